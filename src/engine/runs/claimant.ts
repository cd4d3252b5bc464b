import { claimOwner } from '../../packages/claims/claim.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { WantedRun } from './wanted-run.ts';

/**
 * The id of the run that claimed the nonce, and so did the work: of several that carry it, this one counts. Undefined where
 * none did, where the child does not claim its releases, and where we may not see it.
 */
export async function claimant(
  { client, repository }: Pick<WantedRun, 'client' | 'repository'>,
  nonce: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const owner = await claimOwner(client, { repository, nonce }, { signal });
    return owner?.runId === undefined ? undefined : Number(owner.runId);
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'fault') return undefined;
    throw error;
  }
}
