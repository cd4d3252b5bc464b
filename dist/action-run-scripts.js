export const id = 8497;
export const ids = [8497];
export const modules = {

/***/ 8497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _packages_npm_manager_tool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44045);
/* harmony import */ var _packages_workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30853);
/* harmony import */ var _packages_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20231);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75286);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32202);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(755);






const TIMEOUT_MS = 6 * 3_600_000;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    inputs: { scripts: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .required */ .mw)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .lines */ .Mn) },
    async run({ scripts }, { workspace, env, log, outputs, signal }) {
        const { manager, root } = await (0,_packages_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .readWorkspace */ .i)((0,_packages_workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .directoryTree */ .u)(workspace));
        if (!root)
            throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('There is no package.json here. Check out the repository first.');
        const there = scripts.filter((name) => Object.hasOwn(root.scripts, name));
        const missing = scripts.filter((name) => !there.includes(name));
        if (missing.length > 0)
            log.info(`package.json has no script ${missing.join(', ')}: nothing to run for it.`);
        const tool = there.length === 0 ? undefined : await (0,_packages_npm_manager_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .openManager */ .YX)(manager, { cwd: workspace, env, signal, log });
        for (const name of there) {
            if (tool)
                await log.group(`${manager.name} run ${name}`, () => (0,_packages_npm_manager_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .mustRun */ .Pv)(tool, ['run', name], { timeoutMs: TIMEOUT_MS }));
        }
        await outputs.set('ran', there);
    },
}));


/***/ })

};
