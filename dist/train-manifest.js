export const id = 2729;
export const ids = [2729];
export const modules = {

/***/ 88850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ checkStructure)
});

;// CONCATENATED MODULE: ./build/release-train.schema.json
const release_train_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"a release train manifest","description":"Which repositories are released or deployed together, what each of them needs, and how.","type":"object","additionalProperties":false,"required":["name","components"],"properties":{"$schema":{"type":"string","description":"Where this schema is, for editors."},"name":{"allOf":[{"$ref":"#/definitions/id"}],"description":"The name of the train: of its state, its tags and its reports."},"defaults":{"title":"a map of defaults","type":"object","additionalProperties":false,"description":"What holds for every component that does not say otherwise.","properties":{"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that is dispatched."},"event-type":{"allOf":[{"$ref":"#/definitions/event-type"}],"description":"The repository_dispatch that is sent instead of a workflow."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that workflows run on; main by default."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long a run may take; 30m by default."},"gate-timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long gates may take; by default 30m for a package to be served, else the environment\'s health_timeout."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"Inputs that every component\'s workflow is given. Texts may hold {version} {previous-version} {release-type} {component} {environment} {environment.NAME} {dependency-versions} {nonce} {train}."}}},"tokens":{"title":"a map from owners to environment variables","type":"object","description":"Which environment variable holds the token for an owner\'s repositories. Owners that are not here use the action\'s own token.","propertyNames":{"title":"the name of a user or organisation","pattern":"^[A-Za-z0-9][A-Za-z0-9-]{0,38}$"},"additionalProperties":{"title":"the name of an environment variable, such as EDA_TOKEN","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"groups":{"title":"a map of groups","type":"object","description":"Components that belong together: in reports, in the selection, and, if they say so, in their version.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"a group","type":["object","null"],"additionalProperties":false,"properties":{"version":{"title":"shared or independent","enum":["shared","independent"],"description":"shared: the members release under one version. independent (the default): each has its own."}}}},"components":{"title":"a map of at least one component","type":"object","minProperties":1,"description":"The components, by their ids. Where the graph leaves a choice, their order here decides.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"$ref":"#/definitions/component"}},"environments":{"title":"a map of environments","type":"object","description":"Where the train can deploy to. What an environment defines is {environment.NAME} in texts.","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"an environment","type":["object","null"],"properties":{"health_timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long health checks may take here; 120s by default."},"rollback":{"title":"true or false","type":"boolean","description":"Whether a failure rolls back what this train has deployed here; false by default."},"production":{"title":"true or false","type":"boolean","description":"Whether people depend on what runs here, so that a failure is critical; true for the environment named production."}},"propertyNames":{"title":"a name of letters, digits, \'_\' and \'-\' that starts with a letter","pattern":"^[A-Za-z][A-Za-z0-9_-]*$"},"additionalProperties":{"$ref":"#/definitions/scalar"}}},"strategy":{"title":"sequential, parallel or canary","enum":["sequential","parallel","canary"],"description":"parallel (the default): as many at once as the needs and max-parallel allow. sequential: one at a time, or max-parallel where that is given. canary: the canary\'s components first, and the rest once they stayed healthy. In all of them a component starts only when what it needs has succeeded and is healthy."},"canary":{"title":"a canary","type":"object","additionalProperties":false,"required":["components"],"description":"What goes first with strategy canary.","properties":{"components":{"title":"a list of at least one component id","type":"array","items":{"$ref":"#/definitions/id"},"uniqueItems":true,"minItems":1,"description":"The components that go first, with what they need."},"bake":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long they must stay healthy before the rest starts; 0s by default."}}},"on-failure":{"title":"continue or halt","enum":["continue","halt"],"description":"continue (the default): components that do not depend on the failed one go on. halt: nothing new is started."},"max-parallel":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many components may be in flight at once; by default as many as the needs allow."},"notifications":{"title":"a map with channels and rules","description":"Who is told of what; see the action notify. Names in capitals are names of secrets, which are passed by channel-secrets.","type":"object","additionalProperties":false,"properties":{"channels":{"title":"a map of channels","description":"Where people and systems are told. Each channel is of the kind that its first key says.","type":"object","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"title":"a channel, such as { slack-webhook: SLACK_URL }","type":"object","additionalProperties":false,"properties":{"slack":{"title":"the name of the secret with the bot token","type":"string","description":"A bot of Slack: one message a train, kept up to date, with details in its thread."},"channel":{"title":"a Slack channel, such as \\"#alerts\\" or its id","type":"string","pattern":"^(#[^\\\\s#]{1,79}|[CGD][A-Z0-9]{5,20})$","description":"Where the bot posts; invite it there."},"mention":{"title":"a mention of Slack, such as <!subteam^S012>, <@U012>, <!here> or <!channel>","type":"string","pattern":"^<(!subteam\\\\^[A-Z0-9]{3,20}|@[A-Z0-9]{3,20}|!here|!channel)>$","description":"Who is mentioned where something went wrong."},"api":{"title":"the address of another Slack, such as https://slack-gov.com/api","type":"string","pattern":"^https?://[^\\\\s@]+$","description":"Another Slack than slack.com, such as GovSlack."},"slack-webhook":{"title":"the name of the secret with the webhook\'s URL","type":"string","description":"An incoming webhook of Slack: a post a message."},"email":{"title":"a list of addresses","type":"array","minItems":1,"maxItems":50,"items":{"title":"an address","type":"string"},"description":"Mail to these addresses, sent encrypted or not at all."},"from":{"title":"the sender, such as Releases <train@example.com>","type":"string","description":"Whom the mail is from."},"smtp":{"title":"the name of the secret with smtps://user:password@host:465 or smtp://user:password@host:587","type":"string","description":"The mail server; TLS is required."},"issue":{"title":"a repository as owner/name","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}/[A-Za-z0-9._-]{1,100}$","description":"A GitHub issue a problem, closed when it is resolved."},"labels":{"title":"a list of labels","type":"array","maxItems":20,"items":{"title":"a label of at most 50 characters","type":"string","minLength":1,"maxLength":50},"description":"Labels of the issue besides our own."},"assignees":{"title":"a list of logins","type":"array","maxItems":10,"items":{"title":"a login","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"},"description":"Who is assigned from the start; that alone acknowledges nothing."},"webhook":{"title":"the name of the secret with the receiver\'s URL","type":"string","description":"A signed webhook, as standardwebhooks.com has it."},"secret":{"title":"the name of the secret that messages are signed with","type":"string","description":"Base64 of at least 16 bytes; two, parted by a blank, while one replaces the other."},"teams":{"title":"the name of the secret with the URL of the Teams workflow","type":"string","description":"A workflow of Microsoft Teams that posts to a channel."},"discord":{"title":"the name of the secret with the webhook\'s URL","type":"string","description":"A webhook of Discord."}}}},"rules":{"title":"a list of rules","description":"Every rule that fits a fact sends it to its channels; without rules nobody is told.","type":"array","maxItems":100,"items":{"title":"a rule, such as { events: [failed], channels: [alerts] }","type":"object","required":["channels"],"additionalProperties":false,"properties":{"events":{"title":"a list of events","description":"Default: all.","type":"array","minItems":1,"items":{"title":"an event such as failed","type":"string","pattern":"^[a-z][a-z0-9-]{0,63}$"}},"severity":{"title":"the least severity: info, warning, error or critical","enum":["info","warning","error","critical"],"description":"Only what is at least so bad. Default: all."},"environments":{"title":"a list of environments","description":"Default: all, and what has no environment.","type":"array","minItems":1,"items":{"title":"an environment","type":"string"}},"channels":{"title":"a list of channels","type":"array","minItems":1,"items":{"title":"the name of a channel","type":"string"},"description":"Who is told."},"escalate":{"title":"who is told when nobody acts: { after: 5m, to: [lead] }","type":"object","required":["after","to"],"additionalProperties":false,"properties":{"after":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long somebody has to acknowledge it."},"to":{"title":"a list of channels","type":"array","minItems":1,"items":{"title":"the name of a channel","type":"string"},"description":"Who is told then."},"every":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long until they are told again. Default: once only."},"times":{"title":"a whole number from 1 to 100","type":"integer","minimum":1,"maximum":100,"description":"How often in all; 3 by default where every is said."}},"description":"Who is told when nobody acknowledges the problem; see docs/notifications.md."}}}}}}},"definitions":{"id":{"title":"an id of lower-case letters, digits, \'.\', \'_\' and \'-\', at most 64 long, that starts with a letter or digit","type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$","maxLength":64},"text":{"title":"a text that is not empty","type":"string","minLength":1},"ids":{"title":"a list of component ids","type":"array","items":{"$ref":"#/definitions/id"},"uniqueItems":true},"duration":{"title":"a duration such as 90s, 30m or 2h","type":"string","pattern":"^[0-9]{1,9}(\\\\.[0-9]{1,3})?[smh]$"},"short-duration":{"title":"a duration such as 500ms, 90s or 5m","type":"string","pattern":"^([0-9]{1,9}(\\\\.[0-9]{1,3})?[smh]|[0-9]{1,9}ms)$"},"repository":{"title":"a repository as owner/name","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9-]{0,38}/(?!\\\\.{1,2}$)[A-Za-z0-9._-]{1,100}$"},"workflow":{"title":"the file name of a workflow, such as release.yml","type":"string","pattern":"^[^/\\\\\\\\\\\\s]+\\\\.ya?ml$","maxLength":255},"event-type":{"title":"an event type of 1 to 100 characters","type":"string","minLength":1,"maxLength":100},"ref":{"title":"the name of a branch or tag","type":"string","pattern":"^[^\\\\s~^:?*\\\\[\\\\\\\\]+$","maxLength":255},"scalar":{"title":"a text, a number, true or false","type":["string","number","boolean"]},"inputs":{"title":"a map from input names to texts","type":"object","maxProperties":25,"additionalProperties":{"$ref":"#/definitions/scalar"}},"whole":{"title":"a whole number of at least 1","type":"integer","minimum":1},"check":{"title":"a health check","type":"object","additionalProperties":false,"minProperties":1,"description":"A check as the action verify-health takes it. Texts may hold the {names} that inputs may.","properties":{"name":{"title":"a text that is not empty","type":"string","minLength":1,"description":"What the check is called in reports."},"kind":{"title":"http, tcp, dns, tls, mcp or suite","enum":["http","tcp","dns","tls","mcp","suite"],"description":"What is checked; http by default."},"url":{"title":"a text that is not empty","type":"string","minLength":1,"description":"Where the check looks."},"method":{"title":"a text that is not empty","type":"string","minLength":1,"description":"The HTTP method."},"headers":{"title":"a map of headers","type":"object","additionalProperties":{"$ref":"#/definitions/scalar"},"description":"Headers to send."},"body":{"description":"The body to send; anything but a text is sent as JSON."},"expect-status":{"description":"The status, or statuses, that are healthy."},"expect-version":{"allOf":[{"$ref":"#/definitions/scalar"}],"description":"The version that the service must say it runs."},"version":{"allOf":[{"$ref":"#/definitions/scalar"}],"description":"The same as expect-version."},"version-path":{"title":"a text that is not empty","type":"string","minLength":1,"description":"Where the version stands in the body of the answer."},"condition":{"title":"a text that is not empty","type":"string","minLength":1,"description":"A condition in CEL over status, headers, body, text, latency and certificate."},"max-latency":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"An answer that takes longer is not healthy."},"timeout":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long the check may take to become healthy."},"attempt-timeout":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long one try may take."},"interval":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"How long to wait between tries."},"consecutive-successes":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many tries in a row must succeed."},"failure-limit":{"allOf":[{"$ref":"#/definitions/whole"}],"description":"How many tries may fail before the check is unhealthy."},"window":{"allOf":[{"$ref":"#/definitions/short-duration"}],"description":"The time over which max-error-rate is measured."},"max-error-rate":{"title":"a number from 0 to 1","type":"number","minimum":0,"maximum":1,"description":"The share of tries in the window that may fail."},"only-topic":{"title":"a text that is not empty","type":"string","minLength":1,"description":"The check is only for repositories with this topic."},"until-gone":{"title":"true or false","type":"boolean","description":"Healthy once the target is gone."},"min-days":{"title":"a whole number","type":"integer","minimum":0,"description":"tls: for how many days more the certificate must be valid."},"min-tools":{"title":"a whole number","type":"integer","minimum":0,"description":"mcp: how many tools the server must offer."},"record":{"title":"a text that is not empty","type":"string","minLength":1,"description":"dns: the type of record, such as A or TXT."},"server":{"title":"a text that is not empty","type":"string","minLength":1,"description":"dns: the server that is asked."},"severity":{"title":"fail or warn","enum":["fail","warn"],"description":"Whether an unhealthy answer fails the component or only warns."},"steps":{"title":"a list of steps","type":"array","description":"The steps of a suite."}}},"component":{"title":"a component","type":"object","additionalProperties":false,"required":["repository"],"description":"One thing that is released or deployed: a repository and what it needs.","properties":{"repository":{"allOf":[{"$ref":"#/definitions/repository"}],"description":"Where it lives: owner/name."},"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that releases or deploys it, started by workflow_dispatch. Instead of defaults.workflow."},"event-type":{"allOf":[{"$ref":"#/definitions/event-type"}],"description":"Starts it by a repository_dispatch of this type instead of a workflow; inputs become the client_payload."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that the workflow runs on."},"needs":{"allOf":[{"$ref":"#/definitions/ids"}],"description":"The components that must have succeeded before this one starts."},"group":{"allOf":[{"$ref":"#/definitions/id"}],"description":"The group it belongs to."},"package":{"title":"{ npm: NAME } or { pypi: NAME }","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"description":"The package it publishes. It has succeeded only when the registry serves the planned version, and its current version is read there.","properties":{"npm":{"title":"the name of an npm package","type":"string","pattern":"^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$","maxLength":214,"description":"The name on the npm registry."},"pypi":{"title":"the name of a Python package","type":"string","pattern":"^([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])$","maxLength":214,"description":"The name on the Python package index."}}},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"What the workflow is given, over defaults.inputs. Texts may hold {version} {previous-version} {release-type} {component} {environment} {environment.NAME} {dependency-versions} {nonce} {train}; \\\\{name} is the text {name} itself."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long its run may take, from dispatch to conclusion."},"gate-timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long its gates may take: healthy, package served."},"health":{"title":"a list of health checks","type":"array","items":{"$ref":"#/definitions/check"},"description":"It has succeeded only when all of these pass."},"rollback":{"title":"a rollback","type":"object","additionalProperties":false,"required":["workflow"],"description":"How to undo it when the train fails.","properties":{"workflow":{"allOf":[{"$ref":"#/definitions/workflow"}],"description":"The workflow that rolls it back."},"ref":{"allOf":[{"$ref":"#/definitions/ref"}],"description":"The branch or tag that it runs on; the component\'s by default."},"inputs":{"allOf":[{"$ref":"#/definitions/inputs"}],"description":"What it is given; mostly { version: \\"{previous-version}\\" }."}}},"compatible":{"title":"a map from component ids to version ranges","type":"object","additionalProperties":{"$ref":"#/definitions/text"},"description":"Ranges (as npm writes them) that other components\' versions must lie in, checked before anything starts."}}}}}');
// EXTERNAL MODULE: ./build/src/engine/planning/schema-check.js
var schema_check = __webpack_require__(29556);
;// CONCATENATED MODULE: ./build/src/engine/planning/manifest-structure.js


/** Checks a document against the manifest's published schema. */
function checkStructure(value) {
    return (0,schema_check/* checkAgainstSchema */.F)(value, { schema: release_train_schema_namespaceObject, name: 'manifest', holds: 'name and components' });
}


/***/ }),

