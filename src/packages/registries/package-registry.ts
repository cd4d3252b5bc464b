import type { ClientOptions } from '../../platform/process/run-client.ts';
import type { LookUp } from './look-up.ts';
import { lookUpNpm, versionsOnNpm } from './npm.ts';
import type { PackageVersion } from './package.ts';
import { lookUpPip, versionsOnPyPI } from './pip.ts';
import type { ServedVersions } from './served-versions.ts';

/** A package by the registry it lives on, as a manifest writes it. */
export type PackageName = { readonly npm: string } | { readonly pypi: string };

/** What a train asks of registries. Both reject with a UserError where the client is missing, and when aborted. */
export interface PackageRegistry {
  /** The version that is the latest, or undefined where the registry knows no such package: trusted publishing cannot create it. */
  latest(pkg: PackageName): Promise<string | undefined>;
  /** Every version that the registry serves, prereleases too, or undefined where it knows no such package. */
  versions(pkg: PackageName): Promise<ServedVersions | undefined>;
  /** Whether the registry serves this version now. `detail` is what was seen, for people. */
  served(pkg: PackageName, version: string): Promise<{ served: boolean; integrity?: string; detail: string }>;
}

export interface CliRegistryOptions extends ClientOptions {
  readonly registryUrl?: string | undefined;
  readonly indexUrl?: string | undefined;
}

/** A registry that can be polled for many packages; see verify.ts. */
export interface CliRegistry extends PackageRegistry {
  /** One look. `thorough`: also ask for what costs a request of its own, PyPI's digests and the commit in npm's provenance. */
  lookUp(pkg: PackageVersion, thorough?: boolean): Promise<LookUp>;
}

/** Registries as their own clients see them, npm and pip, so that .npmrc, mirrors, scopes and credentials count. */
export function cliRegistry({ registryUrl, indexUrl, ...options }: CliRegistryOptions): CliRegistry {
  const lookUp: CliRegistry['lookUp'] = ({ ecosystem, name, version }, thorough = false) =>
    ecosystem === 'npm'
      ? lookUpNpm(name, version, { ...options, registryUrl, thorough })
      : lookUpPip(name, version, { ...options, indexUrl, thorough });
  const versions: CliRegistry['versions'] = (pkg) =>
    'npm' in pkg
      ? versionsOnNpm(pkg.npm, { ...options, registryUrl })
      : versionsOnPyPI(pkg.pypi, { ...options, indexUrl });
  return {
    lookUp,
    versions,
    latest: async (pkg) => (await versions(pkg))?.tags.latest,
    async served(pkg, version) {
      const found = await lookUp(
        'npm' in pkg ? { ecosystem: 'npm', name: pkg.npm, version } : { ecosystem: 'pypi', name: pkg.pypi, version },
      );
      if (found.state !== 'served') return { served: false, detail: found.detail };
      const [integrity] = found.facts.integrity;
      return { served: true, detail: `served ${found.detail}`, ...(integrity !== undefined && { integrity }) };
    },
  };
}
