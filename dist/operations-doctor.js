export const id = 6658;
export const ids = [6658, 6517, 5036, 7614, 461, 7930];
export const modules = {

/***/ 86658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  discoverManifest: () => (/* binding */ discoverManifest)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
;// CONCATENATED MODULE: ./build/src/platform/github/owner-repositories.js

const MOST = 5_000;
async function listRepositoriesOf(client, owner, options = {}) {
    const limits = { ...options, limit: MOST };
    const found = (await (0,refs/* absentIs404 */.YT)(() => client.list('GET /orgs/{org}/repos', { org: owner, type: 'all' }, limits))) ??
        (await (0,refs/* absentIs404 */.YT)(() => client.list('GET /users/{username}/repos', { username: owner, type: 'owner' }, limits)));
    return found?.map(listed).sort((a, b) => (a.name < b.name ? -1 : 1));
}
function listed({ full_name, default_branch = 'main', fork, archived, pushed_at, ...raw }) {
    return {
        ...{ name: full_name, defaultBranch: default_branch },
        ...{ isFork: fork === true, isArchived: archived === true, isPrivate: raw.private === true },
        isEmpty: pushed_at === null || (pushed_at === undefined && raw.size === 0),
    };
}

// EXTERNAL MODULE: ./build/src/platform/github/repositories.js
var repositories = __webpack_require__(90549);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/operations/doctor/component-packages.js + 1 modules
var component_packages = __webpack_require__(57930);
;// CONCATENATED MODULE: ./build/src/operations/doctor/discover/candidates.js









async function ofOwners(owners, world) {
    const lists = await (0,pool/* mapPooled */.Q)(owners, 4, (owner) => ofOwner(owner, world));
    return joined(lists);
}
async function ofOwner(owner, world) {
    const none = (why) => ({ found: [], leftOut: [{ repository: `${owner}/*`, why }] });
    try {
        const listed = await listRepositoriesOf(world.clientFor(`${owner}/any`), owner);
        if (!listed)
            return none('there is no such organisation or person, or the token may not see it');
        if (listed.length === 0)
            return none('the token sees no repository there');
        const leftOut = listed.flatMap((one) => {
            const why = reasonAgainst(one);
            return why === undefined ? [] : [{ repository: one.name, why }];
        });
        const found = listed.filter((one) => reasonAgainst(one) === undefined);
        return { found: found.map(({ name, defaultBranch }) => remote(name, defaultBranch, world)), leftOut };
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        return none(`its repositories could not be listed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function reasonAgainst({ isArchived, isFork, isEmpty }) {
    if (isArchived)
        return 'it is archived';
    if (isFork)
        return 'it is a fork';
    return isEmpty ? 'it is empty' : undefined;
}
function remote(repository, branch, world) {
    return {
        repository,
        open: async () => ({ repository, branch, tree: await (0,source_tree/* repositoryTree */.V)((0,component_packages/* readerFor */.d2)(world), repository, branch) }),
    };
}
async function ofNames(names, world) {
    const found = await (0,pool/* mapPooled */.Q)([...new Set(names)], 8, async (name) => {
        const against = (why) => ({ found: [], leftOut: [{ repository: name, why }] });
        try {
            const facts = await (0,repositories/* findRepository */.W1)(world.clientFor(name), name);
            if (!facts)
                return against('there is no such repository, or the token may not see it');
            if (facts.isArchived)
                return against('it is archived');
            return { found: [remote(facts.name, facts.defaultBranch, world)], leftOut: [] };
        }
        catch (error) {
            world.signal.throwIfAborted();
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            return against(`it could not be looked at: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    });
    return joined(found);
}
async function ofClones(folder, options) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
    const found = await (0,pool/* mapPooled */.Q)(folders.sort(), 8, async (name) => {
        const cwd = (0,external_node_path_.join)(folder, name);
        const ask = async (...args) => {
            const { exitCode, stdout } = await (0,git/* tryGit */.Ii)(args, { ...options, cwd });
            return exitCode === 0 ? stdout.trim() : undefined;
        };
        const top = await ask('rev-parse', '--show-prefix');
        const url = top === '' ? await ask('remote', 'get-url', 'origin') : undefined;
        const repository = /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url ?? '')?.[1];
        if (repository === undefined)
            return { found: [], leftOut: [{ repository: name, why: 'it is no clone with a remote called origin' }] };
        const remoteHead = (await ask('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'))?.replace(/^origin\//, '');
        const branch = remoteHead ?? (await ask('symbolic-ref', '--short', 'HEAD')) ?? 'main';
        const open = async () => ({ repository, branch, tree: (0,source_tree/* directoryTree */.u)(cwd, folder) });
        return { found: [{ repository, open }], leftOut: [] };
    });
    return joined(found);
}
function joined(all) {
    const found = [
        ...new Map(all.flatMap((one) => one.found).map((one) => [one.repository.toLowerCase(), one])).values(),
    ];
    return { found, leftOut: all.flatMap((one) => one.leftOut) };
}

