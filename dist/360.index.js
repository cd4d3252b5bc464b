export const id = 360;
export const ids = [360];
export const modules = {

/***/ 4374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ prepare_release)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/packages/publish/ask-registry.js
var ask_registry = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(4901);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/packages/registries/package.js
var registries_package = __webpack_require__(4331);
;// CONCATENATED MODULE: ./build/src/packages/publish/choose-version.js



const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'];
/**
 * The version to release: the tag's, else the one that is given, else the next one of the type after package.json's. It
 * depends on the commit alone and not on what is published, so a run that is repeated chooses the same again. Throws a UserError.
 */
function chooseVersion(wanted) {
    const { current, tag, version } = wanted;
    if (!(0,registries_package/* isExactVersion */.Yb)(current)) {
        throw new errors/* UserError */.yo(`package.json has the version ${JSON.stringify(current)}; expected one such as 1.2.3.`);
    }
    if (tag !== undefined)
        return versionOfTag(tag, wanted);
    if (version === undefined)
        return nextVersion(wanted);
    if (!(0,registries_package/* isExactVersion */.Yb)(version)) {
        throw new errors/* UserError */.yo(`Input version: ${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1.`);
    }
    if (semver.lt(version, current)) {
        throw new errors/* UserError */.yo(`Input version: ${version} is before ${current}, which package.json has. Versions only go up; to mend an older line, release from its branch.`);
    }
    return version;
}
function versionOfTag(tag, { current, version }) {
    const named = tag.replace(/^v/, '');
    if (!(0,registries_package/* isExactVersion */.Yb)(named)) {
        throw new errors/* UserError */.yo(`The tag ${JSON.stringify(tag)} names no version; expected one such as v${current}.`);
    }
    if (version !== undefined && version !== named) {
        throw new errors/* UserError */.yo(`The tag ${tag} does not match the input version, ${version}. Start the run on a branch instead.`);
    }
    if (named !== current) {
        throw new errors/* UserError */.yo(`The tag ${tag} does not match package.json, which has the version ${current} at that commit. Tag the commit that sets the version, or start this workflow on a branch with the input version: it sets the tag itself.`);
    }
    return named;
}
function nextVersion({ current, releaseType, prereleaseId }) {
    if (releaseType === undefined) {
        throw new errors/* UserError */.yo('There is nothing to release: give the input version or release-type, or start the run by a tag.');
    }
    const type = RELEASE_TYPES.find((one) => one === releaseType);
    const next = type && (prereleaseId === undefined ? semver.inc(current, type) : semver.inc(current, type, prereleaseId));
    if (!next) {
        throw new errors/* UserError */.yo(`Input release-type: ${JSON.stringify(releaseType)} does not say which version comes after ${current}; expected ${RELEASE_TYPES.join(', ')}, or give the input version.`);
    }
    return next;
}

// EXTERNAL MODULE: ./build/src/packages/publish/publishable.js
var publishable = __webpack_require__(9580);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(1326);
// EXTERNAL MODULE: ./build/src/platform/files/replace-files.js
var replace_files = __webpack_require__(4351);
// EXTERNAL MODULE: ./build/src/platform/text/edits.js
var text_edits = __webpack_require__(6620);
// EXTERNAL MODULE: ./build/src/platform/text/json-object.js
var json_object = __webpack_require__(7767);
;// CONCATENATED MODULE: ./build/src/packages/publish/set-version.js






/** Writes a version into package.json and npm's lock file, and a new changelog beside them: all or nothing, no other byte changed. */
async function writeVersion(directory, version, { file: changelogFile, text: changelog }) {
    const replacements = [];
    for (const file of ['package.json', 'package-lock.json', 'npm-shrinkwrap.json']) {
        const text = await (0,text_edits/* readText */.y)((0,external_node_path_.join)(directory, file), file);
        if (text === undefined)
            continue;
        const paths = file === 'package.json' ? [['version']] : [['version'], ['packages', '', 'version']];
        const changed = await withVersion({ file, text }, paths, version);
        if (changed !== text)
            replacements.push({ path: (0,external_node_path_.join)(directory, file), file, text: changed });
    }
    const path = (0,external_node_path_.join)(directory, changelogFile);
    const before = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
    const writeChangelog = async () => {
        if (before === changelog)
            return;
        await (0,promises_.writeFile)(path, changelog).catch((error) => {
            throw new errors/* UserError */.yo(`${changelogFile} cannot be written: ${(0,errors/* messageOf */.bD)(error)}. No file was changed.`);
        });
    };
    await (0,replace_files/* replaceFiles */.s)(replacements, { guarded: [path], finish: writeChangelog });
    return [...replacements.map(({ file }) => file), ...(before === changelog ? [] : [changelogFile])];
}
async function withVersion({ file, text }, paths, version) {
    const json = await (0,json_object/* parseJsonObject */.d)(text, (message, place) => ({ message: `${file}: ${message}`, file, ...place }));
    if ('faults' in json)
        throw new errors/* UserError */.yo(json.faults);
    const edits = paths.flatMap((path) => json.spans(path)).filter(({ value }) => typeof value === 'string');
    const replaced = edits.map(({ offset, length }) => ({ offset, length, text: JSON.stringify(version) }));
    return (0,text_edits/* applyEdits */.c)(text, replaced);
}

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
;// CONCATENATED MODULE: ./build/src/actions/prepare-release.js















