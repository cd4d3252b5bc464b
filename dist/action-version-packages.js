export const id = 5639;
export const ids = [5639];
export const modules = {

/***/ 5639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ version_packages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(6052);
// EXTERNAL MODULE: ./build/src/packages/npm/lockfile.js
var lockfile = __webpack_require__(8892);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 3 modules
var workspace = __webpack_require__(7372);
;// CONCATENATED MODULE: ./build/src/packages/changesets/version-packages.js






/**
 * Runs the repository's own `changeset version`, which raises versions, writes changelogs and takes the changesets away, and
 * brings the lock file in step. Throws a UserError with what they said.
 */
async function versionPackages(directory, options) {
    const { manager, root } = await (0,workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(directory));
    if (!root)
        throw new errors/* UserError */.yo('There is no package.json here. Check out the repository first.');
    if (manager.doubt)
        throw new errors/* UserError */.yo(manager.doubt);
    const said = await runChangeset({ ...options, cwd: directory });
    if (manager.lockFile !== undefined)
        await (0,lockfile/* refreshLockfile */.Jk)(manager, { ...options, cwd: directory });
    return said;
}
async function runChangeset(options) {
    const path = [(0,external_node_path_.join)(options.cwd, 'node_modules', '.bin'), options.env.PATH ?? ''].join(external_node_path_.delimiter);
    try {
        const env = { ...options.env, PATH: path };
        const { exitCode, stdout, stderr } = await (0,run_client/* runClient */.bx)('changeset', ['version'], {
            timeout: 300_000,
            ...options,
            env,
        });
        if (exitCode === 0)
            return `${stdout}\n${stderr}`.trim();
        throw new errors/* UserError */.yo(`changeset version failed: ${(0,run_client/* lastWords */.aN)(`${stderr}\n${stdout}`)}`);
    }
    catch (error) {
        if (!(error instanceof run_client/* CommandMissing */.Q0))
            throw error;
        throw new errors/* UserError */.yo('The command changeset is not installed here. Add @changesets/cli to the devDependencies of the repository and install them before this step.');
    }
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
;// CONCATENATED MODULE: ./build/src/actions/version-packages.js



/** Turns the pending changesets into versions and changelogs, in the working tree. */
/* harmony default export */ const version_packages = ((0,action/* defineAction */.Q)({
    inputs: { token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)) },
    async run({ token }, { workspace, env, log, signal }) {
        // Changelogs that link pull requests and authors ask GitHub, and look for the token there.
        const withToken = token === undefined ? env : { ...env, GITHUB_TOKEN: token };
        log.info(await versionPackages(workspace, { cwd: workspace, env: withToken, signal }));
    },
}));


/***/ })

};
