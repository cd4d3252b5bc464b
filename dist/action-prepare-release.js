export const id = 7655;
export const ids = [7655];
export const modules = {

/***/ 27655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ prepare_release)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/packages/publish/ask-registry.js
var ask_registry = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/packages/publish/before-publish.js
var before_publish = __webpack_require__(92474);
// EXTERNAL MODULE: ./build/src/packages/publish/own-repository-url.js
var own_repository_url = __webpack_require__(58296);
// EXTERNAL MODULE: ./build/src/packages/publish/publishable.js
var publishable = __webpack_require__(27199);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(61326);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(44901);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/files/replace-files.js
var replace_files = __webpack_require__(84351);
// EXTERNAL MODULE: ./build/src/platform/text/edits.js
var text_edits = __webpack_require__(56620);
// EXTERNAL MODULE: ./build/src/platform/text/json-object.js
var json_object = __webpack_require__(77767);
;// CONCATENATED MODULE: ./build/src/packages/publish/set-version.js







async function writeVersion(directory, version, { file: changelogFile, text: changelog }) {
    const replacements = [];
    for (const file of ['package.json', 'package-lock.json', 'npm-shrinkwrap.json']) {
        const text = await (0,text_edits/* readText */.y)((0,external_node_path_.join)(directory, file), file);
        if (text === undefined)
            continue;
        const paths = file === 'package.json' ? [['version']] : [['version'], ['packages', '', 'version']];
        const changed = await withVersion({ file, text }, paths, version);
        if (changed !== text)
            replacements.push({ path: (0,external_node_path_.join)(directory, file), file, text: changed });
    }
    const path = await (0,path_inside/* pathInside */._l)(directory, changelogFile);
    const before = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
    const writeChangelog = async () => {
        if (before === changelog)
            return;
        await (0,promises_.writeFile)(path, changelog).catch((error) => {
            throw new errors/* UserError */.yo(`${changelogFile} cannot be written: ${(0,errors/* messageOf */.bD)(error)}. No file was changed.`);
        });
    };
    await (0,replace_files/* replaceFiles */.s)(replacements, { within: directory, guarded: [path], finish: writeChangelog });
    return [...replacements.map(({ file }) => file), ...(before === changelog ? [] : [changelogFile])];
}
async function withVersion({ file, text }, paths, version) {
    const json = await (0,json_object/* parseJsonObject */.d)(text, (message, place) => ({ message: `${file}: ${message}`, file, ...place }));
    if ('faults' in json)
        throw new errors/* UserError */.yo(json.faults);
    const edits = paths.flatMap((path) => json.spans(path)).filter(({ value }) => typeof value === 'string');
    const replaced = edits.map(({ offset, length }) => ({ offset, length, text: JSON.stringify(version) }));
    return (0,text_edits/* applyEdits */.c)(text, replaced);
}

;// CONCATENATED MODULE: ./build/src/packages/publish/version-commit.js





