export const id = 4830;
export const ids = [4830];
export const modules = {

/***/ 24830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ createReleases),
/* harmony export */   Sq: () => (/* binding */ pushCommit),
/* harmony export */   YP: () => (/* binding */ pushTags),
/* harmony export */   dI: () => (/* binding */ BUNDLE)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86744);
/* harmony import */ var _platform_github_ensure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23019);
/* harmony import */ var _platform_github_releases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27911);
/* harmony import */ var _platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17279);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16052);








const BUNDLE = 'commit.bundle';
const ATTEMPTS = 3;
/** Pushes the tags, and the release commit with them. What is there already stays. */
async function pushTags({ head, commit, packages }, options) {
    const { folder, gitOptions, log } = options;
    if (head !== commit)
        await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['fetch', '--quiet', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, BUNDLE), 'HEAD'], gitOptions);
    const remote = await remoteTags(packages, gitOptions);
    for (const { tag } of packages) {
        const there = remote.get(tag);
        if (there === undefined) {
            await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['push', '--quiet', 'origin', `${head}:refs/tags/${tag}`], gitOptions);
            log.info(`Pushed the tag ${tag}.`);
        }
        else if (there !== head) {
            log.info(`The tag ${tag} is there already, on ${there.slice(0, 9)}.`);
        }
    }
}
async function remoteTags(packages, options) {
    const names = packages.flatMap(({ tag }) => [`refs/tags/${tag}`, `refs/tags/${tag}^{}`]);
    const listed = names.length === 0 ? '' : await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['ls-remote', 'origin', ...names], options);
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
        await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`], gitOptions);
        const tip = `refs/remotes/origin/${branch}`;
        const commit = await onTopOf(tip, head, branch, gitOptions);
        if (commit === undefined)
            return log.info(`${branch} has the release commit already.`);
        const pushed = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .tryGit */ .Ii)(['push', 'origin', `${commit}:refs/heads/${branch}`], gitOptions);
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
    if ((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .tryGit */ .Ii)(['merge-base', '--is-ancestor', head, tip], options)).exitCode === 0)
        return undefined;
    if ((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .tryGit */ .Ii)(['merge-base', '--is-ancestor', tip, head], options)).exitCode === 0)
        return head;
    await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['checkout', '--quiet', '--force', '--detach', tip], options);
    const date = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['log', '-1', '--format=%cI', head], options);
    const [name, email] = (await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['log', '-1', '--format=%cn%n%ce', head], options)).split('\n');
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
    const env = { ...options.env, ...committer };
    const picked = await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .tryGit */ .Ii)(['-c', 'commit.gpgSign=false', 'cherry-pick', head], { ...options, env });
    if (picked.exitCode === 0)
        return (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .git */ .$Y)(['rev-parse', 'HEAD'], options);
    // Nothing left to pick: an attempt before this one has put it there.
    const empty = (await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .tryGit */ .Ii)(['diff', '--quiet', 'HEAD'], options)).exitCode === 0;
    await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_6__/* .tryGit */ .Ii)(['cherry-pick', '--abort'], options);
    if (empty)
        return undefined;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The release commit ${head.slice(0, 9)} does not fit on ${branch} any more: somebody changed the same lines since. The version is published and tagged; merge its tag into ${branch} by hand.`);
}
/** The server's own words stand behind `remote:`; git's last line says only that there was an error. */
function whyRefused(stderr) {
    const said = stderr.split('\n').flatMap((line) => /^remote: (.*\S)/.exec(line)?.[1] ?? []);
    return (0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_7__/* .lastWords */ .aN)(said.join(' ') || stderr).replace(/\.$/, '');
}
/**
 * Makes the GitHub release of every package that has none. Its tag is there before, so no target is named: a release with a
 * target is refused to GITHUB_TOKEN wherever workflow files changed since. One that is refused all the same is no failure: the
 * packages are out and tagged.
 */
async function createReleases(client, repository, packages, options) {
    const made = [];
    for (const pkg of packages)
        made.push(await releaseOf(client, repository, pkg, options));
    return made;
}
async function releaseOf(client, repository, pkg, { log, ...options }) {
    const { tag } = pkg;
    try {
        const { outcome, url } = await ensureRelease(client, repository, pkg, options);
        log.info(outcome === 'created' ? `Created the GitHub release ${tag}.` : `The release ${tag} is there.`);
        return { tag, url };
    }
    catch (error) {
        if (!(error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitHubError */ .y_) || error.status !== 403)
            throw error;
        log.warning(`The GitHub release ${tag} was not made; what it is about is published and tagged. ${error.message}`);
        return { tag, refused: error.message };
    }
}
async function ensureRelease(client, repository, { tag, notes = '', version }, options) {
    const wanted = { tag, name: tag, body: notes, prerelease: semver__WEBPACK_IMPORTED_MODULE_1__.prerelease(version) !== null };
    const find = async () => {
        const there = await (0,_platform_github_releases_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseByTag */ .$d)(client, repository, tag, options);
        return there && { outcome: 'exists', url: there.url };
    };
    const create = async () => {
        const { outcome, release } = await (0,_platform_github_releases_js__WEBPACK_IMPORTED_MODULE_5__/* .createRelease */ .YG)(client, repository, wanted, options);
        return { outcome, url: release.url };
    };
    // A tag takes one release: to repeat that is safe.
    return (await find()) ?? (0,_platform_github_ensure_js__WEBPACK_IMPORTED_MODULE_4__/* .ensure */ .D)(create, find, { attempts: ATTEMPTS });
}


/***/ })

};
