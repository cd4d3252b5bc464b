import { componentOf, isFailure, isInFlight, type TrainState } from '../../../src/train/machine/state.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';
import type { Kept, Record } from '../record.ts';
import type { Facts } from './facts.ts';

/** The plan's own limits: how many at once, what is started after a failure, the canary first. */
export function withinLimits({ kept, scenario }: Record, { dispatches }: Facts): string[] {
  const { plan } = scenario;
  const wrong = kept.flatMap(({ saved }, index) => {
    const before = kept[index - 1]?.saved.state;
    return before ? limitsOfWrite(plan, before, saved.state) : [];
  });
  return [...wrong, ...canaryFirst(plan, kept, dispatches), ...afterCancel(kept, dispatches)];
}

/** What a job may still have in hand when its train is cancelled: an intent is sent while it is young. */
const IN_HAND_MS = 75_000;

function afterCancel(kept: readonly Kept[], dispatches: Facts['dispatches']): string[] {
  return dispatches.flatMap(({ of, at }) => {
    const index = kept.findLastIndex((one) => one.at <= at);
    if (kept[index]?.saved.state.status !== 'cancelled') return [];
    const since = kept.slice(0, index + 1).findLast(({ saved }, place, all) => {
      return saved.state.status === 'cancelled' && all[place - 1]?.saved.state.status !== 'cancelled';
    });
    const late = at - (since?.at ?? at);
    return late > IN_HAND_MS ? [`limits: ${of.text} was dispatched ${late} ms after the train was cancelled`] : [];
  });
}

function limitsOfWrite(plan: Plan, before: TrainState, after: TrainState): string[] {
  const started = startedIds(plan, before, after);
  if (started.length === 0) return [];
  const flying = (state: TrainState) =>
    plan.components.filter(({ id }) => isInFlight(componentOf(state, id).status)).length;
  const isTooMany = plan.maxParallel && flying(after) > Math.max(plan.maxParallel, flying(before));
  const hasFailed = plan.components.some(({ id }) => isFailure(componentOf(before, id).status));
  const hasHalted = before.resumed === after.resumed && hasFailed && (plan.onFailure === 'halt' || plan.rollback);
  return [
    ...(isTooMany ? [`limits: ${flying(after)} in flight, at most ${plan.maxParallel} are allowed`] : []),
    ...(hasHalted ? [`limits: ${started.join()} started after a failure although the train halts`] : []),
  ];
}

/** What got a nonce with a write that it never had before. */
function startedIds({ components }: Plan, before: TrainState, after: TrainState): string[] {
  const isStarted = (id: string) => {
    const [old, now] = [componentOf(before, id), componentOf(after, id)];
    const isTakenUp = old.earlier?.some(({ nonce }) => nonce === now.dispatch?.nonce);
    return now.dispatch && old.dispatch?.nonce !== now.dispatch.nonce && !isTakenUp;
  };
  return components.map(({ id }) => id).filter(isStarted);
}

function canaryFirst({ canary, components }: Plan, kept: readonly Kept[], dispatches: Facts['dispatches']): string[] {
  if (!canary) return [];
  const first = new Set<string>(canary.components);
  for (const { id, needs } of components.toReversed()) if (first.has(id)) for (const need of needs) first.add(need);
  return dispatches
    .filter(({ of }) => of.purpose === 'release' && !first.has(of.component.id))
    .flatMap(({ of, at }) => {
      const state = kept.findLast((one) => one.at <= at)?.saved.state;
      const ends = [...first].map((id) => state?.components[id]?.finishedAt ?? Number.POSITIVE_INFINITY);
      const bakedAt = Math.max(...ends) + canary.bake - 60_000;
      return bakedAt <= at ? [] : [`limits: ${of.component.id} was dispatched before the canary was over`];
    });
}
