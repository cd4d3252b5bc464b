import { createHmac } from 'node:crypto';
import type { Channel } from '../../../engine/drive/channel.ts';
import { sha256Of } from '../../../platform/files/file-digest.ts';
import type { Network } from '../../../platform/net/network.ts';
import type { Clock } from '../../../platform/time/clock.ts';
import type { Fact } from '../../../train/telling/fact.ts';
import type { Message } from '../../../train/telling/message.ts';
import { postJson, verifyTaken } from '../post.ts';

interface WebhookOptions {
  readonly name: string;
  readonly url: string;
  /** As they stand in the secret: base64, with or without `whsec_`. Two while they are being replaced. */
  readonly keys: readonly Buffer[];
  readonly network: Network;
  readonly clock: Clock;
  /** Goes to the receiver unchanged. */
  readonly context?: unknown;
}

/**
 * A signed webhook: https://github.com/standard-webhooks/standard-webhooks. Each fact is one message, whose id is made of the
 * fact's, so that a receiver that hears it twice knows.
 */
export function webhookChannel({ name, url, keys, network, clock, context }: WebhookOptions): Channel {
  return {
    name,
    kind: 'webhook',
    takes: 'each',
    async deliver(message, { signal }) {
      const [fact] = message.facts;
      if (!fact) return {};
      const id = webhookId(fact);
      const seconds = Math.floor(clock.now() / 1_000);
      const body = JSON.stringify(payloadOf(fact, message, { at: clock.now(), context }));
      const signature = keys.map((key) => `v1,${sign(key, `${id}.${seconds}.${body}`)}`).join(' ');
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        ...(keys.length > 0 && { 'webhook-signature': signature }),
      };
      verifyTaken(await postJson({ network, url, headers, body, signal }), url);
      return { ref: id };
    },
  };
}

/** The receiver's key for a fact: the same however often it is sent. */
function webhookId({ id }: Pick<Fact, 'id'>): string {
  return `msg_${sha256Of(id).slice(0, 32)}`;
}

function payloadOf(
  fact: Fact,
  { title, overview }: Message,
  { at, context }: { at: number; context: unknown },
): object {
  const { id, kind, severity, component, environment, text, next, url, problem, resolves } = fact;
  const { trainId, name, status, released, total, runUrl, actor } = overview ?? {};
  const known = { id, severity, title, text, next, url, component, environment, problem, resolves };
  return {
    type: `${overview ? 'train' : 'event'}.${kind}`,
    timestamp: new Date(at).toISOString(),
    data: {
      ...known,
      at: new Date(fact.at).toISOString(),
      ...(overview && { train: { id: trainId, name, status, released, total, runUrl, actor } }),
      ...(context !== undefined && { context }),
    },
  };
}

function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}

const SHORTEST = 16;

/** The keys of a secret, or undefined where it is none: base64 of at least 16 bytes each, parted by blanks or commas. */
export function webhookKeys(secret: string): Buffer[] | undefined {
  const texts = secret.split(/[\s,]+/).filter((text) => text !== '');
  const keys = texts.map((text) => {
    const plain = text.replace(/^whsec_/, '');
    return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : Buffer.alloc(0);
  });
  return keys.length > 0 && keys.every(({ length }) => length >= SHORTEST) ? keys : undefined;
}
