export const id = 9433;
export const ids = [9433, 9081, 6541, 9427];
export const modules = {

/***/ 79266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ certificateOf)
/* harmony export */ });
const LONGEST_CHAIN = 10;
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

/***/ 55386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yG: () => (/* binding */ checkedLookup),
  VS: () => (/* binding */ createNetwork),
  Zn: () => (/* binding */ requireReachable),
  p0: () => (/* binding */ resolveHost)
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

const PRIVATE = blockList(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '100.64.0.0/10'], ['198.18.0.0/15', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'], ['::1/128', 'fc00::/7', '2001:db8::/32']);
const CLOSED = blockList(['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.88.99.0/24', '224.0.0.0/3'], ['168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::254/128', 'fd20:ce::254/128'], ['2001::/23', '64:ff9b:1::/48']);
const GLOBAL_UNICAST = blockList(['2000::/3']);
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

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/src/platform/net/agents.js


function createAgents() {
    const agents = new Map();
    return (route) => {
        const key = `${route.secure} ${route.kept} ${route.proxy?.href}`;
        const known = agents.get(key) ?? createAgent(route);
        agents.set(key, known);
        return known;
    };
}
function createAgent({ secure, proxy, kept }) {
    const proxyEnv = proxy && { http_proxy: proxy.href, https_proxy: proxy.href };
    const options = { keepAlive: kept, ...(proxyEnv && { proxyEnv }) };
    return secure ? new external_node_https_.Agent(options) : new external_node_http_.Agent(options);
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
;// CONCATENATED MODULE: ./build/src/platform/net/network.js







function createNetwork(options = {}) {
    const { trusted = false, ca, identity } = options;
    if (ca !== undefined)
        new external_node_crypto_.X509Certificate(ca);
    let context;
    return {
        trusted,
        allowPrivateNetwork: options.allowPrivateNetwork ?? trusted,
        lookup: options.lookup ?? ((hostname) => (0,promises_.lookup)(hostname, { all: true })),
        env: options.env ?? {},
        secureContext: () => {
            context ??= (0,external_node_tls_.createSecureContext)({
                ...(ca !== undefined && { ca: [...(0,external_node_tls_.getCACertificates)('default'), ca] }),
                ...identity,
            });
            return context;
        },
        authorityHint: options.authorityHint ?? 'an own authority can be given as ca-file',
        agents: createAgents(),
    };
}
function requireReachable(host, network) {
    const address = host.replace(/^\[(.*)\]$/, '$1');
    if ((0,external_node_net_.isIP)(address) > 0)
        requireAllowed(address, address, network);
}
async function resolveHost(host, network) {
    const name = host.replace(/^\[(.*)\]$/, '$1');
    const family = (0,external_node_net_.isIP)(name);
    const addresses = family > 0 ? [{ address: name, family }] : await network.lookup(name);
    if (addresses.length === 0)
        throw new request_error/* RequestError */.G('name', `${name} has no address`);
    for (const { address } of addresses)
        requireAllowed(address, name, network);
    return addresses;
}
function checkedLookup(network) {
    return (hostname, options, callback) => {
        resolveHost(hostname, network).then((addresses) => {
            const [first] = addresses;
            if (options.all)
                callback(null, [...addresses]);
            else
                callback(null, first?.address ?? '', first?.family);
        }, (error) => callback(error, '', 0));
    };
}
function requireAllowed(address, name, { allowPrivateNetwork }) {
    const reach = reachOf(address);
    if (reach === 'public' || (reach === 'private' && allowPrivateNetwork))
        return;
    const shown = address === name ? name : `${name} (which resolves to ${address})`;
    throw new request_error/* RequestError */.G('refused', reach === 'private'
        ? `${shown} is a private address, which is refused unless allow-private-network is true`
        : `${shown} is link-local, a metadata service or not the address of a host; it is never requested`);
}


/***/ }),

/***/ 78544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redirectTarget),
/* harmony export */   a: () => (/* binding */ keepsMethod)
/* harmony export */ });
const REDIRECTS = [301, 302, 303, 307, 308];
function keepsMethod(status, method) {
    return status >= 307 || method === 'GET' || method === 'HEAD';
}
function redirectTarget(from, { status, headers }) {
    const { location = '' } = headers;
    if (!REDIRECTS.includes(status))
        return undefined;
    if (location === '' || !URL.canParse(location, from.href))
        return { refused: 'something that is no URL' };
    const to = new URL(location, from);
    if (!['http:', 'https:'].includes(to.protocol))
        return { refused: `a ${to.protocol} URL` };
    if (from.protocol === 'https:' && to.protocol === 'http:')
        return { refused: `${to.host} without TLS` };
    to.username = '';
    to.password = '';
    to.hash = '';
    return { to };
}


