export const id = 3215;
export const ids = [3215];
export const modules = {

/***/ 63215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ collectFaults)
/* harmony export */ });
const LONGEST_MESSAGE = 1_000;
/** Gathers faults up to `limit`, and then only counts them. */
function collectFaults(limit = 100) {
    const faults = [];
    let more = 0;
    return {
        add(at, message, key) {
            if (faults.length >= limit)
                more += 1;
            else
                faults.push({ message: shortened(message()), ...(at && { at }), ...(key && { key }) });
        },
        all: () => (more === 0 ? faults : [...faults, { message: `${more} more faults of this kind are not shown.` }]),
    };
}
/** A message may quote what somebody wrote: bounded, it stays readable however long that is. */
function shortened(message) {
    return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}


/***/ })

};
