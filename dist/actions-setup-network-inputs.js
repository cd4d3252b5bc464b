export const id = 2915;
export const ids = [2915];
export const modules = {

/***/ 2915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openNetwork),
/* harmony export */   y: () => (/* binding */ networkInputs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5286);
/* harmony import */ var _platform_net_network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5386);
/* harmony import */ var _platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(755);





/** How every action that asks services is told what it may reach. */
const networkInputs = {
    'allow-private-network': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt, false),
    'ca-file': (0,_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_platform_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq),
};
/** What may be reached, and the authorities that are trusted: the usual ones, and that of `ca-file`. */
async function openNetwork({ allowPrivateNetwork, caFile }, { env, workspace }) {
    if (caFile === undefined)
        return (0,_platform_net_network_js__WEBPACK_IMPORTED_MODULE_3__/* .createNetwork */ .VS)({ allowPrivateNetwork, env });
    try {
        return (0,_platform_net_network_js__WEBPACK_IMPORTED_MODULE_3__/* .createNetwork */ .VS)({ allowPrivateNetwork, env, ca: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, caFile), 'utf8') });
    }
    catch (error) {
        throw new _platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Input ca-file: ${caFile} cannot be used: ${(0,_platform_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}. Expected a PEM file.`);
    }
}


/***/ })

};
