import { join } from 'node:path';
import { directoryTree } from '../packages/changesets/source-tree.ts';
import { readWorkspace } from '../packages/changesets/workspace.ts';
import { parsePackageJson } from '../packages/npm/dependency-fields.ts';
import { install, installCommand } from '../packages/npm/install.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { readText } from '../platform/text/edits.ts';

/** Installs what the lock file says, by the package manager that keeps it. */
export default defineAction({
  inputs: {},
  async run(_, { workspace, env, log, outputs, signal }) {
    const text = await readText(join(workspace, 'package.json'), 'package.json');
    if (text === undefined) throw new UserError('There is no package.json here. Check out the repository first.');
    const { manager } = await readWorkspace(directoryTree(workspace));
    const command = await installCommand(workspace, await parsePackageJson(text, 'package.json'), manager);
    await outputs.set('package-manager', command[0]);
    await log.group(command.join(' '), async () => log.info(await install(command, { cwd: workspace, env, signal })));
  },
});
