import { type Access, type AccessBook, createBudget } from './core/access.ts';
import { type Answer, Problem, problemAnswer } from './core/answer.ts';
import type { Api, Incoming, Result, Target } from './core/api.ts';
import { block, secondaryProblem } from './core/limits.ts';
import type { World } from './core/world.ts';
import type { Fault, FaultSchedule } from './faults.ts';
import type { Random } from './random.ts';
import type { EffectRecord, RequestRecord } from './types.ts';

/** What comes of a request, for whatever carries it to deliver. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly slowMs: number; readonly dripMs: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

export interface ExchangeOptions {
  readonly world: World;
  readonly api: Api;
  readonly book: AccessBook;
  readonly faults: FaultSchedule | undefined;
  readonly random: Random;
  readonly requests: RequestRecord[];
  readonly effects: EffectRecord[];
}

export interface Timing {
  /** When the caller sent it. */
  readonly sentAt: number;
  /** How long the answer will be on its way. */
  readonly deliveryMs: number;
}

/** A long train commits its whole state again and again: keeping all of that would fill the memory. */
const longestRecordedBody = 16_384;

/** Puts a request through: faults before, the answer, faults after; and writes down what happened. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #nobody: Access = { kind: 'anonymous', name: 'unknown token', budget: createBudget(60) };
  readonly #prefix: string;
  /** The request in hand, for the record of effects. */
  requestId: string | undefined;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#prefix = new URL(options.world.places.api).pathname;
  }

  put(incoming: Incoming, timing: Timing): Outcome {
    const { world, requests, effects, random } = this.#options;
    world.timeline.catchUp();
    const path = withoutPrefix(incoming.url.pathname, this.#prefix);
    const target = this.#target(incoming.method, path);
    const requestId = this.#newRequestId(requests.length);
    const fault = this.#options.faults?.({
      n: requests.length + 1,
      at: world.timeline.now(),
      method: incoming.method,
      path,
      operation: target.operation,
      random: random.next,
    });
    const access = this.#identify(incoming);
    const caller = access instanceof Problem ? this.#nobody : access;
    const insideRetryAfter = isInside(caller, timing.sentAt);
    const effectsBefore = effects.length;
    this.requestId = requestId;
    const { outcome, charged } = this.#perform({ incoming, target, path, access, caller, fault, timing });
    this.requestId = undefined;
    requests.push({
      at: timing.sentAt,
      method: incoming.method,
      path: path + incoming.url.search,
      operation: target.operation,
      status: outcome.kind === 'answer' ? outcome.answer.status : 0,
      token: caller.name,
      body: incoming.body.slice(0, longestRecordedBody),
      requestId,
      faultApplied: fault?.kind,
      effect: effects[effectsBefore]?.kind,
      charged,
      insideRetryAfter,
    });
    return withCommonHeaders(outcome, {
      'x-github-request-id': requestId,
      date: new Date(world.timeline.now()).toUTCString(),
    });
  }

  #target(method: string, path: string): Target {
    if (path.startsWith('/registry/')) return { kind: 'unknown', operation: `registry/${path.split('/')[2]}` };
    if (path.startsWith('/_')) return { kind: 'unknown', operation: 'blob' };
    return this.#options.api.target(method, path);
  }

  #identify(incoming: Incoming): Access | Problem {
    try {
      const { book, world } = this.#options;
      return book.identify(incoming.header('authorization'), world.timeline.now());
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  #newRequestId(count: number): string {
    const part = () => this.#options.world.random.ids.between(0, 0xffff).toString(16).toUpperCase().padStart(4, '0');
    return `${part()}:${part()}${part()}:${count.toString(16).toUpperCase().padStart(6, '0')}`;
  }

  #perform(request: Request): { outcome: Outcome; charged: boolean } {
    const { fault } = request;
    if (fault?.kind === 'late') return this.#later(request, fault.ms);
    const early = faultBefore(request);
    if (early) return { outcome: early, charged: false };
    const { answer, charged } = this.#answer(request);
    return { outcome: faultAfter(request.fault, answer), charged };
  }

  /** It is on its way for so long, whatever has become of its sender. */
  #later(request: Request, ms: number): { outcome: Outcome; charged: boolean } {
    const { requestId } = this;
    this.#options.world.timeline.schedule(ms, () => {
      this.requestId = requestId;
      this.#answer({ ...request, fault: undefined });
      this.requestId = undefined;
    });
    return { outcome: { kind: 'hang' }, charged: false };
  }

  #answer({ incoming, target, path, access, fault, timing }: Request): Result {
    const { world, api } = this.#options;
    if (path.startsWith('/registry/')) {
      const base = `${new URL(world.places.api).origin}/registry`;
      const answer = world.registry.answer(path.slice('/registry'.length), incoming.header('accept') ?? '', base);
      return { answer, charged: false };
    }
    if (path.startsWith('/_')) return { answer: this.#blob(incoming, path), charged: false };
    if (access instanceof Problem) return { answer: problemAnswer(access), charged: true };
    return api.answer({ incoming, target, access, fault, deliveryMs: timing.deliveryMs });
  }

  /** Storage knows nothing of GitHub's tokens, and refuses anyone who sends one. */
  #blob(incoming: Incoming, path: string): Answer {
    const headers = { 'content-type': 'application/xml' };
    if (incoming.header('authorization') !== null) {
      return { status: 401, headers, body: '<Error><Code>InvalidAuthenticationInfo</Code></Error>' };
    }
    const blob = this.#options.world.blobs.get(path.slice('/_blobs/'.length));
    if (blob === undefined) return { status: 404, headers, body: '<Error><Code>BlobNotFound</Code></Error>' };
    return { status: 200, headers: { 'content-type': blob.type }, body: blob.read() };
  }
}

