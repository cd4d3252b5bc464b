export const id = 1408;
export const ids = [1408];
export const modules = {

/***/ 91408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ verify_published)
});

// EXTERNAL MODULE: ./build/src/packages/registries/package.js
var registries_package = __webpack_require__(24331);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
;// CONCATENATED MODULE: ./build/src/packages/registries/parse-packages.js



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

// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/packages/registries/integrity.js
var registries_integrity = __webpack_require__(15208);
// EXTERNAL MODULE: ./build/src/packages/registries/provenance.js
var provenance = __webpack_require__(76180);
;// CONCATENATED MODULE: ./build/src/packages/registries/parse-plan.js





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
    return {
        integrity: planned,
        commit,
        ...(name !== undefined && { repository: `${(0,context/* runContext */.pO)(env).serverUrl}/${name}` }),
    };
}
function repositoryOf(commit, env) {
    const { commit: own, repository } = (0,context/* runContext */.pO)(env);
    return own !== undefined && (0,provenance/* sameCommit */.Kd)(commit, own) ? repository : undefined;
}

// EXTERNAL MODULE: ./build/src/packages/registries/verification-report.js
var verification_report = __webpack_require__(17971);
// EXTERNAL MODULE: ./build/src/packages/registries/verify.js
var verify = __webpack_require__(60586);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/time/duration.js
var duration = __webpack_require__(87107);
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


/***/ })

};
