import semver from 'semver';
import { UserError } from '../../platform/errors.ts';
import { isExactVersion } from '../registries/package.ts';

export const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'] as const;
export type ReleaseType = (typeof RELEASE_TYPES)[number];

export interface WantedVersion {
  /** What package.json has at the commit of the run. */
  readonly current: string;
  readonly version?: string | undefined;
  readonly releaseType?: string | undefined;
  /** The tag that started the run. */
  readonly tag?: string | undefined;
  readonly prereleaseId?: string | undefined;
}

/**
 * The version to release: the tag's, else the one that is given, else the next one of the type after package.json's. It
 * depends on the commit alone and not on what is published, so a run that is repeated chooses the same again. Throws a UserError.
 */
export function chooseVersion(wanted: WantedVersion): string {
  const { current, tag, version } = wanted;
  if (!isExactVersion(current)) {
    throw new UserError(`package.json has the version ${JSON.stringify(current)}; expected one such as 1.2.3.`);
  }
  if (tag !== undefined) return versionOfTag(tag, wanted);
  if (version === undefined) return nextVersion(wanted);
  if (!isExactVersion(version)) {
    throw new UserError(
      `Input version: ${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1.`,
    );
  }
  if (semver.lt(version, current)) {
    throw new UserError(
      `Input version: ${version} is before ${current}, which package.json has. Versions only go up; to fix an older line, release from its branch.`,
    );
  }
  return version;
}

function versionOfTag(tag: string, { current, version }: WantedVersion): string {
  const named = tag.replace(/^v/, '');
  if (!isExactVersion(named)) {
    throw new UserError(`The tag ${JSON.stringify(tag)} names no version; expected one such as v${current}.`);
  }
  if (version !== undefined && version !== named) {
    throw new UserError(
      `The tag ${tag} does not match the input version, ${version}. Start the run on a branch instead.`,
    );
  }
  if (named !== current) {
    throw new UserError(
      `The tag ${tag} does not match package.json, which has the version ${current} at that commit. Tag the commit that sets the version, or start this workflow on a branch with the input version: it sets the tag itself.`,
    );
  }
  return named;
}

function nextVersion({ current, releaseType, prereleaseId }: WantedVersion): string {
  if (releaseType === undefined) {
    throw new UserError(
      'There is nothing to release: give the input version or release-type, or start the run by a tag.',
    );
  }
  const type = RELEASE_TYPES.find((one) => one === releaseType);
  const next =
    type && (prereleaseId === undefined ? semver.inc(current, type) : semver.inc(current, type, prereleaseId));
  if (!next) {
    throw new UserError(
      `Input release-type: ${JSON.stringify(releaseType)} does not say which version comes after ${current}; expected ${RELEASE_TYPES.join(', ')}, or give the input version.`,
    );
  }
  return next;
}
