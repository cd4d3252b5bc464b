export const id = 8717;
export const ids = [8717];
export const modules = {

/***/ 9081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _request_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(371);

/**
 * Runs work that must end within `timeoutMs`; whatever it left open is aborted when it ends. Throws a RequestError of
 * `timeout` or `cancelled` where the work has no better word for it.
 * The time is the real one: sockets and name servers know no other.
 */
async function withDeadline({ timeoutMs, target, signal }, work) {
    const controller = new AbortController();
    const cancel = () => controller.abort(new _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G('cancelled', `${target}: the request was cancelled`));
    const expire = () => {
        controller.abort(new _request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G('timeout', `${target}: no complete answer within ${Math.round(timeoutMs)} ms`));
    };
    const timer = setTimeout(expire, timeoutMs);
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

/***/ 8717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ safeRequest)
});

;// CONCATENATED MODULE: ./build/src/platform/net/body-text.js
/** The text of a body in the charset that its content type, or a mark at its beginning, declares. */
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
/** A byte order mark outranks what is declared. https://encoding.spec.whatwg.org/#bom-sniff */
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

// EXTERNAL MODULE: ./build/src/platform/net/deadline.js
var deadline = __webpack_require__(9081);
// EXTERNAL MODULE: ./build/src/platform/net/redirects.js
var redirects = __webpack_require__(8544);
// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(371);
// EXTERNAL MODULE: ./build/src/platform/net/transport.js + 3 modules
var net_transport = __webpack_require__(5912);
;// CONCATENATED MODULE: ./build/src/platform/net/safe-request.js





/** What is no secret of one origin and may follow a redirect to another. */
const HARMLESS_HEADERS = ['accept', 'accept-encoding', 'accept-language', 'user-agent'];
/**
 * One HTTP request with the rules of its network: a deadline over all of it, a cap on headers (64 KiB) and body, redirects
 * followed by hand (never from https to http, never with credentials, own headers or a body to another origin), addresses
 * checked after resolution and connected to as checked, TLS always verified, proxies honoured. Any status is an answer; where
 * there is none a RequestError is thrown, whose kind is `unclear` for a write that the server may have seen.
 */
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
    // Who is not trusted may not have anything unfolded here; a stream of lines is read as it comes.
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
/** The message that a redirect asks for. Throws a RequestError where it is not followed. */
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

};
