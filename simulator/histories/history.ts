import { createHash } from 'node:crypto';
import { isRecorded } from '../../src/engine/stores/documents.ts';
import type { Saved } from '../../src/engine/stores/train-store.ts';
import type { TrainState } from '../../src/train/machine/state.ts';
import { isSettled } from '../../src/train/telling/ledger.ts';
import { createRandom } from '../random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { advanceTrain } from './advancing.ts';
import { Chronicle } from './chronicle.ts';
import { findViolations } from './invariants.ts';
import { Jobs } from './jobs.ts';
import { scheduleDeeds } from './people.ts';
import { openPlaces } from './places.ts';
import type { Play } from './play.ts';
import { reachedBy } from './reached.ts';
import type { Scenario } from './scenario.ts';
import { openStores } from './stores.ts';
import { createUniverse } from './universe.ts';
import { waitForTrain } from './waiting.ts';

export interface History {
  readonly violations: readonly string[];
  readonly status: TrainState['status'] | 'nothing';
  /** Of all that happened; made when it is asked for. */
  readonly hash: string;
  readonly trace: readonly string[];
  readonly requests: number;
  readonly minutes: number;
  /** Which of `CLASSES` it met. */
  readonly reached: ReadonlySet<string>;
  /** The train as it was kept last. */
  readonly final: Saved | undefined;
}

const MINUTE = 60_000;
/** Virtual time within which every train has to end. */
const LONGEST = 14 * 24 * 60 * MINUTE;
/** How many later steps come by to tell what is untold. */
const MOST_STEPS = 8;

/** Runs one history to its end and judges it. */
export async function runHistory(scenario: Scenario, options: { check?: 'all' | 'none' } = {}): Promise<History> {
  const clock = new VirtualClock();
  const universe = createUniverse(scenario, clock, options.check ?? 'none');
  const chronicle = new Chronicle(clock);
  const random = createRandom(scenario.seed).fork('play');
  const calmFrom = clock.now() + scenario.calmAfter;
  const stores = openStores(scenario, (saved) => chronicle.keep(saved));
  const places = openPlaces(scenario, () => clock.now() >= calmFrom);
  const play: Play = { scenario, clock, universe, stores, places, chronicle, random, calmFrom };
  const jobs = new Jobs(play);
  try {
    await perform(play, jobs);
    return judge(play, jobs);
  } finally {
    stores.close();
  }
}

async function perform(play: Play, jobs: Jobs): Promise<void> {
  const { scenario, clock, universe, chronicle, random, calmFrom } = play;
  const { github } = universe;
  chronicle.follow(github);
  clock.at(calmFrom, () => {
    chronicle.say('world', 'calm');
    universe.calm();
  });
  scheduleDeeds(scenario, { clock, github, random: random.fork('people'), chronicle });
  const fate = random.fork('cancel');
  if (scenario.features.has('people') && fate.next() < 0.15)
    clock.at(clock.now() + fate.between(1_000, 20 * MINUTE), () => void jobs.run('cancel'));
  try {
    const story = async () => {
      await (scenario.mode === 'wait' ? waitForTrain(play, jobs) : advanceTrain(play, jobs));
      await tellTheEnd(play, jobs);
    };
    await clock.run(story(), { limit: LONGEST });
  } catch (error) {
    chronicle.accuse(`6: ${error instanceof Error ? error.message : error}`);
  }
}

/** Steps that come by later, once all is calm, tell what the train's own could not; a channel may have had its fill for an hour. */
async function tellTheEnd({ clock, calmFrom, chronicle }: Play, jobs: Jobs): Promise<void> {
  await clock.sleep(Math.max(0, calmFrom - clock.now()));
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const saved = chronicle.kept.at(-1)?.saved;
    if (steps > 0 && (!saved || (isSettled(saved.ledger) && isRecorded(saved)))) return;
    await jobs.run('tell');
    await clock.sleep(61 * MINUTE);
  }
}

function judge({ scenario, universe, places, chronicle }: Play, { processes }: Jobs): History {
  const { sent, kept, broken, trace } = chronicle;
  const { github } = universe;
  const final = kept.at(-1)?.saved;
  return {
    violations: findViolations({ scenario, universe, places, sent, kept, processes, broken, final }),
    status: final?.state.status ?? 'nothing',
    get hash() {
      return createHash('sha256').update(github.traceHash()).update(trace.join('\n')).digest('hex');
    },
    trace,
    requests: github.requests.length,
    minutes: chronicle.elapsed / MINUTE,
    reached: reachedBy(scenario, chronicle, universe),
    final,
  };
}
