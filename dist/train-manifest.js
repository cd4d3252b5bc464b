export const id = 4963;
export const ids = [4963, 3215, 3725, 6955];
export const modules = {

/***/ 84963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ placeholderFaults),
/* harmony export */   Ie: () => (/* binding */ fillPartly),
/* harmony export */   LC: () => (/* binding */ isOutputName),
/* harmony export */   QX: () => (/* binding */ isEngineName),
/* harmony export */   pz: () => (/* binding */ fillIn),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* unused harmony export NAMES */
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55941);

const PLACEHOLDER = /(?<!\\)(\\*)\{(?!captured\.)([A-Za-z_][\w.-]*)\}/g;
const NAMES = [
    'version',
    'previous-version',
    'release-type',
    'component',
    'environment',
    'dependency-versions',
    'nonce',
    'train',
];
function isEngineName(name) {
    return name === 'nonce' || name === 'train' || isOutputName(name);
}
function isOutputName(name) {
    return name.startsWith('outputs.') || name.startsWith('previous-outputs.');
}
function namesIn(template) {
    if (!template.includes('{'))
        return [];
    return [...new Set(partsOf(template).flatMap((part) => ('name' in part ? [part.name] : [])))];
}
function fillIn(template, values) {
    if (!template.includes('{'))
        return template;
    return partsOf(template)
        .map((part) => {
        if ('text' in part)
            return part.text;
        const value = lookUp(values, part.name);
        if (value === undefined)
            throw new Error(`No value for {${part.name}} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(template)}.`);
        return value;
    })
        .join('');
}
function fillPartly(template, values) {
    if (!template.includes('{'))
        return template;
    let filled = '';
    let text = '';
    for (const part of partsOf(template)) {
        const value = 'text' in part ? part.text : lookUp(values, part.name);
        if (value !== undefined)
            text += value;
        else if ('name' in part) {
            filled += `${literal(text).replace(/(?<!\\)\\+$/, '$&$&')}{${part.name}}`;
            text = '';
        }
    }
    return filled + literal(text);
}
function placeholderFaults(template, environmentNames, place = 'inputs') {
    if (!template.includes('{'))
        return [];
    const known = [...NAMES, ...[...environmentNames].map((name) => `environment.${name}`)];
    const captured = place === 'health' ? [] : [...template.matchAll(/\{(captured\.[\w.-]+)\}/g)].map(([, name = '']) => name);
    const unknown = [...namesIn(template).filter((name) => !known.includes(name) && !isOutputName(name)), ...captured];
    return [
        ...misshapen(template),
        ...unknown.map((name) => `Unknown {${name}} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(template)}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(name, known) || '.'} Known: ${known.map((one) => `{${one}}`).join(' ')}. To mean the text itself, write \\{${name}}.`),
    ];
}
function misshapen(template) {
    if (/\$\{\{/.test(template)) {
        return [`\${{ }} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(template)} is not evaluated in a manifest; use a name such as {version}.`];
    }
    const doubled = /\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}/.exec(template);
    const blank = /\{(?:\s+([A-Za-z_][\w.-]*)\s*|([A-Za-z_][\w.-]*)\s+)\}/.exec(template);
    const found = doubled ?? blank;
    const name = found?.[1] ?? found?.[2];
    return found ? [`${found[0]} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(template)}: write {${name}}, with single braces and without blanks.`] : [];
}
function partsOf(template) {
    const parts = [];
    let from = 0;
    for (const match of template.matchAll(PLACEHOLDER)) {
        const [whole, backslashes = '', name = ''] = match;
        const kept = backslashes.slice(0, Math.floor(backslashes.length / 2));
        const escaped = backslashes.length % 2 === 1;
        parts.push({ text: template.slice(from, match.index) + kept + (escaped ? `{${name}}` : '') });
        if (!escaped)
            parts.push({ name });
        from = match.index + whole.length;
    }
    return [...parts, { text: template.slice(from) }];
}
function literal(text) {
    return text.replace(PLACEHOLDER, '$1$1\\{$2}');
}
function lookUp(values, name) {
    return Object.hasOwn(values, name) ? values[name] : undefined;
}


/***/ })
,

/***/ 63215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ collectFaults)
/* harmony export */ });
const LONGEST_MESSAGE = 1_000;
function collectFaults(limit = 100) {
    const faults = [];
    let more = 0;
    return {
        add(at, message, key) {
            if (faults.length >= limit)
                more += 1;
            else
                faults.push({ message: shortened(message()), ...(at && { at }), ...(key && { key }) });
        },
        all: () => (more === 0 ? faults : [...faults, { message: `${more} more faults of this kind are not shown.` }]),
    };
}
function shortened(message) {
    return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}


/***/ })
,

/***/ 88850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ checkStructure)
});

