export const id = 2250;
export const ids = [2250];
export const modules = {

/***/ 2250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ actions_verify_health)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(5663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var time_duration = __webpack_require__(7107);
// EXTERNAL MODULE: ./build/src/services/health/health-duration.js
var health_duration = __webpack_require__(1612);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(6292);
;// CONCATENATED MODULE: ./build/src/services/health/health-summary.js


const HEAD = ['', 'Check', 'Verdict', 'Last answer', 'Samples', 'p50 / p95 / p99', 'Latency over time', 'Versions'];
const MARKS = {
    healthy: '✅',
    unhealthy: '❌',
    inconclusive: '❔',
    skipped: '⏭️',
};
const ORDER = ['unhealthy', 'inconclusive', 'healthy', 'skipped'];
/** The step summary: what is wrong and what to do about it, then a row per check, the troubled ones first. */
function summarise({ verdict, duration, checks }) {
    const sorted = [...checks].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
    const troubled = sorted.filter(isTroubled);
    return [
        `## ${MARKS[verdict]} ${headline({ verdict, duration, checks })}`,
        troubled.map(paragraph).join('\n'),
        (0,markdown/* table */.tp)(HEAD, sorted.map(row)),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** The outcome in one line: `Unhealthy: 1 of 3 checks is not healthy after 2 m`. */
function headline({ verdict, duration, checks }) {
    const made = checks.filter((check) => check.verdict !== 'skipped');
    const troubled = made.filter((check) => check.verdict !== 'healthy').length;
    const word = `${verdict.slice(0, 1).toUpperCase()}${verdict.slice(1)}`;
    const time = `after ${(0,time_duration/* formatDuration */.a)(duration)}`;
    if (made.length === 0)
        return `${word}: none of the checks is for this repository`;
    if (troubled > 0)
        return `${word}: ${troubled} of ${made.length} checks not healthy ${time}`;
    return `${word}: ${made.length} ${made.length === 1 ? 'check' : 'checks'} ${time}`;
}
function isTroubled({ verdict }) {
    return verdict === 'unhealthy' || verdict === 'inconclusive';
}
function paragraph({ name, verdict, severity, reason, next = '' }) {
    const weight = severity === 'warn' ? ', which is only a warning' : '';
    return `- **${(0,markdown/* escapeMarkdown */.FV)(name)}** is ${verdict}${weight}: ${(0,markdown/* escapeMarkdown */.FV)(reason)}. ${next}`;
}
function row(check) {
    const { latency, samples, failures, versions, notes } = check;
    const seen = Object.entries(versions).map(([version, count]) => `${(0,markdown/* code */.aY)(version)}${samples > count ? ` × ${count}` : ''}`);
    return [
        MARKS[check.verdict],
        `${(0,markdown/* escapeMarkdown */.FV)(check.name)}${check.target === check.name ? '' : `<br>${(0,markdown/* code */.aY)(check.target)}`}`,
        `${check.verdict}${check.severity === 'warn' ? ' (warn)' : ''}`,
        [check.lastAnswer ?? '', ...notes].map(markdown/* escapeMarkdown */.FV).join('<br>'),
        failures > 0 ? `${samples}, ${failures} failed` : String(samples),
        latency ? `${latency.p50} / ${latency.p95} / ${latency.p99} ms` : '',
        check.plot === '' ? '' : (0,markdown/* code */.aY)(check.plot),
        seen.slice(0, 5).join('<br>'),
    ];
}
/** One line per cause: checks that fail for the same reason and need the same remedy share it. */
function annotations(checks) {
    const byCause = new Map();
    for (const check of checks.filter(isTroubled)) {
        const cause = `${check.verdict} ${check.next}`;
        byCause.set(cause, [...(byCause.get(cause) ?? []), check]);
    }
    return [...byCause.values()].map((group) => {
        const [first] = group;
        const { name = '', verdict = '', reason = '', next = '' } = first ?? {};
        if (group.length === 1)
            return `${name} is ${verdict}: ${reason}. ${next}`;
        const others = group.slice(1, 10).map((check) => check.name);
        const more = group.length > 10 ? ` and ${group.length - 10} more` : '';
        return `${group.length} checks are ${verdict}: ${[name, ...others].join(', ')}${more}. ${name}: ${reason}. ${next}`;
    });
}

// EXTERNAL MODULE: ./build/src/services/health/parse-checks.js + 4 modules
var parse_checks = __webpack_require__(9053);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 2 modules
var net_network = __webpack_require__(5386);
// EXTERNAL MODULE: ./build/src/platform/net/safe-request.js
var safe_request = __webpack_require__(6628);
// EXTERNAL MODULE: ./build/src/services/health/bounded-json.js
var bounded_json = __webpack_require__(5943);
;// CONCATENATED MODULE: ./build/src/services/health/topics.js






/**
 * The topics of the repository that the workflow runs in: from the event where it tells them, else from the API. Throws a
 * UserError where neither does, for a check that is left out by mistake would be a check that passed.
 */
async function repositoryTopics(options) {
    const { eventPath } = (0,context/* runContext */.pO)(options.env);
    const fromEvent = eventPath === undefined ? undefined : await eventTopics(eventPath);
    return fromEvent ?? (await apiTopics(options));
}
async function eventTopics(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    const event = (0,bounded_json/* readJson */.V)(text);
    return event.kind === 'json' ? texts((0,bounded_json/* valueAt */.f)(event.value, '/repository/topics')) : undefined;
}
async function apiTopics({ env, apiUrl, token, signal }) {
    const { repository = '' } = (0,context/* runContext */.pO)(env);
    const fail = (why) => new errors/* UserError */.yo(`The topics of ${repository || 'the repository'} could not be read: ${why}. Give them as the input topics.`);
    if (repository === '')
        throw fail('GITHUB_REPOSITORY is not set');
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { accept: 'application/vnd.github+json', ...authorization };
    // A GitHub Enterprise Server may well be on a private network.
    const network = (0,net_network/* createNetwork */.VS)({ allowPrivateNetwork: true, env });
    const url = `${apiUrl}/repos/${repository}/topics`;
    const answer = await (0,safe_request/* safeRequest */.z)(url, { network, headers, timeoutMs: 30_000, signal }).catch((error) => {
        throw fail((0,errors/* messageOf */.bD)(error));
    });
    if (answer.status !== 200)
        throw fail(`GET ${url} answered ${answer.status}; the token needs metadata: read`);
    const body = (0,bounded_json/* readJson */.V)(answer.text);
    const topics = body.kind === 'json' ? texts((0,bounded_json/* valueAt */.f)(body.value, '/names')) : undefined;
    if (!topics)
        throw fail(`GET ${url} answered no list of names`);
    return topics;
}
function texts(value) {
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined;
}

// EXTERNAL MODULE: ./build/src/services/health/verify-health.js + 3 modules
var verify_health = __webpack_require__(5041);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(2915);
;// CONCATENATED MODULE: ./build/src/actions/verify-health.js











const verify_health_inputs = {
    url: (0,inputs/* optional */.lq)(inputs/* lines */.Mn, []),
    checks: (0,inputs/* optional */.lq)(inputs/* data */.p),
    'expect-status': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'expect-version': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'version-path': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    condition: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'max-latency': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    timeout: (0,inputs/* optional */.lq)(duration, 300_000),
    interval: (0,inputs/* optional */.lq)(interval, 5_000),
    'attempt-timeout': (0,inputs/* optional */.lq)(duration, 10_000),
    'consecutive-successes': (0,inputs/* optional */.lq)((0,inputs/* wholeNumber */.rD)(1, 1_000), 3),
    ...network_inputs/* networkInputs */.y,
    topics: (0,inputs/* optional */.lq)(inputs/* list */.p_),
    token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
};
/** Headers whose values are credentials by their name. */
const SECRET_HEADER = /authorization|cookie|token|secret|key|password|signature/i;
/* harmony default export */ const actions_verify_health = ((0,action/* defineAction */.Q)({
    inputs: verify_health_inputs,
    async run(given, runner) {
        const { log, outputs, signal, clock } = runner;
        const checks = await checksOf(given);
        maskHeaders(checks, runner);
        const network = await (0,network_inputs/* openNetwork */.X)(given, runner);
        const topics = checks.some(({ onlyTopic }) => onlyTopic !== undefined) ? await topicsOf(given, runner) : [];
        log.info(`Verifying ${checks.length} ${checks.length === 1 ? 'check' : 'checks'} for at most ${(0,time_duration/* formatDuration */.a)(given.timeout)}.`);
        const { timeout, interval, attemptTimeout, consecutiveSuccesses } = given;
        const report = await (0,verify_health/* verifyHealth */.g)(checks, {
            ...{ timeout, interval, attemptTimeout, consecutiveSuccesses, clock, network, signal, topics },
            onChange: ({ name }, what) => log.info(`${name}: ${what}`),
        });
        await outputs.set('healthy', report.verdict === 'healthy');
        await outputs.set('verdict', report.verdict);
        await outputs.set('report', report);
        await outputs.summarise(summarise(report));
        log.info(headline(report));
        for (const line of annotations(report.checks.filter(({ severity }) => severity === 'warn')))
            log.warning(line);
        if (signal.aborted)
            throw signal.reason;
        const faults = annotations(report.checks.filter(({ severity }) => severity === 'fail'));
        if (faults.length > 0)
            throw new errors/* UserError */.yo(faults.map((message) => ({ message })));
    },
}));
async function checksOf(given) {
    const shorthands = {
        'expect-status': given.expectStatus,
        'expect-version': given.expectVersion,
        'version-path': given.versionPath,
        condition: given.condition,
        'max-latency': given.maxLatency,
    };
    const used = Object.entries(shorthands).filter(([, value]) => value !== undefined);
    if (given.url.length === 0 && given.checks === undefined) {
        throw new errors/* UserError */.yo('Neither url nor checks is given: nothing would be verified. Give one of the two.');
    }
    if (given.url.length === 0 && used.length > 0) {
        const names = used.map(([name]) => name).join(', ');
        throw new errors/* UserError */.yo(`${names}: these inputs are for url. Write them into the entries of checks instead.`);
    }
    const listed = given.checks === undefined ? [] : given.checks;
    if (!Array.isArray(listed))
        throw new errors/* UserError */.yo('Input checks: expected a list, as JSON or YAML.');
    const parsed = await (0,parse_checks.parseChecks)([...given.url.map((one) => ({ url: one, ...Object.fromEntries(used) })), ...listed]);
    if ('faults' in parsed)
        throw new errors/* UserError */.yo(parsed.faults);
    const late = parsed.checks.filter(({ patience }) => (patience.timeout ?? 0) > given.timeout);
    if (late.length > 0) {
        const names = late.map(({ name }) => name).join(', ');
        throw new errors/* UserError */.yo(`${names}: the timeout is longer than that of the whole step (${(0,time_duration/* formatDuration */.a)(given.timeout)}); raise the input timeout.`);
    }
    return parsed.checks;
}
function maskHeaders(checks, { secrets }) {
    const requests = checks.flatMap(({ target }) => {
        if (target.kind === 'suite')
            return target.steps.map((step) => step.request);
        return 'request' in target ? [target.request] : [];
    });
    for (const [name, value] of requests.flatMap(({ headers }) => Object.entries(headers))) {
        if (!SECRET_HEADER.test(name))
            continue;
        secrets.add(value);
        secrets.add(value.replace(/^\S+ +/, ''));
    }
}
async function topicsOf(given, { env, signal }) {
    const apiUrl = given.apiUrl ?? (0,context/* runContext */.pO)(env).apiUrl;
    return given.topics ?? repositoryTopics({ env, apiUrl, token: given.token, signal });
}
/** Milliseconds; a duration means the same here as in the fields of checks. */
function duration(value) {
    const ms = (0,health_duration/* parseHealthDuration */.Sz)(value);
    if (ms === undefined)
        throw new Error(`expected ${health_duration/* EXPECTED_DURATION */.gE}`);
    return ms;
}
function interval(value) {
    const ms = duration(value);
    if (ms < health_duration/* LEAST_INTERVAL */.yn)
        throw new Error(`expected at least ${health_duration/* LEAST_INTERVAL */.yn} ms`);
    return ms;
}


/***/ })

};
