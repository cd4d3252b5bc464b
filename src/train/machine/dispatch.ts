import type { ComponentEvent, DispatchEvent, SeenRun } from './events.ts';
import {
  type ComponentState,
  type ComponentStatus,
  type Dispatch,
  ended,
  type RunRef,
  reopened,
  waitingSince,
} from './state.ts';
import { robbed, unsuccessful } from './unsuccessful.ts';
import { waitingAfter } from './waiting.ts';

/**
 * The component after an event of a dispatched run, whether that releases or rolls back: the nonce says which of the two.
 */
export function afterDispatchEvent(before: ComponentState, event: ComponentEvent & DispatchEvent): ComponentState {
  const releasing = before.status === 'dispatching' || before.status === 'running';
  if (releasing && before.dispatch?.nonce === event.nonce) return releaseEvent(before, before.dispatch, event);
  if (before.status === 'rolling-back' && before.rollback?.nonce === event.nonce) {
    return rollbackEvent(before, before.rollback, event);
  }
  return before;
}

function releaseEvent(
  before: ComponentState,
  dispatch: Dispatch,
  event: ComponentEvent & DispatchEvent,
): ComponentState {
  switch (event.type) {
    case 'run-seen':
      return releaseRunSeen(before, dispatch, event);
    case 'dispatched':
    case 'dispatch-unclear':
      return withSend(before, 'dispatch', dispatch, event);
    case 'resend-intended':
      return withResend(before, 'dispatch', dispatch, event);
    case 'earlier-alive':
      return earlierAlive(before, dispatch, event);
    case 'dispatch-refused':
      return before.status === 'dispatching'
        ? ended(before, event.at, { status: 'failed', reason: event.reason, cause: 'run' })
        : before;
    case 'dispatch-lost':
      if (dispatch.resumed) return reopened(before, event.at);
      return ended(before, event.at, { status: 'timed-out', reason: event.reason, cause: 'lost' });
    case 'dispatch-untraceable':
      return gaveUp(before, dispatch, event);
    case 'expired':
      return ended(before, event.at, {
        status: 'timed-out',
        reason: event.reason,
        cause: event.because === 'approval' ? 'unapproved' : 'run',
      });
    case 'waiting':
      return withLastSeen(before, 'dispatch', dispatch, event);
    case 'approval-pending':
      return withWhom(before, 'dispatch', dispatch, event.whom);
    case 'cancel-requested':
      return withCancel(before, 'dispatch', dispatch, event);
  }
}

/** It failed, and what became of it is a person's to find out: `timed-out` would be looked for and then dispatched again. */
function gaveUp(
  before: ComponentState,
  dispatch: Dispatch,
  { at, reason }: { at: number; reason: string },
): ComponentState {
  const { resumed: _, ...rest } = dispatch;
  return ended({ ...before, dispatch: { ...rest, untraceable: true } }, at, {
    status: 'failed',
    reason,
    cause: 'lost',
  });
}

function releaseRunSeen(
  before: ComponentState,
  dispatch: Dispatch,
  event: ComponentEvent & { type: 'run-seen' },
): ComponentState {
  const run = seen(dispatch, event.run);
  if (!run) return before;
  const next: ComponentState = { ...before, dispatch: { ...dispatch, ...sightOf(dispatch, event), run } };
  if (event.run.status === 'completed') return concluded(next, event.at, event.run);
  return before.status === 'running' ? next : { ...next, status: 'running', since: event.at };
}

function concluded(component: ComponentState, at: number, run: SeenRun): ComponentState {
  const { conclusion } = run;
  if (conclusion === 'success') return { ...component, status: 'verifying', since: at, concludedAt: at };
  const { dispatch } = component;
  if (dispatch?.resumed && (dispatch.run?.attempt ?? 0) <= dispatch.resumed.knownFailure)
    return reopened(component, at);
  return ended({ ...component, concludedAt: at }, at, unsuccessful(run, dispatch?.cancel?.because));
}

function rollbackEvent(
  before: ComponentState,
  dispatch: Dispatch,
  event: ComponentEvent & DispatchEvent,
): ComponentState {
  const finish = (status: ComponentStatus, reason: string, rollback: Dispatch = dispatch): ComponentState => ({
    ...before,
    status,
    since: event.at,
    rollback,
    reason: before.reason ? `${before.reason} ${reason}`.trim() : reason,
  });
  switch (event.type) {
    case 'run-seen': {
      const run = seen(dispatch, event.run);
      if (!run) return before;
      const rollback = { ...dispatch, ...sightOf(dispatch, event), run };
      if (event.run.status !== 'completed') return { ...before, rollback };
      return event.run.conclusion === 'success'
        ? finish('rolled-back', before.reason === undefined ? 'Another component failed.' : '', rollback)
        : finish('rollback-failed', rollbackReason(event.run), rollback);
    }
    case 'dispatched':
    case 'dispatch-unclear':
      return withSend(before, 'rollback', dispatch, event);
    case 'resend-intended':
      return withResend(before, 'rollback', dispatch, event);
    case 'earlier-alive':
      return before;
    case 'dispatch-refused':
    case 'dispatch-lost':
    case 'dispatch-untraceable':
    case 'expired':
      return finish('rollback-failed', `Its rollback failed: ${event.reason}`);
    case 'waiting':
      return withLastSeen(before, 'rollback', dispatch, event);
    case 'approval-pending':
      return withWhom(before, 'rollback', dispatch, event.whom);
    case 'cancel-requested':
      return withCancel(before, 'rollback', dispatch, event);
  }
}

