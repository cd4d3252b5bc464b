import type { RequestError } from '../../net/request-error.ts';
import type { Reply } from '../../net/transport.ts';
import { type Backoff, jitteredBackoffMs } from '../../time/backoff.ts';
import type { TokenSource } from '../auth/tokens.ts';
import { contentOf } from './answer.ts';
import type { Answered, Course, Outgoing } from './call.ts';
import { failed, type Refusal, refusalOf, unclear } from './call-failure.ts';
import { explain } from './explain.ts';
import type { GitHubError } from './github-errors.ts';
import { type Redirect, redirectOf } from './github-redirects.ts';
import { rateLimitOf } from './rate-limit.ts';
import type { Renames } from './renames.ts';

/** What follows an attempt: the call has its answer, is sent again after a pause, or has failed. */
export type NextStep =
  | { readonly next: 'done'; readonly answer: Answered }
  | { readonly next: 'again'; readonly afterMs: number }
  | { readonly next: 'fail'; readonly error: Error };

/** What a step is decided by beyond the call's own course. */
interface CallCircumstances {
  readonly now: number;
  readonly random: () => number;
  readonly token: TokenSource;
  readonly renames: Renames;
}

const MOST_REDIRECTS = 5;
/** Refusals of which the first question is whose token it was. */
const TOKENS_FAULT: readonly number[] = [401, 403, 404];
const AT_ONCE: NextStep = { next: 'again', afterMs: 0 };
const BACKOFF: Backoff = { firstMs: 1_000, factor: 2, longestMs: 30_000 };

/** No answer came, or not a whole one: sent again where the server cannot have acted, or may act twice. */
export function afterNoReply(course: Course, cause: RequestError, circumstances: CallCircumstances): NextStep {
  const words = wordsFor(cause, circumstances.token.name);
  course.last = words;
  if (!cause.sent) course.unsettled = false;
  if (cause.sent && !course.call.repeatable) return fail(unclear(course, words, { cause }));
  const kind = cause.kind === 'fault' ? 'fault' : 'passing';
  const error = failed(course, words, { cause, kind });
  return kind === 'passing' ? later(course, error, circumstances) : fail(error);
}

/** Where nobody answers, the fault is most often in how the API is reached. */
function wordsFor({ message, failure, sent }: RequestError, token: string): string {
  // Node names the header: https://nodejs.org/api/errors.html#err_invalid_char
  if (message.includes('["authorization"]')) {
    return `It was not sent, because ${token} holds a line break or another character that no token has: store the secret again.`;
  }
  const isUnreached = !sent && (failure === 'name' || failure === 'connection' || failure === 'timeout');
  return `${message}.${isUnreached ? ' Check api-url, the network and the proxy settings.' : ''}`;
}

/** What an answer means for its call; the course is brought up to date with it. */
export function afterReply(course: Course, reply: Reply, circumstances: CallCircumstances): NextStep {
  const { call } = course;
  const { status } = reply;
  if (status >= 200 && status < 300) return accept(course, reply, circumstances);
  if (status === 304) return { next: 'done', answer: { reply, data: undefined } };
  const to = redirectOf(course.request, reply, call.expects === 'bytes');
  if (to) return redirect(course, { to, reply }, circumstances);

  const refusal = refusalOf(reply);
  course.last = `Last answer: ${status}${refusal.said ? ` ${refusal.said}` : ''}.`;
  if (course.away) return startOver(course, refusal, circumstances);
  const cause = explain({ reply, said: refusal.said, route: course.request.route, overrides: call.explain });
  const words = TOKENS_FAULT.includes(status) ? `${cause} Token used: ${circumstances.token.name}.` : cause;
  if (status < 500) return afterRefusal(course, { reply, refusal, words }, circumstances);
  if (!call.repeatable) return fail(unclear(course, words, { refusal }));
  return later(course, failed(course, words, { refusal }), circumstances);
}

function accept(course: Course, reply: Reply, circumstances: CallCircumstances): NextStep {
  const { expects, repeatable } = course.call;
  course.unsettled = false;
  if (expects === 'bytes') return { next: 'done', answer: { reply, data: undefined } };
  const content = contentOf(reply);
  if ('data' in content) return { next: 'done', answer: { reply, data: content.data } };
  course.last = content.fault;
  const refusal = refusalOf(reply);
  if (!repeatable) return fail(unclear(course, content.fault, { refusal }));
  return later(course, failed(course, content.fault, { refusal, kind: 'passing' }), circumstances);
}

function redirect(
  course: Course,
  { to, reply }: { to: NonNullable<Redirect>; reply: Reply },
  { renames }: CallCircumstances,
): NextStep {
  course.unsettled = false;
  const refusal = refusalOf(reply);
  if ('refused' in to) return fail(failed(course, to.refused, { refusal }));
  course.redirects += 1;
  if (course.redirects > MOST_REDIRECTS) {
    return fail(failed(course, `It redirects more than ${MOST_REDIRECTS} times.`, { refusal }));
  }
  if (!to.away && !course.away) renames.tell(course.request, to.next);
  course.request = to.next;
  course.away ||= to.away;
  return AT_ONCE;
}

/** A signed download address that fails may have run out: ask the API for a new one. */
function startOver(course: Course, refusal: Refusal, circumstances: CallCircumstances): NextStep {
  const error = failed(course, 'The storage that GitHub sent us to for the download failed.', { refusal });
  if (refusal.status === 404 || refusal.status === 410) return fail(error);
  Object.assign(course, { request: course.call.request, away: false, redirects: 0 });
  return later(course, error, circumstances);
}

/** The server did not act; the same request may be accepted after a pause, with a new token, or in an older version. */
function afterRefusal(
  course: Course,
  { reply, refusal, words }: { reply: Reply; refusal: Refusal; words: string },
  { now, token }: CallCircumstances,
): NextStep {
  course.unsettled = false;
  // The pause is kept by the traffic of this token, so the request only has to queue again.
  if (rateLimitOf(refusal.status, reply.headers, refusal.said, now)) return AT_ONCE;
  if (refusal.status === 401 && course.unauthorised++ === 0) {
    return { next: 'again', afterMs: token.refresh() ? 0 : 1000 };
  }
  const older = namesVersion(refusal, course.request) ? course.call.olderVersion?.(course.request) : undefined;
  if (!older) return fail(failed(course, words, { refusal }));
  course.request = older;
  return AT_ONCE;
}

/** Servers before GHES 3.21 refuse the version, naming the header. */
function namesVersion({ status, said }: Refusal, { headers }: Outgoing): boolean {
  if (status !== 400 && status !== 422) return false;
  const version = headers['x-github-api-version'] ?? '';
  return said.includes(version) || /x-github-api-version|\bapi version\b|return_run_details/i.test(said);
}

/** Another attempt after a pause, unless that would be too late. */
function later(course: Course, error: GitHubError, { now, random }: CallCircumstances): NextStep {
  const afterMs = jitteredBackoffMs(BACKOFF, course.failures, random);
  course.failures += 1;
  return now + afterMs < course.deadline ? { next: 'again', afterMs } : fail(error);
}

function fail(error: Error): NextStep {
  return { next: 'fail', error };
}
