export const id = 6523;
export const ids = [6523, 1418];
export const modules = {

/***/ 1928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ notificationInputs),
/* harmony export */   G9: () => (/* binding */ openTelling),
/* harmony export */   yD: () => (/* binding */ secretsFrom)
/* harmony export */ });
/* unused harmony export wantedOf */
/* harmony import */ var _operations_notify_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5116);
/* harmony import */ var _operations_notify_open_channels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6466);
/* harmony import */ var _operations_notify_telling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8009);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5286);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(755);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5941);
/* harmony import */ var _train_manifest_notifications_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1792);







/** How every action that has something to tell is told whom, and with what. */
const notificationInputs = {
    notify: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_),
    'channel-secrets': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .secret */ .rJ)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(secretMap)),
};
/** Reads the input `channel-secrets`. What is wrong is told without a word of its text. */
async function secretMap(value) {
    try {
        return await (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .map */ .Tj)(value);
    }
    catch {
        throw new Error('expected a map from the name of a secret to its value, as JSON or YAML, such as "SLACK_TOKEN: …"');
    }
}
/**
 * Who is told, by the rules of a manifest and the inputs; undefined where nobody is. Nothing is requested yet; throws a UserError
 * with every channel that is not known and every secret that is missing.
 */
function openTelling(notifications, given, { runner, ...world }) {
    const wanted = wantedOf(given, notifications);
    if (!notifications || wanted?.length === 0)
        return undefined;
    const specs = (0,_operations_notify_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .channelsInUse */ .LX)(notifications, wanted);
    if (specs.length === 0)
        return undefined;
    const { clock, secrets, env } = runner;
    const channels = (0,_operations_notify_open_channels_js__WEBPACK_IMPORTED_MODULE_1__/* .openChannels */ .L)(specs, { ...world, clock, secret: secretsFrom(given, runner, env) });
    return (0,_operations_notify_telling_js__WEBPACK_IMPORTED_MODULE_2__/* .tellingBy */ .j)(notifications, { wanted, channels, redact: (value) => secrets.redactIn(value) });
}
/** The channels that are asked for: nobody for `none`, the rules' where nothing is said. */
function wantedOf({ notify }, notifications) {
    if (!notify)
        return undefined;
    if (notify.includes('none'))
        return [];
    const unknown = (0,_operations_notify_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownWords */ .ky)(notifications ?? { channels: [], rules: [] }, notify);
    const strange = unknown.filter((word) => !['github', ..._train_manifest_notifications_js__WEBPACK_IMPORTED_MODULE_5__/* .CHANNEL_KINDS */ .Ql].includes(word));
    if (strange.length === 0)
        return notify;
    const known = notifications?.channels.map(({ name }) => name) ?? [];
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`Input notify: there is no channel ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(strange.map(_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD))}. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)([...known, ..._train_manifest_notifications_js__WEBPACK_IMPORTED_MODULE_5__/* .CHANNEL_KINDS */ .Ql, 'none'])}.`);
}
/** Looks secrets up in the input, else in the environment; each is masked before its first use. */
function secretsFrom({ channelSecrets = {} }, { secrets }, env) {
    for (const [name, value] of Object.entries(channelSecrets))
        mask(name, value, secrets);
    return (name) => {
        const value = Object.hasOwn(channelSecrets, name) ? channelSecrets[name] : env[name];
        if (value === undefined || value.trim() === '')
            return undefined;
        return mask(name, value, secrets);
    };
}
/** A URL is hidden as a whole, and so is the password in it, as it is written and as it is meant. */
function mask(name, value, secrets) {
    if (value.trim() === '')
        return value;
    secrets.add(value.trim(), name);
    const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
    if (url && url.password !== '') {
        secrets.add(url.password, name);
        secrets.add(decodeURIComponent(url.password), name);
    }
    return value;
}


/***/ }),

/***/ 4615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ requestOf),
/* harmony export */   i: () => (/* binding */ trainInputs)
/* harmony export */ });
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(755);
/* harmony import */ var _train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9015);
/* harmony import */ var _train_plan_version_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9992);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7384);




/** What both the train and its plan are asked. */
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
/** Reads the input `versions`: a map, or `previous` for what each selected component was at before. */
function versionMap(value) {
    return value === _train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__/* .PREVIOUS */ .kn ? { [_train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__/* .ALL_COMPONENTS */ .hy]: _train_plan_request_js__WEBPACK_IMPORTED_MODULE_1__/* .PREVIOUS */ .kn } : (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(value);
}
/** The request that the inputs make; absent inputs leave it to the manifest. */
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

/***/ 9030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nf: () => (/* binding */ defaultTrainId),
  HY: () => (/* binding */ openWorld),
  Ei: () => (/* binding */ stateInput)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/engine/planning/default-branches.js
var default_branches = __webpack_require__(6090);
// EXTERNAL MODULE: ./build/src/engine/planning/open-manifest.js + 8 modules
var open_manifest = __webpack_require__(8166);
// EXTERNAL MODULE: ./build/src/engine/planning/plan-train.js + 11 modules
var plan_train = __webpack_require__(1157);
// EXTERNAL MODULE: ./build/src/packages/python/from-semver.js
var from_semver = __webpack_require__(6545);
;// CONCATENATED MODULE: ./build/src/packages/python/to-semver.js
const CHANNELS = { a: 'alpha', b: 'beta', rc: 'rc', '.dev': 'dev' };
/** The SemVer that a Python version came from (`1.2.0b3` → `1.2.0-beta.3`); undefined for one that no SemVer becomes. */
function toSemver(python) {
    const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:(a|b|rc|\.dev)(\d+))?$/.exec(python.trim());
    if (!match)
        return undefined;
    const [, major = '0', minor = '0', patch = '0', phase, number] = match;
    const release = [major, minor, patch].map(Number).join('.');
    return phase === undefined ? release : `${release}-${CHANNELS[phase]}.${Number(number)}`;
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
;// CONCATENATED MODULE: ./build/src/engine/planning/train-registry.js



/** A registry that speaks SemVer for Python packages too. */
function trainRegistry(registry) {
    const channels = (0,from_semver/* channelsFrom */.Jc)({ dev: 'dev' });
    return {
        async versions(published) {
            const served = await registry.versions(published);
            return served === undefined || 'npm' in published ? served : inSemver(served);
        },
        async latest(published) {
            const latest = await registry.latest(published);
            if (latest === undefined || 'npm' in published)
                return latest;
            const version = toSemver(latest);
            if (version !== undefined)
                return version;
            throw new errors/* UserError */.yo(`${published.pypi} is at ${latest} on PyPI, which no SemVer version becomes: give its next version in versions.`);
        },
        served: (published, version) => registry.served(published, 'npm' in published ? version : (0,from_semver/* toPython */.Uw)(version, channels).pep440),
    };
}
/** What SemVer has no form for (a post-release) is left out: no train can plan from it. */
function inSemver({ versions, tags }) {
    const named = Object.entries(tags).map(([tag, version]) => [tag, toSemver(version)]);
    return {
        versions: versions.map(toSemver).filter((version) => version !== undefined),
        tags: Object.fromEntries(named.filter((one) => one[1] !== undefined)),
    };
}

// EXTERNAL MODULE: ./build/src/engine/stores/branch-store.js + 2 modules
var branch_store = __webpack_require__(2378);
// EXTERNAL MODULE: ./build/src/engine/stores/file-store.js + 1 modules
var file_store = __webpack_require__(6003);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(4216);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(1497);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(5663);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 5 modules
var connect_github = __webpack_require__(7384);
// EXTERNAL MODULE: ./build/src/actions/setup/train-inputs.js
var train_inputs = __webpack_require__(4615);
;// CONCATENATED MODULE: ./build/src/actions/setup/train-world.js













/** Reads the input `state`: `branch` or `file:PATH`. */
function stateInput(value) {
    if (value === 'branch')
        return { kind: 'branch' };
    const path = /^file:(.+)$/.exec(value)?.[1];
    if (path === undefined)
        throw new Error('expected branch or file:PATH');
    return { kind: 'file', path };
}
/** Checks manifest, request and tokens, all before the first request. Throws a UserError with every fault. */
async function openWorld(given, state, runner) {
    const { env, workspace, clock, signal } = runner;
    const request = { ...(0,train_inputs/* requestOf */.f)(given), ...(given.startsNothing && { startsNothing: true }) };
    const path = (0,external_node_path_.resolve)(workspace, given.manifest);
    const opened = await (0,open_manifest/* openManifest */.gp)({ path, shownAs: given.manifest }, request, (0,connect_github/* tokensAtHand */.h3)(given, env));
    const own = state.kind === 'branch' ? (0,context/* ownRepository */.d5)(env) : undefined;
    const { manifest } = opened.selection;
    const others = own === undefined || given.token !== undefined ? [] : [(0,repository_name/* ownerOf */.b)(own)];
    const owners = [...opened.owners, ...others, ...issueOwners(manifest)];
    const clientFor = (0,connect_github/* connect */.Ng)(given, runner, { tokens: manifest.tokens, owners });
    const home = homeClient(given, runner, clientFor);
    const { registryUrl, indexUrl } = given;
    const registry = trainRegistry((0,package_registry/* cliRegistry */.I)({
        registryUrl,
        indexUrl,
        cwd: workspace,
        env,
        signal,
        withheld: Object.values(manifest.tokens),
    }));
    const kept = state.kind === 'file'
        ? (0,file_store/* fileStore */.o)((0,external_node_path_.resolve)(workspace, state.path))
        : (0,branch_store/* branchStore */.q)({
            client: stateClient(given, runner) ?? home,
            repository: (0,context/* ownRepository */.d5)(env),
            clock,
        });
    const store = withoutSecrets(kept, runner);
    return {
        clientFor,
        home,
        registry,
        manifest,
        manifestOf: async (plan) => {
            const ids = new Set(plan.components.map(({ id }) => id));
            const components = manifest.components.filter(({ id }) => ids.has(id));
            const { repositories, faults } = await (0,default_branches/* defaultBranches */.U)(components, { clientFor, signal });
            if (faults.length > 0)
                throw new errors/* UserError */.yo(opened.located(faults));
            return (0,default_branches/* withRefs */.j)(manifest, repositories);
        },
        store,
        environments: manifest.environments.map(({ id }) => id),
        notifications: manifest.notifications,
        issuesIn: (repository) => (repository === (0,context/* runContext */.pO)(env).repository ? home : clientFor(repository)),
        plan: async () => (0,plan_train/* planTrain */.q)(opened, { clientFor, registry, lastGood: await store.lastGood(), signal }),
    };
}
/** Owners of the repositories in which problems become issues. */
function issueOwners({ notifications, tokens }) {
    const channels = notifications?.channels ?? [];
    const owners = channels.flatMap((channel) => (channel.kind === 'issue' ? [(0,repository_name/* ownerOf */.b)(channel.repository)] : []));
    // A token that the manifest names is asked for only where it is a component's.
    return owners.filter((owner) => !Object.hasOwn(tokens, owner));
}
/**
 * The repository that runs the train is written with the job's own token where there is one: the tokens for others need no
 * right to write there, even where it belongs to the same owner.
 */
function homeClient({ token, apiUrl }, runner, clientFor) {
    const { repository: own = '' } = (0,context/* runContext */.pO)(runner.env);
    if (token === undefined)
        return clientFor(own);
    return (0,connect_github/* connect */.Ng)({ token, apiUrl, appId: undefined, privateKey: undefined }, runner, { owners: [] })(own);
}
/** What is saved stays for good, where everybody reads it: an error that echoes a token is saved without it. */
function withoutSecrets(store, { secrets }) {
    const clean = (saved) => ({
        ...saved,
        state: secrets.redactIn(saved.state),
        ...(saved.ledger && { ledger: secrets.redactIn(saved.ledger) }),
    });
    return { ...store, save: (saved, message) => store.save(clean(saved), message) };
}
/** The client of a writer that only the state branch has; a ruleset may let nobody else write there. */
function stateClient({ stateToken, stateByApp, appId, privateKey, apiUrl }, runner) {
    const own = (0,context/* ownRepository */.d5)(runner.env);
    const none = { token: undefined, appId: undefined, privateKey: undefined, apiUrl };
    if (stateToken !== undefined)
        return (0,connect_github/* connect */.Ng)({ ...none, token: stateToken }, runner, { owners: [] })(own);
    return stateByApp ? (0,connect_github/* connect */.Ng)({ ...none, appId, privateKey }, runner, { owners: [(0,repository_name/* ownerOf */.b)(own)] })(own) : undefined;
}
/**
 * Re-running the job of a train resumes the same train, because a run keeps its id. A run may release and then deploy to
 * several environments: each has its own.
 */
function defaultTrainId({ env, clock }, environment) {
    const { runId } = (0,context/* runContext */.pO)(env);
    const run = runId ? `run-${runId}` : `local-${clock.now().toString(36)}`;
    if (environment === undefined)
        return run;
    return `${run}-${environment.replace(/[^A-Za-z0-9._-]/g, '-')}`.slice(0, 64);
}


/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ Outbox),
  A: () => (/* binding */ Undelivered)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/time/timed-signal.js
var timed_signal = __webpack_require__(1509);
// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
// EXTERNAL MODULE: ./build/src/train/telling/ledger.js
var telling_ledger = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/src/train/telling/fact.js
var fact = __webpack_require__(8510);
;// CONCATENATED MODULE: ./build/src/train/telling/message.js

/** The worst of the facts. */
function worstOf(facts) {
    return facts.reduce((worst, { severity }) => (fact/* SEVERITIES */.oC.indexOf(severity) > fact/* SEVERITIES */.oC.indexOf(worst) ? severity : worst), 'info');
}

// EXTERNAL MODULE: ./build/src/train/machine/advice.js
var advice = __webpack_require__(1348);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(4867);
// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(5559);
;// CONCATENATED MODULE: ./build/src/train/telling/overview.js



const MOST_LINES = 12;
function overviewOf(plan, state) {
    const lines = plan.components.map(({ id, version, previousVersion }) => {
        const { status, reason, dispatch, rollback } = (0,machine_state/* componentOf */.D5)(state, id);
        const url = rollback?.run?.url ?? dispatch?.run?.url;
        return {
            id,
            status,
            ...(version !== undefined && { version }),
            ...(previousVersion !== undefined && { previousVersion }),
            ...(reason !== undefined && { reason }),
            ...(url !== undefined && { url }),
        };
    });
    return {
        trainId: state.trainId,
        name: plan.name,
        ...(plan.environment && { environment: plan.environment }),
        production: (0,plan_plan/* isProduction */.KV)(plan),
        status: state.status,
        startedAt: state.startedAt,
        updatedAt: state.updatedAt,
        ...(state.actor && { actor: state.actor }),
        released: lines.filter(({ status }) => (0,machine_state/* isReleased */.OZ)(status)).length,
        total: lines.length,
        components: lines.sort((a, b) => weight(a.status) - weight(b.status)).slice(0, MOST_LINES),
        ...(state.startedBy?.runUrl && { runUrl: state.startedBy.runUrl }),
        next: (0,advice/* howToGoOn */.T)(plan, state),
    };
}
function weight(status) {
    if (status === 'rollback-failed')
        return 0;
    if ((0,machine_state/* isFailure */.N6)(status))
        return 1;
    if (status === 'rolled-back' || status === 'rolling-back')
        return 2;
    if (status === 'pending' || status === 'blocked')
        return 4;
    return (0,machine_state/* isReleased */.OZ)(status) ? 5 : 3;
}

;// CONCATENATED MODULE: ./build/src/engine/drive/outbox.js






/** A place did not take a message. */
class Undelivered extends errors/* KnownError */.E {
    name = 'Undelivered';
    retry;
    /** Milliseconds that the place asks for. */
    retryAfterMs;
    constructor(message, { retry = 'soon', retryAfterMs } = {}) {
        super(retry === 'never' ? 'fault' : 'passing', message);
        this.retry = retry;
        this.retryAfterMs = retryAfterMs;
    }
}
const MOST_AT_ONCE = 4;
const DELIVERY_MS = 15_000;
/** A place may ask for a pause up to this; longer ones are for a later step. */
const LONGEST_PAUSE_MS = 60_000;
/**
 * Tells what the ledger says is yet to be told. Only facts that are saved are told, and what came of it goes into the ledger.
 * Nothing in here delays, changes or fails a train.
 */
