import { messageOf } from '../../platform/errors.ts';
import { GitHubError, Paused } from '../../platform/github/client/github-errors.ts';
import { cancelRun, forceCancelRun, listRuns, pollRun, type Run } from '../../platform/github/runs.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { waitingSince } from '../../train/machine/state.ts';
import { claimant } from './claimant.ts';
import { CLOCK_SKEW_MS, launch } from './launch.ts';
import { carriesNonce } from './nonce.ts';
import { crowdDelay, pollDelay } from './pace.ts';
import { seenRun } from './seen-run.ts';
import type { Order, OrderEvent, Surroundings } from './wanted-run.ts';

/** A run that was just dispatched may be 404 for a while, in incidents for minutes; one that was seen before may not. */
const APPEAR_MS = 10 * 60_000;
const GONE_MS = 2 * 60_000;
/** A list that does not even show our own run as completed is out of date, and may lack its twin too; not for longer than this. */
const LIST_MS = 5 * 60_000;
/** How long a cancelled run may take to end before it is cancelled by force, and before we give up on it. */
const CANCEL_GRACE_MS = 60_000;
const FORCE_GRACE_MS = 60_000;
/** Only runs that take long are worth the request that tells how long they usually take. */
const ASK_USUAL_AFTER_MS = 60_000;

/**
 * Follows an order to its end: dispatches if needed, finds the run, polls it until it is completed or its deadline is over.
 * Yields what changes. With `once` it takes one look and returns. Throws when aborted, and `Paused` when a rate limit
 * outlasts the deadline.
 */
export async function* follow(order: Order, world: Surroundings): AsyncGenerator<OrderEvent, void> {
  // `once` remembers nothing between two looks but when the dispatch was sent.
  const since = world.once ? waitingSince(order) : world.clock.now();
  if (order.run) return yield* observe(order, { run: { ...order.run, status: 'unknown' }, since }, world);
  const launched = yield* launch(order, world);
  if (!launched) return;
  const { deadline } = launched;
  const run = asFound(launched.run);
  yield { type: 'run-seen', run };
  const { nonce: _, ...withoutNonce } = order;
  const believed = order.believesAnswer && run.correlatedBy === 'run-details' ? withoutNonce : order;
  yield* observe({ ...believed, deadline }, { run, since: world.clock.now() }, world);
}

/** Where the list shows it ended already, that does not count yet: of several with its nonce it may be the one that did nothing. */
function asFound({ conclusion: _, ...run }: SeenRun): SeenRun {
  return run.status === 'completed' ? { ...run, status: 'unknown' } : run;
}

/** What is known of a run while it is followed. */
interface Watch {
  /** Since when it is not to be seen. */
  since: number;
  wasThere: boolean;
  last: SeenRun;
  usual?: number | undefined;
  cancel?: { readonly at: number; forced: boolean } | undefined;
}

async function* observe(
  order: Order,
  { run, since }: { run: SeenRun; since: number },
  world: Surroundings,
): AsyncGenerator<OrderEvent, void> {
  const cancel = order.cancelled?.because === 'timeout' ? { at: order.cancelled.at, forced: false } : undefined;
  const watch: Watch = { since, wasThere: run.attempt > 1, last: run, cancel };
  while (true) {
    if ((yield* look(order, watch, world)) === 'end') return;
    if ((yield* enforceDeadline(order, watch, world)) === 'end') return;
    if (world.once) return;
    await world.clock.sleep(await nextLook(order, watch, world), world.signal);
  }
}

