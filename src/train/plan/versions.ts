import { quote } from '../../platform/text/wording.ts';
import { collectFaults, type FaultList, type TrainFault } from '../manifest/faults.ts';
import type { Component } from '../manifest/manifest.ts';
import {
  type CurrentVersion,
  type ExistingVersions,
  highestStable,
  inLine,
  nextVersion,
  obstacle,
  versionToDeploy,
} from './existing-versions.ts';
import type { HandedOutputs } from './plan.ts';
import { type ReleaseUnit, releaseUnits } from './release-unit.ts';
import type { Selection } from './selection.ts';
import { hintOfLine, mayBeHigher, notFound } from './unknown-version.ts';
import { exactVersion, isCommit } from './version-text.ts';
import { isVersioned, sharedGroups, wantsVersion } from './versioned.ts';

/** What was looked up for a selection. */
export interface KnownVersions {
  readonly currentVersions: ReadonlyMap<string, CurrentVersion>;
  /** Component id → the commit that its symbolic version stands for. */
  readonly resolved?: Readonly<Record<string, string>>;
  /** Component id → what runs in the environment now: the version that a rollback goes back to. */
  readonly deployedVersions?: ReadonlyMap<string, string>;
  /** Component id → what it handed on when it was brought to that version. */
  readonly deployedOutputs?: ReadonlyMap<string, HandedOutputs>;
  /** Component id → what was good there before what may run there now. */
  readonly earlierVersions?: ReadonlyMap<string, EarlierVersions>;
}

export interface EarlierVersions {
  /** What may run there now: what was deployed last, well or not. */
  readonly leaves: string;
  readonly earlier: readonly string[];
}

export interface PlannedVersion {
  readonly version: string;
  /** The version that it follows, in a release that is not the first. */
  readonly from?: string;
  /** The symbolic version that was asked for, where `version` is the commit it stood for. */
  readonly requested?: string;
}

/**
 * Component id → the version that this train gives it, for those of the selected components that have versions.
 * An explicit version comes first; then, for a release, the one after what exists (in a shared group: of any member); for a
 * deployment the latest that exists.
 */
export function planVersions(
  selection: Selection,
  known: KnownVersions,
): { readonly versions: ReadonlyMap<string, PlannedVersion>; readonly faults: readonly TrainFault[] } {
  const faults = collectFaults();
  const versions = new Map<string, PlannedVersion>();
  const shared = sharedGroups(selection.manifest);
  const unitOf = releaseUnits(selection.manifest, (id) => existingOf(known, id));
  const planning: Planning = { selection, known, faults, shared, unitOf, groupWishes: groupWishes(selection, shared) };
  for (const component of selection.components) {
    const planned = selection.intent === 'deploy' ? deployed(planning, component) : released(planning, component);
    if (planned) versions.set(component.id, planned);
  }
  return { versions, faults: faults.all() };
}

/** The versions that exist of a component; undefined where none is known. */
export function existingOf({ currentVersions }: KnownVersions, id: string): ExistingVersions | undefined {
  const current = currentVersions.get(id);
  return current && 'versions' in current ? current : undefined;
}

interface Planning {
  readonly selection: Selection;
  readonly known: KnownVersions;
  readonly shared: ReadonlySet<string>;
  readonly unitOf: (component: Component) => ReleaseUnit;
  /** Shared group → the version that somebody asked one of its members to have. */
  readonly groupWishes: ReadonlyMap<string, string>;
  readonly faults: FaultList;
}

function groupWishes(
  { components, request: { versions } }: Selection,
  shared: ReadonlySet<string>,
): Map<string, string> {
  const asked = components.flatMap(({ id, group }) => {
    const version = ownValue(versions, id);
    return version === undefined || group === undefined || !shared.has(group) ? [] : [[group, version] as const];
  });
  return new Map(asked.reverse());
}

function released(planning: Planning, component: Component): PlannedVersion | undefined {
  const { selection, shared, known, faults } = planning;
  const { id } = component;
  const { releaseType, prereleaseId, versions } = selection.request;
  const unit = planning.unitOf(component);
  const own = ownValue(versions, id);
  const asked = own ?? (unit.group === undefined ? undefined : planning.groupWishes.get(unit.group));
  const current = known.currentVersions.get(id);
  if (current && 'fault' in current) return undefined;
  if (asked !== undefined) {
    const fault = faultOfWish(unit, component, asked);
    // What is wrong with a group's version is said once, of the member that it was asked for.
    if (fault !== undefined && own !== undefined) faults.add(undefined, () => fault);
    const from = highestStable(unit.versions);
    return fault === undefined ? { version: asked, ...(from !== undefined && { from }) } : undefined;
  }
  if (!isVersioned(component, shared) || releaseType === undefined) return undefined;
  const higher = mayBeHigher(existingOf(known, id), component);
  if (higher !== undefined) {
    faults.add(['components', id], () => higher, 'key');
    return undefined;
  }
  const next = nextVersion(unit.versions, { releaseType, prereleaseId, least: unit.least });
  if (next === undefined) faults.add(['components', id], () => notFound(selection, known, component), 'key');
  else if (next.version === undefined) {
    const message = () =>
      `Component ${id}: release-type ${releaseType}${prereleaseId === undefined ? '' : ` with prerelease-id ${prereleaseId}`} would not be above its current version ${next.from}; choose an id that sorts after the current one, or another release-type.`;
    faults.add(undefined, message);
  } else if (inLine([next.version], component.line).length === 0) {
    const message = () =>
      `Component ${id}: release-type ${releaseType} makes ${next.version}, which is not of its line ${component.line}; choose a smaller release-type.`;
    faults.add(['components', id, 'line'], message);
  } else return { from: next.from, version: next.version };
  return undefined;
}

/** A tag without a package behind it may be what a failed release left: its version can still be asked for. */
function faultOfWish({ group, served }: ReleaseUnit, component: Component, version: string): string | undefined {
  const { id, line } = component;
  if (inLine([version], line).length === 0) {
    return `Input versions: ${version} for ${id} is not of its line ${line}.`;
  }
  const found = obstacle(served, version);
  if (found === undefined) return undefined;
  const whose = group === undefined ? 'its current version' : `the current version of its group ${group},`;
  const hint = line === undefined ? hintOfLine(version, found) : '';
  return `Input versions: ${version} for ${id} is not above ${whose} ${found}.${hint}`;
}

function deployed(planning: Planning, component: Component): PlannedVersion | undefined {
  const { selection, known, faults, shared } = planning;
  const { id } = component;
  const asked = ownValue(selection.request.versions, id);
  if (asked !== undefined && (exactVersion(asked) !== undefined || isCommit(asked))) return { version: asked };
  if (asked !== undefined) {
    const commit = ownValue(known.resolved, id);
    if (commit !== undefined) return { version: commit, requested: asked };
    const message = () =>
      `Input versions: ${quote(asked)} for ${id} was not found as a branch of ${component.repository}.`;
    faults.add(undefined, message);
    return undefined;
  }
  const current = known.currentVersions.get(id);
  const version = current && 'versions' in current ? versionToDeploy(current) : undefined;
  if (version !== undefined && isVersioned(component, shared)) return { version };
  const uncounted = existingOf(known, id)?.uncounted;
  const isTold = current !== undefined && 'fault' in current;
  if (wantsVersion(component) && uncounted !== undefined) {
    faults.add(['components', id], () => `Component ${id}: ${uncounted}`, 'key');
    return undefined;
  }
  if (wantsVersion(component) && !isTold)
    faults.add(['components', id], () => notFound(selection, known, component), 'key');
  return undefined;
}

function ownValue(map: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}
