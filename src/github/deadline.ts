import type { Clock } from '../clock.ts';

/** The time given to some work is over. */
export class TimedOut extends Error {
  override name = 'TimedOut';
  readonly after: number;
  constructor(ms: number) {
    super(`no end within ${Math.round(ms / 100) / 10} s`);
    this.after = ms;
  }
}

interface Bounds {
  readonly clock: Clock;
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `work` for at most `ms` milliseconds of the injected clock: then its signal aborts and TimedOut is thrown, even where the
 * work does not listen. An abort of the outer signal is passed on with its reason. No timer and no listener is left behind.
 */
export async function within<T>({ clock, ms, signal }: Bounds, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const over = new AbortController();
  const passOn = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', passOn, { once: true });
  clock.sleep(ms, over.signal).then(
    () => stop.abort(new TimedOut(ms)),
    () => {},
  );
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
  });
  try {
    return await Promise.race([stopped, work(stop.signal)]);
  } finally {
    over.abort();
    signal?.removeEventListener('abort', passOn);
  }
}