/***/ }),

/***/ 20371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError),
/* harmony export */   l: () => (/* binding */ requestErrorOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

const FAULTS = ['refused', 'tls', 'too-large', 'redirect'];
class RequestError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E {
    name = 'RequestError';
    failure;
    sent;
    constructor(failure, message, { sent = false, kind, ...options } = {}) {
        super(kind ?? (FAULTS.includes(failure) ? 'fault' : 'passing'), message, options);
        this.failure = failure;
        this.sent = sent;
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
    DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'its certificate is self-signed'],
    SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'its certificate is from an unknown authority'],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'its certificate is from an unknown authority, or the chain is incomplete'],
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
        'tls',
        'its certificate is from an unknown authority, or the chain is incomplete',
    ],
    ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'its certificate is for another name'],
    HPE_HEADER_OVERFLOW: ['too-large', 'its headers are larger than 64 KiB'],
};
const UNSENDABLE = /^ERR_(INVALID_CHAR|INVALID_HTTP_TOKEN|HTTP_INVALID_HEADER_VALUE|UNESCAPED_CHARACTERS)$/;
function requestErrorOf(error, target, options = {}) {
    if (error instanceof RequestError)
        return error;
    const [first] = error?.errors ?? [];
    const { code = '', message = String(error) } = (first ?? error);
    const about = { cause: error, ...options };
    const said = `${message.split('\n', 1)[0]}${code ? ` (${code})` : ''}`;
    if (UNSENDABLE.test(code)) {
        return new RequestError('local', `${target}: the request cannot be sent: ${said}`, { ...about, kind: 'fault' });
    }
    const known = BY_CODE[code];
    if (known)
        return new RequestError(known[0], `${target}: ${known[1]} (${code})`, about);
    const failure = code.startsWith('HPE_')
        ? 'protocol'
        : /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|UNABLE_)/.test(code)
            ? 'tls'
            : 'connection';
    return new RequestError(failure, `${target}: ${said}`, about);
}


/***/ }),

/***/ 29822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ watched),
/* harmony export */   W: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _request_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20371);


function watched(lookup, course) {
    return (hostname, options, callback) => {
        course.resolving = true;
        lookup(hostname, options, (...answer) => {
            course.resolving = false;
            callback(...answer);
        });
    };
}
function explain(error, { signal, ...circumstances }) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E && !(error instanceof _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G))
        return error;
    if (!signal.aborted)
        return explained(error, circumstances);
    const { reason } = signal;
    const { target, isWrite, course } = circumstances;
    if (!(reason instanceof _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G) || reason.failure !== 'timeout')
        return reason;
    if (course.resolving)
        return new _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G('local', `${target}: the name could not be resolved in time`);
    const kind = course.sent && isWrite ? 'unclear' : 'passing';
    return new _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G('timeout', reason.message, { sent: course.sent, kind });
}
function explained(error, { target, network, course: { sent }, proxy, isWrite }) {
    const { failure, message, ...known } = (0,_request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .requestErrorOf */ .l)(error, target, { sent });
    if (sent) {
        const kind = isWrite ? 'unclear' : known.kind;
        return new _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G(failure, message, { sent, kind, cause: error });
    }
    if (failure === 'tls')
        return new _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G(failure, `${message}; ${network.authorityHint}`, { cause: error });
    if (proxy && ['name', 'connection', 'timeout', 'protocol'].includes(failure)) {
        const why = statusOf(error) ?? message.replace(`${target}: `, '');
        const text = `${target}: the proxy ${proxy.host} opened no connection: ${why}. Check the proxy's variables and no_proxy`;
        return new _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G('local', text, { cause: error });
    }
    return new _request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G(failure, message, { kind: known.kind, cause: error });
}
function statusOf(error) {
    const status = error.statusCode;
    return typeof status === 'number' ? `it answered ${status} to CONNECT` : undefined;
}


/***/ }),

/***/ 19748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ createTransport)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/platform/net/content-encoding.js

