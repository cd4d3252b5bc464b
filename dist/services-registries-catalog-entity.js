export const id = 8091;
export const ids = [8091];
export const modules = {

/***/ 8091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backstageRegistry: () => (/* binding */ backstageRegistry)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(6744);
// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/src/platform/github/pulls.js
var pulls = __webpack_require__(2737);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(7807);
// EXTERNAL MODULE: ./build/src/platform/github/repositories.js
var repositories = __webpack_require__(549);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(1200);
;// CONCATENATED MODULE: ./build/src/services/registries/catalog-entity.js


/** Facts that Backstage has no field for are annotations below this prefix. */
const PREFIX = 'release-actions/';
const DEFAULT_NAMESPACE = 'default';
const MOST_ALIASES = 100;
/** The Component in a document, as a service; undefined for any other entity. Throws a ReferenceError for an alias that leads nowhere. */
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
/** A Component that is new to the catalog. */
function newEntity({ name, namespace }, owner) {
    const place = namespace === DEFAULT_NAMESPACE ? {} : { namespace };
    return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, ...place },
        spec: { type: 'service', lifecycle: 'production', owner },
    };
}
/** Writes what is said of a service into its entity; everything else in it stays. */
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
/** Writes annotations of ours; undefined ones stay as they are. */
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
/** Puts our endpoints in place of our old ones; the links of others keep their place, comments and anchors. */
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
/** Makes sure that a map of its own stands at a path, for an empty or a shared one cannot be written to; returns the path. */
function ownMap(document, path, yaml) {
    own(document, path, yaml);
    if (!yaml.isMap(document.getIn(path, true)))
        document.setIn(path, document.createNode({}));
    return path;
}
/**
 * Parts what stands at a path from other places of the document: an alias becomes a copy, and aliases elsewhere to anchors in it
 * become copies of what it is now. A change at the path then changes nothing else.
 */
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
/** A copy by value. */
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


/**
 * The Components of a catalog file in one namespace, as services; with a name, at least that one. Throws a UserError for a file
 * that is not valid.
 */
async function readCatalog(text, namespace = 'default', name) {
    const { parts } = await parse(text, name);
    return parts.flatMap(({ entity }) => (entity?.namespace === namespace ? [entity.service] : []));
}
/** The file with this service in it. Every other entity stays byte by byte; in its own, only spacing may become regular. */
async function editCatalog(text, service, { namespace, owner }) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
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
/** The file with another status (and time of deployment) of a service. */
async function withStatus(text, change, namespace) {
    const file = await parse(text, change.name);
    const existing = find(file, { name: change.name, namespace });
    if (!existing)
        return text;
    const facts = { status: change.status, 'last-deployed': change.lastDeployed };
    writeAnnotations(existing.document, facts, await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19)));
    return replaced(file, existing, render(existing.document));
}
/** The file without the service. */
async function removeFromCatalog(text, name) {
    const file = await parse(text, name.name);
    const existing = find(file, name);
    return existing ? replaced(file, existing, '') : text;
}
/** Up to this many characters a file is read whole, above it only the documents in which the name stands. */
const READ_WHOLE = 512 * 1024;
/** The documents of a file; with a name, at least the one of that name. Throws a UserError for one that is not valid. */
async function parse(text, name) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const isAsked = (part) => name === undefined || text.length <= READ_WHOLE || part.includes(name);
    const parts = slices(text).flatMap(({ from, to }) => {
        const part = text.slice(from, to);
        if (!isAsked(part))
            return [];
        const document = parseDocument(part, { prettyErrors: false });
        const [error] = document.errors;
        if (error)
            throw notValid(error.message);
        return document.contents === null ? [] : [{ document, from, to, entity: entityOf(document) }];
    });
    return { text, parts };
}
/** Where documents begin: at `---` in the first column, which stands in no other place of YAML. */
function slices(text) {
    const starts = [...text.matchAll(/^---(?=[ \t\r\n]|$)/gm)].map(({ index }) => index);
    // Directives belong to the document that they stand before.
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
        // An alias to nowhere, or aliases upon aliases that would fill the memory.
        throw notValid((0,errors/* messageOf */.bD)(error));
    }
}
function notValid(why) {
    return new errors/* UserError */.yo(`The catalog file is not valid YAML: ${why.replace(/\s+/g, ' ')}`);
}
function find({ parts }, { name, namespace }) {
    return parts.find(({ entity }) => entity?.service.name === name && entity.namespace === namespace);
}
/** The file with another text for one of its documents, in the line ends that it has. */
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
var registry_answer = __webpack_require__(4875);
// EXTERNAL MODULE: ./build/src/services/registries/registry-client.js
var registry_client = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/src/services/registries/rest.js
var rest = __webpack_require__(3516);
;// CONCATENATED MODULE: ./build/src/services/registries/backstage.js










/**
 * A Backstage catalog in git: services are Components in `catalog-info.yaml`, and every change is a pull request, one per
 * service, which a person merges. https://backstage.io/docs/features/software-catalog/descriptor-format
 */
function backstageRegistry(options) {
    const { namespace, owner } = options;
    const services = async (path, name) => readCatalog(await readText(options, path), namespace, name);
    const change = async (name, title, edit) => ({
        pending: await propose(options, { name, title, path: (0,registry_client/* fillPath */.dN)(options.path, name), edit }),
    });
    return {
        // Git's history tells when and by which run; written into the file they would make every run a change.
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
/** The URL of the pull request that makes this change; one that is open already is brought up to date. */
async function propose(options, { name, title, path, edit }) {
    const { client, repository, signal } = options;
    const head = `release-actions/service-${name}`;
    const { defaultBranch: base } = await (0,repositories/* readRepository */.Nu)(client, repository, { signal });
    const pull = await (0,pulls/* findOpenPull */.z)(client, repository, { head, base }, { signal });
    // What is wrong with the file is found before anything is written.
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
/** Our branch as its open pull request left it, or at the default branch where none is open. */
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
/** Writes the file where it differs, and believes it only when it reads the same. */
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
        // Whether it was written, the file itself tells.
        if (!(error instanceof github_errors/* AmbiguousWrite */.OH))
            throw error;
    });
    const after = await (0,contents/* readFileVersion */.hy)(client, repository, { path, ref: branch }, { signal });
    if (after?.text !== text)
        throw conflict();
}


/***/ })

};
