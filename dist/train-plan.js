export const id = 4615;
export const ids = [4615];
export const modules = {

/***/ 24615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ requestOf),
/* harmony export */   i: () => (/* binding */ trainInputs)
/* harmony export */ });
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(755);
/* harmony import */ var _train_plan_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76433);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45766);



/** What both the train and its plan are asked. */
const trainInputs = {
    ..._connect_github_js__WEBPACK_IMPORTED_MODULE_2__/* .connectionInputs */ .eu,
    manifest: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, '.github/release-train.yml'),
    'release-type': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(..._train_plan_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE_TYPES */ ._)),
    packages: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_, ['all']),
    'include-dependents': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, false),
    versions: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj, {}),
    'prerelease-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    environment: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    strategy: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('sequential', 'parallel', 'canary')),
    'on-failure': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('continue', 'halt')),
    'max-parallel': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 10_000)),
    'registry-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    'index-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
};
/** The request that the inputs make; absent inputs leave it to the manifest. */
function requestOf(given) {
    const { releaseType, prereleaseId, environment, strategy, onFailure, maxParallel } = given;
    return {
        packages: given.packages,
        includeDependents: given.includeDependents,
        versions: given.versions,
        ...(releaseType && { releaseType }),
        ...(prereleaseId && { prereleaseId }),
        ...(environment && { environment }),
        ...(strategy && { strategy }),
        ...(onFailure && { onFailure }),
        ...(maxParallel && { maxParallel }),
    };
}


/***/ }),

/***/ 84963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ placeholderFaults),
/* harmony export */   Gw: () => (/* binding */ ENGINE_NAMES),
/* harmony export */   Ie: () => (/* binding */ fillPartly),
/* harmony export */   pz: () => (/* binding */ fillIn),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* unused harmony export NAMES */
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55941);

/**
 * Texts of a manifest may hold `{names}`. Only a brace, a name, a brace is a placeholder; every other brace is itself, so
 * that JSON and CEL can be written as they are. A backslash before it makes it text: `\{version}` is `{version}`. (Two
 * backslashes are then one, and the placeholder counts; backslashes elsewhere are themselves.) Values are put in once and
 * never looked at again. `{captured.NAME}` is text here: it belongs to the suites of verify-health.
 */
const PLACEHOLDER = /(?<!\\)(\\*)\{(?!captured\.)([A-Za-z_][\w.-]*)\}/g;
/** What a text may name besides `environment.NAME`. */
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
/** Known only when the train runs: the engine fills these in. */
const ENGINE_NAMES = ['nonce', 'train'];
/** The names that a text asks for, each once. */
function namesIn(template) {
    if (!template.includes('{'))
        return [];
    return [...new Set(partsOf(template).flatMap((part) => ('name' in part ? [part.name] : [])))];
}
/** The text with every name replaced by its value. A name without a value is a defect of the caller. */
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
/** The text with the names that have values replaced; it is a template still, in which the others wait for `fillIn`. */
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
/** What is wrong with the placeholders of a text, one message each. */
function placeholderFaults(template, environmentNames, place = 'inputs') {
    if (!template.includes('{'))
        return [];
    const known = [...NAMES, ...[...environmentNames].map((name) => `environment.${name}`)];
    const captured = place === 'health' ? [] : [...template.matchAll(/\{(captured\.[\w.-]+)\}/g)].map(([, name = '']) => name);
    const unknown = [...namesIn(template).filter((name) => !known.includes(name)), ...captured];
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


/***/ }),

/***/ 89576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ textsIn),
/* harmony export */   z: () => (/* binding */ mapTexts)
/* harmony export */ });
/** Every text inside a value of plain data, with its path. Keys are not texts. */
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
/** The same data with every text inside it replaced. */
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

/***/ 69992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ symbolicVersions),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   jt: () => (/* binding */ symbolicBranch),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);

