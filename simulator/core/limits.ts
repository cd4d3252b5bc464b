import type { Access, Budget } from './access.ts';
import { Problem } from './answer.ts';

const hour = 3_600_000;
/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits */
const secondary = { pointsPerMinute: 900, writesPerMinute: 80, writesPerHour: 500 };

/** Starts a new hour or minute where one is over. */
function roll(budget: Budget, now: number): void {
  if (now >= budget.resetAt) {
    budget.used = 0;
    budget.hourWrites = 0;
    budget.resetAt = now + hour;
  }
  const minute = Math.floor(now / 60_000);
  if (minute !== budget.minute) {
    budget.minute = minute;
    budget.points = 0;
    budget.minuteWrites = 0;
  }
}

/** Charges a request to its budget; throws what GitHub answers once the primary or a secondary limit is used up. */
export function charge(access: Access, method: string, time: { now: number; deliveredAt: number }): void {
  const { now, deliveredAt } = time;
  const { budget } = access;
  roll(budget, now);
  const isWrite = method !== 'GET';
  if (budget.blocked && now < budget.blocked.until) throw secondaryLimit(budget, deliveredAt, budget.blocked.until);
  if (budget.used >= budget.limit) {
    throw new Problem(403, `API rate limit exceeded for ${access.name}.`);
  }
  budget.used++;
  budget.points += isWrite ? 5 : 1;
  if (isWrite) {
    budget.minuteWrites++;
    budget.hourWrites++;
  }
  if (!budget.secondaryLimits) return;
  if (budget.hourWrites > secondary.writesPerHour) throw secondaryLimit(budget, deliveredAt, budget.resetAt);
  if (budget.points > secondary.pointsPerMinute || budget.minuteWrites > secondary.writesPerMinute) {
    throw secondaryLimit(budget, deliveredAt, (budget.minute + 1) * 60_000);
  }
}

/** A 304 is free of the primary limit. */
export function refund(access: Access): void {
  access.budget.used = Math.max(0, access.budget.used - 1);
}

/** The caller counts from when it hears of it. */
function secondaryLimit(budget: Budget, heardAt: number, until: number): Problem {
  const seconds = Math.max(1, Math.ceil((until - heardAt) / 1000));
  block(budget, heardAt, heardAt + seconds * 1000);
  return secondaryProblem(403, { 'retry-after': String(seconds) });
}

export function secondaryProblem(status: 403 | 429, headers: Record<string, string>): Problem {
  return new Problem(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    { headers },
  );
}

/** Nothing more is answered until then. */
export function block(budget: Budget, from: number, until: number): void {
  if (budget.blocked === undefined || until > budget.blocked.until) budget.blocked = { from, until };
}

export function limitHeaders({ budget }: Access, now: number): Record<string, string> {
  roll(budget, now);
  return {
    'x-ratelimit-limit': String(budget.limit),
    'x-ratelimit-remaining': String(Math.max(0, budget.limit - budget.used)),
    'x-ratelimit-used': String(budget.used),
    'x-ratelimit-reset': String(Math.ceil(budget.resetAt / 1000)),
    'x-ratelimit-resource': 'core',
  };
}
