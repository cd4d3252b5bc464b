export const id = 5560;
export const ids = [5560];
export const modules = {

/***/ 5560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DEPENDENCY_KINDS),
/* harmony export */   w: () => (/* binding */ parsePackageJson)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4339);
/* harmony import */ var _platform_text_json_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7767);



/** Where a package.json lists what it needs. */
const DEPENDENCY_KINDS = [
    'dependencies',
    'devDependencies',
    'peerDependencies',
    'optionalDependencies',
];
/** Reads a package.json; throws a UserError with the place of every fault. `fault` makes one, by default for `file`. */
async function parsePackageJson(text, file, fault = (message, place) => ({ message: `${file}: ${message}`, file, ...place })) {
    const json = await (0,_platform_text_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .d)(text, fault);
    if ('faults' in json)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(json.faults);
    const faults = [];
    const dependencies = DEPENDENCY_KINDS.flatMap((kind) => dependenciesOf(json, kind, (offset, message) => faults.push(fault(message, json.placeOf(offset)))));
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults);
    const { name, version, packageManager, workspaces, scripts } = json.value;
    const globs = texts(workspaces) ?? texts((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(workspaces) ? workspaces.packages : undefined);
    return {
        file,
        text,
        json,
        ...(typeof name === 'string' && { name }),
        ...(typeof version === 'string' && { version }),
        private: Boolean(json.value.private),
        ...(typeof packageManager === 'string' && { packageManager }),
        scripts: textsByKey(scripts),
        ...(globs && { workspaces: globs }),
        dependencies,
        overrides: overridesOf(json.value),
    };
}
function dependenciesOf(json, kind, fault) {
    for (const { value, offset } of json.spans([kind])) {
        if (!(0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value))
            fault(offset, `"${kind}" must map package names to ranges.`);
    }
    return json.entries([kind]).flatMap(({ key: name, value: specifier, offset, length }) => {
        if (typeof specifier === 'string')
            return [{ kind, name, specifier, offset, length }];
        const got = JSON.stringify(specifier);
        fault(offset, `the range of ${JSON.stringify(name)} in "${kind}" must be a text such as "^1.2.3", not ${got}.`);
        return [];
    });
}
function overridesOf(value) {
    const pnpm = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value.pnpm) ? value.pnpm.overrides : undefined;
    const fields = { overrides: value.overrides, 'pnpm.overrides': pnpm, resolutions: value.resolutions };
    return new Map(Object.entries(fields).map(([field, map]) => [field, [...keysWithin(map)]]));
}
/** The names that an overrides map speaks of, at any depth: `a>b@1`, `a/**`/b` and nested maps included. */
function* keysWithin(value) {
    if (value === null || typeof value !== 'object')
        return;
    for (const [key, inner] of Object.entries(value)) {
        for (const part of key.split(/>|\*\*\//)) {
            const name = /^(?:[^@]*\/)?((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(part.trim())?.[1];
            if (name)
                yield name;
        }
        yield* keysWithin(inner);
    }
}
function texts(value) {
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}
function textsByKey(value) {
    const entries = (0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter((one) => typeof one[1] === 'string'));
}


/***/ })

};
