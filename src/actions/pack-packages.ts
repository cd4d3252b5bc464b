import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { NPM, openManager } from '../packages/npm/manager-tool.ts';
import { homeOfProvenance } from '../packages/publish/own-repository-url.ts';
import { packPackage } from '../packages/publish/pack.ts';
import { readReleaseWorkspace } from '../packages/publish/publishable.ts';
import { BUNDLE } from '../packages/publish/record.ts';
import type { PackedPackage } from '../packages/publish/release-folder.ts';
import { writeRelease } from '../packages/publish/release-folder.ts';
import { openReleases, releaseStates } from '../packages/publish/release-state.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { UserError } from '../platform/errors.ts';
import { git } from '../platform/process/git.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import { flag, optional, text } from '../platform/runner/inputs.ts';
import { code, table } from '../platform/text/markdown.ts';
import { localGit } from './setup/own-repository.ts';

/** Packs every package that is not released yet into a folder, with the commit that was made for it. Publishes nothing. */
export default defineAction({
  inputs: {
    folder: optional(text, 'release'),
    all: optional(flag, false),
    'changesets-wait': optional(flag, false),
  },
  checks: [(_, { workspace }) => readReleaseWorkspace(workspace)],
  async run({ folder: given, all, changesetsWait }, runner) {
    const { workspace, env, log, outputs, clock, signal } = runner;
    const { commit } = runContext(env);
    if (!commit) throw new UserError('GITHUB_SHA is not set: this action works in a run of a workflow only.');
    const gitOptions = localGit(runner);
    const folder = resolve(workspace, given);
    const { manager, packages } = await readReleaseWorkspace(workspace);
    const { lookUp } = cliRegistry({ cwd: workspace, env, signal });
    const ask = { lookUp, clock, signal, gitOptions };
    const open = all
      ? await releaseStates(packages, ask)
      : (await openReleases(packages, { ...ask, changesetsWait })).open;

    const options = { cwd: workspace, env, signal, log };
    const tool = await openManager(manager, options);
    const npm = await openManager(NPM, options);
    const home = await homeOfProvenance(env, workspace);
    const packed: PackedPackage[] = [];
    const faults: string[] = [];
    for (const pkg of open) {
      const { packed: made, faults: more } = await log.group(`Pack ${pkg.name}`, () =>
        packPackage(pkg, { workspace, folder, manager, tool, npm, home }),
      );
      packed.push({ ...made, tagged: pkg.tagged });
      // What is served already is not published again, whatever stands in it.
      if (pkg.state !== 'served') faults.push(...more);
      log.info(`Packed ${pkg.name}@${pkg.version}.`);
    }
    if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
    await mkdir(folder, { recursive: true });
    const head = await git(['rev-parse', 'HEAD'], gitOptions);
    if (head !== commit)
      await git(['bundle', 'create', '--quiet', join(folder, BUNDLE), 'HEAD', `^${commit}`], gitOptions);
    await writeRelease(folder, { commit, head, manager: manager.name, packages: packed });
    await outputs.set('packages', packed.map(({ name, version }) => `npm:${name}@${version}`).join('\n'));
    const rows = packed.map(({ name, version, integrity }) => [code(name), code(version), code(integrity)]);
    if (rows.length > 0) await outputs.summarise(`### Packed\n\n${table(['Package', 'Version', 'Integrity'], rows)}`);
    else log.info('Every version of this commit is released: there is nothing to pack.');
  },
});