/** The version in its plain form, or undefined where the text is not SemVer to the letter (`v1.2.3` is not). */
function exactVersion(text) {
    const parsed = semver__WEBPACK_IMPORTED_MODULE_0__.parse(text);
    if (!parsed)
        return undefined;
    const build = parsed.build.length > 0 ? `+${parsed.build.join('.')}` : '';
    return text === parsed.version + build ? text : undefined;
}
/** Those of the wanted versions that stand for the newest commit of a branch: `latest`, `develop-latest`. */
function symbolicVersions(versions) {
    const symbolic = new Map();
    for (const [id, version] of Object.entries(versions)) {
        const branch = symbolicBranch(version);
        if (branch !== undefined)
            symbolic.set(id, branch === '' ? {} : { branch });
    }
    return symbolic;
}
/** Whether the text is a full commit id. */
function isCommit(version) {
    return /^[0-9a-f]{40}$/.test(version);
}
/** The branch of `BRANCH-latest`, an empty text for `latest`, undefined for anything else. */
function symbolicBranch(version) {
    if (version === 'latest')
        return '';
    if (exactVersion(version) !== undefined)
        return undefined;
    return /^([A-Za-z0-9][\w./-]*)-latest$/.exec(version)?.[1];
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


/** The components whose current version a plan of the selected ones depends on. */
function versionsNeeded(manifest, selected) {
    const ids = new Set(selected);
    const chosen = manifest.components.filter(({ id }) => ids.has(id));
    const shared = sharedGroups(manifest);
    const groups = new Set(chosen.flatMap(({ group }) => (group !== undefined && shared.has(group) ? [group] : [])));
    const compared = new Set(chosen.flatMap(({ compatible }) => Object.keys(compatible)));
    return manifest.components.filter((component) => (ids.has(component.id) && isVersioned(component, shared)) ||
        (component.group !== undefined && groups.has(component.group)) ||
        compared.has(component.id));
}
/** Whether a train gives the component a version: it publishes a package, shares one, or its texts ask for one. */
function isVersioned(component, shared) {
    if (component.package || (component.group !== undefined && shared.has(component.group)))
        return true;
    return wantsVersion(component) || asks(component, 'previous-version');
}
/** Whether the component cannot be dispatched without a version. */
function wantsVersion(component) {
    return asks(component, 'version');
}
function asks({ inputs, health, rollback }, name) {
    return [...(0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .E)([inputs, health, rollback?.inputs])].some(({ text }) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(text).includes(name));
}
/** The ids of the groups whose members release under one version. */
function sharedGroups({ groups }) {
    return new Set(groups.filter(({ version }) => version === 'shared').map(({ id }) => id));
}


/***/ }),

/***/ 76433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ RELEASE_TYPES),
/* harmony export */   j: () => (/* binding */ planVersions)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55941);
/* harmony import */ var _manifest_faults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63215);
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69992);
/* harmony import */ var _versioned_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1919);





const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'];
/**
 * Component id → the version that this train gives it, for those of the selected components that have versions.
 * An explicit version comes first; then, for a release, the bump of the current one (in a shared group: of the group's
 * highest); for a deployment the current one itself.
 */
