export const id = 5766;
export const ids = [5766, 7594, 3019, 7807, 4383, 3029, 549, 4663, 9292, 921, 7911, 3471, 9593, 9159, 2737, 9511];
export const modules = {

/***/ 45766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ng: () => (/* binding */ connect),
  connectTo: () => (/* binding */ connectTo),
  eu: () => (/* binding */ connectionInputs),
  h3: () => (/* binding */ tokensAtHand)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/platform/github/client/client.js + 16 modules
var client_client = __webpack_require__(49580);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/platform/github/auth/minted-token.js
const RENEW_BEFORE_MS = 5 * 60_000;
const USABLE_BEFORE_MS = 30_000;
function mintedToken(name, clock, mint) {
    let current;
    let minting;
    const fresh = async () => {
        try {
            current = await mint();
            return current;
        }
        catch (error) {
            if (current && clock.now() < current.expiresAt - USABLE_BEFORE_MS)
                return current;
            throw error;
        }
        finally {
            minting = undefined;
        }
    };
    return {
        name,
        async get() {
            if (current && clock.now() < current.expiresAt - RENEW_BEFORE_MS)
                return current.token;
            minting ??= fresh();
            return (await minting).token;
        },
        refresh() {
            current = undefined;
            return true;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platform/github/auth/app-token.js






function appToken({ appId, privateKey, apiUrl, clock, transport, secrets, ...target }) {
    const key = readKey(privateKey);
    const client = (0,client_client/* createClient */.U)({
        token: {
            name: `the key of the App ${appId} (app-id and private-key)`,
            get: async () => secrets.add(signJwt(appId, key, clock.now())),
            refresh: () => false,
        },
        clock,
        ...(apiUrl === undefined ? {} : { apiUrl }),
        transport,
        writeGapMs: 0,
    });
    let installation;
    const name = `the installation token of the App ${appId} for ${target.owner ?? target.repository}`;
    return mintedToken(name, clock, async () => {
        installation ??= await findInstallation(client, target);
        const { data } = await client.writeIdempotent('POST /app/installations/{installation_id}/access_tokens', { installation_id: installation });
        const expiresAt = Date.parse(data.expires_at);
        return { token: secrets.add(data.token), expiresAt: Number.isNaN(expiresAt) ? clock.now() + 3_600_000 : expiresAt };
    });
}
async function findInstallation(client, { owner, repository }) {
    if (repository !== undefined) {
        const found = await client.read('GET /repos/{owner}/{repo}/installation', (0,repository_name/* ownerAndRepo */.H)(repository));
        return found.id;
    }
    const params = { owner };
    try {
        return (await client.read('GET /orgs/{owner}/installation', params)).id;
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y_) || error.status !== 404)
            throw error;
        return (await client.read('GET /users/{owner}/installation', params)).id;
    }
}
function readKey(pem) {
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)(pem.replaceAll('\\n', '\n').trim());
    }
    catch (error) {
        throw new errors/* UserError */.yo(`The App's private key cannot be read (${(0,errors/* messageOf */.bD)(error)}): expected the whole .pem file that GitHub gave, from -----BEGIN to -----END.`);
    }
    if (key.asymmetricKeyType === 'rsa')
        return key;
    throw new errors/* UserError */.yo(`The App's private key is of type ${key.asymmetricKeyType}: expected GitHub's RSA key.`);
}
function signJwt(appId, key, now) {
    const seconds = Math.floor(now / 1000);
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: seconds - 60, exp: seconds + 540, iss: appId })}`;
    return `${signed}.${(0,external_node_crypto_.sign)('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

// EXTERNAL MODULE: ./build/src/platform/github/client/traffic.js
var client_traffic = __webpack_require__(9756);
;// CONCATENATED MODULE: ./build/src/platform/github/auth/clients.js



function clientsByOwner({ tokens = {}, token, writeGapMs = 1000, ...options }) {
    const byOwner = new Map(Object.entries(tokens).map(([owner, source]) => [owner.toLowerCase(), source]));
    const clients = new Map();
    return (repository) => {
        const source = byOwner.get((0,repository_name/* ownerAndRepo */.H)(repository).owner.toLowerCase()) ?? token;
        const known = clients.get(source);
        if (known)
            return known;
        const traffic = new client_traffic/* Traffic */.e({ clock: options.clock, writeGapMs });
        const client = (0,client_client/* createClient */.U)({ ...options, token: source, traffic });
        clients.set(source, client);
        return client;
    };
}

;// CONCATENATED MODULE: ./build/src/platform/github/auth/tokens.js
function staticToken(token, name = 'the token') {
    const kind = KINDS.find(([prefix]) => token.startsWith(prefix))?.[1];
    return {
        name: kind === undefined ? name : `${name} (${kind})`,
        get: async () => token,
        refresh: () => false,
    };
}
const KINDS = [
    ['ghs_', "a GITHUB_TOKEN or an App's"],
    ['github_pat_', 'a fine-grained token'],
    ['ghp_', 'a classic token'],
    ['gho_', 'an OAuth token'],
    ['ghu_', "a user's token of an App"],
];

// EXTERNAL MODULE: ./build/src/platform/github/client/github-network.js
var github_network = __webpack_require__(78685);
// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platform/text/wording.js
var wording = __webpack_require__(55941);
;// CONCATENATED MODULE: ./build/src/actions/setup/connect-github.js









const connectionInputs = {
    token: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    tokens: (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(tokenMap)),
    'app-id': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'private-key': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'api-url': (0,inputs/* optional */.lq)(inputs/* url */.OZ),
};
async function tokenMap(value) {
    const given = await readMap(value);
    const tokens = Object.entries(given).map(([owner, token]) => [owner, token.trim()]);
    const empty = tokens.flatMap(([owner, token]) => (token === '' ? [owner] : []));
    if (empty.length === 1)
        throw new errors/* UserError */.yo(`${empty[0]} is empty: is the secret set?`);
    if (empty.length > 1)
        throw new errors/* UserError */.yo(`${(0,wording/* listed */.KE)(empty)} are empty: are the secrets set?`);
    return Object.fromEntries(tokens.map(([owner, token]) => [owner.toLowerCase(), token]));
}
async function readMap(value) {
    try {
        return await (0,inputs/* map */.Tj)(value);
    }
    catch {
        throw new Error('expected a map from owner to token, as JSON or YAML, such as "my-org: …"');
    }
}
function connect({ token, tokens: given = {}, appId, privateKey, apiUrl }, { env, secrets, clock, log }, { tokens = {}, owners }) {
    const base = apiUrl ?? (0,context/* runContext */.pO)(env).apiUrl;
    const common = { apiUrl: base, clock, transport: (0,github_network/* gitHubTransport */.f)(env) };
    const app = appId !== undefined && privateKey !== undefined ? { appId, privateKey, secrets, ...common } : undefined;
    const faults = [];
    if ((appId === undefined) !== (privateKey === undefined)) {
        faults.push({ message: 'Inputs app-id and private-key belong together: give both or neither.' });
    }
    for (const own of Object.values(given))
        secrets.add(own);
    faults.push(...misspelt(Object.keys(given), owners));
    const sourceFor = (owner) => {
        const name = owner.toLowerCase();
        const own = Object.hasOwn(given, name) ? given[name] : undefined;
        if (own !== undefined)
            return staticToken(own, `the entry ${owner} of the input tokens`);
        const variable = Object.entries(tokens).find(([one]) => one.toLowerCase() === name)?.[1];
        if (variable !== undefined) {
            const value = env[variable]?.trim();
            if (!value)
                return { message: missingVariable(owner, variable) };
            return staticToken(secrets.add(value), `the environment variable ${variable}`);
        }
        if (app)
            return appToken({ ...app, owner });
        if (token !== undefined)
            return undefined;
        return {
            message: `There is no token for ${owner}: give it by the input tokens (${owner}: …), or give token, or app-id and private-key.`,
        };
    };
    const sources = {};
    for (const owner of new Set(owners)) {
        const source = sourceFor(owner);
        if (source && 'message' in source)
            faults.push(source);
        else if (source)
            sources[owner] = source;
    }
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults);
    return clientsByOwner({
        ...common,
        redact: (value) => secrets.redactIn(value),
        tokens: sources,
        token: staticToken(token ?? '', 'the input token'),
        log,
    });
}
function connectTo(repository, given, runner) {
    return connect(given, runner, { owners: [(0,repository_name/* ownerOf */.b)(repository)] })(repository);
}
function misspelt(given, owners) {
    const wanted = new Set(owners.map((owner) => owner.toLowerCase()));
    const lacking = [...wanted].filter((owner) => !given.includes(owner));
    return given
        .filter((owner) => !wanted.has(owner))
        .flatMap((owner) => {
        const hint = (0,wording/* didYouMean */.au)(owner, lacking);
        return hint === '' ? [] : [{ message: `Input tokens: ${owner} owns no repository that is asked${hint}` }];
    });
}
function missingVariable(owner, variable) {
    return (`The token for ${owner} is missing: the manifest says that it is in the environment variable ${variable}, which is empty. ` +
        `Set it in the step (env: { ${variable}: \${{ secrets.${variable} }} }), or give the token by the input tokens (${owner}: …).`);
}
function tokensAtHand({ tokens = {} }, env) {
    const variables = Object.keys(env).filter((name) => Boolean(env[name]?.trim()));
    return { owners: new Set(Object.keys(tokens)), variables: new Set(variables) };
}


/***/ }),

/***/ 49580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ API_VERSION),
  U: () => (/* binding */ createClient)
});

// EXTERNAL MODULE: ./build/src/platform/net/link-header.js
var link_header = __webpack_require__(89747);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/src/platform/text/trim-end.js
var trim_end = __webpack_require__(285);
// EXTERNAL MODULE: ./node_modules/@octokit/endpoint/dist-bundle/index.js + 1 modules
var dist_bundle = __webpack_require__(15159);
// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
;// CONCATENATED MODULE: ./build/src/platform/github/client/api-route.js


