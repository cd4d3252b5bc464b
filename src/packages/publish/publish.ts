import { join } from 'node:path';
import semver from 'semver';
import { KnownError, UserError } from '../../platform/errors.ts';
import type { ToolOptions } from '../../platform/process/run-tool.ts';
import type { Log } from '../../platform/runner/log.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { ownBuild } from '../registries/provenance.ts';
import { type AskOptions, askRegistry } from './ask-registry.ts';
import { differenceOf, faultsBefore, type PublishCircumstances, refuseAll } from './before-publish.ts';
import { type NpmPublisher, whyFailed, withNpm } from './npm-publish.ts';
import type { Home } from './own-repository-url.ts';
import type { HandedRelease, PackedPackage } from './release-folder.ts';
import { asNpm } from './release-state.ts';

interface PublishOptions extends AskOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** How npm is run: in the checkout. */
  readonly client: ToolOptions;
  /** Absolute: where the tarballs are. */
  readonly folder: string;
  /** The repository that the registry holds packages against; absent where it wants no provenance. */
  readonly home?: Home | undefined;
  /** The version that `latest` names, or undefined. */
  readonly latest: (pkg: PackedPackage) => Promise<string | undefined>;
  /** Told at once, so that it is known whatever happens next. */
  readonly onPublished: (pkg: PackedPackage) => Promise<void>;
}

const ATTEMPTS = 3;
/** A version that the registry has accepted, and does not show yet. */
const TAKEN = /previously published|cannot publish over|EPUBLISHCONFLICT|already present/i;
/** How often it is looked for: some five minutes. */
const MOST_LOOKS = 12;
const LOOK_PAUSE: Backoff = { firstMs: 2_000, factor: 2, longestMs: 30_000 };
const PAUSE: Backoff = { firstMs: 5_000, factor: 3, longestMs: 60_000 };

/**
 * Publishes what the registry does not serve yet, one after the other. Everything that can be known before is checked before
 * the first one: names that do not exist, versions that are taken by other bytes, what stands in the tarballs. Throws a
 * UserError that says what was published and what was not; a repetition goes on from there.
 */
export async function publishRelease(release: HandedRelease, options: PublishOptions): Promise<void> {
  const missing = await checkedPackages(release, options);
  if (missing.length === 0) return;
  const tags = new Map(
    await Promise.all(missing.map(async (pkg) => [pkg, await distTag(pkg, options.latest)] as const)),
  );
  await withNpm(options.client, async (npm) => {
    await npm.check();
    for (const [index, pkg] of missing.entries()) {
      try {
        await publishOne({ pkg, tag: tags.get(pkg) ?? 'latest', commit: release.commit }, npm, options);
      } catch (error) {
        if (!(error instanceof KnownError)) throw error;
        throw new KnownError(error.kind, `${error.message} ${whatIsLeft(missing.slice(index))}`, { cause: error });
      }
      await options.onPublished(pkg);
      options.log.info(`Published ${pkg.name}@${pkg.version}.`);
    }
  });
}

/** What is to be published, when nothing is wrong with any of it. */
async function checkedPackages(
  { packages, commit, manager }: HandedRelease,
  options: PublishOptions,
): Promise<PackedPackage[]> {
  const { env } = options.client;
  const answers = await askRegistry(packages.map(asNpm), { ...options, thorough: true });
  const around: Omit<PublishCircumstances, 'trusted'> = {
    ...{ folder: options.folder, manager, build: ownBuild(env, commit) },
    home: env.ACTIONS_ID_TOKEN_REQUEST_URL ? options.home : undefined,
  };
  const faults: string[] = [];
  const missing: PackedPackage[] = [];
  for (const [index, pkg] of packages.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    // Other registries, and those that were given a token, may well create a name.
    const trusted = Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL) && !env.NODE_AUTH_TOKEN && pkg.registry === undefined;
    const elsewhere = pkg.registry === undefined ? {} : { home: undefined };
    faults.push(...(await faultsBefore(pkg, answer, { ...around, ...elsewhere, trusted })));
    if (answer.state === 'served') options.log.info(`${pkg.name}@${pkg.version} is published already.`);
    else missing.push(pkg);
  }
  refuseAll(faults);
  return missing;
}

