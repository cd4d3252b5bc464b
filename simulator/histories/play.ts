import { isOpen } from '../../src/train/machine/state.ts';
import type { Random } from '../random.ts';
import type { VirtualClock } from '../virtual-clock.ts';
import type { Chronicle } from './chronicle.ts';
import type { Places } from './places.ts';
import type { Scenario } from './scenario.ts';
import type { Stores } from './stores.ts';
import type { Universe } from './universe.ts';

/** What all share who take part in a history. */
export interface Play {
  readonly scenario: Scenario;
  readonly clock: VirtualClock;
  readonly universe: Universe;
  readonly stores: Stores;
  readonly places: Places;
  readonly chronicle: Chronicle;
  readonly random: Random;
  /** From when on nothing goes wrong by itself. */
  readonly calmFrom: number;
}

export function isCalm({ clock, calmFrom }: Play): boolean {
  return clock.now() >= calmFrom;
}

/** Nobody resumes the train any more; whoever still works on it may. */
export function isGivenUp({ chronicle: { state } }: Play, resumesLeft: number): boolean {
  return state !== undefined && !isOpen(state) && (state.status === 'succeeded' || resumesLeft <= 0);
}
