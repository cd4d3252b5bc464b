export const id = 5560;
export const ids = [5560, 1410, 2235];
export const modules = {

/***/ 65560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DEPENDENCY_KINDS),
/* harmony export */   w: () => (/* binding */ parsePackageJson)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64339);
/* harmony import */ var _platform_text_json_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77767);



const DEPENDENCY_KINDS = [
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
];
async function parsePackageJson(text, file, fault = (message, place) => ({ message: `${file}: ${message}`, file, ...place })) {
    const json = await (0,_platform_text_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .d)(text, fault);
    if ('faults' in json)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(json.faults);
    const faults = [];
    const dependencies = DEPENDENCY_KINDS.flatMap((kind) => dependenciesOf(json, kind, (offset, message) => faults.push(fault(message, json.placeOf(offset)))));
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    const { name, version, packageManager, workspaces, scripts } = json.value;
    const globs = texts(workspaces) ?? texts((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(workspaces) ? workspaces.packages : undefined);
    return {
        file,
        text,
        json,
        ...(typeof name === 'string' && { name }),
        ...(typeof version === 'string' && { version }),
        private: Boolean(json.value.private),
        ...(typeof packageManager === 'string' && { packageManager }),
        scripts: textsByKey(scripts),
        ...(globs && { workspaces: globs }),
        dependencies,
        overrides: overridesOf(json.value),
    };
}
function dependenciesOf(json, kind, fault) {
    for (const { value, offset } of json.spans([kind])) {
        if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value))
            fault(offset, `"${kind}" must map package names to ranges.`);
    }
    return json.entries([kind]).flatMap(({ key: name, value: specifier, offset, length }) => {
        if (typeof specifier === 'string')
            return [{ kind, name, specifier, offset, length }];
        const got = JSON.stringify(specifier);
        fault(offset, `the range of ${JSON.stringify(name)} in "${kind}" must be a text such as "^1.2.3", not ${got}.`);
        return [];
    });
}
function overridesOf(value) {
    const pnpm = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value.pnpm) ? value.pnpm.overrides : undefined;
    const fields = { overrides: value.overrides, 'pnpm.overrides': pnpm, resolutions: value.resolutions };
    return new Map(Object.entries(fields).map(([field, map]) => [field, [...keysWithin(map)]]));
}
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
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}
function textsByKey(value) {
    const entries = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter((one) => typeof one[1] === 'string'));
}


/***/ })
,

/***/ 51410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isNpmName)
/* harmony export */ });
const NAME = /^(?:@[\w~-][\w.~-]*\/)?[A-Za-z0-9~!*'()-][\w.~!*'()-]*$/;
const LONGEST = 214;
function isNpmName(name) {
    return name.length <= LONGEST && NAME.test(name) && name !== 'node_modules' && name !== 'favicon.ico';
}


/***/ })
,

/***/ 9138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ decideManager),
/* harmony export */   t: () => (/* binding */ MANAGER_NAMES)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64339);