const USER_AGENT = `release-actions Node.js/${process.versions.node}`;
function createRouter(apiUrl) {
    const requestOf = dist_bundle/* endpoint */.s.defaults({ baseUrl: apiUrl, headers: { 'user-agent': USER_AGENT } });
    return (route, params, headers) => {
        const [method = 'GET', template = '/'] = route.split(' ', 2);
        const inPath = (name) => template.includes(`{${name}}`);
        const given = Object.entries(params).filter(([, value]) => value !== undefined);
        const path = Object.fromEntries(given.filter(([name]) => inPath(name)).map(([name, value]) => [name, pathParameter(name, value)]));
        const rest = Object.fromEntries(given.filter(([name]) => !inPath(name)));
        const made = requestOf(route, { ...beside(method, rest), ...path, headers: { ...headers } });
        return {
            route,
            method: made.method,
            url: made.url,
            headers: Object.fromEntries(Object.entries(made.headers).map(([name, value]) => [name, String(value)])),
            body: made.body === undefined || made.body === '' ? undefined : JSON.stringify(made.body),
        };
    };
}
function beside(method, rest) {
    if (method === 'GET')
        return rest;
    return Object.keys(rest).length > 0 ? { data: rest } : {};
}
function pathParameter(name, value) {
    const ok = typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && value !== '';
    const segments = String(value).split(/[/\\]/);
    if (!ok || segments.includes('..') || segments.includes('.') || segments.includes('')) {
        throw new errors/* UserError */.yo(`${JSON.stringify(value)} is not usable as ${name} in a GitHub address: it must not be empty or contain ".", ".." or an empty part between slashes.`);
    }
    return value;
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/etags.js
const MOST_ENTRIES = 500;
class Etags {
    #entries = new Map();
    #token;
    get(url, token) {
        if (token !== this.#token)
            this.#entries.clear();
        this.#token = token;
        return this.#entries.get(url);
    }
    set(url, token, entry) {
        if (token !== this.#token)
            return;
        this.#entries.delete(url);
        this.#entries.set(url, entry);
        const oldest = this.#entries.keys().next();
        if (this.#entries.size > MOST_ENTRIES && !oldest.done)
            this.#entries.delete(oldest.value);
    }
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/free-texts.js

const FREE = new Set(['title', 'body', 'message', 'headline', 'description', 'name', 'content', 'text', 'summary']);
const MEANT = new Set(['inputs', 'client_payload']);
function withFreeTexts(value, change) {
    if (Array.isArray(value))
        return value.map((item) => withFreeTexts(item, change));
    if (!(0,records/* isRecord */.u)(value))
        return value;
    const entries = Object.entries(value).map(([key, item]) => {
        if (MEANT.has(key))
            return [key, item];
        return [key, FREE.has(key) ? change(item) : withFreeTexts(item, change)];
    });
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: ./build/src/platform/github/client/github-errors.js
var github_errors = __webpack_require__(86744);
// EXTERNAL MODULE: ./build/src/platform/github/client/github-network.js
var github_network = __webpack_require__(78685);
;// CONCATENATED MODULE: ./build/src/platform/github/client/graphql-data.js


function graphqlData({ data, reply }, { request, idempotent, tokenName, onRefused }) {
    const answer = (0,records/* isRecord */.u)(data) ? data : {};
    const errors = Array.isArray(answer.errors) ? answer.errors.filter(records/* isRecord */.u) : [];
    if (errors.length === 0 && answer.data !== undefined)
        return answer.data;
    if (onRefused && (0,records/* isRecord */.u)(answer.data) && errors.length > 0 && errors.every(isAboutPart)) {
        for (const { path, message } of errors)
            onRefused(String(path[0]), String(message));
        return answer.data;
    }
    const call = {
        method: request.method,
        path: new URL(request.url).pathname,
        status: reply.status,
        requestId: reply.headers['x-github-request-id'],
        said: errors.map(({ type, message }) => [type, message].filter(Boolean).join(': ')).join('; '),
    };
    if (errors.length === 0 || errors.some(isFailureInside)) {
        const words = 'GitHub failed while it worked on the request.';
        throw idempotent ? new github_errors/* GitHubError */.y_({ ...call, kind: 'passing' }, words) : new github_errors/* AmbiguousWrite */.OH(call, words);
    }
    const whose = errors.some(isAboutToken) ? ` Token used: ${tokenName}.` : '';
    throw new github_errors/* GitHubError */.y_(call, `GraphQL refused the request; its message says why.${whose}`);
}
function isFailureInside({ type, message }) {
    return (type === 'INTERNAL' || type === 'SERVICE_UNAVAILABLE' || /something went wrong|timed? ?out/i.test(String(message)));
}
function isAboutPart(error) {
    return isAboutToken(error) && Array.isArray(error.path) && error.path.length > 0;
}
function isAboutToken({ type }) {
    return type === 'FORBIDDEN' || type === 'NOT_FOUND' || type === 'INSUFFICIENT_SCOPES';
}

// EXTERNAL MODULE: ./build/src/platform/net/request-error.js
var request_error = __webpack_require__(20371);
;// CONCATENATED MODULE: ./build/src/platform/github/client/call.js
function begin(call, now) {
    return {
        call,
        request: call.request,
        away: false,
        attempts: 0,
        failures: 0,
        unauthorised: 0,
        redirects: 0,
        deadline: now + call.timeoutMs,
        unsettled: false,
        last: '',
    };
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/answer.js

function contentOf({ bytes, headers }) {
    const text = new TextDecoder().decode(bytes);
    if (text.trim() === '')
        return { data: undefined };
    try {
        return { data: JSON.parse(text) };
    }
    catch {
        const start = JSON.stringify(text.slice(0, 60));
        if (isHtml(text, headers)) {
            return {
                fault: `The answer is an HTML page (${start}), not GitHub's JSON: check that api-url is GitHub's API and that no proxy or login page stands in between.`,
            };
        }
        return { fault: `The answer is not complete JSON (it begins ${start}, ${bytes.byteLength} bytes).` };
    }
}
function messageIn(reply) {
    const content = contentOf(reply);
    if (!('data' in content) || !(0,records/* isRecord */.u)(content.data))
        return '';
    const { message, errors } = content.data;
    const details = Array.isArray(errors) ? errors.map(detailOf).filter((detail) => detail !== '') : [];
    return [typeof message === 'string' ? message : '', ...details].filter((part) => part !== '').join('; ');
}
function detailOf(error) {
    if (typeof error === 'string')
        return error;
    if (!(0,records/* isRecord */.u)(error))
        return '';
    if (typeof error.message === 'string')
        return error.message;
    return [error.resource, error.field, error.code].filter((part) => typeof part === 'string').join(' ');
}
function isHtml(text, headers) {
    return /text\/html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html)/i.test(text);
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/call-failure.js


function refusalOf(reply) {
    const requestId = reply.headers['x-github-request-id'];
    return { status: reply.status, said: reply.status >= 400 ? messageIn(reply) : '', requestId };
}
function failed(course, words, because = {}) {
    const { refusal, kind, ...options } = because;
    const repeated = course.failures > 0 && refusal ? ` It failed so ${course.failures + 1} times.` : '';
    return new github_errors/* GitHubError */.y_({ status: 0, ...placeOf(course), ...refusal, kind }, words + repeated, options);
}
function unclear(course, words, because = {}) {
    const { refusal, ...options } = because;
    return new github_errors/* AmbiguousWrite */.OH({ status: 0, ...placeOf(course), ...refusal }, words, options);
}
function tooLate(course, cause) {
    const seconds = course.call.timeoutMs / 1000;
    if (course.unsettled)
        return unclear(course, `No answer came within the deadline of ${seconds} s.`, { cause });
    const tried = course.attempts > 1 ? ` in ${course.attempts} attempts` : '';
    const last = course.last || 'No answer came.';
    return failed(course, `It was not done within its deadline of ${seconds} s${tried}. ${last}`, { cause });
}
function placeOf({ request, away }) {
    const { origin, pathname } = new URL(request.url);
    return { method: request.method, path: away ? origin + pathname : pathname };
}

// EXTERNAL MODULE: ./build/src/platform/time/backoff.js
var backoff = __webpack_require__(60667);
;// CONCATENATED MODULE: ./build/src/platform/github/client/permissions.js
const workflowDispatch = /workflows\/\{workflow_id\}\/dispatches$/;
const permissions = [
    [workflowDispatch, 'actions: write'],
    [/\/dispatches$/, 'contents: write'],
    [/\/(cancel|force-cancel|rerun|rerun-failed-jobs)$/, 'actions: write'],
    [/^GET .*\/actions\//, 'actions: read'],
    [/^GET .*\/(contents|git|releases|commits|tags)/, 'contents: read'],
    [/\/statuses\//, 'statuses: write'],
    [/\/(contents|git|releases|merges)/, 'contents: write'],
    [/^GET .*\/(issues|pulls)/, 'issues: read (pull-requests: read for a pull request)'],
    [/\/(issues|pulls)/, 'issues: write (pull-requests: write for a pull request)'],
    [/\/graphql$/, 'contents: write for a commit, else the permission of what is asked'],
];
function permissionOf({ route, headers, }) {
    const accepted = headers['x-accepted-github-permissions'];
    if (accepted) {
        return `the permission ${accepted
            .replace(/\s*;\s*/g, ' or ')
            .replace(/\s*,\s*/g, ' with ')
            .replaceAll('=', ': ')
            .replaceAll('_', '-')}`;
    }
    const known = permissions.find(([pattern]) => pattern.test(route))?.[1];
    return known ? `the permission ${known}` : 'the permission for this operation';
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/refusal-causes.js

const dispatchRoute = /\/dispatches$/;
const refusal_causes_workflowDispatch = /workflows\/\{workflow_id\}\/dispatches$/;
const causes = [
    {
        status: [401, 403, 404, 410, 422],
        when: ({ html }) => html,
        say: 'The answer is an HTML page, so it does not come from GitHub’s API: check api-url and the proxy settings.',
    },
    { status: [401], said: /expired/i, say: 'The token has expired: make a new one and store it in the secret.' },
    {
        status: [401],
        route: /^(GET|POST) \/(app|repos\/\{owner\}\/\{repo\}\/installation|orgs\/\{owner\}\/installation|users\/\{owner\}\/installation)/,
        say: 'GitHub does not accept the App’s key: check that app-id and private-key belong together, that the key was not deleted in the App’s settings, and that this machine’s clock is right.',
    },
    {
        status: [401],
        say: 'The token is not valid (mistyped, revoked or expired, or meant for another server than api-url): check the secret that holds it.',
    },
    {
        status: [403, 404],
        when: ({ headers }) => headers['x-github-sso'] !== undefined,
        say: ({ headers }) => {
            const url = /url=(https:[^\s;,]+)/.exec(headers['x-github-sso'] ?? '')?.[1];
            return `The organization enforces SAML single sign-on and the token is not authorized for it: authorize the token for the organization${url ? ` at ${url}` : ' in the settings of the token'}.`;
        },
    },
    {
        status: [403],
        said: /SAML/i,
        say: 'The organization enforces SAML single sign-on: authorize the token for it in the settings of the token ("Configure SSO").',
    },
    {
        status: [403],
        said: /IP allow list/i,
        say: 'The organization admits listed IP addresses only: add the runner’s address to its IP allow list, or use a runner with an admitted address.',
    },
    {
        status: [403],
        said: /forbids access via a (fine-grained )?personal access token/i,
        say: 'The organization does not accept this kind of token: use a GitHub App (app-id and private-key) or the kind that it allows.',
    },
    {
        status: [403, 422],
        said: /archived/i,
        say: 'The repository is archived, so nothing in it can be changed or run: unarchive it, or take it out of the manifest.',
    },
    {
        status: [403, 404, 422],
        route: dispatchRoute,
        said: /disabled/i,
        say: 'The workflow (or Actions in this repository) is disabled: enable it on the repository’s Actions page. GitHub disables scheduled workflows after 60 days without activity.',
    },
    {
        status: [401, 403, 404],
        said: /installation.*suspended|suspended.*installation/i,
        say: 'The installation of the GitHub App is suspended: an owner of the organization (or the App’s owner) has to lift that in the settings of the installation.',
    },
    {
        status: [403, 429],
        said: /rate limit|abuse detection/i,
        say: 'The rate limit was not lifted in time: it is shared by everything that uses this token. Run it again later, or use a GitHub App, whose limit is its own.',
    },
    {
        status: [403],
        route: /\/(rerun|rerun-failed-jobs)$/,
        said: /already running/i,
        say: 'The run has not ended, so it cannot be run again: wait until all of its jobs are over, or cancel it first.',
    },
    {
        status: [403, 404],
        route: /^(POST|PATCH) .*\/(git\/refs|releases)/,
        said: /workflow|not accessible by integration/i,
        say: 'The token lacks contents: write, or the commit’s workflow files differ from those of the default branch: GitHub then asks for the permission workflows as well, which a GITHUB_TOKEN can never have. Use a GitHub App or a fine-grained token with contents: write and workflows: write, or push the tag by git before the release is made.',
    },
    {
        status: [403],
        said: /not accessible by integration/i,
        say: (facts) => `The token is a GITHUB_TOKEN or an App’s and lacks ${permissionOf(facts)}. GITHUB_TOKEN: add it to the job’s permissions; it can never reach another repository, for which a token or App of that repository’s owner is needed. App: grant it in the App’s settings and accept it in the installation.`,
    },
    {
        status: [403],
        said: /not accessible by personal access token/i,
        say: (facts) => `The fine-grained token lacks ${permissionOf(facts)} on this repository: edit the token, and let the organization approve it.`,
    },
    {
        status: [403],
        when: ({ headers }) => headers['x-oauth-scopes'] !== undefined,
        say: (facts) => `The classic token has the scopes ${facts.headers['x-oauth-scopes'] || '(none)'}; needed is repo${/actions|workflow/.test(facts.route) ? ' (and workflow, to change workflow files)' : ''}, and its user needs write access to the repository.`,
    },
    {
        status: [403],
        say: (facts) => `The token may not do this: it needs ${permissionOf(facts)} on this repository, and its user or App needs access to it.`,
    },
    {
        status: [404],
        route: refusal_causes_workflowDispatch,
        say: 'Either the workflow file is not on the default branch (GitHub can only dispatch those; give its file name, such as release.yml), or the repository does not exist, or the token has no access to it: GitHub answers 404 for what a token may not see. A GITHUB_TOKEN reaches only its own repository. Needed: actions: write.',
    },
    {
        status: [404],
        route: /^GET .*\/contents\//,
        say: 'There is no such file at this ref, or no such ref or repository, or the token cannot see it (contents: read).',
    },
    {
        status: [404],
        route: /\/statuses\//,
        say: 'The repository does not exist or the token may not set statuses in it (statuses: write; classic: repo:status).',
    },
    {
        status: [404],
        route: /installation/,
        say: 'The GitHub App is not installed on this owner or repository: install it there, and check app-id.',
    },
    {
        status: [404],
        say: (facts) => `It does not exist, or the token has no access to it: GitHub answers 404 for what a token may not see, so check the name, and that the token reaches this repository with ${permissionOf(facts)}. A GITHUB_TOKEN reaches only its own repository.`,
    },
    {
        status: [410],
        route: /artifacts/,
        say: 'The artifact has expired or was deleted: run the workflow again, or raise its retention-days.',
    },
    {
        status: [410],
        route: /logs/,
        say: 'The log has expired or was deleted; GitHub keeps logs for the repository’s retention period.',
    },
    { status: [410], route: /issues/, say: 'Issues are turned off in this repository: turn them on in its settings.' },
    { status: [410], say: 'It was here and is gone for good: it expired, was deleted, or the feature is turned off.' },
    {
        status: [422],
        route: refusal_causes_workflowDispatch,
        said: /does not have .?workflow_dispatch/i,
        say: 'The workflow has no workflow_dispatch trigger at this ref: add `workflow_dispatch:` under `on:` there, and on the default branch.',
    },
    {
        status: [422],
        route: dispatchRoute,
        said: /failed to parse workflow|invalid workflow|workflow.*(not valid|syntax)/i,
        say: ({ said }) => `GitHub cannot read the workflow file at this ref${placeIn(said)}: correct it there; the Actions page of the repository shows what is wrong with it.`,
    },
    {
        status: [422],
        route: refusal_causes_workflowDispatch,
        said: /unexpected inputs/i,
        say: ({ said }) => `The workflow does not declare the input${named(said)}: declare it under on.workflow_dispatch.inputs at this ref, or do not send it.`,
    },
    {
        status: [422],
        route: refusal_causes_workflowDispatch,
        said: /required input/i,
        say: ({ said }) => `The workflow requires the input${named(said)}, which was not given: add it to inputs.`,
    },
    {
        status: [422],
        route: refusal_causes_workflowDispatch,
        said: /allowed values|not in the list/i,
        say: 'An input has a value that the workflow’s list of options does not hold: choose one of its options.',
    },
    {
        status: [422],
        route: refusal_causes_workflowDispatch,
        said: /no ref found for:? *["']?([0-9a-f]{40}\b|refs\/pull\/)/i,
        say: 'A workflow is dispatched on a branch or a tag, never on a commit or a pull request: give the name of a branch or tag that has the commit as ref, and the commit itself as an input.',
    },
    {
        status: [422],
        said: /no ref found|ref.*(not found|does not exist)|no commit found/i,
        say: 'The ref or commit does not exist in the repository: check its spelling (a branch or tag name), and that it was pushed.',
    },
    {
        status: [422],
        route: dispatchRoute,
        say: 'GitHub does not accept the dispatch: check ref, inputs and payload against what the workflow declares.',
    },
    {
        status: [422],
        said: /already.exists/i,
        say: 'It exists already: nothing was changed.',
    },
    {
        status: [422],
        said: /fast.forward/i,
        say: 'Somebody else moved the branch in between: read it again, then repeat the change.',
    },
    {
        status: [422],
        route: /\/statuses\//,
        say: 'GitHub does not accept the status: the commit must exist in this repository, and a commit and context take at most 1,000 statuses.',
    },
    {
        status: [422],
        say: 'GitHub understood the request but does not accept a value in it; its message names the field.',
    },
    {
        status: [400],
        say: 'GitHub could not read the request: check the values that went into it, and that api-url is right.',
    },
    {
        status: [409],
        route: /\/(cancel|force-cancel)$/,
        say: 'The run cannot be cancelled in its present state; most often it is over already.',
    },
    { status: [409], say: 'It conflicts with the present state: read it again, then repeat the change.' },
    { status: [429], say: 'The rate limit was not lifted in time: run it again later.' },
];
function named(said) {
    const names = [...said.matchAll(/["'`]([A-Za-z_][\w-]*)["'`]/g)].map((match) => match[1]);
    return names.length > 0 ? ` ${names.join(', ')}` : '';
}
function placeIn(said) {
    const [, line, column] = /line:?\s*(\d+),\s*col(?:umn)?:?\s*(\d+)/i.exec(said) ?? [];
    return line === undefined ? '' : ` (line ${line}, column ${column})`;
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/explain.js


function explain({ reply, said, route, overrides }) {
    const own = overrides?.[reply.status];
    if (own !== undefined)
        return own;
    if (reply.status >= 500)
        return 'GitHub itself failed; its state is on https://www.githubstatus.com.';
    const html = isHtml(new TextDecoder().decode(reply.bytes.subarray(0, 200)), reply.headers);
    const facts = { route, said, headers: reply.headers, html };
    const cause = causes.find((one) => fits(one, reply.status, facts));
    if (!cause)
        return 'GitHub refused it.';
    return typeof cause.say === 'string' ? cause.say : cause.say(facts);
}
function fits(cause, status, facts) {
    return (cause.status.includes(status) &&
        (cause.route?.test(facts.route) ?? true) &&
        (cause.said?.test(facts.said) ?? true) &&
        (cause.when?.(facts) ?? true));
}

// EXTERNAL MODULE: ./build/src/platform/net/redirects.js
var redirects = __webpack_require__(78544);
;// CONCATENATED MODULE: ./build/src/platform/github/client/github-redirects.js

function redirectOf(request, reply, mayLeave) {
    const from = new URL(request.url);
    const target = (0,redirects/* redirectTarget */.E)(from, reply);
    if (!target)
        return undefined;
    if ('refused' in target)
        return { refused: `It redirects to ${target.refused}, which is not followed.` };
    const { to } = target;
    if (!(0,redirects/* keepsMethod */.a)(reply.status, request.method)) {
        return { refused: `It has moved to ${to.origin}${to.pathname}: use the new name.` };
    }
    if (to.origin === from.origin)
        return { next: { ...request, url: to.href }, away: false };
    if (!mayLeave) {
        return { refused: `It redirects to another server (${to.origin}), which is not followed, so that no token leaks.` };
    }
    const agent = request.headers['user-agent'];
    const headers = agent === undefined ? {} : { 'user-agent': agent };
    return { next: { ...request, url: to.href, headers }, away: true };
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/rate-limit.js


const LONGEST_PAUSE_MS = 6 * 60 * 60 * 1000;
const LARGEST_SKEW_MS = 10 * 60 * 1000;
const wordsOfALimit = /rate limit|abuse detection|wait a few minutes/i;
function rateLimitOf(status, headers, said, now) {
    const after = retryAfter(headers['retry-after'], now);
    if (after !== undefined && (status === 403 || status === 429 || status >= 500)) {
        return { reason: `${status} with Retry-After`, until: after };
    }
    if (status !== 403 && status !== 429)
        return undefined;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining']?.trim() === '0' && reset > 0) {
        const limit = headers['x-ratelimit-limit'];
        const ahead = skew(now, dateOf(headers) ?? now);
        return {
            reason: `the limit of ${limit ?? 'all'} requests an hour is used up`,
            until: bounded(reset * 1000 + 1000 + ahead, now),
        };
    }
    if (status === 429 || wordsOfALimit.test(said))
        return { reason: 'secondary rate limit', until: undefined };
    return undefined;
}
function unveilLimit(reply) {
    if (reply.status !== 200 || !Buffer.from(reply.bytes).includes('"RATE_LIMITED"'))
        return reply;
    const content = contentOf(reply);
    const errors = 'data' in content && (0,records/* isRecord */.u)(content.data) ? content.data.errors : undefined;
    const limited = Array.isArray(errors) && errors.some((error) => (0,records/* isRecord */.u)(error) && error.type === 'RATE_LIMITED');
    return limited ? { ...reply, status: 429 } : reply;
}
function retryAfter(header, now) {
    const text = header?.trim() ?? '';
    if (/^\d+(\.\d+)?$/.test(text))
        return bounded(now + Number(text) * 1000, now);
    const date = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? undefined : bounded(date, now);
}
function skew(ours, theirs) {
    return Math.abs(ours - theirs) <= LARGEST_SKEW_MS ? ours - theirs : 0;
}
function dateOf(headers) {
    const time = Date.parse(headers.date ?? '');
    return Number.isNaN(time) ? undefined : time;
}
function bounded(until, now) {
    return Math.min(Math.max(until, now + 1000), now + LONGEST_PAUSE_MS);
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/next-step.js






const MOST_REDIRECTS = 5;
const TOKENS_FAULT = [401, 403, 404];
const AT_ONCE = { next: 'again', afterMs: 0 };
const BACKOFF = { firstMs: 1_000, factor: 2, longestMs: 30_000 };
function afterNoReply(course, cause, circumstances) {
    const words = wordsFor(cause, circumstances.token.name);
    course.last = words;
    if (!cause.sent)
        course.unsettled = false;
    if (cause.sent && !course.call.repeatable)
        return fail(unclear(course, words, { cause }));
    const kind = cause.kind === 'fault' ? 'fault' : 'passing';
    const error = failed(course, words, { cause, kind });
    return kind === 'passing' ? later(course, error, circumstances) : fail(error);
}
function wordsFor({ message, failure, sent }, token) {
    if (message.includes('["authorization"]')) {
        return `It was not sent, because ${token} holds a line break or another character that no token has: store the secret anew.`;
    }
    const isUnreached = !sent && (failure === 'name' || failure === 'connection' || failure === 'timeout');
    return `${message}.${isUnreached ? ' Check api-url, the network and the proxy settings.' : ''}`;
}
function afterReply(course, reply, circumstances) {
    const { call } = course;
    const { status } = reply;
    if (status >= 200 && status < 300)
        return accept(course, reply, circumstances);
    if (status === 304)
        return { next: 'done', answer: { reply, data: undefined } };
    const to = redirectOf(course.request, reply, call.expects === 'bytes');
    if (to)
        return redirect(course, { to, reply }, circumstances);
    const refusal = refusalOf(reply);
    course.last = `Last answer: ${status}${refusal.said ? ` ${refusal.said}` : ''}.`;
    if (course.away)
        return startOver(course, refusal, circumstances);
    const cause = explain({ reply, said: refusal.said, route: course.request.route, overrides: call.explain });
    const words = TOKENS_FAULT.includes(status) ? `${cause} Token used: ${circumstances.token.name}.` : cause;
    if (status < 500)
        return afterRefusal(course, { reply, refusal, words }, circumstances);
    if (!call.repeatable)
        return fail(unclear(course, words, { refusal }));
    return later(course, failed(course, words, { refusal }), circumstances);
}
function accept(course, reply, circumstances) {
    const { expects, repeatable } = course.call;
    course.unsettled = false;
    if (expects === 'bytes')
        return { next: 'done', answer: { reply, data: undefined } };
    const content = contentOf(reply);
    if ('data' in content)
        return { next: 'done', answer: { reply, data: content.data } };
    course.last = content.fault;
    const refusal = refusalOf(reply);
    if (!repeatable)
        return fail(unclear(course, content.fault, { refusal }));
    return later(course, failed(course, content.fault, { refusal, kind: 'passing' }), circumstances);
}
function redirect(course, { to, reply }, { renames }) {
    course.unsettled = false;
    const refusal = refusalOf(reply);
    if ('refused' in to)
        return fail(failed(course, to.refused, { refusal }));
    course.redirects += 1;
    if (course.redirects > MOST_REDIRECTS) {
        return fail(failed(course, `It redirects more than ${MOST_REDIRECTS} times.`, { refusal }));
    }
    if (!to.away && !course.away)
        renames.tell(course.request, to.next);
    course.request = to.next;
    course.away ||= to.away;
    return AT_ONCE;
}
function startOver(course, refusal, circumstances) {
    const error = failed(course, 'The storage that GitHub sent us to for the download failed.', { refusal });
    if (refusal.status === 404 || refusal.status === 410)
        return fail(error);
    Object.assign(course, { request: course.call.request, away: false, redirects: 0 });
    return later(course, error, circumstances);
}
function afterRefusal(course, { reply, refusal, words }, { now, token }) {
    course.unsettled = false;
    if (rateLimitOf(refusal.status, reply.headers, refusal.said, now))
        return AT_ONCE;
    if (refusal.status === 401 && course.unauthorised++ === 0) {
        return { next: 'again', afterMs: token.refresh() ? 0 : 1000 };
    }
    const older = namesVersion(refusal, course.request) ? course.call.olderVersion?.(course.request) : undefined;
    if (!older)
        return fail(failed(course, words, { refusal }));
    course.request = older;
    return AT_ONCE;
}
function namesVersion({ status, said }, { headers }) {
    if (status !== 400 && status !== 422)
        return false;
    const version = headers['x-github-api-version'] ?? '';
    return said.includes(version) || /x-github-api-version|\bapi version\b|return_run_details/i.test(said);
}
function later(course, error, { now, random }) {
    const afterMs = (0,backoff/* jitteredBackoffMs */.s)(BACKOFF, course.failures, random);
    course.failures += 1;
    return now + afterMs < course.deadline ? { next: 'again', afterMs } : fail(error);
}
function fail(error) {
    return { next: 'fail', error };
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/renames.js
class Renames {
    #log;
    #told = new Set();
    constructor(log) {
        this.#log = log;
    }
    tell(from, to) {
        const repository = /\/repos\/([^/]+\/[^/?]+)/.exec(new URL(from.url).pathname)?.[1];
        if (repository === undefined || this.#told.has(repository))
            return;
        this.#told.add(repository);
        this.#log?.warning(`${repository} was renamed or moved: GitHub answers from ${new URL(to.url).pathname}. Use its new name; the old one may be given to another repository.`);
    }
}

// EXTERNAL MODULE: ./build/src/platform/time/timed-signal.js
var timed_signal = __webpack_require__(61509);
// EXTERNAL MODULE: ./build/src/platform/time/until-aborted.js
var until_aborted = __webpack_require__(1577);
;// CONCATENATED MODULE: ./build/src/platform/github/client/request-deadline.js


class TimedOut extends Error {
    name = 'TimedOut';
    afterMs;
    constructor(ms) {
        super(`no end within ${Math.round(ms / 100) / 10} s`);
        this.afterMs = ms;
    }
}
async function within(bounds, work) {
    bounds.signal?.throwIfAborted();
    const { signal, clear } = (0,timed_signal/* timedSignal */.s)(bounds, () => new TimedOut(bounds.ms));
    try {
        return await (0,until_aborted/* untilAborted */.E)(work(signal), signal);
    }
    finally {
        clear();
    }
}

;// CONCATENATED MODULE: ./build/src/platform/github/client/sender.js







const ATTEMPT_MS = 15_000;
const MOST_ATTEMPTS = 12;
class Sender {
    #parts;
    #renames;
    constructor(parts) {
        this.#parts = parts;
        this.#renames = new Renames(parts.log);
    }
    async send(call) {
        const { clock } = this.#parts;
        const course = begin(call, clock.now());
        try {
            return await within({ clock, ms: call.timeoutMs, signal: call.signal }, (signal) => this.#follow(course, signal));
        }
        catch (error) {
            if (error instanceof TimedOut)
                throw tooLate(course, error);
            throw error;
        }
    }
    async #follow(course, signal) {
        while (course.attempts < MOST_ATTEMPTS) {
            const step = await this.#attempt(course, signal);
            if (step.next === 'done')
                return step.answer;
            if (step.next === 'fail')
                throw step.error;
            if (step.afterMs > 0)
                await this.#parts.clock.sleep(step.afterMs, signal);
        }
        throw failed(course, `It was given up after ${MOST_ATTEMPTS} attempts. ${course.last}`);
    }
    async #attempt(course, signal) {
        const { clock, random, token } = this.#parts;
        const circumstances = () => ({ now: clock.now(), random, token, renames: this.#renames });
        course.attempts += 1;
        try {
            const reply = await this.#request(course, signal);
            return afterReply(course, reply, circumstances());
        }
        catch (error) {
            if (!(error instanceof request_error/* RequestError */.G))
                throw error;
            return afterNoReply(course, error, circumstances());
        }
    }
    async #request(course, signal) {
        const { request, call, deadline } = course;
        const onSent = () => {
            course.unsettled = !call.repeatable;
        };
        const send = (outgoing) => this.#exchange(outgoing, call, { signal, onSent });
        if (course.away)
            return send(request);
        const authorization = `Bearer ${await this.#parts.token.get()}`;
        const authorised = { ...request, headers: { ...request.headers, authorization } };
        const kind = request.method === 'GET' ? 'read' : call.urgent ? 'urgent' : 'write';
        return this.#parts.traffic.run({ kind, deadline, signal }, () => this.#inTurn(() => send(authorised)));
    }
    async #inTurn(send) {
        const { traffic, clock, usage } = this.#parts;
        const leftAt = clock.now();
        usage.requests += 1;
        usage.charged += 1;
        const reply = unveilLimit(await send());
        if (reply.status === 304) {
            usage.charged -= 1;
            usage.notModified += 1;
        }
        const expiresAt = expiryOf(reply.headers);
        if (expiresAt !== undefined)
            usage.tokenExpiresAt = expiresAt;
        const limit = rateLimitOf(reply.status, reply.headers, refusalOf(reply).said, clock.now());
        if (limit)
            traffic.limited(limit, leftAt);
        else
            traffic.answered(leftAt);
        return reply;
    }
    async #exchange(request, call, { signal, onSent }) {
        const { clock, transport } = this.#parts;
        const { maxBytes, sink } = call;
        const message = messageOf(request, sink ? 'identity' : 'gzip');
        const ms = timeFor(call);
        const limits = { maxBytes, sink, timeoutMs: ms, onSent };
        if (!call.repeatable)
            return transport(message, { ...limits, signal });
        try {
            return await within({ clock, ms, signal }, (inner) => transport(message, { ...limits, signal: inner }));
        }
        catch (error) {
            if (!(error instanceof TimedOut) || signal.aborted)
                throw error;
            throw new request_error/* RequestError */.G('timeout', `No complete answer came within ${ms / 1000} s`, { sent: true, cause: error });
        }
    }
}
function expiryOf(headers) {
    const said = headers['github-authentication-token-expiration'];
    const at = Date.parse((said ?? '').replace(/^(\S+) (\S+) UTC$/, '$1T$2Z'));
    return Number.isNaN(at) ? undefined : at;
}
function timeFor({ repeatable, expects, timeoutMs }) {
    if (!repeatable)
        return timeoutMs;
    return expects === 'bytes' ? Math.max(ATTEMPT_MS, timeoutMs / 2) : ATTEMPT_MS;
}
function messageOf({ method, url, headers, body }, encoding) {
    const packed = { 'accept-encoding': encoding, ...headers };
    return { method, url: new URL(url), headers: packed, ...(body === undefined ? {} : { body: Buffer.from(body) }) };
}

// EXTERNAL MODULE: ./build/src/platform/github/client/traffic.js
var traffic = __webpack_require__(9756);
;// CONCATENATED MODULE: ./build/src/platform/github/client/client.js











const API_VERSION = '2026-03-10';
const OLDER_API_VERSION = '2022-11-28';
const TIMEOUT_MS = 30_000;
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;
function createClient(options) {
    return new Client(options);
}
class Client {
    apiUrl;
    usage = { requests: 0, charged: 0, notModified: 0 };
    #token;
    #route;
    #sender;
    #etags = new Etags();
    #redact;
    #apiVersion = API_VERSION;
    constructor({ token, clock, log, writeGapMs = 1000, ...options }) {
        this.apiUrl = (0,trim_end/* trimEnd */.s)(options.apiUrl ?? 'https://api.github.com', '/');
        this.#token = token;
        this.#redact = options.redact ?? ((value) => value);
        this.#route = createRouter(this.apiUrl);
        this.#sender = new Sender({
            token,
            clock,
            log,
            transport: options.transport ?? (0,github_network/* gitHubTransport */.f)({}),
            random: options.random ?? Math.random,
            traffic: options.traffic ?? new traffic/* Traffic */.e({ clock, writeGapMs }),
            usage: this.usage,
        });
    }
    async read(route, params = {}, options = {}) {
        const { data } = await this.#send(this.#request(route, params, options), options);
        return data;
    }
    async poll(route, params = {}, options = {}) {
        const request = this.#request(route, params, options);
        const token = await this.#token.get();
        const known = this.#etags.get(request.url, token);
        const headers = known ? { ...request.headers, 'if-none-match': known.etag } : request.headers;
        const { reply, data } = await this.#send({ ...request, headers }, options);
        if (reply.status === 304 && known)
            return { data: known.data, changed: false };
        const etag = reply.headers.etag;
        if (etag)
            this.#etags.set(request.url, token, { etag, data });
        return { data: data, changed: true };
    }
    async list(route, params, { limit, key, ...options }) {
        const items = [];
        let request = this.#request(route, { per_page: Math.min(limit, 100), ...params }, options);
        while (request && items.length < limit) {
            const { reply, data } = await this.#send(request, options);
            const page = key !== undefined && (0,records/* isRecord */.u)(data) ? data[key] : data;
            if (!Array.isArray(page))
                throw notTheForm(request, `a list${key ? ` named ${key}` : ''}`);
            items.push(...page);
            request = page.length > 0 ? this.#nextPage(request, reply.headers) : undefined;
        }
        return items.slice(0, limit);
    }
    async download(route, params, { maxBytes, sink, ...options }) {
        const request = this.#request(route, params, options);
        const { reply } = await this.#send(request, options, { expects: 'bytes', maxBytes, sink });
        return reply.bytes;
    }
    write(route, params = {}, options = {}) {
        return this.#write(route, params, options, false);
    }
    writeIdempotent(route, params = {}, options = {}) {
        return this.#write(route, params, options, true);
    }
    async graphql(query, variables, { idempotent = false, onRefused, ...options } = {}) {
        const made = this.#request('POST /graphql', { query, variables: this.#clean(variables) }, options);
        const request = { ...made, url: made.url.replace(/\/api\/v3\/graphql$/, '/api/graphql') };
        const answered = await this.#send(request, options, { repeatable: idempotent });
        return graphqlData(answered, { request, idempotent, tokenName: this.#token.name, onRefused });
    }
    async #write(route, params, options, repeatable) {
        const { reply, data } = await this.#send(this.#request(route, this.#clean(params), options), options, {
            repeatable,
        });
        return { status: reply.status, headers: reply.headers, data: data };
    }
    #clean(params) {
        return withFreeTexts(params, this.#redact);
    }
    #request(route, params, options) {
        return this.#route(route, params, {
            accept: 'application/vnd.github+json',
            'x-github-api-version': options.apiVersion ?? this.#apiVersion,
        });
    }
    #send(request, options, rules = {}) {
        return this.#sender.send({
            request,
            repeatable: true,
            expects: 'json',
            maxBytes: LARGEST_ANSWER_BYTES,
            timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
            signal: options.signal,
            urgent: options.urgent ?? false,
            explain: options.explain,
            olderVersion: options.apiVersion === undefined ? (refused) => this.#older(refused) : undefined,
            ...rules,
        });
    }
    #older(refused) {
        if (refused.headers['x-github-api-version'] === OLDER_API_VERSION)
            return undefined;
        this.#apiVersion = OLDER_API_VERSION;
        return { ...refused, headers: { ...refused.headers, 'x-github-api-version': OLDER_API_VERSION } };
    }
    #nextPage(request, headers) {
        const url = (0,link_header/* nextLink */.I)(headers.link);
        if (url === undefined || !URL.canParse(url, request.url))
            return undefined;
        const next = new URL(url, request.url);
        if (next.origin !== new URL(request.url).origin) {
            throw notTheForm(request, `the next page on the same server (it points to ${next.origin})`);
        }
        return { ...request, url: next.href };
    }
}
function notTheForm(request, expected) {
    return new github_errors/* GitHubError */.y_({ method: request.method, path: new URL(request.url).pathname, status: 200 }, `The answer has not the form of GitHub's: expected ${expected}.`);
}


/***/ }),

/***/ 78685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ gitHubTransport)
/* harmony export */ });
/* harmony import */ var _net_network_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55386);
/* harmony import */ var _net_transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19748);


