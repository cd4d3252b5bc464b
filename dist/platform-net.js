export const id = 3105;
export const ids = [3105];
export const modules = {

/***/ 79266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ certificateOf)
/* harmony export */ });
const LONGEST_CHAIN = 10;
/** The peer's certificate, or undefined where the socket has none (no TLS). */
function certificateOf(socket) {
    const peer = socket.getPeerCertificate?.(true);
    if (!peer?.valid_to)
        return undefined;
    return {
        subject: nameOf(peer.subject),
        issuer: nameOf(peer.issuer),
        names: (peer.subjectaltname ?? '')
            .split(', ')
            .flatMap((entry) => entry.match(/^(?:DNS|IP Address):(.+)$/)?.[1] ?? []),
        notBefore: Date.parse(peer.valid_from),
        notAfter: Date.parse(peer.valid_to),
        fingerprint: peer.fingerprint256,
        chain: chainOf(peer),
    };
}
function chainOf(peer) {
    const chain = [];
    const seen = new Set();
    let link = peer;
    while (link?.fingerprint256 && !seen.has(link.fingerprint256) && chain.length < LONGEST_CHAIN) {
        seen.add(link.fingerprint256);
        chain.push(nameOf(link.subject));
        link = link.issuerCertificate;
    }
    return chain;
}
function nameOf(name) {
    return [name?.CN ?? name?.O ?? '(unnamed)'].flat().join(', ');
}


/***/ }),

/***/ 39081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _request_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20371);

/**
 * Runs work that must end within `ms` milliseconds; whatever it left open is aborted when it ends. Throws a RequestError of
 * `timeout` or `cancelled` where the work has no better word for it.
 * The time is the real one: sockets and name servers know no other.
 */
async function withDeadline({ ms, target, signal }, work) {
    const controller = new AbortController();
    const cancel = () => controller.abort(new _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G('cancelled', `${target}: the request was cancelled`));
    const expire = () => {
        controller.abort(new _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G('timeout', `${target}: no complete answer within ${Math.round(ms)} ms`));
    };
    const timer = setTimeout(expire, ms);
    signal?.addEventListener('abort', cancel, { once: true });
    const aborted = rejection(controller.signal);
    // One turn later, so that the work can say what it was waiting for.
    const overdue = aborted.catch((reason) => new Promise((_, reject) => setImmediate(reject, reason)));
    overdue.catch(() => undefined);
    if (signal?.aborted)
        cancel();
    const deadline = {
        signal: controller.signal,
        race: (part) => Promise.race([aborted, part]),
        explain: (error, place) => {
            if (error instanceof _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G || !controller.signal.aborted)
                return (0,_request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .requestErrorOf */ .l)(error, place);
            return controller.signal.reason;
        },
    };
    try {
        return await Promise.race([overdue, work(deadline)]);
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        controller.abort(new _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G('cancelled', `${target}: the request is over`));
    }
}
function rejection(signal) {
    return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
}


/***/ }),

/***/ 73260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VS: () => (/* binding */ createNetwork),
  dp: () => (/* binding */ pinned),
  p0: () => (/* binding */ resolveHost),
  s5: () => (/* binding */ resolveWithin)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/src/platform/net/address.js

