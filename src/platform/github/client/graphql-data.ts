import { isRecord, listOf, mapOf } from '../../records.ts';
import { scalarText } from '../../text/scalar-text.ts';
import type { Answered, Outgoing } from './call.ts';
import { AmbiguousWrite, GitHubError } from './github-errors.ts';

export interface GraphqlCall {
  readonly request: Outgoing;
  readonly idempotent: boolean;
  /** What the token is known by, see `TokenSource`. */
  readonly tokenName: string;
  /** Takes what is refused of one part, by the name of that part: the others then count. */
  readonly onRefused?: ((part: string, why: string) => void) | undefined;
}

/**
 * The `data` of a GraphQL answer. Throws a GitHubError for the errors in it, and AmbiguousWrite where GitHub failed in the middle
 * of what is not idempotent. https://docs.github.com/graphql/guides/forming-calls-with-graphql
 */
export function graphqlData(
  { data, reply }: Answered,
  { request, idempotent, tokenName, onRefused }: GraphqlCall,
): unknown {
  const answer = mapOf(data);
  const errors = listOf(answer.errors).filter(isRecord);
  if (errors.length === 0 && answer.data !== undefined) return answer.data;
  if (onRefused && isRecord(answer.data) && errors.length > 0 && errors.every(isAboutPart)) {
    for (const { path, message } of errors) onRefused(scalarText((path as unknown[])[0]), scalarText(message));
    return answer.data;
  }
  const call = {
    method: request.method,
    path: new URL(request.url).pathname,
    status: reply.status,
    requestId: reply.headers['x-github-request-id'],
    said: errors.map(({ type, message }) => [type, message].map(scalarText).filter(Boolean).join(': ')).join('; '),
  };
  if (errors.length === 0 || errors.some(isFailureInside)) {
    const words = 'GitHub failed while it worked on the request.';
    throw idempotent ? new GitHubError({ ...call, kind: 'passing' }, words) : new AmbiguousWrite(call, words);
  }
  const whose = errors.some(isAboutToken) ? ` Token used: ${tokenName}.` : '';
  throw new GitHubError(call, `GraphQL refused the request; its message says why.${whose}`);
}

/** GitHub reports its own failures inside an answer of 200 without a type, as "Something went wrong while executing your query". */
function isFailureInside({ type, message }: Record<string, unknown>): boolean {
  return (
    type === 'INTERNAL' ||
    type === 'SERVICE_UNAVAILABLE' ||
    /something went wrong|timed? ?out/i.test(scalarText(message))
  );
}

/** Refused is one part of the question, and its name says which. */
function isAboutPart(error: Record<string, unknown>): boolean {
  return isAboutToken(error) && Array.isArray(error.path) && error.path.length > 0;
}

/** What REST would refuse with 403 or 404. */
function isAboutToken({ type }: Record<string, unknown>): boolean {
  return type === 'FORBIDDEN' || type === 'NOT_FOUND' || type === 'INSUFFICIENT_SCOPES';
}
