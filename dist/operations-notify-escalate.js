export const id = 1418;
export const ids = [1418];
export const modules = {

/***/ 1418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ acknowledge),
/* harmony export */   r: () => (/* binding */ escalateDue)
/* harmony export */ });
/* harmony import */ var _engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2256);
/* harmony import */ var _engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9035);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);
/* harmony import */ var _train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1224);
/* harmony import */ var _problem_issues_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4288);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6204);






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
    let problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(await store.read(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3)) ?? {};
    for (const [key, problem] of Object.entries(problems)) {
        const dueAt = (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem);
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
    problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(await store.read(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3)) ?? {};
    const later = Object.values(problems).flatMap((problem) => (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem) ?? []);
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
    // Nobody heard of it: the next round does it again.
    if (outcomes.length > 0 && (0,_send_js__WEBPACK_IMPORTED_MODULE_4__/* .failuresOf */ .d)(outcomes).length === outcomes.length) {
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
            const issue = await (0,_problem_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .findOpenIssue */ .FE)({ client: clientFor(repository), repository, signal }, key);
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
            const issue = await (0,_problem_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .findOpenIssue */ .FE)({ client: clientFor(repository), repository, signal }, key);
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
/* harmony import */ var _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5309);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);
/* harmony import */ var _platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1509);
/* harmony import */ var _platform_time_until_aborted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1577);





const MOST_AT_ONCE = 4;
const DELIVERY_MS = 15_000;
/** Before the second and the third try. */
const WAITS_MS = [1_000, 4_000];
const LONGEST_PAUSE_MS = 60_000;
/** Sends a message to channels, with three tries each. What one of them does changes nothing for another. */
function sendTo(channels, message, options) {
    return (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__/* .mapPooled */ .Q)(channels, MOST_AT_ONCE, async (channel) => {
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
    const { signal, clear } = (0,_platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_3__/* .timedSignal */ .s)({ clock, ms: DELIVERY_MS, signal: outer }, late);
    try {
        return await (0,_platform_time_until_aborted_js__WEBPACK_IMPORTED_MODULE_4__/* .untilAborted */ .E)(channel.deliver(message, { signal }), signal);
    }
    finally {
        clear();
    }
}
/** Milliseconds until it is tried again; undefined where that makes no sense now. */
function waitAfter(error, tries) {
    const wait = WAITS_MS[tries];
    if (!(error instanceof _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__/* .Undelivered */ .A) || error.retry !== 'soon' || wait === undefined)
        return undefined;
    const pause = error.retryAfterMs ?? 0;
    return pause > LONGEST_PAUSE_MS ? undefined : Math.max(wait, pause);
}
/** The outcomes that are failures. */
function failuresOf(outcomes) {
    return outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome] : []));
}


/***/ })

};
