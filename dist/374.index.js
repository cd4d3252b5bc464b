export const id = 374;
export const ids = [374];
export const modules = {

/***/ 8374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ install_dependencies)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/packages/changesets/source-tree.js
var source_tree = __webpack_require__(9313);
// EXTERNAL MODULE: ./build/src/packages/changesets/workspace.js + 2 modules
var changesets_workspace = __webpack_require__(2776);
// EXTERNAL MODULE: ./build/src/packages/npm/dependency-fields.js
var dependency_fields = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(6052);
// EXTERNAL MODULE: ./build/src/packages/npm/lockfile.js
var lockfile = __webpack_require__(8892);
;// CONCATENATED MODULE: ./build/src/packages/npm/install.js



const FROZEN = {
    npm: ['ci'],
    pnpm: ['install', '--frozen-lockfile'],
    yarn: ['install', '--immutable'],
    'yarn classic': ['install', '--frozen-lockfile'],
};
/** A repository without a lock file does not get one on the way. */
const LOOSE = {
    npm: ['install', '--no-package-lock', '--no-audit', '--no-fund'],
    pnpm: ['install', '--no-lockfile'],
    yarn: ['install', '--no-lockfile'],
};
/** The command that installs what the lock file says, by the manager that keeps it; `fallback` where there is none. */
async function installCommand(directory, root, fallback) {
    const manager = await (0,lockfile/* findPackageManager */.L)(directory, root);
    if (manager)
        return [manager.command, ...FROZEN[manager.name]];
    const loose = LOOSE[fallback];
    if (loose)
        return [fallback, ...loose];
    throw new errors/* UserError */.yo(`Packages of ${fallback} are not installed by this action. Replace its step with your own.`);
}
/** Runs it; what is not on PATH is asked of corepack first. Returns what it printed; throws a UserError with its last words. */
async function install([command, ...args], options) {
    const run = () => (0,run_client/* runClient */.bx)(command, args, { timeout: 1_200_000, ...options });
    const result = await run().catch(async (error) => {
        if (!(error instanceof run_client/* CommandMissing */.Q0))
            throw error;
        await (0,run_client/* runClient */.bx)('corepack', ['enable', command], options).catch(() => undefined);
        return run().catch(() => {
            throw new errors/* UserError */.yo(`${command} is not installed here. Add a step that brings it (pnpm/action-setup, corepack) before this one.`);
        });
    });
    const output = `${result.stdout}\n${result.stderr}`.trim();
    if (result.exitCode === 0)
        return output;
    const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
    throw new errors/* UserError */.yo(`${[command, ...args].join(' ')} ${ending}: ${(0,run_client/* lastWords */.aN)(output)}`);
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(9152);
// EXTERNAL MODULE: ./build/src/platform/text/edits.js
var edits = __webpack_require__(6620);
;// CONCATENATED MODULE: ./build/src/actions/install-dependencies.js








/** Installs what the lock file says, by the package manager that keeps it. */
/* harmony default export */ const install_dependencies = ((0,action/* defineAction */.Q)({
    inputs: {},
    async run(_, { workspace, env, log, outputs, signal }) {
        const text = await (0,edits/* readText */.y)((0,external_node_path_.join)(workspace, 'package.json'), 'package.json');
        if (text === undefined)
            throw new errors/* UserError */.yo('There is no package.json here. Check out the repository first.');
        const { manager } = await (0,changesets_workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(workspace));
        const command = await installCommand(workspace, await (0,dependency_fields/* parsePackageJson */.w)(text, 'package.json'), manager);
        await outputs.set('package-manager', command[0]);
        await log.group(command.join(' '), async () => log.info(await install(command, { cwd: workspace, env, signal })));
    },
}));


/***/ }),

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

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refreshLockfile),
/* harmony export */   L: () => (/* binding */ findPackageManager)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6052);
/* harmony import */ var _platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6620);




const npm = (lockFile) => ({
    name: 'npm',
    lockFile,
    command: 'npm',
    // npm would trust its cache of package documents for minutes after a publish.
    args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-online'],
    env: {},
});
const pnpm = {
    name: 'pnpm',
    lockFile: 'pnpm-lock.yaml',
    command: 'pnpm',
    // A repository's configuration may freeze its lock file.
    args: ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'],
    env: {},
};
const yarn = {
    name: 'yarn',
    lockFile: 'yarn.lock',
    command: 'yarn',
    args: ['install', '--mode=update-lockfile'],
    env: { YARN_ENABLE_SCRIPTS: 'false' },
};
/** Yarn 1 has no way to write the lock file alone: it installs node_modules as well. */
const yarnClassic = {
    name: 'yarn classic',
    lockFile: 'yarn.lock',
    command: 'yarn',
    args: ['install', '--ignore-scripts', '--non-interactive', '--no-progress'],
    env: {},
};
/**
 * The package manager of a folder, by its lock file, or by the `packageManager` field where there are several; undefined
 * where there is no lock file to refresh. Throws a UserError where two lock files disagree or none of ours keeps it.
 */
