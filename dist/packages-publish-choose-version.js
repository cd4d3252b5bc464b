export const id = 3055;
export const ids = [3055];
export const modules = {

/***/ 3055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ chooseVersion)
/* harmony export */ });
/* unused harmony export RELEASE_TYPES */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4331);



const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'];
/**
 * The version to release: the tag's, else the one that is given, else the next one of the type after package.json's. It
 * depends on the commit alone and not on what is published, so a run that is repeated chooses the same again. Throws a UserError.
 */
function chooseVersion(wanted) {
    const { current, tag, version } = wanted;
    if (!(0,_registries_package_js__WEBPACK_IMPORTED_MODULE_2__/* .isExactVersion */ .Yb)(current)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`package.json has the version ${JSON.stringify(current)}; expected one such as 1.2.3.`);
    }
    if (tag !== undefined)
        return versionOfTag(tag, wanted);
    if (version === undefined)
        return nextVersion(wanted);
    if (!(0,_registries_package_js__WEBPACK_IMPORTED_MODULE_2__/* .isExactVersion */ .Yb)(version)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Input version: ${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1.`);
    }
    if (semver__WEBPACK_IMPORTED_MODULE_0__.lt(version, current)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Input version: ${version} is before ${current}, which package.json has. Versions only go up; to fix an older line, release from its branch.`);
    }
    return version;
}
function versionOfTag(tag, { current, version }) {
    const named = tag.replace(/^v/, '');
    if (!(0,_registries_package_js__WEBPACK_IMPORTED_MODULE_2__/* .isExactVersion */ .Yb)(named)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The tag ${JSON.stringify(tag)} names no version; expected one such as v${current}.`);
    }
    if (version !== undefined && version !== named) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The tag ${tag} does not match the input version, ${version}. Start the run on a branch instead.`);
    }
    if (named !== current) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The tag ${tag} does not match package.json, which has the version ${current} at that commit. Tag the commit that sets the version, or start this workflow on a branch with the input version: it sets the tag itself.`);
    }
    return named;
}
function nextVersion({ current, releaseType, prereleaseId }) {
    if (releaseType === undefined) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('There is nothing to release: give the input version or release-type, or start the run by a tag.');
    }
    const type = RELEASE_TYPES.find((one) => one === releaseType);
    const next = type && (prereleaseId === undefined ? semver__WEBPACK_IMPORTED_MODULE_0__.inc(current, type) : semver__WEBPACK_IMPORTED_MODULE_0__.inc(current, type, prereleaseId));
    if (!next) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Input release-type: ${JSON.stringify(releaseType)} does not say which version comes after ${current}; expected ${RELEASE_TYPES.join(', ')}, or give the input version.`);
    }
    return next;
}


/***/ })

};
