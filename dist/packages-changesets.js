export const id = 257;
export const ids = [257, 7151];
export const modules = {

/***/ 30257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planChangesets: () => (/* binding */ planChangesets)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/engine/planning/default-branches.js
var default_branches = __webpack_require__(76090);
// EXTERNAL MODULE: ./build/src/engine/planning/open-manifest.js + 4 modules
var open_manifest = __webpack_require__(3725);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/packages/python/package-name.js
var package_name = __webpack_require__(56364);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/platform/text/json-object.js
var json_object = __webpack_require__(77767);
// EXTERNAL MODULE: ./build/src/platform/text/byte-order-mark.js
var byte_order_mark = __webpack_require__(17486);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(15698);
;// CONCATENATED MODULE: ./build/src/packages/changesets/changeset.js



const FOLDER = '.changeset';
const NO_CHANGESETS = { 2: /^readme\.md$/, 3: /^(readme\.md|AGENTS\.md|CLAUDE\.md|GEMINI\.md)$/ };
const EXAMPLE = 'Expected: a line "---", lines like "package-name": patch, a line "---", then the summary.';
async function readChangesets(tree, major, prereleased) {
    const inFolder = async (folder) => (await tree.list(folder)).files.filter((name) => isChangeset(name, major)).map((name) => `${folder}/${name}`);
    const moved = major === 3 ? await inFolder(`${FOLDER}/pre`) : [];
    const files = [...(await inFolder(FOLDER)), ...moved].sort();
    const texts = await tree.read(files);
    const changesets = [];
    const faults = [];
    for (const file of files) {
        const parsed = await parseChangeset(tree, file, texts.get(file) ?? '');
        if ('faults' in parsed)
            faults.push(...parsed.faults);
        else
            changesets.push({ ...parsed, prereleased: parsed.prereleased || prereleased.has(parsed.id) });
    }
    return { changesets, faults };
}
function isChangeset(name, major) {
    return (!name.startsWith('.') && name.endsWith('.md') && !NO_CHANGESETS[major].test(name.replace(/^readme/i, 'readme')));
}
async function parseChangeset(tree, file, text) {
    const lines = (0,byte_order_mark/* withoutMark */.E)(text).split(/\r?\n/);
    const open = lines.findIndex((line) => line.trim() === '---');
    const close = lines.findIndex((line, index) => index > open && line.trim() === '---');
    const refuse = (message, line) => ({ faults: [tree.fault(message, file, { line, column: 1 })] });
    if (text.trim() === '')
        return refuse(`the changeset is empty. ${EXAMPLE}`, 1);
    if (open < 0)
        return refuse(`the changeset has no front matter. ${EXAMPLE}`, 1);
    if (close < 0)
        return refuse(`the front matter that begins here has no end. ${EXAMPLE}`, open + 1);
    const document = await (0,yaml.parseYaml)(lines.slice(open + 1, close).join('\n'));
    const place = ({ line, column }) => ({
        line: open + 1 + (line ?? 1),
        column: column ?? 1,
    });
    if ('faults' in document) {
        return { faults: document.faults.map((one) => tree.fault(`${one.message} ${EXAMPLE}`, file, place(one))) };
    }
    if (document.value !== null && !(0,records/* isRecord */.u)(document.value)) {
        return refuse(`the front matter must map packages to release types. ${EXAMPLE}`, open + 2);
    }
    const releases = Object.entries(document.value ?? {}).map(([name, type]) => ({
        name,
        type: type,
        ...place(document.locate([name], 'key')),
    }));
    const faults = releases
        .filter(({ type }) => !['major', 'minor', 'patch', 'none'].includes(type))
        .map(({ name, type, line, column }) => tree.fault(`the release type of ${JSON.stringify(name)} is ${JSON.stringify(type)}; expected major, minor, patch or none.`, file, { line, column }));
    if (faults.length > 0)
        return { faults };
    return {
        id: file.slice(file.lastIndexOf('/') + 1, -'.md'.length),
        file,
        prereleased: file.startsWith(`${FOLDER}/pre/`),
        summary: lines
            .slice(close + 1)
            .join('\n')
            .trim(),
        releases: releases.map(({ name, type, line }) => ({ name, type, line })),
    };
}

// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(65560);
;// CONCATENATED MODULE: ./build/src/packages/changesets/followed-dependencies.js



function follow({ from, target, protocolOnly }) {
    const written = decidingRange(from.dependencies, target.name);
    if (written === undefined)
        return { kind: 'ignored' };
    const inWorkspace = written.startsWith('workspace:');
    if (!inWorkspace && protocolOnly)
        return { kind: 'ignored' };
    const range = withoutPath(written, target).replace(/^workspace:/, '');
    if (inWorkspace && ['*', '^', '~'].includes(range))
        return { kind: 'followed' };
    const readable = !range.includes(':') && semver.validRange(range) !== null;
    if (readable && target.version !== undefined && semver.satisfies(target.version, range))
        return { kind: 'followed' };
    if (!readable && !written.includes(':'))
        return { kind: 'ignored' };
    return {
        kind: 'warning',
        message: `it depends on ${target.name} as ${JSON.stringify(written)}, which does not name the current version ${target.version}: a release of ${target.name} will not release ${from.name}.`,
    };
}
function withoutPath(range, target) {
    if (!range.startsWith('workspace:'))
        return range;
    return external_node_path_.posix.normalize(range.slice('workspace:'.length)) === target.directory ? 'workspace:*' : range;
}
function decidingRange(dependencies, name) {
    return package_json/* DEPENDENCY_KINDS */.S.flatMap((kind) => dependencies.filter((one) => one.kind === kind && one.name === name))
        .filter(({ kind, specifier }) => kind !== 'devDependencies' || !/^(link|file):/.test(specifier))
        .at(-1)?.specifier;
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/library.js


function toLibrary(packages) {
    const members = new Map(packages.map((one) => [one.name, one]));
    const root = { dir: '/', packageJson: { name: '//', version: '0.0.0' } };
    return {
        rootDir: '/',
        rootPackage: root,
        root,
        packages: packages.map((one) => toLibraryPackage(one, members)),
        tool: { type: 'npm' },
    };
}
function toLibraryPackage(one, members) {
    const packageJson = { name: one.name, private: one.private };
    if (one.version !== undefined)
        packageJson.version = one.version;
    for (const kind of package_json/* DEPENDENCY_KINDS */.S) {
        const known = one.dependencies.filter(({ kind: of, name }) => of === kind && members.has(name));
        if (known.length === 0)
            continue;
        packageJson[kind] = Object.fromEntries(known.map(({ name, specifier }) => [name, plain(name, specifier, members)]));
    }
    return { dir: `/${one.directory}`, packageJson: packageJson };
}
function plain(name, range, members) {
    const target = members.get(name);
    return target ? withoutPath(range, target) : range;
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/config.js





const CONFIG = `${FOLDER}/config.json`;
const PRE = `${FOLDER}/pre.json`;
async function readConfig(tree, packages, major) {
    const text = (await tree.read([CONFIG])).get(CONFIG);
    if (text === undefined) {
        return { faults: [tree.fault('the file is missing. Run "changeset init", or copy one that works.', CONFIG)] };
    }
    const json = await (0,json_object/* parseJsonObject */.d)(text, (message, place) => tree.fault(message, CONFIG, place));
    if ('faults' in json)
        return json;
    const { validateConfig } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4006), __webpack_require__.e(4037), __webpack_require__.e(8767)]).then(__webpack_require__.bind(__webpack_require__, 28767));
    const settings = major === 2 ? await settingsOf2(json.value, packages) : { value: json.value, refused: [] };
    const result = validateConfig(settings.value, toLibrary(withoutNoise(packages)));
    const told = (message) => {
        const key = /^(\w+)[.:]/.exec(message)?.[1];
        return tree.fault(oneLine(message), CONFIG, json.locate(key === undefined ? [] : [key]));
    };
    const refused = [...settings.refused, ...(major === 2 ? result.warnings : []), ...(result.errors ?? [])];
    if (result.errors !== undefined || refused.length > 0)
        return { faults: refused.map(told) };
    return { config: result.config, warnings: result.warnings.map(told) };
}
function withoutNoise(packages) {
    const members = new Map(packages.map((one) => [one.name, one]));
    return packages.map((one) => {
        const from = { ...one, dependencies: one.dependencies.filter(({ kind }) => kind !== 'devDependencies') };
        const dependencies = from.dependencies.filter(({ name }) => {
            const target = members.get(name);
            return target && follow({ from, target, protocolOnly: false }).kind !== 'warning';
        });
        return { ...from, dependencies };
    });
}
async function settingsOf2(value, packages) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 14006, 19));
    const { format: _format, access, privatePackages, ignore, ...rest } = value;
    const known = (0,records/* isRecord */.u)(privatePackages) ? privatePackages : undefined;
    const settings = {
        ...rest,
        ...(access !== undefined && { access: access === 'private' ? 'restricted' : access }),
        ...(ignore !== undefined && { ignore }),
        privatePackages: privatePackages === false ? { version: false, tag: false } : { version: true, tag: false, ...known },
    };
    const patterns = Array.isArray(ignore) ? ignore.filter((one) => typeof one === 'string') : [];
    const unmatched = patterns.filter((one) => !packages.some(({ name }) => picomatch(one)(name)));
    const refused = unmatched.map((one) => `ignore: ${JSON.stringify(one)} does not match any package in the project.`);
    if (privatePackages === true) {
        refused.push('privatePackages: true is known to changesets 3 only; expected false, or { "version": true }.');
    }
    return { value: settings, refused };
}
async function defaultConfig() {
    return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4006), __webpack_require__.e(4037), __webpack_require__.e(8767)]).then(__webpack_require__.bind(__webpack_require__, 28767))).defaultConfig;
}
async function readPreState(tree) {
    const text = (await tree.read([PRE])).get(PRE);
    if (text === undefined)
        return { prereleased: new Set() };
    const json = await (0,json_object/* parseJsonObject */.d)(text, (message, place) => tree.fault(message, PRE, place));
    if ('faults' in json)
        return json;
    const { mode, tag, changesets = [] } = json.value;
    const faults = [];
    const refuse = (key, expected) => faults.push(tree.fault(`"${key}" is ${JSON.stringify(json.value[key])}; expected ${expected}.`, PRE, json.locate([key])));
    if (mode !== 'pre' && mode !== 'exit')
        refuse('mode', '"pre" or "exit"');
    if (typeof tag !== 'string' || !/^[0-9A-Za-z-]+$/.test(tag))
        refuse('tag', 'a prerelease tag like "next"');
    if (!Array.isArray(changesets))
        refuse('changesets', 'a list of changeset ids');
    if (faults.length > 0)
        return { faults };
    const listed = Array.isArray(changesets) ? changesets : [];
    return { preState: { mode: mode, tag: String(tag) }, prereleased: new Set(listed.map(String)) };
}
function isSkipped(one, config) {
    if (one.version === undefined || config.ignore.includes(one.name))
        return true;
    return one.private && !config.privatePackages.version;
}
async function usesChangesets(tree) {
    return (await tree.list('')).folders.includes(FOLDER);
}
function oneLine(message) {
    return message.replace(/\s+/g, ' ').trim();
}

// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/packages/changesets/nearest-package.js

function nearestPackage(name, packages) {
    const scoped = packages.find((one) => withoutScope(one) === withoutScope(name));
    return (scoped ? `; did you mean ${JSON.stringify(scoped)}?` : (0,wording/* didYouMean */.au)(name, packages)) || '.';
}
function withoutScope(name) {
    return name.replace(/^@[^/]*\//, '');
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/checks.js



function checkSources(sources) {
    return [
        ...sources.flatMap((source) => [...checkChangesets(source, sources), ...checkGroups(source)]),
        ...checkNames(sources),
        ...checkPrereleases(sources),
    ];
}
function checkChangesets(source, sources) {
    const members = new Map(source.workspace.packages.map((one) => [one.name, one]));
    return source.changesets.flatMap((changeset) => {
        const unknown = changeset.releases.filter(({ name }) => !members.has(name));
        const faults = unknown.map(({ name, line }) => source.tree.fault(`there is no package ${JSON.stringify(name)} in the workspace${elsewhere(name, [...members.keys()], sources)}`, changeset.file, { line, column: 1 }));
        return [...faults, ...checkMixed(source, changeset, members)];
    });
}
function elsewhere(name, members, sources) {
    const home = sources.find(({ workspace }) => workspace.packages.some((one) => one.name === name));
    if (home)
        return `. It lives in ${home.repository}: its changesets belong there.`;
    return nearestPackage(name, members);
}
function checkMixed(source, changeset, members) {
    const known = changeset.releases.flatMap(({ name }) => members.get(name) ?? []);
    const skipped = known.filter((one) => isSkipped(one, source.config));
    if (skipped.length === 0 || skipped.length === known.length)
        return [];
    const names = skipped.map(({ name }) => name).join(', ');
    const message = `the changeset mixes packages that are released with ones that are not (${names}: ignored, private or without a version). Split it.`;
    return [source.tree.fault(message, changeset.file, { line: 1, column: 1 })];
}
function checkGroups({ tree, workspace, config }) {
    const grouped = new Set([...config.fixed, ...config.linked].flat());
    return workspace.packages
        .filter(({ name, version }) => grouped.has(name) && version === undefined)
        .map(({ file }) => tree.fault('a member of a linked or fixed group needs a "version".', file));
}
function checkNames(sources) {
    const homes = new Map();
    return sources.flatMap((source) => source.workspace.packages.flatMap(({ name, file }) => {
        const other = homes.get(name);
        homes.set(name, other ?? source);
        if (other === undefined || other === source)
            return [];
        return [source.tree.fault(`the package ${JSON.stringify(name)} is in ${other.repository} as well.`, file)];
    }));
}
function checkPrereleases(sources) {
    const pre = preStateOf(sources);
    if (!pre)
        return [];
    const differing = sources.filter((source) => pre.mode === 'pre' ? source.preState?.mode !== 'pre' || source.preState.tag !== pre.tag : isStray(source));
    const faults = differing.map(({ tree, preState }) => tree.fault(differs(pre, preState)));
    return [...faults, ...sources.flatMap(checkCounters)];
}
function isStray({ preState, workspace }) {
    return preState === undefined && workspace.packages.some(({ version }) => version && semver.prerelease(version));
}
function differs(pre, own) {
    if (pre.mode === 'exit') {
        return 'it holds prerelease versions, but no .changeset/pre.json, while another repository leaves prerelease mode. Plan them apart.';
    }
    const said = own
        ? `it is in prerelease mode ${JSON.stringify(own.tag)} (${own.mode})`
        : 'it is not in prerelease mode';
    return `${said}, while another repository is in ${JSON.stringify(pre.tag)}; one plan has one mode. Plan them apart, or run "changeset pre enter ${pre.tag}" in all.`;
}
function checkCounters(source) {
    return source.workspace.packages
        .filter((one) => one.version !== undefined && !isSkipped(one, source.config))
        .filter(({ version = '' }) => typeof (semver.prerelease(version)?.[1] ?? 0) !== 'number')
        .map(({ version, file }) => source.tree.fault(`in prerelease mode a version must count, like 1.2.3-next.0; this one is ${version}.`, file));
}
function preStateOf(sources) {
    const states = sources.flatMap(({ preState }) => preState ?? []);
    return states.find(({ mode }) => mode === 'pre') ?? states[0];
}

// EXTERNAL MODULE: ./build/src/packages/changesets/publish-order.js
var publish_order = __webpack_require__(27151);
;// CONCATENATED MODULE: ./build/src/packages/changesets/reasons.js

function reasonsOf({ packages, config, changesets, released }) {
    const context = {
        packages: new Map(packages.map((one) => [one.name, one])),
        released: new Map(released.map((one) => [one.name, one])),
        demanded: demandedTypes(changesets),
        groupOf: new Map([...groupsOf('linked', config.linked), ...groupsOf('fixed', config.fixed)]),
    };
    return new Map(released.map((one) => [one.name, reasonOf(one, context)]));
}
function reasonOf(one, context) {
    const demanded = context.demanded.get(one.name);
    const causes = causesOf(one, context);
    const natural = demanded ?? (causes.length > 0 ? 'patch' : undefined);
    const group = context.groupOf.get(one.name);
    const own = context.packages.get(one.name)?.version ?? '';
    const lifted = natural === undefined || !sameRelease(semver.inc(own, natural), one.newVersion);
    const lifters = group && lifted ? liftersOf(one, group.members, context) : [];
    if (group && lifters.length > 0)
        return { why: group.kind, because: lifters };
    if (demanded !== undefined)
        return { why: 'changeset', because: [] };
    return causes.length > 0 ? { why: 'dependency', because: causes } : { why: 'prerelease-exit', because: [] };
}
function causesOf(one, { packages, released }) {
    const needs = (packages.get(one.name)?.dependencies ?? []).filter(({ kind }) => kind !== 'devDependencies');
    const moved = needs.filter(({ name }) => released.has(name));
    const left = moved.filter(({ name, specifier }) => {
        const to = released.get(name);
        return to?.newVersion !== undefined && !semver.satisfies(to.newVersion, plainRange(specifier, to.oldVersion ?? ''));
    });
    return unique((left.length > 0 ? left : moved).map(({ name }) => name));
}
function liftersOf(one, members, context) {
    const others = members.filter((name) => name !== one.name);
    const own = context.packages.get(one.name)?.version;
    const lifters = others.filter((name) => {
        const typed = context.demanded.get(name) === one.type && context.demanded.get(one.name) !== one.type;
        return typed || (own !== one.oldVersion && context.packages.get(name)?.version === one.oldVersion);
    });
    return unique(lifters.length > 0 ? lifters : others.filter((name) => context.released.has(name)));
}
function sameRelease(a, b) {
    const [left, right] = [semver.parse(a), semver.parse(b)];
    return left !== null && right !== null && left.compareMain(right) === 0;
}
function plainRange(range, version) {
    if (!range.startsWith('workspace:'))
        return range;
    const rest = range.slice('workspace:'.length);
    return rest === '*' ? version : rest === '^' || rest === '~' ? `${rest}${version}` : rest;
}
const strength = ['none', 'patch', 'minor', 'major'];
function demandedTypes(changesets) {
    const types = new Map();
    for (const { name, type } of changesets.flatMap(({ releases }) => releases)) {
        const known = types.get(name) ?? 'none';
        if (type !== 'none' && strength.indexOf(type) > strength.indexOf(known))
            types.set(name, type);
    }
    return types;
}
function groupsOf(kind, groups) {
    return groups.flatMap((members) => members.map((name) => [name, { kind, members }]));
}
function unique(names) {
    return [...new Set(names)].sort();
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/src/packages/changesets/release-plan.js




async function releasePlan(basis) {
    const { major, packages, config, changesets, preState, workspaces } = basis;
    if (major === 3 && workspaces === 1)
        return fromScratchCopy(basis);
    if (major === 3) {
        const { assembleReleasePlan } = await Promise.all(/* import() */[__webpack_require__.e(4037), __webpack_require__.e(5063)]).then(__webpack_require__.bind(__webpack_require__, 35063));
        return assembleReleasePlan([...changesets], toLibrary(packages), config, preState && { ...preState });
    }
    const assemble = await __webpack_require__.e(/* import() */ 1074).then(__webpack_require__.bind(__webpack_require__, 51074));
    const used = changesets.map(({ id }) => id).filter((id) => id.startsWith('pre/'));
    const state = preState && { ...preState, initialVersions: {}, changesets: used };
    const [library, settingsOf2] = [toLibrary(packages), config];
    return assemble.default([...changesets], library, settingsOf2, state);
}
async function fromScratchCopy(basis) {
    const { getReleasePlan } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4006), __webpack_require__.e(4037), __webpack_require__.e(8767), __webpack_require__.e(5063), __webpack_require__.e(229)]).then(__webpack_require__.bind(__webpack_require__, 40229));
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'release-actions-plan-'));
    try {
        for (const [path, text] of scratchFiles(basis)) {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, path)), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, path), text);
        }
        return await getReleasePlan(folder, undefined, basis.config);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function* scratchFiles({ packages, changesets, preState }) {
    yield ['package.json', '{"name":"//","private":true,"workspaces":["packages/*"]}'];
    yield ['package-lock.json', '{}'];
    yield ['.changeset/config.json', '{"privatePackages":{"version":true}}'];
    if (preState)
        yield ['.changeset/pre.json', JSON.stringify(preState)];
    for (const { id, summary, releases } of changesets) {
        const lines = releases.map(({ name, type }) => `${JSON.stringify(name)}: ${type}`);
        yield [`.changeset/${id}.md`, ['---', ...lines, '---', '', summary].join('\n')];
    }
    for (const [index, { packageJson }] of toLibrary(packages).packages.entries()) {
        yield [`packages/${String(index).padStart(6, '0')}/package.json`, JSON.stringify(packageJson)];
    }
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/visible.js


function visibleDependencies(sources) {
    const homes = new Map(sources.flatMap((source) => source.workspace.packages.map((one) => [one.name, { target: one, source }])));
    const warnings = [];
    const isFollowed = (from, source, name) => {
        const home = homes.get(name);
        if (!home)
            return false;
        const protocolOnly = home.source === source && source.config.bumpVersionsWithWorkspaceProtocolOnly === true;
        const verdict = follow({ from, target: home.target, protocolOnly });
        if (verdict.kind === 'warning' && !isSkipped(from, source.config)) {
            warnings.push(source.tree.fault(verdict.message, from.file));
        }
        return verdict.kind === 'followed';
    };
    const packages = sources.flatMap((source) => source.workspace.packages.map((from) => {
        const names = [...new Set(from.dependencies.map(({ name }) => name))];
        const followed = new Set(names.filter((name) => isFollowed(from, source, name)));
        return { ...from, dependencies: from.dependencies.filter(({ name }) => followed.has(name)) };
    }));
    return { packages, warnings };
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/assemble.js







async function assemblePlan(sources) {
    const faults = checkSources(sources);
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    const { packages, warnings } = visibleDependencies(sources);
    const config = mergeConfigs(sources);
    const preState = preStateOf(sources);
    const keyed = keyChangesets(sources);
    const rules = rulesOf(sources);
    const plan = await releasePlan({
        major: rules.major,
        packages,
        config,
        changesets: [...keyed].map(([id, { changeset }]) => forLibrary(id, changeset)),
        preState,
        workspaces: sources.length,
    });
    const released = plan.releases.filter(({ type }) => type !== 'none');
    const used = plan.changesets.flatMap(({ id }) => keyed.get(id) ?? []);
    const { waves, broken } = (0,publish_order/* publishOrder */.u)(packages.filter(({ name }) => released.some((one) => one.name === name)));
    const reasons = reasonsOf({ packages, config, changesets: used.map(({ changeset }) => changeset), released });
    const rows = new Map(released.map((one) => [one.name, toRow({ one, sources, keyed, reasons })]));
    return {
        releases: waves.flat().flatMap((name) => rows.get(name) ?? []),
        waves,
        changesets: used.map(toPlanned),
        ...(preState ? { preState } : {}),
        warnings: [
            ...sources.flatMap((source) => source.warnings),
            ...warnings,
            ...[...rules.warnings, ...broken].map((message) => ({ message })),
        ],
    };
}
function keyChangesets(sources) {
    const all = sources.flatMap((source) => source.changesets.map((changeset) => ({ changeset, source })));
    const key = ({ changeset }, index) => `${changeset.prereleased ? 'pre/' : ''}${String(index).padStart(6, '0')}`;
    return new Map(all.map((one, index) => [key(one, index), one]));
}
function rulesOf(sources) {
    const older = sources.filter(({ major, changesets }) => major === 2 && changesets.length > 0);
    const using = sources.filter(({ usesChangesets }) => usesChangesets);
    if (using.length > 0 && using.every(({ major }) => major === 2))
        return { major: 2, warnings: [] };
    const warnings = older.map(({ repository }) => `${repository} has changesets 2, other repositories have 3, whose rules this plan follows: with 2, a minor release of a package is a major one of its peers.`);
    return { major: 3, warnings };
}
function forLibrary(id, { summary, releases }) {
    return { id, summary, releases: releases.map(({ name, type }) => ({ name, type })) };
}
function mergeConfigs(sources) {
    const [first] = sources;
    if (!first)
        throw new Error('A plan needs at least one workspace.');
    const always = sources.some(({ config }) => dependentsRule(config) === 'always');
    return {
        ...first.config,
        fixed: sources.flatMap(({ config }) => config.fixed),
        linked: sources.flatMap(({ config }) => config.linked),
        ignore: sources.flatMap(({ workspace, config }) => workspace.packages.filter((one) => isSkipped(one, config)).map(({ name }) => name)),
        privatePackages: { version: true, tag: false },
        bumpVersionsWithWorkspaceProtocolOnly: false,
        ___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH: {
            ...first.config.___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH,
            updateInternalDependents: always ? 'always' : 'out-of-range',
        },
    };
}
function dependentsRule(config) {
    return config.___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH.updateInternalDependents;
}
function toRow({ one, sources, keyed, reasons }) {
    const [source, own] = homeOf(one.name, sources);
    const reason = reasons.get(one.name);
    if (one.type === 'none' || !reason)
        throw new Error(`The plan has no reason for ${one.name}.`);
    return {
        name: one.name,
        ...(source.repository === undefined ? {} : { repository: source.repository }),
        directory: own.directory,
        type: one.type,
        oldVersion: own.version ?? one.oldVersion,
        newVersion: one.newVersion,
        ...reason,
        changesets: one.changesets.flatMap((key) => {
            const found = keyed.get(key)?.changeset;
            return found ? [{ id: found.id, summary: found.summary }] : [];
        }),
        private: own.private,
        manager: source.workspace.manager.name,
    };
}
function homeOf(name, sources) {
    for (const source of sources) {
        const own = source.workspace.packages.findLast((one) => one.name === name);
        if (own)
            return [source, own];
    }
    throw new Error(`The library released ${name}, which is in no workspace.`);
}
function toPlanned({ changeset, source }) {
    return {
        id: changeset.id,
        ...(source.repository === undefined ? {} : { repository: source.repository }),
        summary: changeset.summary,
        releases: changeset.releases.map(({ name, type }) => ({ name, type })),
    };
}

// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 2 modules
var workspace = __webpack_require__(20231);
;// CONCATENATED MODULE: ./build/src/packages/changesets/changesets-version.js




const CLI = '@changesets/cli';
const INSTALLED = `node_modules/${CLI}/package.json`;
async function changesetsMajor(tree, root) {
    const asks = [installed, declared, locked, ofSettings];
    for (const ask of asks) {
        const version = await ask(tree, root);
        if (version !== undefined)
            return version;
    }
    return 3;
}
async function installed(tree) {
    return versionIn((await tree.read([INSTALLED])).get(INSTALLED));
}
function versionIn(packageJson) {
    return lineOf(/"version":\s*"(\d+)\./.exec(packageJson ?? '')?.[1]);
}
async function declared(tree, root) {
    const found = package_json/* DEPENDENCY_KINDS */.S.flatMap((kind) => root?.dependencies.filter((one) => one.kind === kind) ?? []);
    const written = found.find(({ name }) => name === CLI)?.specifier;
    if (written === undefined)
        return undefined;
    const range = written.startsWith('catalog:') ? await fromCatalog(tree, written) : written;
    const plain = (range ?? '').replace(/^(workspace:|npm:(@changesets\/cli@)?)/, '');
    if (semver.validRange(plain) === null)
        return undefined;
    return [2, 3].flatMap((line) => (semver.subset(plain, `^${line}.0.0-0`, ANY) ? [line] : []))[0];
}
const ANY = { includePrerelease: true };
async function fromCatalog(tree, specifier) {
    const { parseYaml } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 15698));
    const file = 'pnpm-workspace.yaml';
    const document = await parseYaml((await tree.read([file])).get(file) ?? '');
    if ('faults' in document || !(0,records/* isRecord */.u)(document.value))
        return undefined;
    const name = specifier.slice('catalog:'.length);
    const { catalog, catalogs } = document.value;
    const named = (0,records/* isRecord */.u)(catalogs) ? catalogs[name || 'default'] : undefined;
    const entries = name === '' || name === 'default' ? (catalog ?? named) : named;
    return (0,records/* isRecord */.u)(entries) && typeof entries[CLI] === 'string' ? entries[CLI] : undefined;
}
const LOCKED = [
    ['pnpm-lock.yaml', /^ {2}'?\/?@changesets\/cli[@/](\d+)\./m],
    ['package-lock.json', /"node_modules\/@changesets\/cli":\s*\{\s*"version":\s*"(\d+)\./],
    ['yarn.lock', /^"?@changesets\/cli@[^\n]*:\r?\n {2}version:? "?(\d+)\./m],
    ['bun.lock', /"@changesets\/cli":\s*\["@changesets\/cli@(\d+)\./],
];
async function locked(tree) {
    const { files } = await tree.list('');
    for (const [file, pattern] of LOCKED.filter(([name]) => files.includes(name))) {
        const found = lineOf(pattern.exec((await tree.read([file])).get(file) ?? '')?.[1]);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
async function ofSettings(tree) {
    const file = `${FOLDER}/config.json`;
    const text = (await tree.read([file])).get(file) ?? '';
    const schema = /"\$schema":\s*"[^"]*@changesets\/config@(\d+)\./.exec(text)?.[1];
    return schema === undefined ? undefined : Number(schema) >= 4 ? 3 : 2;
}
function lineOf(major) {
    if (major === undefined)
        return undefined;
    return Number(major) >= 3 ? 3 : 2;
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/source.js





async function readSource(tree, repository) {
    const read = await readRoot(tree);
    if ('faults' in read)
        return read;
    const { workspace } = read;
    const major = await changesetsMajor(tree, workspace.root);
    const named = repository === undefined ? { tree } : { tree, repository };
    if (!(await usesChangesets(tree))) {
        return {
            ...named,
            workspace,
            major,
            config: await defaultConfig(),
            usesChangesets: false,
            changesets: [],
            warnings: faultsOf(workspace.problems),
        };
    }
    const config = await readConfig(tree, workspace.packages, major);
    const pre = await readPreState(tree);
    const { changesets, faults } = await readChangesets(tree, major, 'faults' in pre ? new Set() : pre.prereleased);
    const configFaults = 'faults' in config ? config.faults : [];
    const preFaults = 'faults' in pre ? pre.faults : [];
    const all = [...faultsOf(workspace.problems.filter(stops)), ...configFaults, ...preFaults, ...faults];
    if ('faults' in config || 'faults' in pre || all.length > 0)
        return { faults: all };
    return {
        ...named,
        workspace,
        major,
        config: config.config,
        usesChangesets: true,
        changesets,
        ...(pre.preState ? { preState: pre.preState } : {}),
        warnings: [...faultsOf(workspace.problems.filter((one) => !stops(one))), ...config.warnings],
    };
}
function stops({ kind, private: isPrivate }) {
    return kind === 'unreadable' || kind === 'unnamed' || !isPrivate;
}
function faultsOf(problems) {
    return problems.map(({ fault }) => fault);
}
async function readRoot(tree) {
    try {
        return { workspace: await (0,workspace/* readWorkspace */.i)(tree) };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return { faults: [...error.faults] };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/across.js







const AT_ONCE = 6;
async function planAcrossRepositories(components, reader) {
    const sources = await readSources(components, reader);
    const matches = components.map((component) => ({ component, ...packageOf(component, sources) }));
    const faults = matches.flatMap(({ fault }) => fault ?? []);
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    const plan = await assemblePlan([...sources.values()]);
    const releases = new Map(plan.releases.map((one) => [one.name, one]));
    const released = matches.map(({ component: { id, repository }, name }) => {
        const release = name === undefined ? undefined : releases.get(name);
        return release ? { id, repository, release } : { id, repository };
    });
    return {
        plan,
        components: released,
        versions: Object.fromEntries(released.flatMap(({ id, release }) => (release ? [[id, release.newVersion]] : []))),
        warnings: [...plan.warnings, ...matches.flatMap(({ warning }) => warning ?? [])],
    };
}
async function readSources(components, reader) {
    const places = new Map(components.map((one) => [keyOf(one), one]));
    const entries = [...places];
    const sources = new Map();
    const faults = [];
    const read = await (0,pool/* mapPooled */.Q)(entries, AT_ONCE, async ([key, { repository, ref }]) => {
        const tree = await (0,source_tree/* repositoryTree */.V)(reader, repository, ref);
        return { key, source: await readSource(tree, repository) };
    });
    for (const { key, source } of read) {
        if ('faults' in source)
            faults.push(...source.faults);
        else
            sources.set(key, source);
    }
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    return sources;
}
function keyOf({ repository, ref }) {
    return `${repository}@${ref}`;
}
function packageOf(component, sources) {
    const source = sources.get(keyOf(component));
    if (!source)
        return {};
    const { packages } = source.workspace;
    const npm = component.package && 'npm' in component.package ? component.package.npm : undefined;
    if (npm !== undefined) {
        if (packages.some(({ name }) => name === npm))
            return { name: npm };
        const names = packages.map(({ name }) => name);
        return { fault: unknown(component, npm, nearestPackage(npm, names)) };
    }
    const pypi = component.package && 'pypi' in component.package ? component.package.pypi : undefined;
    const own = (pypi === undefined ? undefined : sameName(packages, pypi)) ?? onlyOne(packages);
    if (own)
        return { name: own.name };
    const why = packages.length === 0 ? 'has no package.json' : `has ${packages.length} packages, none of which is named`;
    return { warning: { message: `${component.id}: ${keyOf(component)} ${why}, so changesets give it no version.` } };
}
function unknown(component, npm, hint) {
    return {
        message: `The component ${component.id} has the package ${JSON.stringify(npm)}, which is not in the workspace of ${keyOf(component)}${hint}`,
    };
}
function sameName(packages, pypi) {
    return packages.find(({ name }) => (0,package_name/* normaliseName */.G)(name) === (0,package_name/* normaliseName */.G)(pypi));
}
function onlyOne(packages) {
    return packages.length === 1 ? packages[0] : undefined;
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
;// CONCATENATED MODULE: ./build/src/packages/changesets/changeset-plan-markdown.js

const SUMMARY = 100;
const WARNINGS = 20;
function planMarkdown(plan, limit = 60_000) {
    const whole = render(plan, plan.releases.length);
    if (whole.length <= limit)
        return whole;
    let [fits, tooMany] = [0, plan.releases.length];
    while (tooMany - fits > 1) {
        const middle = Math.floor((fits + tooMany) / 2);
        if (render(plan, middle).length <= limit)
            fits = middle;
        else
            tooMany = middle;
    }
    return render(plan, fits);
}
function render(plan, rows) {
    const mode = plan.preState ? [modeLine(plan.preState)] : [];
    const warnings = plan.warnings.slice(0, WARNINGS).map(({ message }) => `- ⚠️ ${(0,markdown/* escapeMarkdown */.FV)(message)}`);
    const body = plan.releases.length === 0 ? [nothing(plan)] : [releaseTable(plan.releases.slice(0, rows)), counts(plan, rows)];
    return [...mode, ...body, ...(warnings.length > 0 ? [warnings.join('\n')] : [])].join('\n\n');
}
function releaseTable(releases) {
    const across = releases.some(({ repository }) => repository !== undefined);
    const head = ['Package', ...(across ? ['Repository'] : []), 'From', 'To', 'Type', 'Why', 'Changesets'];
    const rows = releases.map((one) => [
        `${(0,markdown/* code */.aY)(one.name)}${one.private ? ' (private)' : ''}`,
        ...(across ? [(0,markdown/* code */.aY)(one.repository ?? '')] : []),
        (0,markdown/* code */.aY)(one.oldVersion),
        (0,markdown/* code */.aY)(one.newVersion),
        one.type,
        why(one),
        one.changesets.map(({ id, summary }) => `${(0,markdown/* code */.aY)(id)} ${(0,markdown/* escapeMarkdown */.FV)(shorten(summary))}`).join('<br>') || '–',
    ]);
    return (0,markdown/* table */.tp)(head, rows);
}
function why({ why: reason, because }) {
    const names = because.map(markdown/* code */.aY).join(', ');
    switch (reason) {
        case 'changeset':
            return 'changeset';
        case 'dependency':
            return `depends on ${names}`;
        case 'linked':
            return `linked with ${names}`;
        case 'fixed':
            return `fixed with ${names}`;
        case 'prerelease-exit':
            return 'end of prerelease mode';
    }
}
function modeLine({ mode, tag }) {
    return mode === 'pre' ? `Prerelease mode, tag ${(0,markdown/* code */.aY)(tag)}.` : `Leaving prerelease mode (tag ${(0,markdown/* code */.aY)(tag)}).`;
}
function nothing({ changesets }) {
    if (changesets.length === 0)
        return 'There are no pending changesets: nothing would be released.';
    return `${plural(changesets.length, 'changeset')} would be used up, and nothing released.`;
}
function counts({ releases, changesets }, shown) {
    const cut = shown < releases.length ? ` The last ${releases.length - shown} do not fit here.` : '';
    return `${plural(releases.length, 'release')} from ${plural(changesets.length, 'changeset')}, in publish order.${cut}`;
}
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function shorten(summary) {
    const line = summary.split(/\r?\n/, 1)[0] ?? '';
    return line.length > SUMMARY ? `${line.slice(0, SUMMARY - 1).trimEnd()}…` : line;
}

;// CONCATENATED MODULE: ./build/src/packages/changesets/plan-workspace.js






async function planFromChangesets({ directory }) {
    const tree = (0,source_tree/* directoryTree */.u)(directory);
    const root = await tree.list('');
    if (!root.files.includes('package.json')) {
        throw new errors/* UserError */.yo(`There is no package.json in ${directory}. Expected: the root of the workspace.`);
    }
    if (!(await usesChangesets(tree))) {
        throw new errors/* UserError */.yo(`There is no folder ${FOLDER} in ${directory}. Run "changeset init" there, or name the root of the workspace.`);
    }
    const source = await readSource(tree);
    if ('faults' in source)
        throw new errors/* UserError */.yo(source.faults);
    return assemblePlan([source]);
}

// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/github/trees.js
var trees = __webpack_require__(53820);
// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/shown-plan.js
var shown_plan = __webpack_require__(24872);
// EXTERNAL MODULE: ./build/src/actions/setup/train-inputs.js
var train_inputs = __webpack_require__(24615);
;// CONCATENATED MODULE: ./build/src/actions/setup/plan-from-changesets.js













async function planChangesets(given, runner) {
    if (given.manifest !== undefined)
        return planAcross(given, given.manifest, runner);
    const plan = await planFromChangesets({ directory: (0,external_node_path_.resolve)(runner.workspace, given.directory) });
    return shown(plan, Object.fromEntries(plan.releases.map(({ name, newVersion }) => [name, newVersion])));
}
async function planAcross(given, manifest, runner) {
    const { env, workspace, signal } = runner;
    const request = (0,train_inputs/* requestOf */.f)({ ...given, manifest });
    const opened = await (0,open_manifest/* openManifest */.gp)({ path: await (0,path_inside/* namedPath */.hq)(workspace, manifest), shownAs: manifest }, request, (0,connect_github/* tokensAtHand */.h3)(given, env));
    const clientFor = (0,connect_github/* connect */.Ng)(given, runner, { tokens: opened.selection.manifest.tokens, owners: opened.owners });
    const { components: all } = opened.selection.manifest;
    const { repositories, faults } = await (0,default_branches/* defaultBranches */.U)(all, { clientFor, signal });
    if (faults.length > 0)
        throw new errors/* UserError */.yo(opened.located(faults));
    const components = all.map(({ id, repository, ref, ...component }) => {
        const [published] = (0,manifest_packages/* packagesOf */.D)(component);
        const branch = ref ?? repositories.get(repository.toLowerCase())?.defaultBranch ?? '';
        return { id, repository, ref: branch, ...(published && { package: published }) };
    });
    const { plan, versions, warnings } = await planAcrossRepositories(components, {
        list: (repository, ref) => (0,trees/* listFiles */.C)(clientFor(repository), repository, ref, { signal }),
        read: (repository, ref, paths) => (0,trees/* readFiles */.U)(clientFor(repository), repository, { ref, paths }, { signal }),
    });
    return { ...shown(plan, versions), warnings };
}
function shown(plan, versions) {
    const releases = new Map(plan.releases.map((release) => [release.name, release]));
    const job = (name) => {
        const release = releases.get(name);
        return release ? [{ package: name, directory: release.directory, version: release.newVersion }] : [];
    };
    return {
        plan,
        versions,
        waves: plan.waves,
        matrices: plan.waves.map((wave) => ({ include: wave.flatMap(job) })),
        hash: (0,shown_plan/* sha256 */.s)(JSON.stringify(plan)),
        markdown: planMarkdown(plan),
        warnings: plan.warnings,
    };
}


/***/ })
,

/***/ 27151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ publishOrder)
/* harmony export */ });
/* harmony import */ var _train_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22556);

function publishOrder(packages) {
    const byName = new Map(packages.map((one) => [one.name, one]));
    let nodes = [...byName.values()].map(({ name, dependencies }) => ({
        id: name,
        needs: [...new Set(dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name))].filter((need) => need !== name && byName.has(need)),
    }));
    nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
    const broken = [];
    for (let cycles = (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .findCycles */ .p4)(nodes); cycles.length > 0; cycles = (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .findCycles */ .p4)(nodes)) {
        const given = new Map(cycles.map((cycle) => weakest(cycle, byName)));
        nodes = nodes.map(({ id, needs }) => ({ id, needs: needs.filter((need) => given.get(id) !== need) }));
        for (const cycle of cycles)
            broken.push(`${cycle.join(' → ')} need each other: they are published one after the other, and the first cannot be installed before the last is there.`);
    }
    return { waves: (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .wavesOf */ .gt)(nodes), broken };
}
function weakest(cycle, packages) {
    const edges = cycle.slice(0, -1).map((id, index) => [id, cycle[index + 1] ?? id]);
    const kinds = ([id, need]) => (packages.get(id)?.dependencies ?? []).filter(({ name }) => name === need).map(({ kind }) => kind);
    const byPeers = edges.find((edge) => kinds(edge).every((kind) => kind === 'peerDependencies' || kind === 'devDependencies'));
    return byPeers ?? edges[0] ?? ['', ''];
}


/***/ })

};
