export const id = 8780;
export const ids = [8780];
export const modules = {

/***/ 48780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _packages_publish_ask_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
/* harmony import */ var _packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49580);
/* harmony import */ var _packages_publish_release_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61326);
/* harmony import */ var _packages_registries_package_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24331);
/* harmony import */ var _packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84216);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75286);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16204);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(755);
/* harmony import */ var _setup_own_repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2152);









/** What of this commit is still to be released, asked of the registries themselves. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_6__/* .defineAction */ .Q)({
    inputs: { pypi: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq) },
    async run({ pypi }, runner) {
        const { workspace, env, log, outputs, clock, signal } = runner;
        const { lookUp } = (0,_packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .cliRegistry */ .I)({ cwd: workspace, env, signal });
        const ask = { lookUp, clock, signal };
        const python = pypi === undefined ? undefined : (0,_packages_registries_package_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePackage */ .C)(`pypi:${pypi}`);
        if (python instanceof Error)
            throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`Input pypi: ${JSON.stringify(pypi)} is not valid: ${python.message}.`);
        const { packages } = await (0,_packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleaseWorkspace */ .H)(workspace);
        const open = await (0,_packages_publish_release_state_js__WEBPACK_IMPORTED_MODULE_2__/* .openReleases */ .tT)(packages, { ...ask, gitOptions: (0,_setup_own_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .localGit */ .sz)(runner) });
        // A name that PyPI does not know yet is no fault: a pending publisher creates it.
        const [answer] = python ? await (0,_packages_publish_ask_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .askRegistry */ .r)([python], ask) : [];
        const pypiOpen = answer !== undefined && answer.state !== 'served';
        for (const { name, version, state } of open) {
            log.info(`${name}@${version}: ${state === 'served' ? 'published, but not tagged' : 'to be published'}`);
        }
        if (pypiOpen)
            log.info(`${pypi}: to be published on PyPI`);
        if (open.length === 0 && !pypiOpen)
            log.info('Every version of this commit is released.');
        await outputs.set('npm', open.length > 0);
        await outputs.set('pypi', pypiOpen);
        await outputs.set('open', open.length > 0 || pypiOpen);
    },
}));


/***/ })

};
