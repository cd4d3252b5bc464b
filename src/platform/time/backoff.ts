/** How long to wait between tries of one thing: the first wait, how each grows from the last, and the longest. */
export interface Backoff {
  readonly firstMs: number;
  readonly factor: number;
  readonly longestMs: number;
}

/** Milliseconds to wait after so many tries have failed before; 0 gives the first wait. */
export function backoffMs({ firstMs, factor, longestMs }: Backoff, failedBefore: number): number {
  return Math.min(longestMs, firstMs * factor ** failedBefore);
}

/**
 * The same, drawn from its upper half, so that many who failed at once do not come back at once. `random` gives numbers from
 * 0 up to 1.
 */
export function jitteredBackoffMs(backoff: Backoff, failedBefore: number, random: () => number): number {
  return backoffMs(backoff, failedBefore) * (0.5 + random() / 2);
}
