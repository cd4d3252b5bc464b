export const id = 3200;
export const ids = [3200];
export const modules = {

/***/ 53200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ register_service)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(16204);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/services/discovery.js
var discovery = __webpack_require__(91976);
// EXTERNAL MODULE: ./build/src/services/register/declared-files.js
var declared_files = __webpack_require__(49760);
// EXTERNAL MODULE: ./build/src/services/register/definition.js
var definition = __webpack_require__(8633);
;// CONCATENATED MODULE: ./build/src/services/register/outcome-text.js
/** What came of an order, in one plain sentence without its full stop. */
function describeOutcome(order, outcome) {
    if (outcome.result === 'failed')
        return `Could not ${task(order)}`;
    if (outcome.result === 'unchanged')
        return nothingToDo(order, outcome);
    const asked = outcome.result === 'updated' && order.operation === 'register' ? CHANGE_RECORD : task;
    if (outcome.pending !== undefined)
        return `Proposed to ${asked(order)}`;
    if (order.dryRun)
        return `Would ${asked(order)}`;
    return done(order, outcome);
}
/** What changed, where the sentence does not say it all: that a record came or went is in there. */
function changedFields({ changes }) {
    return changes.filter(({ field }) => field !== 'registration');
}
const CHANGE_RECORD = ({ name }) => `update the registration of ${name}`;
function task({ operation, name, status }) {
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
// EXTERNAL MODULE: ./build/src/services/register/register.js
var register = __webpack_require__(85929);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/services/register/register-summary.js


/** The outcome of one operation as Markdown, for the person who reads the step's summary. */
function outcomeSummary(order, outcome, registryUrl) {
    const parts = [`### ${markOf(outcome)} ${(0,markdown/* escapeMarkdown */.FV)(describeOutcome(order, outcome))}`];
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

// EXTERNAL MODULE: ./build/src/services/register/time-limit.js
var time_limit = __webpack_require__(11211);
// EXTERNAL MODULE: ./build/src/services/registries/http-call.js
var http_call = __webpack_require__(99807);
// EXTERNAL MODULE: ./build/src/services/registries/open-registry.js + 1 modules
var open_registry = __webpack_require__(30469);
// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(81200);
// EXTERNAL MODULE: ./build/src/services/service.js
var service = __webpack_require__(66209);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
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
    paths: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    fields: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    'catalog-path': (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'catalog-info.yaml'),
    'catalog-owner': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'discovery-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 120_000),
    ...network_inputs/* networkInputs */.y,
    token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
const DEFAULT_STATUS = 'active';
/** Larger documents are handed on by file only: the outputs of a job share 1 MB. */
const LARGEST_OUTPUT = 256 * 1024;
/* harmony default export */ const register_service = ((0,action/* defineAction */.Q)({
    inputs: register_service_inputs,
    async run(inputs, runner) {
        const facts = await readFacts(inputs, runner);
        const name = nameOf(facts, inputs.operation);
        const { clock } = runner;
        const bounds = { clock, ms: inputs.timeout, signal: runner.signal };
        const { signal, clear } = (0,time_limit/* timeLimit */.z)(`The operation ${inputs.operation}`, bounds);
        try {
            const registry = await register_service_open(inputs, runner, signal);
            const tools = { registry, clock, signal, dryRun: inputs.dryRun };
            const outcome = await operate(inputs, { facts, name, tools, runner });
            await report(outcome, { inputs, name, runner });
        }
        finally {
            clear();
        }
    },
}));
async function register_service_open(inputs, runner, signal) {
    const { registry: kind, registryUrl, token, paths, fields } = inputs;
    if (kind === 'backstage')
        return openCatalog(inputs, runner, signal);
    const http = (0,http_call/* networkCall */.l)(await (0,network_inputs/* openNetwork */.X)(inputs, runner));
    return (0,open_registry/* openRegistry */.M)({ kind, url: registryUrl, token, paths, fields, http, clock: runner.clock, signal }).registry;
}
/** Most steps register elsewhere and should not wait for GitHub's client. */
async function openCatalog(inputs, runner, signal) {
    const { connectTo } = await Promise.all(/* import() */[__webpack_require__.e(5159), __webpack_require__.e(6744), __webpack_require__.e(1497), __webpack_require__.e(5766)]).then(__webpack_require__.bind(__webpack_require__, 45766));
    const { backstageRegistry } = await Promise.all(/* import() */[__webpack_require__.e(1497), __webpack_require__.e(6054)]).then(__webpack_require__.bind(__webpack_require__, 36054));
    const { githubCalls } = await Promise.all(/* import() */[__webpack_require__.e(6744), __webpack_require__.e(3497)]).then(__webpack_require__.bind(__webpack_require__, 3497));
    const repository = (0,open_registry/* catalogRepository */.I)(inputs.registryUrl);
    const client = connectTo(repository, inputs, runner);
    const owner = inputs.catalogOwner ?? (0,context/* runContext */.pO)(runner.env).owner ?? 'unknown';
    const call = githubCalls(client, { signal, redact: (text) => runner.secrets.redact(text) });
    return backstageRegistry({ call, repository, path: inputs.catalogPath, owner });
}
async function operate(inputs, { facts, name = '', tools, runner }) {
    switch (inputs.operation) {
        case 'register':
            return (0,register/* register */.kz)((0,definition/* composeService */.Mc)(facts, (0,definition/* deploymentFacts */.PX)(runner.env, runner.clock.now())), tools);
        case 'status':
            return (0,register/* setStatus */.Lx)(name, inputs.serviceStatus ?? DEFAULT_STATUS, tools);
        case 'deregister':
            return (0,register/* deregister */.BX)(name, tools);
        case 'refresh':
        case 'discover':
            return discover(inputs, { facts, name, tools, runner });
    }
}
async function discover(inputs, { name = '', tools, runner }) {
    const { registry, dryRun } = tools;
    try {
        const refreshes = inputs.operation === 'refresh' && !dryRun;
        if (refreshes)
            await registry.refresh();
        const document = await registry.discover();
        const services = (0,discovery/* discoveredServices */.d)(document);
        await handOn(document, inputs, runner);
        const service = name === '' ? undefined : await registry.read(name);
        const notes = [
            `The discovery document names ${services.length} ${services.length === 1 ? 'service' : 'services'}.`,
        ];
        if (inputs.operation === 'refresh' && dryRun)
            notes.unshift('Dry run: it was not refreshed.');
        if (name !== '' && !services.some((one) => one.name === name))
            notes.push(`${name} is not among them.`);
        if (name !== '')
            notes.push(service ? `${name} is registered${inVersion(service)}.` : `${name} is not registered.`);
        return { result: refreshes ? 'updated' : 'unchanged', changes: [], notes, ...(service ? { service } : {}) };
    }
    catch (error) {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        return { result: 'failed', reason: error.message, differences: [], notes: [] };
    }
}
function inVersion({ version }) {
    return version === undefined ? '' : ` in version ${version}`;
}
async function handOn(document, inputs, runner) {
    const text = JSON.stringify(document);
    const file = await (0,output_file/* writeJson */.G)(text, { runner, file: inputs.discoveryFile, standard: 'discovery.json' });
    await runner.outputs.set('discovery-file', file);
    if (text.length <= LARGEST_OUTPUT)
        await runner.outputs.set('discovery', text);
    else
        runner.log.notice(`The discovery document has ${text.length} characters: it is in ${file}, not in the output discovery.`);
}
async function report(outcome, { inputs, name, runner }) {
    const { outputs, log } = runner;
    await outputs.set('result', outcome.result);
    if (outcome.result === 'failed' || name !== undefined) {
        await outputs.set('registered', String(isRegistered(outcome, inputs.operation)));
    }
    await outputs.set('service', outcome.service);
    const order = orderOf(inputs, name);
    await outputs.summarise(outcomeSummary(order, outcome, inputs.registryUrl));
    const told = describeOutcome(order, outcome);
    for (const note of outcome.notes)
        log.info(note);
    if (outcome.result !== 'failed') {
        for (const { field, expected, found } of changedFields(outcome)) {
            log.info(`${field}: ${found ?? '(none)'} → ${expected}`);
        }
        if (outcome.pending)
            return log.notice(`${told}: it is not in force before a person merges ${outcome.pending}`);
        return log.info(`${told}.`);
    }
    const message = `${told}: ${outcome.reason}`;
    if (inputs.onFailure === 'fail')
        throw new errors/* UserError */.yo(message);
    log.warning(`${message} The step goes on because of on-failure: warn; registered is false.`);
}
function orderOf({ operation, serviceStatus, dryRun }, name) {
    return { operation, name, status: serviceStatus ?? DEFAULT_STATUS, dryRun };
}
/** Whether the registry holds the service now; what waits for a person is not in force. */
function isRegistered(outcome, operation) {
    if (operation !== 'deregister' && outcome.result === 'failed')
        return false;
    return outcome.service !== undefined && !('pending' in outcome);
}
async function readFacts(inputs, { workspace }) {
    const said = (0,rest_record/* known */.eO)({
        name: inputs.serviceName,
        version: inputs.serviceVersion,
        description: inputs.serviceDescription,
        endpoints: inputs.endpoints,
        capabilities: inputs.capabilities,
        status: inputs.serviceStatus,
    });
    const { serviceFile: file, serviceName: name } = inputs;
    const declared = file === undefined ? {} : await (0,declared_files/* readOneService */.iT)(file, name, workspace);
    return [said, declared, await (0,declared_files/* readPackageFile */.h0)(inputs.packageJson, workspace)];
}
function nameOf(facts, operation) {
    const name = facts.map((one) => one.name).find((one) => one !== undefined);
    // Registering tells all that is wrong with the service at once.
    if (operation === 'register')
        return name;
    if (name === undefined) {
        if (operation === 'discover' || operation === 'refresh')
            return undefined;
        throw new errors/* UserError */.yo(`The operation ${operation} needs a service-name.`);
    }
    if (!service/* SERVICE_NAME */.OX.test(name))
        throw new errors/* UserError */.yo(`The service name ${JSON.stringify(name)} is not valid.`);
    return name;
}


/***/ })

};
