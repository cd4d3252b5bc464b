export const id = 8;
export const ids = [8];
export const modules = {

/***/ 4571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseJsonObject)
/* harmony export */ });
/** Reads a file that must hold one JSON object; a fault names the line. */
async function parseJsonObject(tree, file, text) {
    const { parseTree, findNodeAtLocation, getNodeValue, printParseErrorCode } = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.t.bind(__webpack_require__, 9547, 19));
    const errors = [];
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    const place = (offset) => {
        const before = text.slice(0, offset).split('\n');
        return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    };
    const [error] = errors;
    if (error) {
        const what = printParseErrorCode(error.error)
            .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
            .toLowerCase();
        return tree.fault(`this is not valid JSON: ${what}.`, file, place(error.offset));
    }
    if (root?.type !== 'object')
        return tree.fault('a JSON object was expected.', file, { line: 1, column: 1 });
    const locate = (path) => {
        const node = path.length === 0 ? root : findNodeAtLocation(root, [...path]);
        return node ? place(node.offset) : locate(path.slice(0, -1));
    };
    return { value: getNodeValue(root), locate };
}


/***/ }),

/***/ 5177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ publishWaves)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _train_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2556);


/**
 * The packages by depth of what they need to be installed (development dependencies do not count), each wave by name. Throws
 * a UserError that shows the cycle where some need each other.
 */
function publishWaves(packages) {
    const nodes = packages.map((one) => ({ id: one.name, needs: needsOf(one) })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const [cycle] = (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .findCycles */ .p4)(nodes);
    if (cycle === undefined)
        return (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .wavesOf */ .gt)(nodes);
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`These packages need each other, so none can be published first: ${cycle.join(' → ')}. ` +
        'Break the cycle; a development dependency does not count.');
}
function needsOf({ name, dependencies }) {
    const needs = dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name);
    return needs.filter((need) => need !== name);
}


/***/ }),

/***/ 9313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ repositoryTree),
/* harmony export */   u: () => (/* binding */ directoryTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);



