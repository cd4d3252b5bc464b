import { UserError } from '../../platform/errors.ts';
import { directoryTree } from '../workspace/source-tree.ts';
import { assemblePlan, type ChangesetPlan } from './assemble.ts';
import { FOLDER } from './changeset.ts';
import { usesChangesets } from './config.ts';
import { readSource } from './source.ts';

/**
 * What the pending changesets of the workspace at `directory` (its root) would release. Reads files only: nothing is
 * written, no lockfile, no installed package and no git history is needed.
 *
 * @throws UserError with everything that is wrong, each with its file and line.
 */
export async function planFromChangesets({ directory }: { readonly directory: string }): Promise<ChangesetPlan> {
  const tree = directoryTree(directory);
  const root = await tree.list('');
  if (!root.files.includes('package.json')) {
    throw new UserError(`There is no package.json in ${directory}. Expected: the root of the workspace.`);
  }
  if (!(await usesChangesets(tree))) {
    throw new UserError(
      `There is no folder ${FOLDER} in ${directory}. Run "changeset init" there, or name the root of the workspace.`,
    );
  }
  const source = await readSource(tree);
  if ('faults' in source) throw new UserError(source.faults);
  return assemblePlan([source]);
}
