export const id = 6986;
export const ids = [6986];
export const modules = {

/***/ 96986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ record_release)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/packages/publish/handed-over.js
var handed_over = __webpack_require__(17758);
// EXTERNAL MODULE: ./build/src/packages/publish/record.js + 1 modules
var publish_record = __webpack_require__(47405);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/packages/publish/ask-registry.js
var ask_registry = __webpack_require__(5336);
// EXTERNAL MODULE: ./build/src/packages/publish/release-state.js
var release_state = __webpack_require__(61326);
;// CONCATENATED MODULE: ./build/src/packages/publish/recordable.js




async function recordable({ packages }, accepted, ask) {
    const isAccepted = (pkg) => accepted.some(({ name, version }) => name === pkg.name && version === pkg.version);
    const doubtful = packages.filter((pkg) => !isAccepted(pkg));
    const answers = await (0,ask_registry/* askRegistry */.r)(doubtful.map(release_state/* asNpm */.Sh), ask);
    const missing = doubtful.filter((_, index) => answers[index]?.state !== 'served');
    return { published: packages.filter((pkg) => !missing.includes(pkg)), missing };
}
function parsePublished(value) {
    const isNamed = (one) => (0,records/* isRecord */.u)(one) && typeof one.name === 'string' && typeof one.version === 'string';
    if (Array.isArray(value) && value.every(isNamed))
        return value;
    throw new errors/* UserError */.yo(`Input published: expected a list such as [{"name": "lib", "version": "1.2.3"}], found ${JSON.stringify(value)}.`);
}

// EXTERNAL MODULE: ./build/src/packages/publish/release-folder.js
var release_folder = __webpack_require__(69723);
// EXTERNAL MODULE: ./build/src/packages/registries/package-registry.js + 13 modules
var package_registry = __webpack_require__(84216);
// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/known-release.js
var known_release = __webpack_require__(16204);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/record-release.js











/* harmony default export */ const record_release = ((0,action/* defineAction */.Q)({
    inputs: {
        folder: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'release'),
        ...known_release/* chosenVersion */.v,
        branch: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
        'on-branch-failure': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('fail', 'warn'), 'fail'),
        published: (0,inputs/* optional */.lq)(inputs/* data */.p),
        token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
        'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    },
    async run({ folder: given, branch, onBranchFailure, published, version, releaseType, prereleaseId, ...connection }, runner) {
        const { workspace, log, outputs, signal } = runner;
        const folder = (0,external_node_path_.resolve)(workspace, given);
        const whole = await (0,release_folder/* readRelease */.i)(folder, given);
        (0,handed_over/* verifyRelease */.VA)(whole, await (0,known_release/* knownRelease */.j)({ version, releaseType, prereleaseId }, runner));
        const release = published === undefined ? whole : await onlyPublished(whole, parsePublished(published), runner);
        const { repository, client, gitOptions } = (0,own_repository/* openOwnRepository */.Ho)(connection, runner);
        const record = { folder, gitOptions, log };
        await (0,publish_record/* pushTags */.YP)(release, record);
        const made = await (0,publish_record/* createReleases */.HQ)(client, repository, release.packages, { signal, log });
        if (release.head !== release.commit && branch !== undefined) {
            await (0,publish_record/* pushCommit */.Sq)(release.head, branch, { ...record, onFailure: onBranchFailure });
        }
        await outputs.set('tags', release.packages.map(({ tag }) => tag));
        if (made.length > 0)
            await outputs.summarise(releasesMarkdown(made, release.packages));
    },
}));
function releasesMarkdown(made, packages) {
    const links = made.map((one) => 'url' in one ? `- ${(0,markdown/* link */.nf)(one.tag, one.url)}` : `- ${(0,markdown/* code */.aY)(one.tag)}: not made, see below`);
    const left = made.flatMap(({ tag, ...one }) => {
        const notes = packages.find((pkg) => pkg.tag === tag)?.notes ?? '';
        return 'refused' in one ? [`#### To be made by hand: ${(0,markdown/* code */.aY)(tag)}\n\n${notes}`] : [];
    });
    return [`### Releases\n\n${links.join('\n')}`, ...left].join('\n\n');
}
async function onlyPublished(release, accepted, { workspace, env, log, clock, signal }) {
    const { lookUp } = (0,package_registry/* cliRegistry */.I)({ cwd: workspace, env, signal });
    const { published, missing } = await recordable(release, accepted, { lookUp, clock, signal });
    for (const { name, version } of missing)
        log.notice(`${name}@${version} is not published yet, so it gets no tag yet.`);
    return { ...release, packages: published };
}


/***/ })

};
