export const id = 1859;
export const ids = [1859, 8021, 8296, 2174, 3055, 1331, 4901, 7405, 2474];
export const modules = {

/***/ 5336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ askRegistry)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60667);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24331);



const ATTEMPTS = 3;
const PAUSE = { firstMs: 3_000, factor: 2, longestMs: 10_000 };
async function askRegistry(packages, options) {
    const found = await Promise.all(packages.map((pkg) => askOnce(pkg, options)));
    const faults = found.flatMap((one, index) => {
        const pkg = packages[index];
        return pkg === undefined || isAnswer(one) ? [] : [{ message: unclear(pkg, one) }];
    });
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    return found.filter(isAnswer);
}
async function askOnce(pkg, { lookUp, clock, signal, thorough = false }) {
    for (let attempt = 1;; attempt += 1) {
        const found = await lookUp(pkg, thorough);
        if (isAnswer(found) || attempt === ATTEMPTS)
            return found;
        await clock.sleep((0,_platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .backoffMs */ .j)(PAUSE, attempt - 1), signal);
    }
}
function isAnswer(found) {
    return found.state !== 'unreachable' && found.state !== 'unauthorized';
}
function unclear(pkg, { state, detail }) {
    const advice = state === 'unauthorized'
        ? 'Check the credentials in .npmrc or in the configuration of pip.'
        : 'Check the status page of the registry, then run this job again.';
    return `Nobody can say whether ${(0,_registries_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)} is published: the registry is ${state} (${detail}). ${advice}`;
}


/***/ }),

/***/ 27199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readReleaseWorkspace)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64339);
/* harmony import */ var _changesets_publish_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27151);
/* harmony import */ var _workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30853);
/* harmony import */ var _workspace_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20231);





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
        return [{ name, version: one.version, directory: one.directory, tag, json: one.json, ...placesOf(one) }];
    });
    return { manager, packages: ordered };
}
function placesOf({ name, json }) {
    const { publishConfig } = json.json.value;
    if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u)(publishConfig))
        return {};
    const scope = /^(@[^/]+)\//.exec(name)?.[1];
    const registry = publishConfig[`${scope}:registry`] ?? publishConfig.registry;
    const { directory } = publishConfig;
    return {
        ...(typeof registry === 'string' && { registry }),
        ...(typeof directory === 'string' && { contents: directory }),
    };
}


/***/ }),

/***/ 61326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ releaseStates),
/* harmony export */   Sh: () => (/* binding */ asNpm),
/* harmony export */   tT: () => (/* binding */ openReleases)
/* harmony export */ });
/* harmony import */ var _platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17279);
/* harmony import */ var _ask_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5336);
/* harmony import */ var _version_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46558);



async function openReleases(packages, { changesetsWait, ...options }) {
    const sorted = { open: [], adopted: [], waiting: [] };
    for (const one of await releaseStates(packages, options)) {
        const served = one.state === 'served';
        if (served && one.tagged)
            continue;
        const doubtful = served || changesetsWait;
        const origin = doubtful ? await (0,_version_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOrigin */ .F)(one.json.file, options.gitOptions) : undefined;
        if (served && origin !== undefined && origin !== 'changesets')
            sorted.adopted.push(one);
        else if (!served && changesetsWait && origin === 'created')
            sorted.waiting.push(one);
        else
            sorted.open.push(one);
    }
    return sorted;
}
async function releaseStates(packages, { gitOptions, ...ask }) {
    const tags = new Set((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['tag', '--list'], gitOptions)).split('\n'));
    const answers = await (0,_ask_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .askRegistry */ .r)(packages.map(asNpm), ask);
    return packages.map((one, index) => ({
        ...one,
        state: answers[index]?.state ?? 'pending',
        tagged: tags.has(one.tag),
    }));
}
function asNpm({ name, version, registry }) {
    return { ecosystem: 'npm', name, version, ...(registry !== undefined && { registry }) };
}


/***/ }),

/***/ 46558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ versionOrigin)
/* harmony export */ });
/* harmony import */ var _platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17279);

