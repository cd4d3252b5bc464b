export const id = 1331;
export const ids = [1331];
export const modules = {

/***/ 8296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ repositoryFault),
/* harmony export */   Y: () => (/* binding */ homeOfProvenance)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4339);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5663);


/**
 * The repository that the registry will hold packages against: of a public one, whose trusted publishing makes provenance by
 * itself. Undefined in a private one, or where nothing says which it is.
 */
async function homeOfProvenance(env, workspace) {
    const { serverUrl, repository } = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .runContext */ .pO)(env);
    const event = await (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .readEvent */ .j_)(env, workspace);
    const about = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(event) && (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(event.repository) ? event.repository : {};
    const isPublic = about.visibility === 'public' || about.private === false;
    return isPublic && serverUrl !== undefined && repository !== undefined ? { serverUrl, repository } : undefined;
}
/**
 * Why the registry would refuse a package's provenance, and the line that helps; undefined where it would not. It compares the
 * package's `repository` with the one that the run is of, with care for case. https://docs.npmjs.com/generating-provenance-statements
 */
function repositoryFault({ name, repository }, { serverUrl, repository: own }, directory) {
    const url = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(repository) ? repository.url : repository;
    const host = new URL(serverUrl).host;
    if (typeof url === 'string' && slugOf(url, host) === own)
        return undefined;
    const says = typeof url === 'string' && url !== '' ? `says ${JSON.stringify(url)}` : 'is missing';
    const wanted = {
        type: 'git',
        url: `git+${serverUrl}/${own}.git`,
        ...(directory !== undefined && directory !== '.' && { directory }),
    };
    return (`${name}: "repository" in its package.json ${says}, but it is published from ${own}, and npm refuses (E422) provenance of ` +
        `anything else. Write "repository": ${JSON.stringify(wanted)}.`);
}
/** `owner/name` of a repository on the host, in all the forms that npm understands; undefined for one elsewhere. */
function slugOf(text, host) {
    const url = text.replace(/^git\+/, '').replace(/#.*$/, '');
    const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url);
    if (short)
        return host === 'github.com' ? withoutGit(short[1]) : undefined;
    const full = /^(?:(?:https?|git|ssh):\/\/)?(?:[^@/]+@)?([^/:]+)(?::\d+)?[/:]([\w.-]+\/[\w.-]+)\/?$/.exec(url);
    return full?.[1]?.replace(/^www\./, '').toLowerCase() === host ? withoutGit(full[2]) : undefined;
}
function withoutGit(slug = '') {
    return slug.replace(/\.git$/, '');
}


/***/ }),

/***/ 1331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ tarballFaults)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4339);
/* harmony import */ var _workspace_package_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5560);
/* harmony import */ var _own_repository_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8296);




/** Everything that can be known of a tarball before it is published, and would make that fail or be useless. */
function tarballFaults(manifest, { name, version, directory, distTag }, 
/** Present where the registry will want provenance. */
home) {
    const faults = [];
    if (manifest.name !== name || manifest.version !== version) {
        faults.push(`${name}@${version}: the tarball holds ${manifest.name}@${manifest.version}. Whatever makes its package.json (publishConfig.directory, prepack) must write this name and version.`);
    }
    if (manifest.private === true)
        faults.push(`${name}: the package.json in the tarball says "private": true.`);
    const unresolved = unresolvedRanges(manifest);
    if (unresolved.length > 0) {
        faults.push(`${name}: the tarball needs ${unresolved.join(', ')}, which nobody can install. Such ranges are resolved by the package manager of the workspace (pnpm, yarn, bun): name it by the packageManager field of package.json.`);
    }
    if (distTag !== undefined && (semver__WEBPACK_IMPORTED_MODULE_0__.validRange(distTag) !== null || !/^[A-Za-z][\w.-]*$/.test(distTag))) {
        faults.push(`${name}: publishConfig.tag is ${JSON.stringify(distTag)}; expected a dist-tag such as "next".`);
    }
    const misplaced = home && (0,_own_repository_url_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryFault */ .L)({ name, repository: manifest.repository }, home, directory);
    if (misplaced !== undefined)
        faults.push(misplaced);
    return faults;
}
/** Development dependencies are nobody's business who installs the package. */
function unresolvedRanges(manifest) {
    const kinds = _workspace_package_json_js__WEBPACK_IMPORTED_MODULE_1__/* .DEPENDENCY_KINDS */ .S.filter((kind) => kind !== 'devDependencies');
    return kinds.flatMap((kind) => Object.entries((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(manifest[kind]) ? manifest[kind] : {})
        .filter(([, range]) => /^(workspace|catalog|link|portal):/.test(String(range)))
        .map(([dependency, range]) => `${dependency}@${range}`));
}


/***/ })

};
