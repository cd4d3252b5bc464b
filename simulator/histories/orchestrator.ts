import { createActivities } from '../../src/engine/activities.ts';
import { planHash } from '../../src/engine/plan-train.ts';
import { moveTrain, openTrain } from '../../src/engine/train.ts';
import { clientsByOwner } from '../../src/github/clients.ts';
import { staticToken } from '../../src/github/tokens.ts';
import type { TrainState } from '../../src/train/state.ts';
import type { Random } from '../random.ts';
import type { Play } from './play.ts';
import type { Process } from './process.ts';
import { type Scenario, TRAIN } from './scenario.ts';
import { silent } from './silent.ts';

const MINUTE = 60_000;

/** What a job runs: the real engine and client, on a machine of the history. */
export async function orchestrate(
  { scenario, universe, stores, random: luck }: Play,
  { process, signal, resume }: { process: Process; signal: AbortSignal; resume: boolean },
): Promise<TrainState> {
  const { plan, mode } = scenario;
  const random = luck.fork(`random ${process.name}`);
  const { clock, fetch } = process;
  const token = staticToken('secret');
  const clientFor = clientsByOwner({ token, apiUrl: universe.github.url, clock, fetch, random: random.next });
  const store = stores.storeFor(process, { clientFor, random });
  const planned = async () => ({ plan, hash: planHash(plan), leftOut: [], warnings: [] });
  const salt = `ra${Math.floor(random.next() * 2 ** 40).toString(16)}`;
  const saved = await openTrain({ trainId: TRAIN, store, plan: planned, now: clock.now(), salt, signal });
  const gates = { registry: universe.registryFor(process), health: universe.healthFor(process) };
  const activities = createActivities({ plan, clientFor, gates, clock, log: silent });
  const deadline = clock.now() + timeOf(scenario, random);
  return moveTrain(saved, { store, clock, signal, mode, resume, deadline, activities });
}

/** How long a job may take. */
function timeOf({ mode, features }: Scenario, random: Random): number {
  if (mode === 'advance') return 5 * MINUTE;
  return (features.has('interrupts') ? random.between(15, 90) : 330) * MINUTE;
}
