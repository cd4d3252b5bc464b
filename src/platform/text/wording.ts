const LONGEST_WORD = 100;

/** `; did you mean "x"?` where one of the known words is one or two slips away, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  if (word.length > LONGEST_WORD) return '';
  const bound = word.length <= 5 ? 1 : 2;
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > bound) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= bound && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { word: candidate, distance };
    }
  }
  return best ? `; did you mean ${quote(best.word)}?` : '';
}

/** The known words that are fewest slips away, the nearest first; of equally near ones, the first. */
export function nearest(word: string, known: readonly string[], most: number): string[] {
  const start = word.slice(0, LONGEST_WORD).toLowerCase();
  const far = known.map((one) => ({ one, distance: editDistance(start, one.slice(0, LONGEST_WORD).toLowerCase()) }));
  return far
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ one }) => one);
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** What the tokens of GitHub, npm, PyPI, GitLab and Slack begin with, and JSON web tokens. */
const TOKEN = /\b(?:gh[pousr]_|github_pat_|npm_|pypi-|glpat-|xox[a-z]-|eyJ[\w-]+\.)[\w.-]{10,}/g;

/** Whether somebody wrote a token where its name belongs. */
export function looksLikeToken(text: string): boolean {
  return text.search(TOKEN) !== -1;
}

/** A value inside a message: in quotes, on one line, not longer than a line, and without tokens. */
export function quote(value: unknown): string {
  const text = (JSON.stringify(value) ?? String(value)).replace(TOKEN, '***');
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** `1 wave`, `2 waves`; a plural that is not the word with an s is given. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a, b and c`, with at most `most` of them named. */
export function listed(words: readonly string[], conjunction: 'and' | 'or' = 'and', most = 20): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** A text up to the end of its first sentence. */
export function firstSentence(text: string): string {
  return text.split(/(?<=[.!?]) (?=\p{Lu})/u, 1)[0] ?? text;
}
