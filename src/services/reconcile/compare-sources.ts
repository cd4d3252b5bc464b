import type { Discovered } from '../discovery.ts';
import type { Declared } from '../register/definition.ts';
import { differences, type Registered, sameUrl } from '../service.ts';
import type { Finding, Observed, SourceName } from './findings.ts';
import { mayFollow } from './plausible-version.ts';
import { type RouteConflict, routeConflicts } from './routes.ts';

/** How long after a deployment answers of the old version are no drift: a rollout takes its time. */
const SETTLING = 30 * 60_000;

/**
 * What does not agree among registry, discovery, routes, proxies and reality. What could not be read says nothing of any
 * service: unreachable is not absent.
 */
export function compare(observed: Observed): Finding[] {
  const registered = observed.registry.state === 'read' ? observed.registry.value : undefined;
  return [
    ...sourceFindings(observed),
    ...(registered ? registryFindings(registered, observed) : []),
    ...(registered ? discoveryFindings(registered, observed) : []),
    ...(registered ? gatewayFindings(registered, observed) : []),
    ...routeFindings(observed),
    ...healthFindings(observed),
  ];
}

function sourceFindings(observed: Observed): Finding[] {
  const names = ['registry', 'discovery', 'routes', 'proxies'] as const;
  const unreachable = names.flatMap((source): Finding[] => {
    const { [source]: seen } = observed;
    return seen.state === 'unreachable' ? [{ kind: 'unreachable', source, detail: seen.reason }] : [];
  });
  const empty = observed.registry.state === 'read' && observed.registry.value.length === 0;
  return empty ? [...unreachable, { kind: 'empty', source: 'registry' }] : unreachable;
}

function registryFindings(registered: readonly Registered[], observed: Observed): Finding[] {
  const { declared } = observed;
  const byName = new Map(registered.map((one) => [one.name, one]));
  const findings = duplicates(registered, 'registry');
  const twice = namesTwice(registered);
  for (const wanted of declared ?? []) {
    const found = byName.get(wanted.name);
    if (!found) findings.push({ kind: 'missing', service: wanted.name, from: 'registry' });
    else if (!twice.has(wanted.name)) findings.push(...declaredFindings(wanted, found, observed));
  }
  for (const found of byName.values()) {
    if (declared && !declared.some(({ name }) => name === found.name)) {
      findings.push({ kind: 'unexpected', service: found.name, at: 'registry' });
    }
    if (!twice.has(found.name)) findings.push(...realityFindings(found, observed));
  }
  return findings;
}

function declaredFindings(wanted: Declared, found: Registered, observed: Observed): Finding[] {
  const service = wanted.name;
  const running = runningVersion(service, observed, wanted.version ?? found.version);
  // The registry shall tell what runs; where that is not what was declared, the deployment is behind, not the registry.
  const { version, ...rest } = wanted;
  const facts = running === undefined ? wanted : rest;
  const findings = differences(facts, found).map(
    ({ field, expected, found: value = '(none)' }): Finding => ({
      ...{ kind: 'stale', service, at: 'registry', field, expected, found: value, truth: 'declared' },
    }),
  );
  if (version === undefined || running === undefined || running === version || isSettling(found, observed.now)) {
    return findings;
  }
  const behind = { kind: 'stale', service, at: 'reality', field: 'version' } as const;
  return [...findings, { ...behind, expected: version, found: running, truth: 'declared' }];
}

function realityFindings(found: Registered, observed: Observed): Finding[] {
  const running = runningVersion(found.name, observed, found.version);
  if (running === undefined || running === found.version || isSettling(found, observed.now)) return [];
  const stale = { kind: 'stale', service: found.name, at: 'registry', field: 'version', truth: 'reality' } as const;
  return [{ ...stale, expected: running, found: found.version ?? '(none)' }];
}

function discoveryFindings(registered: readonly Registered[], { discovery }: Observed): Finding[] {
  if (discovery.state !== 'read') return [];
  const findings = duplicates(discovery.value, 'discovery');
  // Which of two records discovery should agree with, nobody can say.
  const twice = namesTwice(registered);
  const byName = new Map(discovery.value.map((one) => [one.name, one]));
  for (const one of uniqueNames(registered)) {
    const found = byName.get(one.name);
    if (!found) findings.push({ kind: 'missing', service: one.name, from: 'discovery' });
    else if (!twice.has(one.name)) findings.push(...discoveredFindings(one, found));
  }
  const known = new Set(registered.map(({ name }) => name));
  return [...findings, ...unexpected(byName.keys(), known, 'discovery')];
}

