/** The text with U+FFFD for every lone surrogate: half a character can neither be encoded in a URL nor be written as UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/** JSON from elsewhere, parsed; every text in it is well formed. Throws a SyntaxError where it is not valid JSON. */
export function parseWellFormed(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Only an escape can bring half a character in.
  return /\\ud[89a-f]/i.test(text) ? cleaned(value) : value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key), cleaned(inner)]));
}
