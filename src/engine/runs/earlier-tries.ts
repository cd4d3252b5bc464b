import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { getRun, type Run } from '../../platform/github/runs.ts';
import { carriesNonce } from '../../platform/text/nonce.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import type { EarlierTry } from '../../train/machine/state.ts';
import { claimant } from './claimant.ts';
import { twinsOf } from './counted-run.ts';
import { isSentBy } from './dispatched-by.ts';
import { seenRun } from './seen-run.ts';
import type { RunSurroundings, WantedRun } from './wanted-run.ts';

interface AliveTry {
  readonly earlier: string;
  readonly run: SeenRun;
}

/**
 * The earlier try that a person runs again, or has run again with success, since it concluded; or of which another run did the
 * work, because GitHub made two and the one that was followed came second. Asked right before another try is dispatched. The
 * newest, where there are several.
 */
export async function aliveTry(wanted: WantedRun, { signal }: RunSurroundings): Promise<AliveTry | undefined> {
  const look = async (tried: EarlierTry): Promise<AliveTry | undefined> => {
    const found = await countingRun(wanted, tried, signal);
    if (!found) return undefined;
    const now = seenRun(found);
    const isNews = now.id !== tried.run.id || now.attempt > tried.run.attempt;
    const isAlive = now.status !== 'completed' || now.conclusion === 'success';
    return isNews && isAlive ? { earlier: tried.nonce, run: now } : undefined;
  };
  const found = await Promise.all((wanted.earlier ?? []).map(look));
  return found.findLast((one) => one !== undefined);
}

/**
 * Of the runs of one try the one that counts: a twin that has claimed the release, where it is ours, or still may, because nobody
 * has and it goes on; else the one followed.
 */
async function countingRun(
  wanted: WantedRun,
  { nonce, run }: EarlierTry,
  signal: AbortSignal,
): Promise<Run | undefined> {
  const owner = await claimant(wanted, nonce, signal);
  const claimed = Number(owner?.runId ?? run.id);
  const own = await runIfThere(wanted, run.id, signal);
  if (!owner && own) return (await goingOn({ ...wanted, nonce }, own, signal)) ?? own;
  if (claimed === run.id) return own;
  const twin = await runIfThere(wanted, claimed, signal);
  const sender = own?.actor ?? (await wanted.senders(wanted.repository.client, signal));
  return twin && carriesNonce(twin.displayTitle, nonce) && isSentBy(twin, sender) ? twin : own;
}

/** A twin that waits for people, or has not begun; where the one followed goes on itself, or has succeeded, none is looked for. */
async function goingOn(wanted: WantedRun, own: Run, signal: AbortSignal): Promise<Run | undefined> {
  if (own.status !== 'completed' || own.conclusion === 'success') return undefined;
  return (await twinsOf(wanted, own, signal)).twins.find(({ status }) => status !== 'completed');
}

/** Undefined where somebody deleted it: then nobody runs it again. */
async function runIfThere({ repository }: WantedRun, id: number, signal: AbortSignal): Promise<Run | undefined> {
  try {
    return await getRun(repository, id, { signal });
  } catch (error) {
    if (error instanceof GitHubError && (error.status === 404 || error.status === 410)) return undefined;
    throw error;
  }
}
