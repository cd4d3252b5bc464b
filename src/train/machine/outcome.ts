import { listed } from '../../platform/text/wording.ts';
import type { Plan } from '../plan/plan.ts';
import { failuresOf, hasFailed } from './failures.ts';
import { restoredWords } from './restored-words.ts';
import { type ComponentStatus, componentOf, isReleased, type TrainState } from './state.ts';

/** The status that all components together give the train, once nothing moves any more. */
export function outcome(plan: Plan, state: TrainState): { status: TrainState['status']; reason?: string } {
  const statuses = plan.components.map(({ id }) => componentOf(state, id).status);
  if (statuses.every(isReleased)) return { status: 'succeeded' };
  const those = (test: (status: ComponentStatus) => boolean) =>
    plan.components.filter(({ id }) => test(componentOf(state, id).status)).map(({ id }) => id);
  // A rollback changes their status and leaves their cause.
  const failures = failuresOf(plan, state).flatMap(({ id, component }) => (hasFailed(component) ? [id] : []));
  const stuck = those((status) => status === 'rollback-failed');
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
    reason: `${named(failures)} did not succeed. Fix the cause, then resume the train: it goes on where it stopped.`,
  };
}

/** At most ten ids: a reason is one line. */
function named(ids: readonly string[]): string {
  return listed(ids, 'and', 10);
}
