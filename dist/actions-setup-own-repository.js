export const id = 2152;
export const ids = [2152];
export const modules = {

/***/ 2152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ openOwnRepository),
/* harmony export */   UW: () => (/* binding */ connectHome),
/* harmony export */   sz: () => (/* binding */ localGit)
/* harmony export */ });
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5663);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7384);


/**
 * The repository that this job belongs to, with the job's own token where there is one: the tokens for others need no right
 * to write there, even where it belongs to the same owner.
 */
function connectHome(given, runner) {
    const repository = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .ownRepository */ .d5)(runner.env);
    const { token, apiUrl } = given;
    return { repository, client: (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, token === undefined ? given : { token, apiUrl }, runner) };
}
/** Throws a UserError where the runner does not say which repository this is. */
function openOwnRepository({ token, apiUrl }, runner) {
    const repository = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .ownRepository */ .d5)(runner.env);
    const client = (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, { token, apiUrl }, runner);
    return {
        repository,
        client,
        gitOptions: { ...localGit(runner), token, serverUrl: (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .runContext */ .pO)(runner.env).serverUrl },
    };
}
/** Git in the workspace, without credentials. */
function localGit({ workspace, env, signal }) {
    return { cwd: workspace, env, signal };
}


/***/ })

};
