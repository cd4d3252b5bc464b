export const id = 1283;
export const ids = [1283];
export const modules = {

/***/ 91283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ notify)
});

// EXTERNAL MODULE: ./build/src/operations/notify/choose-channels.js
var choose_channels = __webpack_require__(25116);
// EXTERNAL MODULE: ./build/src/operations/notify/escalate.js
var escalate = __webpack_require__(81418);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/train/telling/fact.js
var fact = __webpack_require__(8510);
;// CONCATENATED MODULE: ./build/src/actions/setup/notify-fact.js




const EVENT = /^[a-z][a-z0-9-]{0,63}$/;
const LONGEST_TEXT = 10_000;
function factOf(given, { env, clock }) {
    const { event, severity: chosen, text, title, url, component, environment } = given;
    if (event === undefined)
        throw new errors/* UserError */.yo('Input event is missing: it says what happened, such as failed, or a word of your own.');
    if (!EVENT.test(event))
        throw new errors/* UserError */.yo(`Input event: ${JSON.stringify(event.slice(0, 80))} is no event; expected a word of lower-case letters, digits and hyphens.`);
    const severity = chosen ?? (0,fact/* severityOf */.xJ)(event);
    const context = (0,runner_context/* runContext */.pO)(env);
    const key = given.key ?? `${context.workflow ?? 'workflow'}/${environment ?? 'release'}`;
    const isProblem = (0,fact/* isAtLeast */.du)(severity, 'error') && !given.resolves;
    const where = url ?? (0,runner_context/* runUrl */.Vp)(context);
    const said = (text ?? title ?? event).slice(0, LONGEST_TEXT);
    return {
        id: idOf({ event, severity, text, title, component, environment, key }, context),
        kind: event,
        severity,
        at: clock.now(),
        ...(component !== undefined && { component }),
        ...(environment !== undefined && { environment }),
        text: said,
        ...(where && { url: where }),
        ...(isProblem && { problem: key }),
        ...(given.resolves && { resolves: key }),
    };
}
function idOf(said, context) {
    const { runId = 'local', runAttempt = '1', job = '', step = '' } = context;
    const content = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
    return [`run-${runId}`, runAttempt, said.event, job, step, content].join('/');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/operations/notify/send.js
var send = __webpack_require__(6204);
;// CONCATENATED MODULE: ./build/src/actions/setup/notify-report.js




async function reportOutcomes(outcomes, { given, fact, runner }) {
    const { outputs, log, secrets, workspace } = runner;
    const failed = (0,send/* failuresOf */.d)(outcomes);
    const delivered = outcomes.flatMap((one) => 'ref' in one ? [{ channel: one.channel, fact: one.fact, ref: one.ref }] : []);
    const issue = delivered.map(({ ref }) => /^https?:\/\/[^\s]+\/issues\/(\d+)$/.exec(ref)?.[1]).find(Boolean);
    const folder = (0,external_node_path_.join)(workspace, '.release-actions');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const text = JSON.stringify({ operation: given.operation, fact, delivered, failed }, null, 2);
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'notify.json'), secrets.redact(`${text}\n`));
    await outputs.set('delivered', delivered);
    await outputs.set('failed', failed);
    await outputs.set('problem', fact?.problem ?? fact?.resolves);
    await outputs.set('issue-number', issue);
    await outputs.set('report', '.release-actions/notify.json');
    for (const { channel, ref } of delivered)
        log.info(`Channel ${channel}: delivered${ref ? ` (${ref})` : ''}.`);
    const messages = failed.map(({ channel, reason }) => `Channel ${channel}: ${reason}`);
    if (messages.length > 0 && (given.required || given.operation === 'test'))
        throw new errors/* UserError */.yo(messages.map((message) => ({ message })));
    for (const message of messages)
        log.warning(message);
}

// EXTERNAL MODULE: ./build/src/train/manifest/check-notifications.js
var check_notifications = __webpack_require__(73497);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var manifest_notifications = __webpack_require__(21792);
// EXTERNAL MODULE: ./build/src/engine/planning/manifest-structure.js + 1 modules
var manifest_structure = __webpack_require__(88850);
// EXTERNAL MODULE: ./build/src/engine/planning/open-manifest.js + 4 modules
var open_manifest = __webpack_require__(3725);
;// CONCATENATED MODULE: ./build/src/engine/planning/open-notifications.js





