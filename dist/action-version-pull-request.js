export const id = 2365;
export const ids = [2365];
export const modules = {

/***/ 22365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ version_pull_request)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(17279);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(65560);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(30853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 3 modules
var workspace = __webpack_require__(77372);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(44901);
;// CONCATENATED MODULE: ./build/src/packages/publish/version-changes.js








/** The packages whose version differs from the last commit's. */
async function versionChanges(directory, options) {
    const { packages } = await (0,workspace/* readWorkspace */.i)((0,source_tree/* directoryTree */.u)(directory));
    const changes = [];
    for (const { name, version, directory: folder, file } of packages) {
        const { exitCode, stdout } = await (0,git/* tryGit */.Ii)(['show', `HEAD:./${file}`], options);
        const before = exitCode === 0 ? (await (0,package_json/* parsePackageJson */.w)(stdout, file)).version : undefined;
        if (version === undefined || before === version)
            continue;
        const changelog = await (0,promises_.readFile)((0,external_node_path_.join)(directory, folder, 'CHANGELOG.md'), 'utf8').catch(() => '');
        changes.push({ name, from: before ?? '', to: version, notes: (0,publish_changelog/* changelogSection */.U)(changelog, version) ?? '' });
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
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(23019);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
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
    const create = async () => {
        const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), ...wanted };
        return (await client.write('POST /repos/{owner}/{repo}/pulls', params, explained)).data;
    };
    const made = await (0,ensure/* ensure */.D)(create, () => findPull(client, repository, wanted, options));
    return { outcome: 'created', number: made.number, url: made.html_url };
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

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(16204);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
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
        const base = (0,context/* runContext */.pO)(env).branch;
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


/***/ })

};
