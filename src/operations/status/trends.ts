import { DAY_MS } from '../../platform/time/duration.ts';
import { median } from './numbers.ts';
import type { PassFigures } from './pass-records.ts';
import { durationOf, isCounted } from './train-figures.ts';
import type { EndedTrain } from './train-records.ts';

/** A week of the history, from its beginning (epoch milliseconds). What is not known is absent. */
export interface Week {
  readonly from: number;
  /** Trains that ended of their own, and how many of them succeeded. */
  readonly ended: number;
  readonly succeeded: number;
  readonly durationMs?: number;
  readonly integrationPassRate?: number;
}

const WEEK_MS = 7 * DAY_MS;
const MOST_WEEKS = 53;

/** Week by week up to now, the oldest first. */
export function weeksOf(
  { trains, passes }: { readonly trains: readonly EndedTrain[]; readonly passes: readonly PassFigures[] },
  { from, to }: { readonly from: number; readonly to: number },
): Week[] {
  const count = Math.min(MOST_WEEKS, Math.max(1, Math.ceil((to - from) / WEEK_MS)));
  return Array.from({ length: count }, (_, index) => {
    const end = to - (count - 1 - index) * WEEK_MS;
    const isWithin = (at: number) => at > end - WEEK_MS && at <= end;
    const counted = trains.filter((train) => isCounted(train) && isWithin(train.startedAt));
    const duration = median(counted.flatMap((train) => durationOf(train) ?? []));
    const rates = passes.flatMap(({ at, integrationPassRate }) => (isWithin(at) ? (integrationPassRate ?? []) : []));
    const rate = median(rates);
    return {
      from: end - WEEK_MS,
      ended: counted.length,
      succeeded: counted.filter(({ status }) => status === 'succeeded').length,
      ...(duration !== undefined && { durationMs: duration }),
      ...(rate !== undefined && { integrationPassRate: rate }),
    };
  });
}
