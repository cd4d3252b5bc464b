import type { LookupFunction } from 'node:net';
import { KnownError } from '../errors.ts';
import type { Network } from './network.ts';
import { RequestError, requestErrorOf } from './request-error.ts';

/** How far an exchange has come. */
export interface TransportCourse {
  /** The server may have seen something of it. */
  sent: boolean;
  resolving: boolean;
}

interface TransportCircumstances {
  /** `host` or `host:port`, as messages name it. */
  readonly target: string;
  readonly network: Network;
  readonly course: TransportCourse;
  readonly signal: AbortSignal;
  readonly proxy?: URL | undefined;
  readonly isWrite?: boolean;
}

/** The look-up, which also tells the course that it is under way. */
export function watched(lookup: LookupFunction, course: TransportCourse): LookupFunction {
  return (hostname, options, callback) => {
    course.resolving = true;
    lookup(hostname, options, (...answer) => {
      course.resolving = false;
      callback(...answer);
    });
  };
}

/** What to throw for an error of an exchange: the signal's reason where that ended it, else a RequestError that says what to do. */
export function explain(error: unknown, { signal, ...circumstances }: TransportCircumstances): unknown {
  // What takes the body has its own reasons.
  if (error instanceof KnownError && !(error instanceof RequestError)) return error;
  if (!signal.aborted) return explained(error, circumstances);
  const { reason } = signal;
  const { target, isWrite, course } = circumstances;
  if (!(reason instanceof RequestError) || reason.failure !== 'timeout') return reason;
  // A look-up that takes too long is our resolver's fault, not the host's.
  if (course.resolving) return new RequestError('local', `${target}: the name could not be resolved in time`);
  const kind = course.sent && isWrite ? 'unclear' : 'passing';
  return new RequestError('timeout', reason.message, { sent: course.sent, kind });
}

function explained(
  error: unknown,
  { target, network, course: { sent }, proxy, isWrite }: Omit<TransportCircumstances, 'signal'>,
): RequestError {
  const { failure, message, ...known } = requestErrorOf(error, target, { sent });
  if (sent) {
    const kind = isWrite ? 'unclear' : known.kind;
    return new RequestError(failure, message, { sent, kind, cause: error });
  }
  if (failure === 'tls') {
    const isUnknown = /unknown authority|self-signed/.test(message);
    return new RequestError(failure, isUnknown ? `${message}; ${network.authorityHint}` : message, { cause: error });
  }
  // Before anything was sent nobody but the proxy can have failed.
  if (proxy && ['name', 'connection', 'timeout', 'protocol'].includes(failure)) {
    const why = statusOf(error) ?? message.replace(`${target}: `, '');
    const text = `${target}: the proxy ${proxy.host} opened no connection: ${why}. Check the proxy's variables and no_proxy`;
    return new RequestError('local', text, { cause: error });
  }
  return new RequestError(failure, message, { kind: known.kind, cause: error });
}

/** What the proxy answered to CONNECT. */
function statusOf(error: unknown): string | undefined {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? `it answered ${status} to CONNECT` : undefined;
}
