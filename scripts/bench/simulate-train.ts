import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub } from '../../simulator/github.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { createActivities } from '../../src/engine/activities.ts';
import { fileStore } from '../../src/engine/file-store.ts';
import { planHash } from '../../src/engine/plan-train.ts';
import type { StateStore } from '../../src/engine/store.ts';
import { moveTrain, openTrain } from '../../src/engine/train.ts';
import { clientsByOwner } from '../../src/github/clients.ts';
import { staticToken } from '../../src/github/tokens.ts';
import { createLog } from '../../src/runner/commands.ts';
import { wavesOf } from '../../src/train/graph.ts';
import type { Plan } from '../../src/train/plan.ts';

const RUN_MS = 300_000;
const QUEUED_MS = 5_000;
const LAG_MS = 20_000;

export interface SimulatedTrain {
  readonly status: string;
  readonly components: number;
  readonly requests: number;
  readonly charged: number;
  /** Virtual milliseconds, of the train and of the longest chain of components with nothing between them. */
  readonly wall: number;
  readonly criticalPath: number;
}

/** The real engine and client over the embedded GitHub, in virtual time; the state in a folder. */
export async function simulateTrain(
  graph: readonly { id: string; needs: readonly string[] }[],
): Promise<SimulatedTrain> {
  const plan = planOf(graph);
  const clock = new VirtualClock();
  const github = createGitHub({ clock, check: 'none' });
  addEcosystem(github, plan.components, { runMs: RUN_MS, queuedMs: QUEUED_MS, registryLagMs: LAG_MS });
  const limits = { limit: 1e9, secondaryLimits: false };
  github.addToken('token', { owners: ['org-0', 'org-1', 'org-2'], ...limits });
  const log = createLog(() => {}, false);
  const clientFor = clientsByOwner({
    token: staticToken('token'),
    apiUrl: github.url,
    clock,
    fetch: github.fetch,
    writeGap: 0,
  });
  const folder = mkdtempSync(join(tmpdir(), 'release-actions-bench-'));
  const store = held(fileStore(folder), clock);
  const registry = {
    latest: async () => '1.0.0',
    served: async (published: object, version: string) => {
      const [name = ''] = Object.values<string>(published as Record<string, string>);
      return { served: github.registry.isServed('npm', name, version), detail: 'not there yet' };
    },
  };
  const health = async () => ({ verdict: 'healthy', detail: '' }) as const;
  const begun = clock.now();
  const train = async () => {
    const planned = { plan, hash: planHash(plan), leftOut: [], warnings: [] };
    const { signal } = new AbortController();
    const start = { trainId: 'bench', store, plan: async () => planned, now: clock.now(), salt: 'rabench', signal };
    const saved = await openTrain(start);
    const activities = createActivities({ plan, clientFor, gates: { registry, health }, clock, log });
    const deadline = clock.now() + 30 * 86_400_000;
    return moveTrain(saved, { store, clock, signal, activities, mode: 'wait', deadline, resume: true });
  };
  const { status } = await clock.run(train());
  rmSync(folder, { recursive: true, force: true });
  return {
    status,
    components: plan.components.length,
    requests: github.requests.length,
    charged: github.requests.filter(({ charged }) => charged).length,
    wall: clock.now() - begun,
    criticalPath: plan.waves.length * (QUEUED_MS + RUN_MS + LAG_MS),
  };
}

/** Files are real: virtual time waits for them. */
function held(store: StateStore, clock: VirtualClock): StateStore {
  return {
    ...store,
    load: (trainId) => clock.hold(store.load(trainId)),
    save: (saved, message) => clock.hold(store.save(saved, message)),
    open: () => clock.hold(store.open()),
  };
}

function planOf(graph: readonly { id: string; needs: readonly string[] }[]): Plan {
  return {
    format: 1,
    name: 'bench',
    strategy: 'parallel',
    onFailure: 'continue',
    rollback: false,
    waves: wavesOf(graph),
    components: graph.map(({ id, needs }, index) => ({
      id,
      needs,
      repository: `org-${index % 3}/${id}`,
      dispatch: { workflow: 'release.yml' },
      ref: 'main',
      package: { npm: `@bench/${id}` },
      version: '1.0.1',
      previousVersion: '1.0.0',
      inputs: { version: '1.0.1', nonce: '{nonce}' },
      timeout: 3_600_000,
      health: [],
      gateTimeout: 1_800_000,
    })),
  };
}
