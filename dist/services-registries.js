export const id = 8091;
export const ids = [8091, 2868];
export const modules = {

/***/ 68091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backstageRegistry: () => (/* binding */ backstageRegistry)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/src/platform/github/pulls.js
var pulls = __webpack_require__(52737);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/platform/github/repositories.js
var repositories = __webpack_require__(90549);
// EXTERNAL MODULE: ./build/src/platform/text/nesting.js
var nesting = __webpack_require__(68203);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(81200);
;// CONCATENATED MODULE: ./build/src/services/registries/catalog-entity.js


const PREFIX = 'release-actions/';
const DEFAULT_NAMESPACE = 'default';
const MOST_ALIASES = 100;
function readEntity(document) {
    const entity = document.toJS({ maxAliasCount: MOST_ALIASES });
    const name = (0,rest_record/* textAt */.$6)(entity, 'metadata.name');
    if ((0,rest_record/* textAt */.$6)(entity, 'kind') !== 'Component' || name === undefined)
        return undefined;
    const metadata = (0,records/* isRecord */.u)(entity) && (0,records/* isRecord */.u)(entity.metadata) ? entity.metadata : {};
    const { [`${PREFIX}version`]: version, [`${PREFIX}status`]: status, ...others } = (0,rest_record/* textsOf */.CB)(metadata.annotations);
    const commit = others[`${PREFIX}commit`];
    const branch = others[`${PREFIX}branch`];
    const lastDeployed = others[`${PREFIX}last-deployed`];
    const endpoints = linksIn(metadata.links).filter(isOurs);
    const service = {
        name,
        endpoints: Object.fromEntries(endpoints.map(({ title, url }) => [title, url])),
        capabilities: capabilitiesIn(others[`${PREFIX}capabilities`]),
        ...(0,rest_record/* known */.eO)({ version, status, lastDeployed, description: (0,rest_record/* textAt */.$6)(entity, 'metadata.description') }),
        ...(commit !== undefined || branch !== undefined ? { deployment: (0,rest_record/* known */.eO)({ commit, branch }) } : {}),
    };
    return { service, namespace: (0,rest_record/* textAt */.$6)(entity, 'metadata.namespace') ?? DEFAULT_NAMESPACE };
}
function newEntity({ name, namespace }, owner) {
    const place = namespace === DEFAULT_NAMESPACE ? {} : { namespace };
    return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, ...place },
        spec: { type: 'service', lifecycle: 'production', owner },
    };
}
function writeFacts(document, service, yaml) {
    const { version, description, status, deployment, endpoints, capabilities } = service;
    const metadata = ownMap(document, ['metadata'], yaml);
    if (description !== undefined)
        document.setIn([...metadata, 'description'], description);
    const facts = { version, status, commit: deployment?.commit, branch: deployment?.branch };
    const listed = capabilities && capabilities.length > 0 ? JSON.stringify(capabilities) : undefined;
    writeAnnotations(document, { ...facts, capabilities: listed }, yaml);
    if (capabilities?.length === 0)
        document.deleteIn(annotation('capabilities'));
    if (endpoints !== undefined)
        writeLinks(document, endpoints, yaml);
}
function writeAnnotations(document, facts, yaml) {
    const given = Object.entries(facts).filter(([, value]) => value !== undefined);
    if (given.length === 0)
        return;
    ownMap(document, ['metadata', 'annotations'], yaml);
    for (const [fact, value] of given)
        document.setIn(annotation(fact), value);
}
function annotation(fact) {
    return ['metadata', 'annotations', `${PREFIX}${fact}`];
}
function writeLinks(document, endpoints, yaml) {
    const path = ['metadata', 'links'];
    if (document.getIn(path, true) === undefined && Object.keys(endpoints).length === 0)
        return;
    own(document, path, yaml);
    if (!yaml.isSeq(document.getIn(path, true)))
        document.setIn(path, document.createNode([]));
    const links = document.getIn(path, true);
    if (!yaml.isSeq(links))
        return;
    links.items = links.items.filter((item) => !isOurs(plainValue(item, document, yaml)));
    for (const [title, url] of Object.entries(endpoints))
        links.add(document.createNode({ url, title, type: 'endpoint' }));
    if (links.items.length === 0)
        document.deleteIn(path);
}
function ownMap(document, path, yaml) {
    own(document, path, yaml);
    if (!yaml.isMap(document.getIn(path, true)))
        document.setIn(path, document.createNode({}));
    return path;
}
function own(document, path, yaml) {
    const found = document.getIn(path, true);
    if (yaml.isAlias(found)) {
        const target = found.resolve(document);
        document.setIn(path, target ? withoutAnchors(target, document, yaml) : document.createNode(null));
        return;
    }
    const anchors = anchorsIn(found, yaml);
    if (anchors.size === 0)
        return;
    const inside = new Set();
    yaml.visit(found, (_, node) => void inside.add(node));
    yaml.visit(document, {
        Alias: (_, alias) => {
            if (inside.has(alias) || !anchors.has(alias.source))
                return undefined;
            const target = alias.resolve(document);
            return target ? withoutAnchors(target, document, yaml) : undefined;
        },
    });
}
function anchorsIn(node, yaml) {
    const anchors = new Set();
    if (!yaml.isNode(node))
        return anchors;
    yaml.visit(node, {
        Node: (_, one) => {
            if ('anchor' in one && one.anchor)
                anchors.add(one.anchor);
        },
    });
    return anchors;
}
function withoutAnchors(node, document, yaml) {
    return document.createNode(plainValue(node, document, yaml));
}
function plainValue(node, document, yaml) {
    return yaml.isNode(node) ? node.toJS(document, { maxAliasCount: MOST_ALIASES }) : node;
}
function linksIn(links) {
    return Array.isArray(links) ? links : [];
}
function isOurs(link) {
    return ((0,rest_record/* textAt */.$6)(link, 'type') === 'endpoint' && (0,rest_record/* textAt */.$6)(link, 'title') !== undefined && (0,rest_record/* textAt */.$6)(link, 'url') !== undefined);
}
function capabilitiesIn(text) {
    try {
        const value = JSON.parse(text ?? '[]');
        return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/src/services/registries/backstage-file.js



async function readCatalog(text, namespace = 'default', name) {
    const { parts } = await parse(text, name);
    return parts.flatMap(({ entity }) => (entity?.namespace === namespace ? [entity.service] : []));
}
async function editCatalog(text, service, { namespace, owner }) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const file = await parse(text, service.name);
    const name = { name: service.name, namespace };
    const existing = find(file, name);
    if (existing) {
        writeFacts(existing.document, service, yaml);
        return replaced(file, existing, render(existing.document));
    }
    const document = new yaml.Document(newEntity(name, owner));
    writeFacts(document, service, yaml);
    return appended(text, render(document));
}
async function withStatus(text, change, namespace) {
    const file = await parse(text, change.name);
    const existing = find(file, { name: change.name, namespace });
    if (!existing)
        return text;
    const facts = { status: change.status, 'last-deployed': change.lastDeployed };
    writeAnnotations(existing.document, facts, await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19)));
    return replaced(file, existing, render(existing.document));
}
async function removeFromCatalog(text, name) {
    const file = await parse(text, name.name);
    const existing = find(file, name);
    return existing ? replaced(file, existing, '') : text;
}
const READ_WHOLE = 512 * 1024;
async function parse(text, name) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const isAsked = (part) => name === undefined || text.length <= READ_WHOLE || part.includes(name);
    const parts = slices(text).flatMap(({ from, to }) => {
        const part = text.slice(from, to);
        if (!isAsked(part))
            return [];
        const document = read(parseDocument, part);
        const [error] = document.errors;
        if (error)
            throw notValid(error.message);
        return document.contents === null ? [] : [{ document, from, to, entity: entityOf(document) }];
    });
    return { text, parts };
}
function read(parseDocument, part) {
    try {
        if ((0,nesting/* depthOf */.d1)(part) > nesting/* MOST_OPEN */.jS)
            throw new RangeError();
        return parseDocument(part, { prettyErrors: false });
    }
    catch (error) {
        throw error instanceof RangeError ? notValid('it is nested too deeply to be read') : error;
    }
}
function slices(text) {
    const starts = [...text.matchAll(/^---(?=[ \t\r\n]|$)/gm)].map(({ index }) => index);
    const begins = [0, ...starts.filter((start) => start > 0 && !/^%.*\r?\n$/.test(lineBefore(text, start)))];
    return begins.map((from, index) => ({ from, to: begins[index + 1] ?? text.length }));
}
function lineBefore(text, start) {
    return text.slice(text.lastIndexOf('\n', start - 2) + 1, start);
}
function entityOf(document) {
    try {
        return readEntity(document);
    }
    catch (error) {
        throw notValid((0,errors/* messageOf */.bD)(error));
    }
}
function notValid(why) {
    return new errors/* UserError */.yo(`The catalog file is not valid YAML: ${why.replace(/\s+/g, ' ')}`);
}
function find({ parts }, { name, namespace }) {
    return parts.find(({ entity }) => entity?.service.name === name && entity.namespace === namespace);
}
function replaced({ text }, { from, to }, document) {
    const before = text.slice(0, from);
    const after = text.slice(to);
    const marker = document !== '' && before !== '' && !document.startsWith('---') ? '---\n' : '';
    const body = `${marker}${document}`;
    const kept = before === '' && document === '' ? after.replace(/^---[ \t]*\r?\n/, '') : after;
    return before + asIn(text, body) + kept;
}
function appended(text, document) {
    if (text.trim() === '')
        return text + asIn(text, document);
    const end = text.endsWith('\n') ? '' : '\n';
    return text + asIn(text, `${end}---\n${document}`);
}
function render(document) {
    return document.toString({ lineWidth: 0 });
}
function asIn(text, addition) {
    return /\r\n/.test(text) ? addition.replace(/\r?\n/g, '\r\n') : addition;
}

