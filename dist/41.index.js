export const id = 41;
export const ids = [41];
export const modules = {

/***/ 6628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ probe)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./build/src/platform/net/certificate.js
var certificate = __webpack_require__(9266);
// EXTERNAL MODULE: ./build/src/platform/net/deadline.js
var deadline = __webpack_require__(9081);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 1 modules
var net_network = __webpack_require__(3260);
;// CONCATENATED MODULE: ./build/src/platform/net/connect.js





/** Opens a connection, closes it again and says what it saw: latency in ms, and the certificate of TLS. Throws RequestError. */
async function tryConnection({ host, port }, { network, timeout, signal, secure }) {
    const target = `${host}:${port}`;
    const started = performance.now();
    return (0,deadline/* withDeadline */.N)({ ms: timeout, target, signal }, async (deadline) => {
        try {
            const addresses = await (0,net_network/* resolveWithin */.s5)(host, network, deadline);
            const options = { host: host.replace(/^\[(.*)\]$/, '$1'), port, lookup: (0,net_network/* pinned */.dp)(addresses) };
            const certificate = secure
                ? await secured((0,external_node_tls_.connect)({ ...options, ...verified(options.host, network) }), deadline.signal)
                : await opened((0,external_node_net_.connect)(options), deadline.signal);
            return { latency: performance.now() - started, certificate };
        }
        catch (error) {
            throw deadline.explain(error, target);
        }
    });
}
function verified(host, network) {
    const isName = /[a-z]/i.test(host) && !host.includes(':');
    return {
        secureContext: network.secureContext,
        rejectUnauthorized: true,
        ...(isName ? { servername: host } : {}),
    };
}
async function opened(socket, signal) {
    await settled(socket, 'connect', signal);
}
async function secured(socket, signal) {
    return settled(socket, 'secureConnect', signal, () => (0,certificate/* certificateOf */.t)(socket));
}
function settled(socket, event, signal, read) {
    const abort = () => socket.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    return new Promise((resolve, reject) => {
        socket.once('error', reject);
        socket.once(event, () => resolve(read?.()));
    }).finally(() => {
        signal.removeEventListener('abort', abort);
        socket.destroy();
    });
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(371);
// EXTERNAL MODULE: ./build/src/services/health/ask.js
var ask = __webpack_require__(7256);
// EXTERNAL MODULE: ./build/src/services/health/assess.js + 1 modules
var assess = __webpack_require__(7811);
// EXTERNAL MODULE: ./build/src/services/health/observation.js
var health_observation = __webpack_require__(23);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
;// CONCATENATED MODULE: ./build/src/services/health/probe-dns.js






/** Asks a name server for the records of a name. A condition sees them as `body`, a list. */
async function probeDns(target, expect, context) {
    const started = performance.now();
    const options = { ms: context.timeout, target: target.name, signal: context.signal };
    const records = await (0,deadline/* withDeadline */.N)(options, async ({ race }) => {
        if (target.server)
            await race((0,net_network/* resolveHost */.p0)(hostOf(target.server), context.network));
        const resolver = new promises_.Resolver({ timeout: context.timeout, tries: 1 });
        if (target.server)
            resolver.setServers([target.server]);
        try {
            return await race(resolve(resolver, target));
        }
        catch (error) {
            throw error instanceof request_error/* RequestError */.G && error.failure !== 'timeout' ? error : dnsError(error, target);
        }
        finally {
            resolver.cancel();
        }
    });
    const latency = performance.now() - started;
    const text = JSON.stringify(records);
    const facts = {
        status: 0,
        headers: {},
        body: JSON.parse(text),
        text,
        latency,
        certificate: undefined,
        captured: {},
    };
    const reasons = (0,assess/* commonReasons */.D)(facts, expect, undefined);
    if (records.length === 0)
        reasons.push({ cause: 'records', text: `${target.name} has no ${target.record} record` });
    return (0,health_observation/* judged */.g)(reasons, { latency, answer: `${records.length} ${target.record} records` });
}
async function resolve(resolver, { name, record }) {
    if (record === 'TXT')
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    const records = await resolver.resolve(name, record);
    return Array.isArray(records) ? records : [records];
}
/** Only a name server's own word counts against the name; one that does not answer does so only where the check names it. */
function dnsError(error, { name, record, server }) {
    const { code = '', message } = error;
    const answers = new Map([
        ['ENOTFOUND', `${name} does not exist`],
        ['ENODATA', `${name} has no ${record} record`],
    ]);
    const answer = answers.get(code);
    if (answer)
        return new request_error/* RequestError */.G('name', `${answer} (${code})`, { cause: error });
    return new request_error/* RequestError */.G(server ? 'connection' : 'local', `${name}: the name server did not answer: ${message}`, {
        cause: error,
    });
}
function hostOf(server) {
    return server.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1');
}

// EXTERNAL MODULE: ./build/src/services/health/bounded-json.js
var bounded_json = __webpack_require__(5943);
;// CONCATENATED MODULE: ./build/src/services/health/probe-mcp.js





const PROTOCOL_VERSION = '2025-06-18';
const MAX_PAGES = 50;
/**
 * Speaks the Model Context Protocol over streamable HTTP: initialize, then tools/list to its last page.
 * https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#streamable-http
 * A condition sees `body` as `{ tools: [names], count, server: { name, version } }`; `expect-version` is the server's.
 */
async function probeMcp(target, expect, context) {
    const started = performance.now();
    const { tools, server, last } = await converse(target.request, context);
    const latency = performance.now() - started;
    const version = textAt(server, 'version');
    const body = { tools, count: tools.length, server };
    const facts = { ...last, body, text: JSON.stringify(body), latency, captured: {} };
    const reasons = (0,assess/* commonReasons */.D)(facts, expect, version);
    if (tools.length < target.minTools) {
        reasons.push({ cause: 'tools', text: `it lists ${tools.length} tools, expected at least ${target.minTools}` });
    }
    const answer = `${tools.length} tools`;
    return (0,health_observation/* judged */.g)(reasons, { latency, status: last.status, answer, ...(version === undefined ? {} : { version }) });
}
async function converse(base, context) {
    const until = performance.now() + context.timeout;
    const send = (headers, message, id) => call({ ...base, headers: { ...base.headers, ...headers } }, { message, id }, { ...context, timeout: until - performance.now() });
    const hello = await send({}, initialize(), 1);
    const protocol = textAt(hello.result, 'protocolVersion') ?? PROTOCOL_VERSION;
    const session = hello.answer.headers['mcp-session-id'];
    const headers = { 'mcp-protocol-version': protocol, ...(session === undefined ? {} : { 'mcp-session-id': session }) };
    await send(headers, { method: 'notifications/initialized' });
    const tools = [];
    let last = hello.answer;
    let cursor;
    for (let page = 0; page === 0 || cursor !== undefined; page++) {
        if (page === MAX_PAGES)
            throw new request_error/* RequestError */.G('protocol', `tools/list has more than ${MAX_PAGES} pages`);
        const params = cursor === undefined ? {} : { cursor };
        const { result, answer } = await send(headers, { method: 'tools/list', params }, page + 2);
        tools.push(...toolNames(result));
        cursor = textAt(result, 'nextCursor');
        last = answer;
    }
    return { tools, server: (0,bounded_json/* valueAt */.f)(hello.result, 'serverInfo') ?? {}, last };
}
function initialize() {
    const clientInfo = { name: 'release-actions', version: '1' };
    return { method: 'initialize', params: { protocolVersion: PROTOCOL_VERSION, capabilities: {}, clientInfo } };
}
function toolNames(result) {
    const tools = (0,bounded_json/* valueAt */.f)(result, 'tools');
    if (!Array.isArray(tools))
        throw new request_error/* RequestError */.G('protocol', 'the answer to tools/list has no list of tools');
    return tools.map((tool) => textAt(tool, 'name') ?? '(unnamed)');
}
/** One JSON-RPC message and, where it has an id, its result. Throws RequestError for anything else. */
async function call(base, { message, id }, context) {
    const what = message.method;
    const headers = {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...base.headers,
    };
    const body = JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), ...message });
    const isComplete = (received) => id !== undefined && replyIn(Buffer.from(received).toString(), id) !== undefined;
    const answer = await (0,ask/* request */.E)({ url: base.url, method: 'POST', headers, body }, context, isComplete);
    const accepted = answer.status >= 200 && answer.status < 300;
    if (!accepted)
        throw new request_error/* RequestError */.G('protocol', `${what} was answered ${answer.status}, expected 200`);
    if (id === undefined)
        return { answer, result: undefined };
    const reply = replyIn(answer.text, id);
    if (reply === undefined)
        throw new request_error/* RequestError */.G('protocol', `${what} was answered with no JSON-RPC reply to it`);
    const error = (0,bounded_json/* valueAt */.f)(reply, 'error');
    if (error !== undefined) {
        throw new request_error/* RequestError */.G('protocol', `${what} failed: ${(textAt(error, 'message') ?? 'without a message').slice(0, 200)}`);
    }
    return { answer, result: (0,bounded_json/* valueAt */.f)(reply, 'result') };
}
/** The reply with an id in a JSON body or in the events of a stream, in which other messages may come first. */
function replyIn(text, id) {
    const documents = [text, ...eventData(text)].map(bounded_json/* readJson */.V);
    return documents
        .flatMap((document) => (document.kind === 'json' ? [document.value].flat() : []))
        .find((message) => (0,bounded_json/* valueAt */.f)(message, 'id') === id);
}
/** https://html.spec.whatwg.org/multipage/server-sent-events.html: the data lines of each complete event. */
function eventData(text) {
    const events = text.replace(/\r\n?/g, '\n').split('\n\n').slice(0, -1);
    return events.map((event) => event
        .split('\n')
        .flatMap((line) => line.match(/^data: ?(.*)$/)?.[1] ?? [])
        .join('\n'));
}
function textAt(value, path) {
    const found = (0,bounded_json/* valueAt */.f)(value, path);
    return typeof found === 'string' ? found.slice(0, 200) : undefined;
}

