import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Certificate, certificateOf } from './certificate.ts';
import type { Deadline } from './deadline.ts';
import { type Network, pinned, resolveWithin } from './network.ts';
import { proxyFor, proxyHeaders } from './proxy.ts';
import { RequestError, requestErrorOf } from './request-error.ts';

const MAX_HEADER_BYTES = 64 * 1024;
const LINE_FEED = 10;

/** One request, as it goes over the wire. */
export interface Message {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

export interface Limits {
  readonly maxBytes: number;
  /** Ends the body early, for streams of lines that never end by themselves. */
  readonly endOfBody: ((received: Uint8Array) => boolean) | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly certificate: Certificate | undefined;
}

/** Sends one message and reads its whole answer, whatever its status; redirects are the caller's. Throws RequestError. */
export async function exchange(
  message: Message,
  network: Network,
  { deadline, limits }: { deadline: Deadline; limits: Limits },
): Promise<RawAnswer> {
  const { url } = message;
  try {
    const proxy = proxyFor(url, network.env);
    const route = proxy
      ? await routeByProxy(url, proxy, { network, deadline })
      : { lookup: pinned(await resolveWithin(url.hostname, network, deadline)) };
    const response = await send(message, network, { ...route, signal: deadline.signal });
    const certificate = response.socket instanceof TLSSocket ? certificateOf(response.socket) : undefined;
    const body = await readBody(response, url, limits);
    return { status: response.statusCode ?? 0, headers: flatHeaders(response.headers), body, certificate };
  } catch (error) {
    throw deadline.explain(error, url.host);
  }
}

function send(
  { url, method, headers, body }: Message,
  network: Network,
  route: http.RequestOptions & { readonly socket?: Socket },
): Promise<http.IncomingMessage> {
  const length = body ? { 'content-length': String(body.byteLength) } : {};
  const options = {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port || (url.protocol === 'https:' ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    method,
    agent: false as const,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Also where NODE_TLS_REJECT_UNAUTHORIZED says otherwise.
    rejectUnauthorized: true,
    secureContext: network.secureContext,
    ...route,
    headers: { host: url.host, ...headers, ...length, ...route.headers },
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(options);
    request.on('error', reject);
    request.on('response', resolve);
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new RequestError('protocol', `${url.host}: the server switched protocols without being asked`));
    });
    request.end(body);
  });
}

/**
 * How a URL is reached by a proxy: plain HTTP by naming the whole URL, TLS by a tunnel. The proxy resolves the name, so the
 * address can be checked here only as far as this machine can resolve it as well.
 */
async function routeByProxy(
  url: URL,
  proxy: URL,
  { network, deadline }: { network: Network; deadline: Deadline },
): Promise<http.RequestOptions & { socket?: Socket }> {
  await resolveWithin(url.hostname, network, deadline).catch((error: unknown) => {
    const { failure } = requestErrorOf(error, url.host);
    if (failure === 'refused') throw error;
  });
  const address = {
    host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    ...(proxy.protocol === 'https:' ? { secureContext: network.secureContext, rejectUnauthorized: true } : {}),
  };
  if (url.protocol === 'http:') return { ...address, path: url.href, headers: proxyHeaders(proxy) };
  return { socket: await openTunnel(url, proxy, { ...address, signal: deadline.signal }) };
}

function openTunnel(url: URL, proxy: URL, options: http.RequestOptions): Promise<Socket> {
  const target = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown) =>
      reject(new RequestError('local', `${url.host}: the proxy ${proxy.host} ${why}`, { cause }));
    const request = (proxy.protocol === 'https:' ? https : http).request({
      ...options,
      agent: false,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyHeaders(proxy) },
    });
    request.on('error', (error) => fail(`cannot be used: ${error.message}`, error));
    request.on('response', (response) => fail(`answered ${response.statusCode} instead of opening a tunnel`));
    request.on('connect', (response, socket) => {
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      fail(`answered ${response.statusCode} to CONNECT`);
    });
    request.end();
  });
}

async function readBody(
  response: http.IncomingMessage,
  url: URL,
  { maxBytes, endOfBody }: Limits,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > maxBytes) throw new RequestError('too-large', `${url.host}: the body is larger than ${maxBytes} bytes`);
    if (endOfBody && chunk.includes(LINE_FEED) && endOfBody(Buffer.concat(chunks))) break;
  }
  return Buffer.concat(chunks);
}

function flatHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
