export const id = 54;
export const ids = [54];
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





/** Where claims stand, without `refs/`: neither branches nor tags, so nobody fetches them and no workflow starts. */
const CLAIMS = 'release-actions/claims';
const ATTEMPTS = 4;
const TRAILER = 'Run-Id';
/** The same in every claim, so that they share one tree. */
const CLAIM = 'A run has claimed a release: the message of this commit says which.\n';
/**
 * Claims a nonce for a run: of all runs that ever try, exactly one gets it, and that one gets it again whenever it is run
 * again. An unclear answer is settled by looking. Throws AmbiguousWrite where even that stays unclear.
 */
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
        // The one that is there may be ours, from the attempt before.
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
    // To put a ref where there is none is safe to repeat: only one of the two can win.
    return (0,_platform_github_ensure_js__WEBPACK_IMPORTED_MODULE_1__/* .ensure */ .D)(create, find, { attempts: ATTEMPTS });
}
function judge({ runId }, claimant, before) {
    return runId === claimant.runId ? { claimed: true, before } : { claimed: false, by: runId };
}
/** The run that has claimed the nonce; undefined where none has. */
async function claimOwner(client, { repository, nonce }, options) {
    const sha = await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .getRef */ .cX)(client, repository, `${CLAIMS}/${nonce}`, options);
    if (sha === undefined)
        return undefined;
    const { message } = await readCommit(client, repository, sha, options);
    return { runId: new RegExp(`^${TRAILER}: (\\d+)$`, 'm').exec(message)?.[1] };
}
/** The claim itself: a commit that names the run. It has no parents, so it keeps nothing of the history alive. */
function writeClaim(client, claimant, options) {
    const { repository, nonce, runId } = claimant;
    const message = `Claim ${nonce}\n\n${TRAILER}: ${runId}`;
    return (0,_platform_github_orphan_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .createOrphanCommit */ .U)(client, repository, { message, path: 'claim', content: CLAIM }, options);
}
/** A commit as git knows it. */
function readCommit(client, repository, sha, options) {
    const params = { ...(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerAndRepo */ .H)(repository), commit_sha: sha };
    return client.read('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', params, options);
}


/***/ }),

/***/ 35454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ carriesNonce),
/* harmony export */   z: () => (/* binding */ parseNonce)
/* harmony export */ });
/**
 * A nonce is one word of 1 to 200 letters, digits, `.`, `_` and `-`, with a letter or digit at both ends, without `..` and
 * without `.lock` at its end: so it is one component of a git ref's name, where a claim stands
 * (https://git-scm.com/docs/git-check-ref-format), and it can be found again as a word of its own in a run's name.
 */
const NONCE = /^(?!.*\.\.)(?!.*\.lock$)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/;
const PART_OF_WORD = /[A-Za-z0-9._-]/;
/** The text, where it is a nonce. Throws an Error that says what was expected. */
function parseNonce(text) {
    if (NONCE.test(text))
        return text;
    throw new Error('expected letters, digits, ".", "_" and "-", at most 200, with a letter or digit at both ends, no ".." and no ".lock" at the end');
}
/** Whether a run's name carries the nonce as a word of its own: `t1.web.1` is not carried by `t1.web.11`. */
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
