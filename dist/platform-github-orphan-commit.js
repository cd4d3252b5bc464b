export const id = 3029;
export const ids = [3029];
export const modules = {

/***/ 3029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createOrphanCommit)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1497);



/**
 * Makes a commit without parents that holds one small file, and returns its id: nothing points to it yet. It holds no workflow
 * files, so any token with contents: write may make a ref to it: GitHub refuses refs to trees whose `.github/workflows` is not
 * the default branch's where the token lacks `workflows`, which GITHUB_TOKEN never has. The tree is made only where the
 * repository has none of that file yet.
 */
async function createOrphanCommit(client, repository, { message, path, content }, options) {
    const where = (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository);
    // To make either twice changes nothing.
    const make = async (what, params) => (await client.writeIdempotent(`POST /repos/{owner}/{repo}/git/${what}`, { ...where, ...params }, options)).data.sha;
    const commit = (tree) => make('commits', { message, tree, parents: [] });
    try {
        return await commit(treeOf(path, content));
    }
    catch (error) {
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_) || error.status !== 422)
            throw error;
        return commit(await make('trees', { tree: [{ path, mode: '100644', type: 'blob', content }] }));
    }
}
/** The id that git gives to a tree of one file. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function treeOf(path, content) {
    const blob = objectId('blob', Buffer.from(content));
    const entry = Buffer.concat([Buffer.from(`100644 ${path}\0`), Buffer.from(blob, 'hex')]);
    return objectId('tree', entry);
}
function objectId(type, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}


/***/ })

};
