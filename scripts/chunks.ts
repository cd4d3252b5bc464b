/** The files that the bundler splits off, by what they hold: it only numbers them, and nobody can review a number. */
import { joinedFiles } from './joined-files.ts';

/** A module of the bundle as the bundler's statistics tell it: what was joined into one is nested. */
export interface BundledModule {
  readonly name?: string;
  readonly size?: number;
  /** The chunks that hold it. */
  readonly chunks?: readonly (number | string)[];
  readonly modules?: readonly BundledModule[];
}

type Files = ReadonlyMap<string, Buffer>;

/**
 * The same files, each `NUMBER.index.js` under a name that says what it holds: `lib-yaml.js`, `engine-runs.js`. What several
 * actions share of one room is one file, though the bundler splits it by who uses it, and a small file joins one that is mostly
 * loaded with it. No file gets a reserved name: an action's stub of the name would replace it.
 */
export function namedChunks(
  files: Files,
  modules: readonly BundledModule[],
  reserved: readonly string[],
): Map<string, Buffer> {
  const names = fewer(chunkNames(modules, reserved), files);
  const lookUp = `return "" + chunkId + ".index.js";`;
  const entry = String(files.get('index.js'));
  if (entry.split(lookUp).length !== 2) throw new Error(`The bundler no longer looks up chunks by: ${lookUp}`);
  const table = JSON.stringify(Object.fromEntries(names), undefined, 2);
  const named = new Map<string, Buffer>([
    ['index.js', Buffer.from(entry.replace(lookUp, () => `return ${table}[chunkId];`))],
  ]);
  for (const [file, content] of files) {
    if (file === 'index.js') continue;
    const chunk = /^(\d+)\.index\.js$/.exec(file)?.[1];
    const name = chunk === undefined ? file : names.get(chunk);
    if (name === undefined) throw new Error(`The bundler's statistics do not tell what ${file} holds.`);
    const others = named.get(name);
    named.set(name, others ? joined(others, content) : content);
  }
  return new Map([...named].map(([name, content]) => [name, askedOnce(content, names)]));
}

/** The names of chunks, with those of small files joined to others. */
function fewer(names: ReadonlyMap<string, string>, files: Files): Map<string, string> {
  const sizes = new Map<string, number>();
  for (const [chunk, name] of names) {
    const content = files.get(`${chunk}.index.js`);
    if (content) sizes.set(name, (sizes.get(name) ?? 0) + content.length);
  }
  const asked = [...files.values()].flatMap((content) => [...String(content).matchAll(IMPORT)]);
  const imports = asked.map(
    ([list]) => new Set([...list.matchAll(ASKED)].map(([, chunk = '']) => names.get(chunk) ?? '')),
  );
  const homes = joinedFiles(sizes, imports);
  return new Map([...names].map(([chunk, name]) => [chunk, homes.get(name) ?? name]));
}

/** An import of what is in other chunks: of several or of one. */
const IMPORT = /Promise\.all\(\/\* import\(\) \*\/\[.*?\]\)|\.e\(\/\* import\(\) \*\/ \d+\)/g;
const ASKED = /\.e\((?:\/\* import\(\) \*\/ )?(\d+)\)/g;

/** Of the chunks that one import waits for, each file is asked for once. */
function askedOnce(content: Buffer, names: ReadonlyMap<string, string>): Buffer {
  const lists = String(content).replace(/Promise\.all\(\/\* import\(\) \*\/\[(.*?)\]\)/g, (_, list: string) => {
    const files = new Map(list.split(', ').map((one) => [names.get(/\.e\((\d+)\)$/.exec(one)?.[1] ?? '') ?? one, one]));
    return `Promise.all(/* import() */[${[...files.values()].join(', ')}])`;
  });
  return Buffer.from(lists);
}

const CHUNK = /^export const id = (\d+);\nexport const ids = \[([\d, ]+)\];\nexport const modules = \{\n(.*)\n\};\n$/s;

