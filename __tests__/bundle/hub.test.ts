import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HUB_FILE } from '../operations/hub/hub-world.ts';
import { servedWorld } from '../simulator/world.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const FILES = { 'services/auth/index.js': '1', 'services/users/index.js': '1', 'README.md': 'x' };
let world: Awaited<ReturnType<typeof servedWorld>>;
beforeAll(async () => {
  world = await servedWorld({}, { owner: 'acme', name: 'services', files: FILES });
  world.github.addRepository({ owner: 'acme', name: 'infra' });
});
afterAll(() => world.close());

const head = () => world.github.repository('acme/services').git.refs.get('refs/heads/main') ?? '';
const statuses = () => world.github.effects.filter(({ kind }) => kind === 'commit-status');

/** An action in a job of a repository, started by an event. */
async function step(
  name: string,
  inputs: Record<string, string>,
  {
    event = {},
    env = {},
    files = {},
  }: { event?: object; env?: Record<string, string>; files?: Record<string, string> },
): Promise<BundleRun> {
  const cwd = await mkdtemp(join(tmpdir(), 'release-actions-hub-'));
  await writeFile(join(cwd, 'event.json'), JSON.stringify(event));
  for (const [path, text] of Object.entries(files)) await writeFile(join(cwd, path), text);
  return runBundle(name, {
    inputs: { token: 'secret', ...inputs },
    cwd,
    env: {
      GITHUB_API_URL: world.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_PATH: join(cwd, 'event.json'),
      GITHUB_RUN_ID: '7',
      ...env,
    },
  });
}

const trigger = (inputs: Record<string, string>, before: string, more: Record<string, string> = {}) =>
  step(
    'trigger-hub',
    { hub: 'acme/infra', 'event-type': 'services-changed', ...inputs },
    {
      event: { before, repository: { default_branch: 'main' } },
      env: {
        ...{ GITHUB_REPOSITORY: 'acme/services', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: head() },
        ...{ GITHUB_EVENT_NAME: 'push', ...more },
      },
    },
  );
const PATHS = 'auth: services/auth/**\nusers: [services/users/**, shared/**]';

describe('trigger-hub', () => {
  test.each([
    [{ 'services/auth/index.js': '2' }, ['auth'], '1 changed file since'],
    [{ 'shared/a.js': '2', 'services/auth/b.js': '1' }, ['auth', 'users'], '2 changed files since'],
  ])('%j means %j', async (change, components, reason) => {
    const before = head();
    world.github.commit('acme/services', 'main', change);
    const { outputs, stdout, exitCode } = await trigger({ paths: PATHS, 'dry-run': 'true' }, before);
    expect({ exitCode, components: JSON.parse(outputs.components ?? '') }).toEqual({ exitCode: 0, components });
    expect(outputs.reason).toContain(reason);
    expect(stdout).toContain('Dry run: nothing is sent.');
  });

  test('nothing that counts changed: no event', async () => {
    const before = head();
    world.github.commit('acme/services', 'main', { 'README.md': String(Math.PI) });
    const { outputs, stdout } = await trigger({ paths: PATHS }, before);
    expect(outputs).toMatchObject({ triggered: 'false', components: '[]' });
    expect(stdout).toContain('::notice::Nothing that the hub cares for changed (1 changed file since');
  });

  test.each([
    ['f'.repeat(40), 'GitHub does not know the commit before'],
    [undefined, 'the event is no push'],
  ])('doubt (%s) means everything, and says so', async (before, why) => {
    const { outputs } = await trigger({ paths: PATHS, 'dry-run': 'true' }, before as string);
    expect(JSON.parse(outputs.components ?? '')).toEqual(['auth', 'users']);
    expect(outputs.reason).toMatch(new RegExp(`^all components: ${why}`));
  });

  test('the event is sent once, and the answer on the commit is seen', async () => {
    const sha = head();
    const answer = world.send('POST', `/repos/acme/services/statuses/${sha}`, { state: 'pending', context: 'hub' });
    const { stdout, outputs } = await trigger({ components: 'auth' }, sha);
    await answer;
    expect(outputs.triggered).toBe('true');
    expect(stdout).toContain('The hub answered on the commit: hub.');
    const sent = world.github.requests.filter(({ operation }) => operation === 'repos/create-dispatch-event');
    expect(sent).toHaveLength(1);
    expect(world.github.violations).toEqual([]);
  });

  test.each([
    [{ paths: PATHS, components: 'auth' }, 'Give components or paths, not both'],
    [{ paths: 'auth' }, 'Input paths: "auth" is not valid: expected a map from component to one glob'],
    [{ 'event-type': '' }, 'Input event-type is missing'],
  ])('%j is refused before any request', async (inputs, message) => {
    const before = world.github.requests.length;
    const { exitCode, stdout } = await trigger(inputs, head());
    expect(exitCode).toBe(1);
    expect(stdout).toContain(message);
    expect(world.github.requests).toHaveLength(before);
  });
});

