import { join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { type ClientOptions, CommandMissing, lastWords, runClient } from '../../platform/process/run-client.ts';
import { readText } from '../../platform/text/edits.ts';
import type { PackageJson } from './dependency-fields.ts';

/** Who keeps a folder's lock file, and how it brings that up to date without installing or running foreign scripts. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'yarn classic';
  /** The lock file's name. */
  readonly lockFile: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const npm = (lockFile: string): PackageManager => ({
  name: 'npm',
  lockFile,
  command: 'npm',
  // npm would trust its cache of package documents for minutes after a publish.
  args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-online'],
  env: {},
});
const pnpm: PackageManager = {
  name: 'pnpm',
  lockFile: 'pnpm-lock.yaml',
  command: 'pnpm',
  // A repository's configuration may freeze its lock file.
  args: ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'],
  env: {},
};
const yarn: PackageManager = {
  name: 'yarn',
  lockFile: 'yarn.lock',
  command: 'yarn',
  args: ['install', '--mode=update-lockfile'],
  env: { YARN_ENABLE_SCRIPTS: 'false' },
};
/** Yarn 1 has no way to write the lock file alone: it installs node_modules as well. */
const yarnClassic: PackageManager = {
  name: 'yarn classic',
  lockFile: 'yarn.lock',
  command: 'yarn',
  args: ['install', '--ignore-scripts', '--non-interactive', '--no-progress'],
  env: {},
};

/**
 * The package manager of a folder, by its lock file, or by the `packageManager` field where there are several; undefined
 * where there is no lock file to refresh. Throws a UserError where two lock files disagree or none of ours keeps it.
 */
export async function findPackageManager(directory: string, root: PackageJson): Promise<PackageManager | undefined> {
  const candidates: PackageManager[] = [];
  for (const one of [npm('package-lock.json'), npm('npm-shrinkwrap.json'), pnpm, yarn]) {
    const text = await readText(join(directory, one.lockFile), one.lockFile);
    if (text === undefined) continue;
    const classic = /^# yarn lockfile v1$/m.test(text) || /^yarn@[01]\./.test(root.packageManager ?? '');
    candidates.push(one === yarn && classic ? yarnClassic : one);
  }
  const declared = /^(\w+)@/.exec(root.packageManager ?? '')?.[1];
  const chosen = declared ? candidates.filter(({ command }) => command === declared) : candidates;
  if (declared && chosen.length === 0 && candidates.length > 0) {
    throw new UserError(
      `${root.file} names ${root.packageManager} as packageManager, but the lock file is ${list(candidates)}. Make them agree, or set lockfile: skip.`,
    );
  }
  if (new Set(chosen.map(({ command }) => command)).size > 1) {
    throw new UserError(
      `Several lock files are there: ${list(candidates)}. Name the one that counts by the packageManager field of ${root.file}, or remove the others.`,
    );
  }
  if (chosen.length === 0) await refuseForeignLockFile(directory);
  // npm itself prefers the shrinkwrap where both are there.
  return chosen.find(({ lockFile }) => lockFile === 'npm-shrinkwrap.json') ?? chosen[0];
}

async function refuseForeignLockFile(directory: string): Promise<void> {
  for (const name of ['bun.lock', 'deno.lock']) {
    if ((await readText(join(directory, name), name)) === undefined) continue;
    throw new UserError(
      `The lock file is ${name}, which is not one of npm, pnpm or yarn. Set lockfile: skip and refresh it in a step of your own.`,
    );
  }
}

function list(managers: readonly PackageManager[]): string {
  return managers.map(({ lockFile }) => lockFile).join(', ');
}

/** Brings the lock file up to date with the package.json files; throws a UserError with what the package manager said. */
export async function refreshLockfile(manager: PackageManager, options: ClientOptions): Promise<void> {
  const { name, command, args, env, lockFile } = manager;
  const shown = [command, ...args].join(' ');
  try {
    const result = await runClient(command, args, { timeout: 600_000, ...options, env: { ...options.env, ...env } });
    if (result.exitCode === 0) return;
    const output = `${result.stdout}\n${result.stderr}`;
    const ending = result.exitCode === null ? 'did not end in time' : `failed with exit code ${result.exitCode}`;
    throw new UserError(
      `${lockFile} could not be refreshed: ${shown} ${ending}: ${sentence(lastWords(output))}${ageHint(name, output)} Nothing was changed.`,
    );
  } catch (error) {
    if (!(error instanceof CommandMissing)) throw error;
    throw new UserError(
      `${lockFile} could not be refreshed, because ${command} is not installed here. ${howToInstall(name)} Or set lockfile: skip. Nothing was changed.`,
    );
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function howToInstall(name: PackageManager['name']): string {
  if (name === 'npm') return 'Add a step with actions/setup-node before this one.';
  if (name === 'pnpm') return 'Add a step with pnpm/action-setup before this one.';
  return 'Add a step with `corepack enable` before this one.';
}

/** Package managers hold back fresh releases by default or by setting; a train is all fresh releases. */
function ageHint(name: PackageManager['name'], output: string): string {
  if (name === 'pnpm' && /NO_MATURE_MATCHING_VERSION|minimumReleaseAge/i.test(output)) {
    return ' pnpm holds back releases younger than minimumReleaseAge: list your own packages in minimumReleaseAgeExclude of pnpm-workspace.yaml.';
  }
  if (name === 'npm' && /min-release-age|with a date before|ENOVERSIONS/i.test(output)) {
    return ' npm holds back releases younger than min-release-age: lower it in .npmrc for your own packages.';
  }
  if (name === 'yarn' && /npmMinimalAgeGate|age gate|quarantine/i.test(output)) {
    return ' yarn holds back releases younger than npmMinimalAgeGate: list your own packages in npmPreapprovedPackages of .yarnrc.yml.';
  }
  return '';
}