// EXTERNAL MODULE: ./build/src/services/registries/registry-answer.js
var registry_answer = __webpack_require__(27256);
// EXTERNAL MODULE: ./build/src/services/registries/registry-client.js
var registry_client = __webpack_require__(42405);
// EXTERNAL MODULE: ./build/src/services/registries/rest.js
var rest = __webpack_require__(43516);
;// CONCATENATED MODULE: ./build/src/services/registries/backstage.js










function backstageRegistry(options) {
    const { namespace, owner } = options;
    const services = async (path, name) => readCatalog(await readText(options, path), namespace, name);
    const change = async (name, title, edit) => ({
        pending: await propose(options, { name, title, path: (0,registry_client/* fillPath */.dN)(options.path, name), edit }),
    });
    return {
        represent: ({ deployment, ...service }) => {
            const { time: _time, run: _run, ...facts } = deployment ?? {};
            return deployment ? { ...service, deployment: facts } : service;
        },
        async read(name) {
            const found = (await services((0,registry_client/* fillPath */.dN)(options.path, name), name)).filter((one) => one.name === name);
            if (found.length > 1)
                throw (0,rest/* duplicate */.Y)(name, found.length);
            return found[0];
        },
        upsert: (service) => change(service.name, `Register ${service.name}`, (text) => editCatalog(text, service, { namespace, owner })),
        setStatus: (wanted) => change(wanted.name, `Set ${wanted.name} to ${wanted.status}`, (text) => withStatus(text, wanted, namespace)),
        remove: (name) => change(name, `Deregister ${name}`, (text) => removeFromCatalog(text, { name, namespace })),
        async list() {
            if (!options.path.includes('{name}'))
                return services(options.path);
            throw new errors/* UserError */.yo(`The catalog has a file per service (${options.path}); it cannot be listed.`);
        },
        discover: () => noDiscovery(),
        refresh: () => noDiscovery(),
    };
}
async function noDiscovery() {
    throw new errors/* UserError */.yo('A Backstage catalog has no discovery document; use operation register, status or deregister.');
}
async function readText({ client, repository, signal }, path) {
    const { defaultBranch: ref } = await (0,repositories/* readRepository */.Nu)(client, repository, { signal });
    return (await (0,contents/* readFileVersion */.hy)(client, repository, { path, ref }, { signal }))?.text ?? '';
}
async function propose(options, { name, title, path, edit }) {
    const { client, repository, signal } = options;
    const head = `release-actions/service-${name}`;
    const { defaultBranch: base } = await (0,repositories/* readRepository */.Nu)(client, repository, { signal });
    const pull = await (0,pulls/* findOpenPull */.z)(client, repository, { head, base }, { signal });
    const start = await (0,contents/* readFileVersion */.hy)(client, repository, { path, ref: pull ? head : base }, { signal });
    const wanted = await edit(start?.text ?? '');
    await prepareBranch(options, { head, base, keep: pull !== undefined });
    await commit(options, { branch: head, path, title, wanted, before: start?.text });
    if (pull)
        return pull.url;
    const body = `${title}, as proposed by \`register-service\`. It is in force when this is merged.`;
    const text = { title: options.redact(title), body: options.redact(body) };
    return (await (0,pulls/* upsertPull */.N)(client, repository, { head, base, ...text }, { signal })).url;
}
async function prepareBranch({ client, repository, signal }, { head, base, keep }) {
    const existing = await (0,refs/* getRef */.cX)(client, repository, `heads/${head}`, { signal });
    if (existing !== undefined && keep)
        return;
    const sha = await (0,refs/* getRef */.cX)(client, repository, `heads/${base}`, { signal });
    if (sha === undefined)
        throw new errors/* UserError */.yo(`The catalog's repository ${repository} has no commit on ${base}.`);
    const target = { ref: `heads/${head}`, sha };
    if (existing === undefined)
        await (0,refs/* createRef */._3)(client, repository, target, { signal });
    else if (existing !== sha)
        await (0,refs/* updateRef */.du)(client, repository, { ...target, force: true }, { signal });
}
async function commit({ client, repository, signal, redact }, { branch, path, title, wanted, before, }) {
    const held = await (0,contents/* readFileVersion */.hy)(client, repository, { path, ref: branch }, { signal });
    const text = redact(wanted);
    if (held?.text === text || (held === undefined && text === ''))
        return;
    const conflict = () => new registry_answer/* RegistryProblem */.Ne('conflict', `${path} on ${branch} is not what was written: another run changed it. Run again.`);
    if (held?.text !== before)
        throw conflict();
    const file = { path, branch, text, message: redact(title), sha: held?.sha };
    await (0,contents/* writeFile */._h)(client, repository, file, { signal }).catch((error) => {
        if (!(error instanceof github_errors/* AmbiguousWrite */.OH))
            throw error;
    });
    const after = await (0,contents/* readFileVersion */.hy)(client, repository, { path, ref: branch }, { signal });
    if (after?.text !== text)
        throw conflict();
}


/***/ })
,

/***/ 98026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openServiceRegistry),
  P: () => (/* binding */ registryInputs)
});

// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/net/safe-request.js + 2 modules
var safe_request = __webpack_require__(56541);
;// CONCATENATED MODULE: ./build/src/services/registries/http-call.js

function networkCall(network) {
    return ({ url, method, ...message }) => (0,safe_request/* safeRequest */.z)(url, { ...message, method, network, maxRedirects: method === 'GET' ? 5 : 0 });
}

// EXTERNAL MODULE: ./build/src/services/registries/open-registry.js + 5 modules
var open_registry = __webpack_require__(39564);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
;// CONCATENATED MODULE: ./build/src/actions/setup/registry-inputs.js




const registryInputs = {
    paths: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    fields: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
    'discovery-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'discovery-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'refresh-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'origin-tokens': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* map */.Tj, {})),
    ...network_inputs/* networkInputs */.y,
};
async function openServiceRegistry(inputs, { kind, token }, runner) {
    for (const one of Object.values(inputs.originTokens))
        runner.secrets.add(one);
    const { registryUrl: at, paths, fields, discoveryUrl, discoveryToken, refreshToken, originTokens } = inputs;
    const tokens = { token, byUse: { discovery: discoveryToken, refresh: refreshToken }, byOrigin: originTokens };
    const http = networkCall(await (0,network_inputs/* openNetwork */.X)(inputs, runner));
    const { clock, signal } = runner;
    return (0,open_registry/* openRegistry */.M)({ kind, url: at, tokens, paths, fields, discoveryUrl, http, clock, signal });
}


/***/ }),

/***/ 91976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ discoveryTime),
/* harmony export */   d: () => (/* binding */ discoveredServices)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64339);
/* harmony import */ var _registries_rest_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81200);



