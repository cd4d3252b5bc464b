import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge, judgeAtEnd, overall, type Rules, type Sample } from '../../../src/services/health/judge.ts';
import { judged, type Observation, passed } from '../../../src/services/health/observation.ts';
import { latenciesOf, plot } from '../../../src/services/health/statistics.ts';

const pass = passed({ latency: 10 });
const fail = judged([{ cause: 'status', text: 'it answered 500' }], {});
const stale = judged([{ cause: 'version', text: 'old' }], {});
const unobserved: Observation = { ...fail, outcome: 'unobserved' };
const at = (observations: readonly Observation[], every = 1_000): Sample[] =>
  observations.map((observation, index) => ({ ...observation, at: index * every }));
const rules: Rules = { consecutiveSuccesses: 3, failureLimit: Number.POSITIVE_INFINITY, windowMs: 0, maxErrorRate: 0 };

test.each<[string, Observation[], Partial<Rules>, ReturnType<typeof judge>]>([
  ['nothing yet', [], {}, undefined],
  ['too few successes', [pass, pass], {}, undefined],
  ['three successes in a row', [fail, pass, pass, pass], {}, 'healthy'],
  ['a streak that broke', [pass, pass, fail, pass, pass], {}, undefined],
  ['a sample of which nothing is known breaks it too', [pass, pass, unobserved, pass], {}, undefined],
  ['a balancer that alternates', [pass, stale, pass, stale, pass, stale, pass], {}, undefined],
  ['failures below the limit', [fail, fail], { failureLimit: 3 }, undefined],
  ['failures at the limit', [pass, fail, fail, fail], { failureLimit: 3 }, 'unhealthy'],
  ['what is not observed is no failure', [fail, unobserved, fail], { failureLimit: 3 }, undefined],
  ['what can never become healthy', [{ ...fail, final: true }], {}, 'unhealthy'],
  ['a window that is not over', [pass, pass, pass, pass], { windowMs: 10_000 }, undefined],
  ['a window that is over', Array(11).fill(pass), { windowMs: 10_000 }, 'healthy'],
  ['a failure that has left the window', [fail, ...Array(10).fill(pass)], { windowMs: 10_000 }, 'healthy'],
  [
    'an error rate above the limit',
    [fail, fail, fail, ...Array(8).fill(pass)],
    { windowMs: 10_000, maxErrorRate: 0.1 },
    undefined,
  ],
  ['an error rate within it', [pass, fail, ...Array(9).fill(pass)], { windowMs: 10_000, maxErrorRate: 0.1 }, 'healthy'],
  [
    'an old version is not forgiven by an error rate',
    [pass, stale, ...Array(9).fill(pass)],
    { windowMs: 10_000, maxErrorRate: 0.5 },
    undefined,
  ],
])('%s', (_, observations, more, verdict) => {
  expect(judge(at(observations), { ...rules, ...more }, 0)).toBe(verdict);
});

test('healthy means: the last samples passed, each of them', () => {
  const observation = fc.constantFrom(pass, fail, stale, unobserved);
  fc.assert(
    fc.property(
      fc.array(observation, { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(20_000),
      (given, streak, windowMs) => {
        const samples = at(given);
        const verdict = judge(samples, { ...rules, consecutiveSuccesses: streak, windowMs, maxErrorRate: 0.2 }, 0);
        if (verdict !== 'healthy') return;
        expect(given.slice(-streak)).toEqual(Array(streak).fill(pass));
        const inside = samples.filter((sample) => sample.at > (samples.at(-1)?.at ?? 0) - windowMs);
        expect(inside.filter(({ reasons }) => reasons[0]?.cause === 'version')).toEqual([]);
      },
    ),
  );
});

test('at the end, one sample against it makes it unhealthy; none at all is inconclusive', () => {
  expect(judgeAtEnd(at([pass, fail, pass]))).toBe('unhealthy');
  expect(judgeAtEnd(at([pass, unobserved, pass]))).toBe('inconclusive');
  expect(judgeAtEnd([])).toBe('inconclusive');
});

test('the worst verdict of severity fail counts', () => {
  const one = (severity: 'fail' | 'warn', verdict: 'healthy' | 'unhealthy' | 'inconclusive' | 'skipped') => ({
    severity,
    verdict,
  });
  expect(overall([one('fail', 'healthy'), one('warn', 'unhealthy')])).toBe('healthy');
  expect(overall([one('fail', 'healthy'), one('fail', 'inconclusive')])).toBe('inconclusive');
  expect(overall([one('fail', 'inconclusive'), one('fail', 'unhealthy')])).toBe('unhealthy');
  expect(overall([one('fail', 'skipped')])).toBe('healthy');
});

test('percentiles are by nearest rank', () => {
  expect(latenciesOf([])).toBeUndefined();
  expect(latenciesOf([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
  expect(latenciesOf(Array.from({ length: 100 }, (_, index) => 100 - index))).toEqual({ p50: 50, p95: 95, p99: 99 });
});

test('the plot fits its width and never hides a failure', () => {
  expect(plot([])).toBe('');
  expect(plot(at([{ ...pass, latency: 1 }, { ...pass, latency: 100 }, fail]))).toBe('▁█✗');
  const outcomes = fc.array(fc.constantFrom(pass, fail), { maxLength: 500 });
  fc.assert(
    fc.property(outcomes, (given) => {
      const line = plot(given);
      expect(line.length).toBeLessThanOrEqual(24);
      expect(line.includes('✗')).toBe(given.includes(fail));
    }),
  );
});
