export const id = 486;
export const ids = [486];
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


/***/ }),

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


/***/ }),

/***/ 6052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ clientEnvironment),
/* harmony export */   Q0: () => (/* binding */ CommandMissing),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   bx: () => (/* binding */ runClient)
/* harmony export */ });
/* unused harmony export quoteForCmd */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5286);





const OUTPUT_LIMIT = 16 * 1024 * 1024;
/**
 * Runs a client without a shell. Rejects with the signal's reason when it aborts, and with a UserError when the command
 * is not installed; any exit code is a result.
 */
async function runClient(command, args, options) {
    const { cwd, signal, timeout = 120_000 } = options;
    signal?.throwIfAborted();
    const env = clientEnvironment(options.env, options.idToken);
    const file = await findCommand(command, env);
    if (!file)
        throw new CommandMissing(command);
    signal?.throwIfAborted();
    const [program, argv, verbatim] = commandLine(file, args, env);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, argv, {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsVerbatimArguments: verbatim,
        windowsHide: true,
    });
    return await collect(child, timeout, signal);
}
/** The command is on no folder of PATH. */
class CommandMissing extends _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo {
    name = 'CommandMissing';
    command;
    constructor(command) {
        super(`The command ${command} was not found on PATH.`);
        this.command = command;
    }
}
function collect(child, timeout, signal) {
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name]?.setEncoding('utf8').on('data', (chunk) => {
            if (output[name].length < OUTPUT_LIMIT)
                output[name] += chunk;
        });
    }
    return new Promise((resolve, reject) => {
        let stopped;
        const stop = (why) => {
            stopped = why;
            child.kill();
            setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
        };
        const timer = setTimeout(() => stop('late'), timeout);
        const onAbort = () => stop('aborted');
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle = (finish) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            finish();
        };
        const finish = (exitCode) => stopped === 'aborted' ? reject(signal?.reason) : resolve({ exitCode: stopped ? null : exitCode, ...output });
        child.on('error', (error) => settle(() => reject(error)));
        child.on('close', (exitCode) => settle(() => finish(exitCode)));
        child.on('exit', (exitCode) => {
            if (!stopped)
                return;
            // What the client itself started may hold the pipes open for long.
            child.stdout?.destroy();
            child.stderr?.destroy();
            settle(() => finish(exitCode));
        });
    });
}
/** The action's inputs (tokens among them), the files by which a step commands the runner, and the right to store artifacts. */
const OURS = /^(INPUT_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|ACTIONS_RUNTIME_TOKEN$)/i;
/** The job's right to ask for an ID token. */
const ID_TOKEN = /^ACTIONS_ID_TOKEN_REQUEST_/i;
/** The environment without what a client has no business with. What .npmrc and pip.conf name stays. */
function clientEnvironment(env, idToken = false) {
    const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !OURS.test(name) && (idToken || !ID_TOKEN.test(name)));
    return Object.fromEntries(kept);
}
/** The file that PATH means by a command, or undefined. */
async function findCommand(command, env) {
    const windows = process.platform === 'win32';
    const path = Object.entries(env).find(([name]) => (windows ? name.toUpperCase() === 'PATH' : name === 'PATH'))?.[1] ?? '';
    const extensions = windows && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(command) === '' ? ['.exe', '.cmd', '.bat'] : [''];
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((one) => one !== '')) {
        for (const extension of extensions) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, command + extension);
            if (await isRunnable(file))
                return file;
        }
    }
    return undefined;
}
async function isRunnable(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
/** On Windows npm, pnpm and yarn are batch files, which only cmd.exe can start (Node refuses since CVE-2024-27980). */
function commandLine(file, args, env) {
    if (!/\.(cmd|bat)$/i.test(file))
        return [file, [...args], false];
    const line = [file, ...args].map(quoteForCmd).join(' ');
    return [env.ComSpec ?? env.COMSPEC ?? 'cmd.exe', ['/d', '/s', '/c', `"${line}"`], true];
}
/** One argument of a batch file, as a text that cmd.exe cannot take for anything else; throws a UserError where there is none. */
function quoteForCmd(argument) {
    if (/["%!\r\n]/.test(argument)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${JSON.stringify(argument)} cannot be given to a command on Windows: it has a quote, %, ! or line break in it.`);
    }
    return `"${argument}"`;
}
/** What a client said in the end, short, without control characters and without credentials in URLs. */
function lastWords(output) {
    const said = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.stripVTControlCharacters)(output)
        .replace(/\/\/[^/@\s]+@/g, '//***@')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/A complete log of this run/.test(line));
    const errors = said.filter((line) => /err/i.test(line));
    return (errors.length > 0 ? errors : said).slice(0, 6).join(' ').slice(0, 800) || 'it said nothing.';
}


/***/ }),

/***/ 4339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** Whether a value from elsewhere is an object that is neither null nor a list. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 4301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ mapPooled),
/* harmony export */   b: () => (/* binding */ createPool)
/* harmony export */ });
/** Lets at most `most` pieces of work run at a time; the others wait in line, and each starts as soon as one ends. */
function createPool(most) {
    const waiting = [];
    let free = most;
    return async (work) => {
        if (free > 0)
            free--;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free++;
        }
    };
}
/**
 * What `work` makes of each item, in the items' order, at most `most` at a time. Rejects as `Promise.all` does, with the
 * first failure; after it no further item is begun.
 */
async function mapPooled(items, most, work) {
    const pool = createPool(most);
    let failed = false;
    const one = async (item, index) => {
        if (failed)
            return undefined;
        try {
            return await work(item, index);
        }
        catch (error) {
            failed = true;
            throw error;
        }
    };
    // Only what came after a failure is undefined, and that failure has already rejected the whole.
    return (await Promise.all(items.map((item, index) => pool(() => one(item, index)))));
}


/***/ })

};