function discoveredServices(document) {
    const services = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(document) && 'services' in document ? document.services : document;
    if (Array.isArray(services))
        return services.map((entry, index) => discovered(entry, `services[${index}]`));
    if ((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(services)) {
        return Object.entries(services).map(([name, entry]) => discovered((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(entry) ? { name, ...entry } : name, `services.${name}`));
    }
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The discovery document names no services: expected a list or a map of them, at the top or under "services".');
}
function discovered(entry, where) {
    const name = typeof entry === 'string' ? entry : (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'name');
    if (!name)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The discovery document has no name at ${where}.`);
    const endpoints = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(entry) && (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(entry.endpoints) ? (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(entry.endpoints) : undefined;
    return { name, ...(0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)({ version: (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'version'), endpoints }) };
}
function discoveryTime(document) {
    const texts = ['generated_at', 'generatedAt', 'updated_at', 'updatedAt', 'last_refreshed'];
    const found = texts.map((key) => Date.parse((0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(document, key) ?? '')).find((time) => !Number.isNaN(time));
    return found;
}


/***/ }),

/***/ 49760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ readDeclared),
/* harmony export */   h0: () => (/* binding */ readPackageFile),
/* harmony export */   iT: () => (/* binding */ readOneService)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);
/* harmony import */ var _platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19523);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8633);




async function readDeclared(files, workspace) {
    if (files.length === 0)
        return undefined;
    const read = await Promise.all(files.map(async (file) => {
        const services = await (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .readServiceFile */ .Gz)(await readText(file, workspace), file);
        return services.map((service) => ({ service, file }));
    }));
    const declared = read.flat();
    const faults = declared.flatMap(({ service, file }, index) => {
        const first = declared.findIndex((other) => other.service.name === service.name);
        if (first === index)
            return [];
        const where = declared[first]?.file ?? '';
        return [{ message: `The service ${JSON.stringify(service.name)} is declared here and in ${where}.`, file }];
    });
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(faults);
    return declared.map(({ service }) => service);
}
async function readOneService(file, name, workspace) {
    const services = await (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .readServiceFile */ .Gz)(await readText(file, workspace), file);
    const [first, ...others] = name === undefined ? services : services.filter((one) => one.name === name);
    if (!first)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ message: `${file} declares no service named ${JSON.stringify(name)}.`, file });
    if (others.length > 0) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ message: `${file} declares ${services.length} services: say which by service-name.`, file });
    }
    const { routes: _routes, ...service } = first;
    return service;
}
async function readPackageFile(file, workspace) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(await (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .namedPath */ .hq)(workspace, file), 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw unreadable(file, error);
    });
    return text === undefined ? {} : (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .readPackage */ .LY)(text, file);
}
async function readText(file, workspace) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(await (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .namedPath */ .hq)(workspace, file), 'utf8').catch((error) => {
        throw unreadable(file, error);
    });
}
function unreadable(file, error) {
    return new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The file ${file} cannot be read: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
}


/***/ }),

/***/ 8633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ readServiceFile),
/* harmony export */   LY: () => (/* binding */ readPackage),
/* harmony export */   Mc: () => (/* binding */ composeService),
/* harmony export */   PX: () => (/* binding */ deploymentFacts)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64339);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35663);
/* harmony import */ var _platform_text_json_object_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77767);
/* harmony import */ var _platform_text_yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15698);
/* harmony import */ var _registries_rest_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81200);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66209);







const SHAPES = {
    name: 'text',
    version: 'text',
    description: 'text',
    status: 'text',
    endpoints: 'texts',
    capabilities: 'list',
    routes: 'list',
};
async function readServiceFile(text, file) {
    const document = await (0,_platform_text_yaml_js__WEBPACK_IMPORTED_MODULE_3__.parseYaml)(text, 'texts');
    if ('faults' in document)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(document.faults.map((fault) => ({ ...fault, file })));
    const entries = entriesOf(document.value);
    const faults = [];
    const fault = (message, path) => faults.push({ message, file, ...document.locate(path) });
    if (entries.length === 0)
        fault('The file declares no service: expected one, a list, or a list under "services".', []);
    const declared = [];
    for (const { entry, path } of entries) {
        const problems = entryProblems(entry, path);
        for (const problem of problems)
            fault(problem.message, problem.path);
        if (problems.length > 0)
            continue;
        const service = { name: '', ...entry };
        for (const message of (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceFaults */ .jl)(service))
            fault(message, path);
        if (declared.some(({ name }) => name === service.name)) {
            fault(`The service ${JSON.stringify(service.name)} is declared twice; a name must be unique.`, [...path, 'name']);
        }
        declared.push(service);
    }
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    return declared;
}
function entriesOf(value) {
    if (Array.isArray(value))
        return value.map((entry, index) => ({ entry, path: [index] }));
    if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u)(value))
        return [];
    const { services } = value;
    if (Array.isArray(services))
        return services.map((entry, index) => ({ entry, path: ['services', index] }));
    return 'name' in value ? [{ entry: value, path: [] }] : [];
}
function entryProblems(entry, path) {
    if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u)(entry))
        return [{ message: 'Expected a service: a map with name, endpoints and capabilities.', path }];
    return Object.entries(entry).flatMap(([key, value]) => {
        const shape = Object.hasOwn(SHAPES, key) ? SHAPES[key] : undefined;
        const message = shape === undefined
            ? `${JSON.stringify(key)} is not known here; expected ${Object.keys(SHAPES).join(', ')}.`
            : shapeProblem(key, value, shape);
        return message === undefined ? [] : [{ message, path: [...path, key] }];
    });
}
function shapeProblem(key, value, shape) {
    const isText = (one) => typeof one === 'string';
    if (shape === 'text')
        return isText(value) ? undefined : `${key} must be a text.`;
    if (shape === 'list')
        return Array.isArray(value) && value.every(isText) ? undefined : `${key} must be a list of texts.`;
    const valid = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u)(value) && Object.values(value).every(isText);
    return valid ? undefined : `${key} must be a map from names to URLs.`;
}
function composeService(sources, deployment) {
    const merged = Object.assign({}, ...sources.map((source) => (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(source)).reverse());
    const service = { name: '', ...merged, deployment };
    const faults = merged.name === undefined ? [MISSING_NAME] : (0,_service_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceFaults */ .jl)(service);
    if (merged.version === undefined) {
        faults.push('The service has no version: give service-version, or a version in package.json or the service file.');
    }
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults.map((message) => ({ message })));
    return service;
}
const MISSING_NAME = 'The service has no name: give service-name, or a name in package.json (without its scope) or the service file.';
async function readPackage(text, file) {
    const json = await (0,_platform_text_json_object_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonObject */ .d)(text, (message, place) => ({ message: `${file}: ${message}`, file, ...place }));
    if ('faults' in json)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(json.faults);
    const manifest = json.value;
    return (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)({
        name: (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(manifest, 'name')?.replace(/^@[^/]*\//, ''),
        version: (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(manifest, 'version'),
        description: (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(manifest, 'description'),
    });
}
function deploymentFacts(env, now) {
    const context = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_1__/* .runContext */ .pO)(env);
    const run = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_1__/* .runUrl */ .Vp)(context);
    return (0,_registries_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)({
        commit: context.commit,
        branch: context.headBranch ?? context.refName,
        time: new Date(now).toISOString(),
        run: run && context.runAttempt ? `${run}/attempts/${context.runAttempt}` : run,
    });
}


/***/ }),

/***/ 85929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ deregister),
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   kz: () => (/* binding */ register)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60667);
/* harmony import */ var _registries_registry_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27256);
/* harmony import */ var _registries_registry_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42405);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66209);





const WRITES = 3;
const WRITE_PAUSE = { firstMs: 1_000, factor: 2, longestMs: 30_000 };
const READ_BACKS = 5;
async function register(wanted, tools, { creates = true } = {}) {
    const goal = tools.registry.represent(wanted);
    return converge(tools, {
        name: goal.name,
        lacking: (found) => (found ? (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .differences */ .tX)(goal, found) : absence),
        write: (previous) => tools.registry.upsert(goal, previous),
        absent: creates ? undefined : `The registry does not find ${goal.name} by its name, though it lists it.`,
    });
}
async function setStatus(name, status, tools) {
    const now = new Date(tools.clock.now()).toISOString();
    const deployed = (found) => found?.deployment?.time ?? now;
    return converge(tools, {
        name,
        lacking: (found) => {
            if (!found)
                return absence;
            const changes = [];
            const other = [found, ...(found.instances ?? [])].find((one) => one.status !== status);
            if (other)
                changes.push({ field: 'status', expected: status, found: other.status });
            if (found.lastDeployed === undefined || isBefore(found.lastDeployed, found.deployment?.time)) {
                changes.push({ field: 'last_deployed', expected: deployed(found), found: found.lastDeployed });
            }
            return changes;
        },
        write: (previous) => tools.registry.setStatus({ name, status, lastDeployed: deployed(previous) }),
        absent: `The registry has no service named ${name}: register it before its status is set.`,
    });
}
async function deregister(name, tools) {
    let removed = false;
    return converge(tools, {
        name,
        lacking: (found) => !found || (removed && found.foreign) ? [] : [{ field: 'registration', expected: '(none)', found: found.name }],
        write: async () => {
            const receipt = await tools.registry.remove(name);
            removed = true;
            return receipt;
        },
        absent: undefined,
    });
}
const absence = [{ field: 'registration', expected: 'present', found: undefined }];
async function converge(tools, goal) {
    const notes = [];
    try {
        const found = await tools.registry.read(goal.name);
        const changes = goal.lacking(found);
        if (changes.length === 0)
            return { result: 'unchanged', changes, notes, ...held(found) };
        if (!found && goal.absent !== undefined)
            return failure(goal.absent, notes);
        const result = found ? 'updated' : 'created';
        if (tools.dryRun)
            return { result, changes, notes: ['Dry run: nothing was written.'], ...held(found) };
        const written = await writeUntilHeld(tools, goal, { found, notes });
        return 'reason' in written ? written : { ...written, result, changes };
    }
    catch (error) {
        if (error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E)
            return failure(error.message, notes);
        throw error;
    }
}
async function writeUntilHeld(tools, goal, { found, notes }) {
    let previous = found;
    for (let write = 1;; write++) {
        const { receipt, problem } = await writeOnce(tools, goal, previous);
        if (receipt?.pending !== undefined)
            return { notes, pending: receipt.pending, ...held(previous) };
        if (problem)
            notes.push(problem.message);
        previous = await readBack(tools, goal, { reads: problem ? 1 : READ_BACKS, notes });
        const missing = goal.lacking(previous);
        if (missing.length === 0)
            return { notes, ...held(previous) };
        if (!problem)
            return unconfirmed(missing, notes, previous);
        const again = (0,_registries_registry_client_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassing */ .WG)(problem) || problem.problem === 'precondition';
        if (!again || write === WRITES) {
            return { ...failure(problem.message, notes.slice(0, -1)), differences: missing, ...held(previous) };
        }
        await tools.clock.sleep((0,_platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_4__/* .backoffMs */ .j)(WRITE_PAUSE, write - 1), tools.signal);
    }
}
async function writeOnce({ clock, signal }, goal, previous) {
    signal.throwIfAborted();
    try {
        return { receipt: await goal.write(previous) };
    }
    catch (error) {
        if (!(error instanceof _registries_registry_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne))
            throw error;
        if (error instanceof _registries_registry_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .Throttled */ .xx) {
            if (error.retryAfter > _registries_registry_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_PAUSE */ .UV)
                throw error;
            await clock.sleep(error.retryAfter, signal);
        }
        return { problem: error };
    }
}
async function readBack({ registry, clock, signal }, goal, { reads, notes }) {
    for (let read = 1;; read++) {
        const found = await registry.read(goal.name).catch((error) => {
            notes.push('The write may have happened: its result could not be read back.');
            throw error;
        });
        if (read === reads || goal.lacking(found).length === 0)
            return found;
        await clock.sleep(500 * 2 ** (read - 1), signal);
    }
}
function unconfirmed(missing, notes, found) {
    const what = missing.map(_service_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDifference */ .hF).join('; ');
    const reason = `The registry accepted the write, but does not hold what was written: ${what}.`;
    return { ...failure(reason, notes), differences: missing, ...held(found) };
}
function failure(reason, notes) {
    return { result: 'failed', reason, differences: [], notes };
}
function held(found) {
    return found ? { service: (0,_service_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOf */ .xS)(found) } : {};
}
function isBefore(one, other) {
    return other !== undefined && Date.parse(one) < Date.parse(other);
}


/***/ }),

/***/ 11211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ timeLimit)
/* harmony export */ });
/* harmony import */ var _platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61509);
/* harmony import */ var _registries_registry_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27256);


function timeLimit(what, bounds) {
    const seconds = bounds.ms / 1_000;
    return (0,_platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_0__/* .timedSignal */ .s)(bounds, () => new _registries_registry_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryProblem */ .Ne('unreachable', `${what} took longer than ${seconds} s (the input timeout).`));
}


/***/ }),

/***/ 39564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ catalogRepository),
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/services/registries/registry-answer.js
var registry_answer = __webpack_require__(27256);
// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(81200);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
;// CONCATENATED MODULE: ./build/src/services/registries/consul/consul-memory.js
const TAGS = 'release-actions-tags';
const ADDRESS = 'release-actions-address';
const VALUE = 512;
function memoryOf(meta) {
    const parts = Object.keys(meta).filter((key) => key === TAGS || key.startsWith(`${TAGS}-`));
    const text = Array.from({ length: parts.length }, (_, index) => meta[tagsKey(index)] ?? '').join('');
    const keys = [...parts, ...(ADDRESS in meta ? [ADDRESS] : [])];
    return { written: keys.length > 0, tags: text === '' ? [] : parseTags(text), address: meta[ADDRESS], keys };
}
function remember({ tags, address }) {
    const text = JSON.stringify(tags).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const chunks = text.match(new RegExp(`.{1,${VALUE}}`, 'g')) ?? [];
    return {
        ...Object.fromEntries(chunks.map((chunk, index) => [tagsKey(index), chunk])),
        ...(address === undefined ? {} : { [ADDRESS]: address }),
    };
}
function tagsKey(index) {
    return index === 0 ? TAGS : `${TAGS}-${index + 1}`;
}
function parseTags(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/src/services/registries/consul/consul-record.js



const META_VALUE = 512;
const ENDPOINT = 'endpoint-';
const OWN_KEYS = ['version', 'description', 'status', 'commit', 'branch', 'deployed-at', 'run', 'last-deployed'];
const FOREIGN_FIELDS = [
    ...['Weights', 'EnableTagOverride', 'Kind', 'Proxy', 'Connect', 'TaggedAddresses', 'SocketPath', 'Locality'],
    ...['Namespace', 'Partition'],
];
function agentService(row) {
    return (0,records/* isRecord */.u)(row) && typeof row.ID === 'string' && typeof row.Service === 'string' ? [row] : [];
}
function isOurs({ ID, Service: name, Meta }) {
    return ID === name || memoryOf((0,rest_record/* textsOf */.CB)(Meta)).written;
}
function cutToMeta(text) {
    const bytes = Buffer.from(text);
    if (bytes.byteLength <= META_VALUE)
        return text;
    let end = META_VALUE;
    while (((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000)
        end--;
    return bytes.subarray(0, end).toString('utf8');
}
function fromAgent(row) {
    const meta = (0,rest_record/* textsOf */.CB)(row.Meta);
    const endpoints = Object.entries(meta).filter(([key]) => key.startsWith(ENDPOINT));
    const { version, description, status, commit, branch, run } = meta;
    const deployment = (0,rest_record/* known */.eO)({ commit, branch, run, time: meta['deployed-at'] });
    const { tags } = memoryOf(meta);
    const present = (0,rest_record/* listOf */.c3)(row.Tags);
    return {
        name: row.Service,
        endpoints: Object.fromEntries(endpoints.map(([key, url]) => [key.slice(ENDPOINT.length), url])),
        capabilities: present.filter((tag) => tags.includes(tag)),
        foreignCapabilities: present.filter((tag) => !tags.includes(tag)),
        ...(0,rest_record/* known */.eO)({ version, description, status, lastDeployed: meta['last-deployed'] }),
        ...(isOurs(row) ? {} : { foreign: true }),
        ...(Object.keys(deployment).length > 0 ? { deployment } : {}),
    };
}
function registration(service, previous) {
    const memory = memoryOf((0,rest_record/* textsOf */.CB)(previous?.Meta));
    const foreignTags = (0,rest_record/* listOf */.c3)(previous?.Tags).filter((tag) => !memory.tags.includes(tag));
    const tags = service.capabilities.filter((tag) => !foreignTags.includes(tag));
    const place = placeOf(service, previous, memory.address);
    return {
        ...Object.fromEntries(FOREIGN_FIELDS.map((field) => [field, previous?.[field]]).filter(([, value]) => value)),
        ...(place.tagged === undefined ? {} : { TaggedAddresses: place.tagged }),
        ID: previous?.ID ?? service.name,
        Name: service.name,
        Tags: [...foreignTags, ...tags],
        Address: place.address,
        Port: place.port,
        Meta: { ...foreignMeta(previous), ...metaOf(service), ...remember({ tags, address: place.remembered }) },
    };
}
function metaOf(service) {
    const { version, description, status, lastDeployed, deployment, endpoints } = service;
    const { commit, branch, run, time } = deployment ?? {};
    return {
        ...(0,rest_record/* known */.eO)({ version, description, status, commit, branch, run, 'deployed-at': time, 'last-deployed': lastDeployed }),
        ...Object.fromEntries(Object.entries(endpoints).map(([name, url]) => [`${ENDPOINT}${name}`, url])),
    };
}
function foreignMeta(previous) {
    const meta = (0,rest_record/* textsOf */.CB)(previous?.Meta);
    const memory = memoryOf(meta).keys;
    const isOwn = (key) => OWN_KEYS.includes(key) || key.startsWith(ENDPOINT) || memory.includes(key);
    return Object.fromEntries(Object.entries(meta).filter(([key]) => !isOwn(key)));
}
function placeOf(service, previous, remembered) {
    const current = previous && `${String(previous.Address)}:${String(previous.Port)}`;
    const wanted = addressOf(service);
    if (previous && (current !== remembered || !wanted)) {
        const kept = current === remembered ? remembered : undefined;
        return { address: previous.Address ?? '', port: previous.Port ?? 0, remembered: kept };
    }
    if (!wanted)
        return { address: '', port: 0, remembered: undefined };
    const place = { ...wanted, remembered: `${wanted.address}:${wanted.port}` };
    return previous ? { ...place, tagged: withoutAddress(previous) } : place;
}
function addressOf({ endpoints = {} }) {
    const url = endpoints.api ?? endpoints.health ?? Object.values(endpoints)[0];
    if (url === undefined)
        return undefined;
    const { hostname, port, protocol } = new URL(url);
    const standard = protocol === 'http:' || protocol === 'ws:' ? 80 : 443;
    return { address: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? standard : Number(port) };
}
function withoutAddress({ TaggedAddresses, Address, Port }) {
    const follows = (place) => (0,records/* isRecord */.u)(place) && place.Address === Address && place.Port === Port;
    return Object.fromEntries(Object.entries((0,records/* isRecord */.u)(TaggedAddresses) ? TaggedAddresses : {}).filter(([, place]) => !follows(place)));
}

;// CONCATENATED MODULE: ./build/src/services/registries/consul/consul-catalog.js





const CONSUL = 'consul';
const PARALLEL_READS = 8;
async function catalogNames(client, url = '/v1/catalog/services') {
    const { body } = complete(await client.get(url, 'discovery'), 'the catalog');
    if (!(0,records/* isRecord */.u)(body)) {
        throw new registry_answer/* RegistryProblem */.Ne('unreadable', 'The Consul catalog answered with no map of services. Is registry-url an agent?');
    }
    if (Object.keys(body).length === 0)
        throw consul_catalog_hidden('the catalog');
    return Object.fromEntries(Object.entries(body).flatMap(([name, tags]) => (name === CONSUL ? [] : [[name, (0,rest_record/* listOf */.c3)(tags)]])));
}
async function catalogServices(client) {
    const names = Object.keys(await catalogNames(client));
    const services = await (0,pool/* mapPooled */.Q)(names, PARALLEL_READS, async (name) => fromInstances(await instancesOf(client, name)));
    return services.filter((service) => service !== undefined);
}
async function instancesOf(client, name) {
    const reply = complete(await client.get(`/v1/health/service/${encodeURIComponent(name)}`), `the service ${name}`);
    return (Array.isArray(reply.body) ? reply.body : []).flatMap((row) => {
        const { Node, Service, Checks } = (0,records/* isRecord */.u)(row) ? row : {};
        const node = (0,records/* isRecord */.u)(Node) ? String(Node.Node) : '';
        return agentService(Service).map((service) => ({ service, node, checks: checksIn(Checks) }));
    });
}
function complete(reply, what) {
    if (reply.headers['x-consul-results-filtered-by-acls'] === 'true')
        throw consul_catalog_hidden(what);
    return reply;
}
function consul_catalog_hidden(what) {
    return new registry_answer/* RegistryProblem */.Ne('refused', `Consul does not show this token all of ${what}, so what is missing from it says nothing. ` +
        'Grant the token node:read and service:read for all services (node_prefix "" and service_prefix "").');
}
function checksIn(rows) {
    return (Array.isArray(rows) ? rows : []).filter(records/* isRecord */.u).map(({ Name, Status, Output }) => ({
        name: String(Name),
        status: String(Status),
        output: typeof Output === 'string' ? Output : '',
    }));
}
function fromInstances(instances) {
    const own = instances.filter(({ service }) => isOurs(service));
    const [first, ...others] = (own.length > 0 ? own : instances).map(({ service }) => fromAgent(service));
    if (!first)
        return undefined;
    return { ...first, health: healthOf(instances), ...(others.length > 0 ? { instances: others } : {}) };
}
function healthOf(instances) {
    const troubled = instances.filter(({ checks }) => checks.some(({ status }) => status === 'critical'));
    const first = troubled.flatMap(({ node, checks }) => checks.filter(({ status }) => status === 'critical').map((check) => ({ node, ...check })))[0];
    const why = first ? `: ${first.name} on ${first.node} is critical${shortened(first.output)}` : '';
    const count = `${instances.length} ${instances.length === 1 ? 'instance' : 'instances'}`;
    const passes = troubled.length < instances.length;
    const detail = troubled.length === 0
        ? `Consul's checks of ${count} pass`
        : `Consul's checks of ${troubled.length} of ${count} fail${why}`;
    return { passes, detail };
}
function shortened(output) {
    const flat = output.replace(/\s+/g, ' ').trim().slice(0, 200);
    return flat === '' ? '' : ` (${flat})`;
}

;// CONCATENATED MODULE: ./build/src/services/registries/consul/consul-registry.js





function consulRegistry(client, discoveryUrl) {
    const readRows = (name) => instancesOnAgent(client, name);
    const put = async (body) => {
        consul_registry_confirm(await client.send('PUT', '/v1/agent/service/register', { body }));
    };
    const write = async (name, change) => {
        const rows = await readRows(name);
        if (rows.length === 0) {
            const created = change(undefined);
            await refuseSecondInstance(client, created);
            await put(registration(created, undefined));
        }
        for (const row of rows)
            await put(registration(change(fromAgent(row)), row));
        return {};
    };
    return {
        represent: (service) => ({
            ...service,
            ...(0,rest_record/* known */.eO)({ description: service.description === undefined ? undefined : cutToMeta(service.description) }),
        }),
        async read(name) {
            const [first, ...others] = (await readRows(name)).map(fromAgent);
            return first && { ...first, ...(others.length > 0 ? { instances: others } : {}) };
        },
        upsert: (service) => write(service.name, (held) => merged(service, held)),
        async setStatus({ name, status, lastDeployed }) {
            return write(name, (held) => {
                if (held)
                    return { ...held, status, lastDeployed };
                throw new registry_answer/* RegistryProblem */.Ne('refused', `The Consul agent has no service named ${name}.`);
            });
        },
        async remove(name) {
            for (const { ID } of await removable(client, name)) {
                consul_registry_confirm(await client.send('PUT', `/v1/agent/service/deregister/${encodeURIComponent(ID)}`));
            }
            return {};
        },
        list: () => catalogServices(client),
        discover: () => discover(client, discoveryUrl),
        refresh: async () => { },
    };
}
function merged(service, held) {
    const kept = held ?? { endpoints: {}, capabilities: [] };
    return { ...kept, ...(0,rest_record/* known */.eO)(service), name: service.name };
}
async function instancesOnAgent(client, name) {
    const filter = encodeURIComponent(`Service == ${JSON.stringify(name)}`);
    const { body, headers } = await client.get(`/v1/agent/services?filter=${filter}`);
    const rows = (0,records/* isRecord */.u)(body) ? Object.values(body).flatMap(agentService) : [];
    if (rows.length === 0 && headers['x-consul-results-filtered-by-acls'] === 'true') {
        await client.get(`/v1/agent/health/service/name/${encodeURIComponent(name)}`);
    }
    const own = rows.filter(isOurs);
    return own.length > 0 ? own : rows;
}
async function refuseSecondInstance(client, service) {
    const place = addressOf(service);
    if (!place)
        return;
    const instances = await instancesOf(client, service.name).catch((error) => {
        if (error instanceof registry_answer/* RegistryProblem */.Ne && error.problem === 'refused')
            return [];
        throw error;
    });
    const same = instances.find(({ service: { Address, Port } }) => Address === place.address && Port === place.port);
    if (!same)
        return;
    throw new registry_answer/* RegistryProblem */.Ne('conflict', `${service.name} at ${place.address}:${place.port} is registered with the agent on node ${same.node} already, and this ` +
        'agent would hold it a second time. Set registry-url to the agent on that node, and not to a balancer of agents.');
}
async function removable(client, name) {
    const rows = await instancesOnAgent(client, name);
    const own = rows.filter(isOurs);
    if (own.length > 0 || rows.length === 0)
        return own;
    throw new registry_answer/* RegistryProblem */.Ne('refused', `The Consul agent holds ${name} only as others registered it (${rows.map(({ ID }) => ID).join(', ')}), so nothing is removed. ` +
        'Deregister these IDs by hand if they shall go.');
}
async function discover(client, url) {
    if (url === undefined || new URL(url).pathname.endsWith('/v1/catalog/services'))
        return catalogNames(client, url);
    const { body, status } = await client.get(url, 'discovery');
    if (status === 404)
        throw new registry_answer/* RegistryProblem */.Ne('refused', `There is no discovery document at ${url} (404).`);
    return body;
}
function consul_registry_confirm(reply) {
    if (reply.status === 404)
        throw new registry_answer/* RegistryProblem */.Ne('refused', 'There is no Consul agent at registry-url (404).');
}

;// CONCATENATED MODULE: ./build/src/services/registries/credentials.js

function credentialsOf(kind, registryUrl, tokens) {
    const byOrigin = readOrigins(tokens.byOrigin ?? {});
    const home = new URL(registryUrl).origin;
    return (url, use) => {
        const { origin } = new URL(url);
        const named = use === undefined ? undefined : tokens.byUse?.[use];
        const token = named ?? byOrigin.get(origin) ?? (origin === home ? tokens.token : undefined);
        if (token === undefined)
            return {};
        return kind === 'consul' ? { 'x-consul-token': token } : { authorization: `Bearer ${token}` };
    };
}
function readOrigins(given) {
    const origins = new Map();
    const faults = [];
    for (const [text, token] of Object.entries(given)) {
        const url = URL.canParse(text) ? new URL(text) : undefined;
        if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '') {
            faults.push(`Input origin-tokens: ${JSON.stringify(text)} is not an origin; expected such as https://read.example.com.`);
        }
        else if (token !== '')
            origins.set(url.origin, token);
    }
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.map((message) => ({ message })));
    return origins;
}

