export const id = 549;
export const ids = [549];
export const modules = {

/***/ 90549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readRepository)
/* harmony export */ });
/* unused harmony export readTopics */
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31497);

/** What GitHub says of a repository. */
async function readRepository(client, repository, options) {
    const found = await client.read('GET /repos/{owner}/{repo}', (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), options);
    const pushed = Date.parse(found.pushed_at ?? '');
    return {
        defaultBranch: found.default_branch,
        isPrivate: found.private,
        pushedAt: Number.isNaN(pushed) ? undefined : pushed,
    };
}
/** The repository's topics. */
async function readTopics(client, repository, options) {
    const params = ownerAndRepo(repository);
    return (await client.read('GET /repos/{owner}/{repo}/topics', params, options)).names;
}


/***/ })

};
