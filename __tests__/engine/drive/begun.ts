import { openTrain, type StartOptions } from '../../../src/engine/drive/open-train.ts';
import { planHash } from '../../../src/engine/planning/plan-train.ts';
import type { Saved } from '../../../src/engine/stores/train-store.ts';
import type { Plan } from '../../../src/train/plan/plan.ts';

/** A train with this plan, as a store has it by now. */
export function begun(
  plan: Plan,
  { store, now, signal }: Pick<StartOptions, 'store' | 'now' | 'signal'>,
): Promise<Saved> {
  const wanted = async () => ({ plan, hash: planHash(plan), leftOut: [], warnings: [] });
  return openTrain({ trainId: 't', store, plan: wanted, now, salt: 'ra0', signal, verify: () => {} });
}
