import { withoutMark } from '../text/byte-order-mark.ts';
import type { CallOptions } from './client/client.ts';
import type { Repository } from './repository.ts';

export interface Job {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly status: string;
  readonly conclusion: string | undefined;
  /** Epoch milliseconds; undefined where GitHub does not say. */
  readonly startedAt: number | undefined;
  /** The same of its end; undefined while it goes on. */
  readonly completedAt: number | undefined;
  readonly steps: readonly JobStep[];
}

interface JobStep {
  readonly name: string;
  readonly number: number;
  readonly status: string;
  readonly conclusion: string | undefined;
}

interface RawJob extends Omit<Job, 'url' | 'conclusion' | 'startedAt' | 'completedAt' | 'steps'> {
  readonly started_at?: string | null;
  readonly completed_at?: string | null;
  readonly html_url?: string | null;
  readonly conclusion: string | null;
  readonly steps?: readonly (Omit<JobStep, 'conclusion'> & { readonly conclusion: string | null })[];
}

const JOBS = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs';

/** The jobs of one attempt of a run. */
export async function listJobs(
  repository: Repository,
  { id, attempt }: { readonly id: number; readonly attempt: number },
  options: CallOptions = {},
): Promise<Job[]> {
  const params = { run_id: id, attempt_number: attempt };
  const jobs = await repository.list<RawJob>(JOBS, params, {
    ...options,
    limit: 1000,
    key: 'jobs',
  });
  return jobs.map(toJob);
}

/** The first hundred jobs of one attempt, asked conditionally: costs nothing of the rate limit while they are unchanged. */
export async function pollJobs(
  repository: Repository,
  { id, attempt }: { readonly id: number; readonly attempt: number },
  options?: CallOptions,
): Promise<Job[]> {
  const params = { run_id: id, attempt_number: attempt, per_page: 100 };
  return (await repository.poll<{ jobs: readonly RawJob[] }>(JOBS, params, options)).data.jobs.map(toJob);
}

function toJob({ html_url, started_at, completed_at, steps = [], ...job }: RawJob): Job {
  return {
    ...job,
    conclusion: job.conclusion ?? undefined,
    url: html_url ?? '',
    startedAt: started_at ? Date.parse(started_at) : undefined,
    completedAt: completed_at ? Date.parse(completed_at) : undefined,
    steps: steps.map((step) => ({ ...step, conclusion: step.conclusion ?? undefined })),
  };
}

const LARGEST_LOG_BYTES = 32 * 1024 * 1024;
/** A line that is longer (a minified file, a data URL) would hide the others. */
const LONGEST_LINE = 1_000;
const TIME_STAMP = /^\d{4}-\d\d-\d\dT[\d:.]+Z /;
const ERROR_LINE = /^(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?##\[error\]/;

/**
 * The last lines of a job's log, without the time stamps. Of a log with an error, those that lead to the last error: what comes
 * behind it tidies up.
 */
export async function jobLog(
  repository: Repository,
  { id, lines = 50 }: { readonly id: number; readonly lines?: number },
  options: CallOptions = {},
): Promise<string> {
  const params = { job_id: id };
  const bytes = await repository.download('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', params, {
    ...options,
    maxBytes: LARGEST_LOG_BYTES,
  });
  const text = withoutMark(new TextDecoder().decode(bytes));
  const all = text.trimEnd().split(/\r?\n/);
  const error = all.findLastIndex((line) => ERROR_LINE.test(line));
  return (error < 0 ? all : all.slice(0, error + 1))
    .slice(-lines)
    .map((line) => cut(line.replace(TIME_STAMP, '')))
    .join('\n');
}

/** A line by its beginning and its end, where it is too long. */
function cut(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const half = LONGEST_LINE / 2;
  return `${line.slice(0, half)} … (${line.length - LONGEST_LINE} characters left out) … ${line.slice(-half)}`;
}
