export const id = 980;
export const ids = [980];
export const modules = {

/***/ 8474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ claim_release)
});

// EXTERNAL MODULE: ./build/src/packages/claims/claim.js
var claims_claim = __webpack_require__(8041);
// EXTERNAL MODULE: ./build/src/platform/github/refs.js
var refs = __webpack_require__(7807);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(1497);
;// CONCATENATED MODULE: ./build/src/packages/claims/clean-up.js



/** How many claims one run looks at: two requests each at most. */
const AT_MOST = 10;
/** Deletes some of the old claims and returns how many; rejects where GitHub does not let it. */
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

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 5 modules
var action = __webpack_require__(6204);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(6292);
// EXTERNAL MODULE: ./build/src/platform/text/nonce.js
var nonce = __webpack_require__(5454);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 20 modules
var connect_github = __webpack_require__(9982);
;// CONCATENATED MODULE: ./build/src/actions/claim-release.js








/** A run can be run again for 35 days at most; a claim that is older protects nothing. */
const KEPT_DAYS = 40;
const DAY = 86_400_000;
/** The first step of a release that others start: of all runs that were started with one nonce, one goes on. */
/* harmony default export */ const claim_release = ((0,action/* defineAction */.Q)({
    inputs: {
        nonce: (0,inputs/* optional */.lq)(nonce/* parseNonce */.z),
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
        await tell(claim, nonce, runner);
        if (claim.claimed)
            await cleanUp(client, run.repository, { runner, before: clock.now() - keepDays * DAY });
    },
}));
function thisRun({ env }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: runId, GITHUB_SHA: commit } = env;
    if (repository && commit && runId && /^\d+$/.test(runId))
        return { repository, runId, commit };
    throw new errors/* UserError */.yo('A nonce can only be claimed by a run of a workflow: GITHUB_REPOSITORY, GITHUB_RUN_ID and GITHUB_SHA must be set.');
}
async function tell(claim, nonce, { log, outputs }) {
    if (claim.claimed) {
        return log.info(claim.before ? `${nonce} is this run's own claim already: it goes on.` : `Claimed ${nonce}.`);
    }
    const by = claim.by === undefined ? 'another run' : `run ${claim.by}`;
    log.notice(`${nonce} was claimed by ${by} before. This run is a duplicate: it does nothing, and that is no failure.`);
    await outputs.summarise(`### Nothing to do\n\n${(0,markdown/* code */.aY)(nonce)} was claimed by ${by}. This run is a duplicate.`);
}
/** Best effort: what stays today goes another day. */
async function cleanUp(client, repository, { runner, before }) {
    const { log, clock, signal } = runner;
    try {
        const options = { signal, deadline: 20_000 };
        const deleted = await cleanUpClaims(client, { repository, before, random: () => (clock.now() % 997) / 997 }, options);
        if (deleted > 0)
            log.info(`Removed ${deleted} old ${deleted === 1 ? 'claim' : 'claims'}.`);
    }
    catch (error) {
        signal.throwIfAborted();
        log.debug(`Old claims were not removed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ }),

/***/ 8041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eq: () => (/* binding */ claimOwner),
/* harmony export */   IF: () => (/* binding */ CLAIMS),
/* harmony export */   kN: () => (/* binding */ readCommit),
/* harmony export */   wk: () => (/* binding */ claimNonce)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6744);
/* harmony import */ var _platform_github_refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7807);
/* harmony import */ var _platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1497);




/** Where claims stand, without `refs/`: neither branches nor tags, so nobody fetches them and no workflow starts. */
const CLAIMS = 'release-actions/claims';
const ATTEMPTS = 4;
const TRAILER = 'Run-Id';
/**
 * Claims a nonce for a run: of all runs that ever try, exactly one gets it, and that one gets it again whenever it is run
 * again. An unclear answer is settled by looking. Throws AmbiguousWrite where even that stays unclear.
 */
async function claimNonce(client, claimant, options) {
    const { repository, nonce } = claimant;
    const ref = `${CLAIMS}/${nonce}`;
    const present = await claimOwner(client, claimant, options);
    if (present)
        return judge(present, claimant, true);
    const sha = await writeClaim(client, claimant, options);
    let unclear;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        try {
            if ((await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .createRef */ ._3)(client, repository, { ref, sha }, options)) === 'created') {
                return { claimed: true, before: false };
            }
            // The one that is there may be ours, from the attempt before.
            const owner = await claimOwner(client, claimant, options);
            if (owner)
                return judge(owner, claimant, unclear === undefined);
        }
        catch (error) {
            if (!(error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AmbiguousWrite */ .OH))
                throw error;
            unclear = error;
            const owner = await claimOwner(client, claimant, options);
            if (owner)
                return judge(owner, claimant, false);
            // To put a ref where there is none is safe to repeat: only one of the two can win.
        }
    }
    throw unclear ?? new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The claim refs/${ref} could neither be made nor read. Run this job again.`);
}
function judge({ runId }, claimant, before) {
    return runId === claimant.runId ? { claimed: true, before } : { claimed: false, by: runId };
}
/** The run that has claimed the nonce; undefined where none has. */
async function claimOwner(client, { repository, nonce }, options) {
    const sha = await (0,_platform_github_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .getRef */ .cX)(client, repository, `${CLAIMS}/${nonce}`, options);
    if (sha === undefined)
        return undefined;
    const { message } = await readCommit(client, repository, sha, options);
    return { runId: new RegExp(`^${TRAILER}: (\\d+)$`, 'm').exec(message)?.[1] };
}
/** The claim itself: a commit that names the run. It has no parents, so it keeps nothing of the history alive. */
async function writeClaim(client, claimant, options) {
    const { repository, nonce, runId, commit } = claimant;
    const { tree } = await readCommit(client, repository, commit, options);
    const message = `Claim ${nonce}\n\n${TRAILER}: ${runId}`;
    const params = { ...(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), message, tree: tree.sha, parents: [] };
    // Nothing points to it yet: to make it twice changes nothing.
    const made = await client.writeIdempotent('POST /repos/{owner}/{repo}/git/commits', params, options);
    return made.data.sha;
}
/** A commit as git knows it. */
function readCommit(client, repository, sha, options) {
    const params = { ...(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), commit_sha: sha };
    return client.read('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', params, options);
}


/***/ }),

