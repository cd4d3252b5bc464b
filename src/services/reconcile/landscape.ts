import type { Observed } from './findings.ts';
import type { ServiceRoute } from './routes.ts';

/** The services and routes that a pass saw, as its report keeps them for anyone who draws a map of them. */
export interface Landscape {
  /** ISO 8601. */
  readonly at: string;
  readonly services: readonly {
    readonly name: string;
    /** Absent where the registry could not be read. */
    readonly registered?: boolean;
    readonly version?: string;
    /** Verdicts: `healthy`, `unhealthy`, `inconclusive`. */
    readonly direct?: string;
    readonly proxied?: string;
  }[];
  readonly routes: readonly ServiceRoute[];
}

/** Every service that somebody named, in alphabetical order. */
export function landscapeOf({ now, declared, registry, routes, direct, proxied }: Observed): Landscape {
  const registered = registry.state === 'read' ? registry.value : [];
  const byName = new Map(registered.map((service) => [service.name, service]));
  const known = routes.state === 'read' ? routes.value.routes : [];
  const names = [
    ...(declared ?? []).map(({ name }) => name),
    ...byName.keys(),
    ...Object.keys(direct),
    ...Object.keys(proxied),
    ...known.map(({ service }) => service),
  ];
  const services = [...new Set(names)].sort().map((name) => {
    const version = direct[name]?.probe.deployedVersion ?? byName.get(name)?.version;
    return {
      name,
      ...(registry.state === 'read' && { registered: byName.has(name) }),
      ...(version !== undefined && { version }),
      ...(direct[name] && { direct: direct[name].probe.verdict }),
      ...(proxied[name] && { proxied: proxied[name].probe.verdict }),
    };
  });
  return { at: new Date(now).toISOString(), services, routes: known };
}
