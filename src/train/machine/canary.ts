import { withNeeds } from '../graph.ts';
import type { Plan } from '../plan/plan.ts';
import { componentOf, isReleased, type TrainState } from './state.ts';

export type CanaryStage =
  /** No canary, or it passed: everything may start. */
  | { readonly stage: 'open' }
  /** Only these components may start. */
  | { readonly stage: 'canary'; readonly components: ReadonlySet<string> }
  /** The canary is healthy and watched until then (epoch milliseconds). */
  | { readonly stage: 'baking'; readonly until: number }
  /** The bake is over: its components are to be verified once more. */
  | { readonly stage: 'verify'; readonly components: readonly string[]; readonly since: number };

/** Where a train with `strategy: canary` stands. What the canary needs belongs to it. */
export function canaryStage(plan: Plan, state: TrainState, now: number): CanaryStage {
  if (!plan.canary || !isCanaryOpen(plan, state)) return { stage: 'open' };
  const components = canaryComponents(plan);
  const states = [...components].map((id) => componentOf(state, id));
  if (!states.every(({ status }) => isReleased(status))) return { stage: 'canary', components };
  const until = Math.max(state.startedAt, ...states.map(({ finishedAt }) => finishedAt ?? 0)) + plan.canary.bake;
  return now < until ? { stage: 'baking', until } : { stage: 'verify', components: [...components], since: until };
}

/** Whether the canary still decides about the rest of the train. */
export function isCanaryOpen(plan: Plan, state: TrainState): boolean {
  return plan.strategy === 'canary' && plan.canary !== undefined && state.canaryPassedAt === undefined;
}

/** The components that go first: those of the manifest's canary, and what they need. */
export function canaryComponents(plan: Plan): Set<string> {
  return withNeeds(plan.components, plan.canary?.components ?? []);
}
