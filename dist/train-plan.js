export const id = 9015;
export const ids = [9015, 8134, 6139];
export const modules = {

/***/ 19015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hy: () => (/* binding */ ALL_COMPONENTS),
/* harmony export */   kn: () => (/* binding */ PREVIOUS),
/* harmony export */   m9: () => (/* binding */ membersByName),
/* harmony export */   oQ: () => (/* binding */ intentOf),
/* harmony export */   qv: () => (/* binding */ wantedNames),
/* harmony export */   tf: () => (/* binding */ asksForPrevious),
/* harmony export */   yG: () => (/* binding */ checkRequest)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55941);
/* harmony import */ var _manifest_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63215);
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69992);




const PREVIOUS = 'previous';
const ALL_COMPONENTS = '*';
function asksForPrevious({ versions = {} }) {
    return Object.values(versions).includes(PREVIOUS);
}
function intentOf(request) {
    return request.environment !== undefined && request.releaseType === undefined ? 'deploy' : 'release';
}
function checkRequest(names, request) {
    const faults = (0,_manifest_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFaults */ .C)();
    checkPackages(names, request, faults);
    checkEnvironment(names, request, faults);
    checkPrerelease(request, faults);
    checkVersionNames(names, request, faults);
    if (asksForPrevious(request) && request.environment === undefined) {
        const message = () => 'Input versions: previous is about a deployment; give the environment to roll back.';
        faults.add(undefined, message);
    }
    for (const [id, version] of Object.entries(request.versions ?? {})) {
        const wrong = faultOfText(id, version, intentOf(request));
        if (wrong !== undefined)
            faults.add(undefined, () => wrong);
    }
    return faults.all();
}
function wantedNames({ packages }) {
    return packages === 'all' || (packages.length === 1 && packages[0] === 'all') ? undefined : packages;
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
function checkPackages(names, request, faults) {
    const packages = wantedNames(request);
    if (packages === undefined)
        return;
    if (packages.length === 0) {
        faults.add(undefined, () => 'Input packages selects nothing; name component or group ids, or all.');
        return;
    }
    const members = membersByName(names);
    for (const name of packages) {
        const ids = members.get(name);
        if (!ids) {
            const message = () => `Input packages: the manifest has no component and no group ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(name, members.keys()) || '.'}`;
            faults.add(undefined, message);
        }
        else if (ids.length === 0) {
            faults.add(undefined, () => `Input packages: the group ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)} has no components.`);
        }
    }
}
function checkEnvironment({ environments }, { environment: id }, faults) {
    if (id === undefined || environments.some((one) => one.id === id))
        return;
    const known = environments.map((one) => one.id);
    const hint = (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(id, known) || (known.length > 0 ? `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(known)}.` : '; it has none at all.');
    faults.add(undefined, () => `Input environment: the manifest has no environment ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(id)}${hint}`);
}
const PRERELEASE_ID = /^[A-Za-z][0-9A-Za-z-]*$/;
function checkPrerelease({ releaseType, prereleaseId }, faults) {
    if (prereleaseId === undefined)
        return;
    if (!PRERELEASE_ID.test(prereleaseId)) {
        const message = () => `Input prerelease-id: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(prereleaseId)} is not valid; expected a word such as beta or rc.`;
        faults.add(undefined, message);
    }
    else if (releaseType !== undefined && !releaseType.startsWith('pre')) {
        const message = () => `Input prerelease-id is given, but release-type ${releaseType} makes no prerelease; expected pre${releaseType} or prerelease.`;
        faults.add(undefined, message);
    }
}
function checkVersionNames({ components, groups }, { versions = {} }, faults) {
    const known = new Set(components.map(({ id }) => id));
    for (const id of Object.keys(versions).filter((one) => !known.has(one) && one !== ALL_COMPONENTS)) {
        const isGroup = groups.some((group) => group.id === id);
        const message = () => isGroup
            ? `${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(id)} is a group; name its components.`
            : `the manifest has no component ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(id)}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(id, known) || `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)([...known])}.`}`;
        faults.add(undefined, () => `Input versions: ${message()}`);
    }
}
function faultOfText(id, version, intent) {
    if ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .exactVersion */ .y)(version) !== undefined || version === PREVIOUS)
        return undefined;
    if (intent === 'deploy') {
        if ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommit */ .WM)(version) || (0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .symbolicBranch */ .jt)(version) !== undefined)
            return undefined;
        return `Input versions: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(version)} for ${id} is not valid; expected a version such as 1.4.0, a commit of 40 hexadecimal digits, or BRANCH-latest such as develop-latest.`;
    }
    const cleaned = semver__WEBPACK_IMPORTED_MODULE_0__.clean(version);
    const hint = cleaned ? `; did you mean ${cleaned}?` : '; expected a version such as 1.4.0 or 2.0.0-beta.1.';
    return `Input versions: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(version)} for ${id} is not SemVer${hint}`;
}


/***/ }),

/***/ 69992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ symbolicVersions),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   _E: () => (/* binding */ RELEASE_TYPES),
/* harmony export */   jt: () => (/* binding */ symbolicBranch),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);

const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'];
function exactVersion(text) {
    const parsed = semver__WEBPACK_IMPORTED_MODULE_0__.parse(text);
    if (!parsed)
        return undefined;
    const build = parsed.build.length > 0 ? `+${parsed.build.join('.')}` : '';
    return text === parsed.version + build ? text : undefined;
}
function symbolicVersions(versions) {
    const symbolic = new Map();
    for (const [id, version] of Object.entries(versions)) {
        const branch = symbolicBranch(version);
        if (branch !== undefined)
            symbolic.set(id, branch === '' ? {} : { branch });
    }
    return symbolic;
}
function isCommit(version) {
    return /^[0-9a-f]{40}$/.test(version);
}
function symbolicBranch(version) {
    if (version === 'latest')
        return '';
    if (exactVersion(version) !== undefined)
        return undefined;
    return /^([A-Za-z0-9][\w./-]*)-latest$/.exec(version)?.[1];
}


/***/ })
,

/***/ 77155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ highest),
/* harmony export */   ET: () => (/* binding */ obstacle),
/* harmony export */   Ij: () => (/* binding */ highestStable),
/* harmony export */   i2: () => (/* binding */ inLine),
/* harmony export */   jV: () => (/* binding */ versionToDeploy),
/* harmony export */   yU: () => (/* binding */ nextVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);

