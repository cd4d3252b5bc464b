import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Breaks the connection instead. */
  readonly drop?: boolean;
}

export interface PackageServer {
  readonly url: string;
  /** What was asked for, in order; paths as they were sent. */
  readonly asked: readonly Asked[];
  /** The most requests that were open at a time. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

/** An HTTP server on loopback that answers as `reply` says, after `delayMs`: a registry whose every word a test chooses. */
export async function startPackageServer(
  reply: (asked: Asked, url: string) => Reply | undefined,
  { delayMs = 0 } = {},
): Promise<PackageServer> {
  const asked: Asked[] = [];
  let [open, most, url] = [0, 0, ''];
  const server = createServer(async (request, response) => {
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    const one = { path: request.url ?? '', headers: request.headers };
    asked.push(one);
    if (delayMs > 0) await setTimeout(delayMs, undefined, { ref: false });
    const answer = reply(one, url) ?? { status: 404, body: '{"error":"Not found"}' };
    if (answer.drop) return void request.socket.destroy();
    const headers = { 'content-type': 'application/json', ...answer.headers };
    response.writeHead(answer.status ?? 200, headers).end(answer.body ?? '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    mostAtOnce: () => most,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A package document, as a registry sends it. */
export function packument(
  name: string,
  versions: Readonly<Record<string, object>>,
  tags: Readonly<Record<string, string>> = {},
): string {
  const manifests = Object.entries(versions).map(([version, more]) => [version, { name, version, ...more }]);
  return JSON.stringify({ name, 'dist-tags': tags, versions: Object.fromEntries(manifests) });
}
