/** One operation of GitHub's REST API, by the id it has in GitHub's own description. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in the description; `{…}` is one segment, but for the parameters of `restOfPath`. */
  readonly path: string;
  /** The permission a fine-grained token or an App needs; `undefined`: none but a look at the repository. */
  readonly permission?: readonly [name: string, level: 'read' | 'write'];
}

/** Parameters that may hold slashes, as last segment of their path. */
export const restOfPath: ReadonlySet<string> = new Set(['{ref}', '{path}', '{branch}']);

const repository = '/repos/{owner}/{repo}';
const actions = `${repository}/actions`;

function family(permission: string, table: readonly string[]): Operation[] {
  return table.map((line) => {
    const [id = '', method = '', path = ''] = line.split(/\s+/);
    const level = method === 'GET' ? 'read' : 'write';
    return { id, method: method as Operation['method'], path, ...(permission && { permission: [permission, level] }) };
  });
}

/** Everything the embedded GitHub answers over REST; scripts/extract-github-api.ts takes their schemas out of the description. */
export const operations: readonly Operation[] = [
  ...family('', [
    'rate-limit/get GET /rate_limit',
    'users/get-authenticated GET /user',
    'apps/get-authenticated GET /app',
    'apps/list-installations GET /app/installations',
    'apps/get-installation GET /app/installations/{installation_id}',
    'apps/create-installation-access-token POST /app/installations/{installation_id}/access_tokens',
    'apps/get-org-installation GET /orgs/{org}/installation',
    'apps/get-user-installation GET /users/{username}/installation',
    `apps/get-repo-installation GET ${repository}/installation`,
    `repos/get GET ${repository}`,
    `repos/get-all-topics GET ${repository}/topics`,
    `repos/get-branch-rules GET ${repository}/rules/branches/{branch}`,
    `repos/get-repo-rulesets GET ${repository}/rulesets`,
    `repos/get-repo-ruleset GET ${repository}/rulesets/{ruleset_id}`,
    'repos/list-for-org GET /orgs/{org}/repos',
    'repos/create-in-org POST /orgs/{org}/repos',
    'repos/list-for-user GET /users/{username}/repos',
  ]),
  ...family('administration', [
    `repos/delete DELETE ${repository}`,
    `repos/replace-all-topics PUT ${repository}/topics`,
    `repos/create-repo-ruleset POST ${repository}/rulesets`,
    `repos/create-or-update-environment PUT ${repository}/environments/{environment_name}`,
  ]),
  ...family('contents', [
    `repos/get-content GET ${repository}/contents/{path}`,
    `repos/create-or-update-file-contents PUT ${repository}/contents/{path}`,
    `repos/delete-file DELETE ${repository}/contents/{path}`,
    `repos/list-branches GET ${repository}/branches`,
    `repos/get-branch GET ${repository}/branches/{branch}`,
    `repos/list-commits GET ${repository}/commits`,
    `repos/download-tarball-archive GET ${repository}/tarball/{ref}`,
    `repos/compare-commits-with-basehead GET ${repository}/compare/{basehead}`,
    `repos/get-commit GET ${repository}/commits/{ref}`,
    `repos/list-tags GET ${repository}/tags`,
    `repos/list-releases GET ${repository}/releases`,
    `repos/create-release POST ${repository}/releases`,
    `repos/get-latest-release GET ${repository}/releases/latest`,
    `repos/get-release-by-tag GET ${repository}/releases/tags/{tag}`,
    `repos/get-release GET ${repository}/releases/{release_id}`,
    `repos/update-release PATCH ${repository}/releases/{release_id}`,
    `repos/create-dispatch-event POST ${repository}/dispatches`,
    `git/create-blob POST ${repository}/git/blobs`,
    `git/get-blob GET ${repository}/git/blobs/{file_sha}`,
    `git/create-commit POST ${repository}/git/commits`,
    `git/get-commit GET ${repository}/git/commits/{commit_sha}`,
    `git/list-matching-refs GET ${repository}/git/matching-refs/{ref}`,
    `git/get-ref GET ${repository}/git/ref/{ref}`,
    `git/create-ref POST ${repository}/git/refs`,
    `git/update-ref PATCH ${repository}/git/refs/{ref}`,
    `git/delete-ref DELETE ${repository}/git/refs/{ref}`,
    `git/create-tree POST ${repository}/git/trees`,
    `git/get-tree GET ${repository}/git/trees/{tree_sha}`,
  ]),
  ...family('actions', [
    `repos/get-all-environments GET ${repository}/environments`,
    `actions/list-repo-workflows GET ${actions}/workflows`,
    `actions/get-workflow GET ${actions}/workflows/{workflow_id}`,
    `actions/create-workflow-dispatch POST ${actions}/workflows/{workflow_id}/dispatches`,
    `actions/list-workflow-runs GET ${actions}/workflows/{workflow_id}/runs`,
    `actions/list-workflow-runs-for-repo GET ${actions}/runs`,
    `actions/get-workflow-run GET ${actions}/runs/{run_id}`,
    `actions/get-workflow-run-attempt GET ${actions}/runs/{run_id}/attempts/{attempt_number}`,
    `actions/list-jobs-for-workflow-run GET ${actions}/runs/{run_id}/jobs`,
    `actions/list-jobs-for-workflow-run-attempt GET ${actions}/runs/{run_id}/attempts/{attempt_number}/jobs`,
    `actions/get-job-for-workflow-run GET ${actions}/jobs/{job_id}`,
    `actions/download-job-logs-for-workflow-run GET ${actions}/jobs/{job_id}/logs`,
    `actions/download-workflow-run-logs GET ${actions}/runs/{run_id}/logs`,
    `actions/list-workflow-run-artifacts GET ${actions}/runs/{run_id}/artifacts`,
    `actions/list-artifacts-for-repo GET ${actions}/artifacts`,
    `actions/get-artifact GET ${actions}/artifacts/{artifact_id}`,
    `actions/download-artifact GET ${actions}/artifacts/{artifact_id}/{archive_format}`,
    `actions/cancel-workflow-run POST ${actions}/runs/{run_id}/cancel`,
    `actions/force-cancel-workflow-run POST ${actions}/runs/{run_id}/force-cancel`,
    `actions/re-run-workflow POST ${actions}/runs/{run_id}/rerun`,
    `actions/re-run-workflow-failed-jobs POST ${actions}/runs/{run_id}/rerun-failed-jobs`,
    `actions/get-pending-deployments-for-run GET ${actions}/runs/{run_id}/pending_deployments`,
    `actions/approve-workflow-run POST ${actions}/runs/{run_id}/approve`,
  ]),
  ...family('issues', [
    `issues/list-for-repo GET ${repository}/issues`,
    `issues/create POST ${repository}/issues`,
    `issues/get GET ${repository}/issues/{issue_number}`,
    `issues/update PATCH ${repository}/issues/{issue_number}`,
    `issues/list-comments GET ${repository}/issues/{issue_number}/comments`,
    `issues/create-comment POST ${repository}/issues/{issue_number}/comments`,
    `issues/update-comment PATCH ${repository}/issues/comments/{comment_id}`,
    `issues/delete-comment DELETE ${repository}/issues/comments/{comment_id}`,
  ]),
  ...family('pull_requests', [
    `pulls/list GET ${repository}/pulls`,
    `pulls/create POST ${repository}/pulls`,
    `pulls/get GET ${repository}/pulls/{pull_number}`,
    `pulls/update PATCH ${repository}/pulls/{pull_number}`,
  ]),
  ...family('administration', [`actions/get-github-actions-permissions-repository GET ${actions}/permissions`]),
  ...family('pages', [`repos/get-pages GET ${repository}/pages`]),
  ...family('deployments', [
    `repos/list-deployments GET ${repository}/deployments`,
    `repos/create-deployment POST ${repository}/deployments`,
    `repos/list-deployment-statuses GET ${repository}/deployments/{deployment_id}/statuses`,
    `repos/create-deployment-status POST ${repository}/deployments/{deployment_id}/statuses`,
  ]),
  ...family('statuses', [
    `repos/create-commit-status POST ${repository}/statuses/{sha}`,
    `repos/list-commit-statuses-for-ref GET ${repository}/commits/{ref}/statuses`,
    `repos/get-combined-status-for-ref GET ${repository}/commits/{ref}/status`,
  ]),
];
