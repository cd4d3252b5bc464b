import type { Clock } from '../clock.ts';
import { isRecord } from '../records.ts';
import type { Log } from '../runner/commands.ts';
import { contentOf, messageIn } from './answer.ts';
import { TimedOut, within } from './deadline.ts';
import { AmbiguousWrite, type Failure, GitHubError } from './errors.ts';
import { exchange, NoReply, type Outgoing, type Reply } from './exchange.ts';
import { explain } from './explain.ts';
import { rateLimitOf } from './rate-limit.ts';
import { isRedirect, redirectOf } from './redirects.ts';
import type { TokenSource } from './tokens.ts';
import type { Traffic } from './traffic.ts';

/** A request and the rules it is sent by. */
export interface Call {
  readonly request: Outgoing;
  /** Whether it may be sent again although the server may have acted on it already. */
  readonly repeatable: boolean;
  readonly expects: 'json' | 'bytes';
  readonly maxBytes: number;
  /** Milliseconds for all attempts and pauses. */
  readonly deadline: number;
  readonly signal?: AbortSignal | undefined;
  readonly urgent: boolean;
  readonly explain?: Partial<Record<number, string>> | undefined;
  /** Set where the API version is the client's choice, which gives way to an older server's. */
  readonly olderVersion?: ((request: Outgoing) => Outgoing | undefined) | undefined;
}

/** An answer of 2xx, or 304 to a conditional request. */
export interface Answered {
  readonly reply: Reply;
  readonly data: unknown;
}

export interface Usage {
  requests: number;
  charged: number;
  notModified: number;
}

interface Parts {
  readonly token: TokenSource;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly traffic: Traffic;
  readonly usage: Usage;
  readonly log?: Log | undefined;
}

/** GitHub gives up on a request after 10 s: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#timeouts */
const ATTEMPT = 15_000;
const MOST_ATTEMPTS = 12;
const MOST_REDIRECTS = 5;

/** What one call has been through so far. */
interface Course {
  request: Outgoing;
  /** Another server than the API's answers: no token, no rate limit. */
  away: boolean;
  attempts: number;
  failures: number;
  unauthorised: number;
  redirects: number;
  readonly endsAt: number;
  readonly startedAt: number;
  /** The server may have seen a write whose answer has not come. */
  unsettled: boolean;
  last: string;
}

type Step =
  | { readonly next: 'done'; readonly answer: Answered }
  | { readonly next: 'again'; readonly after: number }
  | { readonly next: 'fail'; readonly error: Error };

/**
 * Sends calls of one token by the rules: pauses for everyone, retries with backoff and jitter where that is safe, redirects by
 * hand, one deadline over it all.
 */
export class Sender {
  readonly #parts: Parts;
  readonly #renamed = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async send(call: Call): Promise<Answered> {
    const { clock } = this.#parts;
    const startedAt = clock.now();
    const course: Course = {
      request: call.request,
      away: false,
      attempts: 0,
      failures: 0,
      unauthorised: 0,
      redirects: 0,
      startedAt,
      endsAt: startedAt + call.deadline,
      unsettled: false,
      last: '',
    };
    const bounds = { clock, ms: call.deadline, signal: call.signal };
    try {
      return await within(bounds, (signal) => this.#follow(call, course, signal));
    } catch (error) {
      if (error instanceof TimedOut) throw this.#tooLate(call, course, error);
      throw error;
    }
  }

