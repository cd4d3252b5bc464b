import { UserError } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { apply } from '../../train/machine/apply.ts';
import type { Event } from '../../train/machine/events.ts';
import type { TrainState } from '../../train/machine/state.ts';
import { canonical, type Plan } from '../../train/plan/plan.ts';
import type { Fact } from '../../train/telling/fact.ts';
import { factsOf } from '../../train/telling/facts.ts';
import { EMPTY_LEDGER, type Ledger, noteFacts } from '../../train/telling/ledger.ts';
import type { Concern } from '../../train/telling/problems.ts';
import type { Saved, StateStore } from '../stores/train-store.ts';
import { type WriteBudget, writeBudget } from '../stores/write-budget.ts';
import type { Telling } from './channel.ts';
import { headline } from './headline.ts';

interface WorkingCopyOptions {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly onEvent?: ((event: Event, before: TrainState, after: TrainState) => void) | undefined;
  /** Who is told of the train; absent where nobody is. */
  readonly telling?: Pick<Telling, 'route' | 'escalation'> | undefined;
}

/**
 * A train as this process knows it: what is saved, and what has happened since. Others may have a copy of the same train, so
 * every save is a compare-and-swap, and the loser goes on from the winner's state.
 */
export class WorkingCopy {
  readonly #options: WorkingCopyOptions;
  readonly #budget: WriteBudget;
  #saved: Saved;
  #state: TrainState;
  #unsaved: Event[] = [];
  /** What was told since the last write, as changes of the ledger: they count whoever writes next. */
  #deliveries: ((ledger: Ledger) => Ledger)[] = [];
  /** The ledger with so many deliveries, and the facts of a state: asked for far more often than they change. */
  #known: { readonly saved: Saved; readonly deliveries: number; readonly ledger: Ledger | undefined } | undefined;
  #told: { readonly state: TrainState; readonly facts: readonly Fact[] } | undefined;
  /** Nonces whose intent this process recorded and has not acted on yet. */
  readonly #fresh = new Set<string>();

  constructor(saved: Saved, options: WorkingCopyOptions) {
    this.#saved = saved;
    this.#state = saved.state;
    this.#options = options;
    this.#budget = writeBudget(options.clock, options.store.writesPerHour);
  }

  get plan(): Plan {
    return this.#saved.plan;
  }

  get state(): TrainState {
    return this.#state;
  }

  get isSaved(): boolean {
    return this.#unsaved.length === 0;
  }

  get savedState(): TrainState {
    return this.#saved.state;
  }

  /** The ledger as it is saved, with what was told since. */
  get savedLedger(): Ledger | undefined {
    const [saved, deliveries] = [this.#saved, this.#deliveries.length];
    const isKnown = this.#known?.saved === saved && this.#known.deliveries === deliveries;
    if (!isKnown) this.#known = { saved, deliveries, ledger: this.#withDeliveries() };
    return this.#known?.ledger;
  }

  #withDeliveries(): Ledger | undefined {
    const { ledger = this.#deliveries.length > 0 ? EMPTY_LEDGER : undefined } = this.#saved;
    return ledger && this.#deliveries.reduce((before, change) => change(before), ledger);
  }

  /** Whether the ledger says more than what is saved. */
  get hasNews(): boolean {
    return this.#deliveries.length > 0 || this.#noted() !== this.#saved.ledger;
  }

  /** Something was told, or was not taken. */
  noteDelivery(change: (ledger: Ledger) => Ledger): void {
    this.#deliveries.push(change);
  }

  /** Whether something waits to be dispatched that only this process may dispatch. */
  get hasFresh(): boolean {
    return this.#fresh.size > 0;
  }

  isFresh(nonce: string): boolean {
    return this.#fresh.has(nonce);
  }

  /** True once for each intent: the first to act on it takes it. */
  takeFresh(nonce: string): boolean {
    return this.#fresh.delete(nonce);
  }

  /** Whether the event changed something. */
  apply(event: Event): boolean {
    const before = this.#state;
    this.#state = apply(this.plan, before, event);
    if (this.#state === before) return false;
    this.#unsaved.push(event);
    if (event.type === 'intended' || event.type === 'resend-intended') this.#fresh.add(event.nonce);
    this.#options.onEvent?.(event, before, this.#state);
    return true;
  }

  /** Milliseconds until the next write may be made. */
  saveDelay(urgency: 'urgent' | 'can-wait'): number {
    return this.#budget.delay(urgency);
  }

  /**
   * Saves what is unsaved. `lost`: another copy was saved before, and this one goes on from there; `superseded`: a person has
   * even taken the train up again since, so that nothing this process saw or does counts any more.
   */
  async save(): Promise<'saved' | 'lost' | 'superseded'> {
    const ledger = this.#noted();
    const concerns = this.#concerns();
    const next: Saved = {
      plan: this.plan,
      state: this.#state,
      writes: this.#saved.writes + 1,
      ...(ledger && { ledger }),
      ...(concerns.length > 0 && { concerns }),
    };
    const deliveries = this.#deliveries.length;
    // What happens while the write is under way is not part of it.
    const events = [...this.#unsaved];
    this.#budget.spend();
    if ((await this.#options.store.save(next, headline(events))) === 'lost') return this.#rebase();
    if (next.writes > this.#saved.writes) {
      this.#saved = next;
      this.#unsaved = this.#unsaved.slice(events.length);
      this.#deliveries = this.#deliveries.slice(deliveries);
    }
    return 'saved';
  }

  /** The ledger with what is to be told of the present state. */
  #noted(): Ledger | undefined {
    const { telling, clock } = this.#options;
    const ledger = this.savedLedger;
    if (!telling) return ledger;
    const route = (fact: Fact) => telling.route(fact);
    return noteFacts(ledger, this.#facts(), { route, now: clock.now(), resumedAt: this.#state.resumedAt });
  }

  #facts(): readonly Fact[] {
    const state = this.#state;
    if (this.#told?.state !== state) this.#told = { state, facts: factsOf(this.plan, state) };
    return this.#told.facts;
  }

  #concerns(): Concern[] {
    const { telling } = this.#options;
    if (!telling) return [];
    return this.#facts().flatMap((fact) => {
      if (fact.problem === undefined && fact.resolves === undefined) return [];
      const escalate = telling.escalation(fact);
      return [{ fact, ...(escalate && { escalate }) }];
    });
  }

  /** Of what this process saw, that counts which still changes the winner's state; what it decided is decided again. */
  async #rebase(): Promise<'lost' | 'superseded'> {
    const { store } = this.#options;
    const current = await store.load(this.#state.trainId);
    if (!current) throw new UserError(`${store.place}: train ${this.#state.trainId} disappeared while it was running.`);
    if (canonical(current.plan) !== canonical(this.plan)) {
      throw new UserError(
        `${store.place}: somebody wrote another plan for train ${this.#state.trainId} while it was running. Nothing of it is done. ` +
          'Restore plan.json from its history, and see who can write there.',
      );
    }
    const ours = this.#unsaved;
    const isLaterRound = current.state.resumed > this.#state.resumed;
    this.#unsaved = [];
    this.#saved = current;
    this.#state = current.state;
    this.#fresh.clear();
    if (isLaterRound) return 'superseded';
    for (const event of ours) if (!isDecision(event)) this.apply(event);
    return 'lost';
  }
}

/** Decided for the state that was, not seen. The winner goes on with the train, so our stopping does not park it either. */
function isDecision({ type }: Event): boolean {
  return type === 'intended' || type === 'finished' || type === 'parked';
}