;// CONCATENATED MODULE: ./build/release-train.schema.json
const release_train_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"a release train manifest","description":"Which repositories are released or deployed together, what each of them needs, and how.","type":"object","additionalProperties":false,"required":["name","components"],"properties":{"$schema":{"type":"string","description":"Where this schema is, for editors."},"name":{"allOf":[{"$ref":"#/definitions/id"}],"description":"The name of the train: of its state, its tags and its reports."},"defaults":{"title":"a map of defaults","type":"object","additionalProperties":false,"description":"What holds for every component that does not say otherwise.","properties":{"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that is dispatched."},"event-type":{"allOf":[{"$ref":"#/definitions/event-type"}],"description":"The repository_dispatch that is sent instead of a workflow."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that workflows run on; the repository\'s default branch by default."},"approval-timeout":{"allOf":[{"$ref":"#/definitions/approval-duration"}],"description":"How long a run may wait for people (reviewers or the timer of an environment), which is no part of timeout; 72h by default, at most 720h."},"on-approval-timeout":{"title":"leave or cancel","enum":["leave","cancel"],"description":"What becomes of a run that nobody approved in that time: it goes on waiting (leave, the default) or is cancelled."},"deployments":{"title":"true or false","type":"boolean","description":"Whether deployments are recorded in the components\' repositories as deployments of GitHub, which people see there. They are a picture, not a gate; a job with an environment makes such a record by itself. Default, false."},"outputs":{"title":"the name of an artifact","type":"string","pattern":"^[^\\"\':<>|*?\\\\r\\\\n\\\\\\\\/]{1,255}$","description":"The artifact that every component\'s run leaves with what it hands on; mostly a component says that itself."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long a run may take; 30m by default."},"gate-timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long gates may take; by default 30m for a package to be served, else the environment\'s health_timeout."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"Inputs that every component\'s workflow is given. Texts may hold {version} {previous-version} {release-type} {component} {environment} {environment.NAME} {dependency-versions} {nonce} {train}."}}},"tokens":{"title":"a map from owners to environment variables","type":"object","description":"Which environment variable holds the token for an owner\'s repositories. Owners that are not here use the action\'s own token.","propertyNames":{"title":"the name of a user or organisation","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"},"additionalProperties":{"title":"the name of an environment variable, such as EDA_TOKEN","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"groups":{"title":"a map of groups","type":"object","description":"Components that belong together: in reports, in the selection, and, if they say so, in their version.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"a group","type":["object","null"],"additionalProperties":false,"properties":{"version":{"title":"shared or independent","enum":["shared","independent"],"description":"shared: the members release under one version. independent (the default): each has its own."}}}},"components":{"title":"a map of at least one component","type":"object","minProperties":1,"description":"The components, by their ids. Where the graph leaves a choice, their order here decides.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"$ref":"#/definitions/component"}},"environments":{"title":"a map of environments","type":"object","description":"Where the train can deploy to. What an environment defines is {environment.NAME} in texts.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"an environment","type":["object","null"],"properties":{"health_timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long health checks may take here; 120s by default."},"rollback":{"title":"true or false","type":"boolean","description":"Whether a failure rolls back what this train has deployed here; false by default."},"production":{"title":"true or false","type":"boolean","description":"Whether people depend on what runs here, so that a failure is critical; true for the environment named production."}},"propertyNames":{"title":"a name of letters, digits, \'_\' and \'-\' that starts with a letter","pattern":"^[A-Za-z][A-Za-z0-9_-]*$"},"additionalProperties":{"$ref":"#/definitions/scalar"}}},"strategy":{"title":"sequential, parallel or canary","enum":["sequential","parallel","canary"],"description":"parallel (the default): as many at once as the needs and max-parallel allow. sequential: one at a time, or max-parallel where that is given. canary: the canary\'s components first, and the rest once they stayed healthy. In all of them a component starts only when what it needs has succeeded and is healthy."},"canary":{"title":"a canary","type":"object","additionalProperties":false,"required":["components"],"description":"What goes first with strategy canary.","properties":{"components":{"title":"a list of at least one component id","type":"array","items":{"$ref":"#/definitions/id"},"uniqueItems":true,"minItems":1,"description":"The components that go first, with what they need."},"bake":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long they must stay healthy before the rest starts; 0s by default."}}},"on-failure":{"title":"continue or halt","enum":["continue","halt"],"description":"continue (the default): components that do not depend on the failed one go on. halt: nothing new is started."},"max-parallel":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many components may be in flight at once; by default as many as the needs allow."},"state-commit-prefix":{"title":"a text of one line, at most 60 characters long","type":"string","pattern":"^\\\\S(?:[^\\\\r\\\\n]{0,58}\\\\S)?$","description":"What the messages of the commits on the state branch begin with, where a ruleset wants that, such as ABC-123:."},"notifications":{"title":"a map with channels and rules","description":"Who is told of what; see the action notify. Names in capitals are names of secrets, which are passed by channel-secrets.","type":"object","additionalProperties":false,"properties":{"channels":{"title":"a map of channels","description":"Where people and systems are told. Each channel is of the kind that its first key says.","type":"object","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"a channel, such as { slack-webhook: SLACK_URL }","type":"object","additionalProperties":false,"properties":{"slack":{"title":"the name of the secret with the bot token","type":"string","description":"A bot of Slack: one message a train, kept up to date, with details in its thread."},"channel":{"title":"a Slack channel, such as \\"#alerts\\" or its id","type":"string","pattern":"^(#[^\\\\s#]{1,79}|[CGD][A-Z0-9]{5,20})$","description":"Where the bot posts; invite it there."},"mention":{"title":"a mention of Slack, such as <!subteam^S012>, <@U012>, <!here> or <!channel>","type":"string","pattern":"^<(!subteam\\\\^[A-Z0-9]{3,20}|@[A-Z0-9]{3,20}|!here|!channel)>$","description":"Who is mentioned where something went wrong."},"api":{"title":"the address of another Slack, such as https://slack-gov.com/api","type":"string","pattern":"^https?://[^\\\\s@]+$","description":"Another Slack than slack.com, such as GovSlack."},"slack-webhook":{"title":"the name of the secret with the webhook\'s URL","type":"string","description":"An incoming webhook of Slack: a post a message."},"email":{"title":"a list of addresses","type":"array","minItems":1,"maxItems":50,"items":{"title":"an address","type":"string"},"description":"Mail to these addresses, sent encrypted or not at all."},"from":{"title":"the sender, such as Releases <train@example.com>","type":"string","description":"Whom the mail is from."},"smtp":{"title":"the name of the secret with smtps://user:password@host:465 or smtp://user:password@host:587","type":"string","description":"The mail server; TLS is required."},"issue":{"title":"a repository as owner/name","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}/[A-Za-z0-9._-]{1,100}$","description":"A GitHub issue a problem, closed when it is resolved."},"labels":{"title":"a list of labels","type":"array","maxItems":20,"items":{"title":"a label of at most 50 characters","type":"string","minLength":1,"maxLength":50},"description":"Labels of the issue besides our own."},"assignees":{"title":"a list of logins","type":"array","maxItems":10,"items":{"title":"a login","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"},"description":"Who is assigned from the start; that alone acknowledges nothing."},"webhook":{"title":"the name of the secret with the receiver\'s URL","type":"string","description":"A signed webhook, as standardwebhooks.com has it."},"secret":{"title":"the name of the secret that messages are signed with","type":"string","description":"Base64 of at least 16 bytes; two, parted by a blank, while one replaces the other."},"teams":{"title":"the name of the secret with the URL of the Teams workflow","type":"string","description":"A workflow of Microsoft Teams that posts to a channel."},"discord":{"title":"the name of the secret with the webhook\'s URL","type":"string","description":"A webhook of Discord."}}}},"rules":{"title":"a list of rules","description":"Every rule that fits a fact sends it to its channels; without rules nobody is told.","type":"array","maxItems":100,"items":{"title":"a rule, such as { events: [failed], channels: [alerts] }","type":"object","required":["channels"],"additionalProperties":false,"properties":{"events":{"title":"a list of events","description":"Default: all.","type":"array","minItems":1,"items":{"title":"an event such as failed","type":"string","pattern":"^[a-z][a-z0-9-]{0,63}$"}},"severity":{"title":"the least severity: info, warning, error or critical","enum":["info","warning","error","critical"],"description":"Only what is at least so bad. Default: all."},"environments":{"title":"a list of environments","description":"Default: all, and what has no environment.","type":"array","minItems":1,"items":{"title":"an environment","type":"string"}},"channels":{"title":"a list of channels","type":"array","minItems":1,"items":{"title":"the name of a channel","type":"string"},"description":"Who is told."},"escalate":{"title":"who is told when nobody acts: { after: 5m, to: [lead] }","type":"object","required":["after","to"],"additionalProperties":false,"properties":{"after":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long somebody has to acknowledge it."},"to":{"title":"a list of channels","type":"array","minItems":1,"items":{"title":"the name of a channel","type":"string"},"description":"Who is told then."},"every":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long until they are told again. Default: once only."},"times":{"title":"a whole number from 1 to 100","type":"integer","minimum":1,"maximum":100,"description":"How often in all; 3 by default where every is said."}},"description":"Who is told when nobody acknowledges the problem; see docs/notifications.md."}}}}}}},"definitions":{"id":{"title":"an id of lower-case letters, digits, \'.\', \'_\' and \'-\', at most 64 long, that starts with a letter or digit","type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$","maxLength":64},"text":{"title":"a text that is not empty","type":"string","minLength":1},"ids":{"title":"a list of component ids","type":"array","items":{"$ref":"#/definitions/id"},"uniqueItems":true},"approval-duration":{"title":"a duration of at most 30 days, such as 30m, 2h or 72h","type":"string","pattern":"^([0-9]{1,9}s|[0-9]{1,4}m|[0-9]{1,2}h|[1-6][0-9]{2}h|7[01][0-9]h|720h)$"},"duration":{"title":"a duration such as 90s, 30m or 2h","type":"string","pattern":"^[0-9]{1,9}(\\\\.[0-9]{1,3})?[smh]$"},"short-duration":{"title":"a duration such as 500ms, 90s or 5m","type":"string","pattern":"^([0-9]{1,9}(\\\\.[0-9]{1,3})?[smh]|[0-9]{1,9}ms)$"},"repository":{"title":"a repository as owner/name","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}/(?!\\\\.{1,2}$)[A-Za-z0-9._-]{1,100}$"},"workflow":{"title":"the file name of a workflow, such as release.yml","type":"string","pattern":"^[^/\\\\\\\\\\\\s]+\\\\.ya?ml$","maxLength":255},"event-type":{"title":"an event type of 1 to 100 characters","type":"string","minLength":1,"maxLength":100},"ref":{"title":"the name of a branch or tag","type":"string","pattern":"^[^\\\\s~^:?*\\\\[\\\\\\\\]+$","maxLength":255},"scalar":{"title":"a text, a number, true or false","type":["string","number","boolean"]},"inputs":{"title":"a map from input names to texts","type":"object","maxProperties":25,"additionalProperties":{"$ref":"#/definitions/scalar"}},"whole":{"title":"a whole number of at least 1","type":"integer","minimum":1},"check":{"title":"a health check","type":"object","additionalProperties":false,"minProperties":1,"description":"A check as the action verify-health takes it. Texts may hold the {names} that inputs may.","properties":{"name":{"title":"a text that is not empty","type":"string","minLength":1,"description":"What the check is called in reports."},"kind":{"title":"http, tcp, dns, tls, mcp or suite","enum":["http","tcp","dns","tls","mcp","suite"],"description":"What is checked; http by default."},"url":{"title":"a text that is not empty","type":"string","minLength":1,"description":"Where the check looks."},"method":{"title":"a text that is not empty","type":"string","minLength":1,"description":"The HTTP method."},"headers":{"title":"a map of headers","type":"object","additionalProperties":{"$ref":"#/definitions/scalar"},"description":"Headers to send."},"body":{"description":"The body to send; anything but a text is sent as JSON."},"expect-status":{"description":"The status, or statuses, that are healthy."},"expect-version":{"allOf":[{"$ref":"#/definitions/scalar"}],"description":"The version that the service must say it runs."},"version":{"allOf":[{"$ref":"#/definitions/scalar"}],"description":"The same as expect-version."},"version-path":{"title":"a text that is not empty","type":"string","minLength":1,"description":"Where the version stands in the body of the answer."},"condition":{"title":"a text that is not empty","type":"string","minLength":1,"description":"A condition in CEL over status, headers, body, text, latency and certificate."},"max-latency":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"An answer that takes longer is not healthy."},"timeout":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long the check may take to become healthy."},"attempt-timeout":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long one try may take."},"interval":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long to wait between tries."},"consecutive-successes":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many tries in a row must succeed."},"failure-limit":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many tries may fail before the check is unhealthy."},"window":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"The time over which max-error-rate is measured."},"max-error-rate":{"title":"a number from 0 to 1","type":"number","minimum":0,"maximum":1,"description":"The share of tries in the window that may fail."},"only-topic":{"title":"a text that is not empty","type":"string","minLength":1,"description":"The check is only for repositories with this topic."},"until-gone":{"title":"true or false","type":"boolean","description":"Healthy once the target is gone."},"min-days":{"title":"a whole number","type":"integer","minimum":0,"description":"tls: for how many days more the certificate must be valid."},"min-tools":{"title":"a whole number","type":"integer","minimum":0,"description":"mcp: how many tools the server must offer."},"record":{"title":"a text that is not empty","type":"string","minLength":1,"description":"dns: the type of record, such as A or TXT."},"server":{"title":"a text that is not empty","type":"string","minLength":1,"description":"dns: the server that is asked."},"severity":{"title":"fail or warn","enum":["fail","warn"],"description":"Whether an unhealthy answer fails the component or only warns."},"steps":{"title":"a list of steps","type":"array","description":"The steps of a suite."}}},"component":{"title":"a component","type":"object","additionalProperties":false,"required":["repository"],"description":"One thing that is released or deployed: a repository and what it needs.","properties":{"repository":{"allOf":[{"$ref":"#/definitions/repository"}],"description":"Where it lives: owner/name."},"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that releases or deploys it, started by workflow_dispatch. Instead of defaults.workflow."},"event-type":{"allOf":[{"$ref":"#/definitions/event-type"}],"description":"Starts it by a repository_dispatch of this type instead of a workflow; inputs become the client_payload."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that the workflow runs on."},"needs":{"allOf":[{"$ref":"#/definitions/ids"}],"description":"The components that must have succeeded before this one starts."},"group":{"allOf":[{"$ref":"#/definitions/id"}],"description":"The group it belongs to."},"package":{"title":"{ npm: NAME } or { pypi: NAME }, or a list of these","type":["object","array"],"additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"npm":{"title":"the name of an npm package","type":"string","pattern":"^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$","maxLength":214,"description":"The name on the npm registry."},"pypi":{"title":"the name of a Python package","type":"string","pattern":"^([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])$","maxLength":214,"description":"The name on the Python package index."}},"items":{"$ref":"#/definitions/package"},"minItems":1,"description":"The package it publishes, or a list of them. It has succeeded only when the registries serve the planned version of all, and its current version is read there and from its tags."},"tag":{"title":"the form of a tag with {version} in it once, such as \\"core-v{version}\\"","type":"string","pattern":"^[^{}\\\\s~^:?*\\\\[\\\\\\\\]*\\\\{version\\\\}[^{}\\\\s~^:?*\\\\[\\\\\\\\]*$","maxLength":200,"description":"The form of its tags. Without it name@1.2.3, name-v1.2.3, name/v1.2.3 (by the component\'s id, package or repository), v1.2.3, 1.2.3 and release-1.2.3 are understood."},"directory":{"title":"a folder of the repository, such as packages/core","type":"string","pattern":"^(?!.*(^|/)\\\\.\\\\.(/|$))[^\\\\\\\\]+$","maxLength":255,"description":"Where its package.json is; the root by default."},"line":{"title":"a maintenance line such as 1.x or 1.4.x","type":"string","pattern":"^[0-9]{1,9}(\\\\.[0-9]{1,9})?\\\\.x$","description":"Only versions of this line count, and only such are released: 1.x goes on while 2.x is the latest."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"What the workflow is given, over defaults.inputs. Texts may hold {version} {previous-version} {release-type} {component} {environment} {environment.NAME} {dependency-versions} {nonce} {train}, and of what it needs {outputs.COMPONENT.KEY}; \\\\{name} is the text {name} itself."},"approval-timeout":{"allOf":[{"$ref":"#/definitions/approval-duration"}],"description":"How long its run may wait for people; see defaults."},"on-approval-timeout":{"title":"leave or cancel","enum":["leave","cancel"],"description":"What becomes of a run that nobody approved in that time; see defaults."},"deployments":{"title":"true or false","type":"boolean","description":"Whether its deployments are recorded as deployments of GitHub; see defaults."},"outputs":{"title":"the name of an artifact","type":"string","pattern":"^[^\\"\':<>|*?\\\\r\\\\n\\\\\\\\/]{1,255}$","description":"The artifact of its run with what it hands on: one JSON file of at most 32 kB, a map of texts. Those that need it ask for {outputs.COMPONENT.KEY}, its rollback for {previous-outputs.KEY}."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long its run may take, from dispatch to conclusion."},"gate-timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long its gates may take: healthy, package served."},"health":{"title":"a list of health checks","type":"array","items":{"$ref":"#/definitions/check"},"description":"It has succeeded only when all of these pass."},"rollback":{"title":"a rollback","type":"object","additionalProperties":false,"required":["workflow"],"description":"How to undo it when the train fails.","properties":{"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that rolls it back."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that it runs on; the component\'s by default."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"What it is given; mostly { version: \\"{previous-version}\\" }. {previous-outputs.KEY} is what the component handed on when it was deployed in that version."}}},"compatible":{"title":"a map from component ids to version ranges","type":"object","additionalProperties":{"$ref":"#/definitions/text"},"description":"Ranges (as npm writes them) that other components\' versions must lie in, checked before anything starts."}}},"package":{"title":"{ npm: NAME } or { pypi: NAME }","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"npm":{"title":"the name of an npm package","type":"string","pattern":"^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$","maxLength":214,"description":"The name on the npm registry."},"pypi":{"title":"the name of a Python package","type":"string","pattern":"^([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])$","maxLength":214,"description":"The name on the Python package index."}}}}}');
// EXTERNAL MODULE: ./build/src/engine/planning/schema-check.js
var schema_check = __webpack_require__(29556);
;// CONCATENATED MODULE: ./build/src/engine/planning/manifest-structure.js


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
function checkStructure(value) {
    return (0,schema_check/* checkAgainstSchema */.F)(value, { schema: release_train_schema_namespaceObject, name: 'manifest', holds: 'name and components', synonyms: SYNONYMS });
}


/***/ }),

