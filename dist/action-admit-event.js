export const id = 6702;
export const ids = [6702];
export const modules = {

/***/ 26702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ admit_event)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/platform/github/compare-commits.js
var compare_commits = __webpack_require__(99593);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
// EXTERNAL MODULE: ./build/src/platform/github/statuses.js
var github_statuses = __webpack_require__(33471);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/operations/hub/hub-event.js
var hub_event = __webpack_require__(92818);
// EXTERNAL MODULE: ./build/src/operations/hub/hub-file.js + 1 modules
var hub_file = __webpack_require__(96537);
// EXTERNAL MODULE: ./build/src/operations/hub/verdict.js
var verdict = __webpack_require__(32961);
;// CONCATENATED MODULE: ./build/src/operations/hub/admit.js








async function admit(hub, event, options) {
    const { source: claimed, sender } = event;
    if (claimed === undefined || !/^[^/\s]+\/[^/\s]+$/.test(claimed)) {
        return refuse(`The event names no source: expected source_repo as owner/name, found ${(0,wording/* quote */.hD)(claimed ?? null)}.`);
    }
    const source = (0,hub_file/* sourceNamed */.Lt)(hub, claimed) ?? (await renamed(hub, claimed, options));
    if (!source)
        return refuse(`${claimed} is no source of the hub file. Add it there, or remove its trigger workflow.`);
    if (hub.senders && !hub.senders.has((sender ?? '').toLowerCase())) {
        return refuse(`${about(event, source)}: ${sender ?? 'an unknown sender'} is not among the senders of the hub file.`);
    }
    return admitFrom(source, event, { hub, options });
}
async function admitFrom(source, event, { hub, options }) {
    const { ref = '', sha = '' } = event;
    if (!/^[0-9a-f]{40}$/.test(sha)) {
        const found = (0,wording/* quote */.hD)(event.sha ?? null);
        return refuse(`${about(event, source)}: the event has no sha: expected 40 hexadecimal digits, found ${found}.`);
    }
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    if (branch === undefined) {
        const found = (0,wording/* quote */.hD)(event.ref ?? null);
        return refuse(`${about(event, source)}: the event has no branch: expected ref as refs/heads/…, found ${found}.`);
    }
    const place = { source: source.repository, ref, sha };
    if (event.type === hub_event/* SELF_TEST */.cd)
        return { verdict: 'self-test', reason: 'The hub listens to this source.', ...place };
    if (!source.events.includes(event.type)) {
        const allowed = (0,wording/* listed */.KE)(source.events, 'or');
        return refuse(`${about(event, source)}: the hub file lets it send ${allowed}, not this type.`, place);
    }
    const strangers = event.components.filter((id) => !source.components.has(id));
    if (strangers.length > 0) {
        return refuse(`${about(event, source)}: the hub file knows no ${(0,wording/* listed */.KE)(strangers, 'or')} in it.`, place);
    }
    const rule = await (0,hub_file/* ruleFor */.sG)(hub, branch);
    if (!rule) {
        return refuse(`${about(event, source)}: no rule of the hub file's environments fits the branch ${branch}.`, place);
    }
    return prove({ source, rule, event, place, branch }, options);
}
function about({ type }, { repository }) {
    return `Event ${type} of ${repository} is refused`;
}
function refuse(reason, place = {}) {
    return { verdict: 'refused', reason, ...place };
}
async function prove({ source, rule, event, place, branch }, options) {
    const { sha } = place;
    const client = options.clientFor(source.repository);
    const head = await (0,refs/* getRef */.cX)(client, source.repository, `heads/${branch}`, options);
    if (head !== sha)
        return displaced({ source, event, place, branch, head }, client, options);
    const components = new Map([...source.components].filter(([id]) => event.components.length === 0 || event.components.includes(id)));
    const deploys = rule.deploys && source.deploys;
    const admitted = { ...place, environment: rule.environment, deploys, components };
    const label = (0,verdict/* componentsLabel */.t)([...components.keys()]);
    const statuses = options.force ? [] : await (0,github_statuses/* listStatuses */.vM)(client, source.repository, sha, options);
    const done = statuses.some(({ context, state, description }) => context === options.context && state === 'success' && description.startsWith(`${label}: `));
    return done
        ? { verdict: 'repeated', reason: `${label} of ${admit_short(sha)} succeeded before.`, ...admitted }
        : { verdict: 'admitted', reason: `${label} of ${admit_short(sha)} on ${branch}.`, ...admitted };
}
async function displaced({ source, event, place, branch, head }, client, options) {
    const { repository } = source;
    const sha = admit_short(place.sha);
    if (head === undefined) {
        const why = `the branch ${branch} is not there, or the token for ${repository} cannot see it. Was it deleted?`;
        return refuse(`${about(event, source)}: ${why}`, place);
    }
    const comparison = await (0,compare_commits/* compare */.U)(client, repository, { base: place.sha, head }, options);
    if (comparison?.status === 'ahead') {
        return { verdict: 'superseded', reason: `Superseded by ${admit_short(head)} on ${branch}.`, ...place };
    }
    const why = `${sha} is not on the branch ${branch} (its head is ${admit_short(head)}). Was it force-pushed?`;
    return refuse(`${about(event, source)}: ${why} Push again, or start the trigger again.`, place);
}
async function renamed(hub, claimed, options) {
    if (!hub.sources.some(({ repository }) => mayBe(repository, claimed)))
        return undefined;
    try {
        const found = await options
            .clientFor(claimed)
            .read('GET /repos/{owner}/{repo}', (0,repository_name/* ownerAndRepo */.H)(claimed), options);
        return (0,hub_file/* sourceNamed */.Lt)(hub, found.full_name);
    }
    catch {
        options.signal?.throwIfAborted();
        return undefined;
    }
}
function mayBe(known, claimed) {
    const [a, b] = [known.toLowerCase().split('/'), claimed.toLowerCase().split('/')];
    return a[0] === b[0] || a[1] === b[1];
}
function admit_short(sha) {
    return sha.slice(0, 7);
}

