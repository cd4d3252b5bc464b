import { KnownError } from '../../platform/errors.ts';
import { dispatchEvent, dispatchWorkflow } from '../../platform/github/dispatches.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { waitingSince } from '../../train/machine/state.ts';
import {
  attributionFault,
  blindReason,
  namelessReason,
  unconfirmedReason,
  unseenReason,
  untraceable,
} from './attribution.ts';
import { aliveTry } from './earlier-tries.ts';
import { type Found, search } from './search.ts';
import type { RunEvent, RunSurroundings, WantedRun } from './wanted-run.ts';

/** How long a dispatch whose answer was lost is looked for before the same nonce is dispatched again. */
const SETTLE_MS = 90_000;
/** How long the run of an accepted dispatch may take to appear; in incidents GitHub shows runs minutes late. */
const APPEAR_MS = 10 * 60_000;
/** The intent must be young when a dispatch is sent on it: an orchestrator that slept has to look first. */
const FRESH_MS = 30_000;
const MOST_SENDS = 3;

interface Launched {
  readonly run: SeenRun;
  /** When to stop following it, epoch milliseconds: a dispatch that was sent late has its whole time. */
  readonly deadline: number;
}

/** How far it came: one that was taken names its run where the server does; of an unclear one, what was said last. */
type Sending =
  | { readonly sent: 'not-sent' }
  | { readonly sent: 'unclear'; readonly said: string | undefined }
  | { readonly sent: 'accepted'; readonly run?: SeenRun };

/**
 * Makes sure that the wanted run exists, once: sends the dispatch, and where the answer is lost looks for the nonce before
 * it sends the same nonce again. Returns the run, or nothing where it was refused, was lost, cannot be named, or is not visible
 * yet (`once`); the events say which.
 */
export async function* launch(
  wanted: WantedRun,
  world: RunSurroundings,
): AsyncGenerator<RunEvent, Launched | undefined> {
  let { deadline } = wanted;
  let since = waitingSince(wanted);
  let sending = sendingBefore(wanted, world);
  for (let sends = 1 + (wanted.resend?.times ?? 0); ; sends += 1) {
    if (sending.sent === 'not-sent') {
      since = Math.max(since, world.clock.now());
      deadline = Math.max(deadline, since + wanted.timeoutMs);
      sending = yield* send(wanted, world, since);
      if (sending.sent === 'not-sent') return undefined;
    }
    const next = yield* settle(wanted, { sending, sends, since, deadline }, world);
    if (next !== 'send-again') return next === 'stop' ? undefined : next;
    sending = { sent: 'not-sent' };
  }
}

interface Try {
  readonly sending: Sending;
  readonly sends: number;
  /** From when on something has to be heard of it. */
  readonly since: number;
  readonly deadline: number;
}

/** What came of a dispatch that may have been sent: its run, nothing more to do, or that it has to be sent again. */
async function* settle(
  wanted: WantedRun,
  { sending, sends, since, deadline }: Try,
  world: RunSurroundings,
): AsyncGenerator<RunEvent, Launched | 'send-again' | 'stop'> {
  if (isEnough(sending, wanted)) return sending.run ? { run: sending.run, deadline } : 'stop';
  const until = sending.sent === 'accepted' ? Math.min(deadline, since + APPEAR_MS) : since + SETTLE_MS;
  const found = yield* search(wanted, until, world);
  // Another process may have sent it later than this one knows: it has its whole time from then.
  if (found.type === 'run') return { run: found.run, deadline: Math.max(deadline, found.createdAt + wanted.timeoutMs) };
  if (found.type === 'later') return 'stop';
  if (!mayResend(wanted, { sending, found, sends })) {
    yield givenUp(wanted, { sending, found, waitedMs: world.clock.now() - since });
    return 'stop';
  }
  yield { type: 'resend-intended', after: since };
  return wanted.asksToResend ? 'stop' : 'send-again';
}

/** Taken, and named; or nobody asks for its name. */
function isEnough(sending: Sending, { fireAndForget, nonce }: WantedRun): sending is Sending & { sent: 'accepted' } {
  return sending.sent === 'accepted' && (sending.run !== undefined || (fireAndForget === true && nonce === undefined));
}

function mayResend(
  { nonce }: WantedRun,
  { sending, found, sends }: { sending: Sending; found: Found; sends: number },
): boolean {
  const isGone = sending.sent === 'unclear' && found.type === 'nothing';
  return isGone && sends < MOST_SENDS && nonce !== undefined;
}

function sendingBefore({ sent, intendedAt, resend, lastSaid }: WantedRun, { clock }: RunSurroundings): Sending {
  if (sent === 'accepted') return { sent: 'accepted' };
  const isFresh = sent === 'fresh' && clock.now() - (resend?.at ?? intendedAt) <= FRESH_MS;
  return isFresh ? { sent: 'not-sent' } : { sent: 'unclear', said: lastSaid };
}

/** Sends it once, unless an earlier try is alive or its run could not be named; tells what came of it. */
async function* send(wanted: WantedRun, world: RunSurroundings, sentAt: number): AsyncGenerator<RunEvent, Sending> {
  const reason = attributionFault(wanted);
  if (reason !== undefined) {
    yield { type: 'dispatch-refused', reason };
    return { sent: 'not-sent' };
  }
  const alive = await aliveTry(wanted, world);
  if (alive) {
    yield { type: 'earlier-alive', ...alive };
    return { sent: 'not-sent' };
  }
  try {
    const run = await dispatch(wanted, world);
    yield { type: 'dispatched', sentAt };
    if (!run) return { sent: 'accepted' };
    return { sent: 'accepted', run: { ...run, attempt: 1, status: 'queued', correlatedBy: 'run-details' } };
  } catch (error) {
    if (!(error instanceof KnownError) || error.kind === 'paused') throw error;
    // Certainly not sent: who records its intents comes again, everybody else is told at once.
    if (error.kind === 'passing' && wanted.asksToResend) throw error;
    if (error.kind !== 'unclear') {
      yield { type: 'dispatch-refused', reason: error.message };
      return { sent: 'not-sent' };
    }
    const detail = 'GitHub did not say whether it took the dispatch; looking for its run';
    yield { type: 'dispatch-unclear', sentAt, detail, said: error.message };
    return { sent: 'unclear', said: error.message };
  }
}

async function dispatch(wanted: WantedRun, { signal }: RunSurroundings) {
  const { repository, target, nonce, fireAndForget } = wanted;
  if ('workflow' in target) {
    const mustName = nonce === undefined && !fireAndForget;
    return (await dispatchWorkflow(repository, { ...target, mustName }, { signal })).run;
  }
  await dispatchEvent(repository, target, { signal });
  return undefined;
}

/** Nothing more is sent, and no run is known. Only what GitHub never confirmed and never showed may be lost. */
function givenUp(
  wanted: WantedRun,
  { sending, found, waitedMs }: { sending: Sending; found: Found; waitedMs: number },
): RunEvent {
  const said = sending.sent === 'unclear' ? (sending.said ?? '') : undefined;
  if (found.type === 'blind') return untraceable(wanted, blindReason(wanted, found.trouble.message));
  if (wanted.nonce === undefined) return untraceable(wanted, namelessReason(wanted, said));
  const { stranger } = found.type === 'nothing' ? found : {};
  if (sending.sent === 'accepted') return untraceable(wanted, unseenReason(wanted, { waitedMs, stranger }));
  return { type: 'dispatch-lost', reason: unconfirmedReason(wanted, { said, stranger }) };
}
