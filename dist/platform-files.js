export const id = 962;
export const ids = [962, 9523, 4351];
export const modules = {

/***/ 6619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ unzip),
/* harmony export */   Gu: () => (/* binding */ asBroken),
/* harmony export */   mw: () => (/* binding */ broken),
/* harmony export */   te: () => (/* binding */ findDirectory),
/* harmony export */   uB: () => (/* binding */ harmlessEntries)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);


const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const SHORTEST_END = 22;
const LONGEST_COMMENT = 0xffff;
const REGULAR = 0x8000;
const FOLDER = 0x4000;
const HIGHEST_RATIO = 200;
const RATIO_FROM = 1024 * 1024;
function unzip(archive, limits) {
    const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    try {
        const { start, count } = findDirectory(bytes, limits.maxFiles);
        const entries = harmlessEntries(bytes.subarray(start), count, limits);
        return new Map(entries.map((entry) => [entry.name, unpack(bytes, entry)]));
    }
    catch (error) {
        throw asBroken(error);
    }
}
function asBroken(error) {
    const isNumber = error?.name === 'RangeError';
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .KnownError */ .E || !isNumber ? error : broken('it is cut off or damaged');
}
function findDirectory(tail, maxFiles) {
    const end = findEnd(tail);
    const count = tail.readUInt16LE(end + 10);
    if (count > maxFiles)
        throw broken(`it holds ${count} files, more than the ${maxFiles} allowed`);
    return { count, start: tail.readUInt32LE(end + 16), bytes: tail.readUInt32LE(end + 12) };
}
function harmlessEntries(directory, count, limits) {
    const entries = readDirectory(directory, count);
    checkSizes(entries, limits);
    const names = new Set();
    for (const entry of entries) {
        checkEntry(entry);
        if (names.has(entry.name))
            throw broken(`it holds ${JSON.stringify(entry.name)} twice`);
        names.add(entry.name);
    }
    return entries.filter(({ name }) => !name.endsWith('/'));
}
function readDirectory(bytes, count) {
    const entries = [];
    let at = 0;
    for (let index = 0; index < count; index += 1) {
        if (bytes.readUInt32LE(at) !== DIRECTORY)
            throw broken('its directory is damaged');
        const nameLength = bytes.readUInt16LE(at + 28);
        entries.push({
            name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
            encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
            method: bytes.readUInt16LE(at + 10),
            crc: bytes.readUInt32LE(at + 16),
            packed: bytes.readUInt32LE(at + 20),
            size: bytes.readUInt32LE(at + 24),
            type: (bytes.readUInt32LE(at + 38) >>> 16) & 0xf000,
            executable: ((bytes.readUInt32LE(at + 38) >>> 16) & 0o111) !== 0,
            offset: bytes.readUInt32LE(at + 42),
        });
        at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return entries;
}
function findEnd(bytes) {
    const first = Math.max(0, bytes.length - SHORTEST_END - LONGEST_COMMENT);
    for (let at = bytes.length - SHORTEST_END; at >= first; at -= 1) {
        const ends = bytes.readUInt32LE(at) === END && at + SHORTEST_END + bytes.readUInt16LE(at + 20) === bytes.length;
        if (ends)
            return at;
    }
    throw broken('it is no zip archive, or cut off');
}
function checkSizes(entries, { maxBytes }) {
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
    if (size > maxBytes)
        throw broken(`it unpacks to ${size} bytes, more than the ${maxBytes} allowed`);
    if (size > RATIO_FROM && size > packed * HIGHEST_RATIO) {
        throw broken(`it unpacks ${packed} bytes to ${size}, as only an attack does`);
    }
}
function checkEntry({ name, type, encrypted, method }) {
    const shown = JSON.stringify(name);
    const segments = name.replace(/\/$/, '').split('/');
    const leaves = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
    if (leaves || /[\\\0]|^[A-Za-z]:/.test(name))
        throw broken(`the path ${shown} in it leads outside`);
    if (type !== 0 && type !== REGULAR && type !== FOLDER)
        throw broken(`${shown} in it is a link or special file`);
    if (encrypted)
        throw broken(`${shown} in it is encrypted`);
    if (method !== 0 && method !== 8)
        throw broken(`${shown} in it is packed by an unknown method (${method})`);
}
function unpack(bytes, { name, offset, packed, size, method, crc }) {
    if (bytes.readUInt32LE(offset) !== LOCAL)
        throw broken('its directory is damaged');
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packed > bytes.length)
        throw broken('it is cut off');
    const data = bytes.subarray(start, start + packed);
    const contents = method === 0 ? Buffer.from(data) : inflate(data, size);
    if (contents?.length !== size || (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(contents) !== crc) {
        throw broken(`${JSON.stringify(name)} in it is not what its directory says`);
    }
    return contents;
}
function inflate(data, size) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(data, { maxOutputLength: Math.max(size, 1) });
    }
    catch {
        return undefined;
    }
}
function broken(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The archive was not unpacked: ${reason}.`);
}


/***/ }),

/***/ 10962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downloadArtifact: () => (/* binding */ downloadArtifact),
/* harmony export */   findArtifact: () => (/* binding */ findArtifact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);
/* harmony import */ var _files_unzip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6619);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31497);




async function findArtifact(client, repository, { runId, name }, options = {}) {
    const artifacts = await client.list('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), run_id: runId, name }, { ...options, limit: 300, key: 'artifacts' });
    const newest = artifacts.filter((one) => one.name === name).sort((a, b) => b.id - a.id)[0];
    if (!newest)
        return undefined;
    const { id, digest, size_in_bytes: bytes = 0, expired = false } = newest;
    const expiresAt = Date.parse(newest.expires_at ?? '');
    const end = Number.isNaN(expiresAt) ? {} : { expiresAt };
    return { id, name, digest: digest ?? undefined, bytes, expired, ...end };
}
const LIMITS = { maxBytes: 64 * 1024 * 1024, maxFiles: 10_000 };
async function downloadArtifact(client, repository, { id, name, digest }, { limits = LIMITS, ...options } = {}) {
    const archive = await client.download('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), artifact_id: id, archive_format: 'zip' }, { ...options, maxBytes: limits.maxBytes });
    const actual = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(archive).digest('hex')}`;
    if (digest?.startsWith('sha256:') && digest.toLowerCase() !== actual) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The artifact ${JSON.stringify(name)} of ${repository} is damaged or was exchanged: its digest is ${actual}, GitHub says ${digest}. Run the workflow again.`);
    }
    return isZip(archive) ? (0,_files_unzip_js__WEBPACK_IMPORTED_MODULE_2__/* .unzip */ .$1)(archive, limits) : new Map([[name, archive]]);
}
function isZip(bytes) {
    const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
    return magic === 'PK\x03\x04' || magic === 'PK\x05\x06';
}


/***/ })
,

/***/ 19523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   _l: () => (/* binding */ pathInside),
/* harmony export */   hq: () => (/* binding */ namedPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75286);



async function pathInside(tree, path, shownAs = path) {
    const [first, ...others] = typeof tree === 'string' ? [tree] : tree;
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(first);
    const real = await resolved((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path));
    if (isInside(root, real))
        return real;
    for (const other of others)
        if (other && isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(other), real))
            return real;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${JSON.stringify(shownAs)} lies outside the workspace. Only files of the workspace are read and written; ` +
        'give a path inside it, and no link that leads out.');
}
function isInside(root, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
async function resolved(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (error) {
        const { code } = error;
        if (code === 'ELOOP')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${path} is a symbolic link that leads to itself.`);
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            throw error;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if (parent === path)
            return path;
        const folder = await resolved(parent);
        const link = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(path).catch(() => undefined);
        return link === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)) : resolved((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, link));
    }
}
async function namedPath(tree, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(tree, path);
    return isInside(tree, full) ? pathInside(tree, path) : full;
}


/***/ })
,

/***/ 84351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ replaceFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75286);
/* harmony import */ var _path_inside_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19523);





async function replaceFiles(replacements, together) {
    const { within, guarded = [], finish, signal } = together;
    const originals = new Map();
    const staged = [];
    try {
        await stageAll(replacements, staged, within);
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
async function stageAll(replacements, staged, within) {
    const faults = [];
    for (const { path, file, text } of replacements) {
        try {
            const target = await (0,_path_inside_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInside */ ._l)(within, path, file);
            const sibling = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
            staged.push({ file, target, sibling });
            const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(target);
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
