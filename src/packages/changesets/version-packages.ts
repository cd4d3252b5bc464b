import { delimiter, join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { type ClientOptions, CommandMissing, lastWords, runClient } from '../../platform/process/run-client.ts';
import { refreshLockfile } from '../npm/lockfile.ts';
import { directoryTree } from '../workspace/source-tree.ts';
import { readWorkspace } from '../workspace/workspace.ts';

/**
 * Runs the repository's own `changeset version`, which raises versions, writes changelogs and takes the changesets away, and
 * brings the lock file in step. Throws a UserError with what they said.
 */
export async function versionPackages(directory: string, options: ClientOptions): Promise<string> {
  const { manager, root } = await readWorkspace(directoryTree(directory));
  if (!root) throw new UserError('There is no package.json here. Check out the repository first.');
  if (manager.doubt) throw new UserError(manager.doubt);
  const said = await runChangeset({ ...options, cwd: directory });
  if (manager.lockFile !== undefined) await refreshLockfile(manager, { ...options, cwd: directory });
  return said;
}

async function runChangeset(options: ClientOptions): Promise<string> {
  const path = [join(options.cwd, 'node_modules', '.bin'), options.env.PATH ?? ''].join(delimiter);
  try {
    const env = { ...options.env, PATH: path };
    const { exitCode, stdout, stderr } = await runClient('changeset', ['version'], {
      timeout: 300_000,
      ...options,
      env,
    });
    if (exitCode === 0) return `${stdout}\n${stderr}`.trim();
    throw new UserError(`changeset version failed: ${lastWords(`${stderr}\n${stdout}`)}`);
  } catch (error) {
    if (!(error instanceof CommandMissing)) throw error;
    throw new UserError(
      'The command changeset is not installed here. Add @changesets/cli to the devDependencies of the repository and install them before this step.',
    );
  }
}
