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
/* harmony import */ var _packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27199);
/* harmony import */ var _packages_publish_release_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61326);
/* harmony import */ var _packages_publish_version_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46558);
/* harmony import */ var _packages_registries_package_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24331);
/* harmony import */ var _packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84216);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75286);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32202);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(755);
/* harmony import */ var _setup_own_repository_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2152);










/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    inputs: {
        pypi: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .text */ .Qq),
        'pypi-version-from': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .text */ .Qq, 'package.json'),
        'changesets-wait': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .flag */ .Jt, false),
    },
    async run({ pypi, pypiVersionFrom, changesetsWait }, runner) {
        const { workspace, env, log, outputs, clock, signal } = runner;
        const { lookUp } = (0,_packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_5__/* .cliRegistry */ .I)({ cwd: workspace, env, signal });
        const ask = { lookUp, clock, signal };
        const python = pypi === undefined ? undefined : (0,_packages_registries_package_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePackage */ .C)(`pypi:${pypi}`);
        if (python instanceof Error)
            throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`Input pypi: ${JSON.stringify(pypi)} is not valid: ${python.message}.`);
        const gitOptions = (0,_setup_own_repository_js__WEBPACK_IMPORTED_MODULE_9__/* .localGit */ .sz)(runner);
        const { packages } = await (0,_packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleaseWorkspace */ .H)(workspace);
        const { open, adopted, waiting } = await (0,_packages_publish_release_state_js__WEBPACK_IMPORTED_MODULE_2__/* .openReleases */ .tT)(packages, { ...ask, gitOptions, changesetsWait });
        const [answer] = python ? await (0,_packages_publish_ask_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .askRegistry */ .r)([python], ask) : [];
        const isNew = changesetsWait && (await (0,_packages_publish_version_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .versionOrigin */ .F)(pypiVersionFrom, gitOptions)) === 'created';
        const pypiOpen = answer !== undefined && answer.state !== 'served' && !isNew;
        for (const { name, version, state } of open) {
            log.info(`${name}@${version}: ${state === 'served' ? 'published, but not tagged' : 'to be published'}`);
        }
        if (pypiOpen)
            log.info(`${pypi}: to be published on PyPI`);
        if (waiting.length > 0)
            log.info(`${list(waiting)}: new; published at the version that the changesets give.`);
        if (adopted.length > 0) {
            log.notice(`${list(adopted)}: published before, and not by this workflow, so there is nothing to do. To have a tag and a GitHub release of it, push the tag (${adopted[0]?.tag}) on the commit that it was made from.`);
        }
        if (open.length === 0 && !pypiOpen)
            log.info('Every version of this commit is released.');
        await outputs.set('npm', open.length > 0);
        await outputs.set('pypi', pypiOpen);
        await outputs.set('open', open.length > 0 || pypiOpen);
    },
}));
function list(packages) {
    return packages.map(({ name, version }) => `${name}@${version}`).join(', ');
}


/***/ })

};
