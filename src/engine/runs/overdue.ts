import { messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { cancelRun, forceCancelRun } from '../../platform/github/runs.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { approvalPending } from './approval.ts';
import type { RunEvent, RunSurroundings, WantedRun } from './wanted-run.ts';

/** How long a cancelled run may take to end before it is cancelled by force, and before we give up on it. */
const CANCEL_GRACE_MS = 60_000;
const FORCE_GRACE_MS = 60_000;

/** A cancel that was requested, and whether by force since. */
export interface Cancelling {
  readonly at: number;
  readonly forced: boolean;
}

/** What is known of a run that may be overdue. */
interface Overdue {
  readonly last: SeenRun;
  readonly deadline: number;
  /** Since when it waits for people, where it does. */
  readonly waitingSince?: number | undefined;
  readonly cancelling?: Cancelling | undefined;
}

/**
 * After the deadline: cancel, verify that it ended, cancel by force, and say so where nothing helped. Returns the cancel that
 * is under way, if any, or that the run is given up.
 */
export async function* enforceDeadline(
  wanted: WantedRun,
  { last, cancelling, deadline, waitingSince }: Overdue,
  world: RunSurroundings,
): AsyncGenerator<RunEvent, Cancelling | undefined | 'end'> {
  const now = world.clock.now();
  if (!cancelling) {
    if (waitingSince !== undefined) return yield* enforceApproval(wanted, { last, waitingSince }, world);
    if (now < deadline) return undefined;
    if (wanted.onTimeout === 'fail') {
      yield { type: 'expired', reason: overdue(last) };
      return 'end';
    }
    const detail = await requestCancel(wanted, last, world, cancelRun);
    yield { type: 'cancel-requested', because: 'timeout', detail };
    return { at: now, forced: false };
  }
  if (now >= cancelling.at + CANCEL_GRACE_MS + FORCE_GRACE_MS) {
    yield { type: 'expired', reason: `${overdue(last)} Cancelling it had no effect: look at it.` };
    return 'end';
  }
  if (cancelling.forced || now < cancelling.at + CANCEL_GRACE_MS) return cancelling;
  await requestCancel(wanted, last, world, forceCancelRun);
  return { ...cancelling, forced: true };
}

/** A run that waits for people has a time of its own, and is left to them after it, unless somebody wanted it cancelled. */
async function* enforceApproval(
  wanted: WantedRun,
  { last, waitingSince }: { last: SeenRun; waitingSince: number },
  world: RunSurroundings,
): AsyncGenerator<RunEvent, Cancelling | undefined | 'end'> {
  const now = world.clock.now();
  const { timeoutMs, onTimeout } = wanted.approval;
  if (now < waitingSince + timeoutMs) return undefined;
  if (onTimeout === 'cancel') {
    const detail = await requestCancel(wanted, last, world, cancelRun);
    yield { type: 'cancel-requested', because: 'approval', detail };
    return { at: now, forced: false };
  }
  const { whom } = await approvalPending(wanted, last, world);
  const reason = `Nobody approved ${last.url} in ${formatDuration(timeoutMs)}: it waits for ${whom}. It goes on waiting, and runs when it is approved.`;
  yield { type: 'expired', because: 'approval', reason };
  return 'end';
}

function overdue({ url, status, attempt }: SeenRun): string {
  return `Run ${url} did not end in time; it was last seen ${status}${attempt > 1 ? ` (attempt ${attempt})` : ''}.`;
}

/** Asks GitHub to cancel the run; what came of it is for people, and the run itself tells whether it ended. */
async function requestCancel(
  { repository }: WantedRun,
  run: SeenRun,
  { signal }: RunSurroundings,
  how: typeof cancelRun,
): Promise<string> {
  try {
    const outcome = await how(repository, run.id, { signal });
    return outcome === 'refused' ? 'GitHub refused to cancel it: it may have ended' : 'cancel requested';
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return `cancel refused: ${messageOf(error)}`;
  }
}
