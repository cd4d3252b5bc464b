/** One entry of `packages` in package-lock.json, as far as we look at it. */
interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
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
