export const id = 549;
export const ids = [549];
export const modules = {

/***/ 549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ readRepository),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   rL: () => (/* binding */ readTopics)
/* harmony export */ });
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1497);


/** What GitHub says of a repository. Asked conditionally: again it costs nothing of the rate limit while it is unchanged. */
async function readRepository(client, repository, options) {
    const route = 'GET /repos/{owner}/{repo}';
    const { data: found } = await client.poll(route, (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), options);
    const pushed = Date.parse(found.pushed_at ?? '');
    return {
        defaultBranch: found.default_branch,
        isPrivate: found.private,
        isArchived: found.archived ?? false,
        pushedAt: Number.isNaN(pushed) ? undefined : pushed,
    };
}
/** The same; undefined where there is none, or the token may not see it: GitHub answers 404 for both. */
function findRepository(client, repository, options) {
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIs404 */ .YT)(() => readRepository(client, repository, options));
}
/** The repository's topics. */
async function readTopics(client, repository, options) {
    const params = (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository);
    return (await client.read('GET /repos/{owner}/{repo}/topics', params, options)).names;
}


/***/ })

};