function gitHubTransport(env) {
    const authorityHint = 'for a server with an own authority, set NODE_EXTRA_CA_CERTS to its certificate file';
    return (0,_net_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .createTransport */ .o)((0,_net_network_js__WEBPACK_IMPORTED_MODULE_0__/* .createNetwork */ .VS)({ trusted: true, env, authorityHint }));
}


/***/ }),

/***/ 9756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ Traffic)
/* harmony export */ });
/* harmony import */ var _github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86744);

const FIRST_SECONDARY_PAUSE_MS = 60_000;
const LONGEST_SECONDARY_PAUSE_MS = 30 * 60_000;
class Traffic {
    #clock;
    #concurrency;
    #writeGapMs;
    #waiting = new Set();
    #underWay = 0;
    #nextWriteAt = Number.NEGATIVE_INFINITY;
    #pause = { since: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY, reason: '' };
    #secondaryLimits = 0;
    #alarm;
    constructor({ clock, concurrency = 20, writeGapMs = 1000 }) {
        this.#clock = clock;
        this.#concurrency = concurrency;
        this.#writeGapMs = writeGapMs;
    }
    run({ kind, deadline, signal }, send) {
        return new Promise((resolve, reject) => {
            if (signal.aborted)
                return reject(signal.reason);
            const leave = () => {
                signal.removeEventListener('abort', abandon);
                this.#waiting.delete(waiting);
            };
            const abandon = () => {
                leave();
                reject(signal.reason);
                this.#admit();
            };
            const waiting = {
                kind,
                deadline,
                refuse: (reason) => {
                    leave();
                    reject(reason);
                },
                start: () => {
                    leave();
                    resolve(this.#during(send));
                },
            };
            signal.addEventListener('abort', abandon, { once: true });
            this.#waiting.add(waiting);
            this.#admit();
        });
    }
    limited({ reason, until }, leftAt) {
        const now = this.#clock.now();
        const end = until ?? now + this.#secondaryPause(leftAt);
        const goesOn = now < this.#pause.until;
        if (end > this.#pause.until)
            this.#pause = { since: goesOn ? this.#pause.since : now, until: end, reason };
        this.#admit();
    }
    answered(leftAt) {
        if (leftAt > this.#pause.since)
            this.#secondaryLimits = 0;
    }
    #secondaryPause(leftAt) {
        if (leftAt <= this.#pause.since && this.#secondaryLimits > 0)
            return FIRST_SECONDARY_PAUSE_MS;
        this.#secondaryLimits += 1;
        return Math.min(FIRST_SECONDARY_PAUSE_MS * 2 ** (this.#secondaryLimits - 1), LONGEST_SECONDARY_PAUSE_MS);
    }
    async #during(send) {
        this.#underWay += 1;
        try {
            return await send();
        }
        finally {
            this.#underWay -= 1;
            this.#admit();
        }
    }
    #admit() {
        this.#alarm?.abort();
        this.#alarm = undefined;
        const now = this.#clock.now();
        const { until, reason } = this.#pause;
        if (now < until) {
            for (const one of this.#waiting)
                if (one.deadline < until)
                    one.refuse(new _github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Paused */ .hN(reason, until));
            this.#wakeAt(until);
            return;
        }
        for (const one of this.#waiting) {
            if (this.#underWay >= this.#concurrency)
                return;
            if (now > one.deadline)
                continue;
            if (one.kind === 'write' && now < this.#nextWriteAt)
                continue;
            if (one.kind === 'write')
                this.#nextWriteAt = now + this.#writeGapMs;
            one.start();
        }
        this.#wakeAt(this.#nextWriteAt);
    }
    #wakeAt(time) {
        if (this.#waiting.size === 0)
            return;
        const alarm = new AbortController();
        this.#alarm = alarm;
        this.#clock.sleep(time - this.#clock.now(), alarm.signal).then(() => this.#admit(), () => { });
    }
}


/***/ }),

/***/ 1577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ untilAborted)
/* harmony export */ });
async function untilAborted(work, signal) {
    let abort = () => { };
    const aborted = new Promise((_, reject) => {
        abort = () => reject(signal.reason);
        if (signal.aborted)
            abort();
        signal.addEventListener('abort', abort, { once: true });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}


/***/ })
,

/***/ 86744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ AmbiguousWrite),
/* harmony export */   hN: () => (/* binding */ Paused),
/* harmony export */   iK: () => (/* binding */ GitHubFailure),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

class GitHubFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E {
    method;
    path;
    status;
    requestId;
    said;
    constructor(kind, call, explanation, options) {
        super(kind, describe(call, explanation), options);
        this.method = call.method;
        this.path = call.path;
        this.status = call.status;
        this.requestId = call.requestId;
        this.said = call.said;
    }
}
class GitHubError extends GitHubFailure {
    name = 'GitHubError';
    constructor(call, explanation, options) {
        const passes = call.status === 0 || call.status === 429 || call.status >= 500;
        super(call.kind ?? (passes ? 'passing' : 'fault'), call, explanation, options);
    }
}
class AmbiguousWrite extends GitHubFailure {
    name = 'AmbiguousWrite';
    constructor(call, reason, options) {
        super('unclear', call, `${reason} GitHub may or may not have acted on it; look before it is sent again.`, options);
    }
}
class Paused extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .KnownError */ .E {
    name = 'Paused';
    until;
    reason;
    constructor(reason, until) {
        super('paused', `GitHub asked for a pause (${reason}) that outlasts this request's deadline. Nothing is sent before ${new Date(until).toISOString()}; come back then.`);
        this.until = until;
        this.reason = reason;
    }
}
function describe({ method, path, status, requestId, said }, explanation) {
    const outcome = status > 0 ? `answered ${status}` : 'failed';
    const quote = said ? ` (${JSON.stringify(said.slice(0, 300))})` : '';
    const id = requestId ? ` Request id ${requestId}.` : '';
    return `${method} ${path} ${outcome}${quote}. ${explanation}${id}`.replace(/[\r\n]+/g, ' ');
}


