export const id = 2737;
export const ids = [2737];
export const modules = {

/***/ 2737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ upsertPull),
/* harmony export */   z: () => (/* binding */ findOpenPull)
/* harmony export */ });
/* harmony import */ var _ensure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3019);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1497);


const EXPLAIN = {
    403: 'The token may not open pull requests. The job needs pull-requests: write, and in the settings of the repository, under Actions, General, "Allow GitHub Actions to create and approve pull requests" must be on.',
};
/** Keeps one open pull request from a branch to another with this title and body. Throws AmbiguousWrite. */
async function upsertPull(client, repository, wanted, options = {}) {
    const explained = { ...options, explain: EXPLAIN };
    const found = await findPull(client, repository, wanted, options);
    if (found)
        return update(client, repository, { found, wanted }, explained);
    const create = async () => {
        const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ...wanted };
        return (await client.write('POST /repos/{owner}/{repo}/pulls', params, explained)).data;
    };
    const made = await (0,_ensure_js__WEBPACK_IMPORTED_MODULE_0__/* .ensure */ .D)(create, () => findPull(client, repository, wanted, options));
    return { outcome: 'created', number: made.number, url: made.html_url };
}
/** The open pull request from a branch to another. */
async function findOpenPull(client, repository, branches, options = {}) {
    const found = await findPull(client, repository, branches, options);
    return found && { number: found.number, url: found.html_url };
}
async function findPull(client, repository, { head, base }, options) {
    const { owner, repo } = (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository);
    const params = { owner, repo, state: 'open', head: `${owner}:${head}`, base };
    const [first] = await client.list('GET /repos/{owner}/{repo}/pulls', params, { ...options, limit: 1 });
    return first;
}
async function update(client, repository, { found, wanted: { title, body } }, options) {
    const place = { number: found.number, url: found.html_url };
    if (found.title === title && (found.body ?? '') === body)
        return { outcome: 'unchanged', ...place };
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), pull_number: found.number, title, body };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', params, options);
    return { outcome: 'updated', ...place };
}


/***/ })

};
