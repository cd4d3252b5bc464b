import { parseDuration } from '../../platform/time/duration.ts';

/** What is said where a text is no duration of verify-health. */
export const EXPECTED_DURATION = 'a duration such as 500ms, 90s, 5m or 2h';

/** Milliseconds; sampling faster would be an attack on the service. */
export const LEAST_INTERVAL_MS = 100;

/** Milliseconds of a duration as in a manifest or, for what is as quick as an answer, `300ms`; undefined for any other text. */
export function parseHealthDuration(text: string): number | undefined {
  const short = /^(\d{1,9})ms$/.exec(text);
  return short ? Number(short[1]) : parseDuration(text);
}