function highestStable(versions) {
    return highest(versions.filter(isStable)) ?? highest(versions);
}
function versionToDeploy({ latest, versions }) {
    return latest ?? highestStable(versions);
}
function nextVersion(versions, { releaseType, prereleaseId, least = highestStable(versions) }) {
    const start = releaseType === 'prerelease' ? highest(versions) : least;
    if (start === undefined)
        return undefined;
    const first = increased(start, releaseType, prereleaseId);
    const begun = highest(versions.filter((one) => first !== undefined && !isStable(first) && isSameCore(one, first)));
    const from = begun !== undefined && semver__WEBPACK_IMPORTED_MODULE_0__.gt(begun, start) ? begun : start;
    const version = from === start ? first : increased(from, 'prerelease', prereleaseId);
    const isNew = version !== undefined && semver__WEBPACK_IMPORTED_MODULE_0__.gt(version, from) && !versions.includes(version);
    return isNew ? { from, version } : { from };
}
function obstacle(versions, wanted) {
    return highest(versions.filter((one) => semver__WEBPACK_IMPORTED_MODULE_0__.gte(one, wanted) && (isStable(one) || isSameCore(one, wanted))));
}
function inLine(versions, line) {
    if (line === undefined)
        return versions;
    return versions.filter((version) => semver__WEBPACK_IMPORTED_MODULE_0__.satisfies(version, line, { includePrerelease: true }));
}
function highest(versions) {
    return versions.reduce((top, one) => (top === undefined || semver__WEBPACK_IMPORTED_MODULE_0__.gt(one, top) ? one : top), undefined);
}
function increased(from, type, id) {
    return (id === undefined ? semver__WEBPACK_IMPORTED_MODULE_0__.inc(from, type) : semver__WEBPACK_IMPORTED_MODULE_0__.inc(from, type, id)) ?? undefined;
}
function isStable(version) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.prerelease(version) === null;
}
function isSameCore(one, other) {
    const [a, b] = [semver__WEBPACK_IMPORTED_MODULE_0__.parse(one), semver__WEBPACK_IMPORTED_MODULE_0__.parse(other)];
    return a !== null && b !== null && a.compareMain(b) === 0;
}


/***/ }),

/***/ 68134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ versionsInTags)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _manifest_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6955);
/* harmony import */ var _existing_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77155);



const PLAIN_PREFIX = /^(?:releases?|version|rel)[-/@]/i;
function versionsInTags(tags, component, { sharesRepository, known = [] }) {
    const named = tags.flatMap((tag) => withRest(tag, restOfNamed(tag, component, sharesRepository)));
    const plain = component.tag === undefined ? tags.flatMap((tag) => withRest(tag, restOfPlain(tag))) : [];
    const found = readable(named);
    if (sharesRepository && found.length > 0)
        return tagged(found, named, known);
    return tagged([...readable(plain), ...found], [...named, ...plain], known);
}
function withRest(tag, rest) {
    return rest === undefined ? [] : [{ tag, rest }];
}
function restOfNamed(tag, component, sharesRepository) {
    if (component.tag !== undefined)
        return restOfForm(tag, component.tag);
    const lower = tag.toLowerCase();
    for (const name of namesOf(component, sharesRepository)) {
        if (lower.startsWith(name) && /^[@/-]v?\d/i.test(tag.slice(name.length)))
            return tag.slice(name.length + 1);
    }
    return undefined;
}
function restOfForm(tag, form) {
    const [before = '', after = ''] = form.split('{version}');
    const fits = tag.length > before.length + after.length && tag.startsWith(before) && tag.endsWith(after);
    return fits ? tag.slice(before.length, tag.length - after.length) : undefined;
}
function namesOf(component, sharesRepository) {
    const { id, repository } = component;
    const published = (0,_manifest_packages_js__WEBPACK_IMPORTED_MODULE_2__/* .packagesOf */ .D)(component).map(_manifest_packages_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .V);
    const names = [id, ...published, ...published.map((name) => name.split('/').at(-1) ?? name)];
    if (!sharesRepository)
        names.push(repository.split('/').at(-1) ?? repository);
    return new Set(names.map((name) => name.toLowerCase()));
}
function restOfPlain(tag) {
    const rest = tag.replace(PLAIN_PREFIX, '');
    return /^v?\d/i.test(rest) ? rest : undefined;
}
function versionOf({ rest }) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.valid(rest.replace(/^v/i, '')) ?? undefined;
}
function readable(candidates) {
    return candidates.flatMap((one) => {
        const version = versionOf(one);
        return version === undefined ? [] : [{ ...one, version }];
    });
}
function tagged(found, all, known) {
    const tagOf = new Map(found.map(({ tag, version }) => [version, tag]));
    const versions = [...tagOf.keys()];
    const top = (0,_existing_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .highest */ .BR)([...versions, ...known]);
    const unread = all.filter((one) => versionOf(one) === undefined && isAbove(one.rest, top)).map(({ tag }) => tag);
    return { versions, tagOf, unread: [...new Set(unread)] };
}
function isAbove(rest, top) {
    const numbers = /^v?(\d+(?:\.\d+){0,3})$/i.exec(rest)?.[1]?.split('.').map(Number) ?? [];
    if (numbers.length === 0)
        return false;
    if (top === undefined)
        return true;
    const [major = 0, minor = 0, patch = 0] = numbers;
    return numbers.length > 1 && semver__WEBPACK_IMPORTED_MODULE_0__.gt(`${major}.${minor}.${patch}`, top);
}


/***/ })
,

/***/ 20248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openWorld),
/* harmony export */   n: () => (/* binding */ defaultTrainId)
/* harmony export */ });
/* harmony import */ var _engine_planning_default_branches_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76090);
/* harmony import */ var _engine_planning_open_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3725);
/* harmony import */ var _engine_planning_plan_train_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13938);
/* harmony import */ var _engine_planning_train_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33199);
/* harmony import */ var _packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84216);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75286);
/* harmony import */ var _platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19523);
/* harmony import */ var _platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31497);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35663);
/* harmony import */ var _connect_github_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45766);
/* harmony import */ var _state_input_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(50846);
/* harmony import */ var _train_inputs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24615);












