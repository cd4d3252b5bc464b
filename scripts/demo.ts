/**
 * The main job on this machine: an embedded GitHub with the repositories of a manifest, and the built bundle that releases
 * them, run as the runner would run it.
 *
 *   npm run demo                         all of the example is released
 *   npm run demo -- --fail COMPONENT     one release fails: what is blocked, and how to go on
 *   npm run demo -- --kill               the orchestrator is killed halfway and started again
 *   npm run demo -- --manifest FILE      rehearse your own manifest
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTrain } from './demo/orchestrator.ts';
import { tell, verdict } from './demo/verdict.ts';
import { startWorld } from './demo/world.ts';

const { values } = parseArgs({
  options: {
    manifest: { type: 'string', default: 'examples/eda-ecosystem/release-train.yml' },
    'release-type': { type: 'string', default: 'patch' },
    fail: { type: 'string', multiple: true, default: [] },
    kill: { type: 'boolean', default: false },
  },
});

const workspace = mkdtempSync(join(tmpdir(), 'release-actions-demo-'));
const world = await startWorld(resolve(values.manifest), { fail: values.fail, workspace });
console.log(`Embedded GitHub with ${world.components.length} repositories on ${world.url}\n`);

let run = await runTrain(world, {
  releaseType: values['release-type'],
  ...(values.kill ? { killAfter: Math.ceil(world.components.length / 3) } : {}),
});
if (run.killed) {
  console.log('\n--- the orchestrator was killed (SIGKILL). The same job is run again. ---\n');
  run = await runTrain(world, { releaseType: values['release-type'] });
}

console.log(`\n${'='.repeat(30)} step summary ${'='.repeat(30)}\n`);
console.log(run.summary.trim());
console.log('='.repeat(74));
const told = verdict(world);
tell(told);
if (run.report) console.log(`Report: ${relative(process.cwd(), join(workspace, run.report))} (report.md is beside it)`);
await world.close();
const expected = values.fail.length > 0 ? run.exitCode === 1 : run.exitCode === 0 && told.unreleased.length === 0;
process.exitCode = expected && told.problems.length === 0 ? 0 : 1;
