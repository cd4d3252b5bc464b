export const id = 9716;
export const ids = [9716];
export const modules = {

/***/ 7161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ healthGate)
/* harmony export */ });
/* harmony import */ var _services_health_parse_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9053);
/* harmony import */ var _services_health_verify_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5041);


/** A component's health, proven as `verify-health` proves it. Checks that cannot be read are unhealthy: nothing is proven by them. */
function healthGate({ clock, network, log }) {
    return async (given, { deadline, signal }) => {
        const parsed = await (0,_services_health_parse_checks_js__WEBPACK_IMPORTED_MODULE_0__.parseChecks)(given);
        if ('faults' in parsed) {
            return { verdict: 'unhealthy', detail: parsed.faults.map(({ message }) => message).join(' ') };
        }
        const timeout = deadline - clock.now();
        const { verdict, checks } = await (0,_services_health_verify_health_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyHealth */ .g)(parsed.checks, {
            timeout,
            // A short timeout has to leave room for the successes in a row that prove health.
            interval: Math.min(5_000, timeout / 10),
            clock,
            network,
            signal,
            onChange: ({ name }, what) => log.info(`${name}: ${what}`),
        });
        const unproven = checks.filter((check) => check.severity === 'fail' && check.verdict !== 'healthy');
        return {
            verdict,
            detail: unproven.map(({ name, reason, next = '' }) => `${name}: ${reason} ${next}`.trim()).join(' '),
        };
    };
}


/***/ }),

/***/ 9099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ describeLock),
/* harmony export */   H4: () => (/* binding */ lockOn),
/* harmony export */   Zh: () => (/* binding */ EVERYWHERE),
/* harmony export */   cc: () => (/* binding */ unlockEnvironment),
/* harmony export */   g2: () => (/* binding */ RELEASE),
/* harmony export */   p1: () => (/* binding */ lockEnvironment)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4339);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4697);
/* harmony import */ var _json_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9035);




const EVERYWHERE = '*';
const RELEASE = 'release';
/** The lock that keeps a new train out of an environment at a moment. Throws a UserError where the locks cannot be read. */
async function lockOn(store, environment, now) {
    const locks = readLocks(await store.read(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKS */ .H8), store.place);
    for (const name of [EVERYWHERE, environment ?? RELEASE]) {
        const lock = Object.hasOwn(locks, name) ? locks[name] : undefined;
        if (lock && (lock.until === undefined || now < lock.until))
            return { name, lock };
    }
    return undefined;
}
/** Locks an environment; a lock that is there is replaced. */
async function lockEnvironment(store, name, lock) {
    const edit = (text) => (0,_json_document_js__WEBPACK_IMPORTED_MODULE_2__/* .serialiseDocument */ .B)({ ...readLocks(text, store.place), [name]: lock });
    await store.change(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKS */ .H8, edit, `lock ${name}`);
}
/** Takes the lock off; whether there was one. */
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
/** What cannot be read may be a lock: nothing new is started over it. */
function readLocks(text, place) {
    try {
        const locks = (0,_json_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDocument */ .T)(text) ?? {};
        if (Object.values(locks).every(isLock))
            return locks;
    }
    catch {
        // Told below.
    }
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: ${_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKS */ .H8} cannot be read, so nothing new is started. Restore it from the branch's history.`);
}
function isLock(value) {
    return ((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(value) && typeof value.by === 'string' && typeof value.reason === 'string' && Number.isFinite(value.at));
}
/** `production is locked by alice since 2026-11-25T10:00Z: database migration.` */
function describeLock(name, { by, reason, at, until }) {
    const what = name === EVERYWHERE ? 'Everything' : name;
    const end = until === undefined ? '' : ` Until ${minute(until)}.`;
    return `${what} is locked by ${by} since ${minute(at)}: ${reason}.${end}`;
}
function minute(at) {
    return `${new Date(at).toISOString().slice(0, 16)}Z`;
}


/***/ }),

/***/ 4770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nS: () => (/* binding */ trainReport),
/* harmony export */   uL: () => (/* binding */ reportMarkdown)
/* harmony export */ });
/* unused harmony exports statusGraph, timeline */
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6292);
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7107);
/* harmony import */ var _machine_advice_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1348);
/* harmony import */ var _machine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4867);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9486);





