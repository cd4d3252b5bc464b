import { UserError } from '../../platform/errors.ts';
import { type ClientOptions, CommandMissing, lastWords, runClient } from '../../platform/process/run-client.ts';
import type { PackageJson } from './dependency-fields.ts';
import { findPackageManager, type PackageManager } from './lockfile.ts';

const FROZEN: Readonly<Record<PackageManager['name'], readonly string[]>> = {
  npm: ['ci'],
  pnpm: ['install', '--frozen-lockfile'],
  yarn: ['install', '--immutable'],
  'yarn classic': ['install', '--frozen-lockfile'],
};
/** A repository without a lock file does not get one on the way. */
const LOOSE: Readonly<Record<string, readonly string[]>> = {
  npm: ['install', '--no-package-lock', '--no-audit', '--no-fund'],
  pnpm: ['install', '--no-lockfile'],
  yarn: ['install', '--no-lockfile'],
};

/** The command that installs what the lock file says, by the manager that keeps it; `fallback` where there is none. */
export async function installCommand(
  directory: string,
  root: PackageJson,
  fallback: string,
): Promise<[string, ...string[]]> {
  const manager = await findPackageManager(directory, root);
  if (manager) return [manager.command, ...FROZEN[manager.name]];
  const loose = LOOSE[fallback];
  if (loose) return [fallback, ...loose];
  throw new UserError(`Packages of ${fallback} are not installed by this action. Replace its step with your own.`);
}

/** Runs it; what is not on PATH is asked of corepack first. Returns what it printed; throws a UserError with its last words. */
export async function install(
  [command, ...args]: readonly [string, ...string[]],
  options: ClientOptions,
): Promise<string> {
  const run = () => runClient(command, args, { timeout: 1_200_000, ...options });
  const result = await run().catch(async (error: unknown) => {
    if (!(error instanceof CommandMissing)) throw error;
    await runClient('corepack', ['enable', command], options).catch(() => undefined);
    return run().catch(() => {
      throw new UserError(
        `${command} is not installed here. Add a step that brings it (pnpm/action-setup, corepack) before this one.`,
      );
    });
  });
  const output = `${result.stdout}\n${result.stderr}`.trim();
  if (result.exitCode === 0) return output;
  const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
  throw new UserError(`${[command, ...args].join(' ')} ${ending}: ${lastWords(output)}`);
}