async function unpack(bytes, encoding, maxBytes) {
    const names = (encoding ?? '').split(',').map((name) => name.trim().toLowerCase());
    let unpacked = bytes;
    for (const name of names.reverse()) {
        if (name === '' || name === 'identity' || unpacked.byteLength === 0)
            continue;
        const result = await unpackOne(unpacked, name, maxBytes);
        if (typeof result === 'string')
            return result;
        unpacked = result;
    }
    return unpacked;
}
async function unpackOne(bytes, name, maxBytes) {
    const zlib = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38522, 19));
    const options = { maxOutputLength: maxBytes };
    const ways = {
        gzip: [() => (0,external_node_util_.promisify)(zlib.gunzip)(bytes, options)],
        'x-gzip': [() => (0,external_node_util_.promisify)(zlib.gunzip)(bytes, options)],
        br: [() => (0,external_node_util_.promisify)(zlib.brotliDecompress)(bytes, options)],
        deflate: [() => (0,external_node_util_.promisify)(zlib.inflate)(bytes, options), () => (0,external_node_util_.promisify)(zlib.inflateRaw)(bytes, options)],
        zstd: [() => (0,external_node_util_.promisify)(zlib.zstdDecompress)(bytes, options)],
    };
    const attempts = Object.hasOwn(ways, name) ? (ways[name] ?? []) : [];
    let failure = attempts.length === 0 ? 'unknown' : 'damaged';
    for (const attempt of attempts) {
        try {
            return await attempt();
        }
        catch (error) {
            if (error.code === 'ERR_BUFFER_TOO_LARGE')
                failure = 'too-large';
        }
    }
    return failure;
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
;// CONCATENATED MODULE: ./build/src/platform/net/body.js


const LINE_FEED = 10;
async function readBody(response, host, limits) {
    const tooLarge = () => new request_error/* RequestError */.G('too-large', `${host}: the body is larger than ${limits.maxBytes} bytes`, {
        sent: true,
    });
    if (limits.sink && response.statusCode === 200)
        return intoSink(response, host, { ...limits, sink: limits.sink });
    const isEnd = limits.endOfBody?.(response.headers);
    const chunks = [];
    let size = 0;
    for await (const chunk of response) {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > limits.maxBytes)
            throw tooLarge();
        if (isEnd && chunk.includes(LINE_FEED) && isEnd(Buffer.concat(chunks)))
            break;
    }
    const bytes = Buffer.concat(chunks, size);
    const encoding = response.headers['content-encoding'];
    if (encoding === undefined || size === 0)
        return bytes;
    const unpacked = await unpack(bytes, encoding, limits.maxBytes);
    if (typeof unpacked !== 'string')
        return unpacked;
    if (unpacked === 'too-large')
        throw tooLarge();
    const why = unpacked === 'unknown' ? 'in a way that is not understood' : 'but is damaged or not complete';
    throw new request_error/* RequestError */.G('protocol', `${host}: the body is encoded as ${encoding.slice(0, 40)}, ${why}`, {
        sent: true,
    });
}
async function intoSink(response, host, { sink }) {
    const encoding = response.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity')
        throw new request_error/* RequestError */.G('protocol', `${host}: the body is encoded as ${encoding.slice(0, 40)}, which nobody asked for`, {
            sent: true,
        });
    await sink.begin();
    let size = 0;
    for await (const chunk of response) {
        size += chunk.byteLength;
        await sink.write(chunk);
    }
    const announced = Number(response.headers['content-length'] ?? size);
    if (announced !== size || !response.complete)
        throw new request_error/* RequestError */.G('connection', `${host}: the body ended after ${size} of ${announced} bytes`, { sent: true });
    return new Uint8Array();
}

// EXTERNAL MODULE: ./build/src/platform/net/certificate.js
var net_certificate = __webpack_require__(79266);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 2 modules
var net_network = __webpack_require__(55386);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/src/platform/net/proxy.js


function proxyFor(url, env) {
    const name = `${url.protocol.slice(0, -1)}_proxy`;
    const own = variable(env, name);
    const value = own ?? variable(env, 'all_proxy');
    if (value === undefined || isExempt(url, variable(env, 'no_proxy') ?? ''))
        return undefined;
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const proxy = URL.canParse(text) ? new URL(text) : undefined;
    if (proxy && ['http:', 'https:'].includes(proxy.protocol))
        return proxy;
    if (own === undefined)
        return undefined;
    throw new request_error/* RequestError */.G('local', `${url.host}: the variable ${name} names no proxy that can be used${proxy ? ` (its scheme is ${proxy.protocol})` : ''}; expected http://HOST:PORT`, { kind: 'fault' });
}
function variable(env, name) {
    return env[name]?.trim() || env[name.toUpperCase()]?.trim() || undefined;
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
const FIRST_NODE = [24, 5];
function requireProxySupport(url, proxy, version = process.versions.node) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major > FIRST_NODE[0] || (major === FIRST_NODE[0] && minor >= FIRST_NODE[1]))
        return;
    throw new request_error/* RequestError */.G('local', `${url.host} is reached by the proxy ${proxy.host}, which Node ${version} cannot use; it takes Node ${FIRST_NODE.join('.')} or later, as the runner 2.336 brings it: update the runner, or list the host in no_proxy`, { kind: 'fault' });
}

