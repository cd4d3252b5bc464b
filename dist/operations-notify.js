export const id = 1928;
export const ids = [1928, 1418];
export const modules = {

/***/ 31928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ notificationInputs),
/* harmony export */   G9: () => (/* binding */ openTelling),
/* harmony export */   yD: () => (/* binding */ secretsFrom)
/* harmony export */ });
/* unused harmony export wantedOf */
/* harmony import */ var _operations_notify_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25116);
/* harmony import */ var _operations_notify_open_channels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36466);
/* harmony import */ var _operations_notify_telling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78009);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75286);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(755);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55941);
/* harmony import */ var _train_manifest_notifications_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21792);







const notificationInputs = {
    notify: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_),
    'channel-secrets': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .secret */ .rJ)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(secretMap)),
};
async function secretMap(value) {
    try {
        return await (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .map */ .Tj)(value);
    }
    catch {
        throw new Error('expected a map from the name of a secret to its value, as JSON or YAML, such as "SLACK_TOKEN: …"');
    }
}
function openTelling(notifications, given, { runner, ...world }) {
    const wanted = wantedOf(given, notifications);
    if (!notifications || wanted?.length === 0)
        return undefined;
    const specs = (0,_operations_notify_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .channelsInUse */ .LX)(notifications, wanted);
    if (specs.length === 0)
        return undefined;
    const { clock, secrets, env } = runner;
    const channels = (0,_operations_notify_open_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .openChannels */ .L)(specs, { ...world, clock, secret: secretsFrom(given, runner, env) });
    return (0,_operations_notify_telling_js__WEBPACK_IMPORTED_MODULE_2__/* .tellingBy */ .j)(notifications, { wanted, channels, redact: (value) => secrets.redactIn(value) });
}
function wantedOf({ notify }, notifications) {
    if (!notify)
        return undefined;
    if (notify.includes('none'))
        return [];
    const unknown = (0,_operations_notify_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownWords */ .ky)(notifications ?? { channels: [], rules: [] }, notify);
    const strange = unknown.filter((word) => !['github', ..._train_manifest_notifications_js__WEBPACK_IMPORTED_MODULE_5__/* .CHANNEL_KINDS */ .Ql].includes(word));
    if (strange.length === 0)
        return notify;
    const known = notifications?.channels.map(({ name }) => name) ?? [];
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`Input notify: there is no channel ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(strange.map(_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD))}. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)([...known, ..._train_manifest_notifications_js__WEBPACK_IMPORTED_MODULE_5__/* .CHANNEL_KINDS */ .Ql, 'none'])}.`);
}
function secretsFrom({ channelSecrets = {} }, { secrets }, env) {
    for (const [name, value] of Object.entries(channelSecrets))
        mask(name, value, secrets);
    return (name) => {
        const value = Object.hasOwn(channelSecrets, name) ? channelSecrets[name] : env[name];
        if (value === undefined || value.trim() === '')
            return undefined;
        return mask(name, value, secrets);
    };
}
function mask(name, value, secrets) {
    if (value.trim() === '')
        return value;
    secrets.add(value.trim(), name);
    const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
    if (url && url.password !== '') {
        secrets.add(url.password, name);
        secrets.add(decodeURIComponent(url.password), name);
    }
    return value;
}


/***/ }),

/***/ 75309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ Outbox),
  A: () => (/* binding */ Undelivered)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/time/timed-signal.js
var timed_signal = __webpack_require__(61509);
// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
// EXTERNAL MODULE: ./build/src/train/telling/facts.js
var facts = __webpack_require__(94805);
// EXTERNAL MODULE: ./build/src/train/telling/ledger.js
var telling_ledger = __webpack_require__(82413);
// EXTERNAL MODULE: ./build/src/train/telling/fact.js
var fact = __webpack_require__(8510);
;// CONCATENATED MODULE: ./build/src/train/telling/message.js

function worstOf(facts) {
    return facts.reduce((worst, { severity }) => (fact/* SEVERITIES */.oC.indexOf(severity) > fact/* SEVERITIES */.oC.indexOf(worst) ? severity : worst), 'info');
}

// EXTERNAL MODULE: ./build/src/train/machine/advice.js
var advice = __webpack_require__(71348);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(44867);
// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(25559);
;// CONCATENATED MODULE: ./build/src/train/telling/overview.js



const MOST_LINES = 12;
function overviewOf(plan, state) {
    const lines = plan.components.map(({ id, version, previousVersion }) => {
        const { status, reason, dispatch, rollback } = (0,machine_state/* componentOf */.D5)(state, id);
        const url = rollback?.run?.url ?? dispatch?.run?.url;
        return {
            id,
            status,
            ...(version !== undefined && { version }),
            ...(previousVersion !== undefined && { previousVersion }),
            ...(reason !== undefined && { reason }),
            ...(url !== undefined && { url }),
        };
    });
    return {
        trainId: state.trainId,
        name: plan.name,
        ...(plan.environment && { environment: plan.environment }),
        production: (0,plan_plan/* isProduction */.KV)(plan),
        status: state.status,
        startedAt: state.startedAt,
        updatedAt: state.updatedAt,
        ...(state.actor && { actor: state.actor }),
        released: lines.filter(({ status }) => (0,machine_state/* isReleased */.OZ)(status)).length,
        total: lines.length,
        components: lines.sort((a, b) => weight(a.status) - weight(b.status)).slice(0, MOST_LINES),
        ...(state.startedBy?.runUrl && { runUrl: state.startedBy.runUrl }),
        next: (0,advice/* howToGoOn */.T)(plan, state),
    };
}
function weight(status) {
    if (status === 'rollback-failed')
        return 0;
    if ((0,machine_state/* isFailure */.N6)(status))
        return 1;
    if (status === 'rolled-back' || status === 'rolling-back')
        return 2;
    if (status === 'pending' || status === 'blocked')
        return 4;
    return (0,machine_state/* isReleased */.OZ)(status) ? 5 : 3;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/outbox.js







class Undelivered extends errors/* KnownError */.E {
    name = 'Undelivered';
    retry;
    retryAfterMs;
    constructor(message, { retry = 'soon', retryAfterMs } = {}) {
        super(retry === 'never' ? 'fault' : 'passing', message);
        this.retry = retry;
        this.retryAfterMs = retryAfterMs;
    }
}
const MOST_AT_ONCE = 4;
const DELIVERY_MS = 15_000;
const LONGEST_PAUSE_MS = 60_000;
class Outbox {
    #options;
    #channels;
    #active = new Map();
    #warned = new Set();
    #tidied = new Set();
    #settled = () => { };
    constructor(options) {
        this.#options = options;
        this.#channels = new Map(options.telling.channels.map((channel) => [channel.name, channel]));
    }
    pursue(copy, isLast = false) {
        const ledger = copy.savedLedger;
        if (!ledger)
            return;
        this.#tidy(copy, ledger);
        for (const due of (0,telling_ledger/* outlook */.En)(ledger, this.#options.clock.now(), { isLast }).due) {
            const channel = this.#channels.get(due.channel);
            if (!channel || this.#active.has(due.channel) || this.#active.size >= MOST_AT_ONCE)
                continue;
            void this.#deliver(channel, due, copy);
        }
    }
    #tidy(copy, { notices }) {
        for (const channel of this.#channels.values()) {
            if (this.#tidied.has(channel.name))
                continue;
            this.#tidied.add(channel.name);
            const wasTold = Object.values(notices).some((notice) => Object.hasOwn(notice, channel.name));
            if (channel.tidy && wasTold)
                void this.#tidyOne(channel, (0,facts/* problemOf */.Z)(copy.plan));
        }
    }
    async #tidyOne(channel, problem) {
        const controller = new AbortController();
        this.#active.set(channel.name, controller);
        try {
            await this.#within(controller.signal, channel, (signal) => channel.tidy?.(problem, { signal }) ?? Promise.resolve());
        }
        catch (error) {
            if ((0,errors/* kindOf */.I)(error) === undefined && !controller.signal.aborted)
                this.#options.onTrouble?.(`Channel ${channel.name}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        if (this.#active.get(channel.name) === controller)
            this.#active.delete(channel.name);
        this.#settled();
        this.#options.onEnd?.();
    }
    nextAt(copy) {
        const ledger = copy.savedLedger;
        return ledger && (0,telling_ledger/* outlook */.En)(this.#known(ledger), this.#options.clock.now(), { isLast: false }).nextAt;
    }
    async finish(copy, deadline) {
        const { clock } = this.#options;
        for (;;) {
            const now = clock.now();
            if (now >= deadline)
                break;
            this.pursue(copy, true);
            const ledger = copy.savedLedger;
            const { nextAt = Number.POSITIVE_INFINITY } = ledger ? (0,telling_ledger/* outlook */.En)(this.#known(ledger), now, { isLast: true }) : {};
            if (this.#active.size === 0 && nextAt > deadline)
                break;
            await this.#somethingSettles(Math.min(nextAt, deadline) - now);
        }
        this.stop();
    }
    stop() {
        for (const controller of this.#active.values())
            controller.abort(new Error('The step is over.'));
        this.#active.clear();
    }
    async #somethingSettles(ms) {
        const timer = new AbortController();
        const settled = new Promise((resolve) => {
            this.#settled = resolve;
        });
        await Promise.race([settled, this.#options.clock.sleep(Math.max(1, ms), timer.signal).catch(() => { })]);
        timer.abort();
    }
    #known(ledger) {
        const notices = Object.entries(ledger.notices).map(([id, channels]) => [
            id,
            Object.fromEntries(Object.entries(channels).filter(([name]) => this.#channels.has(name) && !this.#active.has(name))),
        ]);
        return { ...ledger, notices: Object.fromEntries(notices) };
    }
    async #deliver(channel, due, copy) {
        const { clock } = this.#options;
        const controller = new AbortController();
        this.#active.set(channel.name, controller);
        const facts = channel.takes === 'each' ? due.facts.slice(0, 1) : due.facts;
        const { plan, state } = copy;
        const acknowledgeUrl = this.#issueOf(copy);
        const message = {
            topic: state.trainId,
            title: plan.environment === undefined ? plan.name : `${plan.name} → ${plan.environment}`,
            severity: worstOf(facts),
            facts,
            overview: overviewOf(plan, state),
            ...(due.ref !== undefined && { ref: due.ref }),
            ...(acknowledgeUrl && { acknowledgeUrl }),
        };
        const what = { channel: channel.name, facts };
        try {
            const { ref, keep } = await this.#within(controller.signal, channel, (signal) => channel.deliver(message, { signal }));
            if (!controller.signal.aborted) {
                copy.noteDelivery((ledger) => (0,telling_ledger/* told */.Ev)(ledger, what, { at: clock.now(), ref, keep }));
                this.#options.onTold?.(`${channel.name} was told: ${facts.map(shortly).join(', ')}.`);
            }
        }
        catch (error) {
            if (!controller.signal.aborted)
                this.#fail(what, error, copy);
        }
        if (this.#active.get(channel.name) === controller)
            this.#active.delete(channel.name);
        this.#settled();
        this.#options.onEnd?.();
    }
    #issueOf({ savedLedger }) {
        const issues = this.#options.telling.channels.filter(({ kind }) => kind === 'issue');
        return issues.map(({ name }) => savedLedger?.channels[name]?.ref).find((ref) => ref !== undefined);
    }
    async #within(outer, channel, work) {
        const { clock } = this.#options;
        const late = () => new Undelivered(`${channel.name}: no answer within ${DELIVERY_MS / 1_000} s.`);
        const { signal, clear } = (0,timed_signal/* timedSignal */.s)({ clock, ms: DELIVERY_MS, signal: outer }, late);
        try {
            return await (0,until_aborted/* untilAborted */.E)(work(signal), signal);
        }
        finally {
            clear();
        }
    }
    #fail(what, error, copy) {
        const at = this.#options.clock.now();
        const { retry, retryAfterMs = 0 } = error instanceof Undelivered ? error : { retry: 'soon', retryAfterMs: 0 };
        const isLong = retryAfterMs > LONGEST_PAUSE_MS;
        const said = (0,errors/* messageOf */.bD)(error);
        const refusal = {
            at,
            error: said.slice(0, 500),
            notBefore: at + retryAfterMs,
            retry: isLong ? 'later' : retry,
        };
        copy.noteDelivery((ledger) => (0,telling_ledger/* untold */.r_)(ledger, what, refusal));
        const text = `Channel ${what.channel}: ${said}`;
        if (this.#warned.has(text))
            return;
        this.#warned.add(text);
        this.#options.onTrouble?.(text);
    }
}
function shortly({ kind, component }) {
    return component === undefined ? kind : `${component} ${kind}`;
}


/***/ }),

/***/ 25116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ escalationOf),
/* harmony export */   LX: () => (/* binding */ channelsInUse),
/* harmony export */   ky: () => (/* binding */ unknownWords),
/* harmony export */   wE: () => (/* binding */ route)
/* harmony export */ });
/* unused harmony export isWanted */
/* harmony import */ var _train_telling_fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);

function isWanted({ name, kind }, wanted) {
    if (!wanted)
        return true;
    const words = kind === 'issue' ? [name, kind, 'github'] : [name, kind];
    return wanted.some((word) => words.includes(word) || (word === 'slack' && kind === 'slack-webhook'));
}
function unknownWords({ channels }, wanted) {
    return wanted.filter((word) => !channels.some((channel) => isWanted(channel, [word])));
}
function route({ channels, rules }, wanted, fact) {
    const fitting = rules.filter((rule) => fits(rule, fact));
    const byRule = new Set(fitting.flatMap((rule) => rule.channels));
    const named = new Set(rules.flatMap((rule) => rule.channels));
    return channels
        .filter((channel) => isWanted(channel, wanted))
        .filter(({ name, kind }) => {
        if (byRule.has(name))
            return true;
        if (kind === 'issue' && fact.resolves !== undefined && named.has(name))
            return true;
        return wanted !== undefined && !named.has(name);
    })
        .map(({ name }) => name);
}
function escalationOf({ rules }, fact) {
    return rules.find((rule) => rule.escalate && fits(rule, fact))?.escalate;
}
function fits({ events, severity, environments }, fact) {
    if (events && !events.includes(fact.kind))
        return false;
    if (severity && !(0,_train_telling_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(fact.severity, severity))
        return false;
    return !environments || (fact.environment !== undefined && environments.includes(fact.environment));
}
function channelsInUse({ channels, rules }, wanted) {
    const named = new Set(rules.flatMap((rule) => [...rule.channels, ...(rule.escalate?.to ?? [])]));
    return channels.filter((channel) => isWanted(channel, wanted) && (named.has(channel.name) || wanted !== undefined));
}


/***/ }),

