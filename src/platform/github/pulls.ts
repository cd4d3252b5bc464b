import type { CallOptions, GitHubClient } from './client/client.ts';
import { ensure } from './ensure.ts';
import { ownerAndRepo } from './repository-name.ts';

export interface WantedPull {
  /** A branch of the same repository. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

export interface Pull {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly number: number;
  readonly url: string;
}

interface RawPull {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string | null;
}

const EXPLAIN = {
  403: 'The token may not open pull requests. The job needs pull-requests: write, and in the settings of the repository, under Actions, General, "Allow GitHub Actions to create and approve pull requests" must be on.',
};

/** Keeps one open pull request from a branch to another with this title and body. Throws AmbiguousWrite. */
export async function upsertPull(
  client: GitHubClient,
  repository: string,
  wanted: WantedPull,
  options: CallOptions = {},
): Promise<Pull> {
  const explained = { ...options, explain: EXPLAIN };
  const found = await findPull(client, repository, wanted, options);
  if (found) return update(client, repository, { found, wanted }, explained);
  const create = async () => {
    const params = { ...ownerAndRepo(repository), ...wanted };
    return (await client.write<RawPull>('POST /repos/{owner}/{repo}/pulls', params, explained)).data;
  };
  const made = await ensure(create, () => findPull(client, repository, wanted, options));
  return { outcome: 'created', number: made.number, url: made.html_url };
}

/** The open pull request from a branch to another. */
export async function findOpenPull(
  client: GitHubClient,
  repository: string,
  branches: Pick<WantedPull, 'head' | 'base'>,
  options: CallOptions = {},
): Promise<{ readonly number: number; readonly url: string } | undefined> {
  const found = await findPull(client, repository, branches, options);
  return found && { number: found.number, url: found.html_url };
}

async function findPull(
  client: GitHubClient,
  repository: string,
  { head, base }: Pick<WantedPull, 'head' | 'base'>,
  options: CallOptions,
): Promise<RawPull | undefined> {
  const { owner, repo } = ownerAndRepo(repository);
  const params = { owner, repo, state: 'open', head: `${owner}:${head}`, base };
  const [first] = await client.list<RawPull>('GET /repos/{owner}/{repo}/pulls', params, { ...options, limit: 1 });
  return first;
}

async function update(
  client: GitHubClient,
  repository: string,
  { found, wanted: { title, body } }: { found: RawPull; wanted: WantedPull },
  options: CallOptions,
): Promise<Pull> {
  const place = { number: found.number, url: found.html_url };
  if (found.title === title && (found.body ?? '') === body) return { outcome: 'unchanged', ...place };
  const params = { ...ownerAndRepo(repository), pull_number: found.number, title, body };
  await client.writeIdempotent('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', params, options);
  return { outcome: 'updated', ...place };
}
