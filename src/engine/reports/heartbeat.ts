import type { Log } from '../../platform/runner/log.ts';
import { listed } from '../../platform/text/wording.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { componentOf, isInFlight, type TrainState } from '../../train/machine/state.ts';
import type { Plan } from '../../train/plan/plan.ts';
import { wordsOf } from '../../train/views/status-words.ts';

const BEAT_MS = 60_000;
const MOST_NAMES = 5;

interface Heart {
  readonly plan: Plan;
  /** The train as it is known now. */
  readonly state: () => TrainState;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info'>;
  readonly signal: AbortSignal;
}

/**
 * Says each minute what has been waited for at least half of one, until `ended` settles, whose value it gives: a log that is silent for the
 * half hour of a build looks like one that hangs. Nothing but the log depends on it.
 */
export async function heartbeat<T>({ plan, state, clock, log, signal }: Heart, ended: Promise<T>): Promise<T> {
  const over = new AbortController();
  void ended.catch(() => undefined).finally(() => over.abort());
  const stop = AbortSignal.any([signal, over.signal]);
  while (!stop.aborted) {
    await clock.sleep(BEAT_MS, stop).catch(() => undefined);
    const text = stop.aborted ? '' : waitedFor(plan, state(), clock.now());
    if (text !== '') log.info(`Still under way: ${text}.`);
  }
  return ended;
}

function waitedFor(plan: Plan, state: TrainState, now: number): string {
  const long = plan.components.flatMap(({ id }) => {
    const { status, since, dispatch } = componentOf(state, id);
    if (now - since < BEAT_MS / 2 || !(isInFlight(status) || status === 'rolling-back')) return [];
    const what = dispatch?.waiting?.for === undefined ? wordsOf(status) : `waits for ${dispatch.waiting.for}`;
    return [`${id} (${what}, ${formatDuration(now - since)})`];
  });
  return listed(long, 'and', MOST_NAMES);
}
