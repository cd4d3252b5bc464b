import type { Network } from '../../platform/net/network.ts';
import { safeRequest } from '../../platform/net/safe-request.ts';
import type { HttpRequest } from './check.ts';

export interface ProbeContext {
  readonly network: Network;
  /** Milliseconds that the look may take. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since the epoch; certificates are judged by it. */
  readonly now: number;
}

/** A request of a check, within what is left of the look's time. */
export function request(message: HttpRequest, context: ProbeContext, endOfBody?: (received: Uint8Array) => boolean) {
  const { url, ...rest } = message;
  const { network, timeout, signal } = context;
  return safeRequest(url, { ...rest, network, timeoutMs: timeout, signal, ...(endOfBody ? { endOfBody } : {}) });
}
