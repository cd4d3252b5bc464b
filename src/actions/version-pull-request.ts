import { commitVersions, newerCommit, pushProposal } from '../packages/changesets/propose-versions.ts';
import { describeChanges, type VersionChange, versionChanges } from '../packages/publish/version-changes.ts';
import { UserError } from '../platform/errors.ts';
import { upsertPull } from '../platform/github/pulls.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import { optional, secret, text, url } from '../platform/runner/inputs.ts';
import { link } from '../platform/text/markdown.ts';
import { quote } from '../platform/text/wording.ts';
import { openOwnRepository } from './setup/own-repository.ts';

const MERGED = 'It is brought up to date at every push; a change made here by hand is lost then.';

/** Proposes the versions that stand in the working tree: one branch, one pull request, brought up to date at every push. */
export default defineAction({
  inputs: {
    title: optional(text, 'Version packages'),
    branch: optional(text),
    'python-package': optional(text),
    'python-version': optional(text),
    token: secret(optional(text)),
    'api-url': optional(url),
  },
  checks: [
    (_, { env }) => {
      const { branch, commit } = runContext(env);
      if (!branch || !commit)
        throw new UserError('A version pull request is made from a branch; this run was not started on one.');
    },
    ({ branch }) => {
      if (branch !== undefined && !isBranch(branch))
        throw new UserError(`Input branch: ${quote(branch)} cannot be the name of a branch.`);
    },
  ],
  async run({ title, branch, pythonPackage, pythonVersion, ...connection }, runner) {
    const { workspace, env, log, outputs, signal } = runner;
    const { branch: base = '', commit = '' } = runContext(env);
    const head = branch ?? `changeset-release/${base}`;
    const { repository, gitOptions } = openOwnRepository(connection, runner);
    const { token: _, ...local } = gitOptions;
    const newer = await newerCommit(base, commit, gitOptions);
    if (newer !== undefined) {
      return log.notice(`${base} has moved on to ${newer.slice(0, 9)}: the run for that commit proposes its versions.`);
    }
    const changes = [
      ...(await versionChanges(workspace, commit, local)),
      ...pythonChange(pythonPackage, pythonVersion),
    ];
    const proposed = await commitVersions(title, commit, local);
    if (proposed === undefined) return log.info('No version changed: there is nothing to propose.');
    await pushProposal(proposed, head, { ...gitOptions, log });
    const wanted = { head, base, title, body: describeChanges(changes, MERGED) };
    const pull = await upsertPull(repository, wanted, { signal });
    await outputs.set('number', pull.number);
    await outputs.set('url', pull.url);
    log.info(`Pull request ${pull.number} (${pull.outcome}): ${pull.url}`);
    await outputs.summarise(`### Version pull request\n\n${link(`#${pull.number} ${title}`, pull.url)}`);
  },
});

/** What git check-ref-format lets be one, as far as a look can tell: https://git-scm.com/docs/git-check-ref-format */
function isBranch(name: string): boolean {
  return !/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|^[-/]|[./]$|\.lock$/u.test(name);
}

/** The package on PyPI follows the npm packages; what its version was before, its project knows. */
function pythonChange(name: string | undefined, version: string | undefined): VersionChange[] {
  return name === undefined || version === undefined
    ? []
    : [{ name: `${name} (PyPI)`, from: '–', to: version, notes: '' }];
}
