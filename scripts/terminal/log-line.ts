import { stripVTControlCharacters } from 'node:util';

const COMMAND = /^::(?<name>[a-z-]+)(?: (?<properties>.*?))?::(?<text>.*)$/;
const CODES: Readonly<Record<string, string>> = { '0A': '\n', '0D': '', '3A': ':', '2C': ',', '25': '%' };
const TOLD = new Set(['error', 'warning', 'notice']);

/** A line of a step's log as people read it in a terminal: without the runner's commands; undefined where nothing is left. */
export function readableLine(line: string): { readonly kind?: string; readonly text: string } | undefined {
  const { name = '', properties = '', text = '' } = COMMAND.exec(line)?.groups ?? {};
  if (name === '') return line.trim() === '' ? undefined : { text: stripVTControlCharacters(line) };
  if (name === 'group') return { text: decoded(text) };
  return TOLD.has(name) ? { kind: name, text: `${name}: ${placeOf(properties)}${decoded(text)}` } : undefined;
}

/** `file:line:column: `, as editors and terminals find it. */
function placeOf(properties: string): string {
  const of = (name: string) => new RegExp(`(?:^|,)${name}=([^,]*)`).exec(properties)?.[1];
  const place = [of('file'), of('line'), of('col')].filter((part) => part !== undefined);
  return place.length === 0 ? '' : `${decoded(place.join(':'))}: `;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function decoded(text: string): string {
  return stripVTControlCharacters(text.replace(/%(0A|0D|3A|2C|25)/g, (_, code: string) => CODES[code] ?? ''));
}