function planVersions(manifest, selected, request) {
    const planning = preparePlanning(manifest, selected, request);
    checkPrerelease(planning);
    checkWishes(planning);
    for (const component of planning.components) {
        const planned = request.intent === 'deploy' ? deployed(planning, component) : released(planning, component);
        if (planned)
            planning.versions.set(component.id, planned);
    }
    const faults = planning.faults.all();
    return faults.length > 0 ? { faults } : { versions: planning.versions };
}
const PRERELEASE_ID = /^[A-Za-z][0-9A-Za-z-]*$/;
function preparePlanning(manifest, selected, request) {
    const ids = new Set(selected);
    const shared = (0,_versioned_js__WEBPACK_IMPORTED_MODULE_2__/* .sharedGroups */ .CC)(manifest);
    const groupCurrent = new Map();
    for (const { id, group } of manifest.components) {
        const version = currentOf(request, id);
        if (version === undefined || group === undefined || !shared.has(group))
            continue;
        const highest = groupCurrent.get(group);
        if (highest === undefined || semver__WEBPACK_IMPORTED_MODULE_0__.gt(version, highest))
            groupCurrent.set(group, version);
    }
    const components = manifest.components.filter(({ id }) => ids.has(id));
    const groupVersions = new Map();
    return {
        manifest,
        components,
        request,
        shared,
        groupCurrent,
        groupVersions,
        versions: new Map(),
        faults: (0,_manifest_faults_js__WEBPACK_IMPORTED_MODULE_3__/* .collectFaults */ .C)(),
    };
}
function checkPrerelease({ request: { releaseType, prereleaseId }, faults }) {
    if (prereleaseId === undefined)
        return;
    if (!PRERELEASE_ID.test(prereleaseId)) {
        const message = () => `Input prerelease-id: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(prereleaseId)} is not valid; expected a word such as beta or rc.`;
        faults.add(undefined, message);
    }
    else if (releaseType !== undefined && !releaseType.startsWith('pre')) {
        const message = () => `Input prerelease-id is given, but release-type ${releaseType} makes no prerelease; expected pre${releaseType} or prerelease.`;
        faults.add(undefined, message);
    }
}
function checkWishes({ manifest, components, request, shared, groupVersions, faults }) {
    const { versions = {} } = request;
    const known = new Set(manifest.components.map(({ id }) => id));
    const selected = new Map(components.map((component) => [component.id, component]));
    for (const [id, version] of Object.entries(versions)) {
        const component = selected.get(id);
        if (!known.has(id))
            faults.add(undefined, () => `Input versions: ${unknownId(id, known, manifest)}`);
        else if (!component)
            faults.add(undefined, () => `Input versions: ${id} is given ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(version)}, but packages does not select it.`);
        else if (component.group !== undefined && shared.has(component.group) && request.intent === 'release') {
            const before = groupVersions.get(component.group);
            if (before && before.version !== version) {
                const message = () => `Input versions: ${before.id} is given ${before.version} and ${id} ${version}, but the group ${component.group} releases under one version.`;
                faults.add(undefined, message);
            }
            else
                groupVersions.set(component.group, { version, id });
        }
    }
}
function unknownId(id, known, { groups }) {
    if (groups.some((group) => group.id === id))
        return `${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(id)} is a group; name its components.`;
    return `the manifest has no component ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(id)}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(id, known) || `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)([...known])}.`}`;
}
function released(planning, component) {
    const { request, shared, groupVersions, groupCurrent, faults } = planning;
    const { id } = component;
    const group = component.group !== undefined && shared.has(component.group) ? component.group : undefined;
    const current = group === undefined ? currentOf(request, id) : groupCurrent.get(group);
    const own = ownValue(request.versions, id);
    const asked = own ?? (group === undefined ? undefined : groupVersions.get(group)?.version);
    if (asked !== undefined) {
        const fault = faultOfWish({ id, version: asked, current, group });
        // What is wrong with a group's version is said once, of the member that it was asked for.
        if (fault !== undefined && own !== undefined)
            faults.add(undefined, () => fault);
        return fault === undefined ? { version: asked } : undefined;
    }
    if (!(0,_versioned_js__WEBPACK_IMPORTED_MODULE_2__/* .isVersioned */ .at)(component, shared))
        return undefined;
    if (request.releaseType === undefined) {
        faults.add(undefined, () => `Nothing says which version component ${id} is to have: give release-type, or versions with an entry for ${id}.`);
        return undefined;
    }
    if (current === undefined) {
        faults.add(['components', id], () => notFound(request, id), 'key');
        return undefined;
    }
    const version = bump(current, request.releaseType, request.prereleaseId);
    if (version !== undefined)
        return { version };
    const message = () => `Component ${id}: release-type ${request.releaseType} with prerelease-id ${request.prereleaseId} would not be above its current version ${current}; choose an id that sorts after the current one, or another release-type.`;
    faults.add(undefined, message);
    return undefined;
}
/** The next version, or undefined where it would not be above the current one (`beta.1` to `alpha.0`). */
function bump(current, releaseType, prereleaseId) {
    const valid = prereleaseId !== undefined && PRERELEASE_ID.test(prereleaseId);
    const next = valid ? semver__WEBPACK_IMPORTED_MODULE_0__.inc(current, releaseType, prereleaseId) : semver__WEBPACK_IMPORTED_MODULE_0__.inc(current, releaseType);
    return next !== null && semver__WEBPACK_IMPORTED_MODULE_0__.gt(next, current) ? next : undefined;
}
function faultOfWish({ id, version, current, group }) {
    if ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .exactVersion */ .y)(version) === undefined) {
        const cleaned = semver__WEBPACK_IMPORTED_MODULE_0__.clean(version);
        const hint = cleaned ? `; did you mean ${cleaned}?` : '; expected a version such as 1.4.0 or 2.0.0-beta.1.';
        return `Input versions: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(version)} for ${id} is not SemVer${hint}`;
    }
    if (current === undefined || semver__WEBPACK_IMPORTED_MODULE_0__.gt(version, current))
        return undefined;
    const whose = group === undefined ? 'its current version' : `the current version of its group ${group},`;
    return `Input versions: ${version} for ${id} is not above ${whose} ${current}.`;
}
function notFound({ currentVersions }, id) {
    const current = currentVersions.get(id);
    const places = current && 'lookedIn' in current ? current.lookedIn : [];
    const looked = places.length > 0 ? ` (looked in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(places)})` : '';
    return `Component ${id}: no current version was found${looked}. If this is its first release, give its version: versions: { ${id}: 1.0.0 }.`;
}
function deployed({ request, faults, shared }, component) {
    const { id } = component;
    const asked = ownValue(request.versions, id);
    if (asked === undefined) {
        const version = currentOf(request, id);
        if (version !== undefined && (0,_versioned_js__WEBPACK_IMPORTED_MODULE_2__/* .isVersioned */ .at)(component, shared))
            return { version };
        if ((0,_versioned_js__WEBPACK_IMPORTED_MODULE_2__/* .wantsVersion */ .yO)(component))
            faults.add(['components', id], () => notFound(request, id), 'key');
        return undefined;
    }
    if ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .exactVersion */ .y)(asked) !== undefined || (0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommit */ .WM)(asked))
        return { version: asked };
    if ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .symbolicBranch */ .jt)(asked) === undefined) {
        const message = () => `Input versions: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(asked)} for ${id} is not valid; expected a version such as 1.4.0, a commit of 40 hexadecimal digits, or BRANCH-latest such as develop-latest.`;
        faults.add(undefined, message);
        return undefined;
    }
    const commit = ownValue(request.resolved, id);
    if (commit !== undefined)
        return { version: commit, requested: asked };
    faults.add(undefined, () => `Input versions: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(asked)} for ${id} was not found as a branch of ${component.repository}.`);
    return undefined;
}
function currentOf({ currentVersions }, id) {
    const current = currentVersions.get(id);
    return current && 'version' in current ? current.version : undefined;
}
function ownValue(map, key) {
    return map && Object.hasOwn(map, key) ? map[key] : undefined;
}


/***/ })

};
