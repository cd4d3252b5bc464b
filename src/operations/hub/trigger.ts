import { kindOf, messageOf } from '../../platform/errors.ts';
import type { CallOptions } from '../../platform/github/client/client.ts';
import { dispatchEvent } from '../../platform/github/dispatches.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { type CommitStatus, listStatuses } from '../../platform/github/statuses.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { HubPayload } from './hub-event.ts';

/** How long the hub may take to answer on the commit: GitHub has to start a run first. */
const ANSWER_MS = 60_000;
const LOOK: Backoff = { firstMs: 2_000, factor: 1.5, longestMs: 10_000 };
/** Two machines' clocks. */
const SKEW_MS = 5_000;

export interface Trigger {
  /** May be sent events. */
  readonly hub: Repository;
  readonly eventType: string;
  readonly payload: HubPayload;
  /** Of the status by which the hub answers. */
  readonly context: string;
}

interface TriggerTools {
  /** May read the statuses of the source. */
  readonly source: Repository;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What was seen of the hub after the event was sent. */
export type HubAnswer =
  | { readonly answer: 'status'; readonly status: CommitStatus }
  | { readonly answer: 'none' }
  /** Nobody can say, and why. */
  | { readonly answer: 'unseen'; readonly why: string };

/**
 * Sends the event and looks whether the hub answers with a status on the commit. GitHub answers 204 even where nobody
 * listens. Where it does not say whether it took the event, the commit is looked at before the event is sent once more: to
 * the hub the same event twice is one.
 */
export async function trigger(event: Trigger, tools: TriggerTools): Promise<HubAnswer> {
  const since = tools.clock.now() - SKEW_MS;
  try {
    await send(event, tools);
  } catch (error) {
    if (kindOf(error) !== 'unclear') throw error;
    const seen = await answerOf(event, tools, since);
    if (seen.answer === 'status') return seen;
    await send(event, tools);
  }
  return answerOf(event, tools, since);
}

function send({ hub, eventType, payload }: Trigger, { signal }: TriggerTools): Promise<void> {
  return dispatchEvent(hub, { eventType, clientPayload: { ...payload } }, { signal });
}

/** Looks for a minute for an answer that was given since then (epoch milliseconds). */
async function answerOf({ payload, context }: Trigger, tools: TriggerTools, since: number): Promise<HubAnswer> {
  const { source, clock, signal } = tools;
  const until = clock.now() + ANSWER_MS;
  const options: CallOptions = { signal };
  for (let looks = 0; ; looks += 1) {
    const left = until - clock.now();
    if (left <= 0) return { answer: 'none' };
    await clock.sleep(Math.min(left, backoffMs(LOOK, looks)), signal);
    try {
      const statuses = await listStatuses(source, payload.sha, options);
      const status = statuses.find((one) => one.context === context && one.createdAt >= since);
      if (status) return { answer: 'status', status };
    } catch (error) {
      signal.throwIfAborted();
      if (kindOf(error) !== 'passing') return { answer: 'unseen', why: messageOf(error) };
    }
  }
}
