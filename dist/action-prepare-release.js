export const id = 3890;
export const ids = [3890];
export const modules = {

/***/ 13890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ prepare_release)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/packages/publish/ask-registry.js
var ask_registry = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(44901);
// EXTERNAL MODULE: ./build/src/packages/publish/choose-version.js
var choose_version = __webpack_require__(93055);
// EXTERNAL MODULE: ./build/src/packages/publish/publishable.js
var publishable = __webpack_require__(49580);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(61326);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/files/replace-files.js
var replace_files = __webpack_require__(84351);
// EXTERNAL MODULE: ./build/src/platform/text/edits.js
var text_edits = __webpack_require__(56620);
// EXTERNAL MODULE: ./build/src/platform/text/json-object.js
var json_object = __webpack_require__(77767);
;// CONCATENATED MODULE: ./build/src/packages/publish/set-version.js






/** Writes a version into package.json and npm's lock file, and a new changelog beside them: all or nothing, no other byte changed. */
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
    const path = (0,external_node_path_.join)(directory, changelogFile);
    const before = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
    const writeChangelog = async () => {
        if (before === changelog)
            return;
        await (0,promises_.writeFile)(path, changelog).catch((error) => {
            throw new errors/* UserError */.yo(`${changelogFile} cannot be written: ${(0,errors/* messageOf */.bD)(error)}. No file was changed.`);
        });
    };
    await (0,replace_files/* replaceFiles */.s)(replacements, { guarded: [path], finish: writeChangelog });
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

// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(16204);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/prepare-release.js
















const CHANGELOG = 'CHANGELOG.md';
/** Chooses the version, checks that it can be released, and commits it here, with its changelog. Nothing is pushed. */
/* harmony default export */ const prepare_release = ((0,action/* defineAction */.Q)({
    inputs: { version: (0,inputs/* optional */.lq)(inputs/* text */.Qq), 'release-type': (0,inputs/* optional */.lq)(inputs/* text */.Qq), 'prerelease-id': (0,inputs/* optional */.lq)(inputs/* text */.Qq) },
    async run({ version: given, releaseType, prereleaseId }, runner) {
        const { workspace, env, log, outputs } = runner;
        const current = await onlyPackage(workspace);
        const { tag: startedBy } = (0,context/* runContext */.pO)(env);
        const version = (0,choose_version/* chooseVersion */.E)({
            current: current.version,
            version: given,
            releaseType,
            tag: startedBy,
            prereleaseId,
        });
        const release = { name: current.name, version, tag: `v${version}`, startedBy };
        for (const key of ['name', 'version', 'tag'])
            await outputs.set(key, release[key]);
        const done = await isDone(release, runner);
        await outputs.set('needed', !done);
        if (done) {
            log.notice(`${release.name}@${version} is released already, by the tag ${release.tag}. There is nothing to do.`);
            return outputs.summarise(`### Nothing to do\n\n${(0,markdown/* code */.aY)(`${release.name}@${version}`)} is released already.`);
        }
        const gitOptions = (0,own_repository/* localGit */.sz)(runner);
        if (startedBy === undefined)
            await commitVersion(release, workspace, gitOptions);
        log.info(`Releasing ${release.name}@${version}, from ${await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions)}.`);
    },
}));
async function onlyPackage(workspace) {
    const { packages } = await (0,publishable/* readReleaseWorkspace */.H)(workspace);
    const [first, ...more] = packages;
    if (first && more.length === 0 && first.directory === '.')
        return first;
    throw new errors/* UserError */.yo(`Expected one public package with a version in the package.json of the repository, found ${packages.length}. Repositories with several packages use the template release-changesets.yml.`);
}
/** Whether somebody has released it; throws a UserError where it cannot be released at all. */
async function isDone({ name, version, tag, startedBy }, runner) {
    const { workspace, env, clock, signal } = runner;
    const { lookUp } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
    const [answer] = await (0,ask_registry/* askRegistry */.r)([(0,release_state/* asNpm */.Sh)({ name, version })], { lookUp, clock, signal });
    if (answer?.state === 'absent') {
        throw new errors/* UserError */.yo(`The registry knows no package named ${name}. Nothing was published. Trusted publishing cannot create a name: publish a first version by hand (npm publish --access public), then name this workflow as its trusted publisher.`);
    }
    const gitOptions = (0,own_repository/* localGit */.sz)(runner);
    const tagged = (await (0,git/* tryGit */.Ii)(['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`], gitOptions)).stdout.trim();
    const made = tagged !== '' && (await isOurs(tagged, startedBy, gitOptions));
    if (answer?.state === 'served')
        return tagged !== '' && !made;
    if (tagged === '' || made || startedBy !== undefined)
        return false;
    throw new errors/* UserError */.yo(`The tag ${tag} is there already, on commit ${tagged.slice(0, 9)}, but the registry does not serve ${name}@${version}. Nothing was published. To publish what is tagged, start this workflow on the tag; to release something else, choose another version.`);
}
/** A tag that started this run, or that an attempt of this run made: on this commit, or on the release commit after it. */
async function isOurs(tagged, startedBy, gitOptions) {
    const head = await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], gitOptions);
    const message = await (0,git/* git */.$Y)(['log', '-1', '--format=%B', tagged], gitOptions);
    // By its own tag the workflow is started only where the tag was pushed by another token than the run's.
    if (startedBy !== undefined)
        return tagged === head && !message.includes(TRAILER);
    return (tagged === head || (message.includes(TRAILER) && (await (0,git/* git */.$Y)(['rev-parse', `${tagged}^`], gitOptions)) === head));
}
const TRAILER = 'Released-By: release-actions';
async function commitVersion({ version, tag }, workspace, gitOptions) {
    const before = await (0,promises_.readFile)((0,external_node_path_.join)(workspace, CHANGELOG), 'utf8').catch(() => '');
    const date = (await (0,git/* git */.$Y)(['log', '-1', '--format=%cs'], gitOptions)) || '';
    const changes = await changesSince(await lastTag(tag, gitOptions), gitOptions);
    const known = (0,publish_changelog/* changelogSection */.U)(before, version) !== undefined;
    const changelog = known ? before : (0,publish_changelog/* withSection */.i)(before, { version, date, changes });
    await writeVersion(workspace, version, { file: CHANGELOG, text: changelog });
    await (0,git/* stageChanges */.Gr)([`**/${CHANGELOG}`], gitOptions);
    await (0,git/* commitStaged */.u$)(`Release ${tag}\n\n${TRAILER}`, gitOptions);
}
/** The version tag before this commit; undefined for the first release. */
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


/***/ })

};
