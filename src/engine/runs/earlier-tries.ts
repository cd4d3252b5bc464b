import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { getRun } from '../../platform/github/runs.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import type { EarlierTry } from '../../train/machine/state.ts';
import { claimant } from './claimant.ts';
import { seenRun } from './seen-run.ts';
import type { Surroundings, WantedRun } from './wanted-run.ts';

export interface AliveTry {
  readonly earlier: string;
  readonly run: SeenRun;
}

/**
 * The earlier try that a person runs again, or has run again with success, since it concluded; or of which another run did the
 * work, because GitHub made two and the one that was followed came second. Asked right before another try is dispatched. The
 * newest, where there are several.
 */
export async function aliveTry(wanted: WantedRun, { signal }: Surroundings): Promise<AliveTry | undefined> {
  const { client, repository, earlier = [] } = wanted;
  const look = async ({ nonce, run }: EarlierTry): Promise<AliveTry | undefined> => {
    try {
      const id = (await claimant(wanted, nonce, signal)) ?? run.id;
      const now = seenRun(await getRun(client, repository, id, { signal }));
      const isNews = id !== run.id || now.attempt > run.attempt;
      const isAlive = now.status !== 'completed' || now.conclusion === 'success';
      return isNews && isAlive ? { earlier: nonce, run: now } : undefined;
    } catch (error) {
      // Somebody deleted it, so nobody runs it again.
      if (error instanceof GitHubError && (error.status === 404 || error.status === 410)) return undefined;
      throw error;
    }
  };
  const found = await Promise.all(earlier.map(look));
  return found.findLast((one) => one !== undefined);
}