const MANAGER_NAMES = ['npm', 'pnpm', 'yarn', 'bun'];
const LOCK_FILES = {
    yarn: ['yarn.lock'],
    pnpm: ['pnpm-lock.yaml'],
    npm: ['npm-shrinkwrap.json', 'package-lock.json'],
    bun: ['bun.lock', 'bun.lockb'],
};
async function decideManager(tree, root) {
    const { files } = await tree.list('');
    const declared = root && declaredManager(root);
    const locked = Object.entries(LOCK_FILES).flatMap(([name, candidates]) => {
        const lockFile = candidates.find((one) => files.includes(one));
        return lockFile === undefined ? [] : [{ name: name, lockFile }];
    });
    const isPnpm = files.includes('pnpm-workspace.yaml');
    const name = declared?.name ?? (isPnpm ? 'pnpm' : locked[0]?.name) ?? 'npm';
    const lockFile = locked.find((one) => one.name === name)?.lockFile;
    const lock = lockFile === undefined ? {} : await versionByLock(tree, name, lockFile);
    const { version: wanted, by: wantedBy } = declared?.version === undefined ? lock : declared;
    const doubt = doubtOf({ name, lockFile, declared, isPnpm, locked: locked.map((one) => one.lockFile) });
    return {
        name,
        classic: name === 'yarn' && /^[\^~]?[01](\.|$)/.test(wanted ?? ''),
        ...(wanted !== undefined && wantedBy !== undefined && { wanted, wantedBy }),
        ...(lockFile !== undefined && { lockFile }),
        ...(doubt !== undefined && { doubt }),
    };
}
function declaredManager({ packageManager, json, file }) {
    const [, named = '', exact] = /^(\w+)@([^+\s]+)/.exec(packageManager ?? '') ?? [];
    if (isManager(named))
        return { name: named, ...(exact && { version: exact, by: `packageManager of ${file}` }) };
    const { devEngines } = json.value;
    const engines = [(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(devEngines) ? devEngines.packageManager : []].flat();
    const engine = engines.filter(_platform_records_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u).find((one) => isManager(String(one.name)));
    if (!engine)
        return undefined;
    const range = typeof engine.version === 'string' ? engine.version : undefined;
    const by = `devEngines.packageManager of ${file}`;
    return { name: engine.name, ...(range !== undefined && { version: range, by }) };
}
function isManager(name) {
    return MANAGER_NAMES.some((one) => one === name);
}
async function versionByLock(tree, name, lockFile) {
    if (name !== 'pnpm' && name !== 'yarn')
        return {};
    const text = (await tree.read([lockFile])).get(lockFile) ?? '';
    const version = name === 'pnpm' ? pnpmOf(text) : yarnOf(text);
    return version === undefined ? {} : { version, by: lockFile };
}
function pnpmOf(text) {
    const [, major] = /^lockfileVersion: *['"]?(\d+)/m.exec(text) ?? [];
    if (major === undefined)
        return undefined;
    if (Number(major) <= 5)
        return '^7';
    return Number(major) < 9 ? '^8' : '>=9';
}
function yarnOf(text) {
    if (/^# yarn lockfile v1$/m.test(text))
        return '^1';
    const [, format] = /^__metadata:\r?\n {2}version: (\d+)/m.exec(text) ?? [];
    if (format === undefined)
        return undefined;
    return Number(format) >= 8 ? '>=4' : '>=2';
}
function doubtOf({ name, lockFile, declared, isPnpm, locked }) {
    const list = locked.join(', ');
    if (lockFile === undefined && locked.length > 0) {
        const by = declared ? (declared.by ?? 'package.json') : 'pnpm-workspace.yaml';
        return `The package manager is ${name} by ${by}, but the lock file is ${list}. Make them agree.`;
    }
    if (declared || isPnpm || locked.length < 2)
        return undefined;
    return `Several lock files are there: ${list}. Name the manager that counts by the packageManager field of package.json, or remove the others.`;
}


/***/ }),

/***/ 30853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ repositoryTree),
/* harmony export */   u: () => (/* binding */ directoryTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19523);
/* harmony import */ var _platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56620);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94301);





