import { KnownError, messageOf } from '../../platform/errors.ts';
import { Paused } from '../../platform/github/client/github-errors.ts';
import { untilAborted } from '../../platform/time/until-aborted.ts';
import { type Command, decide } from '../../train/machine/decide.ts';
import { nonceOf } from '../../train/machine/dispatch-nonce.ts';
import type { Event } from '../../train/machine/events.ts';
import type { TrainState } from '../../train/machine/state.ts';
import type { Saved } from '../stores/train-store.ts';
import { collect, isUnsent, isWork } from './commands.ts';
import type { DriveOptions } from './drive-options.ts';
import { Patience } from './patience.ts';
import type { Projection } from './projection.ts';
import { projectionsOf } from './projections.ts';
import { tellTheRest } from './tell-the-rest.ts';
import { untilWoken } from './until-woken.ts';
import { parkForPeople } from './waiting-for-people.ts';
import { WorkPool } from './work-pool.ts';
import { WorkingCopy } from './working-copy.ts';

/**
 * Takes a saved train to its end, or as far as it goes now. The only loop there is: apply what happened, decide, save the
 * intents, act, wait for what happens. A dispatch is sent only after its intent was saved, and the loser of a race for the
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

/** Intents that may wait to be sent: GitHub takes a write a second, and what waited longer than its deadline has to look first. */
const MOST_UNSENT = 20;
/** How long a cancelled process waits for a write that is under way before it makes its last one. */
const LAST_WRITE_MS = 1_000;
/** The store's key among what there may be trouble with. */
const STORE = 'store';

type SaveOutcome = 'saved' | 'lost' | 'failed' | 'cancelled';

class Driver {
  readonly #options: DriveOptions;
  readonly #copy: WorkingCopy;
  readonly #pool: WorkPool;
  readonly #patience: Patience;
  readonly #projections: readonly Projection[];
  readonly #startedAt: number;
  /** What was decided last, and for which state. */
  #decided: { readonly state?: TrainState; readonly commands: readonly Command[] } = { commands: [] };
  #inbox: Event[] = [];
  #failure: { readonly error: unknown } | undefined;
  #saving: Promise<unknown> = Promise.resolve();
  #wake: () => void = () => {};