// EXTERNAL MODULE: ./build/src/services/registries/registry-client.js
var registry_client = __webpack_require__(42405);
// EXTERNAL MODULE: ./build/src/services/registries/rest.js
var rest = __webpack_require__(43516);
// EXTERNAL MODULE: ./build/src/services/registries/rest-paths.js
var rest_paths = __webpack_require__(10765);
;// CONCATENATED MODULE: ./build/src/services/registries/open-registry.js







function catalogRepository(url) {
    const repository = /^\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(new URL(url).pathname)?.[1];
    if (repository)
        return repository;
    throw new errors/* UserError */.yo(`Input registry-url: ${JSON.stringify(url)} is no repository; expected https://github.com/OWNER/NAME.`);
}
const EXCHANGE_MS = 15_000;
function openRegistry({ kind, url, tokens, paths, fields, discoveryUrl, ...tools }) {
    if (kind === 'consul' && Object.keys({ ...paths, ...fields }).length > 0) {
        throw new errors/* UserError */.yo("The inputs paths and fields are for registry: rest; Consul's paths are its own.");
    }
    const credentials = credentialsOf(kind, url, tokens);
    const client = (0,registry_client/* createRegistryClient */.Hn)(url, { ...tools, timeoutMs: EXCHANGE_MS, credentials });
    const elsewhere = discoveryUrl === undefined ? {} : { discovery: discoveryUrl };
    const options = { paths: (0,rest_paths/* readPaths */.Vv)({ ...paths, ...elsewhere }), fields: (0,rest_record/* readFields */.qU)(fields) };
    return {
        client,
        paths: options.paths,
        registry: kind === 'consul' ? consulRegistry(client, discoveryUrl) : (0,rest/* restRegistry */.U)(client, options),
    };
}