async function openWorld(given, state, runner) {
    const { env, workspace, signal } = runner;
    const request = { ...(0,_train_inputs_js__WEBPACK_IMPORTED_MODULE_11__/* .requestOf */ .f)(given), ...(given.startsNothing && { startsNothing: true }) };
    const path = await (0,_platform_files_path_inside_js__WEBPACK_IMPORTED_MODULE_6__/* .namedPath */ .hq)(workspace, given.manifest);
    const opened = await (0,_engine_planning_open_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .openManifest */ .gp)({ path, shownAs: given.manifest }, request, (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_9__/* .tokensAtHand */ .h3)(given, env));
    const own = state.kind === 'branch' ? (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_8__/* .ownRepository */ .d5)(env) : undefined;
    const { manifest } = opened.selection;
    const others = own === undefined || given.token !== undefined ? [] : [(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_7__/* .ownerOf */ .b)(own)];
    const owners = [...opened.owners, ...others, ...issueOwners(manifest)];
    const clientFor = (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_9__/* .connect */ .Ng)(given, runner, { tokens: manifest.tokens, owners });
    const home = homeClient(given, runner, clientFor);
    const { registryUrl, indexUrl } = given;
    const registry = (0,_engine_planning_train_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .trainRegistry */ .Y)((0,_packages_registries_package_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .cliRegistry */ .I)({
        registryUrl,
        indexUrl,
        cwd: workspace,
        env,
        signal,
        withheld: Object.values(manifest.tokens),
    }));
    const { stateCommitPrefix: commitPrefix } = manifest;
    const kept = (0,_state_input_js__WEBPACK_IMPORTED_MODULE_10__/* .openStore */ .C)(state, () => stateClient(given, runner) ?? home, { ...runner, commitPrefix });
    const store = withoutSecrets(kept, runner);
    return {
        clientFor,
        home,
        registry,
        manifest,
        manifestOf: async (plan) => {
            const ids = new Set(plan.components.map(({ id }) => id));
            const components = manifest.components.filter(({ id }) => ids.has(id));
            const { repositories, faults } = await (0,_engine_planning_default_branches_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultBranches */ .U)(components, { clientFor, signal });
            if (faults.length > 0)
                throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(opened.located(faults));
            return (0,_engine_planning_default_branches_js__WEBPACK_IMPORTED_MODULE_0__/* .withRefs */ .j)(manifest, repositories);
        },
        store,
        environments: manifest.environments.map(({ id }) => id),
        notifications: manifest.notifications,
        issuesIn: (repository) => (repository === (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_8__/* .runContext */ .pO)(env).repository ? home : clientFor(repository)),
        plan: async () => (0,_engine_planning_plan_train_js__WEBPACK_IMPORTED_MODULE_2__/* .planTrain */ .q)(opened, { clientFor, registry, lastGood: await store.lastGood(), signal }),
    };
}
function issueOwners({ notifications, tokens }) {
    const channels = notifications?.channels ?? [];
    const owners = channels.flatMap((channel) => (channel.kind === 'issue' ? [(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_7__/* .ownerOf */ .b)(channel.repository)] : []));
    return owners.filter((owner) => !Object.hasOwn(tokens, owner));
}
function homeClient({ token, apiUrl }, runner, clientFor) {
    const { repository: own = '' } = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_8__/* .runContext */ .pO)(runner.env);
    if (token === undefined)
        return clientFor(own);
    return (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_9__/* .connect */ .Ng)({ token, apiUrl, appId: undefined, privateKey: undefined }, runner, { owners: [] })(own);
}
function withoutSecrets(store, { secrets }) {
    const clean = (saved) => ({
        ...saved,
        state: secrets.redactIn(saved.state),
        ...(saved.ledger && { ledger: secrets.redactIn(saved.ledger) }),
    });
    return { ...store, save: (saved, message) => store.save(clean(saved), message) };
}
function stateClient({ stateToken, stateByApp, appId, privateKey, apiUrl }, runner) {
    const own = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_8__/* .ownRepository */ .d5)(runner.env);
    const none = { token: undefined, appId: undefined, privateKey: undefined, apiUrl };
    if (stateToken !== undefined)
        return (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_9__/* .connect */ .Ng)({ ...none, token: stateToken }, runner, { owners: [] })(own);
    return stateByApp ? (0,_connect_github_js__WEBPACK_IMPORTED_MODULE_9__/* .connect */ .Ng)({ ...none, appId, privateKey }, runner, { owners: [(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_7__/* .ownerOf */ .b)(own)] })(own) : undefined;
}
function defaultTrainId({ env, clock }, environment) {
    const { runId } = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_8__/* .runContext */ .pO)(env);
    const run = runId ? `run-${runId}` : `local-${clock.now().toString(36)}`;
    if (environment === undefined)
        return run;
    return `${run}-${environment.replace(/[^A-Za-z0-9._-]/g, '-')}`.slice(0, 64);
}


/***/ }),

/***/ 37633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ approved),
/* harmony export */   w: () => (/* binding */ verifySavedPlan)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _train_plan_plan_differences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54658);
/* harmony import */ var _plan_train_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13938);



