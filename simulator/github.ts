import { createHash } from 'node:crypto';
import type { Transport } from '../src/platform/net/transport.ts';
import type { Clock } from '../src/platform/time/clock.ts';
import { sharedChecker } from './checker.ts';
import { AccessBook, type AppDefinition, type TokenDefinition } from './core/access.ts';
import { Api } from './core/api.ts';
import { deedsOfOthers, existing, type ForeignEvent } from './core/deeds-of-others.ts';
import { createRepository } from './core/repositories.ts';
import type { Repository, Workflow, World } from './core/world.ts';
import { Exchange } from './exchange.ts';
import type { FaultSchedule } from './faults.ts';
import { serveHttp } from './http.ts';
import { createRandom } from './random.ts';
import { Registry } from './registry.ts';
import { Timeline } from './timeline.ts';
import type { EffectRecord, RepositoryDefinition, RequestRecord, Violation } from './types.ts';
import { createFetch, handleRequest } from './virtual-fetch.ts';
import { createVirtualTransport } from './virtual-network.ts';

export type { ForeignEvent };

export interface GitHubOptions {
  readonly clock: Clock;
  readonly seed?: number;
  /** Of the API; a path is the prefix of GitHub Enterprise Server. */
  readonly url?: string;
  readonly faults?: FaultSchedule;
  /**
   * How late lists show what is, how long a new run may be unknown, and how far behind the replica is that answers one read of
   * a run in twenty; each call draws up to this much.
   */
  readonly consistency?: { readonly listLagMs?: number; readonly runLagMs?: number; readonly replicaLagMs?: number };
  /** `ghes-old`: no run details, and the API version of 2026 is rejected. */
  readonly apiVersion?: 'current' | 'ghes-old';
  /** `off`: a GitHub Enterprise Server as it is by default, which limits nobody and tells no limits; default: on. */
  readonly rateLimits?: 'on' | 'off';
  /** Whether requests and answers are checked against GitHub's description; default: all. */
  readonly check?: 'all' | 'none';
  /** There and back, of the virtual fetch. Default 20 to 120 ms. */
  readonly latency?: { readonly minMs: number; readonly maxMs: number };
  readonly log?: (line: string) => void;
  /** Reads a workflow file, for repositories that are created over the API. */
  readonly workflowOf?: World['workflowOf'];
}

export interface SimulatedGitHub {
  addRepository(definition: RepositoryDefinition): Repository;
  addToken(token: string, access: TokenDefinition): void;
  addApp(app: AppDefinition): void;
  repository(fullName: string): Repository;
  handle(request: Request): Promise<Response>;
  readonly fetch: typeof globalThis.fetch;
  /** The same for a client of ours, which has no `fetch` in between. */
  readonly transport: Transport;
  serve(port?: number): Promise<{ url: string; close(): Promise<void> }>;
  /** Of the API, as it is now. */
  readonly url: string;
  readonly requests: readonly RequestRecord[];
  readonly effects: readonly EffectRecord[];
  readonly violations: readonly Violation[];
  readonly registry: Registry;
  /** Hears of every effect when it happens; returns what ends that. */
  subscribe(listener: (effect: EffectRecord) => void): () => void;
  rerun(repository: string, runId: number, options?: { failedOnly?: boolean }): void;
  cancelByHuman(repository: string, runId: number): void;
  approve(repository: string, runId: number): void;
  /** Ends a run that goes on, as its script says: for children that take for ever (`ms: Infinity`). */
  finishRun(repository: string, runId: number): void;
  startForeignRun(repository: string, workflow: string, inputs?: Record<string, string>, actor?: string): number;
  /** A run by an event that nobody asks the API for: a push, a pull request, a schedule. */
  startRunOnEvent(repository: string, workflow: string, event: ForeignEvent): number;
  /** A push by somebody else; returns the new head. */
  commit(repository: string, branch: string, files: Record<string, string | undefined>, message?: string): string;
  openPull(repository: string, pull: { title: string; head: string; base?: string; body?: string }): number;
  setWorkflowState(repository: string, workflow: string, state: Workflow['state']): void;
  /** What somebody changes in the settings of a repository. */
  changeSettings(repository: string, settings: Partial<Omit<RepositoryDefinition, 'owner' | 'name'>>): void;
  /** One hash over all requests and effects: equal histories have equal traces. */
  traceHash(): string;
}

