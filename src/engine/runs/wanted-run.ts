import type { Repository } from '../../platform/github/repository.ts';
import type { Log } from '../../platform/runner/log.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { Approval } from '../../train/machine/decide.ts';
import type { DispatchEvent } from '../../train/machine/events.ts';
import type { CancelReason, EarlierTry } from '../../train/machine/state.ts';
import type { Senders } from './dispatched-by.ts';

/** One run that we want: what to dispatch, how to recognise it, how long it may take. */
export interface WantedRun {
  readonly repository: Repository;
  readonly target: WorkflowTarget | EventTarget;
  /** What the run's name carries, where the target has a place for it; without it only GitHub's own answer names the run. */
  readonly nonce?: string;
  /** Who is asked who dispatches; and who sent this one, where that is known already. */
  readonly senders: Senders;
  readonly sentBy?: string;
  /**
   * Nothing else proves that its run did its work: where the release was claimed by a run that is none of ours, success does not
   * count.
   */
  readonly claimCounts?: true;
  /** Nobody follows the run: a dispatch that GitHub takes without naming its run is as good as one that it names. */
  readonly fireAndForget?: true;
  /**
   * The run that GitHub names in its answer is taken for the only one, which saves a request. A train looks for others with
   * its nonce as well, because what needs a component trusts its success.
   */
  readonly believesAnswer?: true;
  /** When the intent to dispatch was recorded, when it was sent, and the last intent to send it again; epoch milliseconds. */
  readonly intendedAt: number;
  readonly sentAt?: number;
  readonly resend?: { readonly at: number; readonly times: number };
  /** What was said when it was sent and the answer was lost. */
  readonly lastSaid?: string;
  /** The one who wants the run records the intent to send it again, and comes again: others may want the same run. */
  readonly asksToResend?: true;
  /**
   * `fresh`: certainly never sent. `unknown`: the recorder of the intent may have sent it. `accepted`: GitHub took it, so it
   * is never sent again.
   */
  readonly sent: 'fresh' | 'unknown' | 'accepted';
  /** Concluded tries of the same release, one of which a person may have run again: then nothing is sent. */
  readonly earlier?: readonly EarlierTry[];
  /** The run, where it is known already. */
  readonly run?: { readonly id: number; readonly url: string; readonly attempt: number };
  /** When to stop following, epoch milliseconds. */
  readonly deadline: number;
  /** What the run has from a dispatch that is still to be sent. */
  readonly timeoutMs: number;
  readonly onTimeout: 'cancel' | 'fail';
  /** How long it may wait for people, which is not charged to its timeout. */
  readonly approval: Approval;
  /** A cancel that was requested before. */
  readonly cancelled?: { readonly at: number; readonly because: CancelReason };
}

interface WorkflowTarget {
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

interface EventTarget {
  readonly eventType: string;
  readonly clientPayload: Readonly<Record<string, unknown>>;
}

/** What following a run needs of the world. */
export interface RunSurroundings {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Take one look and come back, instead of waiting: `advance` mode. */
  readonly once?: boolean;
  /** How many runs this process follows at the moment; one where it is absent. */
  readonly followed?: () => number;
}

/** An event without its nonce and time, which the one who wants the run adds. */
export type RunEvent = DispatchEvent extends infer E ? (E extends unknown ? Omit<E, 'nonce'> : never) : never;

/** What is dispatched, in a few words. */
export function targetName(target: WantedRun['target']): string {
  return 'workflow' in target ? target.workflow : `event ${target.eventType}`;
}
