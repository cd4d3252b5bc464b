export const id = 895;
export const ids = [895];
export const modules = {

/***/ 7895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ pack_packages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(6052);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(4901);
;// CONCATENATED MODULE: ./build/src/packages/publish/pack.js







/** Packs one package by its own package manager, which resolves `workspace:` and `catalog:`; throws a UserError with what it said. */
async function packPackage(pkg, options) {
    const { workspace, folder, manager, ...client } = options;
    const directory = (0,external_node_path_.join)(workspace, pkg.directory);
    await (0,promises_.mkdir)(folder, { recursive: true });
    // An empty folder of its own: whatever the tools print, the tarball is the one file there.
    const fresh = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, '.pack-'));
    try {
        await runPack(pkg, manager, { ...client, cwd: directory }, fresh);
        const [made, ...more] = (await (0,promises_.readdir)(fresh)).filter((name) => name.endsWith('.tgz'));
        if (made === undefined || more.length > 0) {
            throw new errors/* UserError */.yo(`${pkg.name} could not be packed: expected one tarball, found ${made ? more.length + 1 : 'none'}.`);
        }
        const file = `${pkg.name.replace(/^@/, '').replace('/', '-')}-${pkg.version}.tgz`;
        await (0,promises_.rename)((0,external_node_path_.join)(fresh, made), (0,external_node_path_.join)(folder, file));
        const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, file));
        const integrity = `sha512-${(0,external_node_crypto_.createHash)('sha512').update(bytes).digest('base64')}`;
        const { name, version, tag } = pkg;
        return { name, version, tag, file, integrity, ...(await extras(directory, pkg)) };
    }
    finally {
        await (0,promises_.rm)(fresh, { recursive: true, force: true });
    }
}
async function runPack({ name }, manager, client, folder) {
    const [command, ...args] = packCommand(manager, folder);
    try {
        const { exitCode, stdout, stderr } = await (0,run_client/* runClient */.bx)(command, args, { timeout: 600_000, ...client });
        if (exitCode === 0)
            return;
        throw new errors/* UserError */.yo(`${name} could not be packed: ${command} pack failed: ${(0,run_client/* lastWords */.aN)(`${stdout}\n${stderr}`)}`);
    }
    catch (error) {
        if (!(error instanceof run_client/* CommandMissing */.Q0))
            throw error;
        throw new errors/* UserError */.yo(`${name} could not be packed, because ${command} is not installed here.`);
    }
}
function packCommand({ name, classic, doubt }, folder) {
    if (doubt)
        throw new errors/* UserError */.yo(doubt);
    if (name === 'pnpm')
        return ['pnpm', 'pack', '--pack-destination', folder];
    if (name === 'bun')
        return ['bun', 'pm', 'pack', '--destination', folder];
    if (name === 'npm')
        return ['npm', 'pack', '--pack-destination', folder];
    return ['yarn', 'pack', classic ? '--filename' : '--out', (0,external_node_path_.join)(folder, 'package.tgz')];
}
async function extras(directory, { version, json }) {
    const publishConfig = json.json.value.publishConfig;
    const distTag = (0,records/* isRecord */.u)(publishConfig) ? publishConfig.tag : undefined;
    const changelog = await (0,promises_.readFile)((0,external_node_path_.join)(directory, 'CHANGELOG.md'), 'utf8').catch(() => '');
    const notes = (0,publish_changelog/* changelogSection */.U)(changelog, version);
    return { ...(typeof distTag === 'string' && { distTag }), ...(notes !== undefined && { notes }) };
}

// EXTERNAL MODULE: ./build/src/packages/publish/publishable.js
var publishable = __webpack_require__(9580);
// EXTERNAL MODULE: ./build/src/packages/publish/record.js
var record = __webpack_require__(4830);
// EXTERNAL MODULE: ./build/src/packages/publish/release-folder.js
var release_folder = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(1326);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 9 modules
var package_registry = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(6292);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/pack-packages.js














/** Packs every package that is not released yet into a folder, with the commit that was made for it. Publishes nothing. */
/* harmony default export */ const pack_packages = ((0,action/* defineAction */.Q)({
    inputs: { folder: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'release'), all: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false) },
    async run({ folder: given, all }, runner) {
        const { workspace, env, log, outputs, clock, signal } = runner;
        const commit = env.GITHUB_SHA;
        if (!commit)
            throw new errors/* UserError */.yo('GITHUB_SHA is not set: this action works in a run of a workflow only.');
        const gitOptions = (0,own_repository/* localGit */.sz)(runner);
        const folder = (0,external_node_path_.resolve)(workspace, given);
        const { manager, packages } = await (0,publishable/* readReleaseWorkspace */.H)(workspace);
        const { lookUp } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
        const choose = all ? release_state/* releaseStates */.KQ : release_state/* openReleases */.tT;
        const open = await choose(packages, { lookUp, clock, signal, gitOptions });
        const packed = [];
        for (const pkg of open) {
            packed.push({ ...(await packPackage(pkg, { workspace, folder, manager, env, signal })), tagged: pkg.tagged });
            log.info(`Packed ${pkg.name}@${pkg.version}.`);
        }
        await (0,promises_.mkdir)(folder, { recursive: true });
        const head = await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions);
        if (head !== commit)
            await (0,git/* git */.$Y)(['bundle', 'create', '--quiet', (0,external_node_path_.join)(folder, record/* BUNDLE */.dI), 'HEAD', `^${commit}`], gitOptions);
        await (0,release_folder/* writeRelease */.d)(folder, { commit, head, packages: packed });
        await outputs.set('packages', packed.map(({ name, version }) => `npm:${name}@${version}`).join('\n'));
        const rows = packed.map(({ name, version, integrity }) => [(0,markdown/* code */.aY)(name), (0,markdown/* code */.aY)(version), (0,markdown/* code */.aY)(integrity)]);
        if (rows.length > 0)
            await outputs.summarise(`### Packed\n\n${(0,markdown/* table */.tp)(['Package', 'Version', 'Integrity'], rows)}`);
        else
            log.info('Every version of this commit is released: there is nothing to pack.');
    },
}));


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

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ changelogSection),
/* harmony export */   i: () => (/* binding */ withSection)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6292);

/** What a changelog says under the heading of a version (`## 1.2.3`, `## [v1.2.3] - date`); undefined where it has none. */
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
/** The changelog with a section for this version on top; one that has the version already is left as it is. */
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
