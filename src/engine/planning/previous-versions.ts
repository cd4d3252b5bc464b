import type { TrainFault } from '../../train/manifest/faults.ts';
import { ALL_COMPONENTS, PREVIOUS } from '../../train/plan/request.ts';
import type { Selection } from '../../train/plan/selection.ts';
import { versionBefore } from '../stores/last-good.ts';
import type { GoodVersion } from '../stores/train-store.ts';

/** The selection with every `previous` replaced by what was good before; what nothing is known of is a fault. */
export function withPrevious(
  selection: Selection,
  good: Readonly<Record<string, GoodVersion>>,
): Selection | { readonly faults: readonly TrainFault[] } {
  const { request, components, environment } = selection;
  const { [ALL_COMPONENTS]: all, ...named } = request.versions ?? {};
  const wanted = { ...(all === PREVIOUS && Object.fromEntries(components.map(({ id }) => [id, PREVIOUS]))), ...named };
  const faults: TrainFault[] = [];
  const found = Object.entries(wanted).map(([id, version]) => {
    if (version !== PREVIOUS) return [id, version];
    const current = Object.hasOwn(good, id) ? good[id] : undefined;
    const before = current && versionBefore(current);
    if (before === undefined) faults.push({ message: nothingKnown(id, current?.version, environment?.id ?? '') });
    return [id, before ?? ''];
  });
  if (faults.length > 0) return { faults };
  return { ...selection, request: { ...request, versions: Object.fromEntries(found) } };
}

function nothingKnown(id: string, current: string | undefined, environment: string): string {
  if (current === undefined)
    return `No version of ${id} is known in ${environment}: no train has deployed it there. Name the components to roll back (packages), or a version.`;
  return `No version before ${current} of ${id} is known in ${environment}: there is nothing to roll back to.`;
}
