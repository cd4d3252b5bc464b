export const id = 8919;
export const ids = [8919, 846, 9099];
export const modules = {

/***/ 88919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ branchStore)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86744);
/* harmony import */ var _platform_github_commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59419);
/* harmony import */ var _platform_github_contents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54383);
/* harmony import */ var _platform_github_refs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97807);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94697);
/* harmony import */ var _json_document_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9035);
/* harmony import */ var _last_good_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18161);
/* harmony import */ var _open_trains_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76267);
/* harmony import */ var _retire_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31292);
/* harmony import */ var _state_branch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30655);
/* harmony import */ var _train_store_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(87353);












const WRITES_PER_HOUR = 450;
const MOST_RACES = 40;
function branchStore(options) {
    const { client, repository } = options;
    const place = `branch ${_state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .STATE_BRANCH */ .bm} of ${repository}`;
    let known;
    const read = (path, ref) => (0,_platform_github_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .readFile */ .TA)(client, repository, { path, ref });
    const head = async () => {
        const oid = await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_4__/* .getRef */ .cX)(client, repository, `heads/${_state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .STATE_BRANCH */ .bm}`);
        if (oid === undefined)
            return undefined;
        const [open, good] = await Promise.all([read('open.json', oid), read('last-good.json', oid)]);
        return { oid, open: (0,_open_trains_js__WEBPACK_IMPORTED_MODULE_6__/* .readOpenTrains */ .Cp)(open, place), lastGood: (0,_open_trains_js__WEBPACK_IMPORTED_MODULE_6__/* .readLastGood */ .GU)(good, place), texts: new Map() };
    };
    const loadAt = async (trainId, oid) => {
        const of = (file) => read(`trains/${trainId}/${file}.json`, oid);
        const [plan, state, ledger] = await Promise.all([of('plan'), of('state'), of('ledger')]);
        if (plan === undefined && state === undefined)
            return undefined;
        return (0,_train_store_js__WEBPACK_IMPORTED_MODULE_9__/* .deserialise */ .Bc)({ plan: plan ?? '', state: state ?? '', ledger }, trainId, place);
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
                const next = { open: (0,_open_trains_js__WEBPACK_IMPORTED_MODULE_6__/* .withTrain */ .JQ)(base.open, saved), lastGood: (0,_last_good_js__WEBPACK_IMPORTED_MODULE_10__/* .recordGood */ .X)(base.lastGood, saved) };
                const [documents, retired] = await Promise.all([
                    (0,_documents_js__WEBPACK_IMPORTED_MODULE_5__/* .projected */ .Bt)(saved, (path) => readAt(base, path)),
                    (0,_retire_js__WEBPACK_IMPORTED_MODULE_7__/* .retiredFiles */ .ZK)(saved, base, options),
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
            throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: ${MOST_RACES} writes in a row lost the race against others. Look at who writes to it.`);
        },
        async open() {
            const text = await (0,_platform_github_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .readFile */ .TA)(client, repository, { path: 'open.json', ref: _state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .STATE_BRANCH */ .bm });
            return (0,_open_trains_js__WEBPACK_IMPORTED_MODULE_6__/* .readOpenTrains */ .Cp)(text, place);
        },
        async lastGood() {
            const text = await (0,_platform_github_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .readFile */ .TA)(client, repository, { path: 'last-good.json', ref: _state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .STATE_BRANCH */ .bm });
            return (0,_open_trains_js__WEBPACK_IMPORTED_MODULE_6__/* .readLastGood */ .GU)(text, place);
        },
        read: (path) => read(path, _state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .STATE_BRANCH */ .bm),
        async change(path, edit, message) {
            const change = { path, edit, message };
            for (let race = 0; race < MOST_RACES; race += 1) {
                const changed = await (0,_state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .changeDocument */ .wL)(change, { ...options, place });
                if (changed !== 'lost-race') {
                    known = undefined;
                    return changed.text;
                }
                await options.clock.sleep((options.random ?? Math.random)() * Math.min(2_000, 50 * 2 ** race));
            }
            throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: ${path} could not be written: ${MOST_RACES} others in a row were faster.`);
        },
    };
}
async function commit(saved, { base, next, documents, retired, message, place, client, repository, random, commitPrefix, }) {
    const folder = `trains/${saved.state.trainId}`;
    const additions = [
        { path: `${folder}/state.json`, contents: (0,_train_store_js__WEBPACK_IMPORTED_MODULE_9__/* .serialiseState */ .bh)(saved) },
        ...(saved.writes === 1 ? [{ path: `${folder}/plan.json`, contents: (0,_train_store_js__WEBPACK_IMPORTED_MODULE_9__/* .serialisePlan */ .zA)(saved) }] : []),
        ...(saved.ledger ? [{ path: `${folder}/ledger.json`, contents: (0,_json_document_js__WEBPACK_IMPORTED_MODULE_11__/* .serialiseDocument */ .B)(saved.ledger) }] : []),
        ...changed('open.json', base.open, next.open),
        ...changed('last-good.json', base.lastGood, next.lastGood),
        ...documents,
    ];
    const order = {
        repository,
        branch: _state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .STATE_BRANCH */ .bm,
        expectedHeadOid: base.oid,
        message: (0,_state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .withPrefix */ .Fe)(`${saved.state.trainId}: ${message}`, commitPrefix),
        additions,
        ...(retired.length > 0 && { deletions: retired }),
        ...(random && { writeId: `${Math.floor(random() * 2 ** 48).toString(16)}-${saved.state.salt}` }),
    };
    try {
        return await (0,_platform_github_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .createCommitOnBranch */ .f)(client, order, { timeoutMs: 120_000 });
    }
    catch (error) {
        throw refusal(saved, place, error);
    }
}
function refusal({ state }, place, error) {
    if (!(error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubFailure */ .iK))
        return error;
    return new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E(error.kind, `${place}: the state of train ${state.trainId} could not be written, so nothing new is started. ` +
        'The branch needs contents: write for this token; where a ruleset protects it, its bypass list has to name whose token ' +
        `it is (state-token or state-by-app), and where one wants messages of commits to begin in a certain way, the manifest has state-commit-prefix. ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
}
function changed(path, before, after) {
    const contents = `${JSON.stringify(after, null, 1)}\n`;
    return contents === `${JSON.stringify(before, null, 1)}\n` ? [] : [{ path, contents }];
}
async function createBranch(saved, options) {
    if (saved.writes > 1) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${options.place} is gone, although train ${saved.state.trainId} was saved there. Restore it, or start a new train.`);
    }
    return {
        oid: await (0,_state_branch_js__WEBPACK_IMPORTED_MODULE_8__/* .createStateBranch */ .CD)(options).catch((error) => {
            throw refusal(saved, options.place, error);
        }),
        open: [],
        lastGood: {},
        texts: new Map(),
    };
}


