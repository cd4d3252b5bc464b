import { readFile } from 'node:fs/promises';
import { pathInside } from '../../platform/files/path-inside.ts';
import { commitStaged, type GitOptions, git, stageChanges, tryGit } from '../../platform/process/git.ts';
import { changelogSection, withSection } from './changelog.ts';
import { writeVersion } from './set-version.ts';

const CHANGELOG = 'CHANGELOG.md';
/** Tells a release commit of ours from those of people. */
const TRAILER = 'Released-By: release-actions';

interface Named {
  readonly version: string;
  readonly tag: string;
}

/** Writes the version and a changelog of the commits since the tag before, and commits them here; the same, however often it is made. */
export async function commitVersion({ version, tag }: Named, gitOptions: GitOptions): Promise<void> {
  const workspace = gitOptions.cwd;
  const before = await readFile(await pathInside(workspace, CHANGELOG), 'utf8').catch(() => '');
  const date = (await git(['log', '-1', '--format=%cs'], gitOptions)) || '';
  const changes = await changesSince(await lastTag({ version, tag }, gitOptions), gitOptions);
  const known = changelogSection(before, version) !== undefined;
  const changelog = known ? before : withSection(before, { version, date, changes });
  await writeVersion(workspace, version, { file: CHANGELOG, text: changelog });
  await stageChanges([`**/${CHANGELOG}`], gitOptions);
  await commitStaged(`Release ${tag}\n\n${TRAILER}`, gitOptions);
}

/** The version tag before this commit; undefined for the first release. */
async function lastTag({ version, tag }: Named, gitOptions: GitOptions): Promise<string | undefined> {
  const form = `${tag.slice(0, -version.length)}[0-9]*`;
  const args = ['describe', '--tags', '--abbrev=0', '--match', form, '--exclude', tag];
  const { exitCode, stdout } = await tryGit(args, gitOptions);
  return exitCode === 0 ? stdout.trim() : undefined;
}

const MOST_CHANGES = 200;

async function changesSince(tag: string | undefined, gitOptions: GitOptions) {
  const range = tag === undefined ? 'HEAD' : `${tag}..HEAD`;
  const args = ['log', '--no-merges', `--max-count=${MOST_CHANGES}`, '--format=%H%x00%s', range];
  const lines = (await git(args, gitOptions)).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [commit = '', subject = ''] = line.split('\0');
    return { commit, subject };
  });
}

/** The commit that the tag names, or undefined. */
export async function commitOfTag(tag: string, options: GitOptions): Promise<string | undefined> {
  const { stdout } = await tryGit(['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`], options);
  return stdout.trim() || undefined;
}

/** A tag that started this run, or that an attempt of this run made: on this commit, or on the release commit after it. */
export async function isOwnTag(
  tagged: string,
  startedBy: string | undefined,
  gitOptions: GitOptions,
): Promise<boolean> {
  const head = await git(['rev-parse', 'HEAD'], gitOptions);
  const message = await git(['log', '-1', '--format=%B', tagged], gitOptions);
  // By its own tag the workflow is started only where the tag was pushed by another token than the run's.
  if (startedBy !== undefined) return tagged === head && !message.includes(TRAILER);
  return (
    tagged === head || (message.includes(TRAILER) && (await git(['rev-parse', `${tagged}^`], gitOptions)) === head)
  );
}
