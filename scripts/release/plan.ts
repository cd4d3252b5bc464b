import semver from 'semver';

/** What a commit on main asks for: the pull request that raises the version, the release of that version, or nothing. */
export type Step = 'version' | 'release' | 'nothing';

interface Standing {
  /** The version in package.json. */
  readonly version: string;
  /** File names in .changeset. */
  readonly changesets: readonly string[];
  /** The mode in .changeset/pre.json; `exit` asks for the version after the last prerelease. */
  readonly prerelease?: string | undefined;
  /** Tags of the repository. */
  readonly tags: readonly string[];
}

/** Changesets go first: what they say is not in the version yet. Version 0.0.0 stands for "never released". */
export function nextStep({ version, changesets, prerelease, tags }: Standing): Step {
  const pending = changesets.some((name) => name.endsWith('.md') && name !== 'README.md');
  if (pending || prerelease === 'exit') return 'version';
  return version === '0.0.0' || tags.includes(`v${version}`) ? 'nothing' : 'release';
}

/**
 * The short tags that have to name this version: `v1` and `v1.2` for 1.2.3. A prerelease, and a version that is not the
 * highest of its line (a fix for an older one), moves none: anyone who says `v1` never goes back.
 */
export function shortTags(version: string, tags: readonly string[]): string[] {
  const parsed = semver.parse(version);
  if (!parsed) throw new Error(`${JSON.stringify(version)} is not a SemVer version.`);
  if (parsed.prerelease.length > 0) return [];
  const stable = tags.filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag)).map((tag) => tag.slice(1));
  const highestOf = (range: string) =>
    stable.filter((one) => semver.satisfies(one, range)).every((one) => semver.gte(version, one));
  const { major, minor } = parsed;
  const lines = [...(major > 0 ? [`${major}`] : []), `${major}.${minor}`];
  return lines.filter((line) => highestOf(`${line}.x`)).map((line) => `v${line}`);
}

/** The section of a changelog that is about one version, without its heading. */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## +/m);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section ## ${version}.`);
  return section.slice(version.length).trim();
}