/***/ }),

/***/ 94697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ projected),
/* harmony export */   D3: () => (/* binding */ PROBLEMS),
/* harmony export */   H8: () => (/* binding */ LOCKS),
/* harmony export */   oN: () => (/* binding */ projectedText),
/* harmony export */   tl: () => (/* binding */ UNTOLD)
/* harmony export */ });
/* unused harmony export isRecorded */
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44867);
/* harmony import */ var _train_telling_deployments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47382);
/* harmony import */ var _train_telling_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82413);
/* harmony import */ var _train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51224);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89503);
/* harmony import */ var _json_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9035);






const PROBLEMS = 'problems.json';
const LOCKS = 'locks.json';
const UNTOLD = 'untold.json';
async function projected(saved, read) {
    const edits = editsOf(saved).map(([path, edit]) => edited(path, read, edit));
    return (await Promise.all(edits)).flat();
}
function editsOf(saved) {
    const isOver = !(0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .nT)(saved.state);
    const history = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .historyPath */ .ae)('trains', saved.state.startedAt);
    return [
        ...(saved.concerns?.length ? [[PROBLEMS, (text) => problemsAfter(text, saved)]] : []),
        ...(isOver && (saved.ledger || !isRecorded(saved))
            ? [[UNTOLD, (text) => untoldAfter(text, saved)]]
            : []),
        ...(isOver ? [[history, (text) => (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .withRecord */ .q8)(text, saved)]] : []),
    ];
}
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
function isRecorded({ plan, state, ledger = _train_telling_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_LEDGER */ ._7 }) {
    return (0,_train_telling_deployments_js__WEBPACK_IMPORTED_MODULE_0__/* .dueDeployments */ .L4)((0,_train_telling_deployments_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedDeployments */ .kI)(plan, state), ledger, Number.POSITIVE_INFINITY).due.length === 0;
}
function problemsAfter(text, { concerns = [], state }) {
    const before = (0,_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(text) ?? {};
    const after = (0,_train_telling_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .withConcerns */ .iU)(before, concerns, state.updatedAt);
    return after === before ? undefined : (0,_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseDocument */ .B)(after);
}
function untoldAfter(text, saved) {
    const { ledger, state } = saved;
    const { trainId, updatedAt } = state;
    const before = (0,_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .T)(text) ?? {};
    const { [trainId]: since, ...others } = before;
    if ((0,_train_telling_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .isSettled */ .Is)(ledger) && isRecorded(saved))
        return since === undefined ? undefined : (0,_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseDocument */ .B)(others);
    return since === undefined ? (0,_json_document_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseDocument */ .B)({ ...before, [trainId]: updatedAt }) : undefined;
}


/***/ }),

