export const id = 8385;
export const ids = [8385, 2507];
export const modules = {

/***/ 8385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ graphAlone),
  o: () => (/* binding */ graphSection)
});

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/train/graph.js
var train_graph = __webpack_require__(22556);
;// CONCATENATED MODULE: ./build/src/train/views/graph-layout.js

const SPACING = { node: 16, rank: 32, padding: 6 };
const LETTER = 9.6;
const LINE = 24;
const WIDEST = 1_300;
const HIGHEST = 3_200;
const PASSING = 45;
const WORST_PASSING = 85;
function layoutOf(boxes) {
    const graph = { sizes: new Map(boxes.map((box) => [box.id, sizeOf(box)])), arrows: arrowsOf(boxes) };
    const waves = (0,train_graph/* wavesOf */.gt)(boxes);
    const across = sideways(waves, graph);
    if (graph.arrows.length > 0 && isNarrow(across) && across.height <= HIGHEST)
        return across;
    return [stacked(rowsOf(waves, graph), graph), stacked(packedRows(waves.flat(), graph), graph)].find(isNarrow);
}
function isNarrow({ width }) {
    return width <= WIDEST;
}
function sideways(waves, { sizes, arrows }) {
    const sized = waves.map((wave) => wave.map((id) => sizes.get(id) ?? sizeOf()));
    return {
        ...{ direction: 'LR', arrows, ties: [] },
        width: sum(sized.map((wave) => Math.max(...wave.map(({ width }) => width)) + SPACING.rank)),
        height: Math.max(0, ...sized.map((wave) => sum(wave.map(({ height }) => height + SPACING.node)))),
    };
}
function stacked(rows, { sizes, arrows }) {
    const place = new Map(rows.flatMap((row, index) => row.map((id) => [id, index])));
    const at = (id) => place.get(id) ?? 0;
    const widths = rows.map((row) => sum(row.map((id) => (sizes.get(id)?.width ?? 0) + SPACING.node)));
    const passing = rows.map((_, index) => arrows.filter(([from, to]) => at(from) < index && at(to) > index).length);
    const heights = rows.map((row) => Math.max(...row.map((id) => sizes.get(id)?.height ?? 0)) + SPACING.rank);
    return {
        ...{ direction: 'TB', arrows, ties: tiesOf(rows, arrows) },
        width: Math.max(0, ...widths) + Math.max(0, ...passing) * WORST_PASSING,
        height: sum(heights),
    };
}
function arrowsOf(boxes) {
    const ids = new Set(boxes.map(({ id }) => id));
    return boxes.flatMap(({ id, needs }) => {
        const own = [...new Set(needs)].filter((need) => ids.has(need) && need !== id);
        const implied = new Set(own.flatMap((need) => [...(0,train_graph/* withNeeds */.Y)(boxes, [need])].filter((further) => further !== need)));
        return own.filter((need) => !implied.has(need)).map((need) => [need, id]);
    });
}
function sizeOf({ lines } = { lines: [] }) {
    const longest = Math.max(1, ...lines.map((line) => [...line].length));
    return { width: longest * LETTER + 4 * SPACING.padding, height: lines.length * LINE + 2 * SPACING.padding };
}
function rowsOf(waves, graph) {
    const open = new Set();
    return waves.flatMap((wave) => {
        const rows = fill(wave, open, graph);
        for (const id of wave)
            open.add(id);
        return rows;
    });
}
function fill(ids, before, { sizes, arrows }) {
    const rows = [];
    const above = new Set(before);
    let row = [];
    let width = passingWidth(above, arrows);
    for (const id of ids) {
        const incoming = arrows.filter(([from, to]) => to === id && above.has(from)).length;
        const own = (sizes.get(id)?.width ?? 0) + SPACING.node - incoming * PASSING;
        if (row.length > 0 && width + own > WIDEST) {
            rows.push(row);
            for (const other of row)
                above.add(other);
            row = [];
            width = passingWidth(new Set([...above]), arrows);
        }
        row.push(id);
        width += own;
    }
    return row.length > 0 ? [...rows, row] : rows;
}
function passingWidth(above, arrows) {
    return arrows.filter(([from, to]) => above.has(from) && !above.has(to)).length * PASSING;
}
function packedRows(ids, { sizes, arrows }) {
    const rows = [];
    const above = new Set();
    const into = (id) => arrows.filter(([, to]) => to === id);
    while (above.size < ids.length) {
        const ready = ids.filter((id) => !above.has(id) && into(id).every(([from]) => above.has(from)));
        const ends = ready.map((id) => ({ id, gain: into(id).length - arrows.filter(([from]) => from === id).length }));
        ends.sort((a, b) => b.gain - a.gain);
        const row = [];
        let width = passingWidth(above, arrows);
        for (const { id } of ends) {
            const own = (sizes.get(id)?.width ?? 0) + SPACING.node - into(id).length * PASSING;
            if (row.length > 0 && width + own > WIDEST)
                continue;
            row.push(id);
            width += own;
        }
        rows.push(row);
        for (const id of row)
            above.add(id);
    }
    return rows;
}
function tiesOf(rows, arrows) {
    const into = new Map();
    for (const [from, to] of arrows)
        into.set(to, (into.get(to) ?? new Set()).add(from));
    return rows.slice(1).flatMap((row, index) => {
        const above = rows[index] ?? [];
        return row.flatMap((id, column) => {
            if (above.some((other) => into.get(id)?.has(other)))
                return [];
            const over = above[Math.min(above.length - 1, Math.floor((column * above.length) / row.length))];
            return over === undefined ? [] : [[over, id]];
        });
    });
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}

