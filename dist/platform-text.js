export const id = 7767;
export const ids = [7767, 2067];
export const modules = {

/***/ 77767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseJsonObject)
/* harmony export */ });
/* harmony import */ var _byte_order_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17486);
/* harmony import */ var _nesting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68203);


const MOST_FAULTS = 10;
async function parseJsonObject(text, fault) {
    const { parseTree, findNodeAtLocation, getNodeValue, printParseErrorCode } = await __webpack_require__.e(/* import() */ 9547).then(__webpack_require__.t.bind(__webpack_require__, 99547, 19));
    const start = (0,_byte_order_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .markLength */ .I)(text);
    const json = (0,_byte_order_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutMark */ .E)(text);
    if ((0,_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .depthOf */ .d1)(json) > _nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_NESTED */ .KS)
        return { faults: [fault(`${_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .TOO_DEEP */ .gZ}.`, { line: 1, column: 1 })] };
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

/***/ 62067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unifiedDiff)
/* harmony export */ });
async function unifiedDiff(shown, before, after) {
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
