export const id = 8322;
export const ids = [8322];
export const modules = {

/***/ 28322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ register_service)
});

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/services/discovery.js
var discovery = __webpack_require__(91976);
// EXTERNAL MODULE: ./build/src/services/service.js
var services_service = __webpack_require__(66209);
;// CONCATENATED MODULE: ./build/src/services/register/discover.js





const PAUSE_MS = 3_000;
async function discover(wanted, tools) {
    try {
        const refreshes = wanted.refresh && !tools.dryRun;
        if (refreshes)
            await tools.registry.refresh();
        const { document, lacking } = await untilNamed(wanted, tools);
        if (lacking !== undefined && wanted.waitMs !== undefined) {
            const reason = `After ${(0,duration/* formatDuration */.a)(wanted.waitMs)} ${lacking}.`;
            return { document, outcome: { result: 'failed', reason, differences: [], notes: [] } };
        }
        const service = wanted.name === undefined ? undefined : await tools.registry.read(wanted.name);
        const facts = service && (0,services_service/* factsOf */.xS)(service);
        const notes = notesOn(document, { wanted, service: facts, lacking, dryRun: tools.dryRun });
        const result = refreshes ? 'updated' : 'unchanged';
        return { document, outcome: { result, changes: [], notes, ...(facts ? { service: facts } : {}) } };
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        return { outcome: { result: 'failed', reason: error.message, differences: [], notes: [] } };
    }
}
async function untilNamed(wanted, { registry, clock, signal }) {
    const until = clock.now() + (wanted.waitMs ?? 0);
    for (;;) {
        const late = clock.now() + PAUSE_MS >= until;
        try {
            const document = await registry.discover();
            const lacking = whatLacks(document, wanted);
            if (lacking === undefined || late)
                return { document, lacking };
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E) || error.kind !== 'passing' || late)
                throw error;
        }
        await clock.sleep(PAUSE_MS, signal);
    }
}
function whatLacks(document, { name, version, condition }) {
    if (condition) {
        const refuted = condition.refuted({ ...NO_FACTS, body: document });
        return refuted === undefined ? undefined : `discovery-condition does not hold: ${refuted}`;
    }
    if (name === undefined)
        return undefined;
    const found = (0,discovery/* discoveredServices */.d)(document).filter((one) => one.name === name);
    if (found.length === 0)
        return `the discovery document does not name ${name}`;
    const others = found.flatMap((one) => one.version ?? []);
    if (version === undefined || others.length === 0 || others.includes(version))
        return undefined;
    return `the discovery document names ${name} in version ${others.join(', ')}, expected ${version}`;
}
const NO_FACTS = { status: 200, headers: {}, text: '', latency: 0, certificate: undefined, captured: {} };
function notesOn(document, { wanted: { name, refresh, condition }, service, lacking, dryRun, }) {
    const notes = refresh && dryRun ? ['Dry run: it was not refreshed.'] : [];
    const count = condition ? undefined : (0,discovery/* discoveredServices */.d)(document).length;
    if (count !== undefined)
        notes.push(`The discovery document names ${count} ${count === 1 ? 'service' : 'services'}.`);
    if (lacking !== undefined)
        notes.push(`${lacking.charAt(0).toUpperCase()}${lacking.slice(1)}.`);
    const version = service?.version === undefined ? '' : ` in version ${service.version}`;
    if (name !== undefined)
        notes.push(service ? `${name} is registered${version}.` : `${name} is not registered.`);
    return notes;
}
async function parseDiscoveryCondition(source) {
    if (source === undefined)
        return undefined;
    const { loadConditions } = await __webpack_require__.e(/* import() */ 4496).then(__webpack_require__.bind(__webpack_require__, 14496));
    const conditions = await loadConditions();
    try {
        return conditions.compile(source);
    }
    catch (error) {
        throw new errors/* UserError */.yo(`Input discovery-condition: ${(0,errors/* messageOf */.bD)(error)}. The condition is ${(0,wording/* quote */.hD)(source)}.`);
    }
}

