import type { Reply } from '../../net/transport.ts';
import { messageIn } from './answer.ts';
import type { Course } from './call.ts';
import { AmbiguousWrite, type FailedCall, GitHubError } from './github-errors.ts';

/** What is told of an answer that is no success. */
export interface Refusal extends Pick<FailedCall, 'status' | 'requestId'> {
  readonly said: string;
}

export function refusalOf(reply: Reply): Refusal {
  const requestId = reply.headers['x-github-request-id'];
  return { status: reply.status, said: reply.status >= 400 ? messageIn(reply) : '', requestId };
}

/** The call failed for certain: the server did not do what it was asked for. Without a kind its status tells. */
export function failed(
  course: Course,
  words: string,
  because: { refusal?: Refusal; cause?: Error; kind?: GitHubError['kind'] } = {},
): GitHubError {
  const { refusal, kind, ...options } = because;
  const repeated = course.failures > 0 && refusal ? ` It failed so ${course.failures + 1} times.` : '';
  return new GitHubError({ status: 0, ...placeOf(course), ...refusal, kind }, words + repeated, options);
}

/** The call is a write, and nobody knows whether the server did it. */
export function unclear(
  course: Course,
  words: string,
  because: { refusal?: Refusal; cause?: Error } = {},
): AmbiguousWrite {
  const { refusal, ...options } = because;
  return new AmbiguousWrite({ status: 0, ...placeOf(course), ...refusal }, words, options);
}

/** The call's deadline has passed. */
export function tooLate(course: Course, cause: Error): GitHubError | AmbiguousWrite {
  const seconds = course.call.timeoutMs / 1000;
  if (course.unsettled) return unclear(course, `No answer came within the deadline of ${seconds} s.`, { cause });
  const tried = course.attempts > 1 ? ` in ${course.attempts} attempts` : '';
  const last = course.last || 'No answer came.';
  return failed(course, `It was not done within its deadline of ${seconds} s${tried}. ${last}`, { cause });
}

function placeOf({ request, away }: Course): Pick<FailedCall, 'method' | 'path'> {
  const { origin, pathname } = new URL(request.url);
  return { method: request.method, path: away ? origin + pathname : pathname };
}
