import type { TrainFault } from '../../train/manifest/faults.ts';
import type { GoodVersion } from '../stores/train-store.ts';

/** What asks for the version before the present one, of a component or (under the key `*`) of all that are selected. */
export const PREVIOUS = 'previous';
export const ALL_COMPONENTS = '*';

type Versions = Readonly<Record<string, string>>;

/** The versions with every `previous` replaced by what was good before; what nothing is known of is a fault. */
export function withPrevious(
  versions: Versions,
  {
    selected,
    good,
    environment,
  }: { selected: readonly string[]; good: Readonly<Record<string, GoodVersion>>; environment: string | undefined },
): { readonly versions: Versions } | { readonly faults: readonly TrainFault[] } {
  const { [ALL_COMPONENTS]: all, ...named } = versions;
  const wanted =
    all === PREVIOUS ? { ...Object.fromEntries(selected.map((id) => [id, PREVIOUS])), ...named } : versions;
  if (!Object.values(wanted).includes(PREVIOUS)) return { versions };
  if (environment === undefined)
    return {
      faults: [{ message: 'Input versions: previous is about a deployment; give the environment to roll back.' }],
    };
  const faults: TrainFault[] = [];
  const found = Object.entries(wanted).map(([id, version]) => {
    if (version !== PREVIOUS) return [id, version];
    const current = Object.hasOwn(good, id) ? good[id] : undefined;
    const before = current?.before?.[0]?.version;
    if (before === undefined) faults.push({ message: nothingKnown(id, current?.version, environment) });
    return [id, before ?? ''];
  });
  return faults.length > 0 ? { faults } : { versions: Object.fromEntries(found) };
}

function nothingKnown(id: string, current: string | undefined, environment: string): string {
  if (current === undefined)
    return `No version of ${id} is known in ${environment}: no train has deployed it there. Name the components to roll back (packages), or a version.`;
  return `No version before ${current} of ${id} is known in ${environment}: there is nothing to roll back to.`;
}
