export const id = 204;
export const ids = [204];
export const modules = {

/***/ 2818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ readHubEvent),
/* harmony export */   Md: () => (/* binding */ payloadOf),
/* harmony export */   cd: () => (/* binding */ SELF_TEST)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4339);

/** The event that answers a self-test of a source. */
const SELF_TEST = 'release-actions-self-test';
/** The payload for a push, and what of it the hub is told. */
function payloadOf(push, { components }) {
    const { repository: source_repo, ref, sha, before = null, run } = push;
    return { format: 1, source_repo, ref, sha, before, component: components.join(','), run };
}
/** Reads a repository_dispatch event (its type, sender and client_payload) leniently: what is missing is undefined. */
function readHubEvent(event) {
    const { action, client_payload, sender } = asRecord(event);
    const payload = asRecord(client_payload);
    return {
        type: textOf(action) ?? '',
        sender: textOf(asRecord(sender).login),
        source: textOf(payload.source_repo) ?? textOf(payload.repository),
        ref: textOf(payload.ref),
        sha: textOf(payload.sha),
        components: listOf(payload.components ?? payload.component),
        environment: textOf(payload.environment),
    };
}
function asRecord(value) {
    return (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(value) ? value : {};
}
function textOf(value) {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
/** A list, or a text with commas; each id once. */
function listOf(value) {
    const parts = Array.isArray(value) ? value.map(String) : (textOf(value) ?? '').split(',');
    return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}


/***/ }),

/***/ 9593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare)
/* harmony export */ });
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1497);


/** GitHub tells no more changed files than these: https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300;
/** Compares two commits or refs; undefined where GitHub knows one of them not (any more), or they share no history. */
async function compare(client, repository, { base, head }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), basehead: `${base}...${head}` };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIs404 */ .YT)(async () => {
        const { status, files } = await client.read('GET /repos/{owner}/{repo}/compare/{basehead}', params, options);
        const paths = (files ?? []).flatMap(({ filename, previous_filename: before }) => before === undefined ? [filename] : [filename, before]);
        return { status, files: paths, complete: files !== undefined && files.length < MOST_FILES };
    });
}


/***/ })

};
