/** One exchange over HTTP. It rejects with an Error that names the host where there was no answer. */
export type HttpCall = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds that the whole exchange may take, its body included. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const BODY_LIMIT = 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * A call over `fetch`. Redirects of a GET are followed by hand, and across origins without any header that could carry a
 * credential; a redirected write is handed back, for nobody knows what it did.
 */
export function fetchCall(): HttpCall {
  return async ({ method, url, headers = {}, body, deadline, signal }) => {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
    let target = new URL(url);
    let sent = headers;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const init = { method, headers: sent, signal: bounded, redirect: 'manual' as const };
      const answer = await exchange(target, body === undefined ? init : { ...init, body }, deadline);
      const location = answer.headers.location;
      if (method !== 'GET' || answer.status < 300 || answer.status > 399 || !location) return answer;
      const next = nextTarget(location, target);
      if (next.origin !== target.origin) sent = { accept: headers.accept ?? '*/*' };
      target = next;
    }
    throw new Error(`${new URL(url).host} redirected more than ${MAX_REDIRECTS} times`);
  };
}

function nextTarget(location: string, from: URL): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (!next || !['http:', 'https:'].includes(next.protocol)) throw new Error(`${from.host} redirected to no http URL`);
  return next;
}

async function exchange(url: URL, init: RequestInit, deadline: number): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await cappedText(response) };
  } catch (error) {
    if (propertyOf(error, 'name') === 'TimeoutError') {
      throw new Error(`${url.host} did not answer within ${deadline / 1_000} s`, { cause: error });
    }
    const code = propertyOf(propertyOf(error, 'cause'), 'code');
    throw code === undefined ? error : new Error(`no connection to ${url.host} (${code})`, { cause: error });
  }
}

/** By shape, not class: what `fetch` throws may come from another realm. */
function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? value[name as keyof typeof value] : undefined;
}

async function cappedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) throw new Error(`${new URL(response.url).host} answered with more than 1 MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
