import { expect, test } from '@jest/globals';
import { DAY_MS, parseDays, parseDuration } from '../../../src/platform/time/duration.ts';

test.each([
  ['90d', 90 * DAY_MS],
  ['0d', 0],
  ['9999d', 9999 * DAY_MS],
  ['10000d', undefined],
  ['1.5d', undefined],
  ['36h', undefined],
  ['d', undefined],
])('%s are so many days', (text, ms) => {
  expect(parseDays(text)).toBe(ms);
});

test('a duration has no days', () => {
  expect(parseDuration('90d')).toBeUndefined();
  expect(parseDuration('24h')).toBe(DAY_MS);
});