const CHANGELOG = 'CHANGELOG.md';
/** Chooses the version, checks that it can be released, and commits it here, with its changelog. Nothing is pushed. */
/* harmony default export */ const prepare_release = ((0,action/* defineAction */.Q)({
    inputs: { version: (0,inputs/* optional */.lq)(inputs/* text */.Qq), 'release-type': (0,inputs/* optional */.lq)(inputs/* text */.Qq), 'prerelease-id': (0,inputs/* optional */.lq)(inputs/* text */.Qq) },
    async run({ version: given, releaseType, prereleaseId }, runner) {
        const { workspace, env, log, outputs } = runner;
        const current = await onlyPackage(workspace);
        const startedBy = env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined;
        const version = chooseVersion({
            current: current.version,
            version: given,
            releaseType,
            tag: startedBy,
            prereleaseId,
        });
        const release = { name: current.name, version, tag: `v${version}`, startedBy };
        for (const key of ['name', 'version', 'tag'])
            await outputs.set(key, release[key]);
        const done = await isDone(release, runner);
        await outputs.set('needed', !done);
        if (done) {
            log.notice(`${release.name}@${version} is released already, by the tag ${release.tag}. There is nothing to do.`);
            return outputs.summarise(`### Nothing to do\n\n${(0,markdown/* code */.aY)(`${release.name}@${version}`)} is released already.`);
        }
        const gitOptions = (0,own_repository/* localGit */.sz)(runner);
        if (startedBy === undefined)
            await commitVersion(release, workspace, gitOptions);
        log.info(`Releasing ${release.name}@${version}, from ${await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions)}.`);
    },
}));
async function onlyPackage(workspace) {
    const { packages } = await (0,publishable/* readReleaseWorkspace */.H)(workspace);
    const [first, ...more] = packages;
    if (first && more.length === 0 && first.directory === '.')
        return first;
    throw new errors/* UserError */.yo(`Expected one public package with a version in the package.json of the repository, found ${packages.length}. Repositories with several packages use the template release-changesets.yml.`);
}
/** Whether somebody has released it; throws a UserError where it cannot be released at all. */
async function isDone({ name, version, tag, startedBy }, runner) {
    const { workspace, env, clock, signal } = runner;
    const { lookUp } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
    const [answer] = await (0,ask_registry/* askRegistry */.r)([(0,release_state/* asNpm */.Sh)({ name, version })], { lookUp, clock, signal });
    if (answer?.state === 'absent') {
        throw new errors/* UserError */.yo(`The registry knows no package named ${name}. Nothing was published. Trusted publishing cannot create a name: publish a first version by hand (npm publish --access public), then name this workflow as its trusted publisher.`);
    }
    const gitOptions = (0,own_repository/* localGit */.sz)(runner);
    const tagged = (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`], gitOptions)).stdout.trim();
    const made = tagged !== '' && (await isOurs(tagged, startedBy, gitOptions));
    if (answer?.state === 'served')
        return tagged !== '' && !made;
    if (tagged === '' || made || startedBy !== undefined)
        return false;
    throw new errors/* UserError */.yo(`The tag ${tag} is there already, on commit ${tagged.slice(0, 9)}, but the registry does not serve ${name}@${version}. Nothing was published. To publish what is tagged, start this workflow on the tag; to release something else, choose another version.`);
}
/** A tag that started this run, or that an attempt of this run made: on this commit, or on the release commit after it. */
async function isOurs(tagged, startedBy, gitOptions) {
    const head = await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions);
    const message = await (0,git/* git */.$Y)(['log', '-1', '--format=%B', tagged], gitOptions);
    // By its own tag the workflow is started only where the tag was pushed by another token than the run's.
    if (startedBy !== undefined)
        return tagged === head && !message.includes(TRAILER);
    return (tagged === head || (message.includes(TRAILER) && (await (0,git/* git */.$Y)(['rev-parse', `${tagged}^`], gitOptions)) === head));
}
const TRAILER = 'Released-By: release-actions';
async function commitVersion({ version, tag }, workspace, gitOptions) {
    const before = await (0,promises_.readFile)((0,external_node_path_.join)(workspace, CHANGELOG), 'utf8').catch(() => '');
    const date = (await (0,git/* git */.$Y)(['log', '-1', '--format=%cs'], gitOptions)) || '';
    const changes = await changesSince(await lastTag(tag, gitOptions), gitOptions);
    const known = (0,publish_changelog/* changelogSection */.U)(before, version) !== undefined;
    const changelog = known ? before : (0,publish_changelog/* withSection */.i)(before, { version, date, changes });
    await writeVersion(workspace, version, { file: CHANGELOG, text: changelog });
    await (0,git/* stageChanges */.Gr)(CHANGELOG, gitOptions);
    await (0,git/* commitStaged */.u$)(`Release ${tag}\n\n${TRAILER}`, gitOptions);
}
/** The version tag before this commit; undefined for the first release. */
async function lastTag(tag, gitOptions) {
    const args = ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', '--exclude', tag];
    const { exitCode, stdout } = await (0,git/* tryGit */.Ii)(args, gitOptions);
    return exitCode === 0 ? stdout.trim() : undefined;
}
const MOST_CHANGES = 200;
async function changesSince(tag, gitOptions) {
    const range = tag === undefined ? 'HEAD' : `${tag}..HEAD`;
    const args = ['log', '--no-merges', `--max-count=${MOST_CHANGES}`, '--format=%H%x00%s', range];
    const lines = (await (0,git/* git */.$Y)(args, gitOptions)).split('\n').filter((line) => line !== '');
    return lines.map((line) => {
        const [commit = '', subject = ''] = line.split('\0');
        return { commit, subject };
    });
}


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

/***/ 4351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ replaceFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5286);




/**
 * Replaces files such that either all of them and what `finish` does succeed, or every file is as it was before, also those in
 * `guarded`. Every new text is first written beside its file, so that a full disk or a read-only file is met before anything
 * has changed. Throws what failed; a UserError with every file that cannot be written.
 */
async function replaceFiles(replacements, together = {}) {
    const { guarded = [], finish, signal } = together;
    const originals = new Map();
    const staged = [];
    try {
        await stageAll(replacements, staged);
        signal?.throwIfAborted();
        for (const path of guarded)
            originals.set(path, await bytesOf(path));
        for (const one of staged) {
            const before = await takePlace(one);
            originals.set(one.target, before);
        }
        await finish?.();
    }
    catch (error) {
        await putBack(originals, error);
        throw error;
    }
    finally {
        await Promise.all(staged.map(({ sibling }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(sibling, { force: true })));
    }
}
async function stageAll(replacements, staged) {
    const faults = [];
    for (const { path, file, text } of replacements) {
        try {
            const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path);
            const sibling = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
            staged.push({ file, target, sibling });
            const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(target);
            // Whoever made it read-only meant it, even where the user may write anything.
            if ((mode & 0o222) === 0)
                throw new Error('it is read-only');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(target, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(sibling, text, { mode, flag: 'wx' });
        }
        catch (error) {
            faults.push(faultOf(file, error));
        }
    }
    if (faults.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(faults);
}
/** By a rename, so that nobody ever sees a file half-written; returns what stood there. */
async function takePlace({ file, target, sibling }) {
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(target);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(sibling, target);
        return before;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(faultOf(file, error), { cause: error });
    }
}
async function putBack(originals, cause) {
    const lost = [];
    for (const [path, bytes] of originals)
        await restore(path, bytes).catch(() => lost.push(path));
    if (lost.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`Writing failed halfway (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}), and ${lost.join(', ')} could not be put back. Restore it with git checkout.`, { cause });
}
async function restore(path, bytes) {
    const now = await bytesOf(path);
    if (bytes === undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
    else if (!now?.equals(bytes))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, bytes);
}
async function bytesOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
function faultOf(file, error) {
    return { message: `${file} cannot be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}. No file was changed; make it writable.`, file };
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