const CHANGELOG = 'CHANGELOG.md';
const TRAILER = 'Released-By: release-actions';
async function commitVersion({ version, tag }, gitOptions) {
    const workspace = gitOptions.cwd;
    const before = await (0,promises_.readFile)(await (0,path_inside/* pathInside */._l)(workspace, CHANGELOG), 'utf8').catch(() => '');
    const date = (await (0,git/* git */.$Y)(['log', '-1', '--format=%cs'], gitOptions)) || '';
    const changes = await changesSince(await lastTag(tag, gitOptions), gitOptions);
    const known = (0,publish_changelog/* changelogSection */.U)(before, version) !== undefined;
    const changelog = known ? before : (0,publish_changelog/* withSection */.i)(before, { version, date, changes });
    await writeVersion(workspace, version, { file: CHANGELOG, text: changelog });
    await (0,git/* stageChanges */.Gr)([`**/${CHANGELOG}`], gitOptions);
    await (0,git/* commitStaged */.u$)(`Release ${tag}\n\n${TRAILER}`, gitOptions);
}
async function lastTag(tag, gitOptions) {
    const args = ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', '--exclude', tag];
    const { exitCode, stdout } = await (0,git/* tryGit */.Ii)(args, gitOptions);
    return exitCode === 0 ? stdout.trim() : undefined;
}
const MOST_CHANGES = 200;
async function changesSince(tag, gitOptions) {
    const range = tag === undefined ? 'HEAD' : `${tag}..HEAD`;
    const args = ['log', '--no-merges', `--max-count=${MOST_CHANGES}`, '--format=%H%x00%s', range];
    const lines = (await (0,git/* git */.$Y)(args, gitOptions)).split('\n').filter((line) => line !== '');
    return lines.map((line) => {
        const [commit = '', subject = ''] = line.split('\0');
        return { commit, subject };
    });
}
async function commitOfTag(tag, options) {
    const { stdout } = await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`], options);
    return stdout.trim() || undefined;
}
async function isOwnTag(tagged, startedBy, gitOptions) {
    const head = await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions);
    const message = await (0,git/* git */.$Y)(['log', '-1', '--format=%B', tagged], gitOptions);
    if (startedBy !== undefined)
        return tagged === head && !message.includes(TRAILER);
    return (tagged === head || (message.includes(TRAILER) && (await (0,git/* git */.$Y)(['rev-parse', `${tagged}^`], gitOptions)) === head));
}

;// CONCATENATED MODULE: ./build/src/packages/publish/before-publishing.js







async function onlyPackage(workspace) {
    const { packages, manager } = await (0,publishable/* readReleaseWorkspace */.H)(workspace);
    const [first, ...more] = packages;
    if (first && more.length === 0 && first.directory === '.')
        return { pkg: first, manager: manager.name };
    const found = first && more.length === 0
        ? `the only one, ${first.name}, is in ${first.directory}`
        : `found ${packages.length === 0 ? 'none' : packages.map(({ name }) => name).join(', ')}`;
    throw new errors/* UserError */.yo(`Expected one public package with a version, in the package.json at the root of the repository; ${found}. A workspace is released by the template release-changesets.yml.`);
}
async function isReleased({ pkg, manager, version, tag, startedBy }, { gitOptions, home, ...ask }) {
    const { name, registry } = pkg;
    const [answer] = await (0,ask_registry/* askRegistry */.r)([(0,release_state/* asNpm */.Sh)({ ...pkg, version })], ask);
    if (registry === undefined && answer?.state !== 'served') {
        const misplaced = home && (0,own_repository_url/* repositoryFault */.L)({ name, repository: pkg.json.json.value.repository }, home);
        (0,before_publish/* refuseAll */.cp)([...(answer?.state === 'absent' ? [(0,before_publish/* unknownName */.U0)(name, manager)] : []), ...(misplaced ? [misplaced] : [])]);
    }
    const tagged = await commitOfTag(tag, gitOptions);
    const own = tagged !== undefined && (await isOwnTag(tagged, startedBy, gitOptions));
    if (answer?.state === 'served')
        return tagged !== undefined && !own;
    if (tagged === undefined || own || startedBy !== undefined)
        return false;
    throw new errors/* UserError */.yo(`The tag ${tag} is there already, on commit ${tagged.slice(0, 9)}, but the registry does not serve ${name}@${version}. Nothing was published. To publish what is tagged, start this workflow on the tag; to release something else, choose another version.`);
}

// EXTERNAL MODULE: ./build/src/packages/publish/choose-version.js
var choose_version = __webpack_require__(93055);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/prepare-release.js











/* harmony default export */ const prepare_release = ((0,action/* defineAction */.Q)({
    inputs: { version: (0,inputs/* optional */.lq)(inputs/* text */.Qq), 'release-type': (0,inputs/* optional */.lq)(inputs/* text */.Qq), 'prerelease-id': (0,inputs/* optional */.lq)(inputs/* text */.Qq) },
    async run({ version: given, releaseType, prereleaseId }, runner) {
        const { workspace, env, log, outputs, clock, signal } = runner;
        const { pkg, manager } = await onlyPackage(workspace);
        const { tag: startedBy } = (0,context/* runContext */.pO)(env);
        const { name } = pkg;
        const wanted = { current: pkg.version, version: given, releaseType, tag: startedBy, prereleaseId };
        const version = (0,choose_version/* chooseVersion */.E)(wanted);
        const tag = `v${version}`;
        for (const [key, value] of Object.entries({ name, version, tag }))
            await outputs.set(key, value);
        const gitOptions = (0,own_repository/* localGit */.sz)(runner);
        const { lookUp } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
        const home = await (0,own_repository_url/* homeOfProvenance */.Y)(env, workspace);
        const chosen = { pkg, manager, version, tag, startedBy };
        const done = await isReleased(chosen, { lookUp, clock, signal, gitOptions, home });
        await outputs.set('needed', !done);
        if (done) {
            log.notice(`${name}@${version} is released already, by the tag ${tag}. There is nothing to do.`);
            return outputs.summarise(`### Nothing to do\n\n${(0,markdown/* code */.aY)(`${name}@${version}`)} is released already.`);
        }
        if (startedBy === undefined)
            await commitVersion({ version, tag }, gitOptions);
        log.info(`Releasing ${name}@${version}, from ${await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions)}.`);
    },
}));


/***/ })

};
