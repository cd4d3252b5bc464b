import semver from 'semver';

/** How far a release moves a version; the order is that of a menu. */
export const RELEASE_TYPES = ['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'] as const;

/** The version in its plain form, or undefined where the text is not SemVer to the letter (`v1.2.3` is not). */
export function exactVersion(text: string): string | undefined {
  const parsed = semver.parse(text);
  if (!parsed) return undefined;
  const build = parsed.build.length > 0 ? `+${parsed.build.join('.')}` : '';
  return text === parsed.version + build ? text : undefined;
}

/** Those of the wanted versions that stand for the newest commit of a branch: `latest`, `develop-latest`. */
export function symbolicVersions(
  versions: Readonly<Record<string, string>>,
): Map<string, { readonly branch?: string }> {
  const symbolic = new Map<string, { readonly branch?: string }>();
  for (const [id, version] of Object.entries(versions)) {
    const branch = symbolicBranch(version);
    if (branch !== undefined) symbolic.set(id, branch === '' ? {} : { branch });
  }
  return symbolic;
}

/** Whether the text is a full commit id. */
export function isCommit(version: string): boolean {
  return /^[0-9a-f]{40}$/.test(version);
}

/** The branch of `BRANCH-latest`, an empty text for `latest`, undefined for anything else. */
export function symbolicBranch(version: string): string | undefined {
  if (version === 'latest') return '';
  if (exactVersion(version) !== undefined) return undefined;
  return /^([A-Za-z0-9][\w./-]*)-latest$/.exec(version)?.[1];
}