;// CONCATENATED MODULE: ./build/src/train/views/mermaid.js

const LOOKS = {
    waiting: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
    active: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#044f1e',
    failed: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
    culprit: 'fill:#fff8c5,stroke:#cf222e,color:#82071e,stroke-width:4px',
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
const LARGEST_GRAPH = 100;
const LONGEST_LINE = 80;
const WIDEST_LINE = 18;
const MOST_EDGES = 500;
const MOST_CHARACTERS = 50_000;
function isDrawn(graph) {
    return graph.length <= MOST_CHARACTERS && graph.split(' --> ').length - 1 <= MOST_EDGES;
}
function mermaid(given) {
    const nodes = given.map((node) => ({ ...node, lines: node.lines.flatMap(wrapped) }));
    const names = new Map(nodes.map(({ id }, index) => [id, `c${index}`]));
    const layout = layoutOf(nodes);
    if (!layout)
        return undefined;
    const { direction, arrows, ties } = layout;
    const boxes = nodes.map(({ id, lines }) => `  ${names.get(id)}["${lines.map(label).join('<br/>')}"]`);
    const drawn = (pairs, arrow) => pairs.map(([from, to]) => `  ${names.get(from)} ${arrow} ${names.get(to)}`);
    return [
        `%%{init: {"flowchart": {"nodeSpacing": ${SPACING.node}, "rankSpacing": ${SPACING.rank}, "padding": ${SPACING.padding}}}}%%`,
        `flowchart ${direction}`,
        ...boxes,
        ...drawn(arrows, '-->'),
        ...drawn(ties, '~~~'),
        ...classes(nodes, names),
    ].join('\n');
}
function wrapped(line) {
    const parts = [];
    let rest = [...line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')];
    if (rest.length > LONGEST_LINE)
        rest = [...rest.slice(0, LONGEST_LINE - 1), '…'];
    while (rest.length > WIDEST_LINE) {
        const at = rest.slice(0, WIDEST_LINE).findLastIndex((sign) => '-/ _.'.includes(sign)) + 1;
        parts.push(rest.splice(0, at >= WIDEST_LINE / 3 ? at : WIDEST_LINE).join(''));
    }
    return [...parts, rest.join('')];
}
function classes(nodes, names) {
    const members = new Map();
    for (const { id, status, isCulprit } of nodes) {
        if (status === undefined)
            continue;
        const look = isCulprit ? 'culprit' : LOOK_OF_STATUS[status];
        members.set(look, [...(members.get(look) ?? []), names.get(id) ?? '']);
    }
    return [...members].flatMap(([look, ids]) => [
        `  classDef ${look} ${LOOKS[look]}`,
        `  class ${ids.join(',')} ${look}`,
    ]);
}
function label(text) {
    return [...text]
        .map((sign) => (/[\p{L}\p{M}\p{N} .,:/@+→…·_-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
        .join('');
}

// EXTERNAL MODULE: ./build/src/train/views/status-words.js
var status_words = __webpack_require__(95395);
;// CONCATENATED MODULE: ./build/src/train/views/graph-section.js





const MOST_NAMES = 40;
const MOST_WAVES = 100;
function graphSection(nodes) {
    if (nodes.length > LARGEST_GRAPH)
        return waveTable(nodes, `a picture of ${nodes.length} components could not be read (at most ${LARGEST_GRAPH} are drawn)`);
    const graph = mermaid(nodes);
    if (graph === undefined)
        return waveTable(nodes, 'in a picture of it the text would be too small to read');
    if (!isDrawn(graph))
        return waveTable(nodes, 'GitHub draws at most 500 arrows in 50,000 characters');
    return (0,markdown/* codeBlock */.DV)(graph, 'mermaid');
}
function graphAlone(nodes) {
    const graph = nodes.length > LARGEST_GRAPH ? undefined : mermaid(nodes);
    return graph !== undefined && isDrawn(graph) ? (0,markdown/* codeBlock */.DV)(graph, 'mermaid') : '';
}
function waveTable(nodes, because) {
    const statuses = new Map(nodes.map(({ id, status }) => [id, status]));
    const named = (id) => {
        const status = statuses.get(id);
        return status === undefined ? (0,markdown/* code */.aY)(id) : `${(0,status_words/* iconOf */.ZG)(status)}\u00a0${(0,markdown/* code */.aY)(id)}`;
    };
    const waves = (0,train_graph/* wavesOf */.gt)(nodes);
    const rows = waves
        .slice(0, MOST_WAVES)
        .map((wave, index) => [String(index + 1), String(wave.length), (0,wording/* listed */.KE)(wave.map(named), 'and', MOST_NAMES)]);
    const more = waves.length > MOST_WAVES ? `\n\nAnd ${waves.length - MOST_WAVES} more waves.` : '';
    return `The graph is left out: ${because}. By wave:\n\n${(0,markdown/* table */.tp)(['Wave', 'Count', 'Components'], rows)}${more}`;
}


/***/ }),

/***/ 95395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   ZG: () => (/* binding */ iconOf),
/* harmony export */   qo: () => (/* binding */ clockTime)
/* harmony export */ });
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
function iconOf(status) {
    return ICONS[status];
}
function wordsOf(status) {
    return status.replaceAll('-', ' ');
}
function clockTime(at, { day = false } = {}) {
    const text = new Date(at).toISOString();
    return `${day ? `${text.slice(0, 10)} ` : ''}${text.slice(11, 19)} UTC`;
}
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
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

/***/ 80211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ reportMarkdown)
});

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/train/machine/failures.js
var failures = __webpack_require__(28567);
// EXTERNAL MODULE: ./build/src/train/machine/state.js
var machine_state = __webpack_require__(44867);
// EXTERNAL MODULE: ./build/src/train/views/graph-section.js + 2 modules
var graph_section = __webpack_require__(8385);
;// CONCATENATED MODULE: ./build/src/train/views/outputs-table.js


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

// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/train/machine/advice.js
var machine_advice = __webpack_require__(71348);
;// CONCATENATED MODULE: ./build/src/train/views/standing.js



const MOST_NAMES = 6;
function standing(plan, state) {
    const of = (wanted) => plan.components.filter(({ id }) => standingOf(state, id) === wanted);
    const told = (components, version) => (0,wording/* listed */.KE)(components.map((component) => (0,markdown/* code */.aY)([component.id, version(component)].filter(Boolean).join(' '))), 'and', MOST_NAMES);
    const [now, before, unknown] = [of('new'), of('before'), of('unknown')];
    const parts = [
        ...(now.length > 0 ? [`the new version of ${told(now, ({ version }) => version)}`] : []),
        ...(before.length > 0 ? [`as before ${told(before, ({ previousVersion }) => previousVersion)}`] : []),
        ...(unknown.length > 0 ? [`**not known, look:** ${told(unknown, ({ version }) => version)}`] : []),
    ];
    return `${parts.join('; ')}.`;
}
function standingOf(state, id) {
    const { status, dispatch } = (0,machine_state/* componentOf */.D5)(state, id);
    if ((0,machine_state/* isReleased */.OZ)(status))
        return 'new';
    if (status === 'rolled-back')
        return 'before';
    if ((0,machine_state/* isOpen */.nT)(state) && (0,machine_state/* isInFlight */.wn)(status))
        return 'under way';
    if (status === 'rollback-failed' || status === 'rolling-back')
        return 'unknown';
    const isTouched = dispatch !== undefined && (dispatch.sentAt !== undefined || dispatch.run !== undefined);
    return isTouched ? 'unknown' : 'before';
}

