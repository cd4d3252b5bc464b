import { createActivities } from '../../src/engine/activities.ts';
import { branchStore } from '../../src/engine/branch-store.ts';
import { planHash } from '../../src/engine/plan-train.ts';
import { moveTrain, openTrain } from '../../src/engine/train.ts';
import { clientsByOwner } from '../../src/github/clients.ts';
import { staticToken } from '../../src/github/tokens.ts';
import type { Plan, PlannedComponent } from '../../src/train/plan.ts';
import { createRandom } from '../random.ts';
import type { EffectRecord } from '../types.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { silent } from './history.ts';
import { Process } from './process.ts';
import { createUniverse, HOME } from './universe.ts';

export interface SimulatedTrain {
  readonly status: string;
  /** All of them, and those that count against the rate limit. */
  readonly requests: number;
  readonly charged: number;
  readonly writes: number;
  /** Virtual milliseconds from start to end, and of the longest chain of runs. */
  readonly tookMs: number;
  readonly criticalPathMs: number;
}

/** A train of many components on the embedded GitHub in virtual time, in which nothing goes wrong. Each has two needs at most. */
export async function simulateTrain({
  components,
  seed,
}: {
  components: number;
  seed: number;
}): Promise<SimulatedTrain> {
  const clock = new VirtualClock();
  const plan = layered(components, seed);
  const scenario = {
    seed,
    plan,
    features: new Set<never>(),
    mode: 'wait',
    store: 'branch',
    oldServer: false,
    resumes: 0,
    calmAfter: 0,
  } as const;
  const universe = createUniverse(scenario, clock, 'none');
  const { github } = universe;
  const process = new Process({ name: 'p1', clock, fetch: github.fetch, skewMs: 0, onSent: () => {} });
  const random = createRandom(seed).fork('orchestrator').next;
  const common = { apiUrl: github.url, clock, fetch: github.fetch, random };
  const clientFor = clientsByOwner({ ...common, token: staticToken('secret') });
  const store = branchStore({ client: clientFor(HOME), repository: HOME, clock, random });
  const start = clock.now();
  const planned = async () => ({ plan, hash: planHash(plan), leftOut: [], warnings: [] });
  const story = async () => {
    const { signal } = new AbortController();
    const saved = await openTrain({ trainId: 't', store, plan: planned, now: clock.now(), salt: `ra${seed}`, signal });
    const gates = { registry: universe.registryFor(process), health: universe.healthFor(process) };
    const activities = createActivities({ plan, clientFor, gates, clock, log: silent });
    return moveTrain(saved, { store, clock, signal, mode: 'wait', resume: true, deadline: start + 1e10, activities });
  };
  const { status } = await clock.run(story());
  const { requests, effects } = github;
  const writes = effects.filter(({ kind, repository }) => kind === 'commit' && repository === HOME).length;
  return {
    status,
    requests: requests.length,
    charged: requests.filter(({ charged }) => charged).length,
    writes,
    tookMs: clock.now() - start,
    criticalPathMs: criticalPath(plan, effects),
  };
}

function layered(count: number, seed: number): Plan {
  const random = createRandom(seed).fork('layers');
  const width = Math.ceil(count / 10);
  const components = Array.from({ length: count }, (_, index): PlannedComponent => {
    const from = (Math.floor(index / width) - 1) * width;
    const needs =
      from < 0 ? [] : [...new Set([random.between(from, from + width - 1), random.between(from, from + width - 1)])];
    const id = `c${index}`;
    return {
      id,
      repository: `acme/${id}`,
      dispatch: { workflow: 'release.yml' },
      ref: 'main',
      needs: needs.map((need) => `c${need}`),
      inputs: { version: '1.1.0', nonce: '{nonce}' },
      timeout: 3_600_000,
      health: [],
      gateTimeout: 600_000,
    };
  });
  return {
    format: 1,
    name: 'many',
    strategy: 'parallel',
    onFailure: 'continue',
    rollback: false,
    components,
    waves: [],
  };
}

/** The longest chain of runs that need each other: no train can be faster. */
function criticalPath(plan: Plan, effects: readonly EffectRecord[]): number {
  const times = new Map<string, { from: number; to: number }>();
  for (const { kind, repository, at } of effects) {
    if (kind === 'run-created') times.set(repository, { from: at, to: at });
    const time = times.get(repository);
    if (kind === 'run-ended' && time) time.to = at;
  }
  const ends = new Map<string, number>();
  for (const { id, repository, needs } of plan.components) {
    const { from, to } = times.get(repository) ?? { from: 0, to: 0 };
    ends.set(id, Math.max(0, ...needs.map((need) => ends.get(need) ?? 0)) + to - from);
  }
  return Math.max(...ends.values());
}
