import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { proxyFetch } from '../../../../src/platform/github/client/github-proxy.ts';
import { json } from '../scripted-server.ts';
import { rejection, setUp } from '../set-up.ts';

const scene = setUp();
/** What the proxy was asked to connect to. */
let asked: string[];
let proxy: { url: string; close: () => Promise<void>; refuse: boolean };

beforeEach(async () => {
  asked = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  const state = { refuse: false };
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

describe('a proxy', () => {
  const through = (env: Record<string, string>, apiUrl = scene.server.url) => {
    const fetch = proxyFetch(env);
    return scene.another({ apiUrl, ...(fetch ? { fetch } : {}) });
  };

  test.each(['http_proxy', 'HTTP_PROXY'])(
    'named by %s carries the requests, also to hosts that only it knows',
    async (name) => {
      scene.server.play(json({ id: 1 }));
      const apiUrl = scene.server.url.replace('127.0.0.1', 'github.internal.example');
      expect(await through({ [name]: proxy.url }, apiUrl).read('GET /a')).toEqual({ id: 1 });
      expect(asked).toEqual([apiUrl.replace('http://', '')]);
    },
  );

  test.each([{ no_proxy: '127.0.0.1' }, { NO_PROXY: 'other.example,127.0.0.1' }, { no_proxy: '*' }])(
    'is passed by for %j',
    async (env) => {
      scene.server.play(json({ id: 1 }));
      expect(await through({ http_proxy: proxy.url, ...env }).read('GET /a')).toEqual({ id: 1 });
      expect(asked).toEqual([]);
    },
  );

  test('that refuses is named, and a write is not ambiguous: it never left', async () => {
    proxy.refuse = true;
    const error = await rejection(through({ http_proxy: proxy.url }).write('POST /a', {}, { deadline: 500 }));
    expect(error.name).toBe('GitHubError');
    expect(error.message).toMatch(/The proxy refused the connection.*Check https_proxy/);
    expect(scene.server.requests).toHaveLength(0);
  });

  test('not named is not used', () => {
    expect(proxyFetch({ no_proxy: '*', https_proxy: '' })).toBeUndefined();
  });
});