async function versionOrigin(file, options) {
    if ((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['rev-parse', '--is-shallow-repository'], options)) === 'true')
        return undefined;
    const touched = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['log', '-1', '-G', '"version"', '--format=%H', '--', file], options);
    if (touched === '')
        return 'created';
    const changed = ['show', '--relative', '--no-renames', '--name-status', '--format=', touched, '--', '.changeset'];
    if (/^(D\t\.changeset\/.+\.md|[AMD]\t\.changeset\/pre\.json)$/m.test(await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(changed, options)))
        return 'changesets';
    const lines = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['show', '--format=', '--unified=0', '--no-ext-diff', touched, '--', file], options);
    return /^-.*"version"/m.test(lines) ? 'hand' : 'created';
}


/***/ })
,

/***/ 18021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ packedManifest)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);


const BLOCK = 512;
const LARGEST = 1024 * 1024 * 1024;
const ORDINARY = 64 * 1024 * 1024;
const HIGHEST_RATIO = 100;
function packedManifest(tarball, shownAs) {
    const manifests = [];
    try {
        const tar = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(tarball, { maxOutputLength: largestOf(tarball) });
        for (const { name, type, content } of entriesOf(tar)) {
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
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${shownAs} is no package: its package.json cannot be read: ${error.message}.`);
    }
}
function largestOf({ length }) {
    return Math.min(LARGEST, Math.max(ORDINARY, length * HIGHEST_RATIO));
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


/***/ })
,

/***/ 58296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ repositoryFault),
/* harmony export */   Y: () => (/* binding */ homeOfProvenance)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64339);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35663);


async function homeOfProvenance(env, workspace) {
    const { serverUrl, repository } = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .runContext */ .pO)(env);
    const event = await (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .readEvent */ .j_)(env, workspace);
    const about = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(event) && (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(event.repository) ? event.repository : {};
    const isPublic = about.visibility === 'public' || about.private === false;
    return isPublic && serverUrl !== undefined && repository !== undefined ? { serverUrl, repository } : undefined;
}
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


/***/ })
,

/***/ 17758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ verifyTarballs),
/* harmony export */   VA: () => (/* binding */ verifyRelease),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);
/* harmony import */ var _platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19523);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64339);
/* harmony import */ var _tarball_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18021);






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
async function verifyTarballs(release, folder, { packages }) {
    const byName = new Map(packages.map((one) => [one.name, one]));
    const faults = await Promise.all(release.packages.map(async (pkg) => {
        const bytes = await (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_3__/* .pathInside */ ._l)(folder, pkg.file)
            .then((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path))
            .catch(() => undefined);
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
function refusal(faults) {
    return new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The release that was handed over is refused: ${faults.join('; ')}. Nothing was published, tagged or pushed. ` +
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
/* harmony import */ var _workspace_manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9138);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51410);






const FILE = 'release.json';
async function writeRelease(folder, release) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, FILE), `${JSON.stringify(release, undefined, 2)}\n`);
}
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
,

/***/ 93055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ chooseVersion)
/* harmony export */ });
/* unused harmony export RELEASE_TYPES */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24331);



const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'];
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
,

/***/ 31331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ tarballFaults)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64339);
/* harmony import */ var _workspace_package_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65560);
/* harmony import */ var _own_repository_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58296);




function tarballFaults(manifest, { name, version, directory, distTag }, home) {
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
function unresolvedRanges(manifest) {
    const kinds = _workspace_package_json_js__WEBPACK_IMPORTED_MODULE_1__/* .DEPENDENCY_KINDS */ .S.filter((kind) => kind !== 'devDependencies');
    return kinds.flatMap((kind) => Object.entries((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(manifest[kind]) ? manifest[kind] : {})
        .filter(([, range]) => /^(workspace|catalog|link|portal):/.test(String(range)))
        .map(([dependency, range]) => `${dependency}@${range}`));
}


/***/ })
,

/***/ 44901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ changelogSection),
/* harmony export */   i: () => (/* binding */ withSection)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96292);