/** Two chunks in one file. The loader asks a file for all the numbers that it holds. */
function joined(one: Buffer, other: Buffer): Buffer {
  const [first, second] = [one, other].map((content) => CHUNK.exec(String(content)));
  if (!first || !second) throw new Error('The bundler no longer writes a chunk as an id, ids and modules.');
  const [, id, ids, modules] = first;
  const all = `export const ids = [${ids}, ${second[2]}];\nexport const modules = {\n${modules},\n${second[3]}\n};\n`;
  return Buffer.from(`export const id = ${id};\n${all}`);
}

/** A file's name for each chunk, by its number: the same for those of one room; none is reserved (without `.js`). */
export function chunkNames(modules: readonly BundledModule[], reserved: readonly string[] = []): Map<string, string> {
  const contents = contentsOf(modules);
  const taken = new Set<string>(['index', ...reserved]);
  const rooms = new Map<string, string>();
  // By size of what they hold, so that of two alike the larger one has the plain name.
  const order = [...contents].sort(([a, one], [b, other]) => total(other) - total(one) || (a < b ? -1 : 1));
  const names = order.map(([chunk, parts]) => {
    const { room, candidates } = candidatesFor(parts);
    const shared = room === undefined ? undefined : rooms.get(room);
    const name = shared ?? candidates.find((one) => !taken.has(one)) ?? `${candidates.at(-1)}-${chunk}`;
    taken.add(name);
    if (room !== undefined) rooms.set(room, name);
    return [chunk, `${name}.js`] as const;
  });
  return new Map(names.sort(([a], [b]) => Number(a) - Number(b)));
}

/** Modules that stand in more than one chunk. */
export function doubled(modules: readonly BundledModule[]): string[] {
  const twice = modules.filter(({ chunks = [] }) => chunks.length > 1);
  return twice.flatMap((module) => leaves(module).map(({ name = '' }) => name));
}

function contentsOf(modules: readonly BundledModule[]): Map<string, BundledModule[]> {
  const contents = new Map<string, BundledModule[]>();
  for (const module of modules) {
    for (const chunk of module.chunks ?? []) {
      const held = contents.get(String(chunk)) ?? [];
      contents.set(String(chunk), [...held, ...leaves(module)]);
    }
  }
  return contents;
}

function leaves(module: BundledModule): readonly BundledModule[] {
  return module.modules ? module.modules.flatMap(leaves) : [module];
}

/** Names from the plainest on: an action, a library, a room, a room with its largest file; and which room it is of. */
function candidatesFor(parts: readonly BundledModule[]): { candidates: string[]; room?: string } {
  const own = parts.filter(({ name = '' }) => name.includes('/build/src/'));
  const action = own.map(({ name = '' }) => /\/src\/actions\/([^/]+)\.js$/.exec(name)?.[1]).filter((one) => one);
  if (action.length === 1) return { candidates: [`action-${action[0]}`] };
  if (own.length === 0 || total(parts) > 4 * total(own)) {
    const library = largest(parts, ({ name = '' }) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1]);
    return { candidates: [`lib-${plain(library)}`, `lib-${plain(library)}-parts`] };
  }
  const room = largest(own, ({ name = '' }) => /\/build\/src\/((?:[^/]+\/){0,2})/.exec(name)?.[1]);
  const file = largest(own, ({ name = '' }) => /([^/]+)\.js$/.exec(name)?.[1]);
  return { room, candidates: [plain(room), `${plain(room)}-${plain(file)}`] };
}

/** The group that most bytes belong to. */
function largest(parts: readonly BundledModule[], groupOf: (part: BundledModule) => string | undefined): string {
  const sizes = new Map<string, number>();
  for (const part of parts) {
    const group = groupOf(part) ?? 'other';
    sizes.set(group, (sizes.get(group) ?? 0) + (part.size ?? 0));
  }
  return [...sizes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? 'other';
}

function total(parts: readonly BundledModule[]): number {
  return parts.reduce((sum, { size = 0 }) => sum + size, 0);
}

function plain(name: string): string {
  return (
    name
      .replace(/\/$/, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'src'
  );
}
