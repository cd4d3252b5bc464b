export const id = 963;
export const ids = [963];
export const modules = {

/***/ 2152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ openOwnRepository),
/* harmony export */   UW: () => (/* binding */ connectHome),
/* harmony export */   d5: () => (/* binding */ ownRepository),
/* harmony export */   sz: () => (/* binding */ localGit)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9982);


/** `owner/name` of the repository that this job belongs to. Throws a UserError where the runner does not say. */
function ownRepository(env) {
    const { GITHUB_REPOSITORY: repository } = env;
    if (repository)
        return repository;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('GITHUB_REPOSITORY is not set: this action runs in a job of GitHub Actions, which sets it.');
}
/**
 * The repository that this job belongs to, with the job's own token where there is one: the tokens for others need no right
 * to write there, even where it belongs to the same owner.
 */
function connectHome(given, runner) {
    const repository = ownRepository(runner.env);
    const { token, apiUrl } = given;
    return { repository, client: (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, token === undefined ? given : { token, apiUrl }, runner) };
}
/** Throws a UserError where the runner does not say which repository this is. */
function openOwnRepository({ token, apiUrl }, runner) {
    const repository = ownRepository(runner.env);
    const client = (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, { token, apiUrl }, runner);
    return { repository, client, gitOptions: { ...localGit(runner), token, serverUrl: runner.env.GITHUB_SERVER_URL } };
}
/** Git in the workspace, without credentials. */
function localGit({ workspace, env, signal }) {
    return { cwd: workspace, env, signal };
}


/***/ }),

/***/ 2365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ version_pull_request)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(6292);
// EXTERNAL MODULE: ./build/src/packages/changesets/source-tree.js
var source_tree = __webpack_require__(9313);
// EXTERNAL MODULE: ./build/src/packages/changesets/workspace.js + 2 modules
var workspace = __webpack_require__(2776);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(4901);
;// CONCATENATED MODULE: ./build/src/packages/publish/version-changes.js







/** The packages whose version differs from the last commit's. */
async function versionChanges(directory, options) {
    const { packages } = await (0,workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(directory));
    const changes = [];
    for (const { name, version, directory: folder, file } of packages) {
        const { exitCode, stdout } = await (0,git/* tryGit */.Ii)(['show', `HEAD:./${file}`], options);
        const before = exitCode === 0 ? JSON.parse(stdout.replace(/^\uFEFF/, '')).version : undefined;
        if (version === undefined || before === version)
            continue;
        const changelog = await (0,promises_.readFile)((0,external_node_path_.join)(directory, folder, 'CHANGELOG.md'), 'utf8').catch(() => '');
        changes.push({ name, from: String(before ?? ''), to: version, notes: (0,publish_changelog/* changelogSection */.U)(changelog, version) ?? '' });
    }
    return changes;
}
/** GitHub takes 65,536 characters; the table alone always fits. */
const ROOM_FOR_NOTES = 50_000;
/** What the version pull request says. */
function describeChanges(changes, merged) {
    const rows = changes.map(({ name, from, to }) => [(0,markdown/* code */.aY)(name), (0,markdown/* code */.aY)(from), (0,markdown/* code */.aY)(to)]);
    const notes = changes.map(({ name, to, notes: text }) => `## ${name}@${to}\n\n${text}`).join('\n\n');
    return [
        `Merging this releases the versions below. ${merged}`,
        (0,markdown/* table */.tp)(['Package', 'From', 'To'], rows),
        notes.length > ROOM_FOR_NOTES ? '_The changes are in the changelogs of the packages._' : notes,
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(6744);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(1497);
;// CONCATENATED MODULE: ./build/src/platform/github/pulls.js


const EXPLAIN = {
    403: 'The token may not open pull requests. The job needs pull-requests: write, and in the settings of the repository, under Actions, General, "Allow GitHub Actions to create and approve pull requests" must be on.',
};
/** Keeps one open pull request from a branch to another with this title and body. Throws AmbiguousWrite. */
async function upsertPull(client, repository, wanted, options = {}) {
    const explained = { ...options, explain: EXPLAIN };
    const found = await findPull(client, repository, wanted, options);
    if (found)
        return update(client, repository, { found, wanted }, explained);
    try {
        const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), ...wanted };
        const { data } = await client.write('POST /repos/{owner}/{repo}/pulls', params, explained);
        return { outcome: 'created', number: data.number, url: data.html_url };
    }
    catch (error) {
        if (!(error instanceof github_errors/* AmbiguousWrite */.OH))
            throw error;
        const made = await findPull(client, repository, wanted, options);
        if (!made)
            throw error;
        return { outcome: 'created', number: made.number, url: made.html_url };
    }
}
async function findPull(client, repository, { head, base }, options) {
    const { owner, repo } = (0,repository_name/* ownerAndRepo */.H)(repository);
    const params = { owner, repo, state: 'open', head: `${owner}:${head}`, base };
    const [first] = await client.list('GET /repos/{owner}/{repo}/pulls', params, { ...options, limit: 1 });
    return first;
}
async function update(client, repository, { found, wanted: { title, body } }, options) {
    const place = { number: found.number, url: found.html_url };
    if (found.title === title && (found.body ?? '') === body)
        return { outcome: 'unchanged', ...place };
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), pull_number: found.number, title, body };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', params, options);
    return { outcome: 'updated', ...place };
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(9152);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/version-pull-request.js








