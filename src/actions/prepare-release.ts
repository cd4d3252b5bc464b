import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askRegistry } from '../packages/publish/ask-registry.ts';
import { changelogSection, withSection } from '../packages/publish/changelog.ts';
import { chooseVersion } from '../packages/publish/choose-version.ts';
import { readReleaseWorkspace } from '../packages/publish/publishable.ts';
import { asNpm } from '../packages/publish/release-state.ts';
import { writeVersion } from '../packages/publish/set-version.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { UserError } from '../platform/errors.ts';
import { commitStaged, type GitOptions, git, stageChanges, tryGit } from '../platform/process/git.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import { optional, text } from '../platform/runner/inputs.ts';
import { code } from '../platform/text/markdown.ts';
import { localGit } from './setup/own-repository.ts';

const CHANGELOG = 'CHANGELOG.md';

/** Chooses the version, checks that it can be released, and commits it here, with its changelog. Nothing is pushed. */
export default defineAction({
  inputs: { version: optional(text), 'release-type': optional(text), 'prerelease-id': optional(text) },
  async run({ version: given, releaseType, prereleaseId }, runner) {
    const { workspace, env, log, outputs } = runner;
    const current = await onlyPackage(workspace);
    const { tag: startedBy } = runContext(env);
    const version = chooseVersion({
      current: current.version,
      version: given,
      releaseType,
      tag: startedBy,
      prereleaseId,
    });
    const release: Chosen = { name: current.name, version, tag: `v${version}`, startedBy };
    for (const key of ['name', 'version', 'tag'] as const) await outputs.set(key, release[key]);

    const done = await isDone(release, runner);
    await outputs.set('needed', !done);
    if (done) {
      log.notice(`${release.name}@${version} is released already, by the tag ${release.tag}. There is nothing to do.`);
      return outputs.summarise(`### Nothing to do\n\n${code(`${release.name}@${version}`)} is released already.`);
    }
    const gitOptions = localGit(runner);
    if (startedBy === undefined) await commitVersion(release, workspace, gitOptions);
    log.info(`Releasing ${release.name}@${version}, from ${await git(['rev-parse', 'HEAD'], gitOptions)}.`);
  },
});

interface Chosen {
  readonly name: string;
  readonly version: string;
  readonly tag: string;
  readonly startedBy: string | undefined;
}

async function onlyPackage(workspace: string): Promise<{ name: string; version: string }> {
  const { packages } = await readReleaseWorkspace(workspace);
  const [first, ...more] = packages;
  if (first && more.length === 0 && first.directory === '.') return first;
  throw new UserError(
    `Expected one public package with a version in the package.json of the repository, found ${packages.length}. Repositories with several packages use the template release-changesets.yml.`,
  );
}

/** Whether somebody has released it; throws a UserError where it cannot be released at all. */
async function isDone({ name, version, tag, startedBy }: Chosen, runner: Runner): Promise<boolean> {
  const { workspace, env, clock, signal } = runner;
  const { lookUp } = cliRegistry({ cwd: workspace, env, signal });
  const [answer] = await askRegistry([asNpm({ name, version })], { lookUp, clock, signal });
  if (answer?.state === 'absent') {
    throw new UserError(
      `The registry knows no package named ${name}. Nothing was published. Trusted publishing cannot create a name: publish a first version by hand (npm publish --access public), then name this workflow as its trusted publisher.`,
    );
  }
  const gitOptions = localGit(runner);
  const tagged = (
    await tryGit(['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`], gitOptions)
  ).stdout.trim();
  const made = tagged !== '' && (await isOurs(tagged, startedBy, gitOptions));
  if (answer?.state === 'served') return tagged !== '' && !made;
  if (tagged === '' || made || startedBy !== undefined) return false;
  throw new UserError(
    `The tag ${tag} is there already, on commit ${tagged.slice(0, 9)}, but the registry does not serve ${name}@${version}. Nothing was published. To publish what is tagged, start this workflow on the tag; to release something else, choose another version.`,
  );
}

/** A tag that started this run, or that an attempt of this run made: on this commit, or on the release commit after it. */
async function isOurs(tagged: string, startedBy: string | undefined, gitOptions: GitOptions): Promise<boolean> {
  const head = await git(['rev-parse', 'HEAD'], gitOptions);
  const message = await git(['log', '-1', '--format=%B', tagged], gitOptions);
  // By its own tag the workflow is started only where the tag was pushed by another token than the run's.
  if (startedBy !== undefined) return tagged === head && !message.includes(TRAILER);
  return (
    tagged === head || (message.includes(TRAILER) && (await git(['rev-parse', `${tagged}^`], gitOptions)) === head)
  );
}

const TRAILER = 'Released-By: release-actions';

async function commitVersion({ version, tag }: Chosen, workspace: string, gitOptions: GitOptions): Promise<void> {
  const before = await readFile(join(workspace, CHANGELOG), 'utf8').catch(() => '');
  const date = (await git(['log', '-1', '--format=%cs'], gitOptions)) || '';
  const changes = await changesSince(await lastTag(tag, gitOptions), gitOptions);
  const known = changelogSection(before, version) !== undefined;
  const changelog = known ? before : withSection(before, { version, date, changes });
  await writeVersion(workspace, version, { file: CHANGELOG, text: changelog });
  await stageChanges([`**/${CHANGELOG}`], gitOptions);
  await commitStaged(`Release ${tag}\n\n${TRAILER}`, gitOptions);
}

/** The version tag before this commit; undefined for the first release. */
async function lastTag(tag: string, gitOptions: GitOptions): Promise<string | undefined> {
  const args = ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', '--exclude', tag];
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
