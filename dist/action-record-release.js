export const id = 7516;
export const ids = [7516];
export const modules = {

/***/ 67516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _packages_publish_handed_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26847);
/* harmony import */ var _packages_publish_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47405);
/* harmony import */ var _packages_publish_release_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69723);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16204);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(755);
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96292);
/* harmony import */ var _setup_known_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93823);
/* harmony import */ var _setup_own_repository_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2152);









/** Leaves the traces of a release that is published: the commit on its branch, the tags, the GitHub releases. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    inputs: {
        folder: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq, 'release'),
        ..._setup_known_release_js__WEBPACK_IMPORTED_MODULE_6__/* .chosenVersion */ .v,
        branch: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq),
        token: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .secret */ .rJ)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)),
        'api-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .url */ .OZ),
    },
    async run({ folder: given, branch, version, releaseType, prereleaseId, ...connection }, runner) {
        const { workspace, log, outputs, signal } = runner;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, given);
        const release = await (0,_packages_publish_release_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .readRelease */ .i)(folder, given);
        (0,_packages_publish_handed_over_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRelease */ .VA)(release, await (0,_setup_known_release_js__WEBPACK_IMPORTED_MODULE_6__/* .knownRelease */ .j)({ version, releaseType, prereleaseId }, runner));
        const { repository, client, gitOptions } = (0,_setup_own_repository_js__WEBPACK_IMPORTED_MODULE_7__/* .openOwnRepository */ .Ho)(connection, runner);
        const record = { folder, gitOptions, log };
        await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_2__/* .pushTags */ .YP)(release, record);
        const made = await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_2__/* .createReleases */ .HQ)(client, repository, release.packages, { signal, log });
        if (release.head !== release.commit && branch !== undefined)
            await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_2__/* .pushCommit */ .Sq)(release.head, branch, record);
        await outputs.set('tags', release.packages.map(({ tag }) => tag));
        if (made.length > 0)
            await outputs.summarise(releasesMarkdown(made, release.packages));
    },
}));
/** The releases with their addresses; of one that GitHub refused, its notes, so that a person can make it. */
function releasesMarkdown(made, packages) {
    const links = made.map((one) => 'url' in one ? `- ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .link */ .nf)(one.tag, one.url)}` : `- ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)(one.tag)}: not made, see below`);
    const left = made.flatMap(({ tag, ...one }) => {
        const notes = packages.find((pkg) => pkg.tag === tag)?.notes ?? '';
        return 'refused' in one ? [`#### To be made by hand: ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)(tag)}\n\n${notes}`] : [];
    });
    return [`### Releases\n\n${links.join('\n')}`, ...left].join('\n\n');
}


/***/ })

};
