export const id = 8898;
export const ids = [8898];
export const modules = {

/***/ 97256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ request)
/* harmony export */ });
/* harmony import */ var _platform_net_safe_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46628);

/** A request of a check, within what is left of the look's time. */
function request(message, context, endOfBody) {
    const { url, ...rest } = message;
    const { network, timeout, signal } = context;
    return (0,_platform_net_safe_request_js__WEBPACK_IMPORTED_MODULE_0__/* .safeRequest */ .z)(url, { ...rest, network, timeoutMs: timeout, signal, ...(endOfBody ? { endOfBody } : {}) });
}


/***/ }),

/***/ 7811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ assess),
  D: () => (/* binding */ commonReasons)
});

// EXTERNAL MODULE: ./build/src/services/health/bounded-json.js
var bounded_json = __webpack_require__(85943);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
;// CONCATENATED MODULE: ./build/src/services/health/health-formats.js

const HEALTH_JSON = 'application/health+json';
/**
 * The status words of `application/health+json` (https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check),
 * Spring Boot's Actuator, NestJS's Terminus and ASP.NET; any other word is somebody's own and claims nothing.
 */
const WORDS = new Map(Object.entries({
    pass: ['pass', 'ok', 'up', 'healthy'],
    warn: ['warn', 'degraded'],
    fail: ['fail', 'error', 'down', 'unhealthy', 'unknown', 'out_of_service', 'shutting_down'],
}).flatMap(([claim, words]) => words.map((word) => [word, claim])));
/** Reads the claim of a JSON body, or undefined where it makes none. */
function claimOf(body, contentType) {
    const declared = contentType.toLowerCase().startsWith(HEALTH_JSON);
    const status = field(body, 'status');
    const word = typeof status === 'string' ? status.toLowerCase() : undefined;
    const claim = word === undefined ? undefined : WORDS.get(word);
    if (claim === 'pass')
        return { claim };
    if (claim)
        return { claim, detail: [`status ${JSON.stringify(status)}`, ...troubled(body)].join(', ') };
    if (!declared)
        return undefined;
    const found = word === undefined ? 'has no status' : `has the status ${JSON.stringify(status).slice(0, 60)}`;
    return { claim: 'fail', detail: `${HEALTH_JSON} that ${found}, expected pass, warn or fail` };
}
/** The names of the components that a document blames, at most five. */
function troubled(body) {
    const parts = ['checks', 'components', 'details', 'error', 'entries']
        .flatMap((key) => Object.entries(record(field(body, key))))
        .filter(([, part]) => [part].flat().some((one) => isTroubled(field(one, 'status'))))
        .map(([name]) => name.slice(0, 60));
    const names = [...new Set(parts)].slice(0, 5);
    return names.length > 0 ? [`because of ${names.join(', ')}`] : [];
}
function isTroubled(status) {
    const claim = typeof status === 'string' ? WORDS.get(status.toLowerCase()) : undefined;
    return claim === 'fail' || claim === 'warn';
}
function field(value, name) {
    return Object.hasOwn(record(value), name) ? record(value)[name] : undefined;
}
function record(value) {
    return (0,records/* isRecord */.u)(value) ? value : {};
}

// EXTERNAL MODULE: ./build/src/services/health/observation.js
var observation = __webpack_require__(40023);
;// CONCATENATED MODULE: ./build/src/services/health/assess.js



const SUCCESS = [{ from: 200, to: 299 }];
const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;
/**
 * Judges an HTTP answer. Whatever is not understood speaks against it: a body that claims to be JSON and is none, a condition that
 * cannot be computed, a version that is not there.
 */
