export const id = 7765;
export const ids = [7765];
export const modules = {

/***/ 7765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ notify)
});

// EXTERNAL MODULE: ./build/src/engine/stores/documents.js + 1 modules
var documents = __webpack_require__(2256);
// EXTERNAL MODULE: ./build/src/engine/stores/json-document.js
var json_document = __webpack_require__(9035);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/train/telling/problems.js
var telling_problems = __webpack_require__(1224);
// EXTERNAL MODULE: ./build/src/operations/notify/problem-issues.js
var problem_issues = __webpack_require__(4288);
// EXTERNAL MODULE: ./build/src/engine/drive/outbox.js + 2 modules
var outbox = __webpack_require__(5309);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(4301);
// EXTERNAL MODULE: ./build/src/platform/time/timed-signal.js
var timed_signal = __webpack_require__(1509);
// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
;// CONCATENATED MODULE: ./build/src/operations/notify/send.js





const MOST_AT_ONCE = 4;
const DELIVERY_MS = 15_000;
/** Before the second and the third try. */
const WAITS_MS = [1_000, 4_000];
const LONGEST_PAUSE_MS = 60_000;
/** Sends a message to channels, with three tries each. What one of them does changes nothing for another. */
function sendTo(channels, message, options) {
    return (0,pool/* mapPooled */.Q)(channels, MOST_AT_ONCE, async (channel) => {
        const ref = options.refs?.[channel.name];
        const about = { channel: channel.name, fact: message.facts[0]?.id ?? message.topic };
        try {
            const delivery = await tryAll(channel, ref === undefined ? message : { ...message, ref }, options);
            return { ...about, ref: delivery.ref ?? '', ...(delivery.keep !== undefined && { keep: delivery.keep }) };
        }
        catch (error) {
            options.signal.throwIfAborted();
            return { ...about, reason: (0,errors/* messageOf */.bD)(error) };
        }
    });
}
async function tryAll(channel, message, options) {
    for (let tries = 0;; tries += 1) {
        try {
            return await tryOnce(channel, message, options);
        }
        catch (error) {
            const wait = waitAfter(error, tries);
            if (wait === undefined || options.signal.aborted)
                throw error;
            await options.clock.sleep(wait, options.signal);
        }
    }
}
async function tryOnce(channel, message, { clock, signal: outer }) {
    const late = () => new outbox/* Undelivered */.A(`${channel.name}: no answer within ${DELIVERY_MS / 1_000} s.`);
    const { signal, clear } = (0,timed_signal/* timedSignal */.s)({ clock, ms: DELIVERY_MS, signal: outer }, late);
    try {
        return await (0,until_aborted/* untilAborted */.E)(channel.deliver(message, { signal }), signal);
    }
    finally {
        clear();
    }
}
/** Milliseconds until it is tried again; undefined where that makes no sense now. */
function waitAfter(error, tries) {
    const wait = WAITS_MS[tries];
    if (!(error instanceof outbox/* Undelivered */.A) || error.retry !== 'soon' || wait === undefined)
        return undefined;
    const pause = error.retryAfterMs ?? 0;
    return pause > LONGEST_PAUSE_MS ? undefined : Math.max(wait, pause);
}
/** The outcomes that are failures. */
function failuresOf(outcomes) {
    return outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome] : []));
}

;// CONCATENATED MODULE: ./build/src/operations/notify/escalate.js






/** Who has to look at it says so by an assignment or this label: both need the right to triage. */
const ACKNOWLEDGED = 'acknowledged';
/**
 * Escalates what is due: open, not acknowledged, and its time over. It is written down, by compare-and-swap, before it is sent:
 * of two who look at once one sends, and one that dies in between has sent nothing, which the next round does.
 */