function approved(planned, wanted) {
    if (wanted === undefined || planned.hash === wanted)
        return planned;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The plan is not the one that was approved: its hash is ${planned.hash.slice(0, 12)}, plan-hash says ${wanted.slice(0, 12)}. ` +
        'Something was released, or the manifest was changed, since it was made. Nothing was started. Make the plan again and look at it: run this workflow anew (Re-run all jobs).');
}
const MOST_TOLD = 10;
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

/***/ 13938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ planHash),
  q: () => (/* binding */ planTrain)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(84963);
// EXTERNAL MODULE: ./build/src/train/manifest/output-values.js
var output_values = __webpack_require__(72206);
// EXTERNAL MODULE: ./build/src/train/manifest/texts.js
var texts = __webpack_require__(89576);
// EXTERNAL MODULE: ./build/src/train/graph.js
var graph = __webpack_require__(22556);
// EXTERNAL MODULE: ./build/src/train/manifest/faults.js
var manifest_faults = __webpack_require__(63215);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/train/plan/compatibility.js


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

// EXTERNAL MODULE: ./build/src/train/manifest/asked-outputs.js
var asked_outputs = __webpack_require__(13307);
;// CONCATENATED MODULE: ./build/src/train/plan/earlier-outputs.js



function earlierOutputs(chosen, { known, versions }) {
    const ids = new Set(chosen.map(({ id }) => id));
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const outputs = {};
    const isRunAnew = (component) => ids.has(component) && versions.get(component)?.version !== known.deployedVersions?.get(component);
    const asked = chosen.flatMap(({ id, inputs, health }) => [...(0,asked_outputs/* askedIn */.UB)([inputs, health])].flatMap(([component, keys]) => [...keys].map((key) => ({ id, component, key }))));
    for (const one of asked.filter(({ component }) => !isRunAnew(component))) {
        const { id, component, key } = one;
        const there = known.deployedOutputs?.get(component) ?? {};
        if (Object.hasOwn(there, key))
            outputs[component] = { ...outputs[component], [key]: there[key] ?? '' };
        else if (!ids.has(component))
            faults.add(['components', id], () => unknownOutput(one, there), 'key');
    }
    return { outputs, faults: faults.all() };
}
function unknownOutput({ id, component, key }, there) {
    const known = (0,wording/* listed */.KE)(Object.keys(there));
    const what = known
        ? `; of what it handed on when it was last good, these are known: ${known}`
        : ', and no train has kept any of it';
    return `Component ${id} asks for {outputs.${component}.${key}}, but ${component} is not part of this train${what}. Add ${component} to packages.`;
}

// EXTERNAL MODULE: ./build/src/train/plan/existing-versions.js
var existing_versions = __webpack_require__(77155);
// EXTERNAL MODULE: ./build/src/train/plan/plan-component.js
var plan_component = __webpack_require__(40733);
// EXTERNAL MODULE: ./build/src/train/plan/versioned.js
var versioned = __webpack_require__(1919);
;// CONCATENATED MODULE: ./build/src/train/plan/release-unit.js


function releaseUnits(manifest, existingOf) {
    const shared = (0,versioned/* sharedGroups */.CC)(manifest);
    const members = membersByGroup(manifest);
    const known = new Map();
    return (component) => {
        const { group, line } = component;
        if (group === undefined || !shared.has(group))
            return unitOf([component], line, existingOf);
        const key = JSON.stringify([group, line]);
        const unit = known.get(key) ?? { group, ...unitOf(members.get(group) ?? [], line, existingOf) };
        known.set(key, unit);
        return unit;
    };
}
function unitOf(members, line, existingOf) {
    const found = members.flatMap(({ id }) => existingOf(id) ?? []);
    const all = (versions) => (0,existing_versions/* inLine */.i2)([...new Set(found.flatMap(versions))], line);
    return {
        versions: all(({ versions }) => versions),
        served: all(({ versions, served }) => served ?? versions),
        least: (0,existing_versions/* highest */.BR)(found.flatMap(({ versions }) => (0,existing_versions/* highestStable */.Ij)((0,existing_versions/* inLine */.i2)(versions, line)) ?? [])),
    };
}
function membersByGroup({ components }) {
    const members = new Map();
    for (const component of components) {
        const others = members.get(component.group);
        if (others)
            others.push(component);
        else
            members.set(component.group, [component]);
    }
    return members;
}

;// CONCATENATED MODULE: ./build/src/train/plan/unknown-version.js



function hintOfLine(version, existing) {
    const [one, other] = [semver.parse(version), semver.parse(existing)];
    if (!one || !other || (one.major === other.major && one.minor >= other.minor))
        return '';
    const line = one.major === other.major ? `${one.major}.${one.minor}.x` : `${one.major}.x`;
    return ` To release an older line, say so in the manifest (line: ${line}).`;
}
function notFound({ intent }, { currentVersions }, { id, repository, line }) {
    const current = currentVersions.get(id);
    const give = `give its version: versions: { ${id}: `;
    if (line !== undefined && current && 'versions' in current) {
        return `Component ${id}: no version of its line ${line} is known. The highest is ${(0,existing_versions/* highestStable */.Ij)(current.versions)}; correct the line, or ${give}… }.`;
    }
    if (!current || !('lookedIn' in current))
        return `Component ${id}: no current version is known; ${give}… }.`;
    const { lookedIn, seen = [], hidden } = current;
    if (seen.length > 0) {
        return `Component ${id}: there is ${(0,wording/* listed */.KE)(seen, 'and', 5)}, but no version can be read from that (looked in ${(0,wording/* listed */.KE)(lookedIn)}). Say the form of its tags (tag: "v{version}"), or ${give}… }, above what exists.`;
    }
    if (hidden !== undefined) {
        return `Component ${id}: no current version was found (looked in ${(0,wording/* listed */.KE)(lookedIn)}), but ${hidden}. Give the job access, or ${give}… }, above what exists.`;
    }
    const example = intent === 'deploy' ? `a version that ${repository} has` : '1.0.0';
    const first = intent === 'deploy' ? 'To deploy it' : 'If this is its first release';
    return `Component ${id}: no current version was found (looked in ${(0,wording/* listed */.KE)(lookedIn)}). ${first}, ${give}${example} }.`;
}
function unreadTags({ id }, tags) {
    const [are, them] = tags.length === 1 ? ['is', 'it'] : ['are', 'them'];
    return `Component ${id}: there ${are} ${(0,wording/* listed */.KE)(tags, 'and', 5)}, above every version that is known, but no version can be read from ${them}. Say the form of its tags (tag: "v{version}"), or give its version: versions: { ${id}: … }.`;
}

// EXTERNAL MODULE: ./build/src/train/plan/version-text.js
var version_text = __webpack_require__(69992);
;// CONCATENATED MODULE: ./build/src/train/plan/versions.js







function planVersions(selection, known) {
    const faults = (0,manifest_faults/* collectFaults */.C)();
    const versions = new Map();
    const shared = (0,versioned/* sharedGroups */.CC)(selection.manifest);
    const unitOf = releaseUnits(selection.manifest, (id) => existingOf(known, id));
    const planning = { selection, known, faults, shared, unitOf, groupWishes: groupWishes(selection, shared) };
    for (const component of selection.components) {
        const planned = selection.intent === 'deploy' ? deployed(planning, component) : released(planning, component);
        if (planned)
            versions.set(component.id, planned);
    }
    return { versions, faults: faults.all() };
}
function existingOf({ currentVersions }, id) {
    const current = currentVersions.get(id);
    return current && 'versions' in current ? current : undefined;
}
function groupWishes({ components, request: { versions } }, shared) {
    const asked = components.flatMap(({ id, group }) => {
        const version = ownValue(versions, id);
        return version === undefined || group === undefined || !shared.has(group) ? [] : [[group, version]];
    });
    return new Map(asked.reverse());
}
function released(planning, component) {
    const { selection, shared, known, faults } = planning;
    const { id } = component;
    const { releaseType, prereleaseId, versions } = selection.request;
    const unit = planning.unitOf(component);
    const own = ownValue(versions, id);
    const asked = own ?? (unit.group === undefined ? undefined : planning.groupWishes.get(unit.group));
    const current = known.currentVersions.get(id);
    if (current && 'fault' in current)
        return undefined;
    if (asked !== undefined) {
        const fault = faultOfWish(unit, component, asked);
        if (fault !== undefined && own !== undefined)
            faults.add(undefined, () => fault);
        const from = (0,existing_versions/* highestStable */.Ij)(unit.versions);
        return fault === undefined ? { version: asked, ...(from !== undefined && { from }) } : undefined;
    }
    if (!(0,versioned/* isVersioned */.at)(component, shared) || releaseType === undefined)
        return undefined;
    const unread = existingOf(known, id)?.unread;
    if (unread !== undefined) {
        faults.add(['components', id], () => unreadTags(component, unread), 'key');
        return undefined;
    }
    const next = (0,existing_versions/* nextVersion */.yU)(unit.versions, { releaseType, prereleaseId, least: unit.least });
    if (next === undefined)
        faults.add(['components', id], () => notFound(selection, known, component), 'key');
    else if (next.version === undefined) {
        const message = () => `Component ${id}: release-type ${releaseType}${prereleaseId === undefined ? '' : ` with prerelease-id ${prereleaseId}`} would not be above its current version ${next.from}; choose an id that sorts after the current one, or another release-type.`;
        faults.add(undefined, message);
    }
    else if ((0,existing_versions/* inLine */.i2)([next.version], component.line).length === 0) {
        const message = () => `Component ${id}: release-type ${releaseType} makes ${next.version}, which is not of its line ${component.line}; choose a smaller release-type.`;
        faults.add(['components', id, 'line'], message);
    }
    else
        return { from: next.from, version: next.version };
    return undefined;
}
function faultOfWish({ group, served }, component, version) {
    const { id, line } = component;
    if ((0,existing_versions/* inLine */.i2)([version], line).length === 0) {
        return `Input versions: ${version} for ${id} is not of its line ${line}.`;
    }
    const found = (0,existing_versions/* obstacle */.ET)(served, version);
    if (found === undefined)
        return undefined;
    const whose = group === undefined ? 'its current version' : `the current version of its group ${group},`;
    const hint = line === undefined ? hintOfLine(version, found) : '';
    return `Input versions: ${version} for ${id} is not above ${whose} ${found}.${hint}`;
}
function deployed(planning, component) {
    const { selection, known, faults, shared } = planning;
    const { id } = component;
    const asked = ownValue(selection.request.versions, id);
    if (asked !== undefined && ((0,version_text/* exactVersion */.y)(asked) !== undefined || (0,version_text/* isCommit */.WM)(asked)))
        return { version: asked };
    if (asked !== undefined) {
        const commit = ownValue(known.resolved, id);
        if (commit !== undefined)
            return { version: commit, requested: asked };
        const message = () => `Input versions: ${(0,wording/* quote */.hD)(asked)} for ${id} was not found as a branch of ${component.repository}.`;
        faults.add(undefined, message);
        return undefined;
    }
    const current = known.currentVersions.get(id);
    const version = current && 'versions' in current ? (0,existing_versions/* versionToDeploy */.jV)(current) : undefined;
    if (version !== undefined && (0,versioned/* isVersioned */.at)(component, shared))
        return { version };
    const isTold = current !== undefined && 'fault' in current;
    if ((0,versioned/* wantsVersion */.yO)(component) && !isTold)
        faults.add(['components', id], () => notFound(selection, known, component), 'key');
    return undefined;
}
function ownValue(map, key) {
    return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

;// CONCATENATED MODULE: ./build/src/train/plan/make-plan.js







function makePlan(selection, known) {
    const { manifest, request, intent, environment } = selection;
    const { versions, faults: unplanned } = planVersions(selection, known);
    const waves = inOrder(selection.components);
    const chosen = waves.flat();
    const current = (id) => currentVersion(known, id);
    const deployed = (id) => known.deployedVersions?.get(id);
    const compatibility = checkCompatibility(chosen, (id) => versions.get(id)?.version ?? deployed(id) ?? current(id));
    const context = {
        ...(environment && { environment }),
        ...(request.releaseType && { releaseType: request.releaseType }),
        versions,
        previousVersion: (id) => (intent === 'deploy' ? deployed(id) : (versions.get(id)?.from ?? current(id))),
        previousOutputs: (id) => {
            const isDeployed = intent === 'deploy' || versions.get(id)?.from === deployed(id);
            return isDeployed ? known.deployedOutputs?.get(id) : undefined;
        },
        components: new Map(chosen.map((component) => [component.id, component])),
        faults: (0,manifest_faults/* collectFaults */.C)(),
        warnings: (0,manifest_faults/* collectFaults */.C)(),
    };
    const components = chosen.map((component) => (0,plan_component/* planComponent */.j)(component, context));
    const unread = unreadVersions(known.currentVersions);
    const later = unplanned.length + unread.length > 0 ? [] : context.faults.all();
    const outputs = earlierOutputs(chosen, { known, versions });
    const faults = [...unread, ...unplanned, ...later, ...outputs.faults, ...compatibility.faults];
    const warnings = [...compatibility.warnings, ...context.warnings.all()];
    if (faults.length > 0)
        return { faults, warnings };
    const leftOut = manifest.components.filter(({ id }) => !context.components.has(id)).map(({ id }) => id);
    const plan = assemble(selection, components, compatibility.warnings.map(({ message }) => message));
    const handed = Object.keys(outputs.outputs).length > 0 && { outputs: outputs.outputs };
    return { plan: { ...plan, ...handed, waves: waves.map((wave) => wave.map(({ id }) => id)) }, leftOut, warnings };
}
function inOrder(components) {
    const byId = new Map(components.map((component) => [component.id, component]));
    return (0,graph/* wavesOf */.gt)(components).map((wave) => wave.flatMap((id) => byId.get(id) ?? []));
}
function assemble({ manifest, request, environment, strategy, canary }, components, warnings) {
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
        rollback: request.rollback ?? environment?.rollback ?? false,
        ...(canary && { canary }),
        components,
    };
}
function currentVersion(known, id) {
    const existing = existingOf(known, id);
    return existing && (0,existing_versions/* versionToDeploy */.jV)(existing);
}
function unreadVersions(currentVersions) {
    return [...currentVersions].flatMap(([id, current]) => 'fault' in current ? [{ at: ['components', id], key: 'key', message: current.fault }] : []);
}

// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(25559);
// EXTERNAL MODULE: ./build/src/engine/planning/check-children.js
var check_children = __webpack_require__(85918);
// EXTERNAL MODULE: ./build/src/engine/planning/current-versions.js
var current_versions = __webpack_require__(11679);
// EXTERNAL MODULE: ./build/src/engine/planning/default-branches.js
var default_branches = __webpack_require__(76090);
// EXTERNAL MODULE: ./build/src/train/plan/request.js
var plan_request = __webpack_require__(19015);
;// CONCATENATED MODULE: ./build/src/engine/planning/previous-versions.js

function withPrevious(selection, good) {
    const { request, components, environment } = selection;
    const { [plan_request/* ALL_COMPONENTS */.hy]: all, ...named } = request.versions ?? {};
    const wanted = { ...(all === plan_request/* PREVIOUS */.kn && Object.fromEntries(components.map(({ id }) => [id, plan_request/* PREVIOUS */.kn]))), ...named };
    const faults = [];
    const found = Object.entries(wanted).map(([id, version]) => {
        if (version !== plan_request/* PREVIOUS */.kn)
            return [id, version];
        const current = Object.hasOwn(good, id) ? good[id] : undefined;
        const before = current?.before?.[0]?.version;
        if (before === undefined)
            faults.push({ message: nothingKnown(id, current?.version, environment?.id ?? '') });
        return [id, before ?? ''];
    });
    if (faults.length > 0)
        return { faults };
    return { ...selection, request: { ...request, versions: Object.fromEntries(found) } };
}
function nothingKnown(id, current, environment) {
    if (current === undefined)
        return `No version of ${id} is known in ${environment}: no train has deployed it there. Name the components to roll back (packages), or a version.`;
    return `No version before ${current} of ${id} is known in ${environment}: there is nothing to roll back to.`;
}

// EXTERNAL MODULE: ./build/src/engine/planning/version-sources.js
var version_sources = __webpack_require__(75931);
;// CONCATENATED MODULE: ./build/src/engine/planning/plan-train.js















function planHash(plan) {
    const components = plan.components.map(({ requestedVersion: _, ...component }) => component);
    return (0,external_node_crypto_.createHash)('sha256')
        .update((0,plan_plan/* canonical */.$N)({ ...plan, components }))
        .digest('hex');
}
async function planTrain({ selection: opened, located, warnings }, world) {
    const { clientFor, registry, lastGood, signal } = world;
    const [currentVersions, { repositories, faults: unseen }] = await Promise.all([
        (0,current_versions/* lookUpCurrentVersions */.r)((0,versioned/* versionsNeeded */.lm)(opened), (0,version_sources/* versionSources */.B)(clientFor, registry, signal), { signal }),
        (0,default_branches/* defaultBranches */.U)(opened.components, world),
    ]);
    const good = lastGood[opened.environment?.id ?? 'release'] ?? {};
    const previous = withPrevious(opened, good);
    const without = [...unseen, ...('faults' in previous ? previous.faults : [])];
    if ('faults' in previous || without.length > 0)
        throw new errors/* UserError */.yo(located([...without, ...unreadVersions(currentVersions)]));
    const selection = withBranches(previous, repositories);
    const result = makePlan(selection, {
        currentVersions,
        deployedVersions: new Map(Object.entries(good).map(([id, { version }]) => [id, version])),
        deployedOutputs: handedOn(good),
        resolved: await resolveSymbolic(selection, world),
    });
    const children = await (0,check_children/* checkChildren */.k)('faults' in result ? selection.components : result.plan.components, {
        clientFor,
        rollback: 'plan' in result && result.plan.rollback,
        signal,
        facts: repositories,
    });
    const faults = [...('faults' in result ? result.faults : await healthFaults(result.plan)), ...children.faults];
    if ('faults' in result || faults.length > 0)
        throw new errors/* UserError */.yo(located(faults));
    const { plan, leftOut } = result;
    const told = [...warnings, ...result.warnings, ...children.warnings];
    return { plan, leftOut, warnings: told, hash: planHash(plan) };
}
function handedOn(good) {
    const found = Object.entries(good).map(([id, { outputs }]) => [id, (0,output_values/* checkedOutputs */.G)(outputs).outputs]);
    return new Map(found.filter((one) => one[1] !== undefined));
}
function withBranches(selection, repositories) {
    const manifest = (0,default_branches/* withRefs */.j)(selection.manifest, repositories);
    const selected = new Set(selection.components.map(({ id }) => id));
    return { ...selection, manifest, components: manifest.components.filter(({ id }) => selected.has(id)) };
}
async function healthFaults({ components }) {
    const checked = components.filter(({ health }) => health.length > 0);
    if (checked.length === 0)
        return [];
    const { parseChecks } = await Promise.all(/* import() */[__webpack_require__.e(9427), __webpack_require__.e(9053)]).then(__webpack_require__.bind(__webpack_require__, 99053));
    const faults = checked.map(async ({ id, health }) => {
        const tries = await Promise.all(SAMPLES.map((sample) => parseChecks(sampled(health, sample))));
        const faulty = tries.filter((parsed) => 'faults' in parsed);
        if (faulty.length < tries.length)
            return [];
        return (faulty[0]?.faults ?? []).map(({ message }) => ({
            at: ['components', id, 'health'],
            message: `Component ${id}: ${message}`,
        }));
    });
    return (await Promise.all(faults)).flat();
}
const SAMPLES = ['https://sample.invalid', '1'];
function sampled(health, sample) {
    const names = [...(0,texts/* textsIn */.E)(health)].flatMap(({ text }) => (0,interpolate/* namesIn */.wX)(text).filter(interpolate/* isOutputName */.LC));
    const values = { nonce: 'nonce', train: 'train', ...Object.fromEntries(names.map((name) => [name, sample])) };
    return (0,texts/* mapTexts */.z)(health, (text) => (0,interpolate/* fillIn */.pz)(text, values));
}
async function resolveSymbolic({ manifest: { components }, request: { versions = {} } }, { clientFor, signal }) {
    const byId = new Map(components.map((component) => [component.id, component]));
    const resolved = [...(0,version_text/* symbolicVersions */.C6)(versions)].map(async ([id, { branch }]) => {
        const component = byId.get(id);
        if (!component)
            return [];
        const { repository, ref = '' } = component;
        const wanted = (branch ?? ref).replace(/^refs\/heads\//, '');
        const commit = await (0,refs/* getRef */.cX)(clientFor(repository), repository, `heads/${wanted}`, { signal });
        return commit === undefined ? [] : [[id, commit]];
    });
    return Object.fromEntries((await Promise.all(resolved)).flat());
}


/***/ }),

/***/ 40733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ planComponent)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55941);
/* harmony import */ var _manifest_asked_outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13307);
/* harmony import */ var _manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84963);
/* harmony import */ var _manifest_packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6955);
/* harmony import */ var _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89576);





const LARGEST_PAYLOAD = 65_535;
const PACKAGE_TIMEOUT = 30 * 60_000;
const HEALTH_TIMEOUT = 2 * 60_000;
function planComponent(component, context) {
    const { id, repository, dispatch, needs, group, timeout, approvalTimeout, cancelUnapproved, health } = component;
    const ref = refOf(component);
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
        ...(component.outputs !== undefined && handingOn(component, component.outputs, context)),
        inputs,
        timeout,
        ...(approvalTimeout !== undefined && { approvalTimeout }),
        ...(cancelUnapproved && { cancelUnapproved }),
        ...(component.deployments && context.environment && { deployments: recordedAt(component, values) }),
        health: filled(health, values, { at: [...at, 'health'], context }),
        gateTimeout: gateTimeoutOf(component, context.environment),
        ...(rollback && { rollback }),
    };
}
function handingOn({ id, rollback }, outputs, context) {
    const previousOutputs = rollback && context.previousOutputs(id);
    return { outputs, ...(previousOutputs && { previousOutputs }) };
}
function recordedAt({ id, health }, values) {
    const said = values[`environment.${id}_url`];
    const checked = (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .fillPartly */ .Ie)(String(health[0]?.url ?? ''), values);
    const url = said ?? (URL.canParse(checked) ? new URL(checked).origin : undefined);
    return url !== undefined && URL.canParse(url) && /^https?:/.test(url) ? { url } : {};
}
function refOf({ id, ref }) {
    if (ref === undefined)
        throw new Error(`Nobody asked for the default branch of component ${id}.`);
    return ref;
}
function valuesOf(component, context) {
    const { id } = component;
    const { environment, releaseType } = context;
    const version = context.versions.get(id)?.version;
    const wantsDependencies = [...(0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .E)([component.inputs, component.health, component.rollback?.inputs])].some(({ text }) => text.includes('{dependency-versions}'));
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
function dependencyVersions(id, { components, versions }) {
    const found = [];
    const reached = new Set([id]);
    let size = 0;
    for (const one of reached) {
        const component = components.get(one);
        for (const need of component?.needs ?? [])
            reached.add(need);
        const version = versions.get(one)?.version;
        if (one === id || version === undefined)
            continue;
        for (const published of component ? (0,_manifest_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .packagesOf */ .D)(component) : []) {
            found.push([(0,_manifest_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .V)(published), version]);
            size += (0,_manifest_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .V)(published).length + version.length;
        }
        if (size > LARGEST_PAYLOAD)
            break;
    }
    return JSON.stringify(Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))));
}
function filled(root, values, { at, context }) {
    for (const { text, path } of (0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .E)(root, at)) {
        for (const name of missingNames(text, values))
            context.faults.add(path, () => withoutValue(name, text, context));
    }
    return (0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapTexts */ .z)(root, (text) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .fillPartly */ .Ie)(text, values));
}
function filledInputs(inputs, values, where) {
    return filled(inputs, values, where);
}
function missingNames(text, values) {
    return (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(text).filter((name) => !Object.hasOwn(values, name) && !(0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .isEngineName */ .QX)(name));
}
function withoutValue(name, text, { environment }) {
    const where = `{${name}} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(text)} has no value: `;
    if (name === 'version')
        return `${where}this train gives the component no version.`;
    if (!environment)
        return `${where}no environment is chosen; give the input environment.`;
    return `${where}environment ${environment.id} does not define ${name.replace('environment.', '')}. It defines: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(Object.keys(environment.values)) || 'nothing'}.`;
}
function filledRollback(component, values, context) {
    const { id, rollback } = component;
    if (!rollback)
        return undefined;
    const texts = Object.values(rollback.inputs);
    const unknown = unknownBefore(component, rollback.inputs, context);
    if (unknown !== undefined) {
        if (context.environment?.rollback) {
            const message = () => `Component ${id}: ${unknown}, so it cannot be rolled back if this train fails.`;
            context.warnings.add(['components', id, 'rollback'], message, 'key');
        }
        return undefined;
    }
    if (!context.environment && texts.some((text) => missingNames(text, values).length > 0))
        return undefined;
    const at = ['components', id, 'rollback', 'inputs'];
    const ref = rollback.ref ?? refOf(component);
    const health = restoredHealth(component, values, context);
    return {
        ...{ ...rollback, ref, inputs: filledInputs(rollback.inputs, values, { at, context }) },
        ...(health.length > 0 && { health }),
    };
}
function restoredHealth({ id, health }, values, context) {
    if (!context.environment)
        return [];
    const version = context.previousVersion(id);
    const { version: _, ...others } = values;
    const known = version === undefined ? others : { ...others, version };
    return health.flatMap(({ 'expect-version': expected, ...rest }) => {
        const check = version === undefined ? rest : { ...rest, ...(expected !== undefined && { 'expect-version': expected }) };
        const names = [...(0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .E)(check)].flatMap(({ text }) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(text));
        const isKnown = names.every((name) => Object.hasOwn(known, name) || ((0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .isEngineName */ .QX)(name) && !(0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutputName */ .LC)(name)));
        return isKnown ? [(0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapTexts */ .z)(check, (text) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .fillPartly */ .Ie)(text, known))] : [];
    });
}
function unknownBefore({ id }, inputs, context) {
    const previous = context.previousVersion(id);
    const needsPrevious = Object.values(inputs).some((text) => (0,_manifest_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(text).includes('previous-version'));
    if (needsPrevious && previous === undefined)
        return 'no previous version is known';
    const before = context.previousOutputs(id) ?? {};
    const missing = (0,_manifest_asked_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .askedOfBefore */ .Lf)(inputs).filter((key) => !Object.hasOwn(before, key));
    if (missing.length === 0)
        return undefined;
    const known = (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(Object.keys(before)) || 'none';
    return `its rollback asks for the output ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(missing)} of its previous version ${previous ?? '(unknown)'}, of which these are known: ${known}`;
}
function checkPayload(id, inputs, faults) {
    if (JSON.stringify(inputs).length <= LARGEST_PAYLOAD)
        return;
    const message = () => `Component ${id}: its inputs are longer than the ${LARGEST_PAYLOAD} characters that GitHub takes. Leave out {dependency-versions}, or shorten them.`;
    faults.add(['components', id, 'inputs'], message);
}
function gateTimeoutOf(component, environment) {
    const health = environment?.healthTimeout ?? HEALTH_TIMEOUT;
    return component.gateTimeout ?? (component.package ? Math.max(PACKAGE_TIMEOUT, health) : health);
}


/***/ }),

/***/ 54658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ planDifferences),
/* harmony export */   f: () => (/* binding */ strangeRepositories)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55941);
/* harmony import */ var _manifest_faults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63215);
/* harmony import */ var _manifest_output_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72206);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25559);
/* harmony import */ var _plan_component_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40733);
/* harmony import */ var _version_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69992);






const FREE = new Set([
    ...['id', 'group', 'version', 'requestedVersion', 'previousVersion', 'previousOutputs', 'timeout', 'gateTimeout'],
]);
function planDifferences(plan, manifest) {
    const environment = manifest.environments.find(({ id }) => id === plan.environment);
    if (plan.name !== manifest.name)
        return [`it is a plan of ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(plan.name)}, and the manifest is ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(manifest.name)}`];
    if (plan.environment !== undefined && !environment)
        return [`the manifest has no environment ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(plan.environment)}`];
    const general = [...rollbackDifference(plan, environment), ...impossibleVersions(plan), ...impossibleOutputs(plan)];
    const fits = [undefined, ..._version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE_TYPES */ ._E].map((type) => componentDifferences(plan, manifest, { environment, type }));
    const best = fits.reduce((least, one) => (one.length < least.length ? one : least));
    return [...general, ...best];
}
function strangeRepositories(plan, manifest) {
    const known = new Map(manifest.components.map((component) => [component.id, component.repository]));
    return plan.components
        .filter(({ id, repository }) => known.get(id) !== repository)
        .map(({ id, repository }) => `${id}: its repository is ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(repository)}, the manifest has ${told(known.get(id))}`);
}
function rollbackDifference({ rollback }, environment) {
    return rollback && !environment ? ['it says rollback: true, but a release is never rolled back'] : [];
}
function impossibleVersions({ components }) {
    const isVersion = (text) => text === undefined || (typeof text === 'string' && ((0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .exactVersion */ .y)(text) !== undefined || (0,_version_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommit */ .WM)(text)));
    return components.flatMap(({ id, version, previousVersion }) => [version, previousVersion].filter((text) => !isVersion(text)).map((text) => `${id}: ${told(text)} is no version`));
}
function impossibleOutputs({ outputs = {}, components }) {
    const all = [...Object.entries(outputs), ...components.map(({ id, previousOutputs = {} }) => [id, previousOutputs])];
    return all.flatMap(([id, values]) => {
        const { fault } = (0,_manifest_output_values_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedOutputs */ .G)(values);
        return fault === undefined ? [] : [`${id}: of its outputs ${fault}`];
    });
}
function componentDifferences(plan, { components }, { environment, type }) {
    const planned = new Map(plan.components.map((component) => [component.id, component]));
    const known = new Map(components.filter(({ id }) => planned.has(id)).map((component) => [component.id, component]));
    const context = {
        ...(environment && { environment }),
        ...(type && { releaseType: type }),
        versions: new Map(plan.components.flatMap(({ id, version }) => (version === undefined ? [] : [[id, { version }]]))),
        previousVersion: (id) => planned.get(id)?.previousVersion,
        previousOutputs: (id) => planned.get(id)?.previousOutputs,
        components: known,
        faults: (0,_manifest_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .collectFaults */ .C)(),
        warnings: (0,_manifest_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .collectFaults */ .C)(),
    };
    const again = (component) => (0,_plan_component_js__WEBPACK_IMPORTED_MODULE_0__/* .planComponent */ .j)(component, context);
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
        if (FREE.has(field) || (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .canonical */ .$N)(is) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .canonical */ .$N)(made))
            return [];
        return [`${saved.id}: its ${field} is ${told(is)}, the manifest makes it ${told(made)}`];
    });
}
function told(value) {
    if (value === undefined)
        return 'nothing';
    if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
        return (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(value) || 'nothing';
    return typeof value === 'string' ? (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value) : shortened((0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .canonical */ .$N)(value));
}
function shortened(text) {
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}


/***/ }),

/***/ 60094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   g5: () => (/* binding */ foldedPlan)
/* harmony export */ });
/* unused harmony export planPicture */
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96292);
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55941);
/* harmony import */ var _graph_section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8385);



const MOST_ROWS = 1_000;
const MOST_NAMES = 50;
function planMarkdown(plan, { leftOut = [], warnings = [], } = {}) {
    const sections = [
        `## Plan: ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(plan.name)}`,
        summary(plan),
        warnings.map(({ message }) => `> ⚠️ ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(message)}`).join('\n>\n'),
        planTable(plan),
        planPicture(plan),
        leftOut.length > 0 ? `Not part of this plan: ${names(leftOut)}.` : '',
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
function foldedPlan(plan) {
    return `<details><summary>The plan of this train</summary>\n\n${planMarkdown(plan)}\n</details>`;
}
function planPicture(plan) {
    return (0,_graph_section_js__WEBPACK_IMPORTED_MODULE_0__/* .graphSection */ .o)(nodesOf(plan));
}
function nodesOf({ components }) {
    return components.map((component) => ({
        id: component.id,
        needs: component.needs,
        lines: [component.id, versionStep(component)],
    }));
}
function summary(plan) {
    const repositories = new Set(plan.components.map(({ repository }) => repository.toLowerCase())).size;
    const parts = [
        `${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(plan.components.length, 'component')} in ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(repositories, 'repository', 'repositories')}`,
        (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(plan.waves.length, 'wave'),
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
    return more > 0 ? `${shown}\n\n${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(more, 'more component')} in the plan's JSON.` : shown;
}
function requested({ requestedVersion }) {
    return requestedVersion === undefined ? '' : ` (${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(requestedVersion)})`;
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


/***/ })

};
