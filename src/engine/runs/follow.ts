import type { SeenRun } from '../../train/machine/events.ts';
import { waitingSince } from '../../train/machine/state.ts';
import { approvalPending } from './approval.ts';
import { launch } from './launch.ts';
import { lookAt } from './look.ts';
import { type Cancelling, enforceDeadline } from './overdue.ts';
import { crowdDelay, pollDelay } from './pace.ts';
import { startWithoutPauses } from './start-without-pauses.ts';
import { usualDuration } from './usual-duration.ts';
import type { RunEvent, RunSurroundings, WantedRun } from './wanted-run.ts';

/** A run that was just dispatched may be 404 for a while, in incidents for minutes; one that was seen before may not. */
const APPEAR_MS = 10 * 60_000;
const GONE_MS = 2 * 60_000;
/** Only runs that take long are worth the request that tells how long they usually take. */
const ASK_USUAL_AFTER_MS = 60_000;
/** How often, and in steps that look once for how long, a run that is overdue is looked for before it is cancelled unseen. */
const MOST_UNSEEN = 4;
const BLIND_MS = 60 * 60_000;
const CANCEL_POLL_MS = 1_000;
/** People take their time. */
const WAITING_POLL_MS = 30_000;

/** What is known of a run while it is followed. */
interface Watch {
  /** Since when it is not visible, epoch milliseconds. */
  hiddenSince: number;
  wasThere: boolean;
  /** How often in a row nothing could be seen of it. */
  unseen: number;
  last: SeenRun;
  /** When to stop following it; what it waits for people is added. */
  deadline: number;
  /** Since when it waits for people, where it does. */
  waitingSince?: number | undefined;
  usualMs?: number | undefined;
  cancelling?: Cancelling | undefined;
}

/**
 * Follows a run to its end: dispatches if needed, finds the run, polls it until it is completed or its deadline is over.
 * Yields what changes. With `once` it takes one look and returns. Throws when aborted, and `Paused` when a rate limit
 * outlasts the deadline.
 */
export async function* follow(wanted: WantedRun, world: RunSurroundings): AsyncGenerator<RunEvent, void> {
  if (wanted.run) {
    // `once` remembers nothing between two looks but when the dispatch was sent.
    const hiddenSince = world.once ? waitingSince(wanted) : world.clock.now();
    return yield* observe(wanted, watchOf({ ...wanted.run, status: 'unknown' }, hiddenSince, wanted), world);
  }
  const launched = yield* launch(wanted, world);
  if (!launched) return;
  const run = asFound(launched.run);
  yield { type: 'run-seen', run };
  const { nonce: _, ...withoutNonce } = wanted;
  const believed = wanted.believesAnswer && run.correlatedBy === 'run-details' ? withoutNonce : wanted;
  yield* observe(believed, watchOf(run, world.clock.now(), { ...wanted, deadline: launched.deadline }), world);
}

/** Where the list shows it ended already, that does not count yet: of several with its nonce it may be the one that did nothing. */
function asFound({ conclusion: _, ...run }: SeenRun): SeenRun {
  return run.status === 'completed' ? { ...run, status: 'unknown' } : run;
}

function watchOf(last: SeenRun, hiddenSince: number, { cancelled, deadline, approval }: WantedRun): Watch {
  const isOurs = cancelled !== undefined && cancelled.because !== 'caller';
  const cancelling = isOurs ? { at: cancelled.at, forced: false } : undefined;
  return {
    hiddenSince,
    wasThere: last.attempt > 1,
    unseen: 0,
    last,
    deadline,
    waitingSince: approval.waitingSince,
    cancelling,
  };
}

async function* observe(wanted: WantedRun, watch: Watch, world: RunSurroundings): AsyncGenerator<RunEvent, void> {
  for (;;) {
    const seen = yield* see(wanted, watch, world);
    if (seen === 'end') return;
    if (seen === 'again' || !mayWaitForPeople(wanted, watch, world)) {
      const enforced = yield* enforceDeadline(wanted, watch, world);
      if (enforced === 'end') return;
      watch.cancelling = enforced;
    }
    if (world.once) return;
    await world.clock.sleep(await nextLook(wanted, watch, world), world.signal);
  }
}

