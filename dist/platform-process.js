export const id = 6052;
export const ids = [6052, 101, 7279];
export const modules = {

/***/ 16168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ CommandMissing),
/* harmony export */   Z: () => (/* binding */ findCommand)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);



class CommandMissing extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    name = 'CommandMissing';
    command;
    constructor(command) {
        super(`The command ${command} was not found on PATH.`);
        this.command = command;
    }
}
async function findCommand(command, env) {
    const windows = process.platform === 'win32';
    const path = Object.entries(env).find(([name]) => (windows ? name.toUpperCase() === 'PATH' : name === 'PATH'))?.[1] ?? '';
    const extensions = windows && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.extname)(command) === '' ? ['.exe', '.cmd', '.bat'] : [''];
    const folders = /[\\/]/.test(command) ? [''] : path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((one) => one !== '');
    for (const folder of folders) {
        for (const extension of extensions) {
            const file = folder === '' ? command + extension : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, command + extension);
            if (await isRunnable(file))
                return file;
        }
    }
    throw new CommandMissing(command);
}
async function isRunnable(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 16052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ clientEnvironment),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   bx: () => (/* binding */ runClient)
/* harmony export */ });
/* unused harmony export quoteForCmd */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);
/* harmony import */ var _find_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16168);




const OUTPUT_LIMIT = 16 * 1024 * 1024;
async function runClient(command, args, options) {
    const { cwd, signal, timeoutMs = 120_000 } = options;
    signal?.throwIfAborted();
    const env = clientEnvironment(options.env, options.idToken);
    const file = await (0,_find_command_js__WEBPACK_IMPORTED_MODULE_3__/* .findCommand */ .Z)(command, env);
    signal?.throwIfAborted();
    const [program, argv, verbatim] = commandLine(file, args, env);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, argv, {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsVerbatimArguments: verbatim,
        windowsHide: true,
    });
    return await collect(child, timeoutMs, signal);
}
function collect(child, timeoutMs, signal) {
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
        const timer = setTimeout(() => stop('late'), timeoutMs);
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
            child.stdout?.destroy();
            child.stderr?.destroy();
            settle(() => finish(exitCode));
        });
    });
}
const OURS = /^(INPUT_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|ACTIONS_RUNTIME_TOKEN$)/i;
const ID_TOKEN = /^ACTIONS_ID_TOKEN_REQUEST_/i;
function clientEnvironment(env, idToken = false) {
    const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !OURS.test(name) && (idToken || !ID_TOKEN.test(name)));
    return Object.fromEntries(kept);
}
function commandLine(file, args, env) {
    if (!/\.(cmd|bat)$/i.test(file))
        return [file, [...args], false];
    const line = [file, ...args].map(quoteForCmd).join(' ');
    return [env.ComSpec ?? env.COMSPEC ?? 'cmd.exe', ['/d', '/s', '/c', `"${line}"`], true];
}
function quoteForCmd(argument) {
    if (/["%!\r\n]/.test(argument)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${JSON.stringify(argument)} cannot be given to a command on Windows: it has a quote, %, ! or line break in it.`);
    }
    return `"${argument}"`;
}
function lastWords(output) {
    const said = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.stripVTControlCharacters)(output)
        .replace(/\/\/[^/@\s]+@/g, '//***@')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/A complete log of this run/.test(line));
    const errors = said.filter((line) => /err/i.test(line));
    return (errors.length > 0 ? errors : said).slice(0, 6).join(' ').slice(0, 800) || 'it said nothing.';
}


/***/ })
,

/***/ 90101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46193);
/* harmony import */ var _find_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16168);
/* harmony import */ var _run_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16052);




