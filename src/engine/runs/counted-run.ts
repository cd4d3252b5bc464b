import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { listJobs } from '../../platform/github/jobs.ts';
import { listRuns, type Run } from '../../platform/github/runs.ts';
import { carriesNonce } from '../../platform/text/nonce.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { claimant } from './claimant.ts';
import { isSentBy } from './dispatched-by.ts';
import { CLOCK_SKEW_MS } from './search.ts';
import { seenRun } from './seen-run.ts';
import type { RunSurroundings, WantedRun } from './wanted-run.ts';

/** A list that does not even show our own run as completed is out of date, and may lack its twin too; not for longer than this. */
const LIST_MS = 5 * 60_000;

/**
 * The run as it counts: GitHub may make two runs of one dispatch, and a dispatch that seemed lost may show up after it was
 * sent again. The one that comes second finds the release claimed, does nothing, and succeeds; so success counts only when
 * every run of ours that carries the nonce has it, or where it is that of the run which claimed it. Where a stranger has claimed
 * it beforehand, ours found that and did nothing. Undefined while that cannot be seen yet.
 */
export async function countedRun(
  wanted: WantedRun,
  run: Run,
  { clock, signal }: Pick<RunSurroundings, 'clock' | 'signal'>,
): Promise<SeenRun | undefined> {
  const seen = seenRun(run);
  if (run.conclusion === 'cancelled' && (await neverStarted(wanted, seen, signal)))
    return { ...seen, neverStarted: true };
  if (wanted.nonce === undefined || run.conclusion !== 'success') return seen;
  const { twins, isListed } = await twinsOf(wanted, run, signal);
  const isOld = clock.now() - Date.parse(run.updatedAt) > LIST_MS;
  if (twins.some(({ status }) => status !== 'completed') || !(isListed || isOld)) return undefined;
  const bad = twins.find(({ conclusion }) => conclusion !== 'success');
  if (!bad && !wanted.claimCounts) return seen;
  const owner = await claimant(wanted, wanted.nonce, signal);
  const isOwn = owner?.runId === String(run.id);
  if (bad) return isOwn ? seen : { ...seen, url: bad.url, conclusion: bad.conclusion ?? 'unknown' };
  if (!owner || isOwn || twins.some(({ id }) => owner.runId === String(id))) return seen;
  const claimedBy = owner.runId === undefined ? 'somebody' : `run ${owner.runId}`;
  return { ...seen, conclusion: 'failure', claimedBy };
}

/** The other runs that carry the nonce and have the same sender, and whether the list that told is as new as the run. */
export async function twinsOf(
  { repository, target, nonce = '' }: WantedRun,
  run: Run,
  signal: AbortSignal,
): Promise<{ twins: Run[]; isListed: boolean }> {
  const createdSince = Date.parse(run.createdAt) - CLOCK_SKEW_MS;
  const filter = 'workflow' in target ? { workflow: target.workflow } : {};
  const runs = await listRuns(repository, { ...filter, event: run.event, createdSince }, { signal });
  return {
    twins: runs.filter(
      (one) => one.id !== run.id && carriesNonce(one.displayTitle, nonce) && isSentBy(one, run.actor || undefined),
    ),
    isListed: runs.some(({ id, status }) => id === run.id && status === 'completed'),
  };
}

/** Whether a cancelled run ended before a job of it did anything; unknown is no. */
async function neverStarted({ repository }: WantedRun, run: SeenRun, signal: AbortSignal): Promise<boolean> {
  try {
    const jobs = await listJobs(repository, run, { signal });
    return jobs.every(({ steps }) => steps.length === 0);
  } catch (error) {
    if (error instanceof GitHubError) return false;
    throw error;
  }
}
