export const id = 7895;
export const ids = [7895];
export const modules = {

/***/ 47895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ pack_packages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/packages/npm/manager-tool.js
var manager_tool = __webpack_require__(44045);
// EXTERNAL MODULE: ./build/src/packages/publish/own-repository-url.js
var own_repository_url = __webpack_require__(58296);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(16052);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(44901);
// EXTERNAL MODULE: ./build/src/packages/publish/tarball.js
var tarball = __webpack_require__(18021);
// EXTERNAL MODULE: ./build/src/packages/publish/tarball-faults.js
var tarball_faults = __webpack_require__(31331);
;// CONCATENATED MODULE: ./build/src/packages/publish/pack.js










async function packPackage(pkg, options) {
    const { workspace, folder } = options;
    const directory = (0,external_node_path_.join)(workspace, pkg.directory);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const fresh = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, '.pack-'));
    try {
        await runPack(pkg, directory, fresh, options);
        const [made, ...more] = (await (0,promises_.readdir)(fresh)).filter((name) => name.endsWith('.tgz'));
        if (made === undefined || more.length > 0) {
            throw new errors/* UserError */.yo(`${pkg.name} could not be packed: expected one tarball, found ${made ? more.length + 1 : 'none'}.`);
        }
        const file = `${pkg.name.replace(/^@/, '').replace('/', '-')}-${pkg.version}.tgz`;
        await (0,promises_.rename)((0,external_node_path_.join)(fresh, made), (0,external_node_path_.join)(folder, file));
        const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, file));
        const integrity = `sha512-${(0,external_node_crypto_.createHash)('sha512').update(bytes).digest('base64')}`;
        const { name, version, tag } = pkg;
        const extra = await extras(workspace, directory, pkg);
        const manifest = (0,tarball/* packedManifest */.w)(bytes, `The tarball of ${name}`);
        const expected = { name, version, directory: pkg.directory, distTag: extra.distTag };
        return {
            packed: { name, version, tag, file, integrity, ...extra },
            faults: (0,tarball_faults/* tarballFaults */.c)(manifest, expected, options.home),
        };
    }
    finally {
        await (0,promises_.rm)(fresh, { recursive: true, force: true });
    }
}
async function runPack({ name, contents }, directory, folder, { manager, tool, npm }) {
    const elsewhere = contents !== undefined && manager.name !== 'pnpm';
    const cwd = elsewhere ? await publishedFolder(name, directory, contents) : directory;
    const by = elsewhere ? npm : tool;
    const args = elsewhere ? ['pack', '--pack-destination', folder] : packArguments(manager, folder);
    const { exitCode, stdout, stderr } = await by.run(args, { cwd, timeoutMs: 600_000 });
    if (exitCode === 0)
        return;
    const said = (0,run_client/* lastWords */.aN)(`${stdout}\n${stderr}`);
    throw new errors/* UserError */.yo(`${name} could not be packed: ${by.name} pack failed: ${said}`);
}
async function publishedFolder(name, directory, contents) {
    const folder = (0,external_node_path_.resolve)(directory, contents);
    const way = (0,external_node_path_.relative)(directory, folder);
    const inside = way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
    if (inside)
        await (0,path_inside/* pathInside */._l)(directory, contents);
    const there = inside && (await (0,promises_.stat)((0,external_node_path_.join)(folder, 'package.json')).catch(() => undefined))?.isFile();
    if (there)
        return folder;
    throw new errors/* UserError */.yo(`${name} could not be packed: its publishConfig.directory is ${JSON.stringify(contents)}, and there is no package.json in that folder. It is made by a build; run that before this step.`);
}
function packArguments({ name, classic }, folder) {
    if (name === 'bun')
        return ['pm', 'pack', '--destination', folder];
    if (name === 'yarn')
        return ['pack', classic ? '--filename' : '--out', (0,external_node_path_.join)(folder, 'package.tgz')];
    return ['pack', '--pack-destination', folder];
}
async function extras(workspace, directory, { version, json, registry }) {
    const { publishConfig } = json.json.value;
    const distTag = (0,records/* isRecord */.u)(publishConfig) ? publishConfig.tag : undefined;
    const changelog = await (0,promises_.readFile)(await (0,path_inside/* pathInside */._l)(workspace, (0,external_node_path_.join)(directory, 'CHANGELOG.md')), 'utf8').catch(() => '');
    const notes = (0,publish_changelog/* changelogSection */.U)(changelog, version);
    return {
        ...(typeof distTag === 'string' && { distTag }),
        ...(registry !== undefined && { registry }),
        ...(notes !== undefined && { notes }),
    };
}

