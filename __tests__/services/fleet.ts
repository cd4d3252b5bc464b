import { SimulatedServiceRegistry } from '../../simulator/service-registry.ts';
import type { Clock } from '../../src/platform/time/clock.ts';
import { canTell } from '../../src/services/reconcile/finding-causes.ts';
import {
  type IssueChange,
  type IssueTracker,
  keepIssues,
  type TrackedIssue,
} from '../../src/services/reconcile/finding-issues.ts';
import type { ProbedAnswer } from '../../src/services/reconcile/findings.ts';
import { type FleetPass, type Reconciliation, reconcile } from '../../src/services/reconcile/reconcile.ts';
import { shareTime } from '../../src/services/reconcile/time-budget.ts';
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
    find: async (marker) => issues.filter(({ open, body }) => open && body.includes(marker)),
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

/** What others keep in every record. */
export const FOREIGN = { owner: { team: 'identity' }, labels: ['pci', 'eu'], notes: 'call before you change it' };

/** A fleet of services with their registry, whose reality is what `running` says. */
export class Fleet {
  readonly simulated = new SimulatedServiceRegistry();
  readonly tracker = memoryTracker();
  readonly running: Record<string, ProbedAnswer> = {};
  readonly declared: Declared[] = [];

  constructor(names: readonly string[]) {
    for (const name of names) this.deploy(name, '1.0.0');
    this.simulated.refreshDiscovery();
  }

  /** Runs a version of a service, declared and registered, an hour and more ago. */
  deploy(name: string, version: string): void {
    const endpoints = { health: `https://${name}.test/health`, api: `https://${name}.test/api` };
    this.declared.push({ name, endpoints, capabilities: ['tasks'] });
    this.simulated.store(name, { name, version, endpoints, capabilities: ['tasks'], ...FOREIGN });
    this.running[`https://${name}.test/health`] = running(version);
  }

  get writes(): number {
    return this.simulated.writes + this.tracker.writes;
  }

  /** A pass in which nothing takes time but pauses, which are jumped over. */
  async pass(
    change: Omit<Partial<FleetPass>, 'sources' | 'clock'> & { sources?: Partial<FleetPass['sources']> } = {},
  ): Promise<Reconciliation & { issues: readonly IssueChange[] }> {
    const http = callsTo(this.simulated);
    const clock = patientClock(NOW);
    const client = createRegistryClient('http://registry.test', { http, clock, signal, timeoutMs: 1_000 });
    const get = (path: string) => async () => (await client.get(path)).body;
    const passed = reconcile({
      policy: { mode: 'repair', routeOwners: {}, cap: 100 },
      routeResolver: { client, path: DEFAULT_PATHS['resolve-route'] },
      look: async (url) => this.running[url] ?? { verdict: 'unhealthy', detail: 'no connection' },
      own: async () => [],
      dryRun: false,
      clock,
      signal,
      budget: shareTime(clock.now(), 600_000, 'repair'),
      ...change,
      sources: {
        declared: this.declared,
        registry: registryOver(http, clock),
        discovery: get('/.well-known/discovery'),
        routes: get('/api/routes'),
        proxies: get('/api/proxies'),
        ...change.sources,
      },
    });
    const { reconciliation, observed } = await passed;
    const { dryRun = false } = change;
    const options = { dryRun, runUrl: undefined, canTell: (key: string) => canTell(key, observed) };
    const { changes } = await keepIssues(this.tracker, reconciliation.causes, options);
    return { ...reconciliation, issues: changes };
  }
}

/** Jumps over pauses; what bounds a whole pass never comes. */
function patientClock(start: number): Clock {
  const jumping = jumpingClock(start);
  return {
    now: jumping.now,
    sleep: (ms, signal) =>
      ms < 60_000
        ? jumping.sleep(ms, signal)
        : new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true })),
  };
}

/** What a healthy service answers that runs this version. */
export function running(version: string): ProbedAnswer {
  return { verdict: 'healthy', detail: 'it answered 200', deployedVersion: version, versions: [version] };
}