/***/ }),

/***/ 31497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ownerAndRepo),
/* harmony export */   b: () => (/* binding */ ownerOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

function ownerAndRepo(repository) {
    const [owner = '', repo = '', more] = repository.split('/');
    if (owner === '' || repo === '' || more !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${JSON.stringify(repository)} is not a repository: expected owner/name.`);
    }
    return { owner, repo };
}
function ownerOf(repository) {
    return ownerAndRepo(repository).owner;
}


/***/ })
,

/***/ 23019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ensure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

async function ensure(create, find, { attempts = 1 } = {}) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await create();
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(error) !== 'unclear')
                throw error;
            const found = await find();
            if (found !== undefined)
                return found;
            if (attempt >= attempts)
                throw error;
        }
    }
}


/***/ })
,

/***/ 97807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YT: () => (/* binding */ absentIs404),
/* harmony export */   _3: () => (/* binding */ createRef),
/* harmony export */   cX: () => (/* binding */ getRef),
/* harmony export */   du: () => (/* binding */ updateRef),
/* harmony export */   jq: () => (/* binding */ deleteRef)
/* harmony export */ });
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86744);
/* harmony import */ var _ensure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23019);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31497);



async function getRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref };
    return absentIs404(async () => {
        const found = await client.read('GET /repos/{owner}/{repo}/git/ref/{ref}', params, options);
        return found.object.sha;
    });
}
async function createRef(client, repository, { ref, sha }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref: `refs/${ref}`, sha };
    try {
        await client.write('POST /repos/{owner}/{repo}/git/refs', params, options);
        return 'created';
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422 && /already exists/i.test(error.said ?? ''))
            return 'exists';
        throw error;
    }
}
async function updateRef(client, repository, { ref, sha, force = false }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref, sha, force };
    const move = async () => {
        try {
            await client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', params, options);
            return 'updated';
        }
        catch (error) {
            if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422 && /fast.forward/i.test(error.said ?? ''))
                return 'lost-race';
            throw error;
        }
    };
    const isThere = async () => (await getRef(client, repository, ref, options)) === sha;
    return (0,_ensure_js__WEBPACK_IMPORTED_MODULE_1__/* .ensure */ .D)(move, async () => ((await isThere()) ? 'updated' : undefined));
}
async function deleteRef(client, repository, ref, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref };
    try {
        await client.writeIdempotent('DELETE /repos/{owner}/{repo}/git/refs/{ref}', params, options);
        return 'deleted';
    }
    catch (error) {
        const absent = error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && (error.status === 404 || /does not exist/i.test(error.said ?? ''));
        if (absent)
            return 'absent';
        throw error;
    }
}
async function absentIs404(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 404)
            return undefined;
        throw error;
    }
}


/***/ })
,

/***/ 54383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   _h: () => (/* binding */ writeFile),
/* harmony export */   hy: () => (/* binding */ readFileVersion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31497);



async function readFile(client, repository, place, options) {
    return (await readFileVersion(client, repository, place, options))?.text;
}
async function readFileVersion(client, repository, { path, ref }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), path, ref };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .absentIs404 */ .YT)(async () => {
        const { data: file } = await client.poll('GET /repos/{owner}/{repo}/contents/{path}', params, options);
        return { text: await decode(client, { repository, path, file }, options), sha: file.sha };
    });
}
async function writeFile(client, repository, { path, branch, text, message, sha }, options) {
    const content = Buffer.from(text).toString('base64');
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), path, branch, message, content, ...(sha === undefined ? {} : { sha }) };
    await client.write('PUT /repos/{owner}/{repo}/contents/{path}', params, options);
}
async function decode(client, { repository, path, file }, options) {
    if (Array.isArray(file) || file.type !== 'file') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} in ${repository} is not a file but a ${Array.isArray(file) ? 'folder' : file.type}.`);
    }
    if (file.encoding === 'base64')
        return Buffer.from(file.content ?? '', 'base64').toString('utf8');
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), file_sha: file.sha };
    const blob = await client.read('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', params, options);
    return Buffer.from(blob.content, 'base64').toString('utf8');
}


