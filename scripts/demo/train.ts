import { readFileSync } from 'node:fs';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import type { Manifest } from '../../src/train/manifest/manifest.ts';
import { verifyFail } from './manifest.ts';
import { leaveReport, runToTheEnd } from './orchestrator.ts';
import { tell, verdict } from './verdict.ts';
import { type DemoWorld, firstVersions, startWorld } from './world.ts';

export interface TrainStory {
  /** The path of the manifest. */
  readonly file: string;
  readonly manifest: Manifest;
  readonly releaseType: string;
  /** Ids of the components whose release fails. */
  readonly fail: readonly string[];
  /** Whether the orchestrator is killed halfway and started again. */
  readonly kill: boolean;
}

/** Releases the repositories of a manifest; whether it went as it should, by the embedded GitHub's own log. */
export async function trainStory(story: TrainStory): Promise<boolean> {
  const { releaseType, fail, kill } = story;
  verifyFail(fail, story.manifest);
  const world = await startReleases(story);
  console.log(`Embedded GitHub with ${world.components.length} repositories on ${world.url}\n`);
  const half = Math.ceil(world.components.length / 3);
  const run = await runToTheEnd(world, {
    inputs: { 'release-type': releaseType },
    killWhen: kill ? () => published(world) >= half : undefined,
  });
  const told = verdict(world);
  tell(told);
  leaveReport(run, world);
  await world.close();
  const expected = fail.length > 0 ? run.exitCode === 1 : run.exitCode === 0 && told.unreleased.length === 0;
  return expected && told.problems.length === 0;
}

function startReleases({ file, manifest, fail }: TrainStory): Promise<DemoWorld> {
  const { components } = manifest;
  const times = { queuedMs: 100, runMs: 700, registryLagMs: 200 };
  return startWorld(manifest, readFileSync(file, 'utf8'), (github) =>
    addEcosystem(github, components, { fail, versions: firstVersions(components), ...times }),
  );
}

/** How many packages the runs have published so far. */
function published({ github }: DemoWorld): number {
  return github.effects.filter(({ kind, runId }) => kind === 'publish' && runId !== undefined).length;
}
