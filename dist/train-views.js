export const id = 9486;
export const ids = [9486, 8665];
export const modules = {

/***/ 69486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a4: () => (/* binding */ mermaid),
/* harmony export */   ew: () => (/* binding */ LARGEST_GRAPH),
/* harmony export */   tl: () => (/* binding */ isDrawn)
/* harmony export */ });
const LOOKS = {
    waiting: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
    active: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#044f1e',
    failed: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
    stopped: 'fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
};
const LOOK_OF_STATUS = {
    pending: 'waiting',
    dispatching: 'active',
    running: 'active',
    verifying: 'active',
    succeeded: 'succeeded',
    skipped: 'succeeded',
    failed: 'failed',
    'timed-out': 'failed',
    'rollback-failed': 'failed',
    blocked: 'stopped',
    cancelled: 'stopped',
    'rolling-back': 'stopped',
    'rolled-back': 'stopped',
};
const LARGEST_GRAPH = 200;
const LONGEST_LINE = 80;
const MOST_EDGES = 500;
const MOST_CHARACTERS = 50_000;
function isDrawn(graph) {
    return graph.length <= MOST_CHARACTERS && graph.split(' --> ').length - 1 <= MOST_EDGES;
}
function mermaid(nodes) {
    const names = new Map(nodes.map(({ id }, index) => [id, `c${index}`]));
    const boxes = nodes.map(({ id, lines }) => `  ${names.get(id)}["${lines.map(label).join('<br/>')}"]`);
    const arrows = nodes.flatMap(({ id, needs }) => needs.filter((need) => names.has(need)).map((need) => `  ${names.get(need)} --> ${names.get(id)}`));
    return ['flowchart LR', ...boxes, ...arrows, ...classes(nodes, names)].join('\n');
}
function classes(nodes, names) {
    const members = new Map();
    for (const { id, status } of nodes) {
        if (status === undefined)
            continue;
        const look = LOOK_OF_STATUS[status];
        members.set(look, [...(members.get(look) ?? []), names.get(id) ?? '']);
    }
    return [...members].flatMap(([look, ids]) => [
        `  classDef ${look} ${LOOKS[look]}`,
        `  class ${ids.join(',')} ${look}`,
    ]);
}
function label(text) {
    const flat = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')];
    const shown = flat.length > LONGEST_LINE ? [...flat.slice(0, LONGEST_LINE - 1), '…'] : flat;
    return shown
        .map((sign) => (/[\p{L}\p{M}\p{N} .,:/@+→…·_-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
        .join('');
}


/***/ })
,

/***/ 17161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ healthGate)
/* harmony export */ });
/* harmony import */ var _services_health_parse_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99053);
/* harmony import */ var _services_health_verify_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65041);


