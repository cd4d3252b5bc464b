export const id = 7714;
export const ids = [7714, 5361];
export const modules = {

/***/ 47714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderStore: () => (/* binding */ folderStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75286);
/* harmony import */ var _platform_files_partial_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53607);
/* harmony import */ var _blob_store_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94717);









function folderStore(directory, { signal, shownAs }) {
    const pathOf = (key) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, ...key.split('/'));
    return {
        place: shownAs,
        async put(blob) {
            const target = pathOf((0,_blob_store_js__WEBPACK_IMPORTED_MODULE_8__/* .blobKey */ .b)(blob.sha256));
            const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(target).catch(() => undefined);
            if (there?.size === blob.bytes && (await digestOf(target)) === blob.sha256) {
                const now = new Date();
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.utimes)(target, now, now);
                return 'there';
            }
            await (0,_platform_files_partial_file_js__WEBPACK_IMPORTED_MODULE_7__/* .whole */ .W)(target, (temporary) => copyVerified(blob, temporary, signal));
            return 'stored';
        },
        async get(sha256, sink) {
            const path = pathOf((0,_blob_store_js__WEBPACK_IMPORTED_MODULE_8__/* .blobKey */ .b)(sha256));
            if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined)))
                throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`The artifact is not in ${shownAs} any more, or never was: ${(0,_blob_store_js__WEBPACK_IMPORTED_MODULE_8__/* .blobKey */ .b)(sha256)} is not there. Was it pruned?`);
            await sink.begin();
            for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { signal, highWaterMark: 1024 * 1024 }))
                await sink.write(chunk);
        },
        note: (key, text) => (0,_platform_files_partial_file_js__WEBPACK_IMPORTED_MODULE_7__/* .whole */ .W)(pathOf(key), (temporary) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(temporary, text)),
        async list(folder) {
            const root = pathOf(folder);
            const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(root, { recursive: true, withFileTypes: true }).catch(() => []);
            const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
            return Promise.all(files.map((entry) => stored(directory, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entry.parentPath, entry.name))));
        },
        remove: (key) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(pathOf(key), { force: true }),
    };
}
async function stored(directory, path) {
    const { size, mtimeMs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path);
    return { key: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(directory, path).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join('/'), bytes: size, writtenAt: mtimeMs };
}
async function copyVerified(blob, temporary, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const through = new node_stream__WEBPACK_IMPORTED_MODULE_4__.Transform({
        transform(chunk, _, done) {
            hash.update(chunk);
            done(null, chunk);
        },
    });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(blob.open(), through, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(temporary), { signal });
    if (hash.digest('hex') !== blob.sha256)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo('The file was changed while it was stored. Nothing was stored; store it once nothing writes it.');
}
async function digestOf(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1024 * 1024 }))
        hash.update(chunk);
    return hash.digest('hex');
}


/***/ })
,

/***/ 45361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bucketStore: () => (/* binding */ bucketStore)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/operations/artifacts/blob-store.js
var blob_store = __webpack_require__(94717);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/operations/artifacts/s3-refusal.js


function s3Code({ bytes }) {
    const text = new TextDecoder().decode(bytes.subarray(0, 64 * 1024));
    return { code: s3_refusal_element(text, 'Code'), said: s3_refusal_element(text, 'Message'), region: s3_refusal_element(text, 'Region') };
}
function s3_refusal_element(xml, name) {
    const [, text = ''] = new RegExp(`<${name}>([^<]{0,2000})</${name}>`).exec(xml) ?? [];
    return text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&#34;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
}
const ADVICE = {
    SignatureDoesNotMatch: 'The secret access key is not the one of this access key id; is it complete?',
    InvalidAccessKeyId: 'The server knows no such access key id; is it for this endpoint?',
    XAdminUserNotFound: 'The server knows no such access key id; is it for this endpoint?',
    InvalidClientTokenId: 'The server knows no such access key id; is it for this endpoint?',
    ExpiredToken: 'The session token has expired: take credentials right before this step.',
    InvalidToken: 'The session token does not belong to these credentials.',
    AccessDenied: 'The credentials may not do this: s3:GetObject to fetch, s3:PutObject to store, s3:ListBucket and s3:DeleteObject to prune, on this bucket and prefix.',
    NoSuchBucket: 'There is no such bucket at this endpoint.',
    RequestTimeTooSkewed: "This machine's clock is wrong by more than 15 minutes.",
    BadDigest: 'What arrived is not what was sent, or the file was changed while it was stored. Nothing was stored.',
    XAmzContentSHA256Mismatch: 'What arrived is not what was sent, or the file was changed while it was stored. Nothing was stored.',
    EntityTooLarge: 'The server takes no file of this size in one piece.',
};
function s3Refusal(what, reply) {
    const { status, headers } = reply;
    const { code, said, region } = s3Code(reply);
    const id = headers['x-amz-request-id'];
    const told = `${what}: HTTP ${status}${code ? ` ${code}` : ''}${said ? ` (${(0,wording/* quote */.hD)(said)})` : ''}${id ? `, request ${id.slice(0, 60)}` : ''}.`;
    const elsewhere = headers['x-amz-bucket-region'] ?? region;
    if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed') {
        const where = elsewhere ? ` It is in ${elsewhere.slice(0, 40)}: give region: ${elsewhere.slice(0, 40)}.` : '';
        return new errors/* UserError */.yo(`${told} The bucket is in another region.${where || ' Give its region.'}`);
    }
    const isPassing = status >= 500 ||
        status === 429 ||
        status === 408 ||
        code === 'SlowDown' ||
        code === 'RequestTimeout' ||
        status === 409;
    const advice = ADVICE[code] ?? (status === 403 ? ADVICE.AccessDenied : '');
    return new errors/* KnownError */.E(isPassing ? 'passing' : 'fault', `${told}${advice ? ` ${advice}` : ''}`);
}

