import { test } from '@jest/globals';

/**
 * Whether this is `npm run test:slow`. A test that uses more than half a second of CPU, or waits for ten, is slow: one of ten is,
 * and they take four fifths of the time. `npm test` skips them, and says how many; CI runs both. A file that imports this module
 * belongs to both.
 */
export const isSlowRun = process.env.RELEASE_ACTIONS_TESTS === 'slow';

/** A test that is slow. */
export const slow: typeof test | typeof test.skip = isSlowRun ? test : test.skip;

/** The rows of a matrix that are tried in this run: all of them, or those that are picked for `npm test`. */
export function ofMatrix<T>(rows: readonly T[], isPicked: (row: T) => boolean): readonly T[] {
  return isSlowRun ? rows : rows.filter(isPicked);
}

/** How much a property tries in this run: all that it should, or in `npm test` a tenth of it. */
export function samples(many: number): number {
  return isSlowRun ? many : Math.ceil(many / 10);
}
