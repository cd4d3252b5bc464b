import type { Clock } from '../../src/clock.ts';

/** A clock that stands still until it is told to go on, or until everybody who is not at work sleeps. */
export interface ManualClock extends Clock {
  /** Goes straight to the earliest wake-up, again and again, until the work is done. Work between sleeps must not wait for I/O. */
  readonly drive: <T>(work: Promise<T>) => Promise<T>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  let sleepers: Sleeper[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const wakeNext = () => {
    now = Math.max(now, Math.min(...sleepers.map(({ at }) => at)));
    const due = sleepers.filter(({ at }) => at <= now);
    sleepers = sleepers.filter(({ at }) => at > now);
    for (const { wake } of due) wake();
  };
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          reject(signal.reason);
        });
      }),
    async drive(work) {
      let done = false;
      const finish = () => {
        done = true;
      };
      work.then(finish, finish);
      for (;;) {
        await settle();
        if (done) return work;
        if (sleepers.length === 0)
          throw new Error('Nobody sleeps, and the work is not done: it waits for something else.');
        wakeNext();
      }
    },
  };
}
