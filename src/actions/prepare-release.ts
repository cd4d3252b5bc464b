import { isReleased, onlyPackage } from '../packages/publish/before-publishing.ts';
import { chooseVersion } from '../packages/publish/choose-version.ts';
import { homeOfProvenance } from '../packages/publish/own-repository-url.ts';
import { tagAt } from '../packages/publish/publishable.ts';
import { commitVersion } from '../packages/publish/version-commit.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { git } from '../platform/process/git.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import { code } from '../platform/text/markdown.ts';
import { chosenChecks, chosenVersion } from './setup/known-release.ts';
import { localGit } from './setup/own-repository.ts';

/** Chooses the version, checks that it can be released, and commits it here, with its changelog. Nothing is pushed. */
export default defineAction({
  inputs: chosenVersion,
  checks: chosenChecks,
  async run({ version: given, releaseType, prereleaseId }, runner) {
    const { workspace, env, log, outputs, clock, signal } = runner;
    const { pkg, manager } = await onlyPackage(workspace);
    const { tag: startedBy } = runContext(env);
    const { name } = pkg;
    const wanted = { current: pkg.version, version: given, releaseType, tag: startedBy, prereleaseId };
    const version = chooseVersion(wanted);
    const tag = tagAt(pkg, version);
    for (const [key, value] of Object.entries({ name, version, tag })) await outputs.set(key, value);

    const gitOptions = localGit(runner);
    const { lookUp } = cliRegistry({ cwd: workspace, env, signal });
    const home = await homeOfProvenance(env, workspace);
    const chosen = { pkg, manager, version, tag, startedBy };
    const done = await isReleased(chosen, { lookUp, clock, signal, gitOptions, home });
    await outputs.set('needed', !done);
    if (done) {
      log.notice(`${name}@${version} is released already, by the tag ${tag}. There is nothing to do.`);
      return outputs.summarise(`### Nothing to do\n\n${code(`${name}@${version}`)} is released already.`);
    }
    if (startedBy === undefined) await commitVersion({ version, tag }, gitOptions);
    log.info(`Releasing ${name}@${version}, from ${await git(['rev-parse', 'HEAD'], gitOptions)}.`);
  },
});
