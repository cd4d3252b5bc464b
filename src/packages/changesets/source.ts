import type { Config } from '@changesets/types';
import { type Fault, UserError } from '../../platform/errors.ts';
import type { MemberProblem } from '../workspace/member.ts';
import type { SourceTree } from '../workspace/source-tree.ts';
import { readWorkspace, type Workspace } from '../workspace/workspace.ts';
import { type Changeset, readChangesets } from './changeset.ts';
import { type ChangesetsMajor, changesetsMajor } from './changesets-version.ts';
import { defaultConfig, type PreState, readConfig, readPreState, usesChangesets } from './config.ts';

/** One workspace with its pending changesets, read and valid in itself. */
export interface ChangesetSource {
  readonly tree: SourceTree;
  /** `owner/name`, where the plan is made of several. */
  readonly repository?: string;
  readonly workspace: Workspace;
  /** The changesets that raises its versions. */
  readonly major: ChangesetsMajor;
  readonly config: Config;
  /** Whether it has a folder for changesets; else its settings are the defaults. */
  readonly usesChangesets: boolean;
  readonly changesets: readonly Changeset[];
  readonly preState?: PreState;
  readonly warnings: readonly Fault[];
}

/** Reads one workspace; everything that is wrong with its files is returned at once. */
export async function readSource(
  tree: SourceTree,
  repository?: string,
): Promise<ChangesetSource | { faults: Fault[] }> {
  const read = await readRoot(tree);
  if ('faults' in read) return read;
  const { workspace } = read;
  const major = await changesetsMajor(tree, workspace.root);
  const named = repository === undefined ? { tree } : { tree, repository };
  if (!(await usesChangesets(tree))) {
    // A repository that does not use changesets need not be ready for them: a package without a name only takes no part.
    return {
      ...named,
      workspace,
      major,
      config: await defaultConfig(),
      usesChangesets: false,
      changesets: [],
      warnings: faultsOf(workspace.problems),
    };
  }
  const config = await readConfig(tree, workspace.packages, major);
  const pre = await readPreState(tree);
  const { changesets, faults } = await readChangesets(tree, major, 'faults' in pre ? new Set() : pre.prereleased);
  const configFaults = 'faults' in config ? config.faults : [];
  const preFaults = 'faults' in pre ? pre.faults : [];
  const all = [...faultsOf(workspace.problems.filter(stops)), ...configFaults, ...preFaults, ...faults];
  if ('faults' in config || 'faults' in pre || all.length > 0) return { faults: all };
  return {
    ...named,
    workspace,
    major,
    config: config.config,
    usesChangesets: true,
    changesets,
    ...(pre.preState ? { preState: pre.preState } : {}),
    warnings: [...faultsOf(workspace.problems.filter((one) => !stops(one))), ...config.warnings],
  };
}

/** A package without a name, or a file that is not valid JSON, stops \`changeset version\` itself, private or not. */
function stops({ kind, private: isPrivate }: MemberProblem): boolean {
  return kind === 'unreadable' || kind === 'unnamed' || !isPrivate;
}

function faultsOf(problems: readonly MemberProblem[]): Fault[] {
  return problems.map(({ fault }) => fault);
}

async function readRoot(tree: SourceTree): Promise<{ workspace: Workspace } | { faults: Fault[] }> {
  try {
    return { workspace: await readWorkspace(tree) };
  } catch (error) {
    if (error instanceof UserError) return { faults: [...error.faults] };
    throw error;
  }
}