function changelogSection(changelog, version) {
    const lines = changelog.split(/\r?\n/);
    const start = lines.findIndex((line) => headingVersion(line) === version);
    if (start < 0)
        return undefined;
    const level = levelOf(lines[start] ?? '');
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => levelOf(line) > 0 && levelOf(line) <= level);
    return rest
        .slice(0, end < 0 ? undefined : end)
        .join('\n')
        .trim();
}
function withSection(changelog, { version, date, changes }) {
    if (changelogSection(changelog, version) !== undefined)
        return changelog;
    const newline = changelog.includes('\r\n') ? '\r\n' : '\n';
    const items = changes.map(({ subject, commit }) => `- ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(subject)} (${commit.slice(0, 9)})`);
    const section = [`## ${version} (${date})`, '', ...(items.length > 0 ? items : ['- No changes.']), ''];
    const text = changelog.trim() === '' ? `# Changelog${newline}` : changelog;
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex((line) => levelOf(line) === 2);
    if (first >= 0)
        return [...lines.slice(0, first), ...section, ...lines.slice(first)].join(newline);
    return [...lines.join('\n').trimEnd().split('\n'), '', ...section].join(newline);
}
function levelOf(line) {
    return /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
}
function headingVersion(line) {
    return /^#{1,6}\s+(?:\S+@|\[)?v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*?)\]?(?:[\s(].*)?$/.exec(line)?.[1];
}


/***/ })
,

/***/ 47405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dI: () => (/* binding */ BUNDLE),
  HQ: () => (/* binding */ createReleases),
  Sq: () => (/* binding */ pushCommit),
  YP: () => (/* binding */ pushTags)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(23019);
// EXTERNAL MODULE: ./build/src/platform/github/releases.js
var releases = __webpack_require__(27911);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(16052);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/packages/publish/handed-over.js
var handed_over = __webpack_require__(17758);
;// CONCATENATED MODULE: ./build/src/packages/publish/release-commit.js