/** One look at the run and what it tells. */
async function* look(order: Order, watch: Watch, world: Surroundings): AsyncGenerator<OrderEvent, 'again' | 'end'> {
  const sight = await sightOf(order, watch.last, world);
  switch (sight.type) {
    case 'hidden':
      return 'again';
    case 'run':
      watch.since = world.clock.now();
      if (!sight.changed) return 'again';
      Object.assign(watch, { last: sight.run, wasThere: true });
      yield { type: 'run-seen', run: sight.run };
      return sight.run.status === 'completed' ? 'end' : 'again';
    case 'gone':
      if (world.clock.now() - watch.since < (watch.wasThere ? GONE_MS : APPEAR_MS)) {
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

/** After the deadline: cancel, verify that it ended, cancel by force, and say so where nothing helped. */
async function* enforceDeadline(
  order: Order,
  watch: Watch,
  world: Surroundings,
): AsyncGenerator<OrderEvent, 'again' | 'end'> {
  const now = world.clock.now();
  const { cancel } = watch;
  if (!cancel) {
    if (now < order.deadline) return 'again';
    if (order.onTimeout === 'fail') {
      yield { type: 'expired', reason: overdue(watch.last) };
      return 'end';
    }
    watch.cancel = { at: now, forced: false };
    const detail = await requestCancel(order, watch.last, world, cancelRun);
    yield { type: 'cancel-requested', because: 'timeout', detail };
    return 'again';
  }
  if (now >= cancel.at + CANCEL_GRACE_MS + FORCE_GRACE_MS) {
    yield { type: 'expired', reason: `${overdue(watch.last)} Cancelling it had no effect: look at it.` };
    return 'end';
  }
  if (!cancel.forced && now >= cancel.at + CANCEL_GRACE_MS) {
    cancel.forced = true;
    await requestCancel(order, watch.last, world, forceCancelRun);
  }
  return 'again';
}

/** Milliseconds until the next look. */
async function nextLook(order: Order, watch: Watch, world: Surroundings): Promise<number> {
  if (watch.cancel) return 1_000;
  const age = world.clock.now() - order.intendedAt;
  if (watch.usual === undefined && age > ASK_USUAL_AFTER_MS) watch.usual = (await usualFor(order, world)) ?? 0;
  const delay = Math.max(pollDelay(age, watch.usual || undefined), crowdDelay(world.followed?.() ?? 1));
  return Math.min(delay, Math.max(0, order.deadline - world.clock.now()));
}

type Sight =
  | { readonly type: 'run'; readonly run: SeenRun; readonly changed: boolean }
  | { readonly type: 'gone' | 'unreadable'; readonly detail: string }
  | { readonly type: 'hidden' };

/** One look at the run. */
async function sightOf(order: Order, last: SeenRun, world: Surroundings): Promise<Sight> {
  try {
    const { data, changed } = await pollRun(order.client, order.repository, last.id, { signal: world.signal });
    const seen = await withTwins(order, data, world);
    if (!seen) return { type: 'hidden' };
    if (seen.attempt < last.attempt) return { type: 'gone', detail: `Its attempt ${last.attempt} has not started.` };
    return { type: 'run', run: seen, changed: changed || seen.status !== last.status || seen.attempt !== last.attempt };
  } catch (error) {
    return troubleOf(error, { deadline: order.deadline, last, world });
  }
}

/** What trouble with a look means. One that passes is `hidden`: the run goes on, we look again. */
async function troubleOf(
  error: unknown,
  { deadline, last, world }: { deadline: number; last: SeenRun; world: Surroundings },
): Promise<Sight> {
  if (world.signal.aborted) throw world.signal.reason;
  if (error instanceof Paused) {
    if (error.until >= deadline || world.once) throw error;
    await world.clock.sleep(error.until - world.clock.now(), world.signal);
    return { type: 'hidden' };
  }
  if (!(error instanceof GitHubError)) throw error;
  if (error.status === 404) return { type: 'gone', detail: error.message };
  if (error.kind === 'fault') return { type: 'unreadable', detail: error.message };
  world.log.warning(`Run ${last.url} could not be read just now and is looked at again: ${messageOf(error)}`);
  return { type: 'hidden' };
}

/**
 * The run as it counts: GitHub may make two runs of one dispatch, and a dispatch that seemed lost may show up after it was
 * sent again. The one that comes second finds the release claimed, does nothing, and succeeds; so success counts only when
 * every run that carries the nonce has it, or where it is that of the run which claimed it. Nothing while that is not to be
 * seen yet.
 */
async function withTwins(order: Order, run: Run, { clock, signal }: Surroundings): Promise<SeenRun | undefined> {
  const { client, repository, target, nonce } = order;
  const seen = seenRun(run);
  if (nonce === undefined || run.conclusion !== 'success') return seen;
  const createdSince = Date.parse(run.createdAt) - CLOCK_SKEW_MS;
  const filter = 'workflow' in target ? { workflow: target.workflow } : {};
  const runs = await listRuns(client, repository, { ...filter, event: run.event, createdSince }, { signal });
  const isListed = runs.some(({ id, status }) => id === run.id && status === 'completed');
  const isOld = clock.now() - Date.parse(run.updatedAt) > LIST_MS;
  const twins = runs.filter(({ id, displayTitle }) => id !== run.id && carriesNonce(displayTitle, nonce));
  if (twins.some(({ status }) => status !== 'completed') || !(isListed || isOld)) return undefined;
  const bad = twins.find(({ conclusion }) => conclusion !== 'success');
  if (bad && (await claimant(order, nonce, signal)) === run.id) return seen;
  return bad ? { ...seen, url: bad.url, conclusion: bad.conclusion ?? 'unknown' } : seen;
}

function overdue(last: SeenRun): string {
  return `Run ${last.url} did not end in time; it was last seen ${last.status}${last.attempt > 1 ? ` (attempt ${last.attempt})` : ''}.`;
}

/** Asks GitHub to cancel the run; what came of it is for people, and the run itself tells whether it ended. */
async function requestCancel(
  { client, repository }: Order,
  run: SeenRun,
  { signal }: Surroundings,
  how: typeof cancelRun,
): Promise<string> {
  try {
    const outcome = await how(client, repository, run.id, { signal });
    return outcome === 'refused' ? 'GitHub refused to cancel it: it may have ended' : 'cancel requested';
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return `cancel refused: ${messageOf(error)}`;
  }
}

/** Median milliseconds of this workflow's last successful runs; unknown is no trouble, only less well paced. */
async function usualFor({ client, repository, target }: Order, { signal }: Surroundings): Promise<number | undefined> {
  if (!('workflow' in target)) return undefined;
  try {
    const runs = await listRuns(
      client,
      repository,
      { workflow: target.workflow, status: 'success', perPage: 10, limit: 10 },
      { signal },
    );
    const durations = runs.map(({ startedAt, updatedAt }) => Date.parse(updatedAt) - Date.parse(startedAt));
    return durations.sort((a, b) => a - b).at(Math.floor(durations.length / 2));
  } catch (error) {
    if (error instanceof GitHubError) return undefined;
    throw error;
  }
}
