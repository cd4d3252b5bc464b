/**
 * When GitHub asks for a pause.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */

import { retryAfterMs } from '../../net/retry-after.ts';
import type { Reply } from '../../net/transport.ts';
import { isRecord } from '../../records.ts';
import { contentOf } from './answer.ts';

export interface RateLimit {
  readonly reason: string;
  /** Milliseconds since the epoch; undefined where GitHub did not say. */
  readonly until: number | undefined;
}

/** No job lives longer than six hours: a longer pause is as good as for ever, and an absurd one is a mistake. */
const LONGEST_PAUSE_MS = 6 * 60 * 60 * 1000;
const LARGEST_SKEW_MS = 10 * 60 * 1000;
const wordsOfALimit = /rate limit|abuse detection|wait a few minutes/i;

/** The pause that an answer asks for, or undefined where it is no rate limit: a plain 403 is a missing permission. */
export function rateLimitOf(
  status: number,
  headers: Reply['headers'],
  said: string,
  now: number,
): RateLimit | undefined {
  const after = retryAfterMs(headers, now);
  if (after !== undefined && (status === 403 || status === 429 || status >= 500)) {
    return { reason: `${status} with Retry-After`, until: bounded(now + after, now) };
  }
  if (status !== 403 && status !== 429) return undefined;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining']?.trim() === '0' && reset > 0) {
    const limit = headers['x-ratelimit-limit'];
    // The reset is a time of GitHub's clock, which its answer tells; one second more keeps clear of the boundary.
    const ahead = skew(now, dateOf(headers) ?? now);
    return {
      reason: `the limit of ${limit ?? 'all'} requests an hour is used up`,
      until: bounded(reset * 1000 + 1000 + ahead, now),
    };
  }
  if (status === 429 || wordsOfALimit.test(said)) return { reason: 'secondary rate limit', until: undefined };
  return undefined;
}

/**
 * Whether the server limits requests at all; undefined where the answer says nothing of it, as that of a gateway. GitHub
 * Enterprise Server does not by default, and its answers then name its version but no limit.
 * https://docs.github.com/enterprise-server/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function tellsLimits(headers: Reply['headers']): boolean | undefined {
  if (headers['x-ratelimit-limit'] !== undefined) return true;
  return headers['x-github-enterprise-version'] === undefined ? undefined : false;
}

/** GraphQL reports a rate limit with status 200: such an answer as a 429, any other as it is. */
export function unveilLimit(reply: Reply): Reply {
  if (reply.status !== 200 || !viewOf(reply.bytes).includes('"RATE_LIMITED"')) return reply;
  const content = contentOf(reply);
  const errors = 'data' in content && isRecord(content.data) ? content.data.errors : undefined;
  const limited = Array.isArray(errors) && errors.some((error) => isRecord(error) && error.type === 'RATE_LIMITED');
  return limited ? { ...reply, status: 429 } : reply;
}

/** The same bytes, not a copy: every answer comes by here. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** How far our clock is ahead. One that is hours off is no skew but another time altogether, as behind a cache. */
function skew(ours: number, theirs: number): number {
  return Math.abs(ours - theirs) <= LARGEST_SKEW_MS ? ours - theirs : 0;
}

/** When GitHub answered, by its own clock, in milliseconds since the epoch. */
function dateOf(headers: Reply['headers']): number | undefined {
  const time = Date.parse(headers.date ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function bounded(until: number, now: number): number {
  return Math.min(Math.max(until, now + 1000), now + LONGEST_PAUSE_MS);
}
