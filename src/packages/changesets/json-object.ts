import type { ParseError } from 'jsonc-parser';
import type { Fault } from '../../platform/errors.ts';
import type { SourceTree } from './source-tree.ts';

/** A JSON object that still knows where its values stand. */
export interface JsonObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** The 1-based place of the value at a path; of the nearest parent where there is none. */
  locate(path: readonly (string | number)[]): { line: number; column: number };
}

/** Reads a file that must hold one JSON object; a fault names the line. */
export async function parseJsonObject(tree: SourceTree, file: string, text: string): Promise<JsonObject | Fault> {
  const { parseTree, findNodeAtLocation, getNodeValue, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const place = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  const [error] = errors;
  if (error) {
    const what = printParseErrorCode(error.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    return tree.fault(`this is not valid JSON: ${what}.`, file, place(error.offset));
  }
  if (root?.type !== 'object') return tree.fault('a JSON object was expected.', file, { line: 1, column: 1 });
  const locate: JsonObject['locate'] = (path) => {
    const node = path.length === 0 ? root : findNodeAtLocation(root, [...path]);
    return node ? place(node.offset) : locate(path.slice(0, -1));
  };
  return { value: getNodeValue(root) as Record<string, unknown>, locate };
}