// EXTERNAL MODULE: ./build/src/platform/net/transport-errors.js
var transport_errors = __webpack_require__(29822);
;// CONCATENATED MODULE: ./build/src/platform/net/upload.js
const PATIENCE_MS = 1_500;
function uploadHeaders({ bytes }) {
    return { 'content-length': String(bytes), expect: '100-continue' };
}
function uploadWhenWanted(request, upload) {
    let source;
    const start = () => {
        if (source || request.destroyed)
            return;
        source = upload.open();
        source.on('error', (error) => request.destroy(error));
        source.pipe(request);
    };
    const timer = setTimeout(start, PATIENCE_MS);
    request.on('continue', start);
    request.on('response', (response) => {
        clearTimeout(timer);
        response.on('close', () => request.destroy());
    });
    request.on('close', () => {
        clearTimeout(timer);
        source?.destroy();
    });
    request.flushHeaders();
}

;// CONCATENATED MODULE: ./build/src/platform/net/transport.js










const MAX_HEADER_BYTES = 64 * 1024;
function createTransport(network) {
    return (message, limits) => exchange(message, network, limits);
}
async function exchange(message, network, limits) {
    const { url, method } = message;
    const course = { sent: false, resolving: false };
    const onSent = () => {
        course.sent = true;
        limits.onSent?.();
    };
    let proxy;
    try {
        (0,net_network/* requireReachable */.Zn)(url.hostname, network);
        proxy = proxyFor(url, network.env);
        if (proxy)
            await checkProxied(url, proxy, network);
        const lookup = (0,transport_errors/* watched */.V)((0,net_network/* checkedLookup */.yG)(network), course);
        const route = { kept: network.trusted && isSafe(method), proxy, lookup };
        const response = await send(message, network, { ...limits, route, onSent });
        const { socket } = response;
        const certificate = socket instanceof external_node_tls_.TLSSocket && !network.trusted ? (0,net_certificate/* certificateOf */.t)(socket) : undefined;
        const bytes = await readBody(response, url.host, limits);
        const { statusCode: status = 0, headers } = response;
        return { status, headers: flatHeaders(headers), cookies: headers['set-cookie'] ?? [], bytes, certificate };
    }
    catch (error) {
        throw (0,transport_errors/* explain */.W)(error, { target: url.host, network, course, signal: limits.signal, proxy, isWrite: !isSafe(method) });
    }
}
function send(message, network, sending) {
    const { url, method, headers, body, upload } = message;
    const { route, signal, timeoutMs, onSent } = sending;
    const secure = url.protocol === 'https:';
    const length = body ? { 'content-length': String(body.byteLength) } : upload ? uploadHeaders(upload) : {};
    const options = {
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port || (secure ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        method,
        signal,
        agent: network.agents({ ...route, secure }),
        maxHeaderSize: MAX_HEADER_BYTES,
        ...(route.proxy ? { timeout: timeoutMs } : { lookup: route.lookup }),
        ...(secure ? { rejectUnauthorized: true, secureContext: network.secureContext() } : {}),
        headers: { host: url.host, ...headers, ...length },
    };
    return new Promise((resolve, reject) => {
        const request = (secure ? external_node_https_namespaceObject : external_node_http_namespaceObject).request(options);
        request.on('socket', (socket) => {
            if (socket.connecting || (secure && !isSecured(socket)))
                socket.once(secure ? 'secureConnect' : 'connect', onSent);
            else
                onSent();
        });
        request.on('error', (error) => {
            if (!request.reusedSocket || error.code !== 'ECONNRESET')
                return reject(error);
            resolve(send(message, network, { ...sending, route: { ...route, kept: false } }));
        });
        request.on('response', resolve);
        request.on('upgrade', (_, socket) => {
            socket.destroy();
            reject(new request_error/* RequestError */.G('protocol', `${url.host}: the server switched protocols without being asked`));
        });
        if (message.upload)
            uploadWhenWanted(request, message.upload);
        else
            request.end(body);
    });
}
function isSecured(socket) {
    return socket instanceof external_node_tls_.TLSSocket && socket.authorized;
}
function isSafe(method) {
    return method === 'GET' || method === 'HEAD';
}
async function checkProxied(url, proxy, network) {
    requireProxySupport(url, proxy);
    if (network.trusted)
        return;
    await (0,net_network/* resolveHost */.p0)(url.hostname, network).catch((error) => {
        if (error instanceof request_error/* RequestError */.G && error.failure === 'refused')
            throw error;
    });
}
function flatHeaders(headers) {
    const flat = {};
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            flat[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return flat;
}


/***/ }),

