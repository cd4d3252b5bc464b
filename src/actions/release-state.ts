import { askRegistry } from '../packages/publish/ask-registry.ts';
import { readReleaseWorkspace } from '../packages/publish/publishable.ts';
import { openReleases, type ReleaseProgress } from '../packages/publish/release-state.ts';
import { versionOrigin } from '../packages/publish/version-origin.ts';
import { parsePackage } from '../packages/registries/package.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { flag, optional, text } from '../platform/runner/inputs.ts';
import { quote } from '../platform/text/wording.ts';
import { localGit } from './setup/own-repository.ts';

/** What of this commit is still to be released, asked of the registries themselves. */
export default defineAction({
  inputs: {
    pypi: optional(text),
    'pypi-version-from': optional(text, 'package.json'),
    'changesets-wait': optional(flag, false),
  },
  checks: [({ pypi }) => pythonPackage(pypi), (_, { workspace }) => readReleaseWorkspace(workspace)],
  async run({ pypi, pypiVersionFrom, changesetsWait }, runner) {
    const { workspace, env, log, outputs, clock, signal } = runner;
    const { lookUp } = cliRegistry({ cwd: workspace, env, signal });
    const ask = { lookUp, clock, signal };
    const python = pythonPackage(pypi);
    const gitOptions = localGit(runner);
    const { packages } = await readReleaseWorkspace(workspace);
    const { open, adopted, waiting } = await openReleases(packages, { ...ask, gitOptions, changesetsWait });
    // A name that PyPI does not know yet is no fault: a pending publisher creates it.
    const [answer] = python ? await askRegistry([python], ask) : [];
    const isNew = changesetsWait && (await versionOrigin(pypiVersionFrom, gitOptions)) === 'created';
    const pypiOpen = answer !== undefined && answer.state !== 'served' && !isNew;

    for (const { name, version, state } of open) {
      log.info(`${name}@${version}: ${state === 'served' ? 'published, but not tagged' : 'to be published'}`);
    }
    if (pypiOpen) log.info(`${pypi}: to be published on PyPI`);
    if (waiting.length > 0) log.info(`${list(waiting)}: new; published at the version that the changesets give.`);
    if (adopted.length > 0) {
      log.notice(
        `${list(adopted)}: published before, and not by this workflow, so there is nothing to do. To have a tag and a GitHub release of it, push the tag (${adopted[0]?.tag}) on the commit that it was made from.`,
      );
    }
    if (open.length === 0 && !pypiOpen) log.info('Every version of this commit is released.');
    await outputs.set('npm', open.length > 0);
    await outputs.set('pypi', pypiOpen);
    await outputs.set('open', open.length > 0 || pypiOpen);
  },
});

function pythonPackage(pypi: string | undefined) {
  const python = pypi === undefined ? undefined : parsePackage(`pypi:${pypi}`);
  if (!(python instanceof Error)) return python;
  throw new UserError(`Input pypi: ${quote(pypi)} is not valid: ${python.message}.`);
}

function list(packages: readonly ReleaseProgress[]): string {
  return packages.map(({ name, version }) => `${name}@${version}`).join(', ');
}