// EXTERNAL MODULE: ./build/src/services/health/probe-suite.js
var probe_suite = __webpack_require__(8898);
;// CONCATENATED MODULE: ./build/src/services/health/probe.js








const DAY = 86_400_000;
async function probe(check, context) {
    try {
        const observation = await look(check, context);
        return check.untilGone ? goneFrom(observation) : observation;
    }
    catch (error) {
        if (!(error instanceof request_error/* RequestError */.G))
            throw error;
        return check.untilGone ? goneWithout(error) : unanswered(error);
    }
}
async function look(check, context) {
    const { target } = check;
    switch (target.kind) {
        case 'http':
            return (0,assess/* assess */.n)(await (0,ask/* request */.E)(target.request, context), check.expect).observation;
        case 'tcp':
            return probeConnection(target.place, check, context);
        case 'tls':
            return probeConnection(target.place, check, { ...context, minDays: target.minDays });
        case 'dns':
            return probeDns(target, check.expect, context);
        case 'mcp':
            return probeMcp(target, check.expect, context);
        case 'suite':
            return (0,probe_suite/* probeSuite */.j)(target.steps, check.expect, context);
    }
}
async function probeConnection(place, check, context) {
    const { network, timeout, signal, minDays } = context;
    const secure = minDays !== undefined;
    const { latency, certificate } = await tryConnection(place, { network, timeout, signal, secure });
    const facts = { status: 0, headers: {}, body: null, text: '', latency, certificate, captured: {} };
    const reasons = (0,assess/* commonReasons */.D)(facts, check.expect, undefined);
    if (!certificate)
        return (0,health_observation/* judged */.g)(reasons, { latency, answer: 'connected' });
    const days = Math.floor((certificate.notAfter - context.now) / DAY);
    const date = new Date(certificate.notAfter).toISOString().slice(0, 10);
    const expiry = `the certificate of ${certificate.subject} expires on ${date}, in ${days} days`;
    if (minDays !== undefined && days < minDays) {
        reasons.push({ cause: 'certificate', text: `${expiry}; expected at least ${minDays} days` });
    }
    return (0,health_observation/* judged */.g)(reasons, { latency, answer: `certificate valid for ${days} days` });
}
/** What a look without an answer says: faults of our own side are no evidence against the target. */
function unanswered(error) {
    const causes = {
        refused: 'refused',
        redirect: 'refused',
        tls: 'tls',
        local: 'local',
        cancelled: 'cancelled',
    };
    const cause = causes[error.failure] ?? 'no-answer';
    const observation = (0,health_observation/* judged */.g)([{ cause, text: error.message }], { answer: 'no answer' });
    if (cause === 'local' || cause === 'cancelled')
        return { ...observation, outcome: 'unobserved' };
    return { ...observation, final: error.failure === 'refused' };
}
function goneFrom(observation) {
    const { status, answer = 'an answer', latency } = observation;
    const gone = status === 404 || status === 410;
    const reasons = gone ? [] : [{ cause: 'still-there', text: `it still gives ${answer}` }];
    return (0,health_observation/* judged */.g)(reasons, {
        answer,
        ...(status === undefined ? {} : { status }),
        ...(latency === undefined ? {} : { latency }),
    });
}
/** A timeout is no proof of absence: what hangs may still serve somebody. */
function goneWithout(error) {
    const refused = error.failure === 'connection' && /\(ECONNREFUSED\)/.test(error.message);
    return refused || error.failure === 'name' ? (0,health_observation/* passed */.b)({ answer: 'gone' }) : unanswered(error);
}


