export const id = 9181;
export const ids = [9181, 1892, 3199, 9316, 5918, 8881, 6090];
export const modules = {

/***/ 19181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planTrainFrom: () => (/* binding */ planTrainFrom)
});

// EXTERNAL MODULE: ./build/src/engine/planning/approved-plan.js
var approved_plan = __webpack_require__(37633);
// EXTERNAL MODULE: ./build/src/engine/planning/plan-train.js + 7 modules
var plan_train = __webpack_require__(13938);
// EXTERNAL MODULE: ./build/src/packages/npm/range-outcomes.js + 3 modules
var range_outcomes = __webpack_require__(45845);
// EXTERNAL MODULE: ./build/src/packages/workspace/package-json.js
var package_json = __webpack_require__(65560);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/engine/planning/raised-ranges.js






const PARALLEL = 8;
async function raisedRanges(plan, world) {
    const versions = npmVersions(plan);
    const dependents = plan.components.filter(({ needs }) => needs.length > 0);
    if (plan.environment !== undefined || Object.keys(versions).length === 0)
        return { changes: [], unseen: [] };
    const directories = new Map(world.manifest.components.map(({ id, directory }) => [id, directory]));
    const found = await (0,pool/* mapPooled */.Q)(dependents, PARALLEL, async (component) => {
        try {
            return { changes: await changesOf(component, { ...world, versions, directory: directories.get(component.id) }) };
        }
        catch (error) {
            if (!(error instanceof errors/* KnownError */.E))
                throw error;
            return { changes: [], unseen: `${component.id}: ${(0,errors/* messageOf */.bD)(error)}` };
        }
    });
    return { changes: found.flatMap(({ changes }) => changes), unseen: found.flatMap(({ unseen }) => unseen ?? []) };
}
function npmVersions({ components }) {
    const entries = components.flatMap((component) => (0,manifest_packages/* packagesOf */.D)(component).flatMap((one) => 'npm' in one && component.version !== undefined ? [[one.npm, component.version]] : []));
    return Object.fromEntries(entries);
}
async function changesOf({ id, repository, ref }, { clientFor, signal, versions, directory }) {
    const path = directory === undefined ? 'package.json' : `${directory}/package.json`;
    const text = await (0,contents/* readFile */.TA)(clientFor(repository), repository, { path, ref }, { signal });
    if (text === undefined)
        return [];
    const { dependencies } = await (0,package_json/* parsePackageJson */.w)(text, `${repository}: ${path}`);
    const outcomes = (0,range_outcomes/* decideAll */.k1)(dependencies.map((one) => (0,range_outcomes/* ofPackage */.IH)(path, one)), versions, []);
    return outcomes.map((outcome) => {
        if ('updated' in outcome) {
            const { kind, package: name, from, to } = outcome.updated;
            return { component: id, kind, package: name, from, to };
        }
        if ('leftAlone' in outcome) {
            const { kind, package: name, specifier: from, reason } = outcome.leftAlone;
            return { component: id, kind, package: name, from, reason };
        }
        return { component: id, kind: '', package: '', from: '', reason: outcome.fault.message };
    });
}

// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var text_markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/train/manifest/asked-outputs.js
var asked_outputs = __webpack_require__(13307);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
;// CONCATENATED MODULE: ./build/src/train/plan/matrix.js



const MOST_JOBS = 256;
function matrices(plan, train = plan.name) {
    if (asksForOutputs(plan) !== undefined)
        return [];
    const jobs = new Map(plan.components.map((component) => [component.id, jobOf(component, train)]));
    return plan.waves.flatMap((wave) => {
        const include = wave.flatMap((id) => jobs.get(id) ?? []);
        return Array.from({ length: Math.ceil(include.length / MOST_JOBS) }, (_, part) => ({
            include: include.slice(part * MOST_JOBS, (part + 1) * MOST_JOBS),
        }));
    });
}
function asksForOutputs({ components }) {
    return components.find(({ inputs }) => (0,asked_outputs/* askedIn */.UB)(inputs).size > 0)?.id;
}
function jobOf(planned, train) {
    const { id, repository, dispatch, ref, version = '', inputs, timeout } = planned;
    const [nonceInput = ''] = Object.keys(inputs).filter((name) => inputs[name] === '{nonce}');
    const others = Object.entries(inputs)
        .filter(([name]) => name !== nonceInput)
        .map(([name, text]) => [name, (0,interpolate/* fillIn */.pz)(text, { train, nonce: '{nonce}' })]);
    return {
        component: id,
        repository,
        workflow: 'workflow' in dispatch ? dispatch.workflow : '',
        'event-type': 'eventType' in dispatch ? dispatch.eventType : '',
        ref,
        version,
        packages: version === ''
            ? ''
            : (0,manifest_packages/* packagesOf */.D)(planned)
                .map((one) => packageSpec(one, version))
                .join('\n'),
        inputs: JSON.stringify(Object.fromEntries(others)),
        'nonce-input': nonceInput,
        'timeout-minutes': Math.max(1, Math.ceil(timeout / 60_000)),
    };
}
function packageSpec(published, version) {
    return 'npm' in published ? `npm:${published.npm}@${version}` : `pypi:${published.pypi}==${version}`;
}

// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(25559);
// EXTERNAL MODULE: ./build/src/train/views/plan-markdown.js
var plan_markdown = __webpack_require__(60094);
;// CONCATENATED MODULE: ./build/src/train/views/ranges-markdown.js

const MOST_ROWS = 200;
function rangesMarkdown(changes, unseen) {
    const rows = changes
        .slice(0, MOST_ROWS)
        .map(({ component, kind, package: name, from, to, reason = '' }) => [
        (0,text_markdown/* code */.aY)(component),
        (0,text_markdown/* escapeMarkdown */.FV)(kind),
        (0,text_markdown/* code */.aY)(name),
        (0,text_markdown/* code */.aY)(from),
        to === undefined ? (0,text_markdown/* escapeMarkdown */.FV)(`as it is: ${reason}`) : (0,text_markdown/* code */.aY)(to),
    ]);
    const more = changes.length > MOST_ROWS ? `${changes.length - MOST_ROWS} more in the output ranges.` : '';
    const sections = [
        rows.length > 0 ? (0,text_markdown/* table */.tp)(['Component', 'In', 'Package', 'Range', 'Becomes'], rows) : '',
        more,
        unseen.map((one) => `> ⚠️ Not looked at: ${(0,text_markdown/* escapeMarkdown */.FV)(one)}`).join('\n>\n'),
    ].filter((section) => section !== '');
    return sections.length === 0 ? '' : `### Ranges of dependents\n\n${sections.join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./build/src/actions/setup/train-world.js
var train_world = __webpack_require__(20248);
;// CONCATENATED MODULE: ./build/src/actions/setup/plan-from-manifest.js









async function planTrainFrom(given, runner) {
    const manifest = given.manifest ?? '.github/release-train.yml';
    const world = await (0,train_world/* openWorld */.H)({ ...given, manifest }, { kind: 'branch' }, runner);
    const trainId = given.trainId ?? (0,train_world/* defaultTrainId */.n)(runner, given.environment);
    const saved = await world.store.load(trainId);
    return saved ? planOfSaved(saved, given, { world, runner }) : planOfNew(trainId, world, runner.signal);
}
async function planOfNew(trainId, world, signal) {
    const { plan, hash, leftOut, warnings } = await world.plan();
    const { changes, unseen } = await raisedRanges(plan, { ...world, signal });
    const markdown = [(0,plan_markdown/* planMarkdown */.Xg)(plan, { leftOut, warnings }), rangesMarkdown(changes, unseen)]
        .filter(Boolean)
        .join('\n');
    return { ...shown(plan, trainId), ranges: changes, hash, warnings: [...warnings, ...withoutMatrix(plan)], markdown };
}
async function planOfSaved({ plan, state }, { planHash: approvedHash }, { world, runner }) {
    const { trainId, status } = state;
    (0,approved_plan/* verifySavedPlan */.w)(plan, { trainId, place: world.store.place, manifest: await world.manifestOf(plan), approvedHash });
    runner.log.notice(`Train ${trainId} exists already and is ${status}: this is the plan that it began with.`);
    const note = `Train ${(0,text_markdown/* code */.aY)(trainId)} exists already and is ${status}. This is the plan that it began with, and resumes.`;
    const markdown = `${note}\n\n${(0,plan_markdown/* planMarkdown */.Xg)(plan)}`;
    return { ...shown(plan, trainId), hash: (0,plan_train/* planHash */.S)(plan), warnings: [], markdown };
}
function withoutMatrix(plan) {
    const asking = asksForOutputs(plan);
    if (asking === undefined)
        return [];
    const message = `The output matrix is empty: ${asking} asks for what other components hand on, which only a train can give it.`;
    return [{ message }];
}
function shown(plan, trainId) {
    return { plan, versions: (0,plan_plan/* versionsOf */.x4)(plan), waves: plan.waves, matrices: matrices(plan, trainId) };
}


/***/ })
,

/***/ 52574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ byPlace),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
function locate(faults, document, file) {
    return faults.map(({ message, at, key, place }) => {
        if (place)
            return { message, file, ...place };
        return at === undefined ? { message } : { message, file, ...document.locate(at, key) };
    });
}
function byPlace(a, b) {
    const [one, other] = [a.line ?? Number.MAX_SAFE_INTEGER, b.line ?? Number.MAX_SAFE_INTEGER];
    return one - other || (a.column ?? 0) - (b.column ?? 0);
}


/***/ }),

/***/ 29556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ checkAgainstSchema)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55941);
/* harmony import */ var _train_manifest_faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63215);


async function checkAgainstSchema(value, kind) {
    const { schema, name, holds, synonyms = {} } = kind;
    if (!isObject(value) || Array.isArray(value)) {
        const found = value === null || value === undefined ? 'the document is empty' : `found ${described(value)}`;
        return { faults: [{ at: [], message: `A ${name} is a map with ${holds}; ${found}.` }], sound: {} };
    }
    const { default: library } = await __webpack_require__.e(/* import() */ 2463).then(__webpack_require__.t.bind(__webpack_require__, 42463, 19));
    const ajv = new library.Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
    const validate = ajv.compile(schema);
    if (validate(value))
        return { faults: [], sound: value };
    const faults = (0,_train_manifest_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .collectFaults */ .C)();
    const sound = structuredClone(value);
    for (const error of validate.errors ?? []) {
        const path = pathOf(error);
        if (error.keyword === 'propertyNames' || isMisnamed(error, synonyms))
            continue;
        faults.add(path, () => explain(error, path, kind), isAboutKey(error) ? 'key' : undefined);
        if (error.keyword !== 'required' && !isAboutName(error))
            leaveOut(sound, path, error);
    }
    return { faults: faults.all(), sound: sound };
}
function pathOf(error) {
    const path = error.instancePath
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (error.keyword === 'additionalProperties')
        return [...path, String(error.params.additionalProperty)];
    return isAboutName(error) ? [...path, String(error.propertyName)] : path;
}
function isAboutName(error) {
    return error.propertyName !== undefined;
}
function isAboutKey(error) {
    return isAboutName(error) || ['additionalProperties', 'required', 'minProperties'].includes(error.keyword);
}
function explain(error, path, { name, synonyms = {} }) {
    const expected = (error.parentSchema ?? {});
    const where = path.length > 0 ? path.join('.') : `The ${name}`;
    const title = expected.title ?? error.message ?? '';
    switch (error.keyword) {
        case 'additionalProperties': {
            const known = Object.keys(expected.properties ?? {}).filter((key) => key !== '$schema');
            const key = String(error.params.additionalProperty);
            const place = path.length > 1 ? ` in ${path.slice(0, -1).join('.')}` : '';
            return `Unknown key ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(key)}${place}${meant(key, known, synonyms) || `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known, 'and', 40)}.`}`;
        }
        case 'required':
            return `${where} has no ${error.params.missingProperty}, which is required.`;
        case 'enum':
            return `${where} is ${described(error.data)}; expected ${title}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(String(error.data), expected.enum ?? []) || '.'}`;
        case 'maxProperties':
        case 'uniqueItems':
            return `${where} is not ${title}: it ${error.message}.`;
        default:
            return isAboutName(error)
                ? `The key ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(error.propertyName)} in ${path.slice(0, -1).join('.')} is not valid; expected ${title}.`
                : `${where} is ${described(error.data)}; expected ${title}${unquoted(error.data)}.`;
    }
}
function isMisnamed({ keyword, params, data }, synonyms) {
    if (keyword !== 'required' || !isObject(data))
        return false;
    return Object.keys(data).some((key) => Object.hasOwn(synonyms, key) && synonyms[key] === params.missingProperty);
}
function meant(key, known, synonyms) {
    const word = Object.hasOwn(synonyms, key) ? synonyms[key] : undefined;
    return word !== undefined && known.includes(word) ? `; did you mean ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(word)}?` : (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(key, known);
}
function unquoted(value) {
    if (!isObject(value))
        return '';
    const [[name, inside] = [], ...more] = Object.entries(value);
    return name !== undefined && inside === null && more.length === 0 ? `; write it in quotes: "{${name}}"` : '';
}
function described(value) {
    if (value === null || value === undefined)
        return 'empty';
    if (Array.isArray(value))
        return value.length === 0 ? 'an empty list' : 'a list';
    if (isObject(value))
        return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
    return typeof value === 'string' ? (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value) : `the ${typeof value} ${String(value)}`;
}
function leaveOut(root, path, { keyword, params, data }) {
    const parent = path.slice(0, -1).reduce((value, key) => (isObject(value) ? value[key] : undefined), root);
    const last = path.at(-1);
    if (!isObject(parent) || last === undefined || !Object.hasOwn(parent, last))
        return;
    if (keyword === 'type' && [params.type].flat().includes('object'))
        parent[last] = {};
    else if (keyword === 'type' || keyword === 'additionalProperties' || !isObject(data)) {
        Reflect.deleteProperty(parent, last);
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}


/***/ })
,

/***/ 33199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ trainRegistry)
});

// EXTERNAL MODULE: ./build/src/packages/python/from-semver.js
var from_semver = __webpack_require__(46545);
;// CONCATENATED MODULE: ./build/src/packages/python/to-semver.js
const CHANNELS = { a: 'alpha', b: 'beta', rc: 'rc', '.dev': 'dev' };
function toSemver(python) {
    const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:(a|b|rc|\.dev)(\d+))?$/.exec(python.trim());
    if (!match)
        return undefined;
    const [, major = '0', minor = '0', patch = '0', phase, number] = match;
    const release = [major, minor, patch].map(Number).join('.');
    return phase === undefined ? release : `${release}-${CHANNELS[phase]}.${Number(number)}`;
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
;// CONCATENATED MODULE: ./build/src/engine/planning/train-registry.js



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
function inSemver({ versions, tags }) {
    const named = Object.entries(tags).map(([tag, version]) => [tag, toSemver(version)]);
    return {
        versions: versions.map(toSemver).filter((version) => version !== undefined),
        tags: Object.fromEntries(named.filter((one) => one[1] !== undefined)),
    };
}


/***/ })
,

/***/ 9316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/platform/github/repositories.js
var repositories = __webpack_require__(90549);
// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/platform/github/branch-rules.js
var branch_rules = __webpack_require__(73471);
;// CONCATENATED MODULE: ./build/src/engine/planning/look-at-branch.js




const STOPS = new Set([
    'update',
    'pull_request',
    'required_status_checks',
    'required_signatures',
    'required_deployments',
    'merge_queue',
    'workflows',
    'code_scanning',
]);
const MAY_STOP = new Set([
    'commit_message_pattern',
    'commit_author_email_pattern',
    'committer_email_pattern',
    'file_path_restriction',
    'file_extension_restriction',
]);
async function lookAtBranch(client, { repository, branch: standsOn, where, push }, options) {
    const branch = (push.branch ?? standsOn).replace(/^refs\/heads\//, '');
    if (branch.startsWith('refs/'))
        return { problems: [], warnings: [] };
    try {
        const rules = await (0,branch_rules/* branchRules */.q)(client, repository, branch, options);
        const stopping = rules.filter(({ type }) => STOPS.has(type));
        const doubtful = rules.filter(({ type }) => MAY_STOP.has(type));
        const isCertain = stopping.length > 0 && push.token === 'job';
        return {
            problems: isCertain ? [`${where} ${refusal(stopping, branch)}`] : [],
            warnings: isCertain || stopping.length + doubtful.length === 0
                ? []
                : [
                    `${where} pushes to ${branch}, and whether it may cannot be seen from here: ${sourcesOf([...stopping, ...doubtful])}.`,
                ],
        };
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_))
            throw error;
        return {
            problems: [],
            warnings: [`${where} pushes to ${branch}, whose rules could not be looked at: ${(0,errors/* messageOf */.bD)(error)}`],
        };
    }
}
function refusal(rules, branch) {
    return (`pushes its release commit to ${branch} with GITHUB_TOKEN, and GitHub would refuse that: ${sourcesOf(rules)}. ` +
        'The version would be published and tagged, and the component count as failed. Give the step record-release the token of a GitHub App that may bypass the rule; ' +
        'or take its input branch away, or set on-branch-failure: warn there: the tag keeps the commit.');
}
function sourcesOf(rules) {
    const types = new Map();
    for (const { type, source, rulesetId } of rules) {
        const ruleset = `${rulesetId === undefined ? 'a ruleset' : `ruleset ${rulesetId}`} of ${source}`;
        types.set(ruleset, (types.get(ruleset) ?? new Set()).add(type));
    }
    return (0,wording/* listed */.KE)([...types].map(([ruleset, of]) => `${ruleset} has ${(0,wording/* listed */.KE)([...of])}`));
}

// EXTERNAL MODULE: ./build/src/engine/planning/workflow-file.js + 1 modules
var workflow_file = __webpack_require__(46924);
;// CONCATENATED MODULE: ./build/src/engine/planning/look-at-children.js









async function preflight(client, wanted, known = {}) {
    try {
        const archived = archivedProblem(wanted.repository, known.facts);
        if (archived)
            return archived;
        const { target } = wanted;
        return 'eventType' in target
            ? await lookForListener(client, { ...wanted, target }, known)
            : await lookAtWorkflow(client, { ...wanted, target }, known);
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_))
            throw error;
        return { ...look_at_children_all(), doubts: [(0,errors/* messageOf */.bD)(error)] };
    }
}
function look_at_children_all(...problems) {
    return { problems, doubts: [], warnings: [] };
}
function problem(kind, message, about) {
    return { kind, message, ...(about !== undefined && { about }) };
}
function archivedProblem(repository, facts) {
    return facts?.isArchived
        ? look_at_children_all(problem('archived', `${repository} is archived: nothing can be started in it.`))
        : undefined;
}
async function lookAtRepository(client, repository, { facts, signal }) {
    const found = facts ?? (await (0,repositories/* findRepository */.W1)(client, repository, { signal }));
    if (!found)
        return look_at_children_all(problem('no-repository', `There is no repository ${repository}, or the token may not see it.`));
    return archivedProblem(repository, found);
}
async function lookAtWorkflow(client, { repository, target, nonceInput }, known) {
    const { signal } = known;
    if (/^([0-9a-f]{40}$|refs\/pull\/)/i.test(target.ref)) {
        const refusal = `${(0,wording/* quote */.hD)(target.ref)} cannot be the ref of ${target.workflow} in ${repository}: a workflow is dispatched on a branch or a tag, never on a commit or a pull request. ` +
            'Give a branch or tag that has the commit, and the commit as an input.';
        return look_at_children_all(problem('not-at-ref', refusal, target.ref));
    }
    const inRepository = () => lookAtRepository(client, repository, known);
    const workflow = await (0,refs/* absentIs404 */.YT)(() => (0,runs/* getWorkflow */.Mw)(client, repository, target.workflow, { signal }));
    if (!workflow) {
        const missing = await missingWorkflow(client, repository, target.workflow, signal);
        return (await inRepository()) ?? look_at_children_all(problem('no-workflow', missing, target.workflow));
    }
    const { path, state } = workflow;
    const where = `${path} in ${repository} at ${target.ref}`;
    const disabled = state === 'active'
        ? []
        : [problem('disabled', `${path} in ${repository} is ${state}: enable it on its Actions page.`, path)];
    const text = await (0,contents/* readFile */.TA)(client, repository, { path, ref: target.ref }, { signal });
    if (text === undefined) {
        const missing = `${where} does not exist: the ref is wrong, or the workflow is not on it.`;
        return (await inRepository()) ?? look_at_children_all(...disabled, problem('not-at-ref', missing, path));
    }
    const file = await (0,workflow_file/* readWorkflowFile */.AO)(text);
    if ('fault' in file)
        return look_at_children_all(...disabled, problem('unreadable', `${where} ${file.fault}`, path));
    const { releasePush: push } = file;
    const branch = push && (await lookAtBranch(client, { repository, branch: target.ref, where, push }, { signal }));
    const unusable = push ? undefined : await inRepository();
    if (unusable)
        return unusable;
    const isStarted = file.events.includes('workflow_dispatch');
    const isShown = nonceInput === undefined || file.runName.includes(nonceInput);
    const problems = isStarted
        ? [
            ...(0,workflow_file/* inputProblems */.ri)(file, target.inputs).map((one) => ({ ...one, message: `${where} ${one.message}` })),
            ...(isShown ? [] : [hiddenNonce(where, `inputs.${nonceInput}`)]),
        ]
        : [problem('no-trigger', `${where} has no workflow_dispatch trigger: add one (on: workflow_dispatch).`, path)];
    return { ...look_at_children_all(...disabled, ...problems, ...refused(branch)), warnings: branch?.warnings ?? [] };
}
function hiddenNonce(where, name) {
    const message = `${where} does not show the nonce in its run-name; add: run-name: … [\${{ ${name} }}]`;
    return problem('hidden-nonce', message, name);
}
function refused(branch) {
    return (branch?.problems ?? []).map((message) => problem('refused-push', message));
}
async function missingWorkflow(client, repository, workflow, signal) {
    const missing = `${repository} has no workflow ${workflow} on its default branch, from where alone it can be started`;
    const named = (0,runs/* namedWorkflows */.AF)(await (0,runs/* listWorkflows */.Dl)(client, repository, { signal }), workflow);
    const files = named.map(({ path }) => path.replace(/^.*\//, ''));
    return files.length === 0 ? `${missing}.` : `${missing}; ${(0,wording/* listed */.KE)(files)} is called so: give the file's name.`;
}
const MOST_READ = 10;
async function lookForListener(client, { repository, target: { eventType }, nonceInput }, known) {
    const { signal } = known;
    const facts = known.facts ?? (await (0,repositories/* findRepository */.W1)(client, repository, { signal }));
    const unusable = await lookAtRepository(client, repository, { facts, signal });
    if (!facts || unusable)
        return unusable ?? look_at_children_all();
    const workflows = (await (0,runs/* listWorkflows */.Dl)(client, repository, { signal })).filter(({ state }) => state === 'active');
    const likely = workflows.toSorted((a, b) => likeness(b, eventType) - likeness(a, eventType));
    for (const { path } of likely.slice(0, MOST_READ)) {
        const text = await (0,contents/* readFile */.TA)(client, repository, { path }, { signal });
        const file = text === undefined ? undefined : await (0,workflow_file/* readWorkflowFile */.AO)(text);
        if (!file || 'fault' in file || !(0,workflow_file/* listensTo */.oq)(file, eventType))
            continue;
        const where = `${path} in ${repository}`;
        const { releasePush: push } = file;
        const pushed = push && { repository, branch: facts.defaultBranch, where, push };
        const branch = pushed && (await lookAtBranch(client, pushed, { signal }));
        const isShown = nonceInput === undefined || file.runName.includes(nonceInput);
        const hidden = isShown ? [] : [hiddenNonce(where, `github.event.client_payload.${nonceInput}`)];
        return { ...look_at_children_all(...hidden, ...refused(branch)), warnings: branch?.warnings ?? [] };
    }
    if (likely.length > MOST_READ) {
        const unread = `Whether a workflow of ${repository} listens to ${eventType} was not looked for in all ${likely.length}.`;
        return { ...look_at_children_all(), doubts: [unread] };
    }
    const unheard = `No workflow on the default branch of ${repository} listens to the event ${eventType}: GitHub would take it, and nothing would start. Add on: repository_dispatch: types: [${eventType}].`;
    return look_at_children_all(problem('unheard', unheard, eventType));
}
function likeness({ name, path }, eventType) {
    const text = `${name} ${path}`.toLowerCase();
    return [...eventType.toLowerCase().split(/\W+/), 'release', 'deploy'].filter((word) => word && text.includes(word))
        .length;
}


