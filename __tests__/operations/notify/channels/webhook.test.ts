import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { Undelivered } from '../../../../src/engine/drive/channel.ts';
import { webhookChannel, webhookKeys } from '../../../../src/operations/notify/channels/webhook.ts';
import { createNetwork } from '../../../../src/platform/net/network.ts';
import { realClock } from '../../../../src/platform/time/clock.ts';
import { type Servers, startServers } from '../../../support/servers.ts';
import { fact, HOSTILE, message } from '../support/messages.ts';

const SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const OLD_SECRET = 'whsec_plJ3nmyCDGBKInavdOK15jsl7XfrBxIc';

let servers: Servers;
const received: { headers: Record<string, string>; body: string }[] = [];
beforeEach(() => {
  servers = startServers();
  received.length = 0;
});
afterEach(() => servers.close());

const { signal } = new AbortController();

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));

/** Writes as long as somebody reads. */
async function pour(response: ServerResponse): Promise<void> {
  while (!response.destroyed) {
    if (!response.write('x'.repeat(65_536)))
      await new Promise((next) => response.once('drain', next).once('close', next));
  }
}

/** A receiver that answers so, and keeps what it got. */
function receiver(status = 204, headers: Record<string, string> = {}): Promise<string> {
  return servers.http((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const own = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      received.push({ headers: own, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, headers).end('no');
    });
  });
}

function channel(url: string, secret?: string, context?: unknown) {
  const keys = secret === undefined ? [] : (webhookKeys(secret) ?? []);
  const network = createNetwork({ allowPrivateNetwork: true });
  return webhookChannel({ name: 'hook', url, keys, network, clock: realClock, context });
}

async function refusal(status: number, headers?: Record<string, string>): Promise<Undelivered> {
  const work = channel(await receiver(status, headers)).deliver(message(), { signal });
  const error = await work.catch((caught: unknown) => caught);
  if (!(error instanceof Undelivered)) throw new Error(`It was delivered, or threw ${error}.`);
  return error;
}

test('the reference verifier of the standard takes what we sign, and what was tampered with it does not', async () => {
  await channel(await receiver(), SECRET).deliver(message([fact({ text: HOSTILE })]), { signal });
  const [got] = received;
  const verified = new Webhook(SECRET).verify(got?.body ?? '', got?.headers ?? {}) as {
    type: string;
    data: { text: string };
  };
  expect(verified).toMatchObject({ type: 'train.failed', data: { text: HOSTILE, train: { id: 'run-4711' } } });
  expect(() => new Webhook(SECRET).verify(`${got?.body} `, got?.headers ?? {})).toThrow();
  expect(() => new Webhook(OLD_SECRET).verify(got?.body ?? '', got?.headers ?? {})).toThrow();
  const old = { ...got?.headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1_000) - 600) };
  expect(() => new Webhook(SECRET).verify(got?.body ?? '', old)).toThrow();
});

test('while a secret is replaced both verify', async () => {
  await channel(await receiver(), `${SECRET} ${OLD_SECRET}`).deliver(message(), { signal });
  const [got] = received;
  for (const secret of [SECRET, OLD_SECRET])
    expect(() => new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).not.toThrow();
});

test('the same fact has the same id, and the context goes along unchanged', async () => {
  const hook = channel(await receiver(), undefined, { ticket: 7 });
  await hook.deliver(message(), { signal });
  await hook.deliver(message(), { signal });
  const [first, second] = received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(first?.headers['webhook-signature']).toBeUndefined();
  expect(JSON.parse(first?.body ?? '')).toMatchObject({ data: { context: { ticket: 7 } } });
});

describe('an answer', () => {
  test.each([
    ['without end', (response: ServerResponse) => void pour(response)],
    ['byte by byte', (response: ServerResponse) => response.write('o')],
    ['as a bomb', (response: ServerResponse) => response.writeHead(200, { 'content-encoding': 'gzip' }).write(BOMB)],
  ])('that says %s that it was taken is not told again', async (_, answer) => {
    const heard: string[] = [];
    const url = await servers.http((request, response) => {
      heard.push(String(request.headers['webhook-id']));
      request.resume().on('end', () => answer(response));
    });
    await channel(url).deliver(message(), { signal });
    expect(heard).toHaveLength(1);
  });

  test.each([
    [410, 'never'],
    [400, 'later'],
    [401, 'later'],
    [408, 'soon'],
    [425, 'soon'],
    [500, 'soon'],
    [502, 'soon'],
  ])('%i is tried again %s', async (status, retry) => {
    expect(await refusal(status)).toMatchObject({ retry, message: expect.stringContaining(`answered ${status}`) });
  });

  test('429 says for how long', async () => {
    expect(await refusal(429, { 'retry-after': '30' })).toMatchObject({ retry: 'soon', retryAfterMs: 30_000 });
  });

  test('a redirect is not followed', async () => {
    const target = await receiver();
    expect(await refusal(307, { location: target })).toMatchObject({ retry: 'later' });
    expect(received).toHaveLength(1);
  });
});

test('a private address is refused unless it is allowed', async () => {
  const url = await receiver();
  const hook = webhookChannel({ name: 'hook', url, keys: [], network: createNetwork(), clock: realClock });
  await expect(hook.deliver(message(), { signal })).rejects.toThrow('allow-private-network');
  expect(received).toEqual([]);
});

test.each(['short', 'whsec_', 'not base64!', '', 'whsec_AAAA'])('%j is no key', (text) => {
  expect(webhookKeys(text)).toBeUndefined();
});
