import { createActivities } from '../../engine/drive/activities.ts';
import { cancelTrain, mayStillRun } from '../../engine/drive/cancel-train.ts';
import type { Telling } from '../../engine/drive/channel.ts';
import { verifySavedPlan } from '../../engine/planning/approved-plan.ts';
import { progress } from '../../engine/reports/progress.ts';
import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { untilAborted } from '../../platform/time/until-aborted.ts';
import { componentOf, isOpen } from '../../train/machine/state.ts';
import { strangeRepositories } from '../../train/plan/plan-differences.ts';
import type { TrainOptions } from './train-options.ts';
import { reportTrain } from './train-outputs.ts';
import type { TrainWorld } from './train-world.ts';

/** Cancels the train of this id, whoever drives it, and frees its repositories. Throws a UserError that names what goes on. */
export async function cancelOpenTrain(
  trainId: string,
  { planHash: approvedHash }: Pick<TrainOptions, 'planHash'>,
  {
    world,
    runner,
    telling,
  }: { readonly world: TrainWorld; readonly runner: Runner; readonly telling: Telling | undefined },
): Promise<void> {
  const { repositoryFor, store, registry, manifest } = world;
  const { clock, log, signal, env } = runner;
  const saved = await untilAborted(store.load(trainId), signal);
  if (!saved) {
    const open = (await store.open()).map((train) => train.trainId).join(', ') || 'none';
    throw new UserError(`Input train-id: ${store.place} has no train ${trainId}. Open trains: ${open}.`);
  }
  const { plan } = saved;
  // It dispatches nothing, but it cancels runs with the owners' tokens.
  verifySavedPlan(plan, { trainId, place: store.place, manifest, approvedHash, differences: strangeRepositories });
  if (!isOpen(saved.state) && mayStillRun(saved).length === 0) {
    log.notice(`Train ${trainId} is ${saved.state.status}, and nothing of it runs: there is nothing to cancel.`);
    return reportTrain(saved, runner);
  }
  // Nothing passes a gate any more.
  const gates = { registry, health: () => Promise.reject(new Error('A cancelled train has no gates.')) };
  const state = await cancelTrain(saved, {
    store,
    clock,
    signal,
    activities: createActivities({ plan, repositoryFor, gates, clock, log }),
    reason: `${runContext(env).actor ?? 'Somebody'} cancelled it.`,
    onEvent: progress(plan, log),
    onTrouble: (message) => log.warning(message),
    onTold: (message) => log.info(message),
    telling,
    recordsBy: world.repositoryFor,
  });
  await reportTrain({ plan, state }, runner);
  const goesOn = plan.components.flatMap(({ id, repository }) => {
    const { status, dispatch } = componentOf(state, id);
    if (status === 'dispatching')
      log.warning(
        `${id}: nobody knows whether GitHub took its dispatch. No run in ${repository} carries ${dispatch?.nonce}.`,
      );
    return status === 'running' ? [`${id}: ${dispatch?.run?.url} did not end in time. Look at it, and cancel it.`] : [];
  });
  if (goesOn.length > 0) throw new UserError(goesOn.map((message) => ({ message })));
  log.info(
    `Train ${trainId} is cancelled, and its repositories are free. To go on with it after all, run it with its train-id.`,
  );
}