/***/ }),

/***/ 27256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ RegistryProblem),
/* harmony export */   U4: () => (/* binding */ interpret),
/* harmony export */   UV: () => (/* binding */ LONGEST_PAUSE),
/* harmony export */   xx: () => (/* binding */ Throttled)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_net_web_page_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29427);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64339);
/* harmony import */ var _platform_text_well_formed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2165);




class RegistryProblem extends _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E {
    name = 'RegistryProblem';
    problem;
    constructor(problem, message, options) {
        super(problem === 'unreachable' || problem === 'server' ? 'passing' : 'fault', message, options);
        this.problem = problem;
    }
}
const LONGEST_PAUSE = 30_000;
class Throttled extends RegistryProblem {
    retryAfter;
    constructor(message, retryAfter) {
        super('server', message);
        this.retryAfter = retryAfter;
    }
}
function interpret(what, answer) {
    const problem = problemOf(what, answer);
    if (problem)
        throw problem;
    const text = answer.text.trim();
    if (text === '')
        return { status: answer.status, headers: answer.headers, body: undefined };
    try {
        return { status: answer.status, headers: answer.headers, body: (0,_platform_text_well_formed_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWellFormed */ .n)(text) };
    }
    catch {
        if (answer.status === 404)
            return { status: 404, headers: answer.headers, body: undefined };
        throw new RegistryProblem('unreadable', `${what} answered ${answer.status} with invalid JSON: ${excerpt(text)}`);
    }
}
function problemOf(what, answer) {
    const { status } = answer;
    const said = `${what} answered ${status}`;
    if (status === 429 || status === 503) {
        return new Throttled(`${said}${reason(answer)}.`, retryAfterMs(answer.headers));
    }
    if (status >= 500)
        return new RegistryProblem('server', `${said}${reason(answer)}.`);
    if (status >= 300 && status < 400) {
        const to = answer.headers.location;
        return new RegistryProblem('refused', `${said}, a redirect${to ? ` to ${to}` : ''}. A write is not redirected: set registry-url to where the registry is.`);
    }
    if (isPage(answer)) {
        return new RegistryProblem('unreadable', `${said} with an HTML page where JSON was expected. Is registry-url the registry's API, and not behind a login page?`);
    }
    if (status < 400 || status === 404)
        return undefined;
    const advice = status === 403 && /ACL not found/i.test(answer.text) ? ADVICE[401] : ADVICE[status];
    return new RegistryProblem(KINDS[status] ?? 'refused', `${said}${reason(answer)}. ${advice ?? ''}`.trim());
}
const KINDS = { 409: 'conflict', 412: 'precondition' };
const ADVICE = {
    400: 'The registry does not understand the record; see the inputs paths and fields.',
    401: 'The registry does not know the token: check that the token input is set and the secret has not expired.',
    403: 'The token is known but may not do this: grant it the right to read and register this service.',
    405: 'The path does not take this method; see the input paths.',
    409: 'The registry holds a conflicting record: another service or owner has this name or endpoint.',
    412: 'Another writer changed the record in between.',
    422: 'The registry does not accept the record; see the inputs paths and fields.',
};
function isPage({ headers, text }) {
    return (headers['content-type'] ?? '').includes('text/html') || _platform_net_web_page_js__WEBPACK_IMPORTED_MODULE_2__/* .WEB_PAGE */ .N.test(text);
}
function reason({ headers, text }) {
    if (isPage({ status: 0, headers, text }))
        return ' with an HTML page';
    const body = parse(text);
    const found = ['error', 'message', 'detail', 'title']
        .map((key) => body?.[key])
        .find((one) => typeof one === 'string');
    const words = typeof found === 'string' ? found : body ? '' : text.trim();
    return words === '' ? '' : ` (${excerpt(words)})`;
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function excerpt(text) {
    const flat = text.replace(/\s+/g, ' ');
    return flat.length > 200 ? `${flat.slice(0, 197)}…` : flat;
}
function retryAfterMs({ 'retry-after': after = '', date = '' }) {
    const ms = /^\d+$/.test(after) ? Number(after) * 1_000 : Date.parse(after) - Date.parse(date);
    return ms > 0 ? ms : 1_000;
}


/***/ }),

