import { KnownError, UserError } from '../../platform/errors.ts';
import type { RunClientOptions } from '../../platform/process/run-client.ts';
import { createPool } from '../../platform/time/pool.ts';
import type { LookUp } from './look-up.ts';
import { type NpmRegistries, openNpmRegistries } from './npm.ts';
import type { PackageVersion } from './package.ts';
import { lookUpPip, versionsOnPyPI } from './pip.ts';
import type { PublisherLook, PublisherOf } from './pypi-publisher.ts';
import type { ServedVersions } from './served-versions.ts';

/** A package by the registry it lives on, as a manifest writes it. */
type PackageName =
  | {
      readonly npm: string /** Asked instead of the registry that npm's configuration names. */;
      readonly registry?: string;
    }
  | { readonly pypi: string };

/** What a train asks of registries. Both reject with a UserError where the client is missing, and when aborted. */
export interface PackageRegistry {
  /** The version that is the latest, or undefined where the registry knows no such package: trusted publishing cannot create it. */
  latest(pkg: PackageName): Promise<string | undefined>;
  /** Every version that the registry serves, prereleases too, or undefined where it knows no such package. */
  versions(pkg: PackageName): Promise<ServedVersions | undefined>;
  /**
   * Whether the registry serves this version now. `detail` is what was seen, for people. Rejects where nobody can say: with a
   * KnownError that passes where it gives no answer, with a UserError where it refuses to say.
   */
  served(pkg: PackageName, version: string): Promise<{ served: boolean; integrity?: string; detail: string }>;
}

interface CliRegistryOptions extends Omit<RunClientOptions, 'timeout' | 'idToken'> {
  readonly registryUrl?: string | undefined;
  readonly indexUrl?: string | undefined;
  /** Names of environment variables that are not the registries' business: a manifest's tokens. */
  readonly withheld?: readonly string[];
}

/** A registry that can be polled for many packages; see verify.ts. */
export interface CliRegistry extends PackageRegistry {
  /** One look. `thorough`: also ask for what costs a request of its own, PyPI's digests and npm's provenance. */
  lookUp(pkg: PackageVersion, thorough?: boolean): Promise<LookUp>;
  /** Who published the last file of a Python package, as its index says. */
  publisher(pypi: string): Promise<PublisherLook>;
}

/** Each question starts a process of pip; more of them at once only slow each other down. */
const PIPS_AT_ONCE = 3;

/**
 * Registries as their own clients are configured here, so that .npmrc, pip.conf, mirrors, scopes, proxies and credentials
 * count. It may be asked any number of things at once. Where a registry does not answer for now, its calls reject with a
 * KnownError of kind passing.
 */
export function cliRegistry({ registryUrl, indexUrl, withheld = [], ...options }: CliRegistryOptions): CliRegistry {
  let opened: Promise<NpmRegistries> | undefined;
  const npm = () => {
    opened ??= openNpmRegistries({ ...options, registryUrl, withheld });
    return opened;
  };
  const kept = Object.entries(options.env).filter(([name]) => !withheld.includes(name));
  const pip = {
    cwd: options.cwd,
    env: Object.fromEntries(kept),
    indexUrl,
    ...(options.signal && { signal: options.signal }),
  };
  const inPool = createPool(PIPS_AT_ONCE);
  const lookUp: CliRegistry['lookUp'] = async (pkg, thorough = false) => {
    if (pkg.ecosystem === 'npm') return (await npm()).lookUp(pkg, thorough);
    return inPool(() => lookUpPip(pkg.name, pkg.version, { ...pip, thorough }));
  };
  const versions: CliRegistry['versions'] = async (pkg) => {
    if ('npm' in pkg) return (await npm()).versions({ name: pkg.npm, registry: pkg.registry });
    return inPool(() => versionsOnPyPI(pkg.pypi, pip));
  };
  let publishers: Promise<PublisherOf> | undefined;
  return {
    lookUp,
    versions,
    async publisher(name) {
      publishers ??= import('./pypi-publisher.ts').then(({ openPublishers }) => openPublishers(pip));
      return (await publishers)(name);
    },
    latest: async (pkg) => (await versions(pkg))?.tags.latest,
    async served(pkg, version) {
      const found = await lookUp(
        'npm' in pkg ? { ecosystem: 'npm', name: pkg.npm, version } : { ecosystem: 'pypi', name: pkg.pypi, version },
      );
      const unknown = `Nobody can say whether ${'npm' in pkg ? pkg.npm : pkg.pypi} ${version} is served: ${found.detail.replace(/\.$/, '')}.`;
      if (found.state === 'unreachable') throw new KnownError('passing', unknown);
      if (found.state === 'unauthorized') throw new UserError(unknown);
      if (found.state !== 'served') return { served: false, detail: found.detail };
      const [integrity] = found.facts.integrity;
      return { served: true, detail: `served ${found.detail}`, ...(integrity !== undefined && { integrity }) };
    },
  };
}
