export const id = 9427;
export const ids = [9427];
export const modules = {

/***/ 9427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ WEB_PAGE)
/* harmony export */ });
/** The beginning of a web page. Many small servers declare plain words as text/html, so the body decides. */
const WEB_PAGE = /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i;


/***/ })

};
