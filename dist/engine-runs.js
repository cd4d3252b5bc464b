export const id = 7138;
export const ids = [7138];
export const modules = {

/***/ 56418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ claimant)
/* harmony export */ });
/* harmony import */ var _packages_claims_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18041);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86744);


async function claimant({ client, repository }, nonce, signal) {
    try {
        return await (0,_packages_claims_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOwner */ .Eq)(client, { repository, nonce }, { signal });
    }
    catch (error) {
        if (error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_ && error.kind === 'fault')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 10251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ printJob),
/* harmony export */   H: () => (/* binding */ jobMarkdown)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96292);

async function printJob({ name, conclusion, steps, url, log }, out) {
    const where = steps.length > 0 ? ` at step ${steps.map((step) => JSON.stringify(step)).join(', ')}` : '';
    await out.group(`Job ${JSON.stringify(name)}: ${conclusion}${where}`, () => {
        if (log !== undefined)
            out.info(log);
        out.info(url);
    });
}
function jobMarkdown({ name, url, conclusion, steps, log }) {
    const where = steps.length > 0 ? ` at ${steps.map(_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY).join(', ')}` : '';
    const head = `**${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(name, url)}** ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(conclusion)}${where}`;
    return log === undefined ? head : `${head}\n\n${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(log)}`;
}


/***/ }),

/***/ 62283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ failedJobs)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86744);
/* harmony import */ var _platform_github_jobs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38373);



const MOST_LOGS = 3;
const LOG_LINES = 20;
async function failedJobs(client, repository, run) {
    const jobs = (await (0,_platform_github_jobs_js__WEBPACK_IMPORTED_MODULE_2__/* .listJobs */ .N6)(client, repository, run)).filter(isFailed);
    return Promise.all(jobs.map(async (job, index) => {
        const log = index < MOST_LOGS ? await endOfLog(client, repository, job) : undefined;
        return {
            name: job.name,
            url: job.url,
            conclusion: job.conclusion ?? job.status,
            steps: job.steps.filter(isFailed).map(({ name }) => name),
            ...(log === undefined ? {} : { log }),
        };
    }));
}
function isFailed({ conclusion }) {
    return conclusion !== undefined && !['success', 'skipped', 'neutral'].includes(conclusion);
}
async function endOfLog(client, repository, job) {
    try {
        return await (0,_platform_github_jobs_js__WEBPACK_IMPORTED_MODULE_2__/* .jobLog */ .Wh)(client, repository, { id: job.id, lines: LOG_LINES });
    }
    catch (error) {
        if (error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_)
            return `(The log cannot be read: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)})`;
        throw error;
    }
}


/***/ }),

/***/ 66080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ follow)
});

// EXTERNAL MODULE: ./build/src/train/machine/state.js
var state = __webpack_require__(44867);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/platform/github/pending-deployments.js


async function pendingDeployments(client, repository, runId, options) {
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), run_id: runId };
    const pending = await client.read('GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments', params, options);
    return pending.map(({ environment, wait_timer, reviewers }) => ({
        environment: environment.name ?? '',
        waitTimerMs: wait_timer * 60_000,
        reviewers: reviewers.flatMap(({ type, reviewer = {} }) => {
            const { login, slug } = reviewer;
            const name = type === 'Team' ? slug && `@${slug}` : login;
            return name === undefined ? [] : [name];
        }),
    }));
}
function describePending(pending) {
    if (pending.length === 0)
        return 'a person or a timer';
    return pending
        .map(({ environment, reviewers, waitTimerMs }) => {
        if (reviewers.length > 0)
            return `a reviewer of ${environment}: ${reviewers.join(', ')}`;
        return waitTimerMs > 0
            ? `the wait timer of ${environment} (${(0,duration/* formatDuration */.a)(waitTimerMs)})`
            : `the rules of ${environment}`;
    })
        .join(', and for ');
}

;// CONCATENATED MODULE: ./build/src/engine/runs/approval.js



async function approvalPending({ client, repository }, { id }, { signal }) {
    try {
        const whom = describePending(await pendingDeployments(client, repository, id, { signal }));
        return { type: 'approval-pending', whom };
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_))
            throw error;
        return { type: 'approval-pending', whom: `a person or a timer (for whom cannot be read: ${(0,errors/* messageOf */.bD)(error)})` };
    }
}

// EXTERNAL MODULE: ./build/src/platform/github/jobs.js
var github_jobs = __webpack_require__(38373);
;// CONCATENATED MODULE: ./build/src/engine/runs/jobs-start.js


