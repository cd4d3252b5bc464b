import type { Telling } from '../../engine/drive/channel.ts';
import { channelsInUse, unknownWords, type WantedChannels } from '../../operations/notify/choose-channels.ts';
import { type ChannelWorld, openChannels } from '../../operations/notify/open-channels.ts';
import { tellingBy } from '../../operations/notify/telling.ts';
import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { type InputsOf, list, map, optional, secret } from '../../platform/runner/inputs.ts';
import { percentDecoded } from '../../platform/text/percent-encoding.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { CHANNEL_KINDS, type Notifications } from '../../train/manifest/notifications.ts';

/** How every action that has something to tell is told whom, and with what. */
export const notificationInputs = {
  notify: optional(list),
  'channel-secrets': secret(optional(secretMap)),
} as const;

type NotificationInputs = InputsOf<typeof notificationInputs>;
type Environment = Runner['env'];

/** Reads the input `channel-secrets`. What is wrong is told without a word of its text. */
async function secretMap(value: string): Promise<Readonly<Record<string, string>>> {
  try {
    return await map(value);
  } catch {
    throw new Error('expected a map from the name of a secret to its value, as JSON or YAML, such as "SLACK_TOKEN: …"');
  }
}

/**
 * Who is told, by the rules of a manifest and the inputs; undefined where nobody is. Nothing is requested yet; throws a UserError
 * with every channel that is not known and every secret that is missing.
 */
export function openTelling(
  notifications: Notifications | undefined,
  given: NotificationInputs,
  { runner, ...world }: Omit<ChannelWorld, 'secret' | 'clock'> & { readonly runner: Runner },
): Telling | undefined {
  const wanted = wantedOf(given, notifications);
  if (!notifications || wanted?.length === 0) return undefined;
  const specs = channelsInUse(notifications, wanted);
  if (specs.length === 0) return undefined;
  const { clock, secrets, env } = runner;
  const channels = openChannels(specs, { ...world, clock, secret: secretsFrom(given, runner, env) });
  return tellingBy(notifications, { wanted, channels, redact: (value) => secrets.redactIn(value) });
}

/**
 * The channels that are asked for: nobody for `none`, the rules' where nothing is said. Throws a UserError for a channel that
 * there is not.
 */
function wantedOf(
  { notify }: Pick<NotificationInputs, 'notify'>,
  notifications: Notifications | undefined,
): WantedChannels {
  if (!notify) return undefined;
  if (notify.includes('none')) return [];
  const unknown = unknownWords(notifications ?? { channels: [], rules: [] }, notify);
  const strange = unknown.filter((word) => !['github', ...CHANNEL_KINDS].includes(word));
  if (strange.length === 0) return notify;
  const known = notifications?.channels.map(({ name }) => name) ?? [];
  throw new UserError(
    `Input notify: there is no channel ${listed(strange.map(quote))}. Known: ${listed([...known, ...CHANNEL_KINDS, 'none'])}.`,
  );
}

/** Looks secrets up in the input, else in the environment; each is masked before its first use. */
export function secretsFrom(
  { channelSecrets = {} }: Pick<NotificationInputs, 'channelSecrets'>,
  { secrets }: Pick<Runner, 'secrets'>,
  env: Environment,
): (name: string) => string | undefined {
  for (const [name, value] of Object.entries(channelSecrets)) mask(name, value, secrets);
  return (name) => {
    const value = Object.hasOwn(channelSecrets, name) ? channelSecrets[name] : env[name];
    if (value === undefined || value.trim() === '') return undefined;
    return mask(name, value, secrets);
  };
}

/** Shorter paths are words that are no secret. */
const LONGEST_WORD = 16;

/**
 * A URL is hidden as a whole, and so is the password in it, as it is written and as it is meant, and what follows the host:
 * with most webhooks that is the secret, and a place may quote it when it refuses a message.
 */
function mask(name: string, value: string, secrets: Runner['secrets']): string {
  if (value.trim() === '') return value;
  secrets.add(value.trim(), name);
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
  if (url && url.password !== '') {
    secrets.add(url.password, name);
    secrets.add(percentDecoded(url.password), name);
  }
  for (const part of url ? [url.pathname, `${url.pathname}${url.search}`] : [])
    if (part.length > LONGEST_WORD) secrets.add(part, name);
  return value;
}