function healthGate({ clock, network, log }) {
    return async (given, { deadline, signal }) => {
        const parsed = await (0,_services_health_parse_checks_js__WEBPACK_IMPORTED_MODULE_0__.parseChecks)(given);
        if ('faults' in parsed) {
            return { verdict: 'unhealthy', detail: parsed.faults.map(({ message }) => message).join(' ') };
        }
        const timeout = deadline - clock.now();
        const { verdict, checks } = await (0,_services_health_verify_health_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyHealth */ .g)(parsed.checks, {
            timeout,
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

/***/ 8817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uL: () => (/* binding */ reportMarkdown),
  nS: () => (/* binding */ trainReport)
});

// UNUSED EXPORTS: statusGraph, timeline

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/train/machine/advice.js
var advice = __webpack_require__(71348);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(44867);
// EXTERNAL MODULE: ./build/src/train/views/mermaid.js
var mermaid = __webpack_require__(69486);
;// CONCATENATED MODULE: ./build/src/train/views/restored-lines.js


function restoredLines(plan, state) {
    const lines = plan.components.flatMap(({ id, previousVersion }) => {
        const { status, restored } = (0,machine_state/* componentOf */.D5)(state, id);
        if (status !== 'rolled-back')
            return [];
        const version = previousVersion === undefined ? 'what was there before' : (0,markdown/* code */.aY)(previousVersion);
        return [
            `- ${HEALTH_ICONS[restored?.verdict ?? 'unasked']} **${(0,markdown/* code */.aY)(id)}** runs ${version} again: ${health(restored)}`,
        ];
    });
    return lines.length > 0 ? [['**After the rollback**', '', ...lines].join('\n')] : [];
}
const HEALTH_ICONS = { healthy: '💚', unhealthy: '🔥', inconclusive: '❔', unasked: '➖' };
function health(restored) {
    if (!restored)
        return 'its health was not asked, for it has no health checks.';
    if (restored.verdict === 'healthy')
        return 'healthy.';
    const words = restored.verdict === 'unhealthy' ? 'not healthy' : 'nobody can say whether it is healthy';
    return `${words}: ${(0,markdown/* escapeMarkdown */.FV)(restored.reason ?? '')}`;
}

;// CONCATENATED MODULE: ./build/src/train/views/train-report.js






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
    const ids = (test) => plan.components.filter(({ id }) => test((0,machine_state/* componentOf */.D5)(state, id).status)).map(({ id }) => id);
    const components = plan.components.map((planned) => componentReport(planned, (0,machine_state/* componentOf */.D5)(state, planned.id)));
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
        failed: ids((status) => (0,machine_state/* isFailure */.N6)(status) || status === 'rollback-failed'),
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
        ...(component.restored && { restored: component.restored.verdict }),
        ...(start === undefined || finishedAt === undefined
            ? {}
            : { durationSeconds: Math.round((finishedAt - start) / 1_000) }),
    };
}
function graphSection(plan, state) {
    if (plan.components.length > mermaid/* LARGEST_GRAPH */.ew)
        return '';
    const graph = statusGraph(plan, state);
    return (0,mermaid/* isDrawn */.tl)(graph) ? (0,markdown/* codeBlock */.DV)(graph, 'mermaid') : '';
}
function reportMarkdown(plan, state) {
    const report = trainReport(plan, state);
    const count = plan.components.filter(({ id }) => (0,machine_state/* isReleased */.OZ)((0,machine_state/* componentOf */.D5)(state, id).status)).length;
    const sections = [
        `## ${ICONS[state.status]} ${(0,markdown/* escapeMarkdown */.FV)(plan.name)}: ${state.status}, ${count} of ${plan.components.length} released`,
        `Train ${(0,markdown/* code */.aY)(state.trainId)}${plan.environment ? ` to ${(0,markdown/* escapeMarkdown */.FV)(plan.environment)}` : ''} took ${(0,duration/* formatDuration */.a)(report.durationSeconds * 1_000)}${state.resumed > 0 ? `, resumed ${state.resumed === 1 ? 'once' : `${state.resumed} times`}` : ''}.`,
        nextSteps(plan, state),
        componentTable(plan, state),
        outputsTable(plan, state),
        graphSection(plan, state),
        timeline(plan, state),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
function nextSteps(plan, state) {
    if (state.status === 'succeeded' || state.status === 'running')
        return '';
    const failures = plan.components.filter(({ id }) => {
        const { status } = (0,machine_state/* componentOf */.D5)(state, id);
        return (0,machine_state/* isFailure */.N6)(status) || status === 'rollback-failed';
    });
    const causes = failures.map(({ id }) => {
        const { status, reason, dispatch } = (0,machine_state/* componentOf */.D5)(state, id);
        const where = dispatch?.run ? ` ${(0,markdown/* link */.nf)('Its run', dispatch.run.url)}.` : '';
        return `- ${ICONS[status]} **${(0,markdown/* code */.aY)(id)}** ${status}: ${(0,markdown/* escapeMarkdown */.FV)(reason ?? '')}${where}`;
    });
    const steps = [
        ...(state.reason ? [(0,markdown/* escapeMarkdown */.FV)(state.reason)] : []),
        ...(causes.length > 0 ? [causes.join('\n')] : []),
        ...restoredLines(plan, state),
        (0,markdown/* escapeMarkdown */.FV)((0,advice/* howToGoOn */.T)(plan, state)),
    ];
    return steps.join('\n\n');
}
function componentTable(plan, state) {
    const rows = plan.components.map((planned) => {
        const component = (0,machine_state/* componentOf */.D5)(state, planned.id);
        const { dispatch, finishedAt, reason } = component;
        const run = dispatch?.run;
        const took = dispatch && finishedAt ? (0,duration/* formatDuration */.a)(finishedAt - dispatch.intendedAt) : '';
        return [
            `${ICONS[component.status]} ${component.status}`,
            (0,markdown/* code */.aY)(planned.id),
            versionStep(planned),
            run ? (0,markdown/* link */.nf)(`${planned.repository}#${run.id}`, run.url) : (0,markdown/* escapeMarkdown */.FV)(planned.repository),
            took,
            (0,markdown/* escapeMarkdown */.FV)(reason ?? ''),
        ];
    });
    return (0,markdown/* table */.tp)(['Status', 'Component', 'Version', 'Run', 'Took', ''], rows);
}
const MOST_OUTPUTS = 100;
function outputsTable(plan, state) {
    const rows = plan.components.flatMap(({ id }) => Object.entries((0,machine_state/* componentOf */.D5)(state, id).outputs ?? {}).map(([key, value]) => [
        (0,markdown/* code */.aY)(id),
        (0,markdown/* code */.aY)(key),
        (0,markdown/* code */.aY)(shortened(value)),
    ]));
    if (rows.length === 0)
        return '';
    const shown = (0,markdown/* table */.tp)(['Component', 'Output', 'Value'], rows.slice(0, MOST_OUTPUTS));
    const more = rows.length > MOST_OUTPUTS ? `\n\n${rows.length - MOST_OUTPUTS} more in the report's JSON.` : '';
    return `<details><summary>What was handed on</summary>\n\n${shown}${more}\n</details>`;
}
function shortened(value) {
    return value.length > 200 ? `${value.slice(0, 199)}…` : value;
}
function versionStep({ version, previousVersion }) {
    if (version === undefined)
        return '';
    return previousVersion === undefined ? (0,markdown/* code */.aY)(version) : `${(0,markdown/* code */.aY)(previousVersion)} → ${(0,markdown/* code */.aY)(version)}`;
}
function statusGraph(plan, state) {
    return (0,mermaid/* mermaid */.a4)(plan.components.map(({ id, needs, version }) => {
        const { status } = (0,machine_state/* componentOf */.D5)(state, id);
        return { id, needs, status, lines: version === undefined ? [id, status] : [id, `${version} ${status}`] };
    }));
}
const BAR = 40;
function timeline(plan, state) {
    const flown = plan.components.flatMap(({ id }) => {
        const { dispatch, concludedAt, finishedAt } = (0,machine_state/* componentOf */.D5)(state, id);
        return dispatch ? [{ id, from: dispatch.intendedAt, run: concludedAt, to: finishedAt ?? state.updatedAt }] : [];
    });
    if (flown.length === 0 || flown.length > mermaid/* LARGEST_GRAPH */.ew)
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
        return `${id.padEnd(width)} ${bar.padEnd(BAR)} ${(0,duration/* formatDuration */.a)(from - start)} + ${(0,duration/* formatDuration */.a)(to - from)}`;
    });
    return (0,markdown/* codeBlock */.DV)(['█ run, ░ gates', ...bars].join('\n'), 'text');
}


/***/ })

};
