import type { Clock } from '../clock.ts';
import { messageOf, UserError } from '../errors.ts';
import { Paused } from '../github/errors.ts';
import { apply } from '../train/apply.ts';
import { type Command, decide, type Work } from '../train/decide.ts';
import type { Event } from '../train/events.ts';
import { nonceOf, type TrainState } from '../train/state.ts';
import type { Saved, StateStore } from './store.ts';
import { type WriteBudget, writeBudget } from './write-budget.ts';

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

export interface DriveOptions {
  readonly store: StateStore;
  readonly clock: Clock;
  /** Aborts when the caller is cancelled. */
  readonly signal: AbortSignal;
  readonly activities: Activities;
  /** `wait` follows the train to its end; `advance` does what can be done now, saves, and comes back. */
  readonly mode: 'wait' | 'advance';
  /** When this process has to stop (epoch milliseconds): the train is parked then. */
  readonly deadline: number;
  /** What happened before the train starts to move, such as that a person resumed it. */
  readonly first?: readonly Event[];
  readonly onEvent?: (event: Event, before: TrainState, after: TrainState) => void;
}

/**
 * Takes a saved train to its end, or as far as it goes now. The only loop there is: apply what happened, decide, save the
 * intents, act, wait for what happens. A dispatch is sent only after its intent was saved, and whoever loses a race for the
 * state takes the winner's and decides again.
 */
export async function drive(saved: Saved, options: DriveOptions): Promise<TrainState> {
  const driver = new Driver(saved, options);
  try {
    return await driver.run();
  } finally {
    driver.stop();
  }
}

/** How long work that ended without settling anything rests before it is started again. */
const REST_MS = 5_000;

class Driver {
  readonly #options: DriveOptions;
  readonly #budget: WriteBudget;
  #saved: Saved;
  #state: TrainState;
  #inbox: Event[] = [];
  #unsaved: Event[] = [];
  /** Nonces whose intent this process recorded and has not acted on yet. */
  readonly #fresh = new Set<string>();
  readonly #active = new Map<string, AbortController>();
  /** `advance`: work that has had its one look. */
  readonly #done = new Set<string>();
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  constructor(saved: Saved, options: DriveOptions) {
    this.#saved = saved;
    this.#state = saved.state;
    this.#options = options;
    this.#budget = writeBudget(options.clock, options.store.writesPerHour);
  }

