export const id = 2067;
export const ids = [2067];
export const modules = {

/***/ 2067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unifiedDiff)
/* harmony export */ });
/** A unified diff, in the form of `git diff`, of one text before and after; empty where only line ends differ. */
async function unifiedDiff(shown, before, after) {
    // Loaded on first use: only what shows a change needs it.
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await __webpack_require__.e(/* import() */ 4023).then(__webpack_require__.bind(__webpack_require__, 4023));
    const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, {
        context: 3,
        stripTrailingCr: true,
        headerOptions: FILE_HEADERS_ONLY,
    });
    return patch.includes('\n@@ ') ? patch.replace(/\n$/, '') : '';
}


/***/ })

};
