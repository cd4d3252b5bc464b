import type { Plan, PlannedComponent } from '../plan/plan.ts';
import { canaryStage } from './canary.ts';
import { nextRollback, restoredSince, unjudged, wantsRollback } from './rollback.ts';
import {
  areReleased,
  type ComponentState,
  componentOf,
  type Dispatch,
  type Purpose,
  type TrainState,
} from './state.ts';
import { approvalOf } from './waiting.ts';

/** What should be going on now. A command stands until the state no longer asks for it; the engine starts each only once. */
export type Command =
  | Work
  /** Save the intent to dispatch; the dispatch itself follows from the state that was saved. */
  | { readonly type: 'intend'; readonly component: string; readonly purpose: Purpose }
  | { readonly type: 'wait-until'; readonly at: number }
  | { readonly type: 'finish' };

/** Commands that take time in the world. */
export type Work =
  /** Ask the registry whether the version is served already. */
  | { readonly type: 'probe'; readonly component: string }
  /** Dispatch if needed, find the run, follow it to its conclusion or until `deadline` (epoch milliseconds). */
  | {
      readonly type: 'follow';
      readonly component: string;
      readonly purpose: Purpose;
      readonly deadline: number;
      /** Milliseconds that a dispatch sent now is given. */
      readonly timeoutMs: number;
      /** How long its run may wait for people, which is no part of that; since when it does, where it does now. */
      readonly approval: Approval;
    }
  /** Wait, until `deadline`, for the component's gates: its health, its package being served. */
  | { readonly type: 'verify'; readonly component: string; readonly deadline: number }
  /** Ask, until `deadline` and at least once, whether what is there again after a rollback is healthy. */
  | { readonly type: 'verify-restored'; readonly component: string; readonly deadline: number }
  /** Verify the canary's components once more after the bake. */
  | { readonly type: 'verify-canary'; readonly components: readonly string[]; readonly deadline: number };

export interface Approval {
  readonly timeoutMs: number;
  readonly onTimeout: 'leave' | 'cancel';
  readonly waitingSince?: number;
}

/** Every rule of what a train does next. Pure: the same plan, state and time give the same commands. */
export function decide(plan: Plan, state: TrainState, now: number): readonly Command[] {
  if (state.status !== 'running') return [];
  const { ongoing, pending } = survey(plan, state);
  const starting = wantsRollback(plan, state)
    ? rollbackCommands(plan, state, { isQuiet: ongoing.length === 0 })
    : startCommands(plan, state, { now, pending, inFlight: ongoing.length });
  const commands = [...ongoing, ...starting];
  return commands.length > 0 ? commands : [{ type: 'finish' }];
}

/** What is going on and what has yet to start. One pass over all components, which every event of a large train pays for. */
function survey(plan: Plan, state: TrainState): { ongoing: Command[]; pending: PlannedComponent[] } {
  const ongoing: Command[] = [];
  const pending: PlannedComponent[] = [];
  for (const planned of plan.components) {
    const component = componentOf(state, planned.id);
    if (component.status === 'pending') pending.push(planned);
    const command = ongoingCommand(planned, component);
    if (command) ongoing.push(command);
  }
  return { ongoing, pending };
}

function ongoingCommand(planned: PlannedComponent, component: ComponentState): Command | undefined {
  const { status, since, dispatch, rollback } = component;
  switch (status) {
    case 'dispatching':
    case 'running':
      return followCommand(planned, 'release', { dispatch, since });
    case 'verifying':
      return { type: 'verify', component: planned.id, deadline: since + planned.gateTimeout };
    case 'rolling-back':
      return followCommand(planned, 'rollback', { dispatch: rollback, since });
    default:
      return undefined;
  }
}

/** What a run waited for people is added to its deadline. */
function followCommand(
  planned: PlannedComponent,
  purpose: Purpose,
  { dispatch, since }: { dispatch: Dispatch | undefined; since: number },
): Command {
  const { id: component, timeout } = planned;
  const { total = 0, since: waitingSince } = dispatch?.waiting ?? {};
  const deadline = startOf(dispatch, since) + timeout + total;
  const approval = { ...approvalOf(planned), ...(waitingSince !== undefined && { waitingSince }) };
  return { type: 'follow', component, purpose, deadline, timeoutMs: timeout, approval };
}

/** From when the timeout counts: a dispatch that was sent late, or resumed by a person, has its whole time. */
function startOf(dispatch: Dispatch | undefined, since: number): number {
  if (!dispatch) return since;
  return Math.max(dispatch.intendedAt, dispatch.sentAt ?? 0, dispatch.resumed?.at ?? 0);
}

function rollbackCommands(plan: Plan, state: TrainState, { isQuiet }: { readonly isQuiet: boolean }): Command[] {
  const next = nextRollback(plan, state);
  if (next) return [{ type: 'intend', component: next.id, purpose: 'rollback' }];
  if (!isQuiet) return [];
  const since = restoredSince(plan, state);
  return unjudged(plan, state).map(({ id, gateTimeout }) => ({
    type: 'verify-restored',
    component: id,
    deadline: since + gateTimeout,
  }));
}

function startCommands(
  plan: Plan,
  state: TrainState,
  { now, pending, inFlight }: { now: number; pending: readonly PlannedComponent[]; inFlight: number },
): Command[] {
  const canary = canaryStage(plan, state, now);
  if (canary.stage === 'baking') return [{ type: 'wait-until', at: canary.until }];
  if (canary.stage === 'verify') {
    const { components, since } = canary;
    return [{ type: 'verify-canary', components, deadline: since + longestGates(plan, components) }];
  }
  const ready = pending.filter(
    (planned) => areReleased(state, planned.needs) && (canary.stage === 'open' || canary.components.has(planned.id)),
  );
  if (plan.maxParallel === undefined || ready.length === 0)
    return ready.map((planned) => startCommand(plan, state, planned));
  const free = Math.max(0, plan.maxParallel - inFlight);
  return longestChainFirst(plan, ready)
    .slice(0, free)
    .map((planned) => startCommand(plan, state, planned));
}

function longestGates(plan: Plan, ids: readonly string[]): number {
  return Math.max(...plan.components.filter(({ id }) => ids.includes(id)).map(({ gateTimeout }) => gateTimeout));
}

/** A release of a version that is served already is skipped; to deploy it somewhere is another thing. */
function startCommand(
  { environment }: Plan,
  state: TrainState,
  { id, package: published, version }: PlannedComponent,
): Command {
  const unknown = environment === undefined && published && version && !componentOf(state, id).unreleased;
  return unknown ? { type: 'probe', component: id } : { type: 'intend', component: id, purpose: 'release' };
}

/** Where slots are few, what most work waits for goes first; the plan's order decides among equals. */
function longestChainFirst(plan: Plan, ready: readonly PlannedComponent[]): readonly PlannedComponent[] {
  const below = new Map<string, number>();
  for (const { id, needs } of [...plan.components].reverse()) {
    const own = (below.get(id) ?? 0) + 1;
    for (const need of needs) below.set(need, Math.max(below.get(need) ?? 0, own));
  }
  return [...ready].sort((a, b) => (below.get(b.id) ?? 0) - (below.get(a.id) ?? 0));
}
