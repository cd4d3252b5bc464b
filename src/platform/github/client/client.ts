import { nextLink } from '../../net/link-header.ts';
import type { Reply, Transport } from '../../net/transport.ts';
import { isRecord } from '../../records.ts';
import type { Log } from '../../runner/log.ts';
import { trimEnd } from '../../text/trim-end.ts';
import type { Clock } from '../../time/clock.ts';
import type { TokenSource } from '../auth/tokens.ts';
import { createRouter, type Method, type Params } from './api-route.ts';
import type { Answered, Call, Download, Outgoing } from './call.ts';
import { Etags } from './etags.ts';
import { withFreeTexts } from './free-texts.ts';
import { notTheForm } from './github-errors.ts';
import { gitHubTransport } from './github-network.ts';
import { type GraphqlCall, graphqlData } from './graphql-data.ts';
import { Sender, type Usage } from './sender.ts';
import { Traffic } from './traffic.ts';

export type { Params } from './api-route.ts';

/** Version of the REST API we are written for (the first that answers a dispatch with its run), and the one that servers before GHES 3.21 know. */
export const API_VERSION = '2026-03-10';
const OLDER_API_VERSION = '2022-11-28';
const TIMEOUT_MS = 30_000;
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the whole call, all attempts and pauses; 30 s where not given. */
  readonly timeoutMs?: number | undefined;
  /** What to say for a status, instead of the general explanation. */
  readonly explain?: Partial<Record<number, string>>;
  /** A write that does not wait for the gap between writes, because the job is about to be killed. */
  readonly urgent?: boolean;
  /** The REST API's version for this call only; never replaced by an older one. */
  readonly apiVersion?: string;
}

export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

type GraphqlRules = Partial<Pick<GraphqlCall, 'idempotent' | 'onRefused'>>;

type Write = `${Exclude<Method, 'GET'>} ${string}`;

/** GitHub's API with one token. Every failure is a KnownError: GitHubError, AmbiguousWrite or Paused. */
export interface GitHubClient {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** Whether its token may be that of a job, as far as the token's form tells. */
  readonly mayBeOfJob: boolean;
  /** GET; tried again with backoff and jitter on 5xx, reset and timeout until the deadline. */
  read<T = unknown>(route: `GET ${string}`, params?: Params, options?: CallOptions): Promise<T>;
  /** GET with ETag: an unchanged resource costs nothing of the rate limit. Tried again like a read. The data is shared: do not change it. */
  poll<T = unknown>(route: `GET ${string}`, params?: Params, options?: CallOptions): Promise<Polled<T>>;
  /** All pages of a list, at most `limit` items; `key` names the list where the answer is an object. */
  list<T = unknown>(route: `GET ${string}`, params: Params, options: ListOptions): Promise<T[]>;
  /**
   * The bytes of a download (artifact, log), at most `maxBytes`; none where a sink takes them. Redirects to a storage carry no
   * credentials.
   */
  download(route: `GET ${string}`, params: Params, options: CallOptions & Download): Promise<Uint8Array>;
  /**
   * Sent so that its effect happens at most once: again only where the server certainly did not act (not reached, 401, rate
   * limit). Where that is unknown (5xx, reset or timeout after sending): AmbiguousWrite.
   */
  write<T = unknown>(route: Write, params?: Params, options?: CallOptions): Promise<Answer<T>>;
  /** A write that does no harm when it happens twice (cancel, delete, the same content): tried again like a read. */
  writeIdempotent<T = unknown>(route: Write, params?: Params, options?: CallOptions): Promise<Answer<T>>;
  /** The `data` of a GraphQL answer; errors in it are a GitHubError. Without `idempotent` it is sent like a write. */
  graphql<T>(query: string, variables: Params, options?: CallOptions & GraphqlRules): Promise<T>;
  readonly usage: Readonly<Usage>;
}

export interface Polled<T> {
  readonly data: T;
  /** False for a 304. */
  readonly changed: boolean;
}

export interface ListOptions extends CallOptions {
  readonly limit: number;
  readonly key?: string;
}

export interface ClientOptions {
  readonly token: TokenSource;
  readonly apiUrl?: string;
  readonly clock: Clock;
  /** Default: over the network, without a proxy. */
  readonly transport?: Transport | undefined;
  readonly log?: Log;
  /** Takes secrets out of a text that is written: an error that echoes a token must not stand in an issue for good. */
  readonly redact?: (<T>(value: T) => T) | undefined;
  /** From 0 up to 1; the jitter of retries. */
  readonly random?: () => number;
  /** Shared by all clients of the same token. */
  readonly traffic?: Traffic;
  /** Least milliseconds between two writes, where no traffic is given. */
  readonly writeGapMs?: number;
}

/** A client for one token. Makes no request by itself. */
export function createClient(options: ClientOptions): GitHubClient {
  return new Client(options);
}

class Client implements GitHubClient {
  readonly apiUrl: string;
  readonly mayBeOfJob: boolean;
  readonly usage: Usage = { requests: 0, charged: 0, notModified: 0 };
  readonly #token: TokenSource;
  readonly #route: ReturnType<typeof createRouter>;
  readonly #sender: Sender;
  readonly #etags = new Etags();
  readonly #redact: <T>(value: T) => T;
  #apiVersion = API_VERSION;

