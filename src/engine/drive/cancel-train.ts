import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { untilAborted } from '../../platform/time/until-aborted.ts';
import type { Event } from '../../train/machine/events.ts';
import { componentOf, type TrainState } from '../../train/machine/state.ts';
import type { Train } from '../../train/machine/train.ts';
import type { Saved, StateStore } from '../stores/train-store.ts';
import type { Telling } from './channel.ts';
import { Patience } from './patience.ts';
import { seePublished } from './see-published.ts';
import { tellTheRest } from './tell-the-rest.ts';
import type { Activities } from './work-pool.ts';
import { WorkingCopy } from './working-copy.ts';

export interface CancelOptions {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly activities: Activities;
  /** Aborts when the job that cancels is itself cancelled: it stops at once, and says so by throwing. */
  readonly signal: AbortSignal;
  /** Who wanted it, and why; for people. */
  readonly reason: string;
  readonly onEvent?: (event: Event, before: TrainState, after: TrainState) => void;
  readonly onTrouble?: (message: string) => void;
  /** Who is told of it; absent where nobody is. */
  readonly telling?: Telling | undefined;
  /** Who writes GitHub's deployment records of a repository; absent where nobody does. */
  readonly recordsBy?: ((name: string) => Repository) | undefined;
  readonly onTold?: (message: string) => void;
}

/** How long the runs in flight may take to end, and what was just dispatched to be seen. */
const END_MS = 2 * 60_000;
const LOOK_MS = 5_000;
/** Nobody waits for an approval of what is cancelled. */
const NO_PATIENCE = { timeoutMs: END_MS, onTimeout: 'leave' } as const;
/** How long trouble with the store may last. */
const SAVE_MS = 5 * 60_000;

/**
 * Cancels a train that nobody waits for, or what a cancelled one left running. First that is saved, so that whoever drives it
 * stops; then its runs in flight are cancelled, and looked at until they have ended or two minutes are over. Rollbacks that
 * have begun are left to end. Throws where the store refuses to save it.
 */
export async function cancelTrain(saved: Saved, options: CancelOptions): Promise<TrainState> {
  const { clock, activities, reason, signal } = options;
  const copy = new WorkingCopy(saved, options);
  copy.apply({ type: 'cancelled', at: clock.now(), reason });
  await saveAll(copy, options);
  const until = clock.now() + END_MS;
  for (;;) {
    for await (const event of activities.abandon(copy.state)) copy.apply(event);
    if (mayStillRun(copy).length === 0 || clock.now() >= until) break;
    await look(copy, options);
    await clock.sleep(LOOK_MS, signal);
  }
  await saveAll(copy, options);
  await seePublished(copy, options);
  await saveAll(copy, options);
  await tellTheRest(copy, options);
  return copy.state;
}

/** What runs, or was dispatched and may still show up: a job that drove the train may have sent it in its last moment. */
export function mayStillRun({ plan, state }: Train): string[] {
  const ids = plan.components.map(({ id }) => id);
  return ids.filter((id) => ['dispatching', 'running'].includes(componentOf(state, id).status));
}

/** One look at each of them. What cannot be seen now may be seen next time, and keeps nothing else from being told. */
async function look(copy: WorkingCopy, { activities, clock, signal, onTrouble }: CancelOptions): Promise<void> {
  const deadline = clock.now() + END_MS;
  const how = { fresh: false, once: true, signal };
  const looks = mayStillRun(copy).map(async (component) => {
    const work = {
      type: 'follow',
      component,
      purpose: 'release',
      deadline,
      timeoutMs: END_MS,
      approval: NO_PATIENCE,
    } as const;
    try {
      for await (const event of activities.run(work, copy.state, how)) copy.apply(event);
    } catch (error) {
      if (signal.aborted || !(error instanceof KnownError)) throw error;
      onTrouble?.(`${component}: ${messageOf(error)}`);
    }
  });
  await Promise.all(looks);
}

/** Saves until it is saved: whoever else writes this train has to know. */
async function saveAll(copy: WorkingCopy, { clock, signal, onTrouble }: CancelOptions): Promise<void> {
  const patience = new Patience({ clock, deadline: clock.now() + SAVE_MS, onTrouble });
  while (!copy.isSaved) {
    try {
      if ((await untilAborted(copy.save(), signal)) !== 'superseded') continue;
    } catch (error) {
      signal.throwIfAborted();
      const rest = patience.rest('store', error);
      if (rest === undefined) throw error;
      await clock.sleep(rest, signal);
      continue;
    }
    throw new UserError(`Train ${copy.state.trainId} was resumed while it was being cancelled. Cancel that job first.`);
  }
}
