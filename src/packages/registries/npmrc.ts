import { parse } from 'ini';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** One file of npm's configuration, keys as npm spells them. https://docs.npmjs.com/cli/configuring-npm/npmrc */
export interface Npmrc {
  readonly settings: ReadonlyMap<string, string>;
  /** Settings whose value names an environment variable that is not there, and that variable. */
  readonly unset: ReadonlyMap<string, string>;
}

const VARIABLE = /(?<!\\)(\\*)\$\{([^${}?]+)(\?)?\}/g;

/** Reads an .npmrc by npm's own parser; `${NAME}` in keys and values becomes that variable of `env`, as npm does it. */
export function parseNpmrc(text: string, env: Environment): Npmrc {
  const settings = new Map<string, string>();
  const unset = new Map<string, string>();
  for (const [writtenKey, written] of Object.entries(parse(withoutMark(text)))) {
    const value = Array.isArray(written) ? written.join('\n') : written;
    if (value === null || typeof value === 'object') continue;
    const key = fillIn(writtenKey, env).text;
    const { text: filled, missing } = fillIn(String(value).trim(), env);
    settings.set(key, unquoted(filled));
    if (missing !== undefined) unset.set(key, missing);
  }
  return { settings, unset };
}

/** The settings of the variables `npm_config_…`, in any case. Keys of one registry (`//host/:_authToken`) stay as they are. */
export function npmrcOfEnvironment(env: Environment): Npmrc {
  const settings = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    const key = /^npm_config_(.+)$/is.exec(name)?.[1];
    if (key === undefined || value === undefined || value === '') continue;
    settings.set(key.startsWith('//') ? key : key.replace(/(?!^)_/g, '-').toLowerCase(), value);
  }
  return { settings, unset: new Map() };
}

/** A backslash before `${` keeps it from being filled in. */
function fillIn(text: string, env: Environment): { text: string; missing?: string } {
  let missing: string | undefined;
  const filled = text.replace(VARIABLE, (whole: string, slashes: string, name: string, optional?: string) => {
    if (slashes.length % 2 === 1) return whole.slice((slashes.length + 1) / 2);
    const value = env[name];
    if (value === undefined && optional === undefined) missing ??= name;
    return slashes.slice(slashes.length / 2) + (value ?? (optional === undefined ? `\${${name}}` : ''));
  });
  return { text: filled, ...(missing !== undefined && { missing }) };
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.exec(text) && text.length > 1 ? text.slice(1, -1) : text;
}
