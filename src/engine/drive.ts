import type { Clock } from '../clock.ts';
import { messageOf, UserError } from '../errors.ts';
import { Paused } from '../github/errors.ts';
import { apply } from '../train/apply.ts';
import { type Command, decide, type Work } from '../train/decide.ts';
import { formatDuration } from '../train/duration.ts';
import type { Event } from '../train/events.ts';
import { componentOf, dispatchOf, nonceOf, type TrainState } from '../train/state.ts';
import { untilAborted } from '../until-aborted.ts';
import { Conflict } from './open-trains.ts';
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
  /** Hears of trouble that may pass, and is tried again. */
  readonly onTrouble?: (message: string) => void;
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
/** How long trouble may last, with the registry or with the store, before the train stops for it. */
const PATIENCE_MS = 10 * 60_000;
const LONGEST_REST_MS = 60_000;
/** Intents that may wait to be sent: GitHub takes a write a second, and what waited longer than its deadline has to look first. */
const MOST_UNSENT = 20;
/** How long a cancelled process waits for a write that is under way before it makes its last one. */
const LAST_WRITE_MS = 1_000;

class Driver {
  readonly #options: DriveOptions;
  readonly #budget: WriteBudget;
  #saved: Saved;
  #state: TrainState;
  /** What was decided last, and for which state. */
  #decided: { readonly state?: TrainState; readonly commands: readonly Command[] } = { commands: [] };
  #inbox: Event[] = [];
  #unsaved: Event[] = [];
  /** Nonces whose intent this process recorded and has not acted on yet. */
  readonly #fresh = new Set<string>();
  readonly #active = new Map<string, AbortController>();
  /** `advance`: work that has had its one look. */
  readonly #done = new Set<string>();
  #failure: { readonly error: unknown } | undefined;
  /** What fails for now, by key of the work; `save` is the store. */
  readonly #troubles = new Map<string, Trouble>();
  #saving: Promise<unknown> = Promise.resolve();
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
      const commands = this.#decide();
      if (commands.length === 0) return this.#leave();
      if (this.#record(commands)) continue;
      if (this.#unsaved.length > 0 && this.#saveDelay() === 0 && (await this.#saveUnlessCancelled()) !== 'saved')
        continue;
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
    if (event.type === 'intended' || event.type === 'resend-intended') this.#fresh.add(event.nonce);
    this.#options.onEvent?.(event, before, this.#state);
    return true;
  }

  #applyInbox(): void {
    const events = this.#inbox;
    this.#inbox = [];
    for (const event of events) this.#apply(event);
  }

  /** Much of what wakes the loop changes nothing, and the same state asks for the same, unless it waits for a time. */
  #decide(): readonly Command[] {
    const { state, commands } = this.#decided;
    if (state === this.#state && !commands.some(({ type }) => type === 'wait-until')) return commands;
    this.#decided = { state: this.#state, commands: decide(this.#saved.plan, this.#state, this.#now()) };
    return this.#decided.commands;
  }