/***/ 42405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ createRegistryClient),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   dN: () => (/* binding */ fillPath)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_net_request_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20371);
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60667);
/* harmony import */ var _registry_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27256);




const READ_ATTEMPTS = 3;
const READ_PAUSE = { firstMs: 500, factor: 2, longestMs: 10_000 };
const FINAL = ['refused', 'redirect', 'tls'];
function createRegistryClient(baseUrl, options) {
    const once = async (method, path, { use, body, headers: own } = {}) => {
        const url = /^https?:/.test(path) ? path : `${baseUrl}${path}`;
        const what = `${method} ${withoutQuery(url)}`;
        const headers = { accept: 'application/json', ...options.credentials?.(url, use), ...own };
        const json = body === undefined ? { headers } : { headers: { ...headers, ...JSON_BODY }, body: JSON.stringify(body) };
        const request = { method, url, ...json, timeoutMs: options.timeoutMs, signal: options.signal };
        const answer = await options.http(request).catch((error) => {
            options.signal.throwIfAborted();
            const final = error instanceof _platform_net_request_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G && FINAL.includes(error.failure);
            const kind = final ? 'refused' : 'unreachable';
            throw new _registry_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryProblem */ .Ne(kind, `${what} failed: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.`, { cause: error });
        });
        return (0,_registry_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .interpret */ .U4)(what, answer);
    };
    return {
        baseUrl,
        send: once,
        async get(path, use) {
            for (let failed = 0;; failed++) {
                try {
                    return await once('GET', path, use === undefined ? {} : { use });
                }
                catch (error) {
                    const pause = error instanceof _registry_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .Throttled */ .xx ? error.retryAfter : (0,_platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_3__/* .backoffMs */ .j)(READ_PAUSE, failed);
                    if (failed + 1 === READ_ATTEMPTS || !isPassing(error) || pause > _registry_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_PAUSE */ .UV)
                        throw error;
                    await options.clock.sleep(pause, options.signal);
                }
            }
        },
    };
}
const JSON_BODY = { 'content-type': 'application/json' };
function withoutQuery(url) {
    return url.replace(/[?#].*$/s, '');
}
function isPassing(error) {
    return error instanceof _registry_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryProblem */ .Ne && error.kind === 'passing';
}
function fillPath(template, name) {
    return template.replaceAll('{name}', encodeURIComponent(name));
}


/***/ }),

