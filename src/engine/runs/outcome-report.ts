import type { Log } from '../../platform/runner/log.ts';
import type { Outputs } from '../../platform/runner/outputs.ts';
import { escapeMarkdown, link, table } from '../../platform/text/markdown.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { DispatchAndWait } from './dispatch-and-wait.ts';
import type { DispatchOutcome } from './dispatch-outcome.ts';
import { jobMarkdown, printJob } from './failed-job-report.ts';
import { targetName } from './wanted-run.ts';

/** The first log line: what is about to be dispatched. */
export function announce({ repository, target, nonce }: DispatchAndWait): string {
  const where = 'workflow' in target ? ` at ${target.ref}` : '';
  return `Dispatching ${targetName(target)} in ${repository}${where}${nonce ? ` with nonce ${nonce}` : ''}.`;
}

/** Writes what is known of the run to log, outputs and step summary, on success and on failure. */
export async function writeOutcome(
  asked: DispatchAndWait,
  outcome: DispatchOutcome,
  { log, outputs, durationMs }: { log: Log; outputs: Outputs; durationMs: number },
): Promise<void> {
  const { run, failedJobs } = outcome;
  for (const job of failedJobs) await printJob(job, log);
  const values: Readonly<Record<string, unknown>> = {
    'run-id': run?.id,
    'run-url': run?.url,
    'run-attempt': run?.attempt,
    status: run?.status,
    conclusion: run?.conclusion,
    'correlated-by': run?.correlatedBy,
    'duration-seconds': Math.round(durationMs / 1_000),
    'failed-jobs': failedJobs.map(({ log: _, ...job }) => job),
    outputs: outcome.outputs ?? {},
  };
  for (const [name, value] of Object.entries(values)) await outputs.set(name, value);
  await outputs.summarise(summary(asked, outcome, durationMs));
}

function summary({ repository, target }: DispatchAndWait, outcome: DispatchOutcome, durationMs: number): string {
  const { run, failedJobs, problem } = outcome;
  const title = `### ${problem ? '❌' : '✅'} ${escapeMarkdown(targetName(target))} in ${escapeMarkdown(repository.name)}`;
  const facts = run
    ? table(
        ['Run', 'Attempt', 'Conclusion', 'Duration'],
        [
          [
            link(String(run.id), run.url),
            String(run.attempt),
            escapeMarkdown(run.conclusion ?? run.status),
            formatDuration(Math.round(durationMs / 1_000) * 1_000),
          ],
        ],
      )
    : 'No run is known.';
  return [title, ...(problem ? [escapeMarkdown(problem)] : []), facts, ...failedJobs.map(jobMarkdown)].join('\n\n');
}
