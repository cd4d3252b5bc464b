import * as __WEBPACK_EXTERNAL_MODULE_node_module_abdfd1af__ from "node:module";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 10168:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["BearerCredentialHandler"]: () => (__WEBPACK_EXTERNAL_MODULE_node_module_abdfd1af__.BearerCredentialHandler), ["HttpClient"]: () => (__WEBPACK_EXTERNAL_MODULE_node_module_abdfd1af__.HttpClient) });

/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 33308:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:constants");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 71553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 30714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 75286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ KnownError),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
class KnownError extends Error {
    name = 'KnownError';
    kind;
    faults;
    constructor(kind, fault, options) {
        const faults = typeof fault === 'string' ? [{ message: fault }] : Array.isArray(fault) ? fault : [fault];
        super(faults.map((one) => one.message).join('\n'), options);
        this.kind = kind;
        this.faults = faults;
    }
}
class UserError extends KnownError {
    name = 'UserError';
    constructor(fault, options) {
        super('fault', fault, options);
    }
}
function kindOf(error) {
    return error instanceof KnownError ? error.kind : undefined;
}
function messageOf(error) {
    const said = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    const text = String(said);
    return text.split('\n', 1)[0] ?? text;
}


/***/ }),

/***/ 64339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 32202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ defineAction),
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __nccwpck_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/time/clock.js
var clock = __nccwpck_require__(73413);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __nccwpck_require__(755);
;// CONCATENATED MODULE: ./build/src/platform/runner/neutralise.js
const MARK = '\u200b';
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Z}]*/u;
const LONGEST_LINE = 8_192;
function neutralise(text) {
    if (!text.includes('::') && !text.includes('##['))
        return text;
    return linesOf(text, (line) => {
        const broken = line.replaceAll('##[', `##[${MARK}`);
        const start = UNSEEN.exec(broken)?.[0].length ?? 0;
        return broken.startsWith('::', start) ? `${broken.slice(0, start)}${MARK}${broken.slice(start)}` : broken;
    });
}
function cutLines(text, longest = LONGEST_LINE) {
    if (text.length <= longest)
        return text;
    return linesOf(text, (line) => line.length <= longest ? line : `${line.slice(0, longest)}… (${line.length - longest} more characters)`);
}
function linesOf(text, change) {
    return text
        .split(/([\n\r\u0085\u2028\u2029])/)
        .map((part, index) => (index % 2 === 0 ? change(part) : part))
        .join('');
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __nccwpck_require__(96292);
;// CONCATENATED MODULE: ./build/src/platform/runner/secret-encodings.js

const SHORTEST_LINE = 8;
function secretLines(secret) {
    const lines = secret.trim().split(/[\r\n]+/);
    if (lines.length === 1)
        return lines;
    return lines.map((line) => line.trim()).filter((line) => line.length >= SHORTEST_LINE && !line.endsWith(':'));
}
function encodingsOf(secret, shortest) {
    const plain = [...new Set([secret, secret.trim(), ...secretLines(secret)])];
    return [...plain.flatMap(escaped), ...plain.flatMap(inBase64)].filter((form) => form.trim().length >= shortest);
}
function escaped(text) {
    const json = JSON.stringify(text).slice(1, -1);
    const url = encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
    const form = new URLSearchParams([['', text]]).toString().slice(1);
    const forms = [text, json, JSON.stringify(json).slice(1, -1), url, form, (0,markdown/* escapeMarkdown */.FV)(text)];
    return [...new Set([...forms, url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())])];
}
function inBase64(text) {
    const bytes = Buffer.from(text);
    const cores = [0, 1, 2].map((before) => {
        const whole = Buffer.concat([Buffer.alloc(before), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const end = (before + bytes.length) % 3 === 0 ? whole.length : whole.length - 1;
        return whole.slice(before === 0 ? 0 : before + 1, end);
    });
    return cores
        .flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')])
        .filter((core) => core.length >= LEAST_BASE64);
}
const LEAST_BASE64 = 8;

;// CONCATENATED MODULE: ./build/src/platform/runner/log.js


function createLog(write, debugging, redact = (text) => text) {
    const clean = (text) => neutralise(cutLines(redact(text)));
    const command = (name, text, properties = {}) => {
        const given = Object.entries(properties).filter(([, value]) => value !== undefined);
        write(workflowCommand(name, clean(text), Object.fromEntries(given.map(([key, value]) => [key, clean(`${value}`)]))));
    };
    const annotate = (level) => (text, place = {}) => command(level, text, { title: place.title, file: place.file, line: place.line, col: place.column });
    return {
        info: (text) => write(`${clean(text)}\n`),
        debug: (text) => {
            if (debugging)
                command('debug', text);
        },
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        group: async (title, body) => {
            command('group', title);
            try {
                return await body();
            }
            finally {
                write('::endgroup::\n');
            }
        },
    };
}
function maskCommands(secret) {
    const parts = /[\r\n]/.test(secret.trim()) ? secretLines(secret) : [secret];
    return parts.map((part) => workflowCommand('add-mask', part)).join('');
}
function workflowCommand(name, text, properties = {}) {
    const head = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    return `::${name}${head.length > 0 ? ` ${head.join(',')}` : ''}::${escapeData(text)}\n`;
}
function escapeData(text) {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __nccwpck_require__(55941);
;// CONCATENATED MODULE: ./build/src/platform/runner/lost-outputs.js

const LARGEST_OUTPUTS_BYTES = 1_048_576;
const BYTES_A_CHARACTER = 2;
function createLostOutputs() {
    const lines = new Map();
    const outputs = new Map();
    return {
        readSecret(value, name) {
            const all = value.split(/[\r\n]+/).filter((line) => line.trim() !== '');
            if (all.length > 1)
                for (const line of all)
                    lines.set(line, name);
        },
        readOutput: (name, text) => {
            outputs.set(name, text);
        },
        warnings: () => [...droppedFor(lines, outputs), ...tooLarge(outputs)],
    };
}
function droppedFor(lines, outputs) {
    const bySecret = new Map();
    for (const [line, secret] of lines) {
        for (const [name, text] of outputs) {
            if (text.includes(line))
                bySecret.set(secret, (bySecret.get(secret) ?? new Set()).add(name));
        }
    }
    return [...bySecret].map(([secret, names]) => `${names.size === 1 ? 'The output' : 'The outputs'} ${(0,wording/* listed */.KE)([...names].sort())} of this step ${names.size === 1 ? 'holds' : 'hold'} a line of ${secret}. ` +
        `Where the whole of ${secret} is one secret, GitHub drops ${names.size === 1 ? 'it' : 'them'} from the outputs of the job, and what reads ${names.size === 1 ? 'it' : 'them'} gets nothing. ` +
        'Write the secret as YAML, or as JSON on one line.');
}
function tooLarge(outputs) {
    const sizes = [...outputs].map(([name, text]) => ({ name, bytes: text.length * BYTES_A_CHARACTER }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total <= LARGEST_OUTPUTS_BYTES)
        return [];
    const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
    const named = largest.map(({ name, bytes }) => `${name} ${bytes.toLocaleString('en')}`);
    return [
        `The outputs of this step are ${total.toLocaleString('en')} bytes together as GitHub counts them (${(0,wording/* listed */.KE)(named)}). A job whose outputs are more than ` +
            `${LARGEST_OUTPUTS_BYTES.toLocaleString('en')} bytes fails at its end: hand on only what other jobs need, or select fewer components (packages).`,
    ];
}

;// CONCATENATED MODULE: ./build/src/platform/runner/outputs.js
const SUMMARY_LIMIT = 1024 * 1024 - 1024;
function createOutputs(env, secrets, lost) {
    let written = 0;
    return {
        async set(name, value) {
            if (value === undefined)
                return;
            const { setOutput } = await toolkit();
            const clean = secrets.redactIn(value);
            const text = typeof clean === 'string' ? clean : JSON.stringify(clean);
            lost.readOutput(name, text);
            setOutput(name, text);
        },
        async summarise(markdown) {
            if (!env.GITHUB_STEP_SUMMARY)
                return;
            const { summary } = await toolkit();
            const text = truncate(`${secrets.redact(markdown)}\n`, SUMMARY_LIMIT - written);
            written += Buffer.byteLength(text);
            await summary.addRaw(text).write();
        },
    };
}
function toolkit() {
    return Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(3838)]).then(__nccwpck_require__.bind(__nccwpck_require__, 33838));
}
function truncate(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const note = '\n\n_The summary was cut here: GitHub shows at most 1 MiB a step._\n';
    const room = limit - Buffer.byteLength(note);
    if (room <= 0)
        return '';
    const bytes = Buffer.from(text).subarray(0, room);
    return bytes.toString('utf8', 0, Math.max(0, bytes.lastIndexOf(0x0a))) + note;
}

;// CONCATENATED MODULE: ./build/src/platform/runner/secrets.js



const SHORTEST = 4;
const VERDICTS = new Set([
    ...['true', 'false', 'healthy', 'unhealthy', 'inconclusive', 'created', 'updated', 'unchanged', 'failed', 'warned'],
    ...['running', 'parked', 'succeeded', 'cancelled', 'rolled-back', 'rollback-failed', 'success', 'failure', 'error'],
    ...['pending', 'queued', 'completed', 'in_progress', 'waiting', 'requested', 'neutral', 'skipped', 'stale', 'none'],
    ...['timed_out', 'startup_failure', 'action_required', 'run-details', 'nonce'],
]);
class Secrets {
    #values = new Set();
    #forms = [];
    #write;
    constructor(write) {
        this.#write = write;
    }
    add(secret, name = 'A secret') {
        const value = secret.trim();
        if (value === '' || this.#values.has(secret))
            return secret;
        if (value.length < SHORTEST) {
            throw new errors/* UserError */.yo(`${name} is too short to be kept secret: it has ${value.length} characters, expected at least ${SHORTEST}. ` +
                'Its text stands in many other words, which would all be masked. Is it the right value?');
        }
        this.#write(maskCommands(secret));
        this.#values.add(secret);
        this.#forms = [...new Set([...this.#forms, ...encodingsOf(secret, SHORTEST)])].sort((a, b) => b.length - a.length);
        return secret;
    }
    redact(text) {
        return this.#forms.reduce((clean, form) => (clean.includes(form) ? clean.replaceAll(form, '***') : clean), text);
    }
    redactIn(value) {
        if (this.#forms.length === 0)
            return value;
        return mapped(value, (text) => (VERDICTS.has(text) ? text : this.redact(text)));
    }
}
function mapped(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((item) => mapped(item, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, change)]));
}

// EXTERNAL MODULE: ./build/src/platform/runner/signals.js
var signals = __nccwpck_require__(26501);
;// CONCATENATED MODULE: ./build/src/platform/runner/action.js








function defineAction(action) {
    return action;
}
async function runAction(action) {
    const { env } = process;
    const secrets = new Secrets((commands) => process.stdout.write(commands));
    const log = createLog((line) => process.stdout.write(line), env.RUNNER_DEBUG === '1', (text) => secrets.redact(text));
    const signal = (0,signals/* onCancellation */.P)();
    const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
    const lost = createLostOutputs();
    const runner = {
        env,
        workspace,
        log,
        secrets,
        signal,
        clock: clock/* realClock */.d,
        outputs: createOutputs(env, secrets, lost),
    };
    try {
        const mask = (value, name) => {
            secrets.add(value, name);
            lost.readSecret(value, name);
            if (hasTinyLine(value))
                log.warning(tinyLine(name));
        };
        await action.run(await (0,inputs/* readInputs */.Ko)(action.inputs, env, mask), runner);
    }
    catch (error) {
        process.exitCode = 1;
        report(error, log);
    }
    for (const warning of lost.warnings())
        log.warning(warning);
}
function hasTinyLine(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    return lines.length > 1 && lines.some((line) => line.length === 1 || line.length === 2);
}
function tinyLine(name) {
    return (`${name} has a line of one or two characters, such as a brace. GitHub masks every line of a secret, so it hides that ` +
        'text everywhere and drops every job output that has it. Write the secret as YAML, or as JSON on one line.');
}
function report(error, log) {
    if (error instanceof errors/* KnownError */.E) {
        for (const fault of error.faults)
            log.error(fault.message, fault);
    }
    else if (error instanceof signals/* Cancelled */.c) {
        log.error(error.message);
    }
    else {
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        log.error(`Unexpected failure: ${message}. This is a defect of release-actions; please report it.`);
        log.debug(stack ?? message);
    }
}


/***/ }),

