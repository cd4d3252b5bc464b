export const id = 7767;
export const ids = [7767, 3952, 2067];
export const modules = {

/***/ 77767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseJsonObject)
/* harmony export */ });
/* harmony import */ var _byte_order_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17486);

const MOST_FAULTS = 10;
/** Reads a text that must hold one JSON object; the faults name their lines. */
async function parseJsonObject(text, fault) {
    const { parseTree, findNodeAtLocation, getNodeValue, printParseErrorCode } = await __webpack_require__.e(/* import() */ 9547).then(__webpack_require__.t.bind(__webpack_require__, 99547, 19));
    const start = (0,_byte_order_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .markLength */ .I)(text);
    const json = (0,_byte_order_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutMark */ .E)(text);
    const errors = [];
    const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
    if (errors.length > 0) {
        const told = ({ error, offset }) => fault(`not valid JSON: ${words(printParseErrorCode(error))}.`, placeIn(json, offset));
        return { faults: errors.slice(0, MOST_FAULTS).map(told) };
    }
    if (root?.type !== 'object')
        return { faults: [fault('expected a JSON object.', { line: 1, column: 1 })] };
    const locate = (path) => {
        const node = path.length === 0 ? root : findNodeAtLocation(root, [...path]);
        return node ? placeIn(json, node.offset) : locate(path.slice(0, -1));
    };
    const span = (key, node) => ({
        key,
        value: getNodeValue(node),
        offset: start + node.offset,
        length: node.length,
    });
    const spans = (nodes) => nodes.map(([key, node]) => span(key, node));
    return {
        value: getNodeValue(root),
        locate,
        placeOf: (offset) => placeIn(json, offset - start),
        spans: (path) => spans(pairsAt(root, path)),
        entries: (path) => spans(pairsAt(root, path).flatMap(([, node]) => pairsOf(node))),
    };
}
/** All nodes that a path of keys leads to. */
function pairsAt(root, path) {
    return path.reduce((found, key) => found.flatMap(([, node]) => pairsOf(node).filter(([name]) => name === key)), [['', root]]);
}
function pairsOf(object) {
    if (object.type !== 'object')
        return [];
    return (object.children ?? []).flatMap(({ children }) => {
        const [key, value] = children ?? [];
        return key && value ? [[String(key.value), value]] : [];
    });
}
function placeIn(json, offset) {
    const before = json.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
function words(camelCase) {
    return camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}


/***/ })
,

/***/ 2165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ wellFormed),
/* harmony export */   n: () => (/* binding */ parseWellFormed)
/* harmony export */ });
/** The text with U+FFFD for every lone surrogate: half a character can neither be encoded in a URL nor be written as UTF-8. */
function wellFormed(text) {
    return text.replace(/\p{Cs}/gu, '\uFFFD');
}
/** JSON from elsewhere, parsed; every text in it is well formed. Throws a SyntaxError where it is not valid JSON. */
function parseWellFormed(text) {
    const value = JSON.parse(text);
    // Only an escape can bring half a character in.
    return /\\ud[89a-f]/i.test(text) ? cleaned(value) : value;
}
function cleaned(value) {
    if (typeof value === 'string')
        return wellFormed(value);
    if (Array.isArray(value))
        return value.map(cleaned);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key), cleaned(inner)]));
}


/***/ }),

/***/ 87892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ writeJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Writes JSON for later steps, without any secret, and returns its path relative to the workspace, with `/`. Without a name of the caller's it
 * stands in the runner's temporary folder, where no commit picks it up.
 */
async function writeJson(value, { runner, file, standard, }) {
    const { workspace, env, secrets } = runner;
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.RUNNER_TEMP ?? workspace, 'release-actions', standard);
    const target = file === undefined ? temporary : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, file);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(target, JSON.stringify(secrets.redactIn(value), null, 2));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, target).replaceAll('\\', '/');
}


/***/ })
,

/***/ 62067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unifiedDiff)
/* harmony export */ });
/** A unified diff, in the form of `git diff`, of one text before and after; empty where only line ends differ. */
async function unifiedDiff(shown, before, after) {
    // Loaded on first use: only what shows a change needs it.
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await __webpack_require__.e(/* import() */ 4023).then(__webpack_require__.bind(__webpack_require__, 44023));
    const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, {
        context: 3,
        stripTrailingCr: true,
        headerOptions: FILE_HEADERS_ONLY,
    });
    return patch.includes('\n@@ ') ? patch.replace(/\n$/, '') : '';
}


/***/ })

};