// EXTERNAL MODULE: ./build/src/engine/planning/open-manifest.js + 4 modules
var open_manifest = __webpack_require__(3725);
// EXTERNAL MODULE: ./build/src/engine/planning/read-manifest.js
var read_manifest = __webpack_require__(42954);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(22556);
// EXTERNAL MODULE: ./build/src/operations/doctor/checks/owner.js
var checks_owner = __webpack_require__(16333);
;// CONCATENATED MODULE: ./build/src/operations/doctor/discover/draft-inputs.js
const KNOWN = [
    [/^(new[-_])?version$|^release[-_]version$/, '{version}'],
    [/^release[-_]type$|^bump$/, '{release-type}'],
    [/^dependency[-_]versions$/, '{dependency-versions}'],
    [/^nonce$/, '{nonce}'],
    [/^train([-_]id)?$/, '{train}'],
    [/^environment$/, '{environment}'],
];
const OF_TEMPLATE = {
    version: '{version}',
    release_type: '{release-type}',
    dependency_versions: '{dependency-versions}',
    nonce: '{nonce}',
};
function inputsFor(file, publishes) {
    if (file === undefined)
        return { inputs: OF_TEMPLATE, notes: [] };
    const notes = [];
    const inputs = {};
    for (const [name, { required, options }] of Object.entries(file.inputs)) {
        const known = KNOWN.find(([pattern]) => pattern.test(name))?.[1];
        if (known !== undefined && !(known === '{environment}' && !required))
            inputs[name] = known;
        else if (required) {
            inputs[name] = (options[0] ?? '').replace(/\{(?=[A-Za-z_])/g, '\\{');
            notes.push(`its workflow requires the input ${name}, for which ${options[0] ?? 'nothing'} was written: look at it.`);
        }
    }
    const sent = Object.values(inputs);
    if (publishes && !sent.includes('{version}') && !sent.includes('{release-type}')) {
        inputs.version = '{version}';
        notes.push('its workflow declares no input for the version: add one called version, or install the template.');
    }
    if (!sent.includes('{nonce}'))
        notes.push('its workflow declares no input nonce, by which a train finds its own run: add one, and show it in run-name.');
    return { inputs, notes };
}

;// CONCATENATED MODULE: ./build/src/operations/doctor/discover/draft.js




const TEMPLATE = 'release.yml';
function draftOf(name, sightings) {
    const ids = idsOf(sightings);
    const publisher = new Map(sightings.flatMap(({ repository, packages }) => packages.map((one) => [(0,component_packages/* packageKey */.MO)(one), ids.get(repository) ?? ''])));
    const notes = [...twice(sightings)];
    const groups = groupsOf(sightings, new Set(ids.values()));
    const wanted = sightings.map((sighting) => ({
        id: ids.get(sighting.repository) ?? '',
        ...needsOf(sighting, publisher, ids),
    }));
    const needs = withoutCycles(wanted, notes);
    const components = sightings.map((sighting) => {
        const { repository, branch, packages, workflow } = sighting;
        const id = ids.get(repository) ?? '';
        const [only, ...more] = packages;
        if (workflow === undefined)
            notes.push(`${id}: ${repository} has no workflow that could release it; ${TEMPLATE} is to be installed there.`);
        else if (workflow.others.length > 0)
            notes.push(`${id}: ${workflow.name} was chosen; ${workflow.others.join(', ')} could be meant, too.`);
        notes.push(...sighting.notes.map((note) => `${id}: ${note}`));
        const given = inputsFor(workflow?.file, packages.length > 0);
        notes.push(...given.notes.map((note) => `${id}: ${note}`));
        return {
            ...{ id, repository, branch, packages, workflow: workflow?.name ?? TEMPLATE, inputs: given.inputs },
            directory: only && only.directory !== '' && more.length === 0 ? only.directory : undefined,
            needs: needs.get(id) ?? [],
            group: groups.get(ownerIn(repository))?.id,
        };
    });
    const owners = [...new Set(sightings.map(({ repository }) => ownerIn(repository)))];
    return {
        ...{ name, components: inOrder(components), groups: [...groups.values()], notes },
        tokens: Object.fromEntries(owners.map((owner) => [owner, (0,checks_owner/* variableFor */.S_)(owner)])),
    };
}
function ownerIn(repository) {
    return repository.split('/', 1)[0] ?? '';
}
function idsOf(sightings) {
    const plain = sightings.map(({ repository }) => idFrom(repository.split('/')[1] ?? ''));
    const taken = new Set();
    return new Map(sightings.map(({ repository }, index) => {
        const own = plain[index] ?? '';
        const isShared = plain.filter((one) => one === own).length > 1 || RESERVED.has(own);
        const base = isShared ? idFrom(repository.replace('/', '-')) : own;
        let id = base;
        for (let more = 2; taken.has(id); more += 1)
            id = `${base.slice(0, 60)}-${more}`;
        taken.add(id);
        return [repository, id];
    }));
}
const RESERVED = new Set(['all', 'constructor', 'prototype']);
function idFrom(text) {
    const plain = text
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[^a-z0-9]+/, '');
    return (plain === '' ? 'component' : plain).slice(0, 64);
}
function needsOf({ repository, files }, publisher, ids) {
    const because = new Map();
    for (const { kind, needs } of files) {
        for (const { name, atRuntime, kind: of } of needs) {
            const id = atRuntime ? publisher.get((0,component_packages/* packageKey */.MO)({ kind, name })) : undefined;
            if (id !== undefined && id !== ids.get(repository))
                because.set(id, `${name} (${of})`);
        }
    }
    return { needs: [...because.keys()], because };
}
function withoutCycles(wanted, notes) {
    const needs = new Map(wanted.map((one) => [one.id, [...one.needs]]));
    for (;;) {
        const [cycle] = (0,graph/* findCycles */.p4)([...needs].map(([id, of]) => ({ id, needs: of })));
        const [from, to] = cycle?.slice(-2) ?? [];
        if (!cycle || from === undefined || to === undefined)
            return needs;
        const because = wanted.find(({ id }) => id === from)?.because.get(to) ?? to;
        notes.push(`${cycle.join(' → ')} depend on each other in a circle: ${from} was left without needing ${to}, though it depends on ${because}. No order is right before that is undone.`);
        needs.set(from, (needs.get(from) ?? []).filter((id) => id !== to));
    }
}
function groupsOf(sightings, ids) {
    const groups = new Map();
    for (const owner of new Set(sightings.map(({ repository }) => ownerIn(repository)))) {
        const own = sightings.filter(({ repository }) => ownerIn(repository) === owner);
        if (own.length < 2)
            continue;
        const versions = own.flatMap(({ packages }) => packages.map(({ version }) => version));
        const isShared = versions.length > 1 && versions[0] !== undefined && versions.every((one) => one === versions[0]);
        const plain = idFrom(owner);
        groups.set(owner, {
            id: ids.has(plain) || RESERVED.has(plain) ? `${plain.slice(0, 58)}-group` : plain,
            version: isShared ? 'shared' : 'independent',
        });
    }
    return groups;
}
function twice(sightings) {
    const first = new Map();
    return sightings.flatMap(({ repository, packages }) => packages.flatMap((one) => {
        const other = first.get((0,component_packages/* packageKey */.MO)(one));
        first.set((0,component_packages/* packageKey */.MO)(one), other ?? repository);
        return other === undefined
            ? []
            : [`${one.name} is in ${other} and in ${repository}: take it out of the one that does not publish it.`];
    }));
}
function inOrder(components) {
    const byId = new Map(components.map((one) => [one.id, one]));
    const placed = new Set();
    const place = (one) => {
        if (placed.has(one))
            return;
        for (const need of one.needs) {
            const needed = byId.get(need);
            if (needed)
                place(needed);
        }
        placed.add(one);
    };
    for (const one of components)
        place(one);
    return [...placed];
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/train/views/graph-section.js + 2 modules
var graph_section = __webpack_require__(8385);
;// CONCATENATED MODULE: ./build/src/operations/doctor/discover/draft-text.js


const SCHEMA = 'https://raw.githubusercontent.com/org/release-actions/v1/release-train.schema.json';
function draftYaml({ name, components, groups, tokens, notes }) {
    const workflow = mostCommon(components.map((one) => one.workflow));
    const ref = mostCommon(components.map((one) => one.branch));
    const inputs = inAll(components.map((one) => one.inputs));
    const common = { workflow, ref, inputs };
    const owners = Object.entries(tokens);
    const lines = [
        `# yaml-language-server: $schema=${SCHEMA}`,
        `# A draft by release-actions' doctor, from what the repositories say of themselves.`,
        ...notes.map((note) => `# Look at: ${note.replace(/\s+/g, ' ')}`),
        `name: ${scalar(name)}`,
        '',
        'defaults:',
        `  workflow: ${scalar(workflow)}`,
        `  ref: ${scalar(ref)}`,
        ...(Object.keys(inputs).length === 0 ? [] : ['  inputs:', ...mapLines(inputs, '    ')]),
        '',
        '# Owner → the environment variable that holds the token for its repositories; the input tokens comes before it.',
        'tokens:',
        ...owners.map(([owner, variable]) => `  ${scalar(owner)}: ${variable}`),
        ...(groups.length === 0 ? [] : ['', 'groups:']),
        ...groups.map(({ id, version }) => `  ${scalar(id)}: { version: ${version} }`),
        '',
        'components:',
        ...components.flatMap((one) => [...componentLines(one, common), '']),
    ];
    return `${lines.join('\n').trimEnd()}\n`;
}
function componentLines({ id, repository, group, packages, directory, workflow, branch, inputs, needs }, common) {
    const shown = packages.map(({ kind, name }) => `{ ${kind}: ${scalar(name)} }`);
    const own = Object.fromEntries(Object.entries(inputs).filter(([name]) => !(name in common.inputs)));
    return [
        `  ${scalar(id)}:`,
        `    repository: ${scalar(repository)}`,
        ...(group === undefined ? [] : [`    group: ${scalar(group)}`]),
        ...(shown.length === 0 ? [] : [`    package: ${shown.length === 1 ? shown[0] : `[${shown.join(', ')}]`}`]),
        ...(directory === undefined ? [] : [`    directory: ${scalar(directory)}`]),
        ...(workflow === common.workflow ? [] : [`    workflow: ${scalar(workflow)}`]),
        ...(branch === common.ref ? [] : [`    ref: ${scalar(branch)}`]),
        ...(Object.keys(own).length === 0 ? [] : ['    inputs:', ...mapLines(own, '      ')]),
        ...(needs.length === 0 ? [] : [`    needs: [${needs.map(scalar).join(', ')}]`]),
    ];
}
function mapLines(map, indent) {
    return Object.entries(map).map(([name, value]) => `${indent}${scalar(name)}: ${JSON.stringify(value)}`);
}
function scalar(text) {
    const isPlain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
    return isPlain ? text : JSON.stringify(text);
}
function inAll([first = {}, ...others]) {
    const shared = Object.entries(first).filter(([name, value]) => others.every((one) => one[name] === value));
    return Object.fromEntries(shared);
}
function mostCommon(texts) {
    const counts = new Map();
    for (const text of texts)
        counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
function draftMarkdown(draft, { yaml, leftOut, path }) {
    const nodes = draft.components.map(({ id, needs, packages }) => ({
        ...{ id, needs },
        lines: [id, ...packages.map(({ name, version }) => `${name}${version === undefined ? '' : ` ${version}`}`)],
    }));
    const graph = (0,graph_section/* graphAlone */.e)(nodes);
    return [
        `### Discovered ${draft.components.length} components`,
        ...(graph === '' ? [] : [graph]),
        ...(draft.notes.length > 0
            ? ['**Look at**', draft.notes.map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note)}`).join('\n')]
            : []),
        ...(leftOut.length > 0
            ? [
                '**Left out**',
                (0,markdown/* table */.tp)(['Repository', 'Why'], leftOut.map((one) => [(0,markdown/* escapeMarkdown */.FV)(one.repository), (0,markdown/* escapeMarkdown */.FV)(one.why)])),
            ]
            : []),
        `The draft is in ${(0,markdown/* code */.aY)(path)}. Put it into ${(0,markdown/* code */.aY)('.github/release-train.yml')}, and let the doctor check it.`,
        (0,markdown/* codeBlock */.DV)(yaml, 'yaml'),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 2 modules
var workspace_workspace = __webpack_require__(20231);
// EXTERNAL MODULE: ./build/src/engine/planning/workflow-file.js + 1 modules
var workflow_file = __webpack_require__(46924);
;// CONCATENATED MODULE: ./build/src/operations/doctor/discover/choose-workflow.js

const FOLDER = '.github/workflows';
const LIKELY = [/^release\.ya?ml$/, /release/, /publish/, /deploy/, /ship|cd\b/];
const VERSION_INPUT = /^(version|release[-_]type|bump)$/;
const UNLIKELY = /rollback|hub|doctor|escalate|advance|train|reconcile|monitor|scan|test|lint|ci\b/;
async function chooseWorkflow(tree) {
    const { files } = await tree.list(FOLDER);
    const names = files.filter((name) => /\.ya?ml$/.test(name));
    const texts = await tree.read(names.map((name) => `${FOLDER}/${name}`));
    const found = [];
    for (const name of names) {
        const file = await (0,workflow_file/* readWorkflowFile */.AO)(texts.get(`${FOLDER}/${name}`) ?? '');
        if ('fault' in file || !file.events.includes('workflow_dispatch'))
            continue;
        const rank = rankOf(name, file);
        if (rank !== undefined)
            found.push({ name, file, rank });
    }
    const [first, ...others] = found.toSorted((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
    return first && { name: first.name, file: first.file, others: others.map(({ name }) => name) };
}
function rankOf(name, { inputs }) {
    const likely = LIKELY.findIndex((pattern) => pattern.test(name));
    if (likely === 0)
        return 0;
    if (UNLIKELY.test(name))
        return undefined;
    if (likely > 0)
        return likely;
    return Object.keys(inputs).some((input) => VERSION_INPUT.test(input)) ? LIKELY.length : undefined;
}

;// CONCATENATED MODULE: ./build/src/operations/doctor/discover/sighting.js




async function sight(candidate, signal) {
    const { repository, branch, tree } = candidate;
    try {
        const notes = [];
        const npm = await npmPackages(tree, notes);
        const python = await pythonPackages(tree, npm.folders);
        const workflow = await chooseWorkflow(tree);
        const packages = [...npm.packages, ...python.packages];
        const files = [...npm.files, ...python.files];
        if (packages.length === 0 && workflow === undefined)
            return { repository, why: reasonless(files, notes) };
        return { repository, branch, packages, files, workflow, notes };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        return { repository, why: `it could not be read: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
function reasonless(files, notes) {
    if (notes.length > 0)
        return notes.join(' ');
    return files.length === 0
        ? 'it has no package.json, no pyproject.toml, and no workflow that could release or deploy it'
        : 'its packages are private, and it has no workflow that could release or deploy it';
}
async function npmPackages(tree, notes) {
    const workspace = await (0,workspace_workspace/* readWorkspace */.i)(tree).catch((error) => {
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        notes.push(`Its package.json could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    });
    const members = workspace?.packages ?? [];
    const named = members.flatMap(({ json }) => (0,component_packages/* fromPackageJson */.t8)(json) ?? []);
    return {
        packages: members
            .filter((one) => !one.private)
            .map(({ name, version, directory }) => {
            return { kind: 'npm', name, version, directory: directory === '.' ? '' : directory };
        }),
        files: named,
        folders: members.map(({ directory }) => (directory === '.' ? '' : directory)),
    };
}
const PRIVATE = /^\s*["']?Private ::/m;
async function pythonPackages(tree, known) {
    const below = await Promise.all(['packages', 'libs', 'python', 'src', 'services'].map(async (folder) => (await tree.list(folder)).folders.map((name) => `${folder}/${name}`)));
    const folders = [...new Set(['', 'python', ...known, ...below.flat()])];
    const paths = folders.map((folder) => (folder === '' ? 'pyproject.toml' : `${folder}/pyproject.toml`));
    const texts = await tree.read(paths);
    const packages = [];
    const files = [];
    for (const [path, text] of texts) {
        const found = await (0,component_packages/* pythonPackage */.nx)(text, path);
        if (!found)
            continue;
        files.push(found);
        if (PRIVATE.test(text))
            continue;
        const version = /^version\s*=\s*["']([^"']+)["']/m.exec(text)?.[1];
        packages.push({ kind: 'pypi', name: found.name, version, directory: path.replace(/\/?pyproject\.toml$/, '') });
    }
    return { packages, files };
}

;// CONCATENATED MODULE: ./build/src/operations/doctor/discover/discover.js







const AT_ONCE = 8;
async function discover({ found, leftOut }, { name, signal, onLooked, }) {
    let done = 0;
    const seen = await (0,pool/* mapPooled */.Q)(found, AT_ONCE, async ({ repository, open }) => {
        try {
            return await sight(await open(), signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            return { repository, why: `it could not be read: ${(0,errors/* messageOf */.bD)(error)}` };
        }
        finally {
            done += 1;
            onLooked?.(done, repository);
        }
    });
    const sightings = seen.flatMap((one) => ('why' in one ? [] : [one]));
    const all = [...leftOut, ...seen.flatMap((one) => ('why' in one ? [one] : []))];
    if (sightings.length === 0)
        return { leftOut: all };
    const draft = draftOf(name, sightings);
    const yaml = draftYaml(draft);
    const resolved = (0,open_manifest/* resolveRead */.vO)(await (0,read_manifest/* readManifest */.W)(yaml, 'draft'));
    const faults = 'faults' in resolved ? resolved.faults.map(({ message, line }) => `Line ${line}: ${message}`) : [];
    return { draft, yaml, leftOut: all, faults };
}

// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/actions/setup/doctor-world.js + 1 modules
var doctor_world = __webpack_require__(84766);
;// CONCATENATED MODULE: ./build/src/actions/setup/doctor-discover.js








async function discoverManifest(given, runner) {
    const { log, outputs, workspace, signal } = runner;
    const candidates = await candidatesFor(given, runner);
    const all = candidates.found.length;
    const found = await discover(candidates, {
        name: nameFor(given, candidates),
        signal,
        onLooked: (done, repository) => log.info(`Looked into ${done} of ${all}: ${repository}`),
    });
    for (const { repository, why } of found.leftOut)
        log.info(`Left out ${repository}: ${why}.`);
    if (!('yaml' in found))
        throw new errors/* UserError */.yo(nothingFound(found.leftOut));
    const { draft, yaml, leftOut, faults } = found;
    const draftPath = await (0,path_inside/* pathInside */._l)([workspace, runner.env.RUNNER_TEMP], given.draft);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(draftPath), { recursive: true });
    await (0,promises_.writeFile)(draftPath, runner.secrets.redact(yaml));
    await outputs.set('draft', given.draft);
    await outputs.summarise(draftMarkdown(draft, { yaml, leftOut, path: given.draft }));
    for (const note of draft.notes)
        log.warning(note);
    log.info(`${draft.components.length} components are in ${given.draft}; ${leftOut.length} were left out.`);
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.map((fault) => ({ message: `The draft needs a hand. ${fault}` })));
}
async function candidatesFor(given, runner) {
    const { owners, repositories, clones } = given;
    const { workspace, env, signal } = runner;
    if (owners.length + repositories.length === 0 && clones === undefined)
        throw new errors/* UserError */.yo('There is nothing to discover: give the input owners (organisations or people), repositories (owner/name), or clones (a folder of clones).');
    const wrong = owners.filter((owner) => !/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/.test(owner));
    if (wrong.length > 0)
        throw new errors/* UserError */.yo(wrong.map((owner) => ({ message: `Input owners: ${JSON.stringify(owner)} is no owner.` })));
    const reached = [...owners.map((owner) => `${owner}/any`), ...repositories];
    const { pass } = (0,doctor_world/* openDoctor */.c)(given, { manifest: undefined, repositories: reached }, runner);
    const parts = [
        await ofOwners(owners, pass),
        await ofNames(repositories, pass),
        ...(clones === undefined ? [] : [await ofClones((0,external_node_path_.resolve)(workspace, clones), { env, signal })]),
    ];
    return { found: parts.flatMap((one) => one.found), leftOut: parts.flatMap((one) => one.leftOut) };
}
function nameFor({ owners }, { found }) {
    const owner = owners[0] ?? found[0]?.repository.split('/')[0] ?? 'my';
    return `${owner.toLowerCase().replace(/[^a-z0-9._-]+/g, '-')}-ecosystem`.slice(0, 64);
}
function nothingFound(leftOut) {
    const shown = leftOut.slice(0, 5).map(({ repository, why }) => `${repository}: ${why}`);
    const more = leftOut.length > 5 ? `, and ${leftOut.length - 5} more` : '';
    return `Nothing was found that a train could release. ${shown.join('; ')}${more}. Give the token access, or name repositories.`;
}


/***/ })
,

/***/ 96517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installTemplates: () => (/* binding */ installTemplates)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/commits.js
var commits = __webpack_require__(59419);
// EXTERNAL MODULE: ./build/src/platform/github/compare-commits.js
var compare_commits = __webpack_require__(99593);
// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(23019);
// EXTERNAL MODULE: ./build/src/platform/github/pulls.js
var pulls = __webpack_require__(52737);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/platform/github/repositories.js
var repositories = __webpack_require__(90549);
// EXTERNAL MODULE: ./build/src/platform/text/unified-diff.js
var unified_diff = __webpack_require__(62067);
// EXTERNAL MODULE: ./build/src/operations/doctor/templates/compare-template.js + 1 modules
var compare_template = __webpack_require__(95975);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/operations/doctor/templates/install-text.js


const AFTERWARDS = {
    'release.yml': (repository, docs) => `Make the environment \`npm\` in the settings, and set the trusted publisher up: \`npm trust github PACKAGE --repo ${repository} --file release.yml --env npm --allow-publish\` (npm 11.15 or later). [How it works](${docs}/release.md)`,
    'release-train.yml': (_, docs) => `Store the secrets that its \`tokens\` name: for each owner a token with Actions: write and Contents: read. [How it works](${docs}/train.md)`,
    'doctor.yml': (_, docs) => `It uses the same secrets as the train. [How it works](${docs}/doctor.md)`,
    'trigger-hub.yml': (_, docs) => `Store the secret \`HUB_TOKEN\`: a fine-grained token with Contents: write on the hub alone. [How it works](${docs}/hub.md)`,
    'hub.yml': (_, docs) => `Store the secrets that it names, and write your build and deploy commands. [How it works](${docs}/hub.md)`,
};
function pullText(files, { repository, version, bundle }) {
    const written = files.filter(({ writes }) => writes !== undefined);
    const names = [...new Set(written.map(({ template }) => template))];
    const isNew = written.every(({ standing }) => standing === 'missing');
    const todo = names.flatMap((name) => AFTERWARDS[name]?.(repository, `https://github.com/${bundle}/blob/v1/docs`) ?? []);
    const beside = written.filter(({ standing }) => standing === 'changed');
    const body = [
        written
            .map(({ writes = '', template, standing }) => `- ${(0,markdown/* code */.aY)(writes)}: ${WORDS[standing]} ${(0,markdown/* code */.aY)(template)}`)
            .join('\n'),
        ...beside.flatMap(({ path, writes = '', diff }) => [
            `${(0,markdown/* code */.aY)(path)} was changed since it was installed, so it stays as it is. The new template is beside it; take over what you want, and remove ${(0,markdown/* code */.aY)(writes)}:`,
            (0,markdown/* codeBlock */.DV)(diff, 'diff'),
        ]),
        ...(isNew && todo.length > 0 ? ['**Afterwards**', todo.map((one) => `- ${one}`).join('\n')] : []),
        `_Opened by the doctor of release-actions. Pins are kept. Close it and keep the branch, and it is not opened again._`,
    ].join('\n\n');
    return { title: `${isNew ? 'Add' : 'Update'} ${(0,wording/* listed */.KE)(names)} of release-actions ${version}`, body };
}
const WORDS = {
    missing: 'new, from',
    behind: 'brought up to date from',
    changed: 'to compare with, from',
    current: 'as it should be, from',
    own: 'your own, instead of',
};
const OUTCOMES = {
    nothing: 'nothing to do',
    'would-open': 'would open a pull request',
    opened: 'pull request opened',
    updated: 'pull request brought up to date',
    declined: 'declined',
    failed: 'failed',
};
function installMarkdown(outcomes, dryRun) {
    const rows = outcomes.map(({ repository, outcome, pull, why, files }) => [
        (0,markdown/* escapeMarkdown */.FV)(repository),
        pull ? (0,markdown/* link */.nf)(`${OUTCOMES[outcome]} #${pull.number}`, pull.url) : OUTCOMES[outcome],
        [...files.map(({ path, standing }) => `${(0,markdown/* code */.aY)(path)}: ${standing}`), ...(why ? [(0,markdown/* escapeMarkdown */.FV)(why)] : [])].join('<br>'),
    ]);
    const diffs = outcomes.flatMap(({ repository, files }) => files.filter(({ diff, writes }) => diff !== '' && writes !== undefined).map((one) => ({ repository, ...one })));
    return [
        `### Templates${dryRun ? ' (dry run: nothing was written)' : ''}`,
        (0,markdown/* table */.tp)(['Repository', 'Outcome', 'Files'], rows),
        ...(dryRun
            ? diffs.flatMap(({ repository, writes = '', diff }) => [
                `<details><summary>${(0,markdown/* escapeMarkdown */.FV)(`${repository}: ${writes}`)}</summary>`,
                (0,markdown/* codeBlock */.DV)(diff, 'diff'),
                '</details>',
            ])
            : []),
    ].join('\n\n');
}
function outcomeWords({ repository, outcome, pull, why }) {
    return `${repository}: ${OUTCOMES[outcome]}${pull ? ` ${pull.url}` : ''}${why ? ` (${why})` : ''}.`;
}

;// CONCATENATED MODULE: ./build/src/operations/doctor/templates/install.js












const INSTALL_BRANCH = 'release-actions/templates';
async function installIn(repository, wanted, world) {
    try {
        return await bring(repository, wanted, world);
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (!(error instanceof errors/* KnownError */.E))
            throw error;
        return { repository, files: [], outcome: 'failed', why: (0,errors/* messageOf */.bD)(error) };
    }
}
async function bring(repository, wanted, world) {
    const client = world.clientFor(repository);
    const options = { signal: world.signal };
    const facts = await (0,repositories/* readRepository */.Nu)(client, repository, options);
    if (facts.isArchived)
        throw new errors/* UserError */.yo(`${facts.name} is archived: nobody can write there.`);
    const base = facts.defaultBranch;
    const open = await (0,pulls/* findOpenPull */.z)(client, facts.name, { head: INSTALL_BRANCH, base }, options);
    const ref = open ? INSTALL_BRANCH : base;
    const looked = await Promise.all(wanted.map((one) => lookAt(one, { client, repository: facts.name, ref, world })));
    const files = looked.map(({ outcome }) => outcome);
    const writes = looked.flatMap(({ outcome: { writes: path }, contents }) => path === undefined || contents === undefined ? [] : [{ path, contents }]);
    if (writes.length === 0)
        return { repository, files, outcome: 'nothing', ...(open && { pull: open }) };
    if (world.dryRun)
        return { repository, files, outcome: 'would-open', ...(open && { pull: open }) };
    const place = { client, repository: facts.name, base, isOpen: open !== undefined };
    const head = await branchHead(place, options);
    if (head === undefined)
        return {
            ...{ repository, files, outcome: 'declined' },
            why: `its pull request was closed, and the branch ${INSTALL_BRANCH} is still there: delete that branch to be asked again.`,
        };
    const { version } = world.templates;
    const { title, body } = pullText(files, { repository: facts.name, version, bundle: world.bundle });
    await commit({ client, repository: facts.name, head, message: title, writes }, options);
    const pull = await (0,pulls/* upsertPull */.N)(client, facts.name, { head: INSTALL_BRANCH, base, title, body }, options);
    const { number, url, outcome } = pull;
    return { repository, files, outcome: outcome === 'created' ? 'opened' : 'updated', pull: { number, url } };
}
async function lookAt(wanted, { client, repository, ref, world, }) {
    const { path, template } = wanted;
    const at = (file) => (0,contents/* readFile */.TA)(client, repository, { path: file, ref }, { signal: world.signal });
    const present = await at(path);
    const known = world.placeholders(wanted);
    const standing = await (0,compare_template/* standingOf */.Y)(wanted, present, { templates: world.templates, known });
    const none = { outcome: { path, template, standing: standing.is, writes: undefined, diff: '' }, contents: undefined };
    if (standing.is === 'current' || standing.is === 'own')
        return none;
    if (standing.is !== 'missing' && !world.update)
        return none;
    const writes = standing.is === 'changed' ? `${path}.new` : path;
    const before = standing.is === 'missing' ? '' : standing.present;
    const diff = await (0,unified_diff/* unifiedDiff */.W)(path, before, standing.fresh);
    if (standing.is === 'changed' && (await at(writes)) === standing.fresh)
        return none;
    return { outcome: { path, template, standing: standing.is, writes, diff }, contents: standing.fresh };
}
async function branchHead({ client, repository, base, isOpen }, options) {
    const ref = `heads/${INSTALL_BRANCH}`;
    const [own, tip] = [
        await (0,refs/* getRef */.cX)(client, repository, ref, options),
        await (0,refs/* getRef */.cX)(client, repository, `heads/${base}`, options),
    ];
    if (tip === undefined)
        throw new errors/* UserError */.yo(`${repository} has no branch ${base}: is it empty?`);
    if (own === undefined) {
        const find = () => (0,refs/* getRef */.cX)(client, repository, ref, options);
        await (0,ensure/* ensure */.D)(() => (0,refs/* createRef */._3)(client, repository, { ref, sha: tip }, options), find);
        return find();
    }
    if (isOpen)
        return own;
    const stands = await (0,compare_commits/* compare */.U)(client, repository, { base, head: INSTALL_BRANCH }, options);
    if (stands?.status === 'ahead' || stands?.status === 'diverged' || stands === undefined)
        return undefined;
    return (await (0,refs/* updateRef */.du)(client, repository, { ref, sha: tip }, options)) === 'updated' ? tip : undefined;
}
async function commit({ client, repository, head, message, writes, }, options) {
    const wanted = { repository, branch: INSTALL_BRANCH, expectedHeadOid: head, message, additions: writes };
    try {
        const written = await (0,commits/* createCommitOnBranch */.f)(client, wanted, options);
        if (written === 'lost-race')
            throw new errors/* UserError */.yo(`Somebody else wrote ${INSTALL_BRANCH} of ${repository} meanwhile: run it again.`);
    }
    catch (error) {
        const isRefused = error instanceof github_errors/* GitHubError */.y_ && /without .?workflows?.? (permission|scope)/.test(error.said ?? '');
        if (!isRefused)
            throw error;
        throw new errors/* UserError */.yo(`The token may not write workflow files in ${repository}: give it Workflows: write beside Contents: write and Pull requests: write, in a token of its own that no train uses.`, { cause: error });
    }
}

// EXTERNAL MODULE: ./build/src/operations/doctor/templates/template-source.js
var template_source = __webpack_require__(52826);
// EXTERNAL MODULE: ./build/src/operations/doctor/templates/wanted-templates.js
var wanted_templates = __webpack_require__(4273);
// EXTERNAL MODULE: ./build/src/platform/runner/bundle-home.js
var bundle_home = __webpack_require__(67560);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/actions/setup/doctor-files.js + 1 modules
var doctor_files = __webpack_require__(65163);
// EXTERNAL MODULE: ./build/src/actions/setup/doctor-world.js + 1 modules
var doctor_world = __webpack_require__(84766);
;// CONCATENATED MODULE: ./build/src/actions/setup/doctor-install.js










const AT_ONCE = 4;
async function installTemplates(given, runner) {
    const { log, outputs, env, signal } = runner;
    const { ecosystem, hub: readHub } = await (0,doctor_files/* readDoctorFiles */.Bo)(given, runner);
    const faults = [...(ecosystem?.findings ?? []), ...(readHub?.findings ?? [])].filter(({ severity }) => severity === 'error');
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.map(({ seen, place }) => ({ message: seen, ...place })));
    const { repository: home, actionRepository: bundle } = (0,context/* runContext */.pO)(env);
    const [manifest, hub] = [ecosystem?.manifest, readHub?.hub];
    const wanted = [
        ...(manifest ? (0,wanted_templates/* templatesOfTrain */.H)(manifest, home) : []),
        ...(hub && home !== undefined ? (0,wanted_templates/* templatesOfHub */.U)(hub, home) : []),
    ];
    const byRepository = new Map();
    for (const one of wanted) {
        const key = one.repository.toLowerCase();
        byRepository.set(key, [...(byRepository.get(key) ?? []), one]);
    }
    const repositories = [...byRepository.values()].map(([first]) => first?.repository ?? '');
    const { writerFor } = (0,doctor_world/* openDoctor */.c)(given, { manifest, repositories }, runner);
    const dryRun = given.dryRun ?? true;
    const placeholders = ({ source }) => ({ bundle, home: home ?? '', manifest, hub, source });
    const templates = await (0,template_source/* openTemplates */.y)((0,bundle_home/* bundleHome */.y)());
    const world = {
        bundle: bundle ?? 'org/release-actions',
        clientFor: writerFor,
        templates,
        placeholders,
        update: given.update,
        dryRun,
        signal,
    };
    const outcomes = await (0,pool/* mapPooled */.Q)([...byRepository.values()], AT_ONCE, async (own) => {
        const outcome = await installIn(own[0]?.repository ?? '', own, world);
        log.info(outcomeWords(outcome));
        return outcome;
    });
    await outputs.set('pull-requests', outcomes.flatMap(({ pull }) => pull?.url ?? []));
    await outputs.summarise(installMarkdown(outcomes, dryRun));
    if (dryRun)
        log.notice('Dry run: nothing was written. With dry-run: false the pull requests are opened.');
    const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
    if (failed.length > 0)
        throw new errors/* UserError */.yo(failed.map((one) => ({ message: failureOf(one) })));
}
function failureOf({ repository, why = '' }) {
    return `${repository} did not get its templates: ${why}`;
}


/***/ })
,

/***/ 15036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkEcosystem: () => (/* binding */ checkEcosystem)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var platform_errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/train/graph.js
var train_graph = __webpack_require__(22556);
// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
// EXTERNAL MODULE: ./build/src/operations/doctor/component-packages.js + 1 modules
var component_packages = __webpack_require__(57930);
;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/drift.js




async function realNeeds(component, manifest, pass) {
    const publisher = (0,component_packages/* publishers */.eu)(manifest.components);
    const files = await (0,component_packages/* packageFilesOf */.Py)(component, pass);
    return files.flatMap(({ kind, needs }) => needs.flatMap((need) => {
        const id = publisher.get((0,component_packages/* packageKey */.MO)({ kind, name: need.name }));
        return id === undefined || id === component.id ? [] : [{ ...need, id }];
    }));
}
function realGraph(manifest, pass) {
    return pass.once('real needs', () => Promise.all(manifest.components.map(async (component) => {
        const real = await realNeeds(component, manifest, pass).catch(unseen);
        const ids = real.filter(({ atRuntime }) => atRuntime).map(({ id }) => id);
        return { id: component.id, needs: [...new Set(ids)] };
    })));
}
function unseen(error) {
    if (!(error instanceof platform_errors/* KnownError */.E))
        throw error;
    return [];
}
const needsMissing = {
    ...{ check: 'needs-missing', area: 'drift', of: 'component' },
    async run({ component }, pass) {
        const { manifest } = pass;
        if (!manifest)
            return [];
        const { id, needs } = component;
        const real = (await realNeeds(component, manifest, pass)).filter(({ atRuntime }) => atRuntime);
        const missing = [...new Map(real.map((need) => [need.id, need])).values()].filter((one) => !needs.includes(one.id));
        if (missing.length === 0)
            return [];
        const graph = await realGraph(manifest, pass);
        const writable = missing.filter((one) => !(0,train_graph/* withNeeds */.Y)(graph, [one.id]).has(id));
        const corrected = [...needs, ...writable.map((one) => one.id)];
        return writable.map((one) => missingNeed(component, one, { manifest, corrected }));
    },
};
function missingNeed({ id }, need, { manifest, corrected }) {
    const isReached = (0,train_graph/* withNeeds */.Y)(manifest.components, [id]).has(need.id);
    const leadsBack = (0,train_graph/* withNeeds */.Y)(manifest.components, [need.id]).has(id);
    const depends = `${id} depends on ${need.name} (${need.kind} ${need.range}), but its needs do not name ${need.id}`;
    const line = `needs: [${corrected.join(', ')}]`;
    return {
        severity: isReached ? 'warning' : 'error',
        seen: isReached
            ? `${depends}: what lies between them keeps the order, but only where a train releases that, too.`
            : `${depends}: a train may release them in the wrong order.`,
        expected: `${need.id} among its needs`,
        fix: leadsBack
            ? `The needs of ${need.id} lead back to ${id}: take that out, as no package says so. Then write ${line}.`
            : `Write ${line}.`,
        paste: line,
        at: ['components', id],
    };
}
const needsSuperfluous = {
    ...{ check: 'needs-superfluous', area: 'drift', of: 'component' },
    async run({ component }, pass) {
        const { manifest } = pass;
        if (!manifest || (await (0,component_packages/* packageFilesOf */.Py)(component, pass)).length === 0)
            return [];
        const real = new Set((await realNeeds(component, manifest, pass)).map(({ id }) => id));
        const published = new Set(manifest.components.filter((one) => (0,manifest_packages/* packagesOf */.D)(one).length > 0).map(({ id }) => id));
        const superfluous = component.needs.filter((id) => published.has(id) && !real.has(id));
        if (superfluous.length === 0)
            return [];
        const left = component.needs.filter((id) => !superfluous.includes(id));
        return [
            {
                severity: 'info',
                seen: `${component.id} needs ${superfluous.join(', ')}, but depends on no package of it.`,
                expected: 'a reason that no package.json shows, such as a deployment',
                fix: `If there is none, write needs: [${left.join(', ')}].`,
                paste: `needs: [${left.join(', ')}]`,
                at: ['components', component.id],
            },
        ];
    },
};
const needsCycle = {
    ...{ check: 'needs-cycle', area: 'drift', of: 'train' },
    async run({ manifest }, pass) {
        const nodes = await realGraph(manifest, pass);
        return (0,train_graph/* findCycles */.p4)(nodes).map((cycle) => ({
            severity: 'error',
            seen: `The packages of ${cycle.join(' → ')} depend on each other in a circle: no order releases each after what it needs.`,
            expected: 'dependencies without a circle',
            fix: 'Take one of them out, or move what both need into a package of its own.',
            at: ['components', cycle[0] ?? ''],
        }));
    },
};
const driftChecks = [needsMissing, needsSuperfluous];
const trainDriftChecks = [needsCycle];

// EXTERNAL MODULE: ./build/src/engine/stores/documents.js
var documents = __webpack_require__(94697);
// EXTERNAL MODULE: ./build/src/engine/stores/locks.js
var stores_locks = __webpack_require__(19099);
// EXTERNAL MODULE: ./build/src/engine/stores/state-branch.js
var state_branch = __webpack_require__(30655);
// EXTERNAL MODULE: ./build/src/platform/github/branch-rules.js
var branch_rules = __webpack_require__(73471);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/platform/github/repositories.js
var repositories = __webpack_require__(90549);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/platform/github/repository-settings.js


async function areActionsOn(client, repository, options) {
    const route = 'GET /repos/{owner}/{repo}/actions/permissions';
    const found = await (0,refs/* absentIs404 */.YT)(() => client.poll(route, (0,repository_name/* ownerAndRepo */.H)(repository), options));
    return found?.data.enabled;
}
const MOST_ENVIRONMENTS = 500;
async function listEnvironments(client, repository, options = {}) {
    const route = 'GET /repos/{owner}/{repo}/environments';
    const limits = { ...options, limit: MOST_ENVIRONMENTS, key: 'environments' };
    const found = await client.list(route, (0,repository_name/* ownerAndRepo */.H)(repository), limits);
    return found.map(({ name, protection_rules = [], deployment_branch_policy }) => ({
        name,
        hasReviewers: protection_rules.some(({ type, reviewers = [] }) => type === 'required_reviewers' && reviewers.length > 0),
        limitsBranches: deployment_branch_policy !== null && deployment_branch_policy !== undefined,
    }));
}
async function isPagePublic(client, repository, options) {
    const route = 'GET /repos/{owner}/{repo}/pages';
    const found = await (0,refs/* absentIs404 */.YT)(() => client.poll(route, (0,repository_name/* ownerAndRepo */.H)(repository), options));
    return found?.data.public;
}
async function bypassesRuleset(client, repository, rulesetId, options) {
    const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}';
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), ruleset_id: rulesetId };
    const found = await (0,refs/* absentIs404 */.YT)(() => client.poll(route, params, options));
    const said = found?.data.current_user_can_bypass;
    return said === undefined ? undefined : said === 'always';
}

// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/home.js










const HOLDING_UP = [
    'update',
    'creation',
    'pull_request',
    'required_status_checks',
    'required_signatures',
    'merge_queue',
];
const stateRules = {
    ...{ check: 'state-branch', area: 'state', of: 'home' },
    async run({ name, client }, { serverUrl }) {
        const link = `${serverUrl}/${name}/settings/rules`;
        const rules = await (0,branch_rules/* branchRules */.q)(client, name, state_branch/* STATE_BRANCH */.bm);
        const holding = rules.filter(({ type }) => HOLDING_UP.includes(type));
        if (holding.length === 0) {
            return [
                {
                    severity: 'info',
                    seen: `Anyone with write access to ${name} can write the branch ${state_branch/* STATE_BRANCH */.bm}.`,
                    expected: 'a ruleset whose only bypass is the App that writes the state',
                    fix: 'Protect it as docs/state-and-recovery.md of release-actions says, or leave it where all who may write are trusted.',
                    link,
                },
            ];
        }
        const ids = [...new Set(holding.flatMap(({ rulesetId }) => rulesetId ?? []))];
        const passes = await Promise.all(ids.map((id) => bypassesRuleset(client, name, id)));
        if (passes.every((one) => one === true))
            return [];
        const types = [...new Set(holding.map(({ type }) => type))].join(', ');
        return [
            {
                severity: 'warning',
                seen: `A ruleset covers ${state_branch/* STATE_BRANCH */.bm} (${types}), and the token of this job seems not to be in its bypass list: no train could save its state.`,
                expected: 'a bypass for whoever writes the state (state-token, or the App)',
                fix: `Add the App to the ruleset's bypass list, or leave ${state_branch/* STATE_BRANCH */.bm} out of the ruleset.`,
                link,
            },
        ];
    },
};
const STUCK_MS = 24 * 3_600_000;
const openTrains = {
    ...{ check: 'train-open', area: 'state', of: 'home' },
    async run({ name, client }, { store, now, serverUrl }) {
        const open = (await store?.open()) ?? [];
        const found = await Promise.all(open
            .filter(({ startedAt }) => now - startedAt >= STUCK_MS)
            .map(async ({ trainId, status, startedAt, repositories }) => {
            const runId = Number(/^run-(\d+)/.exec(trainId)?.[1]);
            const run = Number.isSafeInteger(runId) ? await (0,refs/* absentIs404 */.YT)(() => (0,runs/* getRun */.Mh)(client, name, runId)) : undefined;
            if (run !== undefined && run.status !== 'completed')
                return [];
            const age = (0,duration/* formatDuration */.a)(Math.floor((now - startedAt) / 3_600_000) * 3_600_000);
            const job = run ? `its job has ended (${run.conclusion ?? 'unknown'})` : 'no job of it is known';
            return [
                {
                    severity: 'warning',
                    seen: `The train ${trainId} is ${status} since ${age}, and ${job}: until it ends, no other may work on ${repositories.join(', ')}.`,
                    expected: 'a train that a job drives, or that has ended',
                    fix: 'Resume it, or end it (mode: cancel), with:',
                    paste: `train-id: ${trainId}`,
                    link: run?.url ?? `${serverUrl}/${name}/actions`,
                },
            ];
        }));
        return found.flat();
    },
};
const locksOver = {
    ...{ check: 'lock-over', area: 'state', of: 'home' },
    async run(_, { store, now }) {
        if (!store)
            return [];
        const locks = (0,stores_locks/* readLocks */.nA)(await store.read(documents/* LOCKS */.H8), store.place);
        return Object.entries(locks)
            .filter(([, { until }]) => until !== undefined && until <= now)
            .map(([environment, { by, reason, until = 0 }]) => ({
            severity: 'info',
            seen: `The lock of ${environment} by ${by} (${reason}) is over since ${new Date(until).toISOString().slice(0, 16)}Z: it holds nobody up.`,
            expected: 'no lock that is over',
            fix: 'Take it off (mode: unlock), or renew it (mode: lock).',
        }));
    },
};
const schedulesOn = {
    ...{ check: 'schedule-on', area: 'schedules', of: 'home' },
    async run({ name, client }) {
        const workflows = await (0,runs/* listWorkflows */.Dl)(client, name);
        return workflows
            .filter(({ state }) => state === 'disabled_inactivity')
            .map(({ path, name: title }) => ({
            severity: 'error',
            seen: `GitHub has disabled ${path} (${title}) for inactivity: what it was to do by the clock is not done.`,
            expected: 'an active workflow',
            fix: 'Enable it:',
            paste: `gh workflow enable ${path.split('/').at(-1)} --repo ${name}`,
        }));
    },
};
const pagePrivate = {
    ...{ check: 'page-private', area: 'page', of: 'home' },
    async run({ name, client }, { serverUrl, signal }) {
        const { isPrivate, hasPage } = await (0,repositories/* readRepository */.Nu)(client, name);
        if (!isPrivate || !hasPage)
            return [];
        const isPublic = await isPagePublic(client, name).catch((error) => {
            signal.throwIfAborted();
            if (error instanceof github_errors/* GitHubError */.y_ && error.status === 403)
                return undefined;
            throw error;
        });
        if (isPublic === false)
            return [];
        return [
            {
                severity: 'warning',
                seen: `${name} is private, and its page ${isPublic === undefined ? 'may be' : 'is'} public: everybody may read what is on it.`,
                expected: 'a page that only those see who see the repository',
                fix: 'Restrict it in the settings (Enterprise), or leave names and addresses out of it.',
                link: `${serverUrl}/${name}/settings/pages`,
            },
        ];
    },
};
const homeChecks = [stateRules, openTrains, locksOver, schedulesOn, pagePrivate];

// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var manifest_notifications = __webpack_require__(21792);
// EXTERNAL MODULE: ./build/src/operations/notify/choose-channels.js
var choose_channels = __webpack_require__(25116);
;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/notifications.js



const channelSecrets = {
    ...{ check: 'channel-secrets', area: 'notifications', of: 'train' },
    run({ manifest: { notifications } }, { hasSecret }) {
        if (!notifications)
            return [];
        const names = [...new Set((0,choose_channels/* channelsInUse */.LX)(notifications, undefined).flatMap(manifest_notifications/* secretsOf */.Fj))];
        const missing = names.filter((name) => !hasSecret(name));
        if (missing.length === 0)
            return [];
        const [secrets, are, them] = missing.length === 1 ? ['secret', 'is', 'it'] : ['secrets', 'are', 'them'];
        return [
            {
                severity: 'warning',
                seen: `The ${secrets} ${(0,wording/* listed */.KE)(missing)} that notifications names ${are} not given to this job.`,
                expected: `a value for ${(0,wording/* listed */.KE)(missing)}`,
                fix: `Pass ${them} by channel-secrets, here and to the train:`,
                paste: missing.map((name) => `${name}: \${{ secrets.${name} }}`).join('\n'),
                at: ['notifications', 'channels'],
            },
        ];
    },
};
const channelsUsed = {
    ...{ check: 'channel-used', area: 'notifications', of: 'train' },
    run({ manifest: { notifications } }) {
        if (!notifications)
            return [];
        const used = new Set((0,choose_channels/* channelsInUse */.LX)(notifications, undefined).map(({ name }) => name));
        return notifications.channels
            .filter(({ name }) => !used.has(name))
            .map(({ name }) => ({
            severity: 'warning',
            seen: `No rule sends anything to the channel ${name}.`,
            expected: 'a rule that names it',
            fix: 'Add a rule:',
            paste: `- { events: [failed], channels: [${name}] }`,
            at: ['notifications', 'channels', name],
        }));
    },
};
const notificationChecks = [channelSecrets, channelsUsed];

// EXTERNAL MODULE: ./build/src/operations/doctor/checks/owner.js
var owner = __webpack_require__(16333);
// EXTERNAL MODULE: ./build/src/engine/planning/current-versions.js
var current_versions = __webpack_require__(11679);
// EXTERNAL MODULE: ./build/src/engine/planning/version-sources.js
var version_sources = __webpack_require__(75931);
// EXTERNAL MODULE: ./build/src/packages/publish/own-repository-url.js
var own_repository_url = __webpack_require__(58296);
// EXTERNAL MODULE: ./build/src/packages/registries/provenance.js
var provenance = __webpack_require__(76180);
// EXTERNAL MODULE: ./build/src/train/plan/versioned.js
var versioned = __webpack_require__(1919);
// EXTERNAL MODULE: ./build/src/operations/doctor/component-facts.js
var component_facts = __webpack_require__(17487);
;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/packages.js










function served(pkg, { registry, once }) {
    return once(`served ${JSON.stringify(pkg)}`, () => registry.versions(pkg));
}
function trustLine(name, { repository }, file, environment) {
    const env = environment === undefined ? '' : ` --env ${environment}`;
    return `npm trust github ${name} --repo ${repository} --file ${file}${env} --allow-publish`;
}
const npmName = {
    ...{ check: 'npm-name', area: 'npm', of: 'component' },
    async run({ component }, pass) {
        const names = (0,manifest_packages/* packagesOf */.D)(component).flatMap((one) => ('npm' in one ? [one.npm] : []));
        const missing = await Promise.all(names.map(async (npm) => ((await served({ npm }, pass)) === undefined ? [npm] : [])));
        return missing.flat().map((name) => ({
            severity: 'error',
            seen: `The registry knows no package named ${name}, or does not show it: trusted publishing cannot create a name.`,
            expected: 'a first version that was published by hand, or the right name in the manifest',
            fix: 'In the folder of the package, publish a first version:',
            paste: 'npm publish --access public',
            at: ['components', component.id, 'package'],
        }));
    },
};
const npmProvenance = {
    ...{ check: 'npm-provenance', area: 'npm', of: 'component' },
    async run({ component }, pass) {
        const workflow = await (0,component_facts/* releaseWorkflow */.Vf)(component, pass);
        if (!workflow?.file.asksForIdentity)
            return [];
        const { path, file } = workflow;
        const names = (0,manifest_packages/* packagesOf */.D)(component).flatMap((one) => ('npm' in one ? [one.npm] : []));
        const found = await Promise.all(names.map((name) => provenanceTrouble(name)));
        return found.flatMap((one) => one ?? []);
        async function provenanceTrouble(name) {
            const latest = (await served({ npm: name }, pass))?.tags.latest;
            if (latest === undefined)
                return undefined;
            const looked = await pass.registry.lookUp({ ecosystem: 'npm', name, version: latest }, true);
            if (looked.state === 'unreachable')
                throw new platform_errors/* UserError */.yo(`${name}: ${looked.detail}.`);
            if (looked.state !== 'served')
                return undefined;
            const { origin } = looked.facts;
            const wanted = { repository: `${pass.serverUrl}/${component.repository}`, workflow: path };
            const foreign = origin && (0,provenance/* foreignOrigin */.F0)(origin, wanted);
            if (origin && foreign === undefined)
                return undefined;
            return {
                severity: origin ? 'error' : 'info',
                seen: origin
                    ? `${name} ${latest} is published from elsewhere: ${foreign}. A trusted publisher is for one repository and one workflow file, and refuses all others with a 404.`
                    : `${name} ${latest} has no provenance: whether a trusted publisher is set up for ${path} cannot be seen.`,
                expected: `a provenance of ${component.repository} and ${path}`,
                fix: 'Set the trusted publisher up (npm 11.15 or later):',
                paste: trustLine(name, component, path.split('/').at(-1) ?? path, file.publishingEnvironment),
                link: `https://www.npmjs.com/package/${name}/access`,
            };
        }
    },
};
const npmRepository = {
    ...{ check: 'npm-repository', area: 'npm', of: 'component' },
    async run({ component }, pass) {
        const { repository } = component;
        const workflow = await (0,component_facts/* releaseWorkflow */.Vf)(component, pass);
        if (!workflow?.file.asksForIdentity)
            return [];
        const facts = await (0,repositories/* readRepository */.Nu)(pass.clientFor(repository), repository);
        if (facts.isPrivate)
            return [];
        const files = await (0,component_packages/* packageFilesOf */.Py)(component, pass);
        return files.flatMap(({ json, name, file }) => {
            if (!json || json.private)
                return [];
            const directory = file === 'package.json' ? undefined : file.slice(0, -'/package.json'.length);
            const home = { serverUrl: pass.serverUrl, repository: facts.name };
            const fault = (0,own_repository_url/* repositoryFault */.L)({ name, repository: json.json.value.repository }, home, directory);
            if (fault === undefined)
                return [];
            const [seen = fault, line = ''] = fault.split(' Write ');
            return [
                {
                    severity: 'error',
                    seen,
                    expected: `"repository" of ${file} that names ${facts.name}`,
                    fix: `Write into ${file}:`,
                    paste: line.replace(/\.$/, ''),
                },
            ];
        });
    },
};
const pypiName = {
    ...{ check: 'pypi-name', area: 'pypi', of: 'component' },
    async run({ component }, pass) {
        const names = (0,manifest_packages/* packagesOf */.D)(component).flatMap((one) => ('pypi' in one ? [one.pypi] : []));
        const missing = await Promise.all(names.map(async (pypi) => ((await served({ pypi }, pass)) === undefined ? [pypi] : [])));
        return missing.flat().map((name) => ({
            severity: 'warning',
            seen: `The Python index knows no package named ${name}: unless a pending publisher is set up for it, its first release fails.`,
            expected: 'a package, or a pending publisher in your account',
            fix: 'Add a pending publisher for this repository and workflow file, or correct the name in the manifest.',
            link: 'https://pypi.org/manage/account/publishing/',
            at: ['components', component.id, 'package'],
        }));
    },
};
const versionKnown = {
    ...{ check: 'version-known', area: 'manifest', of: 'component' },
    async run({ component }, pass) {
        const { manifest, signal } = pass;
        if (!manifest || !(0,versioned/* isVersioned */.at)(component, (0,versioned/* sharedGroups */.CC)(manifest)))
            return [];
        const { sources, versions } = await pass.once('current versions', async () => {
            const registry = { versions: (pkg) => served(pkg, pass) };
            const sources = (0,version_sources/* versionSources */.B)(pass.clientFor, registry, signal);
            return { sources, versions: await (0,current_versions/* lookUpCurrentVersions */.r)(manifest.components, sources, { signal }) };
        });
        await Promise.all([sources.tags(component.repository), ...(0,manifest_packages/* packagesOf */.D)(component).map((one) => served(one, pass))]);
        const current = versions.get(component.id);
        if (!current || 'versions' in current)
            return [];
        const seen = 'fault' in current
            ? current.fault
            : `Component ${component.id}: no current version was found (looked in ${current.lookedIn.join(', ')}).`;
        return [
            {
                severity: 'warning',
                seen,
                expected: 'a version in a registry, a tag, or its package.json',
                fix: 'Push a tag of what is there, say the form of its tags (tag: "v{version}"), or give the first train its version:',
                paste: `versions: '{"${component.id}": "1.0.0"}'`,
                at: ['components', component.id],
            },
        ];
    },
};
const packageChecks = [npmName, npmProvenance, npmRepository, pypiName, versionKnown];

;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/repository.js



const repositoryThere = {
    ...{ check: 'repository-there', area: 'repository', of: 'repository', gate: true },
    async run({ name, at }, { clientFor, serverUrl }) {
        if (await (0,repositories/* findRepository */.W1)(clientFor(name), name))
            return [];
        return [
            {
                severity: 'error',
                seen: `There is no repository ${name}, or the token may not see it: GitHub answers 404 for both.`,
                expected: 'a repository that the token for its owner reaches',
                fix: 'Correct the name, or give the token access to it.',
                link: `${serverUrl}/${name}`,
                ...(at && { at }),
            },
        ];
    },
};
const repositoryName = {
    ...{ check: 'repository-name', area: 'repository', of: 'repository' },
    async run({ name, at }, { clientFor }) {
        const facts = await (0,repositories/* readRepository */.Nu)(clientFor(name), name);
        if (facts.name.toLowerCase() === name.toLowerCase())
            return [];
        return [
            {
                severity: 'warning',
                seen: `${name} was renamed or transferred: it is ${facts.name} now. The old name may be given to another repository.`,
                expected: facts.name,
                fix: 'Write its new name:',
                paste: `repository: ${facts.name}`,
                ...(at && { at }),
            },
        ];
    },
};
const repositoryArchived = {
    ...{ check: 'repository-archived', area: 'repository', of: 'repository', gate: true },
    async run({ name, at }, { clientFor, serverUrl }) {
        const { isArchived } = await (0,repositories/* readRepository */.Nu)(clientFor(name), name);
        if (!isArchived)
            return [];
        return [
            {
                severity: 'error',
                seen: `${name} is archived: nothing runs in it, and nobody can push.`,
                expected: 'a repository that is not archived',
                fix: 'Unarchive it in its settings, or take its component out.',
                link: `${serverUrl}/${name}/settings`,
                ...(at && { at }),
            },
        ];
    },
};
const actionsOn = {
    ...{ check: 'actions-on', area: 'repository', of: 'repository', gate: true },
    async run({ name }, { clientFor, serverUrl, signal }) {
        try {
            if ((await areActionsOn(clientFor(name), name)) !== false)
                return [];
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof github_errors/* GitHubError */.y_ && error.status === 403)
                return [];
            throw error;
        }
        return [
            {
                severity: 'error',
                seen: `Actions are off in ${name}: no workflow can be started in it.`,
                expected: 'Actions on',
                fix: 'Allow Actions in its settings, or:',
                paste: `gh api -X PUT repos/${name}/actions/permissions -F enabled=true -f allowed_actions=all`,
                link: `${serverUrl}/${name}/settings/actions`,
            },
        ];
    },
};
const repositoryChecks = [repositoryThere, repositoryName, repositoryArchived, actionsOn];

// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/src/operations/doctor/templates/compare-template.js + 1 modules
var compare_template = __webpack_require__(95975);
// EXTERNAL MODULE: ./build/src/operations/doctor/templates/template-text.js
var template_text = __webpack_require__(16744);
// EXTERNAL MODULE: ./build/src/operations/doctor/templates/wanted-templates.js
var wanted_templates = __webpack_require__(4273);
;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/templates.js





async function troublesWith(repository, client, pass) {
    const { templates } = pass;
    if (!templates)
        return [];
    const wanted = wantedIn(repository, pass);
    if (wanted.length === 0)
        return [];
    const { defaultBranch: ref } = await (0,repositories/* readRepository */.Nu)(client, repository);
    const found = await Promise.all(wanted.map(async (one) => {
        const present = await (0,contents/* readFile */.TA)(client, repository, { path: one.path, ref });
        if (present === undefined || !(0,template_text/* readHeader */.ay)(present))
            return [];
        const known = { bundle: templates.bundle, home: pass.homeName ?? '', ...pass, source: one.source };
        const standing = await (0,compare_template/* standingOf */.Y)(one, present, { templates: templates.source, known });
        if (standing.is !== 'behind' && standing.is !== 'changed')
            return [];
        return [troubleWith(one, standing, templates.source.version)];
    }));
    return found.flat();
}
function wantedIn(repository, { manifest, hub, homeName }) {
    const all = [
        ...(manifest ? (0,wanted_templates/* templatesOfTrain */.H)(manifest, homeName) : []),
        ...(hub && homeName !== undefined ? (0,wanted_templates/* templatesOfHub */.U)(hub, homeName) : []),
    ];
    return all.filter((one) => one.repository.toLowerCase() === repository.toLowerCase());
}
function troubleWith({ path, template, repository }, { is, version }, ours) {
    if (is === 'behind')
        return {
            ...{ is, severity: 'warning', expected: `${template} of ${ours}` },
            seen: `${path} in ${repository} is ${template} of release-actions ${version}; this is ${ours}.`,
            fix: 'Let the doctor open a pull request (operation: install, update: true, dry-run: false), or:',
            paste: 'npm run doctor -- install --update --write',
        };
    return {
        ...{ is, severity: 'info', expected: `${template} of ${ours}` },
        seen: `${path} in ${repository} was changed since it was installed (${template} of ${version}), and is not what ${ours} brings.`,
        fix: 'It is never overwritten. To compare: operation: install, update: true opens a pull request with the new one beside it.',
    };
}
async function told(is, name, client, pass) {
    const all = await pass.once(`templates ${name.toLowerCase()}`, () => troublesWith(name, client, pass));
    return all.filter((one) => one.is === is).map(({ is: _, ...trouble }) => trouble);
}
function inRepository(is) {
    return {
        ...{ check: `template-${is}`, area: 'templates', of: 'repository' },
        run: ({ name }, pass) => told(is, name, pass.clientFor(name), pass),
    };
}
function atHome(is) {
    return {
        ...{ check: `template-${is}`, area: 'templates', of: 'home' },
        run: ({ name, client }, pass) => told(is, name, client, pass),
    };
}
const templateChecks = [
    inRepository('behind'),
    inRepository('changed'),
    atHome('behind'),
    atHome('changed'),
];

