import { describe, expect, test } from '@jest/globals';
import { optionChecks, type TrainOptions } from '../../../src/actions/setup/train-options.ts';

const given =
  (
    trainId: string | undefined,
    mode: 'wait' | 'advance' | 'cancel',
    dryRun = false,
    more: Partial<TrainOptions> = {},
  ) =>
  () => {
    for (const check of optionChecks) check({ trainId, mode, dryRun, ...more } as TrainOptions);
  };

describe('train-id and mode', () => {
  test.each([
    [undefined, 'wait'],
    ['t1', 'wait'],
    ['*', 'advance'],
    ['t1', 'cancel'],
  ] as const)('%s with %s is fine', (trainId, mode) => {
    expect(given(trainId, mode)).not.toThrow();
  });

  test('* goes through several trains, which only advance does', () => {
    expect(given('*', 'wait')).toThrow('which only mode advance goes through');
    expect(given('*', 'cancel')).toThrow('which only mode advance goes through');
  });

  test('cancel wants one train, and to be meant', () => {
    expect(given(undefined, 'cancel')).toThrow('wants the train-id of the train to cancel');
    expect(given('t1', 'cancel', true)).toThrow('wants the train-id of the train to cancel');
  });
});

describe('plan-hash', () => {
  const planHash = 'a'.repeat(64);

  test('where it is required and absent, nothing is started, resumed or swept', () => {
    for (const mode of ['wait', 'advance'] as const) {
      expect(given('t1', mode, false, { requirePlanHash: true })).toThrow('nobody has seen the plan');
      expect(given('t1', mode, false, { requirePlanHash: true, planHash })).not.toThrow();
    }
    expect(given('*', 'advance', false, { requirePlanHash: true })).toThrow('nobody has seen the plan');
  });

  test('is not asked for to look or to cancel', () => {
    expect(given('t1', 'cancel', false, { requirePlanHash: true })).not.toThrow();
    expect(given(undefined, 'wait', true, { requirePlanHash: true })).not.toThrow();
  });

  test('is of one train', () => expect(given('*', 'advance', false, { planHash })).toThrow('give the train-id'));
});
