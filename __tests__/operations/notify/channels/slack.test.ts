import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ScriptedSlack, scriptedSlack } from '../../../../simulator/channels/slack.ts';
import { Undelivered } from '../../../../src/engine/drive/channel.ts';
import { slackChannel } from '../../../../src/operations/notify/channels/slack.ts';
import { createNetwork } from '../../../../src/platform/net/network.ts';
import { json, type Servers, startServers } from '../../../support/servers.ts';
import { BIDI, fact, HOSTILE, message, OVERVIEW, STARTED } from '../support/messages.ts';

let servers: Servers;
let slack: ScriptedSlack;
let api: string;
beforeEach(async () => {
  servers = startServers();
  slack = scriptedSlack();
  api = `${await servers.http(slack.handler)}/api`;
});
afterEach(() => servers.close());

const { signal } = new AbortController();

/** 64 MiB in 64 kB. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));

function channel(mention?: string) {
  const spec = { name: 'alerts', kind: 'slack', token: 'SLACK_TOKEN', channel: '#alerts', api } as const;
  const network = createNetwork({ allowPrivateNetwork: true });
  return slackChannel({ spec: { ...spec, ...(mention !== undefined && { mention }) }, token: 'xoxb-secret', network });
}

/** What it threw. */
async function refused(work: Promise<unknown>): Promise<Undelivered> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Undelivered)) throw new Error(`It was delivered, or threw ${error}.`);
  return error;
}

interface Text {
  readonly type: string;
  readonly text: string;
}

