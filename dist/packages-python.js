export const id = 9803;
export const ids = [9803, 6364, 6545, 6076];
export const modules = {

/***/ 29803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ isPythonVersion),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   r8: () => (/* binding */ normaliseVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99687);

const LONGEST = 200;
function isPythonVersion(text) {
    return text.length <= LONGEST && (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(text) !== null;
}
function compareVersions(left, right) {
    for (const version of [left, right]) {
        if (!isPythonVersion(version))
            throw new RangeError(`${JSON.stringify(version)} is not a PEP 440 version.`);
    }
    return Math.sign((0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)(left, right));
}
function normaliseVersion(text) {
    const version = text.trim();
    const parts = isPythonVersion(version) ? (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(version) : null;
    if (!parts)
        return undefined;
    const { base_version: base, public: whole, local } = parts;
    return base.replace(/(?:\.0)+$/, '') + whole.slice(base.length) + (local === null ? '' : `+${local}`);
}
function isPrerelease(version) {
    return isPythonVersion(version) && (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(version)?.is_prerelease === true;
}


/***/ })
,

/***/ 56364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ normaliseName)
/* harmony export */ });
function normaliseName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}


/***/ })
,

/***/ 46545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jc: () => (/* binding */ channelsFrom),
/* harmony export */   MD: () => (/* binding */ requireOrderKept),
/* harmony export */   Uw: () => (/* binding */ toPython)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75286);
/* harmony import */ var _pep440_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29803);



