export const id = 1509;
export const ids = [1509];
export const modules = {

/***/ 1509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ timedSignal)
/* harmony export */ });
/** A signal that aborts with `reason` when the time is over, and with the outer signal's reason as soon as that aborts. */
function timedSignal({ clock, ms, signal }, reason) {
    const stop = new AbortController();
    const cleared = new AbortController();
    const passOn = () => stop.abort(signal?.reason);
    if (signal?.aborted)
        passOn();
    signal?.addEventListener('abort', passOn, { once: true });
    clock.sleep(ms, cleared.signal).then(() => stop.abort(reason()), () => { });
    return {
        signal: stop.signal,
        clear: () => {
            cleared.abort();
            signal?.removeEventListener('abort', passOn);
        },
    };
}


/***/ })

};
