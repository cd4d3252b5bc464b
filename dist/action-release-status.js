export const id = 8985;
export const ids = [8985];
export const modules = {

/***/ 68985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ release_status)
});

// EXTERNAL MODULE: ./build/src/engine/drive/health-gate.js
var health_gate = __webpack_require__(17161);
// EXTERNAL MODULE: ./build/src/engine/stores/locks.js
var stores_locks = __webpack_require__(19099);
// EXTERNAL MODULE: ./build/src/engine/stores/history.js
var stores_history = __webpack_require__(89503);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var state = __webpack_require__(44867);
// EXTERNAL MODULE: ./build/src/operations/status/seen.js
var seen = __webpack_require__(79904);
;// CONCATENATED MODULE: ./build/src/operations/status/train-figures.js
const COUNTED = new Set(['succeeded', 'failed', 'rolled-back', 'rollback-failed']);
const UNDONE = new Set(['rolling-back', 'rolled-back', 'rollback-failed']);
function isCounted({ status }) {
    return COUNTED.has(status);
}
function hasDeployed({ status }) {
    return status === 'succeeded' || UNDONE.has(status);
}
function hasRolledBack({ components }) {
    return Object.values(components).some(({ status }) => UNDONE.has(status));
}
function durationOf(train) {
    const duration = train.endedAt - train.startedAt - waitedForPeople(train);
    return train.resumed > 0 || duration < 0 ? undefined : duration;
}
function waitedForPeople({ components }) {
    const known = new Map();
    const upTo = (id, path) => {
        const before = known.get(id);
        if (before !== undefined)
            return before;
        const component = Object.hasOwn(components, id) ? components[id] : undefined;
        if (!component || path.has(id))
            return 0;
        const through = new Set([...path, id]);
        const longest = Math.max(0, ...(component.needs ?? []).map((need) => upTo(need, through)));
        const total = longest + (component.waitedMs ?? 0);
        known.set(id, total);
        return total;
    };
    return Math.max(0, ...Object.keys(components).map((id) => upTo(id, new Set())));
}
function latenciesOf({ components, startedAt, resumed }) {
    if (resumed > 0)
        return [];
    return Object.values(components).flatMap(({ dispatchedAt, needs = [] }) => {
        const ends = needs.map((need) => (Object.hasOwn(components, need) ? components[need]?.finishedAt : undefined));
        if (dispatchedAt === undefined || ends.some((end) => end === undefined))
            return [];
        const latency = dispatchedAt - Math.max(startedAt, ...ends.flatMap((end) => end ?? []));
        return latency < 0 ? [] : [latency];
    });
}
function deployTimesOf({ components }) {
    return Object.values(components).flatMap(({ status, dispatchedAt, finishedAt, waitedMs = 0 }) => {
        if (status !== 'succeeded' || dispatchedAt === undefined || finishedAt === undefined)
            return [];
        const time = finishedAt - dispatchedAt - waitedMs;
        return time < 0 ? [] : [time];
    });
}

;// CONCATENATED MODULE: ./build/src/operations/status/train-views.js




const MOST_ENDED = 50;
const MOST_FOLLOWED = 3;
const MOST_COMPONENTS = 640;
function endedViews(trains) {
    let left = MOST_COMPONENTS;
    const newest = [...trains].sort((a, b) => b.startedAt - a.startedAt).slice(0, MOST_ENDED);
    return newest.map((train) => {
        const { components, ...view } = viewOf(train);
        left -= view.total;
        return left >= 0 ? { ...view, components } : view;
    });
}
async function openViews(store, open) {
    const newest = [...open].sort((a, b) => b.startedAt - a.startedAt);
    const read = await Promise.all(newest
        .slice(0, MOST_FOLLOWED)
        .map(async ({ trainId }) => [trainId, await (0,seen/* seen */.cI)(() => store.load(trainId))]));
    const saved = new Map(read.map(([id, one]) => [id, (0,seen/* knownOf */.bz)(one)]));
    const views = newest.map((train) => {
        const known = saved.get(train.trainId);
        return known ? openView(known) : bareView(train);
    });
    const unknown = read.flatMap(([id, one]) => ('unknown' in one ? [`How far train ${id} is: ${one.unknown}`] : []));
    return { views, unknown };
}
function openView(saved) {
    return viewOf({ ...(0,stores_history/* recordOf */.zv)(saved), id: saved.state.trainId });
}
function bareView({ trainId, name, status, startedAt, repositories }) {
    const at = iso(startedAt);
    return { id: trainId, name, status, startedAt: at, endedAt: at, resumed: 0, total: repositories.length, released: 0 };
}
function viewOf(train) {
    const { id, name, environment, production, status, reason, startedAt, endedAt, actor, event, runUrl, resumed } = train;
    const records = Object.entries(train.components);
    const durationMs = durationOf(train);
    const waitedMs = waitedForPeople(train);
    return {
        id,
        name,
        ...(environment !== undefined && { environment }),
        ...(production && { production }),
        status,
        ...(reason && { reason }),
        startedAt: iso(startedAt),
        endedAt: iso(endedAt),
        ...(durationMs !== undefined && { durationMs }),
        ...(waitedMs > 0 && { waitedMs }),
        ...(actor && { actor }),
        ...(event && { event }),
        ...(runUrl && { runUrl }),
        resumed,
        total: records.length,
        released: records.filter(([, one]) => (0,state/* isReleased */.OZ)(one.status)).length,
        components: records.map(([component, record]) => componentView(component, record, startedAt)),
    };
}
function componentView(id, record, start) {
    const { status, version, previousVersion, runUrl, cause, dispatchedAt, concludedAt, finishedAt } = record;
    const since = (at) => (at === undefined || at < start ? undefined : at - start);
    const moments = { dispatchedMs: since(dispatchedAt), concludedMs: since(concludedAt), finishedMs: since(finishedAt) };
    return {
        id,
        status,
        ...(version !== undefined && { version }),
        ...(previousVersion !== undefined && { previousVersion }),
        ...(runUrl && { runUrl }),
        ...(cause && { cause }),
        ...Object.fromEntries(Object.entries(moments).filter(([, value]) => value !== undefined)),
    };
}
function iso(at) {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00.000Z' : date.toISOString();
}

;// CONCATENATED MODULE: ./build/src/operations/status/environments.js


function environmentViews(manifests, lastGood, locks) {
    const known = manifests.flatMap(({ environments }) => environments);
    const names = [...known.map(({ id }) => id), ...Object.keys(lastGood).filter((name) => name !== stores_locks/* RELEASE */.g2), stores_locks/* RELEASE */.g2];
    return [...new Set(names)].flatMap((id) => {
        const deployed = Object.hasOwn(lastGood, id) ? (lastGood[id] ?? {}) : {};
        if (id === stores_locks/* RELEASE */.g2 && Object.keys(deployed).length === 0)
            return [];
        const declared = known.find((one) => one.id === id);
        const lock = locks.find(({ name }) => name === id || name === stores_locks/* EVERYWHERE */.Zh);
        return [
            {
                id,
                production: declared?.production ?? id === 'production',
                ...(lock && { lock: (0,stores_locks/* describeLock */.FD)(lock.name, lock) }),
                components: Object.fromEntries(Object.entries(deployed).map(([component, good]) => [component, deployedView(good)])),
            },
        ];
    });
}
function deployedView({ version, at, trainId, runUrl, before }) {
    const earlier = before?.[0]?.version;
    return {
        version,
        at: iso(at),
        trainId: String(trainId),
        ...(runUrl && { runUrl }),
        ...(earlier !== undefined && { before: earlier }),
    };
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/compare-commits.js
var compare_commits = __webpack_require__(99593);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/platform/github/repository-heads.js



const AT_ONCE = 20;
const MOST_TAGS = 100;
const FIELDS = `url isArchived defaultBranchRef { name }
  head: object(expression: $ref) { oid }
  file: object(expression: $file) { ... on Blob { text } }
  refs(refPrefix: "refs/tags/", first: ${MOST_TAGS}, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
    totalCount nodes { name target { oid ... on Tag { target { oid } } } }
  }`;
async function readHeads(client, questions, options = {}) {
    const parts = Array.from({ length: Math.ceil(questions.length / AT_ONCE) }, (_, index) => questions.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
    return (await Promise.all(parts.map((part) => ask(client, part, options)))).flat();
}
async function ask(client, questions, options) {
    const refused = new Map();
    const onRefused = (part, why) => refused.set(part, why);
    const { query, variables } = queryOf(questions);
    try {
        const data = await client.graphql(query, variables, {
            ...options,
            idempotent: true,
            onRefused,
        });
        return questions.map((_, index) => {
            const found = data[`r${index}`];
            return found ? headOf(found) : { refused: refused.get(`r${index}`) ?? 'GitHub does not show it to this token.' };
        });
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_))
            throw error;
        if (questions.length === 1 || error.kind === 'fault')
            return questions.map(() => ({ refused: (0,errors/* messageOf */.bD)(error) }));
        const half = Math.ceil(questions.length / 2);
        const halves = [questions.slice(0, half), questions.slice(half)];
        return (await Promise.all(halves.map((part) => ask(client, part, options)))).flat();
    }
}
function queryOf(questions) {
    const variables = {};
    const parts = questions.map(({ repository, ref = 'HEAD', path }, index) => {
        const { owner, repo } = (0,repository_name/* ownerAndRepo */.H)(repository);
        const values = { owner, name: repo, ref, file: `${ref}:${path}` };
        for (const [name, value] of Object.entries(values))
            variables[`${name}${index}`] = value;
        const fields = FIELDS.replace('$ref', `$ref${index}`).replace('$file', `$file${index}`);
        return `r${index}: repository(owner: $owner${index}, name: $name${index}) { ${fields} }`;
    });
    const declared = Object.keys(variables).map((name) => `$${name}: String!`);
    return { query: `query(${declared.join(', ')}) {\n${parts.join('\n')}\n}`, variables };
}
function headOf({ url, isArchived, defaultBranchRef, head, file, refs }) {
    const tags = (refs?.nodes ?? []).flatMap((tag) => {
        const commit = tag?.target?.target?.oid ?? tag?.target?.oid;
        return tag && commit !== undefined ? [{ name: tag.name, commit }] : [];
    });
    return {
        url,
        archived: isArchived,
        defaultBranch: defaultBranchRef?.name,
        head: head?.oid,
        text: file?.text ?? undefined,
        tags,
        hasMoreTags: (refs?.totalCount ?? 0) > tags.length,
    };
}

// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
// EXTERNAL MODULE: ./build/src/operations/status/component-row.js
var component_row = __webpack_require__(33945);
;// CONCATENATED MODULE: ./build/src/operations/status/look-at-components.js








const look_at_components_AT_ONCE = 8;
async function lookAtComponents(components, looks) {
    const heads = await readAllHeads(components, looks);
    const shared = repeated(components.map(({ repository }) => repository.toLowerCase()));
    return (0,pool/* mapPooled */.Q)(components, look_at_components_AT_ONCE, async (component, index) => {
        looks.signal.throwIfAborted();
        const head = heads[index] ?? { unknown: 'It was not asked for.' };
        const sharesRepository = shared.has(component.repository.toLowerCase());
        return (0,component_row/* rowOf */.OB)(await lookAt({ component, head, sharesRepository }, looks));
    });
}
async function readAllHeads(components, { clientFor, signal }) {
    const byClient = new Map();
    for (const [index, { repository }] of components.entries()) {
        const client = clientFor(repository);
        byClient.set(client, [...(byClient.get(client) ?? []), index]);
    }
    const heads = [];
    const asked = [...byClient].map(async ([client, indices]) => {
        const answers = await headsOf(client, indices.flatMap((index) => components[index] ?? []), signal);
        for (const [place, index] of indices.entries())
            heads[index] = answers[place] ?? { unknown: 'It was not answered.' };
    });
    await Promise.all(asked);
    return heads;
}
async function headsOf(client, components, signal) {
    const questions = components.map(({ repository, ref, directory }) => {
        const path = directory === undefined ? 'package.json' : `${directory}/package.json`;
        return { repository, ref, path };
    });
    try {
        const answers = await readHeads(client, questions, { signal, timeoutMs: 60_000 });
        return answers.map((answer) => ('refused' in answer ? { unknown: answer.refused } : { value: answer }));
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        return components.map(() => ({ unknown: (0,errors/* messageOf */.bD)(error) }));
    }
}
async function lookAt({ component, head, sharesRepository, }, { clientFor, registry, signal }) {
    const client = clientFor(component.repository);
    const base = { component, head, sharesRepository };
    const served = (0,manifest_packages/* packagesOf */.D)(component).length > 0 ? { served: await (0,seen/* seen */.cI)(() => servedOf(component, registry)) } : {};
    const place = (0,seen/* knownOf */.bz)(head);
    if (!place)
        return { ...base, ...served };
    const ahead = await aheadOf(base, client, signal);
    const runs = await (0,seen/* seen */.cI)(() => runsOf(component, place, { client, signal }));
    return { ...base, ...served, ...(ahead && { ahead }), runs };
}
async function servedOf(component, registry) {
    const answers = await Promise.all((0,manifest_packages/* packagesOf */.D)(component).map((one) => registry.versions(one)));
    const known = answers.flatMap((answer) => (answer ? [answer.versions] : []));
    if (known.length === 0)
        return undefined;
    if (known.length < answers.length)
        return [];
    return known.reduce((common, versions) => common.filter((version) => versions.includes(version)));
}
async function aheadOf(base, client, signal) {
    const latest = (0,component_row/* latestTag */.wk)(base);
    const head = (0,seen/* knownOf */.bz)(base.head)?.head;
    if (!latest || head === undefined)
        return undefined;
    if (latest.commit === head)
        return { value: 0 };
    const { repository } = base.component;
    const answer = await (0,seen/* seen */.cI)(() => (0,compare_commits/* commitsAhead */.y)(client, repository, { base: latest.commit ?? latest.tag, head }, { signal }));
    if ('unknown' in answer)
        return { unknown: `How many commits are not released is not known: ${answer.unknown}` };
    if (answer.value !== undefined)
        return { value: answer.value };
    return { unknown: `${latest.tag} and the branch have no history in common.` };
}
async function runsOf({ repository, dispatch, ref }, { defaultBranch }, { client, signal }) {
    const branch = ref ?? defaultBranch;
    const filter = 'workflow' in dispatch ? { workflow: dispatch.workflow, branch } : { event: 'repository_dispatch', branch };
    const missing = 'workflow' in dispatch
        ? `There is no workflow ${dispatch.workflow}, or the token may not see it (Actions: read).`
        : '';
    return (0,runs/* recentRuns */.st)(client, repository, filter, { signal, ...(missing && { explain: { 404: missing } }) });
}
function repeated(names) {
    const seenNames = new Set();
    return new Set(names.filter((name) => seenNames.size === seenNames.add(name).size));
}

;// CONCATENATED MODULE: ./build/src/operations/status/metric.js
const METRIC_NAMES = [
    'success-rate',
    'duration',
    'duration-p90',
    'waited-for-people',
    'rollback-rate',
    'health-pass-rate',
    'coordination-latency',
    'deploy-time',
    'deployment-frequency',
    'lead-time',
    'change-failure-rate',
    'recovery-time',
    'registration-success',
    'integration-pass-rate',
    'conflicts',
    'refreshes',
];
function daysOf(first, { from, to }) {
    return Math.max(1, (to - Math.max(from, first ?? from)) / 86_400_000);
}
function share(name, part, of, none) {
    return of === 0 ? { name, unit: 'share', of, why: none } : { name, unit: 'share', value: part / of, of, part };
}
function amount(name, unit, value, of, none) {
    return value === undefined ? { name, unit, of, why: none } : { name, unit, value, of };
}

;// CONCATENATED MODULE: ./build/src/operations/status/numbers.js
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const [low, high] = [sorted[middle - 1], sorted[middle]];
    if (high === undefined)
        return undefined;
    return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
function percentile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
function mean(values) {
    return values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length;
}

;// CONCATENATED MODULE: ./build/src/operations/status/dora.js



function doraOf(trains, span) {
    const production = trains.filter((train) => train.production === true);
    const successes = production.filter(({ status }) => status === 'succeeded');
    const dispatched = production.filter((train) => isCounted(train) && Object.values(train.components).some((one) => one.dispatchedAt !== undefined));
    const none = 'No train to a production environment has ended.';
    const frequency = production.length === 0 ? undefined : successes.length / daysOf(trains[0]?.startedAt, span);
    const recoveries = recoveriesOf(production);
    const leads = successes.flatMap(leadTimesOf);
    return [
        amount('deployment-frequency', 'a-day', frequency, successes.length, none),
        amount('lead-time', 'ms', median(leads), leads.length, 'No train has recorded which commits it brought.'),
        share('change-failure-rate', dispatched.filter(hasFailed).length, dispatched.length, none),
        amount('recovery-time', 'ms', median(recoveries), recoveries.length, 'No failed deployment was followed by a success.'),
    ];
}
function hasFailed({ status }) {
    return status !== 'succeeded' && status !== 'cancelled';
}
function recoveriesOf(production) {
    const byEnd = [...production].sort((a, b) => a.endedAt - b.endedAt);
    return byEnd.flatMap((train, index) => {
        if (!isCounted(train) || !hasFailed(train))
            return [];
        const next = byEnd
            .slice(index + 1)
            .find(({ status, name, environment }) => status === 'succeeded' && name === train.name && environment === train.environment);
        return next ? [next.endedAt - train.endedAt] : [];
    });
}
function leadTimesOf({ components }) {
    return Object.values(components).flatMap(({ leadSeconds = [] }) => leadSeconds.map((lead) => lead * 1_000));
}

