export const id = 2152;
export const ids = [2152, 2915, 6310, 9277, 6204];
export const modules = {

/***/ 2152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ openOwnRepository),
/* harmony export */   UW: () => (/* binding */ connectHome),
/* harmony export */   sz: () => (/* binding */ localGit)
/* harmony export */ });
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35663);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45766);


function connectHome(given, runner) {
    const repository = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .ownRepository */ .d5)(runner.env);
    const { token, apiUrl } = given;
    return { repository, client: (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, token === undefined ? given : { token, apiUrl }, runner) };
}
function openOwnRepository({ token, apiUrl }, runner) {
    const repository = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .ownRepository */ .d5)(runner.env);
    const client = (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_1__.connectTo)(repository, { token, apiUrl }, runner);
    return {
        repository,
        client,
        gitOptions: { ...localGit(runner), token, serverUrl: (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .runContext */ .pO)(runner.env).serverUrl },
    };
}
function localGit({ workspace, env, signal }) {
    return { cwd: workspace, env, signal };
}


/***/ })
,

/***/ 82915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openNetwork),
/* harmony export */   y: () => (/* binding */ networkInputs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);
/* harmony import */ var _platform_net_network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55386);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(755);





const networkInputs = {
    'allow-private-network': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt, false),
    'ca-file': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq),
};
async function openNetwork({ allowPrivateNetwork, caFile }, { env, workspace }) {
    if (caFile === undefined)
        return (0,_platform_net_network_js__WEBPACK_IMPORTED_MODULE_3__/* .createNetwork */ .VS)({ allowPrivateNetwork, env });
    try {
        return (0,_platform_net_network_js__WEBPACK_IMPORTED_MODULE_3__/* .createNetwork */ .VS)({ allowPrivateNetwork, env, ca: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, caFile), 'utf8') });
    }
    catch (error) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Input ca-file: ${caFile} cannot be used: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}. Expected a PEM file.`);
    }
}


/***/ })
,

/***/ 24615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ requestOf),
/* harmony export */   i: () => (/* binding */ trainInputs)
/* harmony export */ });
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(755);
/* harmony import */ var _train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19015);
/* harmony import */ var _train_plan_version_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69992);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45766);




const trainInputs = {
    ..._connect_github_js__WEBPACK_IMPORTED_MODULE_3__/* .connectionInputs */ .eu,
    manifest: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, '.github/release-train.yml'),
    'release-type': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(..._train_plan_version_text_js__WEBPACK_IMPORTED_MODULE_2__/* .RELEASE_TYPES */ ._E)),
    packages: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_, ['all']),
    'include-dependents': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, false),
    versions: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(versionMap, {}),
    'prerelease-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    environment: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    strategy: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('sequential', 'parallel', 'canary')),
    'on-failure': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('continue', 'halt')),
    'max-parallel': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 10_000)),
    rollback: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt),
    'registry-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    'index-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
};
function versionMap(value) {
    return value === _train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__/* .PREVIOUS */ .kn ? { [_train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__/* .ALL_COMPONENTS */ .hy]: _train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__/* .PREVIOUS */ .kn } : (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(value);
}
function requestOf(given) {
    const { releaseType, prereleaseId, environment, strategy, onFailure, maxParallel } = given;
    return {
        packages: given.packages,
        includeDependents: given.includeDependents,
        versions: given.versions,
        ...(releaseType && { releaseType }),
        ...(prereleaseId && { prereleaseId }),
        ...(environment && { environment }),
        ...(strategy && { strategy }),
        ...(onFailure && { onFailure }),
        ...(maxParallel && { maxParallel }),
        ...(given.rollback !== undefined && { rollback: given.rollback }),
    };
}


/***/ }),

/***/ 36310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ startsNothing),
/* harmony export */   GD: () => (/* binding */ verifyOptions),
/* harmony export */   P$: () => (/* binding */ trainOptions),
/* harmony export */   SH: () => (/* binding */ planHash),
/* harmony export */   gV: () => (/* binding */ trainIdInput),
/* harmony export */   xO: () => (/* binding */ ALL_OPEN)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(755);
/* harmony import */ var _network_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82915);
/* harmony import */ var _notification_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31928);
/* harmony import */ var _state_input_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50846);
/* harmony import */ var _train_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24615);






const trainOptions = {
    ..._train_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .trainInputs */ .i,
    'dry-run': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    mode: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('wait', 'advance', 'cancel', 'lock', 'unlock'), 'wait'),
    'train-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(trainIdInput),
    resume: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, true),
    'dispatch-again': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_, []),
    timeout: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0, 330 * 60_000),
    state: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_state_input_js__WEBPACK_IMPORTED_MODULE_4__/* .stateInput */ .E, { kind: 'branch' }),
    'state-token': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)),
    'state-by-app': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    'plan-hash': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(planHash),
    'require-plan-hash': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    'ecosystem-tag': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    reason: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    until: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    'override-lock': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    ..._network_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .networkInputs */ .y,
    ..._notification_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .notificationInputs */ .FZ,
};
const ALL_OPEN = '*';
const STARTS = ['wait', 'advance'];
function verifyOptions(given) {
    const { trainId, mode, dryRun, planHash: approvedHash, requirePlanHash } = given;
    if (trainId === ALL_OPEN && mode !== 'advance') {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input train-id: * stands for all open trains, which only mode advance goes through.');
    }
    if (trainId === ALL_OPEN && approvedHash !== undefined) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input plan-hash is the hash of one plan: give the train-id of its train, and not *.');
    }
    if (given.stateByApp && (given.stateToken !== undefined || given.appId === undefined)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input state-by-app wants app-id and private-key, and no state-token: the App writes the state branch then.');
    }
    if (requirePlanHash && approvedHash === undefined && STARTS.includes(mode) && !dryRun) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input plan-hash is empty, and require-plan-hash is true: nobody has seen the plan that would be carried out. Nothing was started. ' +
            'Give the output plan-hash of plan-release. Where that was empty, too: its job did not run, or GitHub dropped the output because it holds a masked value.');
    }
    if (mode === 'lock' && given.reason === undefined) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input reason is missing: mode: lock tells everybody who is refused why.');
    }
    if (mode === 'cancel' && (trainId === undefined || dryRun)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input mode: cancel wants the train-id of the train to cancel, and no dry-run.');
    }
}
function startsNothing({ mode, trainId, resume }) {
    return !STARTS.includes(mode) || trainId === ALL_OPEN || !resume;
}
function trainIdInput(value) {
    if (value === ALL_OPEN || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value))
        return value;
    throw new Error('expected up to 64 letters, digits, dots, hyphens and underscores');
}
function planHash(value) {
    if (/^[0-9a-f]{64}$/.test(value))
        return value;
    throw new Error('expected the output plan-hash of plan-release, 64 hexadecimal digits');
}


/***/ })
,

/***/ 29277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ck: () => (/* binding */ historyInputs),
  Ue: () => (/* binding */ keepLine),
  $v: () => (/* binding */ keepPass)
});

// EXTERNAL MODULE: ./build/src/engine/stores/history.js
var stores_history = __webpack_require__(89503);
// EXTERNAL MODULE: ./build/src/engine/stores/json-document.js
var json_document = __webpack_require__(9035);
;// CONCATENATED MODULE: ./build/src/engine/stores/history-lines.js


async function appendHistory(store, kind, { id, record }) {
    const edit = (text) => linesOf({ ...(0,json_document/* parseDocument */.T)(text), [id]: record });
    await store.change((0,stores_history/* historyPath */.ae)(kind, record.at), edit, `${kind}: ${id}`);
}
function linesOf(records) {
    const lines = Object.entries(records).map(([id, record]) => ` ${JSON.stringify(id)}: ${JSON.stringify(record)}`);
    return `{\n${lines.join(',\n')}\n}\n`;
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/state-input.js + 2 modules
var state_input = __webpack_require__(50846);
;// CONCATENATED MODULE: ./build/src/actions/setup/keep-history.js






const historyInputs = {
    history: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    'state-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    state: (0,inputs/* optional */.lq)(state_input/* stateInput */.E, { kind: 'branch' }),
};
async function keepPass({ healthy, causes, repairs, metrics }, startedAt, { given, runner }) {
    if (given.dryRun)
        return;
    const context = (0,runner_context/* runContext */.pO)(runner.env);
    const made = repairs.filter(({ result }) => result === 'done').length;
    const endedAt = runner.clock.now();
    const figures = { healthy, causes: causes.length, repairs: made, ...metrics, runUrl: (0,runner_context/* runUrl */.Vp)(context) };
    const { runId = 'local', runAttempt = '1' } = context;
    const id = `run-${runId}/${runAttempt}/${startedAt.toString(36)}`;
    await keepLine('passes', { id, record: { at: startedAt, endedAt, ...figures } }, { given, runner });
}
async function keepLine(kind, line, { given, runner }) {
    if (!given.history)
        return;
    const { log, signal, secrets } = runner;
    const { stateToken, apiUrl } = given;
    try {
        const token = stateToken ?? given.token;
        const store = (0,state_input/* openStore */.C)(given.state, () => (0,connect_github.connectTo)((0,runner_context/* ownRepository */.d5)(runner.env), { token, apiUrl }, runner), runner);
        await appendHistory(store, kind, secrets.redactIn(line));
    }
    catch (error) {
        if (signal.aborted || !(error instanceof errors/* KnownError */.E))
            throw error;
        log.warning(`The history could not be kept, so the figures lack this one: ${(0,errors/* messageOf */.bD)(error)} ` +
            'The state branch is written with contents: write; where a ruleset protects it, by state-token.');
    }
}


/***/ })
,

/***/ 16204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ knownRelease),
/* harmony export */   v: () => (/* binding */ chosenVersion)
/* harmony export */ });
/* harmony import */ var _packages_publish_choose_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93055);
/* harmony import */ var _packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27199);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35663);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(755);




const chosenVersion = {
    version: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq),
    'release-type': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq),
    'prerelease-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq),
};
async function knownRelease(chosen, { workspace, env }) {
    const { packages } = await (0,_packages_publish_publishable_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleaseWorkspace */ .H)(workspace);
    const { tag, commit } = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_2__/* .runContext */ .pO)(env);
    const current = packages[0]?.version ?? '';
    return { sha: commit, packages, chosen: () => (0,_packages_publish_choose_version_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseVersion */ .E)({ current, tag, ...chosen }) };
}


/***/ })

};