function assess(answer, expect, captured = {}) {
    const json = (0,bounded_json/* readJson */.V)(answer.text);
    const facts = {
        status: answer.status,
        headers: answer.headers,
        body: json.kind === 'json' ? json.value : null,
        text: answer.text,
        latency: answer.latency,
        certificate: answer.certificate,
        captured,
    };
    const type = answer.headers['content-type'] ?? '';
    const claim = claimOf(facts.body, type);
    const version = versionOf(facts.body, expect.versionPath);
    const reasons = [
        statusReason(answer.status, expect),
        bodyReason(json, { type, status: answer.status, text: answer.text }),
        claimReason(claim, answer.status, expect),
        ...commonReasons(facts, expect, version),
    ].filter((reason) => reason !== undefined);
    const notes = [
        ...(claim?.claim === 'warn' ? [`it warns: ${claim.detail}`] : []),
        ...(answer.validUtf8 ? [] : ['the body is not valid UTF-8']),
    ];
    const details = { notes, latency: answer.latency, status: answer.status, answer: String(answer.status) };
    return { observation: (0,observation/* judged */.g)(reasons, { ...details, ...(version === undefined ? {} : { version }) }), facts };
}
/** Version, latency and condition: what every kind of check can be held to. */
function commonReasons(facts, expect, version) {
    const reasons = [];
    if (expect.version !== undefined && version !== expect.version) {
        const found = version === undefined ? 'no version' : `version ${quoted(version)}`;
        const place = expect.versionPath ?? 'version or releaseId';
        const hint = version === undefined ? ` (looked at ${place})` : '';
        reasons.push({ cause: 'version', text: `it has ${found}${hint}, expected ${quoted(expect.version)}` });
    }
    if (expect.maxLatency !== undefined && facts.latency > expect.maxLatency) {
        const text = `it took ${Math.round(facts.latency)} ms, expected at most ${expect.maxLatency} ms`;
        reasons.push({ cause: 'latency', text });
    }
    const refuted = expect.condition?.refuted(facts);
    if (refuted !== undefined)
        reasons.push({ cause: 'condition', text: `condition: ${refuted}` });
    return reasons;
}
function statusReason(status, expect) {
    if (!expect.status && expect.condition?.refersTo.has('status'))
        return undefined;
    const ranges = expect.status ?? SUCCESS;
    if (ranges.some(({ from, to }) => status >= from && status <= to))
        return undefined;
    return { cause: 'status', text: `it answered ${status}, expected ${formatRanges(ranges)}` };
}
function claimReason(claim, status, expect) {
    if (claim?.claim !== 'fail')
        return undefined;
    // Who asks for an error, or for a status word, gets to judge the document that comes with it.
    const asksForError = expect.status !== undefined && status >= 400;
    if (asksForError || expect.condition?.refersTo.has('body.status'))
        return undefined;
    return { cause: 'claim', text: `it says of itself: ${claim.detail}` };
}
function bodyReason(json, answer) {
    const mayBeEmpty = answer.text === '' || answer.status === 204;
    if (json.kind === 'json' || mayBeEmpty || !JSON_TYPE.test(answer.type))
        return undefined;
    return { cause: 'body', text: `the body is declared ${answer.type.split(';')[0]}, but is no JSON: ${json.reason}` };
}
function versionOf(body, path) {
    const candidates = path === undefined ? [(0,bounded_json/* valueAt */.f)(body, 'version'), (0,bounded_json/* valueAt */.f)(body, 'releaseId')] : [(0,bounded_json/* valueAt */.f)(body, path)];
    const version = candidates.find((value) => typeof value === 'string' || typeof value === 'number');
    return version === undefined ? undefined : String(version).slice(0, 100);
}
function formatRanges(ranges) {
    return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
function quoted(version) {
    return JSON.stringify(version);
}


/***/ }),

/***/ 85943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

/** Far beyond any health document, and far from where a recursive reader runs out of stack. */
const MAX_DEPTH = 100;
/** Reads text from elsewhere as JSON; text nested too deeply counts as none. */
function readJson(text) {
    if (depthOf(text) > MAX_DEPTH)
        return { kind: 'not-json', reason: `it is nested deeper than ${MAX_DEPTH} levels` };
    try {
        return { kind: 'json', value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
    }
    catch (error) {
        return { kind: 'not-json', reason: text.trim() === '' ? 'it is empty' : (0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).slice(0, 120) };
    }
}
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
/** The value at a JSON pointer (`/a/0/b`, RFC 6901) or at dotted names (`a.b`); undefined where there is none. */
function valueAt(value, path) {
    const keys = path.startsWith('/')
        ? path
            .slice(1)
            .split('/')
            .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
        : path.split('.').filter((key) => key !== '');
    let current = value;
    for (const key of keys) {
        if (current === null || typeof current !== 'object' || !Object.hasOwn(current, key))
            return undefined;
        if (Array.isArray(current) && key === 'length')
            return undefined;
        current = current[key];
    }
    return current;
}


/***/ }),

