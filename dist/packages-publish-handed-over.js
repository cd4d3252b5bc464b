export const id = 8713;
export const ids = [8713];
export const modules = {

/***/ 26847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x5: () => (/* binding */ refusal),
  VA: () => (/* binding */ verifyRelease),
  Hc: () => (/* binding */ verifyTarballs)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/src/packages/publish/tarball.js


const BLOCK = 512;
/** npm's own limit for a package is far below. */
const LARGEST = 1024 * 1024 * 1024;
/**
 * The package.json inside an npm tarball, whose name and version are what npm publishes, whatever the file is called. Throws a
 * UserError where there is none, or more than one of which npm might take another.
 */
function packedManifest(tarball, shownAs) {
    const manifests = [];
    try {
        const tar = (0,external_node_zlib_.gunzipSync)(tarball, { maxOutputLength: LARGEST });
        for (const { name, type, content } of entriesOf(tar)) {
            // npm drops the first folder, whatever it is called; an extended header may rename the entry behind it.
            const renames = (type === 'x' || type === 'g' || type === 'L') && content.includes('package.json');
            if (renames)
                throw new Error('it renames a package.json');
            if (/^[^/]+\/+(?:\.\/+)*package\.json$/.test(name.replace(/^(?:\.\/+)+/, '')))
                manifests.push(content);
        }
        if (manifests.length !== 1)
            throw new Error(`it holds ${manifests.length} of them`);
        const manifest = JSON.parse(String(manifests[0]).replace(/^\uFEFF/, ''));
        if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
            throw new Error('it is no map');
        return manifest;
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${shownAs} is no package: its package.json cannot be read: ${error.message}.`);
    }
}
function* entriesOf(tar) {
    const text = (from, length) => {
        const bytes = tar.subarray(from, from + length);
        const end = bytes.indexOf(0);
        return bytes.toString('utf8', 0, end < 0 ? length : end);
    };
    for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
        const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
        if (!Number.isSafeInteger(size) || size < 0 || at + BLOCK + size > tar.length)
            throw new Error('it is damaged');
        const prefix = text(at + 257, 5) === 'ustar' ? text(at + 345, 155) : '';
        const name = prefix === '' ? text(at, 100) : `${prefix}/${text(at, 100)}`;
        yield { name, type: text(at + 156, 1), content: tar.subarray(at + BLOCK, at + BLOCK + size) };
        at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    }
}

;// CONCATENATED MODULE: ./build/src/packages/publish/handed-over.js






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
            ...different(`${pkg.name}: its dist-tag`, pkg.distTag, publishConfigOf(known.json).tag),
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
        const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, pkg.file)).catch(() => undefined);
        return bytes ? tarballFaults(pkg, bytes, byName.get(pkg.name)) : [`${pkg.file} is missing`];
    }));
    if (faults.flat().length > 0)
        throw refusal(faults.flat());
}
function tarballFaults(pkg, bytes, known) {
    const integrity = `sha512-${(0,external_node_crypto_.createHash)('sha512').update(bytes).digest('base64')}`;
    const inside = packedManifest(bytes, pkg.file);
    const [is, wanted] = [publishConfigOf(inside), publishConfigOf(known?.json)];
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
    return (0,records/* isRecord */.u)(json) && (0,records/* isRecord */.u)(json.publishConfig) ? json.publishConfig : {};
}
function different(what, is, wanted) {
    if (is === wanted)
        return [];
    return [`${what} is ${JSON.stringify(is) ?? 'absent'}, expected ${JSON.stringify(wanted) ?? 'none'}`];
}
/** A fault of what another job handed over. */
function refusal(faults) {
    return new errors/* UserError */.yo(`The release that was handed over is refused: ${faults.join('; ')}. Nothing was published, tagged or pushed. ` +
        'The job that packed it runs the code of the packages and of their dependencies; if you did not change the workflow, look at what they do.');
}


/***/ }),

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
