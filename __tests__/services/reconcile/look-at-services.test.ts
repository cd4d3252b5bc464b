import { expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import type { ProbedAnswer } from '../../../src/services/reconcile/findings.ts';
import { lookAtServices, seenAt } from '../../../src/services/reconcile/look-at-services.ts';
import { shareTime } from '../../../src/services/reconcile/time-budget.ts';
import { slow } from '../../support/slow.ts';
import { signal } from '../world.ts';

const MINUTE = 60_000;
const targetsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ service: `s${index}`, url: `https://s${index}.test/health` }));
const healthy: ProbedAnswer = { verdict: 'healthy', detail: '' };

/** Looks at `count` services within `ms`, where each look is as `answer` says. */
async function looked(
  count: number,
  ms: number,
  answer: (url: string, look: number) => { takes: number; probe: ProbedAnswer },
) {
  const clock = new VirtualClock(0);
  const seen = new Map<string, ProbedAnswer>();
  const looks: string[] = [];
  const look = async (url: string, timeoutMs: number): Promise<ProbedAnswer> => {
    looks.push(url);
    const { takes, probe } = answer(url, looks.filter((one) => one === url).length);
    await clock.sleep(Math.min(takes, timeoutMs));
    return takes > timeoutMs
      ? { verdict: timeoutMs < 5_000 ? 'inconclusive' : 'unhealthy', detail: 'no answer' }
      : probe;
  };
  const targets = targetsOf(count);
  await clock.run(lookAtServices(targets, { look, clock, until: ms, seen, signal }));
  return { probes: Object.values(seenAt(targets, seen)).map(({ probe }) => probe), looks, took: clock.now() };
}

slow.each([
  [24, 24_000],
  [500, 24_000],
  [500, 9 * MINUTE],
  [5_000, 9 * MINUTE],
])('%i silent services are looked at within %i ms, and what was not is said', async (count, ms) => {
  const { probes, took } = await looked(count, ms, () => ({ takes: Number.POSITIVE_INFINITY, probe: healthy }));
  expect(took).toBeLessThanOrEqual(ms);
  expect(probes).toHaveLength(count);
  expect(probes.some(({ verdict }) => verdict === 'healthy')).toBe(false);
  const unseen = probes.filter((probe) => probe.unseen);
  // A look of a second is the shortest that says anything: sixteen at a time.
  expect(unseen).toHaveLength(Math.max(0, count - (16 * ms) / 1_000));
  expect(unseen.every(({ detail }) => /no time was left/.test(detail))).toBe(true);
});

test('a few slow services do not keep the rest from being looked at', async () => {
  const { probes } = await looked(500, 24_000, (url) => ({
    takes: /s\d\.test/.test(url) ? Number.POSITIVE_INFINITY : 50,
    probe: healthy,
  }));
  expect(probes.filter(({ verdict }) => verdict === 'healthy')).toHaveLength(490);
});

test('what does not pass at first is looked at a second time, and no more often', async () => {
  const down: ProbedAnswer = { verdict: 'unhealthy', detail: 'it answered 500' };
  const { probes, looks } = await looked(3, MINUTE, (url, look) => ({
    takes: 10,
    probe: url.includes('s1') || (url.includes('s2') && look === 1) ? down : healthy,
  }));
  expect(probes.map(({ verdict }) => verdict)).toEqual(['healthy', 'unhealthy', 'healthy']);
  expect(looks).toHaveLength(5);
});

test('a second look that cannot tell does not take back the first', async () => {
  const { probes } = await looked(1, MINUTE, (_, look) => ({
    takes: 10,
    probe:
      look === 1 ? { verdict: 'unhealthy', detail: 'it answered 500' } : { verdict: 'inconclusive', detail: 'lost' },
  }));
  expect(probes).toMatchObject([{ verdict: 'unhealthy', detail: 'it answered 500' }]);
});

test.each([
  [30_000, 'report', 24_000, 24_000],
  [600_000, 'report', 540_000, 540_000],
  [600_000, 'repair', 405_000, 540_000],
  [4_000, 'report', 2_000, 2_000],
] as const)('of %i ms, %s looks until %i and repairs until %i', (timeout, mode, lookUntil, repairUntil) => {
  expect(shareTime(0, timeout, mode)).toEqual({ lookUntil, repairUntil });
});
