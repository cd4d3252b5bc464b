import { messageOf } from '../../platform/errors.ts';
import { GitHubError, Paused } from '../../platform/github/client/github-errors.ts';
import { type Job, pollJobs } from '../../platform/github/jobs.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Log } from '../../platform/runner/log.ts';
import type { Clock } from '../../platform/time/clock.ts';

/** How often jobs and steps are looked at: each look is free of the rate limit while nothing has changed. */
const LOOK_MS = 5_000;

interface Telling {
  readonly repository: Repository;
  /** The run as it is known so far. */
  readonly run: () => { readonly id: number; readonly attempt: number } | undefined;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warning'>;
  readonly signal: AbortSignal;
}

/**
 * Says in the log how the jobs and steps of a run go, while they go, until `ended` settles; then once more. Nothing but the log
 * depends on it: what cannot be read is a warning, once.
 */
export async function tellJobs(telling: Telling, ended: Promise<unknown>): Promise<void> {
  const { clock, signal } = telling;
  const over = new AbortController();
  void ended.catch(() => undefined).finally(() => over.abort());
  const stop = AbortSignal.any([signal, over.signal]);
  const told = new Map<string, string>();
  let hasWarned = false;
  const look = async (): Promise<void> => {
    try {
      await tellOnce(telling, told);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof GitHubError || error instanceof Paused)) throw error;
      if (!hasWarned) telling.log.warning(`The jobs of the run cannot be shown as they go. ${messageOf(error)}`);
      hasWarned = true;
    }
  };
  while (!stop.aborted && !hasWarned) {
    await look();
    await clock.sleep(LOOK_MS, stop).catch(() => undefined);
  }
  if (!signal.aborted && !hasWarned) await look();
}

async function tellOnce({ repository, run, log, signal }: Telling, told: Map<string, string>): Promise<void> {
  const current = run();
  if (current === undefined) return;
  const { id, attempt } = current;
  for (const job of await pollJobs(repository, { id, attempt }, { signal })) {
    const key = `${attempt} ${job.id}`;
    const tellJob = () => tellChange(told, key, stateOf(job), `${job.name}: `, log);
    // A job begins before its steps and ends after them.
    if (job.status !== 'completed') tellJob();
    for (const step of job.steps) {
      tellChange(told, `${key} ${step.number}`, stateOf(step), `${job.name} › ${step.name}: `, log);
    }
    tellJob();
  }
}

/** What is still to come says nothing. */
function stateOf({ status, conclusion }: Pick<Job, 'status' | 'conclusion'>): string | undefined {
  if (status === 'completed') return conclusion ?? status;
  return status === 'in_progress' || status === 'waiting' ? status.replaceAll('_', ' ') : undefined;
}

function tellChange(
  told: Map<string, string>,
  key: string,
  state: string | undefined,
  what: string,
  log: Pick<Log, 'info'>,
): void {
  if (state === undefined || told.get(key) === state) return;
  told.set(key, state);
  log.info(`  ${what}${state}`);
}
