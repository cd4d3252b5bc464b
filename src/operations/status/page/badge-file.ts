import { COMPONENT_STATES } from '../component-row.ts';
import type { Status } from '../status.ts';

/** The worst that there is, in the form of https://shields.io/badges/endpoint-badge. */
export function badgeOf({ components, problems, ok }: Status): string {
  const worst = COMPONENT_STATES.find((state) => components.some((row) => row.state === state));
  const count = components.filter(({ state }) => state === worst).length;
  const isWell = ok && (worst === 'current' || worst === undefined);
  const message =
    problems.length > 0
      ? `${problems.length} open`
      : isWell
        ? 'current'
        : `${count} ${(worst ?? '').replace('-', ' ')}`;
  const color = ok
    ? isWell
      ? 'brightgreen'
      : 'blue'
    : worst === 'unknown' && problems.length === 0
      ? 'lightgrey'
      : 'red';
  return `${JSON.stringify({ schemaVersion: 1, label: 'release', message, color })}\n`;
}
