import type { Component, Manifest } from '../manifest/manifest.ts';
import { type ExistingVersions, highest, highestStable, inLine } from './existing-versions.ts';
import { sharedGroups } from './versioned.ts';

/** What is released under one version: a component, or the whole of its shared group. Versions are of the component's own line. */
export interface ReleaseUnit {
  /** The group that shares its version; absent where the component has its own. */
  readonly group?: string;
  /** What exists of any member. */
  readonly versions: readonly string[];
  /** Of these, what a registry serves of members that publish packages. */
  readonly served: readonly string[];
  /** What a release has to be above: of every member its highest that is no prerelease. */
  readonly least: string | undefined;
}

/** The unit of each component. A group's is put together once for all its members, so that a plan grows with the manifest alone. */
export function releaseUnits(
  manifest: Manifest,
  existingOf: (id: string) => ExistingVersions | undefined,
): (component: Component) => ReleaseUnit {
  const shared = sharedGroups(manifest);
  const members = Map.groupBy(manifest.components, ({ group }) => group);
  const known = new Map<string, ReleaseUnit>();
  return (component) => {
    const { group, line } = component;
    if (group === undefined || !shared.has(group)) return unitOf([component], line, existingOf);
    const key = JSON.stringify([group, line]);
    const unit = known.get(key) ?? { group, ...unitOf(members.get(group) ?? [], line, existingOf) };
    known.set(key, unit);
    return unit;
  };
}

function unitOf(
  members: readonly Component[],
  line: string | undefined,
  existingOf: (id: string) => ExistingVersions | undefined,
): ReleaseUnit {
  const found = members.flatMap(({ id }) => existingOf(id) ?? []);
  const all = (versions: (one: ExistingVersions) => readonly string[]) =>
    inLine([...new Set(found.flatMap(versions))], line);
  return {
    versions: all(({ versions }) => versions),
    served: all(({ versions, served }) => served ?? versions),
    least: highest(found.flatMap(({ versions }) => highestStable(inLine(versions, line)) ?? [])),
  };
}
