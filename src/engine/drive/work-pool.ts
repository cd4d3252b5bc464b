import type { Clock } from '../../platform/time/clock.ts';
import type { Work } from '../../train/machine/decide.ts';
import { tryOf } from '../../train/machine/dispatch-nonce.ts';
import type { Event } from '../../train/machine/events.ts';
import { componentOf, dispatchOf, type TrainState } from '../../train/machine/state.ts';
import type { Patience } from './patience.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What a train does in the world: the work of each command, told as events. */
export interface Activities {
  /**
   * Works until the command is fulfilled or the signal aborts. `fresh` says that the dispatch it is about was certainly never
   * sent; `once` that it shall take one look instead of waiting.
   */
  run(work: Work, state: TrainState, how: { fresh: boolean; once: boolean; signal: AbortSignal }): AsyncIterable<Event>;
  /** The caller cancelled: stops what is in flight, within 3 seconds, and tells what came of it. */
  abandon(state: TrainState): AsyncIterable<Event>;
}

interface WorkPoolOptions {
  readonly activities: Activities;
  readonly clock: Clock;
  /** `advance`: each piece of work takes one look, and is not started again. */
  readonly mode: 'wait' | 'advance';
  readonly patience: Patience;
  readonly onEvent: (event: Event) => void;
  /** Some work failed, and it makes no sense to try it again. */
  readonly onFailure: (error: unknown) => void;
  /** Some work ended. */
  readonly onEnd: () => void;
}

/** How long work that ended without settling anything rests before it is started again. */
const REST_MS = 5_000;

/** The work that is going on, each piece of it once. */
export class WorkPool {
  readonly #options: WorkPoolOptions;
  readonly #active = new Map<string, AbortController>();
  /** `advance`: work that has had its one look. */
  readonly #done = new Set<string>();

  constructor(options: WorkPoolOptions) {
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#active.size === 0;
  }

  /** Starts what is asked for and not going on yet, unless its intent has still to be saved; stops what is asked for no more. */
  pursue(works: readonly Work[], copy: WorkingCopy): void {
    const wanted = new Map(works.map((work) => [keyOf(work, copy.state), work]));
    for (const [key, controller] of this.#active) {
      if (wanted.has(key)) continue;
      controller.abort(new Error('No longer needed.'));
      this.#active.delete(key);
    }
    for (const [key, work] of wanted) {
      if (this.#active.has(key) || this.#done.has(key)) continue;
      const unsavedIntent = copy.isFresh(key) && !copy.isSaved;
      if (!unsavedIntent) void this.#work(key, work, copy);
    }
  }

  stop(): void {
    for (const controller of this.#active.values()) controller.abort(new Error('The train stopped.'));
    this.#active.clear();
  }

  /** Stops, and looks at everything again when it is asked to. */
  startOver(): void {
    this.stop();
    this.#done.clear();
  }

  async #work(key: string, work: Work, copy: WorkingCopy): Promise<void> {
    const { activities, mode, patience, onEvent } = this.#options;
    const controller = new AbortController();
    const { signal } = controller;
    this.#active.set(key, controller);
    const how = { fresh: copy.takeFresh(key), once: mode === 'advance', signal };
    let last: Event | undefined;
    try {
      for await (const event of activities.run(work, copy.state, how)) {
        if (signal.aborted) return;
        patience.forget(key);
        last = event;
        onEvent(event);
      }
      await this.#settle(key, last, signal);
    } catch (error) {
      await this.#endure(key, error, signal);
    }
    if (this.#active.get(key) === controller) this.#active.delete(key);
    this.#options.onEnd();
  }

  /** What the last event asks for is done next; anything else has settled nothing for now. */
  async #settle(key: string, last: Event | undefined, signal: AbortSignal): Promise<void> {
    if (last?.type === 'resend-intended' || last?.type === 'earlier-alive') return;
    if (this.#options.mode === 'advance') this.#done.add(key);
    else await this.#options.clock.sleep(REST_MS, signal);
  }

  /** Trouble that may pass is rested for; `advance` comes back anyway. */
  async #endure(key: string, error: unknown, signal: AbortSignal): Promise<void> {
    const { clock, mode, patience, onFailure } = this.#options;
    if (signal.aborted) return;
    const rest = mode === 'advance' ? undefined : patience.rest(key, error);
    if (rest === undefined) onFailure(error);
    else await clock.sleep(rest, signal).catch(() => {});
  }
}

/** The same work has the same key; work on a dispatch has its nonce. */
function keyOf(work: Work, state: TrainState): string {
  if (work.type === 'follow') return dispatchOf(componentOf(state, work.component), work.purpose)?.nonce ?? '';
  if (work.type === 'verify-canary') return work.type;
  return `${work.type} ${tryOf(state, work.component, 'release')}`;
}