/***/ 89503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ae: () => (/* binding */ historyPath),
/* harmony export */   q8: () => (/* binding */ withRecord),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44867);
/* harmony import */ var _train_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25559);
/* harmony import */ var _json_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9035);



function historyPath(kind, at) {
    return `history/${kind}/${new Date(at).toISOString().slice(0, 7)}.json`;
}
function withRecord(text, saved) {
    const before = (0,_json_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .T)(text) ?? {};
    return (0,_json_document_js__WEBPACK_IMPORTED_MODULE_0__/* .serialiseDocument */ .B)({ ...before, [saved.state.trainId]: recordOf(saved) });
}
function recordOf({ plan, state }) {
    const { status, reason, actor, startedBy, startedAt, updatedAt, resumed } = state;
    return {
        name: plan.name,
        ...(plan.environment && { environment: plan.environment }),
        ...((0,_train_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isProduction */ .KV)(plan) && { production: true }),
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
function componentRecord(planned, state) {
    const { id, repository, version, previousVersion, needs } = planned;
    const component = (0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id);
    const { status, cause, attempt, dispatch, concludedAt, finishedAt, restored } = component;
    const waitedMs = dispatch?.waiting?.total ?? 0;
    const health = healthOf(planned, component);
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
        ...(needs.length > 0 && { needs }),
        ...(waitedMs > 0 && { waitedMs }),
        ...(health && { health }),
        ...(restored && { restored: restored.verdict }),
    };
}
function healthOf({ health }, { status, cause }) {
    if (health.length === 0)
        return undefined;
    if (cause === 'health')
        return 'failed';
    if (cause === 'inconclusive')
        return 'inconclusive';
    const hasPassed = status === 'succeeded' || ROLLED_BACK.has(status);
    return cause === undefined && hasPassed ? 'passed' : undefined;
}
const ROLLED_BACK = new Set(['rolling-back', 'rolled-back', 'rollback-failed']);


/***/ }),

/***/ 9035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ serialiseDocument),
/* harmony export */   T: () => (/* binding */ parseDocument)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64339);

function parseDocument(text) {
    if (text === undefined)
        return undefined;
    const value = JSON.parse(text);
    if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(value))
        throw new Error('It is not a JSON object.');
    return value;
}
function serialiseDocument(value) {
    return `${JSON.stringify(value, null, 1)}\n`;
}


/***/ }),

/***/ 18161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ recordGood)
/* harmony export */ });
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44867);

const MOST_BEFORE = 5;
function recordGood(before, { plan, state }) {
    const environment = plan.environment ?? 'release';
    const good = { ...before[environment] };
    for (const { id, version, previousVersion, previousOutputs } of plan.components) {
        const { status, dispatch, rollback, outputs, finishedAt = state.updatedAt } = (0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, id);
        const common = { trainId: state.trainId, at: finishedAt };
        if (status === 'succeeded' && version !== undefined) {
            good[id] = succeededBy(good[id], {
                version,
                ...common,
                ...urlOf(dispatch?.run?.url),
                ...(outputs && { outputs }),
            });
        }
        else if (status === 'rolled-back' && previousVersion !== undefined) {
            good[id] = backTo(good[id], {
                version: previousVersion,
                ...common,
                ...urlOf(rollback?.run?.url),
                ...(previousOutputs && { outputs: previousOutputs }),
            });
        }
    }
    return Object.keys(good).length > 0 ? { ...before, [environment]: good } : before;
}
function urlOf(runUrl) {
    return runUrl === undefined ? {} : { runUrl };
}
function succeededBy(before, version) {
    if (!before)
        return version;
    const { before: earlier = [], ...current } = before;
    return withBefore(version, current.version === version.version ? earlier : [current, ...earlier]);
}
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

