import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { UserError } from '../../platform/errors.ts';
import { pathInside } from '../../platform/files/path-inside.ts';
import { CommandMissing } from '../../platform/process/find-command.ts';
import { type ClientResult, lastWords } from '../../platform/process/run-client.ts';
import { runTool, type ToolOptions } from '../../platform/process/run-tool.ts';
import type { Log } from '../../platform/runner/log.ts';
import { publishingNpmrc } from './publishing-npmrc.ts';

/** npm as it publishes. */
export interface NpmPublisher {
  /** Throws a UserError where this npm cannot publish without a token, and is to. */
  check(): Promise<void>;
  publish(tarball: string, tag: string): Promise<ClientResult>;
}

/**
 * Runs `work` with npm in an empty folder that has the checkout's .npmrc, but for what names a program: the checkout itself may hold a package.json whose
 * devEngines npm refuses, and a tarball needs nothing else of it.
 */
export async function withNpm<T>(options: ToolOptions, work: (npm: NpmPublisher) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(options.env.RUNNER_TEMP || tmpdir(), 'release-actions-npm-'));
  const { log, ...inFolder } = { ...options, cwd: folder };
  try {
    const settings = await readFile(await pathInside(options.cwd, '.npmrc'), 'utf8').catch(whereMissing);
    if (settings !== undefined) await writeFile(join(folder, '.npmrc'), publishingNpmrc(settings));
    return await work({
      check: () => checkVersion(inFolder),
      publish: (tarball, tag) =>
        npm(['publish', tarball, `--tag=${tag}`, '--loglevel=verbose'], {
          ...{ timeoutMs: 300_000, ...inFolder, idToken: true },
          log: log && withoutVerbose(log),
        }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function whereMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

/** Why an ID token was not exchanged npm says only where nobody looks. */
const EXCHANGE = /^npm verbose oidc/;

function withoutVerbose(log: Log): Log {
  const isShown = (line: string) => EXCHANGE.test(line) || !/^npm (verbose|http|silly|info)\b/.test(line);
  return { ...log, info: (line) => isShown(line) && log.info(line) };
}

/** What npm said of a publish that failed, what it said of the ID token included. */
export function whyFailed({ exitCode, stdout, stderr }: ClientResult): string {
  if (exitCode === null) return 'npm publish did not end in time';
  const exchange = stderr.split('\n').filter((line) => EXCHANGE.test(line));
  const said = lastWords(
    stderr
      .split('\n')
      .filter((line) => !/^npm (verbose|http|silly|info)\b/.test(line))
      .join('\n') || stdout,
  );
  return exchange.length === 0 ? said : `${said} (${lastWords(exchange.join('\n'))})`;
}

/** https://docs.npmjs.com/trusted-publishers: older ones do not know how to publish without a token. */
async function checkVersion(options: ToolOptions): Promise<void> {
  if (!options.env.ACTIONS_ID_TOKEN_REQUEST_URL) return;
  const { stdout } = await npm(['--version'], options);
  const version = stdout.trim();
  if (semver.valid(version) !== null && semver.lt(version, '11.5.1')) {
    throw new UserError(
      `npm ${version} cannot use trusted publishing, which needs 11.5.1 or later. Nothing was published. Set node-version: 24 in the step with actions/setup-node.`,
    );
  }
}

async function npm(args: readonly string[], options: ToolOptions): Promise<ClientResult> {
  try {
    return await runTool('npm', args, options);
  } catch (error) {
    if (!(error instanceof CommandMissing)) throw error;
    throw new UserError('npm is not installed here. Add a step with actions/setup-node before this one.');
  }
}
