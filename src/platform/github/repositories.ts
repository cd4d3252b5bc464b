import type { CallOptions, GitHubClient, Params } from './client/client.ts';
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
  return factsOf(found, repository.name);
}

/**
 * Repositories of an organisation or a person that the token may see, a page of a hundred after the other, what was pushed to last
 * first; none where there is no such owner. Asked conditionally.
 */
export async function* pagesOfRepositories(
  client: GitHubClient,
  owner: string,
  options?: CallOptions,
): AsyncGenerator<readonly RepositoryFacts[]> {
  const read = async (route: `GET ${string}`, who: Params, page: number) => {
    const params = { ...who, sort: 'pushed', per_page: PAGE, page };
    return (await client.poll<readonly RawRepository[]>(route, params, options)).data;
  };
  let of = (page: number) => read('GET /orgs/{org}/repos', { org: owner }, page);
  let rows = await absentIs404(() => of(1));
  if (rows === undefined) {
    of = (page) => read('GET /users/{username}/repos', { username: owner }, page);
    rows = (await absentIs404(() => of(1))) ?? [];
  }
  for (let page = 1; rows.length > 0; page += 1) {
    // A list need not say all of each.
    yield rows.flatMap((found) =>
      found.full_name && found.default_branch && found.archived !== undefined ? [factsOf(found, found.full_name)] : [],
    );
    if (rows.length < PAGE) return;
    rows = await of(page + 1);
  }
}

const PAGE = 100;

function factsOf(found: RawRepository, asked: string): RepositoryFacts {
  const pushed = Date.parse(found.pushed_at ?? '');
  return {
    name: found.full_name ?? asked,
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