;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/token.js




const NO_REF = 'refs/heads/release-actions..doctor';
const NO_EVENT = 'release-actions-doctor-'.padEnd(101, '-');
const NO_COMMIT = '0'.repeat(40);
function dispatchProbe(workflow) {
    return {
        route: 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
        params: { workflow_id: workflow, ref: NO_REF },
        permission: 'Actions: write',
    };
}
const eventProbe = {
    route: 'POST /repos/{owner}/{repo}/dispatches',
    params: { event_type: NO_EVENT },
    permission: 'Contents: write',
};
const statusProbe = {
    route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
    params: { sha: NO_COMMIT, state: 'pending', context: 'release-actions/doctor' },
    permission: 'Commit statuses: write',
};
async function mayDo(client, repository, { route, params }) {
    try {
        await client.writeIdempotent(route, { ...(0,repository_name/* ownerAndRepo */.H)(repository), ...params }, { urgent: true });
        return true;
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_) || (0,platform_errors/* kindOf */.I)(error) !== 'fault')
            throw error;
        return error.status === 422 || error.status === 400 ? true : error;
    }
}
const MOST_PROBED = 60;
function isProbed(repository, { manifest }) {
    const owner = (0,repository_name/* ownerOf */.b)(repository).toLowerCase();
    const own = (manifest?.components ?? []).map((one) => one.repository.toLowerCase());
    const tried = [...new Set(own.filter((one) => one.startsWith(`${owner}/`)))].slice(0, MOST_PROBED);
    return tried.length < MOST_PROBED || tried.includes(repository.toLowerCase());
}
async function probe(repository, wanted, pass) {
    if (!pass.probes || !isProbed(repository, pass))
        return [];
    const outcome = await pass.once(`probe ${wanted.route} ${repository.toLowerCase()}`, () => mayDo(pass.clientFor(repository), repository, wanted));
    if (outcome === true)
        return [];
    return [
        {
            severity: 'error',
            seen: `The token seems not to be allowed to ${wanted.purpose} in ${repository}: GitHub answered ${outcome.status}${outcome.said ? ` (${outcome.said})` : ''}.`,
            expected: `${wanted.permission} on ${repository}`,
            fix: `Give the token ${wanted.permission} on ${repository}.`,
            link: `${pass.serverUrl}/settings/personal-access-tokens`,
        },
    ];
}
const mayDispatch = {
    ...{ check: 'token-dispatches', area: 'token', of: 'component' },
    async run({ component }, pass) {
        const { dispatch, repository } = component;
        const purpose = 'start a run';
        const found = await (0,component_facts/* dispatchFindings */.DT)(component, 'release', pass);
        if (found?.problems.some(({ kind }) => kind === 'no-workflow'))
            return [];
        return 'workflow' in dispatch
            ? probe(repository, { ...dispatchProbe(dispatch.workflow), purpose }, pass)
            : probe(repository, { ...eventProbe, purpose }, pass);
    },
};
const triedSome = {
    ...{ check: 'token-tried', area: 'token', of: 'owner' },
    run({ name, repositories }, { probes }) {
        if (!probes || repositories.length <= MOST_PROBED)
            return [];
        return [
            {
                severity: 'info',
                seen: `What the token for ${name} may do was tried in ${MOST_PROBED} of its ${repositories.length} repositories.`,
                expected: 'a token that reaches them all: it has the same rights in each',
                fix: 'See that all of them are among the repositories of the token or the App.',
            },
        ];
    },
};
const tokenChecks = [mayDispatch];

