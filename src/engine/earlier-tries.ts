import { GitHubError } from '../github/errors.ts';
import { getRun } from '../github/runs.ts';
import type { SeenRun } from '../train/events.ts';
import type { EarlierTry } from '../train/state.ts';
import type { Order, Surroundings } from './order.ts';
import { seenRun } from './seen-run.ts';

export interface TakenUp {
  readonly earlier: string;
  readonly run: SeenRun;
}

/**
 * The earlier try that a person runs again, or has run again with success, since it concluded; asked right before another one
 * is dispatched. The newest, where there are several.
 */
export async function tryTakenUp(
  { client, repository, earlier = [] }: Order,
  { signal }: Surroundings,
): Promise<TakenUp | undefined> {
  const look = async ({ nonce, run }: EarlierTry): Promise<TakenUp | undefined> => {
    try {
      const now = seenRun(await getRun(client, repository, run.id, { signal }));
      const isNews = now.attempt > run.attempt;
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
