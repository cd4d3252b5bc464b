import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { listRuns } from '../../platform/github/runs.ts';
import type { WantedRun } from './wanted-run.ts';

/** Median milliseconds of this workflow's last successful runs; unknown is no trouble, only less well paced. */
export async function usualDuration(
  { repository, target }: Pick<WantedRun, 'repository' | 'target'>,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (!('workflow' in target)) return undefined;
  try {
    const filter = { workflow: target.workflow, status: 'success', perPage: 10, limit: 10 };
    const runs = await listRuns(repository, filter, { signal });
    const durations = runs.map(({ startedAt, updatedAt }) => Date.parse(updatedAt) - Date.parse(startedAt));
    return durations.sort((a, b) => a - b).at(Math.floor(durations.length / 2));
  } catch (error) {
    if (error instanceof GitHubError) return undefined;
    throw error;
  }
}
