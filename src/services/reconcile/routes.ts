import { isRecord } from '../../platform/records.ts';
import { textAt } from '../registries/rest-record.ts';

/** A path that a service claims behind a gateway. */
export interface Route {
  /** `/tasks`, `/tasks/:id`, `/tasks/{id}`, `/tasks/*`. */
  readonly path: string;
  readonly service: string;
  /** Upper case; undefined means all. */
  readonly method?: string;
  readonly host?: string;
}

export interface RouteConflict {
  readonly path: string;
  /** Sorted, at least two. */
  readonly services: readonly string[];
  /**
   * `same`: both match the same requests; `ambiguous`: some requests match both, and neither is the more specific;
   * `shadowed`: one lies wholly within the other, so that the gateway's order decides; `reported`: the registry says so.
   */
  readonly reason: 'same' | 'ambiguous' | 'shadowed' | 'reported';
}

/** The routes and the conflicts that a routes document names; undefined where it is no such document. */
export function readRoutes(document: unknown): { routes: Route[]; conflicts: RouteConflict[] } | undefined {
  const rows = isRecord(document) ? document.routes : document;
  if (!Array.isArray(rows) && !isRecord(rows)) return undefined;
  const entries = Array.isArray(rows) ? rows : Object.entries(rows).map(([path, service]) => ({ path, service }));
  const routes = entries.map(readRoute);
  const conflicts = isRecord(document) ? readConflicts(document.conflicts) : [];
  return routes.every((route) => route !== undefined) ? { routes, conflicts } : undefined;
}

/** The conflicts that a registry itself reports: `[{ path, services }]`. */
export function readConflicts(rows: unknown): RouteConflict[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row) => {
    const path = textAt(row, 'path') ?? textAt(row, 'route');
    const services = isRecord(row) && Array.isArray(row.services) ? row.services.filter(isText) : [];
    return path !== undefined && services.length > 1
      ? [{ path, services: [...services].sort(), reason: 'reported' as const }]
      : [];
  });
}

function readRoute(row: unknown): Route | undefined {
  const path = ['path', 'route', 'pattern'].map((key) => textAt(row, key)).find(isText);
  const service = ['service', 'name', 'target'].map((key) => textAt(row, key)).find(isText);
  if (path === undefined || service === undefined) return undefined;
  const method = textAt(row, 'method')?.toUpperCase();
  const host = textAt(row, 'host')?.toLowerCase();
  return { path, service, ...(method && method !== '*' ? { method } : {}), ...(host ? { host } : {}) };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Every pair of routes of different services that some request would match both of; one conflict per path and services. */
export function routeConflicts(routes: readonly Route[]): RouteConflict[] {
  const found = new Map<string, RouteConflict>();
  const parsed = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  for (const [index, one] of parsed.entries()) {
    for (const other of parsed.slice(index + 1)) {
      if (one.route.service === other.route.service || !mayMeet(one.route, other.route)) continue;
      const reason = overlap(one.pattern, other.pattern);
      if (reason === undefined) continue;
      const path = one.pattern.specificity >= other.pattern.specificity ? one.route.path : other.route.path;
      const conflict: RouteConflict = { path, services: [one.route.service, other.route.service].sort(), reason };
      found.set(JSON.stringify([path, conflict.services]), conflict);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function mayMeet(one: Route, other: Route): boolean {
  const agrees = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b;
  return agrees(one.method, other.method) && agrees(one.host, other.host);
}

interface Pattern {
  /** A literal, or undefined where any segment matches. */
  readonly segments: readonly (string | undefined)[];
  /** Whether everything below matches too. */
  readonly open: boolean;
  readonly specificity: number;
}

function patternOf(path: string): Pattern {
  const parts = path.split('/').filter((part) => part !== '');
  const open = /^\*{1,2}$/.test(parts.at(-1) ?? '');
  if (open) parts.pop();
  const segments = parts.map((part) => (/^(?::.+|\{.+\}|\*)$/.test(part) ? undefined : part));
  const literals = segments.filter((segment) => segment !== undefined).length;
  return { segments, open, specificity: literals * 2 + segments.length - (open ? 1 : 0) };
}

function overlap(one: Pattern, other: Pattern): RouteConflict['reason'] | undefined {
  const shared = Math.min(one.segments.length, other.segments.length);
  for (let i = 0; i < shared; i++) {
    const [a, b] = [one.segments[i], other.segments[i]];
    if (a !== undefined && b !== undefined && a !== b) return undefined;
  }
  const lengthsMeet =
    one.segments.length === other.segments.length ||
    (one.segments.length < other.segments.length ? one.open : other.open);
  if (!lengthsMeet) return undefined;
  const [covers, covered] = [contains(one, other), contains(other, one)];
  if (covers && covered) return 'same';
  return covers || covered ? 'shadowed' : 'ambiguous';
}

/** Whether every path that `inner` matches is matched by `outer`; the two are known to overlap. */
function contains(outer: Pattern, inner: Pattern): boolean {
  if (outer.segments.length > inner.segments.length) return false;
  if (inner.open && !outer.open) return false;
  if (!outer.open && outer.segments.length !== inner.segments.length) return false;
  return outer.segments.every((segment, i) => segment === undefined || segment === inner.segments[i]);
}
