import { expect, test } from '@jest/globals';
import { decide } from '../../../src/train/machine/decide.ts';
import { nonceOf } from '../../../src/train/machine/dispatch-nonce.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import { after, begin, flown, planned, planOf } from './machine.ts';

/** The components that shall be started now. */
function starts(plan: Plan, state: TrainState, now = 0): string[] {
  return decide(plan, state, now).flatMap((command) => (command.type === 'intend' ? [command.component] : []));
}

function intend(plan: Plan, state: TrainState, component: string): TrainState {
  return after(plan, state, {
    type: 'intended',
    component,
    purpose: 'release',
    nonce: nonceOf(state, component, { purpose: 'release', unguessable: 'drawn0000' }),
    at: 1,
  });
}

const chain = [
  planned('short'),
  planned('lone'),
  planned('long'),
  planned('middle', ['long']),
  planned('end', ['middle']),
  planned('next', ['short']),
];

test.each([
  [undefined, ['short', 'lone', 'long']],
  [1, ['long']],
  [2, ['long', 'short']],
  [9, ['long', 'short', 'lone']],
])('with max-parallel %p what most work waits for goes first: %p', (maxParallel, expected) => {
  const plan = planOf(chain, maxParallel === undefined ? {} : { maxParallel });
  expect(starts(plan, begin(plan))).toEqual(expected);
});

test('a slot is free again when its component has ended, not before its gates passed', () => {
  const plan = planOf([planned('a'), planned('b')], { maxParallel: 1 });
  const flying = intend(plan, begin(plan), 'a');
  expect(starts(plan, flying)).toEqual([]);
  expect(starts(plan, flown(plan, begin(plan), 'a', { at: 5, conclusion: 'success' }))).toEqual(['b']);
});

test.each([
  ['continue', ['other']],
  ['halt', []],
] as const)('after a failure with on-failure: %s these start: %p', (onFailure, expected) => {
  const plan = planOf([planned('bad'), planned('good'), planned('needs-bad', ['bad']), planned('other', ['good'])], {
    onFailure,
  });
  const flying = intend(plan, intend(plan, begin(plan), 'bad'), 'good');
  const failed = flown(plan, flying, 'bad', { at: 5, conclusion: 'failure' });
  const rest = flown(plan, failed, 'good', { at: 6, conclusion: 'success' });
  expect(starts(plan, rest)).toEqual(expected);
  expect(rest.components['needs-bad']?.status).toBe('blocked');
});

test('what is blocked blocks what needs it, through the whole graph, and says why', () => {
  const plan = planOf([planned('a'), planned('b', ['a']), planned('c', ['b']), planned('d', ['c'])]);
  const { components } = flown(plan, begin(plan), 'a', { at: 5, conclusion: 'failure' });
  expect(['b', 'c', 'd'].map((id) => components[id]?.reason)).toEqual([
    'It needs a, which failed.',
    'It needs b, which is blocked.',
    'It needs c, which is blocked.',
  ]);
});

test('a version that is served already is deployed all the same', () => {
  const plan = planOf([planned('a', [], { package: { npm: 'a' }, version: '1.0.0' })], { environment: 'production' });
  expect(starts(plan, begin(plan))).toEqual(['a']);
});

test('a package is looked up before anything is dispatched for it', () => {
  const plan = planOf([planned('a', [], { package: { npm: 'a' }, version: '1.1.0' })]);
  expect(decide(plan, begin(plan), 0)).toEqual([{ type: 'probe', component: 'a' }]);
  const probed = after(plan, begin(plan), { type: 'probed', component: 'a', served: false, at: 1 });
  expect(starts(plan, probed)).toEqual(['a']);
  const served = after(plan, begin(plan), { type: 'probed', component: 'a', served: true, at: 1 });
  expect(decide(plan, served, 0)).toEqual([{ type: 'finish' }]);
});

test('nothing is decided for a train that does not run', () => {
  const plan = planOf([planned('a')]);
  expect(decide(plan, after(plan, begin(plan), { type: 'parked', at: 1, reason: 'later' }), 2)).toEqual([]);
});
