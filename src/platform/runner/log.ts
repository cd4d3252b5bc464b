import { cutLines, neutralise } from './neutralise.ts';
import { secretLines } from './secret-encodings.ts';

/**
 * Everything we print goes through here: first without secrets, then cut, then neutralised, because the runner obeys what
 * looks like a command, whoever wrote it. Only this file writes commands.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export interface Log {
  info(text: string): void;
  /** Shown only when the run is started with debug logging. */
  debug(text: string): void;
  notice(text: string, place?: FilePlace): void;
  warning(text: string, place?: FilePlace): void;
  error(text: string, place?: FilePlace): void;
  /** Folds the lines that `body` prints under a title. */
  group<T>(title: string, body: () => T | Promise<T>): Promise<T>;
}

/** Where an annotation points: a file of the workspace, 1-based line and column. */
interface FilePlace {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export function createLog(
  write: (text: string) => void,
  debugging: boolean,
  redact: (text: string) => string = (text) => text,
): Log {
  const clean = (text: string) => neutralise(cutLines(redact(text)));
  const command = (name: string, text: string, properties: Properties = {}) => {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined);
    write(
      workflowCommand(name, clean(text), Object.fromEntries(given.map(([key, value]) => [key, clean(`${value}`)]))),
    );
  };
  const annotate =
    (level: string) =>
    (text: string, place: FilePlace = {}) =>
      command(level, text, { title: place.title, file: place.file, line: place.line, col: place.column });
  return {
    info: (text) => write(`${clean(text)}\n`),
    debug: (text) => {
      if (debugging) command('debug', text);
    },
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    group: async (title, body) => {
      command('group', title);
      try {
        return await body();
      } finally {
        write('::endgroup::\n');
      }
    },
  };
}

/**
 * The commands that make the runner print `***` for a secret. It matches within a line, so a secret of several lines (a
 * private key) is masked line by line, but for its trivial lines: given whole, the runner would mask those, too.
 */
export function maskCommands(secret: string): string {
  const parts = /[\r\n]/.test(secret.trim()) ? secretLines(secret) : [secret];
  return parts.map((part) => workflowCommand('add-mask', part)).join('');
}

type Properties = Readonly<Record<string, string | number | undefined>>;

function workflowCommand(name: string, text: string, properties: Readonly<Record<string, string>> = {}): string {
  const head = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${head.length > 0 ? ` ${head.join(',')}` : ''}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
