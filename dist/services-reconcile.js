export const id = 6497;
export const ids = [6497];
export const modules = {

/***/ 96497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ownHistory),
/* harmony export */   v: () => (/* binding */ selfFindings)
/* harmony export */ });
/* harmony import */ var _platform_github_repositories_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90549);
/* harmony import */ var _platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31497);
/* harmony import */ var _platform_time_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87107);



const DAY = 24 * 3_600_000;
const SCHEDULE_LIFE = 60 * DAY;
const SCHEDULE_WARNING = 10 * DAY;
function selfFindings(history, now, longestGap) {
    const findings = [];
    const { lastRun, lastActivity } = history;
    if (lastRun !== undefined && now - lastRun > longestGap) {
        const since = new Date(lastRun).toISOString();
        const detail = `did not run from ${since} on, for longer than ${(0,_platform_time_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(longestGap)}; was its schedule disabled?`;
        findings.push({ kind: 'overdue', detail });
    }
    if (lastActivity !== undefined && now - lastActivity > SCHEDULE_LIFE - SCHEDULE_WARNING) {
        const ends = new Date(lastActivity + SCHEDULE_LIFE).toISOString().slice(0, 10);
        const detail = `will lose its schedule on ${ends}: GitHub disables it after 60 days without a push. Push a commit, or enable it again.`;
        findings.push({ kind: 'overdue', detail });
    }
    return findings;
}
async function ownHistory(client, { repository, workflowRef, runId }, options) {
    const file = /\/\.github\/workflows\/([^/@]+)@/.exec(workflowRef ?? '')?.[1];
    if (!repository || !file)
        return {};
    const params = { ...(0,_platform_github_repository_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerAndRepo */ .H)(repository), workflow_id: file, status: 'completed' };
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const runs = await client.list(route, params, { ...options, key: 'workflow_runs', limit: 20 });
    const times = runs
        .filter((run) => String(run.id) !== runId && PASSES.includes(run.conclusion ?? ''))
        .map((run) => Date.parse(run.run_started_at ?? ''))
        .filter((time) => !Number.isNaN(time));
    const { isPrivate, pushedAt } = await (0,_platform_github_repositories_js__WEBPACK_IMPORTED_MODULE_0__/* .readRepository */ .Nu)(client, repository, options);
    return {
        ...(times.length > 0 ? { lastRun: Math.max(...times) } : {}),
        ...(isPrivate || pushedAt === undefined ? {} : { lastActivity: pushedAt }),
    };
}
const PASSES = ['success', 'failure'];


/***/ })

};
