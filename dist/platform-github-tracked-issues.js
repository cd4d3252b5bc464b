export const id = 9292;
export const ids = [9292];
export const modules = {

/***/ 9292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ addComment),
/* harmony export */   Ko: () => (/* binding */ createIssue),
/* harmony export */   Tu: () => (/* binding */ deleteComment),
/* harmony export */   ar: () => (/* binding */ issueComments),
/* harmony export */   k0: () => (/* binding */ labelledIssues),
/* harmony export */   tt: () => (/* binding */ updateIssue),
/* harmony export */   zE: () => (/* binding */ setIssueState)
/* harmony export */ });
/* harmony import */ var _repository_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1497);

const MOST_ISSUES = 500;
const MOST_COMMENTS = 3_000;
/** The issues (no pull requests) with a label, oldest first; `since`: only what changed since then (epoch milliseconds). */
async function labelledIssues(client, repository, { label, state, since }, options = {}) {
    const params = {
        ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository),
        labels: label,
        state,
        sort: 'created',
        direction: 'asc',
        ...(since !== undefined && { since: new Date(since).toISOString() }),
    };
    const rows = await client.list('GET /repos/{owner}/{repo}/issues', params, {
        ...options,
        limit: MOST_ISSUES,
    });
    return rows.filter((row) => row.pull_request === undefined).map(issueOf);
}
/** Throws AmbiguousWrite where it may be there or not. */
async function createIssue(client, repository, issue, options = {}) {
    const { assignees, ...rest } = issue;
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), ...rest, ...(assignees.length > 0 && { assignees }) };
    const { data } = await client.write('POST /repos/{owner}/{repo}/issues', params, options);
    return issueOf(data);
}
/** Sets title and body. */
async function updateIssue(client, repository, { number, title, body }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number, title, body };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}
/** Opens or closes it. */
async function setIssueState(client, repository, { number, state }, options = {}) {
    const reason = state === 'closed' ? 'completed' : 'reopened';
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number, state, state_reason: reason };
    await client.writeIdempotent('PATCH /repos/{owner}/{repo}/issues/{issue_number}', params, options);
}
async function issueComments(client, repository, number, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const rows = await client.list(route, params, { ...options, limit: MOST_COMMENTS });
    return rows.map(commentOf);
}
/** Throws AmbiguousWrite where it may be there or not. */
async function addComment(client, repository, { number, body }, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), issue_number: number, body };
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    return commentOf((await client.write(route, params, options)).data);
}
async function deleteComment(client, repository, id, options = {}) {
    const params = { ...(0,_repository_name_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerAndRepo */ .H)(repository), comment_id: id };
    await client.writeIdempotent('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', params, options);
}
function issueOf({ number, html_url, body, labels = [], assignees, created_at, closed_at, state_reason, }) {
    return {
        number,
        url: html_url,
        body: body ?? '',
        labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
        assignees: (assignees ?? []).map(({ login }) => login),
        createdAt: Date.parse(created_at),
        ...(closed_at ? { closedAt: Date.parse(closed_at) } : {}),
        ...(closed_at && state_reason === 'not_planned' ? { notPlanned: true } : {}),
    };
}
function commentOf({ id, html_url, body = '' }) {
    return { id, url: html_url, body };
}


/***/ })

};
