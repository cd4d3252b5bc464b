import { describeChanges, versionChanges } from '../packages/publish/version-changes.ts';
import { UserError } from '../platform/errors.ts';
import { upsertPull } from '../platform/github/pulls.ts';
import { commitStaged, git, stageChanges, tryGit } from '../platform/process/git.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import { optional, secret, text, url } from '../platform/runner/inputs.ts';
import { link } from '../platform/text/markdown.ts';
import { openOwnRepository } from './setup/own-repository.ts';

const MERGED = 'It is brought up to date at every push; a change made here by hand is lost then.';

/** Proposes the versions that stand in the working tree: one branch, one pull request, brought up to date at every push. */
export default defineAction({
  inputs: {
    title: optional(text, 'Version packages'),
    branch: optional(text),
    token: secret(optional(text)),
    'api-url': optional(url),
  },
  async run({ title, branch, ...connection }, runner) {
    const { workspace, env, log, outputs, signal } = runner;
    const base = runContext(env).branch;
    if (!base) throw new UserError('A version pull request is made from a branch; this run was not started on one.');
    const head = branch ?? `changeset-release/${base}`;
    const { repository, client, gitOptions } = openOwnRepository(connection, runner);
    const { token: _, ...local } = gitOptions;
    const changes = await versionChanges(workspace, local);
    await stageChanges('CHANGELOG.md', local);
    const commit = await commitStaged(title, local);
    if (commit === undefined) return log.info('No version changed: there is nothing to propose.');

    const { stdout } = await tryGit(['ls-remote', 'origin', `refs/heads/${head}`], gitOptions);
    if (stdout.startsWith(commit)) log.info(`The branch ${head} is up to date.`);
    else await git(['push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${head}`], gitOptions);
    const wanted = { head, base, title, body: describeChanges(changes, MERGED) };
    const pull = await upsertPull(client, repository, wanted, { signal });
    await outputs.set('number', pull.number);
    await outputs.set('url', pull.url);
    log.info(`Pull request ${pull.number} (${pull.outcome}): ${pull.url}`);
    await outputs.summarise(`### Version pull request\n\n${link(`#${pull.number} ${title}`, pull.url)}`);
  },
});
