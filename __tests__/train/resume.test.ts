import { expect, test } from '@jest/globals';
import { decide } from '../../src/train/decide.ts';
import type { ComponentEvent } from '../../src/train/events.ts';
import type { Plan } from '../../src/train/plan.ts';
import { nonceOf, type TrainState } from '../../src/train/state.ts';
import { after, begin, flown, planned, planOf, run } from './machine.ts';

const plan = planOf([planned('a'), planned('b', ['a'])]);
const nonce = nonceOf(begin(plan), 'a', 'release');
const at = 10;
const intended: ComponentEvent = { type: 'intended', component: 'a', purpose: 'release', nonce, at };
const seen = (conclusion?: string, attempt = 1): ComponentEvent => ({
  type: 'run-seen',
  component: 'a',
  nonce,
  run: run(conclusion, { attempt }),
  at,
});

function resumed(...events: readonly ComponentEvent[]): TrainState {
  return after(plan, begin(plan), intended, ...events, { type: 'finished', at }, { type: 'resumed', at: 100 });
}

test.each<[string, readonly ComponentEvent[], string, number]>([
  ['a run that failed is looked at first', [seen('failure')], 'running', 1],
  [
    'a dispatch that was refused is made anew',
    [{ type: 'dispatch-refused', component: 'a', nonce, reason: 'no', at }],
    'pending',
    2,
  ],
  [
    'a dispatch that was lost is looked for once more',
    [{ type: 'dispatch-lost', component: 'a', nonce, reason: '?', at }],
    'dispatching',
    1,
  ],
  [
    'only its gates failed: they are passed again',
    [seen('success'), { type: 'gates-failed', component: 'a', reason: '503', at }],
    'verifying',
    1,
  ],
])('%s', (_, events, status, attempt) => {
  const state = resumed(...events);
  expect(state.components.a).toMatchObject({ status, attempt });
  expect(state.components.b?.status).toBe('pending');
  expect(state).toMatchObject({ status: 'running', resumed: 1 });
});

test('the failure that is known leads to another try, under another nonce', () => {
  const state = after(plan, resumed(seen('failure')), seen('failure'));
  expect(state.components.a).toMatchObject({ status: 'pending', attempt: 2 });
  expect(nonceOf(state, 'a', 'release')).not.toBe(nonce);
});

test('a re-run by a person that succeeded meanwhile is taken', () => {
  const state = after(plan, resumed(seen('failure')), seen('success', 2));
  expect(state.components.a).toMatchObject({ status: 'verifying', attempt: 1 });
});

test('a re-run by a person that failed again is a failure of its own', () => {
  const state = after(plan, resumed(seen('failure')), seen('failure', 2));
  expect(state.components.a).toMatchObject({ status: 'failed' });
});

test('what is tried anew does not start where another failed and the train halts', () => {
  const halting: Plan = planOf([planned('a'), planned('c')], { onFailure: 'halt' });
  const lost = { type: 'dispatch-lost', component: 'a', nonce, reason: '?', at } as const;
  const other = nonceOf(begin(halting), 'c', 'release');
  const start = after(halting, begin(halting), intended, { ...intended, component: 'c', nonce: other });
  const failed = flown(halting, after(halting, start, lost), 'c', { at: 20, conclusion: 'failure' });
  const tried = after(halting, failed, { type: 'finished', at: 30 }, { type: 'resumed', at: 100 });
  const again = {
    type: 'run-seen',
    component: 'c',
    nonce: other,
    run: run('failure', { attempt: 2 }),
    at: 110,
  } as const;
  const state = after(halting, tried, again, { ...lost, at: 120 });
  expect(state.components.a).toMatchObject({ status: 'blocked', reason: 'Nothing new was started after c failed.' });
  expect(decide(halting, state, 130)).toEqual([{ type: 'finish' }]);
});

test('a train that succeeded is not taken up', () => {
  const one = planOf([planned('a')]);
  const done = after(one, flown(one, begin(one), 'a', { at, conclusion: 'success' }), { type: 'finished', at });
  expect(done.status).toBe('succeeded');
  expect(after(one, done, { type: 'resumed', at: 100 })).toBe(done);
});
