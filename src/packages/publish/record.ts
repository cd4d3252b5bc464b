import { join } from 'node:path';
import semver from 'semver';
import { UserError } from '../../platform/errors.ts';
import type { CallOptions } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { ensure } from '../../platform/github/ensure.ts';
import { createRelease, releaseByTag } from '../../platform/github/releases.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { type GitOptions, git, tryGit } from '../../platform/process/git.ts';
import { lastWords } from '../../platform/process/run-client.ts';
import type { Log } from '../../platform/runner/log.ts';
import { harmlessMarkdown } from '../../platform/text/markdown.ts';
import { verifyReleaseCommit } from './release-commit.ts';
import type { HandedRelease, PackedPackage } from './release-folder.ts';

export const BUNDLE = 'commit.bundle';
const ATTEMPTS = 3;
/** What GitHub says of rulesets (GH013), and of the older protection of branches and tags (GH006). */
const RULE = /GH0(06|13)|rule violations|protected (branch|tag|ref)|declined/i;

interface RecordOptions {
  /** Absolute: where the release is. */
  readonly folder: string;
  readonly gitOptions: GitOptions;
  readonly log: Log;
}

/**
 * Pushes the tags, and the release commit with them. What is there already stays. Throws a UserError where the commit that was
 * handed over is not one that prepare-release makes.
 */
export async function pushTags(release: HandedRelease, options: RecordOptions): Promise<void> {
  const { head, commit, packages } = release;
  const { folder, gitOptions, log } = options;
  if (head !== commit) {
    await git(['fetch', '--quiet', '--no-tags', join(folder, BUNDLE), 'HEAD'], gitOptions);
    await verifyReleaseCommit(release, gitOptions);
  }
  const remote = await remoteTags(packages, gitOptions);
  for (const { tag } of packages) {
    const there = remote.get(tag);
    if (there === undefined) {
      const pushed = await tryGit(['push', 'origin', `${head}:refs/tags/${tag}`], gitOptions);
      if (pushed.exitCode !== 0) throw new UserError(tagRefused(tag, pushed.stderr));
      log.info(`Pushed the tag ${tag}.`);
    } else if (there !== head) {
      log.info(`The tag ${tag} is there already, on ${there.slice(0, 9)}.`);
    }
  }
}

function tagRefused(tag: string, stderr: string): string {
  const isRule = RULE.test(stderr);
  const rule =
    'A rule for tags stops it: add the App that pushes to the bypass list of that ruleset and give its token by the input token, or let the ruleset not match this tag. ';
  return (
    `The tag ${tag} could not be pushed: ${whyRefused(stderr)}. ${isRule ? rule : ''}` +
    'The version is published; what is missing are its tag and its GitHub release. Run this job again then: what is there stays.'
  );
}

async function remoteTags(packages: readonly PackedPackage[], options: GitOptions): Promise<Map<string, string>> {
  const names = packages.flatMap(({ tag }) => [`refs/tags/${tag}`, `refs/tags/${tag}^{}`]);
  const listed = names.length === 0 ? '' : await git(['ls-remote', 'origin', ...names], options);
  const lines = listed.split('\n').filter((line) => line !== '');
  // An annotated tag is listed twice; the second line has its commit.
  return new Map(
    lines.map((line) => {
      const [sha = '', ref = ''] = line.split('\t');
      return [ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, ''), sha];
    }),
  );
}

/**
 * Puts the release commit, which has its tag, on the branch, on top of what others have pushed in the meantime. Throws a
 * UserError that says what is left to do by hand; where a failure only warns, it is a warning.
 */
export async function pushCommit(
  head: string,
  branch: string,
  { onFailure = 'fail', ...options }: RecordOptions & { readonly onFailure?: 'fail' | 'warn' },
): Promise<void> {
  try {
    await pushOnTop(head, branch, options);
  } catch (error) {
    if (onFailure === 'fail' || !(error instanceof UserError)) throw error;
    options.log.warning(error.message);
  }
}

