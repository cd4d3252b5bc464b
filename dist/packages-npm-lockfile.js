export const id = 8892;
export const ids = [8892];
export const modules = {

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refreshLockfile),
/* harmony export */   v: () => (/* binding */ refreshCommand)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6052);
/* harmony import */ var _manager_tool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4045);



const REFRESH = {
    // npm would trust its cache of package documents for minutes after a publish.
    npm: {
        args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-online'],
        env: {},
    },
    // A repository's configuration may freeze its lock file.
    pnpm: { args: ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'], env: {} },
    yarn: { args: ['install', '--mode=update-lockfile'], env: { YARN_ENABLE_SCRIPTS: 'false' } },
    bun: { args: ['install', '--lockfile-only', '--ignore-scripts'], env: {} },
};
/** Yarn 1 has no way to write the lock file alone: it installs node_modules as well. */
const CLASSIC = ['install', '--ignore-scripts', '--non-interactive', '--no-progress'];
/** The command that refreshes the lock file of a workspace. */
function refreshCommand({ name, classic }) {
    const { args, env } = REFRESH[name];
    return { command: name, args: classic ? CLASSIC : args, env: classic ? {} : env };
}
/**
 * Brings the lock file up to date with the package.json files, by the workspace's own package manager; throws a UserError with
 * what that said.
 */
async function refreshLockfile(manager, options) {
    const { name, lockFile } = manager;
    const failed = `${lockFile} could not be refreshed: `;
    const tool = await (0,_manager_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .openManager */ .YX)(manager, options).catch((error) => {
        throw error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
            ? new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${failed}${error.message} Or set lockfile: skip. ${NOTHING}`)
            : error;
    });
    const { args, env } = refreshCommand(manager);
    const { exitCode, stdout, stderr } = await tool.run(args, { timeoutMs: 600_000, env });
    if (exitCode === 0)
        return;
    const output = `${stdout}\n${stderr}`;
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    const said = sentence((0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .lastWords */ .aN)(output)) + ageHint(name, output);
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${failed}${[name, ...args].join(' ')} ${ending}: ${said} ${NOTHING}`);
}
const NOTHING = 'Nothing was changed.';
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
/** Package managers hold back fresh releases by default or by setting; a train is all fresh releases. */
function ageHint(name, output) {
    if (name === 'pnpm' && /NO_MATURE_MATCHING_VERSION|minimumReleaseAge/i.test(output)) {
        return ' pnpm holds back releases younger than minimumReleaseAge: list your own packages in minimumReleaseAgeExclude of pnpm-workspace.yaml.';
    }
    if (name === 'npm' && /min-release-age|with a date before|ENOVERSIONS/i.test(output)) {
        return ' npm holds back releases younger than min-release-age: lower it in .npmrc for your own packages.';
    }
    if (name === 'yarn' && /npmMinimalAgeGate|age gate|quarantine/i.test(output)) {
        return ' yarn holds back releases younger than npmMinimalAgeGate: list your own packages in npmPreapprovedPackages of .yarnrc.yml.';
    }
    return '';
}


/***/ })

};
