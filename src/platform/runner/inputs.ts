import { type Fault, messageOf, UserError } from '../errors.ts';
import { areTexts, isRecord, isText, parsedJson } from '../records.ts';
import { trimEnd } from '../text/trim-end.ts';
import { listed } from '../text/wording.ts';
import { parseYaml } from '../text/yaml.ts';
import { parseDuration } from '../time/duration.ts';

/** Reads one input's text (trimmed, never empty) into its value; throws with what was expected. */
type Parse<T> = (text: string) => T | Promise<T>;

interface InputType<T> {
  readonly parse: Parse<NonNullable<T>>;
  /** The value where the input is not given; a required input has none. */
  readonly fallback: { readonly value: T } | undefined;
  readonly secret: boolean;
}

/** What an action reads: kebab-case input names, as in its action.yml. */
export type InputSpec = Readonly<Record<string, InputType<unknown>>>;

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** The record an action works with: one readonly, camel-cased, typed value per input. */
export type InputsOf<S extends InputSpec> = {
  readonly [K in keyof S & string as CamelCase<K>]: S[K] extends InputType<infer T> ? T : never;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with inputs beside what is wrong with each alone; told whether anything is already. */
export type Judge<S extends InputSpec> = (given: InputsOf<S>, isFaulty: boolean) => Promise<readonly Fault[]>;

/** Thrown where a check asks for an input that could not be read: that one is reported, and the check says nothing. */
export class Unread extends Error {
  override name = 'Unread';
}

/**
 * Reads all inputs of an action at once. Secrets are handed to `mask` before anything else happens to them; every fault is
 * reported in one UserError, those that `judge` finds in what could be read included. An input that the runner passes but the
 * spec does not know is the runner's to warn about.
 */
export async function readInputs<S extends InputSpec>(
  spec: S,
  env: Environment,
  mask: (secret: string, name: string) => unknown,
  judge: Judge<S> = async () => [],
): Promise<InputsOf<S>> {
  const given = (name: string) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
  for (const [name, type] of Object.entries(spec)) if (type.secret) mask(given(name), `Input ${name}`);

  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(spec)) {
    const read = await readInput(name, given(name), type);
    if ('value' in read) values[camelCase(name)] = read.value;
    else {
      faults.push({ message: read.fault });
      Object.defineProperty(values, camelCase(name), { enumerable: true, get: () => unread(name) });
    }
  }
  const known = values as InputsOf<S>;
  const all = [...faults, ...(await judge(known, faults.length > 0))];
  if (all.length > 0) throw new UserError(all);
  return known;
}

function unread(name: string): never {
  throw new Unread(`The input ${name} could not be read.`);
}

async function readInput(
  name: string,
  text: string,
  { fallback, parse, secret }: InputType<unknown>,
): Promise<{ readonly value: unknown } | { readonly fault: string }> {
  if (text === '')
    return fallback ?? { fault: `Input ${name} is missing. It is required; see the action's README for its form.` };
  try {
    return { value: await parse(text) };
  } catch (error) {
    const shown = secret ? 'its value' : JSON.stringify(shorten(text));
    // A UserError is a sentence of its own about a part of the value.
    const what = error instanceof UserError ? '' : `${shown} is not valid: `;
    return { fault: `Input ${name}: ${what}${messageOf(error)}` };
  }
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** An input that must be given. */
export function required<T extends {}>(parse: Parse<T>): InputType<T> {
  return { parse: parse as Parse<NonNullable<T>>, fallback: undefined, secret: false };
}

/** An input that may be left out; `fallback` is then its value (undefined where there is none). */
export function optional<T extends {}>(parse: Parse<T>): InputType<T | undefined>;
export function optional<T extends {}>(parse: Parse<T>, fallback: T): InputType<T>;
export function optional<T extends {}>(parse: Parse<T>, fallback?: T): InputType<T | undefined> {
  return { parse: parse as Parse<NonNullable<T>>, fallback: { value: fallback }, secret: false };
}

/** The same input, masked before it is looked at, and never shown in a fault. */
export function secret<T>(type: InputType<T>): InputType<T> {
  return { ...type, secret: true };
}

export const text: Parse<string> = (value) => value;

/** `true` or `false`, as in YAML 1.2's core schema. */
export const flag: Parse<boolean> = (value) => {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new Error('expected true or false');
};

/** One of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): Parse<T> {
  return (value) => {
    const word = words.find((one) => one === value);
    if (word === undefined) throw new Error(`expected ${listed(words, 'or')}`);
    return word;
  };
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Parse<number> {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new Error(`expected a whole number from ${least} to ${most}`);
    }
    return number;
  };
}

/** Milliseconds of a duration such as `90s`, `30m` or `2h`. */
export const duration: Parse<number> = (value) => {
  const ms = parseDuration(value);
  if (ms === undefined) throw new Error('expected a duration such as 90s, 30m or 2h');
  return ms;
};

/** Epoch milliseconds of a time such as 2026-11-20T12:00:00Z. */
export const instant: Parse<number> = (value) => {
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) throw new Error('expected a time such as 2026-11-20T12:00:00Z');
  return ms;
};