  /** Applies the commands that are decisions only: what shall be dispatched, and that the train is at its end. */
  #record(commands: readonly Command[]): boolean {
    const at = this.#now();
    let room = MOST_UNSENT - commands.filter((command) => isUnsent(command, this.#state)).length;
    const events = commands.flatMap((command): Event[] => {
      if (command.type === 'finish') return [{ type: 'finished', at }];
      if (command.type !== 'intend') return [];
      const { component, purpose } = command;
      if (room <= 0) return [];
      room -= 1;
      return [{ type: 'intended', component, purpose, nonce: nonceOf(this.#state, component, purpose), at }];
    });
    return events.map((event) => this.#apply(event)).includes(true);
  }

  #saveDelay(): number {
    const pause = (this.#troubles.get('save')?.retryAt ?? 0) - this.#now();
    const isUrgent = this.#fresh.size > 0 || this.#options.mode === 'advance';
    // Whole milliseconds: a clock may not be able to wait for less, and the loop would never get there.
    return Math.ceil(Math.max(0, pause, this.#budget.delay(isUrgent ? 'urgent' : 'can-wait')));
  }

  /** A cancelled process does not wait for a slow write: it has children to cancel. */
  async #saveUnlessCancelled(): Promise<'saved' | 'lost' | 'failed' | 'cancelled'> {
    const { signal } = this.#options;
    const saving = this.#save();
    this.#saving = saving.catch(() => {});
    try {
      return await untilAborted(saving, signal);
    } catch (error) {
      if (signal.aborted) return 'cancelled';
      throw error;
    }
  }

  async #save(): Promise<'saved' | 'lost' | 'failed'> {
    const { store } = this.#options;
    const next: Saved = { plan: this.#saved.plan, state: this.#state, writes: this.#saved.writes + 1 };
    // A copy: what happens while the write is under way is not part of it.
    const events = [...this.#unsaved];
    this.#budget.spend();
    try {
      const outcome = await store.save(next, headline(events));
      if (outcome === 'lost') await this.#adopt();
      else if (next.writes > this.#saved.writes) this.#keep(next, events.length);
      this.#troubles.delete('save');
      return outcome;
    } catch (error) {
      if (this.#rest('save', error) === undefined) throw error;
      return 'failed';
    }
  }

  #keep(saved: Saved, events: number): void {
    this.#saved = saved;
    this.#unsaved = this.#unsaved.slice(events);
  }

  /** Somebody else drives this train too: theirs is the state now, and of what we saw that counts which still changes it. */
  async #adopt(): Promise<void> {
    const { store } = this.#options;
    const current = await store.load(this.#state.trainId);
    if (!current) throw new UserError(`${store.place}: train ${this.#state.trainId} disappeared while it was running.`);
    const ours = this.#unsaved;
    const isLaterRound = current.state.resumed > this.#state.resumed;
    this.#unsaved = [];
    this.#saved = current;
    this.#state = current.state;
    this.#fresh.clear();
    if (isLaterRound) return this.#forget();
    for (const event of ours) if (!isDecision(event)) this.#apply(event);
  }

  /** A person took the train up again since: what this process saw and does is about a round that is over. */
  #forget(): void {
    this.stop();
    this.#inbox = [];
    this.#done.clear();
    this.#failure = undefined;
  }

  /**
   * Milliseconds until something that failed is tried again; undefined where that makes no sense: a defect of ours, a pause
   * that outlasts this process, trouble that has lasted too long. `advance` comes back anyway.
   */
  #rest(key: string, error: unknown): number | undefined {
    const { mode, deadline, onTrouble } = this.#options;
    if (!(error instanceof UserError) || error instanceof Conflict || mode === 'advance') return undefined;
    const now = this.#now();
    const { since = now, times = 0 } = this.#troubles.get(key) ?? {};
    const isPause = error instanceof Paused;
    const retryAt = isPause ? error.until : now + Math.min(LONGEST_REST_MS, REST_MS * 2 ** times);
    if (retryAt >= deadline || (!isPause && now - since > PATIENCE_MS)) return undefined;
    this.#troubles.set(key, { since: isPause ? now : since, times: times + 1, retryAt });
    onTrouble?.(`${messageOf(error)} It is tried again in ${formatDuration(retryAt - now)}.`);
    return retryAt - now;
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
    // What it asks for last is done next, not after a rest.
    let goesOn = false;
    try {
      for await (const event of activities.run(work, this.#state, { fresh, once: mode === 'advance', signal })) {
        if (signal.aborted) return;
        this.#troubles.delete(key);
        goesOn = event.type === 'resend-intended' || event.type === 'taken-up';
        this.#inbox.push(event);
        this.#wake();
      }
      if (mode === 'advance' && !goesOn) this.#done.add(key);
      if (mode === 'wait' && !goesOn) await clock.sleep(REST_MS, signal);
    } catch (error) {
      const rest = signal.aborted ? 0 : this.#rest(key, error);
      if (rest === undefined) this.#failure ??= { error };
      else await clock.sleep(rest, signal).catch(() => {});
    }
    if (this.#active.get(key) === controller) this.#active.delete(key);
    this.#wake();
  }

  /** Waits for an event, the end of some work, a time that was asked for, or the caller's cancellation. */
  async #somethingHappens(commands: readonly Command[]): Promise<void> {
    const { clock, signal, deadline } = this.#options;
    if (this.#inbox.length > 0 || this.#failure || signal.aborted) return;
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
    const outcomes = collect(this.#options.activities.abandon(abandoned));
    await Promise.race([this.#saving, this.#options.clock.sleep(LAST_WRITE_MS)]);
    // First that it is cancelled, then what came of the children: GitHub may be slow to say that.
    if (this.#unsaved.length > 0) await this.#save();
    for (const event of await outcomes) this.#apply(event);
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
    const { clock, signal } = this.#options;
    while (this.#unsaved.length > 0) {
      const outcome = signal.aborted ? await this.#save() : await this.#saveUnlessCancelled();
      if (outcome === 'cancelled') await Promise.race([this.#saving, clock.sleep(LAST_WRITE_MS)]);
      if (outcome === 'failed') await clock.sleep(this.#saveDelay());
    }
    return this.#state;
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

interface Trouble {
  readonly since: number;
  readonly times: number;
  /** Epoch milliseconds. */
  readonly retryAt: number;
}

function isUnsent(command: Command, state: TrainState): boolean {
  if (command.type !== 'follow') return false;
  const { status, dispatch } = componentOf(state, command.component);
  return status === 'dispatching' && dispatch?.sentAt === undefined;
}

/** What was decided for the state that was, not seen: it is decided again. Whoever won goes on, so our stopping does not park it. */
function isDecision({ type }: Event): boolean {
  return type === 'intended' || type === 'finished' || type === 'parked';
}

function isWork(command: Command): command is Work {
  return !['intend', 'finish', 'wait-until'].includes(command.type);
}

/** The same work has the same key; work on a dispatch has its nonce. */
function keyOf(work: Work, state: TrainState): string {
  if (work.type === 'follow') return dispatchOf(componentOf(state, work.component), work.purpose)?.nonce ?? '';
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
