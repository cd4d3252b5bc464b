export const id = 4216;
export const ids = [4216, 4331, 1660];
export const modules = {

/***/ 15208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ compareIntegrity),
/* harmony export */   MO: () => (/* binding */ formatDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
function compareIntegrity(expected, served) {
    const wanted = expected.split(/\s+/).map(parseDigest);
    const found = served.map(parseDigest).filter((one) => one !== undefined);
    const comparable = found.filter(({ algorithm }) => wanted.some((one) => one?.algorithm === algorithm));
    if (comparable.length === 0) {
        const offered = found.length === 0 ? 'no digest that could be read' : found.map(({ algorithm }) => algorithm).join(' and ');
        return `it is served, but its bytes could not be compared: planned was ${expected}, the registry offers ${offered}`;
    }
    const same = comparable.some((one) => wanted.some((other) => other?.algorithm === one.algorithm && other.hex === one.hex));
    if (same)
        return undefined;
    const shown = comparable.map((one) => (expected.includes(':') ? `${one.algorithm}:${one.hex}` : formatDigest(one)));
    return `it is served with other bytes: planned was ${expected}, served is ${shown.join(' ')}`;
}
function formatDigest({ algorithm, hex }) {
    return `${algorithm}-${Buffer.from(hex, 'hex').toString('base64')}`;
}
const LENGTHS = { sha1: 40, sha256: 64, sha384: 96, sha512: 128 };
function parseDigest(text) {
    const match = /^(sha1|sha256|sha384|sha512)([-:=])([0-9A-Za-z+/=]+)$/.exec(text);
    const [, algorithm = '', separator, value = ''] = match ?? [];
    const hex = separator === '-' ? Buffer.from(value, 'base64').toString('hex') : value.toLowerCase();
    return hex.length === LENGTHS[algorithm] && /^[0-9a-f]+$/.test(hex) ? { algorithm, hex } : undefined;
}


/***/ }),

/***/ 84216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ cliRegistry)
});

