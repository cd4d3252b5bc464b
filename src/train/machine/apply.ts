import type { Plan } from '../plan/plan.ts';
import { canaryStage, isCanaryOpen } from './canary.ts';
import { afterDispatchEvent } from './dispatch.ts';
import { isNonceOf } from './dispatch-nonce.ts';
import type { ComponentEvent, Event, GateVerdict, TrainEvent } from './events.ts';
import { outcome } from './outcome.ts';
import { resume } from './resume.ts';
import { unjudged } from './rollback.ts';
import {
  areReleased,
  type ComponentState,
  type ComponentStatus,
  componentOf,
  type Dispatch,
  ended,
  type FailureCause,
  isFailure,
  isOpen,
  isReleased,
  isTerminal,
  type Purpose,
  type TrainState,
} from './state.ts';

/**
 * The state after an event. Pure; an event that does not fit the state (foreign, late, repeated, forged) returns the very
 * same state object.
 */
export function apply(plan: Plan, state: TrainState, event: Event): TrainState {
  const next =
    'component' in event && event.type !== 'canary-failed'
      ? applyToComponent(plan, state, event)
      : applyToTrain(plan, state, event as TrainEvent);
  return next === state ? state : { ...next, updatedAt: Math.max(state.updatedAt, event.at) };
}

function applyToComponent(plan: Plan, state: TrainState, event: ComponentEvent): TrainState {
  if (!Object.hasOwn(state.components, event.component)) return state;
  if (startsSomething(event) && state.status !== 'running') return state;
  const before = componentOf(state, event.component);
  const after = event.type === 'intended' && !mayStart(plan, state, event) ? before : transition(state, before, event);
  if (after === before) return state;
  const next = withComponent(state, event.component, after);
  if (after.status === 'pending' && before.status !== 'pending') return blockReopened(plan, next, event.at);
  return isTerminal(after.status) && !isTerminal(before.status) ? blockDependents(plan, next, event) : next;
}

/** What was in flight while another failed was not blocked then: it does not start again either. */
function blockReopened(plan: Plan, state: TrainState, at: number): TrainState {
  const failed = plan.components.find(({ id }) => isFailure(componentOf(state, id).status));
  return failed ? blockDependents(plan, state, { component: failed.id, at }) : state;
}

/** What leads to a dispatch counts only while the train runs; what came of one is always worth knowing. */
function startsSomething({ type }: ComponentEvent): boolean {
  return type === 'probed' || type === 'intended' || type === 'resend-intended';
}

/** The one who decided it may have seen another state: what it needs is looked at where the intent counts. */
function mayStart(
  { components }: Plan,
  state: TrainState,
  { component, purpose }: { readonly component: string; readonly purpose: Purpose },
): boolean {
  if (purpose === 'rollback') return true;
  return areReleased(state, components.find(({ id }) => id === component)?.needs ?? []);
}

/** One component's transition; the same object where the event changes nothing. */
function transition(state: TrainState, before: ComponentState, event: ComponentEvent): ComponentState {
  switch (event.type) {
    case 'probed':
      return before.status === 'pending' ? probed(before, event) : before;
    case 'intended':
      return intended(state, before, event);
    case 'outputs-read':
      return before.status === 'verifying' && !before.outputs ? { ...before, outputs: event.outputs } : before;
    case 'gates-pending':
      if (before.status !== 'verifying' || before.reason === event.detail) return before;
      return { ...before, reason: event.detail };
    case 'gates-passed':
      return before.status === 'verifying' ? ended(before, event.at, { status: 'succeeded' }) : before;
    case 'gates-failed':
      if (before.status !== 'verifying') return before;
      return ended(before, event.at, { status: 'failed', reason: event.reason, cause: causeOf(event) });
    case 'gates-timed-out':
      if (before.status !== 'verifying') return before;
      return ended(before, event.at, { status: 'timed-out', reason: event.reason, cause: 'package' });
    case 'found-served':
      return foundServed(before);
    case 'restored-judged':
      return restoredJudged(before, event);
    default:
      return afterDispatchEvent(before, event);
  }
}

/** It stays what its run made of it: steps after the publishing may be missing, such as the tag. */
function foundServed(before: ComponentState): ComponentState {
  if (!isFailure(before.status) || before.served) return before;
  const said = 'Its version is published all the same: when the train is resumed, it is not released again.';
  return { ...before, served: true, reason: before.reason ? `${before.reason} ${said}` : said };
}

/** A verdict on an earlier rollback is about what is not there any more. */
function restoredJudged(before: ComponentState, event: ComponentEvent & { type: 'restored-judged' }): ComponentState {
  const { nonce, verdict, reason, at } = event;
  if (before.status !== 'rolled-back' || before.restored || before.rollback?.nonce !== nonce) return before;
  return { ...before, restored: { at, verdict, ...(reason && { reason }) } };
}

/** Health that nobody can judge is a person's affair; what was handed on is the run's. */
function causeOf({ verdict }: { readonly verdict?: GateVerdict }): FailureCause {
  if (verdict === 'outputs') return 'run';
  return verdict === 'inconclusive' ? 'inconclusive' : 'health';
}

