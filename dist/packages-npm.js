export const id = 4045;
export const ids = [4045, 5845, 8892];
export const modules = {

/***/ 44045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pv: () => (/* binding */ mustRun),
/* harmony export */   YX: () => (/* binding */ openManager),
/* harmony export */   eh: () => (/* binding */ NPM)
/* harmony export */ });
/* unused harmony export howToInstall */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75286);
/* harmony import */ var _platform_process_find_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16168);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16052);
/* harmony import */ var _platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90101);








const NPM = { name: 'npm', classic: false };
async function openManager(manager, options) {
    const { name, doubt } = manager;
    if (doubt)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(doubt);
    const here = await versionHere(name, options);
    if (here !== undefined && fits(here, manager))
        return { name, run: runner(name, options) };
    const folder = await fetchManager(manager, here, options);
    const env = { ...options.env, PATH: [folder, options.env.PATH ?? ''].join(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter) };
    return { name, fetched: folder, run: runner(name, { ...options, env }) };
}
function runner(name, options) {
    return (args, more = {}) => (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)(name, args, { ...options, ...more, env: { ...options.env, ...more.env } });
}
async function versionHere(name, { log: _, ...options }) {
    if (name === 'npm')
        return 'npm';
    try {
        const env = { ...options.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
        const { exitCode, stdout } = await (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)(name, ['--version'], { ...options, env });
        return exitCode === 0 ? stdout.trim().split('\n').at(-1) : undefined;
    }
    catch (error) {
        if (error instanceof _platform_process_find_command_js__WEBPACK_IMPORTED_MODULE_5__/* .CommandMissing */ .Q)
            return undefined;
        throw error;
    }
}
function fits(here, { name, wanted }) {
    if (name === 'npm' || wanted === undefined || semver__WEBPACK_IMPORTED_MODULE_3__.validRange(wanted) === null)
        return true;
    return semver__WEBPACK_IMPORTED_MODULE_3__.satisfies(here, wanted, { includePrerelease: true });
}
async function fetchManager(manager, here, { log, ...options }) {
    const { name, wanted = '*' } = manager;
    const spec = `${packageOf(manager)}@${wanted}`;
    const safe = `${name}-${wanted}`.replace(/[^\w.-]+/g, '_');
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'release-actions-tools', safe);
    const bin = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'node_modules', '.bin');
    const env = { ...options.env, PATH: bin };
    const there = await (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)(name, ['--version'], { ...options, cwd: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), env }).catch(() => undefined);
    if (there?.exitCode === 0)
        return bin;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
    const scripts = name === 'bun' ? [] : ['--ignore-scripts'];
    log?.info(`Fetching ${spec}: ${why(manager, here)}`);
    const { exitCode, stdout, stderr } = await (0,_platform_process_run_tool_js__WEBPACK_IMPORTED_MODULE_7__/* .runTool */ .q)('npm', [...args, ...scripts, spec], { ...options, cwd: folder });
    if (exitCode === 0)
        return bin;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${why(manager, here)} ${spec} could not be fetched: ${(0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__/* .lastWords */ .aN)(`${stdout}\n${stderr}`)} ${howToInstall(name)}`);
}
function packageOf({ name, classic }) {
    return name === 'yarn' && !classic ? '@yarnpkg/cli-dist' : name;
}
function why({ name, wanted, wantedBy }, here) {
    const found = here === undefined ? `${name} is not installed here` : `${name} ${here} is installed here`;
    return wanted === undefined ? `${found}.` : `${found}; the workspace needs ${wanted} (${wantedBy}).`;
}
function howToInstall(name) {
    const step = {
        npm: 'actions/setup-node',
        pnpm: 'pnpm/action-setup',
        yarn: '`corepack enable`',
        bun: 'oven-sh/setup-bun',
    }[name];
    return `Add a step with ${step} before this one.`;
}
async function mustRun(tool, args, options) {
    const result = await tool.run(args, options);
    const { exitCode, stdout, stderr } = result;
    if (exitCode === 0)
        return result;
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    const said = `${stdout}\n${stderr}`;
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${[tool.name, ...args].join(' ')} ${ending}: ${(0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_6__/* .lastWords */ .aN)(said)}${hint(said)}`);
}
function hint(said) {
    if (/EBADDEVENGINES/.test(said)) {
        return ' The devEngines of package.json ask for something that this job does not have: set it up in a step before this one.';
    }
    if (/ERR_PNPM_LOCKFILE_BREAKING_CHANGE|ERR_PNPM_OUTDATED_LOCKFILE|Unsupported lockfile/i.test(said)) {
        return ' The lock file is of another version of pnpm: name yours in package.json, for example "packageManager": "pnpm@8.15.9".';
    }
    return '';
}