// EXTERNAL MODULE: ./build/src/train/views/status-words.js
var status_words = __webpack_require__(95395);
;// CONCATENATED MODULE: ./build/src/train/views/report-facts.js








const MOST_FAILURES = 10;
const report_facts_MOST_NAMES = 12;
function ownFailures(plan, state) {
    return (0,failures/* failuresOf */.d)(plan, state).filter(({ component: { status, dispatch } }) => status !== 'cancelled' || dispatch?.cancel?.because !== 'caller');
}
function factList(plan, state) {
    return facts(plan, state)
        .map((fact) => `- ${fact}`)
        .join('\n');
}
function facts(plan, state) {
    const failures = ownFailures(plan, state);
    const [first] = failures;
    const isOver = !(0,machine_state/* isOpen */.nT)(state);
    return [
        ...failureFact(failures),
        ...(first
            ? [
                `**Since:** ${(0,status_words/* clockTime */.qo)(first.at, { day: true })}, ${(0,duration/* formatDuration */.a)(first.at - state.startedAt)} after the train began.`,
            ]
            : []),
        ...(state.reason && (state.status === 'parked' || state.status === 'cancelled')
            ? [`**Why:** ${(0,markdown/* escapeMarkdown */.FV)(state.reason)}`]
            : []),
        ...cancelFact(plan, state),
        ...(isOver ? [] : goingOn(plan, state)),
        ...(state.status === 'succeeded'
            ? []
            : [`**${plan.environment === undefined ? 'Served' : 'Running'} now:** ${standing(plan, state)}`]),
        ...unproven(plan, state),
        ...adviceFact(plan, state),
        `**Train:** ${(0,markdown/* code */.aY)(state.trainId)} ${report_facts_duration(state)}${state.resumed > 0 ? `, resumed ${state.resumed === 1 ? 'once' : `${state.resumed} times`}` : ''}.`,
    ];
}
function failureFact(failures) {
    const told = failures.slice(0, MOST_FAILURES).map(failureText);
    if (failures.length > MOST_FAILURES)
        told.push(`and ${failures.length - MOST_FAILURES} more, see below`);
    if (told.length < 2)
        return told.map((one) => `**Failed:** ${one}`);
    return [`**Failed:**\n${told.map((one) => `  - ${one}`).join('\n')}`];
}
function failureText({ id, component, at }) {
    const { status, reason = '', dispatch, rollback } = component;
    const run = status === 'rollback-failed' ? (rollback?.run ?? dispatch?.run) : dispatch?.run;
    const where = run ? ` (${(0,markdown/* link */.nf)('its run', run.url)})` : '';
    const said = (0,failures/* hasFailed */.W)(component)
        ? `${FAILED[status] ?? 'failed'} at ${(0,status_words/* clockTime */.qo)(at)}`
        : `could not be rolled back at ${(0,status_words/* clockTime */.qo)(at)}`;
    const since = (0,failures/* hasFailed */.W)(component) ? (SINCE[status] ?? '') : '';
    return `${(0,status_words/* iconOf */.ZG)(status)} **${(0,markdown/* code */.aY)(id)}** ${said}${since}${where}: ${(0,markdown/* escapeMarkdown */.FV)(reason)}`;
}
const FAILED = { 'timed-out': 'timed out', cancelled: 'was cancelled' };
const SINCE = {
    'rolling-back': ' and is being rolled back',
    'rolled-back': ' and was rolled back',
    'rollback-failed': ', and so did its rollback',
};
function cancelFact(plan, state) {
    const asked = plan.components.flatMap(({ id }) => {
        const { dispatch } = (0,machine_state/* componentOf */.D5)(state, id);
        return dispatch?.cancel ? [dispatch.run ? (0,markdown/* link */.nf)(id, dispatch.run.url) : (0,markdown/* code */.aY)(id)] : [];
    });
    return asked.length === 0 ? [] : [`**Asked to end:** the runs of ${(0,wording/* listed */.KE)(asked, 'and', report_facts_MOST_NAMES)}.`];
}
function goingOn(plan, state) {
    const names = (components) => (0,wording/* listed */.KE)(components.map(({ id }) => (0,markdown/* code */.aY)(id)), 'and', report_facts_MOST_NAMES);
    const statusOf = (id) => (0,machine_state/* componentOf */.D5)(state, id).status;
    const moving = plan.components.filter(({ id }) => (0,machine_state/* isInFlight */.wn)(statusOf(id)) || statusOf(id) === 'rolling-back');
    const isMoving = new Set(moving.map(({ id }) => id));
    const next = plan.components.filter(({ id, needs }) => statusOf(id) === 'pending' && needs.every((need) => (0,machine_state/* isReleased */.OZ)(statusOf(need)) || isMoving.has(need)));
    const until = state.parkedUntil === undefined ? '' : ` Nothing happens before ${(0,status_words/* clockTime */.qo)(state.parkedUntil, { day: true })}.`;
    return [
        ...(moving.length > 0 ? [`**Under way:** ${names(moving)}.`] : []),
        ...(next.length > 0 ? [`**Next:** ${names(next)}.`] : []),
        ...(state.status === 'running'
            ? [
                `**Goes on:** with the hint of a run that ends, with the next sweep, or when it is run with \`train-id: ${state.trainId}\`.${until}`,
            ]
            : until === ''
                ? []
                : [until.trim()]),
    ];
}
function unproven(plan, state) {
    if ((0,machine_state/* isOpen */.nT)(state))
        return [];
    const ids = plan.components
        .filter(({ id }) => (0,machine_state/* componentOf */.D5)(state, id).status === 'verifying')
        .map(({ id }) => (0,markdown/* code */.aY)(id));
    if (ids.length === 0)
        return [];
    const [verb, may] = plan.environment === undefined ? ['released', 'served'] : ['deployed', 'running'];
    return [
        `**May be ${may}:** ${(0,wording/* listed */.KE)(ids, 'and', report_facts_MOST_NAMES)}: the run that ${verb} it succeeded, and nobody looked whether the new version is ${may}. Look, or resume the train, which does.`,
    ];
}
function adviceFact(plan, state) {
    const advice = (0,machine_advice/* howToGoOn */.T)(plan, state);
    return advice === '' ? [] : [`**What to do:** ${(0,markdown/* escapeMarkdown */.FV)(advice)}`];
}
function report_facts_duration(state) {
    const span = (0,duration/* formatDuration */.a)(Math.round((state.updatedAt - state.startedAt) / 1_000) * 1_000);
    return (0,machine_state/* isOpen */.nT)(state) ? `has been under way for ${span}` : `took ${span}`;
}

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