/** https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry */
const PRIVATE = blockList(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '100.64.0.0/10'], ['198.18.0.0/15', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'], ['::1/128', 'fc00::/7', '2001:db8::/32']);
/** Metadata services outside the link-local range: Azure's WireServer, Oracle's, Alibaba's and the IPv6 one of AWS. */
const CLOSED = blockList(['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.88.99.0/24', '224.0.0.0/3'], ['168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::254/128', 'fd20:ce::254/128'], ['2001::/23', '64:ff9b:1::/48']);
const GLOBAL_UNICAST = blockList(['2000::/3']);
/** What an IP address (not a name) can be reached by; an IPv6 address that carries an IPv4 one counts as that one. */
function reachOf(address) {
    const [plain = ''] = address.split('%');
    if ((0,external_node_net_.isIP)(plain) === 0)
        return 'closed';
    if ((0,external_node_net_.isIPv4)(plain))
        return within(CLOSED, plain) ? 'closed' : within(PRIVATE, plain) ? 'private' : 'public';
    const embedded = embeddedIPv4(groupsOf(plain));
    if (embedded !== undefined)
        return reachOf(embedded);
    if (within(CLOSED, plain))
        return 'closed';
    if (within(PRIVATE, plain))
        return 'private';
    return within(GLOBAL_UNICAST, plain) ? 'public' : 'closed';
}
function blockList(...networks) {
    const list = new external_node_net_.BlockList();
    for (const network of networks.flat()) {
        const [address = '', prefix] = network.split('/');
        list.addSubnet(address, Number(prefix), (0,external_node_net_.isIPv4)(address) ? 'ipv4' : 'ipv6');
    }
    return list;
}
function within(list, address) {
    return list.check(address, (0,external_node_net_.isIPv4)(address) ? 'ipv4' : 'ipv6');
}
/** The eight 16-bit groups of a valid IPv6 address. */
function groupsOf(address) {
    const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
    const plain = dotted
        ? `${dotted[1]}${pairOf(dotted[2], dotted[3]).toString(16)}:${pairOf(dotted[4], dotted[5]).toString(16)}`
        : address;
    const [head = '', tail] = plain.split('::');
    const parse = (text) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
    const [before, after] = [parse(head), parse(tail ?? '')];
    return [...before, ...new Array(8 - before.length - after.length).fill(0), ...after];
}
function pairOf(high, low) {
    return Number(high) * 256 + Number(low);
}
/** IPv4-mapped (::ffff:0:0/96), -compatible (::/96), NAT64 (64:ff9b::/96) and 6to4 (2002::/16) addresses lead to an IPv4 one. */
function embeddedIPv4(groups) {
    const [a = 0, b = 0, c = 0] = groups;
    const upper = groups.slice(0, 6).join(' ');
    const [seventh = 0, eighth = 0] = groups.slice(6);
    if (upper === '0 0 0 0 0 65535' || upper === `${0x64} ${0xff9b} 0 0 0 0`)
        return dottedQuad(seventh, eighth);
    if (upper === '0 0 0 0 0 0' && seventh !== 0)
        return dottedQuad(seventh, eighth);
    return a === 0x2002 ? dottedQuad(b, c) : undefined;
}
function dottedQuad(high, low) {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
;// CONCATENATED MODULE: ./build/src/platform/net/network.js






/** Creates a network once for many requests: reading the authorities takes longer than a request. Throws where `ca` is no PEM. */
function createNetwork(options = {}) {
    // A context takes text that is no certificate without a word.
    if (options.ca !== undefined)
        new external_node_crypto_.X509Certificate(options.ca);
    const authorities = options.ca === undefined ? [] : [...(0,external_node_tls_.getCACertificates)('default'), options.ca];
    return {
        allowPrivateNetwork: options.allowPrivateNetwork ?? false,
        lookup: options.lookup ?? ((hostname) => (0,promises_.lookup)(hostname, { all: true })),
        env: options.env ?? {},
        secureContext: (0,external_node_tls_.createSecureContext)(authorities.length > 0 ? { ca: authorities } : {}),
    };
}
/**
 * The addresses of a host (a name or an address, IPv6 with or without brackets) that a connection may use. Throws a
 * RequestError where one of them is refused: a name that mixes public and private addresses is not to be trusted.
 */
async function resolveHost(host, network) {
    const name = host.replace(/^\[(.*)\]$/, '$1');
    const family = (0,external_node_net_.isIP)(name);
    const addresses = family > 0 ? [{ address: name, family }] : await lookUp(name, network);
    for (const { address } of addresses) {
        const reach = reachOf(address);
        if (reach === 'public' || (reach === 'private' && network.allowPrivateNetwork))
            continue;
        const shown = address === name ? name : `${name} (which resolves to ${address})`;
        throw new request_error/* RequestError */.G('refused', reach === 'private'
            ? `${shown} is a private address, which is refused unless allow-private-network is true`
            : `${shown} is link-local, a metadata service or not the address of a host; it is never requested`);
    }
    return addresses;
}
/** `resolveHost` within a deadline; a look-up that takes too long is our resolver's fault, not the host's. */
async function resolveWithin(host, network, deadline) {
    try {
        return await deadline.race(resolveHost(host, network));
    }
    catch (error) {
        if (!(error instanceof request_error/* RequestError */.G) || error.failure !== 'timeout')
            throw error;
        throw new request_error/* RequestError */.G('local', `${host}: the name could not be resolved in time`, { cause: error });
    }
}
async function lookUp(name, network) {
    const addresses = await network.lookup(name);
    if (addresses.length === 0)
        throw new request_error/* RequestError */.G('name', `${name} has no address`);
    return addresses;
}
/**
 * A look-up for sockets that answers with the addresses that were checked, whatever the name server says by then: a second
 * look-up could lead elsewhere (DNS rebinding).
 */
function pinned(addresses) {
    return (_hostname, options, callback) => {
        const [first] = addresses;
        if (options.all)
            callback(null, [...addresses]);
        else
            callback(null, first?.address ?? '', first?.family);
    };
}


/***/ }),

