export const id = 3982;
export const ids = [3982];
export const modules = {

/***/ 83982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ reconcile_services)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/text/well-formed.js
var well_formed = __webpack_require__(2165);
;// CONCATENATED MODULE: ./build/src/services/reconcile/findings.js
function isWarning(finding) {
    return finding.kind === 'conflict' && finding.reason === 'shadowed';
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/finding-causes.js



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
function canTell(key, observed) {
    const [kind, place] = key.split('/');
    const read = (source) => observed[source].state === 'read';
    if (kind === 'unreachable')
        return SOURCES.some((source) => source === place && read(source));
    if (!read('registry'))
        return kind === 'overdue';
    if (HEALTH_KINDS.includes(kind ?? '') && somethingUnseen(observed))
        return false;
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
const HEALTH_KINDS = ['service', 'origin', 'services', 'proxy', 'stale', 'unseen'];
function somethingUnseen({ direct, proxied }) {
    return [...Object.values(direct), ...Object.values(proxied)].some(({ probe }) => probe.unseen);
}
const SOURCES = ['registry', 'discovery', 'routes', 'proxies'];
function groupingOf(findings, { direct }) {
    const failing = findings.flatMap((one) => (one.kind === 'unhealthy' && one.via === 'direct' ? [one] : []));
    const unseen = findings.flatMap((one) => (one.kind === 'unseen' && one.via === 'direct' ? [one] : []));
    const looked = Object.values(direct).filter(({ probe }) => !probe.unseen);
    const everyServiceFails = failing.length >= 3 && failing.length === looked.length;
    const origins = looked.map(({ url }) => originOf(url));
    const failingOrigins = failing.map(({ url }) => originOf(url));
    const causes = failing.map(({ service, url }) => {
        if (everyServiceFails)
            return [service, NOTHING_HEALTHY];
        const origin = originOf(url);
        const failed = count(failingOrigins, origin);
        if (origin !== '' && failed > 1 && failed === count(origins, origin)) {
            return [service, { key: `origin/${encode(origin)}`, title: `No service at ${origin} is healthy` }];
        }
        return [service, { key: `service/${encode(service)}`, title: `${service} is not healthy` }];
    });
    const rest = everyServiceFails ? unseen.map(({ service }) => [service, NOTHING_HEALTHY]) : [];
    return { services: new Map([...causes, ...rest]), registryIsEmpty: findings.some(({ kind }) => kind === 'empty') };
}
const NOTHING_HEALTHY = { key: 'services', title: 'No service is healthy' };
const UNSEEN = { key: 'unseen', title: 'Not every service was looked at' };
function count(origins, origin) {
    return origins.filter((one) => one === origin).length;
}
function causeOf(finding, { services, registryIsEmpty }) {
    if (registryIsEmpty && ['empty', 'missing', 'unexpected'].includes(finding.kind)) {
        return { key: 'empty', title: 'The registry holds no service' };
    }
    switch (finding.kind) {
        case 'empty':
            return { key: 'empty', title: 'The registry holds no service' };
        case 'unreachable':
            return { key: `unreachable/${finding.source}`, title: `The ${finding.source} cannot be read` };
        case 'unhealthy': {
            const known = services.get(finding.service);
            const origin = originOf(finding.url);
            return known ?? { key: `proxy/${encode(origin)}`, title: `Services are not healthy through ${origin}` };
        }
        case 'unseen':
            return services.get(finding.service) ?? UNSEEN;
        case 'missing': {
            if (finding.from === 'registry')
                return { key: 'missing/registry', title: 'Services are not registered' };
            return services.get(finding.service) ?? DISCOVERY;
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
            const claimants = finding.services.map(encode).join('+');
            if (claimants === '')
                return { key: 'conflict/', title: 'The registry reports route conflicts' };
            return { key: `conflict/${claimants}`, title: titleOfConflict(finding.services) };
        }
        case 'overdue':
            return { key: 'overdue', title: 'The reconciliation does not run as planned' };
    }
}
function titleOfConflict(services) {
    return services.length === 1
        ? `${services[0]} has routes in conflict`
        : `${services.join(' and ')} claim the same routes`;
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
function encode(text) {
    const encoded = encodeURIComponent((0,well_formed/* wellFormed */.E)(text)).replaceAll('--', '-%2D');
    if (encoded.length <= LONGEST_PART)
        return encoded;
    return `${encoded.slice(0, LONGEST_PART / 2)}~${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16)}`;
}
const LONGEST_PART = 200;

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/services/reconcile/findings-text.js

const CONFLICTS = {
    same: 'match the same requests',
    ambiguous: 'match some of the same requests, and neither is the more specific',
    shadowed: 'lie within each other, so that the order of the gateway decides',
    reported: 'conflict, says the registry',
    'not-understood': 'a conflict in a form that is not understood',
};
const MANY_UNSEEN = 4;
function describeFindings(findings) {
    const unseen = [...new Set(findings.flatMap((one) => (one.kind === 'unseen' ? [one.service] : [])))];
    if (unseen.length < MANY_UNSEEN)
        return findings.map(describeFinding);
    const together = {
        subject: `${unseen.length} services`,
        problem: `were not looked at: inconclusive, no time was left (${(0,wording/* listed */.KE)(unseen, 'and', 5)})`,
    };
    return [together, ...findings.filter(({ kind }) => kind !== 'unseen').map(describeFinding)];
}
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
        case 'unseen':
            return {
                subject: finding.service,
                problem: `was not looked at${finding.via === 'proxy' ? ' through its proxy' : ''}: inconclusive, no time was left`,
            };
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
                problem: `is in the ${finding.at} ${finding.count} times; a name must be unique`,
            };
        case 'conflict': {
            const { path, services, reason } = finding;
            const claimants = services.length === 0 ? '' : `routes of ${services.join(' and ')} `;
            return { subject: path, problem: `${claimants}${CONFLICTS[reason]}` };
        }
        case 'overdue':
            return { subject: 'reconcile-services', problem: finding.detail };
    }
}
const TRUTHS = { reality: 'what runs', declared: 'as declared', registry: 'as registered' };
const MOST_SENTENCES = 10;
function describeCause(cause) {
    const { title, findings } = cause;
    const sentences = describeFindings(findings).map(sentenceOf);
    const more = sentences.length - MOST_SENTENCES;
    const seen = sentences.slice(0, MOST_SENTENCES).join('; ') + (more > 0 ? `; and ${more} more` : '');
    const saysTitle = sentences.length === 1 || sentences.every((one) => one.startsWith(title));
    const text = saysTitle ? seen : `${title}: ${seen}`;
    return `${text}${/[.?]$/.test(text) ? '' : '.'} ${whatToDo(cause)}`;
}
function whatToDo({ findings: [first] }) {
    return first ? remedyOf(first) : '';
}
function sentenceOf({ subject, problem }) {
    return `${SOURCE_NAMES.includes(subject) ? `The ${subject}` : subject} ${problem}`;
}
const SOURCE_NAMES = ['registry', 'discovery', 'routes', 'proxies'];
function remedyOf(finding) {
    switch (finding.kind) {
        case 'unreachable':
            return 'Nothing was concluded from it: fix this first.';
        case 'empty':
            return 'Check registry-url; if the registry has lost its data, register the services again, or run with policy: repair.';
        case 'unhealthy':
            return finding.via === 'proxy'
                ? 'Check that the proxy forwards to where the service is.'
                : 'Check that it runs and read its log; if it has moved, register it where it is.';
        case 'unseen':
            return 'Raise the input timeout: nothing is known of what was not looked at.';
        case 'missing':
            return finding.from === 'registry' ? 'Register it, or run with policy: repair.' : REFRESH;
        case 'stale':
            return STALE_REMEDIES[finding.at];
        case 'unexpected':
            return UNEXPECTED_REMEDIES[finding.at];
        case 'duplicate':
            return 'Remove all records of that name but one.';
        case 'conflict':
            if (finding.reason === 'not-understood')
                return 'Look at what the registry reports under routes-url or conflicts-url.';
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

;// CONCATENATED MODULE: ./build/src/services/reconcile/issue-body.js




const MARKER = '<!-- release-actions:reconcile/';
const MARKED = /<!-- release-actions:reconcile\/(\S+) -->/;
const FINGERPRINT = /<!-- fingerprint:([0-9a-f]+) -->/;
const MOST_ROWS = 100;
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 200;
const LONGEST_CELL = 2_000;
function renderIssue(cause) {
    const rows = rowsOf(cause.findings);
    const lasting = cause.findings.filter(({ kind }) => kind !== 'unseen');
    const fingerprint = (0,external_node_crypto_.createHash)('sha256')
        .update(steady(JSON.stringify(rowsOf(lasting))))
        .digest('hex')
        .slice(0, 16);
    const render = (count) => bodyWith({ cause, fingerprint, rows: rows.slice(0, count), more: rows.length - count });
    let count = Math.min(rows.length, MOST_ROWS);
    while (count > 0 && render(count).length > LONGEST_BODY)
        count = Math.floor(count / 2);
    const title = (0,well_formed/* wellFormed */.E)(cause.title.replaceAll('@', '@\u200b').slice(0, LONGEST_TITLE));
    return { title, body: render(count), fingerprint };
}
function bodyWith({ cause, fingerprint, rows, more, }) {
    return [
        `${MARKER}${cause.key} -->`,
        `<!-- fingerprint:${fingerprint} -->`,
        `${(0,markdown/* escapeMarkdown */.FV)(shortened(cause.title))}.`,
        '',
        ...(rows.length > 0
            ? [
                (0,markdown/* table */.tp)(['What', 'Seen'], rows.map((row) => row)),
            ]
            : []),
        ...(more > 0 ? ['', `… and ${more} more; see the report of the run.`] : []),
        '',
        `**What to do:** ${(0,markdown/* escapeMarkdown */.FV)(whatToDo(cause))}`,
        '',
        'This issue is kept up to date by `reconcile-services`, and closed when the cause is gone.',
    ].join('\n');
}
function rowsOf(findings) {
    return describeFindings(findings).map(({ subject, problem }) => [
        (0,markdown/* code */.aY)(shortened(subject)),
        (0,markdown/* escapeMarkdown */.FV)(shortened(problem)),
    ]);
}
function causeOfIssue(body) {
    return MARKED.exec(body)?.[1];
}
function fingerprintOf(body) {
    return FINGERPRINT.exec(body)?.[1];
}
function shortened(text) {
    return (0,well_formed/* wellFormed */.E)(text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text);
}
function steady(text) {
    return text.replace(/(?<!\d)\d{1,40}(?:\.\d{1,40})?\s{0,3}(?:ms|s|bytes)\b/g, '#');
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/finding-issues.js


const MOST_NEW = 20;
async function keepIssues(tracker, causes, options) {
    const changes = [];
    const failures = new Set();
    const attempt = async (work) => {
        try {
            await work();
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            failures.add((0,errors/* messageOf */.bD)(error));
        }
    };
    await attempt(async () => {
        for (const { change, write } of planIssues(causes, await tracker.find(MARKER), options)) {
            await attempt(async () => {
                const made = options.dryRun ? undefined : await write?.(tracker);
                changes.push({ ...change, ...(made ? { number: made.number } : {}) });
            });
        }
    });
    return { changes, failures: [...failures] };
}
function planIssues(causes, known, options) {
    const { open, dismissed, superfluous } = byCause(known);
    const steps = [];
    let opened = 0;
    for (const cause of causes) {
        const issue = open.get(cause.key);
        open.delete(cause.key);
        const step = issue ? toUpdate(cause, issue) : toOpen(cause, dismissed.get(cause.key));
        const waits = step.change.action === 'opened' && ++opened > MOST_NEW;
        steps.push(waits ? { change: { cause: cause.key, action: 'deferred' } } : step);
    }
    for (const [key, issue] of open) {
        const kept = { change: { cause: key, number: issue.number, action: 'kept' } };
        steps.push(options.canTell(key) ? toClose({ key, issue }, GONE, options.runUrl) : kept);
    }
    return [...steps, ...superfluous.map((twin) => toClose(twin, 'An older issue tells the same.', options.runUrl))];
}
function byCause(issues) {
    const open = new Map();
    const dismissed = new Map();
    const superfluous = [];
    for (const issue of issues) {
        const key = causeOfIssue(issue.body);
        if (key === undefined)
            continue;
        if (issue.dismissed)
            dismissed.set(key, issue);
        else if (open.has(key))
            superfluous.push({ key, issue });
        else
            open.set(key, issue);
    }
    return { open, dismissed, superfluous };
}
const GONE = 'The last pass did not see this any more.';
function toOpen(cause, dismissed) {
    const { title, body, fingerprint } = renderIssue(cause);
    const known = dismissed && fingerprintOf(dismissed.body) === fingerprint;
    if (known)
        return { change: { cause: cause.key, number: dismissed.number, action: 'dismissed' } };
    return { change: { cause: cause.key, action: 'opened' }, write: (tracker) => tracker.create({ title, body }) };
}
function toUpdate(cause, { number, body: before }) {
    const { title, body, fingerprint } = renderIssue(cause);
    const change = { cause: cause.key, number };
    if (fingerprintOf(before) === fingerprint)
        return { change: { ...change, action: 'unchanged' } };
    const write = async (tracker) => void (await tracker.update(number, { title, body }));
    return { change: { ...change, action: 'updated' }, write };
}
function toClose({ key, issue: { number } }, because, runUrl) {
    return {
        change: { cause: key, number, action: 'closed' },
        write: async (tracker) => {
            await tracker.comment(number, runUrl ? `${because} ${runUrl}` : because);
            await tracker.close(number);
            return undefined;
        },
    };
}

// EXTERNAL MODULE: ./build/src/services/register/output-file.js
var output_file = __webpack_require__(87892);
;// CONCATENATED MODULE: ./build/src/services/reconcile/reconcile-summary.js



function reconcileSummary(pass) {
    const { causes } = pass;
    const verdict = pass.healthy
        ? `✅ ${agreement(pass)}`
        : `❌ ${causes.length} ${causes.length === 1 ? 'cause' : 'causes'} of trouble`;
    const parts = [`### ${verdict}`];
    for (const cause of causes) {
        parts.push(`**${(0,markdown/* escapeMarkdown */.FV)(cause.title)}**`, findingTable(cause.findings), (0,markdown/* escapeMarkdown */.FV)(whatToDo(cause)));
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
    parts.push(...pass.notes.map(markdown/* escapeMarkdown */.FV), ...figures(pass));
    return parts.join('\n\n');
}
function issuesSummary({ changes, failures }, causes) {
    if (changes.length + failures.length === 0)
        return undefined;
    const titles = new Map(causes.map(({ key, title }) => [key, title]));
    const rows = changes.map(({ cause, number, action }) => [
        number === undefined ? '' : `#${number}`,
        action,
        (0,markdown/* escapeMarkdown */.FV)(titles.get(cause) ?? cause),
    ]);
    return [
        '**Issues**',
        ...(rows.length > 0 ? [(0,markdown/* table */.tp)(['Issue', 'What was done', 'Cause'], rows)] : []),
        ...failures.map((failure) => `❌ Not every issue could be kept: ${(0,markdown/* escapeMarkdown */.FV)(failure)}`),
    ].join('\n\n');
}
const reconcile_summary_MOST_ROWS = 200;
function findingTable(findings) {
    const all = describeFindings(findings);
    const rows = all.slice(0, reconcile_summary_MOST_ROWS).map(({ subject, problem }) => [(0,markdown/* code */.aY)(subject), (0,markdown/* escapeMarkdown */.FV)(problem)]);
    const more = all.length - rows.length;
    return `${(0,markdown/* table */.tp)(['What', 'Seen'], rows)}${more > 0 ? `\n\n… and ${more} more; see the report of the run.` : ''}`;
}
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
function agreement({ metrics: { registered = 0 } }) {
    return registered === 1
        ? 'The one service is healthy and agrees with its registry'
        : `${registered} services are healthy and agree with their registry`;
}
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

;// CONCATENATED MODULE: ./build/src/services/reconcile/pass-report.js



async function tellPass(pass, runner) {
    const { outputs, log } = runner;
    const { findings, repairs } = pass;
    await outputs.set('report', await writeReport(pass, runner));
    await outputs.set('healthy', pass.healthy);
    await outputs.set('unhealthy', servicesOf(findings, 'unhealthy'));
    await outputs.set('unseen', servicesOf(findings, 'unseen'));
    const conflicts = findings.filter(({ kind }) => kind === 'conflict');
    await outputs.set('conflicts', conflicts);
    const repaired = repairs.flatMap(({ repair, result }) => (result === 'done' ? [describeRepair(repair)] : []));
    await outputs.set('repaired', repaired);
    await outputs.summarise(reconcileSummary(pass));
    for (const { repair, result, detail } of pass.repairs) {
        log.info(`${describeRepair(repair)}: ${result}${detail ? ` (${detail})` : ''}`);
    }
    for (const note of pass.notes)
        log.warning(note);
    if (pass.healthy)
        log.info(`${agreement(pass)}.`);
}
function servicesOf(findings, kind) {
    return [...new Set(findings.flatMap((one) => (one.kind === kind ? [one.service] : [])))];
}
async function tellIssues(issues, pass, runner) {
    const { outputs, log } = runner;
    const { changes } = issues;
    const open = changes.find(({ action, number }) => !['closed', 'dismissed'].includes(action) && number !== undefined);
    await outputs.set('issue-number', open?.number);
    await outputs.set('issues', changes);
    await writeReport({ ...pass, issues: changes, issueFailures: issues.failures }, runner);
    const summary = issuesSummary(issues, pass.causes);
    if (summary !== undefined)
        await outputs.summarise(summary);
    for (const { cause, number, action } of changes) {
        log.info(`issue${number === undefined ? '' : ` #${number}`} of ${cause}: ${action}`);
    }
}
function writeReport(report, runner) {
    return (0,output_file/* writeJson */.G)(report, { runner, file: undefined, standard: 'reconcile.json' });
}
function faultsOf({ causes }, { failures }, onFindings) {
    const found = causes.map(describeCause);
    const blind = causes.some(({ key }) => key === 'unreachable/registry' || key === 'empty');
    const untold = failures.map((failure) => `Not every issue could be kept: ${failure}`);
    const fails = blind || onFindings === 'fail';
    return fails ? { faults: [...found, ...untold], warnings: [] } : { faults: untold, warnings: found };
}

// EXTERNAL MODULE: ./build/src/platform/time/timed-signal.js
var timed_signal = __webpack_require__(61509);
// EXTERNAL MODULE: ./build/src/services/register/register.js
var register = __webpack_require__(85929);
// EXTERNAL MODULE: ./build/src/services/registries/registry-client.js
var registry_client = __webpack_require__(42405);
;// CONCATENATED MODULE: ./build/src/services/reconcile/carry-out.js




const CONFIRMATION_MS = 10_000;
async function carryOut(repairs, tools) {
    const { clock, until } = tools;
    const reason = () => new errors/* UserError */.yo("the pass's time for repairs was over before it was done; the next pass goes on");
    const time = (0,timed_signal/* timedSignal */.s)({ clock, ms: Math.max(0, until - clock.now()), signal: tools.signal }, reason);
    const results = [];
    try {
        for (const [index, repair] of repairs.entries()) {
            if (clock.now() >= until || time.signal.aborted)
                return { results, late: repairs.slice(index) };
            results.push(await carryOutOne(repair, { ...tools, signal: time.signal }));
        }
        return { results, late: [] };
    }
    finally {
        time.clear();
    }
}
async function carryOutOne(repair, tools) {
    if (tools.dryRun)
        return { repair, result: 'planned' };
    try {
        const detail = await make(repair, tools);
        return { repair, result: 'done', ...(detail === undefined ? {} : { detail }) };
    }
    catch (error) {
        if (error instanceof errors/* KnownError */.E || tools.signal.aborted)
            return { repair, result: 'failed', detail: (0,errors/* messageOf */.bD)(error) };
        throw error;
    }
}
async function make(repair, tools) {
    const { registry, clock, signal } = tools;
    switch (repair.kind) {
        case 'register': {
            if (repair.proof)
                await carry_out_confirm(repair.proof, tools);
            const { service, creates } = repair;
            const outcome = await (0,register/* register */.kz)(service, { registry, clock, signal, dryRun: false }, { creates });
            if (outcome.result === 'failed')
                throw new errors/* UserError */.yo(outcome.reason);
            return outcome.result;
        }
        case 'refresh-discovery':
            await registry.refresh();
            return undefined;
        case 'resolve-route': {
            const { client, path } = tools.routeResolver;
            const body = { path: repair.path, service: repair.owner };
            if (path.method === 'GET')
                throw new errors/* UserError */.yo('Input paths: resolve-route is a write.');
            const { status } = await client.send(path.method, (0,registry_client/* fillPath */.dN)(path.path, repair.owner), { body });
            if (status === 404)
                throw new errors/* UserError */.yo(`The registry has no ${path.method} ${path.path} (404).`);
            return undefined;
        }
    }
}
async function carry_out_confirm({ url, version }, { look, clock, until }) {
    const again = await look(url, Math.min(CONFIRMATION_MS, Math.max(1, until - clock.now())));
    if (again.verdict === 'healthy' && again.deployedVersion === version)
        return;
    const told = again.verdict === 'healthy' ? `version ${again.deployedVersion ?? '(none)'}` : again.detail;
    throw new errors/* UserError */.yo(`a second look at ${url} does not confirm version ${version}: ${told}`);
}

// EXTERNAL MODULE: ./build/src/services/service.js
var services_service = __webpack_require__(66209);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/src/services/reconcile/plausible-version.js

function mayFollow(known, found) {
    if (known === undefined)
        return formOf(found) === SEMVER || formOf(found) === COMMIT;
    return formOf(known) === formOf(found);
}
const SEMVER = 'a version in full';
const COMMIT = 'a commit';
function formOf(version) {
    if (semver.parse(version) !== null)
        return SEMVER;
    if (/^(sha-)?[0-9a-f]{7,40}$/.test(version))
        return COMMIT;
    return version.replace(/\d+/g, '0');
}

// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(81200);
;// CONCATENATED MODULE: ./build/src/services/reconcile/route-pattern.js
const MOST_OPTIONAL = 6;
function routePattern(path, host) {
    const [, ownHost, rest = ''] = /^(?:https?:\/\/)?((?:\*\.?)?[\w-]+(?:\.[\w-]+)+(?::\d+)?|\*)?(\/.*|$)/.exec(path) ?? [
        '',
        undefined,
        path,
    ];
    const parts = rest.split('/').filter((part) => part !== '');
    const last = parts.at(-1) ?? '';
    const isStar = /^\*{1,2}$|^\{[\w-]*\*\}$|^\{\*[\w-]*\}$|^\*[\w-]+$|^:[\w-]+[*+]$/.test(last);
    const isGlued = !isStar && /^[^*{}:()]+\*$/.test(last);
    if (isStar)
        parts.pop();
    const alternatives = expanded(parts, isStar || isGlued);
    const specificity = Math.max(...alternatives.map(specificityOf));
    return { alternatives, host: (ownHost === '*' ? undefined : (ownHost ?? host))?.toLowerCase(), specificity };
}
function expanded(parts, open) {
    let paths = [[]];
    let optional = 0;
    for (const part of parts) {
        const isOptional = /^[:{].*[?]\}?$|^\{\/.*\}\??$/.test(part) && ++optional <= MOST_OPTIONAL;
        const segment = segmentOf(part.replace(/\?(\}?)$/, '$1'));
        paths = paths.flatMap((path) => (isOptional ? [path, [...path, segment]] : [[...path, segment]]));
    }
    return paths.map((segments) => ({ segments, open }));
}
function segmentOf(part) {
    const named = /^:[\w-]+(?:\((.+)\))?$/.exec(part) ?? /^\{[\w-]+(?::(.+))?\}$/.exec(part);
    if (named)
        return named[1] === undefined ? { kind: 'any' } : { kind: 'any', constraint: named[1] };
    if (part === '*')
        return { kind: 'any' };
    if (part.endsWith('*'))
        return { kind: 'prefix', text: part.slice(0, -1) };
    const inner = /^([^:{*]*)[:{*]/.exec(part);
    return inner ? { kind: 'prefix', text: inner[1] ?? '' } : { kind: 'literal', text: part };
}
function specificityOf({ segments, open }) {
    const literals = segments.filter(({ kind }) => kind === 'literal').length;
    return literals * 2 + segments.length - (open ? 1 : 0);
}
function overlapOf(one, other) {
    if (!hostsMeet(one.host, other.host))
        return undefined;
    const meets = one.alternatives.some((a) => other.alternatives.some((b) => meet(a, b)));
    if (!meets)
        return undefined;
    const [covers, covered] = [contains(one, other), contains(other, one)];
    if (covers && covered)
        return 'same';
    return covers || covered ? 'shadowed' : 'ambiguous';
}
function hostsMeet(one, other) {
    return hostContains(one, other) || hostContains(other, one);
}
function hostContains(outer, inner) {
    if (outer === undefined || outer === inner)
        return true;
    if (inner === undefined)
        return false;
    return outer.startsWith('*') && inner.replace(/^\*/, '').endsWith(outer.slice(1));
}
function meet(one, other) {
    const shared = Math.min(one.segments.length, other.segments.length);
    for (let index = 0; index < shared; index++) {
        const [a, b] = [one.segments[index], other.segments[index]];
        if (a && b && !segmentsMeet(a, b))
            return false;
    }
    if (one.segments.length === other.segments.length)
        return true;
    return one.segments.length < other.segments.length ? one.open : other.open;
}
function segmentsMeet(one, other) {
    if (one.kind === 'literal')
        return matches(other, one.text);
    if (other.kind === 'literal')
        return matches(one, other.text);
    if (one.kind === 'prefix' && other.kind === 'prefix') {
        return one.text.startsWith(other.text) || other.text.startsWith(one.text);
    }
    return true;
}
function matches(segment, text) {
    switch (segment.kind) {
        case 'literal':
            return segment.text === text;
        case 'prefix':
            return text.startsWith(segment.text);
        case 'any':
            return segment.constraint === undefined || fits(segment.constraint, text);
    }
}
function fits(constraint, text) {
    if (constraint.length > 100 || text.length > 200 || /[+*}]\)?[+*{]/.test(constraint))
        return true;
    try {
        return new RegExp(`^(?:${constraint})$`).test(text);
    }
    catch {
        return true;
    }
}
function contains(outer, inner) {
    if (!hostContains(outer.host, inner.host))
        return false;
    return inner.alternatives.every((path) => outer.alternatives.some((one) => alternativeContains(one, path)));
}
function alternativeContains(outer, inner) {
    if (outer.segments.length > inner.segments.length)
        return false;
    if (inner.open && !outer.open)
        return false;
    if (!outer.open && outer.segments.length !== inner.segments.length)
        return false;
    return outer.segments.every((segment, index) => segmentContains(segment, inner.segments[index]));
}
function segmentContains(outer, inner) {
    if (inner === undefined)
        return false;
    if (inner.kind === 'literal')
        return matches(outer, inner.text);
    if (outer.kind === 'any')
        return outer.constraint === undefined || (inner.kind === 'any' && inner.constraint === outer.constraint);
    return outer.kind === 'prefix' && inner.kind === 'prefix' && inner.text.startsWith(outer.text);
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/routes.js



function readRoutes(document) {
    const rows = (0,records/* isRecord */.u)(document) ? document.routes : document;
    if (!Array.isArray(rows) && !(0,records/* isRecord */.u)(rows))
        return undefined;
    const entries = Array.isArray(rows) ? rows : Object.entries(rows).map(([path, service]) => ({ path, service }));
    const routes = entries.map(readRoute);
    const conflicts = (0,records/* isRecord */.u)(document) ? readConflicts(document.conflicts) : [];
    return routes.every((route) => route !== undefined) ? { routes, conflicts } : undefined;
}
const PATHS = ['path', 'route', 'pattern', 'url', 'endpoint'];
const CLAIMANTS = [
    ...['services', 'service', 'name', 'conflicts_with', 'conflictsWith', 'conflicting_service', 'conflictingService'],
    ...['with', 'other', 'existing', 'owner', 'claimants', 'workers', 'worker'],
];
function readConflicts(reported) {
    if (reported === undefined || reported === null || reported === 0 || reported === false)
        return [];
    if (Array.isArray(reported))
        return reported.map((row) => readConflict(row));
    if ((0,records/* isRecord */.u)(reported))
        return Object.entries(reported).map(([path, row]) => readConflict(row, path));
    return [notUnderstood(reported)];
}
function readConflict(row, key) {
    const path = PATHS.map((name) => (0,rest_record/* textAt */.$6)(row, name)).find(isText) ?? key ?? (isText(row) ? row : undefined);
    const given = (0,records/* isRecord */.u)(row) ? CLAIMANTS.flatMap((name) => namesIn(row[name])) : key === undefined ? [] : namesIn(row);
    const services = [...new Set(given)].sort();
    if (path === undefined)
        return notUnderstood(row);
    return { path, services, reason: 'reported' };
}
function notUnderstood(row) {
    return { path: (JSON.stringify(row) ?? '').slice(0, 200), services: [], reason: 'not-understood' };
}
function namesIn(value) {
    return [value].flat().flatMap((one) => {
        const name = isText(one) ? one : ((0,rest_record/* textAt */.$6)(one, 'name') ?? (0,rest_record/* textAt */.$6)(one, 'service'));
        return name === undefined || name === '' ? [] : [name];
    });
}
function readRoute(row) {
    const path = ['path', 'route', 'pattern'].map((key) => (0,rest_record/* textAt */.$6)(row, key)).find(isText);
    const service = ['service', 'name', 'target', 'script'].map((key) => (0,rest_record/* textAt */.$6)(row, key)).find(isText);
    if (path === undefined || service === undefined)
        return undefined;
    const method = (0,rest_record/* textAt */.$6)(row, 'method')?.toUpperCase();
    const host = (0,rest_record/* textAt */.$6)(row, 'host')?.toLowerCase();
    return { path, service, ...(method && method !== '*' ? { method } : {}), ...(host ? { host } : {}) };
}
const isText = (value) => typeof value === 'string';
function routeConflicts(routes) {
    const found = new Map();
    const parsed = routes.map((route) => ({ route, pattern: routePattern(route.path, route.host) }));
    for (const [index, one] of parsed.entries()) {
        for (const other of parsed.slice(index + 1)) {
            if (one.route.service === other.route.service || !methodsMeet(one.route, other.route))
                continue;
            const reason = overlapOf(one.pattern, other.pattern);
            if (reason === undefined)
                continue;
            const path = one.pattern.specificity >= other.pattern.specificity ? one.route.path : other.route.path;
            const conflict = { path, services: [one.route.service, other.route.service].sort(), reason };
            found.set(JSON.stringify([path, conflict.services]), conflict);
        }
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
function methodsMeet({ method: one }, { method: other }) {
    return one === undefined || other === undefined || one === other;
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/compare-sources.js



const SETTLING = 30 * 60_000;
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
    const running = runningVersion(service, observed, wanted.version ?? found.version);
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
    const running = runningVersion(found.name, observed, found.version);
    if (running === undefined || running === found.version || isSettling(found, observed.now))
        return [];
    const stale = { kind: 'stale', service: found.name, at: 'registry', field: 'version', truth: 'reality' };
    return [{ ...stale, expected: running, found: found.version ?? '(none)' }];
}
function discoveryFindings(registered, { discovery }) {
    if (discovery.state !== 'read')
        return [];
    const findings = duplicates(discovery.value, 'discovery');
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
function routeFindings({ routes, declared = [] }) {
    const served = routes.state === 'read' ? routes.value : { routes: [], conflicts: [] };
    const claimed = declared.flatMap(({ name, routes: paths = [] }) => paths.map((path) => ({ path, service: name })));
    const computed = routeConflicts([...served.routes, ...claimed]);
    const isKnown = ({ path, services, reason }) => reason === 'reported' &&
        computed.some((one) => one.path === path && services.every((service) => one.services.includes(service)));
    const reported = served.conflicts.filter((conflict) => !isKnown(conflict));
    return [...computed, ...reported].map((conflict) => ({ kind: 'conflict', ...conflict }));
}
function healthFindings({ direct, proxied }) {
    const unhealthy = (probes, via) => Object.entries(probes).flatMap(([service, { url, probe }]) => probe.verdict === 'healthy'
        ? []
        : probe.unseen
            ? [{ kind: 'unseen', service, via, url }]
            : [{ kind: 'unhealthy', service, via, url, detail: probe.detail }]);
    return [...unhealthy(direct, 'direct'), ...unhealthy(proxied, 'proxy')];
}
function runningVersion(service, { direct }, known) {
    const probe = Object.hasOwn(direct, service) ? direct[service]?.probe : undefined;
    if (probe?.verdict !== 'healthy')
        return undefined;
    const { deployedVersion: running, versions = [] } = probe;
    if (known !== undefined && versions.includes(known))
        return known;
    return running !== undefined && mayFollow(known, running) ? running : undefined;
}
function isSettling({ deployment }, now) {
    const deployed = Date.parse(deployment?.time ?? '');
    return now - deployed < SETTLING;
}
function duplicates(entries, at) {
    return [...namesTwice(entries)].map(([service, count]) => ({ kind: 'duplicate', service, at, count }));
}
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

;// CONCATENATED MODULE: ./build/src/services/reconcile/landscape.js
function landscapeOf({ now, declared, registry, routes, direct, proxied }) {
    const registered = registry.state === 'read' ? registry.value : [];
    const byName = new Map(registered.map((service) => [service.name, service]));
    const known = routes.state === 'read' ? routes.value.routes : [];
    const names = [
        ...(declared ?? []).map(({ name }) => name),
        ...byName.keys(),
        ...Object.keys(direct),
        ...Object.keys(proxied),
        ...known.map(({ service }) => service),
    ];
    const services = [...new Set(names)].sort().map((name) => {
        const version = direct[name]?.probe.deployedVersion ?? byName.get(name)?.version;
        return {
            name,
            ...(registry.state === 'read' && { registered: byName.has(name) }),
            ...(version !== undefined && { version }),
            ...(direct[name] && { direct: direct[name].probe.verdict }),
            ...(proxied[name] && { proxied: proxied[name].probe.verdict }),
        };
    });
    return { at: new Date(now).toISOString(), services, routes: known };
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
    const probes = [...Object.values(direct), ...Object.values(proxied)].filter(({ probe }) => !probe.unseen);
    if (probes.length === 0 && registry.state !== 'read')
        return undefined;
    return share(probes.filter(({ probe }) => probe.verdict === 'healthy').length, probes.length);
}
function share(part, whole) {
    return whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 1_000;
}

// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
// EXTERNAL MODULE: ./build/src/services/discovery.js
var services_discovery = __webpack_require__(91976);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
;// CONCATENATED MODULE: ./build/src/services/reconcile/look-at-services.js

const PARALLEL_LOOKS = 16;
const LONGEST_LOOK_MS = 10_000;
const SHORTEST_LOOK_MS = 1_000;
const look_at_services_UNSEEN = { verdict: 'inconclusive', detail: 'no time was left to look at it', unseen: true };
const NO_URL = { verdict: 'inconclusive', detail: 'it has no health endpoint' };
async function lookAtServices(targets, looks) {
    const { seen } = looks;
    const urls = [...new Set(targets.flatMap(({ url }) => (url === undefined ? [] : [url])))];
    await lookAt(urls.filter((url) => isOpen(seen.get(url))), looks);
    await lookAt(urls.filter((url) => deservesSecondLook(seen.get(url))), looks);
}
function seenAt(targets, seen) {
    const rows = targets.map(({ service, url, known }) => [
        service,
        { url: url ?? '', probe: url === undefined ? (known ?? NO_URL) : (seen.get(url) ?? look_at_services_UNSEEN) },
    ]);
    return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}
async function lookAt(urls, { look, clock, until, seen, signal }) {
    let waiting = urls.length;
    await (0,pool/* mapPooled */.Q)(urls, PARALLEL_LOOKS, async (url) => {
        const left = until - clock.now();
        const share = ((left - SHORTEST_LOOK_MS) * PARALLEL_LOOKS) / Math.max(PARALLEL_LOOKS, waiting--);
        if (left < SHORTEST_LOOK_MS || signal.aborted)
            return;
        const timeout = Math.min(left, LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, share));
        const found = await look(url, timeout);
        const before = seen.get(url);
        if (isOpen(before) || found.verdict !== 'inconclusive')
            seen.set(url, { ...found, looks: (before?.looks ?? 0) + 1 });
    });
}
function isOpen(probe) {
    return probe === undefined || probe.unseen === true;
}
function deservesSecondLook(probe) {
    return probe !== undefined && probe.verdict !== 'healthy' && probe.final !== true && (probe.looks ?? 0) < 2;
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/observe.js








async function observe(sources, looks) {
    const { clock } = looks;
    const time = (0,timed_signal/* timedSignal */.s)({ clock, ms: Math.max(0, looks.until - clock.now()), signal: looks.signal }, outOfTime);
    try {
        return await observeUntil(sources, looks, time.signal);
    }
    finally {
        time.clear();
    }
}
async function observeUntil(sources, looks, signal) {
    const read = (from) => readSource(from, signal);
    const [registry, discovery, routes] = await Promise.all([
        read(() => sources.registry.list()),
        read(sources.discovery),
        readRouteSource(sources, read),
    ]);
    const registered = registry.state === 'read' ? registry.value : [];
    const proxies = await readProxies(sources, registered, read);
    const targets = healthTargets(registered, sources.declared ?? []);
    const behindProxies = proxies.state === 'read' ? proxies.value : [];
    await lookAtServices([...targets, ...behindProxies], looks);
    const document = discovery.state === 'read' ? discovery.value : undefined;
    const made = (0,services_discovery/* discoveryTime */.O)(document);
    return {
        now: looks.clock.now(),
        declared: sources.declared,
        registry,
        discovery: interpret(discovery, services_discovery/* discoveredServices */.d),
        routes,
        proxies,
        direct: seenAt(targets, looks.seen),
        proxied: seenAt(behindProxies, looks.seen),
        ...(made === undefined ? {} : { discoveryTime: made }),
    };
}
function outOfTime() {
    return new errors/* UserError */.yo("it was not read within the pass's time for looking; raise the input timeout");
}
async function readSource(from, signal) {
    if (!from)
        return { state: 'not-asked' };
    try {
        return { state: 'read', value: await (0,until_aborted/* untilAborted */.E)(from(), signal) };
    }
    catch (error) {
        if (error instanceof errors/* KnownError */.E)
            return { state: 'unreachable', reason: error.message };
        if (signal.aborted)
            return { state: 'unreachable', reason: (0,errors/* messageOf */.bD)(error) };
        throw error;
    }
}
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
async function readRouteSource({ routes, conflicts }, read) {
    const documents = await read(routes && (async () => ({ routes: await routes(), conflicts: conflicts ? await conflicts() : undefined })));
    return interpret(documents, ({ routes: document, conflicts: reported }) => {
        const known = readRoutes(document);
        if (!known) {
            throw new errors/* UserError */.yo('The routes document names no routes: expected a list (or "routes") of { path, service }, or a map.');
        }
        const more = readConflicts(conflictsIn(reported));
        return { routes: known.routes, conflicts: [...known.conflicts, ...more] };
    });
}
function conflictsIn(document) {
    if (!(0,records/* isRecord */.u)(document))
        return document;
    const key = ['conflicts', 'data', 'items', 'results'].find((name) => Object.hasOwn(document, name));
    if (key !== undefined)
        return document[key];
    if (Object.keys(document).every((path) => path.startsWith('/')))
        return document;
    throw new errors/* UserError */.yo('The conflicts document names no conflicts: expected a list (or "conflicts") of { path, services }, or a map by path.');
}
async function readProxies({ proxies }, registered, read) {
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
function healthTargets(registered, declared) {
    const services = [...declared, ...registered];
    const byName = new Map(services.map((one) => [one.name, one]));
    return [...byName.values()].map((one) => ({
        service: one.name,
        url: one.endpoints?.health,
        known: 'health' in one && one.health ? probeOf(one.health) : undefined,
    }));
}
function probeOf({ passes, detail }) {
    return { verdict: passes ? 'healthy' : 'unhealthy', detail };
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/repairs.js



function planRepairs(findings, observed, policy) {
    if (policy.mode === 'report' || observed.registry.state !== 'read')
        return { repairs: [], deferred: [] };
    const registrations = registrationRepairs(findings, observed, observed.registry.value);
    const resolutions = routeRepairs(findings, observed, policy);
    const direct = [...registrations, ...resolutions];
    const refresh = refreshReason(findings, observed, registrations.length);
    const all = refresh === undefined ? direct : [...direct, { kind: 'refresh-discovery', because: refresh }];
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
        const running = runningVersion(name, observed, held?.version);
        const service = serviceFrom({ name, held, declared, running, corrected });
        const url = observed.direct[name]?.url;
        const proof = corrected && url && running !== undefined ? { proof: { url, version: running } } : {};
        return { kind: 'register', service, because: because.join('; '), creates: held === undefined, ...proof };
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
function serviceFrom({ name, held, declared, running, corrected }) {
    const { lastDeployed: _lastDeployed, ...kept } = held ? (0,services_service/* factsOf */.xS)(held) : { name, lastDeployed: undefined };
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







const MAX_ROUNDS = 3;
async function reconcile(pass) {
    const [{ observed, repairs, deferred, notes }, own] = await Promise.all([repairUntilSettled(pass), pass.own()]);
    const findings = [...compare(observed), ...own];
    const causes = causesOf(findings, observed);
    const metrics = metricsOf(observed, findings, refreshes(repairs));
    const healthy = causes.length === 0;
    const landscape = landscapeOf(observed);
    return { reconciliation: { healthy, findings, causes, repairs, deferred, metrics, landscape, notes }, observed };
}
async function repairUntilSettled(pass) {
    const { clock, signal, budget, look } = pass;
    const seen = new Map();
    const looks = { look, clock, signal, seen };
    const repairs = [];
    let observed = await observe(pass.sources, { ...looks, until: budget.lookUntil });
    for (let round = 1;; round++) {
        const policy = { ...pass.policy, cap: pass.policy.cap - repairs.length };
        const plan = planRepairs(compare(observed), observed, policy);
        const fresh = untried(plan.repairs, repairs);
        if (fresh.length === 0 || round > MAX_ROUNDS)
            return { observed, repairs, deferred: plan.deferred, notes: [] };
        const { results, late } = await carryOut(fresh, toolsOf(pass));
        repairs.push(...results);
        const deferred = [...late, ...plan.deferred];
        if (pass.dryRun || results.length === 0)
            return { observed, repairs, deferred, notes: [] };
        const again = await observe(pass.sources, { ...looks, until: budget.repairUntil });
        if (again.registry.state !== 'read')
            return { observed, repairs, deferred, notes: [NOT_SEEN_AGAIN] };
        observed = again;
        if (late.length > 0)
            return { observed, repairs, deferred, notes: [] };
    }
}
const NOT_SEEN_AGAIN = 'After the repairs the registry could not be read again: the findings are those from before.';
function toolsOf({ sources, routeResolver, look, clock, signal, budget, dryRun }) {
    return { registry: sources.registry, routeResolver, look, clock, signal, until: budget.repairUntil, dryRun };
}
function untried(planned, made) {
    const tried = new Set(made.map(({ repair }) => JSON.stringify(repair)));
    const fresh = planned.filter((repair) => !tried.has(JSON.stringify(repair)));
    const registers = fresh.some(({ kind }) => kind === 'register');
    return planned.filter((repair) => (repair.kind === 'refresh-discovery' && registers) || fresh.includes(repair));
}
function refreshes(repairs) {
    return repairs.filter(({ repair, result }) => repair.kind === 'refresh-discovery' && result === 'done').length;
}

// EXTERNAL MODULE: ./build/src/services/register/time-limit.js
var time_limit = __webpack_require__(11211);
// EXTERNAL MODULE: ./build/src/actions/setup/keep-history.js + 1 modules
var keep_history = __webpack_require__(29277);
// EXTERNAL MODULE: ./build/src/platform/github/tracked-issues.js
var tracked_issues = __webpack_require__(89292);
;// CONCATENATED MODULE: ./build/src/services/reconcile/github-issues.js

const LABEL = 'reconcile';
const DISMISSED_FOR_MS = 180 * 86_400_000;
function githubIssues({ client, repository, signal, redact, now }) {
    return {
        async find(markerStart) {
            const open = await (0,tracked_issues/* labelledIssues */.k0)(client, repository, { label: LABEL, state: 'open' }, { signal });
            const since = now() - DISMISSED_FOR_MS;
            const closed = await (0,tracked_issues/* labelledIssues */.k0)(client, repository, { label: LABEL, state: 'closed', since }, { signal });
            const dismissed = closed.filter(({ notPlanned }) => notPlanned).map((issue) => ({ ...issue, dismissed: true }));
            return [...open, ...dismissed].filter(({ body }) => body.includes(markerStart));
        },
        async create({ title, body }) {
            const issue = { title: redact(title), body: redact(body), labels: [LABEL], assignees: [] };
            return (0,tracked_issues/* createIssue */.Ko)(client, repository, issue, { signal });
        },
        update: (number, { title, body }) => (0,tracked_issues/* updateIssue */.tt)(client, repository, { number, title: redact(title), body: redact(body) }, { signal }),
        async comment(number, body) {
            await (0,tracked_issues/* addComment */.BC)(client, repository, { number, body: redact(body) }, { signal });
        },
        close: (number) => (0,tracked_issues/* setIssueState */.zE)(client, repository, { number, state: 'closed' }, { signal }),
    };
}

// EXTERNAL MODULE: ./build/src/services/health/probe.js + 3 modules
var probe = __webpack_require__(86628);
;// CONCATENATED MODULE: ./build/src/services/reconcile/probe-service.js

const FAIR_MS = 5_000;
const VERDICTS = { pass: 'healthy', fail: 'unhealthy', unobserved: 'inconclusive' };
function healthLook(tools) {
    const { network, clock, signal } = tools;
    return async (url, timeoutMs) => {
        const seen = await (0,probe/* probe */.d)(httpCheck(url), { network, signal, timeout: timeoutMs, now: clock.now() });
        return {
            verdict: seen.timedOut && timeoutMs < FAIR_MS ? 'inconclusive' : VERDICTS[seen.outcome],
            detail: [...seen.reasons.map(({ text }) => text), ...seen.notes].join('; '),
            versions: seen.versions ?? [],
            final: seen.final,
            ...(seen.deployedVersion === undefined ? {} : { deployedVersion: seen.deployedVersion }),
        };
    };
}
function httpCheck(url) {
    const request = {
        url,
        method: 'GET',
        headers: { accept: 'application/health+json, application/json;q=0.9, */*;q=0.1' },
    };
    const target = { kind: 'http', request };
    return { name: url, severity: 'fail', target, expect: { acceptsPages: false }, patience: {}, untilGone: false };
}

// EXTERNAL MODULE: ./build/src/services/reconcile/self-watch.js
var self_watch = __webpack_require__(96497);
;// CONCATENATED MODULE: ./build/src/services/reconcile/source-documents.js

function documentsOf({ discoveryUrl, routesUrl, conflictsUrl, proxyUrl }, client, registry) {
    const from = (address) => address === undefined
        ? undefined
        : async () => {
            const reply = await client.get(address);
            if (reply.status === 404)
                throw new errors/* UserError */.yo(`GET ${address} answered 404: there is no such document.`);
            return reply.body;
        };
    return {
        discovery: discoveryUrl === undefined ? undefined : () => registry.discover(),
        routes: from(routesUrl),
        conflicts: from(conflictsUrl),
        proxies: proxyUrl?.includes('{name}') ? proxyUrl : from(proxyUrl),
    };
}

;// CONCATENATED MODULE: ./build/src/services/reconcile/time-budget.js
const LEAST_FOR_TELLING_MS = 5_000;
const MOST_FOR_TELLING_MS = 60_000;
function shareTime(start, timeoutMs, mode) {
    const fifth = Math.min(MOST_FOR_TELLING_MS, Math.max(LEAST_FOR_TELLING_MS, timeoutMs / 5));
    const working = timeoutMs - Math.min(fifth, timeoutMs / 2);
    const looking = mode === 'repair' ? working * 0.75 : working;
    return { lookUntil: start + looking, repairUntil: start + working };
}

// EXTERNAL MODULE: ./build/src/services/register/declared-files.js
var declared_files = __webpack_require__(49760);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
// EXTERNAL MODULE: ./build/src/actions/setup/registry-inputs.js + 1 modules
var registry_inputs = __webpack_require__(98026);
;// CONCATENATED MODULE: ./build/src/actions/setup/open-pass.js











async function openPass(inputs, runner) {
    const { clock, signal } = runner;
    const declared = await (0,declared_files/* readDeclared */.D6)(inputs.servicesFile, runner.workspace);
    const github = openGitHub(inputs, runner);
    const { registry: kind, registryToken: token } = inputs;
    const { registry, client, paths } = await (0,registry_inputs/* openServiceRegistry */.Z)(inputs, { kind, token }, runner);
    const network = await (0,network_inputs/* openNetwork */.X)(inputs, runner);
    const pass = {
        sources: { declared, registry, ...documentsOf(inputs, client, registry) },
        look: healthLook({ network, clock, signal }),
        policy: { mode: inputs.policy, routeOwners: inputs.routeOwners, cap: inputs.maxRepairs },
        routeResolver: { client, path: paths['resolve-route'] },
        own: () => watchSelf(inputs, github, runner),
        dryRun: inputs.dryRun,
        clock,
        signal,
        budget: shareTime(clock.now(), inputs.timeout, inputs.policy),
    };
    return { pass, tracker: inputs.issue && github ? trackerOf(github, runner) : undefined };
}
function openGitHub(inputs, runner) {
    const { repository } = (0,context/* runContext */.pO)(runner.env);
    if (inputs.token !== undefined && repository)
        return (0,connect_github.connectTo)(repository, inputs, runner);
    if (!inputs.issue)
        return undefined;
    throw new errors/* UserError */.yo('Issues are kept by the token, and there is none: give token, or set issue to false.');
}
function trackerOf(client, { env, signal, secrets, clock }) {
    const redact = (text) => secrets.redact(text);
    return githubIssues({ client, repository: (0,context/* ownRepository */.d5)(env), signal, redact, now: () => clock.now() });
}
async function watchSelf(inputs, github, runner) {
    const { clock, env, signal, log } = runner;
    const now = clock.now();
    if (inputs.lastRun !== undefined)
        return (0,self_watch/* selfFindings */.v)({ lastRun: inputs.lastRun }, now, inputs.longestGap);
    if (!github)
        return [];
    try {
        return (0,self_watch/* selfFindings */.v)(await (0,self_watch/* ownHistory */.D)(github, (0,context/* runContext */.pO)(env), { signal }), now, inputs.longestGap);
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E) && !signal.aborted)
            throw error;
        log.notice(`Whether earlier passes ran is not known: ${(0,errors/* messageOf */.bD)(error)}`);
        return [];
    }
}

;// CONCATENATED MODULE: ./build/src/actions/reconcile-services.js












const reconcile_services_inputs = {
    'registry-url': (0,inputs/* required */.mw)(inputs/* url */.OZ),
    registry: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('rest', 'consul'), 'rest'),
    'registry-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    ...registry_inputs/* registryInputs */.P,
    'services-file': (0,inputs/* optional */.lq)(inputs/* lines */.Mn, []),
    'routes-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'conflicts-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'proxy-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    policy: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('report', 'repair'), 'report'),
    'route-owners': (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    'max-repairs': (0,inputs/* optional */.lq)((0,inputs/* wholeNumber */.rD)(0, 1_000), 25),
    issue: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, true),
    'on-findings': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('warn', 'fail'), 'warn'),
    'last-run': (0,inputs/* optional */.lq)(inputs/* instant */.uR),
    'longest-gap': (0,inputs/* optional */.lq)(inputs/* duration */.p0, 13 * 3_600_000),
    timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 600_000),
    token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    ...keep_history/* historyInputs */.ck,
};
/* harmony default export */ const reconcile_services = ((0,action/* defineAction */.Q)({
    inputs: reconcile_services_inputs,
    async run(inputs, runner) {
        const startedAt = runner.clock.now();
        const bounds = { clock: runner.clock, ms: inputs.timeout, signal: runner.signal };
        const { signal, clear } = (0,time_limit/* timeLimit */.z)('The reconciliation', bounds);
        try {
            const { pass, tracker } = await openPass(inputs, { ...runner, signal });
            const { reconciliation, observed } = await reconcile(pass);
            await tellPass(reconciliation, runner);
            runner.signal.throwIfAborted();
            const tells = (key) => canTell(key, observed);
            const options = { dryRun: inputs.dryRun, runUrl: (0,context/* runUrl */.Vp)((0,context/* runContext */.pO)(runner.env)), canTell: tells };
            const issues = tracker ? await keepIssues(tracker, reconciliation.causes, options) : NO_ISSUES;
            await tellIssues(issues, reconciliation, runner);
            await (0,keep_history/* keepPass */.$v)(reconciliation, startedAt, { given: inputs, runner });
            const { faults, warnings } = faultsOf(reconciliation, issues, inputs.onFindings);
            for (const message of warnings)
                runner.log.warning(message);
            if (faults.length > 0)
                throw new errors/* UserError */.yo(faults.map((message) => ({ message })));
        }
        finally {
            clear();
        }
    },
}));
const NO_ISSUES = { changes: [], failures: [] };


/***/ })

};
