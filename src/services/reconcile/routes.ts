import { isRecord, isText } from '../../platform/records.ts';
import { textAt } from '../registries/rest-record.ts';
import { overlapOf, routePattern } from './route-pattern.ts';

/** A path that a service claims behind a gateway. */
export interface ServiceRoute {
  /** As its router writes it; see `routePattern`. */
  readonly path: string;
  readonly service: string;
  /** Upper case; undefined means all. */
  readonly method?: string;
  readonly host?: string;
}

export interface RouteConflict {
  readonly path: string;
  /** Sorted. At least two, but for what a registry reports. */
  readonly services: readonly string[];
  /**
   * `same`: both match the same requests; `ambiguous`: some requests match both, and neither is the more specific;
   * `shadowed`: one lies wholly within the other, so that the gateway's order decides; `reported`: the registry says so;
   * `not-understood`: the registry reports something in a form that we do not know, and `path` is what it says.
   */
  readonly reason: 'same' | 'ambiguous' | 'shadowed' | 'reported' | 'not-understood';
}

/** The routes and the conflicts that a routes document names; undefined where it is no such document. */
export function readRoutes(document: unknown): { routes: ServiceRoute[]; conflicts: RouteConflict[] } | undefined {
  const rows = isRecord(document) ? document.routes : document;
  if (!Array.isArray(rows) && !isRecord(rows)) return undefined;
  const entries = Array.isArray(rows) ? rows : Object.entries(rows).map(([path, service]) => ({ path, service }));
  const routes = entries.map(readRoute);
  const conflicts = isRecord(document) ? readConflicts(document.conflicts) : [];
  return routes.every((route) => route !== undefined) ? { routes, conflicts } : undefined;
}

const PATHS = ['path', 'route', 'pattern', 'url', 'endpoint'];
const CLAIMANTS = [
  ...['services', 'service', 'name', 'conflicts_with', 'conflictsWith', 'conflicting_service', 'conflictingService'],
  ...['with', 'other', 'existing', 'owner', 'claimants', 'workers', 'worker'],
];

/**
 * The conflicts that a registry itself reports: a list of rows, or a map from path to row. Every row is one, whatever its form: an
 * unread conflict must not look like none.
 */
export function readConflicts(reported: unknown): RouteConflict[] {
  if (reported === undefined || reported === null || reported === 0 || reported === false) return [];
  if (Array.isArray(reported)) return reported.map((row) => readConflict(row));
  if (isRecord(reported)) return Object.entries(reported).map(([path, row]) => readConflict(row, path));
  return [notUnderstood(reported)];
}

function readConflict(row: unknown, key?: string): RouteConflict {
  const path = PATHS.map((name) => textAt(row, name)).find(isText) ?? key ?? (isText(row) ? row : undefined);
  const given = isRecord(row) ? CLAIMANTS.flatMap((name) => namesIn(row[name])) : key === undefined ? [] : namesIn(row);
  const services = [...new Set(given)].sort();
  if (path === undefined) return notUnderstood(row);
  return { path, services, reason: 'reported' };
}

function notUnderstood(row: unknown): RouteConflict {
  return { path: (JSON.stringify(row) ?? '').slice(0, 200), services: [], reason: 'not-understood' };
}

/** The names of services in a field: a text, a record with a name, or a list of these. */
function namesIn(value: unknown): string[] {
  return [value].flat().flatMap((one: unknown) => {
    const name = isText(one) ? one : (textAt(one, 'name') ?? textAt(one, 'service'));
    return name === undefined || name === '' ? [] : [name];
  });
}

function readRoute(row: unknown): ServiceRoute | undefined {
  const path = ['path', 'route', 'pattern'].map((key) => textAt(row, key)).find(isText);
  const service = ['service', 'name', 'target', 'script'].map((key) => textAt(row, key)).find(isText);
  if (path === undefined || service === undefined) return undefined;
  const method = textAt(row, 'method')?.toUpperCase();
  const host = textAt(row, 'host')?.toLowerCase();
  return { path, service, ...(method && method !== '*' ? { method } : {}), ...(host ? { host } : {}) };
}

/** Every pair of routes of different services that some request would match both of; one conflict per path and services. */
export function routeConflicts(routes: readonly ServiceRoute[]): RouteConflict[] {
  const found = new Map<string, RouteConflict>();
  const parsed = routes.map((route) => ({ route, pattern: routePattern(route.path, route.host) }));
  for (const [index, one] of parsed.entries()) {
    for (const other of parsed.slice(index + 1)) {
      if (one.route.service === other.route.service || !methodsMeet(one.route, other.route)) continue;
      const reason = overlapOf(one.pattern, other.pattern);
      if (reason === undefined) continue;
      const path = one.pattern.specificity >= other.pattern.specificity ? one.route.path : other.route.path;
      const conflict: RouteConflict = { path, services: [one.route.service, other.route.service].sort(), reason };
      found.set(JSON.stringify([path, conflict.services]), conflict);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function methodsMeet({ method: one }: ServiceRoute, { method: other }: ServiceRoute): boolean {
  return one === undefined || other === undefined || one === other;
}