;// CONCATENATED MODULE: ./build/src/train/views/timeline.js





const BAR = 40;
const WIDEST_NAME = 30;
const MOST_BARS = 100;
function timeline(plan, state) {
    const bars = plan.components.flatMap(({ id }) => barOf(id, (0,machine_state/* componentOf */.D5)(state, id)));
    if (bars.length === 0)
        return '';
    const shown = bars.slice(0, MOST_BARS);
    const start = Math.min(...shown.map(({ from }) => from));
    const end = Math.max(start + 1_000, ...shown.map((bar) => lastOf(bar) ?? state.updatedAt));
    const width = Math.min(WIDEST_NAME, Math.max(...shown.map(({ id }) => id.length)));
    const column = (at) => Math.min(BAR, Math.max(0, Math.round(((at - start) / (end - start)) * BAR)));
    const lines = shown.map((bar) => {
        const { component, from } = bar;
        const until = lastOf(bar);
        const took = (0,duration/* formatDuration */.a)((until ?? state.updatedAt) - from);
        return `${named(bar.id, width)} ${drawn(bar, { column, now: state.updatedAt })} ${(0,status_words/* wordsOf */.Z9)(component.status)}, ${took}${until === undefined ? ' so far' : ''}`;
    });
    const more = bars.length > MOST_BARS ? [`and ${bars.length - MOST_BARS} more`] : [];
    return (0,markdown/* codeBlock */.DV)([...axis({ start, end, width }), ...lines, ...more, '', legend(shown)].join('\n'), 'text');
}
function barOf(id, component) {
    const { dispatch, rollback, concludedAt, finishedAt, status, since } = component;
    if (!dispatch)
        return [];
    const back = rollback && { from: rollback.intendedAt, ended: status === 'rolling-back' ? undefined : since };
    const ended = (0,machine_state/* isTerminal */.Hd)(status) || back ? finishedAt : undefined;
    return [{ id, from: dispatch.intendedAt, concluded: concludedAt, ended, ...(back && { rollback: back }), component }];
}
function lastOf({ ended, rollback }) {
    return rollback ? rollback.ended : ended;
}
function drawn({ from, concluded, ended, rollback, component }, { column, now }) {
    const cells = Array.from({ length: BAR + 1 }, () => ' ');
    const paint = (sign, begin, end) => {
        for (let at = begin; at < Math.max(begin + 1, end); at += 1)
            cells[at] = sign;
    };
    const to = ended ?? rollback?.from ?? now;
    paint('█', column(from), column(concluded ?? to));
    if (concluded !== undefined && column(to) > column(concluded))
        paint('░', Math.max(column(from) + 1, column(concluded)), column(to));
    const last = Math.max(column(from) + 1, column(to));
    if (rollback) {
        cells[last] = (0,failures/* hasFailed */.W)(component) ? '✗' : '✓';
        paint('◀', Math.max(last + 1, column(rollback.from)), column(rollback.ended ?? now));
        if (component.status === 'rollback-failed')
            cells[Math.min(BAR, Math.max(last + 2, column(rollback.ended ?? now)))] = '✗';
        return cells.join('');
    }
    cells[Math.min(BAR, last)] = ended === undefined ? '▸' : (0,failures/* hasFailed */.W)(component) ? '✗' : '✓';
    return cells.slice(0, BAR + 1).join('');
}
function axis({ start, end, width }) {
    const [left, right] = [(0,status_words/* clockTime */.qo)(start), `+${(0,duration/* formatDuration */.a)(end - start)}`];
    const blank = ' '.repeat(width + 1);
    return [
        `${blank}${left}${right.padStart(BAR + 1 - left.length)}`,
        `${blank}├${'─'.repeat(BAR / 2 - 1)}┼${'─'.repeat(BAR / 2 - 1)}┤`,
    ];
}
function legend(bars) {
    const has = (test) => bars.some(test);
    return [
        '█ run',
        '░ waits to be served and healthy',
        ...(has(({ rollback }) => rollback !== undefined) ? ['◀ rollback'] : []),
        ...(has((bar) => lastOf(bar) !== undefined) ? ['✓ succeeded', '✗ failed'] : []),
        ...(has((bar) => lastOf(bar) === undefined) ? ['▸ not over'] : []),
    ].join('   ');
}
function named(id, width) {
    return (id.length > width ? `${id.slice(0, width - 1)}…` : id).padEnd(width);
}