/***/ })
,

/***/ 13029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createOrphanCommit)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31497);



async function createOrphanCommit(client, repository, { message, path, content }, options) {
    const where = (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository);
    const make = async (what, params) => (await client.writeIdempotent(`POST /repos/{owner}/{repo}/git/${what}`, { ...where, ...params }, options)).data.sha;
    const commit = (tree) => make('commits', { message, tree, parents: [] });
    try {
        return await commit(treeOf(path, content));
    }
    catch (error) {
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_) || error.status !== 422)
            throw error;
        return commit(await make('trees', { tree: [{ path, mode: '100644', type: 'blob', content }] }));
    }
}
function treeOf(path, content) {
    const blob = objectId('blob', Buffer.from(content));
    const entry = Buffer.concat([Buffer.from(`100644 ${path}\0`), Buffer.from(blob, 'hex')]);
    return objectId('tree', entry);
}
function objectId(type, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}


/***/ })
,

/***/ 90549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ readRepository),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   rL: () => (/* binding */ readTopics)
/* harmony export */ });
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31497);


async function readRepository(client, repository, options) {
    const route = 'GET /repos/{owner}/{repo}';
    const { data: found } = await client.poll(route, (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), options);
    const pushed = Date.parse(found.pushed_at ?? '');
    return {
        name: found.full_name ?? repository,
        defaultBranch: found.default_branch,
        isPrivate: found.private,
        isArchived: found.archived ?? false,
        hasPage: found.has_pages ?? false,
        pushedAt: Number.isNaN(pushed) ? undefined : pushed,
    };
}
function findRepository(client, repository, options) {
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIs404 */ .YT)(() => readRepository(client, repository, options));
}
async function readTopics(client, repository, options) {
    const params = (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository);
    return (await client.read('GET /repos/{owner}/{repo}/topics', params, options)).names;
}


/***/ })
,

/***/ 44663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ namedWorkflows),
/* harmony export */   Dl: () => (/* binding */ listWorkflows),
/* harmony export */   K4: () => (/* binding */ rerunFailedJobs),
/* harmony export */   Mh: () => (/* binding */ getRun),
/* harmony export */   Mw: () => (/* binding */ getWorkflow),
/* harmony export */   Su: () => (/* binding */ cancelRun),
/* harmony export */   ZE: () => (/* binding */ pollRun),
/* harmony export */   rI: () => (/* binding */ forceCancelRun),
/* harmony export */   st: () => (/* binding */ recentRuns),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31497);


