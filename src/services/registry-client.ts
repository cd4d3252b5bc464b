import type { Clock } from '../clock.ts';
import { messageOf, UserError } from '../errors.ts';
import { RequestError } from '../net/request-error.ts';
import type { HttpAnswer, HttpCall } from './http.ts';

/**
 * `unreachable`: no answer; `server`: 5xx; both leave open whether a write happened. `precondition`: somebody else changed
 * the record (412). `conflict`: the registry refuses what we want to write (409). The rest is final.
 */
export type ProblemKind = 'unreachable' | 'server' | 'precondition' | 'conflict' | 'refused' | 'unreadable';

/** A request that a registry did not fulfil, in words that say what to do about it. */
export class RegistryProblem extends UserError {
  override name = 'RegistryProblem';
  readonly kind: ProblemKind;
  constructor(kind: ProblemKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; undefined where the body is empty. */
  readonly body: unknown;
}

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
const LONGEST_PAUSE = 30_000;

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
          if (attempt === READ_ATTEMPTS || !isPassing(error)) throw error;
          await options.clock.sleep(pauseBefore(attempt, error), options.signal);
        }
      }
    },
  };
}

/** Whether the problem leaves open what happened, so that the same request may do better. */
export function isPassing(error: unknown): error is RegistryProblem & { kind: 'unreachable' | 'server' } {
  return error instanceof RegistryProblem && (error.kind === 'unreachable' || error.kind === 'server');
}

/** A path segment made from a name. */
export function fillPath(template: string, name: string): string {
  return template.replaceAll('{name}', encodeURIComponent(name));
}

class Throttled extends RegistryProblem {
  readonly retryAfter: number;
  constructor(message: string, retryAfter: number) {
    super('server', message);
    this.retryAfter = retryAfter;
  }
}

function pauseBefore(attempt: number, error: RegistryProblem): number {
  if (error instanceof Throttled) return Math.min(error.retryAfter, LONGEST_PAUSE);
  return 500 * 2 ** (attempt - 1);
}

function interpret(what: string, answer: HttpAnswer): Reply {
  const problem = problemOf(what, answer);
  if (problem) throw problem;
  const text = answer.text.trim();
  if (text === '') return { status: answer.status, headers: answer.headers, body: undefined };
  try {
    return { status: answer.status, headers: answer.headers, body: JSON.parse(text) };
  } catch {
    // Servers answer a missing record with any text; only a web page says that this is no registry at all.
    if (answer.status === 404) return { status: 404, headers: answer.headers, body: undefined };
    throw new RegistryProblem('unreadable', `${what} answered ${answer.status} with invalid JSON: ${excerpt(text)}`);
  }
}

function problemOf(what: string, answer: HttpAnswer): RegistryProblem | undefined {
  const { status } = answer;
  const said = `${what} answered ${status}`;
  if (status === 429 || status === 503) {
    return new Throttled(`${said}${reason(answer)}.`, retryAfterMs(answer.headers['retry-after']));
  }
  if (status >= 500) return new RegistryProblem('server', `${said}${reason(answer)}.`);
  if (status >= 300 && status < 400) {
    const to = answer.headers.location;
    return new RegistryProblem(
      'refused',
      `${said}, a redirect${to ? ` to ${to}` : ''}. A write is not redirected: set registry-url to where the registry is.`,
    );
  }
  if (isPage(answer)) {
    return new RegistryProblem(
      'unreadable',
      `${said} with an HTML page where JSON was expected. Is registry-url the registry's API, and not behind a login page?`,
    );
  }
  if (status < 400 || status === 404) return undefined;
  return new RegistryProblem(KINDS[status] ?? 'refused', `${said}${reason(answer)}. ${ADVICE[status] ?? ''}`.trim());
}

const KINDS: Readonly<Record<number, ProblemKind>> = { 409: 'conflict', 412: 'precondition' };

const ADVICE: Readonly<Record<number, string>> = {
  400: 'The registry does not understand the record; see the inputs paths and fields.',
  401: 'The registry does not know the token: check that the token input is set and the secret has not expired.',
  403: 'The token is known but may not do this: grant it the right to read and register this service.',
  405: 'The path does not take this method; see the input paths.',
  409: 'The registry holds a conflicting record: another service or owner has this name or endpoint.',
  412: 'Another writer changed the record in between.',
  422: 'The registry does not accept the record; see the inputs paths and fields.',
};

function isPage({ headers, text }: HttpAnswer): boolean {
  return (headers['content-type'] ?? '').includes('text/html') || /^\s*<(!doctype|html)/i.test(text);
}

/** What the answer says of itself, short enough for an annotation. */
function reason({ headers, text }: HttpAnswer): string {
  if (isPage({ status: 0, headers, text })) return ' with an HTML page';
  const body = parse(text);
  const found = ['error', 'message', 'detail', 'title']
    .map((key) => body?.[key])
    .find((one) => typeof one === 'string');
  const words = typeof found === 'string' ? found : body ? '' : text.trim();
  return words === '' ? '' : ` (${excerpt(words)})`;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 200 ? `${flat.slice(0, 197)}…` : flat;
}

function retryAfterMs(header: string | undefined): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 1_000;
}
