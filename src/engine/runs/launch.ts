import { KnownError } from '../../platform/errors.ts';
import type { GitHubError } from '../../platform/github/client/github-errors.ts';
import { dispatchEvent, dispatchWorkflow } from '../../platform/github/dispatches.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { SeenRun } from '../../train/machine/events.ts';
import { waitingSince } from '../../train/machine/state.ts';
import { aliveTry } from './earlier-tries.ts';
import { type Found, search } from './search.ts';
import { type RunEvent, type Surroundings, targetName, type WantedRun } from './wanted-run.ts';

/** How long a dispatch whose answer was lost is looked for before the same nonce is dispatched again. */
const SETTLE_MS = 90_000;
/** How long the run of an accepted dispatch may take to appear; in incidents GitHub shows runs minutes late. */
const APPEAR_MS = 10 * 60_000;
/** The intent must be young when a dispatch is sent on it: an orchestrator that slept has to look first. */
const FRESH_MS = 30_000;
const MOST_SENDS = 3;

export interface Launched {
  readonly run: SeenRun;
  /** When to stop following it, epoch milliseconds: a dispatch that was sent late has its whole time. */
  readonly deadline: number;
}

/** How far it came: a dispatch that was taken names its run where the server does. */
type Sending = { readonly sent: 'not-sent' | 'unclear' } | { readonly sent: 'accepted'; readonly run?: SeenRun };

/**
 * Makes sure that the wanted run exists, once: sends the dispatch, and where the answer is lost looks for the nonce before
 * it sends the same nonce again. Returns the run, or nothing where it was refused, was lost, or is not visible yet (`once`);
 * the events say which.
 */
export async function* launch(wanted: WantedRun, world: Surroundings): AsyncGenerator<RunEvent, Launched | undefined> {
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
    if (sending.sent === 'accepted' && sending.run) return { run: sending.run, deadline };
    const found = yield* search(wanted, appearsUntil(sending, { since, deadline }), world);
    if (found.type === 'run') return { run: found.run, deadline };
    if (found.type === 'later') return undefined;
    if (!mayResend(wanted, { sending, found, sends })) {
      yield givenUp(wanted, sending, found);
      return undefined;
    }
    yield { type: 'resend-intended', after: since };
    if (wanted.asksToResend) return undefined;
    sending = { sent: 'not-sent' };
  }
}

function appearsUntil({ sent }: Sending, { since, deadline }: { since: number; deadline: number }): number {
  return sent === 'accepted' ? Math.min(deadline, since + APPEAR_MS) : since + SETTLE_MS;
}

function mayResend(
  { nonce }: WantedRun,
  { sending, found, sends }: { sending: Sending; found: Found; sends: number },
): boolean {
  const isGone = sending.sent === 'unclear' && found.type === 'nothing';
  return isGone && sends < MOST_SENDS && nonce !== undefined;
}

function sendingBefore({ sent, intendedAt, resend }: WantedRun, { clock }: Surroundings): Sending {
  if (sent === 'accepted') return { sent: 'accepted' };
  const isFresh = sent === 'fresh' && clock.now() - (resend?.at ?? intendedAt) <= FRESH_MS;
  return { sent: isFresh ? 'not-sent' : 'unclear' };
}

/** Sends it once, unless an earlier try is alive; tells what came of it. The run, where GitHub names it. */
async function* send(wanted: WantedRun, world: Surroundings, sentAt: number): AsyncGenerator<RunEvent, Sending> {
  const alive = await aliveTry(wanted, world);
  if (alive) {
    yield { type: 'taken-up', ...alive };
    return { sent: 'not-sent' };
  }
  try {
    const run = await dispatch(wanted, world);
    yield { type: 'dispatched', sentAt };
    return {
      sent: 'accepted',
      ...(run && { run: { ...run, attempt: 1, status: 'queued', correlatedBy: 'run-details' } }),
    };
  } catch (error) {
    if (!(error instanceof KnownError) || error.kind === 'paused') throw error;
    if (error.kind === 'fault') {
      yield { type: 'dispatch-refused', reason: error.message };
      return { sent: 'not-sent' };
    }
    world.log.debug(error.message);
    const detail = 'GitHub did not say whether it took the dispatch; looking for its run';
    yield { type: 'dispatch-unclear', sentAt, detail };
    return { sent: 'unclear' };
  }
}

async function dispatch({ client, repository, target }: WantedRun, { signal }: Surroundings) {
  if ('workflow' in target) return (await dispatchWorkflow(client, { repository, ...target }, { signal })).run;
  await dispatchEvent(client, { repository, ...target }, { signal });
  return undefined;
}

function givenUp(wanted: WantedRun, sending: Sending, found: Found): RunEvent {
  const reason = found.type === 'blind' ? blindReason(wanted, found.trouble) : lostReason(wanted, sending);
  return { type: 'dispatch-lost', reason };
}

function blindReason({ repository, nonce }: WantedRun, trouble: GitHubError): string {
  return `The runs of ${repository} cannot be searched for ${nonce}, so nobody knows whether it runs. ${trouble.message}`;
}

function lostReason({ repository, nonce, target }: WantedRun, { sent }: Sending): string {
  const what = targetName(target);
  if (nonce === undefined) {
    const took =
      sent === 'accepted'
        ? 'took the dispatch but did not say which run it became'
        : 'did not say whether it took the dispatch';
    return (
      `GitHub ${took} (${what} in ${repository}), and without a nonce its run cannot be distinguished from others. ` +
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