;// CONCATENATED MODULE: ./build/src/operations/status/metrics.js




function metricsOf({ trains, passes }, span) {
    return [
        ...trainMetrics(trains),
        ...componentMetrics(trains),
        ...doraOf(trains, span),
        ...passMetrics(passes, span),
    ].sort((a, b) => METRIC_NAMES.indexOf(a.name) - METRIC_NAMES.indexOf(b.name));
}
function trainMetrics(trains) {
    const counted = trains.filter(isCounted);
    const succeeded = counted.filter(({ status }) => status === 'succeeded');
    const whole = counted.filter((train) => durationOf(train) !== undefined);
    const durations = whole.flatMap((train) => durationOf(train) ?? []);
    const deployed = trains.filter(({ components }) => Object.values(components).some(hasDeployed));
    const none = 'No train that was not resumed has ended.';
    return [
        share('success-rate', succeeded.length, counted.length, 'No train has ended.'),
        amount('duration', 'ms', median(durations), durations.length, none),
        amount('duration-p90', 'ms', percentile(durations, 0.9), durations.length, none),
        amount('waited-for-people', 'ms', median(whole.map(waitedForPeople)), durations.length, none),
        share('rollback-rate', deployed.filter(hasRolledBack).length, deployed.length, 'No train has deployed anything.'),
    ];
}
function componentMetrics(trains) {
    const all = trains.flatMap(({ components }) => Object.values(components));
    const judged = all.filter(({ health }) => health === 'passed' || health === 'failed');
    const atOnce = judged.filter(({ health, attempt }) => health === 'passed' && attempt === 1);
    const latencies = trains.flatMap(latenciesOf);
    const deploys = trains.filter(({ environment }) => environment !== undefined).flatMap(deployTimesOf);
    return [
        share('health-pass-rate', atOnce.length, judged.length, 'No health was judged.'),
        amount('coordination-latency', 'ms', median(latencies), latencies.length, 'No component was dispatched.'),
        amount('deploy-time', 'ms', mean(deploys), deploys.length, 'No component was deployed to an environment.'),
    ];
}
function passMetrics(passes, { from, to }) {
    const none = 'No pass over services is recorded.';
    const known = (key) => passes.flatMap((pass) => pass[key] ?? []);
    const [registrations, integrations] = [known('registrationSuccess'), known('integrationPassRate')];
    const conflicts = passes.filter((pass) => pass.conflicts !== undefined).at(-1)?.conflicts;
    const refreshes = passes.reduce((sum, pass) => sum + pass.discoveryRefreshes, 0);
    const days = daysOf(passes[0]?.at, { from, to });
    return [
        amount('registration-success', 'share', mean(registrations), registrations.length, none),
        amount('integration-pass-rate', 'share', mean(integrations), integrations.length, none),
        amount('conflicts', 'count', conflicts, passes.length, none),
        amount('refreshes', 'a-day', passes.length === 0 ? undefined : refreshes / days, passes.length, none),
    ];
}

// EXTERNAL MODULE: ./build/src/engine/stores/documents.js
var documents = __webpack_require__(94697);
// EXTERNAL MODULE: ./build/src/platform/records.js
var platform_records = __webpack_require__(64339);
;// CONCATENATED MODULE: ./build/src/operations/status/train-records.js




async function readTrains(store, span) {
    const { entries, faults } = await readMonths(store, 'trains', span);
    const trains = [];
    const broken = [];
    for (const { path, value } of entries) {
        const records = (0,platform_records/* isRecord */.u)(value) ? Object.entries(value) : [];
        if (!(0,platform_records/* isRecord */.u)(value))
            broken.push(`${path} is not a map of trains.`);
        const read = records.flatMap(([id, record]) => trainOf(id, record) ?? []);
        if (read.length < records.length)
            broken.push(`${path}: ${records.length - read.length} of its ${records.length} trains cannot be read.`);
        trains.push(...read);
    }
    const within = trains.filter(({ startedAt }) => startedAt >= span.from && startedAt <= span.to);
    return { entries: within.sort((a, b) => a.startedAt - b.startedAt), faults: [...faults, ...broken] };
}
async function readMonths(store, kind, { from, to }) {
    const documents = await Promise.all(monthsOf(from, to).map(async (at) => {
        const path = (0,stores_history/* historyPath */.ae)(kind, at);
        try {
            const text = await store.read(path);
            return text === undefined ? {} : { entry: { path, value: JSON.parse(text) } };
        }
        catch (error) {
            return { fault: `${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}` };
        }
    }));
    return {
        entries: documents.flatMap(({ entry }) => entry ?? []),
        faults: documents.flatMap(({ fault }) => fault ?? []),
    };
}
function monthsOf(from, to) {
    const last = new Date(to);
    const months = [];
    const first = new Date(from);
    let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth());
    while (at <= last.getTime()) {
        months.push(at);
        const month = new Date(at);
        at = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1);
    }
    return months;
}
function trainOf(id, value) {
    if (!(0,platform_records/* isRecord */.u)(value) || !(0,platform_records/* isRecord */.u)(value.components))
        return undefined;
    const { name, status, startedAt, endedAt } = value;
    const isWhole = typeof name === 'string' &&
        state/* TRAIN_STATUSES */.Oq.some((one) => one === status) &&
        Number.isFinite(startedAt) &&
        Number.isFinite(endedAt) &&
        ['environment', 'actor', 'event', 'runUrl', 'reason'].every((key) => isTextOrAbsent(value[key])) &&
        Object.values(value.components).every(isComponentRecord);
    if (!isWhole)
        return undefined;
    const record = value;
    return { ...record, resumed: Number.isSafeInteger(record.resumed) ? record.resumed : 0, id };
}
const MOMENTS = ['dispatchedAt', 'concludedAt', 'finishedAt', 'waitedMs'];
function isComponentRecord(value) {
    if (!(0,platform_records/* isRecord */.u)(value))
        return false;
    const { repository, status, attempt, needs, leadSeconds } = value;
    return (typeof repository === 'string' &&
        state/* COMPONENT_STATUSES */.H6.some((one) => one === status) &&
        Number.isSafeInteger(attempt) &&
        MOMENTS.every((key) => value[key] === undefined || Number.isFinite(value[key])) &&
        ['version', 'previousVersion', 'runUrl', 'cause', 'health'].every((key) => isTextOrAbsent(value[key])) &&
        (leadSeconds === undefined || (Array.isArray(leadSeconds) && leadSeconds.every((one) => Number.isFinite(one)))) &&
        (needs === undefined || (Array.isArray(needs) && needs.every((need) => typeof need === 'string'))));
}
function isTextOrAbsent(value) {
    return value === undefined || typeof value === 'string';
}

;// CONCATENATED MODULE: ./build/src/operations/status/pass-records.js


async function readPasses(store, span) {
    const { entries, faults } = await readMonths(store, 'passes', span);
    const passes = [];
    const broken = [];
    for (const { path, value } of entries) {
        const rows = (0,platform_records/* isRecord */.u)(value) ? Object.values(value) : [value];
        const read = rows.flatMap((row) => passOf(row) ?? []);
        if (read.length < rows.length)
            broken.push(`${path}: ${rows.length - read.length} of its ${rows.length} passes cannot be read.`);
        passes.push(...read);
    }
    const within = passes.filter(({ at }) => at >= span.from && at <= span.to);
    return { entries: within.sort((a, b) => a.at - b.at), faults: [...faults, ...broken] };
}
function passOf(row) {
    if (!(0,platform_records/* isRecord */.u)(row) || typeof row.at !== 'number' || !Number.isFinite(row.at))
        return undefined;
    const figure = (key) => (typeof row[key] === 'number' && Number.isFinite(row[key]) ? row[key] : undefined);
    const age = figure('discoveryAgeSeconds');
    return {
        at: row.at,
        registered: figure('registered'),
        registrationSuccess: figure('registrationSuccess'),
        conflicts: figure('conflicts'),
        integrationPassRate: figure('integrationPassRate'),
        ...(age !== undefined && { discoveryAgeSeconds: age }),
        discoveryRefreshes: figure('discoveryRefreshes') ?? 0,
    };
}

