import { type Bounds, timedSignal } from './timed-signal.ts';
import { untilAborted } from './until-aborted.ts';

/** The time given to some work is over. */
export class TimedOut extends Error {
  override name = 'TimedOut';
  readonly afterMs: number;
  constructor(ms: number) {
    super(`no end within ${Math.round(ms / 100) / 10} s`);
    this.afterMs = ms;
  }
}

/**
 * Runs `work` for at most `ms` milliseconds of the injected clock: then its signal aborts and `late` (TimedOut where nothing else is
 * given) is thrown, even where the work does not listen. An abort of the outer signal is passed on with its reason. No timer and no listener is left behind.
 */
export async function within<T>(
  bounds: Bounds,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error = () => new TimedOut(bounds.ms),
): Promise<T> {
  bounds.signal?.throwIfAborted();
  const { signal, clear } = timedSignal(bounds, late);
  try {
    return await untilAborted(work(signal), signal);
  } finally {
    clear();
  }
}
