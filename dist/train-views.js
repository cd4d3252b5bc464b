export const id = 3598;
export const ids = [3598];
export const modules = {

/***/ 7633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ approved),
/* harmony export */   w: () => (/* binding */ verifySavedPlan)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _train_plan_plan_differences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4658);
/* harmony import */ var _plan_train_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1157);



/** The plan, where it is the one that somebody has looked at, or where nobody had to. Throws a UserError otherwise. */
function approved(planned, wanted) {
    if (wanted === undefined || planned.hash === wanted)
        return planned;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The plan is not the one that was approved: its hash is ${planned.hash.slice(0, 12)}, plan-hash says ${wanted.slice(0, 12)}. ` +
        'Something was released, or the manifest was changed, since it was made. Nothing was started. Make the plan again and look at it: run this workflow anew (Re-run all jobs).');
}
/** A message that lists more is read by nobody. */
const MOST_TOLD = 10;
/**
 * Throws a UserError unless the saved plan is exactly the one whose hash was approved or, where none was, one that the manifest
 * at hand makes. What stands on the state branch is not believed because it stands there: others can write it.
 */
function verifySavedPlan(plan, held) {
    const { trainId, place, manifest, approvedHash, differences = _train_plan_plan_differences_js__WEBPACK_IMPORTED_MODULE_1__/* .planDifferences */ .A } = held;
    const hash = (0,_plan_train_js__WEBPACK_IMPORTED_MODULE_2__/* .planHash */ .S)(plan);
    if (approvedHash === hash)
        return;
    if (approvedHash !== undefined) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: the plan of train ${trainId} is not the one that was approved: its hash is ${hash.slice(0, 12)}, plan-hash says ${approvedHash.slice(0, 12)}. ` +
            'Nothing was started. If nobody of you wrote it, somebody else did: look at the history of its plan.json, and who can write there.');
    }
    const found = differences(plan, manifest);
    if (found.length === 0)
        return;
    const more = found.length > MOST_TOLD ? `; and ${found.length - MOST_TOLD} more` : '';
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${place}: the plan of train ${trainId} is not one that the manifest at hand makes: ${found.slice(0, MOST_TOLD).join('; ')}${more}. ` +
        'Nothing of it was done. If the manifest was changed since: look at its plan.json, and go on with exactly that plan by giving ' +
        `train-id: ${trainId} and plan-hash: ${hash}, or start a new train. If it was not, somebody else wrote that plan: see who can write there.`);
}


/***/ }),

/***/ 4658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ planDifferences),
/* harmony export */   f: () => (/* binding */ strangeRepositories)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5941);
/* harmony import */ var _manifest_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3215);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5559);
/* harmony import */ var _plan_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(733);
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9992);





/** What a plan may say for itself: its versions, which `impossibleVersions` looks at, and how patient it is. */
const FREE = new Set([
    ...['id', 'group', 'version', 'requestedVersion', 'previousVersion', 'timeout', 'gateTimeout'],
]);
/**
 * In what a saved plan is not one that this manifest makes, for people; empty where it is one. Only the versions are taken from
 * the plan: with them, every component is planned anew and compared. A plan comes from where others can write it, so whatever
 * it says is believed only as far as the manifest says it, too.
 */
function planDifferences(plan, manifest) {
    const environment = manifest.environments.find(({ id }) => id === plan.environment);
    if (plan.name !== manifest.name)
        return [`it is a plan of ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(plan.name)}, and the manifest is ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(manifest.name)}`];
    if (plan.environment !== undefined && !environment)
        return [`the manifest has no environment ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(plan.environment)}`];
    const general = [...rollbackDifference(plan, environment), ...impossibleVersions(plan)];
    // The plan does not say which kind of release was asked for, and templates may: it has to fit one of them.
    const fits = [undefined, ..._version_text_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_TYPES */ ._E].map((type) => componentDifferences(plan, manifest, { environment, type }));
    const best = fits.reduce((least, one) => (one.length < least.length ? one : least));
    return [...general, ...best];
}
/** Components of the plan that work on another repository than the manifest's of the same id does. */
function strangeRepositories(plan, manifest) {
    const known = new Map(manifest.components.map((component) => [component.id, component.repository]));
    return plan.components
        .filter(({ id, repository }) => known.get(id) !== repository)
        .map(({ id, repository }) => `${id}: its repository is ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(repository)}, the manifest has ${told(known.get(id))}`);
}
/** Who starts a deployment may choose by an input whether it is rolled back; what is released is never taken back. */
function rollbackDifference({ rollback }, environment) {
    return rollback && !environment ? ['it says rollback: true, but a release is never rolled back'] : [];
}
/** What is filled into inputs has to be a version and nothing else. */
function impossibleVersions({ components }) {
    const isVersion = (text) => text === undefined || (typeof text === 'string' && ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_0__/* .exactVersion */ .y)(text) !== undefined || (0,_version_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommit */ .WM)(text)));
    return components.flatMap(({ id, version, previousVersion }) => [version, previousVersion].filter((text) => !isVersion(text)).map((text) => `${id}: ${told(text)} is no version`));
}
function componentDifferences(plan, { components }, { environment, type }) {
    const planned = new Map(plan.components.map((component) => [component.id, component]));
    const known = new Map(components.filter(({ id }) => planned.has(id)).map((component) => [component.id, component]));
    const context = {
        ...(environment && { environment }),
        ...(type && { releaseType: type }),
        versions: new Map(plan.components.flatMap(({ id, version }) => (version === undefined ? [] : [[id, { version }]]))),
        previousVersion: (id) => planned.get(id)?.previousVersion,
        components: known,
        faults: (0,_manifest_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)(),
        warnings: (0,_manifest_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)(),
    };
    const again = (component) => (0,_plan_component_js__WEBPACK_IMPORTED_MODULE_3__/* .planComponent */ .j)(component, context);
    return plan.components.flatMap((saved) => {
        const component = known.get(saved.id);
        return component ? fieldDifferences(saved, again(component)) : [`${saved.id}: the manifest has no such component`];
    });
}
function fieldDifferences(saved, wanted) {
    const before = new Map(Object.entries(saved));
    const after = new Map(Object.entries(wanted));
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
        const [is, made] = [before.get(field), after.get(field)];
        if (FREE.has(field) || (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(is) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(made))
            return [];
        return [`${saved.id}: its ${field} is ${told(is)}, the manifest makes it ${told(made)}`];
    });
}
function told(value) {
    if (value === undefined)
        return 'nothing';
    if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
        return (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(value) || 'nothing';
    return typeof value === 'string' ? (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value) : shortened((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(value));
}
function shortened(text) {
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}


/***/ }),

/***/ 9486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a4: () => (/* binding */ mermaid),
/* harmony export */   ew: () => (/* binding */ LARGEST_GRAPH),
/* harmony export */   tl: () => (/* binding */ isDrawn)
/* harmony export */ });
/** Fill, border and text of a status; each pair is readable on GitHub's light and dark pages. */
const LOOKS = {
    waiting: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
    active: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#044f1e',
    failed: 'fill:#ffebe9,stroke:#cf222e,color:#82071e',
    stopped: 'fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
};
/** A status that the machine learns does not compile without a colour. */
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
/** In components; GitHub draws larger graphs slowly, or not at all. */
const LARGEST_GRAPH = 200;
const LONGEST_LINE = 80;
/** Beyond these GitHub shows an error in place of the graph: https://mermaid.js.org/config/schema-docs/config.html */
const MOST_EDGES = 500;
const MOST_CHARACTERS = 50_000;
/** Whether GitHub draws this flowchart. */
function isDrawn(graph) {
    return graph.length <= MOST_CHARACTERS && graph.split(' --> ').length - 1 <= MOST_EDGES;
}
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
/** Everything but letters, digits and a few harmless signs as Mermaid's character codes: `#` and the code point and `;`. */
function label(text) {
    const flat = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')];
    const shown = flat.length > LONGEST_LINE ? [...flat.slice(0, LONGEST_LINE - 1), '…'] : flat;
    return shown
        .map((sign) => (/[\p{L}\p{M}\p{N} .,:/@+→…·_-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
        .join('');
}


/***/ }),

/***/ 94:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   g5: () => (/* binding */ foldedPlan)
/* harmony export */ });
/* unused harmony export planGraph */
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6292);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9486);


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
    return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaid */ .a4)(plan.components.map((component) => ({ ...component, lines: [component.id, versionStep(component)] })));
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
    const graph = planGraph(plan);
    if (plan.components.length > _mermaid_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_GRAPH */ .ew || !(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_0__/* .isDrawn */ .tl)(graph)) {
        return `The graph is left out: it is drawn for at most ${_mermaid_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_GRAPH */ .ew} components, and 500 arrows in 50,000 characters.`;
    }
    return (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(graph, 'mermaid');
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
