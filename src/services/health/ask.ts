import type { EndOfBody } from '../../platform/net/body.ts';
import type { Network } from '../../platform/net/network.ts';
import { safeRequest } from '../../platform/net/safe-request.ts';
import type { CheckRequest, Expectations } from './check.ts';

export interface ProbeContext {
  readonly network: Network;
  /** Milliseconds that the look may take. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since the epoch; certificates are judged by it. */
  readonly now: number;
}

interface AskOptions {
  /** Ends the body early, for streams that never end by themselves. */
  readonly endOfBody?: EndOfBody;
  readonly expect?: Expectations;
}

/** A request of a check, within what is left of the look's time. A redirect is the answer where one is expected. */
export function request(
  message: CheckRequest,
  context: ProbeContext,
  { endOfBody = firstEvent, expect }: AskOptions = {},
) {
  const { url, ...rest } = message;
  const { network, timeoutMs, signal } = context;
  const awaited = expect?.status?.some(({ from, to }) => from >= 300 && to <= 399) ?? false;
  const options = { ...(awaited ? { maxRedirects: 0 } : {}), endOfBody };
  return safeRequest(url, { ...rest, network, timeoutMs, signal, ...options });
}

/** A stream of events never ends; its first block, of whatever kind, says that it is there. */
const firstEvent: EndOfBody = ({ 'content-type': type = '' }) =>
  /^text\/event-stream\b/i.test(type)
    ? (received) => /(\r\n|\n|\r)\1/.test(Buffer.from(received).toString('latin1'))
    : undefined;
