export const id = 3019;
export const ids = [3019];
export const modules = {

/***/ 3019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ensure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

/**
 * Creates something, and where the answer leaves open whether that happened (kind `unclear`) looks whether it is there. The only
 * place that does so. More than one attempt is for what can be created once only, whoever tries: to repeat that is safe. Throws
 * the unclear failure where nothing is found after the last attempt, and any other failure at once.
 */
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

};
