import type { Gates, HealthGate } from '../../src/engine/drive/gates.ts';
import { serialiseDocument } from '../../src/engine/stores/json-document.ts';
import { STATE_BRANCH } from '../../src/engine/stores/state-branch.ts';
import type { LastGood } from '../../src/engine/stores/train-store.ts';
import { KnownError } from '../../src/platform/errors.ts';
import { nameOf, packagesOf } from '../../src/train/manifest/packages.ts';
import type { PlannedComponent } from '../../src/train/plan/plan.ts';
import type { Deployment } from '../core/world.ts';
import { type FaultSchedule, randomFaults } from '../faults.ts';
import { createGitHub, type SimulatedGitHub } from '../github.ts';
import { createRandom, type Random } from '../random.ts';
import type { RunFacts } from '../types.ts';
import type { VirtualClock } from '../virtual-clock.ts';
import { script, workflowsOf } from './children.ts';
import { STRANGER } from './invariants/facts.ts';
import type { Process } from './process.ts';
import { LEFT, type Scenario } from './scenario.ts';

export const HOME = 'acme/releases';
/** Whose token the train has. */
export const OWNER = 'acme';

/** The world of one history: GitHub, the registry, the deployed services, and how badly they behave. */
export interface Universe {
  readonly github: SimulatedGitHub;
  /** From now on nothing goes wrong by itself; what people do is up to them. */
  calm(): void;
  /** Nothing goes wrong for so many milliseconds. */
  hush(ms: number): void;
  readonly registryFor: (process: Process) => Gates['registry'];
  readonly healthFor: (process: Process) => HealthGate;
  /** When a component was healthy, as far as its releases so far say. */
  readonly healthyTimes: (component: string) => readonly HealthyTime[];
}

