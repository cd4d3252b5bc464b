export const id = 1044;
export const ids = [1044];
export const modules = {

/***/ 91044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ publish_packages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/packages/publish/handed-over.js
var handed_over = __webpack_require__(17758);
// EXTERNAL MODULE: ./build/src/packages/publish/own-repository-url.js
var own_repository_url = __webpack_require__(58296);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(60667);
// EXTERNAL MODULE: ./build/src/packages/registries/provenance.js
var provenance = __webpack_require__(76180);
// EXTERNAL MODULE: ./build/src/packages/publish/ask-registry.js
var ask_registry = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/packages/publish/before-publish.js
var before_publish = __webpack_require__(92474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/src/platform/process/find-command.js
var find_command = __webpack_require__(16168);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(16052);
// EXTERNAL MODULE: ./build/src/platform/process/run-tool.js
var run_tool = __webpack_require__(90101);
;// CONCATENATED MODULE: ./build/src/packages/publish/npm-publish.js








async function withNpm(options, work) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'release-actions-npm-'));
    const { log, ...inFolder } = { ...options, cwd: folder };
    try {
        await (0,promises_.copyFile)((0,external_node_path_.join)(options.cwd, '.npmrc'), (0,external_node_path_.join)(folder, '.npmrc')).catch(whereMissing);
        return await work({
            check: () => checkVersion(inFolder),
            publish: (tarball, tag) => npm(['publish', tarball, `--tag=${tag}`, '--loglevel=verbose'], {
                ...{ timeoutMs: 300_000, ...inFolder, idToken: true },
                log: log && withoutVerbose(log),
            }),
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function whereMissing(error) {
    if (error.code !== 'ENOENT')
        throw error;
}
const EXCHANGE = /^npm verbose oidc/;
function withoutVerbose(log) {
    const isShown = (line) => EXCHANGE.test(line) || !/^npm (verbose|http|silly|info)\b/.test(line);
    return { ...log, info: (line) => isShown(line) && log.info(line) };
}
function whyFailed({ exitCode, stdout, stderr }) {
    if (exitCode === null)
        return 'npm publish did not end in time';
    const exchange = stderr.split('\n').filter((line) => EXCHANGE.test(line));
    const said = (0,run_client/* lastWords */.aN)(stderr
        .split('\n')
        .filter((line) => !/^npm (verbose|http|silly|info)\b/.test(line))
        .join('\n') || stdout);
    return exchange.length === 0 ? said : `${said} (${(0,run_client/* lastWords */.aN)(exchange.join('\n'))})`;
}
async function checkVersion(options) {
    if (!options.env.ACTIONS_ID_TOKEN_REQUEST_URL)
        return;
    const { stdout } = await npm(['--version'], options);
    const version = stdout.trim();
    if (semver.valid(version) !== null && semver.lt(version, '11.5.1')) {
        throw new errors/* UserError */.yo(`npm ${version} cannot use trusted publishing, which needs 11.5.1 or later. Nothing was published. Set node-version: 24 in the step with actions/setup-node.`);
    }
}
async function npm(args, options) {
    try {
        return await (0,run_tool/* runTool */.q)('npm', args, options);
    }
    catch (error) {
        if (!(error instanceof find_command/* CommandMissing */.Q))
            throw error;
        throw new errors/* UserError */.yo('npm is not installed here. Add a step with actions/setup-node before this one.');
    }
}

// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(61326);
;// CONCATENATED MODULE: ./build/src/packages/publish/publish.js









const ATTEMPTS = 3;
const PAUSE = { firstMs: 5_000, factor: 3, longestMs: 60_000 };
async function publishRelease(release, options) {
    const missing = await checkedPackages(release, options);
    if (missing.length === 0)
        return;
    const tags = new Map(await Promise.all(missing.map(async (pkg) => [pkg, await distTag(pkg, options.latest)])));
    await withNpm(options.client, async (npm) => {
        await npm.check();
        for (const [index, pkg] of missing.entries()) {
            try {
                await publishOne({ pkg, tag: tags.get(pkg) ?? 'latest', commit: release.commit }, npm, options);
            }
            catch (error) {
                if (!(error instanceof errors/* KnownError */.E))
                    throw error;
                throw new errors/* KnownError */.E(error.kind, `${error.message} ${whatIsLeft(missing.slice(index))}`, { cause: error });
            }
            await options.onPublished(pkg);
            options.log.info(`Published ${pkg.name}@${pkg.version}.`);
        }
    });
}
async function checkedPackages({ packages, commit, manager }, options) {
    const { env } = options.client;
    const answers = await (0,ask_registry/* askRegistry */.r)(packages.map(release_state/* asNpm */.Sh), { ...options, thorough: true });
    const around = {
        ...{ folder: options.folder, manager, build: (0,provenance/* ownBuild */.HT)(env, commit) },
        home: env.ACTIONS_ID_TOKEN_REQUEST_URL ? options.home : undefined,
    };
    const faults = [];
    const missing = [];
    for (const [index, pkg] of packages.entries()) {
        const answer = answers[index];
        if (!answer)
            continue;
        const trusted = Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL) && !env.NODE_AUTH_TOKEN && pkg.registry === undefined;
        const elsewhere = pkg.registry === undefined ? {} : { home: undefined };
        faults.push(...(await (0,before_publish/* faultsBefore */.Z$)(pkg, answer, { ...around, ...elsewhere, trusted })));
        if (answer.state === 'served')
            options.log.info(`${pkg.name}@${pkg.version} is published already.`);
        else
            missing.push(pkg);
    }
    (0,before_publish/* refuseAll */.cp)(faults);
    return missing;
}
async function publishOne({ pkg, tag, commit }, npm, options) {
    const { folder, clock, signal, log } = options;
    const named = `${pkg.name}@${pkg.version}`;
    for (let attempt = 1;; attempt += 1) {
        const result = await log.group(`npm publish: ${named}`, () => npm.publish((0,external_node_path_.join)(folder, pkg.file), tag));
        if (result.exitCode === 0)
            return;
        const said = whyFailed(result);
        if (await settle(pkg, commit, { said, options }))
            return;
        const passes = result.exitCode === null || isPassing(`${result.stdout}\n${result.stderr}`);
        if (attempt === ATTEMPTS || !passes) {
            throw new errors/* UserError */.yo(`${named} could not be published: ${said} ${advice(said)}`.trim());
        }
        log.warning(`${named} was not published, and is tried again: ${said}`);
        await clock.sleep((0,backoff/* backoffMs */.j)(PAUSE, attempt - 1), signal);
    }
}
async function settle(pkg, commit, { said, options }) {
    const [answer] = await (0,ask_registry/* askRegistry */.r)([(0,release_state/* asNpm */.Sh)(pkg)], { ...options, thorough: true }).catch(() => []);
    options.signal.throwIfAborted();
    if (answer?.state === 'served') {
        const difference = (0,before_publish/* differenceOf */.Pq)(pkg, answer, (0,provenance/* ownBuild */.HT)(options.client.env, commit));
        if (difference !== undefined)
            throw new errors/* UserError */.yo(difference);
        return true;
    }
    return /previously published|cannot publish over|EPUBLISHCONFLICT|already present/i.test(said);
}
function isPassing(output) {
    return /TLOG_CREATE_ENTRY_ERROR|\bE5\d\d\b|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up|E429/.test(output);
}
function advice(said) {
    if (/E422.*provenance|repository\.url/i.test(said)) {
        return 'The "repository" in its package.json must be the repository that this workflow runs in.';
    }
    if (/E(404|401|403|NEEDAUTH)|ENEEDAUTH/.test(said)) {
        return 'If the package is published by trusted publishing: its trusted publisher must name this repository, this workflow file and this environment, and the job needs id-token: write on a runner of GitHub.';
    }
    return '';
}
function whatIsLeft(packages) {
    const names = packages.map(({ name, version }) => `${name}@${version}`).join(', ');
    return `Not published: ${names}. Run this job again when it is fixed: it goes on where it stopped.`;
}
async function distTag(pkg, latest) {
    const { version, distTag: wanted } = pkg;
    if (wanted !== undefined)
        return wanted;
    const [channel] = semver.prerelease(version) ?? [];
    if (channel !== undefined)
        return typeof channel === 'string' ? channel : 'next';
    const newest = await latest(pkg);
    const behind = newest !== undefined && semver.valid(newest) !== null && semver.gt(newest, version);
    return behind ? `release-${lineOf(version)}.x` : 'latest';
}
function lineOf(version) {
    const [major, minor] = [semver.major(version), semver.minor(version)];
    return major === 0 ? `0.${minor}` : String(major);
}

// EXTERNAL MODULE: ./build/src/packages/publish/release-folder.js
var release_folder = __webpack_require__(69723);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/known-release.js
var known_release = __webpack_require__(16204);
;// CONCATENATED MODULE: ./build/src/actions/publish-packages.js










/* harmony default export */ const publish_packages = ((0,action/* defineAction */.Q)({
    inputs: { folder: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'release'), ...known_release/* chosenVersion */.v },
    async run({ folder: given, ...chosen }, runner) {
        const { workspace, env, log, outputs, clock, signal } = runner;
        const folder = (0,external_node_path_.resolve)(workspace, given);
        const release = await (0,release_folder/* readRelease */.i)(folder, given);
        const known = await (0,known_release/* knownRelease */.j)(chosen, runner);
        (0,handed_over/* verifyRelease */.VA)(release, known);
        await (0,handed_over/* verifyTarballs */.Hc)(release, folder, known);
        const published = [];
        const tell = async () => {
            await outputs.set('published', published.length > 0);
            await outputs.set('published-packages', published.map(({ name, version }) => ({ name, version })));
            const digests = published.map(({ name, version, integrity }) => [`npm:${name}@${version}`, integrity]);
            await outputs.set('integrity', Object.fromEntries(digests));
        };
        const specs = release.packages.map(({ name, version, registry }) => `npm:${name}@${version}${registry === undefined ? '' : ` ${registry}`}`);
        await outputs.set('packages', specs.join('\n'));
        await tell();
        const { lookUp, latest } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
        await publishRelease(release, {
            lookUp,
            latest: ({ name, registry }) => latest({ npm: name, ...(registry !== undefined && { registry }) }),
            client: { cwd: workspace, env, signal, log },
            home: await (0,own_repository_url/* homeOfProvenance */.Y)(env, workspace),
            folder,
            clock,
            signal,
            log,
            onPublished: async (pkg) => {
                published.push(pkg);
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


/***/ })

};
