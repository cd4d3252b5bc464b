import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SimulatedServiceRegistry, serveRegistry } from '../../simulator/service-registry.ts';
import { GitHubServer } from '../services/github-server.ts';
import { slow } from '../support/slow.ts';
import { runBundle } from './run-action.ts';

const TOKEN = 'registry-token-1234';
const runnerFacts = {
  GITHUB_SHA: 'abc123',
  GITHUB_REF_NAME: 'main',
  GITHUB_SERVER_URL: 'https://github.test',
  GITHUB_REPOSITORY: 'chitty/id',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '1',
};

let simulated: SimulatedServiceRegistry;
let server: Awaited<ReturnType<typeof serveRegistry>>;
let workspace: string;

beforeEach(async () => {
  simulated = new SimulatedServiceRegistry({ token: TOKEN });
  server = await serveRegistry(simulated);
  workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
  const manifest = { name: '@chitty/id', version: '1.2.0', description: 'Issues "identities"' };
  await writeFile(join(workspace, 'package.json'), JSON.stringify(manifest));
});

afterEach(async () => {
  await server.close();
  simulated.close();
  await rm(workspace, { recursive: true, force: true });
});

const run = (inputs: Record<string, string>) =>
  runBundle('register-service', {
    cwd: workspace,
    env: runnerFacts,
    inputs: { 'registry-url': server.url, 'allow-private-network': 'true', token: TOKEN, ...inputs },
  });

test('a service is registered from package.json and the run, once, then made active', async () => {
  const inputs = { endpoints: '{"health":"https://id.example/health"}', capabilities: 'issue, verify' };
  const first = await run(inputs);
  expect(first.stdout).not.toMatch(/::(error|warning)/);
  expect(first).toMatchObject({ exitCode: 0, outputs: { result: 'created', registered: 'true' } });
  expect(simulated.record('id')).toEqual({
    name: 'id',
    version: '1.2.0',
    description: 'Issues "identities"',
    endpoints: { health: 'https://id.example/health' },
    capabilities: ['issue', 'verify'],
    deployment: {
      commit: 'abc123',
      branch: 'main',
      run: 'https://github.test/chitty/id/actions/runs/42/attempts/1',
      time: expect.stringMatching(/^20\d\d-/),
    },
  });
  expect(first.summary).toContain('### ✅ Registered id in version 1.2.0');
  expect(first.stdout).toMatch(/^Registered id in version 1\.2\.0\.$/m);

  expect(await run(inputs)).toMatchObject({ exitCode: 0, outputs: { result: 'unchanged', registered: 'true' } });
  expect(simulated.writes).toBe(1);
  expect(await run({ operation: 'status' })).toMatchObject({ exitCode: 0, outputs: { result: 'updated' } });
  expect(simulated.record('id')).toMatchObject({ status: 'active', last_deployed: expect.any(String) });
  expect(await run({ operation: 'deregister' })).toMatchObject({ exitCode: 0, outputs: { registered: 'false' } });
});

test('discovery is handed on whole, and refreshed', async () => {
  const document = { services: [{ name: 'other', extra: { deep: [1, '"', '\n'] } }], policy: 'kept' };
  simulated.setDiscovery(document);
  const found = await run({ operation: 'discover', 'discovery-file': 'out/discovery.json' });
  expect(found).toMatchObject({
    exitCode: 0,
    outputs: { registered: 'false', 'discovery-file': 'out/discovery.json' },
  });
  expect(JSON.parse(found.outputs.discovery ?? '')).toEqual(document);
  expect(JSON.parse(await readFile(join(workspace, 'out/discovery.json'), 'utf8'))).toEqual(document);
  expect(found.stdout).toContain('The discovery document does not name id.');
  expect(found.stdout).toMatch(/^Fetched the discovery document\.$/m);

  simulated.store('id', { name: 'id', version: '1.2.0', endpoints: {}, capabilities: [] });
  const refreshed = await run({ operation: 'refresh' });
  expect(refreshed).toMatchObject({ exitCode: 0, outputs: { result: 'updated', registered: 'true' } });
  expect(JSON.parse(refreshed.outputs.discovery ?? '')).toMatchObject({ services: [{ name: 'id' }] });
});

test('a failed registration fails the step, or is loud', async () => {
  const failed = await run({ token: 'wrong' });
  expect(failed).toMatchObject({ exitCode: 1, outputs: { result: 'failed', registered: 'false' } });
  expect(failed.stdout).toMatch(/^::error::Could not register id: .*401 \(unknown token\)/m);

  const warned = await run({ token: 'wrong', 'on-failure': 'warn' });
  expect(warned).toMatchObject({ exitCode: 0, outputs: { result: 'failed', registered: 'false' } });
  expect(warned.stdout).toMatch(/^::warning::Could not register id: .*registered is false/m);
  expect(warned.summary).toContain('❌ Could not register id');
});

slow('a registry that is down is a failure with its name, not a success', async () => {
  const { url } = server;
  await server.close();
  const down = await run({ 'registry-url': url });
  server = await serveRegistry(simulated);
  expect(down.exitCode).toBe(1);
  expect(down.stdout).toMatch(/127\.0\.0\.1:\d+: the connection was refused/);
});

test('every fault of the inputs is told before the first request', async () => {
  const result = await run({ 'service-name': 'a/../b', endpoints: '{"health":"/health"}', 'service-version': '1' });
  expect(result.exitCode).toBe(1);
  expect(result.stdout).toMatch(/::error::The service name "a\/\.\.\/b" is not valid/);
  expect(result.stdout).toMatch(/::error::The endpoint health is "\/health": expected an absolute URL/);
  for (const operation of ['status', 'discover', 'deregister']) {
    expect((await run({ operation, 'service-name': '..' })).stdout).toMatch(
      /::error::The service name ".." is not valid/,
    );
  }
  expect(simulated.requests).toEqual([]);
});

test('the token is never shown', async () => {
  simulated.faults.push({
    method: 'GET',
    path: '/',
    when: 'before-effect',
    answer: { status: 403, headers: {}, body: `no entry for ${TOKEN}\n::error::forged` },
  });
  const { stdout, summary } = await run({});
  expect(stdout.replace(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN);
  expect(summary).not.toContain(TOKEN);
  expect(stdout).not.toMatch(/^::error::forged/m);
});

slow(
  'a Backstage catalog gets a pull request, and the service is not called registered before it is merged',
  async () => {
    const github = await GitHubServer.start();
    const result = await runBundle('register-service', {
      cwd: workspace,
      env: { ...runnerFacts, GITHUB_API_URL: github.url, GITHUB_REPOSITORY_OWNER: 'acme' },
      inputs: {
        registry: 'backstage',
        'registry-url': 'https://github.com/acme/catalog',
        token: TOKEN,
        'allow-private-network': 'true',
      },
    });
    await github.close();
    expect(result).toMatchObject({ exitCode: 0, outputs: { result: 'created', registered: 'false' } });
    expect(result.stdout).toMatch(
      /^::notice::Proposed to register id: it is not in force before a person merges https/m,
    );
    expect(github.pulls).toMatchObject([{ title: 'Register id', head: 'release-actions/service-id' }]);
  },
);
