import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean, listed } from '../src/platform/text/wording.ts';

/** What an option of a script takes. */
export type Option =
  | { readonly type: 'flag' }
  | { readonly type: 'text'; readonly default?: string; readonly oneOf?: readonly string[] }
  | { readonly type: 'texts' }
  | { readonly type: 'number'; readonly default?: number; readonly min?: number; readonly max?: number };

type ValueOf<O extends Option> = O extends { readonly type: 'flag' }
  ? boolean
  : O extends { readonly type: 'texts' }
    ? readonly string[]
    : O extends { readonly type: 'number' }
      ? O extends { readonly default: number }
        ? number
        : number | undefined
      : O extends { readonly default: string }
        ? string
        : string | undefined;

type Values<O extends Readonly<Record<string, Option>>> = { readonly [Name in keyof O]: ValueOf<O[Name]> };

/**
 * The arguments of the script that is run. `--help` prints the comment at its head, which is its usage; a mistake is told in two
 * lines, and ends the script with exit code 2 before anything is started.
 */
export function readArguments<const O extends Readonly<Record<string, Option>>>(
  options: O,
  { most = 0 }: { readonly most?: number } = {},
): { readonly values: Values<O>; readonly words: readonly string[] } {
  const config = Object.entries(options).map(([name, { type }]) => [
    name,
    { type: type === 'flag' ? ('boolean' as const) : ('string' as const), multiple: type === 'texts' },
  ]);
  const { tokens, positionals: words } = parseArgs({
    options: { ...Object.fromEntries(config), help: { type: 'boolean', short: 'h' } },
    ...{ allowPositionals: true, strict: false, tokens: true },
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'h') help();
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option)
      mistake(`${token.rawName}: there is no such option${didYouMean(token.name, [...Object.keys(options), 'help'])}`);
    const value = checked(token.rawName, token.value, option);
    if (option.type !== 'texts' && given.has(token.name)) mistake(`${token.rawName} is given twice`);
    given.set(token.name, [...(given.get(token.name) ?? []), value]);
  }
  const [stray] = words.slice(most);
  if (stray !== undefined)
    mistake(`${stray}: ${most === 0 ? 'no word is expected' : 'one word too many'}; an option begins with --`);
  const values = Object.entries(options).map(([name, option]) => [name, readValue(option, given.get(name))]);
  return { values: Object.fromEntries(values) as Values<O>, words };
}

/** Ends the script with what is wrong, and how to learn what is right. */
export function mistake(what: string, next = `${command()} --help says what there is.`): never {
  console.error(`${what.replace(/[.?]?$/, (end) => end || '.')}\n${next}`);
  process.exit(2);
}

/** A path as the person who typed it meant it: npm runs scripts at the root of the package, wherever that person is. */
function pathFromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The same, of a file that has to be there; `option` names where it was given. */
export function fileFromHere(option: string, path: string): string {
  const file = pathFromHere(path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found)
    mistake(`${option} ${path}: there is no such file (${file})`, 'Paths count from the folder in which you are.');
  if (found.isDirectory())
    mistake(`${option} ${path}: this is a folder, expected a file (${file})`, 'Name the file in it that you mean.');
  return file;
}

/** A folder that has to be there. */
export function folderFromHere(option: string, path: string): string {
  const folder = pathFromHere(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    mistake(`${option} ${path}: there is no such folder (${folder})`, 'Paths count from the folder in which you are.');
  return folder;
}

/** Why a server does not listen there, for people; other errors are thrown on. */
export function portMistake(error: unknown, port: number): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    mistake(`--port ${port}: something else listens there`, 'Choose another one, or 0 for any that is free.');
  if (code === 'EACCES')
    mistake(
      `--port ${port}: this system lets you listen from 1024 on`,
      'Choose another one, or 0 for any that is free.',
    );
  throw error;
}

function checked(option: string, value: string | undefined, known: Option): string {
  if (known.type === 'flag') {
    if (value !== undefined) mistake(`${option}=${value}: ${option} takes no value`);
    return '';
  }
  if (value === undefined || value === '') mistake(`${option}: its value is missing`);
  if (known.type === 'text' && known.oneOf && !known.oneOf.includes(value))
    mistake(`${option} ${value}: expected one of ${listed(known.oneOf, 'or')}${didYouMean(value, known.oneOf)}`);
  if (known.type === 'number') {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = known;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max)) {
      const range = max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`;
      mistake(`${option} ${value}: expected a whole number ${range}`);
    }
  }
  return value;
}

function readValue(option: Option, given: readonly string[] | undefined): unknown {
  if (option.type === 'flag') return given !== undefined;
  if (option.type === 'texts') return given ?? [];
  const [value] = given ?? [];
  if (option.type === 'number') return value === undefined ? option.default : Number(value);
  return value ?? option.default;
}

function help(): never {
  const head = /^\/\*\*(.*?)\*\//s.exec(readFileSync(process.argv[1] ?? '', 'utf8'))?.[1] ?? '';
  console.log(head.replace(/^ \*? ?/gm, '').trim());
  process.exit(0);
}

/** How the script was started, as npm knows it. */
function command(): string {
  const script = process.env.npm_lifecycle_event;
  return script ? `npm run ${script} --` : `node ${basename(process.argv[1] ?? '')}`;
}
