import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Undelivered } from '../../../../src/engine/drive/channel.ts';
import { chatWebhook } from '../../../../src/operations/notify/channels/chat-webhooks.ts';
import { createNetwork } from '../../../../src/platform/net/network.ts';
import type { Message } from '../../../../src/train/telling/message.ts';
import { type Servers, startServers } from '../../../support/servers.ts';
import { BIDI, fact, HOSTILE, message, OVERVIEW } from '../support/messages.ts';

let servers: Servers;
let received: string[];
beforeEach(() => {
  servers = startServers();
  received = [];
});
afterEach(() => servers.close());

const { signal } = new AbortController();
const KINDS = ['teams', 'discord', 'slack-webhook'] as const;

/** A place that answers so, and keeps what it got. */
async function place(kind: (typeof KINDS)[number], status = 200, headers: Record<string, string> = {}) {
  const url = await servers.http((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(Buffer.concat(chunks).toString());
      response.writeHead(status, headers).end('ok');
    });
  });
  const network = createNetwork({ allowPrivateNetwork: true });
  return chatWebhook({ name: 'place', kind }, { url: `${url}/secret-path`, network });
}

/** As much of everything as there can be, each text as long as it can be. */
const HUGE: Message = message(
  Array.from({ length: 60 }, (_, index) => fact({ id: `f${index}`, text: `${index} ${HOSTILE.repeat(40)}` })),
  {
    title: HOSTILE.repeat(20),
    overview: {
      ...OVERVIEW,
      components: Array.from({ length: 300 }, (_, index) => ({
        ...{ id: `component-${index}`, status: 'failed' as const, version: '1.0.0', reason: HOSTILE },
      })),
    },
  },
);

describe('teams', () => {
  const card = async (sent: Message) => {
    await (await place('teams')).deliver(sent, { signal });
    const [attachment] = JSON.parse(received[0] ?? '').attachments;
    return attachment as { contentType: string; content: { body: Block[]; actions: { type: string; url: string }[] } };
  };
  interface Block {
    readonly type: string;
    readonly text?: string;
    readonly items?: readonly Block[];
  }
  const texts = (blocks: readonly Block[]): string[] =>
    blocks.flatMap(({ text, items = [] }) => [...(text === undefined ? [] : [text]), ...texts(items)]);

  test('gets one card within its 28 kB, however much there is to say', async () => {
    const { contentType, content } = await card(HUGE);
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(Buffer.byteLength(received[0] ?? '')).toBeLessThan(28 * 1024);
    expect(texts(content.body).at(-1)).not.toBe('');
    expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
  });

  test('reads no Markdown, no mention and no link that a text brings along', async () => {
    const { content } = await card(message([fact({ text: HOSTILE })]));
    const said = texts(content.body).join('\n');
    // What would format or link is escaped; a mention needs an entity of the card, and there is none.
    expect(said).not.toMatch(/(?<!\\)\[x\]/);
    expect(said).not.toMatch(/(?<!\\)[<`*]/);
    expect(received[0]).not.toMatch(/"entities"|"mention"/);
    expect(said).not.toMatch(BIDI);
    for (const { type, url } of content.actions) {
      expect(type).toBe('Action.OpenUrl');
      expect(url).toMatch(/^https?:\/\//);
    }
  });
});

describe('discord', () => {
  interface Embed {
    readonly title: string;
    readonly description: string;
    readonly color: number;
    readonly url?: string;
  }
  const embedOf = async (sent: Message) => {
    await (await place('discord')).deliver(sent, { signal });
    const body = JSON.parse(received[0] ?? '') as { embeds: Embed[]; allowed_mentions: object; content?: string };
    return { ...body, embed: body.embeds[0] };
  };

  test('gets one embed within its limits, however much there is to say', async () => {
    const { embeds, embed } = await embedOf(HUGE);
    expect(embeds).toHaveLength(1);
    expect([...(embed?.title ?? '')].length).toBeLessThanOrEqual(256);
    expect(embed?.title.length).toBeLessThanOrEqual(256);
    expect(embed?.description.length).toBeLessThanOrEqual(4_096);
    expect((embed?.title.length ?? 0) + (embed?.description.length ?? 0)).toBeLessThanOrEqual(6_000);
  });

  test('mentions nobody, whatever a text says', async () => {
    const { allowed_mentions, embed, content } = await embedOf(message([fact({ text: HOSTILE })]));
    expect({ allowed_mentions, content }).toEqual({ allowed_mentions: { parse: [] }, content: undefined });
    expect(embed?.description).not.toMatch(/@(everyone|alice|here)/);
    expect(embed?.description).not.toMatch(/(?<!\\)\[x\]|(?<!\\)<@/);
    // Discord makes a link of every address but one with a backslash in it, which it does not show.
    expect(embed?.description.replace(/^\[.*\]\(<.*>\)$/gm, '')).not.toMatch(/https?:\/\//);
    expect(embed?.description).toContain('http:\\//evil.test/x');
    expect(embed?.url).toMatch(/^https:\/\//);
    expect(`${embed?.title}${embed?.description}`).not.toMatch(BIDI);
  });
});

describe.each(KINDS)('%s', (kind) => {
  const refusal = async (status: number, headers?: Record<string, string>): Promise<Undelivered> => {
    const channel = await place(kind, status, headers);
    const error = await channel.deliver(message(), { signal }).catch((caught: unknown) => caught);
    if (!(error instanceof Undelivered)) throw new Error(`It was delivered, or threw ${error}.`);
    return error;
  };

  test('that asks for a pause gets it, and is told again', async () => {
    expect(await refusal(429, { 'retry-after': '17' })).toMatchObject({ retry: 'soon', retryAfterMs: 17_000 });
    expect((await refusal(503)).retry).toBe('soon');
  });

  test('that is not there any more says what to do, and never its address', async () => {
    const gone = await refusal(404);
    expect(gone.message).toMatch(/renew the secret/);
    expect(gone.message).not.toContain('secret-path');
    expect(gone.retry).not.toBe('soon');
  });

  test('that redirects is not followed', async () => {
    const error = await refusal(302, { location: 'http://127.0.0.1:9/elsewhere' });
    expect(received).toHaveLength(1);
    expect(error.message).not.toContain('secret-path');
  });
});
