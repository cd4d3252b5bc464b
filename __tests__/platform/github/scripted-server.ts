import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../src/platform/time/clock.ts';

export interface Received {
  readonly method: string;
  /** With its query, as it was sent. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The injected clock's time of arrival. */
  readonly at: number;
}

export type Play = (request: Received, response: ServerResponse) => void;

export interface ScriptedServer {
  readonly url: string;
  readonly requests: Received[];
  /** What it does with the next requests, one each; after the last it answers 418. */
  play(...plays: Play[]): void;
  /** Resolves when so many requests have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that plays a script of answers. */
export async function startServer(clock: Clock): Promise<ScriptedServer> {
  const requests: Received[] = [];
  const script: Play[] = [];
  const watchers = new Set<() => void>();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const received = {
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
        at: clock.now(),
      };
      requests.push(received);
      const play = script.shift() ?? json({ message: 'the script is over' }, { status: 418 });
      play(received, response);
      for (const watch of watchers) watch();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    play: (...plays) => void script.push(...plays),
    arrived: (count) =>
      new Promise((resolve) => {
        const watch = () => {
          if (requests.length < count) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Shape {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export function json(body: unknown, { status = 200, headers = {} }: Shape = {}): Play {
  return (_, response) => {
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': 'AB12:CD34',
      ...headers,
    });
    response.end(status === 204 || status === 304 || body === undefined ? undefined : JSON.stringify(body));
  };
}

export function raw(body: string | Uint8Array, { status = 200, headers = {} }: Shape = {}): Play {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** The connection is reset before anything is answered. */
export const reset: Play = (_, response) => {
  response.socket?.resetAndDestroy();
};

/** The connection is reset in the middle of an answer of 200. */
export const resetAfterHead: Play = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"half":', () => response.socket?.resetAndDestroy());
};

/** Nothing is ever answered. */
export const hang: Play = () => {};

/** The answer comes byte by byte and never ends. */
export const drip: Play = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 2);
  response.on('close', () => clearInterval(timer));
};
