import { channelsFrom, toPython } from '../../packages/python/from-semver.ts';
import { toSemver } from '../../packages/python/to-semver.ts';
import type { PackageRegistry } from '../../packages/registries/package-registry.ts';
import type { ServedVersions } from '../../packages/registries/served-versions.ts';
import { UserError } from '../../platform/errors.ts';

/** A registry that speaks SemVer for Python packages too. A version that SemVer cannot say is a UserError. */
export function trainRegistry(registry: PackageRegistry): PackageRegistry {
  const channels = channelsFrom({ dev: 'dev' });
  return {
    async versions(published) {
      const served = await registry.versions(published);
      return served === undefined || 'npm' in published ? served : inSemver(served);
    },
    async latest(published) {
      const latest = await registry.latest(published);
      if (latest === undefined || 'npm' in published) return latest;
      const version = toSemver(latest);
      if (version !== undefined) return version;
      throw new UserError(
        `${published.pypi} is at ${latest} on PyPI, which no SemVer version becomes: give its next version in versions.`,
      );
    },
    served: (published, version) =>
      registry.served(published, 'npm' in published ? version : toPython(version, channels).pep440),
  };
}

/** What SemVer has no form for (a post-release) is left out: no train can plan from it. */
function inSemver({ versions, tags }: ServedVersions): ServedVersions {
  const named = Object.entries(tags).map(([tag, version]) => [tag, toSemver(version)] as const);
  return {
    versions: versions.map(toSemver).filter((version) => version !== undefined),
    tags: Object.fromEntries(named.filter((one): one is [string, string] => one[1] !== undefined)),
  };
}
