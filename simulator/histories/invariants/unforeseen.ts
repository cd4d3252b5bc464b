import { tryOf } from '../../../src/train/machine/dispatch-nonce.ts';
import { componentOf, type TrainState } from '../../../src/train/machine/state.ts';
import type { Record } from '../record.ts';

const PURPOSES = ['release', 'rollback'] as const;

/** 9: nobody who reads all that was kept so far knows a nonce before its intent is kept: neither a run nor a claim can wait for it. */
export function unforeseen({ kept }: Record): string[] {
  const found: string[] = [];
  const tails = new Set<string>();
  const seen = new Set<string>();
  for (const [index, { saved }] of kept.entries()) {
    const fresh = noncesOf(saved.state).filter(({ nonce }) => !seen.has(nonce));
    const before = kept[index - 1]?.saved.state;
    const guesses = before && fresh.length > 0 ? guessesOf(before, tails) : new Set();
    for (const { nonce } of fresh) {
      if (guesses.has(nonce)) found.push(`9: ${nonce} could be known before its intent was kept`);
      seen.add(nonce);
    }
    for (const { nonce } of fresh) tails.add(nonce.split('.').at(-1) ?? '');
  }
  return found;
}

function noncesOf(state: TrainState): { nonce: string }[] {
  return Object.values(state.components).flatMap(({ dispatch, rollback }) =>
    [dispatch, rollback].flatMap((one) => (one ? [{ nonce: one.nonce }] : [])),
  );
}

/** What follows for this try and the next one, without more or with an end that was seen. */
function guessesOf(state: TrainState, tails: ReadonlySet<string>): Set<string> {
  const starts = Object.keys(state.components).flatMap((id) => {
    const component = componentOf(state, id);
    const next = {
      ...state,
      components: { ...state.components, [id]: { ...component, attempt: component.attempt + 1 } },
    };
    return PURPOSES.flatMap((purpose) => [tryOf(state, id, purpose), tryOf(next, id, purpose)]);
  });
  return new Set(starts.flatMap((start) => [start, ...[...tails].map((tail) => `${start}.${tail}`)]));
}
