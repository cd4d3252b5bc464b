import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { fetchCall } from '../../src/services/http.ts';
import { signal } from './world.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const http = fetchCall();
const headers = { authorization: 'Bearer secret', 'x-consul-token': 'secret', accept: 'application/json' };
const call = (url: string, method = 'GET', deadline = 5_000) => http({ method, url, headers, deadline, signal });

test('no credential follows a redirect to another origin, not even another port', async () => {
  const seen: (typeof headers | object)[] = [];
  const thief = await serve((request, response) => {
    seen.push(request.headers);
    response.end('{}');
  });
  const registry = await serve((_, response) => response.writeHead(302, { location: `${thief}/x` }).end());
  expect((await call(registry)).status).toBe(200);
  expect(seen).toHaveLength(1);
  expect(JSON.stringify(seen)).not.toContain('secret');
});

test('within an origin the credential is kept', async () => {
  const registry = await serve((request, response) => {
    if (request.url === '/') response.writeHead(307, { location: '/v2' }).end();
    else response.end(request.headers.authorization);
  });
  expect((await call(`${registry}/`)).text).toBe('Bearer secret');
});

test('a redirected write is handed back', async () => {
  const registry = await serve((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());
  expect(await call(registry, 'POST')).toMatchObject({ status: 307 });
});

test.each([
  [
    'an endless redirect',
    (_: unknown, response: ServerResponse) => response.writeHead(302, { location: '/' }).end(),
    /redirected more than 5 times/,
  ],
  [
    'a redirect to a file',
    (_: unknown, response: ServerResponse) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    /redirected to no http URL/,
  ],
])('%s ends with its reason', async (_, listener, reason) => {
  await expect(call(await serve(listener))).rejects.toThrow(reason);
});

test('an endless body is cut off at 1 MiB', async () => {
  const registry = await serve((_, response) => {
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  });
  await expect(call(registry)).rejects.toThrow(/more than 1 MiB/);
});

test('a server that never answers ends at the deadline, named', async () => {
  const registry = await serve(() => {});
  await expect(call(registry, 'GET', 50)).rejects.toThrow(/127\.0\.0\.1:\d+ did not answer within 0.05 s/);
});

test('a closed port is named with its code', async () => {
  const registry = await serve(() => {});
  for (const server of servers.splice(0)) server.close();
  await expect(call(registry)).rejects.toThrow(/no connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/);
});
