import type { Saved } from '../../../src/engine/stores/train-store.ts';
import { nextRollback } from '../../../src/train/machine/rollback.ts';
import { componentOf, isTerminal } from '../../../src/train/machine/state.ts';
import type { Record } from '../record.ts';

/** 11: what is there again after a rollback was asked for its health, once all was back, and what was told of it is true. */
export function asksRestored({ final, scenario, kept, universe }: Record): string[] {
  if (!final) return [];
  const { state } = final;
  const isOver = state.status === 'rolled-back' || state.status === 'rollback-failed';
  return scenario.plan.components.flatMap(({ id, rollback }) => {
    const { status, restored } = componentOf(state, id);
    if (status !== 'rolled-back' || !rollback?.health) return [];
    if (!restored) return isOver ? [`11: ${id} was rolled back, and nobody asked whether it is healthy`] : [];
    const first = kept.find(({ saved }) => componentOf(saved.state, id).restored?.at === restored.at);
    const wasHealthy = universe.healthyTimes(id).some(({ from }) => from <= (first?.at ?? 0));
    return [
      ...(first && !isAllBack(first.saved) ? [`11: ${id} was judged while something else was going on`] : []),
      ...(restored.verdict === 'healthy' && !wasHealthy
        ? [`11: ${id} is said to be healthy again, and never was`]
        : []),
      ...(restored.verdict === 'unhealthy' && state.status === 'rolled-back'
        ? [`11: ${id} is not healthy, and its rollback counts as a success`]
        : []),
    ];
  });
}

/** Nothing is going on, and nothing is left to be rolled back. */
function isAllBack({ plan, state }: Saved): boolean {
  return Object.values(state.components).every(({ status }) => isTerminal(status)) && !nextRollback(plan, state);
}
