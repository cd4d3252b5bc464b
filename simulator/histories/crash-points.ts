import { createActivities } from '../../src/engine/drive/activities.ts';
import type { Gates } from '../../src/engine/drive/gates.ts';
import { moveTrain, openTrain } from '../../src/engine/drive/open-train.ts';
import { planHash } from '../../src/engine/planning/plan-train.ts';
import { branchStore } from '../../src/engine/stores/branch-store.ts';
import { repositoriesByOwner } from '../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import type { TrainState } from '../../src/train/machine/state.ts';
import type { Plan } from '../../src/train/plan/plan.ts';
import { addEcosystem } from '../ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../github.ts';
import { createRandom } from '../random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { Process } from './process.ts';
import { releasedOnce } from './released-once.ts';
import { silent } from './silent.ts';

export interface CrashPoint {
  /** 1-based, over the API calls of the whole train. */
  readonly call: number;
  /** Before the request leaves, or after it had its effect and nobody heard the answer. */
  readonly when: 'before' | 'after';
}

export interface CrashOutcome {
  readonly violations: readonly string[];
  /** API calls of all processes together. */
  readonly calls: number;
}

export type CrashMode = 'wait' | 'advance';

const HOME = 'acme/releases';
const MINUTE = 60_000;
/** How long it takes until somebody starts the train again: at once, inside and after the time in which GitHub settles. */
const PAUSES = [1_000, 45_000, 20 * MINUTE] as const;
const MOST_PROCESSES = 100;

/** A train whose orchestrator dies at one point and is started again until it has ended; nothing else goes wrong. */
export async function crashAt(plan: Plan, mode: CrashMode, point?: CrashPoint): Promise<CrashOutcome> {
  const clock = new VirtualClock();
  const github = worldOf(plan, clock);
  const told: { state?: TrainState; calls: number; crashed: boolean } = { calls: 0, crashed: false };
  const story = async () => {
    for (let processes = 0; processes < MOST_PROCESSES; processes += 1) {
      const process = new Process({
        name: `p${processes + 1}`,
        clock,
        transport: github.transport,
        skewMs: 0,
        dies: point && !told.crashed ? { call: point.call - told.calls, when: point.when } : undefined,
        onSent: () => {
          told.calls += 1;
        },
      });
      const end = await Promise.race([orchestrate(plan, { mode, github, process }), process.death]);
      if (end) told.state = end;
      else told.crashed = true;
      if (end && end.status !== 'running') break;
      const pause = PAUSES[(point?.call ?? 0) % PAUSES.length] ?? MINUTE;
      await clock.sleep(end ? MINUTE : pause);
    }
  };
  await clock.run(story(), { limit: 2 * 24 * 60 * MINUTE });
  const { status = 'never ended', reason = '' } = told.state ?? {};
  const survived = point && !told.crashed ? ['it did not crash'] : [];
  const unsuccessful = status === 'succeeded' ? [] : [`the train is ${status} ${reason}`];
  return {
    violations: [...survived, ...unsuccessful, ...releasedOnce(plan.components, github.effects)],
    calls: told.calls,
  };
}

function worldOf(plan: Plan, clock: VirtualClock): SimulatedGitHub {
  const github = createGitHub({ clock, check: 'none' });
  addEcosystem(github, plan.components);
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  const owners = new Set([HOME, ...plan.components.map(({ repository }) => repository)].map(ownerOf));
  github.addToken('secret', { owners: [...owners] });
  return github;
}

function ownerOf(repository: string): string {
  return repository.split('/', 1)[0] ?? '';
}

async function orchestrate(
  plan: Plan,
  { mode, github, process }: { mode: CrashMode; github: SimulatedGitHub; process: Process },
): Promise<TrainState> {
  const { clock, transport, name } = process;
  const random = createRandom(1).fork(name).next;
  const repositoryFor = repositoriesByOwner({
    token: staticToken('secret'),
    apiUrl: github.url,
    clock,
    transport,
    random,
  });
  const store = branchStore({ repository: repositoryFor(HOME), clock, random });
  const planned = async () => ({ plan, hash: planHash(plan), leftOut: [], warnings: [] });
  const { signal } = new AbortController();
  const saved = await openTrain({
    trainId: 't',
    store,
    plan: planned,
    now: clock.now(),
    salt: `ra${name}`,
    signal,
    verify: () => {},
  });
  const activities = createActivities({ plan, repositoryFor, gates: gatesOf(github, process), clock, log: silent });
  const deadline = clock.now() + 330 * MINUTE;
  const unguessable = () =>
    Math.floor(random() * 2 ** 48)
      .toString(16)
      .padStart(12, '0');
  return moveTrain(saved, { store, clock, signal, mode, resume: true, deadline, activities, unguessable });
}

function gatesOf(github: SimulatedGitHub, { clock }: Process): Gates {
  return {
    registry: {
      async served(published, version) {
        await clock.sleep(100);
        const served = 'npm' in published && github.registry.isServed('npm', published.npm, version);
        return { served, detail: served ? 'it is there' : 'it is not there' };
      },
    },
    health: async () => ({ verdict: 'healthy', detail: '' }),
  };
}
