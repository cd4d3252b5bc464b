import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { deregister, register, setStatus, type Tools } from '../../../src/services/register/register.ts';
import { backstageRegistry } from '../../../src/services/registries/backstage.ts';
import { readCatalog } from '../../../src/services/registries/backstage-file.ts';
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

function toolsFor(namespace: string): Tools {
  const place = {
    repository: openRepository(github.client(), 'acme/catalog'),
    path: FILE,
    namespace,
    owner: 'team-id',
  };
  const registry = backstageRegistry({ signal, redact: (text) => text, ...place });
  return { registry, clock: realClock, signal, dryRun: false };
}

beforeEach(async () => {
  github = await GitHubServer.start();
  tools = toolsFor('default');
});
afterEach(() => github.close());

const proposedFile = () => github.branches.get(BRANCH)?.get(FILE) ?? '';

const merge = () => {
  github.branches.set('main', new Map(github.branches.get(BRANCH)));
  for (const pull of github.pulls) pull.state = 'closed';
};

test('a service is proposed by one pull request, and registered when it is merged', async () => {
  github.branches.get('main')?.set(FILE, others);
  const proposed = await register(service, tools);
  expect(proposed).toMatchObject({ result: 'created', pending: 'https://github.test/acme/catalog/pull/1' });
  expect(github.branches.get('main')?.get(FILE)).toBe(others);
  expect(proposedFile().startsWith(others)).toBe(true);

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

const component = (name: string, more = '') =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n${more}spec:\n  type: service\n`;

test('a catalog above 1 MiB keeps all that it holds', async () => {
  const many = Array.from({ length: 8_000 }, (_, index) =>
    component(`service-${index}`, '  description: one of many, as they are\n'),
  );
  const catalog = many.join('---\n');
  expect(catalog.length).toBeGreaterThan(1_048_576);
  github.branches.get('main')?.set(FILE, catalog);
  expect(await register(service, tools)).toMatchObject({ result: 'created' });
  expect(proposedFile().startsWith(catalog)).toBe(true);
  expect(proposedFile().length).toBeLessThan(catalog.length + 1_000);
});

test('in the middle of a file only the own entity changes, line ends and comments stay', async () => {
  const [before, own, after] = [others, component('chitty-id', '  # ours\n'), `${component('last')}# the end\n`];
  const catalog = [before, own, after].join('---\n').replaceAll('\n', '\r\n');
  github.branches.get('main')?.set(FILE, catalog);
  expect(await register(service, tools)).toMatchObject({ result: 'updated' });
  const written = proposedFile();
  expect(written.startsWith(before.replaceAll('\n', '\r\n'))).toBe(true);
  expect(written.endsWith(after.replaceAll('\n', '\r\n'))).toBe(true);
  expect(written).toContain('# ours');
  expect(written.replaceAll('\r\n', '')).not.toContain('\n');
  expect((await readCatalog(written)).map(({ name }) => name)).toEqual(['chitty-log', 'chitty-id', 'last']);
  merge();
  expect(await register(service, tools)).toMatchObject({ result: 'unchanged' });
  await deregister('chitty-id', tools);
  expect(proposedFile()).toBe([before, after].join('---\n').replaceAll('\n', '\r\n'));
});

test.each([
  ['empty annotations', '  annotations:\n  labels:\n    tier: "1"\n', { labels: { tier: '1' } }],
  ['shared annotations', '  labels: &common\n    tier: "1"\n  annotations: *common\n', { labels: { tier: '1' } }],
  ['annotations that labels share', '  annotations: &a\n    tier: "1"\n  labels: *a\n', { labels: { tier: '1' } }],
  [
    'links that others refer to',
    '  links: &l\n    - &home { url: https://home.test, title: home }\n  labels: { home: x }\n  profile: *l\n  first: *home\n',
    { profile: [{ url: 'https://home.test', title: 'home' }], first: { url: 'https://home.test' } },
  ],
  ['no metadata but the name', '', {}],
])('an entity with %s is written, and nothing else of it changes', async (_, more, kept) => {
  github.branches.get('main')?.set(FILE, component('chitty-id', more));
  expect(await register(service, tools)).toMatchObject({ result: 'updated' });
  const entity = parse(proposedFile()) as { metadata: Record<string, unknown> };
  expect(entity.metadata).toMatchObject({ ...kept, annotations: { 'release-actions/version': '1.2.0' } });
  if ('labels' in kept) expect(entity.metadata.labels).toEqual({ tier: '1' });
  if ('profile' in kept) expect(entity.metadata.profile).toHaveLength(1);
  merge();
  expect(await register(service, tools)).toMatchObject({ result: 'unchanged' });
});

test.each([
  ['an alias to nowhere', component('chitty-id', '  annotations: *nowhere\n')],
  [
    'aliases upon aliases',
    `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`)
      .join('\n')}\n`,
  ],
])('%s is a fault of the file, and nothing is written', async (_, text) => {
  github.branches.get('main')?.set(FILE, text);
  const outcome = await register(service, tools);
  expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringContaining('not valid YAML') });
  expect(github.writes).toBe(0);
});

test('one name in two namespaces is two services', async () => {
  const catalog = [component('chitty-id'), component('chitty-id', '  namespace: staging\n')].join('---\n');
  github.branches.get('main')?.set(FILE, catalog);
  expect(await register(service, toolsFor('staging'))).toMatchObject({ result: 'updated' });
  expect(proposedFile().startsWith(component('chitty-id'))).toBe(true);
  expect(await readCatalog(proposedFile(), 'staging')).toMatchObject([{ version: '1.2.0' }]);
  expect((await readCatalog(proposedFile()))[0]).not.toHaveProperty('version');
});

test('a write whose answer is lost is looked for, not made twice', async () => {
  let lost = 0;
  github.after = ({ method, path }) => {
    if (method === 'PUT' && path.startsWith('/contents/') && lost++ === 0)
      return { status: 502, body: { message: 'lost' } };
    return undefined;
  };
  expect(await register(service, tools)).toMatchObject({ result: 'created', pending: expect.any(String) });
  expect(lost).toBe(1);
});
