export const id = 7205;
export const ids = [7205];
export const modules = {

/***/ 17205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ reconcile_services)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(16204);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
;// CONCATENATED MODULE: ./build/src/services/reconcile/findings-text.js
const CONFLICTS = {
    same: 'match the same requests',
    ambiguous: 'match some of the same requests, and neither is the more specific',
    shadowed: 'lie within each other, so that the order of the gateway decides',
    reported: 'conflict, says the registry',
};
/** A finding for people: what it is about, and what is wrong with it. */
function describeFinding(finding) {
    switch (finding.kind) {
        case 'unreachable':
            return { subject: finding.source, problem: `cannot be read: ${finding.detail}` };
        case 'empty':
            return {
                subject: finding.source,
                problem: 'holds no service at all; has it lost its data, or is the URL another one?',
            };
        case 'unhealthy': {
            const place = finding.via === 'proxy' ? `through the proxy ${finding.url}` : finding.url;
            return { subject: finding.service, problem: `is not healthy${place ? ` (${place})` : ''}: ${finding.detail}` };
        }
        case 'missing':
            return { subject: finding.service, problem: `is missing from the ${finding.from}` };
        case 'stale': {
            const where = finding.at === 'reality' ? 'what runs' : `the ${finding.at}`;
            const { field, expected, found, truth } = finding;
            return {
                subject: finding.service,
                problem: `${where} has ${field} ${found}, expected ${expected} (${TRUTHS[truth]})`,
            };
        }
        case 'unexpected':
            return {
                subject: finding.service,
                problem: `is in the ${finding.at}, but ${finding.at === 'registry' ? 'not declared' : 'not registered'}`,
            };
        case 'duplicate':
            return {
                subject: finding.service,
                problem: `is ${finding.count} times in the ${finding.at}; a name must be unique`,
            };
        case 'conflict':
            return {
                subject: finding.path,
                problem: `routes of ${finding.services.join(' and ')} ${CONFLICTS[finding.reason]}`,
            };
        case 'overdue':
            return { subject: 'reconcile-services', problem: finding.detail };
    }
}
const TRUTHS = { reality: 'what runs', declared: 'as declared', registry: 'as registered' };
/** An annotation is one line: the summary and the issue have the rest. */
const MOST_SENTENCES = 10;
/** A cause in one line: what was seen, and what to do about it. */
function describeCause(cause) {
    const { title, findings } = cause;
    const sentences = findings.map(sentence);
    const more = sentences.length - MOST_SENTENCES;
    const seen = sentences.slice(0, MOST_SENTENCES).join('; ') + (more > 0 ? `; and ${more} more` : '');
    const saysTitle = sentences.length === 1 || sentences.every((one) => one.startsWith(title));
    const told = saysTitle ? seen : `${title}: ${seen}`;
    return `${told}${/[.?]$/.test(told) ? '' : '.'} ${whatToDo(cause)}`;
}
/** What to do about a cause: what its first finding asks for, for the others came of the same. */
function whatToDo({ findings: [first] }) {
    return first ? remedyOf(first) : '';
}
function sentence(finding) {
    const { subject, problem } = describeFinding(finding);
    return `${'source' in finding ? `The ${subject}` : subject} ${problem}`;
}
function remedyOf(finding) {
    switch (finding.kind) {
        case 'unreachable':
            return 'Nothing was concluded from it: mend this first.';
        case 'empty':
            return 'Check registry-url; if the registry has lost its data, register the services again, or run with policy: repair.';
        case 'unhealthy':
            return finding.via === 'proxy'
                ? 'Check that the proxy forwards to where the service is.'
                : 'Check that it runs and read its log; if it has moved, register it where it is.';
        case 'missing':
            return finding.from === 'registry' ? 'Register it, or run with policy: repair.' : REFRESH;
        case 'stale':
            return STALE_REMEDIES[finding.at];
        case 'unexpected':
            return UNEXPECTED_REMEDIES[finding.at];
        case 'duplicate':
            return 'Remove all records of that name but one.';
        case 'conflict':
            return 'Give the path to one of them; with policy: repair, name its owner in route-owners.';
        case 'overdue':
            return 'Look at the workflow in the Actions tab: enable its schedule again, or find out why its runs do not start.';
    }
}
const REFRESH = 'Refresh discovery, or run with policy: repair.';
const STALE_REMEDIES = {
    registry: 'Register it again, or run with policy: repair.',
    discovery: REFRESH,
    proxies: 'Correct the target of the proxy, or register the service where it is.',
    reality: 'Deploy the declared version, or correct the declaration.',
};
const UNEXPECTED_REMEDIES = {
    registry: 'Declare it in services-file, or deregister it.',
    discovery: REFRESH,
    routes: 'Register the service, or remove its routes.',
    proxies: 'Register the service, or remove its proxy.',
};

// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
;// CONCATENATED MODULE: ./build/src/services/reconcile/github-issues.js


/** Only who may write to the repository can set a label, so an issue that anyone opens cannot pass for one of ours. */
const LABEL = 'reconcile';
const MOST_PAGES = 10;
/** The issues of a repository (`owner/name`). */
function githubIssues(call, repository) {
    const issues = `/repos/${repository}/issues`;
    return {
        async findOpen(markerStart) {
            const found = [];
            for (let page = 1; page <= MOST_PAGES; page++) {
                const query = `?state=open&labels=${LABEL}&sort=created&direction=asc&per_page=100&page=${page}`;
                const rows = await call('GET', issues + query);
                if (!Array.isArray(rows))
                    throw new errors/* UserError */.yo(`GitHub: ${repository} has no issues that this token may read.`);
                found.push(...rows.flatMap(trackedIssue).filter(({ body }) => body.includes(markerStart)));
                if (rows.length < 100)
                    return found;
            }
            throw new errors/* UserError */.yo(`${repository} has more than ${MOST_PAGES * 100} open issues labelled ${LABEL}: close some by hand.`);
        },
        async create({ title, body }) {
            const created = await call('POST', issues, { title, body, labels: [LABEL] });
            if ((0,records/* isRecord */.u)(created) && typeof created.number === 'number')
                return { number: created.number };
            throw new errors/* UserError */.yo('GitHub: the issue was created, but the answer has no number.');
        },
        async update(number, { title, body }) {
            await call('PATCH', `${issues}/${number}`, { title, body });
        },
        async comment(number, body) {
            await call('POST', `${issues}/${number}/comments`, { body });
        },
        async close(number) {
            await call('PATCH', `${issues}/${number}`, { state: 'closed', state_reason: 'completed' });
        },
    };
}
function trackedIssue(row) {
    if (!(0,records/* isRecord */.u)(row) || typeof row.number !== 'number' || 'pull_request' in row)
        return [];
    return [{ number: row.number, body: typeof row.body === 'string' ? row.body : '' }];
}

// EXTERNAL MODULE: ./build/src/services/health/probe.js + 3 modules
var probe = __webpack_require__(86628);
;// CONCATENATED MODULE: ./build/src/services/reconcile/probe-service.js

