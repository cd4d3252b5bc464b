export const id = 4773;
export const ids = [4773];
export const modules = {

/***/ 54773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ share_artifact)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/operations/artifacts/pointer.js


const ARTIFACT_KINDS = [
    'build-info',
    'deploy-config',
    'health-report',
    'compatibility-report',
    'metrics',
    'test-results',
    'other',
];
const ARTIFACT_NAME = /^[^"':<>|*?\r\n\\/\p{Cc}\p{Cs}]{1,100}$/u;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?:[A-Za-z0-9!_.*'()-]+\/)*$/;
const HOST = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/;
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const LONGEST = 2_000;
function printPointer({ place, name, kind, form, sha256, bytes, expiresAt }) {
    const values = [
        ['name', name],
        ['kind', kind],
        'file' in form ? ['file', form.file] : ['form', 'zip'],
        ['sha256', sha256],
        ['bytes', String(bytes)],
        ...(expiresAt === undefined ? [] : [['expires', new Date(expiresAt).toISOString().replace('.000Z', 'Z')]]),
        ...(place.store === 's3' && place.endpoint !== undefined ? [['endpoint', place.endpoint]] : []),
    ].map(([key = '', value = '']) => `${key}=${encodeURIComponent(value)}`);
    return `${addressOf(place, sha256)}?${values.join('&')}`;
}
function addressOf(place, sha256) {
    switch (place.store) {
        case 's3':
            return `ra1+s3://${place.bucket}/${place.prefix}sha256/${sha256}`;
        case 'file':
            return `ra1+file:///sha256/${sha256}`;
        case 'github':
            return `ra1+github://${place.host}/${place.repository}/artifacts/${place.artifact}`;
    }
}
function parsePointer(text) {
    if (!text.startsWith('ra1+')) {
        const what = /^ra\d+\+/.test(text) ? 'is of another version of release-actions' : 'is no pointer';
        throw new errors/* UserError */.yo(`${(0,wording/* quote */.hD)(text)} ${what}; expected the output pointer of share-artifact, such as ra1+s3://….`);
    }
    if (text.length > LONGEST)
        throw new errors/* UserError */.yo(`The pointer has ${text.length} characters; expected at most ${LONGEST}.`);
    const pointer = read(text);
    if (!pointer || printPointer(pointer) !== text)
        throw new errors/* UserError */.yo(`The pointer ${(0,wording/* quote */.hD)(text)} was changed or cut off; expected what store gave, unchanged.`);
    return pointer;
}
function read(text) {
    const [address = '', query = ''] = text.split('?', 2);
    const values = new Map(query.split('&').map((pair) => [pair.split('=', 1)[0] ?? '', decoded(pair)]));
    const place = placeOf(address, values.get('endpoint'));
    const { name = '', kind, file, sha256 = '', bytes = '', expires } = Object.fromEntries(values);
    const expiresAt = expires === undefined ? undefined : Date.parse(expires);
    const isSound = ARTIFACT_NAME.test(name) &&
        (file === undefined || isFileName(file)) &&
        /^[0-9a-f]{64}$/.test(sha256) &&
        /^\d{1,15}$/.test(bytes) &&
        (expiresAt === undefined || Number.isFinite(expiresAt));
    const known = ARTIFACT_KINDS.find((one) => one === kind);
    if (!place || !isSound || known === undefined)
        return undefined;
    const form = file === undefined ? { zip: true } : { file };
    const end = expiresAt === undefined ? {} : { expiresAt };
    return { place, name, kind: known, form, sha256, bytes: Number(bytes), ...end };
}
function decoded(pair) {
    try {
        return decodeURIComponent(pair.slice(pair.indexOf('=') + 1));
    }
    catch {
        return '';
    }
}
function placeOf(address, endpoint) {
    const [, store, rest = ''] = /^ra1\+(s3|file|github):\/\/(.*)$/.exec(address) ?? [];
    if (store === 'file')
        return { store };
    if (store === 's3') {
        const [, bucket = '', prefix = ''] = /^([^/]+)\/(.*?)sha256\/[0-9a-f]{64}$/.exec(rest) ?? [];
        if (!BUCKET.test(bucket) || !isPrefix(prefix))
            return undefined;
        if (endpoint !== undefined && !HOST.test(endpoint))
            return undefined;
        return { store, bucket, prefix, ...(endpoint !== undefined && { endpoint }) };
    }
    const [, host = '', repository = '', artifact] = /^([^/]+)\/([^/]+\/[^/]+)\/artifacts\/(\d{1,15})$/.exec(rest) ?? [];
    if (store === undefined || !HOST.test(host) || !REPOSITORY.test(repository))
        return undefined;
    return { store: 'github', host, repository, artifact: Number(artifact) };
}
function isPrefix(prefix) {
    return prefix.length <= 500 && PREFIX.test(prefix) && !/(^|\/)\.{1,2}\//.test(prefix);
}
function isBucket(bucket) {
    return BUCKET.test(bucket) && !bucket.includes('..');
}
function isFileName(name) {
    return ARTIFACT_NAME.test(name) && name !== '.' && name !== '..';
}

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/network-inputs.js
var network_inputs = __webpack_require__(82915);
// EXTERNAL MODULE: ./build/src/actions/setup/state-input.js + 2 modules
var state_input = __webpack_require__(50846);
;// CONCATENATED MODULE: ./build/src/actions/setup/artifact-inputs.js








const DAYS = (value) => {
    const [, days] = /^(\d{1,4})d$/.exec(value) ?? [];
    return days === undefined ? (0,inputs/* duration */.p0)(value) : Number(days) * 24 * 3_600_000;
};
const artifactName = (value) => {
    if (!ARTIFACT_NAME.test(value))
        throw new Error('expected at most 100 characters without any of "\':<>|*?\\/');
    return value;
};
const artifactInputs = {
    ...connect_github/* connectionInputs */.eu,
    ...network_inputs/* networkInputs */.y,
    operation: (0,inputs/* required */.mw)((0,inputs/* oneOf */.yL)('store', 'fetch', 'prune')),
    name: (0,inputs/* optional */.lq)(artifactName),
    kind: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)(...ARTIFACT_KINDS), 'other'),
    path: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    store: (0,inputs/* required */.mw)((0,inputs/* oneOf */.yL)('github', 's3', 'file')),
    pointer: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    bucket: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    prefix: (0,inputs/* optional */.lq)(inputs/* text */.Qq, ''),
    region: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    endpoint: (0,inputs/* optional */.lq)(inputs/* url */.OZ),
    'access-key-id': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'secret-access-key': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'session-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    directory: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    repository: (0,inputs/* optional */.lq)(inputs/* repository */.Jk),
    component: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    environment: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    keep: (0,inputs/* optional */.lq)((0,inputs/* wholeNumber */.rD)(0, 1_000), 5),
    'keep-for': (0,inputs/* optional */.lq)(DAYS, 90 * 24 * 3_600_000),
    state: (0,inputs/* optional */.lq)(state_input/* stateInput */.E, { kind: 'branch' }),
    timeout: (0,inputs/* optional */.lq)(inputs/* duration */.p0, 30 * 60_000),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
};
const OWN = {
    s3: ['bucket', 'prefix', 'region', 'endpoint', 'accessKeyId', 'secretAccessKey', 'sessionToken'],
    file: ['directory'],
    github: ['repository'],
};
function verifyArtifactInputs(given) {
    const { operation, store } = given;
    const wanted = {
        store: store === 'github' ? ['name'] : ['name', 'path'],
        fetch: ['pointer', 'path'],
        prune: [],
    };
    const missing = (wanted[operation] ?? []).filter((name) => given[name] === undefined);
    const places = store === 's3' ? ['bucket'] : store === 'file' ? ['directory'] : [];
    const faults = [...missing, ...places.filter((name) => given[name] === undefined)].map((name) => ({
        message: `Input ${kebab(name)} is missing: operation ${operation} with store ${store} needs it.`,
    }));
    const strangers = Object.entries(OWN).flatMap(([other, names]) => (other === store ? [] : names));
    for (const name of strangers.filter((one) => Boolean(given[one])))
        faults.push({
            message: `Input ${kebab(name)} does not belong to store ${store}. Leave it out, or choose another store.`,
        });
    if (operation === 'prune' && store === 'github')
        faults.push({
            message: 'Input store: what is on GitHub ends by itself (retention-days of upload-artifact); prune is for s3 and file.',
        });
    if (given.bucket !== undefined && !isBucket(given.bucket))
        faults.push({ message: `Input bucket: ${JSON.stringify(given.bucket)} is not the name of a bucket.` });
    if (!isPrefix(prefixOf(given)))
        faults.push({
            message: `Input prefix: ${JSON.stringify(given.prefix)} is not valid; expected folders such as team/artifacts.`,
        });
    if (given.endpoint !== undefined && new URL(given.endpoint).pathname !== '/')
        faults.push({
            message: 'Input endpoint: expected the address of the server without a path; the bucket goes into bucket.',
        });
    if (given.endpoint?.startsWith('http:') && !given.allowPrivateNetwork)
        faults.push({
            message: 'Input endpoint: everybody on the way could read what goes over http. Give an https address; http is for a private network, with allow-private-network: true.',
        });
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
}
function kebab(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
function prefixOf({ prefix }) {
    const plain = prefix.replace(/^\/+|\/+$/g, '');
    return plain === '' ? '' : `${plain}/`;
}
function endpointOf({ endpoint }) {
    return endpoint === undefined ? undefined : new URL(endpoint).host;
}
async function openBlobStore(given, runner) {
    const { workspace, signal, env, clock, secrets } = runner;
    if (given.store === 'file') {
        const { folderStore } = await __webpack_require__.e(/* import() */ 7714).then(__webpack_require__.bind(__webpack_require__, 47714));
        const shownAs = `file:${given.directory}`;
        return folderStore((0,external_node_path_.resolve)(workspace, given.directory ?? ''), { signal, shownAs });
    }
    const { bucketStore } = await Promise.all(/* import() */[__webpack_require__.e(9081), __webpack_require__.e(5361)]).then(__webpack_require__.bind(__webpack_require__, 45361));
    const region = given.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1');
    const own = given.accessKeyId !== undefined || given.secretAccessKey !== undefined;
    const accessKeyId = own ? given.accessKeyId : env.AWS_ACCESS_KEY_ID;
    const secretAccessKey = own ? given.secretAccessKey : env.AWS_SECRET_ACCESS_KEY;
    const sessionToken = own ? given.sessionToken : env.AWS_SESSION_TOKEN || undefined;
    if (!accessKeyId || !secretAccessKey)
        throw new errors/* UserError */.yo('Inputs access-key-id and secret-access-key are missing: give both, or run aws-actions/configure-aws-credentials in a step before.');
    secrets.add(secretAccessKey, 'The secret access key');
    if (sessionToken !== undefined)
        secrets.add(sessionToken, 'The session token');
    return bucketStore({
        endpoint: given.endpoint ?? `https://s3.${region}.amazonaws.com`,
        bucket: given.bucket ?? '',
        prefix: prefixOf(given),
        region,
        credentials: { accessKeyId, secretAccessKey, sessionToken },
        network: await (0,network_inputs/* openNetwork */.X)(given, runner),
        clock,
        signal,
        timeoutMs: given.timeout,
    });
}
function serverHost({ env }) {
    return new URL((0,context/* runContext */.pO)(env).serverUrl ?? 'https://github.com').host;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/platform/files/partial-file.js
var partial_file = __webpack_require__(53607);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/src/platform/files/unzip.js
var unzip = __webpack_require__(6619);
;// CONCATENATED MODULE: ./build/src/platform/files/unzip-file.js







const LONGEST_END = 22 + 0xffff;
const LARGEST_DIRECTORY_BYTES = 64 * 1024 * 1024;
const LOCAL = 0x04034b50;
const CHUNK_BYTES = 1024 * 1024;
async function unzipFile(archive, folder, rules) {
    const file = await (0,promises_.open)(archive, 'r');
    try {
        for (const entry of await entriesOf(file, rules))
            await extract(file, entry, { folder, signal: rules.signal });
    }
    catch (error) {
        throw (0,unzip/* asBroken */.Gu)(error);
    }
    finally {
        await file.close();
    }
}
async function entriesOf(file, limits) {
    const { size } = await file.stat();
    const tail = await bytesAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
    const { count, start, bytes } = (0,unzip/* findDirectory */.te)(tail, limits.maxFiles);
    if (bytes > LARGEST_DIRECTORY_BYTES)
        throw (0,unzip/* broken */.mw)('its directory is too large');
    return (0,unzip/* harmlessEntries */.uB)(await bytesAt(file, start, bytes), count, limits);
}
async function extract(file, { name, offset, packed, size, crc, method, executable }, { folder, signal }) {
    const header = await bytesAt(file, offset, 30);
    if (header.readUInt32LE(0) !== LOCAL)
        throw (0,unzip/* broken */.mw)('its directory is damaged');
    const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const target = (0,external_node_path_.join)(folder, ...name.split('/'));
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    const isNot = () => (0,unzip/* broken */.mw)(`${JSON.stringify(name)} in it is not what its directory says`);
    let [found, length] = [0, 0];
    const verified = new external_node_stream_.Transform({
        transform(chunk, _, done) {
            found = (0,external_node_zlib_.crc32)(chunk, found);
            length += chunk.length;
            done(length > size ? isNot() : null, chunk);
        },
    });
    const out = (0,external_node_fs_.createWriteStream)(target, { flags: 'wx', mode: executable ? 0o755 : 0o644 });
    const unpacked = method === 0 ? new external_node_stream_.PassThrough() : (0,external_node_zlib_.createInflateRaw)();
    try {
        await (0,external_node_stream_promises_.pipeline)(pieces(file, start, packed), unpacked, verified, out, { signal });
    }
    catch (error) {
        const code = error.code ?? '';
        throw code.startsWith('Z_') ? isNot() : error;
    }
    if (length !== size || found !== crc)
        throw isNot();
}
async function* pieces(file, start, length) {
    for (let at = 0; at < length; at += CHUNK_BYTES)
        yield await bytesAt(file, start + at, Math.min(CHUNK_BYTES, length - at));
}
async function bytesAt(file, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, position);
    if (bytesRead < length)
        throw (0,unzip/* broken */.mw)('it is cut off');
    return buffer;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/operations/artifacts/verified-file.js



async function receive(path, { name, sha256, bytes }, get) {
    const file = await (0,promises_.open)(path, 'w');
    const sink = new FileSink(file, () => differs(name, `it has more than ${bytes} bytes`), bytes);
    try {
        await get(sink);
    }
    finally {
        await file.close();
    }
    if (sink.size !== bytes)
        throw differs(name, `it has ${sink.size} bytes, expected ${bytes}`);
    const actual = sink.digest();
    if (actual !== sha256)
        throw differs(name, `SHA-256 is ${actual}, expected ${sha256}`);
}
function differs(name, how) {
    return new errors/* UserError */.yo(`The artifact ${name} is not what the pointer says: ${how}. Nothing was unpacked.`);
}
class FileSink {
    #file;
    #tooMuch;
    #most;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    size = 0;
    constructor(file, tooMuch, most) {
        this.#file = file;
        this.#tooMuch = tooMuch;
        this.#most = most;
    }
    async begin() {
        await this.#file.truncate(0);
        this.#hash = (0,external_node_crypto_.createHash)('sha256');
        this.size = 0;
    }
    async write(chunk) {
        if (this.size + chunk.length > this.#most)
            throw this.#tooMuch();
        await this.#file.write(chunk, 0, chunk.length, this.size).catch((error) => {
            throw new errors/* UserError */.yo(`What is fetched cannot be written: ${(0,errors/* messageOf */.bD)(error)}. Is the disk full?`, {
                cause: error,
            });
        });
        this.#hash.update(chunk);
        this.size += chunk.length;
    }
    digest() {
        return this.#hash.digest('hex');
    }
}

;// CONCATENATED MODULE: ./build/src/operations/artifacts/fetch-artifact.js






const MOST_FILES = 65_000;
const LARGEST_FOLDER_BYTES = 64 * 1024 ** 3;
async function fetchArtifact({ pointer, get, path, shownAs, signal }) {
    const { form } = pointer;
    const there = await (0,promises_.stat)(path).catch(() => undefined);
    if ('file' in form) {
        const target = there?.isDirectory() ? (0,external_node_path_.join)(path, form.file) : path;
        await (0,partial_file/* whole */.W)(target, (partial) => receive(partial, pointer, get));
        return target;
    }
    if (there && !(there.isDirectory() && (await (0,promises_.readdir)(path)).length === 0))
        throw new errors/* UserError */.yo(`Input path: ${shownAs} is there already and not an empty folder. Give another, or empty it before.`);
    await (0,partial_file/* whole */.W)(path, async (partial) => {
        await (0,promises_.mkdir)(partial);
        const archive = (0,external_node_path_.join)(partial, '.archive');
        await receive(archive, pointer, get);
        const folder = (0,external_node_path_.join)(partial, 'files');
        await unpack(archive, folder, { name: pointer.name, signal });
        await (0,promises_.rm)(archive, { force: true });
        if (there)
            await (0,promises_.rm)(path, { recursive: true });
        await lift(folder, partial);
    });
    return path;
}
async function unpack(archive, folder, { name, signal }) {
    await (0,promises_.mkdir)(folder);
    if (await isZip(archive))
        return unzipFile(archive, folder, { maxBytes: LARGEST_FOLDER_BYTES, maxFiles: MOST_FILES, signal });
    await (0,promises_.rename)(archive, (0,external_node_path_.join)(folder, name));
}
async function isZip(path) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
        return ['PK\x03\x04', 'PK\x05\x06'].includes(buffer.toString('latin1'));
    }
    finally {
        await file.close();
    }
}
async function lift(from, to) {
    for (const name of await (0,promises_.readdir)(from))
        await (0,promises_.rename)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
    await (0,promises_.rm)(from, { recursive: true });
}

