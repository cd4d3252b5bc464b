import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { listJobs } from '../../platform/github/jobs.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import type { WantedRun } from './wanted-run.ts';

/**
 * When the first job of the run started, epoch milliseconds: a run may have waited for people while nobody looked. Undefined where
 * none has, and where that cannot be read.
 */
export async function jobsStartedAt(
  { repository }: Pick<WantedRun, 'repository'>,
  run: SeenRun,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const jobs = await listJobs(repository, run, { signal });
    const starts = jobs.flatMap(({ status, startedAt }) => (status === 'queued' || !startedAt ? [] : [startedAt]));
    return starts.length > 0 ? Math.min(...starts) : undefined;
  } catch (error) {
    if (error instanceof GitHubError) return undefined;
    throw error;
  }
}
