import { releasePackages } from '../../packages/publish/publishable.ts';
import { repositoryTree } from '../../packages/workspace/source-tree.ts';
import { KnownError } from '../../platform/errors.ts';
import type { CallOptions } from '../../platform/github/client/client.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { listFiles, readFiles } from '../../platform/github/trees.ts';

/**
 * Which of these tags record-release certainly makes at a ref, as it decides that itself: of a repository that releases one package
 * the one without its name. All of them where that is not certain.
 */
export async function exactTags(
  {
    repository,
    ref,
    tags,
  }: { readonly repository: Repository; readonly ref: string; readonly tags: readonly string[] },
  options: CallOptions,
): Promise<readonly string[]> {
  const reader = {
    list: (_: string, at: string) => listFiles(repository, at, options),
    read: (_: string, at: string, paths: readonly string[]) => readFiles(repository, { ref: at, paths }, options),
  };
  try {
    const { packages } = await releasePackages(await repositoryTree(reader, repository.name, ref));
    const isPlain = packages.length === 1 && packages.every(({ tag, version }) => tag === `v${version}`);
    const plain = tags.filter((tag) => /^v\d/.test(tag));
    return isPlain && plain.length > 0 ? plain : tags;
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return tags;
  }
}