;// CONCATENATED MODULE: ./build/src/operations/doctor/checks/workflow.js



const REMEDIES = {
    'no-workflow': [
        'workflow-there',
        ({ about }, { page }) => ({
            expected: `.github/workflows/${about} on the default branch`,
            fix: 'Add it: the doctor opens a pull request with the template by operation: install. Or correct workflow in the manifest.',
            link: `${page}/actions`,
        }),
    ],
    disabled: [
        'workflow-active',
        ({ about = '' }, { component }) => ({
            expected: 'an active workflow',
            fix: 'Enable it on its Actions page, or:',
            paste: `gh workflow enable ${fileOf(about)} --repo ${component.repository}`,
        }),
    ],
    'not-at-ref': [
        'workflow-at-ref',
        ({ about }, { component }) => ({
            expected: `${about} at the ref that the component is released from`,
            fix: 'Merge the workflow into that branch, or correct the ref in the manifest:',
            paste: `ref: ${component.ref ?? 'main'}`,
        }),
    ],
    unreadable: [
        'workflow-valid',
        (_, { page }) => ({ expected: 'valid YAML', fix: 'Correct the file.', link: `${page}/actions` }),
    ],
    'no-trigger': [
        'workflow-dispatch',
        ({ about }, { component }) => ({
            expected: 'on: workflow_dispatch, with the inputs that the train sends',
            fix: `Put it into ${about}:`,
            paste: ['on:', '  workflow_dispatch:', '    inputs:', ...Object.keys(component.inputs).flatMap(declared)].join('\n'),
        }),
    ],
    'undeclared-input': [
        'input-declared',
        ({ about = '' }) => ({
            expected: `${about} among on.workflow_dispatch.inputs`,
            fix: `Declare it in the workflow, or take ${about} out of the component's inputs:`,
            paste: declared(about).join('\n'),
        }),
    ],
    'missing-input': [
        'input-given',
        ({ about }) => ({
            expected: 'a value for every required input',
            fix: `Give it in the component's inputs:`,
            paste: `inputs: { ${about}: … }`,
        }),
    ],
    'refused-value': [
        'input-value',
        ({ message }) => ({
            expected: /only (.*), not/.exec(message)?.[1] ?? 'a value that the input takes',
            fix: `Correct the value in the component's inputs.`,
        }),
    ],
    'hidden-nonce': [
        'nonce-shown',
        ({ about }) => ({
            expected: 'a run-name that holds the nonce: by it the train finds its own run',
            fix: 'Add it to the run-name of the workflow:',
            paste: `run-name: Release [\${{ ${about} }}]`,
        }),
    ],
    'refused-push': [
        'release-pushes',
        ({ message }, { page }) => ({
            expected: 'a branch that takes the release commit, or none that is pushed to',
            fix: message.split(' failed. ').at(-1) ?? message,
            link: `${page}/settings/rules`,
        }),
    ],
    unheard: [
        'event-heard',
        ({ about }) => ({
            expected: `a workflow that listens to ${about}`,
            fix: 'Add it to the workflow:',
            paste: `on:\n  repository_dispatch:\n    types: [${about}]`,
        }),
    ],
};
function declared(input) {
    return [`      ${input}:`, '        type: string'];
}
function fileOf(path) {
    return path.split('/').at(-1) ?? path;
}
const dispatchChecks = Object.entries(REMEDIES).map(([kind, [check, remedy]]) => ({
    ...{ check, area: 'workflow', of: 'component' },
    async run({ component }, pass) {
        const place = { component, page: `${pass.serverUrl}/${component.repository}` };
        const found = await Promise.all(['release', 'rollback'].map(async (what) => ({
            what,
            findings: rollsBack(component, what, pass) ? await (0,component_facts/* dispatchFindings */.DT)(component, what, pass) : undefined,
        })));
        return found.flatMap(({ what, findings }) => (findings?.problems ?? [])
            .filter((problem) => problem.kind === kind)
            .map((problem) => ({
            severity: 'error',
            seen: `${what === 'rollback' ? 'Its rollback: ' : ''}${problem.message}`,
            ...remedy(problem, place),
            at: ['components', component.id],
        })));
    },
}));
function rollsBack({ rollback }, what, { manifest }) {
    if (what === 'release')
        return true;
    return rollback !== undefined && (manifest?.environments.some((one) => one.rollback) ?? false);
}
const dispatchSeen = {
    ...{ check: 'workflow-seen', area: 'workflow', of: 'component' },
    async run({ component }, pass) {
        const findings = await (0,component_facts/* dispatchFindings */.DT)(component, 'release', pass);
        return (findings?.doubts ?? []).map((doubt) => ({
            severity: 'warning',
            seen: `Its workflow could not be looked at: ${doubt}`,
            expected: 'a token with Actions: read and Contents: read there',
            fix: 'Give the token these permissions.',
            link: `${pass.serverUrl}/settings/personal-access-tokens`,
        }));
    },
};
const pushSeen = {
    ...{ check: 'release-pushes', area: 'workflow', of: 'component' },
    async run({ component }, pass) {
        const findings = await (0,component_facts/* dispatchFindings */.DT)(component, 'release', pass);
        return (findings?.warnings ?? []).map((seen) => ({
            severity: 'warning',
            seen,
            expected: 'a branch that takes the release commit',
            fix: 'See that whoever pushes it is in the bypass list of the ruleset.',
            link: `${pass.serverUrl}/${component.repository}/settings/rules`,
        }));
    },
};
const notCancelled = {
    ...{ check: 'run-not-cancelled', area: 'workflow', of: 'component' },
    async run({ component }, pass) {
        const workflow = await (0,component_facts/* releaseWorkflow */.Vf)(component, pass);
        if (!workflow?.file.cancelsEarlier)
            return [];
        return [
            {
                severity: 'warning',
                seen: `${workflow.path} in ${component.repository} cancels a run that goes on when another one starts (cancel-in-progress: true): a push in the middle of a release leaves it half done.`,
                expected: 'cancel-in-progress: false for what releases',
                fix: 'Let releases wait for each other:',
                paste: 'concurrency:\n  group: release\n  queue: max\n  cancel-in-progress: false',
            },
        ];
    },
};
const DAY_MS = 24 * 3_600_000;
const approvalInTime = {
    ...{ check: 'approval-in-time', area: 'environments', of: 'component' },
    async run({ component }, pass) {
        const { approvalTimeout, repository, id } = component;
        if (approvalTimeout === undefined || approvalTimeout >= DAY_MS)
            return [];
        const named = (await (0,component_facts/* releaseWorkflow */.Vf)(component, pass))?.file.environments ?? [];
        if (named.length === 0)
            return [];
        const found = await listEnvironments(pass.clientFor(repository), repository);
        return found
            .filter(({ name, hasReviewers }) => hasReviewers && named.includes(name))
            .map(({ name }) => ({
            severity: 'warning',
            seen: `Its run waits for reviewers of the environment ${name}, and is given up after ${(0,duration/* formatDuration */.a)(approvalTimeout)}.`,
            expected: 'a day or more: a reviewer may be asleep',
            fix: 'Give the component more time:',
            paste: 'approval-timeout: 72h',
            at: ['components', id],
        }));
    },
};
const workflowChecks = [...dispatchChecks, dispatchSeen, pushSeen, notCancelled, approvalInTime];

