import { afterAll, expect, test } from '@jest/globals';
import { createNetwork } from '../../../src/platform/net/network.ts';
import { healthLook } from '../../../src/services/reconcile/probe-service.ts';
import { networkCall } from '../../../src/services/registries/http-call.ts';
import { RegistryProblem } from '../../../src/services/registries/registry-answer.ts';
import { createRegistryClient } from '../../../src/services/registries/registry-client.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { startServers } from '../../support/servers.ts';
import { NOW, signal } from '../world.ts';

const servers = startServers();
afterAll(() => servers.close());

const headers = { authorization: 'Bearer secret', 'x-consul-token': 'secret', accept: 'application/json' };
const network = createNetwork({ allowPrivateNetwork: true });
const call = (url: string, method = 'GET') => networkCall(network)({ method, url, headers, timeoutMs: 5_000, signal });

test('no credential follows a redirect to another origin, not even another port', async () => {
  const seen: object[] = [];
  const thief = await servers.http((request, response) => {
    seen.push(request.headers);
    response.end('{}');
  });
  const registry = await servers.http((_, response) => response.writeHead(302, { location: `${thief}/x` }).end());
  expect((await call(registry)).status).toBe(200);
  expect(seen).toHaveLength(1);
  expect(JSON.stringify(seen)).not.toContain('secret');
});

test('within an origin the credential is kept', async () => {
  const registry = await servers.http((request, response) => {
    if (request.url === '/') response.writeHead(307, { location: '/v2' }).end();
    else response.end(request.headers.authorization);
  });
  expect((await call(`${registry}/`)).text).toBe('Bearer secret');
});

test('a redirected write is handed back', async () => {
  const registry = await servers.http((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());
  expect(await call(registry, 'POST')).toMatchObject({ status: 307 });
});

test('a private address is refused at once unless it is allowed', async () => {
  let asked = 0;
  const registry = await servers.http((_, response) => response.end(String(++asked)));
  const clock = jumpingClock(NOW);
  const client = createRegistryClient(registry, {
    http: networkCall(createNetwork()),
    clock,
    signal,
    timeoutMs: 5_000,
  });
  const problem = await client.get('/').catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(RegistryProblem);
  expect(problem).toMatchObject({ problem: 'refused', message: expect.stringContaining('allow-private-network') });
  expect([asked, clock.slept]).toEqual([0, []]);
});

test.each([
  [200, '{"status":"ok","version":"1.2.0"}', { verdict: 'healthy', deployedVersion: '1.2.0' }],
  [200, '{"status":"DOWN"}', { verdict: 'unhealthy', detail: expect.stringContaining('DOWN') }],
  [200, '{"status":', { verdict: 'unhealthy', detail: expect.stringContaining('not valid JSON') }],
  [503, '{}', { verdict: 'unhealthy', detail: expect.stringContaining('it answered 503') }],
])('a health endpoint that answers %i %s', async (status, body, expected) => {
  const service = await servers.http((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  expect(await healthLook({ network, clock: jumpingClock(NOW), signal })(service, 10_000)).toMatchObject(expected);
});