const ATTEMPTS = 2;
const ATTEMPT_TIMEOUT = 10_000;
const VERDICTS = { pass: 'healthy', fail: 'unhealthy', unobserved: 'inconclusive' };
/** One look at a health endpoint as `verify-health` takes it, and another where the first did not pass. */
function healthProbe(tools) {
    const { network, clock, signal } = tools;
    return async (url) => {
        for (let attempt = 1;; attempt++) {
            const seen = await (0,probe/* probe */.d)(httpCheck(url), { network, signal, timeout: ATTEMPT_TIMEOUT, now: clock.now() });
            signal.throwIfAborted();
            if (seen.outcome !== 'pass' && !seen.final && attempt < ATTEMPTS)
                continue;
            const detail = seen.reasons.map(({ text }) => text).join('; ');
            const verdict = VERDICTS[seen.outcome];
            return seen.version === undefined ? { verdict, detail } : { verdict, detail, version: seen.version };
        }
    };
}
function httpCheck(url) {
    const request = {
        url,
        method: 'GET',
        headers: { accept: 'application/health+json, application/json;q=0.9, */*;q=0.1' },
    };
    const target = { kind: 'http', request };
    return { name: url, severity: 'fail', target, expect: {}, patience: {}, untilGone: false };
}

// EXTERNAL MODULE: ./build/src/services/register/register.js
var register = __webpack_require__(85929);
// EXTERNAL MODULE: ./build/src/services/registries/registry-client.js
var registry_client = __webpack_require__(42405);
;// CONCATENATED MODULE: ./build/src/services/reconcile/findings.js
/** Whether a finding is only worth knowing: a gateway with a rule of precedence serves a shadowed route well. */
function isWarning(finding) {
    return finding.kind === 'conflict' && finding.reason === 'shadowed';
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/causes.js

/** The causes behind the findings, in order of their first finding. Warnings have none. */
function causesOf(findings, observed) {
    const grouping = groupingOf(findings, observed);
    const causes = new Map();
    for (const finding of findings) {
        if (isWarning(finding))
            continue;
        const { key, title } = causeOf(finding, grouping);
        const cause = causes.get(key) ?? { title, findings: [] };
        causes.set(key, cause);
        cause.findings.push(finding);
    }
    return [...causes].map(([key, cause]) => ({ key, ...cause }));
}
/**
 * Whether this pass has seen enough to say that a cause is gone. A cause whose source could not be read (or is not asked
 * any more) stays open.
 */
function canTell(key, observed) {
    const [kind, place] = key.split('/');
    const read = (source) => observed[source].state === 'read';
    if (kind === 'unreachable')
        return SOURCES.some((source) => source === place && read(source));
    if (!read('registry'))
        return kind === 'overdue';
    if (kind === 'discovery')
        return read('discovery');
    const claimsAreAll = observed.routes.state === 'not-asked' && observed.declared !== undefined;
    if (kind === 'conflict')
        return read('routes') || claimsAreAll;
    if (place === 'routes')
        return read('routes');
    if (kind === 'proxy' || place === 'proxies')
        return read('proxies');
    const needsDeclared = ['missing/registry', 'unexpected/registry', 'stale/reality'].includes(key);
    return !needsDeclared || observed.declared !== undefined;
}
const SOURCES = ['registry', 'discovery', 'routes', 'proxies'];
/** A whole fleet or a whole host that does not answer is one failure, not one per service. */
function groupingOf(findings, { direct }) {
    const failing = findings.flatMap((one) => (one.kind === 'unhealthy' && one.via === 'direct' ? [one] : []));
    const probed = Object.values(direct).map(({ url }) => originOf(url));
    const everyServiceFails = failing.length >= 3 && failing.length === probed.length;
    const count = (origins, origin) => origins.filter((one) => one === origin).length;
    const failingOrigins = failing.map(({ url }) => originOf(url));
    const causes = failing.map(({ service, url }) => {
        if (everyServiceFails)
            return [service, { key: 'services', title: 'No service is healthy' }];
        const origin = originOf(url);
        const failed = count(failingOrigins, origin);
        if (origin !== '' && failed > 1 && failed === count(probed, origin)) {
            return [service, { key: `origin/${encode(origin)}`, title: `No service at ${origin} is healthy` }];
        }
        return [service, { key: `service/${encode(service)}`, title: `${service} is not healthy` }];
    });
    return { unhealthy: new Map(causes), registryIsEmpty: findings.some(({ kind }) => kind === 'empty') };
}
function causeOf(finding, { unhealthy, registryIsEmpty }) {
    if (registryIsEmpty && ['empty', 'missing', 'unexpected'].includes(finding.kind)) {
        return { key: 'empty', title: 'The registry holds no service' };
    }
    switch (finding.kind) {
        case 'empty':
            return { key: 'empty', title: 'The registry holds no service' };
        case 'unreachable':
            return { key: `unreachable/${finding.source}`, title: `The ${finding.source} cannot be read` };
        case 'unhealthy': {
            const known = unhealthy.get(finding.service);
            const origin = originOf(finding.url);
            return known ?? { key: `proxy/${encode(origin)}`, title: `Services are not healthy through ${origin}` };
        }
        case 'missing': {
            if (finding.from === 'registry')
                return { key: 'missing/registry', title: 'Services are not registered' };
            return unhealthy.get(finding.service) ?? DISCOVERY;
        }
        case 'stale':
            if (finding.at === 'discovery')
                return DISCOVERY;
            return { key: `stale/${finding.at}`, title: STALE_TITLES[finding.at] };
        case 'unexpected':
            if (finding.at === 'discovery')
                return DISCOVERY;
            return { key: `unexpected/${finding.at}`, title: `The ${finding.at} name services that nobody knows` };
        case 'duplicate':
            return { key: `duplicate/${encode(finding.service)}`, title: `${finding.service} is there more than once` };
        case 'conflict': {
            const services = finding.services.map(encode).join('+');
            return { key: `conflict/${services}`, title: `${finding.services.join(' and ')} claim the same routes` };
        }
        case 'overdue':
            return { key: 'overdue', title: 'The reconciliation does not run as planned' };
    }
}
const DISCOVERY = { key: 'discovery', title: 'The discovery document does not agree with the registry' };
const STALE_TITLES = {
    registry: 'Registrations are out of date',
    proxies: 'Proxies forward to other places than registered',
    reality: 'Services run another version than declared',
};
function originOf(url) {
    return URL.canParse(url) ? new URL(url).origin : '';
}
/** A part of a key that cannot end a comment or be taken for two parts. */
function encode(text) {
    return encodeURIComponent(text).replaceAll('--', '-%2D');
}

// EXTERNAL MODULE: ./build/src/services/service.js
var services_service = __webpack_require__(66209);
// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(81200);
;// CONCATENATED MODULE: ./build/src/services/reconcile/routes.js


/** The routes and the conflicts that a routes document names; undefined where it is no such document. */
function readRoutes(document) {
    const rows = (0,records/* isRecord */.u)(document) ? document.routes : document;
    if (!Array.isArray(rows) && !(0,records/* isRecord */.u)(rows))
        return undefined;
    const entries = Array.isArray(rows) ? rows : Object.entries(rows).map(([path, service]) => ({ path, service }));
    const routes = entries.map(readRoute);
    const conflicts = (0,records/* isRecord */.u)(document) ? readConflicts(document.conflicts) : [];
    return routes.every((route) => route !== undefined) ? { routes, conflicts } : undefined;
}
/** The conflicts that a registry itself reports: `[{ path, services }]`. */
function readConflicts(rows) {
    if (!Array.isArray(rows))
        return [];
    return rows.flatMap((row) => {
        const path = (0,rest_record/* textAt */.$6)(row, 'path') ?? (0,rest_record/* textAt */.$6)(row, 'route');
        const services = (0,records/* isRecord */.u)(row) && Array.isArray(row.services) ? row.services.filter(isText) : [];
        return path !== undefined && services.length > 1
            ? [{ path, services: [...services].sort(), reason: 'reported' }]
            : [];
    });
}
function readRoute(row) {
    const path = ['path', 'route', 'pattern'].map((key) => (0,rest_record/* textAt */.$6)(row, key)).find(isText);
    const service = ['service', 'name', 'target'].map((key) => (0,rest_record/* textAt */.$6)(row, key)).find(isText);
    if (path === undefined || service === undefined)
        return undefined;
    const method = (0,rest_record/* textAt */.$6)(row, 'method')?.toUpperCase();
    const host = (0,rest_record/* textAt */.$6)(row, 'host')?.toLowerCase();
    return { path, service, ...(method && method !== '*' ? { method } : {}), ...(host ? { host } : {}) };
}
const isText = (value) => typeof value === 'string';
/** Every pair of routes of different services that some request would match both of; one conflict per path and services. */
function routeConflicts(routes) {
    const found = new Map();
    const parsed = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
    for (const [index, one] of parsed.entries()) {
        for (const other of parsed.slice(index + 1)) {
            if (one.route.service === other.route.service || !mayMeet(one.route, other.route))
                continue;
            const reason = overlap(one.pattern, other.pattern);
            if (reason === undefined)
                continue;
            const path = one.pattern.specificity >= other.pattern.specificity ? one.route.path : other.route.path;
            const conflict = { path, services: [one.route.service, other.route.service].sort(), reason };
            found.set(JSON.stringify([path, conflict.services]), conflict);
        }
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
function mayMeet(one, other) {
    const agrees = (a, b) => a === undefined || b === undefined || a === b;
    return agrees(one.method, other.method) && agrees(one.host, other.host);
}
function patternOf(path) {
    const parts = path.split('/').filter((part) => part !== '');
    const open = /^\*{1,2}$/.test(parts.at(-1) ?? '');
    if (open)
        parts.pop();
    const segments = parts.map((part) => (/^(?::.+|\{.+\}|\*)$/.test(part) ? undefined : part));
    const literals = segments.filter((segment) => segment !== undefined).length;
    return { segments, open, specificity: literals * 2 + segments.length - (open ? 1 : 0) };
}
function overlap(one, other) {
    const shared = Math.min(one.segments.length, other.segments.length);
    for (let i = 0; i < shared; i++) {
        const [a, b] = [one.segments[i], other.segments[i]];
        if (a !== undefined && b !== undefined && a !== b)
            return undefined;
    }
    const lengthsMeet = one.segments.length === other.segments.length ||
        (one.segments.length < other.segments.length ? one.open : other.open);
    if (!lengthsMeet)
        return undefined;
    const [covers, covered] = [contains(one, other), contains(other, one)];
    if (covers && covered)
        return 'same';
    return covers || covered ? 'shadowed' : 'ambiguous';
}
/** Whether every path that `inner` matches is matched by `outer`; the two are known to overlap. */
function contains(outer, inner) {
    if (outer.segments.length > inner.segments.length)
        return false;
    if (inner.open && !outer.open)
        return false;
    if (!outer.open && outer.segments.length !== inner.segments.length)
        return false;
    return outer.segments.every((segment, i) => segment === undefined || segment === inner.segments[i]);
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/compare.js


/** How long after a deployment answers of the old version are no drift: a rollout takes its time. */
const SETTLING = 30 * 60_000;
/**
 * What does not agree among registry, discovery, routes, proxies and reality. What could not be read says nothing of any
 * service: unreachable is not absent.
 */
function compare(observed) {
    const registered = observed.registry.state === 'read' ? observed.registry.value : undefined;
    return [
        ...sourceFindings(observed),
        ...(registered ? registryFindings(registered, observed) : []),
        ...(registered ? discoveryFindings(registered, observed) : []),
        ...(registered ? gatewayFindings(registered, observed) : []),
        ...routeFindings(observed),
        ...healthFindings(observed),
    ];
}
function sourceFindings(observed) {
    const names = ['registry', 'discovery', 'routes', 'proxies'];
    const unreachable = names.flatMap((source) => {
        const { [source]: seen } = observed;
        return seen.state === 'unreachable' ? [{ kind: 'unreachable', source, detail: seen.reason }] : [];
    });
    const empty = observed.registry.state === 'read' && observed.registry.value.length === 0;
    return empty ? [...unreachable, { kind: 'empty', source: 'registry' }] : unreachable;
}
function registryFindings(registered, observed) {
    const { declared } = observed;
    const byName = new Map(registered.map((one) => [one.name, one]));
    const findings = duplicates(registered, 'registry');
    const twice = namesTwice(registered);
    for (const wanted of declared ?? []) {
        const found = byName.get(wanted.name);
        if (!found)
            findings.push({ kind: 'missing', service: wanted.name, from: 'registry' });
        else if (!twice.has(wanted.name))
            findings.push(...declaredFindings(wanted, found, observed));
    }
    for (const found of byName.values()) {
        if (declared && !declared.some(({ name }) => name === found.name)) {
            findings.push({ kind: 'unexpected', service: found.name, at: 'registry' });
        }
        if (!twice.has(found.name))
            findings.push(...realityFindings(found, observed));
    }
    return findings;
}
function declaredFindings(wanted, found, observed) {
    const service = wanted.name;
    const running = runningVersion(service, observed);
    // The registry shall tell what runs; where that is not what was declared, the deployment is behind, not the registry.
    const { version, ...rest } = wanted;
    const facts = running === undefined ? wanted : rest;
    const findings = (0,services_service/* differences */.tX)(facts, found).map(({ field, expected, found: value = '(none)' }) => ({
        ...{ kind: 'stale', service, at: 'registry', field, expected, found: value, truth: 'declared' },
    }));
    if (version === undefined || running === undefined || running === version || isSettling(found, observed.now)) {
        return findings;
    }
    const behind = { kind: 'stale', service, at: 'reality', field: 'version' };
    return [...findings, { ...behind, expected: version, found: running, truth: 'declared' }];
}
function realityFindings(found, observed) {
    const running = runningVersion(found.name, observed);
    if (running === undefined || running === found.version || isSettling(found, observed.now))
        return [];
    const stale = { kind: 'stale', service: found.name, at: 'registry', field: 'version', truth: 'reality' };
    return [{ ...stale, expected: running, found: found.version ?? '(none)' }];
}
function discoveryFindings(registered, { discovery }) {
    if (discovery.state !== 'read')
        return [];
    const findings = duplicates(discovery.value, 'discovery');
    // Which of two records discovery should agree with, nobody can say.
    const twice = namesTwice(registered);
    const byName = new Map(discovery.value.map((one) => [one.name, one]));
    for (const one of uniqueNames(registered)) {
        const found = byName.get(one.name);
        if (!found)
            findings.push({ kind: 'missing', service: one.name, from: 'discovery' });
        else if (!twice.has(one.name))
            findings.push(...discoveredFindings(one, found));
    }
    const known = new Set(registered.map(({ name }) => name));
    return [...findings, ...unexpected(byName.keys(), known, 'discovery')];
}
function discoveredFindings(registered, found) {
    const stale = { kind: 'stale', service: registered.name, at: 'discovery', truth: 'registry' };
    const findings = [];
    if (found.version !== undefined && registered.version !== undefined && found.version !== registered.version) {
        findings.push({ ...stale, field: 'version', expected: registered.version, found: found.version });
    }
    if (!found.endpoints)
        return findings;
    const changed = (0,services_service/* differences */.tX)({ ...registered, capabilities: [] }, { ...registered, endpoints: found.endpoints, capabilities: [] });
    const added = changed.map(({ field, expected, found: value = '(none)' }) => ({
        ...stale,
        field,
        expected,
        found: value,
    }));
    return [...findings, ...added];
}
function gatewayFindings(registered, { routes, proxies }) {
    const byName = new Map(registered.map((one) => [one.name, one]));
    const findings = [];
    if (routes.state === 'read') {
        findings.push(...unexpected(new Set(routes.value.routes.map(({ service }) => service)), byName, 'routes'));
    }
    if (proxies.state !== 'read')
        return findings;
    findings.push(...unexpected(proxies.value.map(({ service }) => service), byName, 'proxies'));
    for (const { service, target } of proxies.value) {
        const endpoints = Object.values(byName.get(service)?.endpoints ?? {});
        if (target === undefined || endpoints.length === 0 || endpoints.some((url) => sameOrBelow(url, target)))
            continue;
        const stale = { kind: 'stale', service, at: 'proxies', field: 'target', truth: 'registry' };
        findings.push({ ...stale, expected: endpoints.join(' or '), found: target });
    }
    return findings;
}
/** What the gateway does and what the services claim for themselves; the same claim twice is one. */
function routeFindings({ routes, declared = [] }) {
    const served = routes.state === 'read' ? routes.value : { routes: [], conflicts: [] };
    const claimed = declared.flatMap(({ name, routes: paths = [] }) => paths.map((path) => ({ path, service: name })));
    const computed = routeConflicts([...served.routes, ...claimed]);
    const same = (one) => JSON.stringify([one.path, one.services]);
    const known = new Set(computed.map(same));
    const reported = served.conflicts.filter((conflict) => !known.has(same(conflict)));
    return [...computed, ...reported].map((conflict) => ({ kind: 'conflict', ...conflict }));
}
function healthFindings({ direct, proxied }) {
    const unhealthy = (probes, via) => Object.entries(probes).flatMap(([service, { url, probe }]) => probe.verdict === 'healthy' ? [] : [{ kind: 'unhealthy', service, via, url, detail: probe.detail }]);
    return [...unhealthy(direct, 'direct'), ...unhealthy(proxied, 'proxy')];
}
/** The version that a healthy service says it has. */
function runningVersion(service, { direct }) {
    const probe = Object.hasOwn(direct, service) ? direct[service]?.probe : undefined;
    return probe?.verdict === 'healthy' ? probe.version : undefined;
}
function isSettling({ deployment }, now) {
    const deployed = Date.parse(deployment?.time ?? '');
    return now - deployed < SETTLING;
}
function duplicates(entries, at) {
    return [...namesTwice(entries)].map(([service, count]) => ({ kind: 'duplicate', service, at, count }));
}
/** The names that stand more than once, and how often. */
function namesTwice(entries) {
    const counts = new Map();
    for (const { name } of entries)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return new Map([...counts].filter(([, count]) => count > 1));
}
function uniqueNames(entries) {
    return [...new Map(entries.map((one) => [one.name, one])).values()];
}
function unexpected(names, known, at) {
    return [...names].filter((name) => !known.has(name)).map((service) => ({ kind: 'unexpected', service, at }));
}
function sameOrBelow(url, target) {
    if (!URL.canParse(url) || !URL.canParse(target))
        return (0,services_service/* sameUrl */.cl)(url, target);
    return new URL(url).origin === new URL(target).origin;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/services/reconcile/issues.js



const MARKER = '<!-- release-actions:reconcile/';
const MARKED = /<!-- release-actions:reconcile\/(\S+) -->/;
const FINGERPRINT = /<!-- fingerprint:([0-9a-f]+) -->/;
/** A pass opens at most this many issues; the rest waits for the next. */
const MOST_NEW = 20;
const MOST_ROWS = 100;
/** Brings the open issues in line with the causes: one each, written only where its content changed. */
async function syncIssues(tracker, causes, options) {
    const { open, superfluous } = byCause(await tracker.findOpen(MARKER));
    const changes = [];
    let opened = 0;
    for (const cause of causes) {
        const issue = open.get(cause.key);
        open.delete(cause.key);
        if (!issue && ++opened > MOST_NEW)
            changes.push({ cause: cause.key, action: 'deferred' });
        else
            changes.push(await openOrUpdate(tracker, { cause, issue, dryRun: options.dryRun }));
    }
    for (const [key, issue] of open) {
        if (options.canTell(key))
            changes.push(await issues_close(tracker, { key, issue, because: GONE, options }));
        else
            changes.push({ cause: key, number: issue.number, action: 'kept' });
    }
    for (const { key, issue } of superfluous) {
        changes.push(await issues_close(tracker, { key, issue, because: 'An older issue tells the same.', options }));
    }
    return changes;
}
/** The issue of each cause: the oldest, where two passes at once have opened two. */
function byCause(issues) {
    const open = new Map();
    const superfluous = [];
    for (const issue of issues) {
        const key = MARKED.exec(issue.body)?.[1];
        if (key === undefined)
            continue;
        if (open.has(key))
            superfluous.push({ key, issue });
        else
            open.set(key, issue);
    }
    return { open, superfluous };
}
const GONE = 'The last pass did not see this any more.';
async function openOrUpdate(tracker, { cause, issue, dryRun }) {
    const { title, body, fingerprint } = renderIssue(cause);
    if (!issue) {
        if (dryRun)
            return { cause: cause.key, action: 'opened' };
        const { number } = await tracker.create({ title, body });
        return { cause: cause.key, number, action: 'opened' };
    }
    const { number } = issue;
    if (FINGERPRINT.exec(issue.body)?.[1] === fingerprint)
        return { cause: cause.key, number, action: 'unchanged' };
    if (!dryRun)
        await tracker.update(number, { title, body });
    return { cause: cause.key, number, action: 'updated' };
}
async function issues_close(tracker, { key, issue, because, options }) {
    const { number } = issue;
    if (!options.dryRun) {
        await tracker.comment(number, options.runUrl ? `${because} ${options.runUrl}` : because);
        await tracker.close(number);
    }
    return { cause: key, number, action: 'closed' };
}
/** An issue of a cause. Times, latencies and the run are not in it: they would make every pass an update. */
function renderIssue(cause) {
    const rows = cause.findings.map((finding) => {
        const { subject, problem } = describeFinding(finding);
        return [(0,markdown/* code */.aY)(subject), (0,markdown/* escapeMarkdown */.FV)(problem)];
    });
    const shown = rows.slice(0, MOST_ROWS);
    const more = rows.length - shown.length;
    const fingerprint = (0,external_node_crypto_.createHash)('sha256')
        .update(steady(JSON.stringify(rows)))
        .digest('hex')
        .slice(0, 16);
    const body = [
        `${MARKER}${cause.key} -->`,
        `<!-- fingerprint:${fingerprint} -->`,
        `${(0,markdown/* escapeMarkdown */.FV)(cause.title)}.`,
        '',
        (0,markdown/* table */.tp)(['What', 'Seen'], shown),
        ...(more > 0 ? ['', `… and ${more} more; see the report of the run.`] : []),
        '',
        `**What to do:** ${(0,markdown/* escapeMarkdown */.FV)(whatToDo(cause))}`,
        '',
        'This issue is kept up to date by `reconcile-services`, and closed when the cause is gone.',
    ].join('\n');
    // A title is no Markdown, but a name in it would still ping people.
    return { title: cause.title.replaceAll('@', '@\u200b').slice(0, 200), body, fingerprint };
}
/** The text without what differs from look to look: durations and counts of bytes. */
function steady(text) {
    return text.replace(/\d+(?:\.\d+)?\s*(?:ms|s|bytes)\b/g, '#');
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/metrics.js

function metricsOf(observed, findings, discoveryRefreshes) {
    const made = observed.discoveryTime;
    return {
        ...registrations(observed, findings),
        conflicts: conflicts(observed, findings),
        integrationPassRate: passRate(observed),
        ...(made === undefined ? {} : { discoveryAgeSeconds: Math.round((observed.now - made) / 1_000) }),
        discoveryRefreshes,
    };
}
function registrations({ registry, declared }, findings) {
    if (registry.state !== 'read')
        return { registered: undefined, registrationSuccess: undefined };
    const registered = registry.value.map(({ name }) => name);
    const expected = new Set(declared?.map(({ name }) => name) ?? registered);
    const wrong = new Set(findings.flatMap((finding) => (isRegistrationFault(finding) ? [finding.service] : [])));
    const right = [...expected].filter((name) => !wrong.has(name)).length;
    return { registered: registered.length, registrationSuccess: share(right, expected.size) };
}
function isRegistrationFault(finding) {
    if (finding.kind === 'missing')
        return finding.from === 'registry';
    return (finding.kind === 'stale' || finding.kind === 'duplicate') && finding.at === 'registry';
}
function conflicts({ routes }, findings) {
    if (routes.state === 'unreachable')
        return undefined;
    return findings.filter((finding) => finding.kind === 'conflict' && !isWarning(finding)).length;
}
function passRate({ registry, direct, proxied }) {
    const probes = [...Object.values(direct), ...Object.values(proxied)];
    // Without the registry nobody knows what there was to probe.
    if (probes.length === 0 && registry.state !== 'read')
        return undefined;
    return share(probes.filter(({ probe }) => probe.verdict === 'healthy').length, probes.length);
}
/** A share of one, to three places; nothing of nothing is no success. */
function share(part, whole) {
    return whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 1_000;
}

// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/services/discovery.js
var services_discovery = __webpack_require__(91976);
;// CONCATENATED MODULE: ./build/src/services/reconcile/observe.js






const PARALLEL_PROBES = 8;
/** Looks everywhere once. What cannot be read is said to be unreachable, with the reason; nothing is written. */
async function observe(places) {
    const [registry, discovery, routes] = await Promise.all([
        read(() => places.registry.list()),
        read(places.discovery),
        readRouteSource(places),
    ]);
    const registered = registry.state === 'read' ? registry.value : [];
    const proxies = await readProxies(places, registered);
    const direct = await probeAll(healthUrls(registered, places.declared ?? []), places);
    const proxied = proxies.state === 'read' ? await probeAll(proxies.value, places) : {};
    const document = discovery.state === 'read' ? discovery.value : undefined;
    const made = (0,services_discovery/* discoveryTime */.O)(document);
    return {
        now: places.clock.now(),
        declared: places.declared,
        registry,
        discovery: interpret(discovery, services_discovery/* discoveredServices */.d),
        routes,
        proxies,
        direct,
        proxied,
        ...(made === undefined ? {} : { discoveryTime: made }),
    };
}
async function read(from) {
    if (!from)
        return { state: 'not-asked' };
    try {
        return { state: 'read', value: await from() };
    }
    catch (error) {
        if (error instanceof errors/* KnownError */.E)
            return { state: 'unreachable', reason: error.message };
        throw error;
    }
}
/** The source with its value understood; a document that is not understood was not read. */
function interpret(source, understand) {
    if (source.state !== 'read')
        return source;
    try {
        return { state: 'read', value: understand(source.value) };
    }
    catch (error) {
        if (error instanceof errors/* KnownError */.E)
            return { state: 'unreachable', reason: error.message };
        throw error;
    }
}
async function readRouteSource({ routes, conflicts }) {
    const documents = await read(routes && (async () => ({ routes: await routes(), conflicts: conflicts ? await conflicts() : undefined })));
    return interpret(documents, ({ routes: document, conflicts: reported }) => {
        const known = readRoutes(document);
        if (!known) {
            throw new errors/* UserError */.yo('The routes document names no routes: expected a list (or "routes") of { path, service }, or a map.');
        }
        const more = readConflicts((0,records/* isRecord */.u)(reported) ? reported.conflicts : reported);
        return { routes: known.routes, conflicts: [...known.conflicts, ...more] };
    });
}
async function readProxies({ proxies }, registered) {
    if (typeof proxies === 'string') {
        const filled = registered.map(({ name }) => ({
            service: name,
            url: proxies.replaceAll('{name}', encodeURIComponent(name)),
        }));
        return { state: 'read', value: filled };
    }
    return interpret(await read(proxies), (document) => {
        const rows = (0,records/* isRecord */.u)(document) ? document.proxies : document;
        if (!Array.isArray(rows)) {
            throw new errors/* UserError */.yo('The proxy document names no proxies: expected a list (or "proxies") of { service, url }.');
        }
        return rows.map(readProxy);
    });
}
function readProxy(row) {
    const service = (0,rest_record/* textAt */.$6)(row, 'service') ?? (0,rest_record/* textAt */.$6)(row, 'name');
    const url = (0,rest_record/* textAt */.$6)(row, 'url');
    if (service === undefined || url === undefined)
        throw new errors/* UserError */.yo('A proxy has no service or no url.');
    const target = (0,rest_record/* textAt */.$6)(row, 'target') ?? (0,rest_record/* textAt */.$6)(row, 'upstream');
    return { service, url, ...(target === undefined ? {} : { target }) };
}
function healthUrls(registered, declared) {
    // Where both know the service, the registry's URL is the one that its clients use.
    const byName = new Map([...declared, ...registered].map((one) => [one.name, one.endpoints.health]));
    return [...byName].map(([service, url]) => ({ service, url }));
}
async function probeAll(targets, { probe, signal }) {
    const nothing = { verdict: 'inconclusive', detail: 'it has no health endpoint' };
    const results = await (0,pool/* mapPooled */.Q)(targets, PARALLEL_PROBES, async ({ service, url }) => {
        signal.throwIfAborted();
        return [service, { url: url ?? '', probe: url === undefined ? nothing : await probe(url) }];
    });
    return Object.fromEntries(results.sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/repairs.js


/**
 * What may be written to make the findings go away. Nothing is ever deleted but a contested route's other claims, and that
 * only where the policy names the owner; a service that could not be reached is left as it is registered.
 */
function planRepairs(findings, observed, policy) {
    if (policy.mode === 'report' || observed.registry.state !== 'read')
        return { repairs: [], deferred: [] };
    const registrations = registrationRepairs(findings, observed, observed.registry.value);
    const resolutions = routeRepairs(findings, observed, policy);
    const direct = [...registrations, ...resolutions];
    const refresh = refreshReason(findings, observed, registrations.length);
    const all = refresh === undefined ? direct : [...direct, { kind: 'refresh-discovery', because: refresh }];
    // A refresh that came before its registrations would be in vain, so it is the cap's last.
    return { repairs: all.slice(0, policy.cap), deferred: all.slice(policy.cap) };
}
function registrationRepairs(findings, observed, registered) {
    const twice = new Set(findings.flatMap((one) => (one.kind === 'duplicate' && one.at === 'registry' ? [one.service] : [])));
    const reasons = new Map();
    for (const finding of findings) {
        const reason = registrationReason(finding);
        if (reason && !twice.has(reason.service)) {
            reasons.set(reason.service, [...(reasons.get(reason.service) ?? []), reason.because]);
        }
    }
    return [...reasons].map(([name, because]) => {
        const declared = observed.declared?.find((one) => one.name === name);
        const held = registered.find((one) => one.name === name);
        const corrected = findings.some((one) => one.kind === 'stale' && one.service === name && one.truth === 'reality');
        const service = serviceFrom({ name, held, declared, running: runningVersion(name, observed), corrected });
        return { kind: 'register', service, because: because.join('; ') };
    });
}
function registrationReason(finding) {
    if (finding.kind === 'missing' && finding.from === 'registry') {
        return { service: finding.service, because: 'not registered' };
    }
    if (finding.kind === 'stale' && finding.at === 'registry') {
        return { service: finding.service, because: `${finding.field} is ${finding.found}, expected ${finding.expected}` };
    }
    return undefined;
}
/** What is declared, over what the registry holds. Where the service itself tells its version, no declaration outranks it. */
function serviceFrom({ name, held, declared, running, corrected }) {
    const { tag: _tag, lastDeployed: _lastDeployed, ...kept } = held ?? { name, endpoints: {}, capabilities: [] };
    const { routes: _routes, ...wanted } = declared ?? { routes: undefined };
    const version = corrected || !held ? running : (held.version ?? running);
    return { ...kept, ...wanted, ...(running === undefined || version === undefined ? {} : { version }) };
}
function routeRepairs(findings, { routes }, policy) {
    const served = routes.state === 'read' ? routes.value.routes : [];
    return findings.flatMap((finding) => {
        if (finding.kind !== 'conflict' || isWarning(finding))
            return [];
        const { path, services, reason } = finding;
        const owner = Object.hasOwn(policy.routeOwners, path) ? policy.routeOwners[path] : undefined;
        if (owner === undefined || !services.includes(owner))
            return [];
        // Where the gateway has no second claim to this very path, there is nothing that it could give up.
        const others = served.filter((route) => route.path === path && route.service !== owner);
        return others.length > 0 || reason === 'reported' ? [{ kind: 'resolve-route', path, owner }] : [];
    });
}
function refreshReason(findings, observed, registrations) {
    if (observed.discovery.state === 'not-asked')
        return undefined;
    if (registrations > 0)
        return 'services were registered';
    const outdated = findings.some((finding) => ('at' in finding && finding.at === 'discovery') || ('from' in finding && finding.from === 'discovery'));
    return outdated ? 'the discovery document does not agree with the registry' : undefined;
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/reconcile.js









/** A repair can bring to light what it had hidden: a corrected health endpoint tells the version that runs. */
const MAX_ROUNDS = 3;
/**
 * One pass: look, compare, repair what the policy allows, look again where something was written, and bring the issues in
 * line. A second pass over an unchanged world writes nothing.
 */
async function reconcile(pass) {
    const { observed, repairs, deferred } = await repairUntilSettled(pass);
    const findings = [...compare(observed), ...pass.own];
    const causes = causesOf(findings, observed);
    const issues = await keepIssues(causes, observed, pass);
    const metrics = metricsOf(observed, findings, refreshes(repairs));
    return { healthy: causes.length === 0, findings, causes, repairs, deferred, issues, metrics };
}
async function repairUntilSettled(pass) {
    const repairs = [];
    for (let round = 1;; round++) {
        const observed = await observe(pass.places);
        const policy = { ...pass.policy, cap: pass.policy.cap - repairs.length };
        const plan = planRepairs(compare(observed), observed, policy);
        const fresh = untried(plan.repairs, repairs);
        if (fresh.length === 0 || round > MAX_ROUNDS)
            return { observed, repairs, deferred: plan.deferred };
        repairs.push(...(await carryOut(fresh, pass)));
        if (pass.dryRun)
            return { observed, repairs, deferred: plan.deferred };
    }
}
/** What was tried in this pass and did not help is left to people; only new registrations ask for another refresh. */
function untried(planned, made) {
    const tried = new Set(made.map(({ repair }) => JSON.stringify(repair)));
    const fresh = planned.filter((repair) => !tried.has(JSON.stringify(repair)));
    const registers = fresh.some(({ kind }) => kind === 'register');
    return planned.filter((repair) => (repair.kind === 'refresh-discovery' && registers) || fresh.includes(repair));
}
async function keepIssues(causes, observed, pass) {
    if (!pass.tracker)
        return [];
    const { dryRun, runUrl } = pass;
    return syncIssues(pass.tracker, causes, { dryRun, runUrl, canTell: (key) => canTell(key, observed) });
}
async function carryOut(repairs, pass) {
    const results = [];
    for (const repair of repairs) {
        if (pass.dryRun)
            results.push({ repair, result: 'planned' });
        else
            results.push(await carryOutOne(repair, pass));
    }
    return results;
}
async function carryOutOne(repair, { places, routeResolver }) {
    const { registry, clock, signal } = places;
    try {
        switch (repair.kind) {
            case 'register': {
                const outcome = await (0,register/* register */.kz)(repair.service, { registry, clock, signal, dryRun: false });
                return outcome.result === 'failed'
                    ? { repair, result: 'failed', detail: outcome.reason }
                    : { repair, result: 'done', detail: outcome.result };
            }
            case 'refresh-discovery':
                await registry.refresh();
                return { repair, result: 'done' };
            case 'resolve-route': {
                const { client, path } = routeResolver;
                const body = { path: repair.path, service: repair.owner };
                if (path.method === 'GET')
                    throw new errors/* UserError */.yo('Input paths: resolve-route is a write.');
                const { status } = await client.send(path.method, (0,registry_client/* fillPath */.dN)(path.path, repair.owner), { body });
                if (status === 404)
                    throw new errors/* UserError */.yo(`The registry has no ${path.method} ${path.path} (404).`);
                return { repair, result: 'done' };
            }
        }
    }
    catch (error) {
        // One repair that fails does not keep the others from being made.
        if (error instanceof errors/* KnownError */.E)
            return { repair, result: 'failed', detail: (0,errors/* messageOf */.bD)(error) };
        throw error;
    }
}
function refreshes(repairs) {
    return repairs.filter(({ repair, result }) => repair.kind === 'refresh-discovery' && result === 'done').length;
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/reconcile-summary.js



/** A pass as Markdown, for the step's summary: what is wrong by cause, what was repaired, the figures. */
function reconcileSummary(pass) {
    const { causes } = pass;
    const verdict = pass.healthy
        ? `✅ ${agreement(pass)}`
        : `❌ ${causes.length} ${causes.length === 1 ? 'cause' : 'causes'} of trouble`;
    const parts = [`### ${verdict}`];
    for (const cause of causes) {
        const issue = pass.issues.find((one) => one.cause === cause.key);
        const number = issue?.number === undefined ? '' : ` (#${issue.number}, ${issue.action})`;
        parts.push(`**${(0,markdown/* escapeMarkdown */.FV)(cause.title)}**${number}`, findingTable(cause.findings), (0,markdown/* escapeMarkdown */.FV)(whatToDo(cause)));
    }
    const warnings = pass.findings.filter(isWarning);
    if (warnings.length > 0)
        parts.push('**Worth knowing**', findingTable(warnings));
    const repairs = [
        ...pass.repairs.map(({ repair, result, detail }) => [
            describeRepair(repair),
            detail ? `${result}: ${detail}` : result,
        ]),
        ...pass.deferred.map((repair) => [describeRepair(repair), 'left for the next pass by max-repairs']),
    ];
    if (repairs.length > 0)
        parts.push('**Repairs**', (0,markdown/* table */.tp)(['Repair', 'Result'], repairs.map((row) => row.map(markdown/* escapeMarkdown */.FV))));
    const closed = pass.issues.filter(({ action }) => action === 'closed').map(({ number }) => `#${number}`);
    if (closed.length > 0)
        parts.push(`Closed: ${closed.join(', ')}`);
    parts.push(...figures(pass));
    return parts.join('\n\n');
}
function findingTable(findings) {
    const rows = findings.map(describeFinding).map(({ subject, problem }) => [(0,markdown/* code */.aY)(subject), (0,markdown/* escapeMarkdown */.FV)(problem)]);
    return (0,markdown/* table */.tp)(['What', 'Seen'], rows);
}
/** What could not be read is said to be so, with the reason; there are no figures of it. */
function figures({ findings, metrics }) {
    const unread = findings.flatMap((one) => (one.kind === 'unreachable' ? [one] : []));
    const known = [
        ['Registered', metrics.registered?.toString()],
        ['Registrations right', percent(metrics.registrationSuccess)],
        ['Probes healthy', percent(metrics.integrationPassRate)],
        ['Route conflicts', metrics.conflicts?.toString()],
        ['Discovery refreshes', metrics.discoveryRefreshes.toString()],
    ].flatMap(([name = '', value]) => (value === undefined ? [] : [{ name, value }]));
    return [
        ...unread.map(({ source, detail }) => `No figures of the ${source}, which could not be read: ${(0,markdown/* escapeMarkdown */.FV)(detail)}`),
        (0,markdown/* table */.tp)(known.map(({ name }) => name), [known.map(({ value }) => value)]),
    ];
}
function percent(share) {
    return share === undefined ? undefined : `${Math.round(share * 1_000) / 10} %`;
}
/** What is said of a pass that found the fleet healthy. */
function agreement({ metrics: { registered = 0 } }) {
    return registered === 1
        ? 'The one service is healthy and agrees with its registry'
        : `${registered} services are healthy and agree with their registry`;
}
/** A repair in a few words. */
function describeRepair(repair) {
    switch (repair.kind) {
        case 'register':
            return `register ${repair.service.name} (${repair.because})`;
        case 'resolve-route':
            return `give ${repair.path} to ${repair.owner}`;
        case 'refresh-discovery':
            return `refresh discovery (${repair.because})`;
    }
}

// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
;// CONCATENATED MODULE: ./build/src/services/reconcile/self-watch.js




const DAY = 24 * 3_600_000;
/** GitHub disables the schedules of a public repository after 60 days without activity. */
const SCHEDULE_LIFE = 60 * DAY;
const SCHEDULE_WARNING = 10 * DAY;
/** What is wrong with how often passes run: too long since the last, or a schedule that GitHub is about to switch off. */
function selfFindings(history, now, longestGap) {
    const findings = [];
    const { lastRun, lastActivity } = history;
    if (lastRun !== undefined && now - lastRun > longestGap) {
        const since = new Date(lastRun).toISOString();
        const detail = `did not run from ${since} on, for longer than ${(0,duration/* formatDuration */.a)(longestGap)}; was its schedule disabled?`;
        findings.push({ kind: 'overdue', detail });
    }
    if (lastActivity !== undefined && now - lastActivity > SCHEDULE_LIFE - SCHEDULE_WARNING) {
        const ends = new Date(lastActivity + SCHEDULE_LIFE).toISOString().slice(0, 10);
        const detail = `will lose its schedule on ${ends}: GitHub disables it after 60 days without a push. Push a commit, or enable it again.`;
        findings.push({ kind: 'overdue', detail });
    }
    return findings;
}
/** The earlier runs of the workflow that this is a run of, as GitHub lists them (`actions: read`, `contents: read`). */
async function ownHistory(call, env) {
    const { repository, runId, workflowRef } = (0,context/* runContext */.pO)(env);
    const file = /\/\.github\/workflows\/([^/@]+)@/.exec(workflowRef ?? '')?.[1];
    if (!repository || !file)
        return {};
    const runs = await call('GET', `/repos/${repository}/actions/workflows/${file}/runs?status=completed&per_page=20`);
    const times = ((0,records/* isRecord */.u)(runs) && Array.isArray(runs.workflow_runs) ? runs.workflow_runs : [])
        .filter((run) => (0,records/* isRecord */.u)(run) && String(run.id) !== runId && PASSES.includes(String(run.conclusion)))
        .map((run) => Date.parse((0,rest_record/* textAt */.$6)(run, 'run_started_at') ?? ''))
        .filter((time) => !Number.isNaN(time));
    const details = await call('GET', `/repos/${repository}`);
    // Private repositories keep their schedules.
    const pushed = (0,records/* isRecord */.u)(details) && details.private === false ? Date.parse((0,rest_record/* textAt */.$6)(details, 'pushed_at') ?? '') : Number.NaN;
    return {
        ...(times.length > 0 ? { lastRun: Math.max(...times) } : {}),
        ...(Number.isNaN(pushed) ? {} : { lastActivity: pushed }),
    };
}
/** A run that was cancelled or skipped looked at nothing. */
const PASSES = ['success', 'failure'];

// EXTERNAL MODULE: ./build/src/services/register/declared-files.js
var declared_files = __webpack_require__(49760);
// EXTERNAL MODULE: ./build/src/services/register/output-file.js
var output_file = __webpack_require__(87892);
// EXTERNAL MODULE: ./build/src/services/register/time-limit.js
var time_limit = __webpack_require__(11211);
// EXTERNAL MODULE: ./build/src/services/registries/github-calls.js
var github_calls = __webpack_require__(3497);
// EXTERNAL MODULE: ./build/src/services/registries/http-call.js
var http_call = __webpack_require__(99807);
// EXTERNAL MODULE: ./build/src/services/registries/open-registry.js + 1 modules
var open_registry = __webpack_require__(30469);
// EXTERNAL MODULE: ./build/src/services/registries/rest-paths.js
var rest_paths = __webpack_require__(10765);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
;// CONCATENATED MODULE: ./build/src/actions/reconcile-services.js




















const reconcile_services_inputs = {
    'registry-url': (0,inputs/* required */.mw)(inputs/* url */.OZ),
    registry: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('rest', 'consul'), 'rest'),
    'registry-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'services-file': (0,inputs/* optional */.lq)(inputs/* lines */.Mn, []),
    'discovery-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'routes-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'conflicts-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'proxy-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    policy: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('report', 'repair'), 'report'),
    'route-owners': (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    'max-repairs': (0,inputs/* optional */.lq)((0,inputs/* wholeNumber */.rD)(0, 1_000), 25),
    issue: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, true),
    'on-findings': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('warn', 'fail'), 'warn'),
    'last-run': (0,inputs/* optional */.lq)(time),
    'longest-gap': (0,inputs/* optional */.lq)(inputs/* duration */.p0, 13 * 3_600_000),
    paths: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    fields: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 600_000),
    ...network_inputs/* networkInputs */.y,
    token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
/* harmony default export */ const reconcile_services = ((0,action/* defineAction */.Q)({
    inputs: reconcile_services_inputs,
    async run(inputs, runner) {
        const declared = await (0,declared_files/* readDeclared */.D6)(inputs.servicesFile, runner.workspace);
        const { clock } = runner;
        const bounds = { clock, ms: inputs.timeout, signal: runner.signal };
        const { signal, clear } = (0,time_limit/* timeLimit */.z)('The reconciliation', bounds);
        try {
            const network = await (0,network_inputs/* openNetwork */.X)(inputs, runner);
            const http = (0,http_call/* networkCall */.l)(network);
            const github = openGitHub(inputs, runner, signal);
            const { registry, client } = (0,open_registry/* openRegistry */.M)({
                ...{ kind: inputs.registry, url: inputs.registryUrl, token: inputs.registryToken },
                ...{ paths: inputs.paths, fields: inputs.fields },
                ...{ http, clock, signal },
            });
            const { env } = runner;
            const pass = await reconcile({
                places: {
                    ...{ declared, registry, clock, signal, probe: healthProbe({ network, clock, signal }) },
                    ...documents(inputs, { http, signal, runner }),
                },
                policy: { mode: inputs.policy, routeOwners: inputs.routeOwners, cap: inputs.maxRepairs },
                routeResolver: { client, path: (0,rest_paths/* readPaths */.Vv)(inputs.paths)['resolve-route'] },
                tracker: inputs.issue && github ? githubIssues(github, (0,context/* ownRepository */.d5)(env)) : undefined,
                own: await watchSelf(inputs, github, runner),
                runUrl: (0,context/* runUrl */.Vp)((0,context/* runContext */.pO)(env)),
                dryRun: inputs.dryRun,
            });
            await report(pass, inputs, runner);
        }
        finally {
            clear();
        }
    },
}));
function openGitHub(inputs, runner, signal) {
    const { repository } = (0,context/* runContext */.pO)(runner.env);
    if (inputs.token !== undefined && repository) {
        const client = (0,connect_github.connectTo)(repository, inputs, runner);
        return (0,github_calls.githubCalls)(client, { signal, redact: (text) => runner.secrets.redact(text) });
    }
    if (!inputs.issue)
        return undefined;
    throw new errors/* UserError */.yo('Issues are kept by the token, and there is none: give token, or set issue to false.');
}
/** The documents that are asked for. The registry's token goes to its own origin only. */
function documents(inputs, { http, signal, runner }) {
    const from = (address) => async () => {
        const { origin, pathname, search } = new URL(address);
        const trusted = inputs.registryToken !== undefined && origin === new URL(inputs.registryUrl).origin;
        const headers = trusted ? { authorization: `Bearer ${inputs.registryToken}` } : {};
        const client = (0,registry_client/* createRegistryClient */.Hn)(origin, { http, signal, clock: runner.clock, deadline: 15_000, headers });
        const reply = await client.get(pathname + search);
        if (reply.status === 404)
            throw new errors/* UserError */.yo(`GET ${address} answered 404: there is no such document.`);
        return reply.body;
    };
    const { discoveryUrl, routesUrl, conflictsUrl, proxyUrl } = inputs;
    return {
        discovery: discoveryUrl ? from(discoveryUrl) : undefined,
        routes: routesUrl ? from(routesUrl) : undefined,
        conflicts: conflictsUrl ? from(conflictsUrl) : undefined,
        proxies: proxyUrl?.includes('{name}') ? proxyUrl : proxyUrl && from(proxyUrl),
    };
}
async function watchSelf(inputs, github, runner) {
    const now = runner.clock.now();
    if (inputs.lastRun !== undefined)
        return selfFindings({ lastRun: inputs.lastRun }, now, inputs.longestGap);
    if (!github)
        return [];
    try {
        return selfFindings(await ownHistory(github, runner.env), now, inputs.longestGap);
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        runner.log.notice(`Whether earlier passes ran is not known: ${(0,errors/* messageOf */.bD)(error)}`);
        return [];
    }
}
async function report(pass, inputs, runner) {
    const { outputs, log } = runner;
    const { findings, issues, repairs } = pass;
    const file = await (0,output_file/* writeJson */.G)(JSON.stringify(pass, null, 2), { runner, file: undefined, standard: 'reconcile.json' });
    const open = issues.filter(({ action, number }) => action !== 'closed' && number !== undefined);
    await outputs.set('healthy', String(pass.healthy));
    await outputs.set('unhealthy', unique(findings.flatMap((one) => (one.kind === 'unhealthy' ? [one.service] : []))));
    await outputs.set('conflicts', findings.filter(({ kind }) => kind === 'conflict'));
    await outputs.set('repaired', repairs.flatMap(({ repair, result }) => (result === 'done' ? [describeRepair(repair)] : [])));
    await outputs.set('issue-number', open[0]?.number);
    await outputs.set('issues', issues);
    await outputs.set('report', file);
    await outputs.summarise(reconcileSummary(pass));
    for (const { repair, result, detail } of repairs) {
        log.info(`${describeRepair(repair)}: ${result}${detail ? ` (${detail})` : ''}`);
    }
    for (const { cause, number, action } of issues) {
        log.info(`issue${number === undefined ? '' : ` #${number}`} of ${cause}: ${action}`);
    }
    if (pass.healthy)
        return log.info(`${agreement(pass)}.`);
    const messages = pass.causes.map(describeCause);
    const blind = pass.causes.some(({ key }) => key === 'unreachable/registry' || key === 'empty');
    // Without a registry nothing was reconciled at all; that is never a success.
    if (blind || inputs.onFindings === 'fail')
        throw new errors/* UserError */.yo(messages.map((message) => ({ message })));
    for (const message of messages)
        log.warning(message);
}
function unique(names) {
    return [...new Set(names)];
}
function time(value) {
    const ms = Date.parse(value);
    if (Number.isNaN(ms))
        throw new Error('expected a time such as 2026-11-20T12:00:00Z');
    return ms;
}


/***/ })

};