;// CONCATENATED MODULE: ./build/src/operations/doctor/checks.js









const CHECKS = [
    ...owner/* ownerChecks */.z9,
    triedSome,
    ...repositoryChecks,
    ...workflowChecks,
    ...tokenChecks,
    ...packageChecks,
    ...driftChecks,
    ...templateChecks,
    ...homeChecks,
    ...trainDriftChecks,
    ...notificationChecks,
];

;// CONCATENATED MODULE: ./build/src/operations/doctor/finding.js
const AREAS = [
    'manifest',
    'token',
    'repository',
    'workflow',
    'npm',
    'pypi',
    'drift',
    'templates',
    'environments',
    'hub',
    'changesets',
    'services',
    'notifications',
    'state',
    'schedules',
    'page',
];
const SEVERITIES = ['error', 'warning', 'info'];
function inOrder(findings) {
    const rank = ({ severity, area }) => SEVERITIES.indexOf(severity) * AREAS.length + AREAS.indexOf(area);
    return findings.toSorted((a, b) => rank(a) - rank(b));
}
function problemsOf(findings) {
    return findings.filter(({ severity }) => severity !== 'info');
}
function sentencesOf({ subject, seen, fix, paste, link }) {
    const told = seen.startsWith(subject) ? seen : `${subject}: ${seen}`;
    const isShort = paste !== undefined && !paste.includes('\n') && !fix.includes(paste);
    return [told, isShort ? `${fix.replace(/[.:]$/, ':')} ${paste}` : fix, ...(link === undefined ? [] : [link])].join(' ');
}

;// CONCATENATED MODULE: ./build/src/operations/doctor/examination.js

function examination(findings, { profiles, ...looked }) {
    return { format: 1, profiles, looked, problems: problemsOf(findings).length, findings: inOrder(findings) };
}
function countOf({ findings }, severity) {
    return findings.filter((one) => one.severity === severity).length;
}
const NOUNS = {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    info: ['hint', 'hints'],
};
function counted(findings) {
    const parts = SEVERITIES.map((severity) => {
        const count = countOf({ findings }, severity);
        return count === 0 ? '' : `${count} ${NOUNS[severity][count === 1 ? 0 : 1]}`;
    });
    return parts.filter((part) => part !== '').join(', ');
}
function requestsOf(usages) {
    return usages.reduce((sum, { requests }) => sum + requests, 0);
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/operations/doctor/examination-text.js



const MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' };
const MOST_ROWS = 150;
function examinationMarkdown({ findings, looked, profiles }) {
    const { repositories, components, requests, seconds } = looked;
    const verdict = problemsOf(findings).length === 0 ? '✅ Nothing stands in the way' : `${MARKS.error} ${counted(findings)}`;
    const shown = findings.slice(0, MOST_ROWS);
    const rest = findings.length - shown.length;
    const blocks = shown.filter(isLong);
    return [
        `### Doctor: ${verdict}`,
        ...(shown.length > 0
            ? [
                (0,markdown/* table */.tp)(['', 'Where', 'What was seen', 'Expected', 'What to do'], shown.map((one) => row(one, blocks))),
            ]
            : []),
        ...(rest > 0 ? [`… and ${rest} more; the report has them all.`] : []),
        ...blocks.map(({ paste = '', fix, subject }, index) => [`**${index + 1}. ${(0,markdown/* escapeMarkdown */.FV)(subject)}**: ${(0,markdown/* escapeMarkdown */.FV)(fix)}`, (0,markdown/* codeBlock */.DV)(paste)].join('\n\n')),
        `_Looked at ${repositories} repositories and ${components} components (${profiles.join(', ')}) in ${seconds.toFixed(1)} s, with ${requests} requests._`,
    ].join('\n\n');
}
function isLong({ paste }) {
    return paste?.includes('\n') ?? false;
}
function row(finding, blocks) {
    const { severity, subject, check, seen, expected, fix, paste, link: page } = finding;
    const number = blocks.indexOf(finding) + 1;
    const todo = [
        (0,markdown/* escapeMarkdown */.FV)(fix),
        ...(paste === undefined || fix.includes(paste) ? [] : [number > 0 ? `(${number}, below)` : (0,markdown/* code */.aY)(paste)]),
        ...(page === undefined ? [] : [(0,markdown/* link */.nf)('open', page)]),
    ];
    return [
        MARKS[severity],
        `${(0,markdown/* escapeMarkdown */.FV)(subject)}<br>${(0,markdown/* code */.aY)(check)}`,
        (0,markdown/* escapeMarkdown */.FV)(seen),
        (0,markdown/* escapeMarkdown */.FV)(expected),
        todo.join(' '),
    ];
}

// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/operations/doctor/pass.js
var doctor_pass = __webpack_require__(26601);
;// CONCATENATED MODULE: ./build/src/operations/doctor/run-checks.js



const AT_ONCE = 8;
const ORDER = [
    'workspace',
    'owner',
    'repository',
    'home',
    'hub',
    'source',
    'component',
    'service',
    'train',
];
async function runChecks({ checks, subjects, locate, onLooked }, pass) {
    const findings = [];
    const closed = new Set();
    let done = 0;
    for (const kind of ORDER) {
        const ofKind = subjects.filter(({ of }) => of === kind);
        const own = checks.filter(({ of }) => of === kind);
        await (0,pool/* mapPooled */.Q)(ofKind, AT_ONCE, async (subject) => {
            const isWithinClosed = 'within' in subject && closed.has(subject.within);
            const looked = isWithinClosed ? { isShut: true, findings: [] } : await lookAt(subject, own, { pass, locate });
            if (looked.isShut)
                closed.add((0,doctor_pass/* keyOf */.T)(subject));
            findings.push(...looked.findings);
            done += 1;
            onLooked?.(subject, done, subjects.length);
        });
    }
    return together(findings);
}
async function lookAt(subject, checks, { pass, locate }) {
    const findings = [];
    for (const check of checks) {
        const { troubles, unseen } = await ask(check, subject, pass);
        findings.push(...troubles.map(({ at, ...one }) => run_checks_told(check, subject, one, at && locate(at))));
        if (unseen)
            findings.push(notSeen(check, subject, unseen));
        const isShut = check.gate === true && (unseen !== undefined || troubles.some(isError));
        if (isShut || unseen?.kind === 'paused')
            return { findings, isShut: true };
    }
    return { findings, isShut: false };
}
function run_checks_told(check, { name }, trouble, place) {
    return { check: check.check, area: check.area, subject: name, ...(place && { place }), ...trouble };
}
function isError({ severity }) {
    return severity === 'error';
}
async function ask(check, subject, pass) {
    try {
        return { troubles: await check.run(subject, pass) };
    }
    catch (error) {
        pass.signal.throwIfAborted();
        if (!(error instanceof platform_errors/* KnownError */.E))
            throw error;
        return { troubles: [], unseen: error };
    }
}
function notSeen({ area }, { name }, error) {
    return {
        ...{ check: 'looked-at', area, subject: name, severity: 'warning', expected: 'an answer' },
        seen: `It could not be looked at as a whole: ${(0,platform_errors/* messageOf */.bD)(error)}`,
        fix: error.kind === 'fault'
            ? 'Correct what the message names, or look by hand.'
            : 'Run the doctor again; if it stays, look by hand.',
    };
}
function together(findings) {
    const kept = new Map();
    for (const finding of findings) {
        const key = JSON.stringify([finding.check, finding.severity, finding.seen, finding.fix, finding.paste]);
        const known = kept.get(key);
        if (known)
            known.subjects.push(finding.subject);
        else
            kept.set(key, { ...finding, subjects: [finding.subject] });
    }
    return [...kept.values()].map(({ subjects, ...finding }) => ({ ...finding, subject: subjectsOf(subjects) }));
}
function subjectsOf(subjects) {
    const names = [...new Set(subjects)];
    return names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
}

// EXTERNAL MODULE: ./build/src/operations/doctor/subjects.js
var doctor_subjects = __webpack_require__(53889);
// EXTERNAL MODULE: ./build/src/operations/doctor/templates/template-source.js
var template_source = __webpack_require__(52826);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/runner/bundle-home.js
var bundle_home = __webpack_require__(67560);
// EXTERNAL MODULE: ./build/src/actions/setup/doctor-files.js + 1 modules
var doctor_files = __webpack_require__(65163);
// EXTERNAL MODULE: ./build/src/actions/setup/doctor-world.js + 1 modules
var doctor_world = __webpack_require__(84766);
// EXTERNAL MODULE: ./build/src/actions/setup/pull-comment.js + 1 modules
var pull_comment = __webpack_require__(19511);
;// CONCATENATED MODULE: ./build/src/actions/setup/doctor-check.js















async function checkEcosystem(given, runner) {
    const { log, outputs, clock } = runner;
    const startedAt = clock.now();
    const { profiles, ecosystem } = await (0,doctor_files/* readDoctorFiles */.Bo)(given, runner);
    const manifest = ecosystem?.manifest;
    const repositories = manifest?.components.map(({ repository }) => repository) ?? [];
    const templates = await (0,template_source/* openTemplates */.y)((0,bundle_home/* bundleHome */.y)());
    const world = (0,doctor_world/* openDoctor */.c)(given, { manifest, repositories, templates }, runner);
    const subjects = [
        ...(manifest ? (0,doctor_subjects/* subjectsOfTrain */.ho)(manifest) : []),
        ...(world.home ? [{ of: 'home', ...world.home }] : []),
    ];
    const found = await runChecks({
        checks: CHECKS,
        subjects,
        locate: ecosystem?.locate ?? (() => ({})),
        onLooked: progress(log),
    }, world.pass);
    const count = (kind) => subjects.filter(({ of }) => of === kind).length;
    const seen = examination([...(ecosystem?.findings ?? []), ...found], {
        profiles,
        ...{ owners: count('owner'), repositories: count('repository'), components: count('component') },
        requests: requestsOf(world.clients().map(({ usage }) => usage)),
        seconds: (clock.now() - startedAt) / 1000,
    });
    await outputs.set('report', await writeExamination(seen, given, runner));
    await outputs.set('problems', seen.problems);
    await outputs.summarise(examinationMarkdown(seen));
    if (given.comment)
        await (0,pull_comment/* commentOnPull */.i)(given, { key: 'doctor', body: examinationMarkdown(seen), what: 'What was found' }, runner);
    tell(seen, given, runner);
}
function progress(log) {
    return ({ of, name }, done, all) => {
        const step = Math.max(1, Math.ceil(all / 20));
        if (done % step === 0 || done === all)
            log.info(`Looked at ${done} of ${all}: ${of} ${name}`);
    };
}
async function writeExamination(seen, { report }, { workspace, secrets, env }) {
    const path = await (0,path_inside/* pathInside */._l)([workspace, env.RUNNER_TEMP], report);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, `${JSON.stringify(secrets.redactIn(seen), null, 2)}\n`);
    return (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/');
}
function tell({ findings }, { onProblems }, { log }) {
    for (const finding of findings.filter(({ severity }) => severity === 'info'))
        log.info(sentencesOf(finding));
    for (const finding of findings.filter(({ severity }) => severity === 'warning'))
        log.warning(sentencesOf(finding), finding.place);
    const errors = findings.filter(({ severity }) => severity === 'error').map(faultOf);
    if (problemsOf(findings).length === 0)
        log.info('Nothing stands in the way.');
    else
        log.info(`Found ${counted(findings)}; the table is in the summary.`);
    if (errors.length === 0)
        return;
    if (onProblems === 'fail')
        throw new platform_errors/* UserError */.yo(errors);
    for (const { message, ...place } of errors)
        log.error(message, place);
}
function faultOf(finding) {
    return { message: sentencesOf(finding), ...finding.place };
}


/***/ })
,

