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
/* harmony import */ var _packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24830);
/* harmony import */ var _packages_publish_release_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69723);
/* harmony import */ var _platform_runner_action_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16204);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(755);
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96292);
/* harmony import */ var _setup_own_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2152);







/** Leaves the traces of a release that is published: the commit on its branch, the tags, the GitHub releases. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_platform_runner_action_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    inputs: {
        folder: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, 'release'),
        branch: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq),
        token: (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .secret */ .rJ)((0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)),
        'api-url': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .url */ .OZ),
    },
    async run({ folder: given, branch, ...connection }, runner) {
        const { workspace, log, outputs, signal } = runner;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, given);
        const release = await (0,_packages_publish_release_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .readRelease */ .i)(folder, given);
        const { repository, client, gitOptions } = (0,_setup_own_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .openOwnRepository */ .Ho)(connection, runner);
        const record = { folder, gitOptions, log };
        // The tag is the mark of what is done, so it comes last; but a commit of our own gets to GitHub by its tag only.
        const ownCommit = release.head !== release.commit;
        if (ownCommit)
            await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .pushTags */ .YP)(release, record);
        const urls = await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .createReleases */ .HQ)(client, repository, release, { signal, log });
        if (!ownCommit)
            await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .pushTags */ .YP)(release, record);
        else if (branch !== undefined)
            await (0,_packages_publish_record_js__WEBPACK_IMPORTED_MODULE_1__/* .pushCommit */ .Sq)(release.head, branch, record);
        await outputs.set('tags', release.packages.map(({ tag }) => tag));
        const links = release.packages.map(({ tag }, index) => `- ${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)(tag, urls[index])}`);
        if (links.length > 0)
            await outputs.summarise(`### Releases\n\n${links.join('\n')}`);
    },
}));


/***/ })

};
