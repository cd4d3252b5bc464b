export const id = 1859;
export const ids = [1859];
export const modules = {

/***/ 5336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ askRegistry)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(667);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4331);



const ATTEMPTS = 3;
const PAUSE = { firstMs: 3_000, factor: 2, longestMs: 10_000 };
/**
 * Asks the registry about versions, in their order. No answer is never "not there": what stays unclear after some attempts
 * is a UserError with every such package.
 */
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

/***/ 7199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readReleaseWorkspace)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4339);
/* harmony import */ var _changesets_publish_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7151);
/* harmony import */ var _workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(853);
/* harmony import */ var _workspace_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(231);





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
        return [{ name, version: one.version, directory: one.directory, tag, json: one.json, ...placesOf(one) }];
    });
    return { manager, packages: ordered };
}
/** What `publishConfig` says of where a package goes, and from where; a registry for its scope comes first, as in an .npmrc. */
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

/***/ 1326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ releaseStates),
/* harmony export */   Sh: () => (/* binding */ asNpm),
/* harmony export */   tT: () => (/* binding */ openReleases)
/* harmony export */ });
/* harmony import */ var _platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ask_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5336);
/* harmony import */ var _version_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6558);



/**
 * Sorts versions by what is left to do. With `changesetsWait` a package that has had no other version yet is not published: its
 * changesets give it its first one. Throws a UserError where the registry gives no answer.
 */
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
/** How far the release of each version is. */
async function releaseStates(packages, { gitOptions, ...ask }) {
    const tags = new Set((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['tag', '--list'], gitOptions)).split('\n'));
    const answers = await (0,_ask_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .askRegistry */ .r)(packages.map(asNpm), ask);
    return packages.map((one, index) => ({
        ...one,
        state: answers[index]?.state ?? 'pending',
        tagged: tags.has(one.tag),
    }));
}
/** A package as its registry knows it. */
function asNpm({ name, version, registry }) {
    return { ecosystem: 'npm', name, version, ...(registry !== undefined && { registry }) };
}


/***/ }),

/***/ 6558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ versionOrigin)
/* harmony export */ });
/* harmony import */ var _platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

/**
 * How a package.json came by its version: what the commit did that touched it last. Undefined where the history is not here (a
 * shallow clone). `file` is relative to the folder of `options`.
 */
async function versionOrigin(file, options) {
    if ((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['rev-parse', '--is-shallow-repository'], options)) === 'true')
        return undefined;
    const touched = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['log', '-1', '-G', '"version"', '--format=%H', '--', file], options);
    if (touched === '')
        return 'created';
    const changed = ['show', '--relative', '--no-renames', '--name-status', '--format=', touched, '--', '.changeset'];
    // It uses changesets up; the mode of prereleases of changesets 2 keeps them, and lists them in its pre.json.
    if (/^(D\t\.changeset\/.+\.md|[AMD]\t\.changeset\/pre\.json)$/m.test(await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(changed, options)))
        return 'changesets';
    const lines = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['show', '--format=', '--unified=0', '--no-ext-diff', touched, '--', file], options);
    return /^-.*"version"/m.test(lines) ? 'hand' : 'created';
}


/***/ })

};
