import type { Clock } from './clock.ts';

export interface Bounds {
  readonly clock: Clock;
  /** Milliseconds of the clock. */
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
}

export interface TimedSignal {
  readonly signal: AbortSignal;
  /** Leaves no timer and no listener behind; the signal then never aborts any more. */
  clear(): void;
}

/** Nobody reads why a timer was cleared; an abort without a reason makes an error with its stack, which takes longer than the rest. */
export const CLEARED = new Error('cleared');

/** A signal that aborts with `reason` when the time is over, and with the outer signal's reason as soon as that aborts. */
export function timedSignal({ clock, ms, signal }: Bounds, reason: () => Error): TimedSignal {
  const stop = new AbortController();
  const cleared = new AbortController();
  const passOn = () => stop.abort(signal?.reason);
  if (signal?.aborted) passOn();
  signal?.addEventListener('abort', passOn, { once: true });
  clock.sleep(ms, cleared.signal).then(
    () => stop.abort(reason()),
    () => {},
  );
  return {
    signal: stop.signal,
    clear: () => {
      cleared.abort(CLEARED);
      signal?.removeEventListener('abort', passOn);
    },
  };
}
