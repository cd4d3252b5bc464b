import type { CallOptions } from './client/client.ts';
import { ensure } from './ensure.ts';
import type { Repository } from './repository.ts';

interface WantedPull {
  /** A branch of the same repository. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

interface Pull {
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
export async function upsertPull(repository: Repository, wanted: WantedPull, options: CallOptions = {}): Promise<Pull> {
  const explained = { ...options, explain: EXPLAIN };
  const found = await findPull(repository, wanted, options);
  if (found) return update(repository, { found, wanted }, explained);
  const create = async () => {
    return (await repository.write<RawPull>('POST /repos/{owner}/{repo}/pulls', { ...wanted }, explained)).data;
  };
  const made = await ensure(create, () => findPull(repository, wanted, options), { attempts: 2 });
  return { outcome: 'created', number: made.number, url: made.html_url };
}

/** The open pull request from a branch to another. */
export async function findOpenPull(
  repository: Repository,
  branches: Pick<WantedPull, 'head' | 'base'>,
  options: CallOptions = {},
): Promise<{ readonly number: number; readonly url: string } | undefined> {
  const found = await findPull(repository, branches, options);
  return found && { number: found.number, url: found.html_url };
}

async function findPull(
  repository: Repository,
  { head, base }: Pick<WantedPull, 'head' | 'base'>,
  options: CallOptions,
): Promise<RawPull | undefined> {
  const params = { state: 'open', head: `${repository.owner}:${head}`, base };
  const [first] = await repository.list<RawPull>('GET /repos/{owner}/{repo}/pulls', params, { ...options, limit: 1 });
  return first;
}

async function update(
  repository: Repository,
  { found, wanted: { title, body } }: { found: RawPull; wanted: WantedPull },
  options: CallOptions,
): Promise<Pull> {
  const place = { number: found.number, url: found.html_url };
  if (found.title === title && (found.body ?? '') === body) return { outcome: 'unchanged', ...place };
  const params = { pull_number: found.number, title, body };
  await repository.writeIdempotent('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', params, options);
  return { outcome: 'updated', ...place };
}