  constructor({ token, clock, log, writeGapMs = 1000, ...options }: ClientOptions) {
    this.apiUrl = trimEnd(options.apiUrl ?? 'https://api.github.com', '/');
    this.mayBeOfJob = token.mayBeOfJob ?? false;
    this.#token = token;
    this.#redact = options.redact ?? ((value) => value);
    this.#route = createRouter(this.apiUrl);
    this.#sender = new Sender({
      token,
      clock,
      log,
      transport: options.transport ?? gitHubTransport({}),
      random: options.random ?? Math.random,
      traffic: options.traffic ?? new Traffic({ clock, writeGapMs }),
      usage: this.usage,
    });
  }

  async read<T>(route: `GET ${string}`, params: Params = {}, options: CallOptions = {}): Promise<T> {
    const { data } = await this.#send(this.#request(route, params, options), options);
    return data as T;
  }

  async poll<T>(route: `GET ${string}`, params: Params = {}, options: CallOptions = {}): Promise<Polled<T>> {
    const request = this.#request(route, params, options);
    const token = await this.#token.get();
    const known = this.#etags.get(request.url, token);
    const headers = known ? { ...request.headers, 'if-none-match': known.etag } : request.headers;
    const { reply, data } = await this.#send({ ...request, headers }, options);
    if (reply.status === 304 && known) return { data: known.data as T, changed: false };
    const etag = reply.headers.etag;
    if (etag) this.#etags.set(request.url, token, { etag, data });
    return { data: data as T, changed: true };
  }

  async list<T>(route: `GET ${string}`, params: Params, { limit, key, ...options }: ListOptions): Promise<T[]> {
    const items: T[] = [];
    let request: Outgoing | undefined = this.#request(route, { per_page: Math.min(limit, 100), ...params }, options);
    while (request && items.length < limit) {
      const { reply, data } = await this.#send(request, options);
      const page = key !== undefined && isRecord(data) ? data[key] : data;
      if (!Array.isArray(page)) throw notTheForm(request, `a list${key ? ` named ${key}` : ''}`);
      items.push(...page);
      request = page.length > 0 ? this.#nextPage(request, reply.headers) : undefined;
    }
    return items.slice(0, limit);
  }

  async download(
    route: `GET ${string}`,
    params: Params,
    { maxBytes, sink, ...options }: CallOptions & Download,
  ): Promise<Uint8Array> {
    const request = this.#request(route, params, options);
    const { reply } = await this.#send(request, options, { expects: 'bytes', maxBytes, sink });
    return reply.bytes;
  }

  write<T>(route: Write, params: Params = {}, options: CallOptions = {}): Promise<Answer<T>> {
    return this.#write(route, params, options, false);
  }

  writeIdempotent<T>(route: Write, params: Params = {}, options: CallOptions = {}): Promise<Answer<T>> {
    return this.#write(route, params, options, true);
  }

  async graphql<T>(
    query: string,
    variables: Params,
    { idempotent = false, onRefused, ...options }: CallOptions & GraphqlRules = {},
  ): Promise<T> {
    const made = this.#request('POST /graphql', { query, variables: this.#clean(variables) }, options);
    // GHES has it beside the REST API: https://docs.github.com/enterprise-server/graphql/guides/forming-calls-with-graphql
    const request = { ...made, url: made.url.replace(/\/api\/v3\/graphql$/, '/api/graphql') };
    const answered = await this.#send(request, options, { repeatable: idempotent });
    return graphqlData(answered, { request, idempotent, tokenName: this.#token.name, onRefused }) as T;
  }

  async #write<T>(route: Write, params: Params, options: CallOptions, repeatable: boolean): Promise<Answer<T>> {
    const { reply, data } = await this.#send(this.#request(route, this.#clean(params), options), options, {
      repeatable,
    });
    return { status: reply.status, headers: reply.headers, data: data as T };
  }

  #clean(params: Params): Params {
    return withFreeTexts(params, this.#redact) as Params;
  }

  #request(route: string, params: Params, options: CallOptions): Outgoing {
    return this.#route(route, params, {
      accept: 'application/vnd.github+json',
      'x-github-api-version': options.apiVersion ?? this.#apiVersion,
    });
  }

  #send(request: Outgoing, options: CallOptions, rules: Partial<Call> = {}): Promise<Answered> {
    return this.#sender.send({
      request,
      repeatable: true,
      expects: 'json',
      maxBytes: LARGEST_ANSWER_BYTES,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      signal: options.signal,
      urgent: options.urgent ?? false,
      explain: options.explain,
      olderVersion: options.apiVersion === undefined ? (refused) => this.#older(refused) : undefined,
      ...rules,
    });
  }

  /** From the first refusal on, the older version is asked for at once. */
  #older(refused: Outgoing): Outgoing | undefined {
    if (refused.headers['x-github-api-version'] === OLDER_API_VERSION) return undefined;
    this.#apiVersion = OLDER_API_VERSION;
    return { ...refused, headers: { ...refused.headers, 'x-github-api-version': OLDER_API_VERSION } };
  }

  #nextPage(request: Outgoing, headers: Reply['headers']): Outgoing | undefined {
    const url = nextLink(headers.link);
    if (url === undefined || !URL.canParse(url, request.url)) return undefined;
    const next = new URL(url, request.url);
    if (next.origin !== new URL(request.url).origin) {
      throw notTheForm(request, `the next page on the same server (it points to ${next.origin})`);
    }
    return { ...request, url: next.href };
  }
}
