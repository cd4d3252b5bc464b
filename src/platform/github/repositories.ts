import type { CallOptions, GitHubClient } from './client/client.ts';
import { ownerAndRepo } from './repository-name.ts';

export interface RepositoryFacts {
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  /** Milliseconds since the epoch; undefined where nothing was ever pushed. */
  readonly pushedAt: number | undefined;
}

interface RawRepository {
  readonly default_branch: string;
  readonly private: boolean;
  readonly pushed_at?: string | null;
}

/** What GitHub says of a repository. */
export async function readRepository(
  client: GitHubClient,
  repository: string,
  options?: CallOptions,
): Promise<RepositoryFacts> {
  const found = await client.read<RawRepository>('GET /repos/{owner}/{repo}', ownerAndRepo(repository), options);
  const pushed = Date.parse(found.pushed_at ?? '');
  return {
    defaultBranch: found.default_branch,
    isPrivate: found.private,
    pushedAt: Number.isNaN(pushed) ? undefined : pushed,
  };
}

/** The repository's topics. */
export async function readTopics(client: GitHubClient, repository: string, options?: CallOptions): Promise<string[]> {
  const params = ownerAndRepo(repository);
  return (await client.read<{ names: string[] }>('GET /repos/{owner}/{repo}/topics', params, options)).names;
}
