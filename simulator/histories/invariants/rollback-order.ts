import { componentOf, isInFlight, isTerminal, type TrainState } from '../../../src/train/machine/state.ts';
import type { Kept, Record } from '../record.ts';
import type { Facts, OurDispatch } from './facts.ts';

/** 4: rollbacks one by one, in reverse order of completion, once nothing is in flight, over all that succeeded. */
export function rollbackOrder(record: Record, facts: Facts): string[] {
  const rollbacks = facts.dispatches.filter(({ of }) => of.purpose === 'rollback');
  return [
    ...outOfOrder(record, rollbacks),
    ...tooSoon(record, rollbacks),
    ...together(record, facts, rollbacks),
    ...forgotten(record),
  ];
}

function stateAt(kept: readonly Kept[], at: number): TrainState | undefined {
  return kept.findLast((one) => one.at <= at)?.saved.state;
}

function outOfOrder({ kept }: Record, rollbacks: readonly OurDispatch[]): string[] {
  return rollbacks.flatMap((one, index) => {
    const last = rollbacks[index - 1];
    if (!last || last.nonce === one.nonce) return [];
    if (stateAt(kept, last.at)?.resumed !== stateAt(kept, one.at)?.resumed) return [];
    const [earlier, later] = [last.of.before.finishedAt ?? 0, one.of.before.finishedAt ?? 0];
    const [first, second] = [last.of.component.id, one.of.component.id];
    return later > earlier ? [`4: ${first} was rolled back before ${second}, which ended later`] : [];
  });
}

function tooSoon({ kept }: Record, rollbacks: readonly OurDispatch[]): string[] {
  return rollbacks.flatMap(({ of, at }) =>
    Object.entries(stateAt(kept, at)?.components ?? {})
      .filter(([, { status }]) => isInFlight(status))
      .map(([id, { status }]) => `4: ${of.component.id} was rolled back while ${id} was ${status}`),
  );
}

/** A rollback started while the run of another was still going on. */
function together({ kept }: Record, { effects }: Facts, rollbacks: readonly OurDispatch[]): string[] {
  return rollbacks.flatMap((one) =>
    rollbacks
      .filter((other) => other.of.component !== one.of.component && other.at < one.at)
      .filter((other) => {
        const hasEnded = effects.some(
          ({ kind, nonce, at }) => kind === 'run-ended' && nonce === other.nonce && at <= one.at,
        );
        const isGivenUp = kept.some(
          ({ at, saved }) => at <= one.at && isTerminal(componentOf(saved.state, other.of.component.id).status),
        );
        return !hasEnded && !isGivenUp;
      })
      .map((other) => `4: ${one.of.component.id} was rolled back while ${other.of.component.id} was being rolled back`),
  );
}

function forgotten({ final, scenario }: Record): string[] {
  if (final?.state.status !== 'rolled-back') return [];
  const { state } = final;
  return scenario.plan.components
    .filter(({ id, rollback }) => {
      const { status, dispatch } = componentOf(state, id);
      return status === 'succeeded' && rollback && dispatch;
    })
    .map(({ id }) => `4: ${id} succeeded and was not rolled back`);
}