/***/ 755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ repository),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   p: () => (/* binding */ data),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75286);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(64339);
/* harmony import */ var _text_trim_end_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(285);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(55941);
/* harmony import */ var _text_yaml_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(15698);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(87107);






async function readInputs(spec, env, mask) {
    const given = (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
    for (const [name, type] of Object.entries(spec))
        if (type.secret)
            mask(given(name), `Input ${name}`);
    const faults = [];
    const values = {};
    for (const [name, type] of Object.entries(spec)) {
        const text = given(name);
        if (text === '') {
            if (type.fallback)
                values[camelCase(name)] = type.fallback.value;
            else
                faults.push({ message: `Input ${name} is missing. It is required; see the action's README for its form.` });
            continue;
        }
        try {
            values[camelCase(name)] = await type.parse(text);
        }
        catch (error) {
            const shown = type.secret ? 'its value' : JSON.stringify(shorten(text));
            const what = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? '' : `${shown} is not valid: `;
            faults.push({ message: `Input ${name}: ${what}${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` });
        }
    }
    if (faults.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    return values;
}
function camelCase(name) {
    return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
function shorten(text) {
    return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
function required(parse) {
    return { parse: parse, fallback: undefined, secret: false };
}
function optional(parse, fallback) {
    return { parse: parse, fallback: { value: fallback }, secret: false };
}
function secret(type) {
    return { ...type, secret: true };
}
const text = (value) => value;
const flag = (value) => {
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    if (/^(false|False|FALSE)$/.test(value))
        return false;
    throw new Error('expected true or false');
};
function oneOf(...words) {
    return (value) => {
        const word = words.find((one) => one === value);
        if (word === undefined)
            throw new Error(`expected ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(words, 'or')}`);
        return word;
    };
}
function wholeNumber(least, most) {
    return (value) => {
        const number = Number(value);
        if (!/^\d+$/.test(value) || number < least || number > most) {
            throw new Error(`expected a whole number from ${least} to ${most}`);
        }
        return number;
    };
}
const duration = (value) => {
    const ms = (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(value);
    if (ms === undefined)
        throw new Error('expected a duration such as 90s, 30m or 2h');
    return ms;
};
const instant = (value) => {
    const ms = Date.parse(value);
    if (Number.isNaN(ms))
        throw new Error('expected a time such as 2026-11-20T12:00:00Z');
    return ms;
};
const repository = (value) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/[A-Za-z0-9._-]{1,100}$/.test(value) || /\/\.{1,2}$/.test(value)) {
        throw new Error('expected a repository as owner/name');
    }
    return value;
};
const url = (value) => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
        throw new Error('expected an http or https URL');
    if (parsed.username || parsed.password)
        throw new Error('expected a URL without credentials in it; use the token input');
    return (0,_text_trim_end_js__WEBPACK_IMPORTED_MODULE_3__/* .trimEnd */ .s)(value, '/');
};
const lines = (value) => value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const data = (value) => parseData(value, 'typed');
const list = async (value) => {
    const looksStructured = /^\[|^- /.test(value);
    if (!looksStructured)
        return lines(value.replaceAll(',', '\n'));
    const parsed = await parseData(value, 'texts');
    if (!Array.isArray(parsed) || !parsed.every(isText))
        throw new Error('expected a list of texts');
    return parsed;
};
const map = async (value) => {
    const parsed = parseFlatJson(value) ?? (await parseData(value, 'texts'));
    if (typeof parsed !== 'object' || Array.isArray(parsed))
        throw new Error('expected a map, as JSON or YAML');
    const wrong = Object.entries(parsed).find(([, entry]) => !isText(entry));
    if (wrong)
        throw new Error(`expected a text, number or boolean at ${JSON.stringify(wrong[0])}`);
    const absent = Object.fromEntries(nullsOfJson(value).map((name) => [name, '']));
    return { ...parsed, ...absent };
};
function nullsOfJson(value) {
    const parsed = parseJson(value);
    if (!(0,_records_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u)(parsed))
        return [];
    return Object.entries(parsed).flatMap(([name, entry]) => (entry === null ? [name] : []));
}
async function parseData(value, scalars) {
    const parsed = await (0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_5__.parseYaml)(value, scalars);
    if ('faults' in parsed) {
        const [first] = parsed.faults;
        throw new Error(`line ${first?.line}, column ${first?.column}: ${first?.message}`);
    }
    if (parsed.value === null || parsed.value === undefined)
        throw new Error('expected a value, found nothing');
    return parsed.value;
}
function parseFlatJson(value) {
    const parsed = parseJson(value);
    if (!(0,_records_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u)(parsed) || !Object.values(parsed).every(isText))
        return undefined;
    const names = [...value.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined);
    return names.length === Object.keys(parsed).length ? parsed : undefined;
}
function parseJson(value) {
    try {
        return JSON.parse(value);
    }
    catch {
        return undefined;
    }
}
function isText(value) {
    return typeof value === 'string';
}


/***/ }),

/***/ 26501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ onCancellation),
/* harmony export */   c: () => (/* binding */ Cancelled)
/* harmony export */ });
class Cancelled extends Error {
    name = 'Cancelled';
    by;
    constructor(by) {
        super(`Cancelled: the step received ${by}.`);
        this.by = by;
    }
}
function onCancellation(graceMs = 4_500) {
    const controller = new AbortController();
    const cancel = (name) => {
        if (controller.signal.aborted)
            return;
        controller.abort(new Cancelled(name));
        setTimeout(() => process.exit(130), graceMs).unref();
    };
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    return controller.signal;
}


