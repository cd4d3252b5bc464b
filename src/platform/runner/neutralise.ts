/**
 * The runner reads every line that a step prints and tries two grammars on it (actions/runner, ActionCommand.cs):
 * `::command::` after whatever .NET's TrimStart removes, and `##[command]` anywhere. A mark that is neither white space nor
 * part of any command's name, put before the one and into the other, makes both fail.
 */
const MARK = '\u200b';

/** More than TrimStart removes, and what a reader drops at the start of a stream: all that cannot be seen. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Z}]*/u;

/** A line is read by people; what is longer costs memory in every viewer, and nobody reads it. */
const LONGEST_LINE = 8_192;

/** The text with no line that the runner could take for a command. What else it says stays as it was. */
export function neutralise(text: string): string {
  if (!text.includes('::') && !text.includes('##[')) return text;
  return linesOf(text, (line) => {
    const broken = line.replaceAll('##[', `##[${MARK}`);
    const start = UNSEEN.exec(broken)?.[0].length ?? 0;
    return broken.startsWith('::', start) ? `${broken.slice(0, start)}${MARK}${broken.slice(start)}` : broken;
  });
}

/** The text with every line cut that is longer than anybody reads, and a note of how much is missing. */
export function cutLines(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  return linesOf(text, (line) =>
    line.length <= LONGEST_LINE
      ? line
      : `${line.slice(0, LONGEST_LINE)}… (${line.length - LONGEST_LINE} more characters)`,
  );
}

/** Each line changed, each line end kept: those of the runner, and those that a viewer may take for one. */
function linesOf(text: string, change: (line: string) => string): string {
  return text
    .split(/([\n\r\u0085\u2028\u2029])/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
