import type { Plan } from '../plan/plan.ts';
import type { TrainState } from './state.ts';

/** What a train will do, and how far it is. */
export interface Train {
  readonly plan: Plan;
  readonly state: TrainState;
}
