import { sweepTrains } from '../engine/drive/sweep-trains.ts';
import { withFaultsOf } from '../platform/errors.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { counted } from '../platform/text/wording.ts';
import { versionsOf } from '../train/plan/plan.ts';
import { planMarkdown } from '../train/views/plan-markdown.ts';
import { cancelOpenTrain } from './setup/cancel-open-train.ts';
import { verifyApp } from './setup/connect-github.ts';
import { changeLock, planToApprove, verifyUntil } from './setup/lock-environment.ts';
import { verifyTelling, verifyTrainManifest } from './setup/manifest-checks.ts';
import { openNetwork } from './setup/network-inputs.ts';
import { openTelling } from './setup/notification-inputs.ts';
import { rideTrain, verifyEcosystemTag } from './setup/ride-train.ts';
import { tellUntold } from './setup/tell-untold.ts';
import { ALL_OPEN, optionChecks, startsNothing, trainOptions } from './setup/train-options.ts';
import { defaultTrainId, openWorld, type TrainWorld } from './setup/train-world.ts';

/** Runs a release train or a deployment from a manifest: starts it, or resumes it where it stopped. */
export default defineAction({
  inputs: trainOptions,
  checks: [...optionChecks, verifyUntil, verifyApp, openNetwork],
  besides: [verifyTrainManifest, verifyTelling],
  async run(given, runner) {
    // What was locked is unlocked by its name, also where the manifest has that no more.
    const environment = given.mode === 'unlock' ? undefined : given.environment;
    const asked = { ...given, environment, startsNothing: startsNothing(given) };
    const opening = () => openWorld(asked, given.state, runner);
    const world = await withFaultsOf(opening, [() => verifyTelling(given, runner)]);
    const network = await openNetwork(given, runner);
    const telling = openTelling(world.notifications, given, { runner, network, repositoryFor: world.issuesIn });
    const around = { world, runner, network, telling };
    const trainId = given.trainId ?? defaultTrainId(runner, given.environment);
    if (given.mode === 'lock' || given.mode === 'unlock') return changeLock(given, world, runner);
    if (given.mode === 'cancel') return cancelOpenTrain(trainId, given, around);
    if (given.dryRun) return rehearse(world, runner, { ...given, trainId });
    if (trainId !== ALL_OPEN && given.resume) return rideTrain(trainId, given, around);
    const ride = (id: string) => rideTrain(id, { ...given, resume: false }, around);
    await sweepTrains(world.store, trainId === ALL_OPEN ? undefined : trainId, {
      name: world.manifest.name,
      log: runner.log,
      ride,
    });
    if (trainId === ALL_OPEN) await tellUntold(around);
  },
});

/** Dry run: the plan, and nothing else. */
async function rehearse(
  world: TrainWorld,
  runner: Runner,
  { trainId, ecosystemTag }: { trainId: string; ecosystemTag: string | undefined },
): Promise<void> {
  const { log, outputs } = runner;
  log.info('Dry run: looking up the current version of every component.');
  const { plan, hash, leftOut, warnings } = await planToApprove(world, runner);
  verifyEcosystemTag(ecosystemTag, { plan, trainId, world });
  for (const { message, ...place } of warnings) log.warning(message, place);
  await outputs.summarise(planMarkdown(plan, { leftOut, warnings }));
  await outputs.set('plan', plan);
  await outputs.set('versions', versionsOf(plan));
  log.info(
    `Dry run: ${counted(plan.components.length, 'component')} in ${counted(plan.waves.length, 'wave')}, plan ${hash.slice(0, 12)}. Nothing was started.`,
  );
}
