/**
 * A nonce is one word of 1 to 200 letters, digits, `.`, `_` and `-`, with a letter or digit at both ends, without `..` and
 * without `.lock` at its end: so it is one component of a git ref's name, where a claim stands
 * (https://git-scm.com/docs/git-check-ref-format), and it can be found again as a word of its own in a run's name.
 */
const NONCE = /^(?!.*\.\.)(?!.*\.lock$)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/;
const PART_OF_WORD = /[A-Za-z0-9._-]/;

/** The text, where it is a nonce. Throws an Error that says what was expected. */
export function parseNonce(text: string): string {
  if (NONCE.test(text)) return text;
  throw new Error(
    'expected letters, digits, ".", "_" and "-", at most 200, with a letter or digit at both ends, no ".." and no ".lock" at the end',
  );
}

/** Whether a run's name carries the nonce as a word of its own: `t1.web.1` is not carried by `t1.web.11`. */
export function carriesNonce(name: string | null | undefined, nonce: string): boolean {
  if (!name || nonce === '') return false;
  for (let at = name.indexOf(nonce); at >= 0; at = name.indexOf(nonce, at + 1)) {
    const before = name.charAt(at - 1);
    const after = name.charAt(at + nonce.length);
    if (!PART_OF_WORD.test(before) && !PART_OF_WORD.test(after)) return true;
  }
  return false;
}
