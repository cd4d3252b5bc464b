import type { GitHubClient } from '../../platform/github/client/client.ts';
import type { Run } from '../../platform/github/runs.ts';
import { isSameLogin, viewerLogin } from '../../platform/github/viewer.ts';

/** Who a client's dispatches come from, by GitHub's name; undefined where GitHub does not tell. Throws where it cannot just now. */
export type Senders = (client: GitHubClient, signal: AbortSignal) => Promise<string | undefined>;

/** Asks once for each client, and again only where there was no answer. */
export function createSenders(): Senders {
  const known = new Map<GitHubClient, string | undefined>();
  return async (client, signal) => {
    if (!known.has(client)) known.set(client, await viewerLogin(client, { signal }));
    return known.get(client);
  };
}

/** Whether the run is one that they started, as far as GitHub tells: a name in a title can be written by anyone. */
export function isSentBy({ actor }: Pick<Run, 'actor'>, sender: string | undefined): boolean {
  return sender === undefined || actor === '' || isSameLogin(actor, sender);
}