/***/ 36466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openChannels)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var notifications = __webpack_require__(21792);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
;// CONCATENATED MODULE: ./build/src/operations/notify/fact-words.js

const SIGNS = { info: '🔵', warning: '🟠', error: '🔴', critical: '🚨' };
const STATUS_SIGNS = {
    running: '🏃',
    parked: '⏸️',
    succeeded: '✅',
    failed: '❌',
    cancelled: '🛑',
    'rolled-back': '↩️',
    'rollback-failed': '🔥',
};
const COLOURS = {
    info: '#0969da',
    warning: '#9a6700',
    error: '#cf222e',
    critical: '#a40e26',
};
function headline({ title, severity, facts, overview }) {
    const [first] = facts;
    const about = overview && isOver(overview) ? overview.status : (worstFact(facts) ?? first)?.kind;
    return oneLine(`${signOf(severity, overview)} ${title}${about ? `: ${about}` : ''}`);
}
function isOver({ status }) {
    return status !== 'running' && status !== 'parked';
}
function signOf(severity, overview) {
    return overview && isOver(overview) ? STATUS_SIGNS[overview.status] : SIGNS[severity];
}
function worstFact(facts) {
    const order = ['critical', 'error', 'warning', 'info'];
    return [...facts].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))[0];
}
function progressLine({ released, total, environment, startedAt, updatedAt, actor }) {
    const done = environment === undefined ? 'released' : 'deployed';
    const by = actor === undefined ? '' : `, started by ${actor}`;
    return `${released} of ${total} ${done}, after ${(0,duration/* formatDuration */.a)(updatedAt - startedAt)}${by}`;
}
function factLine({ severity, text }) {
    return oneLine(`${SIGNS[severity]} ${text}`);
}
function shownFacts({ facts }, most) {
    const more = facts.length - most;
    return { shown: facts.slice(0, most), more: more > 0 ? `… and ${more} more` : '' };
}
function nextSteps({ facts, overview }) {
    if (overview?.next)
        return [oneLine(overview.next)];
    return [...new Set(facts.flatMap(({ next }) => (next ? [oneLine(next)] : [])))];
}
function links({ facts, overview, acknowledgeUrl, }) {
    const run = overview?.runUrl ?? facts.find(({ url }) => url)?.url;
    const stopped = overview && isOver(overview) && overview.status !== 'succeeded';
    const failed = facts.find(({ url, component }) => url && component && url !== run)?.url;
    return [
        ...(run ? [{ label: 'View run', url: run }] : []),
        ...(failed ? [{ label: 'View what failed', url: failed }] : []),
        ...(stopped && overview.runUrl ? [{ label: 'Resume it there', url: overview.runUrl }] : []),
        ...(acknowledgeUrl ? [{ label: 'Acknowledge', url: acknowledgeUrl }] : []),
    ].filter(({ url }) => /^https?:\/\//.test(url));
}
function oneLine(text) {
    return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
function cut(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// EXTERNAL MODULE: ./build/src/engine/drive/outbox.js + 2 modules
var outbox = __webpack_require__(75309);
// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
// EXTERNAL MODULE: ./build/src/platform/net/safe-request.js + 2 modules
var safe_request = __webpack_require__(56541);
;// CONCATENATED MODULE: ./build/src/operations/notify/post.js



const TIMEOUT_MS = 14_000;
const LARGEST_ANSWER = 64 * 1024;
const PASSING = [408, 425, 429];
async function postJson({ network, url, headers = {}, body, signal }) {
    try {
        const answer = await (0,safe_request/* safeRequest */.z)(url, {
            network,
            method: 'POST',
            headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
            body,
            signal,
            timeoutMs: TIMEOUT_MS,
            maxRedirects: 0,
            maxBytes: LARGEST_ANSWER,
        });
        return { status: answer.status, text: answer.text, retryAfterMs: retryAfter(answer.headers['retry-after']) };
    }
    catch (error) {
        if (!(error instanceof request_error/* RequestError */.G))
            throw error;
        throw new outbox/* Undelivered */.A(`${error.message}.`, { retry: error.failure === 'refused' ? 'later' : 'soon' });
    }
}
function verifyTaken(answer, url, explained = {}) {
    const { status, text, retryAfterMs } = answer;
    if (status >= 200 && status < 300)
        return;
    const { host } = new URL(url);
    const said = text.trim().slice(0, 200);
    const quote = said === '' ? '' : ` (${JSON.stringify(said)})`;
    const own = explained[status];
    if (status === 410) {
        const gone = own ?? 'The receiver is gone for good; take the channel out of the manifest, or give it a new address.';
        throw new outbox/* Undelivered */.A(`${host} answered 410${quote}. ${gone}`, { retry: 'never' });
    }
    if (status >= 300 && status < 400)
        throw new outbox/* Undelivered */.A(`${host} answered ${status}: redirects are not followed. Put the final address into the secret.`, { retry: 'later' });
    const isPassing = status >= 500 || PASSING.includes(status);
    throw new outbox/* Undelivered */.A(`${host} answered ${status}${quote}.${own ? ` ${own}` : ''}`, {
        retry: isPassing ? 'soon' : 'later',
        retryAfterMs,
    });
}
function retryAfter(value) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,6}$/.test(value))
        return Number(value) * 1_000;
    const at = Date.parse(value);
    return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/adaptive-card.js

const MOST_FACTS = 10;
const LONGEST_LINE = 1_000;
const STYLES = {
    info: 'accent',
    warning: 'warning',
    error: 'attention',
    critical: 'attention',
};
function adaptiveCard(message) {
    const { overview, severity } = message;
    const { shown, more } = shownFacts(message, MOST_FACTS);
    const lines = [
        ...(overview ? [progressLine(overview)] : []),
        ...shown.map(factLine),
        ...(more ? [more] : []),
        ...nextSteps(message).slice(0, 2),
    ];
    const content = {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.4',
        body: [
            {
                type: 'Container',
                style: STYLES[severity],
                items: [block(headline(message), { weight: 'bolder', size: 'medium' })],
            },
            ...lines.map((line) => block(line)),
        ],
        actions: links(message).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
    };
    return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
function block(text, style = {}) {
    const plain = cut(text, LONGEST_LINE).replace(/[[\]()<>*_`~#\\|]/g, '\\$&');
    return { type: 'TextBlock', text: plain, wrap: true, ...style };
}

// EXTERNAL MODULE: ./build/src/train/telling/fact.js
var telling_fact = __webpack_require__(8510);
;// CONCATENATED MODULE: ./build/src/operations/notify/channels/block-kit.js


const HEADER = 150;
const SECTION = 3_000;
const ALL = 10_000;
const block_kit_MOST_FACTS = 10;
const block_kit_LONGEST_LINE = 270;
const MOST_BUTTONS = 5;
function blocksOf(message, { mention, details }) {
    const head = {
        type: 'header',
        text: { type: 'plain_text', text: cut(headline(message), HEADER), emoji: true },
    };
    const { overview } = message;
    const about = overview
        ? [context(`${escapeSlack(progressLine(overview))} · train ${escapeSlack(overview.trainId)}`)]
        : [];
    const facts = details
        ? [section(`${mention}${detailsOf(message)}`)]
        : [section(`${mention}${escapeSlack(cut(message.facts[0]?.text ?? '', 500))}`)];
    const steps = details
        ? nextSteps(message)
            .slice(0, 3)
            .map((step) => context(escapeSlack(step)))
        : [];
    const buttons = links(message)
        .slice(0, MOST_BUTTONS)
        .map(({ label, url }, index) => ({
        type: 'button',
        action_id: `link-${index}`,
        text: { type: 'plain_text', text: label },
        url: cut(url, SECTION),
    }));
    const actions = buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
    return withinLimit([head, ...about, ...facts, ...steps], actions);
}
function detailsOf(message) {
    const { shown, more } = shownFacts(message, block_kit_MOST_FACTS);
    return cut([...shown.map((fact) => cut(escapeSlack(factLine(fact)), block_kit_LONGEST_LINE)), more].filter(Boolean).join('\n'), SECTION - 100);
}
function mentionOf({ facts }, mention) {
    return mention !== undefined && facts.some(telling_fact/* isUrgent */.Gi) ? `${mention} ` : '';
}
function escapeSlack(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
function section(text) {
    return { type: 'section', text: { type: 'mrkdwn', text: cut(text, SECTION) } };
}
function context(text) {
    return { type: 'context', elements: [{ type: 'mrkdwn', text: cut(text, SECTION - 1_000) }] };
}
function withinLimit(blocks, actions) {
    const kept = [...blocks];
    while (kept.length > 1 && JSON.stringify([...kept, ...actions]).length > ALL)
        kept.pop();
    return [...kept, ...actions];
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/discord-message.js

const TITLE = 256;
const DESCRIPTION = 4_000;
const discord_message_MOST_FACTS = 10;
function discordMessage(message) {
    const { overview, severity } = message;
    const { shown, more } = shownFacts(message, discord_message_MOST_FACTS);
    const [first, ...others] = links(message);
    const lines = [
        ...(overview ? [escapeDiscord(progressLine(overview))] : []),
        ...shown.map((fact) => escapeDiscord(factLine(fact))),
        ...(more ? [more] : []),
        ...nextSteps(message).map(escapeDiscord),
        ...others.map(({ label, url }) => `[${label}](<${encodeURI(decoded(url))}>)`),
    ];
    const embed = {
        title: cut(escapeDiscord(headline(message)), TITLE),
        description: cut(lines.join('\n'), DESCRIPTION),
        color: Number.parseInt(COLOURS[severity].slice(1), 16),
        ...(first && { url: first.url }),
    };
    return { embeds: [embed], allowed_mentions: { parse: [] } };
}
function escapeDiscord(text) {
    return text.replace(/[\\*_`~|>#[\]()<-]/g, '\\$&').replace(/@/g, '@\u200b');
}
function decoded(url) {
    try {
        return decodeURI(url);
    }
    catch {
        return url;
    }
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/chat-webhooks.js





const DIALECTS = {
    'slack-webhook': {
        payload: (message, wanted) => {
            const mention = mentionOf(message, wanted);
            return {
                text: `${mention}${escapeSlack(headline(message))}`,
                blocks: blocksOf(message, { mention, details: true }),
            };
        },
        explained: {
            400: 'Slack did not understand the message; please report it.',
            403: 'The workspace does not let this webhook post (action_prohibited, or its user was removed).',
            404: 'The webhook was removed from Slack (no_service, channel_not_found). Make a new one, and renew the secret.',
            410: 'The channel was archived. Make a webhook for another channel, and renew the secret.',
        },
    },
    teams: {
        payload: (message) => adaptiveCard(message),
        explained: {
            401: 'Make the workflow in Teams anew ("Post to a channel when a webhook request is received"), and renew the secret.',
            404: 'The workflow was removed from Teams. Make it anew, and renew the secret.',
        },
    },
    discord: {
        payload: (message) => discordMessage(message),
        explained: { 404: 'The webhook was removed from Discord. Make a new one, and renew the secret.' },
    },
};
function chatWebhook(spec, { url, network }) {
    const { payload, explained } = DIALECTS[spec.kind];
    return {
        name: spec.name,
        kind: spec.kind,
        takes: 'group',
        async deliver(message, { signal }) {
            const body = JSON.stringify(payload(message, spec.mention));
            verifyTaken(await postJson({ network, url, body, signal }), url, explained);
            return {};
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 2 modules
var net_network = __webpack_require__(55386);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/platform/text/email-address.js
var email_address = __webpack_require__(31724);
// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
;// CONCATENATED MODULE: ./build/src/operations/notify/channels/mail-body.js

const mail_body_MOST_FACTS = 20;
function mailText(message) {
    const { overview } = message;
    const { shown, more } = shownFacts(message, mail_body_MOST_FACTS);
    const sections = [
        headline(message),
        ...(overview ? [`${progressLine(overview)} (train ${overview.trainId})`] : []),
        [...shown.map(factLine), more].filter(Boolean).join('\n'),
        ...nextSteps(message),
        ...(overview ? [overview.components.map(textLine).join('\n')] : []),
        links(message)
            .map(({ label, url }) => `${label}: ${url}`)
            .join('\n'),
        '--\nSent by release-actions. Who is told is in the manifest of the train.',
    ];
    return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
function textLine({ id, status, version, reason = '' }) {
    return `- ${id}${version ? ` ${version}` : ''}: ${status}${reason ? ` (${reason.replace(/\s+/g, ' ')})` : ''}`;
}
const STYLE = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .card { background: #0d1117 !important; color: #e6edf3 !important; }
  .card { border-left-color: #30363d !important; border-right-color: #30363d !important; border-bottom-color: #30363d !important; }
  .cell { border-color: #30363d !important; }
  .quiet { color: #9198a1 !important; }
  .link { color: #4493f8 !important; }
  .button { background: #238636 !important; color: #ffffff !important; }
}`;
const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Helvetica,Arial,sans-serif";
function mailHtml(message) {
    const { overview, severity } = message;
    const { shown, more } = shownFacts(message, mail_body_MOST_FACTS);
    const facts = [...shown.map(factLine), ...(more ? [more] : [])];
    const parts = [
        `<h1 style="margin:0 0 8px;font-size:18px;line-height:1.4">${escapeHtml(headline(message))}</h1>`,
        ...(overview
            ? [
                `<p class="quiet" style="margin:0 0 16px;color:#59636e">${escapeHtml(progressLine(overview))} · train ${escapeHtml(overview.trainId)}</p>`,
            ]
            : []),
        ...facts.map((line) => `<p style="margin:0 0 8px">${escapeHtml(line)}</p>`),
        ...nextSteps(message).map((step) => `<p style="margin:16px 0 0"><b>What to do:</b> ${escapeHtml(step)}</p>`),
        buttons(message),
        ...(overview && overview.components.length > 0 ? [componentTable(overview)] : []),
        `<p class="quiet" style="margin:24px 0 0;font-size:12px;color:#59636e">Sent by release-actions. Who is told is in the manifest of the train.</p>`,
    ];
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(headline(message))}</title><style>${STYLE}</style></head>
<body class="page" style="margin:0;padding:24px 12px;background:#f6f8fa;color:#1f2328;${FONT};font-size:14px;line-height:1.5">
<div class="card" style="max-width:640px;margin:0 auto;padding:24px;background:#ffffff;color:#1f2328;border:1px solid #d1d9e0;border-top:4px solid ${COLOURS[severity]};border-radius:6px;overflow-wrap:anywhere">
${parts.join('\n')}
</div></body></html>
`;
}
function buttons(message) {
    const [first, ...others] = links(message);
    if (!first)
        return '';
    const button = `<a class="button" href="${escapeHtml(first.url)}" style="display:inline-block;padding:8px 16px;background:#1f883d;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(first.label)}</a>`;
    const rest = others.map(({ label, url }) => `<a class="link" href="${escapeHtml(url)}" style="display:inline-block;padding:8px 12px;color:#0969da">${escapeHtml(label)}</a>`);
    return `<p style="margin:16px 0">${[button, ...rest].join(' ')}</p>`;
}
function componentTable({ components }) {
    const cell = (html) => `<td class="cell" style="padding:6px 12px 6px 0;border-top:1px solid #d1d9e0;vertical-align:top">${html}</td>`;
    const rows = components.map(({ id, status, version, previousVersion, reason = '', url }) => {
        const name = url && /^https?:/.test(url)
            ? `<a class="link" href="${escapeHtml(url)}" style="color:#0969da">${escapeHtml(id)}</a>`
            : escapeHtml(id);
        const step = [previousVersion, version].filter(Boolean).join(' → ');
        return `<tr>${cell(name)}${cell(escapeHtml(step))}${cell(escapeHtml(status))}${cell(escapeHtml(reason))}</tr>`;
    });
    return `<table role="presentation" style="width:100%;margin:16px 0 0;border-collapse:collapse;font-size:13px">${rows.join('')}</table>`;
}
function escapeHtml(text) {
    const flat = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
    return flat
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;');
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/email.js









const CONNECT_MS = 10_000;
const SILENCE_MS = 12_000;
const LONGEST_SUBJECT = 200;
function parseSmtpUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
        return undefined;
    const implicit = url.protocol === 'smtps:';
    const port = url.port === '' ? (implicit ? 465 : 587) : Number(url.port);
    try {
        const user = decodeURIComponent(url.username);
        const password = decodeURIComponent(url.password);
        const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
        return { host, port, implicit: implicit || port === 465, ...(user !== '' && { user, password }) };
    }
    catch {
        return undefined;
    }
}
function emailChannel({ name, to, from, server, network }) {
    const sender = (0,email_address/* parseAddress */.o)(from)?.address ?? '';
    const recipients = [...new Set(to.flatMap((text) => (0,email_address/* parseAddress */.o)(text)?.address ?? []))];
    return {
        name,
        kind: 'email',
        takes: 'group',
        async deliver(message, { signal }) {
            const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
            const [{ address: host } = { address: '' }] = await (0,net_network/* resolveHost */.p0)(server.host, network).catch((error) => {
                throw new outbox/* Undelivered */.A(`${(0,errors/* messageOf */.bD)(error)}.`, { retry: 'later' });
            });
            const transport = createTransport(transportOptions(server, host, network));
            const id = mailId(message.facts[0]?.id ?? message.topic, sender);
            const thread = mailId(message.topic, sender);
            try {
                const sent = await (0,until_aborted/* untilAborted */.E)(transport.sendMail({
                    envelope: { from: sender, to: recipients },
                    from,
                    to: [...to],
                    subject: cut(headline(message), LONGEST_SUBJECT),
                    messageId: id,
                    ...(id !== thread && { inReplyTo: thread, references: thread }),
                    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
                    text: mailText(message),
                    html: mailHtml(message),
                    disableFileAccess: true,
                    disableUrlAccess: true,
                }), signal);
                const refused = (sent.rejected ?? []).map(String);
                return { ref: refused.length > 0 ? `${id}, not taken for ${refused.join(', ')}` : id };
            }
            catch (error) {
                if (signal.aborted)
                    throw signal.reason;
                throw explain(error, server);
            }
            finally {
                transport.close();
            }
        },
    };
}
function transportOptions(server, host, network) {
    const { port, implicit, user, password = '' } = server;
    return {
        host,
        port,
        secure: implicit,
        requireTLS: true,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
        dnsTimeout: CONNECT_MS,
        tls: {
            servername: server.host,
            secureContext: network.secureContext(),
            rejectUnauthorized: true,
            minVersion: 'TLSv1.2',
        },
        ...(user !== undefined && { auth: { user, pass: password } }),
    };
}
function explain(error, { host, port }) {
    const { code = '', responseCode, command, response, } = (0,records/* isRecord */.u)(error) || error instanceof Error ? error : {};
    const place = `${host}:${port}`;
    const later = (text) => new outbox/* Undelivered */.A(text, { retry: 'later' });
    const said = responseCode === undefined ? '' : ` (${responseCode}${response ? `: ${JSON.stringify(cut(response, 120))}` : ''})`;
    const message = (0,errors/* messageOf */.bD)(error);
    switch (code) {
        case 'EAUTH':
            return later(`${place} does not accept the user and password${said}. Are they those for sending mail, such as an app password? Special characters in the URL are percent-encoded.`);
        case 'ETLS':
            return /STARTTLS|TLS/i.test(message) && !/certificate|alert|handshake/i.test(message)
                ? later(`${place} offers no STARTTLS, and mail is sent encrypted only. Use port 465 (smtps://…), or another server.`)
                : later(`${place}: TLS failed (${message}). Mail is sent encrypted only.`);
        case 'EENVELOPE':
            return later(`${place} takes no mail from this sender to these recipients${said}. Is from an address that this account may use?`);
        case 'ETIMEDOUT':
            return new outbox/* Undelivered */.A(`${place} did not answer in time${command ? ` (to ${command})` : ''}. Is the port right, and reachable from this runner?`);
        case 'EDNS':
            return later(`${host}: the name is not found. Is it written right in the secret?`);
        default:
            break;
    }
    if (/certificate|self.signed|altname|CERT_/i.test(`${message} ${code}`))
        return later(`${place}: its certificate is not accepted (${message}). Give an authority of your own by ca-file, or use the name that the certificate is for.`);
    const isLasting = responseCode !== undefined && responseCode >= 500;
    return new outbox/* Undelivered */.A(`${place}: ${message}`, { retry: isLasting ? 'later' : 'soon' });
}
function mailId(text, sender) {
    const domain = sender.split('@')[1] || 'release-actions.invalid';
    return `<${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32)}@${domain}>`;
}

// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/tracked-issues.js
var tracked_issues = __webpack_require__(89292);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/operations/notify/problem-issues.js + 1 modules
var problem_issues = __webpack_require__(65522);
;// CONCATENATED MODULE: ./build/src/operations/notify/channels/issue.js








function issueChannel({ spec, client, clock }) {
    return {
        name: spec.name,
        kind: 'issue',
        takes: 'group',
        async tidy(problem, { signal }) {
            await (0,problem_issues/* tidyProblem */.qw)({ client, repository: spec.repository, signal }, problem, clock.now());
        },
        async deliver(message, { signal }) {
            const place = { client, repository: spec.repository, signal };
            try {
                return await deliver(message, { place, spec, now: clock.now() });
            }
            catch (error) {
                if (signal.aborted || (0,errors/* kindOf */.I)(error) === undefined)
                    throw error;
                throw refused(error, spec.repository, clock.now());
            }
        },
    };
}
async function deliver(message, delivering) {
    const keys = new Set(message.facts.flatMap(({ problem, resolves }) => problem ?? resolves ?? []));
    let url;
    for (const key of keys) {
        const facts = message.facts.filter(({ problem, resolves }) => problem === key || resolves === key);
        url = (await tellProblem(key, { ...message, facts }, delivering)) ?? url;
    }
    return url === undefined ? {} : { ref: url, keep: url };
}
async function tellProblem(key, message, { place, spec, now }) {
    const { facts } = message;
    const isOver = facts.at(-1)?.resolves === key;
    const isNews = facts.some((fact) => fact.problem !== undefined && (0,telling_fact/* isUrgent */.Gi)(fact));
    const issue = isNews ? await (0,problem_issues/* currentIssue */.JK)(place, key, now) : await (0,problem_issues/* findOpenIssue */.FE)(place, key);
    if (!issue && !isNews)
        return undefined;
    const known = issue ?? (await (0,problem_issues/* openIssue */.YZ)(place, key, issueOf(key, message, spec)));
    const told = await (0,problem_issues/* toldIn */.fk)(place, known, facts.map(({ id }) => id));
    const fresh = facts.filter(({ id }) => !told.has(id));
    if (fresh.length > 0)
        await (0,problem_issues/* tellIn */.VK)(place, known.number, { ids: fresh.map(({ id }) => id), body: bodyOf({ ...message, facts: fresh }) });
    if (isOver)
        await issue_close(place, known);
    return known.url;
}
async function issue_close({ client, repository, signal }, { number }) {
    await (0,tracked_issues/* setIssueState */.zE)(client, repository, { number, state: 'closed' }, { signal });
}
const LONGEST_TITLE = 200;
function issueOf(key, message, { labels, assignees }) {
    const title = cut(oneLine(`${key}: ${message.facts.find(telling_fact/* isUrgent */.Gi)?.kind ?? 'problem'}`), LONGEST_TITLE).replaceAll('@', '@\u200b');
    const markers = message.facts.map(({ id }) => (0,problem_issues/* factMarker */.$Z)(id)).join('\n');
    const body = [
        markers,
        bodyOf(message),
        '---',
        `Assign this issue to somebody, or give it the label ${(0,markdown/* code */.aY)('acknowledged')}, and nobody else is called for it. It is closed when ${(0,markdown/* escapeMarkdown */.FV)(key)} succeeds again.`,
    ].join('\n\n');
    return { title, body, labels, assignees };
}
function bodyOf(message) {
    const lines = message.facts.map((fact) => `- ${factText(fact)}`);
    const steps = nextSteps(message).map((step) => `**What to do:** ${(0,markdown/* escapeMarkdown */.FV)(step)}`);
    const where = links({ ...message, acknowledgeUrl: '' }).map(({ label, url }) => (0,markdown/* link */.nf)(label, url));
    return [`**${(0,markdown/* escapeMarkdown */.FV)(headline(message))}**`, lines.join('\n'), ...steps, where.join(' · ')]
        .filter((text) => text !== '')
        .join('\n\n');
}
function factText(fact) {
    const text = (0,markdown/* escapeMarkdown */.FV)(factLine(fact));
    return fact.url ? `${text} ${(0,markdown/* link */.nf)('Its run', fact.url)}` : text;
}
function refused(error, repository, now) {
    if (error instanceof github_errors/* Paused */.hN)
        return new outbox/* Undelivered */.A((0,errors/* messageOf */.bD)(error), { retryAfterMs: error.until - now });
    const { status = 0 } = error instanceof github_errors/* GitHubError */.y_ ? error : {};
    if (status === 403 || status === 404)
        return new outbox/* Undelivered */.A(`${repository} lets this token write no issues (${status}). It needs issues: write there, in the job's permissions or in the token for its owner.`, { retry: 'later' });
    if (status === 410)
        return new outbox/* Undelivered */.A(`Issues are switched off in ${repository}. Switch them on, or name another repository.`, {
            retry: 'later',
        });
    return new outbox/* Undelivered */.A((0,errors/* messageOf */.bD)(error), { retry: (0,errors/* kindOf */.I)(error) === 'fault' ? 'later' : 'soon' });
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/slack.js






const EXPLAINED = {
    not_in_channel: 'Invite the bot to {channel}, then run notify with operation: test.',
    channel_not_found: 'Is {channel} written as in Slack? A private channel is found only where the bot is a member.',
    is_archived: '{channel} is archived; choose another channel.',
    invalid_auth: 'The token in the secret {token} is not valid. It is the bot token of the app, and begins with xoxb-.',
    not_authed: 'The secret {token} holds no token.',
    account_inactive: 'The bot of the token in the secret {token} was removed. Install the app again.',
    token_revoked: 'The token in the secret {token} was revoked. Install the app again, and renew the secret.',
    token_expired: 'The token in the secret {token} has expired. Renew the secret.',
    missing_scope: 'The bot lacks the scope chat:write. Add it to the app, and install it again.',
    restricted_action: 'The workspace does not let this bot post to {channel}.',
};
const slack_PASSING = [
    'ratelimited',
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
];
function slackChannel({ spec, token, network }) {
    const call = async (method, payload, signal) => {
        const url = `${spec.api}/${method}`;
        const headers = { authorization: `Bearer ${token}` };
        const answer = await postJson({ network, url, headers, body: JSON.stringify(payload), signal });
        if (answer.status === 429 || answer.status >= 500)
            throw new outbox/* Undelivered */.A(`Slack answered ${answer.status}.`, { retryAfterMs: answer.retryAfterMs });
        const body = parsed(answer.text);
        if (body?.ok === true)
            return body;
        const code = typeof body?.error === 'string' ? body.error : `status ${answer.status} without a reason`;
        throw new Refused(code, spec, answer.retryAfterMs);
    };
    const send = async (method, message, place, signal) => {
        const mention = method === 'chat.postMessage' ? mentionOf(message, spec.mention) : '';
        const payload = (details) => ({
            ...place,
            text: `${mention}${escapeSlack(headline(message))}`,
            blocks: blocksOf(message, { mention, details }),
            unfurl_links: false,
            unfurl_media: false,
        });
        try {
            return await call(method, payload(true), signal);
        }
        catch (error) {
            if (!(error instanceof Refused) || !/too_long|invalid_blocks/.test(error.code))
                throw error;
            return call(method, payload(false), signal);
        }
    };
    return {
        name: spec.name,
        kind: 'slack',
        takes: 'group',
        async deliver(message, { signal }) {
            const known = parseRef(message.ref);
            if (known) {
                const updated = await update(message, known, signal);
                if (updated)
                    return updated;
            }
            const posted = await send('chat.postMessage', message, { channel: spec.channel }, signal);
            const { channel, ts } = posted;
            if (typeof channel !== 'string' || typeof ts !== 'string')
                return {};
            return { ref: `${channel}/${ts}`, keep: `${channel}/${ts}` };
        },
    };
    async function update(message, known, signal) {
        const { channel, ts } = known;
        try {
            await send('chat.update', message, { channel, ts }, signal);
        }
        catch (error) {
            if (error instanceof Refused && /message_not_found|cant_update_message|edit_window_closed/.test(error.code))
                return undefined;
            throw error;
        }
        const urgent = message.facts.filter(telling_fact/* isUrgent */.Gi);
        if (urgent.length > 0) {
            const reply = { ...message, facts: urgent };
            const text = `${mentionOf(reply, spec.mention)}${detailsOf(reply)}`;
            await call('chat.postMessage', { channel, thread_ts: ts, text, unfurl_links: false }, signal);
        }
        return { ref: `${channel}/${ts}`, keep: `${channel}/${ts}` };
    }
}
class Refused extends outbox/* Undelivered */.A {
    code;
    constructor(code, { channel, token }, retryAfterMs) {
        const hint = (EXPLAINED[code] ?? '').replaceAll('{channel}', channel).replaceAll('{token}', token);
        const isPassing = slack_PASSING.includes(code);
        super(`Slack refused the message (${code}). ${hint}`.trim(), { retry: isPassing ? 'soon' : 'later', retryAfterMs });
        this.code = code;
    }
}
function parseRef(ref) {
    const [, channel, ts] = /^([A-Z0-9]+)\/(\d+\.\d+)$/.exec(ref ?? '') ?? [];
    return channel === undefined || ts === undefined ? undefined : { channel, ts };
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return (0,records/* isRecord */.u)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/webhook.js


function webhookChannel({ name, url, keys, network, clock, context }) {
    return {
        name,
        kind: 'webhook',
        takes: 'each',
        async deliver(message, { signal }) {
            const [fact] = message.facts;
            if (!fact)
                return {};
            const id = webhookId(fact);
            const seconds = Math.floor(clock.now() / 1_000);
            const body = JSON.stringify(payloadOf(fact, message, { at: clock.now(), context }));
            const signature = keys.map((key) => `v1,${sign(key, `${id}.${seconds}.${body}`)}`).join(' ');
            const headers = {
                'webhook-id': id,
                'webhook-timestamp': String(seconds),
                ...(keys.length > 0 && { 'webhook-signature': signature }),
            };
            verifyTaken(await postJson({ network, url, headers, body, signal }), url);
            return { ref: id };
        },
    };
}
function webhookId({ id }) {
    return `msg_${(0,external_node_crypto_.createHash)('sha256').update(id).digest('hex').slice(0, 32)}`;
}
function payloadOf(fact, { title, overview }, { at, context }) {
    const { id, kind, severity, component, environment, text, next, url, problem, resolves } = fact;
    const { trainId, name, status, released, total, runUrl, actor } = overview ?? {};
    const known = { id, severity, title, text, next, url, component, environment, problem, resolves };
    return {
        type: `${overview ? 'train' : 'event'}.${kind}`,
        timestamp: new Date(at).toISOString(),
        data: {
            ...known,
            at: new Date(fact.at).toISOString(),
            ...(overview && { train: { id: trainId, name, status, released, total, runUrl, actor } }),
            ...(context !== undefined && { context }),
        },
    };
}
function sign(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('base64');
}
const SHORTEST = 16;
function webhookKeys(secret) {
    const texts = secret.split(/[\s,]+/).filter((text) => text !== '');
    const keys = texts.map((text) => {
        const plain = text.replace(/^whsec_/, '');
        return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : Buffer.alloc(0);
    });
    return keys.length > 0 && keys.every(({ length }) => length >= SHORTEST) ? keys : undefined;
}

;// CONCATENATED MODULE: ./build/src/operations/notify/open-channels.js








function openChannels(specs, world) {
    const names = [...new Set(specs.flatMap(notifications/* secretsOf */.Fj))];
    const missing = names.filter((name) => world.secret(name) === undefined);
    if (missing.length > 0) {
        const [are, them] = missing.length === 1 ? ['secret', 'is'] : ['secrets', 'are'];
        throw new errors/* UserError */.yo(`The ${are} ${(0,wording/* listed */.KE)(missing)} that notifications names ${them} not given: pass ${missing.length === 1 ? 'it' : 'them'} by channel-secrets.`);
    }
    const opened = specs.map((spec) => openChannel(spec, world));
    const faults = opened.flatMap((one) => ('message' in one ? [one] : []));
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    return opened.flatMap((one) => ('message' in one ? [] : [one]));
}
function openChannel(spec, world) {
    const { network, clientFor, clock, context } = world;
    const { name } = spec;
    const secret = (of) => world.secret(of)?.trim() ?? '';
    switch (spec.kind) {
        case 'slack':
            return slackChannel({ spec, token: secret(spec.token), network });
        case 'email': {
            const server = parseSmtpUrl(secret(spec.smtp));
            if (!server)
                return {
                    message: `Channel ${name}: the secret ${spec.smtp} is no address of a mail server; expected smtps://user:password@host:465 or smtp://user:password@host:587, with special characters percent-encoded.`,
                };
            return emailChannel({ ...spec, server, network });
        }
        case 'issue':
            return issueChannel({ spec, client: clientFor(spec.repository), clock });
        case 'webhook': {
            const keys = spec.secret === undefined ? [] : webhookKeys(secret(spec.secret));
            if (!keys)
                return {
                    message: `Channel ${name}: the secret ${spec.secret} is no key of the webhook standard; expected base64 of at least 16 bytes, such as openssl rand -base64 32 prints.`,
                };
            return withUrl(spec, secret, (url) => webhookChannel({ name, url, keys, network, clock, context }));
        }
        default:
            return withUrl(spec, secret, (url) => chatWebhook(spec, { url, network }));
    }
}
const DEAD_TEAMS = /(^|\.)webhook\.office\.com$/;
function withUrl({ name, kind, url: from }, secret, open) {
    const text = secret(from);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !['https:', 'http:'].includes(url.protocol))
        return { message: `Channel ${name}: the secret ${from} is no http or https URL.` };
    if (kind === 'teams' && DEAD_TEAMS.test(url.hostname))
        return {
            message: `Channel ${name}: the secret ${from} is the address of an Office 365 connector, which Microsoft has switched off. Make a workflow in Teams ("Post to a channel when a webhook request is received"), and put its URL into the secret.`,
        };
    return open(text);
}


/***/ }),

/***/ 65522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JK: () => (/* binding */ currentIssue),
  $Z: () => (/* binding */ factMarker),
  FE: () => (/* binding */ findOpenIssue),
  YZ: () => (/* binding */ openIssue),
  VK: () => (/* binding */ tellIn),
  qw: () => (/* binding */ tidyProblem),
  fk: () => (/* binding */ toldIn)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/tracked-issues.js
var tracked_issues = __webpack_require__(89292);
;// CONCATENATED MODULE: ./build/src/operations/notify/told-once.js

const MARKER = /^<!-- release-actions:fact\/[0-9a-f]{24} -->$/;
async function commentsOnce({ client, repository, signal }, { number, body }) {
    const comments = await (0,tracked_issues/* issueComments */.ar)(client, repository, number, { signal });
    const told = new Set(markersIn(body));
    const kept = [];
    for (const comment of [...comments].sort((a, b) => a.id - b.id)) {
        const markers = markersIn(comment.body);
        const again = markers.filter((marker) => told.has(marker));
        for (const marker of markers)
            told.add(marker);
        if (again.length === 0)
            kept.push(comment);
        else if (again.length === markers.length)
            await (0,tracked_issues/* deleteComment */.Tu)(client, repository, comment.id, { signal });
        else {
            const shorter = { ...comment, body: withoutFacts(comment.body, new Set(again)) };
            await (0,tracked_issues/* updateComment */.vv)(client, repository, shorter, { signal });
            kept.push(shorter);
        }
    }
    return kept;
}
function markersIn(body) {
    return body.split('\n').filter((line) => MARKER.test(line));
}
function withoutFacts(body, gone) {
    const markers = markersIn(body);
    let item = -1;
    const lines = body.split('\n').filter((line) => {
        if (gone.has(line))
            return false;
        if (!line.startsWith('- '))
            return true;
        item += 1;
        return !gone.has(markers[item] ?? '');
    });
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./build/src/operations/notify/problem-issues.js




const LABEL = 'release-actions';
const REOPEN_MS = 86_400_000;
async function findOpenIssue({ client, repository, signal }, key) {
    const open = await (0,tracked_issues/* labelledIssues */.k0)(client, repository, { label: LABEL, state: 'open' }, { signal });
    return open.find(({ body }) => body.includes(problemMarker(key)));
}
async function currentIssue(place, key, now) {
    const open = await findOpenIssue(place, key);
    if (open)
        return open;
    const { client, repository, signal } = place;
    const since = now - REOPEN_MS;
    const closed = await (0,tracked_issues/* labelledIssues */.k0)(client, repository, { label: LABEL, state: 'closed', since }, { signal });
    const isOurs = ({ body, closedAt = 0 }) => body.includes(problemMarker(key)) && closedAt > since;
    const recent = closed.findLast((issue) => isOurs(issue) && !issue.body.includes(SUPERFLUOUS));
    if (recent)
        await (0,tracked_issues/* setIssueState */.zE)(client, repository, { number: recent.number, state: 'open' }, { signal });
    return recent;
}
const SUPERFLUOUS = '<!-- release-actions:superfluous -->';
async function openIssue(place, key, issue) {
    const { client, repository, signal } = place;
    const wanted = {
        ...issue,
        body: `${problemMarker(key)}\n${issue.body}`,
        labels: [...new Set([LABEL, ...issue.labels])],
    };
    let made;
    try {
        made = await (0,tracked_issues/* createIssue */.Ko)(client, repository, wanted, { signal });
    }
    catch (error) {
        if (!(error instanceof github_errors/* AmbiguousWrite */.OH))
            throw error;
    }
    const oldest = await findOpenIssue(place, key);
    if (!oldest) {
        if (made)
            return made;
        return (0,tracked_issues/* createIssue */.Ko)(client, repository, wanted, { signal });
    }
    if (made && oldest.number < made.number) {
        await closeSuperfluous(place, made.number, oldest.number);
    }
    return oldest;
}
async function toldIn(place, { number, body }, ids) {
    const comments = await commentsOnce(place, { number, body });
    const all = [body, ...comments.map((comment) => comment.body)].join('\n');
    return new Set(ids.filter((id) => all.includes(factMarker(id))));
}
async function tidyProblem(place, key, now) {
    const { client, repository, signal } = place;
    const [open, closed] = await Promise.all([
        (0,tracked_issues/* labelledIssues */.k0)(client, repository, { label: LABEL, state: 'open' }, { signal }),
        (0,tracked_issues/* labelledIssues */.k0)(client, repository, { label: LABEL, state: 'closed', since: now - REOPEN_MS }, { signal }),
    ]);
    const isOurs = ({ body }) => body.includes(problemMarker(key));
    const [, ...later] = open.filter(isOurs);
    const [oldest] = open.filter(isOurs);
    for (const { number } of later)
        await closeSuperfluous(place, number, oldest?.number ?? number);
    for (const issue of [...open, ...closed].filter(isOurs))
        await commentsOnce(place, issue);
}
async function closeSuperfluous({ client, repository, signal }, number, older) {
    const body = `${SUPERFLUOUS}\nAn older issue tells the same: #${older}.`;
    await (0,tracked_issues/* addComment */.BC)(client, repository, { number, body }, { signal });
    await (0,tracked_issues/* setIssueState */.zE)(client, repository, { number, state: 'closed' }, { signal });
}
async function tellIn(place, number, { ids, body }) {
    const { client, repository, signal } = place;
    const markers = ids.map(factMarker);
    const find = async () => {
        const comments = await (0,tracked_issues/* issueComments */.ar)(client, repository, number, { signal });
        return comments.filter((comment) => markers.some((marker) => comment.body.includes(marker)));
    };
    const write = () => (0,tracked_issues/* addComment */.BC)(client, repository, { number, body: `${markers.join('\n')}\n${body}` }, { signal });
    let ours;
    try {
        ours = (await write()).id;
    }
    catch (error) {
        if (!(error instanceof github_errors/* AmbiguousWrite */.OH))
            throw error;
        if ((await find()).length > 0)
            return;
        ours = (await write()).id;
    }
    const [first] = (await find()).sort((a, b) => a.id - b.id);
    if (first && first.id < ours)
        await (0,tracked_issues/* deleteComment */.Tu)(client, repository, ours, { signal });
}
function problemMarker(key) {
    return `<!-- release-actions:problem/${digest(key)} -->`;
}
function factMarker(id) {
    return `<!-- release-actions:fact/${digest(id)} -->`;
}
function digest(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}


/***/ }),

/***/ 78009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ tellingBy),
/* harmony export */   q: () => (/* binding */ redacting)
/* harmony export */ });
/* harmony import */ var _choose_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25116);

function tellingBy(notifications, { wanted, channels, redact, }) {
    const open = new Set(channels.map(({ name }) => name));
    return {
        channels: channels.map((channel) => redacting(channel, redact)),
        route: (fact) => (0,_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .route */ .wE)(notifications, wanted, fact).filter((name) => open.has(name)),
        escalation: (fact) => (0,_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .escalationOf */ .B4)(notifications, fact),
    };
}
function redacting(channel, redact) {
    return { ...channel, deliver: (message, options) => channel.deliver(redact(message), options) };
}


/***/ }),

/***/ 31724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseAddress)
/* harmony export */ });
const ADDRESS = /^(?=.{3,254}$)(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
const NAMED = /^(?:"([^"\\\p{Cc}]{1,100})"|([^"<>(),;:@\\[\]\p{Cc}]{1,100}?))\s*<([^<>\s]+)>$/u;
function parseAddress(text) {
    if (ADDRESS.test(text))
        return { address: text };
    const [, quoted, plain, address = ''] = NAMED.exec(text) ?? [];
    if (!ADDRESS.test(address))
        return undefined;
    const name = (quoted ?? plain ?? '').trim();
    return { address, ...(name !== '' && { name }) };
}


