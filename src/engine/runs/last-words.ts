import { stripVTControlCharacters } from 'node:util';

const MOST_CHARACTERS = 200;
const ERROR_LINE = /^##\[error\]/;
/** What the runner and npm say of every failure: no cause. */
const NO_CAUSE =
  /Process completed with exit code|A complete log of this run|^npm (?:error|ERR!) (?:code|path|command|errno)\b/i;
const OF_NPM = /^npm (?:error|ERR!)/;
const SOUNDS_WRONG =
  /\b(?:error|fail(?:ed|s|ure|ing)?|fatal|exception|panic|denied|refused|cannot|not found|invalid)\b/i;

/**
 * The line of a failed job's log that says why it failed: what an action called an error, else the last line that sounds like
 * one, else the last line. npm says first what is wrong, then what may be behind it. Undefined where the log is empty.
 */
export function lastWords(log: string): string | undefined {
  const lines = log
    .split('\n')
    .map((line) =>
      stripVTControlCharacters(line)
        .replace(/\p{Cc}/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '' && !/^##\[(?:end)?group\]/.test(line) && !NO_CAUSE.test(line));
  const said =
    lines.findLast((line) => ERROR_LINE.test(line)) ??
    beginning(
      lines,
      lines.findLastIndex((line) => SOUNDS_WRONG.test(line)),
    ) ??
    lines.at(-1);
  const text = said?.replace(ERROR_LINE, '').trim();
  if (text === undefined || text === '') return undefined;
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

/** The line at `index`, or the first of what npm says there. */
function beginning(lines: readonly string[], index: number): string | undefined {
  const other = lines.findLastIndex((line, at) => at <= index && !OF_NPM.test(line));
  return other === index ? lines[index] : lines[other + 1];
}
