import { KnownError, messageOf } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { cancelRun, getRun } from '../../platform/github/runs.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { DispatchOutcome } from './dispatch-outcome.ts';
import { seenRun } from './seen-run.ts';

/** What the runner's few seconds leave for cancelling the run and seeing that it ended. */
const CANCEL_MS = 1_500;
const VERIFY_MS = 2_500;
const LOOK_EVERY_MS = 500;

/** What is to be cancelled, where it is reached, and what is told of it. */
interface CancelledChild {
  readonly repository: Repository;
  readonly clock: Clock;
  readonly outcome: DispatchOutcome;
}

/** After the caller was cancelled: cancels the run, if one is known and that is wanted, and says what is true of it. */
export async function endWithCaller(child: CancelledChild, isToEnd: boolean): Promise<string> {
  const { run } = child.outcome;
  if (!run) return `Whether a run was started is not known: look at the Actions page of ${child.repository}.`;
  if (!isToEnd) return `${run.url} goes on, as cancel-with-caller is false.`;
  try {
    return await cancelAndVerify(child, run);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return `${run.url} may still be running, because it could not be cancelled: ${messageOf(error)}`;
  }
}

async function cancelAndVerify(
  { repository, clock, outcome }: CancelledChild,
  { id, url }: { readonly id: number; readonly url: string },
): Promise<string> {
  await cancelRun(repository, id, { timeoutMs: CANCEL_MS });
  const deadline = clock.now() + VERIFY_MS;
  for (;;) {
    const now = seenRun(await getRun(repository, id, { timeoutMs: Math.max(1, deadline - clock.now()) }));
    outcome.run = { ...outcome.run, ...now };
    if (now.status === 'completed') return `${url} ended ${now.conclusion}.`;
    if (clock.now() + LOOK_EVERY_MS >= deadline)
      return `${url} was asked to cancel and was still ${now.status} when this step had to end.`;
    await clock.sleep(LOOK_EVERY_MS);
  }
}
