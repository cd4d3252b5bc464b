export const id = 8898;
export const ids = [8898];
export const modules = {

/***/ 7256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ request)
/* harmony export */ });
/* harmony import */ var _platform_net_safe_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8717);

/** A request of a check, within what is left of the look's time. A redirect is the answer where one is expected. */
function request(message, context, { endOfBody, expect } = {}) {
    const { url, ...rest } = message;
    const { network, timeout, signal } = context;
    const awaited = expect?.status?.some(({ from, to }) => from >= 300 && to <= 399) ?? false;
    const options = { ...(awaited ? { maxRedirects: 0 } : {}), ...(endOfBody ? { endOfBody } : {}) };
    return (0,_platform_net_safe_request_js__WEBPACK_IMPORTED_MODULE_0__/* .safeRequest */ .z)(url, { ...rest, network, timeoutMs: timeout, signal, ...options });
}


/***/ }),

/***/ 3885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ assess),
  D: () => (/* binding */ commonReasons)
});

// EXTERNAL MODULE: ./build/src/platform/net/web-page.js
var web_page = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/src/services/health/bounded-json.js
var bounded_json = __webpack_require__(5943);
// EXTERNAL MODULE: ./build/src/services/health/check.js
var check = __webpack_require__(8737);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
;// CONCATENATED MODULE: ./build/src/services/health/health-words.js
/**
 * The words of the formats that people use: the IETF's draft, Spring, Quarkus, NestJS, ASP.NET, gRPC, Elasticsearch, Laravel,
 * Symfony and many smaller ones. Any other word is somebody's own and means nothing.
 */
const WORDS = {
    pass: [
        ...['pass', 'passing', 'ok', 'up', 'healthy', 'green', 'serving', 'available', 'working', 'ready', 'alive', 'live'],
        ...['operational', 'check_result_ok', 'true'],
    ],
    warn: ['warn', 'warning', 'degraded', 'yellow', 'partially_available', 'partial_outage', 'check_result_warning'],
    fail: [
        ...[
            'fail',
            'failed',
            'failing',
            'failure',
            'error',
            'errored',
            'down',
            'unhealthy',
            'unavailable',
            'red',
            'critical',
        ],
        ...['unknown', 'out_of_service', 'shutting_down', 'not_serving', 'service_unknown', 'not_ready', 'ko', 'crashed'],
        ...[
            'false',
            'dead',
            'offline',
            'outage',
            'major_outage',
            'unreachable',
            'broken',
            'check_result_critical',
            'check_result_unknown',
        ],
    ],
};
const MEANINGS = new Map(Object.entries(WORDS).flatMap(([meaning, words]) => words.map((word) => [word, meaning])));
/** The meaning of a status value: a word in any spelling, a boolean, or an HTTP status; undefined for what is none. */
function meaningOf(value) {
    if (typeof value === 'boolean')
        return value ? 'pass' : 'fail';
    if (typeof value === 'number')
        return value >= 400 && value <= 599 ? 'fail' : undefined;
    if (typeof value !== 'string')
        return undefined;
    return MEANINGS.get(value
        .trim()
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .replace(/[\s-]+/g, '_')
        .toLowerCase());
}
/** The meaning of a short text: the word that it is, or the one it begins with before a colon, a dash or its next line. */
function meaningOfText(text) {
    const [first = ''] = text.trim().split(/\n|:| - /, 1);
    return meaningOf(first.replace(/[.!]+$/, ''));
}

;// CONCATENATED MODULE: ./build/src/services/health/health-parts.js


