import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { CheckReport, HealthReport } from './check-report.ts';

const HEAD = ['', 'Check', 'Verdict', 'Last answer', 'Samples', 'p50 / p95 / p99', 'Latency over time', 'Versions'];
const MARKS: Readonly<Record<CheckReport['verdict'], string>> = {
  healthy: '✅',
  unhealthy: '❌',
  inconclusive: '❔',
  skipped: '⏭️',
};
const ORDER: readonly CheckReport['verdict'][] = ['unhealthy', 'inconclusive', 'healthy', 'skipped'];

/** The step summary: what is wrong and what to do about it, then a row per check, the troubled ones first. */
export function summarise({ verdict, duration, checks }: HealthReport): string {
  const sorted = [...checks].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const troubled = sorted.filter(isTroubled);
  return [
    `## ${MARKS[verdict]} ${headline({ verdict, duration, checks })}`,
    troubled.map(paragraph).join('\n'),
    table(HEAD, sorted.map(row)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The outcome in one line: `Unhealthy: 1 of 3 checks is not healthy after 2 m`. */
export function headline({ verdict, duration, checks }: HealthReport): string {
  const made = checks.filter((check) => check.verdict !== 'skipped');
  const troubled = made.filter((check) => check.verdict !== 'healthy').length;
  const word = `${verdict.slice(0, 1).toUpperCase()}${verdict.slice(1)}`;
  const time = `after ${formatDuration(duration)}`;
  if (made.length === 0) return `${word}: none of the checks is for this repository`;
  if (troubled > 0) return `${word}: ${troubled} of ${made.length} checks not healthy ${time}`;
  return `${word}: ${made.length} ${made.length === 1 ? 'check' : 'checks'} ${time}`;
}

function isTroubled({ verdict }: CheckReport): boolean {
  return verdict === 'unhealthy' || verdict === 'inconclusive';
}

function paragraph({ name, verdict, severity, reason, next = '' }: CheckReport): string {
  const weight = severity === 'warn' ? ', which is only a warning' : '';
  return `- **${escapeMarkdown(name)}** is ${verdict}${weight}: ${escapeMarkdown(reason)}. ${next}`;
}

function row(check: CheckReport): string[] {
  const { latency, samples, failures, versions, notes } = check;
  const seen = Object.entries(versions).map(
    ([version, count]) => `${code(version)}${samples > count ? ` × ${count}` : ''}`,
  );
  return [
    MARKS[check.verdict],
    `${escapeMarkdown(check.name)}${check.target === check.name ? '' : `<br>${code(check.target)}`}`,
    `${check.verdict}${check.severity === 'warn' ? ' (warn)' : ''}`,
    [check.lastAnswer ?? '', ...notes].map(escapeMarkdown).join('<br>'),
    failures > 0 ? `${samples}, ${failures} failed` : String(samples),
    latency ? `${latency.p50} / ${latency.p95} / ${latency.p99} ms` : '',
    check.plot === '' ? '' : code(check.plot),
    seen.slice(0, 5).join('<br>'),
  ];
}

/** One line per cause: checks that fail for the same reason and need the same remedy share it. */
export function annotations(checks: readonly CheckReport[]): string[] {
  const byCause = Map.groupBy(checks.filter(isTroubled), ({ verdict, next }) => `${verdict} ${next}`);
  return [...byCause.values()].map((group) => {
    const [first] = group;
    const { name = '', verdict = '', reason = '', next = '' } = first ?? {};
    if (group.length === 1) return `${name} is ${verdict}: ${reason}. ${next}`;
    const others = group.slice(1, 10).map((check) => check.name);
    const more = group.length > 10 ? ` and ${group.length - 10} more` : '';
    return `${group.length} checks are ${verdict}: ${[name, ...others].join(', ')}${more}. ${name}: ${reason}. ${next}`;
  });
}
