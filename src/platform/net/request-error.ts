import { type ErrorKind, KnownError } from '../errors.ts';

/**
 * Why there is no answer. `refused` by our own rules; `name`: no such host; `connection`: refused, reset or unreachable;
 * `timeout`: not in time; `protocol`, `too-large`, `redirect`: an answer we do not take; `local`: our side's fault (network
 * down, resolver or proxy not answering), which says nothing about the target; `cancelled`: by the caller's signal.
 */
type RequestFailure =
  | 'refused'
  | 'name'
  | 'connection'
  | 'tls'
  | 'timeout'
  | 'protocol'
  | 'too-large'
  | 'redirect'
  | 'local'
  | 'cancelled';

interface RequestErrorOptions extends ErrorOptions {
  /** Whether the server may have seen the request; false where it certainly has not. */
  readonly sent?: boolean;
  readonly kind?: ErrorKind | undefined;
}

const FAULTS: readonly RequestFailure[] = ['refused', 'tls', 'too-large', 'redirect'];

/** A request without an answer; the message is one sentence for people, without its full stop, and holds no header values. */
export class RequestError extends KnownError {
  override name = 'RequestError';
  readonly failure: RequestFailure;
  readonly sent: boolean;

  constructor(failure: RequestFailure, message: string, { sent = false, kind, ...options }: RequestErrorOptions = {}) {
    super(kind ?? (FAULTS.includes(failure) ? 'fault' : 'passing'), message, options);
    this.failure = failure;
    this.sent = sent;
  }
}

const BY_CODE: Readonly<Record<string, readonly [RequestFailure, string]>> = {
  ENOTFOUND: ['name', 'the name does not exist'],
  EAI_AGAIN: ['local', 'the name server of this machine did not answer'],
  EAI_FAIL: ['local', 'the name server of this machine failed'],
  ENETUNREACH: ['local', 'this machine has no route to it'],
  ENETDOWN: ['local', 'the network of this machine is down'],
  EADDRNOTAVAIL: ['local', 'this machine has no address to connect from'],
  EMFILE: ['local', 'this machine has too many open files'],
  ENFILE: ['local', 'this machine has too many open files'],
  ECONNREFUSED: ['connection', 'the connection was refused'],
  ECONNRESET: ['connection', 'the connection was closed before the answer was complete'],
  EPIPE: ['connection', 'the connection was closed before the answer was complete'],
  EHOSTUNREACH: ['connection', 'the host cannot be reached'],
  ETIMEDOUT: ['timeout', 'the connection could not be made in time'],
  CERT_HAS_EXPIRED: ['tls', 'its certificate has expired'],
  CERT_NOT_YET_VALID: ['tls', 'its certificate is not valid yet'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'its certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'its certificate is from an unknown authority'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'its certificate is from an unknown authority, or the chain is incomplete'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'tls',
    'its certificate is from an unknown authority, or the chain is incomplete',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'its certificate is for another name'],
  HPE_HEADER_OVERFLOW: ['too-large', 'its headers are larger than 64 KiB'],
};

/** What Node refuses to send at all: a line break in a header (a token that was pasted with one), a method or path that is none. */
const UNSENDABLE = /^ERR_(INVALID_CHAR|INVALID_HTTP_TOKEN|HTTP_INVALID_HEADER_VALUE|UNESCAPED_CHARACTERS)$/;

/** Turns what Node throws into a RequestError that names the target. */
export function requestErrorOf(error: unknown, target: string, options: RequestErrorOptions = {}): RequestError {
  if (error instanceof RequestError) return error;
  const [first] = (error as { errors?: readonly unknown[] } | undefined)?.errors ?? [];
  const { code = '', message = String(error) } = (first ?? error) as { code?: string; message?: string };
  const about = { cause: error, ...options };
  const said = `${plain(message)}${code ? ` (${code})` : ''}`;
  if (UNSENDABLE.test(code)) {
    return new RequestError('local', `${target}: the request cannot be sent: ${said}`, { ...about, kind: 'fault' });
  }
  const known = BY_CODE[code];
  if (known) return new RequestError(known[0], `${target}: ${known[1]} (${code})`, about);
  const failure = code.startsWith('HPE_')
    ? 'protocol'
    : /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|UNABLE_)/.test(code)
      ? 'tls'
      : 'connection';
  return new RequestError(failure, `${target}: ${said}`, about);
}

/** In one line, and of what OpenSSL says only the reason: the rest of it are places in its sources. */
function plain(message: string): string {
  const [line = ''] = message.split('\n', 1);
  const [, reason] = /:SSL routines:[^:]*:([^:]+)/.exec(line) ?? [];
  if (reason === undefined) return line;
  const isNoTls = /wrong version number|packet length too long|http request/.test(reason);
  return isNoTls ? 'it does not speak TLS, but perhaps plain HTTP' : `the TLS handshake failed: ${reason}`;
}
