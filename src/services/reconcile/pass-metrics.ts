import { type Finding, isWarning, type Observed } from './findings.ts';

/** The figures of a pass. Undefined is what nobody can say, because its source could not be read: that is not none. */
export interface Metrics {
  readonly registered: number | undefined;
  /** Of the declared services (of the registered ones where none are declared), the share that is registered and up to date. */
  readonly registrationSuccess: number | undefined;
  readonly conflicts: number | undefined;
  /** Of all looks, direct and through proxies, the share that was healthy; what nobody looked at does not count. */
  readonly integrationPassRate: number | undefined;
  readonly discoveryAgeSeconds?: number;
  readonly discoveryRefreshes: number;
}

export function metricsOf(observed: Observed, findings: readonly Finding[], discoveryRefreshes: number): Metrics {
  const made = observed.discoveryTime;
  return {
    ...registrations(observed, findings),
    conflicts: conflicts(observed, findings),
    integrationPassRate: passRate(observed),
    ...(made === undefined ? {} : { discoveryAgeSeconds: Math.round((observed.now - made) / 1_000) }),
    discoveryRefreshes,
  };
}

function registrations(
  { registry, declared }: Observed,
  findings: readonly Finding[],
): Pick<Metrics, 'registered' | 'registrationSuccess'> {
  if (registry.state !== 'read') return { registered: undefined, registrationSuccess: undefined };
  const registered = registry.value.map(({ name }) => name);
  const expected = new Set(declared?.map(({ name }) => name) ?? registered);
  const wrong = new Set(findings.flatMap((finding) => (isRegistrationFault(finding) ? [finding.service] : [])));
  const right = [...expected].filter((name) => !wrong.has(name)).length;
  return { registered: registered.length, registrationSuccess: share(right, expected.size) };
}

function isRegistrationFault(finding: Finding): finding is Finding & { service: string } {
  if (finding.kind === 'missing') return finding.from === 'registry';
  return (finding.kind === 'stale' || finding.kind === 'duplicate') && finding.at === 'registry';
}

function conflicts({ routes }: Observed, findings: readonly Finding[]): number | undefined {
  if (routes.state === 'unreachable') return undefined;
  return findings.filter((finding) => finding.kind === 'conflict' && !isWarning(finding)).length;
}

function passRate({ registry, direct, proxied }: Observed): number | undefined {
  const probes = [...Object.values(direct), ...Object.values(proxied)].filter(({ probe }) => !probe.unseen);
  // Without the registry nobody knows what there was to probe.
  if (probes.length === 0 && registry.state !== 'read') return undefined;
  return share(probes.filter(({ probe }) => probe.verdict === 'healthy').length, probes.length);
}

/** A share of one, to three places; nothing of nothing is no success. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 1_000;
}