// EXTERNAL MODULE: ./build/src/services/register/definition.js
var definition = __webpack_require__(8633);
// EXTERNAL MODULE: ./build/src/services/register/register.js
var register = __webpack_require__(85929);
;// CONCATENATED MODULE: ./build/src/services/register/operate.js



async function operate(task, { facts, env, wanted }, tools) {
    const { operation, name = '', status } = task;
    switch (operation) {
        case 'register':
            return { outcome: await (0,register/* register */.kz)((0,definition/* composeService */.Mc)(facts, (0,definition/* deploymentFacts */.PX)(env, tools.clock.now())), tools) };
        case 'status':
            return { outcome: await (0,register/* setStatus */.Lx)(name, status, tools) };
        case 'deregister':
            return { outcome: await (0,register/* deregister */.BX)(name, tools) };
        case 'refresh':
        case 'discover':
            return discover({ ...wanted, name: task.name, refresh: operation === 'refresh' }, tools);
    }
}

// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(81200);
// EXTERNAL MODULE: ./build/src/services/register/declared-files.js
var declared_files = __webpack_require__(49760);
;// CONCATENATED MODULE: ./build/src/services/register/service-facts.js




async function readFacts(sources, workspace) {
    const { serviceName, serviceFile, packageJson } = sources;
    const given = (0,rest_record/* known */.eO)({
        name: serviceName,
        version: sources.serviceVersion,
        description: sources.serviceDescription,
        endpoints: sources.endpoints,
        capabilities: sources.capabilities,
        status: sources.serviceStatus,
    });
    const declared = serviceFile === undefined ? {} : await (0,declared_files/* readOneService */.iT)(serviceFile, serviceName, workspace);
    return [given, declared, await (0,declared_files/* readPackageFile */.h0)(packageJson, workspace)];
}
function nameIn(facts, operation) {
    const name = facts.map((one) => one.name).find((one) => one !== undefined);
    if (operation === 'register')
        return name;
    if (name === undefined) {
        if (operation === 'discover' || operation === 'refresh')
            return undefined;
        throw new errors/* UserError */.yo(`The operation ${operation} needs a service-name.`);
    }
    if (!services_service/* SERVICE_NAME */.OX.test(name))
        throw new errors/* UserError */.yo(`The service name ${JSON.stringify(name)} is not valid.`);
    return name;
}

;// CONCATENATED MODULE: ./build/src/services/register/outcome-text.js
function describeOutcome(task, outcome) {
    if (outcome.result === 'failed')
        return `Could not ${describeTask(task)}`;
    if (outcome.result === 'unchanged')
        return nothingToDo(task, outcome);
    const asked = outcome.result === 'updated' && task.operation === 'register' ? CHANGE_RECORD : describeTask;
    if (outcome.pending !== undefined)
        return `Proposed to ${asked(task)}`;
    if (task.dryRun)
        return `Would ${asked(task)}`;
    return done(task, outcome);
}
function changedFields({ changes }) {
    return changes.filter(({ field }) => field !== 'registration');
}
const CHANGE_RECORD = ({ name }) => `update the registration of ${name}`;
function describeTask({ operation, name, status }) {
    switch (operation) {
        case 'register':
            return `register ${name}`;
        case 'status':
            return `set the status of ${name} to ${status}`;
        case 'deregister':
            return `remove ${name} from the registry`;
        case 'discover':
            return 'fetch the discovery document';
        case 'refresh':
            return 'refresh the discovery document';
    }
}
function done({ operation, name, status }, { result, service }) {
    const version = service?.version === undefined ? '' : ` in version ${service.version}`;
    switch (operation) {
        case 'register':
            return result === 'created' ? `Registered ${name}${version}` : `Updated the registration of ${name}`;
        case 'status':
            return `Set the status of ${name} to ${status}`;
        case 'deregister':
            return `Removed ${name} from the registry`;
        case 'discover':
            return 'Fetched the discovery document';
        case 'refresh':
            return 'Refreshed the discovery document';
    }
}
function nothingToDo({ operation, name, status }, { service }) {
    const version = service?.version === undefined ? '' : ` in version ${service.version}`;
    switch (operation) {
        case 'register':
            return `${name} is registered already${version}, just as it should be: nothing was written`;
        case 'status':
            return `The status of ${name} is ${status} already: nothing was written`;
        case 'deregister':
            return `${name} is not in the registry: there was nothing to remove`;
        case 'discover':
            return 'Fetched the discovery document';
        case 'refresh':
            return 'Fetched the discovery document as it is';
    }
}

