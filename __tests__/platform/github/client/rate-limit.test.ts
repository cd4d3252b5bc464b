import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rateLimitOf } from '../../../../src/platform/github/client/rate-limit.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const inSeconds = (seconds: number) => now + seconds * 1000;

describe('Retry-After', () => {
  const untilOf = (header: string) => rateLimitOf(503, { 'retry-after': header }, '', now)?.until;

  test.each([
    ['5', inSeconds(5)],
    [' 90 ', inSeconds(90)],
    ['0', inSeconds(1)],
    ['Fri, 20 Nov 2026 12:02:00 GMT', inSeconds(120)],
    ['Thu, 20 Nov 2025 12:02:00 GMT', inSeconds(1)],
    ['99999999999999', inSeconds(6 * 3600)],
    ['Fri, 20 Nov 2126 12:02:00 GMT', inSeconds(6 * 3600)],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%j', (header, until) => expect(untilOf(header)).toBe(until));

  test('a date is by the clock of GitHub', () => {
    const headers = { 'retry-after': 'Fri, 20 Nov 2026 13:00:30 GMT', date: 'Fri, 20 Nov 2026 13:00:00 GMT' };
    expect(rateLimitOf(503, headers, '', now)?.until).toBe(inSeconds(30));
  });

  test('whatever it says, the pause is between a second and six hours', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.double().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (text) => {
          const until = untilOf(text) ?? inSeconds(1);
          return until >= inSeconds(1) && until <= inSeconds(6 * 3600);
        },
      ),
    );
  });
});

describe('a rate limit', () => {
  const reset = String(inSeconds(600) / 1000);
  test.each<[string, number, Record<string, string>, string, number | 'unknown' | 'none']>([
    ['403 with retry-after', 403, { 'retry-after': '7' }, '', inSeconds(7)],
    ['429 with retry-after', 429, { 'retry-after': '7' }, '', inSeconds(7)],
    ['503 with retry-after', 503, { 'retry-after': '7' }, '', inSeconds(7)],
    ['403 used up', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, '', inSeconds(601)],
    ['429 used up', 429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, '', inSeconds(601)],
    ['429 without headers', 429, {}, '', 'unknown'],
    ['403 secondary', 403, {}, 'You have exceeded a secondary rate limit.', 'unknown'],
    [
      '403 secondary with requests left',
      403,
      { 'x-ratelimit-remaining': '4000', 'x-ratelimit-reset': reset },
      'secondary rate limit',
      'unknown',
    ],
    [
      '403 plain',
      403,
      { 'x-ratelimit-remaining': '4000', 'x-ratelimit-reset': reset },
      'Resource not accessible by integration',
      'none',
    ],
    ['500', 500, {}, '', 'none'],
    ['200 that was the last', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, '', 'none'],
    ['202 with retry-after', 202, { 'retry-after': '7' }, '', 'none'],
  ])('%s', (_, status, headers, said, expected) => {
    const limit = rateLimitOf(status, headers, said, now);
    expect(limit === undefined ? 'none' : (limit.until ?? 'unknown')).toBe(expected);
  });
});
