import type { Scalar } from 'yaml';
import { UserError } from '../../platform/errors.ts';
import type { Edit } from '../../platform/text/edits.ts';

/** One entry of one of pnpm's catalogs, and how to write another range in its place. */
export interface CatalogEntry {
  /** `default` for the catalog without a name. */
  readonly catalog: string;
  readonly name: string;
  readonly specifier: string;
  readonly edit: (specifier: string) => Edit;
}

/** What we use of a pnpm-workspace.yaml. */
export interface PnpmWorkspace {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly packages: readonly string[];
  readonly catalogs: readonly CatalogEntry[];
  /** Names pinned for the whole tree by `overrides`. */
  readonly overrides: readonly string[];
}

/** Reads a pnpm-workspace.yaml; throws a UserError with the place of every fault. https://pnpm.io/pnpm-workspace_yaml */
export async function parsePnpmWorkspace(text: string, file: string): Promise<PnpmWorkspace> {
  const { parseDocument, LineCounter, isMap, isScalar } = await import('yaml');
  const lines = new LineCounter();
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const document = parseDocument(text.slice(start), { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map(({ message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        return { message: `${file}: not valid YAML: ${message.replace(/\s+/g, ' ')}`, file, line, column: col };
      }),
    );
  }
  const entriesOf = (node: unknown, catalog: string): CatalogEntry[] => {
    if (!isMap(node)) return [];
    return node.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !isScalar(value) || !value.range) return [];
      const specifier = value.source ?? String(value.value);
      return [{ catalog, name: String(key.value), specifier, edit: (to) => editScalar(value, to, start) }];
    });
  };
  const named = document.get('catalogs', true);
  const listed = document.toJS({ maxAliasCount: 100 })?.packages as unknown;
  const overrides = document.get('overrides', true);
  return {
    file,
    text,
    packages: Array.isArray(listed) ? listed.filter((one): one is string => typeof one === 'string') : [],
    catalogs: [
      ...entriesOf(document.get('catalog', true), 'default'),
      ...(isMap(named)
        ? named.items.flatMap(({ key, value }) => entriesOf(value, isScalar(key) ? String(key.value) : ''))
        : []),
    ],
    overrides: isMap(overrides) ? overrides.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [],
  };
}

/** Replaces the scalar's own bytes, its quotes kept; what follows it on the line (comments, blanks) is not its own. */
function editScalar(node: Scalar, to: string, start: number): Edit {
  const [from = 0, end = 0] = node.range ?? [];
  const quote = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' || !isPlain(to) ? "'" : '';
  return { offset: start + from, length: end - from, text: quote + to + quote };
}

/** Whether the range may stand without quotes; `>=1` and `1.10` would be read as something else. */
function isPlain(range: string): boolean {
  return /^(\^|~|npm:|workspace:|\d+\.\d+\.)[^#]*$/.test(range);
}