  async run(): Promise<TrainState> {
    this.#inbox.push(...(this.#options.first ?? []));
    while (true) {
      if (this.#options.signal.aborted) return this.#abandon();
      this.#applyInbox();
      if (this.#failure) return this.#stopBecause(this.#failure.error);
      if (this.#now() >= this.#options.deadline) return this.#park('The time of this job is over.');
      const commands = decide(this.#saved.plan, this.#state, this.#now());
      if (commands.length === 0) return this.#leave();
      if (this.#record(commands)) continue;
      if (this.#unsaved.length > 0 && this.#saveDelay() === 0 && (await this.#save()) === 'lost') continue;
      this.#start(commands);
      if (this.#options.mode === 'advance' && this.#active.size === 0 && this.#inbox.length === 0) return this.#leave();
      await this.#somethingHappens(commands);
    }
  }

  stop(): void {
    for (const controller of this.#active.values()) controller.abort(new Error('The train stopped.'));
    this.#active.clear();
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #apply(event: Event): boolean {
    const before = this.#state;
    this.#state = apply(this.#saved.plan, before, event);
    if (this.#state === before) return false;
    this.#unsaved.push(event);
    if (event.type === 'intended') this.#fresh.add(event.nonce);
    this.#options.onEvent?.(event, before, this.#state);
    return true;
  }

  #applyInbox(): void {
    const events = this.#inbox;
    this.#inbox = [];
    for (const event of events) this.#apply(event);
  }

  /** Applies the commands that are decisions only: what shall be dispatched, and that the train is at its end. */
  #record(commands: readonly Command[]): boolean {
    const at = this.#now();
    const events = commands.flatMap((command): Event[] => {
      if (command.type === 'finish') return [{ type: 'finished', at }];
      if (command.type !== 'intend') return [];
      const { component, purpose } = command;
      return [{ type: 'intended', component, purpose, nonce: nonceOf(this.#state, component, purpose), at }];
    });
    return events.map((event) => this.#apply(event)).includes(true);
  }

  #saveDelay(): number {
    return this.#budget.delay(this.#fresh.size > 0 || this.#options.mode === 'advance' ? 'urgent' : 'can-wait');
  }

  async #save(): Promise<'saved' | 'lost'> {
    const { store } = this.#options;
    const next: Saved = { plan: this.#saved.plan, state: this.#state, writes: this.#saved.writes + 1 };
    const events = this.#unsaved;
    this.#budget.spend();
    const outcome = await store.save(next, headline(events));
    this.#unsaved = [];
    if (outcome === 'saved') this.#saved = next;
    else await this.#adopt(events);
    return outcome;
  }

  /** Somebody else drives this train too: theirs is the state now, and of our events those count that still change it. */
  async #adopt(ours: readonly Event[]): Promise<void> {
    const { store } = this.#options;
    const current = await store.load(this.#state.trainId);
    if (!current) throw new UserError(`${store.place}: train ${this.#state.trainId} disappeared while it was running.`);
    this.#saved = current;
    this.#state = current.state;
    this.#fresh.clear();
    for (const event of ours) this.#apply(event);
  }

  /** Starts the work that is asked for and not going on yet; stops what is no longer asked for. */
  #start(commands: readonly Command[]): void {
    const wanted = new Map(commands.filter(isWork).map((work) => [keyOf(work, this.#state), work]));
    for (const [key, controller] of this.#active) {
      if (wanted.has(key)) continue;
      controller.abort(new Error('No longer needed.'));
      this.#active.delete(key);
    }
    for (const [key, work] of wanted) {
      if (this.#active.has(key) || this.#done.has(key)) continue;
      const unsavedIntent = this.#fresh.has(key) && this.#unsaved.length > 0;
      if (!unsavedIntent) void this.#work(key, work);
    }
  }

  async #work(key: string, work: Work): Promise<void> {
    const { activities, clock, mode } = this.#options;
    const controller = new AbortController();
    const { signal } = controller;
    this.#active.set(key, controller);
    const fresh = this.#fresh.delete(key);
    try {
      for await (const event of activities.run(work, this.#state, { fresh, once: mode === 'advance', signal })) {
        if (signal.aborted) return;
        this.#inbox.push(event);
        this.#wake();
      }
      if (mode === 'advance') this.#done.add(key);
      else await clock.sleep(REST_MS, signal);
    } catch (error) {
      if (!signal.aborted) this.#failure ??= { error };
    }
    if (this.#active.get(key) === controller) this.#active.delete(key);
    this.#wake();
  }

  /** Waits for an event, the end of some work, a time that was asked for, or the caller's cancellation. */
  async #somethingHappens(commands: readonly Command[]): Promise<void> {
    if (this.#inbox.length > 0 || this.#failure) return;
    const { clock, signal, deadline } = this.#options;
    const times = commands.flatMap((command) => (command.type === 'wait-until' ? [command.at] : []));
    if (this.#unsaved.length > 0) times.push(this.#now() + this.#saveDelay());
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    signal.addEventListener('abort', this.#wake, { once: true });
    const time = clock.sleep(Math.min(deadline, ...times) - this.#now(), timer.signal).catch(() => {});
    await Promise.race([woken, time]);
    signal.removeEventListener('abort', this.#wake);
    timer.abort();
  }

  async #abandon(): Promise<TrainState> {
    this.stop();
    this.#applyInbox();
    const abandoned = this.#state;
    this.#apply({ type: 'cancelled', at: this.#now(), reason: 'The job that ran this train was cancelled.' });
    for await (const event of this.#options.activities.abandon(abandoned)) this.#apply(event);
    return this.#leave();
  }

  async #stopBecause(error: unknown): Promise<TrainState> {
    if (error instanceof Paused) return this.#park(error.reason, error.until);
    if (error instanceof UserError) return this.#park(messageOf(error));
    await this.#leave();
    throw error;
  }

  #park(reason: string, until?: number): Promise<TrainState> {
    this.stop();
    this.#applyInbox();
    this.#apply({ type: 'parked', at: this.#now(), reason, ...(until === undefined ? {} : { until }) });
    return this.#leave();
  }

  /** Leaves the train as it is now, saved. */
  async #leave(): Promise<TrainState> {
    this.stop();
    while (this.#unsaved.length > 0) await this.#save();
    return this.#state;
  }
}

function isWork(command: Command): command is Work {
  return !['intend', 'finish', 'wait-until'].includes(command.type);
}

/** The same work has the same key; work on a dispatch has its nonce. */
function keyOf(work: Work, state: TrainState): string {
  if (work.type === 'follow') return nonceOf(state, work.component, work.purpose);
  if (work.type === 'verify-canary') return work.type;
  return `${work.type} ${nonceOf(state, work.component, 'release')}`;
}

/** One line for the history of the store. */
function headline(events: readonly Event[]): string {
  const words = events.map((event) => ('component' in event ? `${event.component} ${event.type}` : event.type));
  const distinct = [...new Set(words)];
  const more = distinct.length > 4 ? ` and ${distinct.length - 4} more` : '';
  return distinct.slice(0, 4).join(', ') + more;
}
