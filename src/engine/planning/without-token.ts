import { KnownError } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import { isOfJob } from '../../platform/github/viewer.ts';
import { listed } from '../../platform/text/wording.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';

interface Child {
  readonly id: string;
  readonly repository: string;
}

interface Looking {
  readonly repositoryFor: (name: string) => Repository;
  /** The repository of the job. */
  readonly home: string;
  readonly signal: AbortSignal;
}

const MOST_NAMED = 5;

/**
 * The children that would be started by the job's own token outside of its repository: GitHub refuses that, and lets it look at
 * whatever is public. A fault for each owner whose token was forgotten; one request for each client that may have such a token.
 */
export async function withoutToken<T extends Child>(
  children: readonly T[],
  { repositoryFor, home, signal }: Looking,
): Promise<{ readonly children: ReadonlySet<T>; readonly faults: readonly TrainFault[] }> {
  const elsewhere = children.filter(({ repository }) => repository.toLowerCase() !== home.toLowerCase());
  const clientOf = ({ repository }: Child): GitHubClient => repositoryFor(repository).client;
  const clients = new Set(elsewhere.map(clientOf));
  const asked = await Promise.all(
    [...clients].map(async (client) => [client, await isKnownOfJob(client, signal)] as const),
  );
  const ofJob = new Map(asked);
  const refused = elsewhere.filter((child) => ofJob.get(clientOf(child)));
  const faults = [...Map.groupBy(refused, ({ repository }) => ownerOf(repository))].map(([owner, of]) => {
    const ids = of.map(({ id }) => id);
    const message = `There is no token for ${owner}: the job's own token starts nothing outside of ${home}, so not ${listed(ids, 'or', MOST_NAMED)}. Give one by the input tokens (${owner}: …), or an App by app-id and private-key.`;
    return { at: ['components', ids[0] ?? ''], key: 'key' as const, message };
  });
  return { children: new Set(refused), faults };
}

/** False where GitHub does not tell. */
async function isKnownOfJob(client: GitHubClient, signal: AbortSignal): Promise<boolean> {
  try {
    return await isOfJob(client, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof KnownError)) throw error;
    return false;
  }
}
