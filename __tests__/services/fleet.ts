import { SimulatedServiceRegistry } from '../../simulator/service-registry.ts';
import type { Probe } from '../../src/services/reconcile/findings.ts';
import type { IssueTracker, TrackedIssue } from '../../src/services/reconcile/issues.ts';
import { type Pass, type Reconciliation, reconcile } from '../../src/services/reconcile/reconcile.ts';
import type { Declared } from '../../src/services/register/definition.ts';
import { createRegistryClient } from '../../src/services/registries/registry-client.ts';
import { DEFAULT_PATHS } from '../../src/services/registries/rest-paths.ts';
import { jumpingClock } from '../support/jumping-clock.ts';
import { callsTo, NOW, registryOver, signal } from './world.ts';

/** A tracker that keeps its issues in memory and counts what is written. */
function memoryTracker(): IssueTracker & {
  readonly issues: (TrackedIssue & { title: string; open: boolean })[];
  writes: number;
} {
  const issues: (TrackedIssue & { title: string; open: boolean })[] = [];
  const find = (number: number) => {
    const issue = issues.find((one) => one.number === number);
    if (!issue) throw new Error(`no issue ${number}`);
    return issue;
  };
  return {
    issues,
    writes: 0,
    findOpen: async (marker) => issues.filter(({ open, body }) => open && body.includes(marker)),
    async create({ title, body }) {
      this.writes++;
      issues.push({ number: issues.length + 1, title, body, open: true });
      return { number: issues.length };
    },
    async update(number, change) {
      this.writes++;
      Object.assign(find(number), change);
    },
    async comment() {
      this.writes++;
    },
    async close(number) {
      this.writes++;
      find(number).open = false;
    },
  };
}

/** A fleet of services with their registry, whose reality is what `running` says. */
export class Fleet {
  readonly simulated = new SimulatedServiceRegistry();
  readonly tracker = memoryTracker();
  readonly running: Record<string, Probe> = {};
  readonly declared: Declared[] = [];

  constructor(names: readonly string[]) {
    for (const name of names) this.deploy(name, '1.0.0');
    this.simulated.refreshDiscovery();
  }

  /** Runs a version of a service, declared and registered, an hour and more ago. */
  deploy(name: string, version: string): void {
    const endpoints = { health: `https://${name}.test/health`, api: `https://${name}.test/api` };
    this.declared.push({ name, endpoints, capabilities: ['tasks'] });
    this.simulated.store(name, { name, version, endpoints, capabilities: ['tasks'] });
    this.running[`https://${name}.test/health`] = { verdict: 'healthy', detail: 'it answered 200', version };
  }

  get writes(): number {
    return this.simulated.writes + this.tracker.writes;
  }

  pass(change: Omit<Partial<Pass>, 'places'> & { places?: Partial<Pass['places']> } = {}): Promise<Reconciliation> {
    const http = callsTo(this.simulated);
    const clock = jumpingClock(NOW);
    const client = createRegistryClient('http://registry.test', { http, clock, signal, deadline: 1_000 });
    const get = (path: string) => async () => (await client.get(path)).body;
    return reconcile({
      policy: { mode: 'repair', routeOwners: {}, cap: 100 },
      routeResolver: { client, path: DEFAULT_PATHS['resolve-route'] },
      tracker: this.tracker,
      own: [],
      runUrl: undefined,
      dryRun: false,
      ...change,
      places: {
        declared: this.declared,
        registry: registryOver(http, clock),
        discovery: get('/.well-known/discovery'),
        routes: get('/api/routes'),
        proxies: get('/api/proxies'),
        probe: async (url) => this.running[url] ?? { verdict: 'unhealthy', detail: 'no connection' },
        clock,
        signal,
        ...change.places,
      },
    });
  }
}