/***/ })
,

/***/ 45845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k1: () => (/* binding */ decideAll),
  Nn: () => (/* binding */ ofCatalog),
  IH: () => (/* binding */ ofPackage)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/src/packages/npm/specifiers.js

const ALIAS = /^npm:((?:@[^/@\s]+\/)?[^/@\s]+)(?:@(.*))?$/;
function parseSpecifier(name, text) {
    if (text.startsWith('npm:'))
        return parseAlias(name, text);
    if (text.startsWith('workspace:'))
        return parseWorkspace(name, text.slice('workspace:'.length));
    if (text.startsWith('catalog:'))
        return { kind: 'catalog', name, catalog: text.slice('catalog:'.length) || 'default' };
    if (text.trim() === '' || semver.validRange(text) !== null)
        return { kind: 'range', name, prefix: '', range: text };
    return { kind: 'other', name, reason: otherReason(text) };
}
function parseAlias(name, text) {
    const rest = text.slice('npm:'.length);
    if (semver.validRange(rest) !== null)
        return { kind: 'range', name, prefix: 'npm:', range: rest };
    const [, real = name, range] = ALIAS.exec(text) ?? [];
    if (range === undefined)
        return { kind: 'other', name: real, reason: `${text} names no version` };
    if (semver.validRange(range) === null)
        return { kind: 'other', name: real, reason: otherReason(range) };
    return { kind: 'range', name: real, prefix: `npm:${real}@`, range };
}
function parseWorkspace(name, rest) {
    if (/^[*^~]?$/.test(rest)) {
        return {
            kind: 'other',
            name,
            reason: `workspace:${rest} is the workspace's own package, at whatever version it has`,
        };
    }
    const alias = /^((?:@[^/@\s]+\/)?[^/@\s]+)@(.+)$/.exec(rest);
    const real = alias?.[1] ?? name;
    const range = alias?.[2] ?? rest;
    if (semver.validRange(range) === null || /^[*^~]$/.test(range)) {
        return { kind: 'other', name: real, reason: `workspace:${rest} is the workspace's own package` };
    }
    return { kind: 'range', name: real, prefix: `workspace:${alias ? `${real}@` : ''}`, range };
}
function otherReason(text) {
    if (/^(file|link|portal):/.test(text) || /^(\.{1,2}|~)?[\\/]/.test(text))
        return `${text} is a folder or a file`;
    if (/^(git\b|git\+|ssh:|github:|gitlab:|bitbucket:|gist:|[\w.-]+@)/.test(text))
        return 'it comes from a git repository';
    if (/^https?:/.test(text))
        return 'it comes from a URL';
    if (/^[\w.-]+\/[\w.-]+(#.*)?$/.test(text))
        return 'it comes from a git repository';
    if (/^[a-z]+:/.test(text))
        return `its protocol ${text.slice(0, text.indexOf(':') + 1)} is not one we edit`;
    if (/^[A-Za-z][\w.-]*$/.test(text))
        return `${text} is a dist-tag`;
    return `${text} is not a version range`;
}

;// CONCATENATED MODULE: ./build/src/packages/npm/meant-to-stay.js


function meantToStay(one, all, version) {
    const own = parse(one);
    if (!own || (!own.isAlias && !one.inCatalog))
        return undefined;
    const others = all.flatMap((other) => {
        const parsed = other === one ? undefined : parse(other);
        return parsed?.name === own.name ? [{ ...other, ...parsed }] : [];
    });
    if (own.isAlias && others.some(({ isAlias, group }) => !isAlias && group === one.group)) {
        return `it stands beside ${own.name} itself, so it is taken for another version on purpose; change it by hand`;
    }
    const chosen = [own, ...others.filter(({ isAlias, inCatalog }) => isAlias || inCatalog)].map(({ line }) => line);
    const target = semver.parse(version);
    const line = chosen.find((some) => target && some === lineOf(target)) ?? semver.maxSatisfying(chosen, '*') ?? own.line;
    const moved = others.find((other) => other.line === line);
    if (own.line === line || !moved)
        return undefined;
    return `${moved.name} ${moved.specifier} is of the line of ${own.name} that moves, so this one is taken for another on purpose; change it by hand`;
}
function parse({ name, specifier }) {
    const parsed = parseSpecifier(name, specifier);
    if (parsed.kind !== 'range')
        return undefined;
    const least = semver.minVersion(parsed.range);
    return least && { name: parsed.name, isAlias: parsed.name !== name, line: lineOf(least) };
}
function lineOf({ major, minor }) {
    return major > 0 ? `${major}.0.0` : `0.${minor}.0`;
}

;// CONCATENATED MODULE: ./build/src/packages/npm/ranges.js

function raiseRange(range, version, role = 'dependency') {
    const text = range.trim();
    if (text === '' || /^[*xX](\.[*xX])*$/.test(text))
        return leave(`${shown(range)} takes any version`);
    if (semver.validRange(text) === null)
        return leave(`${shown(range)} is not a version range`);
    if (text.includes('||'))
        return raiseUnion(text, version);
    const simple = parseSimple(text);
    return simple ? raiseSimple(simple, version, role) : raiseSet(text, version, role);
}
const SIMPLE = /^((?:\^|~>?|>=|=)?\s*v?)(\d+)(?:(\.\d+)(?:(\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)|(\.[xX*]))?|(\.[xX*](?:\.[xX*])?))?$/;
function parseSimple(text) {
    const match = SIMPLE.exec(text);
    if (!match)
        return undefined;
    const parts = match[4] ? 3 : match[3] ? 2 : 1;
    return { operator: match[1] ?? '', parts, wildcard: match[5] ?? match[6] ?? '', text };
}
function raiseSimple(simple, version, role) {
    if (isAbove(simple.text, version))
        return { kind: 'downgrade' };
    const open = simple.operator.startsWith('>=');
    if (open && role === 'peer')
        return raiseSet(simple.text, version, role);
    if (role === 'peer' && semver.satisfies(version, simple.text))
        return leave(`${simple.text} already takes in ${version}`);
    const range = write(simple, version);
    return range === simple.text ? { kind: 'current' } : { kind: 'raised', range };
}
function write(simple, version) {
    const { major, minor, prerelease } = parsed(version);
    if (simple.parts === 3)
        return simple.operator + version;
    if (prerelease.length > 0) {
        const implied = simple.parts === 1 ? '^' : '~';
        return (/[\^~>]/.test(simple.operator) ? simple.operator : implied) + version;
    }
    return simple.operator + [major, minor].slice(0, simple.parts).join('.') + simple.wildcard;
}
function raiseUnion(text, version) {
    if (semver.satisfies(version, text))
        return leave(`${shown(text)} already takes in ${version}`);
    const alternatives = text.split('||');
    const last = (alternatives.at(-1) ?? '').trim();
    const simple = parseSimple(last);
    const separator = /\s*\|\|\s*(?!.*\|\|)/.exec(text)?.[0] ?? ' || ';
    return { kind: 'raised', range: text + separator + (simple ? write(simple, version) : `^${version}`) };
}
function raiseSet(text, version, role) {
    if (isAbove(text, version))
        return { kind: 'downgrade' };
    if (!semver.satisfies(version, text)) {
        return leave(`${shown(text)} shuts out ${version} by a bound that its author chose; change it by hand`);
    }
    const lower = /^(>=\s*v?)(\d+\.\d+\.\d+[^\s]*)(\s+<.*)$/.exec(text);
    if (role === 'peer' || !lower)
        return leave(`${shown(text)} already takes in ${version}`);
    const range = `${lower[1]}${version}${lower[3]}`;
    return range === text ? { kind: 'current' } : { kind: 'raised', range };
}
function isAbove(text, version) {
    const least = semver.minVersion(text);
    return least !== null && semver.gt(least, version);
}
function parsed(version) {
    const result = semver.parse(version);
    if (!result)
        throw new Error(`Not a version: ${version}`);
    return result;
}
function leave(reason) {
    return { kind: 'left-alone', reason };
}
function shown(range) {
    return range.trim() === '' ? 'an empty range' : range.trim();
}

;// CONCATENATED MODULE: ./build/src/packages/npm/range-outcomes.js



function ofPackage(file, { kind, name, specifier, offset, length }) {
    const edit = (to) => ({ offset, length, text: JSON.stringify(to) });
    const role = kind === 'peerDependencies' ? 'peer' : 'dependency';
    return { place: { file, kind }, name, specifier, edit, role, group: 'package', inCatalog: false };
}
function ofCatalog(file, { kind, name, specifier, edit }) {
    return { place: { file, kind }, name, specifier, edit, role: 'dependency', group: kind, inCatalog: true };
}
function decideAll(candidates, versions, catalogs) {
    return candidates.flatMap((candidate) => {
        const { name, specifier, place } = candidate;
        const parsed = parseSpecifier(name, specifier);
        const version = Object.hasOwn(versions, parsed.name) ? versions[parsed.name] : undefined;
        if (version === undefined)
            return [];
        if (parsed.kind === 'range') {
            return [outcomeOf(candidate, parsed, { version, stays: meantToStay(candidate, candidates, version) })];
        }
        const isListed = (one) => parsed.kind === 'catalog' && one.catalog === parsed.catalog && one.name === name;
        if (catalogs.some(isListed))
            return [];
        const reason = parsed.kind === 'other'
            ? parsed.reason
            : `${specifier} has no entry for it in a pnpm-workspace.yaml, .yarnrc.yml or package.json of the root`;
        return [{ leftAlone: { ...place, package: parsed.name, specifier, reason } }];
    });
}
function outcomeOf({ place, specifier, edit, role }, { name, prefix, range }, { version, stays }) {
    const where = { ...place, package: name };
    const leave = (reason) => ({ leftAlone: { ...where, specifier, reason } });
    if (stays !== undefined)
        return leave(stays);
    const raise = raiseRange(range, version, role);
    if (raise.kind === 'current')
        return leave(`it is at ${version} already`);
    if (raise.kind === 'left-alone')
        return leave(raise.reason);
    if (raise.kind === 'downgrade') {
        const message = `${place.file}: ${place.kind} asks for ${name} ${specifier}, which is above ${version}: a dependency is never lowered. Check the versions input.`;
        return { fault: { message, file: place.file } };
    }
    if (typeof edit === 'string')
        return leave(edit);
    const to = prefix + range.replace(range.trim(), () => raise.range);
    return { updated: { ...where, from: specifier, to }, edit: edit(to) };
}


/***/ })
,