/** As many files as are open at once: thousands of packages must not run into the limit on open files. */
const AT_ONCE = 64;
/** A folder on disk. It is only ever read. */
function directoryTree(directory) {
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), directory).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    return {
        list: (folder) => listFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, folder)),
        async read(paths) {
            const texts = new Map();
            const read = await (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__/* .mapPooled */ .Q)(paths, AT_ONCE, (path) => readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, path)));
            paths.forEach((path, index) => {
                const text = read[index];
                if (text !== undefined)
                    texts.set(path, withoutMark(text));
            });
            return texts;
        },
        fault: (message, path, place) => ({
            message: path === undefined ? message : `${path}: ${message}`,
            ...(path === undefined ? {} : { file: shown ? `${shown}/${path}` : path }),
            ...place,
        }),
    };
}
/** A repository behind an API, listed once. Its faults carry no file: an annotation could only point into this repository. */
async function repositoryTree(reader, repository, ref) {
    const folders = new Map([['', { files: [], folders: new Set() }]]);
    for (const path of await reader.list(repository, ref))
        enter(folders, path);
    return {
        async list(folder) {
            const found = folders.get(folder);
            return { files: found?.files ?? [], folders: [...(found?.folders ?? [])] };
        },
        async read(paths) {
            const there = paths.filter((path) => folders.get(parentOf(path))?.files.includes(nameOf(path)));
            if (there.length === 0)
                return new Map();
            const texts = await reader.read(repository, ref, there);
            return new Map([...texts].map(([path, text]) => [path, withoutMark(text)]));
        },
        fault(message, path, place) {
            const line = place ? `:${place.line}` : '';
            return { message: `${repository}@${ref}${path === undefined ? '' : ` ${path}${line}`}: ${message}` };
        },
    };
}
function enter(folders, path) {
    const at = (folder) => {
        const known = folders.get(folder);
        if (known)
            return known;
        const created = { files: [], folders: new Set() };
        folders.set(folder, created);
        at(parentOf(folder)).folders.add(nameOf(folder));
        return created;
    };
    at(parentOf(path)).files.push(nameOf(path));
}
async function listFolder(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(whereMissing);
    const files = [];
    const folders = [];
    for (const entry of entries ?? []) {
        const kind = entry.isSymbolicLink() ? await kindOfLink(folder, entry.name) : entry;
        if (kind?.isDirectory())
            folders.push(entry.name);
        else if (kind?.isFile())
            files.push(entry.name);
    }
    return { files, folders };
}
/** What a link stands for; nothing for a dead one and for one to a folder that it stands in, which would never end. */
async function kindOfLink(folder, name) {
    const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    const kind = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(link).catch(whereMissing);
    if (!kind?.isDirectory())
        return kind;
    const [target, here] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(link), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder)]);
    return `${here}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`.startsWith(`${target}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) ? undefined : kind;
}
async function readIfThere(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(whereMissing);
}
function whereMissing(error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP')
        return undefined;
    throw error;
}
function parentOf(path) {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function withoutMark(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}


/***/ }),

/***/ 2776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ readWorkspace)
});

// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(5698);
;// CONCATENATED MODULE: ./build/src/packages/changesets/folders.js
/** Deeper folders than this are not looked into. */
const DEEPEST = 20;
/**
 * The folders that a pattern names and no `!pattern` takes away (with all that is below it), whatever their order, as manypkg
 * has it; sorted, the root as `.`. Only the folders that a pattern can reach are listed.
 */
async function matchingFolders(tree, patterns) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 6).then(__webpack_require__.t.bind(__webpack_require__, 4006, 19));
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(plain);
    const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => plain(pattern.slice(1)));
    const found = await Promise.all(wanted.map(async (pattern) => {
        const { base, glob } = picomatch.scan(pattern);
        const folders = await foldersBelow(tree, base, depthOf(glob));
        const matches = picomatch(pattern);
        return glob === '' ? folders : folders.filter((folder) => matches(folder));
    }));
    const isUnwanted = unwanted.length > 0 ? picomatch(unwanted) : () => false;
    return [...new Set(found.flat())].filter((folder) => !withParents(folder).some((one) => isUnwanted(one))).sort();
}
function withParents(folder) {
    const parts = folder.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** Without the `./` before and the `/` behind, which mean nothing here; the root itself is `.`. */
function plain(pattern) {
    return pattern.replace(/^(\.\/)+/, '').replace(/\/+$/, '') || '.';
}
function depthOf(glob) {
    if (glob.includes('**'))
        return DEEPEST;
    return glob === '' ? 0 : glob.split('/').length;
}
async function foldersBelow(tree, folder, depth) {
    if (depth === 0)
        return [folder];
    const root = folder === '' || folder === '.';
    const { folders } = await tree.list(root ? '' : folder);
    const inside = folders.filter((name) => name !== 'node_modules' && name !== '.git');
    const below = inside.map((name) => foldersBelow(tree, root ? name : `${folder}/${name}`, depth - 1));
    return [folder, ...(await Promise.all(below)).flat()];
}

// EXTERNAL MODULE: ./build/src/packages/changesets/json-object.js
var json_object = __webpack_require__(4571);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/src/packages/npm/dependency-fields.js
var dependency_fields = __webpack_require__(7356);
;// CONCATENATED MODULE: ./build/src/packages/changesets/package-json.js




/** What npm takes for a name, old names with capitals included; nothing that could break a line of a log. */
const NAME = /^(?:@[\w.~-][\w.~*'()!-]*\/)?[\w.~*'()!-]+$/;
/** Reads one package.json; all that is wrong with it is returned at once. */
async function readMember(tree, file, text) {
    const json = await (0,json_object/* parseJsonObject */.d)(tree, file, text);
    if (!('value' in json))
        return { faults: [json] };
    const { name, version } = json.value;
    const faults = [];
    const fault = (message, path) => faults.push(tree.fault(message, file, json.locate(path)));
    if (typeof name !== 'string')
        fault('a package needs a "name".', ['name']);
    else if (!NAME.test(name) || name === '__proto__')
        fault(`${JSON.stringify(name)} is not a package name.`, ['name']);
    if (version !== undefined && !isVersion(version)) {
        fault(`the version ${JSON.stringify(version)} is not a semantic version like 1.2.3.`, ['version']);
    }
    const dependencies = readDependencies(json, fault);
    if (faults.length > 0)
        return { faults };
    return {
        name: String(name),
        ...(version === undefined ? {} : { version: String(version) }),
        private: Boolean(json.value.private),
        directory: file === 'package.json' ? '.' : file.slice(0, -'/package.json'.length),
        file,
        dependencies,
    };
}
function readDependencies(json, fault) {
    return dependency_fields/* DEPENDENCY_KINDS */.S.flatMap((kind) => {
        const declared = json.value[kind];
        if (declared === undefined)
            return [];
        if (!(0,records/* isRecord */.u)(declared)) {
            fault(`"${kind}" must map names to ranges.`, [kind]);
            return [];
        }
        return Object.entries(declared).flatMap(([name, range]) => {
            if (typeof range === 'string' && !/\p{Cc}/u.test(range))
                return [{ name, kind, range }];
            fault(`the range of ${JSON.stringify(name)} must be a text, not ${JSON.stringify(range)}.`, [kind, name]);
            return [];
        });
    });
}
function isVersion(version) {
    return typeof version === 'string' && semver.valid(version) !== null;
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/workspace.js





/**
 * The packages of a workspace as changesets finds them (through manypkg), with one difference: no lockfile is needed. A
 * folder without a workspace is its own only package; a tree without a package.json has none.
 */
async function readWorkspace(tree) {
    const root = await tree.list('');
    const texts = await tree.read(['package.json', 'pnpm-workspace.yaml', 'lerna.json']);
    const rootText = texts.get('package.json');
    if (rootText === undefined)
        return { manager: managerOf(root, {}), packages: [], faults: [] };
    const rootJson = await (0,json_object/* parseJsonObject */.d)(tree, 'package.json', rootText);
    if (!('value' in rootJson))
        return { manager: managerOf(root, {}), packages: [], faults: [rootJson] };
    const layout = await readLayout({ tree, root, rootJson, texts });
    if ('faults' in layout)
        return { manager: 'npm', packages: [], faults: layout.faults };
    const directories = layout.patterns ? await matchingFolders(tree, layout.patterns) : ['.'];
    const files = directories.map((directory) => (directory === '.' ? 'package.json' : `${directory}/package.json`));
    const members = await readMembers(tree, files);
    return { manager: layout.manager, ...members };
}
/** Which of the declarations counts, in the order in which manypkg asks for them. */
async function readLayout({ tree, root, rootJson, texts }) {
    const declared = workspacesOf(rootJson.value);
    if (declared && root.files.includes('yarn.lock'))
        return { manager: 'yarn', patterns: declared };
    const pnpm = await readPnpm(tree, texts.get('pnpm-workspace.yaml'));
    if ('faults' in pnpm)
        return pnpm;
    if (pnpm.patterns)
        return { manager: 'pnpm', patterns: pnpm.patterns };
    const manager = managerOf(root, rootJson.value);
    if (declared)
        return { manager, patterns: declared };
    return readLerna(tree, texts.get('lerna.json'), manager);
}
async function readPnpm(tree, text) {
    const file = 'pnpm-workspace.yaml';
    if (text === undefined)
        return {};
    const document = await (0,yaml/* parseYaml */.h)(text);
    if ('faults' in document) {
        return {
            faults: document.faults.map(({ message, line = 1, column = 1 }) => tree.fault(message, file, { line, column })),
        };
    }
    const packages = (0,records/* isRecord */.u)(document.value) ? document.value.packages : undefined;
    if (packages === undefined || packages === null)
        return {};
    const patterns = texts(packages);
    if (patterns)
        return { patterns };
    return { faults: [tree.fault('"packages" must be a list of patterns.', file, document.locate(['packages']))] };
}
async function readLerna(tree, text, manager) {
    if (text === undefined)
        return { manager };
    const lerna = await (0,json_object/* parseJsonObject */.d)(tree, 'lerna.json', text);
    if (!('value' in lerna))
        return { faults: [lerna] };
    if (lerna.value.useWorkspaces === true)
        return { manager };
    return { manager: 'lerna', patterns: texts(lerna.value.packages) ?? ['packages/*'] };
}
/** Lockfiles tell the manager; without one it is what `packageManager` names, else npm. */
function managerOf(root, rootJson) {
    const has = (...names) => names.some((name) => root.files.includes(name));
    if (has('yarn.lock'))
        return 'yarn';
    if (has('pnpm-lock.yaml', 'pnpm-workspace.yaml'))
        return 'pnpm';
    if (has('package-lock.json', 'npm-shrinkwrap.json'))
        return 'npm';
    if (has('bun.lock', 'bun.lockb'))
        return 'bun';
    const named = /^(npm|pnpm|yarn|bun)@/.exec(String(rootJson.packageManager ?? ''))?.[1];
    return named ?? 'npm';
}
function workspacesOf(rootJson) {
    const { workspaces } = rootJson;
    return texts((0,records/* isRecord */.u)(workspaces) ? workspaces.packages : workspaces);
}
function texts(value) {
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}
async function readMembers(tree, files) {
    const found = await tree.read(files);
    const packages = [];
    const faults = [];
    for (const file of files) {
        const text = found.get(file);
        if (text === undefined)
            continue;
        const member = await readMember(tree, file, text);
        if ('faults' in member)
            faults.push(...member.faults);
        else
            packages.push(member);
    }
    return { packages, faults: [...faults, ...sameNames(tree, packages)] };
}
function sameNames(tree, packages) {
    const first = new Map();
    return packages.flatMap((one) => {
        const other = first.get(one.name);
        if (!other)
            first.set(one.name, one);
        return other
            ? [tree.fault(`the name ${JSON.stringify(one.name)} is taken by ${other.file} as well.`, one.file)]
            : [];
    });
}


/***/ }),

/***/ 7356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DEPENDENCY_KINDS),
/* harmony export */   w: () => (/* binding */ parsePackageJson)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

/** Where a package.json lists what it needs. */
const DEPENDENCY_KINDS = [
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
];
/** Reads a package.json; throws a UserError with the place of every fault. */
async function parsePackageJson(text, file) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const faultAt = (offset, message) => ({
        message: `${file}: ${message}`,
        file,
        ...placeOf(text.slice(start), offset),
    });
    const { tree, at } = await parseTree(text.slice(start), faultAt);
    const faults = [];
    const dependencies = DEPENDENCY_KINDS.flatMap((kind) => properties(tree, kind).flatMap((section) => dependenciesOf(section, kind, start, (node, message) => faults.push(faultAt(node.offset, message)))));
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    const name = at('name');
    const packageManager = at('packageManager');
    return {
        file,
        text,
        ...(typeof name === 'string' && { name }),
        ...(typeof packageManager === 'string' && { packageManager }),
        workspaces: texts(at('workspaces')) ?? texts(at('workspaces', 'packages')) ?? [],
        dependencies,
        overrides: overridesOf(at),
    };
}
/** The syntax tree of a JSON object, and its values by path. */
async function parseTree(json, faultAt) {
    const jsonc = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.t.bind(__webpack_require__, 9547, 19));
    const errors = [];
    const tree = jsonc.parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
    if (errors.length > 0) {
        const describe = ({ error, offset }) => faultAt(offset, `not valid JSON: ${words(jsonc.printParseErrorCode(error))}`);
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(errors.slice(0, 10).map(describe));
    }
    if (tree?.type !== 'object')
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faultAt(0, 'expected a JSON object'));
    const at = (...path) => {
        const node = jsonc.findNodeAtLocation(tree, path);
        return node ? jsonc.getNodeValue(node) : undefined;
    };
    return { tree, at };
}
/** Every value under that key of an object: JSON allows a key twice. */
function properties(object, key) {
    return (object.children ?? [])
        .filter(({ children }) => children?.[0]?.value === key)
        .flatMap(({ children }) => (children?.[1] ? [children[1]] : []));
}
function dependenciesOf(section, kind, start, fault) {
    if (section.type !== 'object') {
        fault(section, `${kind} is not a map from package names to ranges`);
        return [];
    }
    return (section.children ?? []).flatMap(({ children }) => {
        const [key, value] = children ?? [];
        if (!key || !value)
            return [];
        if (value.type !== 'string') {
            fault(value, `${kind} has no text for ${JSON.stringify(key.value)}; expected a version range such as "^1.2.3"`);
            return [];
        }
        const { offset, length } = value;
        return [{ kind, name: key.value, specifier: value.value, offset: start + offset, length }];
    });
}
function overridesOf(at) {
    const fields = [['overrides'], ['pnpm', 'overrides'], ['resolutions']];
    return new Map(fields.map((path) => [path.join('.'), [...keysWithin(at(...path))]]));
}
/** The names that an overrides map speaks of, at any depth: `a>b@1`, `a/**`/b` and nested maps included. */
function* keysWithin(value) {
    if (value === null || typeof value !== 'object')
        return;
    for (const [key, inner] of Object.entries(value)) {
        for (const part of key.split(/>|\*\*\//)) {
            const name = /^(?:[^@]*\/)?((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(part.trim())?.[1];
            if (name)
                yield name;
        }
        yield* keysWithin(inner);
    }
}
function texts(value) {
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}
function placeOf(text, offset) {
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
function words(camelCase) {
    return camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}


/***/ }),

/***/ 2556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ withNeeds),
/* harmony export */   gt: () => (/* binding */ wavesOf),
/* harmony export */   hO: () => (/* binding */ withDependents),
/* harmony export */   p4: () => (/* binding */ findCycles)
/* harmony export */ });
/**
 * Ids by depth: a wave holds what needs nothing but earlier waves, in the order given. What is on a cycle, or needs
 * something on one, is in no wave. Linear in nodes and needs.
 */
