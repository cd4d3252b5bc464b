import { UserError } from '../../platform/errors.ts';
import { findCycles, wavesOf } from '../../train/graph.ts';
import type { WorkspacePackage } from '../workspace/member.ts';

/**
 * The packages by depth of what they need to be installed (development dependencies do not count), each wave by name. Throws
 * a UserError that shows the cycle where some need each other.
 */
export function publishWaves(packages: readonly WorkspacePackage[]): string[][] {
  const nodes = packages.map((one) => ({ id: one.name, needs: needsOf(one) })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [cycle] = findCycles(nodes);
  if (cycle === undefined) return wavesOf(nodes);
  throw new UserError(
    `These packages need each other, so none can be published first: ${cycle.join(' → ')}. ` +
      'Break the cycle; a development dependency does not count.',
  );
}

function needsOf({ name, dependencies }: WorkspacePackage): string[] {
  const needs = dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name);
  return needs.filter((need) => need !== name);
}