// EXTERNAL MODULE: ./build/src/platform/net/deadline.js
var deadline = __webpack_require__(39081);
// EXTERNAL MODULE: ./build/src/platform/net/transport.js + 4 modules
var transport = __webpack_require__(19748);
// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(60667);
;// CONCATENATED MODULE: ./build/src/operations/artifacts/signature.js

const EMPTY_PAYLOAD = (0,external_node_crypto_.createHash)('sha256').update('').digest('hex');
function signed({ method, url, headers, payload, region, at }, { accessKeyId, secretAccessKey, sessionToken }) {
    const time = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
    const all = {
        ...headers,
        host: url.host,
        'x-amz-content-sha256': payload,
        'x-amz-date': time,
        ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
    };
    const names = Object.keys(all).sort();
    const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
    const canonical = [
        method,
        url.pathname,
        queryOf(url),
        ...names.map((name) => `${name}:${all[name]?.trim().replace(/ +/g, ' ')}`),
        '',
        names.join(';'),
        payload,
    ].join('\n');
    const text = ['AWS4-HMAC-SHA256', time, scope, (0,external_node_crypto_.createHash)('sha256').update(canonical).digest('hex')].join('\n');
    const key = scope.split('/').reduce((last, part) => hmac(last, part), `AWS4${secretAccessKey}`);
    const { host: _, ...sent } = all;
    const signature = hmac(key, text).toString('hex');
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
    return { ...sent, authorization };
}
function queryOf(url) {
    const encoded = [...url.searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`);
    return encoded.sort().join('&');
}
function strict(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}

;// CONCATENATED MODULE: ./build/src/operations/artifacts/s3-requests.js






const LARGEST_ANSWER_BYTES = 8 * 1024 * 1024;
const TRIES = 5;
const PAUSE = { firstMs: 500, factor: 3, longestMs: 15_000 };
const LONGEST_PAUSE_MS = 60_000;
async function askBucket(bucket, request) {
    const { clock, signal } = bucket;
    for (let tries = 1;; tries += 1) {
        const outcome = await attempt(bucket, request).catch((error) => {
            const kind = (0,errors/* kindOf */.I)(error);
            if (signal.aborted || tries >= TRIES || (kind !== 'passing' && kind !== 'unclear'))
                throw error;
            return undefined;
        });
        if (outcome) {
            const { status } = outcome;
            if ((status >= 200 && status < 300) || request.accepts?.includes(status))
                return outcome;
            const refusal = s3Refusal(`${request.what} failed at ${bucket.endpoint}`, outcome);
            if (refusal.kind !== 'passing' || tries >= TRIES)
                throw refusal;
        }
        const asked = Number(outcome?.headers['retry-after']) * 1_000;
        const pause = asked > 0 ? Math.min(asked, LONGEST_PAUSE_MS) : (0,backoff/* jitteredBackoffMs */.s)(PAUSE, tries - 1, Math.random);
        await clock.sleep(pause, signal);
    }
}
function attempt(bucket, { method, key, query = {}, headers = {}, blob, sink }) {
    const { endpoint, network, signal, timeoutMs, region, clock, credentials } = bucket;
    const url = new URL(`${endpoint}/${bucket.bucket}${key === undefined ? '' : `/${pathOf(bucket.prefix + key)}`}`);
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    url.search = url.search.replaceAll('+', '%20');
    const signing = { method, url, headers, payload: blob?.sha256 ?? EMPTY_PAYLOAD, region, at: clock.now() };
    const message = {
        url,
        method,
        headers: { 'user-agent': 'release-actions', 'accept-encoding': 'identity', ...signed(signing, credentials) },
        ...(blob && (blob.bytes > 0 ? { upload: blob } : { body: new Uint8Array() })),
    };
    return (0,deadline/* withDeadline */.N)({ timeoutMs, target: url.host, signal }, (deadline) => (0,transport/* createTransport */.o)(network)(message, {
        maxBytes: LARGEST_ANSWER_BYTES,
        timeoutMs,
        signal: deadline.signal,
        ...(sink && { sink }),
    }));
}
function pathOf(key) {
    return key.split('/').map(strict).join('/');
}

;// CONCATENATED MODULE: ./build/src/operations/artifacts/blob-bucket.js






const MOST_PAGES = 200;
function bucketStore(bucket) {
    const place = `s3://${bucket.bucket}/${bucket.prefix}`;
    return {
        place,
        async put(blob) {
            const first = await putBlob(bucket, blob, { 'if-none-match': '*' });
            if (first === 'stored')
                return 'stored';
            if (first === 'unknown-condition') {
                await putBlob(bucket, blob, {});
                return 'stored';
            }
            const age = await verifySame(bucket, blob);
            if (age > blob_store/* REFRESH_AFTER_MS */.Y)
                await putBlob(bucket, blob, {});
            return 'there';
        },
        async get(sha256, sink) {
            const what = 'Fetching the artifact';
            const request = { method: 'GET', key: (0,blob_store/* blobKey */.b)(sha256), sink, accepts: [404], what };
            const reply = await askBucket(bucket, request);
            if (reply.status === 404)
                throw new errors/* UserError */.yo(s3Code(reply).code === 'NoSuchBucket'
                    ? `There is no bucket ${bucket.bucket} at ${bucket.endpoint}.`
                    : `The artifact is not in ${place} any more, or never was: ${(0,blob_store/* blobKey */.b)(sha256)} is not there. Was it pruned?`);
        },
        async note(key, text) {
            const blob = blobOf(text);
            await askBucket(bucket, { method: 'PUT', key, blob, headers: checksum(blob), what: 'Noting the artifact' });
        },
        list: (folder) => listAll(bucket, `${folder}/`),
        async remove(key) {
            await askBucket(bucket, { method: 'DELETE', key, accepts: [404], what: `Deleting ${key}` });
        },
    };
}
async function putBlob(bucket, blob, condition) {
    const reply = await askBucket(bucket, {
        method: 'PUT',
        key: (0,blob_store/* blobKey */.b)(blob.sha256),
        blob,
        headers: { ...checksum(blob), ...condition },
        accepts: 'if-none-match' in condition ? [412, 501, 400] : [],
        what: 'Storing the artifact',
    });
    if (reply.status === 412)
        return 'there';
    if (reply.status < 300)
        return 'stored';
    if (reply.status === 501 || isAboutCondition(reply))
        return 'unknown-condition';
    return 'unknown-condition';
}
function isAboutCondition(reply) {
    return ['InvalidArgument', 'NotImplemented', 'InvalidRequest'].includes(s3Code(reply).code);
}
function checksum({ sha256 }) {
    return { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
}
async function verifySame(bucket, blob) {
    const key = (0,blob_store/* blobKey */.b)(blob.sha256);
    const headers = { 'x-amz-checksum-mode': 'ENABLED' };
    const { headers: found } = await askBucket(bucket, {
        method: 'HEAD',
        key,
        headers,
        what: 'Looking at what is there',
    });
    const other = found['x-amz-checksum-sha256'];
    const isSame = Number(found['content-length']) === blob.bytes &&
        (other === undefined || other === checksum(blob)['x-amz-checksum-sha256']);
    if (!isSame)
        throw new errors/* UserError */.yo(`s3://${bucket.bucket}/${bucket.prefix}${key} is there already and is not what its name says: ${found['content-length']} bytes, expected ${blob.bytes}. Somebody else wrote it: see who can write there, and delete it.`);
    const writtenAt = Date.parse(found['last-modified'] ?? '');
    return Number.isNaN(writtenAt) ? 0 : bucket.clock.now() - writtenAt;
}
async function listAll(bucket, folder) {
    const stored = [];
    let token = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const query = {
            'list-type': '2',
            'encoding-type': 'url',
            prefix: bucket.prefix + folder,
            ...(token && { 'continuation-token': token }),
        };
        const { bytes } = await askBucket(bucket, { method: 'GET', query, what: 'Listing what is there' });
        const xml = new TextDecoder().decode(bytes);
        for (const [, contents = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
            stored.push(storedOf(contents, bucket.prefix));
        }
        token = s3_refusal_element(xml, 'NextContinuationToken');
        if (s3_refusal_element(xml, 'IsTruncated') !== 'true' || token === '')
            return stored;
    }
    throw new errors/* UserError */.yo(`s3://${bucket.bucket}/${bucket.prefix}${folder} has more than ${MOST_PAGES},000 entries: that is no store of artifacts.`);
}
function storedOf(contents, prefix) {
    const key = decodeURIComponent(s3_refusal_element(contents, 'Key').replaceAll('+', '%20'));
    const bytes = Number(s3_refusal_element(contents, 'Size'));
    return { key: key.slice(prefix.length), bytes, writtenAt: Date.parse(s3_refusal_element(contents, 'LastModified')) };
}
function blobOf(text) {
    const bytes = Buffer.from(text);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    return { sha256, bytes: bytes.byteLength, open: () => external_node_stream_.Readable.from([bytes]) };
}


/***/ })

};
