export const id = 1930;
export const ids = [1930];
export const modules = {

/***/ 71930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _operations_hub_commit_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87171);
/* harmony import */ var _platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33471);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32202);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35663);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(755);
/* harmony import */ var _setup_connect_github_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45766);






/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .Q)({
    inputs: {
        ..._setup_connect_github_js__WEBPACK_IMPORTED_MODULE_5__/* .connectionInputs */ .eu,
        repository: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .repository */ .Jk),
        sha: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(commitSha),
        context: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, 'hub'),
        state: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(_operations_hub_commit_state_js__WEBPACK_IMPORTED_MODULE_0__/* .commitState */ .T),
        description: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, ''),
        'target-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .url */ .OZ),
        'only-if-pending': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt, false),
        'dry-run': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt, false),
    },
    async run({ repository: name, sha, context, state, targetUrl, onlyIfPending, ...inputs }, runner) {
        const { log, outputs, signal, env } = runner;
        const client = (0,_setup_connect_github_js__WEBPACK_IMPORTED_MODULE_5__.connectTo)(name, inputs, runner);
        const place = `${context} on ${name}@${sha.slice(0, 7)}`;
        if (onlyIfPending) {
            const newest = (await (0,_platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .listStatuses */ .vM)(client, name, sha, { signal })).find((one) => one.context === context);
            if (newest?.state !== 'pending') {
                const now = newest ? `is ${newest.state} already` : 'was never set';
                log.info(`The status ${place} ${now}: it stays as it is.`);
                return outputs.set('state', newest?.state ?? '');
            }
        }
        const status = {
            sha,
            context,
            state,
            description: inputs.description,
            targetUrl: targetUrl ?? (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)((0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_3__/* .runContext */ .pO)(env)),
        };
        if (inputs.dryRun)
            log.info(`Dry run: the status ${place} would become ${state}.`);
        else {
            await (0,_platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .setStatus */ .Lx)(client, name, status, { signal });
            log.info(`The status ${place} is ${state}.`);
        }
        await outputs.set('state', state);
    },
}));
function commitSha(value) {
    if (!/^[0-9a-f]{40}$/.test(value))
        throw new Error('expected the 40 hexadecimal digits of a commit');
    return value;
}


/***/ })

};
