import { didYouMean, quote } from '../../platform/text/wording.ts';
import { withDependents } from '../graph.ts';
import { collectFaults, type TrainFault } from '../manifest/faults.ts';
import type { Manifest } from '../manifest/manifest.ts';

export interface Selection {
  /** Component ids and group ids; `all` stands for every component. */
  readonly packages: 'all' | readonly string[];
  /** Whether everything that needs a selected component is released with it. */
  readonly includeDependents?: boolean;
}

/** The ids of the selected components, in the manifest's order. */
export function selectComponents(
  manifest: Manifest,
  { packages, includeDependents = false }: Selection,
): { readonly ids: readonly string[] } | { readonly faults: readonly TrainFault[] } {
  const all = manifest.components.map(({ id }) => id);
  if (packages === 'all' || (packages.length === 1 && packages[0] === 'all')) return { ids: all };
  if (packages.length === 0) {
    return { faults: [{ message: 'Input packages selects nothing; name component or group ids, or all.' }] };
  }
  const members = membersByName(manifest);
  const faults = collectFaults();
  const chosen = new Set<string>();
  for (const name of packages) {
    const ids = members.get(name);
    for (const id of ids ?? []) chosen.add(id);
    if (!ids) {
      const message = () =>
        `Input packages: the manifest has no component and no group ${quote(name)}${didYouMean(name, members.keys()) || '.'}`;
      faults.add(undefined, message);
    } else if (ids.length === 0) {
      faults.add(undefined, () => `Input packages: the group ${quote(name)} has no components.`);
    }
  }
  if (faults.all().length > 0) return { faults: faults.all() };
  const selected = includeDependents ? withDependents(manifest.components, chosen) : chosen;
  return { ids: all.filter((id) => selected.has(id)) };
}

function membersByName({ components, groups }: Manifest): Map<string, string[]> {
  const members = new Map<string, string[]>(groups.map(({ id }) => [id, []]));
  for (const { id, group } of components) {
    members.set(id, [id]);
    if (group !== undefined) members.get(group)?.push(id);
  }
  return members;
}
