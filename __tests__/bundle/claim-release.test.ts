import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { servedWorld } from '../simulator/world.ts';
import { ofMatrix, slow } from '../support/slow.ts';
import { runBundle } from './run-action.ts';

let world: Awaited<ReturnType<typeof servedWorld>>;
beforeAll(async () => {
  world = await servedWorld();
});
afterAll(() => world.close());

const claim = (inputs: Record<string, string>, runId: string, more: Record<string, string> = {}) => {
  const sha = world.github.repository('acme/library').git.refs.get('refs/heads/main') ?? '';
  const run = { GITHUB_REPOSITORY: 'acme/library', GITHUB_RUN_ID: runId, GITHUB_SHA: sha, GITHUB_API_URL: world.url };
  return runBundle('claim-release', { inputs: { token: 'secret', ...inputs }, env: { ...run, ...more } });
};

slow('of two runs with one nonce the second ends green and says why; a re-run of the first goes on', async () => {
  const inputs = { nonce: 'ra1f2e3d.eda-domain.1' };
  expect(await claim(inputs, '11')).toMatchObject({ exitCode: 0, outputs: { claimed: 'true' }, summary: '' });
  const second = await claim(inputs, '12');
  expect(second).toMatchObject({ exitCode: 0, outputs: { claimed: 'false' } });
  expect(second.stdout).toContain('::notice::ra1f2e3d.eda-domain.1 was claimed by run 11 before.');
  expect(second.summary).toContain('`ra1f2e3d.eda-domain.1` was claimed by run 11. This run is a duplicate.');
  expect(await claim(inputs, '11', { GITHUB_RUN_ATTEMPT: '2' })).toMatchObject({ outputs: { claimed: 'true' } });
  expect(world.github.violations).toEqual([]);
});

test.each(ofMatrix(['main', 'release/1.x'], (branch) => branch !== 'main'))(
  'the token of a job claims for a run of %s, whatever workflows are there',
  async (branch) => {
    const { github } = world;
    const workflow = { [`.github/workflows/${branch.replace(/\W/g, '-')}.yml`]: 'on: push\n' };
    github.commit('acme/library', branch, workflow);
    const access = { repositories: ['acme/library'], permissions: { contents: 'write' as const } };
    github.addToken('job-token', { ...access, kind: 'github-token' });
    const sha = github.repository('acme/library').git.refs.get(`refs/heads/${branch}`) ?? '';
    const outcome = await claim({ token: 'job-token', nonce: `of-${branch.length}` }, '21', { GITHUB_SHA: sha });
    expect(outcome).toMatchObject({ exitCode: 0, outputs: { claimed: 'true' } });
  },
);

test('without a nonce there is nothing to claim, and nothing is asked', async () => {
  const before = world.github.requests.length;
  expect(await claim({}, '13')).toMatchObject({ exitCode: 0, outputs: { claimed: 'true' } });
  expect(world.github.requests).toHaveLength(before);
});

test.each([
  [{ nonce: 'a/../b' }, {}, 'Input nonce: "a/../b" is not valid: expected letters, digits'],
  [{ nonce: 'n1', 'keep-days': '3' }, {}, 'expected a whole number from 36 to 3650'],
  [{ nonce: 'n1', token: 'wrong' }, {}, 'answered 401'],
])('%j %j is refused', async (inputs, more, message) => {
  const { exitCode, stdout, outputs } = await claim(inputs, '14', more);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(message);
  expect(stdout.match(/^::error/gm)).toHaveLength(1);
  expect(outputs).toEqual({});
});
