export const id = 339;
export const ids = [339];
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

/***/ 4830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ createReleases),
/* harmony export */   Sq: () => (/* binding */ pushCommit),
/* harmony export */   YP: () => (/* binding */ pushTags),
/* harmony export */   dI: () => (/* binding */ BUNDLE)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5286);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6744);
/* harmony import */ var _platform_github_releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7911);
/* harmony import */ var _platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7279);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6052);







const BUNDLE = 'commit.bundle';
const ATTEMPTS = 3;
/** Pushes the tags, and the release commit with them. What is there already stays. */
async function pushTags({ head, commit, packages }, options) {
    const { folder, gitOptions, log } = options;
    if (head !== commit)
        await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['fetch', '--quiet', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, BUNDLE), 'HEAD'], gitOptions);
    const remote = await remoteTags(packages, gitOptions);
    for (const { tag } of packages) {
        const there = remote.get(tag);
        if (there === undefined) {
            await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['push', '--quiet', 'origin', `${head}:refs/tags/${tag}`], gitOptions);
            log.info(`Pushed the tag ${tag}.`);
        }
        else if (there !== head) {
            log.info(`The tag ${tag} is there already, on ${there.slice(0, 9)}.`);
        }
    }
}
async function remoteTags(packages, options) {
    const names = packages.flatMap(({ tag }) => [`refs/tags/${tag}`, `refs/tags/${tag}^{}`]);
    const listed = names.length === 0 ? '' : await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['ls-remote', 'origin', ...names], options);
    const lines = listed.split('\n').filter((line) => line !== '');
    // An annotated tag is listed twice; the second line has its commit.
    return new Map(lines.map((line) => {
        const [sha = '', ref = ''] = line.split('\t');
        return [ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, ''), sha];
    }));
}
/**
 * Puts the release commit, which has its tag, on the branch, on top of what others have pushed in the meantime. Throws a
 * UserError that says what is left to do by hand.
 */