  async #follow(call: Call, course: Course, signal: AbortSignal): Promise<Answered> {
    while (course.attempts < MOST_ATTEMPTS) {
      const step = await this.#attempt(call, course, signal);
      if (step.next === 'done') return step.answer;
      if (step.next === 'fail') throw step.error;
      if (step.after > 0) await this.#parts.clock.sleep(step.after, signal);
    }
    throw failure(course, `It was given up after ${MOST_ATTEMPTS} attempts. ${course.last}`);
  }

  async #attempt(call: Call, course: Course, signal: AbortSignal): Promise<Step> {
    course.attempts += 1;
    let reply: Reply;
    try {
      reply = await this.#request(call, course, signal);
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      return this.#broken(call, course, error);
    }
    return this.#judge(call, course, reply);
  }

  async #request(call: Call, course: Course, signal: AbortSignal): Promise<Reply> {
    const { token, traffic, clock, usage } = this.#parts;
    const send = (request: Outgoing) => {
      course.unsettled = !call.repeatable;
      return this.#exchange(request, call, signal);
    };
    if (course.away) return send(course.request);
    const authorization = `Bearer ${await token.get()}`;
    const request = { ...course.request, headers: { ...course.request.headers, authorization } };
    const kind = request.method === 'GET' ? 'read' : call.urgent ? 'urgent' : 'write';
    const { endsAt } = course;
    return traffic.run({ kind, endsAt, signal }, async () => {
      const leftAt = clock.now();
      usage.requests += 1;
      usage.charged += 1;
      const reply = unveiled(await send(request));
      // Told before the place is given free, so that nobody slips out into the pause.
      const limit = rateLimitOf(reply.status, reply.headers, messageIfFailed(reply), clock.now());
      if (limit) traffic.limited(limit, leftAt);
      else traffic.answered(leftAt);
      return reply;
    });
  }

  /** Reads are cut short and tried again; a write that cannot be sent again is given all the time there is. */
  async #exchange(request: Outgoing, call: Call, signal: AbortSignal): Promise<Reply> {
    const { clock, fetch } = this.#parts;
    const { maxBytes } = call;
    if (!call.repeatable) return exchange(request, { fetch, signal, maxBytes });
    const ms = call.expects === 'bytes' ? Math.max(ATTEMPT, call.deadline / 2) : ATTEMPT;
    try {
      return await within({ clock, ms, signal }, (inner) => exchange(request, { fetch, signal: inner, maxBytes }));
    } catch (error) {
      if (!(error instanceof TimedOut) || signal.aborted) throw error;
      throw new NoReply(`No complete answer came within ${ms / 1000} s.`, { sent: true, passing: true, cause: error });
    }
  }

  #broken(call: Call, course: Course, broken: NoReply): Step {
    course.last = broken.message;
    if (!broken.sent) course.unsettled = false;
    if (broken.sent && !call.repeatable) return { next: 'fail', error: ambiguous(course, broken.message, broken) };
    const error = failure(course, broken.message, { cause: broken });
    return broken.passing ? this.#later(course, error) : { next: 'fail', error };
  }

  #judge(call: Call, course: Course, reply: Reply): Step {
    const { status } = reply;
    if (status >= 200 && status < 300) return this.#accept(call, course, reply);
    if (status === 304) {
      this.#parts.usage.charged -= 1;
      this.#parts.usage.notModified += 1;
      return { next: 'done', answer: { reply, data: undefined } };
    }
    if (isRedirect(status)) return this.#redirect(call, course, reply);

    const answered = answerOf(reply);
    course.last = `Last answer: ${status}${answered.said ? ` ${answered.said}` : ''}.`;
    if (course.away) return this.#startOver(call, course, answered);
    const words = explain({ reply, said: answered.said, route: course.request.route, overrides: call.explain });
    if (status < 500) return this.#refused(call, course, reply, words);
    if (!call.repeatable) return { next: 'fail', error: ambiguous(course, words, undefined, answered) };
    return this.#later(course, failure(course, words, {}, answered));
  }

  /** The server did not act; the same request may be accepted after a pause, with a new token, or in an older version. */
  #refused(call: Call, course: Course, reply: Reply, words: string): Step {
    course.unsettled = false;
    const { status, said, ...answered } = answerOf(reply);
    if (rateLimitOf(status, reply.headers, said, this.#parts.clock.now())) return { next: 'again', after: 0 };
    if (status === 401 && course.unauthorised++ === 0) {
      return { next: 'again', after: this.#parts.token.refresh() ? 0 : 1000 };
    }
    const older = namesVersion(status, said, course.request) ? call.olderVersion?.(course.request) : undefined;
    if (!older) return { next: 'fail', error: failure(course, words, {}, { status, said, ...answered }) };
    course.request = older;
    return { next: 'again', after: 0 };
  }

  /** A signed download address that fails may have run out: ask the API for a new one. */
  #startOver(call: Call, course: Course, answered: Answer): Step {
    const words = 'The storage that GitHub sent us to for the download failed.';
    const error = failure(course, words, {}, answered);
    if (answered.status === 404 || answered.status === 410) return { next: 'fail', error };
    Object.assign(course, { request: call.request, away: false, redirects: 0 });
    return this.#later(course, error);
  }

  #accept(call: Call, course: Course, reply: Reply): Step {
    course.unsettled = false;
    if (call.expects === 'bytes') return { next: 'done', answer: { reply, data: undefined } };
    const content = contentOf(reply);
    if ('data' in content) return { next: 'done', answer: { reply, data: content.data } };
    course.last = content.fault;
    const answered = answerOf(reply);
    if (!call.repeatable) return { next: 'fail', error: ambiguous(course, content.fault, undefined, answered) };
    return this.#later(course, failure(course, content.fault, {}, answered));
  }

  #redirect(call: Call, course: Course, reply: Reply): Step {
    course.unsettled = false;
    const redirect = redirectOf(course.request, reply, call.expects === 'bytes');
    const answered = answerOf(reply);
    if ('refused' in redirect) return { next: 'fail', error: failure(course, redirect.refused, {}, answered) };
    course.redirects += 1;
    if (course.redirects > MOST_REDIRECTS) {
      return { next: 'fail', error: failure(course, `It redirects more than ${MOST_REDIRECTS} times.`, {}, answered) };
    }
    if (!redirect.away && !course.away) this.#warnOfRename(course.request, redirect.next);
    Object.assign(course, { request: redirect.next, away: course.away || redirect.away });
    return { next: 'again', after: 0 };
  }

  #warnOfRename(from: Outgoing, to: Outgoing): void {
    const repository = /\/repos\/([^/]+\/[^/?]+)/.exec(new URL(from.url).pathname)?.[1];
    if (repository === undefined || this.#renamed.has(repository)) return;
    this.#renamed.add(repository);
    this.#parts.log?.warning(
      `${repository} was renamed or moved: GitHub answers from ${new URL(to.url).pathname}. Use its new name; the old one may be given to another repository.`,
    );
  }

  /** Another attempt after a pause, unless that would be too late. */
  #later(course: Course, error: GitHubError): Step {
    const backoff = Math.min(1000 * 2 ** course.failures, 30_000);
    course.failures += 1;
    const after = backoff * (0.5 + this.#parts.random() / 2);
    if (this.#parts.clock.now() + after < course.endsAt) return { next: 'again', after };
    return { next: 'fail', error };
  }

  #tooLate(call: Call, course: Course, cause: TimedOut): Error {
    const seconds = call.deadline / 1000;
    if (course.unsettled) return ambiguous(course, `No answer came within the deadline of ${seconds} s.`, cause);
    const tried = course.attempts > 1 ? ` in ${course.attempts} attempts` : '';
    const last = course.last || 'No answer came.';
    return failure(course, `It was not done within its deadline of ${seconds} s${tried}. ${last}`, { cause });
  }
}

