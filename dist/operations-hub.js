export const id = 6537;
export const ids = [6537, 6223, 2818, 7171];
export const modules = {

/***/ 96537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kE: () => (/* binding */ readHubFile),
  hN: () => (/* binding */ readHubText),
  sG: () => (/* binding */ ruleFor),
  Lt: () => (/* binding */ sourceNamed)
});

// UNUSED EXPORTS: readHub

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/hub.schema.json
const hub_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"a hub file","description":"Which repositories tell this one what changed, and which environment a branch of theirs leads to.","type":"object","additionalProperties":false,"required":["sources","environments"],"properties":{"$schema":{"type":"string","description":"Where this schema is, for editors."},"sources":{"title":"a map from owner/name to a source","description":"The repositories whose events are listened to. Nobody else\'s are.","type":"object","minProperties":1,"propertyNames":{"title":"a repository as owner/name","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}/[A-Za-z0-9._-]{1,100}$"},"additionalProperties":{"$ref":"#/definitions/source"}},"environments":{"title":"a list of rules, each with branch and environment","description":"From branch to environment; the first rule that fits counts.","type":"array","minItems":1,"items":{"$ref":"#/definitions/rule"}},"senders":{"title":"a list of logins","description":"Who may send events; without it, everybody whose token may.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"a login","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]*(\\\\[bot\\\\])?$"}}},"definitions":{"source":{"title":"a map with events and components","type":"object","additionalProperties":false,"required":["events","components"],"properties":{"events":{"title":"a list of event types","description":"The types of repository_dispatch that it may send.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"an event type of at most 100 characters","type":"string","minLength":1,"maxLength":100}},"components":{"title":"a map from component to its folder","description":"What can change in it, and where that is; \\".\\" is the whole repository.","type":"object","minProperties":1,"propertyNames":{"title":"an id of letters, digits, - and _","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"},"additionalProperties":{"title":"a folder inside the repository, such as services/auth or .","type":"string","pattern":"^(?!/)(?!.*(^|/)\\\\.\\\\.(/|$))[^\\\\\\\\\\\\r\\\\n]{1,200}$"}},"deploys":{"title":"true or false","description":"false for what is built and tested only.","type":"boolean"}}},"rule":{"title":"a map with branch and environment","type":"object","additionalProperties":false,"required":["branch","environment"],"properties":{"branch":{"title":"a branch, or a pattern such as release/*","description":"Case counts; * does not match a slash, ** does.","type":"string","minLength":1,"maxLength":200,"pattern":"^(?!refs/)[^\\\\s]+$"},"environment":{"title":"the name of an environment","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$"},"deploys":{"title":"true or false","description":"false where this environment is for builds and tests only.","type":"boolean"}}}}}');
// EXTERNAL MODULE: ./build/src/engine/planning/located-faults.js
var located_faults = __webpack_require__(52574);
// EXTERNAL MODULE: ./build/src/engine/planning/schema-check.js
var schema_check = __webpack_require__(29556);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(15698);
;// CONCATENATED MODULE: ./build/src/operations/hub/hub-file.js







