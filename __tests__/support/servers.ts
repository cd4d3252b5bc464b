import http from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** Real servers on 127.0.0.1 that are gone, with all their connections, when `close` has resolved. */
export interface Servers {
  readonly http: (handler: http.RequestListener) => Promise<string>;
  readonly https: (certificate: { cert: string; key: string }, handler: http.RequestListener) => Promise<string>;
  /** A server that speaks no HTTP of its own; answers `127.0.0.1:port`. */
  readonly raw: (onConnection: (socket: Socket) => void) => Promise<string>;
  readonly close: () => Promise<void>;
}

export function startServers(): Servers {
  const closers: (() => Promise<void>)[] = [];
  const listen = async (server: Server): Promise<number> => {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      // What a test breaks off on purpose is no failure of its server.
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });
    return (server.address() as AddressInfo).port;
  };
  return {
    http: async (handler) => `http://127.0.0.1:${await listen(http.createServer(handler))}`,
    https: async (certificate, handler) => {
      const server = https.createServer(certificate, handler);
      server.on('tlsClientError', () => undefined);
      return `https://localhost:${await listen(server)}`;
    },
    raw: async (onConnection) => `127.0.0.1:${await listen(createServer(onConnection))}`,
    close: async () => {
      await Promise.all(closers.map((close) => close()));
    },
  };
}

export function json(response: http.ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
