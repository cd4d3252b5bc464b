import { messageOf } from '../../platform/errors.ts';
import { RequestError } from '../../platform/net/request-error.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { HttpCall } from './http-call.ts';
import { interpret, LONGEST_PAUSE, RegistryProblem, type Reply, Throttled } from './registry-answer.ts';

/** JSON over HTTP to one registry. Paths stand below the base URL. */
export interface RegistryClient {
  readonly baseUrl: string;
  /** Repeats what failed on the way, within bounds. A 404 is a reply, not a problem. */
  get(path: string): Promise<Reply>;
  /** Sends once: whoever writes must look before it writes again. */
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, write?: Write): Promise<Reply>;
}

export interface Write {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ClientOptions {
  readonly http: HttpCall;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds per exchange. */
  readonly deadline: number;
  /** Headers of every request, the credentials among them. */
  readonly headers?: Readonly<Record<string, string>>;
}

const READ_ATTEMPTS = 3;
const READ_PAUSE: Backoff = { firstMs: 500, factor: 2, longestMs: 10_000 };

/** Failures before anything was sent, which the same request would meet again. */
const FINAL: readonly RequestError['failure'][] = ['refused', 'redirect', 'tls'];

/** A client for the registry at a base URL (without a trailing slash). */
export function createRegistryClient(baseUrl: string, options: ClientOptions): RegistryClient {
  const once = async (method: string, path: string, write: Write = {}): Promise<Reply> => {
    const what = `${method} ${baseUrl}${path}`;
    const headers = { accept: 'application/json', ...options.headers, ...write.headers };
    const request = { method, url: `${baseUrl}${path}`, deadline: options.deadline, signal: options.signal };
    const answer = await options
      .http(
        write.body === undefined
          ? { ...request, headers }
          : {
              ...request,
              headers: { ...headers, 'content-type': 'application/json' },
              body: JSON.stringify(write.body),
            },
      )
      .catch((error: unknown) => {
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
    async get(path) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once('GET', path);
        } catch (error) {
          const pause = error instanceof Throttled ? error.retryAfter : backoffMs(READ_PAUSE, attempt - 1);
          if (attempt === READ_ATTEMPTS || !isPassing(error) || pause > LONGEST_PAUSE) throw error;
          await options.clock.sleep(pause, options.signal);
        }
      }
    },
  };
}

/** Whether the problem leaves open what happened, so that the same request may do better. */
export function isPassing(error: unknown): boolean {
  return error instanceof RegistryProblem && error.kind === 'passing';
}

/** A path segment made from a name. */
export function fillPath(template: string, name: string): string {
  return template.replaceAll('{name}', encodeURIComponent(name));
}
