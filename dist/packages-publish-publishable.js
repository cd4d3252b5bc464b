export const id = 9580;
export const ids = [9580];
export const modules = {

/***/ 49580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readReleaseWorkspace)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _changesets_publish_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27151);
/* harmony import */ var _workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30853);
/* harmony import */ var _workspace_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77372);




/**
 * The packages of a folder that can be published (public, with a version), in the order of publishing.
 *
 * @throws UserError with every package.json that cannot be read.
 */
async function readReleaseWorkspace(directory) {
    const { manager, packages, problems } = await (0,_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .readWorkspace */ .i)((0,_workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .directoryTree */ .u)(directory));
    const stopping = problems.filter((one) => !one.private).map(({ fault }) => fault);
    if (stopping.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(stopping);
    if (packages.length === 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('There is no package.json here. Check out the repository first.');
    const releasable = packages.filter(({ version, private: isPrivate }) => version !== undefined && !isPrivate);
    const { waves } = (0,_changesets_publish_order_js__WEBPACK_IMPORTED_MODULE_3__/* .publishOrder */ .u)(releasable);
    const single = packages.length === 1 && packages[0]?.directory === '.';
    const byName = new Map(releasable.map((one) => [one.name, one]));
    const ordered = waves.flat().flatMap((name) => {
        const one = byName.get(name);
        if (one?.version === undefined)
            return [];
        const tag = single ? `v${one.version}` : `${name}@${one.version}`;
        return [{ name, version: one.version, directory: one.directory, tag, json: one.json }];
    });
    return { manager, packages: ordered };
}


/***/ })

};
