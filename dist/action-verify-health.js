export const id = 3494;
export const ids = [3494];
export const modules = {

/***/ 3494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ actions_verify_health)
});

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var time_duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/services/health/parse-checks.js + 4 modules
var parse_checks = __webpack_require__(99053);
;// CONCATENATED MODULE: ./build/src/services/health/checks-from-inputs.js



async function checksFromInputs(inputs) {
    const shorthands = Object.fromEntries(Object.entries(shorthandsOf(inputs)).filter(([, value]) => value !== undefined));
    if (inputs.url.length === 0 && inputs.checks === undefined) {
        throw new errors/* UserError */.yo('Neither url nor checks is given: nothing would be verified. Give one of the two.');
    }
    if (inputs.url.length === 0 && Object.keys(shorthands).length > 0) {
        const names = Object.keys(shorthands).join(', ');
        throw new errors/* UserError */.yo(`${names}: these inputs are for url. Write them into the entries of checks instead.`);
    }
    const listed = inputs.checks === undefined ? [] : inputs.checks;
    if (!Array.isArray(listed))
        throw new errors/* UserError */.yo('Input checks: expected a list, as JSON or YAML.');
    const parsed = await (0,parse_checks.parseChecks)([...inputs.url.map((url) => ({ url, ...shorthands })), ...listed]);
    if ('faults' in parsed)
        throw new errors/* UserError */.yo(parsed.faults);
    const faults = parsed.checks.flatMap((check) => timeFaults(check, inputs));
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.map((message) => ({ message })));
    return parsed.checks;
}
function shorthandsOf({ expectStatus, expectVersion, versionPath, condition, maxLatency }) {
    return {
        'expect-status': expectStatus,
        'expect-version': expectVersion,
        'version-path': versionPath,
        condition,
        'max-latency': maxLatency,
    };
}
function timeFaults({ name, patience }, inputs) {
    const { timeout = inputs.timeout, interval = inputs.interval, window = 0 } = patience;
    const shown = (0,time_duration/* formatDuration */.a)(timeout);
    if (timeout > inputs.timeout) {
        const whole = (0,time_duration/* formatDuration */.a)(inputs.timeout);
        return [`${name}: the timeout is longer than that of the whole step (${whole}); raise the input timeout.`];
    }
    if (window >= timeout) {
        return [
            `${name}: a window of ${(0,time_duration/* formatDuration */.a)(window)} has no room in a timeout of ${shown}; raise timeout or shorten window.`,
        ];
    }
    const successes = patience.consecutiveSuccesses ?? inputs.consecutiveSuccesses;
    const needed = (successes - 1) * interval;
    if (needed < timeout)
        return [];
    return [
        `${name}: ${successes} consecutive successes at an interval of ${(0,time_duration/* formatDuration */.a)(interval)} take ${(0,time_duration/* formatDuration */.a)(needed)}, ` +
            `which has no room in a timeout of ${shown}; raise timeout, or lower consecutive-successes or interval.`,
    ];
}

// EXTERNAL MODULE: ./build/src/services/health/health-duration.js
var health_duration = __webpack_require__(81612);
;// CONCATENATED MODULE: ./build/src/services/health/secret-headers.js
const SECRET_HEADER = /authorization|cookie|token|secret|key|password|signature/i;
const SHORTEST_SECRET = 6;
function secretsInHeaders(checks) {
    const requests = checks.flatMap(({ target }) => {
        if (target.kind === 'suite')
            return target.steps.map((step) => step.request);
        return 'request' in target ? [target.request] : [];
    });
    const headers = requests.flatMap((request) => Object.entries(request.headers));
    const values = headers.flatMap(([name, value]) => SECRET_HEADER.test(name) ? [value, value.replace(/^\S+ +/, '')] : []);
    return values.filter((value) => value.length >= SHORTEST_SECRET);
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/services/health/health-summary.js


const HEAD = ['', 'Check', 'Verdict', 'Last answer', 'Samples', 'p50 / p95 / p99', 'Latency over time', 'Versions'];
const MARKS = {
    healthy: '✅',
    unhealthy: '❌',
    inconclusive: '❔',
    skipped: '⏭️',
};
const ORDER = ['unhealthy', 'inconclusive', 'healthy', 'skipped'];
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

;// CONCATENATED MODULE: ./build/src/services/health/tell-health.js


async function tellHealth(report, { outputs, log, signal }) {
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
}

// EXTERNAL MODULE: ./build/src/services/health/verify-health.js + 3 modules
var verify_health = __webpack_require__(65041);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
// EXTERNAL MODULE: ./build/src/platform/github/repositories.js
var repositories = __webpack_require__(90549);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/services/health/bounded-json.js
var bounded_json = __webpack_require__(85943);
;// CONCATENATED MODULE: ./build/src/actions/setup/read-topics.js




async function readTopicsOf(inputs, runner) {
    const event = await (0,context/* readEvent */.j_)(runner.env, runner.workspace).catch(() => undefined);
    const told = texts((0,bounded_json/* valueAt */.f)(event, '/repository/topics'));
    if (told)
        return told;
    const { repository } = (0,context/* runContext */.pO)(runner.env);
    try {
        if (repository === undefined)
            throw new errors/* UserError */.yo('GITHUB_REPOSITORY is not set');
        const { connectTo } = await Promise.all(/* import() */[__webpack_require__.e(5159), __webpack_require__.e(5847), __webpack_require__.e(5766)]).then(__webpack_require__.bind(__webpack_require__, 45766));
        return await (0,repositories/* readTopics */.rL)(connectTo(repository, inputs, runner), repository, { signal: runner.signal });
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        const whose = repository ?? 'the repository';
        throw new errors/* UserError */.yo(`The topics of ${whose} could not be read: ${(0,errors/* messageOf */.bD)(error)} Give them as the input topics.`);
    }
}
function texts(value) {
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined;
}

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
/* harmony default export */ const actions_verify_health = ((0,action/* defineAction */.Q)({
    inputs: verify_health_inputs,
    async run(inputs, runner) {
        const { log, signal, clock, secrets } = runner;
        const checks = await checksFromInputs(inputs);
        for (const value of secretsInHeaders(checks))
            secrets.add(value);
        const network = await (0,network_inputs/* openNetwork */.X)(inputs, runner);
        const needsTopics = checks.some(({ onlyTopic }) => onlyTopic !== undefined);
        const topics = needsTopics ? (inputs.topics ?? (await readTopicsOf(inputs, runner))) : [];
        const count = `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`;
        log.info(`Verifying ${count} for at most ${(0,time_duration/* formatDuration */.a)(inputs.timeout)}.`);
        const { timeout, interval, attemptTimeout, consecutiveSuccesses } = inputs;
        const times = { timeout, interval, attemptTimeout, consecutiveSuccesses };
        const onChange = ({ name }, what) => log.info(`${name}: ${what}`);
        await tellHealth(await (0,verify_health/* verifyHealth */.g)(checks, { ...times, clock, network, signal, topics, onChange }), runner);
    },
}));
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