/***/ 68892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refreshLockfile),
/* harmony export */   v: () => (/* binding */ refreshCommand)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);
/* harmony import */ var _platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16052);
/* harmony import */ var _manager_tool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44045);



const REFRESH = {
    npm: {
        args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-online'],
        env: {},
    },
    pnpm: { args: ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'], env: {} },
    yarn: { args: ['install', '--mode=update-lockfile'], env: { YARN_ENABLE_SCRIPTS: 'false' } },
    bun: { args: ['install', '--lockfile-only', '--ignore-scripts'], env: {} },
};
const CLASSIC = ['install', '--ignore-scripts', '--non-interactive', '--no-progress'];
function refreshCommand({ name, classic }) {
    const { args, env } = REFRESH[name];
    return { command: name, args: classic ? CLASSIC : args, env: classic ? {} : env };
}
async function refreshLockfile(manager, options) {
    const { name, lockFile } = manager;
    const failed = `${lockFile} could not be refreshed: `;
    const tool = await (0,_manager_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .openManager */ .YX)(manager, options).catch((error) => {
        throw error instanceof _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
            ? new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${failed}${error.message} Or set lockfile: skip. ${NOTHING}`)
            : error;
    });
    const { args, env } = refreshCommand(manager);
    const { exitCode, stdout, stderr } = await tool.run(args, { timeoutMs: 600_000, env });
    if (exitCode === 0)
        return;
    const output = `${stdout}\n${stderr}`;
    const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
    const said = sentence((0,_platform_process_run_client_js__WEBPACK_IMPORTED_MODULE_1__/* .lastWords */ .aN)(output)) + ageHint(name, output);
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${failed}${[name, ...args].join(' ')} ${ending}: ${said} ${NOTHING}`);
}
const NOTHING = 'Nothing was changed.';
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
function ageHint(name, output) {
    if (name === 'pnpm' && /NO_MATURE_MATCHING_VERSION|minimumReleaseAge/i.test(output)) {
        return ' pnpm holds back releases younger than minimumReleaseAge: list your own packages in minimumReleaseAgeExclude of pnpm-workspace.yaml.';
    }
    if (name === 'npm' && /min-release-age|with a date before|ENOVERSIONS/i.test(output)) {
        return ' npm holds back releases younger than min-release-age: lower it in .npmrc for your own packages.';
    }
    if (name === 'yarn' && /npmMinimalAgeGate|age gate|quarantine/i.test(output)) {
        return ' yarn holds back releases younger than npmMinimalAgeGate: list your own packages in npmPreapprovedPackages of .yarnrc.yml.';
    }
    return '';
}


/***/ })

};
