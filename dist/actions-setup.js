export const id = 6947;
export const ids = [6947];
export const modules = {

/***/ 6947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planTrainFrom: () => (/* binding */ planTrainFrom)
});

// EXTERNAL MODULE: ./build/src/engine/planning/approved-plan.js
var approved_plan = __webpack_require__(7633);
// EXTERNAL MODULE: ./build/src/engine/planning/plan-train.js + 11 modules
var plan_train = __webpack_require__(1157);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var text_markdown = __webpack_require__(6292);
// EXTERNAL MODULE: ./build/src/train/manifest/interpolate.js
var interpolate = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/src/train/manifest/packages.js
var manifest_packages = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/train/plan/matrix.js


/** GitHub starts at most so many jobs of one matrix. */
const MOST_JOBS = 256;
/**
 * The plan as matrices to run one after the other: one for each wave, more for a wave that is larger than a matrix may be.
 * `train` is the id that `{train}` stands for; before a train has one, its name does. Each job makes its own nonce, so only
 * `nonce-input` can carry it.
 */
function matrices(plan, train = plan.name) {
    const jobs = new Map(plan.components.map((component) => [component.id, jobOf(component, train)]));
    return plan.waves.flatMap((wave) => {
        const include = wave.flatMap((id) => jobs.get(id) ?? []);
        return Array.from({ length: Math.ceil(include.length / MOST_JOBS) }, (_, part) => ({
            include: include.slice(part * MOST_JOBS, (part + 1) * MOST_JOBS),
        }));
    });
}
function jobOf(planned, train) {
    const { id, repository, dispatch, ref, version = '', inputs, timeout } = planned;
    const [nonceInput = ''] = Object.keys(inputs).filter((name) => inputs[name] === '{nonce}');
    const others = Object.entries(inputs)
        .filter(([name]) => name !== nonceInput)
        .map(([name, text]) => [name, (0,interpolate/* fillIn */.pz)(text, { train, nonce: '{nonce}' })]);
    return {
        component: id,
        repository,
        workflow: 'workflow' in dispatch ? dispatch.workflow : '',
        'event-type': 'eventType' in dispatch ? dispatch.eventType : '',
        ref,
        version,
        packages: version === ''
            ? ''
            : (0,manifest_packages/* packagesOf */.D)(planned)
                .map((one) => packageSpec(one, version))
                .join('\n'),
        inputs: JSON.stringify(Object.fromEntries(others)),
        'nonce-input': nonceInput,
        'timeout-minutes': Math.max(1, Math.ceil(timeout / 60_000)),
    };
}
function packageSpec(published, version) {
    return 'npm' in published ? `npm:${published.npm}@${version}` : `pypi:${published.pypi}==${version}`;
}

// EXTERNAL MODULE: ./build/src/train/plan/plan.js
var plan_plan = __webpack_require__(5559);
// EXTERNAL MODULE: ./build/src/train/views/plan-markdown.js
var plan_markdown = __webpack_require__(94);
// EXTERNAL MODULE: ./build/src/actions/setup/train-world.js + 2 modules
var train_world = __webpack_require__(9030);
;// CONCATENATED MODULE: ./build/src/actions/setup/plan-from-manifest.js







/** The plan of a release train: the manifest's components from their real current versions. */
async function planTrainFrom(given, runner) {
    const manifest = given.manifest ?? '.github/release-train.yml';
    const world = await (0,train_world/* openWorld */.HY)({ ...given, manifest }, { kind: 'branch' }, runner);
    const trainId = given.trainId ?? (0,train_world/* defaultTrainId */.nf)(runner, given.environment);
    const saved = await world.store.load(trainId);
    return saved ? planOfSaved(saved, given, { world, runner }) : planOfNew(trainId, world);
}
async function planOfNew(trainId, world) {
    const { plan, hash, leftOut, warnings } = await world.plan();
    const markdown = (0,plan_markdown/* planMarkdown */.Xg)(plan, { leftOut, warnings });
    return { ...shown(plan, trainId), hash, warnings, markdown };
}
/** A train that exists is only ever resumed with the plan that it began with: that one is shown, and held against the manifest. */
async function planOfSaved({ plan, state }, { planHash: approvedHash }, { world, runner }) {
    const { trainId, status } = state;
    (0,approved_plan/* verifySavedPlan */.w)(plan, { trainId, place: world.store.place, manifest: await world.manifestOf(plan), approvedHash });
    runner.log.notice(`Train ${trainId} exists already and is ${status}: this is the plan that it began with.`);
    const note = `Train ${(0,text_markdown/* code */.aY)(trainId)} exists already and is ${status}. This is the plan that it began with, and resumes.`;
    const markdown = `${note}\n\n${(0,plan_markdown/* planMarkdown */.Xg)(plan)}`;
    return { ...shown(plan, trainId), hash: (0,plan_train/* planHash */.S)(plan), warnings: [], markdown };
}
function shown(plan, trainId) {
    return { plan, versions: (0,plan_plan/* versionsOf */.x4)(plan), waves: plan.waves, matrices: matrices(plan, trainId) };
}


/***/ })

};
