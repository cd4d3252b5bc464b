import { askRegistry } from '../packages/publish/ask-registry.ts';
import { readReleaseWorkspace } from '../packages/publish/publishable.ts';
import { openReleases } from '../packages/publish/release-state.ts';
import { parsePackage } from '../packages/registries/package.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, text } from '../platform/runner/inputs.ts';
import { localGit } from './setup/own-repository.ts';

/** What of this commit is still to be released, asked of the registries themselves. */
export default defineAction({
  inputs: { pypi: optional(text) },
  async run({ pypi }, runner) {
    const { workspace, env, log, outputs, clock, signal } = runner;
    const { lookUp } = cliRegistry({ cwd: workspace, env, signal });
    const ask = { lookUp, clock, signal };
    const python = pypi === undefined ? undefined : parsePackage(`pypi:${pypi}`);
    if (python instanceof Error)
      throw new UserError(`Input pypi: ${JSON.stringify(pypi)} is not valid: ${python.message}.`);
    const { packages } = await readReleaseWorkspace(workspace);
    const open = await openReleases(packages, { ...ask, gitOptions: localGit(runner) });
    // A name that PyPI does not know yet is no fault: a pending publisher creates it.
    const [answer] = python ? await askRegistry([python], ask) : [];
    const pypiOpen = answer !== undefined && answer.state !== 'served';

    for (const { name, version, state } of open) {
      log.info(`${name}@${version}: ${state === 'served' ? 'published, but not tagged' : 'to be published'}`);
    }
    if (pypiOpen) log.info(`${pypi}: to be published on PyPI`);
    if (open.length === 0 && !pypiOpen) log.info('Every version of this commit is released.');
    await outputs.set('npm', open.length > 0);
    await outputs.set('pypi', pypiOpen);
    await outputs.set('open', open.length > 0 || pypiOpen);
  },
});
