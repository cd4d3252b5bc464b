import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import semver from 'semver';
import { UserError } from '../../platform/errors.ts';
import { CommandMissing } from '../../platform/process/find-command.ts';
import { type ClientResult, lastWords } from '../../platform/process/run-client.ts';
import { runTool, type ToolOptions } from '../../platform/process/run-tool.ts';
import type { ManagerName, PackageManager } from '../workspace/manager.ts';

/** A package manager in a version that the workspace works with, ready to be run. */
export interface ManagerTool {
  readonly name: ManagerName;
  /** The folder of its command, where it had to be fetched: not one that PATH has. */
  readonly fetched?: string;
  /** Any exit code is a result. */
  run(args: readonly string[], more?: Partial<ToolOptions>): Promise<ClientResult>;
}

/** What comes with Node, whatever the workspace has. */
export const NPM: PackageManager = { name: 'npm', classic: false };

/**
 * The workspace's own package manager: the one on PATH where its version fits (its own shims and switches included), else one
 * that is fetched from the registry, outside of the workspace. Throws a UserError where it is not clear which one that is, or
 * where it cannot be had.
 */
export async function openManager(manager: PackageManager, options: ToolOptions): Promise<ManagerTool> {
  const { name, doubt } = manager;
  if (doubt) throw new UserError(doubt);
  const here = await versionHere(name, options);
  if (here !== undefined && fits(here, manager)) return { name, run: runner(name, options) };
  const folder = await fetchManager(manager, here, options);
  const env = { ...options.env, PATH: [folder, options.env.PATH ?? ''].join(delimiter) };
  return { name, fetched: folder, run: runner(name, { ...options, env }) };
}

function runner(name: ManagerName, options: ToolOptions): ManagerTool['run'] {
  return (args, more = {}) => runTool(name, args, { ...options, ...more, env: { ...options.env, ...more.env } });
}

/** What the command on PATH says in this folder; undefined where there is none, or where it cannot even say that. */
async function versionHere(name: ManagerName, { log: _, ...options }: ToolOptions): Promise<string | undefined> {
  // npm comes with Node, and is never fetched: whatever it refuses (devEngines) it says itself.
  if (name === 'npm') return 'npm';
  try {
    // Corepack's shims ask before they fetch; nobody is there to answer.
    const env = { ...options.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
    const { exitCode, stdout } = await runTool(name, ['--version'], { ...options, env });
    return exitCode === 0 ? stdout.trim().split('\n').at(-1) : undefined;
  } catch (error) {
    if (error instanceof CommandMissing) return undefined;
    throw error;
  }
}

function fits(here: string, { name, wanted }: PackageManager): boolean {
  if (name === 'npm' || wanted === undefined || semver.validRange(wanted) === null) return true;
  return semver.satisfies(here, wanted, { includePrerelease: true });
}

async function fetchManager(
  manager: PackageManager,
  here: string | undefined,
  { log, ...options }: ToolOptions,
): Promise<string> {
  const { name, wanted = '*' } = manager;
  const spec = `${packageOf(manager)}@${wanted}`;
  const safe = `${name}-${wanted}`.replace(/[^\w.-]+/g, '_');
  const folder = join(options.env.RUNNER_TEMP ?? tmpdir(), 'release-actions-tools', safe);
  const bin = join(folder, 'node_modules', '.bin');
  const env = { ...options.env, PATH: bin };
  const there = await runTool(name, ['--version'], { ...options, cwd: tmpdir(), env }).catch(() => undefined);
  if (there?.exitCode === 0) return bin;
  await mkdir(folder, { recursive: true });
  // In a folder of its own: npm would obey the devEngines of the workspace.
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  // bun's package links its program by a script.
  const scripts = name === 'bun' ? [] : ['--ignore-scripts'];
  log?.info(`Fetching ${spec}: ${why(manager, here)}`);
  const { exitCode, stdout, stderr } = await runTool('npm', [...args, ...scripts, spec], { ...options, cwd: folder });
  if (exitCode === 0) return bin;
  throw new UserError(
    `${why(manager, here)} ${spec} could not be fetched: ${lastWords(`${stdout}\n${stderr}`)} ${howToInstall(name)}`,
  );
}

function packageOf({ name, classic }: PackageManager): string {
  return name === 'yarn' && !classic ? '@yarnpkg/cli-dist' : name;
}

function why({ name, wanted, wantedBy }: PackageManager, here: string | undefined): string {
  const found = here === undefined ? `${name} is not installed here` : `${name} ${here} is installed here`;
  return wanted === undefined ? `${found}.` : `${found}; the workspace needs ${wanted} (${wantedBy}).`;
}

/** Which step brings a package manager to a runner. */
function howToInstall(name: ManagerName): string {
  const step = {
    npm: 'actions/setup-node',
    pnpm: 'pnpm/action-setup',
    yarn: '`corepack enable`',
    bun: 'oven-sh/setup-bun',
  }[name];
  return `Add a step with ${step} before this one.`;
}

/** Runs a command of the manager that must succeed; throws a UserError that says which one failed, and its last words. */
export async function mustRun(
  tool: ManagerTool,
  args: readonly string[],
  options: { readonly timeoutMs: number } & Partial<ToolOptions>,
): Promise<ClientResult> {
  const result = await tool.run(args, options);
  const { exitCode, stdout, stderr } = result;
  if (exitCode === 0) return result;
  const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
  const said = `${stdout}\n${stderr}`;
  throw new UserError(`${[tool.name, ...args].join(' ')} ${ending}: ${lastWords(said)}${hint(said)}`);
}

/** What a manager says in its own words only. */
function hint(said: string): string {
  if (/EBADDEVENGINES/.test(said)) {
    return ' The devEngines of package.json ask for something that this job does not have: set it up in a step before this one.';
  }
  if (/ERR_PNPM_LOCKFILE_BREAKING_CHANGE|ERR_PNPM_OUTDATED_LOCKFILE|Unsupported lockfile/i.test(said)) {
    return ' The lock file is of another version of pnpm: name yours in package.json, for example "packageManager": "pnpm@8.15.9".';
  }
  return '';
}
