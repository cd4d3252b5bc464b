import { UserError } from '../../errors.ts';

export interface Failure {
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

/** A request that failed, explained: method, path, status, likely cause, what to do, request id. */
export class GitHubError extends UserError implements Failure {
  override name = 'GitHubError';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly said: string | undefined;

  constructor(failure: Failure, explanation: string, options?: ErrorOptions) {
    super(describe(failure, explanation), options);
    this.method = failure.method;
    this.path = failure.path;
    this.status = failure.status;
    this.requestId = failure.requestId;
    this.said = failure.said;
  }
}

/** A write whose effect may or may not have happened: look before doing it again. */
export class AmbiguousWrite extends UserError implements Failure {
  override name = 'AmbiguousWrite';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly said: string | undefined;

  constructor(failure: Failure, reason: string, options?: ErrorOptions) {
    super(
      describe(failure, `${reason} GitHub may or may not have acted on it; look before it is sent again.`),
      options,
    );
    this.method = failure.method;
    this.path = failure.path;
    this.status = failure.status;
    this.requestId = failure.requestId;
    this.said = failure.said;
  }
}

/** The token is rate limited for longer than the caller is willing to wait; nothing was sent. */
export class Paused extends UserError {
  override name = 'Paused';
  /** Milliseconds since the epoch from which requests may be sent again. */
  readonly until: number;
  readonly reason: string;

  constructor(reason: string, until: number) {
    super(
      `GitHub asked for a pause (${reason}) that outlasts this request's deadline. Nothing is sent before ${new Date(until).toISOString()}; come back then.`,
    );
    this.until = until;
    this.reason = reason;
  }
}

function describe({ method, path, status, requestId, said }: Failure, explanation: string): string {
  const outcome = status > 0 ? `answered ${status}` : 'failed';
  const quote = said ? ` (${JSON.stringify(said.slice(0, 300))})` : '';
  const id = requestId ? ` Request id ${requestId}.` : '';
  return `${method} ${path} ${outcome}${quote}. ${explanation}${id}`.replace(/[\r\n]+/g, ' ');
}
