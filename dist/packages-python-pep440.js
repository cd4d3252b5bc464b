export const id = 9803;
export const ids = [9803];
export const modules = {

/***/ 9803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ isPythonVersion),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   r8: () => (/* binding */ normaliseVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9687);

/** A text that is longer is no version: it is not worth a look. */
const LONGEST = 200;
/** Whether `text` is a version PEP 440 knows, in any of the spellings it normalises. https://peps.python.org/pep-0440/ */
function isPythonVersion(text) {
    return text.length <= LONGEST && (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(text) !== null;
}
/** The order of two PEP 440 versions, as pip sees them. Throws a RangeError for text that is none. */
function compareVersions(left, right) {
    for (const version of [left, right]) {
        if (!isPythonVersion(version))
            throw new RangeError(`${JSON.stringify(version)} is not a PEP 440 version.`);
    }
    return Math.sign((0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)(left, right));
}
/**
 * The one spelling that all spellings of a version share, trailing zeros of the release dropped, so that equal versions have
 * equal texts; undefined for what is no version. https://peps.python.org/pep-0440/#normalization
 */
function normaliseVersion(text) {
    const version = text.trim();
    const parts = isPythonVersion(version) ? (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(version) : null;
    if (!parts)
        return undefined;
    const { base_version: base, public: whole, local } = parts;
    return base.replace(/(?:\.0)+$/, '') + whole.slice(base.length) + (local === null ? '' : `+${local}`);
}
/** Whether it is an alpha, beta, release candidate or development release. */
function isPrerelease(version) {
    return isPythonVersion(version) && (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(version)?.is_prerelease === true;
}


/***/ })

};
