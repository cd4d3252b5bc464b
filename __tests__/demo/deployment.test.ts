import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { judgeDeployment } from '../../scripts/demo/deployment-verdict.ts';
import { versionsToDeploy } from '../../scripts/demo/deployment-versions.ts';
import { rehearsedManifest } from '../../scripts/demo/rehearsed-manifest.ts';
import { resolveRead } from '../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../src/engine/planning/read-manifest.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runDemo, slowStory } from './run-demo.ts';

const folder = temporaryFolders();

const PRODUCT = 'examples/product-deploy/deploy-train.yml';
const MANIFEST = `
name: small
defaults: { workflow: deploy.yml, ref: main, timeout: 5m, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  api:
    repository: acme/api
    health:
      - { url: "{environment.url}/health", version: "{version}", condition: body.ok, window: 10m }
      - { url: "tcp://db.example.com:5432" }
  web: { repository: acme/web, needs: [api], compatible: { api: ">=2.1.0" } }
environments: { live: { url: https://api.example.com } }
strategy: canary
canary: { components: [api], bake: 10m }
`;

async function manifestOf(text: string) {
  const read = resolveRead(await readManifest(text, 'deploy-train.yml'));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.manifest;
}

slowStory(
  'a product is deployed, and proven by the health of what runs',
  () => runDemo('--manifest', PRODUCT, '--environment', 'staging'),
  ({ text, page }) => {
    expect(text).toContain('https://staging.example.com/version.json: healthy after 3 samples');
    expect(page).toContain('Deployment of product to staging succeeded: 5 of 5 deployed');
    expect(text).toContain('deployed:    5\n');
    expect(text).toContain('runs now:    backend 2.0.0, web 1.0.0');
    expect(text).toContain('order:       nothing was deployed before what it needs');
  },
);

slowStory(
  '--fail: what was deployed is rolled back',
  async () => {
    const versions = '{"backend": "2.4.0"}';
    return runDemo(...['--manifest', PRODUCT, '--environment', 'production', '--versions', versions, '--fail', 'web']);
  },
  ({ text }) => {
    expect(text).toContain('backend 2.4.0 succeeded');
    expect(text).toContain('runs now:    backend 0.9.0, web 0.9.0');
  },
);

slowStory(
  'one workflow may deploy and roll back, as in the page about products',
  async () => {
    const [, manifest = ''] = /```yaml\n([\s\S]*?)```/.exec(await readFile('docs/product.md', 'utf8')) ?? [];
    const file = join(await folder({ 'deploy-train.yml': manifest }), 'deploy-train.yml');
    return runDemo('--manifest', file, '--environment', 'staging', '--fail', 'web');
  },
  ({ text }) => {
    expect(text).toContain('rolled back: backend, web');
    expect(text).toContain('runs now:    backend 0.9.0, web 0.9.0');
  },
);

test('an environment that is missing or unknown is told with those there are', async () => {
  const names = 'development, staging, production';
  expect(await runDemo('--manifest', PRODUCT)).toEqual({
    exitCode: 2,
    text: expect.stringContaining(
      `--environment is missing: ${PRODUCT} deploys.\nGive one of its environments: ${names}.\n`,
    ),
    page: '',
  });
  expect(await runDemo('--manifest', PRODUCT, '--environment', 'prod')).toEqual({
    exitCode: 2,
    text: expect.stringContaining(
      `--environment prod: ${PRODUCT} has no such environment.\nExpected one of ${names}.\n`,
    ),
    page: '',
  });
  const versions = await runDemo('--manifest', PRODUCT, '--environment', 'staging', '--versions', '[1]');
  expect(versions).toEqual({
    exitCode: 2,
    text: expect.stringContaining(
      `--versions [1]: expected a map, as JSON or YAML.\nSuch as: --versions '{"backend": "2.1.0"}'\n`,
    ),
    page: '',
  });
});

test('the rehearsed manifest asks the embedded services, and tells what it leaves out', async () => {
  const manifest = await manifestOf(MANIFEST);
  const { text, leftOut } = rehearsedManifest(MANIFEST, manifest, (id) => `http://127.0.0.1:1/${id}`);
  const { components, canary } = await manifestOf(text);
  expect(components[0]?.health).toEqual([
    {
      name: '{environment.url}/health',
      url: 'http://127.0.0.1:1/api',
      'expect-version': '{version}',
      interval: '200ms',
    },
  ]);
  expect(canary?.bakeMs).toBe(2_000);
  expect(leftOut).toEqual([
    expect.stringContaining('the condition "body.ok" is not asked'),
    expect.stringContaining('the check tcp://db.example.com:5432 is not asked'),
    'Canaries are watched for 2s only.',
  ]);
});

test('versions that are not given suit all components', async () => {
  const manifest = await manifestOf(MANIFEST);
  expect(versionsToDeploy(manifest, {})).toEqual({ api: '2.1.0', web: '1.0.0' });
  expect(versionsToDeploy(manifest, { web: '3.0.0' })).toEqual({ api: '2.1.0', web: '3.0.0' });
});

test('the verdict sees a wrong order and a second deployment', async () => {
  const { components } = await manifestOf(MANIFEST);
  const event = (id: string, state: 'started' | 'done') => ({ id, what: 'deploy' as const, state });
  const good = [event('api', 'started'), event('api', 'done'), event('web', 'started'), event('web', 'done')];
  expect(judgeDeployment(components, good)).toEqual({
    deployed: ['api', 'web'],
    missing: [],
    rolledBack: [],
    problems: [],
  });
  expect(judgeDeployment(components, good.toReversed()).problems).toEqual([
    'web was deployed before api, which it needs.',
  ]);
  expect(judgeDeployment(components, [...good, event('web', 'started')]).problems).toEqual([
    'web was deployed 2 times.',
  ]);
});

slowStory(
  '--story deployment: the right people are told once, called, and hear that it is over',
  () => runDemo('--story', 'deployment'),
  ({ text }) => {
    expect(text).toContain('to lead@example.com: 🚨 product/production: nobody has acknowledged it');
    expect(text).toContain('#1 product/production: failed: closed, assigned to alice, 2 comments');
    expect(text).not.toContain('NO ');
    expect(text.trimEnd()).toMatch(/All as it should be\.$/);
  },
);