describe('admit-event', () => {
  const admit = (client_payload: object, action = 'services-changed') =>
    step(
      'admit-event',
      { 'hub-file': 'hub.yml', tokens: 'acme: secret' },
      {
        event: { action, client_payload, sender: { login: 'bot' } },
        env: { GITHUB_REPOSITORY: 'acme/infra' },
        files: { 'hub.yml': HUB_FILE },
      },
    );

  test('admits what is proven, in two requests, and ignores the environment of the payload', async () => {
    const payload = { source_repo: 'acme/services', ref: 'refs/heads/main', sha: head(), component: 'auth' };
    const before = world.github.requests.length;
    const { outputs, stdout, exitCode } = await admit({ ...payload, environment: 'staging' });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      verdict: 'admitted',
      admitted: 'true',
      environment: 'production',
      state: 'pending',
    });
    expect(JSON.parse(outputs.matrix ?? '')).toEqual({ include: [{ component: 'auth', path: 'services/auth' }] });
    expect(stdout).toContain('::warning::The event names an environment. It is not believed');
    expect(world.github.requests.length - before).toBe(2);
  });

  test('a refusal is green, in a sentence, and hands on no environment', async () => {
    const { outputs, stdout, exitCode } = await admit({ source_repo: 'acme/stranger', sha: head() });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'refused', admitted: 'false' });
    expect(outputs).not.toHaveProperty('environment');
    expect(stdout).toContain(
      '::warning::Event refused: acme/stranger is no source of the hub file. Add it there, or remove its trigger workflow.',
    );
  });
});

test.each([
  ['{', /The event of this job cannot be read from GITHUB_EVENT_PATH: .*JSON/],
  ['[]', /This run was started by no repository_dispatch/],
])('an event file that holds %s is a fault', async (text, message) => {
  const { exitCode, stdout } = await step(
    'admit-event',
    { 'hub-file': 'hub.yml' },
    {
      files: { 'hub.yml': HUB_FILE, 'event.json': text },
      env: { GITHUB_REPOSITORY: 'acme/infra' },
    },
  );
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(message);
});

describe('report-status', () => {
  const report = (inputs: Record<string, string>) =>
    step(
      'report-status',
      { repository: 'acme/services', sha: head(), ...inputs },
      {
        env: { GITHUB_REPOSITORY: 'acme/infra' },
      },
    );

  test('every conclusion ends what is pending, with a line that fits', async () => {
    const { outputs, exitCode } = await report({ state: 'cancelled', description: 'x'.repeat(300) });
    expect({ exitCode, state: outputs.state }).toEqual({ exitCode: 0, state: 'error' });
    expect(statuses().at(-1)).toMatchObject({ message: 'hub: error' });
  });

  test('only-if-pending leaves the rest alone', async () => {
    const before = statuses().length;
    const { outputs, stdout } = await report({ state: 'success', 'only-if-pending': 'true' });
    expect(outputs.state).toBe('error');
    expect(stdout).toContain('is error already: it stays as it is');
    expect(statuses()).toHaveLength(before);
  });

  test.each([
    [
      { state: 'canceled' },
      'Input state: "canceled" is not valid: it is no state and no conclusion of GitHub; expected',
    ],
    [{ sha: 'main', state: 'success' }, 'expected the 40 hexadecimal digits of a commit'],
    [{ sha: 'd'.repeat(40), state: 'success' }, 'Was the commit pushed, or force-pushed away?'],
  ])('%j is refused in a sentence', async (inputs, message) => {
    const { exitCode, stdout } = await report(inputs);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(message);
  });
});

test('a token that may send events but set no status says what it lacks', async () => {
  world.github.addToken('sends', { repositories: ['acme/services'], permissions: { contents: 'write' } });
  const { exitCode, stdout } = await step(
    'report-status',
    { repository: 'acme/services', sha: head(), state: 'success', token: 'sends' },
    { env: { GITHUB_REPOSITORY: 'acme/infra' } },
  );
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/::error::.*Commit statuses: write on acme\/services/);
});
