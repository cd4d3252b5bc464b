import { messageOf } from '../../platform/errors.ts';
import { untilAborted } from '../../platform/time/until-aborted.ts';
import type { Saved, StateStore } from '../stores/train-store.ts';
import { type ProjectionOptions, projectionsOf } from './projections.ts';
import { WorkingCopy } from './working-copy.ts';

interface TellTheRestOptions extends Omit<ProjectionOptions, 'onEnd'> {
  readonly signal: AbortSignal;
}

/** How long a step that is at its end goes on telling. */
const TELLING_MS = 20_000;
/** Another writer may be faster; what was told is noted on top of what that one wrote. */
const MOST_SAVES = 5;

/**
 * Tells what a saved train still has to tell, and notes what came of it. What fails in here, the noting too, is trouble and
 * nothing more: the train is where it is, and the next step tells again what is not noted.
 */
export async function tellTheRest(copy: WorkingCopy, { signal, ...options }: TellTheRestOptions): Promise<void> {
  const projections = projectionsOf(copy.plan, options);
  if (projections.length === 0) return;
  try {
    // What came to light since the last write is noted before it is told.
    await note(copy, signal);
    const until = options.clock.now() + TELLING_MS;
    await untilAborted(Promise.all(projections.map((one) => one.finish(copy, until))), signal);
    await note(copy, signal);
  } catch (error) {
    if (!signal.aborted)
      options.onTrouble?.(`What was told could not be noted, and may be told again: ${messageOf(error)}`);
  } finally {
    for (const one of projections) one.stop();
  }
}

async function note(copy: WorkingCopy, signal: AbortSignal): Promise<void> {
  for (let saves = 0; copy.hasNews && saves < MOST_SAVES; saves += 1) await untilAborted(copy.save(), signal);
}

/** Tells what a train that nobody drives has yet to tell: one that is over, and whose last step was cancelled or died. */
export async function tellSaved(
  saved: Saved,
  options: TellTheRestOptions & { readonly store: StateStore },
): Promise<void> {
  await tellTheRest(new WorkingCopy(saved, options), options);
}