function discoveredFindings(registered: Registered, found: Discovered): Finding[] {
  const stale = { kind: 'stale', service: registered.name, at: 'discovery', truth: 'registry' } as const;
  const findings: Finding[] = [];
  if (found.version !== undefined && registered.version !== undefined && found.version !== registered.version) {
    findings.push({ ...stale, field: 'version', expected: registered.version, found: found.version });
  }
  if (!found.endpoints) return findings;
  const changed = differences(
    { ...registered, capabilities: [] },
    { ...registered, endpoints: found.endpoints, capabilities: [] },
  );
  const added = changed.map(({ field, expected, found: value = '(none)' }) => ({
    ...stale,
    field,
    expected,
    found: value,
  }));
  return [...findings, ...added];
}

function gatewayFindings(registered: readonly Registered[], { routes, proxies }: Observed): Finding[] {
  const byName = new Map(registered.map((one) => [one.name, one]));
  const findings: Finding[] = [];
  if (routes.state === 'read') {
    findings.push(...unexpected(new Set(routes.value.routes.map(({ service }) => service)), byName, 'routes'));
  }
  if (proxies.state !== 'read') return findings;
  findings.push(
    ...unexpected(
      proxies.value.map(({ service }) => service),
      byName,
      'proxies',
    ),
  );
  for (const { service, target } of proxies.value) {
    const endpoints = Object.values(byName.get(service)?.endpoints ?? {});
    if (target === undefined || endpoints.length === 0 || endpoints.some((url) => sameOrBelow(url, target))) continue;
    const stale = { kind: 'stale', service, at: 'proxies', field: 'target', truth: 'registry' } as const;
    findings.push({ ...stale, expected: endpoints.join(' or '), found: target });
  }
  return findings;
}

/** What the gateway does and what the services claim for themselves; the same claim twice is one. */
function routeFindings({ routes, declared = [] }: Observed): Finding[] {
  const served = routes.state === 'read' ? routes.value : { routes: [], conflicts: [] };
  const claimed = declared.flatMap(({ name, routes: paths = [] }) => paths.map((path) => ({ path, service: name })));
  const computed = routeConflicts([...served.routes, ...claimed]);
  // A registry may name one of the services, or all of them.
  const isKnown = ({ path, services, reason }: RouteConflict) =>
    reason === 'reported' &&
    computed.some((one) => one.path === path && services.every((service) => one.services.includes(service)));
  const reported = served.conflicts.filter((conflict) => !isKnown(conflict));
  return [...computed, ...reported].map((conflict) => ({ kind: 'conflict', ...conflict }));
}

function healthFindings({ direct, proxied }: Observed): Finding[] {
  const unhealthy = (probes: Observed['direct'], via: 'direct' | 'proxy') =>
    Object.entries(probes).flatMap(([service, { url, probe }]): Finding[] =>
      probe.verdict === 'healthy'
        ? []
        : probe.unseen
          ? [{ kind: 'unseen', service, via, url }]
          : [{ kind: 'unhealthy', service, via, url, detail: probe.detail }],
    );
  return [...unhealthy(direct, 'direct'), ...unhealthy(proxied, 'proxy')];
}

/**
 * The version that a healthy service runs, to be held against the one that is known of it: the known one where the answer
 * names it anywhere, and nothing where what it names is of another form, for then it is the version of something else.
 */
export function runningVersion(service: string, { direct }: Observed, known: string | undefined): string | undefined {
  const probe = Object.hasOwn(direct, service) ? direct[service]?.probe : undefined;
  if (probe?.verdict !== 'healthy') return undefined;
  const { deployedVersion: running, versions = [] } = probe;
  if (known !== undefined && versions.includes(known)) return known;
  return running !== undefined && mayFollow(known, running) ? running : undefined;
}

function isSettling({ deployment }: Registered, now: number): boolean {
  const deployed = Date.parse(deployment?.time ?? '');
  return now - deployed < SETTLING;
}

function duplicates(entries: readonly { readonly name: string }[], at: 'registry' | 'discovery'): Finding[] {
  return [...namesTwice(entries)].map(([service, count]) => ({ kind: 'duplicate', service, at, count }));
}

/** The names that stand more than once, and how often. */
function namesTwice(entries: readonly { readonly name: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of entries) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 1));
}

function uniqueNames(entries: readonly Registered[]): Registered[] {
  return [...new Map(entries.map((one) => [one.name, one])).values()];
}

function unexpected(names: Iterable<string>, known: { has(name: string): boolean }, at: SourceName): Finding[] {
  return [...names].filter((name) => !known.has(name)).map((service) => ({ kind: 'unexpected', service, at }));
}

function sameOrBelow(url: string, target: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(target)) return sameUrl(url, target);
  return new URL(url).origin === new URL(target).origin;
}