const MERGED = 'It is brought up to date at every push; a change made here by hand is lost then.';
/** Proposes the versions that stand in the working tree: one branch, one pull request, brought up to date at every push. */
/* harmony default export */ const version_pull_request = ((0,action/* defineAction */.Q)({
    inputs: {
        title: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'Version packages'),
        branch: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
        'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    },
    async run({ title, branch, ...connection }, runner) {
        const { workspace, env, log, outputs, signal } = runner;
        const base = env.GITHUB_REF_TYPE === 'branch' ? env.GITHUB_REF_NAME : undefined;
        if (!base)
            throw new errors/* UserError */.yo('A version pull request is made from a branch; this run was not started on one.');
        const head = branch ?? `changeset-release/${base}`;
        const { repository, client, gitOptions } = (0,own_repository/* openOwnRepository */.Ho)(connection, runner);
        const { token: _, ...local } = gitOptions;
        const changes = await versionChanges(workspace, local);
        await (0,git/* stageChanges */.Gr)('CHANGELOG.md', local);
        const commit = await (0,git/* commitStaged */.u$)(title, local);
        if (commit === undefined)
            return log.info('No version changed: there is nothing to propose.');
        const { stdout } = await (0,git/* tryGit */.Ii)(['ls-remote', 'origin', `refs/heads/${head}`], gitOptions);
        if (stdout.startsWith(commit))
            log.info(`The branch ${head} is up to date.`);
        else
            await (0,git/* git */.$Y)(['push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${head}`], gitOptions);
        const wanted = { head, base, title, body: describeChanges(changes, MERGED) };
        const pull = await upsertPull(client, repository, wanted, { signal });
        await outputs.set('number', pull.number);
        await outputs.set('url', pull.url);
        log.info(`Pull request ${pull.number} (${pull.outcome}): ${pull.url}`);
        await outputs.summarise(`### Version pull request\n\n${(0,markdown/* link */.nf)(`#${pull.number} ${title}`, pull.url)}`);
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

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ changelogSection),
/* harmony export */   i: () => (/* binding */ withSection)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6292);

/** What a changelog says under the heading of a version (`## 1.2.3`, `## [v1.2.3] - date`); undefined where it has none. */
function changelogSection(changelog, version) {
    const lines = changelog.split(/\r?\n/);
    const start = lines.findIndex((line) => headingVersion(line) === version);
    if (start < 0)
        return undefined;
    const level = levelOf(lines[start] ?? '');
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => levelOf(line) > 0 && levelOf(line) <= level);
    return rest
        .slice(0, end < 0 ? undefined : end)
        .join('\n')
        .trim();
}
/** The changelog with a section for this version on top; one that has the version already is left as it is. */
function withSection(changelog, { version, date, changes }) {
    if (changelogSection(changelog, version) !== undefined)
        return changelog;
    const newline = changelog.includes('\r\n') ? '\r\n' : '\n';
    const items = changes.map(({ subject, commit }) => `- ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(subject)} (${commit.slice(0, 9)})`);
    const section = [`## ${version} (${date})`, '', ...(items.length > 0 ? items : ['- No changes.']), ''];
    const text = changelog.trim() === '' ? `# Changelog${newline}` : changelog;
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex((line) => levelOf(line) === 2);
    if (first >= 0)
        return [...lines.slice(0, first), ...section, ...lines.slice(first)].join(newline);
    return [...lines.join('\n').trimEnd().split('\n'), '', ...section].join(newline);
}
function levelOf(line) {
    return /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
}
function headingVersion(line) {
    return /^#{1,6}\s+(?:\S+@|\[)?v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*?)\]?(?:[\s(].*)?$/.exec(line)?.[1];
}


/***/ }),

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Gr: () => (/* binding */ stageChanges),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   u$: () => (/* binding */ commitStaged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _run_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6052);


/** What git printed, without blanks around it; throws a UserError with what git said where it fails. */
async function git(args, options) {
    const { exitCode, stdout, stderr } = await tryGit(args, options);
    if (exitCode === 0)
        return stdout.trim();
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`git ${args[0]} ${ending}: ${(0,_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .lastWords */ .aN)(stderr)}`);
}
/** The same where failure is an answer. */
async function tryGit(args, options) {
    try {
        return await (0,_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .runClient */ .bx)('git', args, { ...options, env: { ...options.env, ...environment(options) } });
    }
    catch (error) {
        if (!(error instanceof _run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandMissing */ .Q0))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('git is not installed here. Runners of GitHub have it; install it on your own.');
    }
}
/** Whoever checked out with `persist-credentials: false` gives the token to the one command that needs it. */
function environment({ token, serverUrl = 'https://github.com' }) {
    const quiet = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    if (token === undefined)
        return quiet;
    const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
    return {
        ...quiet,
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${serverUrl.replace(/\/+$/, '')}/.extraheader`,
        GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
    };
}
/**
 * Commits what is staged as the runner's bot and returns the commit; undefined where nothing is staged. The same content on
 * the same parent is the same commit, whenever it is made: so a run that is repeated finds what it made before.
 */
async function commitStaged(message, options) {
    const { exitCode } = await tryGit(['diff', '--cached', '--quiet'], options);
    if (exitCode === 0)
        return undefined;
    const date = await git(['log', '-1', '--format=%cI'], options);
    const [name, email] = ['github-actions[bot]', '41898282+github-actions[bot]@users.noreply.github.com'];
    const identity = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
    const env = { ...options.env, ...identity, ...committer };
    await git(['commit', '--quiet', '--no-verify', '--no-gpg-sign', '-m', message], { ...options, env });
    return git(['rev-parse', 'HEAD'], options);
}
/** Stages every change of a tracked file, and new files of this name: nothing that a build left behind. */
async function stageChanges(newFile, options) {
    await git(['add', '--update', ':/'], options);
    const created = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', `:(top,glob)**/${newFile}`], options);
    const files = created.split('\0').filter((file) => file !== '');
    if (files.length > 0)
        await git(['add', '--', ...files.map((file) => `:(top,literal)${file}`)], options);
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

/***/ 667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ backoffMs),
/* harmony export */   s: () => (/* binding */ jitteredBackoffMs)
/* harmony export */ });
/** Milliseconds to wait after so many tries have failed before; 0 gives the first wait. */
function backoffMs({ firstMs, factor, longestMs }, failedBefore) {
    return Math.min(longestMs, firstMs * factor ** failedBefore);
}
/**
 * The same, drawn from its upper half, so that many who failed at once do not come back at once. `random` gives numbers from
 * 0 up to 1.
 */
function jitteredBackoffMs(backoff, failedBefore, random) {
    return backoffMs(backoff, failedBefore) * (0.5 + random() / 2);
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


/***/ }),

/***/ 1509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ timedSignal)
/* harmony export */ });
/** A signal that aborts with `reason` when the time is over, and with the outer signal's reason as soon as that aborts. */
function timedSignal({ clock, ms, signal }, reason) {
    const stop = new AbortController();
    const cleared = new AbortController();
    const passOn = () => stop.abort(signal?.reason);
    if (signal?.aborted)
        passOn();
    signal?.addEventListener('abort', passOn, { once: true });
    clock.sleep(ms, cleared.signal).then(() => stop.abort(reason()), () => { });
    return {
        signal: stop.signal,
        clear: () => {
            cleared.abort();
            signal?.removeEventListener('abort', passOn);
        },
    };
}


/***/ })

};
