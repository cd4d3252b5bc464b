import type { Plan } from './plan.ts';
import { componentOf, isReleased, type TrainState } from './state.ts';

export type CanaryStage =
  /** No canary, or it passed: everything may start. */
  | { readonly stage: 'open' }
  /** Only these components may start. */
  | { readonly stage: 'canary'; readonly components: ReadonlySet<string> }
  /** The canary is healthy and watched until then (epoch milliseconds). */
  | { readonly stage: 'baking'; readonly until: number }
  /** The bake is over: its components are to be verified once more. */
  | { readonly stage: 'verify'; readonly components: readonly string[] };

/** Where a train with `strategy: canary` stands. What the canary needs belongs to it. */
export function canaryStage(plan: Plan, state: TrainState, now: number): CanaryStage {
  if (plan.strategy !== 'canary' || !plan.canary || state.canaryPassedAt !== undefined) return { stage: 'open' };
  const components = withNeeds(plan, plan.canary.components);
  const states = [...components].map((id) => componentOf(state, id));
  if (!states.every(({ status }) => isReleased(status))) return { stage: 'canary', components };
  const until = Math.max(state.startedAt, ...states.map(({ finishedAt }) => finishedAt ?? 0)) + plan.canary.bake;
  return now < until ? { stage: 'baking', until } : { stage: 'verify', components: [...components] };
}

function withNeeds(plan: Plan, ids: readonly string[]): Set<string> {
  const needs = new Map(plan.components.map((component) => [component.id, component.needs]));
  const reached = new Set<string>();
  const visit = (id: string) => {
    if (reached.has(id) || !needs.has(id)) return;
    reached.add(id);
    needs.get(id)?.forEach(visit);
  };
  ids.forEach(visit);
  return reached;
}
