import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitHubTransport } from '../../../../src/platform/github/client/github-network.ts';
import { json } from '../scripted-server.ts';
import { rejection, setUp } from '../set-up.ts';

const scene = setUp();
/** What the proxy was asked to connect to. */
let asked: string[];
let proxy: { url: string; close: () => Promise<void>; refuse: boolean };

beforeEach(async () => {
  asked = [];
  const sockets = new Set<Socket>();
  const state = { refuse: false };
  // Of the names that only it knows, all lead to this machine.
  const server = createServer((incoming, response) => {
    asked.push(new URL(incoming.url ?? '').host);
    if (state.refuse) return void response.writeHead(407).end();
    const { pathname, port } = new URL(incoming.url ?? '');
    const options = { host: '127.0.0.1', port, path: pathname, method: incoming.method, headers: incoming.headers };
    const onward = httpRequest(options, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(request.url ?? '');
    sockets.add(client);
    if (state.refuse) return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const [, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    sockets.add(target);
    for (const socket of [client, target]) socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
});
afterEach(() => proxy.close());

const INTERNAL = 'github.internal.example';

describe('a proxy', () => {
  const through = (env: Record<string, string>, apiUrl = scene.server.url.replace('127.0.0.1', INTERNAL)) =>
    scene.another({ apiUrl, transport: gitHubTransport(env) });

  test.each(['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'])(
    'named by %s carries the requests to hosts that only it knows',
    async (name) => {
      scene.server.play(json({ id: 1 }), json({ id: 2 }));
      const client = through({ [name]: proxy.url });
      expect(await client.read('GET /a')).toEqual({ id: 1 });
      expect(await client.write('POST /a', { b: 1 })).toMatchObject({ data: { id: 2 } });
      const host = scene.server.url.replace('http://127.0.0.1', INTERNAL);
      expect(asked).toEqual([host, host]);
      expect(scene.server.requests[1]?.body).toBe('{"b":1}');
    },
  );

  test.each([{ no_proxy: INTERNAL }, { NO_PROXY: 'other.example,.internal.example' }, { no_proxy: '*' }])(
    'is passed by for %j',
    async (env) => {
      const error = await rejection(through({ http_proxy: proxy.url, ...env }).read('GET /a', {}, { timeoutMs: 500 }));
      expect(error.message).toContain(INTERNAL);
      expect(asked).toEqual([]);
    },
  );

  test('is never used for this machine', async () => {
    scene.server.play(json({ id: 1 }));
    expect(await through({ http_proxy: proxy.url }, scene.server.url).read('GET /a')).toEqual({ id: 1 });
    expect(asked).toEqual([]);
  });

  test('that refuses a tunnel is named, and a write is not ambiguous: it never left', async () => {
    proxy.refuse = true;
    const client = through({ https_proxy: proxy.url }, 'https://github.internal.example');
    const error = await rejection(client.write('POST /a', {}, { timeoutMs: 500 }));
    expect(error).toMatchObject({ name: 'GitHubError', kind: 'passing' });
    expect(error.message).toMatch(
      /the proxy 127\.0\.0\.1:\d+ opened no connection: it answered 407 to CONNECT\. Check the proxy's variables/,
    );
    expect(asked).toEqual(['github.internal.example:443']);
  });

  test('that cannot be reached is named', async () => {
    await proxy.close();
    const error = await rejection(through({ http_proxy: proxy.url }).write('POST /a', {}, { timeoutMs: 500 }));
    expect(error.name).toBe('GitHubError');
    expect(error.message).toMatch(/the proxy 127\.0\.0\.1:\d+ opened no connection: .*ECONNREFUSED/);
  });

  test('that is none is a fault, and nothing is sent', async () => {
    const error = await rejection(through({ http_proxy: 'socks5://proxy:1080' }).write('POST /a'));
    expect(error).toMatchObject({ name: 'GitHubError', kind: 'fault' });
    expect(error.message).toContain('the variable http_proxy names no proxy that can be used');
  });
});
