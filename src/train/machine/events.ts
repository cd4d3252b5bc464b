import type { HandedOutputs } from '../plan/plan.ts';
import type { CancelReason, Purpose, Restored } from './state.ts';

/** What of a gate was not as it should be: `outputs`: what its run handed on cannot be used. */
export type GateVerdict = 'unhealthy' | 'inconclusive' | 'outputs';

/** What happened to a component, as seen by the engine. Events that do not fit the state change nothing. */
export type ComponentEvent = { readonly component: string; readonly at: number } & (
  | { readonly type: 'probed'; readonly served: boolean }
  | { readonly type: 'intended'; readonly nonce: string; readonly purpose: Purpose }
  | DispatchEvent
  /** What its run handed on was read. */
  | { readonly type: 'outputs-read'; readonly outputs: HandedOutputs }
  | { readonly type: 'gates-pending'; readonly detail: string }
  | { readonly type: 'gates-passed' }
  | { readonly type: 'gates-failed'; readonly reason: string; readonly verdict?: GateVerdict }
  | { readonly type: 'gates-timed-out'; readonly reason: string }
  /** Its run did not succeed, and its registry serves the version all the same. */
  | { readonly type: 'found-served' }
  /** After the rollback of that nonce: how healthy what is there again is. */
  | {
      readonly type: 'restored-judged';
      readonly nonce: string;
      readonly verdict: Restored['verdict'];
      readonly reason?: string;
    }
);

/** What happened to one dispatched run. The nonce tells which: an event of another nonce is somebody else's. */
export type DispatchEvent = {
  readonly nonce: string;
} /** GitHub took the dispatch, whether or not it said which run that became. */ & (
  | { readonly type: 'dispatched'; readonly sentAt: number }
  /** It was sent, and nobody knows whether GitHub took it; `said`: what came instead of an answer. */
  | { readonly type: 'dispatch-unclear'; readonly sentAt: number; readonly detail: string; readonly said?: string }
  /** Nothing came of it since `after` (see waitingSince): the same nonce shall be sent again. */
  | { readonly type: 'resend-intended'; readonly after: number }
  /** Before anything was sent for this try, a run of an earlier one was found alive, or has succeeded since. */
  | { readonly type: 'earlier-alive'; readonly earlier: string; readonly run: SeenRun }
  /** GitHub will not run it: nothing was started. */
  | { readonly type: 'dispatch-refused'; readonly reason: string }
  /** GitHub never confirmed it and no run with the nonce ever appeared, or that run is gone. */
  | { readonly type: 'dispatch-lost'; readonly reason: string }
  /** GitHub took it, or may have, and its run cannot be named: it is not sent again without a person's word. */
  | { readonly type: 'dispatch-untraceable'; readonly reason: string }
  | { readonly type: 'run-seen'; readonly run: SeenRun }
  /** Nothing changed, but there is something to say about it. `sentBy`: who sent it, for the one who looks for its run next. */
  | { readonly type: 'waiting'; readonly detail: string; readonly sentBy?: string }
  /** The run waits, for whom or what: read after "waits for". */
  | { readonly type: 'approval-pending'; readonly whom: string }
  | { readonly type: 'cancel-requested'; readonly because: CancelReason; readonly detail: string }
  /** We stop following the run, which did not end in time. */
  | { readonly type: 'expired'; readonly reason: string; readonly because?: 'approval' }
);

export interface SeenRun {
  readonly id: number;
  readonly url: string;
  readonly attempt: number;
  /** `queued`, `in_progress`, `waiting`, `completed`, … as GitHub says it. */
  readonly status: string;
  readonly conclusion?: string;
  /** Since when it is so, as GitHub says it; epoch milliseconds. */
  readonly changedAt?: number;
  /** It ended before any of its jobs started. */
  readonly neverStarted?: true;
  /** It succeeded because it found its release claimed by this one, which is none of the train's, and did nothing. */
  readonly claimedBy?: string;
  /** How it was recognised, where it was just found: GitHub's own answer to the dispatch, or the nonce in its name. */
  readonly correlatedBy?: 'run-details' | 'nonce';
}

export type TrainEvent = { readonly at: number } & (
  | { readonly type: 'parked'; readonly reason: string; readonly until?: number }
  | { readonly type: 'cancelled'; readonly reason: string }
  /** Goes on where it was parked; what had failed stays failed. */
  | { readonly type: 'continued' }
  /** A person resumes it: what did not succeed gets another try. `round` counts, so that two who do so at once do it once. */
  | {
      readonly type: 'resumed';
      readonly round: number;
      /** The components of which that person has found out that nothing of them ran: they are dispatched again. */
      readonly dispatchAgain?: readonly string[];
    }
  | { readonly type: 'canary-passed' }
  | {
      readonly type: 'canary-failed';
      readonly component: string;
      readonly reason: string;
      readonly verdict?: 'unhealthy' | 'inconclusive';
    }
  | { readonly type: 'finished' }
);

export type Event = ComponentEvent | TrainEvent;
