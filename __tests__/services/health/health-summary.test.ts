import { expect, test } from '@jest/globals';
import type { CheckReport, HealthReport } from '../../../src/services/health/check-report.ts';
import { annotations, headline, summarise } from '../../../src/services/health/health-summary.ts';

const report = (more: Partial<CheckReport>): CheckReport => ({
  ...{ name: 'api', kind: 'http', target: 'https://api.example.com/health', severity: 'fail', verdict: 'healthy' },
  ...{ reason: '3 consecutive successes', samples: 3, failures: 0, errorRate: 0, versions: {}, notes: [], plot: '▁▂█' },
  ...more,
});
const bad = {
  verdict: 'unhealthy',
  reason: 'it answered 500',
  next: 'Read the log.',
  failures: 3,
  plot: '✗✗✗',
} as const;
const of = (checks: readonly CheckReport[]): HealthReport => ({ verdict: 'unhealthy', duration: 125_000, checks });

test('the summary says what is wrong and what to do first, then shows a row per check, the troubled ones on top', () => {
  const markdown = summarise(
    of([
      report({ latency: { p50: 12, p95: 80, p99: 300 }, versions: { '2.0': 3 } }),
      report({ name: 'web', ...bad, versions: { '1.0': 1, '2.0': 2 } }),
    ]),
  );
  const lines = markdown.split('\n');
  expect(lines[0]).toBe('## ❌ Unhealthy: 1 of 2 checks not healthy after 2 m 5 s');
  expect(markdown).toContain('- **web** is unhealthy: it answered 500. Read the log.');
  const rows = lines.filter((line) => line.startsWith('| ❌') || line.startsWith('| ✅'));
  expect(rows[0]).toContain('`1.0` × 1<br>`2.0` × 2');
  expect(rows[1]).toContain('12 / 80 / 300 ms | `▁▂█` | `2.0` |');
});

test('what a service says cannot break the summary', () => {
  const hostile = '| <script>@octocat [x](javascript:1) ` ``';
  const markdown = summarise(
    of([
      report({
        ...bad,
        name: hostile,
        reason: hostile,
        lastAnswer: hostile,
        notes: [hostile],
        versions: { [hostile]: 3 },
      }),
    ]),
  );
  expect(markdown.replace(/```.*?```/g, '')).not.toMatch(/<script>|@octocat|\[x\]/);
  const row = markdown.split('\n').at(-1) ?? '';
  expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(10);
});

test('checks that fail for one cause share one annotation', () => {
  const many = Array.from({ length: 30 }, (_, index) => report({ ...bad, name: `s${index}` }));
  const lines = annotations([...many, report({ ...bad, name: 'other', next: 'Renew the certificate.' }), report({})]);
  expect(lines).toEqual([
    '30 checks are unhealthy: s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 20 more. s0: it answered 500. Read the log.',
    'other is unhealthy: it answered 500. Renew the certificate.',
  ]);
});

test('nothing to check is said', () => {
  expect(headline({ verdict: 'healthy', duration: 0, checks: [report({ verdict: 'skipped' })] })).toBe(
    'Healthy: none of the checks is for this repository',
  );
});
