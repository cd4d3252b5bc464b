export const id = 5041;
export const ids = [5041];
export const modules = {

/***/ 5041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ verifyHealth)
});

// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(7107);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(4301);
// EXTERNAL MODULE: ./build/src/services/health/check.js
var check = __webpack_require__(8737);
;// CONCATENATED MODULE: ./build/src/services/health/statistics.js
/** Percentiles by nearest rank, or undefined where there is nothing to rank. */
function latenciesOf(values) {
    if (values.length === 0)
        return undefined;
    const sorted = [...values].sort((a, b) => a - b);
    const at = (share) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
const BLOCKS = '▁▂▃▄▅▆▇█';
const MOST_BLOCKS = 24;
/**
 * Latencies as a line of blocks, oldest first, scaled to the slowest; `✗` is a sample that did not pass. More samples than
 * fit are shown by the worst of each stretch.
 */
function plot(samples) {
    const slowest = Math.max(1, ...samples.map(({ latency }) => latency ?? 0));
    const perBlock = Math.ceil(samples.length / MOST_BLOCKS);
    const blocks = [];
    for (let start = 0; start < samples.length; start += perBlock) {
        const stretch = samples.slice(start, start + perBlock);
        const worst = Math.max(...stretch.map(({ latency }) => latency ?? 0));
        const level = Math.min(BLOCKS.length - 1, Math.floor((worst / slowest) * BLOCKS.length));
        blocks.push(stretch.every(({ outcome }) => outcome === 'pass') ? (BLOCKS[level] ?? '') : '✗');
    }
    return blocks.join('');
}

;// CONCATENATED MODULE: ./build/src/services/health/check-report.js


const LONGEST_REASON = 500;
const NEXT = {
    status: 'Open the address and read the service’s log for this answer.',
    claim: 'Look at the component that the health document blames.',
    body: 'Check that the address is the health endpoint and not an error page of something in front of it.',
    version: 'Wait for the roll-out to end, or find the instance or cache that still serves another version.',
    'no-version': 'Say by version-path where in the answer the version stands, or let the service tell it as version or releaseId.',
    page: 'Give the URL of the health endpoint itself, and let it be reached without a login; where the page is meant, say so in a condition.',
    latency: 'Find out what slows it down, or raise max-latency.',
    condition: 'Compare the condition with the answer; correct whichever is wrong.',
    tools: 'Find out why the server lists fewer tools than it should.',
    certificate: 'Renew the certificate.',
    records: 'Create the record, or wait until it has spread.',
    capture: 'Compare the capture with the answer of that step.',
    'still-there': 'Find out what still serves it: an instance that was not stopped, or a route that was not removed.',
    refused: 'Correct the address, or, for a service of your own network, set allow-private-network.',
    'no-answer': 'Check that the service has started, listens on this address and can be reached from this runner.',
    tls: 'Correct the certificate or, for an own authority, give its certificate as ca-file; where the port speaks plain HTTP, say http in the URL. Client certificates are not supported.',
    local: 'Check the network, name server and proxy of this runner, then run again.',
    cancelled: 'Run again.',
    topics: 'Check the token, or give the topics yourself.',
};
function reportOn(check, verdict, samples, wanted) {
    // A look that the deadline cut short knows less than the one before it.
    const complete = samples.filter(({ cutShort }) => !cutShort);
    const telling = complete.length > 0 ? complete : samples;
    const last = telling.at(-1);
    const reasons = last?.reasons ?? [];
    const latencies = samples.flatMap(({ latency }) => (latency === undefined ? [] : [latency]));
    const latency = latenciesOf(latencies);
    const failures = samples.filter(({ outcome }) => outcome !== 'pass').length;
    const next = verdict === 'healthy' ? undefined : nextStep(telling);
    return {
        ...identityOf(check),
        verdict,
        reason: verdict === 'healthy' ? wanted : whyNot(telling, reasons, wanted).slice(0, LONGEST_REASON),
        samples: samples.length,
        failures,
        errorRate: samples.length === 0 ? 0 : failures / samples.length,
        versions: countVersions(samples),
        notes: last?.notes ?? [],
        plot: plot(samples),
        ...(next === undefined ? {} : { next }),
        ...(latency === undefined ? {} : { latency }),
        ...(last?.answer === undefined ? {} : { lastAnswer: last.answer }),
    };
}
/** The report on a check that was not made. */
function skipped(check, reason) {
    const nothing = { samples: 0, failures: 0, errorRate: 0, versions: {}, notes: [], plot: '' };
    return { ...identityOf(check), ...nothing, verdict: 'skipped', reason };
}
function identityOf({ name, severity, target }) {
    return { name, kind: target.kind, target: (0,check/* describeTarget */.ff)(target), severity };
}
function whyNot(samples, last, wanted) {
    if (samples.length === 0)
        return 'no sample was taken in time';
    if (last.length > 0)
        return last.map(({ text }) => text).join('; ');
    const earlier = samples.findLast(({ reasons }) => reasons.length > 0)?.reasons.map(({ text }) => text);
    const before = earlier ? `; before that ${earlier.join('; ')}` : '';
    return `the last sample passed, but time was up before ${wanted}${before}`;
}
function nextStep(samples) {
    const cause = samples.findLast(({ reasons }) => reasons.length > 0)?.reasons[0]?.cause;
    return cause ? NEXT[cause] : 'Raise timeout, or lower what is demanded of it.';
}
function countVersions(samples) {
    const counts = new Map();
    for (const { version } of samples)
        if (version !== undefined)
            counts.set(version, (counts.get(version) ?? 0) + 1);
    return Object.fromEntries(counts);
}

;// CONCATENATED MODULE: ./build/src/services/health/judge.js
/** The verdict as soon as the samples (oldest first) allow one, else undefined: go on sampling. */
function judge(samples, rules, since) {
    const last = samples.at(-1);
    if (!last)
        return undefined;
    if (last.final)
        return 'unhealthy';
    const streak = samples.slice(-rules.consecutiveSuccesses);
    const proven = streak.length === rules.consecutiveSuccesses && streak.every(({ outcome }) => outcome === 'pass');
    if (proven && holdsOverWindow(samples, rules, since))
        return 'healthy';
    const failures = samples.slice(-rules.failureLimit);
    const failed = failures.length >= rules.failureLimit && failures.every(({ outcome }) => outcome === 'fail');
    return failed ? 'unhealthy' : undefined;
}
/** The whole window has been watched, few enough samples failed, and none of them answered with another version. */
function holdsOverWindow(samples, { window, maxErrorRate }, since) {
    if (window === 0)
        return true;
    const now = samples.at(-1)?.at ?? since;
    if (now - since < window)
        return false;
    const inside = samples.filter(({ at }) => at > now - window);
    const errors = inside.filter(({ outcome }) => outcome !== 'pass').length;
    const stale = inside.some(({ reasons }) => reasons.some(({ cause }) => cause === 'version'));
    return !stale && errors / inside.length <= maxErrorRate;
}
/**
 * The verdict when time is up: `unhealthy` where at least one sample spoke against the target, `inconclusive` where nothing
 * did and nothing proved it healthy either (our own network failed, it was cancelled, too few samples).
 */
function judgeAtEnd(samples) {
    return samples.some(({ outcome }) => outcome === 'fail') ? 'unhealthy' : 'inconclusive';
}
/** The verdict over all checks: the worst of those whose severity is `fail`. */
function overall(checks) {
    const verdicts = checks.filter(({ severity }) => severity === 'fail').map(({ verdict }) => verdict);
    if (verdicts.includes('unhealthy'))
        return 'unhealthy';
    return verdicts.includes('inconclusive') ? 'inconclusive' : 'healthy';
}

// EXTERNAL MODULE: ./build/src/services/health/probe.js + 3 modules
var probe = __webpack_require__(6628);
;// CONCATENATED MODULE: ./build/src/services/health/verify-health.js





/** Fewer would let a handful of hanging targets starve the others. More fill memory: 200 bodies of 500 kB peak at 150 MB with 8, at 220 MB with 16. */
const CONCURRENCY = 16;
/** Old samples of a long watch are forgotten; the window and the percentiles need no more. */
const MAX_SAMPLES = 2_000;
/** Per check; a target that gives another answer every time must not fill the log. */
const MOST_LINES = 20;
/**
 * Samples every check until it is proven healthy, its failure limit is reached or time is up, and reports on every one of
 * them. Never throws for anything a target does; a verdict is healthy only where every check of severity `fail` was proven.
 */
async function verifyHealth(checks, options) {
    const { clock } = options;
    const inSlot = (0,pool/* createPool */.b)(options.concurrency ?? CONCURRENCY);
    const run = { options, started: clock.now(), inSlot, probe: options.probe ?? probe/* probe */.d };
    const reports = await Promise.all(checks.map((check) => follow(check, run)));
    return { verdict: overall(reports), duration: clock.now() - run.started, checks: reports };
}
async function follow(check, run) {
    const { options, started } = run;
    if (check.onlyTopic !== undefined && !options.topics?.includes(check.onlyTopic)) {
        return skipped(check, `only for repositories with the topic ${check.onlyTopic}`);
    }
    const rules = rulesOf(check, options);
    const until = started + Math.min(check.patience.timeout ?? options.timeout, options.timeout);
    const interval = check.patience.interval ?? options.interval ?? 5_000;
    const announce = announcer(check, options);
    const samples = [];
    let verdict;
    while (verdict === undefined && options.clock.now() < until && !options.signal?.aborted) {
        const sample = await run.inSlot(() => takeSample(check, until, run));
        if (sample) {
            samples.push(sample);
            if (samples.length > MAX_SAMPLES)
                samples.shift();
            announce(sample);
            verdict = judge(samples, rules, started);
        }
        if (verdict === undefined)
            await rest(Math.min(interval, until - options.clock.now()), options);
    }
    const report = reportOn(check, verdict ?? judgeAtEnd(samples), samples, wanted(rules));
    options.onChange?.(check, closingLine(report));
    return report;
}
function closingLine({ verdict, samples, failures }) {
    const taken = `${samples} ${samples === 1 ? 'sample' : 'samples'}`;
    return `${verdict} after ${taken}${failures > 0 ? `, ${failures} of which did not pass` : ''}`;
}
/** One sample, or undefined where its turn came too late. */
async function takeSample(check, until, { options, probe }) {
    const { clock, network, signal } = options;
    const now = clock.now();
    if (now >= until || signal?.aborted)
        return undefined;
    const allowed = Math.min(check.patience.attemptTimeout ?? options.attemptTimeout ?? 10_000, options.timeout);
    const timeout = Math.min(allowed, until - now);
    const observation = await probe(check, { network, timeout, signal, now });
    return { ...fair(observation, timeout < allowed / 2), at: clock.now() };
}
/** That a target did not answer within the little time that was left is no evidence against it. */
function fair(observation, wasCutShort) {
    return wasCutShort && observation.timedOut ? { ...observation, outcome: 'unobserved', cutShort: true } : observation;
}
async function rest(ms, { clock, signal }) {
    try {
        await clock.sleep(Math.max(0, ms), signal);
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
    }
}
function rulesOf({ patience }, options) {
    return {
        consecutiveSuccesses: patience.consecutiveSuccesses ?? options.consecutiveSuccesses ?? 3,
        failureLimit: patience.failureLimit ?? Number.POSITIVE_INFINITY,
        window: patience.window ?? 0,
        maxErrorRate: patience.maxErrorRate ?? 0,
    };
}
function wanted({ consecutiveSuccesses, window, maxErrorRate }) {
    const successes = `${consecutiveSuccesses} ${consecutiveSuccesses === 1 ? 'success' : 'consecutive successes'}`;
    if (window === 0)
        return successes;
    return `${successes} and ${(0,duration/* formatDuration */.a)(window)} with at most ${Math.round(maxErrorRate * 100)} % errors`;
}
/** Says each thing about a check once: a target that flaps between two answers is two lines, not hundreds. */
function announcer(check, { onChange }) {
    const said = new Set();
    return (sample) => {
        const { outcome, status, version, reasons, answer } = sample;
        const key = [status, version, ...reasons.map(({ cause }) => cause)].join(' ');
        if (said.has(key) || said.size >= MOST_LINES)
            return;
        said.add(key);
        const what = outcome === 'pass' ? `passes (${describeAnswer(answer, version)})` : reasons.map(({ text }) => text).join('; ');
        onChange?.(check, what);
    };
}
function describeAnswer(answer = 'answered', version) {
    return version === undefined ? answer : `${answer}, version ${version}`;
}


/***/ })

};
