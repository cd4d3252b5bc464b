import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { realClock } from '../../../src/platform/time/clock.ts';
import { deregister, register, setStatus, type Tools } from '../../../src/services/register/register.ts';
import { backstageRegistry } from '../../../src/services/registries/backstage.ts';
import { readCatalog } from '../../../src/services/registries/backstage-file.ts';
import { githubCalls } from '../../../src/services/registries/github-calls.ts';
import type { Service } from '../../../src/services/service.ts';
import { GitHubServer } from '../github-server.ts';
import { signal } from '../world.ts';

const FILE = 'catalog-info.yaml';
const BRANCH = 'release-actions/service-chitty-id';
const service: Service = {
  name: 'chitty-id',
  version: '1.2.0',
  description: 'Issues: "identities" # and more',
  endpoints: { health: 'https://id.example/health' },
  capabilities: ['issue, verify', 'revoke'],
  deployment: { commit: 'abc', branch: 'main', time: '2026-11-20T12:00:00.000Z', run: 'https://github.test/runs/1' },
};
const others = `# The catalog of all services.
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: chitty-id # an API of the same name is another entity
spec: {type: openapi}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: chitty-log
spec:
  type: service
`;

let github: GitHubServer;
let tools: Tools;

beforeEach(async () => {
  github = await GitHubServer.start();
  const call = githubCalls(github.client(), { signal, redact: (text) => text });
  const registry = backstageRegistry({ call, repository: 'acme/catalog', path: FILE, owner: 'team-id' });
  tools = { registry, clock: realClock, signal, dryRun: false };
});
afterEach(() => github.close());

const merge = () => {
  github.branches.set('main', new Map(github.branches.get(BRANCH)));
  for (const pull of github.pulls) pull.state = 'closed';
};

test('a service is proposed by one pull request, and registered when it is merged', async () => {
  github.branches.get('main')?.set(FILE, others);
  const proposed = await register(service, tools);
  expect(proposed).toMatchObject({ result: 'created', pending: 'https://github.test/acme/catalog/pull/1' });
  expect(github.branches.get('main')?.get(FILE)).toBe(others);
  expect(
    github.branches.get(BRANCH)?.get(FILE)?.startsWith(others.replace('{type: openapi}', '{ type: openapi }')),
  ).toBe(true);

  const { writes } = github;
  expect(await register(service, tools)).toMatchObject({ pending: expect.any(String) });
  expect(github.writes).toBe(writes);
  await register({ ...service, version: '1.3.0' }, tools);
  expect(github.pulls).toHaveLength(1);

  merge();
  expect(await register({ ...service, version: '1.3.0' }, tools)).toMatchObject({ result: 'unchanged' });
  expect(await register({ ...service, version: '2.0.0' }, tools)).toMatchObject({ result: 'updated' });
  expect(github.pulls).toHaveLength(2);
});

test('what was written is what is read, and an empty catalog is begun', async () => {
  await register(service, tools);
  const { deployment, ...facts } = service;
  expect(await readCatalog(github.branches.get(BRANCH)?.get(FILE) ?? '')).toEqual([
    { ...facts, deployment: { commit: deployment?.commit, branch: deployment?.branch } },
  ]);
});

test('status and removal are proposed as well', async () => {
  await register(service, tools);
  merge();
  expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({
    result: 'updated',
    pending: expect.any(String),
  });
  merge();
  expect(await tools.registry.read('chitty-id')).toMatchObject({ status: 'active' });
  expect(await deregister('chitty-id', tools)).toMatchObject({ result: 'updated', pending: expect.any(String) });
  merge();
  expect(await tools.registry.list()).toEqual([]);
});

test('a name that stands twice is reported', async () => {
  const component = others.slice(others.indexOf('---') + 4);
  github.branches.get('main')?.set(FILE, `${component}---\n${component}`);
  const outcome = await register({ ...service, name: 'chitty-log' }, tools);
  expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringContaining('2 services named "chitty-log"') });
});

test('a file that is no YAML is not written over', async () => {
  github.branches.get('main')?.set(FILE, 'a: [unclosed');
  const outcome = await register(service, tools);
  expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringContaining('not valid YAML') });
  expect(github.writes).toBe(0);
});
