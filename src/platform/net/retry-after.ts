import { DAY_MS } from '../time/duration.ts';

/** A server that wants more is as good as gone. */
const LONGEST_MS = 365 * DAY_MS;

/**
 * Milliseconds that a server asks to be left alone by Retry-After: in seconds, or as a date by its own clock where it tells that.
 * Undefined where it asks for none. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST_MS);
  // Date.parse takes many a number for a year.
  const at = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  const theirs = Date.parse(headers.date ?? '');
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(0, at - (Number.isNaN(theirs) ? now : theirs)), LONGEST_MS);
}