async function readHubFile(path, shownAs) {
    const read = await readHubText(path, shownAs);
    if ('faults' in read)
        throw new errors/* UserError */.yo(read.faults);
    return read.hub;
}
async function readHubText(path, shownAs) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new errors/* UserError */.yo(`The hub file ${(0,wording/* quote */.hD)(shownAs)} cannot be read: ${(0,errors/* messageOf */.bD)(error)}. Check the input hub-file, and that the repository is checked out before this step.`);
    });
    return readHub(text, shownAs);
}
async function readHub(text, file) {
    const parsed = await (0,yaml.parseYaml)(text);
    const document = 'faults' in parsed ? parsed.document : parsed;
    const syntax = 'faults' in parsed ? parsed.faults.map((fault) => ({ ...fault, file })) : [];
    if (!document)
        return { faults: syntax };
    const kind = { schema: hub_schema_namespaceObject, name: 'hub file', holds: 'sources and environments' };
    const { faults, sound } = await (0,schema_check/* checkAgainstSchema */.F)(document.value, kind);
    const all = [...syntax, ...(0,located_faults/* locate */.x)([...faults, ...contradictions(sound)], document, file)];
    return all.length > 0 ? { faults: all.sort(located_faults/* byPlace */.h) } : { hub: resolve(sound) };
}
function contradictions({ sources = {}, environments = [] }) {
    const names = Object.keys(sources);
    const twice = names.filter((name, index) => names.findIndex((one) => same(one, name)) < index);
    const unreachable = environments.flatMap((rule, index) => {
        const before = environments
            .slice(0, index)
            .find((one) => one?.branch !== undefined && covers(one.branch, rule?.branch));
        if (!before)
            return [];
        const message = `The rule for ${(0,wording/* quote */.hD)(rule?.branch)} never counts: the one for ${(0,wording/* quote */.hD)(before.branch)} before it fits first. Put it above, or take it out.`;
        return [{ at: ['environments', index, 'branch'], message }];
    });
    return [
        ...twice.map((name) => ({
            at: ['sources', name],
            key: 'key',
            message: `The source ${(0,wording/* quote */.hD)(name)} is there twice: GitHub does not distinguish case in names.`,
        })),
        ...unreachable,
    ];
}
function covers(pattern, branch) {
    if (branch === undefined)
        return false;
    if (pattern === branch || pattern === '**')
        return true;
    if (pattern === '*')
        return !branch.includes('/') && !branch.includes('**');
    const folder = /^([^*?[{]+\/)\*\*$/.exec(pattern)?.[1];
    return folder !== undefined && branch.startsWith(folder);
}
function resolve({ sources = {}, environments = [], senders }) {
    return {
        sources: Object.entries(sources).map(([repository, { events = [], components = {}, deploys = true }]) => ({
            ...{ repository, events, deploys },
            components: new Map(Object.entries(components)),
        })),
        environments: environments.map((rule) => ({
            ...{ branch: rule?.branch ?? '', environment: rule?.environment ?? '', deploys: rule?.deploys ?? true },
        })),
        senders: senders && new Set(senders.map((login) => login.toLowerCase())),
    };
}
function sourceNamed(hub, repository) {
    return hub.sources.find((source) => same(source.repository, repository));
}
async function ruleFor(hub, branch) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 14006, 19));
    return hub.environments.find((rule) => rule.branch === branch || picomatch.isMatch(branch, rule.branch, PATTERN));
}
const PATTERN = { dot: true, nonegate: true, noextglob: true, nobrace: true };
function same(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}


/***/ })
,

/***/ 56223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rm: () => (/* binding */ eventFile),
/* harmony export */   kk: () => (/* binding */ EVENT_ARTIFACT),
/* harmony export */   zh: () => (/* binding */ readEventFile)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64339);
/* harmony import */ var _hub_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96537);
/* harmony import */ var _verdict_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18029);




