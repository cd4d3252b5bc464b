import type { CallOptions } from './client/client.ts';
import type { Repository } from './repository.ts';

/** The branch that a repository (`owner/name`) shows first. Throws GitHubError where the token cannot see the repository. */
export async function defaultBranch(repository: Repository, options?: CallOptions): Promise<string> {
  const found = await repository.read<{ default_branch: string }>('GET /repos/{owner}/{repo}', {}, options);
  return found.default_branch;
}