/***/ }),

/***/ 46924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ri: () => (/* binding */ inputProblems),
  oq: () => (/* binding */ listensTo),
  AO: () => (/* binding */ readWorkflowFile)
});

// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(15698);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
;// CONCATENATED MODULE: ./build/src/engine/planning/release-push.js

const RECORD = /\/actions\/record-release@/;
const PUSH = /^\s*git\s+(?:-\S+\s+\S+\s+)*push\b(?!.*(?:--tags|refs\/tags\/))/m;
const JOBS_OWN = /^\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}$/i;
function findReleasePush(workflow) {
    const jobs = Object.values(asMap(workflow.jobs)).map((job) => stepsOf(job));
    const recorded = jobs.flat().flatMap((step) => recordOf(step) ?? []);
    if (recorded[0])
        return recorded[0];
    const pushes = jobs.some((steps) => steps.some(({ run }) => PUSH.test(String(run ?? ''))) && !hasOwnToken(steps));
    return pushes ? { branch: undefined, token: 'unknown' } : undefined;
}
function recordOf({ uses, with: inputs }) {
    if (!RECORD.test(String(uses ?? '')))
        return undefined;
    const { branch = '', token, 'on-branch-failure': onFailure } = asMap(inputs);
    const isOwn = token !== undefined && !JOBS_OWN.test(String(token).trim());
    if (branch === '' || onFailure === 'warn' || isOwn)
        return undefined;
    const isKnown = !String(branch).includes('${{');
    return { branch: isKnown ? String(branch) : undefined, token: 'job' };
}
function hasOwnToken(steps) {
    return steps.some(({ with: inputs }) => {
        const { token } = asMap(inputs);
        return token !== undefined && !JOBS_OWN.test(String(token).trim());
    });
}
function stepsOf(job) {
    const { steps } = asMap(job);
    return Array.isArray(steps) ? steps.map(asMap) : [];
}
function asMap(value) {
    return (0,records/* isRecord */.u)(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/src/engine/planning/workflow-file.js





async function readWorkflowFile(text) {
    const parsed = await (0,yaml.parseYaml)(text);
    if ('faults' in parsed)
        return { fault: `is not valid YAML: ${parsed.faults[0]?.message ?? ''}` };
    const workflow = workflow_file_asMap(parsed.value);
    const { on } = workflow;
    const events = Array.isArray(on) || typeof on === 'string' ? [on].flat().map(String) : Object.keys(workflow_file_asMap(on));
    const { repository_dispatch, workflow_dispatch } = workflow_file_asMap(on);
    const types = workflow_file_asMap(repository_dispatch).types;
    const declared = Object.entries(workflow_file_asMap(workflow_file_asMap(workflow_dispatch).inputs));
    return {
        events,
        eventTypes: types === undefined ? undefined : [types].flat().map(String),
        inputs: Object.fromEntries(declared.map(([name, input]) => [name, declaredInput(workflow_file_asMap(input))])),
        runName: String(workflow['run-name'] ?? ''),
        releasePush: findReleasePush(workflow),
        ...whatJobsSay(workflow),
    };
}
function whatJobsSay(workflow) {
    const jobs = Object.values(workflow_file_asMap(workflow.jobs)).map(workflow_file_asMap);
    const asks = (permissions) => permissions === 'write-all' || workflow_file_asMap(permissions)['id-token'] === 'write';
    const publishing = jobs.filter((job) => asks(job.permissions ?? workflow.permissions));
    const steps = jobs.flatMap((job) => (Array.isArray(job.steps) ? job.steps.map(workflow_file_asMap) : []));
    return {
        cancelsEarlier: [workflow, ...jobs].some(({ concurrency }) => String(workflow_file_asMap(concurrency)['cancel-in-progress'] ?? false) === 'true'),
        asksForIdentity: publishing.length > 0,
        environments: [...new Set(jobs.flatMap(environmentOf))],
        publishingEnvironment: publishing.flatMap(environmentOf)[0],
        uses: [...jobs, ...steps].flatMap(({ uses }) => (typeof uses === 'string' ? [uses] : [])),
    };
}
function environmentOf({ environment }) {
    const name = typeof environment === 'string' ? environment : workflow_file_asMap(environment).name;
    return typeof name === 'string' && !name.includes('${{') ? [name] : [];
}
function declaredInput({ required, default: given, type, options }) {
    return {
        required: required === true && given === undefined,
        type: typeof type === 'string' ? type : 'string',
        options: Array.isArray(options) ? options.map(String) : [],
    };
}
function inputProblems({ inputs: declared }, given) {
    const names = Object.keys(given);
    const undeclared = names.filter((name) => !Object.hasOwn(declared, name));
    const missing = Object.keys(declared).filter((name) => declared[name]?.required && !Object.hasOwn(given, name));
    const wrong = names.flatMap((name) => {
        const [input, value = ''] = [Object.hasOwn(declared, name) ? declared[name] : undefined, given[name]];
        const message = input && (0,interpolate/* namesIn */.wX)(value).length === 0 ? valueProblem(name, value, input) : undefined;
        return message === undefined ? [] : [{ kind: 'refused-value', message, about: name }];
    });
    return [
        ...undeclared.map((name) => ({
            ...{ kind: 'undeclared-input', about: name },
            message: `declares no input ${name}: GitHub would refuse the dispatch.`,
        })),
        ...missing.map((name) => ({
            ...{ kind: 'missing-input', about: name },
            message: `requires the input ${name}, which is not given.`,
        })),
        ...wrong,
    ];
}
function valueProblem(name, value, { type, options }) {
    if (options.length > 0 && !options.includes(value)) {
        return `takes for the input ${name} only ${(0,wording/* listed */.KE)(options, 'or')}, not ${(0,wording/* quote */.hD)(value)}.`;
    }
    if (type === 'boolean' && value !== 'true' && value !== 'false') {
        return `takes for the input ${name} only true or false, not ${(0,wording/* quote */.hD)(value)}.`;
    }
    return type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)
        ? `takes for the input ${name} only a number, not ${(0,wording/* quote */.hD)(value)}.`
        : undefined;
}
function listensTo({ events, eventTypes }, type) {
    return events.includes('repository_dispatch') && (eventTypes === undefined || eventTypes.includes(type));
}
function workflow_file_asMap(value) {
    return (0,records/* isRecord */.u)(value) ? value : {};
}


/***/ }),