class Outbox {
    #options;
    #channels;
    #active = new Map();
    #warned = new Set();
    #settled = () => { };
    constructor(options) {
        this.#options = options;
        this.#channels = new Map(options.telling.channels.map((channel) => [channel.name, channel]));
    }
    /** Starts what is due and not going on yet. */
    pursue(copy, isLast = false) {
        const ledger = copy.savedLedger;
        if (!ledger)
            return;
        for (const due of (0,telling_ledger/* outlook */.En)(ledger, this.#options.clock.now(), { isLast }).due) {
            const channel = this.#channels.get(due.channel);
            if (!channel || this.#active.has(due.channel) || this.#active.size >= MOST_AT_ONCE)
                continue;
            void this.#deliver(channel, due, copy);
        }
    }
    /** When there will be something to do; undefined where there is nothing, or what goes on will say so. */
    nextAt(copy) {
        const ledger = copy.savedLedger;
        return ledger && (0,telling_ledger/* outlook */.En)(this.#known(ledger), this.#options.clock.now(), { isLast: false }).nextAt;
    }
    /** Tells all that can be told until a deadline (epoch milliseconds), at the end of a step. */
    async finish(copy, deadline) {
        const { clock } = this.#options;
        for (;;) {
            const now = clock.now();
            if (now >= deadline)
                break;
            this.pursue(copy, true);
            const ledger = copy.savedLedger;
            const { nextAt = Number.POSITIVE_INFINITY } = ledger ? (0,telling_ledger/* outlook */.En)(this.#known(ledger), now, { isLast: true }) : {};
            if (this.#active.size === 0 && nextAt > deadline)
                break;
            await this.#somethingSettles(Math.min(nextAt, deadline) - now);
        }
        this.stop();
    }
    stop() {
        for (const controller of this.#active.values())
            controller.abort(new Error('The step is over.'));
        this.#active.clear();
    }
    async #somethingSettles(ms) {
        const timer = new AbortController();
        const settled = new Promise((resolve) => {
            this.#settled = resolve;
        });
        await Promise.race([settled, this.#options.clock.sleep(Math.max(1, ms), timer.signal).catch(() => { })]);
        timer.abort();
    }
    /** What is to be told to channels that this step knows, and that are not being told just now. */
    #known(ledger) {
        const notices = Object.entries(ledger.notices).map(([id, channels]) => [
            id,
            Object.fromEntries(Object.entries(channels).filter(([name]) => this.#channels.has(name) && !this.#active.has(name))),
        ]);
        return { ...ledger, notices: Object.fromEntries(notices) };
    }
    async #deliver(channel, due, copy) {
        const { clock } = this.#options;
        const controller = new AbortController();
        this.#active.set(channel.name, controller);
        const facts = channel.takes === 'each' ? due.facts.slice(0, 1) : due.facts;
        const { plan, state } = copy;
        const acknowledgeUrl = this.#issueOf(copy);
        const message = {
            topic: state.trainId,
            title: plan.environment === undefined ? plan.name : `${plan.name} → ${plan.environment}`,
            severity: worstOf(facts),
            facts,
            overview: overviewOf(plan, state),
            ...(due.ref !== undefined && { ref: due.ref }),
            ...(acknowledgeUrl && { acknowledgeUrl }),
        };
        const what = { channel: channel.name, facts };
        try {
            const { ref, keep } = await this.#send(channel, message, controller.signal);
            if (!controller.signal.aborted) {
                copy.noteDelivery((ledger) => (0,telling_ledger/* told */.Ev)(ledger, what, { at: clock.now(), ref, keep }));
                this.#options.onTold?.(`${channel.name} was told: ${facts.map(shortly).join(', ')}.`);
            }
        }
        catch (error) {
            if (!controller.signal.aborted)
                this.#fail(what, error, copy);
        }
        if (this.#active.get(channel.name) === controller)
            this.#active.delete(channel.name);
        this.#settled();
        this.#options.onEnd?.();
    }
    /** The issue in which people say that they look after it, once it is known. */
    #issueOf({ savedLedger }) {
        const issues = this.#options.telling.channels.filter(({ kind }) => kind === 'issue');
        return issues.map(({ name }) => savedLedger?.channels[name]?.ref).find((ref) => ref !== undefined);
    }
    async #send(channel, message, outer) {
        const { clock } = this.#options;
        const late = () => new Undelivered(`${channel.name}: no answer within ${DELIVERY_MS / 1_000} s.`);
        const { signal, clear } = (0,timed_signal/* timedSignal */.s)({ clock, ms: DELIVERY_MS, signal: outer }, late);
        try {
            return await (0,until_aborted/* untilAborted */.E)(channel.deliver(message, { signal }), signal);
        }
        finally {
            clear();
        }
    }
    #fail(what, error, copy) {
        const at = this.#options.clock.now();
        const { retry, retryAfterMs = 0 } = error instanceof Undelivered ? error : { retry: 'soon', retryAfterMs: 0 };
        const isLong = retryAfterMs > LONGEST_PAUSE_MS;
        const said = (0,errors/* messageOf */.bD)(error);
        const refusal = {
            at,
            error: said.slice(0, 500),
            notBefore: at + retryAfterMs,
            retry: isLong ? 'later' : retry,
        };
        copy.noteDelivery((ledger) => (0,telling_ledger/* untold */.r_)(ledger, what, refusal));
        const text = `Channel ${what.channel}: ${said}`;
        if (this.#warned.has(text))
            return;
        this.#warned.add(text);
        this.#options.onTrouble?.(text);
    }
}
function shortly({ kind, component }) {
    return component === undefined ? kind : `${component} ${kind}`;
}


/***/ }),

/***/ 6090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ defaultBranches),
/* harmony export */   j: () => (/* binding */ withRefs)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_github_repositories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(549);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);



const PARALLEL = 8;
/** What GitHub says of the repositories of components that name no ref: repository, in lower case, → its facts. */
async function defaultBranches(components, { clientFor, signal }) {
    const open = new Map(components
        .filter(({ ref }) => ref === undefined)
        .map((component) => [component.repository.toLowerCase(), component]));
    const faults = [];
    const found = await (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__/* .mapPooled */ .Q)([...open], PARALLEL, async ([key, { id, repository }]) => {
        const fault = (why) => faults.push({ at: ['components', id, 'repository'], message: `Component ${id}: ${why}` });
        try {
            const facts = await (0,_platform_github_repositories_js__WEBPACK_IMPORTED_MODULE_1__/* .findRepository */ .W1)(clientFor(repository), repository, { signal });
            if (facts)
                return [[key, facts]];
            fault(`there is no repository ${repository}, or the token may not see it.`);
        }
        catch (error) {
            signal.throwIfAborted();
            fault(`the default branch of ${repository} could not be read: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        }
        return [];
    });
    return { repositories: new Map(found.flat()), faults };
}
/** The manifest with a ref for every component of these repositories: what is planned runs on a branch that has a name. */
function withRefs(manifest, repositories) {
    const components = manifest.components.map((component) => {
        const ref = component.ref ?? repositories.get(component.repository.toLowerCase())?.defaultBranch;
        return ref === undefined ? component : { ...component, ref };
    });
    return { ...manifest, components };
}


/***/ }),

/***/ 8850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ checkStructure)
});

;// CONCATENATED MODULE: ./build/release-train.schema.json
const release_train_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"a release train manifest","description":"Which repositories are released or deployed together, what each of them needs, and how.","type":"object","additionalProperties":false,"required":["name","components"],"properties":{"$schema":{"type":"string","description":"Where this schema is, for editors."},"name":{"allOf":[{"$ref":"#/definitions/id"}],"description":"The name of the train: of its state, its tags and its reports."},"defaults":{"title":"a map of defaults","type":"object","additionalProperties":false,"description":"What holds for every component that does not say otherwise.","properties":{"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that is dispatched."},"event-type":{"allOf":[{"$ref":"#/definitions/event-type"}],"description":"The repository_dispatch that is sent instead of a workflow."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that workflows run on; the repository\'s default branch by default."},"approval-timeout":{"allOf":[{"$ref":"#/definitions/approval-duration"}],"description":"How long a run may wait for people (reviewers or the timer of an environment), which is no part of timeout; 72h by default, at most 720h."},"on-approval-timeout":{"title":"leave or cancel","enum":["leave","cancel"],"description":"What becomes of a run that nobody approved in that time: it goes on waiting (leave, the default) or is cancelled."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long a run may take; 30m by default."},"gate-timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long gates may take; by default 30m for a package to be served, else the environment\'s health_timeout."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"Inputs that every component\'s workflow is given. Texts may hold {version} {previous-version} {release-type} {component} {environment} {environment.NAME} {dependency-versions} {nonce} {train}."}}},"tokens":{"title":"a map from owners to environment variables","type":"object","description":"Which environment variable holds the token for an owner\'s repositories. Owners that are not here use the action\'s own token.","propertyNames":{"title":"the name of a user or organisation","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"},"additionalProperties":{"title":"the name of an environment variable, such as EDA_TOKEN","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"groups":{"title":"a map of groups","type":"object","description":"Components that belong together: in reports, in the selection, and, if they say so, in their version.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"a group","type":["object","null"],"additionalProperties":false,"properties":{"version":{"title":"shared or independent","enum":["shared","independent"],"description":"shared: the members release under one version. independent (the default): each has its own."}}}},"components":{"title":"a map of at least one component","type":"object","minProperties":1,"description":"The components, by their ids. Where the graph leaves a choice, their order here decides.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"$ref":"#/definitions/component"}},"environments":{"title":"a map of environments","type":"object","description":"Where the train can deploy to. What an environment defines is {environment.NAME} in texts.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"an environment","type":["object","null"],"properties":{"health_timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long health checks may take here; 120s by default."},"rollback":{"title":"true or false","type":"boolean","description":"Whether a failure rolls back what this train has deployed here; false by default."},"production":{"title":"true or false","type":"boolean","description":"Whether people depend on what runs here, so that a failure is critical; true for the environment named production."}},"propertyNames":{"title":"a name of letters, digits, \'_\' and \'-\' that starts with a letter","pattern":"^[A-Za-z][A-Za-z0-9_-]*$"},"additionalProperties":{"$ref":"#/definitions/scalar"}}},"strategy":{"title":"sequential, parallel or canary","enum":["sequential","parallel","canary"],"description":"parallel (the default): as many at once as the needs and max-parallel allow. sequential: one at a time, or max-parallel where that is given. canary: the canary\'s components first, and the rest once they stayed healthy. In all of them a component starts only when what it needs has succeeded and is healthy."},"canary":{"title":"a canary","type":"object","additionalProperties":false,"required":["components"],"description":"What goes first with strategy canary.","properties":{"components":{"title":"a list of at least one component id","type":"array","items":{"$ref":"#/definitions/id"},"uniqueItems":true,"minItems":1,"description":"The components that go first, with what they need."},"bake":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long they must stay healthy before the rest starts; 0s by default."}}},"on-failure":{"title":"continue or halt","enum":["continue","halt"],"description":"continue (the default): components that do not depend on the failed one go on. halt: nothing new is started."},"max-parallel":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many components may be in flight at once; by default as many as the needs allow."},"notifications":{"title":"a map with channels and rules","description":"Who is told of what; see the action notify. Names in capitals are names of secrets, which are passed by channel-secrets.","type":"object","additionalProperties":false,"properties":{"channels":{"title":"a map of channels","description":"Where people and systems are told. Each channel is of the kind that its first key says.","type":"object","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"a channel, such as { slack-webhook: SLACK_URL }","type":"object","additionalProperties":false,"properties":{"slack":{"title":"the name of the secret with the bot token","type":"string","description":"A bot of Slack: one message a train, kept up to date, with details in its thread."},"channel":{"title":"a Slack channel, such as \\"#alerts\\" or its id","type":"string","pattern":"^(#[^\\\\s#]{1,79}|[CGD][A-Z0-9]{5,20})$","description":"Where the bot posts; invite it there."},"mention":{"title":"a mention of Slack, such as <!subteam^S012>, <@U012>, <!here> or <!channel>","type":"string","pattern":"^<(!subteam\\\\^[A-Z0-9]{3,20}|@[A-Z0-9]{3,20}|!here|!channel)>$","description":"Who is mentioned where something went wrong."},"api":{"title":"the address of another Slack, such as https://slack-gov.com/api","type":"string","pattern":"^https?://[^\\\\s@]+$","description":"Another Slack than slack.com, such as GovSlack."},"slack-webhook":{"title":"the name of the secret with the webhook\'s URL","type":"string","description":"An incoming webhook of Slack: a post a message."},"email":{"title":"a list of addresses","type":"array","minItems":1,"maxItems":50,"items":{"title":"an address","type":"string"},"description":"Mail to these addresses, sent encrypted or not at all."},"from":{"title":"the sender, such as Releases <train@example.com>","type":"string","description":"Whom the mail is from."},"smtp":{"title":"the name of the secret with smtps://user:password@host:465 or smtp://user:password@host:587","type":"string","description":"The mail server; TLS is required."},"issue":{"title":"a repository as owner/name","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}/[A-Za-z0-9._-]{1,100}$","description":"A GitHub issue a problem, closed when it is resolved."},"labels":{"title":"a list of labels","type":"array","maxItems":20,"items":{"title":"a label of at most 50 characters","type":"string","minLength":1,"maxLength":50},"description":"Labels of the issue besides our own."},"assignees":{"title":"a list of logins","type":"array","maxItems":10,"items":{"title":"a login","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"},"description":"Who is assigned from the start; that alone acknowledges nothing."},"webhook":{"title":"the name of the secret with the receiver\'s URL","type":"string","description":"A signed webhook, as standardwebhooks.com has it."},"secret":{"title":"the name of the secret that messages are signed with","type":"string","description":"Base64 of at least 16 bytes; two, parted by a blank, while one replaces the other."},"teams":{"title":"the name of the secret with the URL of the Teams workflow","type":"string","description":"A workflow of Microsoft Teams that posts to a channel."},"discord":{"title":"the name of the secret with the webhook\'s URL","type":"string","description":"A webhook of Discord."}}}},"rules":{"title":"a list of rules","description":"Every rule that fits a fact sends it to its channels; without rules nobody is told.","type":"array","maxItems":100,"items":{"title":"a rule, such as { events: [failed], channels: [alerts] }","type":"object","required":["channels"],"additionalProperties":false,"properties":{"events":{"title":"a list of events","description":"Default: all.","type":"array","minItems":1,"items":{"title":"an event such as failed","type":"string","pattern":"^[a-z][a-z0-9-]{0,63}$"}},"severity":{"title":"the least severity: info, warning, error or critical","enum":["info","warning","error","critical"],"description":"Only what is at least so bad. Default: all."},"environments":{"title":"a list of environments","description":"Default: all, and what has no environment.","type":"array","minItems":1,"items":{"title":"an environment","type":"string"}},"channels":{"title":"a list of channels","type":"array","minItems":1,"items":{"title":"the name of a channel","type":"string"},"description":"Who is told."},"escalate":{"title":"who is told when nobody acts: { after: 5m, to: [lead] }","type":"object","required":["after","to"],"additionalProperties":false,"properties":{"after":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long somebody has to acknowledge it."},"to":{"title":"a list of channels","type":"array","minItems":1,"items":{"title":"the name of a channel","type":"string"},"description":"Who is told then."},"every":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long until they are told again. Default: once only."},"times":{"title":"a whole number from 1 to 100","type":"integer","minimum":1,"maximum":100,"description":"How often in all; 3 by default where every is said."}},"description":"Who is told when nobody acknowledges the problem; see docs/notifications.md."}}}}}}},"definitions":{"id":{"title":"an id of lower-case letters, digits, \'.\', \'_\' and \'-\', at most 64 long, that starts with a letter or digit","type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$","maxLength":64},"text":{"title":"a text that is not empty","type":"string","minLength":1},"ids":{"title":"a list of component ids","type":"array","items":{"$ref":"#/definitions/id"},"uniqueItems":true},"approval-duration":{"title":"a duration of at most 30 days, such as 30m, 2h or 72h","type":"string","pattern":"^([0-9]{1,9}s|[0-9]{1,4}m|[0-9]{1,2}h|[1-6][0-9]{2}h|7[01][0-9]h|720h)$"},"duration":{"title":"a duration such as 90s, 30m or 2h","type":"string","pattern":"^[0-9]{1,9}(\\\\.[0-9]{1,3})?[smh]$"},"short-duration":{"title":"a duration such as 500ms, 90s or 5m","type":"string","pattern":"^([0-9]{1,9}(\\\\.[0-9]{1,3})?[smh]|[0-9]{1,9}ms)$"},"repository":{"title":"a repository as owner/name","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}/(?!\\\\.{1,2}$)[A-Za-z0-9._-]{1,100}$"},"workflow":{"title":"the file name of a workflow, such as release.yml","type":"string","pattern":"^[^/\\\\\\\\\\\\s]+\\\\.ya?ml$","maxLength":255},"event-type":{"title":"an event type of 1 to 100 characters","type":"string","minLength":1,"maxLength":100},"ref":{"title":"the name of a branch or tag","type":"string","pattern":"^[^\\\\s~^:?*\\\\[\\\\\\\\]+$","maxLength":255},"scalar":{"title":"a text, a number, true or false","type":["string","number","boolean"]},"inputs":{"title":"a map from input names to texts","type":"object","maxProperties":25,"additionalProperties":{"$ref":"#/definitions/scalar"}},"whole":{"title":"a whole number of at least 1","type":"integer","minimum":1},"check":{"title":"a health check","type":"object","additionalProperties":false,"minProperties":1,"description":"A check as the action verify-health takes it. Texts may hold the {names} that inputs may.","properties":{"name":{"title":"a text that is not empty","type":"string","minLength":1,"description":"What the check is called in reports."},"kind":{"title":"http, tcp, dns, tls, mcp or suite","enum":["http","tcp","dns","tls","mcp","suite"],"description":"What is checked; http by default."},"url":{"title":"a text that is not empty","type":"string","minLength":1,"description":"Where the check looks."},"method":{"title":"a text that is not empty","type":"string","minLength":1,"description":"The HTTP method."},"headers":{"title":"a map of headers","type":"object","additionalProperties":{"$ref":"#/definitions/scalar"},"description":"Headers to send."},"body":{"description":"The body to send; anything but a text is sent as JSON."},"expect-status":{"description":"The status, or statuses, that are healthy."},"expect-version":{"allOf":[{"$ref":"#/definitions/scalar"}],"description":"The version that the service must say it runs."},"version":{"allOf":[{"$ref":"#/definitions/scalar"}],"description":"The same as expect-version."},"version-path":{"title":"a text that is not empty","type":"string","minLength":1,"description":"Where the version stands in the body of the answer."},"condition":{"title":"a text that is not empty","type":"string","minLength":1,"description":"A condition in CEL over status, headers, body, text, latency and certificate."},"max-latency":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"An answer that takes longer is not healthy."},"timeout":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long the check may take to become healthy."},"attempt-timeout":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long one try may take."},"interval":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long to wait between tries."},"consecutive-successes":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many tries in a row must succeed."},"failure-limit":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many tries may fail before the check is unhealthy."},"window":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"The time over which max-error-rate is measured."},"max-error-rate":{"title":"a number from 0 to 1","type":"number","minimum":0,"maximum":1,"description":"The share of tries in the window that may fail."},"only-topic":{"title":"a text that is not empty","type":"string","minLength":1,"description":"The check is only for repositories with this topic."},"until-gone":{"title":"true or false","type":"boolean","description":"Healthy once the target is gone."},"min-days":{"title":"a whole number","type":"integer","minimum":0,"description":"tls: for how many days more the certificate must be valid."},"min-tools":{"title":"a whole number","type":"integer","minimum":0,"description":"mcp: how many tools the server must offer."},"record":{"title":"a text that is not empty","type":"string","minLength":1,"description":"dns: the type of record, such as A or TXT."},"server":{"title":"a text that is not empty","type":"string","minLength":1,"description":"dns: the server that is asked."},"severity":{"title":"fail or warn","enum":["fail","warn"],"description":"Whether an unhealthy answer fails the component or only warns."},"steps":{"title":"a list of steps","type":"array","description":"The steps of a suite."}}},"component":{"title":"a component","type":"object","additionalProperties":false,"required":["repository"],"description":"One thing that is released or deployed: a repository and what it needs.","properties":{"repository":{"allOf":[{"$ref":"#/definitions/repository"}],"description":"Where it lives: owner/name."},"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that releases or deploys it, started by workflow_dispatch. Instead of defaults.workflow."},"event-type":{"allOf":[{"$ref":"#/definitions/event-type"}],"description":"Starts it by a repository_dispatch of this type instead of a workflow; inputs become the client_payload."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that the workflow runs on."},"needs":{"allOf":[{"$ref":"#/definitions/ids"}],"description":"The components that must have succeeded before this one starts."},"group":{"allOf":[{"$ref":"#/definitions/id"}],"description":"The group it belongs to."},"package":{"title":"{ npm: NAME } or { pypi: NAME }, or a list of these","type":["object","array"],"additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"npm":{"title":"the name of an npm package","type":"string","pattern":"^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$","maxLength":214,"description":"The name on the npm registry."},"pypi":{"title":"the name of a Python package","type":"string","pattern":"^([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])$","maxLength":214,"description":"The name on the Python package index."}},"items":{"$ref":"#/definitions/package"},"minItems":1,"description":"The package it publishes, or a list of them. It has succeeded only when the registries serve the planned version of all, and its current version is read there and from its tags."},"tag":{"title":"the form of a tag with {version} in it once, such as \\"core-v{version}\\"","type":"string","pattern":"^[^{}\\\\s~^:?*\\\\[\\\\\\\\]*\\\\{version\\\\}[^{}\\\\s~^:?*\\\\[\\\\\\\\]*$","maxLength":200,"description":"The form of its tags. Without it name@1.2.3, name-v1.2.3, name/v1.2.3 (by the component\'s id, package or repository), v1.2.3, 1.2.3 and release-1.2.3 are understood."},"directory":{"title":"a folder of the repository, such as packages/core","type":"string","pattern":"^(?!.*(^|/)\\\\.\\\\.(/|$))[^\\\\\\\\]+$","maxLength":255,"description":"Where its package.json is; the root by default."},"line":{"title":"a maintenance line such as 1.x or 1.4.x","type":"string","pattern":"^[0-9]{1,9}(\\\\.[0-9]{1,9})?\\\\.x$","description":"Only versions of this line count, and only such are released: 1.x goes on while 2.x is the latest."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"What the workflow is given, over defaults.inputs. Texts may hold {version} {previous-version} {release-type} {component} {environment} {environment.NAME} {dependency-versions} {nonce} {train}; \\\\{name} is the text {name} itself."},"approval-timeout":{"allOf":[{"$ref":"#/definitions/approval-duration"}],"description":"How long its run may wait for people; see defaults."},"on-approval-timeout":{"title":"leave or cancel","enum":["leave","cancel"],"description":"What becomes of a run that nobody approved in that time; see defaults."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long its run may take, from dispatch to conclusion."},"gate-timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long its gates may take: healthy, package served."},"health":{"title":"a list of health checks","type":"array","items":{"$ref":"#/definitions/check"},"description":"It has succeeded only when all of these pass."},"rollback":{"title":"a rollback","type":"object","additionalProperties":false,"required":["workflow"],"description":"How to undo it when the train fails.","properties":{"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that rolls it back."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that it runs on; the component\'s by default."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"What it is given; mostly { version: \\"{previous-version}\\" }."}}},"compatible":{"title":"a map from component ids to version ranges","type":"object","additionalProperties":{"$ref":"#/definitions/text"},"description":"Ranges (as npm writes them) that other components\' versions must lie in, checked before anything starts."}}},"package":{"title":"{ npm: NAME } or { pypi: NAME }","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"npm":{"title":"the name of an npm package","type":"string","pattern":"^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$","maxLength":214,"description":"The name on the npm registry."},"pypi":{"title":"the name of a Python package","type":"string","pattern":"^([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])$","maxLength":214,"description":"The name on the Python package index."}}}}}');
// EXTERNAL MODULE: ./build/src/engine/planning/schema-check.js
var schema_check = __webpack_require__(9556);
;// CONCATENATED MODULE: ./build/src/engine/planning/manifest-structure.js


/** Other tools' words for ours. */
const SYNONYMS = {
    repo: 'repository',
    'depends-on': 'needs',
    depends_on: 'needs',
    dependencies: 'needs',
    requires: 'needs',
    packages: 'package',
    branch: 'ref',
    path: 'directory',
    event_type: 'event-type',
    'workflow-file': 'workflow',
    'tag-format': 'tag',
};
/** Checks a document against the manifest's published schema. */
function checkStructure(value) {
    return (0,schema_check/* checkAgainstSchema */.F)(value, { schema: release_train_schema_namespaceObject, name: 'manifest', holds: 'name and components', synonyms: SYNONYMS });
}


/***/ }),

/***/ 8166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gp: () => (/* binding */ openManifest),
  Sw: () => (/* binding */ resolveManifestFile)
});

// UNUSED EXPORTS: resolveRead

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(5941);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(2556);
;// CONCATENATED MODULE: ./build/src/train/manifest/dispatch-kind.js
/** How a component, or the defaults, say that it is started; undefined where they do not. */
function dispatchKind(from) {
    if (from['event-type'] !== undefined)
        return 'event-type';
    return from.workflow === undefined ? undefined : 'workflow';
}

// EXTERNAL MODULE: ./build/src/train/manifest/faults.js
var manifest_faults = __webpack_require__(3215);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(4963);
;// CONCATENATED MODULE: ./build/src/train/manifest/check-sent.js




/** What a component has to be sent so that its run can be recognised, and so that it knows what to release. */
function checkSent({ defaults = {} }, components) {
    const [nonces, versions] = [(0,manifest_faults/* collectFaults */.C)(), (0,manifest_faults/* collectFaults */.C)()];
    for (const [id, component] of components) {
        const sent = namesSent({ ...defaults.inputs, ...component.inputs });
        const at = ['components', id];
        const own = dispatchKind(component);
        if ((own ?? dispatchKind(defaults)) === 'event-type' && component.workflow === undefined && !sent.has('nonce')) {
            const message = () => `Component ${id} is started by an event, and its inputs carry no {nonce}: nobody could find its run, and every resume would release it again. Add to its inputs: nonce: "{nonce}", and show it in the run-name of its workflow: [\${{ github.event.client_payload.nonce }}].`;
            nonces.add(own === undefined ? at : [...at, 'event-type'], message, 'key');
        }
        const { package: published } = component;
        const waits = published !== undefined && Object.keys(published).length > 0;
        if (waits && !sent.has('version') && !sent.has('release-type')) {
            const message = () => `Component ${id}: the train waits until its package is served, but its inputs carry neither {version} nor {release-type}: its workflow cannot know what to release, and the train would wait for nothing. Add to its inputs: version: "{version}".`;
            versions.add(at, message, 'key');
        }
    }
    return [nonces, versions];
}
/** Components whose run only GitHub's own answer to the dispatch names: one warning for all. */
function unnamedRuns({ defaults = {} }, components) {
    const unnamed = components.filter(([, component]) => (dispatchKind(component) ?? dispatchKind(defaults)) === 'workflow' &&
        !namesSent({ ...defaults.inputs, ...component.inputs }).has('nonce'));
    const [first] = unnamed;
    if (!first)
        return [];
    const message = `The inputs of ${(0,wording/* listed */.KE)(unnamed.map(([id]) => id))} carry no {nonce}: only GitHub's own answer to a dispatch then says which run it became, and a server before GHES 3.21 does not. Add nonce: "{nonce}".`;
    return [{ at: ['components', first[0]], key: 'key', message }];
}
function namesSent(inputs) {
    return new Set(Object.values(inputs).flatMap((value) => (typeof value === 'string' ? (0,interpolate/* namesIn */.wX)(value) : [])));
}

;// CONCATENATED MODULE: ./build/src/train/manifest/check-components.js






/** What the components say of themselves and of one another, and cannot mean. */
function checkComponents(raw, components) {
    return [
        checkNeeds(components),
        checkCycles(components),
        checkGroups(raw, components),
        checkDispatch(raw, components),
        ...checkSent(raw, components),
        checkPackages(components),
        checkCompatible(components),
    ];
}
function checkNeeds(components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const known = new Set(components.map(([id]) => id));
    for (const [id, { needs = [] }] of components) {
        for (const [index, need] of needs.entries()) {
            const at = ['components', id, 'needs', index];
            if (need === id)
                faults.add(at, () => `Component ${id} needs itself; remove it from its needs.`);
            else if (need !== undefined && !known.has(need))
                faults.add(at, () => unknownComponent(`Component ${id} needs`, need, known));
        }
    }
    return faults;
}
function checkCycles(components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const needsOf = new Map(components.map(([id, { needs = [] }]) => [id, needs]));
    const nodes = components.map(([id, { needs = [] }]) => ({
        id,
        needs: needs.filter((need) => need !== undefined).filter((need) => need !== id),
    }));
    for (const cycle of (0,graph/* findCycles */.p4)(nodes)) {
        const [id = '', need = ''] = cycle;
        const message = () => `Cycle in needs: ${pathOf(cycle)}. Nothing on it could ever start; remove one of these needs.`;
        faults.add(['components', id, 'needs', needsOf.get(id)?.indexOf(need) ?? 0], message);
    }
    return faults;
}
function pathOf(cycle) {
    const shown = cycle.length > 30 ? [...cycle.slice(0, 15), `… ${cycle.length - 30} more …`, ...cycle.slice(-15)] : cycle;
    return shown.join(' → ');
}
/** That an id is no component's, with what was probably meant. */
function unknownComponent(who, id, known) {
    const hint = (0,wording/* didYouMean */.au)(id, known);
    return `${who} ${(0,wording/* quote */.hD)(id)}, which is no component of this manifest${hint || `. Known: ${(0,wording/* listed */.KE)([...known])}.`}`;
}
function checkGroups({ groups = {} }, components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    for (const [id, { group }] of components) {
        if (group === undefined || Object.hasOwn(groups, group))
            continue;
        const known = Object.keys(groups);
        const hint = () => (0,wording/* didYouMean */.au)(group, known) || (known.length > 0 ? `. Known: ${(0,wording/* listed */.KE)(known)}.` : '; add it there.');
        faults.add(['components', id, 'group'], () => `Component ${id}: groups has no group ${(0,wording/* quote */.hD)(group)}${hint()}`);
    }
    return faults;
}
/** GitHub takes at most 25 inputs of a workflow and 10 keys of a client_payload. */
const MOST_INPUTS = { workflow: 25, 'event-type': 10 };
function checkDispatch({ defaults = {} }, components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    if (defaults.workflow !== undefined && defaults['event-type'] !== undefined) {
        faults.add(['defaults', 'event-type'], () => 'defaults has both workflow and event-type; keep one.', 'key');
    }
    for (const [id, component] of components) {
        const at = ['components', id];
        const kind = dispatchKind(component) ?? dispatchKind(defaults);
        if (!kind)
            faults.add(at, () => `Component ${id} has no workflow, and neither has defaults; add one.`, 'key');
        if (component.workflow !== undefined && component['event-type'] !== undefined) {
            faults.add([...at, 'event-type'], () => `Component ${id} has both workflow and event-type; keep one.`, 'key');
        }
        const count = Object.keys({ ...defaults.inputs, ...component.inputs }).length;
        const most = MOST_INPUTS[kind ?? 'workflow'];
        if (count > most) {
            const message = () => `Component ${id} has ${count} inputs; GitHub takes at most ${most} with ${kind === 'event-type' ? 'an event-type' : 'a workflow'}.`;
            faults.add([...at, 'inputs'], message);
        }
    }
    return faults;
}
function checkPackages(components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const first = new Map();
    for (const [id, { package: published = {} }] of components) {
        const isList = Array.isArray(published);
        for (const [index, one] of [published].flat().entries()) {
            for (const [registry, name] of Object.entries(one ?? {})) {
                const before = first.get(`${registry}:${name}`);
                first.set(`${registry}:${name}`, before ?? id);
                if (before === undefined)
                    continue;
                const message = () => before === id
                    ? `Component ${id} publishes ${(0,wording/* quote */.hD)(name)} twice; leave one out.`
                    : `Components ${before} and ${id} both publish ${(0,wording/* quote */.hD)(name)}; only one can.`;
                faults.add(['components', id, 'package', ...(isList ? [index] : []), registry], message);
            }
        }
    }
    return faults;
}
function checkCompatible(components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const known = new Set(components.map(([id]) => id));
    for (const [id, { compatible = {} }] of components) {
        for (const [other, range] of Object.entries(compatible)) {
            const at = ['components', id, 'compatible', other];
            if (!known.has(other)) {
                faults.add(at, () => unknownComponent(`Component ${id}: compatible names`, other, known), 'key');
            }
            if (semver.validRange(range) === null) {
                const message = () => `Component ${id}: ${(0,wording/* quote */.hD)(range)} is no version range; expected one such as ^1.2.0 or ">=2 <4".`;
                faults.add(at, message);
            }
        }
    }
    return faults;
}

// EXTERNAL MODULE: ./build/src/train/manifest/check-notifications.js
var check_notifications = __webpack_require__(3497);
;// CONCATENATED MODULE: ./build/src/train/manifest/owner.js
/** The owner in `owner/name`, in lower case: GitHub does not distinguish the case of names. */
function ownerOf(repository) {
    return (repository.split('/', 1)[0] ?? '').toLowerCase();
}

// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var texts = __webpack_require__(9576);
;// CONCATENATED MODULE: ./build/src/train/manifest/check-manifest.js








/** Nobody else can make one. */
const checked = Symbol('checked');
/** The manifest, found to have no fault; or every fault of syntax, structure and meaning, each with its path. */
function checkManifest({ raw, written, faults: before, }) {
    const faults = [...before, ...faultsOfMeaning(raw)];
    if (faults.length > 0)
        return { faults };
    const components = Object.entries(raw.components ?? {});
    const warnings = [...unusedTokens(raw, components), ...unnamedRuns(raw, components), ...(0,check_notifications/* rulesWithoutUse */.I)(raw)];
    return { raw, written, warnings, [checked]: true };
}
function faultsOfMeaning(raw) {
    const components = Object.entries(raw.components ?? {});
    return [
        checkIds(raw, components),
        ...checkComponents(raw, components),
        checkPlaceholders(raw, components),
        checkCanary(raw),
        (0,check_notifications/* checkNotifications */.p)(raw),
        checkTokens(raw),
    ].flatMap((list) => list.all());
}
/** Owners in `tokens` of which repositories are used, and for which there is no token. */
function missingTokens(tokens, repositories, atHand) {
    const used = new Set(repositories.map(ownerOf));
    return Object.entries(tokens)
        .map(([owner, variable]) => ({ owner, variable, key: owner.toLowerCase() }))
        .filter(({ key, variable }) => used.has(key) && !atHand.owners.has(key) && !atHand.variables.has(variable))
        .map(({ owner, variable }) => ({
        at: ['tokens', owner],
        message: `The environment variable ${variable}, which is to hold the token for ${owner}, is not set or is empty. Pass it to the step (env: { ${variable}: … }), or give it by the input tokens (${owner}: …).`,
    }));
}
const RESERVED = new Set(['all', 'constructor', 'prototype']);
function checkIds({ groups = {} }, components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const reserved = (section, ids) => {
        for (const id of ids) {
            if (RESERVED.has(id))
                faults.add([section, id], () => `The id ${(0,wording/* quote */.hD)(id)} is reserved; choose another.`, 'key');
        }
    };
    const ids = components.map(([id]) => id);
    reserved('components', ids);
    reserved('groups', Object.keys(groups));
    for (const id of ids.filter((one) => Object.hasOwn(groups, one))) {
        const message = () => `${(0,wording/* quote */.hD)(id)} is a component and a group; packages: ${id} could mean either. Rename one.`;
        faults.add(['groups', id], message, 'key');
    }
    return faults;
}
const OWN_ENVIRONMENT_KEYS = new Set(['health_timeout', 'rollback', 'production']);
function checkPlaceholders(raw, components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const names = Object.values(raw.environments ?? {})
        .flatMap((environment) => Object.keys(environment ?? {}))
        .filter((name) => !OWN_ENVIRONMENT_KEYS.has(name));
    const environmentNames = new Set(names);
    const check = (root, at, place = 'inputs') => {
        for (const { text, path } of (0,texts/* textsIn */.E)(root, at)) {
            for (const message of (0,interpolate/* placeholderFaults */.BZ)(text, environmentNames, place))
                faults.add(path, () => message);
        }
    };
    check(raw.defaults?.inputs, ['defaults', 'inputs']);
    for (const [id, { inputs, health, rollback }] of components) {
        check(inputs, ['components', id, 'inputs']);
        check(health, ['components', id, 'health'], 'health');
        check(rollback?.inputs, ['components', id, 'rollback', 'inputs']);
    }
    return faults;
}
function checkCanary({ strategy, canary, components = {} }) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    if (strategy === 'canary' && !canary) {
        faults.add(['strategy'], () => 'strategy is canary, but canary.components does not say what goes first.');
    }
    const known = new Set(Object.keys(components));
    for (const [index, id] of (canary?.components ?? []).entries()) {
        if (id === undefined || known.has(id))
            continue;
        faults.add(['canary', 'components', index], () => unknownComponent('canary.components names', id, known));
    }
    return faults;
}
/** The name of a variable may look like anything, but not like a token. */
function checkTokens({ tokens = {} }) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    for (const [owner, variable] of Object.entries(tokens)) {
        if (!(0,wording/* looksLikeToken */.NM)(String(variable)))
            continue;
        const name = `${owner.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_TOKEN`;
        const message = () => `tokens.${owner} is a token itself, which everybody can read here: revoke it. Write the name of the environment variable that holds a new one, such as ${name}.`;
        faults.add(['tokens', owner], message);
    }
    return faults;
}
function unusedTokens({ tokens = {} }, components) {
    const owners = new Set(components.flatMap(([, { repository }]) => (repository ? [ownerOf(repository)] : [])));
    return Object.keys(tokens)
        .filter((owner) => !owners.has(owner.toLowerCase()))
        .map((owner) => ({
        at: ['tokens', owner],
        key: 'key',
        message: `tokens has ${(0,wording/* quote */.hD)(owner)}, but no component's repository belongs to it${(0,wording/* didYouMean */.au)(owner, owners) || '.'}`,
    }));
}

// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var time_duration = __webpack_require__(7107);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var notifications = __webpack_require__(1792);
;// CONCATENATED MODULE: ./build/src/train/manifest/resolve-manifest.js


/** The manifest as it is used: defaults applied, texts as they were written, durations in milliseconds. */
function resolveManifest({ raw, written }) {
    const defaults = raw.defaults ?? {};
    const defaultInputs = textsOf(defaults.inputs, ['defaults', 'inputs'], written);
    const components = Object.entries(raw.components ?? {}).map(([id, component]) => resolveComponent({ id, component, defaults, defaultInputs, written }));
    return {
        name: raw.name ?? '',
        components,
        groups: Object.entries(raw.groups ?? {}).map(([id, group]) => ({ id, version: group?.version ?? 'independent' })),
        environments: Object.entries(raw.environments ?? {}).map(([id, values]) => resolveEnvironment(id, values, written)),
        strategy: raw.strategy ?? 'parallel',
        ...(raw.canary && { canary: resolveCanary(raw.canary) }),
        onFailure: raw['on-failure'] ?? 'continue',
        ...(raw['max-parallel'] !== undefined && { maxParallel: raw['max-parallel'] }),
        tokens: raw.tokens ?? {},
        ...(raw.notifications && { notifications: (0,notifications/* resolveNotifications */.X5)(raw.notifications) }),
    };
}
function resolveComponent({ id, component, defaults, defaultInputs, written }) {
    const ref = component.ref ?? defaults.ref;
    const gateTimeout = component['gate-timeout'] ?? defaults['gate-timeout'];
    const approvalTimeout = component['approval-timeout'] ?? defaults['approval-timeout'];
    const onApprovalTimeout = component['on-approval-timeout'] ?? defaults['on-approval-timeout'];
    const rollback = component.rollback;
    const at = ['components', id];
    return {
        id,
        repository: component.repository ?? '',
        dispatch: resolveDispatch(component, defaults),
        ...(ref !== undefined && { ref }),
        needs: withoutHoles(component.needs),
        ...(component.group !== undefined && { group: component.group }),
        ...(component.package !== undefined && { package: resolvePackage(component.package) }),
        ...known({
            tag: component.tag,
            directory: component.directory?.replace(/^(\.?\/)+|\/+$/g, ''),
            line: component.line,
        }),
        inputs: { ...defaultInputs, ...textsOf(component.inputs, [...at, 'inputs'], written) },
        timeout: milliseconds(component.timeout ?? defaults.timeout ?? '30m'),
        ...(gateTimeout !== undefined && { gateTimeout: milliseconds(gateTimeout) }),
        ...(approvalTimeout !== undefined && { approvalTimeout: milliseconds(approvalTimeout) }),
        ...(onApprovalTimeout === 'cancel' && { cancelUnapproved: true }),
        compatible: component.compatible ?? {},
        health: (component.health ?? []).map(resolveCheck),
        ...(rollback && {
            rollback: {
                workflow: rollback.workflow ?? '',
                ...known({ ref: rollback.ref ?? ref }),
                inputs: textsOf(rollback.inputs, [...at, 'rollback', 'inputs'], written),
            },
        }),
    };
}
function resolvePackage(published) {
    const one = ({ npm, pypi = '' }) => (npm === undefined ? { pypi } : { npm });
    if (!Array.isArray(published))
        return one(published);
    return published.filter((item) => item !== undefined).map(one);
}
/** Only what is there and says something. */
function known(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}
function resolveDispatch(component, defaults) {
    const own = component.workflow !== undefined || component['event-type'] !== undefined;
    const { workflow, 'event-type': eventType } = own ? component : defaults;
    return eventType === undefined ? { workflow: workflow ?? '' } : { eventType };
}
/** A manifest may say `version` for what verify-health calls `expect-version`. */
function resolveCheck(check) {
    const { version, ...rest } = check;
    return version === undefined ? rest : { 'expect-version': version, ...rest };
}
function resolveEnvironment(id, raw, written) {
    const { health_timeout, rollback, production, ...values } = raw ?? {};
    return {
        id,
        values: textsOf(values, ['environments', id], written),
        healthTimeout: milliseconds(String(health_timeout ?? '120s')),
        rollback: rollback === true,
        ...(production !== undefined && { production: production === true }),
    };
}
function resolveCanary({ components = [], bake = '0s' }) {
    return { components: withoutHoles(components), bake: milliseconds(bake) };
}
function textsOf(inputs, at, written) {
    const texts = Object.entries(inputs ?? {}).map(([name, value]) => [
        name,
        typeof value === 'number' ? written([...at, name], value) : String(value),
    ]);
    return Object.fromEntries(texts);
}
function milliseconds(duration) {
    const ms = (0,time_duration/* parseDuration */.E)(duration);
    if (ms === undefined)
        throw new Error(`The schema let the duration ${duration} pass.`);
    return ms;
}
function withoutHoles(list = []) {
    return list.filter((item) => item !== undefined);
}

// EXTERNAL MODULE: ./build/src/train/plan/request.js
var plan_request = __webpack_require__(9015);
// EXTERNAL MODULE: ./build/src/train/plan/versioned.js
var versioned = __webpack_require__(1919);
;// CONCATENATED MODULE: ./build/src/train/plan/selection.js





/** What the request chooses, or everything that is wrong with it. */
function selectComponents(manifest, request) {
    const wrong = (0,plan_request/* checkRequest */.yG)(manifest, request);
    const ids = selectedIds(manifest, request);
    const components = manifest.components.filter(({ id }) => ids.has(id));
    const faults = (0,manifest_faults/* collectFaults */.C)();
    checkChosenVersions(manifest, components, request, faults);
    checkReleaseType(manifest, components, request, faults);
    const strategy = request.strategy ?? manifest.strategy;
    const canary = strategy === 'canary' ? chosenCanary(manifest, ids, faults) : undefined;
    const found = [...wrong, ...faults.all()];
    if (found.length > 0)
        return { faults: found };
    const environment = manifest.environments.find(({ id }) => id === request.environment);
    return {
        manifest,
        request,
        intent: (0,plan_request/* intentOf */.oQ)(request),
        components,
        strategy,
        ...(environment && { environment }),
        ...(canary && { canary }),
    };
}
function selectedIds(manifest, request) {
    const names = (0,plan_request/* wantedNames */.qv)(request);
    if (names === undefined)
        return new Set(manifest.components.map(({ id }) => id));
    const members = (0,plan_request/* membersByName */.m9)(manifest);
    const chosen = new Set(names.flatMap((name) => members.get(name) ?? []));
    return request.includeDependents ? (0,graph/* withDependents */.hO)(manifest.components, chosen) : chosen;
}
function chosenCanary({ canary }, selected, faults) {
    if (!canary) {
        faults.add(undefined, () => 'Strategy canary: the manifest has no canary.components that say what goes first.');
        return undefined;
    }
    const components = canary.components.filter((id) => selected.has(id));
    if (components.length > 0)
        return { components, bake: canary.bake };
    const message = () => `Strategy canary: none of canary.components (${(0,wording/* listed */.KE)(canary.components)}) is selected; select one, or choose another strategy.`;
    faults.add(['canary', 'components'], message);
    return undefined;
}
/** A version for what is not selected would do nothing; two for one shared group cannot both come true. */
function checkChosenVersions(manifest, components, request, faults) {
    const selected = new Map(components.map((component) => [component.id, component]));
    const known = new Set(manifest.components.map(({ id }) => id));
    const shared = (0,versioned/* sharedGroups */.CC)(manifest);
    const first = new Map();
    for (const [id, version] of Object.entries(request.versions ?? {})) {
        const { group } = selected.get(id) ?? {};
        if (known.has(id) && !selected.has(id)) {
            const message = () => `Input versions: ${id} is given ${(0,wording/* quote */.hD)(version)}, but packages does not select it.`;
            faults.add(undefined, message);
        }
        if (group === undefined || !shared.has(group) || (0,plan_request/* intentOf */.oQ)(request) === 'deploy')
            continue;
        const before = first.get(group);
        if (before === undefined)
            first.set(group, { id, version });
        else if (before.version !== version) {
            const message = () => `Input versions: ${before.id} is given ${before.version} and ${id} ${version}, but the group ${group} releases under one version.`;
            faults.add(undefined, message);
        }
    }
}
/** Said once for all components: one cause is one fault. */
function checkReleaseType(manifest, components, request, faults) {
    if (request.startsNothing)
        return;
    if (request.releaseType !== undefined || (0,plan_request/* intentOf */.oQ)(request) === 'deploy' || (0,plan_request/* asksForPrevious */.tf)(request))
        return;
    const { versions = {} } = request;
    const shared = (0,versioned/* sharedGroups */.CC)(manifest);
    const given = new Set(components.filter(({ id }) => Object.hasOwn(versions, id)).map(({ id, group }) => group ?? id));
    const open = components.filter((component) => (0,versioned/* isVersioned */.at)(component, shared) &&
        !Object.hasOwn(versions, component.id) &&
        !(component.group !== undefined && shared.has(component.group) && given.has(component.group)));
    if (open.length === 0)
        return;
    const ids = (0,wording/* listed */.KE)(open.map(({ id }) => id));
    const entries = open.length === 1 ? `an entry for ${ids}` : 'an entry for each';
    const message = () => `Nothing says which version ${open.length === 1 ? 'component' : 'components'} ${ids} ${open.length === 1 ? 'is' : 'are'} to have: give release-type, or versions with ${entries}.`;
    faults.add(undefined, message);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(5698);
// EXTERNAL MODULE: ./build/src/engine/planning/located-faults.js
var located_faults = __webpack_require__(2574);
// EXTERNAL MODULE: ./build/src/engine/planning/manifest-structure.js + 1 modules
var manifest_structure = __webpack_require__(8850);
;// CONCATENATED MODULE: ./build/src/engine/planning/read-manifest.js







/** 10,000 components with everything that they can say fit into it; reading it takes seconds, not minutes. */
const LARGEST = 4 * 1024 * 1024;
/** One slip of syntax can make every later line wrong; the first faults tell where to begin. */
const MOST_SYNTAX_FAULTS = 20;
/** Reads a manifest file, whatever is wrong in it. Throws a UserError where there is no file to read. */
async function readManifestFile(path, shownAs = path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const reason = error.code === 'ENOENT' ? 'there is no such file' : String(error);
        throw new errors/* UserError */.yo(`The manifest ${(0,wording/* quote */.hD)(shownAs)} cannot be read: ${reason}. Check the input manifest, and that the repository is checked out before this step.`, { cause: error });
    }
    return readManifest(text, shownAs);
}
/** What a text says as a manifest, with every fault of syntax and structure in it. */
async function readManifest(text, file) {
    const size = external_node_buffer_.Buffer.byteLength(text);
    if (size > LARGEST) {
        const message = `The manifest is ${megabytes(size)} MB; at most ${megabytes(LARGEST)} MB are read. Is this the right file?`;
        return unreadable([{ message, line: 1, column: 1 }], file);
    }
    const read = await (0,yaml.parseYaml)(text);
    const syntax = 'faults' in read ? read.faults : [];
    const document = 'faults' in read ? read.document : read;
    if (!document)
        return unreadable(syntax, file);
    const { faults, sound } = await (0,manifest_structure/* checkStructure */.w)(document.value);
    return {
        parsed: {
            raw: sound,
            faults: [...placed(syntax), ...faults],
            written: (path, value) => document.written(path) ?? String(value),
        },
        located: (found) => (0,located_faults/* locate */.x)(found, document, file).sort(located_faults/* byPlace */.h),
    };
}
function unreadable(faults, file) {
    return {
        parsed: { raw: {}, faults: placed(faults), written: (_, value) => String(value) },
        located: (found) => found.map(({ message, place }) => ({ message, ...(place && { file, ...place }) })),
    };
}
function placed(faults) {
    return faults
        .slice(0, MOST_SYNTAX_FAULTS)
        .map(({ message, line = 1, column = 1 }) => ({ message, place: { line, column } }));
}
function megabytes(bytes) {
    return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}

;// CONCATENATED MODULE: ./build/src/engine/planning/open-manifest.js






/** Checks and resolves what was read; or all that is wrong in it, each with its place. */
function resolveRead({ parsed, located }) {
    const checked = checkManifest(parsed);
    if ('faults' in checked)
        return { faults: located(checked.faults) };
    return { manifest: resolveManifest(checked), warnings: located(checked.warnings), located };
}
/** The manifest of a file. Throws a UserError with every fault in it. */
async function resolveManifestFile(path, shownAs = path) {
    const resolved = resolveRead(await readManifestFile(path, shownAs));
    if ('faults' in resolved)
        throw new errors/* UserError */.yo(resolved.faults);
    return resolved;
}
/**
 * Reads the manifest and checks all that can be checked without a request: what is wrong with the file does not hide what is
 * wrong with the inputs. Throws a UserError with every fault.
 */
async function openManifest(file, request, tokens) {
    const read = await readManifestFile(file.path, file.shownAs);
    const resolved = resolveRead(read);
    if ('faults' in resolved)
        throw new errors/* UserError */.yo([...resolved.faults, ...aboutFaulty(read.parsed.raw, request)]);
    const { manifest, warnings, located } = resolved;
    const selection = selectComponents(manifest, request);
    const { components } = 'faults' in selection ? manifest : selection;
    const repositories = components.map(({ repository }) => repository);
    const missing = missingTokens(manifest.tokens, repositories, tokens);
    if ('faults' in selection)
        throw new errors/* UserError */.yo(located([...selection.faults, ...missing]));
    if (missing.length > 0)
        throw new errors/* UserError */.yo(located(missing));
    const owners = [...new Set(repositories.map((repository) => repository.split('/', 1)[0] ?? ''))];
    return { selection, owners, warnings, located };
}
/** What is wrong with a request to a manifest that has faults itself, as far as it can be judged. */
function aboutFaulty(raw, request) {
    if (raw.components === undefined)
        return [];
    const entries = (map = {}) => Object.entries(map);
    const names = {
        components: entries(raw.components).map(([id, component]) => ({ ...component, id })),
        groups: entries(raw.groups).map(([id]) => ({ id })),
        environments: entries(raw.environments).map(([id]) => ({ id })),
    };
    return (0,plan_request/* checkRequest */.yG)(names, request);
}


/***/ }),

/***/ 1157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ planHash),
  q: () => (/* binding */ planTrain)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(7807);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var texts = __webpack_require__(9576);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(2556);
// EXTERNAL MODULE: ./build/src/train/manifest/faults.js
var manifest_faults = __webpack_require__(3215);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(5941);
;// CONCATENATED MODULE: ./build/src/train/plan/compatibility.js


/**
 * Compares what components say they are compatible with to the versions that will be there when the train is through:
 * the planned one, else the current one. A version outside its range is a fault; one that is unknown, or a commit, cannot be
 * compared, and is a warning.
 */
function checkCompatibility(components, versionOf) {
    const faults = [];
    const warnings = [];
    for (const { id, compatible } of components) {
        for (const [other, range] of Object.entries(compatible)) {
            const at = ['components', id, 'compatible', other];
            const version = versionOf(other);
            if (version === undefined || semver.valid(version) === null) {
                const why = version === undefined ? 'no version of it is known' : `${(0,wording/* quote */.hD)(version)} is not SemVer`;
                warnings.push({
                    at,
                    message: `Component ${id}: whether ${other} is within ${(0,wording/* quote */.hD)(range)} cannot be told: ${why}.`,
                });
            }
            else if (!semver.satisfies(version, range, { includePrerelease: true })) {
                const message = `Component ${id} works with ${other} ${(0,wording/* quote */.hD)(range)}, but ${other} would be at ${version}. Choose another version of one of them, or widen the range.`;
                faults.push({ at, message });
            }
        }
    }
    return { faults, warnings };
}

;// CONCATENATED MODULE: ./build/src/train/plan/existing-versions.js

/** The version to start from: the highest that is no prerelease, where there is one. */
function highestStable(versions) {
    return highest(versions.filter(isStable)) ?? highest(versions);
}
/** The version that is deployed where none is asked for. */
function versionToDeploy({ latest, versions }) {
    return latest ?? highestStable(versions);
}
/**
 * The next version and the one it follows: never one that exists, and never below one of the same `major.minor.patch`. A
 * prerelease goes on counting where the last one stopped. `version` is absent where nothing above is possible (`beta.1` to `alpha`).
 */
function nextVersion(versions, { releaseType, prereleaseId, least = highestStable(versions) }) {
    const start = releaseType === 'prerelease' ? highest(versions) : least;
    if (start === undefined)
        return undefined;
    const first = increased(start, releaseType, prereleaseId);
    const begun = highest(versions.filter((one) => first !== undefined && !isStable(first) && isSameCore(one, first)));
    const from = begun !== undefined && semver.gt(begun, start) ? begun : start;
    const version = from === start ? first : increased(from, 'prerelease', prereleaseId);
    const isNew = version !== undefined && semver.gt(version, from) && !versions.includes(version);
    return isNew ? { from, version } : { from };
}
/** The highest of the versions that a new one would not be above: a release, or another prerelease of the same release. */
function obstacle(versions, wanted) {
    return highest(versions.filter((one) => semver.gte(one, wanted) && (isStable(one) || isSameCore(one, wanted))));
}
/** Those of the versions that belong to a maintenance line such as `1.x`; all where no line is given. */
function inLine(versions, line) {
    if (line === undefined)
        return versions;
    return versions.filter((version) => semver.satisfies(version, line, { includePrerelease: true }));
}
function highest(versions) {
    return versions.reduce((top, one) => (top === undefined || semver.gt(one, top) ? one : top), undefined);
}
function increased(from, type, id) {
    return (id === undefined ? semver.inc(from, type) : semver.inc(from, type, id)) ?? undefined;
}
function isStable(version) {
    return semver.prerelease(version) === null;
}
function isSameCore(one, other) {
    const [a, b] = [semver.parse(one), semver.parse(other)];
    return a !== null && b !== null && a.compareMain(b) === 0;
}

// EXTERNAL MODULE: ./build/src/train/plan/plan-component.js
var plan_component = __webpack_require__(733);
// EXTERNAL MODULE: ./build/src/train/plan/versioned.js
var versioned = __webpack_require__(1919);
;// CONCATENATED MODULE: ./build/src/train/plan/release-unit.js


/** The unit of each component. A group's is put together once for all its members, so that a plan grows with the manifest alone. */
function releaseUnits(manifest, existingOf) {
    const shared = (0,versioned/* sharedGroups */.CC)(manifest);
    const members = membersByGroup(manifest);
    const known = new Map();
    return (component) => {
        const { group, line } = component;
        if (group === undefined || !shared.has(group))
            return unitOf([component], line, existingOf);
        const key = JSON.stringify([group, line]);
        const unit = known.get(key) ?? { group, ...unitOf(members.get(group) ?? [], line, existingOf) };
        known.set(key, unit);
        return unit;
    };
}
function unitOf(members, line, existingOf) {
    const found = members.flatMap(({ id }) => existingOf(id) ?? []);
    const all = (versions) => inLine([...new Set(found.flatMap(versions))], line);
    return {
        versions: all(({ versions }) => versions),
        served: all(({ versions, served }) => served ?? versions),
        least: highest(found.flatMap(({ versions }) => highestStable(inLine(versions, line)) ?? [])),
    };
}
function membersByGroup({ components }) {
    const members = new Map();
    for (const component of components) {
        const others = members.get(component.group);
        if (others)
            others.push(component);
        else
            members.set(component.group, [component]);
    }
    return members;
}

;// CONCATENATED MODULE: ./build/src/train/plan/unknown-version.js



/** How to release below what exists: a sentence where the version is of an older line, else nothing. */
function hintOfLine(version, existing) {
    const [one, other] = [semver.parse(version), semver.parse(existing)];
    if (!one || !other || (one.major === other.major && one.minor >= other.minor))
        return '';
    const line = one.major === other.major ? `${one.major}.${one.minor}.x` : `${one.major}.x`;
    return ` To release an older line, say so in the manifest (line: ${line}).`;
}
/** Why no version is known to start from, and what to do. A first version is proposed only where nothing can be hidden. */
function notFound({ intent }, { currentVersions }, { id, repository, line }) {
    const current = currentVersions.get(id);
    const give = `give its version: versions: { ${id}: `;
    if (line !== undefined && current && 'versions' in current) {
        return `Component ${id}: no version of its line ${line} is known. The highest is ${highestStable(current.versions)}; correct the line, or ${give}… }.`;
    }
    if (!current || !('lookedIn' in current))
        return `Component ${id}: no current version is known; ${give}… }.`;
    const { lookedIn, seen = [], hidden } = current;
    if (seen.length > 0) {
        return `Component ${id}: there is ${(0,wording/* listed */.KE)(seen, 'and', 5)}, but no version can be read from that (looked in ${(0,wording/* listed */.KE)(lookedIn)}). Say the form of its tags (tag: "v{version}"), or ${give}… }, above what exists.`;
    }
    if (hidden !== undefined) {
        return `Component ${id}: no current version was found (looked in ${(0,wording/* listed */.KE)(lookedIn)}), but ${hidden}. Give the job access, or ${give}… }, above what exists.`;
    }
    const example = intent === 'deploy' ? `a version that ${repository} has` : '1.0.0';
    const first = intent === 'deploy' ? 'To deploy it' : 'If this is its first release';
    return `Component ${id}: no current version was found (looked in ${(0,wording/* listed */.KE)(lookedIn)}). ${first}, ${give}${example} }.`;
}
/** That a tag may name a version above all that are known. */
function unreadTags({ id }, tags) {
    const [are, them] = tags.length === 1 ? ['is', 'it'] : ['are', 'them'];
    return `Component ${id}: there ${are} ${(0,wording/* listed */.KE)(tags, 'and', 5)}, above every version that is known, but no version can be read from ${them}. Say the form of its tags (tag: "v{version}"), or give its version: versions: { ${id}: … }.`;
}

// EXTERNAL MODULE: ./build/src/train/plan/version-text.js
var version_text = __webpack_require__(9992);
;// CONCATENATED MODULE: ./build/src/train/plan/versions.js







/**
 * Component id → the version that this train gives it, for those of the selected components that have versions.
 * An explicit version comes first; then, for a release, the one after what exists (in a shared group: of any member); for a
 * deployment the latest that exists.
 */
function planVersions(selection, known) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const versions = new Map();
    const shared = (0,versioned/* sharedGroups */.CC)(selection.manifest);
    const unitOf = releaseUnits(selection.manifest, (id) => existingOf(known, id));
    const planning = { selection, known, faults, shared, unitOf, groupWishes: groupWishes(selection, shared) };
    for (const component of selection.components) {
        const planned = selection.intent === 'deploy' ? deployed(planning, component) : released(planning, component);
        if (planned)
            versions.set(component.id, planned);
    }
    return { versions, faults: faults.all() };
}
/** The versions that exist of a component; undefined where none is known. */
function existingOf({ currentVersions }, id) {
    const current = currentVersions.get(id);
    return current && 'versions' in current ? current : undefined;
}
function groupWishes({ components, request: { versions } }, shared) {
    const asked = components.flatMap(({ id, group }) => {
        const version = ownValue(versions, id);
        return version === undefined || group === undefined || !shared.has(group) ? [] : [[group, version]];
    });
    return new Map(asked.reverse());
}
function released(planning, component) {
    const { selection, shared, known, faults } = planning;
    const { id } = component;
    const { releaseType, prereleaseId, versions } = selection.request;
    const unit = planning.unitOf(component);
    const own = ownValue(versions, id);
    const asked = own ?? (unit.group === undefined ? undefined : planning.groupWishes.get(unit.group));
    const current = known.currentVersions.get(id);
    if (current && 'fault' in current)
        return undefined;
    if (asked !== undefined) {
        const fault = faultOfWish(unit, component, asked);
        // What is wrong with a group's version is said once, of the member that it was asked for.
        if (fault !== undefined && own !== undefined)
            faults.add(undefined, () => fault);
        const from = highestStable(unit.versions);
        return fault === undefined ? { version: asked, ...(from !== undefined && { from }) } : undefined;
    }
    if (!(0,versioned/* isVersioned */.at)(component, shared) || releaseType === undefined)
        return undefined;
    const unread = existingOf(known, id)?.unread;
    if (unread !== undefined) {
        faults.add(['components', id], () => unreadTags(component, unread), 'key');
        return undefined;
    }
    const next = nextVersion(unit.versions, { releaseType, prereleaseId, least: unit.least });
    if (next === undefined)
        faults.add(['components', id], () => notFound(selection, known, component), 'key');
    else if (next.version === undefined) {
        const message = () => `Component ${id}: release-type ${releaseType}${prereleaseId === undefined ? '' : ` with prerelease-id ${prereleaseId}`} would not be above its current version ${next.from}; choose an id that sorts after the current one, or another release-type.`;
        faults.add(undefined, message);
    }
    else if (inLine([next.version], component.line).length === 0) {
        const message = () => `Component ${id}: release-type ${releaseType} makes ${next.version}, which is not of its line ${component.line}; choose a smaller release-type.`;
        faults.add(['components', id, 'line'], message);
    }
    else
        return { from: next.from, version: next.version };
    return undefined;
}
/** A tag without a package behind it may be what a failed release left: its version can still be asked for. */
function faultOfWish({ group, served }, component, version) {
    const { id, line } = component;
    if (inLine([version], line).length === 0) {
        return `Input versions: ${version} for ${id} is not of its line ${line}.`;
    }
    const found = obstacle(served, version);
    if (found === undefined)
        return undefined;
    const whose = group === undefined ? 'its current version' : `the current version of its group ${group},`;
    const hint = line === undefined ? hintOfLine(version, found) : '';
    return `Input versions: ${version} for ${id} is not above ${whose} ${found}.${hint}`;
}
function deployed(planning, component) {
    const { selection, known, faults, shared } = planning;
    const { id } = component;
    const asked = ownValue(selection.request.versions, id);
    if (asked !== undefined && ((0,version_text/* exactVersion */.y)(asked) !== undefined || (0,version_text/* isCommit */.WM)(asked)))
        return { version: asked };
    if (asked !== undefined) {
        const commit = ownValue(known.resolved, id);
        if (commit !== undefined)
            return { version: commit, requested: asked };
        const message = () => `Input versions: ${(0,wording/* quote */.hD)(asked)} for ${id} was not found as a branch of ${component.repository}.`;
        faults.add(undefined, message);
        return undefined;
    }
    const current = known.currentVersions.get(id);
    const version = current && 'versions' in current ? versionToDeploy(current) : undefined;
    if (version !== undefined && (0,versioned/* isVersioned */.at)(component, shared))
        return { version };
    const isTold = current !== undefined && 'fault' in current;
    if ((0,versioned/* wantsVersion */.yO)(component) && !isTold)
        faults.add(['components', id], () => notFound(selection, known, component), 'key');
    return undefined;
}
function ownValue(map, key) {
    return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

;// CONCATENATED MODULE: ./build/src/train/plan/make-plan.js






/** The one plan that a selection and what is known allow, or every reason why there is none. */
function makePlan(selection, known) {
    const { manifest, request, intent, environment } = selection;
    const { versions, faults: unplanned } = planVersions(selection, known);
    const waves = inOrder(selection.components);
    const chosen = waves.flat();
    const current = (id) => currentVersion(known, id);
    const deployed = (id) => known.deployedVersions?.get(id);
    const compatibility = checkCompatibility(chosen, (id) => versions.get(id)?.version ?? deployed(id) ?? current(id));
    const context = {
        ...(environment && { environment }),
        ...(request.releaseType && { releaseType: request.releaseType }),
        versions,
        previousVersion: (id) => (intent === 'deploy' ? deployed(id) : (versions.get(id)?.from ?? current(id))),
        components: new Map(chosen.map((component) => [component.id, component])),
        faults: (0,manifest_faults/* collectFaults */.C)(),
        warnings: (0,manifest_faults/* collectFaults */.C)(),
    };
    const components = chosen.map((component) => (0,plan_component/* planComponent */.j)(component, context));
    const unread = unreadVersions(known.currentVersions);
    // A component without a version lacks what its texts ask for, too; that follows.
    const later = unplanned.length + unread.length > 0 ? [] : context.faults.all();
    const faults = [...unread, ...unplanned, ...later, ...compatibility.faults];
    const warnings = [...compatibility.warnings, ...context.warnings.all()];
    if (faults.length > 0)
        return { faults, warnings };
    const leftOut = manifest.components.filter(({ id }) => !context.components.has(id)).map(({ id }) => id);
    const plan = assemble(selection, components, compatibility.warnings.map(({ message }) => message));
    return { plan: { ...plan, waves: waves.map((wave) => wave.map(({ id }) => id)) }, leftOut, warnings };
}
/** Components by waves. What is not among them counts as satisfied. */
function inOrder(components) {
    const byId = new Map(components.map((component) => [component.id, component]));
    return (0,graph/* wavesOf */.gt)(components).map((wave) => wave.flatMap((id) => byId.get(id) ?? []));
}
function assemble({ manifest, request, environment, strategy, canary }, components, warnings) {
    const maxParallel = request.maxParallel ?? manifest.maxParallel ?? (strategy === 'sequential' ? 1 : undefined);
    return {
        format: 1,
        name: manifest.name,
        strategy,
        onFailure: request.onFailure ?? manifest.onFailure,
        ...(maxParallel !== undefined && { maxParallel }),
        ...(environment && { environment: environment.id }),
        ...(environment?.production !== undefined && { production: environment.production }),
        ...(warnings.length > 0 && { warnings }),
        rollback: request.rollback ?? environment?.rollback ?? false,
        ...(canary && { canary }),
        components,
    };
}
function currentVersion(known, id) {
    const existing = existingOf(known, id);
    return existing && versionToDeploy(existing);
}
/** The components whose versions could not be found out, each with why. */
function unreadVersions(currentVersions) {
    return [...currentVersions].flatMap(([id, current]) => 'fault' in current ? [{ at: ['components', id], key: 'key', message: current.fault }] : []);
}

// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(5559);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(4301);
// EXTERNAL MODULE: ./build/src/engine/planning/look-at-children.js + 4 modules
var look_at_children = __webpack_require__(365);
;// CONCATENATED MODULE: ./build/src/engine/planning/check-children.js



const PARALLEL = 8;
/**
 * What every child asks of the train is looked at before the first of them starts: what is found impossible later has released
 * others before. What the token may not look at is a warning.
 */
async function checkChildren(children, { clientFor, rollback, signal, facts }) {
    const looks = children.flatMap((child) => [
        { child, at: ['components', child.id], what: '', wanted: wantedOf(child) },
        ...(rollback && child.rollback
            ? [
                {
                    child,
                    at: ['components', child.id, 'rollback'],
                    what: 'its rollback: ',
                    wanted: undoOf(child, child.rollback),
                },
            ]
            : []),
    ]);
    const found = await (0,pool/* mapPooled */.Q)(looks, PARALLEL, async ({ child, at, what, wanted }) => {
        const { problems, doubts, warnings } = await (0,look_at_children/* preflight */.M)(clientFor(child.repository), wanted, {
            facts: facts?.get(child.repository.toLowerCase()),
            signal,
        });
        const told = (message) => ({
            at,
            key: 'key',
            message: `Component ${child.id}: ${what}${message}`,
        });
        const doubted = doubts.map((doubt) => told(`it could not be checked: ${doubt}`));
        return { faults: problems.map(told), warnings: [...doubted, ...warnings.map(told)] };
    });
    return { faults: found.flatMap(({ faults }) => faults), warnings: found.flatMap(({ warnings }) => warnings) };
}
function wantedOf({ repository, dispatch, ref = '', inputs }) {
    const target = 'eventType' in dispatch
        ? { eventType: dispatch.eventType, clientPayload: inputs }
        : { workflow: dispatch.workflow, ref, inputs };
    return { repository, target, ...nonceInputOf(inputs) };
}
function undoOf({ repository, ref = '' }, rollback) {
    const target = { workflow: rollback.workflow, ref: rollback.ref ?? ref, inputs: rollback.inputs };
    return { repository, target, ...nonceInputOf(rollback.inputs) };
}
function nonceInputOf(inputs) {
    const name = Object.keys(inputs).find((one) => (0,interpolate/* namesIn */.wX)(inputs[one] ?? '').includes('nonce'));
    return name === undefined ? {} : { nonceInput: name };
}

// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/train/plan/version-tags.js



/** Names before a version that mean no component: `release-2.5.0`, `release/v2.5.0`. */
const PLAIN_PREFIX = /^(?:releases?|version|rel)[-/@]/i;
/**
 * The versions that tags give a component: in the form that its `tag` says; else `name@1.2.3`, `name-v1.2.3`, `name/v1.2.3` by
 * its id, its packages (with or without their scope) or its repository, and `v1.2.3`, `1.2.3`, `release-1.2.3`. Where several
 * components share the repository, tags without a name count only for one of which no tag has the name.
 */
function versionsInTags(tags, component, { sharesRepository, known = [] }) {
    const named = tags.flatMap((tag) => withRest(tag, restOfNamed(tag, component, sharesRepository)));
    const plain = component.tag === undefined ? tags.flatMap((tag) => withRest(tag, restOfPlain(tag))) : [];
    const found = readable(named);
    if (sharesRepository && found.length > 0)
        return tagged(found, named, known);
    return tagged([...readable(plain), ...found], [...named, ...plain], known);
}
function withRest(tag, rest) {
    return rest === undefined ? [] : [{ tag, rest }];
}
function restOfNamed(tag, component, sharesRepository) {
    if (component.tag !== undefined)
        return restOfForm(tag, component.tag);
    const lower = tag.toLowerCase();
    for (const name of namesOf(component, sharesRepository)) {
        if (lower.startsWith(name) && /^[@/-]v?\d/i.test(tag.slice(name.length)))
            return tag.slice(name.length + 1);
    }
    return undefined;
}
/** What stands where the form has `{version}`. */
function restOfForm(tag, form) {
    const [before = '', after = ''] = form.split('{version}');
    const fits = tag.length > before.length + after.length && tag.startsWith(before) && tag.endsWith(after);
    return fits ? tag.slice(before.length, tag.length - after.length) : undefined;
}
function namesOf(component, sharesRepository) {
    const { id, repository } = component;
    const published = (0,manifest_packages/* packagesOf */.D)(component).map(manifest_packages/* nameOf */.V);
    const names = [id, ...published, ...published.map((name) => name.split('/').at(-1) ?? name)];
    if (!sharesRepository)
        names.push(repository.split('/').at(-1) ?? repository);
    return new Set(names.map((name) => name.toLowerCase()));
}
function restOfPlain(tag) {
    const rest = tag.replace(PLAIN_PREFIX, '');
    return /^v?\d/i.test(rest) ? rest : undefined;
}
function versionOf({ rest }) {
    return semver.valid(rest.replace(/^v/i, '')) ?? undefined;
}
function readable(candidates) {
    return candidates.flatMap((one) => {
        const version = versionOf(one);
        return version === undefined ? [] : [{ ...one, version }];
    });
}
function tagged(found, all, known) {
    const tagOf = new Map(found.map(({ tag, version }) => [version, tag]));
    const versions = [...tagOf.keys()];
    const top = highest([...versions, ...known]);
    const unread = all.filter((one) => versionOf(one) === undefined && isAbove(one.rest, top)).map(({ tag }) => tag);
    return { versions, tagOf, unread: [...new Set(unread)] };
}
/** `v2` beside `v2.3.1` is a tag that moves along; `2026.01.15` beside it may be the last release. */
function isAbove(rest, top) {
    const numbers = /^v?(\d+(?:\.\d+){0,3})$/i.exec(rest)?.[1]?.split('.').map(Number) ?? [];
    if (numbers.length === 0)
        return false;
    if (top === undefined)
        return true;
    const [major = 0, minor = 0, patch = 0] = numbers;
    return numbers.length > 1 && semver.gt(`${major}.${minor}.${patch}`, top);
}

;// CONCATENATED MODULE: ./build/src/engine/planning/current-versions.js







/**
 * What versions each component really has. Every source that could know one is asked: all its registries and its own tags,
 * of which the highest counts; package.json only where none of these names a version. A source that fails is a fault, never
 * passed over: another one might name an older version.
 */
async function lookUpCurrentVersions(components, sources, { parallel = 8, signal } = {}) {
    const shared = repeated(components.map(({ repository }) => repository.toLowerCase()));
    const found = await (0,pool/* mapPooled */.Q)(components, parallel, async (component) => {
        signal?.throwIfAborted();
        const sharesRepository = shared.has(component.repository.toLowerCase());
        try {
            return [component.id, await lookUp(component, sharesRepository, sources)];
        }
        catch (error) {
            signal?.throwIfAborted();
            if (!(error instanceof SourceFailed))
                throw error;
            return [component.id, { fault: `Component ${component.id}: ${error.message}` }];
        }
    });
    return new Map(found);
}
/** What a source could not say, in the words of the fault. */
class SourceFailed extends Error {
}
async function asked(name, question) {
    try {
        return await question;
    }
    catch (error) {
        throw new SourceFailed(`its current version could not be read from ${name}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
async function lookUp(component, sharesRepository, sources) {
    const { repository } = component;
    const packages = (0,manifest_packages/* packagesOf */.D)(component);
    const answers = await Promise.all(packages.map((one) => asked(registryFor(one), sources.served(one)).then((answer) => ({ one, answer }))));
    const served = semverOnly(answers.flatMap(({ answer }) => answer?.versions ?? []));
    const tagsName = `the tags of ${repository}`;
    const tags = await asked(tagsName, sources.tags(repository));
    const tagged = versionsInTags(tags ?? [], component, { sharesRepository, known: served });
    const versions = [...new Set([...served, ...tagged.versions])];
    const top = highest(versions);
    if (top !== undefined) {
        const first = answers.find(({ answer }) => answer?.versions.includes(top));
        const latest = answers.map(({ answer }) => latestOf(answer)).find((one) => one !== undefined);
        return {
            versions,
            source: first ? registryFor(first.one) : `the tag ${tagged.tagOf.get(top)} of ${repository}`,
            ...(served.length > 0 && { served }),
            ...(latest !== undefined && { latest }),
            ...(tagged.unread.length > 0 && { unread: tagged.unread }),
        };
    }
    const file = await fromPackageJson(component, tagged.unread.length > 0 ? undefined : sources);
    if ('version' in file)
        return { versions: [file.version], source: file.name };
    const unconverted = answers
        .filter(({ answer }) => answer !== undefined)
        .map(({ one }) => `what ${registryFor(one)} serves`);
    const seen = [...unconverted, ...tagged.unread.map((tag) => `the tag ${tag}`), ...file.seen];
    const hidden = whatMayBeHidden(component, { answers, tags });
    return {
        lookedIn: [...packages.map(registryFor), tagsName, file.name],
        ...(seen.length > 0 && { seen }),
        ...(hidden !== undefined && { hidden }),
    };
}
function registryFor(published) {
    return `the registry for ${(0,wording/* quote */.hD)((0,manifest_packages/* nameOf */.V)(published))}`;
}
function semverOnly(versions) {
    return versions.map((version) => semver.valid(version)).filter((version) => version !== null);
}
function latestOf(answer) {
    return semver.valid(answer?.tags.latest) ?? undefined;
}
/** What answers "not found" to whoever may not see it. */
function whatMayBeHidden({ repository }, { answers, tags }) {
    if (tags === undefined)
        return `there is no ${repository}, or the token may not see it`;
    const scoped = answers.find(({ one, answer }) => answer === undefined && (0,manifest_packages/* nameOf */.V)(one).startsWith('@'));
    return scoped && `a registry shows a private package such as ${(0,manifest_packages/* nameOf */.V)(scoped.one)} only to whoever may install it`;
}
/** Versions that tools leave in a package.json which never says the real one. */
const PLACEHOLDER = /^0\.0\.0(?:-|$)/;
/** The version of the component's own package.json. Where tags cannot be read it is not asked: it may say an older one. */
async function fromPackageJson(component, sources) {
    const { repository, ref, directory } = component;
    const path = directory === undefined ? 'package.json' : `${directory}/package.json`;
    const name = `${path} of ${repository}${ref === undefined ? '' : ` at ${ref}`}`;
    if (!sources)
        return { name, seen: [] };
    const json = await asked(name, sources.packageJson(repository, { path, ref }));
    if (typeof json !== 'object' || json === null)
        return { name, seen: [] };
    const said = json;
    const npm = (0,manifest_packages/* packagesOf */.D)(component).flatMap((one) => ('npm' in one ? [one.npm] : []));
    if (typeof said.version !== 'string' || (npm.length > 0 && !npm.includes(String(said.name))))
        return { name, seen: [] };
    if (PLACEHOLDER.test(said.version))
        return { name, seen: [] };
    const version = semver.valid(said.version);
    return version === null ? { name, seen: [`${(0,wording/* quote */.hD)(said.version)} in ${path}`] } : { name, version };
}
function repeated(names) {
    const seen = new Set();
    return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

// EXTERNAL MODULE: ./build/src/engine/planning/default-branches.js
var default_branches = __webpack_require__(6090);
// EXTERNAL MODULE: ./build/src/train/plan/request.js
var plan_request = __webpack_require__(9015);
;// CONCATENATED MODULE: ./build/src/engine/planning/previous-versions.js

/** The selection with every `previous` replaced by what was good before; what nothing is known of is a fault. */
function withPrevious(selection, good) {
    const { request, components, environment } = selection;
    const { [plan_request/* ALL_COMPONENTS */.hy]: all, ...named } = request.versions ?? {};
    const wanted = { ...(all === plan_request/* PREVIOUS */.kn && Object.fromEntries(components.map(({ id }) => [id, plan_request/* PREVIOUS */.kn]))), ...named };
    const faults = [];
    const found = Object.entries(wanted).map(([id, version]) => {
        if (version !== plan_request/* PREVIOUS */.kn)
            return [id, version];
        const current = Object.hasOwn(good, id) ? good[id] : undefined;
        const before = current?.before?.[0]?.version;
        if (before === undefined)
            faults.push({ message: nothingKnown(id, current?.version, environment?.id ?? '') });
        return [id, before ?? ''];
    });
    if (faults.length > 0)
        return { faults };
    return { ...selection, request: { ...request, versions: Object.fromEntries(found) } };
}
function nothingKnown(id, current, environment) {
    if (current === undefined)
        return `No version of ${id} is known in ${environment}: no train has deployed it there. Name the components to roll back (packages), or a version.`;
    return `No version before ${current} of ${id} is known in ${environment}: there is nothing to roll back to.`;
}

// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/src/platform/github/releases.js
var releases = __webpack_require__(7911);
;// CONCATENATED MODULE: ./build/src/engine/planning/version-sources.js




/** A repository that has more is asked in fifty requests already. */
const MOST_TAGS = 5_000;
/** GitHub and the registries. The tags of a repository of several components are asked for once. */
function versionSources(clientFor, registry, signal) {
    const tagsByRepository = new Map();
    const ask = async (repository) => {
        const client = clientFor(repository);
        const tags = await (0,refs/* absentIs404 */.YT)(() => (0,releases/* listTags */.cB)(client, repository, { signal, limit: MOST_TAGS }));
        if (tags?.length !== MOST_TAGS)
            return tags?.map(({ name }) => name);
        throw new errors/* UserError */.yo(`${repository} has ${MOST_TAGS} tags or more, too many to read: give its version in versions.`);
    };
    return {
        served: (published) => registry.versions(published),
        tags: (repository) => {
            const key = repository.toLowerCase();
            const asked = tagsByRepository.get(key) ?? ask(repository);
            tagsByRepository.set(key, asked);
            return asked;
        },
        packageJson: async (repository, { path, ref }) => {
            const text = await (0,contents/* readFile */.TA)(clientFor(repository), repository, { path, ref }, { signal });
            return text === undefined ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/planning/plan-train.js














/**
 * SHA-256 of the plan's canonical JSON, in hex: the same plan has the same hash on every machine. How a version was asked for
 * (`develop-latest`) is not part of it: the commit that it stood for is.
 */
function planHash(plan) {
    const components = plan.components.map(({ requestedVersion: _, ...component }) => component);
    return (0,external_node_crypto_.createHash)('sha256')
        .update((0,plan_plan/* canonical */.$N)({ ...plan, components }))
        .digest('hex');
}
/** Finds every component's real current version and makes the plan. Reads only. Throws a UserError with every fault. */
async function planTrain({ selection: opened, located, warnings }, world) {
    const { clientFor, registry, lastGood, signal } = world;
    const [currentVersions, { repositories, faults: unseen }] = await Promise.all([
        lookUpCurrentVersions((0,versioned/* versionsNeeded */.lm)(opened), versionSources(clientFor, registry, signal), { signal }),
        (0,default_branches/* defaultBranches */.U)(opened.components, world),
    ]);
    const good = lastGood[opened.environment?.id ?? 'release'] ?? {};
    const previous = withPrevious(opened, good);
    const without = [...unseen, ...('faults' in previous ? previous.faults : [])];
    if ('faults' in previous || without.length > 0)
        throw new errors/* UserError */.yo(located([...without, ...unreadVersions(currentVersions)]));
    const selection = withBranches(previous, repositories);
    const result = makePlan(selection, {
        currentVersions,
        deployedVersions: new Map(Object.entries(good).map(([id, { version }]) => [id, version])),
        resolved: await resolveSymbolic(selection, world),
    });
    const children = await checkChildren('faults' in result ? selection.components : result.plan.components, {
        clientFor,
        rollback: 'plan' in result && result.plan.rollback,
        signal,
        facts: repositories,
    });
    const faults = [...('faults' in result ? result.faults : await healthFaults(result.plan)), ...children.faults];
    if ('faults' in result || faults.length > 0)
        throw new errors/* UserError */.yo(located(faults));
    const { plan, leftOut } = result;
    const told = [...warnings, ...result.warnings, ...children.warnings];
    return { plan, leftOut, warnings: told, hash: planHash(plan) };
}
function withBranches(selection, repositories) {
    const manifest = (0,default_branches/* withRefs */.j)(selection.manifest, repositories);
    const selected = new Set(selection.components.map(({ id }) => id));
    return { ...selection, manifest, components: manifest.components.filter(({ id }) => selected.has(id)) };
}
/** Health checks that could not be read at the gate, when it is too late: a condition that does not parse, a suite without a capture. */
async function healthFaults({ components }) {
    const checked = components.filter(({ health }) => health.length > 0);
    if (checked.length === 0)
        return [];
    const { parseChecks } = await Promise.all(/* import() */[__webpack_require__.e(9427), __webpack_require__.e(9053)]).then(__webpack_require__.bind(__webpack_require__, 9053));
    const faults = checked.map(async ({ id, health }) => {
        const sample = (0,texts/* mapTexts */.z)(health, (text) => (0,interpolate/* fillIn */.pz)(text, { nonce: 'nonce', train: 'train' }));
        const parsed = await parseChecks(sample);
        if (!('faults' in parsed))
            return [];
        return parsed.faults.map(({ message }) => ({
            at: ['components', id, 'health'],
            message: `Component ${id}: ${message}`,
        }));
    });
    return (await Promise.all(faults)).flat();
}
/** `develop-latest` becomes the commit that the branch points to now (`latest`: the component's ref), before anything starts. */
async function resolveSymbolic({ manifest: { components }, request: { versions = {} } }, { clientFor, signal }) {
    const byId = new Map(components.map((component) => [component.id, component]));
    const resolved = [...(0,version_text/* symbolicVersions */.C6)(versions)].map(async ([id, { branch }]) => {
        const component = byId.get(id);
        if (!component)
            return [];
        const { repository, ref = '' } = component;
        const wanted = (branch ?? ref).replace(/^refs\/heads\//, '');
        const commit = await (0,refs/* getRef */.cX)(clientFor(repository), repository, `heads/${wanted}`, { signal });
        return commit === undefined ? [] : [[id, commit]];
    });
    return Object.fromEntries((await Promise.all(resolved)).flat());
}


/***/ }),

/***/ 2378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ branchStore)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(6744);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(3019);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(7807);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(1497);
;// CONCATENATED MODULE: ./build/src/platform/github/commits.js





/** A commit is told from another writer's by this trailer. */
const TRAILER = 'Write-Id';
const ATTEMPTS = 3;
/**
 * Commits to a branch if it still points to the expected commit: a compare-and-swap, in which of all writers at once exactly
 * one wins. An unclear answer is settled by looking for our commit. Throws AmbiguousWrite where even that stays unclear.
 */
async function createCommitOnBranch(client, commit, options) {
    const write = { ...commit, id: commit.writeId ?? (0,external_node_crypto_.randomUUID)() };
    let isRepeated = false;
    const create = async () => {
        const written = await writeOnce(client, write, options);
        if (written !== 'lost-race' || !isRepeated)
            return written;
        // The one we lost to may be ourselves, in the attempt before.
        return (await findOurs(client, write, options)) ?? 'lost-race';
    };
    const find = () => {
        isRepeated = true;
        return findOurs(client, write, options);
    };
    // To repeat a compare-and-swap is safe: only one of the two can win.
    return (0,ensure/* ensure */.D)(create, find, { attempts: ATTEMPTS });
}
const MUTATION = `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;
async function writeOnce(client, write, options) {
    const { headline, body } = messageOf(write);
    const input = {
        branch: { repositoryNameWithOwner: write.repository, branchName: write.branch },
        expectedHeadOid: write.expectedHeadOid,
        message: { headline, body },
        fileChanges: {
            additions: write.additions.map(({ path, contents }) => ({
                path,
                contents: Buffer.from(contents).toString('base64'),
            })),
            deletions: (write.deletions ?? []).map((path) => ({ path })),
        },
    };
    try {
        const data = await client.graphql(MUTATION, { input }, options);
        return { oid: data.createCommitOnBranch.commit.oid };
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_))
            throw error;
        if (/STALE_DATA|expected branch to point to/i.test(error.said ?? ''))
            return 'lost-race';
        if (lacksMutation(error))
            return writeByRest(client, write, options);
        throw error;
    }
}
function lacksMutation({ status, said = '' }) {
    return (status === 404 ||
        /createCommitOnBranch.*(doesn't exist|isn't defined|not defined)|CreateCommitOnBranchInput isn't/i.test(said));
}
/** For servers without the mutation: the new commit descends from the expected one, and a ref moves forward only. */
async function writeByRest(client, write, options) {
    const repository = (0,repository_name/* ownerAndRepo */.H)(write.repository);
    const parent = await client.read('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...repository, commit_sha: write.expectedHeadOid }, options);
    const file = { mode: '100644', type: 'blob' };
    const tree = [
        ...write.additions.map(({ path, contents }) => ({ ...file, path, content: contents })),
        ...(write.deletions ?? []).map((path) => ({ ...file, path, sha: null })),
    ];
    // Objects are named by what they hold, and nothing points to them yet: to make one twice changes nothing.
    const made = await client.writeIdempotent('POST /repos/{owner}/{repo}/git/trees', { ...repository, base_tree: parent.tree.sha, tree }, options);
    const { headline, body } = messageOf(write);
    const { data } = await client.writeIdempotent('POST /repos/{owner}/{repo}/git/commits', { ...repository, message: `${headline}\n\n${body}`, tree: made.data.sha, parents: [write.expectedHeadOid] }, options);
    const moved = await (0,refs/* updateRef */.du)(client, write.repository, { ref: `heads/${write.branch}`, sha: data.sha }, options);
    return moved === 'updated' ? { oid: data.sha } : 'lost-race';
}
async function findOurs(client, write, options) {
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(write.repository), sha: write.branch, per_page: 30 };
    const commits = await client.read('GET /repos/{owner}/{repo}/commits', params, options);
    const ours = commits.find(({ commit }) => commit.message.includes(`${TRAILER}: ${write.id}`));
    return ours && { oid: ours.sha };
}
function messageOf({ message, id }) {
    const [headline = '', ...rest] = message.split('\n');
    const body = rest.join('\n').trim();
    return { headline, body: `${body ? `${body}\n\n` : ''}${TRAILER}: ${id}` };
}

// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var github_contents = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/src/engine/stores/documents.js + 1 modules
var stores_documents = __webpack_require__(2256);
// EXTERNAL MODULE: ./build/src/engine/stores/json-document.js
var json_document = __webpack_require__(9035);
// EXTERNAL MODULE: ./build/src/engine/stores/last-good.js
var last_good = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/src/engine/stores/open-trains.js
var open_trains = __webpack_require__(6267);
// EXTERNAL MODULE: ./build/src/engine/stores/retire.js
var retire = __webpack_require__(1292);
// EXTERNAL MODULE: ./build/src/platform/github/orphan-commit.js
var orphan_commit = __webpack_require__(3029);
;// CONCATENATED MODULE: ./build/src/engine/stores/state-branch.js






const STATE_BRANCH = 'release-actions/state';
const README = `# State of release trains

Written by release-actions: one folder a train, one commit a step. Nothing here is read by anybody but the trains themselves
and people: do not edit it while a train is open. Let nobody but the trains write here: a ruleset whose only bypass is the
GitHub App that writes (docs/state-and-recovery.md of release-actions).
`;
/** Makes the branch where there is none, and returns its head: an orphan, for its history is about trains only. */
async function createStateBranch({ client, repository, place }) {
    const first = { message: 'State of release trains', path: 'README.md', content: README };
    const sha = await (0,orphan_commit/* createOrphanCommit */.U)(client, repository, first);
    const ref = `heads/${STATE_BRANCH}`;
    const find = () => (0,refs/* getRef */.cX)(client, repository, ref);
    await (0,ensure/* ensure */.D)(() => (0,refs/* createRef */._3)(client, repository, { ref, sha }), find);
    const oid = await find();
    if (oid === undefined)
        throw new errors/* UserError */.yo(`${place} could not be created. Create it by hand, or give the token contents: write.`);
    return oid;
}
/** Writes what `edit` makes of a document, if the branch still is as it was read. */
async function changeDocument({ path, edit, message }, options) {
    const { client, repository, random } = options;
    const oid = (await (0,refs/* getRef */.cX)(client, repository, `heads/${STATE_BRANCH}`)) ?? (await createStateBranch(options));
    const before = await (0,github_contents/* readFile */.TA)(client, repository, { path, ref: oid });
    const contents = edit(before);
    if (contents === undefined || contents === before)
        return { text: before };
    const additions = [{ path, contents }];
    const writeId = random && { writeId: Math.floor(random() * 2 ** 48).toString(16) };
    const order = { repository, branch: STATE_BRANCH, expectedHeadOid: oid, message, additions, ...writeId };
    return (await createCommitOnBranch(client, order)) === 'lost-race' ? 'lost-race' : { text: contents };
}

// EXTERNAL MODULE: ./build/src/engine/stores/train-store.js
var train_store = __webpack_require__(7353);
;// CONCATENATED MODULE: ./build/src/engine/stores/branch-store.js












/** GitHub allows 500 content writes an hour to a user, whoever else makes some. */
const WRITES_PER_HOUR = 450;
/** Another train's commit makes ours start again; so many in a row are no coincidence. */
const MOST_RACES = 40;
/**
 * Trains on the branch `release-actions/state`, one commit a write, written by compare-and-swap on the branch's head: the
 * history of the branch is the audit trail. Trains that write at the same time take turns.
 */
function branchStore(options) {
    const { client, repository } = options;
    const place = `branch ${STATE_BRANCH} of ${repository}`;
    /** The head that was seen or written last, and what it is known to hold of which train. */
    let known;
    const read = (path, ref) => (0,github_contents/* readFile */.TA)(client, repository, { path, ref });
    const head = async () => {
        const oid = await (0,refs/* getRef */.cX)(client, repository, `heads/${STATE_BRANCH}`);
        if (oid === undefined)
            return undefined;
        const [open, good] = await Promise.all([read('open.json', oid), read('last-good.json', oid)]);
        return { oid, open: (0,open_trains/* readOpenTrains */.Cp)(open, place), lastGood: (0,open_trains/* readLastGood */.GU)(good, place), texts: new Map() };
    };
    const loadAt = async (trainId, oid) => {
        const of = (file) => read(`trains/${trainId}/${file}.json`, oid);
        const [plan, state, ledger] = await Promise.all([of('plan'), of('state'), of('ledger')]);
        if (plan === undefined && state === undefined)
            return undefined;
        return (0,train_store/* deserialise */.Bc)({ plan: plan ?? '', state: state ?? '', ledger }, trainId, place);
    };
    const readAt = async ({ oid, texts }, path) => (texts.has(path) ? texts.get(path) : read(path, oid));
    return {
        place,
        writesPerHour: WRITES_PER_HOUR,
        async load(trainId) {
            const current = await head();
            const saved = current && (await loadAt(trainId, current.oid));
            known = current && { head: current, trainId, writes: saved?.writes ?? 0 };
            return saved;
        },
        async save(saved, message) {
            const { trainId } = saved.state;
            for (let race = 0; race < MOST_RACES; race += 1) {
                const isKnown = known?.trainId === trainId && known.writes === saved.writes - 1;
                const base = (isKnown ? known?.head : await head()) ?? (await createBranch(saved, { ...options, place }));
                if (!isKnown && ((await loadAt(trainId, base.oid))?.writes ?? 0) !== saved.writes - 1)
                    return 'lost';
                const next = { open: (0,open_trains/* withTrain */.JQ)(base.open, saved), lastGood: (0,last_good/* recordGood */.X)(base.lastGood, saved) };
                const [documents, retired] = await Promise.all([
                    (0,stores_documents/* projected */.Bt)(saved, (path) => readAt(base, path)),
                    (0,retire/* retiredFiles */.ZK)(saved, base, options),
                ]);
                const written = await commit(saved, { base, next, documents, retired, message, place, ...options });
                if (written !== 'lost-race') {
                    const texts = new Map([...base.texts, ...documents.map(({ path, contents }) => [path, contents])]);
                    known = { head: { oid: written.oid, ...next, texts }, trainId, writes: saved.writes };
                    return 'saved';
                }
                known = undefined;
                await options.clock.sleep((options.random ?? Math.random)() * Math.min(2_000, 50 * 2 ** race));
            }
            throw new errors/* UserError */.yo(`${place}: ${MOST_RACES} writes in a row lost the race against others. Look at who writes to it.`);
        },
        async open() {
            const text = await (0,github_contents/* readFile */.TA)(client, repository, { path: 'open.json', ref: STATE_BRANCH });
            return (0,open_trains/* readOpenTrains */.Cp)(text, place);
        },
        async lastGood() {
            const text = await (0,github_contents/* readFile */.TA)(client, repository, { path: 'last-good.json', ref: STATE_BRANCH });
            return (0,open_trains/* readLastGood */.GU)(text, place);
        },
        read: (path) => read(path, STATE_BRANCH),
        async change(path, edit, message) {
            const change = { path, edit, message };
            for (let race = 0; race < MOST_RACES; race += 1) {
                const changed = await changeDocument(change, { ...options, place });
                if (changed !== 'lost-race') {
                    known = undefined;
                    return changed.text;
                }
                await options.clock.sleep((options.random ?? Math.random)() * Math.min(2_000, 50 * 2 ** race));
            }
            throw new errors/* UserError */.yo(`${place}: ${path} could not be written: ${MOST_RACES} others in a row were faster.`);
        },
    };
}
async function commit(saved, { base, next, documents, retired, message, place, client, repository, random, }) {
    const folder = `trains/${saved.state.trainId}`;
    const additions = [
        { path: `${folder}/state.json`, contents: (0,train_store/* serialiseState */.bh)(saved) },
        ...(saved.writes === 1 ? [{ path: `${folder}/plan.json`, contents: (0,train_store/* serialisePlan */.zA)(saved) }] : []),
        ...(saved.ledger ? [{ path: `${folder}/ledger.json`, contents: (0,json_document/* serialiseDocument */.B)(saved.ledger) }] : []),
        ...changed('open.json', base.open, next.open),
        ...changed('last-good.json', base.lastGood, next.lastGood),
        ...documents,
    ];
    const order = {
        repository,
        branch: STATE_BRANCH,
        expectedHeadOid: base.oid,
        message: `${saved.state.trainId}: ${message}`,
        additions,
        ...(retired.length > 0 && { deletions: retired }),
        ...(random && { writeId: `${Math.floor(random() * 2 ** 48).toString(16)}-${saved.state.salt}` }),
    };
    try {
        return await createCommitOnBranch(client, order, { timeoutMs: 120_000 });
    }
    catch (error) {
        throw refusal(saved, place, error);
    }
}
/** Why a write was refused, for people; anything but an answer of GitHub is as it was. */
function refusal({ state }, place, error) {
    if (!(error instanceof github_errors/* GitHubFailure */.iK))
        return error;
    return new errors/* KnownError */.E(error.kind, `${place}: the state of train ${state.trainId} could not be written, so nothing new is started. ` +
        'The branch needs contents: write for this token; where a ruleset protects it, its bypass list has to name whose token ' +
        `it is (state-token or state-by-app). ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
}
function changed(path, before, after) {
    const contents = `${JSON.stringify(after, null, 1)}\n`;
    return contents === `${JSON.stringify(before, null, 1)}\n` ? [] : [{ path, contents }];
}
/** A train that was written before does not begin again on a new one. */
async function createBranch(saved, options) {
    if (saved.writes > 1) {
        throw new errors/* UserError */.yo(`${options.place} is gone, although train ${saved.state.trainId} was saved there. Restore it, or start a new train.`);
    }
    return {
        oid: await createStateBranch(options).catch((error) => {
            throw refusal(saved, options.place, error);
        }),
        open: [],
        lastGood: {},
        texts: new Map(),
    };
}


/***/ }),

/***/ 2256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H8: () => (/* binding */ LOCKS),
  D3: () => (/* binding */ PROBLEMS),
  tl: () => (/* binding */ UNTOLD),
  Bt: () => (/* binding */ projected),
  oN: () => (/* binding */ projectedText)
});

// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(4867);
// EXTERNAL MODULE: ./build/src/train/telling/ledger.js
var telling_ledger = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/src/train/telling/problems.js
var problems = __webpack_require__(1224);
// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(5559);
// EXTERNAL MODULE: ./build/src/engine/stores/json-document.js
var json_document = __webpack_require__(9035);
;// CONCATENATED MODULE: ./build/src/engine/stores/history.js



/** Where what began at a moment (epoch milliseconds) is recorded: one document a month, in UTC. */
function historyPath(kind, at) {
    return `history/${kind}/${new Date(at).toISOString().slice(0, 7)}.json`;
}
/** The month's document with this train, whose earlier record is replaced. */
function withRecord(text, saved) {
    const before = (0,json_document/* parseDocument */.T)(text) ?? {};
    return (0,json_document/* serialiseDocument */.B)({ ...before, [saved.state.trainId]: recordOf(saved) });
}
function recordOf({ plan, state }) {
    const { status, reason, actor, startedBy, startedAt, updatedAt, resumed } = state;
    return {
        name: plan.name,
        ...(plan.environment && { environment: plan.environment }),
        ...((0,plan_plan/* isProduction */.KV)(plan) && { production: true }),
        status,
        ...(reason && { reason }),
        ...(actor && { actor }),
        ...(startedBy?.event && { event: startedBy.event }),
        ...(startedBy?.runUrl && { runUrl: startedBy.runUrl }),
        startedAt,
        endedAt: updatedAt,
        resumed,
        components: Object.fromEntries(plan.components.map((planned) => [planned.id, componentRecord(planned, state)])),
    };
}
function componentRecord({ id, repository, version, previousVersion }, state) {
    const { status, cause, attempt, dispatch, concludedAt, finishedAt } = (0,machine_state/* componentOf */.D5)(state, id);
    const runUrl = dispatch?.run?.url;
    return {
        repository,
        status,
        ...(cause && { cause }),
        ...(version !== undefined && { version }),
        ...(previousVersion !== undefined && { previousVersion }),
        ...(runUrl && { runUrl }),
        attempt,
        ...(dispatch && { dispatchedAt: dispatch.intendedAt }),
        ...(concludedAt !== undefined && { concludedAt }),
        ...(finishedAt !== undefined && { finishedAt }),
    };
}

;// CONCATENATED MODULE: ./build/src/engine/stores/documents.js





/** Names of the documents beside the trains, which are written with them. */
const PROBLEMS = 'problems.json';
const LOCKS = 'locks.json';
/** Trains that are over, of which somebody has yet to be told something. */
const UNTOLD = 'untold.json';
/**
 * What the documents beside a train say once it is written as it is now. They are projections of trains: one that cannot be
 * read is left alone, for no train stops because of it.
 */
async function projected(saved, read) {
    const edits = editsOf(saved).map(([path, edit]) => edited(path, read, edit));
    return (await Promise.all(edits)).flat();
}
function editsOf(saved) {
    const isOver = !(0,machine_state/* isOpen */.nT)(saved.state);
    const history = historyPath('trains', saved.state.startedAt);
    return [
        ...(saved.concerns?.length ? [[PROBLEMS, (text) => problemsAfter(text, saved)]] : []),
        ...(isOver && saved.ledger ? [[UNTOLD, (text) => untoldAfter(text, saved)]] : []),
        ...(isOver ? [[history, (text) => withRecord(text, saved)]] : []),
    ];
}
/** What one of those documents says after it, where it says something else than before. */
function projectedText(saved, path, before) {
    return editsOf(saved).find(([name]) => name === path)?.[1](before);
}
async function edited(path, read, edit) {
    try {
        const before = await read(path);
        const contents = edit(before);
        return contents === undefined || contents === before ? [] : [{ path, contents }];
    }
    catch {
        return [];
    }
}
function problemsAfter(text, { concerns = [], state }) {
    const before = (0,json_document/* parseDocument */.T)(text) ?? {};
    const after = (0,problems/* withConcerns */.iU)(before, concerns, state.updatedAt);
    return after === before ? undefined : (0,json_document/* serialiseDocument */.B)(after);
}
function untoldAfter(text, { ledger, state }) {
    const { trainId, updatedAt } = state;
    const before = (0,json_document/* parseDocument */.T)(text) ?? {};
    const { [trainId]: since, ...others } = before;
    if ((0,telling_ledger/* isSettled */.Is)(ledger))
        return since === undefined ? undefined : (0,json_document/* serialiseDocument */.B)(others);
    return since === undefined ? (0,json_document/* serialiseDocument */.B)({ ...before, [trainId]: updatedAt }) : undefined;
}


/***/ }),

/***/ 6003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ fileStore)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(4867);
// EXTERNAL MODULE: ./build/src/engine/stores/documents.js + 1 modules
var stores_documents = __webpack_require__(2256);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
;// CONCATENATED MODULE: ./build/src/engine/stores/file-documents.js




/** Whoever holds a document longer is dead. */
const STALE_MS = 10_000;
const LOOK_MS = 20;
/** Documents in a folder, written under a lock: of all who change one at once, each sees what the one before wrote. */
function fileDocuments(folder) {
    const read = (path) => readText((0,external_node_path_.join)(folder, path));
    return {
        read,
        async change(path, edit) {
            const file = (0,external_node_path_.join)(folder, path);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
            return locked(`${file}.lock`, async () => {
                const before = await read(path);
                const contents = edit(before);
                if (contents === undefined || contents === before)
                    return before;
                await replaceFile(file, contents);
                return contents;
            });
        },
    };
}
async function locked(lock, work) {
    const until = Date.now() + 2 * STALE_MS;
    while (!(await createOnce(lock, String(process.pid)))) {
        if (Date.now() > until)
            throw new errors/* UserError */.yo(`${lock} does not go away. Delete it if no other process works there.`);
        const age = Date.now() -
            (await (0,promises_.stat)(lock).then(({ mtimeMs }) => mtimeMs, () => Date.now()));
        if (age > STALE_MS)
            await (0,promises_.rm)(lock, { force: true });
        else
            await (0,external_node_timers_promises_.setTimeout)(LOOK_MS);
    }
    try {
        return await work();
    }
    finally {
        await (0,promises_.rm)(lock, { force: true });
    }
}
/** The text of a file; undefined where there is none. */
async function readText(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
/** Writes the file whole: whoever reads it meanwhile sees the old one or the new one. */
async function replaceFile(path, text) {
    const draft = draftOf(path);
    await (0,promises_.writeFile)(draft, text);
    await (0,promises_.rename)(draft, path);
}
/** Creates the file whole or not at all; false where it exists already. */
async function createOnce(path, text) {
    const draft = draftOf(path);
    await (0,promises_.writeFile)(draft, text);
    try {
        await (0,promises_.link)(draft, path);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        await (0,promises_.rm)(draft, { force: true });
    }
}
function draftOf(path) {
    return `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
}

// EXTERNAL MODULE: ./build/src/engine/stores/json-document.js
var json_document = __webpack_require__(9035);
// EXTERNAL MODULE: ./build/src/engine/stores/last-good.js
var last_good = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/src/engine/stores/open-trains.js
var open_trains = __webpack_require__(6267);
// EXTERNAL MODULE: ./build/src/engine/stores/retire.js
var retire = __webpack_require__(1292);
// EXTERNAL MODULE: ./build/src/engine/stores/train-store.js
var train_store = __webpack_require__(7353);
;// CONCATENATED MODULE: ./build/src/engine/stores/file-store.js










/** How many states of a train are kept on disk; the newest is the one that counts. */
const KEPT_STATES = 20;
/**
 * Trains in a folder, for tests, the demo and single machines: `<folder>/<train>/plan-<hash>.json` and one `state-<n>.json` a write.
 * A write links its finished file to the next number, which fails if that exists: two processes cannot both win.
 */
function fileStore(folder) {
    const place = `state folder ${folder}`;
    const load = async (trainId) => {
        const home = (0,external_node_path_.join)(folder, trainId);
        const newest = (await states(home)).at(-1);
        if (newest === undefined)
            return undefined;
        const state = await (0,promises_.readFile)((0,external_node_path_.join)(home, stateFile(newest)), 'utf8');
        const plan = await (0,promises_.readFile)((0,external_node_path_.join)(home, planFile(planHashIn(state))), 'utf8').catch(() => '');
        const ledger = await readText((0,external_node_path_.join)(home, 'ledger.json'));
        return (0,train_store/* deserialise */.Bc)({ plan, state, ledger }, trainId, place);
    };
    const documents = fileDocuments(folder);
    const all = async () => {
        const loaded = await Promise.all((await trainIds(folder)).map(load));
        return loaded.flatMap((saved) => saved ?? []);
    };
    const open = async () => (await all()).filter(({ state }) => (0,machine_state/* isOpen */.nT)(state)).map(train_store/* openTrain */.bD);
    /** The open train that this process wrote last: it need not be compared with the others again. */
    let ours = '';
    return {
        place,
        writesPerHour: Number.POSITIVE_INFINITY,
        load,
        async save(saved) {
            const home = (0,external_node_path_.join)(folder, saved.state.trainId);
            await (0,promises_.mkdir)(home, { recursive: true });
            // Old states are deleted: a number that is free again is not the next one.
            if (((await states(home)).at(-1) ?? 0) !== saved.writes - 1)
                return 'lost';
            const isOurs = ours === `${saved.state.trainId} ${saved.writes - 1}`;
            if (!isOurs)
                (0,open_trains/* withTrain */.JQ)(await open(), saved);
            if (saved.writes === 1)
                await createOnce((0,external_node_path_.join)(home, planFile(saved.state.planHash)), (0,train_store/* serialisePlan */.zA)(saved));
            const won = await createOnce((0,external_node_path_.join)(home, stateFile(saved.writes)), (0,train_store/* serialiseState */.bh)(saved));
            if (!won)
                return 'lost';
            if (!isOurs)
                await retractUnlessAlone(saved, await open(), (0,external_node_path_.join)(home, stateFile(saved.writes)));
            ours = (0,machine_state/* isOpen */.nT)(saved.state) ? `${saved.state.trainId} ${saved.writes}` : '';
            const old = (await states(home)).slice(0, -KEPT_STATES);
            await Promise.all(old.map((write) => (0,promises_.rm)((0,external_node_path_.join)(home, stateFile(write)), { force: true })));
            if (saved.ledger)
                await replaceFile((0,external_node_path_.join)(home, 'ledger.json'), (0,json_document/* serialiseDocument */.B)(saved.ledger));
            for (const { path } of await (0,stores_documents/* projected */.Bt)(saved, documents.read)) {
                // Once more under the document's lock: another train may write it, too.
                await documents.change(path, (text) => (0,stores_documents/* projectedText */.oN)(saved, path, text));
            }
            await retireSome(saved, { folder, all, documents });
            return 'saved';
        },
        open,
        async lastGood() {
            const trains = (await all()).sort((a, b) => a.state.updatedAt - b.state.updatedAt);
            return trains.reduce(last_good/* recordGood */.X, (0,open_trains/* readLastGood */.GU)(await documents.read(LAST_GOOD), place));
        },
        ...documents,
    };
}
/** What the trains that were retired had brought; those that are still there come on top of it. */
const LAST_GOOD = 'last-good.json';
/** Deletes a few trains that ended long ago; what they brought stays known. */
async function retireSome(saved, { folder, all, documents }) {
    if ((0,machine_state/* isOpen */.nT)(saved.state))
        return;
    const { trainId, updatedAt } = saved.state;
    const old = (await all())
        .filter(({ state }) => state.trainId !== trainId && (0,retire/* isRetired */.aZ)(state, updatedAt))
        .sort((a, b) => a.state.updatedAt - b.state.updatedAt)
        .slice(0, retire/* MOST_RETIRED */.eq);
    if (old.length === 0)
        return;
    await documents.change(LAST_GOOD, (text) => (0,json_document/* serialiseDocument */.B)(old.reduce(last_good/* recordGood */.X, (0,open_trains/* readLastGood */.GU)(text, `state folder ${folder}`))));
    await Promise.all(old.map(({ state }) => (0,promises_.rm)((0,external_node_path_.join)(folder, state.trainId), { recursive: true, force: true })));
}
async function trainIds(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory() && entry.name !== 'history').map(({ name }) => name);
}
/** Of two that became open at the same moment each sees the other here, and none goes on. */
async function retractUnlessAlone(saved, open, file) {
    const others = open.filter(({ trainId }) => trainId !== saved.state.trainId);
    try {
        if (saved.writes === 1)
            (0,open_trains/* withTrain */.JQ)(others, saved);
    }
    catch (error) {
        await (0,promises_.rm)(file, { force: true });
        throw error;
    }
}
/** A plan stands beside the states by its hash, so that whoever wins the first write has its own plan with it. */
function planFile(hash) {
    return `plan-${hash}.json`;
}
function planHashIn(state) {
    return /"planHash": "([0-9a-f]{1,64})"/.exec(state)?.[1] ?? 'unknown';
}
function stateFile(write) {
    return `state-${String(write).padStart(6, '0')}.json`;
}
async function states(home) {
    const names = await (0,promises_.readdir)(home).catch(() => []);
    const writes = names.flatMap((name) => /^state-(\d+)\.json$/.exec(name)?.[1] ?? []);
    return writes.map(Number).sort((a, b) => a - b);
}


/***/ }),

/***/ 9035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ serialiseDocument),
/* harmony export */   T: () => (/* binding */ parseDocument)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4339);