// EXTERNAL MODULE: ./build/src/packages/publish/publishable.js
var publishable = __webpack_require__(27199);
// EXTERNAL MODULE: ./build/src/packages/publish/record.js + 1 modules
var record = __webpack_require__(47405);
// EXTERNAL MODULE: ./build/src/packages/publish/release-folder.js
var release_folder = __webpack_require__(69723);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(61326);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/pack-packages.js

















/* harmony default export */ const pack_packages = ((0,action/* defineAction */.Q)({
    inputs: {
        folder: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'release'),
        all: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
        'changesets-wait': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    },
    async run({ folder: given, all, changesetsWait }, runner) {
        const { workspace, env, log, outputs, clock, signal } = runner;
        const { commit } = (0,context/* runContext */.pO)(env);
        if (!commit)
            throw new errors/* UserError */.yo('GITHUB_SHA is not set: this action works in a run of a workflow only.');
        const gitOptions = (0,own_repository/* localGit */.sz)(runner);
        const folder = (0,external_node_path_.resolve)(workspace, given);
        const { manager, packages } = await (0,publishable/* readReleaseWorkspace */.H)(workspace);
        const { lookUp } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
        const ask = { lookUp, clock, signal, gitOptions };
        const open = all
            ? await (0,release_state/* releaseStates */.KQ)(packages, ask)
            : (await (0,release_state/* openReleases */.tT)(packages, { ...ask, changesetsWait })).open;
        const options = { cwd: workspace, env, signal, log };
        const tool = await (0,manager_tool/* openManager */.YX)(manager, options);
        const npm = await (0,manager_tool/* openManager */.YX)(manager_tool/* NPM */.eh, options);
        const home = await (0,own_repository_url/* homeOfProvenance */.Y)(env, workspace);
        const packed = [];
        const faults = [];
        for (const pkg of open) {
            const { packed: made, faults: more } = await log.group(`Pack ${pkg.name}`, () => packPackage(pkg, { workspace, folder, manager, tool, npm, home }));
            packed.push({ ...made, tagged: pkg.tagged });
            if (pkg.state !== 'served')
                faults.push(...more);
            log.info(`Packed ${pkg.name}@${pkg.version}.`);
        }
        if (faults.length > 0)
            throw new errors/* UserError */.yo(faults.map((message) => ({ message })));
        await (0,promises_.mkdir)(folder, { recursive: true });
        const head = await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions);
        if (head !== commit)
            await (0,git/* git */.$Y)(['bundle', 'create', '--quiet', (0,external_node_path_.join)(folder, record/* BUNDLE */.dI), 'HEAD', `^${commit}`], gitOptions);
        await (0,release_folder/* writeRelease */.d)(folder, { commit, head, manager: manager.name, packages: packed });
        await outputs.set('packages', packed.map(({ name, version }) => `npm:${name}@${version}`).join('\n'));
        const rows = packed.map(({ name, version, integrity }) => [(0,markdown/* code */.aY)(name), (0,markdown/* code */.aY)(version), (0,markdown/* code */.aY)(integrity)]);
        if (rows.length > 0)
            await outputs.summarise(`### Packed\n\n${(0,markdown/* table */.tp)(['Package', 'Version', 'Integrity'], rows)}`);
        else
            log.info('Every version of this commit is released: there is nothing to pack.');
    },
}));


/***/ })

};
