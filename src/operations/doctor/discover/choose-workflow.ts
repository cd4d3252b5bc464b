import type { WorkflowFile } from '../../../engine/planning/workflow-file.ts';
import type { SourceTree } from '../../../packages/workspace/source-tree.ts';
import { workflowsIn } from '../workflow-files.ts';

/** The workflow by which a repository is released or deployed. */
export interface ChosenWorkflow {
  /** Its file name. */
  readonly name: string;
  readonly file: WorkflowFile;
  /** Others that could have been meant. */
  readonly others: readonly string[];
}

/** Words of a workflow that releases, the likeliest first. */
const LIKELY: readonly RegExp[] = [/^release\.ya?ml$/, /release/, /publish/, /deploy/, /ship|cd\b/];
/** By its inputs a workflow tells that a version goes in. */
const VERSION_INPUT = /^(version|release[-_]type|bump)$/;
/** Workflows that are called by hand and release nothing. */
const UNLIKELY = /rollback|hub|doctor|escalate|advance|train|reconcile|monitor|scan|test|lint|ci\b/;

/** The dispatchable workflow that looks most like a release; undefined where none does. */
export async function chooseWorkflow(tree: SourceTree): Promise<ChosenWorkflow | undefined> {
  const found = (await workflowsIn(tree)).flatMap(({ name, file }) => {
    const rank = file.events.includes('workflow_dispatch') ? rankOf(name, file) : undefined;
    return rank === undefined ? [] : [{ name, file, rank }];
  });
  const [first, ...others] = found.toSorted((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
  return first && { name: first.name, file: first.file, others: others.map(({ name }) => name) };
}

function rankOf(name: string, { inputs }: WorkflowFile): number | undefined {
  const likely = LIKELY.findIndex((pattern) => pattern.test(name));
  if (likely === 0) return 0;
  if (UNLIKELY.test(name)) return undefined;
  if (likely > 0) return likely;
  return Object.keys(inputs).some((input) => VERSION_INPUT.test(input)) ? LIKELY.length : undefined;
}
