export const id = 7171;
export const ids = [7171];
export const modules = {

/***/ 7171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ commitState)
/* harmony export */ });
/* harmony import */ var _platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3471);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5941);


/** Every conclusion of a run or a job, and what it says of a commit. https://docs.github.com/rest/checks/runs */
const CONCLUSIONS = {
    success: 'success',
    neutral: 'success',
    skipped: 'success',
    failure: 'failure',
    timed_out: 'failure',
    cancelled: 'error',
    action_required: 'error',
    startup_failure: 'error',
    stale: 'error',
};
/** Words for what a run is before it has a conclusion. */
const UNDER_WAY = ['queued', 'in_progress', 'waiting', 'requested'];
/**
 * The commit status of a state, a conclusion or a status of GitHub: a status that is `pending` for ever is what people are
 * left with where only some of them are understood. Throws with what was expected.
 */
function commitState(word) {
    const state = _platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMIT_STATES */ .$c.find((one) => one === word) ?? CONCLUSIONS[Object.hasOwn(CONCLUSIONS, word) ? word : ''];
    if (state)
        return state;
    if (UNDER_WAY.includes(word))
        return 'pending';
    const known = [...new Set([..._platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMIT_STATES */ .$c, ...Object.keys(CONCLUSIONS)])];
    throw new Error(`it is no state and no conclusion of GitHub; expected ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known, 'or')}`);
}


/***/ })

};