  constructor(saved: Saved, options: DriveOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
    this.#copy = new WorkingCopy(saved, options);
    this.#patience = new Patience(options);
    this.#pool = new WorkPool({
      ...options,
      patience: this.#patience,
      onEvent: (event) => {
        this.#inbox.push(event);
        this.#wake();
      },
      onFailure: (error) => {
        this.#failure ??= { error };
      },
      onEnd: () => this.#wake(),
    });
    this.#projections = projectionsOf(saved.plan, { ...options, onEnd: () => this.#wake() });
  }

  async run(): Promise<TrainState> {
    const { signal, deadline, first = [] } = this.#options;
    this.#inbox.push(...first);
    while (true) {
      if (signal.aborted) return this.#abandon();
      this.#applyInbox();
      if (this.#failure) return this.#stopBecause(this.#failure.error);
      if (this.#now() >= deadline) return this.#park('The time of this job is over.');
      const commands = this.#decide();
      if (commands.length === 0) return this.#leave();
      if (this.#record(commands)) continue;
      if (!this.#copy.isSaved && this.#saveDelay() === 0 && (await this.#saveUnlessCancelled()) !== 'saved') continue;
      this.#pool.pursue(commands.filter(isWork), this.#copy);
      for (const one of this.#projections) one.pursue(this.#copy);
      const left = await this.#waitOn(commands);
      if (left) return left;
    }
  }

  /** Waits until something happens; or the state that is left, where this process has nothing more to wait for. */
  async #waitOn(commands: readonly Command[]): Promise<TrainState | undefined> {
    if (this.#options.mode === 'advance') {
      if (this.#pool.isIdle && this.#inbox.length === 0) return this.#leave();
      await this.#somethingHappens(commands);
      return undefined;
    }
    const people = parkForPeople(this.#copy, commands, this.#startedAt);
    if (people && this.#now() >= people.at) return this.#park(people.reason);
    await this.#somethingHappens(commands, people?.at);
    return undefined;
  }

  stop(): void {
    this.#pool.stop();
    for (const one of this.#projections) one.stop();
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #applyInbox(): void {
    const events = this.#inbox;
    this.#inbox = [];
    for (const event of events) this.#copy.apply(event);
  }

  /** Much of what wakes the loop changes nothing, and the same state asks for the same, unless it waits for a time. */
  #decide(): readonly Command[] {
    const { plan, state } = this.#copy;
    const { state: last, commands } = this.#decided;
    if (last === state && !commands.some(({ type }) => type === 'wait-until')) return commands;
    this.#decided = { state, commands: decide(plan, state, this.#now()) };
    return this.#decided.commands;
  }

  /** Applies the commands that are decisions only: what shall be dispatched, and that the train is at its end. */
  #record(commands: readonly Command[]): boolean {
    const at = this.#now();
    const { state } = this.#copy;
    let room = MOST_UNSENT - commands.filter((command) => isUnsent(command, state)).length;
    const events = commands.flatMap((command): Event[] => {
      if (command.type === 'finish') return [{ type: 'finished', at }];
      if (command.type !== 'intend') return [];
      const { component, purpose } = command;
      if (room <= 0) return [];
      room -= 1;
      const unguessable = this.#options.unguessable();
      return [{ type: 'intended', component, purpose, nonce: nonceOf(state, component, { purpose, unguessable }), at }];
    });
    return events.map((event) => this.#copy.apply(event)).includes(true);
  }

  #saveDelay(): number {
    const isUrgent = this.#copy.hasFresh || this.#options.mode === 'advance';
    const delay = this.#copy.saveDelay(isUrgent ? 'urgent' : 'can-wait');
    // Whole milliseconds: a clock may not be able to wait for less, and the loop would never get there.
    return Math.ceil(Math.max(delay, this.#patience.delay(STORE)));
  }

  /** A cancelled process does not wait for a slow write: it has children to cancel. */
  async #saveUnlessCancelled(): Promise<SaveOutcome> {
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

  async #save(): Promise<SaveOutcome> {
    try {
      const outcome = await this.#copy.save();
      this.#patience.forget(STORE);
      if (outcome === 'superseded') this.#startOver();
      return outcome === 'saved' ? 'saved' : 'lost';
    } catch (error) {
      const isLasting = this.#options.mode === 'advance' || this.#patience.rest(STORE, error) === undefined;
      if (isLasting) throw error;
      return 'failed';
    }
  }

  /** What this process saw and does is about a round that is over. */
  #startOver(): void {
    this.#pool.startOver();
    this.#inbox = [];
    this.#failure = undefined;
  }

  /** Waits for an event, the end of some work, a time that was asked for, or the caller's cancellation. */
  async #somethingHappens(commands: readonly Command[], parkAt?: number): Promise<void> {
    const { clock, signal, deadline } = this.#options;
    if (this.#inbox.length > 0 || this.#failure || signal.aborted) return;
    const times = commands.flatMap((command) => (command.type === 'wait-until' ? [command.at] : []));
    if (!this.#copy.isSaved) times.push(this.#now() + this.#saveDelay());
    times.push(...this.#projections.flatMap((one) => one.nextAt(this.#copy) ?? []));
    if (parkAt !== undefined) times.push(parkAt);
    const until = Math.min(deadline, ...times);
    await untilWoken({ clock, signal, until }, (wake) => {
      this.#wake = wake;
    });
  }

  async #abandon(): Promise<TrainState> {
    this.stop();
    this.#applyInbox();
    const abandoned = this.#copy.state;
    this.#copy.apply({ type: 'cancelled', at: this.#now(), reason: 'The job that ran this train was cancelled.' });
    const outcomes = collect(this.#options.activities.abandon(abandoned));
    await Promise.race([this.#saving, this.#options.clock.sleep(LAST_WRITE_MS)]);
    // First that it is cancelled, then what came of the children: GitHub may be slow to say that.
    if (!this.#copy.isSaved) await this.#save();
    for (const event of await outcomes) this.#copy.apply(event);
    return this.#leave();
  }

  async #stopBecause(error: unknown): Promise<TrainState> {
    if (error instanceof Paused) return this.#park(error.reason, error.until);
    if (error instanceof KnownError) return this.#park(messageOf(error));
    await this.#leave();
    throw error;
  }

  #park(reason: string, until?: number): Promise<TrainState> {
    this.stop();
    this.#applyInbox();
    this.#copy.apply({ type: 'parked', at: this.#now(), reason, ...(until === undefined ? {} : { until }) });
    return this.#leave();
  }

  /** Leaves the train as it is now, saved. */
  async #leave(): Promise<TrainState> {
    this.stop();
    const { clock, signal } = this.#options;
    while (!this.#copy.isSaved) {
      const outcome = signal.aborted ? await this.#save() : await this.#saveUnlessCancelled();
      if (outcome === 'cancelled') await Promise.race([this.#saving, clock.sleep(LAST_WRITE_MS)]);
      if (outcome === 'failed') await clock.sleep(this.#saveDelay());
    }
    // A cancelled step tells nothing any more: its facts wait in the ledger for the next.
    for (const one of this.#projections) one.stop();
    if (!signal.aborted) await tellTheRest(this.#copy, this.#options);
    return this.#copy.state;
  }
}