async function pushCommit(head, branch, { gitOptions, log }) {
    for (let attempt = 1;; attempt += 1) {
        await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`], gitOptions);
        const tip = `refs/remotes/origin/${branch}`;
        const commit = await onTopOf(tip, head, branch, gitOptions);
        if (commit === undefined)
            return log.info(`${branch} has the release commit already.`);
        const pushed = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(['push', 'origin', `${commit}:refs/heads/${branch}`], gitOptions);
        if (pushed.exitCode === 0)
            return log.info(`Pushed the release commit to ${branch}.`);
        const lost = /\[rejected\]|fetch first|non-fast-forward|cannot lock ref/i.test(pushed.stderr);
        if (attempt < ATTEMPTS && lost)
            continue;
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The release commit could not be pushed to ${branch}: ${whyRefused(pushed.stderr)}. The version is published and tagged; what is missing is its commit on ${branch}. ` +
            'If the branch is protected, let this workflow bypass the rule (a GitHub App token as the input token), or give no branch: the tag keeps the commit.');
    }
}
async function onTopOf(tip, head, branch, options) {
    if ((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(['merge-base', '--is-ancestor', head, tip], options)).exitCode === 0)
        return undefined;
    if ((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(['merge-base', '--is-ancestor', tip, head], options)).exitCode === 0)
        return head;
    await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['checkout', '--quiet', '--force', '--detach', tip], options);
    const date = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['log', '-1', '--format=%cI', head], options);
    const [name, email] = (await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['log', '-1', '--format=%cn%n%ce', head], options)).split('\n');
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
    const env = { ...options.env, ...committer };
    const picked = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(['-c', 'commit.gpgSign=false', 'cherry-pick', head], { ...options, env });
    if (picked.exitCode === 0)
        return (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .git */ .$Y)(['rev-parse', 'HEAD'], options);
    // Nothing left to pick: an attempt before this one has put it there.
    const empty = (await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(['diff', '--quiet', 'HEAD'], options)).exitCode === 0;
    await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_5__/* .tryGit */ .Ii)(['cherry-pick', '--abort'], options);
    if (empty)
        return undefined;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The release commit ${head.slice(0, 9)} does not fit on ${branch} any more: somebody changed the same lines since. The version is published and tagged; merge its tag into ${branch} by hand.`);
}
/** The server's own words stand behind `remote:`; git's last line says only that there was an error. */
function whyRefused(stderr) {
    const said = stderr.split('\n').flatMap((line) => /^remote: (.*\S)/.exec(line)?.[1] ?? []);
    return (0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__/* .lastWords */ .aN)(said.join(' ') || stderr).replace(/\.$/, '');
}
/** Makes the GitHub release of every package that has none; returns their addresses. */
async function createReleases(client, repository, { packages, head, commit }, options) {
    // A commit of our own has its tag already; GitHub makes the tag of any other commit together with the release.
    const target = head === commit ? head : undefined;
    const urls = [];
    for (const pkg of packages) {
        const { outcome, url } = await ensureRelease(client, repository, { ...pkg, target }, options);
        options.log.info(outcome === 'created' ? `Created the GitHub release ${pkg.tag}.` : `The release ${pkg.tag} is there.`);
        urls.push(url);
    }
    return urls;
}
async function ensureRelease(client, repository, { tag, notes = '', version, target }, options) {
    const wanted = { tag, target, name: tag, body: notes, prerelease: semver__WEBPACK_IMPORTED_MODULE_1__.prerelease(version) !== null };
    for (let attempt = 1;; attempt += 1) {
        const there = await (0,_platform_github_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseByTag */ .$d)(client, repository, tag, options);
        if (there)
            return { outcome: 'exists', url: there.url };
        try {
            const { outcome, release } = await (0,_platform_github_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .createRelease */ .YG)(client, repository, wanted, options);
            return { outcome, url: release.url };
        }
        catch (error) {
            if (!(error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .AmbiguousWrite */ .OH) || attempt === ATTEMPTS)
                throw error;
        }
    }
}


/***/ }),

/***/ 9723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ writeRelease),
/* harmony export */   i: () => (/* binding */ readRelease)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5286);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4331);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1410);





const FILE = 'release.json';
async function writeRelease(folder, release) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, FILE), `${JSON.stringify(release, undefined, 2)}\n`);
}
/** Reads the folder; throws a UserError where there is none or where it is not one of ours. */
async function readRelease(folder, shownAs) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, FILE), 'utf8').catch(() => {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${shownAs} has no ${FILE}. It is made by pack-packages in a job before this one; download its artifact to this folder first.`);
    });
    const release = parse(text);
    if (release === undefined)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${shownAs}/${FILE} is damaged. Run the job that packs again.`);
    return release;
}
function parse(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const { commit, head, packages } = value ?? {};
    const whole = isCommit(commit) && isCommit(head) && Array.isArray(packages) && packages.every(isPacked);
    return whole ? { commit, head, packages } : undefined;
}
function isCommit(value) {
    return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}
function isPacked(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { name, version, tag, file, integrity, distTag, tagged, notes } = value;
    return (isText(name) &&
        (0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_4__/* .isNpmName */ .J)(name) &&
        isText(version) &&
        (0,_registries_package_js__WEBPACK_IMPORTED_MODULE_3__/* .isExactVersion */ .Yb)(version) &&
        (tag === `v${version}` || tag === `${name}@${version}`) &&
        isText(file) &&
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) === file &&
        isText(integrity) &&
        (distTag === undefined || isText(distTag)) &&
        (tagged === undefined || typeof tagged === 'boolean') &&
        (notes === undefined || isText(notes)));
}
function isText(value) {
    return typeof value === 'string';
}


/***/ }),

/***/ 4331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parsePackage),
/* harmony export */   Yb: () => (/* binding */ isExactVersion),
/* harmony export */   uN: () => (/* binding */ formatPackage)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _python_pep440_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9803);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1410);



const PYPI_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** How a package version is written: `npm:NAME@VERSION` or `pypi:NAME==VERSION`. */
function formatPackage({ ecosystem, name, version }) {
    return ecosystem === 'npm' ? `npm:${name}@${version}` : `pypi:${name}==${version}`;
}
/** Reads `npm:NAME@VERSION` or `pypi:NAME==VERSION`; an Error says what was expected. */
function parsePackage(text) {
    const npm = /^npm:(@?[^@\s]+)@(.+)$/.exec(text);
    if (npm)
        return npmPackage(npm[1] ?? '', npm[2] ?? '');
    const pypi = /^pypi:([^=\s]+)==(.+)$/.exec(text);
    if (pypi)
        return pypiPackage(pypi[1] ?? '', pypi[2] ?? '');
    return new Error('expected npm:NAME@VERSION or pypi:NAME==VERSION');
}
function npmPackage(name, version) {
    if (!(0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isNpmName */ .J)(name))
        return new Error(`${JSON.stringify(name)} is not an npm package name`);
    if (!isExactVersion(version)) {
        return new Error(`${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1`);
    }
    return { ecosystem: 'npm', name, version };
}
function pypiPackage(name, version) {
    if (!PYPI_NAME.test(name))
        return new Error(`${JSON.stringify(name)} is not a Python package name`);
    if ((0,_python_pep440_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseVersion */ .r8)(version) === undefined) {
        return new Error(`${JSON.stringify(version)} is not a version by PEP 440, such as 1.2.3 or 2.0.0rc1`);
    }
    return { ecosystem: 'pypi', name, version };
}
/** Whether the text is one SemVer version, written as the registry keeps it (no `v`, no blanks, no build metadata). */
function isExactVersion(text) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.parse(text)?.version === text;
}


/***/ }),

/***/ 7807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YT: () => (/* binding */ absentIs404),
/* harmony export */   _3: () => (/* binding */ createRef),
/* harmony export */   cX: () => (/* binding */ getRef),
/* harmony export */   du: () => (/* binding */ updateRef),
/* harmony export */   jq: () => (/* binding */ deleteRef)
/* harmony export */ });
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1497);


/** The commit (or tag object) a ref points to, such as `heads/main` or `tags/v1.0.0`; undefined where there is none. */
async function getRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref };
    return absentIs404(async () => {
        const found = await client.read('GET /repos/{owner}/{repo}/git/ref/{ref}', params, options);
        return found.object.sha;
    });
}
/** Creates a ref if there is none: of many callers at once exactly one gets `created`. Throws AmbiguousWrite. */
async function createRef(client, repository, { ref, sha }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref: `refs/${ref}`, sha };
    try {
        await client.write('POST /repos/{owner}/{repo}/git/refs', params, options);
        return 'created';
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422 && /already exists/i.test(error.said ?? ''))
            return 'exists';
        throw error;
    }
}
/** Moves a ref forward; `lost-race` where the new commit does not descend from the present one and `force` is not set. */
async function updateRef(client, repository, { ref, sha, force = false }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref, sha, force };
    try {
        await client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', params, options);
        return 'updated';
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422 && /fast.forward/i.test(error.said ?? ''))
            return 'lost-race';
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AmbiguousWrite */ .OH))
            throw error;
        // Telling the two apart needs only a look: the ref is there or it is not.
        if ((await getRef(client, repository, ref, options)) === sha)
            return 'updated';
        throw error;
    }
}
/** Deletes a ref; one that is not there is `absent`. */
async function deleteRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref };
    try {
        await client.writeIdempotent('DELETE /repos/{owner}/{repo}/git/refs/{ref}', params, options);
        return 'deleted';
    }
    catch (error) {
        const absent = error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && (error.status === 404 || /does not exist/i.test(error.said ?? ''));
        if (absent)
            return 'absent';
        throw error;
    }
}
/** Undefined where GitHub answers 404. */
async function absentIs404(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 404)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 7911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ releaseByTag),
/* harmony export */   JF: () => (/* binding */ latestRelease),
/* harmony export */   YG: () => (/* binding */ createRelease)
/* harmony export */ });
/* unused harmony exports listReleases, listTags */
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6744);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1497);



/** The release that GitHub shows as the latest; undefined where there is none. Prereleases and drafts do not count. */
async function latestRelease(client, repository, options) {
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .absentIs404 */ .YT)(async () => toRelease(await client.read('GET /repos/{owner}/{repo}/releases/latest', (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), options)));
}
/** The release of a tag; undefined where there is none. */
async function releaseByTag(client, repository, tag, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), tag };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .absentIs404 */ .YT)(async () => toRelease(await client.read('GET /repos/{owner}/{repo}/releases/tags/{tag}', params, options)));
}
/** Releases, newest first, drafts included where the token may see them. */
async function listReleases(client, repository, { limit = 100, ...options } = {}) {
    const params = ownerAndRepo(repository);
    const releases = await client.list('GET /repos/{owner}/{repo}/releases', params, { ...options, limit });
    return releases.map(toRelease);
}
/** Tags with their commits, in GitHub's order (not by version). */
async function listTags(client, repository, { limit = 300, ...options } = {}) {
    const tags = await client.list('GET /repos/{owner}/{repo}/tags', ownerAndRepo(repository), { ...options, limit });
    return tags.map(({ name, commit }) => ({ name, sha: commit.sha }));
}
/** Creates the release of a tag, and its tag where there is none; one that exists is left as it is. Throws AmbiguousWrite. */
async function createRelease(client, repository, { tag, target, ...release }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ...release, tag_name: tag, target_commitish: target };
    try {
        const { data } = await client.write('POST /repos/{owner}/{repo}/releases', params, options);
        return { outcome: 'created', release: toRelease(data) };
    }
    catch (error) {
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_) || error.status !== 422 || !/already.exists/i.test(error.said ?? ''))
            throw error;
        const existing = await releaseByTag(client, repository, tag, options);
        if (!existing)
            throw error;
        return { outcome: 'exists', release: existing };
    }
}
function toRelease(raw) {
    return {
        id: raw.id,
        tag: raw.tag_name,
        name: raw.name ?? '',
        url: raw.html_url ?? '',
        draft: raw.draft ?? false,
        prerelease: raw.prerelease ?? false,
        publishedAt: raw.published_at ?? undefined,
        body: raw.body ?? '',
    };
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
