import type { CallOptions, GitHubClient } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';

/**
 * The login that a client acts under, which is the `actor` of what it starts: of an App or a job's token `NAME[bot]`. REST tells it
 * to people only, GraphQL to both. Undefined where GitHub refuses to tell. https://docs.github.com/graphql/reference/queries#viewer
 */
export async function viewerLogin(client: GitHubClient, options?: CallOptions): Promise<string | undefined> {
  try {
    const query = 'query { viewer { login } }';
    const { viewer } = await client.graphql<{ viewer?: { login?: string } }>(
      query,
      {},
      { ...options, idempotent: true },
    );
    return viewer?.login;
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'fault') return undefined;
    throw error;
  }
}

/**
 * Whether a client has the token of a job, which writes to no repository but the job's own, whatever it may look at.
 * https://docs.github.com/actions/concepts/security/github_token
 */
export async function isOfJob(client: GitHubClient, options?: CallOptions): Promise<boolean> {
  return client.mayBeOfJob && (await viewerLogin(client, options)) === 'github-actions[bot]';
}

/** Whether two logins are one: GitHub does not distinguish case. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
