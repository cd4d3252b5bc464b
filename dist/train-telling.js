export const id = 6179;
export const ids = [6179];
export const modules = {

/***/ 25559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   KV: () => (/* binding */ isProduction),
/* harmony export */   x4: () => (/* binding */ versionsOf)
/* harmony export */ });
function isProduction({ environment, production }) {
    return production ?? environment === 'production';
}
function canonical(plan) {
    return JSON.stringify(sorted(plan)) ?? '';
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
function versionsOf({ components }) {
    return Object.fromEntries(components.flatMap(({ id, version }) => (version === undefined ? [] : [[id, version]])));
}


/***/ }),

/***/ 8510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ isUrgent),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
/* unused harmony export FACT_KINDS */
const SEVERITIES = ['info', 'warning', 'error', 'critical'];
const KINDS = {
    started: 'info',
    completed: 'info',
    'canary-passed': 'info',
    'component-failed': 'error',
    'health-failed': 'error',
    'not-served': 'error',
    failed: 'error',
    'rollback-started': 'warning',
    'rolled-back': 'warning',
    cancelled: 'warning',
    'lock-overridden': 'warning',
    'rollback-failed': 'critical',
    compatibility: 'warning',
    'needs-person': 'warning',
    'registration-failed': 'error',
    'integration-failed': 'error',
    'discovery-failed': 'error',
    'service-unhealthy': 'error',
    'route-conflict': 'warning',
    'event-refused': 'warning',
    'pipeline-failed': 'error',
};
const FACT_KINDS = [...Object.keys(KINDS), 'escalated'];
function severityOf(kind) {
    return Object.hasOwn(KINDS, kind) ? KINDS[kind] : 'info';
}
function isAtLeast(severity, least) {
    return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
function isUrgent({ severity }) {
    return isAtLeast(severity, 'error');
}


/***/ }),

/***/ 82413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ outlook),
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   Ki: () => (/* binding */ noteFacts),
/* harmony export */   _7: () => (/* binding */ EMPTY_LEDGER),
/* harmony export */   r_: () => (/* binding */ untold)
/* harmony export */ });
/* unused harmony export MOST_AN_HOUR */
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);

const EMPTY_LEDGER = { format: 1, notices: {}, untold: {}, channels: {} };
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const OLDEST_NEWS_MS = HOUR;
const GROUP_WAIT_MS = 10 * SECOND;
const GIVE_UP_MS = 24 * HOUR;
const RETRY_MS = [SECOND, 4 * SECOND, 15 * SECOND];
const LATER_MS = 5 * 60 * SECOND;
const MOST_AN_HOUR = 20;
function noteFacts(ledger, facts, { route, now }) {
    const isOld = ({ at }) => ledger === undefined && at < now - OLDEST_NEWS_MS;
    const fresh = facts.filter(({ id }) => ledger === undefined || !Object.hasOwn(ledger.notices, id));
    const base = ledger === undefined ? undefined : withoutPassed(ledger, facts);
    if (fresh.every(isOld))
        return base;
    const notices = { ...base?.notices };
    const untold = { ...base?.untold };
    for (const fact of fresh) {
        const channels = isOld(fact) ? [] : route(fact);
        notices[fact.id] = Object.fromEntries(channels.map((channel) => [channel, { since: now, tries: 0, next: now }]));
        if (channels.length > 0)
            untold[fact.id] = fact;
    }
    return { ...EMPTY_LEDGER, ...base, notices, untold };
}
function withoutPassed(ledger, facts) {
    const current = new Set(facts.map(({ id }) => id));
    const passed = Object.values(ledger.untold).filter(({ id, kind }) => kind === 'needs-person' && !current.has(id));
    if (passed.length === 0)
        return ledger;
    const gone = new Set(passed.map(({ id }) => id));
    const without = (record) => Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
    return { ...ledger, notices: without(ledger.notices), untold: without(ledger.untold) };
}
function outlook(ledger, now, { isLast }) {
    const due = [];
    const times = [];
    for (const [channel, facts] of waitingByChannel(ledger)) {
        const { sent = [], ref } = ledger.channels[channel] ?? {};
        const recent = sent.filter((at) => at > now - HOUR);
        const isFull = recent.length >= MOST_AN_HOUR - (isLast ? 0 : 1);
        const from = isFull ? (recent[0] ?? now) + HOUR : Math.min(...facts.map((one) => readyAt(one, isLast)));
        if (from > now) {
            times.push(from);
            continue;
        }
        const ready = facts.filter(({ notice }) => (notice.next ?? 0) <= now).map(({ fact }) => fact);
        if (ready.length > 0)
            due.push({ channel, facts: ready, ...(ref !== undefined && { ref }) });
    }
    return { due, nextAt: times.length === 0 ? undefined : Math.min(...times) };
}
function readyAt({ fact, notice }, isLast) {
    const next = notice.next ?? Number.POSITIVE_INFINITY;
    return isLast || (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .isUrgent */ .Gi)(fact) || notice.tries > 0 ? next : Math.max(next, notice.since + GROUP_WAIT_MS);
}
function waitingByChannel({ notices, untold }) {
    const byChannel = new Map();
    for (const [id, fact] of Object.entries(untold)) {
        for (const [channel, notice] of Object.entries(notices[id] ?? {})) {
            if (!isOpenNotice(notice))
                continue;
            const list = byChannel.get(channel);
            if (list)
                list.push({ fact, notice });
            else
                byChannel.set(channel, [{ fact, notice }]);
        }
    }
    return byChannel;
}
function isOpenNotice(notice) {
    return 'since' in notice && notice.next !== undefined;
}
function isSettled(ledger) {
    return ledger === undefined || Object.keys(ledger.untold).length === 0;
}
function told(ledger, { channel, facts }, { at, ref, keep }) {
    const next = withNotices(ledger, channel, facts, () => ({ at, ...(ref !== undefined && { ref }) }));
    const record = withSent(ledger, channel, at);
    return {
        ...next,
        channels: { ...next.channels, [channel]: { ...record, ...(keep !== undefined && { ref: keep }) } },
    };
}
function withSent({ channels }, channel, at) {
    const { sent = [], ...record } = channels[channel] ?? {};
    return { ...record, sent: [...sent, at].filter((one) => one > at - HOUR) };
}
function untold(ledger, { channel, facts }, refusal) {
    const channels = { ...ledger.channels, [channel]: withSent(ledger, channel, refusal.at) };
    return withNotices({ ...ledger, channels }, channel, facts, (before) => {
        const { since, tries } = before ?? { since: refusal.at, tries: 0 };
        const failed = { since, tries: tries + 1, error: refusal.error };
        const next = Math.max(refusal.at + waitAfter(tries, refusal.retry), refusal.notBefore ?? 0);
        return refusal.retry === 'never' || next > since + GIVE_UP_MS ? failed : { ...failed, next };
    });
}
function waitAfter(triesBefore, retry) {
    return retry === 'soon' ? (RETRY_MS[triesBefore] ?? LATER_MS) : LATER_MS;
}
function withNotices(ledger, channel, facts, change) {
    const notices = { ...ledger.notices };
    for (const { id } of facts) {
        const before = notices[id]?.[channel];
        if (before && !isOpenNotice(before))
            continue;
        notices[id] = { ...notices[id], [channel]: change(before) };
    }
    return forgetTold({ ...ledger, notices });
}
function forgetTold(ledger) {
    const open = Object.entries(ledger.untold).filter(([id]) => Object.values(ledger.notices[id] ?? {}).some(isOpenNotice));
    return { ...ledger, untold: Object.fromEntries(open) };
}


/***/ })

};