/***/ 73471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ branchRules)
/* harmony export */ });
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31497);


async function branchRules(client, repository, branch, options) {
    const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), branch, per_page: 100 };
    try {
        const { data } = await client.poll(route, params, options);
        return data.map(({ type, ruleset_source = repository, ruleset_id }) => ({
            type,
            source: ruleset_source,
            rulesetId: ruleset_id,
        }));
    }
    catch (error) {
        const hasNone = error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 403 && /^Upgrade to /i.test(error.said ?? '');
        if (hasNone)
            return [];
        throw error;
    }
}


/***/ })
,

/***/ 85918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ wantedFrom),
/* harmony export */   k: () => (/* binding */ checkChildren)
/* harmony export */ });
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94301);
/* harmony import */ var _train_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84963);
/* harmony import */ var _look_at_children_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9316);



const PARALLEL = 8;
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
    const found = await (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .mapPooled */ .Q)(looks, PARALLEL, async ({ child, at, what, wanted }) => {
        const { problems, doubts, warnings } = await (0,_look_at_children_js__WEBPACK_IMPORTED_MODULE_0__/* .preflight */ .M)(clientFor(child.repository), wanted, {
            facts: facts?.get(child.repository.toLowerCase()),
            signal,
        });
        const told = (message) => ({
            at,
            key: 'key',
            message: `Component ${child.id}: ${what}${message}`,
        });
        const doubted = doubts.map((doubt) => told(`it could not be checked: ${doubt}`));
        return { faults: problems.map((one) => told(one.message)), warnings: [...doubted, ...warnings.map(told)] };
    });
    return { faults: found.flatMap(({ faults }) => faults), warnings: found.flatMap(({ warnings }) => warnings) };
}
function wantedFrom(child, what) {
    if (what === 'release')
        return wantedOf(child);
    return child.rollback && undoOf(child, child.rollback);
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
    const name = Object.keys(inputs).find((one) => (0,_train_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(inputs[one] ?? '').includes('nonce'));
    return name === undefined ? {} : { nonceInput: name };
}


/***/ })
,

