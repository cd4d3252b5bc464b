import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createNetwork } from '../../../src/platform/net/network.ts';
import type { RequestError } from '../../../src/platform/net/request-error.ts';
import { createTransport, type HttpMessage } from '../../../src/platform/net/transport.ts';
import { type Servers, startServers } from '../../support/servers.ts';

let servers: Servers;
beforeEach(() => {
  servers = startServers();
});
afterEach(() => servers.close());

const limits = () => ({ signal: new AbortController().signal, maxBytes: 1_000, timeoutMs: 5_000 });
const message = (url: string, rest: Partial<HttpMessage> = {}): HttpMessage => ({
  url: new URL(url),
  method: 'GET',
  headers: {},
  ...rest,
});
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as RequestError,
  );

describe('connections of a trusted network', () => {
  test('are shared by reads; a write has one of its own', async () => {
    const ports: (number | undefined)[] = [];
    const base = await servers.http((request, response) => {
      ports.push(request.socket.remotePort);
      response.end('ok');
    });
    const transport = createTransport(createNetwork({ trusted: true }));
    await transport(message(base), limits());
    await transport(message(base), limits());
    await transport(message(base, { method: 'POST', body: Buffer.from('x') }), limits());
    const [first, second, third] = ports;
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('that the server has closed cost a read nothing', async () => {
    let answered = 0;
    const base = await servers.http((request, response) => {
      answered += 1;
      // The second request of a connection finds it closed.
      if (answered === 2) return void request.socket.resetAndDestroy();
      response.end(String(answered));
    });
    const transport = createTransport(createNetwork({ trusted: true }));
    await transport(message(base), limits());
    const { bytes } = await transport(message(base), limits());
    expect(Buffer.from(bytes).toString()).toBe('3');
  });
});

describe('what is secret', () => {
  const named = (address: string, env = {}) =>
    createTransport(createNetwork({ trusted: true, env, lookup: async () => [{ address, family: 4 }] }));
  const secrets: Partial<HttpMessage>[] = [
    { headers: { authorization: 'Bearer x' } },
    { headers: { 'X-Consul-Token': 'x' } },
    { headers: { 'x-api-key': 'x' }, method: 'POST' },
    { isSecret: true },
  ];

  test.each(secrets)('does not go to a public address over http: %j', async (rest) => {
    for (const url of ['http://registry.example/', 'http://8.8.8.8/']) {
      const {
        failure: why,
        kind,
        sent,
        message: said,
      } = (await failure(named('8.8.8.8')(message(url, rest), limits()))) ?? {};
      expect({ why, kind, sent }).toEqual({ why: 'refused', kind: 'fault', sent: false });
      expect(said).toMatch(
        /8\.8\.8\.8.* is a public address, and everybody on the way could read .*; give an https URL$/,
      );
    }
  });

  test.each(secrets)('goes to a private one: %j', async (rest) => {
    const { port } = new URL(await servers.http((_, response) => response.end()));
    expect(await named('127.0.0.1')(message(`http://registry.example:${port}/`, rest), limits())).toMatchObject({
      status: 200,
    });
  });

  test('does not go through a proxy either, where the address is known; all else does', async () => {
    const proxy = await servers.http((_, response) => response.end());
    const transport = named('8.8.8.8', { http_proxy: proxy });
    const headers = { authorization: 'Bearer x' };
    expect(await failure(transport(message('http://registry.example/', { headers }), limits()))).toMatchObject({
      failure: 'refused',
    });
    const open = { 'x-request-id': 'x', 'idempotency-key': 'x', cookie: 'just=set' };
    expect(await transport(message('http://registry.example/', { headers: open }), limits())).toMatchObject({
      status: 200,
    });
  });
});

describe('a packed answer', () => {
  const ask = async (body: Buffer) => {
    const base = await servers.http((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip');
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    });
    return createTransport(createNetwork({ trusted: true }))(
      message(base, { headers: { 'accept-encoding': 'gzip' } }),
      limits(),
    );
  };

  test('is unpacked', async () => {
    expect(Buffer.from((await ask(gzipSync('hello'))).bytes).toString()).toBe('hello');
  });

  test('that unfolds to more than is allowed is a failure, as is half of one', async () => {
    expect(await failure(ask(gzipSync(Buffer.alloc(1_001))))).toMatchObject({ failure: 'too-large' });
    const half = gzipSync('hello').subarray(0, 15);
    expect(await failure(ask(half))).toMatchObject({ failure: 'protocol', message: expect.stringContaining('gzip') });
  });
});

describe('what is said of a request that failed', () => {
  const transport = createTransport(createNetwork({ trusted: true }));
  const post = (url: string, headers: Record<string, string> = {}) =>
    failure(transport(message(url, { method: 'POST', headers }), limits()));

  test('a header with a line break was not sent, and its value is not shown', async () => {
    const received: string[] = [];
    const base = await servers.http((request) => received.push(request.url ?? ''));
    const error = await post(base, { authorization: 'Bearer ghp_secret\nX' });
    expect(error).toMatchObject({ failure: 'local', kind: 'fault', sent: false });
    expect(error?.message).toMatch(/cannot be sent: Invalid character in header content \["authorization"\]/);
    expect(error?.message).not.toContain('ghp_secret');
    expect(received).toEqual([]);
  });

  test('a closed port was not reached', async () => {
    const base = await servers.http(() => undefined);
    await servers.close();
    expect(await post(base)).toMatchObject({ failure: 'connection', kind: 'passing', sent: false });
  });

  test('a write whose connection broke is unclear, a read is not', async () => {
    const base = await servers.http((request) => request.socket.resetAndDestroy());
    expect(await post(base)).toMatchObject({ failure: 'connection', kind: 'unclear', sent: true });
    const error = await failure(transport(message(base), limits()));
    expect(error).toMatchObject({ failure: 'connection', kind: 'passing', sent: true });
  });

  test('a write whose answer is too large is unclear: it was done', async () => {
    const base = await servers.http((_, response) => response.end('x'.repeat(2_000)));
    expect(await post(base)).toMatchObject({ failure: 'too-large', kind: 'unclear' });
  });

  test('the caller hears as soon as something was sent, and never where nothing was', async () => {
    const base = await servers.http((_, response) => response.end());
    let sent = 0;
    const count = () => {
      sent += 1;
    };
    await transport(message(base), { ...limits(), onSent: count });
    expect(sent).toBe(1);
    await servers.close();
    await failure(transport(message(base, { method: 'POST' }), { ...limits(), onSent: count }));
    expect(sent).toBe(1);
  });
});

test.each(['https://service.example/', 'http://service.example/'])(
  'a proxy that takes the connection to %s and says nothing keeps nobody beyond the deadline',
  async (url) => {
    const closed: Promise<unknown>[] = [];
    const place = await servers.raw((socket) => {
      closed.push(new Promise((resolve) => socket.on('close', resolve)));
      socket.resume();
    });
    const network = createNetwork({ trusted: true, env: { all_proxy: `http://${place}` } });
    const signal = AbortSignal.timeout(200);
    const error = await failure(createTransport(network)(message(url), { signal, timeoutMs: 200, maxBytes: 1 }));
    expect(error?.name).toMatch(/TimeoutError|RequestError/);
    expect(closed).toHaveLength(1);
    await Promise.all(closed);
  },
);