async function notificationsOf(path, shownAs) {
    const { notifications, tokens, stateCommitPrefix } = (await (0,open_manifest/* resolveManifestFile */.Sw)(path, shownAs)).manifest;
    return { notifications, tokens, ...(stateCommitPrefix !== undefined && { stateCommitPrefix }) };
}
async function notificationsFrom(channels, rules) {
    const frame = { name: 'inputs', components: { none: { repository: 'none/none' } } };
    const notifications = { channels, ...(rules !== undefined && { rules }) };
    const { faults, sound } = await (0,manifest_structure/* checkStructure */.w)({ ...frame, notifications });
    const all = [...faults, ...(0,check_notifications/* checkNotifications */.p)(sound).all()];
    if (all.length > 0)
        throw new errors/* UserError */.yo(all.map(({ message }) => ({ message: `Inputs channels and rules: ${message}` })));
    return (0,manifest_notifications/* resolveNotifications */.X5)(sound.notifications ?? {});
}

// EXTERNAL MODULE: ./build/src/operations/notify/open-channels.js + 11 modules
var open_channels = __webpack_require__(36466);
// EXTERNAL MODULE: ./build/src/operations/notify/telling.js
var telling = __webpack_require__(78009);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
// EXTERNAL MODULE: ./build/src/actions/setup/notification-inputs.js
var notification_inputs = __webpack_require__(31928);
// EXTERNAL MODULE: ./build/src/actions/setup/state-input.js + 2 modules
var state_input = __webpack_require__(50846);
;// CONCATENATED MODULE: ./build/src/actions/setup/notify-world.js















