import { code, table } from '../../platform/text/markdown.ts';
import { componentOf, type TrainState } from '../machine/state.ts';
import type { Plan } from '../plan/plan.ts';

const MOST_OUTPUTS = 100;

/** What was handed on, folded: others are started with it, and a rollback gets it back. */
export function outputsTable(plan: Plan, state: TrainState): string {
  const rows = plan.components.flatMap(({ id }) =>
    Object.entries(componentOf(state, id).outputs ?? {}).map(([key, value]) => [
      code(id),
      code(key),
      code(shortened(value)),
    ]),
  );
  if (rows.length === 0) return '';
  const shown = table(['Component', 'Output', 'Value'], rows.slice(0, MOST_OUTPUTS));
  const more = rows.length > MOST_OUTPUTS ? `\n\n${rows.length - MOST_OUTPUTS} more in the report's JSON.` : '';
  return `<details><summary>What was handed on</summary>\n\n${shown}${more}\n</details>`;
}

function shortened(value: string): string {
  return value.length > 200 ? `${value.slice(0, 199)}…` : value;
}
