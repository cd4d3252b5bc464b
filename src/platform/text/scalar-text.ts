/**
 * A text, a number or a boolean as text, '' for nothing, and of all else what it is: no name, no version and no address that
 * anybody knows. For values that others wrote: `String()` asks a map for a `toString` of its own, and throws where there is one
 * that is no function.
 */
export function scalarText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return Array.isArray(value) ? '(a list)' : '(a map)';
  return String(value);
}
