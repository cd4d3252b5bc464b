import { isOpen } from '../../src/train/machine/state.ts';
import type { Random } from '../random.ts';
import type { Jobs } from './jobs.ts';
import type { Errand } from './orchestrator.ts';
import { isCalm, isGivenUp, type Play } from './play.ts';

const MINUTE = 60_000;
const MOST_SWEEPS = 960;
const LONGEST_TICK_S = 60;

/** Mode advance: a tick every 15 minutes, and at the callbacks of children, one after another as a concurrency group has it. */
export async function advanceTrain(play: Play, jobs: Jobs): Promise<void> {
  const { scenario, clock, chronicle } = play;
  const random = play.random.fork('callbacks');
  let line: Promise<void> = Promise.resolve();
  const queue = () => {
    if (chronicle.state && !isOpen(chronicle.state)) return;
    if (scenario.features.has('zombies') && random.next() < 0.3) void tick(play, jobs, 'take-on');
    else line = line.then(() => tick(play, jobs, 'take-on'));
  };
  callBack(play, random, queue);
  let { resumes } = scenario;
  line = tick(play, jobs, 'take-up');
  await line;
  for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps += 1) {
    await clock.sleep(15 * MINUTE);
    if (isGivenUp(play, resumes)) await jobs.allOver();
    if (isGivenUp(play, resumes)) break;
    const { state } = chronicle;
    if (state && isOpen(state)) queue();
    else {
      if (state) resumes -= 1;
      await tick(play, jobs, 'take-up');
    }
    await line;
  }
  await jobs.allOver();
}

/** Children call back when they end; that gets lost, or comes twice, or late. */
function callBack({ clock, universe }: Play, random: Random, queue: () => void): void {
  const later = () => clock.at(clock.now() + random.between(1_000, 90_000), queue);
  universe.github.subscribe(({ kind }) => {
    if (kind !== 'run-ended' || random.next() < 0.3) return;
    later();
    if (random.next() < 0.2) later();
  });
}

async function tick(play: Play, jobs: Jobs, errand: Errand): Promise<void> {
  const { clock, chronicle } = play;
  const before = clock.now();
  const wasCalm = isCalm(play);
  await jobs.run(errand);
  const seconds = (clock.now() - before) / 1_000;
  if (wasCalm && seconds > LONGEST_TICK_S) chronicle.accuse(`advance: a tick held its job for ${seconds} s`);
}
