import { describe, expect, test } from '@jest/globals';
import { nonceOf as made } from '../../../src/train/machine/dispatch-nonce.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { EMPTY_LEDGER, type Ledger } from '../../../src/train/telling/ledger.ts';
import {
  dueDeployments,
  recorded,
  unrecorded,
  wantedDeployments,
} from '../../../src/train/telling/wanted-deployments.ts';
import { begin, flown, after as following, planned, planOf, run } from '../machine/machine.ts';

const nonceOf = (state: TrainState, component: string, purpose: 'release' | 'rollback') =>
  made(state, component, { purpose, unguessable: 'drawn0000' });
const back = { workflow: 'rollback.yml', ref: 'main', inputs: { nonce: '{nonce}' }, health: [{}] };
const shown = { deployments: { url: 'https://a.test' }, version: '2.0.0', previousVersion: '1.0.0', rollback: back };
const plan = planOf([planned('a', [], shown), planned('b', [], shown), planned('c')], {
  ...{ environment: 'production', rollback: true },
});
const states = (state: TrainState, of: Plan = plan) =>
  wantedDeployments(of, state).map(({ key, task, version, state: said }) => `${key} ${task} ${version} ${said}`);

describe('the records that are wanted', () => {
  const started = following(plan, begin(plan), {
    ...{ type: 'intended', component: 'a', purpose: 'release', nonce: nonceOf(begin(plan), 'a', 'release'), at: 1 },
  });
  const seen = following(plan, started, {
    type: 'run-seen',
    component: 'a',
    nonce: nonceOf(started, 'a', 'release'),
    run: run(),
    at: 2,
  });

  test('begin with the run, only where the component is shown and the plan deploys', () => {
    expect(states(started)).toEqual([]);
    expect(states(seen)).toEqual(['a/1 deploy 2.0.0 in_progress']);
    expect(states(seen, { ...plan, environment: undefined } as never)).toEqual([]);
  });

  test('follow the run, the failure and the way back', () => {
    const good = flown(plan, begin(plan), 'a', { at: 1, conclusion: 'success' });
    const bad = flown(plan, good, 'b', { at: 2, conclusion: 'failure' });
    expect(states(bad)).toEqual(['a/1 deploy 2.0.0 success', 'b/1 deploy 2.0.0 failure']);
    const undone = (['b', 'a'] as const).reduce((state, component) => {
      const nonce = nonceOf(state, component, 'rollback');
      return following(
        plan,
        state,
        { type: 'intended', component, purpose: 'rollback', nonce, at: 5 },
        { type: 'run-seen', component, nonce, run: run('success', { id: 9 }), at: 6 },
      );
    }, bad);
    const before = ['a/1 deploy 2.0.0 inactive', 'b/1 deploy 2.0.0 failure'];
    // Whether what is there again is healthy is not known yet.
    expect(states(undone).sort()).toEqual(
      [...before, 'a/r1 rollback 1.0.0 in_progress', 'b/r1 rollback 1.0.0 in_progress'].sort(),
    );
    const judged = (['a', 'b'] as const).reduce((state, component) => {
      const verdict = component === 'a' ? 'healthy' : 'unhealthy';
      return following(plan, state, {
        type: 'restored-judged',
        component,
        nonce: nonceOf(state, component, 'rollback'),
        verdict,
        at: 7,
      });
    }, undone);
    expect(states(judged).sort()).toEqual(
      [...before, 'a/r1 rollback 1.0.0 success', 'b/r1 rollback 1.0.0 failure'].sort(),
    );
  });
});

describe('what is due', () => {
  const good = flown(plan, begin(plan), 'a', { at: 1, conclusion: 'success' });
  const wanted = wantedDeployments(plan, good);
  const due = (ledger: Ledger, now = 0) => dueDeployments(wanted, ledger, now).due.map(({ key }) => key);

  test('is what GitHub does not show as it is', () => {
    expect(due(EMPTY_LEDGER)).toEqual(['a/1']);
    expect(due(recorded(EMPTY_LEDGER, 'a/1', { id: 7, state: 'in_progress' }))).toEqual(['a/1']);
    expect(due(recorded(EMPTY_LEDGER, 'a/1', { id: 7, state: 'success' }))).toEqual([]);
    expect(due({ ...EMPTY_LEDGER, deploymentsOff: 'no right' })).toEqual([]);
  });

  test('is tried again later and later, and given up at last', () => {
    const refusal = (at: number, isLasting = false) => ({ at, error: 'it broke', isLasting });
    let ledger: Ledger = recorded(EMPTY_LEDGER, 'a/1', { id: 7, state: 'queued' });
    const waits: (number | undefined)[] = [];
    for (let at = 100; waits.length < 4; at += 100_000) {
      ledger = unrecorded(ledger, 'a/1', refusal(at));
      const { nextAt } = dueDeployments(wanted, ledger, at);
      waits.push(nextAt === undefined ? undefined : nextAt - at);
    }
    expect(waits).toEqual([2_000, 10_000, 60_000, undefined]);
    expect(ledger.deployments?.['a/1']).toMatchObject({
      id: 7,
      state: 'queued',
      tries: 4,
      error: 'it broke',
      givenUp: true,
    });
    expect(due(unrecorded(EMPTY_LEDGER, 'a/1', refusal(1, true)), 1e9)).toEqual([]);
  });
});
