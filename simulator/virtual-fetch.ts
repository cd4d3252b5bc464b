import type { Clock } from '../src/platform/time/clock.ts';
import type { Incoming } from './core/api.ts';
import type { Outcome } from './exchange.ts';
import { bytesOf, PIECES, pass, piecesOf, resetError, type VirtualNetwork } from './virtual-network.ts';

interface Outgoing extends Incoming {
  readonly signal: AbortSignal | undefined;
  readonly redirect: Request['redirect'];
}

const mostRedirects = 20;

/** A `fetch` that reaches the embedded GitHub and nothing else, and takes as long as the clock says. */
export function createFetch(network: VirtualNetwork): typeof globalThis.fetch {
  return async (input, init) => {
    let outgoing = await read(input, init);
    for (let redirects = 0; ; redirects++) {
      const outcome = await pass(network, outgoing, outgoing.signal);
      const response = deliver(outcome, outgoing, network.clock);
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
export async function handleRequest({ exchange, clock }: VirtualNetwork, request: Request): Promise<Response> {
  const outgoing = await read(request);
  return deliver(exchange.put(outgoing, { sentAt: clock.now(), deliveryMs: 0 }), outgoing, clock);
}

function deliver(outcome: Outcome, outgoing: Outgoing, clock: Clock): Response {
  if (outcome.kind !== 'answer') throw new TypeError('fetch failed', { cause: resetError() });
  const { answer, dripMs } = outcome;
  const bytes = bytesOf(answer);
  const drip = { clock, ms: dripMs, signal: outgoing.signal };
  const body = bytes.length === 0 ? null : dripMs > 0 ? dripping(piecesOf(bytes), drip) : bytes;
  const response = new Response(body, { status: answer.status, headers: answer.headers });
  Object.defineProperty(response, 'url', { value: outgoing.url.href });
  return response;
}

function dripping(
  pieces: readonly Uint8Array[],
  { clock, ms, signal }: { clock: Clock; ms: number; signal: AbortSignal | undefined },
): ReadableStream<Uint8Array> {
  const rest = pieces.values();
  let left = pieces.length;
  return new ReadableStream({
    async pull(controller) {
      await clock.sleep(ms / PIECES, signal);
      const { value } = rest.next();
      if (value) controller.enqueue(value);
      left -= 1;
      if (left === 0) controller.close();
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
