import { doraOf } from './dora.ts';
import { amount, daysOf, METRIC_NAMES, type Metric, type MetricSpan, share } from './metric.ts';
import { mean, median, percentile } from './numbers.ts';
import type { PassFigures } from './pass-records.ts';
import {
  deployTimesOf,
  durationOf,
  hasDeployed,
  hasRolledBack,
  isCounted,
  latenciesOf,
  waitedForPeople,
} from './train-figures.ts';
import type { EndedTrain } from './train-records.ts';

interface Records {
  readonly trains: readonly EndedTrain[];
  readonly passes: readonly PassFigures[];
}

/** All figures, from the history alone. */
export function metricsOf({ trains, passes }: Records, span: MetricSpan): Metric[] {
  return [
    ...trainMetrics(trains),
    ...componentMetrics(trains),
    ...doraOf(trains, span),
    ...passMetrics(passes, span),
  ].sort((a, b) => METRIC_NAMES.indexOf(a.name) - METRIC_NAMES.indexOf(b.name));
}

function trainMetrics(trains: readonly EndedTrain[]): Metric[] {
  const counted = trains.filter(isCounted);
  const succeeded = counted.filter(({ status }) => status === 'succeeded');
  const whole = counted.filter((train) => durationOf(train) !== undefined);
  const durations = whole.flatMap((train) => durationOf(train) ?? []);
  const deployed = trains.filter(({ components }) => Object.values(components).some(hasDeployed));
  const none = 'No train that was not resumed has ended.';
  return [
    share('success-rate', succeeded.length, counted.length, 'No train has ended.'),
    amount('duration', 'ms', median(durations), durations.length, none),
    amount('duration-p90', 'ms', percentile(durations, 0.9), durations.length, none),
    amount('waited-for-people', 'ms', median(whole.map(waitedForPeople)), durations.length, none),
    share('rollback-rate', deployed.filter(hasRolledBack).length, deployed.length, 'No train has deployed anything.'),
  ];
}

function componentMetrics(trains: readonly EndedTrain[]): Metric[] {
  const all = trains.flatMap(({ components }) => Object.values(components));
  const judged = all.filter(({ health }) => health === 'passed' || health === 'failed');
  const atOnce = judged.filter(({ health, attempt }) => health === 'passed' && attempt === 1);
  const latencies = trains.flatMap(latenciesOf);
  const deploys = trains.filter(({ environment }) => environment !== undefined).flatMap(deployTimesOf);
  return [
    share('health-pass-rate', atOnce.length, judged.length, 'No health was judged.'),
    amount('coordination-latency', 'ms', median(latencies), latencies.length, 'No component was dispatched.'),
    amount('deploy-time', 'ms', mean(deploys), deploys.length, 'No component was deployed to an environment.'),
  ];
}

function passMetrics(passes: readonly PassFigures[], { from, to }: MetricSpan): Metric[] {
  const none = 'No pass over services is recorded.';
  const known = (key: 'registrationSuccess' | 'integrationPassRate') => passes.flatMap((pass) => pass[key] ?? []);
  const [registrations, integrations] = [known('registrationSuccess'), known('integrationPassRate')];
  const conflicts = passes.filter((pass) => pass.conflicts !== undefined).at(-1)?.conflicts;
  const refreshes = passes.reduce((sum, pass) => sum + pass.discoveryRefreshes, 0);
  const days = daysOf(passes[0]?.at, { from, to });
  return [
    amount('registration-success', 'share', mean(registrations), registrations.length, none),
    amount('integration-pass-rate', 'share', mean(integrations), integrations.length, none),
    amount('conflicts', 'count', conflicts, passes.length, none),
    amount('refreshes', 'a-day', passes.length === 0 ? undefined : refreshes / days, passes.length, none),
  ];
}
