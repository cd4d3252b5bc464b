export const id = 9000;
export const ids = [9000];
export const modules = {

/***/ 79000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ version_packages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/process/find-command.js
var find_command = __webpack_require__(16168);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(16052);
// EXTERNAL MODULE: ./build/src/platform/process/run-tool.js
var run_tool = __webpack_require__(90101);
// EXTERNAL MODULE: ./build/src/packages/npm/lockfile.js
var lockfile = __webpack_require__(68892);
// EXTERNAL MODULE: ./build/src/packages/npm/manager-tool.js
var manager_tool = __webpack_require__(44045);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 2 modules
var workspace = __webpack_require__(20231);
;// CONCATENATED MODULE: ./build/src/packages/changesets/new-files.js

async function trackingNewFiles(step, options) {
    const before = await newFiles(options);
    const result = await step();
    const made = (await newFiles(options)).filter((file) => !before.includes(file));
    if (made.length > 0) {
        await (0,git/* git */.$Y)(['add', '--intent-to-add', '--', ...made.map((file) => `:(literal)${file}`)], options);
    }
    return result;
}
async function newFiles(options) {
    const { exitCode, stdout } = await (0,git/* tryGit */.Ii)(['ls-files', '--others', '--exclude-standard', '-z'], options);
    return exitCode === 0 ? stdout.split('\0').filter((file) => file !== '') : [];
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/version-packages.js











const TIMEOUT_MS = 300_000;
const BOT = {
    ...{ GIT_AUTHOR_NAME: 'changesets', GIT_AUTHOR_EMAIL: 'changesets@users.noreply.github.com' },
    ...{ GIT_COMMITTER_NAME: 'changesets', GIT_COMMITTER_EMAIL: 'changesets@users.noreply.github.com' },
};
async function versionPackages(directory, options) {
    const { manager, root } = await (0,workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(directory));
    if (!root)
        throw new errors/* UserError */.yo('There is no package.json here. Check out the repository first.');
    if (manager.doubt)
        throw new errors/* UserError */.yo(manager.doubt);
    const inFolder = { ...options, cwd: directory };
    const { log: _, ...quiet } = inFolder;
    await trackingNewFiles(async () => {
        const { exitCode, stdout, stderr } = await uncommitted(() => runChangeset(manager, inFolder), quiet);
        if (exitCode !== 0)
            throw new errors/* UserError */.yo(`changeset version failed: ${(0,run_client/* lastWords */.aN)(`${stderr}\n${stdout}`)}`);
        if (manager.lockFile !== undefined)
            await (0,lockfile/* refreshLockfile */.J)(manager, inFolder);
    }, quiet);
}
async function uncommitted(step, options) {
    const head = async () => (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', 'HEAD'], options)).stdout.trim();
    const before = await head();
    const result = await step();
    if (before !== '' && (await head()) !== before) {
        await (0,git/* git */.$Y)(['reset', '--quiet', '--soft', before], options);
        await (0,git/* git */.$Y)(['reset', '--quiet', '--intent-to-add'], options);
    }
    return result;
}
async function runChangeset(manager, given) {
    const options = { timeoutMs: TIMEOUT_MS, ...given, env: { ...BOT, ...given.env } };
    const local = (0,external_node_path_.join)(options.cwd, 'node_modules', '.bin', process.platform === 'win32' ? 'changeset.cmd' : 'changeset');
    const found = await whereThere(() => (0,run_tool/* runTool */.q)(local, ['version'], options));
    if (found)
        return found;
    if (manager.name === 'yarn' && !manager.classic) {
        const yarn = await (0,manager_tool/* openManager */.YX)(manager, options);
        return yarn.run(['run', '--binaries-only', 'changeset', 'version']);
    }
    const onPath = await whereThere(() => (0,run_tool/* runTool */.q)('changeset', ['version'], options));
    if (onPath)
        return onPath;
    throw new errors/* UserError */.yo('The command changeset is not installed here. Add @changesets/cli to the devDependencies of the repository and install them before this step.');
}
async function whereThere(run) {
    try {
        return await run();
    }
    catch (error) {
        if (error instanceof find_command/* CommandMissing */.Q)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/src/packages/changesets/version-patch.js




const FILES = [
    ...['package.json', 'CHANGELOG.md', 'pnpm-workspace.yaml', 'package-lock.json', 'npm-shrinkwrap.json'],
    ...['yarn.lock', 'pnpm-lock.yaml'],
];
const CHANGESETS = '.changeset/';
async function writeVersionPatch(file, options) {
    const pathspecs = [...FILES.map((name) => `:(top,glob)**/${name}`), `:(top)${CHANGESETS}`];
    const listed = ['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard', '--'];
    const changed = (await (0,git/* git */.$Y)([...listed, ...pathspecs], options)).split('\0').filter((path) => path !== '');
    if (changed.length > 0)
        await (0,git/* git */.$Y)(['add', '--all', '--', ...new Set(changed.map((path) => `:(literal)${path}`))], options);
    const patch = await (0,git/* git */.$Y)(['diff', '--cached', '--binary', '--no-renames', '--no-ext-diff', '--no-textconv'], options);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    await (0,promises_.writeFile)(file, patch === '' ? '' : `${patch}\n`);
}
async function applyVersionPatch(file, options) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => {
        throw new errors/* UserError */.yo(`There is no patch at ${file}. Download the artifact of the job that raised the versions first.`);
    });
    if (text.trim() === '')
        return;
    const counted = await (0,git/* git */.$Y)(['apply', '--numstat', '-z', file], options);
    const paths = counted.split('\0').flatMap((line) => /^\S+\t\S+\t(.+)$/s.exec(line)?.[1] ?? []);
    const summary = await (0,git/* git */.$Y)(['apply', '--summary', file], options);
    const modes = summary
        .split('\n')
        .filter((line) => line !== '' && !/^ (?:create|delete) mode 100644 /.test(` ${line.trim()}`));
    const strange = [...paths.filter((path) => !isAllowed(path)), ...modes.map((line) => line.trim())];
    if (strange.length > 0) {
        throw new errors/* UserError */.yo(`The patch that was handed over is refused, because it does more than raise versions: ${strange.slice(0, 10).join(', ')}. Nothing was pushed. ` +
            'The job that made it runs the code of your dependencies; if you did not change the workflow, look at what they do.');
    }
    await (0,git/* git */.$Y)(['apply', '--index', '--binary', file], options);
}
function isAllowed(path) {
    return path.startsWith(CHANGESETS) || FILES.includes(path.split('/').at(-1) ?? '');
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/version-packages.js






/* harmony default export */ const version_packages = ((0,action/* defineAction */.Q)({
    inputs: { token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)), patch: (0,inputs/* optional */.lq)(inputs/* text */.Qq), apply: (0,inputs/* optional */.lq)(inputs/* text */.Qq) },
    async run({ token, patch, apply }, runner) {
        const { workspace, env, log, signal } = runner;
        if (apply !== undefined)
            return applyVersionPatch((0,external_node_path_.resolve)(workspace, apply), (0,own_repository/* localGit */.sz)(runner));
        const withToken = token === undefined ? env : { ...env, GITHUB_TOKEN: token };
        const options = { cwd: workspace, env: withToken, signal, log };
        await log.group('changeset version', () => versionPackages(workspace, options));
        if (patch !== undefined)
            await writeVersionPatch((0,external_node_path_.resolve)(workspace, patch), (0,own_repository/* localGit */.sz)(runner));
    },
}));


/***/ })

};
