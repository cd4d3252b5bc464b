export const id = 4045;
export const ids = [4045, 8892];
export const modules = {

/***/ 44045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pv: () => (/* binding */ mustRun),
/* harmony export */   YX: () => (/* binding */ openManager),
/* harmony export */   eh: () => (/* binding */ NPM)
/* harmony export */ });
/* unused harmony export howToInstall */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75286);
/* harmony import */ var _platform_process_find_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16168);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16052);
/* harmony import */ var _platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90101);








const NPM = { name: 'npm', classic: false };
async function openManager(manager, options) {
    const { name, doubt } = manager;
    if (doubt)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(doubt);
    const here = await versionHere(name, options);
    if (here !== undefined && fits(here, manager))
        return { name, run: runner(name, options) };
    const folder = await fetchManager(manager, here, options);
    const env = { ...options.env, PATH: [folder, options.env.PATH ?? ''].join(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter) };
    return { name, fetched: folder, run: runner(name, { ...options, env }) };
}
function runner(name, options) {
    return (args, more = {}) => (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)(name, args, { ...options, ...more, env: { ...options.env, ...more.env } });
}
async function versionHere(name, { log: _, ...options }) {
    if (name === 'npm')
        return 'npm';
    try {
        const env = { ...options.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
        const { exitCode, stdout } = await (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)(name, ['--version'], { ...options, env });
        return exitCode === 0 ? stdout.trim().split('\n').at(-1) : undefined;
    }
    catch (error) {
        if (error instanceof _platform_process_find_command_js__WEBPACK_IMPORTED_MODULE_5__/* .CommandMissing */ .Q)
            return undefined;
        throw error;
    }
}
function fits(here, { name, wanted }) {
    if (name === 'npm' || wanted === undefined || semver__WEBPACK_IMPORTED_MODULE_3__.validRange(wanted) === null)
        return true;
    return semver__WEBPACK_IMPORTED_MODULE_3__.satisfies(here, wanted, { includePrerelease: true });
}
async function fetchManager(manager, here, { log, ...options }) {
    const { name, wanted = '*' } = manager;
    const spec = `${packageOf(manager)}@${wanted}`;
    const safe = `${name}-${wanted}`.replace(/[^\w.-]+/g, '_');
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'release-actions-tools', safe);
    const bin = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'node_modules', '.bin');
    const env = { ...options.env, PATH: bin };
    const there = await (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)(name, ['--version'], { ...options, cwd: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), env }).catch(() => undefined);
    if (there?.exitCode === 0)
        return bin;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
    const scripts = name === 'bun' ? [] : ['--ignore-scripts'];
    log?.info(`Fetching ${spec}: ${why(manager, here)}`);
    const { exitCode, stdout, stderr } = await (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)('npm', [...args, ...scripts, spec], { ...options, cwd: folder });
    if (exitCode === 0)
        return bin;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${why(manager, here)} ${spec} could not be fetched: ${(0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__/* .lastWords */ .aN)(`${stdout}\n${stderr}`)} ${howToInstall(name)}`);
}
function packageOf({ name, classic }) {
    return name === 'yarn' && !classic ? '@yarnpkg/cli-dist' : name;
}
function why({ name, wanted, wantedBy }, here) {
    const found = here === undefined ? `${name} is not installed here` : `${name} ${here} is installed here`;
    return wanted === undefined ? `${found}.` : `${found}; the workspace needs ${wanted} (${wantedBy}).`;
}
function howToInstall(name) {
    const step = {
        npm: 'actions/setup-node',
        pnpm: 'pnpm/action-setup',
        yarn: '`corepack enable`',
        bun: 'oven-sh/setup-bun',
    }[name];
    return `Add a step with ${step} before this one.`;
}
async function mustRun(tool, args, options) {
    const result = await tool.run(args, options);
    const { exitCode, stdout, stderr } = result;
    if (exitCode === 0)
        return result;
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    const said = `${stdout}\n${stderr}`;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${[tool.name, ...args].join(' ')} ${ending}: ${(0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__/* .lastWords */ .aN)(said)}${hint(said)}`);
}
function hint(said) {
    if (/EBADDEVENGINES/.test(said)) {
        return ' The devEngines of package.json ask for something that this job does not have: set it up in a step before this one.';
    }
    if (/ERR_PNPM_LOCKFILE_BREAKING_CHANGE|ERR_PNPM_OUTDATED_LOCKFILE|Unsupported lockfile/i.test(said)) {
        return ' The lock file is of another version of pnpm: name yours in package.json, for example "packageManager": "pnpm@8.15.9".';
    }
    return '';
}


/***/ })
,

/***/ 68892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refreshLockfile),
/* harmony export */   v: () => (/* binding */ refreshCommand)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16052);
/* harmony import */ var _manager_tool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44045);



const REFRESH = {
    npm: {
        args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-online'],
        env: {},
    },
    pnpm: { args: ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'], env: {} },
    yarn: { args: ['install', '--mode=update-lockfile'], env: { YARN_ENABLE_SCRIPTS: 'false' } },
    bun: { args: ['install', '--lockfile-only', '--ignore-scripts'], env: {} },
};
const CLASSIC = ['install', '--ignore-scripts', '--non-interactive', '--no-progress'];
function refreshCommand({ name, classic }) {
    const { args, env } = REFRESH[name];
    return { command: name, args: classic ? CLASSIC : args, env: classic ? {} : env };
}
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