/***/ 32386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gp: () => (/* binding */ openManifest),
  SH: () => (/* binding */ planHash),
  q: () => (/* binding */ planTrain)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/contents.js
var contents = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/platform/github/releases.js
var releases = __webpack_require__(27911);
// EXTERNAL MODULE: ./build/src/train/manifest/check-manifest.js + 1 modules
var check_manifest = __webpack_require__(61111);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var texts = __webpack_require__(89576);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(22556);
// EXTERNAL MODULE: ./build/src/train/manifest/faults.js
var manifest_faults = __webpack_require__(63215);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/src/train/plan/compatibility.js


/**
 * Compares what components say they are compatible with to the versions that will be there when the train is through:
 * the planned one, else the current one. A version outside its range is a fault; one that is unknown, or a commit, cannot be
 * compared, and is a warning.
 */
function checkCompatibility(components, versionOf) {
    const faults = [];
    const warnings = [];
    for (const { id, compatible } of components) {
        for (const [other, range] of Object.entries(compatible)) {
            const at = ['components', id, 'compatible', other];
            const version = versionOf(other);
            if (version === undefined || semver.valid(version) === null) {
                const why = version === undefined ? 'no version of it is known' : `${(0,wording/* quote */.hD)(version)} is not SemVer`;
                warnings.push({
                    at,
                    message: `Component ${id}: whether ${other} is within ${(0,wording/* quote */.hD)(range)} cannot be told: ${why}.`,
                });
            }
            else if (!semver.satisfies(version, range, { includePrerelease: true })) {
                const message = `Component ${id} works with ${other} ${(0,wording/* quote */.hD)(range)}, but ${other} would be at ${version}. Choose another version of one of them, or widen the range.`;
                faults.push({ at, message });
            }
        }
    }
    return { faults, warnings };
}