/***/ }),

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
    latency: 'Find out what slows it down, or raise max-latency.',
    condition: 'Compare the condition with the answer; correct whichever is wrong.',
    tools: 'Find out why the server lists fewer tools than it should.',
    certificate: 'Renew the certificate.',
    records: 'Create the record, or wait until it has spread.',
    capture: 'Compare the capture with the answer of that step.',
    'still-there': 'Find out what still serves it: an instance that was not stopped, or a route that was not removed.',
    refused: 'Correct the address, or, for a service of your own network, set allow-private-network.',
    'no-answer': 'Check that the service has started, listens on this address and can be reached from this runner.',
    tls: 'Correct the certificate or, for an own authority, give its certificate as ca-file.',
    local: 'Check the network, name server and proxy of this runner, then run again.',
    cancelled: 'Run again.',
    topics: 'Check the token, or give the topics yourself.',
};
function reportOn(check, verdict, samples, wanted) {
    const last = samples.at(-1);
    const reasons = last?.reasons ?? [];
    const latencies = samples.flatMap(({ latency }) => (latency === undefined ? [] : [latency]));
    const latency = latenciesOf(latencies);
    const failures = samples.filter(({ outcome }) => outcome !== 'pass').length;
    const next = verdict === 'healthy' ? undefined : nextStep(samples);
    return {
        ...identityOf(check),
        verdict,
        reason: verdict === 'healthy' ? wanted : whyNot(samples, reasons, wanted).slice(0, LONGEST_REASON),
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
    return { name, kind: target.kind, target: (0,check/* describeTarget */.f)(target), severity };
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
    const unanswered = observation.reasons.some(({ cause }) => cause === 'no-answer');
    return wasCutShort && unanswered ? { ...observation, outcome: 'unobserved' } : observation;
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
