/**
 * A warning, where a secret is written so that GitHub masks next to everything: the runner hides every line of a secret, however
 * short, and drops each job output that this would change, without a word. Undefined where it is well written.
 */
export function maskedLinesWarning(input: string, value: string): string | undefined {
  const short = value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => /^\S{1,2}$/.test(line));
  if (short === undefined) return undefined;
  return (
    `Input ${input} has lines of one or two characters (a JSON text over several lines). GitHub masks every line of a secret, so these characters ` +
    'become *** in the log, and job outputs that hold them are dropped without a word. Write the secret as YAML (owner: token, a line each) or as JSON on one line.'
  );
}
