/**
 * Whether this is `npm run test:tools`, which tries every version and variant of other people's programs, and every row of tables
 * whose rows are a process each. `npm test` tries one of each: most of its time went to them. A test file that imports this
 * module belongs to both.
 */
export const isWholeMatrix = process.env.RELEASE_ACTIONS_MATRIX === 'whole';

/** The rows of a matrix that are tried in this run: all of them, or those that are picked for `npm test`. */
export function ofMatrix<T>(rows: readonly T[], isPicked: (row: T) => boolean): readonly T[] {
  return isWholeMatrix ? rows : rows.filter(isPicked);
}
