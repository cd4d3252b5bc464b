import type { Alias, Document, Node, Pair, YAMLMap } from 'yaml';
import type { Fault } from '../errors.ts';
import { withoutMark } from './byte-order-mark.ts';
import { depthOf, MOST_OPEN } from './nesting.ts';

/** Where a value stands: the keys and indices that lead to it. */
export type YamlPath = readonly (string | number)[];

/** A parsed document that still knows where each of its values stands. */
export interface YamlDocument {
  readonly value: unknown;
  /** The 1-based place of the value (or, with `key`, of its key) at a path; the nearest parent where there is none. */
  locate(path: YamlPath, key?: 'key'): { line: number; column: number };
  /** The text of a scalar as it was written, without quotes: `1.10` where the value is the number 1.1. */
  written(path: YamlPath): string | undefined;
}

/** What is wrong with a text; and, where keys that stand twice are all that is wrong, the document with the last of each. */
interface YamlFaults {
  readonly faults: Fault[];
  readonly document?: YamlDocument;
}

/** More of them help nobody. */
const MOST_FAULTS = 100;
const TOO_DEEPLY = 'The document is nested too deeply.';

type Yaml = typeof import('yaml');

/**
 * Reads one YAML (or JSON) document. Faults of syntax are returned all at once, with their places. Aliases are bounded, so
 * that a small text cannot unfold into gigabytes; a BOM and CRLF are no faults. With `texts` every scalar stays the text
 * that was written: `1.10` is then not the number 1.1.
 */
export async function parseYaml(
  text: string,
  scalars: 'typed' | 'texts' = 'typed',
): Promise<YamlDocument | YamlFaults> {
  // Evaluated on first use: most steps never parse YAML and should not wait for the parser.
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // The parser needs seconds and gigabytes before it gives up.
  if (depthOf(text) > MOST_OPEN) return { faults: [{ message: TOO_DEEPLY, line: 1, column: 1 }] };
  try {
    const document = yaml.parseDocument(withoutMark(text), {
      lineCounter: lines,
      prettyErrors: false,
      // The parser compares every key with every other one; repeatedKeys() does it in linear time.
      uniqueKeys: false,
      logLevel: 'error',
      schema: scalars === 'texts' ? 'failsafe' : 'core',
    });
    if (document.errors.length > 0) {
      return {
        faults: document.errors
          // Of what the parser says of one place, the last is the plainest.
          .filter(({ pos: [at] }, index, all) => all[index + 1]?.pos[0] !== at)
          .slice(0, MOST_FAULTS)
          .map((error) => ({ message: explained(error), ...place(error.pos[0]) })),
      };
    }
    const loose = looseAlias(yaml, document);
    if (loose) {
      const message = `There is no anchor &${loose.source} before the alias *${loose.source}.`;
      return { faults: [{ message, ...place(loose.range?.[0] ?? 0) }] };
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const located = { value, ...finders(yaml, document, place) };
    const faults = repeatedKeys(yaml, document, place);
    return faults.length > 0 ? { faults, document: located } : located;
  } catch (error) {
    return { faults: [{ message: explained(error as Error), line: 1, column: 1 }] };
  }
}

type PlaceOf = (offset: number) => { line: number; column: number };

function finders(yaml: Yaml, document: Document, place: PlaceOf): Pick<YamlDocument, 'locate' | 'written'> {
  const resolved = (node: unknown) => (yaml.isAlias(node) ? node.resolve(document) : node);
  const pairIn = (parent: unknown, key: string | number | undefined) =>
    yaml.isMap(parent) ? parent.items.findLast((pair) => keyOf(yaml, pair) === String(key)) : undefined;
  const nodeAt = (path: YamlPath): unknown =>
    path.reduce<unknown>((parent, key) => {
      const container = resolved(parent);
      return yaml.isSeq(container) ? container.items[Number(key)] : pairIn(container, key)?.value;
    }, document.contents);
  const offsetOf = (node: unknown) => (yaml.isNode(node) ? node.range?.[0] : undefined);

  const locate: YamlDocument['locate'] = (path, key) => {
    if (path.length === 0) return { line: 1, column: 1 };
    const value = key ? undefined : offsetOf(nodeAt(path));
    const offset = value ?? offsetOf(pairIn(resolved(nodeAt(path.slice(0, -1))), path.at(-1))?.key);
    return offset === undefined ? locate(path.slice(0, -1)) : place(offset);
  };
  const written: YamlDocument['written'] = (path) => {
    const node = resolved(nodeAt(path));
    return yaml.isScalar(node) ? (node.source ?? String(node.value)) : undefined;
  };
  return { locate, written };
}

function keyOf(yaml: Yaml, { key }: Pair): string | undefined {
  return yaml.isScalar(key) ? String(key.value) : undefined;
}

/** The first alias whose anchor does not stand before it. */
function looseAlias(yaml: Yaml, document: Document): Alias | undefined {
  const anchors = new Set<string>();
  // Only the nodes of a document in their order tell what stands before what.
  for (const node of nodesOf(yaml, document)) {
    if (yaml.isAlias(node)) {
      if (!anchors.has(node.source)) return node;
    } else if (node.anchor) anchors.add(node.anchor);
  }
  return undefined;
}

function repeatedKeys(yaml: Yaml, document: Document, place: PlaceOf): Fault[] {
  const faults: Fault[] = [];
  const check = (map: YAMLMap) => {
    const first = new Map<string, number>();
    for (const pair of map.items) {
      if (faults.length >= MOST_FAULTS) return;
      const key = keyOf(yaml, pair);
      const offset = (pair.key as Node).range?.[0];
      if (key === undefined || offset === undefined) continue;
      const before = first.get(key);
      if (before === undefined) first.set(key, offset);
      else {
        const message = `The key ${JSON.stringify(key)} stands here a second time; the first is on line ${place(before).line}.`;
        faults.push({ message, ...place(offset) });
      }
    }
  };
  for (const node of nodesOf(yaml, document)) if (yaml.isMap(node)) check(node);
  return faults;
}

/** Every node in the order in which it stands in the text. */
function* nodesOf(yaml: Yaml, document: Document): Generator<Node> {
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (yaml.isPair(node)) open.push(node.value, node.key);
    if (!yaml.isNode(node)) continue;
    yield node;
    if (yaml.isCollection(node))
      for (let index = node.items.length; index > 0; index -= 1) open.push(node.items[index - 1]);
  }
}

function explained({ name, message }: Error): string {
  if (name === 'RangeError' || /call stack/.test(message)) return 'The document is nested too deeply.';
  if (/multiple documents/.test(message)) return 'A second document begins here (---); expected one document.';
  if (/excessive alias/i.test(message)) return 'The aliases of the document unfold into far more than was written.';
  const told = message.replace(/\s+/g, ' ').trim();
  return /reserved character/.test(told) ? `${told}: write the value in quotes.` : told;
}
