/**
 * Everything we print goes through here. The runner obeys any line that starts with `::` (or `##[`), whoever wrote it, so
 * text from elsewhere is printed with its line starts neutralised, and only this file writes commands.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export interface Log {
  info(text: string): void;
  /** Shown only when the run is started with debug logging. */
  debug(text: string): void;
  notice(text: string, place?: Place): void;
  warning(text: string, place?: Place): void;
  error(text: string, place?: Place): void;
  /** Folds the lines that `body` prints under a title. */
  group<T>(title: string, body: () => T | Promise<T>): Promise<T>;
}

/** Where an annotation points: a file of the workspace, 1-based line and column. */
export interface Place {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export function createLog(write: (text: string) => void, debugging: boolean): Log {
  const command = (...parts: Parameters<typeof workflowCommand>) => write(workflowCommand(...parts));
  const annotate =
    (level: string) =>
    (text: string, place: Place = {}) =>
      command(level, text, { title: place.title, file: place.file, line: place.line, col: place.column });
  return {
    info: (text) => write(`${neutralise(text)}\n`),
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
 * private key) is masked line by line as well.
 */
export function maskCommands(secret: string): string {
  const lines = secret.split(/\r?\n/).filter((line) => line.trim().length > 3);
  const parts = lines.length > 1 ? [secret, ...lines] : [secret];
  return parts.map((part) => workflowCommand('add-mask', part)).join('');
}

function workflowCommand(
  name: string,
  text: string,
  properties: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const head = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${name}${head ? ` ${head}` : ''}::${escapeData(text)}\n`;
}

/** The text with no line that the runner could take for a command; carriage returns count as line starts. */
export function neutralise(text: string): string {
  return text.replace(/(^|[\r\n\u0085\u2028\u2029])([ \t]*)(?=::|##\[)/g, '$1$2\u200b');
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
