/**
 * A nonce as one component of a ref's name, by the rules of git (https://git-scm.com/docs/git-check-ref-format) and a little
 * stricter: letters, digits, `.`, `_` and `-`. Throws an Error that says what was expected.
 */
export function parseNonce(text: string): string {
  const usable = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/.test(text);
  if (!usable || text.includes('..') || text.endsWith('.lock')) {
    throw new Error(
      'expected letters, digits, ".", "_" and "-", at most 200, with a letter or digit at both ends, no ".." and no ".lock" at the end',
    );
  }
  return text;
}
