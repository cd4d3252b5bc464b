import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { admit } from '../../../src/operations/hub/admit.ts';
import { readHubEvent } from '../../../src/operations/hub/hub-event.ts';
import { endOf } from '../../../src/operations/hub/verdict.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { setStatus } from '../../../src/platform/github/statuses.ts';
import { hubOf, hubWorld } from './hub-world.ts';

describe('an event is admitted', () => {
  test('with the environment of the proven branch, in two requests', async () => {
    const { push, event, verdictOf, github } = await hubWorld();
    const sha = push('main', { 'services/auth/index.js': '2' });
    const verdict = await verdictOf(event(sha, { component: 'auth', environment: 'nowhere' }));
    expect(verdict).toMatchObject({ verdict: 'admitted', environment: 'production', deploys: true, sha });
    expect([...('components' in verdict ? verdict.components : [])]).toEqual([['auth', 'services/auth']]);
    expect(github.requests).toHaveLength(2);
  });

  test.each([
    ['feature/x', 'dev', false],
    ['develop', 'staging', true],
  ])('from %s it leads to %s', async (branch, environment, deploys) => {
    const { push, event, verdictOf } = await hubWorld();
    const sha = push(branch, { a: '1' });
    expect(await verdictOf(event(sha, { ref: `refs/heads/${branch}` }))).toMatchObject({ environment, deploys });
  });

  test('a source that never deploys is only tested, whatever its branch', async () => {
    const { push, event, verdictOf } = await hubWorld();
    const sha = push('main', { a: '1' }, 'acme/tests');
    const raw = event(sha, { source_repo: 'Acme/Tests', component: 'e2e' }, 'tests-changed');
    expect(await verdictOf(raw)).toMatchObject({ verdict: 'admitted', source: 'acme/tests', deploys: false });
  });

  test('no component named means every one', async () => {
    const { push, event, verdictOf } = await hubWorld();
    const verdict = await verdictOf(event(push('main', { a: '1' }), { component: '' }));
    expect('components' in verdict && [...verdict.components.keys()]).toEqual(['auth', 'users']);
  });
});

test('an older commit is superseded, and says by which', async () => {
  const { push, event, verdictOf } = await hubWorld();
  const old = push('main', { a: '1' });
  const now = push('main', { a: '2' });
  expect(await verdictOf(event(old))).toMatchObject({
    verdict: 'superseded',
    reason: `Superseded by ${now.slice(0, 7)} on main.`,
  });
});

test('what succeeded before is repeated, unless it is forced; other components of the commit are not', async () => {
  const { push, event, verdictOf, client, run } = await hubWorld();
  const sha = push('main', { a: '1' });
  const done = { sha, context: 'hub', state: 'success', description: 'auth, users: deployed to production' } as const;
  await run(() => setStatus(openRepository(client, 'acme/services'), done));
  expect(await verdictOf(event(sha))).toMatchObject({ verdict: 'repeated' });
  expect(await verdictOf(event(sha), { force: true })).toMatchObject({ verdict: 'admitted' });
  expect(await verdictOf(event(sha, { component: 'auth' }))).toMatchObject({ verdict: 'admitted' });
});

test('what succeeded on its way to one environment is no repetition of the way to another', async () => {
  const { push, event, verdictOf, client, run, github } = await hubWorld();
  const sha = push('develop', { a: '1' });
  const { refs } = github.repository('acme/services').git;
  const ends = ['auth, users: deployed to staging', 'auth, users: built and checked for production'];
  for (const description of ends)
    await run(() =>
      setStatus(openRepository(client, 'acme/services'), { sha, context: 'hub', state: 'success', description }),
    );
  expect(await verdictOf(event(sha, { ref: 'refs/heads/develop' }))).toMatchObject({ verdict: 'repeated' });
  // The branch is moved forward to the very commit that was tried.
  refs.set('refs/heads/main', sha);
  expect(await verdictOf(event(sha))).toMatchObject({ verdict: 'admitted', environment: 'production', deploys: true });
});