/***/ 11679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ lookUpCurrentVersions)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55941);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94301);
/* harmony import */ var _train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6955);
/* harmony import */ var _train_plan_existing_versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77155);
/* harmony import */ var _train_plan_version_tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68134);







async function lookUpCurrentVersions(components, sources, { parallel = 8, signal } = {}) {
    const shared = repeated(components.map(({ repository }) => repository.toLowerCase()));
    const found = await (0,_platform_time_pool_js__WEBPACK_IMPORTED_MODULE_4__/* .mapPooled */ .Q)(components, parallel, async (component) => {
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
class SourceFailed extends Error {
}
async function asked(name, question) {
    try {
        return await question;
    }
    catch (error) {
        throw new SourceFailed(`its current version could not be read from ${name}: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function lookUp(component, sharesRepository, sources) {
    const { repository } = component;
    const packages = (0,_train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_5__/* .packagesOf */ .D)(component);
    const answers = await Promise.all(packages.map((one) => asked(registryFor(one), sources.served(one)).then((answer) => ({ one, answer }))));
    const served = semverOnly(answers.flatMap(({ answer }) => answer?.versions ?? []));
    const tagsName = `the tags of ${repository}`;
    const tags = await asked(tagsName, sources.tags(repository));
    const tagged = (0,_train_plan_version_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .versionsInTags */ .k)(tags ?? [], component, { sharesRepository, known: served });
    const versions = [...new Set([...served, ...tagged.versions])];
    const top = (0,_train_plan_existing_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .highest */ .BR)(versions);
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
    return `the registry for ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)((0,_train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .V)(published))}`;
}
function semverOnly(versions) {
    return versions.map((version) => semver__WEBPACK_IMPORTED_MODULE_0__.valid(version)).filter((version) => version !== null);
}
function latestOf(answer) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.valid(answer?.tags.latest) ?? undefined;
}
function whatMayBeHidden({ repository }, { answers, tags }) {
    if (tags === undefined)
        return `there is no ${repository}, or the token may not see it`;
    const scoped = answers.find(({ one, answer }) => answer === undefined && (0,_train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .V)(one).startsWith('@'));
    return scoped && `a registry shows a private package such as ${(0,_train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .V)(scoped.one)} only to whoever may install it`;
}
const PLACEHOLDER = /^0\.0\.0(?:-|$)/;
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
    const npm = (0,_train_manifest_packages_js__WEBPACK_IMPORTED_MODULE_5__/* .packagesOf */ .D)(component).flatMap((one) => ('npm' in one ? [one.npm] : []));
    if (typeof said.version !== 'string' || (npm.length > 0 && !npm.includes(String(said.name))))
        return { name, seen: [] };
    if (PLACEHOLDER.test(said.version))
        return { name, seen: [] };
    const version = semver__WEBPACK_IMPORTED_MODULE_0__.valid(said.version);
    return version === null ? { name, seen: [`${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(said.version)} in ${path}`] } : { name, version };
}
function repeated(names) {
    const seen = new Set();
    return new Set(names.filter((name) => seen.size === seen.add(name).size));
}


/***/ }),

/***/ 75931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ versionSources)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54383);
/* harmony import */ var _platform_github_refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97807);
/* harmony import */ var _platform_github_releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27911);




const MOST_TAGS = 5_000;
function versionSources(clientFor, registry, signal) {
    const tagsByRepository = new Map();
    const ask = async (repository) => {
        const client = clientFor(repository);
        const tags = await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .absentIs404 */ .YT)(() => (0,_platform_github_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .listTags */ .cB)(client, repository, { signal, limit: MOST_TAGS }));
        if (tags?.length !== MOST_TAGS)
            return tags?.map(({ name }) => name);
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} has ${MOST_TAGS} tags or more, too many to read: give its version in versions.`);
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
            const text = await (0,_platform_github_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .TA)(clientFor(repository), repository, { path, ref }, { signal });
            return text === undefined ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
        },
    };
}


/***/ })
,

/***/ 76090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ defaultBranches),
/* harmony export */   j: () => (/* binding */ withRefs)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_github_repositories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90549);
/* harmony import */ var _platform_time_pool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94301);



const PARALLEL = 8;
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
function withRefs(manifest, repositories) {
    const components = manifest.components.map((component) => {
        const ref = component.ref ?? repositories.get(component.repository.toLowerCase())?.defaultBranch;
        return ref === undefined ? component : { ...component, ref };
    });
    return { ...manifest, components };
}


/***/ })

};
