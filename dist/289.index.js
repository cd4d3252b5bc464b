export const id = 289;
export const ids = [289];
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
// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(5560);
// EXTERNAL MODULE: ./build/src/packages/workspace/source-tree.js
var source_tree = __webpack_require__(853);
// EXTERNAL MODULE: ./build/src/packages/workspace/workspace.js + 3 modules
var workspace = __webpack_require__(7372);
// EXTERNAL MODULE: ./build/src/packages/publish/changelog.js
var publish_changelog = __webpack_require__(4901);
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

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
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
/* harmony export */   B5: () => (/* binding */ clientEnvironment),
/* harmony export */   Q0: () => (/* binding */ CommandMissing),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   bx: () => (/* binding */ runClient)
/* harmony export */ });
/* unused harmony export quoteForCmd */
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
/** The action's inputs (tokens among them), the files by which a step commands the runner, and the right to store artifacts. */
const OURS = /^(INPUT_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|ACTIONS_RUNTIME_TOKEN$)/i;
/** The job's right to ask for an ID token. */
const ID_TOKEN = /^ACTIONS_ID_TOKEN_REQUEST_/i;
/** The environment without what a client has no business with. What .npmrc and pip.conf name stays. */
function clientEnvironment(env, idToken = false) {
    const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !OURS.test(name) && (idToken || !ID_TOKEN.test(name)));
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
