/** A field or, without a name, an inline fragment. */
export interface Selection {
  readonly name: string | undefined;
  readonly alias: string | undefined;
  readonly type: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selections: readonly Selection[];
}

export interface GraphqlOperation {
  readonly kind: 'query' | 'mutation';
  readonly selections: readonly Selection[];
}

type Variables = Readonly<Record<string, unknown>>;

const lexeme = /\s+|,|#[^\n]*|("""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|[{}()[\]:!$=@|&])/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  lexeme.lastIndex = 0;
  while (lexeme.lastIndex < text.length) {
    const at = lexeme.lastIndex;
    const match = lexeme.exec(text);
    if (match === null) throw new SyntaxError(`Expected a GraphQL token at position ${at}`);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

/** Parses the one operation of a GraphQL document and fills in its variables; named fragments and directives are not known. */
export function parseGraphql(text: string, variables: Variables): GraphqlOperation {
  const reader = new Reader(tokenize(text));
  const isMutation = reader.peek() === 'mutation';
  // The name and the types of the variables say nothing that the variables do not.
  while (reader.peek() !== '{') reader.next();
  reader.next();
  return { kind: isMutation ? 'mutation' : 'query', selections: readSelections(reader, variables) };
}

class Reader {
  readonly #tokens: string[];

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens.toReversed();
  }

  peek(): string | undefined {
    return this.#tokens.at(-1);
  }

  next(): string {
    const token = this.#tokens.pop();
    if (token === undefined) throw new SyntaxError('Unexpected end of document');
    return token;
  }

  accept(token: string): boolean {
    return this.peek() === token && this.#tokens.pop() !== undefined;
  }

  expect(token: string): void {
    const found = this.next();
    if (found !== token) throw new SyntaxError(`Expected "${token}", found "${found}"`);
  }

  until<T>(end: string, read: () => T): T[] {
    const items: T[] = [];
    while (!this.accept(end)) items.push(read());
    return items;
  }
}

function readSelections(reader: Reader, variables: Variables): Selection[] {
  return reader.until('}', () =>
    reader.accept('...') ? readFragment(reader, variables) : readField(reader, variables),
  );
}

function readFragment(reader: Reader, variables: Variables): Selection {
  const type = reader.accept('on') ? reader.next() : undefined;
  reader.expect('{');
  return { name: undefined, alias: undefined, type, args: {}, selections: readSelections(reader, variables) };
}

function readField(reader: Reader, variables: Variables): Selection {
  const first = reader.next();
  const name = reader.accept(':') ? reader.next() : first;
  const args = reader.accept('(') ? readPairs(reader, variables, ')') : {};
  const selections = reader.accept('{') ? readSelections(reader, variables) : [];
  return { name, alias: name === first ? undefined : first, type: undefined, args, selections };
}

function readPairs(reader: Reader, variables: Variables, end: string): Record<string, unknown> {
  const pairs = reader.until(end, (): [string, unknown] => {
    const name = reader.next();
    reader.expect(':');
    return [name, readValue(reader, variables)];
  });
  return Object.fromEntries(pairs);
}

const constants: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

function readValue(reader: Reader, variables: Variables): unknown {
  const token = reader.next();
  if (token === '$') return variables[reader.next()] ?? null;
  if (token === '[') return reader.until(']', () => readValue(reader, variables));
  if (token === '{') return readPairs(reader, variables, '}');
  if (token.startsWith('"""')) return token.slice(3, -3);
  if (token.startsWith('"')) return JSON.parse(token);
  if (/^-?\d/.test(token)) return Number(token);
  return Object.hasOwn(constants, token) ? constants[token] : token;
}