/***/ }),

/***/ 71348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ howToGoOn)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44867);

function howToGoOn(plan, state) {
    const { status, trainId } = state;
    if (status === 'running' || status === 'succeeded')
        return '';
    const again = `run the workflow that started the train again (Re-run failed jobs), or start it with train-id: ${trainId}`;
    const isUndone = plan.components.some(({ id }) => (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id).status === 'rolled-back');
    const isBack = plan.components.every(({ id }) => (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id).status !== 'rollback-failed');
    if (status === 'rollback-failed' && isBack)
        return `The version before is there again, and it is not healthy either: look for a cause that both share (data, a service they need, the check). To deploy again after that, ${again}.`;
    if (status === 'rollback-failed')
        return `Bring by hand what could not be rolled back to the version that shall run there. To deploy again after that, ${again}.`;
    if (isUndone)
        return `What was rolled back runs the version before. Fix the cause, then deploy again: with a new version by a new run; the same versions once more by this one: ${again}.`;
    if (plan.environment !== undefined)
        return `To go on: ${again}. What is deployed already stays and is not deployed again.`;
    return `To go on: ${again}. What is released stays released and is skipped.`;
}


/***/ }),

/***/ 28567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ hasFailed),
/* harmony export */   d: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44867);

function hasFailed({ status, cause }) {
    return (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(status) || cause !== undefined;
}
function failuresOf({ components }, state) {
    return components
        .map(({ id }) => ({ id, component: (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id) }))
        .filter(({ component }) => hasFailed(component) || component.status === 'rollback-failed')
        .map(({ id, component }) => ({ id, component, at: failedAt(component) }))
        .sort((a, b) => a.at - b.at);
}
function failedAt(component) {
    return hasFailed(component) ? (component.finishedAt ?? component.since) : component.since;
}


/***/ }),

