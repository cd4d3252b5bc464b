import { join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { CommandMissing } from '../../platform/process/find-command.ts';
import { type GitOptions, git, tryGit } from '../../platform/process/git.ts';
import { type ClientResult, lastWords } from '../../platform/process/run-client.ts';
import { runTool, type ToolOptions } from '../../platform/process/run-tool.ts';
import { refreshLockfile } from '../npm/lockfile.ts';
import { openManager } from '../npm/manager-tool.ts';
import type { PackageManager } from '../workspace/manager.ts';
import { directoryTree } from '../workspace/source-tree.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import { trackingNewFiles } from './new-files.ts';

const TIMEOUT_MS = 300_000;
/** Who commits where the setting `commit` asks for it and the job has no identity; nothing of that commit is kept. */
const BOT = {
  ...{ GIT_AUTHOR_NAME: 'changesets', GIT_AUTHOR_EMAIL: 'changesets@users.noreply.github.com' },
  ...{ GIT_COMMITTER_NAME: 'changesets', GIT_COMMITTER_EMAIL: 'changesets@users.noreply.github.com' },
};

/**
 * Runs the repository's own `changeset version`, which raises versions, writes changelogs and takes the changesets away, and
 * brings the lock file in step. Throws a UserError with what they said.
 */
export async function versionPackages(directory: string, options: ToolOptions): Promise<void> {
  const { manager, root } = await readWorkspace(directoryTree(directory));
  if (!root) throw new UserError('There is no package.json here. Check out the repository first.');
  if (manager.doubt) throw new UserError(manager.doubt);
  const inFolder = { ...options, cwd: directory };
  const { log: _, ...quiet } = inFolder;
  await trackingNewFiles(async () => {
    const { exitCode, stdout, stderr } = await uncommitted(() => runChangeset(manager, inFolder), quiet);
    if (exitCode !== 0) throw new UserError(`changeset version failed: ${lastWords(`${stderr}\n${stdout}`)}`);
    if (manager.lockFile !== undefined) await refreshLockfile(manager, inFolder);
  }, quiet);
}

/** With the setting \`commit\` changesets commits what it did; here it stays a change of the working tree, as without. */
async function uncommitted<T>(step: () => Promise<T>, options: GitOptions): Promise<T> {
  const head = async () => (await tryGit(['rev-parse', '--verify', '--quiet', 'HEAD'], options)).stdout.trim();
  const before = await head();
  const result = await step();
  if (before !== '' && (await head()) !== before) {
    await git(['reset', '--quiet', '--soft', before], options);
    await git(['reset', '--quiet', '--intent-to-add'], options);
  }
  return result;
}

/**
 * From node_modules; where Plug'n'Play leaves none, through yarn, which alone knows where the command is; else from PATH.
 */
async function runChangeset(manager: PackageManager, given: ToolOptions): Promise<ClientResult> {
  const options = { timeoutMs: TIMEOUT_MS, ...given, env: { ...BOT, ...given.env } };
  const local = join(options.cwd, 'node_modules', '.bin', process.platform === 'win32' ? 'changeset.cmd' : 'changeset');
  const found = await whereThere(() => runTool(local, ['version'], options));
  if (found) return found;
  if (manager.name === 'yarn' && !manager.classic) {
    const yarn = await openManager(manager, options);
    return yarn.run(['run', '--binaries-only', 'changeset', 'version']);
  }
  const onPath = await whereThere(() => runTool('changeset', ['version'], options));
  if (onPath) return onPath;
  throw new UserError(
    'The command changeset is not installed here. Add @changesets/cli to the devDependencies of the repository and install them before this step.',
  );
}

async function whereThere(run: () => Promise<ClientResult>): Promise<ClientResult | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CommandMissing) return undefined;
    throw error;
  }
}
