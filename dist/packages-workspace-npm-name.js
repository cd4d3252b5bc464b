export const id = 1410;
export const ids = [1410];
export const modules = {

/***/ 1410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isNpmName)
/* harmony export */ });
/** What npm has ever taken for a name: old ones have capitals and `!*'()`. Nothing here can break a line, a path or a URL. */
const NAME = /^(?:@[\w~-][\w.~-]*\/)?[A-Za-z0-9~!*'()-][\w.~!*'()-]*$/;
const LONGEST = 214;
/** Whether npm takes the text for a package's name. https://github.com/npm/validate-npm-package-name */
function isNpmName(name) {
    return name.length <= LONGEST && NAME.test(name) && name !== 'node_modules' && name !== 'favicon.ico';
}


/***/ })

};
