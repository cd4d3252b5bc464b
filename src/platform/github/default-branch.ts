import type { CallOptions, GitHubClient } from './client/client.ts';
import { ownerAndRepo } from './repository-name.ts';

/** The branch that a repository (`owner/name`) shows first. Throws GitHubError where the token cannot see the repository. */
export async function defaultBranch(client: GitHubClient, repository: string, options?: CallOptions): Promise<string> {
  const found = await client.read<{ default_branch: string }>(
    'GET /repos/{owner}/{repo}',
    ownerAndRepo(repository),
    options,
  );
  return found.default_branch;
}
