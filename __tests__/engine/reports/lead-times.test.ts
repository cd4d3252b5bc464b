import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedGitHub } from '../../../simulator/github.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { recordLeadTimes } from '../../../src/engine/reports/lead-times.ts';
import { fileStore } from '../../../src/engine/stores/file-store.ts';
import { historyPath, type TrainRecord } from '../../../src/engine/stores/history.ts';
import type { Saved } from '../../../src/engine/stores/train-store.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { initialState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
const component = (id: string, change: object = {}) => ({
  ...{ id, repository: `acme/${id}`, dispatch: { workflow: 'deploy.yml' }, ref: 'main', needs: [], inputs: {} },
  ...{ version: '1.1.0', previousVersion: '1.0.0', timeout: 1, health: [], gateTimeout: 1, ...change },
});
let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };

beforeEach(async () => {
  github = createGitHub({ clock: realClock });
  for (const name of ['web', 'api']) github.addRepository({ owner: 'acme', name, tags: ['v1.0.0', 'api-1.0.0'] });
  github.addToken('secret', { owners: ['acme'] });
  served = await github.serve();
});
afterEach(() => served.close());

function trainOf(components: readonly ReturnType<typeof component>[], environment = 'production'): Saved {
  const plan = {
    format: 1,
    name: 'shop',
    strategy: 'parallel',
    onFailure: 'halt',
    rollback: false,
    environment,
    components,
    waves: [],
  } as Plan;
  const at = Date.now() + 60_000;
  const state = initialState(plan, { trainId: 't1', planHash: 'abc123', salt: 's', at });
  const succeeded = Object.fromEntries(
    components.map(({ id }) => [id, { status: 'succeeded' as const, since: at, attempt: 1, finishedAt: at }]),
  );
  return { plan, state: { ...state, status: 'succeeded', components: succeeded }, writes: 1 };
}

/** Saves the train, records its lead times, and reads its record. */
async function recorded(saved: Saved, tag?: string) {
  const store = fileStore(await folder());
  await store.save(saved, 'end');
  const client = createClient({ token: staticToken('secret'), apiUrl: served.url, clock: realClock });
  const components = saved.plan.components.map(({ id }) => ({ id, ...(tag && { tag }) })) as never;
  const { signal } = new AbortController();
  const done = await recordLeadTimes(saved, {
    store,
    repositoryFor: (name) => openRepository(client, name),
    components,
    signal,
  });
  const read = async () =>
    (
      JSON.parse((await store.read(historyPath('trains', saved.state.startedAt))) ?? '{}') as Record<
        string,
        TrainRecord
      >
    ).t1?.components ?? {};
  return { done, components: await read(), store, read };
}

test('how old each commit was at the end, of what can be compared; the rest is unknown', async () => {
  for (const file of ['a', 'b']) github.commit('acme/web', 'main', { [file]: '1' });
  const { git } = github.repository('acme/web');
  git.refs.set('refs/tags/v1.1.0', git.refs.get('refs/heads/main') ?? '');
  const saved = trainOf([component('web'), component('api')]);
  const { done, components, store, read } = await recorded(saved);
  expect(done).toBe(true);
  expect(components.web?.leadSeconds).toHaveLength(2);
  for (const lead of components.web?.leadSeconds ?? []) expect(Math.abs(lead - 60)).toBeLessThan(30);
  // There is no tag of its new version.
  expect(components.api).not.toHaveProperty('leadSeconds');
  // Whoever writes the ended train once more, for what was told since, leaves them.
  await store.save({ ...saved, writes: 2 }, 'told');
  expect((await read()).web?.leadSeconds).toEqual(components.web?.leadSeconds);
  expect(github.violations).toEqual([]);
});

test('versions may be commits, or tags in a form of their own', async () => {
  const { git } = github.repository('acme/api');
  const before = git.refs.get('refs/heads/main') ?? '';
  const sha = github.commit('acme/api', 'main', { a: '1' });
  const byCommit = await recorded(trainOf([component('api', { version: sha, previousVersion: before })]));
  expect(byCommit.components.api?.leadSeconds).toHaveLength(1);
  git.refs.set('refs/tags/api-1.1.0', sha);
  const byTag = await recorded(trainOf([component('api')]), 'api-{version}');
  expect(byTag.components.api?.leadSeconds).toHaveLength(1);
});

test('nothing is asked of a train that is none of production, or did not succeed', async () => {
  const staging = await recorded(trainOf([component('web')], 'staging'));
  const saved = trainOf([component('web')]);
  const failed = await recorded({ ...saved, state: { ...saved.state, status: 'failed' } });
  expect([staging.done, failed.done, github.requests.length]).toEqual([false, false, 0]);
});
