import { isCalm, type Play } from './play.ts';
import type { Process } from './process.ts';

const MINUTE = 60_000;
/** Where GitHub works for so long before SIGINT, and after it, nothing keeps a job from saving. */
const QUIET_BEFORE = 40_000;
const QUIET_AFTER = 10_000;
/** A process that was cancelled ends itself after this time, whatever it is doing: `onCancellation`. */
const GRACE = 4_500;

/** Some jobs are cancelled; where GitHub works, everything is saved before the runner kills them. */
export function interruptSome(
  play: Play,
  process: Process,
  { controller, ended }: { controller: AbortController; ended: Promise<void> },
): void {
  const { scenario, clock, universe, chronicle } = play;
  const random = play.random.fork(`interrupt ${process.name}`);
  if (!scenario.features.has('interrupts') || isCalm(play) || random.next() > 0.3) return;
  const isQuiet = random.next() < 0.6;
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const delay = random.between(1_000, 8 * MINUTE);
  if (isQuiet) clock.at(clock.now() + delay - QUIET_BEFORE, () => universe.hush(QUIET_BEFORE + QUIET_AFTER));
  clock.at(clock.now() + delay, () => {
    if (isOver || process.isDead) return;
    chronicle.say(process.name, 'SIGINT');
    const mustSave =
      isQuiet && delay > QUIET_BEFORE && !process.isPaused && !process.isFrozen && chronicle.kept.length > 0;
    controller.abort(new Error('SIGINT'));
    clock.at(clock.now() + GRACE, () => {
      if (isOver || process.isDead) return;
      process.kill();
      if (mustSave && !process.isFrozen && !process.isPaused)
        chronicle.accuse(`8: ${process.name} had not ended ${GRACE / 1_000} s after SIGINT`);
    });
  });
}

/** Some jobs stand still for minutes; resolves when meanwhile somebody starts another one. */
export function replaceSome(play: Play, process: Process): Promise<void> {
  const { scenario, clock, chronicle } = play;
  const random = play.random.fork(`zombie ${process.name}`);
  if (!scenario.features.has('zombies') || isCalm(play) || random.next() > 0.4) return new Promise(() => {});
  return new Promise((resolve) => {
    const freeze = () => {
      if (process.isDead) return;
      chronicle.say(process.name, 'freezes');
      process.freeze(random.between(20_000, 20 * MINUTE));
      clock.at(clock.now() + random.between(0, 30_000), resolve);
    };
    // The worst moment is when it has something to say and has not said it.
    if (random.next() < 0.5) process.beforeSave(random.between(1, 12), freeze);
    else clock.at(clock.now() + random.between(500, 6 * MINUTE), freeze);
  });
}
