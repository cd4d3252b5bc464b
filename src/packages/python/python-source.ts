import type { TextSpan } from './place.ts';

/**
 * As much of Python as is needed to tell a version from text that looks like one: strings, comments, brackets and
 * statements. https://docs.python.org/3/reference/lexical_analysis.html
 */
interface Token extends TextSpan {
  readonly kind: 'name' | 'string' | 'operator' | 'newline';
  readonly text: string;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** What is assigned to a name: a plain string, by its span without the quotes, or something that must be computed. */
export type Assigned =
  | ({ readonly kind: 'literal' } & TextSpan)
  | { readonly kind: 'expression'; readonly start: number };

/** What the module assigns to one of these names at its top level, in the order of the file. */
export function assignmentsTo(names: readonly string[], source: string): Assigned[] {
  const found: Assigned[] = [];
  for (const statement of statements(tokenize(source))) {
    const at = assignedValueIndex(statement, names, source);
    if (at !== undefined) found.push(literalOf(statement.slice(at), source));
  }
  return found;
}

/** What the calls of setuptools' `setup(…)` pass for a keyword argument such as `version`. */
export function setupArguments(keyword: string, source: string): Assigned[] {
  const tokens = tokenize(source).filter((token) => token.kind !== 'newline');
  const found: Assigned[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'name' || token.text !== 'setup' || tokens[index + 1]?.text !== '(') continue;
    const [owner, before] = [tokens[index - 2]?.text ?? '', tokens[index - 1]?.text];
    if (before === 'def' || (before === '.' && !['setuptools', 'core'].includes(owner))) continue;
    const end = tokens.findIndex((other, at) => at > index + 1 && other.text === ')' && other.depth === token.depth);
    const inside = tokens.slice(index + 2, end < 0 ? undefined : end);
    const at = inside.findIndex(
      (one, i) =>
        one.kind === 'name' && one.text === keyword && one.depth === token.depth + 1 && inside[i + 1]?.text === '=',
    );
    if (at >= 0) found.push(literalOf(inside.slice(at + 2), source));
  }
  return found;
}

/** Where the value begins in `a = b = value` or `a: T = value` at the start of a line, if one of the targets is asked for. */
function assignedValueIndex(statement: readonly Token[], names: readonly string[], source: string): number | undefined {
  const [first] = statement;
  if (!first || !/(^|[\r\n\uFEFF])$/.test(source.slice(Math.max(0, first.start - 1), first.start))) return undefined;
  let matched = false;
  let at = 0;
  while (statement[at]?.kind === 'name') {
    const isAnnotated = at === 0 && statement[1]?.text === ':';
    const equals = isAnnotated ? statement.findIndex(({ text, depth }) => text === '=' && depth === 0) : at + 1;
    if (statement[equals]?.text !== '=') break;
    matched ||= names.includes(statement[at]?.text ?? '');
    at = equals + 1;
  }
  return matched ? at : undefined;
}

function literalOf(tokens: readonly Token[], source: string): Assigned {
  const [value, after] = tokens;
  const expression = { kind: 'expression', start: value?.start ?? source.length } as const;
  const endsHere = after === undefined || [',', ')', ';'].includes(after.text);
  if (value?.kind !== 'string' || !endsHere) return expression;
  const parts = /^(?:[uUrR]?)("""|'''|"|')/.exec(value.text);
  if (!parts?.[1] || value.text.includes('\\')) return expression;
  return { kind: 'literal', start: value.start + parts[0].length, end: value.end - parts[1].length };
}

function* statements(tokens: readonly Token[]): Generator<Token[]> {
  let statement: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'newline' && token.depth === 0) {
      yield statement;
      statement = [];
    } else if (token.kind !== 'newline') statement.push(token);
  }
  yield statement;
}

const SKIPPED = /(?:[ \t\f\uFEFF]|\\\r?\n|#[^\r\n]*)+/y;
const NEWLINE = /\r?\n|\r/y;
const WORD = /[\p{L}\p{N}_]+/uy;
const QUOTE = /"""|'''|"|'/y;

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    at = matchEnd(SKIPPED, source, at) ?? at;
    if (at >= source.length) break;
    const start = at;
    const kind = kindAt(source, start);
    at = tokenEnd(kind, source, start);
    const text = source.slice(start, at);
    if (kind === 'operator' && ')]}'.includes(text)) depth = Math.max(0, depth - 1);
    tokens.push({ kind, text, start, end: at, depth });
    if (kind === 'operator' && '([{'.includes(text)) depth += 1;
  }
  return tokens;
}

function kindAt(source: string, at: number): Token['kind'] {
  if (matchEnd(NEWLINE, source, at)) return 'newline';
  if (stringEnd(source, at)) return 'string';
  return matchEnd(WORD, source, at) ? 'name' : 'operator';
}

function tokenEnd(kind: Token['kind'], source: string, at: number): number {
  if (kind === 'newline') return matchEnd(NEWLINE, source, at) ?? at + 1;
  if (kind === 'string') return stringEnd(source, at) ?? at + 1;
  if (kind === 'name') return matchEnd(WORD, source, at) ?? at + 1;
  // `==` and its like are no assignment.
  return /^(?:[=!<>:+\-*/%&|^@]=)/.test(source.slice(at, at + 2)) ? at + 2 : at + 1;
}

/** Where a string literal that begins at `at`, prefix included, ends; undefined if none begins there or it never ends. */
function stringEnd(source: string, at: number): number | undefined {
  const prefix = /^[bfrtuBFRTU]{0,2}(?=["'])/.exec(source.slice(at, at + 3));
  if (!prefix) return undefined;
  const open = at + prefix[0].length;
  const body = matchEnd(QUOTE, source, open);
  if (body === undefined) return undefined;
  const quote = source.slice(open, body);
  for (let index = body; index < source.length; index += 1) {
    if (source.startsWith(quote, index)) return index + quote.length;
    if (source[index] === '\\') index += 1;
    else if (quote.length === 1 && (source[index] === '\n' || source[index] === '\r')) return undefined;
  }
  return undefined;
}

function matchEnd(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}
