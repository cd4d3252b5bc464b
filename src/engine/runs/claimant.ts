import { claimOwner, type Owner } from '../../packages/claims/claim.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { WantedRun } from './wanted-run.ts';

/**
 * The run that claimed the nonce, and so did the work: of several that carry it, this one counts. Undefined where none did, where
 * the child does not claim its releases, and where we may not see it. A claim can be written by anyone who may write to the child:
 * it says which of our runs counts, and never that a run is ours.
 */
export async function claimant(
  { repository }: Pick<WantedRun, 'repository'>,
  nonce: string,
  signal: AbortSignal,
): Promise<Owner | undefined> {
  try {
    return await claimOwner({ repository, nonce }, { signal });
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'fault') return undefined;
    throw error;
  }
}
