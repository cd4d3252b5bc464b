import { join } from 'node:path';
import semver from 'semver';
import { KnownError, UserError } from '../../platform/errors.ts';
import { CommandMissing } from '../../platform/process/find-command.ts';
import { lastWords } from '../../platform/process/run-client.ts';
import { runTool, type ToolOptions } from '../../platform/process/run-tool.ts';
import type { Log } from '../../platform/runner/commands.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { compareIntegrity } from '../registries/integrity.ts';
import { formatPackage } from '../registries/package.ts';
import { foreignOrigin, ownBuild, type Provenance } from '../registries/provenance.ts';
import { type Answer, type AskOptions, askRegistry } from './ask-registry.ts';
import type { PackedPackage, Release } from './release-folder.ts';
import { asNpm } from './release-state.ts';

export interface PublishOptions extends AskOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** How npm is run. */
  readonly client: ToolOptions;
  /** Absolute: where the tarballs are. */
  readonly folder: string;
  /** The version that `latest` names, or undefined. */
  readonly latest: (name: string) => Promise<string | undefined>;
  /** Told at once, so that it is known whatever happens next. */
  readonly onPublished: (pkg: PackedPackage) => Promise<void>;
}

const ATTEMPTS = 3;
const PAUSE: Backoff = { firstMs: 5_000, factor: 3, longestMs: 60_000 };

/**
 * Publishes what the registry does not serve yet, one after the other. Everything that can be known before is checked before
 * the first one: names that do not exist, versions that are taken by other bytes. Throws a UserError that says what was
 * published and what was not; a repetition goes on from there.
 */
export async function publishRelease(release: Release, options: PublishOptions): Promise<void> {
  const { packages } = release;
  const answers = await askRegistry(packages.map(asNpm), { ...options, thorough: true });
  refuse(
    packages.flatMap((pkg, index) => faultsBefore(pkg, answers[index], ownBuild(options.client.env, release.commit))),
  );
  const missing = packages.filter((_, index) => answers[index]?.state !== 'served');
  for (const { name, version } of packages.filter((one) => !missing.includes(one))) {
    options.log.info(`${name}@${version} is published already.`);
  }
  if (missing.length > 0) await checkNpm(options.client);
  for (const [index, pkg] of missing.entries()) {
    try {
      await publishOne(pkg, release.commit, options);
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      throw new KnownError(error.kind, `${error.message} ${whatIsLeft(missing.slice(index))}`, { cause: error });
    }
    await options.onPublished(pkg);
    options.log.info(`Published ${pkg.name}@${pkg.version}.`);
  }
}

function refuse(messages: readonly string[]): void {
  if (messages.length > 0)
    throw new UserError(messages.map((message) => ({ message: `${message} Nothing was published.` })));
}

function faultsBefore(pkg: PackedPackage, answer: Answer | undefined, build: Provenance | undefined): string[] {
  if (answer?.state === 'absent') {
    return [
      `The registry knows no package named ${pkg.name}. Trusted publishing cannot create a name: publish a first version by hand (npm publish --access public), then name this workflow as its trusted publisher.`,
    ];
  }
  const difference = answer?.state === 'served' && !pkg.tagged ? differenceOf(pkg, answer, build) : undefined;
  return difference === undefined ? [] : [difference];
}

/** Why what is served is not what was packed; undefined where it is, or where its provenance proves that this build made it. */
function differenceOf(
  pkg: PackedPackage,
  { facts: { integrity, origin, unproven } }: Extract<Answer, { state: 'served' }>,
  build: Provenance | undefined,
) {
  const difference = compareIntegrity(pkg.integrity, integrity);
  if (difference === undefined) return undefined;
  const foreign =
    origin && build ? foreignOrigin(origin, build) : (unproven ?? 'no provenance says where it was built');
  // A build need not give the same bytes twice; what this workflow built from this very commit is this release all the same.
  if (foreign === undefined) return undefined;
  return (
    `${formatPackage(asNpm(pkg))} is taken: ${difference}; ${foreign}. Versions are immutable: release a higher one. ` +
    `If what is served is right, push the tag ${pkg.tag} on the commit it was made from.`
  );
}

