import type { Channel } from '../../engine/drive/channel.ts';
import { type Fault, UserError } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { isPublicInClear } from '../../platform/net/clear-text.ts';
import type { Network } from '../../platform/net/network.ts';
import { listed } from '../../platform/text/wording.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { type ChannelSpec, secretsOf } from '../../train/manifest/notifications.ts';
import { chatWebhook } from './channels/chat-webhooks.ts';
import { emailChannel, parseSmtpUrl } from './channels/email.ts';
import { issueChannel } from './channels/issue.ts';
import { slackChannel } from './channels/slack.ts';
import { webhookChannel, webhookKeys } from './channels/webhook.ts';

export interface ChannelWorld {
  /** The value of a secret by its name, masked already; undefined where it is not given. */
  readonly secret: (name: string) => string | undefined;
  readonly network: Network;
  readonly repositoryFor: (name: string) => Repository;
  readonly clock: Clock;
  /** Goes to webhooks unchanged. */
  readonly context?: unknown;
}

/** Opens channels. Nothing is requested yet; throws a UserError with every secret that is missing or of no use. */
export function openChannels(specs: readonly ChannelSpec[], world: ChannelWorld): Channel[] {
  const names = [...new Set(specs.flatMap(secretsOf))];
  const missing = names.filter((name) => world.secret(name) === undefined);
  if (missing.length > 0) {
    const [are, them] = missing.length === 1 ? ['secret', 'is'] : ['secrets', 'are'];
    throw new UserError(
      `The ${are} ${listed(missing)} that notifications names ${them} not given: pass ${missing.length === 1 ? 'it' : 'them'} by channel-secrets.`,
    );
  }
  const opened = specs.map((spec) => openChannel(spec, world));
  const faults = opened.flatMap((one) => ('message' in one ? [one] : []));
  if (faults.length > 0) throw new UserError(faults);
  return opened.flatMap((one) => ('message' in one ? [] : [one]));
}

function openChannel(spec: ChannelSpec, world: ChannelWorld): Channel | Fault {
  const { network, repositoryFor, clock, context } = world;
  const { name } = spec;
  const secret = (of: string) => world.secret(of)?.trim() ?? '';
  switch (spec.kind) {
    case 'slack':
      return URL.canParse(spec.api) && isPublicInClear(new URL(spec.api), network)
        ? { message: `Channel ${name}: ${spec.api} is no https URL, ${IN_CLEAR}` }
        : slackChannel({ spec, token: secret(spec.token), network });
    case 'email': {
      const server = parseSmtpUrl(secret(spec.smtp));
      if (!server)
        return {
          message: `Channel ${name}: the secret ${spec.smtp} is no address of a mail server; expected smtps://user:password@host:465 or smtp://user:password@host:587, with special characters percent-encoded.`,
        };
      return emailChannel({ ...spec, server, network });
    }
    case 'issue':
      return issueChannel({ spec, repository: repositoryFor(spec.repository), clock });
    case 'webhook': {
      const keys = spec.secret === undefined ? [] : webhookKeys(secret(spec.secret));
      if (!keys)
        return {
          message: `Channel ${name}: the secret ${spec.secret} is no key of the webhook standard; expected base64 of at least 16 bytes, such as openssl rand -base64 32 prints.`,
        };
      return withUrl(spec, world, (url) => webhookChannel({ name, url, keys, network, clock, context }));
    }
    default:
      return withUrl(spec, world, (url) => chatWebhook(spec, { url, network }));
  }
}

const IN_CLEAR =
  'and everybody on the way could read what goes over http. Give an https URL; http is for a private network, with allow-private-network: true.';

/** The old connectors of Teams: https://devblogs.microsoft.com/microsoft365dev/retirement-of-office-365-connectors-within-microsoft-teams */
const DEAD_TEAMS = /(^|\.)webhook\.office\.com$/;

function withUrl(
  { name, kind, url: from }: { readonly name: string; readonly kind: string; readonly url: string },
  { secret, network }: Pick<ChannelWorld, 'secret' | 'network'>,
  open: (url: string) => Channel,
): Channel | Fault {
  const text = secret(from)?.trim() ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol))
    return { message: `Channel ${name}: the secret ${from} is no http or https URL.` };
  if (isPublicInClear(url, network))
    return { message: `Channel ${name}: the secret ${from} is no https URL, ${IN_CLEAR}` };
  if (kind === 'teams' && DEAD_TEAMS.test(url.hostname))
    return {
      message: `Channel ${name}: the secret ${from} is the address of an Office 365 connector, which Microsoft has switched off. Make a workflow in Teams ("Post to a channel when a webhook request is received"), and put its URL into the secret.`,
    };
  return open(text);
}
