/**
 * The picture in README.md: the plan of `npm run demo`, drawn by the code that draws plans.
 *
 *   node scripts/readme.ts            writes it
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifestFile } from '../src/engine/planning/read-manifest.ts';
import { codeBlock } from '../src/platform/text/markdown.ts';
import { makePlan } from '../src/train/plan/make-plan.ts';
import { planGraph } from '../src/train/views/plan-markdown.ts';
import { firstVersions } from './demo/world.ts';
import { root } from './project.ts';

const [START, END] = ['<!-- the plan of npm run demo: node scripts/readme.ts -->', '<!-- end of the plan -->'];

/** The README with the demo's plan as its picture. */
export async function withPicture(readme: string): Promise<string> {
  const { manifest } = await readManifestFile(join(root, 'examples/eda-ecosystem/release-train.yml'));
  const made = makePlan(manifest, {
    releaseType: 'patch',
    packages: ['all'],
    currentVersions: new Map(
      Object.entries(firstVersions(manifest.components)).map(([id, version]) => [id, { version, source: 'the demo' }]),
    ),
  });
  if ('faults' in made) throw new Error(made.faults.map(({ message }) => message).join('\n'));
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no place ${START} … ${END}.`);
  return `${before}${START}\n\n${codeBlock(planGraph(made.plan), 'mermaid')}\n\n${END}${after}`;
}

if (import.meta.main) {
  const path = join(root, 'README.md');
  writeFileSync(path, await withPicture(readFileSync(path, 'utf8')));
}
