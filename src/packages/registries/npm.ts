import semver from 'semver';
import { UserError } from '../../platform/errors.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import { realClock } from '../../platform/time/clock.ts';
import { formatDigest } from './integrity.ts';
import type { LookUp } from './look-up.ts';
import { type NameOnRegistry, type NpmConfigurationOptions, readNpmConfiguration } from './npm-configuration.ts';
import { createNpmRequests } from './npm-requests.ts';
import type { PublishedVersion } from './packument.ts';
import { createPackuments, type PackumentAnswer } from './packuments.ts';
import { type Provenance, readProvenance } from './provenance.ts';
import type { ServedVersions } from './served-versions.ts';

/** npm registries as npm itself is configured to reach them. Everything rejects with the signal's reason when aborted. */
export interface NpmRegistries {
  /** One look for one exact version; with `thorough` also for where it was built, a request of its own. */
  lookUp(pkg: NpmPackage, thorough: boolean): Promise<LookUp>;
  /** Every version and the dist-tags, or undefined where the registry knows no such package; throws a UserError where it does not answer. */
  versions(pkg: Omit<NpmPackage, 'version'>): Promise<ServedVersions | undefined>;
}

interface NpmPackage extends NameOnRegistry {
  readonly version: string;
}

const ATTEMPTS = 3;
const PAUSE: Backoff = { firstMs: 300, factor: 3, longestMs: 1_000 };
const MAX_ATTESTATIONS_BYTES = 8 * 1024 * 1024;

/** Reads npm's configuration; throws a UserError where it cannot. */
export async function openNpmRegistries(options: NpmConfigurationOptions): Promise<NpmRegistries> {
  const configuration = await readNpmConfiguration(options);
  const requests = createNpmRequests(configuration, options.signal);
  const packuments = createPackuments(configuration, requests);

  const originOf = async (pkg: NpmPackage, published: PublishedVersion) => {
    const url = attestationsUrl(configuration.registryOf(pkg), published.attestations);
    if (!url) return new Error('the registry does not say where its provenance is');
    const answer = await requests.get(url, { accept: 'application/json' }, MAX_ATTESTATIONS_BYTES);
    if ('state' in answer) return answer;
    if (answer.status !== 200) return new Error(`${url.host} answered ${answer.status} for its provenance`);
    return readProvenance(answer.text, { ...pkg, integrity: [published.integrity ?? ''] });
  };

  return {
    async lookUp(pkg, thorough) {
      const { name, version } = pkg;
      const answer = await packuments.get(pkg, thorough);
      if (answer.state !== 'found') return withoutDocument(name, answer);
      const published = answer.document.versions.get(version);
      if (!published) return { state: 'pending', detail: `the registry has ${name}, but not ${version}` };
      if (!thorough || published.attestations === undefined) return served(published);
      const origin = await originOf(pkg, published);
      if (!('state' in origin)) return served(published, origin);
      return { state: 'unreachable', detail: `its provenance could not be read: ${origin.detail}` };
    },
    async versions(pkg) {
      const { name } = pkg;
      const answer = await untilAnswered(() => packuments.get(pkg, false), options.signal);
      if (answer.state === 'absent') return undefined;
      if (answer.state !== 'found') {
        throw new UserError(`The npm registry could not say which versions of ${name} there are: ${answer.detail}.`);
      }
      const versions = [...answer.document.versions.keys()];
      return { versions, tags: { ...newestOf(versions), ...answer.document.tags } };
    },
  };
}

/** Who asks for versions asks once, so what may pass is tried again here; a look-up is repeated by the caller that waits for it. */
async function untilAnswered(ask: () => Promise<PackumentAnswer>, signal?: AbortSignal): Promise<PackumentAnswer> {
  for (let failed = 0; ; failed += 1) {
    const answer = await ask();
    if (answer.state !== 'unreachable' || failed === ATTEMPTS - 1) return answer;
    await realClock.sleep(backoffMs(PAUSE, failed), signal);
  }
}

/** What `latest` is taken for where a registry has no such tag: it is not the same as a package that nobody knows. */
function newestOf(versions: readonly string[]): { latest?: string } {
  const [newest] = semver.rsort(versions.filter((one) => semver.valid(one) !== null));
  const latest = semver.maxSatisfying(versions, '*') ?? newest;
  return latest === undefined ? {} : { latest };
}

function withoutDocument(name: string, answer: Exclude<PackumentAnswer, { state: 'found' }>): LookUp {
  return answer.state === 'absent'
    ? { state: 'absent', detail: `the registry knows no package named ${name}` }
    : answer;
}

function served({ integrity, shasum, attestations, gitHead }: PublishedVersion, origin?: Provenance | Error): LookUp {
  const sha1 = shasum === undefined ? undefined : formatDigest({ algorithm: 'sha1', hex: shasum });
  return {
    state: 'served',
    detail: attestations === undefined ? 'without provenance' : 'with provenance',
    facts: {
      integrity: [integrity, sha1].filter((one) => one !== undefined),
      provenance: attestations !== undefined,
      ...(origin instanceof Error ? { unproven: origin.message } : origin && { origin }),
      ...(gitHead !== undefined && { claimedCommit: gitHead }),
    },
  };
}

/** The path is the registry's word, its host is not: what it says must not send us, and credentials, elsewhere. */
function attestationsUrl(registry: string, said = ''): URL | undefined {
  if (said === '' || !URL.canParse(said, registry)) return undefined;
  const url = new URL(said, registry);
  return url.origin === new URL(registry).origin ? url : new URL(`${registry}${url.pathname}${url.search}`);
}
