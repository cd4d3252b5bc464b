import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A receiver of webhooks. */
export interface Hook {
  readonly url: string;
  /** The types of what came, oldest first: `train.failed`, `event.escalated`. */
  readonly told: readonly string[];
  /** What they say, oldest first. */
  readonly texts: readonly string[];
  close(): Promise<void>;
}

export async function startHook(): Promise<Hook> {
  const told: string[] = [];
  const texts: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { type, data } = JSON.parse(body) as { type?: unknown; data?: { text?: unknown } };
      told.push(String(type));
      texts.push(String(data?.text));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/hook`, told, texts, close };
}
