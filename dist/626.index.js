export const id = 626;
export const ids = [626];
export const modules = {

/***/ 6399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _packages_publish_ask_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5336);
/* harmony import */ var _packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9580);
/* harmony import */ var _packages_publish_release_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1326);
/* harmony import */ var _packages_registries_package_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4331);
/* harmony import */ var _packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9397);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5286);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6204);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(755);
/* harmony import */ var _setup_own_repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2152);









/** What of this commit is still to be released, asked of the registries themselves. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_6__/* .defineAction */ .Q)({
    inputs: { pypi: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq) },
    async run({ pypi }, runner) {
        const { workspace, env, log, outputs, clock, signal } = runner;
        const { lookUp } = (0,_packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .cliRegistry */ .I)({ cwd: workspace, env, signal });
        const ask = { lookUp, clock, signal };
        const python = pypi === undefined ? undefined : (0,_packages_registries_package_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePackage */ .C)(`pypi:${pypi}`);
        if (python instanceof Error)
            throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`Input pypi: ${JSON.stringify(pypi)} is not valid: ${python.message}.`);
        const { packages } = await (0,_packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleaseWorkspace */ .H)(workspace);
        const open = await (0,_packages_publish_release_state_js__WEBPACK_IMPORTED_MODULE_2__/* .openReleases */ .tT)(packages, { ...ask, gitOptions: (0,_setup_own_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .localGit */ .sz)(runner) });
        // A name that PyPI does not know yet is no fault: a pending publisher creates it.
        const [answer] = python ? await (0,_packages_publish_ask_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .askRegistry */ .r)([python], ask) : [];
        const pypiOpen = answer !== undefined && answer.state !== 'served';
        for (const { name, version, state } of open) {
            log.info(`${name}@${version}: ${state === 'served' ? 'published, but not tagged' : 'to be published'}`);
        }
        if (pypiOpen)
            log.info(`${pypi}: to be published on PyPI`);
        if (open.length === 0 && !pypiOpen)
            log.info('Every version of this commit is released.');
        await outputs.set('npm', open.length > 0);
        await outputs.set('pypi', pypiOpen);
        await outputs.set('open', open.length > 0 || pypiOpen);
    },
}));


/***/ }),

/***/ 2152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ openOwnRepository),
/* harmony export */   UW: () => (/* binding */ connectHome),
/* harmony export */   d5: () => (/* binding */ ownRepository),
/* harmony export */   sz: () => (/* binding */ localGit)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9982);


/** `owner/name` of the repository that this job belongs to. Throws a UserError where the runner does not say. */
function ownRepository(env) {
    const { GITHUB_REPOSITORY: repository } = env;
    if (repository)
        return repository;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('GITHUB_REPOSITORY is not set: this action runs in a job of GitHub Actions, which sets it.');
}
/**
 * The repository that this job belongs to, with the job's own token where there is one: the tokens for others need no right
 * to write there, even where it belongs to the same owner.
 */
function connectHome(given, runner) {
    const repository = ownRepository(runner.env);
    const { token, apiUrl } = given;
    return { repository, client: (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, token === undefined ? given : { token, apiUrl }, runner) };
}
/** Throws a UserError where the runner does not say which repository this is. */
function openOwnRepository({ token, apiUrl }, runner) {
    const repository = ownRepository(runner.env);
    const client = (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, { token, apiUrl }, runner);
    return { repository, client, gitOptions: { ...localGit(runner), token, serverUrl: runner.env.GITHUB_SERVER_URL } };
}
/** Git in the workspace, without credentials. */
function localGit({ workspace, env, signal }) {
    return { cwd: workspace, env, signal };
}


/***/ }),

/***/ 5177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ publishWaves)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _train_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2556);


/**
 * The packages by depth of what they need to be installed (development dependencies do not count), each wave by name. Throws
 * a UserError that shows the cycle where some need each other.
 */
function publishWaves(packages) {
    const nodes = packages.map((one) => ({ id: one.name, needs: needsOf(one) })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const [cycle] = (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .findCycles */ .p4)(nodes);
    if (cycle === undefined)
        return (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .wavesOf */ .gt)(nodes);
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`These packages need each other, so none can be published first: ${cycle.join(' → ')}. ` +
        'Break the cycle; a development dependency does not count.');
}
function needsOf({ name, dependencies }) {
    const needs = dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name);
    return needs.filter((need) => need !== name);
}


/***/ }),

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

/***/ 9580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readReleaseWorkspace)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _changesets_publish_waves_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5177);
/* harmony import */ var _workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(853);
/* harmony import */ var _workspace_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7372);




/**
 * The packages of a folder that can be published (public, with a version), in the order of publishing.
 *
 * @throws UserError with every package.json that cannot be read, or with the cycle that leaves no order.
 */
