import { UserError } from '../errors.ts';
import type { CallOptions, GitHubClient } from './client.ts';
import { ownerAndRepo } from './route.ts';

export interface CommitStatus {
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description?: string | undefined;
  readonly targetUrl?: string | undefined;
}

const LONGEST_DESCRIPTION = 140;

/** Sets a commit status; the last one of a context counts, so it is safe to repeat. A long description is cut. */
export async function setCommitStatus(
  client: GitHubClient,
  repository: string,
  { sha, state, context, description, targetUrl }: CommitStatus,
  options?: CallOptions,
): Promise<void> {
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(sha)) {
    throw new UserError(`${JSON.stringify(sha)} is not a commit: expected the full 40 (or 64) digits of its sha.`);
  }
  await client.writeIdempotent(
    'POST /repos/{owner}/{repo}/statuses/{sha}',
    { ...ownerAndRepo(repository), sha, state, context, description: cut(description), target_url: targetUrl },
    options,
  );
}

function cut(text: string | undefined): string | undefined {
  const characters = [...(text ?? '')];
  return characters.length > LONGEST_DESCRIPTION ? `${characters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…` : text;
}
