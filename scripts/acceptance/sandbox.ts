import type { GitHubClient } from '../../src/platform/github/client/client.ts';
import { createCommitOnBranch } from '../../src/platform/github/commits.ts';
import { getRef } from '../../src/platform/github/refs.ts';
import type { Repository } from '../../src/platform/github/repository.ts';
import { listWorkflows } from '../../src/platform/github/runs.ts';

/** Nothing that is not called so is ever deleted. */
export const PREFIX = 'release-actions-acceptance-';
/** What another run left behind is not looked at any more by then. */
const LEFT_BEHIND_MS = 6 * 3_600_000;
const READY_MS = 120_000;

interface Options {
  readonly client: GitHubClient;
  readonly signal: AbortSignal;
  readonly clock: { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> };
}

/** Makes a public repository with these files, and waits until GitHub knows its workflows. */
export async function makeSandbox(
  repository: Repository,
  files: Readonly<Record<string, string>>,
  { signal, clock }: Pick<Options, 'signal' | 'clock'>,
): Promise<void> {
  const { client, owner, name } = repository;
  const made = {
    name: name.slice(owner.length + 1),
    description: 'A trial of release-actions; it deletes itself.',
    auto_init: true,
  };
  await client.write('POST /orgs/{org}/repos', { org: owner, ...made, private: false, has_wiki: false }, { signal });
  const additions = Object.entries(files).map(([path, contents]) => ({ path, contents }));
  const expectedHeadOid = await eventually(() => getRef(repository, 'heads/main', { signal }));
  const commit = { branch: 'main', expectedHeadOid, message: 'What is tried', additions };
  await createCommitOnBranch(repository, commit, { signal });
  const wanted = Object.keys(files).filter((path) => path.startsWith('.github/workflows/'));
  await eventually(async () => {
    const there = new Set((await listWorkflows(repository, { signal })).map(({ path }) => path));
    return wanted.every((path) => there.has(path)) || undefined;
  });

  async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
    const deadline = clock.now() + READY_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (clock.now() > deadline) throw new Error(`${repository} is not ready after ${READY_MS / 1_000} s.`);
      await clock.sleep(2_000, signal);
    }
  }
}

/** Deletes a sandbox; one that is gone is fine. */
export async function removeSandbox(repository: Repository): Promise<void> {
  if (!repository.name.startsWith(`${repository.owner}/${PREFIX}`))
    throw new Error(`${repository} is no sandbox: nothing but ${PREFIX}… is deleted.`);
  await repository.writeIdempotent('DELETE /repos/{owner}/{repo}');
}

interface Listed {
  readonly name: string;
  readonly created_at?: string;
}

/** What earlier runs that were killed have left in the organisation, at most 100. */
export async function leftBehind(owner: string, { client, signal, clock }: Options): Promise<string[]> {
  const all = await client.list<Listed>(
    'GET /orgs/{org}/repos',
    { org: owner, sort: 'created' },
    { signal, limit: 100 },
  );
  return all.flatMap(({ name, created_at = '' }) =>
    name.startsWith(PREFIX) && clock.now() - Date.parse(created_at) > LEFT_BEHIND_MS ? [`${owner}/${name}`] : [],
  );
}