/** A document that is a map; undefined where there is no text. Throws where it is none. */
function parseDocument(text) {
    if (text === undefined)
        return undefined;
    const value = JSON.parse(text);
    if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(value))
        throw new Error('It is not a JSON object.');
    return value;
}
/** As a text that people can read and git can compare. */
function serialiseDocument(value) {
    return `${JSON.stringify(value, null, 1)}\n`;
}


/***/ }),

/***/ 8161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ recordGood)
/* harmony export */ });
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4867);

/** How many versions before the present one are remembered. */
const MOST_BEFORE = 5;
/** The last good versions after this train: what succeeded is good, what was rolled back is what it was before. */
function recordGood(before, { plan, state }) {
    const environment = plan.environment ?? 'release';
    const good = { ...before[environment] };
    for (const { id, version, previousVersion } of plan.components) {
        const { status, dispatch, rollback, finishedAt = state.updatedAt } = (0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id);
        const common = { trainId: state.trainId, at: finishedAt };
        if (status === 'succeeded' && version !== undefined) {
            good[id] = succeededBy(good[id], { version, ...common, ...urlOf(dispatch?.run?.url) });
        }
        else if (status === 'rolled-back' && previousVersion !== undefined) {
            good[id] = backTo(good[id], { version: previousVersion, ...common, ...urlOf(rollback?.run?.url) });
        }
    }
    return Object.keys(good).length > 0 ? { ...before, [environment]: good } : before;
}
function urlOf(runUrl) {
    return runUrl === undefined ? {} : { runUrl };
}
/** The version with those that were there before it; the same version once more pushes none of them back. */
function succeededBy(before, version) {
    if (!before)
        return version;
    const { before: earlier = [], ...current } = before;
    return withBefore(version, current.version === version.version ? earlier : [current, ...earlier]);
}
/** What is left was no good: it is not what a later rollback goes back to. */
function backTo(before, version) {
    const { version: current, before: earlier = [] } = before ?? {};
    if (current === version.version)
        return withBefore(version, earlier);
    const place = earlier.findIndex((one) => one.version === version.version);
    return withBefore(version, place === -1 ? earlier : earlier.slice(place + 1));
}
function withBefore(version, before) {
    const distinct = before.filter((one) => one.version !== version.version).slice(0, MOST_BEFORE);
    return { ...version, ...(distinct.length > 0 && { before: distinct }) };
}