async function findPackageManager(directory, root) {
    const candidates = [];
    for (const one of [npm('package-lock.json'), npm('npm-shrinkwrap.json'), pnpm, yarn]) {
        const text = await (0,_platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, one.lockFile), one.lockFile);
        if (text === undefined)
            continue;
        const classic = /^# yarn lockfile v1$/m.test(text) || /^yarn@[01]\./.test(root.packageManager ?? '');
        candidates.push(one === yarn && classic ? yarnClassic : one);
    }
    const declared = /^(\w+)@/.exec(root.packageManager ?? '')?.[1];
    const chosen = declared ? candidates.filter(({ command }) => command === declared) : candidates;
    if (declared && chosen.length === 0 && candidates.length > 0) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${root.file} names ${root.packageManager} as packageManager, but the lock file is ${list(candidates)}. Make them agree, or set lockfile: skip.`);
    }
    if (new Set(chosen.map(({ command }) => command)).size > 1) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Several lock files are there: ${list(candidates)}. Name the one that counts by the packageManager field of ${root.file}, or remove the others.`);
    }
    if (chosen.length === 0)
        await refuseForeignLockFile(directory);
    // npm itself prefers the shrinkwrap where both are there.
    return chosen.find(({ lockFile }) => lockFile === 'npm-shrinkwrap.json') ?? chosen[0];
}
async function refuseForeignLockFile(directory) {
    for (const name of ['bun.lock', 'deno.lock']) {
        if ((await (0,_platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, name), name)) === undefined)
            continue;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The lock file is ${name}, which is not one of npm, pnpm or yarn. Set lockfile: skip and refresh it in a step of your own.`);
    }
}
function list(managers) {
    return managers.map(({ lockFile }) => lockFile).join(', ');
}
/** Brings the lock file up to date with the package.json files; throws a UserError with what the package manager said. */
async function refreshLockfile(manager, options) {
    const { name, command, args, env, lockFile } = manager;
    const shown = [command, ...args].join(' ');
    try {
        const result = await (0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .runClient */ .bx)(command, args, { timeout: 600_000, ...options, env: { ...options.env, ...env } });
        if (result.exitCode === 0)
            return;
        const output = `${result.stdout}\n${result.stderr}`;
        const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${lockFile} could not be refreshed: ${shown} ${ending}: ${sentence((0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .aN)(output))}${ageHint(name, output)} Nothing was changed.`);
    }
    catch (error) {
        if (!(error instanceof _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .CommandMissing */ .Q0))
            throw error;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${lockFile} could not be refreshed, because ${command} is not installed here. ${howToInstall(name)} Or set lockfile: skip. Nothing was changed.`);
    }
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
function howToInstall(name) {
    if (name === 'npm')
        return 'Add a step with actions/setup-node before this one.';
    if (name === 'pnpm')
        return 'Add a step with pnpm/action-setup before this one.';
    return 'Add a step with `corepack enable` before this one.';
}
/** Package managers hold back fresh releases by default or by setting; a train is all fresh releases. */
function ageHint(name, output) {
    if (name === 'pnpm' && /NO_MATURE_MATCHING_VERSION|minimumReleaseAge/i.test(output)) {
        return ' pnpm holds back releases younger than minimumReleaseAge: list your own packages in minimumReleaseAgeExclude of pnpm-workspace.yaml.';
    }
    if (name === 'npm' && /min-release-age|with a date before|ENOVERSIONS/i.test(output)) {
        return ' npm holds back releases younger than min-release-age: lower it in .npmrc for your own packages.';
    }
    if (name === 'yarn' && /npmMinimalAgeGate|age gate|quarantine/i.test(output)) {
        return ' yarn holds back releases younger than npmMinimalAgeGate: list your own packages in npmPreapprovedPackages of .yarnrc.yml.';
    }
    return '';
}


/***/ }),

/***/ 6052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ CommandMissing),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   bx: () => (/* binding */ runClient)
/* harmony export */ });
/* unused harmony exports clientEnvironment, quoteForCmd */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5286);





const OUTPUT_LIMIT = 16 * 1024 * 1024;
/**
 * Runs a client without a shell. Rejects with the signal's reason when it aborts, and with a UserError when the command
 * is not installed; any exit code is a result.
 */
async function runClient(command, args, options) {
    const { cwd, signal, timeout = 120_000 } = options;
    signal?.throwIfAborted();
    const env = clientEnvironment(options.env, options.idToken);
    const file = await findCommand(command, env);
    if (!file)
        throw new CommandMissing(command);
    signal?.throwIfAborted();
    const [program, argv, verbatim] = commandLine(file, args, env);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, argv, {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsVerbatimArguments: verbatim,
        windowsHide: true,
    });
    return await collect(child, timeout, signal);
}
/** The command is on no folder of PATH. */
class CommandMissing extends _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo {
    name = 'CommandMissing';
    command;
    constructor(command) {
        super(`The command ${command} was not found on PATH.`);
        this.command = command;
    }
}
function collect(child, timeout, signal) {
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name]?.setEncoding('utf8').on('data', (chunk) => {
            if (output[name].length < OUTPUT_LIMIT)
                output[name] += chunk;
        });
    }
    return new Promise((resolve, reject) => {
        let stopped;
        const stop = (why) => {
            stopped = why;
            child.kill();
            setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
        };
        const timer = setTimeout(() => stop('late'), timeout);
        const onAbort = () => stop('aborted');
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle = (finish) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            finish();
        };
        const finish = (exitCode) => stopped === 'aborted' ? reject(signal?.reason) : resolve({ exitCode: stopped ? null : exitCode, ...output });
        child.on('error', (error) => settle(() => reject(error)));
        child.on('close', (exitCode) => settle(() => finish(exitCode)));
        child.on('exit', (exitCode) => {
            if (!stopped)
                return;
            // What the client itself started may hold the pipes open for long.
            child.stdout?.destroy();
            child.stderr?.destroy();
            settle(() => finish(exitCode));
        });
    });
}
/**
 * The environment without what a registry client has no business with: the action's inputs (tokens among them) and the
 * job's right to ask for an ID token. What .npmrc and pip.conf name stays.
 */
function clientEnvironment(env, idToken = false) {
    const ours = idToken
        ? /^(INPUT_|ACTIONS_RUNTIME_TOKEN$)/i
        : /^(INPUT_|ACTIONS_ID_TOKEN_REQUEST_|ACTIONS_RUNTIME_TOKEN$)/i;
    const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !ours.test(name));
    return Object.fromEntries(kept);
}
/** The file that PATH means by a command, or undefined. */
async function findCommand(command, env) {
    const windows = process.platform === 'win32';
    const path = Object.entries(env).find(([name]) => (windows ? name.toUpperCase() === 'PATH' : name === 'PATH'))?.[1] ?? '';
    const extensions = windows && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(command) === '' ? ['.exe', '.cmd', '.bat'] : [''];
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((one) => one !== '')) {
        for (const extension of extensions) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, command + extension);
            if (await isRunnable(file))
                return file;
        }
    }
    return undefined;
}
async function isRunnable(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
/** On Windows npm, pnpm and yarn are batch files, which only cmd.exe can start (Node refuses since CVE-2024-27980). */
function commandLine(file, args, env) {
    if (!/\.(cmd|bat)$/i.test(file))
        return [file, [...args], false];
    const line = [file, ...args].map(quoteForCmd).join(' ');
    return [env.ComSpec ?? env.COMSPEC ?? 'cmd.exe', ['/d', '/s', '/c', `"${line}"`], true];
}
/** One argument of a batch file, as a text that cmd.exe cannot take for anything else; throws a UserError where there is none. */
function quoteForCmd(argument) {
    if (/["%!\r\n]/.test(argument)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${JSON.stringify(argument)} cannot be given to a command on Windows: it has a quote, %, ! or line break in it.`);
    }
    return `"${argument}"`;
}
/** What a client said in the end, short, without control characters and without credentials in URLs. */
function lastWords(output) {
    const said = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.stripVTControlCharacters)(output)
        .replace(/\/\/[^/@\s]+@/g, '//***@')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/A complete log of this run/.test(line));
    const errors = said.filter((line) => /err/i.test(line));
    return (errors.length > 0 ? errors : said).slice(0, 6).join(' ').slice(0, 800) || 'it said nothing.';
}