const notifyWorldInputs = {
    ...connect_github/* connectionInputs */.eu,
    ...network_inputs/* networkInputs */.y,
    'channel-secrets': notification_inputs/* notificationInputs */.FZ['channel-secrets'],
    manifest: (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.github/release-train.yml'),
    channels: (0,inputs/* optional */.lq)(inputs/* data */.p),
    rules: (0,inputs/* optional */.lq)(inputs/* data */.p),
    only: (0,inputs/* optional */.lq)(inputs/* list */.p_),
    context: (0,inputs/* optional */.lq)(inputs/* data */.p),
    state: (0,inputs/* optional */.lq)(state_input/* stateInput */.E, { kind: 'branch' }),
};
const LARGEST_CONTEXT = 32 * 1024;
async function openNotifyWorld(given, runner) {
    const { secrets, clock, env } = runner;
    const { notifications, tokens, stateCommitPrefix } = await readNotifications(given, runner);
    verifyOnly(given, notifications);
    if (given.context !== undefined && JSON.stringify(given.context).length > LARGEST_CONTEXT)
        throw new errors/* UserError */.yo(`Input context: it has more than ${LARGEST_CONTEXT / 1024} kB, which is all that a webhook gets.`);
    const specs = (0,choose_channels/* channelsInUse */.LX)(notifications, given.only);
    const issues = specs.flatMap((spec) => (spec.kind === 'issue' ? [spec] : []));
    const { repository: own } = (0,runner_context/* runContext */.pO)(env);
    const others = issues.map(({ repository }) => repository).filter((one) => one !== own);
    const clients = (0,connect_github/* connect */.Ng)(given, runner, { tokens, owners: others.map(repository_name/* ownerOf */.b) });
    const home = homeClient(given, runner, clients);
    const clientFor = (repository) => (repository === own ? home : clients(repository));
    const network = await (0,network_inputs/* openNetwork */.X)(given, runner);
    const secret = (0,notification_inputs/* secretsFrom */.yD)(given, runner, env);
    const world = { secret, network, clientFor, clock, context: secrets.redactIn(given.context) };
    const channels = (0,open_channels/* openChannels */.L)(specs, world).map((channel) => (0,telling/* redacting */.q)(channel, (value) => secrets.redactIn(value)));
    const store = (0,state_input/* openStore */.C)(given.state, () => home, { ...runner, commitPrefix: stateCommitPrefix });
    return { notifications, channels, issues, clientFor, store };
}
async function readNotifications({ channels, rules, manifest }, { workspace }) {
    if (channels !== undefined)
        return { notifications: await notificationsFrom(channels, rules), tokens: {} };
    if (rules !== undefined)
        throw new errors/* UserError */.yo('Input rules: they stand for those of a manifest only together with channels.');
    const { notifications, ...more } = await notificationsOf(await (0,path_inside/* namedPath */.hq)(workspace, manifest), manifest);
    if (notifications && notifications.channels.length > 0)
        return { notifications, ...more };
    throw new errors/* UserError */.yo(`${manifest} says nobody is to be told: it has no notifications with channels. Add them, or give the input channels.`);
}
function verifyOnly({ only }, notifications) {
    const unknown = (0,choose_channels/* unknownWords */.ky)(notifications, only ?? []);
    if (unknown.length === 0)
        return;
    const known = [...notifications.channels.map(({ name }) => name), ...manifest_notifications/* CHANNEL_KINDS */.Ql];
    throw new errors/* UserError */.yo(`Input only: there is no channel ${(0,wording/* listed */.KE)(unknown.map(wording/* quote */.hD))}. Known: ${(0,wording/* listed */.KE)(known)}.`);
}
function homeClient({ token, apiUrl }, runner, clients) {
    const own = (0,runner_context/* runContext */.pO)(runner.env).repository ?? '';
    if (token === undefined)
        return clients(own);
    return (0,connect_github/* connect */.Ng)({ token, apiUrl, appId: undefined, privateKey: undefined }, runner, { owners: [] })(own);
}

// EXTERNAL MODULE: ./build/src/engine/stores/documents.js
var documents = __webpack_require__(94697);
// EXTERNAL MODULE: ./build/src/engine/stores/json-document.js
var json_document = __webpack_require__(9035);
// EXTERNAL MODULE: ./build/src/train/telling/problems.js
var problems = __webpack_require__(51224);
;// CONCATENATED MODULE: ./build/src/operations/notify/record-problem.js



async function refsOf(store, key) {
    const problem = (0,json_document/* parseDocument */.T)(await store.read(documents/* PROBLEMS */.D3))?.[key];
    return problem?.resolvedAt === undefined ? (problem?.refs ?? {}) : {};
}
async function recordProblem(store, { key, concern, refs, now }) {
    const edit = (text) => {
        const before = (0,json_document/* parseDocument */.T)(text) ?? {};
        const after = (0,problems/* withConcerns */.iU)(before, [concern], now);
        const problem = after[key];
        if (!problem || Object.keys(refs).length === 0)
            return after === before ? undefined : (0,json_document/* serialiseDocument */.B)(after);
        return (0,json_document/* serialiseDocument */.B)({ ...after, [key]: { ...problem, refs: { ...problem.refs, ...refs } } });
    };
    await store.change(documents/* PROBLEMS */.D3, edit, `problem ${key}`);
}

;// CONCATENATED MODULE: ./build/src/operations/notify/test-messages.js
function testMessages(channel, { id, now, by }) {
    const { name, kind } = channel;
    const text = `This is a test of the channel ${name}, by ${by}. Nothing happened.`;
    const test = { id: `${id}/test/${name}`, kind: 'test', severity: 'info', at: now, text };
    const message = (fact) => ({
        topic: test.id,
        title: `Test of ${name}`,
        severity: fact.severity,
        facts: [fact],
    });
    if (kind !== 'issue')
        return [message(test)];
    const problem = `test/${name}`;
    const over = { ...test, id: `${test.id}/over`, text: 'The test is over.', resolves: problem };
    return [message({ ...test, severity: 'error', problem }), message(over)];
}

;// CONCATENATED MODULE: ./build/src/actions/setup/tell-fact.js






async function tellFact(fact, given, { world, runner }) {
    const { notifications, channels, store } = world;
    const { clock, signal, log } = runner;
    const names = (0,choose_channels/* route */.wE)(notifications, given.only, fact);
    const chosen = channels.filter(({ name }) => names.includes(name));
    if (chosen.length === 0)
        log.notice(`No rule of ${given.channels ? 'the input rules' : given.manifest} sends ${fact.kind} (${fact.severity}) anywhere: nobody is told.`);
    const key = fact.problem ?? fact.resolves;
    const escalate = (0,choose_channels/* escalationOf */.B4)(notifications, fact);
    const isKept = key !== undefined &&
        (notifications.rules.some((rule) => rule.escalate) || chosen.some(({ kind }) => kind === 'slack'));
    const refs = isKept ? await remembered(() => refsOf(store, key), {}, runner) : {};
    const topic = key ?? fact.id;
    const message = { topic, title: given.title ?? key ?? fact.kind, severity: fact.severity, facts: [fact] };
    const outcomes = await (0,send/* sendTo */.u)(chosen, message, { clock, signal, refs });
    const kept = outcomes.flatMap((one) => 'keep' in one && one.keep !== undefined ? [[one.channel, one.keep]] : []);
    if (isKept) {
        const concern = { fact, ...(escalate && { escalate }) };
        const record = { key, concern, refs: Object.fromEntries(kept), now: clock.now() };
        await remembered(() => recordProblem(store, record), undefined, runner);
    }
    return outcomes;
}
async function remembered(work, otherwise, { log, signal }) {
    try {
        return await work();
    }
    catch (error) {
        if (signal.aborted || !(error instanceof errors/* KnownError */.E))
            throw error;
        log.warning(`The problem could not be kept, so it is neither escalated nor told in one place: ${(0,errors/* messageOf */.bD)(error)}`);
        return otherwise;
    }
}
async function tryChannels({ channels }, { clock, signal, env }) {
    const { runId = clock.now(), runAttempt = 1, actor = 'somebody', repository = 'this repository' } = (0,runner_context/* runContext */.pO)(env);
    const id = `${runId}/${runAttempt}`;
    const by = `${actor} in ${repository}`;
    const outcomes = channels.map(async (channel) => {
        const all = [];
        for (const message of testMessages(channel, { id, now: clock.now(), by })) {
            all.push(...(await (0,send/* sendTo */.u)([channel], message, { clock, signal })));
        }
        return (0,send/* failuresOf */.d)(all)[0] ?? all[0];
    });
    return (await Promise.all(outcomes)).flatMap((outcome) => outcome ?? []);
}

;// CONCATENATED MODULE: ./build/src/actions/notify.js










const notify_inputs = {
    ...notifyWorldInputs,
    event: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    severity: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('info', 'warning', 'error', 'critical')),
    title: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    text: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    url: (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    component: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    environment: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    key: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    resolves: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    operation: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('send', 'test', 'escalate'), 'send'),
    acknowledge: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    required: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
/* harmony default export */ const notify = ((0,action/* defineAction */.Q)({
    inputs: notify_inputs,
    async run(given, runner) {
        const fact = given.operation === 'send' ? factOf(given, runner) : undefined;
        if (given.acknowledge !== undefined && given.operation !== 'escalate')
            throw new errors/* UserError */.yo('Input acknowledge: it belongs to operation: escalate.');
        const world = await openNotifyWorld(given, runner);
        if (given.dryRun)
            return rehearse(given, world, { fact, runner });
        const outcomes = fact
            ? await tellFact(fact, given, { world, runner })
            : given.operation === 'test'
                ? await tryChannels(world, runner)
                : await notify_escalate(given, world, runner);
        await reportOutcomes(outcomes, { given, fact, runner });
    },
}));
function rehearse(given, { notifications, channels }, { fact, runner }) {
    const names = fact ? (0,choose_channels/* route */.wE)(notifications, given.only, fact) : channels.map(({ name }) => name);
    runner.log.info(`Dry run: ${names.length > 0 ? names.join(', ') : 'nobody'} would be told. Nothing was sent.`);
}
async function notify_escalate(given, world, { clock, signal, log, env }) {
    const options = { ...world, clock, signal, onTrouble: (message) => log.warning(message) };
    if (given.acknowledge !== undefined) {
        const done = await (0,escalate/* acknowledge */.b)(options, given.acknowledge, (0,runner_context/* runContext */.pO)(env).actor ?? 'somebody');
        log.notice(done ? `${given.acknowledge} is acknowledged.` : `There is no open problem ${given.acknowledge}.`);
        return [];
    }
    const { outcomes, nextAt } = await (0,escalate/* escalateDue */.r)(options);
    const next = nextAt === undefined ? 'Nothing else waits.' : `The next is due ${new Date(nextAt).toISOString()}.`;
    log.info(outcomes.length === 0 ? `Nothing is due to be escalated. ${next}` : next);
    return outcomes;
}


/***/ })

};
