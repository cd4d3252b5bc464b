export const id = 8129;
export const ids = [8129];
export const modules = {

/***/ 38129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ train)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
;// CONCATENATED MODULE: ./build/src/engine/drive/sweep-trains.js

async function sweepTrains(store, trainId, { name, log, ride }) {
    const wanted = (await store.open()).filter((train) => trainId === undefined || train.trainId === trainId);
    const open = wanted.filter((train) => trainId !== undefined || train.name === name);
    for (const train of wanted.filter((one) => !open.includes(one))) {
        log.notice(`Train ${train.trainId} is left alone: it is one of ${train.name}, and the manifest here is ${name}.`);
    }
    if (open.length === 0) {
        log.info(`${trainId === undefined ? 'No train is open' : `Train ${trainId} is not open`}: there is nothing to do.`);
        return;
    }
    log.info(`Open: ${open.map((train) => train.trainId).join(', ')}.`);
    const failures = [];
    for (const train of open) {
        try {
            await ride(train.trainId);
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            failures.push(...error.faults);
        }
    }
    if (failures.length > 0)
        throw new errors/* UserError */.yo(failures);
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(25559);
// EXTERNAL MODULE: ./build/src/train/views/plan-markdown.js
var plan_markdown = __webpack_require__(60094);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(22556);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(44867);
;// CONCATENATED MODULE: ./build/src/train/machine/canary.js


function canaryStage(plan, state, now) {
    if (!plan.canary || !isCanaryOpen(plan, state))
        return { stage: 'open' };
    const components = canaryComponents(plan);
    const states = [...components].map((id) => (0,machine_state/* componentOf */.D5)(state, id));
    if (!states.every(({ status }) => (0,machine_state/* isReleased */.OZ)(status)))
        return { stage: 'canary', components };
    const until = Math.max(state.startedAt, ...states.map(({ finishedAt }) => finishedAt ?? 0)) + plan.canary.bake;
    return now < until ? { stage: 'baking', until } : { stage: 'verify', components: [...components], since: until };
}
function isCanaryOpen(plan, state) {
    return plan.strategy === 'canary' && plan.canary !== undefined && state.canaryPassedAt === undefined;
}
function canaryComponents(plan) {
    return (0,graph/* withNeeds */.Y)(plan.components, plan.canary?.components ?? []);
}

;// CONCATENATED MODULE: ./build/src/train/machine/unsuccessful.js
function unsuccessful({ conclusion, neverStarted, claimedBy }, cancelledBecause) {
    if (claimedBy !== undefined)
        return { status: 'failed', reason: robbed(claimedBy), cause: 'run' };
    if (conclusion !== 'cancelled')
        return { status: 'failed', reason: `Its run concluded ${conclusion ?? 'without a conclusion'}.`, cause: 'run' };
    if (cancelledBecause === 'approval')
        return { status: 'timed-out', reason: 'Nobody approved it in time, and it was cancelled.', cause: 'unapproved' };
    if (cancelledBecause === 'timeout')
        return { status: 'timed-out', reason: 'It took longer than its timeout and was cancelled.', cause: 'run' };
    if (cancelledBecause === 'caller')
        return { status: 'cancelled', reason: 'It was cancelled with the train.', cause: 'person' };
    if (neverStarted)
        return {
            status: 'cancelled',
            reason: 'Its run was cancelled before any job started: a newer run of its concurrency group replaces one that is pending (queue: max keeps them), or somebody cancelled it.',
            cause: 'run',
        };
    return { status: 'cancelled', reason: 'Somebody cancelled its run.', cause: 'person' };
}
function robbed(claimedBy) {
    return (`Its run did nothing: it found the release claimed by ${claimedBy}, which is no run of this train. ` +
        'See who can write refs/release-actions/claims in that repository, then resume the train: the next try has another nonce.');
}

;// CONCATENATED MODULE: ./build/src/train/machine/waiting.js

const APPROVAL_TIMEOUT_MS = 72 * 3_600_000;
function waitingAfter({ waiting, intendedAt }, { status, changedAt = Number.POSITIVE_INFINITY, at }) {
    if (status === 'waiting') {
        const since = Math.min(at, Math.max(intendedAt, changedAt));
        return { waiting: waiting?.since === undefined ? { total: waiting?.total ?? 0, since } : waiting };
    }
    if (!waiting)
        return {};
    const { since = at, total } = waiting;
    return { waiting: { total: total + Math.max(0, at - since) } };
}
function approvalOf({ approvalTimeout = APPROVAL_TIMEOUT_MS, cancelUnapproved }) {
    return { timeoutMs: approvalTimeout, onTimeout: cancelUnapproved ? 'cancel' : 'leave' };
}
function waitsForPeople(plan, state, commands) {
    const waits = commands.map((command) => {
        if (command.type !== 'follow')
            return undefined;
        const waiting = (0,machine_state/* dispatchOf */.W3)((0,machine_state/* componentOf */.D5)(state, command.component), command.purpose)?.waiting;
        return waiting?.since === undefined ? undefined : { ...waiting, since: waiting.since, id: command.component };
    });
    if (waits.length === 0 || !waits.every((wait) => wait !== undefined))
        return undefined;
    const ids = new Map(plan.components.map(({ id }, index) => [id, index]));
    const told = [...waits]
        .sort((a, b) => (ids.get(a.id) ?? 0) - (ids.get(b.id) ?? 0))
        .map(({ id, for: whom = 'a person or a timer' }) => `${id} waits for ${whom}`);
    return { since: Math.max(...waits.map(({ since }) => since)), reason: `${told.join('; ')}.` };
}

;// CONCATENATED MODULE: ./build/src/train/machine/dispatch.js



function afterDispatchEvent(before, event) {
    const releasing = before.status === 'dispatching' || before.status === 'running';
    if (releasing && before.dispatch?.nonce === event.nonce)
        return releaseEvent(before, before.dispatch, event);
    if (before.status === 'rolling-back' && before.rollback?.nonce === event.nonce) {
        return rollbackEvent(before, before.rollback, event);
    }
    return before;
}
function releaseEvent(before, dispatch, event) {
    switch (event.type) {
        case 'run-seen':
            return releaseRunSeen(before, dispatch, event);
        case 'dispatched':
        case 'dispatch-unclear':
            return withSend(before, 'dispatch', dispatch, event);
        case 'resend-intended':
            return withResend(before, 'dispatch', dispatch, event);
        case 'taken-up':
            return takenUp(before, dispatch, event);
        case 'dispatch-refused':
            return before.status === 'dispatching'
                ? (0,machine_state/* ended */.v6)(before, event.at, { status: 'failed', reason: event.reason, cause: 'run' })
                : before;
        case 'dispatch-lost':
            if (dispatch.resumed)
                return (0,machine_state/* reopened */.ZK)(before, event.at);
            return (0,machine_state/* ended */.v6)(before, event.at, { status: 'timed-out', reason: event.reason, cause: 'lost' });
        case 'dispatch-untraceable':
            return gaveUp(before, dispatch, event);
        case 'expired':
            return (0,machine_state/* ended */.v6)(before, event.at, {
                status: 'timed-out',
                reason: event.reason,
                cause: event.because === 'approval' ? 'unapproved' : 'run',
            });
        case 'waiting':
            return withLastSeen(before, 'dispatch', dispatch, event);
        case 'approval-pending':
            return withWhom(before, 'dispatch', dispatch, event.whom);
        case 'cancel-requested':
            return withCancel(before, 'dispatch', dispatch, event);
    }
}
function gaveUp(before, dispatch, { at, reason }) {
    const { resumed: _, ...rest } = dispatch;
    return (0,machine_state/* ended */.v6)({ ...before, dispatch: { ...rest, untraceable: true } }, at, {
        status: 'failed',
        reason,
        cause: 'lost',
    });
}
function releaseRunSeen(before, dispatch, event) {
    const run = seen(dispatch, event.run);
    if (!run)
        return before;
    const next = { ...before, dispatch: { ...dispatch, ...sightOf(dispatch, event), run } };
    if (event.run.status === 'completed')
        return concluded(next, event.at, event.run);
    return before.status === 'running' ? next : { ...next, status: 'running', since: event.at };
}
function concluded(component, at, run) {
    const { conclusion } = run;
    if (conclusion === 'success')
        return { ...component, status: 'verifying', since: at, concludedAt: at };
    const { dispatch } = component;
    if (dispatch?.resumed && (dispatch.run?.attempt ?? 0) <= dispatch.resumed.knownFailure)
        return (0,machine_state/* reopened */.ZK)(component, at);
    return (0,machine_state/* ended */.v6)({ ...component, concludedAt: at }, at, unsuccessful(run, dispatch?.cancel?.because));
}
function rollbackEvent(before, dispatch, event) {
    const finish = (status, reason, rollback = dispatch) => ({
        ...before,
        status,
        since: event.at,
        rollback,
        reason: before.reason ? `${before.reason} ${reason}` : reason,
    });
    switch (event.type) {
        case 'run-seen': {
            const run = seen(dispatch, event.run);
            if (!run)
                return before;
            const rollback = { ...dispatch, ...sightOf(dispatch, event), run };
            if (event.run.status !== 'completed')
                return { ...before, rollback };
            return event.run.conclusion === 'success'
                ? finish('rolled-back', 'Rolled back.', rollback)
                : finish('rollback-failed', rollbackReason(event.run), rollback);
        }
        case 'dispatched':
        case 'dispatch-unclear':
            return withSend(before, 'rollback', dispatch, event);
        case 'resend-intended':
            return withResend(before, 'rollback', dispatch, event);
        case 'taken-up':
            return before;
        case 'dispatch-refused':
        case 'dispatch-lost':
        case 'dispatch-untraceable':
        case 'expired':
            return finish('rollback-failed', `Its rollback failed: ${event.reason}`);
        case 'waiting':
            return withLastSeen(before, 'rollback', dispatch, event);
        case 'approval-pending':
            return withWhom(before, 'rollback', dispatch, event.whom);
        case 'cancel-requested':
            return withCancel(before, 'rollback', dispatch, event);
    }
}
function rollbackReason({ claimedBy, conclusion = 'without a conclusion' }) {
    return claimedBy === undefined
        ? `Its rollback concluded ${conclusion}.`
        : `Its rollback failed. ${robbed(claimedBy)}`;
}
function seen(dispatch, run) {
    const known = dispatch.run;
    if (known && (known.id !== run.id || run.attempt < known.attempt))
        return undefined;
    const conclusion = run.status === 'completed' ? (run.conclusion ?? 'unknown') : undefined;
    if (known?.attempt === run.attempt && dispatch.lastSeen === describe(run) && conclusion === undefined)
        return undefined;
    return { id: run.id, url: run.url, attempt: run.attempt, ...(conclusion ? { conclusion } : {}) };
}
function sightOf(dispatch, { run, at }) {
    return { lastSeen: describe(run), ...waitingAfter(dispatch, { ...run, at }) };
}
function describe(run) {
    const what = run.status === 'completed' ? `completed (${run.conclusion ?? 'unknown'})` : run.status;
    return run.attempt > 1 ? `${what}, attempt ${run.attempt}` : what;
}
function withSend(before, key, dispatch, event) {
    const { sentAt } = event;
    const isKnown = dispatch.accepted || dispatch.run || sentAt <= (dispatch.sentAt ?? Number.NEGATIVE_INFINITY);
    if (isKnown && !(event.type === 'dispatched' && !dispatch.accepted))
        return before;
    const news = event.type === 'dispatched'
        ? { accepted: true }
        : { lastSeen: event.detail, ...(event.said !== undefined && { said: event.said }) };
    return { ...before, [key]: { ...dispatch, sentAt: Math.max(sentAt, dispatch.sentAt ?? 0), ...news } };
}
function withResend(before, key, dispatch, { at, after }) {
    if (dispatch.accepted || dispatch.run || after !== (0,machine_state/* waitingSince */.Y2)(dispatch) || at <= after)
        return before;
    const { sentBy: _, ...rest } = dispatch;
    return { ...before, [key]: { ...rest, resend: { at, times: (dispatch.resend?.times ?? 0) + 1 } } };
}
function takenUp(before, dispatch, { at, earlier: nonce, run }) {
    const found = before.earlier?.find((one) => one.nonce === nonce);
    if (!found || before.status !== 'dispatching' || dispatch.accepted)
        return before;
    if (run.id === found.run.id && run.attempt <= found.run.attempt)
        return before;
    const { id, url, attempt } = run;
    return {
        ...before,
        status: 'running',
        since: at,
        dispatch: { nonce, intendedAt: at, run: { id, url, attempt } },
        earlier: before.earlier?.filter((one) => one !== found) ?? [],
    };
}
function withCancel(before, key, dispatch, { at, because, detail }) {
    return dispatch.cancel ? before : { ...before, [key]: { ...dispatch, cancel: { at, because }, lastSeen: detail } };
}
function withWhom(before, key, dispatch, whom) {
    const { waiting } = dispatch;
    if (waiting?.since === undefined || waiting.for === whom)
        return before;
    return { ...before, [key]: { ...dispatch, waiting: { ...waiting, for: whom } } };
}
function withLastSeen(before, key, dispatch, { detail, sentBy = dispatch.sentBy }) {
    if (dispatch.lastSeen === detail && dispatch.sentBy === sentBy)
        return before;
    return { ...before, [key]: { ...dispatch, lastSeen: detail, ...(sentBy !== undefined && { sentBy }) } };
}

;// CONCATENATED MODULE: ./build/src/train/machine/dispatch-nonce.js

const UNGUESSABLE = /^[0-9a-z]{8,40}$/;
function tryOf(state, id, purpose) {
    const { attempt } = (0,machine_state/* componentOf */.D5)(state, id);
    return `${state.salt}.${id}.${purpose === 'rollback' ? 'r' : ''}${attempt}`;
}
function nonceOf(state, id, { purpose, unguessable }) {
    return `${tryOf(state, id, purpose)}.${unguessable}`;
}
function isNonceOf(state, id, { purpose, nonce }) {
    const start = `${tryOf(state, id, purpose)}.`;
    return nonce.startsWith(start) && UNGUESSABLE.test(nonce.slice(start.length));
}

// EXTERNAL MODULE: ./build/src/train/machine/failures.js
var machine_failures = __webpack_require__(28567);
// EXTERNAL MODULE: ./build/src/train/machine/restored-words.js
var restored_words = __webpack_require__(1962);
;// CONCATENATED MODULE: ./build/src/train/machine/outcome.js



function outcome(plan, state) {
    const statuses = plan.components.map(({ id }) => (0,machine_state/* componentOf */.D5)(state, id).status);
    if (statuses.every(machine_state/* isReleased */.OZ))
        return { status: 'succeeded' };
    const named = (test) => plan.components.filter(({ id }) => test((0,machine_state/* componentOf */.D5)(state, id).status)).map(({ id }) => id);
    const failures = (0,machine_failures/* failuresOf */.d)(plan, state).flatMap(({ id, component }) => ((0,machine_failures/* hasFailed */.W)(component) ? [id] : []));
    const stuck = named((status) => status === 'rollback-failed');
    if (stuck.length > 0) {
        return {
            status: 'rollback-failed',
            reason: `The rollback of ${listed(stuck)} failed: a person has to look at it now.`,
        };
    }
    const back = plan.components.filter(({ id }) => (0,machine_state/* componentOf */.D5)(state, id).status === 'rolled-back');
    const sick = back.filter(({ id }) => (0,machine_state/* componentOf */.D5)(state, id).restored?.verdict === 'unhealthy');
    if (sick.length > 0) {
        const ids = listed(sick.map(({ id }) => id));
        return {
            status: 'rollback-failed',
            reason: `${ids} ${sick.length === 1 ? 'was' : 'were'} rolled back, and what is there again is not healthy: a person has to look at it now.`,
        };
    }
    if (back.length > 0) {
        return {
            status: 'rolled-back',
            reason: `${failures.length > 0 ? listed(failures) : 'A component'} did not succeed, and what this train had deployed was rolled back. ${(0,restored_words/* restoredWords */.I)(plan, state)}`,
        };
    }
    return {
        status: 'failed',
        reason: `${listed(failures)} did not succeed. Fix the cause, then resume the train: it goes on where it stopped.`,
    };
}
const MOST_NAMES = 10;
function listed(ids) {
    const more = ids.length > MOST_NAMES ? ` and ${ids.length - MOST_NAMES} more` : '';
    return ids.slice(0, MOST_NAMES).join(', ') + more;
}

;// CONCATENATED MODULE: ./build/src/train/machine/rollback.js

function wantsRollback(plan, state) {
    if (!plan.rollback)
        return false;
    return plan.components.some(({ id }) => {
        const { status, cause, rollback } = (0,machine_state/* componentOf */.D5)(state, id);
        return ((0,machine_state/* isFailure */.N6)(status) && cause !== 'unapproved') || rollback !== undefined;
    });
}
function nextRollback(plan, state) {
    const all = plan.components.map((planned) => ({ planned, ...(0,machine_state/* componentOf */.D5)(state, planned.id) }));
    if (all.some(({ status }) => (0,machine_state/* isInFlight */.wn)(status) || status === 'rolling-back'))
        return undefined;
    const kept = new Set();
    for (const { planned, status } of all.toReversed()) {
        if (status === 'rollback-failed' || kept.has(planned.id))
            for (const need of planned.needs)
                kept.add(need);
    }
    const touched = all.filter(({ planned, ...component }) => planned.rollback && !kept.has(planned.id) && isTouched(component));
    return touched
        .toReversed()
        .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
        .at(0)?.planned;
}
function unjudged(plan, state) {
    return plan.components.filter(({ id, rollback }) => {
        const { status, restored } = (0,machine_state/* componentOf */.D5)(state, id);
        return status === 'rolled-back' && rollback?.health !== undefined && restored === undefined;
    });
}
function restoredSince(plan, state) {
    const times = plan.components.map(({ id }) => (0,machine_state/* componentOf */.D5)(state, id));
    return Math.max(state.resumedAt ?? 0, ...times.flatMap(({ rollback, since }) => (rollback ? [since] : [])));
}
function isTouched({ status, dispatch, rollback }) {
    return dispatch !== undefined && rollback === undefined && (status === 'succeeded' || (0,machine_state/* isFailure */.N6)(status));
}

;// CONCATENATED MODULE: ./build/src/train/machine/resume.js



function resume(plan, state, { at, dispatchAgain = [] }) {
    if (isRollingBack(plan, state))
        return { ...state, resumed: state.resumed + 1, resumedAt: at };
    const components = Object.fromEntries(plan.components.map(({ id }) => {
        const component = (0,machine_state/* componentOf */.D5)(state, id);
        return [id, dispatchAgain.includes(id) ? checkedByPerson(component, at) : resumedComponent(component, at)];
    }));
    const { canaryPassedAt, ...rest } = state;
    const next = { ...rest, resumed: state.resumed + 1, resumedAt: at, components };
    const isCanaryThere = [...canaryComponents(plan)].every((id) => (0,machine_state/* isReleased */.OZ)((0,machine_state/* componentOf */.D5)(next, id).status));
    return canaryPassedAt !== undefined && isCanaryThere ? { ...next, canaryPassedAt } : next;
}
function isRollingBack(plan, state) {
    const components = plan.components.map(({ id }) => (0,machine_state/* componentOf */.D5)(state, id));
    if (components.some(({ status }) => status === 'rolling-back'))
        return true;
    return components.some(({ rollback }) => rollback !== undefined) && nextRollback(plan, state) !== undefined;
}
function checkedByPerson(component, at) {
    return component.dispatch?.untraceable ? (0,machine_state/* reopened */.ZK)(component, at) : resumedComponent(component, at);
}
function resumedComponent(component, at) {
    const { status, dispatch, cause } = component;
    if ((0,machine_state/* isReleased */.OZ)(status) || status === 'verifying' || status === 'dispatching' || status === 'rolling-back')
        return component;
    if ((0,machine_state/* isFailure */.N6)(status) && (status === 'timed-out' || dispatch?.untraceable) && dispatch && !dispatch.run) {
        const { lastSeen: _, untraceable: ____, ...rest } = dispatch;
        const { reason: __, cause: _____, finishedAt: ___, ...open } = component;
        return { ...open, status: 'dispatching', since: at, dispatch: { ...rest, resumed: { at, knownFailure: 0 } } };
    }
    if ((0,machine_state/* isFailure */.N6)(status) && dispatch?.run?.conclusion === 'success' && cause !== 'run') {
        const { reason: _, cause: ___, finishedAt: __, outputs: ____, ...rest } = component;
        return { ...rest, status: 'verifying', since: at };
    }
    const isUnknown = status === 'running' || ((0,machine_state/* isFailure */.N6)(status) && dispatch?.run && !dispatch.run.conclusion);
    if (!isUnknown || !dispatch?.run)
        return (0,machine_state/* reopened */.ZK)(component, at);
    const { lastSeen: _, waiting: ______, cancel, ...rest } = dispatch;
    const knownFailure = status === 'running' && !cancel ? 0 : dispatch.run.attempt;
    const { reason: __, cause: ____, finishedAt: ___, ...open } = component;
    return { ...open, status: 'running', since: at, dispatch: { ...rest, resumed: { at, knownFailure } } };
}

;// CONCATENATED MODULE: ./build/src/train/machine/apply.js







function apply(plan, state, event) {
    const next = 'component' in event && event.type !== 'canary-failed'
        ? applyToComponent(plan, state, event)
        : applyToTrain(plan, state, event);
    return next === state ? state : { ...next, updatedAt: Math.max(state.updatedAt, event.at) };
}
function applyToComponent(plan, state, event) {
    if (!Object.hasOwn(state.components, event.component))
        return state;
    if (startsSomething(event) && state.status !== 'running')
        return state;
    const before = (0,machine_state/* componentOf */.D5)(state, event.component);
    const after = event.type === 'intended' && !mayStart(plan, state, event) ? before : transition(state, before, event);
    if (after === before)
        return state;
    const next = withComponent(state, event.component, after);
    if (after.status === 'pending' && before.status !== 'pending')
        return blockReopened(plan, next, event.at);
    return (0,machine_state/* isTerminal */.Hd)(after.status) && !(0,machine_state/* isTerminal */.Hd)(before.status) ? blockDependents(plan, next, event) : next;
}
function blockReopened(plan, state, at) {
    const failed = plan.components.find(({ id }) => (0,machine_state/* isFailure */.N6)((0,machine_state/* componentOf */.D5)(state, id).status));
    return failed ? blockDependents(plan, state, { component: failed.id, at }) : state;
}
function startsSomething({ type }) {
    return type === 'probed' || type === 'intended' || type === 'resend-intended';
}
function mayStart({ components }, state, { component, purpose }) {
    if (purpose === 'rollback')
        return true;
    const needs = components.find(({ id }) => id === component)?.needs ?? [];
    return needs.every((need) => (0,machine_state/* isReleased */.OZ)((0,machine_state/* componentOf */.D5)(state, need).status));
}
function transition(state, before, event) {
    switch (event.type) {
        case 'probed':
            return before.status === 'pending' ? probed(before, event) : before;
        case 'intended':
            return intended(state, before, event);
        case 'outputs-read':
            return before.status === 'verifying' && !before.outputs ? { ...before, outputs: event.outputs } : before;
        case 'gates-pending':
            if (before.status !== 'verifying' || before.reason === event.detail)
                return before;
            return { ...before, reason: event.detail };
        case 'gates-passed':
            return before.status === 'verifying' ? (0,machine_state/* ended */.v6)(before, event.at, { status: 'succeeded' }) : before;
        case 'gates-failed':
            if (before.status !== 'verifying')
                return before;
            return (0,machine_state/* ended */.v6)(before, event.at, { status: 'failed', reason: event.reason, cause: causeOf(event) });
        case 'gates-timed-out':
            if (before.status !== 'verifying')
                return before;
            return (0,machine_state/* ended */.v6)(before, event.at, { status: 'timed-out', reason: event.reason, cause: 'package' });
        case 'restored-judged':
            return restoredJudged(before, event);
        default:
            return afterDispatchEvent(before, event);
    }
}
function restoredJudged(before, event) {
    const { nonce, verdict, reason, at } = event;
    if (before.status !== 'rolled-back' || before.restored || before.rollback?.nonce !== nonce)
        return before;
    return { ...before, restored: { at, verdict, ...(reason && { reason }) } };
}
function causeOf({ verdict }) {
    if (verdict === 'outputs')
        return 'run';
    return verdict === 'inconclusive' ? 'inconclusive' : 'health';
}
function probed(before, { served, at }) {
    if (!served)
        return before.unreleased ? before : { ...before, unreleased: true };
    if (before.attempt > 1)
        return { ...before, status: 'verifying', since: at, concludedAt: at };
    return (0,machine_state/* ended */.v6)(before, at, { status: 'skipped', reason: 'The registry already serves this version.' });
}
function intended(state, before, event) {
    if (!isNonceOf(state, event.component, event))
        return before;
    const dispatch = { nonce: event.nonce, intendedAt: event.at };
    if (event.purpose === 'rollback') {
        if (!(0,machine_state/* isTerminal */.Hd)(before.status) || before.rollback)
            return before;
        return { ...before, status: 'rolling-back', since: event.at, rollback: dispatch };
    }
    if (before.status !== 'pending')
        return before;
    const { reason: _, ...rest } = before;
    return { ...rest, status: 'dispatching', since: event.at, dispatch };
}
function withComponent(state, id, component) {
    return { ...state, components: { ...state.components, [id]: component } };
}
function blockDependents(plan, state, { component, at }) {
    const { status } = (0,machine_state/* componentOf */.D5)(state, component);
    if ((0,machine_state/* isReleased */.OZ)(status))
        return state;
    const components = { ...state.components };
    const stops = (0,machine_state/* isFailure */.N6)(status) && (plan.onFailure === 'halt' || plan.rollback || isCanaryOpen(plan, state));
    for (const planned of plan.components) {
        const current = (0,machine_state/* componentOf */.D5)({ ...state, components }, planned.id);
        if (current.status !== 'pending')
            continue;
        const need = planned.needs.find((id) => isUnreachable(components[id]));
        if (need)
            components[planned.id] = blocked(current, at, `It needs ${need}, which ${verb(components[need])}.`);
        else if (stops)
            components[planned.id] = blocked(current, at, `Nothing new was started after ${component} ${verb(components[component])}.`);
    }
    return { ...state, components };
}
function blocked(before, at, reason) {
    return (0,machine_state/* ended */.v6)(before, at, { status: 'blocked', reason });
}
function isUnreachable(component) {
    return component !== undefined && (0,machine_state/* isTerminal */.Hd)(component.status) && !(0,machine_state/* isReleased */.OZ)(component.status);
}
function verb(component) {
    const words = {
        failed: 'failed',
        'timed-out': 'timed out',
        cancelled: 'was cancelled',
        blocked: 'is blocked',
    };
    return (component && words[component.status]) ?? 'did not succeed';
}
function applyToTrain(plan, state, event) {
    const { reason: _, parkedUntil: __, ...open } = state;
    switch (event.type) {
        case 'parked':
            if (state.status !== 'running')
                return state;
            return { ...open, status: 'parked', reason: event.reason, ...(event.until ? { parkedUntil: event.until } : {}) };
        case 'cancelled':
            return (0,machine_state/* isOpen */.nT)(state) ? { ...open, status: 'cancelled', reason: event.reason } : state;
        case 'continued':
            return state.status === 'parked' ? { ...open, status: 'running' } : state;
        case 'resumed':
            return hasStopped(state) && event.round === state.resumed + 1
                ? resume(plan, { ...open, status: 'running' }, event)
                : state;
        case 'canary-passed':
            return isBaked(plan, state, event.at) ? { ...state, canaryPassedAt: event.at } : state;
        case 'canary-failed':
            return canaryFailed(plan, state, event);
        case 'finished':
            return state.status === 'running' && isSettled(plan, state) ? { ...open, ...outcome(plan, state) } : state;
    }
}
function hasStopped(state) {
    return !(0,machine_state/* isOpen */.nT)(state) && state.status !== 'succeeded';
}
function isSettled(plan, state) {
    const isStill = plan.components.every(({ id }) => (0,machine_state/* isTerminal */.Hd)((0,machine_state/* componentOf */.D5)(state, id).status));
    return isStill && unjudged(plan, state).length === 0;
}
function isBaked(plan, state, at) {
    return state.status === 'running' && canaryStage(plan, state, at).stage === 'verify';
}
function canaryFailed(plan, state, event) {
    const before = (0,machine_state/* componentOf */.D5)(state, event.component);
    if (before.status !== 'succeeded' || !isBaked(plan, state, event.at))
        return state;
    const end = { status: 'failed', reason: event.reason, cause: causeOf(event) };
    const next = withComponent(state, event.component, (0,machine_state/* ended */.v6)(before, event.at, end));
    return blockDependents({ ...plan, onFailure: 'halt' }, next, event);
}

// EXTERNAL MODULE: ./build/src/train/manifest/asked-outputs.js
var asked_outputs = __webpack_require__(13307);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var manifest_texts = __webpack_require__(89576);
;// CONCATENATED MODULE: ./build/src/train/machine/handed-on.js





function outputsOf(plan, state, id) {
    const component = Object.hasOwn(state.components, id) ? (0,machine_state/* componentOf */.D5)(state, id) : undefined;
    return component?.outputs ?? (Object.hasOwn(plan.outputs ?? {}, id) ? plan.outputs?.[id] : undefined);
}
function outputsFor(planned, texts, { plan, state }) {
    const values = {};
    const missing = [];
    for (const { text } of (0,manifest_texts/* textsIn */.E)(texts)) {
        for (const name of (0,interpolate/* namesIn */.wX)(text)) {
            const asked = (0,asked_outputs/* askedOutput */.IS)(name);
            if (!asked)
                continue;
            const there = 'previous' in asked ? planned.previousOutputs : outputsOf(plan, state, asked.component);
            if (there && Object.hasOwn(there, asked.key))
                values[name] = there[asked.key] ?? '';
            else
                missing.push(`{${name}} in ${(0,wording/* quote */.hD)(text)} has no value: ${among(there)}`);
        }
    }
    return { values, ...(missing.length > 0 && { missing: `${missing.join('; ')}.` }) };
}
function among(there) {
    const keys = (0,wording/* listed */.KE)(Object.keys(there ?? {}));
    return keys ? `what was handed on has ${keys}` : 'nothing was handed on';
}
function missingOutputs({ components }, id, outputs) {
    const lacks = components.flatMap((planned) => {
        const keys = [...((0,asked_outputs/* askedIn */.UB)([planned.inputs, planned.health]).get(id) ?? [])];
        return keys.filter((key) => !Object.hasOwn(outputs, key)).map((key) => ({ key, by: planned.id }));
    });
    if (lacks.length === 0)
        return undefined;
    const wanted = (0,wording/* listed */.KE)(lacks.map(({ key, by }) => `${(0,wording/* quote */.hD)(key)}, which ${by} asks for`));
    return `they lack ${wanted}. There are: ${(0,wording/* listed */.KE)(Object.keys(outputs)) || 'none'}`;
}
function sentTexts({ inputs, rollback }, purpose) {
    return purpose === 'rollback' ? (rollback?.inputs ?? {}) : inputs;
}

// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/engine/runs/seen-run.js
var seen_run = __webpack_require__(93400);
;// CONCATENATED MODULE: ./build/src/engine/runs/abandon.js




const CANCEL_MS = 2_000;
const LOOK_MS = 800;
async function* abandon(components, state, { clientFor, clock, log }) {
    const running = components.flatMap(({ id, repository }) => {
        const { status, dispatch } = (0,machine_state/* componentOf */.D5)(state, id);
        const isToEnd = status === 'running' && dispatch?.run && !dispatch.cancel;
        return isToEnd ? [{ id, repository, nonce: dispatch.nonce, run: dispatch.run }] : [];
    });
    const outcomes = running.map(async ({ id, repository, nonce, run }) => {
        const client = clientFor(repository);
        const base = { component: id, nonce, at: clock.now() };
        try {
            await (0,runs/* cancelRun */.Su)(client, repository, run.id, { timeoutMs: CANCEL_MS, urgent: true });
            log.info(`${id}: cancel requested for ${run.url}`);
            const requested = { ...base, type: 'cancel-requested', because: 'caller', detail: 'cancel requested' };
            const now = await (0,runs/* getRun */.Mh)(client, repository, run.id, { timeoutMs: LOOK_MS }).catch(() => undefined);
            return now ? [requested, { ...base, type: 'run-seen', run: (0,seen_run/* seenRun */.d)(now) }] : [requested];
        }
        catch (error) {
            log.warning(`${id}: ${run.url} could not be cancelled and goes on: ${(0,errors/* messageOf */.bD)(error)}`);
            return [{ ...base, type: 'waiting', detail: `not cancelled: ${(0,errors/* messageOf */.bD)(error)}` }];
        }
    });
    for (const events of await Promise.all(outcomes))
        yield* events;
}

// EXTERNAL MODULE: ./build/src/engine/runs/follow.js + 7 modules
var follow = __webpack_require__(66080);
// EXTERNAL MODULE: ./build/src/engine/runs/sender.js
var sender = __webpack_require__(64566);
// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(60667);
;// CONCATENATED MODULE: ./build/src/engine/drive/gates.js



const LOOK_PAUSE = { firstMs: 2_000, factor: 1.5, longestMs: 30_000 };
const ONE_LOOK_MS = 10_000;
async function* passGates(planned, gates, options) {
    const served = yield* awaitServed(planned, gates.registry, options);
    if (!served)
        return;
    if (planned.health.length > 0) {
        const { clock, once, deadline } = options;
        const until = once ? Math.min(deadline, clock.now() + ONE_LOOK_MS) : deadline;
        const { verdict, detail } = await gates.health(planned.health, { ...options, deadline: until });
        if (verdict !== 'healthy') {
            const reason = `Its health is not proven (${verdict}): ${detail}`;
            yield once && clock.now() < deadline
                ? { type: 'gates-pending', detail: reason }
                : { type: 'gates-failed', reason, verdict };
            return;
        }
    }
    yield { type: 'gates-passed' };
}
async function* awaitServed(planned, registry, { clock, signal, deadline, once }) {
    const { version } = planned;
    let missing = (0,manifest_packages/* packagesOf */.D)(planned);
    if (missing.length === 0 || !version)
        return true;
    for (let looks = 0;; looks += 1) {
        const answers = await Promise.all(missing.map(async (one) => ({ one, ...(await ask(registry, one, version)) })));
        const late = answers.filter(({ served }) => !served);
        missing = late.map(({ one }) => one);
        if (missing.length === 0)
            return true;
        const detail = late.map((answer) => answer.detail).join('; ');
        if (clock.now() >= deadline) {
            yield {
                type: 'gates-timed-out',
                reason: `Its run succeeded, but ${version} is not served yet: ${detail} Run the train again once it is.`,
            };
            return false;
        }
        yield { type: 'gates-pending', detail: `${version} is accepted, not yet visible: ${detail}` };
        if (once)
            return false;
        await clock.sleep(Math.min((0,backoff/* backoffMs */.j)(LOOK_PAUSE, looks), deadline - clock.now()), signal);
    }
}
async function ask(registry, published, version) {
    try {
        return await registry.served(published, version);
    }
    catch (error) {
        return { served: false, detail: (0,errors/* messageOf */.bD)(error) };
    }
}

// EXTERNAL MODULE: ./build/src/train/manifest/output-values.js
var output_values = __webpack_require__(72206);
// EXTERNAL MODULE: ./build/src/engine/runs/run-outputs.js
var run_outputs = __webpack_require__(39481);
;// CONCATENATED MODULE: ./build/src/engine/drive/take-outputs.js




async function* takeOutputs(planned, options) {
    const { outputs: name, id, repository } = planned;
    const { plan, state, clientFor, isSecret } = options;
    if (name === undefined || (0,machine_state/* componentOf */.D5)(state, id).outputs)
        return;
    const run = lastRun(state, id);
    if (!run)
        return;
    const read = await (0,run_outputs/* readOutputsPatiently */.T)(clientFor(repository), { repository, runId: run.id, name });
    if ('fault' in read)
        return yield { type: 'gates-failed', reason: read.fault, verdict: 'outputs' };
    const { outputs, fault } = (0,output_values/* checkedOutputs */.G)(read.values, isSecret);
    const missing = outputs && missingOutputs(plan, id, outputs);
    if (fault !== undefined)
        yield failed(name, `of its outputs ${fault}`);
    else if (missing !== undefined)
        yield failed(name, missing);
    else
        yield { type: 'outputs-read', outputs };
}
function failed(name, what) {
    return {
        type: 'gates-failed',
        verdict: 'outputs',
        reason: `Its run succeeded, but its artifact ${JSON.stringify(name)} cannot be used: ${what}.`,
    };
}
function lastRun(state, id) {
    const { dispatch, earlier = [] } = (0,machine_state/* componentOf */.D5)(state, id);
    return dispatch?.run ?? earlier.at(-1)?.run;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/activities.js











function createActivities(options) {
    const planned = new Map(options.plan.components.map((component) => [component.id, component]));
    const find = (id) => {
        const component = planned.get(id);
        if (!component)
            throw new Error(`The plan has no component ${id}.`);
        return component;
    };
    const senders = (0,sender/* createSenders */.t)();
    let followed = 0;
    const counted = async function* (events) {
        followed += 1;
        try {
            yield* events;
        }
        finally {
            followed -= 1;
        }
    };
    return {
        run(work, state, how) {
            switch (work.type) {
                case 'probe':
                    return probe(find(work.component), options);
                case 'follow':
                    return counted(followComponent(find(work.component), work, {
                        ...options,
                        ...how,
                        state,
                        senders,
                        followed: () => followed,
                    }));
                case 'verify':
                    return verify(find(work.component), work.deadline, { ...options, ...how, state });
                case 'verify-restored':
                    return verifyRestored(find(work.component), work.deadline, { ...options, ...how, state });
                case 'verify-canary':
                    return verifyCanary(work.components.map((id) => withValues(find(id), options.plan, state)), { ...options, ...how, deadline: work.deadline });
            }
        },
        abandon: (state) => abandon([...planned.values()], state, options),
    };
}
async function* probe(planned, { gates, clock }) {
    const { id, version } = planned;
    const packages = (0,manifest_packages/* packagesOf */.D)(planned);
    if (packages.length === 0 || !version)
        return;
    const answers = await Promise.all(packages.map((one) => gates.registry.served(one, version)));
    yield { type: 'probed', component: id, served: answers.every(({ served }) => served), at: clock.now() };
}
async function* followComponent(planned, { purpose, deadline, timeout, approval }, how) {
    const component = (0,machine_state/* componentOf */.D5)(how.state, planned.id);
    const dispatch = (0,machine_state/* dispatchOf */.W3)(component, purpose);
    if (!dispatch)
        return;
    const { clock, log, once, signal, followed } = how;
    const { values, missing } = outputsFor(planned, sentTexts(planned, purpose), how);
    if (missing !== undefined) {
        const refused = { type: 'dispatch-refused', component: planned.id, nonce: dispatch.nonce };
        return yield { ...refused, reason: `It cannot be started: ${missing}`, at: clock.now() };
    }
    const order = {
        ...targetFor(planned, purpose, { dispatch, values: { ...values, train: how.state.trainId } }),
        ...sentOf(dispatch, how.fresh),
    };
    const complete = {
        ...order,
        client: how.clientFor(planned.repository),
        deadline,
        timeoutMs: timeout,
        approval,
        onTimeout: 'cancel',
        asksToResend: true,
        senders: how.senders,
        ...(isProvenByRegistry(planned, { purpose, plan: how.plan }) ? {} : { claimCounts: true }),
        ...(purpose === 'release' && component.earlier ? { earlier: component.earlier } : {}),
    };
    for await (const event of (0,follow/* follow */.e)(complete, { clock, log, once, signal, followed })) {
        yield { ...event, component: planned.id, nonce: dispatch.nonce, at: clock.now() };
    }
}
function isProvenByRegistry(planned, { purpose, plan }) {
    return purpose === 'release' && plan.environment === undefined && (0,manifest_packages/* packagesOf */.D)(planned).length > 0;
}
function sentOf(dispatch, fresh) {
    const { intendedAt, sentAt, sentBy, resend, said } = dispatch;
    return {
        intendedAt,
        ...(sentAt === undefined ? {} : { sentAt }),
        ...(sentBy === undefined ? {} : { sentBy }),
        ...(resend === undefined ? {} : { resend }),
        ...(said === undefined ? {} : { lastSaid: said }),
        sent: fresh ? 'fresh' : dispatch.accepted ? 'accepted' : 'unknown',
        ...(dispatch.run ? { run: dispatch.run } : {}),
        ...(dispatch.cancel ? { cancelled: dispatch.cancel } : {}),
    };
}
function targetFor(planned, purpose, { dispatch, values: known }) {
    const { repository } = planned;
    const templates = sentTexts(planned, purpose);
    const values = { ...known, nonce: dispatch.nonce };
    const inputs = Object.fromEntries(Object.entries(templates).map(([name, text]) => [name, (0,interpolate/* fillIn */.pz)(text, values)]));
    const carries = Object.values(templates).some((text) => (0,interpolate/* namesIn */.wX)(text).includes('nonce'));
    const nonce = carries ? { nonce: dispatch.nonce } : {};
    if (purpose === 'rollback' && planned.rollback) {
        const { workflow, ref } = planned.rollback;
        return { repository, target: { workflow, ref, inputs }, ...nonce };
    }
    if ('eventType' in planned.dispatch) {
        return { repository, target: { eventType: planned.dispatch.eventType, clientPayload: inputs }, ...nonce };
    }
    return { repository, target: { workflow: planned.dispatch.workflow, ref: planned.ref, inputs }, ...nonce };
}
function withValues(planned, plan, state) {
    const values = {
        ...outputsFor(planned, planned.health, { plan, state }).values,
        nonce: (0,machine_state/* componentOf */.D5)(state, planned.id).dispatch?.nonce ?? '',
        train: state.trainId,
    };
    const health = (0,manifest_texts/* mapTexts */.z)(planned.health, (text) => (0,interpolate/* fillIn */.pz)(text, values));
    return { ...planned, health };
}
async function* verify(planned, deadline, { state, ...how }) {
    let known = state;
    for await (const event of takeOutputs(planned, { ...how, state })) {
        const told = { ...event, component: planned.id, at: how.clock.now() };
        yield told;
        if (event.type !== 'outputs-read')
            return;
        known = apply(how.plan, known, told);
    }
    for await (const event of passGates(withValues(planned, how.plan, known), how.gates, { ...how, deadline })) {
        yield { ...event, component: planned.id, at: how.clock.now() };
    }
}
async function* verifyRestored({ id, rollback }, deadline, { state, gates, ...how }) {
    const { clock, once, signal } = how;
    const nonce = (0,machine_state/* componentOf */.D5)(state, id).rollback?.nonce ?? '';
    const values = { nonce, train: state.trainId };
    const checks = (0,manifest_texts/* mapTexts */.z)(rollback?.health ?? [], (text) => (0,interpolate/* fillIn */.pz)(text, values));
    const oneLook = clock.now() + ONE_LOOK_MS;
    const until = once ? oneLook : Math.max(deadline, oneLook);
    const { verdict, detail } = await gates.health(checks, { deadline: until, signal });
    if (verdict !== 'healthy' && once && clock.now() < deadline)
        return;
    const reason = verdict === 'healthy' ? {} : { reason: detail };
    yield { type: 'restored-judged', component: id, nonce, verdict, ...reason, at: clock.now() };
}
async function* verifyCanary(canary, how) {
    for (const planned of canary) {
        const { id: component } = planned;
        let passed = false;
        for await (const event of passGates(planned, how.gates, how)) {
            if (event.type === 'gates-passed')
                passed = true;
            if (event.type === 'gates-passed' || event.type === 'gates-pending')
                continue;
            const reason = `After the bake: ${event.reason}`;
            const verdict = event.type === 'gates-failed' ? { verdict: event.verdict } : {};
            yield { type: 'canary-failed', component, reason, ...verdict, at: how.clock.now() };
        }
        if (!passed)
            return;
    }
    yield { type: 'canary-passed', at: how.clock.now() };
}

// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
;// CONCATENATED MODULE: ./build/src/engine/drive/patience.js




const PATIENCE_MS = 10 * 60_000;
const REST = { firstMs: 5_000, factor: 2, longestMs: 60_000 };
class Patience {
    #options;
    #troubles = new Map();
    constructor(options) {
        this.#options = options;
    }
    delay(key) {
        return Math.max(0, (this.#troubles.get(key)?.retryAt ?? 0) - this.#options.clock.now());
    }
    forget(key) {
        this.#troubles.delete(key);
    }
    rest(key, error) {
        const kind = (0,errors/* kindOf */.I)(error);
        if (kind === undefined || kind === 'fault')
            return undefined;
        const { clock, deadline, onTrouble } = this.#options;
        const now = clock.now();
        const { since = now, times = 0 } = this.#troubles.get(key) ?? {};
        const isPause = error instanceof github_errors/* Paused */.hN;
        const retryAt = isPause ? error.until : now + (0,backoff/* backoffMs */.j)(REST, times);
        if (retryAt >= deadline || (!isPause && now - since > PATIENCE_MS))
            return undefined;
        this.#troubles.set(key, { since: isPause ? now : since, times: times + 1, retryAt });
        onTrouble?.(`${(0,errors/* messageOf */.bD)(error)} It is tried again in ${(0,duration/* formatDuration */.a)(retryAt - now)}.`);
        return retryAt - now;
    }
}

// EXTERNAL MODULE: ./build/src/platform/time/timed-signal.js
var timed_signal = __webpack_require__(61509);
// EXTERNAL MODULE: ./build/src/train/telling/deployments.js
var deployments = __webpack_require__(47382);
// EXTERNAL MODULE: ./build/src/train/telling/ledger.js
var telling_ledger = __webpack_require__(82413);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(23019);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/platform/github/deployments.js



const MOST_RECORDS = 100;
const LONGEST_DESCRIPTION = 140;
async function listDeployments(client, repository, environment, options = {}) {
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), environment };
    const rows = await client.list('GET /repos/{owner}/{repo}/deployments', params, {
        ...options,
        limit: MOST_RECORDS,
    });
    return rows.map(({ id, sha, payload }) => ({ id, sha, payload: payloadOf(payload) }));
}
function payloadOf(payload) {
    if ((0,records/* isRecord */.u)(payload))
        return payload;
    try {
        const value = JSON.parse(String(payload));
        return (0,records/* isRecord */.u)(value) ? value : {};
    }
    catch {
        return {};
    }
}
async function createDeployment(client, repository, { ref, environment, task, description, isProduction, payload }, options = {}) {
    const body = {
        ...{ ref, environment, task, payload, description: description.slice(0, LONGEST_DESCRIPTION) },
        ...{ auto_merge: false, required_contexts: [], transient_environment: false, production_environment: isProduction },
    };
    const create = async () => {
        const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), ...body };
        return (await client.write('POST /repos/{owner}/{repo}/deployments', params, options)).data.id;
    };
    const find = async () => {
        const records = await listDeployments(client, repository, environment, options);
        return records.find((one) => isSame(one, payload))?.id;
    };
    return (0,ensure/* ensure */.D)(create, find);
}
function isSame({ payload }, wanted) {
    return Object.entries(wanted).every(([key, value]) => payload[key] === value);
}
async function setDeploymentStatus(client, repository, id, { state, description = '', logUrl, environmentUrl, ...options }) {
    const body = {
        ...{ state, description: description.slice(0, LONGEST_DESCRIPTION), auto_inactive: false },
        ...(logUrl && { log_url: logUrl }),
        ...(environmentUrl && { environment_url: environmentUrl }),
    };
    await client.writeIdempotent('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', { ...(0,repository_name/* ownerAndRepo */.H)(repository), deployment_id: id, ...body }, options);
}
async function deploymentState(client, repository, id, options = {}) {
    const [latest] = await client.list('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', { ...(0,repository_name/* ownerAndRepo */.H)(repository), deployment_id: id }, { ...options, limit: 1 });
    return latest?.state;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/record-deployment.js


const MOST_EARLIER = 10;
const LIVE = ['success', 'in_progress', 'queued', 'pending', undefined];
async function recordDeployment(wanted, { client, known, signal }) {
    const { repository, environment, state, run, url } = wanted;
    const say = (id, said) => setDeploymentStatus(client, repository, id, {
        ...{ state: said, description: record_deployment_describe(wanted), logUrl: run.url, environmentUrl: url, signal },
    });
    const list = async () => (await listDeployments(client, repository, environment, { signal })).filter((one) => isOf(one, wanted.component));
    let id = known;
    if (id === undefined) {
        const earlier = await list();
        const found = earlier.find((one) => isSame(one, wanted.payload))?.id;
        id = found ?? (await create(wanted, earlier, { client, signal }));
        if (found === undefined && state !== 'queued')
            await say(id, 'queued');
    }
    await say(id, state);
    if (state !== 'success')
        return id;
    for (const one of (await list()).filter((other) => other.id !== id).slice(0, MOST_EARLIER)) {
        if (!LIVE.includes(await deploymentState(client, repository, one.id, { signal })))
            continue;
        await setDeploymentStatus(client, repository, one.id, { state: 'inactive', signal });
    }
    return id;
}
function isOf({ payload }, component) {
    return payload.component === component && payload.train !== undefined;
}
async function create(wanted, earlier, { client, signal }) {
    const { repository, environment, isProduction, task, run, version, payload } = wanted;
    const before = task === 'rollback' && version ? earlier.find((one) => one.payload.version === version) : undefined;
    const ref = before?.sha ?? (await commitOf(client, repository, run.id, signal));
    const order = { ref, environment, isProduction, task, description: record_deployment_describe(wanted), payload };
    return createDeployment(client, repository, order, { signal });
}
async function commitOf(client, repository, id, signal) {
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), run_id: id };
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
    return (await client.read(route, params, { signal })).head_sha;
}
function record_deployment_describe({ component, version, task, payload }) {
    const what = [component, version].filter(Boolean).join(' ');
    return `${task === 'rollback' ? 'Back to ' : ''}${what}, train ${payload.train}`;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/deployment-records.js







const MOST_AT_ONCE = 4;
const LONGEST_MS = 30_000;
class DeploymentRecords {
    #options;
    #active = new Map();
    #settled = () => { };
    constructor(options) {
        this.#options = options;
    }
    pursue(copy) {
        for (const wanted of this.#outlook(copy).due) {
            if (this.#active.has(wanted.component) || this.#active.size >= MOST_AT_ONCE)
                continue;
            void this.#record(wanted, copy);
        }
    }
    nextAt(copy) {
        return this.#outlook(copy).nextAt;
    }
    async finish(copy, deadline) {
        const { clock } = this.#options;
        for (;;) {
            const now = clock.now();
            if (now >= deadline)
                break;
            this.pursue(copy);
            const { nextAt = Number.POSITIVE_INFINITY } = this.#outlook(copy);
            if (this.#active.size === 0 && nextAt > deadline)
                break;
            const timer = new AbortController();
            const settled = new Promise((resolve) => {
                this.#settled = resolve;
            });
            const until = Math.max(1, Math.min(nextAt, deadline) - now);
            await Promise.race([settled, clock.sleep(until, timer.signal).catch(() => { })]);
            timer.abort();
        }
        this.stop();
    }
    stop() {
        for (const controller of this.#active.values())
            controller.abort(new Error('The step is over.'));
        this.#active.clear();
    }
    #outlook({ plan, savedState, savedLedger = telling_ledger/* EMPTY_LEDGER */._7 }) {
        const { due, nextAt } = (0,deployments/* dueDeployments */.L4)((0,deployments/* wantedDeployments */.kI)(plan, savedState), savedLedger, this.#options.clock.now());
        return { due: due.filter(({ component }) => !this.#active.has(component)), nextAt };
    }
    async #record(wanted, copy) {
        const { clock, clientFor, onEnd } = this.#options;
        const { key, component, repository, state } = wanted;
        const controller = new AbortController();
        this.#active.set(component, controller);
        const late = () => new Error(`no answer within ${LONGEST_MS / 1_000} s.`);
        const { signal, clear } = (0,timed_signal/* timedSignal */.s)({ clock, ms: LONGEST_MS, signal: controller.signal }, late);
        try {
            const known = copy.savedLedger?.deployments?.[key]?.id;
            const recording = recordDeployment(wanted, { client: clientFor(repository), known, signal });
            const id = await (0,until_aborted/* untilAborted */.E)(recording, signal);
            if (!controller.signal.aborted)
                copy.noteDelivery((ledger) => (0,deployments/* recorded */.t2)(ledger, key, { id, state }));
        }
        catch (error) {
            if (!controller.signal.aborted)
                this.#fail(wanted, error, copy);
        }
        clear();
        if (this.#active.get(component) === controller)
            this.#active.delete(component);
        this.#settled();
        onEnd?.();
    }
    #fail({ key, component, repository, environment }, error, copy) {
        const { clock, onTrouble } = this.#options;
        const said = (0,errors/* messageOf */.bD)(error).slice(0, 500);
        const status = error instanceof github_errors/* GitHubError */.y_ ? error.status : 0;
        if (status === 403) {
            const off = `GitHub's deployment records are left out for this train: they need a token with Deployments: write on ${repository}. ${said}`;
            if (copy.savedLedger?.deploymentsOff === undefined)
                onTrouble?.(off);
            copy.noteDelivery((ledger) => ({ ...ledger, deploymentsOff: off }));
            return;
        }
        const isLasting = status === 404 || status === 409 || status === 422;
        const at = clock.now();
        copy.noteDelivery((ledger) => (0,deployments/* unrecorded */.yt)(ledger, key, { at, error: said, isLasting }));
        if (copy.savedLedger?.deployments?.[key]?.givenUp)
            onTrouble?.(`The deployment of ${component} to ${environment} could not be recorded in ${repository}: ${said}`);
    }
}

// EXTERNAL MODULE: ./build/src/train/telling/facts.js
var facts = __webpack_require__(94805);
;// CONCATENATED MODULE: ./build/src/engine/drive/escalation-clock.js


const REST_MS = 60_000;
class EscalationClock {
    #options;
    #isLooking = false;
    #looked;
    constructor(options) {
        this.#options = options;
    }
    pursue(copy) {
        const dueAt = this.nextAt(copy);
        if (dueAt !== undefined && dueAt <= this.#options.clock.now())
            void this.#look();
    }
    nextAt(copy) {
        if (this.#isLooking)
            return undefined;
        if (this.#looked)
            return this.#looked.nextAt;
        const { plan, savedState } = copy;
        const times = (0,facts/* factsOf */.x)(plan, savedState).flatMap((fact) => {
            const rule = fact.problem === undefined ? undefined : this.#options.telling.escalation(fact);
            return rule ? [fact.at + rule.after] : [];
        });
        return times.length > 0 ? Math.min(...times) : undefined;
    }
    async finish() { }
    stop() { }
    async #look() {
        const { callNext, clock, onTrouble, onEnd } = this.#options;
        this.#isLooking = true;
        let nextAt;
        try {
            nextAt = await callNext();
        }
        catch (error) {
            onTrouble?.(`Whether somebody has to be called could not be looked at: ${(0,errors/* messageOf */.bD)(error)}`);
            nextAt = clock.now() + REST_MS;
        }
        this.#looked = { nextAt: nextAt === undefined ? undefined : Math.max(nextAt, clock.now() + REST_MS) };
        this.#isLooking = false;
        onEnd?.();
    }
}

// EXTERNAL MODULE: ./build/src/engine/drive/outbox.js + 2 modules
var outbox = __webpack_require__(75309);
;// CONCATENATED MODULE: ./build/src/engine/drive/projections.js



function projectionsOf(plan, { telling, recordsBy, callNext, ...options }) {
    const isRecorded = plan.components.some(({ deployments }) => deployments !== undefined);
    return [
        ...(telling ? [new outbox/* Outbox */.a({ ...options, telling })] : []),
        ...(telling && callNext ? [new EscalationClock({ ...options, telling, callNext })] : []),
        ...(recordsBy && isRecorded ? [new DeploymentRecords({ ...options, clientFor: recordsBy })] : []),
    ];
}

;// CONCATENATED MODULE: ./build/src/engine/stores/write-budget.js
const HOUR = 3_600_000;
const BURST = 40;
const GATHER = 5_000;
function writeBudget(clock, perHour) {
    if (!Number.isFinite(perHour))
        return unlimited(clock);
    const refill = HOUR / (perHour - BURST);
    let tokens = BURST;
    let at = clock.now();
    const current = () => Math.min(BURST, tokens + (clock.now() - at) / refill);
    return {
        delay: (urgency) => {
            const wanted = urgency === 'urgent' ? 1 : BURST / 2;
            return Math.max(0, (wanted - current()) * refill);
        },
        spend: () => {
            tokens = current() - 1;
            at = clock.now();
        },
    };
}
function unlimited(clock) {
    let last = Number.NEGATIVE_INFINITY;
    return {
        delay: (urgency) => (urgency === 'urgent' ? 0 : Math.max(0, last + GATHER - clock.now())),
        spend: () => {
            last = clock.now();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/drive/working-copy.js






class WorkingCopy {
    #options;
    #budget;
    #saved;
    #state;
    #unsaved = [];
    #deliveries = [];
    #fresh = new Set();
    constructor(saved, options) {
        this.#saved = saved;
        this.#state = saved.state;
        this.#options = options;
        this.#budget = writeBudget(options.clock, options.store.writesPerHour);
    }
    get plan() {
        return this.#saved.plan;
    }
    get state() {
        return this.#state;
    }
    get isSaved() {
        return this.#unsaved.length === 0;
    }
    get savedState() {
        return this.#saved.state;
    }
    get savedLedger() {
        const { ledger = this.#deliveries.length > 0 ? telling_ledger/* EMPTY_LEDGER */._7 : undefined } = this.#saved;
        return ledger && this.#deliveries.reduce((before, change) => change(before), ledger);
    }
    get hasNews() {
        return this.#deliveries.length > 0 || this.#noted() !== this.#saved.ledger;
    }
    noteDelivery(change) {
        this.#deliveries.push(change);
    }
    get hasFresh() {
        return this.#fresh.size > 0;
    }
    isFresh(nonce) {
        return this.#fresh.has(nonce);
    }
    takeFresh(nonce) {
        return this.#fresh.delete(nonce);
    }
    apply(event) {
        const before = this.#state;
        this.#state = apply(this.plan, before, event);
        if (this.#state === before)
            return false;
        this.#unsaved.push(event);
        if (event.type === 'intended' || event.type === 'resend-intended')
            this.#fresh.add(event.nonce);
        this.#options.onEvent?.(event, before, this.#state);
        return true;
    }
    saveDelay(urgency) {
        return this.#budget.delay(urgency);
    }
    async save() {
        const ledger = this.#noted();
        const concerns = this.#concerns();
        const next = {
            plan: this.plan,
            state: this.#state,
            writes: this.#saved.writes + 1,
            ...(ledger && { ledger }),
            ...(concerns.length > 0 && { concerns }),
        };
        const deliveries = this.#deliveries.length;
        const events = [...this.#unsaved];
        this.#budget.spend();
        if ((await this.#options.store.save(next, headline(events))) === 'lost')
            return this.#rebase();
        if (next.writes > this.#saved.writes) {
            this.#saved = next;
            this.#unsaved = this.#unsaved.slice(events.length);
            this.#deliveries = this.#deliveries.slice(deliveries);
        }
        return 'saved';
    }
    #noted() {
        const { telling, clock } = this.#options;
        const ledger = this.savedLedger;
        if (!telling)
            return ledger;
        const route = (fact) => telling.route(fact);
        return (0,telling_ledger/* noteFacts */.Ki)(ledger, (0,facts/* factsOf */.x)(this.plan, this.#state), { route, now: clock.now() });
    }
    #concerns() {
        const { telling } = this.#options;
        if (!telling)
            return [];
        return (0,facts/* factsOf */.x)(this.plan, this.#state).flatMap((fact) => {
            if (fact.problem === undefined && fact.resolves === undefined)
                return [];
            const escalate = telling.escalation(fact);
            return [{ fact, ...(escalate && { escalate }) }];
        });
    }
    async #rebase() {
        const { store } = this.#options;
        const current = await store.load(this.#state.trainId);
        if (!current)
            throw new errors/* UserError */.yo(`${store.place}: train ${this.#state.trainId} disappeared while it was running.`);
        if ((0,plan_plan/* canonical */.$N)(current.plan) !== (0,plan_plan/* canonical */.$N)(this.plan)) {
            throw new errors/* UserError */.yo(`${store.place}: somebody wrote another plan for train ${this.#state.trainId} while it was running. Nothing of it is done. ` +
                'Restore plan.json from its history, and see who can write there.');
        }
        const ours = this.#unsaved;
        const isLaterRound = current.state.resumed > this.#state.resumed;
        this.#unsaved = [];
        this.#saved = current;
        this.#state = current.state;
        this.#fresh.clear();
        if (isLaterRound)
            return 'superseded';
        for (const event of ours)
            if (!isDecision(event))
                this.apply(event);
        return 'lost';
    }
}
function isDecision({ type }) {
    return type === 'intended' || type === 'finished' || type === 'parked';
}
function headline(events) {
    const words = events.map((event) => ('component' in event ? `${event.component} ${event.type}` : event.type));
    const distinct = [...new Set(words)];
    const more = distinct.length > 4 ? ` and ${distinct.length - 4} more` : '';
    return distinct.slice(0, 4).join(', ') + more;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/tell-the-rest.js




const TELLING_MS = 20_000;
const MOST_SAVES = 5;
async function tellTheRest(copy, { signal, ...options }) {
    const projections = projectionsOf(copy.plan, options);
    if (projections.length === 0)
        return;
    try {
        await note(copy, signal);
        const until = options.clock.now() + TELLING_MS;
        await (0,until_aborted/* untilAborted */.E)(Promise.all(projections.map((one) => one.finish(copy, until))), signal);
        await note(copy, signal);
    }
    catch (error) {
        if (!signal.aborted)
            options.onTrouble?.(`What was told could not be noted, and may be told again: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    finally {
        for (const one of projections)
            one.stop();
    }
}
async function note(copy, signal) {
    for (let saves = 0; copy.hasNews && saves < MOST_SAVES; saves += 1)
        await (0,until_aborted/* untilAborted */.E)(copy.save(), signal);
}
async function tellSaved(saved, options) {
    await tellTheRest(new WorkingCopy(saved, options), options);
}

;// CONCATENATED MODULE: ./build/src/engine/drive/cancel-train.js






const END_MS = 2 * 60_000;
const cancel_train_LOOK_MS = 5_000;
const NO_PATIENCE = { timeoutMs: END_MS, onTimeout: 'leave' };
const SAVE_MS = 5 * 60_000;
async function cancelTrain(saved, options) {
    const { clock, activities, reason, signal } = options;
    const copy = new WorkingCopy(saved, options);
    copy.apply({ type: 'cancelled', at: clock.now(), reason });
    await saveAll(copy, options);
    const until = clock.now() + END_MS;
    for (;;) {
        for await (const event of activities.abandon(copy.state))
            copy.apply(event);
        if (mayStillRun(copy).length === 0 || clock.now() >= until)
            break;
        await look(copy, options);
        await clock.sleep(cancel_train_LOOK_MS, signal);
    }
    await saveAll(copy, options);
    await tellTheRest(copy, options);
    return copy.state;
}
function mayStillRun({ plan, state }) {
    const ids = plan.components.map(({ id }) => id);
    return ids.filter((id) => ['dispatching', 'running'].includes((0,machine_state/* componentOf */.D5)(state, id).status));
}
async function look(copy, { activities, clock, signal, onTrouble }) {
    const deadline = clock.now() + END_MS;
    const how = { fresh: false, once: true, signal };
    const looks = mayStillRun(copy).map(async (component) => {
        const work = {
            type: 'follow',
            component,
            purpose: 'release',
            deadline,
            timeout: END_MS,
            approval: NO_PATIENCE,
        };
        try {
            for await (const event of activities.run(work, copy.state, how))
                copy.apply(event);
        }
        catch (error) {
            if (signal.aborted || !(error instanceof errors/* KnownError */.E))
                throw error;
            onTrouble?.(`${component}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    });
    await Promise.all(looks);
}
async function saveAll(copy, { clock, signal, onTrouble }) {
    const patience = new Patience({ clock, deadline: clock.now() + SAVE_MS, onTrouble });
    while (!copy.isSaved) {
        try {
            if ((await (0,until_aborted/* untilAborted */.E)(copy.save(), signal)) !== 'superseded')
                continue;
        }
        catch (error) {
            signal.throwIfAborted();
            const rest = patience.rest('store', error);
            if (rest === undefined)
                throw error;
            await clock.sleep(rest, signal);
            continue;
        }
        throw new errors/* UserError */.yo(`Train ${copy.state.trainId} was resumed while it was being cancelled. Cancel that job first.`);
    }
}

// EXTERNAL MODULE: ./build/src/engine/planning/approved-plan.js
var approved_plan = __webpack_require__(37633);
;// CONCATENATED MODULE: ./build/src/engine/reports/progress.js



function openingLine({ plan, state, writes }, place) {
    const { trainId, status } = state;
    if (writes === 1) {
        return `Train ${trainId}: ${(0,wording/* counted */.hS)(plan.components.length, 'component')} in ${(0,wording/* counted */.hS)(plan.waves.length, 'wave')}, kept on ${place}.`;
    }
    return status === 'succeeded'
        ? `Train ${trainId} has succeeded already (${place}): nothing is started.`
        : `Train ${trainId} was ${status} and resumes where it stopped (${place}).`;
}
function progress(plan, log) {
    const total = plan.components.length;
    return (event, before, after) => {
        const released = plan.components.filter(({ id }) => (0,machine_state/* isReleased */.OZ)((0,machine_state/* componentOf */.D5)(after, id).status)).length;
        const head = `[${String(released).padStart(String(total).length)}/${total}]`;
        for (const { id, version = '' } of plan.components) {
            const words = news(event, (0,machine_state/* componentOf */.D5)(before, id), { id, now: (0,machine_state/* componentOf */.D5)(after, id) });
            if (words)
                log.info(`${head} ${id} ${version} ${words}`.replaceAll(/ +/g, ' '));
        }
    };
}
function news(event, old, { id, now }) {
    if (old.status === now.status)
        return detailOf(event, id);
    const { status, dispatch, reason } = now;
    if (status === 'running')
        return `running: ${dispatch?.run?.url ?? ''}`;
    if (!(0,machine_state/* isTerminal */.Hd)(status))
        return status;
    const took = dispatch && status !== 'rolled-back' ? ` after ${(0,duration/* formatDuration */.a)(event.at - dispatch.intendedAt)}` : '';
    return `${status}${took}${reason === undefined ? '' : `: ${reason}`}`;
}
function detailOf(event, id) {
    if (!('component' in event) || event.component !== id)
        return undefined;
    if (event.type === 'cancel-requested' || event.type === 'waiting')
        return event.detail;
    if (event.type === 'approval-pending')
        return `waits for ${event.whom}`;
    if (event.type === 'restored-judged')
        return event.verdict === 'healthy' ? 'is healthy again' : `rolled back, and ${event.verdict}: ${event.reason}`;
    return event.type === 'gates-pending' ? `waits: ${event.detail}` : undefined;
}

// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/train/plan/plan-differences.js
var plan_differences = __webpack_require__(54658);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/train/views/report-markdown.js + 5 modules
var report_markdown = __webpack_require__(80211);
;// CONCATENATED MODULE: ./build/src/train/views/train-report.js


function trainReport(plan, state) {
    const ids = (test) => plan.components.filter(({ id }) => test((0,machine_state/* componentOf */.D5)(state, id).status)).map(({ id }) => id);
    const failed = new Set((0,machine_failures/* failuresOf */.d)(plan, state).map(({ id }) => id));
    const components = plan.components.map((planned) => componentReport(planned, (0,machine_state/* componentOf */.D5)(state, planned.id)));
    const children = components.reduce((sum, { durationSeconds = 0 }) => sum + durationSeconds, 0);
    const durationSeconds = Math.round((state.updatedAt - state.startedAt) / 1_000);
    return {
        trainId: state.trainId,
        name: plan.name,
        status: state.status,
        ...(state.reason ? { reason: state.reason } : {}),
        ...(plan.environment ? { environment: plan.environment } : {}),
        startedAt: new Date(state.startedAt).toISOString(),
        updatedAt: new Date(state.updatedAt).toISOString(),
        durationSeconds,
        resumed: state.resumed,
        released: ids((status) => status === 'succeeded'),
        failed: plan.components.map(({ id }) => id).filter((id) => failed.has(id)),
        blocked: ids((status) => status === 'blocked'),
        minutes: { children: Math.ceil(children / 60), waiting: Math.ceil(durationSeconds / 60) },
        components,
    };
}
function componentReport(planned, component) {
    const { dispatch, finishedAt, reason } = component;
    const run = dispatch?.run;
    const start = dispatch?.intendedAt;
    return {
        id: planned.id,
        repository: planned.repository,
        status: component.status,
        ...(reason ? { reason } : {}),
        ...(planned.version ? { version: planned.version } : {}),
        ...(planned.previousVersion ? { previousVersion: planned.previousVersion } : {}),
        ...(component.outputs ? { outputs: component.outputs } : {}),
        ...(run ? { runUrl: run.url, runAttempt: run.attempt } : {}),
        ...(start === undefined ? {} : { dispatchedAt: new Date(start).toISOString() }),
        ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
        ...(component.restored && { restored: component.restored.verdict }),
        ...(start === undefined || finishedAt === undefined
            ? {}
            : { durationSeconds: Math.round((finishedAt - start) / 1_000) }),
    };
}

;// CONCATENATED MODULE: ./build/src/engine/reports/report-files.js





async function writeReport({ plan, state }, { workspace, redact }) {
    const folder = await (0,path_inside/* pathInside */._l)(workspace, (0,external_node_path_.join)('.release-actions', state.trainId));
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'report.md'), redact((0,report_markdown/* reportMarkdown */.u)(plan, state)));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'report.json'), redact(`${JSON.stringify(trainReport(plan, state), null, 2)}\n`));
    return `.release-actions/${state.trainId}/report.json`;
}

;// CONCATENATED MODULE: ./build/src/actions/setup/train-outputs.js




async function reportTrain({ plan, state }, { outputs, workspace, secrets }) {
    const path = await writeReport({ plan, state }, { workspace, redact: (value) => secrets.redact(value) });
    const { released, failed } = trainReport(plan, state);
    await outputs.set('train-id', state.trainId);
    await outputs.set('status', state.status);
    await outputs.set('plan', plan);
    await outputs.set('versions', (0,plan_plan/* versionsOf */.x4)(plan));
    await outputs.set('released', released);
    await outputs.set('failed', failed);
    await outputs.set('report', path);
    await outputs.summarise((0,report_markdown/* reportMarkdown */.u)(plan, state));
}

;// CONCATENATED MODULE: ./build/src/actions/setup/cancel-open-train.js










async function cancelOpenTrain(trainId, { planHash: approvedHash }, { world, runner, telling, }) {
    const { clientFor, store, registry, manifest } = world;
    const { clock, log, signal, env } = runner;
    const saved = await (0,until_aborted/* untilAborted */.E)(store.load(trainId), signal);
    if (!saved) {
        const open = (await store.open()).map((train) => train.trainId).join(', ') || 'none';
        throw new errors/* UserError */.yo(`Input train-id: ${store.place} has no train ${trainId}. Open trains: ${open}.`);
    }
    const { plan } = saved;
    (0,approved_plan/* verifySavedPlan */.w)(plan, { trainId, place: store.place, manifest, approvedHash, differences: plan_differences/* strangeRepositories */.f });
    if (!(0,machine_state/* isOpen */.nT)(saved.state) && mayStillRun(saved).length === 0) {
        log.notice(`Train ${trainId} is ${saved.state.status}, and nothing of it runs: there is nothing to cancel.`);
        return reportTrain(saved, runner);
    }
    const gates = { registry, health: () => Promise.reject(new Error('A cancelled train has no gates.')) };
    const state = await cancelTrain(saved, {
        store,
        clock,
        signal,
        activities: createActivities({ plan, clientFor, gates, clock, log }),
        reason: `${(0,runner_context/* runContext */.pO)(env).actor ?? 'Somebody'} cancelled it.`,
        onEvent: progress(plan, log),
        onTrouble: (message) => log.warning(message),
        onTold: (message) => log.info(message),
        telling,
        recordsBy: world.clientFor,
    });
    await reportTrain({ plan, state }, runner);
    const goesOn = plan.components.flatMap(({ id, repository }) => {
        const { status, dispatch } = (0,machine_state/* componentOf */.D5)(state, id);
        if (status === 'dispatching')
            log.warning(`${id}: nobody knows whether GitHub took its dispatch. No run in ${repository} carries ${dispatch?.nonce}.`);
        return status === 'running' ? [`${id}: ${dispatch?.run?.url} did not end in time. Look at it, and cancel it.`] : [];
    });
    if (goesOn.length > 0)
        throw new errors/* UserError */.yo(goesOn.map((message) => ({ message })));
    log.info(`Train ${trainId} is cancelled, and its repositories are free. To go on with it after all, run it with its train-id.`);
}

// EXTERNAL MODULE: ./build/src/engine/stores/locks.js
var locks = __webpack_require__(19099);
;// CONCATENATED MODULE: ./build/src/actions/setup/lock-environment.js





async function changeLock(given, { store, environments }, runner) {
    const { clock, log, env } = runner;
    const name = lockName(given.environment, environments);
    const context = (0,runner_context/* runContext */.pO)(env);
    if (given.mode === 'unlock') {
        const lock = await (0,locks/* unlockEnvironment */.cc)(store, name);
        log.notice(lock ? `${name} is unlocked. It was: ${(0,locks/* describeLock */.FD)(name, lock)}` : `${name} is not locked.`);
        return;
    }
    const url = (0,runner_context/* runUrl */.Vp)(context);
    const until = given.until === undefined ? undefined : untilTime(given.until, clock.now());
    const by = context.actor ?? 'somebody';
    const lock = { by, reason: given.reason ?? '', at: clock.now(), ...(until && { until }), ...(url && { url }) };
    await (0,locks/* lockEnvironment */.p1)(store, name, lock);
    log.notice(`${(0,locks/* describeLock */.FD)(name, lock)} New trains there are refused; those that are open go on.`);
}
function lockName(environment, known) {
    const name = environment ?? locks/* RELEASE */.g2;
    if ([locks/* EVERYWHERE */.Zh, locks/* RELEASE */.g2, ...known].includes(name))
        return name;
    const hint = (0,wording/* didYouMean */.au)(name, known) || `. Known: ${(0,wording/* listed */.KE)([...known, locks/* EVERYWHERE */.Zh])}.`;
    throw new errors/* UserError */.yo(`Input environment: the manifest has no environment ${(0,wording/* quote */.hD)(name)}${hint}`);
}
function untilTime(text, now) {
    const span = (0,duration/* parseDuration */.E)(text);
    const at = span === undefined ? Date.parse(text) : now + span;
    if (Number.isNaN(at) || (span === undefined && !/^\d{4}-\d\d-\d\d/.test(text)))
        throw new errors/* UserError */.yo(`Input until: ${(0,wording/* quote */.hD)(text)} is no time; expected one such as 2026-11-26T08:00Z, or a duration such as 2h.`);
    if (at <= now)
        throw new errors/* UserError */.yo(`Input until: ${(0,wording/* quote */.hD)(text)} is over already.`);
    return at;
}
async function passLock(store, { environment, overrideLock }, { clock, env, log }) {
    const found = await (0,locks/* lockOn */.H4)(store, environment, clock.now());
    if (!found)
        return {};
    const said = (0,locks/* describeLock */.FD)(found.name, found.lock);
    if (overrideLock === undefined)
        throw new errors/* UserError */.yo(`${said} Unlock it (mode: unlock), or give override-lock a reason. Nothing was started.`);
    const by = (0,runner_context/* runContext */.pO)(env).actor ?? 'somebody';
    log.warning(`${said} It is started all the same, by ${by}: ${overrideLock}`);
    return { override: { by, reason: overrideLock } };
}

// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
// EXTERNAL MODULE: ./build/src/actions/setup/notification-inputs.js
var notification_inputs = __webpack_require__(31928);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/engine/drive/health-gate.js
var health_gate = __webpack_require__(17161);
// EXTERNAL MODULE: ./build/src/engine/planning/plan-train.js + 7 modules
var plan_train = __webpack_require__(13938);
;// CONCATENATED MODULE: ./build/src/train/machine/decide.js




function decide(plan, state, now) {
    if (state.status !== 'running')
        return [];
    const { ongoing, pending } = survey(plan, state);
    const starting = wantsRollback(plan, state)
        ? rollbackCommands(plan, state, { isQuiet: ongoing.length === 0 })
        : startCommands(plan, state, { now, pending, inFlight: ongoing.length });
    const commands = [...ongoing, ...starting];
    return commands.length > 0 ? commands : [{ type: 'finish' }];
}
function survey(plan, state) {
    const ongoing = [];
    const pending = [];
    for (const planned of plan.components) {
        const component = (0,machine_state/* componentOf */.D5)(state, planned.id);
        if (component.status === 'pending')
            pending.push(planned);
        const command = ongoingCommand(planned, component);
        if (command)
            ongoing.push(command);
    }
    return { ongoing, pending };
}
function ongoingCommand(planned, component) {
    const { status, since, dispatch, rollback } = component;
    switch (status) {
        case 'dispatching':
        case 'running':
            return followCommand(planned, 'release', { dispatch, since });
        case 'verifying':
            return { type: 'verify', component: planned.id, deadline: since + planned.gateTimeout };
        case 'rolling-back':
            return followCommand(planned, 'rollback', { dispatch: rollback, since });
        default:
            return undefined;
    }
}
function followCommand(planned, purpose, { dispatch, since }) {
    const { id: component, timeout } = planned;
    const { total = 0, since: waitingSince } = dispatch?.waiting ?? {};
    const deadline = startOf(dispatch, since) + timeout + total;
    const approval = { ...approvalOf(planned), ...(waitingSince !== undefined && { waitingSince }) };
    return { type: 'follow', component, purpose, deadline, timeout, approval };
}
function startOf(dispatch, since) {
    if (!dispatch)
        return since;
    return Math.max(dispatch.intendedAt, dispatch.sentAt ?? 0, dispatch.resumed?.at ?? 0);
}
function rollbackCommands(plan, state, { isQuiet }) {
    const next = nextRollback(plan, state);
    if (next)
        return [{ type: 'intend', component: next.id, purpose: 'rollback' }];
    if (!isQuiet)
        return [];
    const since = restoredSince(plan, state);
    return unjudged(plan, state).map(({ id, gateTimeout }) => ({
        type: 'verify-restored',
        component: id,
        deadline: since + gateTimeout,
    }));
}
function startCommands(plan, state, { now, pending, inFlight }) {
    const canary = canaryStage(plan, state, now);
    if (canary.stage === 'baking')
        return [{ type: 'wait-until', at: canary.until }];
    if (canary.stage === 'verify') {
        const { components, since } = canary;
        return [{ type: 'verify-canary', components, deadline: since + longestGates(plan, components) }];
    }
    const ready = pending.filter((planned) => isReady(state, planned) && (canary.stage === 'open' || canary.components.has(planned.id)));
    if (plan.maxParallel === undefined || ready.length === 0)
        return ready.map((planned) => startCommand(plan, state, planned));
    const free = Math.max(0, plan.maxParallel - inFlight);
    return longestChainFirst(plan, ready)
        .slice(0, free)
        .map((planned) => startCommand(plan, state, planned));
}
function longestGates(plan, ids) {
    return Math.max(...plan.components.filter(({ id }) => ids.includes(id)).map(({ gateTimeout }) => gateTimeout));
}
function isReady(state, { needs }) {
    return needs.every((need) => (0,machine_state/* isReleased */.OZ)((0,machine_state/* componentOf */.D5)(state, need).status));
}
function startCommand({ environment }, state, { id, package: published, version }) {
    const unknown = environment === undefined && published && version && !(0,machine_state/* componentOf */.D5)(state, id).unreleased;
    return unknown ? { type: 'probe', component: id } : { type: 'intend', component: id, purpose: 'release' };
}
function longestChainFirst(plan, ready) {
    const below = new Map();
    for (const { id, needs } of [...plan.components].reverse()) {
        const own = (below.get(id) ?? 0) + 1;
        for (const need of needs)
            below.set(need, Math.max(below.get(need) ?? 0, own));
    }
    return [...ready].sort((a, b) => (below.get(b.id) ?? 0) - (below.get(a.id) ?? 0));
}

;// CONCATENATED MODULE: ./build/src/engine/drive/commands.js

function isUnsent(command, state) {
    if (command.type !== 'follow')
        return false;
    const { status, dispatch } = (0,machine_state/* componentOf */.D5)(state, command.component);
    return status === 'dispatching' && dispatch?.sentAt === undefined;
}
function isWork(command) {
    return !['intend', 'finish', 'wait-until'].includes(command.type);
}
async function collect(items) {
    const all = [];
    for await (const item of items)
        all.push(item);
    return all;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/until-woken.js
async function untilWoken({ clock, signal, until }, onWaker) {
    const timer = new AbortController();
    let wake = () => { };
    const woken = new Promise((resolve) => {
        wake = resolve;
    });
    onWaker(wake);
    signal.addEventListener('abort', wake, { once: true });
    const time = clock.sleep(until - clock.now(), timer.signal).catch(() => { });
    await Promise.race([woken, time]);
    signal.removeEventListener('abort', wake);
    timer.abort();
}

;// CONCATENATED MODULE: ./build/src/engine/drive/waiting-for-people.js

const PARK_AFTER_MS = 10 * 60_000;
function parkForPeople({ plan, state }, commands, startedAt) {
    const waits = waitsForPeople(plan, state, commands);
    if (!waits)
        return undefined;
    const reason = `${waits.reason} Nothing is cancelled. When that is approved the train goes on by itself where advance.yml is set up, else run it again.`;
    return { at: Math.max(waits.since, startedAt) + PARK_AFTER_MS, reason };
}

;// CONCATENATED MODULE: ./build/src/engine/drive/work-pool.js


const work_pool_REST_MS = 5_000;
class WorkPool {
    #options;
    #active = new Map();
    #done = new Set();
    constructor(options) {
        this.#options = options;
    }
    get isIdle() {
        return this.#active.size === 0;
    }
    pursue(works, copy) {
        const wanted = new Map(works.map((work) => [keyOf(work, copy.state), work]));
        for (const [key, controller] of this.#active) {
            if (wanted.has(key))
                continue;
            controller.abort(new Error('No longer needed.'));
            this.#active.delete(key);
        }
        for (const [key, work] of wanted) {
            if (this.#active.has(key) || this.#done.has(key))
                continue;
            const unsavedIntent = copy.isFresh(key) && !copy.isSaved;
            if (!unsavedIntent)
                void this.#work(key, work, copy);
        }
    }
    stop() {
        for (const controller of this.#active.values())
            controller.abort(new Error('The train stopped.'));
        this.#active.clear();
    }
    startOver() {
        this.stop();
        this.#done.clear();
    }
    async #work(key, work, copy) {
        const { activities, mode, patience, onEvent } = this.#options;
        const controller = new AbortController();
        const { signal } = controller;
        this.#active.set(key, controller);
        const how = { fresh: copy.takeFresh(key), once: mode === 'advance', signal };
        let last;
        try {
            for await (const event of activities.run(work, copy.state, how)) {
                if (signal.aborted)
                    return;
                patience.forget(key);
                last = event;
                onEvent(event);
            }
            await this.#settle(key, last, signal);
        }
        catch (error) {
            await this.#endure(key, error, signal);
        }
        if (this.#active.get(key) === controller)
            this.#active.delete(key);
        this.#options.onEnd();
    }
    async #settle(key, last, signal) {
        if (last?.type === 'resend-intended' || last?.type === 'taken-up')
            return;
        if (this.#options.mode === 'advance')
            this.#done.add(key);
        else
            await this.#options.clock.sleep(work_pool_REST_MS, signal);
    }
    async #endure(key, error, signal) {
        const { clock, mode, patience, onFailure } = this.#options;
        if (signal.aborted)
            return;
        const rest = mode === 'advance' ? undefined : patience.rest(key, error);
        if (rest === undefined)
            onFailure(error);
        else
            await clock.sleep(rest, signal).catch(() => { });
    }
}
function keyOf(work, state) {
    if (work.type === 'follow')
        return (0,machine_state/* dispatchOf */.W3)((0,machine_state/* componentOf */.D5)(state, work.component), work.purpose)?.nonce ?? '';
    if (work.type === 'verify-canary')
        return work.type;
    return `${work.type} ${tryOf(state, work.component, 'release')}`;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/drive.js













async function drive(saved, options) {
    const driver = new Driver(saved, options);
    try {
        return await driver.run();
    }
    finally {
        driver.stop();
    }
}
const MOST_UNSENT = 20;
const LAST_WRITE_MS = 1_000;
const STORE = 'store';
class Driver {
    #options;
    #copy;
    #pool;
    #patience;
    #projections;
    #startedAt;
    #decided = { commands: [] };
    #inbox = [];
    #failure;
    #saving = Promise.resolve();
    #wake = () => { };
    constructor(saved, options) {
        this.#options = options;
        this.#startedAt = options.clock.now();
        this.#copy = new WorkingCopy(saved, options);
        this.#patience = new Patience(options);
        this.#pool = new WorkPool({
            ...options,
            patience: this.#patience,
            onEvent: (event) => {
                this.#inbox.push(event);
                this.#wake();
            },
            onFailure: (error) => {
                this.#failure ??= { error };
            },
            onEnd: () => this.#wake(),
        });
        this.#projections = projectionsOf(saved.plan, { ...options, onEnd: () => this.#wake() });
    }
    async run() {
        const { signal, deadline, first = [] } = this.#options;
        this.#inbox.push(...first);
        while (true) {
            if (signal.aborted)
                return this.#abandon();
            this.#applyInbox();
            if (this.#failure)
                return this.#stopBecause(this.#failure.error);
            if (this.#now() >= deadline)
                return this.#park('The time of this job is over.');
            const commands = this.#decide();
            if (commands.length === 0)
                return this.#leave();
            if (this.#record(commands))
                continue;
            if (!this.#copy.isSaved && this.#saveDelay() === 0 && (await this.#saveUnlessCancelled()) !== 'saved')
                continue;
            this.#pool.pursue(commands.filter(isWork), this.#copy);
            for (const one of this.#projections)
                one.pursue(this.#copy);
            const left = await this.#waitOn(commands);
            if (left)
                return left;
        }
    }
    async #waitOn(commands) {
        if (this.#options.mode === 'advance') {
            if (this.#pool.isIdle && this.#inbox.length === 0)
                return this.#leave();
            await this.#somethingHappens(commands);
            return undefined;
        }
        const people = parkForPeople(this.#copy, commands, this.#startedAt);
        if (people && this.#now() >= people.at)
            return this.#park(people.reason);
        await this.#somethingHappens(commands, people?.at);
        return undefined;
    }
    stop() {
        this.#pool.stop();
        for (const one of this.#projections)
            one.stop();
    }
    #now() {
        return this.#options.clock.now();
    }
    #applyInbox() {
        const events = this.#inbox;
        this.#inbox = [];
        for (const event of events)
            this.#copy.apply(event);
    }
    #decide() {
        const { plan, state } = this.#copy;
        const { state: last, commands } = this.#decided;
        if (last === state && !commands.some(({ type }) => type === 'wait-until'))
            return commands;
        this.#decided = { state, commands: decide(plan, state, this.#now()) };
        return this.#decided.commands;
    }
    #record(commands) {
        const at = this.#now();
        const { state } = this.#copy;
        let room = MOST_UNSENT - commands.filter((command) => isUnsent(command, state)).length;
        const events = commands.flatMap((command) => {
            if (command.type === 'finish')
                return [{ type: 'finished', at }];
            if (command.type !== 'intend')
                return [];
            const { component, purpose } = command;
            if (room <= 0)
                return [];
            room -= 1;
            const unguessable = this.#options.unguessable();
            return [{ type: 'intended', component, purpose, nonce: nonceOf(state, component, { purpose, unguessable }), at }];
        });
        return events.map((event) => this.#copy.apply(event)).includes(true);
    }
    #saveDelay() {
        const isUrgent = this.#copy.hasFresh || this.#options.mode === 'advance';
        const delay = this.#copy.saveDelay(isUrgent ? 'urgent' : 'can-wait');
        return Math.ceil(Math.max(delay, this.#patience.delay(STORE)));
    }
    async #saveUnlessCancelled() {
        const { signal } = this.#options;
        const saving = this.#save();
        this.#saving = saving.catch(() => { });
        try {
            return await (0,until_aborted/* untilAborted */.E)(saving, signal);
        }
        catch (error) {
            if (signal.aborted)
                return 'cancelled';
            throw error;
        }
    }
    async #save() {
        try {
            const outcome = await this.#copy.save();
            this.#patience.forget(STORE);
            if (outcome === 'superseded')
                this.#startOver();
            return outcome === 'saved' ? 'saved' : 'lost';
        }
        catch (error) {
            const isLasting = this.#options.mode === 'advance' || this.#patience.rest(STORE, error) === undefined;
            if (isLasting)
                throw error;
            return 'failed';
        }
    }
    #startOver() {
        this.#pool.startOver();
        this.#inbox = [];
        this.#failure = undefined;
    }
    async #somethingHappens(commands, parkAt) {
        const { clock, signal, deadline } = this.#options;
        if (this.#inbox.length > 0 || this.#failure || signal.aborted)
            return;
        const times = commands.flatMap((command) => (command.type === 'wait-until' ? [command.at] : []));
        if (!this.#copy.isSaved)
            times.push(this.#now() + this.#saveDelay());
        times.push(...this.#projections.flatMap((one) => one.nextAt(this.#copy) ?? []));
        if (parkAt !== undefined)
            times.push(parkAt);
        const until = Math.min(deadline, ...times);
        await untilWoken({ clock, signal, until }, (wake) => {
            this.#wake = wake;
        });
    }
    async #abandon() {
        this.stop();
        this.#applyInbox();
        const abandoned = this.#copy.state;
        this.#copy.apply({ type: 'cancelled', at: this.#now(), reason: 'The job that ran this train was cancelled.' });
        const outcomes = collect(this.#options.activities.abandon(abandoned));
        await Promise.race([this.#saving, this.#options.clock.sleep(LAST_WRITE_MS)]);
        if (!this.#copy.isSaved)
            await this.#save();
        for (const event of await outcomes)
            this.#copy.apply(event);
        return this.#leave();
    }
    async #stopBecause(error) {
        if (error instanceof github_errors/* Paused */.hN)
            return this.#park(error.reason, error.until);
        if (error instanceof errors/* KnownError */.E)
            return this.#park((0,errors/* messageOf */.bD)(error));
        await this.#leave();
        throw error;
    }
    #park(reason, until) {
        this.stop();
        this.#applyInbox();
        this.#copy.apply({ type: 'parked', at: this.#now(), reason, ...(until === undefined ? {} : { until }) });
        return this.#leave();
    }
    async #leave() {
        this.stop();
        const { clock, signal } = this.#options;
        while (!this.#copy.isSaved) {
            const outcome = signal.aborted ? await this.#save() : await this.#saveUnlessCancelled();
            if (outcome === 'cancelled')
                await Promise.race([this.#saving, clock.sleep(LAST_WRITE_MS)]);
            if (outcome === 'failed')
                await clock.sleep(this.#saveDelay());
        }
        for (const one of this.#projections)
            one.stop();
        if (!signal.aborted)
            await tellTheRest(this.#copy, this.#options);
        return this.#copy.state;
    }
}

;// CONCATENATED MODULE: ./build/src/engine/drive/open-train.js





function openTrain(options) {
    return (0,until_aborted/* untilAborted */.E)(loadOrStart(options), options.signal);
}
async function loadOrStart({ trainId, store, plan, now, salt, verify, ...by }) {
    const load = async () => {
        const found = await store.load(trainId);
        if (!found)
            return undefined;
        verifyPlan(found, store);
        await verify(found);
        return found;
    };
    const saved = await load();
    if (saved)
        return saved;
    const planned = await plan();
    const state = (0,machine_state/* initialState */.ue)(planned.plan, {
        trainId,
        planHash: planned.hash,
        salt,
        at: now,
        ...by,
        ...(planned.override && { override: planned.override }),
    });
    const fresh = { plan: planned.plan, state, writes: 1 };
    if ((await store.save(fresh, `start ${planned.plan.name}`)) === 'saved')
        return fresh;
    const other = await load();
    if (other)
        return other;
    throw new errors/* UserError */.yo(`${store.place}: train ${trainId} could not be started: another process wrote it at the same time. Run it again.`);
}
function verifyPlan({ plan, state }, { place }) {
    const hash = (0,plan_train/* planHash */.S)(plan);
    if (hash === state.planHash)
        return;
    throw new errors/* UserError */.yo(`${place}: the plan of train ${state.trainId} is not the plan it began with (its hash is ${hash.slice(0, 12)}, the state says ${state.planHash.slice(0, 12)}). ` +
        `Somebody changed it. Nothing was done; restore plan.json from its history, or start a new train under another train id.`);
}
function eventsToMove({ status, parkedUntil, resumed }, { now, resume, dispatchAgain }) {
    if (status === 'parked')
        return parkedUntil !== undefined && now < parkedUntil ? [] : [{ type: 'continued', at: now }];
    if (status === 'running' || status === 'succeeded' || !resume)
        return [];
    return [{ type: 'resumed', round: resumed + 1, at: now, ...(dispatchAgain.length > 0 && { dispatchAgain }) }];
}
async function moveTrain(saved, { resume, dispatchAgain = [], ...options }) {
    verifyDoubt(saved, dispatchAgain);
    const first = eventsToMove(saved.state, { now: options.clock.now(), resume, dispatchAgain });
    return drive(saved, { ...options, first });
}
function verifyDoubt({ plan, state }, dispatchAgain) {
    const inDoubt = plan.components.map(({ id }) => id).filter((id) => (0,machine_state/* componentOf */.D5)(state, id).dispatch?.untraceable);
    const others = dispatchAgain.filter((id) => !inDoubt.includes(id));
    if (others.length === 0)
        return;
    const such = inDoubt.length > 0 ? `Such components are: ${inDoubt.join(', ')}.` : 'There is none.';
    throw new errors/* UserError */.yo(`Input dispatch-again: ${others.join(', ')} of train ${state.trainId}: it is for components whose dispatch may have run without anybody seeing it. ${such}`);
}

// EXTERNAL MODULE: ./build/src/platform/github/releases.js
var releases = __webpack_require__(27911);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/train/views/notes.js


const NO_GROUP = 'Other components';
function releaseNotes(plan, { server, released, tagOf = (_, version) => `v${version}` }) {
    const groups = new Map();
    for (const component of plan.components) {
        if (released && !released.has(component.id))
            continue;
        const group = component.group ?? NO_GROUP;
        const members = groups.get(group);
        if (members)
            members.push(component);
        else
            groups.set(group, [component]);
    }
    const others = groups.get(NO_GROUP) ?? [];
    groups.delete(NO_GROUP);
    const sections = [...groups, ...(others.length > 0 ? [[NO_GROUP, others]] : [])];
    if (sections.length === 0)
        return 'Nothing was released.\n';
    const alone = sections.length === 1 && others.length > 0;
    return `${sections
        .map(([group, members]) => {
        const rows = members.map((component) => row(component, server, tagOf));
        const title = alone ? '' : `## ${(0,markdown/* escapeMarkdown */.FV)(group)}${sharedVersion(members)}\n\n`;
        return `${title}${(0,markdown/* table */.tp)(['Component', 'Package', 'From', 'To', 'Links'], rows)}`;
    })
        .join('\n\n')}\n`;
}
function sharedVersion(members) {
    const versions = new Set(members.map(({ version }) => version));
    const [only] = versions;
    return versions.size === 1 && only !== undefined ? ` ${(0,markdown/* escapeMarkdown */.FV)(only)}` : '';
}
function row(component, server, tagOf) {
    const { id, repository, version, previousVersion } = component;
    const home = `${server}/${repository}`;
    const tag = version === undefined ? undefined : encodeURIComponent(tagOf(component, version));
    const before = previousVersion === undefined ? undefined : encodeURIComponent(tagOf(component, previousVersion));
    const links = [
        ...(tag === undefined ? [] : [(0,markdown/* link */.nf)('release', `${home}/releases/tag/${tag}`)]),
        ...(tag === undefined || before === undefined ? [] : [(0,markdown/* link */.nf)('changes', `${home}/compare/${before}...${tag}`)]),
    ];
    return [
        (0,markdown/* link */.nf)(id, home),
        (0,manifest_packages/* packagesOf */.D)(component)
            .map((published) => (0,markdown/* code */.aY)((0,manifest_packages/* nameOf */.V)(published)))
            .join(' '),
        previousVersion === undefined ? '' : (0,markdown/* code */.aY)(previousVersion),
        version === undefined ? '' : (0,markdown/* code */.aY)(version),
        links.join(' · '),
    ];
}

;// CONCATENATED MODULE: ./build/src/engine/reports/ecosystem-release.js





async function publishEcosystemRelease(client, { plan, state }, { repository, tag, sha, server, tagOf }) {
    const released = new Set(plan.components.map(({ id }) => id).filter((id) => (0,machine_state/* componentOf */.D5)(state, id).status === 'succeeded'));
    const body = releaseNotes(plan, { server, released, ...(tagOf && { tagOf }) });
    const create = async () => {
        const target = sha && (await (0,releases/* targetOfTag */.Z$)(client, repository, { tag, sha }));
        const wanted = { tag, target, name: `${plan.name} ${tag}`, body };
        return (await (0,releases/* createRelease */.YG)(client, repository, wanted)).release;
    };
    try {
        const { url } = await (0,ensure/* ensure */.D)(create, () => (0,releases/* releaseByTag */.$d)(client, repository, tag));
        return { url };
    }
    catch (error) {
        if (error instanceof github_errors/* GitHubError */.y_ && error.status === 403)
            return { refused: error.message, notes: body };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/train/machine/advice.js
var advice = __webpack_require__(71348);
// EXTERNAL MODULE: ./build/src/engine/runs/failed-job-report.js
var failed_job_report = __webpack_require__(10251);
// EXTERNAL MODULE: ./build/src/engine/runs/failed-jobs.js
var failed_jobs = __webpack_require__(62283);
;// CONCATENATED MODULE: ./build/src/engine/runs/show-failures.js







const MOST_CAUSES = 9;
const MOST_RUNS = 5;
function failureMessages({ plan, state }) {
    const published = new Set(plan.components.filter((component) => component.package).map(({ id }) => id));
    const causes = (0,machine_failures/* failuresOf */.d)(plan, state).map(({ id, component: { status, reason = '', dispatch } }) => {
        const word = dispatch?.untraceable ? personsWord(id, published.has(id)) : undefined;
        return [`${id} ${status}: ${reason}`, word, dispatch?.run?.url].filter(Boolean).join(' ');
    });
    const count = (test) => plan.components.filter(({ id }) => test((0,machine_state/* componentOf */.D5)(state, id).status)).length;
    const blocked = count((status) => status === 'blocked');
    const reached = `${count(machine_state/* isReleased */.OZ)} of ${plan.components.length} ${plan.environment === undefined ? 'released' : 'deployed'}${blocked > 0 ? `, ${blocked} blocked` : ''}`;
    const end = `Train ${state.trainId} ${state.status}: ${reached}. ${state.reason ?? ''} ${(0,advice/* howToGoOn */.T)(plan, state)}`.replaceAll(/ +/g, ' ');
    return [...causes.slice(0, MOST_CAUSES), end];
}
function personsWord(id, isPublished) {
    const again = `resume the train with dispatch-again: ${id}`;
    if (isPublished)
        return `Then ${again}: what its registry serves by now is not released twice.`;
    return `If nothing of it ran, ${again}; if it did, start a train of what is left.`;
}
async function showFailures({ plan, state }, { clientFor, log, outputs }) {
    const failed = plan.components.flatMap(({ id, repository }) => {
        const { dispatch } = (0,machine_state/* componentOf */.D5)(state, id);
        const { run } = dispatch ?? {};
        return run?.conclusion === undefined || run.conclusion === 'success' ? [] : [{ id, repository, run }];
    });
    for (const { id, repository, run } of failed.slice(0, MOST_RUNS)) {
        try {
            const jobs = await (0,failed_jobs/* failedJobs */.M)(clientFor(repository), repository, run);
            for (const job of jobs)
                await (0,failed_job_report/* printJob */.$)({ ...job, name: `${id}: ${job.name}` }, log);
            if (jobs.length > 0)
                await outputs.summarise(`### ${(0,markdown/* code */.aY)(id)}\n\n${jobs.map(failed_job_report/* jobMarkdown */.H).join('\n\n')}`);
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            log.info(`Which jobs of ${run.url} failed cannot be read: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/src/train/plan/ecosystem-tag.js


const VERSION = 'version.';
function ecosystemTag(form, { plan, components, trainId, }) {
    const values = { train: trainId };
    const known = new Set(components.flatMap(({ id, group }) => (group === undefined ? [id] : [id, group])));
    for (const name of (0,interpolate/* namesIn */.wX)(form).filter((one) => one !== 'train')) {
        if (!name.startsWith(VERSION))
            return faultOf(form, `Unknown {${name}}`, name, ['train', 'version.NAME']);
        const whose = name.slice(VERSION.length);
        if (!known.has(whose))
            return faultOf(form, `There is no component and no group ${(0,wording/* quote */.hD)(whose)}`, whose, known);
        const members = plan.components.filter(({ id, group }) => id === whose || group === whose);
        const own = members.filter(({ id }) => id === whose);
        const versions = new Set((own.length > 0 ? own : members).flatMap(({ version }) => version ?? []));
        if (versions.size === 0)
            return { leftOut: whose };
        if (versions.size > 1) {
            return faultOf(form, `The members of ${whose} have several versions, ${(0,wording/* listed */.KE)([...versions].sort())}`, '', []);
        }
        values[name] = [...versions][0] ?? '';
    }
    const tag = (0,interpolate/* fillIn */.pz)(form, values);
    return isRefName(tag) ? { tag } : { fault: `Input ecosystem-tag: ${(0,wording/* quote */.hD)(tag)} cannot be the name of a git tag.` };
}
function faultOf(form, what, word, known) {
    const all = [...known];
    const expected = all.length === 0 ? '' : ` Known: ${(0,wording/* listed */.KE)(all)}.`;
    return { fault: `Input ecosystem-tag: ${(0,wording/* quote */.hD)(form)}: ${what}${(0,wording/* didYouMean */.au)(word, all) || '.'}${expected}` };
}
function isRefName(tag) {
    const isShaped = /^(?!\/)(?!.*(?:\.\.|\/\/|@\{|\/\.|\.lock(?:\/|$)))[^\s~^:?*[\\\p{Cc}]+(?<![./])$/u.test(tag);
    return isShaped && tag !== '@' && !tag.startsWith('.') && !tag.startsWith('-');
}

// EXTERNAL MODULE: ./build/src/operations/notify/escalate.js
var escalate = __webpack_require__(81418);
;// CONCATENATED MODULE: ./build/src/actions/setup/call-who-is-next.js

async function callWhoIsNext({ world, runner, telling, }) {
    const { store, issuesIn: clientFor, notifications } = world;
    const { clock, log, signal } = runner;
    const issues = notifications?.channels.flatMap((spec) => (spec.kind === 'issue' ? [spec] : [])) ?? [];
    const onTrouble = (message) => log.warning(message);
    const { channels } = telling;
    const { outcomes, nextAt } = await (0,escalate/* escalateDue */.r)({ store, channels, issues, clientFor, clock, signal, onTrouble });
    for (const outcome of outcomes)
        if ('reason' in outcome)
            log.warning(`Channel ${outcome.channel}: ${outcome.reason}`);
        else
            log.info(`${outcome.channel} was told: escalated.`);
    return nextAt;
}

;// CONCATENATED MODULE: ./build/src/actions/setup/ride-train.js

















async function rideTrain(trainId, given, around) {
    const { world, runner } = around;
    const saved = await board(trainId, given, around);
    runner.log.info(openingLine(saved, world.store.place));
    const state = await move(saved, given, around);
    const train = { ...saved, state };
    await reportTrain(train, runner);
    if (!runner.signal.aborted)
        await showFailures(train, { ...runner, clientFor: world.clientFor });
    await runner.outputs.summarise((0,plan_markdown/* foldedPlan */.g5)(saved.plan));
    if (state.status === 'succeeded' && given.ecosystemTag !== undefined) {
        await releaseEcosystem(train, given.ecosystemTag, around);
    }
    if (state.status !== 'succeeded' && !(given.mode === 'advance' && (0,machine_state/* isOpen */.nT)(state))) {
        throw new errors/* UserError */.yo(failureMessages(train).map((message) => ({ message })));
    }
}
function board(trainId, given, { world, runner }) {
    const { planHash: approvedHash } = given;
    const { clock, log, signal, env } = runner;
    const salt = `ra${(0,external_node_crypto_.randomBytes)(5).toString('hex')}`;
    const { store } = world;
    const verify = async ({ plan: saved }) => (0,approved_plan/* verifySavedPlan */.w)(saved, { trainId, place: store.place, manifest: await world.manifestOf(saved), approvedHash });
    const plan = async () => {
        const { override } = await passLock(store, given, runner);
        log.info(`Train ${trainId} is new: looking up the current version of every component.`);
        const planned = (0,approved_plan/* approved */.C)(await world.plan(), approvedHash);
        verifyEcosystemTag(given.ecosystemTag, { plan: planned.plan, trainId, world });
        return { ...planned, ...(override && { override }) };
    };
    return openTrain({ trainId, store, verify, plan, now: clock.now(), salt, signal, ...startedBy(env) });
}
function move(saved, given, { world, runner, network, telling }) {
    const { clientFor, registry, store } = world;
    const { clock, log, secrets, signal } = runner;
    const isSecret = (text) => secrets.redact(text) !== text;
    const gates = { registry, health: (0,health_gate/* healthGate */.Y)({ clock, network, log }) };
    return moveTrain(saved, {
        store,
        clock,
        signal,
        activities: createActivities({ plan: saved.plan, clientFor, gates, clock, log, isSecret }),
        mode: given.mode === 'advance' ? 'advance' : 'wait',
        deadline: clock.now() + given.timeout,
        unguessable: () => (0,external_node_crypto_.randomBytes)(10).toString('hex'),
        resume: given.resume,
        dispatchAgain: given.dispatchAgain,
        onEvent: progress(saved.plan, log),
        onTrouble: (message) => log.warning(message),
        onTold: (message) => log.info(message),
        telling,
        recordsBy: clientFor,
        ...(telling && { callNext: () => callWhoIsNext({ world, runner, telling }) }),
    });
}
function startedBy(env) {
    const context = (0,runner_context/* runContext */.pO)(env);
    const { actor, event } = context;
    const url = (0,runner_context/* runUrl */.Vp)(context);
    const by = { ...(event && { event }), ...(url && { runUrl: url }) };
    return { ...(actor && { actor }), ...(Object.keys(by).length > 0 && { startedBy: by }) };
}
async function releaseEcosystem(train, form, { world, runner }) {
    const { env, log, outputs } = runner;
    const { commit, serverUrl = 'https://github.com' } = (0,runner_context/* runContext */.pO)(env);
    const { components } = world.manifest;
    const named = ecosystemTag(form, { plan: train.plan, components, trainId: train.state.trainId });
    if ('fault' in named)
        return log.warning(`All is released, but there is no ecosystem release. ${named.fault}`);
    if ('leftOut' in named)
        return log.notice(`No ecosystem release: this train does not release ${named.leftOut}.`);
    const forms = new Map(components.map(({ id, tag }) => [id, tag]));
    const { tag } = named;
    const made = await publishEcosystemRelease(world.home, train, {
        repository: (0,runner_context/* ownRepository */.d5)(env),
        tag,
        sha: commit,
        server: serverUrl,
        tagOf: ({ id }, version) => (forms.get(id) ?? 'v{version}').replace('{version}', () => version),
    });
    if ('url' in made) {
        await outputs.set('release-url', made.url);
        return log.info(`Ecosystem release: ${made.url}`);
    }
    log.warning(`All is released, but the ecosystem release ${tag} was not made: make it by hand. ${made.refused}`);
    await outputs.summarise(`### To be made by hand: ${(0,markdown/* code */.aY)(tag)}\n\n${made.notes}`);
}
function verifyEcosystemTag(form, { plan, trainId, world }) {
    if (form === undefined)
        return;
    const named = ecosystemTag(form, { plan, components: world.manifest.components, trainId });
    if ('fault' in named)
        throw new errors/* UserError */.yo(named.fault);
}

// EXTERNAL MODULE: ./build/src/engine/stores/documents.js
var documents = __webpack_require__(94697);
// EXTERNAL MODULE: ./build/src/engine/stores/json-document.js
var json_document = __webpack_require__(9035);
;// CONCATENATED MODULE: ./build/src/actions/setup/tell-untold.js





const MOST = 10;
async function tellUntold({ world, runner, telling }) {
    const { store, manifest, clientFor: recordsBy } = world;
    if (!telling && !manifest.components.some(({ deployments }) => deployments))
        return;
    const { clock, log, signal } = runner;
    try {
        const untold = (0,json_document/* parseDocument */.T)(await store.read(documents/* UNTOLD */.tl)) ?? {};
        for (const trainId of Object.keys(untold).slice(0, MOST)) {
            const saved = await store.load(trainId);
            if (!saved || signal.aborted)
                continue;
            const onTold = (message) => log.info(`Train ${trainId}: ${message}`);
            const onTrouble = (message) => log.warning(message);
            await tellSaved(saved, { store, clock, signal, telling, recordsBy, onTold, onTrouble });
        }
        if (telling)
            await callWhoIsNext({ world, runner, telling });
    }
    catch (error) {
        log.warning(`What is untold could not be looked at: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

// EXTERNAL MODULE: ./build/src/actions/setup/train-options.js
var train_options = __webpack_require__(36310);
// EXTERNAL MODULE: ./build/src/actions/setup/train-world.js
var train_world = __webpack_require__(20248);
;// CONCATENATED MODULE: ./build/src/actions/train.js













/* harmony default export */ const train = ((0,action/* defineAction */.Q)({
    inputs: train_options/* trainOptions */.P$,
    async run(given, runner) {
        (0,train_options/* verifyOptions */.GD)(given);
        const world = await (0,train_world/* openWorld */.H)({ ...given, startsNothing: (0,train_options/* startsNothing */.$D)(given) }, given.state, runner);
        const network = await (0,network_inputs/* openNetwork */.X)(given, runner);
        const telling = (0,notification_inputs/* openTelling */.G9)(world.notifications, given, { runner, network, clientFor: world.issuesIn });
        const around = { world, runner, network, telling };
        const trainId = given.trainId ?? (0,train_world/* defaultTrainId */.n)(runner, given.environment);
        if (given.mode === 'lock' || given.mode === 'unlock')
            return changeLock(given, world, runner);
        if (given.mode === 'cancel')
            return cancelOpenTrain(trainId, given, around);
        if (given.dryRun)
            return rehearse(world, runner, { ...given, trainId });
        if (trainId !== train_options/* ALL_OPEN */.xO && given.resume)
            return rideTrain(trainId, given, around);
        const ride = (id) => rideTrain(id, { ...given, resume: false }, around);
        await sweepTrains(world.store, trainId === train_options/* ALL_OPEN */.xO ? undefined : trainId, {
            name: world.manifest.name,
            log: runner.log,
            ride,
        });
        if (trainId === train_options/* ALL_OPEN */.xO)
            await tellUntold(around);
    },
}));
async function rehearse(world, { log, outputs }, { trainId, ecosystemTag }) {
    const { plan, hash, leftOut, warnings } = await world.plan();
    verifyEcosystemTag(ecosystemTag, { plan, trainId, world });
    await outputs.summarise((0,plan_markdown/* planMarkdown */.Xg)(plan, { leftOut, warnings }));
    await outputs.set('plan', plan);
    await outputs.set('versions', (0,plan_plan/* versionsOf */.x4)(plan));
    log.info(`Dry run: ${(0,wording/* counted */.hS)(plan.components.length, 'component')} in ${(0,wording/* counted */.hS)(plan.waves.length, 'wave')}, plan ${hash.slice(0, 12)}. Nothing was started.`);
}


/***/ })

};