const AT_ONCE = 64;
function directoryTree(directory, base = process.cwd()) {
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(base, directory).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const named = (path) => (shown ? `${shown}/${path}` : path);
    const bounds = (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .FK)(base, directory) ? base : directory;
    return {
        list: (folder) => listFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, folder), bounds),
        async read(paths) {
            const texts = new Map();
            const read = await (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_4__/* .mapPooled */ .Q)(paths, AT_ONCE, (path) => readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, path), named(path), bounds));
            paths.forEach((path, index) => {
                const text = read[index];
                if (text !== undefined)
                    texts.set(path, text);
            });
            return texts;
        },
        fault: (message, path, place) => ({
            message: path === undefined ? message : `${shown.startsWith('..') ? path : named(path)}: ${message}`,
            ...(path === undefined ? {} : { file: named(path) }),
            ...place,
        }),
    };
}
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
            return reader.read(repository, ref, there);
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
async function listFolder(folder, bounds) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(whereMissing);
    const files = [];
    const folders = [];
    for (const entry of entries ?? []) {
        const kind = entry.isSymbolicLink() ? await kindOfLink(folder, entry.name, bounds) : entry;
        if (kind?.isDirectory())
            folders.push(entry.name);
        else if (kind?.isFile())
            files.push(entry.name);
    }
    return { files, folders };
}
async function kindOfLink(folder, name, bounds) {
    const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    const kind = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(link).catch(whereMissing);
    if (!kind?.isDirectory())
        return kind;
    const [target, here, root] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(link), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(bounds)]);
    return (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .FK)(target, here) || !(0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .FK)(root, target) ? undefined : kind;
}
async function readIfThere(path, shownAs, bounds) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(whereMissing);
    return found?.isFile() ? (0,_platform_text_edits_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)(await (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l)(bounds, path, shownAs), shownAs) : undefined;
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


/***/ }),

/***/ 20231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ readWorkspace)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/platform/text/json-object.js
var json_object = __webpack_require__(77767);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(15698);
// EXTERNAL MODULE: ./build/src/platform/text/trim-end.js
var trim_end = __webpack_require__(285);
;// CONCATENATED MODULE: ./build/src/packages/workspace/folders.js

