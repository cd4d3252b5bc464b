export const id = 2174;
export const ids = [2174];
export const modules = {

/***/ 7758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ verifyTarballs),
/* harmony export */   VA: () => (/* binding */ verifyRelease),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4339);
/* harmony import */ var _tarball_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8021);






/**
 * Throws a UserError with everything in a handed-over release that is not what this job knows: its commit, the names and
 * versions of its packages, their dist-tags. Whoever ran foreign code may have written any of it.
 */
function verifyRelease(release, { sha, packages, chosen }) {
    if (release.commit !== sha) {
        throw refusal([`it was made for the commit ${release.commit}, and this run is for ${sha ?? 'no commit'}`]);
    }
    const byName = new Map(packages.map((one) => [one.name, one]));
    const faults = release.packages.flatMap((pkg) => {
        const known = byName.get(pkg.name);
        if (!known)
            return [`no public package ${pkg.name} is in the repository`];
        const version = release.head === release.commit ? known.version : chosen();
        const tag = `${known.tag.slice(0, known.tag.length - known.version.length)}${version}`;
        return [
            ...different(`${pkg.name}: its version`, pkg.version, version),
            ...different(`${pkg.name}: its tag`, pkg.tag, tag),
            ...different(`${pkg.name}: its registry`, pkg.registry, known.registry),
            ...different(`${pkg.name}: its dist-tag`, pkg.distTag, publishConfigOf(known.json.json.value).tag),
        ];
    });
    const names = release.packages.map(({ name }) => name);
    const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `it has ${name} twice`);
    if (faults.length + twice.length > 0)
        throw refusal([...faults, ...twice]);
}
/** Throws a UserError where a tarball is not the one that the release describes: its digest, and the package.json in it. */
async function verifyTarballs(release, folder, { packages }) {
    const byName = new Map(packages.map((one) => [one.name, one]));
    const faults = await Promise.all(release.packages.map(async (pkg) => {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, pkg.file)).catch(() => undefined);
        return bytes ? tarballFaults(pkg, bytes, byName.get(pkg.name)) : [`${pkg.file} is missing`];
    }));
    if (faults.flat().length > 0)
        throw refusal(faults.flat());
}
function tarballFaults(pkg, bytes, known) {
    const integrity = `sha512-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512').update(bytes).digest('base64')}`;
    const inside = (0,_tarball_js__WEBPACK_IMPORTED_MODULE_4__/* .packedManifest */ .w)(bytes, pkg.file);
    const [is, wanted] = [publishConfigOf(inside), publishConfigOf(known?.json.json.value)];
    return [
        ...different(`${pkg.file}: its digest`, integrity, pkg.integrity),
        ...different(`${pkg.file}: the name in it`, inside.name, pkg.name),
        ...different(`${pkg.file}: the version in it`, inside.version, pkg.version),
        // A packer may leave publishConfig out; it does not invent one.
        ...(is.registry === undefined
            ? []
            : different(`${pkg.file}: its publishConfig.registry`, is.registry, wanted.registry)),
        ...(is.tag === undefined ? [] : different(`${pkg.file}: its publishConfig.tag`, is.tag, wanted.tag)),
    ];
}
function publishConfigOf(json) {
    return (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u)(json) && (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u)(json.publishConfig) ? json.publishConfig : {};
}
function different(what, is, wanted) {
    if (is === wanted)
        return [];
    return [`${what} is ${JSON.stringify(is) ?? 'absent'}, expected ${JSON.stringify(wanted) ?? 'none'}`];
}
/** A fault of what another job handed over. */
function refusal(faults) {
    return new _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`The release that was handed over is refused: ${faults.join('; ')}. Nothing was published, tagged or pushed. ` +
        'The job that packed it runs the code of the packages and of their dependencies; if you did not change the workflow, look at what they do.');
}


/***/ }),

/***/ 9723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ writeRelease),
/* harmony export */   i: () => (/* binding */ readRelease)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5286);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4331);
/* harmony import */ var _workspace_manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9138);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1410);






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
    const { commit, head, packages, manager } = value ?? {};
    const whole = isCommit(commit) && isCommit(head) && Array.isArray(packages) && packages.every(isPacked);
    const known = _workspace_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .MANAGER_NAMES */ .t.find((one) => one === manager);
    return whole ? { commit, head, packages, ...(known && { manager: known }) } : undefined;
}
function isCommit(value) {
    return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}
function isPacked(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { name, version, tag, file, integrity, registry, distTag, tagged, notes } = value;
    return (isText(name) &&
        (0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_5__/* .isNpmName */ .J)(name) &&
        isText(version) &&
        (0,_registries_package_js__WEBPACK_IMPORTED_MODULE_3__/* .isExactVersion */ .Yb)(version) &&
        (tag === `v${version}` || tag === `${name}@${version}`) &&
        isText(file) &&
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) === file &&
        isText(integrity) &&
        (registry === undefined || (isText(registry) && /^https?:\/\//.test(registry))) &&
        (distTag === undefined || isText(distTag)) &&
        (tagged === undefined || typeof tagged === 'boolean') &&
        (notes === undefined || isText(notes)));
}
function isText(value) {
    return typeof value === 'string';
}


/***/ })

};