const RUN = '/repos/{owner}/{repo}/actions/runs/{run_id}';
async function getRun(client, repository, id, options) {
    return toRun(await client.read(`GET ${RUN}`, runParams(repository, id), options));
}
async function pollRun(client, repository, id, options) {
    const { data, changed } = await client.poll(`GET ${RUN}`, runParams(repository, id), options);
    return { data: toRun(data), changed };
}
async function listRuns(client, repository, { workflow, createdSince, headSha, perPage = 100, limit = 100, ...filter } = {}, options = {}) {
    const params = {
        ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository),
        ...filter,
        head_sha: headSha,
        workflow_id: workflow,
        created: createdSince === undefined ? undefined : `>=${new Date(createdSince).toISOString().slice(0, 19)}Z`,
        per_page: perPage,
    };
    const route = workflow === undefined ? 'runs' : 'workflows/{workflow_id}/runs';
    const runs = await client.list(`GET /repos/{owner}/{repo}/actions/${route}`, params, {
        ...options,
        limit,
        key: 'workflow_runs',
    });
    return runs.map(toRun);
}
async function recentRuns(client, repository, { workflow, event, branch }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), workflow_id: workflow, event, branch, per_page: 5 };
    const place = workflow === undefined ? 'runs' : 'workflows/{workflow_id}/runs';
    const route = `GET /repos/{owner}/{repo}/actions/${place}`;
    const { data } = await client.poll(route, params, options);
    return data.workflow_runs.map(toRun);
}
function cancelRun(client, repository, id, options) {
    return cancel(client, 'cancel', runParams(repository, id), options);
}
function forceCancelRun(client, repository, id, options) {
    return cancel(client, 'force-cancel', runParams(repository, id), options);
}
async function cancel(client, operation, params, options) {
    return unlessConflict(client.writeIdempotent(`POST ${RUN}/${operation}`, params, options));
}
async function unlessConflict(request) {
    try {
        await request;
        return 'requested';
    }
    catch (error) {
        if (error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 409)
            return 'refused';
        throw error;
    }
}
async function rerunFailedJobs(client, repository, id, options) {
    await client.write(`POST ${RUN}/rerun-failed-jobs`, runParams(repository, id), options);
}
async function getWorkflow(client, repository, workflow, options) {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}';
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), workflow_id: workflow };
    return toWorkflow((await client.poll(route, params, options)).data);
}
async function listWorkflows(client, repository, options) {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows';
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), per_page: 100 };
    const { data } = await client.poll(route, params, options);
    return data.workflows.map(toWorkflow);
}
function namedWorkflows(workflows, name) {
    const exact = workflows.filter((workflow) => workflow.name === name);
    return exact.length > 0 ? exact : workflows.filter((one) => one.name.toLowerCase() === name.toLowerCase());
}
function toWorkflow({ id, name, path, state, html_url = '' }) {
    return { id, name, path, state, url: html_url };
}
function runParams(repository, id) {
    return { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), run_id: id };
}
function toRun(raw) {
    const createdAt = raw.created_at ?? '';
    return {
        id: raw.id,
        url: raw.html_url ?? '',
        name: raw.name ?? '',
        displayTitle: raw.display_title ?? '',
        event: raw.event ?? '',
        status: raw.status ?? '',
        conclusion: raw.conclusion ?? undefined,
        attempt: raw.run_attempt ?? 1,
        createdAt,
        updatedAt: raw.updated_at ?? createdAt,
        startedAt: raw.run_started_at ?? createdAt,
        headBranch: raw.head_branch ?? '',
        headSha: raw.head_sha ?? '',
        path: raw.path ?? '',
        actor: raw.actor?.login ?? '',
    };
}


/***/ })
,

/***/ 89292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ addComment),
/* harmony export */   Ko: () => (/* binding */ createIssue),
/* harmony export */   Tu: () => (/* binding */ deleteComment),
/* harmony export */   ar: () => (/* binding */ issueComments),
/* harmony export */   k0: () => (/* binding */ labelledIssues),
/* harmony export */   tt: () => (/* binding */ updateIssue),
/* harmony export */   vv: () => (/* binding */ updateComment),
/* harmony export */   zE: () => (/* binding */ setIssueState)
/* harmony export */ });
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31497);

const MOST_ISSUES = 500;
const MOST_COMMENTS = 3_000;
async function labelledIssues(client, repository, { label, state, since }, options = {}) {
    const params = {
        ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository),
        labels: label,
        state,
        sort: 'created',
        direction: 'asc',
        ...(since !== undefined && { since: new Date(since).toISOString() }),
    };
    const rows = await client.list('GET /repos/{owner}/{repo}/issues', params, {
        ...options,
        limit: MOST_ISSUES,
    });
    return rows.filter((row) => row.pull_request === undefined).map(issueOf);
}
async function createIssue(client, repository, issue, options = {}) {
    const { assignees, ...rest } = issue;
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), ...rest, ...(assignees.length > 0 && { assignees }) };
    const { data } = await client.write('POST /repos/{owner}/{repo}/issues', params, options);
    return issueOf(data);
}
async function updateIssue(client, repository, { number, title, body }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number, title, body };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}
async function setIssueState(client, repository, { number, state }, options = {}) {
    const reason = state === 'closed' ? 'completed' : 'reopened';
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number, state, state_reason: reason };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}
async function issueComments(client, repository, number, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const rows = await client.list(route, params, { ...options, limit: MOST_COMMENTS });
    return rows.map(commentOf);
}
async function addComment(client, repository, { number, body }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number, body };
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    return commentOf((await client.write(route, params, options)).data);
}
async function updateComment(client, repository, { id, body }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), comment_id: id, body };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', params, options);
}
async function deleteComment(client, repository, id, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), comment_id: id };
    await client.writeIdempotent('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', params, options);
}
function issueOf({ number, html_url, body, labels = [], assignees, created_at, closed_at, state_reason, }) {
    return {
        number,
        url: html_url,
        body: body ?? '',
        labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
        assignees: (assignees ?? []).map(({ login }) => login),
        createdAt: Date.parse(created_at),
        ...(closed_at ? { closedAt: Date.parse(closed_at) } : {}),
        ...(closed_at && state_reason === 'not_planned' ? { notPlanned: true } : {}),
    };
}
function commentOf({ id, html_url, body = '' }) {
    return { id, url: html_url, body };
}


/***/ })
,

/***/ 50921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ defaultBranch)
/* harmony export */ });
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31497);

async function defaultBranch(client, repository, options) {
    const found = await client.read('GET /repos/{owner}/{repo}', (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), options);
    return found.default_branch;
}


/***/ })
,

/***/ 27911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ releaseByTag),
/* harmony export */   YG: () => (/* binding */ createRelease),
/* harmony export */   Z$: () => (/* binding */ targetOfTag),
/* harmony export */   cB: () => (/* binding */ listTags)
/* harmony export */ });
/* unused harmony exports latestRelease, listReleases */
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86744);
/* harmony import */ var _default_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50921);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31497);




async function latestRelease(client, repository, options) {
    return absentIs404(async () => toRelease(await client.read('GET /repos/{owner}/{repo}/releases/latest', ownerAndRepo(repository), options)));
}
async function releaseByTag(client, repository, tag, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), tag };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .absentIs404 */ .YT)(async () => toRelease(await client.read('GET /repos/{owner}/{repo}/releases/tags/{tag}', params, options)));
}
async function listReleases(client, repository, { limit = 100, ...options } = {}) {
    const params = ownerAndRepo(repository);
    const releases = await client.list('GET /repos/{owner}/{repo}/releases', params, { ...options, limit });
    return releases.map(toRelease);
}
async function listTags(client, repository, { limit = 300, ...options } = {}) {
    const tags = await client.list('GET /repos/{owner}/{repo}/tags', (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), { ...options, limit });
    return tags.map(({ name, commit }) => ({ name, sha: commit.sha }));
}
async function targetOfTag(client, repository, { tag, sha }, options) {
    if ((await (0,_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .getRef */ .cX)(client, repository, `tags/${tag}`, options)) !== undefined)
        return undefined;
    const branch = await (0,_default_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultBranch */ .O)(client, repository, options);
    const tip = await (0,_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .getRef */ .cX)(client, repository, `heads/${branch}`, options);
    return tip === sha ? undefined : sha;
}
async function createRelease(client, repository, { tag, target, ...release }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), ...release, tag_name: tag, target_commitish: target };
    try {
        const { data } = await client.write('POST /repos/{owner}/{repo}/releases', params, options);
        return { outcome: 'created', release: toRelease(data) };
    }
    catch (error) {
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_) || error.status !== 422 || !/already.exists/i.test(error.said ?? ''))
            throw error;
        const existing = await releaseByTag(client, repository, tag, options);
        if (!existing)
            throw error;
        return { outcome: 'exists', release: existing };
    }
}
function toRelease(raw) {
    return {
        id: raw.id,
        tag: raw.tag_name,
        name: raw.name ?? '',
        url: raw.html_url ?? '',
        draft: raw.draft ?? false,
        prerelease: raw.prerelease ?? false,
        publishedAt: raw.published_at ?? undefined,
        body: raw.body ?? '',
    };
}


/***/ })
,

/***/ 33471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ COMMIT_STATES),
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   vM: () => (/* binding */ listStatuses)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31497);



const COMMIT_STATES = ['pending', 'success', 'failure', 'error'];
const LONGEST_DESCRIPTION = 140;
const MOST_STATUSES = 1_000;
async function setStatus(client, repository, { sha, context, state, description, targetUrl }, options = {}) {
    const body = { context, state, description: cut(description), ...(targetUrl && { target_url: targetUrl }) };
    const explain = {
        403: `Setting a status needs a token with Commit statuses: write on ${repository}.`,
        404: `Either the token cannot see ${repository}, or it lacks Commit statuses: write there.`,
    };
    try {
        await client.writeIdempotent('POST /repos/{owner}/{repo}/statuses/{sha}', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), sha, ...body }, { ...options, explain });
    }
    catch (error) {
        if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_) || error.status !== 422)
            throw error;
        const why = /maximum number of statuses/i.test(error.said ?? '')
            ? `GitHub keeps at most 1,000 statuses of one context on a commit, and ${sha.slice(0, 7)} has them for ${context}. Push a new commit, or use another context.`
            : `GitHub took no status for ${sha.slice(0, 7)} in ${repository}: ${error.said}. Was the commit pushed, or force-pushed away?`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(why, { cause: error });
    }
}
async function listStatuses(client, repository, sha, options = {}) {
    const statuses = await client.list('GET /repos/{owner}/{repo}/commits/{ref}/statuses', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndRepo */ .H)(repository), ref: sha }, { ...options, limit: MOST_STATUSES });
    return statuses.map(({ context = '', state = '', description, target_url, creator, created_at = '' }) => ({
        ...{ context, state: state, description: description ?? '', targetUrl: target_url ?? '' },
        ...{ creator: creator?.login ?? '', createdAt: Date.parse(created_at) },
    }));
}
function cut(text) {
    const flat = text.replace(/\s+/g, ' ').trim();
    const characters = [...flat];
    return characters.length <= LONGEST_DESCRIPTION ? flat : `${characters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`;
}


/***/ })
,

/***/ 99593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare),
/* harmony export */   y: () => (/* binding */ commitsAhead)
/* harmony export */ });
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97807);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31497);


