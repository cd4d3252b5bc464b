export const id = 4351;
export const ids = [4351];
export const modules = {

/***/ 4351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ replaceFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5286);




/**
 * Replaces files such that either all of them and what `finish` does succeed, or every file is as it was before, also those in
 * `guarded`. Every new text is first written beside its file, so that a full disk or a read-only file is met before anything
 * has changed. Throws what failed; a UserError with every file that cannot be written.
 */
async function replaceFiles(replacements, together = {}) {
    const { guarded = [], finish, signal } = together;
    const originals = new Map();
    const staged = [];
    try {
        await stageAll(replacements, staged);
        signal?.throwIfAborted();
        for (const path of guarded)
            originals.set(path, await bytesOf(path));
        for (const one of staged) {
            const before = await takePlace(one);
            originals.set(one.target, before);
        }
        await finish?.();
    }
    catch (error) {
        await putBack(originals, error);
        throw error;
    }
    finally {
        await Promise.all(staged.map(({ sibling }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(sibling, { force: true })));
    }
}
async function stageAll(replacements, staged) {
    const faults = [];
    for (const { path, file, text } of replacements) {
        try {
            const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path);
            const sibling = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
            staged.push({ file, target, sibling });
            const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(target);
            // Whoever made it read-only meant it, even where the user may write anything.
            if ((mode & 0o222) === 0)
                throw new Error('it is read-only');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(target, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(sibling, text, { mode, flag: 'wx' });
        }
        catch (error) {
            faults.push(faultOf(file, error));
        }
    }
    if (faults.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(faults);
}
/** By a rename, so that nobody ever sees a file half-written; returns what stood there. */
async function takePlace({ file, target, sibling }) {
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(target);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(sibling, target);
        return before;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(faultOf(file, error), { cause: error });
    }
}
async function putBack(originals, cause) {
    const lost = [];
    for (const [path, bytes] of originals)
        await restore(path, bytes).catch(() => lost.push(path));
    if (lost.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`Writing failed halfway (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}), and ${lost.join(', ')} could not be put back. Restore it with git checkout.`, { cause });
}
async function restore(path, bytes) {
    const now = await bytesOf(path);
    if (bytes === undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
    else if (!now?.equals(bytes))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, bytes);
}
async function bytesOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
function faultOf(file, error) {
    return { message: `${file} cannot be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}. No file was changed; make it writable.`, file };
}


/***/ })

};