/***/ 84766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ openDoctor)
});

// EXTERNAL MODULE: ./build/src/engine/planning/train-registry.js + 1 modules
var train_registry = __webpack_require__(33199);
// EXTERNAL MODULE: ./build/src/engine/stores/branch-store.js
var branch_store = __webpack_require__(88919);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var time_pool = __webpack_require__(94301);
;// CONCATENATED MODULE: ./build/src/operations/doctor/one-look.js


const AT_ONCE = 8;
const POINTS_A_MINUTE = 750;
const WRITE_POINTS = 12;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 150_000;
function oneLook({ clock, signal }) {
    const pool = (0,time_pool/* createPool */.b)(AT_ONCE);
    return (client) => {
        const seen = new Map();
        const inTurn = turns(clock, signal);
        let paused;
        const asked = (work, points = 1) => pool(async () => {
            await inTurn(points);
            if (paused)
                throw paused;
            try {
                return await work();
            }
            catch (error) {
                if (error instanceof errors/* KnownError */.E && error.kind === 'paused')
                    paused ??= error;
                throw paused ?? error;
            }
        });
        const once = (key, work) => {
            const name = JSON.stringify(key);
            const known = seen.get(name);
            if (known)
                return known;
            const answer = asked(work);
            seen.set(name, answer);
            return answer;
        };
        const bounded = (options) => ({ timeoutMs: PATIENCE_MS, signal, ...options });
        return {
            apiUrl: client.apiUrl,
            usage: client.usage,
            read: (route, params, options) => once(['read', route, params], () => client.read(route, params, bounded(options))),
            poll: (route, params, options) => once(['poll', route, params], () => client.poll(route, params, bounded(options))),
            list: (route, params, options) => once(['list', route, params, options.limit], () => client.list(route, params, bounded(options))),
            download: (route, params, options) => asked(() => client.download(route, params, bounded(options))),
            write: (route, params, options) => asked(() => client.write(route, params, bounded(options)), WRITE_POINTS),
            writeIdempotent: (route, params, options) => asked(() => client.writeIdempotent(route, params, bounded(options)), WRITE_POINTS),
            graphql: (query, variables, options) => asked(() => client.graphql(query, variables, bounded(options)), WRITE_POINTS),
        };
    };
}
function turns(clock, signal) {
    const gone = [];
    let spent = 0;
    return async (points) => {
        for (;;) {
            const since = clock.now() - MINUTE_MS;
            while (gone[0] && gone[0].at <= since)
                spent -= gone.shift()?.points ?? 0;
            if (spent + points <= POINTS_A_MINUTE)
                break;
            await clock.sleep((gone[0]?.at ?? since) - since, signal);
        }
        spent += points;
        gone.push({ at: clock.now(), points });
    };
}

// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/notification-inputs.js
var notification_inputs = __webpack_require__(31928);
;// CONCATENATED MODULE: ./build/src/actions/setup/doctor-world.js









function openDoctor(given, { manifest, hub, repositories, templates }, runner) {
    const { env, workspace, clock, signal } = runner;
    const { repository: homeName, actionRepository, serverUrl = 'https://github.com' } = (0,context/* runContext */.pO)(env);
    const tokens = manifest?.tokens ?? {};
    const look = oneLook({ clock, signal });
    const looking = new Map();
    const seenBy = (client) => {
        const known = looking.get(client) ?? look(client);
        looking.set(client, known);
        return known;
    };
    const clientFor = connectEach(given, { tokens, owners: repositories.map(repository_name/* ownerOf */.b) }, runner);
    const home = homeClient(given, homeName, runner);
    const { registryUrl, indexUrl } = given;
    const withheld = Object.values(tokens);
    const registry = (0,package_registry/* cliRegistry */.I)({ registryUrl, indexUrl, cwd: workspace, env, signal, withheld });
    const secret = (0,notification_inputs/* secretsFrom */.yD)(given, runner, env);
    const known = new Map();
    const client = home && seenBy(home);
    const pass = {
        ...{ hub, homeName, templates: templates && { source: templates, bundle: actionRepository } },
        ...{ manifest, workspace, serverUrl, signal, now: clock.now(), probes: given.dryRun !== true },
        clientFor: (repository) => seenBy(clientFor(repository)),
        registry: { ...(0,train_registry/* trainRegistry */.Y)(registry), lookUp: registry.lookUp },
        store: client && homeName !== undefined ? (0,branch_store/* branchStore */.q)({ client, repository: homeName, clock }) : undefined,
        hasSecret: (name) => secret(name) !== undefined,
        once: (key, work) => {
            const started = known.get(key) ?? work();
            known.set(key, started);
            return started;
        },
    };
    return {
        pass,
        writerFor: clientFor,
        home: client && homeName !== undefined ? { name: homeName, client } : undefined,
        clients: () => [...looking.keys()],
    };
}
function connectEach(given, { tokens, owners }, runner) {
    const faults = new Map();
    const all = [...new Set(owners)];
    for (const owner of all) {
        try {
            (0,connect_github/* connect */.Ng)({ ...given, tokens: onlyOf(given.tokens, owner) }, { ...runner, log: SILENT }, { tokens, owners: [owner] });
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            faults.set(owner.toLowerCase(), error.faults);
        }
    }
    const reached = all.filter((owner) => !faults.has(owner.toLowerCase()));
    const clientFor = (0,connect_github/* connect */.Ng)(given, runner, { tokens, owners: reached });
    return (repository) => {
        const wrong = faults.get((0,repository_name/* ownerOf */.b)(repository).toLowerCase());
        if (wrong)
            throw new errors/* UserError */.yo(wrong);
        return clientFor(repository);
    };
}
function onlyOf(tokens, owner) {
    const name = owner.toLowerCase();
    const own = tokens && Object.hasOwn(tokens, name) ? tokens[name] : undefined;
    return own === undefined ? undefined : { [name]: own };
}
const nothing = () => undefined;
const SILENT = {
    ...{ info: nothing, debug: nothing, notice: nothing, warning: nothing, error: nothing },
    group: async (_, body) => body(),
};
function homeClient(given, home, runner) {
    if (home === undefined || given.token === undefined)
        return undefined;
    const { token, apiUrl } = given;
    return (0,connect_github/* connect */.Ng)({ token, apiUrl, appId: undefined, privateKey: undefined }, runner, { owners: [] })(home);
}


/***/ }),

/***/ 16333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S_: () => (/* binding */ variableFor),
/* harmony export */   z9: () => (/* binding */ ownerChecks)
/* harmony export */ });
/* unused harmony exports tokenWorks, tokenExpires, tokenBudget */
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87107);


const SOON_MS = 14 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const REQUESTS_EACH = 9;
function limitsOf({ repositories: [first = ''] }, { clientFor }) {
    return clientFor(first).read('GET /rate_limit');
}
const tokenWorks = {
    ...{ check: 'token-works', area: 'token', of: 'owner', gate: true },
    async run(owner, pass) {
        try {
            await limitsOf(owner, pass);
            return [];
        }
        catch (error) {
            pass.signal.throwIfAborted();
            if (!(error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E))
                throw error;
            return [
                {
                    severity: error.kind === 'fault' ? 'error' : 'warning',
                    seen: `The repositories of ${owner.name} could not be looked at: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`,
                    expected: `a token (or an App that is installed) for ${owner.name}, which GitHub takes`,
                    fix: `Give the owner's token by the input tokens:`,
                    paste: `${owner.name}: \${{ secrets.${variableFor(owner.name)} }}`,
                },
            ];
        }
    },
};
const tokenExpires = {
    ...{ check: 'token-expires', area: 'token', of: 'owner' },
    async run(owner, pass) {
        await limitsOf(owner, pass);
        const at = pass.clientFor(owner.repositories[0] ?? '').usage.tokenExpiresAt;
        if (at === undefined || at - pass.now > SOON_MS)
            return [];
        const left = at - pass.now;
        const trouble = {
            severity: left < DAY_MS ? 'error' : 'warning',
            seen: `The token for ${owner.name} ends on ${new Date(at).toISOString().slice(0, 10)}, in ${(0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(Math.max(0, Math.floor(left / 3_600_000)) * 3_600_000)}.`,
            expected: 'a token that lives for two more weeks, or an App, which mints its own',
            fix: 'Make it anew, and put it into the secret.',
            link: `${pass.serverUrl}/settings/personal-access-tokens`,
        };
        return [trouble];
    },
};
const tokenBudget = {
    ...{ check: 'token-budget', area: 'token', of: 'owner' },
    async run(owner, pass) {
        const { limit, remaining, reset } = (await limitsOf(owner, pass)).resources.core;
        const needed = owner.repositories.length * REQUESTS_EACH;
        if (remaining >= needed)
            return [];
        return [
            {
                severity: 'warning',
                seen: `The token for ${owner.name} has ${remaining} of its ${limit} requests left in this hour; looking at ${owner.repositories.length} repositories may take ${needed}.`,
                expected: `${needed} requests`,
                fix: `Run the doctor again after ${new Date(reset * 1000).toISOString().slice(0, 16)}Z, or give ${owner.name} a token of its own.`,
            },
        ];
    },
};
const ownerChecks = [tokenWorks, tokenExpires, tokenBudget];
function variableFor(owner) {
    const name = owner.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
    return `${/^\d|^GITHUB_/.test(name) ? `_${name}` : name}_TOKEN`;
}


/***/ })
,

/***/ 65163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bo: () => (/* binding */ readDoctorFiles)
});

// UNUSED EXPORTS: DEFAULT_HUB, DEFAULT_MANIFEST

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/engine/planning/open-manifest.js + 4 modules
var open_manifest = __webpack_require__(3725);
// EXTERNAL MODULE: ./build/src/engine/planning/read-manifest.js
var read_manifest = __webpack_require__(42954);
;// CONCATENATED MODULE: ./build/src/operations/doctor/read-ecosystem.js


async function readEcosystem(path, shownAs) {
    const read = await (0,read_manifest/* readManifestFile */.o)(path, shownAs);
    const resolved = (0,open_manifest/* resolveRead */.vO)(read);
    const locate = (at) => {
        const [{ file, line, column } = {}] = read.located([{ message: '', at, key: 'key' }]);
        return { ...(file !== undefined && { file }), ...(line !== undefined && { line }), ...(column && { column }) };
    };
    const finding = (severity, fix) => (fault) => {
        const { message, file, line, column } = fault;
        return {
            ...{ check: 'manifest-valid', area: 'manifest', subject: shownAs, severity, seen: message, fix },
            expected: 'a manifest without faults',
            place: { ...(file && { file }), ...(line && { line }), ...(column && { column }) },
        };
    };
    if ('faults' in resolved) {
        const fix = 'Correct it; the repositories are looked at once the manifest can be read.';
        return { manifest: undefined, findings: resolved.faults.map(finding('error', fix)), locate };
    }
    const { manifest, warnings } = resolved;
    return { manifest, findings: warnings.map(finding('warning', 'Correct the manifest as it says.')), locate };
}

// EXTERNAL MODULE: ./build/src/operations/doctor/subjects.js
var subjects = __webpack_require__(53889);
// EXTERNAL MODULE: ./build/src/operations/hub/hub-file.js + 1 modules
var hub_file = __webpack_require__(96537);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
;// CONCATENATED MODULE: ./build/src/actions/setup/doctor-files.js







const DEFAULT_MANIFEST = '.github/release-train.yml';
const DEFAULT_HUB = '.github/hub.yml';
async function readDoctorFiles(given, { workspace }) {
    const { profile, manifest, hubFile } = given;
    const isThere = (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, path));
    const there = {
        train: manifest !== undefined || isThere(DEFAULT_MANIFEST),
        hub: hubFile !== undefined || isThere(DEFAULT_HUB),
    };
    const profiles = profile ?? subjects/* PROFILES */.jI.filter((one) => there[one]);
    if (profiles.length === 0)
        throw new errors/* UserError */.yo(`There is nothing to look at: no ${DEFAULT_MANIFEST} and no ${DEFAULT_HUB}. Give the input manifest, or let operation: discover write a draft.`);
    const path = manifest ?? DEFAULT_MANIFEST;
    return {
        profiles,
        ecosystem: profiles.includes('train') ? await readEcosystem(await (0,path_inside/* namedPath */.hq)(workspace, path), path) : undefined,
        hub: profiles.includes('hub') ? await readHub(hubFile ?? DEFAULT_HUB, workspace) : undefined,
    };
}
async function readHub(path, workspace) {
    const read = await (0,hub_file/* readHubText */.hN)(await (0,path_inside/* namedPath */.hq)(workspace, path), path);
    if ('hub' in read)
        return { hub: read.hub, findings: [] };
    return { hub: undefined, findings: read.faults.map((fault) => hubFinding(fault, path)) };
}
function hubFinding({ message, file, line, column }, path) {
    return {
        ...{ check: 'hub-valid', area: 'hub', subject: path, severity: 'error', seen: message },
        ...{ expected: 'a hub file without faults', fix: 'Correct it; its sources are looked at once it can be read.' },
        place: { ...(file && { file }), ...(line && { line }), ...(column && { column }) },
    };
}


/***/ }),

/***/ 95975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ standingOf)
});

// EXTERNAL MODULE: ./build/src/operations/doctor/checks/owner.js
var checks_owner = __webpack_require__(16333);
;// CONCATENATED MODULE: ./build/src/operations/doctor/templates/fill-template.js

function fillTemplate(template, text, known) {
    const ours = known.bundle === undefined ? text : text.replaceAll('org/release-actions', known.bundle);
    const fill = FILLERS[template];
    return fill ? fill(ours, known) : ours;
}
const FILLERS = {
    'release-train.yml': withTokens,
    'cross-repo-deploy.yml': withTokens,
    'doctor.yml': withTokens,
    'hub.yml': (text, known) => withTypes(withTokens(text, known), known),
    'hub-status.yml': withTokens,
    'trigger-hub.yml': withSource,
};
const TOKEN_LINE = /^( *)my-org: \$\{\{ secrets\.(\w+) \}\}$/m;
function withTokens(text, { manifest, hub }) {
    return text.replace(TOKEN_LINE, (whole, indent, secret) => {
        const isHubs = secret === 'SOURCES_TOKEN';
        const repositories = isHubs
            ? (hub?.sources ?? []).map(({ repository }) => repository)
            : (manifest?.components ?? []).map(({ repository }) => repository);
        const owners = [...new Set(repositories.map((one) => one.split('/', 1)[0] ?? ''))];
        const lines = owners.map((owner) => {
            const own = manifest?.tokens[owner] ?? (0,checks_owner/* variableFor */.S_)(owner);
            return `${indent}${owner}: \${{ secrets.${isHubs ? (0,checks_owner/* variableFor */.S_)(owner) : own} }}`;
        });
        return lines.length === 0 ? whole : lines.join('\n');
    });
}
function withTypes(text, { hub }) {
    const types = [...new Set((hub?.sources ?? []).flatMap(({ events }) => events))];
    if (types.length === 0)
        return text;
    return text.replace(/types: \[[^\]]*\]/, `types: [${[...types, 'release-actions-self-test'].join(', ')}]`);
}
function withSource(text, { home, hub, source }) {
    if (!source)
        return text;
    const branches = [...new Set((hub?.environments ?? []).map(({ branch }) => branch))].map(quoted);
    const paths = [...source.components].map(([id, folder]) => {
        const glob = folder === '.' ? '**' : `${folder.replace(/\/+$/, '')}/**`;
        return `            ${id}: ${quoted(glob)}`;
    });
    return text
        .replace('my-org/infrastructure', home)
        .replace(/branches: \[[^\]]*\]/, `branches: [${branches.join(', ')}]`)
        .replace('event-type: services-changed', `event-type: ${source.events[0] ?? 'services-changed'}`)
        .replace(/( {10}paths: \|\n)(?: {12}[^\n]*\n)+/, `$1${paths.join('\n')}\n`);
}
function quoted(text) {
    return /^[A-Za-z][\w./-]*$/.test(text) ? text : JSON.stringify(text);
}

