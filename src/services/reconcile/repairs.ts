import type { Declared } from '../register/definition.ts';
import { factsOf, type Registered, type Service } from '../service.ts';
import { runningVersion } from './compare-sources.ts';
import { type Finding, isWarning, type Observed } from './findings.ts';

export type Repair =
  | {
      readonly kind: 'register';
      readonly service: Service;
      readonly because: string;
      /** Whether it is not registered at all. What is registered out of our reach is never made a second time. */
      readonly creates: boolean;
      /** Where the service itself told the version that is to be written: it has to say so a second time. */
      readonly proof?: { readonly url: string; readonly version: string };
    }
  | { readonly kind: 'resolve-route'; readonly path: string; readonly owner: string }
  | { readonly kind: 'refresh-discovery'; readonly because: string };

export interface Policy {
  readonly mode: 'report' | 'repair';
  /** Who owns a contested path. */
  readonly routeOwners: Readonly<Record<string, string>>;
  /** Repairs per pass. */
  readonly cap: number;
}

interface RepairPlan {
  readonly repairs: readonly Repair[];
  /** What the cap left for the next pass. */
  readonly deferred: readonly Repair[];
}

/**
 * What may be written to make the findings go away. Nothing is ever deleted but a contested route's other claims, and that
 * only where the policy names the owner; a service that could not be reached is left as it is registered.
 */
export function planRepairs(findings: readonly Finding[], observed: Observed, policy: Policy): RepairPlan {
  if (policy.mode === 'report' || observed.registry.state !== 'read') return { repairs: [], deferred: [] };
  const registrations = registrationRepairs(findings, observed, observed.registry.value);
  const resolutions = routeRepairs(findings, observed, policy);
  const direct: Repair[] = [...registrations, ...resolutions];
  const refresh = refreshReason(findings, observed, registrations.length);
  const all: Repair[] = refresh === undefined ? direct : [...direct, { kind: 'refresh-discovery', because: refresh }];
  // A refresh that came before its registrations would have no effect, so it is the cap's last.
  return { repairs: all.slice(0, policy.cap), deferred: all.slice(policy.cap) };
}

function registrationRepairs(
  findings: readonly Finding[],
  observed: Observed,
  registered: readonly Registered[],
): Repair[] {
  const twice = new Set(
    findings.flatMap((one) => (one.kind === 'duplicate' && one.at === 'registry' ? [one.service] : [])),
  );
  const reasons = findings.flatMap((one) => registrationReason(one) ?? []).filter(({ service }) => !twice.has(service));
  return [...Map.groupBy(reasons, ({ service }) => service)].map(([name, own]) => {
    const declared = observed.declared?.find((one) => one.name === name);
    const held = registered.find((one) => one.name === name);
    const corrected = findings.some((one) => one.kind === 'stale' && one.service === name && one.truth === 'reality');
    const running = runningVersion(name, observed, held?.version);
    const service = serviceFrom({ name, held, declared, running, corrected });
    const url = observed.direct[name]?.url;
    const proof = corrected && url && running !== undefined ? { proof: { url, version: running } } : {};
    return {
      kind: 'register',
      service,
      because: own.map(({ because }) => because).join('; '),
      creates: held === undefined,
      ...proof,
    };
  });
}

function registrationReason(finding: Finding): { service: string; because: string } | undefined {
  if (finding.kind === 'missing' && finding.from === 'registry') {
    return { service: finding.service, because: 'not registered' };
  }
  if (finding.kind === 'stale' && finding.at === 'registry') {
    return { service: finding.service, because: `${finding.field} is ${finding.found}, expected ${finding.expected}` };
  }
  return undefined;
}

interface Knowledge {
  readonly name: string;
  readonly held: Registered | undefined;
  readonly declared: Declared | undefined;
  readonly running: string | undefined;
  /** Whether the registry's version is wrong by what runs. */
  readonly corrected: boolean;
}

/** What is declared, over what the registry holds. Where the service itself tells its version, no declaration outranks it. */
function serviceFrom({ name, held, declared, running, corrected }: Knowledge): Service {
  const { lastDeployed: _lastDeployed, ...kept } = held ? factsOf(held) : { name, lastDeployed: undefined };
  const { routes: _routes, repository: _repository, ...wanted }: Partial<Declared> = declared ?? {};
  const version = corrected || !held ? running : (held.version ?? running);
  return { ...kept, ...wanted, ...(running === undefined || version === undefined ? {} : { version }) };
}

function routeRepairs(findings: readonly Finding[], { routes }: Observed, policy: Policy): Repair[] {
  const served = routes.state === 'read' ? routes.value.routes : [];
  return findings.flatMap((finding): Repair[] => {
    if (finding.kind !== 'conflict' || isWarning(finding)) return [];
    const { path, services, reason } = finding;
    const owner = Object.hasOwn(policy.routeOwners, path) ? policy.routeOwners[path] : undefined;
    if (owner === undefined || !services.includes(owner)) return [];
    // Where the gateway has no second claim to this very path, there is nothing that it could give up.
    const others = served.filter((route) => route.path === path && route.service !== owner);
    return others.length > 0 || reason === 'reported' ? [{ kind: 'resolve-route', path, owner }] : [];
  });
}

function refreshReason(findings: readonly Finding[], observed: Observed, registrations: number): string | undefined {
  if (observed.discovery.state === 'not-asked') return undefined;
  if (registrations > 0) return 'services were registered';
  const outdated = findings.some(
    (finding) => ('at' in finding && finding.at === 'discovery') || ('from' in finding && finding.from === 'discovery'),
  );
  return outdated ? 'the discovery document does not agree with the registry' : undefined;
}