/***/ 1962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ restoredWords)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44867);

const MOST_NAMES = 10;
function restoredWords(plan, state) {
    const back = plan.components.filter(({ id }) => (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id).status === 'rolled-back');
    const having = (verdict) => back.filter(({ id }) => (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id).restored?.verdict === verdict);
    const said = (components, words) => components.length > 0 ? [`${words} ${listed(components)}.`] : [];
    return [
        ...said(having('healthy'), 'Healthy again:'),
        ...said(having('inconclusive'), 'Whether these are healthy again is not known:'),
        ...said(having('unhealthy'), 'Not healthy:'),
        ...said(having(undefined), 'Not asked, for want of health checks:'),
    ].join(' ');
}
function listed(components) {
    const names = components.slice(0, MOST_NAMES).map(versionOf);
    const more = components.length - names.length;
    return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
function versionOf({ id, previousVersion }) {
    return previousVersion === undefined ? id : `${id} ${previousVersion}`;
}


/***/ }),

/***/ 21792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Ql: () => (/* binding */ CHANNEL_KINDS),
/* harmony export */   X5: () => (/* binding */ resolveNotifications)
/* harmony export */ });
/* unused harmony export SLACK_API */
/* harmony import */ var _platform_text_trim_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(285);
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87107);


const CHANNEL_KINDS = ['slack', 'slack-webhook', 'email', 'issue', 'webhook', 'teams', 'discord'];
const SLACK_API = 'https://slack.com/api';
const TIMES = 3;
function resolveNotifications({ channels = {}, rules = [] }) {
    return {
        channels: Object.entries(channels).flatMap(([name, channel]) => resolveChannel(name, channel) ?? []),
        rules: present(rules).map(resolveRule),
    };
}
function resolveChannel(name, raw) {
    const mention = raw.mention === undefined ? {} : { mention: raw.mention };
    if (raw.slack !== undefined) {
        const api = (0,_platform_text_trim_end_js__WEBPACK_IMPORTED_MODULE_1__/* .trimEnd */ .s)(raw.api ?? SLACK_API, '/');
        return { name, kind: 'slack', token: raw.slack, channel: raw.channel ?? '', ...mention, api };
    }
    if (raw['slack-webhook'] !== undefined)
        return { name, kind: 'slack-webhook', url: raw['slack-webhook'], ...mention };
    if (raw.email !== undefined)
        return { name, kind: 'email', to: present(raw.email), from: raw.from ?? '', smtp: raw.smtp ?? '' };
    if (raw.issue !== undefined) {
        const { labels = [], assignees = [] } = raw;
        return { name, kind: 'issue', repository: raw.issue, labels: present(labels), assignees: present(assignees) };
    }
    if (raw.webhook !== undefined)
        return { name, kind: 'webhook', url: raw.webhook, ...(raw.secret !== undefined && { secret: raw.secret }) };
    if (raw.teams !== undefined)
        return { name, kind: 'teams', url: raw.teams };
    return raw.discord === undefined ? undefined : { name, kind: 'discord', url: raw.discord };
}
function resolveRule({ events, severity, environments, channels = [], escalate }) {
    return {
        ...(events && { events: present(events) }),
        ...(severity && { severity }),
        ...(environments && { environments: present(environments) }),
        channels: present(channels),
        ...(escalate && { escalate: resolveEscalation(escalate) }),
    };
}
function resolveEscalation({ after = '', to = [], every, times }) {
    return {
        after: (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(after) ?? 0,
        to: present(to),
        ...(every !== undefined && { every: (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(every) ?? 0 }),
        times: every === undefined ? 1 : (times ?? TIMES),
    };
}
function present(list) {
    return list.filter((item) => item !== undefined);
}
function secretsOf(channel) {
    switch (channel.kind) {
        case 'slack':
            return [channel.token];
        case 'email':
            return [channel.smtp];
        case 'issue':
            return [];
        case 'webhook':
            return channel.secret === undefined ? [channel.url] : [channel.url, channel.secret];
        default:
            return [channel.url];
    }
}


/***/ }),