/***/ }),

/***/ 4339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** Whether a value from elsewhere is an object that is neither null nor a list. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 6620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyEdits),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);


/** The text with every edit made and all else as it was. Edits do not overlap. */
function applyEdits(text, edits) {
    return [...edits]
        .sort((a, b) => b.offset - a.offset)
        .reduce((result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length), text);
}
/** The file's text, byte-order mark included, such that writing it back gives the same bytes; undefined where there is no file. */
async function readText(path, shownAs) {
    let bytes;
    try {
        bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ message: `${shownAs} could not be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, file: shownAs });
    }
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({ message: `${shownAs} is not UTF-8 text. Save it as UTF-8.`, file: shownAs });
    }
}


/***/ }),

/***/ 4301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ mapPooled),
/* harmony export */   b: () => (/* binding */ createPool)
/* harmony export */ });
/** Lets at most `most` pieces of work run at a time; the others wait in line, and each starts as soon as one ends. */
function createPool(most) {
    const waiting = [];
    let free = most;
    return async (work) => {
        if (free > 0)
            free--;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free++;
        }
    };
}
/**
 * What `work` makes of each item, in the items' order, at most `most` at a time. Rejects as `Promise.all` does, with the
 * first failure; after it no further item is begun.
 */
async function mapPooled(items, most, work) {
    const pool = createPool(most);
    let failed = false;
    const one = async (item, index) => {
        if (failed)
            return undefined;
        try {
            return await work(item, index);
        }
        catch (error) {
            failed = true;
            throw error;
        }
    };
    // Only what came after a failure is undefined, and that failure has already rejected the whole.
    return (await Promise.all(items.map((item, index) => pool(() => one(item, index)))));
}


/***/ })

};
