export const id = 1509;
export const ids = [1509, 667, 4301];
export const modules = {

/***/ 61509:
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
,

/***/ 60667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ backoffMs),
/* harmony export */   s: () => (/* binding */ jitteredBackoffMs)
/* harmony export */ });
/** Milliseconds to wait after so many tries have failed before; 0 gives the first wait. */
function backoffMs({ firstMs, factor, longestMs }, failedBefore) {
    return Math.min(longestMs, firstMs * factor ** failedBefore);
}
/**
 * The same, drawn from its upper half, so that many who failed at once do not come back at once. `random` gives numbers from
 * 0 up to 1.
 */
function jitteredBackoffMs(backoff, failedBefore, random) {
    return backoffMs(backoff, failedBefore) * (0.5 + random() / 2);
}


/***/ })
,

/***/ 94301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ mapPooled),
/* harmony export */   b: () => (/* binding */ createPool)
/* harmony export */ });
/** Lets at most `most` pieces of work run at a time; the others wait in line, and each starts as soon as one ends. */
function createPool(most) {
    const waiting = [];
    let free = most;
    return async (work) => {
        if (free > 0)
            free--;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free++;
        }
    };
}
/**
 * What `work` makes of each item, in the items' order, at most `most` at a time. Rejects as `Promise.all` does, with the
 * first failure; after it no further item is begun.
 */
async function mapPooled(items, most, work) {
    const pool = createPool(most);
    let failed = false;
    const one = async (item, index) => {
        if (failed)
            return undefined;
        try {
            return await work(item, index);
        }
        catch (error) {
            failed = true;
            throw error;
        }
    };
    // Only what came after a failure is undefined, and that failure has already rejected the whole.
    return (await Promise.all(items.map((item, index) => pool(() => one(item, index)))));
}


/***/ })

};
