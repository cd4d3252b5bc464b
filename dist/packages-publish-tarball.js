export const id = 8021;
export const ids = [8021];
export const modules = {

/***/ 8021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ packedManifest)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5286);


const BLOCK = 512;
/** npm's own limit for a package is far below. */
const LARGEST = 1024 * 1024 * 1024;
/**
 * The package.json inside an npm tarball, whose name and version are what npm publishes, whatever the file is called. Throws a
 * UserError where there is none, or more than one of which npm might take another.
 */
function packedManifest(tarball, shownAs) {
    const manifests = [];
    try {
        const tar = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(tarball, { maxOutputLength: LARGEST });
        for (const { name, type, content } of entriesOf(tar)) {
            // npm drops the first folder, whatever it is called; an extended header may rename the entry behind it.
            const renames = (type === 'x' || type === 'g' || type === 'L') && content.includes('package.json');
            if (renames)
                throw new Error('it renames a package.json');
            if (/^[^/]+\/+(?:\.\/+)*package\.json$/.test(name.replace(/^(?:\.\/+)+/, '')))
                manifests.push(content);
        }
        if (manifests.length !== 1)
            throw new Error(`it holds ${manifests.length} of them`);
        const manifest = JSON.parse(String(manifests[0]).replace(/^\uFEFF/, ''));
        if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
            throw new Error('it is no map');
        return manifest;
    }
    catch (error) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${shownAs} is no package: its package.json cannot be read: ${error.message}.`);
    }
}
function* entriesOf(tar) {
    const text = (from, length) => {
        const bytes = tar.subarray(from, from + length);
        const end = bytes.indexOf(0);
        return bytes.toString('utf8', 0, end < 0 ? length : end);
    };
    for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
        const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
        if (!Number.isSafeInteger(size) || size < 0 || at + BLOCK + size > tar.length)
            throw new Error('it is damaged');
        const prefix = text(at + 257, 5) === 'ustar' ? text(at + 345, 155) : '';
        const name = prefix === '' ? text(at, 100) : `${prefix}/${text(at, 100)}`;
        yield { name, type: text(at + 156, 1), content: tar.subarray(at + BLOCK, at + BLOCK + size) };
        at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    }
}


/***/ })

};
