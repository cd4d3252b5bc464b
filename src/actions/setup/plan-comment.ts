import type { Runner } from '../../platform/runner/action.ts';
import { code } from '../../platform/text/markdown.ts';
import { commentOnPull } from './pull-comment.ts';
import { type PlanInputs, type ShownPlan, sha256 } from './shown-plan.ts';

/** Keeps one comment with the plan on the pull request that this job runs for. */
export function commentPlan(given: PlanInputs, { markdown, hash }: ShownPlan, runner: Runner): Promise<void> {
  const key = given.source === 'changesets' ? `plan.changesets.${sha256(given.directory).slice(0, 8)}` : 'plan.train';
  const start = `Plan ${code(hash.slice(0, 12))}. ${howToStart(hash, given)}`;
  return commentOnPull(given, { key, body: `${markdown}\n${start}`, what: 'The plan' }, runner);
}

function howToStart(hash: string, given: PlanInputs): string {
  if (given.source === 'changesets')
    return '**To release it:** merge this pull request, and then the one that raises the versions.';
  const { releaseType, packages, environment } = given;
  const inputs = [
    ...(releaseType ? [`release-type: ${releaseType}`] : []),
    ...(environment ? [`environment: ${environment}`] : []),
    ...(packages.join() === 'all' ? [] : [`packages: ${packages.join(', ')}`]),
    `plan-hash: ${hash}`,
  ];
  const verb = environment === undefined ? 'release' : 'deploy';
  return `**To ${verb} it:** start the train with ${inputs.map(code).join(', ')}. With the hash it starts only while this is still the plan.`;
}