;// CONCATENATED MODULE: ./build/src/train/plan/plan-component.js



/** What GitHub takes at most as the inputs of a workflow, or as a client_payload, in characters of JSON. */
const LARGEST_PAYLOAD = 65_535;
const PACKAGE_TIMEOUT = 30 * 60_000;
const HEALTH_TIMEOUT = 2 * 60_000;
/** The component with everything filled in that is known before the train runs. */
function planComponent(component, context) {
    const { id, repository, dispatch, ref, needs, group, timeout, health } = component;
    const planned = context.versions.get(id);
    const previousVersion = context.previousVersion(id);
    const values = valuesOf(component, context);
    const at = ['components', id];
    const inputs = filledInputs(component.inputs, values, { at: [...at, 'inputs'], context });
    const rollback = filledRollback(component, values, context);
    checkPayload(id, inputs, context.faults);
    return {
        id,
        repository,
        dispatch,
        ref,
        needs: needs.filter((need) => context.components.has(need)),
        ...(group !== undefined && { group }),
        ...(component.package && { package: component.package }),
        ...(planned && { version: planned.version }),
        ...(planned?.requested !== undefined && { requestedVersion: planned.requested }),
        ...(previousVersion !== undefined && { previousVersion }),
        inputs,
        timeout,
        health: filled(health, values, { at: [...at, 'health'], context }),
        gateTimeout: gateTimeoutOf(component, context.environment),
        ...(rollback && { rollback }),
    };
}
/** A name that has no value here is absent; a first release's `{previous-version}` is the empty text. */
function valuesOf(component, context) {
    const { id } = component;
    const { environment, releaseType } = context;
    const version = context.versions.get(id)?.version;
    const wantsDependencies = [...(0,texts/* textsIn */.E)([component.inputs, component.health, component.rollback?.inputs])].some(({ text }) => text.includes('{dependency-versions}'));
    return {
        component: id,
        'release-type': releaseType ?? '',
        'previous-version': context.previousVersion(id) ?? '',
        ...(version !== undefined && { version }),
        ...(wantsDependencies && { 'dependency-versions': dependencyVersions(id, context) }),
        ...(environment && { environment: environment.id }),
        ...Object.fromEntries(Object.entries(environment?.values ?? {}).map(([name, value]) => [`environment.${name}`, value])),
    };
}
/**
 * Package name → version of all that the component needs, directly or not, as far as this plan releases it; JSON. It ends
 * where it is too long for GitHub anyway: checkPayload then says so, and a huge plan need not first be walked n² times.
 */
