import { describe, expect, test } from '@jest/globals';
import { recordGood, versionBefore } from '../../../src/engine/stores/last-good.ts';
import type { LastGood } from '../../../src/engine/stores/train-store.ts';
import type { ComponentState } from '../../../src/train/machine/state.ts';
import type { PlannedComponent } from '../../../src/train/plan/plan.ts';
import { begin, planned, planOf } from '../../train/machine/machine.ts';

/** What is good after a train that brought the backend so far. */
function goodAfter(
  good: LastGood,
  change: Partial<PlannedComponent>,
  is: Partial<ComponentState>,
  trainId = 't',
): LastGood {
  const plan = { ...planOf([planned('backend', [], change)]), environment: 'production' };
  const state = { ...begin(plan), trainId, status: 'failed' as const };
  const backend = { status: 'succeeded' as const, since: 0, attempt: 1, ...is };
  return recordGood(good, { plan, writes: 1, state: { ...state, components: { backend } } });
}

test('what a version handed on is kept with it, goes back with it, and comes back with a rollback', () => {
  const first = goodAfter({}, { version: '1.0.0' }, { outputs: { image: 'one' } });
  const second = goodAfter(first, { version: '2.0.0' }, { outputs: { image: 'two' } });
  expect(second.production?.backend).toMatchObject({
    version: '2.0.0',
    outputs: { image: 'two' },
    before: [{ version: '1.0.0', outputs: { image: 'one' } }],
  });
  const back = { version: '2.0.0', previousVersion: '1.0.0', previousOutputs: { image: 'one' } };
  expect(goodAfter(second, back, { status: 'rolled-back', outputs: { image: 'two' } }).production?.backend).toEqual({
    version: '1.0.0',
    trainId: 't',
    at: 0,
    outputs: { image: 'one' },
  });
});

test('the same version deployed again and rolled back has what it handed on before', () => {
  const first = goodAfter({}, { version: '1.0.0' }, { outputs: { image: 'one' } });
  const again = goodAfter(first, { version: '1.0.0' }, { outputs: { image: 'rebuilt' } });
  expect(again.production?.backend?.outputs).toEqual({ image: 'rebuilt' });
  const back = { version: '1.0.0', previousVersion: '1.0.0', previousOutputs: { image: 'one' } };
  expect(goodAfter(again, back, { status: 'rolled-back' }).production?.backend?.outputs).toEqual({ image: 'one' });
});

test('what hands on nothing has no outputs', () => {
  expect(goodAfter({}, { version: '1.0.0' }, {}).production?.backend).not.toHaveProperty('outputs');
});

const dispatched = { dispatch: { nonce: 'n', intendedAt: 0, sentAt: 0 } };

test('what a train that is over noted late changes nothing about what came after it', () => {
  const first = goodAfter({}, { version: '1.0.0' }, { finishedAt: 10 }, 'one');
  const second = goodAfter(first, { version: '2.0.0' }, { finishedAt: 20 }, 'two');
  expect(goodAfter(second, { version: '1.0.0' }, { finishedAt: 10 }, 'one')).toEqual(second);
  const failed = { status: 'failed', cause: 'run', finishedAt: 15, ...dispatched } as const;
  expect(goodAfter(second, { version: '1.5.0' }, failed, 'between')).toEqual(second);
});

describe('the version before', () => {
  const first = goodAfter({}, { version: '1.0.0' }, { finishedAt: 10 });
  const second = goodAfter(first, { version: '2.0.0' }, { finishedAt: 20 });
  const previous = (good: LastGood) => good.production?.backend && versionBefore(good.production.backend);
  const failed = { status: 'failed', cause: 'health', finishedAt: 30, ...dispatched } as const;

  test('is what was good before the present one', () => {
    expect([previous(first), previous(second)]).toEqual([undefined, '1.0.0']);
  });

  test('is the present one where something later was brought there, failed, and was not rolled back', () => {
    const tried = goodAfter(second, { version: '3.0.0' }, failed);
    expect(tried.production?.backend).toMatchObject({ version: '2.0.0', tried: { version: '3.0.0' } });
    expect(previous(tried)).toBe('2.0.0');
    const back = goodAfter(tried, { version: '2.0.0', goesBack: true }, { finishedAt: 40 });
    expect(back.production?.backend).not.toHaveProperty('tried');
    expect(previous(back)).toBe('1.0.0');
    expect(previous(goodAfter(tried, { version: '3.0.1' }, { finishedAt: 40 }))).toBe('2.0.0');
  });

  test.each([
    ['nobody approved', { ...failed, cause: 'unapproved' }],
    ['was never sent', { ...failed, dispatch: { nonce: 'n', intendedAt: 0 } }],
    ['was rolled back', { ...failed, status: 'rolled-back', since: 31 }],
    ['was blocked', { ...failed, status: 'blocked', dispatch: undefined }],
  ] as unknown as [string, ComponentState][])('stays where what came later %s', (_, is) => {
    expect(previous(goodAfter(second, { version: '3.0.0', previousVersion: '2.0.0' }, is))).toBe('1.0.0');
  });

  test('of what was rolled back on demand is not what people left', () => {
    const third = goodAfter(second, { version: '3.0.0' }, { finishedAt: 30 });
    const back = goodAfter(third, { version: '2.0.0', goesBack: true }, { finishedAt: 40 });
    expect(back.production?.backend).toMatchObject({ version: '2.0.0', before: [{ version: '1.0.0' }] });
    expect(previous(back)).toBe('1.0.0');
  });
});