const EVENT_ARTIFACT = 'release-actions-hub-event';
function eventFile(verdict) {
    const { verdict: word, reason, source, ref, sha, components } = (0,_verdict_text_js__WEBPACK_IMPORTED_MODULE_2__/* .handOn */ .x)(verdict);
    return `${JSON.stringify({ verdict: word, reason, source, ref, sha, components })}\n`;
}
const VERDICTS = ['admitted', 'repeated', 'superseded', 'refused', 'self-test'];
const LONGEST_REASON = 500;
async function readEventFile(bytes, hub) {
    const { verdict, reason, source: claimed, ref, sha, components } = parse(bytes);
    const source = typeof claimed === 'string' ? (0,_hub_file_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceNamed */ .Lt)(hub, claimed) : undefined;
    const branch = typeof ref === 'string' ? /^refs\/heads\/(.{1,255})$/.exec(ref)?.[1] : undefined;
    const rule = source && branch !== undefined ? await (0,_hub_file_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleFor */ .sG)(hub, branch) : undefined;
    const known = Array.isArray(components) ? components.filter((id) => source?.components.has(id)) : [];
    return {
        verdict: VERDICTS.find((word) => word === verdict) ?? (source ? 'admitted' : 'unknown'),
        ...(typeof reason === 'string' && { reason: reason.slice(0, LONGEST_REASON) }),
        ...(source && { source: source.repository }),
        ...(source && branch !== undefined && { ref: `refs/heads/${branch}` }),
        ...(source && /^[0-9a-f]{40}$/.test(String(sha)) && { sha: String(sha) }),
        ...(rule && { environment: rule.environment }),
        ...(known.length > 0 && { components: known }),
    };
}
function parse(bytes) {
    try {
        const value = JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
        if ((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u)(value))
            return value;
    }
    catch (error) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The artifact ${EVENT_ARTIFACT} is not valid JSON: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The artifact ${EVENT_ARTIFACT} is not a JSON object.`);
}


/***/ }),

/***/ 18029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tellVerdict),
/* harmony export */   x: () => (/* binding */ handOn)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32961);

function tellVerdict({ verdict, reason }, log) {
    if (verdict === 'refused')
        log.warning(`Event refused: ${reason}`);
    else
        log.notice(`Event ${verdict}: ${reason}`);
}
function handOn(verdict) {
    const { source, ref, sha, reason } = verdict;
    const place = source && ref && sha ? { source, ref, sha, ...statusOf(verdict) } : {};
    const common = { verdict: verdict.verdict, reason, admitted: verdict.verdict === 'admitted', ...place };
    if (verdict.verdict !== 'admitted' && verdict.verdict !== 'repeated')
        return common;
    const { environment, deploys, components } = verdict;
    const ids = [...components.keys()];
    return {
        ...{ ...common, environment, deploys, components: ids, label: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .componentsLabel */ .t)(ids) },
        matrix: { include: [...components].map(([component, path]) => ({ component, path })) },
    };
}
function statusOf(verdict) {
    switch (verdict.verdict) {
        case 'admitted':
            return {
                state: 'pending',
                description: `${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .componentsLabel */ .t)([...verdict.components.keys()])}: ${verdict.deploys ? 'on its way to' : 'checked for'} ${verdict.environment}`,
            };
        case 'repeated':
            return {
                state: 'success',
                description: `${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .componentsLabel */ .t)([...verdict.components.keys()])}: done before, nothing to do`,
            };
        case 'superseded':
        case 'self-test':
            return { state: 'success', description: verdict.reason };
        case 'refused':
            return { state: 'error', description: verdict.reason };
    }
}


/***/ }),

/***/ 32961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ componentsLabel)
/* harmony export */ });
const LONGEST_LABEL = 60;
function componentsLabel(ids) {
    const sorted = [...ids].sort();
    const all = sorted.join(', ');
    return all.length <= LONGEST_LABEL ? all : `${sorted.length} components (${checksum(all)})`;
}
function checksum(text) {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(text))
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0');
}


/***/ })
,

/***/ 92818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ readHubEvent),
/* harmony export */   Md: () => (/* binding */ payloadOf),
/* harmony export */   cd: () => (/* binding */ SELF_TEST)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64339);

const SELF_TEST = 'release-actions-self-test';
function payloadOf(push, { components }) {
    const { repository: source_repo, ref, sha, before = null, run } = push;
    return { format: 1, source_repo, ref, sha, before, component: components.join(','), run };
}
function readHubEvent(event) {
    const { action, client_payload, sender } = asRecord(event);
    const payload = asRecord(client_payload);
    return {
        type: textOf(action) ?? '',
        sender: textOf(asRecord(sender).login),
        source: textOf(payload.source_repo) ?? textOf(payload.repository),
        ref: textOf(payload.ref),
        sha: textOf(payload.sha),
        components: listOf(payload.components ?? payload.component),
        environment: textOf(payload.environment),
    };
}
function asRecord(value) {
    return (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(value) ? value : {};
}
function textOf(value) {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
function listOf(value) {
    const parts = Array.isArray(value) ? value.map(String) : (textOf(value) ?? '').split(',');
    return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}


/***/ })
,

/***/ 87171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ commitState)
/* harmony export */ });
/* harmony import */ var _platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33471);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55941);


const CONCLUSIONS = {
    success: 'success',
    neutral: 'success',
    skipped: 'success',
    failure: 'failure',
    timed_out: 'failure',
    cancelled: 'error',
    action_required: 'error',
    startup_failure: 'error',
    stale: 'error',
};
const UNDER_WAY = ['queued', 'in_progress', 'waiting', 'requested'];
function commitState(word) {
    const state = _platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMIT_STATES */ .$c.find((one) => one === word) ?? CONCLUSIONS[Object.hasOwn(CONCLUSIONS, word) ? word : ''];
    if (state)
        return state;
    if (UNDER_WAY.includes(word))
        return 'pending';
    const known = [...new Set([..._platform_github_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMIT_STATES */ .$c, ...Object.keys(CONCLUSIONS)])];
    throw new Error(`it is no state and no conclusion of GitHub; expected ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known, 'or')}`);
}


/***/ })

};