const standardChannels = new Map([
    ['a', 'a'],
    ['alpha', 'a'],
    ['b', 'b'],
    ['beta', 'b'],
    ['c', 'rc'],
    ['rc', 'rc'],
]);
const phases = new Map([...standardChannels, ['dev', 'dev']]);
const cargoWord = { a: 'alpha', b: 'beta', rc: 'rc', dev: 'dev' };
function channelsFrom(given) {
    const channels = new Map(standardChannels);
    const faults = [];
    for (const [name, word] of Object.entries(given)) {
        const phase = phases.get(word);
        if (!/^[0-9A-Za-z-]+$/.test(name) || /^\d+$/.test(name)) {
            faults.push(`Input channels: ${quote(name)} cannot be a SemVer channel. Expected a word such as next.`);
        }
        else if (!phase) {
            faults.push(`Input channels: ${name} is mapped to ${quote(word)}. Expected dev, alpha, beta or rc.`);
        }
        else
            channels.set(name, phase);
    }
    if (faults.length > 0)
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(faults.map((message) => ({ message })));
    return channels;
}
function toPython(version, channels) {
    const semver = parseStrictly(version);
    const release = `${semver.major}.${semver.minor}.${semver.patch}`;
    if (semver.build.length > 0)
        throw refusal(version, buildReason);
    const [channel, number = 0] = semver.prerelease;
    if (channel === undefined)
        return { pep440: release, cargo: release };
    const phase = typeof channel === 'string' ? channels.get(channel) : undefined;
    if (!phase)
        throw refusal(version, channelReason(semver.prerelease, release, channels));
    if (typeof number !== 'number' || semver.prerelease.length > 2) {
        throw refusal(version, `PEP 440 takes one number after the channel, found ${quote(semver.prerelease.slice(1).join('.'))}. ` +
            `Use a version such as ${release}-${channel}.1`);
    }
    const separator = phase === 'dev' ? '.' : '';
    return {
        pep440: `${release}${separator}${phase}${number}`,
        cargo: `${release}-${cargoWord[phase]}.${number}`,
    };
}
function requireOrderKept(previous, next, channels) {
    const [before, after] = [toPython(previous, channels).pep440, toPython(next, channels).pep440];
    const moved = (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(previous, next);
    if ((0,_pep440_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(before, after) === moved)
        return;
    const relation = { '-1': 'higher than', '0': 'the same as', '1': 'lower than' };
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The order of versions would not be kept: ${next} is ${relation[moved]} ${previous}, but its Python version ${after} ` +
        `is ${relation[(0,_pep440_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(before, after)]} ${before}. pip would not choose it over the previous one as npm does. ` +
        'Number every pre-release, stay in one channel, or release the next patch version.');
}
function parseStrictly(version) {
    const semver = (0,semver__WEBPACK_IMPORTED_MODULE_0__.parse)(version);
    const build = semver?.build.length ? `+${semver.build.join('.')}` : '';
    if (semver && semver.version + build === version)
        return semver;
    const hint = semver ? ` Write ${semver.version}${build}.` : ' Expected a version such as 1.2.3 or 1.2.3-beta.1.';
    throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${quote(version)} is not a SemVer version.${hint}`);
}
const buildReason = 'build metadata would become a local version, which PyPI refuses and PEP 440 orders while SemVer ignores it. ' +
    'Release it without the part after the +';
function channelReason(prerelease, release, channels) {
    const channel = String(prerelease[0]);
    const isPost = /^(post|rev|r)$/i.test(channel) || (/^\d+$/.test(channel) && prerelease.length === 1);
    if (isPost) {
        return (`PEP 440 reads -${prerelease.join('.')} as a post-release, which sorts after ${release}; in SemVer it comes before. ` +
            `Use a version such as ${release}-rc.1`);
    }
    if (/^\d+$/.test(channel)) {
        return `PEP 440 has no form for a pre-release that starts with a number. Use a version such as ${release}-rc.1`;
    }
    const glued = /^([A-Za-z]+)-?(\d+)$/.exec(channel);
    const word = glued?.[1];
    if (word && (channels.has(word) || word === 'dev')) {
        return (`SemVer compares ${channel} as text (${word}10 sorts before ${word}2), PEP 440 as a number. ` +
            `Write ${release}-${word}.${glued[2]}`);
    }
    if (channel === 'dev') {
        return 'a development release sorts before alpha in PEP 440, unlike SemVer. If that is meant, set the input channels to "dev: dev"';
    }
    if (/^(pre|preview)$/.test(channel)) {
        return `${channel} would become rc and collide with it. If that is meant, set the input channels to "${channel}: rc"`;
    }
    return `PEP 440 has no channel ${quote(channel)}. Say what it stands for with the input channels, for example "${channel}: dev"`;
}
function refusal(version, reason) {
    return new _platform_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${version} has no Python version: ${reason}.`);
}
function quote(text) {
    return JSON.stringify(text);
}


/***/ })
,

/***/ 9797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   dE: () => (/* binding */ trimmed),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   ux: () => (/* binding */ faultAt),
/* harmony export */   z7: () => (/* binding */ shownPlace)
/* harmony export */ });
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

function place(file, name, span) {
    return { type: 'place', file, name, start: span.start, end: span.end, spelling: 'pep440', role: 'source' };
}
function textAt({ file, start, end }) {
    return file.text.slice(start, end);
}
function shownPlace({ file, name }) {
    return `${file.shown} (${name})`;
}
function trimmed(text, { start, end }) {
    const content = text.slice(start, end);
    const lead = content.length - content.trimStart().length;
    return { start: start + lead, end: Math.max(start + lead, start + content.trimEnd().length) };
}
function faultAt(file, offset, message) {
    const before = file.text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    return new _platform_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ message, file: file.shown, line, column });
}


/***/ }),

/***/ 46076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseToml),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var _platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68203);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);


async function parseToml(file) {
    const { parseTOML, getStaticTOMLValue, ParseError } = await __webpack_require__.e(/* import() */ 9605).then(__webpack_require__.bind(__webpack_require__, 9605));
    const bom = file.text.startsWith('\uFEFF') ? 1 : 0;
    const tooDeep = () => (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .faultAt */ .ux)(file, 0, `${file.shown} is nested too deeply to be read.`);
    if ((0,_platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .depthOf */ .d1)(file.text) > _platform_text_nesting_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_OPEN */ .jS)
        throw tooDeep();
    let program;
    let value;
    try {
        program = parseTOML(file.text.slice(bom), { tomlVersion: '1.1.0' });
        value = getStaticTOMLValue(program);
    }
    catch (error) {
        if (error instanceof RangeError)
            throw tooDeep();
        if (!(error instanceof ParseError))
            throw error;
        throw (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .faultAt */ .ux)(file, error.index + bom, `${file.shown} is not valid TOML: ${error.message}. Fix it first.`);
    }
    const strings = new Map();
    for (const { path, node } of entriesOf(program)) {
        if (node.type === 'TOMLValue' && node.kind === 'string')
            strings.set(JSON.stringify(path), node);
    }
    return {
        file,
        get: (...path) => valueAt(value, path),
        span(path) {
            const node = strings.get(JSON.stringify(path));
            if (!node)
                return undefined;
            const quotes = node.multiline ? 3 : 1;
            return (0,_place_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmed */ .dE)(file.text, { start: node.range[0] + quotes + bom, end: node.range[1] - quotes + bom });
        },
    };
}
function valueAt(data, path) {
    let value = data;
    for (const key of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
function* entriesOf(program) {
    for (const node of program.body[0].body) {
        if (node.type === 'TOMLKeyValue')
            yield* entriesUnder(node, []);
        else
            for (const pair of node.body)
                yield* entriesUnder(pair, node.resolvedKey);
    }
}
function* entriesUnder(pair, table) {
    const keys = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
    const path = [...table, ...keys];
    if (pair.value.type === 'TOMLInlineTable') {
        for (const inner of pair.value.body)
            yield* entriesUnder(inner, path);
    }
    else
        yield { path, node: pair.value };
}


/***/ })

};
