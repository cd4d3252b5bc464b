import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Route } from './agents.ts';
import { type Body, readBody } from './body.ts';
import { type Certificate, certificateOf } from './certificate.ts';
import { isSecretInClear } from './clear-text.ts';
import { checkedLookup, type InClear, type Network, requireReachable, resolveHost } from './network.ts';
import { proxyFor, requireProxySupport } from './proxy.ts';
import { RequestError } from './request-error.ts';
import { explain, type TransportCourse, watched } from './transport-errors.ts';
import { type Upload, uploadHeaders, uploadWhenWanted } from './upload.ts';

const MAX_HEADER_BYTES = 64 * 1024;
/** One request, as it goes over the wire. */
export interface HttpMessage {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Its URL or its cookie is secret, as credentials in a header are. */
  readonly isSecret?: boolean | undefined;
  readonly body?: Uint8Array | undefined;
  /** A body that is too large for memory; the server is asked first whether it wants it. */
  readonly upload?: Upload | undefined;
}

export interface Limits extends Body {
  /** Ends the exchange; the deadline is the caller's. */
  readonly signal: AbortSignal;
  /** How long a proxy may take to open a connection: Node goes on waiting for it although the signal has aborted. */
  readonly timeoutMs: number;
  /** Called as soon as the server may see something of the request. */
  readonly onSent?: (() => void) | undefined;
}

export interface Reply {
  readonly status: number;
  /** Lower-case names; repeated headers are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** What it sets, a header each. */
  readonly cookies: readonly string[];
  readonly bytes: Uint8Array;
  /** Of a connection that is not kept. */
  readonly certificate: Certificate | undefined;
}

/**
 * Sends one message and reads its whole answer, whatever its status; redirects and retries are the caller's. Throws a
 * RequestError that says whether the server may have seen it, or the signal's reason.
 */
export type Transport = (message: HttpMessage, limits: Limits) => Promise<Reply>;

/**
 * The one way to HTTP: TLS always verified, proxies honoured, addresses checked as the network says, and connected to as they
 * were checked. Reads of a trusted network share connections; a write has one of its own, because on a connection that the
 * server has just closed nobody could say whether the write was taken.
 */
export function createTransport(network: Network): Transport {
  return (message, limits) => exchange(message, network, limits);
}

async function exchange(message: HttpMessage, among: Network, limits: Limits): Promise<Reply> {
  const { url, method } = message;
  const network = { ...among, secretInClear: isSecretInClear(message) };
  const course: TransportCourse = { sent: false, resolving: false };
  const onSent = () => {
    course.sent = true;
    limits.onSent?.();
  };
  let proxy: URL | undefined;
  try {
    requireReachable(url.hostname, network);
    proxy = proxyFor(url, network.env);
    if (proxy) await checkProxied(url, proxy, network);
    const lookup = watched(checkedLookup(network), course);
    const { trusted, secretInClear } = network;
    const route = { kept: trusted && isSafe(method), proxy, lookup, secretInClear };
    const response = await send(message, network, { ...limits, route, onSent });
    const { socket } = response;
    const certificate = socket instanceof TLSSocket && !network.trusted ? certificateOf(socket) : undefined;
    const bytes = await readBody(response, url.host, limits);
    const { statusCode: status = 0, headers } = response;
    return { status, headers: flatHeaders(headers), cookies: headers['set-cookie'] ?? [], bytes, certificate };
  } catch (error) {
    throw explain(error, { target: url.host, network, course, signal: limits.signal, proxy, isWrite: !isSafe(method) });
  }
}

interface Sending extends Limits {
  readonly route: Omit<Route, 'secure'> & { readonly lookup: LookupFunction };
  readonly onSent: () => void;
}

function send(message: HttpMessage, network: Network, sending: Sending): Promise<http.IncomingMessage> {
  const { url, method, headers, body, upload } = message;
  const { route, signal, timeoutMs, onSent } = sending;
  const secure = url.protocol === 'https:';
  const length = body ? { 'content-length': String(body.byteLength) } : upload ? uploadHeaders(upload) : {};
  const options: https.RequestOptions = {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port || (secure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    method,
    signal,
    agent: network.agents({ ...route, secure }),
    maxHeaderSize: MAX_HEADER_BYTES,
    // The proxy has an address that is nobody's business here.
    ...(route.proxy ? { timeout: timeoutMs } : { lookup: route.lookup }),
    // Also where NODE_TLS_REJECT_UNAUTHORIZED says otherwise.
    ...(secure ? { rejectUnauthorized: true, secureContext: network.secureContext() } : {}),
    headers: { host: url.host, ...headers, ...length },
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(options);
    request.on('socket', (socket) => {
      if (socket.connecting || (secure && !isSecured(socket)))
        socket.once(secure ? 'secureConnect' : 'connect', onSent);
      else onSent();
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // Only a kept connection that the server has closed ends so; a read is sent again on a new one.
      if (!request.reusedSocket || error.code !== 'ECONNRESET') return reject(error);
      resolve(send(message, network, { ...sending, route: { ...route, kept: false } }));
    });
    request.on('response', resolve);
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new RequestError('protocol', `${url.host}: the server switched protocols without being asked`));
    });
    if (message.upload) uploadWhenWanted(request, message.upload);
    else request.end(body);
  });
}

function isSecured(socket: unknown): boolean {
  return socket instanceof TLSSocket && socket.authorized;
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * The proxy resolves the name, so an address can be checked here only as far as this machine can resolve it as well. Names of a
 * trusted network are not looked up: behind a proxy there may be no name server, and to find that out takes seconds.
 */
async function checkProxied(url: URL, proxy: URL, network: Network & InClear): Promise<void> {
  requireProxySupport(url, proxy);
  if (network.trusted && !network.secretInClear) return;
  await resolveHost(url.hostname, network).catch((error: unknown) => {
    if (error instanceof RequestError && error.failure === 'refused') throw error;
  });
}

function flatHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
