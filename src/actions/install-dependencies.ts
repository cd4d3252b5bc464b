import { appendFile } from 'node:fs/promises';
import { installArguments } from '../packages/npm/install-arguments.ts';
import { mustRun, openManager } from '../packages/npm/manager-tool.ts';
import { directoryTree } from '../packages/workspace/source-tree.ts';
import { readWorkspace } from '../packages/workspace/workspace.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';

/** Installs what the lock file says, by the package manager that keeps it, in its own version. */
export default defineAction({
  inputs: {},
  async run(_, { workspace, env, log, outputs, signal }) {
    const { manager, root } = await readWorkspace(directoryTree(workspace));
    if (!root) throw new UserError('There is no package.json here. Check out the repository first.');
    const args = installArguments(manager);
    await outputs.set('package-manager', manager.name);
    const tool = await openManager(manager, { cwd: workspace, env, signal, log });
    // The steps after this one get the same version.
    if (tool.fetched !== undefined && env.GITHUB_PATH) await appendFile(env.GITHUB_PATH, `${tool.fetched}\n`);
    await log.group([manager.name, ...args].join(' '), () => mustRun(tool, args, { timeoutMs: 1_200_000 }));
  },
});
