import { counted } from '../../../platform/text/wording.ts';
import { DAY_MS, formatDuration } from '../../../platform/time/duration.ts';
import type { Metric, MetricName } from '../metric.ts';

/** So few are no rate: they are counted instead. */
const FEW = 5;

/** What each figure is called, what it says, and what it is of. */
export const METRIC_WORDS: Readonly<Record<MetricName, readonly [name: string, meaning: string, of: string]>> = {
  'success-rate': ['Success rate', 'trains that succeeded, of all that ended by themselves', 'train'],
  duration: ['Duration', 'median from start to end, without the time that people were waited for', 'train'],
  'duration-p90': ['Duration, 9 of 10', 'what nine trains of ten do not exceed', 'train'],
  'waited-for-people': ['Waited for people', 'median of the time in approvals', 'train'],
  'rollback-rate': ['Rollback rate', 'trains that rolled back, of all that deployed something', 'train'],
  'health-pass-rate': ['Health pass rate', 'health gates that passed at the first try', 'gate'],
  'coordination-latency': [
    'Coordination latency',
    'median from the end of what a component needs to its dispatch',
    'dispatch',
  ],
  'deploy-time': ['Deploy time', 'mean of a component, from dispatch to proof', 'deployment'],
  'deployment-frequency': ['Deployment frequency', 'successful trains to production a day', 'train'],
  'lead-time': ['Lead time', 'median from a commit to its deployment in production', 'deployment'],
  'change-failure-rate': ['Change failure rate', 'trains to production that failed or were rolled back', 'train'],
  'recovery-time': ['Recovery time', 'median from a failed deployment to the next success', 'failure'],
  'registration-success': [
    'Registration success',
    'services that are registered as they should be, mean over passes',
    'pass',
  ],
  'integration-pass-rate': [
    'Integration pass rate',
    'looks at services that found them healthy, mean over passes',
    'pass',
  ],
  conflicts: ['Route conflicts', 'in the last pass over the services', 'pass'],
  refreshes: ['Discovery refreshes', 'a day', 'pass'],
};

/** `83 %`, `2 of 3`, `4 m 10 s`, `1.4 a day`, `unknown`. */
export function valueText({ unit, value, of, part }: Metric): string {
  if (value === undefined) return 'unknown';
  if (unit === 'share' && part !== undefined && of < FEW) return `${part} of ${of}`;
  return amountText(unit, value);
}

export function amountText(unit: Metric['unit'], value: number): string {
  if (unit === 'ms') return value < 2 * DAY_MS ? formatDuration(value) : `${rounded(value / DAY_MS)} days`;
  if (unit === 'share') return `${rounded(value * 100)} %`;
  return unit === 'a-day' ? frequency(value) : String(rounded(value));
}

/** In the span in which it happens about once: less than one a day is so many a week, or a month. */
function frequency(daily: number): string {
  if (daily === 0 || daily >= 1) return `${rounded(daily)} a day`;
  return daily * 7 >= 1 ? `${rounded(daily * 7)} a week` : `${rounded(daily * 30)} a month`;
}

/** What it is of, or why it is not known. */
export function countText({ name, unit, value, of, part, why = '' }: Metric): string {
  if (value === undefined) return why;
  const [, , one] = METRIC_WORDS[name];
  const all = counted(of, one, `${one}${/s$|ch$/.test(one) ? 'es' : 's'}`);
  // Where so few are no rate, how many these were is said by the value.
  return unit === 'share' && part !== undefined && of >= FEW ? `${part} of ${all}` : `of ${all}`;
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}
