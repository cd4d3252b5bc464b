import type { Runner } from '../../platform/runner/action.ts';
import { commentOnPull } from './pull-comment.ts';
import { type PlanInputs, type ShownPlan, sha256 } from './shown-plan.ts';

/** Keeps one comment with the plan on the pull request that this job runs for. */
export function commentPlan(given: PlanInputs, { markdown }: ShownPlan, runner: Runner): Promise<void> {
  const key = given.source === 'changesets' ? `plan.changesets.${sha256(given.directory).slice(0, 8)}` : 'plan.train';
  return commentOnPull(given, { key, body: markdown, what: 'The plan' }, runner);
}
