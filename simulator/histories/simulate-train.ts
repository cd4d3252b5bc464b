import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActivities } from '../../src/engine/drive/activities.ts';
import type { Telling } from '../../src/engine/drive/channel.ts';
import type { CallNext } from '../../src/engine/drive/escalation-clock.ts';
import type { Gates } from '../../src/engine/drive/gates.ts';
import { moveTrain, openTrain } from '../../src/engine/drive/open-train.ts';
import { planHash } from '../../src/engine/planning/plan-train.ts';
import { branchStore } from '../../src/engine/stores/branch-store.ts';
import { fileStore } from '../../src/engine/stores/file-store.ts';
import type { StateStore } from '../../src/engine/stores/train-store.ts';
import { repositoriesByOwner } from '../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createLog } from '../../src/platform/runner/log.ts';
import type { Clock } from '../../src/platform/time/clock.ts';
import { type Node, wavesOf } from '../../src/train/graph.ts';
import type { Plan } from '../../src/train/plan/plan.ts';
import { addEcosystem } from '../ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../github.ts';
import { createRandom } from '../random.ts';
import { VirtualClock } from '../virtual-clock.ts';

const RUN_MS = 300_000;
const QUEUED_MS = 5_000;
const LAG_MS = 20_000;
const OWNERS = ['org-0', 'org-1', 'org-2'];
const HOME = 'org-0/releases';

export interface SimulatedTrain {
  readonly status: string;
  readonly components: number;
  /** All of them, and those that count against the rate limit. */
  readonly requests: number;
  readonly charged: number;
  /** Of the branch that keeps the state. */
  readonly commits: number;
  /** Virtual milliseconds, of the train and of the longest chain of components with nothing between them. */
  readonly wall: number;
  readonly criticalPath: number;
}

export interface SimulationOptions {
  /** Who is told of it, on this clock. */
  readonly tellBy?: (clock: Clock) => Telling;
  /** Calls who is next where nobody acts, on this clock. */
  readonly callBy?: (clock: Clock) => CallNext;
  /** Ids of the components whose runs fail. */
  readonly fail?: readonly string[];
}

/**
 * A train in which nothing goes wrong by itself: the real engine and client over the embedded GitHub, in virtual time. Its state is kept
 * in a folder, or on a branch of that GitHub.
 */
export async function simulateTrain(
  graph: readonly Node[],
  place: 'folder' | 'branch',
  { tellBy, callBy, fail = [] }: SimulationOptions = {},
): Promise<SimulatedTrain> {
  const plan = planOf(graph);
  const clock = new VirtualClock();
  const github = gitHubFor(plan, clock, fail);
  const folder = mkdtempSync(join(tmpdir(), 'release-actions-train-'));
  const random = createRandom(1).next;
  const common = { apiUrl: github.url, clock, transport: github.transport, random, writeGapMs: 0 };
  const repositoryFor = repositoriesByOwner({ ...common, token: staticToken('token') });
  const store =
    place === 'folder'
      ? held(fileStore(folder), clock)
      : branchStore({ repository: repositoryFor(HOME), clock, random });
  const log = createLog(() => {}, false);
  const begun = clock.now();
  const train = async () => {
    const planned = { plan, hash: planHash(plan), leftOut: [], warnings: [] };
    const { signal } = new AbortController();
    const start = {
      trainId: 'train',
      store,
      plan: async () => planned,
      now: clock.now(),
      salt: 'ratrain',
      signal,
      verify: () => {},
    };
    const saved = await openTrain(start);
    const activities = createActivities({ plan, repositoryFor, gates: gatesOf(github), clock, log });
    const deadline = clock.now() + 30 * 86_400_000;
    const telling = tellBy?.(clock);
    const callNext = callBy?.(clock);
    const common = { store, clock, signal, activities, deadline, telling, callNext };
    return moveTrain(saved, { ...common, mode: 'wait', resume: true, unguessable: () => 'drawn0000' });
  };
  const { status } = await clock.run(train()).finally(() => rmSync(folder, { recursive: true, force: true }));
  return {
    status,
    components: plan.components.length,
    requests: github.requests.length,
    charged: github.requests.filter(({ charged }) => charged).length,
    commits: github.effects.filter(({ kind, repository }) => kind === 'commit' && repository === HOME).length,
    wall: clock.now() - begun,
    criticalPath: plan.waves.length * (QUEUED_MS + RUN_MS + LAG_MS),
  };
}

function gitHubFor({ components }: Plan, clock: VirtualClock, fail: readonly string[]): SimulatedGitHub {
  const github = createGitHub({ clock, check: 'none' });
  addEcosystem(github, components, { fail, runMs: RUN_MS, queuedMs: QUEUED_MS, registryLagMs: LAG_MS });
  const [owner = '', name = ''] = HOME.split('/');
  github.addRepository({ owner, name, files: { 'README.md': '# Releases\n' } });
  github.addToken('token', { owners: OWNERS, limit: 1e9, secondaryLimits: false });
  return github;
}

function gatesOf({ registry }: SimulatedGitHub): Gates {
  return {
    registry: {
      served: async (published, version) => {
        const served = 'npm' in published && registry.isServed('npm', published.npm, version);
        return { served, detail: 'not there yet' };
      },
    },
    health: async () => ({ verdict: 'healthy', detail: '' }),
  };
}

/** Files are real: virtual time waits for them. */
function held(store: StateStore, clock: VirtualClock): StateStore {
  return {
    ...store,
    load: (trainId) => clock.hold(store.load(trainId)),
    save: (saved, message) => clock.hold(store.save(saved, message)),
    open: () => clock.hold(store.open()),
    read: (path) => clock.hold(store.read(path)),
    change: (path, edit, message) => clock.hold(store.change(path, edit, message)),
  };
}

function planOf(graph: readonly Node[]): Plan {
  return {
    format: 1,
    name: 'train',
    strategy: 'parallel',
    onFailure: 'continue',
    rollback: false,
    waves: wavesOf(graph),
    components: graph.map(({ id, needs }, index) => ({
      id,
      needs,
      repository: `${OWNERS[index % OWNERS.length]}/${id}`,
      dispatch: { workflow: 'release.yml' },
      ref: 'main',
      package: { npm: `@train/${id}` },
      version: '1.0.1',
      previousVersion: '1.0.0',
      inputs: { version: '1.0.1', nonce: '{nonce}' },
      timeout: 3_600_000,
      health: [],
      gateTimeout: 1_800_000,
    })),
  };
}
