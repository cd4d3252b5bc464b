export const id = 9511;
export const ids = [9511];
export const modules = {

/***/ 2574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ byPlace),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/** Faults of a document's meaning with the file, line and column of what is wrong. */
function locate(faults, document, file) {
    return faults.map(({ message, at, key, place }) => {
        if (place)
            return { message, file, ...place };
        return at === undefined ? { message } : { message, file, ...document.locate(at, key) };
    });
}
/** The order in which somebody reads the file; what is wrong elsewhere comes after it. */
function byPlace(a, b) {
    const [one, other] = [a.line ?? Number.MAX_SAFE_INTEGER, b.line ?? Number.MAX_SAFE_INTEGER];
    return one - other || (a.column ?? 0) - (b.column ?? 0);
}


/***/ }),

/***/ 9556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ checkAgainstSchema)
/* harmony export */ });
/* harmony import */ var _platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5941);
/* harmony import */ var _train_manifest_faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3215);


/** Checks a document against its published schema and says every fault in the words of the document. */
async function checkAgainstSchema(value, kind) {
    const { schema, name, holds, synonyms = {} } = kind;
    if (!isObject(value) || Array.isArray(value)) {
        const found = value === null || value === undefined ? 'the document is empty' : `found ${described(value)}`;
        return { faults: [{ at: [], message: `A ${name} is a map with ${holds}; ${found}.` }], sound: {} };
    }
    // Evaluated on first use: actions without such a document should not wait for the validator.
    // (By its default export: the bundler does not see the named ones of a CommonJS module whose export is a class.)
    const { default: library } = await __webpack_require__.e(/* import() */ 2463).then(__webpack_require__.t.bind(__webpack_require__, 2463, 19));
    const ajv = new library.Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
    const validate = ajv.compile(schema);
    if (validate(value))
        return { faults: [], sound: value };
    const faults = (0,_train_manifest_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .collectFaults */ .C)();
    const sound = structuredClone(value);
    for (const error of validate.errors ?? []) {
        const path = pathOf(error);
        if (error.keyword === 'propertyNames' || isMisnamed(error, synonyms))
            continue;
        faults.add(path, () => explain(error, path, kind), isAboutKey(error) ? 'key' : undefined);
        if (error.keyword !== 'required' && !isAboutName(error))
            leaveOut(sound, path, error);
    }
    return { faults: faults.all(), sound: sound };
}
/** The fault stands at the key that is wrong, where it is a key. */
function pathOf(error) {
    const path = error.instancePath
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (error.keyword === 'additionalProperties')
        return [...path, String(error.params.additionalProperty)];
    return isAboutName(error) ? [...path, String(error.propertyName)] : path;
}
function isAboutName(error) {
    return error.propertyName !== undefined;
}
function isAboutKey(error) {
    return isAboutName(error) || ['additionalProperties', 'required', 'minProperties'].includes(error.keyword);
}
function explain(error, path, { name, synonyms = {} }) {
    const expected = (error.parentSchema ?? {});
    const where = path.length > 0 ? path.join('.') : `The ${name}`;
    const title = expected.title ?? error.message ?? '';
    switch (error.keyword) {
        case 'additionalProperties': {
            const known = Object.keys(expected.properties ?? {}).filter((key) => key !== '$schema');
            const key = String(error.params.additionalProperty);
            const place = path.length > 1 ? ` in ${path.slice(0, -1).join('.')}` : '';
            return `Unknown key ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(key)}${place}${meant(key, known, synonyms) || `. Known: ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known, 'and', 40)}.`}`;
        }
        case 'required':
            return `${where} has no ${error.params.missingProperty}, which is required.`;
        case 'enum':
            return `${where} is ${described(error.data)}; expected ${title}${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(String(error.data), expected.enum ?? []) || '.'}`;
        case 'maxProperties':
        case 'uniqueItems':
            return `${where} is not ${title}: it ${error.message}.`;
        default:
            return isAboutName(error)
                ? `The key ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(error.propertyName)} in ${path.slice(0, -1).join('.')} is not valid; expected ${title}.`
                : `${where} is ${described(error.data)}; expected ${title}${unquoted(error.data)}.`;
    }
}
/** What is required is there, by another word, which is told anyway. */
function isMisnamed({ keyword, params, data }, synonyms) {
    if (keyword !== 'required' || !isObject(data))
        return false;
    return Object.keys(data).some((key) => Object.hasOwn(synonyms, key) && synonyms[key] === params.missingProperty);
}
function meant(key, known, synonyms) {
    const word = Object.hasOwn(synonyms, key) ? synonyms[key] : undefined;
    return word !== undefined && known.includes(word) ? `; did you mean ${(0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(word)}?` : (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(key, known);
}
/** `{version}` without quotes is a map to YAML, with one key and nothing in it. */
function unquoted(value) {
    if (!isObject(value))
        return '';
    const [[name, inside] = [], ...more] = Object.entries(value);
    return name !== undefined && inside === null && more.length === 0 ? `; write it in quotes: "{${name}}"` : '';
}
function described(value) {
    if (value === null || value === undefined)
        return 'empty';
    if (Array.isArray(value))
        return value.length === 0 ? 'an empty list' : 'a list';
    if (isObject(value))
        return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
    return typeof value === 'string' ? (0,_platform_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value) : `the ${typeof value} ${String(value)}`;
}
/**
 * Takes out what breaks the schema. Where a map belongs an empty one stays, so that its key is still known; in a list a hole
 * stays, so that the other items keep their places.
 */
function leaveOut(root, path, { keyword, params, data }) {
    const parent = path.slice(0, -1).reduce((value, key) => (isObject(value) ? value[key] : undefined), root);
    const last = path.at(-1);
    if (!isObject(parent) || last === undefined || !Object.hasOwn(parent, last))
        return;
    if (keyword === 'type' && [params.type].flat().includes('object'))
        parent[last] = {};
    else if (keyword === 'type' || keyword === 'additionalProperties' || !isObject(data)) {
        Reflect.deleteProperty(parent, last);
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 3215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ collectFaults)
/* harmony export */ });
const LONGEST_MESSAGE = 1_000;
/** Gathers faults up to `limit`, and then only counts them. */
function collectFaults(limit = 100) {
    const faults = [];
    let more = 0;
    return {
        add(at, message, key) {
            if (faults.length >= limit)
                more += 1;
            else
                faults.push({ message: shortened(message()), ...(at && { at }), ...(key && { key }) });
        },
        all: () => (more === 0 ? faults : [...faults, { message: `${more} more faults of this kind are not shown.` }]),
    };
}
/** A message may quote what somebody wrote: bounded, it stays readable however long that is. */
function shortened(message) {
    return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}


/***/ })

};
