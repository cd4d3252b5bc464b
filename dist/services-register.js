export const id = 3952;
export const ids = [3952];
export const modules = {

/***/ 2165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ wellFormed),
/* harmony export */   n: () => (/* binding */ parseWellFormed)
/* harmony export */ });
function wellFormed(text) {
    return text.replace(/\p{Cs}/gu, '\uFFFD');
}
function parseWellFormed(text) {
    const value = JSON.parse(text);
    return /\\ud[89a-f]/i.test(text) ? cleaned(value) : value;
}
function cleaned(value) {
    if (typeof value === 'string')
        return wellFormed(value);
    if (Array.isArray(value))
        return value.map(cleaned);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key), cleaned(inner)]));
}


/***/ }),

/***/ 87892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ writeJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19523);



async function writeJson(value, { runner, file, standard, }) {
    const { workspace, env, secrets } = runner;
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.RUNNER_TEMP ?? workspace, 'release-actions', standard);
    const target = file === undefined ? temporary : await (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l)([workspace, env.RUNNER_TEMP], file);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(target, JSON.stringify(secrets.redactIn(value), null, 2));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, target).replaceAll('\\', '/');
}


/***/ })

};
