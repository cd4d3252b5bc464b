import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';

const SECOND_MS = 1_000;
const LIST_PAUSE: Backoff = { firstMs: SECOND_MS, factor: 2, longestMs: 30 * SECOND_MS };

/**
 * Milliseconds until a run is looked at again. It is polled with an ETag, so a look that finds nothing new is free; what
 * counts is how late its end is noticed. A young run is looked at every second, an older one at a tenth of its age up to
 * 10 s, and around the time this workflow usually takes, every 2 s.
 */
export function pollDelay(ageMs: number, usualMs?: number): number {
  const relaxed = clamp(ageMs / 10, SECOND_MS, 10 * SECOND_MS);
  if (usualMs === undefined) return relaxed;
  const dueIn = usualMs - ageMs;
  if (Math.abs(dueIn) <= Math.max(5 * SECOND_MS, usualMs / 10)) return Math.min(relaxed, 2 * SECOND_MS);
  return dueIn > 0 ? Math.min(relaxed, Math.max(2 * SECOND_MS, dueIn - usualMs / 10)) : relaxed;
}

/**
 * Milliseconds between two looks at one run while so many are followed at once: together they stay below a third of the 900
 * points a minute that GitHub allows a token, of which a look costs one even where it is not charged.
 */
export function crowdDelay(followed: number): number {
  return followed * 200;
}

/** Milliseconds until the runs are listed again while ours has not appeared: lists have no useful ETag, so each look is charged. */
export function lookDelay(looks: number): number {
  return backoffMs(LIST_PAUSE, looks);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
