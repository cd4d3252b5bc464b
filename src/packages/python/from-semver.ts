import { compare as compareSemver, parse, type SemVer } from 'semver';
import { UserError } from '../../platform/errors.ts';
import { quote } from '../../platform/text/wording.ts';
import { compareVersions } from './pep440.ts';

/** The phases of PEP 440 that come before a release. https://peps.python.org/pep-0440/#public-version-identifiers */
type Phase = 'a' | 'b' | 'rc' | 'dev';

/** What a SemVer pre-release channel becomes: `next` → `dev`. Names are case-sensitive, as SemVer compares them. */
export type Channels = ReadonlyMap<string, Phase>;

/** One version in the two spellings that a Python project holds it in. */
export interface PythonVersion {
  /** Canonical PEP 440: `1.2.0b3`. */
  readonly pep440: string;
  /** For a Cargo.toml that maturin reads: SemVer which PEP 440 normalises to the same version, `1.2.0-beta.3`. */
  readonly cargo: string;
}

const standardChannels: Channels = new Map<string, Phase>([
  ['a', 'a'],
  ['alpha', 'a'],
  ['b', 'b'],
  ['beta', 'b'],
  ['c', 'rc'],
  ['rc', 'rc'],
]);
/** What the `channels` input may map a channel to. */
const phases: Channels = new Map([...standardChannels, ['dev', 'dev']]);
const cargoWord: Readonly<Record<Phase, string>> = { a: 'alpha', b: 'beta', rc: 'rc', dev: 'dev' };

/** Reads the `channels` input, on top of alpha, beta and rc. All faults are thrown in one UserError. */
export function channelsFrom(given: Readonly<Record<string, string>>): Channels {
  const channels = new Map(standardChannels);
  const faults: string[] = [];
  for (const [name, word] of Object.entries(given)) {
    const phase = phases.get(word);
    if (!/^[0-9A-Za-z-]+$/.test(name) || /^\d+$/.test(name)) {
      faults.push(`Input channels: ${quote(name)} cannot be a SemVer channel. Expected a word such as next.`);
    } else if (!phase) {
      faults.push(`Input channels: ${name} is mapped to ${quote(word)}. Expected dev, alpha, beta or rc.`);
    } else channels.set(name, phase);
  }
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  return channels;
}

/**
 * The Python version of a SemVer version. Throws a UserError with the reason where PEP 440 has no form for it, or has one
 * that would sort elsewhere.
 */
export function toPython(version: string, channels: Channels): PythonVersion {
  const semver = parseStrictly(version);
  const release = `${semver.major}.${semver.minor}.${semver.patch}`;
  if (semver.build.length > 0) throw refusal(version, buildReason);
  const [channel, number = 0] = semver.prerelease;
  if (channel === undefined) return { pep440: release, cargo: release };
  const phase = typeof channel === 'string' ? channels.get(channel) : undefined;
  if (!phase) throw refusal(version, channelReason(semver.prerelease, release, channels));
  if (typeof number !== 'number' || semver.prerelease.length > 2) {
    throw refusal(
      version,
      `PEP 440 takes one number after the channel, found ${quote(semver.prerelease.slice(1).join('.'))}. ` +
        `Use a version such as ${release}-${channel}.1`,
    );
  }
  const separator = phase === 'dev' ? '.' : '';
  return {
    pep440: `${release}${separator}${phase}${number}`,
    cargo: `${release}-${cargoWord[phase]}.${number}`,
  };
}

/**
 * Throws a UserError unless the Python version moves the way the SemVer version does: up when it goes up, down when it goes
 * down, and a new one for a new one.
 */
export function requireOrderKept(previous: string, next: string, channels: Channels): void {
  const [before, after] = [toPython(previous, channels).pep440, toPython(next, channels).pep440];
  const moved = compareSemver(previous, next);
  if (compareVersions(before, after) === moved) return;
  const relation = { '-1': 'higher than', '0': 'the same as', '1': 'lower than' } as const;
  throw new UserError(
    `The order of versions would not be kept: ${next} is ${relation[moved]} ${previous}, but its Python version ${after} ` +
      `is ${relation[compareVersions(before, after)]} ${before}. pip would not choose it over the previous one as npm does. ` +
      'Number every pre-release, stay in one channel, or release the next patch version.',
  );
}

export function parseStrictly(version: string): SemVer {
  const semver = parse(version);
  const build = semver?.build.length ? `+${semver.build.join('.')}` : '';
  if (semver && semver.version + build === version) return semver;
  const hint = semver ? ` Write ${semver.version}${build}.` : ' Expected a version such as 1.2.3 or 1.2.3-beta.1.';
  throw new UserError(`${quote(version)} is not a SemVer version.${hint}`);
}

const buildReason =
  'build metadata would become a local version, which PyPI refuses and PEP 440 orders while SemVer ignores it. ' +
  'Release it without the part after the +';

function channelReason(prerelease: SemVer['prerelease'], release: string, channels: Channels): string {
  const channel = String(prerelease[0]);
  const isPost = /^(post|rev|r)$/i.test(channel) || (/^\d+$/.test(channel) && prerelease.length === 1);
  if (isPost) {
    return (
      `PEP 440 reads -${prerelease.join('.')} as a post-release, which sorts after ${release}; in SemVer it comes before. ` +
      `Use a version such as ${release}-rc.1`
    );
  }
  if (/^\d+$/.test(channel)) {
    return `PEP 440 has no form for a pre-release that starts with a number. Use a version such as ${release}-rc.1`;
  }
  const glued = /^([A-Za-z]+)-?(\d+)$/.exec(channel);
  const word = glued?.[1];
  if (word && (channels.has(word) || word === 'dev')) {
    return (
      `SemVer compares ${channel} as text (${word}10 sorts before ${word}2), PEP 440 as a number. ` +
      `Write ${release}-${word}.${glued[2]}`
    );
  }
  if (channel === 'dev') {
    return 'a development release sorts before alpha in PEP 440, unlike SemVer. If that is meant, set the input channels to "dev: dev"';
  }
  if (/^(pre|preview)$/.test(channel)) {
    return `${channel} would become rc and collide with it. If that is meant, set the input channels to "${channel}: rc"`;
  }
  return `PEP 440 has no channel ${quote(channel)}. Say what it stands for with the input channels, for example "${channel}: dev"`;
}

function refusal(version: string, reason: string): UserError {
  return new UserError(`${version} has no Python version: ${reason}.`);
}
