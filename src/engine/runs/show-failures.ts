import { KnownError, messageOf } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Log } from '../../platform/runner/log.ts';
import type { Outputs } from '../../platform/runner/outputs.ts';
import { code } from '../../platform/text/markdown.ts';
import { howToGoOn } from '../../train/machine/advice.ts';
import { failuresOf } from '../../train/machine/failures.ts';
import { componentOf, isReleased } from '../../train/machine/state.ts';
import type { Train } from '../../train/machine/train.ts';
import { endingText, type RunEndings } from '../../train/views/run-ending.ts';
import { sameCauses } from '../../train/views/same-cause.ts';
import { wordsOf } from '../../train/views/status-words.ts';
import { jobMarkdown, printJob } from './failed-job-report.ts';
import { type FailedJob, failedJobs, firstEnding } from './failed-jobs.ts';

/** A step shows at most 10 annotations, and the last one tells how to go on. */
const MOST_CAUSES = 9;
const MOST_RUNS = 5;

/** Why the train did not succeed, for annotations: one a cause, then how far it came and how to go on. */
export function failureMessages({ plan, state }: Train, endings: RunEndings = new Map()): string[] {
  const published = new Set(plan.components.filter((component) => component.package).map(({ id }) => id));
  const failures = failuresOf(plan, state);
  const same = sameCauses(plan, failures);
  const causes = failures.map(({ id, component: { status, reason = '', dispatch } }) => {
    const word = dispatch?.untraceable ? personsWord(id, published.has(id)) : undefined;
    const ending = endings.get(id);
    return [
      `${id} ${status === 'rolled-back' ? 'failed and was rolled back' : wordsOf(status)}: ${same.has(id) ? `the same as ${same.get(id)}.` : reason}`,
      ending && endingText(ending),
      word,
      dispatch?.run?.url,
    ]
      .filter(Boolean)
      .join(' ');
  });
  const count = (test: (status: ReturnType<typeof componentOf>['status']) => boolean) =>
    plan.components.filter(({ id }) => test(componentOf(state, id).status)).length;
  const blocked = count((status) => status === 'blocked');
  const reached = `${count(isReleased)} of ${plan.components.length} ${plan.environment === undefined ? 'released' : 'deployed'}${blocked > 0 ? `, ${blocked} blocked` : ''}`;
  const end =
    `Train ${state.trainId} ${state.status}: ${reached}. ${state.reason ?? ''} ${howToGoOn(plan, state)}`.replaceAll(
      / +/g,
      ' ',
    );
  return [...causes.slice(0, MOST_CAUSES), end];
}

/** How a person says what nobody else can know. */
function personsWord(id: string, isPublished: boolean): string {
  const again = `resume the train with dispatch-again: ${id}`;
  if (isPublished) return `Then ${again}: what its registry serves by now is not released twice.`;
  return `If nothing of it ran, ${again}; if it did, start a train of what is left.`;
}

/** The failed jobs of the runs that failed, by component id. */
type FailedRuns = ReadonlyMap<string, readonly FailedJob[]>;

/**
 * Looks which jobs of the runs that failed did so, with the end of their logs. What cannot be read is left out, and said; a
 * cancellation ends the look.
 */
export async function lookAtFailures(
  { plan, state }: Train,
  { repositoryFor, log, signal }: { repositoryFor: (name: string) => Repository; log: Log; signal: AbortSignal },
): Promise<FailedRuns> {
  const failed = plan.components.flatMap(({ id, repository }) => {
    const { run } = componentOf(state, id).dispatch ?? {};
    return run?.conclusion === undefined || run.conclusion === 'success' ? [] : [{ id, repository, run }];
  });
  const found = new Map<string, readonly FailedJob[]>();
  for (const { id, repository, run } of failed.slice(0, MOST_RUNS)) {
    if (signal.aborted) break;
    try {
      found.set(id, await failedJobs(repositoryFor(repository), run));
    } catch (error) {
      if (!(error instanceof KnownError) && !signal.aborted) throw error;
      log.info(`Which jobs of ${run.url} failed cannot be read: ${messageOf(error)}`);
    }
  }
  return found;
}

/** Where each of them failed first, and what it said. */
export function endingsOf(failed: FailedRuns): RunEndings {
  return new Map(
    [...failed].flatMap(([id, jobs]) => {
      const ending = firstEnding(jobs);
      return ending ? [[id, ending] as const] : [];
    }),
  );
}

/** Shows the failed jobs in the log and in the step summary. */
export async function showFailures(
  failed: FailedRuns,
  { log, outputs }: { log: Log; outputs: Outputs },
): Promise<void> {
  for (const [id, jobs] of failed) {
    for (const job of jobs) await printJob({ ...job, name: `${id}: ${job.name}` }, log);
    if (jobs.length > 0)
      await outputs.summarise(`### What failed in ${code(id)}\n\n${jobs.map(jobMarkdown).join('\n\n')}`);
  }
}
