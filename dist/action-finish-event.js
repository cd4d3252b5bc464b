export const id = 7035;
export const ids = [7035];
export const modules = {

/***/ 7035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ finish_event)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/github/artifacts.js + 1 modules
var artifacts = __webpack_require__(1721);
// EXTERNAL MODULE: ./build/src/platform/github/statuses.js
var statuses = __webpack_require__(3471);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/operations/hub/commit-state.js
var commit_state = __webpack_require__(7171);
// EXTERNAL MODULE: ./build/src/operations/hub/hub-file.js + 1 modules
var hub_file = __webpack_require__(6537);
;// CONCATENATED MODULE: ./build/src/operations/hub/finish.js






/** The artifact in which a run of the hub keeps which commit it works for. */
const EVENT_ARTIFACT = 'release-actions-hub-event';
/**
 * Finishes what a run of the hub left pending on the commit that started it, with the run's conclusion. A run that was killed
 * cannot do that itself. The artifact only says where to look: a status is finished where it is pending and links to that
 * run, on a source of the hub file.
 */
async function finishEvent(run, { hub, home, clientFor, signal }) {
    const artifact = await (0,artifacts.findArtifact)(home, run.repository, { runId: run.runId, name: EVENT_ARTIFACT }, { signal });
    if (!artifact)
        return { nothing: 'the run admitted no event, or ended before it could say which' };
    const { source: claimed, sha } = readPlace(await (0,artifacts.downloadArtifact)(home, run.repository, artifact, { signal }));
    const source = (0,hub_file/* sourceNamed */.Lt)(hub, claimed)?.repository;
    if (source === undefined)
        return { nothing: `${claimed} is no source of the hub file` };
    const client = clientFor(source);
    const seen = new Set();
    const newest = (await (0,statuses/* listStatuses */.vM)(client, source, sha, { signal })).filter(({ context }) => !seen.has(context) && seen.add(context));
    const left = newest.filter(({ state, targetUrl }) => state === 'pending' && targetUrl === run.url);
    const state = (0,commit_state/* commitState */.T)(run.conclusion);
    for (const { context } of left) {
        const description = `The run ended (${run.conclusion}) before it could say how far it came.`;
        await (0,statuses/* setStatus */.Lx)(client, source, { sha, context, state, description, targetUrl: run.url }, { signal });
    }
    return { finished: left.map(({ context }) => context), source, sha };
}
function readPlace(files) {
    const [bytes] = files.values();
    try {
        const value = JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
        if ((0,records/* isRecord */.u)(value) && typeof value.source === 'string' && /^[0-9a-f]{40}$/.test(String(value.sha))) {
            return { source: value.source, sha: String(value.sha) };
        }
    }
    catch (error) {
        throw new errors/* UserError */.yo(`The artifact ${EVENT_ARTIFACT} is not valid JSON: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    throw new errors/* UserError */.yo(`The artifact ${EVENT_ARTIFACT} names no commit of a source.`);
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(593);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 5 modules
var connect_github = __webpack_require__(7384);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/finish-event.js








/** Finishes what a run of the hub left pending on a commit of a source, also where that run was killed. */
/* harmony default export */ const finish_event = ((0,action/* defineAction */.Q)({
    inputs: {
        ...connect_github/* connectionInputs */.eu,
        'hub-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.github/hub.yml'),
        'run-id': (0,inputs/* required */.mw)((0,inputs/* wholeNumber */.rD)(1, Number.MAX_SAFE_INTEGER)),
        'run-url': (0,inputs/* required */.mw)(inputs/* url */.OZ),
        conclusion: (0,inputs/* required */.mw)(inputs/* text */.Qq),
    },
    async run({ hubFile, runId, runUrl, conclusion, ...connection }, runner) {
        const { workspace, log, signal } = runner;
        const hub = await (0,hub_file/* readHubFile */.kE)((0,external_node_path_.resolve)(workspace, hubFile), hubFile);
        const { client: home, repository } = (0,own_repository/* connectHome */.UW)(connection, runner);
        const clientFor = (source) => (0,connect_github.connectTo)(source, connection, runner);
        if (!runUrl.endsWith(`/${repository}/actions/runs/${runId}`)) {
            throw new errors/* UserError */.yo(`Inputs run-id and run-url are of different runs: ${runId} and ${runUrl}.`);
        }
        const run = { repository, runId, url: runUrl, conclusion };
        const finish = await finishEvent(run, { hub, home, clientFor, signal });
        if ('nothing' in finish)
            return log.info(`Nothing to finish: ${finish.nothing}.`);
        const { finished, source, sha } = finish;
        const where = `${source}@${sha.slice(0, 7)}`;
        if (finished.length === 0)
            log.info(`Nothing to finish: the run left nothing pending on ${where}.`);
        else
            log.notice(`Finished ${finished.join(', ')} on ${where} with ${conclusion}.`);
    },
}));


/***/ })

};
