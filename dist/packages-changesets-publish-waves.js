export const id = 5177;
export const ids = [5177];
export const modules = {

/***/ 25177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ publishWaves)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _train_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22556);


/**
 * The packages by depth of what they need to be installed (development dependencies do not count), each wave by name. Throws
 * a UserError that shows the cycle where some need each other.
 */
function publishWaves(packages) {
    const nodes = packages.map((one) => ({ id: one.name, needs: needsOf(one) })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const [cycle] = (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .findCycles */ .p4)(nodes);
    if (cycle === undefined)
        return (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .wavesOf */ .gt)(nodes);
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`These packages need each other, so none can be published first: ${cycle.join(' → ')}. ` +
        'Break the cycle; a development dependency does not count.');
}
function needsOf({ name, dependencies }) {
    const needs = dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name);
    return needs.filter((need) => need !== name);
}


/***/ })

};
