import type { Runner } from '../../platform/runner/action.ts';
import { matrices } from '../../train/plan/matrix.ts';
import { planMarkdown } from '../../train/views/plan-markdown.ts';
import type { PlanInputs, ShownPlan } from './shown-plan.ts';
import { defaultTrainId, openWorld } from './train-world.ts';

/** The plan of a release train: the manifest's components from their real current versions. */
export async function planTrainFrom(given: PlanInputs, runner: Runner): Promise<ShownPlan> {
  const manifest = given.manifest ?? '.github/release-train.yml';
  const world = await openWorld({ ...given, manifest }, { kind: 'branch' }, runner);
  const { plan, hash, leftOut, warnings } = await world.plan();
  const versions = plan.components.flatMap(({ id, version }) => (version === undefined ? [] : [[id, version]]));
  return {
    plan,
    hash,
    warnings,
    versions: Object.fromEntries(versions),
    waves: plan.waves,
    matrices: matrices(plan, defaultTrainId(runner)),
    markdown: planMarkdown(plan, { leftOut, warnings }),
  };
}
