import { checkChildren } from '../../engine/planning/check-children.ts';
import type { Saved } from '../../engine/stores/train-store.ts';
import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { componentOf, isOpen, isReleased, type TrainState } from '../../train/machine/state.ts';
import type { PlannedComponent } from '../../train/plan/plan.ts';
import type { TrainWorld } from './train-world.ts';

/**
 * A train that ended without success and is resumed dispatches again what is left: its children are looked at once more before
 * the first of them, for days may have passed. Throws a UserError with what would go wrong; nothing was started by then.
 */
export async function lookAgain(
  { plan, state }: Saved,
  { repositoryFor, home }: Pick<TrainWorld, 'repositoryFor' | 'home'>,
  { log, signal }: Pick<Runner, 'log' | 'signal'>,
): Promise<void> {
  if (isOpen(state) || state.status === 'succeeded') return;
  const left = plan.components.filter((component) => isDispatchedAgain(state, component));
  const { faults, warnings } = await checkChildren(left, {
    repositoryFor,
    home: home.name,
    starts: true,
    rollback: plan.rollback,
    signal,
  });
  for (const { message } of warnings) log.warning(message);
  if (faults.length > 0) throw new UserError(faults.map(({ message }) => ({ message })));
}

/** What is out stays out, and a run whose end nobody saw is followed, not dispatched. */
function isDispatchedAgain(state: TrainState, { id }: PlannedComponent): boolean {
  const { status, dispatch } = componentOf(state, id);
  if (isReleased(status) || dispatch?.untraceable) return false;
  return dispatch?.run === undefined || dispatch.run.conclusion !== undefined;
}
