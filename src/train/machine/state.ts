import type { HandedOutputs, Plan } from '../plan/plan.ts';

export const COMPONENT_STATUSES = [
  'pending',
  'dispatching',
  'running',
  'verifying',
  'succeeded',
  'failed',
  'timed-out',
  'blocked',
  'skipped',
  'cancelled',
  'rolling-back',
  'rolled-back',
  'rollback-failed',
] as const;

export type ComponentStatus = (typeof COMPONENT_STATUSES)[number];

export const TRAIN_STATUSES = [
  'running',
  /** Stopped for a reason that passes (a rate limit, the end of a job): run again with the same train id to go on. */
  'parked',
  'succeeded',
  'failed',
  'cancelled',
  'rolled-back',
  'rollback-failed',
] as const;

export type TrainStatus = (typeof TRAIN_STATUSES)[number];

/** What a run is dispatched for. */
export type Purpose = 'release' | 'rollback';

/** One dispatched run, from the intent to its conclusion. The nonce is its identity; the run is ours only if it carries it. */
export interface Dispatch {
  readonly nonce: string;
  /** Epoch milliseconds; saved before the dispatch is sent. */
  readonly intendedAt: number;
  /** When it was last sent: an answer that was lost is waited for from then on. */
  readonly sentAt?: number;
  /** The last intent to send it again, because nothing came of it, and how many there were; saved before it is sent. */
  readonly resend?: { readonly at: number; readonly times: number };
  /** GitHub accepted the dispatch: it is never sent again, even while its run has not appeared. */
  readonly accepted?: true;
  /** It was given up, although it may have run: only a person's word lets another try be dispatched. */
  readonly untraceable?: true;
  /** What was said when its answer was lost. */
  readonly said?: string;
  /** Who sent it, by GitHub's name: where its run has to be looked for, only theirs counts. */
  readonly sentBy?: string;
  readonly run?: RunRef;
  readonly cancel?: { readonly at: number; readonly because: CancelReason };
  /** While its run waits for a person or a timer: since when and for whom; and how long it has waited before, in milliseconds. */
  readonly waiting?: { readonly total: number; readonly since?: number; readonly for?: string };
  /** After a resume: since when it is followed again, and the attempt whose failure is already known. */
  readonly resumed?: { readonly at: number; readonly knownFailure: number };
  /** What was last seen of it, for those who read why it timed out. */
  readonly lastSeen?: string;
}

/** `timeout`: the run took too long; `approval`: nobody approved it in time; `caller`: the train itself was cancelled. */
export type CancelReason = 'timeout' | 'approval' | 'caller';

export interface RunRef {
  readonly id: number;
  readonly url: string;
  readonly attempt: number;
  readonly conclusion?: string;
}

export interface EarlierTry {
  readonly nonce: string;
  /** As it concluded; what a later attempt of it does is news. */
  readonly run: RunRef;
}

/**
 * `run`: its run did not succeed, or handed on what nobody can use; `health`: its health was not proven, or (`inconclusive`) nobody can
 * say, also of what it hands on; `package`: it is not served; `lost`: no run of it was ever seen; `unapproved`: nobody let it run;
 * `person`: somebody cancelled it.
 */
export type FailureCause = 'run' | 'health' | 'inconclusive' | 'package' | 'lost' | 'unapproved' | 'person';

export interface ComponentState {
  readonly status: ComponentStatus;
  /** When it entered this status, epoch milliseconds. */
  readonly since: number;
  /** 1 for the first dispatch, one more each time a person resumes the train after this component failed. */
  readonly attempt: number;
  /** The registry was asked and does not serve the version yet, so there is something to release. */
  readonly unreleased?: true;
  readonly dispatch?: Dispatch;
  readonly rollback?: Dispatch;
  /** What its run handed on, read when that had succeeded. */
  readonly outputs?: HandedOutputs;
  /** The concluded dispatches of earlier tries: a person may run one of them again. */
  readonly earlier?: readonly EarlierTry[];
  /** Why it ended as it did; for people. */
  readonly reason?: string;
  /** What ended it without success. */
  readonly cause?: FailureCause;
  /** What was found of the health of what is there again after its rollback. */
  readonly restored?: Restored;
  /** Its registry serves the version although its run did not succeed: another try has only its gates to pass. */
  readonly served?: true;
  /** When the run concluded and the gates began; when it ended. */
  readonly concludedAt?: number;
  readonly finishedAt?: number;
}

export interface Restored {
  readonly at: number;
  readonly verdict: 'healthy' | 'unhealthy' | 'inconclusive';
  readonly reason?: string;
}