interface Request {
  readonly incoming: Incoming;
  readonly target: Target;
  readonly path: string;
  /** Or why nobody is known by that token. */
  readonly access: Access | Problem;
  readonly caller: Access;
  readonly fault: Fault | undefined;
  readonly timing: Timing;
}

function withoutPrefix(path: string, prefix: string): string {
  if (path === '/api/graphql') return '/graphql';
  return prefix !== '/' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

function isInside({ budget }: Access, sentAt: number): boolean {
  return budget.blocked !== undefined && sentAt >= budget.blocked.from && sentAt < budget.blocked.until;
}

function plain(answer: Answer): Outcome {
  return { kind: 'answer', answer, slowMs: 0, dripMs: 0 };
}

function serverError(status: number): Outcome {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return plain({ status, headers, body: `<html><head><title>Unicorn! · ${status}</title></head></html>` });
}

/** The outcome of a fault that strikes before anything happens. */
function faultBefore({ fault, caller, timing }: Request): Outcome | undefined {
  switch (fault?.kind) {
    case 'status':
      return fault.when === 'before' ? serverError(fault.status) : undefined;
    case 'reset':
      return fault.when === 'before' ? { kind: 'reset' } : undefined;
    case 'hang':
      return fault.when === 'after' ? undefined : { kind: 'hang' };
    case 'unauthorized':
      return plain(problemAnswer(new Problem(401, 'Bad credentials')));
    case 'rate-limited':
      return rateLimited(fault, caller, timing);
    default:
      return undefined;
  }
}

function faultAfter(fault: Fault | undefined, answer: Answer): Outcome {
  switch (fault?.kind) {
    case 'status':
      return serverError(fault.status);
    case 'reset':
      return { kind: 'reset' };
    case 'hang':
      return { kind: 'hang' };
    case 'drip':
      return { kind: 'answer', answer, slowMs: 0, dripMs: fault.ms };
    case 'slow':
      return { kind: 'answer', answer, slowMs: fault.ms, dripMs: 0 };
    default:
      return plain(answer);
  }
}

function rateLimited(fault: Fault & { kind: 'rate-limited' }, { budget }: Access, timing: Timing): Outcome {
  const delivered = timing.sentAt + 2 * timing.deliveryMs;
  // A reset is a whole second of the calendar: the limit lasts until then.
  const reset = Math.ceil((delivered + fault.seconds * 1000) / 1000);
  const headers: Record<string, string> =
    fault.hint === 'retry-after'
      ? { 'retry-after': String(fault.seconds) }
      : fault.hint === 'reset'
        ? {
            'x-ratelimit-limit': String(budget.limit),
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': String(reset),
          }
        : {};
  if (fault.hint !== 'none') {
    const until = fault.hint === 'reset' ? reset * 1000 : delivered + fault.seconds * 1000;
    block(budget, delivered, until);
  }
  const problem =
    fault.hint === 'reset'
      ? new Problem(fault.status, 'API rate limit exceeded.', { headers })
      : secondaryProblem(fault.status, headers);
  return plain(problemAnswer(problem));
}

function withCommonHeaders(outcome: Outcome, common: Readonly<Record<string, string>>): Outcome {
  if (outcome.kind !== 'answer') return outcome;
  const { answer } = outcome;
  return { ...outcome, answer: { ...answer, headers: { ...answer.headers, ...common } } };
}
