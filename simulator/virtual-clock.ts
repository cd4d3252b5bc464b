import type { Clock } from '../src/platform/time/clock.ts';
import { type Due, Heap } from './heap.ts';

interface Timer extends Due {
  callback: (() => void) | undefined;
}

/** Timers that fire in one round of the event loop. */
const TURNS = 32;
/** How often real time is given a chance (1 ms each) before a run without timers counts as stuck: threads of crypto and zlib. */
const patience = 250;

/** A clock that stands still until `run` moves it: from timer to timer, in order, as fast as the machine can. */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  #held = 0;
  #released: () => void = () => {};
  readonly #timers = new Heap<Timer>();

  constructor(start: number = Date.UTC(2026, 10, 20, 9)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = this.at(this.#now + Math.max(0, ms), () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Calls back when the clock reaches `time` (at once, in the next turn, when that is past); returns what takes it back. */
  at(time: number, callback: () => void): () => void {
    const timer: Timer = { at: Math.max(time, this.#now), order: this.#order++, callback };
    this.#timers.push(timer);
    return () => {
      timer.callback = undefined;
    };
  }

  /** Real work (files, threads) that the clock has to wait for before it moves on. */
  hold<T>(work: Promise<T>): Promise<T> {
    this.#held++;
    return work.finally(() => {
      this.#held--;
      if (this.#held === 0) this.#released();
    });
  }

  /**
   * Moves time until `until` settles, and gives its result. Throws when nothing is left that could settle it, and when it
   * has not settled after `limit` virtual milliseconds.
   */
  async run<T>(until: Promise<T>, options: { limit?: number } = {}): Promise<T> {
    const end = options.limit === undefined ? Number.POSITIVE_INFINITY : this.#now + options.limit;
    const state = { settled: false };
    const settle = () => {
      state.settled = true;
    };
    until.then(settle, settle);
    await this.#drain();
    while (!state.settled) {
      const timer = this.#next();
      if (timer === undefined) {
        if (!(await this.#waitForRealWork(state))) throw new Error('Virtual time is stuck: no timer is left.');
        continue;
      }
      if (timer.at > end) throw new Error(`Not settled after ${options.limit} ms of virtual time.`);
      await this.#turns(() => {
        if (!state.settled && this.#held === 0) this.#fire(end);
      });
      if (this.#held > 0) await this.#drain();
    }
    return until;
  }

  #fire(end: number): void {
    const timer = this.#next();
    if (timer === undefined || timer.at > end) return;
    this.#timers.pop();
    this.#now = timer.at;
    timer.callback?.();
  }

  /** Takes turns in one round of the event loop, which costs more than most of them; after each, all promises are followed. */
  #turns(turn: () => void): Promise<void> {
    return new Promise((resolve) => {
      for (let count = 0; count < TURNS; count += 1) setImmediate(turn);
      setImmediate(resolve);
    });
  }

  #next(): Timer | undefined {
    while (this.#timers.first()?.callback === undefined && this.#timers.size > 0) this.#timers.pop();
    return this.#timers.first();
  }

  async #drain(): Promise<void> {
    do {
      if (this.#held > 0) await this.#untilReleased();
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#held > 0);
  }

  #untilReleased(): Promise<void> {
    return new Promise((resolve) => {
      this.#released = resolve;
    });
  }

  async #waitForRealWork(state: { settled: boolean }): Promise<boolean> {
    for (let turn = 0; turn < patience; turn++) {
      if (state.settled || this.#next() !== undefined) return true;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return false;
  }
}
