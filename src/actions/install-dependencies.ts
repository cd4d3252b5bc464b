import { install, installCommand } from '../packages/npm/install.ts';
import { directoryTree } from '../packages/workspace/source-tree.ts';
import { readWorkspace } from '../packages/workspace/workspace.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';

/** Installs what the lock file says, by the package manager that keeps it. */
export default defineAction({
  inputs: {},
  async run(_, { workspace, env, log, outputs, signal }) {
    const { manager, root } = await readWorkspace(directoryTree(workspace));
    if (!root) throw new UserError('There is no package.json here. Check out the repository first.');
    const command = installCommand(manager);
    await outputs.set('package-manager', command[0]);
    await log.group(command.join(' '), async () => log.info(await install(command, { cwd: workspace, env, signal })));
  },
});