const OUTPUT_LIMIT = 16 * 1024 * 1024;
const KILL_AFTER_MS = 2_000;
async function runTool(command, args, options) {
    const { cwd, signal, log, timeoutMs = 120_000 } = options;
    signal?.throwIfAborted();
    const env = (0,_run_client_js__WEBPACK_IMPORTED_MODULE_3__/* .clientEnvironment */ .B5)(options.env, options.idToken);
    const file = await (0,_find_command_js__WEBPACK_IMPORTED_MODULE_2__/* .findCommand */ .Z)(command, env);
    const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 81260));
    signal?.throwIfAborted();
    const out = collector(log);
    const err = collector(log);
    const run = () => exec(quoted(file), [...args], {
        ...{ cwd, env, silent: true, ignoreReturnCode: true },
        input: Buffer.alloc(0),
        listeners: { stdout: out.take, stderr: err.take },
    });
    const exitCode = await stoppable(run, [file, ...args], { timeoutMs, signal });
    return { exitCode, stdout: out.end(), stderr: err.end() };
}
function quoted(file) {
    return `"${file.replace(/"/g, '\\"')}"`;
}
function collector(log) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let text = '';
    let line = '';
    const show = (chunk) => {
        const lines = (line + chunk).split(/\r?\n/);
        line = lines.pop() ?? '';
        for (const one of lines)
            log?.info(one);
    };
    const add = (chunk) => {
        if (text.length < OUTPUT_LIMIT)
            text += chunk;
        show(chunk);
    };
    return {
        take: (data) => add(decoder.write(data)),
        end: () => {
            add(decoder.end());
            if (line !== '')
                log?.info(line);
            return text;
        },
    };
}
async function stoppable(run, commandLine, { timeoutMs, signal }) {
    const ours = [];
    const onProcess = (message) => {
        const { process: child } = message;
        queueMicrotask(() => {
            if (!isOf(child, commandLine))
                return;
            ours.push(child);
            child.stdin?.on('error', () => undefined);
        });
    };
    const stop = () => {
        for (const child of ours) {
            child.kill();
            setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
        }
    };
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('child_process', onProcess);
    let onAbort = () => { };
    let timer;
    const stopped = new Promise((resolve, reject) => {
        onAbort = () => {
            stop();
            reject(signal?.reason);
        };
        timer = setTimeout(() => {
            stop();
            resolve(null);
        }, timeoutMs);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([run(), stopped]);
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.unsubscribe)('child_process', onProcess);
    }
}
function isOf({ spawnargs = [] }, commandLine) {
    const [file = ''] = commandLine;
    if (/\.(cmd|bat)$/i.test(file))
        return spawnargs.some((one) => one.includes(file));
    return spawnargs.length === commandLine.length && spawnargs.every((one, index) => one === commandLine[index]);
}


/***/ })
,

/***/ 17279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Gr: () => (/* binding */ stageChanges),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   u$: () => (/* binding */ commitStaged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _text_trim_end_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(285);
/* harmony import */ var _find_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16168);
/* harmony import */ var _run_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16052);
/* harmony import */ var _run_tool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90101);





async function git(args, options) {
    const { exitCode, stdout, stderr } = await tryGit(args, options);
    if (exitCode === 0)
        return stdout.trim();
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`git ${args[0]} ${ending}: ${(0,_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .aN)(stderr)}`);
}
async function tryGit(args, options) {
    try {
        return await (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_3__/* .runTool */ .q)('git', args, { ...options, env: { ...options.env, ...environment(options) } });
    }
    catch (error) {
        if (!(error instanceof _find_command_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandMissing */ .Q))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('git is not installed here. Runners of GitHub have it; install it on your own.');
    }
}
const HARMLESS = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.sshCommand', 'ssh'],
    ['core.askPass', ''],
    ['credential.helper', ''],
    ['protocol.ext.allow', 'never'],
];
function environment({ token, serverUrl = 'https://github.com' }) {
    const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
    const server = `http.${(0,_text_trim_end_js__WEBPACK_IMPORTED_MODULE_4__/* .trimEnd */ .s)(serverUrl, '/')}/`;
    const authorised = [
        [`${server}.extraheader`, `AUTHORIZATION: basic ${credentials}`],
        [`${server}.sslVerify`, 'true'],
    ];
    const settings = token === undefined ? HARMLESS : [...HARMLESS, ...authorised];
    const entries = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    const common = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', GIT_CONFIG_COUNT: String(settings.length) };
    return { ...common, ...Object.fromEntries(entries) };
}
async function commitStaged(message, options) {
    const { exitCode } = await tryGit(['diff', '--cached', '--quiet'], options);
    if (exitCode === 0)
        return undefined;
    const date = await git(['log', '-1', '--format=%cI'], options);
    const [name, email] = ['github-actions[bot]', '41898282+github-actions[bot]@users.noreply.github.com'];
    const identity = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
    const env = { ...options.env, ...identity, ...committer };
    await git(['commit', '--quiet', '--no-verify', '--no-gpg-sign', '-m', message], { ...options, env });
    return git(['rev-parse', 'HEAD'], options);
}
async function stageChanges(newFiles, options) {
    await git(['add', '--update', ':/'], options);
    const created = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', ...newFiles.map((glob) => `:(top,glob)${glob}`)], options);
    const files = created.split('\0').filter((file) => file !== '');
    if (files.length > 0)
        await git(['add', '--', ...files.map((file) => `:(top,literal)${file}`)], options);
}


/***/ })

};
