export const id = 9559;
export const ids = [9559];
export const modules = {

/***/ 39559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ sync_python_version)
});

// EXTERNAL MODULE: ./build/src/packages/python/from-semver.js
var from_semver = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
;// CONCATENATED MODULE: ./build/src/platform/files/folder-tree.js




const MOST_BYTES = 32 * 1024 * 1024;
async function openWorkspace(path) {
    const root = await (0,promises_.realpath)(path);
    const read = new Map();
    const shown = (target) => (0,external_node_path_.relative)(root, target).split(external_node_path_.sep).join('/') || '.';
    async function contained(target) {
        const real = await (0,path_inside/* pathInside */._l)(root, target);
        return (await (0,promises_.stat)(real).catch(whenMissing)) && real;
    }
    return {
        root,
        shown,
        async folder(target) {
            const real = await contained(target);
            if (real && (await (0,promises_.stat)(real)).isDirectory())
                return real;
            const what = real ? 'is a file' : 'does not exist';
            throw new errors/* UserError */.yo(`The project folder ${JSON.stringify(target)} ${what}. Expected the folder that holds the pyproject.toml.`);
        },
        async read(target) {
            const real = await contained(target);
            if (real === undefined || !(await (0,promises_.stat)(real)).isFile())
                return undefined;
            const file = read.get(real) ?? readText(real, shown(real));
            read.set(real, file);
            return file;
        },
        upwards(folder) {
            const folders = [folder];
            for (let at = folder; at !== root && (0,path_inside/* isInside */.FK)(root, at); at = (0,external_node_path_.dirname)(at))
                folders.push((0,external_node_path_.dirname)(at));
            return folders;
        },
    };
}
async function readText(path, shown) {
    const bytes = await (0,promises_.readFile)(path);
    if (bytes.length > MOST_BYTES)
        throw new errors/* UserError */.yo(`${shown} is larger than 32 MiB; that is no project file.`);
    try {
        return { path, shown, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
    }
    catch {
        throw new errors/* UserError */.yo({
            message: `${shown} is not UTF-8, so it cannot be edited safely. Save it as UTF-8.`,
            file: shown,
        });
    }
}
function whenMissing(error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        return undefined;
    throw error;
}
async function firstFile(workspace, folder, paths) {
    for (const path of paths) {
        const file = await workspace.read((0,external_node_path_.join)(folder, path));
        if (file)
            return file;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/src/platform/files/replace-files.js
var replace_files = __webpack_require__(84351);
// EXTERNAL MODULE: ./build/src/platform/text/unified-diff.js
var unified_diff = __webpack_require__(62067);
// EXTERNAL MODULE: ./build/src/packages/python/pep440.js
var python_pep440 = __webpack_require__(29803);
// EXTERNAL MODULE: ./build/src/packages/python/place.js
var python_place = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/src/packages/python/toml.js
var python_toml = __webpack_require__(46076);
;// CONCATENATED MODULE: ./build/src/packages/python/project.js




async function openProject(workspace, path) {
    const folder = await workspace.folder(path);
    const read = (name) => workspace.read((0,external_node_path_.join)(folder, name));
    const [toml, setupCfg, setupPy] = [await read('pyproject.toml'), await read('setup.cfg'), await read('setup.py')];
    if (!toml && !setupCfg && !setupPy) {
        throw new errors/* UserError */.yo(`There is no Python project in ${workspace.shown(folder)}: found no pyproject.toml, setup.cfg or setup.py. ` +
            'Name the folder that holds one in the input to.');
    }
    const pyproject = toml && (await (0,python_toml/* parseToml */.M)(toml));
    const dynamic = pyproject?.get('project', 'dynamic');
    const name = pyproject?.get('project', 'name') ?? pyproject?.get('tool', 'poetry', 'name');
    const backend = pyproject?.get('build-system', 'build-backend');
    return {
        workspace,
        folder,
        pyproject,
        setupCfg,
        setupPy,
        name: typeof name === 'string' ? name : undefined,
        isDynamic: Array.isArray(dynamic) && dynamic.includes('version'),
        backend: typeof backend === 'string' ? backend : '',
    };
}
function moduleFile(project, dotted, roots = ['', 'src']) {
    const path = dotted.split('.').join('/');
    const candidates = roots.flatMap((root) => [`${path}/__init__.py`, `${path}.py`].map((file) => (0,external_node_path_.join)(root, file)));
    return firstFile(project.workspace, project.folder, candidates);
}
function importName(distribution) {
    return distribution.replace(/-/g, '_');
}

;// CONCATENATED MODULE: ./build/src/packages/python/package-folders.js



function packageFolders({ name, pyproject }) {
    const conventional = name === undefined ? [] : [importName(name), importName(name).toLowerCase()];
    const roots = ['', 'src', 'lib', 'python'];
    const byName = conventional.flatMap((one) => roots.map((root) => (0,external_node_path_.join)(root, ...one.split('.'))));
    const told = [
        ...textsOf(pyproject?.get('tool', 'hatch', 'build', 'targets', 'wheel', 'packages')),
        ...textsOf(pyproject?.get('tool', 'setuptools', 'packages')).map((one) => one.split('.').join('/')),
        ...listOf(pyproject?.get('tool', 'poetry', 'packages')).map((one) => {
            const [include, from] = [(0,python_toml/* valueAt */.f)(one, ['include']), (0,python_toml/* valueAt */.f)(one, ['from'])];
            return typeof include === 'string' ? (0,external_node_path_.join)(typeof from === 'string' ? from : '', include) : undefined;
        }),
    ].filter((one) => one !== undefined);
    return [...new Set([...byName, ...told, ...told.map((one) => (0,external_node_path_.join)('src', one))])].filter((one) => !/[*?]/.test(one));
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function textsOf(value) {
    return listOf(value).filter((one) => typeof one === 'string');
}

;// CONCATENATED MODULE: ./build/src/packages/python/python-source.js
function assignmentsTo(names, source) {
    const found = [];
    for (const statement of statements(tokenize(source))) {
        const at = assignedValueIndex(statement, names, source);
        if (at !== undefined)
            found.push(literalOf(statement.slice(at), source));
    }
    return found;
}
function setupArguments(keyword, source) {
    const tokens = tokenize(source).filter((token) => token.kind !== 'newline');
    const found = [];
    for (const [index, token] of tokens.entries()) {
        if (token.kind !== 'name' || token.text !== 'setup' || tokens[index + 1]?.text !== '(')
            continue;
        const [owner, before] = [tokens[index - 2]?.text ?? '', tokens[index - 1]?.text];
        if (before === 'def' || (before === '.' && !['setuptools', 'core'].includes(owner)))
            continue;
        const end = tokens.findIndex((other, at) => at > index + 1 && other.text === ')' && other.depth === token.depth);
        const inside = tokens.slice(index + 2, end < 0 ? undefined : end);
        const at = inside.findIndex((one, i) => one.kind === 'name' && one.text === keyword && one.depth === token.depth + 1 && inside[i + 1]?.text === '=');
        if (at >= 0)
            found.push(literalOf(inside.slice(at + 2), source));
    }
    return found;
}
function assignedValueIndex(statement, names, source) {
    const [first] = statement;
    if (!first || !/(^|[\r\n\uFEFF])$/.test(source.slice(Math.max(0, first.start - 1), first.start)))
        return undefined;
    let matched = false;
    let at = 0;
    while (statement[at]?.kind === 'name') {
        const isAnnotated = at === 0 && statement[1]?.text === ':';
        const equals = isAnnotated ? statement.findIndex(({ text, depth }) => text === '=' && depth === 0) : at + 1;
        if (statement[equals]?.text !== '=')
            break;
        matched ||= names.includes(statement[at]?.text ?? '');
        at = equals + 1;
    }
    return matched ? at : undefined;
}
function literalOf(tokens, source) {
    const [value, after] = tokens;
    const expression = { kind: 'expression', start: value?.start ?? source.length };
    const endsHere = after === undefined || [',', ')', ';'].includes(after.text);
    if (value?.kind !== 'string' || !endsHere)
        return expression;
    const parts = /^(?:[uUrR]?)("""|'''|"|')/.exec(value.text);
    if (!parts?.[1] || value.text.includes('\\'))
        return expression;
    return { kind: 'literal', start: value.start + parts[0].length, end: value.end - parts[1].length };
}
function* statements(tokens) {
    let statement = [];
    for (const token of tokens) {
        if (token.kind === 'newline' && token.depth === 0) {
            yield statement;
            statement = [];
        }
        else if (token.kind !== 'newline')
            statement.push(token);
    }
    yield statement;
}
const SKIPPED = /(?:[ \t\f\uFEFF]|\\\r?\n|#[^\r\n]*)+/y;
const NEWLINE = /\r?\n|\r/y;
const WORD = /[\p{L}\p{N}_]+/uy;
const QUOTE = /"""|'''|"|'/y;
function tokenize(source) {
    const tokens = [];
    let depth = 0;
    for (let at = 0; at < source.length;) {
        at = matchEnd(SKIPPED, source, at) ?? at;
        if (at >= source.length)
            break;
        const start = at;
        const kind = kindAt(source, start);
        at = tokenEnd(kind, source, start);
        const text = source.slice(start, at);
        if (kind === 'operator' && ')]}'.includes(text))
            depth = Math.max(0, depth - 1);
        tokens.push({ kind, text, start, end: at, depth });
        if (kind === 'operator' && '([{'.includes(text))
            depth += 1;
    }
    return tokens;
}
function kindAt(source, at) {
    if (matchEnd(NEWLINE, source, at))
        return 'newline';
    if (stringEnd(source, at))
        return 'string';
    return matchEnd(WORD, source, at) ? 'name' : 'operator';
}
function tokenEnd(kind, source, at) {
    if (kind === 'newline')
        return matchEnd(NEWLINE, source, at) ?? at + 1;
    if (kind === 'string')
        return stringEnd(source, at) ?? at + 1;
    if (kind === 'name')
        return matchEnd(WORD, source, at) ?? at + 1;
    return /^(?:[=!<>:+\-*/%&|^@]=)/.test(source.slice(at, at + 2)) ? at + 2 : at + 1;
}
function stringEnd(source, at) {
    const prefix = /^[bfrtuBFRTU]{0,2}(?=["'])/.exec(source.slice(at, at + 3));
    if (!prefix)
        return undefined;
    const open = at + prefix[0].length;
    const body = matchEnd(QUOTE, source, open);
    if (body === undefined)
        return undefined;
    const quote = source.slice(open, body);
    for (let index = body; index < source.length; index += 1) {
        if (source.startsWith(quote, index))
            return index + quote.length;
        if (source[index] === '\\')
            index += 1;
        else if (quote.length === 1 && (source[index] === '\n' || source[index] === '\r'))
            return undefined;
    }
    return undefined;
}
function matchEnd(pattern, source, at) {
    pattern.lastIndex = at;
    return pattern.test(source) ? pattern.lastIndex : undefined;
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/python-module.js




function assignedPlace(file, names, readBy) {
    const found = assignmentsTo(names, file.text);
    const [first, second] = found;
    const name = names.join(' or ');
    if (!first) {
        throw new errors/* UserError */.yo({
            message: `${file.shown} assigns no ${name} at its top level, but pyproject.toml or setup.cfg says that the version is there.`,
            file: file.shown,
        });
    }
    if (second) {
        throw (0,python_place/* faultAt */.ux)(file, second.start, `${file.shown} assigns ${name} ${found.length} times. Keep one of the assignments.`);
    }
    if (first.kind === 'expression') {
        throw (0,python_place/* faultAt */.ux)(file, first.start, `${file.shown}: ${name} is computed. Only a plain string can be synchronised.`);
    }
    const assigned = (0,python_place/* place */.ik)(file, names[0] ?? name, (0,python_place/* trimmed */.dE)(file.text, first));
    return readBy ? asRead(assigned, readBy) : assigned;
}
function asRead(found, { backend, pattern }) {
    const { file } = found;
    const span = new RegExp(pattern, `dm${pattern.flags}`).exec(file.text)?.indices?.groups?.version;
    if (span?.[1] === found.end)
        return { ...found, start: span[0] };
    throw (0,python_place/* faultAt */.ux)(file, span?.[0] ?? found.start, span
        ? `${backend} takes the version from this line of ${file.shown}, which only looks like the assignment. Indent or reword it.`
        : `${backend} cannot read the assignment of ${found.name} in ${file.shown}. Write it as ${found.name} = "…" on a line of its own.`);
}
const packageVersion = async (project) => {
    if (!project.name || project.isDynamic)
        return [];
    const file = await moduleFile(project, importName(project.name));
    const found = file ? assignmentsTo(['__version__'], file.text) : [];
    if (!file || !found.some((one) => one.kind === 'literal'))
        return [];
    return [assignedPlace(file, ['__version__'])];
};

;// CONCATENATED MODULE: ./build/src/packages/python/places/setuptools.js






const setuptools = async (project) => {
    const version = project.pyproject?.get('tool', 'setuptools', 'dynamic', 'version');
    if (!project.isDynamic || version === undefined)
        return [];
    const attr = (0,python_toml/* valueAt */.f)(version, ['attr']);
    if (typeof attr === 'string')
        return [await attributePlace(project, attr)];
    const file = (0,python_toml/* valueAt */.f)(version, ['file']);
    const files = Array.isArray(file) ? file : [file];
    const [only] = files;
    if (files.length === 1 && typeof only === 'string')
        return [await filePlace(project, only)];
    throw new errors/* UserError */.yo(`${project.pyproject?.file.shown}: [tool.setuptools.dynamic].version is ${JSON.stringify(version)}. ` +
        'Expected { attr = "package.__version__" } or { file = "VERSION" }.');
};
async function attributePlace(project, attr) {
    const [, module = '', name = ''] = /^(?:(.*)[.:])?([^.:]+)$/.exec(attr.trim()) ?? [];
    const file = await moduleFile(project, module || '__init__', packageRoots(project));
    if (file)
        return assignedPlace(file, [name]);
    throw new errors/* UserError */.yo(`The version is said to be ${attr} (${project.workspace.shown(project.folder)}), but there is no module ` +
        `${JSON.stringify(module)} there or under src. Correct attr.`);
}
async function filePlace(project, path) {
    const file = await project.workspace.read((0,external_node_path_.join)(project.folder, path.trim()));
    if (!file)
        throw new errors/* UserError */.yo(`The version is said to be in the file ${path}, which does not exist.`);
    return (0,python_place/* place */.ik)(file, 'file', (0,python_place/* trimmed */.dE)(file.text, { start: 0, end: file.text.length }));
}
function packageRoots(project) {
    const fromToml = project.pyproject?.get('tool', 'setuptools', 'package-dir', '');
    const fromCfg = /^package_dir\s*=\s*(?:\r?\n[ \t]+)?=\s*(\S+)/m.exec(project.setupCfg?.text ?? '')?.[1];
    return [fromToml, fromCfg, '', 'src'].filter((root) => typeof root === 'string');
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/setup-cfg.js


const setupCfg = async (project) => {
    const file = project.setupCfg;
    const span = file && iniValue(file.text, 'metadata', 'version');
    if (!file || !span)
        return [];
    const value = file.text.slice(span.start, span.end);
    const [, directive, target = ''] = /^(attr|file)\s*:\s*(.*)$/.exec(value) ?? [];
    if (directive === 'attr')
        return [await attributePlace(project, target)];
    if (directive === 'file')
        return [await filePlace(project, target)];
    return [(0,python_place/* place */.ik)(file, '[metadata] version', span)];
};
function iniValue(text, wanted, key) {
    let section = '';
    for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
        const header = /^\uFEFF?\[([^\]]+)\]/.exec(line);
        if (header)
            section = header[1] ?? '';
        const [found, name] = /^\uFEFF?([\w-]+)[ \t]*[=:]/.exec(line) ?? [];
        if (found !== undefined && name?.toLowerCase() === key && section === wanted) {
            return (0,python_place/* trimmed */.dE)(text, { start: index + found.length, end: index + line.length });
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/copies.js







const MODULES = ['_version.py', 'version.py', '__about__.py', '__version__.py', '__init__.py'];
const NAMES = ['__version__', 'VERSION', 'version', '__VERSION__'];
const BY_PARTS = ['version_info', '__version_info__', 'version_tuple', 'VERSION_INFO'];
const copies = async (project) => [...(await inModules(project)), ...(await ofTools(project))];
async function inModules({ workspace, folder, ...project }) {
    const paths = packageFolders({ workspace, folder, ...project }).flatMap((one) => MODULES.map((file) => (0,external_node_path_.join)(one, file)));
    const files = await Promise.all(paths.map((path) => workspace.read((0,external_node_path_.join)(folder, path))));
    const distinct = new Map(files.filter((file) => file !== undefined).map((file) => [file.path, file]));
    return [...distinct.values()].flatMap((file) => [...NAMES.flatMap((name) => literal(file, name)), ...byParts(file)]);
}
function literal(file, name) {
    const [only, ...more] = assignmentsTo([name], file.text);
    if (only?.kind !== 'literal' || more.length > 0)
        return [];
    const span = (0,python_place/* trimmed */.dE)(file.text, only);
    return (0,python_pep440/* isPythonVersion */.Fk)(file.text.slice(span.start, span.end)) ? [{ ...(0,python_place/* place */.ik)(file, name, span), role: 'copy' }] : [];
}
function byParts(file) {
    return BY_PARTS.flatMap((name) => {
        const [assigned] = assignmentsTo([name], file.text);
        if (!assigned || !/^\(\s*\d+\s*,/.test(file.text.slice(assigned.start)))
            return [];
        return [
            {
                type: 'left-alone',
                reason: `${file.shown} writes ${name} out by its parts, which is not kept in line; compute it from the version`,
            },
        ];
    });
}
async function ofTools({ workspace, folder, pyproject, setupCfg }) {
    const read = async (name) => {
        const file = await workspace.read((0,external_node_path_.join)(folder, name));
        return file && (0,python_toml/* parseToml */.M)(file);
    };
    const commitizen = [pyproject, await read('.cz.toml'), await read('cz.toml')];
    const bumpversion = [pyproject, await read('.bumpversion.toml')];
    const ini = [setupCfg, await workspace.read((0,external_node_path_.join)(folder, '.bumpversion.cfg'))];
    return [
        ...commitizen.flatMap((toml) => inToml(toml, ['tool', 'commitizen', 'version'])),
        ...bumpversion.flatMap((toml) => inToml(toml, ['tool', 'bumpversion', 'current_version'])),
        ...ini.flatMap((file) => {
            const span = file && iniValue(file.text, 'bumpversion', 'current_version');
            return span ? [{ ...(0,python_place/* place */.ik)(file, '[bumpversion] current_version', span), role: 'copy' }] : [];
        }),
    ];
}
function inToml(toml, path) {
    const span = toml?.span(path);
    if (!toml || !span)
        return [];
    const name = `[${path.slice(0, -1).join('.')}].${path.at(-1)}`;
    const semver = toml.get('tool', 'commitizen', 'version_scheme');
    const spelling = path[1] === 'commitizen' && /^semver/.test(String(semver)) ? 'cargo' : 'pep440';
    return [{ ...(0,python_place/* place */.ik)(toml.file, name, span), role: 'copy', spelling }];
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/flit.js



const flit = async (project) => {
    const { pyproject, backend, isDynamic, name } = project;
    const legacy = pyproject?.get('tool', 'flit', 'metadata', 'module');
    if (!backend.startsWith('flit_core') || !(isDynamic || typeof legacy === 'string'))
        return [];
    const module = [legacy, pyproject?.get('tool', 'flit', 'module', 'name'), importName(name ?? '')].find((one) => typeof one === 'string' && one !== '');
    const file = await moduleFile(project, String(module));
    if (file)
        return [assignedPlace(file, ['__version__'])];
    throw new errors/* UserError */.yo(`flit takes the version from __version__ of the module ${JSON.stringify(module)}, which is neither in ` +
        `${project.workspace.shown(project.folder)} nor under src. Correct [tool.flit.module].name.`);
};

;// CONCATENATED MODULE: ./build/src/packages/python/places/hatch.js





const VCS = ['vcs', 'uv-dynamic-versioning', 'versioningit', 'versioneer'];
const hatch = async ({ pyproject, isDynamic, folder, workspace }) => {
    const table = pyproject?.get('tool', 'hatch', 'version');
    if (!pyproject || !isDynamic || table === undefined)
        return [];
    const { shown } = pyproject.file;
    const source = (0,python_toml/* valueAt */.f)(table, ['source']) ?? 'regex';
    if (VCS.includes(String(source))) {
        return [{ type: 'elsewhere', reason: `hatch takes the version from the git tag (source = "${source}")` }];
    }
    if (source === 'nodejs') {
        return [{ type: 'elsewhere', reason: 'hatch takes the version from package.json (source = "nodejs")' }];
    }
    const path = (0,python_toml/* valueAt */.f)(table, ['path']);
    if (source !== 'regex' || typeof path !== 'string') {
        const what = source === 'regex' ? 'has no path' : `has source = ${JSON.stringify(source)}`;
        throw new errors/* UserError */.yo({
            message: `${shown}: [tool.hatch.version] ${what}. Expected path = "…", the file that holds the version as text.`,
            file: shown,
        });
    }
    const file = await workspace.read((0,external_node_path_.join)(folder, path));
    if (!file) {
        throw new errors/* UserError */.yo({
            message: `${shown}: [tool.hatch.version].path names ${path}, which does not exist.`,
            file: shown,
        });
    }
    const pattern = (0,python_toml/* valueAt */.f)(table, ['pattern']);
    return [typeof pattern === 'string' ? await matched(file, pattern) : byDefaultPattern(file)];
};
const LONGEST_MATCH_MS = 2_000;
const BY_DEFAULT = /^(?:__version__|version)(?: ?: ?str)? *= *(["'])v?(?<version>.+?)\1/i;
function byDefaultPattern(file) {
    const names = ['__version__', 'VERSION', 'version', '__VERSION__'];
    return assignedPlace(file, names, { backend: 'hatch', pattern: BY_DEFAULT });
}
async function matched(file, pattern) {
    const span = (await execWithin(compile(file, pattern), file, pattern))?.indices?.groups?.version;
    if (!span) {
        throw (0,python_place/* faultAt */.ux)(file, 0, `${file.shown}: [tool.hatch.version].pattern ${JSON.stringify(pattern)} matches nothing in it.`);
    }
    return (0,python_place/* place */.ik)(file, 'tool.hatch.version.pattern', (0,python_place/* trimmed */.dE)(file.text, { start: span[0], end: span[1] }));
}
async function execWithin(expression, file, pattern) {
    const { runInNewContext } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 30714, 19));
    try {
        return runInNewContext('expression.exec(text)', { expression, text: file.text }, { timeout: LONGEST_MATCH_MS });
    }
    catch {
        throw new errors/* UserError */.yo(`[tool.hatch.version].pattern ${JSON.stringify(pattern)} did not end within ${LONGEST_MATCH_MS} ms on ${file.shown}. Use a simpler pattern.`);
    }
}
function compile(file, pattern) {
    const [, inline = '', rest = pattern] = /^\(\?([aimsux]+)\)(.*)$/s.exec(pattern) ?? [];
    try {
        const flags = [...inline].filter((flag) => 'is'.includes(flag)).join('');
        return new RegExp(rest.replaceAll('(?P<', '(?<').replace(/\(\?P=(\w+)\)/g, '\\k<$1>'), `dm${flags}`);
    }
    catch {
        throw new errors/* UserError */.yo(`[tool.hatch.version].pattern ${JSON.stringify(pattern)} for ${file.shown} uses what only Python's re understands. ` +
            'Use a simpler pattern.');
    }
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/lock.js



const uvLock = async (project) => {
    const { workspace, folder } = project;
    for (const above of workspace.upwards(folder)) {
        const file = await workspace.read((0,external_node_path_.join)(above, 'uv.lock'));
        if (!file)
            continue;
        const document = await (0,python_toml/* parseToml */.M)(file);
        const found = ownEntry(document, (entry) => isProject(entry, project, file));
        if (found)
            return [found];
        if (above === folder)
            return [missing(file, project)];
    }
    return [];
};
function cargoLockPlace(document, crate) {
    const found = ownEntry(document, (entry) => {
        return (0,python_toml/* valueAt */.f)(entry, ['name']) === crate && (0,python_toml/* valueAt */.f)(entry, ['source']) === undefined;
    });
    return found && { ...found, spelling: 'cargo' };
}
function ownEntry(document, isOwn) {
    const entries = document.get('package');
    const index = Array.isArray(entries) ? entries.findIndex(isOwn) : -1;
    const span = document.span(['package', index, 'version']);
    return span && { ...(0,python_place/* place */.ik)(document.file, '[[package]] version', span), role: 'lock' };
}
function isProject(entry, { name, folder }, lock) {
    const isNamed = name === undefined || normalised(String((0,python_toml/* valueAt */.f)(entry, ['name']))) === normalised(name);
    const sources = ['editable', 'virtual', 'directory'].map((kind) => (0,python_toml/* valueAt */.f)(entry, ['source', kind]));
    return isNamed && sources.some((path) => typeof path === 'string' && (0,external_node_path_.resolve)((0,external_node_path_.dirname)(lock.path), path) === folder);
}
function normalised(name) {
    return name.replace(/[-_.]+/g, '-').toLowerCase();
}
function missing(file, { name, isDynamic }) {
    const why = isDynamic ? 'uv records none for a dynamic version' : 'run uv lock';
    return { type: 'left-alone', reason: `${file.shown} holds no version of ${name ?? 'this project'} itself (${why})` };
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/maturin.js





const maturin = async (project) => {
    const { pyproject, backend, isDynamic, workspace, folder } = project;
    const hasProject = pyproject?.get('project', 'version') !== undefined;
    if (!pyproject || backend !== 'maturin' || !(isDynamic || !hasProject))
        return [];
    const path = pyproject.get('tool', 'maturin', 'manifest-path') ?? 'Cargo.toml';
    const manifest = await workspace.read((0,external_node_path_.join)(folder, String(path)));
    if (!manifest) {
        throw new errors/* UserError */.yo({
            message: `maturin takes the version from ${path}, which does not exist in ${workspace.shown(folder)}.`,
            file: pyproject.file.shown,
        });
    }
    const crate = await (0,python_toml/* parseToml */.M)(manifest);
    const version = await cratePlace(project, crate);
    const lock = await lockPlace(project, crate, String(crate.get('package', 'name')));
    return lock ? [version, lock] : [version];
};
async function cratePlace(project, crate) {
    const own = crate.span(['package', 'version']);
    if (own)
        return { ...(0,python_place/* place */.ik)(crate.file, '[package].version', own), spelling: 'cargo' };
    if (crate.get('package', 'version', 'workspace') === true) {
        for await (const root of tomlAbove(project, crate, 'Cargo.toml')) {
            const shared = root.span(['workspace', 'package', 'version']);
            if (shared)
                return { ...(0,python_place/* place */.ik)(root.file, '[workspace.package].version', shared), spelling: 'cargo' };
        }
    }
    throw new errors/* UserError */.yo({
        message: `${crate.file.shown} has no [package].version, from which maturin would take the version. Add it.`,
        file: crate.file.shown,
    });
}
async function lockPlace(project, crate, name) {
    for await (const lock of tomlAbove(project, crate, 'Cargo.lock'))
        return cargoLockPlace(lock, name);
    return undefined;
}
async function* tomlAbove({ workspace }, from, name) {
    for (const folder of workspace.upwards((0,external_node_path_.dirname)(from.file.path))) {
        const file = await workspace.read((0,external_node_path_.join)(folder, name));
        if (file)
            yield file.path === from.file.path ? from : await (0,python_toml/* parseToml */.M)(file);
    }
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/pdm.js




const PATTERN = /^__version__\s*=\s*(["'])(?<version>.+?)\1\s*(?:#.*)?$/;
const pdm = async ({ pyproject, isDynamic, folder, workspace }) => {
    const table = pyproject?.get('tool', 'pdm', 'version');
    if (!isDynamic || table === undefined)
        return [];
    const source = (0,python_toml/* valueAt */.f)(table, ['source']);
    if (source === 'scm' || (0,python_toml/* valueAt */.f)(table, ['use_scm']) === true) {
        return [{ type: 'elsewhere', reason: 'pdm takes the version from the git tag (source = "scm")' }];
    }
    const path = (0,python_toml/* valueAt */.f)(table, ['path']) ?? (0,python_toml/* valueAt */.f)(table, ['from']);
    const file = typeof path === 'string' ? await workspace.read((0,external_node_path_.join)(folder, path)) : undefined;
    if (file)
        return [assignedPlace(file, ['__version__'], { backend: 'pdm', pattern: PATTERN })];
    throw new errors/* UserError */.yo(`${pyproject?.file.shown}: [tool.pdm].version is ${JSON.stringify(table)}. ` +
        'Expected { source = "file", path = "…" } with a file that exists.');
};

;// CONCATENATED MODULE: ./build/src/packages/python/places/pep621.js

const pep621 = async ({ pyproject, isDynamic }) => {
    const version = pyproject?.get('project', 'version');
    if (!pyproject || version === undefined)
        return [];
    const span = pyproject.span(['project', 'version']);
    if (!span)
        throw (0,python_place/* faultAt */.ux)(pyproject.file, 0, `${pyproject.file.shown}: [project].version is not a string.`);
    if (isDynamic) {
        throw (0,python_place/* faultAt */.ux)(pyproject.file, span.start, `${pyproject.file.shown} has two sources for the version: [project].version is ${JSON.stringify(version)}, but ` +
            '[project].dynamic lists "version" as well. Remove one of them.');
    }
    return [(0,python_place/* place */.ik)(pyproject.file, '[project].version', span)];
};

;// CONCATENATED MODULE: ./build/src/packages/python/places/poetry.js

const poetry = async ({ pyproject }) => {
    const table = pyproject?.get('tool', 'poetry', 'version');
    if (!pyproject || table === undefined)
        return [];
    if (pyproject.get('tool', 'poetry-dynamic-versioning', 'enable') === true) {
        return [{ type: 'elsewhere', reason: 'poetry-dynamic-versioning takes the version from the git tag' }];
    }
    const span = pyproject.span(['tool', 'poetry', 'version']);
    if (!span)
        throw (0,python_place/* faultAt */.ux)(pyproject.file, 0, `${pyproject.file.shown}: [tool.poetry].version is not a string.`);
    return [(0,python_place/* place */.ik)(pyproject.file, '[tool.poetry].version', span)];
};

;// CONCATENATED MODULE: ./build/src/packages/python/places/scm.js

const TOOLS = [
    'setuptools-scm',
    'setuptools-git-versioning',
    'versioningit',
    'flit-scm',
    'versioneer',
    'pbr',
    'dunamai',
];
const scm = async (project) => {
    const tool = project.isDynamic ? toolOfDynamic(project) : toolOfSetupPy(project);
    return tool ? [{ type: 'elsewhere', reason: `${tool} takes the version from the git tag` }] : [];
};
function toolOfDynamic({ pyproject }) {
    if (pyproject?.get('tool', 'setuptools', 'dynamic', 'version') !== undefined)
        return undefined;
    if (pyproject?.get('tool', 'setuptools_scm') !== undefined)
        return 'setuptools-scm';
    const requires = pyproject?.get('build-system', 'requires');
    const names = Array.isArray(requires) ? requires.map((one) => requiredName(String(one))) : [];
    return names.find((name) => TOOLS.includes(name));
}
function toolOfSetupPy({ pyproject, setupPy }) {
    if (pyproject?.get('project') !== undefined)
        return undefined;
    const passes = (keyword) => setupPy !== undefined && setupArguments(keyword, setupPy.text).length > 0;
    if (pyproject?.get('tool', 'setuptools_scm') !== undefined || passes('use_scm_version'))
        return 'setuptools-scm';
    return passes('pbr') ? 'pbr' : undefined;
}
function requiredName(requirement) {
    const [name = ''] = /^[A-Za-z0-9._-]+/.exec(requirement.trim()) ?? [];
    return name.replace(/[-_.]+/g, '-').toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/packages/python/places/setup-py.js


const setupPy = async ({ setupPy: file }) => {
    const found = file ? setupArguments('version', file.text) : [];
    const [first, second] = found;
    if (!file || !first)
        return [];
    if (second) {
        throw (0,python_place/* faultAt */.ux)(file, second.start, `${file.shown} calls setup(version=…) ${found.length} times. Keep one of them.`);
    }
    if (first.kind === 'expression') {
        const reason = `setup(version=…) in ${file.shown} is computed; only a plain string can be synchronised`;
        return [{ type: 'left-alone', reason }];
    }
    return [(0,python_place/* place */.ik)(file, 'setup(version=…)', (0,python_place/* trimmed */.dE)(file.text, first))];
};

;// CONCATENATED MODULE: ./build/src/packages/python/find-places.js

















const finders = [
    pep621,
    poetry,
    hatch,
    setuptools,
    flit,
    pdm,
    maturin,
    setupCfg,
    setupPy,
    packageVersion,
    scm,
    uvLock,
    copies,
];
async function findPlaces(workspace, path) {
    const project = await openProject(workspace, path);
    const folder = workspace.shown(project.folder);
    const findings = [];
    for (const find of finders)
        findings.push(...(await find(project)));
    const places = withoutDuplicates(findings.filter((one) => one.type === 'place'));
    const sources = places.filter(({ role }) => role === 'source');
    const elsewhere = findings.filter((one) => one.type === 'elsewhere').map(({ reason }) => reason);
    const leftAlone = findings.filter((one) => one.type === 'left-alone').map(({ reason }) => reason);
    if (sources.length === 0 && elsewhere.length === 0) {
        const because = leftAlone.length > 0 ? ` ${leftAlone.join('; ')}.` : '';
        throw new errors/* UserError */.yo(`No version was found in the Python project ${folder}.${because} Expected one in pyproject.toml, setup.cfg, setup.py ` +
            'or the file that pyproject.toml names; see docs/python-versions.md for all places.');
    }
    if (sources.length > 0 && elsewhere.length > 0) {
        throw new errors/* UserError */.yo(`The Python project ${folder} has two sources for its version: ${elsewhere[0]}, but ${sources.map(python_place/* shownPlace */.z7).join(', ')} ` +
            'holds one too. Remove one of them.');
    }
    requireVersions(sources);
    requireAgreement(sources);
    const others = places.filter((one) => one.role === 'copy' && sources.length > 0 && !isCopy(one, sources));
    const nothing = elsewhere.slice(0, 1).map((reason) => `${folder}: nothing to write, ${reason}.`);
    return {
        folder,
        places: sources.length > 0 ? places.filter((one) => !others.includes(one)) : [],
        notes: [...nothing, ...leftAlone.map((one) => `${one}.`), ...others.filter(isTelling).map(leftAsItIs)],
    };
}
function withoutDuplicates(places) {
    const byPosition = new Map([...places].reverse().map((place) => [`${place.file.path}:${place.start}`, place]));
    return places.filter((place) => byPosition.get(`${place.file.path}:${place.start}`) === place);
}
function isCopy(place, [source]) {
    const text = (0,python_place/* textAt */.$6)(place);
    if (source === undefined || !(0,python_pep440/* isPythonVersion */.Fk)(text))
        return false;
    return text === (0,python_place/* textAt */.$6)(source) || (place.spelling !== source.spelling && (0,python_pep440/* compareVersions */.Zy)(text, (0,python_place/* textAt */.$6)(source)) === 0);
}
function isTelling({ name }) {
    return name === '__version__' || name.startsWith('[');
}
function leftAsItIs(place) {
    return `${(0,python_place/* shownPlace */.z7)(place)} says ${(0,python_place/* textAt */.$6)(place)}, unlike the project, and is left as it is.`;
}
function requireVersions(places) {
    const wrong = places.filter((place) => !(0,python_pep440/* isPythonVersion */.Fk)((0,python_place/* textAt */.$6)(place)));
    if (wrong.length === 0)
        return;
    throw new errors/* UserError */.yo(wrong.flatMap((place) => {
        const message = `${(0,python_place/* shownPlace */.z7)(place)} holds ${JSON.stringify((0,python_place/* textAt */.$6)(place))}, which is no version that PEP 440 knows, so its ` +
            'order to the new one cannot be told. Write the version last released there once, by hand.';
        return (0,python_place/* faultAt */.ux)(place.file, place.start, message).faults;
    }));
}
function requireAgreement(places) {
    const [first, ...others] = places;
    const other = first && others.find((one) => (0,python_pep440/* compareVersions */.Zy)((0,python_place/* textAt */.$6)(one), (0,python_place/* textAt */.$6)(first)) !== 0);
    if (!other)
        return;
    const said = places.map((place) => `${(0,python_place/* shownPlace */.z7)(place)} says ${(0,python_place/* textAt */.$6)(place)}`).join(', ');
    throw (0,python_place/* faultAt */.ux)(other.file, other.start, `The places that hold the version disagree: ${said}. Set them to the same version by hand, so that none is overwritten by mistake.`);
}

;// CONCATENATED MODULE: ./build/src/packages/python/find-project.js




const DEEPEST = 4;
const MOST_FOLDERS = 10_000;
const find_project_SKIPPED = new Set(['node_modules', 'site-packages', 'venv', 'build', 'dist', '__pycache__']);
async function onlyProject(workspace) {
    const found = [];
    const queue = [{ folder: workspace.root, depth: 0 }];
    for (let seen = 0; seen < MOST_FOLDERS; seen += 1) {
        const next = queue.shift();
        if (!next)
            break;
        const entries = await (0,promises_.readdir)(next.folder, { withFileTypes: true });
        const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
        if (files.includes('pyvenv.cfg'))
            continue;
        if (await find_project_isProject(workspace, next.folder, files))
            found.push(workspace.shown(next.folder));
        if (next.depth === DEEPEST)
            continue;
        const folders = entries.filter((entry) => entry.isDirectory() && !/^\./.test(entry.name) && !find_project_SKIPPED.has(entry.name));
        queue.push(...folders.map(({ name }) => ({ folder: (0,external_node_path_.join)(next.folder, name), depth: next.depth + 1 })));
    }
    const [first, ...others] = found.sort();
    if (first !== undefined && others.length === 0)
        return first;
    throw new errors/* UserError */.yo(first === undefined
        ? `No Python project was found in the workspace, down to ${DEEPEST} folders deep: no pyproject.toml with [project] or ` +
            '[tool.poetry], no setup.cfg with [metadata], no setup.py. Name its folder in the input to.'
        : `${found.length} Python projects were found: ${found.slice(0, 10).join(', ')}. Name the ones to synchronise in the input to, one a line.`);
}
async function find_project_isProject(workspace, folder, files) {
    if (files.includes('setup.py'))
        return true;
    const read = (name) => (files.includes(name) ? workspace.read((0,external_node_path_.join)(folder, name)) : undefined);
    if (/^\[metadata\]/m.test((await read('setup.cfg'))?.text ?? ''))
        return true;
    const file = await read('pyproject.toml');
    if (!file)
        return false;
    const toml = await (0,python_toml/* parseToml */.M)(file);
    return [['project'], ['tool', 'poetry'], ['tool', 'flit', 'metadata']].some((path) => toml.get(...path) !== undefined);
}

;// CONCATENATED MODULE: ./build/src/packages/python/sync.js









async function planSync(request) {
    const { version, previous, channels, signal } = request;
    const python = (0,from_semver/* toPython */.Uw)(version, channels);
    if (previous !== undefined)
        (0,from_semver/* requireOrderKept */.MD)(previous, version, channels);
    const projects = await readProjects(request);
    requireNoDowngrade(projects, version, python);
    const places = distinct(projects.flatMap((project) => project.places));
    const stale = places.filter((place) => (0,python_place/* textAt */.$6)(place) !== spelled(place, python));
    const files = new Map(stale.map(({ file }) => [file.path, file]));
    const replacements = [...files.values()]
        .map((file) => rewrite(file, stale, python))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
    const diffs = await Promise.all(replacements.map(({ file, before, text }) => (0,unified_diff/* unifiedDiff */.W)(file, before, text)));
    return {
        version: python.pep440,
        edits: stale.map((place) => ({
            file: place.file.shown,
            name: place.name,
            from: (0,python_place/* textAt */.$6)(place),
            to: spelled(place, python),
        })),
        files: replacements.map(({ file }) => file),
        notes: projects.flatMap(({ notes }) => notes),
        diff: diffs.join('\n'),
        write: () => (0,replace_files/* replaceFiles */.s)(replacements, { within: request.workspace, signal }),
    };
}
async function readProjects({ workspace: path, to }) {
    const workspace = await openWorkspace(path);
    const projects = [];
    const faults = [];
    for (const folder of to ?? [await onlyProject(workspace)]) {
        try {
            projects.push(await findPlaces(workspace, folder));
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            faults.push(...error.faults);
        }
    }
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    return projects;
}
function requireNoDowngrade(projects, version, { pep440 }) {
    const higher = projects.flatMap(({ places }) => places.filter((place) => place.role === 'source' && (0,python_pep440/* compareVersions */.Zy)(pep440, (0,python_place/* textAt */.$6)(place)) < 0).slice(0, 1));
    const faults = higher.flatMap((place) => {
        const message = `${(0,python_place/* shownPlace */.z7)(place)} holds ${(0,python_place/* textAt */.$6)(place)}, and ${pep440} (from ${version}) would be a downgrade: pip would go on ` +
            `choosing ${(0,python_place/* textAt */.$6)(place)}. Release a version above it, or correct the file by hand.`;
        return (0,python_place/* faultAt */.ux)(place.file, place.start, message).faults;
    });
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
}
function distinct(places) {
    return [...new Map(places.map((place) => [`${place.file.path}:${place.start}`, place])).values()];
}
function spelled({ spelling }, version) {
    return version[spelling];
}
function rewrite({ path, shown, text: before }, places, version) {
    const text = places
        .filter(({ file }) => file.path === path)
        .sort((a, b) => b.start - a.start)
        .reduce((result, place) => result.slice(0, place.start) + spelled(place, version) + result.slice(place.end), before);
    return { path, file: shown, before, text };
}

// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(65560);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/actions/sync-python-version.js








/* harmony default export */ const sync_python_version = ((0,action/* defineAction */.Q)({
    inputs: {
        from: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'package.json'),
        version: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        previous: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        to: (0,inputs/* optional */.lq)(inputs/* lines */.Mn),
        channels: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
        check: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    },
    async run({ from, version, previous, to, channels, check }, { workspace, log, outputs, signal }) {
        const plan = await planSync({
            workspace,
            version: version ?? (await sync_python_version_packageVersion(workspace, from)),
            previous,
            to,
            channels: (0,from_semver/* channelsFrom */.Jc)(channels),
            signal,
        });
        await outputs.set('version', plan.version);
        for (const note of plan.notes)
            log.info(note);
        if (!check)
            await plan.write();
        await outputs.set('changed', plan.files.length > 0);
        await outputs.set('files', plan.files);
        await outputs.summarise(summaryOf(plan, check));
        if (plan.files.length === 0)
            return log.info(`Nothing to write for ${plan.version}.`);
        if (check)
            await failWithDiff(plan, log);
        for (const { file, name, from, to } of plan.edits)
            log.info(`${file}: ${name} ${from} → ${to}`);
    },
}));
async function failWithDiff({ version, files, diff }, log) {
    await log.group('What would change', () => log.info(diff));
    throw new errors/* UserError */.yo(`The Python version is not in step: expected ${version} in ${files.join(', ')}. ` +
        'Run sync-python-version without check, after the npm version was raised, and commit what it changes.');
}
async function sync_python_version_packageVersion(workspace, from) {
    const hint = 'Expected a package.json; name it in the input from, or give the version itself in the input version.';
    const file = await (await openWorkspace(workspace)).read(from);
    if (!file)
        throw new errors/* UserError */.yo(`The version cannot be read: there is no file ${JSON.stringify(from)}. ${hint}`);
    const { version } = await (0,package_json/* parsePackageJson */.w)(file.text, file.shown, (message, place) => ({
        message: `${file.shown} ${message.startsWith('not valid') ? 'is ' : ''}${message} ${hint}`,
        file: file.shown,
        ...place,
    }));
    if (version !== undefined)
        return version;
    throw new errors/* UserError */.yo({ message: `${file.shown} has no "version". ${hint}`, file: file.shown });
}
function summaryOf({ version, edits, notes }, check) {
    const title = `### Python version ${(0,markdown/* code */.aY)(version)}`;
    const rows = edits.map(({ file, name, from, to }) => [(0,markdown/* code */.aY)(file), (0,markdown/* code */.aY)(name), (0,markdown/* code */.aY)(from), (0,markdown/* code */.aY)(to)]);
    const body = edits.length > 0
        ? (0,markdown/* table */.tp)(['File', 'Place', check ? 'Found' : 'From', check ? 'Expected' : 'To'], rows)
        : 'Nothing to write.';
    return [title, body, ...notes.map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note)}`)].join('\n\n');
}


/***/ })

};
