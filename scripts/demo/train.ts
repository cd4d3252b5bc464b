import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { runTrain } from './orchestrator.ts';
import { tell, verdict } from './verdict.ts';
import { startWorld } from './world.ts';

export interface TrainStory {
  readonly manifest: string;
  readonly releaseType: string;
  /** Ids of the components whose release fails. */
  readonly fail: readonly string[];
  /** Whether the orchestrator is killed halfway and started again. */
  readonly kill: boolean;
}

/** Releases the repositories of a manifest; whether it went as it should, by the embedded GitHub's own log. */
export async function trainStory({ manifest, releaseType, fail, kill }: TrainStory): Promise<boolean> {
  const world = await startWorld(resolve(manifest), { fail });
  const { workspace } = world;
  console.log(`Embedded GitHub with ${world.components.length} repositories on ${world.url}\n`);

  const killAfter = Math.ceil(world.components.length / 3);
  let run = await runTrain(world, { releaseType, ...(kill ? { killAfter } : {}) });
  if (run.killed) {
    console.log('\n--- the orchestrator was killed (SIGKILL). The same job is run again. ---\n');
    run = await runTrain(world, { releaseType });
  }

  console.log(`\n${'='.repeat(30)} step summary ${'='.repeat(30)}\n`);
  console.log(run.summary.trim());
  console.log('='.repeat(74));
  const told = verdict(world);
  tell(told);
  if (run.report) {
    console.log(`Report: ${relative(process.cwd(), join(workspace, run.report))} (report.md is beside it)`);
  } else rmSync(workspace, { recursive: true, force: true });
  await world.close();
  const expected = fail.length > 0 ? run.exitCode === 1 : run.exitCode === 0 && told.unreleased.length === 0;
  return expected && told.problems.length === 0;
}
