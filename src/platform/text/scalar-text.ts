/**
 * A text, a number or a boolean as text, and '' for everything else. For values that others wrote: `String()` asks a map for a
 * `toString` of its own, and throws where there is one that is no function.
 */
export function scalarText(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}