/***/ 35663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vp: () => (/* binding */ runUrl),
/* harmony export */   d5: () => (/* binding */ ownRepository),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   pO: () => (/* binding */ runContext)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);



function runContext(env) {
    const given = (name) => env[name] || undefined;
    const refName = given('GITHUB_REF_NAME');
    const refType = given('GITHUB_REF_TYPE');
    const headBranch = given('GITHUB_HEAD_REF');
    return {
        repository: given('GITHUB_REPOSITORY'),
        owner: given('GITHUB_REPOSITORY_OWNER'),
        runId: given('GITHUB_RUN_ID'),
        runAttempt: given('GITHUB_RUN_ATTEMPT'),
        commit: given('GITHUB_SHA'),
        branch: refType === 'branch' && headBranch === undefined ? refName : undefined,
        tag: refType === 'tag' ? refName : undefined,
        refName,
        ref: given('GITHUB_REF'),
        headBranch,
        actor: given('GITHUB_ACTOR'),
        event: given('GITHUB_EVENT_NAME'),
        workflow: given('GITHUB_WORKFLOW'),
        job: given('GITHUB_JOB'),
        step: given('GITHUB_ACTION'),
        workflowRef: given('GITHUB_WORKFLOW_REF'),
        actionRepository: given('GITHUB_ACTION_REPOSITORY'),
        serverUrl: given('GITHUB_SERVER_URL'),
        apiUrl: given('GITHUB_API_URL') ?? 'https://api.github.com',
        eventPath: given('GITHUB_EVENT_PATH'),
    };
}
function runUrl({ serverUrl, repository, runId }) {
    return serverUrl && repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined;
}
function ownRepository(env) {
    const { repository } = runContext(env);
    if (repository !== undefined)
        return repository;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('GITHUB_REPOSITORY is not set: this action runs in a job of GitHub Actions, which sets it.');
}
async function readEvent(env, workspace = '') {
    const { eventPath } = runContext(env);
    if (eventPath === undefined)
        return undefined;
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, eventPath), 'utf8'));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The event of this job cannot be read from GITHUB_EVENT_PATH: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ })
,

/***/ 39081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _request_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20371);

async function withDeadline({ timeoutMs, target, signal }, work) {
    const controller = new AbortController();
    const cancel = () => controller.abort(new _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G('cancelled', `${target}: the request was cancelled`));
    const expire = () => {
        controller.abort(new _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G('timeout', `${target}: no complete answer within ${Math.round(timeoutMs)} ms`));
    };
    const timer = setTimeout(expire, timeoutMs);
    signal?.addEventListener('abort', cancel, { once: true });
    const aborted = rejection(controller.signal);
    const overdue = aborted.catch((reason) => new Promise((_, reject) => setImmediate(reject, reason)));
    overdue.catch(() => undefined);
    if (signal?.aborted)
        cancel();
    const deadline = {
        signal: controller.signal,
        race: (part) => Promise.race([aborted, part]),
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


/***/ })
,

/***/ 56541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ safeRequest)
});

;// CONCATENATED MODULE: ./build/src/platform/net/body-text.js
function bodyText(bytes, contentType = '') {
    const declared = /;\s*charset\s*=\s*"?([\w.:-]+)"?/i.exec(contentType)?.[1];
    const charset = markedCharset(bytes) ?? (declared !== undefined && isKnown(declared) ? declared : 'utf-8');
    try {
        return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), validText: true, charset };
    }
    catch {
        return { text: new TextDecoder(charset).decode(bytes), validText: false, charset };
    }
}
function markedCharset([first, second, third]) {
    if (first === 0xef && second === 0xbb && third === 0xbf)
        return 'utf-8';
    if (first === 0xfe && second === 0xff)
        return 'utf-16be';
    return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}