// EXTERNAL MODULE: ./build/src/platform/time/pool.js
var pool = __webpack_require__(94301);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(60667);
// EXTERNAL MODULE: ./build/src/platform/time/clock.js
var clock = __webpack_require__(73413);
// EXTERNAL MODULE: ./build/src/packages/registries/integrity.js
var registries_integrity = __webpack_require__(15208);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(16052);
// EXTERNAL MODULE: ./build/src/platform/text/trim-end.js
var trim_end = __webpack_require__(285);
;// CONCATENATED MODULE: ./build/src/packages/registries/npm-credentials.js
function credentialsFor(url, setting) {
    let missing;
    const read = (key) => {
        const found = setting(key);
        if (found && 'missing' in found)
            missing ??= found.missing;
        return found && 'value' in found ? found.value : '';
    };
    const places = placesOf(url);
    const authorization = places.map((place) => authorizationAt(place, read)).find((one) => one !== '');
    const certificate = places
        .map((place) => ({ certfile: read(`${place}:certfile`), keyfile: read(`${place}:keyfile`) }))
        .find(({ certfile, keyfile }) => certfile !== '' && keyfile !== '');
    return {
        ...(authorization === undefined ? missing !== undefined && { missing } : { authorization }),
        ...(certificate && { certificate }),
    };
}
function placesOf({ host, pathname }) {
    const places = [];
    for (let place = `//${host}${pathname}`; place.length > 2; place = place.replace(/([^/]+|\/)$/, ''))
        places.push(place);
    return places;
}
function authorizationAt(place, read) {
    const token = read(`${place}:_authToken`);
    if (token !== '')
        return `Bearer ${token}`;
    const basic = read(`${place}:_auth`) || ofUser(read(`${place}:username`), read(`${place}:_password`));
    return basic === '' ? '' : `Basic ${basic}`;
}
function ofUser(username, password) {
    if (username === '' || password === '')
        return '';
    return Buffer.from(`${username}:${Buffer.from(password, 'base64').toString('utf8')}`).toString('base64');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/src/platform/process/find-command.js
var find_command = __webpack_require__(16168);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
;// CONCATENATED MODULE: ./build/src/packages/registries/run-apart.js




const PATHS = /^(npm_config_(userconfig|globalconfig|cafile)|pip_(config_file|cert|client_cert)|requests_ca_bundle)$/i;
async function runApart(command, args, { cwd, ...options }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'release-actions-client-'));
    const env = Object.entries(options.env).map(([name, value]) => [
        name,
        value && PATHS.test(name) ? (0,external_node_path_.resolve)(cwd, value) : value,
    ]);
    try {
        return await (0,run_client/* runClient */.bx)(command, args, { ...options, cwd: folder, env: Object.fromEntries(env) });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/src/packages/registries/npm-settings.js








async function readNpmSettings(options) {
    const said = await whatNpmSays(options);
    const text = (key) => (typeof said[key] === 'string' && said[key] !== '' ? said[key] : undefined);
    const proxy = text('https-proxy') ?? text('proxy');
    const exempt = joined(said.noproxy, ',');
    return {
        text,
        proxies: {
            ...(proxy !== undefined && { https_proxy: proxy, http_proxy: proxy }),
            ...(exempt !== undefined && { no_proxy: exempt }),
        },
        authorities: joined(said.ca, '\n') ?? (await authoritiesIn(text('cafile'), options)),
        unverified: said['strict-ssl'] === false,
    };
}
async function whatNpmSays(options) {
    const result = await runApart('npm', ['config', 'list', '--json'], options).catch((error) => {
        if (!(error instanceof find_command/* CommandMissing */.Q))
            throw error;
        throw new errors/* UserError */.yo('npm is not installed here. Add a step with actions/setup-node before this one.');
    });
    try {
        const said = JSON.parse(result.stdout);
        if ((0,records/* isRecord */.u)(said))
            return said;
    }
    catch {
    }
    const ending = result.exitCode === null ? 'it did not end in time' : (0,run_client/* lastWords */.aN)(result.stderr || result.stdout);
    throw new errors/* UserError */.yo(`npm could not say how it is configured: npm config list: ${ending}`);
}
function joined(value, separator) {
    const text = Array.isArray(value) ? value.join(separator) : value;
    return typeof text === 'string' && text !== '' ? text : undefined;
}
async function authoritiesIn(cafile, { cwd, env }) {
    if (cafile === undefined)
        return undefined;
    const path = (0,external_node_path_.resolve)(cwd, cafile.replace(/^~(?=[\\/])/, env.HOME || (0,external_node_os_.homedir)()));
    return (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
}

// EXTERNAL MODULE: ./node_modules/ini/lib/ini.js
var ini = __webpack_require__(15756);
;// CONCATENATED MODULE: ./build/src/packages/registries/npmrc.js

const VARIABLE = /(?<!\\)(\\*)\$\{([^${}?]+)(\?)?\}/g;
function parseNpmrc(text, env) {
    const settings = new Map();
    const unset = new Map();
    for (const [writtenKey, written] of Object.entries((0,ini.parse)(text.replace(/^\uFEFF/, '')))) {
        const value = Array.isArray(written) ? written.join('\n') : written;
        if (value === null || typeof value === 'object')
            continue;
        const key = fillIn(writtenKey, env).text;
        const { text: filled, missing } = fillIn(String(value).trim(), env);
        settings.set(key, unquoted(filled));
        if (missing !== undefined)
            unset.set(key, missing);
    }
    return { settings, unset };
}
function npmrcOfEnvironment(env) {
    const settings = new Map();
    for (const [name, value] of Object.entries(env)) {
        const key = /^npm_config_(.+)$/is.exec(name)?.[1];
        if (key === undefined || value === undefined || value === '')
            continue;
        settings.set(key.startsWith('//') ? key : key.replace(/(?!^)_/g, '-').toLowerCase(), value);
    }
    return { settings, unset: new Map() };
}
function fillIn(text, env) {
    let missing;
    const filled = text.replace(VARIABLE, (whole, slashes, name, optional) => {
        if (slashes.length % 2 === 1)
            return whole.slice((slashes.length + 1) / 2);
        const value = env[name];
        if (value === undefined && optional === undefined)
            missing ??= name;
        return slashes.slice(slashes.length / 2) + (value ?? (optional === undefined ? `\${${name}}` : ''));
    });
    return { text: filled, ...(missing !== undefined && { missing }) };
}
function unquoted(text) {
    return /^(["']).*\1$/s.exec(text) && text.length > 1 ? text.slice(1, -1) : text;
}

;// CONCATENATED MODULE: ./build/src/packages/registries/npm-configuration.js








async function readNpmConfiguration(options) {
    const { cwd, registryUrl, signal, withheld = [] } = options;
    const env = (0,run_client/* clientEnvironment */.B5)(options.env);
    const npm = await readNpmSettings({ cwd, env, ...(signal && { signal }) });
    const [user, global] = await Promise.all(['userconfig', 'globalconfig'].map((key) => fileOf(npm.text(key), env)));
    const lent = Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.includes(name)));
    const checkout = onlyRegistries(await fileOf((0,external_node_path_.join)(cwd, '.npmrc'), lent));
    const ofEnvironment = npmrcOfEnvironment(env);
    const setting = (key) => ofEnvironment.settings.get(key) ?? checkout.settings.get(key) ?? npm.text(key);
    const layers = [ofEnvironment, checkout, user ?? NOTHING, global ?? NOTHING];
    const secret = (key) => {
        const layer = layers.find(({ settings }) => settings.has(key));
        const missing = layer?.unset.get(key);
        if (missing !== undefined)
            return { missing };
        const value = layer?.settings.get(key);
        return value === undefined ? undefined : { value };
    };
    return {
        registryOf({ name, registry }) {
            const scope = /^(@[^/]+)\//.exec(name)?.[1];
            const ofScope = scope === undefined ? undefined : setting(`${scope}:registry`);
            const url = registryUrl ?? registry ?? ofScope ?? setting('registry') ?? '';
            return registryFrom(url, name);
        },
        credentialsFor: (url) => credentialsFor(url, secret),
        proxies: { ...env, ...npm.proxies },
        authorities: npm.authorities,
        wantsUnverified: npm.unverified,
    };
}
const NOTHING = { settings: new Map(), unset: new Map() };
async function fileOf(path, env) {
    if (path === undefined)
        return NOTHING;
    try {
        return parseNpmrc(await (0,promises_.readFile)(path, 'utf8'), env);
    }
    catch (error) {
        if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(error.code ?? ''))
            return NOTHING;
        throw new errors/* UserError */.yo(`npm's configuration in ${path} could not be read: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
}
const OF_REGISTRIES = /^(registry|@[^:/]+:registry|\/\/.+:(_authToken|_auth|username|_password))$/;
function onlyRegistries({ settings, unset }) {
    return { settings: new Map([...settings].filter(([key]) => OF_REGISTRIES.test(key))), unset };
}
function registryFrom(url, name) {
    const text = (0,trim_end/* trimEnd */.s)(url.trim(), '/');
    const parsed = URL.canParse(text) ? new URL(text) : undefined;
    if (parsed && ['http:', 'https:'].includes(parsed.protocol))
        return text;
    throw new errors/* UserError */.yo(`npm's configuration names ${JSON.stringify(url.replace(/\/\/[^/@\s]+@/, '//***@'))} as the registry of ${name}, which is not an http or https URL. Correct it in .npmrc.`);
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
// EXTERNAL MODULE: ./build/src/platform/net/safe-request.js + 2 modules
var safe_request = __webpack_require__(56541);
// EXTERNAL MODULE: ./build/src/platform/net/network.js + 2 modules
var network = __webpack_require__(55386);
;// CONCATENATED MODULE: ./build/src/packages/registries/npm-networks.js



function npmNetworks(configuration) {
    const made = new Map();
    return (shown) => {
        const key = `${shown?.certfile}\n${shown?.keyfile}`;
        const network = made.get(key) ?? networkFor(configuration, shown);
        made.set(key, network);
        return network;
    };
}
async function networkFor({ proxies, authorities }, shown) {
    const identity = shown && { cert: await npm_networks_fileOf(shown.certfile), key: await npm_networks_fileOf(shown.keyfile) };
    try {
        return (0,network/* createNetwork */.VS)({
            trusted: true,
            authorityHint: 'name its authority by cafile in the .npmrc of the user',
            env: proxies,
            ...(authorities !== undefined && { ca: authorities }),
            ...(identity && { identity }),
        });
    }
    catch (error) {
        throw new errors/* UserError */.yo("npm's configuration names an authority (ca or cafile) that is not a PEM certificate.", {
            cause: error,
        });
    }
}
async function npm_networks_fileOf(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new errors/* UserError */.yo(`npm's configuration names ${path} for a client certificate (certfile, keyfile), which could not be read: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
}

;// CONCATENATED MODULE: ./build/src/packages/registries/npm-refusal.js
function refusalOf({ status, headers, text }, host, given) {
    if ([200, 304, 404].includes(status))
        return undefined;
    const said = reasonIn(text, given.authorization);
    const answered = `${host} answered ${status}${said && ` (${said})`}`;
    if (status === 401 || status === 403) {
        const why = given.authorization === undefined ? 'a request without credentials' : 'the credentials given';
        const hint = given.missing === undefined ? '' : `; .npmrc takes them from \${${given.missing}}, which is not set here`;
        return { state: 'unauthorized', detail: `${answered} to ${why}${hint}` };
    }
    const wait = headers['retry-after'] === undefined ? '' : `, retry-after ${headers['retry-after'].slice(0, 40)}`;
    return { state: 'unreachable', detail: answered + wait };
}
function askedToWaitMs({ status, headers }, now) {
    const value = headers['retry-after'];
    if (value === undefined || ![429, 503].includes(status))
        return 0;
    const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
    return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), 3_600_000);
}
const LONGEST_REASON = 200;
function reasonIn(text, authorization = '') {
    const secret = authorization.replace(/^\w+ /, '');
    const decoded = Buffer.from(secret, 'base64').toString('utf8');
    const secrets = [secret, decoded, decoded.slice(decoded.indexOf(':') + 1)].filter((one) => one.length > 3);
    const safe = secrets.reduce((result, one) => result.replaceAll(one, '***'), messageIn(text));
    return [...safe.replace(/\p{Cc}+/gu, ' ').trim()].slice(0, LONGEST_REASON).join('');
}
function messageIn(text) {
    try {
        const { error, message, reason } = JSON.parse(text);
        return [message, reason, error].find((one) => typeof one === 'string') ?? '';
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/src/packages/registries/npm-requests.js





const TIMEOUT_MS = 30_000;
const AT_ONCE = 16;
function createNpmRequests(configuration, signal) {
    const networkFor = npmNetworks(configuration);
    const inPool = (0,pool/* createPool */.b)(AT_ONCE);
    const paused = new Map();
    async function get(asked, headers, maxBytes) {
        signal?.throwIfAborted();
        const pause = paused.get(asked.host);
        if (pause && Date.now() < pause.until)
            return pause.refusal;
        const { url, credentials } = apart(asked, configuration);
        const { authorization, certificate } = credentials;
        const network = await networkFor(certificate);
        try {
            const answer = await (0,safe_request/* safeRequest */.z)(url.href, {
                ...{ network, timeoutMs: TIMEOUT_MS, maxBytes, signal },
                headers: { ...headers, ...(authorization !== undefined && { authorization }) },
            });
            const refusal = refusalOf(answer, url.host, credentials);
            const waitMs = askedToWaitMs(answer, Date.now());
            if (refusal && waitMs > 0)
                paused.set(url.host, { until: Date.now() + waitMs, refusal });
            return refusal ?? answer;
        }
        catch (error) {
            signal?.throwIfAborted();
            if (!(error instanceof request_error/* RequestError */.G))
                throw error;
            const detail = `${error.message}${advice(error, configuration)}`;
            return { state: 'unreachable', detail };
        }
    }
    return { get: (url, headers, maxBytes) => inPool(() => get(url, headers, maxBytes)) };
}
function apart(asked, configuration) {
    const { username, password } = asked;
    if (username === '' && password === '')
        return { url: asked, credentials: configuration.credentialsFor(asked) };
    const url = new URL(asked);
    url.username = '';
    url.password = '';
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { url, credentials: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
function advice({ failure }, { wantsUnverified }) {
    if (failure !== 'tls' || !wantsUnverified)
        return '';
    return '; npm is told not to verify certificates (strict-ssl=false), which is never done here: name the authority by cafile in the .npmrc of the user';
}

;// CONCATENATED MODULE: ./build/src/packages/registries/packument.js

function parsePackument(text) {
    const document = parsed(text);
    if (!(0,records/* isRecord */.u)(document) || (!(0,records/* isRecord */.u)(document.versions) && typeof document.name !== 'string'))
        return undefined;
    const { versions, 'dist-tags': tags } = document;
    const read = Object.entries((0,records/* isRecord */.u)(versions) ? versions : {}).map(([version, manifest]) => [version, publishedVersion(manifest)]);
    const named = Object.entries((0,records/* isRecord */.u)(tags) ? tags : {}).filter(isNamed);
    return { tags: Object.fromEntries(named), versions: new Map(read) };
}
function publishedVersion(manifest) {
    const { dist, gitHead } = (0,records/* isRecord */.u)(manifest) ? manifest : {};
    const { integrity, shasum, attestations } = (0,records/* isRecord */.u)(dist) ? dist : {};
    const url = (0,records/* isRecord */.u)(attestations) ? attestations.url : undefined;
    return {
        ...(typeof integrity === 'string' && { integrity }),
        ...(typeof shasum === 'string' && { shasum }),
        ...((0,records/* isRecord */.u)(attestations) && { attestations: typeof url === 'string' ? url : '' }),
        ...(typeof gitHead === 'string' && { gitHead }),
    };
}
function isNamed(entry) {
    return typeof entry[1] === 'string';
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/packages/registries/packuments.js

const ABBREVIATED = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*';
const MAX_BYTES = 128 * 1024 * 1024;
function createPackuments(configuration, requests) {
    const remembered = new Map();
    return {
        async get(pkg, full) {
            const url = new URL(`${configuration.registryOf(pkg)}/${escaped(pkg.name)}`);
            const key = `${full} ${url.href}`;
            const before = remembered.get(key);
            const headers = {
                accept: full ? 'application/json' : ABBREVIATED,
                'cache-control': 'no-cache',
                ...(before && { 'if-none-match': before.etag }),
            };
            const answer = await requests.get(url, headers, MAX_BYTES);
            if ('state' in answer)
                return answer;
            if (answer.status === 404)
                return { state: 'absent' };
            if (answer.status === 304 && before)
                return { state: 'found', document: before.document };
            const document = parsePackument(answer.text);
            if (!document)
                return { state: 'unreachable', detail: noDocument(url, answer.headers['content-type']) };
            const { etag } = answer.headers;
            if (etag === undefined)
                remembered.delete(key);
            else
                remembered.set(key, { etag, document });
            return { state: 'found', document };
        },
    };
}
function escaped(name) {
    return name.startsWith('@') ? `@${encodeURIComponent(name.slice(1))}` : encodeURIComponent(name);
}
function noDocument({ host, pathname }, type = 'no content-type') {
    const page = type.includes('html') ? ', a page for people (of a login or a proxy?)' : '';
    return `${host} answered ${pathname} with ${type.slice(0, 60)}${page} instead of a package document`;
}

// EXTERNAL MODULE: ./build/src/packages/registries/provenance.js
var provenance = __webpack_require__(76180);
;// CONCATENATED MODULE: ./build/src/packages/registries/npm.js









const ATTEMPTS = 3;
const PAUSE = { firstMs: 300, factor: 3, longestMs: 1_000 };
const MAX_ATTESTATIONS_BYTES = 8 * 1024 * 1024;
async function openNpmRegistries(options) {
    const configuration = await readNpmConfiguration(options);
    const requests = createNpmRequests(configuration, options.signal);
    const packuments = createPackuments(configuration, requests);
    const originOf = async (pkg, published) => {
        const url = attestationsUrl(configuration.registryOf(pkg), published.attestations);
        if (!url)
            return new Error('the registry does not say where its provenance is');
        const answer = await requests.get(url, { accept: 'application/json' }, MAX_ATTESTATIONS_BYTES);
        if ('state' in answer)
            return answer;
        if (answer.status !== 200)
            return new Error(`${url.host} answered ${answer.status} for its provenance`);
        return (0,provenance/* readProvenance */.Ch)(answer.text, { ...pkg, integrity: [published.integrity ?? ''] });
    };
    return {
        async lookUp(pkg, thorough) {
            const { name, version } = pkg;
            const answer = await packuments.get(pkg, thorough);
            if (answer.state !== 'found')
                return withoutDocument(name, answer);
            const published = answer.document.versions.get(version);
            if (!published)
                return { state: 'pending', detail: `the registry has ${name}, but not ${version}` };
            if (!thorough || published.attestations === undefined)
                return served(published);
            const origin = await originOf(pkg, published);
            if (!('state' in origin))
                return served(published, origin);
            return { state: 'unreachable', detail: `its provenance could not be read: ${origin.detail}` };
        },
        async versions(pkg) {
            const { name } = pkg;
            const answer = await untilAnswered(() => packuments.get(pkg, false), options.signal);
            if (answer.state === 'absent')
                return undefined;
            if (answer.state !== 'found') {
                throw new errors/* UserError */.yo(`The npm registry could not say which versions of ${name} there are: ${answer.detail}.`);
            }
            const versions = [...answer.document.versions.keys()];
            return { versions, tags: { ...newestOf(versions), ...answer.document.tags } };
        },
    };
}
async function untilAnswered(ask, signal) {
    for (let failed = 0;; failed += 1) {
        const answer = await ask();
        if (answer.state !== 'unreachable' || failed === ATTEMPTS - 1)
            return answer;
        await clock/* realClock */.d.sleep((0,backoff/* backoffMs */.j)(PAUSE, failed), signal);
    }
}
function newestOf(versions) {
    const [newest] = semver.rsort(versions.filter((one) => semver.valid(one) !== null));
    const latest = semver.maxSatisfying(versions, '*') ?? newest;
    return latest === undefined ? {} : { latest };
}
function withoutDocument(name, answer) {
    return answer.state === 'absent'
        ? { state: 'absent', detail: `the registry knows no package named ${name}` }
        : answer;
}
function served({ integrity, shasum, attestations, gitHead }, origin) {
    const sha1 = shasum === undefined ? undefined : (0,registries_integrity/* formatDigest */.MO)({ algorithm: 'sha1', hex: shasum });
    return {
        state: 'served',
        detail: attestations === undefined ? 'without provenance' : 'with provenance',
        facts: {
            integrity: [integrity, sha1].filter((one) => one !== undefined),
            provenance: attestations !== undefined,
            ...(origin instanceof Error ? { unproven: origin.message } : origin && { origin }),
            ...(gitHead !== undefined && { claimedCommit: gitHead }),
        },
    };
}
function attestationsUrl(registry, said = '') {
    if (said === '' || !URL.canParse(said, registry))
        return undefined;
    const url = new URL(said, registry);
    return url.origin === new URL(registry).origin ? url : new URL(`${registry}${url.pathname}${url.search}`);
}

// EXTERNAL MODULE: ./build/src/packages/python/package-name.js
var package_name = __webpack_require__(56364);
// EXTERNAL MODULE: ./build/src/packages/python/pep440.js
var pep440 = __webpack_require__(29803);
;// CONCATENATED MODULE: ./build/src/packages/registries/pip-index.js


const YANKED = /Skipping link: yanked for reason: (?<reason>.*?): (?<url>\S+) \(from \S+\)/gs;
const FOREIGN = /Skipping link: none of the wheel's tags .*?: (?<url>\S+) \(from \S+\)/g;
function parsePipIndex(name, stdout) {
    const list = /^Available versions: (.+)$/m.exec(stdout)?.[1];
    const installable = list?.split(',').map((one) => one.trim());
    const links = (pattern) => [...stdout.matchAll(pattern)].flatMap(({ groups }) => {
        const version = versionOf(groups?.url ?? '', name);
        return version === undefined ? [] : [[version, groups?.reason ?? '']];
    });
    const known = new Set(installable?.map(pep440/* normaliseVersion */.r8));
    const unlisted = ([version]) => !known.has((0,pep440/* normaliseVersion */.r8)(version));
    const yanked = new Map(links(YANKED).filter(unlisted));
    const foreign = links(FOREIGN).filter((one) => unlisted(one) && !yanked.has(one[0]));
    return { installable, yanked, elsewhere: [...new Set(foreign.map(([version]) => version))] };
}
function latestOf({ installable = [], yanked, elsewhere }) {
    const offered = [...installable, ...elsewhere];
    return offered.find((one) => !(0,pep440/* isPrerelease */.V1)(one)) ?? offered[0] ?? [...yanked.keys()].at(-1);
}
function versionOf(url, name) {
    const file = decoded(/([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1] ?? '');
    const [, project = '', version = ''] = /^(.+?)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(file) ??
        /^(.+)-([^-]+)\.(?:tar\.gz|zip)$/.exec(file) ??
        [];
    return (0,package_name/* normaliseName */.G)(project) === (0,package_name/* normaliseName */.G)(name) && (0,pep440/* normaliseVersion */.r8)(version) !== undefined
        ? version
        : undefined;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/src/packages/registries/pip.js








const FLAGS = [
    '--disable-pip-version-check',
    '--no-input',
    '--no-cache-dir',
    '--no-color',
    '--retries=0',
    '--timeout=30',
];
const INDEX_FLAGS = ['--pre', '--ignore-requires-python', '-vv'];
async function lookUpPip(name, version, { thorough, ...options }) {
    const result = await index(name, options);
    const found = parsePipIndex(name, result.stdout);
    const { installable, yanked, elsewhere } = found;
    const wanted = (0,pep440/* normaliseVersion */.r8)(version);
    const isWanted = (one) => (0,pep440/* normaliseVersion */.r8)(one) === wanted;
    const served = installable?.find(isWanted);
    if (served !== undefined) {
        const integrity = thorough ? await wheelDigests(name, served, options) : [];
        return { state: 'served', detail: `as ${served}`, facts: { integrity } };
    }
    const withdrawn = [...yanked.keys()].find(isWanted);
    if (withdrawn !== undefined) {
        const reason = (0,run_client/* lastWords */.aN)(yanked.get(withdrawn) ?? '');
        const integrity = thorough ? await wheelDigests(name, withdrawn, options) : [];
        return { state: 'served', detail: `as ${withdrawn}, yanked: ${reason}`, facts: { integrity, yanked: reason } };
    }
    const foreign = elsewhere.find(isWanted);
    if (foreign !== undefined) {
        return { state: 'served', detail: `as ${foreign}, by wheels for other machines`, facts: { integrity: [] } };
    }
    const newest = installable?.[0] ?? latestOf(found);
    if (newest === undefined)
        return explainFailure(name, result);
    return { state: 'pending', detail: `the index has ${name} up to ${newest}, but not ${version}` };
}
async function versionsOnPyPI(name, options) {
    const result = await index(name, options);
    const found = parsePipIndex(name, result.stdout);
    const versions = [...(found.installable ?? []), ...found.elsewhere, ...found.yanked.keys()];
    const latest = latestOf(found);
    if (latest !== undefined)
        return { versions, tags: { latest } };
    const failure = explainFailure(name, result);
    if (failure.state === 'absent')
        return undefined;
    if (failure.state === 'pending')
        return { versions: [], tags: {} };
    throw new errors/* UserError */.yo(`The Python index could not say which versions of ${name} there are: ${failure.detail}`);
}
function index(name, options) {
    return pip(['index', 'versions', (0,package_name/* normaliseName */.G)(name), ...INDEX_FLAGS], options);
}
async function wheelDigests(name, version, options) {
    const flags = ['--dry-run', '--ignore-installed', '--no-deps', '--only-binary=:all:', '--ignore-requires-python'];
    const requirement = `${(0,package_name/* normaliseName */.G)(name)}==${version}`;
    const result = await pip(['install', ...flags, '--quiet', '--report=-', requirement], options);
    if (result.exitCode !== 0)
        return [];
    const report = JSON.parse(result.stdout);
    const hashes = report.install.flatMap((one) => Object.entries(one.download_info?.archive_info?.hashes ?? {}));
    return hashes.map(([algorithm, hex]) => (0,registries_integrity/* formatDigest */.MO)({ algorithm, hex }));
}
async function pip(args, { indexUrl, ...options }) {
    const override = indexUrl ? { env: { ...options.env, PIP_EXTRA_INDEX_URL: indexUrl } } : {};
    const argv = ['-E', '-m', 'pip', ...args, ...FLAGS, ...(indexUrl ? [`--index-url=${indexUrl}`] : [])];
    for (const python of ['python', 'python3']) {
        try {
            const result = await runApart(python, argv, { ...options, ...override });
            if (!/No module named pip\b/.test(result.stderr))
                return result;
        }
        catch (error) {
            if (!(error instanceof find_command/* CommandMissing */.Q))
                throw error;
        }
    }
    throw new errors/* UserError */.yo('Python with pip is not installed here. Add a step with actions/setup-python before this one.');
}
function explainFailure(name, { exitCode, stdout, stderr }) {
    if (exitCode === null)
        return { state: 'unreachable', detail: 'pip got no answer in time' };
    const reasons = [...`${stdout}\n${stderr}`.matchAll(/Could not fetch URL \S+: (.+?)(?: - skipping)?$/gm)].map(([, reason = '']) => reason);
    const refused = reasons.find((one) => /^40[13]\b/.test(one));
    if (refused)
        return { state: 'unauthorized', detail: (0,run_client/* lastWords */.aN)(refused) };
    const failed = reasons.find((one) => !/^404\b/.test(one));
    if (failed)
        return { state: 'unreachable', detail: (0,run_client/* lastWords */.aN)(failed) };
    if (/No matching distribution found/.test(stderr + stdout)) {
        return reasons.length > 0
            ? { state: 'absent', detail: `the index knows no package named ${name}` }
            : { state: 'pending', detail: `the index has a page for ${name}, but no release on it that pip can use here` };
    }
    return { state: 'unreachable', detail: (0,run_client/* lastWords */.aN)(stderr) };
}

;// CONCATENATED MODULE: ./build/src/packages/registries/package-registry.js



const PIPS_AT_ONCE = 3;
function cliRegistry({ registryUrl, indexUrl, withheld = [], ...options }) {
    let opened;
    const npm = () => {
        opened ??= openNpmRegistries({ ...options, registryUrl, withheld });
        return opened;
    };
    const kept = Object.entries(options.env).filter(([name]) => !withheld.includes(name));
    const pip = {
        cwd: options.cwd,
        env: Object.fromEntries(kept),
        indexUrl,
        ...(options.signal && { signal: options.signal }),
    };
    const inPool = (0,pool/* createPool */.b)(PIPS_AT_ONCE);
    const lookUp = async (pkg, thorough = false) => {
        if (pkg.ecosystem === 'npm')
            return (await npm()).lookUp(pkg, thorough);
        return inPool(() => lookUpPip(pkg.name, pkg.version, { ...pip, thorough }));
    };
    const versions = async (pkg) => {
        if ('npm' in pkg)
            return (await npm()).versions({ name: pkg.npm, registry: pkg.registry });
        return inPool(() => versionsOnPyPI(pkg.pypi, pip));
    };
    return {
        lookUp,
        versions,
        latest: async (pkg) => (await versions(pkg))?.tags.latest,
        async served(pkg, version) {
            const found = await lookUp('npm' in pkg ? { ecosystem: 'npm', name: pkg.npm, version } : { ecosystem: 'pypi', name: pkg.pypi, version });
            if (found.state !== 'served')
                return { served: false, detail: found.detail };
            const [integrity] = found.facts.integrity;
            return { served: true, detail: `served ${found.detail}`, ...(integrity !== undefined && { integrity }) };
        },
    };
}


/***/ }),

/***/ 76180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ readProvenance),
/* harmony export */   F0: () => (/* binding */ foreignOrigin),
/* harmony export */   HT: () => (/* binding */ ownBuild),
/* harmony export */   Kd: () => (/* binding */ sameCommit)
/* harmony export */ });
/* harmony import */ var _platform_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64339);
/* harmony import */ var _platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35663);
/* harmony import */ var _integrity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15208);



function readProvenance(attestations, subject) {
    const statements = [...statementsIn(attestations)];
    const own = statements.filter((one) => isAbout(one, subject));
    const [found] = own.map(provenanceIn).filter((one) => one !== undefined);
    if (found)
        return found;
    if (statements.length === 0)
        return new Error('its attestations hold no provenance that could be read');
    if (own.length === 0)
        return new Error('its provenance is about other bytes than those that are served');
    return new Error('its provenance names no commit, repository and workflow');
}
function foreignOrigin(found, expected) {
    const differs = (key, same) => {
        const wanted = expected[key];
        return wanted === undefined || same(found[key], wanted) ? undefined : `${key} ${found[key]}, not ${wanted}`;
    };
    const differences = [
        differs('repository', (a, b) => a.toLowerCase() === b.toLowerCase()),
        differs('commit', sameCommit),
        differs('workflow', (a, b) => a === b),
    ].filter((one) => one !== undefined);
    return differences.length === 0 ? undefined : `it was built from ${differences.join('; ')}`;
}
function ownBuild(env, commit) {
    const { serverUrl: server, repository: name, workflowRef } = (0,_platform_runner_context_js__WEBPACK_IMPORTED_MODULE_0__/* .runContext */ .pO)(env);
    const workflow = /^[^/]+\/[^/]+\/(.+)@/.exec(workflowRef ?? '')?.[1];
    return server && name && workflow ? { commit, repository: `${server}/${name}`, workflow } : undefined;
}
function sameCommit(a, b) {
    const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
    return short.length >= 7 && long.startsWith(short);
}
function* statementsIn(text) {
    for (const attestation of listAt(parsed(text), 'attestations')) {
        const type = textAt(attestation, 'predicateType');
        const payload = textAt(at(attestation, 'bundle', 'dsseEnvelope'), 'payload');
        if (!type?.startsWith('https://slsa.dev/provenance/') || payload === undefined)
            continue;
        const statement = parsed(Buffer.from(payload, 'base64').toString('utf8'));
        if ((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(statement))
            yield statement;
    }
}
function isAbout(statement, { name, version, integrity }) {
    const served = integrity.map(_integrity_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m).find((one) => one?.algorithm === 'sha512')?.hex;
    const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
    return listAt(statement, 'subject').some((one) => textAt(one, 'name') === purl && textAt(at(one, 'digest'), 'sha512')?.toLowerCase() === served);
}
function provenanceIn(statement) {
    const predicate = at(statement, 'predicate');
    const definition = at(predicate, 'buildDefinition');
    const workflow = at(definition, 'externalParameters', 'workflow');
    const [source] = listAt(definition, 'resolvedDependencies');
    const configuration = at(predicate, 'invocation', 'configSource');
    const commit = textAt(at(source, 'digest'), 'gitCommit') ?? textAt(at(configuration, 'digest'), 'sha1');
    const repository = textAt(workflow, 'repository') ?? textAt(configuration, 'uri')?.replace(/@refs\/.*$/, '');
    const path = textAt(workflow, 'path') ?? textAt(configuration, 'entryPoint');
    if (!commit || !repository || !path || !/^[0-9a-f]{40,64}$/.test(commit))
        return undefined;
    return { commit, repository: repository.replace(/^git\+/, '').replace(/\.git$/, ''), workflow: path };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function at(value, ...path) {
    return path.reduce((inner, key) => ((0,_platform_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(inner) ? inner[key] : undefined), value);
}
function textAt(value, key) {
    const member = at(value, key);
    return typeof member === 'string' ? member : undefined;
}
function listAt(value, key) {
    const member = at(value, key);
    return Array.isArray(member) ? member : [];
}


/***/ })
,

/***/ 24331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parsePackage),
/* harmony export */   Yb: () => (/* binding */ isExactVersion),
/* harmony export */   uN: () => (/* binding */ formatPackage)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _python_pep440_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29803);
/* harmony import */ var _workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51410);



const PYPI_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
function formatPackage({ ecosystem, name, version }) {
    return ecosystem === 'npm' ? `npm:${name}@${version}` : `pypi:${name}==${version}`;
}
function parsePackage(text) {
    const npm = /^npm:(@?[^@\s]+)@(.+?)(?:\s+(https?:\/\/\S+))?$/.exec(text);
    if (npm)
        return npmPackage(npm[1] ?? '', npm[2] ?? '', npm[3]);
    const pypi = /^pypi:([^=\s]+)==(.+)$/.exec(text);
    if (pypi)
        return pypiPackage(pypi[1] ?? '', pypi[2] ?? '');
    return new Error('expected npm:NAME@VERSION or pypi:NAME==VERSION');
}
function npmPackage(name, version, registry) {
    if (!(0,_workspace_npm_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isNpmName */ .J)(name))
        return new Error(`${JSON.stringify(name)} is not an npm package name`);
    if (!isExactVersion(version)) {
        return new Error(`${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1`);
    }
    return { ecosystem: 'npm', name, version, ...(registry !== undefined && { registry }) };
}
function pypiPackage(name, version) {
    if (!PYPI_NAME.test(name))
        return new Error(`${JSON.stringify(name)} is not a Python package name`);
    if ((0,_python_pep440_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseVersion */ .r8)(version) === undefined) {
        return new Error(`${JSON.stringify(version)} is not a version by PEP 440, such as 1.2.3 or 2.0.0rc1`);
    }
    return { ecosystem: 'pypi', name, version };
}
function isExactVersion(text) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.parse(text)?.version === text;
}


/***/ })
,

/***/ 17971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   cp: () => (/* binding */ adviceFor)
/* harmony export */ });
/* harmony import */ var _platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96292);
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87107);
/* harmony import */ var _package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24331);



function reportOf(results) {
    return results.map(({ package: pkg, state, detail, waited, facts }) => {
        const { origin, claimedCommit, unproven: _, ...served } = facts ?? {};
        const from = origin ?? (claimedCommit === undefined ? {} : { 'claimed-commit': claimedCommit });
        return {
            package: (0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg),
            state,
            detail,
            'waited-seconds': Math.round(waited / 1_000),
            ...served,
            ...from,
        };
    });
}
const TITLES = {
    served: '✅ served',
    'not-yet-visible': '⏳ accepted or unpublished, not yet visible',
    absent: '❌ no such package',
    conflict: '❌ conflict',
    unauthorized: '❌ access refused',
    unreachable: '❌ registry unreachable',
};
function summaryOf(results) {
    const served = results.filter(({ state }) => state === 'served').length;
    const rows = results.map(({ package: pkg, state, detail, waited }) => [
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)),
        TITLES[state],
        (0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(waited),
        (0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(detail),
    ]);
    return `### Published: ${served} of ${results.length}\n\n${(0,_platform_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Package', 'State', 'Waited', 'Last seen'], rows)}\n`;
}
const ADVICE = {
    'not-yet-visible': 'If the publish job succeeded, the registry accepted it and is late: run this job again later. If it did not, publish first.',
    absent: 'Check the name and the registry. A new name must be published once by hand, as trusted publishing cannot create it. Private packages need credentials.',
    conflict: 'Versions are immutable: release a higher version, and find out who published this one.',
    unauthorized: 'Check the credentials in .npmrc or in the configuration of pip.',
    unreachable: 'Check the registry URL and its status page, then run this job again.',
};
function adviceFor({ package: pkg, state, detail, waited }) {
    if (state === 'served')
        return '';
    return `${(0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)} is not verified as published after ${(0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(waited)}: ${state}. Last seen: ${detail}. ${ADVICE[state]}`;
}


/***/ }),

/***/ 60586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ verifyPublished)
/* harmony export */ });
/* harmony import */ var _platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60667);
/* harmony import */ var _integrity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15208);
/* harmony import */ var _package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24331);
/* harmony import */ var _provenance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76180);