export interface HealthyTime {
  readonly from: number;
  readonly until: number;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** How far behind a read of a single run may be at most. */
export const REPLICA_LAG_MS = 30_000;

export function createUniverse(scenario: Scenario, clock: VirtualClock, check: 'all' | 'none'): Universe {
  const { seed, features, plan } = scenario;
  const random = createRandom(seed).fork('universe');
  const trouble = { isOver: false, hushedUntil: 0 };
  const isCalm = () => trouble.isOver || clock.now() < trouble.hushedUntil;
  const strike = randomFaults(features.has('faults') ? random.pick([0.01, 0.05, 0.15, 0.3]) : 0);
  const delay = features.has('late') ? lateRequests(createRandom(seed).fork('late')) : () => undefined;
  const lose = features.has('nameless') ? lostAnswers(plan, createRandom(seed).fork('lost answers')) : () => undefined;
  const hide = features.has('hidden') ? hiddenRuns(scenario, createRandom(seed).fork('hidden runs')) : () => undefined;
  const shut = features.has('unread') ? jobsUnread : () => undefined;
  const lags = features.has('lag')
    ? { listLagMs: random.between(0, 45_000), runLagMs: random.between(0, 90_000), replicaLagMs: REPLICA_LAG_MS }
    : {};
  const github = createGitHub({
    clock,
    seed,
    check,
    faults: (call) => (isCalm() ? undefined : (shut(call) ?? delay(call) ?? lose(call) ?? hide(call) ?? strike(call))),
    consistency: lags,
    apiVersion: scenario.oldServer ? 'ghes-old' : 'current',
  });
  github.addToken('secret', { owners: [OWNER] });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  const left = plan.components.filter(({ goesBack }) => goesBack);
  if (left.length > 0) github.commit(HOME, STATE_BRANCH, { 'last-good.json': serialiseDocument(goodBefore(left)) });
  const behaviour = (run: RunFacts) => script(run, scenario, isCalm());
  for (const planned of plan.components) {
    const [, name = ''] = planned.repository.split('/');
    github.addRepository({ owner: 'acme', name, workflows: workflowsOf(planned, behaviour) });
    const isServed = planned.package && features.has('registry') && random.next() < 0.15;
    if (planned.deployments) deployBefore(github.repository(`acme/${name}`).deployments, planned, clock.now());
    for (const published of packagesOf(planned)) {
      github.registry.publish({ registry: 'npm', name: nameOf(published), version: isServed ? '1.1.0' : '1.0.0' });
    }
  }
  const health = healthOf(scenario, github, random.fork('health'));
  return {
    github,
    calm: () => {
      trouble.isOver = true;
    },
    hush: (ms) => {
      trouble.hushedUntil = clock.now() + ms;
    },
    registryFor: (process) =>
      registryOf(github, process, random.fork('registry'), () => features.has('registry') && !isCalm()),
    healthFor: (process) => healthGateOf(health, process),
    healthyTimes: health,
  };
}

/** What shows a train to people has no compare-and-swap: some of it is on its way until its sender has long given up, or is dead. */
function lateRequests(random: Random): FaultSchedule {
  return ({ operation, method }) => {
    if (method === 'GET' || !/deployment|comment/.test(operation) || random.next() > 0.15) return undefined;
    return { kind: 'late', ms: random.between(5_000, random.pick([20_000, 3 * 60_000, 20 * 60_000])) };
  };
}

/** What nobody can name is the harder to get right the less is heard of it: some answers are lost after their effect, some before. */
function lostAnswers({ components }: Scenario['plan'], random: Random): FaultSchedule {
  const nameless = components.filter(({ inputs }) => !Object.values(inputs).includes('{nonce}'));
  return ({ operation, path }) => {
    const isSent = operation === 'actions/create-workflow-dispatch';
    if (!isSent || !nameless.some(({ repository }) => path.startsWith(`/repos/${repository}/`))) return undefined;
    return random.next() < 0.3 ? { kind: 'reset', when: random.pick(['before', 'after']) } : undefined;
  };
}

/** In incidents a run shows up long after it was given up: where GitHub's answer does not name it, nobody can know of it. */
function hiddenRuns({ oldServer }: Scenario, random: Random): FaultSchedule {
  return ({ operation }) => {
    const isNamed = operation !== 'repos/create-dispatch-event' && !oldServer;
    if (isNamed || !/dispatch/.test(operation) || random.next() > 0.4) return undefined;
    return { kind: 'hidden', ms: random.between(5 * MINUTE, 40 * MINUTE) };
  };
}

/** The jobs, which tell of a wait that nobody saw, cannot be read: what is kept of it has to do. */
const jobsUnread: FaultSchedule = ({ operation }) =>
  operation.startsWith('actions/list-jobs') ? { kind: 'status', status: 502, when: 'before' } : undefined;

/** An earlier train has brought what is there, and so has something that is no train. */
function deployBefore(deployments: Deployment[], { id }: PlannedComponent, now: number): void {
  const at = now - HOUR;
  const common = { ref: 'main', sha: '', task: 'deploy', environment: 'production', description: null };
  const payloads = [
    { train: 'train-0', component: id, attempt: 1, task: 'deploy', version: '1.0.0' },
    { by: STRANGER },
  ];
  for (const [index, payload] of payloads.entries()) {
    const active = {
      id: 5_000 + index,
      state: 'success',
      description: '',
      logUrl: '',
      environmentUrl: '',
      creator: 'acme',
    };
    deployments.push({
      ...{ ...common, id: 3_000_000_000 + index, payload, isTransient: false, isProduction: true, creator: 'acme' },
      ...{ createdAt: at, statuses: [{ ...active, createdAt: at }] },
    });
  }
}

/** What earlier trains have brought to components that people go back with. */
function goodBefore(components: readonly PlannedComponent[]): LastGood {
  const good = (version: string) => ({ version, trainId: `train-of-${version}`, at: 0 });
  const versions = { ...good(LEFT), before: [good('1.1.0'), good('1.0.0')] };
  return { production: Object.fromEntries(components.map(({ id }) => [id, versions])) };
}

/** A release makes a service healthy after a while; some never get there, and some fall ill again. */
function healthOf({ features, plan }: Scenario, github: SimulatedGitHub, random: Random) {
  const times = new Map<string, HealthyTime[]>(plan.components.map(({ id }) => [id, []]));
  const byRepository = new Map(plan.components.map(({ id, repository }) => [repository, id]));
  // Of a stream of its own: what is put back is ill more often, or too few histories would meet it.
  const restored = random.fork('restored');
  github.subscribe(({ kind, repository, conclusion, at, runId }) => {
    const id = byRepository.get(repository);
    if (kind !== 'run-ended' || conclusion !== 'success' || id === undefined) return;
    const isIll = features.has('failures') && random.next() < 0.08;
    const from = at + random.between(0, 60_000);
    const fallsIll = features.has('failures') && random.next() < 0.08;
    const { workflow } = github.repository(repository).runs.find((run) => run.id === runId) ?? {};
    if (features.has('failures') && workflow?.path.endsWith('rollback.yml') && restored.next() < 0.3)
      times.get(id)?.push({ from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY });
    else if (!isIll) times.get(id)?.push({ from, until: fallsIll ? from + 45_000 : Number.POSITIVE_INFINITY });
  });
  return (id: string) => times.get(id) ?? [];
}

function healthGateOf(health: Universe['healthyTimes'], process: Process): HealthGate {
  return async ([check], { deadline, signal }) => {
    const id = /^https:\/\/(.+)\.test/.exec(String(check?.url))?.[1] ?? '';
    for (;;) {
      await process.clock.sleep(100, signal);
      const now = process.worldTime();
      const latest = health(id).at(-1);
      if (latest && now >= latest.from && now < latest.until) return { verdict: 'healthy', detail: 'it is well' };
      if (process.clock.now() + 5_000 >= deadline) return { verdict: 'unhealthy', detail: 'it answers 503' };
      await process.clock.sleep(5_000, signal);
    }
  };
}

function registryOf(
  github: SimulatedGitHub,
  process: Process,
  random: Random,
  isShaky: () => boolean,
): Gates['registry'] {
  return {
    async served(published, version) {
      await process.clock.sleep(random.between(50, 400));
      if (isShaky() && random.next() < 0.1)
        throw new KnownError('passing', 'The registry cannot be reached (ECONNREFUSED).');
      const served = 'npm' in published && github.registry.isServed('npm', published.npm, version);
      return { served, detail: served ? 'it is there' : 'it is not there' };
    },
  };
}