/** Every text of the blocks, with how Slack reads it. */
function textsIn(value: unknown): readonly Text[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { text, type } = value as { text?: unknown; type?: unknown };
  const own = typeof text === 'string' ? [{ type: String(type), text }] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

test('a train is one message that is kept up to date, with what went wrong in its thread', async () => {
  const alerts = channel('<!subteam^S012>');
  const first = await alerts.deliver(message([STARTED]), { signal });
  expect(first).toEqual({ ref: 'C0123456/1700000000.000100', keep: 'C0123456/1700000000.000100' });
  const overview = { ...OVERVIEW, status: 'failed' as const };
  await alerts.deliver(message([fact()], { overview, ref: first.keep ?? '' }), { signal });
  const [main, reply, ...others] = slack.messages;
  expect(others).toEqual([]);
  expect(main).toMatchObject({ edits: 1, text: '❌ product → production: failed' });
  expect(reply).toMatchObject({ thread: main?.ts, text: expect.stringMatching(/^<!subteam\^S012> 🚨 The deployment/) });
  expect(slack.calls.every(({ authorization }) => authorization === 'Bearer xoxb-secret')).toBe(true);
  const buttons = JSON.stringify(main?.blocks.at(-1));
  expect(buttons).toContain('View run');
  expect(buttons).toContain('https://github.test/acme/ops/actions/runs/4711');
});

test('what failed stays to be seen, with its run, when the message is about what came of it', async () => {
  const failedUrl = 'https://github.test/acme/backend/actions/runs/2';
  const status = 'rolled-back' as const;
  const backend = {
    id: 'backend',
    status,
    version: '2.0.0',
    previousVersion: '2.1.0',
    reason: 'It answers 503.',
    failedUrl,
  };
  const overview = { ...OVERVIEW, status, components: [backend, { id: 'web', status }] };
  const back = fact({ kind: 'rolled-back', severity: 'warning', text: 'All was rolled back.' });
  await channel().deliver(message([back], { overview }), { signal });
  const [sent] = slack.messages;
  const texts = textsIn(sent?.blocks).map(({ text }) => text);
  expect(texts).toContain('🟠 All was rolled back.\n❌ backend 2.1.0 → 2.0.0 rolled back: It answers 503.');
  expect(JSON.stringify(sent?.blocks.at(-1))).toContain(failedUrl);
});

test('a problem that is over is said in its thread, and mentions nobody', async () => {
  const alerts = channel('<!here>');
  const { overview: _, ...about } = message([fact()]);
  const { keep = '' } = await alerts.deliver(about, { signal });
  const { problem: __, ...plain } = fact({
    id: 'over',
    kind: 'completed',
    severity: 'info',
    text: 'It is well again.',
  });
  const over = { ...plain, resolves: 'product/production' };
  await alerts.deliver({ ...about, severity: 'info', facts: [over], ref: keep }, { signal });
  expect(slack.messages.map(({ text }) => text)).toEqual([
    '✅ product → production: completed',
    '🔵 It is well again.',
  ]);
  expect(slack.messages[1]?.thread).toBe(slack.messages[0]?.ts);
});

test('nobody is mentioned for what goes well', async () => {
  await channel('<!here>').deliver(message([STARTED]), { signal });
  expect(JSON.stringify(slack.messages)).not.toContain('<!here>');
});

test('a message that somebody deleted is posted again', async () => {
  const { keep } = await channel().deliver(message([fact()], { ref: 'C0123456/1600000000.000100' }), { signal });
  expect(keep).toBe('C0123456/1700000000.000100');
});

test.each(['text', 'title', 'component'])('a hostile %s mentions nobody and fits', async (key) => {
  const hostile = fact({ text: HOSTILE, ...(key === 'component' && { component: HOSTILE }) });
  const facts = Array.from({ length: 40 }, (_, index) => ({ ...hostile, id: `f${index}`, next: HOSTILE }));
  const overview = { ...OVERVIEW, actor: HOSTILE, trainId: HOSTILE.slice(0, 60) };
  await channel('<!subteam^S012>').deliver(message(facts, { overview, ...(key === 'title' && { title: HOSTILE }) }), {
    signal,
  });
  const texts = textsIn(slack.messages[0]?.blocks);
  // Slack looks for nothing in plain text; what it reads as markup is of the manifest alone.
  expect(texts.filter(({ type }) => type !== 'plain_text')).toEqual([{ type: 'mrkdwn', text: '<!subteam^S012>' }]);
  const sent = texts.map(({ text }) => text).join('\n');
  expect(slack.messages[0]?.text.replace('<!subteam^S012> ', '')).not.toMatch(/[<>]/);
  expect(sent).toContain('and 32 more');
  expect(sent).not.toMatch(BIDI);
});

describe('a refusal', () => {
  test.each([
    [
      'not_in_channel',
      'Slack refused the message (not_in_channel). Invite the bot to #alerts, then run notify with operation: test.',
    ],
    ['channel_not_found', 'Slack refused the message (channel_not_found). Is #alerts written as in Slack?'],
    ['invalid_auth', 'The token in the secret SLACK_TOKEN is not valid.'],
    ['missing_scope', 'The bot lacks the scope chat:write.'],
  ])('%s with status 200 says what to do, and is for later', async (error, words) => {
    slack.script.push((response) => json(response, { ok: false, error }));
    const thrown = await refused(channel().deliver(message(), { signal }));
    expect(thrown.message).toContain(words);
    expect(thrown.message).not.toContain('xoxb-secret');
    expect(thrown.retry).toBe('later');
  });

  test('of blocks that are too long is tried once more without the details', async () => {
    slack.script.push((response) => json(response, { ok: false, error: 'msg_blocks_too_long' }));
    await channel().deliver(message(), { signal });
    expect(slack.calls).toHaveLength(2);
    expect(slack.messages).toHaveLength(1);
  });

  test('429 keeps away as long as it is asked to, and a broken answer is none', async () => {
    slack.script.push((response) => response.writeHead(429, { 'retry-after': '7' }).end());
    expect(await refused(channel().deliver(message(), { signal }))).toMatchObject({
      retry: 'soon',
      retryAfterMs: 7_000,
    });
    slack.script.push((response) => response.writeHead(200).end('<html>'));
    expect((await refused(channel().deliver(message(), { signal }))).message).toContain('status 200 without a reason');
    slack.script.push((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB));
    expect(await refused(channel().deliver(message(), { signal }))).toMatchObject({ retry: 'soon' });
    slack.script.push((response) => response.writeHead(503).end());
    expect(await refused(channel().deliver(message(), { signal }))).toMatchObject({ retry: 'soon' });
  });
});
