import { listed } from '../../platform/text/wording.ts';
import type { Plan } from '../plan/plan.ts';
import { type ComponentFailure, failuresOf } from './failures.ts';
import { isStuckGoingBack } from './rollback.ts';
import { componentOf, type TrainState } from './state.ts';

const MOST_NAMES = 10;

/** What a person does about a train that stopped without success, in plain text. Nothing for one that goes on or succeeded. */
export function howToGoOn(plan: Plan, state: TrainState): string {
  const { status, trainId } = state;
  if (status === 'running' || status === 'succeeded') return '';
  const again = `run the workflow that started the train again (Re-run failed jobs), or start it with train-id: ${trainId}`;
  const stuck = plan.components.filter((one) => isStuckGoingBack(one, componentOf(state, one.id)));
  if (stuck.length > 0) {
    const versions = listed(
      stuck.map(({ id, version }) => [id, version].filter(Boolean).join(' ')),
      'and',
      MOST_NAMES,
    );
    return `Look what runs there. Nothing was returned to what you wanted to leave. To bring ${versions} there after all, fix the cause, then ${again}; or deploy another version.`;
  }
  const isUndone = plan.components.some(({ id }) => componentOf(state, id).status === 'rolled-back');
  const isBack = plan.components.every(({ id }) => componentOf(state, id).status !== 'rollback-failed');
  if (status === 'rollback-failed' && isBack)
    return `The version before is there again, and it is not healthy either: look for a cause that both share (data, a service they need, the check). To deploy again after that, ${again}.`;
  if (status === 'rollback-failed')
    return `Bring by hand what could not be rolled back to the version that should run there. To deploy again after that, ${again}.`;
  if (isUndone) return `Fix the cause, then deploy a new version; or the same ones once more: ${again}.`;
  const goOn = status === 'failed' ? `${firstStep(plan, state)} ${again}.` : `To go on, ${again}.`;
  if (plan.environment !== undefined) return `${goOn} What is deployed already stays and is not deployed again.`;
  return `${goOn} What is released stays released and is skipped.`;
}

/** What comes before another try. What is only late in its registry needs no fix. */
function firstStep(plan: Plan, state: TrainState): string {
  const failures = failuresOf(plan, state);
  if (failures.length > 0 && failures.every(({ component }) => component.cause === 'package'))
    return 'Once it is served,';
  const slow = failures.filter(({ component }) => component.dispatch?.cancel?.because === 'timeout');
  const names = slow.map(({ id }) => id);
  const more =
    names.length === 0 ? '' : `, or give ${listed(names, 'and', MOST_NAMES)} more time (timeout in the manifest)`;
  return `Fix the cause${inRepositories(plan, failures)}${more}, then`;
}

/** Where to look first. What never had a run failed before anything there could, and what was published did not fail there. */
function inRepositories(plan: Plan, failures: readonly ComponentFailure[]): string {
  const there = failures.filter(({ component }) => component.dispatch?.run && component.cause !== 'package');
  const failed = new Set(there.map(({ id }) => id));
  const names = plan.components.filter(({ id }) => failed.has(id)).map(({ repository }) => repository);
  return names.length === 0 ? '' : ` in ${listed([...new Set(names)], 'and', MOST_NAMES)}`;
}