/***/ }),

/***/ 17486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withoutMark),
/* harmony export */   I: () => (/* binding */ markLength)
/* harmony export */ });
const MARK = '\uFEFF';
function withoutMark(text) {
    return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}
function markLength(text) {
    return text.startsWith(MARK) ? MARK.length : 0;
}


/***/ }),

/***/ 96292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Jh: () => (/* binding */ harmlessMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _trim_end_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(285);

const ZERO_WIDTH_SPACE = '\u200b';
function escapeMarkdown(text) {
    return decodeEntities(text)
        .replace(/[\r\n]+/g, ' ')
        .split(URL_IN_TEXT)
        .map((part, index) => (index % 2 === 1 ? code(part) : escapePlain(part)))
        .join('');
}
const URL_IN_TEXT = /(\bhttps?:\/\/[^\s`<>"'|\\]*[^\s`<>"'|\\.,;:!?)\]}])/i;
function escapePlain(text) {
    return text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*_{}[\]|~#!]/g, '\\$&')
        .replace(/@/g, `@${ZERO_WIDTH_SPACE}`)
        .replace(/(https?|ftps?|mailto|xmpp|www)(?=[:.])/gi, `$1${ZERO_WIDTH_SPACE}`)
        .replace(/(GH)(?=-\d)/gi, `$1${ZERO_WIDTH_SPACE}`);
}
function harmlessMarkdown(markdown) {
    return markdown
        .split(/(```[\s\S]*?```|`[^`\n]*`)/)
        .map((part, index) => index % 2 === 1
        ? part
        : part
            .replace(/<(?!https?:\/\/)/gi, '&lt;')
            .replace(/&(?:#0*64|#x0*40|commat);/gi, '@')
            .replace(/@(?=[A-Za-z0-9_-])/g, `@${ZERO_WIDTH_SPACE}`))
        .join('');
}
function code(text) {
    const flat = withSafePipes(text.replace(/[\r\n]+/g, ' '));
    const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = longest > 0 ? ' ' : '';
    return flat === '' ? '' : `${fence}${pad}${flat}${pad}${fence}`;
}
function withSafePipes(text) {
    const [last = '', ...before] = text.split('|').reverse();
    const isOdd = (part) => (part.length - (0,_trim_end_js__WEBPACK_IMPORTED_MODULE_0__/* .trimEnd */ .s)(part, '\\').length) % 2 === 1;
    return [...before.reverse().map((part) => `${part}${isOdd(part) ? '\\\\' : '\\'}`), last].join('|');
}
function codeBlock(text, language = '') {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${(0,_trim_end_js__WEBPACK_IMPORTED_MODULE_0__/* .trimEnd */ .s)(text, '\n')}\n${fence}`;
}
function link(text, target) {
    if (!target || !/^https?:\/\//.test(target))
        return escapeMarkdown(text);
    const encoded = encodeURI(target.replace(/\p{Cs}/gu, '\uFFFD')).replace(/%25(?=[0-9a-f]{2})/gi, '%');
    return `[${escapeMarkdown(text)}](${encoded.replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)})`;
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function decodeEntities(text) {
    return text
        .replace(/&#(\d{1,7});/g, (whole, digits) => fromCodePoint(Number(digits), whole))
        .replace(/&#x([0-9a-f]{1,6});/gi, (whole, digits) => fromCodePoint(Number.parseInt(digits, 16), whole))
        .replace(/&commat;/g, '@');
}
function fromCodePoint(point, otherwise) {
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : otherwise;
}


/***/ }),

/***/ 68203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ MOST_NESTED),
/* harmony export */   d1: () => (/* binding */ depthOf),
/* harmony export */   gZ: () => (/* binding */ TOO_DEEP),
/* harmony export */   jS: () => (/* binding */ MOST_OPEN)
/* harmony export */ });
const MOST_NESTED = 100;
const MOST_OPEN = 500;
const TOO_DEEP = `it is nested deeper than ${MOST_NESTED} levels`;
function depthOf(text) {
    let depth = 0;
    let deepest = 0;
    let quoted = false;
    for (let index = 0; index < text.length; index++) {
        const char = text[index];
        if (quoted && char === '\\')
            index++;
        else if (char === '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (char === '[' || char === '{')
            deepest = Math.max(deepest, ++depth);
        else if (char === ']' || char === '}')
            depth--;
    }
    return deepest;
}


/***/ }),

/***/ 285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ trimEnd)
/* harmony export */ });
function trimEnd(text, character) {
    let end = text.length;
    while (end > 0 && text[end - 1] === character)
        end -= 1;
    return text.slice(0, end);
}


/***/ }),

