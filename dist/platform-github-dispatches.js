export const id = 9159;
export const ids = [9159];
export const modules = {

/***/ 9159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ dispatchEvent),
/* harmony export */   i: () => (/* binding */ dispatchWorkflow)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);
/* harmony import */ var _client_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9580);
/* harmony import */ var _client_github_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6744);
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1497);




/** https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#providing-inputs */
const MOST_INPUTS = 25;
const LONGEST_INPUTS = 65_535;
/** https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event */
const MOST_PAYLOAD_KEYS = 10;
const LARGEST_PAYLOAD = 64 * 1024;
const LONGEST_EVENT_TYPE = 100;
/**
 * Starts a workflow, at most once. Throws AmbiguousWrite where it may have been started although no answer says so, and with
 * `mustName` a UserError, before anything is started, where the server does not name runs.
 */
async function dispatchWorkflow(client, { repository, workflow, ref, inputs = {}, mustName = false }, options) {
    refuse(inputFaults(inputs));
    // The current API version always answers with the run; the client falls back to an older one unless one is asked for.
    const version = mustName ? { ...options, apiVersion: _client_client_js__WEBPACK_IMPORTED_MODULE_1__/* .API_VERSION */ .m } : options;
    const { data } = await client
        .write('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), workflow_id: workflow, ref, inputs }, version)
        .catch((error) => {
        throw mustName && isVersionRefused(error) ? namesNoRuns(repository, workflow, error) : error;
    });
    if (data?.workflow_run_id === undefined)
        return {};
    return { run: { id: data.workflow_run_id, url: data.html_url ?? '' } };
}
function isVersionRefused(error) {
    if (!(error instanceof _client_github_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_) || (error.status !== 400 && error.status !== 422))
        return false;
    return new RegExp(`${_client_client_js__WEBPACK_IMPORTED_MODULE_1__/* .API_VERSION */ .m}|return_run_details|api version`, 'i').test(error.said ?? '');
}
function namesNoRuns(repository, workflow, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Nothing was sent: this server does not say which run a dispatch of ${workflow} in ${repository} becomes (GitHub Enterprise Server does from 3.21 on), and there is no nonce to find it by. ` +
        'Give {nonce} to one of the inputs in the manifest (in dispatch-and-wait: nonce-input), and show it in the workflow: run-name: Release [${{ inputs.nonce }}].', { cause });
}
/** Sends a repository_dispatch event, at most once; GitHub never says which runs it starts. */
async function dispatchEvent(client, { repository, eventType, clientPayload = {} }, options) {
    refuse(eventFaults(eventType, clientPayload));
    await client.write('POST /repos/{owner}/{repo}/dispatches', { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerAndRepo */ .H)(repository), event_type: eventType, client_payload: clientPayload }, options);
}
function inputFaults(inputs) {
    const count = Object.keys(inputs).length;
    const size = JSON.stringify(inputs).length;
    return [
        ...(count > MOST_INPUTS ? [`${count} inputs are given: GitHub takes at most ${MOST_INPUTS} for a dispatch.`] : []),
        ...(size > LONGEST_INPUTS
            ? [`The inputs are ${size} characters long: GitHub takes at most ${LONGEST_INPUTS} for a dispatch.`]
            : []),
    ];
}
function eventFaults(eventType, payload) {
    const keys = Object.keys(payload).length;
    const size = Buffer.byteLength(JSON.stringify(payload));
    return [
        ...(eventType === '' || eventType.length > LONGEST_EVENT_TYPE
            ? [`The event type has ${eventType.length} characters: GitHub takes 1 to ${LONGEST_EVENT_TYPE}.`]
            : []),
        ...(keys > MOST_PAYLOAD_KEYS
            ? [
                `The client payload has ${keys} keys: GitHub takes at most ${MOST_PAYLOAD_KEYS} at its top level; nest them under one.`,
            ]
            : []),
        ...(size >= LARGEST_PAYLOAD
            ? [`The client payload is ${size} bytes large: GitHub takes less than ${LARGEST_PAYLOAD}.`]
            : []),
    ];
}
function refuse(messages) {
    if (messages.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(messages.map((message) => ({ message })));
}


/***/ })

};