/***/ 3725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gp: () => (/* binding */ openManifest),
  Sw: () => (/* binding */ resolveManifestFile),
  vO: () => (/* binding */ resolveRead)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/train/manifest/asked-outputs.js
var asked_outputs = __webpack_require__(13307);
// EXTERNAL MODULE: ./build/src/train/manifest/check-components.js
var check_components = __webpack_require__(50225);
// EXTERNAL MODULE: ./build/src/train/manifest/check-notifications.js
var check_notifications = __webpack_require__(73497);
// EXTERNAL MODULE: ./build/src/train/manifest/check-sent.js
var check_sent = __webpack_require__(50671);
// EXTERNAL MODULE: ./build/src/train/manifest/faults.js
var manifest_faults = __webpack_require__(63215);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
;// CONCATENATED MODULE: ./build/src/train/manifest/owner.js
function ownerOf(repository) {
    return (repository.split('/', 1)[0] ?? '').toLowerCase();
}

// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var texts = __webpack_require__(89576);
;// CONCATENATED MODULE: ./build/src/train/manifest/check-manifest.js









const checked = Symbol('checked');
function checkManifest({ raw, written, faults: before, }) {
    const faults = [...before, ...faultsOfMeaning(raw)];
    if (faults.length > 0)
        return { faults };
    const components = Object.entries(raw.components ?? {});
    const warnings = [...unusedTokens(raw, components), ...(0,check_sent/* unnamedRuns */.J)(raw, components), ...(0,check_notifications/* rulesWithoutUse */.I)(raw)];
    return { raw, written, warnings, [checked]: true };
}
function faultsOfMeaning(raw) {
    const components = Object.entries(raw.components ?? {});
    return [
        checkIds(raw, components),
        ...(0,check_components/* checkComponents */.P)(raw, components),
        checkPlaceholders(raw, components),
        (0,asked_outputs/* checkAskedOutputs */.BW)(raw, components),
        checkCanary(raw),
        (0,check_notifications/* checkNotifications */.p)(raw),
        checkTokens(raw),
    ].flatMap((list) => list.all());
}
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
        faults.add(['canary', 'components', index], () => (0,check_components/* unknownComponent */.M)('canary.components names', id, known));
    }
    return faults;
}
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
var time_duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var notifications = __webpack_require__(21792);
;// CONCATENATED MODULE: ./build/src/train/manifest/resolve-manifest.js


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
        ...known({ stateCommitPrefix: raw['state-commit-prefix'] }),
        ...(raw.notifications && { notifications: (0,notifications/* resolveNotifications */.X5)(raw.notifications) }),
    };
}
function resolveComponent({ id, component, defaults, defaultInputs, written }) {
    const ref = component.ref ?? defaults.ref;
    const gateTimeout = component['gate-timeout'] ?? defaults['gate-timeout'];
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
            outputs: component.outputs ?? defaults.outputs,
        }),
        inputs: { ...defaultInputs, ...textsOf(component.inputs, [...at, 'inputs'], written) },
        timeout: milliseconds(component.timeout ?? defaults.timeout ?? '30m'),
        ...(gateTimeout !== undefined && { gateTimeout: milliseconds(gateTimeout) }),
        ...resolveOnGitHub({ ...defaults, ...component }),
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
function resolveOnGitHub({ 'approval-timeout': approvalTimeout, 'on-approval-timeout': onApprovalTimeout, deployments, }) {
    return {
        ...(approvalTimeout !== undefined && { approvalTimeout: milliseconds(approvalTimeout) }),
        ...(onApprovalTimeout === 'cancel' && { cancelUnapproved: true }),
        ...(deployments && { deployments: true }),
    };
}
function resolvePackage(published) {
    const one = ({ npm, pypi = '' }) => (npm === undefined ? { pypi } : { npm });
    if (!Array.isArray(published))
        return one(published);
    return published.filter((item) => item !== undefined).map(one);
}
function known(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}
function resolveDispatch(component, defaults) {
    const own = component.workflow !== undefined || component['event-type'] !== undefined;
    const { workflow, 'event-type': eventType } = own ? component : defaults;
    return eventType === undefined ? { workflow: workflow ?? '' } : { eventType };
}
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
var plan_request = __webpack_require__(19015);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(22556);
// EXTERNAL MODULE: ./build/src/train/plan/versioned.js
var versioned = __webpack_require__(1919);
;// CONCATENATED MODULE: ./build/src/train/plan/selection.js





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

