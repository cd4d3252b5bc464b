import type { Log } from '../../runner/commands.ts';
import type { Clock } from '../../time/clock.ts';
import type { TokenSource } from '../auth/tokens.ts';
import { type Answered, begin, type Call, type Course } from './call.ts';
import { failed, refusalOf, tooLate } from './call-failure.ts';
import { exchange, NoReply, type Outgoing, type Reply } from './github-exchange.ts';
import { afterNoReply, afterReply, type Step } from './next-step.ts';
import { rateLimitOf, unveilLimit } from './rate-limit.ts';
import { Renames } from './renames.ts';
import { TimedOut, within } from './request-deadline.ts';
import type { Traffic } from './traffic.ts';

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

/** Sends calls of one token: each in its turn, again as often as its answers ask for, with one deadline over it all. */
export class Sender {
  readonly #parts: Parts;
  readonly #renames: Renames;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#renames = new Renames(parts.log);
  }

  async send(call: Call): Promise<Answered> {
    const { clock } = this.#parts;
    const course = begin(call, clock.now());
    try {
      return await within({ clock, ms: call.deadline, signal: call.signal }, (signal) => this.#follow(course, signal));
    } catch (error) {
      if (error instanceof TimedOut) throw tooLate(course, error);
      throw error;
    }
  }

  async #follow(course: Course, signal: AbortSignal): Promise<Answered> {
    while (course.attempts < MOST_ATTEMPTS) {
      const step = await this.#attempt(course, signal);
      if (step.next === 'done') return step.answer;
      if (step.next === 'fail') throw step.error;
      if (step.after > 0) await this.#parts.clock.sleep(step.after, signal);
    }
    throw failed(course, `It was given up after ${MOST_ATTEMPTS} attempts. ${course.last}`);
  }

  async #attempt(course: Course, signal: AbortSignal): Promise<Step> {
    const { clock, random, token } = this.#parts;
    const circumstances = () => ({ now: clock.now(), random, token, renames: this.#renames });
    course.attempts += 1;
    try {
      const reply = await this.#request(course, signal);
      return afterReply(course, reply, circumstances());
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      return afterNoReply(course, error, circumstances());
    }
  }

  /** The API is asked with the token and in turn with the token's other requests; another server without either. */
  async #request(course: Course, signal: AbortSignal): Promise<Reply> {
    const { request, call, endsAt } = course;
    const send = (outgoing: Outgoing) => {
      course.unsettled = !call.repeatable;
      return this.#exchange(outgoing, call, signal);
    };
    if (course.away) return send(request);
    const authorization = `Bearer ${await this.#parts.token.get()}`;
    const authorised = { ...request, headers: { ...request.headers, authorization } };
    const kind = request.method === 'GET' ? 'read' : call.urgent ? 'urgent' : 'write';
    return this.#parts.traffic.run({ kind, endsAt, signal }, () => this.#inTurn(() => send(authorised)));
  }

  /** Counts the request, and tells the traffic what its answer means for all others. */
  async #inTurn(send: () => Promise<Reply>): Promise<Reply> {
    const { traffic, clock, usage } = this.#parts;
    const leftAt = clock.now();
    usage.requests += 1;
    usage.charged += 1;
    const reply = unveilLimit(await send());
    if (reply.status === 304) {
      usage.charged -= 1;
      usage.notModified += 1;
    }
    // Told before the place is given free, so that nobody slips out into the pause.
    const limit = rateLimitOf(reply.status, reply.headers, refusalOf(reply).said, clock.now());
    if (limit) traffic.limited(limit, leftAt);
    else traffic.answered(leftAt);
    return reply;
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
}
