import { KnownError, UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import { discoveredServices, discoveryTime } from '../discovery.ts';
import type { Declared } from '../register/definition.ts';
import { textAt } from '../registries/rest-record.ts';
import type { ServiceRegistry } from '../registries/service-registry.ts';
import type { Registered } from '../service.ts';
import type { Observed, Probe, ProxyEntry, Source } from './findings.ts';
import { readConflicts, readRoutes } from './routes.ts';

/** Where a pass looks. Documents that are left out are not asked for. */
export interface Places {
  readonly declared: readonly Declared[] | undefined;
  readonly registry: ServiceRegistry;
  readonly discovery?: (() => Promise<unknown>) | undefined;
  readonly routes?: (() => Promise<unknown>) | undefined;
  /** Conflicts that the registry computes itself. */
  readonly conflicts?: (() => Promise<unknown>) | undefined;
  /** A document of proxies, or a URL with `{name}` for each service. */
  readonly proxies?: (() => Promise<unknown>) | string | undefined;
  readonly probe: (url: string) => Promise<Probe>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const PARALLEL_PROBES = 8;

/** Looks everywhere once. What cannot be read is said to be unreachable, with the reason; nothing is written. */
export async function observe(places: Places): Promise<Observed> {
  const [registry, discovery, routes] = await Promise.all([
    read(() => places.registry.list()),
    read(places.discovery),
    readRouteSource(places),
  ]);
  const registered = registry.state === 'read' ? registry.value : [];
  const proxies = await readProxies(places, registered);
  const direct = await probeAll(healthUrls(registered, places.declared ?? []), places);
  const proxied = proxies.state === 'read' ? await probeAll(proxies.value, places) : {};
  const document = discovery.state === 'read' ? discovery.value : undefined;
  const made = discoveryTime(document);
  return {
    now: places.clock.now(),
    declared: places.declared,
    registry,
    discovery: interpret(discovery, discoveredServices),
    routes,
    proxies,
    direct,
    proxied,
    ...(made === undefined ? {} : { discoveryTime: made }),
  };
}

async function read<T>(from: (() => Promise<T>) | undefined): Promise<Source<T>> {
  if (!from) return { state: 'not-asked' };
  try {
    return { state: 'read', value: await from() };
  } catch (error) {
    if (error instanceof KnownError) return { state: 'unreachable', reason: error.message };
    throw error;
  }
}

/** The source with its value understood; a document that is not understood was not read. */
function interpret<T, U>(source: Source<T>, understand: (value: T) => U): Source<U> {
  if (source.state !== 'read') return source;
  try {
    return { state: 'read', value: understand(source.value) };
  } catch (error) {
    if (error instanceof KnownError) return { state: 'unreachable', reason: error.message };
    throw error;
  }
}

async function readRouteSource({ routes, conflicts }: Places): Promise<Observed['routes']> {
  const documents = await read(
    routes && (async () => ({ routes: await routes(), conflicts: conflicts ? await conflicts() : undefined })),
  );
  return interpret(documents, ({ routes: document, conflicts: reported }) => {
    const known = readRoutes(document);
    if (!known) {
      throw new UserError(
        'The routes document names no routes: expected a list (or "routes") of { path, service }, or a map.',
      );
    }
    const more = readConflicts(isRecord(reported) ? reported.conflicts : reported);
    return { routes: known.routes, conflicts: [...known.conflicts, ...more] };
  });
}

async function readProxies(
  { proxies }: Places,
  registered: readonly Registered[],
): Promise<Source<readonly ProxyEntry[]>> {
  if (typeof proxies === 'string') {
    const filled = registered.map(({ name }) => ({
      service: name,
      url: proxies.replaceAll('{name}', encodeURIComponent(name)),
    }));
    return { state: 'read', value: filled };
  }
  return interpret(await read(proxies), (document) => {
    const rows = isRecord(document) ? document.proxies : document;
    if (!Array.isArray(rows)) {
      throw new UserError('The proxy document names no proxies: expected a list (or "proxies") of { service, url }.');
    }
    return rows.map(readProxy);
  });
}

function readProxy(row: unknown): ProxyEntry {
  const service = textAt(row, 'service') ?? textAt(row, 'name');
  const url = textAt(row, 'url');
  if (service === undefined || url === undefined) throw new UserError('A proxy has no service or no url.');
  const target = textAt(row, 'target') ?? textAt(row, 'upstream');
  return { service, url, ...(target === undefined ? {} : { target }) };
}

interface Target {
  readonly service: string;
  /** Undefined where there is nothing to probe. */
  readonly url: string | undefined;
}

function healthUrls(registered: readonly Registered[], declared: readonly Declared[]): Target[] {
  // Where both know the service, the registry's URL is the one that its clients use.
  const byName = new Map([...declared, ...registered].map((one) => [one.name, one.endpoints.health]));
  return [...byName].map(([service, url]) => ({ service, url }));
}

async function probeAll(targets: readonly Target[], { probe, signal }: Places): Promise<Observed['direct']> {
  const nothing: Probe = { verdict: 'inconclusive', detail: 'it has no health endpoint' };
  const results = await mapPooled(targets, PARALLEL_PROBES, async ({ service, url }) => {
    signal.throwIfAborted();
    return [service, { url: url ?? '', probe: url === undefined ? nothing : await probe(url) }] as const;
  });
  return Object.fromEntries(results.sort(([a], [b]) => (a < b ? -1 : 1)));
}
