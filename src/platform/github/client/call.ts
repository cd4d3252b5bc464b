import type { Sink } from '../../net/body.ts';
import type { Reply } from '../../net/transport.ts';

/** A request to GitHub's API, before it has a token. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** The route it was made from, as `GET /repos/{owner}/{repo}`: what explanations go by. */
  readonly route: string;
}

/** How much is taken of a body, and where it goes instead of into memory. */
export interface Download {
  readonly maxBytes: number;
  readonly sink?: Sink | undefined;
}

/** A request and the rules it is sent by. */
export interface Call extends Download {
  readonly request: Outgoing;
  /** Whether it may be sent again although the server may have acted on it already. */
  readonly repeatable: boolean;
  readonly expects: 'json' | 'bytes';
  /** For all attempts and pauses. */
  readonly timeoutMs: number;
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

/** What one call has been through so far. */
export interface Course {
  readonly call: Call;
  /** What is sent next: the call's request, or what a redirect or an older version made of it. */
  request: Outgoing;
  /** Another server than the API's answers: no token, no rate limit. */
  away: boolean;
  attempts: number;
  failures: number;
  unauthorised: number;
  redirects: number;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** The server may have seen a write whose answer has not come. */
  unsettled: boolean;
  last: string;
}

/** A call that has not been sent yet; `now` is when its deadline begins. */
export function begin(call: Call, now: number): Course {
  return {
    call,
    request: call.request,
    away: false,
    attempts: 0,
    failures: 0,
    unauthorised: 0,
    redirects: 0,
    deadline: now + call.timeoutMs,
    unsettled: false,
    last: '',
  };
}