const MOST_FILES = 300;
async function compare(client, repository, { base, head }, options) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), basehead: `${base}...${head}` };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIs404 */ .YT)(async () => {
        const { status, files } = await client.read('GET /repos/{owner}/{repo}/compare/{basehead}', params, options);
        const paths = (files ?? []).flatMap(({ filename, previous_filename: before }) => before === undefined ? [filename] : [filename, before]);
        return { status, files: paths, complete: files !== undefined && files.length < MOST_FILES };
    });
}
async function commitsAhead(client, repository, { base, head }, options) {
    const page = { per_page: 1, page: 2 };
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), basehead: `${base}...${head}`, ...page };
    return (0,_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .absentIs404 */ .YT)(async () => {
        const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
        return (await client.poll(route, params, options)).data.ahead_by;
    });
}


/***/ })
,

/***/ 29159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ dispatchEvent),
/* harmony export */   i: () => (/* binding */ dispatchWorkflow)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _client_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49580);
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31497);




const MOST_INPUTS = 25;
const LONGEST_INPUTS = 65_535;
const MOST_PAYLOAD_KEYS = 10;
const LARGEST_PAYLOAD = 64 * 1024;
const LONGEST_EVENT_TYPE = 100;
async function dispatchWorkflow(client, { repository, workflow, ref, inputs = {}, mustName = false }, options) {
    refuse(inputFaults(inputs));
    const version = mustName ? { ...options, apiVersion: _client_client_js__WEBPACK_IMPORTED_MODULE_1__/* .API_VERSION */ .m } : options;
    const { data } = await client
        .write('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), workflow_id: workflow, ref, inputs }, version)
        .catch((error) => {
        throw mustName && isVersionRefused(error) ? namesNoRuns(repository, workflow, error) : error;
    });
    if (data?.workflow_run_id === undefined)
        return {};
    return { run: { id: data.workflow_run_id, url: data.html_url ?? '' } };
}
function isVersionRefused(error) {
    if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_) || (error.status !== 400 && error.status !== 422))
        return false;
    return new RegExp(`${_client_client_js__WEBPACK_IMPORTED_MODULE_1__/* .API_VERSION */ .m}|return_run_details|api version`, 'i').test(error.said ?? '');
}
function namesNoRuns(repository, workflow, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Nothing was sent: this server does not say which run a dispatch of ${workflow} in ${repository} becomes (GitHub Enterprise Server does from 3.21 on), and there is no nonce to find it by. ` +
        'Give {nonce} to one of the inputs in the manifest (in dispatch-and-wait: nonce-input), and show it in the workflow: run-name: Release [${{ inputs.nonce }}].', { cause });
}
async function dispatchEvent(client, { repository, eventType, clientPayload = {} }, options) {
    refuse(eventFaults(eventType, clientPayload));
    await client.write('POST /repos/{owner}/{repo}/dispatches', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), event_type: eventType, client_payload: clientPayload }, options);
}
function inputFaults(inputs) {
    const count = Object.keys(inputs).length;
    const size = JSON.stringify(inputs).length;
    return [
        ...(count > MOST_INPUTS ? [`${count} inputs are given: GitHub takes at most ${MOST_INPUTS} for a dispatch.`] : []),
        ...(size > LONGEST_INPUTS
            ? [`The inputs are ${size} characters long: GitHub takes at most ${LONGEST_INPUTS} for a dispatch.`]
            : []),
    ];
}
function eventFaults(eventType, payload) {
    const keys = Object.keys(payload).length;
    const size = Buffer.byteLength(JSON.stringify(payload));
    return [
        ...(eventType === '' || eventType.length > LONGEST_EVENT_TYPE
            ? [`The event type has ${eventType.length} characters: GitHub takes 1 to ${LONGEST_EVENT_TYPE}.`]
            : []),
        ...(keys > MOST_PAYLOAD_KEYS
            ? [
                `The client payload has ${keys} keys: GitHub takes at most ${MOST_PAYLOAD_KEYS} at its top level; nest them under one.`,
            ]
            : []),
        ...(size >= LARGEST_PAYLOAD
            ? [`The client payload is ${size} bytes large: GitHub takes less than ${LARGEST_PAYLOAD}.`]
            : []),
    ];
}
function refuse(messages) {
    if (messages.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(messages.map((message) => ({ message })));
}


/***/ })
,

/***/ 52737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ upsertPull),
/* harmony export */   z: () => (/* binding */ findOpenPull)
/* harmony export */ });
/* harmony import */ var _ensure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23019);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31497);


const EXPLAIN = {
    403: 'The token may not open pull requests. The job needs pull-requests: write, and in the settings of the repository, under Actions, General, "Allow GitHub Actions to create and approve pull requests" must be on.',
};
async function upsertPull(client, repository, wanted, options = {}) {
    const explained = { ...options, explain: EXPLAIN };
    const found = await findPull(client, repository, wanted, options);
    if (found)
        return update(client, repository, { found, wanted }, explained);
    const create = async () => {
        const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), ...wanted };
        return (await client.write('POST /repos/{owner}/{repo}/pulls', params, explained)).data;
    };
    const made = await (0,_ensure_js__WEBPACK_IMPORTED_MODULE_0__/* .ensure */ .D)(create, () => findPull(client, repository, wanted, options));
    return { outcome: 'created', number: made.number, url: made.html_url };
}
async function findOpenPull(client, repository, branches, options = {}) {
    const found = await findPull(client, repository, branches, options);
    return found && { number: found.number, url: found.html_url };
}
async function findPull(client, repository, { head, base }, options) {
    const { owner, repo } = (0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository);
    const params = { owner, repo, state: 'open', head: `${owner}:${head}`, base };
    const [first] = await client.list('GET /repos/{owner}/{repo}/pulls', params, { ...options, limit: 1 });
    return first;
}
async function update(client, repository, { found, wanted: { title, body } }, options) {
    const place = { number: found.number, url: found.html_url };
    if (found.title === title && (found.body ?? '') === body)
        return { outcome: 'unchanged', ...place };
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), pull_number: found.number, title, body };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', params, options);
    return { outcome: 'updated', ...place };
}


/***/ })
,

/***/ 19511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ commentOnPull)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(75286);
// EXTERNAL MODULE: ./build/src/platform/github/ensure.js
var ensure = __webpack_require__(23019);
// EXTERNAL MODULE: ./build/src/platform/github/repository-name.js
var repository_name = __webpack_require__(31497);
;// CONCATENATED MODULE: ./build/src/platform/github/comments.js



const LONGEST_BODY = 65_536;
const CUT = '\n\n_The text was cut here: GitHub takes at most 65,536 characters._';
const MOST_COMMENTS = 3000;
async function upsertComment(client, repository, { number, key, body }, options = {}) {
    const wanted = withMarker(key, body);
    const params = { ...(0,repository_name/* ownerAndRepo */.H)(repository), issue_number: number };
    const find = async () => {
        const comments = await client.list('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', params, {
            ...options,
            limit: MOST_COMMENTS,
        });
        return comments.find((comment) => isOurs(comment, key));
    };
    const found = await find();
    if (found?.body === wanted)
        return upserted('unchanged', found);
    if (!found) {
        const create = async () => {
            const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
            return (await client.write(route, { ...params, body: wanted }, options)).data;
        };
        return upserted('created', await (0,ensure/* ensure */.D)(create, find));
    }
    const { data } = await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...(0,repository_name/* ownerAndRepo */.H)(repository), comment_id: found.id, body: wanted }, options);
    return upserted('updated', data);
}
function isOurs({ body, user, author_association }, key) {
    const trusted = user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(author_association ?? '');
    return trusted && (body ?? '').startsWith(marker(key));
}
function withMarker(key, body) {
    const text = `${marker(key)}\n${body}`;
    return text.length <= LONGEST_BODY ? text : text.slice(0, LONGEST_BODY - CUT.length) + CUT;
}
function marker(key) {
    if (!/^[\w.-]+$/.test(key) || key.includes('--')) {
        throw new errors/* UserError */.yo(`${JSON.stringify(key)} is not usable as a key: expected letters, digits, ".", "_" and single "-".`);
    }
    return `<!-- release-actions:${key} -->`;
}
function upserted(outcome, { id, html_url }) {
    return { outcome, id, url: html_url ?? '' };
}

// EXTERNAL MODULE: ./build/src/platform/runner/context.js
var runner_context = __webpack_require__(35663);
// EXTERNAL MODULE: ./build/src/platform/text/markdown.js
var markdown = __webpack_require__(96292);
// EXTERNAL MODULE: ./build/src/actions/setup/own-repository.js
var own_repository = __webpack_require__(2152);
;// CONCATENATED MODULE: ./build/src/actions/setup/pull-comment.js




async function commentOnPull(given, { key, body, what }, runner) {
    const { number, isForeign, commit } = await pullRequest(runner);
    if (number === undefined) {
        runner.log.notice('Input comment is true, but this job does not run for a pull request: there is nowhere to comment.');
        return;
    }
    if (isForeign) {
        runner.log.notice(`The pull request comes from a fork, whose jobs may not write: there is no comment. ${what} is in the summary of this job.`);
        return;
    }
    const { client, repository } = (0,own_repository/* connectHome */.UW)(given, runner);
    const { outcome, url } = await upsertComment(client, repository, {
        number,
        key,
        body: runner.secrets.redact(`${body}\n\n${originOf(commit, runner)}\n`),
    });
    runner.log.info(`Comment ${outcome}: ${url}`);
}
async function pullRequest({ env, workspace }) {
    const event = (await (0,runner_context/* readEvent */.j_)(env, workspace));
    const number = event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : undefined);
    const head = event?.pull_request?.head;
    const isForeign = head !== undefined && head.repo?.full_name !== (0,runner_context/* runContext */.pO)(env).repository;
    return { number, isForeign, commit: head?.sha ?? (0,runner_context/* runContext */.pO)(env).commit };
}
function originOf(commit, { env }) {
    const context = (0,runner_context/* runContext */.pO)(env);
    const of = commit && ` of ${(0,markdown/* link */.nf)(commit.slice(0, 7), `${context.serverUrl}/${context.repository}/commit/${commit}`)}`;
    const url = (0,runner_context/* runUrl */.Vp)(context);
    return `Made${of ?? ''}${url ? ` by ${(0,markdown/* link */.nf)('this run', url)}` : ''}.`;
}


/***/ })

};
