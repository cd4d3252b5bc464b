import { amount, daysOf, type Metric, type MetricSpan, share } from './metric.ts';
import { median } from './numbers.ts';
import { isCounted } from './train-figures.ts';
import type { EndedTrain } from './train-records.ts';

/** The four figures of DORA, of the trains to environments that people depend on. https://dora.dev/guides/dora-metrics-four-keys/ */
export function doraOf(trains: readonly EndedTrain[], span: MetricSpan): Metric[] {
  const production = trains.filter((train) => train.production === true);
  const successes = production.filter(({ status }) => status === 'succeeded');
  const dispatched = production.filter(
    (train) => isCounted(train) && Object.values(train.components).some((one) => one.dispatchedAt !== undefined),
  );
  const none = 'No train to a production environment has ended.';
  const frequency = production.length === 0 ? undefined : successes.length / daysOf(trains[0]?.startedAt, span);
  const recoveries = recoveriesOf(production);
  const leads = successes.flatMap(leadTimesOf);
  return [
    amount('deployment-frequency', 'a-day', frequency, successes.length, none),
    amount('lead-time', 'ms', median(leads), leads.length, 'No train has recorded which commits it brought.'),
    share('change-failure-rate', dispatched.filter(hasFailed).length, dispatched.length, none),
    amount(
      'recovery-time',
      'ms',
      median(recoveries),
      recoveries.length,
      'No failed deployment was followed by a success.',
    ),
  ];
}

function hasFailed({ status }: EndedTrain): boolean {
  return status !== 'succeeded' && status !== 'cancelled';
}

/** From each failed end to the next success of the same manifest in the same environment. */
function recoveriesOf(production: readonly EndedTrain[]): number[] {
  const byEnd = [...production].sort((a, b) => a.endedAt - b.endedAt);
  return byEnd.flatMap((train, index) => {
    if (!isCounted(train) || !hasFailed(train)) return [];
    const next = byEnd
      .slice(index + 1)
      .find(
        ({ status, name, environment }) =>
          status === 'succeeded' && name === train.name && environment === train.environment,
      );
    return next ? [next.endedAt - train.endedAt] : [];
  });
}

/** From each commit to the end of the train that brought it. */
function leadTimesOf({ components }: EndedTrain): number[] {
  return Object.values(components).flatMap(({ leadSeconds = [] }) => leadSeconds.map((lead) => lead * 1_000));
}