const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml'];
const MANIFEST = 'package.json';
const ALLOWED = new Set([MANIFEST, 'CHANGELOG.md', 'pnpm-workspace.yaml', ...LOCK_FILES]);
const MAY_CHANGE = new Set(['version', 'dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']);
const MOST_COMMITS = 1;
async function verifyReleaseCommit({ head, commit: base, packages }, options) {
    const [, ...parents] = (await (0,git/* git */.$Y)(['rev-list', '--parents', '--max-count=1', head], options)).split(' ');
    if (parents.length !== MOST_COMMITS || parents[0] !== base) {
        throw (0,handed_over/* refusal */.x5)([`its commit ${head} does not stand directly on ${base}`]);
    }
    const raw = await (0,git/* git */.$Y)(['diff-tree', '-r', '-z', '--no-renames', '--raw', base, head], options);
    const fields = raw.split('\0').filter((field) => field !== '');
    const faults = [];
    for (let index = 0; index + 1 < fields.length; index += 2) {
        const [change = '', path = ''] = [fields[index], fields[index + 1]];
        const name = path.split('/').at(-1) ?? '';
        const [before, after, , , status] = change.replace(/^:/, '').split(' ');
        const plain = after === '100644' && (before === '100644' || (status === 'A' && name === 'CHANGELOG.md'));
        if (!plain || !ALLOWED.has(name))
            faults.push(`its commit changes ${JSON.stringify(path)}`);
        else
            faults.push(...(await contentFaults(path, name, { head, base, options })));
    }
    const manifest = JSON.parse((await (0,git/* git */.$Y)(['cat-file', 'blob', `${head}:${MANIFEST}`], options)).replace(/^\uFEFF/, ''));
    const version = (0,records/* isRecord */.u)(manifest) ? manifest.version : undefined;
    if (packages.some((pkg) => pkg.version !== version))
        faults.push(`its commit has the version ${JSON.stringify(version)}`);
    if (faults.length > 0)
        throw (0,handed_over/* refusal */.x5)(faults);
}
async function contentFaults(path, name, { head, base, options }) {
    if (name === 'CHANGELOG.md')
        return [];
    const at = (commit) => (0,git/* git */.$Y)(['cat-file', 'blob', `${commit}:${path}`], options);
    const [before, after] = [await at(base), await at(head)];
    return name === MANIFEST ? manifestFaults(path, before, after) : originFaults(path, before, after);
}
function manifestFaults(path, before, after) {
    const [old, next] = [before, after].map((text) => JSON.parse(text.replace(/^\uFEFF/, '')));
    if (!(0,records/* isRecord */.u)(old) || !(0,records/* isRecord */.u)(next))
        return [`${path} in its commit is no map`];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
    return keys.flatMap((key) => {
        if (JSON.stringify(old[key]) === JSON.stringify(next[key]))
            return [];
        const names = (of) => JSON.stringify((0,records/* isRecord */.u)(of) ? Object.keys(of).sort() : []);
        const sameNames = key === 'version' || names(old[key]) === names(next[key]);
        return MAY_CHANGE.has(key) && sameNames ? [] : [`its commit changes ${JSON.stringify(key)} of ${path}`];
    });
}
function originFaults(path, before, after) {
    const origins = (text) => new Set(text.match(/[a-z+]{2,12}:\/\/[^/\s"']{1,256}/gi) ?? []);
    const known = origins(before);
    return [...origins(after)]
        .filter((origin) => !known.has(origin))
        .map((origin) => `its commit makes ${path} take packages from ${origin}`);
}

;// CONCATENATED MODULE: ./build/src/packages/publish/record.js










const BUNDLE = 'commit.bundle';
const ATTEMPTS = 3;
async function pushTags(release, options) {
    const { head, commit, packages } = release;
    const { folder, gitOptions, log } = options;
    if (head !== commit) {
        await (0,git/* git */.$Y)(['fetch', '--quiet', '--no-tags', (0,external_node_path_.join)(folder, BUNDLE), 'HEAD'], gitOptions);
        await verifyReleaseCommit(release, gitOptions);
    }
    const remote = await remoteTags(packages, gitOptions);
    for (const { tag } of packages) {
        const there = remote.get(tag);
        if (there === undefined) {
            await (0,git/* git */.$Y)(['push', '--quiet', 'origin', `${head}:refs/tags/${tag}`], gitOptions);
            log.info(`Pushed the tag ${tag}.`);
        }
        else if (there !== head) {
            log.info(`The tag ${tag} is there already, on ${there.slice(0, 9)}.`);
        }
    }
}
async function remoteTags(packages, options) {
    const names = packages.flatMap(({ tag }) => [`refs/tags/${tag}`, `refs/tags/${tag}^{}`]);
    const listed = names.length === 0 ? '' : await (0,git/* git */.$Y)(['ls-remote', 'origin', ...names], options);
    const lines = listed.split('\n').filter((line) => line !== '');
    return new Map(lines.map((line) => {
        const [sha = '', ref = ''] = line.split('\t');
        return [ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, ''), sha];
    }));
}
async function pushCommit(head, branch, { onFailure = 'fail', ...options }) {
    try {
        await pushOnTop(head, branch, options);
    }
    catch (error) {
        if (onFailure === 'fail' || !(error instanceof errors/* UserError */.yo))
            throw error;
        options.log.warning(error.message);
    }
}
async function pushOnTop(head, branch, { gitOptions, log }) {
    for (let attempt = 1;; attempt += 1) {
        await (0,git/* git */.$Y)(['fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`], gitOptions);
        const tip = `refs/remotes/origin/${branch}`;
        const commit = await onTopOf(tip, head, branch, gitOptions);
        if (commit === undefined)
            return log.info(`${branch} has the release commit already.`);
        const pushed = await (0,git/* tryGit */.Ii)(['push', 'origin', `${commit}:refs/heads/${branch}`], gitOptions);
        if (pushed.exitCode === 0)
            return log.info(`Pushed the release commit to ${branch}.`);
        const lost = /\[rejected\]|fetch first|non-fast-forward|cannot lock ref/i.test(pushed.stderr);
        if (attempt < ATTEMPTS && lost)
            continue;
        throw new errors/* UserError */.yo(`The release commit could not be pushed to ${branch}: ${whyRefused(pushed.stderr)}. The version is published and tagged; what is missing is its commit on ${branch}. ` +
            'If the branch is protected, let this workflow bypass the rule (the token of a GitHub App as the input token), or give no branch, or on-branch-failure: warn: the tag keeps the commit.');
    }
}
async function onTopOf(tip, head, branch, options) {
    if ((await (0,git/* tryGit */.Ii)(['merge-base', '--is-ancestor', head, tip], options)).exitCode === 0)
        return undefined;
    if ((await (0,git/* tryGit */.Ii)(['merge-base', '--is-ancestor', tip, head], options)).exitCode === 0)
        return head;
    await (0,git/* git */.$Y)(['checkout', '--quiet', '--force', '--detach', tip], options);
    const date = await (0,git/* git */.$Y)(['log', '-1', '--format=%cI', head], options);
    const [name, email] = (await (0,git/* git */.$Y)(['log', '-1', '--format=%cn%n%ce', head], options)).split('\n');
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
    const env = { ...options.env, ...committer };
    const picked = await (0,git/* tryGit */.Ii)(['-c', 'commit.gpgSign=false', 'cherry-pick', head], { ...options, env });
    if (picked.exitCode === 0)
        return (0,git/* git */.$Y)(['rev-parse', 'HEAD'], options);
    const empty = (await (0,git/* tryGit */.Ii)(['diff', '--quiet', 'HEAD'], options)).exitCode === 0;
    await (0,git/* tryGit */.Ii)(['cherry-pick', '--abort'], options);
    if (empty)
        return undefined;
    throw new errors/* UserError */.yo(`The release commit ${head.slice(0, 9)} does not fit on ${branch} any more: somebody changed the same lines since. The version is published and tagged; merge its tag into ${branch} by hand.`);
}
function whyRefused(stderr) {
    const said = stderr.split('\n').flatMap((line) => /^remote: (.*\S)/.exec(line)?.[1] ?? []);
    return (0,run_client/* lastWords */.aN)(said.join(' ') || stderr).replace(/\.$/, '');
}
async function createReleases(client, repository, packages, options) {
    const made = [];
    for (const pkg of packages)
        made.push(await releaseOf(client, repository, pkg, options));
    return made;
}
async function releaseOf(client, repository, pkg, { log, ...options }) {
    const { tag } = pkg;
    try {
        const { outcome, url } = await ensureRelease(client, repository, pkg, options);
        log.info(outcome === 'created' ? `Created the GitHub release ${tag}.` : `The release ${tag} is there.`);
        return { tag, url };
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_) || error.status !== 403)
            throw error;
        log.warning(`The GitHub release ${tag} was not made; what it is about is published and tagged. ${error.message}`);
        return { tag, refused: error.message };
    }
}
async function ensureRelease(client, repository, { tag, notes = '', version }, options) {
    const wanted = { tag, name: tag, body: (0,markdown/* harmlessMarkdown */.Jh)(notes), prerelease: semver.prerelease(version) !== null };
    const find = async () => {
        const there = await (0,releases/* releaseByTag */.$d)(client, repository, tag, options);
        return there && { outcome: 'exists', url: there.url };
    };
    const create = async () => {
        const { outcome, release } = await (0,releases/* createRelease */.YG)(client, repository, wanted, options);
        return { outcome, url: release.url };
    };
    return (await find()) ?? (0,ensure/* ensure */.D)(create, find, { attempts: ATTEMPTS });
}


/***/ })
,

