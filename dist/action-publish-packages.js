export const id = 529;
export const ids = [529];
export const modules = {

/***/ 40529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ publish_packages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/packages/publish/handed-over.js + 1 modules
var handed_over = __webpack_require__(26847);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/process/find-command.js
var find_command = __webpack_require__(16168);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(16052);
// EXTERNAL MODULE: ./build/src/platform/process/run-tool.js
var run_tool = __webpack_require__(90101);
// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(60667);
// EXTERNAL MODULE: ./build/src/packages/registries/integrity.js
var registries_integrity = __webpack_require__(15208);
// EXTERNAL MODULE: ./build/src/packages/registries/package.js
var registries_package = __webpack_require__(24331);
// EXTERNAL MODULE: ./build/src/packages/registries/provenance.js
var provenance = __webpack_require__(76180);
// EXTERNAL MODULE: ./build/src/packages/publish/ask-registry.js
var ask_registry = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(61326);
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
        const { exitCode, stdout, stderr } = await npm(args, { timeoutMs: 300_000, ...client, idToken: true });
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
        return await (0,run_tool/* runTool */.q)('npm', args, client);
    }
    catch (error) {
        if (!(error instanceof find_command/* CommandMissing */.Q))
            throw error;
        throw new errors/* UserError */.yo('npm is not installed here. Add a step with actions/setup-node before this one.');
    }
}

// EXTERNAL MODULE: ./build/src/packages/publish/release-folder.js
var release_folder = __webpack_require__(69723);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(16204);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/known-release.js
var known_release = __webpack_require__(93823);
;// CONCATENATED MODULE: ./build/src/actions/publish-packages.js









/** Publishes a packed release to npm, each version once, whatever happened before. */
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


/***/ })

};
