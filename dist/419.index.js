export const id = 419;
export const ids = [419];
export const modules = {

/***/ 529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ publish_packages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(6052);
// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(667);
// EXTERNAL MODULE: ./build/src/packages/registries/integrity.js
var registries_integrity = __webpack_require__(5208);
// EXTERNAL MODULE: ./build/src/packages/registries/package.js
var registries_package = __webpack_require__(4331);
// EXTERNAL MODULE: ./build/src/packages/registries/provenance.js
var provenance = __webpack_require__(6180);
// EXTERNAL MODULE: ./build/src/packages/publish/ask-registry.js
var ask_registry = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(1326);
;// CONCATENATED MODULE: ./build/src/packages/publish/publish.js










const ATTEMPTS = 3;
const PAUSE = { firstMs: 5_000, factor: 3, longestMs: 60_000 };
/**
 * Publishes what the registry does not serve yet, one after the other. Everything that can be known before is checked before
 * the first one: names that do not exist, versions that are taken by other bytes. Throws a UserError that says what was
 * published and what was not; a repetition goes on from there.
 */
async function publishRelease(release, options) {
    const { packages } = release;
    const answers = await (0,ask_registry/* askRegistry */.r)(packages.map(release_state/* asNpm */.Sh), { ...options, thorough: true });
    refuse(packages.flatMap((pkg, index) => faultsBefore(pkg, answers[index], (0,provenance/* ownBuild */.HT)(options.client.env, release.commit))));
    const missing = packages.filter((_, index) => answers[index]?.state !== 'served');
    for (const { name, version } of packages.filter((one) => !missing.includes(one))) {
        options.log.info(`${name}@${version} is published already.`);
    }
    if (missing.length > 0)
        await checkNpm(options.client);
    for (const [index, pkg] of missing.entries()) {
        try {
            await publishOne(pkg, release.commit, options);
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            throw new errors/* KnownError */.E(error.kind, `${error.message} ${whatIsLeft(missing.slice(index))}`, { cause: error });
        }
        await options.onPublished(pkg);
        options.log.info(`Published ${pkg.name}@${pkg.version}.`);
    }
}
function refuse(messages) {
    if (messages.length > 0)
        throw new errors/* UserError */.yo(messages.map((message) => ({ message: `${message} Nothing was published.` })));
}
function faultsBefore(pkg, answer, build) {
    if (answer?.state === 'absent') {
        return [
            `The registry knows no package named ${pkg.name}. Trusted publishing cannot create a name: publish a first version by hand (npm publish --access public), then name this workflow as its trusted publisher.`,
        ];
    }
    const difference = answer?.state === 'served' && !pkg.tagged ? differenceOf(pkg, answer, build) : undefined;
    return difference === undefined ? [] : [difference];
}
/** Why what is served is not what was packed; undefined where it is, or where its provenance proves that this build made it. */
function differenceOf(pkg, { facts: { integrity, origin, unproven } }, build) {
    const difference = (0,registries_integrity/* compareIntegrity */.J5)(pkg.integrity, integrity);
    if (difference === undefined)
        return undefined;
    const foreign = origin && build ? (0,provenance/* foreignOrigin */.F0)(origin, build) : (unproven ?? 'no provenance says where it was built');
    // A build need not give the same bytes twice; what this workflow built from this very commit is this release all the same.
    if (foreign === undefined)
        return undefined;
    return (`${(0,registries_package/* formatPackage */.uN)((0,release_state/* asNpm */.Sh)(pkg))} is taken: ${difference}; ${foreign}. Versions are immutable: release a higher one. ` +
        `If what is served is right, push the tag ${pkg.tag} on the commit it was made from.`);
}
/** https://docs.npmjs.com/trusted-publishers: older ones do not know how to publish without a token. */
async function checkNpm(client) {
    if (!client.env.ACTIONS_ID_TOKEN_REQUEST_URL)
        return;
    const { stdout } = await npm(['--version'], client);
    const version = stdout.trim();
    if (semver.valid(version) !== null && semver.lt(version, '11.5.1')) {
        throw new errors/* UserError */.yo(`npm ${version} cannot use trusted publishing, which needs 11.5.1 or later. Nothing was published. Set node-version: 24 in the step with actions/setup-node.`);
    }
}
async function publishOne(pkg, commit, options) {
    const { client, folder, clock, signal, log } = options;
    const tag = await distTag(pkg, options.latest);
    for (let attempt = 1;; attempt += 1) {
        const args = ['publish', (0,external_node_path_.join)(folder, pkg.file), '--tag', tag, '--loglevel=notice'];
        const { exitCode, stdout, stderr } = await npm(args, { timeout: 300_000, ...client, idToken: true });
        if (exitCode === 0)
            return;
        const said = exitCode === null ? 'npm publish did not end in time' : (0,run_client/* lastWords */.aN)(stderr || stdout);
        const settled = await settle(pkg, commit, { said, options });
        if (settled)
            return;
        if (attempt === ATTEMPTS || !(exitCode === null || isPassing(`${stdout}\n${stderr}`))) {
            throw new errors/* UserError */.yo(`${pkg.name}@${pkg.version} could not be published: ${said} ${advice(said)}`.trim());
        }
        log.warning(`${pkg.name}@${pkg.version} was not published, and is tried again: ${said}`);
        await clock.sleep((0,backoff/* backoffMs */.j)(PAUSE, attempt - 1), signal);
    }
}
/** A publish that failed may have been accepted all the same, now or by a run that was cut off. Throws where others did it. */
async function settle(pkg, commit, { said, options }) {
    // Where the registry does not answer now, a second attempt to publish tells.
    const [answer] = await (0,ask_registry/* askRegistry */.r)([(0,release_state/* asNpm */.Sh)(pkg)], { ...options, thorough: true }).catch(() => []);
    options.signal.throwIfAborted();
    if (answer?.state === 'served') {
        const difference = differenceOf(pkg, answer, (0,provenance/* ownBuild */.HT)(options.client.env, commit));
        if (difference !== undefined)
            throw new errors/* UserError */.yo(difference);
        return true;
    }
    // The registry has accepted it before and does not show it yet; whether the bytes are ours is seen when it does.
    return /previously published|cannot publish over|EPUBLISHCONFLICT|already present/i.test(said);
}
/** What goes away by itself. The transparency log's conflict strikes before the upload: https://github.com/sigstore/rekor */
function isPassing(output) {
    return /TLOG_CREATE_ENTRY_ERROR|\bE5\d\d\b|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up|E429/.test(output);
}
function advice(said) {
    if (/E(404|401|403|NEEDAUTH)|ENEEDAUTH/.test(said)) {
        return 'If the package is published by trusted publishing: its trusted publisher must name this repository, this workflow file and this environment, and the job needs id-token: write on a runner of GitHub.';
    }
    return '';
}
function whatIsLeft(packages) {
    const names = packages.map(({ name, version }) => `${name}@${version}`).join(', ');
    return `Not published: ${names}. Run this job again when it is mended: it goes on where it stopped.`;
}
/** `latest` only goes up; a version before it gets a tag of its own line, a prerelease the tag of its channel. */
async function distTag({ name, version, distTag: wanted }, latest) {
    if (wanted !== undefined)
        return wanted;
    const [channel] = semver.prerelease(version) ?? [];
    if (channel !== undefined)
        return typeof channel === 'string' ? channel : 'next';
    const newest = await latest(name);
    const behind = newest !== undefined && semver.valid(newest) !== null && semver.gt(newest, version);
    return behind ? `release-${semver.major(version)}.x` : 'latest';
}
async function npm(args, client) {
    try {
        return await (0,run_client/* runClient */.bx)('npm', args, client);
    }
    catch (error) {
        if (!(error instanceof run_client/* CommandMissing */.Q0))
            throw error;
        throw new errors/* UserError */.yo('npm is not installed here. Add a step with actions/setup-node before this one.');
    }
}

// EXTERNAL MODULE: ./build/src/packages/publish/release-folder.js
var release_folder = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 9 modules
var package_registry = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(6292);
;// CONCATENATED MODULE: ./build/src/actions/publish-packages.js







/** Publishes a packed release to npm, each version once, whatever happened before. */
/* harmony default export */ const publish_packages = ((0,action/* defineAction */.Q)({
    inputs: { folder: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'release') },
    async run({ folder: given }, { workspace, env, log, outputs, clock, signal }) {
        const folder = (0,external_node_path_.resolve)(workspace, given);
        const release = await (0,release_folder/* readRelease */.i)(folder, given);
        const published = [];
        const tell = async () => {
            await outputs.set('published', published.length > 0);
            await outputs.set('published-packages', published.map(({ name, version }) => ({ name, version })));
            const digests = published.map(({ name, version, integrity }) => [`npm:${name}@${version}`, integrity]);
            await outputs.set('integrity', Object.fromEntries(digests));
        };
        const specs = release.packages.map(({ name, version }) => `npm:${name}@${version}`);
        await outputs.set('packages', specs.join('\n'));
        await tell();
        const { lookUp, latest } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
        await publishRelease(release, {
            lookUp,
            latest: (name) => latest({ npm: name }),
            client: { cwd: workspace, env, signal },
            folder,
            clock,
            signal,
            log,
            onPublished: async (pkg) => {
                published.push(pkg);
                // Told one by one: a step that is cut off has told what it did.
                await tell();
            },
        });
        const rows = release.packages.map((pkg) => [
            (0,markdown/* code */.aY)(`${pkg.name}@${pkg.version}`),
            published.includes(pkg) ? 'published now' : 'published before',
        ]);
        if (rows.length > 0)
            await outputs.summarise(`### npm\n\n${(0,markdown/* table */.tp)(['Version', ''], rows)}`);
    },
}));


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
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1410);





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

/***/ 1410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isNpmName)
/* harmony export */ });
/** What npm has ever taken for a name: old ones have capitals and `!*'()`. Nothing here can break a line, a path or a URL. */
const NAME = /^(?:@[\w~-][\w.~-]*\/)?[A-Za-z0-9~!*'()-][\w.~!*'()-]*$/;
const LONGEST = 214;
/** Whether npm takes the text for a package's name. https://github.com/npm/validate-npm-package-name */
function isNpmName(name) {
    return name.length <= LONGEST && NAME.test(name) && name !== 'node_modules' && name !== 'favicon.ico';
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


/***/ })

};
