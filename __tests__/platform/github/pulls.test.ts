import { expect, test } from '@jest/globals';
import { faultOnce } from '../../../simulator/faults.ts';
import type { GitHubOptions } from '../../../simulator/github.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { upsertPull } from '../../../src/platform/github/pulls.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { virtualWorld } from '../../simulator/world.ts';

const wanted = { head: 'changeset-release/main', base: 'main', title: 'Version packages', body: 'one' };

function world(options: Partial<GitHubOptions> = {}) {
  const { github, clock, run } = virtualWorld(options);
  github.commit('acme/library', wanted.head, { 'a.txt': 'a' });
  const client = createClient({
    token: staticToken('secret'),
    apiUrl: github.url,
    clock,
    transport: github.transport,
  });
  const upsert = (more = {}) => upsertPull(openRepository(client, 'acme/library'), { ...wanted, ...more });
  return { github, run, upsert };
}

test('one pull request is opened, changed, left alone where nothing changed, and opened again after a merge', async () => {
  const { github, run, upsert } = world();
  await run(async () => {
    const { number } = await upsert();
    expect(await upsert()).toMatchObject({ outcome: 'unchanged', number });
    expect(await upsert({ body: 'two' })).toMatchObject({ outcome: 'updated', number });
    const [pull] = github.repository('acme/library').pulls;
    expect(pull?.issue).toMatchObject({ title: 'Version packages', body: 'two' });
    if (pull) pull.issue.state = 'closed';
    expect(await upsert()).toMatchObject({ outcome: 'created', number: number + 1 });
  });
  expect(github.violations).toEqual([]);
});

test.each(['before', 'after'] as const)('a lost answer (%s the effect) opens one, and no second one', async (when) => {
  const { github, run, upsert } = world({ faults: faultOnce('pulls/create', { kind: 'status', status: 502, when }) });
  await run(async () => {
    expect(await upsert()).toMatchObject({ outcome: 'created' });
  });
  expect(github.repository('acme/library').pulls).toHaveLength(1);
});