function rollbackReason({ claimedBy, conclusion = 'without a conclusion' }: SeenRun): string {
  return claimedBy === undefined
    ? `Its rollback concluded ${conclusion}.`
    : `Its rollback failed. ${robbed(claimedBy)}`;
}

/** The run with what was seen of it; undefined for another run, an older attempt, or nothing new. */
function seen(dispatch: Dispatch, run: SeenRun): RunRef | undefined {
  const known = dispatch.run;
  if (known && (known.id !== run.id || run.attempt < known.attempt)) return undefined;
  const conclusion = run.status === 'completed' ? (run.conclusion ?? 'unknown') : undefined;
  if (known?.attempt === run.attempt && dispatch.lastSeen === describe(run) && conclusion === undefined)
    return undefined;
  return { id: run.id, url: run.url, attempt: run.attempt, ...(conclusion ? { conclusion } : {}) };
}

/** What is kept of a look at its run. */
function sightOf(dispatch: Dispatch, { run, at }: { readonly run: SeenRun; readonly at: number }): Partial<Dispatch> {
  return { lastSeen: describe(run), ...waitingAfter(dispatch, { ...run, at }) };
}

function describe(run: SeenRun): string {
  const what = run.status === 'completed' ? `completed (${run.conclusion ?? 'unknown'})` : run.status;
  return run.attempt > 1 ? `${what}, attempt ${run.attempt}` : what;
}

/** Where the state keeps it. */
type Kept = 'dispatch' | 'rollback';

function withSend(
  before: ComponentState,
  key: Kept,
  dispatch: Dispatch,
  event: ComponentEvent & { type: 'dispatched' | 'dispatch-unclear' },
): ComponentState {
  const { sentAt } = event;
  const isKnown = dispatch.accepted || dispatch.run || sentAt <= (dispatch.sentAt ?? Number.NEGATIVE_INFINITY);
  if (isKnown && !(event.type === 'dispatched' && !dispatch.accepted)) return before;
  const news =
    event.type === 'dispatched'
      ? { accepted: true as const }
      : { lastSeen: event.detail, ...(event.said !== undefined && { said: event.said }) };
  return { ...before, [key]: { ...dispatch, sentAt: Math.max(sentAt, dispatch.sentAt ?? 0), ...news } };
}

/** What was decided before something else became known, or beside another who decided so, decides nothing. */
function withResend(
  before: ComponentState,
  key: Kept,
  dispatch: Dispatch,
  { at, after }: ComponentEvent & { type: 'resend-intended' },
): ComponentState {
  if (dispatch.accepted || dispatch.run || after !== waitingSince(dispatch) || at <= after) return before;
  // Who sends it again may do so under another name.
  const { sentBy: _, ...rest } = dispatch;
  return { ...before, [key]: { ...rest, resend: { at, times: (dispatch.resend?.times ?? 0) + 1 } } };
}

/** What was to be dispatched never was: the earlier try goes on instead. */
function earlierAlive(
  before: ComponentState,
  dispatch: Dispatch,
  { at, earlier: nonce, run }: ComponentEvent & { type: 'earlier-alive' },
): ComponentState {
  const found = before.earlier?.find((one) => one.nonce === nonce);
  if (!found || before.status !== 'dispatching' || dispatch.accepted) return before;
  if (run.id === found.run.id && run.attempt <= found.run.attempt) return before;
  const { id, url, attempt } = run;
  return {
    ...before,
    status: 'running',
    since: at,
    dispatch: { nonce, intendedAt: at, run: { id, url, attempt } },
    earlier: before.earlier?.filter((one) => one !== found) ?? [],
  };
}

function withCancel(
  before: ComponentState,
  key: Kept,
  dispatch: Dispatch,
  { at, because, detail }: ComponentEvent & { type: 'cancel-requested' },
): ComponentState {
  return dispatch.cancel ? before : { ...before, [key]: { ...dispatch, cancel: { at, because }, lastSeen: detail } };
}

/** Only while it waits: what comes late is about a wait that is over. */
function withWhom(before: ComponentState, key: Kept, dispatch: Dispatch, whom: string): ComponentState {
  const { waiting } = dispatch;
  if (waiting?.since === undefined || waiting.for === whom) return before;
  return { ...before, [key]: { ...dispatch, waiting: { ...waiting, for: whom } } };
}

function withLastSeen(
  before: ComponentState,
  key: Kept,
  dispatch: Dispatch,
  { detail, sentBy = dispatch.sentBy }: { readonly detail: string; readonly sentBy?: string },
): ComponentState {
  if (dispatch.lastSeen === detail && dispatch.sentBy === sentBy) return before;
  return { ...before, [key]: { ...dispatch, lastSeen: detail, ...(sentBy !== undefined && { sentBy }) } };
}
