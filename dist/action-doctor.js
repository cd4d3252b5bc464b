export const id = 9250;
export const ids = [9250];
export const modules = {

/***/ 69250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./build/src/platform/runner/action.js + 6 modules
var action = __webpack_require__(32202);
// EXTERNAL MODULE: ./build/src/operations/doctor/subjects.js
var subjects = __webpack_require__(53889);
// EXTERNAL MODULE: ./build/src/platform/runner/inputs.js
var inputs = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/actions/setup/connect-github.js + 4 modules
var connect_github = __webpack_require__(45766);
// EXTERNAL MODULE: ./build/src/actions/setup/notification-inputs.js
var notification_inputs = __webpack_require__(31928);
;// CONCATENATED MODULE: ./build/src/actions/setup/doctor-inputs.js




const doctorInputs = {
    ...connect_github/* connectionInputs */.eu,
    operation: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('check', 'discover', 'install'), 'check'),
    manifest: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'hub-file': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    profile: (0,inputs/* optional */.lq)(profiles),
    'on-problems': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)('fail', 'warn'), 'fail'),
    report: (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.release-actions/doctor.json'),
    comment: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    owners: (0,inputs/* optional */.lq)(inputs/* list */.p_, []),
    repositories: (0,inputs/* optional */.lq)(repositories, []),
    clones: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    draft: (0,inputs/* optional */.lq)(inputs/* text */.Qq, '.release-actions/release-train.yml'),
    'channel-secrets': notification_inputs/* notificationInputs */.FZ['channel-secrets'],
    'registry-url': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'index-url': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    update: (0,inputs/* optional */.lq)(inputs/* flag */.Jt, false),
    'dry-run': (0,inputs/* optional */.lq)(inputs/* flag */.Jt),
};
async function repositories(value) {
    return Promise.all((await (0,inputs/* list */.p_)(value)).map((one) => (0,inputs/* repository */.Jk)(one)));
}
async function profiles(value) {
    const parse = (0,inputs/* oneOf */.yL)(...subjects/* PROFILES */.jI);
    return Promise.all((await (0,inputs/* list */.p_)(value)).map((one) => parse(one)));
}

;// CONCATENATED MODULE: ./build/src/actions/doctor.js


/* harmony default export */ const doctor = ((0,action/* defineAction */.Q)({
    inputs: doctorInputs,
    async run(given, runner) {
        if (given.operation === 'discover') {
            const { discoverManifest } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(9687), __webpack_require__.e(5756), __webpack_require__.e(9523), __webpack_require__.e(4301), __webpack_require__.e(4663), __webpack_require__.e(7279), __webpack_require__.e(7767), __webpack_require__.e(2235), __webpack_require__.e(6076), __webpack_require__.e(4216), __webpack_require__.e(2556), __webpack_require__.e(8919), __webpack_require__.e(5918), __webpack_require__.e(6955), __webpack_require__.e(9015), __webpack_require__.e(8385), __webpack_require__.e(6658)]).then(__webpack_require__.bind(__webpack_require__, 86658));
            return discoverManifest(given, runner);
        }
        if (given.operation === 'install') {
            const { installTemplates } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(9687), __webpack_require__.e(5756), __webpack_require__.e(9523), __webpack_require__.e(4301), __webpack_require__.e(2737), __webpack_require__.e(6052), __webpack_require__.e(6545), __webpack_require__.e(4216), __webpack_require__.e(2556), __webpack_require__.e(8919), __webpack_require__.e(3199), __webpack_require__.e(6955), __webpack_require__.e(9015), __webpack_require__.e(6537), __webpack_require__.e(6517), __webpack_require__.e(2067)]).then(__webpack_require__.bind(__webpack_require__, 96517));
            return installTemplates(given, runner);
        }
        const { checkEcosystem } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(9687), __webpack_require__.e(5756), __webpack_require__.e(9523), __webpack_require__.e(4301), __webpack_require__.e(9511), __webpack_require__.e(6052), __webpack_require__.e(7767), __webpack_require__.e(2235), __webpack_require__.e(6076), __webpack_require__.e(4216), __webpack_require__.e(2556), __webpack_require__.e(9099), __webpack_require__.e(8881), __webpack_require__.e(2152), __webpack_require__.e(6955), __webpack_require__.e(8134), __webpack_require__.e(6537), __webpack_require__.e(8296), __webpack_require__.e(5036)]).then(__webpack_require__.bind(__webpack_require__, 15036));
        return checkEcosystem(given, runner);
    },
}));


/***/ }),

/***/ 26601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ keyOf)
/* harmony export */ });
function keyOf({ of, name }) {
    return `${of} ${name.toLowerCase()}`;
}


/***/ }),

/***/ 53889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ho: () => (/* binding */ subjectsOfTrain),
/* harmony export */   jI: () => (/* binding */ PROFILES)
/* harmony export */ });
/* unused harmony exports ownersOf, ownerKey */
/* harmony import */ var _platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31497);
/* harmony import */ var _pass_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26601);


const PROFILES = ['train', 'hub'];
function subjectsOfTrain(manifest) {
    const repositories = new Map(manifest.components.map(({ id, repository }) => [repository.toLowerCase(), { id, name: repository }]));
    return [
        ...ownersOf([...repositories.values()].map(({ name }) => name)),
        ...[...repositories.values()].map(({ id, name }) => ({
            ...{ of: 'repository', name, within: ownerKey(name) },
            at: ['components', id, 'repository'],
        })),
        ...manifest.components.map((component) => ({
            ...{ of: 'component', name: component.id, component },
            within: (0,_pass_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .T)({ of: 'repository', name: component.repository }),
        })),
        { of: 'train', name: manifest.name, manifest },
    ];
}
function ownersOf(repositories) {
    const byOwner = new Map();
    for (const repository of repositories) {
        const owner = (0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOf */ .b)(repository);
        const known = byOwner.get(owner.toLowerCase()) ?? { name: owner, repositories: [] };
        known.repositories.push(repository);
        byOwner.set(owner.toLowerCase(), known);
    }
    return [...byOwner.values()].map((one) => ({ of: 'owner', ...one }));
}
function ownerKey(repository) {
    return (0,_pass_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .T)({ of: 'owner', name: (0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOf */ .b)(repository) });
}


/***/ })

};
