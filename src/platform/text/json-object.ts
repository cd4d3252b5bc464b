import type { Node, ParseError } from 'jsonc-parser';
import type { Fault } from '../errors.ts';
import { markLength, withoutMark } from './byte-order-mark.ts';
import { depthOf, MOST_NESTED, TOO_DEEP } from './nesting.ts';

/** A JSON object that still knows where its values stand. */
export interface JsonObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** The 1-based place of the value at a path; of the nearest parent where there is none. */
  locate(path: readonly (string | number)[]): JsonPlace;
  /** The 1-based place of an offset in the text. */
  placeOf(offset: number): JsonPlace;
  /** Every value at a path with its span in the text: JSON allows a key twice. */
  spans(path: readonly string[]): readonly JsonSpan[];
  /** Every entry of the map at a path; none where something else is there. */
  entries(path: readonly string[]): readonly JsonSpan[];
}

interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/** A value and where its literal stands, in UTF-16 units of the text, its byte order mark included. */
interface JsonSpan {
  readonly key: string;
  readonly value: unknown;
  readonly offset: number;
  readonly length: number;
}

/** Makes the fault of a file, so that the reader finds the place. */
export type FaultIn = (message: string, place?: JsonPlace) => Fault;

const MOST_FAULTS = 10;

/** Reads a text that must hold one JSON object; the faults name their lines. */
export async function parseJsonObject(
  text: string,
  fault: FaultIn,
): Promise<JsonObject | { readonly faults: Fault[] }> {
  const { parseTree, findNodeAtLocation, getNodeValue, printParseErrorCode } = await import('jsonc-parser');
  const start = markLength(text);
  const json = withoutMark(text);
  if (depthOf(json) > MOST_NESTED) return { faults: [fault(`${TOO_DEEP}.`, { line: 1, column: 1 })] };
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0) {
    const told = ({ error, offset }: ParseError) =>
      fault(`not valid JSON: ${words(printParseErrorCode(error))}.`, placeIn(json, offset));
    return { faults: errors.slice(0, MOST_FAULTS).map(told) };
  }
  if (root?.type !== 'object') return { faults: [fault('expected a JSON object.', { line: 1, column: 1 })] };
  const locate: JsonObject['locate'] = (path) => {
    const node = path.length === 0 ? root : findNodeAtLocation(root, [...path]);
    return node ? placeIn(json, node.offset) : locate(path.slice(0, -1));
  };
  const span = (key: string, node: Node): JsonSpan => ({
    key,
    value: getNodeValue(node),
    offset: start + node.offset,
    length: node.length,
  });
  const spans = (nodes: readonly Pair[]) => nodes.map(([key, node]) => span(key, node));
  return {
    value: getNodeValue(root) as Record<string, unknown>,
    locate,
    placeOf: (offset) => placeIn(json, offset - start),
    spans: (path) => spans(pairsAt(root, path)),
    entries: (path) => spans(pairsAt(root, path).flatMap(([, node]) => pairsOf(node))),
  };
}

type Pair = readonly [key: string, value: Node];

/** All nodes that a path of keys leads to. */
function pairsAt(root: Node, path: readonly string[]): readonly Pair[] {
  return path.reduce<readonly Pair[]>(
    (found, key) => found.flatMap(([, node]) => pairsOf(node).filter(([name]) => name === key)),
    [['', root]],
  );
}

function pairsOf(object: Node): Pair[] {
  if (object.type !== 'object') return [];
  return (object.children ?? []).flatMap(({ children }): Pair[] => {
    const [key, value] = children ?? [];
    return key && value ? [[String(key.value), value]] : [];
  });
}

function placeIn(json: string, offset: number): JsonPlace {
  const before = json.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function words(camelCase: string): string {
  return camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