/***/ 10765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U0: () => (/* binding */ unknownName),
/* harmony export */   Vv: () => (/* binding */ readPaths)
/* harmony export */ });
/* unused harmony export DEFAULT_PATHS */
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

const DEFAULT_PATHS = {
    register: { method: 'POST', path: '/api/register' },
    service: { method: 'GET', path: '/api/services/{name}' },
    status: { method: 'PATCH', path: '/api/services/{name}/status' },
    deregister: { method: 'DELETE', path: '/api/services/{name}' },
    list: { method: 'GET', path: '/api/services' },
    discovery: { method: 'GET', path: '/.well-known/discovery' },
    refresh: { method: 'POST', path: '/api/discovery/refresh' },
    'resolve-route': { method: 'POST', path: '/api/routes/resolve' },
};
const FORM = /^(?:(GET|POST|PUT|PATCH|DELETE) +)?(\/\S*|https?:\/\/\S+)$/;
const READS = ['service', 'list', 'discovery'];
function readPaths(given) {
    const faults = [];
    const paths = { ...DEFAULT_PATHS };
    for (const [operation, text] of Object.entries(given)) {
        const standard = Object.hasOwn(DEFAULT_PATHS, operation) ? paths[operation] : undefined;
        const match = FORM.exec(text);
        if (!standard)
            faults.push(unknownName('paths', operation, Object.keys(DEFAULT_PATHS)));
        else if (!match?.[2] || !isPlace(match[2])) {
            faults.push(`Input paths: ${operation} is ${JSON.stringify(text)}; expected "/path" or "METHOD /path", below registry-url, or a URL of another host instead of the path.`);
        }
        else {
            const method = match[1] ?? standard.method;
            if (READS.includes(operation) && method !== 'GET')
                faults.push(`Input paths: ${operation} is read, so by GET only.`);
            paths[operation] = { method, path: match[2] };
        }
    }
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults.map((message) => ({ message })));
    return paths;
}
function isPlace(path) {
    if (path.startsWith('/'))
        return true;
    const url = URL.canParse(path) ? new URL(path) : undefined;
    return url !== undefined && url.username === '' && url.password === '' && !/^https?:\/\/[^/]*[{}]/.test(path);
}
function unknownName(input, name, known) {
    return `Input ${input}: ${JSON.stringify(name)} is not known; expected one of ${known.join(', ')}.`;
}


/***/ }),

/***/ 81200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Lv: () => (/* binding */ toRecord),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   iA: () => (/* binding */ fromRecord),
/* harmony export */   qU: () => (/* binding */ readFields),
/* harmony export */   yJ: () => (/* binding */ put)
/* harmony export */ });
/* unused harmony exports DEFAULT_FIELDS, at */
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64339);
/* harmony import */ var _rest_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10765);



const DEFAULT_FIELDS = {
    name: 'name',
    version: 'version',
    description: 'description',
    endpoints: 'endpoints',
    capabilities: 'capabilities',
    status: 'status',
    deployment: 'deployment',
    'last-deployed': 'last_deployed',
};
function readFields(given) {
    const faults = Object.entries(given).flatMap(([name, path]) => {
        if (!Object.hasOwn(DEFAULT_FIELDS, name))
            return [(0,_rest_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownName */ .U0)('fields', name, Object.keys(DEFAULT_FIELDS))];
        const valid = path.split('.').every((part) => /^[A-Za-z][\w-]*$/.test(part));
        return valid ? [] : [`Input fields: ${name} is ${JSON.stringify(path)}; expected names joined by dots.`];
    });
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults.map((message) => ({ message })));
    return { ...DEFAULT_FIELDS, ...given };
}
function toRecord(service, fields, previous) {
    const record = structuredClone(previous?.record ?? {});
    put(record, fields.name, service.name);
    put(record, fields.version, service.version);
    put(record, fields.description, service.description);
    put(record, fields.endpoints, endpointsFor(service, at(record, fields.endpoints)));
    put(record, fields.capabilities, service.capabilities ?? at(record, fields.capabilities) ?? []);
    put(record, fields.status, service.status);
    const deployment = at(record, fields.deployment);
    if (service.deployment)
        put(record, fields.deployment, { ...((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(deployment) ? deployment : {}), ...service.deployment });
    return record;
}
function endpointsFor({ endpoints }, held) {
    if (endpoints === undefined)
        return held ?? {};
    const foreign = Object.entries((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(held) ? held : {}).filter(([, value]) => typeof value !== 'string');
    return { ...Object.fromEntries(foreign), ...endpoints };
}
function fromRecord(value, fields, etag) {
    const name = textAt(value, fields.name);
    if (name === undefined || !(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value))
        return undefined;
    return {
        name,
        endpoints: textsOf(at(value, fields.endpoints)),
        capabilities: listOf(at(value, fields.capabilities)),
        record: value,
        ...known({
            version: scalarAt(value, fields.version),
            description: textAt(value, fields.description),
            status: textAt(value, fields.status),
            lastDeployed: textAt(value, fields['last-deployed']),
            deployment: deploymentOf(at(value, fields.deployment)),
            etag,
        }),
    };
}
function known(map) {
    return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
}
function textsOf(value) {
    if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value))
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}
function listOf(value) {
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
function at(value, path) {
    return path
        .split('.')
        .reduce((inner, part) => ((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(inner) && Object.hasOwn(inner, part) ? inner[part] : undefined), value);
}
function textAt(value, path) {
    const found = at(value, path);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function scalarAt(value, path) {
    const found = at(value, path);
    return typeof found === 'number' ? String(found) : textAt(value, path);
}
function put(record, path, value) {
    if (value === undefined)
        return;
    const parts = path.split('.');
    const last = parts.pop() ?? path;
    let inner = record;
    for (const part of parts) {
        const next = inner[part];
        const child = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(next) ? next : {};
        inner[part] = child;
        inner = child;
    }
    inner[last] = value;
}
function deploymentOf(value) {
    const { commit, branch, time, run } = textsOf(value);
    return (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value) ? known({ commit, branch, time, run }) : undefined;
}


/***/ }),

/***/ 43516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ restRegistry),
/* harmony export */   Y: () => (/* binding */ duplicate)
/* harmony export */ });
/* harmony import */ var _platform_net_link_header_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89747);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64339);
/* harmony import */ var _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27256);
/* harmony import */ var _registry_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42405);
/* harmony import */ var _rest_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81200);