async function readReleaseWorkspace(directory) {
    const { manager, packages, problems } = await (0,_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkspace */ .i)((0,_workspace_source_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryTree */ .u)(directory));
    const stopping = problems.filter((one) => !one.private).map(({ fault }) => fault);
    if (stopping.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(stopping);
    if (packages.length === 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('There is no package.json here. Check out the repository first.');
    const waves = (0,_changesets_publish_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .publishWaves */ .A)(packages);
    const single = packages.length === 1 && packages[0]?.directory === '.';
    const byName = new Map(packages.map((one) => [one.name, one]));
    const ordered = waves.flat().flatMap((name) => {
        const one = byName.get(name);
        if (one?.version === undefined || one.private)
            return [];
        const tag = single ? `v${one.version}` : `${name}@${one.version}`;
        return [{ name, version: one.version, directory: one.directory, tag, json: one.json }];
    });
    return { manager, packages: ordered };
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


/**
 * Which versions are still to be released: all but those that the registry serves and that have their tag. Throws a
 * UserError where the registry gives no answer.
 */
async function openReleases(...args) {
    return (await releaseStates(...args)).filter(({ state, tagged }) => state !== 'served' || !tagged);
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
function asNpm({ name, version }) {
    return { ecosystem: 'npm', name, version };
}


/***/ }),

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
/** Reads `npm:NAME@VERSION` or `pypi:NAME==VERSION`; an Error says what was expected. */
function parsePackage(text) {
    const npm = /^npm:(@?[^@\s]+)@(.+)$/.exec(text);
    if (npm)
        return npmPackage(npm[1] ?? '', npm[2] ?? '');
    const pypi = /^pypi:([^=\s]+)==(.+)$/.exec(text);
    if (pypi)
        return pypiPackage(pypi[1] ?? '', pypi[2] ?? '');
    return new Error('expected npm:NAME@VERSION or pypi:NAME==VERSION');
}
function npmPackage(name, version) {
    if (!(0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isNpmName */ .J)(name))
        return new Error(`${JSON.stringify(name)} is not an npm package name`);
    if (!isExactVersion(version)) {
        return new Error(`${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1`);
    }
    return { ecosystem: 'npm', name, version };
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


/***/ }),

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Gr: () => (/* binding */ stageChanges),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   u$: () => (/* binding */ commitStaged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _run_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6052);


/** What git printed, without blanks around it; throws a UserError with what git said where it fails. */
async function git(args, options) {
    const { exitCode, stdout, stderr } = await tryGit(args, options);
    if (exitCode === 0)
        return stdout.trim();
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`git ${args[0]} ${ending}: ${(0,_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .lastWords */ .aN)(stderr)}`);
}
/** The same where failure is an answer. */
async function tryGit(args, options) {
    try {
        return await (0,_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .runClient */ .bx)('git', args, { ...options, env: { ...options.env, ...environment(options) } });
    }
    catch (error) {
        if (!(error instanceof _run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandMissing */ .Q0))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('git is not installed here. Runners of GitHub have it; install it on your own.');
    }
}
/** Whoever checked out with `persist-credentials: false` gives the token to the one command that needs it. */
function environment({ token, serverUrl = 'https://github.com' }) {
    const quiet = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    if (token === undefined)
        return quiet;
    const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
    return {
        ...quiet,
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${serverUrl.replace(/\/+$/, '')}/.extraheader`,
        GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
    };
}
/**
 * Commits what is staged as the runner's bot and returns the commit; undefined where nothing is staged. The same content on
 * the same parent is the same commit, whenever it is made: so a run that is repeated finds what it made before.
 */
async function commitStaged(message, options) {
    const { exitCode } = await tryGit(['diff', '--cached', '--quiet'], options);
    if (exitCode === 0)
        return undefined;
    const date = await git(['log', '-1', '--format=%cI'], options);
    const [name, email] = ['github-actions[bot]', '41898282+github-actions[bot]@users.noreply.github.com'];
    const identity = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
    const env = { ...options.env, ...identity, ...committer };
    await git(['commit', '--quiet', '--no-verify', '--no-gpg-sign', '-m', message], { ...options, env });
    return git(['rev-parse', 'HEAD'], options);
}
/** Stages every change of a tracked file, and new files of this name: nothing that a build left behind. */
async function stageChanges(newFile, options) {
    await git(['add', '--update', ':/'], options);
    const created = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', `:(top,glob)**/${newFile}`], options);
    const files = created.split('\0').filter((file) => file !== '');
    if (files.length > 0)
        await git(['add', '--', ...files.map((file) => `:(top,literal)${file}`)], options);
}


/***/ }),

/***/ 4339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** Whether a value from elsewhere is an object that is neither null nor a list. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ backoffMs),
/* harmony export */   s: () => (/* binding */ jitteredBackoffMs)
/* harmony export */ });
/** Milliseconds to wait after so many tries have failed before; 0 gives the first wait. */
function backoffMs({ firstMs, factor, longestMs }, failedBefore) {
    return Math.min(longestMs, firstMs * factor ** failedBefore);
}
/**
 * The same, drawn from its upper half, so that many who failed at once do not come back at once. `random` gives numbers from
 * 0 up to 1.
 */
function jitteredBackoffMs(backoff, failedBefore, random) {
    return backoffMs(backoff, failedBefore) * (0.5 + random() / 2);
}


/***/ }),

/***/ 1509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ timedSignal)
/* harmony export */ });
/** A signal that aborts with `reason` when the time is over, and with the outer signal's reason as soon as that aborts. */
function timedSignal({ clock, ms, signal }, reason) {
    const stop = new AbortController();
    const cleared = new AbortController();
    const passOn = () => stop.abort(signal?.reason);
    if (signal?.aborted)
        passOn();
    signal?.addEventListener('abort', passOn, { once: true });
    clock.sleep(ms, cleared.signal).then(() => stop.abort(reason()), () => { });
    return {
        signal: stop.signal,
        clear: () => {
            cleared.abort();
            signal?.removeEventListener('abort', passOn);
        },
    };
}


/***/ }),

/***/ 2556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ withNeeds),
/* harmony export */   gt: () => (/* binding */ wavesOf),
/* harmony export */   hO: () => (/* binding */ withDependents),
/* harmony export */   p4: () => (/* binding */ findCycles)
/* harmony export */ });
/**
 * Ids by depth: a wave holds what needs nothing but earlier waves, in the order given. What is on a cycle, or needs
 * something on one, is in no wave. Linear in nodes and needs.
 */
function wavesOf(nodes) {
    const open = openNeeds(nodes);
    const dependents = dependentsByNeed(nodes);
    const waves = [];
    let wave = nodes.filter(({ id }) => open.get(id) === 0).map(({ id }) => id);
    const place = new Map(nodes.map(({ id }, index) => [id, index]));
    while (wave.length > 0) {
        waves.push(wave);
        const next = [];
        for (const id of wave) {
            for (const dependent of dependents.get(id) ?? []) {
                const left = (open.get(dependent) ?? 0) - 1;
                open.set(dependent, left);
                if (left === 0)
                    next.push(dependent);
            }
        }
        wave = next.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    }
    return waves;
}
/**
 * Cycles that have no node in common, each as its path with the first id repeated at the end: `a, b, a` says that a needs
 * b and b needs a. Empty exactly where there is no cycle. Linear in nodes and needs.
 */
function findCycles(nodes) {
    const ordered = new Set(wavesOf(nodes).flat());
    const stuck = new Map(nodes.filter(({ id }) => !ordered.has(id)).map(({ id, needs }) => [id, needs]));
    const place = new Map([...stuck.keys()].map((id, index) => [id, index]));
    const seen = new Set();
    const cycles = [];
    for (const start of stuck.keys()) {
        // A node that no wave holds needs another such node, so a walk along these needs runs into a cycle or an older walk.
        const walk = new Map();
        let id = start;
        while (id !== undefined && !seen.has(id)) {
            seen.add(id);
            walk.set(id, walk.size);
            id = stuck.get(id)?.find((need) => stuck.has(need));
        }
        const from = id === undefined ? undefined : walk.get(id);
        if (from !== undefined)
            cycles.push(closed([...walk.keys()].slice(from), place));
    }
    return cycles;
}
/** The cycle begun at the node that comes first in the manifest. */
function closed(cycle, place) {
    const first = cycle.indexOf([...cycle].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))[0] ?? '');
    const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
    return [...turned, ...turned.slice(0, 1)];
}
/** The given ids and everything that needs them, directly or not. */
function withDependents(nodes, ids) {
    const dependents = dependentsByNeed(nodes);
    return closure(ids, (id) => dependents.get(id) ?? []);
}
/** The given ids and everything they need, directly or not. */
function withNeeds(nodes, ids) {
    const needs = new Map(nodes.map((node) => [node.id, node.needs]));
    return closure(ids, (id) => (needs.get(id) ?? []).filter((need) => needs.has(need)));
}
function closure(ids, next) {
    // A Set hands out what is added while it is walked.
    const reached = new Set(ids);
    for (const id of reached)
        for (const other of next(id))
            reached.add(other);
    return reached;
}
function openNeeds(nodes) {
    const ids = new Set(nodes.map(({ id }) => id));
    return new Map(nodes.map(({ id, needs }) => [id, needs.filter((need) => ids.has(need)).length]));
}
function dependentsByNeed(nodes) {
    const dependents = new Map(nodes.map(({ id }) => [id, []]));
    for (const { id, needs } of nodes)
        for (const need of needs)
            dependents.get(need)?.push(id);
    return dependents;
}


/***/ })

};
