export const id = 639;
export const ids = [639];
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
// EXTERNAL MODULE: ./build/src/platform/text/edits.js
var edits = __webpack_require__(6620);
// EXTERNAL MODULE: ./build/src/packages/npm/dependency-fields.js
var dependency_fields = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/src/packages/npm/lockfile.js
var lockfile = __webpack_require__(8892);
;// CONCATENATED MODULE: ./build/src/packages/changesets/version-packages.js






/**
 * Runs the repository's own `changeset version`, which raises versions, writes changelogs and takes the changesets away, and
 * brings the lock file in step. Throws a UserError with what they said.
 */
async function versionPackages(directory, options) {
    const text = await (0,edits/* readText */.y)((0,external_node_path_.join)(directory, 'package.json'), 'package.json');
    if (text === undefined)
        throw new errors/* UserError */.yo('There is no package.json here. Check out the repository first.');
    const said = await runChangeset({ ...options, cwd: directory });
    const manager = await (0,lockfile/* findPackageManager */.L)(directory, await (0,dependency_fields/* parsePackageJson */.w)(text, 'package.json'));
    if (manager)
        await (0,lockfile/* refreshLockfile */.J)(manager, { ...options, cwd: directory });
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

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(9152);
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

/***/ 7356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DEPENDENCY_KINDS),
/* harmony export */   w: () => (/* binding */ parsePackageJson)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

/** Where a package.json lists what it needs. */
const DEPENDENCY_KINDS = [
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
];
/** Reads a package.json; throws a UserError with the place of every fault. */
async function parsePackageJson(text, file) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const faultAt = (offset, message) => ({
        message: `${file}: ${message}`,
        file,
        ...placeOf(text.slice(start), offset),
    });
    const { tree, at } = await parseTree(text.slice(start), faultAt);
    const faults = [];
    const dependencies = DEPENDENCY_KINDS.flatMap((kind) => properties(tree, kind).flatMap((section) => dependenciesOf(section, kind, start, (node, message) => faults.push(faultAt(node.offset, message)))));
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    const name = at('name');
    const packageManager = at('packageManager');
    return {
        file,
        text,
        ...(typeof name === 'string' && { name }),
        ...(typeof packageManager === 'string' && { packageManager }),
        workspaces: texts(at('workspaces')) ?? texts(at('workspaces', 'packages')) ?? [],
        dependencies,
        overrides: overridesOf(at),
    };
}
/** The syntax tree of a JSON object, and its values by path. */
async function parseTree(json, faultAt) {
    const jsonc = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.t.bind(__webpack_require__, 9547, 19));
    const errors = [];
    const tree = jsonc.parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
    if (errors.length > 0) {
        const describe = ({ error, offset }) => faultAt(offset, `not valid JSON: ${words(jsonc.printParseErrorCode(error))}`);
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(errors.slice(0, 10).map(describe));
    }
    if (tree?.type !== 'object')
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faultAt(0, 'expected a JSON object'));
    const at = (...path) => {
        const node = jsonc.findNodeAtLocation(tree, path);
        return node ? jsonc.getNodeValue(node) : undefined;
    };
    return { tree, at };
}
/** Every value under that key of an object: JSON allows a key twice. */
function properties(object, key) {
    return (object.children ?? [])
        .filter(({ children }) => children?.[0]?.value === key)
        .flatMap(({ children }) => (children?.[1] ? [children[1]] : []));
}
function dependenciesOf(section, kind, start, fault) {
    if (section.type !== 'object') {
        fault(section, `${kind} is not a map from package names to ranges`);
        return [];
    }
    return (section.children ?? []).flatMap(({ children }) => {
        const [key, value] = children ?? [];
        if (!key || !value)
            return [];
        if (value.type !== 'string') {
            fault(value, `${kind} has no text for ${JSON.stringify(key.value)}; expected a version range such as "^1.2.3"`);
            return [];
        }
        const { offset, length } = value;
        return [{ kind, name: key.value, specifier: value.value, offset: start + offset, length }];
    });
}
function overridesOf(at) {
    const fields = [['overrides'], ['pnpm', 'overrides'], ['resolutions']];
    return new Map(fields.map((path) => [path.join('.'), [...keysWithin(at(...path))]]));
}
/** The names that an overrides map speaks of, at any depth: `a>b@1`, `a/**`/b` and nested maps included. */
function* keysWithin(value) {
    if (value === null || typeof value !== 'object')
        return;
    for (const [key, inner] of Object.entries(value)) {
        for (const part of key.split(/>|\*\*\//)) {
            const name = /^(?:[^@]*\/)?((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(part.trim())?.[1];
            if (name)
                yield name;
        }
        yield* keysWithin(inner);
    }
}
function texts(value) {
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}
function placeOf(text, offset) {
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
function words(camelCase) {
    return camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}


/***/ }),

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refreshLockfile),
/* harmony export */   L: () => (/* binding */ findPackageManager)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6052);
/* harmony import */ var _platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6620);




