import { readWorkflowFile, type WorkflowFile } from '../../engine/planning/workflow-file.ts';
import type { SourceTree } from '../../packages/workspace/source-tree.ts';

export const WORKFLOWS = '.github/workflows';

/** The workflows of a tree, by their file names; those that cannot be read are left out. */
export async function workflowsIn(
  tree: SourceTree,
): Promise<readonly { readonly name: string; readonly path: string; readonly file: WorkflowFile }[]> {
  const names = (await tree.list(WORKFLOWS)).files.filter((name) => /\.ya?ml$/.test(name));
  const texts = await tree.read(names.map((name) => `${WORKFLOWS}/${name}`));
  const read = await Promise.all(
    [...texts].map(async ([path, text]) => {
      const file = await readWorkflowFile(text);
      return 'fault' in file ? [] : [{ name: path.slice(WORKFLOWS.length + 1), path, file }];
    }),
  );
  return read.flat();
}