/** `owner/name`; the logins of Enterprise Managed Users hold an underscore. */
export const repository: Parse<string> = (value) => {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/[A-Za-z0-9._-]{1,100}$/.test(value) || /\/\.{1,2}$/.test(value)) {
    throw new Error('expected a repository as owner/name');
  }
  return value;
};

/** An http or https URL without credentials. */
export const url: Parse<string> = (value) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) throw new Error('expected an http or https URL');
  if (parsed.username || parsed.password)
    throw new Error('expected a URL without credentials in it; use the token input');
  return trimEnd(value, '/');
};

/** One entry a line; empty lines are dropped. */
export const lines: Parse<readonly string[]> = (value) =>
  value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Any JSON or YAML value. */
export const data: Parse<NonNullable<unknown>> = (value) => parseData(value, 'typed');

/** A list of texts: a JSON or YAML list, or one entry a line (a comma also separates). */
export const list: Parse<readonly string[]> = async (value) => {
  const looksStructured = /^\[|^- /.test(value);
  if (!looksStructured) return lines(value.replaceAll(',', '\n'));
  const parsed = await parseData(value, 'texts');
  if (!areTexts(parsed)) throw new Error('expected a list of texts');
  return parsed;
};

/** A JSON or YAML map from names to texts; numbers and booleans stay as they are written, null is the empty text. */
export const map: Parse<Readonly<Record<string, string>>> = async (value) => {
  const parsed = parseFlatJson(value) ?? (await parseData(value, 'texts'));
  if (typeof parsed !== 'object' || Array.isArray(parsed)) throw new Error('expected a map, as JSON or YAML');
  const wrong = Object.entries(parsed).find(([, entry]) => !isText(entry));
  if (wrong) throw new Error(`expected a text, number or boolean at ${JSON.stringify(wrong[0])}`);
  const absent = Object.fromEntries(nullsOfJson(value).map((name) => [name, '']));
  return { ...(parsed as Record<string, string>), ...absent };
};

/** The names that JSON gives no value: as texts they would all be called null. */
function nullsOfJson(value: string): string[] {
  const parsed = parsedJson(value);
  if (!isRecord(parsed)) return [];
  return Object.entries(parsed).flatMap(([name, entry]) => (entry === null ? [name] : []));
}

async function parseData(value: string, scalars: 'typed' | 'texts'): Promise<NonNullable<unknown>> {
  const parsed = await parseYaml(value, scalars);
  if ('faults' in parsed) {
    const [first] = parsed.faults;
    throw new Error(`line ${first?.line}, column ${first?.column}: ${first?.message}`);
  }
  if (parsed.value === null || parsed.value === undefined) throw new Error('expected a value, found nothing');
  return parsed.value;
}

/** The common case, a JSON map of strings, without loading the YAML parser, which tells of a name that is there twice. */
function parseFlatJson(value: string): Record<string, string> | undefined {
  const parsed = parsedJson(value);
  if (!isRecord(parsed) || !Object.values(parsed).every(isText)) return undefined;
  const names = [...value.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined);
  return names.length === Object.keys(parsed).length ? (parsed as Record<string, string>) : undefined;
}