/***/ }),

/***/ 6267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ readOpenTrains),
/* harmony export */   GU: () => (/* binding */ readLastGood),
/* harmony export */   JQ: () => (/* binding */ withTrain)
/* harmony export */ });
/* unused harmony export Conflict */
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4867);
/* harmony import */ var _train_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7353);



/** A train would work on a repository that another one, which is not over, keeps to itself. Waiting inside a job does not fix it. */
class Conflict extends _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
/**
 * The open trains once this one is written. Throws Conflict where it becomes open, by its start or by a person's resume,
 * while another works on one of its repositories.
 */
function withTrain(open, saved) {
    const { trainId } = saved.state;
    const others = open.filter((train) => train.trainId !== trainId);
    if (!(0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isOpen */ .nT)(saved.state))
        return others;
    if (others.length === open.length)
        refuseConflict(others, saved);
    return [...others, (0,_train_store_js__WEBPACK_IMPORTED_MODULE_1__/* .openTrain */ .bD)(saved)];
}
function refuseConflict(others, { plan }) {
    const wanted = new Set(plan.components.map(({ repository }) => repository));
    for (const { trainId, name, status, startedAt, repositories } of others) {
        const shared = repositories.filter((repository) => wanted.has(repository));
        if (shared.length === 0)
            continue;
        const more = shared.length > 3 ? ` and ${shared.length - 3} more` : '';
        throw new Conflict(`Train ${trainId} (${name}, ${status} since ${new Date(startedAt).toISOString()}) is not over and works on ${shared.slice(0, 3).join(', ')}${more}. ` +
            `Wait for it, or resume it with train-id: ${trainId}. If it is stuck for good, see "Unlock a stuck train" in docs/troubleshooting.md.`);
    }
}
/** The list of open trains as it was kept. Throws a UserError that says what is wrong with it. */
function readOpenTrains(text, place) {
    const read = readJson(text, 'open.json', place) ?? [];
    const isRight = Array.isArray(read) && read.every(isOpenTrain);
    if (!isRight)
        throw broken('open.json', place, 'is no list of trains with trainId, name, status, startedAt and repositories');
    return read;
}
/** The last good versions as they were kept. Throws a UserError that says what is wrong with them. */
function readLastGood(text, place) {
    const read = readJson(text, 'last-good.json', place) ?? {};
    const isRight = isRecord(read) && Object.values(read).every((good) => isRecord(good) && Object.values(good).every(isGood));
    if (!isRight)
        throw broken('last-good.json', place, 'does not say a version for each component of each environment');
    return read;
}
function readJson(text, file, place) {
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw broken(file, place, `is not valid JSON (${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)})`);
    }
}
function broken(file, place, what) {
    return new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: ${file} ${what}. Nothing was changed; restore it from the branch's history.`);
}
function isOpenTrain(value) {
    if (!isRecord(value))
        return false;
    const { trainId, name, status, startedAt, repositories } = value;
    const areTexts = [trainId, name, status].every((text) => typeof text === 'string');
    const isList = Array.isArray(repositories) && repositories.every((one) => typeof one === 'string');
    return areTexts && isList && Number.isFinite(startedAt);
}
function isGood(value) {
    return isRecord(value) && typeof value.version === 'string' && Number.isFinite(value.at);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 1292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZK: () => (/* binding */ retiredFiles),
/* harmony export */   aZ: () => (/* binding */ isRetired),
/* harmony export */   eq: () => (/* binding */ MOST_RETIRED)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_github_contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4383);
/* harmony import */ var _platform_github_trees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3820);
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4867);




