export const id = 6537;
export const ids = [6537];
export const modules = {

/***/ 6537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kE: () => (/* binding */ readHubFile),
  sG: () => (/* binding */ ruleFor),
  Lt: () => (/* binding */ sourceNamed)
});

// UNUSED EXPORTS: readHub

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/hub.schema.json
const hub_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"a hub file","description":"Which repositories tell this one what changed, and which environment a branch of theirs leads to.","type":"object","additionalProperties":false,"required":["sources","environments"],"properties":{"$schema":{"type":"string","description":"Where this schema is, for editors."},"sources":{"title":"a map from owner/name to a source","description":"The repositories whose events are listened to. Nobody else\'s are.","type":"object","minProperties":1,"propertyNames":{"title":"a repository as owner/name","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}/[A-Za-z0-9._-]{1,100}$"},"additionalProperties":{"$ref":"#/definitions/source"}},"environments":{"title":"a list of rules, each with branch and environment","description":"From branch to environment; the first rule that fits counts.","type":"array","minItems":1,"items":{"$ref":"#/definitions/rule"}},"senders":{"title":"a list of logins","description":"Who may send events; without it, everybody whose token may.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"a login","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]*(\\\\[bot\\\\])?$"}}},"definitions":{"source":{"title":"a map with events and components","type":"object","additionalProperties":false,"required":["events","components"],"properties":{"events":{"title":"a list of event types","description":"The types of repository_dispatch that it may send.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"an event type of at most 100 characters","type":"string","minLength":1,"maxLength":100}},"components":{"title":"a map from component to its folder","description":"What can change in it, and where that is; \\".\\" is the whole repository.","type":"object","minProperties":1,"propertyNames":{"title":"an id of letters, digits, - and _","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"},"additionalProperties":{"title":"a folder inside the repository, such as services/auth or .","type":"string","pattern":"^(?!/)(?!.*(^|/)\\\\.\\\\.(/|$))[^\\\\\\\\\\\\r\\\\n]{1,200}$"}},"deploys":{"title":"true or false","description":"false for what is built and tested only.","type":"boolean"}}},"rule":{"title":"a map with branch and environment","type":"object","additionalProperties":false,"required":["branch","environment"],"properties":{"branch":{"title":"a branch, or a pattern such as release/*","description":"Case counts; * does not match a slash, ** does.","type":"string","minLength":1,"maxLength":200,"pattern":"^(?!refs/)[^\\\\s]+$"},"environment":{"title":"the name of an environment","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$"},"deploys":{"title":"true or false","description":"false where this environment is for builds and tests only.","type":"boolean"}}}}}');
// EXTERNAL MODULE: ./build/src/engine/planning/located-faults.js
var located_faults = __webpack_require__(2574);
// EXTERNAL MODULE: ./build/src/engine/planning/schema-check.js
var schema_check = __webpack_require__(9556);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(5941);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(5698);
;// CONCATENATED MODULE: ./build/src/operations/hub/hub-file.js







/** Reads a hub file; throws a UserError with every fault in it, each with file, line and column. */
async function readHubFile(path, shownAs) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new errors/* UserError */.yo(`The hub file ${(0,wording/* quote */.hD)(shownAs)} cannot be read: ${(0,errors/* messageOf */.bD)(error)}. Check the input hub-file, and that the repository is checked out before this step.`);
    });
    const read = await readHub(text, shownAs);
    if ('faults' in read)
        throw new errors/* UserError */.yo(read.faults);
    return read.hub;
}
/** The hub that a text says, or every fault of syntax, structure and meaning in it. */
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
/** Whether every branch that fits the second fits the first, as far as it is plain to see. */
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
/** The source of this name; GitHub does not distinguish case in names. */
function sourceNamed(hub, repository) {
    return hub.sources.find((source) => same(source.repository, repository));
}
/** The first rule that fits the branch; case counts, `*` matches no slash, `**` does. */
async function ruleFor(hub, branch) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 4006, 19));
    return hub.environments.find((rule) => rule.branch === branch || picomatch.isMatch(branch, rule.branch, PATTERN));
}
/** As GitHub's own branch filters read a pattern. */
const PATTERN = { dot: true, nonegate: true, noextglob: true, nobrace: true };
function same(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}


/***/ })

};
