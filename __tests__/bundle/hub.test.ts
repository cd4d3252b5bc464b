import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HUB_FILE } from '../operations/hub/hub-world.ts';
import { servedWorld } from '../simulator/world.ts';
import { slow } from '../support/slow.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const FILES = { 'services/auth/index.js': '1', 'services/users/index.js': '1', 'README.md': 'x' };
let world: Awaited<ReturnType<typeof servedWorld>>;
beforeAll(async () => {
  world = await servedWorld({ rateLimits: 'off' }, { owner: 'acme', name: 'services', files: FILES });
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

  test('of globs that overlap each counts for its own component, and the last that fits a file decides', async () => {
    const before = head();
    world.github.commit('acme/services', 'main', { 'web/docs/a.md': '1', 'docs/b.md': '1' });
    const paths =
      'web: [web/**, "!web/**/*.md"]\nall: "**"\nguide: [web/**, "!web/**", web/docs/**]\nless: ["**", "!**/*.md"]';
    const { outputs } = await trigger({ paths, 'dry-run': 'true' }, before);
    expect(JSON.parse(outputs.components ?? '')).toEqual(['all', 'guide']);
  });

  test('what was moved changed both where it was and where it is', async () => {
    const before = head();
    world.github.commit('acme/services', 'main', {
      'services/users/index.js': undefined,
      'services/auth/moved.js': '1',
    });
    const { outputs } = await trigger({ paths: PATHS, 'dry-run': 'true' }, before);
    expect(JSON.parse(outputs.components ?? '')).toEqual(['auth', 'users']);
  });

  test('a new branch is compared with the default one, and the default one with nothing', async () => {
    const zero = '0'.repeat(40);
    const { github } = world;
    github.repository('acme/services').git.refs.set('refs/heads/feature/x', head());
    github.commit('acme/services', 'feature/x', { 'services/auth/x.js': '1' });
    const sha = github.repository('acme/services').git.refs.get('refs/heads/feature/x') ?? '';
    const feature = { GITHUB_REF: 'refs/heads/feature/x', GITHUB_SHA: sha };
    const { outputs } = await trigger({ paths: PATHS, 'dry-run': 'true' }, zero, feature);
    expect(outputs).toMatchObject({ components: '["auth"]', reason: '1 changed file since it left main' });
    const first = (await trigger({ paths: PATHS, 'dry-run': 'true' }, zero)).outputs;
    expect(JSON.parse(first.components ?? '')).toEqual(['auth', 'users']);
    expect(first.reason).toBe('all components: main is new itself, and there is nothing to compare it with');
  });

  test('what a force push took back counts, too', async () => {
    const before = head();
    const { github } = world;
    github.commit('acme/services', 'main', { 'services/users/taken-back.js': '1' });
    const pushedAway = head();
    github.repository('acme/services').git.refs.set('refs/heads/main', before);
    github.commit('acme/services', 'main', { 'services/auth/instead.js': '1' });
    const { outputs } = await trigger({ paths: PATHS, 'dry-run': 'true' }, pushedAway);
    expect(JSON.parse(outputs.components ?? '')).toEqual(['auth', 'users']);
    expect(outputs.reason).toContain('all components: the branch was force-pushed');
  });

  test('more files than GitHub tells mean everything', async () => {
    const before = head();
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`aaa/${index}`, '1']));
    world.github.commit('acme/services', 'main', { ...many, 'services/users/last.js': '1' });
    const { outputs } = await trigger({ paths: PATHS, 'dry-run': 'true' }, before);
    expect(JSON.parse(outputs.components ?? '')).toEqual(['auth', 'users']);
    expect(outputs.reason).toContain('all components: GitHub tells at most 300 changed files');
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

  slow('the event is sent once, and the answer on the commit is seen', async () => {
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
    [{ paths: 'auth: "!docs/**"' }, '"auth" has only such as take out'],
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

describe('finish-event', () => {
  /** A run of the hub that has ended, and left this behind. */
  const ended = async (file: object | undefined): Promise<{ id: string; url: string }> => {
    const repository = `infra-${world.github.requests.length}`;
    const artifacts = { 'release-actions-hub-event': { 'hub-event.json': JSON.stringify(file) } };
    world.github.addRepository({
      ...{ owner: 'acme', name: repository },
      workflows: [
        {
          ...{ file: 'hub.yml', name: 'Hub', on: ['repository_dispatch'] },
          behaviour: () => ({ ms: 1, conclusion: 'failure', ...(file && { artifacts }) }),
        },
      ],
    });
    const end = new Promise<number>((resolve) => {
      const stop = world.github.subscribe(({ kind, repository: of, runId = 0 }) => {
        if (kind !== 'run-ended' || of !== `acme/${repository}`) return;
        stop();
        resolve(runId);
      });
    });
    await world.send('POST', `/repos/acme/${repository}/dispatches`, { event_type: 'services-changed' });
    const id = await end;
    return { id: String(id), url: `https://github.com/acme/${repository}/actions/runs/${id}` };
  };
  const finish = ({ id, url }: { id: string; url: string }, more: Record<string, string> = {}) =>
    step(
      'finish-event',
      {
        ...{ 'hub-file': 'hub.yml', tokens: 'acme: secret', 'run-id': id, 'run-url': url, conclusion: 'failure' },
        ...{ history: 'true', 'started-at': '2026-11-20T09:00:00Z', ...more },
      },
      { env: { GITHUB_REPOSITORY: /acme\/[^/]+/.exec(url)?.[0] ?? '' }, files: { 'hub.yml': HUB_FILE } },
    );
  const historyOf = async (url: string) => {
    const path = /acme\/[^/]+/.exec(url)?.[0];
    const { body } = await world.send(
      'GET',
      `/repos/${path}/contents/history/hub/2026-11.json?ref=release-actions/state`,
    );
    return Buffer.from(String(body.content), 'base64').toString();
  };

  slow('what was left pending is finished, a line is kept, and what is to be told is handed on', async () => {
    const sha = head();
    const place = { source: 'acme/services', ref: 'refs/heads/main', sha };
    const run = await ended({ verdict: 'admitted', ...place, components: ['auth'] });
    const pending = { state: 'pending', context: 'hub-line', target_url: run.url };
    await world.send('POST', `/repos/acme/services/statuses/${sha}`, pending);
    const { exitCode, outputs, stdout } = await finish(run);
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Finished hub-line on'),
    });
    expect(outputs).toMatchObject({ event: 'pipeline-failed', key: 'hub/acme/services/main', resolves: 'false' });
    expect(statuses().at(-1)).toMatchObject({ message: 'hub-line: failure' });
    const again = await finish(run);
    expect(again.exitCode).toBe(0);
    const text = await historyOf(run.url);
    expect(text.split('\n')).toHaveLength(4);
    expect(JSON.parse(text)).toEqual({
      [`run-${run.id}`]: {
        ...{ at: Date.UTC(2026, 10, 20, 9), endedAt: expect.any(Number), verdict: 'admitted', ...place },
        ...{ environment: 'production', components: ['auth'], conclusion: 'failure', runUrl: run.url },
      },
    });
    expect(world.github.violations).toEqual([]);
  });

  slow('a run that could not say what it had is kept as that', async () => {
    const run = await ended(undefined);
    const { outputs, stdout } = await finish(run);
    expect(outputs).toMatchObject({ verdict: 'unknown', event: 'pipeline-failed', key: 'hub' });
    expect(stdout).toContain('Nothing to finish: the run ended before it could say which event it had.');
    expect(await historyOf(run.url)).toContain('"verdict":"unknown"');
    const place = { source: 'acme/services', ref: 'refs/heads/main', sha: head() };
    const next = await finish(await ended({ verdict: 'admitted', ...place }), { conclusion: 'success' });
    expect(next.outputs).toMatchObject({ key: 'hub/acme/services/main\nhub', resolves: 'true' });
  });

  slow('a history that cannot be written is a warning, and the commit is told all the same', async () => {
    const sha = head();
    const run = await ended({ verdict: 'admitted', source: 'acme/services', ref: 'refs/heads/main', sha });
    const repository = /acme\/[^/]+/.exec(run.url)?.[0] ?? '';
    world.github.addToken('reads', { repositories: [repository], permissions: { contents: 'read', actions: 'read' } });
    await world.send('POST', `/repos/acme/services/statuses/${sha}`, {
      state: 'pending',
      context: 'h',
      target_url: run.url,
    });
    const { exitCode, stdout } = await finish(run, { token: 'reads' });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/::warning::The history could not be kept, .*contents: write/);
    expect(stdout).toContain('Finished h on');
  });
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
