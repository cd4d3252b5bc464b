/** When a pass has to go on to its next part; milliseconds since the epoch. */
export interface TimeBudget {
  /** No look and no read begins or goes on after this. */
  readonly lookUntil: number;
  /** No repair begins or goes on after this; the rest is for telling what was found. */
  readonly repairUntil: number;
}

const LEAST_FOR_TELLING_MS = 5_000;
const MOST_FOR_TELLING_MS = 60_000;

/**
 * Shares the time of a pass, so that it ends with a report however little answers: a fifth (5 to 60 s, at most half) is kept
 * for telling; where repairs are allowed, looking leaves them a quarter of the rest.
 */
export function shareTime(start: number, timeoutMs: number, mode: 'report' | 'repair'): TimeBudget {
  const fifth = Math.min(MOST_FOR_TELLING_MS, Math.max(LEAST_FOR_TELLING_MS, timeoutMs / 5));
  const working = timeoutMs - Math.min(fifth, timeoutMs / 2);
  const looking = mode === 'repair' ? working * 0.75 : working;
  return { lookUntil: start + looking, repairUntil: start + working };
}
