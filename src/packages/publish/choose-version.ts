import semver from 'semver';
import { UserError } from '../../platform/errors.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { isExactVersion } from '../registries/package.ts';

const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'] as const;
type ReleaseType = (typeof RELEASE_TYPES)[number];

interface WantedVersion {
  /** What package.json has at the commit of the run. */
  readonly current: string;
  readonly version?: string | undefined;
  readonly releaseType?: string | undefined;
  /** The tag that started the run. */
  readonly tag?: string | undefined;
  readonly prereleaseId?: string | undefined;
}

/** Throws a UserError for what is not an exact version. */
export function checkVersion(version: string): void {
  if (!isExactVersion(version))
    throw new UserError(`Input version: ${quote(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1.`);
}

/** Throws a UserError for what raises no version. It counts only where neither a tag nor the input version says the version. */
export function checkReleaseType(type: string): asserts type is ReleaseType {
  if (!RELEASE_TYPES.some((one) => one === type))
    throw new UserError(
      `Input release-type: ${quote(type)} does not say which version comes next: expected ${listed(RELEASE_TYPES, 'or')}; or give the input version.`,
    );
}

/** Throws a UserError for what no prerelease can be called. It counts where the release type does. */
export function checkPrereleaseId(id: string): void {
  if (!/^[0-9A-Za-z-]+$/.test(id))
    throw new UserError(
      `Input prerelease-id: ${quote(id)} is not valid: expected letters, digits and hyphens, such as beta.`,
    );
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
  checkVersion(version);
  if (semver.lt(version, current)) {
    throw new UserError(
      `Input version: ${version} is before ${current}, which package.json has. Versions only go up; to fix an older line, release from its branch.`,
    );
  }
  return version;
}

function versionOfTag(tag: string, { current, version }: WantedVersion): string {
  const named = tag.replace(/^(?:v|.+@)/, '');
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
  checkReleaseType(releaseType);
  if (prereleaseId !== undefined) checkPrereleaseId(prereleaseId);
  const next =
    prereleaseId === undefined ? semver.inc(current, releaseType) : semver.inc(current, releaseType, prereleaseId);
  if (!next) throw new Error(`No version comes after ${current} by ${releaseType}.`);
  return next;
}
