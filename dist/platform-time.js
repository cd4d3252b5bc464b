export const id = 5847;
export const ids = [5847, 667, 4301];
export const modules = {

/***/ 89747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ nextLink)
/* harmony export */ });
function nextLink(header = '') {
    for (const part of header.split('<').slice(1)) {
        const end = part.indexOf('>');
        if (end < 0)
            continue;
        const relations = /;\s?rel="?([^";,]*)/i.exec(part.slice(end + 1))?.[1] ?? '';
        if (relations.toLowerCase().split(' ').includes('next'))
            return part.slice(0, end);
    }
    return undefined;
}


/***/ }),

/***/ 61509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ timedSignal)
/* harmony export */ });
const CLEARED = new Error('cleared');
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
            cleared.abort(CLEARED);
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
function backoffMs({ firstMs, factor, longestMs }, failedBefore) {
    return Math.min(longestMs, firstMs * factor ** failedBefore);
}
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
    return (await Promise.all(items.map((item, index) => pool(() => one(item, index)))));
}


/***/ })

};
