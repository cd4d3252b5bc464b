import { join } from 'node:path';
import { readManifestFile } from '../../src/engine/planning/read-manifest.ts';
import { makePlan } from '../../src/train/plan/make-plan.ts';
import type { Plan } from '../../src/train/plan/plan.ts';
import { root } from '../project.ts';

/** The plan of a minor release of examples/eda-ecosystem. */
export async function examplePlan(): Promise<Plan> {
  const { manifest } = await readManifestFile(join(root, 'examples/eda-ecosystem/release-train.yml'));
  const currentVersions = new Map(manifest.components.map(({ id }) => [id, { version: '1.0.0', source: 'npm' }]));
  const made = makePlan(manifest, { packages: 'all', releaseType: 'minor', currentVersions });
  if ('faults' in made) throw new Error(made.faults.map(({ message }) => message).join('\n'));
  return made.plan;
}
