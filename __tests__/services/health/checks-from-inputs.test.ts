import { expect, test } from '@jest/globals';
import { checksFromInputs } from '../../../src/services/health/checks-from-inputs.ts';
import { parseChecks } from '../../../src/services/health/parse-checks.ts';
import { secretsInHeaders } from '../../../src/services/health/secret-headers.ts';

const NOTHING = {
  ...{ expectStatus: undefined, expectVersion: undefined, versionPath: undefined },
  ...{ condition: undefined, maxLatency: undefined },
};
const given = (more: object, times: object = {}) =>
  checksFromInputs({
    ...{ url: [], checks: undefined, ...NOTHING },
    ...{ timeout: 300_000, interval: 5_000, consecutiveSuccesses: 3 },
    ...more,
    ...times,
  });
const url = 'https://x.test/health';

test.each([
  [
    { checks: [{ url, window: '10s' }] },
    { timeout: 3_000, interval: 100 },
    /window of 10 s has no room in a timeout of 3 s/,
  ],
  [{ checks: [{ url, window: '10m' }] }, {}, /window of 10 m has no room in a timeout of 5 m/],
  [
    { url: [url] },
    { consecutiveSuccesses: 50, interval: 1_000, timeout: 4_000 },
    /50 consecutive successes at an interval of 1 s take 49 s/,
  ],
  [{ checks: [{ url, timeout: '10m' }] }, {}, /timeout is longer than that of the whole step/],
])('%j within %j can never be fulfilled, and is refused', async (more, times, message) => {
  await expect(given(more, times)).rejects.toThrow(message);
});

test('what fits is accepted: a window below the timeout, one success in any time', async () => {
  expect(await given({ checks: [{ url, window: '2s' }] }, { timeout: 3_000, interval: 100 })).toHaveLength(1);
  expect(await given({ url: [url] }, { timeout: 500, consecutiveSuccesses: 1 })).toHaveLength(1);
});

test('only long values of headers are credentials by the name of the header', async () => {
  const headers = {
    'X-Api-Key-Version': '2',
    Authorization: 'Bearer abcdef123',
    'X-Token': 'on',
    Accept: 'application/json',
  };
  const parsed = await parseChecks([{ url, headers }]);
  expect(secretsInHeaders('checks' in parsed ? parsed.checks : [])).toEqual(['Bearer abcdef123', 'abcdef123']);
});
