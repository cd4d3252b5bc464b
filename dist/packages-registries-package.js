export const id = 4331;
export const ids = [4331];
export const modules = {

/***/ 4331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parsePackage),
/* harmony export */   Yb: () => (/* binding */ isExactVersion),
/* harmony export */   uN: () => (/* binding */ formatPackage)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _python_pep440_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9803);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1410);



const PYPI_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** How a package version is written: `npm:NAME@VERSION` or `pypi:NAME==VERSION`. */
function formatPackage({ ecosystem, name, version }) {
    return ecosystem === 'npm' ? `npm:${name}@${version}` : `pypi:${name}==${version}`;
}
/** Reads `npm:NAME@VERSION`, with the URL of another registry behind it, or `pypi:NAME==VERSION`; an Error says what was expected. */
function parsePackage(text) {
    const npm = /^npm:(@?[^@\s]+)@(.+?)(?:\s+(https?:\/\/\S+))?$/.exec(text);
    if (npm)
        return npmPackage(npm[1] ?? '', npm[2] ?? '', npm[3]);
    const pypi = /^pypi:([^=\s]+)==(.+)$/.exec(text);
    if (pypi)
        return pypiPackage(pypi[1] ?? '', pypi[2] ?? '');
    return new Error('expected npm:NAME@VERSION or pypi:NAME==VERSION');
}
function npmPackage(name, version, registry) {
    if (!(0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isNpmName */ .J)(name))
        return new Error(`${JSON.stringify(name)} is not an npm package name`);
    if (!isExactVersion(version)) {
        return new Error(`${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1`);
    }
    return { ecosystem: 'npm', name, version, ...(registry !== undefined && { registry }) };
}
function pypiPackage(name, version) {
    if (!PYPI_NAME.test(name))
        return new Error(`${JSON.stringify(name)} is not a Python package name`);
    if ((0,_python_pep440_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseVersion */ .r8)(version) === undefined) {
        return new Error(`${JSON.stringify(version)} is not a version by PEP 440, such as 1.2.3 or 2.0.0rc1`);
    }
    return { ecosystem: 'pypi', name, version };
}
/** Whether the text is one SemVer version, written as the registry keeps it (no `v`, no blanks, no build metadata). */
function isExactVersion(text) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.parse(text)?.version === text;
}


/***/ })

};
