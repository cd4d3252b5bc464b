import { type Channel, inItsTime, Undelivered } from '../../engine/drive/channel.ts';
import { messageOf } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { Message } from '../../train/telling/message.ts';

/** What became of a message on one channel. */
export type DeliveryOutcome =
  | { readonly channel: string; readonly fact: string; readonly ref: string; readonly keep?: string }
  | { readonly channel: string; readonly fact: string; readonly reason: string };

export interface SendOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Channel → its message about the same topic before. */
  readonly refs?: Readonly<Record<string, string>>;
}

const MOST_AT_ONCE = 4;
/** Before the second and the third try. */
const WAITS_MS = [1_000, 4_000] as const;
const LONGEST_PAUSE_MS = 60_000;

/** Sends a message to channels, with three tries each. What one of them does changes nothing for another. */
export function sendTo(
  channels: readonly Channel[],
  message: Message,
  options: SendOptions,
): Promise<DeliveryOutcome[]> {
  return mapPooled(channels, MOST_AT_ONCE, async (channel) => {
    const ref = options.refs?.[channel.name];
    const about = { channel: channel.name, fact: message.facts[0]?.id ?? message.topic };
    try {
      const delivery = await tryAll(channel, ref === undefined ? message : { ...message, ref }, options);
      return { ...about, ref: delivery.ref ?? '', ...(delivery.keep !== undefined && { keep: delivery.keep }) };
    } catch (error) {
      options.signal.throwIfAborted();
      return { ...about, reason: messageOf(error) };
    }
  });
}

async function tryAll(channel: Channel, message: Message, options: SendOptions) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await inItsTime(channel, options, (signal) => channel.deliver(message, { signal }));
    } catch (error) {
      const wait = waitAfter(error, tries);
      if (wait === undefined || options.signal.aborted) throw error;
      await options.clock.sleep(wait, options.signal);
    }
  }
}

/** Milliseconds until it is tried again; undefined where that makes no sense now. */
function waitAfter(error: unknown, tries: number): number | undefined {
  const wait = WAITS_MS[tries];
  if (!(error instanceof Undelivered) || error.retry !== 'soon' || wait === undefined) return undefined;
  const pause = error.retryAfterMs ?? 0;
  return pause > LONGEST_PAUSE_MS ? undefined : Math.max(wait, pause);
}

/** The outcomes that are failures. */
export function failuresOf(outcomes: readonly DeliveryOutcome[]): Extract<DeliveryOutcome, { reason: string }>[] {
  return outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome] : []));
}
