const MARK = '\uFEFF';

/** The text without the byte order mark that some editors put before it; no parser of ours takes one. */
export function withoutMark(text: string): string {
  return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}

/** How many UTF-16 units of the text are its mark: what a place in `withoutMark(text)` is moved by in the text itself. */
export function markLength(text: string): number {
  return text.startsWith(MARK) ? MARK.length : 0;
}
