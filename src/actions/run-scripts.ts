import { mustRun, openManager } from '../packages/npm/manager-tool.ts';
import { directoryTree } from '../packages/workspace/source-tree.ts';
import { readWorkspace } from '../packages/workspace/workspace.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { lines, required } from '../platform/runner/inputs.ts';

/** A build or a test may take long; the job's own timeout ends it earlier. */
const TIMEOUT_MS = 6 * 3_600_000;

/** Runs scripts of the root package.json by the repository's own package manager; those that it does not have are left out. */
export default defineAction({
  inputs: { scripts: required(lines) },
  async run({ scripts }, { workspace, env, log, outputs, signal }) {
    const { manager, root } = await readWorkspace(directoryTree(workspace));
    if (!root) throw new UserError('There is no package.json here. Check out the repository first.');
    const there = scripts.filter((name) => Object.hasOwn(root.scripts, name));
    const missing = scripts.filter((name) => !there.includes(name));
    if (missing.length > 0) log.info(`package.json has no script ${missing.join(', ')}: nothing to run for it.`);
    const tool = there.length === 0 ? undefined : await openManager(manager, { cwd: workspace, env, signal, log });
    for (const name of there) {
      if (tool)
        await log.group(`${manager.name} run ${name}`, () => mustRun(tool, ['run', name], { timeoutMs: TIMEOUT_MS }));
    }
    await outputs.set('ran', there);
  },
});