/** Where formats keep their parts. `error` is Terminus's list of what failed. */
const CONTAINERS = [
    'checks',
    'components',
    'details',
    'error',
    'entries',
    'results',
    'checkResults',
    'dependencies',
    'services',
];
const NAMES = ['name', 'id', 'checkName', 'component', 'componentId', 'label'];
const STATUSES = ['status', 'state', 'outcome', 'healthy', 'ok', 'health', 'status_name'];
/** The names of the parts that a document blames. */
function troubledParts(body) {
    const blamed = CONTAINERS.flatMap((key) => partsIn(body[key])).filter(({ meaning }) => meaning !== 'pass');
    // What stands under `failures` is not said to have failed in any other way.
    const failures = (0,records/* isRecord */.u)(body.failures) ? Object.keys(body.failures) : [];
    return [...new Set([...blamed.map(({ name }) => name), ...failures])];
}
/**
 * The parts that a document consists of: a list of `{ name, status }`, or a map of `{ healthy }` or of words. Undefined where
 * any entry is something else, for then it is no such document.
 */
function partsOf(body) {
    const entries = Array.isArray(body) ? body : (0,records/* isRecord */.u)(body) ? Object.values(body) : [];
    const parts = partsIn(body);
    return parts.length === entries.length && parts.length > 0 ? parts : undefined;
}
function partsIn(container) {
    if (Array.isArray(container)) {
        return container.flatMap((row) => {
            const name = NAMES.map((key) => field(row, key)).find((one) => typeof one === 'string' || typeof one === 'number');
            return name === undefined ? [] : part(String(name), row);
        });
    }
    return Object.entries((0,records/* isRecord */.u)(container) ? container : {}).flatMap(([name, row]) => part(name, row));
}
/** A part with its own status, or with those of its instances, as the IETF's draft has them; the worst counts. */
function part(name, row) {
    const meanings = [row].flat().flatMap((one) => {
        const meaning = (0,records/* isRecord */.u)(one)
            ? STATUSES.map((key) => meaningOf(one[key])).find((found) => found !== undefined)
            : typeof one === 'string'
                ? meaningOfText(one)
                : undefined;
        return meaning ?? [];
    });
    if (meanings.length === 0)
        return [];
    return [{ name, meaning: meanings.includes('fail') ? 'fail' : meanings.includes('warn') ? 'warn' : 'pass' }];
}
function field(value, name) {
    return (0,records/* isRecord */.u)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

;// CONCATENATED MODULE: ./build/src/services/health/health-formats.js



const HEALTH_JSON = 'application/health+json';
/** Where formats keep the status of the whole, the most specific first. */
const STATUS_FIELDS = [
    'status',
    'globalStatus',
    'overallStatus',
    'overall_status',
    'outcome',
    'health',
    'state',
    'healthy',
    'ok',
];
/** A longer text is prose, not a status. */
const LONGEST_TEXT = 2_000;
/** Whether a content type is that of the IETF's draft. https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check */
function isHealthJson(contentType) {
    return contentType.toLowerCase().startsWith(HEALTH_JSON);
}
/** Reads the claim of a body (parsed JSON, or null and its text), or undefined where it makes none. */
function claimOf(body, contentType, text = '') {
    const record = (0,records/* isRecord */.u)(body) ? body : {};
    const field = STATUS_FIELDS.find((name) => Object.hasOwn(record, name) && meaningOf(record[name]) !== undefined);
    if (field !== undefined) {
        const claim = claimed(meaningOf(record[field]), `${field} ${JSON.stringify(record[field])}`, troubledParts(record));
        return claim && claim.claim !== 'pass' ? { ...claim, field } : claim;
    }
    if (isHealthJson(contentType)) {
        const { status } = record;
        const found = status === undefined ? 'has no status' : `has the status ${JSON.stringify(status).slice(0, 60)}`;
        return { claim: 'fail', detail: `${HEALTH_JSON} that ${found}, expected pass, warn or fail` };
    }
    if (body === null)
        return claimOfText(text);
    if (typeof body === 'string')
        return claimed(meaningOf(body), JSON.stringify(body), []);
    return claimOfParts(body);
}
/** A body that is nothing but its parts, each with a status. */
function claimOfParts(body) {
    const parts = partsOf(body);
    if (parts === undefined || parts.length === 0)
        return undefined;
    const meanings = parts.map(({ meaning }) => meaning);
    const worst = meanings.includes('fail') ? 'fail' : meanings.includes('warn') ? 'warn' : 'pass';
    const names = parts.filter(({ meaning }) => meaning === worst).map(({ name }) => name);
    return claimed(worst, 'not all of its parts are healthy', names);
}
function claimOfText(text) {
    if (text.length > LONGEST_TEXT)
        return undefined;
    // Kubernetes with ?verbose.
    const failed = [...text.matchAll(/^\[-\](\S+)/gm)].map(([, name = '']) => name);
    if (failed.length > 0)
        return claimed('fail', 'checks failed', failed);
    // Ruby on Rails answers /up with a coloured page.
    const colour = /^<!DOCTYPE html><html><body style="background-color: (green|red)"><\/body><\/html>\s*$/.exec(text)?.[1];
    if (colour)
        return claimed(meaningOf(colour), `a ${colour} page`, []);
    return claimed(meaningOfText(text), JSON.stringify(text.trim().slice(0, 60)), []);
}
function claimed(meaning, detail, parts) {
    if (meaning === undefined)
        return undefined;
    if (meaning === 'pass')
        return { claim: 'pass' };
    const names = [...new Set(parts)].slice(0, 5).map((name) => name.slice(0, 60));
    return { claim: meaning, detail: names.length === 0 ? detail : `${detail}, because of ${names.join(', ')}` };
}

;// CONCATENATED MODULE: ./build/src/services/health/deployed-version.js


/**
 * The versions in a health document. By the draft for `application/health+json` `version` is the API's and `releaseId` the
 * deployed one; everywhere else `version` is what people mean by it. With a path only what stands there counts.
 * https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check-06#section-3
 */
function versionsIn(body, contentType, path) {
    const fields = path === undefined ? ['releaseId', 'version'] : [path];
    const claims = fields.flatMap((field) => {
        const value = (0,bounded_json/* valueAt */.f)(body, field);
        const version = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
        return version === '' ? [] : [{ field, version: version.slice(0, 100) }];
    });
    const [first] = claims;
    const isOfTheApi = path === undefined && first?.field === 'version' && isHealthJson(contentType);
    return { claims, deployed: isOfTheApi ? undefined : first?.version };
}

// EXTERNAL MODULE: ./build/src/services/health/observation.js
var observation = __webpack_require__(23);
;// CONCATENATED MODULE: ./build/src/services/health/assess.js






const SUCCESS = [{ from: 200, to: 299 }];
const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;
/**
 * Judges an HTTP answer. Whatever is not understood speaks against it: a body that claims to be JSON and is none, a condition that
 * cannot be computed, a version that is not there, a web page where health was asked for.
 */
function assess(answer, expect, { url, captured = {} }) {
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
    const claim = claimOf(facts.body, type, answer.text);
    const versions = versionsIn(facts.body, type, expect.versionPath);
    const origin = originReport(answer, url);
    const page = claim ? undefined : pageReason(answer, expect, { url, elsewhere: origin !== undefined });
    const reasons = [
        statusReason(answer.status, expect),
        bodyReason(json, { type, status: answer.status, text: answer.text }),
        claimReason(claim, answer.status, expect),
        page,
        ...commonReasons(facts, expect, versions.claims),
    ].filter((reason) => reason !== undefined);
    const notes = [
        ...(claim?.claim === 'warn' ? [`it warns: ${claim.detail}`] : []),
        ...(origin === undefined || page ? [] : [origin]),
        ...(answer.validText ? [] : [`the body is not valid ${answer.charset.toUpperCase()}`]),
    ];
    const observed = { notes, latency: answer.latency, status: answer.status, answer: String(answer.status) };
    return { observation: (0,observation/* judged */.g)(reasons, { ...observed, ...versionDetails(versions) }), facts };
}
function versionDetails({ claims, deployed }) {
    const [first] = claims;
    if (first === undefined)
        return {};
    const shown = { version: deployed ?? first.version, versions: claims.map(({ version }) => version) };
    return deployed === undefined ? shown : { ...shown, deployedVersion: deployed };
}
/** Version, latency and condition: what every kind of check can be held to. */
function commonReasons(facts, expect, claims) {
    const reasons = [];
    const expected = expect.version;
    if (expected !== undefined && claims.length === 0) {
        const text = `it names no version (looked at ${expect.versionPath ?? 'version and releaseId'}), expected ${quoted(expected)}`;
        reasons.push({ cause: 'no-version', text });
    }
    else if (expected !== undefined && claims.every(({ version }) => version !== expected)) {
        const found = claims.map(({ field, version }) => `${field} ${quoted(version)}`).join(' and ');
        reasons.push({ cause: 'version', text: `it has ${found}, expected ${quoted(expected)}` });
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
    if (asksForError || expect.condition?.refersTo.has(`body.${claim.field ?? 'status'}`))
        return undefined;
    return { cause: 'claim', text: `it says of itself: ${claim.detail}` };
}
function bodyReason(json, answer) {
    const mayBeEmpty = answer.text === '' || answer.status === 204;
    if (json.kind === 'json' || mayBeEmpty || !JSON_TYPE.test(answer.type))
        return undefined;
    return {
        cause: 'body',
        text: `the body is declared ${answer.type.split(';')[0]}, but is not valid JSON: ${json.reason}`,
    };
}
/** The last part of the path of a URL at which services tell their health. */
const HEALTH_PATH = /^\W*(health|healthz|healthcheck|health-check|ready|readyz|readiness|live|livez|liveness|alive|ping|status|up|heartbeat)\b/i;
/** A login page, a maintenance page and a single-page application answer everything with 200. */
function pageReason({ status, text, url }, expect, asked) {
    if (!web_page/* WEB_PAGE */.N.test(text) || status >= 400 || expect.condition !== undefined)
        return undefined;
    const lastPart = new URL(asked.url).pathname.split('/').findLast((part) => part !== '') ?? '';
    const accepted = expect.acceptsPages ?? !(asked.elsewhere || HEALTH_PATH.test(lastPart));
    if (accepted)
        return undefined;
    const from = asked.elsewhere ? ` from ${(0,check/* withoutQuery */.j$)(url)}` : '';
    return { cause: 'page', text: `it answered ${status} with a web page${from}, which says nothing of its health` };
}
/** What to say of an answer that a redirect brought from elsewhere; the same host by TLS is not elsewhere. */
function originReport(answer, asked) {
    const [from, to] = [new URL(asked), new URL(answer.url)];
    return from.host === to.host || (from.hostname === to.hostname && isUpgrade(from, to))
        ? undefined
        : `the answer came from ${(0,check/* withoutQuery */.j$)(answer.url)}`;
}
function isUpgrade(from, to) {
    return from.protocol === 'http:' && to.protocol === 'https:' && from.port === '' && to.port === '';
}
function formatRanges(ranges) {
    return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
function quoted(version) {
    return JSON.stringify(version);
}


/***/ }),

/***/ 5943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

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

/***/ 8737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c4: () => (/* binding */ RECORD_TYPES),
/* harmony export */   ff: () => (/* binding */ describeTarget),
/* harmony export */   j$: () => (/* binding */ withoutQuery)
/* harmony export */ });
const RECORD_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'SRV', 'TXT'];
/** Where a check looks, for people; never with a query, which may hold a secret. */
function describeTarget(target) {
    switch (target.kind) {
        case 'http':
        case 'mcp':
            return withoutQuery(target.request.url);
        case 'tcp':
        case 'tls':
            return `${target.kind}://${target.place.host}:${target.place.port}`;
        case 'dns':
            return `dns:${target.name} ${target.record}`;
        case 'suite':
            return `${target.steps.length} steps from ${withoutQuery(target.steps[0]?.request.url ?? '')}`;
    }
}
/** A URL as it may be shown: a query may hold a secret. */
function withoutQuery(url) {
    return url.replace(/[?#].*$/s, '');
}


/***/ }),

