import { messageOf } from '../../platform/errors.ts';
import { RequestError } from '../../platform/net/request-error.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { ServiceCredentials, Use } from './credentials.ts';
import type { HttpCall } from './http-call.ts';
import { interpret, LONGEST_PAUSE_MS, RegistryProblem, type RegistryReply, Throttled } from './registry-answer.ts';

/** JSON over HTTP to one registry. Paths stand below the base URL; a whole URL may lead to another host of the same registry. */
export interface RegistryClient {
  readonly baseUrl: string;
  /** Repeats what failed on the way, within bounds. A 404 is a reply, not a problem. */
  get(path: string, use?: Use): Promise<RegistryReply>;
  /** Sends once: a write must be looked for before it is sent again. */
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, write?: WriteOptions): Promise<RegistryReply>;
}

interface WriteOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly use?: Use;
}

interface RegistryClientOptions {
  readonly http: HttpCall;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds per exchange. */
  readonly timeoutMs: number;
  /** What lets a request in; nothing without it. */
  readonly credentials?: ServiceCredentials;
}

const READ_ATTEMPTS = 3;
const READ_PAUSE: Backoff = { firstMs: 500, factor: 2, longestMs: 10_000 };

/** Failures before anything was sent, which the same request would meet again. */
const FINAL: readonly RequestError['failure'][] = ['refused', 'redirect', 'tls'];

/**
 * A client for the registry at a base URL (without a trailing slash). Its calls reject with a RegistryProblem, and with
 * Throttled where it asks for a pause.
 */
export function createRegistryClient(baseUrl: string, options: RegistryClientOptions): RegistryClient {
  const once = async (
    method: string,
    path: string,
    { use, body, headers: own }: WriteOptions = {},
  ): Promise<RegistryReply> => {
    const url = /^https?:/.test(path) ? path : `${baseUrl}${path}`;
    const what = `${method} ${withoutQuery(url)}`;
    const headers = { accept: 'application/json', ...options.credentials?.(url, use), ...own };
    const json =
      body === undefined ? { headers } : { headers: { ...headers, ...JSON_BODY }, body: JSON.stringify(body) };
    const request = { method, url, ...json, timeoutMs: options.timeoutMs, signal: options.signal };
    const answer = await options.http(request).catch((error: unknown) => {
      options.signal.throwIfAborted();
      const final = error instanceof RequestError && FINAL.includes(error.failure);
      const kind = final ? 'refused' : 'unreachable';
      throw new RegistryProblem(kind, `${what} failed: ${messageOf(error)}.`, { cause: error });
    });
    return interpret(what, answer);
  };
  return {
    baseUrl,
    send: once,
    async get(path, use) {
      for (let failed = 0; ; failed++) {
        try {
          return await once('GET', path, use === undefined ? {} : { use });
        } catch (error) {
          const pause = error instanceof Throttled ? error.retryAfter : backoffMs(READ_PAUSE, failed);
          if (failed + 1 === READ_ATTEMPTS || !isPassing(error) || pause > LONGEST_PAUSE_MS) throw error;
          await options.clock.sleep(pause, options.signal);
        }
      }
    },
  };
}

const JSON_BODY = { 'content-type': 'application/json' };

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

/** Whether the problem leaves open what happened, so that the same request may do better. */
export function isPassing(error: unknown): boolean {
  return error instanceof RegistryProblem && error.kind === 'passing';
}

/** A path segment made from a name. */
export function fillPath(template: string, name: string): string {
  return template.replaceAll('{name}', encodeURIComponent(name));
}
