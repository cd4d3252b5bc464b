import { describe, expect, test } from '@jest/globals';
import { howToGoOn } from '../../../src/train/machine/advice.ts';
import { decide } from '../../../src/train/machine/decide.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import { nextRollback } from '../../../src/train/machine/rollback.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { factsOf } from '../../../src/train/telling/facts.ts';
import { reportMarkdown } from '../../../src/train/views/report-markdown.ts';
import { begin, flown, after as following, planned, planOf, run } from './machine.ts';

const back = { rollback: { workflow: 'rollback.yml', ref: 'main', inputs: { nonce: '{nonce}' } } };

function rolledBack(plan: Plan, state: TrainState, component: string, conclusion: string): TrainState {
  const nonce = nonceOf(state, component, { purpose: 'rollback', unguessable: 'drawn0000' });
  return following(
    plan,
    state,
    { type: 'intended', component, purpose: 'rollback', nonce, at: 50 },
    { type: 'run-seen', component, nonce, run: run(conclusion, { id: 99 }), at: 60 },
  );
}

/** The order in which everything is rolled back. */
function order(plan: Plan, state: TrainState, fails: readonly string[] = []): string[] {
  const done: string[] = [];
  let now = state;
  for (let next = nextRollback(plan, now); next && done.length < 20; next = nextRollback(plan, now)) {
    done.push(next.id);
    now = rolledBack(plan, now, next.id, fails.includes(next.id) ? 'failure' : 'success');
  }
  return done;
}

const graph = planOf(
  [planned('base', [], back), planned('api', ['base'], back), planned('web', ['api'], back), planned('docs')],
  { rollback: true },
);

function deployedUpTo(last: string): TrainState {
  let state = begin(graph);
  for (const [at, id] of ['base', 'docs', 'api', 'web'].entries()) {
    state = flown(graph, state, id, { at: at + 1, conclusion: id === last ? 'failure' : 'success' });
  }
  return state;
}

test('goes back in reverse order of completion, over what has a way back', () => {
  expect(order(graph, deployedUpTo('web'))).toEqual(['web', 'api', 'base']);
});

test('what ended at the same moment goes back in reverse order of the plan', () => {
  let state = begin(graph);
  for (const id of ['base', 'api', 'web']) {
    state = flown(graph, state, id, { at: 7, conclusion: id === 'web' ? 'failure' : 'success' });
  }
  expect(order(graph, state)).toEqual(['web', 'api', 'base']);
});

test('what a component needs whose own rollback failed is kept, up to the root', () => {
  expect(order(graph, deployedUpTo('web'), ['web'])).toEqual(['web']);
  expect(order(graph, deployedUpTo('web'), ['api'])).toEqual(['web', 'api']);
});

test('waits until nothing is in flight, and starts nothing new meanwhile', () => {
  const plan = planOf([planned('a', [], back), planned('b', [], back), planned('c', ['a'], back)], { rollback: true });
  const nonce = nonceOf(begin(plan), 'b', { purpose: 'release', unguessable: 'drawn0000' });
  const flying = following(plan, begin(plan), { type: 'intended', component: 'b', purpose: 'release', nonce, at: 1 });
  const failed = flown(plan, flying, 'a', { at: 5, conclusion: 'failure' });
  expect(nextRollback(plan, failed)).toBeUndefined();
  expect(decide(plan, failed, 5).map(({ type }) => type)).toEqual(['follow']);
});

test('without a failure nothing is rolled back', () => {
  const plan = planOf([planned('a', [], back)], { rollback: true });
  expect(decide(plan, flown(plan, begin(plan), 'a', { at: 1, conclusion: 'success' }), 2)).toEqual([
    { type: 'finish' },
  ]);
});