/***/ 23:
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

/***/ 8898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ PLACEHOLDER),
/* harmony export */   j: () => (/* binding */ probeSuite)
/* harmony export */ });
/* harmony import */ var _platform_net_request_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(371);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7256);
/* harmony import */ var _assess_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3885);
/* harmony import */ var _bounded_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5943);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23);





/** `{captured.NAME}` in the texts of a suite. */
const PLACEHOLDER = /\{captured\.([A-Za-z_]\w*)\}/g;
const QUOTED_PLACEHOLDER = /"\{captured\.([A-Za-z_]\w*)\}"/g;
/** Runs the requests of a suite in order, within one deadline; the first step that fails ends it, but for what cleans up. */
async function probeSuite(steps, expect, context) {
    const captured = {};
    const numbered = steps.map((step, index) => ({ step, place: `step ${index + 1} (${step.name})` }));
    const notes = [];
    try {
        return await runSteps(numbered.filter(({ step }) => !step.cleanup), { expect, context, captured, notes });
    }
    finally {
        await cleanUp(numbered.filter(({ step }) => step.cleanup), { context, captured, notes });
    }
}
async function runSteps(steps, { expect, context, captured, notes }) {
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    for (const [index, { step, place }] of steps.entries()) {
        const left = { ...context, timeout: Math.max(1, context.timeout - elapsed()) };
        const { observation, facts } = await runStep(step, captured, { place, context: left });
        notes.push(...observation.notes.map((note) => `${place}: ${note}`));
        const missed = observation.outcome === 'pass' ? capture(step, facts, captured) : observation.reasons;
        if (missed.length > 0) {
            const reasons = missed.map(({ cause, text }) => ({ cause, text: `${place}: ${text}` }));
            const answer = `${index} of ${steps.length} steps`;
            return (0,_observation_js__WEBPACK_IMPORTED_MODULE_4__/* .judged */ .g)(reasons, { notes, latency: elapsed(), answer, status: facts.status });
        }
    }
    const slow = expect.maxLatency !== undefined && elapsed() > expect.maxLatency;
    const text = `it took ${Math.round(elapsed())} ms, expected at most ${expect.maxLatency} ms`;
    const answer = `${steps.length} of ${steps.length} steps`;
    return (0,_observation_js__WEBPACK_IMPORTED_MODULE_4__/* .judged */ .g)(slow ? [{ cause: 'latency', text }] : [], { notes, latency: elapsed(), answer });
}
const CLEANUP_MS = 5_000;
/** Takes away what the steps left, as far as it is known; that this fails says nothing of the service's health. */
async function cleanUp(steps, { context, captured, notes }) {
    for (const { step, place } of steps) {
        const { url, headers, body = '' } = step.request;
        const names = [...[url, ...Object.values(headers), body].join('\n').matchAll(PLACEHOLDER)].map(([, name]) => name);
        if (names.some((name) => name === undefined || !Object.hasOwn(captured, name)))
            continue;
        try {
            const { observation } = await runStep(step, captured, { place, context: { ...context, timeout: CLEANUP_MS } });
            notes.push(...observation.reasons.map(({ text }) => `${place} did not clean up: ${text}`));
        }
        catch (error) {
            if (!(error instanceof _platform_net_request_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RequestError */ .G))
                throw error;
            notes.push(`${place} did not clean up: ${error.message}`);
        }
    }
}
async function runStep(step, captured, { place, context }) {
    try {
        const message = filled(step.request, captured);
        return (0,_assess_js__WEBPACK_IMPORTED_MODULE_2__/* .assess */ .n)(await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .request */ .E)(message, context, step), step.expect, { url: message.url, captured });
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
