import type { Clock } from '../../platform/time/clock.ts';
import { untilWoken } from './until-woken.ts';

interface ActiveWorkOptions {
  readonly clock: Clock;
  /** Some piece of it ended. */
  readonly onEnd?: (() => void) | undefined;
}

export const MOST_AT_ONCE = 4;

/** What a projection is doing: a few pieces at once, one for each key. */
export class ActiveWork {
  readonly #options: ActiveWorkOptions;
  readonly #active = new Map<string, AbortController>();
  #settled: () => void = () => {};

  constructor(options: ActiveWorkOptions) {
    this.#options = options;
  }

  has(key: string): boolean {
    return this.#active.has(key);
  }

  /** Whether a piece of this key can start now. */
  hasRoomFor(key: string): boolean {
    return !this.has(key) && this.#active.size < MOST_AT_ONCE;
  }

  /** Starts a piece, which handles its own trouble; its signal aborts when the step is over. */
  start(key: string, work: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    this.#active.set(key, controller);
    void work(controller.signal).finally(() => {
      if (this.#active.get(key) === controller) this.#active.delete(key);
      this.#settled();
      this.#options.onEnd?.();
    });
  }

  /** Goes on until a deadline (epoch milliseconds); `pursue` starts what is due, and says when there will be more. */
  async until(deadline: number, pursue: () => number | undefined): Promise<void> {
    const { clock } = this.#options;
    while (clock.now() < deadline) {
      const nextAt = pursue() ?? Number.POSITIVE_INFINITY;
      if (this.#active.size === 0 && nextAt > deadline) return;
      const until = Math.max(clock.now() + 1, Math.min(nextAt, deadline));
      await untilWoken({ clock, until }, (wake) => {
        this.#settled = wake;
      });
    }
  }

  stop(): void {
    for (const controller of this.#active.values()) controller.abort(new Error('The step is over.'));
    this.#active.clear();
  }
}
