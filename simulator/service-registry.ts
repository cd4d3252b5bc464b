/**
 * A small, real service registry: REST over SQLite, for tests and the demo. It keeps records as they were sent, answers a
 * stale discovery document until it is told to refresh it, and fails on request, before or after the effect of a write.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { isRecord } from '../src/platform/records.ts';

export interface RegistryRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What goes wrong with one request. */
export interface RegistryFault {
  /** Of the requests with this method and path prefix, the first that comes. */
  readonly method: string;
  readonly path: string;
  readonly when: 'before-effect' | 'after-effect';
  /** Left out: the connection is cut. */
  readonly answer?: RegistryAnswer;
}

export type Json = Record<string, unknown>;

export interface ServiceRegistryOptions {
  /** Required as `Authorization: Bearer` of every request but discovery. */
  readonly token?: string;
  /** A file, so that a registry survives its process. */
  readonly database?: string;
  readonly now?: () => Date;
}

export class SimulatedServiceRegistry {
  readonly requests: RegistryRequest[] = [];
  readonly faults: RegistryFault[] = [];
  readonly #db: DatabaseSync;
  readonly #token: string | undefined;
  readonly #now: () => Date;

  constructor({ token, database = ':memory:', now = () => new Date() }: ServiceRegistryOptions = {}) {
    this.#token = token;
    this.#now = now;
    this.#db = new DatabaseSync(database);
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS services (name TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS routes (path TEXT NOT NULL, service TEXT NOT NULL, PRIMARY KEY (path, service)) STRICT;
      CREATE TABLE IF NOT EXISTS proxies (service TEXT PRIMARY KEY, url TEXT NOT NULL, target TEXT) STRICT;`);
  }

  /** Requests that were meant to change something. */
  get writes(): number {
    return this.requests.filter(({ method }) => method !== 'GET').length;
  }

  /** A record as it is stored, or undefined. */
  record(name: string): Json | undefined {
    const row = this.#db.prepare('SELECT record FROM services WHERE name = ?').get(name);
    return row ? (JSON.parse(String(row.record)) as Json) : undefined;
  }

  records(): Json[] {
    const rows = this.#db.prepare('SELECT record FROM services ORDER BY name').all();
    return rows.map((row) => JSON.parse(String(row.record)) as Json);
  }

  /** Puts a record in, or takes it out, behind the API's back. */
  store(name: string, record: Json | undefined): void {
    if (record === undefined) this.#db.prepare('DELETE FROM services WHERE name = ?').run(name);
    else this.#db.prepare('INSERT OR REPLACE INTO services VALUES (?, ?)').run(name, JSON.stringify(record));
  }

  addRoute(path: string, service: string): void {
    this.#db.prepare('INSERT OR REPLACE INTO routes VALUES (?, ?)').run(path, service);
  }

  addProxy(service: string, url: string, target?: string): void {
    this.#db.prepare('INSERT OR REPLACE INTO proxies VALUES (?, ?, ?)').run(service, url, target ?? null);
  }

  /** The document that discovery answers until the next refresh. */
  setDiscovery(document: unknown): void {
    this.#db.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?)').run('discovery', JSON.stringify(document));
  }

  refreshDiscovery(): void {
    const services = this.records().map(({ name, version, endpoints, capabilities }) => ({
      name,
      version,
      endpoints,
      capabilities,
    }));
    this.setDiscovery({ generated_at: this.#now().toISOString(), services });
  }

  /** Answers one request; undefined where the connection is to be cut. */
  handle(request: RegistryRequest): RegistryAnswer | undefined {
    this.requests.push(request);
    const at = this.faults.findIndex(({ method, path }) => method === request.method && request.path.startsWith(path));
    const fault = at < 0 ? undefined : this.faults.splice(at, 1)[0];
    if (!fault) return this.#route(request);
    if (fault.when === 'after-effect') this.#route(request);
    return fault.answer;
  }

  close(): void {
    this.#db.close();
  }

  #route(request: RegistryRequest): RegistryAnswer {
    const { pathname } = new URL(request.path, 'http://registry.invalid');
    const operation = `${request.method} ${pathname}`;
    if (operation === 'GET /.well-known/discovery') return this.#discovery();
    if (this.#token !== undefined && request.headers.authorization !== `Bearer ${this.#token}`) {
      return json(401, { error: 'unknown token' });
    }
    if (operation === 'POST /api/register') return this.#register(request);
    if (operation === 'GET /api/services') return json(200, { services: this.records() });
    if (operation === 'GET /api/routes') return json(200, { routes: this.#rows('SELECT path, service FROM routes') });
    if (operation === 'GET /api/proxies') return json(200, { proxies: this.#rows('SELECT * FROM proxies') });
    if (operation === 'POST /api/routes/resolve') return this.#resolve(request);
    if (operation === 'POST /api/discovery/refresh') {
      this.refreshDiscovery();
      return json(200, { refreshed: true });
    }
    return this.#service(request, pathname);
  }

  #discovery(): RegistryAnswer {
    const row = this.#db.prepare("SELECT document FROM documents WHERE name = 'discovery'").get();
    return row ? answer(200, String(row.document)) : json(200, { services: [] });
  }

  #register(request: RegistryRequest): RegistryAnswer {
    const record = parse(request.body);
    const name = record?.name;
    if (!record || typeof name !== 'string' || name === '') return json(400, { error: 'a record needs a name' });
    const before = this.record(name);
    const owner = this.records().find((other) => other.name !== name && sharesEndpoint(other, record));
    if (owner) return json(409, { error: `an endpoint belongs to ${String(owner.name)}` });
    const expected = request.headers['if-match'];
    if (expected !== undefined && (!before || expected !== etag(before)))
      return json(412, { error: 'changed meanwhile' });
    // Written whole, as many registries do: what a caller does not hand back is lost.
    this.store(name, record);
    return json(before ? 200 : 201, record, { etag: etag(record) });
  }

  #service(request: RegistryRequest, pathname: string): RegistryAnswer {
    const match = /^\/api\/services\/([^/]+)(\/status)?$/.exec(pathname);
    const name = decodeURIComponent(match?.[1] ?? '');
    const found = match ? this.record(name) : undefined;
    if (!found) return json(404, { error: match ? `no service ${name}` : 'no such path' });
    const action = `${request.method}${match?.[2] ?? ''}`;
    if (action === 'GET') return json(200, found, { etag: etag(found) });
    if (action === 'DELETE') {
      this.store(name, undefined);
      return answer(204, '');
    }
    if (action === 'PATCH/status') {
      const after = { ...found, ...parse(request.body) };
      this.store(name, after);
      return json(200, after);
    }
    return json(405, { error: 'method not allowed' });
  }

  #resolve(request: RegistryRequest): RegistryAnswer {
    const { path, service } = parse(request.body) ?? {};
    if (typeof path !== 'string' || typeof service !== 'string')
      return json(400, { error: 'path and service expected' });
    this.#db.prepare('DELETE FROM routes WHERE path = ? AND service <> ?').run(path, service);
    return json(200, { path, service });
  }

  #rows(query: string): Json[] {
    return this.#db.prepare(query).all() as Json[];
  }
}

/** Serves a registry on loopback. */
export async function serveRegistry(
  registry: SimulatedServiceRegistry,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void receive(request).then((received) => reply(registry.handle(received), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function receive(request: IncomingMessage): Promise<RegistryRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers, body: Buffer.concat(chunks).toString() };
}

function reply(result: RegistryAnswer | undefined, response: ServerResponse): void {
  if (result) response.writeHead(result.status, result.headers).end(result.body);
  else response.destroy();
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): RegistryAnswer {
  return answer(status, JSON.stringify(body), headers);
}

function answer(status: number, body: string, headers: Record<string, string> = {}): RegistryAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

function etag(record: Json): string {
  return `"${createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16)}"`;
}

function parse(body: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function sharesEndpoint(one: Json, other: Json): boolean {
  const urls = (record: Json) => Object.values((record.endpoints ?? {}) as Json);
  const taken = new Set(urls(one));
  return urls(other).some((url) => taken.has(url));
}
