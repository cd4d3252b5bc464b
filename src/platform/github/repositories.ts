import type { CallOptions } from './client/client.ts';
import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';

export interface RepositoryFacts {
  /** `owner/name` as GitHub has it now: after a renaming, the new one. */
  readonly name: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  /** Nothing runs in it, and nobody can push. */
  readonly isArchived: boolean;
  /** A page is published from it. */
  readonly hasPage: boolean;
  /** Milliseconds since the epoch; undefined where nothing was ever pushed. */
  readonly pushedAt: number | undefined;
}

interface RawRepository {
  readonly full_name?: string;
  readonly default_branch: string;
  readonly private: boolean;
  readonly archived?: boolean;
  readonly has_pages?: boolean;
  readonly pushed_at?: string | null;
}

/** What GitHub says of a repository. Asked conditionally: again it costs nothing of the rate limit while it is unchanged. */
export async function readRepository(repository: Repository, options?: CallOptions): Promise<RepositoryFacts> {
  const route = 'GET /repos/{owner}/{repo}';
  const { data: found } = await repository.poll<RawRepository>(route, {}, options);
  const pushed = Date.parse(found.pushed_at ?? '');
  return {
    name: found.full_name ?? repository.name,
    defaultBranch: found.default_branch,
    isPrivate: found.private,
    isArchived: found.archived ?? false,
    hasPage: found.has_pages ?? false,
    pushedAt: Number.isNaN(pushed) ? undefined : pushed,
  };
}

/** The same; undefined where there is none, or the token may not see it: GitHub answers 404 for both. */
export function findRepository(repository: Repository, options?: CallOptions): Promise<RepositoryFacts | undefined> {
  return absentIs404(() => readRepository(repository, options));
}

/** The repository's topics. */
export async function readTopics(repository: Repository, options?: CallOptions): Promise<string[]> {
  return (await repository.read<{ names: string[] }>('GET /repos/{owner}/{repo}/topics', {}, options)).names;
}
