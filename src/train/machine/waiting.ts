import type { Plan, PlannedComponent } from '../plan/plan.ts';
import type { Command } from './decide.ts';
import type { SeenRun } from './events.ts';
import { componentOf, type Dispatch, dispatchOf, type TrainState } from './state.ts';

/** How long a run may wait for people where its manifest does not say: three days. GitHub itself gives up after 30. */
const APPROVAL_TIMEOUT_MS = 72 * 3_600_000;

/**
 * A dispatch's wait for a person or a timer after its run was seen so. That time is not charged to its timeout: anyone who approves a
 * production after a night must not find it cancelled.
 */
export function waitingAfter(
  { waiting, intendedAt }: Dispatch,
  { status, changedAt = Number.POSITIVE_INFINITY, at }: Pick<SeenRun, 'status' | 'changedAt'> & { readonly at: number },
): Pick<Dispatch, 'waiting'> {
  if (status === 'waiting') {
    // It may have waited before anybody looked.
    const since = Math.min(at, Math.max(intendedAt, changedAt));
    return { waiting: waiting?.since === undefined ? { total: waiting?.total ?? 0, since } : waiting };
  }
  if (!waiting) return {};
  const { since = at, total } = waiting;
  return { waiting: { total: total + Math.max(0, at - since) } };
}

/** How long a component's run may wait, and what becomes of it then. */
export function approvalOf({ approvalTimeout = APPROVAL_TIMEOUT_MS, cancelUnapproved }: PlannedComponent): {
  readonly timeoutMs: number;
  readonly onTimeout: 'leave' | 'cancel';
} {
  return { timeoutMs: approvalTimeout, onTimeout: cancelUnapproved ? 'cancel' : 'leave' };
}

/**
 * Since when nothing but people keeps the train, and whom it waits for: all that it follows are runs that wait. Undefined while
 * anything else is going on or could be.
 */
export function waitsForPeople(
  plan: Plan,
  state: TrainState,
  commands: readonly Command[],
): { readonly since: number; readonly reason: string } | undefined {
  const waits = commands.map((command) => {
    if (command.type !== 'follow') return undefined;
    const waiting = dispatchOf(componentOf(state, command.component), command.purpose)?.waiting;
    return waiting?.since === undefined ? undefined : { ...waiting, since: waiting.since, id: command.component };
  });
  if (waits.length === 0 || !waits.every((wait) => wait !== undefined)) return undefined;
  const ids = new Map(plan.components.map(({ id }, index) => [id, index]));
  const told = [...waits]
    .sort((a, b) => (ids.get(a.id) ?? 0) - (ids.get(b.id) ?? 0))
    .map(({ id, for: whom = 'a person or a timer' }) => `${id} waits for ${whom}`);
  return { since: Math.max(...waits.map(({ since }) => since)), reason: `${told.join('; ')}.` };
}