function dependencyVersions(id, { components, versions }) {
    const found = [];
    // A Set hands out what is added while it is walked.
    const reached = new Set([id]);
    let size = 0;
    for (const one of reached) {
        const component = components.get(one);
        for (const need of component?.needs ?? [])
            reached.add(need);
        const version = versions.get(one)?.version;
        if (one === id || version === undefined)
            continue;
        for (const name of Object.values(component?.package ?? {})) {
            found.push([name, version]);
            size += name.length + version.length;
        }
        if (size > LARGEST_PAYLOAD)
            break;
    }
    return JSON.stringify(Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))));
}
function filled(root, values, { at, context }) {
    for (const { text, path } of (0,texts/* textsIn */.E)(root, at)) {
        for (const name of missingNames(text, values))
            context.faults.add(path, () => withoutValue(name, text, context));
    }
    return (0,texts/* mapTexts */.z)(root, (text) => (0,interpolate/* fillPartly */.Ie)(text, values));
}
function filledInputs(inputs, values, where) {
    return filled(inputs, values, where);
}
function missingNames(text, values) {
    return (0,interpolate/* namesIn */.wX)(text).filter((name) => !Object.hasOwn(values, name) && !interpolate/* ENGINE_NAMES */.Gw.includes(name));
}
function withoutValue(name, text, { environment }) {
    const where = `{${name}} in ${(0,wording/* quote */.hD)(text)} has no value: `;
    if (name === 'version')
        return `${where}this train gives the component no version.`;
    if (!environment)
        return `${where}no environment is chosen; give the input environment.`;
    return `${where}environment ${environment.id} does not define ${name.replace('environment.', '')}. It defines: ${(0,wording/* listed */.KE)(Object.keys(environment.values)) || 'nothing'}.`;
}
/** A component of which no earlier version is known cannot go back to it: its rollback is left out, with a warning. */
function filledRollback(component, values, context) {
    const { id, rollback } = component;
    if (!rollback)
        return undefined;
    const texts = Object.values(rollback.inputs);
    const needsPrevious = texts.some((text) => (0,interpolate/* namesIn */.wX)(text).includes('previous-version'));
    if (needsPrevious && context.previousVersion(id) === undefined) {
        if (context.environment?.rollback) {
            const message = () => `Component ${id}: no previous version is known, so it cannot be rolled back if this train fails.`;
            context.warnings.add(['components', id, 'rollback'], message, 'key');
        }
        return undefined;
    }
    if (!context.environment && texts.some((text) => missingNames(text, values).length > 0))
        return undefined;
    const at = ['components', id, 'rollback', 'inputs'];
    return { ...rollback, inputs: filledInputs(rollback.inputs, values, { at, context }) };
}
function checkPayload(id, inputs, faults) {
    if (JSON.stringify(inputs).length <= LARGEST_PAYLOAD)
        return;
    const message = () => `Component ${id}: its inputs are longer than the ${LARGEST_PAYLOAD} characters that GitHub takes. Leave out {dependency-versions}, or shorten them.`;
    faults.add(['components', id, 'inputs'], message);
}
/** Registries have served packages up to half an hour late; health has the environment's own patience. */
function gateTimeoutOf(component, environment) {
    const health = environment?.healthTimeout ?? HEALTH_TIMEOUT;
    return component.gateTimeout ?? (component.package ? Math.max(PACKAGE_TIMEOUT, health) : health);
}

;// CONCATENATED MODULE: ./build/src/train/plan/selection.js



/** The ids of the selected components, in the manifest's order. */
function selectComponents(manifest, { packages, includeDependents = false }) {
    const all = manifest.components.map(({ id }) => id);
    if (packages === 'all' || (packages.length === 1 && packages[0] === 'all'))
        return { ids: all };
    if (packages.length === 0) {
        return { faults: [{ message: 'Input packages selects nothing; name component or group ids, or all.' }] };
    }
    const members = membersByName(manifest);
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const chosen = new Set();
    for (const name of packages) {
        const ids = members.get(name);
        for (const id of ids ?? [])
            chosen.add(id);
        if (!ids) {
            const message = () => `Input packages: the manifest has no component and no group ${(0,wording/* quote */.hD)(name)}${(0,wording/* didYouMean */.au)(name, members.keys()) || '.'}`;
            faults.add(undefined, message);
        }
        else if (ids.length === 0) {
            faults.add(undefined, () => `Input packages: the group ${(0,wording/* quote */.hD)(name)} has no components.`);
        }
    }
    if (faults.all().length > 0)
        return { faults: faults.all() };
    const selected = includeDependents ? (0,graph/* withDependents */.hO)(manifest.components, chosen) : chosen;
    return { ids: all.filter((id) => selected.has(id)) };
}
function membersByName({ components, groups }) {
    const members = new Map(groups.map(({ id }) => [id, []]));
    for (const { id, group } of components) {
        members.set(id, [id]);
        if (group !== undefined)
            members.get(group)?.push(id);
    }
    return members;
}

// EXTERNAL MODULE: ./build/src/train/plan/versions.js
var plan_versions = __webpack_require__(76433);
;// CONCATENATED MODULE: ./build/src/train/plan/make-plan.js







/**
 * Whether a request releases or deploys: with an environment and no release type, versions that exist are deployed; in
 * every other case new ones are made, each above its current one.
 */
function intentOf(request) {
    return request.environment !== undefined && request.releaseType === undefined ? 'deploy' : 'release';
}
/** The one plan that the manifest and the request allow, or every reason why there is none. */
function makePlan(manifest, request) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const environment = chosenEnvironment(manifest, request.environment, faults);
    const selection = selectComponents(manifest, request);
    if ('faults' in selection)
        return { faults: [...selection.faults, ...faults.all()], warnings: [] };
    const canary = chosenCanary(manifest, request, selection.ids, faults);
    const intent = intentOf(request);
    const versioned = (0,plan_versions/* planVersions */.j)(manifest, selection.ids, { ...request, intent });
    if ('faults' in versioned)
        return { faults: [...faults.all(), ...versioned.faults], warnings: [] };
    const { versions } = versioned;
    const chosen = inOrder(manifest.components, selection.ids);
    const compatibility = checkCompatibility(chosen.flat(), (id) => versionAfterwards(id, versions, request));
    const context = {
        ...(environment && { environment }),
        ...(request.releaseType && { releaseType: request.releaseType }),
        versions,
        previousVersion: (id) => (intent === 'deploy' ? request.deployedVersions?.get(id) : currentVersion(request, id)),
        components: new Map(chosen.flat().map((component) => [component.id, component])),
        faults,
        warnings: (0,manifest_faults/* collectFaults */.C)(),
    };
    const components = chosen.flat().map((component) => planComponent(component, context));
    const warnings = [...compatibility.warnings, ...context.warnings.all()];
    const found = [...faults.all(), ...compatibility.faults];
    if (found.length > 0)
        return { faults: found, warnings };
    const leftOut = manifest.components.filter(({ id }) => !context.components.has(id)).map(({ id }) => id);
    const doubts = compatibility.warnings.map(({ message }) => message);
    const plan = assemble({ manifest, request, environment, canary, components, warnings: doubts });
    return { plan: { ...plan, waves: chosen.map((wave) => wave.map(({ id }) => id)) }, leftOut, warnings };
}
/** The selected components by waves. What is not selected counts as satisfied. */
function inOrder(components, ids) {
    const selected = new Set(ids);
    const byId = new Map(components.map((component) => [component.id, component]));
    const nodes = components.filter(({ id }) => selected.has(id));
    return (0,graph/* wavesOf */.gt)(nodes).map((wave) => wave.flatMap((id) => byId.get(id) ?? []));
}
function assemble({ manifest, request, environment, canary, components, warnings }) {
    const strategy = request.strategy ?? manifest.strategy;
    const maxParallel = request.maxParallel ?? manifest.maxParallel ?? (strategy === 'sequential' ? 1 : undefined);
    return {
        format: 1,
        name: manifest.name,
        strategy,
        onFailure: request.onFailure ?? manifest.onFailure,
        ...(maxParallel !== undefined && { maxParallel }),
        ...(environment && { environment: environment.id }),
        ...(environment?.production !== undefined && { production: environment.production }),
        ...(warnings.length > 0 && { warnings }),
        rollback: environment?.rollback ?? false,
        ...(canary && { canary }),
        components,
    };
}
function chosenEnvironment({ environments }, id, faults) {
    const environment = environments.find((one) => one.id === id);
    if (id !== undefined && !environment) {
        const known = environments.map((one) => one.id);
        const hint = (0,wording/* didYouMean */.au)(id, known) || (known.length > 0 ? `. Known: ${(0,wording/* listed */.KE)(known)}.` : '; it has none at all.');
        faults.add(undefined, () => `Input environment: the manifest has no environment ${(0,wording/* quote */.hD)(id)}${hint}`);
    }
    return environment;
}
function chosenCanary({ strategy, canary }, request, selected, faults) {
    if ((request.strategy ?? strategy) !== 'canary')
        return undefined;
    if (!canary) {
        faults.add(undefined, () => 'Strategy canary: the manifest has no canary.components that say what goes first.');
        return undefined;
    }
    const components = canary.components.filter((id) => selected.includes(id));
    if (components.length > 0)
        return { components, bake: canary.bake };
    const message = () => `Strategy canary: none of canary.components (${(0,wording/* listed */.KE)(canary.components)}) is selected; select one, or choose another strategy.`;
    faults.add(['canary', 'components'], message);
    return undefined;
}
function versionAfterwards(id, versions, request) {
    return versions.get(id)?.version ?? request.deployedVersions?.get(id) ?? currentVersion(request, id);
}
function currentVersion({ currentVersions }, id) {
    const current = currentVersions.get(id);
    return current && 'version' in current ? current.version : undefined;
}

// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(25559);
// EXTERNAL MODULE: ./build/src/train/plan/version-text.js
var version_text = __webpack_require__(69992);
// EXTERNAL MODULE: ./build/src/train/plan/versioned.js
var versioned = __webpack_require__(1919);
// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
;// CONCATENATED MODULE: ./build/src/engine/planning/current-versions.js




/**
 * The version that each component really has now. Sources in this order, the first that knows one wins: the registry (the
 * truth for what publishes a package), the latest release's tag, package.json at the component's ref.
 */
async function lookUpCurrentVersions(components, sources, { parallel = 8, signal } = {}) {
    const versions = new Map();
    const faults = [];
    const found = await (0,pool/* mapPooled */.Q)(components, parallel, (component) => {
        signal?.throwIfAborted();
        return lookUp(component, sources, signal);
    });
    components.forEach(({ id }, index) => {
        const one = found[index];
        if (one === undefined)
            return;
        if ('message' in one)
            faults.push(one);
        else
            versions.set(id, one);
    });
    return { versions, faults };
}
async function lookUp(component, sources, signal) {
    const tried = [];
    for (const source of sourcesFor(component, sources, signal)) {
        try {
            const version = await source.version();
            if (version !== undefined)
                return { version: plainVersion(version), source: source.name };
        }
        catch (error) {
            signal?.throwIfAborted();
            const message = `Component ${component.id}: its current version could not be read from ${source.name}: ${(0,errors/* messageOf */.bD)(error)}`;
            return { at: ['components', component.id], key: 'key', message };
        }
        tried.push(source.name);
    }
    return { lookedIn: tried };
}
function sourcesFor(component, sources, signal) {
    const { repository, ref, package: published } = component;
    const registry = published
        ? [
            {
                name: `the registry for ${(0,wording/* quote */.hD)(Object.values(published)[0])}`,
                version: () => sources.registryVersion(published, signal),
            },
        ]
        : [];
    return [
        ...registry,
        {
            name: `the latest release of ${repository}`,
            version: async () => versionOfTag(await sources.latestTag(repository, signal), component),
        },
        {
            name: `package.json of ${repository} at ${ref}`,
            version: async () => versionOfPackage(await sources.packageJson(repository, ref, signal), component),
        },
    ];
}
/**
 * The version that a tag names: `v1.2.3`, `1.2.3`, or the same after the component's id or package and `@`, `-` or `/`. In
 * a repository of several components the latest release may be another's: its tag then says nothing of this one.
 */
function versionOfTag(tag, component) {
    if (tag === undefined)
        return undefined;
    const names = [component.id, ...Object.values(component.package ?? {})];
    const named = names.find((name) => tag.startsWith(name) && /^[@/-]/.test(tag.slice(name.length)));
    const rest = named === undefined ? tag : tag.slice(named.length + 1);
    return semver.valid(rest.replace(/^v/, '')) ?? undefined;
}
function versionOfPackage(json, { package: published }) {
    if (typeof json !== 'object' || json === null)
        return undefined;
    const { name, version } = json;
    if (typeof version !== 'string')
        return undefined;
    const another = published && 'npm' in published && name !== published.npm;
    return another ? undefined : version;
}
function plainVersion(version) {
    const plain = semver.valid(version);
    if (plain === null)
        throw new Error(`${(0,wording/* quote */.hD)(version)} is not SemVer.`);
    return plain;
}

// EXTERNAL MODULE: ./build/src/engine/planning/read-manifest.js + 1 modules
var read_manifest = __webpack_require__(2506);
;// CONCATENATED MODULE: ./build/src/engine/planning/plan-train.js















/** SHA-256 of the plan's canonical JSON, in hex: the same plan has the same hash on every machine. */
function planHash(plan) {
    return (0,external_node_crypto_.createHash)('sha256').update((0,plan_plan/* canonical */.$)(plan)).digest('hex');
}
/**
 * Reads the manifest and checks all that can be checked without a request. `hasToken` says whether there is a token for an
 * owner whose environment variable the manifest names. Throws a UserError with every fault.
 */
