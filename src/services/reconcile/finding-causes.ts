import { sha256Of } from '../../platform/files/file-digest.ts';
import { wellFormed } from '../../platform/text/well-formed.ts';
import { type Finding, isWarning, type Observed, type SourceName } from './findings.ts';

/** Findings that one thing brought about: they share an issue. */
export interface FindingCause {
  /** Stable from pass to pass. */
  readonly key: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** What became of its repair in a pass that repairs: left for the next one by max-repairs or the time, or without effect. */
  readonly repair?: 'deferred' | 'without-effect';
}

/** The causes behind the findings, in order of their first finding. Warnings have none. */
export function causesOf(findings: readonly Finding[], observed: Observed): FindingCause[] {
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
  if (HEALTH_KINDS.includes(kind ?? '') && somethingUnseen(observed)) return false;
  if (kind === 'discovery') return read('discovery');
  const claimsAreAll = observed.routes.state === 'not-asked' && observed.declared !== undefined;
  if (kind === 'conflict') return read('routes') || claimsAreAll;
  if (place === 'routes') return read('routes');
  if (kind === 'proxy' || place === 'proxies') return read('proxies');
  const needsDeclared = ['missing/registry', 'unexpected/registry', 'stale/reality'].includes(key);
  return !needsDeclared || observed.declared !== undefined;
}

/** Causes that only looking at services can tell to be gone. */
const HEALTH_KINDS = ['service', 'origin', 'services', 'proxy', 'stale', 'unseen'];

function somethingUnseen({ direct, proxied }: Observed): boolean {
  return [...Object.values(direct), ...Object.values(proxied)].some(({ probe }) => probe.unseen);
}

export const SOURCES: readonly SourceName[] = ['registry', 'discovery', 'routes', 'proxies'];

type CauseName = Pick<FindingCause, 'key' | 'title'>;

interface Grouping {
  /** Services whose own health is not proven, and the cause of that. */
  readonly services: ReadonlyMap<string, CauseName>;
  readonly registryIsEmpty: boolean;
}

/** A whole fleet or a whole host that does not answer is one failure, not one per service. */
function groupingOf(findings: readonly Finding[], { direct }: Observed): Grouping {
  const failing = findings.flatMap((one) => (one.kind === 'unhealthy' && one.via === 'direct' ? [one] : []));
  const unseen = findings.flatMap((one) => (one.kind === 'unseen' && one.via === 'direct' ? [one] : []));
  const looked = Object.values(direct).filter(({ probe }) => !probe.unseen);
  const everyServiceFails = failing.length >= 3 && failing.length === looked.length;
  const origins = looked.map(({ url }) => originOf(url));
  const failingOrigins = failing.map(({ url }) => originOf(url));
  const causes = failing.map(({ service, url }): [string, CauseName] => {
    if (everyServiceFails) return [service, NOTHING_HEALTHY];
    const origin = originOf(url);
    const failed = count(failingOrigins, origin);
    if (origin !== '' && failed > 1 && failed === count(origins, origin)) {
      return [service, { key: `origin/${encode(origin)}`, title: `No service at ${origin} is healthy` }];
    }
    return [service, { key: `service/${encode(service)}`, title: `${service} is not healthy` }];
  });
  // What nobody had the time to look at, while all else failed, came of the same.
  const rest = everyServiceFails ? unseen.map(({ service }): [string, CauseName] => [service, NOTHING_HEALTHY]) : [];
  return { services: new Map([...causes, ...rest]), registryIsEmpty: findings.some(({ kind }) => kind === 'empty') };
}

const NOTHING_HEALTHY: CauseName = { key: 'services', title: 'No service is healthy' };
const UNSEEN: CauseName = { key: 'unseen', title: 'Not every service was looked at' };

function count(origins: readonly string[], origin: string): number {
  return origins.filter((one) => one === origin).length;
}

function causeOf(finding: Finding, { services, registryIsEmpty }: Grouping): CauseName {
  if (registryIsEmpty && ['empty', 'missing', 'unexpected'].includes(finding.kind)) {
    return { key: 'empty', title: 'The registry holds no service' };
  }
  switch (finding.kind) {
    case 'empty':
      return { key: 'empty', title: 'The registry holds no service' };
    case 'unreachable':
      return { key: `unreachable/${finding.source}`, title: `The ${finding.source} cannot be read` };
    case 'unhealthy': {
      const known = services.get(finding.service);
      const origin = originOf(finding.url);
      return known ?? { key: `proxy/${encode(origin)}`, title: `Services are not healthy through ${origin}` };
    }
    case 'unseen':
      return services.get(finding.service) ?? UNSEEN;
    case 'missing': {
      if (finding.from === 'registry') return { key: 'missing/registry', title: 'Services are not registered' };
      return services.get(finding.service) ?? DISCOVERY;
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
      const claimants = finding.services.map(encode).join('+');
      if (claimants === '') return { key: 'conflict/', title: 'The registry reports route conflicts' };
      return { key: `conflict/${claimants}`, title: titleOfConflict(finding.services) };
    }
    case 'overdue':
      return { key: 'overdue', title: 'The reconciliation does not run as planned' };
  }
}

function titleOfConflict(services: readonly string[]): string {
  return services.length === 1
    ? `${services[0]} has routes in conflict`
    : `${services.join(' and ')} claim the same routes`;
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

/** A part of a key that cannot end a comment or be taken for two parts, and that fits an issue's body. */
function encode(text: string): string {
  const encoded = encodeURIComponent(wellFormed(text)).replaceAll('--', '-%2D');
  if (encoded.length <= LONGEST_PART) return encoded;
  return `${encoded.slice(0, LONGEST_PART / 2)}~${sha256Of(text).slice(0, 16)}`;
}

const LONGEST_PART = 200;
