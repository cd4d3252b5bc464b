import { join } from 'node:path';
import { directoryTree } from '../changesets/tree.ts';
import { readWorkspace } from '../changesets/workspace.ts';
import { UserError } from '../errors.ts';
import { readText } from '../files/text.ts';
import { install, installCommand } from '../npm/install.ts';
import { parsePackageJson } from '../npm/package-json.ts';
import { defineAction } from '../runner/action.ts';

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
