import { findCycles } from '../../../train/graph.ts';
import { RESERVED_IDS } from '../../../train/manifest/check-manifest.ts';
import { variableFor } from '../checks/owner-token.ts';
import { packageKey } from '../component-packages.ts';
import { type DraftInputs, inputsFor } from './draft-inputs.ts';
import type { SightedPackage, Sighting } from './sighting.ts';

/** A manifest as far as repositories tell it. */
export interface Draft {
  readonly name: string;
  readonly components: readonly DraftComponent[];
  readonly groups: readonly DraftGroup[];
  /** Owner → environment variable. */
  readonly tokens: Readonly<Record<string, string>>;
  /** What a person has to look at. */
  readonly notes: readonly string[];
}

export interface DraftComponent {
  readonly id: string;
  readonly repository: string;
  readonly branch: string;
  readonly packages: readonly SightedPackage[];
  readonly directory: string | undefined;
  readonly workflow: string;
  readonly inputs: DraftInputs;
  readonly needs: readonly string[];
  readonly group: string | undefined;
}

interface DraftGroup {
  readonly id: string;
  readonly version: 'shared' | 'independent';
}

/** Our template's file, for what has no workflow yet. */
const TEMPLATE = 'release.yml';

/** The manifest of what was seen: a component a repository, needs by what their packages really need. */
export function draftOf(name: string, sightings: readonly Sighting[]): Draft {
  const ids = idsOf(sightings);
  const publisher = new Map(
    sightings.flatMap(({ repository, packages }) =>
      packages.map((one) => [packageKey(one), ids.get(repository) ?? ''] as const),
    ),
  );
  const notes: string[] = [...twice(sightings)];
  const groups = groupsOf(sightings, new Set(ids.values()));
  const wanted = sightings.map((sighting) => ({
    id: ids.get(sighting.repository) ?? '',
    ...needsOf(sighting, publisher, ids),
  }));
  const needs = withoutCycles(wanted, notes);
  const components = sightings.map((sighting): DraftComponent => {
    const { repository, branch, packages, workflow } = sighting;
    const id = ids.get(repository) ?? '';
    const [only, ...more] = packages;
    if (workflow === undefined)
      notes.push(`${id}: ${repository} has no workflow that could release it; ${TEMPLATE} is to be installed there.`);
    else if (workflow.others.length > 0)
      notes.push(`${id}: ${workflow.name} was chosen; ${workflow.others.join(', ')} could be meant, too.`);
    notes.push(...sighting.notes.map((note) => `${id}: ${note}`));
    const given = inputsFor(workflow?.file, packages.length > 0);
    notes.push(...given.notes.map((note) => `${id}: ${note}`));
    return {
      ...{ id, repository, branch, packages, workflow: workflow?.name ?? TEMPLATE, inputs: given.inputs },
      directory: only && only.directory !== '' && more.length === 0 ? only.directory : undefined,
      needs: needs.get(id) ?? [],
      group: groups.get(ownerIn(repository))?.id,
    };
  });
  const owners = [...new Set(sightings.map(({ repository }) => ownerIn(repository)))];
  return {
    ...{ name, components: inOrder(components), groups: [...groups.values()], notes },
    tokens: Object.fromEntries(owners.map((owner) => [owner, variableFor(owner)])),
  };
}

function ownerIn(repository: string): string {
  return repository.split('/', 1)[0] ?? '';
}

/** The name of the repository; with its owner where two have the same. */
function idsOf(sightings: readonly Sighting[]): Map<string, string> {
  const plain = sightings.map(({ repository }) => idFrom(repository.split('/')[1] ?? ''));
  const taken = new Set<string>();
  return new Map(
    sightings.map(({ repository }, index) => {
      const own = plain[index] ?? '';
      const isShared = plain.filter((one) => one === own).length > 1 || RESERVED_IDS.has(own);
      const base = isShared ? idFrom(repository.replace('/', '-')) : own;
      let id = base;
      for (let more = 2; taken.has(id); more += 1) id = `${base.slice(0, 60)}-${more}`;
      taken.add(id);
      return [repository, id];
    }),
  );
}

function idFrom(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return (plain === '' ? 'component' : plain).slice(0, 64);
}

interface Wanted {
  readonly id: string;
  readonly needs: readonly string[];
  /** Need → the dependency that it comes from. */
  readonly because: ReadonlyMap<string, string>;
}

function needsOf(
  { repository, files }: Sighting,
  publisher: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, string>,
): Omit<Wanted, 'id'> {
  const because = new Map<string, string>();
  for (const { kind, needs } of files) {
    for (const { name, atRuntime, kind: of } of needs) {
      const id = atRuntime ? publisher.get(packageKey({ kind, name })) : undefined;
      if (id !== undefined && id !== ids.get(repository)) because.set(id, `${name} (${of})`);
    }
  }
  return { needs: [...because.keys()], because };
}

/** A manifest cannot hold a circle: what closes one is left out, and told. */
function withoutCycles(wanted: readonly Wanted[], notes: string[]): Map<string, readonly string[]> {
  const needs = new Map(wanted.map((one) => [one.id, [...one.needs]]));
  for (;;) {
    const [cycle] = findCycles([...needs].map(([id, of]) => ({ id, needs: of })));
    const [from, to] = cycle?.slice(-2) ?? [];
    if (!cycle || from === undefined || to === undefined) return needs;
    const because = wanted.find(({ id }) => id === from)?.because.get(to) ?? to;
    notes.push(
      `${cycle.join(' → ')} depend on each other in a circle: ${from} was left without needing ${to}, though it depends on ${because}. No order is right before that is undone.`,
    );
    needs.set(
      from,
      (needs.get(from) ?? []).filter((id) => id !== to),
    );
  }
}

/** Owners with several repositories; those that all have one version release under one. */
function groupsOf(sightings: readonly Sighting[], ids: ReadonlySet<string>): Map<string, DraftGroup> {
  const groups = new Map<string, DraftGroup>();
  for (const owner of new Set(sightings.map(({ repository }) => ownerIn(repository)))) {
    const own = sightings.filter(({ repository }) => ownerIn(repository) === owner);
    if (own.length < 2) continue;
    const versions = own.flatMap(({ packages }) => packages.map(({ version }) => version));
    const isShared = versions.length > 1 && versions[0] !== undefined && versions.every((one) => one === versions[0]);
    const plain = idFrom(owner);
    groups.set(owner, {
      id: ids.has(plain) || RESERVED_IDS.has(plain) ? `${plain.slice(0, 58)}-group` : plain,
      version: isShared ? 'shared' : 'independent',
    });
  }
  return groups;
}

/** A name on a registry belongs to one repository only. */
function twice(sightings: readonly Sighting[]): string[] {
  const first = new Map<string, string>();
  return sightings.flatMap(({ repository, packages }) =>
    packages.flatMap((one) => {
      const other = first.get(packageKey(one));
      first.set(packageKey(one), other ?? repository);
      return other === undefined
        ? []
        : [`${one.name} is in ${other} and in ${repository}: take it out of the one that does not publish it.`];
    }),
  );
}

/** What is needed stands before what needs it, as people read. */
function inOrder(components: readonly DraftComponent[]): DraftComponent[] {
  const byId = new Map(components.map((one) => [one.id, one]));
  const placed = new Set<DraftComponent>();
  const place = (one: DraftComponent) => {
    if (placed.has(one)) return;
    for (const need of one.needs) {
      const needed = byId.get(need);
      if (needed) place(needed);
    }
    placed.add(one);
  };
  for (const one of components) place(one);
  return [...placed];
}
