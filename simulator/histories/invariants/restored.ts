import type { Saved } from '../../../src/engine/stores/train-store.ts';
import { nextRollback } from '../../../src/train/machine/rollback.ts';
import { componentOf, isTerminal } from '../../../src/train/machine/state.ts';
import type { Kept, Record } from '../record.ts';

/** 11: what is there again after a rollback was asked for its health, once all was back, and what was told of it is true. */
export function asksRestored({ scenario, kept, universe }: Record): string[] {
  const back = scenario.plan.components.filter(({ rollback }) => rollback?.health);
  return back.flatMap(({ id }) => [
    ...new Set([
      ...kept.flatMap((one) => atItsEnd(id, one)),
      ...firstJudgements(id, kept).flatMap(({ at, saved }) => {
        const { restored } = componentOf(saved.state, id);
        const wasHealthy = universe.healthyTimes(id).some(({ from }) => from <= at);
        const isTrue = restored?.verdict !== 'healthy' || wasHealthy;
        return [
          ...(isAllBack(saved) ? [] : [`11: ${id} was judged while something else was going on`]),
          ...(isTrue ? [] : [`11: ${id} is said to be healthy again, and never was`]),
        ];
      }),
    ]),
  ]);
}

/** A person may resume the train afterwards: each end counts. */
function atItsEnd(id: string, { saved: { state } }: Kept): string[] {
  if (state.status !== 'rolled-back' && state.status !== 'rollback-failed') return [];
  const { status, restored } = componentOf(state, id);
  if (status !== 'rolled-back') return [];
  if (!restored) return [`11: ${id} was rolled back, and nobody asked whether it is healthy`];
  const isSuccess = restored.verdict === 'unhealthy' && state.status === 'rolled-back';
  return isSuccess ? [`11: ${id} is not healthy, and its rollback counts as a success`] : [];
}

/** The states in which a verdict stands for the first time. */
function firstJudgements(id: string, kept: readonly Kept[]): Kept[] {
  const seen = new Set<number>();
  return kept.filter(({ saved }) => {
    const at = componentOf(saved.state, id).restored?.at;
    return at !== undefined && !seen.has(at) && seen.add(at);
  });
}

/** Nothing is going on, and nothing is left to be rolled back. */
function isAllBack({ plan, state }: Saved): boolean {
  return Object.values(state.components).every(({ status }) => isTerminal(status)) && !nextRollback(plan, state);
}