/** What ended longer ago is taken from the tree; its git history keeps it. */
const KEPT_MS = 30 * 86_400_000;
/** At most so many a commit. */
const MOST_RETIRED = 5;
/** The trains that may have ended long ago, likely oldest first: run ids grow. */
function retirable({ ids, kept }) {
    const old = ids.filter((id) => !kept.has(id));
    return old.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_RETIRED);
}
/** Whether a train ended so long ago that nobody resumes it any more. */
function isRetired(state, now) {
    return !(0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_3__/* .isOpen */ .nT)(state) && state.updatedAt < now - KEPT_MS;
}
/** The files of trains that ended long ago, a few at the end of each train: so the tree does not grow for ever. */
async function retiredFiles(saved, { oid, open }, { client, repository }) {
    // Whoever is cancelled has no time for this.
    if ((0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_3__/* .isOpen */ .nT)(saved.state) || saved.state.status === 'cancelled')
        return [];
    try {
        const files = await (0,_platform_github_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .listFiles */ .C)(client, repository, oid);
        const folder = (path) => /^trains\/([^/]+)\//.exec(path)?.[1] ?? '';
        const ids = [...new Set(files.map(folder).filter((id) => id !== ''))];
        const kept = new Set([saved.state.trainId, ...open.map(({ trainId }) => trainId)]);
        const old = await Promise.all(retirable({ ids, kept }).map(async (id) => {
            const text = await (0,_platform_github_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .TA)(client, repository, { path: `trains/${id}/state.json`, ref: oid });
            const state = JSON.parse(text ?? '{}');
            return isRetired(state, saved.state.updatedAt) ? [id] : [];
        }));
        const gone = new Set(old.flat());
        return files.filter((path) => gone.has(folder(path)));
    }
    catch (error) {
        if (error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E || error instanceof SyntaxError)
            return [];
        throw error;
    }
}


/***/ }),

/***/ 7353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ deserialise),
/* harmony export */   bD: () => (/* binding */ openTrain),
/* harmony export */   bh: () => (/* binding */ serialiseState),
/* harmony export */   zA: () => (/* binding */ serialisePlan)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4339);
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4867);



function openTrain({ plan, state }) {
    const { trainId, status, startedAt } = state;
    const repositories = [...new Set(plan.components.map(({ repository }) => repository))];
    return { trainId, name: plan.name, status, startedAt, repositories };
}
/** The plan as a text that a person can read and git can compare. It stays as it is, so that only the first write needs it. */
function serialisePlan({ plan }) {
    return `${JSON.stringify(plan, null, 1)}\n`;
}
/** The state as such a text, with the number of its write. */
function serialiseState({ state, writes }) {
    return `${JSON.stringify({ writes, ...state }, null, 1)}\n`;
}
/**
 * Reads what `serialisePlan` and `serialiseState` wrote. A document that is truncated, of another format or of another train
 * is a UserError that says what was found: a train is never started anew over one that cannot be read.
 */
function deserialise(texts, trainId, place) {
    const plan = parse(texts.plan, `plan of train ${trainId}`, place);
    const { writes, ...state } = parse(texts.state, `state of train ${trainId}`, place);
    const broken = inconsistency(plan, state, writes, trainId);
    if (broken)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: the saved train ${trainId} cannot be used: ${broken} ${KEPT}`);
    const ledger = readLedger(texts.ledger);
    return { plan, state, writes, ...(ledger && { ledger }) };
}
/** What was told. No train stops for it: without one that can be read, only what is young is told, maybe once more. */
function readLedger(text) {
    try {
        const { format, notices, untold, channels, deployments } = JSON.parse(text ?? 'null') ?? {};
        const isWhole = [notices, untold, channels].every(_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u);
        if (format !== 1 || !isWhole)
            return undefined;
        return { format, notices, untold, channels, ...((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(deployments) && { deployments }) };
    }
    catch {
        return undefined;
    }
}
const KEPT = 'Nothing was changed. Restore the document from its history, or start a new train under another train id once you know what this one did.';
function parse(text, what, place) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: the ${what} is not valid JSON (${text.length} characters; ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}). ${KEPT}`);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: the ${what} is not a JSON object. ${KEPT}`);
    }
    const { format } = value;
    if (format !== 1) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: the ${what} has format ${JSON.stringify(format)}; this version of release-actions reads format 1. ${KEPT}`);
    }
    return value;
}
function inconsistency(plan, state, writes, trainId) {
    if (state.trainId !== trainId)
        return `it says that it is train ${JSON.stringify(state.trainId)}.`;
    if (!Number.isSafeInteger(writes) || writes < 1)
        return `its write counter is ${JSON.stringify(writes)}.`;
    if (!Array.isArray(plan.components) || typeof state.components !== 'object' || state.components === null) {
        return 'it has no components.';
    }
    const missing = plan.components.find(({ id }) => !Object.hasOwn(state.components, id));
    if (!_train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .TRAIN_STATUSES */ .Oq.includes(state.status))
        return `its status is ${JSON.stringify(state.status)}, which there is not.`;
    if (missing)
        return `its plan has a component ${missing.id} that its state does not have.`;
    const odd = Object.entries(state.components).find(([, { status }]) => !_train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .COMPONENT_STATUSES */ .H6.includes(status));
    if (odd)
        return `its component ${odd[0]} has the status ${JSON.stringify(odd[1].status)}, which there is not.`;
    const bent = Object.entries(state.components).find(([, component]) => !isWhole(component));
    if (bent)
        return `its component ${bent[0]} has an attempt, a time, a nonce or a run that cannot be.`;
    const planned = new Set(plan.components.map(({ id }) => id));
    const stranger = Object.keys(state.components).find((id) => !planned.has(id));
    return stranger ? `its state has a component ${stranger} that its plan does not have.` : undefined;
}
/** What a person who edits a state may get wrong without breaking its JSON. */
function isWhole({ attempt, since, dispatch, rollback, earlier = [] }) {
    const isNonce = (nonce) => typeof nonce === 'string' && nonce !== '';
    const isRun = (run) => Number.isSafeInteger(run?.id) && Number.isSafeInteger(run?.attempt);
    const isSent = (one) => one === undefined ||
        (isNonce(one.nonce) && Number.isFinite(one.intendedAt) && (one.run === undefined || isRun(one.run)));
    const isTry = (one) => isNonce(one?.nonce) && isRun(one?.run);
    return (Number.isSafeInteger(attempt) &&
        attempt >= 1 &&
        Number.isFinite(since) &&
        [dispatch, rollback].every(isSent) &&
        Array.isArray(earlier) &&
        earlier.every(isTry));
}


/***/ }),

/***/ 5116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ escalationOf),
/* harmony export */   LX: () => (/* binding */ channelsInUse),
/* harmony export */   ky: () => (/* binding */ unknownWords),
/* harmony export */   wE: () => (/* binding */ route)
/* harmony export */ });
/* unused harmony export isWanted */
/* harmony import */ var _train_telling_fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);

/** Whether a channel is among those that are asked for, by its name or its kind. */
function isWanted({ name, kind }, wanted) {
    if (!wanted)
        return true;
    const words = kind === 'issue' ? [name, kind, 'github'] : [name, kind];
    // "slack" means both ways to reach it.
    return wanted.some((word) => words.includes(word) || (word === 'slack' && kind === 'slack-webhook'));
}
/** The words of a list that name no channel and no kind. */
function unknownWords({ channels }, wanted) {
    return wanted.filter((word) => !channels.some((channel) => isWanted(channel, [word])));
}
/**
 * The channels that a fact goes to: of every rule that fits, those that are wanted. A channel that is asked for and that no
 * rule names hears everything. An issue hears of the end of its problem, whatever its rules say.
 */
function route({ channels, rules }, wanted, fact) {
    const fitting = rules.filter((rule) => fits(rule, fact));
    const byRule = new Set(fitting.flatMap((rule) => rule.channels));
    const named = new Set(rules.flatMap((rule) => rule.channels));
    return channels
        .filter((channel) => isWanted(channel, wanted))
        .filter(({ name, kind }) => {
        if (byRule.has(name))
            return true;
        if (kind === 'issue' && fact.resolves !== undefined && named.has(name))
            return true;
        return wanted !== undefined && !named.has(name);
    })
        .map(({ name }) => name);
}
/** Who is told when nobody acts on a fact: what the first rule that fits and escalates says. */
function escalationOf({ rules }, fact) {
    return rules.find((rule) => rule.escalate && fits(rule, fact))?.escalate;
}
function fits({ events, severity, environments }, fact) {
    if (events && !events.includes(fact.kind))
        return false;
    if (severity && !(0,_train_telling_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(fact.severity, severity))
        return false;
    return !environments || (fact.environment !== undefined && environments.includes(fact.environment));
}
/** The channels that can be told anything at all: those that are wanted, and that a rule or an escalation names. */
function channelsInUse({ channels, rules }, wanted) {
    const named = new Set(rules.flatMap((rule) => [...rule.channels, ...(rule.escalate?.to ?? [])]));
    return channels.filter((channel) => isWanted(channel, wanted) && (named.has(channel.name) || wanted !== undefined));
}


/***/ }),

/***/ 6466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openChannels)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(5941);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var notifications = __webpack_require__(1792);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(7107);
;// CONCATENATED MODULE: ./build/src/operations/notify/fact-words.js

