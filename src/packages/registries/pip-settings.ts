import { UserError } from '../../platform/errors.ts';
import { lastWords } from '../../platform/process/run-client.ts';
import { type PipOptions, pip } from './pip.ts';

/** What pip is configured for here, as far as somebody needs it who asks an index without pip. */
export interface PipSettings {
  /** Addresses of indexes, with credentials where the configuration has them; the first is the main one. */
  readonly indexes: readonly URL[];
  /** A file of authorities that are trusted. */
  readonly cert: string | undefined;
  readonly proxy: string | undefined;
}

const DEFAULT_INDEX = 'https://pypi.org/simple';
/** In the order in which they count for `pip index`; later ones come before earlier ones. https://pip.pypa.io/en/stable/topics/configuration/ */
const SECTIONS = ['global', 'index', ':env:'] as const;

/** Asks pip for what it is configured for: its files, and the variables that come before them. Throws a UserError where it does not say. */
export async function readPipSettings(options: PipOptions): Promise<PipSettings> {
  const { exitCode, stdout, stderr } = await pip(['config', 'list'], options);
  if (exitCode !== 0) throw new UserError(`pip does not say what it is configured for: ${lastWords(stderr)}`);
  const settings = parsePipSettings(stdout);
  if (!options.indexUrl) return settings;
  return { ...settings, indexes: urlsIn(options.indexUrl) };
}

/** Reads what `pip config list` prints: a line for each setting, its value as Python writes texts. */
export function parsePipSettings(list: string): PipSettings {
  const settings = new Map(
    [...list.matchAll(/^([\w:-]+)\.([\w-]+)=(['"])(.*)\3\r?$/gm)].map(([, section = '', key = '', , value = '']) => [
      `${section}.${key}`,
      unescaped(value),
    ]),
  );
  const setting = (key: string): string | undefined =>
    SECTIONS.map((section) => settings.get(`${section}.${key}`)).findLast((value) => value !== undefined);
  const main = urlsIn(setting('index-url') ?? DEFAULT_INDEX).slice(0, 1);
  return {
    indexes: [...main, ...urlsIn(setting('extra-index-url') ?? '')],
    ...{ cert: setting('cert'), proxy: setting('proxy') },
  };
}

function urlsIn(text: string): URL[] {
  return text.split(/\s+/).flatMap((one) => (/^https?:/i.test(one) && URL.canParse(one) ? [new URL(one)] : []));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next));
}
