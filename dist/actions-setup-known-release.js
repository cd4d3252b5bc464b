export const id = 6204;
export const ids = [6204];
export const modules = {

/***/ 3823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ knownRelease),
/* harmony export */   v: () => (/* binding */ chosenVersion)
/* harmony export */ });
/* harmony import */ var _packages_publish_choose_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);
/* harmony import */ var _packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7199);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5663);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(755);




/** What the run was started for, as prepare-release is told: a job that publishes or pushes chooses the version itself. */
const chosenVersion = {
    version: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq),
    'release-type': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq),
    'prerelease-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq),
};
/** What this job knows of the release by itself: the run's commit, the packages that it checked out, and the inputs. */
async function knownRelease(chosen, { workspace, env }) {
    const { packages } = await (0,_packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleaseWorkspace */ .H)(workspace);
    const { tag, commit } = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_2__/* .runContext */ .pO)(env);
    const current = packages[0]?.version ?? '';
    return { sha: commit, packages, chosen: () => (0,_packages_publish_choose_version_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseVersion */ .E)({ current, tag, ...chosen }) };
}


/***/ })

};
