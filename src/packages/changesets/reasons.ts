import type { ComprehensiveRelease, Config } from '@changesets/types';
import semver from 'semver';
import type { WorkspacePackage } from '../workspace/member.ts';
import type { BumpType, Changeset } from './changeset.ts';

/** Why a package gets the version it gets. */
export interface BumpReason {
  /**
   * `changeset`: its own changesets say so. `dependency`: the new version of something it depends on leaves its range.
   * `linked`, `fixed`: its group lifts it. `prerelease-exit`: nothing but the end of prerelease mode.
   */
  readonly why: 'changeset' | 'dependency' | 'linked' | 'fixed' | 'prerelease-exit';
  /** The packages that made it so; empty where it is its own changesets. */
  readonly because: readonly string[];
}

interface Planned {
  readonly packages: readonly WorkspacePackage[];
  readonly config: Config;
  readonly changesets: readonly Changeset[];
  readonly released: readonly ComprehensiveRelease[];
}

interface Context {
  readonly packages: ReadonlyMap<string, WorkspacePackage>;
  readonly released: ReadonlyMap<string, ComprehensiveRelease>;
  /** The strongest type that changesets name for a package. */
  readonly demanded: ReadonlyMap<string, Demanded>;
  readonly groupOf: ReadonlyMap<string, { readonly kind: 'linked' | 'fixed'; readonly members: readonly string[] }>;
}

/** Explains every release of a plan: the library says what, not why. */
export function reasonsOf({ packages, config, changesets, released }: Planned): Map<string, BumpReason> {
  const context: Context = {
    packages: new Map(packages.map((one) => [one.name, one])),
    released: new Map(released.map((one) => [one.name, one])),
    demanded: demandedTypes(changesets),
    groupOf: new Map([...groupsOf('linked', config.linked), ...groupsOf('fixed', config.fixed)]),
  };
  return new Map(released.map((one) => [one.name, reasonOf(one, context)]));
}

function reasonOf(one: ComprehensiveRelease, context: Context): BumpReason {
  const demanded = context.demanded.get(one.name);
  const causes = causesOf(one, context);
  const natural = demanded ?? (causes.length > 0 ? ('patch' as const) : undefined);
  const group = context.groupOf.get(one.name);
  const own = context.packages.get(one.name)?.version ?? '';
  const lifted = natural === undefined || !sameRelease(semver.inc(own, natural), one.newVersion);
  const lifters = group && lifted ? liftersOf(one, group.members, context) : [];
  if (group && lifters.length > 0) return { why: group.kind, because: lifters };
  if (demanded !== undefined) return { why: 'changeset', because: [] };
  return causes.length > 0 ? { why: 'dependency', because: causes } : { why: 'prerelease-exit', because: [] };
}

/** The released dependencies whose new versions leave the package's ranges; all of them, should the rule be `always`. */
function causesOf(one: ComprehensiveRelease, { packages, released }: Context): string[] {
  const needs = (packages.get(one.name)?.dependencies ?? []).filter(({ kind }) => kind !== 'devDependencies');
  const moved = needs.filter(({ name }) => released.has(name));
  const left = moved.filter(({ name, specifier }) => {
    const to = released.get(name);
    return to?.newVersion !== undefined && !semver.satisfies(to.newVersion, plainRange(specifier, to.oldVersion ?? ''));
  });
  return unique((left.length > 0 ? left : moved).map(({ name }) => name));
}

/** The members that have the type or the version that the group lifts to. */
function liftersOf(one: ComprehensiveRelease, members: readonly string[], context: Context): string[] {
  const others = members.filter((name) => name !== one.name);
  const own = context.packages.get(one.name)?.version;
  const lifters = others.filter((name) => {
    const typed = context.demanded.get(name) === one.type && context.demanded.get(one.name) !== one.type;
    return typed || (own !== one.oldVersion && context.packages.get(name)?.version === one.oldVersion);
  });
  return unique(lifters.length > 0 ? lifters : others.filter((name) => context.released.has(name)));
}

/** Whether two versions are the same but for their prereleases, whose counter a group shares. */
function sameRelease(a: string | null, b: string | undefined): boolean {
  const [left, right] = [semver.parse(a), semver.parse(b)];
  return left !== null && right !== null && left.compareMain(right) === 0;
}

/** `workspace:^` is published as `^` and the current version. */
function plainRange(range: string, version: string): string {
  if (!range.startsWith('workspace:')) return range;
  const rest = range.slice('workspace:'.length);
  return rest === '*' ? version : rest === '^' || rest === '~' ? `${rest}${version}` : rest;
}

type Demanded = Exclude<BumpType, 'none'>;

const strength: readonly BumpType[] = ['none', 'patch', 'minor', 'major'];

function demandedTypes(changesets: readonly Changeset[]): Map<string, Demanded> {
  const types = new Map<string, Demanded>();
  for (const { name, type } of changesets.flatMap(({ releases }) => releases)) {
    const known = types.get(name) ?? 'none';
    if (type !== 'none' && strength.indexOf(type) > strength.indexOf(known)) types.set(name, type);
  }
  return types;
}

function groupsOf(kind: 'linked' | 'fixed', groups: readonly (readonly string[])[]) {
  return groups.flatMap((members) => members.map((name) => [name, { kind, members }] as const));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
