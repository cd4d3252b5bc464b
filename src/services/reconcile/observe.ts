import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { timedSignal } from '../../platform/time/timed-signal.ts';
import { untilAborted } from '../../platform/time/until-aborted.ts';
import { discoveredServices, discoveryTime } from '../discovery.ts';
import type { Declared } from '../register/definition.ts';
import { textAt } from '../registries/rest-record.ts';
import type { ServiceRegistry } from '../registries/service-registry.ts';
import type { Registered, RegistryHealth } from '../service.ts';
import type { FindingSource, Observed, ProbedAnswer, ProxyEntry } from './findings.ts';
import { lookAtServices, type ServiceLooks, seenAt, type WatchedService } from './look-at-services.ts';
import { readConflicts, readRoutes } from './routes.ts';

/** Where a pass looks. Documents that are left out are not asked for. */
export interface Sources {
  readonly declared: readonly Declared[] | undefined;
  readonly registry: ServiceRegistry;
  readonly discovery?: (() => Promise<unknown>) | undefined;
  readonly routes?: (() => Promise<unknown>) | undefined;
  /** Conflicts that the registry computes itself. */
  readonly conflicts?: (() => Promise<unknown>) | undefined;
  /** A document of proxies, or a URL with `{name}` for each service. */
  readonly proxies?: (() => Promise<unknown>) | string | undefined;
}

/**
 * Looks everywhere once, until the looks' time is up. What cannot be read by then is said to be unreachable, with the reason,
 * and what could not be looked at to be unseen; nothing is written.
 */
export async function observe(sources: Sources, looks: ServiceLooks): Promise<Observed> {
  const { clock } = looks;
  const time = timedSignal({ clock, ms: Math.max(0, looks.until - clock.now()), signal: looks.signal }, outOfTime);
  try {
    return await observeUntil(sources, looks, time.signal);
  } finally {
    time.clear();
  }
}

async function observeUntil(sources: Sources, looks: ServiceLooks, signal: AbortSignal): Promise<Observed> {
  const read = <T>(from: (() => Promise<T>) | undefined) => readSource(from, signal);
  const [registry, discovery, routes] = await Promise.all([
    read(() => sources.registry.list()),
    read(sources.discovery),
    readRouteSource(sources, read),
  ]);
  const registered = registry.state === 'read' ? registry.value : [];
  const proxies = await readProxies(sources, registered, read);
  const targets = healthTargets(registered, sources.declared ?? []);
  const behindProxies = proxies.state === 'read' ? proxies.value : [];
  // All at once, so that the time is shared among all of them.
  await lookAtServices([...targets, ...behindProxies], looks);
  const document = discovery.state === 'read' ? discovery.value : undefined;
  const made = discoveryTime(document);
  return {
    now: looks.clock.now(),
    declared: sources.declared,
    registry,
    discovery: interpret(discovery, discoveredServices),
    routes,
    proxies,
    direct: seenAt(targets, looks.seen),
    proxied: seenAt(behindProxies, looks.seen),
    ...(made === undefined ? {} : { discoveryTime: made }),
  };
}

function outOfTime(): UserError {
  return new UserError("it was not read within the pass's time for looking; raise the input timeout");
}

type Read = <T>(from: (() => Promise<T>) | undefined) => Promise<FindingSource<T>>;

async function readSource<T>(from: (() => Promise<T>) | undefined, signal: AbortSignal): Promise<FindingSource<T>> {
  if (!from) return { state: 'not-asked' };
  try {
    return { state: 'read', value: await untilAborted(from(), signal) };
  } catch (error) {
    if (error instanceof KnownError) return { state: 'unreachable', reason: error.message };
    if (signal.aborted) return { state: 'unreachable', reason: messageOf(error) };
    throw error;
  }
}

/** The source with its value understood; a document that is not understood was not read. */
function interpret<T, U>(source: FindingSource<T>, understand: (value: T) => U): FindingSource<U> {
  if (source.state !== 'read') return source;
  try {
    return { state: 'read', value: understand(source.value) };
  } catch (error) {
    if (error instanceof KnownError) return { state: 'unreachable', reason: error.message };
    throw error;
  }
}

async function readRouteSource({ routes, conflicts }: Sources, read: Read): Promise<Observed['routes']> {
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
    const more = readConflicts(conflictsIn(reported));
    return { routes: known.routes, conflicts: [...known.conflicts, ...more] };
  });
}

function conflictsIn(document: unknown): unknown {
  if (!isRecord(document)) return document;
  const key = ['conflicts', 'data', 'items', 'results'].find((name) => Object.hasOwn(document, name));
  if (key !== undefined) return document[key];
  if (Object.keys(document).every((path) => path.startsWith('/'))) return document;
  throw new UserError(
    'The conflicts document names no conflicts: expected a list (or "conflicts") of { path, services }, or a map by path.',
  );
}

async function readProxies(
  { proxies }: Sources,
  registered: readonly Registered[],
  read: Read,
): Promise<FindingSource<readonly ProxyEntry[]>> {
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

function healthTargets(registered: readonly Registered[], declared: readonly Declared[]): WatchedService[] {
  // Where both know the service, the registry's URL is the one that its clients use.
  const services: readonly (Registered | Declared)[] = [...declared, ...registered];
  const byName = new Map(services.map((one) => [one.name, one]));
  return [...byName.values()].map((one) => ({
    service: one.name,
    url: one.endpoints?.health,
    known: 'health' in one && one.health ? probeOf(one.health) : undefined,
  }));
}

/** The registry's own word counts where the service has no address to ask. */
function probeOf({ passes, detail }: RegistryHealth): ProbedAnswer {
  return { verdict: passes ? 'healthy' : 'unhealthy', detail };
}
