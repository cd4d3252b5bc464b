import { expect, test } from '@jest/globals';
import { lastDue, parseCron } from '../../../src/platform/time/cron.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

test.each([
  ['23 5 * * 1', '2026-11-26T09:00:00Z', '2026-11-23T05:23:00.000Z'],
  ['7,22,37,52 * * * *', '2026-11-26T09:21:59Z', '2026-11-26T09:07:00.000Z'],
  ['*/20 8-9 * * *', '2026-11-26T07:00:00Z', '2026-11-25T09:40:00.000Z'],
  ['5/25 * * * *', '2026-11-26T09:56:00Z', '2026-11-26T09:55:00.000Z'],
  ['0 0 * NOV SUN-MON', '2026-11-26T09:00:00Z', '2026-11-23T00:00:00.000Z'],
  ['0 12 * * 7', '2026-11-26T09:00:00Z', '2026-11-22T12:00:00.000Z'],
  // Either of the days.
  ['0 0 20 * 3', '2026-11-26T09:00:00Z', '2026-11-25T00:00:00.000Z'],
  ['0 0 20 * 3', '2026-11-24T09:00:00Z', '2026-11-20T00:00:00.000Z'],
])('%s was due until %s at %s', (text, at, due) => {
  const cron = parseCron(text);
  if (!cron) throw new Error(text);
  expect(new Date(lastDue([cron], Date.parse(at), WEEK_MS) ?? 0).toISOString()).toBe(due);
});

test.each(['', '* * * *', '60 * * * *', '5-1 * * * *', '*/0 * * * *', '@daily', 'x * * * *', '1,,2 * * * *'])(
  '%p is no crontab',
  (text) => expect(parseCron(text)).toBeUndefined(),
);

test('what was not due for long is not looked for for ever', () => {
  const cron = parseCron('0 0 29 2 *');
  expect(cron && lastDue([cron], Date.parse('2026-11-26T09:00:00Z'), WEEK_MS)).toBeUndefined();
});
