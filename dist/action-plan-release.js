export const id = 9843;
export const ids = [9843];
export const modules = {

/***/ 9843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ plan_release)
});

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(593);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(3019);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(1497);
;// CONCATENATED MODULE: ./build/src/platform/github/comments.js



const LONGEST_BODY = 65_536;
const CUT = '\n\n_The text was cut here: GitHub takes at most 65,536 characters._';
const MOST_COMMENTS = 3000;
/** Keeps one comment with this key on an issue or pull request: writes it, changes it, or does nothing where it is the same. */
async function upsertComment(client, repository, { number, key, body }, options = {}) {
    const wanted = withMarker(key, body);
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), issue_number: number };
    const find = async () => {
        const comments = await client.list('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', params, {
            ...options,
            limit: MOST_COMMENTS,
        });
        return comments.find((comment) => isOurs(comment, key));
    };
    const found = await find();
    if (found?.body === wanted)
        return upserted('unchanged', found);
    if (!found) {
        const create = async () => {
            const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
            return (await client.write(route, { ...params, body: wanted }, options)).data;
        };
        return upserted('created', await (0,ensure/* ensure */.D)(create, find));
    }
    const { data } = await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...(0,repository_name/* ownerAndRepo */.H)(repository), comment_id: found.id, body: wanted }, options);
    return upserted('updated', data);
}
/** Anyone may write our marker into a comment of his own: only those of bots and of people with a say here are ours. */
function isOurs({ body, user, author_association }, key) {
    const trusted = user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(author_association ?? '');
    return trusted && (body ?? '').startsWith(marker(key));
}
function withMarker(key, body) {
    const text = `${marker(key)}\n${body}`;
    return text.length <= LONGEST_BODY ? text : text.slice(0, LONGEST_BODY - CUT.length) + CUT;
}
function marker(key) {
    if (!/^[\w.-]+$/.test(key) || key.includes('--')) {
        throw new errors/* UserError */.yo(`${JSON.stringify(key)} is not usable as a key: expected letters, digits, ".", "_" and single "-".`);
    }
    return `<!-- release-actions:${key} -->`;
}
function upserted(outcome, { id, html_url }) {
    return { outcome, id, url: html_url ?? '' };
}

// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(5663);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
// EXTERNAL MODULE: ./build/src/actions/setup/shown-plan.js
var shown_plan = __webpack_require__(4872);
;// CONCATENATED MODULE: ./build/src/actions/setup/plan-comment.js




/** Keeps one comment with the plan on the pull request that this job runs for. */
async function commentPlan(given, { markdown }, runner) {
    const { number, isForeign } = await pullRequest(runner);
    if (number === undefined) {
        runner.log.notice('Input comment is true, but this job does not run for a pull request: there is nowhere to comment.');
        return;
    }
    if (isForeign) {
        runner.log.notice('The pull request comes from a fork, whose jobs may not write: there is no comment. The plan is in the summary of this job.');
        return;
    }
    const { client, repository } = (0,own_repository/* connectHome */.UW)(given, runner);
    const key = given.source === 'changesets' ? `plan.changesets.${(0,shown_plan/* sha256 */.s)(given.directory).slice(0, 8)}` : 'plan.train';
    const { outcome, url } = await upsertComment(client, repository, {
        number,
        key,
        body: runner.secrets.redact(markdown),
    });
    runner.log.info(`Comment ${outcome}: ${url}`);
}
/** From the event that started the job; https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request */
async function pullRequest({ env, workspace }) {
    const event = (await (0,context/* readEvent */.j_)(env, workspace));
    const number = event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : undefined);
    const head = event?.pull_request?.head;
    // A fork that was deleted meanwhile is null.
    return { number, isForeign: head !== undefined && head.repo?.full_name !== (0,context/* runContext */.pO)(env).repository };
}

;// CONCATENATED MODULE: ./build/src/actions/plan-release.js



/** Says what would be released, in which order and to which versions; writes nothing but, when asked, a comment. */
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
        const { planChangesets } = await Promise.all(/* import() */[__webpack_require__.e(4301), __webpack_require__.e(7767), __webpack_require__.e(2235), __webpack_require__.e(6364), __webpack_require__.e(2556), __webpack_require__.e(549), __webpack_require__.e(6090), __webpack_require__.e(6955), __webpack_require__.e(257)]).then(__webpack_require__.bind(__webpack_require__, 257));
        return planChangesets(given, runner);
    }
    const { planTrainFrom } = await Promise.all(/* import() */[__webpack_require__.e(9687), __webpack_require__.e(5756), __webpack_require__.e(4301), __webpack_require__.e(6052), __webpack_require__.e(6545), __webpack_require__.e(4216), __webpack_require__.e(2556), __webpack_require__.e(7911), __webpack_require__.e(6090), __webpack_require__.e(6955), __webpack_require__.e(6139), __webpack_require__.e(6947)]).then(__webpack_require__.bind(__webpack_require__, 6947));
    return planTrainFrom(given, runner);
}
function named({ versions }) {
    return (id) => (versions[id] === undefined ? id : `${id} ${versions[id]}`);
}


/***/ }),

/***/ 4872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ planInputs),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(755);
/* harmony import */ var _train_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4615);
/* harmony import */ var _train_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6310);




const planInputs = {
    ..._train_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .trainInputs */ .i,
    manifest: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    source: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('train', 'changesets'), 'train'),
    directory: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, '.'),
    comment: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false),
    'train-id': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_train_options_js__WEBPACK_IMPORTED_MODULE_3__/* .trainIdInput */ .gV),
    'plan-hash': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_train_options_js__WEBPACK_IMPORTED_MODULE_3__/* .planHash */ .SH),
};
/** SHA-256 in hex; the text has to be the same for the same plan. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ })

};
