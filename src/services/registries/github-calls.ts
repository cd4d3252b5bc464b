import type { GitHubClient } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';

/** One call of GitHub's REST API: the parsed answer, or undefined for a 404 to a GET. Rejects with what to do about it. */
export type GitHubCall = (
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

export interface GitHubCallOptions {
  readonly signal: AbortSignal;
  /** Takes secrets out of a text: a registry may have put its token into what we report. */
  readonly redact: (text: string) => string;
}

/** Calls by a client. A PATCH of ours sets what is wanted, so it may be sent twice; what creates something may not. */
export function githubCalls(client: GitHubClient, { signal, redact }: GitHubCallOptions): GitHubCall {
  return async (method, path, body = {}) => {
    if (method !== 'GET') {
      const clean: Readonly<Record<string, unknown>> = JSON.parse(redact(JSON.stringify(body)));
      const send = method === 'PATCH' ? client.writeIdempotent : client.write;
      return (await send.call(client, `${method} ${path}`, clean, { signal })).data;
    }
    try {
      return await client.read(`GET ${path}`, {}, { signal });
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return undefined;
      throw error;
    }
  };
}