/***/ 55941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   NM: () => (/* binding */ looksLikeToken),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
const LONGEST_WORD = 100;
function didYouMean(word, known) {
    if (word.length > LONGEST_WORD)
        return '';
    const bound = word.length <= 5 ? 1 : 2;
    let best;
    for (const candidate of known) {
        if (Math.abs(candidate.length - word.length) > bound)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance <= bound && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
            best = { word: candidate, distance };
        }
    }
    return best ? `; did you mean ${quote(best.word)}?` : '';
}
function nearest(word, known, most) {
    const start = word.slice(0, LONGEST_WORD).toLowerCase();
    const far = known.map((one) => ({ one, distance: editDistance(start, one.slice(0, LONGEST_WORD).toLowerCase()) }));
    return far
        .sort((a, b) => a.distance - b.distance)
        .slice(0, most)
        .map(({ one }) => one);
}
function editDistance(from, to) {
    let beforeLast = [];
    let last = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const same = from[row - 1] === to[column - 1];
            const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            current[column] = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY);
        }
        beforeLast = last;
        last = current;
    }
    return last[to.length] ?? 0;
}
const TOKEN = /\b(?:gh[pousr]_|github_pat_|npm_|pypi-|glpat-|xox[a-z]-|eyJ[\w-]+\.)[\w.-]{10,}/g;
function looksLikeToken(text) {
    return text.search(TOKEN) !== -1;
}
function quote(value) {
    const text = (JSON.stringify(value) ?? String(value)).replace(TOKEN, '***');
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
function counted(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}
function listed(words, conjunction = 'and', most = 20) {
    if (words.length > most)
        return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}


/***/ }),