/** https://docs.npmjs.com/trusted-publishers: older ones do not know how to publish without a token. */
async function checkNpm(client: ToolOptions): Promise<void> {
  if (!client.env.ACTIONS_ID_TOKEN_REQUEST_URL) return;
  const { stdout } = await npm(['--version'], client);
  const version = stdout.trim();
  if (semver.valid(version) !== null && semver.lt(version, '11.5.1')) {
    throw new UserError(
      `npm ${version} cannot use trusted publishing, which needs 11.5.1 or later. Nothing was published. Set node-version: 24 in the step with actions/setup-node.`,
    );
  }
}

async function publishOne(pkg: PackedPackage, commit: string, options: PublishOptions): Promise<void> {
  const { client, folder, clock, signal, log } = options;
  const tag = await distTag(pkg, options.latest);
  for (let attempt = 1; ; attempt += 1) {
    const args = ['publish', join(folder, pkg.file), '--tag', tag, '--loglevel=notice'];
    const { exitCode, stdout, stderr } = await npm(args, { timeoutMs: 300_000, ...client, idToken: true });
    if (exitCode === 0) return;
    const said = exitCode === null ? 'npm publish did not end in time' : lastWords(stderr || stdout);
    const settled = await settle(pkg, commit, { said, options });
    if (settled) return;
    if (attempt === ATTEMPTS || !(exitCode === null || isPassing(`${stdout}\n${stderr}`))) {
      throw new UserError(`${pkg.name}@${pkg.version} could not be published: ${said} ${advice(said)}`.trim());
    }
    log.warning(`${pkg.name}@${pkg.version} was not published, and is tried again: ${said}`);
    await clock.sleep(backoffMs(PAUSE, attempt - 1), signal);
  }
}

/** A publish that failed may have been accepted all the same, now or by a run that was cut off. Throws where others did it. */
async function settle(
  pkg: PackedPackage,
  commit: string,
  { said, options }: { said: string; options: PublishOptions },
): Promise<boolean> {
  // Where the registry does not answer now, a second attempt to publish tells.
  const [answer] = await askRegistry([asNpm(pkg)], { ...options, thorough: true }).catch(() => []);
  options.signal.throwIfAborted();
  if (answer?.state === 'served') {
    const difference = differenceOf(pkg, answer, ownBuild(options.client.env, commit));
    if (difference !== undefined) throw new UserError(difference);
    return true;
  }
  // The registry has accepted it before and does not show it yet; whether the bytes are ours is seen when it does.
  return /previously published|cannot publish over|EPUBLISHCONFLICT|already present/i.test(said);
}

/** What goes away by itself. The transparency log's conflict strikes before the upload: https://github.com/sigstore/rekor */
function isPassing(output: string): boolean {
  return /TLOG_CREATE_ENTRY_ERROR|\bE5\d\d\b|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up|E429/.test(
    output,
  );
}

function advice(said: string): string {
  if (/E(404|401|403|NEEDAUTH)|ENEEDAUTH/.test(said)) {
    return 'If the package is published by trusted publishing: its trusted publisher must name this repository, this workflow file and this environment, and the job needs id-token: write on a runner of GitHub.';
  }
  return '';
}

function whatIsLeft(packages: readonly PackedPackage[]): string {
  const names = packages.map(({ name, version }) => `${name}@${version}`).join(', ');
  return `Not published: ${names}. Run this job again when it is mended: it goes on where it stopped.`;
}

/** `latest` only goes up; a version before it gets a tag of its own line, a prerelease the tag of its channel. */
async function distTag(
  { name, version, distTag: wanted }: PackedPackage,
  latest: PublishOptions['latest'],
): Promise<string> {
  if (wanted !== undefined) return wanted;
  const [channel] = semver.prerelease(version) ?? [];
  if (channel !== undefined) return typeof channel === 'string' ? channel : 'next';
  const newest = await latest(name);
  const behind = newest !== undefined && semver.valid(newest) !== null && semver.gt(newest, version);
  return behind ? `release-${semver.major(version)}.x` : 'latest';
}

async function npm(args: readonly string[], client: ToolOptions) {
  try {
    return await runTool('npm', args, client);
  } catch (error) {
    if (!(error instanceof CommandMissing)) throw error;
    throw new UserError('npm is not installed here. Add a step with actions/setup-node before this one.');
  }
}
