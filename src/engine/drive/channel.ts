import { KnownError } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { within } from '../../platform/time/within.ts';
import type { Fact } from '../../train/telling/fact.ts';
import type { DeliveryRefusal } from '../../train/telling/ledger.ts';
import type { Message } from '../../train/telling/message.ts';
import type { EscalationRule } from '../../train/telling/problems.ts';

/** A place where people or systems are told. */
export interface Channel {
  readonly name: string;
  readonly kind: string;
  /** `each`: one fact a message, because the receiver knows facts by a key. */
  readonly takes: 'group' | 'each';
  /**
   * Sends one message, and resolves only once the place said that it has it. `ref` is where it is to be seen; `keep` what the
   * next message about the same topic is given. Throws Undelivered where it did not take it.
   */
  deliver(message: Message, options: { readonly signal: AbortSignal }): Promise<Delivery>;
  /** Takes away what was told twice of a problem, by somebody who died or stood still before he could; where the place allows that. */
  tidy?(problem: string, options: { readonly signal: AbortSignal }): Promise<void>;
}

export interface Delivery {
  readonly ref?: string;
  readonly keep?: string;
}

/** A place did not take a message. */
export class Undelivered extends KnownError {
  override name = 'Undelivered';
  readonly retry: DeliveryRefusal['retry'];
  /** Milliseconds that the place asks for. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    { retry = 'soon', retryAfterMs }: { retry?: DeliveryRefusal['retry']; retryAfterMs?: number | undefined } = {},
  ) {
    super(retry === 'never' ? 'fault' : 'passing', message);
    this.retry = retry;
    this.retryAfterMs = retryAfterMs;
  }
}

const DELIVERY_MS = 15_000;

/** What a channel is asked to do, within the time that it has for it. Throws Undelivered where that is over. */
export function inItsTime<T>(
  { name }: Pick<Channel, 'name'>,
  bounds: { readonly clock: Clock; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = () => new Undelivered(`${name}: no answer within ${DELIVERY_MS / 1_000} s.`);
  return within({ ...bounds, ms: DELIVERY_MS }, work, late);
}

/** Who is told what of a train. */
export interface Telling {
  readonly channels: readonly Channel[];
  /** The names of the channels that a fact goes to. */
  route(fact: Fact): readonly string[];
  /** Who is told when nobody acts on it. */
  escalation(fact: Fact): EscalationRule | undefined;
}
