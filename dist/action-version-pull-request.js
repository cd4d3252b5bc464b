export const id = 2178;
export const ids = [2178];
export const modules = {

/***/ 92178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ version_pull_request)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
;// CONCATENATED MODULE: ./build/src/packages/changesets/propose-versions.js


const CREATED = ['**/CHANGELOG.md', '.changeset/pre/*.md'];
async function newerCommit(branch, commit, options) {
    const listed = await (0,git/* git */.$Y)(['ls-remote', 'origin', `refs/heads/${branch}`], options);
    const tip = listed.split('\t')[0] ?? '';
    return tip === '' || tip === commit ? undefined : tip;
}
async function commitVersions(message, commit, options) {
    await backTo(commit, options);
    await (0,git/* stageChanges */.Gr)(CREATED, options);
    return (0,git/* commitStaged */.u$)(message, options);
}
async function backTo(commit, options) {
    if ((await (0,git/* git */.$Y)(['rev-parse', 'HEAD'], options)) === commit)
        return;
    const onTop = await (0,git/* tryGit */.Ii)(['merge-base', '--is-ancestor', commit, 'HEAD'], options);
    if (onTop.exitCode !== 0) {
        throw new errors/* UserError */.yo(`The checkout is not on top of ${commit.slice(0, 9)}, the commit that this run is for. Check out without a ref before this step.`);
    }
    await (0,git/* git */.$Y)(['reset', '--quiet', '--soft', commit], options);
}
async function pushProposal(commit, branch, options) {
    const { log, ...gitOptions } = options;
    const { stdout } = await (0,git/* tryGit */.Ii)(['ls-remote', 'origin', `refs/heads/${branch}`], gitOptions);
    if (stdout.startsWith(commit))
        log.info(`The branch ${branch} is up to date.`);
    else
        await (0,git/* git */.$Y)(['push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${branch}`], gitOptions);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(65560);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 2 modules
var workspace = __webpack_require__(20231);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(44901);
;// CONCATENATED MODULE: ./build/src/packages/publish/version-changes.js









async function versionChanges(directory, commit, options) {
    const { packages } = await (0,workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(directory));
    const changes = [];
    for (const { name, version, directory: folder, file } of packages) {
        const { exitCode, stdout } = await (0,git/* tryGit */.Ii)(['show', `${commit}:./${file}`], options);
        const before = exitCode === 0 ? (await (0,package_json/* parsePackageJson */.w)(stdout, file)).version : undefined;
        if (version === undefined || before === version)
            continue;
        const changelog = await (0,promises_.readFile)(await (0,path_inside/* pathInside */._l)(directory, (0,external_node_path_.join)(folder, 'CHANGELOG.md')), 'utf8').catch(() => '');
        changes.push({ name, from: before ?? '', to: version, notes: (0,publish_changelog/* changelogSection */.U)(changelog, version) ?? '' });
    }
    return changes;
}
const ROOM_FOR_NOTES = 50_000;
function describeChanges(changes, merged) {
    const rows = changes.map(({ name, from, to }) => [(0,markdown/* code */.aY)(name), from === '' ? 'new' : (0,markdown/* code */.aY)(from), (0,markdown/* code */.aY)(to)]);
    const notes = changes
        .filter((one) => one.notes !== '')
        .map(({ name, to, notes: text }) => `## ${name}@${to}\n\n${text}`)
        .join('\n\n');
    return [
        `Merging this releases the versions below. ${merged}`,
        (0,markdown/* table */.tp)(['Package', 'From', 'To'], rows),
        notes.length > ROOM_FOR_NOTES ? '_The changes are in the changelogs of the packages._' : notes,
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/src/platform/github/pulls.js
var pulls = __webpack_require__(52737);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/version-pull-request.js









const MERGED = 'It is brought up to date at every push; a change made here by hand is lost then.';
/* harmony default export */ const version_pull_request = ((0,action/* defineAction */.Q)({
    inputs: {
        title: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'Version packages'),
        branch: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        'python-package': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        'python-version': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
        'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    },
    async run({ title, branch, pythonPackage, pythonVersion, ...connection }, runner) {
        const { workspace, env, log, outputs, signal } = runner;
        const { branch: base, commit } = (0,context/* runContext */.pO)(env);
        if (!base || !commit)
            throw new errors/* UserError */.yo('A version pull request is made from a branch; this run was not started on one.');
        const head = branch ?? `changeset-release/${base}`;
        const { repository, client, gitOptions } = (0,own_repository/* openOwnRepository */.Ho)(connection, runner);
        const { token: _, ...local } = gitOptions;
        const newer = await newerCommit(base, commit, gitOptions);
        if (newer !== undefined) {
            return log.notice(`${base} has moved on to ${newer.slice(0, 9)}: the run for that commit proposes its versions.`);
        }
        const changes = [
            ...(await versionChanges(workspace, commit, local)),
            ...pythonChange(pythonPackage, pythonVersion),
        ];
        const proposed = await commitVersions(title, commit, local);
        if (proposed === undefined)
            return log.info('No version changed: there is nothing to propose.');
        await pushProposal(proposed, head, { ...gitOptions, log });
        const wanted = { head, base, title, body: describeChanges(changes, MERGED) };
        const pull = await (0,pulls/* upsertPull */.N)(client, repository, wanted, { signal });
        await outputs.set('number', pull.number);
        await outputs.set('url', pull.url);
        log.info(`Pull request ${pull.number} (${pull.outcome}): ${pull.url}`);
        await outputs.summarise(`### Version pull request\n\n${(0,markdown/* link */.nf)(`#${pull.number} ${title}`, pull.url)}`);
    },
}));
function pythonChange(name, version) {
    return name === undefined || version === undefined
        ? []
        : [{ name: `${name} (PyPI)`, from: '–', to: version, notes: '' }];
}


/***/ })

};