const MAX_PAGES = 100;
function restRegistry(client, { paths, fields }) {
    const write = async (operation, name, body, headers = {}) => {
        const { method, path } = paths[operation];
        if (method === 'GET')
            throw new Error(`${operation} is a write`);
        const use = operation === 'refresh' ? { use: operation } : {};
        return client.send(method, (0,_registry_client_js__WEBPACK_IMPORTED_MODULE_1__/* .fillPath */ .dN)(path, name), { headers, ...use, ...(body === undefined ? {} : { body }) });
    };
    const here = (reply, operation) => {
        if (reply.status !== 404)
            return {};
        const { method, path } = paths[operation];
        throw new _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne('refused', `The registry has no ${method} ${path} (404); see the inputs registry-url and paths.`);
    };
    return {
        represent: (service) => service,
        async read(name) {
            const reply = await client.get((0,_registry_client_js__WEBPACK_IMPORTED_MODULE_1__/* .fillPath */ .dN)(paths.service.path, name));
            if (reply.status === 404)
                return undefined;
            const found = recordsIn(reply, fields);
            return found === 'none' ? undefined : theOne(name, found);
        },
        async upsert(service, previous) {
            const headers = previous?.etag ? { 'if-match': previous.etag } : {};
            return here(await write('register', service.name, (0,_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .toRecord */ .Lv)(service, fields, previous), headers), 'register');
        },
        async setStatus({ name, status, lastDeployed }) {
            const body = {};
            (0,_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(body, fields.status, status);
            (0,_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(body, fields['last-deployed'], lastDeployed);
            return here(await write('status', name, body), 'status');
        },
        async remove(name) {
            await write('deregister', name);
            return {};
        },
        async list() {
            const services = [];
            let path = paths.list.path;
            for (let page = 0; path !== undefined; page++) {
                if (page === MAX_PAGES)
                    throw new _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne('unreadable', `The registry's list has more than ${MAX_PAGES} pages.`);
                const reply = await client.get(path);
                here(reply, 'list');
                services.push(...listed(reply, fields));
                path = nextPage(reply, path, client.baseUrl);
            }
            return services;
        },
        async discover() {
            const reply = await client.get(paths.discovery.path, 'discovery');
            here(reply, 'discovery');
            return reply.body;
        },
        async refresh() {
            here(await write('refresh', ''), 'refresh');
        },
    };
}
const ENVELOPES = ['service', 'data', 'result', 'item'];
function recordsIn(reply, fields) {
    let inner = reply.body;
    for (let depth = 0; depth < 3 && (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(inner) && (0,_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .fromRecord */ .iA)(inner, fields) === undefined; depth++) {
        const envelope = inner;
        const key = ENVELOPES.find((name) => Object.hasOwn(envelope, name));
        if (key === undefined)
            break;
        inner = envelope[key];
    }
    if (inner === null || (Array.isArray(inner) && inner.length === 0))
        return 'none';
    const candidates = Array.isArray(inner) ? inner : [inner];
    return candidates.flatMap((one) => (0,_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .fromRecord */ .iA)(one, fields, reply.headers.etag) ?? []);
}
function theOne(name, found) {
    const mine = found.filter((one) => one.name === name);
    if (mine.length > 1)
        throw duplicate(name, mine.length);
    if (mine.length === 0) {
        const other = found[0] ? `the service ${JSON.stringify(found[0].name)}` : 'no record with a name';
        throw new _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne('unreadable', `The registry was asked for ${JSON.stringify(name)} and answered with ${other}; see the inputs paths and fields.`);
    }
    return mine[0];
}
function duplicate(name, count) {
    return new _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne('conflict', `The registry holds ${count} services named ${JSON.stringify(name)}; a name must be unique. Remove all but one, then run again.`);
}
function listed(reply, fields) {
    const { body } = reply;
    const rows = Array.isArray(body)
        ? body
        : (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(body)
            ? [body.services, body.data, body.items].find(Array.isArray)
            : undefined;
    if (!rows) {
        throw new _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne('unreadable', 'The registry answered its list of services with no list; expected a JSON array, or one in "services", "data" or "items".');
    }
    return rows.map((row, index) => {
        const service = (0,_rest_record_js__WEBPACK_IMPORTED_MODULE_2__/* .fromRecord */ .iA)(row, fields);
        if (!service)
            throw new _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne('unreadable', `Entry ${index} of the registry's list has no ${fields.name}.`);
        return service;
    });
}
function nextPage({ headers }, current, baseUrl) {
    const target = (0,_platform_net_link_header_js__WEBPACK_IMPORTED_MODULE_4__/* .nextLink */ .I)(headers.link);
    if (target === undefined)
        return undefined;
    if (!current.startsWith('/')) {
        const { pathname, search } = new URL(target, current);
        return new URL(pathname + search, current).href;
    }
    const { pathname, search } = new URL(target, baseUrl + current);
    const base = new URL(baseUrl).pathname.replace(/\/$/, '');
    if (pathname.startsWith(`${base}/`))
        return pathname.slice(base.length) + search;
    throw new _registry_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryProblem */ .Ne('unreadable', `The registry's next page is ${target}, which is not below registry-url.`);
}


/***/ }),

/***/ 66209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OX: () => (/* binding */ SERVICE_NAME),
/* harmony export */   cl: () => (/* binding */ sameUrl),
/* harmony export */   hF: () => (/* binding */ describeDifference),
/* harmony export */   jl: () => (/* binding */ serviceFaults),
/* harmony export */   tX: () => (/* binding */ differences),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
function factsOf(registered) {
    const { etag: _etag, record: _record, instances: _instances, foreignCapabilities: _foreign, ...facts } = registered;
    const { health: _health, foreign: _others, ...service } = facts;
    return service;
}
const SERVICE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const ENDPOINT_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;
const ENDPOINT_PROTOCOLS = ['http:', 'https:', 'ws:', 'wss:', 'grpc:', 'grpcs:', 'tcp:'];
function differences(wanted, found) {
    const all = [found, ...(found.instances ?? [])].flatMap((instance) => instanceDifferences(wanted, instance));
    return [...new Map(all.map((one) => [one.field, one])).values()];
}
function instanceDifferences(wanted, found) {
    const texts = [
        ['version', wanted.version, found.version],
        ['description', wanted.description, found.description],
        ['status', wanted.status, found.status],
        ['deployment.commit', wanted.deployment?.commit, found.deployment?.commit],
        ['deployment.branch', wanted.deployment?.branch, found.deployment?.branch],
    ];
    const changed = texts.flatMap(([field, expected, actual]) => expected === undefined || expected === actual ? [] : [{ field, expected, found: actual }]);
    return [...changed, ...endpointDifferences(wanted, found), ...capabilityDifferences(wanted, found)];
}
function endpointDifferences({ endpoints }, found) {
    if (endpoints === undefined)
        return [];
    const names = [...new Set([...Object.keys(endpoints), ...Object.keys(found.endpoints)])].sort();
    return names.flatMap((name) => {
        const expected = endpoints[name];
        const actual = found.endpoints[name];
        const same = expected !== undefined && actual !== undefined && sameUrl(expected, actual);
        return same ? [] : [{ field: `endpoints.${name}`, expected: expected ?? '(none)', found: actual }];
    });
}
function capabilityDifferences({ capabilities: wanted }, found) {
    if (wanted === undefined)
        return [];
    const { capabilities: own, foreignCapabilities: foreign = [] } = found;
    const complete = wanted.every((one) => own.includes(one) || foreign.includes(one));
    if (complete && own.every((one) => wanted.includes(one)))
        return [];
    const shown = (list) => [...new Set(list)].sort().join(', ');
    return [{ field: 'capabilities', expected: shown(wanted) || '(none)', found: shown(own) }];
}
function sameUrl(one, other) {
    const normal = (url) => (URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url);
    return normal(one) === normal(other);
}
function serviceFaults(service) {
    const faults = [];
    if (!SERVICE_NAME.test(service.name)) {
        faults.push(`The service name ${JSON.stringify(service.name)} is not valid: expected letters, digits, ".", "_" and "-", at most 63.`);
    }
    for (const [name, url] of Object.entries(service.endpoints ?? {})) {
        if (!ENDPOINT_NAME.test(name)) {
            faults.push(`The endpoint name ${JSON.stringify(name)} is not valid: expected a letter, then letters, digits, "_" and "-".`);
        }
        const problem = endpointProblem(url);
        if (problem)
            faults.push(`The endpoint ${name} is ${JSON.stringify(url)}: ${problem}`);
    }
    return faults;
}
function endpointProblem(url) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (!parsed || !ENDPOINT_PROTOCOLS.includes(parsed.protocol)) {
        return `expected an absolute URL (${ENDPOINT_PROTOCOLS.map((one) => one.slice(0, -1)).join(', ')}).`;
    }
    if (parsed.username || parsed.password)
        return 'expected a URL without credentials in it.';
    return undefined;
}
function describeDifference({ field, expected, found }) {
    return `${field} is ${found === undefined || found === '' ? 'not set' : found}, expected ${expected}`;
}


/***/ })

};
