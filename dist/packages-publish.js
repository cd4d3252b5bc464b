export const id = 7405;
export const ids = [7405];
export const modules = {

/***/ 7405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dI: () => (/* binding */ BUNDLE),
  HQ: () => (/* binding */ createReleases),
  Sq: () => (/* binding */ pushCommit),
  YP: () => (/* binding */ pushTags)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(6744);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(3019);
// EXTERNAL MODULE: ./build/src/platform/github/releases.js
var releases = __webpack_require__(7911);
// EXTERNAL MODULE: ./build/src/platform/process/git.js
var git = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(6052);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(6292);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/packages/publish/handed-over.js
var handed_over = __webpack_require__(7758);
;// CONCATENATED MODULE: ./build/src/packages/publish/release-commit.js



/** What a release commit may change, by file name. */
const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml'];
const MANIFEST = 'package.json';
const ALLOWED = new Set([MANIFEST, 'CHANGELOG.md', 'pnpm-workspace.yaml', ...LOCK_FILES]);
const MAY_CHANGE = new Set(['version', 'dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']);
const MOST_COMMITS = 1;
/**
 * Throws a UserError unless the commit is what prepare-release makes on top of `base`: one commit, which changes versions,
 * ranges, lock files and the changelog, no other file, no mode and no other field. A job that ran foreign code made it.
 */
async function verifyReleaseCommit({ head, commit: base, packages }, options) {
    const [, ...parents] = (await (0,git/* git */.$Y)(['rev-list', '--parents', '--max-count=1', head], options)).split(' ');
    if (parents.length !== MOST_COMMITS || parents[0] !== base) {
        throw (0,handed_over/* refusal */.x5)([`its commit ${head} does not stand directly on ${base}`]);
    }
    const raw = await (0,git/* git */.$Y)(['diff-tree', '-r', '-z', '--no-renames', '--raw', base, head], options);
    const fields = raw.split('\0').filter((field) => field !== '');
    const faults = [];
    for (let index = 0; index + 1 < fields.length; index += 2) {
        const [change = '', path = ''] = [fields[index], fields[index + 1]];
        const name = path.split('/').at(-1) ?? '';
        const [before, after, , , status] = change.replace(/^:/, '').split(' ');
        const plain = after === '100644' && (before === '100644' || (status === 'A' && name === 'CHANGELOG.md'));
        if (!plain || !ALLOWED.has(name))
            faults.push(`its commit changes ${JSON.stringify(path)}`);
        else
            faults.push(...(await contentFaults(path, name, { head, base, options })));
    }
    const manifest = JSON.parse((await (0,git/* git */.$Y)(['cat-file', 'blob', `${head}:${MANIFEST}`], options)).replace(/^\uFEFF/, ''));
    const version = (0,records/* isRecord */.u)(manifest) ? manifest.version : undefined;
    if (packages.some((pkg) => pkg.version !== version))
        faults.push(`its commit has the version ${JSON.stringify(version)}`);
    if (faults.length > 0)
        throw (0,handed_over/* refusal */.x5)(faults);
}
async function contentFaults(path, name, { head, base, options }) {
    if (name === 'CHANGELOG.md')
        return [];
    const at = (commit) => (0,git/* git */.$Y)(['cat-file', 'blob', `${commit}:${path}`], options);
    const [before, after] = [await at(base), await at(head)];
    return name === MANIFEST ? manifestFaults(path, before, after) : originFaults(path, before, after);
}
function manifestFaults(path, before, after) {
    const [old, next] = [before, after].map((text) => JSON.parse(text.replace(/^\uFEFF/, '')));
    if (!(0,records/* isRecord */.u)(old) || !(0,records/* isRecord */.u)(next))
        return [`${path} in its commit is no map`];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
    return keys.flatMap((key) => {
        if (JSON.stringify(old[key]) === JSON.stringify(next[key]))
            return [];
        const names = (of) => JSON.stringify((0,records/* isRecord */.u)(of) ? Object.keys(of).sort() : []);
        const sameNames = key === 'version' || names(old[key]) === names(next[key]);
        return MAY_CHANGE.has(key) && sameNames ? [] : [`its commit changes ${JSON.stringify(key)} of ${path}`];
    });
}
/** Where a lock file takes packages from: no place that it did not name before. */
function originFaults(path, before, after) {
    const origins = (text) => new Set(text.match(/[a-z+]{2,12}:\/\/[^/\s"']{1,256}/gi) ?? []);
    const known = origins(before);
    return [...origins(after)]
        .filter((origin) => !known.has(origin))
        .map((origin) => `its commit makes ${path} take packages from ${origin}`);
}

;// CONCATENATED MODULE: ./build/src/packages/publish/record.js










const BUNDLE = 'commit.bundle';
const ATTEMPTS = 3;
/**
 * Pushes the tags, and the release commit with them. What is there already stays. Throws a UserError where the commit that was
 * handed over is not one that prepare-release makes.
 */
async function pushTags(release, options) {
    const { head, commit, packages } = release;
    const { folder, gitOptions, log } = options;
    if (head !== commit) {
        await (0,git/* git */.$Y)(['fetch', '--quiet', '--no-tags', (0,external_node_path_.join)(folder, BUNDLE), 'HEAD'], gitOptions);
        await verifyReleaseCommit(release, gitOptions);
    }
    const remote = await remoteTags(packages, gitOptions);
    for (const { tag } of packages) {
        const there = remote.get(tag);
        if (there === undefined) {
            await (0,git/* git */.$Y)(['push', '--quiet', 'origin', `${head}:refs/tags/${tag}`], gitOptions);
            log.info(`Pushed the tag ${tag}.`);
        }
        else if (there !== head) {
            log.info(`The tag ${tag} is there already, on ${there.slice(0, 9)}.`);
        }
    }
}
async function remoteTags(packages, options) {
    const names = packages.flatMap(({ tag }) => [`refs/tags/${tag}`, `refs/tags/${tag}^{}`]);
    const listed = names.length === 0 ? '' : await (0,git/* git */.$Y)(['ls-remote', 'origin', ...names], options);
    const lines = listed.split('\n').filter((line) => line !== '');
    // An annotated tag is listed twice; the second line has its commit.
    return new Map(lines.map((line) => {
        const [sha = '', ref = ''] = line.split('\t');
        return [ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, ''), sha];
    }));
}
/**
 * Puts the release commit, which has its tag, on the branch, on top of what others have pushed in the meantime. Throws a
 * UserError that says what is left to do by hand; where a failure only warns, it is a warning.
 */
async function pushCommit(head, branch, { onFailure = 'fail', ...options }) {
    try {
        await pushOnTop(head, branch, options);
    }
    catch (error) {
        if (onFailure === 'fail' || !(error instanceof errors/* UserError */.yo))
            throw error;
        options.log.warning(error.message);
    }
}
async function pushOnTop(head, branch, { gitOptions, log }) {
    for (let attempt = 1;; attempt += 1) {
        await (0,git/* git */.$Y)(['fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`], gitOptions);
        const tip = `refs/remotes/origin/${branch}`;
        const commit = await onTopOf(tip, head, branch, gitOptions);
        if (commit === undefined)
            return log.info(`${branch} has the release commit already.`);
        const pushed = await (0,git/* tryGit */.Ii)(['push', 'origin', `${commit}:refs/heads/${branch}`], gitOptions);
        if (pushed.exitCode === 0)
            return log.info(`Pushed the release commit to ${branch}.`);
        const lost = /\[rejected\]|fetch first|non-fast-forward|cannot lock ref/i.test(pushed.stderr);
        if (attempt < ATTEMPTS && lost)
            continue;
        throw new errors/* UserError */.yo(`The release commit could not be pushed to ${branch}: ${whyRefused(pushed.stderr)}. The version is published and tagged; what is missing is its commit on ${branch}. ` +
            'If the branch is protected, let this workflow bypass the rule (the token of a GitHub App as the input token), or give no branch, or on-branch-failure: warn: the tag keeps the commit.');
    }
}
async function onTopOf(tip, head, branch, options) {
    if ((await (0,git/* tryGit */.Ii)(['merge-base', '--is-ancestor', head, tip], options)).exitCode === 0)
        return undefined;
    if ((await (0,git/* tryGit */.Ii)(['merge-base', '--is-ancestor', tip, head], options)).exitCode === 0)
        return head;
    await (0,git/* git */.$Y)(['checkout', '--quiet', '--force', '--detach', tip], options);
    const date = await (0,git/* git */.$Y)(['log', '-1', '--format=%cI', head], options);
    const [name, email] = (await (0,git/* git */.$Y)(['log', '-1', '--format=%cn%n%ce', head], options)).split('\n');
    const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
    const env = { ...options.env, ...committer };
    const picked = await (0,git/* tryGit */.Ii)(['-c', 'commit.gpgSign=false', 'cherry-pick', head], { ...options, env });
    if (picked.exitCode === 0)
        return (0,git/* git */.$Y)(['rev-parse', 'HEAD'], options);
    // Nothing left to pick: an attempt before this one has put it there.
    const empty = (await (0,git/* tryGit */.Ii)(['diff', '--quiet', 'HEAD'], options)).exitCode === 0;
    await (0,git/* tryGit */.Ii)(['cherry-pick', '--abort'], options);
    if (empty)
        return undefined;
    throw new errors/* UserError */.yo(`The release commit ${head.slice(0, 9)} does not fit on ${branch} any more: somebody changed the same lines since. The version is published and tagged; merge its tag into ${branch} by hand.`);
}
/** The server's own words stand behind `remote:`; git's last line says only that there was an error. */
function whyRefused(stderr) {
    const said = stderr.split('\n').flatMap((line) => /^remote: (.*\S)/.exec(line)?.[1] ?? []);
    return (0,run_client/* lastWords */.aN)(said.join(' ') || stderr).replace(/\.$/, '');
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
        if (!(error instanceof github_errors/* GitHubError */.y_) || error.status !== 403)
            throw error;
        log.warning(`The GitHub release ${tag} was not made; what it is about is published and tagged. ${error.message}`);
        return { tag, refused: error.message };
    }
}
async function ensureRelease(client, repository, { tag, notes = '', version }, options) {
    const wanted = { tag, name: tag, body: (0,markdown/* harmlessMarkdown */.Jh)(notes), prerelease: semver.prerelease(version) !== null };
    const find = async () => {
        const there = await (0,releases/* releaseByTag */.$d)(client, repository, tag, options);
        return there && { outcome: 'exists', url: there.url };
    };
    const create = async () => {
        const { outcome, release } = await (0,releases/* createRelease */.YG)(client, repository, wanted, options);
        return { outcome, url: release.url };
    };
    // A tag takes one release: to repeat that is safe.
    return (await find()) ?? (0,ensure/* ensure */.D)(create, find, { attempts: ATTEMPTS });
}


/***/ })

};
