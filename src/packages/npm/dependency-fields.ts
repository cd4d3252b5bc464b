import type { Node, ParseError } from 'jsonc-parser';
import { type Fault, UserError } from '../../platform/errors.ts';

/** Where a package.json lists what it needs. */
export const DEPENDENCY_KINDS = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
] as const;
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

/** One dependency as it is written, and where its specifier's string literal stands in the text. */
export interface Dependency {
  readonly kind: DependencyKind;
  readonly name: string;
  readonly specifier: string;
  readonly offset: number;
  readonly length: number;
}

/** What we use of a package.json. */
export interface PackageJson {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly name?: string;
  readonly packageManager?: string;
  /** Globs of the folders of npm's and yarn's workspaces. */
  readonly workspaces: readonly string[];
  readonly dependencies: readonly Dependency[];
  /** Packages that are pinned for the whole tree, by the field that does it: `pnpm.overrides` → names. */
  readonly overrides: ReadonlyMap<string, readonly string[]>;
}

/** Reads a package.json; throws a UserError with the place of every fault. */
export async function parsePackageJson(text: string, file: string): Promise<PackageJson> {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const faultAt = (offset: number, message: string): Fault => ({
    message: `${file}: ${message}`,
    file,
    ...placeOf(text.slice(start), offset),
  });
  const { tree, at } = await parseTree(text.slice(start), faultAt);
  const faults: Fault[] = [];
  const dependencies = DEPENDENCY_KINDS.flatMap((kind) =>
    properties(tree, kind).flatMap((section) =>
      dependenciesOf(section, kind, start, (node, message) => faults.push(faultAt(node.offset, message))),
    ),
  );
  if (faults.length > 0) throw new UserError(faults);
  const name = at('name');
  const packageManager = at('packageManager');
  return {
    file,
    text,
    ...(typeof name === 'string' && { name }),
    ...(typeof packageManager === 'string' && { packageManager }),
    workspaces: texts(at('workspaces')) ?? texts(at('workspaces', 'packages')) ?? [],
    dependencies,
    overrides: overridesOf(at),
  };
}

/** The syntax tree of a JSON object, and its values by path. */
async function parseTree(json: string, faultAt: (offset: number, message: string) => Fault) {
  const jsonc = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const tree = jsonc.parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0) {
    const describe = ({ error, offset }: ParseError) =>
      faultAt(offset, `not valid JSON: ${words(jsonc.printParseErrorCode(error))}`);
    throw new UserError(errors.slice(0, 10).map(describe));
  }
  if (tree?.type !== 'object') throw new UserError(faultAt(0, 'expected a JSON object'));
  const at = (...path: string[]): unknown => {
    const node = jsonc.findNodeAtLocation(tree, path);
    return node ? jsonc.getNodeValue(node) : undefined;
  };
  return { tree, at };
}

/** Every value under that key of an object: JSON allows a key twice. */
function properties(object: Node, key: string): Node[] {
  return (object.children ?? [])
    .filter(({ children }) => children?.[0]?.value === key)
    .flatMap(({ children }) => (children?.[1] ? [children[1]] : []));
}

function dependenciesOf(
  section: Node,
  kind: DependencyKind,
  start: number,
  fault: (node: Node, message: string) => void,
): Dependency[] {
  if (section.type !== 'object') {
    fault(section, `${kind} is not a map from package names to ranges`);
    return [];
  }
  return (section.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    if (!key || !value) return [];
    if (value.type !== 'string') {
      fault(value, `${kind} has no text for ${JSON.stringify(key.value)}; expected a version range such as "^1.2.3"`);
      return [];
    }
    const { offset, length } = value;
    return [{ kind, name: key.value as string, specifier: value.value as string, offset: start + offset, length }];
  });
}

function overridesOf(at: (...path: string[]) => unknown): Map<string, string[]> {
  const fields = [['overrides'], ['pnpm', 'overrides'], ['resolutions']];
  return new Map(fields.map((path) => [path.join('.'), [...keysWithin(at(...path))]]));
}

/** The names that an overrides map speaks of, at any depth: `a>b@1`, `a/**`/b` and nested maps included. */
function* keysWithin(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    for (const part of key.split(/>|\*\*\//)) {
      const name = /^(?:[^@]*\/)?((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(part.trim())?.[1];
      if (name) yield name;
    }
    yield* keysWithin(inner);
  }
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function words(camelCase: string): string {
  return camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