/** An embedded GitHub: one synchronous world, reached through real HTTP, through `fetch` in virtual time, or as a function. */
export function createGitHub(options: GitHubOptions): SimulatedGitHub {
  const random = createRandom(options.seed ?? 1);
  const requests: RequestRecord[] = [];
  const effects: EffectRecord[] = [];
  const violations: Violation[] = [];
  const listeners = new Set<(effect: EffectRecord) => void>();
  const book = new AccessBook();
  const world = createWorld(options, (effect) => {
    const requestId = exchange.requestId;
    const record = { at: world.timeline.now(), ...effect, ...(requestId !== undefined && { requestId }) };
    effects.push(record);
    options.log?.(describe(record));
    for (const listener of listeners) listener(record);
  });
  const { apiVersion = 'current', rateLimits = 'on', check = 'all' } = options;
  const checker = check === 'all' ? sharedChecker() : undefined;
  const api = new Api({ world, book, apiVersion, rateLimits, checker, violations });
  const faultRandom = random.fork('faults');
  const exchange = new Exchange({ world, api, book, faults: options.faults, random: faultRandom, requests, effects });
  const network = { exchange, clock: options.clock, random: random.fork('latency'), latency: options.latency };
  return {
    addRepository: (definition) => createRepository(world, definition),
    addToken: (token, access) => book.addToken(token, access),
    addApp: (app) => book.addApp(app),
    repository: (fullName) => existing(world, fullName),
    handle: (request) => handleRequest(network, request),
    fetch: createFetch(network),
    transport: createVirtualTransport(network),
    serve: (port) => serveHttp({ exchange, world }, port),
    get url() {
      return world.places.api;
    },
    get requests() {
      return requests;
    },
    get effects() {
      world.timeline.catchUp();
      return effects;
    },
    violations,
    registry: world.registry,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...deedsOfOthers(world),
    traceHash: () =>
      createHash('sha256')
        .update(JSON.stringify([requests, effects]))
        .digest('hex'),
  };
}

function createWorld(options: GitHubOptions, record: World['record']): World {
  const random = createRandom(options.seed ?? 1);
  const timeline = new Timeline(options.clock);
  const api = (options.url ?? 'https://api.github.test').replace(/\/+$/, '');
  const { protocol, host } = new URL(api);
  const { listLagMs = 0, runLagMs = 0, replicaLagMs = 0 } = options.consistency ?? {};
  let ids = 1_000;
  return {
    timeline,
    random: {
      ids: random.fork('ids'),
      runs: random.fork('runs'),
      lag: random.fork('lag'),
      replica: random.fork('replica'),
    },
    registry: new Registry(timeline),
    repositories: new Map(),
    runs: new Map(),
    blobs: new Map(),
    lag: { list: listLagMs, run: runLagMs, replica: replicaLagMs },
    places: { api, html: `${protocol}//${host.replace(/^api\./, '')}`, blobs: `${protocol}//blobs.${host}` },
    workflowOf: options.workflowOf,
    nextId: () => ids++,
    record,
  };
}

function describe({ at, kind, repository, ...rest }: EffectRecord): string {
  const facts = ['workflow', 'runId', 'conclusion', 'package', 'version', 'ref'] as const;
  const shown = facts.flatMap((name) => (rest[name] === undefined ? [] : [`${name}=${rest[name]}`]));
  return `${new Date(at).toISOString()} ${kind} ${repository} ${shown.join(' ')}`.trimEnd();
}
