import { verifySavedPlan } from '../../engine/planning/approved-plan.ts';
import { planHash } from '../../engine/planning/plan-train.ts';
import { raisedRanges } from '../../engine/planning/raised-ranges.ts';
import type { Saved } from '../../engine/stores/train-store.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { code } from '../../platform/text/markdown.ts';
import { asksForOutputs, matrices } from '../../train/plan/matrix.ts';
import { type Plan, versionsOf } from '../../train/plan/plan.ts';
import { planMarkdown } from '../../train/views/plan-markdown.ts';
import { rangesMarkdown } from '../../train/views/ranges-markdown.ts';
import { planToApprove } from './lock-environment.ts';
import type { PlanInputs, ShownPlan } from './shown-plan.ts';
import { defaultTrainId, openWorld, type TrainWorld } from './train-world.ts';

/** The plan of a release train: the manifest's components from their real current versions. */
export async function planTrainFrom(given: PlanInputs, runner: Runner): Promise<ShownPlan> {
  const manifest = given.manifest ?? '.github/release-train.yml';
  const world = await openWorld({ ...given, manifest, isOnlyShown: true }, { kind: 'branch' }, runner);
  const trainId = given.trainId ?? defaultTrainId(runner, given.environment);
  const saved = await world.store.load(trainId);
  return saved ? planOfSaved(saved, given, { world, runner }) : planOfNew(trainId, world, runner);
}

async function planOfNew(trainId: string, world: TrainWorld, runner: Runner): Promise<ShownPlan> {
  const { signal } = runner;
  const { plan, hash, leftOut, warnings } = await planToApprove(world, runner);
  const { changes, unseen } = await raisedRanges(plan, { ...world, signal });
  const markdown = [planMarkdown(plan, { leftOut, warnings }), rangesMarkdown(changes, unseen)]
    .filter(Boolean)
    .join('\n');
  return { ...shown(plan, trainId), ranges: changes, hash, warnings: [...warnings, ...withoutMatrix(plan)], markdown };
}

/** A train that exists is only ever resumed with the plan that it began with: that one is shown, and held against the manifest. */
async function planOfSaved(
  { plan, state }: Saved,
  { planHash: approvedHash }: PlanInputs,
  { world, runner }: { readonly world: TrainWorld; readonly runner: Runner },
): Promise<ShownPlan> {
  const { trainId, status } = state;
  verifySavedPlan(plan, { trainId, place: world.store.place, manifest: await world.manifestOf(plan), approvedHash });
  runner.log.notice(`Train ${trainId} exists already and is ${status}: this is the plan that it began with.`);
  const note = `Train ${code(trainId)} exists already and is ${status}. This is the plan that it began with, and resumes.`;
  const markdown = `${note}\n\n${planMarkdown(plan)}`;
  return { ...shown(plan, trainId), hash: planHash(plan), warnings: [], markdown };
}

/** The plan itself is sound, and a train carries it out; only waves of jobs cannot. */
function withoutMatrix(plan: Plan): ShownPlan['warnings'] {
  const asking = asksForOutputs(plan);
  if (asking === undefined) return [];
  const message = `The output matrix is empty: ${asking} asks for what other components hand on, which only a train can give it.`;
  return [{ message }];
}

function shown(plan: Plan, trainId: string): Pick<ShownPlan, 'plan' | 'versions' | 'waves' | 'matrices'> {
  return { plan, versions: versionsOf(plan), waves: plan.waves, matrices: matrices(plan, trainId) };
}
