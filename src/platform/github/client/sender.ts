import { RequestError } from '../../net/request-error.ts';
import type { HttpMessage, Reply, Transport } from '../../net/transport.ts';
import type { Log } from '../../runner/log.ts';
import type { Clock } from '../../time/clock.ts';
import { TimedOut, within } from '../../time/within.ts';
import type { TokenSource } from '../auth/tokens.ts';
import { type Answered, begin, type Call, type Course, type Outgoing } from './call.ts';
import { failed, refusalOf, tooLate } from './call-failure.ts';
import { afterNoReply, afterReply, type NextStep } from './next-step.ts';
import { rateLimitOf, tellsLimits, unveilLimit } from './rate-limit.ts';
import { Renames } from './renames.ts';
import type { Traffic } from './traffic.ts';

export interface Usage {
  requests: number;
  charged: number;
  notModified: number;
  /** What GitHub said last of the token: milliseconds since the epoch, where it says so. */
  tokenExpiresAt?: number;
}

interface Parts {
  readonly token: TokenSource;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly random: () => number;
  readonly traffic: Traffic;
  readonly usage: Usage;
  readonly log?: Log | undefined;
}

/** GitHub gives up on a request after 10 s: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#timeouts */
const ATTEMPT_MS = 15_000;
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
      return await within({ clock, ms: call.timeoutMs, signal: call.signal }, (signal) => this.#follow(course, signal));
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
      if (step.afterMs > 0) await this.#parts.clock.sleep(step.afterMs, signal);
    }
    throw failed(course, `It was given up after ${MOST_ATTEMPTS} attempts. ${course.last}`);
  }

  async #attempt(course: Course, signal: AbortSignal): Promise<NextStep> {
    const { clock, random, token } = this.#parts;
    const circumstances = () => ({ now: clock.now(), random, token, renames: this.#renames });
    course.attempts += 1;
    try {
      const reply = await this.#request(course, signal);
      return afterReply(course, reply, circumstances());
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return afterNoReply(course, error, circumstances());
    }
  }

  /** The API is asked with the token and in turn with the token's other requests; another server without either. */
  async #request(course: Course, signal: AbortSignal): Promise<Reply> {
    const { request, call, deadline } = course;
    const onSent = () => {
      course.unsettled = !call.repeatable;
    };
    const send = (outgoing: Outgoing) => this.#exchange(outgoing, call, { signal, onSent });
    if (course.away) return send(request);
    const authorization = `Bearer ${await this.#parts.token.get()}`;
    const authorised = { ...request, headers: { ...request.headers, authorization } };
    const kind = request.method === 'GET' ? 'read' : call.urgent ? 'urgent' : 'write';
    return this.#parts.traffic.run({ kind, deadline, signal }, () => this.#inTurn(() => send(authorised)));
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
    const expiresAt = expiryOf(reply.headers);
    if (expiresAt !== undefined) usage.tokenExpiresAt = expiresAt;
    const limit = rateLimitOf(reply.status, reply.headers, refusalOf(reply).said, clock.now());
    if (limit) traffic.limited(limit, leftAt);
    else traffic.answered(leftAt, tellsLimits(reply.headers));
    return reply;
  }

  /** Reads are cut short and tried again; a write that cannot be sent again is given all the time there is. */
  async #exchange(request: Outgoing, call: Call, { signal, onSent }: Sending): Promise<Reply> {
    const { clock, transport } = this.#parts;
    const { maxBytes, sink } = call;
    const message = messageOf(request, sink ? 'identity' : 'gzip');
    const ms = timeFor(call);
    const limits = { maxBytes, sink, timeoutMs: ms, onSent };
    if (!call.repeatable) return transport(message, { ...limits, signal });
    try {
      return await within({ clock, ms, signal }, (inner) => transport(message, { ...limits, signal: inner }));
    } catch (error) {
      if (!(error instanceof TimedOut) || signal.aborted) throw error;
      throw new RequestError('timeout', `No complete answer came within ${ms / 1000} s`, { sent: true, cause: error });
    }
  }
}

/** `2026-12-01 08:00:00 UTC`, or with an offset: https://docs.github.com/rest/authentication */
function expiryOf(headers: Reply['headers']): number | undefined {
  const said = headers['github-authentication-token-expiration'];
  const at = Date.parse((said ?? '').replace(/^(\S+) (\S+) UTC$/, '$1T$2Z'));
  return Number.isNaN(at) ? undefined : at;
}

/** Milliseconds of one attempt. */
function timeFor({ repeatable, expects, timeoutMs }: Call): number {
  if (!repeatable) return timeoutMs;
  return expects === 'bytes' ? Math.max(ATTEMPT_MS, timeoutMs / 2) : ATTEMPT_MS;
}

interface Sending {
  readonly signal: AbortSignal;
  readonly onSent: () => void;
}

function messageOf({ method, url, headers, body }: Outgoing, encoding: 'gzip' | 'identity'): HttpMessage {
  const packed = { 'accept-encoding': encoding, ...headers };
  return { method, url: new URL(url), headers: packed, ...(body === undefined ? {} : { body: Buffer.from(body) }) };
}