/***/ 92474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ differenceOf),
/* harmony export */   U0: () => (/* binding */ unknownName),
/* harmony export */   Z$: () => (/* binding */ faultsBefore),
/* harmony export */   cp: () => (/* binding */ refuseAll)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);
/* harmony import */ var _registries_integrity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15208);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24331);
/* harmony import */ var _registries_provenance_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76180);
/* harmony import */ var _release_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61326);
/* harmony import */ var _tarball_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18021);
/* harmony import */ var _tarball_faults_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31331);









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
function unknownName(name, manager = 'npm') {
    const byHand = { npm: 'npm publish', pnpm: 'pnpm publish', yarn: 'yarn npm publish', bun: 'bun publish' }[manager];
    return `The registry knows no package named ${name}. Trusted publishing cannot create a name: publish a first version by hand (${byHand} --access public, in the folder of the package), then name this workflow as its trusted publisher. Or mark it "private": true.`;
}
function differenceOf(pkg, { facts: { integrity, origin, unproven } }, build) {
    const difference = (0,_registries_integrity_js__WEBPACK_IMPORTED_MODULE_3__/* .compareIntegrity */ .J5)(pkg.integrity, integrity);
    if (difference === undefined)
        return undefined;
    const foreign = origin && build ? (0,_registries_provenance_js__WEBPACK_IMPORTED_MODULE_5__/* .foreignOrigin */ .F0)(origin, build) : (unproven ?? 'no provenance says where it was built');
    if (foreign === undefined)
        return undefined;
    return (`${(0,_registries_package_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPackage */ .uN)((0,_release_state_js__WEBPACK_IMPORTED_MODULE_6__/* .asNpm */ .Sh)(pkg))} is taken: ${difference}; ${foreign}. Versions are immutable: release a higher one. ` +
        `If what is served is right, push the tag ${pkg.tag} on the commit it was made from.`);
}
function refuseAll(messages) {
    if (messages.length > 0) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(messages.map((message) => ({ message: `${message} Nothing was published.` })));
    }
}


/***/ })

};