// EXTERNAL MODULE: ./build/src/engine/planning/read-manifest.js
var read_manifest = __webpack_require__(42954);
;// CONCATENATED MODULE: ./build/src/engine/planning/open-manifest.js






function resolveRead({ parsed, located }) {
    const checked = checkManifest(parsed);
    if ('faults' in checked)
        return { faults: located(checked.faults) };
    return { manifest: resolveManifest(checked), warnings: located(checked.warnings), located };
}
async function resolveManifestFile(path, shownAs = path) {
    const resolved = resolveRead(await (0,read_manifest/* readManifestFile */.o)(path, shownAs));
    if ('faults' in resolved)
        throw new errors/* UserError */.yo(resolved.faults);
    return resolved;
}
async function openManifest(file, request, tokens) {
    const read = await (0,read_manifest/* readManifestFile */.o)(file.path, file.shownAs);
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

/***/ 42954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readManifest),
/* harmony export */   o: () => (/* binding */ readManifestFile)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55941);
/* harmony import */ var _platform_text_yaml_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15698);
/* harmony import */ var _located_faults_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52574);
/* harmony import */ var _manifest_structure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88850);







const LARGEST = 4 * 1024 * 1024;
const MOST_SYNTAX_FAULTS = 20;
async function readManifestFile(path, shownAs = path) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        const reason = error.code === 'ENOENT' ? 'there is no such file' : String(error);
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The manifest ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(shownAs)} cannot be read: ${reason}. Check the input manifest, and that the repository is checked out before this step.`, { cause: error });
    }
    return readManifest(text, shownAs);
}
async function readManifest(text, file) {
    const size = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.byteLength(text);
    if (size > LARGEST) {
        const message = `The manifest is ${megabytes(size)} MB; at most ${megabytes(LARGEST)} MB are read. Is this the right file?`;
        return unreadable([{ message, line: 1, column: 1 }], file);
    }
    const read = await (0,_platform_text_yaml_js__WEBPACK_IMPORTED_MODULE_5__.parseYaml)(text);
    const syntax = 'faults' in read ? read.faults : [];
    const document = 'faults' in read ? read.document : read;
    if (!document)
        return unreadable(syntax, file);
    const { faults, sound } = await (0,_manifest_structure_js__WEBPACK_IMPORTED_MODULE_3__/* .checkStructure */ .w)(document.value);
    return {
        parsed: {
            raw: sound,
            faults: [...placed(syntax), ...faults],
            written: (path, value) => document.written(path) ?? String(value),
        },
        located: (found) => (0,_located_faults_js__WEBPACK_IMPORTED_MODULE_6__/* .locate */ .x)(found, document, file).sort(_located_faults_js__WEBPACK_IMPORTED_MODULE_6__/* .byPlace */ .h),
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


/***/ }),

/***/ 13307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ checkAskedOutputs),
/* harmony export */   IS: () => (/* binding */ askedOutput),
/* harmony export */   Lf: () => (/* binding */ askedOfBefore),
/* harmony export */   UB: () => (/* binding */ askedIn)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55941);
/* harmony import */ var _check_components_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50225);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63215);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84963);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89576);





const OUTPUT = /^outputs\.([a-z0-9][a-z0-9._-]*)\.([A-Za-z][\w-]*)$/;
const PREVIOUS = /^previous-outputs\.([A-Za-z][\w-]*)$/;
function askedOutput(name) {
    const [, component, key] = OUTPUT.exec(name) ?? [];
    if (component !== undefined && key !== undefined)
        return { component, key };
    const [, previous] = PREVIOUS.exec(name) ?? [];
    return previous === undefined ? undefined : { previous: true, key: previous };
}
function askedIn(value) {
    const asked = new Map();
    for (const { text } of (0,_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .E)(value)) {
        for (const name of (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(text)) {
            const output = askedOutput(name);
            if (!output || !('component' in output))
                continue;
            asked.set(output.component, (asked.get(output.component) ?? new Set()).add(output.key));
        }
    }
    return asked;
}
function askedOfBefore(inputs) {
    const outputs = Object.values(inputs).flatMap((text) => (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(text).map(askedOutput));
    return [...new Set(outputs.flatMap((output) => (output && 'previous' in output ? [output.key] : [])))];
}
function checkAskedOutputs({ defaults = {} }, components) {
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_3__/* .collectFaults */ .C)();
    const byId = new Map(components);
    const check = (place, id, { root, at }) => {
        for (const { text, path } of (0,_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .E)(root, at)) {
            for (const name of (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(text).filter(_interpolate_js__WEBPACK_IMPORTED_MODULE_2__/* .isOutputName */ .LC)) {
                const fault = faultOf(name, place, { id, byId, handsOn: (one) => handsOn(byId, one, defaults.outputs) });
                if (fault)
                    faults.add(path, () => `${fault[0]}{${name}} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(text)}${fault[1]}`);
            }
        }
    };
    check('defaults', '', { root: defaults.inputs, at: ['defaults', 'inputs'] });
    for (const [id, { inputs, health, rollback }] of components) {
        const at = ['components', id];
        check('inputs', id, { root: inputs, at: [...at, 'inputs'] });
        check('health', id, { root: health, at: [...at, 'health'] });
        check('rollback', id, { root: rollback?.inputs, at: [...at, 'rollback', 'inputs'] });
    }
    return faults;
}
function faultOf(name, place, { id, byId, handsOn }) {
    const who = `Component ${id}: `;
    const output = askedOutput(name);
    if (place === 'defaults')
        return ['', ': only a component itself can ask for outputs; write it into its inputs.'];
    if (!output) {
        const form = name.startsWith('outputs.') ? '{outputs.COMPONENT.KEY}' : '{previous-outputs.KEY}';
        return [who, `: expected ${form}, and a key of letters, digits, "-" and "_" that starts with a letter.`];
    }
    if ('previous' in output) {
        if (place !== 'rollback')
            return [who, ': only rollback.inputs know what was there before.'];
        return handsOn(id) ? undefined : [who, `, but it hands on no outputs itself: ${ADD}`];
    }
    const { component } = output;
    if (place === 'rollback')
        return [who, ': a rollback gets back what ran before; write {previous-outputs.KEY}.'];
    if (!byId.has(component))
        return [who, `: ${(0,_check_components_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownComponent */ .M)('outputs names', component, new Set(byId.keys()))}`];
    if (component === id && place !== 'health')
        return [who, ': its own outputs are known only after its run; its health checks may ask for them.'];
    if (component !== id && !isNeeded(byId, id, component))
        return [who, `, but it does not need ${component}, which may end later or fail: add ${component} to its needs.`];
    return handsOn(component) ? undefined : [who, `, but ${component} hands on no outputs: ${ADD}`];
}
const ADD = 'add outputs: NAME, the artifact with them that its workflow leaves.';
function handsOn(byId, id, byDefault) {
    return (byId.get(id)?.outputs ?? byDefault) !== undefined;
}
function isNeeded(byId, id, wanted) {
    const reached = new Set([id]);
    for (const one of reached)
        for (const need of byId.get(one)?.needs ?? [])
            if (need !== undefined)
                reached.add(need);
    return reached.has(wanted);
}


/***/ }),

/***/ 50225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ unknownComponent),
/* harmony export */   P: () => (/* binding */ checkComponents)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55941);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22556);
/* harmony import */ var _check_sent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50671);
/* harmony import */ var _dispatch_kind_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31439);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63215);






function checkComponents(raw, components) {
    return [
        checkNeeds(components),
        checkCycles(components),
        checkGroups(raw, components),
        checkDispatch(raw, components),
        ...(0,_check_sent_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSent */ .$)(raw, components),
        checkPackages(components),
        checkCompatible(components),
    ];
}
function checkNeeds(components) {
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
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
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
    const needsOf = new Map(components.map(([id, { needs = [] }]) => [id, needs]));
    const nodes = components.map(([id, { needs = [] }]) => ({
        id,
        needs: needs.filter((need) => need !== undefined).filter((need) => need !== id),
    }));
    for (const cycle of (0,_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .findCycles */ .p4)(nodes)) {
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
function unknownComponent(who, id, known) {
    const hint = (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(id, known);
    return `${who} ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(id)}, which is no component of this manifest${hint || `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)([...known])}.`}`;
}
function checkGroups({ groups = {} }, components) {
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
    for (const [id, { group }] of components) {
        if (group === undefined || Object.hasOwn(groups, group))
            continue;
        const known = Object.keys(groups);
        const hint = () => (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(group, known) || (known.length > 0 ? `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(known)}.` : '; add it there.');
        faults.add(['components', id, 'group'], () => `Component ${id}: groups has no group ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(group)}${hint()}`);
    }
    return faults;
}
const MOST_INPUTS = { workflow: 25, 'event-type': 10 };
function checkDispatch({ defaults = {} }, components) {
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
    if (defaults.workflow !== undefined && defaults['event-type'] !== undefined) {
        faults.add(['defaults', 'event-type'], () => 'defaults has both workflow and event-type; keep one.', 'key');
    }
    for (const [id, component] of components) {
        const at = ['components', id];
        const kind = (0,_dispatch_kind_js__WEBPACK_IMPORTED_MODULE_5__/* .dispatchKind */ .$)(component) ?? (0,_dispatch_kind_js__WEBPACK_IMPORTED_MODULE_5__/* .dispatchKind */ .$)(defaults);
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
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
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
                    ? `Component ${id} publishes ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(name)} twice; leave one out.`
                    : `Components ${before} and ${id} both publish ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(name)}; only one can.`;
                faults.add(['components', id, 'package', ...(isList ? [index] : []), registry], message);
            }
        }
    }
    return faults;
}
function checkCompatible(components) {
    const faults = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
    const known = new Set(components.map(([id]) => id));
    for (const [id, { compatible = {} }] of components) {
        for (const [other, range] of Object.entries(compatible)) {
            const at = ['components', id, 'compatible', other];
            if (!known.has(other)) {
                faults.add(at, () => unknownComponent(`Component ${id}: compatible names`, other, known), 'key');
            }
            if (semver__WEBPACK_IMPORTED_MODULE_0__.validRange(range) === null) {
                const message = () => `Component ${id}: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(range)} is no version range; expected one such as ^1.2.0 or ">=2 <4".`;
                faults.add(at, message);
            }
        }
    }
    return faults;
}


/***/ }),

/***/ 73497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ rulesWithoutUse),
/* harmony export */   p: () => (/* binding */ checkNotifications)
/* harmony export */ });
/* harmony import */ var _platform_text_email_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31724);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55941);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63215);
/* harmony import */ var _notifications_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21792);




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
const SECRET_NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,99}$/;
const KNOWN_EVENTS = [
    ...['started', 'completed', 'canary-passed', 'component-failed', 'health-failed', 'not-served', 'failed'],
    ...['rollback-started', 'rolled-back', 'cancelled', 'lock-overridden', 'rollback-failed', 'compatibility'],
    ...['needs-person', 'registration-failed', 'integration-failed', 'discovery-failed', 'service-unhealthy'],
    ...['route-conflict', 'event-refused', 'pipeline-failed', 'escalated'],
];
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
        if (hint)
            faults.add([...at, 'events', index], () => `${shown([...at, 'events'])}: unknown event ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(event)}${hint}`);
    }
    if (escalate?.times !== undefined && escalate.times > 1 && escalate.every === undefined) {
        const message = `${shown(at)}.escalate has times, but no every: say how long it waits in between, such as every: 30m.`;
        faults.add([...at, 'escalate'], () => message);
    }
}
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
function shown(path) {
    return path
        .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
        .join('');
}


/***/ }),

/***/ 50671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ checkSent),
/* harmony export */   J: () => (/* binding */ unnamedRuns)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55941);
/* harmony import */ var _dispatch_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31439);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63215);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84963);




function checkSent({ defaults = {} }, components) {
    const [nonces, versions] = [(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .collectFaults */ .C)(), (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .collectFaults */ .C)()];
    for (const [id, component] of components) {
        const sent = namesSent({ ...defaults.inputs, ...component.inputs });
        const at = ['components', id];
        const own = (0,_dispatch_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchKind */ .$)(component);
        if ((own ?? (0,_dispatch_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchKind */ .$)(defaults)) === 'event-type' && component.workflow === undefined && !sent.has('nonce')) {
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
function unnamedRuns({ defaults = {} }, components) {
    const unnamed = components.filter(([, component]) => ((0,_dispatch_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchKind */ .$)(component) ?? (0,_dispatch_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchKind */ .$)(defaults)) === 'workflow' &&
        !namesSent({ ...defaults.inputs, ...component.inputs }).has('nonce'));
    const [first] = unnamed;
    if (!first)
        return [];
    const message = `The inputs of ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(unnamed.map(([id]) => id))} carry no {nonce}: only GitHub's own answer to a dispatch then says which run it became, and a server before GHES 3.21 does not. Add nonce: "{nonce}".`;
    return [{ at: ['components', first[0]], key: 'key', message }];
}
function namesSent(inputs) {
    return new Set(Object.values(inputs).flatMap((value) => (typeof value === 'string' ? (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_3__/* .namesIn */ .wX)(value) : [])));
}


