import { type Finding, isWarning, type Observed, type SourceName } from './findings.ts';

/** Findings that one thing brought about: they share an issue. */
export interface Cause {
  /** Stable from pass to pass. */
  readonly key: string;
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** The causes behind the findings, in order of their first finding. Warnings have none. */
export function causesOf(findings: readonly Finding[], observed: Observed): Cause[] {
  const grouping = groupingOf(findings, observed);
  const causes = new Map<string, { title: string; findings: Finding[] }>();
  for (const finding of findings) {
    if (isWarning(finding)) continue;
    const { key, title } = causeOf(finding, grouping);
    const cause = causes.get(key) ?? { title, findings: [] };
    causes.set(key, cause);
    cause.findings.push(finding);
  }
  return [...causes].map(([key, cause]) => ({ key, ...cause }));
}

/**
 * Whether this pass has seen enough to say that a cause is gone. A cause whose source could not be read (or is not asked
 * any more) stays open.
 */
export function canTell(key: string, observed: Observed): boolean {
  const [kind, place] = key.split('/');
  const read = (source: SourceName) => observed[source].state === 'read';
  if (kind === 'unreachable') return SOURCES.some((source) => source === place && read(source));
  if (!read('registry')) return kind === 'overdue';
  if (kind === 'discovery') return read('discovery');
  const claimsAreAll = observed.routes.state === 'not-asked' && observed.declared !== undefined;
  if (kind === 'conflict') return read('routes') || claimsAreAll;
  if (place === 'routes') return read('routes');
  if (kind === 'proxy' || place === 'proxies') return read('proxies');
  const needsDeclared = ['missing/registry', 'unexpected/registry', 'stale/reality'].includes(key);
  return !needsDeclared || observed.declared !== undefined;
}

const SOURCES: readonly SourceName[] = ['registry', 'discovery', 'routes', 'proxies'];

interface Grouping {
  /** Services whose own health check fails, and the cause of that. */
  readonly unhealthy: ReadonlyMap<string, { key: string; title: string }>;
  readonly registryIsEmpty: boolean;
}

/** A whole fleet or a whole host that does not answer is one failure, not one per service. */
function groupingOf(findings: readonly Finding[], { direct }: Observed): Grouping {
  const failing = findings.flatMap((one) => (one.kind === 'unhealthy' && one.via === 'direct' ? [one] : []));
  const probed = Object.values(direct).map(({ url }) => originOf(url));
  const everyServiceFails = failing.length >= 3 && failing.length === probed.length;
  const count = (origins: readonly string[], origin: string) => origins.filter((one) => one === origin).length;
  const failingOrigins = failing.map(({ url }) => originOf(url));
  const causes = failing.map(({ service, url }): [string, { key: string; title: string }] => {
    if (everyServiceFails) return [service, { key: 'services', title: 'No service is healthy' }];
    const origin = originOf(url);
    const failed = count(failingOrigins, origin);
    if (origin !== '' && failed > 1 && failed === count(probed, origin)) {
      return [service, { key: `origin/${encode(origin)}`, title: `No service at ${origin} is healthy` }];
    }
    return [service, { key: `service/${encode(service)}`, title: `${service} is not healthy` }];
  });
  return { unhealthy: new Map(causes), registryIsEmpty: findings.some(({ kind }) => kind === 'empty') };
}

function causeOf(finding: Finding, { unhealthy, registryIsEmpty }: Grouping): { key: string; title: string } {
  if (registryIsEmpty && ['empty', 'missing', 'unexpected'].includes(finding.kind)) {
    return { key: 'empty', title: 'The registry holds no service' };
  }
  switch (finding.kind) {
    case 'empty':
      return { key: 'empty', title: 'The registry holds no service' };
    case 'unreachable':
      return { key: `unreachable/${finding.source}`, title: `The ${finding.source} cannot be read` };
    case 'unhealthy': {
      const known = unhealthy.get(finding.service);
      const origin = originOf(finding.url);
      return known ?? { key: `proxy/${encode(origin)}`, title: `Services are not healthy through ${origin}` };
    }
    case 'missing': {
      if (finding.from === 'registry') return { key: 'missing/registry', title: 'Services are not registered' };
      return unhealthy.get(finding.service) ?? DISCOVERY;
    }
    case 'stale':
      if (finding.at === 'discovery') return DISCOVERY;
      return { key: `stale/${finding.at}`, title: STALE_TITLES[finding.at] };
    case 'unexpected':
      if (finding.at === 'discovery') return DISCOVERY;
      return { key: `unexpected/${finding.at}`, title: `The ${finding.at} name services that nobody knows` };
    case 'duplicate':
      return { key: `duplicate/${encode(finding.service)}`, title: `${finding.service} is there more than once` };
    case 'conflict': {
      const services = finding.services.map(encode).join('+');
      return { key: `conflict/${services}`, title: `${finding.services.join(' and ')} claim the same routes` };
    }
    case 'overdue':
      return { key: 'overdue', title: 'The reconciliation does not run as planned' };
  }
}

const DISCOVERY = { key: 'discovery', title: 'The discovery document does not agree with the registry' };

const STALE_TITLES = {
  registry: 'Registrations are out of date',
  proxies: 'Proxies forward to other places than registered',
  reality: 'Services run another version than declared',
} as const;

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

/** A part of a key that cannot end a comment or be taken for two parts. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('--', '-%2D');
}
