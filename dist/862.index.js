export const id = 862;
export const ids = [862];
export const modules = {

/***/ 1408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ verify_published)
});

// EXTERNAL MODULE: ./build/src/packages/registries/package.js
var registries_package = __webpack_require__(4331);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 9 modules
var package_registry = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
;// CONCATENATED MODULE: ./build/src/packages/registries/parse-packages.js



/** Reads the packages input, one package a line (or a JSON or YAML list); throws a UserError with every bad line and its number. */
async function parsePackages(text) {
    const structured = /^\[|^- /.test(text);
    const entries = structured ? await structuredEntries(text) : text.split(/\r?\n/).map((line) => line.trim());
    const faults = [];
    const packages = new Map();
    entries.forEach((entry, index) => {
        if (entry === '')
            return;
        const parsed = (0,registries_package/* parsePackage */.C)(entry);
        if (parsed instanceof Error) {
            const where = `${structured ? 'entry' : 'line'} ${index + 1}`;
            faults.push({ message: `Input packages, ${where}: ${JSON.stringify(entry)} is not valid: ${parsed.message}.` });
        }
        else
            packages.set((0,registries_package/* formatPackage */.uN)(parsed), parsed);
    });
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    return [...packages.values()];
}
async function structuredEntries(text) {
    try {
        return await (0,inputs/* list */.p_)(text);
    }
    catch (error) {
        throw new errors/* UserError */.yo(`Input packages is not a valid list: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
}

// EXTERNAL MODULE: ./build/src/packages/registries/integrity.js
var registries_integrity = __webpack_require__(5208);
// EXTERNAL MODULE: ./build/src/packages/registries/provenance.js
var provenance = __webpack_require__(6180);
;// CONCATENATED MODULE: ./build/src/packages/registries/parse-plan.js




/** Checks what was planned against the packages that are asked for; throws a UserError with every fault. */
function parsePlan(packages, { integrity, commit, repository }, env) {
    const faults = [];
    const planned = {};
    for (const [key, digests] of Object.entries(integrity)) {
        const parsed = (0,registries_package/* parsePackage */.C)(key);
        const name = parsed instanceof Error ? key : (0,registries_package/* formatPackage */.uN)(parsed);
        if (!packages.some((one) => (0,registries_package/* formatPackage */.uN)(one) === name)) {
            faults.push({ message: `Input integrity names ${JSON.stringify(key)}, which is not in the packages input.` });
        }
        const wrong = digests.split(/\s+/).find((one) => !(0,registries_integrity/* parseDigest */.m)(one));
        if (wrong !== undefined) {
            faults.push({
                message: `Input integrity, ${key}: ${JSON.stringify(wrong)} is not a digest; expected sha512-BASE64 (as npm prints it) or sha256:HEX.`,
            });
        }
        planned[name] = digests;
    }
    if (commit !== undefined && !/^[0-9a-f]{7,64}$/i.test(commit)) {
        faults.push({
            message: `Input commit: ${JSON.stringify(commit)} is not a commit; expected at least 7 hexadecimal digits.`,
        });
    }
    if (repository !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(repository)) {
        faults.push({
            message: `Input repository: ${JSON.stringify(repository)} is not a repository; expected owner/name.`,
        });
    }
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    const name = repository ?? (commit === undefined ? undefined : repositoryOf(commit, env));
    return { integrity: planned, commit, ...(name !== undefined && { repository: `${env.GITHUB_SERVER_URL}/${name}` }) };
}
/** The commit of this run is one of this repository, and a provenance of a fork that has it as well is not ours. */
function repositoryOf(commit, { GITHUB_SHA: own, GITHUB_REPOSITORY: repository }) {
    return own !== undefined && (0,provenance/* sameCommit */.Kd)(commit, own) ? repository : undefined;
}

// EXTERNAL MODULE: ./build/src/packages/registries/verification-report.js
var verification_report = __webpack_require__(7971);
// EXTERNAL MODULE: ./build/src/packages/registries/verify.js
var verify = __webpack_require__(586);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(7107);
;// CONCATENATED MODULE: ./build/src/actions/verify-published.js










/* harmony default export */ const verify_published = ((0,action/* defineAction */.Q)({
    inputs: {
        packages: (0,inputs/* required */.mw)(inputs/* text */.Qq),
        'registry-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
        'index-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
        timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 30 * 60_000),
        integrity: (0,inputs/* optional */.lq)(inputs/* map */.Tj, {}),
        commit: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        repository: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    },
    async run({ packages: given, registryUrl, indexUrl, timeout, integrity, commit, repository }, runner) {
        const { env, workspace, log, outputs, clock, signal } = runner;
        const packages = await parsePackages(given);
        const expect = parsePlan(packages, { integrity, commit, repository }, env);
        log.info(`Waiting up to ${(0,duration/* formatDuration */.a)(timeout)} until ${packages.length === 1 ? 'this version is' : `these ${packages.length} versions are`} served.`);
        const { lookUp } = (0,package_registry/* cliRegistry */.I)({ registryUrl, indexUrl, cwd: workspace, env, signal });
        const results = await (0,verify/* verifyPublished */.u)(packages, {
            lookUp,
            clock,
            signal,
            expect,
            deadline: clock.now() + timeout,
            onChange: ({ package: pkg, state, detail, waited }) => log.info(`${(0,registries_package/* formatPackage */.uN)(pkg)}: ${state} after ${(0,duration/* formatDuration */.a)(waited)} (${detail})`),
        });
        const failed = results.filter(({ state }) => state !== 'served');
        await outputs.set('published', failed.length === 0);
        await outputs.set('report', (0,verification_report/* reportOf */.EI)(results));
        await outputs.summarise((0,verification_report/* summaryOf */.YG)(results));
        if (failed.length > 0)
            throw new errors/* UserError */.yo(failed.map((one) => ({ message: (0,verification_report/* adviceFor */.cp)(one) })));
    },
}));


/***/ }),

/***/ 4331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parsePackage),
/* harmony export */   Yb: () => (/* binding */ isExactVersion),
/* harmony export */   uN: () => (/* binding */ formatPackage)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _python_pep440_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9803);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1410);



const PYPI_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** How a package version is written: `npm:NAME@VERSION` or `pypi:NAME==VERSION`. */
function formatPackage({ ecosystem, name, version }) {
    return ecosystem === 'npm' ? `npm:${name}@${version}` : `pypi:${name}==${version}`;
}
/** Reads `npm:NAME@VERSION` or `pypi:NAME==VERSION`; an Error says what was expected. */
function parsePackage(text) {
    const npm = /^npm:(@?[^@\s]+)@(.+)$/.exec(text);
    if (npm)
        return npmPackage(npm[1] ?? '', npm[2] ?? '');
    const pypi = /^pypi:([^=\s]+)==(.+)$/.exec(text);
    if (pypi)
        return pypiPackage(pypi[1] ?? '', pypi[2] ?? '');
    return new Error('expected npm:NAME@VERSION or pypi:NAME==VERSION');
}
function npmPackage(name, version) {
    if (!(0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isNpmName */ .J)(name))
        return new Error(`${JSON.stringify(name)} is not an npm package name`);
    if (!isExactVersion(version)) {
        return new Error(`${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1`);
    }
    return { ecosystem: 'npm', name, version };
}
function pypiPackage(name, version) {
    if (!PYPI_NAME.test(name))
        return new Error(`${JSON.stringify(name)} is not a Python package name`);
    if ((0,_python_pep440_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseVersion */ .r8)(version) === undefined) {
        return new Error(`${JSON.stringify(version)} is not a version by PEP 440, such as 1.2.3 or 2.0.0rc1`);
    }
    return { ecosystem: 'pypi', name, version };
}
/** Whether the text is one SemVer version, written as the registry keeps it (no `v`, no blanks, no build metadata). */
function isExactVersion(text) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.parse(text)?.version === text;
}


/***/ }),

/***/ 7971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   cp: () => (/* binding */ adviceFor)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6292);
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7107);
/* harmony import */ var _package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4331);



/** The result as an output: plain data, one entry per package. */
function reportOf(results) {
    return results.map(({ package: pkg, state, detail, waited, facts }) => {
        const { origin, claimedCommit, unproven: _, ...served } = facts ?? {};
        const from = origin ?? (claimedCommit === undefined ? {} : { 'claimed-commit': claimedCommit });
        return {
            package: (0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg),
            state,
            detail,
            'waited-seconds': Math.round(waited / 1_000),
            ...served,
            ...from,
        };
    });
}
const TITLES = {
    served: '✅ served',
    'not-yet-visible': '⏳ accepted or unpublished, not yet visible',
    absent: '❌ no such package',
    conflict: '❌ conflict',
    unauthorized: '❌ access refused',
    unreachable: '❌ registry unreachable',
};
/** The result as a table for the step summary. */
function summaryOf(results) {
    const served = results.filter(({ state }) => state === 'served').length;
    const rows = results.map(({ package: pkg, state, detail, waited }) => [
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)),
        TITLES[state],
        (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(waited),
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(detail),
    ]);
    return `### Published: ${served} of ${results.length}\n\n${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Package', 'State', 'Waited', 'Last seen'], rows)}\n`;
}
const ADVICE = {
    'not-yet-visible': 'If the publish job succeeded, the registry accepted it and is late: run this job again later. If it did not, publish first.',
    absent: 'Check the name and the registry. A new name must be published once by hand, as trusted publishing cannot create it. Private packages need credentials.',
    conflict: 'Versions are immutable: release a higher version, and find out who published this one.',
    unauthorized: 'Check the credentials in .npmrc or in the configuration of pip.',
    unreachable: 'Check the registry URL and its status page, then run this job again.',
};
/** Why a package does not count as published, and what to do. */
function adviceFor({ package: pkg, state, detail, waited }) {
    if (state === 'served')
        return '';
    return `${(0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)} is not verified as published after ${(0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(waited)}: ${state}. Last seen: ${detail}. ${ADVICE[state]}`;
}


/***/ }),

/***/ 586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ verifyPublished)
/* harmony export */ });
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(667);
/* harmony import */ var _integrity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5208);
/* harmony import */ var _package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4331);
/* harmony import */ var _provenance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6180);




