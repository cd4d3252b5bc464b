import { messageOf } from '../../platform/errors.ts';
import { GitHubFailure } from '../../platform/github/client/github-errors.ts';
import { rerunFailedJobs } from '../../platform/github/runs.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import type { RunSurroundings, WantedRun } from './wanted-run.ts';

/** For some seconds after its last job ended GitHub says of a run that it is still running. */
const STILL_RUNNING_MS = 15_000;
const MOST_TRIES = 2;

/**
 * Asks for the failed jobs of a concluded run once more. The attempt to follow, or undefined where GitHub refuses: then the
 * run's own failure stands. A lost answer is not repeated: the attempt shows what came of it.
 */
export async function rerun(
  { repository }: Pick<WantedRun, 'repository'>,
  run: SeenRun,
  { clock, log, signal }: RunSurroundings,
): Promise<SeenRun | undefined> {
  log.info(`Attempt ${run.attempt} concluded ${run.conclusion}: running its failed jobs again.`);
  for (let tries = 1; ; tries += 1) {
    try {
      await rerunFailedJobs(repository, run.id, { signal });
      return nextAttempt(run);
    } catch (error) {
      if (!(error instanceof GitHubFailure)) throw error;
      if (error.kind === 'unclear') {
        log.warning(messageOf(error));
        return nextAttempt(run);
      }
      if (tries === MOST_TRIES || !/already running/i.test(error.said ?? '')) {
        log.warning(`The failed jobs of ${run.url} are not run again: ${messageOf(error)}`);
        return undefined;
      }
      await clock.sleep(STILL_RUNNING_MS, signal);
    }
  }
}

function nextAttempt({ conclusion: _, ...run }: SeenRun): SeenRun {
  return { ...run, attempt: run.attempt + 1, status: 'queued' };
}
