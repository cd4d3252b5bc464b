import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { type Certificate, certificateOf } from './certificate.ts';
import { withDeadline } from './deadline.ts';
import { checkedLookup, type Network, requireReachable } from './network.ts';
import { explain, watched } from './transport-errors.ts';

interface ConnectOptions {
  readonly network: Network;
  /** For everything: look-up, connection, handshake. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether to speak TLS on the connection, which is then verified. */
  readonly secure: boolean;
}

/** Opens a connection, closes it again and says what it saw: latency in ms, and the certificate of TLS. Throws RequestError. */
export async function tryConnection(
  { host, port }: { host: string; port: number },
  { network, timeoutMs, signal, secure }: ConnectOptions,
): Promise<{ latencyMs: number; certificate: Certificate | undefined }> {
  const target = `${host}:${port}`;
  const started = performance.now();
  return withDeadline({ timeoutMs, target, signal }, async (deadline) => {
    const course = { sent: false, resolving: false };
    try {
      requireReachable(host, network);
      const options = {
        host: host.replace(/^\[(.*)\]$/, '$1'),
        port,
        lookup: watched(checkedLookup(network), course),
      };
      const certificate = secure
        ? await secured(connectTls({ ...options, ...verified(options.host, network) }), deadline.signal)
        : await opened(connectTcp(options), deadline.signal);
      return { latencyMs: performance.now() - started, certificate };
    } catch (error) {
      throw explain(error, { target, network, course, signal: deadline.signal });
    }
  });
}

function verified(host: string, network: Network) {
  const isName = /[a-z]/i.test(host) && !host.includes(':');
  return {
    secureContext: network.secureContext(),
    rejectUnauthorized: true,
    ...(isName ? { servername: host } : {}),
  };
}

async function opened(socket: Socket, signal: AbortSignal): Promise<undefined> {
  await settled(socket, 'connect', signal);
}

async function secured(socket: TLSSocket, signal: AbortSignal): Promise<Certificate | undefined> {
  return settled(socket, 'secureConnect', signal, () => certificateOf(socket));
}

function settled<T>(socket: Socket, event: string, signal: AbortSignal, read?: () => T): Promise<T | undefined> {
  const abort = () => socket.destroy(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  return new Promise<T | undefined>((resolve, reject) => {
    socket.once('error', reject);
    socket.once(event, () => resolve(read?.()));
  }).finally(() => {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  });
}