;// CONCATENATED MODULE: ./build/src/operations/artifacts/index-entry.js
const NONE = '-';
function entryKey({ component = NONE, environment = NONE, name, sha256 }) {
    return [
        'index',
        encodeURIComponent(component),
        encodeURIComponent(environment),
        encodeURIComponent(name),
        sha256,
    ].join('/');
}
function indexedOf({ key, writtenAt }) {
    const [index, component = '', environment = '', name = '', sha256 = '', ...more] = key.split('/');
    if (index !== 'index' || more.length > 0 || !/^[0-9a-f]{64}$/.test(sha256))
        return undefined;
    try {
        const [of, within, called] = [component, environment, name].map(decodeURIComponent);
        const given = (text) => (text === NONE ? undefined : text);
        return { key, storedAt: writtenAt, component: given(of), environment: given(within), name: called ?? '', sha256 };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/platform/files/zip-folder.js







const zip_folder_MOST_FILES = 65_000;
const LARGEST_BYTES = 4 * 1024 ** 3 - 64 * 1024 * 1024;
const UTF8 = 0x0800;
const DEFLATED = 8;
const DATE = 0x0021;
async function zipFolder(folder, target, signal) {
    const paths = await filesIn(folder);
    const file = await (0,promises_.open)(target, 'w');
    try {
        const entries = [];
        let at = 0;
        for (const path of paths) {
            const entry = await addFile(file, at, { folder, path, signal });
            at = entry.offset + 30 + entry.name.length + entry.packed;
            if (at > LARGEST_BYTES)
                throw new errors/* UserError */.yo('The folder is larger than 4 GB, packed: store its files one by one.');
            entries.push(entry);
        }
        const directory = Buffer.concat(entries.map(directoryEntry));
        await file.write(directory, 0, directory.length, at);
        const end = endRecord(entries.length, directory.length, at);
        await file.write(end, 0, end.length, at + directory.length);
    }
    finally {
        await file.close();
    }
}
async function filesIn(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const paths = [];
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/');
        if (entry.isFile())
            paths.push(path);
        else if (!entry.isDirectory())
            throw new errors/* UserError */.yo(`${path} in the folder is a link or special file; only files are stored. Leave it out, or copy what it leads to.`);
    }
    if (paths.length === 0)
        throw new errors/* UserError */.yo('The folder has no files.');
    if (paths.length > zip_folder_MOST_FILES)
        throw new errors/* UserError */.yo(`The folder has ${paths.length} files; expected at most ${zip_folder_MOST_FILES}. Pack it before, and store the archive.`);
    return paths.sort((a, b) => (a < b ? -1 : 1));
}
async function addFile(file, offset, { folder, path, signal }) {
    const source = (0,external_node_path_.join)(folder, path);
    const { mode } = await (0,promises_.lstat)(source);
    const name = Buffer.from(path);
    let [crc, size, packed] = [0, 0, 0];
    const measured = new external_node_stream_.Transform({
        transform(chunk, _, done) {
            crc = (0,external_node_zlib_.crc32)(chunk, crc);
            size += chunk.length;
            done(null, chunk);
        },
    });
    const start = offset + 30 + name.length;
    const written = async (chunks) => {
        for await (const chunk of chunks) {
            await file.write(chunk, 0, chunk.length, start + packed);
            packed += chunk.length;
        }
    };
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(source), measured, (0,external_node_zlib_.createDeflateRaw)(), written, { signal });
    if (size > LARGEST_BYTES)
        throw new errors/* UserError */.yo(`${path} is larger than 4 GB: store it by itself.`);
    const entry = { name, mode: mode & 0o111 ? 0o100755 : 0o100644, crc, packed, size, offset };
    const header = localHeader(entry);
    await file.write(header, 0, header.length, offset);
    return entry;
}
function localHeader({ name, crc, packed, size }) {
    const header = Buffer.alloc(30 + name.length);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(UTF8, 6);
    header.writeUInt16LE(DEFLATED, 8);
    header.writeUInt16LE(DATE, 12);
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(packed, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(name.length, 26);
    name.copy(header, 30);
    return header;
}
function directoryEntry({ name, mode, crc, packed, size, offset }) {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE((3 << 8) | 20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(UTF8, 8);
    entry.writeUInt16LE(DEFLATED, 10);
    entry.writeUInt16LE(DATE, 14);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(packed, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    name.copy(entry, 46);
    return entry;
}
function endRecord(count, size, offset) {
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(offset, 16);
    return end;
}

;// CONCATENATED MODULE: ./build/src/operations/artifacts/local-blob.js







const local_blob_CHUNK_BYTES = 1024 * 1024;
async function openLocal(path, { shownAs, temporary, signal, }) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (!found)
        throw new errors/* UserError */.yo(`Input path: ${shownAs} does not exist. Expected a file or a folder.`);
    if (found.isFile()) {
        const file = (0,external_node_path_.basename)(path);
        if (!isFileName(file))
            throw new errors/* UserError */.yo(`Input path: the name of ${shownAs} cannot be stored; give it a plainer one.`);
        return { blob: await blobOf(path, signal), form: { file }, close: async () => { } };
    }
    if (!found.isDirectory())
        throw new errors/* UserError */.yo(`Input path: ${shownAs} is neither a file nor a folder.`);
    const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, 'share-artifact-'));
    const close = () => (0,promises_.rm)(home, { recursive: true, force: true });
    try {
        const archive = (0,external_node_path_.join)(home, 'folder.zip');
        await zipFolder(path, archive, signal);
        return { blob: await blobOf(archive, signal), form: { zip: true }, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
async function blobOf(path, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { signal, highWaterMark: local_blob_CHUNK_BYTES })) {
        hash.update(chunk);
        bytes += chunk.length;
    }
    const open = () => (0,external_node_fs_.createReadStream)(path, { highWaterMark: local_blob_CHUNK_BYTES, ...(bytes > 0 && { end: bytes - 1 }) });
    return { sha256: hash.digest('hex'), bytes, open };
}

// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./build/src/operations/artifacts/blob-store.js
var blob_store = __webpack_require__(94717);
;// CONCATENATED MODULE: ./build/src/operations/artifacts/prune.js



const PARALLEL = 4;
async function prune(store, rules, dryRun) {
    const blobs = await store.list('sha256');
    const indexed = (await store.list('index')).flatMap((stored) => indexedOf(stored) ?? []);
    const old = outdated(indexed, rules);
    const named = new Set(indexed.filter((entry) => !old.has(entry)).map(({ sha256 }) => sha256));
    const isOurs = rules.component === undefined && rules.environment === undefined;
    const pruned = new Set([...old].map(({ sha256 }) => sha256));
    const gone = blobs.filter((blob) => {
        const sha256 = blob.key.slice((0,blob_store/* blobKey */.b)('').length);
        const isMeant = pruned.has(sha256) || (isOurs && !named.has(sha256));
        return /^[0-9a-f]{64}$/.test(sha256) && isMeant && !named.has(sha256) && !isNeeded(sha256, blob, rules);
    });
    const removed = [...gone, ...[...old].map(({ key }) => ({ key, bytes: 0 }))];
    if (!dryRun) {
        await (0,pool/* mapPooled */.Q)(gone, PARALLEL, ({ key }) => store.remove(key));
        await (0,pool/* mapPooled */.Q)([...old], PARALLEL, ({ key }) => store.remove(key));
    }
    return {
        removed: removed.map(({ key }) => key),
        bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0),
        kept: blobs.length - gone.length,
    };
}
function isNeeded(sha256, { writtenAt }, { needed, now, keepForMs }) {
    return needed.has(sha256) || !(now - writtenAt > keepForMs);
}
function outdated(indexed, rules) {
    const { component, environment, keep, keepForMs, needed, now } = rules;
    const groups = new Map();
    for (const one of indexed) {
        const group = JSON.stringify([one.component, one.environment, one.name]);
        groups.set(group, [...(groups.get(group) ?? []), one]);
    }
    const old = [...groups.values()].flatMap((group) => [...group]
        .sort((a, b) => b.storedAt - a.storedAt)
        .slice(keep)
        .filter(({ storedAt, sha256 }) => now - storedAt > keepForMs && !needed.has(sha256)));
    const isMeant = (one) => (component === undefined || one.component === component) &&
        (environment === undefined || one.environment === environment);
    return new Set(old.filter(isMeant));
}
function digestsNamed(good) {
    const versions = Object.values(good)
        .flatMap((components) => Object.values(components))
        .flatMap(({ before = [], ...current }) => [current, ...before]);
    const texts = versions.flatMap(({ outputs = {} }) => Object.values(outputs).map(String));
    const pointers = texts.flatMap((text) => [...text.matchAll(/ra1\+[^\s"]*?[?&]sha256=([0-9a-f]{64})/g)]);
    return new Set(pointers.flatMap(([, sha256]) => sha256 ?? []));
}

// EXTERNAL MODULE: ./build/src/platform/github/artifacts.js
var artifacts = __webpack_require__(10962);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/operations/artifacts/run-artifact.js



const LARGEST_ANSWER_BYTES = 1024 * 1024;
async function pointToUpload(client, { host, repository, runId, name, kind }, signal) {
    const artifact = await (0,artifacts.findArtifact)(client, repository, { runId, name }, { signal });
    if (!artifact || artifact.expired) {
        const what = artifact ? `The artifact ${name} of this run has expired.` : `This run has no artifact ${name}.`;
        throw new errors/* UserError */.yo(`${what} Upload it in a step before, with actions/upload-artifact and the same name.`);
    }
    const [, sha256] = /^sha256:([0-9a-f]{64})$/i.exec(artifact.digest ?? '') ?? [];
    if (sha256 === undefined)
        throw new errors/* UserError */.yo(`GitHub says no digest of the artifact ${name}, so nobody could verify it: use upload-artifact v4 or later, and GHES 3.19 or later; or another store.`);
    return {
        place: { store: 'github', host, repository, artifact: artifact.id },
        name,
        kind,
        form: { zip: true },
        sha256: sha256.toLowerCase(),
        bytes: artifact.bytes,
        ...(artifact.expiresAt !== undefined && { expiresAt: artifact.expiresAt }),
    };
}
async function downloadUpload(client, { place, name, expiresAt }, { sink, timeoutMs, signal }) {
    const ended = `The artifact ${name} of ${place.repository} has expired or was deleted`;
    const when = expiresAt === undefined ? '' : ` (it was kept until ${new Date(expiresAt).toISOString()})`;
    await client.download('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', { ...(0,repository_name/* ownerAndRepo */.H)(place.repository), artifact_id: place.artifact, archive_format: 'zip' }, {
        sink,
        maxBytes: LARGEST_ANSWER_BYTES,
        timeoutMs,
        signal,
        explain: {
            410: `${ended}${when}. GitHub keeps artifacts for at most 90 days: run the workflow again, or use the store s3 for what is needed longer.`,
            404: `${ended}, or the token may not read it: it needs Actions: read on ${place.repository}.`,
        },
    });
}

// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/setup/artifact-operations.js













async function storeArtifact(given, runner) {
    const { name = '', kind, path = '' } = given;
    const { workspace, env, signal } = runner;
    if (given.store === 'github') {
        const { client, repository } = (0,own_repository/* connectHome */.UW)(given, runner);
        const runId = Number((0,context/* runContext */.pO)(env).runId);
        const pointer = await pointToUpload(client, { host: serverHost(runner), repository, runId, name, kind }, signal);
        return { pointer, said: `${name} is in run ${runId} of ${repository}` };
    }
    const store = await openBlobStore(given, runner);
    const temporary = env.RUNNER_TEMP || workspace;
    const local = await openLocal((0,external_node_path_.resolve)(workspace, path), { shownAs: path, temporary, signal });
    try {
        const { blob, form } = local;
        const { sha256, bytes } = blob;
        const pointer = { place: artifact_operations_placeOf(given), name, kind, form, sha256, bytes };
        if (given.dryRun)
            return { pointer, said: `Dry run: ${name} would be stored in ${store.place}. Nothing was written` };
        const outcome = await store.put(blob);
        const { component, environment } = given;
        await store.note(entryKey({ component, environment, name, sha256 }), printPointer(pointer));
        const said = outcome === 'stored' ? 'is stored in' : 'is stored already, the very same, in';
        return { pointer, said: `${name} ${said} ${store.place}` };
    }
    finally {
        await local.close();
    }
}
function artifact_operations_placeOf(given) {
    if (given.store === 'file')
        return { store: 'file' };
    const endpoint = endpointOf(given);
    const bucket = { store: 's3', bucket: given.bucket ?? '', prefix: prefixOf(given) };
    return { ...bucket, ...(endpoint !== undefined && { endpoint }) };
}
async function fetchPointed(given, runner) {
    const pointer = parsePointer(given.pointer ?? '');
    verifyPlace(pointer.place, given, runner);
    const { path = '', dryRun } = given;
    if (dryRun)
        return { pointer, said: `Dry run: ${pointer.name} would be fetched. Nothing was written` };
    const get = await source(pointer, given, runner);
    const { workspace, signal } = runner;
    const target = await fetchArtifact({ pointer, get, path: (0,external_node_path_.resolve)(workspace, path), shownAs: path, signal });
    return { pointer, path: target, said: `${pointer.name} is what the pointer says` };
}
async function source(pointer, given, runner) {
    const { place, sha256 } = pointer;
    if (place.store === 'github') {
        const client = (0,connect_github.connectTo)(place.repository, given, runner);
        const limits = { timeoutMs: given.timeout, signal: runner.signal };
        return (sink) => downloadUpload(client, { ...pointer, place }, { sink, ...limits });
    }
    const store = await openBlobStore(given, runner);
    return (sink) => store.get(sha256, sink);
}
function verifyPlace(place, given, runner) {
    const only = (what, named, mayRead) => {
        if (named !== mayRead)
            throw new errors/* UserError */.yo(`The pointer names the ${what} ${named}; this step may read ${mayRead} only.`);
    };
    only('store', place.store, given.store);
    if (place.store === 's3') {
        only('bucket', place.bucket, given.bucket ?? '');
        only('prefix', `/${place.prefix}`, `/${prefixOf(given)}`);
        only('endpoint', place.endpoint ?? 'of AWS', endpointOf(given) ?? 'of AWS');
    }
    if (place.store === 'github') {
        only('server', place.host, serverHost(runner));
        only('repository', place.repository, given.repository ?? (0,context/* ownRepository */.d5)(runner.env));
    }
}
async function pruneArtifacts(given, runner) {
    const store = await openBlobStore(given, runner);
    const trains = (0,state_input/* openStore */.C)(given.state, () => (0,own_repository/* connectHome */.UW)(given, runner).client, runner);
    const needed = digestsNamed(await trains.lastGood());
    const { component, environment, keep, keepFor: keepForMs, dryRun } = given;
    const now = runner.clock.now();
    return prune(store, { component, environment, keep, keepForMs, needed, now }, dryRun);
}

;// CONCATENATED MODULE: ./build/src/actions/share-artifact.js






/* harmony default export */ const share_artifact = ((0,action/* defineAction */.Q)({
    inputs: artifactInputs,
    async run(given, runner) {
        verifyArtifactInputs(given);
        if (given.operation === 'prune')
            return tellPruned(await pruneArtifacts(given, runner), given, runner);
        const shared = await (given.operation === 'store' ? storeArtifact : fetchPointed)(given, runner);
        await tellShared(shared, runner);
    },
}));
async function tellShared({ pointer, path, said }, { log, outputs, workspace }) {
    const { name, kind, sha256, bytes, expiresAt } = pointer;
    const text = printPointer(pointer);
    const expires = expiresAt === undefined ? undefined : new Date(expiresAt).toISOString();
    log.info(`${said}: ${bytes} bytes, sha256:${sha256}.`);
    await outputs.set('pointer', text);
    await outputs.set('digest', `sha256:${sha256}`);
    await outputs.set('bytes', bytes);
    await outputs.set('expires-at', expires);
    await outputs.set('path', path && (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/'));
    const row = [(0,markdown/* code */.aY)(name), kind, `${bytes}`, (0,markdown/* code */.aY)(`sha256:${sha256}`), expires ?? '', (0,markdown/* code */.aY)(text)];
    await outputs.summarise((0,markdown/* table */.tp)(['Artifact', 'Kind', 'Bytes', 'Digest', 'Kept until', 'Pointer'], [row]));
}
async function tellPruned({ removed, bytes, kept }, { dryRun }, { log, outputs }) {
    for (const key of removed)
        log.info(`${dryRun ? 'would remove' : 'removed'} ${key}`);
    const said = dryRun ? 'Dry run: nothing was removed. It would be' : 'Removed:';
    log.info(`${said} ${removed.length} keys, ${bytes} bytes; ${kept} artifacts stay.`);
    await outputs.set('removed', removed);
    await outputs.set('bytes', bytes);
}


/***/ }),

/***/ 94717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ REFRESH_AFTER_MS),
/* harmony export */   b: () => (/* binding */ blobKey)
/* harmony export */ });
function blobKey(sha256) {
    return `sha256/${sha256}`;
}
const REFRESH_AFTER_MS = 24 * 3_600_000;


/***/ }),

/***/ 53607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ whole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const SUFFIX = '.part';
const ABANDONED_AFTER_MS = 24 * 3_600_000;
async function whole(target, make) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const start = `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(target).slice(0, 80)}.`;
    await removeLeftOvers(folder, start);
    const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${start}${process.pid}@${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)().slice(0, 60)}${SUFFIX}`);
    try {
        const made = await make(partial);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(partial, target);
        return made;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partial, { recursive: true, force: true });
    }
}
async function removeLeftOvers(folder, start) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder);
    for (const name of names.filter((one) => one.startsWith(start) && one.endsWith(SUFFIX))) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const [pid, host] = name.slice(start.length, -SUFFIX.length).split('@', 2);
        const isDead = host === (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)().slice(0, 60) && !isAlive(Number(pid));
        const { mtimeMs = Date.now() } = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined)) ?? {};
        if (isDead || Date.now() - mtimeMs > ABANDONED_AFTER_MS)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    }
}
function isAlive(pid) {
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}


/***/ })

};
