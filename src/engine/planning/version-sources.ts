import type { PackageRegistry } from '../../packages/registries/package-registry.ts';
import type { ServedVersions } from '../../packages/registries/served-versions.ts';
import { UserError } from '../../platform/errors.ts';
import { readFile } from '../../platform/github/contents.ts';
import { absentIs404 } from '../../platform/github/refs.ts';
import { listTags } from '../../platform/github/releases.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';
import type { PackageName } from '../../train/manifest/packages.ts';

/** Where versions are asked for. Each answers undefined where it shows nothing, and throws where it cannot tell. */
export interface VersionSources {
  /** Every version that a registry serves, as SemVer (Python versions converted). */
  served(published: PackageName): Promise<ServedVersions | undefined>;
  /** The names of all tags of the repository; undefined where there is no such repository, or the token may not see it. Rejects with TooManyTags. */
  tags(repository: string): Promise<readonly string[] | undefined>;
  /** A parsed package.json, at a branch or tag (the default branch where none is given). */
  packageJson(
    repository: string,
    place: { readonly path: string; readonly ref?: string | undefined },
  ): Promise<unknown>;
}

/** A repository that has more is asked in fifty requests already. */
const MOST_TAGS = 5_000;

/** A repository has more tags than are read: anyone who gives the version need not wait for them. */
export class TooManyTags extends UserError {
  override name = 'TooManyTags';

  constructor(repository: string) {
    super(
      `${repository} has ${MOST_TAGS.toLocaleString('en')} tags or more, too many to read: give its version in versions.`,
    );
  }
}

/**
 * GitHub and the registries. The tags of a repository of several components are asked for once. Asking for too many tags
 * rejects with TooManyTags.
 */
export function versionSources(
  repositoryFor: (name: string) => Repository,
  registry: Pick<PackageRegistry, 'versions'>,
  signal: AbortSignal,
): VersionSources {
  const tagsByRepository = new Map<string, Promise<readonly string[] | undefined>>();
  const ask = async (repository: string) => {
    const tags = await absentIs404(() => listTags(repositoryFor(repository), { signal, limit: MOST_TAGS }));
    if (tags?.length !== MOST_TAGS) return tags?.map(({ name }) => name);
    throw new TooManyTags(repository);
  };
  return {
    served: (published) => registry.versions(published),
    tags: (repository) => {
      const key = repository.toLowerCase();
      const asked = tagsByRepository.get(key) ?? ask(repository);
      tagsByRepository.set(key, asked);
      return asked;
    },
    packageJson: async (repository, { path, ref }) => {
      const text = await readFile(repositoryFor(repository), { path, ref }, { signal });
      return text === undefined ? undefined : JSON.parse(withoutMark(text));
    },
  };
}
