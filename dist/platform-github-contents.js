export const id = 4383;
export const ids = [4383];
export const modules = {

/***/ 4383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   _h: () => (/* binding */ writeFile),
/* harmony export */   hy: () => (/* binding */ readFileVersion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1497);



/** The text of a file, asked conditionally; undefined where there is none (or the token cannot see the repository: GitHub answers 404 for both). */
async function readFile(client, repository, place, options) {
    return (await readFileVersion(client, repository, place, options))?.text;
}
/** The text of a file and its version, of any size up to GitHub's 100 MB; undefined where there is none. */
async function readFileVersion(client, repository, { path, ref }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), path, ref };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .absentIs404 */ .YT)(async () => {
        const { data: file } = await client.poll('GET /repos/{owner}/{repo}/contents/{path}', params, options);
        return { text: await decode(client, { repository, path, file }, options), sha: file.sha };
    });
}
/** Writes a file in a commit of its own. Throws a GitHubError (409) where somebody else changed it, and AmbiguousWrite. */
async function writeFile(client, repository, { path, branch, text, message, sha }, options) {
    const content = Buffer.from(text).toString('base64');
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), path, branch, message, content, ...(sha === undefined ? {} : { sha }) };
    await client.write('PUT /repos/{owner}/{repo}/contents/{path}', params, options);
}
async function decode(client, { repository, path, file }, options) {
    if (Array.isArray(file) || file.type !== 'file') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} in ${repository} is not a file but a ${Array.isArray(file) ? 'folder' : file.type}.`);
    }
    if (file.encoding === 'base64')
        return Buffer.from(file.content ?? '', 'base64').toString('utf8');
    // Above 1 MB the contents are left out, but the blob has them.
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), file_sha: file.sha };
    const blob = await client.read('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', params, options);
    return Buffer.from(blob.content, 'base64').toString('utf8');
}


/***/ })

};
