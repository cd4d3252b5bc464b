import type { Clock } from '../src/platform/time/clock.ts';
import type { Answer } from './core/answer.ts';
import type { Incoming } from './core/api.ts';
import type { Exchange, Outcome } from './exchange.ts';
import type { Random } from './random.ts';

export interface Transport {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly random: Random;
  readonly latency: { readonly minMs: number; readonly maxMs: number } | undefined;
}

interface Outgoing extends Incoming {
  readonly signal: AbortSignal | undefined;
  readonly redirect: Request['redirect'];
}

const mostRedirects = 20;
const pieces = 8;

/** A `fetch` that reaches the embedded GitHub and nothing else, and takes as long as the clock says. */
export function createFetch(transport: Transport): typeof globalThis.fetch {
  return async (input, init) => {
    let outgoing = await read(input, init);
    for (let redirects = 0; ; redirects++) {
      const response = await send(transport, outgoing);
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status >= 400 || outgoing.redirect === 'manual') {
        return response;
      }
      if (outgoing.redirect === 'error' || redirects >= mostRedirects) throw new TypeError('fetch failed');
      outgoing = redirected(outgoing, new URL(location, outgoing.url));
    }
  };
}

/** Answers at once, by the real rules but for latency. */
export async function handleRequest({ exchange, clock }: Transport, request: Request): Promise<Response> {
  const outgoing = await read(request);
  const outcome = exchange.put(outgoing, { sentAt: clock.now(), deliveryMs: 0 });
  return deliver(outcome, outgoing, clock);
}

async function send({ exchange, clock, random, latency }: Transport, outgoing: Outgoing): Promise<Response> {
  const { minMs, maxMs } = latency ?? { minMs: 20, maxMs: 120 };
  const oneWay = random.between(minMs, maxMs) / 2;
  const sentAt = clock.now();
  await clock.sleep(oneWay, outgoing.signal);
  const outcome = exchange.put(outgoing, { sentAt, deliveryMs: oneWay });
  await clock.sleep(oneWay + (outcome.kind === 'answer' ? outcome.slowMs : 0), outgoing.signal);
  return deliver(outcome, outgoing, clock);
}

async function deliver(outcome: Outcome, outgoing: Outgoing, clock: Clock): Promise<Response> {
  if (outcome.kind === 'reset') {
    const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
    throw new TypeError('fetch failed', { cause });
  }
  if (outcome.kind === 'hang') return aborted(outgoing.signal);
  const { answer, dripMs } = outcome;
  const body = dripMs > 0 ? dripping(answer, { clock, ms: dripMs, signal: outgoing.signal }) : bodyOf(answer);
  const response = new Response(body, { status: answer.status, headers: answer.headers });
  Object.defineProperty(response, 'url', { value: outgoing.url.href });
  return response;
}

/** Never answers; ends only when the caller gives up. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function bodyOf({ status, body }: Answer): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || status === 204 || status === 304) return null;
  return typeof body === 'string' ? body : new Uint8Array(body);
}

function dripping(
  answer: Answer,
  { clock, ms, signal }: { clock: Clock; ms: number; signal: AbortSignal | undefined },
): ReadableStream<Uint8Array> | null {
  const body = bodyOf(answer);
  if (body === null) return null;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  let offset = 0;
  return new ReadableStream({
    async pull(controller) {
      await clock.sleep(ms / pieces, signal);
      controller.enqueue(bytes.subarray(offset, offset + size));
      offset += size;
      if (offset >= bytes.length) controller.close();
    },
  });
}

/** What `fetch` was called with; plain texts, as clients send them, need no Request to be built. */
async function read(input: string | URL | Request, init: RequestInit = {}): Promise<Outgoing> {
  const isPlain = !(input instanceof Request) && (init.body == null || typeof init.body === 'string');
  const request = isPlain ? undefined : new Request(input, init);
  const headers = request?.headers ?? (init.headers instanceof Headers ? init.headers : new Headers(init.headers));
  return {
    method: (request?.method ?? init.method ?? 'GET').toUpperCase(),
    url: new URL(request?.url ?? String(input)),
    header: (name) => headers.get(name),
    body: request ? await request.text() : ((init.body as string | null | undefined) ?? ''),
    signal: init.signal ?? request?.signal ?? undefined,
    redirect: init.redirect ?? request?.redirect ?? 'follow',
  };
}

/** As the standard has it: credentials stay behind when the origin changes. */
function redirected(outgoing: Outgoing, url: URL): Outgoing {
  const isSameOrigin = url.origin === outgoing.url.origin;
  return {
    ...outgoing,
    method: 'GET',
    body: '',
    url,
    header: (name) => (name === 'authorization' && !isSameOrigin ? null : outgoing.header(name)),
  };
}
