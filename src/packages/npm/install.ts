import { UserError } from '../../platform/errors.ts';
import { type ClientOptions, CommandMissing, lastWords, runClient } from '../../platform/process/run-client.ts';
import type { ManagerName, PackageManager } from '../workspace/manager.ts';
import { howToInstall } from './lockfile.ts';

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

/** The command that installs what the lock file says; throws a UserError where it is not clear which manager that is. */
export function installCommand({ name, classic, lockFile, doubt }: PackageManager): [string, ...string[]] {
  if (doubt) throw new UserError(doubt);
  if (lockFile === undefined) return [name, ...LOOSE[name]];
  return [name, ...(classic ? ['install', '--frozen-lockfile'] : FROZEN[name])];
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
      throw new UserError(`${command} is not installed here. ${howToInstall(command as ManagerName)}`);
    });
  });
  const output = `${result.stdout}\n${result.stderr}`.trim();
  if (result.exitCode === 0) return output;
  const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
  throw new UserError(`${[command, ...args].join(' ')} ${ending}: ${lastWords(output)}`);
}
