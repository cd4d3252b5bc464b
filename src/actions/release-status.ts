import { healthGate } from '../engine/drive/health-gate.ts';
import { lookAtRelease } from '../operations/status/look-at-release.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext, runUrl } from '../platform/runner/context.ts';
import { verifyApp } from './setup/connect-github.ts';
import { openNetwork } from './setup/network-inputs.ts';
import { tellDeployed, tellStatus, tellTrain } from './setup/status-report.ts';
import { readServicesOf } from './setup/status-services.ts';
import { watchSelf } from './setup/status-watch.ts';
import { openStatusWorld, statusInputs, verifyStatusInputs } from './setup/status-world.ts';

/** What is where, and how well it goes: looks at everything once and tells it, or answers a question about a train or an environment. */
export default defineAction({
  inputs: statusInputs,
  checks: [(given, { workspace }) => verifyStatusInputs(given, workspace), verifyApp, openNetwork],
  besides: [openStatusWorld, readServicesOf],
  async run(given, runner) {
    const { clock, signal, log, env } = runner;
    const world = await openStatusWorld(given, runner);
    if (given.trainId !== undefined) return tellTrain(given.trainId, world, runner);
    if (given.environment !== undefined) {
      const health = given.checkHealth && healthGate({ clock, network: await openNetwork(given, runner), log });
      return tellDeployed(given.environment, { ...world, ...(health && { health }) }, runner);
    }
    const context = runContext(env);
    const status = await lookAtRelease({
      ...world,
      services: await readServicesOf(given, runner),
      now: clock.now(),
      window: given.since,
      targets: given.targets,
      watch: () => watchSelf(given, world.home, runner),
      repository: context.repository,
      runUrl: runUrl(context),
      signal,
    });
    try {
      await tellStatus(status, given, { world, runner });
    } finally {
      await world.remembered?.save();
    }
  },
});