async function openManifest(file, request, hasToken) {
    const read = await (0,read_manifest/* readManifestFile */.o)(file.path, file.shownAs);
    const { manifest, located } = read;
    const selection = selectComponents(manifest, request);
    const ids = new Set('ids' in selection ? selection.ids : []);
    const repositories = manifest.components.filter(({ id }) => ids.has(id)).map(({ repository }) => repository);
    const faults = [
        ...('faults' in selection ? selection.faults : []),
        ...(0,check_manifest/* missingTokens */.B)(manifest.tokens, repositories, hasToken),
    ];
    if (faults.length > 0)
        throw new errors/* UserError */.yo(located(faults));
    return { ...read, owners: [...new Set(repositories.map((repository) => repository.split('/', 1)[0] ?? ''))] };
}
/** Finds every component's real current version and makes the plan. Reads only. Throws a UserError with every fault. */
async function planTrain({ manifest, located, warnings }, request, world) {
    const { clientFor, registry, lastGood, signal } = world;
    const selection = selectComponents(manifest, request);
    const needed = (0,versioned/* versionsNeeded */.lm)(manifest, 'ids' in selection ? selection.ids : []);
    const current = await lookUpCurrentVersions(needed, {
        registryVersion: (published) => registry.latest(published),
        latestTag: async (repository) => (await (0,releases/* latestRelease */.JF)(clientFor(repository), repository, { signal }))?.tag,
        packageJson: async (repository, ref) => {
            const text = await (0,contents/* readFile */.T)(clientFor(repository), repository, { path: 'package.json', ref }, { signal });
            return text === undefined ? undefined : JSON.parse(text);
        },
    }, { signal });
    if (current.faults.length > 0)
        throw new errors/* UserError */.yo(located(current.faults));
    const good = Object.entries(lastGood[request.environment ?? 'release'] ?? {});
    const result = makePlan(manifest, {
        ...request,
        currentVersions: current.versions,
        deployedVersions: new Map(good.map(([id, { version }]) => [id, version])),
        resolved: await resolveSymbolic(manifest, request, world),
    });
    if ('faults' in result)
        throw new errors/* UserError */.yo(located(result.faults));
    const { plan, leftOut } = result;
    const unreadable = await healthFaults(plan);
    if (unreadable.length > 0)
        throw new errors/* UserError */.yo(located(unreadable));
    return { plan, leftOut, warnings: [...warnings, ...result.warnings], hash: planHash(plan) };
}
/** Health checks that could not be read at the gate, when it is too late: a condition that does not parse, a suite without a capture. */
async function healthFaults({ components }) {
    const checked = components.filter(({ health }) => health.length > 0);
    if (checked.length === 0)
        return [];
    const { parseChecks } = await Promise.all(/* import() */[__webpack_require__.e(6628), __webpack_require__.e(9427), __webpack_require__.e(8898), __webpack_require__.e(4496), __webpack_require__.e(9053)]).then(__webpack_require__.bind(__webpack_require__, 99053));
    const faults = checked.map(async ({ id, health }) => {
        const sample = (0,texts/* mapTexts */.z)(health, (text) => (0,interpolate/* fillIn */.pz)(text, { nonce: 'nonce', train: 'train' }));
        const parsed = await parseChecks(sample);
        if (!('faults' in parsed))
            return [];
        return parsed.faults.map(({ message }) => ({
            at: ['components', id, 'health'],
            message: `Component ${id}: ${message}`,
        }));
    });
    return (await Promise.all(faults)).flat();
}
/** `develop-latest` becomes the commit that the branch points to now (`latest`: the component's ref), before anything starts. */
async function resolveSymbolic({ components }, { versions = {} }, { clientFor, signal }) {
    const byId = new Map(components.map((component) => [component.id, component]));
    const resolved = [...(0,version_text/* symbolicVersions */.C6)(versions)].map(async ([id, { branch }]) => {
        const component = byId.get(id);
        if (!component)
            return [];
        const { repository, ref } = component;
        const commit = await (0,refs/* getRef */.cX)(clientFor(repository), repository, `heads/${branch ?? ref}`, { signal });
        return commit === undefined ? [] : [[id, commit]];
    });
    return Object.fromEntries((await Promise.all(resolved)).flat());
}


/***/ }),

/***/ 2506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readManifestFile)
});

// UNUSED EXPORTS: readManifest

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./build/src/platform/text/yaml.js
var yaml = __webpack_require__(15698);
// EXTERNAL MODULE: ./build/src/train/manifest/check-manifest.js + 1 modules
var check_manifest = __webpack_require__(61111);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var time_duration = __webpack_require__(87107);
// EXTERNAL MODULE: ./build/src/train/manifest/notifications.js
var notifications = __webpack_require__(21792);
;// CONCATENATED MODULE: ./build/src/train/manifest/resolve-manifest.js



/** Faults of meaning, all of them; or the manifest as it is used, with warnings. */
function resolveManifest(raw, written = (_, value) => String(value)) {
    const { faults, warnings } = (0,check_manifest/* checkManifest */.K)(raw);
    if (faults.length > 0)
        return { faults, warnings };
    const defaults = raw.defaults ?? {};
    const defaultInputs = textsOf(defaults.inputs, ['defaults', 'inputs'], written);
    const components = Object.entries(raw.components ?? {}).map(([id, component]) => resolveComponent({ id, component, defaults, defaultInputs, written }));
    const manifest = {
        name: raw.name ?? '',
        components,
        groups: Object.entries(raw.groups ?? {}).map(([id, group]) => ({ id, version: group?.version ?? 'independent' })),
        environments: Object.entries(raw.environments ?? {}).map(([id, values]) => resolveEnvironment(id, values, written)),
        strategy: raw.strategy ?? 'parallel',
        ...(raw.canary && { canary: resolveCanary(raw.canary) }),
        onFailure: raw['on-failure'] ?? 'continue',
        ...(raw['max-parallel'] !== undefined && { maxParallel: raw['max-parallel'] }),
        tokens: raw.tokens ?? {},
        ...(raw.notifications && { notifications: (0,notifications/* resolveNotifications */.X5)(raw.notifications) }),
    };
    return { manifest, warnings };
}
function resolveComponent({ id, component, defaults, defaultInputs, written }) {
    const ref = component.ref ?? defaults.ref ?? 'main';
    const gateTimeout = component['gate-timeout'] ?? defaults['gate-timeout'];
    const { npm, pypi } = component.package ?? {};
    const rollback = component.rollback;
    const at = ['components', id];
    return {
        id,
        repository: component.repository ?? '',
        dispatch: resolveDispatch(component, defaults),
        ref,
        needs: withoutHoles(component.needs),
        ...(component.group !== undefined && { group: component.group }),
        ...(npm !== undefined && { package: { npm } }),
        ...(pypi !== undefined && { package: { pypi } }),
        inputs: { ...defaultInputs, ...textsOf(component.inputs, [...at, 'inputs'], written) },
        timeout: milliseconds(component.timeout ?? defaults.timeout ?? '30m'),
        ...(gateTimeout !== undefined && { gateTimeout: milliseconds(gateTimeout) }),
        compatible: component.compatible ?? {},
        health: (component.health ?? []).map(resolveCheck),
        ...(rollback && {
            rollback: {
                workflow: rollback.workflow ?? '',
                ref: rollback.ref ?? ref,
                inputs: textsOf(rollback.inputs, [...at, 'rollback', 'inputs'], written),
            },
        }),
    };
}
function resolveDispatch(component, defaults) {
    const own = component.workflow !== undefined || component['event-type'] !== undefined;
    const { workflow, 'event-type': eventType } = own ? component : defaults;
    return eventType === undefined ? { workflow: workflow ?? '' } : { eventType };
}
/** A manifest may say `version` for what verify-health calls `expect-version`. */
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

// EXTERNAL MODULE: ./build/src/engine/planning/located-faults.js
var located_faults = __webpack_require__(52574);
// EXTERNAL MODULE: ./build/src/engine/planning/manifest-structure.js + 1 modules
var manifest_structure = __webpack_require__(88850);
;// CONCATENATED MODULE: ./build/src/engine/planning/read-manifest.js