/***/ 94805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ problemOf),
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _machine_advice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71348);
/* harmony import */ var _machine_failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28567);
/* harmony import */ var _machine_restored_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1962);
/* harmony import */ var _machine_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44867);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25559);
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);






function factsOf(plan, state) {
    const train = { plan, state };
    return [
        ...trainFacts(train),
        ...plan.components.flatMap((planned) => componentFacts(planned, (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .componentOf */ .D5)(state, planned.id), train)),
    ];
}
function problemOf({ name, environment = 'release' }) {
    return `${name}/${environment}`;
}
function trainFacts(train) {
    const { plan, state } = train;
    const { status, updatedAt, canaryPassedAt, reason = '' } = state;
    const said = [startOf(train)];
    for (const [index, text] of (plan.warnings ?? []).entries())
        said.push({ kind: 'compatibility', at: state.startedAt, text, key: index });
    if (state.override) {
        const text = `${state.override.by} started ${named(plan)} although it was locked: ${state.override.reason}`;
        said.push({ kind: 'lock-overridden', at: state.startedAt, text });
    }
    if (canaryPassedAt !== undefined)
        said.push({ kind: 'canary-passed', at: canaryPassedAt, text: `${named(plan)}: the canary has passed its bake.` });
    const failedAt = failureAt(train);
    if (failedAt !== undefined)
        said.push({ kind: 'failed', at: failedAt, text: failureText(train), next: (0,_machine_advice_js__WEBPACK_IMPORTED_MODULE_2__/* .howToGoOn */ .T)(plan, state) });
    const rollbackAt = rollbackStart(train);
    if (rollbackAt !== undefined)
        said.push({ kind: 'rollback-started', at: rollbackAt, text: `${named(plan)} is being rolled back.` });
    if (status === 'succeeded')
        said.push({ kind: 'completed', at: updatedAt, text: `${named(plan)} is complete: ${versions(plan)}.` });
    if (status === 'rolled-back')
        said.push({
            kind: 'rolled-back',
            at: updatedAt,
            text: `${named(plan)} was rolled back. ${(0,_machine_restored_words_js__WEBPACK_IMPORTED_MODULE_3__/* .restoredWords */ .I)(plan, state)}`,
            next: (0,_machine_advice_js__WEBPACK_IMPORTED_MODULE_2__/* .howToGoOn */ .T)(plan, state),
        });
    if (status === 'cancelled')
        said.push({ kind: 'cancelled', at: updatedAt, text: `${named(plan)} was cancelled. ${reason}` });
    const waits = plan.components.some(({ id }) => (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .componentOf */ .D5)(state, id).dispatch?.waiting?.since !== undefined);
    if (status === 'parked' && state.parkedUntil === undefined && !waits)
        said.push({ kind: 'needs-person', at: updatedAt, key: updatedAt, text: `${named(plan)} is parked: ${reason}` });
    return said.map((one) => factOf(one, train, one.url ?? state.startedBy?.runUrl));
}
function startOf({ plan, state }) {
    const { resumed, startedAt, resumedAt, actor } = state;
    const by = actor === undefined ? '' : ` by ${actor}`;
    if (resumed > 0)
        return {
            kind: 'started',
            at: resumedAt ?? startedAt,
            text: `${named(plan)} goes on after a stop, for the ${ordinal(resumed)} time.`,
        };
    return { kind: 'started', at: startedAt, text: `${named(plan)} was started${by}: ${versions(plan)}.` };
}
function failureAt({ plan, state }) {
    const failures = plan.components.map(({ id }) => (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .componentOf */ .D5)(state, id)).filter(_machine_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .W);
    const isOver = state.status === 'failed' || state.status === 'rolled-back' || state.status === 'rollback-failed';
    const isUndone = plan.rollback && state.status === 'running' && failures.length > 0;
    if (!isOver && !isUndone)
        return undefined;
    return Math.min(...failures.map(({ finishedAt }) => finishedAt ?? state.updatedAt), state.updatedAt);
}
const MOST_CAUSES = 3;
function failureText({ plan, state }) {
    const causes = plan.components.flatMap(({ id }) => {
        const component = (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .componentOf */ .D5)(state, id);
        return (0,_machine_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .W)(component) ? [`${id}: ${component.reason ?? component.status}`] : [];
    });
    const more = causes.length > MOST_CAUSES ? [`and ${causes.length - MOST_CAUSES} more`] : [];
    const told = [...causes.slice(0, MOST_CAUSES), ...more].join(' ');
    return `${named(plan)} failed. ${told}`.trim();
}
function rollbackStart({ plan, state }) {
    const starts = plan.components.flatMap(({ id }) => (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .componentOf */ .D5)(state, id).rollback?.intendedAt ?? []);
    return starts.length === 0 ? undefined : Math.min(...starts);
}
function componentFacts(planned, component, train) {
    const { id, repository } = planned;
    const { status, cause, reason = '', attempt, finishedAt, since, dispatch, rollback } = component;
    const said = [];
    if ((0,_machine_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .W)(component) && dispatch?.cancel?.because !== 'caller') {
        const common = {
            at: finishedAt ?? since,
            key: `${attempt}-${Math.round(finishedAt ?? since).toString(36)}`,
            url: dispatch?.run?.url,
        };
        const kind = cause === 'health' ? 'health-failed' : cause === 'package' ? 'not-served' : 'component-failed';
        said.push({ kind, ...common, text: `${id} in ${lowered(named(train.plan))} ${verb(kind)} ${reason}`.trim() });
        if (cause === 'inconclusive') {
            const text = `Whether ${id} (${repository}) is healthy is not known: ${reason} Look at it.`;
            said.push({ kind: 'needs-person', ...common, text });
        }
    }
    if (status === 'rollback-failed') {
        const text = `The rollback of ${id} failed: ${reason} Look at it now: nobody knows what is there.`;
        said.push({
            kind: 'rollback-failed',
            at: since,
            key: attempt,
            url: rollback?.run?.url ?? dispatch?.run?.url,
            text,
        });
    }
    said.push(...restoredFacts(planned, component));
    if (dispatch?.waiting?.since !== undefined && status === 'running') {
        const { since: waits, for: whom } = dispatch.waiting;
        const text = `${id} (${repository}) waits for ${whom ?? 'somebody to let its run go on'}. It goes on by itself then.`;
        said.push({ kind: 'needs-person', at: waits, key: Math.round(waits).toString(36), url: dispatch.run?.url, text });
    }
    return said.map((one) => factOf(one, train, one.url, id));
}
function restoredFacts({ id, repository, previousVersion = 'what was there before' }, { restored, attempt, rollback }) {
    if (!restored || restored.verdict === 'healthy')
        return [];
    const { verdict, reason = '', at } = restored;
    const common = { at, key: `${attempt}-health`, url: rollback?.run?.url };
    const back = `${id} (${repository}) was rolled back to ${previousVersion}`;
    return verdict === 'unhealthy'
        ? [{ kind: 'rollback-failed', ...common, text: `${back}, and is not healthy: ${reason} Look at it now.` }]
        : [
            {
                kind: 'needs-person',
                ...common,
                text: `${back}, and nobody can say whether it is healthy: ${reason} Look at it.`,
            },
        ];
}
function verb(kind) {
    if (kind === 'health-failed')
        return 'is not healthy:';
    return kind === 'not-served' ? 'is not served:' : 'failed:';
}
function factOf(said, { plan, state }, url, component) {
    const { kind, at, text, next, key } = said;
    const usual = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOf */ .xJ)(kind);
    const severity = kind === 'failed' && (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .isProduction */ .KV)(plan) ? 'critical' : usual;
    const problem = problemOf(plan);
    const parts = component === undefined ? [state.resumed, kind] : [kind, component];
    return {
        id: [state.trainId, ...parts, ...(key === undefined ? [] : [key])].join('/'),
        kind,
        severity,
        at,
        ...(component && { component }),
        ...(plan.environment && { environment: plan.environment }),
        text,
        ...(next && { next }),
        ...(url && { url }),
        ...(opensProblem(severity, kind) && { problem }),
        ...(kind === 'completed' && { resolves: problem }),
    };
}
function opensProblem(severity, kind) {
    return severity === 'error' || severity === 'critical' || kind === 'rolled-back' || kind === 'rollback-started';
}
function lowered(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}
function named({ name, environment }) {
    return environment === undefined ? `The release of ${name}` : `The deployment of ${name} to ${environment}`;
}
const MOST_VERSIONS = 5;
function versions({ components }) {
    const told = components.slice(0, MOST_VERSIONS).map(({ id, version, previousVersion }) => {
        if (version === undefined)
            return id;
        return previousVersion === undefined ? `${id} ${version}` : `${id} ${previousVersion} → ${version}`;
    });
    const more = components.length > MOST_VERSIONS ? ` and ${components.length - MOST_VERSIONS} more` : '';
    return told.join(', ') + more;
}
function ordinal(count) {
    const ending = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
    return `${count}${ending}`;
}


