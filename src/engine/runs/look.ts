import { messageOf } from '../../platform/errors.ts';
import { GitHubError, Paused } from '../../platform/github/client/github-errors.ts';
import { pollRun } from '../../platform/github/runs.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { countedRun } from './counted-run.ts';
import type { RunSurroundings, WantedRun } from './wanted-run.ts';

/** What one look at a run showed; `hidden`: nothing just now, the run goes on. */
type Sight =
  | { readonly type: 'run'; readonly run: SeenRun; readonly changed: boolean }
  | { readonly type: 'gone' | 'unreadable'; readonly detail: string }
  | { readonly type: 'hidden' };

/** One look at the run that was `last` seen so. Throws when aborted, and `Paused` when that outlasts the deadline. */
export async function lookAt(wanted: WantedRun, last: SeenRun, world: RunSurroundings): Promise<Sight> {
  try {
    const { data, changed } = await pollRun(wanted.repository, last.id, {
      signal: world.signal,
    });
    const seen = await countedRun(wanted, data, world);
    if (!seen) return { type: 'hidden' };
    if (seen.attempt < last.attempt) return { type: 'gone', detail: `Its attempt ${last.attempt} has not started.` };
    return { type: 'run', run: seen, changed: changed || seen.status !== last.status || seen.attempt !== last.attempt };
  } catch (error) {
    return troubleOf(error, { deadline: wanted.deadline, last, world });
  }
}

/** What trouble with a look means. One that passes is `hidden`: the run goes on, we look again. */
async function troubleOf(
  error: unknown,
  { deadline, last, world }: { deadline: number; last: SeenRun; world: RunSurroundings },
): Promise<Sight> {
  if (world.signal.aborted) throw world.signal.reason;
  if (error instanceof Paused) {
    if (error.until >= deadline || world.once) throw error;
    await world.clock.sleep(error.until - world.clock.now(), world.signal);
    return { type: 'hidden' };
  }
  if (!(error instanceof GitHubError)) throw error;
  if (error.status === 404) return { type: 'gone', detail: error.message };
  if (error.kind === 'fault') return { type: 'unreadable', detail: error.message };
  world.log.warning(`Run ${last.url} could not be read just now and is looked at again: ${messageOf(error)}`);
  return { type: 'hidden' };
}
