import type { Channel } from '../../../engine/drive/channel.ts';
import type { Network } from '../../../platform/net/network.ts';
import type { Message } from '../../../train/telling/message.ts';
import { headline } from '../fact-words.ts';
import { postJson, verifyTaken } from '../post.ts';
import { adaptiveCard } from './adaptive-card.ts';
import { blocksOf, escapeSlack, mentionOf } from './block-kit.ts';
import { discordMessage } from './discord-message.ts';

interface WebhookSpec {
  readonly name: string;
  readonly kind: 'slack-webhook' | 'teams' | 'discord';
  readonly mention?: string | undefined;
}

interface Dialect {
  payload(message: Message, mention: string | undefined): object;
  readonly explained: Readonly<Record<number, string>>;
}

/** What each place is sent, and what its refusals mean. */
const DIALECTS: Readonly<Record<WebhookSpec['kind'], Dialect>> = {
  'slack-webhook': {
    payload: (message, wanted) => {
      const mention = mentionOf(message, wanted);
      return {
        text: `${mention}${escapeSlack(headline(message))}`,
        blocks: blocksOf(message, { mention, details: true }),
      };
    },
    explained: {
      400: 'Slack did not understand the message; please report it.',
      403: 'The workspace does not let this webhook post (action_prohibited, or its user was removed).',
      404: 'The webhook was removed from Slack (no_service, channel_not_found). Make a new one, and renew the secret.',
      410: 'The channel was archived. Make a webhook for another channel, and renew the secret.',
    },
  },
  teams: {
    payload: (message) => adaptiveCard(message),
    explained: {
      401: 'Make the workflow in Teams again ("Post to a channel when a webhook request is received"), and renew the secret.',
      404: 'The workflow was removed from Teams. Make it again, and renew the secret.',
    },
  },
  discord: {
    payload: (message) => discordMessage(message),
    explained: { 404: 'The webhook was removed from Discord. Make a new one, and renew the secret.' },
  },
};

/** A place that takes one post a message, and has no thread and no update. */
export function chatWebhook(
  spec: WebhookSpec,
  { url, network }: { readonly url: string; readonly network: Network },
): Channel {
  const { payload, explained } = DIALECTS[spec.kind];
  return {
    name: spec.name,
    kind: spec.kind,
    takes: 'group',
    async deliver(message, { signal }) {
      const body = JSON.stringify(payload(message, spec.mention));
      verifyTaken(await postJson({ network, url, body, signal }), url, explained);
      return {};
    },
  };
}