;// CONCATENATED MODULE: ./build/src/operations/status/state-documents.js





async function readStateDocuments(store, span) {
    const [open, lastGood, problems, locks, trains, passes] = await Promise.all([
        (0,seen/* seen */.cI)(() => store.open()),
        (0,seen/* seen */.cI)(() => store.lastGood()),
        (0,seen/* seen */.cI)(async () => problemsIn(await store.read(documents/* PROBLEMS */.D3))),
        (0,seen/* seen */.cI)(async () => locksIn(await store.read(documents/* LOCKS */.H8), span.to)),
        (0,seen/* seen */.cI)(() => readTrains(store, span)),
        (0,seen/* seen */.cI)(() => readPasses(store, span)),
    ]);
    const nothing = { entries: [], faults: [] };
    const readable = (one, otherwise) => 'value' in one ? one.value : { ...otherwise, faults: [one.unknown] };
    const [history, passed] = [readable(trains, nothing), readable(passes, nothing)];
    return {
        open,
        lastGood,
        problems: flat(problems),
        locks: flat(locks),
        trains: history.entries,
        passes: passed.entries,
        faults: [...history.faults, ...passed.faults],
    };
}
function flat(one) {
    return 'value' in one ? one.value : one;
}
function problemsIn(text) {
    const problems = entriesOf(text, documents/* PROBLEMS */.D3, isProblem);
    if ('unknown' in problems)
        return problems;
    const open = problems.value.filter(([, { resolvedAt }]) => resolvedAt === undefined);
    return { value: open.map(([key, problem]) => ({ ...problem, key })).sort((a, b) => a.openedAt - b.openedAt) };
}
function locksIn(text, now) {
    const locks = entriesOf(text, documents/* LOCKS */.H8, isLock);
    if ('unknown' in locks)
        return locks;
    const held = locks.value.filter(([, { until }]) => until === undefined || now < until);
    return { value: held.map(([name, lock]) => ({ ...lock, name })) };
}
function entriesOf(text, path, isOne) {
    try {
        const value = JSON.parse(text ?? '{}');
        const entries = (0,platform_records/* isRecord */.u)(value) ? Object.entries(value) : undefined;
        if (entries?.every((entry) => isOne(entry[1])))
            return { value: entries };
    }
    catch {
    }
    return { unknown: `${path} on the state branch cannot be read. Restore it from the branch's history.` };
}
function isProblem(value) {
    return ((0,platform_records/* isRecord */.u)(value) &&
        Number.isFinite(value.openedAt) &&
        typeof value.text === 'string' &&
        typeof value.severity === 'string');
}
function isLock(value) {
    return ((0,platform_records/* isRecord */.u)(value) && typeof value.by === 'string' && typeof value.reason === 'string' && Number.isFinite(value.at));
}
function goodVersions(lastGood) {
    return Object.entries(lastGood).map(([environment, versions]) => [environment, Object.entries(versions)]);
}

// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
;// CONCATENATED MODULE: ./build/src/operations/status/targets.js



const MORE_IS_BETTER = new Set([
    'success-rate',
    'health-pass-rate',
    'deployment-frequency',
    'registration-success',
    'integration-pass-rate',
    'refreshes',
]);
const DURATIONS = new Set([
    'duration',
    'duration-p90',
    'waited-for-people',
    'coordination-latency',
    'deploy-time',
    'lead-time',
    'recovery-time',
]);
const SHARES = new Set([
    'success-rate',
    'rollback-rate',
    'health-pass-rate',
    'change-failure-rate',
    'registration-success',
    'integration-pass-rate',
]);
function readTargets(given) {
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, readTarget(name, value)]));
}
function readTarget(name, value) {
    if (!isMetricName(name)) {
        throw new Error(`there is no figure ${JSON.stringify(name)}${(0,wording/* didYouMean */.au)(name, METRIC_NAMES)}; known: ${(0,wording/* listed */.KE)([...METRIC_NAMES])}`);
    }
    if (DURATIONS.has(name)) {
        const ms = (0,duration/* parseDuration */.E)(value);
        if (ms === undefined)
            throw new Error(`${name} is a duration: expected 90s, 5m or 2h, found ${JSON.stringify(value)}`);
        return ms;
    }
    const number = value.trim() === '' ? Number.NaN : Number(value);
    const most = SHARES.has(name) ? 1 : Number.MAX_SAFE_INTEGER;
    if (!(number >= 0 && number <= most)) {
        const expected = most === 1 ? 'a share from 0 to 1, such as 0.95' : 'a number';
        throw new Error(`${name} is ${expected}, found ${JSON.stringify(value)}`);
    }
    return number;
}
function isMetricName(name) {
    return METRIC_NAMES.some((one) => one === name);
}
function compareTargets(targets, metrics) {
    return metrics.flatMap(({ name, value }) => {
        const target = targets[name];
        if (target === undefined)
            return [];
        const atLeast = MORE_IS_BETTER.has(name);
        const met = value === undefined ? {} : { met: atLeast ? value >= target : value <= target };
        return [{ name, target, atLeast, ...met }];
    });
}

;// CONCATENATED MODULE: ./build/src/operations/status/trends.js


const WEEK_MS = 7 * 86_400_000;
const MOST_WEEKS = 53;
function weeksOf({ trains, passes }, { from, to }) {
    const count = Math.min(MOST_WEEKS, Math.max(1, Math.ceil((to - from) / WEEK_MS)));
    return Array.from({ length: count }, (_, index) => {
        const end = to - (count - 1 - index) * WEEK_MS;
        const isWithin = (at) => at > end - WEEK_MS && at <= end;
        const counted = trains.filter((train) => isCounted(train) && isWithin(train.startedAt));
        const duration = median(counted.flatMap((train) => durationOf(train) ?? []));
        const rates = passes.flatMap(({ at, integrationPassRate }) => (isWithin(at) ? (integrationPassRate ?? []) : []));
        const rate = median(rates);
        return {
            from: end - WEEK_MS,
            ended: counted.length,
            succeeded: counted.filter(({ status }) => status === 'succeeded').length,
            ...(duration !== undefined && { durationMs: duration }),
            ...(rate !== undefined && { integrationPassRate: rate }),
        };
    });
}

;// CONCATENATED MODULE: ./build/src/operations/status/look-at-release.js









