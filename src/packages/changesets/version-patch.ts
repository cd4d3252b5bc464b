import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { type GitOptions, git } from '../../platform/process/git.ts';
import { LOCK_FILES } from '../workspace/manager.ts';

/** What raising versions changes, wherever it stands. */
const FILES = ['package.json', 'CHANGELOG.md', 'pnpm-workspace.yaml', ...LOCK_FILES];
const CHANGESETS = '.changeset/';

/**
 * Writes what raising the versions has changed as a patch, for a job that may push and runs no foreign code. Of all else that
 * was left behind in the checkout nothing is in it.
 */
export async function writeVersionPatch(file: string, options: GitOptions): Promise<void> {
  const pathspecs = [...FILES.map((name) => `:(top,glob)**/${name}`), `:(top)${CHANGESETS}`];
  const listed = ['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard', '--'];
  const changed = (await git([...listed, ...pathspecs], options)).split('\0').filter((path) => path !== '');
  if (changed.length > 0)
    await git(['add', '--all', '--', ...new Set(changed.map((path) => `:(literal)${path}`))], options);
  const patch = await git(['diff', '--cached', '--binary', '--no-renames', '--no-ext-diff', '--no-textconv'], options);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, patch === '' ? '' : `${patch}\n`);
}

/** Applies such a patch, staged. Throws a UserError where it changes anything else: the job that made it ran foreign code. */
export async function applyVersionPatch(file: string, options: GitOptions): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UserError(
      `There is no patch at ${file}. Download the artifact of the job that raised the versions first.`,
    );
  });
  if (text.trim() === '') return;
  const counted = await git(['apply', '--numstat', '-z', file], options);
  const paths = counted.split('\0').flatMap((line) => /^\S+\t\S+\t(.+)$/s.exec(line)?.[1] ?? []);
  const summary = await git(['apply', '--summary', file], options);
  const modes = summary
    .split('\n')
    .filter((line) => line !== '' && !/^ (?:create|delete) mode 100644 /.test(` ${line.trim()}`));
  const strange = [...paths.filter((path) => !isAllowed(path)), ...modes.map((line) => line.trim())];
  if (strange.length > 0) {
    throw new UserError(
      `The patch that was handed over is refused, because it does more than raise versions: ${strange.slice(0, 10).join(', ')}. Nothing was pushed. ` +
        'The job that made it runs the code of your dependencies; if you did not change the workflow, look at what they do.',
    );
  }
  await git(['apply', '--index', '--binary', file], options);
}

function isAllowed(path: string): boolean {
  return path.startsWith(CHANGESETS) || FILES.includes(path.split('/').at(-1) ?? '');
}
