import type { CallOptions } from '../../platform/github/client/client.ts';
import { deleteRef } from '../../platform/github/refs.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { CLAIMS, readCommit } from './claim.ts';

interface CleanUp {
  /** Claims made before this time (ms since the epoch) go. */
  readonly before: number;
  /** From 0 up to 1; where in the list to begin, so that many runs together see all of it. */
  readonly random: () => number;
}

/** How many claims one run looks at: two requests each at most. */
const AT_MOST = 10;

/** Deletes some of the old claims and returns how many; rejects where GitHub does not let it. */
export async function cleanUpClaims(
  repository: Repository,
  { before, random }: CleanUp,
  options?: CallOptions,
): Promise<number> {
  const claims = await repository.read<{ ref: string; object: { sha: string } }[]>(
    'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
    { ref: CLAIMS },
    options,
  );
  const start = Math.floor(random() * claims.length);
  const some = [...claims.slice(start), ...claims.slice(0, start)].slice(0, AT_MOST);
  let deleted = 0;
  for (const { ref, object } of some) {
    const { committer } = await readCommit(repository, object.sha, options);
    const made = Date.parse(committer?.date ?? '');
    if (!(made < before)) continue;
    await deleteRef(repository, ref.replace(/^refs\//, ''), options);
    deleted += 1;
  }
  return deleted;
}
