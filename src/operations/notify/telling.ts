import { type Channel, type Telling, Undelivered } from '../../engine/drive/channel.ts';
import type { Notifications } from '../../train/manifest/notifications.ts';
import type { Fact } from '../../train/telling/fact.ts';
import { escalationOf, route, type WantedChannels } from './choose-channels.ts';

/** Who is told what of a train, by the rules of its manifest. `redact` takes secrets out of whatever leaves. */
export function tellingBy(
  notifications: Notifications,
  {
    wanted,
    channels,
    redact,
  }: { readonly wanted: WantedChannels; readonly channels: readonly Channel[]; readonly redact: Redact },
): Telling {
  const open = new Set(channels.map(({ name }) => name));
  return {
    channels: channels.map((channel) => redacting(channel, redact)),
    route: (fact) => route(notifications, wanted, fact).filter((name) => open.has(name)),
    escalation: (fact: Fact) => escalationOf(notifications, fact),
  };
}

/** A value as JSON has it, with every text in it free of secrets. */
export type Redact = <T>(value: T) => T;

/** The same channel, which is given no secret to tell, and whose answers bring none back: a place may echo what it was sent. */
export function redacting(channel: Channel, redact: Redact): Channel {
  return {
    ...channel,
    async deliver(message, options) {
      try {
        return redact(await channel.deliver(redact(message), options));
      } catch (error) {
        if (!(error instanceof Undelivered)) throw error;
        const { retry, retryAfterMs } = error;
        throw new Undelivered(redact(error.message), { retry, retryAfterMs });
      }
    },
  };
}
