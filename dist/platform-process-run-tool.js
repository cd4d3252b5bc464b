export const id = 101;
export const ids = [101];
export const modules = {

/***/ 101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3053);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var _find_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6168);
/* harmony import */ var _run_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6052);




const OUTPUT_LIMIT = 16 * 1024 * 1024;
const KILL_AFTER_MS = 2_000;
/**
 * Runs what works for the repository (git, changesets, package managers), by @actions/exec: without a shell, its lines in the log
 * while it runs. Rejects with the signal's reason when it aborts, and with CommandMissing when there is no such command; any exit
 * code is a result, null where it was stopped because it took too long.
 */
async function runTool(command, args, options) {
    const { cwd, signal, log, timeoutMs = 120_000 } = options;
    signal?.throwIfAborted();
    const env = (0,_run_client_js__WEBPACK_IMPORTED_MODULE_3__/* .clientEnvironment */ .B5)(options.env, options.idToken);
    const file = await (0,_find_command_js__WEBPACK_IMPORTED_MODULE_2__/* .findCommand */ .Z)(command, env);
    const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 1260));
    signal?.throwIfAborted();
    const out = collector(log);
    const err = collector(log);
    const run = () => exec(quoted(file), [...args], {
        ...{ cwd, env, silent: true, ignoreReturnCode: true },
        // The tool finds the end of its input, and cannot wait for an answer that nobody gives.
        input: Buffer.alloc(0),
        listeners: { stdout: out.take, stderr: err.take },
    });
    const exitCode = await stoppable(run, [file, ...args], { timeoutMs, signal });
    return { exitCode, stdout: out.end(), stderr: err.end() };
}
/** exec takes a command line and reads it by quotes. */
function quoted(file) {
    return `"${file.replace(/"/g, '\\"')}"`;
}
/** Keeps what arrives as text, and shows its whole lines. */
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
/**
 * exec can stop nothing and hands out no process. Node tells of every process that is made while it runs, so the one with this
 * command line is found there, and ended; what that one has started itself is the runner's to clean up.
 * https://nodejs.org/api/diagnostics_channel.html#event-child_process
 */
async function stoppable(run, commandLine, { timeoutMs, signal }) {
    const ours = [];
    const onProcess = (message) => {
        const { process: child } = message;
        // Told before it is spawned; its command line is known when that is done.
        queueMicrotask(() => {
            if (!isOf(child, commandLine))
                return;
            ours.push(child);
            // One that ends before it has read its (empty) input is no failure.
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
/** On Windows a batch file is the argument of a cmd.exe. */
function isOf({ spawnargs = [] }, commandLine) {
    const [file = ''] = commandLine;
    if (/\.(cmd|bat)$/i.test(file))
        return spawnargs.some((one) => one.includes(file));
    return spawnargs.length === commandLine.length && spawnargs.every((one, index) => one === commandLine[index]);
}


/***/ })

};
