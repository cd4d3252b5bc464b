export const id = 6628;
export const ids = [6628];
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
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 2 modules
var net_network = __webpack_require__(5386);
// EXTERNAL MODULE: ./build/src/platform/net/transport-errors.js
var transport_errors = __webpack_require__(9822);
;// CONCATENATED MODULE: ./build/src/platform/net/connect.js






/** Opens a connection, closes it again and says what it saw: latency in ms, and the certificate of TLS. Throws RequestError. */
async function tryConnection({ host, port }, { network, timeoutMs, signal, secure }) {
    const target = `${host}:${port}`;
    const started = performance.now();
    return (0,deadline/* withDeadline */.N)({ timeoutMs, target, signal }, async (deadline) => {
        const course = { sent: false, resolving: false };
        try {
            (0,net_network/* requireReachable */.Zn)(host, network);
            const options = {
                host: host.replace(/^\[(.*)\]$/, '$1'),
                port,
                lookup: (0,transport_errors/* watched */.V)((0,net_network/* checkedLookup */.yG)(network), course),
            };
            const certificate = secure
                ? await secured((0,external_node_tls_.connect)({ ...options, ...verified(options.host, network) }), deadline.signal)
                : await opened((0,external_node_net_.connect)(options), deadline.signal);
            return { latency: performance.now() - started, certificate };
        }
        catch (error) {
            throw (0,transport_errors/* explain */.W)(error, { target, network, course, signal: deadline.signal });
        }
    });
}
function verified(host, network) {
    const isName = /[a-z]/i.test(host) && !host.includes(':');
    return {
        secureContext: network.secureContext(),
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
// EXTERNAL MODULE: ./build/src/services/health/assess.js + 4 modules
var assess = __webpack_require__(3885);
// EXTERNAL MODULE: ./build/src/services/health/observation.js
var health_observation = __webpack_require__(23);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
;// CONCATENATED MODULE: ./build/src/services/health/probe-dns.js






/** Asks a name server for the records of a name. A condition sees them as `body`, a list. */
async function probeDns(target, expect, context) {
    const started = performance.now();
    const options = { timeoutMs: context.timeout, target: target.name, signal: context.signal };
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
    const reasons = (0,assess/* commonReasons */.D)(facts, expect, []);
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
    const conversation = await converse(target.request, context);
    const latency = performance.now() - started;
    if ('refusal' in conversation) {
        const { refusal, status } = conversation;
        return (0,health_observation/* judged */.g)([{ cause: 'status', text: refusal }], { latency, status, answer: String(status) });
    }
    const { tools, server, last } = conversation;
    const version = textAt(server, 'version');
    const body = { tools, count: tools.length, server };
    const facts = { ...last, body, text: JSON.stringify(body), latency, captured: {} };
    const reasons = (0,assess/* commonReasons */.D)(facts, expect, version === undefined ? [] : [{ field: 'version', version }]);
    if (tools.length < target.minTools) {
        reasons.push({ cause: 'tools', text: `it lists ${tools.length} tools, expected at least ${target.minTools}` });
    }
    const answer = `${tools.length} tools`;
    return (0,health_observation/* judged */.g)(reasons, { latency, status: last.status, answer, ...(version === undefined ? {} : { version }) });
}
async function converse(base, context) {
    const until = performance.now() + context.timeout;
    const left = () => ({ ...context, timeout: Math.max(1, until - performance.now()) });
    const send = (headers, message, id) => call({ ...base, headers: { ...base.headers, ...headers } }, { message, id }, left());
    const hello = await send({}, initialize(), 1);
    if ('refusal' in hello)
        return explained(hello, base, left());
    const protocol = textAt(hello.result, 'protocolVersion') ?? PROTOCOL_VERSION;
    const session = hello.answer.headers['mcp-session-id'];
    const headers = { 'mcp-protocol-version': protocol, ...(session === undefined ? {} : { 'mcp-session-id': session }) };
    try {
        const ready = await send(headers, { method: 'notifications/initialized' });
        if ('refusal' in ready)
            return ready;
        const server = (0,bounded_json/* valueAt */.f)(hello.result, 'serverInfo') ?? {};
        // A server of resources or prompts alone does not know the question.
        const hasTools = (0,bounded_json/* valueAt */.f)(hello.result, '/capabilities/tools') !== undefined;
        if (!hasTools)
            return { tools: [], server, last: hello.answer };
        const listed = await listTools((message, id) => send(headers, message, id));
        return 'refusal' in listed ? listed : { ...listed, server };
    }
    finally {
        if (session !== undefined)
            await endSession(base, headers, left());
    }
}
async function listTools(send) {
    const tools = [];
    let cursor;
    for (let page = 0; page < MAX_PAGES; page++) {
        const params = cursor === undefined ? {} : { cursor };
        const reply = await send({ method: 'tools/list', params }, page + 2);
        if ('refusal' in reply)
            return reply;
        tools.push(...toolNames(reply.result));
        cursor = textAt(reply.result, 'nextCursor');
        if (cursor === undefined)
            return { tools, last: reply.answer };
    }
    throw new request_error/* RequestError */.G('protocol', `tools/list has more than ${MAX_PAGES} pages`);
}
const GOODBYE_MS = 2_000;
/** Servers keep a session until its client ends it. One that does not let it end (405) does no harm. */
async function endSession(base, headers, context) {
    const message = { url: base.url, method: 'DELETE', headers: { ...base.headers, ...headers } };
    await (0,ask/* request */.E)(message, { ...context, timeout: GOODBYE_MS }).catch((error) => {
        if (!(error instanceof request_error/* RequestError */.G))
            throw error;
    });
}
/** The refusal, with a word on servers that speak the transport of 2024, in which a stream of events comes first. */
async function explained(refusal, base, context) {
    if (![400, 404, 405].includes(refusal.status))
        return refusal;
    const isEndpoint = (received) => /^event: *endpoint/m.test(Buffer.from(received).toString());
    const headers = { ...base.headers, accept: 'text/event-stream' };
    const message = { url: base.url, method: 'GET', headers };
    const stream = await (0,ask/* request */.E)(message, { ...context, timeout: Math.min(GOODBYE_MS, context.timeout) }, { endOfBody: isEndpoint }).catch(() => undefined);
    if (!stream || !isEndpoint(stream.body))
        return refusal;
    const hint = 'it speaks the HTTP+SSE transport of 2024, which streamable HTTP has replaced';
    return { ...refusal, refusal: `${refusal.refusal}; ${hint}` };
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
/** One JSON-RPC message and, where it has an id, its result. Throws RequestError for what is no answer to it. */
async function call(base, { message, id }, context) {
    const what = message.method;
    const headers = {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...base.headers,
    };
    const body = JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), ...message });
    const endOfBody = (received) => id !== undefined && replyIn(Buffer.from(received).toString(), id) !== undefined;
    const answer = await (0,ask/* request */.E)({ url: base.url, method: 'POST', headers, body }, context, { endOfBody });
    const { status } = answer;
    const reply = id === undefined ? undefined : replyIn(answer.text, id);
    const said = errorIn(reply ?? anyMessage(answer.text));
    if (status < 200 || status > 299) {
        return { status, refusal: `${what} was answered ${status}${said === undefined ? '' : ` (${said})`}, expected 200` };
    }
    if (id === undefined)
        return { answer, result: undefined };
    if (reply === undefined)
        throw new request_error/* RequestError */.G('protocol', `${what} was answered with no JSON-RPC reply to it`);
    if (said !== undefined)
        throw new request_error/* RequestError */.G('protocol', `${what} failed: ${said}`);
    return { answer, result: (0,bounded_json/* valueAt */.f)(reply, 'result') };
}
/** What an error says of itself; undefined where there is none. */
function errorIn(reply) {
    const error = (0,bounded_json/* valueAt */.f)(reply, 'error');
    if (error === undefined)
        return undefined;
    return typeof error === 'string' ? error.slice(0, 200) : (textAt(error, 'message') ?? 'without a message');
}
function anyMessage(text) {
    const document = (0,bounded_json/* readJson */.V)(text);
    return document.kind === 'json' ? document.value : undefined;
}
/** The reply with an id in a JSON body or in the events of a stream, in which other messages may come first. */
function replyIn(text, id) {
    const documents = [text, ...eventData(text)].map(bounded_json/* readJson */.V);
    return (documents
        .flatMap((document) => (document.kind === 'json' ? [document.value].flat() : []))
        // A request of the server's own may carry the same id.
        .find((message) => (0,bounded_json/* valueAt */.f)(message, 'id') === id && (0,bounded_json/* valueAt */.f)(message, 'method') === undefined));
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
            return (0,assess/* assess */.n)(await (0,ask/* request */.E)(target.request, context, check), check.expect, { url: target.request.url })
                .observation;
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
    const { latency, certificate } = await tryConnection(place, { network, timeoutMs: timeout, signal, secure });
    const facts = { status: 0, headers: {}, body: null, text: '', latency, certificate, captured: {} };
    const reasons = (0,assess/* commonReasons */.D)(facts, check.expect, []);
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
        protocol: 'body',
        'too-large': 'body',
        redirect: 'refused',
        tls: 'tls',
        local: 'local',
        cancelled: 'cancelled',
    };
    const cause = causes[error.failure] ?? 'no-answer';
    const timedOut = error.failure === 'timeout';
    const observation = (0,health_observation/* judged */.g)([{ cause, text: error.message }], { answer: 'no answer', timedOut });
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


/***/ })

};
