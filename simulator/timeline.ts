import type { Clock } from '../src/platform/time/clock.ts';
import { type Due, Heap } from './heap.ts';
import { VirtualClock } from './virtual-clock.ts';

interface Happening extends Due {
  readonly act: () => void;
}

/**
 * What will happen by itself: runs that start and end. It is caught up with whenever somebody looks, each happening at
 * the very time it was due, so that no timer is needed and the order never depends on who looks when.
 */
export class Timeline {
  readonly #clock: Clock;
  readonly #due = new Heap<Happening>();
  #order = 0;
  #acting: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The time as the world sees it: while something happens, the time it was due. */
  now(): number {
    return this.#acting ?? this.#clock.now();
  }

  schedule(afterMs: number, act: () => void): void {
    const at = this.now() + afterMs;
    if (!Number.isFinite(at)) return;
    this.#due.push({ at, order: this.#order++, act });
    // Listeners hear of it when it happens, not at the next request.
    if (this.#clock instanceof VirtualClock) this.#clock.at(at, () => this.catchUp());
  }

  catchUp(): void {
    if (this.#acting !== undefined) return;
    const now = this.#clock.now();
    try {
      for (let next = this.#due.first(); next !== undefined && next.at <= now; next = this.#due.first()) {
        this.#due.pop();
        this.#acting = next.at;
        next.act();
      }
    } finally {
      this.#acting = undefined;
    }
  }
}