/** What all channels say in the same words; plain text. */
const SIGNS = { info: '🔵', warning: '🟠', error: '🔴', critical: '🚨' };
const STATUS_SIGNS = {
    running: '🏃',
    parked: '⏸️',
    succeeded: '✅',
    failed: '❌',
    cancelled: '🛑',
    'rolled-back': '↩️',
    'rollback-failed': '🔥',
};
/** For whoever has to choose a colour. */
const COLOURS = {
    info: '#0969da',
    warning: '#9a6700',
    error: '#cf222e',
    critical: '#a40e26',
};
/** `🚨 product → production: failed`, one line. */
function headline({ title, severity, facts, overview }) {
    const [first] = facts;
    const about = overview && isOver(overview) ? overview.status : (worstFact(facts) ?? first)?.kind;
    return oneLine(`${signOf(severity, overview)} ${title}${about ? `: ${about}` : ''}`);
}
function isOver({ status }) {
    return status !== 'running' && status !== 'parked';
}
function signOf(severity, overview) {
    return overview && isOver(overview) ? STATUS_SIGNS[overview.status] : SIGNS[severity];
}
function worstFact(facts) {
    const order = ['critical', 'error', 'warning', 'info'];
    return [...facts].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))[0];
}
/** `2 of 3 released, after 4 m 10 s, started by alice`. */
function progressLine({ released, total, environment, startedAt, updatedAt, actor }) {
    const done = environment === undefined ? 'released' : 'deployed';
    const by = actor === undefined ? '' : `, started by ${actor}`;
    return `${released} of ${total} ${done}, after ${(0,duration/* formatDuration */.a)(updatedAt - startedAt)}${by}`;
}
/** `🔴 backend of … is not healthy: …` */
function factLine({ severity, text }) {
    return oneLine(`${SIGNS[severity]} ${text}`);
}
/** The facts that are told one by one, and how many more there are. */
function shownFacts({ facts }, most) {
    const more = facts.length - most;
    return { shown: facts.slice(0, most), more: more > 0 ? `… and ${more} more` : '' };
}
/** What a person does now, once, however many facts say it. */
function nextSteps({ facts, overview }) {
    // How it stands now counts more than how it stood when a fact came to light.
    if (overview?.next)
        return [oneLine(overview.next)];
    return [...new Set(facts.flatMap(({ next }) => (next ? [oneLine(next)] : [])))];
}
/** Where it is to be seen: the train's own run first. */
function links({ facts, overview, acknowledgeUrl, }) {
    const run = overview?.runUrl ?? facts.find(({ url }) => url)?.url;
    const stopped = overview && isOver(overview) && overview.status !== 'succeeded';
    const failed = facts.find(({ url, component }) => url && component && url !== run)?.url;
    return [
        ...(run ? [{ label: 'View run', url: run }] : []),
        ...(failed ? [{ label: 'View what failed', url: failed }] : []),
        ...(stopped && overview.runUrl ? [{ label: 'Resume it there', url: overview.runUrl }] : []),
        ...(acknowledgeUrl ? [{ label: 'Acknowledge', url: acknowledgeUrl }] : []),
    ].filter(({ url }) => /^https?:\/\//.test(url));
}
function oneLine(text) {
    return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
/** Cut to so many UTF-16 units, as most places count, with a sign that it was. */
function cut(text, most) {
    // No half of a surrogate pair is left.
    return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// EXTERNAL MODULE: ./build/src/engine/drive/outbox.js + 2 modules
var outbox = __webpack_require__(5309);
// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(371);
// EXTERNAL MODULE: ./build/src/platform/net/safe-request.js + 1 modules
var safe_request = __webpack_require__(8717);
;// CONCATENATED MODULE: ./build/src/operations/notify/post.js



const TIMEOUT_MS = 14_000;
const LARGEST_ANSWER = 64 * 1024;
/** Said by servers that may take the same message another time. */
const PASSING = [408, 425, 429];
/** Posts JSON once, without following redirects: they would carry the message, and what signs it, elsewhere. Throws Undelivered. */
async function postJson({ network, url, headers = {}, body, signal }) {
    try {
        const answer = await (0,safe_request/* safeRequest */.z)(url, {
            network,
            method: 'POST',
            headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
            body,
            signal,
            timeoutMs: TIMEOUT_MS,
            maxRedirects: 0,
            maxBytes: LARGEST_ANSWER,
        });
        return { status: answer.status, text: answer.text, retryAfterMs: retryAfter(answer.headers['retry-after']) };
    }
    catch (error) {
        if (!(error instanceof request_error/* RequestError */.G))
            throw error;
        // What our own rules refuse is refused until somebody changes something.
        throw new outbox/* Undelivered */.A(`${error.message}.`, { retry: error.failure === 'refused' ? 'later' : 'soon' });
    }
}
/** Throws Undelivered unless the answer is a success; `explained` has a word for statuses that mean something special. */
function verifyTaken(answer, url, explained = {}) {
    const { status, text, retryAfterMs } = answer;
    if (status >= 200 && status < 300)
        return;
    const { host } = new URL(url);
    const said = text.trim().slice(0, 200);
    const quote = said === '' ? '' : ` (${JSON.stringify(said)})`;
    const own = explained[status];
    if (status === 410) {
        const gone = own ?? 'The receiver is gone for good; take the channel out of the manifest, or give it a new address.';
        throw new outbox/* Undelivered */.A(`${host} answered 410${quote}. ${gone}`, { retry: 'never' });
    }
    if (status >= 300 && status < 400)
        throw new outbox/* Undelivered */.A(`${host} answered ${status}: redirects are not followed. Put the final address into the secret.`, { retry: 'later' });
    const isPassing = status >= 500 || PASSING.includes(status);
    throw new outbox/* Undelivered */.A(`${host} answered ${status}${quote}.${own ? ` ${own}` : ''}`, {
        retry: isPassing ? 'soon' : 'later',
        retryAfterMs,
    });
}
function retryAfter(value) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,6}$/.test(value))
        return Number(value) * 1_000;
    const at = Date.parse(value);
    return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/adaptive-card.js

const MOST_FACTS = 10;
/** Teams takes 28 kB in all: https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const LONGEST_LINE = 1_000;
const STYLES = {
    info: 'accent',
    warning: 'warning',
    error: 'attention',
    critical: 'attention',
};
/** A message for a workflow of Teams: an Adaptive Card, whose texts are plain. */
function adaptiveCard(message) {
    const { overview, severity } = message;
    const { shown, more } = shownFacts(message, MOST_FACTS);
    const lines = [
        ...(overview ? [progressLine(overview)] : []),
        ...shown.map(factLine),
        ...(more ? [more] : []),
        ...nextSteps(message).slice(0, 2),
    ];
    const content = {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.4',
        body: [
            {
                type: 'Container',
                style: STYLES[severity],
                items: [block(headline(message), { weight: 'bolder', size: 'medium' })],
            },
            ...lines.map((line) => block(line)),
        ],
        actions: links(message).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
    };
    return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
/** A TextBlock reads Markdown: what could format, link or mention is parted from itself. */
function block(text, style = {}) {
    const plain = cut(text, LONGEST_LINE).replace(/[[\]()<>*_`~#\\|]/g, '\\$&');
    return { type: 'TextBlock', text: plain, wrap: true, ...style };
}

// EXTERNAL MODULE: ./build/src/train/telling/fact.js
var telling_fact = __webpack_require__(8510);
;// CONCATENATED MODULE: ./build/src/operations/notify/channels/block-kit.js


/** https://docs.slack.dev/reference/block-kit/blocks; all blocks together were refused from some 13,200 characters on (bolt-js#2509). */
const HEADER = 150;
const SECTION = 3_000;
const ALL = 10_000;
const block_kit_MOST_FACTS = 10;
/** Ten of them fit into a section. */
const block_kit_LONGEST_LINE = 270;
const MOST_BUTTONS = 5;
/** A message as Slack's blocks, within their limits. Buttons are links only: nothing has to listen for them. */
function blocksOf(message, { mention, details }) {
    const head = {
        type: 'header',
        text: { type: 'plain_text', text: cut(headline(message), HEADER), emoji: true },
    };
    const { overview } = message;
    const about = overview
        ? [context(`${escapeSlack(progressLine(overview))} · train ${escapeSlack(overview.trainId)}`)]
        : [];
    const facts = details
        ? [section(`${mention}${detailsOf(message)}`)]
        : [section(`${mention}${escapeSlack(cut(message.facts[0]?.text ?? '', 500))}`)];
    const steps = details
        ? nextSteps(message)
            .slice(0, 3)
            .map((step) => context(escapeSlack(step)))
        : [];
    const buttons = links(message)
        .slice(0, MOST_BUTTONS)
        .map(({ label, url }, index) => ({
        type: 'button',
        action_id: `link-${index}`,
        text: { type: 'plain_text', text: label },
        url: cut(url, SECTION),
    }));
    const actions = buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
    return withinLimit([head, ...about, ...facts, ...steps], actions);
}
/** The facts as lines of mrkdwn. */
function detailsOf(message) {
    const { shown, more } = shownFacts(message, block_kit_MOST_FACTS);
    return cut([...shown.map((fact) => cut(escapeSlack(factLine(fact)), block_kit_LONGEST_LINE)), more].filter(Boolean).join('\n'), SECTION - 100);
}
/** Whoever is to look is mentioned where something went wrong, and never for what goes well. */
function mentionOf({ facts }, mention) {
    return mention !== undefined && facts.some(telling_fact/* isUrgent */.Gi) ? `${mention} ` : '';
}
/** Text from elsewhere: no mention, no link, no formatting of ours. https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escapeSlack(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
function section(text) {
    return { type: 'section', text: { type: 'mrkdwn', text: cut(text, SECTION) } };
}
function context(text) {
    return { type: 'context', elements: [{ type: 'mrkdwn', text: cut(text, SECTION - 1_000) }] };
}
/** The last of what is no button goes first where all is too long. */
function withinLimit(blocks, actions) {
    const kept = [...blocks];
    while (kept.length > 1 && JSON.stringify([...kept, ...actions]).length > ALL)
        kept.pop();
    return [...kept, ...actions];
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/discord-message.js

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const TITLE = 256;
const DESCRIPTION = 4_000;
const discord_message_MOST_FACTS = 10;
/** A message for a webhook of Discord: an embed that mentions nobody, whatever its texts say. */
function discordMessage(message) {
    const { overview, severity } = message;
    const { shown, more } = shownFacts(message, discord_message_MOST_FACTS);
    const [first, ...others] = links(message);
    const lines = [
        ...(overview ? [escapeDiscord(progressLine(overview))] : []),
        ...shown.map((fact) => escapeDiscord(factLine(fact))),
        ...(more ? [more] : []),
        ...nextSteps(message).map(escapeDiscord),
        ...others.map(({ label, url }) => `[${label}](<${encodeURI(decoded(url))}>)`),
    ];
    const embed = {
        title: cut(escapeDiscord(headline(message)), TITLE),
        description: cut(lines.join('\n'), DESCRIPTION),
        color: Number.parseInt(COLOURS[severity].slice(1), 16),
        ...(first && { url: first.url }),
    };
    return { embeds: [embed], allowed_mentions: { parse: [] } };
}
/** Discord's Markdown, and `@` parted from what it would name. */
function escapeDiscord(text) {
    return text.replace(/[\\*_`~|>#[\]()<-]/g, '\\$&').replace(/@/g, '@\u200b');
}
function decoded(url) {
    try {
        return decodeURI(url);
    }
    catch {
        return url;
    }
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/chat-webhooks.js





/** What each place is sent, and what its refusals mean. */
const DIALECTS = {
    'slack-webhook': {
        payload: (message, wanted) => {
            const mention = mentionOf(message, wanted);
            return {
                text: `${mention}${escapeSlack(headline(message))}`,
                blocks: blocksOf(message, { mention, details: true }),
            };
        },
        explained: {
            400: 'Slack did not understand the message; please report it.',
            403: 'The workspace does not let this webhook post (action_prohibited, or its user was removed).',
            404: 'The webhook was removed from Slack (no_service, channel_not_found). Make a new one, and renew the secret.',
            410: 'The channel was archived. Make a webhook for another channel, and renew the secret.',
        },
    },
    teams: {
        payload: (message) => adaptiveCard(message),
        explained: {
            401: 'Make the workflow in Teams anew ("Post to a channel when a webhook request is received"), and renew the secret.',
            404: 'The workflow was removed from Teams. Make it anew, and renew the secret.',
        },
    },
    discord: {
        payload: (message) => discordMessage(message),
        explained: { 404: 'The webhook was removed from Discord. Make a new one, and renew the secret.' },
    },
};
/** A place that takes one post a message, and has no thread and no update. */
function chatWebhook(spec, { url, network }) {
    const { payload, explained } = DIALECTS[spec.kind];
    return {
        name: spec.name,
        kind: spec.kind,
        takes: 'group',
        async deliver(message, { signal }) {
            const body = JSON.stringify(payload(message, spec.mention));
            verifyTaken(await postJson({ network, url, body, signal }), url, explained);
            return {};
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 2 modules
var net_network = __webpack_require__(5386);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/platform/text/email-address.js
var email_address = __webpack_require__(1724);
// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
;// CONCATENATED MODULE: ./build/src/operations/notify/channels/mail-body.js

const mail_body_MOST_FACTS = 20;
/** The mail for those who read plain text. */
function mailText(message) {
    const { overview } = message;
    const { shown, more } = shownFacts(message, mail_body_MOST_FACTS);
    const sections = [
        headline(message),
        ...(overview ? [`${progressLine(overview)} (train ${overview.trainId})`] : []),
        [...shown.map(factLine), more].filter(Boolean).join('\n'),
        ...nextSteps(message),
        ...(overview ? [overview.components.map(textLine).join('\n')] : []),
        links(message)
            .map(({ label, url }) => `${label}: ${url}`)
            .join('\n'),
        '--\nSent by release-actions. Who is told is in the manifest of the train.',
    ];
    return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
function textLine({ id, status, version, reason = '' }) {
    return `- ${id}${version ? ` ${version}` : ''}: ${status}${reason ? ` (${reason.replace(/\s+/g, ' ')})` : ''}`;
}
/** Colours for those who read in the dark; what is inline is for mail programs that drop style sheets. */
const STYLE = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .card { background: #0d1117 !important; color: #e6edf3 !important; }
  .card { border-left-color: #30363d !important; border-right-color: #30363d !important; border-bottom-color: #30363d !important; }
  .cell { border-color: #30363d !important; }
  .quiet { color: #9198a1 !important; }
  .link { color: #4493f8 !important; }
  .button { background: #238636 !important; color: #ffffff !important; }
}`;
const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Helvetica,Arial,sans-serif";
/** The mail as HTML: styles inline, nothing loaded, every text escaped. */
function mailHtml(message) {
    const { overview, severity } = message;
    const { shown, more } = shownFacts(message, mail_body_MOST_FACTS);
    const facts = [...shown.map(factLine), ...(more ? [more] : [])];
    const parts = [
        `<h1 style="margin:0 0 8px;font-size:18px;line-height:1.4">${escapeHtml(headline(message))}</h1>`,
        ...(overview
            ? [
                `<p class="quiet" style="margin:0 0 16px;color:#59636e">${escapeHtml(progressLine(overview))} · train ${escapeHtml(overview.trainId)}</p>`,
            ]
            : []),
        ...facts.map((line) => `<p style="margin:0 0 8px">${escapeHtml(line)}</p>`),
        ...nextSteps(message).map((step) => `<p style="margin:16px 0 0"><b>What to do:</b> ${escapeHtml(step)}</p>`),
        buttons(message),
        ...(overview && overview.components.length > 0 ? [componentTable(overview)] : []),
        `<p class="quiet" style="margin:24px 0 0;font-size:12px;color:#59636e">Sent by release-actions. Who is told is in the manifest of the train.</p>`,
    ];
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(headline(message))}</title><style>${STYLE}</style></head>
<body class="page" style="margin:0;padding:24px 12px;background:#f6f8fa;color:#1f2328;${FONT};font-size:14px;line-height:1.5">
<div class="card" style="max-width:640px;margin:0 auto;padding:24px;background:#ffffff;color:#1f2328;border:1px solid #d1d9e0;border-top:4px solid ${COLOURS[severity]};border-radius:6px;overflow-wrap:anywhere">
${parts.join('\n')}
</div></body></html>
`;
}
function buttons(message) {
    const [first, ...others] = links(message);
    if (!first)
        return '';
    const button = `<a class="button" href="${escapeHtml(first.url)}" style="display:inline-block;padding:8px 16px;background:#1f883d;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(first.label)}</a>`;
    const rest = others.map(({ label, url }) => `<a class="link" href="${escapeHtml(url)}" style="display:inline-block;padding:8px 12px;color:#0969da">${escapeHtml(label)}</a>`);
    return `<p style="margin:16px 0">${[button, ...rest].join(' ')}</p>`;
}
function componentTable({ components }) {
    const cell = (html) => `<td class="cell" style="padding:6px 12px 6px 0;border-top:1px solid #d1d9e0;vertical-align:top">${html}</td>`;
    const rows = components.map(({ id, status, version, previousVersion, reason = '', url }) => {
        const name = url && /^https?:/.test(url)
            ? `<a class="link" href="${escapeHtml(url)}" style="color:#0969da">${escapeHtml(id)}</a>`
            : escapeHtml(id);
        const step = [previousVersion, version].filter(Boolean).join(' → ');
        return `<tr>${cell(name)}${cell(escapeHtml(step))}${cell(escapeHtml(status))}${cell(escapeHtml(reason))}</tr>`;
    });
    return `<table role="presentation" style="width:100%;margin:16px 0 0;border-collapse:collapse;font-size:13px">${rows.join('')}</table>`;
}
function escapeHtml(text) {
    const flat = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
    return flat
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;');
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/email.js









const CONNECT_MS = 10_000;
const SILENCE_MS = 12_000;
const LONGEST_SUBJECT = 200;
/** The server that a URL names: smtps://user:password@host:465 or smtp://user:password@host:587; undefined for another. */
function parseSmtpUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
        return undefined;
    const implicit = url.protocol === 'smtps:';
    const port = url.port === '' ? (implicit ? 465 : 587) : Number(url.port);
    try {
        const user = decodeURIComponent(url.username);
        const password = decodeURIComponent(url.password);
        const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
        // Port 465 is TLS from the first byte, whatever the scheme says.
        return { host, port, implicit: implicit || port === 465, ...(user !== '' && { user, password }) };
    }
    catch {
        return undefined;
    }
}
/** Mail by SMTP: sent encrypted or not at all, to addresses that are parsed here and nowhere else. */
function emailChannel({ name, to, from, server, network }) {
    const sender = (0,email_address/* parseAddress */.o)(from)?.address ?? '';
    const recipients = [...new Set(to.flatMap((text) => (0,email_address/* parseAddress */.o)(text)?.address ?? []))];
    return {
        name,
        kind: 'email',
        takes: 'group',
        async deliver(message, { signal }) {
            // Evaluated only where a mail is sent: no other step waits for the library.
            const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 6739));
            const [{ address: host } = { address: '' }] = await (0,net_network/* resolveHost */.p0)(server.host, network).catch((error) => {
                throw new outbox/* Undelivered */.A(`${(0,errors/* messageOf */.bD)(error)}.`, { retry: 'later' });
            });
            const transport = createTransport(transportOptions(server, host, network));
            const id = mailId(message.facts[0]?.id ?? message.topic, sender);
            const thread = mailId(message.topic, sender);
            try {
                const sent = await (0,until_aborted/* untilAborted */.E)(transport.sendMail({
                    envelope: { from: sender, to: recipients },
                    from,
                    to: [...to],
                    subject: cut(headline(message), LONGEST_SUBJECT),
                    messageId: id,
                    ...(id !== thread && { inReplyTo: thread, references: thread }),
                    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
                    text: mailText(message),
                    html: mailHtml(message),
                    disableFileAccess: true,
                    disableUrlAccess: true,
                }), signal);
                const refused = (sent.rejected ?? []).map(String);
                return { ref: refused.length > 0 ? `${id}, not taken for ${refused.join(', ')}` : id };
            }
            catch (error) {
                if (signal.aborted)
                    throw signal.reason;
                throw explain(error, server);
            }
            finally {
                transport.close();
            }
        },
    };
}
function transportOptions(server, host, network) {
    const { port, implicit, user, password = '' } = server;
    return {
        // The address that was checked; the certificate is still that of the name.
        host,
        port,
        secure: implicit,
        requireTLS: true,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
        dnsTimeout: CONNECT_MS,
        tls: {
            servername: server.host,
            secureContext: network.secureContext(),
            rejectUnauthorized: true,
            minVersion: 'TLSv1.2',
        },
        ...(user !== undefined && { auth: { user, pass: password } }),
    };
}
/** What went wrong, in words that say what to do; never with a word of the password. */
function explain(error, { host, port }) {
    const { code = '', responseCode, command, response, } = (0,records/* isRecord */.u)(error) || error instanceof Error ? error : {};
    const place = `${host}:${port}`;
    const later = (text) => new outbox/* Undelivered */.A(text, { retry: 'later' });
    const said = responseCode === undefined ? '' : ` (${responseCode}${response ? `: ${JSON.stringify(cut(response, 120))}` : ''})`;
    const message = (0,errors/* messageOf */.bD)(error);
    switch (code) {
        case 'EAUTH':
            return later(`${place} does not accept the user and password${said}. Are they those for sending mail, such as an app password? Special characters in the URL are percent-encoded.`);
        case 'ETLS':
            return /STARTTLS|TLS/i.test(message) && !/certificate|alert|handshake/i.test(message)
                ? later(`${place} offers no STARTTLS, and mail is sent encrypted only. Use port 465 (smtps://…), or another server.`)
                : later(`${place}: TLS failed (${message}). Mail is sent encrypted only.`);
        case 'EENVELOPE':
            return later(`${place} takes no mail from this sender to these recipients${said}. Is from an address that this account may use?`);
        case 'ETIMEDOUT':
            return new outbox/* Undelivered */.A(`${place} did not answer in time${command ? ` (to ${command})` : ''}. Is the port right, and reachable from this runner?`);
        case 'EDNS':
            return later(`${host}: the name is not found. Is it written right in the secret?`);
        default:
            break;
    }
    if (/certificate|self.signed|altname|CERT_/i.test(`${message} ${code}`))
        return later(`${place}: its certificate is not accepted (${message}). Give an authority of your own by ca-file, or use the name that the certificate is for.`);
    const isLasting = responseCode !== undefined && responseCode >= 500;
    return new outbox/* Undelivered */.A(`${place}: ${message}`, { retry: isLasting ? 'later' : 'soon' });
}
/** The same text has the same id: mail programs that hear a fact twice show it once. */
function mailId(text, sender) {
    const domain = sender.split('@')[1] || 'release-actions.invalid';
    return `<${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32)}@${domain}>`;
}

// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(6744);
// EXTERNAL MODULE: ./build/src/platform/github/tracked-issues.js
var tracked_issues = __webpack_require__(9292);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(6292);
// EXTERNAL MODULE: ./build/src/operations/notify/problem-issues.js
var problem_issues = __webpack_require__(4288);
;// CONCATENATED MODULE: ./build/src/operations/notify/channels/issue.js








/** GitHub issues: one a problem, each later fact a comment, closed by what resolves it. Whatever is there already is not told again. */
function issueChannel({ spec, client, clock }) {
    return {
        name: spec.name,
        kind: 'issue',
        takes: 'group',
        async deliver(message, { signal }) {
            const place = { client, repository: spec.repository, signal };
            try {
                return await deliver(message, { place, spec, now: clock.now() });
            }
            catch (error) {
                if (signal.aborted || (0,errors/* kindOf */.I)(error) === undefined)
                    throw error;
                throw refused(error, spec.repository, clock.now());
            }
        },
    };
}
async function deliver(message, delivering) {
    const keys = new Set(message.facts.flatMap(({ problem, resolves }) => problem ?? resolves ?? []));
    let url;
    for (const key of keys) {
        const facts = message.facts.filter(({ problem, resolves }) => problem === key || resolves === key);
        url = (await tellProblem(key, { ...message, facts }, delivering)) ?? url;
    }
    return url === undefined ? {} : { ref: url, keep: url };
}
/** Brings the issue of one problem up to date; undefined where there is none to be. */
async function tellProblem(key, message, { place, spec, now }) {
    const { facts } = message;
    const isOver = facts.at(-1)?.resolves === key;
    const isNews = facts.some((fact) => fact.problem !== undefined && (0,telling_fact/* isUrgent */.Gi)(fact));
    // What only resolves or feeds a problem opens no issue, and none again.
    const issue = isNews ? await (0,problem_issues/* currentIssue */.JK)(place, key, now) : await (0,problem_issues/* findOpenIssue */.FE)(place, key);
    if (!issue && !isNews)
        return undefined;
    const known = issue ?? (await (0,problem_issues/* openIssue */.YZ)(place, key, issueOf(key, message, spec)));
    const told = await (0,problem_issues/* toldIn */.fk)(place, known, facts.map(({ id }) => id));
    const fresh = facts.filter(({ id }) => !told.has(id));
    if (fresh.length > 0)
        await (0,problem_issues/* tellIn */.VK)(place, known.number, { ids: fresh.map(({ id }) => id), body: bodyOf({ ...message, facts: fresh }) });
    if (isOver)
        await issue_close(place, known);
    return known.url;
}
async function issue_close({ client, repository, signal }, { number }) {
    await (0,tracked_issues/* setIssueState */.zE)(client, repository, { number, state: 'closed' }, { signal });
}
const LONGEST_TITLE = 200;
function issueOf(key, message, { labels, assignees }) {
    // A title is no Markdown, but a name in it would still ping people.
    const title = cut(oneLine(`${key}: ${message.facts.find(telling_fact/* isUrgent */.Gi)?.kind ?? 'problem'}`), LONGEST_TITLE).replaceAll('@', '@\u200b');
    const markers = message.facts.map(({ id }) => (0,problem_issues/* factMarker */.$Z)(id)).join('\n');
    const body = [
        markers,
        bodyOf(message),
        '---',
        `Assign this issue to somebody, or give it the label ${(0,markdown/* code */.aY)('acknowledged')}, and nobody else is called for it. It is closed when ${(0,markdown/* escapeMarkdown */.FV)(key)} succeeds again.`,
    ].join('\n\n');
    return { title, body, labels, assignees };
}
function bodyOf(message) {
    const lines = message.facts.map((fact) => `- ${factText(fact)}`);
    const steps = nextSteps(message).map((step) => `**What to do:** ${(0,markdown/* escapeMarkdown */.FV)(step)}`);
    const where = links({ ...message, acknowledgeUrl: '' }).map(({ label, url }) => (0,markdown/* link */.nf)(label, url));
    return [`**${(0,markdown/* escapeMarkdown */.FV)(headline(message))}**`, lines.join('\n'), ...steps, where.join(' · ')]
        .filter((text) => text !== '')
        .join('\n\n');
}
function factText(fact) {
    const text = (0,markdown/* escapeMarkdown */.FV)(factLine(fact));
    return fact.url ? `${text} ${(0,markdown/* link */.nf)('Its run', fact.url)}` : text;
}
function refused(error, repository, now) {
    if (error instanceof github_errors/* Paused */.hN)
        return new outbox/* Undelivered */.A((0,errors/* messageOf */.bD)(error), { retryAfterMs: error.until - now });
    const { status = 0 } = error instanceof github_errors/* GitHubError */.y_ ? error : {};
    if (status === 403 || status === 404)
        return new outbox/* Undelivered */.A(`${repository} lets this token write no issues (${status}). It needs issues: write there, in the job's permissions or in the token for its owner.`, { retry: 'later' });
    if (status === 410)
        return new outbox/* Undelivered */.A(`Issues are switched off in ${repository}. Switch them on, or name another repository.`, {
            retry: 'later',
        });
    return new outbox/* Undelivered */.A((0,errors/* messageOf */.bD)(error), { retry: (0,errors/* kindOf */.I)(error) === 'fault' ? 'later' : 'soon' });
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/slack.js






/** What Slack says with `ok: false`, and what to do about it. Those that pass by themselves are tried again at once. */
const EXPLAINED = {
    not_in_channel: 'Invite the bot to {channel}, then run notify with operation: test.',
    channel_not_found: 'Is {channel} written as in Slack? A private channel is found only where the bot is a member.',
    is_archived: '{channel} is archived; choose another channel.',
    invalid_auth: 'The token in the secret {token} is not valid. It is the bot token of the app, and begins with xoxb-.',
    not_authed: 'The secret {token} holds no token.',
    account_inactive: 'The bot of the token in the secret {token} was removed. Install the app again.',
    token_revoked: 'The token in the secret {token} was revoked. Install the app again, and renew the secret.',
    token_expired: 'The token in the secret {token} has expired. Renew the secret.',
    missing_scope: 'The bot lacks the scope chat:write. Add it to the app, and install it again.',
    restricted_action: 'The workspace does not let this bot post to {channel}.',
};
const slack_PASSING = [
    'ratelimited',
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
];
/**
 * Slack by a bot: one message a train, which is kept up to date, and in its thread what went wrong. Delivered is what Slack
 * answers `ok: true` to; a refusal comes with status 200.
 */
function slackChannel({ spec, token, network }) {
    const call = async (method, payload, signal) => {
        const url = `${spec.api}/${method}`;
        const headers = { authorization: `Bearer ${token}` };
        const answer = await postJson({ network, url, headers, body: JSON.stringify(payload), signal });
        if (answer.status === 429 || answer.status >= 500)
            throw new outbox/* Undelivered */.A(`Slack answered ${answer.status}.`, { retryAfterMs: answer.retryAfterMs });
        const body = parsed(answer.text);
        if (body?.ok === true)
            return body;
        const code = typeof body?.error === 'string' ? body.error : `status ${answer.status} without a reason`;
        throw new Refused(code, spec, answer.retryAfterMs);
    };
    const send = async (method, message, place, signal) => {
        const mention = method === 'chat.postMessage' ? mentionOf(message, spec.mention) : '';
        const payload = (details) => ({
            ...place,
            text: `${mention}${escapeSlack(headline(message))}`,
            blocks: blocksOf(message, { mention, details }),
            unfurl_links: false,
            unfurl_media: false,
        });
        try {
            return await call(method, payload(true), signal);
        }
        catch (error) {
            if (!(error instanceof Refused) || !/too_long|invalid_blocks/.test(error.code))
                throw error;
            return call(method, payload(false), signal);
        }
    };
    return {
        name: spec.name,
        kind: 'slack',
        takes: 'group',
        async deliver(message, { signal }) {
            const known = parseRef(message.ref);
            if (known) {
                const updated = await update(message, known, signal);
                if (updated)
                    return updated;
            }
            const posted = await send('chat.postMessage', message, { channel: spec.channel }, signal);
            const { channel, ts } = posted;
            if (typeof channel !== 'string' || typeof ts !== 'string')
                return {};
            return { ref: `${channel}/${ts}`, keep: `${channel}/${ts}` };
        },
    };
    /** Undefined where the message is there no more. */
    async function update(message, known, signal) {
        const { channel, ts } = known;
        try {
            await send('chat.update', message, { channel, ts }, signal);
        }
        catch (error) {
            if (error instanceof Refused && /message_not_found|cant_update_message|edit_window_closed/.test(error.code))
                return undefined;
            throw error;
        }
        const urgent = message.facts.filter(telling_fact/* isUrgent */.Gi);
        if (urgent.length > 0) {
            // Nobody is notified of a change: what went wrong is said in the thread, with whoever is to look.
            const reply = { ...message, facts: urgent };
            const text = `${mentionOf(reply, spec.mention)}${detailsOf(reply)}`;
            await call('chat.postMessage', { channel, thread_ts: ts, text, unfurl_links: false }, signal);
        }
        return { ref: `${channel}/${ts}`, keep: `${channel}/${ts}` };
    }
}
class Refused extends outbox/* Undelivered */.A {
    code;
    constructor(code, { channel, token }, retryAfterMs) {
        const hint = (EXPLAINED[code] ?? '').replaceAll('{channel}', channel).replaceAll('{token}', token);
        const isPassing = slack_PASSING.includes(code);
        super(`Slack refused the message (${code}). ${hint}`.trim(), { retry: isPassing ? 'soon' : 'later', retryAfterMs });
        this.code = code;
    }
}
function parseRef(ref) {
    const [, channel, ts] = /^([A-Z0-9]+)\/(\d+\.\d+)$/.exec(ref ?? '') ?? [];
    return channel === undefined || ts === undefined ? undefined : { channel, ts };
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return (0,records/* isRecord */.u)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/operations/notify/channels/webhook.js


/**
 * A signed webhook: https://github.com/standard-webhooks/standard-webhooks. Each fact is one message, whose id is made of the
 * fact's, so that a receiver that hears it twice knows.
 */
function webhookChannel({ name, url, keys, network, clock, context }) {
    return {
        name,
        kind: 'webhook',
        takes: 'each',
        async deliver(message, { signal }) {
            const [fact] = message.facts;
            if (!fact)
                return {};
            const id = webhookId(fact);
            const seconds = Math.floor(clock.now() / 1_000);
            const body = JSON.stringify(payloadOf(fact, message, { at: clock.now(), context }));
            const signature = keys.map((key) => `v1,${sign(key, `${id}.${seconds}.${body}`)}`).join(' ');
            const headers = {
                'webhook-id': id,
                'webhook-timestamp': String(seconds),
                ...(keys.length > 0 && { 'webhook-signature': signature }),
            };
            verifyTaken(await postJson({ network, url, headers, body, signal }), url);
            return { ref: id };
        },
    };
}
/** The receiver's key for a fact: the same however often it is sent. */
function webhookId({ id }) {
    return `msg_${(0,external_node_crypto_.createHash)('sha256').update(id).digest('hex').slice(0, 32)}`;
}
function payloadOf(fact, { title, overview }, { at, context }) {
    const { id, kind, severity, component, environment, text, next, url, problem, resolves } = fact;
    const { trainId, name, status, released, total, runUrl, actor } = overview ?? {};
    const known = { id, severity, title, text, next, url, component, environment, problem, resolves };
    return {
        type: `${overview ? 'train' : 'event'}.${kind}`,
        timestamp: new Date(at).toISOString(),
        data: {
            ...known,
            at: new Date(fact.at).toISOString(),
            ...(overview && { train: { id: trainId, name, status, released, total, runUrl, actor } }),
            ...(context !== undefined && { context }),
        },
    };
}
function sign(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('base64');
}
const SHORTEST = 16;
/** The keys of a secret, or undefined where it is none: base64 of at least 16 bytes each, parted by blanks or commas. */
function webhookKeys(secret) {
    const texts = secret.split(/[\s,]+/).filter((text) => text !== '');
    const keys = texts.map((text) => {
        const plain = text.replace(/^whsec_/, '');
        return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : Buffer.alloc(0);
    });
    return keys.length > 0 && keys.every(({ length }) => length >= SHORTEST) ? keys : undefined;
}

;// CONCATENATED MODULE: ./build/src/operations/notify/open-channels.js








/** Opens channels. Nothing is requested yet; throws a UserError with every secret that is missing or of no use. */
function openChannels(specs, world) {
    const names = [...new Set(specs.flatMap(notifications/* secretsOf */.Fj))];
    const missing = names.filter((name) => world.secret(name) === undefined);
    if (missing.length > 0) {
        const [are, them] = missing.length === 1 ? ['secret', 'is'] : ['secrets', 'are'];
        throw new errors/* UserError */.yo(`The ${are} ${(0,wording/* listed */.KE)(missing)} that notifications names ${them} not given: pass ${missing.length === 1 ? 'it' : 'them'} by channel-secrets.`);
    }
    const opened = specs.map((spec) => openChannel(spec, world));
    const faults = opened.flatMap((one) => ('message' in one ? [one] : []));
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    return opened.flatMap((one) => ('message' in one ? [] : [one]));
}
function openChannel(spec, world) {
    const { network, clientFor, clock, context } = world;
    const { name } = spec;
    const secret = (of) => world.secret(of)?.trim() ?? '';
    switch (spec.kind) {
        case 'slack':
            return slackChannel({ spec, token: secret(spec.token), network });
        case 'email': {
            const server = parseSmtpUrl(secret(spec.smtp));
            if (!server)
                return {
                    message: `Channel ${name}: the secret ${spec.smtp} is no address of a mail server; expected smtps://user:password@host:465 or smtp://user:password@host:587, with special characters percent-encoded.`,
                };
            return emailChannel({ ...spec, server, network });
        }
        case 'issue':
            return issueChannel({ spec, client: clientFor(spec.repository), clock });
        case 'webhook': {
            const keys = spec.secret === undefined ? [] : webhookKeys(secret(spec.secret));
            if (!keys)
                return {
                    message: `Channel ${name}: the secret ${spec.secret} is no key of the webhook standard; expected base64 of at least 16 bytes, such as openssl rand -base64 32 prints.`,
                };
            return withUrl(spec, secret, (url) => webhookChannel({ name, url, keys, network, clock, context }));
        }
        default:
            return withUrl(spec, secret, (url) => chatWebhook(spec, { url, network }));
    }
}
/** The old connectors of Teams: https://devblogs.microsoft.com/microsoft365dev/retirement-of-office-365-connectors-within-microsoft-teams */
const DEAD_TEAMS = /(^|\.)webhook\.office\.com$/;
function withUrl({ name, kind, url: from }, secret, open) {
    const text = secret(from);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !['https:', 'http:'].includes(url.protocol))
        return { message: `Channel ${name}: the secret ${from} is no http or https URL.` };
    if (kind === 'teams' && DEAD_TEAMS.test(url.hostname))
        return {
            message: `Channel ${name}: the secret ${from} is the address of an Office 365 connector, which Microsoft has switched off. Make a workflow in Teams ("Post to a channel when a webhook request is received"), and put its URL into the secret.`,
        };
    return open(text);
}


/***/ }),

/***/ 4288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ factMarker),
/* harmony export */   FE: () => (/* binding */ findOpenIssue),
/* harmony export */   JK: () => (/* binding */ currentIssue),
/* harmony export */   VK: () => (/* binding */ tellIn),
/* harmony export */   YZ: () => (/* binding */ openIssue),
/* harmony export */   fk: () => (/* binding */ toldIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6744);
/* harmony import */ var _platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9292);



/** Only who may triage can set a label, so an issue that anyone opens cannot pass for one of ours. */
const LABEL = 'release-actions';
/** One that comes back sooner is the same. */
const REOPEN_MS = 86_400_000;
/** The open issue of a problem: the oldest, where two who looked at once have opened two. */
async function findOpenIssue({ client, repository, signal }, key) {
    const open = await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .labelledIssues */ .k0)(client, repository, { label: LABEL, state: 'open' }, { signal });
    return open.find(({ body }) => body.includes(problemMarker(key)));
}
/** The issue in which a problem is told: the open one, else one that was closed within a day and is now open again. */
async function currentIssue(place, key, now) {
    const open = await findOpenIssue(place, key);
    if (open)
        return open;
    const { client, repository, signal } = place;
    const since = now - REOPEN_MS;
    const closed = await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .labelledIssues */ .k0)(client, repository, { label: LABEL, state: 'closed', since }, { signal });
    const isOurs = ({ body, closedAt = 0 }) => body.includes(problemMarker(key)) && closedAt > since;
    const recent = closed.findLast((issue) => isOurs(issue) && !issue.body.includes(SUPERFLUOUS));
    if (recent)
        await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .setIssueState */ .zE)(client, repository, { number: recent.number, state: 'open' }, { signal });
    return recent;
}
const SUPERFLUOUS = '<!-- release-actions:superfluous -->';
/** Opens the issue of a problem. Of two that were opened at once the older stays. */
async function openIssue(place, key, issue) {
    const { client, repository, signal } = place;
    const wanted = {
        ...issue,
        body: `${problemMarker(key)}\n${issue.body}`,
        labels: [...new Set([LABEL, ...issue.labels])],
    };
    let made;
    try {
        made = await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .createIssue */ .Ko)(client, repository, wanted, { signal });
    }
    catch (error) {
        if (!(error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AmbiguousWrite */ .OH))
            throw error;
    }
    const oldest = await findOpenIssue(place, key);
    if (!oldest) {
        if (made)
            return made;
        return (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .createIssue */ .Ko)(client, repository, wanted, { signal });
    }
    if (made && oldest.number < made.number) {
        const body = `${SUPERFLUOUS}\nAn older issue tells the same: #${oldest.number}.`;
        await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .addComment */ .BC)(client, repository, { number: made.number, body }, { signal });
        await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .setIssueState */ .zE)(client, repository, { number: made.number, state: 'closed' }, { signal });
    }
    return oldest;
}
/** The facts that an issue tells, by the markers in its body and comments. */
async function toldIn(place, { number, body }, ids) {
    const { client, repository, signal } = place;
    const comments = await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .issueComments */ .ar)(client, repository, number, { signal });
    const all = [body, ...comments.map((comment) => comment.body)].join('\n');
    return new Set(ids.filter((id) => all.includes(factMarker(id))));
}
/** Writes one comment about facts; where somebody else was faster with one of them, ours goes again. */
async function tellIn(place, number, { ids, body }) {
    const { client, repository, signal } = place;
    const markers = ids.map(factMarker);
    const find = async () => {
        const comments = await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .issueComments */ .ar)(client, repository, number, { signal });
        return comments.filter((comment) => markers.some((marker) => comment.body.includes(marker)));
    };
    const write = () => (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .addComment */ .BC)(client, repository, { number, body: `${markers.join('\n')}\n${body}` }, { signal });
    let ours;
    try {
        ours = (await write()).id;
    }
    catch (error) {
        if (!(error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AmbiguousWrite */ .OH))
            throw error;
        if ((await find()).length > 0)
            return;
        ours = (await write()).id;
    }
    const [first] = (await find()).sort((a, b) => a.id - b.id);
    if (first && first.id < ours)
        await (0,_platform_github_tracked_issues_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteComment */ .Tu)(client, repository, ours, { signal });
}
function problemMarker(key) {
    return `<!-- release-actions:problem/${digest(key)} -->`;
}
/** Ids hold whatever components are named: a comment in HTML could end in one. */
function factMarker(id) {
    return `<!-- release-actions:fact/${digest(id)} -->`;
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 24);
}


