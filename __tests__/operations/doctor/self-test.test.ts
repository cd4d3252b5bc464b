import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import type { RoundTrip } from '../../../src/operations/doctor/self-test/round-trip.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { runBundle } from '../../bundle/run-action.ts';
import { slow } from '../../support/slow.ts';

const MANIFEST = `name: acme
defaults: { workflow: release.yml, ref: main, inputs: { version: "{version}", release_type: "{release-type}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core, package: { npm: "@acme/core" } }
  old: { repository: acme/old, package: { npm: "@acme/old" } }
`;
const HUB = `sources:
  acme/services: { events: [services-changed], components: { auth: . } }
environments: [{ branch: main, environment: production }]
`;
const inputs = { version: {}, release_type: {}, nonce: {} };

let github: SimulatedGitHub;
let url: string;
let close: () => Promise<void>;
let cwd: string;
beforeEach(async () => {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const workflow = (more: object) => ({
    ...{ file: 'release.yml', on: ['workflow_dispatch'] as const, inputs: { ...inputs, ...more } },
    runName: `Release [\${{ inputs.nonce }}]`,
    behaviour: (run: { inputs: Readonly<Record<string, string>> }) => ({
      ...{ queuedMs: 100, ms: 300 },
      conclusion: run.inputs.dry_run === 'true' ? ('success' as const) : ('failure' as const),
    }),
  });
  github.addRepository({ owner: 'acme', name: 'core', workflows: [workflow({ dry_run: {} })] });
  github.addRepository({ owner: 'acme', name: 'old', workflows: [workflow({})] });
  github.addRepository({ owner: 'acme', name: 'services' });
  github.addRepository({
    ...{ owner: 'acme', name: 'infra' },
    workflows: [{ file: 'hub.yml', on: ['repository_dispatch'], types: ['release-actions-self-test'] }],
  });
  github.registry.publish({ registry: 'npm', name: '@acme/core', version: '1.4.2' });
  github.addToken('token-of-acme', { owners: ['acme'] });
  ({ url, close } = await github.serve());
  cwd = await mkdtemp(join(tmpdir(), 'release-actions-self-test-'));
  await mkdir(join(cwd, '.github'));
});
afterEach(() => close());

const write = (path: string, text: string) => writeFile(join(cwd, '.github', path), text);

async function selfTest(given: Readonly<Record<string, string>>) {
  const run = await runBundle('doctor', {
    cwd,
    inputs: { operation: 'self-test', token: 'token-of-acme', 'registry-url': `${url}/registry/npm`, ...given },
    env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'acme/infra', GITHUB_RUN_ID: '9' },
  });
  const path = run.outputs.report;
  const { trips } = path
    ? (JSON.parse(await readFile(join(cwd, path), 'utf8')) as { trips: RoundTrip[] })
    : { trips: [] };
  return { ...run, trips };
}

/** Answers as the hub's workflow does: with a status on the commit of the source. */
function answer(state: string | undefined): void {
  const stop = github.subscribe(({ kind, repository }) => {
    if (kind !== 'run-created' || repository !== 'acme/infra' || state === undefined) return;
    stop();
    const sha = github.repository('acme/services').git.refs.get('refs/heads/main') ?? '';
    void fetch(`${url}/repos/acme/services/statuses/${sha}`, {
      method: 'POST',
      headers: { authorization: 'token token-of-acme', 'x-github-api-version': '2026-03-10' },
      body: JSON.stringify({ state, context: 'hub/self-test', description: 'The hub listens to this source.' }),
    });
  });
}

slow('a component is dispatched once, as a dry run of its next patch, and followed to its end', async () => {
  await write('release-train.yml', MANIFEST);
  const { exitCode, trips, summary } = await selfTest({ component: 'core' });
  expect(exitCode).toBe(0);
  expect(trips).toMatchObject([{ what: 'train', subject: 'core' }]);
  expect(trips[0]?.hops.at(-1)?.name).toBe('run ended (success)');
  expect(summary).toContain('### Self-test: every way was there and back');
  const dispatched = github.effects.filter(({ kind }) => kind === 'dispatch');
  expect(dispatched).toMatchObject([
    { inputs: { version: '1.4.3', release_type: 'patch', dry_run: 'true', nonce: 'doctor-9.1' } },
  ]);
});

test('what declares no dry run is not started: it would be a release', async () => {
  await write('release-train.yml', MANIFEST);
  const { exitCode, stdout } = await selfTest({ component: 'old' });
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    '::error::Self-test of train old: .github/workflows/release.yml declares no input dry_run: nothing was started',
  );
  expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
});

slow('the hub is sent one test event for each source, and its answer is timed', async () => {
  await write('hub.yml', HUB);
  answer('success');
  const { exitCode, trips } = await selfTest({});
  expect(exitCode).toBe(0);
  expect(trips[0]?.hops.map(({ name }) => name)).toEqual(['source read', 'hub answered', 'status success']);
  expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toMatchObject([
    { repository: 'acme/infra', payload: { source_repo: 'acme/services', component: '' } },
  ]);
});

slow('a hub that answers with a failure fails the test, with its words', async () => {
  await write('hub.yml', HUB);
  answer('failure');
  const { exitCode, stdout } = await selfTest({});
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    '::error::Self-test of hub acme/services: The hub answered failure: The hub listens to this source.',
  );
});

test('one TEST message goes to each channel', async () => {
  const got: string[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => got.push(chunk));
    request.on('end', () => response.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  await write(
    'release-train.yml',
    `${MANIFEST}notifications: { channels: { hook: { webhook: HOOK_URL } }, rules: [{ channels: [hook] }] }\n`,
  );
  const { exitCode, trips } = await selfTest({
    'channel-secrets': `HOOK_URL: ${hook}`,
    'allow-private-network': 'true',
  });
  server.close();
  expect(exitCode).toBe(0);
  expect(trips[0]?.hops[0]?.name).toBe('1 of 1 delivered');
  expect(got.join('')).toContain('This is a test of the channel hook');
});

test.each([
  [{ component: 'cor' }, 'Input component: there is no "cor". Known: core and old.'],
  [{}, 'There is nothing to test: name a component, or have a hub file or notifications.'],
])('%j is refused before any request', async (given, message) => {
  await write('release-train.yml', MANIFEST);
  const { exitCode, stdout } = await selfTest(given);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(message);
  expect(github.requests).toEqual([]);
});
