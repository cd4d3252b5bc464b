export const id = 870;
export const ids = [870];
export const modules = {

/***/ 90870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ update_dependencies)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/files/replace-files.js
var replace_files = __webpack_require__(84351);
// EXTERNAL MODULE: ./build/src/platform/text/edits.js
var text_edits = __webpack_require__(56620);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/packages/registries/package.js
var registries_package = __webpack_require__(24331);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/packages/registries/verification-report.js
var verification_report = __webpack_require__(17971);
// EXTERNAL MODULE: ./build/src/packages/registries/verify.js
var verify = __webpack_require__(60586);
// EXTERNAL MODULE: ./build/src/packages/workspace/npm-name.js
var npm_name = __webpack_require__(51410);
// EXTERNAL MODULE: ./build/src/packages/npm/lockfile.js
var npm_lockfile = __webpack_require__(68892);
;// CONCATENATED MODULE: ./build/src/packages/npm/bun-catalogs.js
function bunCatalogs({ json }) {
    return [[], ['workspaces']].flatMap((place) => [
        ...entriesAt(json, [...place, 'catalog'], 'default'),
        ...json.entries([...place, 'catalogs']).flatMap(({ key }) => entriesAt(json, [...place, 'catalogs', key], key)),
    ]);
}
function entriesAt(json, path, catalog) {
    return json.entries(path).flatMap(({ key: name, value, offset, length }) => {
        if (typeof value !== 'string')
            return [];
        const edit = (to) => ({ offset, length, text: JSON.stringify(to) });
        return [{ catalog, kind: path.join('.'), name, specifier: value, edit }];
    });
}

// EXTERNAL MODULE: ./build/src/packages/npm/range-outcomes.js + 3 modules
var range_outcomes = __webpack_require__(45845);
;// CONCATENATED MODULE: ./build/src/packages/npm/plan-updates.js



function planUpdates({ packages, root, catalogFiles }, versions) {
    const inRoot = bunCatalogs(root);
    const catalogs = [...catalogFiles.flatMap((one) => one.catalogs), ...inRoot];
    const sources = [
        ...packages.map((json, index) => {
            const entries = index === 0 ? inRoot.map((entry) => (0,range_outcomes/* ofCatalog */.Nn)(json.file, entry)) : [];
            const outcomes = (0,range_outcomes/* decideAll */.k1)([...json.dependencies.map((one) => (0,range_outcomes/* ofPackage */.IH)(json.file, one)), ...entries], versions, catalogs);
            const pinned = [...json.overrides].flatMap(([kind, names]) => pins(names, { file: json.file, kind }, versions));
            return { file: json.file, text: json.text, outcomes: [...outcomes, ...pinned], echoes: NO_ECHOES };
        }),
        ...catalogFiles.map(({ file, text, catalogs: own, overrides, echoes }) => {
            const outcomes = (0,range_outcomes/* decideAll */.k1)(own.map((entry) => (0,range_outcomes/* ofCatalog */.Nn)(file, entry)), versions, []);
            return { file, text, echoes, outcomes: [...outcomes, ...pins(overrides, { file, kind: 'overrides' }, versions)] };
        }),
    ];
    const all = sources.flatMap(({ outcomes }) => outcomes);
    return {
        changes: sources.flatMap(({ file, text, outcomes, echoes }) => {
            const edits = outcomes.flatMap((one) => ('edit' in one ? [one.edit] : []));
            return edits.length === 0 ? [] : [{ file, before: text, after: (0,text_edits/* applyEdits */.c)(text, withEchoes(edits, echoes)) }];
        }),
        updated: all.flatMap((one) => ('updated' in one ? [one.updated] : [])),
        leftAlone: all.flatMap((one) => ('leftAlone' in one ? [one.leftAlone] : [])),
        faults: all.flatMap((one) => ('fault' in one ? [one.fault] : [])),
    };
}
const NO_ECHOES = new Map();
function withEchoes(edits, echoes) {
    const own = new Set(edits.map(({ offset }) => offset));
    const kept = edits.flatMap(({ offset }) => echoes.get(offset) ?? []);
    return [...edits, ...kept.filter(({ offset }) => !own.has(offset))];
}
function pins(names, place, versions) {
    return [...new Set(names)]
        .filter((name) => Object.hasOwn(versions, name))
        .map((name) => ({
        leftAlone: {
            ...place,
            package: name,
            specifier: '',
            reason: 'it is pinned there for the whole tree; check that this is still wanted',
        },
    }));
}

// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 2 modules
var workspace = __webpack_require__(20231);
// EXTERNAL MODULE: ./build/src/platform/text/byte-order-mark.js
var byte_order_mark = __webpack_require__(17486);
// EXTERNAL MODULE: ./build/src/platform/text/nesting.js
var nesting = __webpack_require__(68203);
;// CONCATENATED MODULE: ./build/src/packages/npm/catalog-file.js



