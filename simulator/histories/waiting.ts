import { isOpen } from '../../src/train/machine/state.ts';
import type { Jobs } from './jobs.ts';
import { isGivenUp, type Play } from './play.ts';

const MINUTE = 60_000;
const MOST_TURNS = 120;

/** Mode wait: a job that waits, and whoever starts it again when it is gone. */
export async function waitForTrain(play: Play, jobs: Jobs): Promise<void> {
  const { scenario, clock, chronicle, random } = play;
  let { resumes } = scenario;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    await takeUp(play, jobs);
    if (isGivenUp(play, resumes)) await jobs.allOver();
    if (isGivenUp(play, resumes)) break;
    const { state } = chronicle;
    if (state && !isOpen(state)) resumes -= 1;
    // A job that left the train to its reviewers is run again when somebody thinks of it.
    const forPeople =
      state?.status === 'parked' && state.parkedUntil === undefined && scenario.features.has('approvals');
    const nap = forPeople ? random.fork(`nap ${turns}`).between(5 * MINUTE, 300 * MINUTE) : 0;
    const pause = nap + Math.max(0, (state?.parkedUntil ?? 0) - clock.now());
    await untilSomebodyComes(play, pause + random.between(1_000, 5 * MINUTE));
  }
  await jobs.allOver();
}

/** So long nobody comes; but whoever approves a run in time sees that nobody goes on with the train, and does so. */
async function untilSomebodyComes({ scenario, clock, universe: { github } }: Play, ms: number): Promise<void> {
  const approved = new AbortController();
  const hasWaited = (id = 0) => github.effects.some(({ kind, runId }) => kind === 'run-waits' && runId === id);
  const stop = github.subscribe(({ kind, runId }) => {
    if (scenario.features.has('in time') && kind === 'run-started' && hasWaited(runId)) approved.abort();
  });
  await clock.sleep(ms, approved.signal).catch(() => {});
  stop();
}

/** Somebody resumes the train; at times two people do so at the same moment, and one soon ends the job that is too many. */
async function takeUp({ scenario, clock, random: luck }: Play, jobs: Jobs): Promise<void> {
  const random = luck.fork(`take up ${jobs.processes.length}`);
  const job = jobs.run('take-up');
  if (!scenario.features.has('people') || random.next() > 0.4) {
    await job;
    return;
  }
  const other = jobs.run('take-up');
  const tooMany = jobs.processes.at(-1);
  clock.at(clock.now() + random.between(500, random.pick([5_000, 5 * MINUTE])), () => tooMany?.kill());
  await Promise.all([job, other]);
}