export interface TrainState {
  readonly format: 1;
  readonly trainId: string;
  readonly planHash: string;
  /** What this train's nonces begin with: no two trains have the same. Anyone who reads the state knows it. */
  readonly salt: string;
  readonly status: TrainStatus;
  readonly startedAt: number;
  readonly updatedAt: number;
  /** Who started it, and by what. */
  readonly actor?: string;
  readonly startedBy?: StartedBy;
  /** Why it was started although its environment was locked, and by whom. */
  readonly override?: { readonly by: string; readonly reason: string };
  /** Why the train is not running, and what a person does next. */
  readonly reason?: string;
  /** Until when a parked train has nothing to do, epoch milliseconds. */
  readonly parkedUntil?: number;
  /** How often the train was resumed after it had stopped. */
  readonly resumed: number;
  readonly resumedAt?: number;
  /** Set once the canary components passed their bake. */
  readonly canaryPassedAt?: number;
  readonly components: Readonly<Record<string, ComponentState>>;
}

/** The event that started the run of GitHub Actions which started the train, and where that run is. */
export interface StartedBy {
  readonly event?: string;
  readonly runUrl?: string;
}

/** A train that has not done anything yet. */
export function initialState(
  plan: Plan,
  start: { trainId: string; planHash: string; salt: string; at: number; actor?: string; startedBy?: StartedBy } & Pick<
    TrainState,
    'override'
  >,
): TrainState {
  const pending: ComponentState = { status: 'pending', since: start.at, attempt: 1 };
  return {
    format: 1,
    trainId: start.trainId,
    planHash: start.planHash,
    salt: start.salt,
    status: 'running',
    startedAt: start.at,
    updatedAt: start.at,
    ...(start.actor && { actor: start.actor }),
    ...(start.startedBy && { startedBy: start.startedBy }),
    ...(start.override && { override: start.override }),
    resumed: 0,
    components: Object.fromEntries(plan.components.map(({ id }) => [id, pending])),
  };
}

/** The component's state; a plan and a state that do not belong together are a defect. */
export function componentOf(state: TrainState, id: string): ComponentState {
  // Asked for every component at every event. What an object inherits has no status.
  const component = state.components[id];
  if (component?.status === undefined) throw new Error(`The state of train ${state.trainId} has no component ${id}.`);
  return component;
}

/** It has not ended, and keeps its repositories to itself. */
export function isOpen({ status }: Pick<TrainState, 'status'>): boolean {
  return status === 'running' || status === 'parked';
}

/** What a dependent may build on. */
export function isReleased(status: ComponentStatus): boolean {
  return status === 'succeeded' || status === 'skipped';
}

/** Whether all of these are: what needs them may start. */
export function areReleased(state: TrainState, ids: Iterable<string>): boolean {
  return [...ids].every((id) => isReleased(componentOf(state, id).status));
}

export function isInFlight(status: ComponentStatus): boolean {
  return status === 'dispatching' || status === 'running' || status === 'verifying';
}

/** Ended on its own account, not because of another component. */
export function isFailure(status: ComponentStatus): boolean {
  return status === 'failed' || status === 'timed-out' || status === 'cancelled';
}

/** Statuses that nothing but a rollback or a person's resume leaves. */
export function isTerminal(status: ComponentStatus): boolean {
  return status !== 'pending' && !isInFlight(status) && status !== 'rolling-back';
}

export function dispatchOf({ dispatch, rollback }: ComponentState, purpose: Purpose): Dispatch | undefined {
  return purpose === 'release' ? dispatch : rollback;
}

/** The component at its end. */
export function ended(
  before: ComponentState,
  at: number,
  end: { status: ComponentStatus; reason?: string | undefined; cause?: FailureCause },
): ComponentState {
  const { reason: _, cause: __, ...rest } = before;
  const { status, reason, cause } = end;
  return { ...rest, status, since: at, finishedAt: at, ...(reason && { reason }), ...(cause && { cause }) };
}

/** The component before another try; a dispatch that took place makes the next one a new attempt. */
export function reopened({ dispatch, attempt, earlier = [] }: ComponentState, at: number): ComponentState {
  if (!dispatch) return { status: 'pending', since: at, attempt, ...withEarlier(earlier) };
  const { nonce, run } = dispatch;
  const tries = run ? [...earlier, { nonce, run }] : earlier;
  return { status: 'pending', since: at, attempt: attempt + 1, ...withEarlier(tries) };
}

function withEarlier(earlier: readonly EarlierTry[]): Pick<ComponentState, 'earlier'> {
  return earlier.length > 0 ? { earlier } : {};
}

/** Since when something has to be heard of a dispatch. */
export function waitingSince({
  intendedAt,
  sentAt = 0,
  resend,
}: Pick<Dispatch, 'intendedAt' | 'sentAt' | 'resend'>): number {
  return Math.max(intendedAt, sentAt, resend?.at ?? 0);
}