/***/ }),

/***/ 31439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ dispatchKind)
/* harmony export */ });
function dispatchKind(from) {
    if (from['event-type'] !== undefined)
        return 'event-type';
    return from.workflow === undefined ? undefined : 'workflow';
}


/***/ }),

/***/ 89576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ textsIn),
/* harmony export */   z: () => (/* binding */ mapTexts)
/* harmony export */ });
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

/***/ 1919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ sharedGroups),
/* harmony export */   at: () => (/* binding */ isVersioned),
/* harmony export */   lm: () => (/* binding */ versionsNeeded),
/* harmony export */   yO: () => (/* binding */ wantsVersion)
/* harmony export */ });
/* harmony import */ var _manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84963);
/* harmony import */ var _manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89576);


function versionsNeeded({ manifest, components: chosen }) {
    const ids = new Set(chosen.map(({ id }) => id));
    const shared = sharedGroups(manifest);
    const groups = new Set(chosen.flatMap(({ group }) => (group !== undefined && shared.has(group) ? [group] : [])));
    const compared = new Set(chosen.flatMap(({ compatible }) => Object.keys(compatible)));
    return manifest.components.filter((component) => (ids.has(component.id) && isVersioned(component, shared)) ||
        (component.group !== undefined && groups.has(component.group)) ||
        compared.has(component.id));
}
function isVersioned(component, shared) {
    if (component.package || (component.group !== undefined && shared.has(component.group)))
        return true;
    return wantsVersion(component) || asks(component, 'previous-version');
}
function wantsVersion(component) {
    return asks(component, 'version');
}
function asks({ inputs, health, rollback }, name) {
    return [...(0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .E)([inputs, health, rollback?.inputs])].some(({ text }) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(text).includes(name));
}
function sharedGroups({ groups }) {
    return new Set(groups.filter(({ version }) => version === 'shared').map(({ id }) => id));
}


/***/ })
,

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ packagesOf),
/* harmony export */   V: () => (/* binding */ nameOf)
/* harmony export */ });
function packagesOf({ package: published }) {
    if (published === undefined)
        return [];
    return isList(published) ? published : [published];
}
function nameOf(published) {
    return 'npm' in published ? published.npm : published.pypi;
}
function isList(published) {
    return Array.isArray(published);
}


/***/ })

};
