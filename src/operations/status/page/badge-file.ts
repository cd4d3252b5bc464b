import { COMPONENT_STATES, type RowState, wordOf } from '../component-row.ts';
import type { Status } from '../status.ts';

/** The worst that there is, in the form of https://shields.io/badges/endpoint-badge. */
export function badgeOf({ components, problems, ok }: Status): string {
  const worst = COMPONENT_STATES.find((state) => components.some((row) => row.state === state)) ?? 'current';
  const count = components.filter(({ state }) => state === worst).length;
  return `${JSON.stringify({ schemaVersion: 1, label: 'release', ...verdict(`${count} ${wordOf(worst)}`, { ok, worst, open: problems.length }) })}\n`;
}

function verdict(
  states: string,
  { ok, worst, open }: { readonly ok: boolean; readonly worst: RowState; readonly open: number },
): { readonly message: string; readonly color: string } {
  if (open > 0) return { message: `${open} open`, color: 'red' };
  if (!ok) return { message: states, color: worst === 'unknown' ? 'lightgrey' : 'red' };
  return worst === 'current' ? { message: 'current', color: 'brightgreen' } : { message: states, color: 'blue' };
}