/***/ }),

/***/ 8009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ tellingBy),
/* harmony export */   q: () => (/* binding */ redacting)
/* harmony export */ });
/* harmony import */ var _choose_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5116);

/** Who is told what of a train, by the rules of its manifest. `redact` takes secrets out of whatever leaves. */
function tellingBy(notifications, { wanted, channels, redact, }) {
    const open = new Set(channels.map(({ name }) => name));
    return {
        channels: channels.map((channel) => redacting(channel, redact)),
        route: (fact) => (0,_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .route */ .wE)(notifications, wanted, fact).filter((name) => open.has(name)),
        escalation: (fact) => (0,_choose_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .escalationOf */ .B4)(notifications, fact),
    };
}
/** The same channel, which is given no secret to tell. */
function redacting(channel, redact) {
    return { ...channel, deliver: (message, options) => channel.deliver(redact(message), options) };
}


/***/ }),

/***/ 3820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles),
/* harmony export */   U: () => (/* binding */ readFiles)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4383);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1497);



/** Links are blobs too, by their mode; what they hold is a path and no file. */
const LINK = '120000';
/** The paths of all files at a ref, without links and submodules. */
async function listFiles(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), tree_sha: ref, recursive: '1' };
    const { tree, truncated } = await client.read('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params, options);
    if (truncated) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} at ${ref} has more files than GitHub lists at once (100,000): its packages cannot be found over the API.`);
    }
    return tree.filter(({ type, mode }) => type === 'blob' && mode !== LINK).map(({ path }) => path);
}
/** The texts of files at a ref by their path; what is not there is left out. */
async function readFiles(client, repository, { ref, paths }, options) {
    const texts = await Promise.all(paths.map(async (path) => [path, await (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .TA)(client, repository, { path, ref }, options)]));
    return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}


/***/ }),

/***/ 1724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseAddress)
/* harmony export */ });
/** One dot-atom, an at sign and a domain of a mail: https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 without its quoted forms. */
const ADDRESS = /^(?=.{3,254}$)(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
/** A name that needs no encoding rules to be understood: no quotes inside, none of the characters that part addresses. */
const NAMED = /^(?:"([^"\\\p{Cc}]{1,100})"|([^"<>(),;:@\\[\]\p{Cc}]{1,100}?))\s*<([^<>\s]+)>$/u;
/**
 * The one address that a text is: `a@example.com` or `Name <a@example.com>`. Undefined for anything else: a list, a group, a
 * comment, a line end. What a mail library would make two recipients of is none here.
 */
function parseAddress(text) {
    if (ADDRESS.test(text))
        return { address: text };
    const [, quoted, plain, address = ''] = NAMED.exec(text) ?? [];
    if (!ADDRESS.test(address))
        return undefined;
    const name = (quoted ?? plain ?? '').trim();
    return { address, ...(name !== '' && { name }) };
}


/***/ }),

/***/ 1348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ howToGoOn)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4867);

/** What a person does about a train that stopped without success, in plain text. Nothing for one that goes on or succeeded. */
function howToGoOn(plan, state) {
    const { status, trainId } = state;
    if (status === 'running' || status === 'succeeded')
        return '';
    const again = `run the workflow that started the train again (Re-run failed jobs), or start it with train-id: ${trainId}`;
    const isUndone = plan.components.some(({ id }) => (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id).status === 'rolled-back');
    if (status === 'rollback-failed')
        return `Bring by hand what could not be rolled back to the version that shall run there. To deploy again after that, ${again}.`;
    if (isUndone)
        return `What was rolled back runs the version before. Fix the cause, then deploy again: with a new version by a new run; the same versions once more by this one: ${again}.`;
    if (plan.environment !== undefined)
        return `To go on: ${again}. What is deployed already stays and is not deployed again.`;
    return `To go on: ${again}. What is released stays released and is skipped.`;
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ rulesWithoutUse),
/* harmony export */   p: () => (/* binding */ checkNotifications)
/* harmony export */ });
/* harmony import */ var _platform_text_email_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1724);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5941);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3215);
/* harmony import */ var _notifications_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1792);




/** The keys that hold the name of a secret, and those that belong to each kind. */
const SECRETS = ['slack', 'slack-webhook', 'smtp', 'webhook', 'secret', 'teams', 'discord'];
const KEYS = {
    slack: { needs: ['channel'], may: ['mention', 'api'] },
    'slack-webhook': { needs: [], may: ['mention'] },
    email: { needs: ['from', 'smtp'], may: [] },
    issue: { needs: [], may: ['labels', 'assignees'] },
    webhook: { needs: [], may: ['secret'] },
    teams: { needs: [], may: [] },
    discord: { needs: [], may: [] },
};
/** What a secret is named: https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions */
const SECRET_NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,99}$/;
/** Events that a manifest's train or services can have; other words are of `notify` steps of the user's own. */
const KNOWN_EVENTS = [
    ...['started', 'completed', 'canary-passed', 'component-failed', 'health-failed', 'not-served', 'failed'],
    ...['rollback-started', 'rolled-back', 'cancelled', 'lock-overridden', 'rollback-failed', 'compatibility'],
    ...['needs-person', 'registration-failed', 'integration-failed', 'discovery-failed', 'service-unhealthy'],
    ...['route-conflict', 'event-refused', 'pipeline-failed', 'escalated'],
];
/** What the channels and rules say and cannot mean. A value that looks like a secret is never shown. */
function checkNotifications({ notifications }) {
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .collectFaults */ .C)();
    const { channels = {}, rules = [] } = notifications ?? {};
    for (const [name, channel] of Object.entries(channels))
        checkChannel(channel, ['notifications', 'channels', name], faults);
    const known = Object.keys(channels);
    for (const [index, rule] of rules.entries())
        if (rule)
            checkRule(rule, { at: ['notifications', 'rules', index], known, faults });
    return faults;
}
function checkChannel(channel, at, faults) {
    const where = shown(at);
    const kinds = _notifications_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANNEL_KINDS */ .Ql.filter((kind) => channel[kind] !== undefined);
    const [kind, ...others] = kinds;
    if (kind === undefined) {
        faults.add(at, () => `${where} says no kind of channel; expected one of ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(_notifications_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANNEL_KINDS */ .Ql, 'or')}.`, 'key');
        return;
    }
    if (others.length > 0) {
        faults.add(at, () => `${where} is ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(kinds)} at once; make a channel of each.`, 'key');
        return;
    }
    const { needs, may } = KEYS[kind];
    for (const key of needs) {
        if (channel[key] === undefined)
            faults.add(at, () => `${where} has no ${key}, which a channel of kind ${kind} needs.`, 'key');
    }
    const allowed = [kind, ...needs, ...may];
    for (const key of Object.keys(channel)) {
        if (!allowed.includes(key))
            faults.add([...at, key], () => `${where} is of kind ${kind}, which has no ${key}. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(allowed)}.`, 'key');
    }
    checkSecrets(channel, at, faults);
    checkAddresses(channel, at, faults);
}
function checkSecrets(channel, at, faults) {
    for (const key of SECRETS) {
        const value = channel[key];
        if (value === undefined || SECRET_NAME.test(value))
            continue;
        // Whatever it is, it may be the secret itself.
        const message = /^GITHUB_[A-Z0-9_]*$/.test(value)
            ? `${shown([...at, key])} names ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}, but GitHub keeps names that begin with GITHUB_ to itself. Choose another name.`
            : `${shown([...at, key])} is not the name of a secret (capitals, digits and "_"). If it is a URL, a token or a password: put it into a secret and write its name here; what was committed counts as known to others and is to be replaced.`;
        faults.add([...at, key], () => message);
    }
}
function checkAddresses({ email, from }, at, faults) {
    const check = (text, path) => {
        if ((0,_platform_text_email_address_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAddress */ .o)(text))
            return;
        const message = `${shown(path)} is ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}; expected one address such as lead@example.com or Lead <lead@example.com>.`;
        faults.add(path, () => message);
    };
    for (const [index, address] of (email ?? []).entries())
        if (address !== undefined)
            check(address, [...at, 'email', index]);
    if (from !== undefined)
        check(from, [...at, 'from']);
}
function checkRule({ channels = [], events = [], escalate }, { at, known, faults }) {
    const named = (names, path) => {
        for (const [index, name] of names.entries()) {
            if (name === undefined || known.includes(name))
                continue;
            const hint = (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, known) || (known.length > 0 ? `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(known)}.` : '; there is none at all.');
            faults.add([...path, index], () => `${shown(path)}: there is no channel ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}${hint}`);
        }
    };
    named(channels, [...at, 'channels']);
    named(escalate?.to ?? [], [...at, 'escalate', 'to']);
    for (const [index, event] of events.entries()) {
        if (event === undefined || KNOWN_EVENTS.includes(event))
            continue;
        const hint = (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(event, KNOWN_EVENTS);
        // A word of the user's own is fine; one slip away from ours it is a slip.
        if (hint)
            faults.add([...at, 'events', index], () => `${shown([...at, 'events'])}: unknown event ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(event)}${hint}`);
    }
    if (escalate?.times !== undefined && escalate.times > 1 && escalate.every === undefined) {
        const message = `${shown(at)}.escalate has times, but no every: say how long it waits in between, such as every: 30m.`;
        faults.add([...at, 'escalate'], () => message);
    }
}
/** Rules that never fit, because they name environments that there are not. */
function rulesWithoutUse({ notifications, environments = {} }) {
    const known = Object.keys(environments);
    return (notifications?.rules ?? []).flatMap((rule, index) => (rule?.environments ?? []).flatMap((name, place) => {
        if (name === undefined || known.includes(name))
            return [];
        const at = ['notifications', 'rules', index, 'environments', place];
        const hint = (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, known) || '.';
        return [{ at, message: `${shown(at.slice(0, 4))}: the manifest has no environment ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}${hint}` }];
    }));
}
/** `notifications.rules[1].channels`. */
function shown(path) {
    return path
        .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
        .join('');
}


/***/ }),

/***/ 1792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Ql: () => (/* binding */ CHANNEL_KINDS),
/* harmony export */   X5: () => (/* binding */ resolveNotifications)
/* harmony export */ });
/* unused harmony export SLACK_API */
/* harmony import */ var _platform_text_trim_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(285);
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7107);


const CHANNEL_KINDS = ['slack', 'slack-webhook', 'email', 'issue', 'webhook', 'teams', 'discord'];
const SLACK_API = 'https://slack.com/api';
/** How often a rule escalates that says how often in an hour, but not how often in all. */
const TIMES = 3;
/** What a sound `notifications` means. */
function resolveNotifications({ channels = {}, rules = [] }) {
    return {
        channels: Object.entries(channels).flatMap(([name, channel]) => resolveChannel(name, channel) ?? []),
        rules: present(rules).map(resolveRule),
    };
}
function resolveChannel(name, raw) {
    const mention = raw.mention === undefined ? {} : { mention: raw.mention };
    if (raw.slack !== undefined) {
        const api = (0,_platform_text_trim_end_js__WEBPACK_IMPORTED_MODULE_1__/* .trimEnd */ .s)(raw.api ?? SLACK_API, '/');
        return { name, kind: 'slack', token: raw.slack, channel: raw.channel ?? '', ...mention, api };
    }
    if (raw['slack-webhook'] !== undefined)
        return { name, kind: 'slack-webhook', url: raw['slack-webhook'], ...mention };
    if (raw.email !== undefined)
        return { name, kind: 'email', to: present(raw.email), from: raw.from ?? '', smtp: raw.smtp ?? '' };
    if (raw.issue !== undefined) {
        const { labels = [], assignees = [] } = raw;
        return { name, kind: 'issue', repository: raw.issue, labels: present(labels), assignees: present(assignees) };
    }
    if (raw.webhook !== undefined)
        return { name, kind: 'webhook', url: raw.webhook, ...(raw.secret !== undefined && { secret: raw.secret }) };
    if (raw.teams !== undefined)
        return { name, kind: 'teams', url: raw.teams };
    return raw.discord === undefined ? undefined : { name, kind: 'discord', url: raw.discord };
}
function resolveRule({ events, severity, environments, channels = [], escalate }) {
    return {
        ...(events && { events: present(events) }),
        ...(severity && { severity }),
        ...(environments && { environments: present(environments) }),
        channels: present(channels),
        ...(escalate && { escalate: resolveEscalation(escalate) }),
    };
}
function resolveEscalation({ after = '', to = [], every, times }) {
    return {
        after: (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(after) ?? 0,
        to: present(to),
        ...(every !== undefined && { every: (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(every) ?? 0 }),
        times: every === undefined ? 1 : (times ?? TIMES),
    };
}
function present(list) {
    return list.filter((item) => item !== undefined);
}
/** The names of the secrets that a channel needs. */
function secretsOf(channel) {
    switch (channel.kind) {
        case 'slack':
            return [channel.token];
        case 'email':
            return [channel.smtp];
        case 'issue':
            return [];
        case 'webhook':
            return channel.secret === undefined ? [channel.url] : [channel.url, channel.secret];
        default:
            return [channel.url];
    }
}


/***/ }),

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ packagesOf),
/* harmony export */   V: () => (/* binding */ nameOf)
/* harmony export */ });
/** The packages that a component publishes; none where it publishes nothing. */
function packagesOf({ package: published }) {
    if (published === undefined)
        return [];
    return isList(published) ? published : [published];
}
/** The name that a registry knows it by. */
function nameOf(published) {
    return 'npm' in published ? published.npm : published.pypi;
}
function isList(published) {
    return Array.isArray(published);
}


/***/ }),

/***/ 9576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ textsIn),
/* harmony export */   z: () => (/* binding */ mapTexts)
/* harmony export */ });
/** Every text inside a value of plain data, with its path. Keys are not texts. */
function* textsIn(value, path = []) {
    if (typeof value === 'string')
        yield { text: value, path };
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            yield* textsIn(item, [...path, index]);
    }
    else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value))
            yield* textsIn(item, [...path, key]);
    }
}
/** The same data with every text inside it replaced. */
function mapTexts(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}


/***/ }),

/***/ 733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ planComponent)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5941);
/* harmony import */ var _manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4963);
/* harmony import */ var _manifest_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6955);
/* harmony import */ var _manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9576);




/** What GitHub takes at most as the inputs of a workflow, or as a client_payload, in characters of JSON. */
const LARGEST_PAYLOAD = 65_535;
const PACKAGE_TIMEOUT = 30 * 60_000;
const HEALTH_TIMEOUT = 2 * 60_000;
/** The component with everything filled in that is known before the train runs. */
function planComponent(component, context) {
    const { id, repository, dispatch, needs, group, timeout, approvalTimeout, cancelUnapproved, health } = component;
    const ref = refOf(component);
    const planned = context.versions.get(id);
    const previousVersion = context.previousVersion(id);
    const values = valuesOf(component, context);
    const at = ['components', id];
    const inputs = filledInputs(component.inputs, values, { at: [...at, 'inputs'], context });
    const rollback = filledRollback(component, values, context);
    checkPayload(id, inputs, context.faults);
    return {
        id,
        repository,
        dispatch,
        ref,
        needs: needs.filter((need) => context.components.has(need)),
        ...(group !== undefined && { group }),
        ...(component.package && { package: component.package }),
        ...(planned && { version: planned.version }),
        ...(planned?.requested !== undefined && { requestedVersion: planned.requested }),
        ...(previousVersion !== undefined && { previousVersion }),
        inputs,
        timeout,
        ...(approvalTimeout !== undefined && { approvalTimeout }),
        ...(cancelUnapproved && { cancelUnapproved }),
        health: filled(health, values, { at: [...at, 'health'], context }),
        gateTimeout: gateTimeoutOf(component, context.environment),
        ...(rollback && { rollback }),
    };
}
/** Whoever plans has asked for the default branch where the manifest names no ref. */
function refOf({ id, ref }) {
    if (ref === undefined)
        throw new Error(`Nobody asked for the default branch of component ${id}.`);
    return ref;
}
/** A name that has no value here is absent; a first release's `{previous-version}` is the empty text. */
function valuesOf(component, context) {
    const { id } = component;
    const { environment, releaseType } = context;
    const version = context.versions.get(id)?.version;
    const wantsDependencies = [...(0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .E)([component.inputs, component.health, component.rollback?.inputs])].some(({ text }) => text.includes('{dependency-versions}'));
    return {
        component: id,
        'release-type': releaseType ?? '',
        'previous-version': context.previousVersion(id) ?? '',
        ...(version !== undefined && { version }),
        ...(wantsDependencies && { 'dependency-versions': dependencyVersions(id, context) }),
        ...(environment && { environment: environment.id }),
        ...Object.fromEntries(Object.entries(environment?.values ?? {}).map(([name, value]) => [`environment.${name}`, value])),
    };
}
/**
 * Package name → version of all that the component needs, directly or not, as far as this plan releases it; JSON. It ends
 * where it is too long for GitHub anyway: checkPayload then says so, and a huge plan need not first be walked n² times.
 */
function dependencyVersions(id, { components, versions }) {
    const found = [];
    // A Set hands out what is added while it is walked.
    const reached = new Set([id]);
    let size = 0;
    for (const one of reached) {
        const component = components.get(one);
        for (const need of component?.needs ?? [])
            reached.add(need);
        const version = versions.get(one)?.version;
        if (one === id || version === undefined)
            continue;
        for (const published of component ? (0,_manifest_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .packagesOf */ .D)(component) : []) {
            found.push([(0,_manifest_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .V)(published), version]);
            size += (0,_manifest_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .V)(published).length + version.length;
        }
        if (size > LARGEST_PAYLOAD)
            break;
    }
    return JSON.stringify(Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))));
}
function filled(root, values, { at, context }) {
    for (const { text, path } of (0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .E)(root, at)) {
        for (const name of missingNames(text, values))
            context.faults.add(path, () => withoutValue(name, text, context));
    }
    return (0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .mapTexts */ .z)(root, (text) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .fillPartly */ .Ie)(text, values));
}
function filledInputs(inputs, values, where) {
    return filled(inputs, values, where);
}
function missingNames(text, values) {
    return (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(text).filter((name) => !Object.hasOwn(values, name) && !_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .ENGINE_NAMES */ .Gw.includes(name));
}
function withoutValue(name, text, { environment }) {
    const where = `{${name}} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)} has no value: `;
    if (name === 'version')
        return `${where}this train gives the component no version.`;
    if (!environment)
        return `${where}no environment is chosen; give the input environment.`;
    return `${where}environment ${environment.id} does not define ${name.replace('environment.', '')}. It defines: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(Object.keys(environment.values)) || 'nothing'}.`;
}
/** A component of which no earlier version is known cannot go back to it: its rollback is left out, with a warning. */
function filledRollback(component, values, context) {
    const { id, rollback } = component;
    if (!rollback)
        return undefined;
    const texts = Object.values(rollback.inputs);
    const needsPrevious = texts.some((text) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(text).includes('previous-version'));
    if (needsPrevious && context.previousVersion(id) === undefined) {
        if (context.environment?.rollback) {
            const message = () => `Component ${id}: no previous version is known, so it cannot be rolled back if this train fails.`;
            context.warnings.add(['components', id, 'rollback'], message, 'key');
        }
        return undefined;
    }
    if (!context.environment && texts.some((text) => missingNames(text, values).length > 0))
        return undefined;
    const at = ['components', id, 'rollback', 'inputs'];
    const ref = rollback.ref ?? refOf(component);
    return { ...rollback, ref, inputs: filledInputs(rollback.inputs, values, { at, context }) };
}
function checkPayload(id, inputs, faults) {
    if (JSON.stringify(inputs).length <= LARGEST_PAYLOAD)
        return;
    const message = () => `Component ${id}: its inputs are longer than the ${LARGEST_PAYLOAD} characters that GitHub takes. Leave out {dependency-versions}, or shorten them.`;
    faults.add(['components', id, 'inputs'], message);
}
/** Registries have served packages up to half an hour late; health has the environment's own patience. */
function gateTimeoutOf(component, environment) {
    const health = environment?.healthTimeout ?? HEALTH_TIMEOUT;
    return component.gateTimeout ?? (component.package ? Math.max(PACKAGE_TIMEOUT, health) : health);
}


/***/ }),

/***/ 5559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   KV: () => (/* binding */ isProduction),
/* harmony export */   x4: () => (/* binding */ versionsOf)
/* harmony export */ });
/** Whether what fails here fails for its users: an environment that says so, or is named so. */
function isProduction({ environment, production }) {
    return production ?? environment === 'production';
}
/** A plan, or a part of one, as JSON whose bytes depend on nothing but its content: equal plans have equal texts and hashes. */
function canonical(plan) {
    return JSON.stringify(sorted(plan)) ?? '';
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
/** Component id to the version that the plan gives it. */
function versionsOf({ components }) {
    return Object.fromEntries(components.flatMap(({ id, version }) => (version === undefined ? [] : [[id, version]])));
}


/***/ }),

/***/ 9015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hy: () => (/* binding */ ALL_COMPONENTS),
/* harmony export */   kn: () => (/* binding */ PREVIOUS),
/* harmony export */   m9: () => (/* binding */ membersByName),
/* harmony export */   oQ: () => (/* binding */ intentOf),
/* harmony export */   qv: () => (/* binding */ wantedNames),
/* harmony export */   tf: () => (/* binding */ asksForPrevious),
/* harmony export */   yG: () => (/* binding */ checkRequest)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5941);
/* harmony import */ var _manifest_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3215);
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9992);




/** What asks for the version before the present one, of a component or (under the key `*`) of all that are selected. */
const PREVIOUS = 'previous';
const ALL_COMPONENTS = '*';
/** Whether the version before is asked for, of any component. */
function asksForPrevious({ versions = {} }) {
    return Object.values(versions).includes(PREVIOUS);
}
/** With an environment and no release type, versions that exist are deployed; in every other case new ones are made. */
function intentOf(request) {
    return request.environment !== undefined && request.releaseType === undefined ? 'deploy' : 'release';
}
/** What is wrong with a request before anything is looked up: names that the manifest has not, and versions that are none. */
function checkRequest(names, request) {
    const faults = (0,_manifest_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
    checkPackages(names, request, faults);
    checkEnvironment(names, request, faults);
    checkPrerelease(request, faults);
    checkVersionNames(names, request, faults);
    if (asksForPrevious(request) && request.environment === undefined) {
        const message = () => 'Input versions: previous is about a deployment; give the environment to roll back.';
        faults.add(undefined, message);
    }
    for (const [id, version] of Object.entries(request.versions ?? {})) {
        const wrong = faultOfText(id, version, intentOf(request));
        if (wrong !== undefined)
            faults.add(undefined, () => wrong);
    }
    return faults.all();
}
/** The names that `packages` has; undefined where it stands for every component. */
function wantedNames({ packages }) {
    return packages === 'all' || (packages.length === 1 && packages[0] === 'all') ? undefined : packages;
}
/** The ids that each name stands for: a component for itself, a group for its members. */
function membersByName({ components, groups }) {
    const members = new Map(groups.map(({ id }) => [id, []]));
    for (const { id, group } of components) {
        members.set(id, [id]);
        if (group !== undefined)
            members.get(group)?.push(id);
    }
    return members;
}
function checkPackages(names, request, faults) {
    const packages = wantedNames(request);
    if (packages === undefined)
        return;
    if (packages.length === 0) {
        faults.add(undefined, () => 'Input packages selects nothing; name component or group ids, or all.');
        return;
    }
    const members = membersByName(names);
    for (const name of packages) {
        const ids = members.get(name);
        if (!ids) {
            const message = () => `Input packages: the manifest has no component and no group ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(name, members.keys()) || '.'}`;
            faults.add(undefined, message);
        }
        else if (ids.length === 0) {
            faults.add(undefined, () => `Input packages: the group ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)} has no components.`);
        }
    }
}
function checkEnvironment({ environments }, { environment: id }, faults) {
    if (id === undefined || environments.some((one) => one.id === id))
        return;
    const known = environments.map((one) => one.id);
    const hint = (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(id, known) || (known.length > 0 ? `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(known)}.` : '; it has none at all.');
    faults.add(undefined, () => `Input environment: the manifest has no environment ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(id)}${hint}`);
}
const PRERELEASE_ID = /^[A-Za-z][0-9A-Za-z-]*$/;
function checkPrerelease({ releaseType, prereleaseId }, faults) {
    if (prereleaseId === undefined)
        return;
    if (!PRERELEASE_ID.test(prereleaseId)) {
        const message = () => `Input prerelease-id: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(prereleaseId)} is not valid; expected a word such as beta or rc.`;
        faults.add(undefined, message);
    }
    else if (releaseType !== undefined && !releaseType.startsWith('pre')) {
        const message = () => `Input prerelease-id is given, but release-type ${releaseType} makes no prerelease; expected pre${releaseType} or prerelease.`;
        faults.add(undefined, message);
    }
}
function checkVersionNames({ components, groups }, { versions = {} }, faults) {
    const known = new Set(components.map(({ id }) => id));
    for (const id of Object.keys(versions).filter((one) => !known.has(one) && one !== ALL_COMPONENTS)) {
        const isGroup = groups.some((group) => group.id === id);
        const message = () => isGroup
            ? `${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(id)} is a group; name its components.`
            : `the manifest has no component ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(id)}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(id, known) || `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)([...known])}.`}`;
        faults.add(undefined, () => `Input versions: ${message()}`);
    }
}
function faultOfText(id, version, intent) {
    if ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .exactVersion */ .y)(version) !== undefined || version === PREVIOUS)
        return undefined;
    if (intent === 'deploy') {
        if ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommit */ .WM)(version) || (0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .symbolicBranch */ .jt)(version) !== undefined)
            return undefined;
        return `Input versions: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(version)} for ${id} is not valid; expected a version such as 1.4.0, a commit of 40 hexadecimal digits, or BRANCH-latest such as develop-latest.`;
    }
    const cleaned = semver__WEBPACK_IMPORTED_MODULE_0__.clean(version);
    const hint = cleaned ? `; did you mean ${cleaned}?` : '; expected a version such as 1.4.0 or 2.0.0-beta.1.';
    return `Input versions: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(version)} for ${id} is not SemVer${hint}`;
}


/***/ }),

/***/ 9992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ symbolicVersions),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   _E: () => (/* binding */ RELEASE_TYPES),
/* harmony export */   jt: () => (/* binding */ symbolicBranch),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);

/** How far a release moves a version; the order is that of a menu. */
const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'];
/** The version in its plain form, or undefined where the text is not SemVer to the letter (`v1.2.3` is not). */
function exactVersion(text) {
    const parsed = semver__WEBPACK_IMPORTED_MODULE_0__.parse(text);
    if (!parsed)
        return undefined;
    const build = parsed.build.length > 0 ? `+${parsed.build.join('.')}` : '';
    return text === parsed.version + build ? text : undefined;
}
/** Those of the wanted versions that stand for the newest commit of a branch: `latest`, `develop-latest`. */
function symbolicVersions(versions) {
    const symbolic = new Map();
    for (const [id, version] of Object.entries(versions)) {
        const branch = symbolicBranch(version);
        if (branch !== undefined)
            symbolic.set(id, branch === '' ? {} : { branch });
    }
    return symbolic;
}
/** Whether the text is a full commit id. */
function isCommit(version) {
    return /^[0-9a-f]{40}$/.test(version);
}
/** The branch of `BRANCH-latest`, an empty text for `latest`, undefined for anything else. */
function symbolicBranch(version) {
    if (version === 'latest')
        return '';
    if (exactVersion(version) !== undefined)
        return undefined;
    return /^([A-Za-z0-9][\w./-]*)-latest$/.exec(version)?.[1];
}


/***/ }),

/***/ 1919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ sharedGroups),
/* harmony export */   at: () => (/* binding */ isVersioned),
/* harmony export */   lm: () => (/* binding */ versionsNeeded),
/* harmony export */   yO: () => (/* binding */ wantsVersion)
/* harmony export */ });
/* harmony import */ var _manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4963);
/* harmony import */ var _manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9576);


/** The components whose current version a plan of the selected ones depends on. */
function versionsNeeded({ manifest, components: chosen }) {
    const ids = new Set(chosen.map(({ id }) => id));
    const shared = sharedGroups(manifest);
    const groups = new Set(chosen.flatMap(({ group }) => (group !== undefined && shared.has(group) ? [group] : [])));
    const compared = new Set(chosen.flatMap(({ compatible }) => Object.keys(compatible)));
    return manifest.components.filter((component) => (ids.has(component.id) && isVersioned(component, shared)) ||
        (component.group !== undefined && groups.has(component.group)) ||
        compared.has(component.id));
}
/** Whether a train gives the component a version: it publishes a package, shares one, or its texts ask for one. */
function isVersioned(component, shared) {
    if (component.package || (component.group !== undefined && shared.has(component.group)))
        return true;
    return wantsVersion(component) || asks(component, 'previous-version');
}
/** Whether the component cannot be dispatched without a version. */
function wantsVersion(component) {
    return asks(component, 'version');
}
function asks({ inputs, health, rollback }, name) {
    return [...(0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .E)([inputs, health, rollback?.inputs])].some(({ text }) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(text).includes(name));
}
/** The ids of the groups whose members release under one version. */
function sharedGroups({ groups }) {
    return new Set(groups.filter(({ version }) => version === 'shared').map(({ id }) => id));
}


/***/ }),

/***/ 8510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ isUrgent),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
/* unused harmony export FACT_KINDS */
const SEVERITIES = ['info', 'warning', 'error', 'critical'];
/** Every kind of fact that there is, with how bad it is by itself. */
const KINDS = {
    started: 'info',
    completed: 'info',
    'canary-passed': 'info',
    'component-failed': 'error',
    'health-failed': 'error',
    'not-served': 'error',
    failed: 'error',
    'rollback-started': 'warning',
    'rolled-back': 'warning',
    cancelled: 'warning',
    'lock-overridden': 'warning',
    'rollback-failed': 'critical',
    compatibility: 'warning',
    'needs-person': 'warning',
    'registration-failed': 'error',
    'integration-failed': 'error',
    'discovery-failed': 'error',
    'service-unhealthy': 'error',
    'route-conflict': 'warning',
    'event-refused': 'warning',
    'pipeline-failed': 'error',
};
const FACT_KINDS = [...Object.keys(KINDS), 'escalated'];
/** How bad a fact of this kind is; a user's own word is information. */
function severityOf(kind) {
    return Object.hasOwn(KINDS, kind) ? KINDS[kind] : 'info';
}
/** Whether the first is at least as bad as the second. */
function isAtLeast(severity, least) {
    return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
/** What cannot wait for others to be told with it. */
function isUrgent({ severity }) {
    return isAtLeast(severity, 'error');
}


/***/ }),

/***/ 2413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ outlook),
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   Ki: () => (/* binding */ noteFacts),
/* harmony export */   r_: () => (/* binding */ untold)
/* harmony export */ });
/* unused harmony exports EMPTY_LEDGER, MOST_AN_HOUR */
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);

const EMPTY_LEDGER = { format: 1, notices: {}, untold: {}, channels: {} };
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** A train of before there was a ledger tells no old stories. */
const OLDEST_NEWS_MS = HOUR;
/** What is not urgent waits so long for what else may happen. */
const GROUP_WAIT_MS = 10 * SECOND;
const GIVE_UP_MS = 24 * HOUR;
/** After the first, second and every later failure. */
const RETRY_MS = [SECOND, 4 * SECOND, 15 * SECOND];
const LATER_MS = 5 * 60 * SECOND;
/** Messages an hour to one channel. The last of them is kept for the end of a step, when all that was held back goes with it. */
const MOST_AN_HOUR = 20;
/** The ledger with every fact that it does not have yet, and the channels that are to be told. */
function noteFacts(ledger, facts, { route, now }) {
    const isOld = ({ at }) => ledger === undefined && at < now - OLDEST_NEWS_MS;
    const fresh = facts.filter(({ id }) => ledger === undefined || !Object.hasOwn(ledger.notices, id));
    const base = ledger === undefined ? undefined : withoutPassed(ledger, facts);
    if (fresh.every(isOld))
        return base;
    const notices = { ...base?.notices };
    const untold = { ...base?.untold };
    for (const fact of fresh) {
        const channels = isOld(fact) ? [] : route(fact);
        notices[fact.id] = Object.fromEntries(channels.map((channel) => [channel, { since: now, tries: 0, next: now }]));
        if (channels.length > 0)
            untold[fact.id] = fact;
    }
    return { ...EMPTY_LEDGER, ...base, notices, untold };
}
/** Nobody is asked to look at what has passed by itself meanwhile. */
function withoutPassed(ledger, facts) {
    const current = new Set(facts.map(({ id }) => id));
    const passed = Object.values(ledger.untold).filter(({ id, kind }) => kind === 'needs-person' && !current.has(id));
    if (passed.length === 0)
        return ledger;
    const gone = new Set(passed.map(({ id }) => id));
    const without = (record) => Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
    return { ...ledger, notices: without(ledger.notices), untold: without(ledger.untold) };
}
/**
 * What is due at a moment. Information and warnings wait for company, unless `isLast` says that this step is at its end: then
 * all goes that the limit of the channel allows.
 */
function outlook(ledger, now, { isLast }) {
    const due = [];
    const times = [];
    for (const [channel, facts] of waitingByChannel(ledger)) {
        const { sent = [], ref } = ledger.channels[channel] ?? {};
        const recent = sent.filter((at) => at > now - HOUR);
        const isFull = recent.length >= MOST_AN_HOUR - (isLast ? 0 : 1);
        const from = isFull ? (recent[0] ?? now) + HOUR : Math.min(...facts.map((one) => readyAt(one, isLast)));
        if (from > now) {
            times.push(from);
            continue;
        }
        const ready = facts.filter(({ notice }) => (notice.next ?? 0) <= now).map(({ fact }) => fact);
        if (ready.length > 0)
            due.push({ channel, facts: ready, ...(ref !== undefined && { ref }) });
    }
    return { due, nextAt: times.length === 0 ? undefined : Math.min(...times) };
}
function readyAt({ fact, notice }, isLast) {
    const next = notice.next ?? Number.POSITIVE_INFINITY;
    return isLast || (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .isUrgent */ .Gi)(fact) || notice.tries > 0 ? next : Math.max(next, notice.since + GROUP_WAIT_MS);
}
function waitingByChannel({ notices, untold }) {
    const byChannel = new Map();
    for (const [id, fact] of Object.entries(untold)) {
        for (const [channel, notice] of Object.entries(notices[id] ?? {})) {
            if (!isOpenNotice(notice))
                continue;
            const list = byChannel.get(channel);
            if (list)
                list.push({ fact, notice });
            else
                byChannel.set(channel, [{ fact, notice }]);
        }
    }
    return byChannel;
}
function isOpenNotice(notice) {
    return 'since' in notice && notice.next !== undefined;
}
/** Whether nobody has yet to be told anything. */
function isSettled(ledger) {
    return ledger === undefined || Object.keys(ledger.untold).length === 0;
}
/** The ledger after a channel took a message. */
function told(ledger, { channel, facts }, { at, ref, keep }) {
    const next = withNotices(ledger, channel, facts, () => ({ at, ...(ref !== undefined && { ref }) }));
    const before = ledger.channels[channel];
    const sent = [...(before?.sent ?? []), at].filter((one) => one > at - HOUR);
    const kept = keep ?? before?.ref;
    return { ...next, channels: { ...next.channels, [channel]: { sent, ...(kept !== undefined && { ref: kept }) } } };
}
/** The ledger after a channel did not take a message. */
function untold(ledger, { channel, facts }, refusal) {
    return withNotices(ledger, channel, facts, (before) => {
        const { since, tries } = before ?? { since: refusal.at, tries: 0 };
        const failed = { since, tries: tries + 1, error: refusal.error };
        const next = Math.max(refusal.at + waitAfter(tries, refusal.retry), refusal.notBefore ?? 0);
        return refusal.retry === 'never' || next > since + GIVE_UP_MS ? failed : { ...failed, next };
    });
}
function waitAfter(triesBefore, retry) {
    return retry === 'soon' ? (RETRY_MS[triesBefore] ?? LATER_MS) : LATER_MS;
}
function withNotices(ledger, channel, facts, change) {
    const notices = { ...ledger.notices };
    for (const { id } of facts) {
        const before = notices[id]?.[channel];
        if (before && !isOpenNotice(before))
            continue;
        notices[id] = { ...notices[id], [channel]: change(before) };
    }
    return forgetTold({ ...ledger, notices });
}
/** The text of a fact is kept only as long as somebody has to be told. */
function forgetTold(ledger) {
    const open = Object.entries(ledger.untold).filter(([id]) => Object.values(ledger.notices[id] ?? {}).some(isOpenNotice));
    return { ...ledger, untold: Object.fromEntries(open) };
}


/***/ }),

/***/ 1224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iU: () => (/* binding */ withConcerns),
/* harmony export */   vG: () => (/* binding */ escalated),
/* harmony export */   w4: () => (/* binding */ escalationDue)
/* harmony export */ });
/* unused harmony export REOPEN_MS */
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);

const MOST_FACTS = 50;
/** A problem that is over stays to be seen so long, and one that comes back within a day is the same. */
const KEPT_MS = 30 * 86_400_000;
const REOPEN_MS = 86_400_000;
/** The problems after these facts; the same object where they change nothing. Facts that are known already change nothing. */
function withConcerns(problems, concerns, now) {
    let next = problems;
    for (const concern of concerns) {
        const { problem, resolves } = concern.fact;
        if (problem !== undefined)
            next = fed(next, problem, concern);
        if (resolves !== undefined)
            next = resolved(next, resolves, concern.fact);
    }
    return next === problems ? problems : withoutOld(next, now);
}
function fed(problems, key, { fact, escalate }) {
    const before = Object.hasOwn(problems, key) ? problems[key] : undefined;
    if (before?.facts.includes(fact.id))
        return problems;
    // What is told late of a problem that was resolved since opens it no more.
    if (before?.resolvedAt !== undefined && fact.at <= before.resolvedAt)
        return problems;
    const isOpen = before !== undefined && before.resolvedAt === undefined;
    const isNews = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(fact.severity, 'error');
    // What only feeds a problem opens none.
    if (!isOpen && !isNews)
        return problems;
    const base = isOpen
        ? before
        : { openedAt: fact.at, facts: [], severity: fact.severity, text: fact.text, escalations: 0 };
    const isWorse = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(fact.severity, base.severity);
    const rule = base.rule ?? escalate;
    const problem = {
        ...base,
        facts: [...base.facts, fact.id].slice(-MOST_FACTS),
        severity: isWorse ? fact.severity : base.severity,
        text: isWorse ? fact.text : base.text,
        ...(isWorse && fact.url && { url: fact.url }),
        ...(rule && { rule }),
    };
    return { ...problems, [key]: problem };
}
function resolved(problems, key, { at }) {
    const before = Object.hasOwn(problems, key) ? problems[key] : undefined;
    if (!before || before.resolvedAt !== undefined || before.openedAt > at)
        return problems;
    return { ...problems, [key]: { ...before, resolvedAt: at } };
}
function withoutOld(problems, now) {
    const kept = Object.entries(problems).filter(([, { resolvedAt = now }]) => resolvedAt > now - KEPT_MS);
    return Object.fromEntries(kept);
}
/** When a problem is to be escalated next, epoch milliseconds; undefined where it is not any more. */
function escalationDue({ rule, openedAt, acknowledged, resolvedAt, ...problem }) {
    const { escalations, escalatedAt = openedAt } = problem;
    if (!rule || acknowledged || resolvedAt !== undefined || escalations >= rule.times)
        return undefined;
    if (escalations === 0)
        return openedAt + rule.after;
    return rule.every === undefined ? undefined : escalatedAt + rule.every;
}
/** The problem once its next escalation is about to be sent. */
function escalated(problem, at) {
    return { ...problem, escalations: problem.escalations + 1, escalatedAt: at };
}


/***/ })
,

/***/ 1418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ acknowledge),
/* harmony export */   r: () => (/* binding */ escalateDue)
/* harmony export */ });
/* harmony import */ var _engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2256);
/* harmony import */ var _engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9035);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);
/* harmony import */ var _train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1224);
/* harmony import */ var _problem_issues_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4288);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6204);






/** Who has to look at it says so by an assignment or this label: both need the right to triage. */
const ACKNOWLEDGED = 'acknowledged';
/**
 * Escalates what is due: open, not acknowledged, and its time over. It is written down, by compare-and-swap, before it is sent:
 * of two who look at once one sends, and one that dies in between has sent nothing, which the next round does.
 */
async function escalateDue(options) {
    const { store, clock, channels } = options;
    const known = new Set(channels.map(({ name }) => name));
    const outcomes = [];
    let problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(await store.read(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3)) ?? {};
    for (const [key, problem] of Object.entries(problems)) {
        const dueAt = (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem);
        if (dueAt === undefined || dueAt > clock.now())
            continue;
        // A problem of another manifest, whose channels this step does not know.
        if (!problem.rule?.to.some((name) => known.has(name)))
            continue;
        const seen = await acknowledgedIn(key, options);
        if (seen)
            problems = await change(options, key, (before) => ({ ...before, acknowledged: seen }));
        else
            outcomes.push(...(await escalateOne({ key, dueAt, options })));
    }
    problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(await store.read(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3)) ?? {};
    const later = Object.values(problems).flatMap((problem) => (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem) ?? []);
    return { outcomes, nextAt: later.length === 0 ? undefined : Math.min(...later) };
}
/** Somebody says that he looks after a problem, where there is no issue to say it in. Throws nothing for one that is not open. */
async function acknowledge(options, key, by) {
    const at = options.clock.now();
    const problems = await change(options, key, (problem) => ({ ...problem, acknowledged: { at, by } }));
    return Object.hasOwn(problems, key) && problems[key]?.resolvedAt === undefined;
}
async function escalateOne({ key, dueAt, options }) {
    const { channels, clock, signal } = options;
    let claimed;
    await change(options, key, (problem) => {
        // Somebody else may have been faster, or it may be over.
        const isStillDue = (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalationDue */ .w4)(problem) === dueAt;
        claimed = isStillDue ? (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .escalated */ .vG)(problem, clock.now()) : undefined;
        return claimed ?? problem;
    });
    if (!claimed)
        return [];
    const { rule } = claimed;
    const fact = escalationFact(key, claimed, { dueAt, now: clock.now() });
    const message = { topic: key, title: key, severity: fact.severity, facts: [fact] };
    const acknowledgeUrl = await issueUrl(key, options);
    const chosen = channels.filter(({ name }) => rule?.to.includes(name));
    const outcomes = await (0,_send_js__WEBPACK_IMPORTED_MODULE_4__/* .sendTo */ .u)(chosen, acknowledgeUrl ? { ...message, acknowledgeUrl } : message, { clock, signal });
    // Nobody heard of it: the next round does it again.
    if (outcomes.length > 0 && (0,_send_js__WEBPACK_IMPORTED_MODULE_4__/* .failuresOf */ .d)(outcomes).length === outcomes.length) {
        const { escalations } = claimed;
        await change(options, key, (problem) => (problem.escalations === escalations ? undone(problem, dueAt) : problem));
    }
    return outcomes;
}
/** As before it was claimed, so that it is due again in a minute. */
function undone(problem, dueAt) {
    const { escalations, escalatedAt: _, ...rest } = problem;
    const every = problem.rule?.every ?? 0;
    return { ...rest, escalations: escalations - 1, ...(escalations > 1 && { escalatedAt: dueAt - every }) };
}
function escalationFact(key, problem, { dueAt, now }) {
    const { escalations, rule, severity, text, url, openedAt } = problem;
    const late = now - dueAt > 120_000 ? ` (due ${clockTime(dueAt)}, sent ${clockTime(now)} UTC)` : '';
    const often = rule && rule.times > 1 ? `, ${escalations} of ${rule.times}` : '';
    return {
        id: `${key}/${openedAt}/escalated/${escalations}`,
        kind: 'escalated',
        severity,
        at: now,
        text: `Nobody has acknowledged ${key} since ${clockTime(openedAt)} UTC${often}${late}. ${text}`,
        next: 'Assign its issue to somebody, or give it the label acknowledged, and nobody else is called.',
        ...(url && { url }),
        problem: key,
    };
}
function clockTime(at) {
    return new Date(at).toISOString().slice(11, 16);
}
async function issueUrl(key, { issues, clientFor, signal }) {
    for (const { repository } of issues) {
        try {
            const issue = await (0,_problem_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .findOpenIssue */ .FE)({ client: clientFor(repository), repository, signal }, key);
            if (issue)
                return issue.url;
        }
        catch {
            // A message without a link is better than none.
        }
    }
    return undefined;
}
/** Who says in an issue that he looks after it; undefined where nobody does, or where nobody can tell: then people are called. */
async function acknowledgedIn(key, options) {
    const { issues, clientFor, clock, signal, onTrouble } = options;
    for (const { repository, assignees } of issues) {
        try {
            const issue = await (0,_problem_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .findOpenIssue */ .FE)({ client: clientFor(repository), repository, signal }, key);
            // Those whom we assign ourselves have not said anything yet.
            const ours = new Set(assignees.map((login) => login.toLowerCase()));
            const other = issue?.assignees.find((login) => !ours.has(login.toLowerCase()));
            const by = other ?? (issue?.labels.includes(ACKNOWLEDGED) ? `the label ${ACKNOWLEDGED}` : undefined);
            if (by)
                return { at: clock.now(), by };
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            onTrouble(`Whether ${key} is acknowledged in ${repository} cannot be seen: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        }
    }
    return undefined;
}
async function change({ store }, key, edit) {
    const text = await store.change(_engine_stores_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D3, (before) => {
        const problems = (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(before) ?? {};
        const problem = Object.hasOwn(problems, key) ? problems[key] : undefined;
        if (!problem || problem.resolvedAt !== undefined)
            return undefined;
        const after = edit(problem);
        return after === problem ? undefined : (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseDocument */ .B)({ ...problems, [key]: after });
    }, `escalation of ${key}`);
    return (0,_engine_stores_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(text) ?? {};
}


/***/ }),

