import type { Config } from '@changesets/types';
import type { Fault } from '../../platform/errors.ts';
import { type Changeset, readChangesets } from './changeset.ts';
import { defaultConfig, type PreState, readConfig, readPreState, usesChangesets } from './config.ts';
import type { SourceTree } from './source-tree.ts';
import { readWorkspace, type Workspace } from './workspace.ts';

/** One workspace with its pending changesets, read and valid in itself. */
export interface Source {
  readonly tree: SourceTree;
  /** `owner/name`, where the plan is made of several. */
  readonly repository?: string;
  readonly workspace: Workspace;
  readonly config: Config;
  readonly changesets: readonly Changeset[];
  readonly preState?: PreState;
  readonly warnings: readonly Fault[];
}

/** Reads one workspace; everything that is wrong with its files is returned at once. */
export async function readSource(tree: SourceTree, repository?: string): Promise<Source | { faults: Fault[] }> {
  const workspace = await readWorkspace(tree);
  const named = repository === undefined ? { tree } : { tree, repository };
  if (!(await usesChangesets(tree))) {
    // A repository that does not use changesets need not be ready for them: a package without a name only takes no part.
    return { ...named, workspace, config: await defaultConfig(), changesets: [], warnings: workspace.faults };
  }
  const config = await readConfig(tree, workspace.packages);
  const pre = await readPreState(tree);
  const { changesets, faults } = await readChangesets(tree, 'faults' in pre ? new Set() : pre.prereleased);
  const configFaults = 'faults' in config ? config.faults : [];
  const preFaults = 'faults' in pre ? pre.faults : [];
  const all = [...workspace.faults, ...configFaults, ...preFaults, ...faults];
  if ('faults' in config || 'faults' in pre || all.length > 0) return { faults: all };
  return {
    ...named,
    workspace,
    config: config.config,
    changesets,
    ...(pre.preState ? { preState: pre.preState } : {}),
    warnings: config.warnings,
  };
}
