export const id = 3497;
export const ids = [3497];
export const modules = {

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCalls: () => (/* binding */ githubCalls)
/* harmony export */ });
/* harmony import */ var _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86744);

/** Calls by a client. A PATCH of ours sets what is wanted, so it may be sent twice; what creates something may not. */
function githubCalls(client, { signal, redact }) {
    return async (method, path, body = {}) => {
        if (method !== 'GET') {
            const clean = JSON.parse(redact(JSON.stringify(body)));
            const send = method === 'PATCH' ? client.writeIdempotent : client.write;
            return (await send.call(client, `${method} ${path}`, clean, { signal })).data;
        }
        try {
            return await client.read(`GET ${path}`, {}, { signal });
        }
        catch (error) {
            if (error instanceof _platform_github_client_github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 404)
                return undefined;
            throw error;
        }
    };
}


/***/ })

};
