import { messageOf, UserError } from '../errors.ts';
import type { HttpCall } from './http.ts';
import { isRecord } from './registry-client.ts';

/** One call of GitHub's REST API: the parsed answer, or undefined for a 404 to a GET. Rejects with what to do about it. */
export type GitHubCall = (
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

export interface GitHubOptions {
  readonly http: HttpCall;
  readonly apiUrl: string;
  readonly token: string;
  readonly signal: AbortSignal;
}

/** Calls without retries: what fails is looked at again by the next pass. */
export function githubCalls({ http, apiUrl, token, signal }: GitHubOptions): GitHubCall {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'release-actions',
  };
  return async (method, path, body) => {
    const what = `${method} ${path}`;
    const request = { method, url: `${apiUrl}${path}`, headers, deadline: 30_000, signal };
    const sent = body === undefined ? request : { ...request, body: JSON.stringify(body) };
    const answer = await http(sent).catch((error: unknown) => {
      signal.throwIfAborted();
      throw new UserError(`GitHub: ${what} failed: ${messageOf(error)}.`, { cause: error });
    });
    if (answer.status === 404 && method === 'GET') return undefined;
    if (answer.status >= 300) throw refusal(what, answer.status, answer);
    return answer.text === '' ? undefined : JSON.parse(answer.text);
  };
}

function refusal(
  what: string,
  status: number,
  { headers, text }: { headers: Readonly<Record<string, string>>; text: string },
) {
  let message = '';
  try {
    const body: unknown = JSON.parse(text);
    if (isRecord(body) && typeof body.message === 'string') message = ` (${body.message})`;
  } catch {
    // No JSON, no words of GitHub's.
  }
  const id = headers['x-github-request-id'];
  const advice = status === 403 || status === 404 ? ' Does the token have the permission that the README names?' : '';
  return new UserError(`GitHub: ${what} answered ${status}${message}${id ? `, request ${id}` : ''}.${advice}`);
}