;// CONCATENATED MODULE: ./build/src/train/views/report-markdown.js










function reportMarkdown(plan, state) {
    const sections = [
        `## ${(0,status_words/* iconOf */.ZG)(state.status)} ${headline(plan, state)}`,
        factList(plan, state),
        ...restoredLines(plan, state),
        componentTable(plan, state),
        outputsTable(plan, state),
        (0,graph_section/* graphSection */.o)(statusNodes(plan, state)),
        timeline(plan, state),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
const ENDS = {
    running: 'is under way',
    parked: 'is parked',
    succeeded: 'succeeded',
    failed: 'failed',
    cancelled: 'was cancelled',
    'rolled-back': 'failed and was rolled back',
    'rollback-failed': 'failed, and so did its rollback',
};
function headline(plan, state) {
    const { name, environment, components } = plan;
    const what = environment === undefined ? `Release of ${name}` : `Deployment of ${name} to ${environment}`;
    const count = (test) => components.filter(({ id }) => test((0,machine_state/* componentOf */.D5)(state, id))).length;
    const done = count(({ status }) => (0,machine_state/* isReleased */.OZ)(status));
    const parts = [
        `${done} of ${components.length} ${environment === undefined ? 'released' : 'deployed'}`,
        ...counted(ownFailures(plan, state).length, 'failed'),
        ...counted(count(({ status, dispatch }) => status === 'cancelled' && dispatch?.cancel?.because === 'caller'), 'cancelled'),
        ...counted(count(({ status }) => status === 'rolled-back'), 'rolled back'),
        ...counted(count(({ status }) => (0,machine_state/* isInFlight */.wn)(status) || status === 'rolling-back'), (0,machine_state/* isOpen */.nT)(state) ? 'under way' : 'not followed to the end'),
        ...counted(count(({ status }) => status === 'pending' || status === 'blocked'), 'not started'),
    ];
    return `${(0,markdown/* escapeMarkdown */.FV)(what)} ${ENDS[state.status]}: ${parts.join(', ')}`;
}
function counted(number, what) {
    return number === 0 ? [] : [`${number} ${what}`];
}
function componentTable(plan, state) {
    const rows = plan.components.map((planned) => {
        const component = (0,machine_state/* componentOf */.D5)(state, planned.id);
        const { dispatch, reason } = component;
        const run = dispatch?.run;
        return [
            (0,status_words/* unbroken */.D_)(`${(0,status_words/* iconOf */.ZG)(component.status)} ${(0,status_words/* wordsOf */.Z9)(component.status)}`),
            (0,markdown/* code */.aY)(planned.id),
            versionStep(planned),
            run ? (0,markdown/* link */.nf)(`#${run.attempt > 1 ? `${run.id}.${run.attempt}` : run.id}`, run.url) : '',
            (0,status_words/* unbroken */.D_)(took(component, state)),
            (0,markdown/* escapeMarkdown */.FV)(reason ?? ''),
        ];
    });
    return (0,markdown/* table */.tp)(['Status', 'Component', 'Version', 'Run', 'Took', 'Why'], rows);
}
function took({ dispatch, finishedAt }, state) {
    if (!dispatch)
        return '';
    if (finishedAt !== undefined)
        return (0,duration/* formatDuration */.a)(finishedAt - dispatch.intendedAt);
    return `${(0,duration/* formatDuration */.a)(state.updatedAt - dispatch.intendedAt)} so far`;
}
function versionStep({ version, previousVersion }) {
    if (version === undefined)
        return '';
    return previousVersion === undefined ? (0,markdown/* code */.aY)(version) : `${(0,markdown/* code */.aY)(previousVersion)}\u00a0→\u00a0${(0,markdown/* code */.aY)(version)}`;
}
function statusNodes(plan, state) {
    return plan.components.map(({ id, needs, version }) => {
        const component = (0,machine_state/* componentOf */.D5)(state, id);
        const { status } = component;
        const isCulprit = (0,failures/* hasFailed */.W)(component) && (status === 'rolled-back' || status === 'rolling-back');
        const said = `${isCulprit ? 'failed, ' : ''}${(0,status_words/* wordsOf */.Z9)(status)}`;
        return { id, needs, status, isCulprit, lines: [id, version === undefined ? said : `${version} ${said}`] };
    });
}


/***/ })

};
