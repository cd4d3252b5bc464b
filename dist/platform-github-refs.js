export const id = 7807;
export const ids = [7807];
export const modules = {

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
/* harmony import */ var _ensure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3019);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1497);



/** The commit (or tag object) a ref points to, such as `heads/main` or `tags/v1.0.0`; undefined where there is none. */
async function getRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref };
    return absentIs404(async () => {
        const found = await client.read('GET /repos/{owner}/{repo}/git/ref/{ref}', params, options);
        return found.object.sha;
    });
}
/** Creates a ref if there is none: of many callers at once exactly one gets `created`. Throws AmbiguousWrite. */
async function createRef(client, repository, { ref, sha }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref: `refs/${ref}`, sha };
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
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref, sha, force };
    const move = async () => {
        try {
            await client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', params, options);
            return 'updated';
        }
        catch (error) {
            if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422 && /fast.forward/i.test(error.said ?? ''))
                return 'lost-race';
            throw error;
        }
    };
    const isThere = async () => (await getRef(client, repository, ref, options)) === sha;
    return (0,_ensure_js__WEBPACK_IMPORTED_MODULE_1__/* .ensure */ .D)(move, async () => ((await isThere()) ? 'updated' : undefined));
}
/** Deletes a ref; one that is not there is `absent`. */
async function deleteRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref };
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


/***/ })

};