// EXTERNAL MODULE: ./build/src/operations/hub/event-file.js
var event_file = __webpack_require__(56223);
// EXTERNAL MODULE: ./build/src/operations/hub/verdict-text.js
var verdict_text = __webpack_require__(18029);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
;// CONCATENATED MODULE: ./build/src/actions/admit-event.js













/* harmony default export */ const admit_event = ((0,action/* defineAction */.Q)({
    inputs: {
        ...connect_github/* connectionInputs */.eu,
        'hub-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.github/hub.yml'),
        'event-type': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        'client-payload': (0,inputs/* optional */.lq)(inputs/* data */.p),
        context: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'hub'),
        force: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
        'event-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    },
    async run({ hubFile, eventType, clientPayload, context, force, eventFile: file, ...connection }, runner) {
        const { env, workspace, log, outputs, signal } = runner;
        const hub = await (0,hub_file/* readHubFile */.kE)(await (0,path_inside/* namedPath */.hq)(workspace, hubFile), hubFile);
        const started = await (0,runner_context/* readEvent */.j_)(env);
        const event = (0,hub_event/* readHubEvent */.Ku)({
            ...((0,records/* isRecord */.u)(started) && started),
            ...(eventType !== undefined && { action: eventType }),
            ...(clientPayload !== undefined && { client_payload: clientPayload }),
        });
        if (event.type === '') {
            throw new errors/* UserError */.yo('This run was started by no repository_dispatch: give event-type and client-payload.');
        }
        if (event.environment !== undefined) {
            log.warning('The event names an environment. It is not believed: the branch decides, by the hub file.');
        }
        const clientFor = (repository) => (0,connect_github.connectTo)(repository, connection, runner);
        const verdict = await admit(hub, event, { clientFor, context, force, signal });
        (0,verdict_text/* tellVerdict */.H)(verdict, log);
        if (file !== undefined)
            await (0,promises_.writeFile)(await (0,path_inside/* pathInside */._l)([workspace, env.RUNNER_TEMP], file), (0,event_file/* eventFile */.Rm)(verdict));
        for (const [name, value] of Object.entries((0,verdict_text/* handOn */.x)(verdict)))
            await outputs.set(name, value);
    },
}));


/***/ })

};
