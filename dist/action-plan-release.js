export const id = 2883;
export const ids = [2883];
export const modules = {

/***/ 42883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ plan_release)
});

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var text_markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/pull-comment.js + 1 modules
var pull_comment = __webpack_require__(19511);
// EXTERNAL MODULE: ./build/src/actions/setup/shown-plan.js
var shown_plan = __webpack_require__(24872);
;// CONCATENATED MODULE: ./build/src/actions/setup/plan-comment.js



function commentPlan(given, { markdown, hash }, runner) {
    const key = given.source === 'changesets' ? `plan.changesets.${(0,shown_plan/* sha256 */.s)(given.directory).slice(0, 8)}` : 'plan.train';
    const start = `Plan ${(0,text_markdown/* code */.aY)(hash.slice(0, 12))}. ${howToStart(hash, given)}`;
    return (0,pull_comment/* commentOnPull */.i)(given, { key, body: `${markdown}\n${start}`, what: 'The plan' }, runner);
}
function howToStart(hash, given) {
    if (given.source === 'changesets')
        return '**To release it:** merge this pull request, and then the one that raises the versions.';
    const { releaseType, packages, environment } = given;
    const inputs = [
        ...(releaseType ? [`release-type: ${releaseType}`] : []),
        ...(environment ? [`environment: ${environment}`] : []),
        ...(packages.join() === 'all' ? [] : [`packages: ${packages.join(', ')}`]),
        `plan-hash: ${hash}`,
    ];
    const verb = environment === undefined ? 'release' : 'deploy';
    return `**To ${verb} it:** start the train with ${inputs.map(text_markdown/* code */.aY).join(', ')}. With the hash it starts only while this is still the plan.`;
}

;// CONCATENATED MODULE: ./build/src/actions/plan-release.js



/* harmony default export */ const plan_release = ((0,action/* defineAction */.Q)({
    inputs: shown_plan/* planInputs */.Z,
    async run(given, runner) {
        const { log, outputs } = runner;
        const shown = await makePlan(given, runner);
        for (const { message } of shown.warnings)
            log.warning(message);
        const count = shown.waves.flat().length;
        await outputs.set('plan', shown.plan);
        await outputs.set('has-releases', count > 0);
        await outputs.set('waves', shown.waves);
        await outputs.set('matrix', shown.matrices);
        await outputs.set('versions', shown.versions);
        await outputs.set('ranges', shown.ranges);
        await outputs.set('count', count);
        await outputs.set('plan-hash', shown.hash);
        await outputs.summarise(shown.markdown);
        for (const [index, wave] of shown.waves.entries())
            log.info(`Wave ${index + 1}: ${wave.map(named(shown)).join(', ')}`);
        log.info(`${count} to release, plan ${shown.hash.slice(0, 12)}.`);
        if (given.comment)
            await commentPlan(given, shown, runner);
    },
}));
async function makePlan(given, runner) {
    if (given.source === 'changesets') {
        const { planChangesets } = await Promise.all(/* import() */[__webpack_require__.e(9523), __webpack_require__.e(4301), __webpack_require__.e(7767), __webpack_require__.e(2235), __webpack_require__.e(6364), __webpack_require__.e(2556), __webpack_require__.e(549), __webpack_require__.e(6090), __webpack_require__.e(6955), __webpack_require__.e(257)]).then(__webpack_require__.bind(__webpack_require__, 30257));
        return planChangesets(given, runner);
    }
    const { planTrainFrom } = await Promise.all(/* import() */[__webpack_require__.e(9687), __webpack_require__.e(5756), __webpack_require__.e(9523), __webpack_require__.e(4301), __webpack_require__.e(6052), __webpack_require__.e(7767), __webpack_require__.e(5560), __webpack_require__.e(6545), __webpack_require__.e(4216), __webpack_require__.e(2556), __webpack_require__.e(7911), __webpack_require__.e(9181), __webpack_require__.e(6955), __webpack_require__.e(8385), __webpack_require__.e(6139), __webpack_require__.e(5845)]).then(__webpack_require__.bind(__webpack_require__, 19181));
    return planTrainFrom(given, runner);
}
function named({ versions }) {
    return (id) => (versions[id] === undefined ? id : `${id} ${versions[id]}`);
}


/***/ }),

/***/ 24872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ planInputs),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(755);
/* harmony import */ var _train_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24615);
/* harmony import */ var _train_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36310);




const planInputs = {
    ..._train_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .trainInputs */ .i,
    manifest: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    source: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('train', 'changesets'), 'train'),
    directory: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, '.'),
    comment: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    'train-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_train_options_js__WEBPACK_IMPORTED_MODULE_3__/* .trainIdInput */ .gV),
    'plan-hash': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_train_options_js__WEBPACK_IMPORTED_MODULE_3__/* .planHash */ .SH),
};
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ })

};
