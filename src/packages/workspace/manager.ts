import { isRecord } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import type { PackageJson } from './package-json.ts';
import type { SourceTree } from './source-tree.ts';

export const MANAGER_NAMES = ['npm', 'pnpm', 'yarn', 'bun'] as const;
export type ManagerName = (typeof MANAGER_NAMES)[number];

/** Who manages the packages of a workspace. One answer, for whatever reads, installs, versions, packs or runs there. */
export interface PackageManager {
  readonly name: ManagerName;
  /** Yarn 1, whose commands are others. */
  readonly classic: boolean;
  /** The versions of it that the workspace works with, as a range; absent: nothing is said. */
  readonly wanted?: string;
  /** What says so, for people: `packageManager of package.json`. */
  readonly wantedBy?: string;
  /** The lock file that it keeps here; absent: there is none. */
  readonly lockFile?: string;
  /** A sentence that says why nobody can be sure, and what to do. Reading is possible all the same, acting is not. */
  readonly doubt?: string;
}

/** In the order in which a lock file decides where nothing else does. */
const LOCK_FILES_OF: Readonly<Record<ManagerName, readonly string[]>> = {
  yarn: ['yarn.lock'],
  pnpm: ['pnpm-lock.yaml'],
  // npm itself prefers the shrinkwrap.
  npm: ['npm-shrinkwrap.json', 'package-lock.json'],
  bun: ['bun.lock', 'bun.lockb'],
};
/** The names of all of them. */
export const LOCK_FILES: readonly string[] = Object.values(LOCK_FILES_OF).flat();

/**
 * Decides by what the root package.json declares (`packageManager`, then `devEngines.packageManager`), then by the lock file,
 * then by a pnpm-workspace.yaml; npm where nothing says anything.
 */
export async function decideManager(tree: SourceTree, root: PackageJson | undefined): Promise<PackageManager> {
  const { files } = await tree.list('');
  const declared = root && declaredManager(root);
  const locked = Object.entries(LOCK_FILES_OF).flatMap(([name, candidates]) => {
    const lockFile = candidates.find((one) => files.includes(one));
    return lockFile === undefined ? [] : [{ name: name as ManagerName, lockFile }];
  });
  const isPnpm = files.includes('pnpm-workspace.yaml');
  const name = declared?.name ?? (isPnpm ? 'pnpm' : locked[0]?.name) ?? 'npm';
  const lockFile = locked.find((one) => one.name === name)?.lockFile;
  const lock = lockFile === undefined ? {} : await versionByLock(tree, name, lockFile);
  const { version: wanted, by: wantedBy } = declared?.version === undefined ? lock : declared;
  const doubt = doubtOf({ name, lockFile, declared, isPnpm, locked: locked.map((one) => one.lockFile) });
  return {
    name,
    classic: name === 'yarn' && /^[\^~]?[01](\.|$)/.test(wanted ?? ''),
    ...(wanted !== undefined && wantedBy !== undefined && { wanted, wantedBy }),
    ...(lockFile !== undefined && { lockFile }),
    ...(doubt !== undefined && { doubt }),
  };
}

interface Said {
  /** A range. */
  readonly version?: string;
  readonly by?: string;
}

/** https://github.com/nodejs/corepack#when-authoring-packages, https://docs.npmjs.com/cli/configuring-npm/package-json#devengines */
function declaredManager({ packageManager, json, file }: PackageJson): (Said & { name: ManagerName }) | undefined {
  const [, named = '', exact] = /^(\w+)@([^+\s]+)/.exec(packageManager ?? '') ?? [];
  if (isManager(named)) return { name: named, ...(exact && { version: exact, by: `packageManager of ${file}` }) };
  const { devEngines } = json.value;
  const engines = [isRecord(devEngines) ? devEngines.packageManager : []].flat();
  const engine = engines.filter(isRecord).find((one) => isManager(scalarText(one.name)));
  if (!engine) return undefined;
  const range = typeof engine.version === 'string' ? engine.version : undefined;
  const by = `devEngines.packageManager of ${file}`;
  return { name: engine.name as ManagerName, ...(range !== undefined && { version: range, by }) };
}

function isManager(name: string): name is ManagerName {
  return MANAGER_NAMES.some((one) => one === name);
}

/** A frozen lock file is read by some major versions of its manager only. */
async function versionByLock(tree: SourceTree, name: ManagerName, lockFile: string): Promise<Said> {
  if (name !== 'pnpm' && name !== 'yarn') return {};
  const text = (await tree.read([lockFile])).get(lockFile) ?? '';
  const version = name === 'pnpm' ? pnpmOf(text) : yarnOf(text);
  return version === undefined ? {} : { version, by: lockFile };
}

function pnpmOf(text: string): string | undefined {
  const [, major] = /^lockfileVersion: *['"]?(\d+)/m.exec(text) ?? [];
  if (major === undefined) return undefined;
  if (Number(major) <= 5) return '^7';
  return Number(major) < 9 ? '^8' : '>=9';
}

function yarnOf(text: string): string | undefined {
  if (/^# yarn lockfile v1$/m.test(text)) return '^1';
  const [, format] = /^__metadata:\r?\n {2}version: (\d+)/m.exec(text) ?? [];
  if (format === undefined) return undefined;
  return Number(format) >= 8 ? '>=4' : '>=2';
}

interface Signs {
  readonly name: ManagerName;
  readonly lockFile: string | undefined;
  readonly declared: Said | undefined;
  readonly isPnpm: boolean;
  /** The lock files of all managers that have one. */
  readonly locked: readonly string[];
}

function doubtOf({ name, lockFile, declared, isPnpm, locked }: Signs): string | undefined {
  const list = locked.join(', ');
  if (lockFile === undefined && locked.length > 0) {
    const by = declared ? (declared.by ?? 'package.json') : 'pnpm-workspace.yaml';
    return `The package manager is ${name} by ${by}, but the lock file is ${list}. Make them agree.`;
  }
  if (declared || isPnpm || locked.length < 2) return undefined;
  return `Several lock files are there: ${list}. Name the manager that counts by the packageManager field of package.json, or remove the others.`;
}