async function parseCatalogFile(text, file) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    try {
        if ((0,nesting/* depthOf */.d1)(text) > nesting/* MOST_OPEN */.jS)
            throw new RangeError();
        return read(yaml, text, file);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw new errors/* UserError */.yo({ message: `${file}: it is nested too deeply to be read.`, file, line: 1, column: 1 });
    }
}
function read(yaml, text, file) {
    const lines = new yaml.LineCounter();
    const document = yaml.parseDocument((0,byte_order_mark/* withoutMark */.E)(text), { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0) {
        throw new errors/* UserError */.yo(document.errors.map(({ message, pos }) => {
            const { line, col } = lines.linePos(pos[0]);
            return { message: `${file}: not valid YAML: ${message.replace(/\s+/g, ' ')}`, file, line, column: col };
        }));
    }
    const reader = readerOf(yaml, document, text);
    const named = reader.mapAt(document.get('catalogs', true));
    const overrides = reader.mapAt(document.get('overrides', true));
    return {
        file,
        text,
        catalogs: [
            ...reader.entries(document.get('catalog', true), { catalog: 'default', kind: 'catalog' }),
            ...reader
                .keys(named)
                .flatMap((key) => reader.entries(named?.get(key, true), { catalog: key, kind: `catalogs.${key}` })),
        ],
        overrides: reader.keys(overrides),
        echoes: reader.echoes(),
    };
}
function readerOf({ isAlias, isMap, isScalar, visit }, document, text) {
    const start = (0,byte_order_mark/* markLength */.I)(text);
    const aliased = new Map();
    visit(document, {
        Alias(_, alias) {
            const meant = alias.resolve(document);
            aliased.set(meant, [...(aliased.get(meant) ?? []), alias]);
        },
    });
    const mapAt = (node) => {
        const meant = isAlias(node) ? node.resolve(document) : node;
        return isMap(meant) ? meant : undefined;
    };
    const keys = (map) => (map?.items ?? []).flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
    function entry(name, value, which, shared) {
        const meant = isAlias(value) ? value.resolve(document) : value;
        if (!isScalar(meant) || !value.range)
            return [];
        const specifier = meant.source ?? String(meant.value);
        const edit = (to) => spanEdit(value, quoted(to, meant), start);
        return [{ ...which, name, specifier, edit: shared ?? edit }];
    }
    function entries(node, which, shared) {
        const map = mapAt(node);
        if (!map)
            return [];
        const byAnchor = shared ?? (aliased.has(map) ? sharedBy(map.anchor) : undefined);
        return map.items.flatMap(({ key, value }) => {
            const name = isScalar(key) ? String(key.value) : '';
            if (name === '<<')
                return entries(value, which, sharedBy(value.source));
            return entry(name, value, which, byAnchor);
        });
    }
    function echoes() {
        const scalars = [...aliased].filter((one) => isScalar(one[0]));
        return new Map(scalars.map(([scalar, aliases]) => {
            const [from = 0, end = 0] = scalar.range ?? [];
            const before = text.slice(start + from, start + end);
            return [start + from, aliases.map((alias) => spanEdit(alias, before, start))];
        }));
    }
    return { mapAt, keys, entries, echoes };
}
function sharedBy(anchor) {
    return `it stands in a map that is shared by the YAML anchor &${anchor ?? '…'}; write out each catalog's own entry`;
}
function spanEdit({ range }, text, start) {
    const [from = 0, end = 0] = range ?? [];
    return { offset: start + from, length: end - from, text };
}
function quoted(range, { type }) {
    const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' || !isPlain(range) ? "'" : '';
    return quote + range + quote;
}
function isPlain(range) {
    return /^(\^|~|npm:|workspace:|\d+\.\d+\.)[^#]*$/.test(range);
}

;// CONCATENATED MODULE: ./build/src/packages/npm/workspace-files.js







async function readWorkspaceFiles(directory, base) {
    const name = (file) => (0,external_node_path_.relative)(base, (0,external_node_path_.join)(directory, file)).split(external_node_path_.sep).join('/');
    const { manager, root, files, problems } = await (0,workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(directory, base));
    if (!root) {
        throw new errors/* UserError */.yo(`There is no package.json in ${name('.') || 'the workspace'}. Check the directory input, and that the repository was checked out.`);
    }
    const unreadable = problems.filter(({ kind }) => kind === 'unreadable').map(({ fault }) => fault);
    if (unreadable.length > 0)
        throw new errors/* UserError */.yo(unreadable);
    const packages = files.map((one) => ({ ...one, file: name(one.file) }));
    const catalogFiles = await Promise.all(['pnpm-workspace.yaml', '.yarnrc.yml'].map((file) => catalogsIn((0,external_node_path_.join)(directory, file), name(file), base)));
    return { directory, manager, root, packages, catalogFiles: catalogFiles.filter((one) => one !== undefined) };
}
async function catalogsIn(path, shownAs, base) {
    const text = await (0,text_edits/* readText */.y)(await (0,path_inside/* pathInside */._l)(base, path, shownAs), shownAs);
    const concerns = text !== undefined && /^["']?(catalogs?|overrides)\b/m.test(text);
    return concerns ? parseCatalogFile(text, shownAs) : undefined;
}

;// CONCATENATED MODULE: ./build/src/packages/npm/update-dependencies.js















function checkVersions(versions) {
    const faults = Object.entries(versions).flatMap(([name, version]) => {
        if (!(0,npm_name/* isNpmName */.J)(name))
            return [{ message: `Input versions: ${JSON.stringify(name)} is not an npm package name.` }];
        if ((0,registries_package/* isExactVersion */.Yb)(version))
            return [];
        return [
            {
                message: `Input versions, ${name}: ${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1.`,
            },
        ];
    });
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
}
async function prepareUpdate(directory, workspace, versions) {
    const files = await readWorkspaceFiles(directory, workspace);
    const plan = planUpdates(files, versions);
    if (plan.faults.length > 0)
        throw new errors/* UserError */.yo(plan.faults);
    return { files, plan };
}
async function applyUpdate({ files, plan }, { versions, lockfile }, surroundings) {
    const { workspace, env, log, signal } = surroundings;
    const { directory } = files;
    const manager = lockfile && (await hasLockFile(files)) ? files.manager : undefined;
    if (lockfile && !manager)
        log.info(`There is no lock file in ${named(directory, workspace) || 'the workspace'}, so none is refreshed.`);
    if (manager)
        await untilServed(fromRegistry({ files, plan }, versions), directory, surroundings);
    const replacements = plan.changes.map(({ file, after }) => ({ path: (0,external_node_path_.join)(workspace, file), file, text: after }));
    const lockPath = manager?.lockFile === undefined
        ? undefined
        : await (0,path_inside/* pathInside */._l)(workspace, (0,external_node_path_.join)(directory, manager.lockFile), manager.lockFile);
    const before = lockPath ? await (0,promises_.readFile)(lockPath) : undefined;
    const refresh = async () => {
        if (!manager)
            return;
        const { command, args } = (0,npm_lockfile/* refreshCommand */.v)(manager);
        log.info(`Refreshing ${manager.lockFile}: ${[command, ...args].join(' ')}`);
        await (0,npm_lockfile/* refreshLockfile */.J)(manager, { cwd: directory, env, signal });
    };
    await (0,replace_files/* replaceFiles */.s)(replacements, {
        within: workspace,
        guarded: lockPath ? [lockPath] : [],
        finish: refresh,
        signal,
    });
    const lockChanged = lockPath && before && !before.equals(await (0,promises_.readFile)(lockPath));
    return [...plan.changes.map(({ file }) => file), ...(lockChanged ? [named(lockPath, workspace)] : [])];
}
async function hasLockFile({ directory, manager }) {
    if (manager.doubt)
        throw new errors/* UserError */.yo(`${manager.doubt} Or set lockfile: skip.`);
    if (manager.lockFile !== undefined)
        return true;
    if ((await (0,text_edits/* readText */.y)((0,external_node_path_.join)(directory, 'deno.lock'), 'deno.lock')) === undefined)
        return false;
    throw new errors/* UserError */.yo('The lock file is deno.lock, which is not one of npm, pnpm, yarn or bun. Set lockfile: skip and refresh it in a step of your own.');
}
function fromRegistry({ files, plan }, versions) {
    const own = new Set(files.packages.map(({ name }) => name));
    const names = new Set(plan.updated.map((one) => one.package).filter((name) => !own.has(name)));
    return [...names].map((name) => ({ ecosystem: 'npm', name, version: versions[name] ?? '' }));
}
async function untilServed(packages, cwd, surroundings) {
    const { env, log, clock, signal, timeout } = surroundings;
    if (packages.length === 0)
        return;
    log.info(`Waiting up to ${(0,duration/* formatDuration */.a)(timeout)} until the registry serves the new versions.`);
    const results = await (0,verify/* verifyPublished */.u)(packages, {
        lookUp: (0,package_registry/* cliRegistry */.I)({ cwd, env, signal }).lookUp,
        clock,
        signal,
        deadline: clock.now() + timeout,
        onChange: ({ package: pkg, state, detail }) => log.info(`${pkg.name} ${pkg.version}: ${state} (${detail})`),
    });
    const missing = results.filter(({ state }) => state !== 'served');
    if (missing.length > 0) {
        throw new errors/* UserError */.yo(missing.map((one) => ({
            message: `${(0,verification_report/* adviceFor */.cp)(one)} The lock file cannot be refreshed without it; nothing was changed.`,
        })));
    }
}
function named(path, workspace) {
    return (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/');
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/text/unified-diff.js
var unified_diff = __webpack_require__(62067);
;// CONCATENATED MODULE: ./build/src/packages/npm/update-report.js


async function diffOf(changes) {
    return (await Promise.all(changes.map(({ file, before, after }) => (0,unified_diff/* unifiedDiff */.W)(file, before, after)))).join('\n');
}
async function summaryOf({ changes, updated, leftAlone }, title) {
    const changed = updated.map((one) => [
        (0,markdown/* code */.aY)(one.package),
        (0,markdown/* code */.aY)(one.from),
        (0,markdown/* code */.aY)(one.to),
        (0,markdown/* code */.aY)(one.file),
        (0,markdown/* code */.aY)(one.kind),
    ]);
    const left = leftAlone.map((one) => [
        (0,markdown/* code */.aY)(one.package),
        (0,markdown/* code */.aY)(one.specifier),
        (0,markdown/* code */.aY)(one.file),
        (0,markdown/* code */.aY)(one.kind),
        (0,markdown/* escapeMarkdown */.FV)(one.reason),
    ]);
    return [
        `### ${title}`,
        ...(changed.length > 0 ? [(0,markdown/* table */.tp)(['Package', 'From', 'To', 'File', 'Where'], changed)] : []),
        ...(changes.length > 0
            ? [`<details><summary>Diff</summary>\n\n${(0,markdown/* codeBlock */.DV)(await diffOf(changes), 'diff')}\n\n</details>`]
            : []),
        ...(left.length > 0 ? ['**Left alone**', (0,markdown/* table */.tp)(['Package', 'Range', 'File', 'Where', 'Why'], left)] : []),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
;// CONCATENATED MODULE: ./build/src/actions/update-dependencies.js






/* harmony default export */ const update_dependencies = ((0,action/* defineAction */.Q)({
    inputs: {
        versions: (0,inputs/* required */.mw)(inputs/* map */.Tj),
        directory: (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.'),
        lockfile: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('auto', 'skip'), 'auto'),
        check: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
        'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
        timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 30 * 60_000),
    },
    async run({ versions, directory, lockfile, check, dryRun, timeout }, runner) {
        const { workspace, log, outputs } = runner;
        checkVersions(versions);
        const prepared = await prepareUpdate((0,external_node_path_.resolve)(workspace, directory), workspace, versions);
        const { plan } = prepared;
        const changed = plan.changes.length > 0;
        const readOnly = check || dryRun;
        tell(plan, log);
        await outputs.set('left-alone', plan.leftAlone);
        const announce = async (files) => {
            await outputs.set('changed', files.length > 0);
            await outputs.set('files', files);
            await outputs.set('updated', files.length > 0 ? plan.updated : []);
        };
        await announce(readOnly ? plan.changes.map(({ file }) => file) : []);
        if (changed && readOnly)
            log.info(await diffOf(plan.changes));
        if (changed && !readOnly) {
            await announce(await applyUpdate(prepared, { versions, lockfile: lockfile === 'auto' }, { ...runner, timeout }));
        }
        await outputs.summarise(await summaryOf(plan, titleOf(plan, readOnly)));
        if (changed && check)
            throw new errors/* UserError */.yo(plan.updated.map((one) => ({ message: outdated(one), file: one.file })));
    },
}));
function tell({ updated, leftAlone }, log) {
    for (const one of updated)
        log.info(`${one.file}: ${one.kind}: ${one.package} ${one.from} → ${one.to}`);
    for (const one of leftAlone) {
        log.info(`${one.file}: ${one.kind}: ${`${one.package} ${one.specifier}`.trimEnd()} left alone: ${one.reason}`);
    }
    if (updated.length + leftAlone.length === 0)
        log.info('No package here depends on any of these versions.');
}
function titleOf({ updated }, readOnly) {
    if (updated.length === 0)
        return 'Dependencies: nothing to update';
    const ranges = updated.length === 1 ? '1 range' : `${updated.length} ranges`;
    return readOnly ? `Dependencies: ${ranges} would be updated` : `Dependencies: ${ranges} updated`;
}
function outdated({ file, kind, package: name, from, to }) {
    return `${file}: ${kind} has ${name} ${from}, expected ${to}. Run update-dependencies without check and commit the result.`;
}


/***/ })

};
