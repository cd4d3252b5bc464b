export const id = 212;
export const ids = [212];
export const modules = {

/***/ 18041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eq: () => (/* binding */ claimOwner),
/* harmony export */   IF: () => (/* binding */ CLAIMS),
/* harmony export */   kN: () => (/* binding */ readCommit),
/* harmony export */   wk: () => (/* binding */ claimNonce)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_ensure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23019);
/* harmony import */ var _platform_github_orphan_commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13029);
/* harmony import */ var _platform_github_refs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97807);
/* harmony import */ var _platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31497);





const CLAIMS = 'release-actions/claims';
const ATTEMPTS = 4;
const TRAILER = 'Run-Id';
const CLAIM = 'A run has claimed a release: the message of this commit says which.\n';
async function claimNonce(client, claimant, options) {
    const { repository, nonce } = claimant;
    const ref = `${CLAIMS}/${nonce}`;
    const present = await claimOwner(client, claimant, options);
    if (present)
        return judge(present, claimant, true);
    const sha = await writeClaim(client, claimant, options);
    let isRepeated = false;
    const create = async () => {
        if ((await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .createRef */ ._3)(client, repository, { ref, sha }, options)) === 'created') {
            return { claimed: true, before: false };
        }
        const owner = await claimOwner(client, claimant, options);
        if (owner)
            return judge(owner, claimant, !isRepeated);
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E('unclear', `The claim refs/${ref} could neither be made nor read. Run this job again.`);
    };
    const find = async () => {
        isRepeated = true;
        const owner = await claimOwner(client, claimant, options);
        return owner && judge(owner, claimant, false);
    };
    return (0,_platform_github_ensure_js__WEBPACK_IMPORTED_MODULE_1__/* .ensure */ .D)(create, find, { attempts: ATTEMPTS });
}
function judge({ runId }, claimant, before) {
    return runId === claimant.runId ? { claimed: true, before } : { claimed: false, by: runId };
}
async function claimOwner(client, { repository, nonce }, options) {
    const sha = await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .getRef */ .cX)(client, repository, `${CLAIMS}/${nonce}`, options);
    if (sha === undefined)
        return undefined;
    const { message } = await readCommit(client, repository, sha, options);
    return { runId: new RegExp(`^${TRAILER}: (\\d+)$`, 'm').exec(message)?.[1] };
}
function writeClaim(client, claimant, options) {
    const { repository, nonce, runId } = claimant;
    const message = `Claim ${nonce}\n\n${TRAILER}: ${runId}`;
    return (0,_platform_github_orphan_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .createOrphanCommit */ .U)(client, repository, { message, path: 'claim', content: CLAIM }, options);
}
function readCommit(client, repository, sha, options) {
    const params = { ...(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerAndRepo */ .H)(repository), commit_sha: sha };
    return client.read('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', params, options);
}


/***/ }),

/***/ 73631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isSameLogin),
/* harmony export */   w: () => (/* binding */ viewerLogin)
/* harmony export */ });
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86744);

async function viewerLogin(client, options) {
    try {
        const query = 'query { viewer { login } }';
        const { viewer } = await client.graphql(query, {}, { ...options, idempotent: true });
        return viewer?.login;
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.kind === 'fault')
            return undefined;
        throw error;
    }
}
function isSameLogin(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}


/***/ }),

/***/ 35454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ carriesNonce),
/* harmony export */   z: () => (/* binding */ parseNonce)
/* harmony export */ });
const NONCE = /^(?!.*\.\.)(?!.*\.lock$)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/;
const PART_OF_WORD = /[A-Za-z0-9._-]/;
function parseNonce(text) {
    if (NONCE.test(text))
        return text;
    throw new Error('expected letters, digits, ".", "_" and "-", at most 200, with a letter or digit at both ends, no ".." and no ".lock" at the end');
}
function carriesNonce(name, nonce) {
    if (!name || nonce === '')
        return false;
    for (let at = name.indexOf(nonce); at >= 0; at = name.indexOf(nonce, at + 1)) {
        const before = name.charAt(at - 1);
        const after = name.charAt(at + nonce.length);
        if (!PART_OF_WORD.test(before) && !PART_OF_WORD.test(after))
            return true;
    }
    return false;
}


/***/ })

};
