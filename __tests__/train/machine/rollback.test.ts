import { expect, test } from '@jest/globals';
import { decide } from '../../../src/train/machine/decide.ts';
import { nextRollback } from '../../../src/train/machine/rollback.ts';
import { nonceOf, type TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { after, begin, flown, planned, planOf, run } from './machine.ts';

const back = { rollback: { workflow: 'rollback.yml', ref: 'main', inputs: { nonce: '{nonce}' } } };

function rolledBack(plan: Plan, state: TrainState, component: string, conclusion: string): TrainState {
  const nonce = nonceOf(state, component, 'rollback');
  return after(
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
  const nonce = nonceOf(begin(plan), 'b', 'release');
  const flying = after(plan, begin(plan), { type: 'intended', component: 'b', purpose: 'release', nonce, at: 1 });
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
