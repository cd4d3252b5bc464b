export const id = 9340;
export const ids = [9340];
export const modules = {

/***/ 69340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ dispatch_and_wait)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/engine/planning/look-at-children.js + 1 modules
var look_at_children = __webpack_require__(9316);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/engine/runs/seen-run.js
var seen_run = __webpack_require__(93400);
;// CONCATENATED MODULE: ./build/src/engine/runs/cancel-child.js



const CANCEL_MS = 1_500;
const VERIFY_MS = 2_500;
const LOOK_EVERY_MS = 500;
async function endWithCaller(child, isToEnd) {
    const { run } = child.outcome;
    if (!run)
        return `Whether a run was started is not known: look at the Actions page of ${child.repository}.`;
    if (!isToEnd)
        return `${run.url} goes on, as cancel-with-caller is false.`;
    try {
        return await cancelAndVerify(child, run);
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        return `${run.url} may still be running, because it could not be cancelled: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}
async function cancelAndVerify({ client, repository, clock, outcome }, { id, url }) {
    await (0,runs/* cancelRun */.Su)(client, repository, id, { timeoutMs: CANCEL_MS });
    const deadline = clock.now() + VERIFY_MS;
    for (;;) {
        const now = (0,seen_run/* seenRun */.d)(await (0,runs/* getRun */.Mh)(client, repository, id, { timeoutMs: Math.max(1, deadline - clock.now()) }));
        outcome.run = { ...outcome.run, ...now };
        if (now.status === 'completed')
            return `${url} ended ${now.conclusion}.`;
        if (clock.now() + LOOK_EVERY_MS >= deadline)
            return `${url} was asked to cancel and was still ${now.status} when this step had to end.`;
        await clock.sleep(LOOK_EVERY_MS);
    }
}

// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/engine/runs/failed-jobs.js
var failed_jobs = __webpack_require__(62283);
// EXTERNAL MODULE: ./build/src/engine/runs/run-outputs.js
var run_outputs = __webpack_require__(39481);
;// CONCATENATED MODULE: ./build/src/engine/runs/conclude.js




const MEANING = {
    neutral: 'it ended neutral: nothing failed, but nothing says that it did its work',
    skipped: 'it was skipped: a condition in the workflow was not met',
    stale: 'GitHub gave it up as stale after 14 days',
    action_required: 'it waits for a person, for example to approve a first contribution',
    startup_failure: 'it did not start: its workflow file is not valid, or it calls something it may not',
    timed_out: 'a job exceeded its timeout',
    cancelled: 'it was cancelled',
};
const OVERDUE = {
    timeout: 'it took longer than its timeout, and was cancelled',
    approval: 'nobody approved it in time, and it was cancelled',
};
const REPLACED = 'it was cancelled before any job started: a newer run of its concurrency group replaces one that is pending (queue: max keeps them), or somebody cancelled it';
function isAccepted({ conclusion }, accepted) {
    return conclusion === 'success' || (conclusion !== undefined && accepted.includes(conclusion));
}
async function conclude(expected, client, outcome) {
    const { run } = outcome;
    if (run?.status !== 'completed') {
        outcome.problem ??= 'The run did not end.';
        return;
    }
    if (isAccepted(run, expected.acceptConclusions))
        return takeOutputs(expected, client, { outcome, run });
    const meaning = outcome.overdue
        ? OVERDUE[outcome.overdue]
        : run.neverStarted
            ? REPLACED
            : MEANING[run.conclusion ?? ''];
    outcome.problem = `Run ${run.url} concluded ${run.conclusion ?? 'without a conclusion'}${meaning ? `: ${meaning}` : ''}.`;
    try {
        outcome.failedJobs = await (0,failed_jobs/* failedJobs */.M)(client, expected.repository, run);
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_))
            throw error;
        outcome.problem += ` Its jobs cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}
async function takeOutputs({ repository, outputsArtifact: name }, client, { outcome, run }) {
    if (name === undefined)
        return;
    const outputs = await (0,run_outputs/* readOutputs */.k)(client, { repository, runId: run.id, name });
    if ('fault' in outputs)
        outcome.problem = outputs.fault;
    else
        outcome.outputs = outputs.values;
}

;// CONCATENATED MODULE: ./build/src/engine/runs/describe-run.js
function describeRun({ id, url, attempt, status, conclusion }) {
    const state = status === 'completed' ? (conclusion ?? 'completed without a conclusion') : status.replaceAll('_', ' ');
    const again = attempt > 1 ? ` (attempt ${attempt})` : '';
    return `Run ${id}${again}: ${state}${hint(status)} ${url}`.trimEnd();
}
function hint(status) {
    if (status === 'waiting')
        return ', for an approval or a timer of its environment';
    if (status === 'pending' || status === 'requested')
        return ', for a runner or its concurrency group';
    return '';
}

;// CONCATENATED MODULE: ./build/src/engine/runs/dispatch-outcome.js

async function takeIn(events, outcome, log) {
    let said = '';
    for await (const event of events) {
        const text = taken(event, outcome);
        if (text === undefined || text === said)
            continue;
        log.info(text);
        said = text;
    }
}
function taken(event, outcome) {
    switch (event.type) {
        case 'run-seen':
            outcome.run = { ...outcome.run, ...event.run };
            return describeRun(event.run);
        case 'dispatch-unclear':
            outcome.sent = 'unknown';
            return `Waiting: ${event.detail}. ${event.said ?? ''}`.trimEnd();
        case 'waiting':
            return `Waiting: ${event.detail}.`;
        case 'cancel-requested':
            outcome.overdue = event.because === 'approval' ? 'approval' : 'timeout';
            return event.because === 'approval'
                ? `Nobody approved the run in time: ${event.detail}.`
                : `The run took longer than its timeout: ${event.detail}.`;
        case 'approval-pending':
            return `The run waits for ${event.whom}. The timeout does not count while it does.`;
        case 'dispatched':
            outcome.sent = 'accepted';
            return undefined;
        case 'resend-intended':
            return 'No run appeared: the same nonce is dispatched again.';
        case 'taken-up':
            return undefined;
        default:
            outcome.problem = event.reason;
            return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/engine/runs/follow.js + 7 modules
var follow = __webpack_require__(66080);
// EXTERNAL MODULE: ./build/src/engine/runs/launch.js + 2 modules
var launch = __webpack_require__(45568);
;// CONCATENATED MODULE: ./build/src/engine/runs/rerun.js



const STILL_RUNNING_MS = 15_000;
const MOST_TRIES = 2;
async function rerun({ client, repository }, run, { clock, log, signal }) {
    log.info(`Attempt ${run.attempt} concluded ${run.conclusion}: running its failed jobs again.`);
    for (let tries = 1;; tries += 1) {
        try {
            await (0,runs/* rerunFailedJobs */.K4)(client, repository, run.id, { signal });
            return nextAttempt(run);
        }
        catch (error) {
            if (!(error instanceof github_errors/* GitHubFailure */.iK))
                throw error;
            if (error.kind === 'unclear') {
                log.warning((0,errors/* messageOf */.bD)(error));
                return nextAttempt(run);
            }
            if (tries === MOST_TRIES || !/already running/i.test(error.said ?? '')) {
                log.warning(`The failed jobs of ${run.url} are not run again: ${(0,errors/* messageOf */.bD)(error)}`);
                return undefined;
            }
            await clock.sleep(STILL_RUNNING_MS, signal);
        }
    }
}
function nextAttempt({ conclusion: _, ...run }) {
    return { ...run, attempt: run.attempt + 1, status: 'queued' };
}

// EXTERNAL MODULE: ./build/src/engine/runs/sender.js
var sender = __webpack_require__(64566);
// EXTERNAL MODULE: ./build/src/platform/github/jobs.js
var jobs = __webpack_require__(38373);
;// CONCATENATED MODULE: ./build/src/engine/runs/tell-jobs.js



const LOOK_MS = 5_000;
async function tellJobs(telling, ended) {
    const { clock, signal } = telling;
    const over = new AbortController();
    void ended.catch(() => undefined).finally(() => over.abort());
    const stop = AbortSignal.any([signal, over.signal]);
    const told = new Map();
    let hasWarned = false;
    const look = async () => {
        try {
            await tellOnce(telling, told);
        }
        catch (error) {
            if (signal.aborted)
                return;
            if (!(error instanceof github_errors/* GitHubError */.y_ || error instanceof github_errors/* Paused */.hN))
                throw error;
            if (!hasWarned)
                telling.log.warning(`The jobs of the run cannot be shown as they go. ${(0,errors/* messageOf */.bD)(error)}`);
            hasWarned = true;
        }
    };
    while (!stop.aborted && !hasWarned) {
        await look();
        await clock.sleep(LOOK_MS, stop).catch(() => undefined);
    }
    if (!signal.aborted && !hasWarned)
        await look();
}
async function tellOnce({ client, repository, run, log, signal }, told) {
    const current = run();
    if (current === undefined)
        return;
    const { id, attempt } = current;
    for (const job of await (0,jobs/* pollJobs */.Ck)(client, repository, { id, attempt }, { signal })) {
        const key = `${attempt} ${job.id}`;
        const tellJob = () => tellChange(told, key, stateOf(job), `${job.name}: `, log);
        if (job.status !== 'completed')
            tellJob();
        for (const step of job.steps) {
            tellChange(told, `${key} ${step.number}`, stateOf(step), `${job.name} › ${step.name}: `, log);
        }
        tellJob();
    }
}
function stateOf({ status, conclusion }) {
    if (status === 'completed')
        return conclusion ?? status;
    return status === 'in_progress' || status === 'waiting' ? status.replaceAll('_', ' ') : undefined;
}
function tellChange(told, key, state, what, log) {
    if (state === undefined || told.get(key) === state)
        return;
    told.set(key, state);
    log.info(`  ${what}${state}`);
}

// EXTERNAL MODULE: ./build/src/engine/runs/wanted-run.js
var wanted_run = __webpack_require__(11096);
;// CONCATENATED MODULE: ./build/src/engine/runs/dispatch-and-wait.js









async function dispatchAndWait(asked, world) {
    const done = sendAndFollow(asked, world);
    if (asked.showJobs && asked.wait) {
        const { client, clock, log, signal, outcome } = world;
        const telling = { client, clock, log, signal, repository: asked.repository, run: () => outcome.run };
        await tellJobs(telling, done);
    }
    await done;
}
async function sendAndFollow(asked, world) {
    const { client, outcome } = world;
    const wanted = wantedRun(asked, client, outcome.startedAt);
    await takeInThroughPauses(wanted, asked.wait ? follow/* follow */.e : launchOnly, world);
    if (!asked.wait)
        return letGo(asked, world);
    if (outcome.problem)
        return;
    for (let retries = asked.retryFailedJobs; retries > 0; retries -= 1) {
        const { run } = outcome;
        if (!run || !isRetriable(run, asked.acceptConclusions))
            break;
        const again = await rerun(wanted, run, world);
        if (!again)
            break;
        await takeIn((0,follow/* follow */.e)({ ...wanted, run: again }, world), outcome, world.log);
        if (outcome.problem)
            return;
    }
    await conclude(asked, client, outcome);
}
function wantedRun(asked, client, at) {
    const { repository, target, nonce, wait, timeoutMs, onTimeout } = asked;
    return {
        ...{ client, repository, target, timeoutMs, onTimeout },
        ...(nonce === undefined ? {} : { nonce }),
        ...(wait ? {} : { fireAndForget: true }),
        intendedAt: at,
        believesAnswer: true,
        senders: (0,sender/* createSenders */.t)(),
        sent: 'fresh',
        deadline: at + timeoutMs,
        approval: { timeoutMs: asked.approvalTimeoutMs, onTimeout: onTimeout === 'cancel' ? 'cancel' : 'leave' },
    };
}
function letGo({ repository, target }, { log, outcome }) {
    if (outcome.sent !== 'accepted' || outcome.run)
        return;
    const { problem } = outcome;
    delete outcome.problem;
    if (problem)
        log.warning(problem);
    else
        log.notice(`GitHub took ${(0,wanted_run/* targetName */.j)(target)} in ${repository}. It did not say which run that became: run-id is empty.`);
}
async function* launchOnly(wanted, world) {
    const launched = yield* (0,launch/* launch */.q)(wanted, world);
    if (launched)
        yield { type: 'run-seen', run: launched.run };
}
async function takeInThroughPauses(wanted, how, world) {
    const { clock, log, signal, outcome } = world;
    for (;;) {
        const { run, sent = 'fresh' } = outcome;
        const intendedAt = sent === 'fresh' ? clock.now() : wanted.intendedAt;
        const events = how({ ...wanted, sent, intendedAt, ...(run ? { run } : {}) }, world);
        try {
            return await takeIn(events, outcome, log);
        }
        catch (error) {
            if (!(error instanceof github_errors/* Paused */.hN) || error.until >= wanted.deadline)
                throw error;
            log.info(`GitHub asked for a pause (${error.reason}) until ${new Date(error.until).toISOString()}.`);
            await clock.sleep(error.until - clock.now(), signal);
        }
    }
}
function isRetriable(run, accepted) {
    if (run.status !== 'completed' || isAccepted(run, accepted))
        return false;
    return run.conclusion === 'failure' || run.conclusion === 'timed_out';
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/engine/runs/failed-job-report.js
var failed_job_report = __webpack_require__(10251);
;// CONCATENATED MODULE: ./build/src/engine/runs/outcome-report.js




function announce({ repository, target, nonce }) {
    const where = 'workflow' in target ? ` at ${target.ref}` : '';
    return `Dispatching ${(0,wanted_run/* targetName */.j)(target)} in ${repository}${where}${nonce ? ` with nonce ${nonce}` : ''}.`;
}
async function writeOutcome(asked, outcome, { log, outputs, durationMs }) {
    const { run, failedJobs } = outcome;
    for (const job of failedJobs)
        await (0,failed_job_report/* printJob */.$)(job, log);
    const values = {
        'run-id': run?.id,
        'run-url': run?.url,
        'run-attempt': run?.attempt,
        status: run?.status,
        conclusion: run?.conclusion,
        'correlated-by': run?.correlatedBy,
        'duration-seconds': Math.round(durationMs / 1_000),
        'failed-jobs': failedJobs.map(({ log: _, ...job }) => job),
        outputs: outcome.outputs ?? {},
    };
    for (const [name, value] of Object.entries(values))
        await outputs.set(name, value);
    await outputs.summarise(summary(asked, outcome, durationMs));
}
function summary({ repository, target }, outcome, durationMs) {
    const { run, failedJobs, problem } = outcome;
    const title = `### ${problem ? '❌' : '✅'} ${(0,markdown/* escapeMarkdown */.FV)((0,wanted_run/* targetName */.j)(target))} in ${(0,markdown/* escapeMarkdown */.FV)(repository)}`;
    const facts = run
        ? (0,markdown/* table */.tp)(['Run', 'Attempt', 'Conclusion', 'Duration'], [
            [
                (0,markdown/* link */.nf)(String(run.id), run.url),
                String(run.attempt),
                (0,markdown/* escapeMarkdown */.FV)(run.conclusion ?? run.status),
                (0,duration/* formatDuration */.a)(Math.round(durationMs / 1_000) * 1_000),
            ],
        ])
        : 'No run is known.';
    return [title, ...(problem ? [(0,markdown/* escapeMarkdown */.FV)(problem)] : []), facts, ...failedJobs.map(failed_job_report/* jobMarkdown */.H)].join('\n\n');
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/signals.js
var signals = __webpack_require__(26501);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/platform/github/default-branch.js
var default_branch = __webpack_require__(50921);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/actions/setup/dispatch-inputs.js






const dispatchInputs = {
    ...connect_github/* connectionInputs */.eu,
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    repository: (0,inputs/* required */.mw)(inputs/* repository */.Jk),
    workflow: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    ref: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    inputs: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    'event-type': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'client-payload': (0,inputs/* optional */.lq)(inputs/* data */.p, {}),
    wait: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, true),
    timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 3_600_000),
    'approval-timeout': (0,inputs/* optional */.lq)(inputs/* duration */.p0, 72 * 3_600_000),
    'on-timeout': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('fail', 'cancel'), 'fail'),
    'cancel-with-caller': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, true),
    'nonce-input': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'retry-failed-jobs': (0,inputs/* optional */.lq)((0,inputs/* wholeNumber */.rD)(0, 10), 0),
    'outputs-artifact': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'accept-conclusions': (0,inputs/* optional */.lq)(inputs/* list */.p_, []),
    'show-jobs': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
function targetOf(given) {
    const { workflow, eventType, clientPayload, nonceInput, wait, ref } = given;
    const faults = [];
    if ((workflow === undefined) === (eventType === undefined)) {
        faults.push('Give either workflow (and inputs) or event-type (and client-payload), not both and not neither.');
    }
    if (typeof clientPayload !== 'object' || Array.isArray(clientPayload)) {
        faults.push('Input client-payload: expected a map, as JSON or YAML.');
    }
    if (eventType !== undefined && wait && nonceInput === undefined) {
        faults.push('Input nonce-input is missing: GitHub never says which run an event started, so waiting needs a key of the client payload ' +
            'that carries a nonce, and a run-name in the target workflow that shows it: run-name: … [${{ github.event.client_payload.nonce }}].');
    }
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.map((message) => ({ message })));
    if (workflow !== undefined)
        return { workflow: fileName(workflow), ref: ref ?? '', inputs: given.inputs };
    return { eventType: eventType ?? '', clientPayload: clientPayload };
}
function fileName(workflow) {
    return workflow.replace(/^\.?\/?\.github\/workflows\//, '');
}
async function withFile(target, repository, client) {
    if ('eventType' in target || /^\d+$|\.ya?ml$/i.test(target.workflow))
        return target;
    const all = await (0,runs/* listWorkflows */.Dl)(client, repository);
    const named = (0,runs/* namedWorkflows */.AF)(all, target.workflow);
    const [found] = named;
    if (found && named.length === 1)
        return { ...target, workflow: fileName(found.path) };
    const shown = (named.length > 1 ? named : all).map(({ name, path }) => `${name} (${fileName(path)})`);
    const what = named.length > 1 ? `${named.length} workflows are` : 'no workflow is';
    const there = shown.length === 0 ? 'there is none' : `there ${shown.length === 1 ? 'is' : 'are'} ${(0,wording/* listed */.KE)(shown)}`;
    throw new errors/* UserError */.yo(`Input workflow: ${what} called ${(0,wording/* quote */.hD)(target.workflow)} in ${repository}; ${there}. Give the file's name, such as release.yml.`);
}
async function withRef(target, repository, client) {
    if ('eventType' in target || target.ref !== '')
        return target;
    return { ...target, ref: await (0,default_branch/* defaultBranch */.O)(client, repository) };
}
function withNonce(target, name, nonce) {
    if (name === undefined || nonce === undefined)
        return target;
    if ('eventType' in target)
        return { ...target, clientPayload: { ...target.clientPayload, [name]: nonce } };
    return { ...target, inputs: { ...target.inputs, [name]: nonce } };
}

;// CONCATENATED MODULE: ./build/src/actions/dispatch-and-wait.js











/* harmony default export */ const dispatch_and_wait = ((0,action/* defineAction */.Q)({
    inputs: dispatchInputs,
    async run(given, runner) {
        const { clock, log, outputs, signal } = runner;
        const wanted = targetOf(given);
        const client = (0,connect_github.connectTo)(given.repository, given, runner);
        const named = await withFile(wanted, given.repository, client);
        const target = await withRef(named, given.repository, client);
        const nonce = given.nonceInput === undefined ? undefined : `ra-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
        const times = { timeoutMs: given.timeout, approvalTimeoutMs: given.approvalTimeout };
        const asked = { ...given, ...times, target: withNonce(target, given.nonceInput, nonce), nonce };
        if (given.dryRun)
            return rehearse(asked, { client, log });
        const world = { client, clock, log, signal, outcome: { startedAt: clock.now(), failedJobs: [] } };
        const { outcome } = world;
        try {
            log.info(announce(asked));
            await dispatchAndWait(asked, world);
        }
        catch (error) {
            const child = { ...world, repository: given.repository };
            if (error instanceof signals/* Cancelled */.c)
                outcome.problem = `${error.message} ${await endWithCaller(child, given.cancelWithCaller)}`;
            else if (error instanceof errors/* KnownError */.E)
                outcome.problem = error.message;
            else
                throw error;
        }
        finally {
            await writeOutcome(asked, outcome, { log, outputs, durationMs: clock.now() - outcome.startedAt });
        }
        if (outcome.problem !== undefined)
            throw new errors/* UserError */.yo(outcome.problem);
    },
}));
async function rehearse({ repository, target, nonceInput }, { client, log }) {
    const found = await (0,look_at_children/* preflight */.M)(client, { repository, target, ...(nonceInput === undefined ? {} : { nonceInput }) });
    const problems = [...found.problems.map(({ message }) => message), ...found.doubts];
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems.map((message) => ({ message })));
    for (const warning of found.warnings)
        log.warning(warning);
    log.info(`Dry run: ${(0,wanted_run/* targetName */.j)(target)} in ${repository} can be dispatched. Nothing was started.`);
}


/***/ })

};