/***/ 40023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ passed),
/* harmony export */   g: () => (/* binding */ judged)
/* harmony export */ });
function passed(details) {
    return { outcome: 'pass', reasons: [], notes: [], final: false, ...details };
}
/** A failed look where there are reasons, else a passed one. */
function judged(reasons, details) {
    return { ...passed(details), outcome: reasons.length > 0 ? 'fail' : 'pass', reasons };
}


/***/ }),

/***/ 18898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ PLACEHOLDER),
/* harmony export */   j: () => (/* binding */ probeSuite)
/* harmony export */ });
/* harmony import */ var _platform_net_request_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20371);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97256);
/* harmony import */ var _assess_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7811);
/* harmony import */ var _bounded_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85943);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40023);





/** `{captured.NAME}` in the texts of a suite. */
const PLACEHOLDER = /\{captured\.([A-Za-z_]\w*)\}/g;
const QUOTED_PLACEHOLDER = /"\{captured\.([A-Za-z_]\w*)\}"/g;
/** Runs the requests of a suite in order, within one deadline; the first step that fails ends it. */
async function probeSuite(steps, expect, context) {
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    const captured = {};
    const notes = [];
    for (const [index, step] of steps.entries()) {
        const place = `step ${index + 1} (${step.name})`;
        const left = { ...context, timeout: Math.max(1, context.timeout - elapsed()) };
        const { observation, facts } = await runStep(step, captured, { place, context: left });
        notes.push(...observation.notes.map((note) => `${place}: ${note}`));
        const missed = observation.outcome === 'pass' ? capture(step, facts, captured) : observation.reasons;
        if (missed.length > 0) {
            const reasons = missed.map(({ cause, text }) => ({ cause, text: `${place}: ${text}` }));
            return (0,_observation_js__WEBPACK_IMPORTED_MODULE_4__/* .judged */ .g)(reasons, {
                notes,
                latency: elapsed(),
                answer: `${index} of ${steps.length} steps`,
                status: facts.status,
            });
        }
    }
    const slow = expect.maxLatency !== undefined && elapsed() > expect.maxLatency;
    const text = `it took ${Math.round(elapsed())} ms, expected at most ${expect.maxLatency} ms`;
    const answer = `${steps.length} of ${steps.length} steps`;
    return (0,_observation_js__WEBPACK_IMPORTED_MODULE_4__/* .judged */ .g)(slow ? [{ cause: 'latency', text }] : [], { notes, latency: elapsed(), answer });
}
async function runStep(step, captured, { place, context }) {
    try {
        return (0,_assess_js__WEBPACK_IMPORTED_MODULE_2__/* .assess */ .n)(await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .request */ .E)(filled(step.request, captured), context), step.expect, captured);
    }
    catch (error) {
        if (!(error instanceof _platform_net_request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G))
            throw error;
        throw new _platform_net_request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G(error.failure, `${place}: ${error.message}`, { cause: error });
    }
}
/** Puts what a step captures into `captured`; returns what it could not find. */
function capture(step, facts, captured) {
    const reasons = [];
    for (const [name, from] of Object.entries(step.capture)) {
        const value = read(from, facts);
        if (value === undefined)
            reasons.push({ cause: 'capture', text: `found no value to capture as ${name}` });
        else
            captured[name] = value;
    }
    return reasons;
}
function read(from, facts) {
    if ('pointer' in from)
        return (0,_bounded_json_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(facts.body, from.pointer) ?? undefined;
    try {
        return from.expression.valueOf(facts) ?? undefined;
    }
    catch {
        return undefined;
    }
}
/** A value from an answer cannot leave its place: in the URL, in a header, or in a text of the JSON. */
function filled(message, captured) {
    const fill = (text, encode) => text.replace(PLACEHOLDER, (_, name) => encode(textOf(captured[name])));
    const printable = (text) => text.replace(/[^\x20-\x7e]/g, '');
    const headers = Object.entries(message.headers).map(([name, value]) => [name, fill(value, printable)]);
    // A text that is nothing but a captured value takes that value's type.
    const typed = message.body?.replace(QUOTED_PLACEHOLDER, (_, name) => JSON.stringify(captured[name]));
    return {
        ...message,
        url: fill(message.url, encodeURIComponent),
        headers: Object.fromEntries(headers),
        ...(typed === undefined ? {} : { body: fill(typed, (text) => JSON.stringify(text).slice(1, -1)) }),
    };
}
function textOf(value) {
    return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
}


/***/ })

};
