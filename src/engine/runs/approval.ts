import { messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { describePending, pendingDeployments } from '../../platform/github/pending-deployments.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import type { RunEvent, RunSurroundings, WantedRun } from './wanted-run.ts';

/** Asks GitHub for whom the run waits, and tells; that it cannot be read is told with it, and is no trouble. */
export async function approvalPending(
  { repository }: Pick<WantedRun, 'repository'>,
  { id }: Pick<SeenRun, 'id'>,
  { signal }: Pick<RunSurroundings, 'signal'>,
): Promise<Extract<RunEvent, { type: 'approval-pending' }>> {
  try {
    const whom = describePending(await pendingDeployments(repository, id, { signal }));
    return { type: 'approval-pending', whom };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { type: 'approval-pending', whom: `a person or a timer (for whom cannot be read: ${messageOf(error)})` };
  }
}
