import semver from 'semver';
import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { collectFaults, type FaultList, type TrainFault } from '../manifest/faults.ts';
import type { Component, Manifest } from '../manifest/manifest.ts';
import { exactVersion, isCommit, symbolicBranch } from './version-text.ts';
import { isVersioned, sharedGroups, wantsVersion } from './versioned.ts';

export const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'] as const;
export type ReleaseType = (typeof RELEASE_TYPES)[number];

/** What is known of a component's version before the train: SemVer (also of Python packages) and where it was found. */
export type CurrentVersion =
  | { readonly version: string; readonly source: string }
  /** Nothing was found there; each reads on after "looked in": `the registry for "@acme/core"`. */
  | { readonly lookedIn: readonly string[] };

export interface VersionRequest {
  readonly currentVersions: ReadonlyMap<string, CurrentVersion>;
  readonly releaseType?: ReleaseType;
  readonly prereleaseId?: string;
  /** Component id → SemVer; when deploying also a commit, or a symbolic version such as `develop-latest`. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Component id → the commit that its symbolic version stands for. */
  readonly resolved?: Readonly<Record<string, string>>;
  /** A release moves every version up; a deployment takes versions that exist, and may take an older one. */
  readonly intent: 'release' | 'deploy';
}

export interface PlannedVersion {
  readonly version: string;
  /** The symbolic version that was asked for, where `version` is the commit it stood for. */
  readonly requested?: string;
}

/**
 * Component id → the version that this train gives it, for those of the selected components that have versions.
 * An explicit version comes first; then, for a release, the bump of the current one (in a shared group: of the group's
 * highest); for a deployment the current one itself.
 */
export function planVersions(
  manifest: Manifest,
  selected: readonly string[],
  request: VersionRequest,
): { readonly versions: ReadonlyMap<string, PlannedVersion> } | { readonly faults: readonly TrainFault[] } {
  const planning = preparePlanning(manifest, selected, request);
  checkPrerelease(planning);
  checkWishes(planning);
  for (const component of planning.components) {
    const planned = request.intent === 'deploy' ? deployed(planning, component) : released(planning, component);
    if (planned) planning.versions.set(component.id, planned);
  }
  const faults = planning.faults.all();
  return faults.length > 0 ? { faults } : { versions: planning.versions };
}

const PRERELEASE_ID = /^[A-Za-z][0-9A-Za-z-]*$/;

interface Planning {
  readonly manifest: Manifest;
  readonly components: readonly Component[];
  readonly request: VersionRequest;
  readonly shared: ReadonlySet<string>;
  /** Shared group → the version that somebody asked one of its members to have. */
  readonly groupVersions: Map<string, { version: string; id: string }>;
  /** Shared group → the highest current version of its members. */
  readonly groupCurrent: ReadonlyMap<string, string>;
  readonly versions: Map<string, PlannedVersion>;
  readonly faults: FaultList;
}

function preparePlanning(manifest: Manifest, selected: readonly string[], request: VersionRequest): Planning {
  const ids = new Set(selected);
  const shared = sharedGroups(manifest);
  const groupCurrent = new Map<string, string>();
  for (const { id, group } of manifest.components) {
    const version = currentOf(request, id);
    if (version === undefined || group === undefined || !shared.has(group)) continue;
    const highest = groupCurrent.get(group);
    if (highest === undefined || semver.gt(version, highest)) groupCurrent.set(group, version);
  }
  const components = manifest.components.filter(({ id }) => ids.has(id));
  const groupVersions = new Map<string, { version: string; id: string }>();
  return {
    manifest,
    components,
    request,
    shared,
    groupCurrent,
    groupVersions,
    versions: new Map(),
    faults: collectFaults(),
  };
}

function checkPrerelease({ request: { releaseType, prereleaseId }, faults }: Planning): void {
  if (prereleaseId === undefined) return;
  if (!PRERELEASE_ID.test(prereleaseId)) {
    const message = () =>
      `Input prerelease-id: ${quote(prereleaseId)} is not valid; expected a word such as beta or rc.`;
    faults.add(undefined, message);
  } else if (releaseType !== undefined && !releaseType.startsWith('pre')) {
    const message = () =>
      `Input prerelease-id is given, but release-type ${releaseType} makes no prerelease; expected pre${releaseType} or prerelease.`;
    faults.add(undefined, message);
  }
}

function checkWishes({ manifest, components, request, shared, groupVersions, faults }: Planning): void {
  const { versions = {} } = request;
  const known = new Set(manifest.components.map(({ id }) => id));
  const selected = new Map(components.map((component) => [component.id, component]));
  for (const [id, version] of Object.entries(versions)) {
    const component = selected.get(id);
    if (!known.has(id)) faults.add(undefined, () => `Input versions: ${unknownId(id, known, manifest)}`);
    else if (!component)
      faults.add(undefined, () => `Input versions: ${id} is given ${quote(version)}, but packages does not select it.`);
    else if (component.group !== undefined && shared.has(component.group) && request.intent === 'release') {
      const before = groupVersions.get(component.group);
      if (before && before.version !== version) {
        const message = () =>
          `Input versions: ${before.id} is given ${before.version} and ${id} ${version}, but the group ${component.group} releases under one version.`;
        faults.add(undefined, message);
      } else groupVersions.set(component.group, { version, id });
    }
  }
}

