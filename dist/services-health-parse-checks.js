export const id = 9053;
export const ids = [9053];
export const modules = {

/***/ 1612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sz: () => (/* binding */ parseHealthDuration),
/* harmony export */   gE: () => (/* binding */ EXPECTED_DURATION),
/* harmony export */   yn: () => (/* binding */ LEAST_INTERVAL)
/* harmony export */ });
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7107);

/** What is said where a text is no duration of verify-health. */
const EXPECTED_DURATION = 'a duration such as 500ms, 90s, 5m or 2h';
/** Milliseconds; sampling faster would be an attack on the service. */
const LEAST_INTERVAL = 100;
/** Milliseconds of a duration as in a manifest or, for what is as quick as an answer, `300ms`; undefined for any other text. */
function parseHealthDuration(text) {
    const short = /^(\d{1,9})ms$/.exec(text);
    return short ? Number(short[1]) : (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
}


/***/ }),

/***/ 9053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseChecks: () => (/* binding */ parseChecks)
});

// EXTERNAL MODULE: ./build/src/services/health/check.js
var health_check = __webpack_require__(8737);
// EXTERNAL MODULE: ./build/src/services/health/condition.js
var condition = __webpack_require__(4496);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/services/health/health-duration.js
var health_duration = __webpack_require__(1612);
;// CONCATENATED MODULE: ./build/src/services/health/fields.js


