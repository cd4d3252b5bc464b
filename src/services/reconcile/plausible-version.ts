import semver from 'semver';

/**
 * Whether a service that was known in one version can be in another: `1.3.0` may follow `1.2.2`, `1` may not, for that is an
 * API's. Where none was known, only a version in full says enough.
 */
export function mayFollow(known: string | undefined, found: string): boolean {
  if (known === undefined) return formOf(found) === SEMVER || formOf(found) === COMMIT;
  return formOf(known) === formOf(found);
}

const SEMVER = 'a version in full';
const COMMIT = 'a commit';

/** The form of a version: what it looks like without its numbers. */
function formOf(version: string): string {
  if (semver.parse(version) !== null) return SEMVER;
  if (/^(sha-)?[0-9a-f]{7,40}$/.test(version)) return COMMIT;
  return version.replace(/\d+/g, '0');
}