function unknownId(id: string, known: ReadonlySet<string>, { groups }: Manifest): string {
  if (groups.some((group) => group.id === id)) return `${quote(id)} is a group; name its components.`;
  return `the manifest has no component ${quote(id)}${didYouMean(id, known) || `. Known: ${listed([...known])}.`}`;
}

function released(planning: Planning, component: Component): PlannedVersion | undefined {
  const { request, shared, groupVersions, groupCurrent, faults } = planning;
  const { id } = component;
  const group = component.group !== undefined && shared.has(component.group) ? component.group : undefined;
  const current = group === undefined ? currentOf(request, id) : groupCurrent.get(group);
  const own = ownValue(request.versions, id);
  const asked = own ?? (group === undefined ? undefined : groupVersions.get(group)?.version);
  if (asked !== undefined) {
    const fault = faultOfWish({ id, version: asked, current, group });
    // What is wrong with a group's version is said once, of the member that it was asked for.
    if (fault !== undefined && own !== undefined) faults.add(undefined, () => fault);
    return fault === undefined ? { version: asked } : undefined;
  }
  if (!isVersioned(component, shared)) return undefined;
  if (request.releaseType === undefined) {
    faults.add(
      undefined,
      () =>
        `Nothing says which version component ${id} is to have: give release-type, or versions with an entry for ${id}.`,
    );
    return undefined;
  }
  if (current === undefined) {
    faults.add(['components', id], () => notFound(request, id), 'key');
    return undefined;
  }
  const version = bump(current, request.releaseType, request.prereleaseId);
  if (version !== undefined) return { version };
  const message = () =>
    `Component ${id}: release-type ${request.releaseType} with prerelease-id ${request.prereleaseId} would not be above its current version ${current}; choose an id that sorts after the current one, or another release-type.`;
  faults.add(undefined, message);
  return undefined;
}

/** The next version, or undefined where it would not be above the current one (`beta.1` to `alpha.0`). */
function bump(current: string, releaseType: ReleaseType, prereleaseId: string | undefined): string | undefined {
  const valid = prereleaseId !== undefined && PRERELEASE_ID.test(prereleaseId);
  const next = valid ? semver.inc(current, releaseType, prereleaseId) : semver.inc(current, releaseType);
  return next !== null && semver.gt(next, current) ? next : undefined;
}

interface Wish {
  readonly id: string;
  readonly version: string;
  readonly current: string | undefined;
  readonly group: string | undefined;
}

function faultOfWish({ id, version, current, group }: Wish): string | undefined {
  if (exactVersion(version) === undefined) {
    const cleaned = semver.clean(version);
    const hint = cleaned ? `; did you mean ${cleaned}?` : '; expected a version such as 1.4.0 or 2.0.0-beta.1.';
    return `Input versions: ${quote(version)} for ${id} is not SemVer${hint}`;
  }
  if (current === undefined || semver.gt(version, current)) return undefined;
  const whose = group === undefined ? 'its current version' : `the current version of its group ${group},`;
  return `Input versions: ${version} for ${id} is not above ${whose} ${current}.`;
}

function notFound({ currentVersions }: VersionRequest, id: string): string {
  const current = currentVersions.get(id);
  const places = current && 'lookedIn' in current ? current.lookedIn : [];
  const looked = places.length > 0 ? ` (looked in ${listed(places)})` : '';
  return `Component ${id}: no current version was found${looked}. If this is its first release, give its version: versions: { ${id}: 1.0.0 }.`;
}

function deployed({ request, faults, shared }: Planning, component: Component): PlannedVersion | undefined {
  const { id } = component;
  const asked = ownValue(request.versions, id);
  if (asked === undefined) {
    const version = currentOf(request, id);
    if (version !== undefined && isVersioned(component, shared)) return { version };
    if (wantsVersion(component)) faults.add(['components', id], () => notFound(request, id), 'key');
    return undefined;
  }
  if (exactVersion(asked) !== undefined || isCommit(asked)) return { version: asked };
  if (symbolicBranch(asked) === undefined) {
    const message = () =>
      `Input versions: ${quote(asked)} for ${id} is not valid; expected a version such as 1.4.0, a commit of 40 hexadecimal digits, or BRANCH-latest such as develop-latest.`;
    faults.add(undefined, message);
    return undefined;
  }
  const commit = ownValue(request.resolved, id);
  if (commit !== undefined) return { version: commit, requested: asked };
  faults.add(
    undefined,
    () => `Input versions: ${quote(asked)} for ${id} was not found as a branch of ${component.repository}.`,
  );
  return undefined;
}

function currentOf({ currentVersions }: VersionRequest, id: string): string | undefined {
  const current = currentVersions.get(id);
  return current && 'version' in current ? current.version : undefined;
}

function ownValue(map: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}
