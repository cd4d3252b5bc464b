export const id = 2556;
export const ids = [2556];
export const modules = {

/***/ 22556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ withNeeds),
/* harmony export */   gt: () => (/* binding */ wavesOf),
/* harmony export */   hO: () => (/* binding */ withDependents),
/* harmony export */   p4: () => (/* binding */ findCycles)
/* harmony export */ });
function wavesOf(nodes) {
    const open = openNeeds(nodes);
    const dependents = dependentsByNeed(nodes);
    const waves = [];
    let wave = nodes.filter(({ id }) => open.get(id) === 0).map(({ id }) => id);
    const place = new Map(nodes.map(({ id }, index) => [id, index]));
    while (wave.length > 0) {
        waves.push(wave);
        const next = [];
        for (const id of wave) {
            for (const dependent of dependents.get(id) ?? []) {
                const left = (open.get(dependent) ?? 0) - 1;
                open.set(dependent, left);
                if (left === 0)
                    next.push(dependent);
            }
        }
        wave = next.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    }
    return waves;
}
function findCycles(nodes) {
    const ordered = new Set(wavesOf(nodes).flat());
    const stuck = new Map(nodes.filter(({ id }) => !ordered.has(id)).map(({ id, needs }) => [id, needs]));
    const place = new Map([...stuck.keys()].map((id, index) => [id, index]));
    const seen = new Set();
    const cycles = [];
    for (const start of stuck.keys()) {
        const walk = new Map();
        let id = start;
        while (id !== undefined && !seen.has(id)) {
            seen.add(id);
            walk.set(id, walk.size);
            id = stuck.get(id)?.find((need) => stuck.has(need));
        }
        const from = id === undefined ? undefined : walk.get(id);
        if (from !== undefined)
            cycles.push(closed([...walk.keys()].slice(from), place));
    }
    return cycles;
}
function closed(cycle, place) {
    const first = cycle.indexOf([...cycle].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))[0] ?? '');
    const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
    return [...turned, ...turned.slice(0, 1)];
}
function withDependents(nodes, ids) {
    const dependents = dependentsByNeed(nodes);
    return closure(ids, (id) => dependents.get(id) ?? []);
}
function withNeeds(nodes, ids) {
    const needs = new Map(nodes.map((node) => [node.id, node.needs]));
    return closure(ids, (id) => (needs.get(id) ?? []).filter((need) => needs.has(need)));
}
function closure(ids, next) {
    const reached = new Set(ids);
    for (const id of reached)
        for (const other of next(id))
            reached.add(other);
    return reached;
}
function openNeeds(nodes) {
    const ids = new Set(nodes.map(({ id }) => id));
    return new Map(nodes.map(({ id, needs }) => [id, needs.filter((need) => ids.has(need)).length]));
}
function dependentsByNeed(nodes) {
    const dependents = new Map(nodes.map(({ id }) => [id, []]));
    for (const { id, needs } of nodes)
        for (const need of needs)
            dependents.get(need)?.push(id);
    return dependents;
}


/***/ })

};
