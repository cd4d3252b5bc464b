/** A service as its registry should know it. */
export interface Service {
  readonly name: string;
  readonly version?: string;
  readonly description?: string;
  /** What the service offers, by name: `health`, `api`, `mcp`. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
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
  /** The registry's version of the record (an ETag), where it has one. */
  readonly tag?: string;
  /** ISO 8601. */
  readonly lastDeployed?: string;
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
 * Where a registered service differs from the one we want, in what matters: text fields that are wanted, every endpoint,
 * the set of capabilities, commit and branch. What the registry knows beyond that, and facts that change at every run, do
 * not count.
 */
export function differences(wanted: Service, found: Service): Difference[] {
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
function endpointDifferences(wanted: Service, found: Service): Difference[] {
  const names = [...new Set([...Object.keys(wanted.endpoints), ...Object.keys(found.endpoints)])].sort();
  return names.flatMap((name) => {
    const expected = wanted.endpoints[name];
    const actual = found.endpoints[name];
    const same = expected !== undefined && actual !== undefined && sameUrl(expected, actual);
    return same ? [] : [{ field: `endpoints.${name}`, expected: expected ?? '(none)', found: actual }];
  });
}

function capabilityDifferences(wanted: Service, found: Service): Difference[] {
  const expected = new Set(wanted.capabilities);
  const actual = new Set(found.capabilities);
  if (expected.size === actual.size && [...expected].every((one) => actual.has(one))) return [];
  const shown = (set: Set<string>) => [...set].sort().join(', ');
  return [{ field: 'capabilities', expected: shown(expected) || '(none)', found: shown(actual) }];
}

/** Whether two URLs mean the same place: `https://A.example` is `https://a.example/`. */
export function sameUrl(one: string, other: string): boolean {
  const normal = (url: string) => (URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url);
  return normal(one) === normal(other);
}

/** What is wrong with a service that is about to be registered, all at once. */
export function serviceFaults(service: Service): string[] {
  const faults: string[] = [];
  if (!SERVICE_NAME.test(service.name)) {
    faults.push(
      `The service name ${JSON.stringify(service.name)} is not valid: expected letters, digits, ".", "_" and "-", at most 63.`,
    );
  }
  for (const [name, url] of Object.entries(service.endpoints)) {
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