const ICONS = {
    pending: '⏳',
    dispatching: '🚀',
    running: '🏃',
    verifying: '🔎',
    succeeded: '✅',
    failed: '❌',
    'timed-out': '⌛',
    blocked: '⛔',
    skipped: '⏭️',
    cancelled: '🛑',
    'rolling-back': '↩️',
    'rolled-back': '↩️',
    'rollback-failed': '🔥',
    parked: '🅿️',
};
function trainReport(plan, state) {
    const ids = (test) => plan.components.filter(({ id }) => test((0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id).status)).map(({ id }) => id);
    const components = plan.components.map((planned) => componentReport(planned, (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, planned.id)));
    const children = components.reduce((sum, { durationSeconds = 0 }) => sum + durationSeconds, 0);
    const durationSeconds = Math.round((state.updatedAt - state.startedAt) / 1_000);
    return {
        trainId: state.trainId,
        name: plan.name,
        status: state.status,
        ...(state.reason ? { reason: state.reason } : {}),
        ...(plan.environment ? { environment: plan.environment } : {}),
        startedAt: new Date(state.startedAt).toISOString(),
        updatedAt: new Date(state.updatedAt).toISOString(),
        durationSeconds,
        resumed: state.resumed,
        released: ids((status) => status === 'succeeded'),
        failed: ids((status) => (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6)(status) || status === 'rollback-failed'),
        blocked: ids((status) => status === 'blocked'),
        minutes: { children: Math.ceil(children / 60), waiting: Math.ceil(durationSeconds / 60) },
        components,
    };
}
function componentReport(planned, component) {
    const { dispatch, finishedAt, reason } = component;
    const run = dispatch?.run;
    const start = dispatch?.intendedAt;
    return {
        id: planned.id,
        repository: planned.repository,
        status: component.status,
        ...(reason ? { reason } : {}),
        ...(planned.version ? { version: planned.version } : {}),
        ...(planned.previousVersion ? { previousVersion: planned.previousVersion } : {}),
        ...(component.outputs ? { outputs: component.outputs } : {}),
        ...(run ? { runUrl: run.url, runAttempt: run.attempt } : {}),
        ...(start === undefined ? {} : { dispatchedAt: new Date(start).toISOString() }),
        ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
        ...(start === undefined || finishedAt === undefined
            ? {}
            : { durationSeconds: Math.round((finishedAt - start) / 1_000) }),
    };
}
function graphSection(plan, state) {
    if (plan.components.length > _mermaid_js__WEBPACK_IMPORTED_MODULE_1__/* .LARGEST_GRAPH */ .ew)
        return '';
    const graph = statusGraph(plan, state);
    return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_1__/* .isDrawn */ .tl)(graph) ? (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)(graph, 'mermaid') : '';
}
/** The report for people: what happened, what to do next, every component, the graph and the timeline. */
function reportMarkdown(plan, state) {
    const report = trainReport(plan, state);
    const count = plan.components.filter(({ id }) => (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)((0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id).status)).length;
    const sections = [
        `## ${ICONS[state.status]} ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(plan.name)}: ${state.status}, ${count} of ${plan.components.length} released`,
        `Train ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(state.trainId)}${plan.environment ? ` to ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(plan.environment)}` : ''} took ${(0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(report.durationSeconds * 1_000)}${state.resumed > 0 ? `, resumed ${state.resumed === 1 ? 'once' : `${state.resumed} times`}` : ''}.`,
        nextSteps(plan, state),
        componentTable(plan, state),
        outputsTable(plan, state),
        graphSection(plan, state),
        timeline(plan, state),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
/** Why the train did not succeed, and what a person does now. */
function nextSteps(plan, state) {
    if (state.status === 'succeeded' || state.status === 'running')
        return '';
    const failures = plan.components.filter(({ id }) => {
        const { status } = (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id);
        return (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6)(status) || status === 'rollback-failed';
    });
    const causes = failures.map(({ id }) => {
        const { status, reason, dispatch } = (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id);
        const where = dispatch?.run ? ` ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('Its run', dispatch.run.url)}.` : '';
        return `- ${ICONS[status]} **${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(id)}** ${status}: ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(reason ?? '')}${where}`;
    });
    const steps = [
        ...(state.reason ? [(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(state.reason)] : []),
        ...(causes.length > 0 ? [causes.join('\n')] : []),
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_machine_advice_js__WEBPACK_IMPORTED_MODULE_4__/* .howToGoOn */ .T)(plan, state)),
    ];
    return steps.join('\n\n');
}
function componentTable(plan, state) {
    const rows = plan.components.map((planned) => {
        const component = (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, planned.id);
        const { dispatch, finishedAt, reason } = component;
        const run = dispatch?.run;
        const took = dispatch && finishedAt ? (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(finishedAt - dispatch.intendedAt) : '';
        return [
            `${ICONS[component.status]} ${component.status}`,
            (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(planned.id),
            versionStep(planned),
            run ? (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(`${planned.repository}#${run.id}`, run.url) : (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(planned.repository),
            took,
            (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(reason ?? ''),
        ];
    });
    return (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Status', 'Component', 'Version', 'Run', 'Took', ''], rows);
}
const MOST_OUTPUTS = 100;
/** What was handed on, folded: others are started with it, and a rollback gets it back. */
function outputsTable(plan, state) {
    const rows = plan.components.flatMap(({ id }) => Object.entries((0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id).outputs ?? {}).map(([key, value]) => [
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(id),
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(key),
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(value)),
    ]));
    if (rows.length === 0)
        return '';
    const shown = (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Component', 'Output', 'Value'], rows.slice(0, MOST_OUTPUTS));
    const more = rows.length > MOST_OUTPUTS ? `\n\n${rows.length - MOST_OUTPUTS} more in the report's JSON.` : '';
    return `<details><summary>What was handed on</summary>\n\n${shown}${more}\n</details>`;
}
function shortened(value) {
    return value.length > 200 ? `${value.slice(0, 199)}…` : value;
}
function versionStep({ version, previousVersion }) {
    if (version === undefined)
        return '';
    return previousVersion === undefined ? (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version) : `${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(previousVersion)} → ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version)}`;
}
/** The graph of the plan, coloured by how far each component is. */
function statusGraph(plan, state) {
    return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_1__/* .mermaid */ .a4)(plan.components.map(({ id, needs, version }) => {
        const { status } = (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id);
        return { id, needs, status, lines: version === undefined ? [id, status] : [id, `${version} ${status}`] };
    }));
}
const BAR = 40;
/** Who ran when, as bars of text: readable in a log as well as in a summary. */
function timeline(plan, state) {
    const flown = plan.components.flatMap(({ id }) => {
        const { dispatch, concludedAt, finishedAt } = (0,_machine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .componentOf */ .D5)(state, id);
        return dispatch ? [{ id, from: dispatch.intendedAt, run: concludedAt, to: finishedAt ?? state.updatedAt }] : [];
    });
    if (flown.length === 0 || flown.length > _mermaid_js__WEBPACK_IMPORTED_MODULE_1__/* .LARGEST_GRAPH */ .ew)
        return '';
    const start = Math.min(...flown.map(({ from }) => from));
    const span = Math.max(1, Math.max(...flown.map(({ to }) => to)) - start);
    const column = (at) => Math.min(BAR, Math.max(0, Math.round(((at - start) / span) * BAR)));
    const width = Math.max(...flown.map(({ id }) => id.length));
    const bars = flown.map(({ id, from, run = from, to }) => {
        const [begin, gates, end] = [
            column(from),
            Math.max(column(from) + 1, column(run)),
            Math.max(column(from) + 1, column(to)),
        ];
        const bar = `${' '.repeat(begin)}${'█'.repeat(gates - begin)}${'░'.repeat(Math.max(0, end - gates))}`;
        return `${id.padEnd(width)} ${bar.padEnd(BAR)} ${(0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(from - start)} + ${(0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(to - from)}`;
    });
    return (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)(['█ run, ░ gates', ...bars].join('\n'), 'text');
}


/***/ })

};
