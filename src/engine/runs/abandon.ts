import { messageOf } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { cancelRun, getRun } from '../../platform/github/runs.ts';
import type { Log } from '../../platform/runner/log.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { Event } from '../../train/machine/events.ts';
import { componentOf, type TrainState } from '../../train/machine/state.ts';
import type { PlannedComponent } from '../../train/plan/plan.ts';
import { seenRun } from './seen-run.ts';

export interface AbandonOptions {
  readonly repositoryFor: (name: string) => Repository;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the runner's 5 seconds leave for cancelling children. */
const CANCEL_MS = 2_000;
const LOOK_MS = 800;

/** Cancels every run in flight that was not asked yet, all at once, looks once whether it ended, and tells. */
export async function* abandon(
  components: readonly PlannedComponent[],
  state: TrainState,
  { repositoryFor, clock, log }: AbandonOptions,
): AsyncGenerator<Event> {
  const running = components.flatMap(({ id, repository }) => {
    const { status, dispatch } = componentOf(state, id);
    const isToEnd = status === 'running' && dispatch?.run && !dispatch.cancel;
    return isToEnd ? [{ id, name: repository, nonce: dispatch.nonce, run: dispatch.run }] : [];
  });
  const outcomes = running.map(async ({ id, name, nonce, run }): Promise<Event[]> => {
    const repository = repositoryFor(name);
    const base = { component: id, nonce, at: clock.now() };
    try {
      await cancelRun(repository, run.id, { timeoutMs: CANCEL_MS, urgent: true });
      log.info(`${id}: cancel requested for ${run.url}`);
      const requested: Event = { ...base, type: 'cancel-requested', because: 'caller', detail: 'cancel requested' };
      const now = await getRun(repository, run.id, { timeoutMs: LOOK_MS }).catch(() => undefined);
      // Whether a success counts, `countedRun` says, whose looks there is no time for: until then the run is one that may be going on.
      if (!now || now.conclusion === 'success') return [requested];
      return [requested, { ...base, type: 'run-seen', run: seenRun(now) }];
    } catch (error) {
      log.warning(`${id}: ${run.url} could not be cancelled and goes on: ${messageOf(error)}`);
      return [{ ...base, type: 'waiting', detail: `not cancelled: ${messageOf(error)}` }];
    }
  });
  for (const events of await Promise.all(outcomes)) yield* events;
}
