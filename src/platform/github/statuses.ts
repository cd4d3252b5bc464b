import { UserError } from '../errors.ts';
import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import type { Repository } from './repository.ts';

/** The states that a commit status can have. */
export const COMMIT_STATES = ['pending', 'success', 'failure', 'error'] as const;
export type CommitState = (typeof COMMIT_STATES)[number];

/** A status as it stands on a commit. */
export interface CommitStatus {
  readonly context: string;
  readonly state: CommitState;
  readonly description: string;
  readonly targetUrl: string;
  readonly creator: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** GitHub refuses a longer one. https://docs.github.com/rest/commits/statuses#create-a-commit-status */
const LONGEST_DESCRIPTION = 140;
const MOST_STATUSES = 1_000;

interface NewStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: CommitState;
  /** Cut to what GitHub takes. */
  readonly description: string;
  readonly targetUrl?: string | undefined;
}

/** Sets a commit status; the same one twice does no harm. Throws with what the token lacks, or why the commit takes none. */
export async function setStatus(
  repository: Repository,
  { sha, context, state, description, targetUrl }: NewStatus,
  options: CallOptions = {},
): Promise<void> {
  const body = { context, state, description: cut(description), ...(targetUrl && { target_url: targetUrl }) };
  const explain = {
    403: `Setting a status needs a token with Commit statuses: write on ${repository.name}.`,
    404: `Either the token cannot see ${repository.name}, or it lacks Commit statuses: write there.`,
  };
  try {
    await repository.writeIdempotent(
      'POST /repos/{owner}/{repo}/statuses/{sha}',
      { sha, ...body },
      { ...options, explain },
    );
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 422) throw error;
    const why = /maximum number of statuses/i.test(error.said ?? '')
      ? `GitHub keeps at most 1,000 statuses of one context on a commit, and ${sha.slice(0, 7)} has them for ${context}. Push a new commit, or use another context.`
      : `GitHub took no status for ${sha.slice(0, 7)} in ${repository.name}: ${error.said}. Was the commit pushed, or force-pushed away?`;
    throw new UserError(why, { cause: error });
  }
}

interface RawStatus {
  readonly context?: string;
  readonly state?: string;
  readonly description?: string | null;
  readonly target_url?: string | null;
  readonly creator?: { readonly login?: string } | null;
  readonly created_at?: string;
}

/** The statuses of a commit, the newest first. */
export async function listStatuses(
  repository: Repository,
  sha: string,
  options: CallOptions = {},
): Promise<CommitStatus[]> {
  const statuses = await repository.list<RawStatus>(
    'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
    { ref: sha },
    { ...options, limit: MOST_STATUSES },
  );
  return statuses.map(({ context = '', state = '', description, target_url, creator, created_at = '' }) => ({
    ...{ context, state: state as CommitState, description: description ?? '', targetUrl: target_url ?? '' },
    ...{ creator: creator?.login ?? '', createdAt: Date.parse(created_at) },
  }));
}

function cut(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const characters = [...flat];
  return characters.length <= LONGEST_DESCRIPTION ? flat : `${characters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`;
}