async function jobsStartedAt({ client, repository }, run, signal) {
    try {
        const jobs = await (0,github_jobs/* listJobs */.N6)(client, repository, run, { signal });
        const starts = jobs.flatMap(({ status, startedAt }) => (status === 'queued' || !startedAt ? [] : [startedAt]));
        return starts.length > 0 ? Math.min(...starts) : undefined;
    }
    catch (error) {
        if (error instanceof github_errors/* GitHubError */.y_)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/engine/runs/launch.js + 2 modules
var launch = __webpack_require__(45568);
// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var github_runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/platform/text/nonce.js
var text_nonce = __webpack_require__(35454);
// EXTERNAL MODULE: ./build/src/engine/runs/claimant.js
var claimant = __webpack_require__(56418);
// EXTERNAL MODULE: ./build/src/engine/runs/search.js
var search = __webpack_require__(33415);
// EXTERNAL MODULE: ./build/src/engine/runs/seen-run.js
var seen_run = __webpack_require__(93400);
// EXTERNAL MODULE: ./build/src/engine/runs/sender.js
var sender = __webpack_require__(64566);
;// CONCATENATED MODULE: ./build/src/engine/runs/counted-run.js








const LIST_MS = 5 * 60_000;
async function countedRun(wanted, run, { clock, signal }) {
    const seen = (0,seen_run/* seenRun */.d)(run);
    if (run.conclusion === 'cancelled' && (await neverStarted(wanted, seen, signal)))
        return { ...seen, neverStarted: true };
    if (wanted.nonce === undefined || run.conclusion !== 'success')
        return seen;
    const { twins, isListed } = await twinsOf(wanted, run, signal);
    const isOld = clock.now() - Date.parse(run.updatedAt) > LIST_MS;
    if (twins.some(({ status }) => status !== 'completed') || !(isListed || isOld))
        return undefined;
    const bad = twins.find(({ conclusion }) => conclusion !== 'success');
    if (!bad && !wanted.claimCounts)
        return seen;
    const owner = await (0,claimant/* claimant */.I)(wanted, wanted.nonce, signal);
    const isOwn = owner?.runId === String(run.id);
    if (bad)
        return isOwn ? seen : { ...seen, url: bad.url, conclusion: bad.conclusion ?? 'unknown' };
    if (!owner || isOwn || twins.some(({ id }) => owner.runId === String(id)))
        return seen;
    const claimedBy = owner.runId === undefined ? 'somebody' : `run ${owner.runId}`;
    return { ...seen, conclusion: 'failure', claimedBy };
}
async function twinsOf({ client, repository, target, nonce = '' }, run, signal) {
    const createdSince = Date.parse(run.createdAt) - search/* CLOCK_SKEW_MS */.r;
    const filter = 'workflow' in target ? { workflow: target.workflow } : {};
    const runs = await (0,github_runs/* listRuns */.v)(client, repository, { ...filter, event: run.event, createdSince }, { signal });
    return {
        twins: runs.filter((one) => one.id !== run.id && (0,text_nonce/* carriesNonce */.$)(one.displayTitle, nonce) && (0,sender/* isSentBy */.q)(one, run.actor || undefined)),
        isListed: runs.some(({ id, status }) => id === run.id && status === 'completed'),
    };
}
async function neverStarted({ client, repository }, run, signal) {
    try {
        const jobs = await (0,github_jobs/* listJobs */.N6)(client, repository, run, { signal });
        return jobs.every(({ steps }) => steps.length === 0);
    }
    catch (error) {
        if (error instanceof github_errors/* GitHubError */.y_)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/engine/runs/look.js




async function lookAt(wanted, last, world) {
    try {
        const { data, changed } = await (0,github_runs/* pollRun */.ZE)(wanted.client, wanted.repository, last.id, { signal: world.signal });
        const seen = await countedRun(wanted, data, world);
        if (!seen)
            return { type: 'hidden' };
        if (seen.attempt < last.attempt)
            return { type: 'gone', detail: `Its attempt ${last.attempt} has not started.` };
        return { type: 'run', run: seen, changed: changed || seen.status !== last.status || seen.attempt !== last.attempt };
    }
    catch (error) {
        return troubleOf(error, { deadline: wanted.deadline, last, world });
    }
}
async function troubleOf(error, { deadline, last, world }) {
    if (world.signal.aborted)
        throw world.signal.reason;
    if (error instanceof github_errors/* Paused */.hN) {
        if (error.until >= deadline || world.once)
            throw error;
        await world.clock.sleep(error.until - world.clock.now(), world.signal);
        return { type: 'hidden' };
    }
    if (!(error instanceof github_errors/* GitHubError */.y_))
        throw error;
    if (error.status === 404)
        return { type: 'gone', detail: error.message };
    if (error.kind === 'fault')
        return { type: 'unreadable', detail: error.message };
    world.log.warning(`Run ${last.url} could not be read just now and is looked at again: ${(0,errors/* messageOf */.bD)(error)}`);
    return { type: 'hidden' };
}

;// CONCATENATED MODULE: ./build/src/engine/runs/overdue.js





const CANCEL_GRACE_MS = 60_000;
const FORCE_GRACE_MS = 60_000;
async function* enforceDeadline(wanted, { last, cancelling, deadline, waitingSince }, world) {
    const now = world.clock.now();
    if (!cancelling) {
        if (waitingSince !== undefined)
            return yield* enforceApproval(wanted, { last, waitingSince }, world);
        if (now < deadline)
            return undefined;
        if (wanted.onTimeout === 'fail') {
            yield { type: 'expired', reason: overdue(last) };
            return 'end';
        }
        const detail = await requestCancel(wanted, last, world, github_runs/* cancelRun */.Su);
        yield { type: 'cancel-requested', because: 'timeout', detail };
        return { at: now, forced: false };
    }
    if (now >= cancelling.at + CANCEL_GRACE_MS + FORCE_GRACE_MS) {
        yield { type: 'expired', reason: `${overdue(last)} Cancelling it had no effect: look at it.` };
        return 'end';
    }
    if (cancelling.forced || now < cancelling.at + CANCEL_GRACE_MS)
        return cancelling;
    await requestCancel(wanted, last, world, github_runs/* forceCancelRun */.rI);
    return { ...cancelling, forced: true };
}
async function* enforceApproval(wanted, { last, waitingSince }, world) {
    const now = world.clock.now();
    const { timeoutMs, onTimeout } = wanted.approval;
    if (now < waitingSince + timeoutMs)
        return undefined;
    if (onTimeout === 'cancel') {
        const detail = await requestCancel(wanted, last, world, github_runs/* cancelRun */.Su);
        yield { type: 'cancel-requested', because: 'approval', detail };
        return { at: now, forced: false };
    }
    const { whom } = await approvalPending(wanted, last, world);
    const reason = `Nobody approved ${last.url} in ${(0,duration/* formatDuration */.a)(timeoutMs)}: it waits for ${whom}. It goes on waiting, and runs when it is approved.`;
    yield { type: 'expired', because: 'approval', reason };
    return 'end';
}
function overdue({ url, status, attempt }) {
    return `Run ${url} did not end in time; it was last seen ${status}${attempt > 1 ? ` (attempt ${attempt})` : ''}.`;
}
async function requestCancel({ client, repository }, run, { signal }, how) {
    try {
        const outcome = await how(client, repository, run.id, { signal });
        return outcome === 'refused' ? 'GitHub refused to cancel it: it may have ended' : 'cancel requested';
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_))
            throw error;
        return `cancel refused: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}

// EXTERNAL MODULE: ./build/src/engine/runs/pace.js
var pace = __webpack_require__(76624);
;// CONCATENATED MODULE: ./build/src/engine/runs/usual-duration.js


async function usualDuration({ client, repository, target }, signal) {
    if (!('workflow' in target))
        return undefined;
    try {
        const filter = { workflow: target.workflow, status: 'success', perPage: 10, limit: 10 };
        const runs = await (0,github_runs/* listRuns */.v)(client, repository, filter, { signal });
        const durations = runs.map(({ startedAt, updatedAt }) => Date.parse(updatedAt) - Date.parse(startedAt));
        return durations.sort((a, b) => a - b).at(Math.floor(durations.length / 2));
    }
    catch (error) {
        if (error instanceof github_errors/* GitHubError */.y_)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/engine/runs/follow.js








const APPEAR_MS = 10 * 60_000;
const GONE_MS = 2 * 60_000;
const ASK_USUAL_AFTER_MS = 60_000;
const CANCEL_POLL_MS = 1_000;
const WAITING_POLL_MS = 30_000;
async function* follow(wanted, world) {
    if (wanted.run) {
        const hiddenSince = world.once ? (0,state/* waitingSince */.Y2)(wanted) : world.clock.now();
        return yield* observe(wanted, watchOf({ ...wanted.run, status: 'unknown' }, hiddenSince, wanted), world);
    }
    const launched = yield* (0,launch/* launch */.q)(wanted, world);
    if (!launched)
        return;
    const run = asFound(launched.run);
    yield { type: 'run-seen', run };
    const { nonce: _, ...withoutNonce } = wanted;
    const believed = wanted.believesAnswer && run.correlatedBy === 'run-details' ? withoutNonce : wanted;
    yield* observe(believed, watchOf(run, world.clock.now(), { ...wanted, deadline: launched.deadline }), world);
}
function asFound({ conclusion: _, ...run }) {
    return run.status === 'completed' ? { ...run, status: 'unknown' } : run;
}
function watchOf(last, hiddenSince, { cancelled, deadline, approval }) {
    const isOurs = cancelled !== undefined && cancelled.because !== 'caller';
    const cancelling = isOurs ? { at: cancelled.at, forced: false } : undefined;
    return { hiddenSince, wasThere: last.attempt > 1, last, deadline, waitingSince: approval.waitingSince, cancelling };
}
async function* observe(wanted, watch, world) {
    for (;;) {
        if ((yield* see(wanted, watch, world)) === 'end')
            return;
        const enforced = yield* enforceDeadline(wanted, watch, world);
        if (enforced === 'end')
            return;
        watch.cancelling = enforced;
        if (world.once)
            return;
        await world.clock.sleep(await nextLook(wanted, watch, world), world.signal);
    }
}
async function* see(wanted, watch, world) {
    const sight = await lookAt({ ...wanted, deadline: endOf(wanted, watch) }, watch.last, world);
    const now = world.clock.now();
    switch (sight.type) {
        case 'hidden':
            return 'again';
        case 'run':
            watch.hiddenSince = now;
            if (!sight.changed)
                return 'again';
            Object.assign(watch, { last: sight.run, wasThere: true });
            yield { type: 'run-seen', run: sight.run };
            noteWaiting(watch, wanted.intendedAt, now);
            if (watch.waitingSince !== undefined)
                yield await approvalPending(wanted, sight.run, world);
            else if (now >= watch.deadline)
                await creditLateStart(wanted, watch, world);
            return sight.run.status === 'completed' ? 'end' : 'again';
        case 'gone':
            if (now - watch.hiddenSince < (watch.wasThere ? GONE_MS : APPEAR_MS)) {
                yield { type: 'waiting', detail: `run ${watch.last.id} is not visible yet` };
                return 'again';
            }
            yield { type: 'dispatch-lost', reason: `Run ${watch.last.url} cannot be found. ${sight.detail}` };
            return 'end';
        case 'unreadable':
            yield { type: 'expired', reason: `Run ${watch.last.url} cannot be read. ${sight.detail}` };
            return 'end';
    }
}
function noteWaiting(watch, intendedAt, now) {
    const { status, changedAt = now } = watch.last;
    const isWaiting = status === 'waiting';
    if (!isWaiting && watch.waitingSince !== undefined)
        watch.deadline += Math.max(0, now - watch.waitingSince);
    watch.waitingSince = isWaiting ? (watch.waitingSince ?? Math.min(now, Math.max(intendedAt, changedAt))) : undefined;
}
async function creditLateStart(wanted, watch, { signal }) {
    const startedAt = await jobsStartedAt(wanted, watch.last, signal);
    if (startedAt !== undefined)
        watch.deadline = Math.max(watch.deadline, startedAt + wanted.timeoutMs);
}
function endOf({ approval }, { waitingSince, deadline }) {
    return waitingSince === undefined ? deadline : waitingSince + approval.timeoutMs;
}
async function nextLook(wanted, watch, world) {
    if (watch.cancelling)
        return CANCEL_POLL_MS;
    const now = world.clock.now();
    if (watch.waitingSince !== undefined)
        return Math.min(WAITING_POLL_MS, Math.max(0, endOf(wanted, watch) - now));
    const ageMs = now - wanted.intendedAt;
    if (watch.usualMs === undefined && ageMs > ASK_USUAL_AFTER_MS) {
        watch.usualMs = (await usualDuration(wanted, world.signal)) ?? 0;
    }
    const delay = Math.max((0,pace/* pollDelay */.xf)(ageMs, watch.usualMs || undefined), (0,pace/* crowdDelay */.pU)(world.followed?.() ?? 1));
    return Math.min(delay, Math.max(0, watch.deadline - now));
}


/***/ }),

/***/ 45568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ launch)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/dispatches.js
var dispatches = __webpack_require__(29159);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var state = __webpack_require__(44867);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/engine/runs/wanted-run.js
var wanted_run = __webpack_require__(11096);
;// CONCATENATED MODULE: ./build/src/engine/runs/attribution.js


const HOW_TO_NAME = 'Give {nonce} to one of the inputs in the manifest (in dispatch-and-wait: nonce-input)';
function attributionFault(wanted) {
    const { target, nonce, fireAndForget, repository } = wanted;
    if (nonce !== undefined || fireAndForget || 'workflow' in target)
        return undefined;
    return (`Nothing was sent: GitHub never says which run ${(0,wanted_run/* targetName */.j)(target)} in ${repository} becomes, and there is no nonce to find it by. ` +
        `${HOW_TO_NAME}, and show it in the workflow: ${runName(wanted)}`);
}
function untraceable(wanted, because) {
    return {
        type: 'dispatch-untraceable',
        reason: `${because} It is not sent again by itself: look at the Actions page of ${wanted.repository} whether it ran.`,
    };
}
function namelessReason({ repository, target }, said) {
    const took = said === undefined
        ? 'took the dispatch but did not say which run it became'
        : 'did not say whether it took the dispatch';
    return (`GitHub ${took} (${(0,wanted_run/* targetName */.j)(target)} in ${repository}), and without a nonce its run cannot be distinguished from others. ` +
        `${HOW_TO_NAME} so that this cannot happen.${lastWords(said)}`);
}
function unseenReason(wanted, { waitedMs, stranger }) {
    const { repository, target, nonce } = wanted;
    if (stranger !== undefined)
        return `GitHub took the dispatch of ${(0,wanted_run/* targetName */.j)(target)} in ${repository}, but no run of it appeared: ${stranger}.`;
    const cause = 'workflow' in target
        ? 'Most likely its run-name does not show the nonce'
        : `Most likely no workflow on the default branch listens to it (on: repository_dispatch: types: [${target.eventType}]), or its run-name does not show the nonce`;
    return (`GitHub took the dispatch of ${(0,wanted_run/* targetName */.j)(target)} in ${repository}, but within ${(0,duration/* formatDuration */.a)(waitedMs)} no run appeared whose name carries ${nonce}. ` +
        `${cause}: ${runName(wanted)}`);
}
function unconfirmedReason({ repository, target, nonce }, { said, stranger }) {
    const seen = stranger ?? `no run that carries ${nonce} appeared`;
    return `GitHub never confirmed the dispatch of ${(0,wanted_run/* targetName */.j)(target)} in ${repository}, and ${seen}.${lastWords(said)}`;
}
function blindReason({ repository, nonce }, trouble) {
    return `The runs of ${repository} cannot be searched for ${nonce}, so nobody knows whether it runs. ${trouble}`;
}
function lastWords(said) {
    return said ? ` What it said last: ${said}` : '';
}
function runName({ target, nonce = '' }) {
    const values = 'workflow' in target ? target.inputs : target.clientPayload;
    const key = Object.entries(values).find(([, value]) => nonce !== '' && String(value).includes(nonce))?.[0] ?? 'nonce';
    const where = 'workflow' in target ? 'inputs' : 'github.event.client_payload';
    return `run-name: Release [\${{ ${where}.${key} }}].`;
}

// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/platform/text/nonce.js
var text_nonce = __webpack_require__(35454);
// EXTERNAL MODULE: ./build/src/engine/runs/claimant.js
var claimant = __webpack_require__(56418);
// EXTERNAL MODULE: ./build/src/engine/runs/seen-run.js
var seen_run = __webpack_require__(93400);
// EXTERNAL MODULE: ./build/src/engine/runs/sender.js
var runs_sender = __webpack_require__(64566);
;// CONCATENATED MODULE: ./build/src/engine/runs/earlier-tries.js






async function aliveTry(wanted, { signal }) {
    const look = async (tried) => {
        const found = await countingRun(wanted, tried, signal);
        if (!found)
            return undefined;
        const now = (0,seen_run/* seenRun */.d)(found);
        const isNews = now.id !== tried.run.id || now.attempt > tried.run.attempt;
        const isAlive = now.status !== 'completed' || now.conclusion === 'success';
        return isNews && isAlive ? { earlier: tried.nonce, run: now } : undefined;
    };
    const found = await Promise.all((wanted.earlier ?? []).map(look));
    return found.findLast((one) => one !== undefined);
}
async function countingRun(wanted, { nonce, run }, signal) {
    const owner = await (0,claimant/* claimant */.I)(wanted, nonce, signal);
    const claimed = Number(owner?.runId ?? run.id);
    const own = await runIfThere(wanted, run.id, signal);
    if (claimed === run.id)
        return own;
    const twin = await runIfThere(wanted, claimed, signal);
    const sender = own?.actor ?? (await wanted.senders(wanted.client, signal));
    return twin && (0,text_nonce/* carriesNonce */.$)(twin.displayTitle, nonce) && (0,runs_sender/* isSentBy */.q)(twin, sender) ? twin : own;
}
async function runIfThere({ client, repository }, id, signal) {
    try {
        return await (0,runs/* getRun */.Mh)(client, repository, id, { signal });
    }
    catch (error) {
        if (error instanceof github_errors/* GitHubError */.y_ && (error.status === 404 || error.status === 410))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/engine/runs/search.js
var search = __webpack_require__(33415);
;// CONCATENATED MODULE: ./build/src/engine/runs/launch.js






const SETTLE_MS = 90_000;
const APPEAR_MS = 10 * 60_000;
const FRESH_MS = 30_000;
const MOST_SENDS = 3;
async function* launch(wanted, world) {
    let { deadline } = wanted;
    let since = (0,state/* waitingSince */.Y2)(wanted);
    let sending = sendingBefore(wanted, world);
    for (let sends = 1 + (wanted.resend?.times ?? 0);; sends += 1) {
        if (sending.sent === 'not-sent') {
            since = Math.max(since, world.clock.now());
            deadline = Math.max(deadline, since + wanted.timeoutMs);
            sending = yield* send(wanted, world, since);
            if (sending.sent === 'not-sent')
                return undefined;
        }
        const next = yield* settle(wanted, { sending, sends, since, deadline }, world);
        if (next !== 'send-again')
            return next === 'stop' ? undefined : next;
        sending = { sent: 'not-sent' };
    }
}
async function* settle(wanted, { sending, sends, since, deadline }, world) {
    if (isEnough(sending, wanted))
        return sending.run ? { run: sending.run, deadline } : 'stop';
    const until = sending.sent === 'accepted' ? Math.min(deadline, since + APPEAR_MS) : since + SETTLE_MS;
    const found = yield* (0,search/* search */.$)(wanted, until, world);
    if (found.type === 'run')
        return { run: found.run, deadline: Math.max(deadline, found.createdAt + wanted.timeoutMs) };
    if (found.type === 'later')
        return 'stop';
    if (!mayResend(wanted, { sending, found, sends })) {
        yield givenUp(wanted, { sending, found, waitedMs: world.clock.now() - since });
        return 'stop';
    }
    yield { type: 'resend-intended', after: since };
    return wanted.asksToResend ? 'stop' : 'send-again';
}
function isEnough(sending, { fireAndForget, nonce }) {
    return sending.sent === 'accepted' && (sending.run !== undefined || (fireAndForget === true && nonce === undefined));
}
function mayResend({ nonce }, { sending, found, sends }) {
    const isGone = sending.sent === 'unclear' && found.type === 'nothing';
    return isGone && sends < MOST_SENDS && nonce !== undefined;
}
function sendingBefore({ sent, intendedAt, resend, lastSaid }, { clock }) {
    if (sent === 'accepted')
        return { sent: 'accepted' };
    const isFresh = sent === 'fresh' && clock.now() - (resend?.at ?? intendedAt) <= FRESH_MS;
    return isFresh ? { sent: 'not-sent' } : { sent: 'unclear', said: lastSaid };
}
async function* send(wanted, world, sentAt) {
    const reason = attributionFault(wanted);
    if (reason !== undefined) {
        yield { type: 'dispatch-refused', reason };
        return { sent: 'not-sent' };
    }
    const alive = await aliveTry(wanted, world);
    if (alive) {
        yield { type: 'taken-up', ...alive };
        return { sent: 'not-sent' };
    }
    try {
        const run = await dispatch(wanted, world);
        yield { type: 'dispatched', sentAt };
        if (!run)
            return { sent: 'accepted' };
        return { sent: 'accepted', run: { ...run, attempt: 1, status: 'queued', correlatedBy: 'run-details' } };
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E) || error.kind === 'paused')
            throw error;
        if (error.kind === 'passing' && wanted.asksToResend)
            throw error;
        if (error.kind !== 'unclear') {
            yield { type: 'dispatch-refused', reason: error.message };
            return { sent: 'not-sent' };
        }
        const detail = 'GitHub did not say whether it took the dispatch; looking for its run';
        yield { type: 'dispatch-unclear', sentAt, detail, said: error.message };
        return { sent: 'unclear', said: error.message };
    }
}
async function dispatch(wanted, { signal }) {
    const { client, repository, target, nonce, fireAndForget } = wanted;
    if ('workflow' in target) {
        const mustName = nonce === undefined && !fireAndForget;
        return (await (0,dispatches/* dispatchWorkflow */.i)(client, { repository, ...target, mustName }, { signal })).run;
    }
    await (0,dispatches/* dispatchEvent */.P)(client, { repository, ...target }, { signal });
    return undefined;
}
function givenUp(wanted, { sending, found, waitedMs }) {
    const said = sending.sent === 'unclear' ? (sending.said ?? '') : undefined;
    if (found.type === 'blind')
        return untraceable(wanted, blindReason(wanted, found.trouble.message));
    if (wanted.nonce === undefined)
        return untraceable(wanted, namelessReason(wanted, said));
    const { stranger } = found.type === 'nothing' ? found : {};
    if (sending.sent === 'accepted')
        return untraceable(wanted, unseenReason(wanted, { waitedMs, stranger }));
    return { type: 'dispatch-lost', reason: unconfirmedReason(wanted, { said, stranger }) };
}


/***/ }),

/***/ 76624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pU: () => (/* binding */ crowdDelay),
/* harmony export */   rx: () => (/* binding */ lookDelay),
/* harmony export */   xf: () => (/* binding */ pollDelay)
/* harmony export */ });
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60667);

const SECOND = 1_000;
const LIST_PAUSE = { firstMs: SECOND, factor: 2, longestMs: 30 * SECOND };
function pollDelay(ageMs, usualMs) {
    const relaxed = clamp(ageMs / 10, SECOND, 10 * SECOND);
    if (usualMs === undefined)
        return relaxed;
    const dueIn = usualMs - ageMs;
    if (Math.abs(dueIn) <= Math.max(5 * SECOND, usualMs / 10))
        return Math.min(relaxed, 2 * SECOND);
    return dueIn > 0 ? Math.min(relaxed, Math.max(2 * SECOND, dueIn - usualMs / 10)) : relaxed;
}
function crowdDelay(followed) {
    return followed * 200;
}
function lookDelay(looks) {
    return (0,_platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_0__/* .backoffMs */ .j)(LIST_PAUSE, looks);
}
function clamp(value, least, most) {
    return Math.min(most, Math.max(least, value));
}


/***/ }),

/***/ 39481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readOutputsPatiently),
/* harmony export */   k: () => (/* binding */ readOutputs)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64339);
/* harmony import */ var _platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68203);



async function readOutputs(client, from) {
    try {
        return { values: await outputsIn(client, from) };
    }
    catch (error) {
        return { fault: unreadable(from, error) };
    }
}
async function readOutputsPatiently(client, from) {
    try {
        return { values: await outputsIn(client, from, { maxBytes: LARGEST_ARCHIVE_BYTES, maxFiles: MOST_FILES }) };
    }
    catch (error) {
        if (error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E && error.kind !== 'fault')
            throw error;
        return { fault: unreadable(from, error) };
    }
}
const LARGEST_ARCHIVE_BYTES = 1024 * 1024;
const MOST_FILES = 100;
async function outputsIn(client, { repository, runId, name }, limits) {
    const { downloadArtifact, findArtifact } = await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.bind(__webpack_require__, 10962));
    const artifact = await findArtifact(client, repository, { runId, name });
    if (!artifact || artifact.expired)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(artifact ? 'it has expired' : 'the run left none of that name');
    const files = [...(await downloadArtifact(client, repository, artifact, limits && { limits }))];
    const json = files.length === 1 ? files : files.filter(([file]) => file.endsWith('.json'));
    if (json.length > 1)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`it holds ${json.length} .json files: ${json.map(([file]) => file).join(', ')}`);
    const [[path, bytes] = []] = json;
    if (!bytes)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('it holds no .json file');
    const text = new TextDecoder().decode(bytes);
    if ((0,_platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .depthOf */ .d1)(text) > _platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_NESTED */ .KS)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path}: ${_platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .TOO_DEEP */ .gZ}`);
    const values = JSON.parse(text);
    if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(values))
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} holds no map`);
    return values;
}
function unreadable({ name }, error) {
    if (!(error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E) && !(error instanceof SyntaxError))
        throw error;
    const what = `The run succeeded, but its outputs cannot be read from its artifact ${JSON.stringify(name)}`;
    return `${what}: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).replace(/\.+$/, '')}.`;
}


/***/ }),

/***/ 33415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ search),
/* harmony export */   r: () => (/* binding */ CLOCK_SKEW_MS)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86744);
/* harmony import */ var _platform_github_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44663);
/* harmony import */ var _platform_text_nonce_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35454);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76624);
/* harmony import */ var _seen_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93400);
/* harmony import */ var _sender_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64566);







const CLOCK_SKEW_MS = 10 * 60_000;
const RECENT_MS = 3_600_000;
async function* search(wanted, until, world) {
    if (wanted.nonce === undefined)
        return { type: 'nothing' };
    for (let looks = 0;; looks += 1) {
        const { run, trouble, stranger, sentBy } = await look(wanted, world);
        if (run)
            return { type: 'run', ...run };
        const over = looks > 0 && world.clock.now() >= until;
        if (trouble && (over || trouble.kind === 'fault'))
            return { type: 'blind', trouble };
        if (over)
            return { type: 'nothing', stranger };
        const detail = trouble ? (0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(trouble) : (stranger ?? `no run carries ${wanted.nonce} yet`);
        yield { type: 'waiting', detail, ...(sentBy !== undefined && { sentBy }) };
        if (world.once && world.clock.now() < until)
            return { type: 'later' };
        await world.clock.sleep((0,_pace_js__WEBPACK_IMPORTED_MODULE_3__/* .lookDelay */ .rx)(looks), world.signal);
    }
}
async function look(wanted, world) {
    try {
        const sentBy = wanted.sentBy ?? (await wanted.senders(wanted.client, world.signal));
        const found = await findByNonce(wanted, world);
        const run = found.find((one) => (0,_sender_js__WEBPACK_IMPORTED_MODULE_4__/* .isSentBy */ .q)(one, sentBy));
        if (!run)
            return { sentBy, ...strangerAmong(found, wanted, sentBy) };
        return { run: { run: { ...(0,_seen_run_js__WEBPACK_IMPORTED_MODULE_5__/* .seenRun */ .d)(run), correlatedBy: 'nonce' }, createdAt: Date.parse(run.createdAt) } };
    }
    catch (error) {
        if (error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_)
            return { trouble: error };
        throw error;
    }
}
function strangerAmong([first], { nonce }, sentBy = '') {
    if (!first)
        return {};
    return {
        stranger: `run ${first.url} carries ${nonce}, but ${first.actor} started it, not ${sentBy}: it does not count`,
    };
}
async function findByNonce({ client, repository, target, nonce = '', intendedAt }, { clock, signal }) {
    const filter = 'workflow' in target ? { workflow: target.workflow, event: 'workflow_dispatch' } : { event: 'repository_dispatch' };
    const limit = clock.now() - intendedAt > RECENT_MS ? 1_000 : 100;
    const runs = await (0,_platform_github_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .listRuns */ .v)(client, repository, { ...filter, limit }, { signal });
    const ours = runs.filter((run) => (0,_platform_text_nonce_js__WEBPACK_IMPORTED_MODULE_6__/* .carriesNonce */ .$)(run.displayTitle, nonce) && isRecent(run, intendedAt));
    return ours.sort((a, b) => a.id - b.id);
}
function isRecent(run, intendedAt) {
    return Date.parse(run.createdAt) >= intendedAt - CLOCK_SKEW_MS;
}


/***/ }),

/***/ 93400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ seenRun)
/* harmony export */ });
function seenRun({ id, url, attempt, status, conclusion, updatedAt }) {
    const changedAt = Date.parse(updatedAt);
    return { id, url, attempt, status, ...(conclusion ? { conclusion } : {}), ...(changedAt > 0 && { changedAt }) };
}


/***/ }),

/***/ 64566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ isSentBy),
/* harmony export */   t: () => (/* binding */ createSenders)
/* harmony export */ });
/* harmony import */ var _platform_github_viewer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73631);

function createSenders() {
    const known = new Map();
    return async (client, signal) => {
        if (!known.has(client))
            known.set(client, await (0,_platform_github_viewer_js__WEBPACK_IMPORTED_MODULE_0__/* .viewerLogin */ .w)(client, { signal }));
        return known.get(client);
    };
}
function isSentBy({ actor }, sender) {
    return sender === undefined || actor === '' || (0,_platform_github_viewer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameLogin */ .A)(actor, sender);
}


/***/ }),

/***/ 11096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ targetName)
/* harmony export */ });
function targetName(target) {
    return 'workflow' in target ? target.workflow : `event ${target.eventType}`;
}


/***/ }),

/***/ 38373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ pollJobs),
/* harmony export */   N6: () => (/* binding */ listJobs),
/* harmony export */   Wh: () => (/* binding */ jobLog)
/* harmony export */ });
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31497);

const JOBS = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs';
async function listJobs(client, repository, { id, attempt }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), run_id: id, attempt_number: attempt };
    const jobs = await client.list(JOBS, params, {
        ...options,
        limit: 1000,
        key: 'jobs',
    });
    return jobs.map(toJob);
}
async function pollJobs(client, repository, { id, attempt }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), run_id: id, attempt_number: attempt, per_page: 100 };
    return (await client.poll(JOBS, params, options)).data.jobs.map(toJob);
}
function toJob({ html_url, started_at, steps = [], ...job }) {
    return {
        ...job,
        conclusion: job.conclusion ?? undefined,
        url: html_url ?? '',
        startedAt: started_at ? Date.parse(started_at) : undefined,
        steps: steps.map((step) => ({ ...step, conclusion: step.conclusion ?? undefined })),
    };
}
const LARGEST_LOG_BYTES = 32 * 1024 * 1024;
const LONGEST_LINE = 1_000;
async function jobLog(client, repository, { id, lines = 50 }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), job_id: id };
    const bytes = await client.download('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', params, {
        ...options,
        maxBytes: LARGEST_LOG_BYTES,
    });
    const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
    const all = text.trimEnd().split(/\r?\n/);
    return all
        .slice(-lines)
        .map((line) => cut(line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, '')))
        .join('\n');
}
function cut(line) {
    if (line.length <= LONGEST_LINE)
        return line;
    const half = LONGEST_LINE / 2;
    return `${line.slice(0, half)} … (${line.length - LONGEST_LINE} characters left out) … ${line.slice(-half)}`;
}


/***/ })

};
