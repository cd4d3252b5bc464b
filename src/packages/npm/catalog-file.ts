import type { Document, Node, Scalar, YAMLMap } from 'yaml';
import { UserError } from '../../platform/errors.ts';
import { markLength, withoutMark } from '../../platform/text/byte-order-mark.ts';
import type { Edit } from '../../platform/text/edits.ts';
import { depthOf, MOST_OPEN } from '../../platform/text/nesting.ts';
import type { CatalogEntry } from './catalog-entry.ts';

/** A pnpm-workspace.yaml or .yarnrc.yml, as far as it has catalogs. */
export interface CatalogFile {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly catalogs: readonly CatalogEntry[];
  /** Names pinned for the whole tree by `overrides`. */
  readonly overrides: readonly string[];
  /** What else an edit at an offset would change: the YAML aliases of that value, and how each keeps the old one. */
  readonly echoes: ReadonlyMap<number, readonly Edit[]>;
}

/** Reads the file; throws a UserError with the place of every fault. https://pnpm.io/catalogs, https://yarnpkg.com/features/catalogs */
export async function parseCatalogFile(text: string, file: string): Promise<CatalogFile> {
  const yaml = await import('yaml');
  try {
    if (depthOf(text) > MOST_OPEN) throw new RangeError();
    return read(yaml, text, file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError({ message: `${file}: it is nested too deeply to be read.`, file, line: 1, column: 1 });
  }
}

function read(yaml: Yaml, text: string, file: string): CatalogFile {
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(withoutMark(text), { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map(({ message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        return { message: `${file}: not valid YAML: ${message.replace(/\s+/g, ' ')}`, file, line, column: col };
      }),
    );
  }
  const reader = readerOf(yaml, document, text);
  const named = reader.mapAt(document.get('catalogs', true));
  const overrides = reader.mapAt(document.get('overrides', true));
  return {
    file,
    text,
    catalogs: [
      ...reader.entries(document.get('catalog', true), { catalog: 'default', kind: 'catalog' }),
      ...reader
        .keys(named)
        .flatMap((key) => reader.entries(named?.get(key, true), { catalog: key, kind: `catalogs.${key}` })),
    ],
    overrides: reader.keys(overrides),
    echoes: reader.echoes(),
  };
}

type Yaml = typeof import('yaml');
type Which = Pick<CatalogEntry, 'catalog' | 'kind'>;

function readerOf({ isAlias, isMap, isScalar, visit }: Yaml, document: Document.Parsed, text: string) {
  const start = markLength(text);
  const aliased = new Map<unknown, Node[]>();
  visit(document, {
    Alias(_, alias) {
      const meant = alias.resolve(document);
      aliased.set(meant, [...(aliased.get(meant) ?? []), alias]);
    },
  });
  const mapAt = (node: unknown): YAMLMap | undefined => {
    const meant = isAlias(node) ? node.resolve(document) : node;
    return isMap(meant) ? meant : undefined;
  };
  const keys = (map: YAMLMap | undefined) =>
    (map?.items ?? []).flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));

  /** A value that several places share by an anchor is edited for its own place alone. */
  function entry(name: string, value: unknown, which: Which, shared: string | undefined): CatalogEntry[] {
    const meant = isAlias(value) ? value.resolve(document) : value;
    if (!isScalar(meant) || !(value as Node).range) return [];
    const specifier = meant.source ?? String(meant.value);
    const edit = (to: string) => spanEdit(value as Node, quoted(to, meant), start);
    return [{ ...which, name, specifier, edit: shared ?? edit }];
  }

  function entries(node: unknown, which: Which, shared?: string): CatalogEntry[] {
    const map = mapAt(node);
    if (!map) return [];
    const byAnchor = shared ?? (aliased.has(map) ? sharedBy(map.anchor) : undefined);
    return map.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (name === '<<') return entries(value, which, sharedBy((value as { source?: string }).source));
      return entry(name, value, which, byAnchor);
    });
  }

  function echoes(): Map<number, Edit[]> {
    const scalars = [...aliased].filter((one): one is [Scalar, Node[]] => isScalar(one[0]));
    return new Map(
      scalars.map(([scalar, aliases]) => {
        const [from = 0, end = 0] = scalar.range ?? [];
        const before = text.slice(start + from, start + end);
        return [start + from, aliases.map((alias) => spanEdit(alias, before, start))];
      }),
    );
  }

  return { mapAt, keys, entries, echoes };
}

function sharedBy(anchor: string | undefined): string {
  return `it stands in a map that is shared by the YAML anchor &${anchor ?? '…'}; write out each catalog's own entry`;
}

/** Replaces a value's own bytes; what follows it on the line (comments, blanks) is not its own. */
function spanEdit({ range }: Node, text: string, start: number): Edit {
  const [from = 0, end = 0] = range ?? [];
  return { offset: start + from, length: end - from, text };
}

/** The range in the quotes of the value before it. */
function quoted(range: string, { type }: Scalar): string {
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' || !isPlain(range) ? "'" : '';
  return quote + range + quote;
}

/** Whether the range may stand without quotes; `>=1` and `1.10` would be read as something else. */
function isPlain(range: string): boolean {
  return /^(\^|~|npm:|workspace:|\d+\.\d+\.)[^#]*$/.test(range);
}