// EXTERNAL MODULE: ./build/src/operations/doctor/templates/template-text.js
var template_text = __webpack_require__(16744);
;// CONCATENATED MODULE: ./build/src/operations/doctor/templates/compare-template.js


async function standingOf({ template }, present, { templates, known }) {
    const filled = fillTemplate(template, await templates.read(template), known);
    if (present === undefined)
        return { is: 'missing', fresh: (0,template_text/* withHeader */.wf)(template, templates.version, filled) };
    const read = (0,template_text/* readHeader */.ay)(present);
    if (!read)
        return (0,template_text/* withPinsOf */.qY)(present, filled) === present.replace(/\r\n/g, '\n') ? { is: 'current' } : { is: 'own' };
    if (read.header.template !== template)
        return { is: 'own' };
    const text = (0,template_text/* withPinsOf */.qY)(read.text, filled);
    if (text === read.text.replace(/\r\n/g, '\n'))
        return { is: 'current' };
    const fresh = (0,template_text/* withHeader */.wf)(template, templates.version, text);
    const { version } = read.header;
    return { is: (0,template_text/* isAsInstalled */.d0)(read) ? 'behind' : 'changed', fresh, present, version };
}


/***/ }),

/***/ 52826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ openTemplates)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);



async function openTemplates(home) {
    const version = JSON.parse(await readText((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, 'package.json'))).version;
    const texts = new Map();
    return {
        version: typeof version === 'string' ? version : '0.0.0',
        read(template) {
            const text = texts.get(template) ?? readText((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, 'workflows-templates', template));
            texts.set(template, text);
            return text;
        },
    };
}
async function readText(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')).replace(/\r\n/g, '\n');
    }
    catch (error) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The templates of release-actions cannot be read: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 16744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ readHeader),
/* harmony export */   d0: () => (/* binding */ isAsInstalled),
/* harmony export */   qY: () => (/* binding */ withPinsOf),
/* harmony export */   wf: () => (/* binding */ withHeader)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const HEADER = /^# release-actions: ([a-z0-9-]+\.yml) (\d+\.\d+\.\d+\S*) ([0-9a-f]{16})\r?\n/;
const USES = /^(\s*(?:-\s+)?uses:\s*["']?)([^\s@"']+)@([^\s"'#]+)(["']?)([ \t]*#[^\r\n]*)?/gm;
function withHeader(template, version, text) {
    return `# release-actions: ${template} ${version} ${digestOf(text)}\n${text}`;
}
function readHeader(file) {
    const [line, template = '', version = '', digest = ''] = HEADER.exec(file) ?? [];
    return line === undefined ? undefined : { header: { template, version, digest }, text: file.slice(line.length) };
}
function isAsInstalled({ header, text }) {
    return digestOf(text) === header.digest;
}
function digestOf(text) {
    const plain = text.replace(/\r\n/g, '\n').replace(USES, '$1$2$4');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(plain).digest('hex').slice(0, 16);
}
function withPinsOf(present, text) {
    const pins = new Map([...present.matchAll(USES)].map(([, , name = '', pin = '', , note = '']) => [keyOf(name), { pin, note }]));
    return text.replace(USES, (whole, before, name, _pin, quote) => {
        const kept = pins.get(keyOf(name));
        return kept === undefined ? whole : `${before}${name}@${kept.pin}${quote}${kept.note}`;
    });
}
function keyOf(name) {
    return /^[^/]+\/release-actions(\/|$)/.test(name) ? 'release-actions' : name.toLowerCase();
}


/***/ }),

/***/ 4273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ templatesOfTrain),
/* harmony export */   U: () => (/* binding */ templatesOfHub)
/* harmony export */ });
/* harmony import */ var _train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6955);

const FOLDER = '.github/workflows';
function templatesOfTrain(manifest, home) {
    const releases = manifest.components.flatMap((component) => {
        const { dispatch, repository } = component;
        const isNpm = (0,_train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_0__/* .packagesOf */ .D)(component).some((one) => 'npm' in one);
        if (!isNpm || !('workflow' in dispatch) || !/\.ya?ml$/.test(dispatch.workflow))
            return [];
        return [{ repository, template: 'release.yml', path: `${FOLDER}/${dispatch.workflow}` }];
    });
    const once = new Map(releases.map((one) => [`${one.repository.toLowerCase()} ${one.path}`, one]));
    const runs = releases.length > 0 ? ['release-train.yml', 'doctor.yml'] : ['cross-repo-deploy.yml', 'doctor.yml'];
    return [...once.values(), ...(home === undefined ? [] : runs.map((template) => atHome(home, template)))];
}
function templatesOfHub(hub, home) {
    const triggers = hub.sources.map((source) => {
        const { repository } = source;
        return { ...{ repository, source }, template: 'trigger-hub.yml', path: `${FOLDER}/trigger-hub.yml` };
    });
    return [...triggers, atHome(home, 'hub.yml'), atHome(home, 'hub-status.yml')];
}
function atHome(home, template) {
    return { repository: home, template, path: `${FOLDER}/${template}` };
}


/***/ }),

/***/ 67560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ bundleHome)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

function bundleHome(started = process.argv[1] ?? '') {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(started));
}


/***/ })
,

/***/ 17487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ dispatchFindings),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Vf: () => (/* binding */ releaseWorkflow)
/* harmony export */ });
/* harmony import */ var _engine_planning_check_children_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85918);
/* harmony import */ var _engine_planning_look_at_children_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9316);
/* harmony import */ var _engine_planning_workflow_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46924);
/* harmony import */ var _platform_github_contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54383);
/* harmony import */ var _platform_github_refs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97807);
/* harmony import */ var _platform_github_repositories_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90549);
/* harmony import */ var _platform_github_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44663);







async function refOf({ ref, repository }, { clientFor }) {
    return ref ?? (await (0,_platform_github_repositories_js__WEBPACK_IMPORTED_MODULE_4__/* .readRepository */ .Nu)(clientFor(repository), repository)).defaultBranch;
}
function dispatchFindings(component, what, pass) {
    return pass.once(`dispatch ${what} ${component.id}`, async () => {
        const child = { ...component, ref: await refOf(component, pass) };
        const wanted = (0,_engine_planning_check_children_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedFrom */ .Q)(child, what);
        return wanted && (0,_engine_planning_look_at_children_js__WEBPACK_IMPORTED_MODULE_1__/* .preflight */ .M)(pass.clientFor(component.repository), wanted, { signal: pass.signal });
    });
}
async function releaseWorkflow(component, pass) {
    const { dispatch, repository } = component;
    if (!('workflow' in dispatch))
        return undefined;
    if ((await dispatchFindings(component, 'release', pass))?.doubts.length !== 0)
        return undefined;
    const client = pass.clientFor(repository);
    const workflow = await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .absentIs404 */ .YT)(() => (0,_platform_github_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .getWorkflow */ .Mw)(client, repository, dispatch.workflow));
    if (!workflow)
        return undefined;
    const { path } = workflow;
    const text = await (0,_platform_github_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .readFile */ .TA)(client, repository, { path, ref: await refOf(component, pass) });
    const file = text === undefined ? undefined : await (0,_engine_planning_workflow_file_js__WEBPACK_IMPORTED_MODULE_6__/* .readWorkflowFile */ .AO)(text);
    return file && !('fault' in file) ? { path, file } : undefined;
}


/***/ }),

/***/ 57930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t8: () => (/* binding */ fromPackageJson),
  Py: () => (/* binding */ packageFilesOf),
  MO: () => (/* binding */ packageKey),
  eu: () => (/* binding */ publishers),
  nx: () => (/* binding */ pythonPackage),
  d2: () => (/* binding */ readerFor)
});

// UNUSED EXPORTS: npmPackage

// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/packages/python/toml.js
var python_toml = __webpack_require__(46076);
;// CONCATENATED MODULE: ./build/src/packages/python/declared-project.js


async function parseProject(text, file) {
    const toml = await (0,python_toml/* parseToml */.M)({ path: file, shown: file, text });
    const name = toml.get('project', 'name') ?? toml.get('tool', 'poetry', 'name');
    if (typeof name !== 'string')
        return undefined;
    const poetry = ['tool', 'poetry'];
    return {
        name,
        needs: [
            ...required(toml.get('project', 'dependencies'), 'project.dependencies', true),
            ...grouped(toml.get('project', 'optional-dependencies'), 'project.optional-dependencies', true),
            ...grouped(toml.get('dependency-groups'), 'dependency-groups', false),
            ...poetrys(toml.get(...poetry, 'dependencies'), 'tool.poetry.dependencies', true),
            ...poetrys(toml.get(...poetry, 'dev-dependencies'), 'tool.poetry.dev-dependencies', false),
            ...Object.entries(mapOf(toml.get(...poetry, 'group'))).flatMap(([group, value]) => poetrys(mapOf(value).dependencies, `tool.poetry.group.${group}.dependencies`, false)),
        ],
    };
}
function required(value, kind, atRuntime) {
    const texts = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    return texts.flatMap((text) => {
        const [, name, rest = ''] = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?([^;]*)/.exec(text) ?? [];
        return name === undefined ? [] : [{ name, range: rest.trim(), kind, atRuntime }];
    });
}
function grouped(value, kind, atRuntime) {
    return Object.entries(mapOf(value)).flatMap(([group, texts]) => required(texts, `${kind}.${group}`, atRuntime));
}
function poetrys(value, kind, atRuntime) {
    const entries = Object.entries(mapOf(value)).filter(([name]) => name !== 'python');
    return entries.map(([name, said]) => {
        const range = typeof said === 'string' ? said : mapOf(said).version;
        return { name, range: typeof range === 'string' ? range : '', kind, atRuntime };
    });
}
function mapOf(value) {
    return (0,records/* isRecord */.u)(value) ? value : {};
}

// EXTERNAL MODULE: ./build/src/packages/python/package-name.js
var package_name = __webpack_require__(56364);
// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(65560);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 2 modules
var workspace_workspace = __webpack_require__(20231);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/src/platform/github/trees.js
var trees = __webpack_require__(53820);
// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
// EXTERNAL MODULE: ./build/src/operations/doctor/component-facts.js
var component_facts = __webpack_require__(17487);
;// CONCATENATED MODULE: ./build/src/operations/doctor/component-packages.js










function packageFilesOf(component, pass) {
    return pass.once(`packages ${component.id}`, async () => {
        const published = (0,manifest_packages/* packagesOf */.D)(component);
        const npm = published.flatMap((one) => ('npm' in one ? [one.npm] : []));
        const files = [
            npm.length > 0 || published.length === 0 ? await npmFiles(component, npm, pass) : [],
            published.some((one) => 'pypi' in one) ? await pythonFiles(component, pass) : [],
        ];
        return files.flat();
    });
}
async function npmFiles(component, names, pass) {
    const { file, text } = await ownFile(component, 'package.json', pass);
    const own = text === undefined ? undefined : await npmPackage(text, file);
    const isIt = own !== undefined && (names.length === 0 || (names.length === 1 && names[0] === own.name));
    if (isIt)
        return [own];
    return names.length > 0 ? fromWorkspace(component, names, pass) : [];
}
async function pythonFiles(component, pass) {
    const { file, text } = await ownFile(component, 'pyproject.toml', pass);
    const own = text === undefined ? undefined : await pythonPackage(text, file);
    return own ? [own] : [];
}
async function ownFile(component, name, pass) {
    const { repository, directory } = component;
    const file = directory === undefined ? name : `${directory}/${name}`;
    const place = { path: file, ref: await (0,component_facts/* refOf */.H8)(component, pass) };
    return { file, text: await (0,contents/* readFile */.TA)(pass.clientFor(repository), repository, place) };
}
async function npmPackage(text, file) {
    const json = await (0,package_json/* parsePackageJson */.w)(text, file).catch(unlessFault);
    return json && fromPackageJson(json);
}
function fromPackageJson(json) {
    if (json.name === undefined)
        return undefined;
    const needs = json.dependencies.map(({ kind, name, specifier }) => ({
        ...{ kind, name: aliased(specifier) ?? name, range: specifier },
        atRuntime: kind !== package_json/* DEPENDENCY_KINDS */.S[1],
    }));
    return { kind: 'npm', name: json.name, file: json.file, needs, json };
}
function aliased(specifier) {
    return /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(specifier)?.[1];
}
async function pythonPackage(text, file) {
    const project = await parseProject(text, file).catch(unlessFault);
    return project && { kind: 'pypi', name: project.name, file, needs: project.needs };
}
function unlessFault(error) {
    if (!(error instanceof errors/* UserError */.yo))
        throw error;
    return undefined;
}
async function fromWorkspace(component, names, pass) {
    const tree = await (0,source_tree/* repositoryTree */.V)(readerFor(pass), component.repository, await (0,component_facts/* refOf */.H8)(component, pass));
    const workspace = await (0,workspace_workspace/* readWorkspace */.i)(tree).catch(unlessFault);
    return (workspace?.packages ?? [])
        .filter(({ name }) => names.includes(name))
        .flatMap(({ json }) => fromPackageJson(json) ?? []);
}
function readerFor({ clientFor }) {
    return {
        list: (repository, ref) => (0,trees/* listFiles */.C)(clientFor(repository), repository, ref),
        read: (repository, ref, paths) => (0,trees/* readFiles */.U)(clientFor(repository), repository, { ref, paths }),
    };
}
function packageKey({ kind, name }) {
    return `${kind}:${kind === 'pypi' ? (0,package_name/* normaliseName */.G)(name) : name}`;
}
function publishers(components) {
    return new Map(components.flatMap((component) => (0,manifest_packages/* packagesOf */.D)(component).map((one) => {
        const kind = 'npm' in one ? 'npm' : 'pypi';
        return [packageKey({ kind, name: (0,manifest_packages/* nameOf */.V)(one) }), component.id];
    })));
}


/***/ })

};
