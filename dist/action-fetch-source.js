export const id = 6712;
export const ids = [6712];
export const modules = {

/***/ 76712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ fetch_source)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/platform/files/path-inside.js
var path_inside = __webpack_require__(19523);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/platform/github/source-archive.js

const LARGEST_BYTES = 512 * 1024 * 1024;
const DOWNLOAD_MS = 10 * 60_000;
function downloadSource(client, repository, sha, options = {}) {
    return client.download('GET /repos/{owner}/{repo}/tarball/{ref}', { ...(0,repository_name/* ownerAndRepo */.H)(repository), ref: sha }, { timeoutMs: DOWNLOAD_MS, ...options, maxBytes: LARGEST_BYTES });
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
;// CONCATENATED MODULE: ./build/src/actions/fetch-source.js






/* harmony default export */ const fetch_source = ((0,action/* defineAction */.Q)({
    inputs: {
        ...connect_github/* connectionInputs */.eu,
        repository: (0,inputs/* required */.mw)(inputs/* repository */.Jk),
        sha: (0,inputs/* required */.mw)(inputs/* text */.Qq),
        path: (0,inputs/* optional */.lq)(inputs/* text */.Qq, 'source.tar.gz'),
    },
    async run({ repository: name, sha, path, ...connection }, runner) {
        const bytes = await downloadSource((0,connect_github.connectTo)(name, connection, runner), name, sha, { signal: runner.signal });
        await (0,promises_.writeFile)(await (0,path_inside/* pathInside */._l)([runner.workspace, runner.env.RUNNER_TEMP], path), bytes);
        runner.log.info(`${name}@${sha.slice(0, 7)}: ${Math.ceil(bytes.length / 1024)} kB in ${path}.`);
    },
}));


/***/ })

};