test('the ends that count are those that the report job of hub.yml writes', async () => {
  const workflow = await readFile('.github/workflows/hub.yml', 'utf8');
  for (const deploys of [true, false])
    expect(workflow).toContain(`text="${endOf({ label: '$LABEL', deploys, environment: '$ENVIRONMENT' })}"`);
});

describe('an event is refused', () => {
  test.each([
    [{ source_repo: undefined }, /names no source: expected source_repo as owner\/name, found null/],
    [{ source_repo: 'acme/stranger' }, /acme\/stranger is no source of the hub file/],
    [{ sha: undefined }, /the event has no sha: expected 40 hexadecimal digits, found null/],
    [{ sha: 'HEAD' }, /the event has no sha: .* found "HEAD"/],
    [{ ref: undefined }, /the event has no branch: expected ref as refs\/heads\/…, found null/],
    [{ ref: 'refs/tags/v1' }, /the event has no branch/],
    [{ ref: `refs/heads/${'a*'.repeat(30_000)}` }, /the event has no branch/],
    [{ ref: 'refs/heads/main\n::error::x' }, /the event has no branch/],
    [{ ref: 'refs/heads/release/1' }, /no rule of the hub file's environments fits the branch release\/1/],
    [{ component: 'auth,billing,x' }, /the hub file knows no billing or x in it/],
    [{ ref: 'refs/heads/feature/gone' }, /the branch feature\/gone is not there/],
    [{ sha: 'a'.repeat(40) }, /aaaaaaa is not on the branch main .* force-pushed/],
  ])('%j', async (change, reason) => {
    const { push, event, verdictOf, github } = await hubWorld();
    const verdict = await verdictOf(event(push('main', { a: '1' }), change));
    expect(verdict).toMatchObject({ verdict: 'refused', reason: expect.stringMatching(reason) });
    expect('environment' in verdict).toBe(false);
    expect(github.effects.filter(({ kind }) => kind === 'commit-status')).toEqual([]);
  });

  test('of a type, or by a sender, that the hub file does not list', async () => {
    const { push, event, verdictOf } = await hubWorld();
    const sha = push('main', { a: '1' });
    expect(await verdictOf(event(sha, {}, 'docs-changed'))).toMatchObject({
      reason: expect.stringMatching(/lets it send services-changed, not this type/),
    });
    const strict = await hubWorld('senders: [somebody]\n'.concat((await import('./hub-world.ts')).HUB_FILE));
    const refused = await strict.verdictOf(strict.event(strict.push('main', { a: '1' })));
    expect(refused.reason).toMatch(/acme-bot is not among the senders/);
  });

  test('that names a commit which was pushed away', async () => {
    const { push, event, verdictOf, github } = await hubWorld();
    const base = github.repository('acme/services').git.refs.get('refs/heads/main') ?? '';
    const lost = push('main', { a: '1' });
    github.repository('acme/services').git.refs.set('refs/heads/main', base);
    push('main', { b: '1' });
    expect(await verdictOf(event(lost))).toMatchObject({
      verdict: 'refused',
      reason: expect.stringMatching(/force-pushed/),
    });
  });
});

test('no payload yields an environment, a component or a commit that hub file and API do not give', async () => {
  const { push, verdictOf, github } = await hubWorld(undefined, 'none');
  const heads = new Map(['main', 'develop', 'feature/x'].map((branch) => [branch, push(branch, { a: branch })]));
  const shas = [...heads.values(), ...heads.values(), 'b'.repeat(40), 'main', ''];
  const rules: Readonly<Record<string, string>> = { main: 'production', develop: 'staging', 'feature/x': 'dev' };
  const anything = fc.oneof(fc.string(), fc.constant(undefined), fc.integer(), fc.constant({ a: 1 }));
  const payload = fc.record({
    source_repo: fc.oneof({ weight: 25, arbitrary: fc.constantFrom('acme/services', 'ACME/services') }, anything),
    ref: fc.oneof(
      { weight: 25, arbitrary: fc.constantFrom(...[...heads.keys(), 'Main', 'x'].map((b) => `refs/heads/${b}`)) },
      anything,
    ),
    sha: fc.oneof({ weight: 25, arbitrary: fc.constantFrom(...shas) }, anything),
    component: fc.oneof({ weight: 25, arbitrary: fc.constantFrom('auth', 'users,auth', '', 'auth,root') }, anything),
    environment: fc.constantFrom('production', 'root', undefined),
  });
  const type = fc.constantFrom('services-changed', 'services-changed', 'other');
  const reached = { admitted: 0, superseded: 0, refused: 0, repeated: 0, 'self-test': 0 };
  await fc.assert(
    fc.asyncProperty(payload, type, async (client_payload, action) => {
      const verdict = await verdictOf({ action, client_payload, sender: { login: 'x' } });
      reached[verdict.verdict] += 1;
      if (verdict.verdict !== 'admitted') return;
      const branch = verdict.ref.slice('refs/heads/'.length);
      expect(verdict.environment).toBe(rules[branch]);
      expect(verdict.sha).toBe(github.repository('acme/services').git.refs.get(verdict.ref));
      expect(['auth', 'users']).toEqual(expect.arrayContaining([...verdict.components.keys()]));
    }),
    { numRuns: 2_000 },
  );
  expect(reached.admitted).toBeGreaterThan(60);
  expect(reached.refused).toBeGreaterThan(600);
});

test('of 50 events of one branch at once the newest commit is admitted, and every other one is superseded', async () => {
  const { push, event, github, client, hub, run } = await hubWorld();
  const shas = Array.from({ length: 50 }, (_, index) => push('main', { a: String(index) }));
  const options = { repositoryFor: (name: string) => openRepository(client, name), context: 'hub', force: false };
  const verdicts = await run(() => Promise.all(shas.map((sha) => admit(hub, readHubEvent(event(sha)), options))));
  expect(verdicts.filter(({ verdict }) => verdict === 'admitted').map(({ sha }) => sha)).toEqual([shas.at(-1)]);
  expect(verdicts.filter(({ verdict }) => verdict === 'superseded')).toHaveLength(49);
  expect(github.violations).toEqual([]);
});

test('a token that may not read the source is told, and nothing is admitted', async () => {
  const { push, event, github, clock } = await hubWorld();
  const sha = push('main', { a: '1' });
  github.addToken('sends-only', { repositories: ['acme/tests'] });
  const { transport } = github;
  const client = createClient({ token: staticToken('sends-only'), apiUrl: github.url, clock, transport });
  const hub = await hubOf();
  const verdict = await clock.run(
    admit(hub, readHubEvent(event(sha)), {
      repositoryFor: (name: string) => openRepository(client, name),
      context: 'hub',
      force: false,
    }),
    { limit: 86_400_000 },
  );
  expect(verdict).toMatchObject({
    verdict: 'refused',
    reason: expect.stringMatching(/the token for acme\/services cannot see it/),
  });
});

test('a commit with 1,000 statuses says so', async () => {
  const { push, github, client, run } = await hubWorld(undefined, 'none');
  const sha = push('main', { a: '1' });
  const repository = github.repository('acme/services');
  const one = {
    sha,
    context: 'hub',
    state: 'pending',
    description: '',
    targetUrl: null,
    creator: 'acme',
    createdAt: 0,
  };
  for (let id = 1; id <= 1_000; id += 1) repository.statuses.push({ id, ...one });
  const status = { sha, context: 'hub', state: 'success', description: 'x' } as const;
  await expect(run(() => setStatus(openRepository(client, 'acme/services'), status))).rejects.toThrow(
    /at most 1,000 statuses of one context on a commit/,
  );
});
