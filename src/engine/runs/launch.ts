import { KnownError, messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import { dispatchEvent, dispatchWorkflow } from '../../platform/github/dispatches.ts';
import { listRuns, type Run } from '../../platform/github/runs.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { waitingSince } from '../../train/machine/state.ts';
import { tryTakenUp } from './earlier-tries.ts';
import { carriesNonce } from './nonce.ts';
import { lookDelay } from './pace.ts';
import { seenRun } from './seen-run.ts';
import type { Order, OrderEvent, Surroundings } from './wanted-run.ts';

/** How long a dispatch whose answer was lost is looked for before the same nonce is dispatched again. */
const SETTLE_MS = 90_000;
/** How long the run of an accepted dispatch may take to appear; in incidents GitHub shows runs minutes late. */
const APPEAR_MS = 10 * 60_000;
/** The intent must be young when a dispatch is sent on it: an orchestrator that slept has to look first. */
const FRESH_MS = 30_000;
const MOST_SENDS = 3;
/** Runs older than the intent by more than this cannot be ours, however far the clocks are apart. */
export const CLOCK_SKEW_MS = 10 * 60_000;

export interface Launched {
  readonly run: SeenRun;
  /** When to stop following it, epoch milliseconds: a dispatch that was sent late has its whole time. */
  readonly deadline: number;
}

/**
 * Makes sure that the ordered run exists, once: sends the dispatch, and where the answer is lost looks for the nonce before
 * it sends the same nonce again. Returns the run, or nothing where it was refused, was lost, or is not to be seen yet
 * (`once`); the events say which.
 */
export async function* launch(order: Order, world: Surroundings): AsyncGenerator<OrderEvent, Launched | undefined> {
  let { deadline } = order;
  let since = waitingSince(order);
  let sent = sentBefore(order, world);
  for (let sends = 1 + (order.resend?.times ?? 0); ; sends += 1) {
    if (sent === 'not-sent') {
      since = Math.max(since, world.clock.now());
      deadline = Math.max(deadline, since + order.timeout);
      const outcome = yield* send(order, world, since);
      if (typeof outcome === 'object') return { run: outcome, deadline };
      if (outcome === 'not-sent') return undefined;
      sent = outcome;
    }
    const found = yield* search(order, world, { sent, since, deadline });
    if (typeof found === 'object') return { run: found, deadline };
    if (found !== 'nothing') return undefined;
    if (!mayResend(order, sent, sends)) {
      yield { type: 'dispatch-lost', reason: lostReason(order, sent) };
      return undefined;
    }
    yield { type: 'resend-intended', after: since };
    if (order.asksToResend) return undefined;
    sent = 'not-sent';
  }
}

function mayResend({ nonce }: Order, sent: Sent, sends: number): boolean {
  return sent === 'unclear' && sends < MOST_SENDS && nonce !== undefined;
}

function sentBefore({ sent, intendedAt, resend }: Order, { clock }: Surroundings): Sent {
  if (sent === 'accepted') return 'accepted';
  return sent === 'fresh' && clock.now() - (resend?.at ?? intendedAt) <= FRESH_MS ? 'not-sent' : 'unclear';
}

type Sent = 'not-sent' | 'unclear' | 'accepted';

/** Sends it once, unless an earlier try was taken up; tells what came of it. The run, where GitHub names it. */
async function* send(order: Order, world: Surroundings, sentAt: number): AsyncGenerator<OrderEvent, Sent | SeenRun> {
  const takenUp = await tryTakenUp(order, world);
  if (takenUp) {
    yield { type: 'taken-up', ...takenUp };
    return 'not-sent';
  }
  try {
    const run = await dispatch(order, world);
    yield { type: 'dispatched', sentAt };
    return run ? { ...run, attempt: 1, status: 'queued', correlatedBy: 'run-details' } : 'accepted';
  } catch (error) {
    if (!(error instanceof KnownError) || error.kind === 'paused') throw error;
    if (error.kind === 'fault') {
      yield { type: 'dispatch-refused', reason: error.message };
      return 'not-sent';
    }
    world.log.debug(error.message);
    const detail = 'GitHub did not say whether it took the dispatch; looking for its run';
    yield { type: 'dispatch-unclear', sentAt, detail };
    return 'unclear';
  }
}

async function dispatch({ client, repository, target }: Order, { signal }: Surroundings) {
  if ('workflow' in target) return (await dispatchWorkflow(client, { repository, ...target }, { signal })).run;
  await dispatchEvent(client, { repository, ...target }, { signal });
  return undefined;
}

/**
 * Looks for the run that carries the nonce, for as long as it may still appear. `later`: look again in another tick;
 * `blind`: we may not see the runs, which it has said.
 */
async function* search(
  order: Order,
  world: Surroundings,
  { sent, since, deadline }: { sent: Sent; since: number; deadline: number },
): AsyncGenerator<OrderEvent, SeenRun | 'later' | 'blind' | 'nothing'> {
  if (order.nonce === undefined) return 'nothing';
  const until = sent === 'accepted' ? Math.min(deadline, since + APPEAR_MS) : since + SETTLE_MS;
  for (let looks = 0; ; looks += 1) {
    const { run, trouble } = await look(order, world);
    if (run) return run;
    const over = looks > 0 && world.clock.now() >= until;
    if (trouble && (over || trouble.kind === 'fault')) {
      yield { type: 'dispatch-lost', reason: blindReason(order, trouble) };
      return 'blind';
    }
    if (over) return 'nothing';
    yield { type: 'waiting', detail: trouble ? messageOf(trouble) : `no run carries ${order.nonce} yet` };
    if (world.once && world.clock.now() < until) return 'later';
    await world.clock.sleep(lookDelay(looks), world.signal);
  }
}

/** The run that carries our nonce, if the list shows one; trouble of the request is told, not thrown. */
async function look(order: Order, world: Surroundings): Promise<{ run?: SeenRun; trouble?: GitHubError }> {
  try {
    const run = await findByNonce(order, world);
    return run ? { run: { ...seenRun(run), correlatedBy: 'nonce' } } : {};
  } catch (error) {
    if (error instanceof GitHubError) return { trouble: error };
    throw error;
  }
}

async function findByNonce(
  { client, repository, target, nonce = '', intendedAt }: Order,
  { clock, signal }: Surroundings,
): Promise<Run | undefined> {
  const filter =
    'workflow' in target ? { workflow: target.workflow, event: 'workflow_dispatch' } : { event: 'repository_dispatch' };
  const limit = clock.now() - intendedAt > 3_600_000 ? 1_000 : 100;
  const runs = await listRuns(client, repository, { ...filter, limit }, { signal });
  const ours = runs.filter((run) => carriesNonce(run.displayTitle, nonce) && isRecent(run, intendedAt));
  return ours.sort((a, b) => a.id - b.id).at(0);
}

function isRecent(run: Run, intendedAt: number): boolean {
  return Date.parse(run.createdAt) >= intendedAt - CLOCK_SKEW_MS;
}

function blindReason({ repository, nonce }: Order, trouble: GitHubError): string {
  return `The runs of ${repository} cannot be searched for ${nonce}, so nobody knows whether it runs. ${trouble.message}`;
}

function lostReason({ repository, nonce, target }: Order, sent: Sent): string {
  const what = 'workflow' in target ? target.workflow : `event ${target.eventType}`;
  if (nonce === undefined) {
    const took =
      sent === 'accepted'
        ? 'took the dispatch but did not say which run it became'
        : 'did not say whether it took the dispatch';
    return (
      `GitHub ${took} (${what} in ${repository}), and without a nonce its run cannot be told from others. ` +
      `Look at the repository's Actions page before you dispatch again, and give nonce-input so that this cannot happen.`
    );
  }
  if (sent === 'unclear') {
    return `GitHub never confirmed the dispatch of ${what} in ${repository}, and no run that carries ${nonce} appeared.`;
  }
  return (
    `GitHub took the dispatch of ${what} in ${repository}, but within ${formatDuration(APPEAR_MS)} no run appeared whose name carries ${nonce}. ` +
    `Its run-name has to show the nonce, for example: run-name: Release [\${{ inputs.nonce }}].`
  );
}
