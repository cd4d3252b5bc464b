import { readFileSync } from 'node:fs';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { tellNeeds } from './needs.ts';
import { leaveReport, runToTheEnd } from './orchestrator.ts';
import type { Rehearsal } from './rehearsal.ts';
import { recordReleases } from './release-commits.ts';
import { leavePage } from './status-page.ts';
import { tell, verdict } from './verdict.ts';
import { type DemoWorld, firstVersions, startWorld } from './world.ts';

/** Releases the repositories of a manifest; whether it went as it should, by the embedded GitHub's own log. */
export async function trainStory(rehearsal: Rehearsal, releaseType: string): Promise<boolean> {
  const { fail, again, kill, inputs, withoutToken } = rehearsal;
  const fails = fail.length > 0 && !again;
  const world = await startReleases(rehearsal);
  tellNeeds(rehearsal, world);
  const half = Math.ceil(world.components.length / 3);
  const run = await runToTheEnd(world, rehearsal, {
    inputs: { 'release-type': releaseType },
    killWhen: kill ? () => published(world) >= half : undefined,
  });
  const isPart = inputs.packages !== undefined;
  const told = verdict(world, { tries: again ? 2 : 1, isPart });
  tell(told);
  if (withoutToken.length === 0) await leavePage(world);
  await leaveReport(run, world, rehearsal);
  await world.close();
  if (withoutToken.length > 0) return run.exitCode === 1 && told.problems.length === 0;
  const isComplete = told.unreleased.length === 0 || isPart;
  return (fails ? run.exitCode === 1 : run.exitCode === 0 && isComplete) && told.problems.length === 0;
}

function startReleases({ file, manifest, fail, withoutToken }: Rehearsal): Promise<DemoWorld> {
  const { components } = manifest;
  // Served by the time that the train looks for the first time, a second after the dispatch.
  const times = { queuedMs: 100, runMs: 500, registryLagMs: 50 };
  return startWorld(manifest, { text: readFileSync(file, 'utf8'), withoutToken }, (github) => {
    addEcosystem(github, components, { fail, versions: firstVersions(components), ...times });
    recordReleases(github);
  });
}

/** How many packages the runs have published so far. */
function published({ github }: DemoWorld): number {
  return github.effects.filter(({ kind, runId }) => kind === 'publish' && runId !== undefined).length;
}
