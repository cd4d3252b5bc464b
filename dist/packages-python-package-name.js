export const id = 6364;
export const ids = [6364];
export const modules = {

/***/ 56364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ normaliseName)
/* harmony export */ });
/** The one spelling that all spellings of a Python package name share. https://peps.python.org/pep-0503/#normalized-names */
function normaliseName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}


/***/ })

};
