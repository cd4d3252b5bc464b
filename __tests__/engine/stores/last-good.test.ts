import { expect, test } from '@jest/globals';
import { recordGood } from '../../../src/engine/stores/last-good.ts';
import type { LastGood } from '../../../src/engine/stores/train-store.ts';
import type { ComponentState } from '../../../src/train/machine/state.ts';
import type { PlannedComponent } from '../../../src/train/plan/plan.ts';
import { begin, planned, planOf } from '../../train/machine/machine.ts';

/** What is good after a train that brought the backend so far. */
function after(good: LastGood, change: Partial<PlannedComponent>, is: Partial<ComponentState>): LastGood {
  const plan = { ...planOf([planned('backend', [], change)]), environment: 'production' };
  const state = begin(plan);
  const backend = { status: 'succeeded' as const, since: 0, attempt: 1, ...is };
  return recordGood(good, { plan, writes: 1, state: { ...state, components: { backend } } });
}

test('what a version handed on is kept with it, goes back with it, and comes back with a rollback', () => {
  const first = after({}, { version: '1.0.0' }, { outputs: { image: 'one' } });
  const second = after(first, { version: '2.0.0' }, { outputs: { image: 'two' } });
  expect(second.production?.backend).toMatchObject({
    version: '2.0.0',
    outputs: { image: 'two' },
    before: [{ version: '1.0.0', outputs: { image: 'one' } }],
  });
  const back = { version: '2.0.0', previousVersion: '1.0.0', previousOutputs: { image: 'one' } };
  expect(after(second, back, { status: 'rolled-back', outputs: { image: 'two' } }).production?.backend).toEqual({
    version: '1.0.0',
    trainId: 't',
    at: 0,
    outputs: { image: 'one' },
  });
});

test('the same version deployed anew and rolled back has what it handed on before', () => {
  const first = after({}, { version: '1.0.0' }, { outputs: { image: 'one' } });
  const again = after(first, { version: '1.0.0' }, { outputs: { image: 'rebuilt' } });
  expect(again.production?.backend?.outputs).toEqual({ image: 'rebuilt' });
  const back = { version: '1.0.0', previousVersion: '1.0.0', previousOutputs: { image: 'one' } };
  expect(after(again, back, { status: 'rolled-back' }).production?.backend?.outputs).toEqual({ image: 'one' });
});

test('what hands on nothing has no outputs', () => {
  expect(after({}, { version: '1.0.0' }, {}).production?.backend).not.toHaveProperty('outputs');
});