function wavesOf(nodes) {
    const open = openNeeds(nodes);
    const dependents = dependentsByNeed(nodes);
    const waves = [];
    let wave = nodes.filter(({ id }) => open.get(id) === 0).map(({ id }) => id);
    const place = new Map(nodes.map(({ id }, index) => [id, index]));
    while (wave.length > 0) {
        waves.push(wave);
        const next = [];
        for (const id of wave) {
            for (const dependent of dependents.get(id) ?? []) {
                const left = (open.get(dependent) ?? 0) - 1;
                open.set(dependent, left);
                if (left === 0)
                    next.push(dependent);
            }
        }
        wave = next.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    }
    return waves;
}
/**
 * Cycles that have no node in common, each as its path with the first id repeated at the end: `a, b, a` says that a needs
 * b and b needs a. Empty exactly where there is no cycle. Linear in nodes and needs.
 */
function findCycles(nodes) {
    const ordered = new Set(wavesOf(nodes).flat());
    const stuck = new Map(nodes.filter(({ id }) => !ordered.has(id)).map(({ id, needs }) => [id, needs]));
    const place = new Map([...stuck.keys()].map((id, index) => [id, index]));
    const seen = new Set();
    const cycles = [];
    for (const start of stuck.keys()) {
        // A node that no wave holds needs another such node, so a walk along these needs runs into a cycle or an older walk.
        const walk = new Map();
        let id = start;
        while (id !== undefined && !seen.has(id)) {
            seen.add(id);
            walk.set(id, walk.size);
            id = stuck.get(id)?.find((need) => stuck.has(need));
        }
        const from = id === undefined ? undefined : walk.get(id);
        if (from !== undefined)
            cycles.push(closed([...walk.keys()].slice(from), place));
    }
    return cycles;
}
/** The cycle begun at the node that comes first in the manifest. */
function closed(cycle, place) {
    const first = cycle.indexOf([...cycle].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))[0] ?? '');
    const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
    return [...turned, ...turned.slice(0, 1)];
}
/** The given ids and everything that needs them, directly or not. */
function withDependents(nodes, ids) {
    const dependents = dependentsByNeed(nodes);
    return closure(ids, (id) => dependents.get(id) ?? []);
}
/** The given ids and everything they need, directly or not. */
function withNeeds(nodes, ids) {
    const needs = new Map(nodes.map((node) => [node.id, node.needs]));
    return closure(ids, (id) => (needs.get(id) ?? []).filter((need) => needs.has(need)));
}
function closure(ids, next) {
    // A Set hands out what is added while it is walked.
    const reached = new Set(ids);
    for (const id of reached)
        for (const other of next(id))
            reached.add(other);
    return reached;
}
function openNeeds(nodes) {
    const ids = new Set(nodes.map(({ id }) => id));
    return new Map(nodes.map(({ id, needs }) => [id, needs.filter((need) => ids.has(need)).length]));
}
function dependentsByNeed(nodes) {
    const dependents = new Map(nodes.map(({ id }) => [id, []]));
    for (const { id, needs } of nodes)
        for (const need of needs)
            dependents.get(need)?.push(id);
    return dependents;
}


/***/ })

};
