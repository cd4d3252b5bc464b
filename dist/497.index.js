export const id = 497;
export const ids = [497];
export const modules = {

/***/ 6744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ AmbiguousWrite),
/* harmony export */   hN: () => (/* binding */ Paused),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

/** A request that failed, explained: method, path, status, likely cause, what to do, request id. */
class GitHubError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y {
    name = 'GitHubError';
    method;
    path;
    status;
    requestId;
    said;
    constructor(failure, explanation, options) {
        super(describe(failure, explanation), options);
        this.method = failure.method;
        this.path = failure.path;
        this.status = failure.status;
        this.requestId = failure.requestId;
        this.said = failure.said;
    }
}
/** A write whose effect may or may not have happened: look before doing it again. */
class AmbiguousWrite extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y {
    name = 'AmbiguousWrite';
    method;
    path;
    status;
    requestId;
    said;
    constructor(failure, reason, options) {
        super(describe(failure, `${reason} GitHub may or may not have acted on it; look before it is sent again.`), options);
        this.method = failure.method;
        this.path = failure.path;
        this.status = failure.status;
        this.requestId = failure.requestId;
        this.said = failure.said;
    }
}
/** The token is rate limited for longer than the caller is willing to wait; nothing was sent. */
class Paused extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y {
    name = 'Paused';
    /** Milliseconds since the epoch from which requests may be sent again. */
    until;
    reason;
    constructor(reason, until) {
        super(`GitHub asked for a pause (${reason}) that outlasts this request's deadline. Nothing is sent before ${new Date(until).toISOString()}; come back then.`);
        this.until = until;
        this.reason = reason;
    }
}
function describe({ method, path, status, requestId, said }, explanation) {
    const outcome = status > 0 ? `answered ${status}` : 'failed';
    const quote = said ? ` (${JSON.stringify(said.slice(0, 300))})` : '';
    const id = requestId ? ` Request id ${requestId}.` : '';
    return `${method} ${path} ${outcome}${quote}. ${explanation}${id}`.replace(/[\r\n]+/g, ' ');
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCalls: () => (/* binding */ githubCalls)
/* harmony export */ });
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6744);

/** Calls by a client. A PATCH of ours sets what is wanted, so it may be sent twice; what creates something may not. */
function githubCalls(client, { signal, redact }) {
    return async (method, path, body = {}) => {
        if (method !== 'GET') {
            const clean = JSON.parse(redact(JSON.stringify(body)));
            const send = method === 'PATCH' ? client.writeIdempotent : client.write;
            return (await send.call(client, `${method} ${path}`, clean, { signal })).data;
        }
        try {
            return await client.read(`GET ${path}`, {}, { signal });
        }
        catch (error) {
            if (error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 404)
                return undefined;
            throw error;
        }
    };
}


/***/ })

};
