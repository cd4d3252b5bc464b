import { expect, test } from '@jest/globals';
import { canaryStage } from '../../../src/train/machine/canary.ts';
import { decide } from '../../../src/train/machine/decide.ts';
import type { TrainState } from '../../../src/train/machine/state.ts';
import { after, begin, flown, planned, planOf } from './machine.ts';

const BAKE = 10_000;
const plan = planOf([planned('base'), planned('canary', ['base']), planned('rest')], {
  strategy: 'canary',
  canary: { components: ['canary'], bake: BAKE },
});

function deployed() {
  const based = flown(plan, begin(plan), 'base', { at: 1_000, conclusion: 'success' });
  return flown(plan, based, 'canary', { at: 2_000, conclusion: 'success' });
}

test('only the canary and what it needs start at first', () => {
  expect(canaryStage(plan, begin(plan), 0)).toEqual({ stage: 'canary', components: new Set(['base', 'canary']) });
  expect(decide(plan, begin(plan), 0)).toEqual([{ type: 'intend', component: 'base', purpose: 'release' }]);
});

test.each([
  [2_000, [{ type: 'wait-until', at: 12_000 }]],
  [11_999, [{ type: 'wait-until', at: 12_000 }]],
  [12_000, [{ type: 'verify-canary', components: ['canary', 'base'], deadline: 72_000 }]],
])('a healthy canary bakes and is verified once more (at %i)', (now, commands) => {
  expect(decide(plan, deployed(), now)).toEqual(commands);
});

test('the rest starts once the canary passed', () => {
  const passed = after(plan, deployed(), { type: 'canary-passed', at: 12_500 });
  expect(decide(plan, passed, 12_500)).toEqual([{ type: 'intend', component: 'rest', purpose: 'release' }]);
});

test('a canary that falls ill in its bake stops the train, whatever on-failure says', () => {
  const ill = after(plan, deployed(), { type: 'canary-failed', component: 'canary', reason: '503', at: 12_500 });
  expect(ill.components.canary).toMatchObject({ status: 'failed', reason: '503' });
  expect(ill.components.rest).toMatchObject({ status: 'blocked' });
  expect(decide(plan, ill, 13_000)).toEqual([{ type: 'finish' }]);
});

test('a canary that has passed is not failed by a late word', () => {
  const passed = after(plan, deployed(), { type: 'canary-passed', at: 12_500 });
  expect(after(plan, passed, { type: 'canary-failed', component: 'canary', reason: 'late', at: 13_000 })).toBe(passed);
});

test.each<[string, (state: TrainState) => TrainState]>([
  ['the train ended', (state) => ({ ...state, status: 'rolled-back' })],
  [
    'its canary is tried again',
    (state) => ({ ...state, components: { ...state.components, canary: { status: 'pending', since: 3, attempt: 2 } } }),
  ],
])('a verdict on a canary that comes after %s changes nothing', (_, change) => {
  const state = change(deployed());
  expect(after(plan, state, { type: 'canary-passed', at: 12_500 })).toBe(state);
  expect(after(plan, state, { type: 'canary-failed', component: 'base', reason: 'late', at: 12_500 })).toBe(state);
});
