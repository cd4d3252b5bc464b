import { readWorkflowFile, type WorkflowFile } from '../../engine/planning/workflow-file.ts';
import type { SourceTree } from '../../packages/workspace/source-tree.ts';

const FOLDER = '.github/workflows';

/** The workflows of a tree, by their file names; those that cannot be read are left out. */
export async function workflowsIn(
  tree: SourceTree,
): Promise<readonly { readonly name: string; readonly path: string; readonly file: WorkflowFile }[]> {
  const names = (await tree.list(FOLDER)).files.filter((name) => /\.ya?ml$/.test(name));
  const texts = await tree.read(names.map((name) => `${FOLDER}/${name}`));
  const read = await Promise.all(
    [...texts].map(async ([path, text]) => {
      const file = await readWorkflowFile(text);
      return 'fault' in file ? [] : [{ name: path.slice(FOLDER.length + 1), path, file }];
    }),
  );
  return read.flat();
}
