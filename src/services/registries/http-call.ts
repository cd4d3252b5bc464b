import type { Network } from '../../platform/net/network.ts';
import { safeRequest } from '../../platform/net/safe-request.ts';

/** One exchange over HTTP. It rejects with a RequestError that names the host where there was no answer. */
export type HttpCall = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds that the whole exchange may take, its body included. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Calls by the hardened request: redirects of a GET are followed without credentials across origins, private addresses are
 * refused unless the network allows them. A redirected write is handed back, for nobody knows what it did.
 */
export function networkCall(network: Network): HttpCall {
  return ({ url, method, ...message }) =>
    safeRequest(url, { ...message, method, network, maxRedirects: method === 'GET' ? 5 : 0 });
}
