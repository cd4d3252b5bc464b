import type { Clock } from '../../src/platform/time/clock.ts';

/** A clock that jumps to the end of every sleep, and tells how long the sleeps were. */
export function jumpingClock(start = 0): Clock & { readonly slept: readonly number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}
