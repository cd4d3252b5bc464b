export const id = 8892;
export const ids = [8892];
export const modules = {

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ refreshLockfile),
/* harmony export */   vJ: () => (/* binding */ refreshCommand),
/* harmony export */   vq: () => (/* binding */ howToInstall)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6052);


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
/** Brings the lock file up to date with the package.json files; throws a UserError with what the package manager said. */
async function refreshLockfile(manager, options) {
    const { name, lockFile } = manager;
    const { command, args, env } = refreshCommand(manager);
    const shown = [command, ...args].join(' ');
    try {
        const result = await (0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .runClient */ .bx)(command, args, { timeout: 600_000, ...options, env: { ...options.env, ...env } });
        if (result.exitCode === 0)
            return;
        const output = `${result.stdout}\n${result.stderr}`;
        const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${lockFile} could not be refreshed: ${shown} ${ending}: ${sentence((0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .lastWords */ .aN)(output))}${ageHint(name, output)} Nothing was changed.`);
    }
    catch (error) {
        if (!(error instanceof _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandMissing */ .Q0))
            throw error;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${lockFile} could not be refreshed, because ${command} is not installed here. ${howToInstall(name)} Or set lockfile: skip. Nothing was changed.`);
    }
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
/** Which step brings a package manager to a runner. */
function howToInstall(name) {
    const step = {
        npm: 'actions/setup-node',
        pnpm: 'pnpm/action-setup',
        yarn: '`corepack enable`',
        bun: 'oven-sh/setup-bun',
    }[name];
    return `Add a step with ${step} before this one.`;
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
