const WORD = /[A-Za-z0-9._-]/;

/** Whether a run's name carries the nonce as a word of its own: `t1.web.1` is not carried by `t1.web.11`. */
export function carriesNonce(name: string | null | undefined, nonce: string): boolean {
  if (!name || nonce === '') return false;
  for (let at = name.indexOf(nonce); at >= 0; at = name.indexOf(nonce, at + 1)) {
    const before = name.charAt(at - 1);
    const after = name.charAt(at + nonce.length);
    if (!WORD.test(before) && !WORD.test(after)) return true;
  }
  return false;
}
