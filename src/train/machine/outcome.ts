import { listed } from '../../platform/text/wording.ts';
import type { Plan } from '../plan/plan.ts';
import { failuresOf, hasFailed } from './failures.ts';
import { restoredWords } from './restored-words.ts';
import { isStuckGoingBack } from './rollback.ts';
import { componentOf, isReleased, type TrainState } from './state.ts';

/** The status that all components together give the train, once nothing moves any more. */
export function outcome(plan: Plan, state: TrainState): { status: TrainState['status']; reason?: string } {
  const statuses = plan.components.map(({ id }) => componentOf(state, id).status);
  if (statuses.every(isReleased)) return { status: 'succeeded' };
  // A rollback changes their status and leaves their cause.
  const failures = failuresOf(plan, state).flatMap(({ id, component }) => (hasFailed(component) ? [id] : []));
  const stuck = plan.components.flatMap((planned) => {
    const component = componentOf(state, planned.id);
    return component.status === 'rollback-failed' || isStuckGoingBack(planned, component) ? [planned.id] : [];
  });
  if (stuck.length > 0) {
    return {
      status: 'rollback-failed',
      reason: `The rollback of ${named(stuck)} failed: a person has to look at it now.`,
    };
  }
  const back = plan.components.filter(({ id }) => componentOf(state, id).status === 'rolled-back');
  const sick = back.filter(({ id }) => componentOf(state, id).restored?.verdict === 'unhealthy');
  if (sick.length > 0) {
    const ids = named(sick.map(({ id }) => id));
    return {
      status: 'rollback-failed',
      reason: `${ids} ${sick.length === 1 ? 'was' : 'were'} rolled back, and what is there again is not healthy: a person has to look at it now.`,
    };
  }
  if (back.length > 0) {
    return {
      status: 'rolled-back',
      reason: `${failures.length > 0 ? listed(failures) : 'A component'} did not succeed, and what this train had deployed was rolled back. ${restoredWords(plan, state)}`,
    };
  }
  return {
    status: 'failed',
    reason: `${named(failures)} did not succeed.`,
  };
}

/** At most ten ids: a reason is one line. */
function named(ids: readonly string[]): string {
  return listed(ids, 'and', 10);
}
