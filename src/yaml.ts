import type { Fault } from './errors.ts';

/** A parsed document that still knows where each of its values stands. */
export interface YamlDocument {
  readonly value: unknown;
  /** The 1-based place of the value (or, with `key`, of its key) at a path; the nearest parent where there is none. */
  locate(path: readonly (string | number)[], key?: 'key'): { line: number; column: number };
}

/**
 * Reads one YAML (or JSON) document. Faults of syntax are returned all at once, with their places. Aliases are bounded, so
 * that a small text cannot unfold into gigabytes; a BOM and CRLF are no faults. With `texts` every scalar stays the text
 * that was written: `1.10` is then not the number 1.1.
 */
export async function parseYaml(
  text: string,
  scalars: 'typed' | 'texts' = 'typed',
): Promise<YamlDocument | { faults: Fault[] }> {
  // Evaluated on first use: most steps never parse YAML and should not wait for the parser.
  const { parseDocument, LineCounter, isMap, isNode, isPair, isScalar } = await import(
    /* webpackMode: "eager" */ 'yaml'
  );
  const lines = new LineCounter();
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    schema: scalars === 'texts' ? 'failsafe' : 'core',
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    return { faults: document.errors.map((error) => ({ message: oneLine(error.message), ...place(error.pos[0]) })) };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { faults: [{ message: oneLine((error as Error).message), line: 1, column: 1 }] };
  }
  const keyOffset = (path: readonly (string | number)[]): number | undefined => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    if (!isMap(parent)) return undefined;
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
    );
    return pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
  };
  const locate: YamlDocument['locate'] = (path, key) => {
    if (path.length === 0) return { line: 1, column: 1 };
    const node = key ? undefined : document.getIn(path, true);
    const offset = (isNode(node) ? node.range?.[0] : undefined) ?? keyOffset(path);
    return offset === undefined ? locate(path.slice(0, -1)) : place(offset);
  };
  return { value, locate };
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
