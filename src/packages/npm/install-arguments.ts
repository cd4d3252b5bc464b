import { UserError } from '../../platform/errors.ts';
import type { ManagerName, PackageManager } from '../workspace/manager.ts';

const FROZEN: Readonly<Record<ManagerName, readonly string[]>> = {
  npm: ['ci'],
  pnpm: ['install', '--frozen-lockfile'],
  yarn: ['install', '--immutable'],
  bun: ['install', '--frozen-lockfile'],
};
/** A repository without a lock file does not get one on the way. */
const LOOSE: Readonly<Record<ManagerName, readonly string[]>> = {
  npm: ['install', '--no-package-lock', '--no-audit', '--no-fund'],
  pnpm: ['install', '--no-lockfile'],
  yarn: ['install', '--no-lockfile'],
  bun: ['install', '--no-save'],
};

/** How the manager installs what the lock file says; throws a UserError where it is not clear which manager that is. */
export function installArguments({ name, classic, lockFile, doubt }: PackageManager): readonly string[] {
  if (doubt) throw new UserError(doubt);
  if (lockFile === undefined) return LOOSE[name];
  return classic ? ['install', '--frozen-lockfile'] : FROZEN[name];
}
