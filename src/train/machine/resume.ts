import type { Plan, PlannedComponent } from '../plan/plan.ts';
import { canaryComponents } from './canary.ts';
import { sendsNonce } from './handed-on.ts';
import { nextRollback } from './rollback.ts';
import {
  areReleased,
  type ComponentState,
  componentOf,
  isFailure,
  isReleased,
  reopened,
  type TrainState,
} from './state.ts';

/**
 * A person resumes the train: what did not succeed gets another try; what did, stays. What may have run without anybody being
 * able to name its run is tried again only where that person says that it did not.
 */
export function resume(
  plan: Plan,
  state: TrainState,
  { at, dispatchAgain = [] }: { readonly at: number; readonly dispatchAgain?: readonly string[] },
): TrainState {
  if (isRollingBack(plan, state)) return { ...state, resumed: state.resumed + 1, resumedAt: at };
  const components = Object.fromEntries(
    plan.components.map((planned) => {
      const component = componentOf(state, planned.id);
      const isChecked = dispatchAgain.includes(planned.id) && component.dispatch?.untraceable;
      // Somebody looked, and no run of the dispatch did anything: another try, under a new nonce.
      return [planned.id, isChecked ? reopened(component, at) : resumedComponent(planned, component, at)];
    }),
  );
  const { canaryPassedAt, ...rest } = state;
  const next = { ...rest, resumed: state.resumed + 1, resumedAt: at, components };
  const isCanaryThere = areReleased(next, canaryComponents(plan));
  return canaryPassedAt !== undefined && isCanaryThere ? { ...next, canaryPassedAt } : next;
}

/** A rollback that was interrupted is brought to its end before anything is tried again. */
function isRollingBack(plan: Plan, state: TrainState): boolean {
  const components = plan.components.map(({ id }) => componentOf(state, id));
  if (components.some(({ status }) => status === 'rolling-back')) return true;
  return components.some(({ rollback }) => rollback !== undefined) && nextRollback(plan, state) !== undefined;
}

/**
 * A run whose end nobody saw is followed again; what is known to have failed is dispatched again, under a new nonce, unless a
 * person runs it again meanwhile, which is looked for right before.
 */
function resumedComponent(planned: PlannedComponent, component: ComponentState, at: number): ComponentState {
  const { status, dispatch, cause } = component;
  if (isReleased(status) || status === 'verifying' || status === 'dispatching' || status === 'rolling-back')
    return component;
  // Nobody knows whether this one ran: the same nonce is looked for once more. What was rolled back since is begun again, unless a
  // run without a name may come after the rollback.
  const isLost = isFailure(status) && (status === 'timed-out' || dispatch?.untraceable);
  const isNameless = dispatch?.untraceable && !sendsNonce(planned, 'release');
  if ((isLost || isNameless) && dispatch && !dispatch.run) {
    const { lastSeen: _, untraceable: ____, ...rest } = dispatch;
    const { reason: __, cause: _____, finishedAt: ___, rollback: ______, restored: _______, ...open } = component;
    return { ...open, status: 'dispatching', since: at, dispatch: { ...rest, resumed: { at, knownFailure: 0 } } };
  }
  // What it was dispatched for is done: only its gates are passed again.
  // A run that succeeded and handed on what nobody can use is run again.
  if (isFailure(status) && dispatch?.run?.conclusion === 'success' && cause !== 'run') {
    // What it hands on is read again: that run may have been run again meanwhile.
    const { reason: _, cause: ___, finishedAt: __, outputs: ____, ...rest } = component;
    return { ...rest, status: 'verifying', since: at };
  }
  const isUnknown = status === 'running' || (isFailure(status) && dispatch?.run && !dispatch.run.conclusion);
  if (!isUnknown || !dispatch?.run) return reopened(component, at);
  const { lastSeen: _, waiting: ______, cancel, ...rest } = dispatch;
  const knownFailure = status === 'running' && !cancel ? 0 : dispatch.run.attempt;
  const { reason: __, cause: ____, finishedAt: ___, ...open } = component;
  return { ...open, status: 'running', since: at, dispatch: { ...rest, resumed: { at, knownFailure } } };
}
