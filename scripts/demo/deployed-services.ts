import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What runs in the rehearsed environment, and how it came there. */
export interface DeployedServices {
  /** Where a component answers. */
  urlOf(id: string): string;
  /** Component id → the version that answers. */
  readonly running: ReadonlyMap<string, string>;
  /** From now on this version answers. */
  deploy(id: string, version: string): void;
  /** How often each component was asked for its health. */
  readonly asked: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** One server stands for all components: below its id, each answers that it is well, and in which version. */
export async function startServices(versions: Readonly<Record<string, string>>): Promise<DeployedServices> {
  const running = new Map(Object.entries(versions));
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const id = decodeURIComponent(request.url?.slice(1) ?? '');
    const version = running.get(id);
    asked.set(id, (asked.get(id) ?? 0) + 1);
    response.writeHead(version === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(version === undefined ? { status: 'unknown' } : { status: 'ok', version }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    running,
    asked,
    urlOf: (id) => `http://127.0.0.1:${port}/${encodeURIComponent(id)}`,
    deploy: (id, version) => running.set(id, version),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
