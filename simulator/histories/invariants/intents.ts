import type { Record } from '../record.ts';
import { type Facts, STRANGER } from './facts.ts';

/** 2: nothing is dispatched before the intent to do so was kept. */
export function isIntended(_: Record, { effects, nonces }: Facts): string[] {
  return effects
    .filter(({ kind, nonce, actor }) => kind === 'dispatch' && nonce && !nonces.has(nonce) && actor !== STRANGER)
    .map(({ nonce }) => `2: ${nonce} was dispatched without an intent that was kept`);
}

/** 3: the run that is kept carries our nonce, and is not a stranger's. */
export function ownRuns({ kept }: Record, { effects, nonces, strangers }: Facts): string[] {
  const created = new Map(effects.filter(({ kind }) => kind === 'run-created').map((effect) => [effect.runId, effect]));
  const dispatches = kept
    .flatMap(({ saved }) => Object.values(saved.state.components))
    .flatMap(({ dispatch, rollback }) => [dispatch, rollback])
    .filter((one) => one !== undefined);
  const wrong = new Set<string>();
  for (const { run, nonce } of dispatches) {
    if (!run) continue;
    if (strangers.has(run.id)) wrong.add(`3: run ${run.id}, a stranger's, is taken for that of ${nonce}`);
    const known = created.get(run.id);
    if (known && (known.nonce !== nonce || !nonces.has(nonce))) wrong.add(`3: run ${run.id} is not that of ${nonce}`);
  }
  return [...wrong];
}
