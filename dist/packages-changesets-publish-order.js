export const id = 7151;
export const ids = [7151];
export const modules = {

/***/ 7151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ publishOrder)
/* harmony export */ });
/* harmony import */ var _train_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2556);

/**
 * Orders packages as well as they can be: packages that need each other cannot all be first, and no changesets and no package
 * manager minds. A need that only a peer has is given up before others.
 */
function publishOrder(packages) {
    const byName = new Map(packages.map((one) => [one.name, one]));
    let nodes = [...byName.values()].map(({ name, dependencies }) => ({
        id: name,
        needs: [...new Set(dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name))].filter((need) => need !== name && byName.has(need)),
    }));
    nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
    const broken = [];
    for (let cycles = (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .findCycles */ .p4)(nodes); cycles.length > 0; cycles = (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .findCycles */ .p4)(nodes)) {
        const given = new Map(cycles.map((cycle) => weakest(cycle, byName)));
        nodes = nodes.map(({ id, needs }) => ({ id, needs: needs.filter((need) => given.get(id) !== need) }));
        for (const cycle of cycles)
            broken.push(`${cycle.join(' → ')} need each other: they are published one after the other, and the first cannot be installed before the last is there.`);
    }
    return { waves: (0,_train_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .wavesOf */ .gt)(nodes), broken };
}
/** The need to give up: of a peer, where there is one; else that of the package that comes first by name. */
function weakest(cycle, packages) {
    const edges = cycle.slice(0, -1).map((id, index) => [id, cycle[index + 1] ?? id]);
    const kinds = ([id, need]) => (packages.get(id)?.dependencies ?? []).filter(({ name }) => name === need).map(({ kind }) => kind);
    const byPeers = edges.find((edge) => kinds(edge).every((kind) => kind === 'peerDependencies' || kind === 'devDependencies'));
    return byPeers ?? edges[0] ?? ['', ''];
}


/***/ })

};
