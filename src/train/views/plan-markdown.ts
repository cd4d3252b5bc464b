import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import { counted } from '../../platform/text/wording.ts';
import type { TrainFault } from '../manifest/faults.ts';
import type { Plan, PlannedComponent } from '../plan/plan.ts';
import { graphSection } from './graph-section.ts';
import type { GraphNode } from './mermaid.ts';
import { versionStep } from './version-step.ts';

const MOST_ROWS = 1_000;
const MOST_NAMES = 50;

/** What the person who approves a train wants to know: what is released, from which version to which, in what order. */
export function planMarkdown(
  plan: Plan,
  {
    leftOut = [],
    warnings = [],
  }: { readonly leftOut?: readonly string[]; readonly warnings?: readonly TrainFault[] } = {},
): string {
  const sections = [
    `## Plan: ${escapeMarkdown(plan.name)}`,
    summary(plan),
    warnings.map(({ message }) => `> ⚠️ ${escapeMarkdown(message)}`).join('\n>\n'),
    planTable(plan),
    planPicture(plan),
    leftOut.length > 0 ? `Not part of this plan: ${names(leftOut)}.` : '',
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** The plan, folded: who reads the summary of a train wants to know first what became of it. */
export function foldedPlan(plan: Plan): string {
  return `<details><summary>The plan of this train</summary>\n\n${planMarkdown(plan)}\n</details>`;
}

/** The plan's graph as Markdown: a box per component with its version, or its repository where it has none. */
export function planPicture(plan: Plan): string {
  return graphSection(nodesOf(plan));
}

function nodesOf({ components }: Plan): GraphNode[] {
  return components.map((component) => ({
    id: component.id,
    needs: component.needs,
    lines: [component.id, versionStep(component) ?? component.repository],
  }));
}

function summary(plan: Plan): string {
  const repositories = new Set(plan.components.map(({ repository }) => repository.toLowerCase())).size;
  const parts = [
    `${counted(plan.components.length, 'component')} in ${counted(repositories, 'repository', 'repositories')}`,
    counted(plan.waves.length, 'wave'),
    `strategy ${plan.strategy}`,
    ...(plan.maxParallel === undefined
      ? []
      : [plan.maxParallel === 1 ? 'one at a time' : `at most ${plan.maxParallel} at once`]),
    ...(plan.environment === undefined ? [] : [`environment ${escapeMarkdown(plan.environment)}`]),
    plan.onFailure === 'halt' ? 'a failure halts the train' : 'after a failure, what does not depend on it goes on',
    ...(plan.components.some(({ goesBack, rollback }) => goesBack && !rollback)
      ? ['what goes back is not returned if that fails']
      : []),
    ...(plan.rollback ? ['a failure rolls back what was deployed'] : []),
  ];
  const canary = plan.canary
    ? `\n\nFirst ${names(plan.canary.components)}, with what they need; the rest once they stayed healthy.`
    : '';
  return `${parts.join(' · ')}${canary}`;
}

function planTable({ components, waves }: Plan): string {
  const waveOf = new Map(waves.flatMap((wave, index) => wave.map((id) => [id, index + 1] as const)));
  const rows = components
    .slice(0, MOST_ROWS)
    .map((component) => [
      String(waveOf.get(component.id) ?? ''),
      code(component.id),
      escapeMarkdown(component.repository),
      component.previousVersion === undefined ? '' : code(component.previousVersion),
      component.version === undefined ? '' : `${code(component.version)}${requested(component)}`,
      names(component.needs),
    ]);
  const more = components.length - rows.length;
  const shown = table(['Wave', 'Component', 'Repository', 'From', 'To', 'Needs'], rows);
  return more > 0 ? `${shown}\n\n${counted(more, 'more component')} in the plan's JSON.` : shown;
}

function requested({ requestedVersion }: PlannedComponent): string {
  return requestedVersion === undefined ? '' : ` (${code(requestedVersion)})`;
}

function names(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMES).map(code).join(', ');
  return ids.length > MOST_NAMES ? `${shown} and ${ids.length - MOST_NAMES} more` : shown;
}
