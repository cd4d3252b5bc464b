export const id = 2474;
export const ids = [2474];
export const modules = {

/***/ 2474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ differenceOf),
/* harmony export */   U0: () => (/* binding */ unknownName),
/* harmony export */   Z$: () => (/* binding */ faultsBefore),
/* harmony export */   cp: () => (/* binding */ refuseAll)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5286);
/* harmony import */ var _registries_integrity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5208);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4331);
/* harmony import */ var _registries_provenance_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6180);
/* harmony import */ var _release_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1326);
/* harmony import */ var _tarball_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8021);
/* harmony import */ var _tarball_faults_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1331);









/** All that can be known to go wrong with a package before anything is published. */
async function faultsBefore(pkg, answer, around) {
    if (answer.state === 'served') {
        const difference = pkg.tagged ? undefined : differenceOf(pkg, answer, around.build);
        return difference === undefined ? [] : [difference];
    }
    const { name, file } = pkg;
    const faults = answer.state === 'absent' && around.trusted ? [unknownName(name, around.manager)] : [];
    const manifest = (0,_tarball_js__WEBPACK_IMPORTED_MODULE_7__/* .packedManifest */ .w)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(around.folder, file)), `${name}: ${file}`);
    return [...faults, ...(0,_tarball_faults_js__WEBPACK_IMPORTED_MODULE_8__/* .tarballFaults */ .c)(manifest, pkg, around.home)];
}
/** What to do about a name that the registry does not know. */
function unknownName(name, manager = 'npm') {
    const byHand = { npm: 'npm publish', pnpm: 'pnpm publish', yarn: 'yarn npm publish', bun: 'bun publish' }[manager];
    return `The registry knows no package named ${name}. Trusted publishing cannot create a name: publish a first version by hand (${byHand} --access public, in the folder of the package), then name this workflow as its trusted publisher. Or mark it "private": true.`;
}
/** Why what is served is not what was packed; undefined where it is, or where its provenance proves that this build made it. */
function differenceOf(pkg, { facts: { integrity, origin, unproven } }, build) {
    const difference = (0,_registries_integrity_js__WEBPACK_IMPORTED_MODULE_3__/* .compareIntegrity */ .J5)(pkg.integrity, integrity);
    if (difference === undefined)
        return undefined;
    const foreign = origin && build ? (0,_registries_provenance_js__WEBPACK_IMPORTED_MODULE_5__/* .foreignOrigin */ .F0)(origin, build) : (unproven ?? 'no provenance says where it was built');
    // A build need not give the same bytes twice; what this workflow built from this very commit is this release all the same.
    if (foreign === undefined)
        return undefined;
    return (`${(0,_registries_package_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPackage */ .uN)((0,_release_state_js__WEBPACK_IMPORTED_MODULE_6__/* .asNpm */ .Sh)(pkg))} is taken: ${difference}; ${foreign}. Versions are immutable: release a higher one. ` +
        `If what is served is right, push the tag ${pkg.tag} on the commit it was made from.`);
}
/** Throws all faults of all packages together. */
function refuseAll(messages) {
    if (messages.length > 0) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(messages.map((message) => ({ message: `${message} Nothing was published.` })));
    }
}


/***/ })

};