/***/ 76267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ readOpenTrains),
/* harmony export */   GU: () => (/* binding */ readLastGood),
/* harmony export */   JQ: () => (/* binding */ withTrain)
/* harmony export */ });
/* unused harmony export Conflict */
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44867);
/* harmony import */ var _train_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87353);



class Conflict extends _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
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
function readOpenTrains(text, place) {
    const read = readJson(text, 'open.json', place) ?? [];
    const isRight = Array.isArray(read) && read.every(isOpenTrain);
    if (!isRight)
        throw broken('open.json', place, 'is no list of trains with trainId, name, status, startedAt and repositories');
    return read;
}
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

/***/ 31292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZK: () => (/* binding */ retiredFiles),
/* harmony export */   aZ: () => (/* binding */ isRetired),
/* harmony export */   eq: () => (/* binding */ MOST_RETIRED)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54383);
/* harmony import */ var _platform_github_trees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53820);
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44867);




const KEPT_MS = 30 * 86_400_000;
const MOST_RETIRED = 5;
function retirable({ ids, kept }) {
    const old = ids.filter((id) => !kept.has(id));
    return old.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_RETIRED);
}
function isRetired(state, now) {
    return !(0,_train_machine_state_js__WEBPACK_IMPORTED_MODULE_3__/* .isOpen */ .nT)(state) && state.updatedAt < now - KEPT_MS;
}
async function retiredFiles(saved, { oid, open }, { client, repository }) {
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

/***/ 30655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ createStateBranch),
/* harmony export */   Fe: () => (/* binding */ withPrefix),
/* harmony export */   bm: () => (/* binding */ STATE_BRANCH),
/* harmony export */   wL: () => (/* binding */ changeDocument)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59419);
/* harmony import */ var _platform_github_contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54383);
/* harmony import */ var _platform_github_ensure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23019);
/* harmony import */ var _platform_github_orphan_commit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13029);
/* harmony import */ var _platform_github_refs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97807);






