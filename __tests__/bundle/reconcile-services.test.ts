import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SimulatedServiceRegistry, serveRegistry } from '../../simulator/service-registry.ts';
import { GitHubServer } from '../services/github-server.ts';
import { runBundle } from './run-action.ts';

const TOKEN = 'registry-token-1234';
const GITHUB_TOKEN = 'github-token-5678';

let simulated: SimulatedServiceRegistry;
let registry: Awaited<ReturnType<typeof serveRegistry>>;
let github: GitHubServer;
let services: { server: Server; url: string; status: number; version: string }[];

async function startService(): Promise<(typeof services)[number]> {
  const service = { server: createServer(), url: '', status: 200, version: '1.0.0' };
  service.server.on('request', (_, response) => {
    response.writeHead(service.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: service.status === 200 ? 'ok' : 'error', version: service.version }));
  });
  await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${(service.server.address() as AddressInfo).port}`;
  return service;
}

beforeEach(async () => {
  github = await GitHubServer.start();
  simulated = new SimulatedServiceRegistry({ token: TOKEN });
  registry = await serveRegistry(simulated);
  services = await Promise.all([startService(), startService(), startService()]);
  for (const [index, { url }] of services.entries()) {
    const name = `service-${index}`;
    simulated.store(name, { name, version: '1.0.0', endpoints: { health: `${url}/health` }, capabilities: [] });
    simulated.addRoute(`/${name}/*`, name);
    simulated.addProxy(name, `${url}/through-proxy`, url);
  }
  simulated.refreshDiscovery();
});

afterEach(async () => {
  for (const { server } of services) {
    server.close();
    server.closeAllConnections();
  }
  await registry.close();
  simulated.close();
  await github.close();
});

const run = (inputs: Record<string, string> = {}) =>
  runBundle('reconcile-services', {
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/hub',
      GITHUB_RUN_ID: '7',
      GITHUB_SERVER_URL: 'https://github.test',
    },
    inputs: {
      'registry-url': registry.url,
      'registry-token': TOKEN,
      'discovery-url': `${registry.url}/.well-known/discovery`,
      'routes-url': `${registry.url}/api/routes`,
      'proxy-url': `${registry.url}/api/proxies`,
      'allow-private-network': 'true',
      token: GITHUB_TOKEN,
      ...inputs,
    },
  });

test('healthy, then one service is killed and its issue opened, kept, and closed when it is back', async () => {
  const healthy = await run();
  expect(healthy.stdout).not.toMatch(/::(error|warning)/);
  expect(healthy).toMatchObject({ exitCode: 0, outputs: { healthy: 'true', unhealthy: '[]', conflicts: '[]' } });
  expect(github.writes + simulated.writes).toBe(0);

  const [victim] = services;
  if (victim) victim.status = 503;
  const broken = await run();
  expect(broken).toMatchObject({
    exitCode: 0,
    outputs: { healthy: 'false', unhealthy: '["service-0"]', 'issue-number': '1' },
  });
  expect(broken.stdout).toMatch(
    /^::warning::service-0 is not healthy \(http.*it answered 503.*\. Check that it runs and read its log/m,
  );
  expect(broken.summary).toContain('❌ 1 cause of trouble');
  expect(github.issues).toHaveLength(1);

  const { writes } = github;
  expect(await run({ 'on-findings': 'fail' })).toMatchObject({ exitCode: 1, outputs: { 'issue-number': '1' } });
  expect(github.writes).toBe(writes);

  if (victim) victim.status = 200;
  const back = await run();
  expect(back).toMatchObject({ exitCode: 0, outputs: { healthy: 'true' } });
  expect(github.issues).toMatchObject([
    { state: 'closed', comments: [expect.stringContaining('https://github.test/acme/hub/actions/runs/7')] },
  ]);
});

test('repair: the registry learns the version that runs, and discovery with it', async () => {
  const [renewed] = services;
  if (renewed) renewed.version = '1.1.0';
  const repaired = await run({ policy: 'repair' });
  expect(repaired).toMatchObject({ exitCode: 0, outputs: { healthy: 'true' } });
  expect(JSON.parse(repaired.outputs.repaired ?? '')).toHaveLength(2);
  expect(simulated.record('service-0')).toMatchObject({ version: '1.1.0' });
  const { writes } = simulated;
  expect((await run({ policy: 'repair' })).outputs.repaired).toBe('[]');
  expect(simulated.writes).toBe(writes);
});

test('a registry that is empty or unreachable is never a success', async () => {
  for (let i = 0; i < 3; i++) simulated.store(`service-${i}`, undefined);
  const empty = await run({ issue: 'false' });
  expect(empty).toMatchObject({ exitCode: 1, outputs: { healthy: 'false' } });
  expect(empty.stdout).toMatch(/^::error::The registry holds no service/m);

  const refused = await run({ 'registry-token': 'wrong', issue: 'false' });
  expect(refused).toMatchObject({ exitCode: 1, outputs: { healthy: 'false' } });
  expect(refused.stdout).toMatch(/^::error::The registry cannot be read: .*401/m);
  expect(refused.summary).toMatch(/^No figures of the registry, which could not be read: .*401/m);
  expect(refused.summary).not.toContain('| Registered |');
});

test('GitHub’s token goes to GitHub and the registry’s to the registry, never elsewhere', async () => {
  const seen: string[] = [];
  const elsewhere = createServer((request, response) => {
    seen.push(JSON.stringify(request.headers));
    response.end('{"services":[]}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  await run({ 'discovery-url': `http://127.0.0.1:${port}/discovery` });
  elsewhere.close();
  expect(seen).toHaveLength(1);
  expect(seen.join()).not.toMatch(/token/);
  expect(simulated.requests.map(({ headers }) => JSON.stringify(headers)).join()).not.toContain(GITHUB_TOKEN);
});

test('a registry that shows its token puts it neither into the issue nor into the report', async () => {
  const answer = { status: 403, headers: {}, body: `no entry for ${TOKEN}` };
  for (let i = 0; i < 5; i++)
    simulated.faults.push({ method: 'GET', path: '/api/services', when: 'before-effect', answer });
  const result = await run();
  expect(result.exitCode).toBe(1);
  expect(github.issues).toMatchObject([{ title: 'The registry cannot be read', body: expect.stringContaining('403') }]);
  const shown = [github.issues[0]?.body, result.summary, result.stdout.replace(`::add-mask::${TOKEN}`, '')];
  expect(shown.join()).not.toContain(TOKEN);
});
