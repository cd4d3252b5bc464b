export const id = 8374;
export const ids = [8374];
export const modules = {

/***/ 38374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ install_dependencies)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
;// CONCATENATED MODULE: ./build/src/packages/npm/install.js

const FROZEN = {
    npm: ['ci'],
    pnpm: ['install', '--frozen-lockfile'],
    yarn: ['install', '--immutable'],
    bun: ['install', '--frozen-lockfile'],
};
const LOOSE = {
    npm: ['install', '--no-package-lock', '--no-audit', '--no-fund'],
    pnpm: ['install', '--no-lockfile'],
    yarn: ['install', '--no-lockfile'],
    bun: ['install', '--no-save'],
};
function installArguments({ name, classic, lockFile, doubt }) {
    if (doubt)
        throw new errors/* UserError */.yo(doubt);
    if (lockFile === undefined)
        return LOOSE[name];
    return classic ? ['install', '--frozen-lockfile'] : FROZEN[name];
}

// EXTERNAL MODULE: ./build/src/packages/npm/manager-tool.js
var manager_tool = __webpack_require__(44045);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 2 modules
var workspace_workspace = __webpack_require__(20231);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
;// CONCATENATED MODULE: ./build/src/actions/install-dependencies.js







/* harmony default export */ const install_dependencies = ((0,action/* defineAction */.Q)({
    inputs: {},
    async run(_, { workspace, env, log, outputs, signal }) {
        const { manager, root } = await (0,workspace_workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(workspace));
        if (!root)
            throw new errors/* UserError */.yo('There is no package.json here. Check out the repository first.');
        const args = installArguments(manager);
        await outputs.set('package-manager', manager.name);
        const tool = await (0,manager_tool/* openManager */.YX)(manager, { cwd: workspace, env, signal, log });
        if (tool.fetched !== undefined && env.GITHUB_PATH)
            await (0,promises_.appendFile)(env.GITHUB_PATH, `${tool.fetched}\n`);
        await log.group([manager.name, ...args].join(' '), () => (0,manager_tool/* mustRun */.Pv)(tool, args, { timeoutMs: 1_200_000 }));
    },
}));


/***/ })

};
