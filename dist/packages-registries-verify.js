export const id = 1660;
export const ids = [1660];
export const modules = {

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


/***/ })

};
