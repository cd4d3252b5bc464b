import { readSource } from '../../../packages/changesets/source.ts';
import { directoryTree } from '../../../packages/workspace/source-tree.ts';
import { sight } from '../discover/sighting.ts';

/** What a template for changesets wants to know of the workspace that it releases. */
export interface WorkspaceFacts {
  readonly baseBranch: string;
  /** The Python package that is released in step with the npm packages. */
  readonly python?: {
    readonly name: string;
    readonly folder: string;
    /** The package.json whose version it follows. */
    readonly versionFrom: string;
  };
}

/** Reads a checkout that is released by its changesets. */
export async function readWorkspaceFacts(workspace: string): Promise<WorkspaceFacts> {
  const tree = directoryTree(workspace);
  const source = await readSource(tree);
  const baseBranch = 'faults' in source ? 'main' : source.config.baseBranch;
  const seen = await sight({ repository: '.', branch: baseBranch, tree });
  if ('why' in seen) return { baseBranch };
  const python = seen.packages.find(({ kind }) => kind === 'pypi');
  if (!python) return { baseBranch };
  const npm = seen.packages.filter(({ kind }) => kind === 'npm');
  const followed = npm.find(({ version }) => version === python.version) ?? npm[0];
  const versionFrom = followed?.directory ? `${followed.directory}/package.json` : 'package.json';
  return { baseBranch, python: { name: python.name, folder: python.directory || '.', versionFrom } };
}