const DEEPEST = 20;
async function matchingFolders(tree, patterns) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 14006, 19));
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!') && !leaves(pattern)).map(plain);
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
function leaves(pattern) {
    return /^([\\/]|[A-Za-z]:)/.test(pattern) || pattern.split(/[\\/]/).includes('..');
}
function plain(pattern) {
    return (0,trim_end/* trimEnd */.s)(pattern.replace(/^(\.\/)+/, ''), '/') || '.';
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

// EXTERNAL MODULE: ./build/src/packages/workspace/manager.js
var workspace_manager = __webpack_require__(9138);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/packages/workspace/npm-name.js
var npm_name = __webpack_require__(51410);
;// CONCATENATED MODULE: ./build/src/packages/workspace/member.js


function readMember(tree, file, json) {
    const problems = [];
    const problem = (kind, message, path) => problems.push({ kind, private: json.private, fault: tree.fault(message, file, json.json.locate(path)) });
    const { name } = json;
    const version = json.json.value.version || undefined;
    if (name === undefined || name === '')
        problem('unnamed', 'a package needs a "name".', ['name']);
    else if (!(0,npm_name/* isNpmName */.J)(name))
        problem('invalid', `${JSON.stringify(name)} is not a package name.`, ['name']);
    const usable = typeof version === 'string' && semver.valid(version) !== null;
    if (version !== undefined && !usable) {
        problem('invalid', `the version ${JSON.stringify(version)} is not a semantic version like 1.2.3.`, ['version']);
    }
    const dependencies = json.dependencies.filter((one) => {
        const printable = !/\p{Cc}/u.test(one.specifier + one.name);
        if (!printable)
            problem('invalid', `"${one.kind}" has a name or range with control characters.`, [one.kind]);
        return printable;
    });
    if (name === undefined || !(0,npm_name/* isNpmName */.J)(name))
        return { problems };
    const directory = file === 'package.json' ? '.' : file.slice(0, -'/package.json'.length);
    const member = { name, private: json.private, directory, file, json, dependencies };
    return { member: { ...member, ...(usable && { version: String(version) }) }, problems };
}

// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(65560);
;// CONCATENATED MODULE: ./build/src/packages/workspace/workspace.js








async function readWorkspace(tree) {
    const root = await readRoot(tree);
    const manager = await (0,workspace_manager/* decideManager */.q)(tree, root);
    if (!root)
        return { manager, packages: [], files: [], problems: [] };
    const patterns = await packagePatterns(tree, root);
    const directories = patterns ? await matchingFolders(tree, patterns) : ['.'];
    const files = directories.map((directory) => (directory === '.' ? 'package.json' : `${directory}/package.json`));
    const members = await readMembers(tree, files);
    const below = members.files.filter(({ file }) => file !== root.file);
    return { manager, root, ...members, files: [root, ...below] };
}
async function readRoot(tree) {
    const text = (await tree.read(['package.json'])).get('package.json');
    return text === undefined ? undefined : parseIn(tree, 'package.json', text);
}
function parseIn(tree, file, text) {
    return (0,package_json/* parsePackageJson */.w)(text, file, (message, place) => tree.fault(message, file, place));
}
async function packagePatterns(tree, root) {
    const { files } = await tree.list('');
    if (root.workspaces && files.includes('yarn.lock'))
        return root.workspaces;
    const texts = await tree.read(['pnpm-workspace.yaml', 'lerna.json']);
    return ((await pnpmPatterns(tree, texts.get('pnpm-workspace.yaml'))) ??
        root.workspaces ??
        (await lernaPatterns(tree, texts.get('lerna.json'))));
}
async function pnpmPatterns(tree, text) {
    const file = 'pnpm-workspace.yaml';
    if (text === undefined)
        return undefined;
    const document = await (0,yaml.parseYaml)(text);
    if ('faults' in document) {
        throw new errors/* UserError */.yo(document.faults.map(({ message, line = 1, column = 1 }) => tree.fault(message, file, { line, column })));
    }
    const packages = (0,records/* isRecord */.u)(document.value) ? document.value.packages : undefined;
    if (packages === undefined || packages === null)
        return undefined;
    const patterns = texts(packages);
    if (patterns)
        return patterns;
    throw new errors/* UserError */.yo(tree.fault('"packages" must be a list of patterns.', file, document.locate(['packages'])));
}
async function lernaPatterns(tree, text) {
    if (text === undefined)
        return undefined;
    const lerna = await (0,json_object/* parseJsonObject */.d)(text, (message, place) => tree.fault(message, 'lerna.json', place));
    if ('faults' in lerna)
        throw new errors/* UserError */.yo(lerna.faults);
    if (lerna.value.useWorkspaces === true)
        return undefined;
    return texts(lerna.value.packages) ?? ['packages/*'];
}
function texts(value) {
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}
async function readMembers(tree, files) {
    const found = await tree.read(files);
    const read = await Promise.all(files.map(async (file) => {
        const text = found.get(file);
        if (text === undefined)
            return { problems: [] };
        try {
            const json = await parseIn(tree, file, text);
            return { json, ...readMember(tree, file, json) };
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            return { problems: error.faults.map(unreadable) };
        }
    }));
    const packages = read.flatMap((one) => ('member' in one && one.member) || []);
    const jsons = read.flatMap((one) => ('json' in one ? [one.json] : []));
    const problems = [...read.flatMap((one) => one.problems), ...sameNames(tree, packages)];
    return { packages, files: jsons, problems };
}
function unreadable(fault) {
    return { kind: 'unreadable', private: false, fault };
}
function sameNames(tree, packages) {
    const first = new Map();
    return packages.flatMap((one) => {
        const other = first.get(one.name);
        if (!other)
            first.set(one.name, one);
        if (!other)
            return [];
        const message = `the name ${JSON.stringify(one.name)} is taken by ${other.file} as well.`;
        return [
            { kind: 'same name', private: one.private || other.private, fault: tree.fault(message, one.file) },
        ];
    });
}


/***/ }),

/***/ 56620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyEdits),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);


function applyEdits(text, edits) {
    return [...edits]
        .sort((a, b) => b.offset - a.offset)
        .reduce((result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length), text);
}
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


/***/ })

};
