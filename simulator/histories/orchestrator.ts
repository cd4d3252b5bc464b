import { createActivities } from '../../src/engine/drive/activities.ts';
import { cancelTrain } from '../../src/engine/drive/cancel-train.ts';
import { moveTrain, openTrain } from '../../src/engine/drive/open-train.ts';
import { tellSaved } from '../../src/engine/drive/tell-the-rest.ts';
import { planHash } from '../../src/engine/planning/plan-train.ts';
import { UserError } from '../../src/platform/errors.ts';
import { repositoriesByOwner } from '../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { untilAborted } from '../../src/platform/time/until-aborted.ts';
import type { Event } from '../../src/train/machine/events.ts';
import { isOpen, type TrainState } from '../../src/train/machine/state.ts';
import type { Random } from '../random.ts';
import type { Play } from './play.ts';
import type { Process } from './process.ts';
import { type Scenario, TRAIN } from './scenario.ts';
import { silent } from './silent.ts';
import { HOME } from './universe.ts';

const MINUTE = 60_000;

/** What a job is started for: a person resumes the train, a hint or a sweep takes it on, or a person cancels it. */
export type Errand = 'take-up' | 'take-on' | 'cancel' | 'tell';

/** What a job runs: the real engine and client, on a machine of the history. */
export async function orchestrate(
  { scenario, universe, stores, places, chronicle, random: luck }: Play,
  { process, signal, errand }: { process: Process; signal: AbortSignal; errand: Errand },
): Promise<TrainState> {
  const { plan, mode } = scenario;
  const random = luck.fork(`random ${process.name}`);
  const { clock, transport } = process;
  const token = staticToken('secret');
  const repositoryFor = repositoriesByOwner({
    token,
    apiUrl: universe.github.url,
    clock,
    transport,
    random: random.next,
  });
  const store = stores.storeFor(process, { repositoryFor, random });
  const gates = { registry: universe.registryFor(process), health: universe.healthFor(process) };
  const activities = createActivities({ plan, repositoryFor, gates, clock, log: silent });
  const telling = places.tellingFor(process, repositoryFor(HOME));
  if (errand === 'tell') {
    const over = await untilAborted(store.load(TRAIN), signal);
    if (!over) throw new UserError('There is nothing to tell.');
    await tellSaved(over, { store, clock, signal, telling, recordsBy: repositoryFor });
    return (await store.load(TRAIN))?.state ?? over.state;
  }
  if (errand === 'cancel') {
    const open = await untilAborted(store.load(TRAIN), signal);
    if (!open || !isOpen(open.state)) {
      process.hadNothingToDo = true;
      throw new UserError('There is nothing to cancel.');
    }
    return cancelTrain(open, {
      store,
      clock,
      signal,
      activities,
      telling,
      recordsBy: repositoryFor,
      reason: 'A person cancelled it.',
    });
  }
  const planned = async () => ({ plan, hash: planHash(plan), leftOut: [], warnings: [] });
  const salt = `ra${Math.floor(random.next() * 2 ** 40).toString(16)}`;
  const saved = await openTrain({
    trainId: TRAIN,
    store,
    plan: planned,
    now: clock.now(),
    salt,
    signal,
    verify: () => {},
  });
  const deadline = clock.now() + timeOf(scenario, random);
  const drawn = luck.fork(`nonces ${process.name}`);
  const unguessable = () =>
    Math.floor(drawn.next() * 2 ** 48)
      .toString(16)
      .padStart(12, '0');
  const resume = errand === 'take-up';
  const onEvent = watchDecisions((text) => chronicle.accuse(`5: ${process.name} ${text}`));
  const shown = { telling, recordsBy: repositoryFor, onEvent };
  return moveTrain(saved, { store, clock, signal, mode, resume, deadline, activities, unguessable, ...shown });
}

/** What a process decided counts for the state that it decided on: who loses a write decides again. */
function watchDecisions(accuse: (text: string) => void): (event: Event) => void {
  const decided = new Set<Event>();
  return (event) => {
    if (!['intended', 'finished', 'parked'].includes(event.type)) return;
    if (decided.has(event)) accuse(`lost a write and sticks to what it had decided: ${event.type}`);
    decided.add(event);
  };
}

/** How long a job may take. */
function timeOf({ mode, features }: Scenario, random: Random): number {
  if (mode === 'advance') return 5 * MINUTE;
  return (features.has('interrupts') ? random.between(15, 90) : 330) * MINUTE;
}