async function escalateDue(options) {
    const { store, clock, channels } = options;
    const known = new Set(channels.map(({ name }) => name));
    const outcomes = [];
    let problems = (0,json_document/* parseDocument */.T)(await store.read(documents/* PROBLEMS */.D3)) ?? {};
    for (const [key, problem] of Object.entries(problems)) {
        const dueAt = (0,telling_problems/* escalationDue */.w4)(problem);
        if (dueAt === undefined || dueAt > clock.now())
            continue;
        // A problem of another manifest, whose channels this step does not know.
        if (!problem.rule?.to.some((name) => known.has(name)))
            continue;
        const seen = await acknowledgedIn(key, options);
        if (seen)
            problems = await change(options, key, (before) => ({ ...before, acknowledged: seen }));
        else
            outcomes.push(...(await escalateOne({ key, dueAt, options })));
    }
    problems = (0,json_document/* parseDocument */.T)(await store.read(documents/* PROBLEMS */.D3)) ?? {};
    const later = Object.values(problems).flatMap((problem) => (0,telling_problems/* escalationDue */.w4)(problem) ?? []);
    return { outcomes, nextAt: later.length === 0 ? undefined : Math.min(...later) };
}
/** Somebody says that he looks after a problem, where there is no issue to say it in. Throws nothing for one that is not open. */
async function acknowledge(options, key, by) {
    const at = options.clock.now();
    const problems = await change(options, key, (problem) => ({ ...problem, acknowledged: { at, by } }));
    return Object.hasOwn(problems, key) && problems[key]?.resolvedAt === undefined;
}
async function escalateOne({ key, dueAt, options }) {
    const { channels, clock, signal } = options;
    let claimed;
    await change(options, key, (problem) => {
        // Somebody else may have been faster, or it may be over.
        const isStillDue = (0,telling_problems/* escalationDue */.w4)(problem) === dueAt;
        claimed = isStillDue ? (0,telling_problems/* escalated */.vG)(problem, clock.now()) : undefined;
        return claimed ?? problem;
    });
    if (!claimed)
        return [];
    const { rule } = claimed;
    const fact = escalationFact(key, claimed, { dueAt, now: clock.now() });
    const message = { topic: key, title: key, severity: fact.severity, facts: [fact] };
    const acknowledgeUrl = await issueUrl(key, options);
    const chosen = channels.filter(({ name }) => rule?.to.includes(name));
    const outcomes = await sendTo(chosen, acknowledgeUrl ? { ...message, acknowledgeUrl } : message, { clock, signal });
    // Nobody heard of it: the next round does it again.
    if (outcomes.length > 0 && failuresOf(outcomes).length === outcomes.length) {
        const { escalations } = claimed;
        await change(options, key, (problem) => (problem.escalations === escalations ? undone(problem, dueAt) : problem));
    }
    return outcomes;
}
/** As before it was claimed, so that it is due again in a minute. */
function undone(problem, dueAt) {
    const { escalations, escalatedAt: _, ...rest } = problem;
    const every = problem.rule?.every ?? 0;
    return { ...rest, escalations: escalations - 1, ...(escalations > 1 && { escalatedAt: dueAt - every }) };
}
function escalationFact(key, problem, { dueAt, now }) {
    const { escalations, rule, severity, text, url, openedAt } = problem;
    const late = now - dueAt > 120_000 ? ` (due ${clockTime(dueAt)}, sent ${clockTime(now)} UTC)` : '';
    const often = rule && rule.times > 1 ? `, ${escalations} of ${rule.times}` : '';
    return {
        id: `${key}/${openedAt}/escalated/${escalations}`,
        kind: 'escalated',
        severity,
        at: now,
        text: `Nobody has acknowledged ${key} since ${clockTime(openedAt)} UTC${often}${late}. ${text}`,
        next: 'Assign its issue to somebody, or give it the label acknowledged, and nobody else is called.',
        ...(url && { url }),
        problem: key,
    };
}
function clockTime(at) {
    return new Date(at).toISOString().slice(11, 16);
}
async function issueUrl(key, { issues, clientFor, signal }) {
    for (const { repository } of issues) {
        try {
            const issue = await (0,problem_issues/* findOpenIssue */.FE)({ client: clientFor(repository), repository, signal }, key);
            if (issue)
                return issue.url;
        }
        catch {
            // A message without a link is better than none.
        }
    }
    return undefined;
}
/** Who says in an issue that he looks after it; undefined where nobody does, or where nobody can tell: then people are called. */
async function acknowledgedIn(key, options) {
    const { issues, clientFor, clock, signal, onTrouble } = options;
    for (const { repository, assignees } of issues) {
        try {
            const issue = await (0,problem_issues/* findOpenIssue */.FE)({ client: clientFor(repository), repository, signal }, key);
            // Those whom we assign ourselves have not said anything yet.
            const ours = new Set(assignees.map((login) => login.toLowerCase()));
            const other = issue?.assignees.find((login) => !ours.has(login.toLowerCase()));
            const by = other ?? (issue?.labels.includes(ACKNOWLEDGED) ? `the label ${ACKNOWLEDGED}` : undefined);
            if (by)
                return { at: clock.now(), by };
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            onTrouble(`Whether ${key} is acknowledged in ${repository} cannot be seen: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return undefined;
}
async function change({ store }, key, edit) {
    const text = await store.change(documents/* PROBLEMS */.D3, (before) => {
        const problems = (0,json_document/* parseDocument */.T)(before) ?? {};
        const problem = Object.hasOwn(problems, key) ? problems[key] : undefined;
        if (!problem || problem.resolvedAt !== undefined)
            return undefined;
        const after = edit(problem);
        return after === problem ? undefined : (0,json_document/* serialiseDocument */.B)({ ...problems, [key]: after });
    }, `escalation of ${key}`);
    return (0,json_document/* parseDocument */.T)(text) ?? {};
}

// EXTERNAL MODULE: ./build/src/operations/notify/route.js
var route = __webpack_require__(425);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(5663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/train/telling/fact.js
var fact = __webpack_require__(8510);
;// CONCATENATED MODULE: ./build/src/actions/setup/notify-fact.js




const EVENT = /^[a-z][a-z0-9-]{0,63}$/;
const LONGEST_TEXT = 10_000;
/** The fact that the inputs of a `notify` step tell. Throws a UserError with every fault. */
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
/** The same step of the same attempt of a run that says the same tells the same fact. */
function idOf(said, context) {
    const { runId = 'local', runAttempt = '1', job = '', step = '' } = context;
    const content = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
    return [`run-${runId}`, runAttempt, said.event, job, step, content].join('/');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/actions/setup/notify-report.js




/** What was delivered and what was not, for later steps and for people. */
async function reportOutcomes(outcomes, { given, fact, runner }) {
    const { outputs, log, secrets, workspace } = runner;
    const failed = failuresOf(outcomes);
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
    // A test is there to find this out.
    if (messages.length > 0 && (given.required || given.operation === 'test'))
        throw new errors/* UserError */.yo(messages.map((message) => ({ message })));
    for (const message of messages)
        log.warning(message);
}

// EXTERNAL MODULE: ./build/src/train/manifest/check-notifications.js
var check_notifications = __webpack_require__(3497);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var manifest_notifications = __webpack_require__(1792);
// EXTERNAL MODULE: ./build/src/engine/planning/manifest-structure.js + 1 modules
var manifest_structure = __webpack_require__(8850);
// EXTERNAL MODULE: ./build/src/engine/planning/open-manifest.js + 8 modules
var open_manifest = __webpack_require__(8166);
;// CONCATENATED MODULE: ./build/src/engine/planning/open-notifications.js





/** What a manifest says of notifications, and the owners → environment variables of its tokens. Throws a UserError with every fault. */
async function notificationsOf(path, shownAs) {
    const { manifest } = await (0,open_manifest/* resolveManifestFile */.Sw)(path, shownAs);
    return { notifications: manifest.notifications, tokens: manifest.tokens };
}
/** The same of values that were given without a manifest, by the rules of the same schema. */
async function notificationsFrom(channels, rules) {
    const frame = { name: 'inputs', components: { none: { repository: 'none/none' } } };
    const notifications = { channels, ...(rules !== undefined && { rules }) };
    const { faults, sound } = await (0,manifest_structure/* checkStructure */.w)({ ...frame, notifications });
    const all = [...faults, ...(0,check_notifications/* checkNotifications */.p)(sound).all()];
    if (all.length > 0)
        throw new errors/* UserError */.yo(all.map(({ message }) => ({ message: `Inputs channels and rules: ${message}` })));
    return (0,manifest_notifications/* resolveNotifications */.X5)(sound.notifications ?? {});
}

// EXTERNAL MODULE: ./build/src/engine/stores/branch-store.js + 2 modules
var branch_store = __webpack_require__(2378);
// EXTERNAL MODULE: ./build/src/engine/stores/file-store.js + 1 modules
var file_store = __webpack_require__(6003);
// EXTERNAL MODULE: ./build/src/operations/notify/open-channels.js + 11 modules
var open_channels = __webpack_require__(8353);
// EXTERNAL MODULE: ./build/src/operations/notify/telling.js
var telling = __webpack_require__(8009);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(1497);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(5941);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 5 modules
var connect_github = __webpack_require__(7384);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(2915);
// EXTERNAL MODULE: ./build/src/actions/setup/notification-inputs.js
var notification_inputs = __webpack_require__(1928);
// EXTERNAL MODULE: ./build/src/actions/setup/train-world.js + 2 modules
var train_world = __webpack_require__(9030);
;// CONCATENATED MODULE: ./build/src/actions/setup/notify-world.js

















/** Where `notify` finds its channels and rules, and what it may reach. */
const notifyWorldInputs = {
    ...connect_github/* connectionInputs */.eu,
    ...network_inputs/* networkInputs */.y,
    'channel-secrets': notification_inputs/* notificationInputs */.FZ['channel-secrets'],
    manifest: (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.github/release-train.yml'),
    channels: (0,inputs/* optional */.lq)(inputs/* data */.p),
    rules: (0,inputs/* optional */.lq)(inputs/* data */.p),
    only: (0,inputs/* optional */.lq)(inputs/* list */.p_),
    context: (0,inputs/* optional */.lq)(inputs/* data */.p),
    state: (0,inputs/* optional */.lq)(train_world/* stateInput */.Ei, { kind: 'branch' }),
};
const LARGEST_CONTEXT = 32 * 1024;
/** Opens all that a message needs, before the first request. Throws a UserError with every fault. */
async function openNotifyWorld(given, runner) {
    const { secrets, clock, env } = runner;
    const { notifications, tokens } = await readNotifications(given, runner);
    verifyOnly(given, notifications);
    if (given.context !== undefined && JSON.stringify(given.context).length > LARGEST_CONTEXT)
        throw new errors/* UserError */.yo(`Input context: it has more than ${LARGEST_CONTEXT / 1024} kB, which is all that a webhook gets.`);
    const specs = (0,route/* channelsInUse */.LX)(notifications, given.only);
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
    return { notifications, channels, issues, clientFor, store: storeOf(given, runner, home) };
}
async function readNotifications({ channels, rules, manifest }, { workspace }) {
    if (channels !== undefined)
        return { notifications: await notificationsFrom(channels, rules), tokens: {} };
    if (rules !== undefined)
        throw new errors/* UserError */.yo('Input rules: they stand for those of a manifest only together with channels.');
    const { notifications, tokens } = await notificationsOf((0,external_node_path_.resolve)(workspace, manifest), manifest);
    if (notifications && notifications.channels.length > 0)
        return { notifications, tokens };
    throw new errors/* UserError */.yo(`${manifest} says nobody is to be told: it has no notifications with channels. Add them, or give the input channels.`);
}
function verifyOnly({ only }, notifications) {
    const unknown = (0,route/* unknownWords */.ky)(notifications, only ?? []);
    if (unknown.length === 0)
        return;
    const known = [...notifications.channels.map(({ name }) => name), ...manifest_notifications/* CHANNEL_KINDS */.Ql];
    throw new errors/* UserError */.yo(`Input only: there is no channel ${(0,wording/* listed */.KE)(unknown.map(wording/* quote */.hD))}. Known: ${(0,wording/* listed */.KE)(known)}.`);
}
/** The job's own token writes what belongs to this repository. */
function homeClient({ token, apiUrl }, runner, clients) {
    const own = (0,runner_context/* runContext */.pO)(runner.env).repository ?? '';
    if (token === undefined)
        return clients(own);
    return (0,connect_github/* connect */.Ng)({ token, apiUrl, appId: undefined, privateKey: undefined }, runner, { owners: [] })(own);
}
function storeOf({ state }, { workspace, env, clock }, client) {
    if (state.kind === 'file')
        return (0,file_store/* fileStore */.o)((0,external_node_path_.resolve)(workspace, state.path));
    return (0,branch_store/* branchStore */.q)({ client, repository: (0,runner_context/* ownRepository */.d5)(env), clock });
}

;// CONCATENATED MODULE: ./build/src/operations/notify/record-problem.js



/** What is known of a problem that a step tells of: its messages so far, by channel. */
async function refsOf(store, key) {
    const problem = (0,json_document/* parseDocument */.T)(await store.read(documents/* PROBLEMS */.D3))?.[key];
    return problem?.resolvedAt === undefined ? (problem?.refs ?? {}) : {};
}
/** Opens, feeds or closes a problem by what a step told, and keeps where it told it. */
async function recordProblem(store, { key, concern, refs, now }) {
    const edit = (text) => {
        const before = (0,json_document/* parseDocument */.T)(text) ?? {};
        const after = (0,telling_problems/* withConcerns */.iU)(before, [concern], now);
        const problem = after[key];
        if (!problem || Object.keys(refs).length === 0)
            return after === before ? undefined : (0,json_document/* serialiseDocument */.B)(after);
        return (0,json_document/* serialiseDocument */.B)({ ...after, [key]: { ...problem, refs: { ...problem.refs, ...refs } } });
    };
    await store.change(documents/* PROBLEMS */.D3, edit, `problem ${key}`);
}

;// CONCATENATED MODULE: ./build/src/operations/notify/test-messages.js
/** What a channel is tried with: an issue is opened and closed again, everything else is told once. */
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






/** Sends a fact by the rules, and keeps its problem where that is escalated or told in one place. */
async function tellFact(fact, given, { world, runner }) {
    const { notifications, channels, store } = world;
    const { clock, signal, log } = runner;
    const names = (0,route/* route */.wE)(notifications, given.only, fact);
    const chosen = channels.filter(({ name }) => names.includes(name));
    if (chosen.length === 0)
        log.notice(`No rule of ${given.channels ? 'the input rules' : given.manifest} sends ${fact.kind} (${fact.severity}) anywhere: nobody is told.`);
    const key = fact.problem ?? fact.resolves;
    const escalate = (0,route/* escalationOf */.B4)(notifications, fact);
    // Only what escalates, or is told in one place, has to be remembered.
    const isKept = key !== undefined &&
        (notifications.rules.some((rule) => rule.escalate) || chosen.some(({ kind }) => kind === 'slack'));
    const refs = isKept ? await remembered(() => refsOf(store, key), {}, runner) : {};
    const topic = key ?? fact.id;
    const message = { topic, title: given.title ?? key ?? fact.kind, severity: fact.severity, facts: [fact] };
    const outcomes = await sendTo(chosen, message, { clock, signal, refs });
    const kept = outcomes.flatMap((one) => 'keep' in one && one.keep !== undefined ? [[one.channel, one.keep]] : []);
    if (isKept) {
        const concern = { fact, ...(escalate && { escalate }) };
        const record = { key, concern, refs: Object.fromEntries(kept), now: clock.now() };
        await remembered(() => recordProblem(store, record), undefined, runner);
    }
    return outcomes;
}
/** What cannot be remembered keeps nobody from being told. */
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
/** Tries every channel in use. */
async function tryChannels({ channels }, { clock, signal, env }) {
    const { runId = clock.now(), runAttempt = 1, actor = 'somebody', repository = 'this repository' } = (0,runner_context/* runContext */.pO)(env);
    const id = `${runId}/${runAttempt}`;
    const by = `${actor} in ${repository}`;
    const outcomes = channels.map(async (channel) => {
        const all = [];
        for (const message of testMessages(channel, { id, now: clock.now(), by })) {
            all.push(...(await sendTo([channel], message, { clock, signal })));
        }
        return failuresOf(all)[0] ?? all[0];
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
/** Tells people and systems of something, tries channels, or escalates what nobody acts on. */
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
                : await escalate(given, world, runner);
        await reportOutcomes(outcomes, { given, fact, runner });
    },
}));
function rehearse(given, { notifications, channels }, { fact, runner }) {
    const names = fact ? (0,route/* route */.wE)(notifications, given.only, fact) : channels.map(({ name }) => name);
    runner.log.info(`Dry run: ${names.length > 0 ? names.join(', ') : 'nobody'} would be told. Nothing was sent.`);
}
async function escalate(given, world, { clock, signal, log, env }) {
    const options = { ...world, clock, signal, onTrouble: (message) => log.warning(message) };
    if (given.acknowledge !== undefined) {
        const done = await acknowledge(options, given.acknowledge, (0,runner_context/* runContext */.pO)(env).actor ?? 'somebody');
        log.notice(done ? `${given.acknowledge} is acknowledged.` : `There is no open problem ${given.acknowledge}.`);
        return [];
    }
    const { outcomes, nextAt } = await escalateDue(options);
    const next = nextAt === undefined ? 'Nothing else waits.' : `The next is due ${new Date(nextAt).toISOString()}.`;
    log.info(outcomes.length === 0 ? `Nothing is due to be escalated. ${next}` : next);
    return outcomes;
}


/***/ })

};
