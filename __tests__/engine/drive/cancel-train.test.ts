import { expect, test } from '@jest/globals';
import type { FaultSchedule } from '../../../simulator/faults.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { silent } from '../../../simulator/histories/silent.ts';
import { createRandom } from '../../../simulator/random.ts';
import type { RunScript } from '../../../simulator/types.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { createActivities } from '../../../src/engine/drive/activities.ts';
import { cancelTrain } from '../../../src/engine/drive/cancel-train.ts';
import { moveTrain } from '../../../src/engine/drive/open-train.ts';
import { branchStore } from '../../../src/engine/stores/branch-store.ts';
import { repositoriesByOwner } from '../../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import { slow } from '../../support/slow.ts';
import { planned, planOf } from '../../train/machine/machine.ts';
import { begun } from './begun.ts';

const HOME = 'acme/releases';
const MINUTE = 60_000;

/** A train of two, the first of which takes an hour; in virtual time. */
function world(script: Partial<RunScript> = {}, faults?: FaultSchedule) {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, ...(faults && { faults }) });
  github.addToken('secret', { owners: ['acme'] });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' } });
  const workflow = {
    name: 'Release',
    file: 'release.yml',
    on: ['workflow_dispatch' as const],
    inputs: { nonce: {} },
    runName: `Release [\${{ inputs.nonce }}]`,
    behaviour: () => ({
      conclusion: 'success' as const,
      queuedMs: 1_000,
      ms: 60 * MINUTE,
      cancelMs: 10_000,
      ...script,
    }),
  };
  const timeout = 120 * MINUTE;
  const plan = planOf([planned('core', [], { timeout }), planned('web', ['core'], { timeout })]);
  for (const name of ['core', 'web']) github.addRepository({ owner: 'acme', name, workflows: [workflow] });
  const { signal } = new AbortController();
  const registry = { latest: async () => '1.0.0', served: async () => ({ served: false, detail: '' }) };
  const gates = { registry, health: async () => ({ verdict: 'healthy' as const, detail: '' }) };
  /** One process of its own. */
  const process = async (name: string) => {
    const random = createRandom(1).fork(name).next;
    const repositoryFor = repositoriesByOwner({
      token: staticToken('secret'),
      apiUrl: github.url,
      clock,
      transport: github.transport,
      random,
    });
    const store = branchStore({ repository: repositoryFor(HOME), clock, random });
    const saved = await begun(plan, { store, now: clock.now(), signal });
    const activities = createActivities({ plan, repositoryFor, gates, clock, log: silent });
    return { saved, store, clock, signal, activities };
  };
  const move = async (mode: 'wait' | 'advance'): Promise<TrainState> => {
    const { saved, ...rest } = await process('driver');
    return moveTrain(saved, {
      ...rest,
      mode,
      deadline: clock.now() + 330 * MINUTE,
      resume: true,
      unguessable: () => 'drawn0000',
    });
  };
  const cancel = async (): Promise<TrainState> => {
    const { saved, ...rest } = await process('canceller');
    return cancelTrain(saved, { ...rest, reason: 'octocat cancelled it.' });
  };
  const ends = () => github.effects.filter(({ kind }) => kind === 'run-ended').map(({ conclusion }) => conclusion);
  return { clock, github, move, cancel, ends };
}

slow('what is in flight is cancelled and seen to end; nothing else starts', async () => {
  const { clock, move, cancel, ends } = world();
  const story = async () => {
    await move('advance');
    await clock.sleep(5 * MINUTE);
    return cancel();
  };
  const state = await clock.run(story());
  expect(state).toMatchObject({ status: 'cancelled', reason: 'octocat cancelled it.' });
  expect(state.components).toMatchObject({ core: { status: 'cancelled' }, web: { status: 'blocked' } });
  expect(ends()).toEqual(['cancelled']);
});

test('what was dispatched and not seen yet is found and cancelled, too', async () => {
  const lost: FaultSchedule = ({ method, path }) =>
    method === 'POST' && path.endsWith('/dispatches') ? { kind: 'reset', when: 'after' } : undefined;
  const { clock, move, cancel, ends } = world({}, lost);
  let before: TrainState | undefined;
  const story = async () => {
    before = await move('advance');
    return cancel();
  };
  // The list shows the run at once; a tick that ends before it looked leaves the component dispatching.
  const state = await clock.run(story());
  expect(before?.status).toBe('running');
  expect(state.components.core?.status).toBe('cancelled');
  expect(ends()).toEqual(['cancelled']);
});

test('a run that does not let itself be cancelled is left as running, after two minutes', async () => {
  const { clock, move, cancel } = world({ ignoresCancel: true });
  const story = async () => {
    await move('advance');
    await clock.sleep(MINUTE);
    const begun = clock.now();
    const state = await cancel();
    return { state, took: clock.now() - begun };
  };
  const { state, took } = await clock.run(story());
  expect(state).toMatchObject({ status: 'cancelled', components: { core: { status: 'running' } } });
  expect(took).toBeGreaterThan(2 * MINUTE);
  expect(took).toBeLessThan(3 * MINUTE);
});

test('what a job still sends after it was cancelled is found and cancelled', async () => {
  const { clock, github, move, cancel, ends } = world();
  const story = async () => {
    const driver = move('wait');
    const commits = () => github.effects.filter(({ kind }) => kind === 'commit').length;
    // The second write of the train is the intent; the dispatch follows a second later.
    while (commits() < 2) await clock.sleep(10);
    expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
    const state = await cancel();
    await driver;
    return state;
  };
  const state = await clock.run(story());
  expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toHaveLength(1);
  expect(state).toMatchObject({ status: 'cancelled', components: { core: { status: 'cancelled' } } });
  expect(ends()).toEqual(['cancelled']);
});

test('what could not be cancelled is looked at again when the train is cancelled once more', async () => {
  const { clock, move, cancel } = world({ ignoresCancel: true, ms: 10 * MINUTE });
  const story = async () => {
    await move('advance');
    const left = await cancel();
    await clock.sleep(20 * MINUTE);
    return [left.components.core?.status, (await cancel()).components.core?.status];
  };
  expect(await clock.run(story())).toEqual(['running', 'verifying']);
});

test('a run that cannot be seen does not keep the rest from being saved', async () => {
  let begun = false;
  const paused: FaultSchedule = ({ method, path }) =>
    begun && method === 'GET' && path.includes('/actions/runs')
      ? { kind: 'rate-limited', status: 403, hint: 'retry-after', seconds: 60 }
      : undefined;
  const { clock, move, cancel } = world({ cancelMs: 10_000 }, paused);
  const story = async () => {
    await move('advance');
    begun = true;
    return cancel();
  };
  const state = await clock.run(story());
  expect(state).toMatchObject({ status: 'cancelled', components: { core: { dispatch: { cancel: {} } } } });
});

test('a job that drives the train stops, too, and starts nothing', async () => {
  const { clock, move, cancel, github } = world();
  const story = async () => {
    const driver = move('wait');
    await clock.sleep(3 * MINUTE);
    const cancelled = await cancel();
    return [cancelled.status, (await driver).status];
  };
  expect(await clock.run(story())).toEqual(['cancelled', 'cancelled']);
  expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toHaveLength(1);
});
