import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Fault, UserError } from '../../platform/errors.ts';
import { pathInside } from '../../platform/files/path-inside.ts';
import { replaceFiles } from '../../platform/files/replace-files.ts';
import type { Log } from '../../platform/runner/log.ts';
import { readText } from '../../platform/text/edits.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { isExactVersion, type PackageVersion } from '../registries/package.ts';
import { cliRegistry } from '../registries/package-registry.ts';
import { adviceFor } from '../registries/verification-report.ts';
import { verifyPublished } from '../registries/verify.ts';
import { isNpmName } from '../workspace/npm-name.ts';
import { refreshCommand, refreshLockfile } from './lockfile.ts';
import { planUpdates, type UpdatePlan, type WantedVersions } from './plan-updates.ts';
import { readWorkspaceFiles, type WorkspaceFiles } from './workspace-files.ts';

/** Checks the versions input: npm names and exact versions; throws a UserError with every fault. */
export function checkVersions(versions: WantedVersions): void {
  const faults: Fault[] = Object.entries(versions).flatMap(([name, version]) => {
    if (!isNpmName(name)) return [{ message: `Input versions: ${JSON.stringify(name)} is not an npm package name.` }];
    if (isExactVersion(version)) return [];
    return [
      {
        message: `Input versions, ${name}: ${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1.`,
      },
    ];
  });
  if (faults.length > 0) throw new UserError(faults);
}

/** Reads the folder and decides what is to be written; throws a UserError for malformed files and downgrades. */
export async function prepareUpdate(directory: string, workspace: string, versions: WantedVersions) {
  const files = await readWorkspaceFiles(directory, workspace);
  const plan = planUpdates(files, versions);
  if (plan.faults.length > 0) throw new UserError(plan.faults);
  return { files, plan };
}

interface UpdateSurroundings {
  readonly workspace: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds to wait until the registry serves the new versions. */
  readonly timeoutMs: number;
}

/**
 * Writes the planned changes and, with `lockfile`, refreshes the lock file once the registry serves the new versions. Either
 * all of it happens or nothing does. Returns the files that changed, relative to the workspace. Throws a UserError where no
 * manager can be told, or a version is not served in time.
 */
export async function applyUpdate(
  { files, plan }: { files: WorkspaceFiles; plan: UpdatePlan },
  { versions, lockfile }: { versions: WantedVersions; lockfile: boolean },
  surroundings: UpdateSurroundings,
): Promise<string[]> {
  const { workspace, env, log, signal } = surroundings;
  const { directory } = files;
  const manager = lockfile && (await hasLockFile(files)) ? files.manager : undefined;
  if (lockfile && !manager)
    log.info(`There is no lock file in ${named(directory, workspace) || 'the workspace'}, so none is refreshed.`);
  if (manager) await untilServed(fromRegistry({ files, plan }, versions), directory, surroundings);

  const replacements = plan.changes.map(({ file, after }) => ({ path: join(workspace, file), file, text: after }));
  const lockPath =
    manager?.lockFile === undefined
      ? undefined
      : await pathInside(workspace, join(directory, manager.lockFile), manager.lockFile);
  const before = lockPath ? await readFile(lockPath) : undefined;
  const refresh = async () => {
    if (!manager) return;
    const { command, args } = refreshCommand(manager);
    log.info(`Refreshing ${manager.lockFile}: ${[command, ...args].join(' ')}`);
    await refreshLockfile(manager, { cwd: directory, env, signal });
  };
  await replaceFiles(replacements, {
    within: workspace,
    guarded: lockPath ? [lockPath] : [],
    finish: refresh,
    signal,
  });
  const lockChanged = lockPath && before && !before.equals(await readFile(lockPath));
  return [...plan.changes.map(({ file }) => file), ...(lockChanged ? [named(lockPath, workspace)] : [])];
}

/** Whether there is a lock file to refresh; throws a UserError where it is not clear which manager keeps it, or it is of another kind. */
async function hasLockFile({ directory, manager }: WorkspaceFiles): Promise<boolean> {
  if (manager.doubt) throw new UserError(`${manager.doubt} Or set lockfile: skip.`);
  if (manager.lockFile !== undefined) return true;
  if ((await readText(join(directory, 'deno.lock'), 'deno.lock')) === undefined) return false;
  throw new UserError(
    'The lock file is deno.lock, which is not one of npm, pnpm, yarn or bun. Set lockfile: skip and refresh it in a step of your own.',
  );
}

/** The updated packages that come from a registry; the workspace's own members resolve inside of it. */
function fromRegistry(
  { files, plan }: { files: WorkspaceFiles; plan: UpdatePlan },
  versions: WantedVersions,
): PackageVersion[] {
  const own = new Set(files.packages.map(({ name }) => name));
  const names = new Set(plan.updated.map((one) => one.package).filter((name) => !own.has(name)));
  return [...names].map((name) => ({ ecosystem: 'npm', name, version: versions[name] ?? '' }));
}

async function untilServed(
  packages: readonly PackageVersion[],
  cwd: string,
  surroundings: UpdateSurroundings,
): Promise<void> {
  const { env, log, clock, signal, timeoutMs } = surroundings;
  if (packages.length === 0) return;
  log.info(`Waiting up to ${formatDuration(timeoutMs)} until the registry serves the new versions.`);
  const results = await verifyPublished(packages, {
    lookUp: cliRegistry({ cwd, env, signal }).lookUp,
    clock,
    signal,
    deadline: clock.now() + timeoutMs,
    onChange: ({ package: pkg, state, detail }) => log.info(`${pkg.name} ${pkg.version}: ${state} (${detail})`),
  });
  const missing = results.filter(({ state }) => state !== 'served');
  if (missing.length > 0) {
    throw new UserError(
      missing.map((one) => ({
        message: `${adviceFor(one)} The lock file cannot be refreshed without it; nothing was changed.`,
      })),
    );
  }
}

function named(path: string, workspace: string): string {
  return relative(workspace, path).split(sep).join('/');
}
