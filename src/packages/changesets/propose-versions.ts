import { UserError } from '../../platform/errors.ts';
import { commitStaged, type GitOptions, git, stageChanges, tryGit } from '../../platform/process/git.ts';
import type { Log } from '../../platform/runner/log.ts';

/** What a version step creates: changelogs, and the changesets that a prerelease of changesets 3 puts aside. */
const CREATED = ['**/CHANGELOG.md', '.changeset/pre/*.md'];

/**
 * The branch's newest commit on the server, where it is no longer the one that this run is for: versions that were computed
 * here would be those of yesterday. Undefined where it is.
 */
export async function newerCommit(branch: string, commit: string, options: GitOptions): Promise<string | undefined> {
  const listed = await git(['ls-remote', 'origin', `refs/heads/${branch}`], options);
  const tip = listed.split('\t')[0] ?? '';
  return tip === '' || tip === commit ? undefined : tip;
}

/**
 * Makes one commit of the versions in the working tree, on top of the commit that the run is for; undefined where nothing
 * changed. What a step before has committed itself (`"commit": true`) is part of it. Throws a UserError where the checkout is
 * not on top of that commit.
 */
export async function commitVersions(
  message: string,
  commit: string,
  options: GitOptions,
): Promise<string | undefined> {
  await backTo(commit, options);
  await stageChanges(CREATED, options);
  return commitStaged(message, options);
}

async function backTo(commit: string, options: GitOptions): Promise<void> {
  if ((await git(['rev-parse', 'HEAD'], options)) === commit) return;
  const onTop = await tryGit(['merge-base', '--is-ancestor', commit, 'HEAD'], options);
  if (onTop.exitCode !== 0) {
    throw new UserError(
      `The checkout is not on top of ${commit.slice(0, 9)}, the commit that this run is for. Check out without a ref before this step.`,
    );
  }
  await git(['reset', '--quiet', '--soft', commit], options);
}

/** Puts the commit on its branch, whatever is there: only runs of this workflow write it. */
export async function pushProposal(commit: string, branch: string, options: GitOptions & { log: Log }): Promise<void> {
  const { log, ...gitOptions } = options;
  const { stdout } = await tryGit(['ls-remote', 'origin', `refs/heads/${branch}`], gitOptions);
  if (stdout.startsWith(commit)) log.info(`The branch ${branch} is up to date.`);
  else await git(['push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${branch}`], gitOptions);
}