const npm = (lockFile) => ({
    name: 'npm',
    lockFile,
    command: 'npm',
    // npm would trust its cache of package documents for minutes after a publish.
    args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-online'],
    env: {},
});
const pnpm = {
    name: 'pnpm',
    lockFile: 'pnpm-lock.yaml',
    command: 'pnpm',
    // A repository's configuration may freeze its lock file.
    args: ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'],
    env: {},
};
const yarn = {
    name: 'yarn',
    lockFile: 'yarn.lock',
    command: 'yarn',
    args: ['install', '--mode=update-lockfile'],
    env: { YARN_ENABLE_SCRIPTS: 'false' },
};
/** Yarn 1 has no way to write the lock file alone: it installs node_modules as well. */
const yarnClassic = {
    name: 'yarn classic',
    lockFile: 'yarn.lock',
    command: 'yarn',
    args: ['install', '--ignore-scripts', '--non-interactive', '--no-progress'],
    env: {},
};
/**
 * The package manager of a folder, by its lock file, or by the `packageManager` field where there are several; undefined
 * where there is no lock file to refresh. Throws a UserError where two lock files disagree or none of ours keeps it.
 */
async function findPackageManager(directory, root) {
    const candidates = [];
    for (const one of [npm('package-lock.json'), npm('npm-shrinkwrap.json'), pnpm, yarn]) {
        const text = await (0,_platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, one.lockFile), one.lockFile);
        if (text === undefined)
            continue;
        const classic = /^# yarn lockfile v1$/m.test(text) || /^yarn@[01]\./.test(root.packageManager ?? '');
        candidates.push(one === yarn && classic ? yarnClassic : one);
    }
    const declared = /^(\w+)@/.exec(root.packageManager ?? '')?.[1];
    const chosen = declared ? candidates.filter(({ command }) => command === declared) : candidates;
    if (declared && chosen.length === 0 && candidates.length > 0) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${root.file} names ${root.packageManager} as packageManager, but the lock file is ${list(candidates)}. Make them agree, or set lockfile: skip.`);
    }
    if (new Set(chosen.map(({ command }) => command)).size > 1) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Several lock files are there: ${list(candidates)}. Name the one that counts by the packageManager field of ${root.file}, or remove the others.`);
    }
    if (chosen.length === 0)
        await refuseForeignLockFile(directory);
    // npm itself prefers the shrinkwrap where both are there.
    return chosen.find(({ lockFile }) => lockFile === 'npm-shrinkwrap.json') ?? chosen[0];
}
async function refuseForeignLockFile(directory) {
    for (const name of ['bun.lock', 'deno.lock']) {
        if ((await (0,_platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, name), name)) === undefined)
            continue;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The lock file is ${name}, which is not one of npm, pnpm or yarn. Set lockfile: skip and refresh it in a step of your own.`);
    }
}
function list(managers) {
    return managers.map(({ lockFile }) => lockFile).join(', ');
}
/** Brings the lock file up to date with the package.json files; throws a UserError with what the package manager said. */
async function refreshLockfile(manager, options) {
    const { name, command, args, env, lockFile } = manager;
    const shown = [command, ...args].join(' ');
    try {
        const result = await (0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .runClient */ .bx)(command, args, { timeout: 600_000, ...options, env: { ...options.env, ...env } });
        if (result.exitCode === 0)
            return;
        const output = `${result.stdout}\n${result.stderr}`;
        const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${lockFile} could not be refreshed: ${shown} ${ending}: ${sentence((0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .aN)(output))}${ageHint(name, output)} Nothing was changed.`);
    }
    catch (error) {
        if (!(error instanceof _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .CommandMissing */ .Q0))
            throw error;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${lockFile} could not be refreshed, because ${command} is not installed here. ${howToInstall(name)} Or set lockfile: skip. Nothing was changed.`);
    }
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
function howToInstall(name) {
    if (name === 'npm')
        return 'Add a step with actions/setup-node before this one.';
    if (name === 'pnpm')
        return 'Add a step with pnpm/action-setup before this one.';
    return 'Add a step with `corepack enable` before this one.';
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
/* harmony export */   Q0: () => (/* binding */ CommandMissing),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   bx: () => (/* binding */ runClient)
/* harmony export */ });
/* unused harmony exports clientEnvironment, quoteForCmd */
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
/**
 * The environment without what a registry client has no business with: the action's inputs (tokens among them) and the
 * job's right to ask for an ID token. What .npmrc and pip.conf name stays.
 */
function clientEnvironment(env, idToken = false) {
    const ours = idToken
        ? /^(INPUT_|ACTIONS_RUNTIME_TOKEN$)/i
        : /^(INPUT_|ACTIONS_ID_TOKEN_REQUEST_|ACTIONS_RUNTIME_TOKEN$)/i;
    const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !ours.test(name));
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

/***/ 6620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyEdits),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);


/** The text with every edit made and all else as it was. Edits do not overlap. */
function applyEdits(text, edits) {
    return [...edits]
        .sort((a, b) => b.offset - a.offset)
        .reduce((result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length), text);
}
/** The file's text, byte-order mark included, such that writing it back gives the same bytes; undefined where there is no file. */
async function readText(path, shownAs) {
    let bytes;
    try {
        bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ message: `${shownAs} could not be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, file: shownAs });
    }
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ message: `${shownAs} is not UTF-8 text. Save it as UTF-8.`, file: shownAs });
    }
}


/***/ })

};