/***/ 7807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YT: () => (/* binding */ absentIs404),
/* harmony export */   _3: () => (/* binding */ createRef),
/* harmony export */   cX: () => (/* binding */ getRef),
/* harmony export */   du: () => (/* binding */ updateRef),
/* harmony export */   jq: () => (/* binding */ deleteRef)
/* harmony export */ });
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1497);


/** The commit (or tag object) a ref points to, such as `heads/main` or `tags/v1.0.0`; undefined where there is none. */
async function getRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref };
    return absentIs404(async () => {
        const found = await client.read('GET /repos/{owner}/{repo}/git/ref/{ref}', params, options);
        return found.object.sha;
    });
}
/** Creates a ref if there is none: of many callers at once exactly one gets `created`. Throws AmbiguousWrite. */
async function createRef(client, repository, { ref, sha }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref: `refs/${ref}`, sha };
    try {
        await client.write('POST /repos/{owner}/{repo}/git/refs', params, options);
        return 'created';
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422 && /already exists/i.test(error.said ?? ''))
            return 'exists';
        throw error;
    }
}
/** Moves a ref forward; `lost-race` where the new commit does not descend from the present one and `force` is not set. */
async function updateRef(client, repository, { ref, sha, force = false }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref, sha, force };
    try {
        await client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', params, options);
        return 'updated';
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422 && /fast.forward/i.test(error.said ?? ''))
            return 'lost-race';
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AmbiguousWrite */ .OH))
            throw error;
        // Telling the two apart needs only a look: the ref is there or it is not.
        if ((await getRef(client, repository, ref, options)) === sha)
            return 'updated';
        throw error;
    }
}
/** Deletes a ref; one that is not there is `absent`. */
async function deleteRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ref };
    try {
        await client.writeIdempotent('DELETE /repos/{owner}/{repo}/git/refs/{ref}', params, options);
        return 'deleted';
    }
    catch (error) {
        const absent = error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && (error.status === 404 || /does not exist/i.test(error.said ?? ''));
        if (absent)
            return 'absent';
        throw error;
    }
}
/** Undefined where GitHub answers 404. */
async function absentIs404(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 404)
            return undefined;
        throw error;
    }
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

/***/ 5454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ carriesNonce),
/* harmony export */   z: () => (/* binding */ parseNonce)
/* harmony export */ });
/**
 * A nonce is one word of 1 to 200 letters, digits, `.`, `_` and `-`, with a letter or digit at both ends, without `..` and
 * without `.lock` at its end: so it is one component of a git ref's name, where a claim stands
 * (https://git-scm.com/docs/git-check-ref-format), and it can be found again as a word of its own in a run's name.
 */
const NONCE = /^(?!.*\.\.)(?!.*\.lock$)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/;
const PART_OF_WORD = /[A-Za-z0-9._-]/;
/** The text, where it is a nonce. Throws an Error that says what was expected. */
function parseNonce(text) {
    if (NONCE.test(text))
        return text;
    throw new Error('expected letters, digits, ".", "_" and "-", at most 200, with a letter or digit at both ends, no ".." and no ".lock" at the end');
}
/** Whether a run's name carries the nonce as a word of its own: `t1.web.1` is not carried by `t1.web.11`. */
function carriesNonce(name, nonce) {
    if (!name || nonce === '')
        return false;
    for (let at = name.indexOf(nonce); at >= 0; at = name.indexOf(nonce, at + 1)) {
        const before = name.charAt(at - 1);
        const after = name.charAt(at + nonce.length);
        if (!PART_OF_WORD.test(before) && !PART_OF_WORD.test(after))
            return true;
    }
    return false;
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


/***/ }),

/***/ 1509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ timedSignal)
/* harmony export */ });
/** A signal that aborts with `reason` when the time is over, and with the outer signal's reason as soon as that aborts. */
function timedSignal({ clock, ms, signal }, reason) {
    const stop = new AbortController();
    const cleared = new AbortController();
    const passOn = () => stop.abort(signal?.reason);
    if (signal?.aborted)
        passOn();
    signal?.addEventListener('abort', passOn, { once: true });
    clock.sleep(ms, cleared.signal).then(() => stop.abort(reason()), () => { });
    return {
        signal: stop.signal,
        clear: () => {
            cleared.abort();
            signal?.removeEventListener('abort', passOn);
        },
    };
}


/***/ })

};
