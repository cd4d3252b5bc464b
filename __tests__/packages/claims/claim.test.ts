import { expect, test } from '@jest/globals';
import { faultOnce } from '../../../simulator/faults.ts';
import type { GitHubOptions } from '../../../simulator/github.ts';
import { CLAIMS, claimNonce } from '../../../src/packages/claims/claim.ts';
import { cleanUpClaims } from '../../../src/packages/claims/clean-up.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { AmbiguousWrite } from '../../../src/platform/github/client/github-errors.ts';
import { createRef } from '../../../src/platform/github/refs.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { virtualWorld } from '../../simulator/world.ts';

const DAY = 86_400_000;
const NAME = 'acme/library';

function world(options: Partial<GitHubOptions> = {}) {
  const { github, clock, run } = virtualWorld(options);
  const client = () =>
    createClient({ token: staticToken('secret'), apiUrl: github.url, clock, transport: github.transport });
  const repository = () => openRepository(client(), NAME);
  const claim = (runId: string, nonce = 'ra1f2e3d.eda-domain.1') =>
    claimNonce({ repository: repository(), nonce, runId });
  return { github, clock, run, repository, claim };
}

test('the first run gets the nonce, it gets it again when it is run again, and nobody else ever does', async () => {
  const { github, run, claim } = world();
  await run(async () => {
    expect(await claim('11')).toEqual({ claimed: true, before: false });
    expect(await claim('12')).toEqual({ claimed: false, by: '11' });
    expect(await claim('11')).toEqual({ claimed: true, before: true });
    expect(await claim('1', 'other')).toEqual({ claimed: true, before: false });
  });
  expect(github.violations).toEqual([]);
});

test('of 32 runs at once exactly one gets the nonce, and the others know which', async () => {
  const { github, run, claim } = world();
  const claims = await run(async () => {
    // The first claim of a repository makes the tree of all: two writes more, of which GitHub takes 80 a minute.
    await claim('1', 'earlier');
    return Promise.all(Array.from({ length: 32 }, (_, index) => claim(String(100 + index))));
  });
  expect(claims.filter(({ claimed }) => claimed)).toHaveLength(1);
  const winner = String(100 + claims.findIndex(({ claimed }) => claimed));
  expect(claims.flatMap((one) => (one.claimed ? [] : [one.by]))).toEqual(Array(31).fill(winner));
  expect(github.effects.filter(({ kind }) => kind === 'ref-created')).toHaveLength(2);
});

test.each([
  ['reset', 'before'],
  ['reset', 'after'],
  ['502', 'before'],
  ['502', 'after'],
] as const)('an answer that is lost (%s %s the effect) is settled by looking', async (kind, when) => {
  const fault = kind === 'reset' ? ({ kind, when } as const) : ({ kind: 'status', status: 502, when } as const);
  const { github, run, claim } = world({ faults: faultOnce('git/create-ref', fault) });
  await run(async () => {
    expect(await claim('11')).toEqual({ claimed: true, before: false });
    expect(await claim('12')).toEqual({ claimed: false, by: '11' });
  });
  expect(github.effects.filter(({ kind: what }) => what === 'ref-created')).toHaveLength(1);
});

test('where GitHub never answers the creation, the claim is not taken for granted', async () => {
  const { run, claim } = world({
    faults: ({ operation }) =>
      operation === 'git/create-ref' ? { kind: 'status', status: 502, when: 'before' } : undefined,
  });
  await expect(run(() => claim('11'))).rejects.toThrow(AmbiguousWrite);
});

test('old claims are removed a few at a time, wherever it begins, and young ones stay', async () => {
  const { github, clock, claim, repository } = world();
  const left = () => [...github.repository(NAME).git.refs.keys()].filter((ref) => ref.includes(CLAIMS));
  const story = async () => {
    for (let index = 0; index < 12; index += 1) await claim(String(index + 1), `old-${index}`);
    await clock.sleep(41 * DAY);
    await claim('99', 'young');
    const before = clock.now() - 40 * DAY;
    expect(await cleanUpClaims(repository(), { before, random: () => 0.9 })).toBe(9);
    expect(await cleanUpClaims(repository(), { before, random: () => 0 })).toBe(3);
    expect(await cleanUpClaims(repository(), { before, random: () => 0 })).toBe(0);
  };
  await clock.run(story(), { limit: 50 * DAY });
  expect(left()).toEqual([`refs/${CLAIMS}/young`]);
  expect(github.violations).toEqual([]);
});

test.each(['main', 'release/1.x'])(
  'GITHUB_TOKEN can claim for a run of %s, whatever workflows are there',
  async (branch) => {
    const { github, run, repository } = world();
    const workflow = { '.github/workflows/other.yml': 'on: push\n' };
    github.commit(NAME, branch, workflow);
    github.addToken('secret', { repositories: [NAME], permissions: { contents: 'write' }, kind: 'github-token' });
    const tip = github.repository(NAME).git.refs.get(`refs/heads/${branch}`) ?? '';
    await run(async () => {
      expect(await claimNonce({ repository: repository(), nonce: 'a', runId: '1' })).toEqual({
        claimed: true,
        before: false,
      });
      const mutable = { ref: 'heads/copy', sha: tip };
      if (branch !== 'main')
        await expect(createRef(repository(), mutable)).rejects.toThrow(/not accessible by integration/);
    });
  },
);

test('the second claim finds the tree of the first', async () => {
  const { github, run, claim } = world();
  await run(async () => {
    await claim('1', 'a');
    await claim('2', 'b');
  });
  expect(github.requests.filter(({ operation }) => operation === 'git/create-tree')).toHaveLength(1);
});
