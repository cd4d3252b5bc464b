import { UserError } from '../../platform/errors.ts';
import { untilAborted } from '../../platform/time/until-aborted.ts';
import type { Event } from '../../train/machine/events.ts';
import { componentOf, initialState, type StartedBy, type TrainState } from '../../train/machine/state.ts';
import { type PlannedTrain, planHash } from '../planning/plan-train.ts';
import type { Saved, StateStore } from '../stores/train-store.ts';
import { drive } from './drive.ts';
import type { DriveOptions } from './drive-options.ts';

export interface StartOptions {
  readonly trainId: string;
  readonly store: StateStore;
  /** Throws where a saved train may not be carried out by this caller. */
  readonly verify: (saved: Saved) => void | Promise<void>;
  /** Makes the plan; only asked for when the train is new. */
  readonly plan: () => Promise<PlannedTrain & Pick<TrainState, 'override'>>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the train's nonces begin with. */
  readonly salt: string;
  /** Aborts when the caller is cancelled: nothing was dispatched yet, so nothing is waited for. */
  readonly signal: AbortSignal;
  /** Who starts it, and by what. */
  readonly actor?: string;
  readonly startedBy?: StartedBy;
}

/**
 * The train of this id as it was saved, or a new one, saved. Refuses a saved one whose plan is not the plan it began with; the
 * store refuses a new one while another that is open works on one of its repositories.
 */
export function openTrain(options: StartOptions): Promise<Saved> {
  return untilAborted(loadOrStart(options), options.signal);
}

async function loadOrStart({ trainId, store, plan, now, salt, verify, ...by }: StartOptions): Promise<Saved> {
  const load = async () => {
    const found = await store.load(trainId);
    if (!found) return undefined;
    verifyPlan(found, store);
    await verify(found);
    return found;
  };
  const saved = await load();
  if (saved) return saved;
  const planned = await plan();
  const state = initialState(planned.plan, {
    trainId,
    planHash: planned.hash,
    salt,
    at: now,
    ...by,
    ...(planned.override && { override: planned.override }),
  });
  const fresh: Saved = { plan: planned.plan, state, writes: 1 };
  if ((await store.save(fresh, `start ${planned.plan.name}`)) === 'saved') return fresh;
  const other = await load();
  if (other) return other;
  throw new UserError(
    `${store.place}: train ${trainId} could not be started: another process wrote it at the same time. Run it again.`,
  );
}

function verifyPlan({ plan, state }: Saved, { place }: StateStore): void {
  const hash = planHash(plan);
  if (hash === state.planHash) return;
  throw new UserError(
    `${place}: the plan of train ${state.trainId} is not the plan it began with (its hash is ${hash.slice(0, 12)}, the state says ${state.planHash.slice(0, 12)}). ` +
      `Somebody changed it. Nothing was done; restore plan.json from its history, or start a new train under another train id.`,
  );
}

/**
 * What a saved train needs to move again: nothing while it is running (its process died), `continued` where it was parked,
 * `resumed` where it had ended without success and a person resumes it.
 */
function eventsToMove(
  { status, parkedUntil, resumed }: TrainState,
  { now, resume, dispatchAgain }: { now: number; resume: boolean; dispatchAgain: readonly string[] },
): Event[] {
  if (status === 'parked')
    return parkedUntil !== undefined && now < parkedUntil ? [] : [{ type: 'continued', at: now }];
  if (status === 'running' || status === 'succeeded' || !resume) return [];
  return [{ type: 'resumed', round: resumed + 1, at: now, ...(dispatchAgain.length > 0 && { dispatchAgain }) }];
}

/** How a saved train is driven on. */
interface MoveOptions extends DriveOptions {
  /** Whether what ended without success gets another try. */
  readonly resume: boolean;
  /** Components of which somebody has found out that nothing ran, although GitHub took their dispatch or may have. */
  readonly dispatchAgain?: readonly string[];
}

/** Drives a saved train on. Throws a UserError where a component is to be dispatched again that is not in doubt. */
export async function moveTrain(
  saved: Saved,
  { resume, dispatchAgain = [], ...options }: MoveOptions,
): Promise<TrainState> {
  verifyDoubt(saved, dispatchAgain);
  const first = eventsToMove(saved.state, { now: options.clock.now(), resume, dispatchAgain });
  return drive(saved, { ...options, first });
}

function verifyDoubt({ plan, state }: Saved, dispatchAgain: readonly string[]): void {
  const inDoubt = plan.components.map(({ id }) => id).filter((id) => componentOf(state, id).dispatch?.untraceable);
  const others = dispatchAgain.filter((id) => !inDoubt.includes(id));
  if (others.length === 0) return;
  const such = inDoubt.length > 0 ? `Such components are: ${inDoubt.join(', ')}.` : 'There is none.';
  throw new UserError(
    `Input dispatch-again: ${others.join(', ')} of train ${state.trainId}: it is for components whose dispatch may have run without anybody seeing it. ${such}`,
  );
}
