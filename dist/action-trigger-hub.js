export const id = 9309;
export const ids = [9309];
export const modules = {

/***/ 69309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ trigger_hub)
});

// EXTERNAL MODULE: ./build/src/operations/hub/hub-event.js
var hub_event = __webpack_require__(92818);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/dispatches.js
var dispatches = __webpack_require__(29159);
// EXTERNAL MODULE: ./build/src/platform/github/statuses.js
var github_statuses = __webpack_require__(33471);
// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(60667);
;// CONCATENATED MODULE: ./build/src/operations/hub/trigger.js




const ANSWER_MS = 60_000;
const LOOK = { firstMs: 2_000, factor: 1.5, longestMs: 10_000 };
const SKEW_MS = 5_000;
async function trigger(event, tools) {
    const sentAt = tools.clock.now();
    try {
        await send(event, tools);
    }
    catch (error) {
        if ((0,errors/* kindOf */.I)(error) !== 'unclear')
            throw error;
        const seen = await answerOf(event, tools, sentAt);
        if (seen.answer === 'status')
            return seen;
        await send(event, tools);
    }
    return answerOf(event, tools, sentAt);
}
function send({ hub, eventType, payload }, { hubClient, signal }) {
    return (0,dispatches/* dispatchEvent */.P)(hubClient, { repository: hub, eventType, clientPayload: { ...payload } }, { signal });
}
async function answerOf({ payload, context }, tools, sentAt) {
    const { sourceClient, clock, signal } = tools;
    const options = { signal };
    for (let looks = 0;; looks += 1) {
        const left = sentAt + ANSWER_MS - clock.now();
        if (left <= 0)
            return { answer: 'none' };
        await clock.sleep(Math.min(left, (0,backoff/* backoffMs */.j)(LOOK, looks)), signal);
        try {
            const statuses = await (0,github_statuses/* listStatuses */.vM)(sourceClient, payload.source_repo, payload.sha, options);
            const status = statuses.find((one) => one.context === context && one.createdAt >= sentAt - SKEW_MS);
            if (status)
                return { answer: 'status', status };
        }
        catch (error) {
            signal.throwIfAborted();
            if ((0,errors/* kindOf */.I)(error) !== 'passing')
                return { answer: 'unseen', why: (0,errors/* messageOf */.bD)(error) };
        }
    }
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/operations/hub/trigger-text.js

function answerWarning({ hub, eventType, payload }, answered) {
    if (answered.answer === 'status')
        return undefined;
    if (answered.answer === 'unseen') {
        return `The event was accepted by ${hub}, but whether a run answered cannot be seen: ${answered.why}`;
    }
    return (`The event was accepted by ${hub}, but no run answered within 60 s. Does its workflow list ${eventType} under ` +
        `repository_dispatch types? Is ${payload.source_repo} among the sources? Are Actions enabled there?`);
}
function triggerSummary({ hub, eventType, payload }, reason, answered) {
    const status = answered.answer === 'status' ? `${answered.status.state}: ${answered.status.description}` : 'no answer';
    return [
        `### ${(0,markdown/* escapeMarkdown */.FV)(eventType)} → ${(0,markdown/* escapeMarkdown */.FV)(hub)}`,
        `${(0,markdown/* code */.aY)(payload.component)} at ${(0,markdown/* code */.aY)(payload.sha.slice(0, 7))}: ${(0,markdown/* escapeMarkdown */.FV)(reason)}. ${(0,markdown/* escapeMarkdown */.FV)(status)}`,
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/src/platform/github/compare-commits.js
var compare_commits = __webpack_require__(99593);
;// CONCATENATED MODULE: ./build/src/operations/hub/what-changed.js

async function whatChanged(client, globs, { repository, sha, before, defaultBranch }, options) {
    const all = (why) => ({ components: [...globs.keys()], reason: `all components: ${why}` });
    if (before === undefined)
        return all('the event is no push, so nothing says what changed');
    const isNew = /^0+$/.test(before);
    const base = isNew ? defaultBranch : before;
    if (base === undefined)
        return all('the branch is new, and the event does not say which branch is the default one');
    const comparison = await (0,compare_commits/* compare */.U)(client, repository, { base, head: sha }, options);
    const doubt = doubtOf(comparison, isNew);
    if (doubt !== undefined || comparison === undefined)
        return all(doubt ?? 'nothing is known');
    const components = await matching(globs, comparison.files);
    const since = isNew ? `it left ${base}` : base.slice(0, 7);
    const count = comparison.files.length;
    return { components, reason: `${count} changed ${count === 1 ? 'file' : 'files'} since ${since}` };
}
async function askedComponents({ operation, components, paths }, push, { client, signal }) {
    if (operation === 'self-test')
        return { components: [], reason: 'a self-test' };
    if (paths)
        return whatChanged(client, paths, push, { signal });
    return { components: components ?? [], reason: components ? 'as the workflow says' : 'the workflow names none' };
}
function doubtOf(comparison, isNew) {
    if (comparison === undefined)
        return 'GitHub does not know the commit before any more (a force push?)';
    if (!comparison.complete)
        return 'GitHub tells at most 300 changed files, and there are more';
    if (isNew || comparison.status === 'ahead' || comparison.status === 'identical')
        return undefined;
    return 'the branch was force-pushed, and what was taken back counts, too';
}
async function matching(globs, files) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 14006, 19));
    return [...globs].flatMap(([component, patterns]) => {
        const fits = picomatch([...patterns], { dot: true });
        return files.some((file) => fits(file)) ? [component] : [];
    });
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
;// CONCATENATED MODULE: ./build/src/actions/setup/glob-map.js


async function globMap(value) {
    const given = await (0,inputs/* data */.p)(value);
    const expected = 'expected a map from component to one glob or a list of globs, such as "auth: services/auth/**"';
    if (!(0,records/* isRecord */.u)(given) || Object.keys(given).length === 0)
        throw new Error(expected);
    const globs = Object.entries(given).map(([name, patterns]) => {
        const all = Array.isArray(patterns) ? patterns : [patterns];
        if (all.length === 0 || !all.every((one) => typeof one === 'string' && one !== '')) {
            throw new Error(`${expected}; ${JSON.stringify(name)} has none`);
        }
        return [name, all];
    });
    return new Map(globs);
}

// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(35663);
;// CONCATENATED MODULE: ./build/src/actions/setup/own-push.js



async function ownPush(env) {
    const context = (0,runner_context/* runContext */.pO)(env);
    const { ref, commit: sha, event: name } = context;
    const repository = (0,runner_context/* ownRepository */.d5)(env);
    if (!ref || !sha)
        throw new errors/* UserError */.yo('GITHUB_REF and GITHUB_SHA must be set: they say which commit the hub is told of.');
    const read = await (0,runner_context/* readEvent */.j_)(env);
    const event = (0,records/* isRecord */.u)(read) ? read : {};
    const defaultBranch = (0,records/* isRecord */.u)(event.repository) ? event.repository.default_branch : undefined;
    return {
        ...{ repository, ref, sha, run: (0,runner_context/* runUrl */.Vp)(context) ?? '' },
        before: name === 'push' && typeof event.before === 'string' ? event.before : undefined,
        defaultBranch: typeof defaultBranch === 'string' ? defaultBranch : undefined,
    };
}

;// CONCATENATED MODULE: ./build/src/actions/trigger-hub.js










const trigger_hub_inputs = {
    ...connect_github/* connectionInputs */.eu,
    hub: (0,inputs/* required */.mw)(inputs/* repository */.Jk),
    'event-type': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    components: (0,inputs/* optional */.lq)(inputs/* list */.p_),
    paths: (0,inputs/* optional */.lq)(globMap),
    'source-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    context: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'hub'),
    operation: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('send', 'self-test'), 'send'),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
/* harmony default export */ const trigger_hub = ((0,action/* defineAction */.Q)({
    inputs: trigger_hub_inputs,
    async run(given, runner) {
        const { log, outputs, signal, clock } = runner;
        const isTest = given.operation === 'self-test';
        const eventType = isTest ? hub_event/* SELF_TEST */.cd : given.eventType;
        const context = isTest ? `${given.context}/self-test` : given.context;
        if (eventType === undefined)
            throw new errors/* UserError */.yo('Input event-type is missing: what is the hub told, such as services-changed?');
        if (given.components && given.paths)
            throw new errors/* UserError */.yo('Give components or paths, not both: paths say which components changed.');
        const push = await ownPush(runner.env);
        const sourceClient = (0,connect_github.connectTo)(push.repository, { token: given.sourceToken ?? given.token, apiUrl: given.apiUrl }, runner);
        const hubClient = (0,connect_github.connectTo)(given.hub, given, runner);
        const changed = await askedComponents(given, push, { client: sourceClient, signal });
        await outputs.set('components', changed.components);
        await outputs.set('reason', changed.reason);
        if (given.paths && changed.components.length === 0) {
            log.notice(`Nothing that the hub cares for changed (${changed.reason}): no event is sent.`);
            return outputs.set('triggered', false);
        }
        const event = { hub: given.hub, eventType, payload: (0,hub_event/* payloadOf */.Md)(push, changed), context };
        log.info(`${eventType} for ${given.hub}: ${changed.components.join(', ') || 'every component'} (${changed.reason})`);
        if (given.dryRun) {
            log.info(`Dry run: nothing is sent. ${JSON.stringify(event.payload)}`);
            return outputs.set('triggered', false);
        }
        const answered = await trigger(event, { hubClient, sourceClient, clock, signal });
        await outputs.set('triggered', true);
        const warning = answerWarning(event, answered);
        if (warning === undefined)
            log.info(`The hub answered on the commit: ${event.context}.`);
        else if (isTest)
            throw new errors/* UserError */.yo(warning);
        else
            log.warning(warning);
        await outputs.summarise(triggerSummary(event, changed.reason, answered));
    },
}));


/***/ })

};
