import { RequestError, requestErrorOf } from '../src/platform/net/request-error.ts';
import type { Transport } from '../src/platform/net/transport.ts';
import type { Clock } from '../src/platform/time/clock.ts';
import type { Answer } from './core/answer.ts';
import type { Incoming } from './core/api.ts';
import type { Exchange, Outcome } from './exchange.ts';
import type { Random } from './random.ts';

/** What lies between a caller and the embedded GitHub: latency, on a clock of which nobody waits for real. */
export interface VirtualNetwork {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly random: Random;
  readonly latency: { readonly minMs: number; readonly maxMs: number } | undefined;
}

/** In how many pieces an answer drips in. */
export const PIECES = 8;

/** Puts a request through, in the time that its way takes. Throws the signal's reason when that aborts on the way. */
export async function pass(
  { exchange, clock, random, latency }: VirtualNetwork,
  incoming: Incoming,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { minMs, maxMs } = latency ?? { minMs: 20, maxMs: 120 };
  const oneWay = random.between(minMs, maxMs) / 2;
  const sentAt = clock.now();
  await clock.sleep(oneWay, signal);
  const outcome = exchange.put(incoming, { sentAt, deliveryMs: oneWay });
  await clock.sleep(oneWay + (outcome.kind === 'answer' ? outcome.slowMs : 0), signal);
  if (outcome.kind === 'hang') return untilGivenUp(signal);
  return outcome;
}

export function resetError(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
}

/** The transport of a client that reaches the embedded GitHub and nothing else. */
export function createVirtualTransport(network: VirtualNetwork): Transport {
  const decoder = new TextDecoder();
  return async ({ url, method, headers, body }, { signal, maxBytes, onSent }) => {
    onSent?.();
    const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const header = (name: string) => named.get(name) ?? null;
    const incoming = { method, url, header, body: body === undefined ? '' : decoder.decode(body) };
    const outcome = await pass(network, incoming, signal);
    if (outcome.kind !== 'answer') throw requestErrorOf(resetError(), url.host, { sent: true });
    const { answer, dripMs } = outcome;
    const bytes = bytesOf(answer);
    const pieces = dripMs > 0 ? piecesOf(bytes).length : 0;
    for (let piece = 0; piece < pieces; piece += 1) await network.clock.sleep(dripMs / PIECES, signal);
    if (bytes.byteLength > maxBytes) throw new RequestError('too-large', `${url.host}: too large`, { sent: true });
    return { status: answer.status, headers: answer.headers, cookies: [], bytes, certificate: undefined };
  };
}

/** The body as it comes over the wire; empty where an answer of this status has none. */
export function bytesOf({ status, body }: Answer): Uint8Array<ArrayBuffer> {
  if (body === undefined || status === 204 || status === 304) return new Uint8Array();
  return typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
}

/** The parts in which a body drips in; none of an empty one. */
export function piecesOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const size = Math.max(1, Math.ceil(bytes.length / PIECES));
  const starts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size);
  return starts.map((start) => bytes.subarray(start, start + size));
}

/** Never answers; ends only when the caller gives up. */
function untilGivenUp(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
