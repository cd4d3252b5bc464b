import type { Plan, PlannedComponent } from '../plan/plan.ts';
import { hasFailed } from './failures.ts';
import { type ComponentState, componentOf, isFailure, isInFlight, type TrainState } from './state.ts';

/** Whether this train undoes what it did: it was asked to, and something failed. */
export function wantsRollback(plan: Plan, state: TrainState): boolean {
  if (!plan.rollback) return false;
  return plan.components.some(({ id }) => {
    const { status, cause, rollback } = componentOf(state, id);
    // What nobody let run has broken nothing, and what runs by now is well.
    return (isFailure(status) && cause !== 'unapproved') || rollback !== undefined;
  });
}

/**
 * The component to roll back next: the one that ended last among those this train touched, so the order is the reverse of
 * completion. None while anything is still in flight. What a component needs whose own rollback failed stays as it is: the
 * new version that is still there relies on it.
 */
export function nextRollback(plan: Plan, state: TrainState): PlannedComponent | undefined {
  const all = plan.components.map((planned) => ({ planned, ...componentOf(state, planned.id) }));
  if (all.some(({ status }) => isInFlight(status) || status === 'rolling-back')) return undefined;
  const kept = new Set<string>();
  for (const { planned, status } of all.toReversed()) {
    if (status === 'rollback-failed' || kept.has(planned.id)) for (const need of planned.needs) kept.add(need);
  }
  const touched = all.filter(
    ({ planned, ...component }) => planned.rollback && !kept.has(planned.id) && isTouched(component),
  );
  // Of those that ended at the same moment the last in the plan goes first: nothing in it needs that one.
  return touched
    .toReversed()
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
    .at(0)?.planned;
}

/**
 * A rollback on demand that did not succeed, and is left as it is: nobody wants to have back what people wanted to leave. One
 * that nobody let run has not begun.
 */
export function isStuckGoingBack({ goesBack, rollback }: PlannedComponent, component: ComponentState): boolean {
  return goesBack === true && rollback === undefined && hasFailed(component) && component.cause !== 'unapproved';
}

/** What was rolled back, and whose health has to be asked before the train is at its end. */
export function unjudged(plan: Plan, state: TrainState): readonly PlannedComponent[] {
  return plan.components.filter(({ id, rollback }) => {
    const { status, restored } = componentOf(state, id);
    return status === 'rolled-back' && rollback?.health !== undefined && restored === undefined;
  });
}

/** Since when all that is rolled back is there again: one of them alone need not be healthy before the others are. */
export function restoredSince(plan: Plan, state: TrainState): number {
  const times = plan.components.map(({ id }) => componentOf(state, id));
  return Math.max(state.resumedAt ?? 0, ...times.flatMap(({ rollback, since }) => (rollback ? [since] : [])));
}

/** A run of this train may have changed something there: it succeeded, or it failed somewhere on the way. */
function isTouched({ status, dispatch, rollback }: ComponentState): boolean {
  return dispatch !== undefined && rollback === undefined && (status === 'succeeded' || isFailure(status));
}