/***/ 15698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var _byte_order_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(17486);
/* harmony import */ var _nesting_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(68203);


const MOST_FAULTS = 100;
const TOO_DEEPLY = 'The document is nested too deeply.';
async function parseYaml(text, scalars = 'typed') {
    const yaml = await __nccwpck_require__.e(/* import() */ 8815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 38815, 19));
    const lines = new yaml.LineCounter();
    const place = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    if ((0,_nesting_js__WEBPACK_IMPORTED_MODULE_0__/* .depthOf */ .d1)(text) > _nesting_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_OPEN */ .jS)
        return { faults: [{ message: TOO_DEEPLY, line: 1, column: 1 }] };
    try {
        const document = yaml.parseDocument((0,_byte_order_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutMark */ .E)(text), {
            lineCounter: lines,
            prettyErrors: false,
            uniqueKeys: false,
            logLevel: 'error',
            schema: scalars === 'texts' ? 'failsafe' : 'core',
        });
        if (document.errors.length > 0) {
            return {
                faults: document.errors
                    .slice(0, MOST_FAULTS)
                    .map((error) => ({ message: explained(error), ...place(error.pos[0]) })),
            };
        }
        const loose = looseAlias(yaml, document);
        if (loose) {
            const message = `There is no anchor &${loose.source} before the alias *${loose.source}.`;
            return { faults: [{ message, ...place(loose.range?.[0] ?? 0) }] };
        }
        const value = document.toJS({ maxAliasCount: 100 });
        const located = { value, ...finders(yaml, document, place) };
        const faults = repeatedKeys(yaml, document, place);
        return faults.length > 0 ? { faults, document: located } : located;
    }
    catch (error) {
        return { faults: [{ message: explained(error), line: 1, column: 1 }] };
    }
}
function finders(yaml, document, place) {
    const resolved = (node) => (yaml.isAlias(node) ? node.resolve(document) : node);
    const pairIn = (parent, key) => yaml.isMap(parent) ? parent.items.findLast((pair) => keyOf(yaml, pair) === String(key)) : undefined;
    const nodeAt = (path) => path.reduce((parent, key) => {
        const container = resolved(parent);
        return yaml.isSeq(container) ? container.items[Number(key)] : pairIn(container, key)?.value;
    }, document.contents);
    const offsetOf = (node) => (yaml.isNode(node) ? node.range?.[0] : undefined);
    const locate = (path, key) => {
        if (path.length === 0)
            return { line: 1, column: 1 };
        const value = key ? undefined : offsetOf(nodeAt(path));
        const offset = value ?? offsetOf(pairIn(resolved(nodeAt(path.slice(0, -1))), path.at(-1))?.key);
        return offset === undefined ? locate(path.slice(0, -1)) : place(offset);
    };
    const written = (path) => {
        const node = resolved(nodeAt(path));
        return yaml.isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    };
    return { locate, written };
}
function keyOf(yaml, { key }) {
    return yaml.isScalar(key) ? String(key.value) : undefined;
}
function looseAlias(yaml, document) {
    const anchors = new Set();
    for (const node of nodesOf(yaml, document)) {
        if (yaml.isAlias(node)) {
            if (!anchors.has(node.source))
                return node;
        }
        else if (node.anchor)
            anchors.add(node.anchor);
    }
    return undefined;
}
function repeatedKeys(yaml, document, place) {
    const faults = [];
    const check = (map) => {
        const first = new Map();
        for (const pair of map.items) {
            if (faults.length >= MOST_FAULTS)
                return;
            const key = keyOf(yaml, pair);
            const offset = pair.key.range?.[0];
            if (key === undefined || offset === undefined)
                continue;
            const before = first.get(key);
            if (before === undefined)
                first.set(key, offset);
            else {
                const message = `The key ${JSON.stringify(key)} stands here a second time; the first is on line ${place(before).line}.`;
                faults.push({ message, ...place(offset) });
            }
        }
    };
    for (const node of nodesOf(yaml, document))
        if (yaml.isMap(node))
            check(node);
    return faults;
}
function* nodesOf(yaml, document) {
    const open = [document.contents];
    while (open.length > 0) {
        const node = open.pop();
        if (yaml.isPair(node))
            open.push(node.value, node.key);
        if (!yaml.isNode(node))
            continue;
        yield node;
        if (yaml.isCollection(node))
            for (let index = node.items.length; index > 0; index -= 1)
                open.push(node.items[index - 1]);
    }
}
function explained({ name, message }) {
    if (name === 'RangeError' || /call stack/.test(message))
        return 'The document is nested too deeply.';
    if (/multiple documents/.test(message))
        return 'A second document begins here (---); expected one document.';
    if (/excessive alias/i.test(message))
        return 'The aliases of the document unfold into far more than was written.';
    const told = message.replace(/\s+/g, ' ').trim();
    return /reserved character/.test(told) ? `${told}: write the value in quotes.` : told;
}