function probed(before: ComponentState, { served, at }: ComponentEvent & { type: 'probed' }): ComponentState {
  if (!served) return before.unreleased ? before : { ...before, unreleased: true };
  // An earlier try of ours published it and failed afterwards: its gates were not passed.
  if (before.attempt > 1) return { ...before, status: 'verifying', since: at, concludedAt: at };
  return ended(before, at, { status: 'skipped', reason: 'The registry already serves this version.' });
}

function intended(
  state: TrainState,
  before: ComponentState,
  event: ComponentEvent & { type: 'intended' },
): ComponentState {
  if (!isNonceOf(state, event.component, event)) return before;
  const dispatch: Dispatch = { nonce: event.nonce, intendedAt: event.at };
  if (event.purpose === 'rollback') {
    if (!isTerminal(before.status) || before.rollback) return before;
    return { ...before, status: 'rolling-back', since: event.at, rollback: dispatch };
  }
  if (before.status !== 'pending') return before;
  const { reason: _, ...rest } = before;
  return { ...rest, status: 'dispatching', since: event.at, dispatch };
}

function withComponent(state: TrainState, id: string, component: ComponentState): TrainState {
  return { ...state, components: { ...state.components, [id]: component } };
}

/**
 * What waits for something that will not come is blocked, through the whole graph. With `on-failure: halt`, and always where
 * the failure is rolled back, nothing new is started at all.
 */
function blockDependents(
  plan: Plan,
  state: TrainState,
  { component, at }: { component: string; at: number },
): TrainState {
  const { status } = componentOf(state, component);
  if (isReleased(status)) return state;
  const components: Record<string, ComponentState> = { ...state.components };
  const stops = isFailure(status) && (plan.onFailure === 'halt' || plan.rollback || isCanaryOpen(plan, state));
  for (const planned of plan.components) {
    const current = componentOf({ ...state, components }, planned.id);
    if (current.status !== 'pending') continue;
    const need = planned.needs.find((id) => isUnreachable(components[id]));
    if (need) components[planned.id] = blocked(current, at, `It needs ${need}, which ${verb(components[need])}.`);
    else if (stops)
      components[planned.id] = blocked(
        current,
        at,
        `Nothing new was started after ${component} ${verb(components[component])}.`,
      );
  }
  return { ...state, components };
}

function blocked(before: ComponentState, at: number, reason: string): ComponentState {
  return ended(before, at, { status: 'blocked', reason });
}

function isUnreachable(component: ComponentState | undefined): boolean {
  return component !== undefined && isTerminal(component.status) && !isReleased(component.status);
}

function verb(component: ComponentState | undefined): string {
  const words: Partial<Record<ComponentStatus, string>> = {
    failed: 'failed',
    'timed-out': 'timed out',
    cancelled: 'was cancelled',
    blocked: 'is blocked',
  };
  return (component && words[component.status]) ?? 'did not succeed';
}

function applyToTrain(plan: Plan, state: TrainState, event: TrainEvent): TrainState {
  const { reason: _, parkedUntil: __, ...open } = state;
  switch (event.type) {
    case 'parked':
      if (state.status !== 'running') return state;
      return { ...open, status: 'parked', reason: event.reason, ...(event.until ? { parkedUntil: event.until } : {}) };
    case 'cancelled':
      return isOpen(state) ? { ...open, status: 'cancelled', reason: event.reason } : state;
    case 'continued':
      return state.status === 'parked' ? { ...open, status: 'running' } : state;
    case 'resumed':
      return hasStopped(state) && event.round === state.resumed + 1
        ? resume(plan, { ...open, status: 'running' }, event)
        : state;
    case 'canary-passed':
      return isBaked(plan, state, event.at) ? { ...state, canaryPassedAt: event.at } : state;
    case 'canary-failed':
      return canaryFailed(plan, state, event);
    case 'finished':
      return state.status === 'running' && isSettled(plan, state) ? { ...open, ...outcome(plan, state) } : state;
  }
}

/** It ended without success: nothing but a person resumes it. */
function hasStopped(state: TrainState): boolean {
  return !isOpen(state) && state.status !== 'succeeded';
}

function isSettled(plan: Plan, state: TrainState): boolean {
  const isStill = plan.components.every(({ id }) => isTerminal(componentOf(state, id).status));
  return isStill && unjudged(plan, state).length === 0;
}

/** Only then its verdict counts: one that comes later is about a canary that is there no more. */
function isBaked(plan: Plan, state: TrainState, at: number): boolean {
  return state.status === 'running' && canaryStage(plan, state, at).stage === 'verify';
}

function canaryFailed(plan: Plan, state: TrainState, event: TrainEvent & { type: 'canary-failed' }): TrainState {
  const before = componentOf(state, event.component);
  if (before.status !== 'succeeded' || !isBaked(plan, state, event.at)) return state;
  const end = { status: 'failed', reason: event.reason, cause: causeOf(event) } as const;
  const next = withComponent(state, event.component, ended(before, event.at, end));
  return blockDependents({ ...plan, onFailure: 'halt' }, next, event);
}