describe('what is there again after a rollback', () => {
  const asked = { rollback: { ...back.rollback, health: [{ url: 'https://a.test' }] } };
  const plan = planOf(
    [
      planned('base', [], { ...asked, previousVersion: '1.0.0' }),
      planned('docs', [], back),
      planned('web', ['base'], { ...asked, previousVersion: '2.0.0', gateTimeout: 500 }),
    ],
    { rollback: true },
  );
  const undone = (() => {
    let state = begin(plan);
    for (const id of ['base', 'docs', 'web'])
      state = flown(plan, state, id, { at: 1, conclusion: id === 'web' ? 'failure' : 'success' });
    const first = rolledBack(plan, state, 'web', 'success');
    // One alone need not be healthy before the others are back.
    expect(decide(plan, first, 61)).toEqual([{ type: 'intend', component: 'docs', purpose: 'rollback' }]);
    return rolledBack(plan, rolledBack(plan, first, 'docs', 'success'), 'base', 'success');
  })();
  const judged = (state: TrainState, component: string, verdict: 'healthy' | 'unhealthy' | 'inconclusive') =>
    following(plan, state, {
      ...{
        type: 'restored-judged',
        component,
        nonce: nonceOf(state, component, { purpose: 'rollback', unguessable: 'drawn0000' }),
        verdict,
        at: 70,
      },
      ...(verdict !== 'healthy' && { reason: 'it answers 503.' }),
    } as const);
  const end = (state: TrainState) => following(plan, state, { type: 'finished', at: 80 });

  test('is asked for its health, all of it at once, before the train is at its end', () => {
    const [base, web] = decide(plan, undone, 61);
    expect(base).toMatchObject({ type: 'verify-restored', component: 'base' });
    expect(web).toEqual({ type: 'verify-restored', component: 'web', deadline: 560 });
    expect(decide(plan, undone, 61)).toHaveLength(2);
    expect(end(undone)).toBe(undone);
    expect(end(judged(undone, 'base', 'healthy')).status).toBe('running');
  });

  test('is told when it is healthy, with what was not asked', () => {
    const state = end(judged(judged(undone, 'base', 'healthy'), 'web', 'healthy'));
    expect(state).toMatchObject({
      status: 'rolled-back',
      reason: expect.stringContaining('Healthy again: base 1.0.0, web 2.0.0. No health checks: docs.'),
    });
    expect(reportMarkdown(plan, state)).toContain('- 💚 **`web`** runs `2.0.0` again: healthy.');
    expect(reportMarkdown(plan, state)).toContain(
      '- ➖ **`docs`** runs what was there before again: its health was not',
    );
  });

  test('is a failed rollback when it is not healthy, although every run of it succeeded', () => {
    const state = end(judged(judged(undone, 'base', 'healthy'), 'web', 'unhealthy'));
    expect(state).toMatchObject({
      status: 'rollback-failed',
      reason: 'web was rolled back, and what is there again is not healthy: a person has to look at it now.',
      components: { web: { status: 'rolled-back' } },
    });
    expect(factsOf(plan, state)).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'rollback-failed', severity: 'critical', component: 'web', id: 't/rollback-failed/web/1-health' },
        text: 'web (acme/web) was rolled back to 2.0.0, and is not healthy: it answers 503. Look at it now.',
      }),
    );
    expect(reportMarkdown(plan, state)).toContain('- 🔥 **`web`** runs `2.0.0` again: not healthy: it answers 503.');
    expect(howToGoOn(plan, state)).toContain('The version before is there again, and it is not healthy either');
  });

  test('is a person to look for when nobody can say', () => {
    const state = end(judged(judged(undone, 'base', 'inconclusive'), 'web', 'healthy'));
    expect(state.status).toBe('rolled-back');
    expect(factsOf(plan, state).filter(({ kind }) => kind === 'needs-person')).toMatchObject([
      { component: 'base', severity: 'warning', text: expect.stringContaining('nobody can say whether it is healthy') },
    ]);
  });

  test('is judged once, by who asked about this rollback', () => {
    const once = judged(undone, 'web', 'healthy');
    expect(judged(once, 'web', 'unhealthy')).toBe(once);
    const foreign = {
      type: 'restored-judged',
      component: 'web',
      nonce: 'salt.web.r0',
      verdict: 'healthy',
      at: 70,
    } as const;
    expect(following(plan, undone, foreign)).toBe(undone);
    const resumed = following(plan, end(judged(once, 'base', 'healthy')), { type: 'resumed', round: 1, at: 90 });
    expect(resumed.components.web).not.toHaveProperty('restored');
  });
});
