import type { Saved } from '../../../src/engine/stores/train-store.ts';
import {
  type ComponentState,
  componentOf,
  isFailure,
  isReleased,
  isTerminal,
} from '../../../src/train/machine/state.ts';
import type { Record } from '../record.ts';

/** 5: state only moves forward, and every write follows the one before. */
export function forwardOnly({ kept }: Record): string[] {
  return kept.flatMap(({ saved }, index) => {
    const before = kept[index - 1]?.saved;
    const last = before?.writes ?? 0;
    const gap = saved.writes === last + 1 ? [] : [`5: write ${saved.writes} follows ${last}`];
    return before ? [...gap, ...trainSteps(before, saved), ...componentSteps(before, saved)] : gap;
  });
}

function trainSteps({ state: before }: Saved, { state, writes }: Saved): string[] {
  const isOpen = before.status === 'running' || before.status === 'parked';
  // What came of cancelled children is told after the train itself was cancelled, or ended while somebody cancelled it.
  const isLastWord = before.status === state.status && (state.status === 'cancelled' || isFoundServed(before, state));
  const isResumed = state.resumed > before.resumed && before.status !== 'succeeded';
  // What is told of it is noted after its end as well; the train itself stays as it is.
  const isTelling = () => JSON.stringify(before) === JSON.stringify(state);
  return [
    ...(state.updatedAt < before.updatedAt ? [`5: write ${writes} is older than the one before`] : []),
    ...(isOpen && state.resumed > before.resumed
      ? [`5: resumed in write ${writes} while it was ${before.status}`]
      : []),
    ...(isOpen || isLastWord || isResumed || isTelling()
      ? []
      : [`5: ${before.status} became ${state.status} without a resume`]),
  ];
}

/** Whether nothing else is new than that versions are published all the same. */
function isFoundServed(before: Saved['state'], after: Saved['state']): boolean {
  return Object.entries(after.components).every(([id, other]) => {
    const one = componentOf(before, id);
    const isFound = other.served === true && one.served !== true && other.status === one.status;
    return isFound || JSON.stringify(one) === JSON.stringify(other);
  });
}

function componentSteps({ state: before, plan }: Saved, { state, writes }: Saved): string[] {
  const isResumed = state.resumed > before.resumed;
  return plan.components.flatMap(({ id }) => {
    const [one, other] = [componentOf(before, id), componentOf(state, id)];
    const fault = anotherRun(one, other) ?? stepBack(one, other, isResumed);
    return fault ? [`5: ${id} in write ${writes}: ${fault}`] : [];
  });
}

function anotherRun(before: ComponentState, after: ComponentState): string | undefined {
  if (before.attempt > after.attempt) return `attempt ${before.attempt} became ${after.attempt}`;
  const [one, other] = [before.dispatch, after.dispatch];
  if (!one || !other) return undefined;
  if (one.nonce !== other.nonce) {
    return before.attempt === after.attempt && (one.accepted || one.run)
      ? 'another nonce in the same attempt'
      : undefined;
  }
  if (one.run && one.run.id !== other.run?.id) return 'another run for the same nonce';
  return (one.run?.attempt ?? 0) > (other.run?.attempt ?? 0) ? 'an older attempt of its run' : undefined;
}

const ROLLED: readonly string[] = ['rolling-back', 'rolled-back', 'rollback-failed'];

function stepBack(
  { status: before }: ComponentState,
  { status: after }: ComponentState,
  isResumed: boolean,
): string | undefined {
  const isRolledBack = ROLLED.includes(after);
  if (before === after || (!isTerminal(before) && before !== 'rolling-back')) return undefined;
  if (isReleased(before)) {
    return isRolledBack || (before === 'succeeded' && after === 'failed') ? undefined : `${before} became ${after}`;
  }
  const isAllowed = isResumed || ((isFailure(before) || before === 'rolling-back') && isRolledBack);
  return isAllowed ? undefined : `${before} became ${after}`;
}
