import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SimulatedServiceRegistry, serveRegistry } from '../../simulator/service-registry.ts';
import { GitHubServer } from '../services/github-server.ts';
import { slow } from '../support/slow.ts';
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

slow('healthy, then one service is killed and its issue opened, kept, and closed when it is back', async () => {
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

test('each pass keeps a line of its figures, also one that found trouble; a dry run keeps none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'release-actions-passes-'));
  const kept = { history: 'true', state: `file:${folder}` };
  await run({ ...kept, 'dry-run': 'true' });
  expect(await readdir(folder)).toEqual([]);
  await run(kept);
  const [victim] = services;
  if (victim) victim.status = 503;
  await run(kept);
  const month = `${new Date().toISOString().slice(0, 7)}.json`;
  const text = await readFile(join(folder, 'history', 'passes', month), 'utf8');
  const lines = Object.entries(JSON.parse(text) as Record<string, object>);
  expect(text.split('\n')).toHaveLength(lines.length + 3);
  const common = { registered: 3, registrationSuccess: 1, conflicts: 0, discoveryRefreshes: 0, repairs: 0 };
  const runUrl = 'https://github.test/acme/hub/actions/runs/7';
  expect(lines.map(([, record]) => record)).toMatchObject([
    { ...common, healthy: true, causes: 0, integrationPassRate: 1, runUrl },
    { ...common, healthy: false, causes: 1, integrationPassRate: 0.667, runUrl },
  ]);
  expect(lines.map(([id]) => id)).toEqual([expect.stringMatching(/^run-7\/1\//), expect.stringMatching(/^run-7\/1\//)]);
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

describe('the largest outage', () => {
  /** Accepts connections and never answers. */
  async function silentServer() {
    const sockets = new Set<Socket>();
    const server = createTcpServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    return { url: `http://127.0.0.1:${port}`, close };
  }

  slow('500 services, all silent: a report within the deadline, one issue', async () => {
    const silent = await silentServer();
    for (let index = 0; index < 3; index++) simulated.store(`service-${index}`, undefined);
    for (let index = 0; index < 500; index++) {
      const name = `silent-${index}`;
      simulated.store(name, { name, version: '1.0.0', endpoints: { health: `${silent.url}/${name}/health` } });
    }
    simulated.refreshDiscovery();
    const started = Date.now();
    const result = await run({ timeout: '20s', 'proxy-url': '', 'routes-url': '' });
    silent.close();
    expect(Date.now() - started).toBeLessThan(25_000);
    expect(result).toMatchObject({ exitCode: 0, outputs: { healthy: 'false' } });
    const [unhealthy, unseen] = ['unhealthy', 'unseen'].map(
      (name) => JSON.parse(result.outputs[name] ?? '') as string[],
    );
    expect(new Set([...(unhealthy ?? []), ...(unseen ?? [])]).size).toBe(500);
    expect(unseen?.length).toBeGreaterThan(100);
    expect(result.summary).toMatch(/services` \| were not looked at: inconclusive, no time was left/);
    expect(github.issues).toMatchObject([{ title: 'No service is healthy', number: 1 }]);
    expect(github.issues[0]?.body.length).toBeLessThanOrEqual(65_536);
  });

  slow('a service that nobody could look at keeps its issue open', async () => {
    const [first] = services;
    if (first) first.status = 503;
    await run();
    expect(github.issues).toMatchObject([{ state: 'open' }]);
    const silent = await silentServer();
    simulated.store('service-0', {
      name: 'service-0',
      version: '1.0.0',
      endpoints: { health: `${silent.url}/health` },
    });
    await run({ timeout: '2s' });
    silent.close();
    expect(github.issues[0]).toMatchObject({ state: 'open', comments: [] });
  });
});

describe('one failure never hides another', () => {
  test.each([
    [403, 'Resource not accessible by integration'],
    [410, 'Issues are disabled for this repo'],
    [422, 'Validation Failed'],
    [500, 'Server Error'],
  ])('issues that are answered %i: repairs, outputs and summary are told all the same', async (status, message) => {
    simulated.store('service-0', { ...simulated.record('service-0'), version: '0.9.0' });
    const [, down] = services;
    if (down) down.status = 503;
    github.refuse = ({ method, path }) =>
      /^\/issues/.test(path) && method !== 'GET' ? { status, body: { message } } : undefined;
    const result = await run({ policy: 'repair' });
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { healthy: 'false', unhealthy: '["service-1"]', issues: '[]' },
    });
    expect(JSON.parse(result.outputs.repaired ?? '')).toHaveLength(2);
    expect(result.summary).toContain('service-1 is not healthy');
    expect(result.summary).toMatch(/❌ Not every issue could be kept: .*/);
    expect(result.stdout).toMatch(
      new RegExp(`^::error::Not every issue could be kept: POST .*answered ${status}`, 'm'),
    );
    expect(result.stdout).toMatch(/^::warning::service-1 is not healthy/m);
  });

  test('an issue list that cannot be read is told beside what was found', async () => {
    github.refuse = ({ path }) =>
      path === '/issues' ? { status: 410, body: { message: 'Issues are disabled' } } : undefined;
    const result = await run();
    expect(result).toMatchObject({ exitCode: 1, outputs: { healthy: 'true', report: expect.any(String) } });
    expect(result.stdout).toMatch(/2 services|3 services are healthy/);
  });

  test('half a character in a name ends nothing', async () => {
    const name = 'half-\ud83d';
    simulated.store(name, { name, version: '1', endpoints: { health: 'http://127.0.0.1:9/\udc00' } });
    const result = await run();
    expect(result).toMatchObject({ exitCode: 0, outputs: { healthy: 'false' } });
    expect(github.issues.length).toBeGreaterThan(0);
    expect(result.stdout).not.toContain('Unexpected failure');
  });
});