const STATE_BRANCH = 'release-actions/state';
function withPrefix(message, prefix) {
    return prefix === undefined ? message : `${prefix} ${message}`;
}
const README = `# State of release trains

Written by release-actions: one folder a train, one commit a step. Nothing here is read by anybody but the trains themselves
and people: do not edit it while a train is open. Let nobody but the trains write here: a ruleset whose only bypass is the
GitHub App that writes (docs/state-and-recovery.md of release-actions).
`;
async function createStateBranch({ client, repository, place, commitPrefix }) {
    const first = { message: withPrefix('State of release trains', commitPrefix), path: 'README.md', content: README };
    const sha = await (0,_platform_github_orphan_commit_js__WEBPACK_IMPORTED_MODULE_4__/* .createOrphanCommit */ .U)(client, repository, first);
    const ref = `heads/${STATE_BRANCH}`;
    const find = () => (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_5__/* .getRef */ .cX)(client, repository, ref);
    await (0,_platform_github_ensure_js__WEBPACK_IMPORTED_MODULE_3__/* .ensure */ .D)(() => (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_5__/* .createRef */ ._3)(client, repository, { ref, sha }), find);
    const oid = await find();
    if (oid === undefined)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place} could not be created. Create it by hand, or give the token contents: write.`);
    return oid;
}
async function changeDocument({ path, edit, message }, options) {
    const { client, repository, random, commitPrefix } = options;
    const oid = (await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_5__/* .getRef */ .cX)(client, repository, `heads/${STATE_BRANCH}`)) ?? (await createStateBranch(options));
    const before = await (0,_platform_github_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .readFile */ .TA)(client, repository, { path, ref: oid });
    const contents = edit(before);
    if (contents === undefined || contents === before)
        return { text: before };
    const additions = [{ path, contents }];
    const writeId = random && { writeId: Math.floor(random() * 2 ** 48).toString(16) };
    const order = {
        repository,
        branch: STATE_BRANCH,
        expectedHeadOid: oid,
        message: withPrefix(message, commitPrefix),
        additions,
        ...writeId,
    };
    return (await (0,_platform_github_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .createCommitOnBranch */ .f)(client, order)) === 'lost-race' ? 'lost-race' : { text: contents };
}


/***/ }),

/***/ 87353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ deserialise),
/* harmony export */   bD: () => (/* binding */ openTrain),
/* harmony export */   bh: () => (/* binding */ serialiseState),
/* harmony export */   zA: () => (/* binding */ serialisePlan)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64339);
/* harmony import */ var _train_machine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44867);
/* harmony import */ var _train_manifest_output_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72206);




function openTrain({ plan, state }) {
    const { trainId, status, startedAt } = state;
    const repositories = [...new Set(plan.components.map(({ repository }) => repository))];
    return { trainId, name: plan.name, status, startedAt, repositories };
}
function serialisePlan({ plan }) {
    return `${JSON.stringify(plan, null, 1)}\n`;
}
function serialiseState({ state, writes }) {
    return `${JSON.stringify({ writes, ...state }, null, 1)}\n`;
}
function deserialise(texts, trainId, place) {
    const plan = parse(texts.plan, `plan of train ${trainId}`, place);
    const { writes, ...state } = parse(texts.state, `state of train ${trainId}`, place);
    const broken = inconsistency(plan, state, writes, trainId);
    if (broken)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: the saved train ${trainId} cannot be used: ${broken} ${KEPT}`);
    const ledger = readLedger(texts.ledger);
    return { plan, state, writes, ...(ledger && { ledger }) };
}
function readLedger(text) {
    try {
        const { format, notices, untold, channels, deployments, deploymentsOff } = JSON.parse(text ?? 'null') ?? {};
        const isWhole = [notices, untold, channels].every(_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u);
        if (format !== 1 || !isWhole)
            return undefined;
        const records = { ...((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(deployments) && { deployments }), ...(deploymentsOff && { deploymentsOff }) };
        return { format, notices, untold, channels, ...records };
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
    const handing = Object.entries(state.components).find(([, { outputs }]) => outputs && (0,_train_manifest_output_values_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedOutputs */ .G)(outputs).fault);
    if (handing)
        return `its component ${handing[0]} has outputs that cannot be.`;
    const planned = new Set(plan.components.map(({ id }) => id));
    const stranger = Object.keys(state.components).find((id) => !planned.has(id));
    return stranger ? `its state has a component ${stranger} that its plan does not have.` : undefined;
}
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

/***/ 59419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ createCommitOnBranch)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86744);
/* harmony import */ var _ensure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23019);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31497);





const TRAILER = 'Write-Id';
const ATTEMPTS = 3;
async function createCommitOnBranch(client, commit, options) {
    const write = { ...commit, id: commit.writeId ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() };
    let isRepeated = false;
    const create = async () => {
        const written = await writeOnce(client, write, options);
        if (written !== 'lost-race' || !isRepeated)
            return written;
        return (await findOurs(client, write, options)) ?? 'lost-race';
    };
    const find = () => {
        isRepeated = true;
        return findOurs(client, write, options);
    };
    return (0,_ensure_js__WEBPACK_IMPORTED_MODULE_2__/* .ensure */ .D)(create, find, { attempts: ATTEMPTS });
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
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_))
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
async function writeByRest(client, write, options) {
    const repository = (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerAndRepo */ .H)(write.repository);
    const parent = await client.read('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...repository, commit_sha: write.expectedHeadOid }, options);
    const file = { mode: '100644', type: 'blob' };
    const tree = [
        ...write.additions.map(({ path, contents }) => ({ ...file, path, content: contents })),
        ...(write.deletions ?? []).map((path) => ({ ...file, path, sha: null })),
    ];
    const made = await client.writeIdempotent('POST /repos/{owner}/{repo}/git/trees', { ...repository, base_tree: parent.tree.sha, tree }, options);
    const { headline, body } = messageOf(write);
    const { data } = await client.writeIdempotent('POST /repos/{owner}/{repo}/git/commits', { ...repository, message: `${headline}\n\n${body}`, tree: made.data.sha, parents: [write.expectedHeadOid] }, options);
    const moved = await (0,_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .updateRef */ .du)(client, write.repository, { ref: `heads/${write.branch}`, sha: data.sha }, options);
    return moved === 'updated' ? { oid: data.sha } : 'lost-race';
}
async function findOurs(client, write, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerAndRepo */ .H)(write.repository), sha: write.branch, per_page: 30 };
    const commits = await client.read('GET /repos/{owner}/{repo}/commits', params, options);
    const ours = commits.find(({ commit }) => commit.message.includes(`${TRAILER}: ${write.id}`));
    return ours && { oid: ours.sha };
}
function messageOf({ message, id }) {
    const [headline = '', ...rest] = message.split('\n');
    const body = rest.join('\n').trim();
    return { headline, body: `${body ? `${body}\n\n` : ''}${TRAILER}: ${id}` };
}


