import { describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import { silent } from '../../../simulator/histories/silent.ts';
import { simulateTrain } from '../../../simulator/histories/simulate-train.ts';
import { createRandom } from '../../../simulator/random.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { createActivities } from '../../../src/engine/drive/activities.ts';
import type { Gates } from '../../../src/engine/drive/gates.ts';
import { moveTrain } from '../../../src/engine/drive/open-train.ts';
import { branchStore } from '../../../src/engine/stores/branch-store.ts';
import { STATE_BRANCH } from '../../../src/engine/stores/state-branch.ts';
import { repositoriesByOwner } from '../../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import { ofMatrix, slow } from '../../support/slow.ts';
import { planned, planOf } from '../../train/machine/machine.ts';
import { begun } from './begun.ts';

const HOME = 'acme/releases';
/** More than may wait to be sent at once. */
const SIZE = 100;
const ofSize = (size: number) => planOf(Array.from({ length: size }, (_, index) => planned(`c${index}`)));
const gates: Gates = {
  registry: { served: async () => ({ served: true, detail: '' }) },
  health: async () => ({ verdict: 'healthy', detail: '' }),
};

function world(plan = ofSize(SIZE)) {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, check: 'none' });
  addEcosystem(github, plan.components, { queuedMs: 1_000, runMs: 30_000 });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' } });
  github.addToken('secret', { owners: ['acme'], secondaryLimits: false, limit: 1e6 });
  /** One tick of `advance`, as a callback or a sweep starts it. */
  const tick = async (seed: number): Promise<TrainState> => {
    const random = createRandom(seed).next;
    const common = { apiUrl: github.url, clock, transport: github.transport, random, writeGapMs: 0 };
    const repositoryFor = repositoriesByOwner({ ...common, token: staticToken('secret') });
    const store = branchStore({ repository: repositoryFor(HOME), clock, random });
    const { signal } = new AbortController();
    const saved = await begun(plan, { store, now: clock.now(), signal });
    const activities = createActivities({ plan, repositoryFor, gates, clock, log: silent });
    const deadline = clock.now() + 300_000;
    const unguessable = () => 'drawn0000';
    return moveTrain(saved, {
      store,
      clock,
      signal,
      activities,
      mode: 'advance',
      deadline,
      resume: false,
      unguessable,
    });
  };
  return { clock, github, tick };
}

function commits({ effects }: SimulatedGitHub): number {
  return effects.filter(({ kind, ref }) => kind === 'commit' && ref?.endsWith(STATE_BRANCH)).length;
}

/** What a train came to, without its times. */
function result({ status, components }: TrainState): unknown {
  const entries = Object.entries(components).map(([id, { status: one, dispatch }]) => [id, one, dispatch?.nonce]);
  return { status, components: entries };
}

describe('advance', () => {
  test('what happens in one tick is gathered into few commits, and each is dispatched once', async () => {
    const { clock, github, tick } = world();
    await clock.run(tick(1));
    expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toHaveLength(SIZE);
    const store = branchStoreOf(github, clock);
    const { state } = (await clock.run(store.load('t'))) ?? {};
    expect(Object.values(state?.components ?? {}).every(({ dispatch }) => dispatch !== undefined)).toBe(true);
    expect(commits(github)).toBeLessThan(SIZE / 4);
  });

  // What it costs is callbacks times components.
  const storms = [
    [1, SIZE / 4, SIZE],
    [2, SIZE, SIZE / 4],
    [3, SIZE / 2, SIZE / 4],
  ] as const;
  test.each(ofMatrix(storms, ([seed]) => seed === 3))(
    'callbacks at once lose nothing and do nothing twice, in whatever order (%i: %i callbacks, %i components)',
    async (seed, count, size) => {
      const plan = ofSize(size);
      const { clock, github, tick } = world(plan);
      await clock.run(tick(0));
      await clock.run(clock.sleep(120_000));
      const random = createRandom(seed);
      const callbacks = Array.from({ length: count }, async (_, index) => {
        await clock.sleep(random.between(0, 2_000));
        return tick(index + 1);
      });
      await clock.run(Promise.all(callbacks), { limit: 3_600_000 });
      const last = await clock.run(tick(999));
      const all = plan.components.map(({ id }) => [id, 'succeeded', `ra0.${id}.1.drawn0000`]);
      expect(result(last)).toEqual({ status: 'succeeded', components: all });
      expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toHaveLength(size);
    },
  );
});

function branchStoreOf(github: SimulatedGitHub, clock: VirtualClock) {
  const common = { apiUrl: github.url, clock, transport: github.transport, token: staticToken('secret') };
  return branchStore({ repository: repositoriesByOwner(common)(HOME), clock });
}

slow('a train of 500 components, 100 of them at a time, stays below 500 writes an hour', async () => {
  const layered = Array.from({ length: 500 }, (_, index) => ({
    id: `c${index}`,
    needs: index < 100 ? [] : [`c${index - 100}`, `c${index - (index % 100) - 100 + ((index * 7) % 100)}`],
  }));
  const { status, commits, wall } = await simulateTrain(layered, 'branch');
  expect(status).toBe('succeeded');
  expect(commits / Math.max(1, wall / 3_600_000)).toBeLessThanOrEqual(500);
});