/***/ 6204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ failuresOf),
/* harmony export */   u: () => (/* binding */ sendTo)
/* harmony export */ });
/* harmony import */ var _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5309);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);
/* harmony import */ var _platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1509);
/* harmony import */ var _platform_time_until_aborted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1577);





const MOST_AT_ONCE = 4;
const DELIVERY_MS = 15_000;
/** Before the second and the third try. */
const WAITS_MS = [1_000, 4_000];
const LONGEST_PAUSE_MS = 60_000;
/** Sends a message to channels, with three tries each. What one of them does changes nothing for another. */
function sendTo(channels, message, options) {
    return (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__/* .mapPooled */ .Q)(channels, MOST_AT_ONCE, async (channel) => {
        const ref = options.refs?.[channel.name];
        const about = { channel: channel.name, fact: message.facts[0]?.id ?? message.topic };
        try {
            const delivery = await tryAll(channel, ref === undefined ? message : { ...message, ref }, options);
            return { ...about, ref: delivery.ref ?? '', ...(delivery.keep !== undefined && { keep: delivery.keep }) };
        }
        catch (error) {
            options.signal.throwIfAborted();
            return { ...about, reason: (0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
        }
    });
}
async function tryAll(channel, message, options) {
    for (let tries = 0;; tries += 1) {
        try {
            return await tryOnce(channel, message, options);
        }
        catch (error) {
            const wait = waitAfter(error, tries);
            if (wait === undefined || options.signal.aborted)
                throw error;
            await options.clock.sleep(wait, options.signal);
        }
    }
}
async function tryOnce(channel, message, { clock, signal: outer }) {
    const late = () => new _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__/* .Undelivered */ .A(`${channel.name}: no answer within ${DELIVERY_MS / 1_000} s.`);
    const { signal, clear } = (0,_platform_time_timed_signal_js__WEBPACK_IMPORTED_MODULE_3__/* .timedSignal */ .s)({ clock, ms: DELIVERY_MS, signal: outer }, late);
    try {
        return await (0,_platform_time_until_aborted_js__WEBPACK_IMPORTED_MODULE_4__/* .untilAborted */ .E)(channel.deliver(message, { signal }), signal);
    }
    finally {
        clear();
    }
}
/** Milliseconds until it is tried again; undefined where that makes no sense now. */
function waitAfter(error, tries) {
    const wait = WAITS_MS[tries];
    if (!(error instanceof _engine_drive_outbox_js__WEBPACK_IMPORTED_MODULE_0__/* .Undelivered */ .A) || error.retry !== 'soon' || wait === undefined)
        return undefined;
    const pause = error.retryAfterMs ?? 0;
    return pause > LONGEST_PAUSE_MS ? undefined : Math.max(wait, pause);
}
/** The outcomes that are failures. */
function failuresOf(outcomes) {
    return outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome] : []));
}


/***/ })

};