interface Answer extends Pick<Failure, 'status' | 'requestId'> {
  readonly said: string;
}

function answerOf(reply: Reply): Answer {
  const requestId = reply.headers.get('x-github-request-id') ?? undefined;
  return { status: reply.status, said: messageIfFailed(reply), requestId };
}

function failure(course: Course, words: string, options: ErrorOptions = {}, answer?: Answer): GitHubError {
  const repeated = course.failures > 0 && answer ? ` It failed so ${course.failures + 1} times.` : '';
  return new GitHubError({ status: 0, ...place(course), ...answer }, words + repeated, options);
}

function ambiguous(course: Course, words: string, cause?: Error, answer?: Answer): AmbiguousWrite {
  return new AmbiguousWrite({ status: 0, ...place(course), ...answer }, words, cause && { cause });
}

function place({ request, away }: Course): Pick<Failure, 'method' | 'path'> {
  const { origin, pathname } = new URL(request.url);
  return { method: request.method, path: away ? origin + pathname : pathname };
}

/** GraphQL reports a rate limit with status 200. */
function unveiled(reply: Reply): Reply {
  if (reply.status !== 200 || !Buffer.from(reply.bytes).includes('"RATE_LIMITED"')) return reply;
  const content = contentOf(reply);
  const errors = 'data' in content && isRecord(content.data) ? content.data.errors : undefined;
  const limited = Array.isArray(errors) && errors.some((error) => isRecord(error) && error.type === 'RATE_LIMITED');
  return limited ? { ...reply, status: 429 } : reply;
}

function messageIfFailed(reply: Reply): string {
  return reply.status >= 400 ? messageIn(reply) : '';
}

/** Servers before GHES 3.21 refuse the version, naming the header. */
function namesVersion(status: number, said: string, { headers }: Outgoing): boolean {
  if (status !== 400 && status !== 422) return false;
  const version = headers['x-github-api-version'] ?? '';
  return said.includes(version) || /x-github-api-version|\bapi version\b|return_run_details/i.test(said);
}
