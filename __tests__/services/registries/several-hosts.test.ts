import { afterAll, expect, test } from '@jest/globals';
import { createNetwork } from '../../../src/platform/net/network.ts';
import { credentialsOf } from '../../../src/services/registries/credentials.ts';
import { networkCall } from '../../../src/services/registries/http-call.ts';
import { openRegistry } from '../../../src/services/registries/open-registry.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { startServers } from '../../support/servers.ts';
import { NOW, signal } from '../world.ts';

const servers = startServers();
afterAll(() => servers.close());

test('a landscape of three hosts: each path goes to its host, each host gets its own token and no other', async () => {
  const seen: string[] = [];
  const host = (name: string, answer: (path: string) => unknown) =>
    servers.http((request, response) => {
      seen.push(`${name} ${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(request.url ?? '')));
    });
  const write = await host('write', () => ({}));
  const read = await host('read', (path) => (path === '/all' ? [{ name: 'id' }] : { name: 'id', version: '1' }));
  const discovery = await host('discovery', () => ({ services: ['id'] }));
  const { registry } = openRegistry({
    ...{ kind: 'rest', url: write, fields: {}, clock: jumpingClock(NOW), signal },
    http: networkCall(createNetwork({ allowPrivateNetwork: true })),
    paths: { service: `${read}/one/{name}`, list: `${read}/all`, refresh: `POST ${discovery}/refresh` },
    discoveryUrl: `${discovery}/document`,
    tokens: { token: 'W', byUse: { refresh: 'R' }, byOrigin: { [read]: 'READ' } },
  });
  await registry.read('id');
  await registry.list();
  await registry.upsert({ name: 'id' }, undefined);
  await registry.discover();
  await registry.refresh();
  expect(seen).toEqual([
    'read GET /one/id Bearer READ',
    'read GET /all Bearer READ',
    'write POST /api/register Bearer W',
    'discovery GET /document -',
    'discovery POST /refresh Bearer R',
  ]);
});

test('the next page of a list elsewhere stays on its host', async () => {
  const read = await servers.http((request, response) => {
    const headers = request.url === '/all' ? { link: '<https://proxy.test/all?page=2>; rel="next"' } : {};
    response.writeHead(200, headers).end(JSON.stringify([{ name: request.url }]));
  });
  const { registry } = openRegistry({
    ...{ kind: 'rest', url: 'https://write.test', fields: {}, clock: jumpingClock(NOW), signal, tokens: {} },
    http: networkCall(createNetwork({ allowPrivateNetwork: true })),
    paths: { list: `${read}/all` },
  });
  expect((await registry.list()).map(({ name }) => name)).toEqual(['/all', '/all?page=2']);
});

test.each(['read.example.com', 'ftp://x', 'https://x/path', 'https://x/?q'])(
  '%j is not an origin, and its token is not shown',
  (origin) => {
    const open = () => credentialsOf('rest', 'https://write.test', { byOrigin: { [origin]: 'very-secret' } });
    expect(open).toThrow(/is not an origin/);
    expect(open).not.toThrow(/very-secret/);
  },
);

test.each([
  ['https://{name}.example.com/x', /service is .*expected/],
  ['https://user:secret@host/x', /expected/],
])('the path %j is refused', (path, message) => {
  const open = () =>
    openRegistry({
      ...{ kind: 'rest', url: 'https://write.test', fields: {}, clock: jumpingClock(NOW), signal, tokens: {} },
      http: networkCall(createNetwork()),
      paths: { service: path },
    });
  expect(open).toThrow(message);
});
