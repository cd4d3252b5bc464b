/** One HTTP exchange: a request sent, its whole answer read. No retries, no redirects, no meaning. */

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** The route it was made from, as `GET /repos/{owner}/{repo}`: what explanations go by. */
  readonly route: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** No answer, or not a whole one. */
export class NoReply extends Error {
  override name = 'NoReply';
  /** Whether the server may have seen the request. */
  readonly sent: boolean;
  /** Whether another attempt may end differently. */
  readonly passing: boolean;

  constructor(message: string, { sent, passing, cause }: { sent: boolean; passing: boolean; cause?: unknown }) {
    super(message, { cause });
    this.sent = sent;
    this.passing = passing;
  }
}

interface Exchange {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

/** Sends the request and reads at most `maxBytes` of its answer. Throws NoReply, or the signal's reason. */
export async function exchange(request: Outgoing, { fetch, signal, maxBytes }: Exchange): Promise<Reply> {
  const { method, url, headers, body } = request;
  let reached = false;
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal,
      ...(body === undefined ? {} : { body }),
    });
    reached = true;
    return { status: response.status, headers: response.headers, bytes: await readBody(response, maxBytes) };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof NoReply) throw error;
    throw reached ? cutShort(error) : notReached(error);
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      const message = `The answer is larger than the ${maxBytes} bytes allowed for it; the rest was not read.`;
      throw new NoReply(message, { sent: true, passing: false });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function cutShort(cause: unknown): NoReply {
  return new NoReply(`The connection broke before the answer was complete (${codeOf(cause)}).`, {
    sent: true,
    passing: true,
    cause,
  });
}

/** These happen before a byte of the request can have left. */
const beforeSending = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;
const certificate = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)|_IN_CHAIN$/;

function notReached(cause: unknown): NoReply {
  const code = codeOf(cause);
  if (certificate.test(code)) {
    const message = `The server's certificate is not trusted (${code}). For a server with an own authority, set NODE_EXTRA_CA_CERTS to its certificate file.`;
    return new NoReply(message, { sent: false, passing: false, cause });
  }
  if (beforeSending.test(code)) {
    const message = `The server cannot be reached (${code}). Check api-url, the network and the proxy settings.`;
    return new NoReply(message, { sent: false, passing: true, cause });
  }
  if (/Proxy response|HTTP Tunneling/.test(deepest(cause).message)) {
    const message = `The proxy refused the connection (${deepest(cause).message}). Check https_proxy and no_proxy.`;
    return new NoReply(message, { sent: false, passing: true, cause });
  }
  return new NoReply(`The connection broke before an answer came (${code}).`, { sent: true, passing: true, cause });
}

function codeOf(error: unknown): string {
  const { code, message, name } = deepest(error);
  return code || message || name || 'for an unknown reason';
}

interface ErrorLike {
  readonly message: string;
  readonly name?: string;
  readonly code?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** `fetch failed` says nothing; its cause, or the first of several causes, does. Told by shape: fetch's errors may be of another realm. */
function deepest(error: unknown): ErrorLike {
  if (!isErrorLike(error)) return { message: String(error) };
  const inner = error.errors?.[0] ?? error.cause;
  return isErrorLike(inner) ? deepest(inner) : error;
}

function isErrorLike(value: unknown): value is ErrorLike {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}