/***/ })
,

/***/ 81418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ acknowledge),
/* harmony export */   r: () => (/* binding */ escalateDue)
/* harmony export */ });
/* harmony import */ var _engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94697);
/* harmony import */ var _engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9035);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);
/* harmony import */ var _train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51224);
/* harmony import */ var _problem_issues_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65522);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6204);






const ACKNOWLEDGED = 'acknowledged';
async function escalateDue(options) {
    const { store, clock, channels } = options;
    const known = new Set(channels.map(({ name }) => name));
    const outcomes = [];
    let problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(await store.read(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3)) ?? {};
    for (const [key, problem] of Object.entries(problems)) {
        const dueAt = (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem);
        if (dueAt === undefined || dueAt > clock.now())
            continue;
        if (!problem.rule?.to.some((name) => known.has(name)))
            continue;
        const seen = await acknowledgedIn(key, options);
        if (seen)
            problems = await change(options, key, (before) => ({ ...before, acknowledged: seen }));
        else
            outcomes.push(...(await escalateOne({ key, dueAt, options })));
    }
    problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(await store.read(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3)) ?? {};
    const later = Object.values(problems).flatMap((problem) => (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem) ?? []);
    return { outcomes, nextAt: later.length === 0 ? undefined : Math.min(...later) };
}
async function acknowledge(options, key, by) {
    const at = options.clock.now();
    const problems = await change(options, key, (problem) => ({ ...problem, acknowledged: { at, by } }));
    return Object.hasOwn(problems, key) && problems[key]?.resolvedAt === undefined;
}
async function escalateOne({ key, dueAt, options }) {
    const { channels, clock, signal } = options;
    let claimed;
    await change(options, key, (problem) => {
        const isStillDue = (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem) === dueAt;
        claimed = isStillDue ? (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalated */ .vG)(problem, clock.now()) : undefined;
        return claimed ?? problem;
    });
    if (!claimed)
        return [];
    const { rule } = claimed;
    const fact = escalationFact(key, claimed, { dueAt, now: clock.now() });
    const message = { topic: key, title: key, severity: fact.severity, facts: [fact] };
    const acknowledgeUrl = await issueUrl(key, options);
    const chosen = channels.filter(({ name }) => rule?.to.includes(name));
    const outcomes = await (0,_send_js__WEBPACK_IMPORTED_MODULE_4__/* .sendTo */ .u)(chosen, acknowledgeUrl ? { ...message, acknowledgeUrl } : message, { clock, signal });
    if (outcomes.length > 0 && (0,_send_js__WEBPACK_IMPORTED_MODULE_4__/* .failuresOf */ .d)(outcomes).length === outcomes.length) {
        const { escalations } = claimed;
        await change(options, key, (problem) => (problem.escalations === escalations ? undone(problem, dueAt) : problem));
    }
    return outcomes;
}
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
            const issue = await (0,_problem_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .findOpenIssue */ .FE)({ client: clientFor(repository), repository, signal }, key);
            if (issue)
                return issue.url;
        }
        catch {
        }
    }
    return undefined;
}
async function acknowledgedIn(key, options) {
    const { issues, clientFor, clock, signal, onTrouble } = options;
    for (const { repository, assignees } of issues) {
        try {
            const issue = await (0,_problem_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .findOpenIssue */ .FE)({ client: clientFor(repository), repository, signal }, key);
            const ours = new Set(assignees.map((login) => login.toLowerCase()));
            const other = issue?.assignees.find((login) => !ours.has(login.toLowerCase()));
            const by = other ?? (issue?.labels.includes(ACKNOWLEDGED) ? `the label ${ACKNOWLEDGED}` : undefined);
            if (by)
                return { at: clock.now(), by };
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            onTrouble(`Whether ${key} is acknowledged in ${repository} cannot be seen: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        }
    }
    return undefined;
}
async function change({ store }, key, edit) {
    const text = await store.change(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3, (before) => {
        const problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(before) ?? {};
        const problem = Object.hasOwn(problems, key) ? problems[key] : undefined;
        if (!problem || problem.resolvedAt !== undefined)
            return undefined;
        const after = edit(problem);
        return after === problem ? undefined : (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseDocument */ .B)({ ...problems, [key]: after });
    }, `escalation of ${key}`);
    return (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(text) ?? {};
}


/***/ }),

/***/ 6204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ failuresOf),
/* harmony export */   u: () => (/* binding */ sendTo)
/* harmony export */ });
/* harmony import */ var _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75309);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94301);
/* harmony import */ var _platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61509);
/* harmony import */ var _platform_time_until_aborted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1577);





const MOST_AT_ONCE = 4;
const DELIVERY_MS = 15_000;
const WAITS_MS = [1_000, 4_000];
const LONGEST_PAUSE_MS = 60_000;
function sendTo(channels, message, options) {
    return (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_3__/* .mapPooled */ .Q)(channels, MOST_AT_ONCE, async (channel) => {
        const ref = options.refs?.[channel.name];
        const about = { channel: channel.name, fact: message.facts[0]?.id ?? message.topic };
        try {
            const delivery = await tryAll(channel, ref === undefined ? message : { ...message, ref }, options);
            return { ...about, ref: delivery.ref ?? '', ...(delivery.keep !== undefined && { keep: delivery.keep }) };
        }
        catch (error) {
            options.signal.throwIfAborted();
            return { ...about, reason: (0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
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
    const late = () => new _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__/* .Undelivered */ .A(`${channel.name}: no answer within ${DELIVERY_MS / 1_000} s.`);
    const { signal, clear } = (0,_platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_2__/* .timedSignal */ .s)({ clock, ms: DELIVERY_MS, signal: outer }, late);
    try {
        return await (0,_platform_time_until_aborted_js__WEBPACK_IMPORTED_MODULE_4__/* .untilAborted */ .E)(channel.deliver(message, { signal }), signal);
    }
    finally {
        clear();
    }
}
function waitAfter(error, tries) {
    const wait = WAITS_MS[tries];
    if (!(error instanceof _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__/* .Undelivered */ .A) || error.retry !== 'soon' || wait === undefined)
        return undefined;
    const pause = error.retryAfterMs ?? 0;
    return pause > LONGEST_PAUSE_MS ? undefined : Math.max(wait, pause);
}
function failuresOf(outcomes) {
    return outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome] : []));
}


/***/ })

};
