import type { Clock } from '../../platform/time/clock.ts';

const HOUR_MS = 3_600_000;
/** Writes that may follow each other at once, before the hourly rate counts. */
const BURST = 40;

/** Milliseconds between two writes of what can wait. */
const GATHER = 5_000;

export interface WriteBudget {
  /** Milliseconds until the next write may be made; 0 now. What can wait is written only while half of the burst is left. */
  delay(urgency: 'urgent' | 'can-wait'): number;
  spend(): void;
}

/**
 * Keeps writes below `perHour`, however large the train: GitHub allows 500 content writes an hour, and a train shares them
 * with the workflows around it.
 */
export function writeBudget(clock: Clock, perHour: number): WriteBudget {
  if (!Number.isFinite(perHour)) return unlimited(clock);
  const refill = HOUR_MS / (perHour - BURST);
  let tokens = BURST;
  let at = clock.now();
  const current = () => Math.min(BURST, tokens + (clock.now() - at) / refill);
  return {
    delay: (urgency) => {
      const wanted = urgency === 'urgent' ? 1 : BURST / 2;
      return Math.max(0, (wanted - current()) * refill);
    },
    spend: () => {
      tokens = current() - 1;
      at = clock.now();
    },
  };
}

/** Even where writes cost nothing, what can wait is gathered: a large train would else write itself out at every event. */
function unlimited(clock: Clock): WriteBudget {
  let last = Number.NEGATIVE_INFINITY;
  return {
    delay: (urgency) => (urgency === 'urgent' ? 0 : Math.max(0, last + GATHER - clock.now())),
    spend: () => {
      last = clock.now();
    },
  };
}
