import { type Channel, type Delivery, Undelivered } from '../../../engine/drive/channel.ts';
import type { Network } from '../../../platform/net/network.ts';
import { isText, mapOf, parsedJson } from '../../../platform/records.ts';
import type { ChannelSpec } from '../../../train/manifest/notifications.ts';
import { isUrgent } from '../../../train/telling/fact.ts';
import type { Message } from '../../../train/telling/message.ts';
import { headline } from '../fact-words.ts';
import { postJson } from '../post.ts';
import { blocksOf, detailBlocks, detailsOf, escapeSlack, mentionOf } from './block-kit.ts';

interface SlackOptions {
  readonly spec: Extract<ChannelSpec, { kind: 'slack' }>;
  readonly token: string;
  readonly network: Network;
}

/** What Slack says with `ok: false`, and what to do about it. Those that pass by themselves are tried again at once. */
const EXPLAINED: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite the bot to {channel}, then run notify with operation: test.',
  channel_not_found: 'Is {channel} written as in Slack? A private channel is found only where the bot is a member.',
  is_archived: '{channel} is archived; choose another channel.',
  invalid_auth: 'The token in the secret {token} is not valid. It is the bot token of the app, and begins with xoxb-.',
  not_authed: 'The secret {token} holds no token.',
  account_inactive: 'The bot of the token in the secret {token} was removed. Install the app again.',
  token_revoked: 'The token in the secret {token} was revoked. Install the app again, and renew the secret.',
  token_expired: 'The token in the secret {token} has expired. Renew the secret.',
  missing_scope: 'The bot lacks the scope chat:write. Add it to the app, and install it again.',
  restricted_action: 'The workspace does not let this bot post to {channel}.',
};
const PASSING: readonly string[] = [
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
];

/**
 * Slack by a bot: one message a train, which is kept up to date, and in its thread what went wrong. Delivered is what Slack
 * answers `ok: true` to; a refusal comes with status 200.
 */
export function slackChannel({ spec, token, network }: SlackOptions): Channel {
  const call = async (method: string, payload: object, signal: AbortSignal): Promise<Record<string, unknown>> => {
    const url = `${spec.api}/${method}`;
    const headers = { authorization: `Bearer ${token}` };
    const answer = await postJson({ network, url, headers, body: JSON.stringify(payload), readsAnswer: true, signal });
    if (answer.status === 429 || answer.status >= 500)
      throw new Undelivered(`Slack answered ${answer.status}.`, { retryAfterMs: answer.retryAfterMs });
    const body = mapOf(parsedJson(answer.text));
    if (body.ok === true) return body;
    const code = isText(body.error) ? body.error : `status ${answer.status} without a reason`;
    throw new Refused(code, spec, answer.retryAfterMs);
  };
  const send = async (method: string, message: Message, place: object, signal: AbortSignal) => {
    const mention = method === 'chat.postMessage' ? mentionOf(message, spec.mention) : '';
    const payload = (details: boolean) => ({
      ...place,
      text: `${mention}${escapeSlack(headline(message))}`,
      blocks: blocksOf(message, { mention, details }),
      unfurl_links: false,
      unfurl_media: false,
    });
    try {
      return await call(method, payload(true), signal);
    } catch (error) {
      if (!(error instanceof Refused) || !/too_long|invalid_blocks/.test(error.code)) throw error;
      return call(method, payload(false), signal);
    }
  };
  return {
    name: spec.name,
    kind: 'slack',
    takes: 'group',
    async deliver(message, { signal }) {
      const known = parseRef(message.ref);
      if (known) {
        const updated = await update(message, known, signal);
        if (updated) return updated;
      }
      const posted = await send('chat.postMessage', message, { channel: spec.channel }, signal);
      const { channel, ts } = posted;
      if (typeof channel !== 'string' || typeof ts !== 'string') return {};
      return { ref: `${channel}/${ts}`, keep: `${channel}/${ts}` };
    },
  };

  /** Undefined where the message is there no more. */
  async function update(message: Message, known: Ref, signal: AbortSignal): Promise<Delivery | undefined> {
    const { channel, ts } = known;
    try {
      await send('chat.update', message, { channel, ts }, signal);
    } catch (error) {
      if (error instanceof Refused && /message_not_found|cant_update_message|edit_window_closed/.test(error.code))
        return undefined;
      throw error;
    }
    // Nobody is notified of a change: what went wrong, and that a problem is over, is said in the thread, with those who are to look.
    const news = message.facts.filter(
      (fact) => isUrgent(fact) || (fact.resolves !== undefined && message.overview === undefined),
    );
    if (news.length > 0) {
      const reply = { ...message, facts: news };
      const mention = mentionOf(reply, spec.mention);
      const said = { text: `${mention}${escapeSlack(detailsOf(reply))}`, blocks: detailBlocks(reply, mention) };
      await call('chat.postMessage', { channel, thread_ts: ts, ...said, unfurl_links: false }, signal);
    }
    return { ref: `${channel}/${ts}`, keep: `${channel}/${ts}` };
  }
}

class Refused extends Undelivered {
  readonly code: string;

  constructor(code: string, { channel, token }: SlackOptions['spec'], retryAfterMs: number | undefined) {
    const hint = (EXPLAINED[code] ?? '').replaceAll('{channel}', channel).replaceAll('{token}', token);
    const isPassing = PASSING.includes(code);
    super(`Slack refused the message (${code}). ${hint}`.trim(), { retry: isPassing ? 'soon' : 'later', retryAfterMs });
    this.code = code;
  }
}

interface Ref {
  readonly channel: string;
  readonly ts: string;
}

function parseRef(ref: string | undefined): Ref | undefined {
  const [, channel, ts] = /^([A-Z0-9]+)\/(\d+\.\d+)$/.exec(ref ?? '') ?? [];
  return channel === undefined || ts === undefined ? undefined : { channel, ts };
}
