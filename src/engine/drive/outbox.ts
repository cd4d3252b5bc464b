import { kindOf, messageOf } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { Fact } from '../../train/telling/fact.ts';
import { EMPTY_LEDGER, type Ledger, type ToldTogether, told, untold } from '../../train/telling/ledger.ts';
import { type Message, worstOf } from '../../train/telling/message.ts';
import { type Due, firstToTell, outlook } from '../../train/telling/outlook.ts';
import { overviewOf } from '../../train/telling/overview.ts';
import { problemOf } from '../../train/telling/said.ts';
import { ActiveWork } from './active-work.ts';
import { type Channel, inItsTime, type Telling, Undelivered } from './channel.ts';
import type { Projection, ProjectionReports } from './projection.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface OutboxOptions extends ProjectionReports {
  readonly telling: Telling;
  readonly clock: Clock;
  /** Hears of what was told where. */
  readonly onTold?: ((message: string) => void) | undefined;
}

/** A place may ask for a pause up to this; longer ones are for a later step. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Tells what the ledger says is yet to be told. Only facts that are saved are told, and what came of it goes into the ledger.
 * Nothing in here delays, changes or fails a train.
 */
export class Outbox implements Projection {
  readonly #options: OutboxOptions;
  readonly #channels: ReadonlyMap<string, Channel>;
  /** By channel. */
  readonly #work: ActiveWork;
  readonly #warned = new Set<string>();
  /** Channels that need not be tidied: somebody else may have told something there only before this step. */
  readonly #tidied = new Set<string>();

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#work = new ActiveWork(options);
    this.#channels = new Map(options.telling.channels.map((channel) => [channel.name, channel]));
  }

  /** Starts what is due and not going on yet. */
  pursue(copy: WorkingCopy, isLast = false): void {
    const ledger = copy.savedLedger;
    if (!ledger) return;
    this.#tidy(copy, ledger);
    for (const due of outlook(ledger, this.#options.clock.now(), { isLast }).due) {
      const channel = this.#channels.get(due.channel);
      if (!channel || !this.#work.hasRoomFor(due.channel)) continue;
      this.#work.start(due.channel, (signal) => this.#deliver(channel, due, { copy, signal }));
    }
  }

  /** Once a step, before it tells anything itself: what others have told there may stand there twice. */
  #tidy(copy: WorkingCopy, { notices }: Ledger): void {
    for (const channel of this.#channels.values()) {
      if (this.#tidied.has(channel.name)) continue;
      this.#tidied.add(channel.name);
      const wasTold = Object.values(notices).some((notice) => Object.hasOwn(notice, channel.name));
      if (channel.tidy && wasTold)
        this.#work.start(channel.name, (signal) => this.#tidyOne(channel, problemOf(copy.plan), signal));
    }
  }

  /** It is tried again by the next step: nothing waits for it. */
  async #tidyOne(channel: Channel, problem: string, signal: AbortSignal): Promise<void> {
    try {
      await inItsTime(channel, { clock: this.#options.clock, signal }, async (inTime) =>
        channel.tidy?.(problem, { signal: inTime }),
      );
    } catch (error) {
      if (kindOf(error) === undefined && !signal.aborted)
        this.#options.onTrouble?.(`Channel ${channel.name}: ${messageOf(error)}`);
    }
  }

  /** When there will be something to do; undefined where there is nothing, or what goes on will say so. */
  nextAt(copy: WorkingCopy, isLast = false): number | undefined {
    const ledger = copy.savedLedger;
    return ledger && outlook(this.#known(ledger), this.#options.clock.now(), { isLast }).nextAt;
  }

  /** Tells all that can be told until a deadline (epoch milliseconds), at the end of a step. */
  async finish(copy: WorkingCopy, deadline: number): Promise<void> {
    await this.#work.until(deadline, () => {
      this.pursue(copy, true);
      return this.nextAt(copy, true);
    });
    this.stop();
  }

  stop(): void {
    this.#work.stop();
  }

  /** What is to be told to channels that this step knows, and that are not being told just now. */
  #known(ledger: Ledger): Ledger {
    const notices = Object.entries(ledger.notices).map(([id, channels]) => [
      id,
      Object.fromEntries(
        Object.entries(channels).filter(([name]) => this.#channels.has(name) && !this.#work.has(name)),
      ),
    ]);
    return { ...ledger, notices: Object.fromEntries(notices) };
  }

  async #deliver(
    channel: Channel,
    due: Due,
    { copy, signal }: { readonly copy: WorkingCopy; readonly signal: AbortSignal },
  ): Promise<void> {
    const { clock } = this.#options;
    const { plan, state, savedLedger = EMPTY_LEDGER } = copy;
    const facts = channel.takes === 'each' ? firstToTell(savedLedger, due) : due.facts;
    const acknowledgeUrl = this.#issueOf(copy);
    const message: Message = {
      topic: state.trainId,
      title: plan.environment === undefined ? plan.name : `${plan.name} → ${plan.environment}`,
      severity: worstOf(facts),
      facts,
      overview: overviewOf(plan, state),
      ...(due.ref !== undefined && { ref: due.ref }),
      ...(acknowledgeUrl && { acknowledgeUrl }),
    };
    const what = { channel: channel.name, facts };
    try {
      const { ref, keep } = await inItsTime(channel, { clock, signal }, (inTime) =>
        channel.deliver(message, { signal: inTime }),
      );
      if (!signal.aborted) {
        const at = clock.now();
        copy.noteDelivery((ledger) => told(ledger, what, { at, ref, keep }));
        this.#options.onTold?.(`${channel.name} was told: ${facts.map(shortly).join(', ')}.`);
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(what, error, copy);
    }
  }

  /** The issue in which people say that they look after it, once it is known. */
  #issueOf({ savedLedger }: WorkingCopy): string | undefined {
    const issues = this.#options.telling.channels.filter(({ kind }) => kind === 'issue');
    return issues.map(({ name }) => savedLedger?.channels[name]?.ref).find((ref) => ref !== undefined);
  }

  #fail(what: ToldTogether, error: unknown, copy: WorkingCopy): void {
    const at = this.#options.clock.now();
    const { retry, retryAfterMs = 0 } =
      error instanceof Undelivered ? error : { retry: 'soon' as const, retryAfterMs: 0 };
    const isLong = retryAfterMs > LONGEST_PAUSE_MS;
    const said = messageOf(error);
    const refusal = {
      at,
      error: said.slice(0, 500),
      notBefore: at + retryAfterMs,
      retry: isLong ? 'later' : retry,
    } as const;
    copy.noteDelivery((ledger) => untold(ledger, what, refusal));
    const text = `Channel ${what.channel}: ${said}`;
    if (this.#warned.has(text)) return;
    this.#warned.add(text);
    this.#options.onTrouble?.(text);
  }
}

function shortly({ kind, component }: Fact): string {
  return component === undefined ? kind : `${component} ${kind}`;
}