/** Reads the fields of a value that should be a map; `place` names it in faults. */
function fieldsOf(value, place, faults) {
    const map = (0,records/* isRecord */.u)(value) ? value : {};
    if (!(0,records/* isRecord */.u)(value))
        faults.push({ message: `${place}: found ${shown(value)}, expected a map.` });
    const has = (key) => Object.hasOwn(map, key) && map[key] !== null && map[key] !== undefined;
    const raw = (key) => (has(key) ? map[key] : undefined);
    const fault = (key, message) => {
        faults.push({ message: `${place}, ${key}: ${message}` });
    };
    const read = (key, convert, expected) => {
        if (!has(key))
            return undefined;
        const converted = convert(map[key]);
        return converted === undefined ? fault(key, `found ${shown(map[key])}, expected ${expected}.`) : converted;
    };
    return {
        has,
        raw,
        fault,
        text: (key) => read(key, textOf, 'a text (in quotes where it looks like a number)'),
        duration: (key) => read(key, (given) => (0,health_duration/* parseHealthDuration */.Sz)(String(given)), health_duration/* EXPECTED_DURATION */.gE),
        number: (key, range) => read(key, (given) => numberIn(given, range), `a ${range.whole ? 'whole ' : ''}number from ${range.least} to ${range.most}`),
        flag: (key) => read(key, (given) => (typeof given === 'boolean' ? given : undefined), 'true or false'),
        oneOf: (key, words) => read(key, (given) => words.find((word) => word === given), words.join(', ')),
        texts: (key) => read(key, textsOf, 'a map of texts'),
        only: (keys) => {
            for (const key of Object.keys(map)) {
                if (!keys.includes(key))
                    faults.push({ message: `${place}: unknown field ${shown(key)}, expected one of ${keys.join(', ')}.` });
            }
        },
    };
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function textsOf(value) {
    if (!(0,records/* isRecord */.u)(value))
        return undefined;
    const entries = Object.entries(value).map(([key, entry]) => [key, isScalar(entry) ? String(entry) : undefined]);
    return entries.every(([, entry]) => entry !== undefined)
        ? Object.fromEntries(entries)
        : undefined;
}
function isScalar(value) {
    return ['string', 'number', 'boolean'].includes(typeof value);
}
function numberIn(value, { least, most, whole }) {
    const valid = typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value));
    return valid ? value : undefined;
}
function shown(value) {
    return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
;// CONCATENATED MODULE: ./build/src/services/health/parse-expectations.js

/** What a check, or a step of a suite, expects of its answer. */
function parseExpectations(fields, conditions) {
    if (fields.has('version') && fields.has('expect-version')) {
        fields.fault('version', 'is the same as expect-version; give one of the two.');
    }
    const expect = {
        status: parseStatuses(fields),
        version: fields.text('expect-version') ?? fields.text('version'),
        versionPath: fields.text('version-path'),
        condition: parseCondition(fields, conditions),
        maxLatency: fields.duration('max-latency'),
    };
    return Object.fromEntries(Object.entries(expect).filter(([, value]) => value !== undefined));
}
function parseCondition(fields, conditions) {
    const source = fields.text('condition');
    if (source === undefined)
        return undefined;
    try {
        return conditions.compile(source);
    }
    catch (error) {
        return fields.fault('condition', `${(0,errors/* messageOf */.bD)(error)}. The condition is ${JSON.stringify(source.slice(0, 200))}.`);
    }
}
/** `expect-status`: a status, a list of them, or a text such as `200, 204, 3xx, 400-404`. */
function parseStatuses(fields) {
    const given = fields.raw('expect-status');
    if (given === undefined)
        return undefined;
    const parts = [given].flat().flatMap((part) => String(part).split(/[\s,]+/));
    const ranges = parts.filter((part) => part !== '').map(statusRange);
    const valid = ranges.filter((range) => range !== undefined);
    if (valid.length === ranges.length && valid.length > 0)
        return valid;
    const found = JSON.stringify(given).slice(0, 80);
    return fields.fault('expect-status', `found ${found}, expected statuses such as 200, 204, 2xx or 200-299.`);
}
function statusRange(text) {
    const family = /^([1-5])xx$/i.exec(text);
    if (family)
        return { from: Number(family[1]) * 100, to: Number(family[1]) * 100 + 99 };
    const range = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text);
    if (!range)
        return undefined;
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    return from <= to ? { from, to } : undefined;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/src/services/health/parse-request.js

const REQUEST_FIELDS = ['url', 'method', 'headers', 'body'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** The `url` of a check, which must be http or https, without credentials. A relative one is resolved against `base`. */
function webUrl(fields, base) {
    const given = fields.text('url');
    if (given === undefined)
        return fields.has('url') ? undefined : (base ?? fields.fault('url', 'is missing.'));
    const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
        return fields.fault('url', `found ${JSON.stringify(given.slice(0, 200))}, expected an http or https URL.`);
    }
    if (url.username !== '' || url.password !== '') {
        return fields.fault('url', 'has credentials in it; give them as a header, from a secret.');
    }
    // What the URL parser has encoded is a placeholder again.
    return url.href.replace(/%7Bcaptured\.(\w+)%7D/gi, '{captured.$1}');
}
/** Method, headers and body of a request; a body that is no text is sent as JSON. */
function parseRequest(fields, url) {
    const given = fields.raw('body');
    const method = fields.oneOf('method', METHODS) ?? (given === undefined ? 'GET' : 'POST');
    const headers = fields.texts('headers') ?? {};
    for (const [name, value] of Object.entries(headers)) {
        if (!isHeader(name, value))
            fields.fault('headers', `${JSON.stringify(name)} is no valid header name or has no valid value.`);
    }
    if (given !== undefined && ['GET', 'HEAD'].includes(method)) {
        fields.fault('body', `a ${method} request has no body; set the method.`);
    }
    if (given === undefined)
        return { url, method, headers };
    const isText = typeof given === 'string';
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    const type = isText || names.includes('content-type') ? {} : { 'content-type': 'application/json' };
    return { url, method, headers: { ...type, ...headers }, body: isText ? given : JSON.stringify(given) };
}
function isHeader(name, value) {
    try {
        (0,external_node_http_.validateHeaderName)(name);
        (0,external_node_http_.validateHeaderValue)(name, value);
        return true;
    }
    catch {
        return false;
    }
}
/** The `url` of a connection: `tcp://host:port`, `tls://host` or just `host:port`. */
function parsePlace(fields, defaultPort) {
    const given = fields.text('url');
    const bare = given?.replace(/^(tcp|tls|https?):\/\//, '').replace(/\/$/, '');
    // The parser of http URLs also unmasks addresses that are written as one number or in octal.
    const parsed = bare !== undefined && URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`) : undefined;
    const port = /:\d+$/.test(bare ?? '') ? Number(bare?.match(/:(\d+)$/)?.[1]) : defaultPort;
    if (parsed?.pathname !== '/' || parsed.username !== '' || port === undefined || port < 1) {
        const found = given === undefined ? 'nothing' : JSON.stringify(given);
        return fields.fault('url', `found ${found}, expected host:port.`);
    }
    return { host: parsed.hostname, port };
}

// EXTERNAL MODULE: ./build/src/services/health/probe-suite.js
var probe_suite = __webpack_require__(8898);
;// CONCATENATED MODULE: ./build/src/services/health/parse-suite.js





const STEP_FIELDS = [
    ...['name', ...REQUEST_FIELDS, 'expect-status', 'expect-version', 'version', 'version-path'],
    ...['condition', 'max-latency', 'capture', 'cleanup'],
];
const MAX_STEPS = 50;
/** The steps of a suite; `url` and `headers` of the suite are the base of theirs. */
function parseSteps(suite, context) {
    const given = suite.raw('steps');
    if (!Array.isArray(given) || given.length === 0 || given.length > MAX_STEPS) {
        return suite.fault('steps', `expected a list of 1 to ${MAX_STEPS} steps.`);
    }
    const base = suite.has('url') ? webUrl(suite) : undefined;
    const shared = suite.texts('headers') ?? {};
    const captured = new Set();
    const steps = given.map((value, index) => {
        const fields = fieldsOf(value, `${context.place}, steps[${index}]`, context.faults);
        const step = parseStep(fields, { ...context, base, shared, index });
        if (step)
            checkUses(step, fields, captured);
        for (const name of Object.keys(step?.capture ?? {}))
            captured.add(name);
        return step;
    });
    return steps.filter((step) => step !== undefined);
}
function parseStep(fields, { base, shared, index, conditions, }) {
    fields.only(STEP_FIELDS);
    const url = webUrl(fields, base);
    const expect = parseExpectations(fields, conditions);
    const capture = parseCapture(fields, conditions);
    const request = url === undefined ? undefined : parseRequest(fields, url);
    if (url === undefined || !request)
        return undefined;
    // Headers of the suite may be credentials for its own origin.
    const sameOrigin = base !== undefined && new URL(url).origin === new URL(base).origin;
    const headers = { ...(sameOrigin ? shared : {}), ...request.headers };
    const cleanup = fields.flag('cleanup') ?? false;
    const name = fields.text('name') ?? `step ${index + 1}`;
    return { name, request: { ...request, headers }, expect, capture, cleanup };
}
function parseCapture(fields, conditions) {
    const captures = {};
    for (const [name, from] of Object.entries(fields.texts('capture') ?? {})) {
        if (!/^[A-Za-z_]\w*$/.test(name)) {
            fields.fault('capture', `${JSON.stringify(name)} is no name, expected letters, digits and underscores.`);
            continue;
        }
        try {
            captures[name] = from.startsWith('/')
                ? { pointer: from }
                : { expression: conditions.compile(from, 'expression') };
        }
        catch (error) {
            fields.fault('capture', `${name}: ${(0,errors/* messageOf */.bD)(error)}. Expected a JSON pointer such as /id or an expression.`);
        }
    }
    return captures;
}
/** A value must have been captured by an earlier step; otherwise the request would carry nonsense. */
function checkUses(step, fields, captured) {
    const { url, headers, body = '' } = step.request;
    if (/^[^/]*\/\/[^/]*\{captured\./.test(url))
        fields.fault('url', 'a captured value cannot stand in the host, only after it.');
    const texts = [url, ...Object.values(headers), body].join('\n');
    const inTexts = [...texts.matchAll(probe_suite/* PLACEHOLDER */.K)].map((match) => match[1] ?? '');
    const expressions = [
        step.expect.condition,
        ...Object.values(step.capture).flatMap((from) => ('expression' in from ? [from.expression] : [])),
    ];
    const inExpressions = expressions
        .flatMap((expression) => [...(expression?.refersTo ?? [])])
        .flatMap((name) => name.match(/^captured\.(.+)$/)?.[1] ?? []);
    for (const name of new Set([...inTexts, ...inExpressions])) {
        if (captured.has(name))
            continue;
        const known = captured.size > 0 ? `captured so far: ${[...captured].join(', ')}` : 'nothing has been captured so far';
        fields.fault('uses', `the value captured.${name}, which no earlier step captures (${known}).`);
    }
}

;// CONCATENATED MODULE: ./build/src/services/health/parse-checks.js







const MAX_CHECKS = 1_000;
const SUITE_FAILURES = 3;
const KINDS = ['http', 'tcp', 'dns', 'tls', 'mcp', 'suite'];
const COMMON = [
    ...['name', 'kind', 'severity', 'only-topic', 'until-gone', 'timeout', 'interval', 'attempt-timeout', 'max-latency'],
    ...['consecutive-successes', 'failure-limit', 'window', 'max-error-rate'],
];
const OWN = {
    http: [...REQUEST_FIELDS, 'expect-status', 'expect-version', 'version', 'version-path', 'condition'],
    tcp: ['url'],
    tls: ['url', 'min-days', 'condition'],
    dns: ['url', 'record', 'server', 'condition'],
    mcp: ['url', 'headers', 'min-tools', 'expect-version', 'version', 'condition'],
    suite: ['url', 'headers', 'steps'],
};
/**
 * Reads the `checks` of verify-health (and the `health` of a manifest): a list of maps as in its README. Either all are right,
 * or every fault of all of them is returned.
 */
async function parseChecks(value) {
    if (!Array.isArray(value) || value.length === 0) {
        return { faults: [{ message: 'checks: expected a list with at least one check.' }] };
    }
    if (value.length > MAX_CHECKS) {
        return { faults: [{ message: `checks: found ${value.length}, expected at most ${MAX_CHECKS}; split them.` }] };
    }
    const conditions = await (0,condition.loadConditions)();
    const faults = [];
    const checks = value.map((entry, index) => parseCheck(entry, index, { conditions, faults }));
    faults.push(...duplicates(checks));
    return faults.length > 0 ? { faults } : { checks: checks.filter((check) => check !== undefined) };
}
function parseCheck(value, index, { conditions, faults }) {
    const before = faults.length;
    const name = value?.name;
    const place = `checks[${index}]${typeof name === 'string' ? ` (${name.slice(0, 80)})` : ''}`;
    const fields = fieldsOf(value, place, faults);
    if (faults.length > before)
        return undefined;
    const kind = kindOf(fields);
    if (kind === undefined)
        return undefined;
    fields.only([...COMMON, ...OWN[kind]]);
    const context = { conditions, faults, place };
    const target = parseTarget(kind, fields, context);
    const onlyTopic = fields.text('only-topic');
    const check = {
        severity: fields.oneOf('severity', ['fail', 'warn']) ?? 'fail',
        expect: parseExpectations(fields, conditions),
        patience: parsePatience(fields, kind),
        untilGone: fields.flag('until-gone') ?? false,
        ...(onlyTopic === undefined ? {} : { onlyTopic }),
    };
    if (!target || faults.length > before)
        return undefined;
    return { ...check, target, name: fields.text('name') ?? (0,health_check/* describeTarget */.ff)(target) };
}
/** The kind that is named, or that the URL's scheme speaks of. */
function kindOf(fields) {
    if (fields.has('kind'))
        return fields.oneOf('kind', KINDS);
    if (fields.has('steps'))
        return 'suite';
    const scheme = /^([a-z]+):/.exec(fields.text('url') ?? '')?.[1] ?? 'http';
    return KINDS.find((kind) => kind === scheme && kind !== 'suite' && kind !== 'mcp') ?? 'http';
}
function parseTarget(kind, fields, context) {
    switch (kind) {
        case 'http':
            return withRequest(fields, (request) => ({ kind, request }));
        case 'mcp':
            return withRequest(fields, (request) => ({
                kind,
                request: { ...request, method: 'POST' },
                minTools: fields.number('min-tools', { least: 0, most: 10_000, whole: true }) ?? 0,
            }));
        case 'tcp':
        case 'tls':
            return parseConnection(kind, fields);
        case 'dns':
            return parseDns(fields);
        case 'suite': {
            const steps = parseSteps(fields, context);
            return steps && { kind, steps };
        }
    }
}
function withRequest(fields, make) {
    const url = webUrl(fields);
    const request = url === undefined ? undefined : parseRequest(fields, url);
    return request && make(request);
}
function parseConnection(kind, fields) {
    const place = parsePlace(fields, kind === 'tls' ? 443 : undefined);
    const minDays = fields.number('min-days', { least: 0, most: 3_650, whole: true }) ?? 14;
    if (!place)
        return undefined;
    return kind === 'tls' ? { kind, place, minDays } : { kind, place };
}
function parseDns(fields) {
    const given = fields.text('url') ?? fields.fault('url', 'is missing, expected a name such as dns:api.example.com.');
    const record = fields.oneOf('record', health_check/* RECORD_TYPES */.c4) ?? 'A';
    const server = fields.text('server');
    if (server !== undefined && !/^([\d.]+|\[[\da-f:]+\])(:\d+)?$/i.test(server)) {
        fields.fault('server', `found ${JSON.stringify(server)}, expected an address such as 192.0.2.53 or [2001:db8::53]:53.`);
    }
    const name = given?.replace(/^dns:(\/\/)?/, '');
    if (name === undefined)
        return undefined;
    if (!/^(?=.{1,253}\.?$)[\w-]{1,63}(\.[\w-]{1,63})*\.?$/.test(name)) {
        return fields.fault('url', `found ${JSON.stringify(given)}, expected a name such as dns:api.example.com.`);
    }
    return { kind: 'dns', name, record, ...(server === undefined ? {} : { server }) };
}
function parsePatience(fields, kind) {
    const count = { least: 1, most: 1_000, whole: true };
    const patience = {
        timeout: fields.duration('timeout'),
        interval: parseInterval(fields),
        attemptTimeout: fields.duration('attempt-timeout'),
        // Every pass of a suite leaves its traces in the service, so once is enough unless somebody says otherwise.
        consecutiveSuccesses: fields.number('consecutive-successes', count) ?? (kind === 'suite' ? 1 : undefined),
        // Each failing look of a suite may leave a trace, too.
        failureLimit: fields.number('failure-limit', count) ?? (kind === 'suite' ? SUITE_FAILURES : undefined),
        window: fields.duration('window'),
        maxErrorRate: fields.number('max-error-rate', { least: 0, most: 1, whole: false }),
    };
    if (patience.maxErrorRate !== undefined && patience.window === undefined) {
        fields.fault('max-error-rate', 'is a rate over a window; give window as well.');
    }
    return Object.fromEntries(Object.entries(patience).filter(([, value]) => value !== undefined));
}
function parseInterval(fields) {
    const interval = fields.duration('interval');
    if (interval === undefined || interval >= health_duration/* LEAST_INTERVAL */.yn)
        return interval;
    return fields.fault('interval', `found ${interval} ms, expected at least ${health_duration/* LEAST_INTERVAL */.yn} ms.`);
}
function duplicates(checks) {
    const names = checks.flatMap((check) => (check ? [check.name] : []));
    const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...twice].map((name) => ({
        message: `checks: ${JSON.stringify(name)} is the name of more than one check; give each a name of its own.`,
    }));
}


/***/ })

};
