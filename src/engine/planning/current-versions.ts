import semver from 'semver';
import { messageOf } from '../../platform/errors.ts';
import { quote } from '../../platform/text/wording.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import type { Component } from '../../train/manifest/manifest.ts';
import type { CurrentVersion } from '../../train/plan/versions.ts';

/** Where versions are asked for. Each answers undefined where there is nothing, and throws where it cannot tell. */
export interface VersionSources {
  /** The latest version that the registry serves, as SemVer (a Python version converted), by the package's name. */
  registryVersion(published: NonNullable<Component['package']>, signal?: AbortSignal): Promise<string | undefined>;
  /** The tag of the repository's latest release. */
  latestTag(repository: string, signal?: AbortSignal): Promise<string | undefined>;
  /** The parsed package.json at the root of the repository, at a branch or tag. */
  packageJson(repository: string, ref: string, signal?: AbortSignal): Promise<unknown>;
}

export interface LookUpOptions {
  /** How many components are looked up at once; 8 by default. */
  readonly parallel?: number;
  readonly signal?: AbortSignal;
}

export interface CurrentVersions {
  readonly versions: ReadonlyMap<string, CurrentVersion>;
  /** A source that failed. It is never passed over: the next one might name an older version. */
  readonly faults: readonly TrainFault[];
}

/**
 * The version that each component really has now. Sources in this order, the first that knows one wins: the registry (the
 * truth for what publishes a package), the latest release's tag, package.json at the component's ref.
 */
export async function lookUpCurrentVersions(
  components: readonly Component[],
  sources: VersionSources,
  { parallel = 8, signal }: LookUpOptions = {},
): Promise<CurrentVersions> {
  const versions = new Map<string, CurrentVersion>();
  const faults: TrainFault[] = [];
  const found = await mapPooled(components, parallel, (component) => {
    signal?.throwIfAborted();
    return lookUp(component, sources, signal);
  });
  components.forEach(({ id }, index) => {
    const one = found[index];
    if (one === undefined) return;
    if ('message' in one) faults.push(one);
    else versions.set(id, one);
  });
  return { versions, faults };
}

interface Source {
  /** Reads on after "looked in". */
  readonly name: string;
  version(): Promise<string | undefined>;
}

async function lookUp(
  component: Component,
  sources: VersionSources,
  signal: AbortSignal | undefined,
): Promise<CurrentVersion | TrainFault> {
  const tried: string[] = [];
  for (const source of sourcesFor(component, sources, signal)) {
    try {
      const version = await source.version();
      if (version !== undefined) return { version: plainVersion(version), source: source.name };
    } catch (error) {
      signal?.throwIfAborted();
      const message = `Component ${component.id}: its current version could not be read from ${source.name}: ${messageOf(error)}`;
      return { at: ['components', component.id], key: 'key', message };
    }
    tried.push(source.name);
  }
  return { lookedIn: tried };
}

function sourcesFor(component: Component, sources: VersionSources, signal: AbortSignal | undefined): Source[] {
  const { repository, ref, package: published } = component;
  const registry: Source[] = published
    ? [
        {
          name: `the registry for ${quote(Object.values<string>(published)[0])}`,
          version: () => sources.registryVersion(published, signal),
        },
      ]
    : [];
  return [
    ...registry,
    {
      name: `the latest release of ${repository}`,
      version: async () => versionOfTag(await sources.latestTag(repository, signal), component),
    },
    {
      name: `package.json of ${repository} at ${ref}`,
      version: async () => versionOfPackage(await sources.packageJson(repository, ref, signal), component),
    },
  ];
}

/**
 * The version that a tag names: `v1.2.3`, `1.2.3`, or the same after the component's id or package and `@`, `-` or `/`. In
 * a repository of several components the latest release may be another's: its tag then says nothing of this one.
 */
export function versionOfTag(
  tag: string | undefined,
  component: Pick<Component, 'id' | 'package'>,
): string | undefined {
  if (tag === undefined) return undefined;
  const names = [component.id, ...Object.values<string>(component.package ?? {})];
  const named = names.find((name) => tag.startsWith(name) && /^[@/-]/.test(tag.slice(name.length)));
  const rest = named === undefined ? tag : tag.slice(named.length + 1);
  return semver.valid(rest.replace(/^v/, '')) ?? undefined;
}

function versionOfPackage(json: unknown, { package: published }: Component): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { name, version } = json as { readonly name?: unknown; readonly version?: unknown };
  if (typeof version !== 'string') return undefined;
  const another = published && 'npm' in published && name !== published.npm;
  return another ? undefined : version;
}

function plainVersion(version: string): string {
  const plain = semver.valid(version);
  if (plain === null) throw new Error(`${quote(version)} is not SemVer.`);
  return plain;
}
