export const id = 889;
export const ids = [889];
export const modules = {

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4830);
/* harmony import */ var _packages_publish_release_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9723);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9648);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(755);
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6292);
/* harmony import */ var _setup_own_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2152);







/** Leaves the traces of a release that is published: the commit on its branch, the tags, the GitHub releases. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    inputs: {
        folder: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, 'release'),
        branch: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq),
        token: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .secret */ .rJ)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)),
        'api-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .url */ .OZ),
    },
    async run({ folder: given, branch, ...connection }, runner) {
        const { workspace, log, outputs, signal } = runner;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, given);
        const release = await (0,_packages_publish_release_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .readRelease */ .i)(folder, given);
        const { repository, client, gitOptions } = (0,_setup_own_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .openOwnRepository */ .Ho)(connection, runner);
        const record = { folder, gitOptions, log };
        // The tag is the mark of what is done, so it comes last; but a commit of our own gets to GitHub by its tag only.
        const ownCommit = release.head !== release.commit;
        if (ownCommit)
            await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .pushTags */ .YP)(release, record);
        const urls = await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .createReleases */ .HQ)(client, repository, release, { signal, log });
        if (!ownCommit)
            await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .pushTags */ .YP)(release, record);
        else if (branch !== undefined)
            await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .pushCommit */ .Sq)(release.head, branch, record);
        await outputs.set('tags', release.packages.map(({ tag }) => tag));
        const links = release.packages.map(({ tag }, index) => `- ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)(tag, urls[index])}`);
        if (links.length > 0)
            await outputs.summarise(`### Releases\n\n${links.join('\n')}`);
    },
}));


/***/ }),

/***/ 9803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ isPythonVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   r8: () => (/* binding */ normaliseVersion)
/* harmony export */ });
// https://peps.python.org/pep-0440/#appendix-b-parsing-version-strings-with-regular-expressions, our own wording of it.
const FORM = new RegExp([
    String.raw `^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)`,
    String.raw `(?:[-_.]?(?<phase>alpha|beta|preview|pre|a|b|c|rc)[-_.]?(?<phaseNumber>\d*))?`,
    String.raw `(?:-(?<implicitPost>\d+)|(?<post>[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*)))?`,
    String.raw `(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?`,
    String.raw `(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$`,
].join(''));
/** A text that is longer is no version: it is not worth a look. */
const LONGEST = 200;
const SHORT = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };
/** Before and after every number of a version, so that a missing part can sort below or above all others. */
const LOWEST = -1n;
const HIGHEST = 1n << 4096n;
/** Whether `text` is a version PEP 440 knows, in any of the spellings it normalises. */
function isPythonVersion(text) {
    return partsOf(text) !== undefined;
}
/** The order of two PEP 440 versions, as pip sees them. Throws a RangeError for text that is none. */
function compareVersions(left, right) {
    return compareLists(sortKey(left), sortKey(right), (a, b) => compareLists(a, b, compareItems));
}
/**
 * The one spelling that all spellings of a version share, trailing zeros of the release dropped, so that equal versions have
 * equal texts; undefined for what is no version. https://peps.python.org/pep-0440/#normalization
 */
function normaliseVersion(text) {
    const parts = partsOf(text.trim());
    if (!parts)
        return undefined;
    const { epoch, release = '', phase, phaseNumber, implicitPost, post, postNumber, dev, devNumber, local } = parts;
    const hasPost = post !== undefined || implicitPost !== undefined;
    return [
        number(epoch) === 0n ? '' : `${number(epoch)}!`,
        release
            .split('.')
            .map(number)
            .join('.')
            .replace(/(?:\.0)+$/, ''),
        phase === undefined ? '' : `${SHORT[phase] ?? phase}${number(phaseNumber)}`,
        hasPost ? `.post${number(postNumber ?? implicitPost)}` : '',
        dev === undefined ? '' : `.dev${number(devNumber)}`,
        local === undefined ? '' : `+${localItems(local).join('.')}`,
    ].join('');
}
function sortKey(version) {
    const parts = partsOf(version);
    if (!parts)
        throw new RangeError(`${JSON.stringify(version)} is not a PEP 440 version.`);
    const hasPost = parts.post !== undefined || parts.implicitPost !== undefined;
    const isBareDev = parts.phase === undefined && !hasPost && parts.dev !== undefined;
    return [
        [number(parts.epoch)],
        (parts.release ?? '')
            .replace(/(\.0+)+$/, '')
            .split('.')
            .map(number),
        parts.phase === undefined
            ? [isBareDev ? LOWEST : HIGHEST]
            : [BigInt(phaseRank(parts.phase)), number(parts.phaseNumber)],
        [hasPost ? number(parts.postNumber ?? parts.implicitPost) : LOWEST],
        [parts.dev === undefined ? HIGHEST : number(parts.devNumber)],
        localItems(parts.local ?? ''),
    ];
}
/** The parts of a version as it is spelled, in lower case; undefined for what is none. */
function partsOf(text) {
    return text.length > LONGEST ? undefined : FORM.exec(text.toLowerCase())?.groups;
}
function number(digits) {
    return BigInt(digits || '0');
}
function localItems(local) {
    return local === '' ? [] : local.split(/[-_.]/).map((item) => (/^\d+$/.test(item) ? BigInt(item) : item));
}
function phaseRank(phase) {
    if (phase.startsWith('a'))
        return 0;
    return phase.startsWith('b') ? 1 : 2;
}
function compareLists(left, right, compareOne) {
    for (const [index, item] of left.entries()) {
        const other = right[index];
        if (other === undefined)
            return 1;
        const order = compareOne(item, other);
        if (order !== 0)
            return order;
    }
    return left.length < right.length ? -1 : 0;
}
/** In a local version a number sorts after text. */
function compareItems(left, right) {
    if (typeof left !== typeof right)
        return typeof left === 'string' ? -1 : 1;
    if (left === right)
        return 0;
    return left < right ? -1 : 1;
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
class CommandMissing extends _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .y {
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .y(`${JSON.stringify(argument)} cannot be given to a command on Windows: it has a quote, %, ! or line break in it.`);
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


/***/ })

};
