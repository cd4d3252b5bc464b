import type { Repository } from '../../platform/github/repository.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { Event } from '../../train/machine/events.ts';
import type { TrainState } from '../../train/machine/state.ts';
import type { StateStore } from '../stores/train-store.ts';
import type { Telling } from './channel.ts';
import type { CallNext } from './escalation-clock.ts';
import type { Activities } from './work-pool.ts';

/** What a train is driven with. */
export interface DriveOptions {
  readonly store: StateStore;
  readonly clock: Clock;
  /** Aborts when the caller is cancelled. */
  readonly signal: AbortSignal;
  readonly activities: Activities;
  /** `wait` follows the train to its end; `advance` does what can be done now, saves, and comes back. */
  readonly mode: 'wait' | 'advance';
  /** When this process has to stop (epoch milliseconds): the train is parked then. */
  readonly deadline: number;
  /** Draws the part of each nonce that nobody can know before it is saved: 8 to 40 digits and small letters. */
  readonly unguessable: () => string;
  /** What happened before the train starts to move, such as that a person resumed it. */
  readonly first?: readonly Event[];
  readonly onEvent?: (event: Event, before: TrainState, after: TrainState) => void;
  /** Hears of trouble that may pass, and is tried again. */
  readonly onTrouble?: (message: string) => void;
  /** Who is told what; absent where nobody is. */
  readonly telling?: Telling | undefined;
  /** Who writes GitHub's deployment records of a repository; absent where nobody does. */
  readonly recordsBy?: ((name: string) => Repository) | undefined;
  /** Calls who is next where nobody acts; absent where nobody is called. */
  readonly callNext?: CallNext | undefined;
  /** Hears of what was told where. */
  readonly onTold?: (message: string) => void;
}
