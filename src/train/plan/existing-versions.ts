import semver from 'semver';
import type { ReleaseType } from './request.ts';

/** Versions of one component that exist: a registry serves them, or its own tags name them. SemVer, also of Python packages. */
export interface ExistingVersions {
  /** At least one, but where `uncounted` says why not; in no order that means anything. */
  readonly versions: readonly string[];
  /** Those that its registries serve; absent where it publishes no package. */
  readonly served?: readonly string[];
  /** What its registry calls the latest, which need not be the highest. */
  readonly latest?: string;
  /** Tags that may name a version above all these, and cannot be read. */
  readonly unread?: readonly string[];
  /** Why its tags are not among them, where they are not: a sentence. A version that is asked for can be given all the same. */
  readonly uncounted?: string;
  /** Where the highest was found: `the registry for "@acme/core"`. */
  readonly source: string;
}

/** What is known of a component's versions before the train. */
export type CurrentVersion =
  | ExistingVersions
  /** Nothing was found; each place reads on after "looked in". */
  | {
      readonly lookedIn: readonly string[];
      /** What was seen and is no version: tags that cannot be read, a placeholder in package.json. */
      readonly seen?: readonly string[];
      /** A place that shows nothing to anyone who may not see it. */
      readonly hidden?: string;
    }
  /** It could not be found out; the sentence says why. Nothing is planned from what another place says. */
  | { readonly fault: string };

/** The version to start from: the highest that is no prerelease, where there is one. */
export function highestStable(versions: readonly string[]): string | undefined {
  return highest(versions.filter(isStable)) ?? highest(versions);
}

/** The version that is deployed where none is asked for. */
export function versionToDeploy({ latest, versions }: ExistingVersions): string | undefined {
  return latest ?? highestStable(versions);
}

interface NextVersion {
  readonly releaseType: ReleaseType;
  readonly prereleaseId?: string | undefined;
  /** What a release has to be above; by default the highest that is no prerelease. */
  readonly least?: string | undefined;
}

/**
 * The next version and the one it follows: never one that exists, and never below one of the same `major.minor.patch`. A
 * prerelease goes on counting where the last one stopped. `version` is absent where nothing above is possible (`beta.1` to `alpha`).
 */
export function nextVersion(
  versions: readonly string[],
  { releaseType, prereleaseId, least = highestStable(versions) }: NextVersion,
): { readonly from: string; readonly version?: string } | undefined {
  const start = releaseType === 'prerelease' ? highest(versions) : least;
  if (start === undefined) return undefined;
  const first = increased(start, releaseType, prereleaseId);
  const begun = highest(versions.filter((one) => first !== undefined && !isStable(first) && isSameCore(one, first)));
  const from = begun !== undefined && semver.gt(begun, start) ? begun : start;
  const version = from === start ? first : increased(from, 'prerelease', prereleaseId);
  const isNew = version !== undefined && semver.gt(version, from) && !versions.includes(version);
  return isNew ? { from, version } : { from };
}

/** The highest of the versions that a new one would not be above: a release, or another prerelease of the same release. */
export function obstacle(versions: readonly string[], wanted: string): string | undefined {
  return highest(versions.filter((one) => semver.gte(one, wanted) && (isStable(one) || isSameCore(one, wanted))));
}

/** Those of the versions that belong to a maintenance line such as `1.x`; all where no line is given. */
export function inLine(versions: readonly string[], line: string | undefined): readonly string[] {
  if (line === undefined) return versions;
  return versions.filter((version) => semver.satisfies(version, line, { includePrerelease: true }));
}

export function highest(versions: readonly string[]): string | undefined {
  return versions.reduce<string | undefined>(
    (top, one) => (top === undefined || semver.gt(one, top) ? one : top),
    undefined,
  );
}

function increased(from: string, type: ReleaseType, id: string | undefined): string | undefined {
  return (id === undefined ? semver.inc(from, type) : semver.inc(from, type, id)) ?? undefined;
}

function isStable(version: string): boolean {
  return semver.prerelease(version) === null;
}

function isSameCore(one: string, other: string): boolean {
  const [a, b] = [semver.parse(one), semver.parse(other)];
  return a !== null && b !== null && a.compareMain(b) === 0;
}
