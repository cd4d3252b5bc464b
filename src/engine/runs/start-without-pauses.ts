import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { listJobs } from '../../platform/github/jobs.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import type { WantedRun } from './wanted-run.ts';

/** GitHub gives them a start, too: when they were made. */
const NOT_BEGUN: ReadonlySet<string> = new Set(['queued', 'waiting', 'pending', 'requested']);

/**
 * When the run would have started, epoch milliseconds, had its jobs followed one another without a pause: it may have waited for
 * people while nobody looked, before its first job or between two. Undefined where no job has started, and where that cannot be
 * read.
 */
export async function startWithoutPauses(
  { repository }: Pick<WantedRun, 'repository'>,
  run: SeenRun,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const jobs = await listJobs(repository, run, { signal });
    const begun = jobs.flatMap(({ status, startedAt, completedAt = Number.POSITIVE_INFINITY }) =>
      NOT_BEGUN.has(status) || !startedAt ? [] : [{ startedAt, completedAt }],
    );
    const [first, ...later] = begun.sort((a, b) => a.startedAt - b.startedAt);
    if (!first) return undefined;
    let [start, busyUntil] = [first.startedAt, first.completedAt];
    for (const { startedAt, completedAt } of later) {
      start += Math.max(0, startedAt - busyUntil);
      busyUntil = Math.max(busyUntil, completedAt);
    }
    return start;
  } catch (error) {
    if (error instanceof GitHubError) return undefined;
    throw error;
  }
}
