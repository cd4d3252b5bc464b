export const id = 9053;
export const ids = [9053, 4496, 8898, 6628, 5041];
export const modules = {

/***/ 81612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sz: () => (/* binding */ parseHealthDuration),
/* harmony export */   gE: () => (/* binding */ EXPECTED_DURATION),
/* harmony export */   yn: () => (/* binding */ LEAST_INTERVAL)
/* harmony export */ });
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87107);

const EXPECTED_DURATION = 'a duration such as 500ms, 90s, 5m or 2h';
const LEAST_INTERVAL = 100;
function parseHealthDuration(text) {
    const short = /^(\d{1,9})ms$/.exec(text);
    return short ? Number(short[1]) : (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
}


/***/ }),

/***/ 99053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseChecks: () => (/* binding */ parseChecks)
});

// EXTERNAL MODULE: ./build/src/services/health/check.js
var health_check = __webpack_require__(88737);
// EXTERNAL MODULE: ./build/src/services/health/condition.js
var condition = __webpack_require__(14496);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/services/health/health-duration.js
var health_duration = __webpack_require__(81612);
;// CONCATENATED MODULE: ./build/src/services/health/fields.js


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
var errors = __webpack_require__(75286);
;// CONCATENATED MODULE: ./build/src/services/health/parse-expectations.js

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
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/src/services/health/parse-request.js

