import { messageOf } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { untilAborted } from '../../platform/time/until-aborted.ts';
import type { Outbox } from './outbox.ts';
import type { WorkingCopy } from './working-copy.ts';

interface RestOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** At most so many milliseconds. */
  readonly forMs: number;
  readonly onTrouble?: ((message: string) => void) | undefined;
}

/** Another writer may be faster; what was told is noted on top of what that one wrote. */
const MOST_SAVES = 5;

/**
 * Tells what a saved train still has to tell, and notes what came of it. What fails in here, the noting too, is trouble and
 * nothing more: the train is where it is, and the next step tells again what is not noted.
 */
export async function tellTheRest(outbox: Outbox, copy: WorkingCopy, options: RestOptions): Promise<void> {
  const { clock, signal, forMs, onTrouble } = options;
  try {
    // What came to light since the last write is noted before it is told.
    await note(copy, signal);
    await untilAborted(outbox.finish(copy, clock.now() + forMs), signal);
    await note(copy, signal);
  } catch (error) {
    if (!signal.aborted) onTrouble?.(`What was told could not be noted, and may be told again: ${messageOf(error)}`);
  } finally {
    outbox.stop();
  }
}

async function note(copy: WorkingCopy, signal: AbortSignal): Promise<void> {
  for (let saves = 0; copy.hasNews && saves < MOST_SAVES; saves += 1) await untilAborted(copy.save(), signal);
}
