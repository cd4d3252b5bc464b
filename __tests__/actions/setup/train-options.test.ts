import { describe, expect, test } from '@jest/globals';
import { verifyTrainId } from '../../../src/actions/setup/train-options.ts';

const given =
  (trainId: string | undefined, mode: 'wait' | 'advance' | 'cancel', dryRun = false) =>
  () =>
    verifyTrainId({ trainId, mode, dryRun });

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
