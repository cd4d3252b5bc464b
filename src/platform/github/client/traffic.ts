import type { Clock } from '../../time/clock.ts';
import { CLEARED } from '../../time/timed-signal.ts';
import { Paused } from './github-errors.ts';
import type { RateLimit } from './rate-limit.ts';

interface Departure {
  /** Writes keep their distance; an urgent one, such as the cancel before a job is killed, does not wait for it. */
  readonly kind: 'read' | 'write' | 'urgent';
  /** Milliseconds since the epoch after which the caller no longer waits. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

interface TrafficOptions {
  readonly clock: Clock;
  /** Requests under way at once; GitHub's secondary limit is 100 over everything a user does. */
  readonly concurrency?: number;
  /** Least milliseconds between the starts of two writes; GitHub advises one second. */
  readonly writeGapMs?: number;
}

interface Waiting extends Omit<Departure, 'signal'> {
  readonly start: () => void;
  readonly refuse: (reason: unknown) => void;
}

const FIRST_SECONDARY_PAUSE_MS = 60_000;
const LONGEST_SECONDARY_PAUSE_MS = 30 * 60_000;

/**
 * All requests of one token: a limited number at once, writes apart from each other where the server has limits, and none at all
 * while GitHub asked for a pause. Share one between all clients that use the same token.
 */
export class Traffic {
  readonly #clock: Clock;
  readonly #concurrency: number;
  readonly #writeGapMs: number;
  readonly #waiting = new Set<Waiting>();
  #underWay = 0;
  #nextWriteAt = Number.NEGATIVE_INFINITY;
  #pause = { since: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY, reason: '' };
  #secondaryLimits = 0;
  #isLimited = true;
  #alarm: AbortController | undefined;

  constructor({ clock, concurrency = 20, writeGapMs = 1000 }: TrafficOptions) {
    this.#clock = clock;
    this.#concurrency = concurrency;
    this.#writeGapMs = writeGapMs;
  }

  /**
   * Runs `send` as soon as a request may leave, in order of arrival; a read may overtake a write that is being paced. Throws
   * Paused at once where the pause outlasts the caller, and the signal's reason when it aborts.
   */
  run<T>({ kind, deadline, signal }: Departure, send: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const leave = () => {
        signal.removeEventListener('abort', abandon);
        this.#waiting.delete(waiting);
      };
      const abandon = () => {
        leave();
        reject(signal.reason);
        this.#admit();
      };
      const waiting: Waiting = {
        kind,
        deadline,
        refuse: (reason) => {
          leave();
          reject(reason);
        },
        start: () => {
          leave();
          resolve(this.#during(send));
        },
      };
      signal.addEventListener('abort', abandon, { once: true });
      this.#waiting.add(waiting);
      this.#admit();
    });
  }

  /**
   * Nothing leaves until the limit is over; one without a time lasts a minute, then twice as long each time it comes back.
   * `leftAt` is when the request left that was answered so.
   */
  limited({ reason, until }: RateLimit, leftAt: number): void {
    const now = this.#clock.now();
    const end = until ?? now + this.#secondaryPause(leftAt);
    const goesOn = now < this.#pause.until;
    this.#isLimited = true;
    if (end > this.#pause.until) this.#pause = { since: goesOn ? this.#pause.since : now, until: end, reason };
    this.#admit();
  }

  /**
   * An answer that was no limit: the next secondary limit starts with a minute again. `isLimited` is whether the server has
   * limits, where the answer says so: without them writes need no distance.
   */
  answered(leftAt: number, isLimited = this.#isLimited): void {
    if (leftAt > this.#pause.since) this.#secondaryLimits = 0;
    if (isLimited === this.#isLimited) return;
    this.#isLimited = isLimited;
    this.#admit();
  }

  #secondaryPause(leftAt: number): number {
    // Answers to requests that left before an unnamed pause began are no second time; each asks for its minute.
    if (leftAt <= this.#pause.since && this.#secondaryLimits > 0) return FIRST_SECONDARY_PAUSE_MS;
    this.#secondaryLimits += 1;
    return Math.min(FIRST_SECONDARY_PAUSE_MS * 2 ** (this.#secondaryLimits - 1), LONGEST_SECONDARY_PAUSE_MS);
  }

  async #during<T>(send: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await send();
    } finally {
      this.#underWay -= 1;
      this.#admit();
    }
  }

  #admit(): void {
    this.#alarm?.abort(CLEARED);
    this.#alarm = undefined;
    const now = this.#clock.now();
    const { until, reason } = this.#pause;
    if (now < until) {
      for (const one of this.#waiting) if (one.deadline < until) one.refuse(new Paused(reason, until));
      this.#wakeAt(until);
      return;
    }
    for (const one of this.#waiting) {
      if (this.#underWay >= this.#concurrency) return;
      // A machine that stood still must not send what its caller has given up on: the deadline refuses it in a moment.
      if (now > one.deadline) continue;
      if (one.kind === 'write' && this.#isLimited && now < this.#nextWriteAt) continue;
      if (one.kind === 'write') this.#nextWriteAt = now + this.#writeGapMs;
      one.start();
    }
    this.#wakeAt(this.#nextWriteAt);
  }

  #wakeAt(time: number): void {
    if (this.#waiting.size === 0) return;
    const alarm = new AbortController();
    this.#alarm = alarm;
    this.#clock.sleep(time - this.#clock.now(), alarm.signal).then(
      () => this.#admit(),
      () => {},
    );
  }
}