/** 10,000 components with everything that they can say fit into it; reading it takes seconds, not minutes. */
const LARGEST = 4 * 1024 * 1024;
/** One slip of syntax can make every later line wrong; the first faults tell where to begin. */
const MOST_SYNTAX_FAULTS = 20;
/** Reads a manifest file; throws a UserError with every fault in it, each with file, line and column. */
async function readManifestFile(path, shownAs = path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const reason = error.code === 'ENOENT' ? 'there is no such file' : String(error);
        throw new errors/* UserError */.yo(`The manifest ${(0,wording/* quote */.hD)(shownAs)} cannot be read: ${reason}. Check the input manifest, and that the repository is checked out before this step.`, { cause: error });
    }
    const read = await readManifest(text, shownAs);
    if ('faults' in read)
        throw new errors/* UserError */.yo(read.faults);
    return read;
}
/** The manifest that a text says, or every fault of syntax, structure and meaning in it. */
async function readManifest(text, file) {
    const size = external_node_buffer_.Buffer.byteLength(text);
    if (size > LARGEST) {
        const message = `The manifest is ${megabytes(size)} MB; at most ${megabytes(LARGEST)} MB are read. Is this the right file?`;
        return { faults: [{ message, file, line: 1, column: 1 }] };
    }
    const parsed = await (0,yaml.parseYaml)(text);
    const document = 'faults' in parsed ? parsed.document : parsed;
    const syntax = 'faults' in parsed ? parsed.faults.slice(0, MOST_SYNTAX_FAULTS).map((fault) => ({ ...fault, file })) : [];
    if (!document)
        return { faults: syntax };
    const located = (faults) => (0,located_faults/* locate */.x)(faults, document, file);
    const structure = await (0,manifest_structure/* checkStructure */.w)(document.value);
    if (syntax.length > 0 || structure.faults.length > 0) {
        const meaning = (0,check_manifest/* checkManifest */.K)(structure.sound).faults;
        return { faults: [...syntax, ...located([...structure.faults, ...meaning])].sort(located_faults/* byPlace */.h) };
    }
    const resolved = resolveManifest(structure.sound, (path, value) => document.written(path) ?? String(value));
    if ('faults' in resolved)
        return { faults: located(resolved.faults).sort(located_faults/* byPlace */.h) };
    return { manifest: resolved.manifest, warnings: located(resolved.warnings), located };
}
function megabytes(bytes) {
    return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
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



/** Links are blobs too, by their mode; what they hold is a path and no file. */
const LINK = '120000';
/** The paths of all files at a ref, without links and submodules. */
async function listFiles(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), tree_sha: ref, recursive: '1' };
    const { tree, truncated } = await client.read('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params, options);
    if (truncated) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} at ${ref} has more files than GitHub lists at once (100,000): its packages cannot be found over the API.`);
    }
    return tree.filter(({ type, mode }) => type === 'blob' && mode !== LINK).map(({ path }) => path);
}
/** The texts of files at a ref by their path; what is not there is left out. */
async function readFiles(client, repository, { ref, paths }, options) {
    const texts = await Promise.all(paths.map(async (path) => [path, await (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .T)(client, repository, { path, ref }, options)]));
    return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}


/***/ }),

/***/ 31724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseAddress)
/* harmony export */ });
/** One dot-atom, an at sign and a domain of a mail: https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 without its quoted forms. */
const ADDRESS = /^(?=.{3,254}$)(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
/** A name that needs no encoding rules to be understood: no quotes inside, none of the characters that part addresses. */
const NAMED = /^(?:"([^"\\\p{Cc}]{1,100})"|([^"<>(),;:@\\[\]\p{Cc}]{1,100}?))\s*<([^<>\s]+)>$/u;
/**
 * The one address that a text is: `a@example.com` or `Name <a@example.com>`. Undefined for anything else: a list, a group, a
 * comment, a line end. What a mail library would make two recipients of is none here.
 */
function parseAddress(text) {
    if (ADDRESS.test(text))
        return { address: text };
    const [, quoted, plain, address = ''] = NAMED.exec(text) ?? [];
    if (!ADDRESS.test(address))
        return undefined;
    const name = (quoted ?? plain ?? '').trim();
    return { address, ...(name !== '' && { name }) };
}


/***/ }),

/***/ 61111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ checkManifest),
  B: () => (/* binding */ missingTokens)
});

// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(22556);
// EXTERNAL MODULE: ./build/src/train/manifest/faults.js
var manifest_faults = __webpack_require__(63215);
;// CONCATENATED MODULE: ./build/src/train/manifest/check-components.js




/** What the components say of themselves and of one another, and cannot mean. */
function checkComponents(raw, components) {
    return [
        checkNeeds(components),
        checkCycles(components),
        checkGroups(raw, components),
        checkDispatch(raw, components),
        checkRepositories(raw, components),
        checkPackages(components),
        checkCompatible(components),
    ];
}
function checkNeeds(components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
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
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const needsOf = new Map(components.map(([id, { needs = [] }]) => [id, needs]));
    const nodes = components.map(([id, { needs = [] }]) => ({
        id,
        needs: needs.filter((need) => need !== undefined).filter((need) => need !== id),
    }));
    for (const cycle of (0,graph/* findCycles */.p4)(nodes)) {
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
/** That an id is no component's, with what was probably meant. */
function unknownComponent(who, id, known) {
    const hint = (0,wording/* didYouMean */.au)(id, known);
    return `${who} ${(0,wording/* quote */.hD)(id)}, which is no component of this manifest${hint || `. Known: ${(0,wording/* listed */.KE)([...known])}.`}`;
}
function checkGroups({ groups = {} }, components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    for (const [id, { group }] of components) {
        if (group === undefined || Object.hasOwn(groups, group))
            continue;
        const known = Object.keys(groups);
        const hint = () => (0,wording/* didYouMean */.au)(group, known) || (known.length > 0 ? `. Known: ${(0,wording/* listed */.KE)(known)}.` : '; add it there.');
        faults.add(['components', id, 'group'], () => `Component ${id}: groups has no group ${(0,wording/* quote */.hD)(group)}${hint()}`);
    }
    return faults;
}
/** GitHub takes at most 25 inputs of a workflow and 10 keys of a client_payload. */
const MOST_INPUTS = { workflow: 25, 'event-type': 10 };
function checkDispatch({ defaults = {} }, components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    if (defaults.workflow !== undefined && defaults['event-type'] !== undefined) {
        faults.add(['defaults', 'event-type'], () => 'defaults has both workflow and event-type; keep one.', 'key');
    }
    for (const [id, component] of components) {
        const at = ['components', id];
        const kind = dispatchKind(component) ?? dispatchKind(defaults);
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
function dispatchKind(from) {
    if (from['event-type'] !== undefined)
        return 'event-type';
    return from.workflow === undefined ? undefined : 'workflow';
}
function checkRepositories({ defaults = {} }, components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const first = new Map();
    for (const [id, component] of components) {
        if (component.repository === undefined)
            continue;
        const from = dispatchKind(component) ? component : defaults;
        const dispatched = from['event-type'] ?? from.workflow ?? '';
        const before = first.get(component.repository.toLowerCase());
        if (!before)
            first.set(component.repository.toLowerCase(), { id, dispatched });
        else if (before.dispatched !== dispatched) {
            const message = () => `Components ${before.id} and ${id} are both ${component.repository}, but with different workflows (${before.dispatched || 'none'}, ${dispatched || 'none'}). Give both the same one and tell them apart by inputs.`;
            faults.add(['components', id, 'repository'], message);
        }
    }
    return faults;
}
function checkPackages(components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const first = new Map();
    for (const [id, { package: published = {} }] of components) {
        for (const [registry, name] of Object.entries(published)) {
            const before = first.get(`${registry}:${name}`);
            if (before === undefined)
                first.set(`${registry}:${name}`, id);
            else {
                const message = () => `Components ${before} and ${id} both publish ${(0,wording/* quote */.hD)(name)}; only one can.`;
                faults.add(['components', id, 'package', registry], message);
            }
        }
    }
    return faults;
}
function checkCompatible(components) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const known = new Set(components.map(([id]) => id));
    for (const [id, { compatible = {} }] of components) {
        for (const [other, range] of Object.entries(compatible)) {
            const at = ['components', id, 'compatible', other];
            if (!known.has(other)) {
                faults.add(at, () => unknownComponent(`Component ${id}: compatible names`, other, known), 'key');
            }
            if (semver.validRange(range) === null) {
                const message = () => `Component ${id}: ${(0,wording/* quote */.hD)(range)} is no version range; expected one such as ^1.2.0 or ">=2 <4".`;
                faults.add(at, message);
            }
        }
    }
    return faults;
}

// EXTERNAL MODULE: ./build/src/train/manifest/check-notifications.js
var check_notifications = __webpack_require__(73497);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var texts = __webpack_require__(89576);
;// CONCATENATED MODULE: ./build/src/train/manifest/check-manifest.js






/** What a manifest of sound structure means and cannot mean: every fault of its meaning, each with its path. */
function checkManifest(raw) {
    const components = Object.entries(raw.components ?? {});
    const faults = [
        checkIds(raw, components),
        ...checkComponents(raw, components),
        checkPlaceholders(raw, components),
        checkCanary(raw),
        (0,check_notifications/* checkNotifications */.p)(raw),
    ].flatMap((list) => list.all());
    return { faults, warnings: [...unusedTokens(raw, components), ...(0,check_notifications/* rulesWithoutUse */.I)(raw)] };
}
/** Owners in `tokens` of which the manifest uses repositories, and for which there is no token. */
function missingTokens(tokens, repositories, hasToken) {
    const owners = new Set(repositories.map(ownerOf));
    return Object.entries(tokens)
        .filter(([owner, variable]) => owners.has(owner.toLowerCase()) && !hasToken(owner, variable))
        .map(([owner, variable]) => ({
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
        faults.add(['canary', 'components', index], () => unknownComponent('canary.components names', id, known));
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
function ownerOf(repository) {
    return (repository.split('/', 1)[0] ?? '').toLowerCase();
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




/** The keys that hold the name of a secret, and those that belong to each kind. */
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
/** What a secret is named: https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions */
const SECRET_NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,99}$/;
/** Events that a manifest's train or services can have; other words are of `notify` steps of the user's own. */
const KNOWN_EVENTS = [
    ...['started', 'completed', 'canary-passed', 'component-failed', 'health-failed', 'not-served', 'failed'],
    ...['rollback-started', 'rolled-back', 'cancelled', 'lock-overridden', 'rollback-failed', 'compatibility'],
    ...['needs-person', 'registration-failed', 'integration-failed', 'discovery-failed', 'service-unhealthy'],
    ...['route-conflict', 'event-refused', 'pipeline-failed', 'escalated'],
];
/** What the channels and rules say and cannot mean. A value that looks like a secret is never shown. */
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
        // Whatever it is, it may be the secret itself.
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
        // A word of the user's own is fine; one slip away from ours it is a slip.
        if (hint)
            faults.add([...at, 'events', index], () => `${shown([...at, 'events'])}: unknown event ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(event)}${hint}`);
    }
    if (escalate?.times !== undefined && escalate.times > 1 && escalate.every === undefined) {
        const message = `${shown(at)}.escalate has times, but no every: say how long it waits in between, such as every: 30m.`;
        faults.add([...at, 'escalate'], () => message);
    }
}
/** Rules that never fit, because they name environments that there are not. */
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
/** `notifications.rules[1].channels`. */
function shown(path) {
    return path
        .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
        .join('');
}


/***/ }),

/***/ 21792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Ql: () => (/* binding */ CHANNEL_KINDS),
/* harmony export */   X5: () => (/* binding */ resolveNotifications)
/* harmony export */ });
/* unused harmony export SLACK_API */
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87107);

const CHANNEL_KINDS = ['slack', 'slack-webhook', 'email', 'issue', 'webhook', 'teams', 'discord'];
const SLACK_API = 'https://slack.com/api';
/** How often a rule escalates that says how often in an hour, but not how often in all. */
const TIMES = 3;
/** What a sound `notifications` means. */
function resolveNotifications({ channels = {}, rules = [] }) {
    return {
        channels: Object.entries(channels).flatMap(([name, channel]) => resolveChannel(name, channel) ?? []),
        rules: present(rules).map(resolveRule),
    };
}
function resolveChannel(name, raw) {
    const mention = raw.mention === undefined ? {} : { mention: raw.mention };
    if (raw.slack !== undefined) {
        const api = (raw.api ?? SLACK_API).replace(/\/+$/, '');
        return { name, kind: 'slack', token: raw.slack, channel: raw.channel ?? '', ...mention, api };
    }
    if (raw['slack-webhook'] !== undefined)
        return { name, kind: 'slack-webhook', url: raw['slack-webhook'], ...mention };
    if (raw.email !== undefined)
        return { name, kind: 'email', to: present(raw.email), from: raw.from ?? '', smtp: raw.smtp ?? '' };
    if (raw.issue !== undefined) {
        const { labels = [], assignees = [] } = raw;
        return { name, kind: 'issue', repository: raw.issue, labels: present(labels), assignees: present(assignees) };
    }
    if (raw.webhook !== undefined)
        return { name, kind: 'webhook', url: raw.webhook, ...(raw.secret !== undefined && { secret: raw.secret }) };
    if (raw.teams !== undefined)
        return { name, kind: 'teams', url: raw.teams };
    return raw.discord === undefined ? undefined : { name, kind: 'discord', url: raw.discord };
}
function resolveRule({ events, severity, environments, channels = [], escalate }) {
    return {
        ...(events && { events: present(events) }),
        ...(severity && { severity }),
        ...(environments && { environments: present(environments) }),
        channels: present(channels),
        ...(escalate && { escalate: resolveEscalation(escalate) }),
    };
}
function resolveEscalation({ after = '', to = [], every, times }) {
    return {
        after: (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(after) ?? 0,
        to: present(to),
        ...(every !== undefined && { every: (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(every) ?? 0 }),
        times: every === undefined ? 1 : (times ?? TIMES),
    };
}
function present(list) {
    return list.filter((item) => item !== undefined);
}
/** The names of the secrets that a channel needs. */
function secretsOf(channel) {
    switch (channel.kind) {
        case 'slack':
            return [channel.token];
        case 'email':
            return [channel.smtp];
        case 'issue':
            return [];
        case 'webhook':
            return channel.secret === undefined ? [channel.url] : [channel.url, channel.secret];
        default:
            return [channel.url];
    }
}


/***/ }),

/***/ 25559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   K: () => (/* binding */ isProduction)
/* harmony export */ });
/** Whether what fails here fails for its users: an environment that says so, or is named so. */
function isProduction({ environment, production }) {
    return production ?? environment === 'production';
}
/** The plan as JSON whose bytes depend on nothing but its content: equal plans have equal texts, and so equal hashes. */
function canonical(plan) {
    return JSON.stringify(sorted(plan));
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}


/***/ })

};