/***/ 20371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError),
/* harmony export */   l: () => (/* binding */ requestErrorOf)
/* harmony export */ });
/** A request without an answer; the message is one sentence for people and holds no header values. */
class RequestError extends Error {
    name = 'RequestError';
    failure;
    constructor(failure, message, options) {
        super(message, options);
        this.failure = failure;
    }
}
const BY_CODE = {
    ENOTFOUND: ['name', 'the name does not exist'],
    EAI_AGAIN: ['local', 'the name server of this machine did not answer'],
    EAI_FAIL: ['local', 'the name server of this machine failed'],
    ENETUNREACH: ['local', 'this machine has no route to it'],
    ENETDOWN: ['local', 'the network of this machine is down'],
    EADDRNOTAVAIL: ['local', 'this machine has no address to connect from'],
    EMFILE: ['local', 'this machine has too many open files'],
    ENFILE: ['local', 'this machine has too many open files'],
    ECONNREFUSED: ['connection', 'the connection was refused'],
    ECONNRESET: ['connection', 'the connection was closed before the answer was complete'],
    EPIPE: ['connection', 'the connection was closed before the answer was complete'],
    EHOSTUNREACH: ['connection', 'the host cannot be reached'],
    ETIMEDOUT: ['timeout', 'the connection could not be made in time'],
    CERT_HAS_EXPIRED: ['tls', 'its certificate has expired'],
    CERT_NOT_YET_VALID: ['tls', 'its certificate is not valid yet'],
    DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'its certificate is self-signed; an own authority can be given as ca-file'],
    SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'its certificate is from an unknown authority, which can be given as ca-file'],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'its certificate is from an unknown authority, or the chain is incomplete'],
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
        'tls',
        'its certificate is from an unknown authority, or the chain is incomplete',
    ],
    ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'its certificate is for another name'],
    HPE_HEADER_OVERFLOW: ['too-large', 'its headers are larger than 64 KiB'],
};
/** Turns what Node throws into a RequestError that names the target. */
function requestErrorOf(error, target) {
    if (error instanceof RequestError)
        return error;
    const [first] = error?.errors ?? [];
    const { code = '', message = String(error) } = (first ?? error);
    const known = BY_CODE[code];
    if (known)
        return new RequestError(known[0], `${target}: ${known[1]} (${code})`, { cause: error });
    const failure = code.startsWith('HPE_')
        ? 'protocol'
        : /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|UNABLE_)/.test(code)
            ? 'tls'
            : 'connection';
    return new RequestError(failure, `${target}: ${message.split('\n', 1)[0]}${code ? ` (${code})` : ''}`, {
        cause: error,
    });
}


/***/ }),

/***/ 93105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ safeRequest)
});

// EXTERNAL MODULE: ./build/src/platform/net/deadline.js
var deadline = __webpack_require__(39081);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./build/src/platform/net/certificate.js
var net_certificate = __webpack_require__(79266);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 1 modules
var net_network = __webpack_require__(73260);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/src/platform/net/proxy.js

/**
 * The proxy that the environment names for a URL, or undefined where it is reached directly. Like curl: lower case wins,
 * `no_proxy` lists hosts, domains (which include their subdomains), `host:port` or `*`. Loopback is never proxied.
 */
