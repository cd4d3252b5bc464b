import type { EndOfBody } from './body.ts';
import { bodyText } from './body-text.ts';
import type { Certificate } from './certificate.ts';
import { CookieJar } from './cookie-jar.ts';
import { withDeadline } from './deadline.ts';
import type { Network } from './network.ts';
import { keepsMethod, redirectTarget } from './redirects.ts';
import { RequestError } from './request-error.ts';
import { createTransport, type HttpMessage, type Reply } from './transport.ts';

/** What is no secret of one origin and may follow a redirect to another. */
const HARMLESS_HEADERS: readonly string[] = ['accept', 'accept-encoding', 'accept-language', 'user-agent'];

interface RequestOptions {
  readonly network: Network;
  /** For everything: look-up, redirects, the last byte of the body. */
  readonly timeoutMs: number;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** Whether its URL is a secret, as that of a webhook is: like credentials it goes over plain http to no public address. */
  readonly isSecret?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default 1 MiB; a larger body is a failure. */
  readonly maxBytes?: number;
  /** Default 5; with 0 a redirect is an answer like any other. */
  readonly maxRedirects?: number;
  /** Ends the body early, for streams that never end by themselves. */
  readonly endOfBody?: EndOfBody;
  /** Whether an answer is known by its status alone: its body is not read. */
  readonly isKnownBy?: ((status: number) => boolean) | undefined;
}

export interface RequestAnswer {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Lower-case names; repeated headers are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body in its charset, UTF-8 where none is declared; what is not valid became U+FFFD, and `validText` is then false. */
  readonly text: string;
  readonly validText: boolean;
  readonly charset: string;
  /** Milliseconds from the first look-up to the last byte. */
  readonly latencyMs: number;
  readonly certificate: Certificate | undefined;
}

/**
 * One HTTP request with the rules of its network: a deadline over all of it, a cap on headers (64 KiB) and body, redirects
 * followed by hand (never from https to http, never with credentials, own headers or a body to another origin; with the
 * cookies that an origin has set on the way), addresses
 * checked after resolution and connected to as checked, TLS always verified, proxies honoured. Any status is an answer; where
 * there is none a RequestError is thrown, whose kind is `unclear` for a write that the server may have seen.
 */
export async function safeRequest(target: string, options: RequestOptions): Promise<RequestAnswer> {
  const url = parse(target);
  const started = performance.now();
  const { network, timeoutMs, signal, endOfBody, isKnownBy, maxBytes = 1024 * 1024 } = options;
  const transport = createTransport(network);
  const { last, answer } = await withDeadline({ timeoutMs, target: url.host, signal }, async (deadline) => {
    const ask = (message: HttpMessage) =>
      transport(message, { maxBytes, endOfBody, isKnownBy, timeoutMs, signal: deadline.signal });
    return follow(firstMessage(url, options), options.maxRedirects ?? 5, ask);
  });
  const { bytes, status, headers, certificate } = answer;
  const latencyMs = performance.now() - started;
  return {
    status,
    headers,
    certificate,
    body: bytes,
    ...bodyText(bytes, headers['content-type']),
    url: last.url.href,
    latencyMs,
  };
}

function parse(target: string): URL {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new RequestError('refused', `${JSON.stringify(target)} is not an http or https URL`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new RequestError('refused', `The URL of ${url.host} has credentials in it; give them as a header`);
  }
  url.hash = '';
  return url;
}

function firstMessage(url: URL, options: RequestOptions): HttpMessage {
  const given = Object.fromEntries(
    Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  // Who is not trusted may not have anything unfolded here; a stream of lines is read as it comes.
  const encoding = { 'accept-encoding': options.network.trusted && !options.endOfBody ? 'gzip' : 'identity' };
  return {
    url,
    method: (options.method ?? 'GET').toUpperCase(),
    headers: { accept: '*/*', 'user-agent': 'release-actions', ...encoding, ...given },
    isSecret: options.isSecret || given.cookie !== undefined,
    body: options.body === undefined ? undefined : Buffer.from(options.body),
  };
}

async function follow(
  first: HttpMessage,
  maxRedirects: number,
  ask: (message: HttpMessage) => Promise<Reply>,
): Promise<{ last: HttpMessage; answer: Reply }> {
  let last = first;
  const jar = new CookieJar();
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(jar.withCookies(last));
    jar.keep(last.url, answer.cookies);
    const next = maxRedirects > 0 ? redirected(last, answer) : undefined;
    if (!next) return { last, answer };
    if (redirects === maxRedirects) {
      throw new RequestError(
        'redirect',
        `${first.url.host}: more than ${maxRedirects} redirects; the last led to ${next.url.host}`,
      );
    }
    last = next;
  }
}

/** The message that a redirect asks for. Throws a RequestError where it is not followed. */
function redirected(message: HttpMessage, reply: Reply): HttpMessage | undefined {
  const from = message.url;
  const target = reply.headers.location ? redirectTarget(from, reply) : undefined;
  if (!target) return undefined;
  const refuse = (why: string) =>
    new RequestError('redirect', `${from.host}: redirected to ${why}; not followed`, { sent: true });
  if ('refused' in target) throw refuse(target.refused);
  const { to: url } = target;
  const keeps = keepsMethod(reply.status, message.method);
  const body = keeps ? message.body : undefined;
  const sameOrigin = url.origin === from.origin;
  if (!sameOrigin && body) throw refuse(`${url.host} with the body of the request`);
  return {
    url,
    method: keeps ? message.method : 'GET',
    headers: headersFor(message, { sameOrigin, withBody: body !== undefined }),
    body,
    isSecret: sameOrigin && message.isSecret,
  };
}

function headersFor(message: HttpMessage, next: { sameOrigin: boolean; withBody: boolean }): Record<string, string> {
  const kept = Object.entries(message.headers).filter(([name]) => {
    if (!next.withBody && name.startsWith('content-')) return false;
    return next.sameOrigin || HARMLESS_HEADERS.includes(name);
  });
  return Object.fromEntries(kept);
}
