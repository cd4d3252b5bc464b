export const id = 1326;
export const ids = [1326];
export const modules = {

/***/ 5336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ askRegistry)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60667);
/* harmony import */ var _registries_package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24331);



const ATTEMPTS = 3;
const PAUSE = { firstMs: 3_000, factor: 2, longestMs: 10_000 };
/**
 * Asks the registry about versions, in their order. No answer is never "not there": what stays unclear after some attempts
 * is a UserError with every such package.
 */
async function askRegistry(packages, options) {
    const found = await Promise.all(packages.map((pkg) => askOnce(pkg, options)));
    const faults = found.flatMap((one, index) => {
        const pkg = packages[index];
        return pkg === undefined || isAnswer(one) ? [] : [{ message: unclear(pkg, one) }];
    });
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    return found.filter(isAnswer);
}
async function askOnce(pkg, { lookUp, clock, signal, thorough = false }) {
    for (let attempt = 1;; attempt += 1) {
        const found = await lookUp(pkg, thorough);
        if (isAnswer(found) || attempt === ATTEMPTS)
            return found;
        await clock.sleep((0,_platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .backoffMs */ .j)(PAUSE, attempt - 1), signal);
    }
}
function isAnswer(found) {
    return found.state !== 'unreachable' && found.state !== 'unauthorized';
}
function unclear(pkg, { state, detail }) {
    const advice = state === 'unauthorized'
        ? 'Check the credentials in .npmrc or in the configuration of pip.'
        : 'Check the status page of the registry, then run this job again.';
    return `Nobody can say whether ${(0,_registries_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)} is published: the registry is ${state} (${detail}). ${advice}`;
}


/***/ }),

/***/ 61326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ releaseStates),
/* harmony export */   Sh: () => (/* binding */ asNpm),
/* harmony export */   tT: () => (/* binding */ openReleases)
/* harmony export */ });
/* harmony import */ var _platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17279);
/* harmony import */ var _ask_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5336);


/**
 * Which versions are still to be released: all but those that the registry serves and that have their tag. Throws a
 * UserError where the registry gives no answer.
 */
async function openReleases(...args) {
    return (await releaseStates(...args)).filter(({ state, tagged }) => state !== 'served' || !tagged);
}
/** How far the release of each version is. */
async function releaseStates(packages, { gitOptions, ...ask }) {
    const tags = new Set((await (0,_platform_process_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(['tag', '--list'], gitOptions)).split('\n'));
    const answers = await (0,_ask_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .askRegistry */ .r)(packages.map(asNpm), ask);
    return packages.map((one, index) => ({
        ...one,
        state: answers[index]?.state ?? 'pending',
        tagged: tags.has(one.tag),
    }));
}
function asNpm({ name, version }) {
    return { ecosystem: 'npm', name, version };
}


/***/ })

};
