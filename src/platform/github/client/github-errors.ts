import { type ErrorKind, KnownError } from '../../errors.ts';

/** What is known of a call that failed. */
export interface FailedCall {
  readonly method: string;
  /** Path of the API without its query; never a signed download address. */
  readonly path: string;
  /** 0 where there was no answer. */
  readonly status: number;
  /** GitHub's `x-github-request-id`, which its support asks for. */
  readonly requestId?: string | undefined;
  /** What GitHub itself said. */
  readonly said?: string | undefined;
}

/** A call that did not succeed, explained: method, path, status, likely cause, what to do, request id. */
export abstract class GitHubFailure extends KnownError implements FailedCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly said: string | undefined;

  constructor(kind: ErrorKind, call: FailedCall, explanation: string, options?: ErrorOptions) {
    super(kind, describe(call, explanation), options);
    this.method = call.method;
    this.path = call.path;
    this.status = call.status;
    this.requestId = call.requestId;
    this.said = call.said;
  }
}

/** GitHub did certainly not do it: a `fault` where it will say no again, `passing` where it may be asked again. */
export class GitHubError extends GitHubFailure {
  override name = 'GitHubError';
  declare readonly kind: 'fault' | 'passing';

  /** Without a kind the status tells: no answer, 429 and 5xx pass. */
  constructor(
    call: FailedCall & { readonly kind?: 'fault' | 'passing' | undefined },
    explanation: string,
    options?: ErrorOptions,
  ) {
    const passes = call.status === 0 || call.status === 429 || call.status >= 500;
    super(call.kind ?? (passes ? 'passing' : 'fault'), call, explanation, options);
  }
}

/** A write whose effect may or may not have happened: look before doing it again. */
export class AmbiguousWrite extends GitHubFailure {
  override name = 'AmbiguousWrite';
  declare readonly kind: 'unclear';

  constructor(call: FailedCall, reason: string, options?: ErrorOptions) {
    super('unclear', call, `${reason} GitHub may or may not have acted on it; look before it is sent again.`, options);
  }
}

/** The token is rate limited for longer than the caller is willing to wait; nothing was sent. */
export class Paused extends KnownError {
  override name = 'Paused';
  declare readonly kind: 'paused';
  /** Milliseconds since the epoch from which requests may be sent again. */
  readonly until: number;
  readonly reason: string;

  constructor(reason: string, until: number) {
    super(
      'paused',
      `GitHub asked for a pause (${reason}) that outlasts this request's deadline. Nothing is sent before ${new Date(until).toISOString()}; come back then.`,
    );
    this.until = until;
    this.reason = reason;
  }
}

function describe({ method, path, status, requestId, said }: FailedCall, explanation: string): string {
  const outcome = status > 0 ? `answered ${status}` : 'failed';
  const quote = said ? ` (${JSON.stringify(said.slice(0, 300))})` : '';
  const id = requestId ? ` Request id ${requestId}.` : '';
  return `${method} ${path} ${outcome}${quote}. ${explanation}${id}`.replace(/[\r\n]+/g, ' ');
}

/** An answer that is none of GitHub's: somebody stands between, or the address is not its API's. */
export function notTheForm(
  { method, url }: { readonly method: string; readonly url: string },
  expected: string,
): GitHubError {
  const at = { method, path: new URL(url).pathname, status: 200 };
  return new GitHubError(at, `The answer has not the form of GitHub's: expected ${expected}.`);
}
