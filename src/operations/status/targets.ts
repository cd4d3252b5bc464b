import { didYouMean, listed } from '../../platform/text/wording.ts';
import { parseDuration } from '../../platform/time/duration.ts';
import { METRIC_NAMES, type Metric, type MetricName } from './metric.ts';

/** What a figure is to come to. Durations are milliseconds, shares from 0 to 1. */
export type Targets = Readonly<Partial<Record<MetricName, number>>>;

/** A target beside what was reached; `met` is absent where the figure is not known. */
export interface TargetResult {
  readonly name: MetricName;
  readonly target: number;
  readonly atLeast: boolean;
  readonly met?: boolean;
}

/** More of these is better; of all others, less. */
const MORE_IS_BETTER: ReadonlySet<MetricName> = new Set<MetricName>([
  'success-rate',
  'health-pass-rate',
  'deployment-frequency',
  'registration-success',
  'integration-pass-rate',
  'refreshes',
]);

const DURATIONS: ReadonlySet<MetricName> = new Set<MetricName>([
  'duration',
  'duration-p90',
  'waited-for-people',
  'coordination-latency',
  'deploy-time',
  'lead-time',
  'recovery-time',
]);

const SHARES: ReadonlySet<MetricName> = new Set<MetricName>([
  'success-rate',
  'rollback-rate',
  'health-pass-rate',
  'change-failure-rate',
  'registration-success',
  'integration-pass-rate',
]);

/** Reads the input `targets`; throws with the first entry that is wrong. */
export function readTargets(given: Readonly<Record<string, string>>): Targets {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, readTarget(name, value)]));
}

function readTarget(name: string, value: string): number {
  if (!isMetricName(name)) {
    throw new Error(
      `there is no figure ${JSON.stringify(name)}${didYouMean(name, METRIC_NAMES)}; known: ${listed([...METRIC_NAMES])}`,
    );
  }
  if (DURATIONS.has(name)) {
    const ms = parseDuration(value);
    if (ms === undefined)
      throw new Error(`${name} is a duration: expected 90s, 5m or 2h, found ${JSON.stringify(value)}`);
    return ms;
  }
  const number = value.trim() === '' ? Number.NaN : Number(value);
  const most = SHARES.has(name) ? 1 : Number.MAX_SAFE_INTEGER;
  if (!(number >= 0 && number <= most)) {
    const expected = most === 1 ? 'a share from 0 to 1, such as 0.95' : 'a number';
    throw new Error(`${name} is ${expected}, found ${JSON.stringify(value)}`);
  }
  return number;
}

function isMetricName(name: string): name is MetricName {
  return METRIC_NAMES.some((one) => one === name);
}

/** Each target beside its figure. */
export function compareTargets(targets: Targets, metrics: readonly Metric[]): TargetResult[] {
  return metrics.flatMap(({ name, value }) => {
    const target = targets[name];
    if (target === undefined) return [];
    const atLeast = MORE_IS_BETTER.has(name);
    const met = value === undefined ? {} : { met: atLeast ? value >= target : value <= target };
    return [{ name, target, atLeast, ...met }];
  });
}