async function lookAtRelease(look) {
    const { manifests, store, now, window } = look;
    const span = { from: now - window, to: now };
    const [rows, documents, watch] = await Promise.all([rowsOf(look), readStateDocuments(store, span), look.watch()]);
    const open = await openViews(store, (0,seen/* knownOf */.bz)(documents.open) ?? []);
    const problems = ((0,seen/* knownOf */.bz)(documents.problems) ?? []).map(problemView);
    const locks = (0,seen/* knownOf */.bz)(documents.locks) ?? [];
    const metrics = metricsOf(documents, span);
    const unknown = unknownOf(documents, open.unknown);
    return {
        format: 1,
        name: manifests.map(({ name }) => name).join(', ') || (look.repository ?? 'services'),
        generatedAt: iso(now),
        ...(look.repository !== undefined && { repository: look.repository }),
        ...(look.runUrl !== undefined && { runUrl: look.runUrl }),
        ok: isOk(rows, problems.length, documents),
        components: rows,
        environments: environmentViews(manifests, (0,seen/* knownOf */.bz)(documents.lastGood) ?? {}, locks),
        trains: { open: open.views, ended: endedViews(documents.trains), count: documents.trains.length },
        problems,
        locks: locks.map((lock) => ({ name: lock.name, text: (0,stores_locks/* describeLock */.FD)(lock.name, lock) })),
        since: iso(span.from),
        metrics,
        targets: compareTargets(look.targets, metrics),
        weeks: weeksOf(documents, span),
        ...(look.services && { services: look.services }),
        watch,
        unknown,
    };
}
async function rowsOf(look) {
    const all = look.manifests.flatMap(({ name, components }) => components.map((component) => ({ name, component })));
    const rows = await lookAtComponents(all.map(({ component }) => component), look);
    const isAmbiguous = new Set(rows.map(({ id }) => id)).size < rows.length;
    return rows.map((row, index) => {
        const manifest = all[index]?.name ?? '';
        const keyOf = (id) => (isAmbiguous ? `${manifest}/${id}` : id);
        return { ...row, key: keyOf(row.id), manifest };
    });
}
const FINE = new Set(['current', 'unreleased', 'never-released']);
function isOk(rows, problems, { problems: known }) {
    return problems === 0 && 'value' in known && rows.every(({ state }) => FINE.has(state));
}
function unknownOf(documents, trains) {
    const { open, lastGood, problems, locks, faults } = documents;
    const parts = [
        ['Open trains', open],
        ['Versions in environments', lastGood],
        ['Problems', problems],
        ['Locks', locks],
    ];
    const reasons = parts.flatMap(([what, one]) => {
        const reason = (0,seen/* reasonOf */.A3)(one);
        return reason === undefined ? [] : [`${what}: ${reason}`];
    });
    return [...reasons, ...trains, ...faults.map((fault) => `History: ${fault}`)];
}
function problemView(problem) {
    const { key, severity, openedAt, text, url, acknowledged } = problem;
    return {
        key,
        severity,
        openedAt: iso(openedAt),
        text,
        ...(url && { url }),
        ...(acknowledged && { acknowledgedBy: acknowledged.by }),
    };
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(23019);
// EXTERNAL MODULE: ./build/src/platform/github/tracked-issues.js
var tracked_issues = __webpack_require__(89292);
// EXTERNAL MODULE: ./build/src/platform/text/well-formed.js
var well_formed = __webpack_require__(2165);
// EXTERNAL MODULE: ./build/src/operations/status/status-markdown.js
var status_markdown = __webpack_require__(91847);
;// CONCATENATED MODULE: ./build/src/operations/status/board.js






const LABEL = 'release-status';
const MARKER = '<!-- release-actions:status -->';
const FINGERPRINT = /<!-- fingerprint:([0-9a-f]+) -->/;
const LONGEST_BODY = 65_536;
const LONGEST_NAME = 150;
function boardText(status) {
    const whole = (0,status_markdown/* statusMarkdown */.K)(status);
    const fingerprint = (0,external_node_crypto_.createHash)('sha256').update(whole).digest('hex').slice(0, 16);
    const frame = (text) => [
        MARKER,
        `<!-- fingerprint:${fingerprint} -->`,
        text,
        '---',
        `As of ${status.generatedAt.slice(0, 16)}Z, when something in it last changed. Kept by \`release-status\`; it is a board and stays open.`,
    ].join('\n\n');
    const texts = [whole, (0,status_markdown/* statusMarkdown */.K)(status, { graph: false })].map(frame);
    const body = texts.find((text) => text.length <= LONGEST_BODY) ?? cutAtLine(texts.at(-1) ?? '');
    const title = (0,well_formed/* wellFormed */.E)(`Release status: ${status.name.replaceAll('@', '@\u200b')}`.slice(0, LONGEST_NAME));
    return { title, body: (0,well_formed/* wellFormed */.E)(body), fingerprint };
}
function cutAtLine(text) {
    const note = '\n\n… The rest is in the report of the run.';
    const room = text.slice(0, LONGEST_BODY - note.length);
    return room.slice(0, Math.max(0, room.lastIndexOf('\n'))) + note;
}
async function keepBoard(place, text, dryRun) {
    const { client, repository, signal } = place;
    const board = (await findBoard(place, 'open')) ?? (await findBoard(place, 'closed'));
    if (!board) {
        if (dryRun)
            return { number: undefined, action: 'none' };
        const issue = { title: text.title, body: text.body, labels: [LABEL], assignees: [] };
        const create = () => (0,tracked_issues/* createIssue */.Ko)(client, repository, issue, { signal });
        const { number } = await (0,ensure/* ensure */.D)(create, () => findBoard(place, 'open'));
        return { number, action: 'opened' };
    }
    const { number } = board;
    const isSame = FINGERPRINT.exec(board.body)?.[1] === text.fingerprint;
    if ((isSame && board.closedAt === undefined) || dryRun)
        return { number, action: 'unchanged' };
    if (!isSame)
        await (0,tracked_issues/* updateIssue */.tt)(client, repository, { number, title: text.title, body: text.body }, { signal });
    if (board.closedAt !== undefined)
        await (0,tracked_issues/* setIssueState */.zE)(client, repository, { number, state: 'open' }, { signal });
    return { number, action: 'updated' };
}
async function findBoard({ client, repository, signal }, state) {
    const issues = await (0,tracked_issues/* labelledIssues */.k0)(client, repository, { label: LABEL, state }, { signal });
    return issues.find(({ body }) => body.includes(MARKER));
}
function boardTrouble(error, repository) {
    if ((0,errors/* kindOf */.I)(error) === undefined)
        return undefined;
    const { status } = error;
    if (status === 403 || status === 404)
        return `The board could not be kept: ${repository} lets this token write no issues. Give the job issues: write, or set issue to false.`;
    if (status === 410)
        return `The board could not be kept: issues are switched off in ${repository}. Switch them on, or set issue to false.`;
    return `The board could not be kept: ${error.message}`;
}

// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var texts = __webpack_require__(89576);
;// CONCATENATED MODULE: ./build/src/operations/status/query-environment.js





function findEnvironment(environments, id) {
    const found = environments.find((one) => one.id === id);
    if (found)
        return found;
    const known = environments.map((one) => one.id);
    throw new errors/* UserError */.yo(`There is no environment ${(0,wording/* quote */.hD)(id)}. Known: ${(0,wording/* listed */.KE)(known) || 'none'}.`);
}
const query_environment_AT_ONCE = 8;
const LOOK_MS = 10_000;
async function withHealth(environment, look) {
    const entries = await (0,pool/* mapPooled */.Q)(Object.entries(environment.components), query_environment_AT_ONCE, async ([id, deployed]) => {
        const owner = look.manifests.find(({ components }) => components.some((one) => one.id === id));
        const component = owner?.components.find((one) => one.id === id);
        const health = await healthOf(deployed, { environment: environment.id, owner, component }, look);
        return [id, { ...deployed, health }];
    });
    return { ...environment, components: Object.fromEntries(entries) };
}
async function healthOf({ version }, { environment, owner, component, }, { health, clock, signal }) {
    const unchecked = (detail) => ({ verdict: 'unchecked', detail });
    if (!component || !owner)
        return unchecked('The manifest has no such component.');
    if (component.health.length === 0)
        return unchecked('The manifest has no health checks for it.');
    const values = {
        component: component.id,
        version,
        environment,
        ...Object.fromEntries(Object.entries(owner.environments.find(({ id }) => id === environment)?.values ?? {}).map(([name, value]) => [
            `environment.${name}`,
            value,
        ])),
    };
    const missing = [...(0,texts/* textsIn */.E)(component.health)]
        .flatMap(({ text }) => (0,interpolate/* namesIn */.wX)(text))
        .filter((name) => !Object.hasOwn(values, name));
    if (missing.length > 0)
        return unchecked(`Its checks ask for {${missing[0]}}, which is known only while a train runs.`);
    const checks = (0,texts/* mapTexts */.z)(component.health, (text) => (0,interpolate/* fillPartly */.Ie)(text, values));
    const { verdict, detail } = await health(checks, { deadline: clock.now() + LOOK_MS, signal });
    return { verdict, detail };
}

;// CONCATENATED MODULE: ./build/src/operations/status/query-train.js



const YEAR_MS = 365 * 86_400_000;
const MOST_NAMED = 5;
async function findTrain(store, trainId, now) {
    const saved = await store.load(trainId);
    if (saved)
        return saved;
    const [open, ended] = await Promise.all([store.open(), readTrains(store, { from: now - YEAR_MS, to: now })]);
    const known = [...new Set([...open.map((train) => train.trainId), ...ended.entries.map(({ id }) => id).reverse()])];
    const past = ended.entries.find(({ id }) => id === trainId);
    if (past) {
        const when = new Date(past.endedAt).toISOString();
        throw new errors/* UserError */.yo(`Train ${trainId} (${past.name}) ended ${when} as ${past.status}; its plan and state are no longer in the tree of ${store.place}. Its record is in the history, and git's history keeps the rest.`);
    }
    if (known.length === 0)
        throw new errors/* UserError */.yo(`There is no train ${(0,wording/* quote */.hD)(trainId)} on ${store.place}: no train has run.`);
    throw new errors/* UserError */.yo(`There is no train ${(0,wording/* quote */.hD)(trainId)} on ${store.place}. Nearest: ${(0,wording/* listed */.KE)((0,wording/* nearest */.pA)(trainId, known, MOST_NAMED), 'and', MOST_NAMED)}.`);
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/services/register/output-file.js
var output_file = __webpack_require__(87892);
// EXTERNAL MODULE: ./build/src/train/views/report-markdown.js + 5 modules
var report_markdown = __webpack_require__(80211);
;// CONCATENATED MODULE: ./build/src/actions/setup/status-report.js












const REPORT = 'status.json';
async function tellTrain(trainId, { store }, runner) {
    const { outputs, log, clock } = runner;
    const saved = await findTrain(store, trainId, clock.now());
    const { plan, state } = saved;
    const view = openView(saved);
    await outputs.set('report', await (0,output_file/* writeJson */.G)(view, { runner, file: undefined, standard: REPORT }));
    await outputs.set('status', state.status);
    await outputs.set('plan', plan);
    await outputs.set('actor', state.actor ?? '');
    await outputs.set('ok', state.status === 'succeeded');
    await outputs.summarise((0,report_markdown/* reportMarkdown */.u)(plan, state));
    const by = state.actor === undefined ? '' : `, started by ${state.actor}`;
    log.info(`Train ${trainId} is ${state.status}: ${view.released} of ${view.total} released${by}.`);
}
async function tellDeployed(id, { manifests, store, health }, runner) {
    const { outputs, log, clock, signal } = runner;
    const found = findEnvironment(environmentViews(manifests, await store.lastGood(), []), id);
    const environment = health ? await withHealth(found, { manifests, health, clock, signal }) : found;
    const entries = Object.entries(environment.components);
    const ok = entries.every(([, { health: one }]) => one === undefined || HEALTHY.has(one.verdict));
    await outputs.set('report', await (0,output_file/* writeJson */.G)(environment, { runner, file: undefined, standard: REPORT }));
    await outputs.set('deployed', Object.fromEntries(entries.map(([name, { version }]) => [name, version])));
    await outputs.set('ok', ok);
    const cells = entries.map(([name, one]) => [
        (0,markdown/* code */.aY)(name),
        (0,markdown/* code */.aY)(one.version),
        one.at,
        (0,markdown/* code */.aY)(one.trainId),
        (0,markdown/* escapeMarkdown */.FV)(one.health ? `${one.health.verdict} ${one.health.detail}` : ''),
    ]);
    await outputs.summarise(`## ${(0,markdown/* escapeMarkdown */.FV)(id)}\n\n${(0,markdown/* table */.tp)(['Component', 'Version', 'Since', 'Train', 'Now'], cells)}`);
    for (const [name, { version, health: one }] of entries)
        log.info(`${name} ${version}${one ? `: ${one.verdict} ${one.detail}` : ''}`);
    if (entries.length === 0)
        log.notice(`Nothing is known to be deployed in ${id}.`);
}
const HEALTHY = new Set(['healthy', 'unchecked']);
async function tellStatus(status, given, { world, runner }) {
    const { outputs, log } = runner;
    await outputs.set('report', await (0,output_file/* writeJson */.G)(status, { runner, file: undefined, standard: REPORT }));
    await outputs.set('ok', status.ok);
    await outputs.set('metrics', status.metrics);
    await outputs.summarise(`## Status of ${(0,markdown/* escapeMarkdown */.FV)(status.name)}\n\n${(0,status_markdown/* statusMarkdown */.K)(status)}\n`);
    for (const { key, state, why } of status.components)
        if (state === 'unknown')
            log.warning(`release-status: ${key} could not be looked at; its row says unknown, the others are right. ${why.join(' ')}`);
    for (const reason of status.unknown)
        log.warning(`release-status: ${reason}`);
    for (const finding of status.watch.findings)
        log.warning(finding);
    log.info(`${(0,status_markdown/* countsOf */.m)(status.components)}.`);
    if (given.page !== undefined)
        await tellPage(status, given.page, { names: given.pageNames, runner });
    if (given.issue)
        await tellBoard(status, given, { world, runner });
}
async function tellPage(status, page, { names, runner }) {
    const { outputs, log, secrets, workspace } = runner;
    const { writePage } = await __webpack_require__.e(/* import() */ 3206).then(__webpack_require__.bind(__webpack_require__, 73206));
    const redact = (text) => secrets.redact(text);
    await writePage(status, { folder: (0,external_node_path_.resolve)(workspace, page), names, redact });
    await outputs.set('page', page);
    log.info(`The page is in ${page}.`);
}
async function tellBoard(status, { dryRun }, { world, runner }) {
    const { outputs, log, signal, secrets, env } = runner;
    const repository = (0,runner_context/* ownRepository */.d5)(env);
    try {
        const text = secrets.redactIn(boardText(status));
        const { number, action } = await keepBoard({ client: world.home, repository, signal }, text, dryRun);
        await outputs.set('issue-number', number);
        log.info(number === undefined ? 'Dry run: the board would be opened.' : `Board #${number}: ${action}.`);
    }
    catch (error) {
        const trouble = boardTrouble(error, repository);
        if (trouble === undefined)
            throw error;
        throw new errors/* UserError */.yo(trouble, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/src/operations/status/services-view.js



async function readServices(path, shownAs) {
    let report;
    try {
        report = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        throw new errors/* UserError */.yo(`Input reconciliation: ${shownAs} cannot be read as the report of reconcile-services: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    if (!(0,platform_records/* isRecord */.u)(report) || !Array.isArray(report.findings))
        throw new errors/* UserError */.yo(`Input reconciliation: ${shownAs} is not the report of reconcile-services: it has no findings.`);
    return servicesIn(report);
}
function servicesIn(report) {
    const landscape = (0,platform_records/* isRecord */.u)(report.landscape) ? report.landscape : {};
    const at = landscape.at;
    return {
        ...(typeof at === 'string' && { at }),
        services: rows(landscape.services).flatMap(serviceOf),
        routes: rows(landscape.routes).flatMap(({ path, service, method }) => isText(path) && isText(service) ? [{ path, service, ...(isText(method) && { method }) }] : []),
        conflicts: rows(report.findings).flatMap(({ kind, path, services, reason }) => kind === 'conflict' && isText(path) && isText(reason) && Array.isArray(services)
            ? [{ path, services: services.filter(isText), reason }]
            : []),
        findings: rows(report.causes).flatMap(({ title }) => (isText(title) ? [title] : [])),
    };
}
function serviceOf({ name, registered, version, direct, proxied }) {
    if (!isText(name))
        return [];
    return [
        {
            name,
            registered: typeof registered === 'boolean' ? registered : undefined,
            ...(isText(version) && { version }),
            ...(isText(direct) && { direct }),
            ...(isText(proxied) && { proxied }),
        },
    ];
}
function rows(value) {
    return Array.isArray(value) ? value.filter(platform_records/* isRecord */.u) : [];
}
function isText(value) {
    return typeof value === 'string';
}

// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
;// CONCATENATED MODULE: ./build/src/actions/setup/status-services.js


async function readServicesOf({ reconciliation }, { workspace }) {
    return reconciliation === undefined
        ? undefined
        : readServices(await (0,path_inside/* namedPath */.hq)(workspace, reconciliation), reconciliation);
}

// EXTERNAL MODULE: ./build/src/services/reconcile/self-watch.js
var self_watch = __webpack_require__(96497);
;// CONCATENATED MODULE: ./build/src/actions/setup/status-watch.js




async function watchSelf({ every, longestGap }, home, { clock, env, signal, log }) {
    const context = (0,runner_context/* runContext */.pO)(env);
    const now = clock.now();
    try {
        const history = await (0,self_watch/* ownHistory */.D)(home, context, { signal });
        const { lastRun } = history;
        const findings = (0,self_watch/* selfFindings */.v)(history, now, longestGap).map((one) => 'detail' in one ? `release-status ${one.detail}` : '');
        const late = context.event === 'schedule' && lastRun !== undefined ? Math.max(0, now - lastRun - every) : undefined;
        return {
            ...(lastRun !== undefined && { before: iso(lastRun) }),
            ...(late !== undefined && { lateMs: late }),
            everyMs: every,
            findings: findings.filter((finding) => finding !== ''),
        };
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        log.notice(`Whether earlier looks ran is not known: ${(0,errors/* messageOf */.bD)(error)}`);
        return { everyMs: every, findings: [] };
    }
}

// EXTERNAL MODULE: ./build/src/engine/planning/open-manifest.js + 4 modules
var open_manifest = __webpack_require__(3725);
// EXTERNAL MODULE: ./build/src/engine/planning/train-registry.js + 1 modules
var train_registry = __webpack_require__(33199);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/state-input.js + 2 modules
var state_input = __webpack_require__(50846);
// EXTERNAL MODULE: ./build/src/actions/setup/train-options.js
var train_options = __webpack_require__(36310);
;// CONCATENATED MODULE: ./build/src/actions/setup/status-world.js















const statusInputs = {
    ...connect_github/* connectionInputs */.eu,
    ...network_inputs/* networkInputs */.y,
    manifest: (0,inputs/* optional */.lq)(inputs/* lines */.Mn),
    state: (0,inputs/* optional */.lq)(state_input/* stateInput */.E, { kind: 'branch' }),
    issue: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, true),
    page: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'page-names': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('full', 'ids'), 'full'),
    'train-id': (0,inputs/* optional */.lq)(train_options/* trainIdInput */.gV),
    environment: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'check-health': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    reconciliation: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    since: (0,inputs/* optional */.lq)(days, 90 * 86_400_000),
    targets: (0,inputs/* optional */.lq)(async (value) => readTargets(await (0,inputs/* map */.Tj)(value)), {}),
    every: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 15 * 60_000),
    'longest-gap': (0,inputs/* optional */.lq)(inputs/* duration */.p0, 2 * 3_600_000),
    'registry-url': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'index-url': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
function verifyStatusInputs({ trainId, environment, checkHealth, page }, workspace) {
    const faults = [];
    if (trainId !== undefined && environment !== undefined)
        faults.push('Inputs train-id and environment are two questions: ask one at a time.');
    if (checkHealth && environment === undefined)
        faults.push('Input check-health asks what is deployed in an environment: give environment, too.');
    if (page !== undefined && (trainId !== undefined || environment !== undefined))
        faults.push('Input page: a page is of everything, not of one train or environment. Leave train-id and environment out.');
    if (page !== undefined && !isBelow((0,external_node_path_.resolve)(workspace, page), workspace))
        faults.push(`Input page: ${page} is not a folder below the workspace. Expected a path such as _site.`);
    if (trainId === '*')
        faults.push('Input train-id: * is no train. Give the id of one, or leave it out.');
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.map((message) => ({ message })));
}
function isBelow(folder, workspace) {
    const way = (0,external_node_path_.relative)(workspace, folder);
    return way !== '' && !(0,external_node_path_.isAbsolute)(way) && way.split(external_node_path_.sep)[0] !== '..';
}
async function openStatusWorld(given, runner) {
    const { env, workspace, signal } = runner;
    const manifests = await readManifests(await manifestFiles(given, workspace), workspace);
    const tokens = Object.assign({}, ...manifests.map((manifest) => manifest.tokens));
    const asksGitHub = given.trainId === undefined && given.environment === undefined;
    const repositories = asksGitHub ? manifests.flatMap(({ components }) => components.map((one) => one.repository)) : [];
    const own = given.state.kind === 'branch' || given.issue ? (0,runner_context/* ownRepository */.d5)(env) : (0,runner_context/* runContext */.pO)(env).repository;
    const clientFor = (0,connect_github/* connect */.Ng)(given, runner, { tokens, owners: [...new Set(repositories.map(repository_name/* ownerOf */.b))] });
    const home = homeClient(given, runner, { own, clientFor });
    const { registryUrl, indexUrl, state } = given;
    const withheld = Object.values(tokens);
    const cli = (0,package_registry/* cliRegistry */.I)({ registryUrl, indexUrl, cwd: workspace, env, signal, withheld });
    const store = (0,state_input/* openStore */.C)(state, () => home, runner);
    return { manifests, clientFor, home, store, registry: (0,train_registry/* trainRegistry */.Y)(cli) };
}
const USUAL_MANIFEST = '.github/release-train.yml';
async function manifestFiles({ manifest, reconciliation }, workspace) {
    if (manifest !== undefined)
        return manifest;
    const isThere = await (0,promises_.access)((0,external_node_path_.resolve)(workspace, USUAL_MANIFEST)).then(() => true, () => false);
    return isThere || reconciliation === undefined ? [USUAL_MANIFEST] : [];
}
async function readManifests(files, workspace) {
    const read = await Promise.allSettled(files.map(async (file) => (0,open_manifest/* resolveManifestFile */.Sw)(await (0,path_inside/* namedPath */.hq)(workspace, file), file)));
    const faults = read.flatMap((one) => {
        if (one.status === 'fulfilled')
            return [];
        if (!(one.reason instanceof errors/* UserError */.yo))
            throw one.reason;
        return one.reason.faults;
    });
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value.manifest] : []));
}
function homeClient({ token, apiUrl }, runner, { own = '', clientFor }) {
    if (token === undefined)
        return clientFor(own);
    return (0,connect_github/* connect */.Ng)({ token, apiUrl, appId: undefined, privateKey: undefined }, runner, { owners: [] })(own);
}
function days(value) {
    const count = /^(\d{1,4})d$/.exec(value)?.[1];
    const ms = count === undefined ? undefined : Number(count) * 86_400_000;
    if (ms !== undefined && ms > 0 && ms <= 366 * 86_400_000)
        return ms;
    throw new Error('expected days such as 90d, at most 366d');
}

;// CONCATENATED MODULE: ./build/src/actions/release-status.js









/* harmony default export */ const release_status = ((0,action/* defineAction */.Q)({
    inputs: statusInputs,
    async run(given, runner) {
        verifyStatusInputs(given, runner.workspace);
        const { clock, signal, log, env } = runner;
        const world = await openStatusWorld(given, runner);
        if (given.trainId !== undefined)
            return tellTrain(given.trainId, world, runner);
        if (given.environment !== undefined) {
            const health = given.checkHealth && (0,health_gate/* healthGate */.Y)({ clock, network: await (0,network_inputs/* openNetwork */.X)(given, runner), log });
            return tellDeployed(given.environment, { ...world, ...(health && { health }) }, runner);
        }
        const context = (0,runner_context/* runContext */.pO)(env);
        const status = await lookAtRelease({
            ...world,
            services: await readServicesOf(given, runner),
            now: clock.now(),
            window: given.since,
            targets: given.targets,
            watch: () => watchSelf(given, world.home, runner),
            repository: context.repository,
            runUrl: (0,runner_context/* runUrl */.Vp)(context),
            signal,
        });
        await tellStatus(status, given, { world, runner });
    },
}));


/***/ }),

/***/ 33945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   bo: () => (/* binding */ COMPONENT_STATES),
/* harmony export */   wk: () => (/* binding */ latestTag)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_text_well_formed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2165);
/* harmony import */ var _train_plan_existing_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77155);
/* harmony import */ var _train_plan_version_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68134);
/* harmony import */ var _seen_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79904);





const COMPONENT_STATES = ['failing', 'drift', 'unknown', 'never-released', 'unreleased', 'current'];
function latestTag({ component, sharesRepository, head, }) {
    const tags = (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .knownOf */ .bz)(head)?.tags ?? [];
    const { versions, tagOf } = (0,_train_plan_version_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsInTags */ .k)(tags.map(({ name }) => name), component, { sharesRepository });
    const version = (0,_train_plan_existing_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .highestStable */ .Ij)((0,_train_plan_existing_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .inLine */ .i2)(versions, component.line));
    const tag = version === undefined ? undefined : tagOf.get(version);
    if (version === undefined || tag === undefined)
        return undefined;
    return { tag, version, commit: tags.find(({ name }) => name === tag)?.commit };
}
function rowOf(looked) {
    const { component, head, served, ahead, runs } = looked;
    const { id, repository, needs } = component;
    const place = (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .knownOf */ .bz)(head);
    const ref = component.ref ?? place?.defaultBranch;
    const latest = latestTag(looked);
    const registry = served && 'value' in served ? ((0,_train_plan_existing_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .highestStable */ .Ij)((0,_train_plan_existing_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .inLine */ .i2)(served.value ?? [], component.line)) ?? null) : undefined;
    const branch = versionIn(place?.text);
    const unreleased = (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .knownOf */ .bz)(ahead);
    const run = newestOf((0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .knownOf */ .bz)(runs) ?? []);
    const figures = { registry, tagged: latest?.version, branch };
    const verdict = judge(looked, { ...figures, isTagged: latest !== undefined, failed: run?.failed, unreleased });
    const compare = latest && place && ref && compareUrl(place.url, latest.tag, ref);
    return {
        id,
        repository,
        ...(place && { url: place.url }),
        ...(ref !== undefined && { ref }),
        needs,
        ...verdict,
        ...(registry !== undefined && { registry }),
        ...(latest && { tag: latest.tag, tagged: latest.version }),
        ...(branch !== undefined && { branch }),
        ...(unreleased !== undefined && { unreleased }),
        ...(compare && { compareUrl: compare }),
        ...(run && { lastRun: run.shown }),
    };
}
function compareUrl(repository, from, to) {
    const [base, head] = [from, to].map((ref) => encodeURIComponent((0,_platform_text_well_formed_js__WEBPACK_IMPORTED_MODULE_4__/* .wellFormed */ .E)(ref)));
    return `${repository}/compare/${base}...${head}`;
}
function judge(looked, figures) {
    const reasons = reasonsOf(looked);
    if (figures.failed)
        return { state: 'failing', why: reasons };
    const drift = driftOf(looked.component, figures);
    if (drift.length > 0)
        return { state: 'drift', why: [...drift, ...reasons] };
    if (reasons.length > 0)
        return { state: 'unknown', why: reasons };
    if (!figures.isTagged)
        return untagged(looked, figures);
    if ((figures.unreleased ?? 0) > 0)
        return { state: 'unreleased', why: [] };
    return { state: 'current', why: [] };
}
function reasonsOf({ component, head, served, ahead, runs }) {
    const place = (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .knownOf */ .bz)(head);
    const ref = component.ref;
    const gone = place && place.head === undefined ? [ref === undefined ? 'The repository is empty.' : `There is no ${ref}.`] : [];
    const archived = place?.archived ? ['The repository is archived.'] : [];
    return [(0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(head), ...gone, ...archived, (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(served), (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(ahead), (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(runs)].filter((reason) => reason !== undefined);
}
function driftOf({ ref }, { registry, tagged, branch }) {
    const drift = [];
    if (registry === null && tagged !== undefined)
        drift.push(`${tagged} is tagged, but the registry serves nothing.`);
    if (registry && tagged === undefined)
        return [];
    if (registry && tagged && semver__WEBPACK_IMPORTED_MODULE_0__.gt(tagged, registry))
        drift.push(`${tagged} is tagged, but the registry is at ${registry}.`);
    if (registry && tagged && semver__WEBPACK_IMPORTED_MODULE_0__.lt(tagged, registry))
        drift.push(`The registry is at ${registry}, but the last tag is ${tagged}.`);
    const released = tagged ?? registry ?? undefined;
    if (branch !== undefined && released !== undefined && semver__WEBPACK_IMPORTED_MODULE_0__.lt(branch, released) && !isPlaceholder(branch))
        drift.push(`${ref ?? 'The branch'} says ${branch}, which is below what is released.`);
    return drift;
}
function isPlaceholder(version) {
    return /^0\.0\.0(?:-|$)/.test(version);
}
function untagged({ head }, { registry }) {
    const place = (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .knownOf */ .bz)(head);
    if (place?.hasMoreTags)
        return {
            state: 'unknown',
            why: [`None of its ${place.tags.length} newest tags names a version of it, and there are more.`],
        };
    if (registry)
        return { state: 'unknown', why: ['No tag names a version of it, so what is not released is not known.'] };
    return { state: 'never-released', why: [] };
}
function versionIn(text) {
    if (text === undefined)
        return undefined;
    try {
        const { version } = JSON.parse(text.replace(/^\uFEFF/, ''));
        return typeof version === 'string' ? (semver__WEBPACK_IMPORTED_MODULE_0__.valid(version) ?? undefined) : undefined;
    }
    catch {
        return undefined;
    }
}
const FAILURES = new Set(['failure', 'timed_out', 'startup_failure']);
function newestOf(runs) {
    const [newest] = runs;
    const told = runs.find(({ conclusion }) => conclusion === 'success' || FAILURES.has(conclusion ?? ''));
    const shown = newest?.conclusion === undefined ? (newest ?? told) : (told ?? newest);
    if (!shown)
        return undefined;
    const { url, conclusion, status, updatedAt } = shown;
    return {
        failed: told !== undefined && FAILURES.has(told.conclusion ?? ''),
        shown: { url, status: conclusion ?? status, at: updatedAt },
    };
}


/***/ }),

/***/ 79904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   bz: () => (/* binding */ knownOf),
/* harmony export */   cI: () => (/* binding */ seen)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

async function seen(question) {
    try {
        return { value: await question() };
    }
    catch (error) {
        if (error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E)
            return { unknown: (0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) };
        throw error;
    }
}
function knownOf(one) {
    return one && 'value' in one ? one.value : undefined;
}
function reasonOf(one) {
    return one && 'unknown' in one ? one.unknown : undefined;
}


/***/ }),

/***/ 91847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ statusMarkdown),
/* harmony export */   m: () => (/* binding */ countsOf)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96292);
/* harmony import */ var _train_views_graph_section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8385);
/* harmony import */ var _component_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33945);



const SIGNS = {
    failing: '❌ failing',
    drift: '⚠️ drift',
    unknown: '❔ unknown',
    'never-released': '🌱 never released',
    unreleased: '📦 unreleased',
    current: '✅ current',
};
const LOOKS = {
    failing: 'failed',
    drift: 'blocked',
    unknown: 'pending',
    'never-released': 'pending',
    unreleased: 'running',
    current: 'succeeded',
};
const MOST_ROWS = 500;
function statusMarkdown(status, { graph = true } = {}) {
    const sections = [
        headline(status),
        trains(status),
        list('Problems', status.problems.map(({ key, text, url, acknowledgedBy }) => {
            const who = acknowledgedBy === undefined ? '' : ` ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(acknowledgedBy)} looks after it.`;
            return `**${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(key)}**: ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(text)} ${url ? (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('Its run', url) : ''}${who}`;
        })),
        list('Locks', status.locks.map(({ text }) => (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(text))),
        components(status.components),
        environments(status),
        graph ? graphOf(status.components) : '',
        list('Not known', status.unknown.map(_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)),
        list('This look itself', status.watch.findings.map(_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)),
    ];
    return sections.filter((section) => section !== '').join('\n\n');
}
function countsOf(rows) {
    const counts = _component_row_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPONENT_STATES */ .bo.map((state) => [state, rows.filter((row) => row.state === state).length]);
    const parts = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state.replace('-', ' ')}`);
    return `${rows.length} ${rows.length === 1 ? 'component' : 'components'}: ${parts.join(', ') || 'none'}`;
}
function headline({ name, ok, components: rows, problems }) {
    const trouble = problems.length === 0 ? '' : `, ${problems.length} open ${problems.length === 1 ? 'problem' : 'problems'}`;
    return `**${ok ? '✅' : '❌'} ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(name)}**: ${countsOf(rows)}${trouble}.`;
}
function trains({ trains: { open } }) {
    return list('Open trains', open.map(({ id, name, environment, status, released, total, runUrl }) => {
        const where = environment === undefined ? '' : ` to ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(environment)}`;
        return `${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(id, runUrl)}: ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(name)}${where}, ${status}, ${released} of ${total} released`;
    }));
}
function list(title, lines) {
    return lines.length === 0 ? '' : `### ${title}\n\n${lines.map((line) => `- ${line.trim()}`).join('\n')}`;
}
function components(rows) {
    const shown = [...rows].sort((a, b) => _component_row_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPONENT_STATES */ .bo.indexOf(a.state) - _component_row_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPONENT_STATES */ .bo.indexOf(b.state));
    const cells = shown
        .slice(0, MOST_ROWS)
        .map((row) => [
        SIGNS[row.state],
        row.url === undefined ? (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(row.key) : (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(row.key, row.url),
        row.registry === undefined ? '' : row.registry === null ? 'nothing' : (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(row.registry),
        row.tag === undefined ? '' : (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(row.tag),
        commits(row),
        row.lastRun === undefined ? '' : (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(row.lastRun.status, row.lastRun.url),
        row.why.map(_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV).join(' '),
    ]);
    const more = rows.length > MOST_ROWS ? `\n\n… and ${rows.length - MOST_ROWS} more.` : '';
    return `### Components\n\n${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['State', 'Component', 'Registry', 'Tag', 'Not released', 'Last run', 'Why'], cells)}${more}`;
}
function commits({ unreleased, compareUrl }) {
    if (unreleased === undefined)
        return '';
    const text = unreleased === 0 ? '0' : `${unreleased} ${unreleased === 1 ? 'commit' : 'commits'}`;
    return unreleased === 0 ? text : (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(text, compareUrl);
}
function environments({ environments: all }) {
    const shown = all.filter(({ components: versions }) => Object.keys(versions).length > 0);
    if (shown.length === 0)
        return '';
    const ids = [...new Set(shown.flatMap(({ components: versions }) => Object.keys(versions)))].slice(0, MOST_ROWS);
    const cells = ids.map((id) => [
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id),
        ...shown.map(({ components: versions }) => {
            const one = Object.hasOwn(versions, id) ? versions[id] : undefined;
            const health = one?.health && one.health.verdict !== 'unchecked' ? ` ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(one.health.verdict)}` : '';
            return one ? `${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.version)}${health}` : '';
        }),
    ]);
    return `### Environments\n\n${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Component', ...shown.map(({ id }) => (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(id))], cells)}`;
}
function graphOf(rows) {
    return (0,_train_views_graph_section_js__WEBPACK_IMPORTED_MODULE_0__/* .graphAlone */ .e)(rows.map(({ id, key, manifest, needs, state, tagged }) => ({
        id: key,
        needs: key === id ? needs : needs.map((need) => `${manifest}/${need}`),
        status: LOOKS[state],
        lines: [key, [tagged, state.replace('-', ' ')].filter(Boolean).join(' ')],
    })));
}


/***/ })

};
