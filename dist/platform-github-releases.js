export const id = 7911;
export const ids = [7911];
export const modules = {

/***/ 7911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ releaseByTag),
/* harmony export */   YG: () => (/* binding */ createRelease),
/* harmony export */   Z$: () => (/* binding */ targetOfTag),
/* harmony export */   cB: () => (/* binding */ listTags)
/* harmony export */ });
/* unused harmony exports latestRelease, listReleases */
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6744);
/* harmony import */ var _default_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(921);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1497);




/** The release that GitHub shows as the latest; undefined where there is none. Prereleases and drafts do not count. */
async function latestRelease(client, repository, options) {
    return absentIs404(async () => toRelease(await client.read('GET /repos/{owner}/{repo}/releases/latest', ownerAndRepo(repository), options)));
}
/** The release of a tag; undefined where there is none. */
async function releaseByTag(client, repository, tag, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), tag };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .absentIs404 */ .YT)(async () => toRelease(await client.read('GET /repos/{owner}/{repo}/releases/tags/{tag}', params, options)));
}
/** Releases, newest first, drafts included where the token may see them. */
async function listReleases(client, repository, { limit = 100, ...options } = {}) {
    const params = ownerAndRepo(repository);
    const releases = await client.list('GET /repos/{owner}/{repo}/releases', params, { ...options, limit });
    return releases.map(toRelease);
}
/** Tags with their commits, in GitHub's order (not by version). */
async function listTags(client, repository, { limit = 300, ...options } = {}) {
    const tags = await client.list('GET /repos/{owner}/{repo}/tags', (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), { ...options, limit });
    return tags.map(({ name, commit }) => ({ name, sha: commit.sha }));
}
/**
 * What a new release has to name as its target so that its tag comes to this commit: nothing where the tag is there, or where the
 * commit is the default branch's tip, on which GitHub puts a new tag by itself. A target that is named is refused to GITHUB_TOKEN
 * (403) where workflow files have changed since.
 */
async function targetOfTag(client, repository, { tag, sha }, options) {
    if ((await (0,_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .getRef */ .cX)(client, repository, `tags/${tag}`, options)) !== undefined)
        return undefined;
    const branch = await (0,_default_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultBranch */ .O)(client, repository, options);
    const tip = await (0,_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .getRef */ .cX)(client, repository, `heads/${branch}`, options);
    return tip === sha ? undefined : sha;
}
/** Creates the release of a tag, and its tag where there is none; one that exists is left as it is. Throws AmbiguousWrite. */
async function createRelease(client, repository, { tag, target, ...release }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), ...release, tag_name: tag, target_commitish: target };
    try {
        const { data } = await client.write('POST /repos/{owner}/{repo}/releases', params, options);
        return { outcome: 'created', release: toRelease(data) };
    }
    catch (error) {
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_) || error.status !== 422 || !/already.exists/i.test(error.said ?? ''))
            throw error;
        const existing = await releaseByTag(client, repository, tag, options);
        if (!existing)
            throw error;
        return { outcome: 'exists', release: existing };
    }
}
function toRelease(raw) {
    return {
        id: raw.id,
        tag: raw.tag_name,
        name: raw.name ?? '',
        url: raw.html_url ?? '',
        draft: raw.draft ?? false,
        prerelease: raw.prerelease ?? false,
        publishedAt: raw.published_at ?? undefined,
        body: raw.body ?? '',
    };
}


/***/ })

};
