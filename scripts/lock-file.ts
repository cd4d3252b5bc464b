import semver from 'semver';

/** One entry of `packages` in package-lock.json, as far as we look at it. */
interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly engines?: unknown;
  readonly [key: string]: unknown;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, Entry>>;
  readonly [key: string]: unknown;
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * The lock file with an entry for every optional dependency. npm leaves out those that the registry of the machine it ran on
 * does not have, such as the programs for other systems, and `npm ci` then refuses the lock file (npm/cli#4828). What is
 * added has no digest: npm resolves it where it is needed.
 */
export function completeLockFile(lock: LockFile): LockFile {
  const added = missingOptionals(lock).map(({ name, version, dev }) => [
    `node_modules/${name}`,
    { version, ...(dev && { dev }), optional: true, ...platformOf(name) },
  ]);
  if (added.length === 0) return lock;
  const packages = [...Object.entries(lock.packages), ...added] as [string, Entry][];
  packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(packages) };
}

/**
 * The lock file without what packages demand of the Node that runs npm, where that is more than we promise: they run under the Node
 * that is among them. npm would warn of each at every `npm ci`.
 */
export function withoutEngines(lock: LockFile): LockFile {
  const strict = new Set(strictEngines(lock));
  const packages = Object.entries(lock.packages).map(([path, entry]) => {
    if (!strict.has(path)) return [path, entry];
    const { engines: _, ...rest } = entry;
    return [path, rest];
  });
  return { ...lock, packages: Object.fromEntries(packages) };
}

/** The packages that do not run under every Node that ours promises to be installed with. */
export function strictEngines({ packages }: LockFile): string[] {
  const promised = nodeOf(packages['']) ?? '*';
  return Object.entries(packages)
    .filter(([path, entry]) => {
      const wanted = nodeOf(entry);
      return path !== '' && wanted !== undefined && !semver.subset(promised, wanted);
    })
    .map(([path]) => path);
}

/** Old packages have a list here. */
function nodeOf(entry: Entry | undefined): string | undefined {
  const { engines } = entry ?? {};
  if (typeof engines !== 'object' || engines === null || !('node' in engines)) return undefined;
  return semver.validRange(String(engines.node)) ?? undefined;
}

/** The optional dependencies that the lock file's packages name and that it has no entry for. */
export function missingOptionals({ packages }: LockFile): { name: string; version: string; dev: boolean }[] {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !isLocked(name, path, packages))
      .map(([name, version]) => ({ name, version, dev })),
  );
  return wanted.filter(({ name }, index) => wanted.findIndex((other) => other.name === name) === index);
}

function isLocked(name: string, from: string, packages: LockFile['packages']): boolean {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/** What a package's name says of the machines it is for; npm fetches it on no other. */
function platformOf(name: string) {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => /^gnu/.test(word))
      ? ['glibc']
      : [];
  return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }), ...(libc.length > 0 && { libc }) };
}
