export const id = 4867;
export const ids = [4867];
export const modules = {

/***/ 44867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ componentOf),
/* harmony export */   H6: () => (/* binding */ COMPONENT_STATUSES),
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   Oq: () => (/* binding */ TRAIN_STATUSES),
/* harmony export */   W3: () => (/* binding */ dispatchOf),
/* harmony export */   Y2: () => (/* binding */ waitingSince),
/* harmony export */   ZK: () => (/* binding */ reopened),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   ue: () => (/* binding */ initialState),
/* harmony export */   v6: () => (/* binding */ ended),
/* harmony export */   wn: () => (/* binding */ isInFlight)
/* harmony export */ });
const COMPONENT_STATUSES = [
    'pending',
    'dispatching',
    'running',
    'verifying',
    'succeeded',
    'failed',
    'timed-out',
    'blocked',
    'skipped',
    'cancelled',
    'rolling-back',
    'rolled-back',
    'rollback-failed',
];
const TRAIN_STATUSES = [
    'running',
    'parked',
    'succeeded',
    'failed',
    'cancelled',
    'rolled-back',
    'rollback-failed',
];
function initialState(plan, start) {
    const pending = { status: 'pending', since: start.at, attempt: 1 };
    return {
        format: 1,
        trainId: start.trainId,
        planHash: start.planHash,
        salt: start.salt,
        status: 'running',
        startedAt: start.at,
        updatedAt: start.at,
        ...(start.actor && { actor: start.actor }),
        ...(start.startedBy && { startedBy: start.startedBy }),
        ...(start.override && { override: start.override }),
        resumed: 0,
        components: Object.fromEntries(plan.components.map(({ id }) => [id, pending])),
    };
}
function componentOf(state, id) {
    const component = state.components[id];
    if (component?.status === undefined)
        throw new Error(`The state of train ${state.trainId} has no component ${id}.`);
    return component;
}
function isOpen({ status }) {
    return status === 'running' || status === 'parked';
}
function isReleased(status) {
    return status === 'succeeded' || status === 'skipped';
}
function isInFlight(status) {
    return status === 'dispatching' || status === 'running' || status === 'verifying';
}
function isFailure(status) {
    return status === 'failed' || status === 'timed-out' || status === 'cancelled';
}
function isTerminal(status) {
    return status !== 'pending' && !isInFlight(status) && status !== 'rolling-back';
}
function dispatchOf({ dispatch, rollback }, purpose) {
    return purpose === 'release' ? dispatch : rollback;
}
function ended(before, at, end) {
    const { reason: _, cause: __, ...rest } = before;
    const { status, reason, cause } = end;
    return { ...rest, status, since: at, finishedAt: at, ...(reason && { reason }), ...(cause && { cause }) };
}
function reopened({ dispatch, attempt, earlier = [] }, at) {
    if (!dispatch)
        return { status: 'pending', since: at, attempt, ...withEarlier(earlier) };
    const { nonce, run } = dispatch;
    const tries = run ? [...earlier, { nonce, run }] : earlier;
    return { status: 'pending', since: at, attempt: attempt + 1, ...withEarlier(tries) };
}
function withEarlier(earlier) {
    return earlier.length > 0 ? { earlier } : {};
}
function waitingSince({ intendedAt, sentAt = 0, resend, }) {
    return Math.max(intendedAt, sentAt, resend?.at ?? 0);
}


/***/ })

};
