import semver from 'semver';
import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { collectFaults, type FaultList, type TrainFault } from '../manifest/faults.ts';
import type { OnFailure, Strategy } from '../manifest/manifest.ts';
import { exactVersion, isCommit, type RELEASE_TYPES, symbolicBranch } from './version-text.ts';

export type ReleaseType = (typeof RELEASE_TYPES)[number];

/** What is asked of a train, beyond what its manifest says. */
export interface TrainRequest {
  /** Component ids and group ids; `all` stands for every component. */
  readonly packages: 'all' | readonly string[];
  /** Whether everything that needs a selected component is released with it. */
  readonly includeDependents?: boolean;
  readonly releaseType?: ReleaseType;
  /** Only what is open goes on or ends: nothing need say which versions a new train would have. */
  readonly startsNothing?: true;
  readonly prereleaseId?: string;
  /** Component id → SemVer; when deploying also a commit, or a symbolic version such as `develop-latest`. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly strategy?: Strategy;
  readonly maxParallel?: number;
  readonly onFailure?: OnFailure;
  /** Whether a failure is rolled back, whatever the environment says. */
  readonly rollback?: boolean;
}

/** What asks for the version before the present one, of a component or (under the key `*`) of all that are selected. */
export const PREVIOUS = 'previous';
export const ALL_COMPONENTS = '*';

/** Whether the version before is asked for, of any component. */
export function asksForPrevious({ versions = {} }: Pick<TrainRequest, 'versions'>): boolean {
  return Object.values(versions).includes(PREVIOUS);
}

/** A release moves every version up; a deployment takes versions that exist, and may take an older one. */
export type Intent = 'release' | 'deploy';

/** With an environment and no release type, versions that exist are deployed; in every other case new ones are made. */
export function intentOf(request: Pick<TrainRequest, 'environment' | 'releaseType'>): Intent {
  return request.environment !== undefined && request.releaseType === undefined ? 'deploy' : 'release';
}

/** What a request can name of a manifest, also of one that has faults. */
export interface Names {
  readonly components: readonly { readonly id: string; readonly group?: string }[];
  readonly groups: readonly { readonly id: string; readonly version?: 'shared' | 'independent' }[];
  readonly environments: readonly { readonly id: string }[];
}

/** What is wrong with a request before anything is looked up: names that the manifest has not, and versions that are none. */
export function checkRequest(names: Names, request: TrainRequest): readonly TrainFault[] {
  const faults = collectFaults();
  checkPackages(names, request, faults);
  checkEnvironment(names, request, faults);
  checkPrerelease(request, faults);
  checkVersionNames(names, request, faults);
  if (asksForPrevious(request) && request.environment === undefined) {
    const message = () => 'Input versions: previous is about a deployment; give the environment to roll back.';
    faults.add(undefined, message);
  }
  for (const [id, version] of Object.entries(request.versions ?? {})) {
    const wrong = faultOfText(id, version, intentOf(request));
    if (wrong !== undefined) faults.add(undefined, () => wrong);
  }
  return faults.all();
}

/** The names that `packages` has; undefined where it stands for every component. */
export function wantedNames({ packages }: TrainRequest): readonly string[] | undefined {
  return packages === 'all' || (packages.length === 1 && packages[0] === 'all') ? undefined : packages;
}

/** The ids that each name stands for: a component for itself, a group for its members. */
export function membersByName({ components, groups }: Names): Map<string, string[]> {
  const members = new Map<string, string[]>(groups.map(({ id }) => [id, []]));
  for (const { id, group } of components) {
    members.set(id, [id]);
    if (group !== undefined) members.get(group)?.push(id);
  }
  return members;
}

function checkPackages(names: Names, request: TrainRequest, faults: FaultList): void {
  const packages = wantedNames(request);
  if (packages === undefined) return;
  if (packages.length === 0) {
    faults.add(undefined, () => 'Input packages selects nothing; name component or group ids, or all.');
    return;
  }
  const members = membersByName(names);
  for (const name of packages) {
    const ids = members.get(name);
    if (!ids) {
      const message = () =>
        `Input packages: the manifest has no component and no group ${quote(name)}${didYouMean(name, members.keys()) || '.'}`;
      faults.add(undefined, message);
    } else if (ids.length === 0) {
      faults.add(undefined, () => `Input packages: the group ${quote(name)} has no components.`);
    }
  }
}

function checkEnvironment({ environments }: Names, { environment: id }: TrainRequest, faults: FaultList): void {
  if (id === undefined || environments.some((one) => one.id === id)) return;
  const known = environments.map((one) => one.id);
  const hint = didYouMean(id, known) || (known.length > 0 ? `. Known: ${listed(known)}.` : '; it has none at all.');
  faults.add(undefined, () => `Input environment: the manifest has no environment ${quote(id)}${hint}`);
}

const PRERELEASE_ID = /^[A-Za-z][0-9A-Za-z-]*$/;

function checkPrerelease({ releaseType, prereleaseId }: TrainRequest, faults: FaultList): void {
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

function checkVersionNames({ components, groups }: Names, { versions = {} }: TrainRequest, faults: FaultList): void {
  const known = new Set(components.map(({ id }) => id));
  for (const id of Object.keys(versions).filter((one) => !known.has(one) && one !== ALL_COMPONENTS)) {
    const isGroup = groups.some((group) => group.id === id);
    const message = () =>
      isGroup
        ? `${quote(id)} is a group; name its components.`
        : `the manifest has no component ${quote(id)}${didYouMean(id, known) || `. Known: ${listed([...known])}.`}`;
    faults.add(undefined, () => `Input versions: ${message()}`);
  }
}

function faultOfText(id: string, version: string, intent: Intent): string | undefined {
  if (exactVersion(version) !== undefined || version === PREVIOUS) return undefined;
  if (intent === 'deploy') {
    if (isCommit(version) || symbolicBranch(version) !== undefined) return undefined;
    return `Input versions: ${quote(version)} for ${id} is not valid; expected a version such as 1.4.0, a commit of 40 hexadecimal digits, or BRANCH-latest such as develop-latest.`;
  }
  const cleaned = semver.clean(version);
  const hint = cleaned ? `; did you mean ${cleaned}?` : '; expected a version such as 1.4.0 or 2.0.0-beta.1.';
  return `Input versions: ${quote(version)} for ${id} is not SemVer${hint}`;
}
