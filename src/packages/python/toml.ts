import type { AST } from 'toml-eslint-parser';
import type { SourceFile } from '../../platform/files/folder-tree.ts';
import { depthOf, MOST_OPEN } from '../../platform/text/nesting.ts';
import { faultAt, type TextSpan, trimmed } from './place.ts';

/** A TOML document that knows where its strings stand. */
export interface TomlDocument {
  readonly file: SourceFile;
  /** The value at a path, as plain data. */
  get(...path: string[]): unknown;
  /** The text of a string, without its quotes; undefined where there is no string at the path. */
  span(path: readonly (string | number)[]): TextSpan | undefined;
}

type Entry = { readonly path: readonly (string | number)[]; readonly node: AST.TOMLContentNode };

/** Parses a TOML file; a fault of syntax is a UserError with its place. */
export async function parseToml(file: SourceFile): Promise<TomlDocument> {
  // Evaluated on first use: only projects that have a TOML file wait for the parser.
  const { parseTOML, getStaticTOMLValue, ParseError } = await import('toml-eslint-parser');
  const bom = file.text.startsWith('\uFEFF') ? 1 : 0;
  const tooDeep = () => faultAt(file, 0, `${file.shown} is nested too deeply to be read.`);
  if (depthOf(file.text) > MOST_OPEN) throw tooDeep();
  let program: AST.TOMLProgram;
  let value: unknown;
  try {
    program = parseTOML(file.text.slice(bom), { tomlVersion: '1.1.0' });
    value = getStaticTOMLValue(program);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    if (!(error instanceof ParseError)) throw error;
    throw faultAt(file, error.index + bom, `${file.shown} is not valid TOML: ${error.message}. Fix it first.`);
  }
  const strings = new Map<string, AST.TOMLStringValue>();
  for (const { path, node } of entriesOf(program)) {
    if (node.type === 'TOMLValue' && node.kind === 'string') strings.set(JSON.stringify(path), node);
  }
  return {
    file,
    get: (...path) => valueAt(value, path),
    span(path) {
      const node = strings.get(JSON.stringify(path));
      if (!node) return undefined;
      const quotes = node.multiline ? 3 : 1;
      return trimmed(file.text, { start: node.range[0] + quotes + bom, end: node.range[1] - quotes + bom });
    },
  };
}

/** The member of plain data at a path of keys, own members only. */
export function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function* entriesOf(program: AST.TOMLProgram): Generator<Entry> {
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') yield* entriesUnder(node, []);
    else for (const pair of node.body) yield* entriesUnder(pair, node.resolvedKey);
  }
}

function* entriesUnder(pair: AST.TOMLKeyValue, table: Entry['path']): Generator<Entry> {
  const keys = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  const path = [...table, ...keys];
  if (pair.value.type === 'TOMLInlineTable') {
    for (const inner of pair.value.body) yield* entriesUnder(inner, path);
  } else yield { path, node: pair.value };
}
