import { messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { endingText } from '../../train/views/run-ending.ts';
import type { DispatchOutcome } from './dispatch-outcome.ts';
import { failedJobs, firstEnding } from './failed-jobs.ts';
import { readOutputs } from './run-outputs.ts';

export interface ExpectedEnd {
  readonly repository: Repository;
  /** Conclusions that count as success besides `success`. */
  readonly acceptConclusions: readonly string[];
  /** Name of the run's artifact whose JSON file holds its outputs. */
  readonly outputsArtifact: string | undefined;
}

const MEANING: Readonly<Record<string, string>> = {
  neutral: 'it ended neutral: nothing failed, but nothing says that it did its work',
  skipped: 'it was skipped: a condition in the workflow was not met',
  stale: 'GitHub gave it up as stale after 14 days',
  action_required: 'it waits for a person, for example to approve a first contribution',
  startup_failure: 'it did not start: its workflow file is not valid, or it calls something it may not',
  timed_out: 'a job exceeded its timeout',
  cancelled: 'it was cancelled',
};

const OVERDUE = {
  timeout: 'it took longer than its timeout, and was cancelled',
  approval: 'nobody approved it in time, and it was cancelled',
} as const;

/** Of a run that its concurrency group took out of the queue; GitHub does not say so itself. */
const REPLACED =
  'it was cancelled before any job started: a newer run of its concurrency group replaces one that is pending (queue: max keeps them), or somebody cancelled it';

/** Whether the run ended as it should. */
export function isAccepted({ conclusion }: SeenRun, accepted: readonly string[]): boolean {
  return conclusion === 'success' || (conclusion !== undefined && accepted.includes(conclusion));
}

/** Completes the outcome of a run that is not followed any more: its outputs, or why it is no success and which jobs failed. */
export async function conclude(expected: ExpectedEnd, outcome: DispatchOutcome): Promise<void> {
  const { run } = outcome;
  if (run?.status !== 'completed') {
    outcome.problem ??= 'The run did not end.';
    return;
  }
  if (isAccepted(run, expected.acceptConclusions)) return takeOutputs(expected, { outcome, run });
  const meaning = outcome.overdue
    ? OVERDUE[outcome.overdue]
    : run.neverStarted
      ? REPLACED
      : MEANING[run.conclusion ?? ''];
  outcome.problem = `Run ${run.url} concluded ${run.conclusion ?? 'without a conclusion'}${meaning ? `: ${meaning}` : ''}.`;
  try {
    outcome.failedJobs = await failedJobs(expected.repository, run);
    const ending = firstEnding(outcome.failedJobs);
    if (ending) outcome.problem += ` ${endingText(ending)}`;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    outcome.problem += ` Its jobs cannot be read: ${messageOf(error)}`;
  }
}

async function takeOutputs(
  { repository, outputsArtifact: name }: ExpectedEnd,
  { outcome, run }: { outcome: DispatchOutcome; run: SeenRun },
): Promise<void> {
  if (name === undefined) return;
  const outputs = await readOutputs({ repository, runId: run.id, name });
  if ('fault' in outputs) outcome.problem = outputs.fault;
  else outcome.outputs = outputs.values;
}
