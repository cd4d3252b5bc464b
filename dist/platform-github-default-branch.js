export const id = 921;
export const ids = [921];
export const modules = {

/***/ 921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ defaultBranch)
/* harmony export */ });
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1497);

/** The branch that a repository (`owner/name`) shows first. Throws GitHubError where the token cannot see the repository. */
async function defaultBranch(client, repository, options) {
    const found = await client.read('GET /repos/{owner}/{repo}', (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), options);
    return found.default_branch;
}


/***/ })

};
