import { messageOf } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { TrainState } from '../../train/machine/state.ts';
import { factsOf } from '../../train/telling/facts.ts';
import type { Telling } from './channel.ts';
import type { Projection, ProjectionReports } from './projection.ts';
import type { WorkingCopy } from './working-copy.ts';

/**
 * Calls who is next where nobody acts on a problem, and returns when that will be due again (epoch milliseconds); undefined
 * where it will not.
 */
export type CallNext = () => Promise<number | undefined>;

interface EscalationOptions extends ProjectionReports {
  readonly telling: Pick<Telling, 'escalation'>;
  readonly callNext: CallNext;
  readonly clock: Clock;
}

/** What is due and stays so, such as a problem of others, is not looked at again and again. */
const REST_MS = 60_000;

/** The most punctual of those who look whether a problem is to be escalated: a train that is under way anyway. */
export class EscalationClock implements Projection {
  readonly #options: EscalationOptions;
  #isLooking = false;
  /** What the last look said; before it the facts of the train say when the first is due. */
  #looked: { readonly nextAt: number | undefined } | undefined;

  #known: { readonly state: TrainState; readonly dueAt: number | undefined } | undefined;

  constructor(options: EscalationOptions) {
    this.#options = options;
  }

  pursue(copy: WorkingCopy): void {
    const dueAt = this.nextAt(copy);
    if (dueAt !== undefined && dueAt <= this.#options.clock.now()) void this.#look();
  }

  nextAt(copy: WorkingCopy): number | undefined {
    if (this.#isLooking) return undefined;
    if (this.#looked) return this.#looked.nextAt;
    return this.#firstDue(copy);
  }

  /** By the facts of the train; asked at every turn of the loop, of a state that mostly is the same. */
  #firstDue({ plan, savedState: state }: WorkingCopy): number | undefined {
    if (this.#known?.state === state) return this.#known.dueAt;
    const times = factsOf(plan, state).flatMap((fact) => {
      const rule = fact.problem === undefined ? undefined : this.#options.telling.escalation(fact);
      return rule ? [fact.at + rule.after] : [];
    });
    this.#known = { state, dueAt: times.length > 0 ? Math.min(...times) : undefined };
    return this.#known.dueAt;
  }

  /** The end of a step waits for nobody. */
  async finish(): Promise<void> {}

  /** What was begun is written down already, and goes on to its end. */
  stop(): void {}

  async #look(): Promise<void> {
    const { callNext, clock, onTrouble, onEnd } = this.#options;
    this.#isLooking = true;
    let nextAt: number | undefined;
    try {
      nextAt = await callNext();
    } catch (error) {
      onTrouble?.(`Whether somebody has to be called could not be looked at: ${messageOf(error)}`);
      nextAt = clock.now() + REST_MS;
    }
    this.#looked = { nextAt: nextAt === undefined ? undefined : Math.max(nextAt, clock.now() + REST_MS) };
    this.#isLooking = false;
    onEnd?.();
  }
}
