export const id = 7279;
export const ids = [7279];
export const modules = {

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Gr: () => (/* binding */ stageChanges),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   u$: () => (/* binding */ commitStaged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _text_trim_end_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(285);
/* harmony import */ var _find_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6168);
/* harmony import */ var _run_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6052);
/* harmony import */ var _run_tool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(101);





/** What git printed, without blanks around it; throws a UserError with what git said where it fails. */
async function git(args, options) {
    const { exitCode, stdout, stderr } = await tryGit(args, options);
    if (exitCode === 0)
        return stdout.trim();
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`git ${args[0]} ${ending}: ${(0,_run_client_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .aN)(stderr)}`);
}
/** The same where failure is an answer. */
async function tryGit(args, options) {
    try {
        return await (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_3__/* .runTool */ .q)('git', args, { ...options, env: { ...options.env, ...environment(options) } });
    }
    catch (error) {
        if (!(error instanceof _find_command_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandMissing */ .Q))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('git is not installed here. Runners of GitHub have it; install it on your own.');
    }
}
/** What a checkout could have git start by itself: hooks, a file monitor, helpers and other transports. */
const HARMLESS = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.sshCommand', 'ssh'],
    ['core.askPass', ''],
    ['credential.helper', ''],
    ['protocol.ext.allow', 'never'],
];
/** Whoever checked out with `persist-credentials: false` gives the token to the one command that needs it. */
function environment({ token, serverUrl = 'https://github.com' }) {
    const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
    const server = `http.${(0,_text_trim_end_js__WEBPACK_IMPORTED_MODULE_4__/* .trimEnd */ .s)(serverUrl, '/')}/`;
    const authorised = [
        [`${server}.extraheader`, `AUTHORIZATION: basic ${credentials}`],
        [`${server}.sslVerify`, 'true'],
    ];
    const settings = token === undefined ? HARMLESS : [...HARMLESS, ...authorised];
    const entries = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    const common = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', GIT_CONFIG_COUNT: String(settings.length) };
    return { ...common, ...Object.fromEntries(entries) };
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
/** Stages every change of a tracked file, and new files that match these globs: nothing that a build left behind. */
async function stageChanges(newFiles, options) {
    await git(['add', '--update', ':/'], options);
    const created = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', ...newFiles.map((glob) => `:(top,glob)${glob}`)], options);
    const files = created.split('\0').filter((file) => file !== '');
    if (files.length > 0)
        await git(['add', '--', ...files.map((file) => `:(top,literal)${file}`)], options);
}


/***/ })

};
