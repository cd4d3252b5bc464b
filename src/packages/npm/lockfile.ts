import { UserError } from '../../platform/errors.ts';
import { lastWords } from '../../platform/process/run-client.ts';
import type { ToolOptions } from '../../platform/process/run-tool.ts';
import type { ManagerName, PackageManager } from '../workspace/manager.ts';
import { openManager } from './manager-tool.ts';

/** How a manager brings its lock file up to date without installing or running foreign scripts. */
interface Refresh {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const REFRESH: Readonly<Record<ManagerName, Omit<Refresh, 'command'>>> = {
  // npm would trust its cache of package documents for minutes after a publish.
  npm: {
    args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-online'],
    env: {},
  },
  // A repository's configuration may freeze its lock file.
  pnpm: { args: ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'], env: {} },
  yarn: { args: ['install', '--mode=update-lockfile'], env: { YARN_ENABLE_SCRIPTS: 'false' } },
  bun: { args: ['install', '--lockfile-only', '--ignore-scripts'], env: {} },
};
/** Yarn 1 has no way to write the lock file alone: it installs node_modules as well. */
const CLASSIC = ['install', '--ignore-scripts', '--non-interactive', '--no-progress'];

/** The command that refreshes the lock file of a workspace. */
export function refreshCommand({ name, classic }: PackageManager): Refresh {
  const { args, env } = REFRESH[name];
  return { command: name, args: classic ? CLASSIC : args, env: classic ? {} : env };
}

/**
 * Brings the lock file up to date with the package.json files, by the workspace's own package manager; throws a UserError with
 * what that said.
 */
export async function refreshLockfile(manager: PackageManager, options: ToolOptions): Promise<void> {
  const { name, lockFile } = manager;
  const failed = `${lockFile} could not be refreshed: `;
  const tool = await openManager(manager, options).catch((error: unknown) => {
    throw error instanceof UserError
      ? new UserError(`${failed}${error.message} Or set lockfile: skip. ${NOTHING}`)
      : error;
  });
  const { args, env } = refreshCommand(manager);
  const { exitCode, stdout, stderr } = await tool.run(args, { timeoutMs: 600_000, env });
  if (exitCode === 0) return;
  const output = `${stdout}\n${stderr}`;
  const ending = exitCode === null ? 'did not end in time' : `failed with exit code ${exitCode}`;
  const said = sentence(lastWords(output)) + ageHint(name, output);
  throw new UserError(`${failed}${[name, ...args].join(' ')} ${ending}: ${said} ${NOTHING}`);
}

const NOTHING = 'Nothing was changed.';

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Package managers hold back fresh releases by default or by setting; a train is all fresh releases. */
function ageHint(name: ManagerName, output: string): string {
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