interface Publishing {
  readonly pkg: PackedPackage;
  readonly tag: string;
  readonly commit: string;
}

async function publishOne({ pkg, tag, commit }: Publishing, npm: NpmPublisher, options: PublishOptions): Promise<void> {
  const { folder, clock, signal, log } = options;
  const named = `${pkg.name}@${pkg.version}`;
  for (let attempt = 1; ; attempt += 1) {
    const result = await log.group(`npm publish: ${named}`, () => npm.publish(join(folder, pkg.file), tag));
    if (result.exitCode === 0) return;
    const said = whyFailed(result);
    if (await settle(pkg, commit, { said, options })) return;
    const passes = result.exitCode === null || isPassing(`${result.stdout}\n${result.stderr}`);
    if (attempt === ATTEMPTS || !passes) {
      throw new UserError(`${named} could not be published: ${said} ${advice(said)}`.trim());
    }
    log.warning(`${named} was not published, and is tried again: ${said}`);
    await clock.sleep(backoffMs(PAUSE, attempt - 1), signal);
  }
}

/** A publish that failed may have been accepted all the same, now or by a run that was cut off. Throws where others did it. */
async function settle(
  pkg: PackedPackage,
  commit: string,
  { said, options }: { said: string; options: PublishOptions },
): Promise<boolean> {
  const { clock, signal } = options;
  for (let looks = 1; ; looks += 1) {
    // Where the registry does not answer now, a second attempt to publish tells.
    const [answer] = await askRegistry([asNpm(pkg)], { ...options, thorough: true }).catch(() => []);
    signal.throwIfAborted();
    if (answer?.state === 'served') {
      const difference = differenceOf(pkg, answer, ownBuild(options.client.env, commit));
      if (difference !== undefined) throw new UserError(difference);
      return true;
    }
    if (!TAKEN.test(said)) return false;
    if (looks === MOST_LOOKS) throw new UserError(unseen(pkg));
    await clock.sleep(backoffMs(LOOK_PAUSE, looks - 1), signal);
  }
}

/** It was accepted before, by whomever: whether the bytes are ours is seen only once the registry shows them. */
function unseen({ name, version }: PackedPackage): string {
  return (
    `${name}@${version}: the registry says that it was published before, but does not show it within five minutes, ` +
    'so nobody can say whether that is this build. Run this job again later; if somebody else published it, release another version.'
  );
}

/** What goes away by itself. The transparency log's conflict strikes before the upload: https://github.com/sigstore/rekor */
function isPassing(output: string): boolean {
  return /TLOG_CREATE_ENTRY_ERROR|\bE5\d\d\b|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up|E429/.test(
    output,
  );
}

function advice(said: string): string {
  if (/E422.*provenance|repository\.url/i.test(said)) {
    return 'The "repository" in its package.json must be the repository that this workflow runs in.';
  }
  if (/E(404|401|403|NEEDAUTH)|ENEEDAUTH/.test(said)) {
    return 'If the package is published by trusted publishing: its trusted publisher must name this repository, this workflow file and this environment, and the job needs id-token: write on a runner of GitHub.';
  }
  return '';
}

function whatIsLeft(packages: readonly PackedPackage[]): string {
  const names = packages.map(({ name, version }) => `${name}@${version}`).join(', ');
  return `Not published: ${names}. Run this job again when it is fixed: it goes on where it stopped.`;
}

/** `latest` only goes up; a version before it gets a tag of its own line, a prerelease the tag of its channel. */
async function distTag(pkg: PackedPackage, latest: PublishOptions['latest']): Promise<string> {
  const { version, distTag: wanted } = pkg;
  if (wanted !== undefined) return wanted;
  const [channel] = semver.prerelease(version) ?? [];
  if (channel !== undefined) return typeof channel === 'string' ? channel : 'next';
  const newest = await latest(pkg);
  const behind = newest !== undefined && semver.valid(newest) !== null && semver.gt(newest, version);
  return behind ? `release-${lineOf(version)}.x` : 'latest';
}

/** Before 1.0.0 every minor version is a line of its own, as npm's ranges have it. */
function lineOf(version: string): string {
  const [major, minor] = [semver.major(version), semver.minor(version)];
  return major === 0 ? `0.${minor}` : String(major);
}
