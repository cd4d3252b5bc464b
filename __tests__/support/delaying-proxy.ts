import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** How one request is answered instead of by the origin, or undefined to pass it on. */
export type Interference = (
  path: string,
  count: number,
) => { status: number; body?: string; drop?: boolean } | undefined;

/** A real HTTP server in front of a registry that plays its bad days; `count` says how often the path was asked for. */
export async function startProxy(origin: string, interfere: Interference): Promise<Proxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    const instead = interfere(path, requests.filter((one) => one === path).length);
    if (instead?.drop) request.socket.destroy();
    else if (instead)
      response.writeHead(instead.status, { 'content-type': 'application/json' }).end(instead.body ?? '{}');
    else void pass(origin, request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function pass(origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { accept = '*/*', authorization } = request.headers;
  const answer = await fetch(origin + request.url, { headers: { accept, ...(authorization && { authorization }) } });
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(body);
}
