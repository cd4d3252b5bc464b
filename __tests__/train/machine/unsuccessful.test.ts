import { expect, test } from '@jest/globals';
import { unsuccessful } from '../../../src/train/machine/unsuccessful.ts';

test.each([
  ['failure', 'Its run failed.'],
  ['startup_failure', 'Its run ended as startup failure.'],
  [undefined, 'Its run ended as unknown.'],
])('a run that concluded %s is told in words', (conclusion, reason) => {
  expect(unsuccessful({ ...(conclusion && { conclusion }) }, undefined)).toMatchObject({ status: 'failed', reason });
});