/***/ }),

/***/ 53820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles),
/* harmony export */   U: () => (/* binding */ readFiles)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54383);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31497);



const LINK = '120000';
async function listFiles(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), tree_sha: ref, recursive: '1' };
    const { tree, truncated } = await client.read('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params, options);
    if (truncated) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} at ${ref} has more files than GitHub lists at once (100,000): its packages cannot be found over the API.`);
    }
    return tree.filter(({ type, mode }) => type === 'blob' && mode !== LINK).map(({ path }) => path);
}
async function readFiles(client, repository, { ref, paths }, options) {
    const texts = await Promise.all(paths.map(async (path) => [path, await (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .TA)(client, repository, { path, ref }, options)]));
    return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}


/***/ }),

/***/ 72206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ checkedOutputs)
/* harmony export */ });
/* unused harmony export LARGEST_OUTPUTS */
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55941);

const LARGEST_OUTPUTS = 32 * 1024;
const KEY = /^[A-Za-z][\w-]{0,99}$/;
const MASKED = /^\*{3,}$/;
function checkedOutputs(values, isSecret = () => false) {
    if (typeof values !== 'object' || values === null || Array.isArray(values))
        return { fault: 'nothing can be read: they are no JSON map of texts' };
    const size = JSON.stringify(values).length;
    if (size > LARGEST_OUTPUTS)
        return {
            fault: `there are ${size} characters of JSON, more than ${LARGEST_OUTPUTS}: hand on files by share-artifact`,
        };
    const faults = Object.entries(values).flatMap(([key, value]) => faultOf(key, value, isSecret) ?? []);
    if (faults.length > 0)
        return { fault: (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(faults) };
    return { outputs: values };
}
function faultOf(key, value, isSecret) {
    if (!KEY.test(key))
        return `${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(key)} is no key: expected letters, digits, "-" and "_", and a letter first`;
    if (typeof value !== 'string')
        return `${key} is ${kindOf(value)}, not a text: write it in quotes`;
    if (MASKED.test(value))
        return `${key} is ${value}: a secret stood there, and was masked`;
    if ((0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeToken */ .NM)(value) || isSecret(value))
        return `${key} holds a secret, and what is handed on is kept where many can read it: leave it out, and revoke it`;
    return undefined;
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}


/***/ }),

/***/ 47382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ dueDeployments),
/* harmony export */   kI: () => (/* binding */ wantedDeployments),
/* harmony export */   t2: () => (/* binding */ recorded),
/* harmony export */   yt: () => (/* binding */ unrecorded)
/* harmony export */ });
/* harmony import */ var _machine_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44867);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25559);


function wantedDeployments(plan, state) {
    const { environment } = plan;
    if (environment === undefined)
        return [];
    return plan.components.flatMap((planned) => {
        const { deployments } = planned;
        if (!deployments)
            return [];
        const component = (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_0__/* .componentOf */ .D5)(state, planned.id);
        const common = {
            ...{ component: planned.id, repository: planned.repository, environment, isProduction: (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isProduction */ .KV)(plan) },
            ...(deployments.url !== undefined && { url: deployments.url }),
        };
        const record = (task, dispatch, said) => {
            const version = task === 'deploy' ? planned.version : planned.previousVersion;
            const { attempt } = component;
            const payload = { train: state.trainId, component: planned.id, attempt, task, ...(version && { version }) };
            const key = `${planned.id}/${task === 'deploy' ? '' : 'r'}${attempt}`;
            return dispatch?.run
                ? [{ ...common, key, task, ...(version && { version }), state: said, run: dispatch.run, payload }]
                : [];
        };
        return [
            ...record('deploy', component.dispatch, deployState(component)),
            ...record('rollback', component.rollback, rollbackState(planned, component)),
        ];
    });
}
function deployState({ status, cause, dispatch }) {
    if (cause !== undefined)
        return FAULTLESS.has(cause) ? 'error' : 'failure';
    if (status === 'rolled-back')
        return 'inactive';
    if (['succeeded', 'rolling-back', 'rollback-failed'].includes(status))
        return 'success';
    return underWay(dispatch);
}
const FAULTLESS = new Set(['lost', 'unapproved', 'person']);
function rollbackState({ rollback: wanted }, component) {
    const { status, restored, rollback } = component;
    if (status === 'rollback-failed')
        return 'failure';
    if (status !== 'rolled-back')
        return underWay(rollback);
    if (restored)
        return restored.verdict === 'unhealthy' ? 'failure' : 'success';
    return wanted?.health ? 'in_progress' : 'success';
}
function underWay(dispatch) {
    return dispatch?.waiting?.since === undefined ? 'in_progress' : 'queued';
}
function dueDeployments(wanted, { deployments = {}, deploymentsOff }, now) {
    if (deploymentsOff !== undefined)
        return { due: [], nextAt: undefined };
    const open = wanted.filter(({ key, state }) => {
        const note = deployments[key];
        return note?.state !== state && !(note?.givenUp ?? false);
    });
    const seen = new Set();
    const first = open.filter(({ component }) => !seen.has(component) && seen.add(component));
    const readyAt = ({ key }) => deployments[key]?.next ?? 0;
    const later = first.map(readyAt).filter((at) => at > now);
    return {
        due: first.filter((one) => readyAt(one) <= now),
        nextAt: later.length > 0 ? Math.min(...later) : undefined,
    };
}
const RETRY_MS = [2_000, 10_000, 60_000];
function recorded(ledger, key, note) {
    return { ...ledger, deployments: { ...ledger.deployments, [key]: note } };
}
function unrecorded(ledger, key, { at, error, isLasting }) {
    const { tries = 0, next: _, ...before } = ledger.deployments?.[key] ?? {};
    const wait = RETRY_MS[tries];
    const then = isLasting || wait === undefined ? { givenUp: true } : { next: at + wait };
    return { ...ledger, deployments: { ...ledger.deployments, [key]: { ...before, tries: tries + 1, error, ...then } } };
}


/***/ }),

/***/ 51224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iU: () => (/* binding */ withConcerns),
/* harmony export */   vG: () => (/* binding */ escalated),
/* harmony export */   w4: () => (/* binding */ escalationDue)
/* harmony export */ });
/* unused harmony export REOPEN_MS */
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8510);

const MOST_FACTS = 50;
const KEPT_MS = 30 * 86_400_000;
const REOPEN_MS = 86_400_000;
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
    if (before?.resolvedAt !== undefined && fact.at <= before.resolvedAt)
        return problems;
    const isOpen = before !== undefined && before.resolvedAt === undefined;
    const isNews = (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(fact.severity, 'error');
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
function escalationDue({ rule, openedAt, acknowledged, resolvedAt, ...problem }) {
    const { escalations, escalatedAt = openedAt } = problem;
    if (!rule || acknowledged || resolvedAt !== undefined || escalations >= rule.times)
        return undefined;
    if (escalations === 0)
        return openedAt + rule.after;
    return rule.every === undefined ? undefined : escalatedAt + rule.every;
}
function escalated(problem, at) {
    return { ...problem, escalations: problem.escalations + 1, escalatedAt: at };
}


/***/ })
,

/***/ 50846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openStore),
  E: () => (/* binding */ stateInput)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/engine/stores/branch-store.js
var branch_store = __webpack_require__(88919);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(44867);
// EXTERNAL MODULE: ./build/src/engine/stores/documents.js
var stores_documents = __webpack_require__(94697);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
;// CONCATENATED MODULE: ./build/src/engine/stores/file-documents.js




const STALE_MS = 10_000;
const LOOK_MS = 20;
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
async function replaceFile(path, text) {
    const draft = draftOf(path);
    await (0,promises_.writeFile)(draft, text);
    await (0,promises_.rename)(draft, path);
}
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
var last_good = __webpack_require__(18161);
// EXTERNAL MODULE: ./build/src/engine/stores/open-trains.js
var open_trains = __webpack_require__(76267);
// EXTERNAL MODULE: ./build/src/engine/stores/retire.js
var retire = __webpack_require__(31292);
// EXTERNAL MODULE: ./build/src/engine/stores/train-store.js
var train_store = __webpack_require__(87353);
;// CONCATENATED MODULE: ./build/src/engine/stores/file-store.js










const KEPT_STATES = 20;
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
    let ours = '';
    return {
        place,
        writesPerHour: Number.POSITIVE_INFINITY,
        load,
        async save(saved) {
            const home = (0,external_node_path_.join)(folder, saved.state.trainId);
            await (0,promises_.mkdir)(home, { recursive: true });
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
const LAST_GOOD = 'last-good.json';
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

// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
;// CONCATENATED MODULE: ./build/src/actions/setup/state-input.js




function stateInput(value) {
    if (value === 'branch')
        return { kind: 'branch' };
    const path = /^file:(.+)$/.exec(value)?.[1];
    if (path === undefined)
        throw new Error('expected branch or file:PATH');
    return { kind: 'file', path };
}
function openStore(state, client, { workspace, env, clock, commitPrefix, }) {
    if (state.kind === 'file')
        return fileStore((0,external_node_path_.resolve)(workspace, state.path));
    return (0,branch_store/* branchStore */.q)({ client: client(), repository: (0,context/* ownRepository */.d5)(env), clock, commitPrefix });
}


/***/ })
,

/***/ 19099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ describeLock),
/* harmony export */   H4: () => (/* binding */ lockOn),
/* harmony export */   Zh: () => (/* binding */ EVERYWHERE),
/* harmony export */   cc: () => (/* binding */ unlockEnvironment),
/* harmony export */   g2: () => (/* binding */ RELEASE),
/* harmony export */   nA: () => (/* binding */ readLocks),
/* harmony export */   p1: () => (/* binding */ lockEnvironment)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64339);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94697);
/* harmony import */ var _json_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9035);




const EVERYWHERE = '*';
const RELEASE = 'release';
async function lockOn(store, environment, now) {
    const locks = readLocks(await store.read(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKS */ .H8), store.place);
    for (const name of [EVERYWHERE, environment ?? RELEASE]) {
        const lock = Object.hasOwn(locks, name) ? locks[name] : undefined;
        if (lock && (lock.until === undefined || now < lock.until))
            return { name, lock };
    }
    return undefined;
}
async function lockEnvironment(store, name, lock) {
    const edit = (text) => (0,_json_document_js__WEBPACK_IMPORTED_MODULE_2__/* .serialiseDocument */ .B)({ ...readLocks(text, store.place), [name]: lock });
    await store.change(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKS */ .H8, edit, `lock ${name}`);
}
async function unlockEnvironment(store, name) {
    let lock;
    const edit = (text) => {
        const { [name]: found, ...others } = readLocks(text, store.place);
        lock = found;
        return found ? (0,_json_document_js__WEBPACK_IMPORTED_MODULE_2__/* .serialiseDocument */ .B)(others) : undefined;
    };
    await store.change(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKS */ .H8, edit, `unlock ${name}`);
    return lock;
}
function readLocks(text, place) {
    try {
        const locks = (0,_json_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDocument */ .T)(text) ?? {};
        if (Object.values(locks).every(isLock))
            return locks;
    }
    catch {
    }
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: ${_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKS */ .H8} cannot be read, so nothing new is started. Restore it from the branch's history.`);
}
function isLock(value) {
    return ((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(value) && typeof value.by === 'string' && typeof value.reason === 'string' && Number.isFinite(value.at));
}
function describeLock(name, { by, reason, at, until }) {
    const what = name === EVERYWHERE ? 'Everything' : name;
    const end = until === undefined ? '' : ` Until ${minute(until)}.`;
    return `${what} is locked by ${by} since ${minute(at)}: ${reason}.${end}`;
}
function minute(at) {
    return `${new Date(at).toISOString().slice(0, 16)}Z`;
}


/***/ })

};