const PAUSE = { firstMs: 2_000, factor: 1.5, longestMs: 30_000 };
const REFUSALS = 3;
async function verifyPublished(packages, options) {
    const { clock, deadline, signal } = options;
    const watches = packages.map((one) => new Watch(one, options));
    for (let looks = 0;; looks += 1) {
        await Promise.all(watches.filter((one) => !one.settled).map((one) => one.look()));
        if (watches.every((one) => one.settled) || clock.now() >= deadline)
            break;
        await clock.sleep(Math.min((0,_platform_time_backoff_js__WEBPACK_IMPORTED_MODULE_3__/* .backoffMs */ .j)(PAUSE, looks), deadline - clock.now()), signal);
    }
    return watches.map((one) => one.result());
}
class Watch {
    #package;
    #options;
    #since;
    #last;
    #refusals = 0;
    constructor(pkg, options) {
        this.#package = pkg;
        this.#options = options;
        this.#since = options.clock.now();
    }
    get settled() {
        const state = this.#last?.state;
        return state === 'served' || state === 'conflict' || this.#refusals >= REFUSALS;
    }
    async look() {
        const { lookUp, clock, expect = {}, onChange, signal } = this.#options;
        signal?.throwIfAborted();
        const thorough = expect.commit !== undefined || expect.integrity?.[(0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(this.#package)] !== undefined;
        const found = await lookUp(this.#package, thorough);
        const before = this.#last?.state;
        this.#refusals = found.state === 'unauthorized' ? this.#refusals + 1 : 0;
        this.#last = { package: this.#package, waited: clock.now() - this.#since, ...judge(this.#package, found, expect) };
        if (this.#last.state !== before)
            onChange?.(this.#last);
    }
    result() {
        if (!this.#last)
            throw new Error('A package was not looked at.');
        return this.#last;
    }
}
function judge(pkg, found, expected) {
    if (found.state === 'pending')
        return { state: 'not-yet-visible', detail: found.detail };
    if (found.state !== 'served')
        return found;
    const { facts } = found;
    const digests = expected.integrity?.[(0,_package_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPackage */ .uN)(pkg)];
    const difference = (digests === undefined ? undefined : (0,_integrity_js__WEBPACK_IMPORTED_MODULE_0__/* .compareIntegrity */ .J5)(digests, facts.integrity)) ??
        (expected.commit === undefined ? undefined : differentOrigin(facts, expected));
    if (difference)
        return { state: 'conflict', detail: difference, facts };
    const seen = [found.detail, ...(digests === undefined ? [] : ['integrity as planned'])];
    return { state: 'served', detail: [...seen, ...originSeen(facts, expected)].join(', '), facts };
}
function differentOrigin(facts, { commit = '', repository }) {
    const { origin, unproven, claimedCommit } = facts;
    if (unproven !== undefined)
        return unproven;
    if (origin)
        return (0,_provenance_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignOrigin */ .F0)(origin, { commit, ...(repository !== undefined && { repository }) });
    if (claimedCommit === undefined || (0,_provenance_js__WEBPACK_IMPORTED_MODULE_2__/* .sameCommit */ .Kd)(commit, claimedCommit))
        return undefined;
    return `it was published from commit ${claimedCommit}, as its publisher says, not from ${commit}`;
}
function originSeen({ origin, claimedCommit }, { commit }) {
    if (commit === undefined)
        return [];
    if (origin)
        return [`from the planned commit, built by ${origin.workflow} of ${origin.repository}`];
    return [
        claimedCommit === undefined
            ? 'the registry names no commit to compare'
            : 'from the planned commit as its publisher says, without proof',
    ];
}


/***/ })

};