// EXTERNAL MODULE: ./build/src/services/register/output-file.js
var output_file = __webpack_require__(87892);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/services/register/register-summary.js


function outcomeSummary(task, outcome, registryUrl) {
    const parts = [`### ${markOf(outcome)} ${(0,markdown/* escapeMarkdown */.FV)(describeOutcome(task, outcome))}`];
    parts.push(`Registry: ${(0,markdown/* code */.aY)(registryUrl)}`);
    if (outcome.result === 'failed')
        parts.push(`**${(0,markdown/* escapeMarkdown */.FV)(outcome.reason)}**`);
    else if (outcome.pending)
        parts.push(`Not in force before a person merges ${(0,markdown/* code */.aY)(outcome.pending)}`);
    const rows = outcome.result === 'failed' ? outcome.differences : changedFields(outcome);
    if (rows.length > 0) {
        const found = outcome.result === 'failed' ? 'The registry has' : 'Before';
        parts.push((0,markdown/* table */.tp)(['Field', found, 'Wanted'], rows.map(({ field, expected, found }) => [(0,markdown/* code */.aY)(field), (0,markdown/* code */.aY)(found ?? '(none)'), (0,markdown/* code */.aY)(expected)])));
    }
    if (outcome.notes.length > 0)
        parts.push(outcome.notes.map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note)}`).join('\n'));
    return parts.join('\n\n');
}
function markOf(outcome) {
    if (outcome.result === 'failed')
        return '❌';
    return outcome.pending === undefined ? '✅' : '⏳';
}

;// CONCATENATED MODULE: ./build/src/services/register/tell-outcome.js




const LARGEST_OUTPUT = 256 * 1024;
async function handOn(document, file, runner) {
    const path = await (0,output_file/* writeJson */.G)(document, { runner, file, standard: 'discovery.json' });
    await runner.outputs.set('discovery-file', path);
    const { length } = JSON.stringify(document);
    if (length <= LARGEST_OUTPUT)
        return runner.outputs.set('discovery', document);
    runner.log.notice(`The discovery document has ${length} characters: it is in ${path}, not in the output discovery.`);
}
async function tellOutcome(task, outcome, { runner, registryUrl, onFailure }) {
    const { outputs, log } = runner;
    await outputs.set('result', outcome.result);
    if (outcome.result === 'failed' || task.name !== undefined) {
        await outputs.set('registered', isRegistered(task, outcome));
    }
    await outputs.set('service', outcome.service);
    await outputs.summarise(outcomeSummary(task, outcome, registryUrl));
    const text = describeOutcome(task, outcome);
    for (const note of outcome.notes)
        log.info(note);
    if (outcome.result === 'failed') {
        const message = `${text}: ${outcome.reason}`;
        if (onFailure === 'fail')
            throw new errors/* UserError */.yo(message);
        return log.warning(`${message} The step goes on because of on-failure: warn; registered is false.`);
    }
    for (const { field, expected, found } of changedFields(outcome)) {
        log.info(`${field}: ${found ?? '(none)'} → ${expected}`);
    }
    if (outcome.pending)
        return log.notice(`${text}: it is not in force before a person merges ${outcome.pending}`);
    return log.info(`${text}.`);
}
function isRegistered({ operation }, outcome) {
    if (operation !== 'deregister' && outcome.result === 'failed')
        return false;
    return outcome.service !== undefined && !('pending' in outcome);
}

// EXTERNAL MODULE: ./build/src/services/register/time-limit.js
var time_limit = __webpack_require__(11211);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/services/registries/open-registry.js + 5 modules
var open_registry = __webpack_require__(39564);
;// CONCATENATED MODULE: ./build/src/actions/setup/open-catalog.js


async function openCatalog(inputs, runner) {
    const { connectTo } = await Promise.all(/* import() */[__webpack_require__.e(5159), __webpack_require__.e(5766)]).then(__webpack_require__.bind(__webpack_require__, 45766));
    const { backstageRegistry } = await Promise.all(/* import() */[__webpack_require__.e(2737), __webpack_require__.e(8091)]).then(__webpack_require__.bind(__webpack_require__, 68091));
    const repository = (0,open_registry/* catalogRepository */.I)(inputs.registryUrl);
    const client = connectTo(repository, inputs, runner);
    const { env, signal, secrets } = runner;
    const owner = inputs.catalogOwner ?? (0,context/* runContext */.pO)(env).owner ?? 'unknown';
    const place = { repository, path: inputs.catalogPath, namespace: inputs.catalogNamespace, owner };
    return { registry: backstageRegistry({ client, signal, redact: (text) => secrets.redact(text), ...place }) };
}

// EXTERNAL MODULE: ./build/src/actions/setup/registry-inputs.js + 1 modules
var registry_inputs = __webpack_require__(98026);
;// CONCATENATED MODULE: ./build/src/actions/register-service.js









const register_service_inputs = {
    'registry-url': (0,inputs/* required */.mw)(inputs/* url */.OZ),
    registry: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('rest', 'consul', 'backstage'), 'rest'),
    operation: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('register', 'status', 'discover', 'refresh', 'deregister'), 'register'),
    'service-name': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'service-version': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'service-description': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    endpoints: (0,inputs/* optional */.lq)(inputs/* map */.Tj),
    capabilities: (0,inputs/* optional */.lq)(inputs/* list */.p_),
    'service-status': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'service-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'package-json': (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'package.json'),
    'on-failure': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('fail', 'warn'), 'fail'),
    ...registry_inputs/* registryInputs */.P,
    'discovery-timeout': (0,inputs/* optional */.lq)(inputs/* duration */.p0),
    'discovery-condition': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'discovery-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'catalog-path': (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'catalog-info.yaml'),
    'catalog-owner': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'catalog-namespace': (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'default'),
    timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 120_000),
    token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
const DEFAULT_STATUS = 'active';
/* harmony default export */ const register_service = ((0,action/* defineAction */.Q)({
    inputs: register_service_inputs,
    async run(inputs, runner) {
        const { operation, dryRun, registry: kind, token, registryUrl, onFailure, discoveryTimeout: waitMs } = inputs;
        const facts = await readFacts(inputs, runner.workspace);
        const status = inputs.serviceStatus ?? DEFAULT_STATUS;
        const task = { operation, name: nameIn(facts, operation), status, dryRun };
        const condition = await parseDiscoveryCondition(inputs.discoveryCondition);
        const { clock, env } = runner;
        const bounds = { clock, ms: inputs.timeout + (waitMs ?? 0), signal: runner.signal };
        const { signal, clear } = (0,time_limit/* timeLimit */.z)(`The operation ${operation}`, bounds);
        try {
            const bounded = { ...runner, signal };
            const { registry } = kind === 'backstage'
                ? await openCatalog(inputs, bounded)
                : await (0,registry_inputs/* openServiceRegistry */.Z)(inputs, { kind, token }, bounded);
            const knowledge = { facts, env, wanted: { version: inputs.serviceVersion, waitMs, condition } };
            const { outcome, document } = await operate(task, knowledge, { registry, clock, signal, dryRun });
            if (document !== undefined)
                await handOn(document, inputs.discoveryFile, runner);
            await tellOutcome(task, outcome, { runner, registryUrl, onFailure });
        }
        finally {
            clear();
        }
    },
}));


/***/ })

};
