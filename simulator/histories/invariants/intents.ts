import type { Record } from '../record.ts';
import type { Facts } from './facts.ts';

/** 2: nothing is dispatched before the intent to do so was kept. */
export function isIntended(_: Record, { effects, nonces }: Facts): string[] {
  return effects
    .filter(({ kind, nonce, actor }) => kind === 'dispatch' && nonce && !nonces.has(nonce) && actor !== 'some-person')
    .map(({ nonce }) => `2: ${nonce} was dispatched without an intent that was kept`);
}

/** 3: the run that is kept carries our nonce. */
export function ownRuns({ kept }: Record, { effects, nonces }: Facts): string[] {
  const created = new Map(effects.filter(({ kind }) => kind === 'run-created').map((effect) => [effect.runId, effect]));
  const wrong = new Set<string>();
  for (const { saved } of kept) {
    for (const { dispatch, rollback } of Object.values(saved.state.components)) {
      for (const one of [dispatch, rollback]) {
        if (!one?.run) continue;
        const run = created.get(one.run.id);
        if (run && (run.nonce !== one.nonce || !nonces.has(one.nonce)))
          wrong.add(`3: run ${one.run.id} is not that of ${one.nonce}`);
      }
    }
  }
  return [...wrong];
}