const PAUSE = { firstMs: 2_000, factor: 1.5, longestMs: 30_000 };
/** A registry's edge may refuse by mistake, bad credentials are refused every time. */
const REFUSALS = 3;
/**
 * Looks until every package is served, or is in conflict or refused for good, or the deadline has passed; there is always one
 * look. Results come in the order of `packages`, each with what was last seen. Rejects only when aborted or a client is missing.
 */
async function verifyPublished(packages, options) {
    const { clock, deadline, signal } = options;
    const watches = packages.map((one) => new Watch(one, options));
    for (let looks = 0;; looks += 1) {
        await Promise.all(watches.filter((one) => !one.settled).map((one) => one.look()));
        if (watches.every((one) => one.settled) || clock.now() >= deadline)
            break;
        await clock.sleep(Math.min((0,_platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_3__/* .backoffMs */ .j)(PAUSE, looks), deadline - clock.now()), signal);
    }
    return watches.map((one) => one.result());
}
/** One package being waited for. */
class Watch {
    #package;
    #options;
    #since;
    #last;
    #refusals = 0;
    constructor(pkg, options) {
        this.#package = pkg;
        this.#options = options;
        this.#since = options.clock.now();
    }
    get settled() {
        const state = this.#last?.state;
        return state === 'served' || state === 'conflict' || this.#refusals >= REFUSALS;
    }
    async look() {
        const { lookUp, clock, expect = {}, onChange, signal } = this.#options;
        signal?.throwIfAborted();
        const thorough = expect.commit !== undefined || expect.integrity?.[(0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(this.#package)] !== undefined;
        const found = await lookUp(this.#package, thorough);
        const before = this.#last?.state;
        this.#refusals = found.state === 'unauthorized' ? this.#refusals + 1 : 0;
        this.#last = { package: this.#package, waited: clock.now() - this.#since, ...judge(this.#package, found, expect) };
        if (this.#last.state !== before)
            onChange?.(this.#last);
    }
    result() {
        if (!this.#last)
            throw new Error('A package was not looked at.');
        return this.#last;
    }
}
function judge(pkg, found, expected) {
    if (found.state === 'pending')
        return { state: 'not-yet-visible', detail: found.detail };
    if (found.state !== 'served')
        return found;
    const { facts } = found;
    const digests = expected.integrity?.[(0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)];
    const difference = (digests === undefined ? undefined : (0,_integrity_js__WEBPACK_IMPORTED_MODULE_0__/* .compareIntegrity */ .J5)(digests, facts.integrity)) ??
        (expected.commit === undefined ? undefined : differentOrigin(facts, expected));
    if (difference)
        return { state: 'conflict', detail: difference, facts };
    const seen = [found.detail, ...(digests === undefined ? [] : ['integrity as planned'])];
    return { state: 'served', detail: [...seen, ...originSeen(facts, expected)].join(', '), facts };
}
/** A provenance is believed or it speaks against the version; what a publisher merely claims can only speak against it. */
function differentOrigin(facts, { commit = '', repository }) {
    const { origin, unproven, claimedCommit } = facts;
    if (unproven !== undefined)
        return unproven;
    if (origin)
        return (0,_provenance_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignOrigin */ .F0)(origin, { commit, ...(repository !== undefined && { repository }) });
    if (claimedCommit === undefined || (0,_provenance_js__WEBPACK_IMPORTED_MODULE_2__/* .sameCommit */ .Kd)(commit, claimedCommit))
        return undefined;
    return `it was published from commit ${claimedCommit}, as its publisher says, not from ${commit}`;
}
function originSeen({ origin, claimedCommit }, { commit }) {
    if (commit === undefined)
        return [];
    if (origin)
        return [`from the planned commit, built by ${origin.workflow} of ${origin.repository}`];
    return [
        claimedCommit === undefined
            ? 'the registry names no commit to compare'
            : 'from the planned commit as its publisher says, without proof',
    ];
}


/***/ }),

/***/ 1410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isNpmName)
/* harmony export */ });
/** What npm has ever taken for a name: old ones have capitals and `!*'()`. Nothing here can break a line, a path or a URL. */
const NAME = /^(?:@[\w~-][\w.~-]*\/)?[A-Za-z0-9~!*'()-][\w.~!*'()-]*$/;
const LONGEST = 214;
/** Whether npm takes the text for a package's name. https://github.com/npm/validate-npm-package-name */
function isNpmName(name) {
    return name.length <= LONGEST && NAME.test(name) && name !== 'node_modules' && name !== 'favicon.ico';
}


/***/ }),

/***/ 4339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** Whether a value from elsewhere is an object that is neither null nor a list. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ backoffMs),
/* harmony export */   s: () => (/* binding */ jitteredBackoffMs)
/* harmony export */ });
/** Milliseconds to wait after so many tries have failed before; 0 gives the first wait. */
function backoffMs({ firstMs, factor, longestMs }, failedBefore) {
    return Math.min(longestMs, firstMs * factor ** failedBefore);
}
/**
 * The same, drawn from its upper half, so that many who failed at once do not come back at once. `random` gives numbers from
 * 0 up to 1.
 */
function jitteredBackoffMs(backoff, failedBefore, random) {
    return backoffMs(backoff, failedBefore) * (0.5 + random() / 2);
}


/***/ })

};
