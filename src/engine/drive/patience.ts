import { kindOf, messageOf } from '../../platform/errors.ts';
import { Paused } from '../../platform/github/client/github-errors.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { formatDuration } from '../../platform/time/duration.ts';

/** How long trouble may last, with a registry or with the store, before the train stops for it. */
const PATIENCE_MS = 10 * 60_000;
const REST: Backoff = { firstMs: 5_000, factor: 2, longestMs: 60_000 };

interface PatienceOptions {
  readonly clock: Clock;
  readonly deadline: number;
  /** Hears of trouble that may pass, and is tried again. */
  readonly onTrouble?: ((message: string) => void) | undefined;
}

interface Trouble {
  readonly since: number;
  readonly times: number;
  /** Epoch milliseconds. */
  readonly retryAt: number;
}

/** What fails for now, by key of what was tried. */
export class Patience {
  readonly #options: PatienceOptions;
  readonly #troubles = new Map<string, Trouble>();

  constructor(options: PatienceOptions) {
    this.#options = options;
  }

  /** Milliseconds until it may be tried again; 0 where there is no trouble. */
  delay(key: string): number {
    return Math.max(0, (this.#troubles.get(key)?.retryAt ?? 0) - this.#options.clock.now());
  }

  /** It worked. */
  forget(key: string): void {
    this.#troubles.delete(key);
  }

  /**
   * Milliseconds until something that failed is tried again; undefined where that makes no sense: what fails again until
   * somebody changes something, a defect of ours, a pause that outlasts this process, trouble that has lasted too long.
   */
  rest(key: string, error: unknown): number | undefined {
    const kind = kindOf(error);
    if (kind === undefined || kind === 'fault') return undefined;
    const { clock, deadline, onTrouble } = this.#options;
    const now = clock.now();
    const { since = now, times = 0 } = this.#troubles.get(key) ?? {};
    const isPause = error instanceof Paused;
    const retryAt = isPause ? error.until : now + backoffMs(REST, times);
    if (retryAt >= deadline || (!isPause && now - since > PATIENCE_MS)) return undefined;
    this.#troubles.set(key, { since: isPause ? now : since, times: times + 1, retryAt });
    onTrouble?.(`${messageOf(error)} It is tried again in ${formatDuration(retryAt - now)}.`);
    return retryAt - now;
  }
}