const REQUEST_FIELDS = ['url', 'method', 'headers', 'body'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
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
    return url.href.replace(/%7Bcaptured\.(\w+)%7D/gi, '{captured.$1}');
}
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
function parsePlace(fields, defaultPort) {
    const given = fields.text('url');
    const bare = given?.replace(/^(tcp|tls|https?):\/\//, '').replace(/\/$/, '');
    const parsed = bare !== undefined && URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`) : undefined;
    const port = /:\d+$/.test(bare ?? '') ? Number(bare?.match(/:(\d+)$/)?.[1]) : defaultPort;
    if (parsed?.pathname !== '/' || parsed.username !== '' || port === undefined || port < 1) {
        const found = given === undefined ? 'nothing' : JSON.stringify(given);
        return fields.fault('url', `found ${found}, expected host:port.`);
    }
    return { host: parsed.hostname, port };
}

// EXTERNAL MODULE: ./build/src/services/health/probe-suite.js
var probe_suite = __webpack_require__(18898);
;// CONCATENATED MODULE: ./build/src/services/health/parse-suite.js





const STEP_FIELDS = [
    ...['name', ...REQUEST_FIELDS, 'expect-status', 'expect-version', 'version', 'version-path'],
    ...['condition', 'max-latency', 'capture', 'cleanup'],
];
const MAX_STEPS = 50;
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
        consecutiveSuccesses: fields.number('consecutive-successes', count) ?? (kind === 'suite' ? 1 : undefined),
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
,

/***/ 14496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadConditions: () => (/* binding */ loadConditions)
/* harmony export */ });
const MAX_EVALUATION_MS = 250;
const MAX_LENGTH = 10_000;
async function loadConditions() {
    const cel = await __webpack_require__.e(/* import() */ 7337).then(__webpack_require__.bind(__webpack_require__, 47337));
    const vm = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 30714, 19));
    const environment = declareFacts(new cel.Environment({ limits: { maxAstNodes: 2_000, maxDepth: 50 } }));
    const script = new vm.Script('evaluate()');
    const duration = (ms) => cel.evaluate(`duration("${Math.max(0, ms).toFixed(3)}ms")`);
    const valuesOf = (facts) => ({
        ...facts,
        status: BigInt(facts.status),
        latency: duration(facts.latency),
        certificate: certificateValues(facts.certificate),
    });
    const program = (source) => {
        const run = environment.parse(source);
        return (facts) => {
            const evaluate = () => run(valuesOf(facts));
            return script.runInContext(vm.createContext({ evaluate }), { timeout: MAX_EVALUATION_MS });
        };
    };
    return {
        compile(source, kind = 'condition') {
            if (source.length > MAX_LENGTH)
                throw new Error(`it is longer than ${MAX_LENGTH} characters`);
            verify(environment.check(source), source, kind);
            const { ast } = environment.parse(source);
            const parts = conjuncts(ast).map((node) => cel.serialize(node));
            const operands = parts.map((part) => ({ part, run: (facts) => program(part)(facts) }));
            const run = program(source);
            const whole = [{ part: source, run }];
            return {
                source,
                refersTo: references(ast),
                valueOf: run,
                refuted: (facts) => {
                    const why = firstRefuted(whole, facts);
                    return why === undefined ? undefined : (firstRefuted(operands, facts) ?? why);
                },
            };
        },
    };
}
function declareFacts(environment) {
    return environment
        .registerVariable('status', 'int')
        .registerVariable('headers', 'map<string, string>')
        .registerVariable('body', 'dyn')
        .registerVariable('text', 'string')
        .registerVariable('latency', 'google.protobuf.Duration')
        .registerVariable('certificate', 'dyn')
        .registerVariable('captured', 'map<string, dyn>');
}
function verify({ valid, type, error }, source, kind) {
    if (!valid && error) {
        const what = error.name === 'ParseError' ? 'does not parse' : 'is not valid';
        throw new Error(`it ${what} at ${positionOf(source, error.range?.start ?? 0)}: ${error.summary}`);
    }
    if (kind === 'condition' && type !== 'bool' && type !== 'dyn') {
        throw new Error(`it gives a value of type ${type}, expected a condition that is true or false`);
    }
}
function firstRefuted(operands, facts) {
    for (const { part, run } of operands) {
        try {
            const value = run(facts);
            if (value === true)
                continue;
            return value === false ? `${part} is false` : `${part} gives ${describe(value)}, expected true or false`;
        }
        catch (error) {
            return `${part} cannot be computed: ${reasonOf(error)}`;
        }
    }
    return undefined;
}
function reasonOf(error) {
    const { code, summary, message } = error;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        return `it took longer than ${MAX_EVALUATION_MS} ms`;
    return summary ?? message?.split('\n', 1)[0] ?? String(error);
}
function describe(value) {
    if (value === null || typeof value !== 'object')
        return JSON.stringify(String(value)).slice(0, 80);
    return Array.isArray(value) ? 'a list' : 'a map';
}
function conjuncts(node) {
    if (node.op !== '&&')
        return [node];
    return node.args.flatMap(conjuncts);
}
function references(root) {
    const found = new Set();
    const visit = (value) => {
        if (Array.isArray(value))
            for (const one of value)
                visit(one);
        if (value === null || typeof value !== 'object' || !('op' in value))
            return;
        const node = value;
        if (node.op === 'id')
            found.add(String(node.args));
        const field = fieldOf(node);
        if (field !== undefined)
            found.add(field);
        visit(node.args);
    };
    visit(root);
    return found;
}
function fieldOf(node) {
    if (node.op !== '.' && node.op !== '[]')
        return undefined;
    const [owner, key] = node.args;
    const name = typeof key === 'string' ? key : key.op === 'value' ? key.args : undefined;
    return owner.op === 'id' && typeof name === 'string' ? `${String(owner.args)}.${name}` : undefined;
}
function positionOf(source, offset) {
    const before = source.slice(0, offset).split('\n');
    return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
function certificateValues(certificate) {
    if (!certificate)
        return null;
    const { subject, issuer, names, fingerprint, chain, notBefore, notAfter } = certificate;
    const not_before = new Date(notBefore);
    const not_after = new Date(notAfter);
    return { subject, issuer, names, fingerprint, chain, not_before, not_after };
}


/***/ })
,

/***/ 97256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ request)
/* harmony export */ });
/* harmony import */ var _platform_net_safe_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56541);

function request(message, context, { endOfBody = firstEvent, expect } = {}) {
    const { url, ...rest } = message;
    const { network, timeout, signal } = context;
    const awaited = expect?.status?.some(({ from, to }) => from >= 300 && to <= 399) ?? false;
    const options = { ...(awaited ? { maxRedirects: 0 } : {}), endOfBody };
    return (0,_platform_net_safe_request_js__WEBPACK_IMPORTED_MODULE_0__/* .safeRequest */ .z)(url, { ...rest, network, timeoutMs: timeout, signal, ...options });
}
const firstEvent = ({ 'content-type': type = '' }) => /^text\/event-stream\b/i.test(type)
    ? (received) => /(\r\n|\n|\r)\1/.test(Buffer.from(received).toString('latin1'))
    : undefined;


/***/ }),

/***/ 33885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ assess),
  D: () => (/* binding */ commonReasons)
});

// EXTERNAL MODULE: ./build/src/platform/net/web-page.js
var web_page = __webpack_require__(29427);
// EXTERNAL MODULE: ./build/src/services/health/bounded-json.js
var bounded_json = __webpack_require__(85943);
// EXTERNAL MODULE: ./build/src/services/health/check.js
var check = __webpack_require__(88737);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
;// CONCATENATED MODULE: ./build/src/services/health/health-words.js
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
function meaningOfText(text) {
    const [first = ''] = text.trim().split(/\n|:| - /, 1);
    return meaningOf(first.replace(/[.!]+$/, ''));
}

;// CONCATENATED MODULE: ./build/src/services/health/health-parts.js


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
function troubledParts(body) {
    const blamed = CONTAINERS.flatMap((key) => partsIn(body[key])).filter(({ meaning }) => meaning !== 'pass');
    const failures = (0,records/* isRecord */.u)(body.failures) ? Object.keys(body.failures) : [];
    return [...new Set([...blamed.map(({ name }) => name), ...failures])];
}
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
const LONGEST_TEXT = 2_000;
function isHealthJson(contentType) {
    return contentType.toLowerCase().startsWith(HEALTH_JSON);
}
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
    const failed = [...text.matchAll(/^\[-\](\S+)/gm)].map(([, name = '']) => name);
    if (failed.length > 0)
        return claimed('fail', 'checks failed', failed);
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
var observation = __webpack_require__(40023);
;// CONCATENATED MODULE: ./build/src/services/health/assess.js






const SUCCESS = [{ from: 200, to: 299 }];
const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;
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
const HEALTH_PATH = /^\W*(health|healthz|healthcheck|health-check|ready|readyz|readiness|live|livez|liveness|alive|ping|status|up|heartbeat)\b/i;
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

/***/ 85943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68203);


function readJson(text) {
    if ((0,_platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .depthOf */ .d1)(text) > _platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_NESTED */ .KS)
        return { kind: 'not-json', reason: _platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .TOO_DEEP */ .gZ };
    try {
        return { kind: 'json', value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
    }
    catch (error) {
        return { kind: 'not-json', reason: text.trim() === '' ? 'it is empty' : (0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).slice(0, 120) };
    }
}
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

/***/ 88737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c4: () => (/* binding */ RECORD_TYPES),
/* harmony export */   ff: () => (/* binding */ describeTarget),
/* harmony export */   j$: () => (/* binding */ withoutQuery)
/* harmony export */ });
const RECORD_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'SRV', 'TXT'];
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
function withoutQuery(url) {
    return url.replace(/[?#].*$/s, '');
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
/* harmony import */ var _assess_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33885);
/* harmony import */ var _bounded_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85943);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40023);





const PLACEHOLDER = /\{captured\.([A-Za-z_]\w*)\}/g;
const QUOTED_PLACEHOLDER = /"\{captured\.([A-Za-z_]\w*)\}"/g;
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
function filled(message, captured) {
    const fill = (text, encode) => text.replace(PLACEHOLDER, (_, name) => encode(textOf(captured[name])));
    const printable = (text) => text.replace(/[^\x20-\x7e]/g, '');
    const headers = Object.entries(message.headers).map(([name, value]) => [name, fill(value, printable)]);
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
,

/***/ 86628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ probe)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./build/src/platform/net/certificate.js
var certificate = __webpack_require__(79266);
// EXTERNAL MODULE: ./build/src/platform/net/deadline.js
var deadline = __webpack_require__(39081);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 2 modules
var net_network = __webpack_require__(55386);
// EXTERNAL MODULE: ./build/src/platform/net/transport-errors.js
var transport_errors = __webpack_require__(29822);
;// CONCATENATED MODULE: ./build/src/platform/net/connect.js






async function tryConnection({ host, port }, { network, timeoutMs, signal, secure }) {
    const target = `${host}:${port}`;
    const started = performance.now();
    return (0,deadline/* withDeadline */.N)({ timeoutMs, target, signal }, async (deadline) => {
        const course = { sent: false, resolving: false };
        try {
            (0,net_network/* requireReachable */.Zn)(host, network);
            const options = {
                host: host.replace(/^\[(.*)\]$/, '$1'),
                port,
                lookup: (0,transport_errors/* watched */.V)((0,net_network/* checkedLookup */.yG)(network), course),
            };
            const certificate = secure
                ? await secured((0,external_node_tls_.connect)({ ...options, ...verified(options.host, network) }), deadline.signal)
                : await opened((0,external_node_net_.connect)(options), deadline.signal);
            return { latency: performance.now() - started, certificate };
        }
        catch (error) {
            throw (0,transport_errors/* explain */.W)(error, { target, network, course, signal: deadline.signal });
        }
    });
}
function verified(host, network) {
    const isName = /[a-z]/i.test(host) && !host.includes(':');
    return {
        secureContext: network.secureContext(),
        rejectUnauthorized: true,
        ...(isName ? { servername: host } : {}),
    };
}
async function opened(socket, signal) {
    await settled(socket, 'connect', signal);
}
async function secured(socket, signal) {
    return settled(socket, 'secureConnect', signal, () => (0,certificate/* certificateOf */.t)(socket));
}
function settled(socket, event, signal, read) {
    const abort = () => socket.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    return new Promise((resolve, reject) => {
        socket.once('error', reject);
        socket.once(event, () => resolve(read?.()));
    }).finally(() => {
        signal.removeEventListener('abort', abort);
        socket.destroy();
    });
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
// EXTERNAL MODULE: ./build/src/services/health/ask.js
var ask = __webpack_require__(97256);
// EXTERNAL MODULE: ./build/src/services/health/assess.js + 4 modules
var assess = __webpack_require__(33885);
// EXTERNAL MODULE: ./build/src/services/health/observation.js
var health_observation = __webpack_require__(40023);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
;// CONCATENATED MODULE: ./build/src/services/health/probe-dns.js






async function probeDns(target, expect, context) {
    const started = performance.now();
    const options = { timeoutMs: context.timeout, target: target.name, signal: context.signal };
    const records = await (0,deadline/* withDeadline */.N)(options, async ({ race }) => {
        if (target.server)
            await race((0,net_network/* resolveHost */.p0)(hostOf(target.server), context.network));
        const resolver = new promises_.Resolver({ timeout: context.timeout, tries: 1 });
        if (target.server)
            resolver.setServers([target.server]);
        try {
            return await race(resolve(resolver, target));
        }
        catch (error) {
            throw error instanceof request_error/* RequestError */.G && error.failure !== 'timeout' ? error : dnsError(error, target);
        }
        finally {
            resolver.cancel();
        }
    });
    const latency = performance.now() - started;
    const text = JSON.stringify(records);
    const facts = {
        status: 0,
        headers: {},
        body: JSON.parse(text),
        text,
        latency,
        certificate: undefined,
        captured: {},
    };
    const reasons = (0,assess/* commonReasons */.D)(facts, expect, []);
    if (records.length === 0)
        reasons.push({ cause: 'records', text: `${target.name} has no ${target.record} record` });
    return (0,health_observation/* judged */.g)(reasons, { latency, answer: `${records.length} ${target.record} records` });
}
async function resolve(resolver, { name, record }) {
    if (record === 'TXT')
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    const records = await resolver.resolve(name, record);
    return Array.isArray(records) ? records : [records];
}
function dnsError(error, { name, record, server }) {
    const { code = '', message } = error;
    const answers = new Map([
        ['ENOTFOUND', `${name} does not exist`],
        ['ENODATA', `${name} has no ${record} record`],
    ]);
    const answer = answers.get(code);
    if (answer)
        return new request_error/* RequestError */.G('name', `${answer} (${code})`, { cause: error });
    return new request_error/* RequestError */.G(server ? 'connection' : 'local', `${name}: the name server did not answer: ${message}`, {
        cause: error,
    });
}
function hostOf(server) {
    return server.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1');
}

// EXTERNAL MODULE: ./build/src/services/health/bounded-json.js
var bounded_json = __webpack_require__(85943);
;// CONCATENATED MODULE: ./build/src/services/health/probe-mcp.js





const PROTOCOL_VERSION = '2025-06-18';
const MAX_PAGES = 50;
async function probeMcp(target, expect, context) {
    const started = performance.now();
    const conversation = await converse(target.request, context);
    const latency = performance.now() - started;
    if ('refusal' in conversation) {
        const { refusal, status } = conversation;
        return (0,health_observation/* judged */.g)([{ cause: 'status', text: refusal }], { latency, status, answer: String(status) });
    }
    const { tools, server, last } = conversation;
    const version = textAt(server, 'version');
    const body = { tools, count: tools.length, server };
    const facts = { ...last, body, text: JSON.stringify(body), latency, captured: {} };
    const reasons = (0,assess/* commonReasons */.D)(facts, expect, version === undefined ? [] : [{ field: 'version', version }]);
    if (tools.length < target.minTools) {
        reasons.push({ cause: 'tools', text: `it lists ${tools.length} tools, expected at least ${target.minTools}` });
    }
    const answer = `${tools.length} tools`;
    return (0,health_observation/* judged */.g)(reasons, { latency, status: last.status, answer, ...(version === undefined ? {} : { version }) });
}
async function converse(base, context) {
    const until = performance.now() + context.timeout;
    const left = () => ({ ...context, timeout: Math.max(1, until - performance.now()) });
    const send = (headers, message, id) => call({ ...base, headers: { ...base.headers, ...headers } }, { message, id }, left());
    const hello = await send({}, initialize(), 1);
    if ('refusal' in hello)
        return explained(hello, base, left());
    const protocol = textAt(hello.result, 'protocolVersion') ?? PROTOCOL_VERSION;
    const session = hello.answer.headers['mcp-session-id'];
    const headers = { 'mcp-protocol-version': protocol, ...(session === undefined ? {} : { 'mcp-session-id': session }) };
    try {
        const ready = await send(headers, { method: 'notifications/initialized' });
        if ('refusal' in ready)
            return ready;
        const server = (0,bounded_json/* valueAt */.f)(hello.result, 'serverInfo') ?? {};
        const hasTools = (0,bounded_json/* valueAt */.f)(hello.result, '/capabilities/tools') !== undefined;
        if (!hasTools)
            return { tools: [], server, last: hello.answer };
        const listed = await listTools((message, id) => send(headers, message, id));
        return 'refusal' in listed ? listed : { ...listed, server };
    }
    finally {
        if (session !== undefined)
            await endSession(base, headers, left());
    }
}
async function listTools(send) {
    const tools = [];
    let cursor;
    for (let page = 0; page < MAX_PAGES; page++) {
        const params = cursor === undefined ? {} : { cursor };
        const reply = await send({ method: 'tools/list', params }, page + 2);
        if ('refusal' in reply)
            return reply;
        tools.push(...toolNames(reply.result));
        cursor = textAt(reply.result, 'nextCursor');
        if (cursor === undefined)
            return { tools, last: reply.answer };
    }
    throw new request_error/* RequestError */.G('protocol', `tools/list has more than ${MAX_PAGES} pages`);
}
const GOODBYE_MS = 2_000;
async function endSession(base, headers, context) {
    const message = { url: base.url, method: 'DELETE', headers: { ...base.headers, ...headers } };
    await (0,ask/* request */.E)(message, { ...context, timeout: GOODBYE_MS }).catch((error) => {
        if (!(error instanceof request_error/* RequestError */.G))
            throw error;
    });
}
async function explained(refusal, base, context) {
    if (![400, 404, 405].includes(refusal.status))
        return refusal;
    const isEndpoint = (received) => /^event: *endpoint/m.test(Buffer.from(received).toString());
    const headers = { ...base.headers, accept: 'text/event-stream' };
    const message = { url: base.url, method: 'GET', headers };
    const stream = await (0,ask/* request */.E)(message, { ...context, timeout: Math.min(GOODBYE_MS, context.timeout) }, { endOfBody: () => isEndpoint }).catch(() => undefined);
    if (!stream || !isEndpoint(stream.body))
        return refusal;
    const hint = 'it speaks the HTTP+SSE transport of 2024, which streamable HTTP has replaced';
    return { ...refusal, refusal: `${refusal.refusal}; ${hint}` };
}
function initialize() {
    const clientInfo = { name: 'release-actions', version: '1' };
    return { method: 'initialize', params: { protocolVersion: PROTOCOL_VERSION, capabilities: {}, clientInfo } };
}
function toolNames(result) {
    const tools = (0,bounded_json/* valueAt */.f)(result, 'tools');
    if (!Array.isArray(tools))
        throw new request_error/* RequestError */.G('protocol', 'the answer to tools/list has no list of tools');
    return tools.map((tool) => textAt(tool, 'name') ?? '(unnamed)');
}
async function call(base, { message, id }, context) {
    const what = message.method;
    const headers = {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...base.headers,
    };
    const body = JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), ...message });
    const endOfBody = () => (received) => id !== undefined && replyIn(Buffer.from(received).toString(), id) !== undefined;
    const answer = await (0,ask/* request */.E)({ url: base.url, method: 'POST', headers, body }, context, { endOfBody });
    const { status } = answer;
    const reply = id === undefined ? undefined : replyIn(answer.text, id);
    const said = errorIn(reply ?? anyMessage(answer.text));
    if (status < 200 || status > 299) {
        return { status, refusal: `${what} was answered ${status}${said === undefined ? '' : ` (${said})`}, expected 200` };
    }
    if (id === undefined)
        return { answer, result: undefined };
    if (reply === undefined)
        throw new request_error/* RequestError */.G('protocol', `${what} was answered with no JSON-RPC reply to it`);
    if (said !== undefined)
        throw new request_error/* RequestError */.G('protocol', `${what} failed: ${said}`);
    return { answer, result: (0,bounded_json/* valueAt */.f)(reply, 'result') };
}
function errorIn(reply) {
    const error = (0,bounded_json/* valueAt */.f)(reply, 'error');
    if (error === undefined)
        return undefined;
    return typeof error === 'string' ? error.slice(0, 200) : (textAt(error, 'message') ?? 'without a message');
}
function anyMessage(text) {
    const document = (0,bounded_json/* readJson */.V)(text);
    return document.kind === 'json' ? document.value : undefined;
}
function replyIn(text, id) {
    const documents = [text, ...eventData(text)].map(bounded_json/* readJson */.V);
    return (documents
        .flatMap((document) => (document.kind === 'json' ? [document.value].flat() : []))
        .find((message) => (0,bounded_json/* valueAt */.f)(message, 'id') === id && (0,bounded_json/* valueAt */.f)(message, 'method') === undefined));
}
function eventData(text) {
    const events = text.replace(/\r\n?/g, '\n').split('\n\n').slice(0, -1);
    return events.map((event) => event
        .split('\n')
        .flatMap((line) => line.match(/^data: ?(.*)$/)?.[1] ?? [])
        .join('\n'));
}
function textAt(value, path) {
    const found = (0,bounded_json/* valueAt */.f)(value, path);
    return typeof found === 'string' ? found.slice(0, 200) : undefined;
}

// EXTERNAL MODULE: ./build/src/services/health/probe-suite.js
var probe_suite = __webpack_require__(18898);
;// CONCATENATED MODULE: ./build/src/services/health/probe.js








const DAY = 86_400_000;
async function probe(check, context) {
    try {
        const observation = await look(check, context);
        return check.untilGone ? goneFrom(observation) : observation;
    }
    catch (error) {
        if (!(error instanceof request_error/* RequestError */.G))
            throw error;
        return check.untilGone ? goneWithout(error) : unanswered(error);
    }
}
async function look(check, context) {
    const { target } = check;
    switch (target.kind) {
        case 'http':
            return (0,assess/* assess */.n)(await (0,ask/* request */.E)(target.request, context, check), check.expect, { url: target.request.url })
                .observation;
        case 'tcp':
            return probeConnection(target.place, check, context);
        case 'tls':
            return probeConnection(target.place, check, { ...context, minDays: target.minDays });
        case 'dns':
            return probeDns(target, check.expect, context);
        case 'mcp':
            return probeMcp(target, check.expect, context);
        case 'suite':
            return (0,probe_suite/* probeSuite */.j)(target.steps, check.expect, context);
    }
}
async function probeConnection(place, check, context) {
    const { network, timeout, signal, minDays } = context;
    const secure = minDays !== undefined;
    const { latency, certificate } = await tryConnection(place, { network, timeoutMs: timeout, signal, secure });
    const facts = { status: 0, headers: {}, body: null, text: '', latency, certificate, captured: {} };
    const reasons = (0,assess/* commonReasons */.D)(facts, check.expect, []);
    if (!certificate)
        return (0,health_observation/* judged */.g)(reasons, { latency, answer: 'connected' });
    const days = Math.floor((certificate.notAfter - context.now) / DAY);
    const date = new Date(certificate.notAfter).toISOString().slice(0, 10);
    const expiry = `the certificate of ${certificate.subject} expires on ${date}, in ${days} days`;
    if (minDays !== undefined && days < minDays) {
        reasons.push({ cause: 'certificate', text: `${expiry}; expected at least ${minDays} days` });
    }
    return (0,health_observation/* judged */.g)(reasons, { latency, answer: `certificate valid for ${days} days` });
}
function unanswered(error) {
    const causes = {
        refused: 'refused',
        protocol: 'body',
        'too-large': 'body',
        redirect: 'refused',
        tls: 'tls',
        local: 'local',
        cancelled: 'cancelled',
    };
    const cause = causes[error.failure] ?? 'no-answer';
    const timedOut = error.failure === 'timeout';
    const observation = (0,health_observation/* judged */.g)([{ cause, text: error.message }], { answer: 'no answer', timedOut });
    if (cause === 'local' || cause === 'cancelled')
        return { ...observation, outcome: 'unobserved' };
    return { ...observation, final: error.failure === 'refused' };
}
function goneFrom(observation) {
    const { status, answer = 'an answer', latency } = observation;
    const gone = status === 404 || status === 410;
    const reasons = gone ? [] : [{ cause: 'still-there', text: `it still gives ${answer}` }];
    return (0,health_observation/* judged */.g)(reasons, {
        answer,
        ...(status === undefined ? {} : { status }),
        ...(latency === undefined ? {} : { latency }),
    });
}
function goneWithout(error) {
    const refused = error.failure === 'connection' && /\(ECONNREFUSED\)/.test(error.message);
    return refused || error.failure === 'name' ? (0,health_observation/* passed */.b)({ answer: 'gone' }) : unanswered(error);
}


/***/ })
,

/***/ 65041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ verifyHealth)
});

// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/services/health/check.js
var check = __webpack_require__(88737);
;// CONCATENATED MODULE: ./build/src/services/health/statistics.js
function latenciesOf(values) {
    if (values.length === 0)
        return undefined;
    const sorted = [...values].sort((a, b) => a - b);
    const at = (share) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
const BLOCKS = '▁▂▃▄▅▆▇█';
const MOST_BLOCKS = 24;
function plot(samples) {
    const slowest = Math.max(1, ...samples.map(({ latency }) => latency ?? 0));
    const perBlock = Math.ceil(samples.length / MOST_BLOCKS);
    const blocks = [];
    for (let start = 0; start < samples.length; start += perBlock) {
        const stretch = samples.slice(start, start + perBlock);
        const worst = Math.max(...stretch.map(({ latency }) => latency ?? 0));
        const level = Math.min(BLOCKS.length - 1, Math.floor((worst / slowest) * BLOCKS.length));
        blocks.push(stretch.every(({ outcome }) => outcome === 'pass') ? (BLOCKS[level] ?? '') : '✗');
    }
    return blocks.join('');
}

;// CONCATENATED MODULE: ./build/src/services/health/check-report.js


const LONGEST_REASON = 500;
const NEXT = {
    status: 'Open the address and read the service’s log for this answer.',
    claim: 'Look at the component that the health document blames.',
    body: 'Check that the address is the health endpoint and not an error page of something in front of it.',
    version: 'Wait for the roll-out to end, or find the instance or cache that still serves another version.',
    'no-version': 'Say by version-path where in the answer the version stands, or let the service tell it as version or releaseId.',
    page: 'Give the URL of the health endpoint itself, and let it be reached without a login; where the page is meant, say so in a condition.',
    latency: 'Find out what slows it down, or raise max-latency.',
    condition: 'Compare the condition with the answer; correct whichever is wrong.',
    tools: 'Find out why the server lists fewer tools than it should.',
    certificate: 'Renew the certificate.',
    records: 'Create the record, or wait until it has spread.',
    capture: 'Compare the capture with the answer of that step.',
    'still-there': 'Find out what still serves it: an instance that was not stopped, or a route that was not removed.',
    refused: 'Correct the address, or, for a service of your own network, set allow-private-network.',
    'no-answer': 'Check that the service has started, listens on this address and can be reached from this runner.',
    tls: 'Correct the certificate or, for an own authority, give its certificate as ca-file; where the port speaks plain HTTP, say http in the URL. Client certificates are not supported.',
    local: 'Check the network, name server and proxy of this runner, then run again.',
    cancelled: 'Run again.',
    topics: 'Check the token, or give the topics yourself.',
};
function reportOn(check, verdict, samples, wanted) {
    const complete = samples.filter(({ cutShort }) => !cutShort);
    const telling = complete.length > 0 ? complete : samples;
    const last = telling.at(-1);
    const reasons = last?.reasons ?? [];
    const latencies = samples.flatMap(({ latency }) => (latency === undefined ? [] : [latency]));
    const latency = latenciesOf(latencies);
    const failures = samples.filter(({ outcome }) => outcome !== 'pass').length;
    const next = verdict === 'healthy' ? undefined : nextStep(telling);
    return {
        ...identityOf(check),
        verdict,
        reason: verdict === 'healthy' ? wanted : whyNot(telling, reasons, wanted).slice(0, LONGEST_REASON),
        samples: samples.length,
        failures,
        errorRate: samples.length === 0 ? 0 : failures / samples.length,
        versions: countVersions(samples),
        notes: last?.notes ?? [],
        plot: plot(samples),
        ...(next === undefined ? {} : { next }),
        ...(latency === undefined ? {} : { latency }),
        ...(last?.answer === undefined ? {} : { lastAnswer: last.answer }),
    };
}
function skipped(check, reason) {
    const nothing = { samples: 0, failures: 0, errorRate: 0, versions: {}, notes: [], plot: '' };
    return { ...identityOf(check), ...nothing, verdict: 'skipped', reason };
}
function identityOf({ name, severity, target }) {
    return { name, kind: target.kind, target: (0,check/* describeTarget */.ff)(target), severity };
}
function whyNot(samples, last, wanted) {
    if (samples.length === 0)
        return 'no sample was taken in time';
    if (last.length > 0)
        return last.map(({ text }) => text).join('; ');
    const earlier = samples.findLast(({ reasons }) => reasons.length > 0)?.reasons.map(({ text }) => text);
    const before = earlier ? `; before that ${earlier.join('; ')}` : '';
    return `the last sample passed, but time was up before ${wanted}${before}`;
}
function nextStep(samples) {
    const cause = samples.findLast(({ reasons }) => reasons.length > 0)?.reasons[0]?.cause;
    return cause ? NEXT[cause] : 'Raise timeout, or lower what is demanded of it.';
}
function countVersions(samples) {
    const counts = new Map();
    for (const { version } of samples)
        if (version !== undefined)
            counts.set(version, (counts.get(version) ?? 0) + 1);
    return Object.fromEntries(counts);
}

;// CONCATENATED MODULE: ./build/src/services/health/judge.js
function judge(samples, rules, since) {
    const last = samples.at(-1);
    if (!last)
        return undefined;
    if (last.final)
        return 'unhealthy';
    const streak = samples.slice(-rules.consecutiveSuccesses);
    const proven = streak.length === rules.consecutiveSuccesses && streak.every(({ outcome }) => outcome === 'pass');
    if (proven && holdsOverWindow(samples, rules, since))
        return 'healthy';
    const failures = samples.slice(-rules.failureLimit);
    const failed = failures.length >= rules.failureLimit && failures.every(({ outcome }) => outcome === 'fail');
    return failed ? 'unhealthy' : undefined;
}
function holdsOverWindow(samples, { window, maxErrorRate }, since) {
    if (window === 0)
        return true;
    const now = samples.at(-1)?.at ?? since;
    if (now - since < window)
        return false;
    const inside = samples.filter(({ at }) => at > now - window);
    const errors = inside.filter(({ outcome }) => outcome !== 'pass').length;
    const stale = inside.some(({ reasons }) => reasons.some(({ cause }) => cause === 'version'));
    return !stale && errors / inside.length <= maxErrorRate;
}
function judgeAtEnd(samples) {
    return samples.some(({ outcome }) => outcome === 'fail') ? 'unhealthy' : 'inconclusive';
}
function overall(checks) {
    const verdicts = checks.filter(({ severity }) => severity === 'fail').map(({ verdict }) => verdict);
    if (verdicts.includes('unhealthy'))
        return 'unhealthy';
    return verdicts.includes('inconclusive') ? 'inconclusive' : 'healthy';
}

// EXTERNAL MODULE: ./build/src/services/health/probe.js + 3 modules
var probe = __webpack_require__(86628);
;// CONCATENATED MODULE: ./build/src/services/health/verify-health.js





const CONCURRENCY = 16;
const MAX_SAMPLES = 2_000;
const MOST_LINES = 20;
async function verifyHealth(checks, options) {
    const { clock } = options;
    const inSlot = (0,pool/* createPool */.b)(options.concurrency ?? CONCURRENCY);
    const run = { options, started: clock.now(), inSlot, probe: options.probe ?? probe/* probe */.d };
    const reports = await Promise.all(checks.map((check) => follow(check, run)));
    return { verdict: overall(reports), duration: clock.now() - run.started, checks: reports };
}
async function follow(check, run) {
    const { options, started } = run;
    if (check.onlyTopic !== undefined && !options.topics?.includes(check.onlyTopic)) {
        return skipped(check, `only for repositories with the topic ${check.onlyTopic}`);
    }
    const rules = rulesOf(check, options);
    const until = started + Math.min(check.patience.timeout ?? options.timeout, options.timeout);
    const interval = check.patience.interval ?? options.interval ?? 5_000;
    const announce = announcer(check, options);
    const samples = [];
    let verdict;
    while (verdict === undefined && options.clock.now() < until && !options.signal?.aborted) {
        const sample = await run.inSlot(() => takeSample(check, until, run));
        if (sample) {
            samples.push(sample);
            if (samples.length > MAX_SAMPLES)
                samples.shift();
            announce(sample);
            verdict = judge(samples, rules, started);
        }
        if (verdict === undefined)
            await rest(Math.min(interval, until - options.clock.now()), options);
    }
    const report = reportOn(check, verdict ?? judgeAtEnd(samples), samples, wanted(rules));
    options.onChange?.(check, closingLine(report));
    return report;
}
function closingLine({ verdict, samples, failures }) {
    const taken = `${samples} ${samples === 1 ? 'sample' : 'samples'}`;
    return `${verdict} after ${taken}${failures > 0 ? `, ${failures} of which did not pass` : ''}`;
}
async function takeSample(check, until, { options, probe }) {
    const { clock, network, signal } = options;
    const now = clock.now();
    if (now >= until || signal?.aborted)
        return undefined;
    const allowed = Math.min(check.patience.attemptTimeout ?? options.attemptTimeout ?? 10_000, options.timeout);
    const timeout = Math.min(allowed, until - now);
    const observation = await probe(check, { network, timeout, signal, now });
    return { ...fair(observation, timeout < allowed / 2), at: clock.now() };
}
function fair(observation, wasCutShort) {
    return wasCutShort && observation.timedOut ? { ...observation, outcome: 'unobserved', cutShort: true } : observation;
}
async function rest(ms, { clock, signal }) {
    try {
        await clock.sleep(Math.max(0, ms), signal);
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
    }
}
function rulesOf({ patience }, options) {
    return {
        consecutiveSuccesses: patience.consecutiveSuccesses ?? options.consecutiveSuccesses ?? 3,
        failureLimit: patience.failureLimit ?? Number.POSITIVE_INFINITY,
        window: patience.window ?? 0,
        maxErrorRate: patience.maxErrorRate ?? 0,
    };
}
function wanted({ consecutiveSuccesses, window, maxErrorRate }) {
    const successes = `${consecutiveSuccesses} ${consecutiveSuccesses === 1 ? 'success' : 'consecutive successes'}`;
    if (window === 0)
        return successes;
    return `${successes} and ${(0,duration/* formatDuration */.a)(window)} with at most ${Math.round(maxErrorRate * 100)} % errors`;
}
function announcer(check, { onChange }) {
    const said = new Set();
    return (sample) => {
        const { outcome, status, version, reasons, answer } = sample;
        const key = [status, version, ...reasons.map(({ cause }) => cause)].join(' ');
        if (said.has(key) || said.size >= MOST_LINES)
            return;
        said.add(key);
        const what = outcome === 'pass' ? `passes (${describeAnswer(answer, version)})` : reasons.map(({ text }) => text).join('; ');
        onChange?.(check, what);
    };
}
function describeAnswer(answer = 'answered', version) {
    return version === undefined ? answer : `${answer}, version ${version}`;
}


/***/ })

};
