import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './core/answer.ts';
import type { World } from './core/world.ts';
import type { Exchange, Outcome } from './exchange.ts';
import { pageOf } from './pages.ts';

const pieces = 8;
/** How often the world catches up by itself, for those who listen to it without asking. */
const catchUpMs = 20;

interface Service {
  readonly exchange: Exchange;
  readonly world: World;
}

/** Serves the world on 127.0.0.1: the API on one port, and what redirects lead to on another, which is another origin. */
export async function serveHttp(service: Service, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const { places, timeline } = service.world;
  const api = await listen(service, port);
  const blobs = await listen(service, 0);
  const origin = originOf(api);
  const prefix = new URL(places.api).pathname.replace(/\/$/, '');
  places.api = origin + prefix;
  places.html = origin;
  places.blobs = originOf(blobs);
  const ticking = setInterval(() => timeline.catchUp(), catchUpMs).unref();
  const close = async () => {
    clearInterval(ticking);
    await Promise.all([shut(api), shut(blobs)]);
  };
  return { url: places.api, close };
}

function listen(service: Service, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(service, request, response).catch((error: unknown) => {
      // A defect of ours: seen by the one who asked, and in the log.
      console.error(error);
      response.writeHead(500).end(String(error));
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer({ exchange, world }: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const header = (name: string) => {
    const value = request.headers[name];
    return value === undefined ? null : String(value);
  };
  if (request.method === 'GET' && header('accept')?.includes('text/html') && show(world, request, response)) return;
  const incoming = {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `http://${request.headers.host}`),
    header,
    body: Buffer.concat(chunks).toString('utf8'),
  };
  const outcome = exchange.put(incoming, { sentAt: world.timeline.now(), deliveryMs: 0 });
  deliver(outcome, request, response);
}

/** A browser gets a page where there is one; all else, such as the Python index, is asked of the API. */
function show(world: World, request: IncomingMessage, response: ServerResponse): boolean {
  world.timeline.catchUp();
  const page = pageOf(world, new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  if (page === undefined) return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
  return true;
}

function deliver(outcome: Outcome, request: IncomingMessage, response: ServerResponse): void {
  if (outcome.kind === 'hang') return;
  if (outcome.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const { answer: found, slowMs, dripMs } = outcome;
  const timer = setTimeout(() => (dripMs > 0 ? drip(found, dripMs, response) : write(found, response)), slowMs);
  response.once('close', () => clearTimeout(timer));
}

function write({ status, headers, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, headers);
  response.end(body);
}

function drip({ status, headers, body = '' }: Answer, ms: number, response: ServerResponse): void {
  const bytes = Buffer.from(body);
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  let offset = 0;
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.flushHeaders();
  const timer = setInterval(() => {
    response.write(bytes.subarray(offset, offset + size));
    offset += size;
    if (offset < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, ms / pieces);
  response.once('close', () => clearInterval(timer));
}
