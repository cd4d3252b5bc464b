import type { Runner } from '../../platform/runner/action.ts';
import { escapeMarkdown, link, table } from '../../platform/text/markdown.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { DispatchAndWait, Outcome } from './dispatch-and-wait.ts';
import { jobMarkdown, printJob } from './failed-job-report.ts';
import type { Order } from './wanted-run.ts';

/** What is dispatched, in a few words. */
export function targetName(target: Order['target']): string {
  return 'workflow' in target ? target.workflow : `event ${target.eventType}`;
}

/** The first log line: what is about to be dispatched. */
export function announce({ repository, target, nonce }: DispatchAndWait): string {
  const where = 'workflow' in target ? ` at ${target.ref}` : '';
  return `Dispatching ${targetName(target)} in ${repository}${where}${nonce ? ` with nonce ${nonce}` : ''}.`;
}

/** Writes what is known of the run to log, outputs and step summary, on success and on failure. */
export async function writeOutcome(wanted: DispatchAndWait, outcome: Outcome, runner: Runner): Promise<void> {
  const { run, failedJobs, outputs } = outcome;
  const seconds = Math.round((runner.clock.now() - outcome.startedAt) / 1_000);
  for (const job of failedJobs) await printJob(job, runner);
  const values: Readonly<Record<string, unknown>> = {
    'run-id': run?.id,
    'run-url': run?.url,
    'run-attempt': run?.attempt,
    status: run?.status,
    conclusion: run?.conclusion,
    'correlated-by': run?.correlatedBy,
    'duration-seconds': seconds,
    'failed-jobs': failedJobs.map(({ log: _, ...job }) => job),
    outputs: outputs ?? {},
  };
  for (const [name, value] of Object.entries(values)) await runner.outputs.set(name, value);
  await runner.outputs.summarise(summary(wanted, outcome, seconds));
}

function summary({ repository, target }: DispatchAndWait, outcome: Outcome, seconds: number): string {
  const { run, failedJobs, problem } = outcome;
  const title = `### ${problem ? '❌' : '✅'} ${escapeMarkdown(targetName(target))} in ${escapeMarkdown(repository)}`;
  const facts = run
    ? table(
        ['Run', 'Attempt', 'Conclusion', 'Duration'],
        [
          [
            link(String(run.id), run.url),
            String(run.attempt),
            escapeMarkdown(run.conclusion ?? run.status),
            formatDuration(seconds * 1_000),
          ],
        ],
      )
    : 'No run is known.';
  return [title, ...(problem ? [escapeMarkdown(problem)] : []), facts, ...failedJobs.map(jobMarkdown)].join('\n\n');
}
