import type { Plan } from '../plan/plan.ts';
import { type ComponentState, componentOf, isFailure, type TrainState } from './state.ts';

/** A component that failed on its own account, and when. */
export interface ComponentFailure {
  readonly id: string;
  readonly component: ComponentState;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** It failed, whatever its rollback came to since. */
export function hasFailed({ status, cause }: Pick<ComponentState, 'status' | 'cause'>): boolean {
  return isFailure(status) || cause !== undefined;
}

/** What failed by itself or could not be rolled back, in the order of time: the first is mostly why the others did. */
export function failuresOf({ components }: Plan, state: TrainState): readonly ComponentFailure[] {
  return components
    .map(({ id }) => ({ id, component: componentOf(state, id) }))
    .filter(({ component }) => hasFailed(component) || component.status === 'rollback-failed')
    .map(({ id, component }) => ({ id, component, at: failedAt(component) }))
    .sort((a, b) => a.at - b.at);
}

/** A rollback that failed is one although the release had succeeded. */
function failedAt(component: ComponentState): number {
  return hasFailed(component) ? (component.finishedAt ?? component.since) : component.since;
}