function isKnown(charset) {
    try {
        new TextDecoder(charset);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/platform/net/cookie-jar.js
const MOST_COOKIES = 50;
const LONGEST_COOKIE = 4_096;
class CookieJar {
    #byOrigin = new Map();
    keep({ origin }, cookies) {
        const kept = this.#byOrigin.get(origin) ?? new Map();
        for (const cookie of cookies) {
            const [, name = '', value = ''] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(cookie) ?? [];
            if (name === '' || cookie.length > LONGEST_COOKIE || kept.size >= MOST_COOKIES)
                continue;
            kept.set(name, value.trim());
        }
        if (kept.size > 0)
            this.#byOrigin.set(origin, kept);
    }
    withCookies(message) {
        const kept = this.#byOrigin.get(message.url.origin);
        if (!kept)
            return message;
        const own = message.headers.cookie;
        const cookie = [...(own ? [own] : []), ...[...kept].map(([name, value]) => `${name}=${value}`)].join('; ');
        return { ...message, headers: { ...message.headers, cookie } };
    }
}

// EXTERNAL MODULE: ./build/src/platform/net/deadline.js
var deadline = __webpack_require__(39081);
// EXTERNAL MODULE: ./build/src/platform/net/redirects.js
var redirects = __webpack_require__(78544);
// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
// EXTERNAL MODULE: ./build/src/platform/net/transport.js + 4 modules
var net_transport = __webpack_require__(19748);
;// CONCATENATED MODULE: ./build/src/platform/net/safe-request.js






const HARMLESS_HEADERS = ['accept', 'accept-encoding', 'accept-language', 'user-agent'];
async function safeRequest(target, options) {
    const url = parse(target);
    const started = performance.now();
    const { network, timeoutMs, signal, endOfBody, maxBytes = 1024 * 1024 } = options;
    const transport = (0,net_transport/* createTransport */.o)(network);
    const { last, answer } = await (0,deadline/* withDeadline */.N)({ timeoutMs, target: url.host, signal }, async (deadline) => {
        const ask = (message) => transport(message, { maxBytes, endOfBody, timeoutMs, signal: deadline.signal });
        return follow(firstMessage(url, options), options.maxRedirects ?? 5, ask);
    });
    const { bytes, status, headers, certificate } = answer;
    const latency = performance.now() - started;
    return {
        status,
        headers,
        certificate,
        body: bytes,
        ...bodyText(bytes, headers['content-type']),
        url: last.url.href,
        latency,
    };
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
    const encoding = { 'accept-encoding': options.network.trusted && !options.endOfBody ? 'gzip' : 'identity' };
    return {
        url,
        method: (options.method ?? 'GET').toUpperCase(),
        headers: { accept: '*/*', 'user-agent': 'release-actions', ...encoding, ...given },
        body: options.body === undefined ? undefined : Buffer.from(options.body),
    };
}
async function follow(first, maxRedirects, ask) {
    let last = first;
    const jar = new CookieJar();
    for (let redirects = 0;; redirects++) {
        const answer = await ask(jar.withCookies(last));
        jar.keep(last.url, answer.cookies);
        const next = maxRedirects > 0 ? redirected(last, answer) : undefined;
        if (!next)
            return { last, answer };
        if (redirects === maxRedirects) {
            throw new request_error/* RequestError */.G('redirect', `${first.url.host}: more than ${maxRedirects} redirects; the last led to ${next.url.host}`);
        }
        last = next;
    }
}
function redirected(message, reply) {
    const from = message.url;
    const target = reply.headers.location ? (0,redirects/* redirectTarget */.E)(from, reply) : undefined;
    if (!target)
        return undefined;
    const refuse = (why) => new request_error/* RequestError */.G('redirect', `${from.host}: redirected to ${why}; not followed`, { sent: true });
    if ('refused' in target)
        throw refuse(target.refused);
    const { to: url } = target;
    const keeps = (0,redirects/* keepsMethod */.a)(reply.status, message.method);
    const body = keeps ? message.body : undefined;
    if (url.origin !== from.origin && body)
        throw refuse(`${url.host} with the body of the request`);
    return {
        url,
        method: keeps ? message.method : 'GET',
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


/***/ })
,

/***/ 29427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ WEB_PAGE)
/* harmony export */ });
const WEB_PAGE = /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i;


/***/ })

};
