export const id = 8374;
export const ids = [8374];
export const modules = {

/***/ 8374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ install_dependencies)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(6052);
// EXTERNAL MODULE: ./build/src/packages/npm/lockfile.js
var lockfile = __webpack_require__(8892);
;// CONCATENATED MODULE: ./build/src/packages/npm/install.js



const FROZEN = {
    npm: ['ci'],
    pnpm: ['install', '--frozen-lockfile'],
    yarn: ['install', '--immutable'],
    bun: ['install', '--frozen-lockfile'],
};
/** A repository without a lock file does not get one on the way. */
const LOOSE = {
    npm: ['install', '--no-package-lock', '--no-audit', '--no-fund'],
    pnpm: ['install', '--no-lockfile'],
    yarn: ['install', '--no-lockfile'],
    bun: ['install', '--no-save'],
};
/** The command that installs what the lock file says; throws a UserError where it is not clear which manager that is. */
function installCommand({ name, classic, lockFile, doubt }) {
    if (doubt)
        throw new errors/* UserError */.yo(doubt);
    if (lockFile === undefined)
        return [name, ...LOOSE[name]];
    return [name, ...(classic ? ['install', '--frozen-lockfile'] : FROZEN[name])];
}
/** Runs it; what is not on PATH is asked of corepack first. Returns what it printed; throws a UserError with its last words. */
async function install([command, ...args], options) {
    const run = () => (0,run_client/* runClient */.bx)(command, args, { timeout: 1_200_000, ...options });
    const result = await run().catch(async (error) => {
        if (!(error instanceof run_client/* CommandMissing */.Q0))
            throw error;
        await (0,run_client/* runClient */.bx)('corepack', ['enable', command], options).catch(() => undefined);
        return run().catch(() => {
            throw new errors/* UserError */.yo(`${command} is not installed here. ${(0,lockfile/* howToInstall */.vq)(command)}`);
        });
    });
    const output = `${result.stdout}\n${result.stderr}`.trim();
    if (result.exitCode === 0)
        return output;
    const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
    throw new errors/* UserError */.yo(`${[command, ...args].join(' ')} ${ending}: ${(0,run_client/* lastWords */.aN)(output)}`);
}

// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 3 modules
var workspace_workspace = __webpack_require__(7372);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
;// CONCATENATED MODULE: ./build/src/actions/install-dependencies.js





/** Installs what the lock file says, by the package manager that keeps it. */
/* harmony default export */ const install_dependencies = ((0,action/* defineAction */.Q)({
    inputs: {},
    async run(_, { workspace, env, log, outputs, signal }) {
        const { manager, root } = await (0,workspace_workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(workspace));
        if (!root)
            throw new errors/* UserError */.yo('There is no package.json here. Check out the repository first.');
        const command = installCommand(manager);
        await outputs.set('package-manager', command[0]);
        await log.group(command.join(' '), async () => log.info(await install(command, { cwd: workspace, env, signal })));
    },
}));


/***/ })

};
