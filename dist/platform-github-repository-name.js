export const id = 1497;
export const ids = [1497];
export const modules = {

/***/ 31497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ownerAndRepo),
/* harmony export */   b: () => (/* binding */ ownerOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75286);

/** The two parts of `owner/name`, named as in GitHub's routes. Throws a UserError for text that is no repository. */
function ownerAndRepo(repository) {
    const [owner = '', repo = '', more] = repository.split('/');
    if (owner === '' || repo === '' || more !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${JSON.stringify(repository)} is not a repository: expected owner/name.`);
    }
    return { owner, repo };
}
/** The owner in `owner/name`. Throws a UserError for text that is no repository. */
function ownerOf(repository) {
    return ownerAndRepo(repository).owner;
}


/***/ })

};
