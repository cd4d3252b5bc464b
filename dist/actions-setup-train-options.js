export const id = 6310;
export const ids = [6310];
export const modules = {

/***/ 6310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ startsNothing),
/* harmony export */   GD: () => (/* binding */ verifyOptions),
/* harmony export */   P$: () => (/* binding */ trainOptions),
/* harmony export */   SH: () => (/* binding */ planHash),
/* harmony export */   gV: () => (/* binding */ trainIdInput),
/* harmony export */   xO: () => (/* binding */ ALL_OPEN)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(755);
/* harmony import */ var _network_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2915);
/* harmony import */ var _notification_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1928);
/* harmony import */ var _train_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4615);
/* harmony import */ var _train_world_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9030);






/** What the train is asked beyond its plan. */
const trainOptions = {
    ..._train_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .trainInputs */ .i,
    'dry-run': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    mode: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('wait', 'advance', 'cancel', 'lock', 'unlock'), 'wait'),
    'train-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(trainIdInput),
    resume: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, true),
    'dispatch-again': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_, []),
    timeout: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0, 330 * 60_000),
    state: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_train_world_js__WEBPACK_IMPORTED_MODULE_5__/* .stateInput */ .Ei, { kind: 'branch' }),
    'state-token': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)),
    'state-by-app': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    'plan-hash': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(planHash),
    'require-plan-hash': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    'ecosystem-tag': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    reason: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    until: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    'override-lock': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    ..._network_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .networkInputs */ .y,
    ..._notification_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .notificationInputs */ .FZ,
};
/** All trains that are not over; only `advance` goes through several. */
const ALL_OPEN = '*';
/** The modes that may start a train. */
const STARTS = ['wait', 'advance'];
/** Throws a UserError where the inputs contradict one another. */
function verifyOptions(given) {
    const { trainId, mode, dryRun, planHash: approvedHash, requirePlanHash } = given;
    if (trainId === ALL_OPEN && mode !== 'advance') {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input train-id: * stands for all open trains, which only mode advance goes through.');
    }
    if (trainId === ALL_OPEN && approvedHash !== undefined) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input plan-hash is the hash of one plan: give the train-id of its train, and not *.');
    }
    if (given.stateByApp && (given.stateToken !== undefined || given.appId === undefined)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input state-by-app wants app-id and private-key, and no state-token: the App writes the state branch then.');
    }
    if (requirePlanHash && approvedHash === undefined && STARTS.includes(mode) && !dryRun) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input plan-hash is empty, and require-plan-hash is true: nobody has seen the plan that would be carried out. Nothing was started. ' +
            'Give the output plan-hash of plan-release. Where that was empty, too: its job did not run, or GitHub dropped the output because it holds a masked value.');
    }
    if (mode === 'lock' && given.reason === undefined) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input reason is missing: mode: lock tells everybody who is refused why.');
    }
    if (mode === 'cancel' && (trainId === undefined || dryRun)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input mode: cancel wants the train-id of the train to cancel, and no dry-run.');
    }
}
/** Whether only what is open goes on or ends: no plan is made, and nobody need say what would be in one. */
function startsNothing({ mode, trainId, resume }) {
    return !STARTS.includes(mode) || trainId === ALL_OPEN || !resume;
}
function trainIdInput(value) {
    if (value === ALL_OPEN || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value))
        return value;
    throw new Error('expected up to 64 letters, digits, dots, hyphens and underscores');
}
/** Reads the output `plan-hash` of plan-release. */
function planHash(value) {
    if (/^[0-9a-f]{64}$/.test(value))
        return value;
    throw new Error('expected the output plan-hash of plan-release, 64 hexadecimal digits');
}


/***/ })

};
