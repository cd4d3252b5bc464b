import type { SeenRun } from './events.ts';
import type { CancelReason, ComponentStatus, FailureCause } from './state.ts';

/** What a run that did not succeed makes of its component: its status, why in words for people, and who or what caused it. */
export function unsuccessful(
  { conclusion, neverStarted, claimedBy }: Pick<SeenRun, 'conclusion' | 'neverStarted' | 'claimedBy'>,
  cancelledBecause: CancelReason | undefined,
): { status: ComponentStatus; reason: string; cause: FailureCause } {
  if (claimedBy !== undefined) return { status: 'failed', reason: robbed(claimedBy), cause: 'run' };
  if (conclusion !== 'cancelled')
    return {
      status: 'failed',
      reason: `Its run ${endOf(conclusion)}.`,
      cause: 'run',
    };
  if (cancelledBecause === 'approval')
    return { status: 'timed-out', reason: 'Nobody approved it in time, and it was cancelled.', cause: 'unapproved' };
  if (cancelledBecause === 'timeout')
    return { status: 'timed-out', reason: 'It took longer than its timeout and was cancelled.', cause: 'run' };
  if (cancelledBecause === 'caller')
    return { status: 'cancelled', reason: 'It was cancelled with the train.', cause: 'person' };
  if (neverStarted)
    return {
      status: 'cancelled',
      reason:
        'Its run was cancelled before any job started: a newer run of its concurrency group replaces one that is pending (queue: max keeps them), or somebody cancelled it.',
      cause: 'run',
    };
  return { status: 'cancelled', reason: 'Somebody cancelled its run.', cause: 'person' };
}

/** GitHub's word as people say it. */
function endOf(conclusion = 'unknown'): string {
  return conclusion === 'failure' ? 'failed' : `ended as ${conclusion.replaceAll('_', ' ')}`;
}

/** Why a run that is green did not do what it was dispatched for. */
export function robbed(claimedBy: string): string {
  return (
    `Its run did nothing: it found the release claimed by ${claimedBy}, which is no run of this train. ` +
    'See who can write refs/release-actions/claims in that repository, then resume the train: the next try has another nonce.'
  );
}
