export const id = 6054;
export const ids = [6054];
export const modules = {

/***/ 36054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backstageRegistry: () => (/* binding */ backstageRegistry)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/services/registries/rest-record.js
var rest_record = __webpack_require__(81200);
;// CONCATENATED MODULE: ./build/src/services/registries/backstage-file.js



/** Facts that Backstage has no field for are annotations below this prefix. */
const PREFIX = 'release-actions/';
/** The Components of a catalog file, as services. */
async function readCatalog(text) {
    return (await parse(text)).flatMap((document) => fromEntity(document.toJS({ maxAliasCount: 100 })));
}
/** The file with this service in it. Other entities and comments are kept; only their spacing may become regular. */
async function editCatalog(text, service, owner) {
    const { Document } = await yaml();
    const documents = await parse(text);
    const existing = documents.find((document) => isComponent(document, service.name));
    const entity = existing ?? new Document(newEntity(service.name, owner));
    if (!existing)
        documents.push(entity);
    write(entity, service);
    return render(documents);
}
/** The file with another status (and time of deployment) of a service. */
async function withStatus(text, { name, status, lastDeployed }) {
    const documents = await parse(text);
    const entity = documents.find((document) => isComponent(document, name));
    entity?.setIn(annotation('status'), status);
    entity?.setIn(annotation('last-deployed'), lastDeployed);
    return render(documents);
}
/** The file without the service. */
async function removeFromCatalog(text, name) {
    return render((await parse(text)).filter((document) => !isComponent(document, name)));
}
function yaml() {
    return __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
}
async function parse(text) {
    const { parseAllDocuments } = await yaml();
    const documents = [...parseAllDocuments(text, { prettyErrors: false })].filter((document) => document.contents !== null);
    const error = documents.flatMap((document) => document.errors)[0];
    if (error)
        throw new errors/* UserError */.yo(`The catalog file is not valid YAML: ${error.message.replace(/\s+/g, ' ')}`);
    return documents;
}
function render(documents) {
    return documents.map((document) => document.toString({ lineWidth: 0 }).replace(/^---\n/, '')).join('---\n');
}
function isComponent(document, name) {
    return document.get('kind') === 'Component' && document.getIn(['metadata', 'name']) === name;
}
function newEntity(name, owner) {
    return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name },
        spec: { type: 'service', lifecycle: 'production', owner },
    };
}
function annotation(fact) {
    return ['metadata', 'annotations', `${PREFIX}${fact}`];
}
function write(entity, service) {
    const { version, description, status, deployment, endpoints, capabilities } = service;
    if (description !== undefined)
        entity.setIn(['metadata', 'description'], description);
    const facts = { version, status, commit: deployment?.commit, branch: deployment?.branch };
    for (const [fact, value] of Object.entries(facts))
        if (value !== undefined)
            entity.setIn(annotation(fact), value);
    if (capabilities && capabilities.length > 0)
        entity.setIn(annotation('capabilities'), JSON.stringify(capabilities));
    else if (capabilities)
        entity.deleteIn(annotation('capabilities'));
    if (endpoints === undefined)
        return;
    const foreign = linksOf(entity.toJS({ maxAliasCount: 100 })).filter((link) => !isOurs(link));
    const links = [...foreign, ...Object.entries(endpoints).map(([title, url]) => ({ url, title, type: 'endpoint' }))];
    if (links.length > 0)
        entity.setIn(['metadata', 'links'], entity.createNode(links));
    else
        entity.deleteIn(['metadata', 'links']);
}
function linksOf(entity) {
    const links = (0,records/* isRecord */.u)(entity) && (0,records/* isRecord */.u)(entity.metadata) ? entity.metadata.links : undefined;
    return Array.isArray(links) ? links : [];
}
function isOurs(link) {
    return ((0,rest_record/* textAt */.$6)(link, 'type') === 'endpoint' && (0,rest_record/* textAt */.$6)(link, 'title') !== undefined && (0,rest_record/* textAt */.$6)(link, 'url') !== undefined);
}
function fromEntity(entity) {
    const name = (0,rest_record/* textAt */.$6)(entity, 'metadata.name');
    if ((0,rest_record/* textAt */.$6)(entity, 'kind') !== 'Component' || name === undefined)
        return [];
    const metadata = (0,records/* isRecord */.u)(entity) && (0,records/* isRecord */.u)(entity.metadata) ? entity.metadata : {};
    const { [`${PREFIX}version`]: version, [`${PREFIX}status`]: status, ...others } = (0,rest_record/* textsOf */.CB)(metadata.annotations);
    const commit = others[`${PREFIX}commit`];
    const branch = others[`${PREFIX}branch`];
    const lastDeployed = others[`${PREFIX}last-deployed`];
    const endpoints = linksOf(entity).filter(isOurs);
    return [
        {
            name,
            endpoints: Object.fromEntries(endpoints.map(({ title, url }) => [title, url])),
            capabilities: capabilitiesIn(others[`${PREFIX}capabilities`]),
            ...(0,rest_record/* known */.eO)({ version, status, lastDeployed, description: (0,rest_record/* textAt */.$6)(entity, 'metadata.description') }),
            ...(commit !== undefined || branch !== undefined ? { deployment: (0,rest_record/* known */.eO)({ commit, branch }) } : {}),
        },
    ];
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

// EXTERNAL MODULE: ./build/src/services/registries/registry-answer.js
var registry_answer = __webpack_require__(27256);
// EXTERNAL MODULE: ./build/src/services/registries/registry-client.js
var registry_client = __webpack_require__(42405);
// EXTERNAL MODULE: ./build/src/services/registries/rest.js
var rest = __webpack_require__(43516);
;// CONCATENATED MODULE: ./build/src/services/registries/backstage.js







/**
 * A Backstage catalog in git: services are Components in `catalog-info.yaml`, and every change is a pull request, one per
 * service, which a person merges. https://backstage.io/docs/features/software-catalog/descriptor-format
 */
function backstageRegistry(options) {
    const git = catalogRepository(options);
    const propose = async (name, title, edit) => ({
        pending: await git.propose({ name, title, path: (0,registry_client/* fillPath */.dN)(options.path, name), edit }),
    });
    return {
        // Git's history tells when and by which run; written into the file they would make every run a change.
        represent: ({ deployment, ...service }) => {
            const { time: _time, run: _run, ...facts } = deployment ?? {};
            return deployment ? { ...service, deployment: facts } : service;
        },
        async read(name) {
            const found = (await readCatalog(await git.read((0,registry_client/* fillPath */.dN)(options.path, name)))).filter((one) => one.name === name);
            if (found.length > 1)
                throw (0,rest/* duplicate */.Y)(name, found.length);
            return found[0];
        },
        upsert: (service) => propose(service.name, `Register ${service.name}`, (text) => editCatalog(text, service, options.owner)),
        setStatus: (change) => propose(change.name, `Set ${change.name} to ${change.status}`, (text) => withStatus(text, change)),
        remove: (name) => propose(name, `Deregister ${name}`, (text) => removeFromCatalog(text, name)),
        async list() {
            if (options.path.includes('{name}')) {
                throw new errors/* UserError */.yo(`The catalog has a file per service (${options.path}); it cannot be listed.`);
            }
            return readCatalog(await git.read(options.path));
        },
        discover: () => noDiscovery(),
        refresh: () => noDiscovery(),
    };
}
async function noDiscovery() {
    throw new errors/* UserError */.yo('A Backstage catalog has no discovery document; use operation register, status or deregister.');
}
function catalogRepository({ call, repository }) {
    const base = `/repos/${repository}`;
    const escaped = (path) => path.split('/').map(encodeURIComponent).join('/');
    const file = async (path, branch) => {
        const found = await call('GET', `${base}/contents/${escaped(path)}?ref=${encodeURIComponent(branch)}`);
        if (!(0,records/* isRecord */.u)(found) || typeof found.content !== 'string')
            return { text: '', sha: undefined };
        return { text: Buffer.from(found.content, 'base64').toString('utf8'), sha: String(found.sha) };
    };
    const defaultBranch = async () => {
        const found = await call('GET', base);
        if ((0,records/* isRecord */.u)(found) && typeof found.default_branch === 'string')
            return found.default_branch;
        throw new errors/* UserError */.yo(`The catalog's repository ${repository} is not there, or the token may not read it.`);
    };
    const head = async (branch) => {
        const found = await call('GET', `${base}/git/ref/heads/${escaped(branch)}`);
        return (0,records/* isRecord */.u)(found) && (0,records/* isRecord */.u)(found.object) ? String(found.object.sha) : undefined;
    };
    const openPull = async (branch) => {
        const query = `state=open&head=${encodeURIComponent(`${(0,repository_name/* ownerOf */.b)(repository)}:${branch}`)}`;
        const found = await call('GET', `${base}/pulls?${query}`);
        const [first] = Array.isArray(found) ? found : [];
        return (0,records/* isRecord */.u)(first) ? urlOf(first) : undefined;
    };
    /** Our branch as a pull request left it, or at the default branch where none is open. */
    const prepare = async (branch, from, pull) => {
        const existing = await head(branch);
        if (existing !== undefined && pull !== undefined)
            return;
        const sha = await head(from);
        if (sha === undefined)
            throw new errors/* UserError */.yo(`The catalog's repository ${repository} has no commit on ${from}.`);
        if (existing === undefined)
            await call('POST', `${base}/git/refs`, { ref: `refs/heads/${branch}`, sha });
        else
            await call('PATCH', `${base}/git/refs/heads/${escaped(branch)}`, { sha, force: true });
    };
    return {
        read: async (path) => (await file(path, await defaultBranch())).text,
        /** The URL of the pull request that makes this change; one that is open already is brought up to date. */
        async propose({ name, title, path, edit }) {
            const branch = `release-actions/service-${name}`;
            const from = await defaultBranch();
            const pull = await openPull(branch);
            await prepare(branch, from, pull);
            const before = await file(path, branch);
            const after = await edit(before.text);
            if (after !== before.text) {
                const content = Buffer.from(after).toString('base64');
                const known = before.sha === undefined ? {} : { sha: before.sha };
                await call('PUT', `${base}/contents/${escaped(path)}`, { message: title, content, branch, ...known });
                if ((await file(path, branch)).text !== after) {
                    throw new registry_answer/* RegistryProblem */.Ne('conflict', `${path} on ${branch} is not what was written: another run changed it. Run again.`);
                }
            }
            if (pull !== undefined)
                return pull;
            const body = `${title}, as proposed by \`register-service\`. It is in force when this is merged.`;
            const created = await call('POST', `${base}/pulls`, { title, body, head: branch, base: from });
            return (0,records/* isRecord */.u)(created) ? urlOf(created) : `${repository}, branch ${branch}`;
        },
    };
}
function urlOf(pull) {
    return typeof pull.html_url === 'string' ? pull.html_url : `pull request #${String(pull.number)}`;
}


/***/ })

};
