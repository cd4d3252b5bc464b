export const id = 3183;
export const ids = [3183];
export const modules = {

/***/ 63183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ finish_event)
});

// EXTERNAL MODULE: ./build/src/platform/github/artifacts.js
var artifacts = __webpack_require__(10962);
// EXTERNAL MODULE: ./build/src/platform/github/statuses.js
var statuses = __webpack_require__(33471);
// EXTERNAL MODULE: ./build/src/operations/hub/commit-state.js
var commit_state = __webpack_require__(87171);
// EXTERNAL MODULE: ./build/src/operations/hub/event-file.js
var event_file = __webpack_require__(56223);
;// CONCATENATED MODULE: ./build/src/operations/hub/finish.js




async function eventOf({ repository, runId }, { hub, home, signal }) {
    const artifact = await (0,artifacts.findArtifact)(home, repository, { runId, name: event_file/* EVENT_ARTIFACT */.kk }, { signal });
    if (!artifact)
        return { verdict: 'unknown' };
    const [bytes] = (await (0,artifacts.downloadArtifact)(home, repository, artifact, { signal })).values();
    return (0,event_file/* readEventFile */.zh)(bytes, hub);
}
async function finishEvent(run, { source, sha }, { clientFor, signal }) {
    const client = clientFor(source);
    const seen = new Set();
    const newest = (await (0,statuses/* listStatuses */.vM)(client, source, sha, { signal })).filter(({ context }) => !seen.has(context) && seen.add(context));
    const left = newest.filter(({ state, targetUrl }) => state === 'pending' && targetUrl === run.url);
    const state = (0,commit_state/* commitState */.T)(run.conclusion);
    for (const { context } of left) {
        const description = `The run ended (${run.conclusion}) before it could say how far it came.`;
        await (0,statuses/* setStatus */.Lx)(client, source, { sha, context, state, description, targetUrl: run.url }, { signal });
    }
    return left.map(({ context }) => context);
}

// EXTERNAL MODULE: ./build/src/operations/hub/hub-file.js + 1 modules
var hub_file = __webpack_require__(96537);
;// CONCATENATED MODULE: ./build/src/operations/hub/pipeline-fact.js

function pipelineFact(event, conclusion) {
    const { verdict, reason = 'the run says no more', source, ref = '', sha = '', environment, components = [] } = event;
    const branch = ref.replace(/^refs\/heads\//, '');
    const key = source === undefined ? 'hub' : `hub/${source}/${branch}`;
    const common = { key, ...(environment !== undefined && { environment }) };
    const state = (0,commit_state/* commitState */.T)(conclusion);
    if (state === 'failure' || state === 'error') {
        const what = source === undefined ? 'A run of the hub' : `${named(components)} of ${source}@${sha.slice(0, 7)} (${branch})`;
        return { event: 'pipeline-failed', text: `${what} ended with ${conclusion}.`, resolves: false, ...common };
    }
    if (verdict === 'refused')
        return { event: 'event-refused', text: reason, resolves: false, ...common };
    if (verdict !== 'admitted' || source === undefined)
        return undefined;
    const text = `${named(components)} of ${source}@${sha.slice(0, 7)} went through the hub.`;
    return { event: 'completed', text, resolves: true, ...common };
}
const MOST_NAMES = 5;
function named(components) {
    if (components.length === 0)
        return 'What changed';
    const more = components.length - MOST_NAMES;
    return components.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/keep-history.js + 1 modules
var keep_history = __webpack_require__(29277);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/finish-event.js










/* harmony default export */ const finish_event = ((0,action/* defineAction */.Q)({
    inputs: {
        ...connect_github/* connectionInputs */.eu,
        ...keep_history/* historyInputs */.ck,
        'hub-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.github/hub.yml'),
        'run-id': (0,inputs/* required */.mw)((0,inputs/* wholeNumber */.rD)(1, Number.MAX_SAFE_INTEGER)),
        'run-url': (0,inputs/* required */.mw)(inputs/* url */.OZ),
        'started-at': (0,inputs/* optional */.lq)(inputs/* instant */.uR),
        conclusion: (0,inputs/* required */.mw)(inputs/* text */.Qq),
    },
    async run({ hubFile, runId, runUrl, startedAt, conclusion, ...given }, runner) {
        const { workspace, signal, clock, outputs } = runner;
        const hub = await (0,hub_file/* readHubFile */.kE)(await (0,path_inside/* namedPath */.hq)(workspace, hubFile), hubFile);
        const { client: home, repository } = (0,own_repository/* connectHome */.UW)(given, runner);
        const clientFor = (source) => (0,connect_github.connectTo)(source, given, runner);
        if (!runUrl.endsWith(`/${repository}/actions/runs/${runId}`)) {
            throw new errors/* UserError */.yo(`Inputs run-id and run-url are of different runs: ${runId} and ${runUrl}.`);
        }
        const run = { repository, runId, url: runUrl, conclusion };
        const event = await eventOf(run, { hub, home, signal });
        const now = clock.now();
        const record = { at: Math.min(startedAt ?? now, now), endedAt: now, ...event, conclusion, runUrl };
        const { event: kind, ...told } = pipelineFact(event, conclusion) ?? {};
        for (const [name, value] of Object.entries({ ...told, event: kind, verdict: event.verdict })) {
            await outputs.set(name, value);
        }
        await (0,keep_history/* keepLine */.Ue)('hub', { id: `run-${runId}`, record }, { given, runner });
        await finish(run, event, { tools: { clientFor, signal }, runner });
    },
}));
async function finish(run, { verdict, source, sha }, { tools, runner: { log } }) {
    if (verdict !== 'admitted' || source === undefined || sha === undefined) {
        const why = verdict === 'unknown' ? 'the run ended before it could say which event it had' : `it was ${verdict}`;
        return log.info(`Nothing to finish: ${why}.`);
    }
    const where = `${source}@${sha.slice(0, 7)}`;
    const finished = await finishEvent(run, { source, sha }, tools);
    if (finished.length === 0)
        log.info(`Nothing to finish: the run left nothing pending on ${where}.`);
    else
        log.notice(`Finished ${finished.join(', ')} on ${where} with ${run.conclusion}.`);
}


/***/ })

};
