import type { Clock } from '../../src/platform/time/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly ms: number;
  readonly wake: () => void;
}

/** Time that stands still until a test lets it pass. */
export class ManualClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();
  #watcher: () => void = () => {};

  constructor(now = Date.parse('2026-11-20T12:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** Timers that are still running: none may be left behind. */
  get pending(): number {
    return this.#sleepers.size;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abort = () => {
        this.#sleepers.delete(sleeper);
        this.#watcher();
        reject(signal?.reason);
      };
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { at: this.#now + Math.max(0, ms), ms, wake };
      signal?.addEventListener('abort', abort, { once: true });
      this.#sleepers.add(sleeper);
      this.#watcher();
    });
  }

  /** Waits until the lengths of all sleeps that are going on are as `condition` says. */
  until(condition: (sleeps: readonly number[]) => boolean): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#watcher = () => condition([...this.#sleepers].map(({ ms }) => ms)) && resolve();
      this.#watcher();
    });
  }

  /** Waits until somebody sleeps for exactly `ms`, then lets that time pass. */
  async pass(ms: number): Promise<void> {
    await this.until((sleeps) => sleeps.includes(ms));
    this.advance(ms);
  }

  /** Wakes everybody who is due within `ms`, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = [...this.#sleepers].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = end;
  }
}
