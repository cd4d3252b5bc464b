export const id = 3471;
export const ids = [3471];
export const modules = {

/***/ 3471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ COMMIT_STATES),
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   vM: () => (/* binding */ listStatuses)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1497);



/** The states that a commit status can have. */
const COMMIT_STATES = ['pending', 'success', 'failure', 'error'];
/** GitHub refuses a longer one. https://docs.github.com/rest/commits/statuses#create-a-commit-status */
const LONGEST_DESCRIPTION = 140;
const MOST_STATUSES = 1_000;
/** Sets a commit status; the same one twice does no harm. Throws with what the token lacks, or why the commit takes none. */
async function setStatus(client, repository, { sha, context, state, description, targetUrl }, options = {}) {
    const body = { context, state, description: cut(description), ...(targetUrl && { target_url: targetUrl }) };
    const explain = {
        403: `Setting a status needs a token with Commit statuses: write on ${repository}.`,
        404: `Either the token cannot see ${repository}, or it lacks Commit statuses: write there.`,
    };
    try {
        await client.writeIdempotent('POST /repos/{owner}/{repo}/statuses/{sha}', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), sha, ...body }, { ...options, explain });
    }
    catch (error) {
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_) || error.status !== 422)
            throw error;
        const why = /maximum number of statuses/i.test(error.said ?? '')
            ? `GitHub keeps at most 1,000 statuses of one context on a commit, and ${sha.slice(0, 7)} has them for ${context}. Push a new commit, or use another context.`
            : `GitHub took no status for ${sha.slice(0, 7)} in ${repository}: ${error.said}. Was the commit pushed, or force-pushed away?`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(why, { cause: error });
    }
}
/** The statuses of a commit, the newest first. */
async function listStatuses(client, repository, sha, options = {}) {
    const statuses = await client.list('GET /repos/{owner}/{repo}/commits/{ref}/statuses', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref: sha }, { ...options, limit: MOST_STATUSES });
    return statuses.map(({ context = '', state = '', description, target_url, creator, created_at = '' }) => ({
        ...{ context, state: state, description: description ?? '', targetUrl: target_url ?? '' },
        ...{ creator: creator?.login ?? '', createdAt: Date.parse(created_at) },
    }));
}
function cut(text) {
    const flat = text.replace(/\s+/g, ' ').trim();
    const characters = [...flat];
    return characters.length <= LONGEST_DESCRIPTION ? flat : `${characters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`;
}


/***/ })

};