async function pushOnTop(head: string, branch: string, { gitOptions, log }: RecordOptions): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await git(['fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`], gitOptions);
    const tip = `refs/remotes/origin/${branch}`;
    const commit = await onTopOf(tip, head, branch, gitOptions);
    if (commit === undefined) return log.info(`${branch} has the release commit already.`);
    const pushed = await tryGit(['push', 'origin', `${commit}:refs/heads/${branch}`], gitOptions);
    if (pushed.exitCode === 0) return log.info(`Pushed the release commit to ${branch}.`);
    const lost = /\[rejected\]|fetch first|non-fast-forward|cannot lock ref/i.test(pushed.stderr);
    if (attempt < ATTEMPTS && lost) continue;
    throw new UserError(
      `The release commit could not be pushed to ${branch}: ${whyRefused(pushed.stderr)}. The version is published and tagged; what is missing is its commit on ${branch}. ` +
        'If the branch is protected, let this workflow bypass the rule (the token of a GitHub App as the input token), or give no branch, or on-branch-failure: warn: the tag keeps the commit.',
    );
  }
}

async function onTopOf(tip: string, head: string, branch: string, options: GitOptions): Promise<string | undefined> {
  if ((await tryGit(['merge-base', '--is-ancestor', head, tip], options)).exitCode === 0) return undefined;
  if ((await tryGit(['merge-base', '--is-ancestor', tip, head], options)).exitCode === 0) return head;
  await git(['checkout', '--quiet', '--force', '--detach', tip], options);
  const date = await git(['log', '-1', '--format=%cI', head], options);
  const [name, email] = (await git(['log', '-1', '--format=%cn%n%ce', head], options)).split('\n');
  const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
  const env = { ...options.env, ...committer };
  const picked = await tryGit(['-c', 'commit.gpgSign=false', 'cherry-pick', head], { ...options, env });
  if (picked.exitCode === 0) return git(['rev-parse', 'HEAD'], options);
  // Nothing left to pick: an attempt before this one has put it there.
  const empty = (await tryGit(['diff', '--quiet', 'HEAD'], options)).exitCode === 0;
  await tryGit(['cherry-pick', '--abort'], options);
  if (empty) return undefined;
  throw new UserError(
    `The release commit ${head.slice(0, 9)} does not fit on ${branch} any more: somebody changed the same lines since. The version is published and tagged; merge its tag into ${branch} by hand.`,
  );
}

/** The server's own words stand behind `remote:`; git's last line says only that there was an error. */
function whyRefused(stderr: string): string {
  const said = stderr.split('\n').flatMap((line) => /^remote: (.*\S)/.exec(line)?.[1] ?? []);
  return lastWords(said.join(' ') || stderr).replace(/\.$/, '');
}

/** A GitHub release that is there, or why GitHub does not let this token make it. */
export type MadeRelease = { readonly tag: string } & ({ readonly url: string } | { readonly refused: string });

/**
 * Makes the GitHub release of every package that has none. Its tag is there before, so no target is named: a release with a
 * target is refused to GITHUB_TOKEN wherever workflow files changed since. One that is refused all the same is no failure: the
 * packages are out and tagged.
 */
export async function createReleases(
  repository: Repository,
  packages: readonly PackedPackage[],
  options: CallOptions & { readonly log: Log },
): Promise<MadeRelease[]> {
  const made: MadeRelease[] = [];
  for (const pkg of packages) made.push(await releaseOf(repository, pkg, options));
  return made;
}

async function releaseOf(
  repository: Repository,
  pkg: PackedPackage,
  { log, ...options }: CallOptions & { readonly log: Log },
): Promise<MadeRelease> {
  const { tag } = pkg;
  try {
    const { outcome, url } = await ensureRelease(repository, pkg, options);
    log.info(outcome === 'created' ? `Created the GitHub release ${tag}.` : `The release ${tag} is there.`);
    return { tag, url };
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 403) throw error;
    log.warning(`The GitHub release ${tag} was not made; what it is about is published and tagged. ${error.message}`);
    return { tag, refused: error.message };
  }
}

interface Ensured {
  readonly outcome: 'created' | 'exists';
  readonly url: string;
}

async function ensureRelease(
  repository: Repository,
  { tag, notes = '', version }: PackedPackage,
  options: CallOptions,
): Promise<Ensured> {
  const wanted = { tag, name: tag, body: harmlessMarkdown(notes), prerelease: semver.prerelease(version) !== null };
  const find = async (): Promise<Ensured | undefined> => {
    const there = await releaseByTag(repository, tag, options);
    return there && { outcome: 'exists', url: there.url };
  };
  const create = async (): Promise<Ensured> => {
    const { outcome, release } = await createRelease(repository, wanted, options);
    return { outcome, url: release.url };
  };
  // A tag takes one release: to repeat that is safe.
  return (await find()) ?? ensure(create, find, { attempts: ATTEMPTS });
}
