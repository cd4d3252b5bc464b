import { type Access, allows } from './access.ts';
import { Problem } from './answer.ts';
import type { Repository } from './world.ts';

const WORKFLOWS = '.github/workflows';

/**
 * GitHub refuses a ref, or a release with a target, where the commit's workflow files are not those of the default branch and
 * the token lacks `workflows`, in custom namespaces, too. GITHUB_TOKEN never has it.
 * https://github.com/vercel/next.js/issues/94596, https://github.com/cli/cli/issues/9514
 */
export function refuseForeignWorkflows(access: Access, repository: Repository, sha: string): void {
  if (mayWriteWorkflows(access)) return;
  const files = workflowsAt(repository, sha);
  const ours = workflowsAt(repository, repository.git.refs.get(`refs/heads/${repository.defaultBranch}`) ?? '');
  if (files !== undefined && files !== ours) throw new Problem(403, 'Resource not accessible by integration');
}

function mayWriteWorkflows(access: Access): boolean {
  if (access.kind !== 'token') return false;
  const { kind = 'pat', permissions } = access.token;
  return kind !== 'github-token' && allows(permissions, 'workflows', 'write');
}

/** The id of the folder with the workflow files: equal ids are equal files. */
function workflowsAt({ git }: Repository, sha: string): string | undefined {
  return git.entryAt(git.commit(sha)?.tree ?? '', WORKFLOWS)?.sha;
}
