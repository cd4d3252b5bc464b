import { messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { type Job, jobLog, listJobs } from '../../platform/github/jobs.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { RunEnding } from '../../train/views/run-ending.ts';
import { lastWords } from './last-words.ts';

export interface FailedJob {
  readonly name: string;
  readonly url: string;
  readonly conclusion: string;
  /** The steps that failed, by name. */
  readonly steps: readonly string[];
  /** The last lines of its log; absent where it could not be read. */
  readonly log?: string;
}

/** A person reads the first failures; the rest is behind the link. */
const MOST_LOGS = 3;
const LOG_LINES = 20;
const UNREADABLE = '(The log cannot be read:';

/** The jobs of a run's attempt that did not succeed, the first few with the end of their log. Never throws for a missing log. */
export async function failedJobs(
  repository: Repository,
  run: { readonly id: number; readonly attempt: number },
): Promise<FailedJob[]> {
  const jobs = (await listJobs(repository, run)).filter(isFailed);
  return Promise.all(
    jobs.map(async (job, index) => {
      const log = index < MOST_LOGS ? await endOfLog(repository, job) : undefined;
      return {
        name: job.name,
        url: job.url,
        conclusion: job.conclusion ?? job.status,
        steps: job.steps.filter(isFailed).map(({ name }) => name),
        ...(log === undefined ? {} : { log }),
      };
    }),
  );
}

/** Where the first of them failed, and what it said: one that was cancelled since another failed says least. */
export function firstEnding(jobs: readonly FailedJob[]): RunEnding | undefined {
  const first = jobs.find(({ conclusion }) => conclusion !== 'cancelled') ?? jobs[0];
  if (!first) return undefined;
  const { name: job, url, conclusion, steps, log } = first;
  return {
    job,
    url,
    conclusion,
    steps,
    said: log === undefined || log.startsWith(UNREADABLE) ? undefined : lastWords(log),
  };
}

function isFailed({ conclusion }: Pick<Job, 'conclusion'>): boolean {
  return conclusion !== undefined && !['success', 'skipped', 'neutral'].includes(conclusion);
}

async function endOfLog(repository: Repository, job: Job): Promise<string | undefined> {
  try {
    return await jobLog(repository, { id: job.id, lines: LOG_LINES });
  } catch (error) {
    if (error instanceof GitHubError) return `${UNREADABLE} ${messageOf(error)})`;
    throw error;
  }
}
