import { KnownError } from '../../platform/errors.ts';
import { pagesOfRepositories, type RepositoryFacts } from '../../platform/github/repositories.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';

/** So many are worth a page of their owner's list, which has a hundred: what it does not show is asked for one by one. */
const WORTH_A_PAGE = 10;

interface Looking {
  readonly repositoryFor: (name: string) => Repository;
  readonly signal: AbortSignal;
}

/**
 * What the lists of their owners say of repositories (`owner/name`) where many are asked for, by name in lower case; of others
 * there, too. What is not in it is there all the same: it was renamed, or no page was worth it.
 */
export async function listedRepositories(
  names: Iterable<string>,
  looking: Looking,
): Promise<Map<string, RepositoryFacts>> {
  const wanted = Map.groupBy(new Set([...names].map((name) => name.toLowerCase())), ownerOf);
  const found = await Promise.all([...wanted.values()].map((of) => listedOf(of, looking)));
  return new Map(found.flat());
}

async function listedOf(wanted: readonly string[], { repositoryFor, signal }: Looking) {
  const [first = ''] = wanted;
  const found = new Map<string, RepositoryFacts>();
  let pages = Math.floor(wanted.length / WORTH_A_PAGE);
  if (pages === 0) return [];
  try {
    for await (const page of pagesOfRepositories(repositoryFor(first).client, ownerOf(first), { signal })) {
      for (const facts of page) found.set(facts.name.toLowerCase(), facts);
      pages -= 1;
      if (pages === 0 || wanted.every((name) => found.has(name))) break;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof KnownError)) throw error;
  }
  return [...found];
}
