import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { ensure } from './ensure.ts';
import type { Repository } from './repository.ts';

interface RawRef {
  readonly ref: string;
  readonly object: { readonly sha: string };
}

/** The commit (or tag object) a ref points to, such as `heads/main` or `tags/v1.0.0`; undefined where there is none. */
export async function getRef(repository: Repository, ref: string, options?: CallOptions): Promise<string | undefined> {
  return absentIs404(async () => {
    const found = await repository.read<RawRef>('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref }, options);
    return found.object.sha;
  });
}

interface RefTarget {
  /** Without `refs/`: `heads/main`, `tags/v1.0.0`. */
  readonly ref: string;
  readonly sha: string;
}

/** Creates a ref if there is none: of many callers at once exactly one gets `created`. Throws AmbiguousWrite. */
export async function createRef(
  repository: Repository,
  { ref, sha }: RefTarget,
  options?: CallOptions,
): Promise<'created' | 'exists'> {
  const params = { ref: `refs/${ref}`, sha };
  try {
    await repository.write('POST /repos/{owner}/{repo}/git/refs', params, options);
    return 'created';
  } catch (error) {
    if (error instanceof GitHubError && error.status === 422 && /already exists/i.test(error.said ?? ''))
      return 'exists';
    throw error;
  }
}

/** Moves a ref forward; `lost-race` where the new commit does not descend from the present one and `force` is not set. */
export async function updateRef(
  repository: Repository,
  { ref, sha, force = false }: RefTarget & { readonly force?: boolean },
  options?: CallOptions,
): Promise<'updated' | 'lost-race'> {
  const params = { ref, sha, force };
  const move = async () => {
    try {
      await repository.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', params, options);
      return 'updated';
    } catch (error) {
      if (error instanceof GitHubError && error.status === 422 && /fast.forward/i.test(error.said ?? ''))
        return 'lost-race';
      throw error;
    }
  };
  const isThere = async () => (await getRef(repository, ref, options)) === sha;
  return ensure<'updated' | 'lost-race'>(move, async () => ((await isThere()) ? 'updated' : undefined));
}

/** Deletes a ref; one that is not there is `absent`. */
export async function deleteRef(
  repository: Repository,
  ref: string,
  options?: CallOptions,
): Promise<'deleted' | 'absent'> {
  try {
    await repository.writeIdempotent('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ref }, options);
    return 'deleted';
  } catch (error) {
    const absent = error instanceof GitHubError && (error.status === 404 || /does not exist/i.test(error.said ?? ''));
    if (absent) return 'absent';
    throw error;
  }
}

/** Undefined where GitHub answers 404. */
export async function absentIs404<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined;
    throw error;
  }
}
