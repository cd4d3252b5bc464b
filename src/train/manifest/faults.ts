/** Something wrong with a manifest or a request; the shell knows the line and column of `at`. */
export interface TrainFault {
  readonly message: string;
  /** Keys and indices that lead to the value in the manifest; absent where the fault is not in the manifest. */
  readonly at?: readonly (string | number)[];
  /** The key itself is at fault, not its value. */
  readonly key?: 'key';
}

const LONGEST_MESSAGE = 1_000;
const LONGEST_WORD = 100;

export interface FaultList {
  /** The message is made only while there is room: suggestions cost time, and nobody reads a thousand faults. */
  add(at: TrainFault['at'], message: () => string, key?: 'key'): void;
  all(): readonly TrainFault[];
}

/** Gathers faults up to `limit`, and then only counts them. */
export function collectFaults(limit = 100): FaultList {
  const faults: TrainFault[] = [];
  let more = 0;
  return {
    add(at, message, key) {
      if (faults.length >= limit) more += 1;
      else faults.push({ message: shortened(message()), ...(at && { at }), ...(key && { key }) });
    },
    all: () => (more === 0 ? faults : [...faults, { message: `${more} more faults of this kind are not shown.` }]),
  };
}

/** A message may quote what somebody wrote: bounded, it stays readable however long that is. */
function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}

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

/** A value inside a message: in quotes, on one line, and not longer than a line. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** `a, b and c`, with at most `most` of them named. */
export function listed(words: readonly string[], conjunction: 'and' | 'or' = 'and', most = 20): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