/**
 * What nobody could see just now may be waiting for people, and is not cancelled before it was looked at again. A machine that
 * stood still may be late already: looks count, not time, where there are several.
 */
function mayWaitForPeople(
  { onTimeout }: WantedRun,
  { cancelling, deadline, unseen }: Watch,
  { clock, once }: RunSurroundings,
): boolean {
  const isWorthALook = once ? clock.now() < deadline + BLIND_MS : unseen < MOST_UNSEEN;
  return onTimeout === 'cancel' && !cancelling && isWorthALook;
}

/** One look at the run and what it tells. */
async function* see(
  wanted: WantedRun,
  watch: Watch,
  world: RunSurroundings,
): AsyncGenerator<RunEvent, 'again' | 'end' | 'hidden'> {
  const sight = await lookAt({ ...wanted, deadline: endOf(wanted, watch) }, watch.last, world);
  const now = world.clock.now();
  switch (sight.type) {
    case 'hidden':
      watch.unseen += 1;
      return 'hidden';
    case 'run':
      Object.assign(watch, { hiddenSince: now, unseen: 0 });
      if (sight.changed) {
        Object.assign(watch, { last: sight.run, wasThere: true });
        yield { type: 'run-seen', run: sight.run };
        noteWaiting(watch, wanted.intendedAt, now);
        if (watch.waitingSince !== undefined) yield await approvalPending(wanted, sight.run, world);
      }
      if (watch.waitingSince === undefined && !watch.cancelling && now >= watch.deadline)
        await creditPauses(wanted, watch, world);
      return sight.run.status === 'completed' ? 'end' : 'again';
    case 'gone':
      if (now - watch.hiddenSince < (watch.wasThere ? GONE_MS : APPEAR_MS)) {
        yield { type: 'waiting', detail: `run ${watch.last.id} is not visible yet` };
        return 'again';
      }
      yield { type: 'dispatch-lost', reason: `Run ${watch.last.url} cannot be found. ${sight.detail}` };
      return 'end';
    case 'unreadable':
      yield { type: 'expired', reason: `Run ${watch.last.url} cannot be read. ${sight.detail}` };
      return 'end';
  }
}

/** The clock stops while the run waits for people, and goes on from there. */
function noteWaiting(watch: Watch, intendedAt: number, now: number): void {
  const { status, changedAt = now } = watch.last;
  const isWaiting = status === 'waiting';
  if (!isWaiting && watch.waitingSince !== undefined) watch.deadline += Math.max(0, now - watch.waitingSince);
  watch.waitingSince = isWaiting ? (watch.waitingSince ?? Math.min(now, Math.max(intendedAt, changedAt))) : undefined;
}

/** While no job of it ran, people may have been asked without anybody looking: that is not charged. */
async function creditPauses(wanted: WantedRun, watch: Watch, { signal }: RunSurroundings): Promise<void> {
  const startedAt = await startWithoutPauses(wanted, watch.last, signal);
  if (startedAt !== undefined) watch.deadline = Math.max(watch.deadline, startedAt + wanted.timeoutMs);
}

/** When it is not followed any more, as it is now; epoch milliseconds. */
function endOf({ approval }: WantedRun, { waitingSince, deadline }: Watch): number {
  return waitingSince === undefined ? deadline : waitingSince + approval.timeoutMs;
}

/** Milliseconds until the next look. */
async function nextLook(wanted: WantedRun, watch: Watch, world: RunSurroundings): Promise<number> {
  if (watch.cancelling) return CANCEL_POLL_MS;
  const now = world.clock.now();
  if (watch.waitingSince !== undefined) return Math.min(WAITING_POLL_MS, Math.max(0, endOf(wanted, watch) - now));
  const ageMs = now - wanted.intendedAt;
  if (watch.usualMs === undefined && ageMs > ASK_USUAL_AFTER_MS) {
    watch.usualMs = (await usualDuration(wanted, world.signal)) ?? 0;
  }
  const delay = Math.max(pollDelay(ageMs, watch.usualMs || undefined), crowdDelay(world.followed?.() ?? 1));
  const left = watch.deadline - now;
  return left > 0 ? Math.min(delay, left) : CANCEL_POLL_MS;
}