/***/ }),

/***/ 73413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ realClock)
/* harmony export */ });
const realClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        }, Math.max(0, ms));
        signal?.addEventListener('abort', onAbort, { once: true });
    }),
};


/***/ }),

/***/ 87107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 };
function parseDuration(text) {
    const match = /^(\d{1,9}(?:\.\d{1,3})?)(s|m|h)$/.exec(text);
    if (!match)
        return undefined;
    return Math.round(Number(match[1]) * UNITS[match[2]]);
}
function formatDuration(ms) {
    const seconds = Math.max(0, Math.round(ms / 1_000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return pair(minutes, 'm', seconds % 60, 's');
    return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'm');
}
function pair(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return {
  "101": "platform-process.js",
  "212": "packages-claims.js",
  "229": "lib-tinyexec.js",
  "257": "packages-changesets.js",
  "461": "operations-doctor.js",
  "549": "platform-github.js",
  "667": "platform-time.js",
  "846": "engine-stores.js",
  "870": "action-update-dependencies.js",
  "921": "platform-github.js",
  "962": "platform-files.js",
  "1044": "action-publish-packages.js",
  "1074": "lib-assemble-release-plan-2.js",
  "1260": "lib-actions-exec.js",
  "1283": "action-notify.js",
  "1331": "packages-publish.js",
  "1408": "action-verify-published.js",
  "1410": "packages-workspace.js",
  "1418": "operations-notify.js",
  "1660": "packages-registries.js",
  "1859": "packages-publish.js",
  "1892": "engine-planning.js",
  "1928": "operations-notify.js",
  "1930": "action-report-status.js",
  "2067": "platform-text.js",
  "2088": "lib-semver.js",
  "2152": "actions-setup.js",
  "2174": "packages-publish.js",
  "2178": "action-version-pull-request.js",
  "2235": "packages-workspace.js",
  "2463": "lib-ajv.js",
  "2474": "packages-publish.js",
  "2507": "train-views.js",
  "2556": "train-graph.js",
  "2737": "platform-github.js",
  "2818": "operations-hub.js",
  "2868": "services-registries.js",
  "2883": "action-plan-release.js",
  "2915": "actions-setup.js",
  "3019": "platform-github.js",
  "3029": "platform-github.js",
  "3055": "packages-publish.js",
  "3183": "action-finish-event.js",
  "3199": "engine-planning.js",
  "3206": "operations-status.js",
  "3215": "train-manifest.js",
  "3471": "platform-github.js",
  "3494": "action-verify-health.js",
  "3725": "train-manifest.js",
  "3838": "lib-actions-core.js",
  "3952": "services-register.js",
  "3982": "action-reconcile-services.js",
  "4006": "lib-picomatch.js",
  "4023": "lib-diff.js",
  "4037": "lib-changesets-get-dependents-graph.js",
  "4045": "packages-npm.js",
  "4216": "packages-registries.js",
  "4301": "platform-time.js",
  "4331": "packages-registries.js",
  "4351": "platform-files.js",
  "4383": "platform-github.js",
  "4496": "services-health.js",
  "4663": "platform-github.js",
  "4773": "action-share-artifact.js",
  "4867": "train-machine.js",
  "4901": "packages-publish.js",
  "4963": "train-manifest.js",
  "5036": "operations-doctor.js",
  "5041": "services-health.js",
  "5063": "lib-changesets-assemble-release-plan.js",
  "5159": "lib-octokit-endpoint.js",
  "5361": "operations-artifacts.js",
  "5560": "packages-workspace.js",
  "5756": "lib-ini.js",
  "5766": "platform-github.js",
  "5845": "packages-npm.js",
  "5847": "platform-time.js",
  "5918": "engine-planning.js",
  "6052": "platform-process.js",
  "6076": "packages-python.js",
  "6090": "engine-planning.js",
  "6139": "train-plan.js",
  "6179": "train-telling.js",
  "6204": "actions-setup.js",
  "6223": "operations-hub.js",
  "6310": "actions-setup.js",
  "6364": "packages-python.js",
  "6383": "action-claim-release.js",
  "6497": "services-reconcile.js",
  "6517": "operations-doctor.js",
  "6537": "operations-hub.js",
  "6541": "platform-net.js",
  "6545": "packages-python.js",
  "6628": "services-health.js",
  "6658": "operations-doctor.js",
  "6702": "action-admit-event.js",
  "6712": "action-fetch-source.js",
  "6739": "lib-nodemailer.js",
  "6955": "train-manifest.js",
  "6986": "action-record-release.js",
  "7138": "engine-runs.js",
  "7151": "packages-changesets.js",
  "7171": "operations-hub.js",
  "7279": "platform-process.js",
  "7337": "lib-marcbachmann-cel-js.js",
  "7405": "packages-publish.js",
  "7594": "platform-github.js",
  "7614": "operations-doctor.js",
  "7655": "action-prepare-release.js",
  "7714": "operations-artifacts.js",
  "7767": "platform-text.js",
  "7807": "platform-github.js",
  "7895": "action-pack-packages.js",
  "7911": "platform-github.js",
  "7930": "operations-doctor.js",
  "8021": "packages-publish.js",
  "8091": "services-registries.js",
  "8129": "action-train.js",
  "8134": "train-plan.js",
  "8296": "packages-publish.js",
  "8322": "action-register-service.js",
  "8374": "action-install-dependencies.js",
  "8385": "train-views.js",
  "8497": "action-run-scripts.js",
  "8767": "lib-jju.js",
  "8780": "action-release-state.js",
  "8792": "platform-runner.js",
  "8815": "lib-yaml.js",
  "8881": "engine-planning.js",
  "8892": "packages-npm.js",
  "8898": "services-health.js",
  "8919": "engine-stores.js",
  "8985": "action-release-status.js",
  "9000": "action-version-packages.js",
  "9015": "train-plan.js",
  "9053": "services-health.js",
  "9081": "platform-net.js",
  "9099": "engine-stores.js",
  "9159": "platform-github.js",
  "9181": "engine-planning.js",
  "9250": "action-doctor.js",
  "9277": "actions-setup.js",
  "9292": "platform-github.js",
  "9309": "action-trigger-hub.js",
  "9316": "engine-planning.js",
  "9340": "action-dispatch-and-wait.js",
  "9427": "platform-net.js",
  "9433": "platform-net.js",
  "9511": "platform-github.js",
  "9523": "platform-files.js",
  "9547": "lib-jsonc-parser.js",
  "9559": "action-sync-python-version.js",
  "9593": "platform-github.js",
  "9605": "lib-toml-eslint-parser.js",
  "9687": "lib-renovatebot-pep440.js",
  "9803": "packages-python.js"
}[chunkId];
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32202);

const actions = {
    train: () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(9427), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(9159), __nccwpck_require__.e(6052), __nccwpck_require__.e(6545), __nccwpck_require__.e(4216), __nccwpck_require__.e(2556), __nccwpck_require__.e(9099), __nccwpck_require__.e(6090), __nccwpck_require__.e(6955), __nccwpck_require__.e(4867), __nccwpck_require__.e(6179), __nccwpck_require__.e(6310), __nccwpck_require__.e(6139), __nccwpck_require__.e(1418), __nccwpck_require__.e(5041), __nccwpck_require__.e(2507), __nccwpck_require__.e(212), __nccwpck_require__.e(7138), __nccwpck_require__.e(8129)]).then(__nccwpck_require__.bind(__nccwpck_require__, 38129)),
    'plan-release': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(6541), __nccwpck_require__.e(5847), __nccwpck_require__.e(9511), __nccwpck_require__.e(846), __nccwpck_require__.e(6310), __nccwpck_require__.e(4867), __nccwpck_require__.e(3215), __nccwpck_require__.e(6179), __nccwpck_require__.e(9015), __nccwpck_require__.e(1928), __nccwpck_require__.e(2883)]).then(__nccwpck_require__.bind(__nccwpck_require__, 42883)),
    'dispatch-and-wait': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(9159), __nccwpck_require__.e(4963), __nccwpck_require__.e(4867), __nccwpck_require__.e(9316), __nccwpck_require__.e(212), __nccwpck_require__.e(7138), __nccwpck_require__.e(9340)]).then(__nccwpck_require__.bind(__nccwpck_require__, 69340)),
    'claim-release': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(4663), __nccwpck_require__.e(212), __nccwpck_require__.e(6383)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6383)),
    'sync-python-version': () => Promise.all(/* import() */[__nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(4351), __nccwpck_require__.e(2067), __nccwpck_require__.e(5560), __nccwpck_require__.e(6076), __nccwpck_require__.e(9559)]).then(__nccwpck_require__.bind(__nccwpck_require__, 39559)),
    'update-dependencies': () => Promise.all(/* import() */[__nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(6541), __nccwpck_require__.e(4301), __nccwpck_require__.e(4351), __nccwpck_require__.e(101), __nccwpck_require__.e(2067), __nccwpck_require__.e(2235), __nccwpck_require__.e(6364), __nccwpck_require__.e(1660), __nccwpck_require__.e(8892), __nccwpck_require__.e(870)]).then(__nccwpck_require__.bind(__nccwpck_require__, 90870)),
    'verify-published': () => Promise.all(/* import() */[__nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(6541), __nccwpck_require__.e(4301), __nccwpck_require__.e(6052), __nccwpck_require__.e(6364), __nccwpck_require__.e(1410), __nccwpck_require__.e(1660), __nccwpck_require__.e(1408)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91408)),
    'verify-health': () => Promise.all(/* import() */[__nccwpck_require__.e(9427), __nccwpck_require__.e(549), __nccwpck_require__.e(4301), __nccwpck_require__.e(2915), __nccwpck_require__.e(5041), __nccwpck_require__.e(3494)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3494)),
    'register-service': () => Promise.all(/* import() */[__nccwpck_require__.e(9427), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(7767), __nccwpck_require__.e(2915), __nccwpck_require__.e(3952), __nccwpck_require__.e(2868), __nccwpck_require__.e(8322)]).then(__nccwpck_require__.bind(__nccwpck_require__, 28322)),
    'reconcile-services': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9427), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(9292), __nccwpck_require__.e(7767), __nccwpck_require__.e(846), __nccwpck_require__.e(4867), __nccwpck_require__.e(6179), __nccwpck_require__.e(9277), __nccwpck_require__.e(6628), __nccwpck_require__.e(3952), __nccwpck_require__.e(2868), __nccwpck_require__.e(6497), __nccwpck_require__.e(3982)]).then(__nccwpck_require__.bind(__nccwpck_require__, 83982)),
    notify: () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(6541), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(9292), __nccwpck_require__.e(2556), __nccwpck_require__.e(846), __nccwpck_require__.e(1892), __nccwpck_require__.e(3725), __nccwpck_require__.e(4867), __nccwpck_require__.e(6179), __nccwpck_require__.e(2915), __nccwpck_require__.e(9015), __nccwpck_require__.e(1418), __nccwpck_require__.e(1283)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91283)),
    'release-status': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(9427), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(9593), __nccwpck_require__.e(6052), __nccwpck_require__.e(6545), __nccwpck_require__.e(4216), __nccwpck_require__.e(2556), __nccwpck_require__.e(9099), __nccwpck_require__.e(3199), __nccwpck_require__.e(6955), __nccwpck_require__.e(4867), __nccwpck_require__.e(6179), __nccwpck_require__.e(6310), __nccwpck_require__.e(8134), __nccwpck_require__.e(1928), __nccwpck_require__.e(5041), __nccwpck_require__.e(2507), __nccwpck_require__.e(3952), __nccwpck_require__.e(6497), __nccwpck_require__.e(8985)]).then(__nccwpck_require__.bind(__nccwpck_require__, 68985)),
    doctor: () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(6541), __nccwpck_require__.e(5847), __nccwpck_require__.e(9292), __nccwpck_require__.e(4867), __nccwpck_require__.e(6179), __nccwpck_require__.e(1928), __nccwpck_require__.e(9250)]).then(__nccwpck_require__.bind(__nccwpck_require__, 69250)),
    'trigger-hub': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(9159), __nccwpck_require__.e(2818), __nccwpck_require__.e(9309)]).then(__nccwpck_require__.bind(__nccwpck_require__, 69309)),
    'report-status': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(3471), __nccwpck_require__.e(7171), __nccwpck_require__.e(1930)]).then(__nccwpck_require__.bind(__nccwpck_require__, 71930)),
    'share-artifact': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(3029), __nccwpck_require__.e(846), __nccwpck_require__.e(2915), __nccwpck_require__.e(4867), __nccwpck_require__.e(6179), __nccwpck_require__.e(962), __nccwpck_require__.e(4773)]).then(__nccwpck_require__.bind(__nccwpck_require__, 54773)),
    'admit-event': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(9593), __nccwpck_require__.e(1892), __nccwpck_require__.e(3215), __nccwpck_require__.e(2818), __nccwpck_require__.e(6702)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26702)),
    'fetch-source': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(5766), __nccwpck_require__.e(6712)]).then(__nccwpck_require__.bind(__nccwpck_require__, 76712)),
    'finish-event': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(962), __nccwpck_require__.e(3471), __nccwpck_require__.e(846), __nccwpck_require__.e(1892), __nccwpck_require__.e(9277), __nccwpck_require__.e(4867), __nccwpck_require__.e(3215), __nccwpck_require__.e(6179), __nccwpck_require__.e(7171), __nccwpck_require__.e(3183)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63183)),
    'install-dependencies': () => Promise.all(/* import() */[__nccwpck_require__.e(2088), __nccwpck_require__.e(9523), __nccwpck_require__.e(4301), __nccwpck_require__.e(101), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(4045), __nccwpck_require__.e(8374)]).then(__nccwpck_require__.bind(__nccwpck_require__, 38374)),
    'pack-packages': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(6541), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(7911), __nccwpck_require__.e(7279), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(6364), __nccwpck_require__.e(4331), __nccwpck_require__.e(2556), __nccwpck_require__.e(2152), __nccwpck_require__.e(7151), __nccwpck_require__.e(7405), __nccwpck_require__.e(4045), __nccwpck_require__.e(7895)]).then(__nccwpck_require__.bind(__nccwpck_require__, 47895)),
    'prepare-release': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(6541), __nccwpck_require__.e(5847), __nccwpck_require__.e(4351), __nccwpck_require__.e(5766), __nccwpck_require__.e(7279), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(6364), __nccwpck_require__.e(4331), __nccwpck_require__.e(2556), __nccwpck_require__.e(2152), __nccwpck_require__.e(7151), __nccwpck_require__.e(2474), __nccwpck_require__.e(7655)]).then(__nccwpck_require__.bind(__nccwpck_require__, 27655)),
    'publish-packages': () => Promise.all(/* import() */[__nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(6541), __nccwpck_require__.e(4301), __nccwpck_require__.e(9523), __nccwpck_require__.e(7279), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(6364), __nccwpck_require__.e(4331), __nccwpck_require__.e(2556), __nccwpck_require__.e(7151), __nccwpck_require__.e(2474), __nccwpck_require__.e(6204), __nccwpck_require__.e(1044)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91044)),
    'record-release': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(6541), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(7911), __nccwpck_require__.e(7279), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(6364), __nccwpck_require__.e(4331), __nccwpck_require__.e(2556), __nccwpck_require__.e(6204), __nccwpck_require__.e(7151), __nccwpck_require__.e(7405), __nccwpck_require__.e(6986)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96986)),
    'release-state': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9687), __nccwpck_require__.e(5756), __nccwpck_require__.e(6541), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(5766), __nccwpck_require__.e(7279), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(6364), __nccwpck_require__.e(4331), __nccwpck_require__.e(2556), __nccwpck_require__.e(2152), __nccwpck_require__.e(7151), __nccwpck_require__.e(1859), __nccwpck_require__.e(8780)]).then(__nccwpck_require__.bind(__nccwpck_require__, 48780)),
    'run-scripts': () => Promise.all(/* import() */[__nccwpck_require__.e(2088), __nccwpck_require__.e(9523), __nccwpck_require__.e(4301), __nccwpck_require__.e(101), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(4045), __nccwpck_require__.e(8497)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8497)),
    'version-packages': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(5766), __nccwpck_require__.e(7279), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(2152), __nccwpck_require__.e(8892), __nccwpck_require__.e(9000)]).then(__nccwpck_require__.bind(__nccwpck_require__, 79000)),
    'version-pull-request': () => Promise.all(/* import() */[__nccwpck_require__.e(5159), __nccwpck_require__.e(2088), __nccwpck_require__.e(9433), __nccwpck_require__.e(5847), __nccwpck_require__.e(9523), __nccwpck_require__.e(2737), __nccwpck_require__.e(7279), __nccwpck_require__.e(7767), __nccwpck_require__.e(2235), __nccwpck_require__.e(2152), __nccwpck_require__.e(4901), __nccwpck_require__.e(2178)]).then(__nccwpck_require__.bind(__nccwpck_require__, 92178)),
};
async function main(name) {
    const load = actions[name];
    if (!load)
        throw new Error(`There is no action named ${JSON.stringify(name)}.`);
    const { default: action } = await load();
    await (0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(action);
}

var __webpack_exports__main = __webpack_exports__.i;
export { __webpack_exports__main as main };
