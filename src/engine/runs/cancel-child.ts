import { KnownError, messageOf } from '../../platform/errors.ts';
import { cancelRun, getRun } from '../../platform/github/runs.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { TimedOut, within } from '../../platform/time/within.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { countedRun } from './counted-run.ts';
import type { DispatchOutcome } from './dispatch-outcome.ts';
import { seenRun } from './seen-run.ts';
import type { WantedRun } from './wanted-run.ts';

/** What the runner's few seconds leave for cancelling the run and seeing that it ended. */
const CANCEL_MS = 1_500;
const VERIFY_MS = 2_500;
const LOOK_EVERY_MS = 500;

/** What is to be cancelled, and what is told of it. */
interface CancelledChild {
  readonly wanted: WantedRun;
  readonly clock: Clock;
  readonly outcome: DispatchOutcome;
}

/** After the caller was cancelled: cancels the run, if one is known and that is wanted, and says what is true of it. */
export async function endWithCaller(child: CancelledChild, isToEnd: boolean): Promise<string> {
  const { wanted, clock, outcome } = child;
  const { repository } = wanted;
  const { run } = outcome;
  if (!run) return `Whether a run was started is not known: look at the Actions page of ${repository}.`;
  if (!isToEnd) return `${run.url} goes on, as cancel-with-caller is false.`;
  let isAsked = false;
  try {
    await cancelRun(repository, run.id, { timeoutMs: CANCEL_MS, urgent: true });
    isAsked = true;
    return await within({ clock, ms: VERIFY_MS }, (signal) => seeItEnd(child, run, signal));
  } catch (error) {
    if (!(error instanceof KnownError || error instanceof TimedOut)) throw error;
    return isAsked
      ? `${run.url} was asked to cancel. Whether it ended could not be seen: ${messageOf(error)}`
      : `${run.url} may still be running, because it could not be cancelled: ${messageOf(error)}`;
  }
}

/** A success is judged as where nobody cancels: of several runs with the nonce one did the work, and the others did nothing. */
async function seeItEnd(
  { wanted, clock, outcome }: CancelledChild,
  { id, url }: SeenRun,
  signal: AbortSignal,
): Promise<string> {
  const deadline = clock.now() + VERIFY_MS;
  for (;;) {
    const run = await getRun(wanted.repository, id, { signal });
    const now = run.conclusion === 'success' ? await countedRun(wanted, run, { clock, signal }) : seenRun(run);
    if (now) outcome.run = { ...outcome.run, ...now };
    if (now?.status === 'completed') return `${now.url} ended ${now.conclusion}.`;
    if (clock.now() + LOOK_EVERY_MS >= deadline)
      return now
        ? `${url} was asked to cancel and was still ${now.status} when this step had to end.`
        : `${url} ended, but another run of the same dispatch may be the one that does the work: look at the Actions page of ${wanted.repository}.`;
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}
