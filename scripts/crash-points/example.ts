import { join } from 'node:path';
import { resolveManifestFile } from '../../src/engine/planning/open-manifest.ts';
import type { Plan } from '../../src/train/plan/plan.ts';
import { planOf } from '../plan-of.ts';
import { root } from '../project.ts';

/** The plan of a minor release of examples/eda-ecosystem. */
export async function examplePlan(): Promise<Plan> {
  const { manifest } = await resolveManifestFile(join(root, 'examples/eda-ecosystem/release-train.yml'));
  return planOf(manifest, { packages: 'all', releaseType: 'minor' }, () => '1.0.0');
}
