export const id = 9723;
export const ids = [9723];
export const modules = {

/***/ 69723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ writeRelease),
/* harmony export */   i: () => (/* binding */ readRelease)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24331);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51410);





const FILE = 'release.json';
async function writeRelease(folder, release) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, FILE), `${JSON.stringify(release, undefined, 2)}\n`);
}
/** Reads the folder; throws a UserError where there is none or where it is not one of ours. */
async function readRelease(folder, shownAs) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, FILE), 'utf8').catch(() => {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${shownAs} has no ${FILE}. It is made by pack-packages in a job before this one; download its artifact to this folder first.`);
    });
    const release = parse(text);
    if (release === undefined)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${shownAs}/${FILE} is damaged. Run the job that packs again.`);
    return release;
}
function parse(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const { commit, head, packages } = value ?? {};
    const whole = isCommit(commit) && isCommit(head) && Array.isArray(packages) && packages.every(isPacked);
    return whole ? { commit, head, packages } : undefined;
}
function isCommit(value) {
    return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}
function isPacked(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { name, version, tag, file, integrity, distTag, tagged, notes } = value;
    return (isText(name) &&
        (0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_4__/* .isNpmName */ .J)(name) &&
        isText(version) &&
        (0,_registries_package_js__WEBPACK_IMPORTED_MODULE_3__/* .isExactVersion */ .Yb)(version) &&
        (tag === `v${version}` || tag === `${name}@${version}`) &&
        isText(file) &&
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) === file &&
        isText(integrity) &&
        (distTag === undefined || isText(distTag)) &&
        (tagged === undefined || typeof tagged === 'boolean') &&
        (notes === undefined || isText(notes)));
}
function isText(value) {
    return typeof value === 'string';
}


/***/ })

};
