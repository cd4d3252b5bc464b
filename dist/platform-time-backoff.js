export const id = 667;
export const ids = [667];
export const modules = {

/***/ 667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ backoffMs),
/* harmony export */   s: () => (/* binding */ jitteredBackoffMs)
/* harmony export */ });
/** Milliseconds to wait after so many tries have failed before; 0 gives the first wait. */
function backoffMs({ firstMs, factor, longestMs }, failedBefore) {
    return Math.min(longestMs, firstMs * factor ** failedBefore);
}
/**
 * The same, drawn from its upper half, so that many who failed at once do not come back at once. `random` gives numbers from
 * 0 up to 1.
 */
function jitteredBackoffMs(backoff, failedBefore, random) {
    return backoffMs(backoff, failedBefore) * (0.5 + random() / 2);
}


/***/ })

};
