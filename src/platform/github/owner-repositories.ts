import type { GitHubClient } from './client/client.ts';
import { absentIs404 } from './refs.ts';

/** A repository as the list of its owner's shows it. */
export interface ListedRepository {
  /** `owner/name` */
  readonly name: string;
  readonly defaultBranch: string;
  readonly isFork: boolean;
  readonly isArchived: boolean;
  /** Nothing was ever pushed. */
  readonly isEmpty: boolean;
}

interface RawListed {
  readonly full_name: string;
  readonly default_branch?: string;
  readonly fork?: boolean;
  readonly archived?: boolean;
  readonly size?: number;
  readonly pushed_at?: string | null;
}

const MOST = 5_000;

/**
 * The repositories of an organisation or a person that the token may see, at most 5,000, by name; undefined where there is no
 * such owner. Private ones that the token does not reach are not listed, and nothing says that they are there.
 */
export async function listRepositoriesOf(client: GitHubClient, owner: string): Promise<ListedRepository[] | undefined> {
  const limits = { limit: MOST };
  const found =
    (await absentIs404(() => client.list<RawListed>('GET /orgs/{org}/repos', { org: owner, type: 'all' }, limits))) ??
    (await absentIs404(() =>
      client.list<RawListed>('GET /users/{username}/repos', { username: owner, type: 'owner' }, limits),
    ));
  return found?.map(listed).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function listed({ full_name, default_branch = 'main', fork, archived, pushed_at, size }: RawListed): ListedRepository {
  return {
    ...{ name: full_name, defaultBranch: default_branch },
    ...{ isFork: fork === true, isArchived: archived === true },
    isEmpty: pushed_at === null || (pushed_at === undefined && size === 0),
  };
}