function proxyFor(url, env) {
    const scheme = url.protocol.slice(0, -1);
    const value = variable(env, `${scheme}_proxy`) ?? variable(env, 'all_proxy');
    if (value === undefined || isExempt(url, variable(env, 'no_proxy') ?? ''))
        return undefined;
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const proxy = URL.canParse(text) ? new URL(text) : undefined;
    return proxy && ['http:', 'https:'].includes(proxy.protocol) ? proxy : undefined;
}
function variable(env, name) {
    return env[name] || env[name.toUpperCase()] || undefined;
}
function isExempt(url, noProxy) {
    const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
    if (host === 'localhost' || host === '::1' || ((0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.')))
        return true;
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy.split(/[\s,]+/).some((entry) => {
        if (entry === '*')
            return true;
        const [, name = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase().replace(/^\*?\./, '')) ?? [];
        if (name === '' || (entryPort !== undefined && entryPort !== port))
            return false;
        return host === name || ((0,external_node_net_.isIP)(host) === 0 && host.endsWith(`.${name}`));
    });
}
/** The `Proxy-Authorization` of a proxy whose URL has credentials in it. */
function proxyHeaders(proxy) {
    if (proxy.username === '')
        return {};
    const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
;// CONCATENATED MODULE: ./build/src/platform/net/exchange.js







const MAX_HEADER_BYTES = 64 * 1024;
const LINE_FEED = 10;
/** Sends one message and reads its whole answer, whatever its status; redirects are the caller's. Throws RequestError. */
async function exchange(message, network, { deadline, limits }) {
    const { url } = message;
    try {
        const proxy = proxyFor(url, network.env);
        const route = proxy
            ? await routeByProxy(url, proxy, { network, deadline })
            : { lookup: (0,net_network/* pinned */.dp)(await (0,net_network/* resolveWithin */.s5)(url.hostname, network, deadline)) };
        const response = await send(message, network, { ...route, signal: deadline.signal });
        const certificate = response.socket instanceof external_node_tls_.TLSSocket ? (0,net_certificate/* certificateOf */.t)(response.socket) : undefined;
        const body = await readBody(response, url, limits);
        return { status: response.statusCode ?? 0, headers: flatHeaders(response.headers), body, certificate };
    }
    catch (error) {
        throw deadline.explain(error, url.host);
    }
}
function send({ url, method, headers, body }, network, route) {
    const length = body ? { 'content-length': String(body.byteLength) } : {};
    const options = {
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port || (url.protocol === 'https:' ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        method,
        agent: false,
        maxHeaderSize: MAX_HEADER_BYTES,
        // Also where NODE_TLS_REJECT_UNAUTHORIZED says otherwise.
        rejectUnauthorized: true,
        secureContext: network.secureContext,
        ...route,
        headers: { host: url.host, ...headers, ...length, ...route.headers },
    };
    return new Promise((resolve, reject) => {
        const request = (url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request(options);
        request.on('error', reject);
        request.on('response', resolve);
        request.on('upgrade', (_, socket) => {
            socket.destroy();
            reject(new request_error/* RequestError */.G('protocol', `${url.host}: the server switched protocols without being asked`));
        });
        request.end(body);
    });
}
/**
 * How a URL is reached by a proxy: plain HTTP by naming the whole URL, TLS by a tunnel. The proxy resolves the name, so the
 * address can be checked here only as far as this machine can resolve it as well.
 */
async function routeByProxy(url, proxy, { network, deadline }) {
    await (0,net_network/* resolveWithin */.s5)(url.hostname, network, deadline).catch((error) => {
        const { failure } = (0,request_error/* requestErrorOf */.l)(error, url.host);
        if (failure === 'refused')
            throw error;
    });
    const address = {
        host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
        ...(proxy.protocol === 'https:' ? { secureContext: network.secureContext, rejectUnauthorized: true } : {}),
    };
    if (url.protocol === 'http:')
        return { ...address, path: url.href, headers: proxyHeaders(proxy) };
    return { socket: await openTunnel(url, proxy, { ...address, signal: deadline.signal }) };
}
function openTunnel(url, proxy, options) {
    const target = `${url.hostname}:${url.port || 443}`;
    return new Promise((resolve, reject) => {
        const fail = (why, cause) => reject(new request_error/* RequestError */.G('local', `${url.host}: the proxy ${proxy.host} ${why}`, { cause }));
        const request = (proxy.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request({
            ...options,
            agent: false,
            method: 'CONNECT',
            path: target,
            headers: { host: target, ...proxyHeaders(proxy) },
        });
        request.on('error', (error) => fail(`cannot be used: ${error.message}`, error));
        request.on('response', (response) => fail(`answered ${response.statusCode} instead of opening a tunnel`));
        request.on('connect', (response, socket) => {
            if (response.statusCode === 200)
                return resolve(socket);
            socket.destroy();
            fail(`answered ${response.statusCode} to CONNECT`);
        });
        request.end();
    });
}
async function readBody(response, url, { maxBytes, endOfBody }) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response) {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > maxBytes)
            throw new request_error/* RequestError */.G('too-large', `${url.host}: the body is larger than ${maxBytes} bytes`);
        if (endOfBody && chunk.includes(LINE_FEED) && endOfBody(Buffer.concat(chunks)))
            break;
    }
    return Buffer.concat(chunks);
}
function flatHeaders(headers) {
    const flat = {};
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            flat[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return flat;
}

;// CONCATENATED MODULE: ./build/src/platform/net/safe-request.js



const REDIRECTS = [301, 302, 303, 307, 308];
/** What is no secret of one origin and may follow a redirect to another. */
const HARMLESS_HEADERS = ['accept', 'accept-encoding', 'accept-language', 'user-agent'];
/**
 * One HTTP request to a place that is not trusted: a deadline over all of it, a cap on headers (64 KiB) and body, redirects
 * followed by hand (never from https to http, never with credentials, own headers or a body to another origin), addresses
 * checked after resolution and connected to as checked, TLS always verified, proxies honoured. Any status is an answer;
 * throws RequestError where there is none.
 */
async function safeRequest(target, options) {
    const url = parse(target);
    const started = performance.now();
    const limits = { maxBytes: options.maxBytes ?? 1024 * 1024, endOfBody: options.endOfBody };
    const deadlineOptions = { ms: options.timeout, target: url.host, signal: options.signal };
    const { last, answer } = await (0,deadline/* withDeadline */.N)(deadlineOptions, async (deadline) => {
        const ask = (message) => exchange(message, options.network, { deadline, limits });
        return follow(firstMessage(url, options), options.maxRedirects ?? 5, ask);
    });
    const { text, validUtf8 } = decode(answer.body);
    return { ...answer, url: last.url.href, text, validUtf8, latency: performance.now() - started };
}
function parse(target) {
    const url = URL.canParse(target) ? new URL(target) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
        throw new request_error/* RequestError */.G('refused', `${JSON.stringify(target)} is not an http or https URL`);
    }
    if (url.username !== '' || url.password !== '') {
        throw new request_error/* RequestError */.G('refused', `The URL of ${url.host} has credentials in it; give them as a header`);
    }
    url.hash = '';
    return url;
}
function firstMessage(url, options) {
    const given = Object.fromEntries(Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    return {
        url,
        method: (options.method ?? 'GET').toUpperCase(),
        // No compression: a cap on what is received is then a cap on what it unfolds to.
        headers: { accept: '*/*', 'user-agent': 'release-actions', 'accept-encoding': 'identity', ...given },
        body: options.body === undefined ? undefined : Buffer.from(options.body),
    };
}
async function follow(first, maxRedirects, ask) {
    let last = first;
    for (let redirects = 0;; redirects++) {
        const answer = await ask(last);
        const next = maxRedirects > 0 ? redirected(last, answer) : undefined;
        if (!next)
            return { last, answer };
        if (redirects === maxRedirects) {
            throw new request_error/* RequestError */.G('redirect', `${first.url.host}: more than ${maxRedirects} redirects; the last led to ${next.url.host}`);
        }
        last = next;
    }
}
/** The message that a redirect asks for. https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
function redirected(message, { status, headers }) {
    const { location } = headers;
    if (!REDIRECTS.includes(status) || !location)
        return undefined;
    const from = message.url;
    const refuse = (why) => new request_error/* RequestError */.G('redirect', `${from.host}: redirected to ${why}; not followed`);
    if (!URL.canParse(location, from.href))
        throw refuse('something that is no URL');
    const url = new URL(location, from);
    if (!['http:', 'https:'].includes(url.protocol))
        throw refuse(`a ${url.protocol} URL`);
    if (from.protocol === 'https:' && url.protocol === 'http:')
        throw refuse(`${url.host} without TLS`);
    url.username = '';
    url.password = '';
    url.hash = '';
    const keepsMethod = status >= 307 || ['GET', 'HEAD'].includes(message.method);
    const body = keepsMethod ? message.body : undefined;
    if (url.origin !== from.origin && body)
        throw refuse(`${url.host} with the body of the request`);
    return {
        url,
        method: keepsMethod ? message.method : 'GET',
        headers: headersFor(message, { sameOrigin: url.origin === from.origin, withBody: body !== undefined }),
        body,
    };
}
function headersFor(message, next) {
    const kept = Object.entries(message.headers).filter(([name]) => {
        if (!next.withBody && name.startsWith('content-'))
            return false;
        return next.sameOrigin || HARMLESS_HEADERS.includes(name);
    });
    return Object.fromEntries(kept);
}
function decode(body) {
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), validUtf8: true };
    }
    catch {
        return { text: new TextDecoder().decode(body), validUtf8: false };
    }
}


/***/ })

};
