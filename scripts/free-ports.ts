import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Ports of loopback on which nothing listens, for a program that takes no port 0. They are below those that systems hand out by
 * themselves: one of these could be another program's before ours has started.
 */
export async function freePorts(count: number): Promise<number[]> {
  const held = new Map<number, Server>();
  while (held.size < count) {
    const port = randomInt(10_000, 32_000);
    const server = await listening(port);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map((server) => new Promise((resolve) => server.close(resolve))));
  return [...held.keys()];
}

export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

/** A server on that port; undefined where it is taken. */
function listening(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
