/** A service as its registry should know it. */
export interface Service {
  readonly name: string;
  readonly version?: string;
  readonly description?: string;
  /** What the service offers, by name: `health`, `api`, `mcp`. Absent where nobody says: a registry keeps what it has. */
  readonly endpoints?: Readonly<Record<string, string>>;
  /** Absent where nobody says. */
  readonly capabilities?: readonly string[];
  readonly status?: string;
  readonly deployment?: Deployment;
}

/** Where the running version came from. */
export interface Deployment {
  readonly commit?: string;
  readonly branch?: string;
  /** ISO 8601. It differs at every run, and so does `run`: neither makes a registration stale. */
  readonly time?: string;
  /** The run's URL. */
  readonly run?: string;
}

/** A service as a registry gave it to us. */
export interface Registered extends Service {
  readonly endpoints: Readonly<Record<string, string>>;
  /** The capabilities that are ours to take away again. */
  readonly capabilities: readonly string[];
  /** What others gave it that can be a capability too: it counts as there, and stays. */
  readonly foreignCapabilities?: readonly string[];
  /** Further instances under this name, each with facts of its own; all of them are to be as wanted. */
  readonly instances?: readonly Registered[];
  /** Whether others registered it, and we have never written to it. */
  readonly foreign?: boolean;
  /** What the registry itself knows of its health, where it checks services. */
  readonly health?: RegistryHealth;
  /** The registry's version of the record, where it has one. */
  readonly etag?: string;
  /** The whole record, with the fields that we know nothing of: an update hands them back. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly lastDeployed?: string;
}

export interface RegistryHealth {
  readonly passes: boolean;
  readonly detail: string;
}

/** The facts of a registered service, without what only its registry needs. */
export function factsOf(registered: Registered): Service & Pick<Registered, 'lastDeployed'> {
  const { etag: _etag, record: _record, instances: _instances, foreignCapabilities: _foreign, ...facts } = registered;
  const { health: _health, foreign: _others, ...service } = facts;
  return service;
}

export interface Difference {
  /** `version`, `endpoints.health`, `deployment.commit`. */
  readonly field: string;
  readonly expected: string;
  readonly found: string | undefined;
}

/** The form of a service's name: it stands in paths, branch names and catalog entries as it is. */
export const SERVICE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const ENDPOINT_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

const ENDPOINT_PROTOCOLS = ['http:', 'https:', 'ws:', 'wss:', 'grpc:', 'grpcs:', 'tcp:'];

/**
 * Where a registered service differs from the one we want, in any of its instances, in what matters: text fields that are
 * wanted, every endpoint and the set of capabilities where they are said, commit and branch. What the registry knows beyond
 * that, and facts that change at every run, do not count.
 */
export function differences(wanted: Service, found: Registered): Difference[] {
  const all = [found, ...(found.instances ?? [])].flatMap((instance) => instanceDifferences(wanted, instance));
  return [...new Map(all.map((one) => [one.field, one])).values()];
}

function instanceDifferences(wanted: Service, found: Registered): Difference[] {
  const texts: [string, string | undefined, string | undefined][] = [
    ['version', wanted.version, found.version],
    ['description', wanted.description, found.description],
    ['status', wanted.status, found.status],
    ['deployment.commit', wanted.deployment?.commit, found.deployment?.commit],
    ['deployment.branch', wanted.deployment?.branch, found.deployment?.branch],
  ];
  const changed = texts.flatMap(([field, expected, actual]) =>
    expected === undefined || expected === actual ? [] : [{ field, expected, found: actual }],
  );
  return [...changed, ...endpointDifferences(wanted, found), ...capabilityDifferences(wanted, found)];
}

/** Where the endpoints of two records differ; an endpoint that only the found one has is a difference too. */
function endpointDifferences({ endpoints }: Service, found: Registered): Difference[] {
  if (endpoints === undefined) return [];
  const names = [...new Set([...Object.keys(endpoints), ...Object.keys(found.endpoints)])].sort();
  return names.flatMap((name) => {
    const expected = endpoints[name];
    const actual = found.endpoints[name];
    const same = expected !== undefined && actual !== undefined && sameUrl(expected, actual);
    return same ? [] : [{ field: `endpoints.${name}`, expected: expected ?? '(none)', found: actual }];
  });
}

function capabilityDifferences({ capabilities: wanted }: Service, found: Registered): Difference[] {
  if (wanted === undefined) return [];
  const { capabilities: own, foreignCapabilities: foreign = [] } = found;
  const complete = wanted.every((one) => own.includes(one) || foreign.includes(one));
  if (complete && own.every((one) => wanted.includes(one))) return [];
  const shown = (list: readonly string[]) => [...new Set(list)].sort().join(', ');
  return [{ field: 'capabilities', expected: shown(wanted) || '(none)', found: shown(own) }];
}

/** Whether two URLs mean the same place: `https://A.example` is `https://a.example/`. */
export function sameUrl(one: string, other: string): boolean {
  const normal = (url: string) => (URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url);
  return normal(one) === normal(other);
}

/** What is wrong with what is said of a service that is about to be registered, all at once. */
export function serviceFaults(service: { readonly [K in keyof Service]?: Service[K] }): string[] {
  const faults: string[] = [];
  if (service.name !== undefined && !SERVICE_NAME.test(service.name)) {
    faults.push(
      `The service name ${JSON.stringify(service.name)} is not valid: expected letters, digits, ".", "_" and "-", at most 63.`,
    );
  }
  for (const [name, url] of Object.entries(service.endpoints ?? {})) {
    if (!ENDPOINT_NAME.test(name)) {
      faults.push(
        `The endpoint name ${JSON.stringify(name)} is not valid: expected a letter, then letters, digits, "_" and "-".`,
      );
    }
    const problem = endpointProblem(url);
    if (problem) faults.push(`The endpoint ${name} is ${JSON.stringify(url)}: ${problem}`);
  }
  return faults;
}

function endpointProblem(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !ENDPOINT_PROTOCOLS.includes(parsed.protocol)) {
    return `expected an absolute URL (${ENDPOINT_PROTOCOLS.map((one) => one.slice(0, -1)).join(', ')}).`;
  }
  // A registry hands its records to everyone who asks.
  if (parsed.username || parsed.password) return 'expected a URL without credentials in it.';
  return undefined;
}

/** A difference for people: `version is 1.0.0, expected 1.1.0`. */
export function describeDifference({ field, expected, found }: Difference): string {
  return `${field} is ${found === undefined || found === '' ? 'not set' : found}, expected ${expected}`;
}
