import type { SeenRun } from './events.ts';
import type { CancelReason, ComponentStatus, FailureCause } from './state.ts';

/** What a run that did not succeed makes of its component: its status, why in words for people, and who or what caused it. */
export function unsuccessful(
  { conclusion, neverStarted }: Pick<SeenRun, 'conclusion' | 'neverStarted'>,
  cancelledBecause: CancelReason | undefined,
): { status: ComponentStatus; reason: string; cause: FailureCause } {
  if (conclusion !== 'cancelled')
    return { status: 'failed', reason: `Its run concluded ${conclusion ?? 'without a conclusion'}.`, cause: 'run' };
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
