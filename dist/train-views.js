export const id = 94;
export const ids = [94];
export const modules = {

/***/ 69486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ mermaid)
/* harmony export */ });
/** Fill, border and text of a status; each pair is readable on GitHub's light and dark pages. */
const LOOKS = {
    waiting: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
    active: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#044f1e',
    failed: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
    stopped: 'fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
};
const LOOK_OF_STATUS = new Map([
    ['pending', 'waiting'],
    ['dispatching', 'active'],
    ['running', 'active'],
    ['verifying', 'active'],
    ['succeeded', 'succeeded'],
    ['skipped', 'succeeded'],
    ['failed', 'failed'],
    ['timed-out', 'failed'],
    ['rollback-failed', 'failed'],
    ['blocked', 'stopped'],
    ['cancelled', 'stopped'],
    ['rolling-back', 'stopped'],
    ['rolled-back', 'stopped'],
]);
const LONGEST_LINE = 80;
/**
 * A Mermaid flowchart of who needs whom, coloured where a status is given. Ids are generated and labels are quoted and
 * escaped, so that no text can break out of its box, of the graph, or of a fenced block around it.
 */
function mermaid(nodes) {
    const names = new Map(nodes.map(({ id }, index) => [id, `c${index}`]));
    const boxes = nodes.map(({ id, lines }) => `  ${names.get(id)}["${lines.map(label).join('<br/>')}"]`);
    const arrows = nodes.flatMap(({ id, needs }) => needs.filter((need) => names.has(need)).map((need) => `  ${names.get(need)} --> ${names.get(id)}`));
    return ['flowchart LR', ...boxes, ...arrows, ...classes(nodes, names)].join('\n');
}
function classes(nodes, names) {
    const members = new Map();
    for (const { id, status } of nodes) {
        const look = LOOK_OF_STATUS.get(status ?? '');
        if (look)
            members.set(look, [...(members.get(look) ?? []), names.get(id) ?? '']);
    }
    return [...members].flatMap(([look, ids]) => [
        `  classDef ${look} ${LOOKS[look]}`,
        `  class ${ids.join(',')} ${look}`,
    ]);
}
/** Everything but letters, digits and a few harmless signs as Mermaid's character codes: `#` and the code point and `;`. */
function label(text) {
    const flat = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')];
    const shown = flat.length > LONGEST_LINE ? [...flat.slice(0, LONGEST_LINE - 1), '…'] : flat;
    return shown
        .map((sign) => (/[\p{L}\p{M}\p{N} .,:/@+→…·_-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
        .join('');
}


/***/ }),

/***/ 60094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   g5: () => (/* binding */ foldedPlan)
/* harmony export */ });
/* unused harmony export planGraph */
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96292);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69486);


/** GitHub draws larger graphs slowly, or not at all. */
const LARGEST_GRAPH = 200;
const MOST_ROWS = 1_000;
const MOST_NAMES = 50;
/** What the person who approves a train wants to know: what is released, from which version to which, in what order. */
function planMarkdown(plan, { leftOut = [], warnings = [], } = {}) {
    const sections = [
        `## Plan: ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(plan.name)}`,
        summary(plan),
        warnings.map(({ message }) => `> ⚠️ ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(message)}`).join('\n>\n'),
        planTable(plan),
        graphSection(plan),
        leftOut.length > 0 ? `Not part of this plan: ${names(leftOut)}.` : '',
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
/** The plan, folded: who reads the summary of a train wants to know first what became of it. */
function foldedPlan(plan) {
    return `<details><summary>The plan of this train</summary>\n\n${planMarkdown(plan)}\n</details>`;
}
/** The plan's graph: a box per component with its version, or its repository where it has none. */
function planGraph(plan) {
    return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaid */ .a)(plan.components.map((component) => ({ ...component, lines: [component.id, versionStep(component)] })));
}
function summary(plan) {
    const repositories = new Set(plan.components.map(({ repository }) => repository.toLowerCase())).size;
    const parts = [
        `${count(plan.components.length, 'component')} in ${count(repositories, 'repository', 'repositories')}`,
        count(plan.waves.length, 'wave'),
        `strategy ${plan.strategy}`,
        ...(plan.maxParallel === undefined
            ? []
            : [plan.maxParallel === 1 ? 'one at a time' : `at most ${plan.maxParallel} at once`]),
        ...(plan.environment === undefined ? [] : [`environment ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(plan.environment)}`]),
        plan.onFailure === 'halt' ? 'a failure halts the train' : 'after a failure, what does not depend on it goes on',
        ...(plan.rollback ? ['a failure rolls back what was deployed'] : []),
    ];
    const canary = plan.canary
        ? `\n\nFirst ${names(plan.canary.components)}, with what they need; the rest once they stayed healthy.`
        : '';
    return `${parts.join(' · ')}${canary}`;
}
function planTable({ components, waves }) {
    const waveOf = new Map(waves.flatMap((wave, index) => wave.map((id) => [id, index + 1])));
    const rows = components
        .slice(0, MOST_ROWS)
        .map((component) => [
        String(waveOf.get(component.id) ?? ''),
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(component.id),
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(component.repository),
        component.previousVersion === undefined ? '' : (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(component.previousVersion),
        component.version === undefined ? '' : `${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(component.version)}${requested(component)}`,
        names(component.needs),
    ]);
    const more = components.length - rows.length;
    const shown = (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Wave', 'Component', 'Repository', 'From', 'To', 'Needs'], rows);
    return more > 0 ? `${shown}\n\n${count(more, 'more component')} in the plan's JSON.` : shown;
}
function requested({ requestedVersion }) {
    return requestedVersion === undefined ? '' : ` (${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(requestedVersion)})`;
}
function graphSection(plan) {
    if (plan.components.length > LARGEST_GRAPH)
        return `The graph is left out: it is drawn for at most ${LARGEST_GRAPH} components.`;
    return (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(planGraph(plan), 'mermaid');
}
function versionStep({ version, previousVersion, requestedVersion, repository }) {
    if (version === undefined)
        return repository;
    const to = requestedVersion ?? version;
    return previousVersion === undefined ? to : `${previousVersion} → ${to}`;
}
function names(ids) {
    const shown = ids.slice(0, MOST_NAMES).map(_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY).join(', ');
    return ids.length > MOST_NAMES ? `${shown} and ${ids.length - MOST_NAMES} more` : shown;
}
function count(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}


/***/ })

};
