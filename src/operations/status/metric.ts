import { DAY_MS } from '../../platform/time/duration.ts';

/** One figure. It is never without the count that it is of: three trains are no rate. */
export interface Metric {
  readonly name: MetricName;
  readonly unit: 'share' | 'ms' | 'a-day' | 'count';
  /** Absent where nobody can say, and `why` says why. Durations are milliseconds, shares are from 0 to 1. */
  readonly value?: number;
  /** How many it is of. */
  readonly of: number;
  /** Of a share: how many of these. */
  readonly part?: number;
  readonly why?: string;
}

export const METRIC_NAMES = [
  'success-rate',
  'duration',
  'duration-p90',
  'waited-for-people',
  'rollback-rate',
  'health-pass-rate',
  'coordination-latency',
  'deploy-time',
  'deployment-frequency',
  'lead-time',
  'change-failure-rate',
  'recovery-time',
  'registration-success',
  'integration-pass-rate',
  'conflicts',
  'refreshes',
] as const;

export type MetricName = (typeof METRIC_NAMES)[number];

/** The span that the figures are of; epoch milliseconds. */
export interface MetricSpan {
  readonly from: number;
  readonly to: number;
}

/** Days of the span in which there was a history, at least one. */
export function daysOf(first: number | undefined, { from, to }: MetricSpan): number {
  return Math.max(1, (to - Math.max(from, first ?? from)) / DAY_MS);
}

export function share(name: MetricName, part: number, of: number, none: string): Metric {
  return of === 0 ? { name, unit: 'share', of, why: none } : { name, unit: 'share', value: part / of, of, part };
}

export function amount(
  name: MetricName,
  unit: Metric['unit'],
  value: number | undefined,
  of: number,
  none: string,
): Metric {
  return value === undefined ? { name, unit, of, why: none } : { name, unit, value, of };
}
