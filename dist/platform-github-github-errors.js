export const id = 7594;
export const ids = [7594];
export const modules = {

/***/ 6744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ AmbiguousWrite),
/* harmony export */   hN: () => (/* binding */ Paused),
/* harmony export */   iK: () => (/* binding */ GitHubFailure),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

/** A call that did not succeed, explained: method, path, status, likely cause, what to do, request id. */
class GitHubFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E {
    method;
    path;
    status;
    requestId;
    said;
    constructor(kind, call, explanation, options) {
        super(kind, describe(call, explanation), options);
        this.method = call.method;
        this.path = call.path;
        this.status = call.status;
        this.requestId = call.requestId;
        this.said = call.said;
    }
}
/** GitHub did certainly not do it: a `fault` where it will say no again, `passing` where it may be asked again. */
class GitHubError extends GitHubFailure {
    name = 'GitHubError';
    /** Without a kind the status tells: no answer, 429 and 5xx pass. */
    constructor(call, explanation, options) {
        const passes = call.status === 0 || call.status === 429 || call.status >= 500;
        super(call.kind ?? (passes ? 'passing' : 'fault'), call, explanation, options);
    }
}
/** A write whose effect may or may not have happened: look before doing it again. */
class AmbiguousWrite extends GitHubFailure {
    name = 'AmbiguousWrite';
    constructor(call, reason, options) {
        super('unclear', call, `${reason} GitHub may or may not have acted on it; look before it is sent again.`, options);
    }
}
/** The token is rate limited for longer than the caller is willing to wait; nothing was sent. */
class Paused extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E {
    name = 'Paused';
    /** Milliseconds since the epoch from which requests may be sent again. */
    until;
    reason;
    constructor(reason, until) {
        super('paused', `GitHub asked for a pause (${reason}) that outlasts this request's deadline. Nothing is sent before ${new Date(until).toISOString()}; come back then.`);
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

/***/ 1497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ownerAndRepo),
/* harmony export */   b: () => (/* binding */ ownerOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

/** The two parts of `owner/name`, named as in GitHub's routes. Throws a UserError for text that is no repository. */
function ownerAndRepo(repository) {
    const [owner = '', repo = '', more] = repository.split('/');
    if (owner === '' || repo === '' || more !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${JSON.stringify(repository)} is not a repository: expected owner/name.`);
    }
    return { owner, repo };
}
/** The owner in `owner/name`. Throws a UserError for text that is no repository. */
function ownerOf(repository) {
    return ownerAndRepo(repository).owner;
}


/***/ })

};
