/**
 * What the runner obeys of a text that a step prints: a port of its two parsers and of how it reads lines (actions/runner:
 * src/Runner.Common/ActionCommand.cs, src/Runner.Worker/ActionCommandManager.cs, src/Runner.Sdk/ProcessInvoker.cs).
 */
export interface Obeyed {
  readonly command: string;
  readonly data: string;
}

const REGISTERED = new Set([
  ...['stop-commands', 'set-env', 'set-output', 'save-state', 'add-mask', 'add-path', 'add-matcher', 'remove-matcher'],
  ...['debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo', 'internal-set-repo-path'],
]);

/** char.IsWhiteSpace of .NET, which TrimStart removes. */
const WHITE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/**
 * The commands that the runner would obey. Its reader ends lines at \n, \r and \r\n, and drops a byte-order mark at the start
 * of the stream. Where the culture of the machine compares texts, what cannot be seen is passed over: `culture` does so, too.
 */
export function obeyed(printed: string, { culture = false } = {}): Obeyed[] {
  const stream = printed.startsWith('\ufeff') ? printed.slice(1) : printed;
  const find = culture ? findByCulture : findOrdinal;
  return stream.split(/\r\n|\r|\n/).flatMap((line) => parseV2(line, find) ?? parseV1(line, find) ?? []);
}

type Find = (text: string, wanted: string, from: number) => number;

const findOrdinal: Find = (text, wanted, from) => text.indexOf(wanted, from);

const IGNORABLE = /^[\p{Cf}\p{Mn}\p{Cc}]$/u;

/** Where `wanted` stands when ignorable characters do not count; the found text may be longer, which the runner does not know. */
const findByCulture: Find = (text, wanted, from) => {
  for (let start = from; start < text.length; start += 1) {
    let at = start;
    let matched = 0;
    while (at < text.length && matched < wanted.length) {
      if (text[at] === wanted[matched]) matched += 1;
      else if (!IGNORABLE.test(text[at] ?? '') || /\s/.test(text[at] ?? '')) break;
      at += 1;
    }
    if (matched === wanted.length) return start;
  }
  return -1;
};

function parseV2(line: string, find: Find): Obeyed | undefined {
  const message = line.replace(WHITE, '');
  if (find(message, '::', 0) !== 0) return undefined;
  const end = find(message, '::', 2);
  if (end < 0) return undefined;
  return known(message.slice(2, end), message.slice(end + 2));
}

function parseV1(line: string, find: Find): Obeyed | undefined {
  const prefix = find(line, '##[', 0);
  if (prefix < 0) return undefined;
  const end = line.indexOf(']', prefix);
  if (end < 0) return undefined;
  return known(line.slice(prefix + 3, end), line.slice(end + 1));
}

function known(info: string, data: string): Obeyed | undefined {
  const command = info.split(' ', 1)[0] ?? '';
  return REGISTERED.has(command.toLowerCase()) ? { command: command.toLowerCase(), data } : undefined;
}
