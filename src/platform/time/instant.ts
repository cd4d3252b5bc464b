const FARTHEST_MS = 8.64e15;

/** Whether a value from elsewhere is an instant that a date can hold, in epoch milliseconds. */
export function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= FARTHEST_MS;
}
