/**
 * The picture in README.md: the first six of the plan of `npm run demo`, drawn by the code that draws plans.
 *
 *   node scripts/readme.ts            writes it
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveManifestFile } from '../src/engine/planning/open-manifest.ts';
import { planPicture } from '../src/train/views/plan-markdown.ts';
import { firstVersions } from './demo/world.ts';
import { planOf } from './plan-of.ts';
import { root } from './project.ts';

/** So many that a reader sees at a glance what a plan is. */
const FIRST = [
  ...['eda-domain', 'eda-infrastructure', 'eda-application', 'typescript-eda'],
  ...['web-buddy-core', 'web-buddy-contract-declaration'],
];
const [START, END] = ['<!-- the plan of npm run demo: node scripts/readme.ts -->', '<!-- end of the plan -->'];

/** The README with the demo's plan as its picture. */
export async function withPicture(readme: string): Promise<string> {
  const { manifest } = await resolveManifestFile(join(root, 'examples/eda-ecosystem/release-train.yml'));
  const versions = firstVersions(manifest.components);
  const plan = planOf(manifest, { releaseType: 'patch', packages: FIRST }, (id) => versions[id] ?? '');
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no place ${START} … ${END}.`);
  return `${before}${START}\n\n${planPicture(plan)}\n\n${END}${after}`;
}

if (import.meta.main) {
  const path = join(root, 'README.md');
  writeFileSync(path, await withPicture(readFileSync(path, 'utf8')));
}
