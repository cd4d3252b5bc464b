export const id = 6383;
export const ids = [6383];
export const modules = {

/***/ 6383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ claim_release)
});

// EXTERNAL MODULE: ./build/src/packages/claims/claim.js
var claims_claim = __webpack_require__(18041);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(97807);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/packages/claims/clean-up.js



const AT_MOST = 10;
async function cleanUpClaims(client, { repository, before, random }, options) {
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), ref: claims_claim/* CLAIMS */.IF };
    const claims = await client.read('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', params, options);
    const start = Math.floor(random() * claims.length);
    const some = [...claims.slice(start), ...claims.slice(0, start)].slice(0, AT_MOST);
    let deleted = 0;
    for (const { ref, object } of some) {
        const { committer } = await (0,claims_claim/* readCommit */.kN)(client, repository, object.sha, options);
        const made = Date.parse(committer?.date ?? '');
        if (!(made < before))
            continue;
        await (0,refs/* deleteRef */.jq)(client, repository, ref.replace(/^refs\//, ''), options);
        deleted += 1;
    }
    return deleted;
}

// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/runs.js
var runs = __webpack_require__(44663);
// EXTERNAL MODULE: ./build/src/platform/github/viewer.js
var viewer = __webpack_require__(73631);
// EXTERNAL MODULE: ./build/src/platform/text/nonce.js
var text_nonce = __webpack_require__(35454);
;// CONCATENATED MODULE: ./build/src/packages/claims/rival.js





async function rivalFault(client, claimant, { by, ...options }) {
    const { repository, nonce, runId } = claimant;
    const own = await runIfSeen(client, repository, { id: runId, ...options });
    if (!own)
        return undefined;
    const other = by === undefined ? undefined : await runIfSeen(client, repository, { id: by, ...options });
    const difference = other ? differenceOf(own, other, nonce) : `there is no run ${by ?? 'in it'}`;
    if (difference === undefined)
        return undefined;
    return (`${nonce} was claimed, but not by a run of the same dispatch: ${difference}. Nothing was released. ` +
        `See who can write here; then delete refs/${claims_claim/* CLAIMS */.IF}/${nonce} and run this run again, or resume the train.`);
}
function differenceOf(own, other, nonce) {
    const name = `run ${other.id}`;
    if (!(0,viewer/* isSameLogin */.A)(own.actor, other.actor))
        return `${name} was started by ${other.actor}, this one by ${own.actor}`;
    if (own.path !== other.path)
        return `${name} is one of ${other.path}`;
    const isNamed = (0,text_nonce/* carriesNonce */.$)(own.displayTitle, nonce);
    return isNamed && !(0,text_nonce/* carriesNonce */.$)(other.displayTitle, nonce)
        ? `the name of ${name} does not carry the nonce`
        : undefined;
}
async function runIfSeen(client, repository, { id, ...options }) {
    try {
        return await (0,runs/* getRun */.Mh)(client, repository, Number(id), options);
    }
    catch (error) {
        if (error instanceof github_errors/* GitHubError */.y_ && error.kind === 'fault')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
;// CONCATENATED MODULE: ./build/src/actions/claim-release.js










const KEPT_DAYS = 40;
const DAY = 86_400_000;
/* harmony default export */ const claim_release = ((0,action/* defineAction */.Q)({
    inputs: {
        nonce: (0,inputs/* optional */.lq)(text_nonce/* parseNonce */.z),
        token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
        'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
        'keep-days': (0,inputs/* optional */.lq)((0,inputs/* wholeNumber */.rD)(36, 3_650), KEPT_DAYS),
    },
    async run({ nonce, token, apiUrl, keepDays }, runner) {
        const { log, outputs, clock, signal } = runner;
        if (nonce === undefined) {
            log.info('There is no nonce: nobody else can have been started for the same release, so this run goes on.');
            return outputs.set('claimed', true);
        }
        const run = thisRun(runner);
        const client = (0,connect_github.connectTo)(run.repository, { token, apiUrl }, runner);
        const claim = await (0,claims_claim/* claimNonce */.wk)(client, { ...run, nonce }, { signal });
        await outputs.set('claimed', claim.claimed);
        const fault = claim.claimed ? undefined : await rivalFault(client, { ...run, nonce }, { signal, by: claim.by });
        if (fault !== undefined)
            throw new errors/* UserError */.yo(fault);
        await tell(claim, nonce, runner);
        if (claim.claimed)
            await cleanUp(client, run.repository, { runner, before: clock.now() - keepDays * DAY });
    },
}));
function thisRun({ env }) {
    const { repository, runId } = (0,context/* runContext */.pO)(env);
    if (repository && runId && /^\d+$/.test(runId))
        return { repository, runId };
    throw new errors/* UserError */.yo('A nonce can only be claimed by a run of a workflow: GITHUB_REPOSITORY and GITHUB_RUN_ID must be set.');
}
async function tell(claim, nonce, { log, outputs }) {
    if (claim.claimed) {
        return log.info(claim.before ? `${nonce} is this run's own claim already: it goes on.` : `Claimed ${nonce}.`);
    }
    const by = claim.by === undefined ? 'another run' : `run ${claim.by}`;
    log.notice(`${nonce} was claimed by ${by} before. This run is a duplicate: it does nothing, and that is no failure.`);
    await outputs.summarise(`### Nothing to do\n\n${(0,markdown/* code */.aY)(nonce)} was claimed by ${by}. This run is a duplicate.`);
}
async function cleanUp(client, repository, { runner, before }) {
    const { log, clock, signal } = runner;
    try {
        const options = { signal, timeoutMs: 20_000 };
        const deleted = await cleanUpClaims(client, { repository, before, random: () => (clock.now() % 997) / 997 }, options);
        if (deleted > 0)
            log.info(`Removed ${deleted} old ${deleted === 1 ? 'claim' : 'claims'}.`);
    }
    catch (error) {
        signal.throwIfAborted();
        log.debug(`Old claims were not removed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ })

};
